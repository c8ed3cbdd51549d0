import { parseDocument } from 'yaml';
import { matchesSegment, type Part } from '../glob.ts';

/** How long a workflow may be to be read, in characters. */
const MAX_WORKFLOW = 256 * 1024;

/** The longest filter that is read: time grows with the product of its length and that of a tag. */
const MAX_FILTER = 1_000;

/** A command line of Tagship, as package managers run it. */
const IN_SHELL = /\b(?:npx|bunx|npm exec|(?:pnpm|yarn)(?: dlx| exec)?)\s+(?:-\S+\s+)*tagship(?:@\S+)?\s+([a-z]+)/g;

/** What a workflow file has to do with Tagship. */
export interface Workflow {
  readonly path: string;
  /** The commands that it runs; `auto` where none is named, `?` where an expression names it. */
  readonly commands: readonly string[];
  /** The workflows of the same commit that it calls, by their paths. */
  readonly calls: readonly string[];
  /** Whether it uses a workflow of another repository, or an action of its own, which may use Tagship. */
  readonly isPartial: boolean;
  /** Whether a schedule starts it. */
  readonly scheduled: boolean;
  /** Whether the push of a tag starts it. */
  readonly startsOn: (tag: string) => boolean;
}

/**
 * Reads a workflow file.
 * @param isTagship whether a step uses this action, by the text before the `@` of its `uses`
 * @returns undefined for what is no workflow
 */
export function readWorkflow(path: string, text: string, isTagship: (action: string) => boolean): Workflow | undefined {
  const value = text.length > MAX_WORKFLOW ? undefined : parsed(text);
  if (!isRecord(value)) {
    return undefined;
  }
  const jobs = Object.values(isRecord(value.jobs) ? value.jobs : {}).filter(isRecord);
  const steps = jobs.flatMap(({ steps: list }) => (Array.isArray(list) ? list.filter(isRecord) : []));
  const called = jobs.flatMap(({ uses }) => (typeof uses === 'string' ? [uses] : []));
  return {
    path,
    commands: steps.flatMap((step) => commandOf(step, isTagship)),
    calls: called.flatMap((uses) => (uses.startsWith('./') ? [uses.slice(2)] : [])),
    isPartial: called.some((uses) => !uses.startsWith('./')) || steps.some((step) => isUnread(step, isTagship)),
    scheduled: isRecord(value.on) && value.on.schedule !== undefined,
    startsOn: tagFilter(value.on),
  };
}

/** Workflows with what the workflows that they call do, as far as these are among them. */
export function withCalled(workflows: readonly Workflow[]): readonly Workflow[] {
  const byPath = new Map(workflows.map((one) => [one.path, one]));
  return workflows.map((one) => {
    const reached = new Set([one]);
    for (const { calls } of reached) {
      for (const path of calls) {
        const found = byPath.get(path);
        if (found !== undefined) {
          reached.add(found);
        }
      }
    }
    return {
      ...one,
      commands: [...reached].flatMap(({ commands }) => commands),
      isPartial: [...reached].some(({ isPartial }) => isPartial),
    };
  });
}

/** Whether an action is Tagship: by the name it runs under, or by being called so. */
export function tagshipMatcher(repository: string | undefined): (action: string) => boolean {
  const own = repository?.toLowerCase();
  return (action) => {
    const name = action.toLowerCase().replace(/\/+$/, '');
    return name === own || /(?:^|\/)tagship$/.test(name);
  };
}

function parsed(text: string): unknown {
  try {
    const document = parseDocument(text);
    return document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

function commandOf(step: Readonly<Record<string, unknown>>, isTagship: (action: string) => boolean): string[] {
  const { uses, run } = step;
  if (typeof uses === 'string' && isTagship(uses.split('@', 1)[0] ?? '')) {
    const command = isRecord(step.with) ? step.with.command : undefined;
    const text = typeof command === 'string' ? command.trim() : '';
    return [text === '' ? 'auto' : text.includes('${{') ? '?' : text];
  }
  return typeof run === 'string' ? [...run.matchAll(IN_SHELL)].map(([, command = '']) => command) : [];
}

/** An action of the repository itself that is not called Tagship: what it does is in a file of its own. */
function isUnread({ uses }: Readonly<Record<string, unknown>>, isTagship: (action: string) => boolean): boolean {
  return typeof uses === 'string' && uses.startsWith('./') && !isTagship(uses);
}

/** Which tags start a workflow by their push, by its `on`. */
function tagFilter(on: unknown): (tag: string) => boolean {
  const events = Array.isArray(on) || typeof on === 'string' ? [on].flat() : Object.keys(isRecord(on) ? on : {});
  if (!events.includes('push')) {
    return () => false;
  }
  const push = isRecord(on) && isRecord(on.push) ? on.push : {};
  const { tags, 'tags-ignore': ignored } = push;
  if (tags !== undefined) {
    const patterns = texts(tags).map((text) => ({
      keeps: !text.startsWith('!'),
      matches: filterMatcher(text.replace(/^!/, '')),
    }));
    // The last one that fits decides.
    return (tag) => patterns.findLast(({ matches }) => matches(tag))?.keeps === true;
  }
  if (ignored !== undefined) {
    const patterns = texts(ignored).map(filterMatcher);
    return (tag) => !patterns.some((matches) => matches(tag));
  }
  // Where only branches are named, tags start nothing.
  const isForBranches = push.branches !== undefined || push['branches-ignore'] !== undefined;
  return () => !isForBranches;
}

/**
 * Tells the names that a filter of a workflow stands for: `**` is any text, `*` any without a slash, and `?` and `+` are about
 * the character before. A character with `?` is taken for any number of them, which is too much rather than too little.
 */
function filterMatcher(filter: string): (name: string) => boolean {
  const found = (filter.length > MAX_FILTER ? '' : filter).match(/\*+|(?:\[[^\]]+\]|[^*])[?+]?/gu) ?? [];
  const parts = found.flatMap((text): Part[] => {
    if (text.startsWith('*')) {
      return [{ kind: 'many', takes: (character) => text.length > 1 || character !== '/' }];
    }
    const repeated = text.length > 1 && /[?+]$/.test(text);
    const takes = characterMatcher(repeated ? text.slice(0, -1) : text);
    const many: Part = { kind: 'many', takes };
    return !repeated ? [{ kind: 'one', takes }] : text.endsWith('+') ? [{ kind: 'one', takes }, many] : [many];
  });
  return (name) => matchesSegment(parts, name);
}

function characterMatcher(text: string): (character: string) => boolean {
  const set = /^\[(.+)\]$/u.exec(text)?.[1];
  if (set === undefined) {
    return (character) => character === text;
  }
  const ranges = [...set.matchAll(/(.)-(.)|./gu)].map(([one, from = one, to = one]) => [from, to] as const);
  return (character) => ranges.some(([from, to]) => from <= character && character <= to);
}

function texts(value: unknown): string[] {
  return [value].flat().filter((one) => typeof one === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

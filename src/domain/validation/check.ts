import { componentId, pluralType, singularType } from '../component.ts';
import { shellQuote } from '../post-mortem/shell.ts';
import type { Extracted, Reference } from '../references/reference.ts';
import { REGISTRY_PATH } from '../registry.ts';
import type { Known, MovedVersion } from './facts.ts';
import type { Finding } from './finding.ts';
import type { KnownComponent } from './known-component.ts';
import { finding } from './severity.ts';
import { hasSlot, listed, moveBackCommand, type Problem, RECONCILE_COMMAND, slotProblem, slotText } from './slots.ts';
import { aliasesOf } from './suggestions.ts';

/** A file and what was found in it. */
export interface FileReferences {
  /** Relative to the root of the repository, with `/`. */
  readonly file: string;
  readonly references: readonly Reference[];
}

/** What is wrong with the references of one file, in their order. */
export function findingsOf(file: string, references: readonly Reference[], known: Known): Finding[] {
  const findings: Finding[] = [];
  for (const reference of references) {
    if (isInOrder(reference, known)) {
      continue;
    }
    const meant = known.meant(reference);
    const [first] = meant;
    if (first === undefined) {
      if (!isOfOthers(file, reference, known)) {
        findings.push(unregistered(file, reference, known));
      }
    } else {
      findings.push(...wrong(file, reference, chosen(first, meant, reference), known));
    }
  }
  return findings;
}

/** Whether nothing at all is wrong with a reference, wherever it stands. */
export function isInOrder(reference: Reference, known: Known): boolean {
  return known.meant(reference).some((component) => isFine(component, reference, known));
}

/** A file that could not be read (`unparsable-file`). */
export function problemOf(file: string, { message, range }: NonNullable<Extracted['problem']>): Finding {
  return finding('unparsable-file', { file, range, message });
}

/**
 * The version tags that moved and that no reference of these files names: at their component's entry in the registry,
 * else in the file of its content.
 */
export function movedFindings(files: Iterable<FileReferences>, known: Known): Finding[] {
  if (known.moved.length === 0) {
    return [];
  }
  const told = new Set<string>();
  for (const { references } of files) {
    for (const reference of references) {
      if (reference.slot.kind === 'version') {
        for (const { id } of known.meant(reference)) {
          told.add(`${id}@${reference.slot.version}`);
        }
      }
    }
  }
  return known.moved
    .filter(({ component, version }) => !told.has(`${componentId(component)}@${version}`))
    .map((moved) => {
      const component = known.registered(moved.component.type, moved.component.name);
      const content = component?.content.kind === 'file' ? component.content.path : undefined;
      return finding('version-moved', {
        file: component?.entry === undefined ? (content ?? REGISTRY_PATH) : REGISTRY_PATH,
        range: component?.entry?.nameRange,
        ...movedDetails(moved),
        subject: `${componentId(moved.component)}@${moved.version}`,
      });
    });
}

function movedDetails({ tag, version, from, to }: MovedVersion): { message: string; command: string } {
  return {
    message: `The version tag \`${tag}\` points at commit ${to}, but the ledger remembers ${version} at commit ${from}.`,
    command: moveBackCommand(tag, from),
  };
}

function isFine(component: KnownComponent, { slot }: Reference, known: Known): boolean {
  return (
    component.content.kind !== 'missing' &&
    hasSlot(component, slot, known) &&
    movedBy(component, slot, known) === undefined &&
    lacking(component, slot, known).length === 0
  );
}

function movedBy({ id }: KnownComponent, slot: Reference['slot'], known: Known): MovedVersion | undefined {
  return slot.kind === 'version' ? known.movedVersion(id, slot.version) : undefined;
}

/** The environments whose KV lacks the key that a reference reads. */
function lacking({ id }: KnownComponent, slot: Reference['slot'], known: Known): string[] {
  const key = slot.kind === 'none' ? 'latest' : slot.kind === 'range' ? undefined : slotText(slot);
  return key === undefined ? [] : known.environmentsWithout(id, key, slot.kind === 'environment' ? key : undefined);
}

/** The one component that a reference means; undefined where it means none, or a name alone leaves it open. */
export function soleMeaning(reference: Reference, known: Known): KnownComponent | undefined {
  const meant = known.meant(reference);
  return meant.length === 1 ? meant[0] : meant.find((component) => isNamedBy(component, reference));
}

/** Of several components that a name can mean the one that its key speaks of, else the one with the most versions. */
function chosen(first: KnownComponent, meant: readonly KnownComponent[], reference: Reference): KnownComponent {
  const rank = (component: KnownComponent): number =>
    isNamedBy(component, reference) ? Number.POSITIVE_INFINITY : component.versions.size;
  return meant.reduce((best, one) => (rank(one) > rank(best) ? one : best), first);
}

/** Whether the key that a reference stands under is the type of the component. */
function isNamedBy({ component }: KnownComponent, { key }: Reference): boolean {
  return key !== undefined && (component.type === key || component.type === pluralType(key));
}

/** What is wrong with a reference to a registered component. */
function wrong(file: string, reference: Reference, component: KnownComponent, known: Known): Finding[] {
  const found: Finding[] = [];
  const tell = (problem: Problem, suggestion?: string): void => {
    const { code, message, command } = problem;
    found.push(finding(code, { file, range: reference.range, message, suggestion, command, subject: reference.text }));
  };
  const isMissing = component.content.kind === 'missing';
  if (isMissing) {
    tell(missingFile(component));
  }
  const problem = slotProblem(component, reference.slot, known);
  const hasTags = component.versions.size + component.environments.size > 0;
  // Of what was never there, no version could be made yet: the missing file says it all.
  if (problem !== undefined && (!isMissing || hasTags)) {
    tell(problem, suggestedAlias(reference, component, known) ?? rewritten(reference, component, problem.slot));
  }
  const moved = movedBy(component, reference.slot, known);
  if (moved !== undefined) {
    tell({ code: 'version-moved', ...movedDetails(moved) });
  }
  const without = problem === undefined ? lacking(component, reference.slot, known) : [];
  if (without.length > 0) {
    const key = `${component.id}@${slotText(reference.slot) ?? 'latest'}`;
    const message = `The KV namespace of ${listed(without)} has no key \`${key}\`.`;
    tell({ code: 'missing-key', message, command: RECONCILE_COMMAND });
  }
  return found;
}

function missingFile({ id, entry }: KnownComponent): Problem {
  const message =
    entry === undefined
      ? `\`${id}\` has version tags, but no file where content is looked for.`
      : `\`${id}\` is registered with the file \`${entry.path}\`, which does not exist.`;
  return { code: 'missing-file', message };
}

/**
 * Whether what names no component is something of another tool: a path of the tree as tools read it, from the folder of
 * the file that names it or one above; or, where nothing says that a version is meant, of a type that no component has.
 */
function isOfOthers(file: string, { form, type, text, slot }: Reference, known: Known): boolean {
  return (
    (form === 'path' && known.files.isReachable(file, text)) ||
    (slot.kind === 'none' && type !== undefined && !known.hasType(type))
  );
}

function unregistered(file: string, reference: Reference, known: Known): Finding {
  const { type, name } = reference;
  const written = type === undefined ? name : `${type}/${name}`;
  const near = known.suggestions(type, name);
  const suggestion = suggested(reference, near, known);
  const [nearest] = near;
  const hint = suggestion === undefined && nearest !== undefined ? `; the nearest is \`${nearest.id}\`` : '';
  const message =
    known.registry === undefined
      ? `\`${written}\` is no registered component: it has no version tag and no file${hint}.`
      : `\`${written}\` is not registered in ${REGISTRY_PATH}${hint}.`;
  return finding('unregistered-component', {
    file,
    range: reference.range,
    message,
    suggestion,
    command: registerCommand(reference, known),
    subject: reference.text,
  });
}

/** Edgit's command that registers a component whose file is there. */
function registerCommand({ type, name }: Reference, known: Known): string | undefined {
  if (known.registry === undefined || known.registry.byName.has(name)) {
    return undefined;
  }
  for (const one of type === undefined ? known.types : [type]) {
    const content = known.locate({ prefix: 'components', type: one, name });
    // A second entry for the same file would be the next finding.
    const isFree = content.kind === 'file' && !known.registry.entries.some(({ path }) => path === content.path);
    if (content.kind === 'file' && isFree) {
      const singular = one === 'agents' ? 'agent-definition' : singularType(one);
      return `edgit components add ${[name, content.path, singular].map(shellQuote).join(' ')}`;
    }
  }
  return undefined;
}

/** The nearest reference that would resolve: with the same slot, else with another of the nearest component. */
function suggested(reference: Reference, near: readonly KnownComponent[], known: Known): string | undefined {
  const there = near.filter(({ content }) => content.kind !== 'missing');
  const same = there.find((component) => hasSlot(component, reference.slot, known));
  if (same !== undefined) {
    return rewritten(reference, same, slotText(reference.slot));
  }
  for (const component of there) {
    const slot = slotProblem(component, reference.slot, known)?.slot;
    if (slot !== undefined) {
      return rewritten(reference, component, slot);
    }
  }
  return undefined;
}

/** A reference to what Edgit named with or without its suffix, where that has the slot. */
function suggestedAlias(reference: Reference, { component }: KnownComponent, known: Known): string | undefined {
  const aliases = aliasesOf(component.type, component.name).flatMap(
    (name) => known.registered(component.type, name) ?? [],
  );
  const alias = aliases.find((one) => one.content.kind !== 'missing' && hasSlot(one, reference.slot, known));
  return alias && rewritten(reference, alias, slotText(reference.slot));
}

/** The reference as it would stand there for another component or slot; undefined without the slot it needs. */
function rewritten(
  { form, text, slot }: Reference,
  { id, component }: KnownComponent,
  instead: string | undefined,
): string | undefined {
  if (slot.kind !== 'none' && instead === undefined) {
    return undefined;
  }
  const end = instead === undefined ? '' : `@${instead}`;
  if (form === 'name') {
    return component.name + end;
  }
  if (form === 'path') {
    return id + end;
  }
  const scheme = text.slice(0, Math.max(text.indexOf(':'), 0));
  const isPlural = scheme !== singularType(scheme);
  const fits = scheme !== '' && (scheme === component.type || pluralType(scheme) === component.type);
  const written = fits ? scheme : isPlural ? component.type : singularType(component.type);
  return `${written}://${component.name}${end}`;
}

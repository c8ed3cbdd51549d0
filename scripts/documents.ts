/**
 * What stands in the documentation and can be checked: YAML blocks, links, and commands that name a workflow to copy or
 * a script of this repository.
 */
import { parse, parseDocument } from 'yaml';
import { INPUTS } from '../src/action/spec.ts';
import { configSchema } from '../src/domain/config.ts';
import { parseConfig } from '../src/domain/config-file.ts';
import { TagshipErrors } from '../src/errors.ts';
import type { Problem, Source } from './check-workflows.ts';

/** A fenced block of a Markdown text; lines count from 0. */
export interface Block {
  readonly language: string;
  readonly text: string;
  readonly startLine: number;
}

/** The fenced blocks of a Markdown text, not those inside of longer fences. */
export function blocksIn(markdown: string): Block[] {
  return [...markdown.matchAll(/^(`{3,})(\w*)\n([\s\S]*?)^\1$/gm)].map(({ index, 2: language = '', 3: text = '' }) => ({
    language,
    text,
    startLine: markdown.slice(0, index).split('\n').length,
  }));
}

const JOB = ['on: push', 'permissions: {}', 'jobs:', '  job:', '    runs-on: ubuntu-latest'];
const STEP = [...JOB, '    steps:', '      - uses: tagship/tagship@v0'];

/** The whole workflows that the YAML blocks of a document are, or are a part of. */
export function workflowsIn(file: string, markdown: string): Source[] {
  return yamlBlocks(markdown).flatMap(({ text, startLine }) => {
    const wrapped = wrap(text);
    return wrapped === undefined || wrapped.kind !== 'workflow'
      ? []
      : [
          {
            file,
            text: wrapped.text,
            kind: 'example' as const,
            startLine: startLine - wrapped.added,
            isPart: wrapped.isPart,
          },
        ];
  });
}

/** What is wrong with the YAML blocks of a document that are no part of a workflow: the configuration is read as a run reads it. */
export function configProblems(file: string, markdown: string): Problem[] {
  return yamlBlocks(markdown).flatMap(({ text, startLine }) => {
    const wrapped = wrap(text);
    const problem = (line: number, column: number, message: string): Problem => {
      return { file, line: startLine + line - (wrapped?.added ?? 0), column, message };
    };
    if (wrapped === undefined) {
      return [problem(1, 1, 'This YAML block is no workflow, job, step, input, metric or configuration.')];
    }
    if (wrapped.kind !== 'config') {
      return [];
    }
    try {
      parseConfig(wrapped.text, file);
      return [];
    } catch (error) {
      const errors = error instanceof TagshipErrors ? error.errors : [error];
      return errors.map((one) => {
        const { line = 1, column = 1 } = one instanceof Error && 'location' in one ? Object(one.location) : {};
        return problem(line, column, one instanceof Error ? one.message : String(one));
      });
    }
  });
}

function yamlBlocks(markdown: string): Block[] {
  return blocksIn(markdown).filter(({ language }) => /^ya?ml$/.test(language));
}

interface Wrapped {
  readonly kind: 'workflow' | 'config' | 'other';
  readonly text: string;
  /** Lines that were put in front. */
  readonly added: number;
  /** Whether the block is a part only, so that what the rest would say is unknown. */
  readonly isPart?: boolean;
}

/** A block as the whole that it is a part of; undefined where it is none that we know. */
function wrap(text: string): Wrapped | undefined {
  // A file of somebody else's format, by its name.
  if (/^# (?!\.github\/)[\w./-]+\.ya?ml$/m.exec(text)?.index === 0) {
    return { kind: 'other', text, added: 0 };
  }
  const content: unknown = parseDocument(text, { logLevel: 'silent' }).toJS();
  const within = (kind: Wrapped['kind'], lines: readonly string[], indent: number): Wrapped => {
    return {
      kind,
      text: `${lines.map((line) => `${line}\n`).join('')}${text.replace(/^(?=.)/gm, ' '.repeat(indent))}`,
      added: lines.length,
      isPart: lines.length > 0,
    };
  };
  if (Array.isArray(content)) {
    return content.every((item) => 'provider' in Object(item))
      ? within('config', ['environments:', '  production:', '    gate:', '      metrics:'], 8)
      : content.every((item) => 'uses' in Object(item) || 'run' in Object(item))
        ? within('workflow', [...JOB, '    steps:'], 6)
        : undefined;
  }
  const keys = typeof content === 'object' && content !== null ? Object.keys(content) : [];
  const are = (known: Readonly<Record<string, unknown>>): boolean => keys.every((key) => Object.hasOwn(known, key));
  if (
    text.startsWith('# .github/tagship.yml') ||
    text.startsWith('# yaml-language-server') ||
    are(configSchema.shape)
  ) {
    return within('config', [], 0);
  }
  if (keys.includes('on')) {
    return keys.includes('jobs')
      ? within('workflow', [], 0)
      : whole(text, [...JOB.slice(1), '    steps: [{ run: ":" }]']);
  }
  if (keys.includes('jobs')) return within('workflow', JOB.slice(0, 2), 0);
  if (keys.includes('steps')) return within('workflow', JOB, 4);
  if (keys.includes('permissions')) return whole(text, ['on: push', ...JOB.slice(2), '    steps: [{ run: ":" }]']);
  return are(INPUTS) ? within('workflow', [...STEP, '        with:'], 10) : undefined;
}

function whole(text: string, rest: readonly string[]): Wrapped {
  return { kind: 'workflow', text: `${text}${rest.map((line) => `${line}\n`).join('')}`, added: 0, isPart: true };
}

/** GitHub's name for a heading, in the address of its section. */
export function anchorOf(heading: string): string {
  return heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
    .replaceAll(' ', '-');
}

/** The sections of a Markdown text, as addresses name them. */
export function anchorsIn(markdown: string): Set<string> {
  return new Set([...prose(markdown).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = '']) => anchorOf(heading)));
}

/** The links of a document to files of this repository that lead nowhere. @param read undefined for a file that is missing */
export async function linkProblems(
  file: string,
  markdown: string,
  read: (file: string) => Promise<string | undefined>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const text = prose(markdown);
  for (const { index, 1: target = '' } of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    const [path = '', anchor] = target.split('#');
    if (/^[a-z]+:/.test(target)) continue;
    const linked = path === '' ? file : new URL(path, `file:///${file}`).pathname.slice(1);
    const found = await read(linked);
    const before = text.slice(0, index).split('\n');
    const at = { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    if (found === undefined) {
      problems.push({ ...at, message: `There is no ${linked}.` });
    } else if (found !== undefined && anchor !== undefined && linked.endsWith('.md') && !anchorsIn(found).has(anchor)) {
      problems.push({ ...at, message: `${linked} has no section #${anchor}.` });
    }
  }
  return problems;
}

/** A Markdown text with its code blanked out, so that lines and columns stay. */
function prose(markdown: string): string {
  const blank = (code: string): string => code.replace(/[^\n]/g, ' ');
  return markdown.replace(/^(`{3,})[\s\S]*?^\1$/gm, blank).replace(/<!--[\s\S]*?-->/g, blank);
}

/**
 * Commands in a document that start a workflow to copy with an input it does not take, or a script that does not exist.
 * @param examples the texts of the workflows to copy, by file name
 * @param scripts the names in package.json
 */
export function commandProblems(
  file: string,
  markdown: string,
  examples: ReadonlyMap<string, string>,
  scripts: readonly string[],
): Problem[] {
  const lines = markdown.split('\n');
  return lines.flatMap((text, i) => {
    const at = (message: string): Problem => ({ file, line: i + 1, column: 1, message });
    const runs = [...text.matchAll(/gh workflow run ([\w.-]+\.yml)((?: -f (?:[\w-]+=(?:'[^']*'|[^\s`]+)))*)/g)];
    return [
      ...runs.flatMap(([, name = '', rest = '']) => {
        const example = examples.get(name);
        if (example === undefined) return [at(`There is no workflow to copy named ${name}.`)];
        const inputs = Object.keys(Object(parse(example).on.workflow_dispatch?.inputs));
        return [...rest.matchAll(/-f ([\w-]+)=/g)]
          .filter(([, input = '']) => !inputs.includes(input))
          .map(([, input]) => at(`${name} has no input \`${input}\`.`));
      }),
      ...[...text.matchAll(/npm run ([\w:]+)/g)]
        .filter(([, script = '']) => !scripts.includes(script))
        .map(([, script]) => at(`package.json has no script \`${script}\`.`)),
    ];
  });
}

import { Collector } from './collector.ts';
import { readJson } from './json.ts';
import { frontMatterOf, readMarkdown } from './markdown.ts';
import type { Extracted, Vocabulary } from './reference.ts';
import { readYaml } from './yaml.ts';

/** What a file is written in. */
export type Format = 'yaml' | 'json' | 'markdown' | 'script';

const FORMATS: Readonly<Record<string, Format>> = {
  '.yml': 'yaml',
  '.yaml': 'yaml',
  '.json': 'json',
  '.jsonc': 'json',
  '.md': 'markdown',
  '.mdx': 'markdown',
  '.markdown': 'markdown',
  '.ts': 'script',
  '.tsx': 'script',
  '.mts': 'script',
  '.cts': 'script',
  '.js': 'script',
  '.jsx': 'script',
  '.mjs': 'script',
  '.cjs': 'script',
};

/** Written by package managers, long, and full of `name@version`. */
const LOCK_FILES: ReadonlySet<string> = new Set(['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml']);

/** Where `uses` names an action: `prompts/setup@v1` is a repository there. */
const OF_ACTIONS = /(?:^|\/)(?:\.(?:github|gitea|forgejo)\/workflows|workflow-templates)\/|(?:^|\/)action\.ya?ml$/;

/** Marks of templates, of Go, Jinja or ERB, that become YAML or JSON; an expression of a workflow is none. */
const TEMPLATE = /(?<!\$)\{\{|\{%|<%/;

/** Whether a file that cannot be read is a template of one, as in a Helm chart: then nobody can correct it. */
export function isTemplate(file: string, text: string): boolean {
  const format = formatOf(file);
  return format !== undefined && format !== 'script' && TEMPLATE.test(text);
}

/** Whether references are looked for in files of this name. */
export function isReadable(file: string): boolean {
  return formatOf(file) !== undefined;
}

/**
 * Finds the references and suppressions in a file. Never throws because of what a file holds: `problem` says why it, or
 * a part of it, could not be read.
 * @param file its path from the root of the repository, with `/`
 * @param text all of it, with the byte order mark if it has one: offsets count it
 * @param within does the reading, and answers whether it came to its end; there are files that no parser ends with
 */
export function extract(
  file: string,
  text: string,
  vocabulary: Vocabulary,
  within: Within = toItsEnd,
): Promise<Extracted> | Extracted {
  const collector = new Collector(text, vocabulary, OF_ACTIONS.test(file) ? 'uses' : undefined);
  const read = (reader: () => void): Extracted => {
    if (within(reader)) {
      return collector.done();
    }
    const late = new Collector(text, vocabulary);
    late.problem('It takes too long to be read.', 0, 0);
    return late.done();
  };
  switch (formatOf(file)) {
    case 'yaml':
      return read(() => readYaml(text, 0, collector));
    case 'json':
      return read(() => readJson(text, collector));
    case 'markdown':
      return read(() => readMarkdown(text, collector));
    case 'script':
      // The parser is large, and a run without such files does without it.
      return import('./script.ts').then(({ readScript }) =>
        read(() => readScript(text, file.toLowerCase(), collector)),
      );
    default:
      return collector.done();
  }
}

/** Does work, and answers whether it came to its end. */
export type Within = (work: () => void) => boolean;

function toItsEnd(work: () => void): boolean {
  work();
  return true;
}

/**
 * What it would cost to learn whether a file can be read, in characters to be parsed; 0 where that is known, or where
 * other tools tell it, as with scripts.
 */
export function doubtOf(file: string, text: string): number {
  switch (formatOf(file)) {
    case 'yaml':
      return text.length;
    case 'json':
      return isJson(text) ? 0 : text.length;
    case 'markdown': {
      const frontMatter = frontMatterOf(text);
      return frontMatter === undefined ? 0 : frontMatter.end - frontMatter.start;
    }
    default:
      return 0;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** What a file is written in, by its name; undefined where no references are looked for. */
export function formatOf(file: string): Format | undefined {
  return LOCK_FILES.has(baseName(file)) ? undefined : FORMATS[extensionOf(file)];
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function extensionOf(file: string): string {
  const name = baseName(file);
  return name.includes('.') ? name.slice(name.lastIndexOf('.')).toLowerCase() : '';
}

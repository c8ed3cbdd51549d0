import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_KEYS } from '../../../src/domain/references/grammar.ts';
import type { Extracted, Reference, Vocabulary } from '../../../src/domain/references/reference.ts';

/** The formats of the corpus, and what a file of each is called where a case does not say. */
export const FORMATS = {
  yaml: 'flow/review.yml',
  json: 'config/steps.json',
  jsonc: 'config/steps.jsonc',
  markdown: 'docs/page.md',
  typescript: 'src/steps.ts',
  javascript: 'src/steps.js',
} as const;

export type Format = keyof typeof FORMATS;

const NAMES: ReadonlySet<string> = new Set(['extraction', 'extraction-prompt', 'mail/header', 'limits.config']);

export const VOCABULARY: Vocabulary = {
  types: new Set(
    ['agents', 'configs', 'docs', 'ensembles', 'prompts', 'queries', 'schemas', 'scripts', 'templates', 'tools'].sort(),
  ),
  keys: new Set(DEFAULT_KEYS),
  isName: (name) => NAMES.has(name),
};

/** A file with marks around what is to be found, and what that is. */
export interface Case {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  /** One line each, in the order of the file. */
  readonly expected: readonly string[];
}

const root = join(import.meta.dirname, '..', '..', 'fixtures', 'references');

/** Reads the cases of a format. */
export function casesOf(format: Format): Case[] {
  return sections(format, 'cases.txt').map(({ name, lines }) => {
    const file = /^--- file: (.*)$/.exec(lines[0] ?? '')?.[1];
    const body = lines.slice(file === undefined ? 0 : 1).filter((line) => !line.startsWith('=> '));
    const expected = lines.filter((line) => line.startsWith('=> ')).map((line) => line.slice(3));
    return makeCase(name, file ?? FORMATS[format], body.map((line) => `${line}\n`).join(''), expected);
  });
}

/** Puts every string of the corpus into every frame of a format that it can be written in. */
export function framedCasesOf(format: Format): { readonly name: string; readonly cases: readonly Case[] }[] {
  const frames = sections(format, 'frames.txt').map(({ name, lines }) => {
    const header = /^(.*), not: (.*?)(?:, file: (.*))?$/.exec(name);
    const body = lines.map((line) => `${line}\n`).join('');
    return {
      name: header?.[1] ?? name,
      not: new RegExp(header?.[2] ?? '(?!)'),
      file: header?.[3] ?? FORMATS[format],
      body,
    };
  });
  const strings = readFileSync(join(root, 'strings.txt'), 'utf8').trimEnd().split('\n');
  return strings.map((line) => {
    const [name = '', where, text = '', reading] = line.split(' | ');
    const cases = frames
      .filter(({ not }) => !not.test(text))
      .flatMap((frame) =>
        ['prompt', 'note'].map((key) => {
          const isReference = where === 'anywhere' || (where === 'under a key' && key === 'prompt');
          const body = frame.body
            .replaceAll('{key}', () => key)
            .replaceAll('«{text}»', () => (isReference ? `«${text}»` : text))
            .replaceAll('{text}', () => text);
          const expected = isReference ? [`${reading} under ${key}`] : [];
          return makeCase(`${frame.name}, under ${key}`, frame.file, body, expected);
        }),
      );
    return { name: `${name}, ${where}: ${text}`, cases };
  });
}

/** What was extracted, written as the cases have it, with the marks around it in the text. */
export function asWritten(text: string, extracted: Extracted): { readonly marked: string; readonly lines: string[] } {
  const marks = [
    ...extracted.references.map(({ range }) => ({ range, open: '«', close: '»' })),
    ...extracted.suppressions.map(({ range }) => ({ range, open: '‹', close: '›' })),
  ].sort((a, b) => a.range.start.offset - b.range.start.offset);
  let marked = '';
  let behind = 0;
  for (const { range, open, close } of marks) {
    const { start, end } = range;
    marked += text.slice(behind, start.offset) + open + text.slice(start.offset, end.offset) + close;
    behind = end.offset;
  }
  return {
    marked: marked + text.slice(behind),
    lines: [
      ...extracted.references.map(describe),
      ...extracted.suppressions.map(({ line, codes }) => `ignore ${line} ${codes.join(',')}`.trimEnd()),
      ...(extracted.problem === undefined
        ? []
        : [`problem ${extracted.problem.range.start.line}:${extracted.problem.range.start.column}`]),
    ],
  };
}

/** The text of a case as it is in its file, without the marks. */
export function unmarked(text: string): string {
  return text.replace(/[«»‹›]/g, '');
}

function describe({ form, type = '-', name, slot, key }: Reference): string {
  const value =
    slot.kind === 'version'
      ? slot.version
      : slot.kind === 'range'
        ? slot.range
        : slot.kind === 'environment'
          ? slot.name
          : '-';
  return `${form} ${type} ${name} ${slot.kind} ${value}${key === undefined ? '' : ` under ${key}`}`;
}

function makeCase(name: string, file: string, written: string, expected: readonly string[]): Case {
  const text = written.replace(/⟦([0-9A-F]+)⟧/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return { name, file, text, expected };
}

function sections(format: Format, file: string): { readonly name: string; readonly lines: string[] }[] {
  const found: { readonly name: string; readonly lines: string[] }[] = [];
  for (const line of readFileSync(join(root, format, file), 'utf8')
    .replace(/\n$/, '')
    .split('\n')) {
    if (line.startsWith('=== ')) {
      found.push({ name: line.slice(4), lines: [] });
    } else {
      found.at(-1)?.lines.push(line);
    }
  }
  return found;
}

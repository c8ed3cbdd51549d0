import { componentsOf, type Shape } from '../scale/fill.ts';
import { everyNth } from '../scale/numbers.ts';

/** How many files a checkout has, and how many references stand in them. */
export interface CorpusSize {
  readonly files: number;
  readonly references: number;
}

/** A mistake that was made on purpose, where it is to be found. */
export interface Mistake {
  readonly code: string;
  readonly file: string;
  readonly line: number;
}

/** A file of a checkout. */
export interface CorpusFile {
  readonly path: string;
  readonly text: string;
}

/** What a checkout holds. */
export interface Corpus {
  /** The registry is one more than was asked for. */
  readonly files: readonly CorpusFile[];
  readonly references: number;
  readonly mistakes: readonly Mistake[];
}

/**
 * What finds the references of a corpus and nothing else, as an extended regular expression: components with a version,
 * URIs, and under the keys that hold references also what has no version, or no type.
 */
export const EXPRESSION = [
  '(prompts|configs|schemas|templates|agents)/[A-Za-z0-9._-]+@[A-Za-z0-9^~*<>=]',
  '(prompt|config|schema|template|agent)://[A-Za-z0-9._-]+',
  '(prompt|config|schema|template|agent|component|uses)"?: ["\']?((prompts|configs|schemas|templates|agents)/[A-Za-z0-9._-]+|[A-Za-z0-9._-]+@v[0-9])',
].join('|');

/** A kind of file, by what it is written in. */
interface Kind {
  readonly path: (name: string) => string;
  /** How many references it has beside the others. */
  readonly weight: number;
  readonly write: (name: string, references: readonly Placed[], seed: number) => string;
}

/** A reference and the key it stands under. */
interface Placed {
  readonly key: string;
  readonly text: string;
}

/** The files of components, in the order of the types that a shape has. */
const COMPONENTS: readonly Kind[] = [
  { path: (name) => `prompts/${name}.md`, weight: 3, write: markdown },
  { path: (name) => `configs/${name}.json`, weight: 2, write: json },
  { path: (name) => `schemas/${name}.json`, weight: 1, write: json },
  { path: (name) => `templates/${name}.md`, weight: 2, write: markdown },
  { path: (name) => `agents/${name}.yaml`, weight: 6, write: yaml },
];

/** The files that only use components. */
const USERS: readonly Kind[] = [
  { path: (name) => `flows/${folderOf(name)}/${name}.yaml`, weight: 10, write: yaml },
  { path: (name) => `docs/${folderOf(name)}/${name}.md`, weight: 4, write: markdown },
  { path: (name) => `src/${folderOf(name)}/${name}.ts`, weight: 6, write: script },
  { path: (name) => `settings/${folderOf(name)}/${name}.json`, weight: 5, write: json },
];

/** Mistakes of each kind that is one of a single reference; of cycles there is one. */
const MISTAKES: readonly (readonly [code: string, text: string])[] = [
  ['unknown-version', 'prompts/c000000@v9.9.9'],
  ['unregistered-component', 'prompts/c00000x@v1.0.0'],
  ['unknown-environment', 'configs/c000001@prodution'],
  ['unsatisfied-range', 'schemas/c000002@^7.0.0'],
];

/**
 * Writes the files of a checkout: every component of a repository with its entry in the registry, and files that use them.
 * Components use those before them, so that there is no cycle but one.
 */
export function corpusOf(shape: Shape, { files, references }: CorpusSize): Corpus {
  const components = componentsOf(shape);
  if (files < components.length + MISTAKES.length) {
    throw new Error(`${components.length} components do not fit into ${files} files`);
  }
  const kinds = Array.from({ length: files }, (_, i) => kindOf(i, components.length));
  const dealt = deal(
    kinds.map(({ weight }, i) => (i === 0 ? 0 : weight)),
    references,
  );
  const places = placesOf(components, dealt);
  const written: CorpusFile[] = [];
  const mistakes: Mistake[] = [];
  let number = 0;
  for (const [i, kind] of kinds.entries()) {
    const below = Math.min(i, components.length);
    const placed = Array.from({ length: dealt[i] ?? 0 }, () => referenceTo(components, below, number++));
    const mistake = places.get(i);
    if (mistake !== undefined) {
      placed[0] = { key: 'component', text: mistake.text };
    }
    const name = i < components.length ? nameOf(components[i] ?? '') : `f${String(i).padStart(6, '0')}`;
    const file = { path: kind.path(name), text: kind.write(name, placed, i) };
    written.push(file);
    if (mistake?.code !== undefined) {
      const line = file.text.slice(0, file.text.indexOf(mistake.text)).split('\n').length;
      mistakes.push({ code: mistake.code, file: file.path, line });
    }
  }
  written.push({ path: '.edgit/components.json', text: registryOf(components) });
  return { files: written, references: number, mistakes };
}

/** Where mistakes are made: in files that only use components, evenly spread, and in two components of a cycle. */
function placesOf(
  components: readonly string[],
  dealt: readonly number[],
): ReadonlyMap<number, { readonly code: string | undefined; readonly text: string }> {
  const users = [...dealt.keys()].filter((i) => i >= components.length && (dealt[i] ?? 0) > 0);
  const chosen = everyNth(users, MISTAKES.length * 2);
  const places = chosen.map((i, at) => {
    const [code, text] = MISTAKES[at % MISTAKES.length] ?? ['', ''];
    return [i, { code, text }] as const;
  });
  const [one = 0, other = 0] = cycleOf(components, dealt);
  return new Map<number, { readonly code: string | undefined; readonly text: string }>([
    ...places,
    // A cycle is told of once, where its first component by name goes on.
    [one, { code: 'cycle', text: `${components[other]}@v1.0.0` }],
    [other, { code: undefined, text: `${components[one]}@v1.0.0` }],
  ]);
}

/** Two components in the middle that have references, in the order of their paths. */
function cycleOf(components: readonly string[], dealt: readonly number[]): number[] {
  const able = [...components.keys()].filter((i) => (dealt[i] ?? 0) > 0);
  const path = (i: number): string => kindOf(i, components.length).path(nameOf(components[i] ?? ''));
  return able
    .slice(Math.floor(able.length / 2))
    .slice(0, 2)
    .sort((a, b) => (path(a) < path(b) ? -1 : 1));
}

function kindOf(i: number, components: number): Kind {
  const kinds = i < components ? COMPONENTS : USERS;
  const [first] = kinds as readonly [Kind];
  return kinds[(i < components ? i : i - components) % kinds.length] ?? first;
}

/** Deals so many out by weights, and not one more or less. */
function deal(weights: readonly number[], all: number): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let seen = 0;
  return weights.map((weight) => {
    const before = Math.round((seen / total) * all);
    seen += weight;
    return Math.round((seen / total) * all) - before;
  });
}

/** What refers to a component, and how many of a hundred references do so. */
const FORMS: readonly (readonly [share: number, write: (of: Target) => Placed])[] = [
  [60, ({ component, key, version }) => ({ key, text: `${component}@${version}` })],
  [5, ({ component, key }) => ({ key, text: `${component}@production` })],
  [5, ({ component, key }) => ({ key, text: `${component}@staging` })],
  [10, ({ component, key, version }) => ({ key, text: `${component}@${version.replace('v', '^')}` })],
  [4, ({ component }) => ({ key: 'uses', text: `${component}@latest` })],
  [7, ({ key, name, version }) => ({ key: 'source', text: `${key}://${name}@${version}` })],
  [6, ({ component, key }) => ({ key, text: component })],
  [3, ({ name, version }) => ({ key: 'component', text: `${name}@${version}` })],
];

/** What is referred to. */
interface Target {
  readonly component: string;
  readonly name: string;
  /** Its type in the singular. */
  readonly key: string;
  readonly version: string;
}

/** The reference of this number, to one of the first so many components. */
function referenceTo(components: readonly string[], below: number, number: number): Placed {
  const component = components[scattered(number) % below] ?? '';
  const [type = '', name = ''] = component.split('/');
  const target = { component, name, key: type.slice(0, -1), version: `v1.${number % 3}.0` };
  let left = scattered(number + 1) % 100;
  const form = FORMS.find(([share]) => {
    left -= share;
    return left < 0;
  });
  return form?.[1](target) ?? { key: 'component', text: component };
}

/** Numbers that look like chance and are the same in each run. */
function scattered(number: number): number {
  let bits = Math.imul(number ^ 0x9e37_79b9, 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

const SENTENCES = [
  'You are a careful accountant and read invoices from all over the world, line by line, in their order.',
  'Answer with JSON and nothing else; the media type of your answer is application/json, encoded as UTF-8.',
  'If a value is hard to read, and/or the scan is too dark, write null. Never guess, and never add what is not there.',
  'Prices are in the currency of the seller — €, £ or $ — unless the invoice says otherwise at its end.',
  'Questions go to ada@example.com, or to the people behind https://example.com/docs/prompts/how-to.html.',
  'Dates are written as 2026-05-01; a date such as 5/1/2026 is ambiguous, so look at the others of the same seller.',
  'The customer’s name is in the first block of the page, the seller’s in the footer, and the tax number in either.',
  'Use what {{ customer.name }} told you before, and what stands in {{ steps.read.output }}, but keep both apart.',
];

/** Prose of so many sentences, a paragraph for each three. */
function prose(count: number, seed: number): string {
  return Array.from({ length: count }, (_, i) => {
    const sentence = SENTENCES[(seed + i * 3) % SENTENCES.length] ?? '';
    return i % 3 === 2 ? `${sentence}\n\n` : `${sentence}\n`;
  }).join('');
}

function markdown(name: string, references: readonly Placed[], seed: number): string {
  const used = references.map(({ key, text }) => `  - ${key}: ${text}\n`).join('');
  const list = used === '' ? '' : `parts:\n${used}`;
  return `---\ntitle: ${name}\nowner: ada@example.com\nmodel: claude-sonnet-4-5\n${list}tags: [invoices, ${name}]\n---\n\n# ${name}\n\n${prose(15 + (seed % 16), seed)}`;
}

function yaml(name: string, references: readonly Placed[], seed: number): string {
  const steps = references.map(
    ({ key, text }, i) =>
      `  - name: step-${i}\n    ${key}: ${text}\n    timeout: ${10 + i}s\n    input:\n      text: \${{ steps.step-${i}.output }}\n      format: application/json\n`,
  );
  return `# ${SENTENCES[seed % SENTENCES.length]}\nname: ${name}\nimage: node:24-alpine\ndescription: |\n  ${prose(3, seed).trim().replaceAll('\n', '\n  ')}\nflow:${steps.length === 0 ? ' []' : ''}\n${steps.join('')}`;
}

function json(name: string, references: readonly Placed[], seed: number): string {
  const value = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: name,
    description: prose(2, seed).trim(),
    limits: { requestsPerMinute: 60, tokens: 4000, retries: seed % 4, media: ['application/json', 'text/plain'] },
    parts: references.map(({ key, text }, i) => ({ id: i, [key]: text, required: i % 2 === 0 })),
    contact: 'ada@example.com',
    properties: Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [`field${i}`, { type: 'string', maxLength: 10 * i, examples: ['a/b'] }]),
    ),
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function script(name: string, references: readonly Placed[], seed: number): string {
  const steps = references.map(
    ({ key, text }, i) =>
      `  const part${i} = await load({ ${key}: '${text}', retries: ${i % 4} });\n  if (part${i}.status > 299) {\n    throw new Error(\`\${part${i}.status} of ${name}\`);\n  }\n`,
  );
  const last = Math.max(0, references.length - 1);
  return `import { load } from '@acme/components';\nimport { join } from 'node:path';\nimport type { Invoice } from './types/invoice.ts';\n\n/** ${SENTENCES[seed % SENTENCES.length]} */\nexport async function ${name}(invoice: Invoice): Promise<string> {\n  const file = join('./prompts', \`\${invoice.number}.md\`).replace(/[/\\\\]/g, '/');\n  const headers = { accept: 'application/json', 'x-contact': 'ada@example.com' };\n${steps.join('')}  return [file, headers.accept${references.length === 0 ? '' : `, part${last}.text`}].join(' / ');\n}\n`;
}

/** The registry as Edgit writes it. */
function registryOf(components: readonly string[]): string {
  const entries = components.map((component, i) => {
    const type = component.slice(0, component.indexOf('/') - 1);
    return [nameOf(component), { path: kindOf(i, components.length).path(nameOf(component)), type }] as const;
  });
  return `${JSON.stringify({ version: '3.0.0', components: Object.fromEntries(entries) }, undefined, 2)}\n`;
}

function nameOf(component: string): string {
  return component.slice(component.indexOf('/') + 1);
}

function folderOf(name: string): string {
  return name.slice(0, -2);
}

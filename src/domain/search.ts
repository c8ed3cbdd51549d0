import { type Component, singularType, withoutGeneratedSuffix } from './component.ts';

/** One place to look for a component's file. */
export interface Step {
  /** The place as an error shows it: `prompts/extraction.{ext}`. */
  readonly place: string;
  /** The folder to list, `''` for the root. */
  readonly folder: string;
  /** Whether a file of that folder is a candidate. */
  readonly matches: (file: string) => boolean;
  /** What the names of all candidates start with, so that a sorted folder need not be read through. */
  readonly prefix: string;
  /** Whether only the file that is called like the prefix is a candidate. */
  readonly isExact: boolean;
}

/** What to look at for one spelling of the name: the registry first, then the steps in order. */
export interface Spelling {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** Where content is looked for when neither the registry nor the configuration says it. */
const CONVENTIONS = [
  '{prefix}/{type}/{name}.{ext}',
  '{prefix}/{type}/{name}/index.{ext}',
  '{type}/{name}.{ext}',
  '{type}/{name}/index.{ext}',
  '{type}/{name}.{singular}.{ext}',
] as const;

/** What a path template may contain. */
export const PATH_PLACEHOLDERS = ['prefix', 'type', 'singular', 'name', 'ext'] as const;

/** Why a text is no path template, or undefined when it is one. */
export function pathTemplateProblem(template: string): string | undefined {
  const found = [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
  const unknown = found.find((name) => !PATH_PLACEHOLDERS.some((known) => known === name));
  if (unknown !== undefined) {
    return `has the unknown placeholder {${unknown}}`;
  }
  if (!found.includes('name')) {
    return 'lacks {name}';
  }
  if (template.split('/').some((segment) => segment === '' || segment === '.' || segment === '..')) {
    return 'is not a path inside the repository';
  }
  const folders = template.split('/').slice(0, -1);
  return folders.some((segment) => segment.includes('{ext}')) ? 'has {ext} in a folder name' : undefined;
}

/**
 * Everywhere a component's content may be, in the order of the contract: the configured templates (each a step of its
 * own) and the conventions, first for the name as tagged, then without the suffix Edgit generates.
 */
export function spellings(component: Component, templates: readonly string[]): readonly Spelling[] {
  const short = withoutGeneratedSuffix(component);
  return [component.name, ...(short === undefined ? [] : [short])].map((name) => ({
    name,
    steps: [...templates, ...CONVENTIONS].map((template) => stepOf(template, { ...component, name })),
  }));
}

function stepOf(template: string, component: Component): Step {
  const values: Record<string, string> = { ...component, singular: singularType(component.type), ext: '{ext}' };
  const place = template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  const slash = place.lastIndexOf('/');
  const file = place.slice(slash + 1);
  const cut = file.indexOf('{ext}');
  return {
    place,
    folder: place.slice(0, Math.max(slash, 0)),
    prefix: cut < 0 ? file : file.slice(0, cut),
    isExact: cut < 0,
    matches: cut < 0 ? (name) => name === file : extensionMatcher(file.slice(0, cut), file.slice(cut + '{ext}'.length)),
  };
}

function extensionMatcher(before: string, after: string): (file: string) => boolean {
  return (file) =>
    file.length > before.length + after.length &&
    file.startsWith(before) &&
    file.endsWith(after) &&
    !file.slice(before.length, file.length - after.length).includes('.');
}

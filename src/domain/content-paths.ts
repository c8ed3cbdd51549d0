import { type Component, singularType, withoutGeneratedSuffix } from './component.ts';
import { edgitBase, edgitBases, edgitComponent } from './edgit.ts';
import { CHARACTER, matchesPath, type Part, type Segment, STAR } from './glob.ts';

/** A place to look for a component's file: a file of one folder. */
export interface FolderStep {
  readonly kind: 'folder';
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

/** A place to look for a component's file: any folder of the tree. */
export interface TreeStep {
  readonly kind: 'tree';
  /** The place as an error shows it. */
  readonly place: string;
  /** What `edgitBase` makes of all candidates; undefined where it can be anything. */
  readonly bases: readonly string[] | undefined;
  /** Whether the file with this path is a candidate. */
  readonly matches: (path: string) => boolean;
  /** Whether a candidate counts only beside another one: the definition of an agent beside its code. */
  readonly isCompanion: (path: string) => boolean;
}

export type Step = FolderStep | TreeStep;

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
 * own) and the conventions, first for the name as tagged, then without the suffix Edgit generates. Last, Edgit's own rule.
 */
export function spellings(component: Component, templates: readonly string[]): readonly Spelling[] {
  const short = withoutGeneratedSuffix(component);
  const names = [component.name, ...(short === undefined ? [] : [short])];
  return names.map((name, i) => {
    const steps: Step[] = [...templates, ...CONVENTIONS].map((template) => stepOf(template, { ...component, name }));
    return { name, steps: i === names.length - 1 ? [...steps, ...edgitStep(component)] : steps };
  });
}

/**
 * Which of the candidates of one step can be the content: of code beside a definition in a folder of agents, the
 * definition.
 */
export function contenders<Candidate extends { readonly path: string }>(
  { type }: Component,
  step: Step,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (type !== 'agents') {
    return candidates;
  }
  const stemsOf = (kind: RegExp): ReadonlySet<string> =>
    new Set(candidates.filter(({ path }) => kind.test(path)).map(({ path }) => stemOf(path)));
  const code = stemsOf(CODE);
  const definitions = stemsOf(DEFINITION);
  return candidates.filter(({ path }) => {
    const isCompanion = step.kind === 'tree' && step.isCompanion(path);
    return CODE.test(path) ? !definitions.has(stemOf(path)) : !isCompanion || code.has(stemOf(path));
  });
}

const CODE = /\.[cm]?[jt]s$/;

const DEFINITION = /\.ya?ml$/;

/** A path up to the first dot of the file name. */
function stemOf(path: string): string {
  const dot = path.indexOf('.', path.lastIndexOf('/') + 1);
  return dot < 0 ? path : path.slice(0, dot);
}

/** The files that Edgit gives this name, wherever they are. */
function edgitStep({ type, name }: Component): TreeStep[] {
  const bases = edgitBases({ type, name });
  const isCompanion = (path: string): boolean =>
    type === 'agents' && /^agents\//.test(path) && DEFINITION.test(path) && edgitComponent(path)?.type !== type;
  return bases.length === 0
    ? []
    : [
        {
          kind: 'tree',
          place: `any file that Edgit calls ${name}`,
          bases,
          isCompanion,
          matches: (path) => {
            if (!bases.includes(edgitBase(path))) {
              return false;
            }
            const given = edgitComponent(path);
            return (given?.type === type && given.name === name) || isCompanion(path);
          },
        },
      ];
}

function stepOf(template: string, component: Component): Step {
  const values: Record<string, string> = { ...component, singular: singularType(component.type), ext: '{ext}' };
  const place = template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
  if (template.includes('*')) {
    return globStep(template, place, values);
  }
  const slash = place.lastIndexOf('/');
  const file = place.slice(slash + 1);
  const cut = file.indexOf('{ext}');
  return {
    kind: 'folder',
    place,
    folder: place.slice(0, Math.max(slash, 0)),
    prefix: cut < 0 ? file : file.slice(0, cut),
    isExact: cut < 0,
    matches: cut < 0 ? (name) => name === file : extensionMatcher(file.slice(0, cut), file.slice(cut + '{ext}'.length)),
  };
}

function globStep(template: string, place: string, values: Readonly<Record<string, string>>): TreeStep {
  const pattern = globOf(template, values);
  const file = place.slice(place.lastIndexOf('/') + 1);
  const [stem = ''] = file.split('.', 1);
  const isKnown = stem !== file && !/\*|\{ext\}/.test(stem);
  return {
    kind: 'tree',
    place,
    bases: isKnown ? [edgitBase(file)] : undefined,
    matches: (path) => matchesPath(pattern, path, isShown),
    isCompanion: () => false,
  };
}

/** The paths of a template as it is filled in, by the rules of `templatePattern`. */
function globOf(template: string, values: Readonly<Record<string, string>>): Segment[] {
  const segments = template.split('/');
  return segments.flatMap((segment, i): Segment[] => {
    if (segment === '**') {
      return i === segments.length - 1 ? ['folders', ANY_SHOWN] : ['folders'];
    }
    if (/^\*+$/.test(segment)) {
      return [ANY_SHOWN];
    }
    const [first = [], ...more] = filledIn(segment, values);
    return [segment.startsWith('*') ? [SHOWN, ...first] : first, ...more];
  });
}

/** The parts of a segment of a template; several segments where the name that is filled in has slashes. */
function filledIn(segment: string, values: Readonly<Record<string, string>>): Part[][] {
  const segments: Part[][] = [[]];
  for (const text of segment.split(/(\{\w+\}|\*+)/)) {
    const name = /^\{(\w+)\}$/.exec(text)?.[1];
    if (text.startsWith('*')) {
      segments.at(-1)?.push(STAR);
    } else if (name === 'ext') {
      segments.at(-1)?.push(NO_DOT, { ...NO_DOT, kind: 'many' });
    } else {
      const [first = '', ...more] = (name === undefined ? text : (values[name] ?? text)).split('/');
      segments.at(-1)?.push({ kind: 'text', text: first });
      segments.push(...more.map((one): Part[] => [{ kind: 'text', text: one }]));
    }
  }
  return segments;
}

const SHOWN: Part = { kind: 'shown' };
const ANY_SHOWN = [SHOWN, CHARACTER, STAR];
const NO_DOT = { kind: 'one', takes: (character: string): boolean => character !== '.' } as const;

function isShown(folder: string): boolean {
  return !folder.startsWith('.');
}

/**
 * The paths of a template, in which `*` is any part of a name, and `**` any number of folders; neither is anything that
 * begins with a dot.
 * @param part the pattern of a placeholder
 */
export function templatePattern(template: string, part: (placeholder: string) => string): RegExp {
  // Several in a row say no more than one, and take the engine much longer.
  const segments = template.split('/').filter((segment, i, all) => segment !== '**' || all[i + 1] !== '**');
  const pattern = segments.map((segment, i) => {
    const isLast = i === segments.length - 1;
    if (segment === '**') {
      return isLast ? `${FOLDERS}(?!\\.)[^/]+` : FOLDERS;
    }
    const parts = segment.split(/(\{\w+\}|\*+)/).map((text) => {
      const name = /^\{(\w+)\}$/.exec(text)?.[1];
      return name !== undefined ? part(name) : text.startsWith('*') ? '[^/]*' : literal(text);
    });
    const body = /^\*+$/.test(segment) ? '[^/]+' : parts.join('');
    return `${segment.startsWith('*') ? '(?!\\.)' : ''}${body}${isLast ? '' : '/'}`;
  });
  return new RegExp(`^${pattern.join('')}$`, 'su');
}

const FOLDERS = '(?:(?!\\.)[^/]+/)*';

/** A pattern of nothing but this text. */
export function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function extensionMatcher(before: string, after: string): (file: string) => boolean {
  return (file) =>
    file.length > before.length + after.length &&
    file.startsWith(before) &&
    file.endsWith(after) &&
    !file.slice(before.length, file.length - after.length).includes('.');
}

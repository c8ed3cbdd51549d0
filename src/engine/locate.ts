import { type Component, componentId } from '../domain/component.ts';
import { contenders, type Spelling, type Step, spellings } from '../domain/content-paths.ts';
import { REGISTRY_PATH, type Registry, registryEntry } from '../domain/registry.ts';
import { similarFiles } from '../domain/similar-files.ts';
import { TagshipError } from '../errors.ts';
import { candidatesIn, type Tree } from './tree.ts';
import type { WholeTree } from './whole-tree.ts';

/** A file that was found for a component. */
export interface Located {
  readonly path: string;
  readonly blob: string;
}

/** A component in the tree of a commit. */
export interface Search {
  readonly component: Component;
  readonly commit: string;
  readonly tree: Tree;
  /** Every file of the tree; undefined where there are too many. */
  readonly whole: () => Promise<WholeTree | undefined>;
  /** What the registry of the commit says; undefined where none is committed. */
  readonly registry: Registry | undefined;
  /** The path templates of the configuration. */
  readonly templates: readonly string[];
}

/** How many candidates an error lists. */
const LISTED = 10;

/** That no file was found. */
export interface Missing {
  /** Where one was looked for. */
  readonly looked: readonly string[];
  /** The path that the registry names, where nothing else is looked at. */
  readonly registered?: string;
}

/**
 * Finds the content of a component, place by place.
 * @throws TagshipError `content-ambiguous`, `content-not-a-file`, `registry-invalid`; `content-missing` where the tree is
 *   too large
 */
export async function locate(search: Search): Promise<Located | Missing> {
  const looked: string[] = [];
  for (const spelling of spellings(search.component, search.templates)) {
    const found = (await registered(search, spelling)) ?? (await searched(search, spelling, looked));
    if (found !== undefined) {
      return found;
    }
  }
  return { looked };
}

/**
 * The error for a component of which no file was found.
 * @param hints whether files that are called alike are looked for
 */
export async function missing(search: Search, { looked, registered }: Missing, hints: boolean): Promise<TagshipError> {
  const { component, commit, registry } = search;
  const id = componentId(component);
  if (registered !== undefined) {
    return new TagshipError(
      'content-missing',
      `The registry ${REGISTRY_PATH} names \`${registered}\` for \`${id}\`, but commit ${commit.slice(0, 12)} has no such file.${hints ? await similar(search, [registered]) : ''}`,
      'Correct the path in the registry or add the file, commit it and tag that commit.',
      { location: { file: REGISTRY_PATH } },
    );
  }
  const places = [
    registry === undefined ? `${REGISTRY_PATH} (not committed)` : `${REGISTRY_PATH} (does not name it)`,
    ...looked,
  ];
  const wanted = spellings(component, search.templates).flatMap(({ steps }) => steps.map(({ place }) => place));
  return new TagshipError(
    'content-missing',
    `No file of \`${id}\` is in commit ${commit.slice(0, 12)}. Looked at: ${places.join(', ')}.${hints ? await similar(search, wanted) : ''}`,
    `Name the file in a committed ${REGISTRY_PATH}, or add a template such as \`paths: ["lib/{type}/{name}.{ext}"]\` to the configuration.`,
  );
}

async function similar(search: Search, places: readonly string[]): Promise<string> {
  const whole = await search.whole();
  const paths = whole?.files.map(({ path }) => path) ?? [];
  const found = similarFiles(search.component, places, paths).map(
    ({ path, difference }) => `\`${path}\` (${difference})`,
  );
  return found.length === 0 ? '' : ` Similar files: ${found.join(', ')}.`;
}

/** The error for a registry that does not say where a component is. */
export function unreadableRegistry(commit: string, problem: string): TagshipError {
  return new TagshipError(
    'registry-invalid',
    `The registry ${REGISTRY_PATH} at commit ${commit.slice(0, 12)} cannot be read: ${problem}.`,
    'Correct the registry, commit it and tag that commit.',
    { location: { file: REGISTRY_PATH } },
  );
}

async function registered(search: Search, spelling: Spelling): Promise<Located | Missing | undefined> {
  const { component, commit, tree, registry } = search;
  const entry = registry === undefined ? undefined : registryEntry(registry, component.type, spelling.name);
  if (entry === undefined) {
    return undefined;
  }
  const { path, problem } = entry;
  if (problem !== undefined) {
    throw unreadableRegistry(commit, problem);
  }
  const found = await tree.lookUp(path);
  if (found.kind === 'file') {
    return { path, blob: found.oid };
  }
  if (found.kind === 'missing') {
    return { looked: [], registered: path };
  }
  throw notAFile(component, commit, 'path' in found ? found.path : path, found.kind);
}

async function searched(search: Search, spelling: Spelling, looked: string[]): Promise<Located | undefined> {
  const { component, commit } = search;
  for (const step of spelling.steps) {
    const { found, blocked } = await candidates(search, step);
    if (found === undefined) {
      throw new TagshipError(
        'content-missing',
        `\`${componentId(component)}\` cannot be looked for as ${step.place} in commit ${commit.slice(0, 12)}, which has too many files for that. Looked at: ${[REGISTRY_PATH, ...looked].join(', ')}.`,
        `Name the file in a committed ${REGISTRY_PATH}, or by a template without \`*\` under \`paths\`.`,
      );
    }
    const [only, ...others] = contenders(component, step, found);
    if (others.length > 0) {
      throw ambiguous(search, step, found);
    }
    if (only !== undefined) {
      if (only.kind !== 'file') {
        throw notAFile(component, commit, only.path, only.kind);
      }
      return { path: only.path, blob: only.oid };
    }
    looked.push(blocked === undefined ? step.place : `${step.place} (${blocked.path} is a ${blocked.kind})`);
  }
  return undefined;
}

function ambiguous({ component, commit }: Search, step: Step, found: readonly Candidate[]): TagshipError {
  const names = contenders(component, step, found)
    .map(({ path }) => `\`${path}\``)
    .sort();
  const more = names.length - LISTED;
  const listed = more > 0 ? [...names.slice(0, LISTED), `one of ${more} more`] : names;
  return new TagshipError(
    'content-ambiguous',
    `\`${componentId(component)}\` could be ${listed.join(' or ')} in commit ${commit.slice(0, 12)}.`,
    `Keep one of them, name the right one in a committed ${REGISTRY_PATH}, or add a template under \`paths\` that fits one only.`,
  );
}

interface Candidate {
  readonly path: string;
  readonly kind: 'file' | 'symlink' | 'submodule';
  readonly oid: string;
}

interface Candidates {
  /** Undefined where the tree has too many files to look through. */
  readonly found: readonly Candidate[] | undefined;
  /** What is in the way of the folder that was looked for. */
  readonly blocked?: { readonly path: string; readonly kind: 'symlink' | 'submodule' } | undefined;
}

/** The candidates of one step. */
export async function candidates({ tree, whole }: Pick<Search, 'tree' | 'whole'>, step: Step): Promise<Candidates> {
  if (step.kind === 'tree') {
    return { found: (await whole())?.candidates(step) };
  }
  const { entries, blocked } = await tree.list(step.folder);
  const found = candidatesIn(entries, step).flatMap(({ kind, name, oid }) =>
    kind === 'folder' ? [] : [{ path: step.folder === '' ? name : `${step.folder}/${name}`, kind, oid }],
  );
  return { found, blocked };
}

function notAFile(component: Component, commit: string, path: string, kind: string): TagshipError {
  const article = kind === 'symlink' ? 'a symbolic link' : `a ${kind}`;
  return new TagshipError(
    'content-not-a-file',
    `\`${path}\` in commit ${commit.slice(0, 12)}, found for \`${componentId(component)}\`, is ${article}.`,
    'Commit the content as a regular file at that path, or name another path in the registry or under `paths`.',
    { location: { file: path } },
  );
}

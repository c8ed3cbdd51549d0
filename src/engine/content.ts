import { BoundedCache } from '../domain/bounded-cache.ts';
import { type Component, componentId } from '../domain/component.ts';
import { KV_LIMITS } from '../domain/limits.ts';
import type { Content } from '../domain/projection.ts';
import { parseRegistry, REGISTRY_PATH, type Registry, type RegistryEntry, registryEntry } from '../domain/registry.ts';
import { type Spelling, type Step, spellings } from '../domain/search.ts';
import { TagshipError } from '../errors.ts';
import type { GitObject, Repository } from '../ports/repository.ts';
import { loadFolders, WantedFiles } from './folders.ts';
import { candidatesIn, listingOf, Tree, treeOf } from './tree.ts';

/** A file that was found for a component. */
export interface Located {
  readonly path: string;
  readonly blob: string;
}

/** Codes of errors that are about a component at a commit, and not about reading it. */
const UNDEPLOYABLE = ['content-', 'registry-'];

const LFS_POINTER = 'version https://git-lfs.github.com/spec/';

/** A component at a commit. */
export interface Place {
  readonly component: Component;
  readonly commit: string;
}

/** How much of registries stays in memory, in bytes as estimated, and how many places of contents when more are prepared. */
const REGISTRY_BYTES = 32 * 1024 * 1024;
const MAX_LOCATED = 10_000;

/** Everything that was asked for in commits with one and the same tree. */
interface Prepared {
  readonly tree: string;
  /** The date of one of these commits. */
  readonly date: string;
  readonly components: readonly Component[];
}

/** What of its registry is about these components; undefined where none is committed. */
interface WithRegistry extends Prepared {
  readonly registry: Registry | undefined;
}

/** Finds and reads the content of components at commits, never from a working tree. */
export class ContentReader {
  readonly #repository: Repository;
  readonly #registries = new BoundedCache<ReturnType<typeof parseRegistry>>(REGISTRY_BYTES);
  /** The trees of prepared commits; null of what is no commit. */
  readonly #trees = new Map<string, string | null>();
  /** Where contents are, by tree and component, found with these templates. */
  readonly #located = new Map<string, Map<string, Located>>();
  #locatedWith = '';
  #locatedCount = 0;

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** The registry at a commit, or undefined where none is committed. */
  async registry(commit: string): Promise<Registry | undefined> {
    return await this.#registry(await this.#tree(commit), commit);
  }

  async #registry(tree: Tree, commit: string): Promise<Registry | undefined> {
    const found = await tree.lookUp(REGISTRY_PATH);
    const parsed = found.kind === 'file' ? await this.#parsed(found.oid) : undefined;
    if (parsed !== undefined && 'problem' in parsed) {
      throw new TagshipError(
        'registry-invalid',
        `The registry ${REGISTRY_PATH} at commit ${commit.slice(0, 12)} cannot be read: ${parsed.problem}.`,
        'Correct the registry, commit it and tag that commit.',
        { location: { file: REGISTRY_PATH } },
      );
    }
    return parsed;
  }

  async #parsed(oid: string): Promise<ReturnType<typeof parseRegistry>> {
    const known = this.#registries.get(oid);
    if (known !== undefined) {
      return known;
    }
    const blob = await this.#repository.read(oid);
    const bytes = blob?.type === 'blob' ? blob.bytes : undefined;
    const parsed = parseRegistry(new TextDecoder().decode(bytes));
    // What was parsed takes some times as much as its text.
    this.#registries.set(oid, parsed, 1_000 + 4 * (bytes?.length ?? 0));
    return parsed;
  }

  async #tree(commit: string): Promise<Tree> {
    const known = this.#trees.get(commit);
    return known === undefined
      ? await treeOf(this.#repository, commit)
      : new Tree((oid) => listingOf(this.#repository, oid), known ?? undefined);
  }

  /**
   * Finds many components at once, so that `locate` asks the server nothing for them: one request for the commits, one
   * for each level of folders that they may be in, and where there are registries two for these; however many components
   * there are. Contents are not brought near. What was prepared before may be forgotten.
   * @param templates the path templates of the configuration
   */
  async prepare(places: readonly Place[], templates: readonly string[]): Promise<void> {
    if (this.#locatedWith !== templates.join('\0') || this.#locatedCount > MAX_LOCATED) {
      this.#locatedWith = templates.join('\0');
      this.#located.clear();
      this.#locatedCount = 0;
    }
    const trees = await this.#preparedTrees(
      places.filter((place) => this.#known(place.component, place.commit) === undefined),
    );
    const prepared = await this.#withRegistries(trees);
    const read = await loadFolders(
      this.#repository,
      prepared.map(({ tree, components, registry }) => ({
        tree,
        files: wantedFiles(components, registry, templates),
      })),
    );
    for (const { tree, components, registry } of prepared) {
      await this.#locateAll(tree, new Tree(read, tree), components, registry, templates);
    }
  }

  /**
   * The trees of the commits, the oldest first: those of neighbours have most of their folders in common, and what was
   * read for one is still in memory for the next.
   */
  async #preparedTrees(places: readonly Place[]): Promise<Prepared[]> {
    const byCommit = new Map<string, Component[]>();
    for (const { component, commit } of places) {
      const components = byCommit.get(commit);
      if (components === undefined) {
        byCommit.set(commit, [component]);
      } else {
        components.push(component);
      }
    }
    const byTree = new Map<string, { tree: string; date: string; components: Map<string, Component> }>();
    for await (const { oid, object } of this.#repository.readAll([...byCommit.keys()])) {
      if (object?.type !== 'commit') {
        this.#trees.set(oid, null);
        continue;
      }
      // A text that was cut out of another keeps that one in memory.
      const tree = Buffer.from(object.tree).toString();
      this.#trees.set(oid, tree);
      const known = byTree.get(tree) ?? { tree, date: object.date, components: new Map<string, Component>() };
      byTree.set(tree, known);
      for (const component of byCommit.get(oid) ?? []) {
        known.components.set(nameOf(component), component);
      }
    }
    return [...byTree.values()]
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .map(({ tree, date, components }) => ({ tree, date, components: [...components.values()] }));
  }

  /** What registries say of the components; trees with a registry that cannot be read are left out. */
  async #withRegistries(trees: readonly Prepared[]): Promise<WithRegistry[]> {
    const files = new WantedFiles();
    files.addPath(REGISTRY_PATH);
    const read = await loadFolders(
      this.#repository,
      trees.map(({ tree }) => ({ tree, files })),
    );
    const registries = new Map<string, string>();
    for (const { tree } of trees) {
      const found = await new Tree(read, tree).lookUp(REGISTRY_PATH);
      if (found.kind === 'file') {
        registries.set(tree, found.oid);
      }
    }
    await this.#repository.load([...new Set(registries.values())], 'objects');
    const prepared: WithRegistry[] = [];
    for (const one of trees) {
      const oid = registries.get(one.tree);
      const registry = oid === undefined ? undefined : await this.#parsed(oid);
      if (registry === undefined || !('problem' in registry)) {
        prepared.push({ ...one, registry: registry && partOf(registry, one.components) });
      }
    }
    return prepared;
  }

  async #locateAll(
    oid: string,
    tree: Tree,
    components: readonly Component[],
    registry: Registry | undefined,
    templates: readonly string[],
  ): Promise<void> {
    const located = this.#located.get(oid) ?? new Map<string, Located>();
    this.#located.set(oid, located);
    this.#locatedCount -= located.size;
    for (const component of components) {
      const found = await locateIn(tree, registry, component, '', templates).catch(ignoreUndeployable);
      if (found !== undefined) {
        located.set(nameOf(component), found);
      }
    }
    this.#locatedCount += located.size;
  }

  #known(component: Component, commit: string): Located | undefined {
    return this.#located.get(this.#trees.get(commit) ?? '')?.get(nameOf(component));
  }

  /**
   * Objects that reading the component will probably need, as far as they can be told without the configuration: the
   * registry, and the files at the conventional places.
   */
  async likelyObjects(component: Component, commit: string): Promise<string[]> {
    const oids: string[] = [];
    const tree = await this.#tree(commit);
    const registry = await tree.lookUp(REGISTRY_PATH);
    if (registry.kind === 'file') {
      oids.push(registry.oid);
    }
    for (const { steps } of spellings(component, [])) {
      for (const step of steps) {
        oids.push(...(await candidates(tree, step)).files.map(({ blob }) => blob));
      }
    }
    return oids;
  }

  /**
   * The content of a component at a commit.
   * @param templates the path templates of the configuration
   * @throws TagshipError `content-missing`, `content-ambiguous`, `content-not-a-file`, `content-lfs`,
   *   `content-too-large`, `registry-invalid`, `tag-not-a-commit`
   */
  async read(component: Component, commit: string, templates: readonly string[]): Promise<Content> {
    const object = await this.#repository.read(commit);
    if (object?.type !== 'commit') {
      throw new TagshipError(
        'tag-not-a-commit',
        `A tag of \`${componentId(component)}\` points at ${commit.slice(0, 12)}, which is ${object === undefined ? 'not in the repository' : `a ${object.type}`}.`,
        'Point the tag at a commit.',
      );
    }
    const located = await this.locate(component, commit, templates);
    const bytes = contentOf(component, commit, located, await this.#repository.read(located.blob));
    return { ...located, bytes, commit, date: object.date, author: object.author };
  }

  /**
   * Where the content of a component is at a commit, without reading it.
   * @throws TagshipError as `read`
   */
  async locate(component: Component, commit: string, templates: readonly string[]): Promise<Located> {
    const known = this.#locatedWith === templates.join('\0') ? this.#known(component, commit) : undefined;
    if (known !== undefined) {
      return known;
    }
    const tree = await this.#tree(commit);
    return await locateIn(tree, await this.#registry(tree, commit), component, commit, templates);
  }

  /**
   * Where the content of a component is at a commit, as far as there is one: what cannot be deployed is nowhere, and
   * the deploy says why.
   */
  async find(
    component: Component,
    commit: string,
    templates: readonly string[],
  ): Promise<Located | { readonly path: null; readonly blob: null }> {
    try {
      return await this.locate(component, commit, templates);
    } catch (error) {
      if (isUndeployable(error)) {
        return { path: null, blob: null };
      }
      throw error;
    }
  }
}

/** What of a registry is about these components, under any spelling of their names. */
function partOf(registry: Registry, components: readonly Component[]): Registry {
  const part = new Map<string, RegistryEntry>();
  for (const component of components) {
    for (const { name } of spellings(component, [])) {
      const entry = registry.get(name);
      if (entry !== undefined) {
        part.set(name, entry);
      }
    }
  }
  return part;
}

/** Everything that finding these components looks at. */
function wantedFiles(
  components: readonly Component[],
  registry: Registry | undefined,
  templates: readonly string[],
): WantedFiles {
  const files = new WantedFiles();
  for (const component of components) {
    for (const { name, steps } of spellings(component, templates)) {
      const entry = registry === undefined ? undefined : registryEntry(registry, component.type, name);
      if (entry !== undefined) {
        files.addPath(entry.path);
        break;
      }
      for (const step of steps) {
        files.addStep(step);
      }
    }
  }
  return files;
}

async function locateIn(
  tree: Tree,
  registry: Registry | undefined,
  component: Component,
  commit: string,
  templates: readonly string[],
): Promise<Located> {
  const looked: string[] = [];
  for (const spelling of spellings(component, templates)) {
    const found =
      (await registered(tree, component, spelling, commit, registry)) ??
      (await searched(tree, component, spelling, commit, looked));
    if (found !== undefined) {
      return found;
    }
  }
  throw new TagshipError(
    'content-missing',
    `No file of \`${componentId(component)}\` is in commit ${commit.slice(0, 12)}. Looked at: ${[
      registry === undefined ? `${REGISTRY_PATH} (not committed)` : `${REGISTRY_PATH} (does not name it)`,
      ...looked,
    ].join(', ')}.`,
    `Name the file in a committed ${REGISTRY_PATH}, or add a template such as \`paths: ["lib/{type}/{name}.{ext}"]\` to the configuration.`,
  );
}

async function registered(
  tree: Tree,
  component: Component,
  spelling: Spelling,
  commit: string,
  registry: Registry | undefined,
): Promise<Located | undefined> {
  const entry = registry === undefined ? undefined : registryEntry(registry, component.type, spelling.name);
  if (entry === undefined) {
    return undefined;
  }
  const { path } = entry;
  const found = await tree.lookUp(path);
  if (found.kind === 'file') {
    return { path, blob: found.oid };
  }
  if (found.kind === 'missing') {
    throw new TagshipError(
      'content-missing',
      `The registry ${REGISTRY_PATH} names \`${path}\` for \`${componentId(component)}\`, but commit ${commit.slice(0, 12)} has no such file.`,
      'Correct the path in the registry or add the file, commit it and tag that commit.',
      { location: { file: REGISTRY_PATH } },
    );
  }
  throw notAFile(component, commit, 'path' in found ? found.path : path, found.kind);
}

async function searched(
  tree: Tree,
  component: Component,
  spelling: Spelling,
  commit: string,
  looked: string[],
): Promise<Located | undefined> {
  for (const step of spelling.steps) {
    const { files, others, blocked } = await candidates(tree, step);
    if (files.length + others.length > 1) {
      const names = [...files, ...others].map(({ path }) => `\`${path}\``).sort();
      throw new TagshipError(
        'content-ambiguous',
        `\`${componentId(component)}\` could be ${names.join(' or ')} in commit ${commit.slice(0, 12)}.`,
        'Keep one of them, or name the right one in a committed `.edgit/components.json`.',
      );
    }
    const [file] = files;
    const [other] = others;
    if (other !== undefined) {
      throw notAFile(component, commit, other.path, other.kind);
    }
    if (file !== undefined) {
      return file;
    }
    looked.push(blocked === undefined ? step.place : `${step.place} (${blocked.path} is a ${blocked.kind})`);
  }
  return undefined;
}

interface Candidates {
  readonly files: readonly Located[];
  readonly others: readonly { readonly path: string; readonly kind: 'symlink' | 'submodule' }[];
  readonly blocked: { readonly path: string; readonly kind: 'symlink' | 'submodule' } | undefined;
}

async function candidates(tree: Tree, step: Step): Promise<Candidates> {
  const { entries, blocked } = await tree.list(step.folder);
  const files: Located[] = [];
  const others: { path: string; kind: 'symlink' | 'submodule' }[] = [];
  for (const { kind, name, oid } of candidatesIn(entries, step)) {
    const path = step.folder === '' ? name : `${step.folder}/${name}`;
    if (kind === 'file') {
      files.push({ path, blob: oid });
    } else if (kind !== 'folder') {
      others.push({ path, kind });
    }
  }
  return { files, others, blocked };
}

/**
 * The bytes of a content that was located and read.
 * @throws TagshipError `content-lfs`, `content-too-large`, `git-protocol` where it could not be read
 */
export function contentOf(
  component: Component,
  commit: string,
  { path }: Located,
  object: GitObject | undefined,
): Uint8Array {
  const where = `\`${path}\` in commit ${commit.slice(0, 12)}, the content of \`${componentId(component)}\`,`;
  if (object?.type !== 'blob') {
    throw new TagshipError('git-protocol', `${where} could not be fetched.`, 'Run the job again.');
  }
  if (object.size > KV_LIMITS.value || object.bytes === undefined) {
    throw new TagshipError(
      'content-too-large',
      `${where} has ${object.size} bytes; Workers KV takes ${KV_LIMITS.value} (25 MiB).`,
      'Make the file smaller or split it into several components.',
      { location: { file: path } },
    );
  }
  if (new TextDecoder().decode(object.bytes.subarray(0, LFS_POINTER.length)) === LFS_POINTER) {
    throw new TagshipError(
      'content-lfs',
      `${where} is a Git LFS pointer, not the content itself.`,
      'Take the file out of Git LFS (`git lfs untrack`), commit it and tag that commit.',
      { location: { file: path } },
    );
  }
  return object.bytes;
}

/** What cannot be deployed is told to whoever asks for it. */
function ignoreUndeployable(error: unknown): undefined {
  if (!isUndeployable(error)) {
    throw error;
  }
}

function isUndeployable(error: unknown): error is TagshipError {
  return error instanceof TagshipError && UNDEPLOYABLE.some((prefix) => error.code.startsWith(prefix));
}

function nameOf({ prefix, type, name }: Component): string {
  return `${prefix}/${type}/${name}`;
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

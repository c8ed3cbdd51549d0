import { BoundedCache } from '../domain/bounded-cache.ts';
import { type Component, componentId } from '../domain/component.ts';
import { spellings } from '../domain/content-paths.ts';
import { KV_LIMITS } from '../domain/limits.ts';
import type { Content } from '../domain/planned-key.ts';
import { parseRegistry, REGISTRY_PATH, type Registry, type RegistryEntry, registryEntry } from '../domain/registry.ts';
import { TagshipError } from '../errors.ts';
import type { GitObject, Repository } from '../ports/repository.ts';
import { loadFolders, WantedFiles } from './folders.ts';
import { candidates, type Located, locate, missing, type Search, unreadableRegistry } from './locate.ts';
import { listingOf, Tree } from './tree.ts';
import { loadWholeTrees, readWholeTree, type WholeTree } from './whole-tree.ts';

export type { Located } from './locate.ts';

/** Codes of errors that are about a component at a commit, and not about reading it. */
const UNDEPLOYABLE = ['content-', 'registry-'];

/** What a pointer of Git LFS begins with, and what it is always smaller than, in bytes. */
const LFS_POINTER = { start: 'version https://git-lfs.github.com/spec/', limit: 1024 };

/** A component at a commit. */
export interface Place {
  readonly component: Component;
  readonly commit: string;
}

/** How much of registries stays in memory, in bytes as estimated, and how many places of contents when more are prepared. */
const REGISTRY_BYTES = 32 * 1024 * 1024;

/** How much of the lists of all files of a tree stays in memory, in bytes as estimated. */
const WHOLE_BYTES = 32 * 1024 * 1024;
const MAX_LOCATED = 10_000;

/** For how many missing files those that are called alike are looked for: where more are missing, these are no typos. */
const MAX_HINTED = 50;

/** Everything that was asked for in commits with one and the same tree. */
interface Prepared {
  readonly tree: string;
  /** One of these commits. */
  readonly commit: string;
  /** The date of one of these commits. */
  readonly date: string;
  readonly components: readonly Component[];
}

/** Ends a search that only some folders of the tree were brought near for. */
class NeedsWhole extends Error {}

async function needsWhole(): Promise<never> {
  throw new NeedsWhole();
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
  /** All files of trees; of one that has too many nothing. */
  readonly #whole = new BoundedCache<{ readonly files: WholeTree | undefined }>(WHOLE_BYTES);
  /** Where contents are, by tree and component, found with these templates; null where none can be deployed. */
  readonly #located = new Map<string, Map<string, Located | null>>();
  /** The missing files of which an error names others that are called alike. */
  readonly #hinted = new Set<string>();
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
      throw unreadableRegistry(commit, parsed.problem);
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
    return new Tree((oid) => listingOf(this.#repository, oid), await this.#rootOf(commit));
  }

  /** The tree of a commit; undefined of what is no commit. */
  async #rootOf(commit: string): Promise<string | undefined> {
    const known = this.#trees.get(commit);
    if (known !== undefined) {
      return known ?? undefined;
    }
    const object = await this.#repository.read(commit);
    return object?.type === 'commit' ? object.tree : undefined;
  }

  /** All files of a commit; undefined where there are too many. */
  async #wholeTree(commit: string): Promise<WholeTree | undefined> {
    const tree = await this.#rootOf(commit);
    if (tree === undefined) {
      return undefined;
    }
    const known = this.#whole.get(tree);
    if (known !== undefined) {
      return known.files;
    }
    const tooLarge = await loadWholeTrees(this.#repository, [{ commit, tree }]);
    const files = tooLarge.length > 0 ? undefined : await readWholeTree(this.#repository, tree);
    this.#whole.set(tree, { files }, files?.weight ?? 1_000);
    return files;
  }

  /**
   * Finds many components at once, so that `locate` asks the server nothing for them: one request for the commits, one
   * for each level of folders that they may be in, and where there are registries two for these; however many components
   * there are. Where some can be anywhere, one more for all folders of their commits. Contents are not brought near.
   * What was prepared before may be forgotten.
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
    const anywhere: Search[] = [];
    for (const { tree, commit, components, registry } of prepared) {
      const folders = new Tree(read, tree);
      for (const component of components) {
        const whole = (): Promise<WholeTree | undefined> => this.#wholeTree(commit);
        const search = { component, commit, tree: folders, whole, registry, templates };
        if (!(await this.#note(tree, { ...search, whole: needsWhole }))) {
          anywhere.push(search);
        }
      }
    }
    const commits = new Map(prepared.map((one) => [one.commit, one]));
    const roots = new Set(anywhere.flatMap(({ commit }) => commits.get(commit) ?? []));
    for (const { tree } of await loadWholeTrees(this.#repository, [...roots])) {
      this.#whole.set(tree, { files: undefined }, 1_000);
    }
    for (const search of anywhere) {
      await this.#note(commits.get(search.commit)?.tree ?? '', search);
    }
  }

  /** Notes where a content is, or that none can be deployed; false where that needs more than was brought near. */
  async #note(tree: string, search: Search): Promise<boolean> {
    const located = this.#located.get(tree) ?? new Map<string, Located | null>();
    this.#located.set(tree, located);
    try {
      const found = await locate(search);
      located.set(nameOf(search.component), 'looked' in found ? null : found);
    } catch (error) {
      if (error instanceof NeedsWhole) {
        return false;
      }
      if (!isUndeployable(error)) {
        throw error;
      }
      located.set(nameOf(search.component), null);
    }
    this.#locatedCount++;
    return true;
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
    const byTree = new Map<
      string,
      { tree: string; commit: string; date: string; components: Map<string, Component> }
    >();
    for await (const { oid, object } of this.#repository.readAll([...byCommit.keys()])) {
      if (object?.type !== 'commit') {
        this.#trees.set(oid, null);
        continue;
      }
      // A text that was cut out of another keeps that one in memory.
      const tree = Buffer.from(object.tree).toString();
      this.#trees.set(oid, tree);
      const known = byTree.get(tree) ?? {
        tree,
        commit: oid,
        date: object.date,
        components: new Map<string, Component>(),
      };
      byTree.set(tree, known);
      for (const component of byCommit.get(oid) ?? []) {
        known.components.set(nameOf(component), component);
      }
    }
    return [...byTree.values()]
      .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
      .map(({ components, ...tree }) => ({ ...tree, components: [...components.values()] }));
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

  #known(component: Component, commit: string): Located | null | undefined {
    return this.#located.get(this.#trees.get(commit) ?? '')?.get(nameOf(component));
  }

  /**
   * Objects that reading the component will probably need, as far as they are known without the configuration: the
   * registry, and the files at the conventional places; where there is neither, what Edgit calls so.
   */
  async likelyObjects(component: Component, commit: string): Promise<string[]> {
    const oids: string[] = [];
    const tree = await this.#tree(commit);
    const registry = await tree.lookUp(REGISTRY_PATH);
    if (registry.kind === 'file') {
      oids.push(registry.oid);
    }
    for (const step of spellings(component, []).flatMap(({ steps }) => steps)) {
      if (step.kind === 'folder' || oids.length === 0) {
        const { found = [] } = await candidates({ tree, whole: () => this.#wholeTree(commit) }, step);
        oids.push(...found.flatMap(({ kind, oid }) => (kind === 'file' ? [oid] : [])));
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
    const object = await this.commit(component, commit);
    const located = await this.locate(component, commit, templates);
    const bytes = contentOf(component, commit, located, await this.#repository.read(located.blob));
    return { ...located, bytes, commit, date: object.date, author: object.author };
  }

  /**
   * The commit that a tag of a component leads to.
   * @throws TagshipError `tag-not-a-commit`
   */
  async commit(component: Component, commit: string): Promise<Extract<GitObject, { readonly type: 'commit' }>> {
    const object = await this.#repository.read(commit);
    if (object?.type !== 'commit') {
      throw new TagshipError(
        'tag-not-a-commit',
        `A tag of \`${componentId(component)}\` points at ${commit.slice(0, 12)}, which is ${kindOf(object)}.`,
        'Point the tag at a commit.',
      );
    }
    return object;
  }

  /**
   * Where the content of a component is at a commit, without reading it.
   * @throws TagshipError as `read`
   */
  async locate(component: Component, commit: string, templates: readonly string[]): Promise<Located> {
    const known = this.#knownWith(component, commit, templates);
    if (known) {
      return known;
    }
    const search = await this.#search(component, commit, templates);
    const found = await locate(search);
    if ('looked' in found) {
      const name = `${commit} ${nameOf(component)}`;
      if (this.#hinted.size < MAX_HINTED) {
        this.#hinted.add(name);
      }
      throw await missing(search, found, this.#hinted.has(name));
    }
    return found;
  }

  async #search(component: Component, commit: string, templates: readonly string[]): Promise<Search> {
    const tree = await this.#tree(commit);
    const registry = await this.#registry(tree, commit);
    return { component, commit, tree, whole: () => this.#wholeTree(commit), registry, templates };
  }

  /** What was found with these templates; null where nothing can be deployed. */
  #knownWith(component: Component, commit: string, templates: readonly string[]): Located | null | undefined {
    return this.#locatedWith === templates.join('\0') ? this.#known(component, commit) : undefined;
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
    const nowhere = { path: null, blob: null };
    try {
      const known = this.#knownWith(component, commit, templates);
      const found = known === undefined ? await locate(await this.#search(component, commit, templates)) : known;
      return found === null || 'looked' in found ? nowhere : found;
    } catch (error) {
      if (isUndeployable(error)) {
        return nowhere;
      }
      throw error;
    }
  }
}

function kindOf(object: GitObject | undefined): string {
  return object === undefined
    ? 'not in the repository'
    : object.type === 'oversized'
      ? 'too large to be read'
      : `a ${object.type}`;
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
        if (entry.problem === undefined) {
          files.addPath(entry.path);
        }
        break;
      }
      for (const step of steps) {
        if (step.kind === 'folder') {
          files.addStep(step);
        }
      }
    }
  }
  return files;
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
  if (object.size < LFS_POINTER.limit && Buffer.from(object.bytes).toString('latin1').startsWith(LFS_POINTER.start)) {
    throw new TagshipError(
      'content-lfs',
      `${where} is a Git LFS pointer, not the content itself.`,
      'Take the file out of Git LFS (`git lfs untrack`), commit it and tag that commit.',
      { location: { file: path } },
    );
  }
  return object.bytes;
}

function isUndeployable(error: unknown): error is TagshipError {
  return error instanceof TagshipError && UNDEPLOYABLE.some((prefix) => error.code.startsWith(prefix));
}

function nameOf({ prefix, type, name }: Component): string {
  return `${prefix}/${type}/${name}`;
}

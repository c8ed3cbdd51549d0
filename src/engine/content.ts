import { type Component, componentId } from '../domain/component.ts';
import { KV_LIMITS } from '../domain/limits.ts';
import type { Content } from '../domain/projection.ts';
import { parseRegistry, REGISTRY_PATH, type Registry, registryEntry } from '../domain/registry.ts';
import { type Spelling, type Step, spellings } from '../domain/search.ts';
import { TagshipError } from '../errors.ts';
import type { Repository } from '../ports/repository.ts';
import { listFolder, lookUp } from './tree.ts';

/** A file that was found for a component. */
export interface Located {
  readonly path: string;
  readonly blob: string;
}

/** Codes of errors that are about a component at a commit, and not about reading it. */
const UNDEPLOYABLE = ['content-', 'registry-'];

const LFS_POINTER = 'version https://git-lfs.github.com/spec/';

/** Finds and reads the content of components at commits, never from a working tree. */
export class ContentReader {
  readonly #repository: Repository;
  readonly #registries = new Map<string, Registry>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** The registry at a commit, or undefined where none is committed. */
  async registry(commit: string): Promise<Registry | undefined> {
    const found = await lookUp(this.#repository, commit, REGISTRY_PATH);
    if (found.kind !== 'file') {
      return undefined;
    }
    const known = this.#registries.get(found.oid);
    if (known !== undefined) {
      return known;
    }
    const blob = await this.#repository.read(found.oid);
    const text = blob?.type === 'blob' && blob.bytes !== undefined ? new TextDecoder().decode(blob.bytes) : '';
    const parsed = parseRegistry(text);
    if ('problem' in parsed) {
      throw new TagshipError(
        'registry-invalid',
        `The registry ${REGISTRY_PATH} at commit ${commit.slice(0, 12)} cannot be read: ${parsed.problem}.`,
        'Correct the registry, commit it and tag that commit.',
        { location: { file: REGISTRY_PATH } },
      );
    }
    this.#registries.set(found.oid, parsed);
    return parsed;
  }

  /**
   * Objects that reading the component will probably need, as far as they can be told without the configuration: the
   * registry, and the files at the conventional places.
   */
  async likelyObjects(component: Component, commit: string): Promise<string[]> {
    const oids: string[] = [];
    const registry = await lookUp(this.#repository, commit, REGISTRY_PATH);
    if (registry.kind === 'file') {
      oids.push(registry.oid);
    }
    for (const { steps } of spellings(component, [])) {
      for (const step of steps) {
        oids.push(...(await this.#candidates(commit, step)).files.map(({ blob }) => blob));
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
    const { path, blob } = await this.locate(component, commit, templates);
    const bytes = await this.#bytes(component, commit, path, blob);
    return { path, blob, bytes, commit, date: object.date, author: object.author };
  }

  /**
   * Where the content of a component is at a commit, without reading it.
   * @throws TagshipError as `read`
   */
  async locate(component: Component, commit: string, templates: readonly string[]): Promise<Located> {
    const looked: string[] = [];
    const registry = await this.registry(commit);
    for (const spelling of spellings(component, templates)) {
      const found =
        (await this.#registered(component, spelling, commit, registry)) ??
        (await this.#searched(component, spelling, commit, looked));
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
      if (error instanceof TagshipError && UNDEPLOYABLE.some((prefix) => error.code.startsWith(prefix))) {
        return { path: null, blob: null };
      }
      throw error;
    }
  }

  async #registered(
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
    const found = await lookUp(this.#repository, commit, path);
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

  async #searched(
    component: Component,
    spelling: Spelling,
    commit: string,
    looked: string[],
  ): Promise<Located | undefined> {
    for (const step of spelling.steps) {
      const { files, others, blocked } = await this.#candidates(commit, step);
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
      looked.push(blocked === undefined ? step.place : `${step.place} (${blocked})`);
    }
    return undefined;
  }

  async #candidates(
    commit: string,
    step: Step,
  ): Promise<{
    files: Located[];
    others: { path: string; kind: 'symlink' | 'submodule' }[];
    blocked: string | undefined;
  }> {
    const { entries, blocked } = await listFolder(this.#repository, commit, step.folder);
    const files: Located[] = [];
    const others: { path: string; kind: 'symlink' | 'submodule' }[] = [];
    for (const { kind, name, oid } of entries) {
      const path = step.folder === '' ? name : `${step.folder}/${name}`;
      if (kind === 'folder' || !step.matches(name)) {
        continue;
      }
      if (kind === 'file') {
        files.push({ path, blob: oid });
      } else {
        others.push({ path, kind });
      }
    }
    return { files, others, blocked };
  }

  async #bytes(component: Component, commit: string, path: string, blob: string): Promise<Uint8Array> {
    const object = await this.#repository.read(blob);
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

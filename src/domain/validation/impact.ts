import { type Component, componentId, pluralType } from '../component.ts';
import type { FileReferences } from './check.ts';
import type { Known } from './facts.ts';
import type { FileIndex } from './file-index.ts';
import type { ContentPlace } from './known-component.ts';
import { byCodeUnits } from './order.ts';
import type { RegistryDocument } from './registry-document.ts';
import { aliasesOf } from './suggestions.ts';

/** What a change does to one file. */
export type FileChange =
  | { readonly kind: 'added' | 'modified' | 'removed'; readonly path: string }
  /** @property modified whether the content changed as well */
  | { readonly kind: 'renamed'; readonly from: string; readonly path: string; readonly modified: boolean };

/** Where a component is named. */
export interface Mention {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The reference as it stands there. */
  readonly text: string;
}

/** What a change means for one component. */
export interface Impact {
  /** `type/name`. */
  readonly component: string;
  /**
   * - `new`: it was not there before;
   * - `changed`: it has other content now, maybe in another file as well;
   * - `moved`: the same content in another file;
   * - `removed`: its file is gone;
   * - `unregistered`: the registry names it no longer.
   */
  readonly change: 'new' | 'changed' | 'moved' | 'removed' | 'unregistered';
  /** The file of its content, as it is now; undefined where there is none. */
  readonly path: string | undefined;
  /** The file before, where it was another. */
  readonly before: string | undefined;
  /** What runs where now: it stays so until a version is tagged and promoted. */
  readonly environments: readonly { readonly environment: string; readonly version: string | undefined }[];
  /** Who references it, by file and place. */
  readonly mentions: readonly Mention[];
}

/**
 * What a change means: which components get new content, what runs of them, and who references them. By component.
 * @param registryBefore the registry of the base; undefined where none was committed
 * @param known what is known of the tree after the change
 * @param files all files with references
 */
export function impactOf(
  changes: readonly FileChange[],
  registryBefore: RegistryDocument | undefined,
  known: Known,
  files: Iterable<FileReferences>,
): Impact[] {
  const trees = new Trees(changes, registryBefore, known);
  const impacts = new Map<string, Omit<Impact, 'mentions'>>();
  for (const component of trees.concerned()) {
    const id = componentId(component);
    const change = trees.changeOf(component);
    if (change !== undefined) {
      impacts.set(id, { component: id, ...change, environments: environmentsOf(id, known) });
    }
  }
  const mentions = mentionsOf(files, known, new Set(impacts.keys()));
  return [...impacts.values()]
    .map((impact) => ({ ...impact, mentions: mentions.get(impact.component) ?? [] }))
    .sort((a, b) => byCodeUnits(a.component, b.component));
}

/** The references to some components, by component. */
export function mentionsOf(
  files: Iterable<FileReferences>,
  known: Known,
  ids: ReadonlySet<string>,
): ReadonlyMap<string, readonly Mention[]> {
  const mentions = new Map<string, Mention[]>();
  if (ids.size === 0) {
    return mentions;
  }
  for (const { file, references } of files) {
    for (const reference of references) {
      const { type, name, text, range } = reference;
      // What is not registered any longer is still named.
      const named = type === undefined ? known.named(name).map(({ id }) => id) : [`${type}/${name}`];
      for (const id of named.filter((one) => ids.has(one))) {
        const { line, column } = range.start;
        mentions.set(id, [...(mentions.get(id) ?? []), { file, line, column, text }]);
      }
    }
  }
  for (const places of mentions.values()) {
    places.sort((a, b) => byCodeUnits(a.file, b.file) || a.line - b.line || a.column - b.column);
  }
  return mentions;
}

function environmentsOf(id: string, known: Known): Impact['environments'] {
  return [...(known.tagsOf(id)?.environments.keys() ?? [])]
    .sort(byCodeUnits)
    .map((environment) => ({ environment, version: known.runs({ id }, environment) }));
}

/** The tree before and after a change. */
class Trees {
  readonly #registryBefore: RegistryDocument | undefined;
  readonly #known: Known;
  readonly #filesBefore: FileIndex;
  /** Files with other content than before, by their path now. */
  readonly #touched = new Set<string>();
  /** Files that were called otherwise, by their path now. */
  readonly #renamed = new Map<string, string>();
  readonly #paths: readonly string[];

  constructor(changes: readonly FileChange[], registryBefore: RegistryDocument | undefined, known: Known) {
    this.#registryBefore = registryBefore;
    this.#known = known;
    const added: string[] = [];
    const removed: string[] = [];
    for (const change of changes) {
      if (change.kind === 'renamed') {
        this.#renamed.set(change.path, change.from);
      }
      if (change.kind === 'added' || change.kind === 'renamed') {
        added.push(change.path);
      }
      if (change.kind === 'removed' || change.kind === 'renamed') {
        removed.push(change.kind === 'renamed' ? change.from : change.path);
      }
      if (change.kind === 'renamed' ? change.modified : change.kind !== 'removed') {
        this.#touched.add(change.path);
      }
    }
    this.#filesBefore = known.files.with(added, removed);
    this.#paths = changes.flatMap((change) => (change.kind === 'renamed' ? [change.from, change.path] : [change.path]));
  }

  /** Every component that the change may be about. */
  concerned(): Component[] {
    const found = new Map<string, Component>();
    const add = (component: Component): void => {
      const id = componentId(component);
      const tagged = this.#known.tagsOf(id)?.component;
      found.set(id, tagged ?? this.#known.registered(component.type, component.name)?.component ?? component);
    };
    const paths = new Set(this.#paths);
    for (const registry of [this.#registryBefore, this.#known.registry]) {
      for (const { name, type, path } of registry?.entries ?? []) {
        const before = this.#registryBefore?.byName.get(name);
        const now = this.#known.registry?.byName.get(name);
        if (paths.has(path) || before?.path !== now?.path || before?.type !== now?.type) {
          this.#withAliases({ prefix: 'components', type: pluralType(type), name }, add);
        }
      }
    }
    for (const path of paths) {
      for (const component of this.#likely(path)) {
        this.#withAliases(component, add);
      }
    }
    return [...found.values()];
  }

  /** What a file is the content of: everything that is tagged or registered, else the likeliest. */
  #likely(path: string): readonly Component[] {
    const guesses = this.#known.guesses(path).filter((component) => this.changeOf(component) !== undefined);
    const named = guesses.filter(({ type, name }) =>
      [name, ...aliasesOf(type, name)].some((one) => this.#isNamed(type, one)),
    );
    return named.length > 0 ? named : guesses.slice(0, 1);
  }

  #isNamed(type: string, name: string): boolean {
    return (
      this.#known.tagsOf(`${type}/${name}`) !== undefined ||
      this.#known.registry?.byName.has(name) === true ||
      this.#registryBefore?.byName.has(name) === true
    );
  }

  /** What is tagged under the name that Edgit made of this one counts as well. */
  #withAliases(component: Component, add: (component: Component) => void): void {
    const { type, name } = component;
    const tagged = aliasesOf(type, name).filter((alias) => this.#known.tagsOf(`${type}/${alias}`) !== undefined);
    for (const alias of tagged) {
      add({ ...component, name: alias });
    }
    // A file whose tags have the longer name is that component, and not one without tags beside it.
    if (this.#isNamed(type, name) || tagged.length === 0) {
      add(component);
    }
  }

  /** What the change does to a component; undefined where nothing. */
  changeOf(component: Component): Pick<Impact, 'change' | 'path' | 'before'> | undefined {
    const { registry, files } = this.#known;
    const before = pathOf(this.#known.placeIn(component, this.#registryBefore, this.#filesBefore));
    const place = this.#known.placeIn(component, registry, files);
    const path = pathOf(place);
    if (path === undefined) {
      const isLeft = place === undefined && before !== undefined && files.has(before);
      if (before === undefined) {
        return undefined;
      }
      return isLeft ? { change: 'unregistered', path: before, before: undefined } : { change: 'removed', path, before };
    }
    if (before === undefined) {
      return { change: 'new', path, before };
    }
    if (before === path) {
      return this.#touched.has(path) ? { change: 'changed', path, before: undefined } : undefined;
    }
    const isSame = this.#renamed.get(path) === before && !this.#touched.has(path);
    return { change: isSame ? 'moved' : 'changed', path, before };
  }
}

function pathOf(place: ContentPlace | undefined): string | undefined {
  return place?.kind === 'file' ? place.path : undefined;
}

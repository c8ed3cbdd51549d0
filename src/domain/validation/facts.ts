import SemVerRange from 'semver/classes/range.js';
import { type Component, componentId, pluralType, singularType, withoutGeneratedSuffix } from '../component.ts';
import { type ComponentTags, listedVersion, type TagRef, type TagState } from '../component-tags.ts';
import { contenders, spellings } from '../content-paths.ts';
import { edgitBase, edgitBases, edgitComponent } from '../edgit.ts';
import type { KnownVersions } from '../ledger/entry.ts';
import type { Reference, Vocabulary } from '../references/reference.ts';
import { isTypeOf, registryEntry } from '../registry.ts';
import { FileIndex } from './file-index.ts';
import { guesser } from './guesses.ts';
import type { ContentPlace, KnownComponent } from './known-component.ts';
import type { RegistryDocument, RegistryPlace } from './registry-document.ts';
import { SuggestionIndex } from './suggestions.ts';

/** The types that Edgit and Conductor know, as tags and keys write them. */
export const USUAL_TYPES: readonly string[] = [
  'agents',
  'configs',
  'docs',
  'ensembles',
  'prompts',
  'queries',
  'routes',
  'schemas',
  'scripts',
  'templates',
  'tools',
];

/** A version tag that stands elsewhere than the ledger remembers. */
export interface MovedVersion {
  readonly component: Component;
  readonly version: string;
  /** Name of the tag. */
  readonly tag: string;
  /** The commit that the ledger remembers. */
  readonly from: string;
  /** The commit that it stands on. */
  readonly to: string;
}

/** What is read from tree, tags, ledger and KV. */
export interface Sources {
  /** The committed registry; undefined where none is committed. */
  readonly registry: RegistryDocument | undefined;
  readonly tags: TagState;
  /** All files of the tree, relative to its root, with `/`. */
  readonly files: Iterable<string>;
  /** The path templates of the configuration (`paths`). */
  readonly templates: readonly string[];
  /** Types that the configuration adds, plural. */
  readonly types?: readonly string[];
  /** The version an environment tag stands for; what the listing of tags tells, when left out. */
  readonly versionOf?: (tags: ComponentTags, ref: TagRef) => string | undefined;
  /** Version tags that moved, from `movedVersions`; none where no ledger was read. */
  readonly moved?: readonly MovedVersion[];
  /** By environment, what of `type/name@slot` its namespace lacks; empty where KV was not asked. */
  readonly missingKeys?: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The version tags that stand elsewhere than the ledger remembers. */
export function movedVersions(
  tags: TagState,
  remembered: (component: Component) => KnownVersions | undefined,
): MovedVersion[] {
  const moved: MovedVersion[] = [];
  for (const { component, versions } of tags.values()) {
    const known = versions.size === 0 ? undefined : remembered(component);
    for (const [version, ref] of known === undefined ? [] : versions) {
      const from = known?.[version]?.commit;
      if (from !== undefined && from !== ref.commit) {
        moved.push({ component, version, tag: ref.name, from, to: ref.commit });
      }
    }
  }
  return moved;
}

const NO_REFS: ReadonlyMap<string, TagRef> = new Map();

/**
 * What is known of components. Each is looked up when something first asks for it, and then remembered: of 20,000
 * components a pull request names few.
 */
export class Known {
  readonly registry: RegistryDocument | undefined;
  /** The registry where it decides what is registered: not where nothing of it can be read. */
  readonly #deciding: RegistryDocument | undefined;
  readonly files: FileIndex;
  readonly moved: readonly MovedVersion[];
  /** Every type that something says there is, plural. */
  readonly types: ReadonlySet<string>;
  readonly #sources: Sources;
  /** By type and name. */
  readonly #found = new Map<string, Map<string, KnownComponent | null>>();
  readonly #named = new Map<string, readonly KnownComponent[]>();
  readonly #satisfied = new Map<string, Map<KnownComponent, boolean>>();
  readonly #moved: ReadonlyMap<string, MovedVersion>;
  readonly #ranges = new Map<string, SemVerRange | undefined>();
  #environments: ReadonlySet<string> | undefined;
  #all: readonly KnownComponent[] | undefined;
  #suggestions: SuggestionIndex | undefined;
  #guesser: ((path: string) => Component[]) | undefined;
  #taggedBases: ReadonlySet<string> | undefined;
  #words: ReadonlySet<string> | 'any' | undefined;
  #taggedAs: ReadonlyMap<string, readonly ComponentTags[]> | undefined;
  readonly #typesCalled = new Map<string, ReadonlySet<string>>();
  #tagged: ReadonlySet<string> | undefined;
  #typesInUse: ReadonlySet<string> | undefined;

  constructor(sources: Sources) {
    this.#sources = sources;
    this.registry = sources.registry;
    // One mistake in the registry is one finding, and not one of each reference.
    const isUnreadable = this.registry?.entries.length === 0 && this.registry.problems.length > 0;
    this.#deciding = isUnreadable ? undefined : this.registry;
    this.files = new FileIndex(sources.files);
    this.moved = sources.moved ?? [];
    this.#moved = new Map(this.moved.map((one) => [`${componentId(one.component)}@${one.version}`, one]));
    const types = new Set([...USUAL_TYPES, ...(sources.types ?? [])]);
    for (const { component } of sources.tags.values()) {
      types.add(component.type);
    }
    for (const { type } of sources.registry?.entries ?? []) {
      types.add(pluralType(type));
    }
    this.types = types;
  }

  /**
   * The component of this type and name, where it is registered: the committed registry names it, with or without the
   * suffix that Edgit appends to names; or, where none is committed, it has a version tag or a file where content is
   * looked for.
   * @param type plural
   */
  registered(type: string, name: string): KnownComponent | undefined {
    let ofType = this.#found.get(type);
    if (ofType === undefined) {
      ofType = new Map();
      this.#found.set(type, ofType);
    }
    let found = ofType.get(name);
    if (found === undefined) {
      found = (this.types.has(type) ? this.#find(`${type}/${name}`, type, name) : undefined) ?? null;
      ofType.set(name, found);
    }
    return found ?? undefined;
  }

  /** The registered components that a name alone can mean, of any type. */
  named(name: string): readonly KnownComponent[] {
    const known = this.#named.get(name);
    if (known !== undefined) {
      return known;
    }
    const found = this.#mayBeNamed(name)
      ? this.#typesOf(name).flatMap((type) => this.registered(type, name) ?? [])
      : [];
    this.#named.set(name, found);
    return found;
  }

  /** The types that a name can have; too many rather than too few. */
  #typesOf(name: string): readonly string[] {
    const types = [...this.types];
    if (this.#deciding === undefined) {
      return types;
    }
    this.#taggedAs ??= Map.groupBy(this.#sources.tags.values(), ({ component }) => component.name);
    const entry = this.#deciding.byName.get(name);
    const tagged = this.#taggedAs.get(name) ?? [];
    const ofEntry = entry === undefined ? undefined : this.#typesLike(entry.type);
    return types.filter((type) => ofEntry?.has(type) || tagged.some(({ component }) => component.type === type));
  }

  /** The types that the registry may mean by what it calls a type. */
  #typesLike(called: string): ReadonlySet<string> {
    let types = this.#typesCalled.get(called);
    if (types === undefined) {
      types = new Set([...this.types].filter((type) => isTypeOf(type, called)));
      this.#typesCalled.set(called, types);
    }
    return types;
  }

  /**
   * What tells references apart from other texts.
   * @param keys under which a string is a reference also without `@`
   */
  vocabulary(keys: ReadonlySet<string>): Vocabulary {
    return { types: this.types, keys, isName: (name) => this.named(name).length > 0 };
  }

  /** The registered components that a reference can mean: of one with a type at most one. */
  meant({ type, name }: Pick<Reference, 'type' | 'name'>): readonly KnownComponent[] {
    if (type === undefined) {
      return this.named(name);
    }
    const found = this.registered(type, name);
    return found === undefined ? [] : [found];
  }

  /** The version that an environment of a component runs; undefined where tags do not tell. */
  runs({ id }: Pick<KnownComponent, 'id'>, environment: string): string | undefined {
    const tags = this.#sources.tags.get(id);
    const ref = tags?.environments.get(environment);
    if (tags === undefined || ref === undefined) {
      return undefined;
    }
    if (this.#sources.versionOf !== undefined) {
      return this.#sources.versionOf(tags, ref);
    }
    const listed = listedVersion(tags, ref);
    return listed === 'unknown' ? undefined : listed?.version;
  }

  /** Whether a component has a version in a range, as npm reads ranges: of pre-releases only those it names. */
  satisfies(component: KnownComponent, range: string): boolean {
    let known = this.#satisfied.get(range);
    if (known === undefined) {
      known = new Map();
      this.#satisfied.set(range, known);
    }
    let satisfied = known.get(component);
    if (satisfied === undefined) {
      const parsed = this.#range(range);
      satisfied = parsed !== undefined && [...component.versions.keys()].some((version) => parsed.test(version));
      known.set(component, satisfied);
    }
    return satisfied;
  }

  #range(text: string): SemVerRange | undefined {
    if (!this.#ranges.has(text)) {
      this.#ranges.set(text, parseRange(text));
    }
    return this.#ranges.get(text);
  }

  /** Whether any component at all has a tag for this environment. */
  hasEnvironment(environment: string): boolean {
    this.#environments ??= new Set([...this.#sources.tags.values()].flatMap((tags) => [...tags.environments.keys()]));
    return this.#environments.has(environment);
  }

  /** Where a version of a component moved to. */
  movedVersion(id: string, version: string): MovedVersion | undefined {
    return this.#moved.size === 0 ? undefined : this.#moved.get(`${id}@${version}`);
  }

  /**
   * The environments whose namespace lacks the key of a slot.
   * @param only the one in question; all when left out
   */
  environmentsWithout(id: string, slot: string, only?: string): string[] {
    const { missingKeys } = this.#sources;
    return missingKeys === undefined
      ? []
      : [...missingKeys]
          .filter(([environment, missing]) => (only ?? environment) === environment && missing.has(`${id}@${slot}`))
          .map(([environment]) => environment);
  }

  /** Every registered component, as far as registry, tags and files name them by themselves; looked up once. */
  all(): readonly KnownComponent[] {
    this.#all ??= [...this.#allIds()].flatMap(([, { type, name }]) => this.registered(type, name) ?? []);
    return this.#all;
  }

  /**
   * The registered components that a reference may have meant, the nearest first; none where nothing is near.
   * @param type as it is written; undefined where the reference leaves it open
   */
  suggestions(type: string | undefined, name: string): readonly KnownComponent[] {
    this.#suggestions ??= new SuggestionIndex(this.all());
    return this.#suggestions.suggestions(type, name);
  }

  /**
   * Where content of this component is, whether or not the component is registered.
   * @param files to look in; those of the tree when left out
   */
  locate(component: Component, files: FileIndex = this.files): ContentPlace {
    for (const { steps } of spellings(component, this.#sources.templates)) {
      for (const step of steps) {
        const found = contenders(
          component,
          step,
          files.candidates(step).map((path) => ({ path })),
        ).map(({ path }) => path);
        const [path] = found;
        if (path !== undefined) {
          return found.length === 1 ? { kind: 'file', path } : { kind: 'ambiguous', paths: found };
        }
      }
    }
    return { kind: 'missing', path: undefined };
  }

  /** The components that a file may be the content of, by its path alone, the likelier first. */
  guesses(path: string): Component[] {
    this.#guesser ??= guesser(this.types, this.#sources.templates);
    // Edgit has a name for every JSON or YAML file there is, so only what is tagged counts.
    this.#taggedBases ??= new Set([...this.#sources.tags.values()].flatMap(({ component }) => edgitBases(component)));
    const edgits = this.#taggedBases.has(edgitBase(path)) ? edgitComponent(path) : undefined;
    const named = edgits !== undefined && this.#sources.tags.has(componentId(edgits)) ? [edgits] : [];
    return [...this.#guesser(path), ...named.map((one) => ({ prefix: 'components' as const, ...one }))];
  }

  /**
   * Whether any component is of this type, as tags, the registry or, where none is committed, files say. Every repository
   * has a folder `docs`, so files alone say nothing of those.
   */
  hasType(type: string): boolean {
    this.#typesInUse ??= new Set(
      this.all()
        .filter(
          ({ component, entry, versions }) => entry !== undefined || versions.size > 0 || component.type !== 'docs',
        )
        .map(({ component }) => component.type),
    );
    return this.isTagged(type) || this.#typesInUse.has(type);
  }

  /** Whether some tag is of this type. */
  isTagged(type: string): boolean {
    this.#tagged ??= new Set([...this.#sources.tags.values()].map(({ component }) => component.type));
    return this.#tagged.has(type);
  }

  /** The tags of a component, registered or not. */
  tagsOf(id: string): ComponentTags | undefined {
    return this.#sources.tags.get(id);
  }

  /**
   * Where the content of a component is in a tree; undefined where nothing there speaks of it: the registry does not name
   * it or, where none is committed, there is no file.
   */
  placeIn(component: Component, registry: RegistryDocument | undefined, files: FileIndex): ContentPlace | undefined {
    if (registry === undefined) {
      const place = this.locate(component, files);
      return place.kind === 'missing' ? undefined : place;
    }
    const entry = this.#entry(component, registry);
    return entry && contentOf(entry, files);
  }

  #find(id: string, type: string, name: string): KnownComponent | undefined {
    const tags = this.#sources.tags.get(id);
    const unprefixed: Component = { prefix: tags?.component.prefix ?? 'components', type, name };
    const entry = this.#deciding && this.#entry(unprefixed, this.#deciding);
    if (this.#deciding !== undefined && entry === undefined) {
      return undefined;
    }
    const component =
      tags === undefined && isLogic(entry?.path) ? { ...unprefixed, prefix: 'logic' as const } : unprefixed;
    const content = entry === undefined ? this.locate(component) : contentOf(entry, this.files);
    const versions = tags?.versions ?? NO_REFS;
    if (entry === undefined && content.kind === 'missing' && versions.size === 0) {
      // What has no tag yet tells by its place alone that it needs a rebuild.
      return this.#rebuilt({ ...component, prefix: 'logic' }, id);
    }
    return { id, component, entry, content, versions, environments: tags?.environments ?? NO_REFS };
  }

  /** Whether anything has this name, or a file could: most texts under a key that holds references are no names. */
  #mayBeNamed(name: string): boolean {
    this.#words ??= this.#wordsOfNames();
    const words = this.#words;
    const suffixes = ['', '-agent-definition', ...[...this.types].map((type) => `-${singularType(type)}`)];
    return (
      words === 'any' ||
      suffixes.some(
        (suffix) => name.endsWith(suffix) && words.has(lastSegment(name.slice(0, name.length - suffix.length))),
      )
    );
  }

  /** The last segments that names can have; `any` where a template puts other letters around the name. */
  #wordsOfNames(): ReadonlySet<string> | 'any' {
    const words = new Set<string>();
    for (const { component } of this.#sources.tags.values()) {
      words.add(lastSegment(component.name));
    }
    if (this.#deciding !== undefined) {
      for (const name of this.#deciding.byName.keys()) {
        words.add(lastSegment(name));
      }
      return words;
    }
    if (!this.#sources.templates.every((template) => /(?:^|\/)\{name\}(?:[/.]|$)/.test(template))) {
      return 'any';
    }
    for (const path of this.files.paths) {
      for (const segment of path.split('/')) {
        words.add(segment);
        for (let dot = segment.indexOf('.', 1); dot !== -1; dot = segment.indexOf('.', dot + 1)) {
          words.add(segment.slice(0, dot));
        }
      }
      words.add(edgitBase(path));
    }
    return words;
  }

  #rebuilt(component: Component, id: string): KnownComponent | undefined {
    const content = this.#sources.tags.has(id) ? undefined : this.locate(component);
    return content === undefined || content.kind === 'missing'
      ? undefined
      : { id, component, entry: undefined, content, versions: NO_REFS, environments: NO_REFS };
  }

  /** The entry of a component; what has tags may be named there without the suffix that Edgit appends. */
  #entry(component: Component, { byName }: RegistryDocument): RegistryPlace | undefined {
    const short = this.#sources.tags.has(componentId(component)) ? withoutGeneratedSuffix(component) : undefined;
    const name = [component.name, short].find(
      (one) => one !== undefined && registryEntry(byName, component.type, one) !== undefined,
    );
    return name === undefined ? undefined : byName.get(name);
  }

  #allIds(): Map<string, Component> {
    const ids = new Map<string, Component>();
    const add = (component: Component): void => {
      ids.set(componentId(component), component);
    };
    for (const { name, type } of this.registry?.entries ?? []) {
      add({ prefix: 'components', type: pluralType(type), name });
    }
    for (const { component } of this.#sources.tags.values()) {
      add(component);
    }
    if (this.#deciding === undefined) {
      for (const path of this.files.paths) {
        this.guesses(path).forEach(add);
      }
    }
    return ids;
  }
}

function contentOf({ path }: RegistryPlace, files: FileIndex): ContentPlace {
  return files.has(path) ? { kind: 'file', path } : { kind: 'missing', path };
}

/** Whether what the registry has at this path needs a rebuild, and is no content of KV. */
function isLogic(path: string | undefined): boolean {
  return path !== undefined && /^(?:src\/)?logic\//.test(path);
}

function lastSegment(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** A range as npm's semver reads it; undefined where it is none. */
export function parseRange(text: string): SemVerRange | undefined {
  try {
    return new SemVerRange(text);
  } catch {
    return undefined;
  }
}

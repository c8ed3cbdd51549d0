import { type Component, componentId } from '../../domain/component.ts';
import { INDEX_KEY, keyReader } from '../../domain/key.ts';
import type { Target } from '../../domain/projection.ts';
import { isOfComponent, type TagshipError } from '../../errors.ts';
import { blobName } from '../../git/object.ts';
import type { Located } from '../content.ts';
import { type NamespacePlan, policyOf } from '../plan.ts';
import type { Session } from '../session.ts';
import type { View } from '../view.ts';
import { answerable } from './expectations.ts';
import type { Progress } from './progress.ts';
import type { Removal, Repair, Survey } from './survey.ts';
import { WrittenKeys } from './written.ts';

/** Keys that are planned together: content is looked up for all of them in a few requests. */
const CHUNK_KEYS = 8_000;

/** Bytes of content that are held at once. */
const BATCH_BYTES = 32 * 1024 * 1024;

/** What became of the keys of a namespace. */
export interface Repaired {
  readonly keys: WrittenKeys;
  readonly warnings: readonly string[];
  /** Why components could not be deployed. */
  readonly problems: readonly TagshipError[];
  readonly rounds: number;
}

/** The tag objects that keys of environments were written for, by `placeName`. */
export type WrittenTags = Map<string, string>;

/** A name of a component's place in an environment. */
export function placeName(component: Component, environment: string): string {
  return `${componentId(component)}@${environment}`;
}

/** The content that was found for what an environment runs, by `contentName`. */
export type FoundContents = Map<string, Located>;

export function contentName(component: Component, commit: string): string {
  return `${componentId(component)} ${commit}`;
}

/**
 * Writes the keys of a namespace that are not as they are to be, in batches that are bounded in number and in bytes. Each
 * batch reads the ledger and the tags again after its write, and is written again if something moved.
 */
export class Repairer {
  readonly #session: Session;
  readonly #contents: FoundContents;
  readonly #tags: WrittenTags;
  readonly #progress: Progress;
  readonly #keys = new WrittenKeys();
  readonly #warnings = new Set<string>();
  readonly #problems = new Map<string, TagshipError>();
  #view: View;
  #rounds = 0;
  #done = 0;

  /** @param found to be filled with the contents that were found, and with the tags whose keys were written */
  constructor(
    session: Session,
    view: View,
    found: { readonly contents: FoundContents; readonly tags: WrittenTags },
    progress: Progress,
  ) {
    this.#session = session;
    this.#view = view;
    this.#contents = found.contents;
    this.#tags = found.tags;
    this.#progress = progress;
  }

  /** The ledger and the tags as they were read last. */
  get view(): View {
    return this.#view;
  }

  get outcome(): Repaired {
    return {
      keys: this.#keys,
      warnings: [...this.#warnings],
      problems: [...this.#problems.values()],
      rounds: this.#rounds,
    };
  }

  /** Writes; the index last. What is written is taken out of the repairs. */
  async repair({ namespace, repairs }: Pick<Survey, 'namespace' | 'repairs'>): Promise<void> {
    const index = repairs.filter(({ key }) => key === INDEX_KEY);
    for (const chunk of chunksOf(repairs)) {
      await this.#repairChunk(namespace, chunk);
    }
    if (index.length > 0) {
      await this.#settle(namespace, [], index, await this.#plan(namespace, [], index));
    }
  }

  /** Removes keys that nothing asks for, and writes those that something asks for by now. */
  async remove({ namespace, removals }: Pick<Survey, 'namespace' | 'removals'>): Promise<void> {
    const components = componentsOf(removals, this.#session.config.keys);
    const keys = removals.map((removal): Repair => {
      return {
        key: removal.key,
        component: undefined,
        finding: undefined,
        wanted: undefined,
        stored: { metadata: removal.metadata },
      };
    });
    for (let at = 0; at < keys.length; at += CHUNK_KEYS) {
      const some = keys.slice(at, at + CHUNK_KEYS);
      await this.#settle(namespace, components, some, await this.#plan(namespace, components, some, true), true);
    }
  }

  async #repairChunk(namespace: string, chunk: readonly (readonly Repair[])[]): Promise<void> {
    await this.#prepare(chunk);
    let ids: string[] = [];
    let repairs: Repair[] = [];
    let plans: NamespacePlan[] = [];
    let bytes = 0;
    const flush = async (): Promise<void> => {
      const [first] = plans;
      if (first !== undefined) {
        await this.#settle(namespace, ids, repairs, { ...first, ...merged(plans) });
      }
      ids = [];
      repairs = [];
      plans = [];
      bytes = 0;
    };
    for (const some of chunk) {
      const id = some[0]?.component ?? '';
      const planned = await this.#planOne(namespace, id, some);
      if (planned === undefined) {
        continue;
      }
      const { plan, made } = planned;
      const size = plan.keys.reduce((sum, { value }) => sum + value.length, 0);
      if (bytes > 0 && bytes + size > BATCH_BYTES) {
        await flush();
      }
      ids.push(id);
      repairs.push(...made);
      plans.push(plan);
      bytes += size;
    }
    await flush();
  }

  /** Brings near what planning these keys will read, in few requests. */
  async #prepare(chunk: readonly (readonly Repair[])[]): Promise<void> {
    const { content, repository, config } = this.#session;
    const items = new Map<string, { readonly component: Component; readonly commit: string }>();
    for (const { wanted } of chunk.flat()) {
      if (wanted !== undefined) {
        items.set(contentName(wanted.component, wanted.commit), wanted);
      }
    }
    await content.prepare([...items.values()], config.paths);
    const blobs = new Set<string>();
    for (const { component, commit } of items.values()) {
      const { blob } = await content.find(component, commit, config.paths);
      if (blob !== null) {
        blobs.add(blob);
      }
    }
    await repository.load([...blobs], 'objects');
  }

  /** The plan of one component, with the repairs that it makes. */
  async #planOne(
    namespace: string,
    id: string,
    repairs: readonly Repair[],
  ): Promise<{ readonly plan: NamespacePlan; readonly made: readonly Repair[] } | undefined> {
    try {
      return { plan: await this.#plan(namespace, [id], repairs), made: repairs };
    } catch (error) {
      if (!isOfComponent(error)) {
        throw error;
      }
      this.#problems.set(error.message, error);
    }
    // What cannot be deployed holds up nothing else, so it is found key by key.
    const made: Repair[] = [];
    for (const one of repairs) {
      if (repairs.length > 1 && (await this.#planOne(namespace, id, [one])) !== undefined) {
        made.push(one);
      }
    }
    return made.length === 0 ? undefined : { plan: await this.#plan(namespace, [id], made), made };
  }

  async #plan(
    namespace: string,
    ids: readonly string[],
    repairs: readonly Repair[],
    removes = false,
  ): Promise<NamespacePlan> {
    const { planSettings } = await this.#session.places(this.#view);
    const policy = policyOf(namespace, this.#view, planSettings);
    const targets = ids.flatMap((id): Target[] => {
      const tags = this.#view.tags.get(id);
      return tags === undefined ? [] : [...answerable(tags, this.#view.tags, policy).targets];
    });
    const keys = new Set(repairs.map(({ key }) => key));
    const plan = await this.#session.planKeys(namespace, targets, this.#view, { keys, removes });
    // A ledger that begins with this run looks all contents up itself.
    for (const { key, metadata, path } of this.#view.ledger === undefined ? [] : plan.keys) {
      const wanted = plan.wanted.get(key);
      if (wanted?.role === 'environment' && path !== undefined) {
        this.#contents.set(contentName(wanted.component, wanted.commit), { path, blob: String(metadata.blob) });
      }
    }
    return plan;
  }

  async #settle(
    namespace: string,
    ids: readonly string[],
    repairs: readonly Repair[],
    first: NamespacePlan,
    removes = false,
  ): Promise<void> {
    const run = this.#session.newSync();
    run.know(
      namespace,
      repairs.map(({ key, stored }) => [key, stored && { metadata: stored.metadata, value: undefined }] as const),
    );
    let plan = first;
    await run.check([plan]);
    const outcome = await run.settle([plan], async () => {
      const now = await lookAtAll(this.#session);
      if (now.tags !== this.#view.tags || now.ledger !== this.#view.ledger) {
        this.#view = now;
        plan = await this.#plan(namespace, ids, repairs, removes);
      }
      return [plan];
    });
    for (const key of outcome.keys) {
      this.#keys.add(key);
    }
    for (const { role, component, slot } of plan.wanted.values()) {
      const object = this.#view.tags.get(componentId(component))?.environments.get(slot)?.object;
      if (role === 'environment' && object !== undefined) {
        this.#tags.set(placeName(component, slot), object);
      }
    }
    for (const warning of outcome.warnings) {
      this.#warnings.add(warning);
    }
    this.#rounds = Math.max(this.#rounds, outcome.rounds);
    this.#done += repairs.length;
    this.#progress.at(this.#done);
  }
}

/** Reads the ledger, with everything in it, and then the tags, as they are now. */
export async function lookAtAll(session: Session): Promise<View> {
  return (await session.look([], true)).view;
}

/** Takes the repairs of components out, in chunks of whole components. */
function* chunksOf(repairs: Repair[]): Generator<(readonly Repair[])[]> {
  // The last are taken first, and what is about no component is the index.
  repairs.sort((a, b) => compare(b.component ?? '', a.component ?? '') || compare(b.key, a.key));
  let chunk: Repair[][] = [];
  let size = 0;
  for (let last = repairs.at(-1); last !== undefined; last = repairs.at(-1)) {
    const { component } = last;
    let from = repairs.length;
    while (repairs[from - 1]?.component === component && from > 0) {
      from -= 1;
    }
    const some = repairs.splice(from).reverse();
    if (component === undefined) {
      continue;
    }
    if (size > 0 && size + some.length > CHUNK_KEYS) {
      yield chunk;
      chunk = [];
      size = 0;
    }
    chunk.push(some);
    size += some.length;
  }
  if (chunk.length > 0) {
    yield chunk;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function merged(plans: readonly NamespacePlan[]): Partial<NamespacePlan> {
  return {
    keys: plans.flatMap(({ keys }) => keys),
    absent: plans.flatMap(({ absent }) => absent),
    left: plans.flatMap(({ left }) => left),
    wanted: new Map(plans.flatMap(({ wanted }) => [...wanted])),
    inputs: blobName(Buffer.from(plans.map(({ inputs }) => inputs ?? '').join('\n'))),
  };
}

/** The components that keys are named after. */
function componentsOf(removals: readonly Removal[], layouts: readonly string[]): string[] {
  const readKey = keyReader(layouts);
  return [...new Set(removals.flatMap(({ key }) => readKey(key).map(({ component }) => componentId(component))))];
}

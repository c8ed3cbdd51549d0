import { type Component, componentId } from '../../domain/component.ts';
import { INDEX_KEY, keyReader } from '../../domain/key.ts';
import type { Holds } from '../../domain/ledger/holds.ts';
import { parseEntryPath } from '../../domain/ledger/layout.ts';
import type { Shares } from '../../domain/ledger/shares.ts';
import type { Target } from '../../domain/projection.ts';
import { isOfComponent, type TagshipError } from '../../errors.ts';
import { blobName } from '../../git/object.ts';
import type { Applier } from '../apply.ts';
import type { Located } from '../content.ts';
import type { DesiredPart, Scope } from '../converge.ts';
import { type DesiredState, policyOf } from '../desired.ts';
import type { Observation } from '../observation.ts';
import { type RecordOutcome, record } from '../record.ts';
import type { Session } from '../session.ts';
import { eventsOfAll } from './events.ts';
import { answerable, expectationsOf } from './expectations.ts';
import { Progress } from './progress.ts';
import type { Removal, Repair } from './survey.ts';
import { contentName, placeName, WrittenKeys } from './written.ts';

/** Keys that are planned together: content is looked up for all of them in a few requests. */
const CHUNK_KEYS = 8_000;

/** Bytes of content that are held at once. */
const BATCH_BYTES = 32 * 1024 * 1024;

/** What is to be done in a namespace. What is written is taken out of the repairs, so that it takes no memory any more. */
export interface NamespaceWork {
  readonly namespace: string;
  readonly repairs: Repair[];
  readonly removals: readonly Removal[];
}

/** What a reconcile is about. */
export interface ReconcileOptions {
  /** One environment; undefined for all. */
  readonly environment: string | undefined;
  /** Whether an environment was compared. */
  readonly isCompared: (environment: string) => boolean;
}

/** Some keys of a namespace that are written together. */
interface Batch {
  readonly namespace: string;
  /** The components whose tags may ask for the keys. */
  readonly ids: readonly string[];
  readonly repairs: readonly Repair[];
  /** Whether keys that nothing asks for are removed. */
  readonly removes: boolean;
}

/** With a plan where there is one by the last observation. */
type Batches = AsyncGenerator<{ readonly batch: Batch; readonly plan: DesiredState | undefined }>;

type CurrentBatch = DesiredPart & { readonly batch: Batch; readonly plan: DesiredState };

/**
 * All tags: KV is brought to them in batches that are bounded in number and in bytes, each by an observation of its own.
 */
export class ReconcileScope implements Scope {
  readonly plans = [];
  readonly keys = new WrittenKeys();
  readonly #session: Session;
  readonly #applier: Applier;
  readonly #options: ReconcileOptions;
  readonly #namespaces: readonly string[];
  readonly #progress: Progress;
  readonly #problems = new Map<string, TagshipError>();
  readonly #contents = new Map<string, Located>();
  readonly #written = new Map<string, string>();
  #batches: Batches;
  #batch: CurrentBatch | undefined;
  #view: Observation;
  #done = 0;

  constructor(
    session: Session,
    applier: Applier,
    view: Observation,
    work: readonly NamespaceWork[],
    options: ReconcileOptions,
  ) {
    this.#session = session;
    this.#applier = applier;
    this.#view = view;
    this.#options = options;
    this.#namespaces = work.map(({ namespace }) => namespace);
    const total = work.reduce((sum, { repairs }) => sum + repairs.length, 0);
    this.#progress = new Progress('Written', total, session.ports);
    this.#batches = this.#batchesOf(work);
  }

  /** Why components could not be deployed. */
  get problems(): readonly TagshipError[] {
    return [...this.#problems.values()];
  }

  async desired(): Promise<DesiredPart | undefined> {
    for (;;) {
      if (this.#batch !== undefined && !isSame(this.#batch.observed, this.#view)) {
        const { batch } = this.#batch;
        this.#batch = this.#desiredOf(batch, await this.#plan(batch));
      }
      if (this.#batch !== undefined && !this.#applier.isApplied(this.#batch.plans)) {
        return this.#batch;
      }
      await this.#finish();
      const next = await this.#batches.next();
      if (next.done === true) {
        return undefined;
      }
      const { batch, plan } = next.value;
      this.#applier.begin(
        batch.namespace,
        batch.repairs.map(
          ({ key, stored }) => [key, stored && { metadata: stored.metadata, value: undefined }] as const,
        ),
      );
      this.#batch = this.#desiredOf(batch, plan ?? (await this.#plan(batch)));
    }
  }

  async observe(): Promise<Observation> {
    if (this.#batch === undefined) {
      return (await this.#session.observe([])).view;
    }
    this.#view = await lookAtAll(this.#session);
    return this.#view;
  }

  async record(observed: Observation): Promise<RecordOutcome> {
    const done = { tags: this.#written, contents: this.#contents, isCompared: this.#options.isCompared };
    return await record(this.#session, observed, [], (now) => eventsOfAll(this.#session, now, done), true);
  }

  /** What has to be written again is that of components that moved since. */
  async moved(before: Observation, now: Observation): Promise<void> {
    const isSameList = (list: (view: Observation) => object): boolean =>
      JSON.stringify(list(now)) === JSON.stringify(list(before));
    if (now.tags === before.tags && isSameList(holdsOf) && isSameList(sharesOf)) {
      return;
    }
    this.#view = await lookAtAll(this.#session);
    const moved = new Set([holdsOf, sharesOf].flatMap((list) => listedAnew(list(before), list(this.#view))));
    for (const id of new Set([...before.tags.keys(), ...this.#view.tags.keys()])) {
      if (tagsText(before, id) !== tagsText(this.#view, id)) {
        moved.add(id);
      }
    }
    const places = await this.#session.placement(this.#view);
    const options = { environment: this.#options.environment, now: Number.POSITIVE_INFINITY };
    const work = this.#namespaces.map((namespace): NamespaceWork => {
      const { keys } = expectationsOf(namespace, this.#view, places, options);
      const repairs = [...keys].flatMap(([key, { component, wanted }]): Repair[] =>
        key === INDEX_KEY || moved.has(component ?? '')
          ? [{ key, component, wanted, finding: undefined, stored: undefined }]
          : [],
      );
      return { namespace, repairs: moved.size === 0 ? [] : repairs, removals: [] };
    });
    this.#batches = this.#batchesOf(work);
  }

  #desiredOf(batch: Batch, plan: DesiredState): CurrentBatch {
    return { batch, plan, plans: [plan], observed: this.#view };
  }

  /** Takes in what became of the batch, and observes anew: that is the last look at this one, and the first at the next. */
  async #finish(): Promise<void> {
    if (this.#batch === undefined) {
      return;
    }
    const { batch, plan } = this.#batch;
    for (const key of this.#applier.outcome.keys) {
      this.keys.add(key);
    }
    for (const { role, component, slot } of plan.wanted.values()) {
      const object = this.#view.tags.get(componentId(component))?.environments.get(slot)?.object;
      if (role === 'environment' && object !== undefined) {
        this.#written.set(placeName(component, slot), object);
      }
    }
    this.#done += batch.repairs.length;
    this.#progress.at(this.#done);
    this.#batch = undefined;
    this.#view = await lookAtAll(this.#session);
  }

  /** Everything that is to be done; of each namespace the index after all that it announces, and removals at the end. */
  async *#batchesOf(work: readonly NamespaceWork[]): Batches {
    for (const { namespace, repairs } of work) {
      const index = repairs.filter(({ key }) => key === INDEX_KEY);
      for (const chunk of chunksOf(repairs)) {
        yield* this.#batchesOfChunk(namespace, chunk);
      }
      if (index.length > 0) {
        yield { batch: { namespace, ids: [], repairs: index, removes: false }, plan: undefined };
      }
    }
    for (const { namespace, removals } of work) {
      const ids = componentsOf(removals, this.#session.config.keys);
      const repairs = removals.map(({ key, metadata }): Repair => {
        return { key, component: undefined, finding: undefined, wanted: undefined, stored: { metadata } };
      });
      for (let at = 0; at < repairs.length; at += CHUNK_KEYS) {
        const some = repairs.slice(at, at + CHUNK_KEYS);
        yield { batch: { namespace, ids, repairs: some, removes: true }, plan: undefined };
      }
    }
  }

  async *#batchesOfChunk(namespace: string, chunk: readonly (readonly Repair[])[]): Batches {
    await this.#prepare(chunk);
    let planned: { readonly view: Observation; readonly plan: DesiredState; readonly batch: Batch }[] = [];
    let bytes = 0;
    const together = () => {
      const [first] = planned;
      const batch = {
        namespace,
        ids: planned.flatMap(({ batch: { ids } }) => ids),
        repairs: planned.flatMap(({ batch: { repairs } }) => repairs),
        removes: false,
      };
      const isFresh = planned.every(({ view }) => isSame(view, this.#view));
      const plan =
        isFresh && first !== undefined
          ? merged(
              first.plan,
              planned.map((one) => one.plan),
            )
          : undefined;
      planned = [];
      bytes = 0;
      return { batch, plan };
    };
    for (const repairs of chunk) {
      const one = await this.#planOne({ namespace, ids: [repairs[0]?.component ?? ''], repairs, removes: false });
      if (one === undefined) {
        continue;
      }
      const size = one.plan.keys.reduce((sum, { value }) => sum + value.length, 0);
      if (bytes > 0 && bytes + size > BATCH_BYTES) {
        yield together();
      }
      planned.push({ ...one, view: this.#view });
      bytes += size;
    }
    if (planned.length > 0) {
      yield together();
    }
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
  async #planOne(batch: Batch): Promise<{ readonly plan: DesiredState; readonly batch: Batch } | undefined> {
    try {
      return { plan: await this.#plan(batch), batch };
    } catch (error) {
      if (!isOfComponent(error)) {
        throw error;
      }
      this.#problems.set(error.message, error);
    }
    // What cannot be deployed holds up nothing else, so it is found key by key.
    const repairs: Repair[] = [];
    for (const one of batch.repairs.length > 1 ? batch.repairs : []) {
      if ((await this.#planOne({ ...batch, repairs: [one] })) !== undefined) {
        repairs.push(one);
      }
    }
    const sound = { ...batch, repairs };
    return repairs.length === 0 ? undefined : { plan: await this.#plan(sound), batch: sound };
  }

  async #plan({ namespace, ids, repairs, removes }: Batch): Promise<DesiredState> {
    const { planSettings } = await this.#session.placement(this.#view);
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
}

function isSame(one: Observation, other: Observation): boolean {
  return one.tags === other.tags && one.ledger === other.ledger;
}

function holdsOf(view: Observation): Holds {
  return view.ledger?.holds() ?? {};
}

function sharesOf({ shares }: Observation): Shares {
  return shares;
}

/** The components of which a list of the ledger says something else than before: their keys say which. */
function listedAnew(old: Readonly<Record<string, unknown>>, young: Readonly<Record<string, unknown>>): string[] {
  return [...Object.keys(old), ...Object.keys(young)]
    .filter((path) => JSON.stringify(old[path]) !== JSON.stringify(young[path]))
    .flatMap((path) => parseEntryPath(path)?.component ?? [])
    .map(componentId);
}

function tagsText(view: Observation, id: string): string {
  const tags = view.tags.get(id);
  return [...(tags?.environments.values() ?? []), ...(tags?.versions.values() ?? [])]
    .map(({ name, object }) => `${name} ${object}`)
    .sort()
    .join('\n');
}

/** Reads the ledger, with everything in it, and then the tags, as they are now. */
export async function lookAtAll(session: Session): Promise<Observation> {
  return (await session.observe([], true)).view;
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

function merged(first: DesiredState, plans: readonly DesiredState[]): DesiredState {
  return {
    ...first,
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

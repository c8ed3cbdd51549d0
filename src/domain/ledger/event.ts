import { TagshipError } from '../../errors.ts';
import { type Component, componentId } from '../component.ts';
import type { ComponentTags } from '../component-tags.ts';
import { isoTime } from '../time.ts';
import type { TrackMark } from '../track.ts';
import type { Entry, KnownVersions, MoveKind, Restored } from './entry.ts';
import type { GateRecord } from './gate-record.ts';
import { entryPath } from './layout.ts';
import type { EntryEvent } from './message.ts';
import { canariesOf, type Shares } from './shares.ts';
import {
  healthy,
  learned,
  listedVersions,
  moved,
  quarantined,
  type RollbackDetails,
  type Running,
  removed,
  rolledBack,
  type Share,
  type Stamp,
  seeded,
  seen,
  shared,
  shareEnded,
  type Transition,
  unrecorded,
  type VersionNews,
} from './transition.ts';

/** A component in an environment. */
export interface Place {
  readonly component: Component;
  readonly environment: string;
}

/** An environment tag as a run found it. */
export interface TagFound extends Place {
  /** `found`: KV holds what it stands for. `unrecorded`: nobody knows whether KV followed it. */
  readonly kind: 'found' | 'unrecorded';
  /** Undefined when the tag is gone. */
  readonly running: Running | undefined;
  readonly tags: ComponentTags | undefined;
  /** Whether the run is of the push that put the tag there. */
  readonly isOwn?: boolean;
}

/** An environment tag that is made in the same push. Its message and date depend on the ledger's commit. */
export interface NewTag {
  /** Short name. */
  readonly name: string;
  /** The object that it points at until then; undefined where there is no such tag. */
  readonly from: string | undefined;
  readonly wraps: { readonly oid: string; readonly type: 'commit' | 'tag' };
}

/** A move that Tagship makes. */
export interface TagMoved extends Place {
  readonly kind: 'moved';
  readonly move: Extract<MoveKind, 'promote' | 'rollback' | 'restore'>;
  readonly running: Omit<Running, 'tag'>;
  /** The tag that is made, or the object of the one that stays where it is. */
  readonly tag: NewTag | string;
  /** What a rollback leaves. */
  readonly rollback?: RollbackDetails;
  /** What the gate saw that asks for it. */
  readonly gate?: GateRecord | undefined;
  /** What a restore brings back. */
  readonly restored?: Restored | undefined;
  /** What the track of the environment is, where the move is one that holds it. */
  readonly track?: TrackMark | undefined;
  /** Checks that were passed over for it. */
  readonly overridden: readonly string[];
  readonly tags: ComponentTags | undefined;
}

/** What a run has to say to the ledger. When, by whom and in which commit is added where it is written. */
export type LedgerEvent =
  | TagFound
  | TagMoved
  /** A tag that Tagship deletes. */
  | (Place & { readonly kind: 'removed' })
  /** A gate found healthy what a tag object put there. */
  | (Place & {
      readonly kind: 'healthy';
      readonly tag: string;
      readonly tags: ComponentTags | undefined;
      readonly gate?: GateRecord | undefined;
    })
  /** Another share of the users gets what a tag object of a canary stands for. */
  | (Place & { readonly kind: 'shared'; readonly tag: string; readonly share: Share })
  /** A version that was found bad elsewhere is not to be chosen here. */
  | (Place & { readonly kind: 'quarantined'; readonly version: string })
  /** A component as it stood before there was a ledger; `time` of its tags in seconds since the epoch. */
  | {
      readonly kind: 'seeded';
      readonly tags: ComponentTags;
      readonly found: readonly SeededTag[];
    }
  /** The version tags of a component; `news`: what is known of one of them beside. */
  | { readonly kind: 'listed'; readonly tags: ComponentTags; readonly news?: VersionNews };

/** An environment tag that was there before the ledger. */
export interface SeededTag {
  readonly environment: string;
  readonly running: Running;
  /** When the tag was made, in seconds since the epoch; undefined where it does not say. */
  readonly time: number | undefined;
}

/** An entry that is to be written, and what happened to it. */
export interface EntryChange extends Place {
  readonly event: EntryEvent;
  readonly entry: Entry;
  readonly gate?: GateRecord | undefined;
}

/** The versions of a component, as they are to be known. */
export interface VersionsChange {
  readonly component: Component;
  readonly versions: KnownVersions;
}

/** An entry that cannot be read, or that no run can have written, so nobody may build on it. */
export interface Doubt extends Place {
  readonly problem: TagshipError;
}

/** What one commit is to add to the ledger. */
export interface LedgerChange {
  readonly entries: readonly EntryChange[];
  readonly versions: readonly VersionsChange[];
  /** Versions the ledger did not know, or knew elsewhere, as `prompts/extraction v1.2.0`. */
  readonly registered: readonly string[];
  /** What a person should know of it, in sentences. */
  readonly remarks: readonly string[];
  /** What is left out, since nobody may build on its entry. */
  readonly doubts: readonly Doubt[];
}

/** What the ledger says before a change; what cannot be read is thrown. */
export interface LedgerMemory {
  entry(environment: string, component: Component): Entry | undefined;
  versions(component: Component): KnownVersions;
  shares(): Shares;
}

/** The entries and versions that events are about. */
export function subjectsOf(events: readonly LedgerEvent[]): {
  readonly places: Place[];
  readonly components: Component[];
} {
  const places: Place[] = [];
  const components: Component[] = [];
  for (const event of events) {
    if (event.kind === 'listed' || event.kind === 'seeded') {
      components.push(event.tags.component);
    } else {
      places.push(event);
      components.push(event.component);
    }
  }
  return { places, components };
}

/**
 * What events change about the ledger. What it says already is no change, so that two runs that see one move record it
 * once.
 *
 * @param memory undefined where there is no ledger yet
 * @param objectOf the name of the object of a tag that is made
 * @param acceptMoved whether a version may stand elsewhere than the ledger remembers
 */
export function changeOf(
  events: readonly LedgerEvent[],
  memory: LedgerMemory | undefined,
  stamp: Stamp,
  objectOf: (tag: NewTag) => string,
  acceptMoved: boolean,
): LedgerChange {
  const change = new ChangeBuilder(memory, acceptMoved);
  for (const event of events) {
    if (event.kind === 'seeded') {
      change.seed(event, stamp);
    } else if (event.kind === 'listed') {
      change.learn(event.tags.component, event.tags, event.news === undefined ? [] : [event.news]);
    } else {
      change.take(event, stamp, objectOf);
    }
  }
  return change.finish(stamp);
}

class ChangeBuilder {
  readonly #memory: LedgerMemory | undefined;
  readonly #acceptMoved: boolean;
  readonly #entries: EntryChange[] = [];
  readonly #versions: VersionsChange[] = [];
  readonly #remarks: string[] = [];
  readonly #doubts: Doubt[] = [];
  readonly #news = new Map<string, { readonly component: Component; readonly items: VersionNews[] }>();

  constructor(memory: LedgerMemory | undefined, acceptMoved: boolean) {
    this.#memory = memory;
    this.#acceptMoved = acceptMoved;
  }

  seed({ tags, found }: Extract<LedgerEvent, { readonly kind: 'seeded' }>, stamp: Stamp): void {
    this.#entries.push(...found.map((one) => new SeededEntry(tags.component, one, stamp)));
    this.#versions.push(new SeededVersions(tags, found));
  }

  take(event: TagEvent, stamp: Stamp, objectOf: (tag: NewTag) => string): void {
    const { component, environment } = event;
    const before = attempt(() => this.#memory?.entry(environment, component));
    if (before instanceof TagshipError) {
      this.#doubts.push({ component, environment, problem: before });
      return;
    }
    const transition = transitionOf(event, before, stamp, objectOf);
    if (transition !== undefined) {
      const gate = 'gate' in event ? event.gate : undefined;
      this.#entries.push({ ...transition, component, environment, gate });
    }
    this.#remarks.push(...remarksOn(event, before, transition));
    if ('tags' in event && event.kind !== 'unrecorded' && !(event.kind === 'healthy' && transition === undefined)) {
      this.learn(component, event.tags, newsOf(event, transition, objectOf));
    }
  }

  learn(component: Component, tags: ComponentTags | undefined, items: readonly VersionNews[]): void {
    const id = componentId(component);
    const known = this.#news.get(id) ?? { component, items: tags === undefined ? [] : listedVersions(tags) };
    this.#news.set(id, known);
    known.items.push(...items);
  }

  /** Where the tag of a live environment moved, nobody gets its canary any more. */
  #endShares(stamp: Stamp): void {
    const shares = this.#memory?.shares() ?? {};
    if (Object.keys(shares).length === 0) {
      return;
    }
    const changed = new Set(this.#entries.map(({ component, environment }) => entryPath(environment, component)));
    for (const { event, component, environment } of [...this.#entries]) {
      const ends = event === 'moved' || event === 'held';
      for (const canary of ends ? canariesOf(shares, component, environment) : []) {
        const before = attempt(() => this.#memory?.entry(canary, component));
        const ended = before instanceof TagshipError ? undefined : shareEnded(before, stamp);
        if (ended !== undefined && !changed.has(entryPath(canary, component))) {
          this.#entries.push({ ...ended, component, environment: canary });
        }
      }
    }
  }

  finish(stamp: Stamp): LedgerChange {
    this.#endShares(stamp);
    const registered: string[] = [];
    for (const { component, items } of this.#news.values()) {
      // What cannot be read stays as it is; the run that needs it fails.
      const before = attempt(() => this.#memory?.versions(component) ?? {});
      const after = before instanceof TagshipError ? undefined : learned(before, items, this.#acceptMoved);
      if (after !== undefined) {
        this.#versions.push({ component, versions: after.versions });
        registered.push(...after.registered.map((version) => `${componentId(component)} ${version}`));
      }
    }
    return {
      entries: this.#entries,
      versions: this.#versions,
      registered,
      remarks: this.#remarks,
      doubts: this.#doubts,
    };
  }
}

function attempt<T>(read: () => T): T | TagshipError {
  try {
    return read();
  } catch (error) {
    if (error instanceof TagshipError) {
      return error;
    }
    throw error;
  }
}

type TagEvent = Exclude<LedgerEvent, { readonly kind: 'seeded' | 'listed' }>;

function transitionOf(
  event: TagEvent,
  before: Entry | undefined,
  stamp: Stamp,
  objectOf: (tag: NewTag) => string,
): Transition | undefined {
  switch (event.kind) {
    case 'found':
      return seen(before, event.running, stamp, event.isOwn);
    case 'unrecorded':
      return unrecorded(before, event.running, stamp);
    case 'removed':
      return before === undefined ? undefined : { event: 'moved', entry: removed(before, stamp) };
    case 'healthy':
      return healthy(before, event.tag);
    case 'shared':
      return shared(before, event.tag, event.share, stamp);
    case 'quarantined':
      return quarantined(before, event.version);
    case 'moved': {
      const own = { ...stamp, override: event.overridden };
      const running = runningAfter(event, objectOf);
      const track = event.track === undefined ? {} : { track: { ...event.track } };
      const restored = event.restored === undefined ? {} : { restored: { ...event.restored } };
      return event.rollback === undefined
        ? { event: 'moved', entry: { ...moved(before, event.move, running, 'pending', own), ...track, ...restored } }
        : {
            event: event.rollback.held ? 'held' : 'moved',
            entry: { ...rolledBack(before, running, event.rollback, own), ...track },
          };
    }
  }
}

function runningAfter({ running, tag }: TagMoved, objectOf: (tag: NewTag) => string): Running {
  return { ...running, tag: typeof tag === 'string' ? tag : objectOf(tag) };
}

/** What an event tells about the versions of its component. */
function newsOf(event: TagEvent, transition: Transition | undefined, objectOf: (tag: NewTag) => string): VersionNews[] {
  switch (event.kind) {
    case 'removed':
    case 'unrecorded':
    case 'shared':
    case 'quarantined':
      return [];
    case 'found':
      return event.running === undefined ? [] : versionNews(event.running, event.environment, event.tags);
    case 'moved': {
      // The tag of a hold is another version's.
      const isHeld = event.rollback?.held === true;
      return versionNews({ ...runningAfter(event, objectOf), isHeld }, undefined, event.tags);
    }
    case 'healthy': {
      const { version, commit, blob, path } = transition?.entry ?? {
        version: null,
        commit: null,
        blob: null,
        path: null,
      };
      return version === null || commit === null
        ? []
        : versionNews({ version, commit, tag: event.tag, blob, path }, undefined, event.tags).map((one) => ({
            ...one,
            healthy: event.environment,
          }));
    }
  }
}

/** What a deployed tag tells about its version; nothing where it stands for another one and that is held. */
function versionNews(
  running: Running,
  environment: string | undefined,
  tags: ComponentTags | undefined,
): VersionNews[] {
  const listed = tags?.versions.get(running.version);
  if (listed === undefined && running.isHeld === true) {
    return [];
  }
  const same = listed === undefined || listed.commit === running.commit;
  const news = {
    version: running.version,
    tag: listed?.object ?? running.tag,
    commit: listed?.commit ?? running.commit,
    blob: same ? running.blob : null,
    path: same ? running.path : null,
    ...(environment === undefined ? {} : { ran: environment }),
  };
  return [news];
}

function remarksOn(event: TagEvent, before: Entry | undefined, transition: Transition | undefined): string[] {
  const id = componentId(event.component);
  const version = transition?.entry.version ?? null;
  if (
    event.kind === 'found' &&
    version !== null &&
    before?.quarantined.includes(version) &&
    before.version !== version
  ) {
    return [
      `\`${id}\` ${version} was quarantined in \`${event.environment}\`. Since the tag was moved there by hand it is deployed, and the quarantine is lifted.`,
    ];
  }
  const isKnown = event.kind === 'healthy' && before?.tag === event.tag && before.status === 'healthy';
  if (event.kind === 'healthy' && transition === undefined && !isKnown) {
    return [
      `\`${id}\` in \`${event.environment}\` was found healthy, but the ledger has no finished deploy of it, so it is not recorded. Run \`deploy\` for the tag first.`,
    ];
  }
  return [];
}

/**
 * A first entry. There may be tens of thousands, so each is made when it is asked for. What it says are accessors: a copy
 * by `...` has none of it.
 */
class SeededEntry implements EntryChange {
  readonly event = 'moved';
  readonly component: Component;
  readonly #tag: SeededTag;
  readonly #stamp: Stamp;

  constructor(component: Component, tag: SeededTag, stamp: Stamp) {
    this.component = component;
    this.#tag = tag;
    this.#stamp = stamp;
  }

  get environment(): string {
    return this.#tag.environment;
  }

  get entry(): Entry {
    const { running, time } = this.#tag;
    // A tag's date is whatever its maker's clock said; one in the future tells nothing.
    const at = time === undefined || time * 1000 > Date.parse(this.#stamp.at) ? null : isoTime(time);
    return seeded(running, at, this.#stamp);
  }
}

/** The first list of a component's versions, likewise. */
class SeededVersions implements VersionsChange {
  readonly #tags: ComponentTags;
  readonly #found: readonly SeededTag[];

  constructor(tags: ComponentTags, found: readonly SeededTag[]) {
    this.#tags = tags;
    this.#found = found;
  }

  get component(): Component {
    return this.#tags.component;
  }

  get versions(): KnownVersions {
    const news = this.#found.flatMap(({ running, environment }) => versionNews(running, environment, this.#tags));
    return learned({}, [...listedVersions(this.#tags), ...news], false)?.versions ?? {};
  }
}

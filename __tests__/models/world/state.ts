import type { Step } from '../explore.ts';
import type { Rules } from '../rules.ts';

/** A version that only the ledger names: it has no tag, and no branch leads to it. */
export const FORGED = 'evil';

/** `v2#a` is the tag object `a`, which stands for v2. An object of a run is named after it: `v2#run 1`. */
export type TagObject = string;

/** What is stored under the watched key: a version (its content), the text of an index, or null for no key. */
export type Value = string | null;

export type Command = 'deploy' | 'promote' | 'rollback' | 'hold' | 'reconcile';

/** What one commit of the ledger says of one component. */
export interface Entry {
  readonly component: string;
  /** The tag object it is about; null once the tag was deleted. */
  readonly tag: TagObject | null;
  /** What is to be live: the tag's version, or under a hold another one. */
  readonly version: string | null;
  readonly move: 'deploy' | 'promote' | 'rollback' | 'remove';
  readonly status: 'pending' | 'deployed' | 'held';
  readonly previous: string | null;
  readonly quarantined: readonly string[];
}

/** Where a run stands: what it does next. */
export type Place = 'reads' | 'moves' | 'enters' | 'asks' | 'writes' | 'waits' | 'records' | 'ended';

/** What a run reads in its next steps, in this order. */
export type Reading = 'ledger' | 'tags' | 'own tag';

export interface Run {
  readonly name: string;
  readonly command: Command;
  readonly component: string;
  readonly at: Place;
  readonly toRead: readonly Reading[];
  /** The tag as the event that started the run tells it; undefined when no push did. */
  readonly event: TagObject | null | undefined;
  /** The version a promotion is to bring. */
  readonly goal: string | undefined;
  /** Whether the command's own move, or hold, is still to be made. */
  readonly toMove: boolean;
  /** The tag as it was when the run first read it: a move is made from there or not at all. */
  readonly base: TagObject | null | undefined;
  /** How many commits the ledger had when it was last read. */
  readonly tip: number;
  /** The tags as they were last read. */
  readonly tags: Tags;
  /** What KV acknowledged to this run last; `?` when the answer was lost, undefined before the first write. */
  readonly wrote: Value | undefined;
  /** The tags from which that was computed. */
  readonly wroteFrom: Tags;
  /** A tag moved while the run waited to try again: what it knows is known to be old. */
  readonly outdated: boolean;
}

export type Tags = Readonly<Record<string, TagObject | null>>;

/** What every single step has to keep. */
export type StepPromise =
  | 'noMoveOverNewer'
  | 'noEntryIsLost'
  | 'quarantinedStaysAway'
  | 'rollsBackOnce'
  | 'retriesNeverGoBack';

/** How much of what may happen is still to come; it bounds the model. */
export interface Left {
  readonly handMoves: number;
  readonly dispatches: readonly Dispatch[];
  readonly kills: number;
  readonly lostAnswers: number;
  readonly reconciles: number;
  /** Entries that somebody adds who may push the ledger and move no tag. */
  readonly forgeries: number;
}

/** A command that somebody starts by hand. */
export interface Dispatch {
  readonly command: Command;
  readonly component: string;
  readonly goal?: string;
}

/** Everything there is at one moment. */
export interface World {
  readonly tags: Tags;
  readonly ledger: readonly Entry[];
  /** How many commits of the ledger are older than five minutes. */
  readonly aged: number;
  /** The watched key: what it holds, and older values that a stale read may still answer. */
  readonly kv: { readonly value: Value; readonly older: readonly Value[] };
  /** Writes that were given up on and that KV applies at some later moment. */
  readonly late: readonly Value[];
  readonly runs: readonly Run[];
  readonly left: Left;
  /** What only the properties look at. */
  readonly ghost: {
    /** Every object each tag has been, in order. */
    readonly past: Readonly<Record<string, readonly (TagObject | null)[]>>;
    /** The tag objects whose version KV acknowledged. */
    readonly acknowledged: readonly TagObject[];
    /** The first promise that a step has broken. */
    readonly broken: StepPromise | null;
  };
}

/** What a model fixes. */
export interface Setting {
  /** The key that is watched: the content of the one component, or the index of the whole namespace. */
  readonly watches: 'content' | 'index';
  /** Where people may move each tag; null deletes it. */
  readonly handMoves: Readonly<Record<string, readonly (TagObject | null)[]>>;
  /** Versions found healthy in earlier times, newest first. */
  readonly healthy: readonly string[];
  /** The object that the gate has judged and wants to hold. */
  readonly judged?: TagObject;
  /** Reads of KV may answer what was stored up to five minutes ago. */
  readonly staleReads?: boolean;
  /** A push of a run starts another run, as one made with an App's token does. */
  readonly ownMovesStartRuns?: boolean;
  /** A push by hand may start no run, as one of more than three tags does. */
  readonly movesMayStartNoRun?: boolean;
  /** A write whose answer was given up on may be applied later. */
  readonly lateWrites?: boolean;
  /** Runs wait for each other, and one that was killed is run again at once. */
  readonly oneAtATime?: boolean;
  /** The schedule is slow: a reconcile comes only after reads are no longer stale. */
  readonly reconcilesLate?: boolean;
}

export type WorldStep = Step<World>;

/** What the steps of a model depend on. */
export interface Terms {
  readonly setting: Setting;
  readonly rules: Rules;
}

/** The version a tag object stands for. */
export function versionOf(tag: TagObject): string {
  return tag.slice(0, tag.indexOf('#'));
}

export const isAlive = (run: Run): boolean => run.at !== 'ended';

/** Nothing is under way: every run has ended, and no write is still to be applied. */
export function isQuiet(world: World): boolean {
  return world.late.length === 0 && !world.runs.some(isAlive);
}

/** The last entry of a component among the first commits of the ledger. */
export function entryAt(ledger: readonly Entry[], tip: number, component: string): Entry | undefined {
  return ledger.findLast((entry, at) => at < tip && entry.component === component);
}

/** The tag of a run's own component, as the run last read it. */
export function tagSeen(run: Run): TagObject | null {
  return run.tags[run.component] ?? null;
}

/** The entry of a run's own component, as the run last read it. */
export function entrySeen(world: World, run: Run): Entry | undefined {
  return entryAt(world.ledger, run.tip, run.component);
}

/** The world after a tag became another object. */
export function withTag(world: World, component: string, tag: TagObject | null): World {
  const past = { ...world.ghost.past, [component]: [...(world.ghost.past[component] ?? []), tag] };
  return {
    ...world,
    tags: { ...world.tags, [component]: tag },
    runs: world.runs.map((run) => (run.at === 'waits' ? { ...run, outdated: true } : run)),
    ghost: { ...world.ghost, past },
  };
}

/** The world after KV stored a value; the old ones stay readable for a while if the model has stale reads. */
export function withStored(world: World, value: Value, { staleReads }: Setting): World {
  const older = new Set(world.kv.older).add(world.kv.value);
  older.delete(value);
  return { ...world, kv: { value, older: staleReads === true ? [...older].sort() : [] } };
}

/** The world in which a run stands as given. */
export function withRun(world: World, run: Run): World {
  return { ...world, runs: world.runs.map((other) => (other.name === run.name ? run : other)) };
}

/** The world after a step that broke a promise, or none. */
export function withBroken(world: World, broken: StepPromise | undefined): World {
  const { ghost } = world;
  return broken === undefined || ghost.broken !== null ? world : { ...world, ghost: { ...ghost, broken } };
}

import { componentId } from '../../domain/component.ts';
import type { TagRef } from '../../domain/component-tags.ts';
import {
  changeOf,
  type Doubt,
  type LedgerChange,
  type LedgerEvent,
  type NewTag,
  subjectsOf,
  type TagMoved,
} from '../../domain/ledger/event.ts';
import { entryPath, SHARES_FILE, versionsPath } from '../../domain/ledger/layout.ts';
import { canariesOf } from '../../domain/ledger/shares.ts';
import type { Stamp } from '../../domain/ledger/transition.ts';
import { isoTime } from '../../domain/time.ts';
import { TagshipError, TagshipErrors, TransientError } from '../../errors.ts';
import { type RawObject, type Signature, tagObject } from '../../git/object.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import type { PushOutcome, RefUpdate, Repository } from '../../ports/repository.ts';
import { retryDelay } from '../../ports/retry.ts';
import { type Authorship, composeCommit, nextSeq, nextTime } from './compose.ts';
import { Overlay } from './overlay.ts';
import { isLasting, refusal, trouble } from './refusal.ts';
import { LedgerSnapshot } from './snapshot.ts';

/** How long a run tries to get its entry in while others write to the ledger, in milliseconds. */
export const APPEND_LIMIT_MS = 90_000;

/** The longest pause between two tries, in milliseconds. */
const LONGEST_PAUSE_MS = 3_000;

/** What one commit of the ledger is to say. */
export interface LedgerCommit {
  readonly events: readonly LedgerEvent[];
  /** Tags that Tagship deletes with it. */
  readonly removals?: readonly TagRef[];
  /** What the tags that it makes need beside the ledger's own objects. */
  readonly objects?: readonly RawObject[];
  /** Whether it says what others did: then the reason and the overrides of this run are none of its own. */
  readonly others?: boolean;
}

/** What is to be written, as computed from the ledger and the tags at one moment. */
export type Proposal =
  | { readonly kind: 'write'; readonly commits: readonly LedgerCommit[] }
  /** Somebody else moved one of the tags. */
  | { readonly kind: 'superseded'; readonly tag: string };

export interface AppendOptions {
  /** The full name of the ledger's ref. */
  readonly ref: string;
  readonly author: Authorship;
  /** Whether a version may stand elsewhere than the ledger remembers. */
  readonly acceptMoved: boolean;
  /** How long to try, in milliseconds. */
  readonly limitMs?: number | undefined;
}

export interface AppendPorts {
  readonly repository: Repository;
  readonly clock: Clock;
  readonly journal: Journal;
}

/** What became of a proposal. */
export type Appended =
  /** `ledger` is as it was after the push, or, when there was nothing to write, as it stands. */
  | {
      readonly kind: 'landed' | 'nothing';
      readonly ledger: LedgerSnapshot | undefined;
      /** Entries that nobody may build on; nothing was written about these. */
      readonly doubtful: readonly Doubt[];
      /** What a person should know of what was written, in sentences. */
      readonly remarks: readonly string[];
      /** The objects of the tags that were made, by name. */
      readonly tags: ReadonlyMap<string, string>;
    }
  | { readonly kind: 'superseded'; readonly tag: string };

/**
 * Writes to the ledger, and moves tags with it, in one atomic push in which every ref must still be where it was read.
 * After a lost race everything is computed anew from the ledger and the tags as they are by then, so that no entry is
 * put on top of what it does not know; bounded by time, with jitter.
 *
 * @param first the ledger and the tags as they were read a moment ago: the push is refused if the ledger moved since
 * @param observe reads the ledger, and then the tags
 * @throws TagshipError `push-denied`, `move-refused`, `ledger-busy`, `ledger-broken`
 */
export async function append<T extends { readonly ledger: LedgerSnapshot | undefined }>(
  first: T,
  observe: () => Promise<T>,
  propose: (observed: T) => Promise<Proposal>,
  options: AppendOptions,
  ports: AppendPorts,
): Promise<Appended> {
  const { repository, clock, journal } = ports;
  const deadline = clock.now() + (options.limitMs ?? APPEND_LIMIT_MS);
  /** Pushes in a row of which only the refs can tell whether they landed. */
  const unclear: Draft[] = [];
  let observed = first;
  for (let attempt = 1; ; attempt++) {
    const { ledger } = observed;
    const late = await landedIn(ledger, unclear, repository);
    if (late !== undefined) {
      return { kind: 'landed', ...late };
    }
    const proposal = await propose(observed);
    if (proposal.kind === 'superseded') {
      return proposal;
    }
    const draft = await compose(ledger, proposal.commits, options, repository);
    const { doubtful, remarks, tags } = draft;
    if (draft.commit === undefined) {
      return { kind: 'nothing', ledger, doubtful, remarks, tags };
    }
    if (clock.now() >= deadline) {
      throw tooLate(options);
    }
    const updates: RefUpdate[] = [...draft.updates, { ref: options.ref, from: ledger?.commit, to: draft.commit }];
    const failure = await tryPush(draft, updates, options, repository);
    if (failure === undefined) {
      const landed = await LedgerSnapshot.open(repository, draft.commit, 'trees', draft.seq);
      return { kind: 'landed', ledger: landed, doubtful, remarks, tags };
    }
    if (failure.kind === 'race') {
      unclear.length = 0;
    } else {
      unclear.push(draft);
    }
    const pause = pauseAfter(failure, { attempt, faults: unclear.length, deadline }, clock);
    journal.info(`${reasonOf(failure)} Try ${attempt} did not land: computing anew in ${Math.round(pause)} ms.`);
    await clock.sleep(pause);
    observed = await observe();
  }
}

/**
 * How long to wait before the next try, in milliseconds.
 * @param tries how many there were, and how many of the last ones failed by a fault of the server
 * @throws TagshipError where there is no point in another one
 */
function pauseAfter(
  failure: Failure,
  tries: { readonly attempt: number; readonly faults: number; readonly deadline: number },
  clock: Clock,
): number {
  const isLate = clock.now() >= tries.deadline;
  if (failure.kind === 'fault') {
    const pause = isLate ? 0 : retryDelay(failure.fault, tries.faults, clock);
    if (isLate || clock.now() + pause >= tries.deadline) {
      throw failure.fault.failure;
    }
    return pause;
  }
  if (isLate) {
    throw busy(failure.outcome, tries.attempt);
  }
  return clock.random() * Math.min(LONGEST_PAUSE_MS, 100 * 2 ** Math.min(tries.attempt, 10));
}

function reasonOf(failure: Failure): string {
  return failure.kind === 'race' ? 'The ledger or a tag moved meanwhile.' : failure.fault.failure.what;
}

/** The ledger after a push of this run that landed after its answer was given up on. */
async function landedIn(
  ledger: LedgerSnapshot | undefined,
  drafts: readonly Draft[],
  repository: Repository,
): Promise<Omit<Extract<Appended, { readonly kind: 'landed' | 'nothing' }>, 'kind'> | undefined> {
  for (const draft of ledger === undefined ? [] : drafts) {
    if (ledger !== undefined && (await isIn(ledger, draft, repository))) {
      const { doubtful, remarks, tags } = draft;
      return { ledger: await LedgerSnapshot.open(repository, draft.commit), doubtful, remarks, tags };
    }
  }
  return undefined;
}

/** Whether a commit of this run is the ledger's tip, or behind it. */
async function isIn(ledger: LedgerSnapshot, { commit, parent, seq }: Draft, repository: Repository): Promise<boolean> {
  return ledger.commit !== parent && (await isBehind(ledger, commit, seq, repository));
}

type Refused = Extract<PushOutcome, { landed: false }>;

interface Composed {
  readonly doubtful: readonly Doubt[];
  readonly remarks: readonly string[];
  readonly tags: ReadonlyMap<string, string>;
}

/** Commits that are to be pushed. */
interface Draft extends Composed {
  /** The last of them. */
  readonly commit: string;
  /** The ledger's tip that it is made for. */
  readonly parent: string | undefined;
  readonly seq: number;
  readonly updates: readonly RefUpdate[];
  readonly objects: readonly RawObject[];
}

async function compose(
  ledger: LedgerSnapshot | undefined,
  commits: readonly LedgerCommit[],
  options: AppendOptions,
  repository: Repository,
): Promise<Draft | (Composed & { readonly commit: undefined })> {
  const overlay = new Overlay(repository);
  await ledger?.count();
  const updates: RefUpdate[] = [];
  const tags = new Map<string, string>();
  const doubts = new Map<string, Doubt>();
  const remarks = new Set<string>();
  let parent = ledger;
  for (const commit of commits) {
    const { change, made, time, author } = await changeOn(parent, commit, options, repository);
    for (const doubt of change.doubts) {
      doubts.set(doubt.problem.message, doubt);
    }
    change.remarks.forEach(remarks.add, remarks);
    if (time === undefined || isEmpty(change)) {
      continue;
    }
    const { oid, seq, objects } = await composeCommit(parent, change, author, time, overlay);
    overlay.add([...(commit.objects ?? []), ...made.objects, ...objects]);
    updates.push(...made.updates, ...(commit.removals ?? []).map(deletion));
    for (const [name, object] of made.names) {
      tags.set(name, object);
    }
    parent = await LedgerSnapshot.open(overlay, oid, 'trees', seq);
  }
  const composed = { doubtful: [...doubts.values()], remarks: [...remarks], tags };
  return parent === undefined || parent === ledger
    ? { ...composed, commit: undefined }
    : {
        ...composed,
        commit: parent.commit,
        parent: ledger?.commit,
        seq: parent.message.seq,
        updates,
        objects: overlay.added,
      };
}

/**
 * What a commit changes about the ledger before it.
 * @returns with the server's time where there is anything to write
 * @throws TagshipErrors `ledger-broken` where a move would go on from an entry that no run can have written: all of it
 *   moves, or none
 */
async function changeOn(
  parent: LedgerSnapshot | undefined,
  { events, others = false }: LedgerCommit,
  { author, acceptMoved }: AppendOptions,
  repository: Repository,
): Promise<{
  readonly change: LedgerChange;
  readonly made: TagObjects;
  readonly time: number | undefined;
  readonly author: Authorship;
}> {
  const teller = others ? { ...author, reason: null, override: [] } : author;
  const { places, components } = subjectsOf(events);
  await parent?.load([
    SHARES_FILE,
    ...places.map(({ environment, component }) => entryPath(environment, component)),
    ...components.map(versionsPath),
  ]);
  // Where a live environment moves, the share of its canary ends.
  const shares = parent?.shares() ?? {};
  await parent?.load(
    places.flatMap(({ environment, component }) =>
      canariesOf(shares, component, environment).map((canary) => entryPath(canary, component)),
    ),
  );
  const at = (time: number): { readonly change: LedgerChange; readonly made: TagObjects } => {
    const stamp = stampOf(parent, time, teller);
    const made = new TagObjects(events, teller, stamp);
    return { change: changeOf(events, parent, stamp, (tag) => made.oidOf(tag), acceptMoved), made };
  };
  // What there is nothing to say about needs no permission to push.
  const early = at(0);
  if (isEmpty(early.change)) {
    return { ...early, time: undefined, author: teller };
  }
  const time = await repository.serverTime();
  const { change, made } = at(time);
  const sound = soundPart(change, parent, time);
  if (sound.doubts.length > 0 && !others && events.some(({ kind }) => kind === 'moved' || kind === 'removed')) {
    throw new TagshipErrors(sound.doubts.map(({ problem }) => problem));
  }
  return { change: sound, made, time, author: teller };
}

function isEmpty({ entries, versions }: LedgerChange): boolean {
  return entries.length + versions.length === 0;
}

function deletion({ name, object }: TagRef): RefUpdate {
  return { ref: `refs/tags/${name}`, from: object, to: undefined };
}

/** The objects of the tags that one commit makes. */
class TagObjects {
  readonly #made = new Map<NewTag, RawObject>();

  constructor(events: readonly LedgerEvent[], { actor, email }: Authorship, stamp: Stamp) {
    for (const event of events) {
      if (event.kind === 'moved' && typeof event.tag !== 'string') {
        const tagger = { name: actor ?? 'unknown', email, time: Date.parse(stamp.at) / 1000 };
        this.#made.set(event.tag, environmentTag(event, event.tag, tagger, stamp.seq));
      }
    }
  }

  oidOf(tag: NewTag): string {
    return this.#made.get(tag)?.oid ?? '';
  }

  get objects(): RawObject[] {
    return [...this.#made.values()];
  }

  get names(): [name: string, oid: string][] {
    return [...this.#made].map(([{ name }, { oid }]) => [name, oid]);
  }

  get updates(): RefUpdate[] {
    return [...this.#made].map(([{ name, from }, { oid }]) => ({ ref: `refs/tags/${name}`, from, to: oid }));
  }
}

/**
 * An environment tag as Edgit writes it: annotated, around the version's tag. The number of the ledger commit makes its
 * object one of its own: a tag that comes back to a version is never taken for the one that was there before.
 */
function environmentTag(
  { component, environment, running, restored }: TagMoved,
  tag: NewTag,
  tagger: Signature,
  seq: number,
): RawObject {
  return tagObject({
    target: tag.wraps.oid,
    targetType: tag.wraps.type,
    name: tag.name,
    tagger,
    message: `Set ${componentId(component)} ${environment} to ${running.version}${
      restored === undefined ? '' : `, which ran in ${restored.from} at ${restored.at}`
    }\n\nLedger: ${seq}`,
  });
}

/** A change without the entries that would go on from one that no run can have written. */
function soundPart(change: LedgerChange, parent: LedgerSnapshot | undefined, serverTime: number): LedgerChange {
  const found = change.entries.map(({ environment, component }): Doubt | undefined => {
    const problem = parent?.doubt(environment, component, serverTime);
    return problem === undefined ? undefined : { component, environment, problem };
  });
  return found.every((doubt) => doubt === undefined)
    ? change
    : {
        ...change,
        entries: change.entries.filter((_, i) => found[i] === undefined),
        doubts: [...change.doubts, ...found.flatMap((doubt) => doubt ?? [])],
      };
}

function stampOf(parent: LedgerSnapshot | undefined, serverTime: number, author: Authorship): Stamp {
  const time = nextTime(parent, serverTime);
  return {
    seq: nextSeq(parent),
    at: isoTime(time),
    actor: author.actor,
    run: author.run,
    reason: author.reason,
    override: author.override,
  };
}

/** Why a push did not land. */
type Failure =
  /** Somebody else moved a ref first. */
  | { readonly kind: 'race'; readonly outcome: Refused }
  /** The refs are where they were, so it is the server's trouble. */
  | { readonly kind: 'fault'; readonly fault: TransientError };

/**
 * Pushes; undefined when it landed, also when only the answer was lost, or was wrong: the refs tell.
 * @throws TagshipError `move-refused`, `push-denied` where trying again does not help
 */
async function tryPush(
  draft: Draft,
  updates: readonly RefUpdate[],
  options: AppendOptions,
  repository: Repository,
): Promise<Failure | undefined> {
  let outcome: Refused | undefined;
  let fault: TransientError;
  try {
    const pushed = await repository.push(updates, draft.objects);
    if (pushed.landed) {
      return undefined;
    }
    if (isLasting(pushed)) {
      throw refusal(pushed, updates, options.ref);
    }
    outcome = pushed;
    fault = trouble(pushed);
  } catch (error) {
    if (!(error instanceof TransientError)) {
      throw error;
    }
    fault = error;
  }
  const expected = updates.slice(-MAX_CHECKED);
  const tips = await repository.tips(expected.map(({ ref }) => ref));
  const tip = tips.get(options.ref);
  if (tip !== undefined && tip !== draft.parent) {
    const ledger = await LedgerSnapshot.open(repository, tip);
    if (await isIn(ledger, draft, repository)) {
      return undefined;
    }
  }
  const moved = expected.some(({ ref, from }) => tips.get(ref) !== from);
  return outcome !== undefined && moved ? { kind: 'race', outcome } : { kind: 'fault', fault };
}

/** Refs that are looked at after a push that failed; one that was overlooked is found when all are read anew. */
const MAX_CHECKED = 1_000;

/** Commits that are walked back at most to find one of the ledger. */
const MAX_WALK = 2_000;

/** Whether a commit with a number is the ledger's tip or one of those behind it. */
export async function isBehind(
  tip: LedgerSnapshot,
  commit: string,
  seq: number,
  repository: Repository,
): Promise<boolean> {
  await tip.count();
  const distance = tip.number - seq;
  if (distance === 0 || distance < 0) {
    return tip.commit === commit;
  }
  if (distance > MAX_WALK) {
    // Too far to tell; what stands so far back was checked by the runs in between.
    return true;
  }
  await repository.log(tip.commit, { depth: distance + 1 });
  let at: string | undefined = tip.commit;
  for (let step = 0; step < distance && at !== undefined; step++) {
    const object = await repository.read(at);
    at = object?.type === 'commit' ? object.parents[0] : undefined;
  }
  return at === commit;
}

function tooLate({ limitMs = APPEND_LIMIT_MS }: AppendOptions): TagshipError {
  return new TagshipError(
    'git-unreachable',
    `The Git server could not be brought to take the entry within ${limitMs / 1000} s.`,
    'Run the job again. See the status page of the Git server if it happens again.',
  );
}

function busy(failure: Refused, attempts: number): TagshipError {
  const reasons = failure.refused.map(({ reason }) => reason).join(', ');
  return new TagshipError(
    'ledger-busy',
    `The entry could not be written in ${attempts} tries, because others kept moving refs${reasons === '' ? '' : ` (${reasons})`}.`,
    'Run the job again. Give workflows that move tags a common `concurrency` group if it happens often.',
  );
}

import type { Component } from '../../domain/component.ts';
import type { RawObject } from '../../domain/git-object.ts';
import { entryPath } from '../../domain/ledger/layout.ts';
import type { Stamp } from '../../domain/ledger/transition.ts';
import { isoTime } from '../../domain/time.ts';
import { TagshipError, TagshipErrors, TransientError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import type { PushOutcome, RefUpdate, Repository } from '../../ports/repository.ts';
import { retryDelay } from '../../ports/retry.ts';
import { type Authorship, composeCommit, type LedgerChange, nextSeq, nextTime } from './compose.ts';
import { Overlay } from './overlay.ts';
import { isLasting, refusal, trouble } from './refusal.ts';
import { LedgerSnapshot } from './snapshot.ts';

/** How long a run tries to get its entry in while others write to the ledger, in milliseconds. */
export const APPEND_LIMIT_MS = 90_000;

/** The longest pause between two tries, in milliseconds. */
const LONGEST_PAUSE_MS = 3_000;

/** One commit of a proposal. */
export interface Step {
  readonly change: LedgerChange;
  /** Tags that move together with it. */
  readonly updates?: readonly RefUpdate[];
  /** What the tags need beside the ledger's own objects. */
  readonly objects?: readonly RawObject[];
  /** Whether it tells what others did: then the reason and the overrides of this run are none of its own. */
  readonly others?: boolean;
}

/** Finishes one commit; undefined where there is nothing to say, whatever the stamp. */
export type StepFinisher = (stamp: Stamp) => Step | undefined;

/** Reads what one commit needs from the ledger as it will be before it. */
export type StepMaker = (ledger: LedgerSnapshot | undefined) => Promise<StepFinisher>;

/** What is to be written, as computed from the ledger and the tags at one moment. */
export type Proposal =
  | { readonly kind: 'write'; readonly steps: readonly StepMaker[] }
  /** Somebody else moved one of the tags. */
  | { readonly kind: 'superseded'; readonly tag: string };

export interface AppendOptions {
  /** The full name of the ledger's ref. */
  readonly ref: string;
  readonly author: Authorship;
  /** The ledger as it was read a moment ago, for the first try; the push is refused if it moved since. */
  readonly known?: { readonly ledger: LedgerSnapshot | undefined };
  /** Whether the ledger's folders are too many to be fetched at once. */
  readonly isLarge?: boolean;
  /** How long to try, in milliseconds. */
  readonly limitMs?: number;
}

export interface AppendPorts {
  readonly repository: Repository;
  readonly clock: Clock;
  readonly journal: Journal;
}

/** An entry that no run can have written, so nobody may build on it. */
export interface Doubt {
  readonly component: Component;
  readonly environment: string;
  readonly problem: TagshipError;
}

/** What became of a proposal. */
export type Appended =
  /** `ledger` is as it was after the push, or, when there was nothing to write, as it stands. */
  | {
      readonly kind: 'landed' | 'nothing';
      readonly ledger: LedgerSnapshot | undefined;
      /** Nothing was written about these. */
      readonly doubtful: readonly Doubt[];
    }
  | { readonly kind: 'superseded'; readonly tag: string };

/**
 * Writes to the ledger, and moves tags with it, in one atomic push in which every ref must still be where it was read.
 * After a lost race everything is computed anew from the ledger and the tags as they are by then, so that no entry is
 * put on top of what it does not know; bounded by time, with jitter.
 *
 * @param propose gets the ledger, which was read before it reads the tags
 * @throws TagshipError `push-denied`, `move-refused`, `ledger-busy`, `ledger-broken`
 */
export async function append(
  propose: (ledger: LedgerSnapshot | undefined) => Promise<Proposal>,
  options: AppendOptions,
  ports: AppendPorts,
): Promise<Appended> {
  const { repository, clock, journal } = ports;
  const deadline = clock.now() + (options.limitMs ?? APPEND_LIMIT_MS);
  /** Pushes in a row of which only the refs can tell whether they landed. */
  const unclear: Draft[] = [];
  for (let attempt = 1; ; attempt++) {
    const ledger =
      attempt === 1 && options.known !== undefined ? options.known.ledger : await readLedger(repository, options);
    const late = await landedIn(ledger, unclear, repository);
    if (late !== undefined) {
      return { kind: 'landed', ledger: late, doubtful: [] };
    }
    const proposal = await propose(ledger);
    if (proposal.kind === 'superseded') {
      return proposal;
    }
    const doubts = new Map<string, Doubt>();
    const draft = await compose(ledger, proposal.steps, options, repository, doubts);
    const doubtful = [...doubts.values()];
    if (draft === undefined) {
      return { kind: 'nothing', ledger, doubtful };
    }
    if (clock.now() >= deadline) {
      throw tooLate(options);
    }
    const updates: RefUpdate[] = [...draft.updates, { ref: options.ref, from: ledger?.commit, to: draft.commit }];
    const failure = await tryPush(draft, updates, options, repository);
    if (failure === undefined) {
      const landed = await LedgerSnapshot.open(repository, draft.commit, false, draft.seq);
      return { kind: 'landed', ledger: landed, doubtful };
    }
    if (failure.kind === 'race') {
      unclear.length = 0;
    } else {
      unclear.push(draft);
    }
    const pause = pauseAfter(failure, { attempt, faults: unclear.length, deadline }, clock);
    journal.info(`${reasonOf(failure)} Try ${attempt} did not land: computing anew in ${Math.round(pause)} ms.`);
    await clock.sleep(pause);
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
): Promise<LedgerSnapshot | undefined> {
  for (const draft of ledger === undefined ? [] : drafts) {
    if (ledger !== undefined && (await isIn(ledger, draft, repository))) {
      return await LedgerSnapshot.open(repository, draft.commit);
    }
  }
  return undefined;
}

/** Whether a commit of this run is the ledger's tip, or behind it. */
async function isIn(ledger: LedgerSnapshot, { commit, parent, seq }: Draft, repository: Repository): Promise<boolean> {
  return ledger.commit !== parent && (await isBehind(ledger, commit, seq, repository));
}

/** The ledger as it stands; undefined where there is none. */
async function readLedger(
  repository: Repository,
  { ref, isLarge }: AppendOptions,
): Promise<LedgerSnapshot | undefined> {
  const tip = (await repository.tips([ref])).get(ref);
  return tip === undefined ? undefined : await LedgerSnapshot.open(repository, tip, isLarge);
}

type Refused = Extract<PushOutcome, { landed: false }>;

interface Draft {
  readonly commit: string;
  /** The ledger's tip that it is made for. */
  readonly parent: string | undefined;
  readonly seq: number;
  readonly updates: readonly RefUpdate[];
  readonly objects: readonly RawObject[];
}

async function compose(
  ledger: LedgerSnapshot | undefined,
  steps: readonly StepMaker[],
  { author }: AppendOptions,
  repository: Repository,
  doubts: Map<string, Doubt>,
): Promise<Draft | undefined> {
  const overlay = new Overlay(repository);
  await ledger?.count();
  const updates: RefUpdate[] = [];
  let parent = ledger;
  let serverTime: number | undefined;
  for (const make of steps) {
    const finish = await make(parent);
    // What there is nothing to say about needs no permission to push.
    if (finish(stampOf(parent, serverTime ?? 0, author)) === undefined) {
      continue;
    }
    serverTime ??= await repository.serverTime();
    const made = finish(stampOf(parent, serverTime, author));
    const step = made === undefined ? undefined : await soundPart(made, parent, serverTime, doubts);
    if (step === undefined) {
      continue;
    }
    const teller = step.others === true ? { ...author, reason: null, override: [] } : author;
    const commit = await composeCommit(parent, step.change, teller, serverTime, overlay);
    overlay.add([...(step.objects ?? []), ...commit.objects]);
    updates.push(...(step.updates ?? []));
    parent = await LedgerSnapshot.open(overlay, commit.oid, false, commit.seq);
  }
  return parent === undefined || parent === ledger
    ? undefined
    : { commit: parent.commit, parent: ledger?.commit, seq: parent.message.seq, updates, objects: overlay.added };
}

/**
 * A step without the entries that would go on from one that no run can have written. Those of a move are not left out:
 * all of it moves, or none.
 * @throws TagshipErrors `ledger-broken`
 */
async function soundPart(
  step: Step,
  parent: LedgerSnapshot | undefined,
  serverTime: number,
  doubts: Map<string, Doubt>,
): Promise<Step | undefined> {
  const { entries, versions } = step.change;
  if (parent === undefined) {
    return step;
  }
  await parent.load(entries.map(({ environment, component }) => entryPath(environment, component)));
  const found = entries.map(({ environment, component }): Doubt | undefined => {
    const problem = parent.doubt(environment, component, serverTime);
    return problem === undefined ? undefined : { component, environment, problem };
  });
  const doubtful = found.flatMap((one) => one ?? []);
  if (doubtful.length > 0 && step.updates !== undefined) {
    throw new TagshipErrors(doubtful.map(({ problem }) => problem));
  }
  for (const one of doubtful) {
    doubts.set(one.problem.message, one);
  }
  const sound = entries.filter((_, i) => found[i] === undefined);
  return sound.length + versions.length === 0 ? undefined : { ...step, change: { ...step.change, entries: sound } };
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
    const ledger = await LedgerSnapshot.open(repository, tip, options.isLarge);
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

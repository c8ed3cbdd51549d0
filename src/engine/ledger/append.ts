import type { RawObject } from '../../domain/git-object.ts';
import { entryPath } from '../../domain/ledger/layout.ts';
import type { Stamp } from '../../domain/ledger/transition.ts';
import { isoTime } from '../../domain/time.ts';
import { TagshipError, TagshipErrors, TransientError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import type { PushOutcome, RefUpdate, Repository } from '../../ports/repository.ts';
import { type Authorship, composeCommit, type LedgerChange, nextSeq, nextTime } from './compose.ts';
import { Overlay } from './overlay.ts';
import { isPolicy, refusal } from './refusal.ts';
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

/** What became of a proposal. */
export type Appended =
  /** `ledger` is as it was after the push, or, when there was nothing to write, as it stands. */
  | {
      readonly kind: 'landed' | 'nothing';
      readonly ledger: LedgerSnapshot | undefined;
      /** Entries that nobody may build on; nothing was written about these. */
      readonly doubtful: readonly TagshipError[];
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
  for (let attempt = 1; ; attempt++) {
    const ledger =
      attempt === 1 && options.known !== undefined ? options.known.ledger : await readLedger(repository, options);
    const proposal = await propose(ledger);
    if (proposal.kind === 'superseded') {
      return proposal;
    }
    const doubts = new Map<string, TagshipError>();
    const draft = await compose(ledger, proposal.steps, options, repository, doubts);
    const doubtful = [...doubts.values()];
    if (draft === undefined) {
      return { kind: 'nothing', ledger, doubtful };
    }
    if (clock.now() >= deadline) {
      throw late(options);
    }
    const updates: RefUpdate[] = [...draft.updates, { ref: options.ref, from: ledger?.commit, to: draft.commit }];
    const failure = await tryPush(draft, updates, options, repository);
    if (failure === undefined) {
      const landed = await LedgerSnapshot.open(repository, draft.commit, false, draft.seq);
      return { kind: 'landed', ledger: landed, doubtful };
    }
    if (clock.now() >= deadline) {
      throw 'refused' in failure ? busy(failure, attempt) : failure.failure;
    }
    const pause = clock.random() * Math.min(LONGEST_PAUSE_MS, 100 * 2 ** Math.min(attempt, 10));
    journal.info(`The ledger or a tag moved meanwhile (try ${attempt}): computing anew in ${Math.round(pause)} ms.`);
    await clock.sleep(pause);
  }
}

/** The ledger as it stands; undefined where there is none. */
async function readLedger(
  repository: Repository,
  { ref, isLarge }: AppendOptions,
): Promise<LedgerSnapshot | undefined> {
  const tip = (await repository.tips([ref])).get(ref);
  return tip === undefined ? undefined : await LedgerSnapshot.open(repository, tip, isLarge);
}

interface Draft {
  readonly commit: string;
  readonly seq: number;
  readonly updates: readonly RefUpdate[];
  readonly objects: readonly RawObject[];
}

async function compose(
  ledger: LedgerSnapshot | undefined,
  steps: readonly StepMaker[],
  { author }: AppendOptions,
  repository: Repository,
  doubts: Map<string, TagshipError>,
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
    : { commit: parent.commit, seq: parent.number, updates, objects: overlay.added };
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
  doubts: Map<string, TagshipError>,
): Promise<Step | undefined> {
  const { entries, versions } = step.change;
  if (parent === undefined) {
    return step;
  }
  await parent.load(entries.map(({ environment, component }) => entryPath(environment, component)));
  const found = entries.map(({ environment, component }) => parent.doubt(environment, component, serverTime));
  const problems = found.flatMap((problem) => problem ?? []);
  if (problems.length > 0 && step.updates !== undefined) {
    throw new TagshipErrors(problems);
  }
  for (const problem of problems) {
    doubts.set(problem.message, problem);
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

/**
 * Pushes; undefined when it landed, also when only the answer was lost.
 * @returns what may be gone on the next try
 * @throws TagshipError `move-refused`, `push-denied` where trying again does not help
 */
async function tryPush(
  draft: Draft,
  updates: readonly RefUpdate[],
  options: AppendOptions,
  repository: Repository,
): Promise<Extract<PushOutcome, { landed: false }> | TransientError | undefined> {
  try {
    const outcome = await repository.push(updates, draft.objects);
    if (!outcome.landed && outcome.refused.some(({ reason }) => isPolicy(`${reason}\n${outcome.said}`))) {
      throw refusal(outcome, updates, options.ref);
    }
    return outcome.landed ? undefined : outcome;
  } catch (error) {
    if (error instanceof TransientError) {
      return (await hasLanded(draft, options, repository)) ? undefined : error;
    }
    throw error;
  }
}

/** Whether a push landed although its answer was lost: our commit is the ledger's tip, or behind it. */
async function hasLanded(draft: Draft, options: AppendOptions, repository: Repository): Promise<boolean> {
  const tip = await readLedger(repository, options);
  return tip !== undefined && (await isBehind(tip, draft.commit, draft.seq, repository));
}

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

function late({ limitMs = APPEND_LIMIT_MS }: AppendOptions): TagshipError {
  return new TagshipError(
    'git-unreachable',
    `The Git server could not be brought to take the entry within ${limitMs / 1000} s.`,
    'Run the job again. See the status page of the Git server if it happens again.',
  );
}

function busy(failure: Extract<PushOutcome, { landed: false }>, attempts: number): TagshipError {
  const reasons = failure.refused.map(({ reason }) => reason).join(', ');
  return new TagshipError(
    'ledger-busy',
    `The entry could not be written in ${attempts} tries, because others kept moving refs${reasons === '' ? '' : ` (${reasons})`}.`,
    'Run the job again. Give workflows that move tags a common `concurrency` group if it happens often.',
  );
}

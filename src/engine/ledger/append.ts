import type { Doubt } from '../../domain/ledger/event.ts';
import { TagshipError, TransientError } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import type { PushOutcome, RefUpdate, Repository } from '../../ports/repository.ts';
import { retryDelay } from '../../ports/retry.ts';
import { isBehind } from './behind.ts';
import { compose, type Draft, type DraftOptions, type LedgerCommit } from './draft.ts';
import { isLasting, refusal, trouble } from './refusal.ts';
import { LedgerSnapshot } from './snapshot.ts';

/** How long a run tries to get its entry in while others write to the ledger, in milliseconds. */
export const APPEND_LIMIT_MS = 90_000;

/** The longest pause between two tries, in milliseconds. */
const LONGEST_PAUSE_MS = 3_000;

/** What is to be written, as computed from the ledger and the tags at one moment. */
export type Proposal =
  | { readonly kind: 'write'; readonly commits: readonly LedgerCommit[] }
  /** Somebody else moved one of the tags. */
  | { readonly kind: 'superseded'; readonly tag: string };

export interface AppendOptions extends DraftOptions {
  /** The full name of the ledger's ref. */
  readonly ref: string;
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

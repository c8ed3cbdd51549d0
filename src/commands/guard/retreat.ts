import { componentId } from '../../domain/component.ts';
import { chooseRollback, type Overrides } from '../../domain/moves.ts';
import type { Applier } from '../../engine/apply.ts';
import { holdInKvAlone, LOOK_LIMIT_MS, tryLook } from '../../engine/hold.ts';
import { type Decide, draftOf, type Intent, type MoveOutcome, move } from '../../engine/move.ts';
import type { Observation } from '../../engine/observation.ts';
import type { RunPorts } from '../../engine/run.ts';
import type { Session } from '../../engine/session.ts';
import { recordHolds } from '../../engine/unrecorded-holds.ts';
import { TagshipError, toTagshipErrors } from '../../errors.ts';
import { anchorRemembered, stateOf } from '../moves.ts';
import { type Judged, untouchable } from './subject.ts';

/** How long tag and ledger may take to move before KV is restored without them, in milliseconds. */
export const MOVE_LIMIT_MS = 20_000;

/** How long a hold may take to be recorded before KV is restored without it, in milliseconds. */
const HOLD_LIMIT_MS = 8_000;

type Moved = Extract<MoveOutcome, { readonly view: Observation }>;

/** What became of a version that is to go back. */
export type Retreat =
  /** Somebody else moved the tag; nothing was touched. */
  | { readonly kind: 'superseded' }
  /** A gate must not move what is there; nothing was touched. */
  | { readonly kind: 'untouchable'; readonly why: string }
  | {
      readonly kind: 'moved';
      readonly outcome: Moved;
      /** As it was before. */
      readonly before: Observation;
      /** When tag and ledger had moved, in milliseconds since the epoch. */
      readonly movedAt: number | undefined;
      readonly applier: Applier;
    }
  | {
      readonly kind: 'held';
      readonly outcome: Moved;
      readonly before: Observation;
      /** Why the tag could not be moved. */
      readonly cause: readonly TagshipError[];
      /** Whether the ledger knows of the hold. */
      readonly isRecorded: boolean;
      readonly applier: Applier;
    };

/**
 * Reads beforehand what going back would need, so that it takes few requests on a breach, and needs no Git server to
 * restore KV.
 * @returns with the ledger and the tags read anew where a hold was recorded that only KV remembered
 * @throws TagshipError what would stand in the way; `tag-held` where it cannot be recorded
 */
export async function prepare(
  session: Session,
  judged: Judged,
  view: Observation,
): Promise<{ readonly applier: Applier; readonly adopted: Observation | undefined }> {
  const applier = session.newApplier();
  const { plans } = await draftOf(
    session,
    view,
    await decideFor(session, judged, false)(view),
    [judged.target],
    applier,
  );
  const adopted = await recordHolds(session, view, [judged.target], plans, applier);
  const [failure] = adopted.failures;
  if (failure !== undefined) {
    throw failure.error;
  }
  return { applier, adopted: adopted.view };
}

/**
 * Brings an environment back to its last good version: tag and ledger in one push, then KV. Where the tag cannot be
 * moved in time, a hold is recorded and KV is restored all the same.
 *
 * @param last the last that is known of the ledger and the tags
 * @param why the reason the ledger keeps where nobody gave one
 * @throws TagshipError `rollback-impossible`, and what KV refuses
 */
export async function retreat(
  session: Session,
  judged: Judged,
  last: Observation,
  applier: Applier,
  why: string,
  ports: RunPorts,
): Promise<Retreat> {
  const { clock, journal } = ports;
  let view: Observation | undefined;
  let movedAt: number | undefined;
  let onLanded = (): void => undefined;
  const landed = new Promise<void>((resolve) => {
    onLanded = () => {
      movedAt = clock.now();
      resolve();
    };
  });
  const attempt = async (): Promise<Retreat> => {
    view = (await session.observe([judged.target])).view;
    const stop = standing(judged, view);
    if (stop !== undefined) {
      return stop;
    }
    const outcome = await move(session, view, [judged.target], decideFor(session, judged, false), {
      limitMs: MOVE_LIMIT_MS,
      onLanded,
      reason: why,
      applier,
    });
    return outcome.kind === 'superseded'
      ? { kind: 'superseded' }
      : { kind: 'moved', outcome, before: view, movedAt, applier };
  };
  let cause: readonly TagshipError[];
  try {
    const attempted = attempt();
    // Once it has landed, KV may take the time it needs.
    const timely = await clock.within(MOVE_LIMIT_MS, () => Promise.race([attempted, landed]));
    if (timely.inTime) {
      return await attempted;
    }
    attempted.catch(() => undefined);
    await ports.repository.abandon();
    cause = [
      new TagshipError(
        'git-unreachable',
        `The tag could not be moved within ${MOVE_LIMIT_MS / 1000} s, since the Git server did not answer.`,
        'See its status page.',
      ),
    ];
  } catch (error) {
    cause = toTagshipErrors(error);
    if (movedAt !== undefined || cause.some(({ code }) => code === 'rollback-impossible')) {
      throw error;
    }
  }
  journal.info(`The tag could not be moved: ${cause.map(({ what }) => what).join(' ')} KV is restored all the same.`);
  return await holdBack(session, judged, view ?? last, applier, why, cause, ports);
}

async function holdBack(
  session: Session,
  judged: Judged,
  last: Observation,
  applier: Applier,
  why: string,
  cause: readonly TagshipError[],
  ports: RunPorts,
): Promise<Retreat> {
  const now = await tryLook(session, [judged.target]);
  const stop = now === undefined ? undefined : standing(judged, now);
  if (now !== undefined && stop !== undefined) {
    return (await finished(session, judged, now, applier)) ?? stop;
  }
  const targets = [judged.target];
  const hold = decideFor(session, judged, true);
  let isRecorded = false;
  if (now !== undefined) {
    try {
      const onLanded = (): void => {
        isRecorded = true;
      };
      const timely = await ports.clock.within(HOLD_LIMIT_MS, () =>
        move(session, now, targets, hold, { limitMs: HOLD_LIMIT_MS, onLanded, reason: why, applier }),
      );
      if (timely.inTime && timely.value.kind !== 'superseded') {
        return { kind: 'held', outcome: timely.value, before: now, cause, isRecorded: true, applier };
      }
      if (timely.inTime) {
        return { kind: 'superseded' };
      }
      await ports.repository.abandon();
    } catch (error) {
      ports.journal.info(`The hold could not be recorded: ${toTagshipErrors(error)[0]?.what ?? ''}`);
    }
  }
  const outcome = await holdInKvAlone(session, now ?? last, targets, hold, applier);
  return { kind: 'held', outcome, before: now ?? last, cause, isRecorded, applier };
}

/** A push of ours landed although its answer was lost: then KV only has to follow. */
async function finished(
  session: Session,
  judged: Judged,
  now: Observation,
  applier: Applier,
): Promise<Retreat | undefined> {
  const entry = now.ledger?.entry(judged.environment, judged.component);
  const { ref } = stateOf(judged.component, judged.environment, now);
  const { author } = session.settings;
  if (entry?.move !== 'rollback' || entry.tag !== ref?.object || author.run === null || entry.run !== author.run) {
    return undefined;
  }
  const outcome = await move(session, now, [judged.target], async () => nothing, { applier });
  return outcome.kind === 'superseded'
    ? { kind: 'superseded' }
    : { kind: 'moved', outcome: { ...outcome, kind: 'moved' }, before: now, movedAt: undefined, applier };
}

const nothing: Intent = { kind: 'rollback', choices: [], removals: [] };

/** Why nothing is to be moved; undefined where the judged tag object stands and may be moved. */
function standing(judged: Judged, view: Observation): Retreat | undefined {
  const { ref, entry } = stateOf(judged.component, judged.environment, view);
  if (ref?.object !== judged.ref.object) {
    return { kind: 'superseded' };
  }
  const why = entry?.tag === ref.object ? untouchable(entry) : undefined;
  return why === undefined ? undefined : { kind: 'untouchable', why };
}

function decideFor(session: Session, judged: Judged, holds: boolean): Decide {
  return async (view) => {
    await anchorIfPossible(session, judged, view);
    const { acceptUnanchored, acceptMoved } = session.settings;
    const overrides: Overrides = new Set([
      ...(acceptUnanchored ? (['unanchored'] as const) : []),
      ...(acceptMoved ? (['moved-version'] as const) : []),
    ]);
    const situation = stateOf(judged.component, judged.environment, view);
    const choice = chooseRollback(situation, 'last-healthy', overrides);
    if (choice === undefined) {
      throw new TagshipError(
        'rollback-impossible',
        `\`${componentId(judged.component)}\` was rolled back in \`${judged.environment}\` already.`,
        'Name a version with the command `rollback` to go further back.',
      );
    }
    return { kind: 'rollback', choices: [choice], removals: [], ...(holds ? { holds } : {}) };
  };
}

/** Where the Git server is gone, what was found out beforehand has to do: the rest does not count. */
async function anchorIfPossible(session: Session, judged: Judged, view: Observation): Promise<void> {
  const { clock, repository } = session.ports;
  try {
    const timely = await clock.within(LOOK_LIMIT_MS, () => anchorRemembered(session, view, [judged.target]));
    if (!timely.inTime) {
      await repository.abandon();
    }
  } catch (error) {
    session.ports.journal.info(`The default branch could not be asked: ${toTagshipErrors(error)[0]?.what ?? ''}`);
  }
}

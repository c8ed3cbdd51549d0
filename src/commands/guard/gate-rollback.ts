import { componentId } from '../../domain/component.ts';
import type { GateRecord } from '../../domain/ledger/gate-record.ts';
import type { Target } from '../../domain/projection.ts';
import { type Choice, chooseRollback, type Overrides, type PlaceState } from '../../domain/version-choice.ts';
import type { Applier } from '../../engine/apply.ts';
import { holdInKvAlone, LOOK_LIMIT_MS, tryLook } from '../../engine/hold.ts';
import { type Decide, draftOf, type Intent, type MoveOutcome, move } from '../../engine/move.ts';
import type { Observation } from '../../engine/observation.ts';
import { attempt as attempted } from '../../engine/read-ahead.ts';
import type { RunPorts } from '../../engine/run-ports.ts';
import type { Session } from '../../engine/session.ts';
import { recordHolds } from '../../engine/unrecorded-holds.ts';
import { TagshipError, toTagshipErrors } from '../../errors.ts';
import { anchorRemembered, stateOf } from '../moves.ts';
import { type Beside, type Judged, untouchable } from './subject.ts';

/** How long tag and ledger may take to move before KV is restored without them, in milliseconds. */
export const MOVE_LIMIT_MS = 20_000;

/** How long a hold may take to be recorded before KV is restored without it, in milliseconds. */
const HOLD_LIMIT_MS = 8_000;

type Moved = Extract<MoveOutcome, { readonly view: Observation }>;

/** What asks for a rollback. */
export interface Ground {
  readonly why: string;
  /** What a gate saw. */
  readonly gate?: GateRecord | undefined;
}

/** A version that is to go back, where one tag object put it. */
export type Leaving = Pick<Judged, 'target' | 'component' | 'environment' | 'ref'> &
  Partial<Pick<Judged, 'version' | 'beside'>>;

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
  leaving: readonly Leaving[],
  view: Observation,
): Promise<{ readonly applier: Applier; readonly adopted: Observation | undefined }> {
  const applier = session.newApplier();
  const targets = targetsOf(leaving);
  const { plans } = await draftOf(session, view, await decideFor(session, leaving, false)(view), targets, applier);
  const adopted = await recordHolds(session, view, targets, plans, applier);
  const [failure] = adopted.failures;
  if (failure !== undefined) {
    throw failure.error;
  }
  return { applier, adopted: adopted.view };
}

/**
 * Brings environments back to their last good versions: tags and ledger in one push, then KV. Where the tags cannot be
 * moved in time, a hold is recorded and KV is restored all the same. Of several, those stay that somebody else has moved
 * meanwhile, that may not be touched, or that have nothing to go back to.
 *
 * @param leaving at least one
 * @param last the last that is known of the ledger and the tags
 * @param ground what asks for it, as the ledger keeps it: the reason where nobody gave one, and what the gate saw
 * @throws TagshipError `rollback-impossible`, and what KV refuses
 */
export async function retreat(
  session: Session,
  leaving: readonly Leaving[],
  last: Observation,
  applier: Applier,
  ground: Ground,
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
    for (;;) {
      view = (await session.observe(targetsOf(leaving))).view;
      const { left, stop } = standingOf(leaving, view);
      if (left.length === 0) {
        return stop;
      }
      const outcome = await move(session, view, targetsOf(left), decideFor(session, left, false, ground.gate), {
        limitMs: MOVE_LIMIT_MS,
        onLanded,
        reason: ground.why,
        applier,
      });
      if (outcome.kind !== 'superseded') {
        return { kind: 'moved', outcome, before: view, movedAt, applier };
      }
      // One of them was moved by somebody else, and nothing was touched: the others go back without it.
      if (left.length === 1) {
        return { kind: 'superseded' };
      }
    }
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
  return await holdBack(session, leaving, view ?? last, applier, ground, cause, ports);
}

async function holdBack(
  session: Session,
  leaving: readonly Leaving[],
  last: Observation,
  applier: Applier,
  { why, gate }: Ground,
  cause: readonly TagshipError[],
  ports: RunPorts,
): Promise<Retreat> {
  const now = await tryLook(session, targetsOf(leaving));
  const { left, stop } = now === undefined ? { left: leaving, stop: undefined } : standingOf(leaving, now);
  if (now !== undefined && stop !== undefined && left.length === 0) {
    return (await finished(session, leaving, now, applier)) ?? stop;
  }
  const targets = targetsOf(left);
  const hold = decideFor(session, left, true, gate);
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
  leaving: readonly Leaving[],
  now: Observation,
  applier: Applier,
): Promise<Retreat | undefined> {
  const { author } = session.settings;
  const isOurs = leaving.some(({ component, environment }) => {
    const entry = now.ledger?.entry(environment, component);
    const { ref } = stateOf(component, environment, now);
    return entry?.move === 'rollback' && entry.tag === ref?.object && author.run !== null && entry.run === author.run;
  });
  if (!isOurs) {
    return undefined;
  }
  const outcome = await move(session, now, targetsOf(leaving), async () => nothing, { applier });
  return outcome.kind === 'superseded'
    ? { kind: 'superseded' }
    : { kind: 'moved', outcome: { ...outcome, kind: 'moved' }, before: now, movedAt: undefined, applier };
}

const nothing: Intent = { kind: 'rollback', choices: [], removals: [] };

function targetsOf(leaving: readonly Leaving[]): Target[] {
  return leaving.map(({ target }) => target);
}

/** Those that may be moved, and why the first of the others may not. */
function standingOf(
  leaving: readonly Leaving[],
  view: Observation,
): { readonly left: readonly Leaving[]; readonly stop: Retreat } {
  const left = leaving.filter((one) => standing(one, view) === undefined);
  const stop = leaving.map((one) => standing(one, view)).find((one) => one !== undefined);
  return { left, stop: stop ?? { kind: 'superseded' } };
}

/** Why nothing is to be moved; undefined where the tag object stands and may be moved. */
function standing({ component, environment, ref: judged, beside }: Leaving, view: Observation): Retreat | undefined {
  const { ref, entry } = stateOf(component, environment, view);
  const live = beside === undefined ? undefined : stateOf(component, beside.environment, view).ref;
  if (ref?.object !== judged.object || live?.object !== beside?.ref.object) {
    return { kind: 'superseded' };
  }
  const why = entry?.tag === ref.object ? untouchable({ entry, beside }) : undefined;
  return why === undefined ? undefined : { kind: 'untouchable', why };
}

function decideFor(session: Session, leaving: readonly Leaving[], holds: boolean, gate?: GateRecord): Decide {
  return async (view) => {
    await anchorIfPossible(session, leaving, view);
    const { acceptUnanchored, acceptMoved } = session.settings;
    const overrides: Overrides = new Set([
      ...(acceptUnanchored ? (['unanchored'] as const) : []),
      ...(acceptMoved ? (['moved-version'] as const) : []),
    ]);
    const found = leaving.map((one) => attempted(() => wayBack(one, view, overrides)));
    const choices = found.flatMap((one) => (one instanceof TagshipError ? [] : [one]));
    const [problem] = found.flatMap((one) => (one instanceof TagshipError ? [one] : []));
    if (problem !== undefined && choices.length === 0) {
      throw problem;
    }
    // The version of a canary is chosen in neither of the two any more.
    const quarantines = leaving.flatMap(({ component, version, beside }) =>
      beside === undefined || version === undefined ? [] : [{ component, environment: beside.environment, version }],
    );
    return {
      kind: 'rollback',
      choices,
      removals: [],
      ...(quarantines.length > 0 ? { quarantines } : {}),
      ...(holds ? { holds } : {}),
      ...(gate === undefined ? {} : { gate }),
    };
  };
}

function wayBack({ component, environment, beside }: Leaving, view: Observation, overrides: Overrides): Choice {
  const situation = stateOf(component, environment, view);
  if (beside !== undefined) {
    return toLive(situation, beside);
  }
  const choice = chooseRollback(situation, 'last-healthy', overrides);
  if (choice === undefined) {
    throw new TagshipError(
      'rollback-impossible',
      `\`${componentId(component)}\` was rolled back in \`${environment}\` already.`,
      'Name a version with the command `rollback` to go further back.',
    );
  }
  return choice;
}

/** A canary goes back to what is live. */
function toLive(situation: PlaceState, { version, commit }: Beside): Choice {
  const listed = situation.versions.get(version);
  return {
    situation,
    version,
    commit,
    tag: listed?.commit === commit ? listed.object : undefined,
    fromMemory: false,
    overridden: [],
    why: 'what is live',
    passedOver: [],
  };
}

/** Where the Git server is gone, what was found out beforehand has to do: the rest does not count. */
async function anchorIfPossible(session: Session, leaving: readonly Leaving[], view: Observation): Promise<void> {
  const { clock, repository } = session.ports;
  try {
    const timely = await clock.within(LOOK_LIMIT_MS, () => anchorRemembered(session, view, targetsOf(leaving)));
    if (!timely.inTime) {
      await repository.abandon();
    }
  } catch (error) {
    session.ports.journal.info(`The default branch could not be asked: ${toTagshipErrors(error)[0]?.what ?? ''}`);
  }
}

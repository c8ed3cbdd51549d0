import { type Component, componentId } from './component.ts';
import { textsOf } from './gate/placeholders.ts';
import type { GatePolicy, MetricPolicy } from './gate/policy.ts';
import { PROVIDERS } from './gate/providers/index.ts';
import type { MoveKind } from './ledger/entry.ts';
import type { LedgerMessage, Recorded } from './ledger/message.ts';

/** What put an end to a deploy: the next move in its place. Times are milliseconds since the epoch. */
export interface NextMove {
  readonly at: number;
  readonly move: MoveKind;
  readonly version: string | undefined;
  readonly actor: string | null;
  readonly run: string | null;
  readonly reason: string | null;
}

/** A version that was put into an environment, and what became of it. Times are milliseconds since the epoch. */
export interface PastDeploy {
  readonly component: Component;
  readonly environment: string;
  readonly version: string;
  /** The version before. */
  readonly previous: string | undefined;
  readonly commit: string;
  /** The object of the environment's tag. */
  readonly tag: string;
  readonly at: number;
  readonly actor: string | null;
  /** When a gate found it healthy; undefined where none did. */
  readonly healthyAt: number | undefined;
  /** Undefined while it is live. */
  readonly next: NextMove | undefined;
}

/** A commit of the ledger; its time is in seconds since the epoch. */
export interface LedgerRecord {
  readonly time: number;
  readonly message: LedgerMessage;
}

/**
 * The deploys that ledger commits tell of, the latest first: promotions, and moves by hand. What a rollback or a restore
 * put there is none, since no gate undoes it.
 * @param commits the latest first, up to the end of the ledger, so that it is known what became of each deploy
 */
export function deploysOf(
  commits: readonly LedgerRecord[],
  isAsked: (place: Pick<Recorded, 'component' | 'environment'>) => boolean,
): PastDeploy[] {
  const done: PastDeploy[] = [];
  const open = new Map<string, PastDeploy>();
  for (const { time, message } of commits.toReversed()) {
    const at = time * 1000;
    for (const one of message.recorded.filter(isAsked)) {
      const place = `${one.environment} ${one.component.prefix} ${componentId(one.component)}`;
      const running = open.get(place);
      if (one.event === 'healthy' && running?.version === one.version) {
        open.set(place, { ...running, healthyAt: at });
      }
      if (one.event === 'moved' || one.event === 'held') {
        if (running !== undefined) {
          const { actor, run, reason } = message;
          done.push({
            ...running,
            next: { at, move: one.move, version: one.version ?? undefined, actor, run, reason },
          });
        }
        open.delete(place);
        for (const begun of begunBy(one, at, message)) {
          open.set(place, begun);
        }
      }
    }
  }
  return [...done, ...open.values()].sort((one, other) => other.at - one.at);
}

/** The deploy that a move is; none unless it put a version there that a gate may judge. */
function begunBy(one: Recorded, at: number, { actor }: LedgerMessage): PastDeploy[] {
  const { event, move, component, environment, version, previous, commit, tag } = one;
  if (event !== 'moved' || (move !== 'promote' && move !== 'deploy') || version === null) {
    return [];
  }
  return [
    {
      component,
      environment,
      version,
      previous: previous ?? undefined,
      commit: commit ?? '',
      tag: tag ?? '',
      at,
      actor,
      healthyAt: undefined,
      next: undefined,
    },
  ];
}

/** The metrics of a gate that can be asked for a past time, and those that cannot. */
export interface PastMetrics {
  readonly asked: readonly MetricPolicy[];
  readonly left: readonly MetricPolicy[];
}

/**
 * Divides the metrics of a gate. One that only names when a deploy was answers for all the time until today; so beside
 * Prometheus, which is asked at a time, a metric has to name the end of the time as well, by `{now}`.
 */
export function pastMetrics({ metrics }: Pick<GatePolicy, 'metrics'>): PastMetrics {
  const canBeAsked = ({ source }: MetricPolicy): boolean =>
    PROVIDERS[source.provider].past(source) &&
    (source.provider === 'prometheus' || textsOf(source).some(({ text }) => /(?<!\$)\{now\}/.test(text)));
  return { asked: metrics.filter(canBeAsked), left: metrics.filter((one) => !canBeAsked(one)) };
}

/** The end of what a gate can see of a deploy, and why it is no later. */
export interface Horizon {
  readonly end: number;
  /** `time`: its own timeout. `replaced`: the next move. `today`: nobody can ask for what is still to come. */
  readonly why: 'time' | 'replaced' | 'today';
}

/** How far a gate would have seen that began with a deploy. @param now milliseconds since the epoch */
export function horizonOf({ at, next }: PastDeploy, policy: GatePolicy, now: number): Horizon {
  const time = at + policy.initialDelayMs + policy.timeoutMs;
  const [end, why] = next === undefined ? ([now, 'today'] as const) : ([next.at, 'replaced'] as const);
  return time <= end ? { end: time, why: 'time' } : { end, why };
}

/**
 * The gate as it is replayed: it ends where nothing more can be seen, and has its last look then, since the gate whose
 * rollback ended a deploy looked at that moment, too. Cut short, it passes nothing that it could not judge.
 */
export function replayedPolicy(
  policy: GatePolicy,
  asked: readonly MetricPolicy[],
  at: number,
  { end, why }: Horizon,
): GatePolicy {
  const timeoutMs = end - at - policy.initialDelayMs;
  return why === 'time'
    ? { ...policy, metrics: asked }
    : { ...policy, metrics: asked, timeoutMs, onNoData: 'keep', onError: 'keep', onInconclusive: 'keep' };
}

/** What the gate and what people said of a deploy. */
export const AGREEMENTS = ['both', 'gate-only', 'people-only', 'neither', 'unjudged'] as const;

/**
 * `both` would have it back; only the gate, which people kept; only people, whom the gate would have had wait; `neither`:
 * healthy, and kept. `unjudged`: kept, and the gate has no verdict.
 */
export type Agreement = (typeof AGREEMENTS)[number];

/** Compares what the gate would have done with what was done. */
export function agreementOf(wouldRollBack: boolean, isHealthy: boolean, { next }: Pick<PastDeploy, 'next'>): Agreement {
  const rolledBack = next?.move === 'rollback';
  if (wouldRollBack) {
    return rolledBack ? 'both' : 'gate-only';
  }
  return rolledBack ? 'people-only' : isHealthy ? 'neither' : 'unjudged';
}

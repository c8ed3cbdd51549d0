import type { TagRef } from '../../domain/component-tags.ts';
import { type Conclusion, conclude, observe, openGate, progressLine, rowOf } from '../../domain/gate/gate.ts';
import type { Measurement } from '../../domain/gate/measurement.ts';
import type { MetricPolicy } from '../../domain/gate/policy.ts';
import type { GateState, MetricState } from '../../domain/gate/state.ts';
import { waitingText } from '../../domain/gate/verdict-reasons.ts';
import { duration } from '../../domain/text.ts';
import { TagshipError, toTagshipErrors } from '../../errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Journal } from '../../ports/journal.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Repository } from '../../ports/repository.ts';
import type { Judged } from './subject.ts';

/** How long the tags may take to be read while others are to be watched, in milliseconds. */
const TAGS_LIMIT_MS = 30_000;

/** Metrics that are asked at the same time. */
const AT_ONCE = 8;

/** One gate while it watches. */
export interface Watch {
  readonly judged: Judged;
  readonly state: GateState;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly nextAt: number;
  /** When the gate is to end at the latest. */
  readonly deadline: number;
}

/** How a gate came to its end. */
export type Ending =
  | { readonly kind: 'concluded'; readonly conclusion: Conclusion }
  /** The tag is not the judged one any more. */
  | { readonly kind: 'superseded' }
  /** Its time is up, and the tag could not be read. */
  | { readonly kind: 'unread'; readonly error: unknown };

export interface WatchPorts {
  readonly metrics: Metrics;
  readonly repository: Pick<Repository, 'tips' | 'abandon'>;
  readonly clock: Clock;
  readonly journal: Journal;
}

/**
 * Watches until every gate has ended. At every look the metrics are measured and then the tags are read, so that no
 * verdict is spoken over a version that is not there any more.
 *
 * @param startedAt from when the initial delay counts, in milliseconds since the epoch
 * @param onEnd called for each gate as soon as it has ended; the others wait meanwhile
 * @throws TagshipError `cancelled`
 */
export async function watchAll(
  judged: readonly Judged[],
  startedAt: number,
  ports: WatchPorts,
  onEnd: (watch: Watch, ending: Ending) => Promise<void>,
): Promise<void> {
  const { clock } = ports;
  const readyAt = clock.now();
  let open = judged.map((one): Watch => {
    const nextAt = Math.max(readyAt, startedAt + one.policy.initialDelayMs);
    return { judged: one, state: openGate(one.policy), startedAt, nextAt, deadline: nextAt + one.policy.timeoutMs };
  });
  for (const { judged: one, nextAt } of open) {
    const { intervalMs, timeoutMs } = one.policy;
    const first = duration(nextAt - readyAt);
    const often = `every ${duration(intervalMs)}, for at most ${duration(timeoutMs)}`;
    ports.journal.info(
      `Watching ${one.id} ${one.version} in ${one.environment}: first look in ${first}, then ${often}.`,
    );
  }
  const prefixed = judged.length > 1;
  while (open.length > 0) {
    const next = Math.min(...open.map(({ nextAt }) => nextAt));
    await clock.sleep(Math.max(0, next - clock.now()));
    const due = open.filter(({ nextAt }) => nextAt <= next);
    const lookedAt = clock.now();
    const watchedMs = ({ deadline, judged: { policy } }: Watch): number => lookedAt - (deadline - policy.timeoutMs);
    const looked = (await look(due, prefixed, ports)).map((watch) => ({
      watch,
      conclusion: conclude(watch.state, watchedMs(watch)),
    }));
    // A rollback reads the tag itself, and in that moment every request counts.
    const others = looked.filter(({ conclusion }) => conclusion?.action !== 'rollback');
    const tags = await readTags(others, ports);
    const left: Watch[] = [];
    for (const { watch, conclusion } of looked) {
      const ending = endingOf(watch, conclusion, tags, clock.now());
      if (ending === undefined) {
        left.push({ ...watch, nextAt: nextLook(watch, clock.now()) });
        const prefix = prefixed ? `${watch.judged.id} in ${watch.judged.environment}: ` : '';
        ports.journal.info(`${prefix}${waitingText(watch.state, watchedMs(watch))}`);
      } else {
        await onEnd(watch, ending);
      }
    }
    open = [...open.filter((watch) => !due.includes(watch)), ...left];
  }
}

/** Measures every metric of the gates. */
async function look(due: readonly Watch[], prefixed: boolean, ports: WatchPorts): Promise<Watch[]> {
  const { clock, journal, metrics } = ports;
  const tasks = due.flatMap((watch) => askable(watch, clock.now()).map((metric) => ({ watch, metric })));
  const results = new Map<Watch, Measurement[]>();
  for (let i = 0; i < tasks.length; i += AT_ONCE) {
    const measured = tasks.slice(i, i + AT_ONCE).map(async ({ watch, metric }) => {
      const at = clock.now();
      const { id, component, environment, version, previous, since } = watch.judged;
      const elapsed = at - since;
      const subject = { component, environment, version, previous, since, elapsed };
      const { queries, reading, notes = [] } = await metrics.measure(metric, subject);
      const measurement: Measurement = { metric: metric.name, at, elapsed, queries, reading };
      return { watch, metric, measurement, notes, prefix: prefixed ? `${id} in ${environment}: ` : '' };
    });
    for (const { watch, metric, measurement, notes, prefix } of await Promise.all(measured)) {
      results.set(watch, [...(results.get(watch) ?? []), measurement]);
      journal.info(`${prefix}${progressLine(rowOf(watch.state, measurement))}`);
      for (const note of notes) {
        journal.info(`${prefix}${metric.name}: ${note}`);
      }
    }
  }
  return due.map((watch) => ({ ...watch, state: observe(watch.state, results.get(watch) ?? []) }));
}

/** The metrics that are to be measured now: not those that asked to be left alone. */
function askable({ state }: Watch, now: number): MetricPolicy[] {
  return state.metrics.filter((one) => now >= notBefore(one)).map(({ metric }) => metric);
}

function notBefore({ measurements }: MetricState): number {
  const last = measurements.at(-1);
  return last?.reading.kind === 'failed' ? last.at + (last.reading.retryAfterMs ?? 0) : 0;
}

/** When a gate looks next: at its deadline at the latest, and never in the past. */
function nextLook({ nextAt, deadline, judged }: Watch, now: number): number {
  const next = Math.max(now, nextAt + judged.policy.intervalMs);
  return Math.min(next, Math.max(now, deadline));
}

/** The tags that a verdict is about. */
function refsOf({ ref, beside }: Judged): TagRef[] {
  return beside === undefined ? [ref] : [ref, beside.ref];
}

type Tags =
  | { readonly read: true; readonly tips: ReadonlyMap<string, string> }
  | { readonly read: false; readonly error: unknown };

async function readTags(
  looked: readonly { readonly watch: Watch }[],
  { repository, clock, journal }: WatchPorts,
): Promise<Tags> {
  const names = looked.flatMap(({ watch }) => refsOf(watch.judged).map(({ name }) => `refs/tags/${name}`));
  try {
    const timely = await clock.within(TAGS_LIMIT_MS, () => repository.tips(names));
    if (timely.inTime) {
      return { read: true, tips: timely.value };
    }
    await repository.abandon();
    throw new TagshipError('git-unreachable', 'The Git server did not answer in time.', 'Run `guard` again.');
  } catch (error) {
    const [first] = toTagshipErrors(error);
    if (first?.code === 'cancelled') {
      throw error;
    }
    journal.info(`The tags could not be read: ${first?.what ?? ''}`);
    return { read: false, error };
  }
}

/**
 * How a gate ends; undefined while it goes on. Without having read the tag nothing is concluded but that an environment
 * has to go back.
 */
function endingOf(
  { judged, deadline }: Watch,
  conclusion: Conclusion | undefined,
  tags: Tags,
  now: number,
): Ending | undefined {
  if (conclusion?.action === 'rollback') {
    return { kind: 'concluded', conclusion };
  }
  if (!tags.read) {
    return now >= deadline ? { kind: 'unread', error: tags.error } : undefined;
  }
  if (refsOf(judged).some(({ name, object }) => tags.tips.get(`refs/tags/${name}`) !== object)) {
    return { kind: 'superseded' };
  }
  return conclusion === undefined ? undefined : { kind: 'concluded', conclusion };
}

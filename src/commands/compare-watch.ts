import {
  answerOf,
  type Experiment,
  findingText,
  type LookAtBoth,
  observeBoth,
  openExperiment,
  openText,
} from '../domain/gate/experiment.ts';
import type { Reading } from '../domain/gate/measurement.ts';
import type { GatePolicy, MetricPolicy } from '../domain/gate/policy.ts';
import { duration } from '../domain/text.ts';
import { toTagshipErrors } from '../errors.ts';
import type { Judged } from './guard/subject.ts';
import type { WatchPorts } from './guard/watch.ts';

/** Metrics that are asked at the same time, of both sides each. */
const AT_ONCE = 4;

/** One side of a comparison. */
export interface Side {
  readonly name: 'a' | 'b';
  readonly judged: Judged;
}

/** How watching ended. */
export interface Watched {
  readonly experiment: Experiment;
  readonly looks: number;
  /** When the last look began, from the first one on, in milliseconds. */
  readonly watchedMs: number;
  /** The side whose tag is elsewhere by now. */
  readonly moved: Side | undefined;
}

/**
 * Measures two environments at the same moments until there is an answer, or the time of the gate is up. As in a gate
 * the tags are read after the metrics, so that nothing is said of a version that has gone.
 * @throws TagshipError `cancelled`; where the tags cannot be read at the end
 */
export async function watchBoth(a: Side, b: Side, policy: GatePolicy, ports: WatchPorts): Promise<Watched> {
  const { clock, journal } = ports;
  const first = clock.now() + policy.initialDelayMs;
  const often = `every ${duration(policy.intervalMs)}, for at most ${duration(policy.timeoutMs)}`;
  for (const { name, judged } of [a, b]) {
    journal.info(`${name}: ${judged.id} ${judged.version} in ${judged.environment}`);
  }
  journal.info(`Comparing: first look in ${duration(policy.initialDelayMs)}, then ${often}.`);
  let experiment = openExperiment(policy);
  let quiet: ReadonlyMap<string, number> = new Map();
  for (let looks = 1, next = first; ; looks++) {
    await clock.sleep(Math.max(0, next - clock.now()));
    const watchedMs = clock.now() - first;
    const due = policy.metrics.filter(({ name }) => clock.now() >= (quiet.get(name) ?? 0));
    const found = await look(due, a, b, ports);
    experiment = observeBoth(experiment, found);
    quiet = new Map(found.map((one) => [one.metric, clock.now() + Math.max(waitOf(one.a), waitOf(one.b))]));
    for (const compared of experiment.metrics) {
      journal.info(findingText(compared, experiment));
    }
    const timedOut = watchedMs >= policy.timeoutMs;
    const tags = await movedSide(a, b, timedOut, ports);
    if (tags.moved !== undefined || (tags.read && answerOf(experiment, watchedMs) !== undefined)) {
      return { experiment, looks, watchedMs, moved: tags.moved };
    }
    journal.info(openText(experiment, watchedMs));
    const deadline = first + policy.timeoutMs;
    next = Math.min(Math.max(clock.now(), next + policy.intervalMs), Math.max(clock.now(), deadline));
  }
}

/** Asks each metric of both sides, for the same time. */
async function look(
  metrics: readonly MetricPolicy[],
  a: Side,
  b: Side,
  ports: WatchPorts,
): Promise<readonly LookAtBoth[]> {
  const found: LookAtBoth[] = [];
  for (let i = 0; i < metrics.length; i += AT_ONCE) {
    const some = metrics.slice(i, i + AT_ONCE).map(async (metric) => {
      const elapsed = ports.clock.now() - a.judged.since;
      const [ofA, ofB] = await Promise.all([a, b].map((side) => ask(metric, side, elapsed, ports)));
      const none: Reading = { kind: 'no-data', why: 'it was not asked' };
      return { metric: metric.name, a: ofA ?? none, b: ofB ?? none };
    });
    found.push(...(await Promise.all(some)));
  }
  return found;
}

async function ask(metric: MetricPolicy, { name, judged }: Side, elapsed: number, ports: WatchPorts): Promise<Reading> {
  const { component, environment, version, previous, since } = judged;
  const subject = { component, environment, version, previous, since, elapsed };
  const { reading, notes = [] } = await ports.metrics.measure(metric, subject);
  for (const note of notes) {
    ports.journal.info(`${metric.name}, ${name}: ${note}`);
  }
  return reading;
}

function waitOf(reading: Reading): number {
  return reading.kind === 'failed' ? (reading.retryAfterMs ?? 0) : 0;
}

/** Whether the tags could be read, and which of them is elsewhere. */
async function movedSide(
  a: Side,
  b: Side,
  isLast: boolean,
  { repository, journal }: WatchPorts,
): Promise<{ readonly read: boolean; readonly moved?: Side | undefined }> {
  const refOf = ({ judged }: Side): string => `refs/tags/${judged.ref.name}`;
  try {
    const tips = await repository.tips([refOf(a), refOf(b)]);
    return { read: true, moved: [a, b].find((side) => tips.get(refOf(side)) !== side.judged.ref.object) };
  } catch (error) {
    const [first] = toTagshipErrors(error);
    if (isLast || first?.code === 'cancelled') {
      throw error;
    }
    journal.info(`The tags could not be read: ${first?.what ?? ''}`);
    return { read: false };
  }
}

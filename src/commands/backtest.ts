import {
  type Agreement,
  agreementOf,
  deploysOf,
  horizonOf,
  type PastDeploy,
  pastMetrics,
  replayedPolicy,
} from '../domain/backtest.ts';
import { componentId } from '../domain/component.ts';
import { rowsOf } from '../domain/gate/gate.ts';
import type { GatePolicy, MetricPolicy } from '../domain/gate/policy.ts';
import { gatePolicyOf } from '../domain/gate/resolve.ts';
import type { MeasurementRow } from '../domain/gate/state.ts';
import { roughly } from '../domain/gate/words.ts';
import { globMatcher, isGlob } from '../domain/glob.ts';
import { environmentTarget } from '../domain/projection.ts';
import { count } from '../domain/text.ts';
import { isoTime } from '../domain/time.ts';
import { commitsFrom } from '../engine/ledger/past.ts';
import type { RunPorts, RunSettings } from '../engine/run-ports.ts';
import { Session } from '../engine/session.ts';
import { TagshipError, toTagshipErrors } from '../errors.ts';
import type { Clock, Timely } from '../ports/clock.ts';
import type { Measured, Metrics } from '../ports/metrics.ts';
import { excludedNotices, ledgerReport, warnings } from './describe.ts';
import { type Watch, watchAll } from './guard/watch.ts';
import { Past } from './history.ts';
import type { LedgerReport, Notice, Verdict } from './report.ts';

/** Which deploys are looked at again. Times are seconds since the epoch. */
export interface BacktestRequest {
  readonly environment: string;
  /** Undefined for all components. */
  readonly patterns: readonly string[] | undefined;
  /** Undefined for the last 30 days. */
  readonly since: number | undefined;
  /** Undefined for now. */
  readonly until: number | undefined;
}

/** The effects of `backtest`. */
export interface BacktestPorts extends RunPorts {
  readonly metrics: Metrics;
}

/** What a gate would have said of a deploy, beside what became of it. */
export interface BacktestLine {
  readonly deploy: PastDeploy;
  readonly verdict: Verdict;
  /** Whether it would have been rolled back. */
  readonly wouldRollBack: boolean;
  /** When the gate would have ended, milliseconds since the epoch. */
  readonly at: number;
  readonly why: string;
  /** The names of the metrics that breached. */
  readonly breached: readonly string[];
  readonly agreement: Agreement;
  /** The last measurement of each metric, and how many there were. */
  readonly metrics: readonly { readonly row: MeasurementRow; readonly looks: number }[];
}

/** What `backtest` found. */
export interface BacktestReport {
  readonly command: 'backtest';
  readonly environment: string;
  /** ISO 8601. */
  readonly since: string;
  readonly until: string;
  readonly ledger: LedgerReport | undefined;
  readonly policy: GatePolicy;
  /** The latest first. */
  readonly lines: readonly BacktestLine[];
  /** Metrics that cannot be asked for a past time. */
  readonly left: readonly MetricPolicy[];
  /** What is wrong with some components, which holds up no other. */
  readonly failures: readonly TagshipError[];
  readonly durationMs: number;
  readonly notices: readonly Notice[];
}

const DEFAULT_DAYS = 30;

/** Deploys that are replayed: each takes some dozens of questions. */
const MAX_DEPLOYS = 100;

/** Deploys that are replayed at the same time. */
const AT_ONCE = 4;

/** How often a source that asks to be left alone is asked again, and how long it may ask for, in milliseconds. */
const TRIES = 3;
const LONGEST_WAIT_MS = 30_000;

/**
 * Replays the gate of an environment over the deploys that the ledger knows, with the functions that decide in `guard`,
 * and says what it would have said of each. Nothing is written.
 * @throws TagshipError `gate-missing`, `metric-unusable`, `environment-unknown`, `component-unknown`, `ledger-broken`
 */
export async function backtest(
  request: BacktestRequest,
  settings: RunSettings,
  ports: BacktestPorts,
): Promise<BacktestReport> {
  const { clock, journal, metrics } = ports;
  const started = clock.now();
  const { environment, patterns = [] } = request;
  const { session, view } = await journal.group('Read the ledger', () =>
    Session.open(settings, ports, () => [], { tags: 'without-ledger' }),
  );
  const now = Math.max(Math.floor(started / 1000), view.ledger?.time ?? 0);
  const [since, until] = [request.since ?? now - DEFAULT_DAYS * 24 * 60 * 60, request.until ?? now];
  const past = new Past(session, view, now, environment);
  await past.refuseUnknown(environment);
  const policy = gatePolicyOf(session.config.environments[environment]?.gate);
  if (policy === undefined) {
    throw new TagshipError(
      'gate-missing',
      `The environment \`${environment}\` has no gate to replay.`,
      `Describe one under \`environments.${environment}.gate\` in the configuration on the default branch.`,
    );
  }
  const { asked, left } = pastMetrics(policy);
  if (asked.length === 0) {
    throw new TagshipError(
      'metric-unusable',
      `No metric of the gate of \`${environment}\` can be asked for a past time: ${namesOf(left)}.`,
      'Prometheus can be asked. Any other metric has to name the time it is asked for, by `{now}` beside `{since}`.',
    );
  }
  const commits = view.ledger === undefined ? [] : await commitsFrom(session.repository, view.ledger, { since });
  const matchers = patterns.map(globMatcher);
  const found = deploysOf(
    commits,
    ({ component, environment: place }) =>
      place === environment &&
      component.prefix === 'components' &&
      (matchers.length === 0 || matchers.some((matches) => matches(componentId(component)))),
  ).filter(({ at }) => at <= until * 1000);
  const silent = patterns.filter(
    (pattern) => !found.some(({ component }) => globMatcher(pattern)(componentId(component))),
  );
  await past.refuseUnknownComponents(silent.filter((pattern) => !isGlob(pattern)));

  const deploys = found.slice(0, MAX_DEPLOYS);
  const replayer = new Replayer(policy, asked, started, metrics, clock);
  const { advice, failures, usable } = await replayer.check(deploys);
  const lines: BacktestLine[] = [];
  for (let i = 0; i < usable.length; i += AT_ONCE) {
    const some = await Promise.all(usable.slice(i, i + AT_ONCE).map((deploy) => replayer.replay(deploy)));
    for (const line of some) {
      const { deploy, verdict } = line;
      journal.info(`${componentId(deploy.component)} ${deploy.version} of ${isoTime(deploy.at / 1000)}: ${verdict}.`);
      lines.push(line);
    }
  }
  const more = commits.reduce((sum, { message }) => sum + message.more, 0);
  return {
    command: 'backtest',
    environment,
    since: isoTime(since),
    until: isoTime(until),
    ledger: ledgerReport(session, view.ledger),
    policy: { ...policy, metrics: asked },
    lines,
    left,
    failures,
    durationMs: clock.now() - started,
    notices: [
      ...excludedNotices(view),
      ...(left.length === 0
        ? []
        : warnings([
            `Not replayed, since they cannot be asked for a past time: ${namesOf(left)}. The verdicts are those of the other metrics.`,
          ])),
      ...advice.map(notice),
      ...silent.map((pattern) =>
        notice(`Nothing that matches \`${pattern}\` was deployed to \`${environment}\` then.`),
      ),
      ...(found.length > deploys.length
        ? warnings([
            `Only the latest ${MAX_DEPLOYS} of ${count(found.length, 'deploy')} were replayed. Narrow \`components\`, \`since\` and \`until\` for the others.`,
          ])
        : []),
      ...(more > 0
        ? warnings([`${count(more, 'move')} of that time are only counted in the ledger and not replayed.`])
        : []),
    ],
  };
}

function namesOf(metrics: readonly MetricPolicy[]): string {
  return metrics.map(({ name, source }) => `\`${name}\` (${source.provider})`).join(', ');
}

function notice(message: string): Notice {
  return { level: 'notice', message };
}

/** Replays one gate over deploys. */
class Replayer {
  readonly #policy: GatePolicy;
  readonly #asked: readonly MetricPolicy[];
  readonly #now: number;
  readonly #metrics: Metrics;
  readonly #clock: Clock;

  /** @param now milliseconds since the epoch */
  constructor(policy: GatePolicy, asked: readonly MetricPolicy[], now: number, metrics: Metrics, clock: Clock) {
    this.#policy = policy;
    this.#asked = asked;
    this.#now = now;
    this.#metrics = metrics;
    this.#clock = clock;
  }

  /** Finds out before anything is measured what cannot be asked, once for each component. */
  async check(deploys: readonly PastDeploy[]): Promise<{
    readonly usable: readonly PastDeploy[];
    readonly advice: readonly string[];
    readonly failures: readonly TagshipError[];
  }> {
    const advice = new Set<string>();
    const failures = new Map<string, TagshipError>();
    const unusable = new Set<string>();
    const first = new Map(deploys.map((deploy) => [componentId(deploy.component), deploy]));
    for (const [id, { component, environment, version, previous, at }] of first) {
      const subject = { component, environment, version, previous, since: at, elapsed: 1000, past: true };
      for (const metric of this.#asked) {
        try {
          for (const message of await this.#metrics.check(metric, subject)) {
            advice.add(message);
          }
        } catch (error) {
          unusable.add(id);
          for (const one of toTagshipErrors(error)) {
            if (one.code === 'cancelled') {
              throw error;
            }
            failures.set(one.message, one);
          }
        }
      }
    }
    const usable = deploys.filter(({ component }) => !unusable.has(componentId(component)));
    return { usable, advice: [...advice], failures: [...failures.values()] };
  }

  /** Watches a deploy again as `guard` does, in a time that passes as fast as the metrics answer. */
  async replay(deploy: PastDeploy): Promise<BacktestLine> {
    const { component, environment, at, next } = deploy;
    const horizon = horizonOf(deploy, this.#policy, this.#now);
    const firstLook = at + this.#policy.initialDelayMs;
    if (horizon.end < firstLook) {
      return lineOf(deploy, cutShort(horizon.why), shortly(deploy, horizon.end, this.#now), horizon.end);
    }
    const policy = replayedPolicy(this.#policy, this.#asked, at, horizon);
    const target = environmentTarget(component, environment);
    const id = componentId(component);
    const ref = { name: `${component.prefix}/${id}/${environment}`, object: deploy.tag, commit: deploy.commit };
    const { version, previous, commit } = deploy;
    const judged = {
      target,
      component,
      id,
      environment,
      ref,
      version,
      previous,
      commit,
      policy,
      entry: undefined,
      since: at,
    };
    const clock = new VirtualClock(at);
    const metrics: Metrics = {
      check: async () => [],
      measure: (metric, subject) => this.#patiently(() => this.#metrics.measure(metric, { ...subject, past: true })),
    };
    const repository = {
      tips: async (names: readonly string[]) => new Map(names.map((name) => [name, deploy.tag])),
      abandon: async () => undefined,
    };
    let line: BacktestLine | undefined;
    await watchAll([judged], at, { metrics, repository, clock, journal: QUIET }, async (watch, ending) => {
      if (ending.kind !== 'concluded') {
        throw new RangeError(`A replay cannot end ${ending.kind}.`);
      }
      const { verdict, action, why } = ending.conclusion;
      const cut = verdict === 'inconclusive' && horizon.why !== 'time' && clock.now() >= horizon.end;
      line = lineOf(
        deploy,
        cut ? cutShort(horizon.why) : verdict,
        cut ? `${shortly(deploy, next?.at ?? this.#now, this.#now)} ${why}` : why,
        clock.now(),
        action === 'rollback',
        watch,
      );
    });
    if (line === undefined) {
      throw new RangeError('A replay has to end.');
    }
    return line;
  }

  /** A source that asks to be left alone is given that time in ours: in the replay's none passes. */
  async #patiently(ask: () => Promise<Measured>): Promise<Measured> {
    for (let tries = 1; ; tries++) {
      const measured = await ask();
      const { reading } = measured;
      if (reading.kind !== 'failed' || reading.retryAfterMs === undefined) {
        return measured;
      }
      if (tries === TRIES || reading.retryAfterMs > LONGEST_WAIT_MS) {
        return { ...measured, reading: { kind: 'failed', why: reading.why } };
      }
      await this.#clock.sleep(reading.retryAfterMs);
    }
  }
}

/** A verdict that was not reached: somebody moved the tag, or it is too early. */
function cutShort(why: 'time' | 'replaced' | 'today'): Verdict {
  return why === 'replaced' ? 'superseded' : 'inconclusive';
}

function shortly({ at, next }: PastDeploy, end: number, now: number): string {
  return next === undefined
    ? `It is live for ${roughly(now - at)}, so the gate would still watch.`
    : `The tag moved on after ${roughly(end - at)}, before the gate had a verdict.`;
}

function lineOf(
  deploy: PastDeploy,
  verdict: Verdict,
  why: string,
  at: number,
  wouldRollBack = false,
  watch?: Watch,
): BacktestLine {
  const states = watch?.state.metrics ?? [];
  const rows = watch === undefined ? [] : rowsOf(watch.state);
  return {
    deploy,
    verdict,
    wouldRollBack,
    at,
    why,
    breached: states.flatMap(({ metric, tally }) => (tally.decision === 'breach' ? [metric.name] : [])),
    agreement: agreementOf(wouldRollBack || verdict === 'breached', verdict === 'healthy', deploy),
    metrics: states.flatMap(({ metric: { name }, measurements }) => {
      const row = rows.findLast(({ metric }) => metric === name);
      return row === undefined ? [] : [{ row, looks: measurements.length }];
    }),
  };
}

/** A time that passes only while somebody waits. */
class VirtualClock implements Clock {
  #now: number;

  /** @param now milliseconds since the epoch */
  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  async sleep(milliseconds: number): Promise<void> {
    this.#now += milliseconds;
  }

  async within<T>(_: number, work: () => Promise<T>): Promise<Timely<T>> {
    return { inTime: true, value: await work() };
  }

  random(): number {
    return 0.5;
  }
}

const QUIET = {
  group: async <T>(_: string, work: () => Promise<T>) => await work(),
  info: () => undefined,
  debug: () => undefined,
};

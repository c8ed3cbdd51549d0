import { admit, requirementOf } from '../domain/admission.ts';
import { componentId } from '../domain/component.ts';
import {
  type Answer,
  answerOf,
  type ComparedMetric,
  comparedBy,
  dividedMetrics,
  type Experiment,
  type Finding,
  findingOf,
} from '../domain/gate/experiment.ts';
import type { GatePolicy } from '../domain/gate/policy.ts';
import { gatePolicyOf } from '../domain/gate/resolve.ts';
import { entryPath } from '../domain/ledger/layout.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import { type Choice, choosePromotion } from '../domain/version-choice.ts';
import { move } from '../engine/move.ts';
import type { Listing, Observation } from '../engine/observation.ts';
import type { RunPorts } from '../engine/run-ports.ts';
import { Session } from '../engine/session.ts';
import { TagshipError, TagshipErrors, toTagshipErrors } from '../errors.ts';
import type { Metrics } from '../ports/metrics.ts';
import { type Side, watchBoth } from './compare-watch.ts';
import { showingFailure } from './deployment.ts';
import { excludedNotices, ledgerReport, nothingDone, warnings } from './describe.ts';
import { type Judged, judgedOf } from './guard/subject.ts';
import { anchorRemembered, chooseAll, type MoveSettings, reportMove, stateOf } from './moves.ts';
import { ruleOf } from './promotion.ts';
import type { Notice, RunReport } from './report.ts';
import { nowhereIn, refuseMisspelt, select, tagPrefixes } from './select.ts';

/** One side of a comparison, and the version that is put there first; undefined for what runs there. */
export interface SideRequest {
  readonly environment: string;
  readonly version: string | undefined;
}

/** What is compared. */
export interface CompareRequest {
  /** `type/name`. */
  readonly component: string;
  readonly a: SideRequest;
  readonly b: SideRequest;
}

/** The effects of `compare`. */
export interface ComparePorts extends RunPorts {
  readonly metrics: Metrics;
}

/** One side as it was compared. */
export interface SideReport {
  readonly environment: string;
  readonly version: string;
  readonly commit: string;
}

/** What `compare` found. */
export interface CompareReport extends Omit<RunReport, 'command'> {
  readonly command: 'compare';
  readonly component: string;
  /** Undefined where nothing was compared: in a dry run that would have set versions, or superseded. */
  readonly answer: Answer | undefined;
  /** One or more sentences for people; empty where nothing was compared. */
  readonly why: string;
  readonly sides: { readonly a: SideReport; readonly b: SideReport } | undefined;
  readonly metrics: readonly { readonly compared: ComparedMetric; readonly finding: Finding }[];
  readonly experiment: Experiment | undefined;
  readonly looks: number;
  /** From when on both were counted, milliseconds since the epoch. */
  readonly since: number | undefined;
  readonly startedAt: number;
  readonly endedAt: number;
}

/**
 * Compares what two environments run, by the metrics of the first one's gate, and says which is better and how sure that
 * is. Versions that are named are put there first, both in one move. Nothing is ever rolled back.
 * @throws TagshipErrors before anything has moved, for everything that can be known by then; TagshipError `cancelled`
 */
export async function compare(
  request: CompareRequest,
  settings: MoveSettings,
  ports: ComparePorts,
): Promise<CompareReport> {
  const { clock, journal } = ports;
  const started = clock.now();
  const versions = [request.a, request.b].flatMap(({ version }) => version ?? []);
  const { session, view, targets } = await journal.group('Read the ledger and the tags', () =>
    Session.open(settings, ports, (listing) => comparable(request, listing), {
      prefixes: tagPrefixes([request.component]),
      moves: versions.length > 0,
      hints: { slots: versions },
    }),
  );
  const versionsNow = targets.map(
    ({ component, slot }, at) => [request.a, request.b][at]?.version ?? stateOf(component, slot.name, view).current,
  );
  const { policy, notices } = policyOf(request, session, versionsNow);
  await checkMetrics(policy, targets, versionsNow, ports);
  const set = targets.filter((_, at) => [request.a, request.b][at]?.version !== undefined);
  const moved = set.length === 0 ? undefined : await setVersions(request, set, session, view, settings, ports, started);
  const base: CompareReport = {
    ...(moved ?? { ...nothingDone('promote', settings, []), ledger: ledgerReport(session, view.ledger) }),
    command: 'compare',
    component: request.component,
    notices: [...(moved?.notices ?? excludedNotices(view)), ...notices],
    answer: undefined,
    why: '',
    sides: undefined,
    metrics: [],
    experiment: undefined,
    looks: 0,
    since: undefined,
    startedAt: started,
    endedAt: clock.now(),
  };
  if (base.verdict === 'superseded' || base.failures.length > 0 || (settings.dryRun && set.length > 0)) {
    return { ...base, durationMs: clock.now() - started };
  }
  const now = set.length === 0 ? view : (await session.observe(targets)).view;
  const [a, b] = await sidesOf(targets, policy, now, session, ports);
  return await watched(base, a, b, policy, ports);
}

/** The two places; the component has to have a tag in each that no version is put into. */
function comparable({ component: id, a, b }: CompareRequest, listing: Listing): Target[] {
  const [selection] = select([id], listing);
  const [known] = selection?.components ?? [];
  if (selection === undefined || known === undefined) {
    throw new RangeError('A pattern that selects nothing is refused.');
  }
  return [a, b].map(({ environment, version }) => {
    if (version === undefined && !known.environments.has(environment)) {
      throw nowhereIn(environment, selection, listing, 'Name the version to put there: `version` or `with-version`.');
    }
    return environmentTarget(known.component, environment);
  });
}

/**
 * The gate of the first environment, with the metrics that tell the two apart.
 * @throws TagshipError `gate-missing`, `metric-unusable`
 */
function policyOf(
  { a }: CompareRequest,
  session: Session,
  [ofA, ofB]: readonly (string | undefined)[],
): { readonly policy: GatePolicy; readonly notices: readonly Notice[] } {
  const policy = gatePolicyOf(session.config.environments[a.environment]?.gate);
  if (policy === undefined) {
    throw new TagshipError(
      'gate-missing',
      `The environment \`${a.environment}\` has no gate, so there is nothing to compare by.`,
      `Describe one under \`environments.${a.environment}.gate\` in the configuration; both environments are measured by it.`,
    );
  }
  const { apart, alike } = dividedMetrics(policy, ofA === ofB);
  const names = (metrics: GatePolicy['metrics']): string => metrics.map(({ name }) => `\`${name}\``).join(', ');
  if (apart.length === 0) {
    throw new TagshipError(
      'metric-unusable',
      `The gate of \`${a.environment}\` asks the same of both environments: ${names(alike)}.`,
      'Use `{environment}`, or `{version}` where the versions differ, in what the metric asks.',
    );
  }
  if (apart.every((metric) => comparedBy(metric) === 'shown')) {
    throw new TagshipError(
      'metric-unusable',
      `No metric of the gate of \`${a.environment}\` can show a difference: ${names(apart)}.`,
      'Add a metric of counts (`errors` and `total`), such as one in which a judge counts answers that are not good, or a value of `provider: command` with either `min` or `max`.',
    );
  }
  const shown = apart.filter((metric) => comparedBy(metric) === 'shown');
  return {
    policy: { ...policy, metrics: apart },
    notices: [
      ...(alike.length === 0 ? [] : warnings([`Not compared, since they ask the same of both: ${names(alike)}.`])),
      ...(shown.length === 0
        ? []
        : [
            {
              level: 'notice' as const,
              message: `Only shown, since they cannot say how sure a difference is: ${names(shown)}.`,
            },
          ]),
    ],
  };
}

/** Finds out what cannot be asked, before anything moves. */
async function checkMetrics(
  policy: GatePolicy,
  targets: readonly Target[],
  versions: readonly (string | undefined)[],
  { clock, metrics }: ComparePorts,
): Promise<void> {
  const problems = new Map<string, TagshipError>();
  for (const [at, { component, slot }] of targets.entries()) {
    const place = { component, environment: slot.name, version: versions[at] ?? '', previous: undefined };
    for (const metric of policy.metrics) {
      try {
        await metrics.check(metric, { ...place, since: clock.now(), elapsed: 1000 });
      } catch (error) {
        for (const one of toTagshipErrors(error)) {
          problems.set(one.message, one);
        }
      }
    }
  }
  if (problems.size > 0) {
    throw new TagshipErrors([...problems.values()]);
  }
}

/** Puts the named versions into their environments, all or none, as promotions. */
async function setVersions(
  { a, b }: CompareRequest,
  targets: readonly Target[],
  session: Session,
  view: Observation,
  settings: MoveSettings,
  ports: RunPorts,
  started: number,
): Promise<RunReport> {
  const rules = session.config.environments;
  const wanted = new Map([a, b].map(({ environment, version }) => [environment, version ?? '']));
  const admitted = new Map<string, ReturnType<typeof admit>>();
  for (const { slot } of targets) {
    if (rules[slot.name]?.canary !== undefined) {
      throw new TagshipError(
        'input-invalid',
        `\`${slot.name}\` gets new versions through a canary, so \`compare\` does not put one there at once.`,
        'Use `promote` for it, and `compare` without the version afterwards; or compare in environments that are made for it.',
      );
    }
    await refuseMisspelt(slot.name, targets, session, view);
    admitted.set(slot.name, admit(slot.name, rules[slot.name], settings.overrides));
  }
  const choose = (target: Target, now: Observation): Choice | undefined => {
    const { name } = target.slot;
    const requirement = requirementOf(rules[name]?.requires);
    const gated = requirement !== undefined && rules[requirement.environment]?.gate !== undefined;
    const rule =
      requirement === undefined ? undefined : ruleOf(target.component, requirement, gated, now, ports.clock.now());
    const situation = stateOf(target.component, name, now);
    const choice = choosePromotion(situation, wanted.get(name) ?? '', rule, settings.overrides, 'to be compared');
    return choice && { ...choice, overridden: [...(admitted.get(name) ?? []), ...choice.overridden] };
  };
  const outcome = await showingFailure(session, targets, view.refs.head, 'promote', ports, () =>
    move(session, view, targets, async (now) => {
      const others = targets.flatMap(({ slot }) => requirementOf(rules[slot.name]?.requires)?.environment ?? []);
      await now.ledger?.load(targets.flatMap(({ component }) => others.map((other) => entryPath(other, component))));
      await anchorRemembered(
        session,
        now,
        targets,
        [...wanted.values()].filter((version) => version !== ''),
      );
      return { kind: 'promote', removals: [], choices: chooseAll(targets, (target) => choose(target, now)) };
    }),
  );
  return await reportMove('promote', session, view, targets, outcome, settings, ports, started);
}

/** What runs on both sides, and the time from which on both are counted. */
async function sidesOf(
  targets: readonly Target[],
  policy: GatePolicy,
  view: Observation,
  session: Session,
  { clock, repository }: ComparePorts,
): Promise<readonly [Side, Side]> {
  const ahead = (await repository.serverTime()) * 1000 - clock.now();
  const found = targets.map((target): Judged => {
    const one = judgedOf(target, policy, view, session, clock.now(), Math.abs(ahead) < 2000 ? 0 : ahead);
    if (typeof one === 'string') {
      throw new TagshipError(
        one === 'no-tag' ? 'tag-missing' : 'version-missing',
        `\`${componentId(target.component)}\` runs no version in \`${target.slot.name}\` that could be compared.`,
        'Name the version to put there: `version` or `with-version`.',
      );
    }
    return one;
  });
  // Both over the same time: what one had before the other was there is no difference between the two.
  const since = Math.max(...found.map((one) => one.since));
  const [a, b] = found.map((one, at): Side => ({ judged: { ...one, since }, name: at === 0 ? 'a' : 'b' }));
  if (a === undefined || b === undefined) {
    throw new RangeError('A comparison has two sides.');
  }
  return [a, b];
}

async function watched(
  base: CompareReport,
  a: Side,
  b: Side,
  policy: GatePolicy,
  ports: ComparePorts,
): Promise<CompareReport> {
  const { clock, journal } = ports;
  const startedAt = clock.now();
  const { experiment, looks, watchedMs, moved } = await watchBoth(a, b, policy, ports);
  const conclusion = moved === undefined ? answerOf(experiment, watchedMs) : undefined;
  const sides = { a: sideOf(a), b: sideOf(b) };
  const all: CompareReport = {
    ...base,
    sides,
    experiment,
    looks,
    since: a.judged.since,
    metrics: experiment.metrics.map((compared) => ({ compared, finding: findingOf(compared, experiment) })),
    startedAt,
    endedAt: clock.now(),
    durationMs: clock.now() - base.startedAt,
  };
  if (conclusion === undefined) {
    const message = `The tag of \`${base.component}\` for \`${moved?.judged.environment ?? ''}\` was moved by somebody else, so there is no answer.`;
    return { ...all, verdict: 'superseded', notices: [...all.notices, { level: 'warning', message }] };
  }
  journal.info(`Answer: ${conclusion.answer}. ${conclusion.why}`);
  return { ...all, answer: conclusion.answer, why: conclusion.why };
}

function sideOf({ judged: { environment, version, commit } }: Side): SideReport {
  return { environment, version, commit };
}

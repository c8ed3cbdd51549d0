import { admit, requirementOf } from '../domain/admission.ts';
import { type Component, componentId } from '../domain/component.ts';
import type { Config } from '../domain/config.ts';
import { entryPath } from '../domain/ledger/layout.ts';
import { speaksOf } from '../domain/ledger/transition.ts';
import { environmentTarget } from '../domain/projection.ts';
import { followTrack, type TrackDecision, trackOrder } from '../domain/track.ts';
import { isVersion } from '../domain/version.ts';
import { choosePromotion } from '../domain/version-choice.ts';
import type { Listing, Observation } from '../engine/observation.ts';
import { Session } from '../engine/session.ts';
import { inContext, knownErrors, ownTrouble, TagshipError } from '../errors.ts';
import { combined, nothingDone, worstVerdict } from './describe.ts';
import { type MoveSettings, stateOf } from './moves.ts';
import { type PromotePorts, promote } from './promote.ts';
import { ruleOf } from './promotion.ts';
import type { ReconcileReport, ReconcileRequest } from './reconcile.ts';
import type { Notice, RunReport } from './report.ts';
import { type TagRequest, tagTargets } from './select.ts';

/** Lets the tracks follow a version that was pushed and deployed. What cannot follow holds up nothing else. */
export async function followPush(
  report: RunReport,
  request: TagRequest,
  config: Config,
  settings: MoveSettings,
  ports: PromotePorts,
): Promise<RunReport> {
  if (!isVersion(request.tag.split('/').at(-1) ?? '')) {
    return report;
  }
  const about = (listing: Listing): Component[] =>
    tagTargets(request, listing).flatMap(({ component, slot }) => (slot.kind === 'version' ? [component] : []));
  const scope = { isWhole: false, environment: undefined, acts: true };
  const followed = await follow(about, scope, config, settings, ports);
  return { ...withFollowed(report, followed), verdict: worstVerdict([report, ...followed.reports]) };
}

/** Lets the tracks follow after a reconcile: those of one environment, where one was named. */
export async function followAll(
  report: ReconcileReport,
  { environment, heal }: ReconcileRequest,
  config: Config,
  settings: MoveSettings,
  ports: PromotePorts,
): Promise<ReconcileReport> {
  const about = (listing: Listing): Component[] => [...listing.tags.values()].map(({ component }) => component);
  const scope = { isWhole: true, environment, acts: heal };
  return withFollowed(report, await follow(about, scope, config, settings, ports));
}

/** What the tracks did. */
interface Followed {
  readonly reports: readonly RunReport[];
  readonly failures: readonly TagshipError[];
  readonly notices: readonly Notice[];
}

interface Scope {
  /** Whether it is about all components. */
  readonly isWhole: boolean;
  readonly environment: string | undefined;
  /** Whether tags move; else it is only said that they would. */
  readonly acts: boolean;
}

/**
 * Lets every track choose, those first that others ask for. What is chosen is promoted as if a person had asked for it, each
 * component in each environment by itself.
 */
async function follow(
  about: (listing: Listing) => readonly Component[],
  scope: Scope,
  config: Config,
  settings: MoveSettings,
  ports: PromotePorts,
): Promise<Followed> {
  const followed = { reports: [], failures: [], notices: [] };
  try {
    await followInto(followed, about, scope, config, settings, ports);
    return followed;
  } catch (error) {
    // What was done before is reported all the same.
    return { ...followed, failures: [...followed.failures, ...knownErrors(error)] };
  }
}

async function followInto(
  { reports, failures, notices }: { reports: RunReport[]; failures: TagshipError[]; notices: Notice[] },
  about: (listing: Listing) => readonly Component[],
  { isWhole, environment, acts }: Scope,
  config: Config,
  settings: MoveSettings,
  ports: PromotePorts,
): Promise<void> {
  const order = trackOrder(config.environments).filter((one) => [undefined, one].includes(environment));
  const targetsIn = (listing: Listing) =>
    about(listing).flatMap((component) => order.map((one) => environmentTarget(component, one)));
  const opened = await ports.journal.group('Follow the tracks', () =>
    Session.open(settings, ports, isWhole ? () => [] : targetsIn, { whole: isWhole }),
  );
  const { session, listing } = opened;
  const targets = isWhole ? [] : opened.targets;
  let view = opened.view;
  let isOld = false;
  for (const name of order) {
    if (isOld) {
      view = (await session.observe(targets, isWhole)).view;
      isOld = false;
    }
    for (const component of about(listing)) {
      const id = componentId(component);
      const range = session.config.environments[name]?.track ?? '';
      let decision: TrackDecision;
      try {
        decision = await decisionOf(component, name, range, session, view);
      } catch (error) {
        failures.push(...ownTrouble(error));
        continue;
      }
      const { version, waiting } = decision;
      notices.push(...waitingNotices(id, name, waiting));
      if (version === undefined) {
        continue;
      }
      const why = `the newest that may be there, by \`track: ${range}\``;
      if (!acts) {
        const message = `The track \`${range}\` of \`${name}\` would put \`${id}\` ${version} there; \`heal: true\` does.`;
        notices.push({ level: 'notice', message });
        continue;
      }
      const request = { patterns: [id], environment: name, source: { version }, why };
      try {
        reports.push(await promote(request, ownSettings(settings, why), ports));
        isOld = true;
      } catch (error) {
        failures.push(...ownFailures(error, id, name, version));
      }
    }
  }
}

/** A track passes over no check, whatever the run may. */
function ownSettings(settings: MoveSettings, why: string): MoveSettings {
  const { author } = settings;
  const reason = author.reason ?? `${why[0]?.toUpperCase()}${why.slice(1)}.`;
  return { ...settings, overrides: new Set(), author: { ...author, reason, override: [] } };
}

/** @throws what ends the whole run */
function ownFailures(error: unknown, id: string, environment: string, version: string): readonly TagshipError[] {
  if (knownErrors(error).some(({ code }) => code === 'cancelled')) {
    throw error;
  }
  return inContext(
    error,
    (what) => `The track of \`${environment}\` could not put \`${id}\` ${version} there: ${what}`,
    (remedy) => `${remedy} The next \`reconcile\` tries again.`,
  );
}

async function decisionOf(
  component: Component,
  environment: string,
  range: string,
  session: Session,
  view: Observation,
): Promise<TrackDecision> {
  const policy = session.config.environments[environment];
  const requirement = requirementOf(policy?.requires);
  const verified = policy?.verify?.environment;
  const canary = policy?.canary?.environment;
  const others = [environment, requirement?.environment, verified, canary].flatMap((name) => name ?? []);
  await view.ledger?.load(others.map((name) => entryPath(name, component)));
  const situation = stateOf(component, environment, view);
  const { ref, entry, versions } = situation;
  const gated = requirement !== undefined && session.config.environments[requirement.environment]?.gate !== undefined;
  const rule =
    requirement === undefined ? undefined : ruleOf(component, requirement, gated, view, session.ports.clock.now());
  const unmet = (version: string): string | undefined => {
    if (verified !== undefined && stateOf(component, verified, view).current !== version) {
      return `It is not in \`${verified}\`, where it is to be verified first.`;
    }
    return refusalOf(() => choosePromotion(situation, version, rule, new Set(), ''));
  };
  return followTrack({
    range,
    versions: [...versions.keys()],
    current: situation.current,
    quarantined: entry?.quarantined ?? [],
    mark: (speaksOf(entry, ref?.object) ? entry.track : undefined) ?? loweredMark(component, environment, canary, view),
    stopped:
      ref === undefined && entry?.move === 'remove'
        ? 'Its tag was deleted there, so only `promote` brings it back.'
        : entry?.status === 'held'
          ? 'KV is held back from the tag by a rollback.'
          : refusalOf(() => admit(environment, policy, new Set())),
    unmet,
  });
}

/** What the track was when somebody gave its canary to fewer users. */
function loweredMark(component: Component, of: string, canary: string | undefined, view: Observation) {
  const { ref, entry } = canary === undefined ? {} : stateOf(component, canary, view);
  return speaksOf(entry, ref?.object) && entry.of === of ? entry.track : undefined;
}

function refusalOf(check: () => unknown): string | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof TagshipError) {
      return error.what;
    }
    throw error;
  }
}

function waitingNotices(id: string, environment: string, waiting: TrackDecision['waiting']): Notice[] {
  return waiting.slice(0, 1).map(({ version, why }) => ({
    level: 'notice',
    message: `The track of \`${environment}\` does not put \`${id}\` ${version} there yet: ${why}`,
  }));
}

/** A report with what the tracks did. */
function withFollowed<T extends Omit<RunReport, 'command' | 'verdict'>>(report: T, followed: Followed): T {
  const { reports, failures, notices } = followed;
  return {
    ...report,
    ...combined([report, ...reports, { ...nothingDone('promote', report, notices), failures }]),
    durationMs: [report, ...reports].reduce((sum, one) => sum + one.durationMs, 0),
  };
}

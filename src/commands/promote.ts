import { type Component, componentId } from '../domain/component.ts';
import type { Config } from '../domain/config.ts';
import { environmentsIn, groupOf } from '../domain/group.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import type { Choice } from '../domain/version-choice.ts';
import type { Intent } from '../engine/move.ts';
import type { Listing, Observation } from '../engine/observation.ts';
import { Session } from '../engine/session.ts';
import type { Probes } from '../ports/probes.ts';
import { promoteGroup } from './group/promote.ts';
import { finishingRollbacks, type Opened } from './guard/finish.ts';
import { type MoveSettings, moveAndReport, stateOf } from './moves.ts';
import { choosePromotions, type Wanted } from './promotion.ts';
import type { RunReport } from './report.ts';
import type { RolloutPorts } from './rollout/writes.ts';
import { nowhereIn, refuseMisspelt, select, tagPrefixes } from './select.ts';
import { Verifier } from './verify.ts';

/** What is to be promoted. */
export interface PromoteRequest {
  readonly patterns: readonly string[];
  /** An environment, or a group of the configuration. */
  readonly environment: string;
  readonly source: { readonly version: string } | { readonly from: string };
  /** Why this version, where it was not named by a person. */
  readonly why?: string | undefined;
}

/** The effects of `promote`: few promotions ask metrics and probes. */
export interface PromotePorts extends RolloutPorts {
  readonly probes: () => Promise<Probes>;
}

/**
 * Puts a version, or what another environment runs, into an environment: the tags move, and KV follows. A group gets it
 * one wave after the other, each watched by its gates.
 * @throws TagshipErrors with every component that cannot be promoted; then nothing has moved
 */
export async function promote(
  request: PromoteRequest,
  settings: MoveSettings,
  ports: PromotePorts,
): Promise<RunReport> {
  const started = ports.clock.now();
  const { source } = request;
  const { session, view, targets } = await ports.journal.group('Read the ledger and the tags', () =>
    Session.open(settings, ports, (listing, config) => promotable(request, listing, config), {
      prefixes: tagPrefixes(request.patterns),
      moves: true,
      hints: { slots: ['version' in source ? source.version : source.from] },
    }),
  );
  const opened = { session, view, targets };
  return await finishingRollbacks(opened, ports, () => promoteOpened(request, opened, settings, ports, started));
}

async function promoteOpened(
  request: PromoteRequest,
  { session, view, targets }: Opened,
  settings: MoveSettings,
  ports: PromotePorts,
  started: number,
): Promise<RunReport> {
  const { environment } = request;
  const verifier = new Verifier(session, ports);
  const wanted = wantedOf(request);
  const group = groupOf(session.config.groups, environment);
  if (group !== undefined) {
    const watching = { ...ports, metrics: await ports.metrics() };
    return await promoteGroup(group, wanted, { session, view, targets, verifier }, settings, watching, started);
  }
  await refuseMisspelt(environment, targets, session, view);
  const choose = async (now: Observation, some: readonly Target[] = targets): Promise<readonly Choice[]> =>
    await choosePromotions(session, now, some, wanted, settings, verifier);
  const canary = session.config.environments[environment]?.canary;
  if (canary !== undefined) {
    const { rollOut } = await import('./rollout/rollout.ts');
    return await rollOut(session, view, targets, environment, canary, choose, settings, ports, started);
  }
  const decide = async (now: Observation): Promise<Intent> => {
    return { kind: 'promote', removals: [], choices: await choose(now) };
  };
  return await moveAndReport('promote', session, view, targets, decide, settings, ports, started);
}

function wantedOf({ source, why }: PromoteRequest): Wanted {
  return 'version' in source
    ? { version: () => source.version, why: why ?? 'the version that was named' }
    : {
        version: (component: Component, view: Observation) => stateOf(component, source.from, view).current ?? '',
        environments: [source.from],
        why: `what \`${source.from}\` runs`,
      };
}

/**
 * The components to promote: all that are named and, with `from`, that the other environment runs.
 * @throws TagshipError `component-unknown`, `environment-unknown`, `tag-missing`
 */
function promotable(
  { patterns, environment, source }: PromoteRequest,
  listing: Listing,
  config: Config | undefined,
): Target[] {
  const group = groupOf(config?.groups ?? {}, environment);
  const places = group === undefined ? [environment] : environmentsIn(group);
  const chosen = new Map<string, Component>();
  for (const selection of select(patterns, listing)) {
    const { pattern, exact, components } = selection;
    const usable =
      'from' in source ? components.filter(({ environments }) => environments.has(source.from)) : components;
    if (usable.length === 0 || (exact && !usable.some(({ component }) => componentId(component) === pattern))) {
      const remedy = 'Name a `version` instead, or an environment that it has a tag for.';
      throw nowhereIn('from' in source ? source.from : environment, selection, listing, remedy);
    }
    for (const { component } of usable) {
      chosen.set(componentId(component), component);
    }
  }
  return [...chosen.values()].flatMap((component) => places.map((place) => environmentTarget(component, place)));
}

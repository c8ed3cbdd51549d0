import { admit, type Requirement, requirementOf } from '../domain/admission.ts';
import { type Component, componentId } from '../domain/component.ts';
import type { Entry } from '../domain/ledger/entry.ts';
import { entryPath } from '../domain/ledger/layout.ts';
import { type Choice, choosePromotion, type PromotionRule } from '../domain/moves.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import type { Intent } from '../engine/move.ts';
import type { Listing, Observation } from '../engine/observation.ts';
import { Session } from '../engine/session.ts';
import { readable } from '../engine/trusted.ts';
import { anchorRemembered, chooseAll, type MoveSettings, moveAndReport, stateOf } from './moves.ts';
import type { RunReport } from './report.ts';
import type { PromotePorts } from './rollout/rollout.ts';
import { nowhereIn, refuseMisspelt, select, tagPrefixes } from './select.ts';

/** What is to be promoted. */
export interface PromoteRequest {
  readonly patterns: readonly string[];
  readonly environment: string;
  readonly source: { readonly version: string } | { readonly from: string };
}

/**
 * Puts a version, or what another environment runs, into an environment: the tags move, and KV follows.
 * @throws TagshipErrors with every component that cannot be promoted; then nothing has moved
 */
export async function promote(
  request: PromoteRequest,
  settings: MoveSettings,
  ports: PromotePorts,
): Promise<RunReport> {
  const started = ports.clock.now();
  const { environment, source } = request;
  const { session, view, targets } = await ports.journal.group('Read the ledger and the tags', () =>
    Session.open(settings, ports, (listing) => promotable(request, listing), {
      near: tagPrefixes(request.patterns),
      moves: true,
      hints: { slots: ['version' in source ? source.version : source.from] },
    }),
  );
  await refuseMisspelt(environment, targets, session, view);
  const rules = session.config.environments;
  const admitted = admit(environment, rules[environment], settings.overrides);
  const requirement = requirementOf(rules[environment]?.requires);
  const requires = requirement?.environment;
  const gated = requires !== undefined && rules[requires]?.gate !== undefined;
  const choose = async (now: Observation, some: readonly Target[] = targets): Promise<readonly Choice[]> => {
    const others = [requires, 'from' in source ? source.from : undefined].flatMap((name) => name ?? []);
    // A tag that is gone is no reason to forget what was rolled back there.
    await now.ledger?.load(targets.flatMap(({ component }) => others.map((other) => entryPath(other, component))));
    const wanted = ({ component }: Target): string =>
      'version' in source ? source.version : (stateOf(component, source.from, now).current ?? '');
    await anchorRemembered(
      session,
      now,
      targets,
      targets.flatMap((target) => readable(() => wanted(target)) ?? []),
    );
    return chooseAll(some, (target) => {
      const situation = stateOf(target.component, environment, now);
      const rule =
        requirement === undefined ? undefined : ruleOf(target.component, requirement, gated, now, ports.clock.now());
      const why = 'version' in source ? 'the version that was named' : `what \`${source.from}\` runs`;
      const choice = choosePromotion(situation, wanted(target), rule, settings.overrides, why);
      return choice && { ...choice, overridden: [...admitted, ...choice.overridden] };
    });
  };
  const canary = rules[environment]?.canary;
  if (canary !== undefined) {
    const { rollOut } = await import('./rollout/rollout.ts');
    return await rollOut(session, view, targets, environment, canary, choose, settings, ports, started);
  }
  const decide = async (now: Observation): Promise<Intent> => {
    return { kind: 'promote', removals: [], choices: await choose(now) };
  };
  return await moveAndReport('promote', session, view, targets, decide, settings, ports, started);
}

/** What the environment that another one requires knows of a component. */
export function ruleOf(
  component: Component,
  { environment: requires, soakMs }: Requirement,
  gated: boolean,
  view: Observation,
  now: number,
): PromotionRule {
  const { ref, current, entry } = stateOf(component, requires, view);
  const tags = view.tags.get(componentId(component));
  const commit = ref === undefined || tags === undefined ? undefined : (view.versionOf(tags, ref)?.held ?? ref.commit);
  return {
    requires,
    gated,
    running: current === undefined || commit === undefined ? undefined : { version: current, commit },
    quarantined: entry?.quarantined ?? [],
    ...(soakMs === 0 ? {} : { soak: { ms: soakMs, since: sinceOf(entry, ref?.object), now } }),
  };
}

/** Since when the object of a tag is there, by the ledger. */
function sinceOf(entry: Entry | undefined, object: string | undefined): number | undefined {
  return entry?.at == null || entry.tag !== object ? undefined : Date.parse(entry.at);
}

/**
 * The components to promote: all that are named and, with `from`, that the other environment runs.
 * @throws TagshipError `component-unknown`, `environment-unknown`, `tag-missing`
 */
function promotable({ patterns, environment, source }: PromoteRequest, listing: Listing): Target[] {
  const chosen = new Map<string, Target>();
  for (const selection of select(patterns, listing)) {
    const { pattern, exact, components } = selection;
    const usable =
      'from' in source ? components.filter(({ environments }) => environments.has(source.from)) : components;
    if (usable.length === 0 || (exact && !usable.some(({ component }) => componentId(component) === pattern))) {
      const remedy = 'Name a `version` instead, or an environment that it has a tag for.';
      throw nowhereIn('from' in source ? source.from : environment, selection, listing, remedy);
    }
    for (const { component } of usable) {
      chosen.set(componentId(component), environmentTarget(component, environment));
    }
  }
  return [...chosen.values()];
}

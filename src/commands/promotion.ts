import { admit, type Requirement, requirementOf } from '../domain/admission.ts';
import { type Component, componentId } from '../domain/component.ts';
import type { Entry } from '../domain/ledger/entry.ts';
import { entryPath } from '../domain/ledger/layout.ts';
import type { Target } from '../domain/projection.ts';
import { type Choice, choosePromotion, type PromotionRule } from '../domain/version-choice.ts';
import type { Observation } from '../engine/observation.ts';
import type { Session } from '../engine/session.ts';
import { readable } from '../engine/trusted-ledger.ts';
import { anchorRemembered, chooseAll, type MoveSettings, stateOf } from './moves.ts';
import type { Verifier } from './verify.ts';

/** What is put somewhere. */
export interface Wanted {
  /** The version for a component, as it is known now; empty where there is none. */
  readonly version: (component: Component, view: Observation) => string;
  /** Environments that have to be known for that. */
  readonly environments?: readonly string[];
  /** Why this one, for people. */
  readonly why: string;
  /** Environments that get it before, in the same run: what another one asks of them is found out then. */
  readonly later?: ReadonlySet<string> | undefined;
}

/**
 * Chooses what is put into the environments of some targets, by the rules of each, all or none.
 * @throws TagshipErrors with everything that stands in the way
 */
export async function choosePromotions(
  session: Session,
  view: Observation,
  targets: readonly Target[],
  { version, environments = [], why, later = new Set() }: Wanted,
  { overrides }: MoveSettings,
  verifier: Verifier,
): Promise<readonly Choice[]> {
  const rules = session.config.environments;
  const policies = new Map(
    [...new Set(targets.map(({ slot }) => slot.name))].map((environment) => {
      const admitted = admit(environment, rules[environment], overrides);
      const required = requirementOf(rules[environment]?.requires);
      const requirement = required === undefined || later.has(required.environment) ? undefined : required;
      const gated = requirement !== undefined && rules[requirement.environment]?.gate !== undefined;
      return [environment, { admitted, requirement, gated, asked: verifier.environmentFor(environment) }];
    }),
  );
  // A tag that is gone is no reason to forget what was rolled back there.
  const paths = targets.flatMap(({ component, slot }) => {
    const { requirement, asked } = policies.get(slot.name) ?? {};
    const others = [requirement?.environment, asked, ...environments].flatMap((name) => name ?? []);
    return others.map((other) => entryPath(other, component));
  });
  await view.ledger?.load(paths);
  const wanted = ({ component }: Target): string => version(component, view);
  await anchorRemembered(
    session,
    view,
    targets,
    targets.flatMap((target) => readable(() => wanted(target)) ?? []),
  );
  const choices = chooseAll(targets, (target) => {
    const { component, slot } = target;
    const { admitted = [], requirement, gated = false } = policies.get(slot.name) ?? {};
    const situation = stateOf(component, slot.name, view);
    const rule =
      requirement === undefined ? undefined : ruleOf(component, requirement, gated, view, session.ports.clock.now());
    const choice = choosePromotion(situation, wanted(target), rule, overrides, why);
    return choice && { ...choice, overridden: [...admitted, ...choice.overridden] };
  });
  await verifier.check(
    choices.filter(({ situation }) => !later.has(verifier.environmentFor(situation.environment) ?? '')),
    view,
  );
  return choices;
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

import { type Component, componentId } from '../../domain/component.ts';
import type { TagRef } from '../../domain/component-tags.ts';
import type { CanaryConfig } from '../../domain/environment-schema.ts';
import { livingShares, shareKey } from '../../domain/rollout/share.ts';
import type { Observation } from '../../engine/observation.ts';
import type { Session } from '../../engine/session.ts';
import { TagshipError, TagshipErrors } from '../../errors.ts';
import type { RolloutReport, RolloutStep, Verdict } from '../report.ts';

/** One component on its way into the live environment. */
export interface Arm {
  readonly component: Component;
  readonly id: string;
  readonly version: string;
  /** The version that is live. */
  readonly live: string | undefined;
  readonly liveRef: TagRef;
  /** The tag of the canary, as soon as it stands for the version. */
  canaryRef: TagRef | undefined;
  /** How many percent of the users get it, as this run knows it. */
  share: number;
  isWatched: boolean;
  readonly steps: RolloutStep[];
  /** How it ended for this run; undefined while it goes on. */
  ended: { readonly verdict: Verdict | undefined; readonly why: string } | undefined;
}

/** What became of it. */
export function rolloutOf(
  { id, version, live, ended, share, steps }: Arm,
  environment: string,
  rule: CanaryConfig,
): RolloutReport {
  return {
    component: id,
    environment,
    canary: rule.environment,
    version,
    live,
    verdict: ended?.verdict,
    why: ended?.why ?? '',
    share,
    steps,
    planned: rule.steps,
  };
}

/** @throws TagshipErrors `canary-taken` where a key would have to hold two shares */
export async function refuseTaken(
  session: Session,
  view: Observation,
  environment: string,
  arms: readonly Arm[],
): Promise<void> {
  const rules = session.config.environments;
  const { planSettings } = await session.placement(view);
  const here = [...planSettings.populations.values()].find((all) => all.has(environment)) ?? new Set();
  const takers = new Map(
    livingShares(view.tags, view.shares, rules, (name) => here.has(name)).map((one) => [
      shareKey(one.component, one.environment, rules),
      { id: componentId(one.component), environment: one.environment },
    ]),
  );
  const problems: TagshipError[] = [];
  for (const { component, id } of arms) {
    const key = shareKey(component, environment, rules);
    const taker = key === undefined ? undefined : takers.get(key);
    if (taker !== undefined && (taker.id !== id || taker.environment !== environment)) {
      problems.push(
        new TagshipError(
          'canary-taken',
          `The key \`${key}\` holds the share of one canary at a time, and that is \`${taker.id}\` in \`${taker.environment}\` now, so \`${id}\` cannot begin.`,
          'Wait until it has ended, or name a `key` with `{type}` and `{name}` under `canary` in the configuration.',
        ),
      );
    }
    takers.set(key, { id, environment });
  }
  if (problems.length > 0) {
    throw new TagshipErrors(problems);
  }
}

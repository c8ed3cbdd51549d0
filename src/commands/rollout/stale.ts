import { componentId } from '../../domain/component.ts';
import { gatePolicyOf } from '../../domain/gate/resolve.ts';
import { livingShares, type Placed } from '../../domain/rollout/share.ts';
import { staleFrom, stepPolicy } from '../../domain/rollout/steps.ts';
import { duration } from '../../domain/text.ts';
import type { Observation } from '../../engine/observation.ts';
import type { Session } from '../../engine/session.ts';
import { warnings } from '../describe.ts';
import type { Notice } from '../report.ts';

/** What became of canaries that no run watches. */
export interface StaleCanaries {
  /** Whether the ledger was written. */
  readonly ended: boolean;
  readonly notices: readonly Notice[];
}

/**
 * Finds canaries that no run watches any more, and ends those that the configuration wants ended: nobody gets them, and
 * KV has to follow. Their tags stay where they are, and nothing is quarantined.
 *
 * @param now by the clock that the ledger goes by, in milliseconds since the epoch
 * @param heals whether anything is written
 */
export async function endStale(
  session: Session,
  view: Observation,
  environment: string | undefined,
  now: number,
  heals: boolean,
): Promise<StaleCanaries> {
  const isStale = (one: Placed): boolean => {
    const { canary, gate } = session.config.environments[one.environment] ?? {};
    const policy = gatePolicyOf(gate);
    const from = staleFrom(
      one.since,
      policy === undefined || canary === undefined ? policy : stepPolicy(policy, canary),
    );
    return [undefined, one.environment, one.canary].includes(environment) && now > from;
  };
  const staleIn = (seen: Observation): Placed[] =>
    livingShares(seen.tags, seen.shares, session.config.environments, () => true).filter(isStale);
  const isEnded = ({ environment: name }: Placed): boolean =>
    heals && session.config.environments[name]?.canary?.['on-stale'] !== 'keep';
  const stale = staleIn(view);
  const wanted = stale.filter(isEnded);
  if (wanted.length > 0) {
    await session.append(
      view,
      [],
      async (seen) => {
        const events = staleIn(seen)
          .filter(isEnded)
          .map(({ component, canary, environment: of }) => {
            const environments = seen.tags.get(componentId(component))?.environments;
            const tag = environments?.get(canary)?.object ?? '';
            const share = { of, share: 0, step: 0, live: environments?.get(of)?.object ?? '' };
            return { kind: 'shared' as const, component, environment: canary, tag, share };
          });
        return { kind: 'write', commits: [{ events }] };
      },
      { reason: 'No run watches the canary any more.', whole: true },
    );
  }
  return { ended: wanted.length > 0, notices: warnings(stale.map((one) => textOf(one, now, isEnded(one)))) };
}

function textOf({ component, environment, version, share, since }: Placed, now: number, isEnded: boolean): string {
  const what = `\`${componentId(component)}\` ${version} is given to ${share} % of the users of \`${environment}\` since ${duration(now - Date.parse(since))}, and no run watches it any more.`;
  return isEnded
    ? `${what} It was ended by \`on-stale: abort\`. \`promote\` begins it anew.`
    : `${what} \`promote\` of the same version goes on with it, \`rollback\` with \`percentage: 0\` ends it.`;
}

import { componentId } from '../domain/component.ts';
import type { Place } from '../domain/ledger/event.ts';
import type { GateRecord } from '../domain/ledger/gate-record.ts';
import { environmentTarget } from '../domain/projection.ts';
import { TagshipError } from '../errors.ts';
import type { Session } from './session.ts';

/** A version that a gate found healthy, where one tag object put it. */
export interface HealthyVersion extends Place {
  /** The object of the environment tag. */
  readonly tag: string;
  /** What its gate saw. */
  readonly gate: GateRecord;
}

/**
 * Records what was found healthy, so that the last good version is a fact. What the ledger does not know as deployed, or
 * what was moved meanwhile, is left out.
 * @returns warnings, where it could not be recorded
 */
export async function recordHealthy(
  session: Session,
  found: readonly HealthyVersion[],
  reason: string,
): Promise<readonly string[]> {
  const targets = found.map(({ component, environment }) => environmentTarget(component, environment));
  try {
    const { view } = await session.observe(targets);
    const appended = await session.append(
      view,
      targets,
      async ({ tags }) => {
        const events = found.map((one) => ({
          kind: 'healthy' as const,
          ...one,
          tags: tags.get(componentId(one.component)),
        }));
        return { kind: 'write', commits: [{ events }] };
      },
      { reason },
    );
    return appended.kind === 'superseded'
      ? []
      : [...appended.remarks, ...appended.doubtful.map(({ problem: { what, remedy } }) => `${what} ${remedy}`)];
  } catch (error) {
    if (error instanceof TagshipError && error.code !== 'cancelled') {
      return [
        `The versions were found healthy, but this could not be recorded in the ledger: ${error.what} ${error.remedy}`,
      ];
    }
    throw error;
  }
}

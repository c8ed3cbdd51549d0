import { componentId } from '../../domain/component.ts';
import { environmentTarget, type Target } from '../../domain/projection.ts';
import { commitsFrom } from '../../engine/ledger/past.ts';
import type { LedgerSnapshot } from '../../engine/ledger/snapshot.ts';
import type { Repository } from '../../ports/repository.ts';

/** How long a workflow run may have waited between its deploy and its gate, in seconds. */
const LOOK_BACK_S = 3 * 24 * 60 * 60;

/** What one workflow run recorded as deployed. */
export interface Recorded {
  readonly targets: readonly Target[];
  /** Moves that its commits only count. */
  readonly more: number;
}

/**
 * The environments that a workflow run put a version into, by the ledger: its own moves, and moves by hand that it was
 * the first to see.
 * @param run the address of the workflow run
 */
export async function recordedBy(
  run: string,
  ledger: LedgerSnapshot | undefined,
  repository: Repository,
): Promise<Recorded> {
  if (ledger === undefined) {
    return { targets: [], more: 0 };
  }
  const commits = await commitsFrom(repository, ledger, { since: ledger.time - LOOK_BACK_S });
  const own = commits.filter(({ message }) => message.run === run);
  const targets = new Map<string, Target>();
  for (const { message } of own) {
    for (const { event, move, component, environment, version } of message.recorded) {
      const isDeploy = (event === 'moved' || event === 'acknowledged') && move !== 'seed' && version !== null;
      if (isDeploy && component.prefix === 'components') {
        targets.set(`${componentId(component)} ${environment}`, environmentTarget(component, environment));
      }
    }
  }
  return { targets: [...targets.values()], more: own.reduce((sum, { message }) => sum + message.more, 0) };
}

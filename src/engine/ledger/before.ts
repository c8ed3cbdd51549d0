import type { Repository } from '../../ports/repository.ts';
import { ledgerAt } from './past.ts';
import { LedgerSnapshot } from './snapshot.ts';

/** How many commits of one second are looked through. */
const MAX_STEPS = 200;

/**
 * The ledger as it was before one of its commits.
 * @param seq number of that commit
 * @param at when it was made, in seconds since the epoch; from there its own index of days leads to it
 * @returns undefined for the first commit, and where it cannot be found
 */
export async function ledgerBefore(
  repository: Repository,
  tip: LedgerSnapshot,
  seq: number,
  at: number,
): Promise<LedgerSnapshot | undefined> {
  let snapshot = await ledgerAt(repository, tip, at);
  for (let step = 0; step < MAX_STEPS && snapshot !== undefined && snapshot.message.seq >= seq; step++) {
    const [parent]: readonly string[] = snapshot.parents;
    snapshot = parent === undefined ? undefined : await LedgerSnapshot.open(repository, parent);
  }
  return snapshot?.message.seq === seq - 1 ? snapshot : undefined;
}

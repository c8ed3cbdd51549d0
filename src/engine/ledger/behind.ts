import type { Repository } from '../../ports/repository.ts';
import type { LedgerSnapshot } from './snapshot.ts';

/** Commits that are walked back at most to find one of the ledger. */
const MAX_WALK = 2_000;

/** Whether a commit with a number is the ledger's tip or one of those behind it. */
export async function isBehind(
  tip: LedgerSnapshot,
  commit: string,
  seq: number,
  repository: Repository,
): Promise<boolean> {
  await tip.count();
  const distance = tip.number - seq;
  if (distance === 0 || distance < 0) {
    return tip.commit === commit;
  }
  if (distance > MAX_WALK) {
    // Too far to tell; what stands so far back was checked by the runs in between.
    return true;
  }
  await repository.log(tip.commit, { depth: distance + 1 });
  let at: string | undefined = tip.commit;
  for (let step = 0; step < distance && at !== undefined; step++) {
    const object = await repository.read(at);
    at = object?.type === 'commit' ? object.parents[0] : undefined;
  }
  return at === commit;
}

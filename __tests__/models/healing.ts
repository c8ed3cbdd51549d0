import { atRest, deployed, promoted, worldModel } from './model.ts';

/**
 * Everything that the guarantee leaves out: a run dies anywhere, a write that was given up on is stored later, a push
 * starts no run. Moves are by hand, each to a tag object that is new, and one is a promotion. Once all is quiet, a
 * reconcile comes, within five minutes, when reads may be stale, or after them.
 *
 * When it ends, KV holds the projection.
 */
export const healing = worldModel(
  'a reconcile soon after misfortunes',
  {
    watches: 'content',
    handMoves: { a: ['v1#b'] },
    healthy: [],
    staleReads: true,
    lateWrites: true,
    movesMayStartNoRun: true,
  },
  atRest([deployed('a', 'v1#a')], 'v1', {
    handMoves: 1,
    kills: 1,
    lostAnswers: 1,
    reconciles: 1,
    dispatches: [{ command: 'promote', component: 'a', goal: 'v2' }],
  }),
  { reconcileHeals: ['reconcileWritesRecentMoves', 'skipsOnlyWhatKvConfirms'] },
);

/**
 * The same with people who move the tag back to the very object it was, which nobody can see afterwards: the ledger
 * tells no recent move. Here the reconcile has to wait until reads are no longer stale.
 */
export const healingLater = worldModel(
  'a reconcile when reads are no longer stale',
  {
    watches: 'content',
    handMoves: { a: ['v1#own', 'v2#b'] },
    healthy: [],
    staleReads: true,
    lateWrites: true,
    movesMayStartNoRun: true,
    reconcilesLate: true,
  },
  atRest([promoted('a', 'v1#own')], 'v1', { handMoves: 2, kills: 1, lostAnswers: 1, reconciles: 1 }),
  { reconcileHeals: ['skipsOnlyWhatKvConfirms'] },
);

import { atRest, deployed, worldModel } from './model.ts';

/**
 * v3 is live and bad. Somebody presses rollback, somebody else presses it too, and a third person promotes v3, all at
 * any time. v2 and v1 were healthy once.
 *
 * The environment goes back once, to v2, and v3 does not come back.
 */
export const rollbacks = worldModel(
  'a rollback pressed twice, and a promotion of what it leaves',
  { watches: 'content', handMoves: { a: [] }, healthy: ['v3', 'v2', 'v1'] },
  atRest([deployed('a', 'v3#b', 'v2')], 'v3', {
    dispatches: [
      { command: 'rollback', component: 'a' },
      { command: 'rollback', component: 'a' },
      { command: 'promote', component: 'a', goal: 'v3' },
    ],
  }),
  {
    rollsBackOnce: ['rollsBackOnce'],
    quarantinedStaysAway: ['quarantinesWithMove', 'avoidsQuarantined'],
    noEntryIsLost: ['leasesLedger'],
    movesLandWithEntries: ['movesAtomically'],
    kvIsProjection: ['readsTagsAgain'],
    ledgerAgreesWithTags: [],
    ledgerTellsWhatHappened: [],
    noMoveOverNewer: [],
    runsComeToAnEnd: [],
  },
);

import { atRest, deployed, worldModel } from './model.ts';

/**
 * Runs that wait for each other, as under a concurrency group. One of them is killed at any point and run again at once.
 * People move the tag, away and back, and somebody promotes the version that was live before, so that a stale read of KV
 * may answer just what is asked for.
 *
 * KV ends at what the tag says: what a killed run had not finished is not taken for done.
 */
export const killed = worldModel(
  'a run that is killed and run again',
  { watches: 'content', handMoves: { a: ['v1#a', 'v2#b'] }, healthy: [], staleReads: true, oneAtATime: true },
  atRest([deployed('a', 'v1#a')], 'v1', {
    handMoves: 2,
    kills: 1,
    dispatches: [{ command: 'promote', component: 'a', goal: 'v1' }],
  }),
  {
    kvIsProjection: ['recordsPendingFirst', 'skipsOnlyDeployed', 'skipsOnlyOwnMoves', 'alwaysWritesHandMoves'],
    movesLandWithEntries: ['movesAtomically'],
    deployedIsAcknowledged: ['recordsAfterKv', 'recordsPendingFirst'],
    ledgerAgreesWithTags: [],
    runsComeToAnEnd: [],
  },
);

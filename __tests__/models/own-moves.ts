import { atRest, deployed, worldModel } from './model.ts';

/**
 * One tag that a run promotes to v2 while somebody moves it to v3 by hand, before, after, or in the middle. The push of
 * the promotion starts a `deploy` of its own, as a push with an App's token does, so three runs may be under way. A read
 * of KV may answer what was stored before.
 *
 * Tag and ledger land together, never over the newer move; KV ends at what the tag says; `deployed` is said of nothing
 * that KV did not acknowledge.
 */
export const ownMoves = worldModel(
  'a promotion against a move by hand',
  {
    watches: 'content',
    handMoves: { a: ['v3#b'] },
    healthy: [],
    staleReads: true,
    ownMovesStartRuns: true,
  },
  atRest([deployed('a', 'v1#a')], 'v1', {
    handMoves: 1,
    dispatches: [{ command: 'promote', component: 'a', goal: 'v2' }],
  }),
  {
    kvIsProjection: ['readsTagsNow', 'readsTagsAgain', 'skipsNothingItWrote'],
    movesLandWithEntries: ['movesAtomically'],
    noMoveOverNewer: ['leasesTag', 'yieldsToNewerMove'],
    noEntryIsLost: ['leasesLedger'],
    ledgerTellsWhatHappened: ['readsLedgerBeforeTags', 'recomputesLostRace', 'recordsNothingTwice'],
    deployedIsAcknowledged: ['recordsPendingFirst', 'recordsAfterKv'],
    ledgerAgreesWithTags: [],
    previousIsAnother: [],
    runsComeToAnEnd: [],
  },
);

/**
 * The same with a move by hand to the version that the promotion brings, too. A run that has stored v2 for one tag
 * object has not stored it for the other: in between KV may have been anything.
 */
export const sameVersion = worldModel(
  'a promotion against a move by hand to the same version',
  {
    watches: 'content',
    handMoves: { a: ['v2#b'] },
    healthy: [],
    staleReads: true,
    ownMovesStartRuns: true,
  },
  atRest([deployed('a', 'v1#a')], 'v1', {
    handMoves: 1,
    dispatches: [{ command: 'promote', component: 'a', goal: 'v2' }],
  }),
  {
    deployedIsAcknowledged: ['comparesInputs', 'skipsOnlyDeployed', 'skipsOnlySameObject'],
    previousIsAnother: [],
    kvIsProjection: [],
  },
);

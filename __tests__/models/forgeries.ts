import { atRest, deployed, worldModel } from './model.ts';

/**
 * Somebody may push the ledger and move no tag: they add an entry at any time, which holds the tag at a version that only
 * they name, or says that this version ran before. Meanwhile a person moves the tag, and another one presses rollback.
 *
 * That version is never live, and KV is what the tags say.
 */
export const forgeries = worldModel(
  'a forged entry against a move by hand and a rollback',
  { watches: 'content', handMoves: { a: ['v3#c'] }, healthy: [] },
  atRest([deployed('a', 'v2#b', 'v1')], 'v2', {
    handMoves: 1,
    forgeries: 1,
    dispatches: [{ command: 'rollback', component: 'a' }],
  }),
  {
    nothingForgedIsLive: ['anchorsHolds', 'anchorsTargets'],
    kvIsProjection: ['anchorsHolds', 'readsTagsAgain'],
    noEntryIsLost: ['leasesLedger'],
    ledgerAgreesWithTags: [],
    runsComeToAnEnd: [],
  },
);

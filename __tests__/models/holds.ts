import { atRest, deployed, worldModel } from './model.ts';

/**
 * A gate has found v2 bad and may not move its tag, so it records a hold of v1 over this tag object and restores KV.
 * Meanwhile people move the tag, away and back, each push with its `deploy`.
 *
 * While the tag is the held object KV holds v1; once it is another, KV holds what the tag says.
 */
export const holds = worldModel(
  'a hold against moves by hand',
  { watches: 'content', handMoves: { a: ['v2#b', 'v3#c'] }, healthy: ['v1'], judged: 'v2#b' },
  atRest([deployed('a', 'v2#b', 'v1')], 'v2', {
    handMoves: 2,
    dispatches: [{ command: 'hold', component: 'a' }],
  }),
  {
    kvIsProjection: [
      'holdsOverlayContent',
      'holdsBindToObject',
      'readsLedgerAgain',
      'readsTagsAgain',
      'readsAgainAfterRecording',
      'recomputesLostRace',
    ],
    ledgerTellsWhatHappened: ['guardReadsTagAgain', 'readsLedgerBeforeTags', 'recordsNothingTwice'],
    noEntryIsLost: ['leasesLedger'],
    ledgerAgreesWithTags: [],
    previousIsAnother: [],
    runsComeToAnEnd: [],
  },
);

/** The index of two components while one of them is held and the other one moves. */
export const holdsInIndex = worldModel(
  'a hold and the index',
  { watches: 'index', handMoves: { a: ['v3#c'], b: ['v2#d'] }, healthy: ['v1'], judged: 'v2#b' },
  atRest([deployed('a', 'v2#b', 'v1'), deployed('b', 'v1#b')], 'a=v2 b=v1', {
    handMoves: 1,
    dispatches: [{ command: 'hold', component: 'a' }],
  }),
  {
    kvIsProjection: ['holdsOverlayIndex', 'holdsBindToObject', 'readsAllTagsAgainForIndex'],
    ledgerAgreesWithTags: [],
    runsComeToAnEnd: [],
  },
);

/** The tag of a held component is deleted, and may come back, with pruning switched on. */
export const holdsOfDeleted = worldModel(
  'a hold over a deleted tag',
  { watches: 'content', handMoves: { a: [null, 'v2#b'] }, healthy: ['v1'], judged: 'v2#b' },
  atRest([deployed('a', 'v2#b', 'v1')], 'v2', {
    handMoves: 2,
    dispatches: [{ command: 'hold', component: 'a' }],
  }),
  {
    heldKeysStay: ['holdsOutliveDeletion'],
    kvIsProjection: ['readsLedgerAgain', 'holdsOverlayContent'],
    ledgerAgreesWithTags: [],
    runsComeToAnEnd: [],
  },
);

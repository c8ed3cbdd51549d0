import { atRest, deployed, promoted, worldModel } from './model.ts';

/**
 * One tag that people move between two tag objects, three times, so that it also comes back to where it was: a
 * lightweight tag is the same object again. Each push starts a `deploy`, and all three may be under way at once, in any
 * order. A read of KV may answer what was stored before.
 *
 * Whatever the order, KV ends at what the tag says, and the ledger tells the moves as they happened, each once.
 */
export const handMoves = worldModel(
  'moves by hand',
  { watches: 'content', handMoves: { a: ['v1#a', 'v2#b'] }, healthy: [], staleReads: true },
  atRest([deployed('a', 'v1#a')], 'v1', { handMoves: 3 }),
  {
    kvIsProjection: ['readsTagsNow', 'readsTagsAgain', 'alwaysWritesHandMoves', 'skipsOnlyOwnMoves'],
    ledgerAgreesWithTags: ['readsTagsNow', 'readsTagsAgain', 'readsAgainAfterRecording'],
    ledgerTellsWhatHappened: ['readsLedgerBeforeTags', 'recomputesLostRace', 'recordsNothingTwice'],
    deployedIsAcknowledged: ['recordsAfterKv'],
    noEntryIsLost: ['leasesLedger'],
    previousIsAnother: [],
    runsComeToAnEnd: [],
  },
);

/**
 * The same with a tag that stands on an object of Tagship's own, and with people who push this very object again, as a
 * clone that was not updated does. Here the last entry allows runs to skip their writes.
 */
export const returningMoves = worldModel(
  "moves by hand, back to Tagship's own object",
  { watches: 'content', handMoves: { a: ['v1#own', 'v2#b'] }, healthy: [], staleReads: true },
  atRest([promoted('a', 'v1#own')], 'v1', { handMoves: 3 }),
  {
    kvIsProjection: ['readsAgainAfterRecording', 'skipsNothingItWrote', 'alwaysWritesHandMoves'],
    ledgerAgreesWithTags: ['readsAgainAfterRecording'],
    runsComeToAnEnd: [],
  },
);

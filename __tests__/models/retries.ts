import { atRest, deployed, worldModel } from './model.ts';

/**
 * A tag that is moved twice by hand while two writes of its runs fail: refused, or stored with the answer lost. Each is
 * tried again after a wait.
 *
 * The end is right with or without a look before the retry, for every write is looked at again. But a retry that did
 * not look takes the environment back to a version that had been replaced, and was known to be, before it began.
 */
export const retries = worldModel(
  'writes that are not acknowledged',
  { watches: 'content', handMoves: { a: ['v1#a', 'v2#b'] }, healthy: [] },
  atRest([deployed('a', 'v1#a')], 'v1', { handMoves: 2, lostAnswers: 2 }),
  {
    retriesNeverGoBack: ['readsAgainBeforeRetry'],
    kvIsProjection: ['readsTagsAgain'],
    deployedIsAcknowledged: ['recordsAfterKv'],
    ledgerAgreesWithTags: [],
    ledgerTellsWhatHappened: [],
    runsComeToAnEnd: [],
  },
);

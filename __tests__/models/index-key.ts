import { atRest, deployed, worldModel } from './model.ts';

/**
 * The index of a namespace with two components, each moved by hand at most twice in all. Every run writes the whole
 * index, so the tags of both are what it is computed from.
 */
export const indexKey = worldModel(
  'the index of two components',
  { watches: 'index', handMoves: { a: ['v1#a', 'v2#b'], b: ['v1#c', 'v2#d'] }, healthy: [], staleReads: true },
  atRest([deployed('a', 'v1#a'), deployed('b', 'v1#c')], 'a=v1 b=v1', { handMoves: 2 }),
  {
    kvIsProjection: [
      'readsTagsNow',
      'readsTagsAgain',
      'readsAllTagsAgainForIndex',
      'alwaysWritesHandMoves',
      'computesIndex',
    ],
    ledgerAgreesWithTags: [],
    ledgerTellsWhatHappened: [],
    runsComeToAnEnd: [],
  },
);

/** The same index while tags are deleted and come back. */
export const indexOfDeleted = worldModel(
  'the index while tags are deleted',
  { watches: 'index', handMoves: { a: [null, 'v1#a'], b: [null] }, healthy: [] },
  atRest([deployed('a', 'v1#a'), deployed('b', 'v1#b')], 'a=v1 b=v1', { handMoves: 2 }),
  { kvIsProjection: ['readsAllTagsAgainForIndex'], ledgerAgreesWithTags: [], runsComeToAnEnd: [] },
);

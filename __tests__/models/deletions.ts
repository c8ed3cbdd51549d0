import { atRest, deployed, worldModel } from './model.ts';
import { SOUND } from './rules.ts';
import { startRun } from './world/run-state.ts';

/**
 * A tag that people delete and bring back, three moves in all, where a deletion prunes the key. Each move starts a run.
 * The key is there in the end when the tag is, and gone when it is gone.
 */
export const deletions = worldModel(
  'deletions that prune',
  { watches: 'content', handMoves: { a: [null, 'v1#a'] }, healthy: [] },
  atRest([deployed('a', 'v1#a')], 'v1', { handMoves: 3 }),
  {
    kvIsProjection: ['readsTagsNow', 'readsTagsAgain'],
    ledgerAgreesWithTags: ['readsAgainAfterRecording'],
    ledgerTellsWhatHappened: ['recordsNothingTwice', 'recomputesLostRace'],
    previousIsAnother: [],
    runsComeToAnEnd: [],
  },
);

/**
 * A tag was deleted long ago, the ledger says so, and its key was left. A reconcile prunes it just when somebody brings
 * the tag back.
 */
export const pruning = worldModel(
  'a reconcile that prunes while the tag comes back',
  { watches: 'content', handMoves: { a: ['v1#a', 'v2#b'] }, healthy: [] },
  startRun(
    atRest([{ ...deployed('a', 'v1#a'), tag: null, version: null, move: 'remove', previous: 'v1' }], 'v1', {
      handMoves: 1,
    }),
    { command: 'reconcile', component: 'a' },
    undefined,
    SOUND,
  ),
  {
    kvIsProjection: ['readsAgainAfterPruning', 'readsTagsAgain'],
    ledgerAgreesWithTags: [],
    previousIsAnother: [],
    runsComeToAnEnd: [],
  },
);

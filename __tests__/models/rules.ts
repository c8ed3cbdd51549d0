/**
 * The rules of the contract that keep KV, tags and ledger together while runs overlap and die, each in one sentence.
 * A model is searched with all of them, and again without each one that it needs.
 */
export const RULES = {
  // Reading
  readsTagsNow: 'The tags are read as they are now; what the event says of them is not believed.',
  readsLedgerBeforeTags: 'The ledger is read before the tags, so that a move seen in the ledger is seen in the tags.',
  readsTagsAgain: 'After a write the tag of the written key is read again, and the run repeats if it changed.',
  readsLedgerAgain: 'After a write the ledger is read again, and the run repeats if it asks for something else.',
  readsAllTagsAgainForIndex: 'After a write of the index every tag of the namespace is read again, not one alone.',
  readsEveryInputAgain: 'After its writes a run reads the inputs of every key that it wrote, not those of one.',
  comparesInputs:
    'A write answers for the tag objects it was computed from: a newer one is written, if it is alike or not.',
  readsAgainAfterPruning: 'After a key was deleted everything is read again as after any other write.',
  readsAgainAfterRecording: 'The last read comes after the record in the ledger, too: a record is a write.',
  readsAgainBeforeRetry: 'A write that was not acknowledged is repeated only after everything was read again.',
  // Writing
  alwaysWritesHandMoves: 'No answer of KV excuses the write after a move by hand: it may be a stale one.',
  skipsOnlyDeployed: 'A write is skipped only when the last entry is `deployed`: a `pending` one may be in no KV yet.',
  skipsOnlyOwnMoves:
    'A write is skipped only when the last entry is a move of Tagship; objects moved by hand come back unseen.',
  skipsOnlySameObject: 'A write is skipped only when the last entry is about the very object the tag is now.',
  skipsOnlyWhatKvConfirms: 'A write is skipped only when KV, too, says that the value is there.',
  skipsNothingItWrote: 'A run that wrote a key skips no later write of this key: only it knows what it put there.',
  computesIndex: 'The index is computed from the tags, never read, changed and written back.',
  reconcileWritesRecentMoves: 'Reconcile writes what moved within the last five minutes without asking KV.',
  // Moving
  movesAtomically: 'A tag move and its ledger entry travel in one push: both land or none.',
  movesAllTogether: 'The moves of several components are one push: all land or none.',
  leasesTag: 'The push is leased on the tag as it was read: it never lands over a newer move.',
  leasesLedger: 'Every push to the ledger is leased on the tip as it was read: no entry is ever lost.',
  yieldsToNewerMove: 'A run that finds its tag moved by somebody else is superseded, also while it tries again.',
  recordsPendingFirst: 'A move of Tagship is recorded `pending` and becomes `deployed` once KV acknowledged it.',
  // Recording
  recordsAfterKv: 'A move by hand is recorded once KV acknowledged it, not before.',
  recomputesLostRace: 'A lost race on the ledger is computed anew from tip and tags, not put on top as it is.',
  recordsEachByItself: 'A component is recorded once KV acknowledged its own keys, whatever else the write carried.',
  recordsNothingTwice: 'An entry that is equal to the one at the tip is no entry.',
  // Rolling back
  rollsBackOnce: 'Where the current entry is a rollback, a rollback that names no version only syncs.',
  quarantinesWithMove: 'The quarantine of the version that is left stands in the commit of the move.',
  avoidsQuarantined: 'Tagship itself never chooses a quarantined version.',
  // Gate and holds
  guardReadsTagAgain: 'The gate reads the tag again before any verdict and before it holds: moved is superseded.',
  gateSparesRollbacks: 'A gate never moves a tag whose current entry is a rollback.',
  holdsOverlayContent: 'A hold in the ledger goes before the tag in what content KV is to hold.',
  holdsOverlayIndex: 'A hold in the ledger goes before the tag in the index, too.',
  holdsBindToObject: 'A hold is about one tag object and ends when the tag becomes another.',
  adoptsHolds: 'A hold that only KV remembers is told the ledger before its key is written.',
  adoptsOnlyUntold: 'A hold with a number in its metadata is known to the ledger, which alone says if it still stands.',
  leavesUntoldHolds: 'A run that cannot tell the ledger of a hold leaves the key as it is.',
  guardLooksAfterHolding: 'The gate reads the tag again after it has held KV back from it.',
  anchorsHolds: 'A hold counts only while a version tag or the default branch leads to what it names.',
  anchorsTargets: 'A version to go back to counts only while a version tag or the default branch leads to it.',
  // Canaries
  sharesBindToTags: 'A share counts only while both tags are the objects that it was given for.',
  sharesEndWithMoves: 'A recorded move of the live tag ends the share of its canary, in the same commit.',
  sharesArePending: 'A share that changed is `pending` until KV acknowledged it; till then no write is skipped.',
  raisesOwnShares: 'A run raises only the share that it left itself: one that somebody changed is not raised.',
  writesCanaryFirst: 'KV has the content of a canary before its first share is given.',
  endsOthersFirst: 'A canary of another version ends in KV before the tag of the canary moves.',
  holdsOutliveDeletion: 'A deleted tag does not end its hold: nothing is pruned, and no `remove` covers the hold.',
} as const;

export type RuleName = keyof typeof RULES;

/** Which rules are in force. */
export type Rules = Readonly<Record<RuleName, boolean>>;

export const RULE_NAMES = Object.keys(RULES) as readonly RuleName[];

/** The contract: every rule in force. */
export const SOUND = Object.fromEntries(RULE_NAMES.map((name) => [name, true])) as Rules;

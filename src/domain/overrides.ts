/** Checks that a person may pass over with `override` and a reason, and what each is about. */
export const OVERRIDES = {
  'moved-version': 'a version tag that moved',
  quarantine: 'a version that was rolled back',
  requires: 'promote: not healthy where it has to be first',
  freeze: 'promote, restore: an environment that is frozen',
  'never-ran': 'rollback: a version that is new there',
  unanchored: 'what only the ledger knows: no version tag and no default branch leads to its commit',
} as const;

export type Override = keyof typeof OVERRIDES;

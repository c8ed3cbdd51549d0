import type { Authorship } from '../../src/engine/ledger/compose.ts';

/** Whoever runs the tests that need nobody in particular. */
export const AUTHOR: Authorship = {
  actor: 'ada',
  email: 'ada@users.noreply.github.com',
  run: null,
  reason: null,
  override: [],
};

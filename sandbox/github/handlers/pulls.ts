import { refuseBeyond } from '../outcome.ts';
import type { Handler } from './call.ts';

/** `pulls/list`: the pull requests of the sandbox are issues, and their changes are known to Git alone. */
export const listPulls: Handler = (call) => {
  refuseBeyond(['state', 'per_page', 'page'], call.query);
  return { status: 200, list: [] };
};

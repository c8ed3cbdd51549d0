import tab from '@bomb.sh/tab/commander';
import { programOf } from './program.ts';

/**
 * Answers a shell: with its completion script, or with what may follow on a command line.
 * @param words what follows `complete`
 */
export function complete(words: readonly string[]): void {
  const program = programOf(() => undefined, false);
  tab(program);
  program.parse(['complete', ...words], { from: 'user' });
}

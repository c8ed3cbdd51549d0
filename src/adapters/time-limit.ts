import { performance } from 'node:perf_hooks';
import { createContext, Script } from 'node:vm';
import type { TimeLimit } from '../ports/time-limit.ts';

/** What every piece of work may take, in milliseconds, and what each of its characters adds: four seconds a mebibyte. */
const FAIR_MS = 50;
const FAIR_MS_PER_CHARACTER = 4_000 / (1024 * 1024);

/** What one piece of work may take beyond that, and all of a run together. */
const MOST_EXCESS_MS = 5_000;
const RUN_EXCESS_MS = 60_000;

const TIMEOUT = 'ERR_SCRIPT_EXECUTION_TIMEOUT';

/**
 * A time limit on this thread: what a script of `node:vm` calls is ended with it, loops and regular expressions included.
 * All pieces of work share what they may take beyond what is fair, so many slow files take no longer than a few.
 */
export class ThreadTimeLimit implements TimeLimit {
  readonly #context: { work: () => void } = { work: () => undefined };
  readonly #script = new Script('work()');
  #excess: number;

  /** @param excess what all work together may take beyond what is fair, in milliseconds */
  constructor(excess = RUN_EXCESS_MS) {
    this.#excess = excess;
    createContext(this.#context);
  }

  run(characters: number, work: () => void): boolean {
    const fair = FAIR_MS + characters * FAIR_MS_PER_CHARACTER;
    const started = performance.now();
    this.#context.work = work;
    try {
      this.#script.runInContext(this.#context, { timeout: Math.ceil(fair + Math.min(MOST_EXCESS_MS, this.#excess)) });
      return true;
    } catch (error) {
      // It comes from another realm than the errors of this one, where there are several.
      if (typeof error === 'object' && error !== null && 'code' in error && error.code === TIMEOUT) {
        return false;
      }
      throw error;
    } finally {
      this.#excess = Math.max(0, this.#excess - Math.max(0, performance.now() - started - fair));
    }
  }
}

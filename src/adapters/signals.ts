import type { Cancellation } from '../ports/cancellation.ts';

/**
 * Cancellation by the signals of the runner: SIGINT, 7.5 s later SIGTERM, and 2.5 s after that the process is killed
 * (actions/runner, ProcessInvoker).
 */
export class Signals implements Cancellation {
  readonly #controller = new AbortController();
  readonly #source: Pick<NodeJS.Process, 'on' | 'off'>;
  readonly #onRequest: (isShielded: boolean) => void;
  #requested = false;
  #shields = 0;

  /**
   * @param source where the signals arrive
   * @param onRequest called at the first signal; with true when what is under way is finished first
   */
  constructor(source: Pick<NodeJS.Process, 'on' | 'off'>, onRequest: (isShielded: boolean) => void) {
    this.#source = source;
    this.#onRequest = onRequest;
    source.on('SIGINT', this.#request);
    source.on('SIGTERM', this.#request);
  }

  /** Aborted when what is under way is to end. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get requested(): boolean {
    return this.#requested;
  }

  async shield<T>(work: () => Promise<T>): Promise<T> {
    this.#shields++;
    try {
      return await work();
    } finally {
      this.#shields--;
      this.#apply();
    }
  }

  /** Stops listening, and ends what is still under way although nobody waits for it. */
  close(): void {
    this.#source.off('SIGINT', this.#request);
    this.#source.off('SIGTERM', this.#request);
    this.#controller.abort();
  }

  readonly #request = (): void => {
    if (!this.#requested) {
      this.#requested = true;
      this.#onRequest(this.#shields > 0);
    }
    this.#apply();
  };

  #apply(): void {
    if (this.#requested && this.#shields === 0) {
      this.#controller.abort();
    }
  }
}

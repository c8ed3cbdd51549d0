import { predicateOf } from '../faults/kit.ts';
import type { FaultTarget } from '../faults/types.ts';
import type { Recorder } from '../recorder.ts';
import type { RecordedRequest } from '../types.ts';

/** A request at which the action is killed with SIGKILL. */
export interface KillPoint {
  /**
   * `before`: the action has sent the request, and it is not carried out. `after`: it is carried out, and nothing of
   * its answer is sent.
   */
  readonly moment: 'before' | 'after';
  /** Which request, of whomever it is: where several actions run at once, a function has to tell them apart. */
  readonly when: FaultTarget;
}

/**
 * Watches the requests for one kill. A fault or an earlier hook that answers instead of the service leaves nothing to
 * be carried out; a fault that cuts the connection without running the hooks after a service spares the action.
 */
export class Kill {
  readonly #strike = new AbortController();
  readonly #dead = Promise.withResolvers<void>();
  readonly #removals: readonly (() => void)[];
  #at: RecordedRequest | undefined;

  constructor({ moment, when }: KillPoint, recorder: Recorder) {
    const fits = predicateOf(when);
    this.#removals = [
      recorder.before(async (request) => {
        if (this.#at !== undefined || !fits(request)) return;
        this.#at = request;
        if (moment === 'before') await this.#carryOut();
      }),
      recorder.after(async (request) => {
        if (request === this.#at && moment === 'after') await this.#carryOut();
      }),
    ];
  }

  /** Aborts when the action is to be killed. */
  get signal(): AbortSignal {
    return this.#strike.signal;
  }

  /** The request the action was killed at; undefined as long as it was not. */
  get at(): RecordedRequest | undefined {
    return this.signal.aborted ? this.#at : undefined;
  }

  /** Lets the request go on to its end, as the action is gone, and stops watching. */
  end(): void {
    this.#dead.resolve();
    for (const remove of this.#removals) remove();
  }

  /** The connection is cut only when nobody is left to notice. */
  async #carryOut(): Promise<never> {
    this.#strike.abort();
    await this.#dead.promise;
    throw new Error('The action was killed here');
  }
}

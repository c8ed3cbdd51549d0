import { type Lookup, type Subject, secretsIn } from '../../domain/gate/placeholders.ts';
import type { Secrets } from '../../domain/secrets.ts';
import type { Scrub } from '../../domain/server-words.ts';
import { type Probe, patienceOf, prepareProbe } from '../../domain/verify.ts';
import type { Probed, Probes } from '../../ports/probes.ts';
import type { Http } from '../http/client.ts';
import { openLine } from './request.ts';

export interface HttpProbesOptions {
  readonly http: Http;
  /** Reads the environment of the step, for `${NAME}` in probes. */
  readonly environment: Lookup;
  readonly secrets: Secrets;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** Probes over HTTP, asked as the metrics of the provider `http` are. */
export class HttpProbes implements Probes {
  readonly #options: HttpProbesOptions;

  constructor(options: HttpProbesOptions) {
    this.#options = options;
  }

  async ask(probe: Probe, subject: Subject): Promise<Probed> {
    const { http, environment, signal } = this.#options;
    const { question, show, judge } = prepareProbe(probe, subject, environment);
    const ask = openLine({ http, signal, timeoutMs: patienceOf(probe).timeoutMs });
    const startedAt = performance.now();
    const answer = await ask(question);
    const tookMs = performance.now() - startedAt;
    return { query: show, tookMs, wrong: judge(answer, tookMs, this.#scrubber(probe)) };
  }

  /** What a server says may hold what it was sent, which stands there by its name then. */
  #scrubber(probe: Probe): Scrub {
    const { environment, secrets } = this.#options;
    const longestFirst = [...secretsIn(probe, environment)].sort(([a], [b]) => b.length - a.length);
    return (text) =>
      secrets.hide(longestFirst.reduce((clean, [secret, name]) => clean.replaceAll(secret, () => name), text));
  }
}

import type { RecordedRequest, Reply } from '../types.ts';

/** Requests that a version of a component served. */
export interface Served {
  /** `type/name`. */
  readonly component: string;
  readonly version: string;
  readonly environment?: string;
  /** Requests that went well; 0 if absent. */
  readonly ok?: number;
  /** Requests that failed; 0 if absent. */
  readonly errors?: number;
}

/** An answer as a test wants it; `delayMs` passes before it is given. */
export interface ScriptedAnswer extends Partial<Reply> {
  readonly delayMs?: number;
}

/** An answer, or what makes one from the request. */
export type Script = ScriptedAnswer | ((request: RecordedRequest) => ScriptedAnswer);

interface Counter {
  readonly component: string;
  readonly version: string;
  readonly environment: string;
  readonly code: '200' | '500';
  value: number;
}

/** What a metric server knows, under a test's control. */
export class Traffic {
  readonly #counters = new Map<string, Counter>();
  readonly #p95 = new Map<string, number>();
  readonly #scripts = new Map<string, Script>();
  /** What `/rate` answers. */
  rate = 0;

  /** Counts requests on top of those before; counters begin to exist, both at 0, with the first call for them. */
  serve({ component, version, environment = 'production', ok = 0, errors = 0 }: Served): void {
    this.#add({ component, version, environment, code: '200', value: ok });
    this.#add({ component, version, environment, code: '500', value: errors });
  }

  #add(counter: Counter): void {
    const key = JSON.stringify([counter.component, counter.version, counter.environment, counter.code]);
    const known = this.#counters.get(key);
    if (known === undefined) this.#counters.set(key, counter);
    else known.value += counter.value;
  }

  /** Counts for one code alone, so that a series can be born later; a restart begins again. */
  count({ component, version, code, value }: Omit<Counter, 'environment'>, restart = false): void {
    const counter = { component, version, environment: 'production', code, value };
    if (restart) this.#counters.set(JSON.stringify([component, version, counter.environment, code]), counter);
    else this.#add(counter);
  }

  /** Forgets the counters of a version, as a pod that is gone. */
  forget({ component, version }: Pick<Counter, 'component' | 'version'>): void {
    for (const [key, one] of this.#counters) {
      if (one.component === component && one.version === version) this.#counters.delete(key);
    }
  }

  /** Sets the 95th percentile of the latency of a version, in milliseconds. */
  latency(component: string, version: string, p95: number): void {
    this.#p95.set(JSON.stringify([component, version]), p95);
  }

  /** Scripts the answer to every request for a path (without its query); returns what ends that. */
  answer(path: string, script: Script): () => void {
    this.#scripts.set(path, script);
    return () => void this.#scripts.delete(path);
  }

  /** Forgets counters, latencies and scripts. */
  clear(): void {
    this.#counters.clear();
    this.#p95.clear();
    this.#scripts.clear();
    this.rate = 0;
  }

  /** The scripted answer to a request for a path. */
  scripted(path: string, request: RecordedRequest): ScriptedAnswer | undefined {
    const script = this.#scripts.get(path);
    return typeof script === 'function' ? script(request) : script;
  }

  /** The counters of a component and version; of all where one is not given. */
  stats(component: string | null, version: string | null): { errors: number; total: number; p95: number | null } {
    const counters = [...this.#counters.values()].filter(
      (one) => (component ?? one.component) === one.component && (version ?? one.version) === one.version,
    );
    const sum = (some: readonly Counter[]) => some.reduce((total, { value }) => total + value, 0);
    return {
      errors: sum(counters.filter(({ code }) => code === '500')),
      total: sum(counters),
      p95: this.#p95.get(JSON.stringify([component, version])) ?? null,
    };
  }

  /** All counters in Prometheus' text format. */
  exposition(): string {
    const lines = [...this.#counters.values()].map(({ component, version, environment, code, value }) => {
      const labels = Object.entries({ component, version, environment, code })
        .map(([name, text]) => `${name}="${text.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`)
        .join(',');
      return `requests_total{${labels}} ${value}\n`;
    });
    return `# HELP requests_total Requests served.\n# TYPE requests_total counter\n${lines.join('')}`;
  }
}

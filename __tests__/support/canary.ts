import { expect } from '@jest/globals';
import type { RunResult } from '../../sandbox/index.ts';
import { stored } from './deploy.ts';
import { type GuardLaboratory, guardLaboratory, ID, type Inputs } from './guard.ts';
import { entryOf, ledgerGit } from './moves.ts';

export const CANARY = 'production-canary';
/** What is live, and what is to go live, before a test begins; v1.0.0 was live before. */
export const LIVE = 'v1.1.0';
export const NEXT = 'v1.2.0';
export const STEPS = [10, 25, 50];

/** Requests of a version between two looks. */
export interface Flow {
  readonly ok: number;
  readonly errors?: number;
}

/** How a test's traffic is at a share. */
export type FlowAt = (share: number) => { readonly canary: Flow; readonly live: Flow };

/** As many requests as it takes for a step to be healthy at the second look, shared by percent. */
export const healthyFlow: FlowAt = (share) => ({ canary: { ok: share * 40 }, live: { ok: (100 - share) * 40 } });

/** Healthy up to a share, from which on a tenth of the canary's requests fail. */
export function breachingFrom(least: number): FlowAt {
  return (share) =>
    share < least ? healthyFlow(share) : { canary: { ok: 90, errors: 10 }, live: { ok: 900, errors: 1 } };
}

/** What the ledger says of a canary. */
export interface CanaryEntry {
  readonly version: string | null;
  readonly share?: number;
  readonly [field: string]: unknown;
}

/** A laboratory in which production has a canary. */
export class CanaryLaboratory {
  readonly #lab: GuardLaboratory;
  #total = new Map<string, { ok: number; errors: number }>();

  constructor(lab: GuardLaboratory) {
    this.#lab = lab;
  }

  get lab(): GuardLaboratory {
    return this.#lab;
  }

  /** The configuration of production; with quick steps. */
  policy(canary: object = {}, gate: object = {}, production: object = {}): object {
    const url = `${this.#lab.sandbox.metricsUrl}/of?component={component}&version={version}`;
    return {
      'post-mortem': true,
      environments: {
        production: {
          ...production,
          canary: { environment: CANARY, steps: STEPS, 'step-time': '1ms', ...canary },
          gate: {
            'initial-delay': '0s',
            interval: '20ms',
            bake: '0s',
            timeout: '2s',
            metrics: [{ name: 'errors', provider: 'http', url, errors: '$.errors', total: '$.total', max: 0.01 }],
            ...gate,
          },
        },
      },
    };
  }

  async configure(canary: object = {}, gate: object = {}, production: object = {}): Promise<void> {
    await this.#lab.configure(this.policy(canary, gate, production));
  }

  /** Makes traffic: at every question some more requests of a version, by the share that KV says at that time. */
  flow(at: FlowAt): void {
    this.#total = new Map();
    this.#lab.sandbox.traffic.answer('/of', ({ path }) => {
      const { searchParams } = new URL(path, 'http://metrics');
      const key = `${searchParams.get('component')} ${searchParams.get('version')}`;
      const isLive = searchParams.get('version') === LIVE;
      const { canary, live } = at(this.#share);
      const { ok, errors = 0 } = isLive ? live : canary;
      const before = this.#total.get(key) ?? { ok: 0, errors: 0 };
      const now = { ok: before.ok + ok, errors: before.errors + errors };
      this.#total.set(key, now);
      return { body: JSON.stringify({ errors: now.errors, total: now.ok + now.errors }) };
    });
    this.#lab.before(async (request) => {
      // Before it asks, a run has given the canary to its users.
      if (request.service === 'metrics') {
        this.#share = (await this.inKv()).share ?? 0;
      }
    });
  }

  #share = 0;

  async promote(inputs: Inputs = {}, options = {}): Promise<RunResult> {
    return await this.#lab.run('promote', { version: NEXT, ...inputs }, options);
  }

  async entry(component = ID): Promise<CanaryEntry> {
    return (await entryOf(this.#lab.repository, `${CANARY}/components/${component}`)) as CanaryEntry;
  }

  /** What the live key says of the canary. */
  async inKv(
    component = ID,
  ): Promise<{ readonly canary?: string; readonly share?: number; readonly version?: string }> {
    return ((await stored(this.#lab.sandbox, `${component}@production`))?.metadata ?? {}) as {
      canary?: string;
      share?: number;
      version?: string;
    };
  }

  async tag(environment: string, component = ID): Promise<string> {
    return await ledgerGit(this.#lab.repository, 'rev-parse', `refs/tags/components/${component}/${environment}`);
  }

  /** Makes sure that ledger and KV agree that so many percent get a version. */
  async expectShare(share: number, version = NEXT, component = ID): Promise<void> {
    expect(await this.entry(component)).toMatchObject({ version, share, of: 'production', status: 'deployed' });
    const { canary, share: given } = await this.inKv(component);
    expect({ canary, given }).toEqual(share === 0 ? {} : { canary: CANARY, given: share });
  }

  /** Makes sure that a version is live, alone, and KV is as tags and ledger say. */
  async expectLive(version: string, component = ID): Promise<void> {
    await this.#lab.expectAgreement(version, component);
    const { canary, share } = await this.inKv(component);
    expect({ canary, share }).toEqual({});
    expect((await this.entry(component)).share ?? 0).toBe(0);
  }
}

/** Sets a laboratory up and down around the tests of a file. */
export function canaryLaboratory(name: string): CanaryLaboratory {
  return new CanaryLaboratory(guardLaboratory(name));
}

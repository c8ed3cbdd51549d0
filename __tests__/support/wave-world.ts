import type { PromoteRequest } from '../../src/commands/promote.ts';
import type { RunReport } from '../../src/commands/report.ts';
import { toTagshipErrors } from '../../src/errors.ts';
import { type Disturbance, type Environment, type Version, World } from './world.ts';

export const ID = 'prompts/a';
export const GROUP = 'everywhere';

/** The waves of the group, one environment each. */
export const WAVES = ['staging', 'production'] as const satisfies readonly Environment[];

/** What a metric says of an environment, look by look; the last one again and again. */
export type Looks = Readonly<Record<Environment, readonly ('good' | 'bad' | 'none')[]>>;

export const GOOD: Looks = { staging: ['good'], production: ['good'] };

/** How a command ended: with a report, or with errors. */
export interface Ended {
  readonly report: RunReport | undefined;
  readonly codes: readonly string[];
}

/** A world with a group of two waves, each environment with a gate. */
export class WaveWorld extends World {
  constructor(onBreach: 'rollback' | 'hold' = 'rollback', components: readonly string[] = [ID]) {
    const gate = {
      'initial-delay': '1s',
      interval: '1s',
      timeout: '8s',
      count: 2,
      metrics: [{ name: 'p95', provider: 'http', url: 'https://metrics.example.com/p95', max: 100 }],
    };
    const environments = { production: { gate }, staging: { gate } };
    const groups = { [GROUP]: { waves: [...WAVES], wait: '1m', 'on-breach': onBreach } };
    super(components, { config: { environments, groups } });
  }

  /** Promotes a version into the group, or into one environment. */
  async put(
    version: Version,
    looks: Looks,
    disturbance: Disturbance & { readonly onMeasure?: (environment: string) => void } = {},
    environment: string = GROUP,
  ): Promise<Ended> {
    const asked = new Map<string, number>();
    this.metrics = {
      check: async () => [],
      measure: async (_, { environment: place }) => {
        disturbance.onMeasure?.(place);
        const at = asked.get(place) ?? 0;
        asked.set(place, at + 1);
        const own = looks[place as Environment];
        const look = own[Math.min(at, own.length - 1)] ?? 'none';
        return {
          queries: ['p95'],
          reading:
            look === 'none' ? { kind: 'no-data', why: 'nothing' } : { kind: 'value', value: look === 'bad' ? 900 : 1 },
        };
      },
    };
    const request: PromoteRequest = { patterns: [ID], environment, source: { version } };
    return await ended(() => this.promote(request, disturbance));
  }

  /** Rolls the group back, or one environment. */
  async back(environment: string = GROUP, disturbance: Disturbance = {}): Promise<Ended> {
    return await ended(() => this.rollback({ patterns: [ID], environment, target: 'last-healthy' }, disturbance));
  }

  /** What each environment of the group runs, by its tag. */
  where(): Readonly<Record<Environment, Version | undefined>> {
    const running = this.running();
    return { staging: running.get(`${ID}@staging`), production: running.get(`${ID}@production`) };
  }
}

/** A run that is killed throws what is no error of the product; that is its end. */
async function ended(work: () => Promise<RunReport>): Promise<Ended> {
  try {
    const report = await work();
    return { report, codes: report.failures.map(({ code }) => code) };
  } catch (error) {
    return { report: undefined, codes: toTagshipErrors(error).map(({ code }) => code) };
  }
}

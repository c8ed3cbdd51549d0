import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Prometheus, startPrometheus } from '../../sandbox/prometheus.ts';
import { guardLaboratory, ID } from '../support/guard.ts';
import { codesOf } from '../support/moves.ts';

const lab = guardLaboratory('backtest-prometheus');
let prometheus: Prometheus;

beforeAll(async () => {
  prometheus = await startPrometheus({ targets: [lab.sandbox.metricsUrl], scrapeIntervalSeconds: 1 });
}, 300_000);

afterAll(() => prometheus?.close());

/** Waits until Prometheus has scraped what a query is to answer. */
async function scraped(query: string, wanted: number): Promise<void> {
  for (const end = Date.now() + 30_000; ; ) {
    const response = await fetch(`${prometheus.url}/api/v1/query?query=${encodeURIComponent(query)}`);
    const { data } = (await response.json()) as { data: { result: { value: [number, string] }[] } };
    if (Number(data.result[0]?.value[1]) === wanted) return;
    if (Date.now() > end) throw new Error(`${query} is not ${wanted}, but ${JSON.stringify(data.result)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

test('a real Prometheus is asked for how it was then, whatever came after', async () => {
  const selector = `component="${ID}",version="v1.2.0"`;
  await lab.configure({
    environments: {
      production: {
        gate: {
          'initial-delay': '1s',
          interval: '1s',
          bake: '5m',
          metrics: [
            {
              name: 'error-rate',
              provider: 'prometheus',
              url: prometheus.url,
              errors: 'requests_total{code="500",component="{component}",version="{version}"}',
              total: 'requests_total{component="{component}",version="{version}"}',
              max: 0.01,
            },
          ],
        },
      },
    },
  });
  await lab.done('promote', { version: 'v1.2.0' });
  lab.sandbox.traffic.serve({ component: ID, version: 'v1.2.0', ok: 180, errors: 20 });
  await scraped(`sum(requests_total{${selector}})`, 200);
  // The ledger has whole seconds, and the rollback is to be in a later one than the scrape.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  await lab.done('rollback', { reason: 'too many errors' });
  // What comes after the rollback is not the deploy's any more.
  lab.sandbox.traffic.serve({ component: ID, version: 'v1.2.0', errors: 5000 });
  await scraped(`sum(requests_total{${selector}})`, 5200);

  const verdicts: unknown[] = [];
  for (const _ of [1, 2]) {
    const run = await lab.untouched(() =>
      lab.run('backtest', { 'kv-namespace': null, since: new Date(Date.now() - 300_000).toISOString() }),
    );
    expect(codesOf(run)).toEqual([]);
    const { deploys } = JSON.parse(run.outputs.result ?? '') as {
      deploys: { verdict: string; agreement: string; at: string; metrics: { errors: number; total: number }[] }[];
    };
    expect(deploys).toMatchObject([{ verdict: 'breached', agreement: 'both', metrics: [{ errors: 20, total: 200 }] }]);
    verdicts.push(deploys);
  }
  expect(verdicts[1]).toEqual(verdicts[0]);
}, 300_000);

import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RecordedRequest } from '../../sandbox/index.ts';
import { guardLaboratory, ID, OTHER } from '../support/guard.ts';
import { codesOf } from '../support/moves.ts';

const lab = guardLaboratory('guard-requests');

/** What a gate may ask between the end of the measurement that breaches and KV's answer, by contract. */
const MOST = 10;

let removeLatency: () => void = () => undefined;

beforeEach(() => {
  removeLatency();
  removeLatency = lab.sandbox.latency(50);
});

/** The requests after the last measurement, up to the first write of KV. */
function untilKv(): readonly RecordedRequest[] {
  const { requests } = lab.sandbox;
  const measured = requests.findLastIndex(({ service }) => service === 'metrics');
  const written = requests.findIndex(({ operation }, i) => i > measured && operation === 'kv bulk write');
  expect(measured).toBeGreaterThan(0);
  expect(written).toBeGreaterThan(measured);
  return requests.slice(measured + 1, written + 1);
}

function operations(requests: readonly RecordedRequest[]): string[] {
  return requests.map(({ operation }) => operation);
}

/** What a request for refs asks for. */
function prefixesOf({ body }: RecordedRequest): string[] {
  return [...body.toString().matchAll(/ref-prefix ([^\n]+)\n/g)].map(([, prefix]) => prefix ?? '');
}

describe('from the measurement that breaches to KV', () => {
  test('there are three requests: the ledger and the tags as they are now, one push, one write', async () => {
    lab.sandbox.traffic.rate = 0.2;
    const run = await lab.guard();
    expect(codesOf(run)).toEqual(['rolled-back']);
    const requests = untilKv();
    expect(operations(requests)).toEqual(['git ls-refs', 'git push', 'kv bulk write']);
    expect(requests.length).toBeLessThanOrEqual(MOST);
    // The tag and the ledger are read again after the measurement.
    const [asked] = requests.map(prefixesOf);
    expect(asked).toEqual(
      expect.arrayContaining([
        expect.stringContaining('tagship/ledger'),
        expect.stringContaining('refs/tags/components/'),
      ]),
    );
    expect(requests[1]?.refs).toHaveLength(2);
    expect(requests[2]?.keys).toEqual(expect.arrayContaining([`${ID}@production`, 'component-versions']));
    const { times } = await lab.resultOf(run);
    expect(times?.['restored-ms']).toBeGreaterThanOrEqual(3 * 50);
    expect(times?.['done-ms']).toBeGreaterThanOrEqual(times?.['restored-ms'] ?? 0);
    process.stderr.write(
      `with 50 ms to every server: tag and ledger moved after ${times?.['moved-ms']} ms, KV had it after ${times?.['restored-ms']} ms, all was told after ${times?.['done-ms']} ms\n`,
    );
  });

  test('nor are there more where the version has to be found far back, or a gate of counts has looked often', async () => {
    await lab.done('promote', { version: 'v1.2.0' });
    lab.answers('/rate', [0.01, 0.01, 0.2]);
    const run = await lab.guard();
    expect(run.outputs.version).toBe('v1.1.0');
    expect(lab.measured).toHaveLength(3);
    expect(operations(untilKv())).toEqual(['git ls-refs', 'git push', 'kv bulk write']);
  });

  test('nor, but for one, where another version is watched as well and found healthy at the same look', async () => {
    await lab.done('promote', { components: OTHER, version: 'v1.1.0' });
    lab.sandbox.clearRequests();
    lab.sandbox.traffic.answer('/of', ({ path }) => ({ body: path.includes('extraction') ? '0.2' : '0.01' }));
    const inputs = { components: 'prompts/*', 'metric-url': `${lab.sandbox.metricsUrl}/of?c={component}`, count: '1' };
    const run = await lab.guard(inputs);
    expect(codesOf(run)).toEqual(['rolled-back']);
    const requests = operations(untilKv());
    expect(requests.length).toBeLessThanOrEqual(MOST);
    // One more: the tag of the other one is read meanwhile.
    expect(requests.sort()).toEqual(['git ls-refs', 'git ls-refs', 'git push', 'kv bulk write']);
    expect(await lab.entry(OTHER)).toMatchObject({ version: 'v1.1.0', status: 'healthy' });
  });
});

test('a look costs the measurement and one request for the tag', async () => {
  lab.sandbox.traffic.rate = 0.01;
  const run = await lab.guard({ count: '3' });
  expect(run.outputs.verdict).toBe('healthy');
  const all = operations(lab.sandbox.requests);
  const first = all.indexOf('GET /rate');
  expect(all.slice(first, first + 6)).toEqual([
    'GET /rate',
    'git ls-refs',
    'GET /rate',
    'git ls-refs',
    'GET /rate',
    'git ls-refs',
  ]);
  // Then the ledger is told, and KV is left alone.
  expect(all.slice(first + 6).filter((operation) => operation === 'git push')).toHaveLength(1);
  expect(all).not.toContain('kv bulk write');
});

test('with nothing to watch nothing is asked but the ledger and the tags', async () => {
  const run = await lab.guard({ components: null, environment: null });
  expect(run.exitCode).toBe(0);
  const all = operations(lab.sandbox.requests);
  expect(all.filter((operation) => !operation.startsWith('git '))).toEqual([]);
  expect(all).not.toContain('git push');
});

import { describe, expect, test } from '@jest/globals';
import { type Cost, growth, type Measured, multiples, report, tooSlow } from '../../bench/deploy/report.ts';
import { measure } from '../../bench/deploy.ts';

const cost = (milliseconds: number, live?: number): Cost => ({
  samples: [{ milliseconds, live, git: 12, kv: 2, peak: undefined }],
});

const measured: Measured = {
  latencies: [20],
  rounds: 7,
  tags: [10, 1000],
  deploy: { ...cost(600, 300), inRow: 14 },
  raw: { ...cost(300), inRow: 4 },
  rawWithPush: { ...cost(450), inRow: 6 },
  deployInLarge: cost(1500),
  listing: cost(50),
  listingInLarge: cost(150),
  listings: 3,
};

describe('a deploy', () => {
  test('is a multiple of the raw tools', () => {
    expect(multiples(measured.deploy, measured.raw)).toEqual([2]);
  });

  test('in a large repository is a multiple of one in a small one, without what the longer listings take', () => {
    expect(growth(measured, 0)).toEqual([2.5]);
    expect(growth(measured, 3)).toEqual([2]);
  });

  test('may take twice as long, and no longer', () => {
    expect(tooSlow(measured)).toEqual([]);
    expect(tooSlow({ ...measured, raw: { ...cost(299), inRow: 4 }, listings: 2 })).toEqual([
      'a deploy beside `git fetch` and `curl`, 20 ms on every request: × 2.01, and × 2 is the limit',
      'a deploy among 1,000 tags beside one among 10, without the listings, 20 ms on every request: × 2.17, and × 2 is the limit',
    ]);
  });

  test('is reported with its requests, how many of them come in a row, and when KV had everything', () => {
    const text = report(measured, 'Measured here.');
    const cells = text.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
    const row = (name: string): string[] | undefined => cells.find(([, first]) => first === name)?.slice(2, -1);
    expect(text).toContain('Measured here. Medians of 7 rounds.');
    expect(row('`deploy`, until KV has everything')?.[0]).toBe('0.30 s, × 1.00');
    expect(row('`deploy`, to its end')).toEqual(['0.60 s, × 2.00', '12 + 2', '14']);
    expect(row('… without what all 3 of them take')).toEqual(['× 2.00']);
  });
});

// It is measured beside `sh` and `curl`.
const onPosix = process.platform === 'win32' ? test.skip : test;

onPosix('what is measured is a deploy that writes, beside tools that store the same', async () => {
  const result = await measure({ rounds: 1, tags: 20, latencies: [1] });
  expect(result.tags).toEqual([10, 20]);
  const [deploy] = result.deploy.samples;
  expect(deploy?.live).toBeGreaterThan(0);
  expect(deploy?.live).toBeLessThan(deploy?.milliseconds ?? 0);
  expect(deploy?.kv).toBeGreaterThan(0);
  expect(result.deploy.inRow).toBeLessThanOrEqual((deploy?.git ?? 0) + (deploy?.kv ?? 0));
  expect(result.raw).toMatchObject({ inRow: 4, samples: [{ git: 3, kv: 1 }] });
  expect(result.listings).toBeGreaterThan(0);
  expect(result.deployInLarge.samples[0]?.git).toBe(deploy?.git);
});

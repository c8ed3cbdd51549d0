import { describe, expect, test } from '@jest/globals';
import { versionsOf, versionsShape } from '../../bench/versions/pairs.ts';
import { type Circumstances, faster, type Measured, report, tooSlow, type Way } from '../../bench/versions/report.ts';
import { measure } from '../../bench/versions.ts';

// They are measured beside `sh` and `curl`.
const onPosix = process.platform === 'win32' ? test.skip : test;

const way = (name: string, ...times: number[]): Way => ({
  name,
  samples: times.map((milliseconds) => ({ milliseconds, live: undefined, git: 9, kv: 2, peak: undefined })),
});

const measured: Measured = {
  versions: 1000,
  latencies: [0, 20],
  reconcile: way('ours', 1000, 1000),
  loop: way('loop', 12_000, 50_000),
  wrangler: way('wrangler', 1000, 2000),
  raw: way('raw', 500, 500),
  bulk: way('bulk', 400, 400),
};

const circumstances: Circumstances = { rounds: 3, sampled: 100, install: 6000, where: 'Measured here.' };

describe('a first synchronisation', () => {
  test('is so many times as fast as another way', () => {
    expect(faster(measured, measured.loop)).toEqual([12, 50]);
    expect(faster(measured, measured.bulk)).toEqual([0.4, 0.4]);
  });

  test('has to be faster than the loop by as much as is wanted, and faster than wrangler', () => {
    expect(tooSlow(measured)).toEqual([]);
    expect(tooSlow({ ...measured, wrangler: undefined })).toEqual([]);
    expect(tooSlow({ ...measured, loop: way('loop', 11_000, 49_000), wrangler: way('wrangler', 900, 900) })).toEqual([
      '1,000 versions, no latency: × 11.0 as fast as loop, and × 12 is wanted',
      '1,000 versions, 20 ms on every request: × 49.0 as fast as loop, and × 50 is wanted',
      '1,000 versions, no latency: × 0.90 as fast as wrangler, and × 1 is wanted',
      '1,000 versions, 20 ms on every request: × 0.90 as fast as wrangler, and × 1 is wanted',
    ]);
  });

  test('is reported beside every way, also where wrangler could not be had', () => {
    const text = report([measured], circumstances);
    expect(text).toMatch(/\| 1,000: wrangler +\| 1\.00 s +\| × 1\.00/);
    expect(text).toContain('The loop was run on 100 versions');
    expect(text).toContain('installing it took 6.00 s');
    const without = report([{ ...measured, wrangler: undefined }], { ...circumstances, install: undefined });
    expect(without).not.toContain('1,000: wrangler');
    expect(without).toContain('`wrangler` was left out');
  });
});

describe('the versions', () => {
  test('are five of each component', () => {
    const versions = versionsOf(versionsShape(15));
    expect(versions).toHaveLength(15);
    expect(new Set(versions.map(({ key }) => key)).size).toBe(15);
    expect(versions[0]).toMatchObject({
      tag: 'components/prompts/c000000/v1.0.0',
      file: 'prompts/c000000.md',
      key: 'prompts/c000000@v1.0.0',
    });
    expect(() => versionsShape(16)).toThrow('has 5 versions, so 16 cannot be');
  });

  onPosix('are all stored by every way that is measured', async () => {
    const [result] = await measure({ rounds: 1, versions: [10], latencies: [0], sample: 5 }, undefined);
    expect(result).toMatchObject({ versions: 10, wrangler: undefined });
    // Scaled from five versions to ten.
    expect(result?.loop.samples).toMatchObject([{ git: 0, kv: 10 }]);
    expect(result?.raw.samples).toMatchObject([{ git: 3, kv: 1 }]);
    expect(result?.bulk.samples).toMatchObject([{ git: 0, kv: 1 }]);
    expect(result?.reconcile.samples[0]?.kv).toBeGreaterThan(0);
  });
});

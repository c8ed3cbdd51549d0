import { describe, expect, test } from '@jest/globals';
import { type Measured, type Place, perFurtherTag, perTag, report, tooDear } from '../../bench/reconcile/report.ts';
import { measure, sizesUpTo } from '../../bench/reconcile.ts';
import type { Sample } from '../../bench/scale/sample.ts';

const sample = (milliseconds: number, peak = 100e6): Sample => ({
  milliseconds,
  live: undefined,
  git: 8,
  kv: 2,
  peak,
});
const place = (tags: number, noop: number, fetch = noop): Place => ({
  tags,
  keys: tags,
  noop: sample(noop),
  fetch: sample(fetch),
  list: sample(noop / 4),
});

describe('sizes', () => {
  test.each([
    [100_000, [100, 1000, 10_000, 100_000]],
    [2000, [100, 1000, 2000]],
    [100, [100]],
    [50, [50]],
  ])('up to %d', (tags, expected) => {
    expect(sizesUpTo(tags)).toEqual(expected);
  });
});

describe('a run without drift', () => {
  const measured: Measured = {
    rounds: 3,
    places: [place(100, 700), place(1000, 1000), place(10_000, 12_500, 6250)],
    once: [{ name: 'First', sample: sample(60_000, 400e6) }],
  };

  test('costs so much for each tag, and for each further one', () => {
    const [smaller, middle] = measured.places;
    expect(middle && perTag(middle)).toBe(1);
    expect(smaller && middle && perFurtherTag(middle, smaller)).toBeCloseTo(1 / 3, 9);
  });

  test('may cost twice what the tools take, a quarter more for each tag, and 400 MB', () => {
    expect(tooDear(measured)).toEqual([]);
    const dear = {
      ...measured,
      places: [...measured.places.slice(0, 2), place(10_000, 12_600, 6250)],
      once: [{ name: 'First', sample: sample(60_000, 401e6) }],
    };
    expect(tooDear(dear)).toEqual([
      'no drift among 10,000 tags: × 2.02 beside `git fetch` and `curl`, and × 2 is the limit',
      'no drift among 10,000 tags: each tag costs × 1.26 as much as with fewer, and × 1.25 is the limit',
      'First: 401 MB, and 400 MB is the limit',
    ]);
  });

  test('is compared with the tools in the largest repository only, where its start no longer counts', () => {
    expect(tooDear({ ...measured, places: [place(100, 700, 100), place(1000, 1000, 1000)] })).toEqual([]);
  });

  test('is reported with what each tag costs', () => {
    const text = report(measured, 'Measured here.');
    expect(text).toContain('Measured here. Medians of 3 rounds');
    expect(text).toMatch(/\| 1,000; 1,000 +\| 1\.00 s +\| 1\.000 ms \| 0\.333 ms +\| 100 MB +\| 8 \+ 2 /);
    expect(text).toMatch(/\| First +\| 60\.0 s \| 6\.000 ms \| 400 MB +\| 8 \+ 2 /);
  });
});

// It is measured beside `sh` and `curl`.
const onPosix = process.platform === 'win32' ? test.skip : test;

onPosix('what is measured finds no drift, repairs what was deleted and edited, and removes what is gone', async () => {
  const { places, once } = await measure({ rounds: 1, tags: 100 });
  expect(places).toMatchObject([{ tags: 100, keys: 121, noop: { kv: 1 } }]);
  // Only Linux tells a process of its peak.
  expect((places[0]?.noop.peak ?? 0) > 20e6).toBe(process.platform === 'linux');
  expect(places[0]?.fetch.git).toBe(3);
  expect(places[0]?.list.git).toBe(2);
  expect(once.map(({ name }) => name)).toEqual([
    'First synchronisation',
    'Repair of keys deleted or edited by hand: 2',
    'Removal of keys whose tags are gone: 1',
  ]);
  expect(once.every(({ sample: { milliseconds } }) => milliseconds > 0)).toBe(true);
});

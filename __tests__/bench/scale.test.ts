import { describe, expect, test } from '@jest/globals';
import { table, withResults } from '../../bench/document.ts';
import { componentsOf, shapeOf } from '../../bench/scale/fill.ts';
import {
  each,
  everyNth,
  median,
  megabytes,
  oneAfterTheOther,
  scaled,
  seconds,
  times,
} from '../../bench/scale/numbers.ts';
import { wholeNumbers } from '../../bench/scale/options.ts';
import { medianOf, type Sample } from '../../bench/scale/sample.ts';

describe('numbers', () => {
  test.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[7], 7],
    [[], Number.NaN],
  ])('the median of %j is %d', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });

  test('are for each of many, and scaled from some to all', () => {
    expect(each(1500, 1000)).toBe(1.5);
    expect(scaled(400, 100, 10_000)).toBe(40_000);
  });

  test.each([
    [4, '0.00 s'],
    [9994, '9.99 s'],
    [9995, '10.0 s'],
    [99_949, '99.9 s'],
    [99_950, '100 s'],
  ])('%d ms are %s, in as many digits as can be meant', (milliseconds, expected) => {
    expect(seconds(milliseconds)).toBe(expected);
  });

  test.each([
    [0.5, '× 0.50'],
    [9.995, '× 10.0'],
    [99.95, '× 100'],
  ])('%d times is %s', (ratio, expected) => {
    expect(times(ratio)).toBe(expected);
  });

  test('of memory are a dash where nobody knows', () => {
    expect([megabytes(undefined), megabytes(399.6e6)]).toEqual(['–', '400 MB']);
  });

  test.each([
    [10, 3, [0, 3, 6]],
    [3, 3, [0, 1, 2]],
    [2, 5, [0, 1]],
  ])('of %d items %d are spread evenly', (all, count, expected) => {
    expect(everyNth([...Array(all).keys()], count)).toEqual(expected);
  });
});

describe('requests one after the other', () => {
  test.each([
    ['none', [], 0],
    [
      'each after the answer to the one before',
      [
        [0, 1],
        [1, 2],
        [5, 6],
      ],
      3,
    ],
    [
      'two at one time',
      [
        [0, 4],
        [1, 3],
        [4, 5],
      ],
      2,
    ],
    [
      'one over all others',
      [
        [0, 9],
        [1, 2],
        [3, 4],
        [5, 6],
      ],
      3,
    ],
  ])('%s', (_, requests, expected) => {
    expect(oneAfterTheOther(requests.map(([from = 0, to = 0]) => ({ from, to })))).toBe(expected);
  });
});

describe('samples', () => {
  const sample = (milliseconds: number, peak?: number, live?: number): Sample => ({
    milliseconds,
    live,
    git: 9,
    kv: milliseconds,
    peak,
  });

  test('have the median of each of their numbers, and the highest peak', () => {
    expect(medianOf([sample(3, 10, 1), sample(1, 30, 2), sample(2, 20)])).toEqual(sample(2, 30, 1.5));
  });

  test('know nothing that none of them knows', () => {
    expect(medianOf([sample(1), sample(2)])).toEqual({ ...sample(1.5) });
  });
});

describe('options', () => {
  test('are whole numbers above 0', () => {
    expect(wholeNumbers({ tags: '100', rounds: '3' })).toEqual({ tags: 100, rounds: 3 });
  });

  test.each(['', '0', '-1', '1.5', 'many'])('are not %j', (text) => {
    const told: string[] = [];
    expect(wholeNumbers({ tags: text, rounds: '3' }, (line) => told.push(line))).toBeUndefined();
    expect(told).toEqual(['`--tags`: only a whole number above 0 will do.']);
  });
});

describe('the document', () => {
  test('gets results in the place of those before', () => {
    const text = 'a\n<!-- bench:one -->\n\nold\n\n<!-- /bench -->\nb\n<!-- bench:two -->\n\nother\n\n<!-- /bench -->\n';
    const expected = text.replace('old', 'new');
    expect(withResults(text, 'one', 'new\n', 'One')).toBe(expected);
  });

  test('gets a place at its end where it has none', () => {
    const text = withResults('a\n', 'one', 'new', 'One thing');
    expect(text).toBe('a\n\n## One thing\n\n<!-- bench:one -->\n\nnew\n\n<!-- /bench -->\n');
    expect(withResults(text, 'one', 'newer', 'One thing')).toBe(text.replace('new', 'newer'));
  });

  test('has to end the place', () => {
    expect(() => withResults('<!-- bench:one -->', 'one', 'new', 'One')).toThrow('`one` does not end');
  });

  test('has tables with padded columns', () => {
    expect(
      table([
        ['a', 'long'],
        ['wide cell', 'b'],
      ]),
    ).toBe('| a         | long |\n| --------- | ---- |\n| wide cell | b    |');
  });
});

test('a shape has five tags for each component, and components of every type', () => {
  const shape = shapeOf(100);
  expect(componentsOf(shape)).toHaveLength(20);
  expect(new Set(componentsOf(shape)).size).toBe(20);
  expect(shape.versions.length + Object.keys(shape.environments).length).toBe(5);
});

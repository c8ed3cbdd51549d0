import { describe, expect, test } from '@jest/globals';
import { shapeOf } from '../../bench/scale/fill.ts';
import type { Sample } from '../../bench/scale/sample.ts';
import { type Corpus, corpusOf, EXPRESSION } from '../../bench/validate/corpus.ts';
import { type Measured, type Place, report, tooDear } from '../../bench/validate/report.ts';
import { measure } from '../../bench/validate.ts';

const sample = (milliseconds: number, peak?: number): Sample => ({
  milliseconds,
  live: undefined,
  git: 3,
  kv: 0,
  peak,
});
const place = (files: number, milliseconds: number, grep: number, peak = 200e6): Place => ({
  files,
  references: files * 5,
  tags: files * 2,
  bytes: files * 2000,
  mistakes: 9,
  validate: sample(milliseconds, peak),
  bare: sample(500),
  grep: sample(grep),
  grepInC: sample(grep / 2),
  list: sample(100),
  besideGrep: milliseconds / grep,
  besideGrepInC: (milliseconds / grep) * 2,
  besideBoth: milliseconds / (grep + 100),
  filesBesideGrep: (milliseconds - 500) / grep,
});

describe('a corpus', () => {
  const corpus = corpusOf(shapeOf(200), { files: 100, references: 503 });

  /** The lines that the expression of `git grep` finds, of which each holds one reference. */
  function lines({ files }: Corpus): string[] {
    const expression = new RegExp(EXPRESSION);
    return files.flatMap(({ text }) => text.split('\n').filter((line) => expression.test(line)));
  }

  test('has so many files and references, and a registry', () => {
    expect(corpus.files).toHaveLength(101);
    expect(new Set(corpus.files.map(({ path }) => path)).size).toBe(101);
    expect(lines(corpus)).toHaveLength(503);
  });

  test('has files of every format, and references of every form', () => {
    expect(new Set(corpus.files.map(({ path }) => path.replace(/^.*\./, '')))).toEqual(
      new Set(['md', 'json', 'yaml', 'ts']),
    );
    const text = lines(corpus).join('\n');
    for (const form of [/@v1\.\d\.0/, /@production/, /@\^1/, /@latest/, /prompt:\/\//, /agent: agents\/\w+$/m]) {
      expect(text).toMatch(form);
    }
  });

  test('has two mistakes of each kind and a cycle, each where it says', () => {
    expect(corpus.mistakes.map(({ code }) => code).sort()).toEqual([
      'cycle',
      'unknown-environment',
      'unknown-environment',
      'unknown-version',
      'unknown-version',
      'unregistered-component',
      'unregistered-component',
      'unsatisfied-range',
      'unsatisfied-range',
    ]);
    for (const { file, line } of corpus.mistakes) {
      const { text = '' } = corpus.files.find(({ path }) => path === file) ?? {};
      expect(text.split('\n')[line - 1]).toMatch(new RegExp(EXPRESSION));
    }
  });

  test('is the same each time', () => {
    expect(corpusOf(shapeOf(200), { files: 100, references: 503 })).toEqual(corpus);
  });

  test('has a file for each component', () => {
    expect(() => corpusOf(shapeOf(200), { files: 40, references: 100 })).toThrow('40 components do not fit');
  });
});

describe('a run', () => {
  const measured: Measured = { rounds: 5, places: [place(1000, 900, 50), place(10_000, 900, 300)] };

  test('may take three times what `git grep` takes in the larger checkout, and 300 MB', () => {
    expect(tooDear(measured)).toEqual([]);
    expect(tooDear({ ...measured, places: [place(1000, 900, 50, 301e6), place(10_000, 906, 300)] })).toEqual([
      '10,000 files: × 3.02 beside `git grep`, and × 3 is the limit',
      '1,000 files: 301 MB, and 300 MB is the limit',
    ]);
  });

  test('is reported with and without the listing of the tags', () => {
    const text = report(measured, 'Measured here.');
    expect(text).toContain('Measured here. Medians of 5 rounds');
    expect(text).toMatch(
      /\| 10,000; 50,000; 20,000 +\| 0\.90 s +\| 0\.090 ms +\| 200 MB +\| 3 +\| 0\.30 s +\| × 3\.00 +\| 0\.15 s +\| × 6\.00 +\| 0\.40 s +\| × 2\.25 +\| 0\.50 s +\| × 1\.33 /,
    );
    expect(text).toContain('20 MB of text, and each run on it found its 9 mistakes and nothing else');
  });
});

// It is measured beside `sh`.
const onPosix = process.platform === 'win32' ? test.skip : test;

onPosix('what is measured finds the mistakes and nothing else, by three requests at most', async () => {
  const { places } = await measure({ rounds: 1, files: 200, references: 1000, tags: 500 });
  expect(places).toMatchObject([
    { files: 20, references: 100, tags: 50, mistakes: 9 },
    { files: 200, references: 1000, tags: 500, mistakes: 9 },
  ]);
  for (const { validate, bare, grep } of places) {
    expect(validate.git).toBeLessThanOrEqual(3);
    expect(bare.git).toBe(validate.git);
    expect(grep.git).toBe(0);
    // Only Linux tells a process of its peak.
    expect((validate.peak ?? 0) > 20e6).toBe(process.platform === 'linux');
  }
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { historyReport, LIMIT, multiples, report, type Times } from '../../bench/start/report.ts';
import { measure } from '../../bench/start.ts';

describe('the starts that are measured', () => {
  let directory: string;

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'tagship start test '));
  });

  afterAll(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  test('are as many of Node.js alone as of the built action, which says that there is nothing to do', async () => {
    const measured = await measure(2);
    expect(measured.map(({ milliseconds }) => milliseconds.length)).toEqual([2, 2]);
    expect(measured.flatMap(({ milliseconds }) => milliseconds).every((time) => time > 0)).toBe(true);
  });

  test.each([
    ['fails', 'process.exitCode = 1;'],
    ['says something else', "process.stdout.write('::notice::Deployed.\\n');"],
  ])('are not those of an action that %s', async (_, source) => {
    const entry = path.join(directory, 'entry.mjs');
    await writeFile(entry, source);
    await expect(measure(1, entry)).rejects.toThrow('The action, for a tag of something else ended with');
  });
});

describe('the report', () => {
  const times: Times[] = [
    { name: 'bare', milliseconds: [20, 24, 22] },
    { name: 'action', milliseconds: [60, 44, 40] },
  ];

  test('compares medians', () => {
    expect(multiples(times)).toEqual([1, 2]);
    const lines = report(times, 3, 'Measured somewhere.').split('\n');
    expect(lines[0]).toBe('Measured somewhere. 3 rounds.');
    expect(lines.at(-1)).toContain(`| 44 ms  | 42 to 52 ms | × 2.00, and may be × ${LIMIT} |`);
  });

  test('sets the terminal beside the action', () => {
    expect(historyReport(times).split('\n').at(-1)).toContain('| 44 ms  | 42 to 52 ms | × 2.00');
  });
});

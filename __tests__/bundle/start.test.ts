import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { RunResult, Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';

const DIST = path.join(import.meta.dirname, '../../dist');

let sandbox: Sandbox;
let directory: string;

beforeAll(async () => {
  sandbox = await startSandbox({ runsAs: 'process' });
  directory = await mkdtemp(path.join(tmpdir(), 'tagship start test '));
});

beforeEach(() => {
  sandbox.clearRequests();
});

afterAll(async () => {
  await sandbox.close();
  await rm(directory, { recursive: true, force: true });
});

/** Copies files of the built action to another place. @returns where it starts */
async function copied(folder: string, files: readonly string[]): Promise<string> {
  const place = path.join(directory, folder);
  await mkdir(place);
  for (const file of files) {
    await cp(path.join(DIST, file), path.join(place, file));
  }
  return path.join(place, 'index.js');
}

async function pushed(tag: string, entry: string): Promise<RunResult> {
  const payload = { ref: `refs/tags/${tag}`, created: true, deleted: false, forced: false, before: '0'.repeat(40) };
  return await sandbox.runAction({
    event: { name: 'push', payload },
    ref: payload.ref,
    sha: '1'.repeat(40),
    repository: 'acme/none',
    entry,
  });
}

test('a tag of something else needs nothing but what starts', async () => {
  const entry = await copied('alone', ['index.js', 'package.json']);
  const { exitCode, annotations } = await pushed('v1.2.3', entry);
  expect({ exitCode, annotations }).toEqual({
    exitCode: 0,
    annotations: [expect.objectContaining({ message: expect.stringContaining('nothing to do') })],
  });
  expect(sandbox.requests).toEqual([]);
});

test('what is loaded on the way is found beside it, whatever the folder is called', async () => {
  const entry = await copied("it's 100% a #folder é [1]", await readdir(DIST));
  const { exitCode, annotations, summary } = await pushed('components/prompts/extraction/production', entry);
  // The repository does not exist, and only what was loaded for the command can find that out.
  expect({ exitCode, messages: annotations.map(({ message }) => message) }).toEqual({
    exitCode: 1,
    messages: [expect.stringContaining('tagship(')],
  });
  expect(sandbox.requests.map(({ operation }) => operation)).toContain('git info/refs');
  expect(summary).toContain('tagship(');
});

import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { deployTag, stored, writes } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';

const lab = laboratory('largest');

/** What KV takes at most. */
const LARGEST = 25 * 1024 * 1024;

async function deployed(content: Uint8Array): ReturnType<typeof deployTag> {
  await lab.repository.commit('one', { 'prompts/extraction.md': content });
  await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
  await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
  return await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/production');
}

test.each<[string, Uint8Array]>([
  ['random', randomBytes(LARGEST)],
  ['all escapes', Buffer.alloc(LARGEST, '\n')],
])('exactly 25 MiB arrive as they were committed: %s', async (_, bytes) => {
  const run = await deployed(bytes);
  expect(run.annotations).toEqual([]);
  expect(run.exitCode).toBe(0);
  for (const key of ['prompts/extraction@production', 'prompts/extraction@v1.0.0', 'prompts/extraction@latest']) {
    expect((await stored(lab.sandbox, key))?.bytes.equals(bytes)).toBe(true);
  }
});

test('one byte over 25 MiB is refused before any write', async () => {
  const run = await deployed(randomBytes(LARGEST + 1));
  expect(run.exitCode).toBe(1);
  expect(run.annotations[0]?.message).toMatch(/^tagship\(content-too-large\): .*26214401 bytes/);
  expect(writes(lab.sandbox.requests)).toEqual([]);
});

import { beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type Reply } from '../../sandbox/index.ts';
import { deployTag, indexOf, stored, writes } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';

const lab = laboratory('races');

let remove: (() => void)[] = [];

beforeEach(async () => {
  for (const hook of remove) {
    hook();
  }
  remove = [];
  for (const version of ['v1.0.0', 'v1.1.0', 'v1.2.0']) {
    await lab.repository.commit(version, { 'prompts/extraction.md': version });
    await lab.repository.edgitTag('prompts/extraction', version);
  }
  await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
  lab.sandbox.clearRequests();
});

const PRODUCTION = 'components/prompts/extraction/production';
const CONTENT = 'prompts/extraction@production';

async function content(): Promise<string | undefined> {
  return (await stored(lab.sandbox, CONTENT))?.bytes.toString();
}

/** What the API answers to a bulk write of which some keys were not stored. */
function bulkAnswer(stored: number, unsuccessful: readonly string[]): Reply {
  const result = { successful_key_count: stored, unsuccessful_keys: unsuccessful };
  const body = JSON.stringify({ success: true, errors: [], messages: [], result });
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}

describe('a tag that moves', () => {
  test.each<['before' | 'after']>([['before'], ['after']])(
    '%s the write is applied: KV ends at the tag',
    async (when) => {
      const moves = ['v1.1.0', 'v1.2.0', 'v1.0.0', 'v1.1.0'];
      remove.push(
        lab.sandbox[when](async ({ operation }) => {
          const version = operation === 'kv bulk write' ? moves.shift() : undefined;
          if (version !== undefined) {
            await lab.repository.edgitSet('prompts/extraction', 'production', version);
          }
        }),
      );
      const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
      expect(run.exitCode).toBe(0);
      expect(moves).toEqual([]);
      expect(await content()).toBe('v1.1.0');
      expect((await stored(lab.sandbox, 'prompts/extraction@latest'))?.bytes.toString()).toBe('v1.1.0');
      expect(await indexOf(lab.sandbox)).toEqual({ 'prompts/extraction': { production: 'v1.1.0' } });
      expect(run.outputs.version).toBe('v1.1.0');
      expect(writes(lab.sandbox.requests)).toHaveLength(5);
    },
  );

  test('of another component in the same namespace: the index ends right', async () => {
    await lab.repository.commit('other', { 'prompts/other.md': 'x' });
    await lab.repository.edgitTag('prompts/other', 'v3.0.0');
    let moved = false;
    remove.push(
      lab.sandbox.before(async ({ operation }) => {
        if (operation === 'kv bulk write' && !moved) {
          moved = true;
          await lab.repository.edgitSet('prompts/other', 'production', 'v3.0.0');
        }
      }),
    );
    await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(await indexOf(lab.sandbox)).toEqual({
      'prompts/extraction': { production: 'v1.0.0' },
      'prompts/other': { production: 'v3.0.0' },
    });
    // Only the index was written again.
    expect(writes(lab.sandbox.requests).map(({ keys }) => keys.length)).toEqual([4, 1]);
  });

  test('away altogether: the index forgets it', async () => {
    let gone = false;
    remove.push(
      lab.sandbox.before(async ({ operation }) => {
        if (operation === 'kv bulk write' && !gone) {
          gone = true;
          await lab.repository.deleteTag(PRODUCTION);
        }
      }),
    );
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.exitCode).toBe(0);
    expect(await indexOf(lab.sandbox)).toEqual({});
  });

  test('with every write is given up on, with a clear error', async () => {
    let turn = 0;
    remove.push(
      lab.sandbox.before(async ({ operation }) => {
        if (operation === 'kv bulk write') {
          turn += 1;
          await lab.repository.edgitSet('prompts/extraction', 'production', turn % 2 === 0 ? 'v1.0.0' : 'v1.1.0');
        }
      }),
    );
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain('tagship(tags-unsettled)');
  });
});

test('an event that is older than the tag deploys what the tag says now', async () => {
  const payload = await lab.repository.pushPayload(PRODUCTION);
  const sha = await lab.repository.commitOf(PRODUCTION);
  await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.2.0');
  const run = await lab.sandbox.runAction({
    event: { name: 'push', payload },
    ref: `refs/tags/${PRODUCTION}`,
    sha,
    repository: lab.repository.name,
    inputs: { 'kv-namespace': PRODUCTION_NAMESPACE },
  });
  expect(run.outputs.version).toBe('v1.2.0');
  expect(await content()).toBe('v1.2.0');
});

test('a stale read does not suppress the write', async () => {
  await deployTag(lab.sandbox, lab.repository, PRODUCTION);
  await lab.sandbox.kv.put(
    PRODUCTION_NAMESPACE,
    CONTENT,
    'edited by hand',
    (await stored(lab.sandbox, CONTENT))?.metadata,
  );
  const fresh = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
  expect(fresh.outputs.changed).toBe('true');
  expect(await content()).toBe('v1.0.0');

  let answer: Buffer | undefined;
  remove.push(
    lab.sandbox.before(({ operation }) => {
      return operation === 'kv bulk get' && answer !== undefined
        ? { status: 200, headers: { 'content-type': 'application/json' }, body: answer }
        : undefined;
    }),
  );
  const planned = ['prompts/extraction@v1.0.0', 'prompts/extraction@latest', CONTENT, 'component-versions'];
  const values: Record<string, unknown> = {};
  for (const key of planned) {
    const found = await stored(lab.sandbox, key);
    values[key] = { value: found?.bytes.toString(), metadata: found?.metadata };
  }
  answer = Buffer.from(JSON.stringify({ success: true, errors: [], messages: [], result: { values } }));
  await lab.sandbox.kv.delete(PRODUCTION_NAMESPACE, CONTENT);
  await deployTag(lab.sandbox, lab.repository, PRODUCTION);
  expect(await content()).toBe('v1.0.0');
});

describe('a write that was not a full success', () => {
  test('unsuccessful keys of a 200 are written again', async () => {
    let refused = 0;
    remove.push(
      lab.sandbox.before((request) => {
        if (request.operation !== 'kv bulk write' || refused > 0) {
          return undefined;
        }
        refused += 1;
        return bulkAnswer(0, request.keys);
      }),
    );
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.exitCode).toBe(0);
    expect(await content()).toBe('v1.0.0');
    expect(writes(lab.sandbox.requests)).toHaveLength(2);
  });

  test('keys that never succeed are a clear failure', async () => {
    remove.push(
      lab.sandbox.before((request) => (request.operation === 'kv bulk write' ? bulkAnswer(3, [CONTENT]) : undefined)),
    );
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.exitCode).toBe(1);
    expect(run.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^tagship\(kv-incomplete\): .*`prompts\/extraction@production`/),
    ]);
  });

  test.each<[string, number, Record<string, string>]>([
    ['a 500', 500, {}],
    ['a 503', 503, {}],
    ['a 429 with Retry-After', 429, { 'retry-after': '1' }],
    ['an HTML page', 200, { 'content-type': 'text/html' }],
  ])('%s is tried again', async (_, status, headers) => {
    let faults = 0;
    remove.push(
      lab.sandbox.before(({ operation }) => {
        faults += operation === 'kv bulk write' ? 1 : 0;
        return operation === 'kv bulk write' && faults === 1 ? { status, headers, body: '<html>no</html>' } : undefined;
      }),
    );
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.exitCode).toBe(0);
    expect(await content()).toBe('v1.0.0');
    // The ledger and the tags are read again before a write is repeated; one listing shows both.
    const again = lab.sandbox.requests.map(({ operation }) => operation);
    expect(again.slice(again.indexOf('kv bulk write') + 1).slice(0, 2)).toEqual(['git ls-refs', 'kv bulk write']);
  });

  test('a Retry-After beyond a minute is not waited for', async () => {
    remove.push(
      lab.sandbox.before(({ operation }) =>
        operation === 'kv bulk write' ? { status: 429, headers: { 'retry-after': '300' }, body: '{}' } : undefined,
      ),
    );
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.annotations[0]?.message).toMatch(/^tagship\(rate-limited\): .*300 s/);
    expect(run.durationMs).toBeLessThan(20_000);
  });
});

describe('a Git server that falters', () => {
  test.each([
    ['git ls-refs', 500],
    ['git ls-refs', 502],
    ['git fetch', 503],
  ])('%s answers %i once: tried again', async (operation, status) => {
    let faults = 0;
    remove.push(
      lab.sandbox.before((request) => {
        faults += request.operation === operation ? 1 : 0;
        return request.operation === operation && faults === 1 ? { status, body: 'no' } : undefined;
      }),
    );
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(await content()).toBe('v1.0.0');
  });

  test('a connection that is always cut is a clear failure that leaks nothing', async () => {
    remove.push(
      lab.sandbox.before(({ service }) => {
        if (service === 'git') {
          throw new Error('cut');
        }
      }),
    );
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.annotations[0]?.message).toMatch(/^tagship\(git-unreachable\)/);
    expect(run.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain(lab.sandbox.githubToken);
    expect(run.tempEntries).toEqual([]);
  });
});

test.each([['kv bulk write'], ['kv bulk get'], ['git fetch'], ['git ls-refs']])(
  'a run that is cancelled at a %s that hangs ends at once and leaves no process or file',
  async (at) => {
    const abort = new AbortController();
    let release = (): void => undefined;
    remove.push(
      lab.sandbox.before(async ({ operation }) => {
        if (operation === at) {
          abort.abort();
          await new Promise<void>((resolve) => {
            release = resolve;
          });
        }
      }),
    );
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { signal: abort.signal, kill: 'SIGINT' });
    release();
    expect(run.exitCode).toBe(1);
    expect(run.durationMs).toBeLessThan(4000);
    expect(run.annotations[0]?.message).toMatch(/^tagship\(cancelled\)/);
    expect(run.tempEntries).toEqual([]);
  },
);

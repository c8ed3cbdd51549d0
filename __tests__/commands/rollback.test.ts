import { beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type RunResult } from '../../sandbox/index.ts';
import { deployTag, indexOf, stored, writes } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import {
  codesOf,
  dispatch,
  entryOf,
  expectSoundLedger,
  fetchTags,
  kvOf,
  LEDGER,
  ledgerGit,
  markHealthy,
  publish,
  pushes,
  refsOf,
  subjects,
  trailers,
  versionsOf,
} from '../support/moves.ts';

const lab = laboratory('rollback');
const ID = 'prompts/extraction';
const PRODUCTION = `components/${ID}/production`;
const ENTRY = `production/components/${ID}`;
const VERSIONS = ['v1.0.0', 'v1.1.0', 'v1.2.0'];

beforeEach(async () => {
  await publish(lab.repository, ID, ...VERSIONS);
});

async function promote(version: string, inputs: Record<string, string> = {}): Promise<RunResult> {
  const places = { components: ID, environment: 'production', version };
  const run = await dispatch(lab.sandbox, lab.repository, 'promote', { ...places, ...inputs });
  expect(run.exitCode).toBe(0);
  return run;
}

async function rollback(inputs: Record<string, string> = {}): Promise<RunResult> {
  const places = { components: ID, environment: 'production' };
  return await dispatch(lab.sandbox, lab.repository, 'rollback', { ...places, ...inputs });
}

async function inKv(key = `${ID}@production`): Promise<string | undefined> {
  return (await stored(lab.sandbox, key))?.bytes.toString();
}

async function entry(): Promise<Record<string, unknown>> {
  return await entryOf(lab.repository, ENTRY);
}

/** Runs something that is to be refused, and makes sure that nothing at all changed. */
async function refused(act: () => Promise<RunResult>): Promise<RunResult> {
  const [refs, kv] = [await refsOf(lab.repository), await kvOf(lab.sandbox)];
  const run = await act();
  expect(run.exitCode).toBe(1);
  expect(await refsOf(lab.repository)).toEqual(refs);
  expect(await kvOf(lab.sandbox)).toEqual(kv);
  return run;
}

describe('where it goes', () => {
  beforeEach(async () => {
    for (const version of VERSIONS) {
      await promote(version);
    }
    lab.sandbox.clearRequests();
  });

  test('by default to the version before, while none was found healthy; the one it leaves is quarantined', async () => {
    const run = await rollback({ reason: 'wrong answers' });
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({
      component: ID,
      environment: 'production',
      version: 'v1.1.0',
      'previous-version': 'v1.2.0',
      sha: await lab.repository.commitOf(`components/${ID}/v1.1.0`),
      changed: 'true',
      'rolled-back': 'true',
    });
    expect(await entry()).toMatchObject({
      move: 'rollback',
      version: 'v1.1.0',
      previous: 'v1.2.0',
      quarantined: ['v1.2.0'],
      status: 'deployed',
      reason: 'wrong answers',
    });
    expect((await subjects(lab.repository)).slice(-2)).toEqual([
      `Roll back ${ID} to v1.1.0 in production (was v1.2.0)`,
      `Deployed ${ID} v1.1.0 to production`,
    ]);
    expect(await inKv()).toBe(`${ID} v1.1.0`);
    expect(await indexOf(lab.sandbox)).toEqual({ [ID]: { production: 'v1.1.0' } });
    expect(pushes(lab.sandbox.requests)[0]?.refs.map(({ name }) => name)).toEqual([`refs/tags/${PRODUCTION}`, LEDGER]);
    await fetchTags(lab.repository);
    expect(await lab.repository.git(['cat-file', 'tag', `refs/tags/${PRODUCTION}`])).toMatch(
      new RegExp(`^object ${await lab.repository.objectOf(`refs/tags/components/${ID}/v1.1.0`)}\ntype tag\n`),
    );
    await expectSoundLedger(lab.repository);
  });

  test('by default to the last healthy version, and with `previous` to the one before all the same', async () => {
    await markHealthy(lab.repository, ID, 'production', ['v1.2.0', 'v1.0.0']);
    const healthy = await rollback();
    expect(healthy.outputs).toMatchObject({ version: 'v1.0.0', 'previous-version': 'v1.2.0' });
    expect(await entry()).toMatchObject({ healthy: ['v1.2.0', 'v1.0.0'], quarantined: ['v1.2.0'] });
    expect(healthy.stdout).toContain('the last healthy version');
    await promote('v1.1.0');
    // The newest healthy one is quarantined by now, so it is passed over.
    expect((await rollback()).outputs.version).toBe('v1.0.0');
    await expectSoundLedger(lab.repository);
  });

  test('with `previous` to the version before, although an older one was healthy', async () => {
    await markHealthy(lab.repository, ID, 'production', ['v1.0.0']);
    expect((await rollback({ version: 'previous' })).outputs.version).toBe('v1.1.0');
  });

  test('to a version that is named and ran there', async () => {
    expect((await rollback({ version: 'v1.0.0' })).outputs).toMatchObject({
      version: 'v1.0.0',
      'previous-version': 'v1.2.0',
      'rolled-back': 'true',
    });
    expect(await inKv()).toBe(`${ID} v1.0.0`);
    // Named, it goes further: that the last move was a rollback does not matter.
    expect((await rollback({ version: 'v1.1.0' })).outputs.version).toBe('v1.1.0');
    expect(await entry()).toMatchObject({ previous: 'v1.0.0', quarantined: ['v1.2.0', 'v1.0.0'] });
  });

  test('nowhere in a dry run, which says where it would', async () => {
    const [refs, kv] = [await refsOf(lab.repository), await kvOf(lab.sandbox)];
    lab.sandbox.clearRequests();
    const run = await rollback({ 'dry-run': 'true' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ version: 'v1.1.0', changed: 'true' });
    expect(run.outputs['rolled-back']).not.toBe('true');
    expect(await refsOf(lab.repository)).toEqual(refs);
    expect(await kvOf(lab.sandbox)).toEqual(kv);
    expect(lab.sandbox.requests.filter(({ operation }) => /push|write|delete|put/.test(operation))).toEqual([]);
  });
});

describe('is refused', () => {
  beforeEach(async () => {
    await promote('v1.0.0');
    await promote('v1.1.0');
  });

  test.each<[string, string, string, RegExp]>([
    ['a version that does not exist', 'v1.1.1', 'version-unknown', /Did you mean `v1\.1\.0`\?/],
    ['a version without its v', '1.0.0', 'input-invalid', /Did you mean `v1\.0\.0`\?/],
    ['what runs', 'v1.1.0', 'version-current', /runs v1\.1\.0 in `production` already/],
    ['what never ran there', 'v1.2.0', 'version-never-ran', /override=never-ran/],
  ])('%s', async (_, version, code, words) => {
    const run = await refused(() => rollback({ version }));
    expect(codesOf(run)).toEqual([code]);
    expect(run.annotations[0]?.message).toMatch(words);
  });

  test('a quarantined version, unless somebody says why; then it is lifted', async () => {
    await rollback();
    const run = await refused(() => rollback({ version: 'v1.1.0' }));
    expect(codesOf(run)).toEqual(['version-quarantined']);
    const unexplained = await refused(() => rollback({ version: 'v1.1.0', override: 'quarantine' }));
    expect(codesOf(unexplained)).toEqual(['input-missing']);
    const lifted = await rollback({ version: 'v1.1.0', override: 'quarantine', reason: 'v1.0.0 is worse' });
    expect(lifted.exitCode).toBe(0);
    expect(await entry()).toMatchObject({
      version: 'v1.1.0',
      quarantined: ['v1.0.0'],
      override: ['quarantine'],
      reason: 'v1.0.0 is worse',
    });
  });

  test('a version that never ran, unless somebody says why', async () => {
    const run = await rollback({ version: 'v1.2.0', override: 'never-ran', reason: 'ran in the old system' });
    expect(run.exitCode).toBe(0);
    expect(await entry()).toMatchObject({ move: 'rollback', version: 'v1.2.0', override: ['never-ran'] });
    expect(JSON.parse(run.outputs.result ?? '').moves[0]).toMatchObject({ override: ['never-ran'] });
    await expectSoundLedger(lab.repository);
  });

  test('a component where there is nothing to go back to, has no tag, or is none', async () => {
    await publish(lab.repository, 'prompts/first', 'v1.0.0');
    await publish(lab.repository, 'prompts/never', 'v1.0.0');
    await promote('v1.0.0', { components: 'prompts/first' });
    const first = await refused(() => rollback({ components: 'prompts/first' }));
    expect(codesOf(first)).toEqual(['rollback-impossible']);
    expect(codesOf(await refused(() => rollback({ components: 'prompts/never' })))).toEqual(['tag-missing']);
    const unknown = await refused(() => rollback({ components: 'prompts/extractoin' }));
    expect(codesOf(unknown)).toEqual(['component-unknown']);
    expect(unknown.annotations[0]?.message).toContain('Did you mean `prompts/extraction`?');
    expect(codesOf(await refused(() => rollback({ environment: 'staging' })))).toEqual(['environment-unknown']);
  });
});

test('the first one after a repository was adopted ends with the command that goes back, and that does', async () => {
  const component = 'prompts/adopted';
  await publish(lab.repository, component, 'v1.0.0', 'v1.1.0');
  await lab.repository.edgitSet(component, 'production', 'v1.1.0');
  await deployTag(lab.sandbox, lab.repository, `components/${component}/production`);
  const first = await rollback({ components: component });
  expect(codesOf(first)).toEqual(['rollback-impossible']);
  const [, words = ''] = /`gh workflow run rollback\.yml ([^`]*)`\.$/.exec(first.annotations[0]?.message ?? '') ?? [];
  const fields = [...words.matchAll(/--raw-field '?(\w+)=([^'\s]+(?: [^'-]+)?)'?/g)].map(([, name, value]) => [
    name,
    value,
  ]);
  expect(fields.map(([name]) => name)).toEqual(['component', 'environment', 'version', 'override', 'reason']);
  const { component: components, ...inputs } = Object.fromEntries(fields);
  const second = await rollback({ components, ...inputs });
  expect(codesOf(second)).toEqual([]);
  expect(second.outputs).toMatchObject({ component, version: 'v1.0.0', 'rolled-back': 'true' });
});

describe('pressed twice', () => {
  beforeEach(async () => {
    for (const version of VERSIONS) {
      await promote(version);
    }
    await rollback();
  });

  test('it goes back once, and repairs KV where that was changed', async () => {
    const refs = await refsOf(lab.repository);
    const again = await rollback();
    expect(again.exitCode).toBe(0);
    expect(again.outputs).toMatchObject({ version: 'v1.1.0', changed: 'false' });
    expect(again.outputs['rolled-back']).not.toBe('true');
    expect(again.annotations).toEqual([
      expect.objectContaining({ level: 'notice', message: expect.stringContaining('Rolled back already') }),
    ]);
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, `${ID}@production`, 'by hand', {});
    const repaired = await rollback({ version: 'previous' });
    expect(repaired.outputs).toMatchObject({ version: 'v1.1.0', changed: 'true' });
    expect(await inKv()).toBe(`${ID} v1.1.0`);
    expect(await refsOf(lab.repository)).toEqual(refs);
  });

  test('it goes back again when somebody moved the tag by hand in between, recorded or not', async () => {
    for (const recorded of [true, false]) {
      await lab.repository.edgitSet(ID, 'production', 'v1.0.0');
      if (recorded) {
        await deployTag(lab.sandbox, lab.repository, PRODUCTION);
      }
      expect((await rollback()).outputs).toMatchObject({
        version: 'v1.1.0',
        'previous-version': 'v1.0.0',
        'rolled-back': 'true',
      });
    }
    await expectSoundLedger(lab.repository);
  });

  test('by two people at once it goes back once', async () => {
    await lab.repository.edgitSet(ID, 'production', 'v1.2.0');
    let other: Promise<RunResult> | undefined;
    const stop = lab.sandbox.before(async ({ operation }) => {
      if (operation === 'git push' && other === undefined) {
        other = rollback();
        await other;
      }
    });
    const run = await rollback();
    stop();
    expect((await other)?.outputs).toMatchObject({ version: 'v1.1.0', 'rolled-back': 'true' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs.verdict).toBe('superseded');
    expect(await inKv()).toBe(`${ID} v1.1.0`);
    expect((await subjects(lab.repository)).filter((subject) => subject.startsWith('Roll back'))).toHaveLength(2);
  });
});

describe('a move by hand', () => {
  test('that no run recorded is told before the rollback, without the reason of the rollback', async () => {
    await promote('v1.0.0');
    await lab.repository.edgitSet(ID, 'production', 'v1.1.0');
    const run = await rollback({ reason: 'made things up', override: 'never-ran' });
    expect(run.outputs).toMatchObject({ version: 'v1.0.0', 'previous-version': 'v1.1.0' });
    expect((await subjects(lab.repository)).slice(2)).toEqual([
      `Deploy ${ID} v1.1.0 to production (was v1.0.0)`,
      `Roll back ${ID} to v1.0.0 in production (was v1.1.0)`,
      `Deployed ${ID} v1.0.0 to production`,
    ]);
    expect(await entryOf(lab.repository, ENTRY, `${LEDGER}~2`)).toMatchObject({
      move: 'deploy',
      version: 'v1.1.0',
      status: 'pending',
      reason: null,
      blob: await lab.repository.objectOf(`components/${ID}/v1.1.0:${ID}.md`),
    });
    expect(await entry()).toMatchObject({ previous: 'v1.1.0', quarantined: ['v1.1.0'], reason: 'made things up' });
    expect((await trailers(lab.repository, 'Reason')).slice(2)).toEqual(['', 'made things up', 'made things up']);
    expect((await trailers(lab.repository, 'Override')).slice(2)).toEqual(['', 'never-ran', 'never-ran']);
    await expectSoundLedger(lab.repository);
  });

  test('to a quarantined version is deployed with a warning, and lifts the quarantine', async () => {
    await promote('v1.0.0');
    await promote('v1.1.0');
    await rollback();
    await lab.repository.edgitSet(ID, 'production', 'v1.1.0');
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('the quarantine is lifted') }),
    ]);
    expect(await inKv()).toBe(`${ID} v1.1.0`);
    expect(await entry()).toMatchObject({ version: 'v1.1.0', quarantined: [] });
  });
});

describe('of several components', () => {
  beforeEach(async () => {
    await publish(lab.repository, 'prompts/summary', 'v3.0.0', 'v3.1.0');
    await publish(lab.repository, 'queries/users', 'v7.0.0');
    await promote('v1.0.0');
    await promote('v1.1.0');
    await promote('v3.0.0', { components: 'prompts/summary' });
    await promote('v3.1.0', { components: 'prompts/summary' });
    await promote('v7.0.0', { components: 'queries/users' });
    lab.sandbox.clearRequests();
  });

  test('all go back in one push, in one commit of the ledger and one write', async () => {
    const run = await rollback({ components: 'prompts/*' });
    expect(run.exitCode).toBe(0);
    const [move] = pushes(lab.sandbox.requests);
    expect(move?.refs.map(({ name }) => name)).toEqual([
      `refs/tags/${PRODUCTION}`,
      'refs/tags/components/prompts/summary/production',
      LEDGER,
    ]);
    expect((await subjects(lab.repository)).at(-2)).toBe('Roll back 2 components in production');
    expect(await indexOf(lab.sandbox)).toEqual({
      [ID]: { production: 'v1.0.0' },
      'prompts/summary': { production: 'v3.0.0' },
      'queries/users': { production: 'v7.0.0' },
    });
    expect(writes(lab.sandbox.requests)).toHaveLength(1);
    expect(run.outputs).toMatchObject({ component: '', version: '', changed: 'true', 'rolled-back': 'true' });
    expect(JSON.parse(run.outputs.result ?? '').moves).toMatchObject([
      { component: ID, version: 'v1.0.0', quarantined: 'v1.1.0' },
      { component: 'prompts/summary', version: 'v3.0.0', quarantined: 'v3.1.0' },
    ]);
    await expectSoundLedger(lab.repository);
  });

  test('none goes back when one cannot, and every reason is named', async () => {
    await publish(lab.repository, 'queries/orders', 'v1.0.0');
    const run = await refused(() => rollback({ components: 'prompts/*\nqueries/users\nqueries/orders' }));
    expect(codesOf(run).sort()).toEqual(['rollback-impossible', 'tag-missing']);
    expect(run.annotations.map(({ message }) => message).join()).toMatch(/queries\/users.*queries\/orders/s);
    expect(pushes(lab.sandbox.requests)).toEqual([]);
  });

  test('those that went back already stay, the others go', async () => {
    await rollback();
    const run = await rollback({ components: 'prompts/*' });
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.outputs.result ?? '').moves).toMatchObject([{ component: 'prompts/summary' }]);
    expect(await indexOf(lab.sandbox)).toMatchObject({
      [ID]: { production: 'v1.0.0' },
      'prompts/summary': { production: 'v3.0.0' },
    });
  });
});

describe('to a version whose tag was deleted', () => {
  const LOGO = 'templates/logo';
  const BYTES = Buffer.from([0, 255, 13, 10, 195, 40, 0, 10, 10]);
  const inputs = { components: LOGO };
  /** No version tag and no branch leads to it any more. */
  const accepting = { ...inputs, override: 'unanchored', reason: 'it is the logo of before' };

  /** A version on a commit that nothing but its tag leads to, deployed and followed by another. */
  beforeEach(async () => {
    await lab.repository.commit('logo', { 'templates/logo.bin': BYTES });
    await lab.repository.edgitTag(LOGO, 'v1.0.0');
    await lab.repository.git(['update-ref', '-d', 'HEAD']);
    await lab.repository.commit('other logo', { 'templates/logo.bin': Buffer.from([1]) });
    await lab.repository.edgitTag(LOGO, 'v1.1.0');
    await promote('v1.0.0', inputs);
    await promote('v1.1.0', inputs);
  });

  async function deleteVersion(): Promise<{ tag: string; commit: string }> {
    const name = `components/${LOGO}/v1.0.0`;
    const gone = { tag: await lab.repository.objectOf(name), commit: await lab.repository.commitOf(name) };
    await lab.repository.deleteTag(name);
    return gone;
  }

  async function collectGarbage(): Promise<void> {
    await ledgerGit(lab.repository, 'reflog', 'expire', '--expire=now', '--all');
    await ledgerGit(lab.repository, 'gc', '--quiet', '--prune=now');
  }

  test('only with an override, since nobody but the ledger knows it', async () => {
    await deleteVersion();
    const run = await refused(() => rollback(inputs));
    expect(codesOf(run)).toEqual(['rollback-impossible']);
    expect(codesOf(await refused(() => rollback({ ...inputs, version: 'v1.0.0' })))).toEqual(['version-unanchored']);
  });

  test('it comes back from the objects as long as they are there, and that is said', async () => {
    const gone = await deleteVersion();
    const run = await rollback(accepting);
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(`tag of \`${LOGO}\` v1\\.0\\.0 was deleted.*${gone.commit.slice(0, 12)}`),
      }),
    ]);
    expect(run.outputs).toMatchObject({ version: 'v1.0.0', sha: gone.commit });
    expect(await ledgerGit(lab.repository, 'rev-parse', `components/${LOGO}/production^{commit}`)).toBe(gone.commit);
    expect(await ledgerGit(lab.repository, 'cat-file', 'tag', `components/${LOGO}/production`)).toContain(
      `object ${gone.tag}\ntype tag`,
    );
    expect((await stored(lab.sandbox, `${LOGO}@production`))?.bytes.equals(BYTES)).toBe(true);
    await expectSoundLedger(lab.repository);
  });

  test('it comes back from what the ledger kept when they were collected, byte for byte, and that is said', async () => {
    const gone = await deleteVersion();
    await collectGarbage();
    for (const object of [gone.tag, gone.commit]) {
      await expect(ledgerGit(lab.repository, 'cat-file', '-e', object)).rejects.toThrow();
    }
    await lab.sandbox.kv.clear(PRODUCTION_NAMESPACE);
    const run = await rollback(accepting);
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(`tag of \`${LOGO}\` v1\\.0\\.0 was deleted and its commit is gone`),
      }),
    ]);
    for (const key of [`${LOGO}@production`, `${LOGO}@v1.0.0`, `${LOGO}@latest`]) {
      const found = await stored(lab.sandbox, key);
      expect(found?.bytes.equals(BYTES)).toBe(true);
      expect(found?.metadata).toMatchObject({ version: 'v1.0.0', sha: run.outputs.sha, path: 'templates/logo.bin' });
    }
    expect(await indexOf(lab.sandbox)).toMatchObject({ [LOGO]: { production: 'v1.0.0' } });
    const commit = await ledgerGit(lab.repository, 'rev-parse', `components/${LOGO}/production^{commit}`);
    expect(run.outputs).toMatchObject({ version: 'v1.0.0', sha: commit, 'rolled-back': 'true' });
    expect(await ledgerGit(lab.repository, 'show', '--no-patch', '--format=%B', commit)).toContain(gone.commit);
    expect(await entryOf(lab.repository, `production/components/${LOGO}`)).toMatchObject({
      version: 'v1.0.0',
      commit,
      quarantined: ['v1.1.0'],
    });
    await expectSoundLedger(lab.repository);

    // What runs now is as good as any other version: the run its move starts, a repetition, a way there and back.
    await fetchTags(lab.repository);
    const deployed = await deployTag(lab.sandbox, lab.repository, `components/${LOGO}/production`);
    expect(deployed.annotations).toEqual([]);
    expect(deployed.outputs).toMatchObject({ version: 'v1.0.0', changed: 'false' });
    const refs = await refsOf(lab.repository);
    expect((await promote('v1.0.0', accepting)).outputs.changed).toBe('false');
    expect(await refsOf(lab.repository)).toEqual(refs);
    await promote('v1.1.0', { ...inputs, override: 'quarantine', reason: 'once more' });
    await collectGarbage();
    expect((await rollback(accepting)).outputs).toMatchObject({ version: 'v1.0.0', sha: commit });
    expect((await stored(lab.sandbox, `${LOGO}@production`))?.bytes.equals(BYTES)).toBe(true);
    await expectSoundLedger(lab.repository);
  });

  test('is refused where the ledger never had the content', async () => {
    await lab.repository.git(['checkout', '--quiet', '--orphan', 'aside']);
    await lab.repository.write({ 'templates/logo.bin': 'never deployed' });
    await lab.repository.git(['add', '--all']);
    await lab.repository.git(['commit', '--quiet', '--message', 'aside']);
    await lab.repository.edgitTag(LOGO, 'v2.0.0');
    await lab.repository.git(['checkout', '--quiet', '--force', 'main']);
    expect((await deployTag(lab.sandbox, lab.repository, `components/${LOGO}/v2.0.0`)).exitCode).toBe(0);
    expect((await versionsOf(lab.repository, LOGO))['v2.0.0']).toMatchObject({ path: 'templates/logo.bin' });
    await lab.repository.deleteTag(`components/${LOGO}/v2.0.0`);
    await collectGarbage();
    const run = await refused(() =>
      rollback({ ...inputs, version: 'v2.0.0', override: 'never-ran\nunanchored', reason: 'try it' }),
    );
    expect(codesOf(run)).toEqual(['version-unknown']);
    expect(run.annotations[0]?.message).toMatch(/its commit [0-9a-f]{12} is gone/);
  });
});

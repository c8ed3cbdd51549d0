import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type RunOptions, type RunResult } from '../../sandbox/index.ts';
import { indexOf, stored, writes } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import {
  codesOf,
  dispatch,
  entryOf,
  expectSoundLedger,
  kvOf,
  LEDGER,
  ledgerGit,
  markHealthy,
  publish,
  pushes,
  refsOf,
  subjects,
  versionsOf,
} from '../support/moves.ts';

const lab = laboratory('promote');
const ID = 'prompts/extraction';
const PRODUCTION = `refs/tags/components/${ID}/production`;
const ENTRY = `production/components/${ID}`;

let remove: (() => void)[] = [];

beforeEach(async () => {
  await publish(lab.repository, ID, 'v1.0.0', 'v1.1.0');
});

afterEach(() => {
  lab.sandbox.serverClock.reset();
  lab.sandbox.faults.clear();
  for (const hook of remove) {
    hook();
  }
  remove = [];
});

async function promote(inputs: Record<string, string> = {}, options: Partial<RunOptions> = {}): Promise<RunResult> {
  const places = { components: ID, environment: 'production' };
  return await dispatch(lab.sandbox, lab.repository, 'promote', { ...places, ...inputs }, options);
}

async function succeeded(inputs: Record<string, string>): Promise<RunResult> {
  const run = await promote(inputs);
  expect(run.annotations).toEqual([]);
  expect(run.exitCode).toBe(0);
  return run;
}

/** Runs something that is to be refused, and makes sure that nothing at all changed. */
async function refused(inputs: Record<string, string>): Promise<RunResult> {
  const [refs, kv] = [await refsOf(lab.repository), await kvOf(lab.sandbox)];
  lab.sandbox.clearRequests();
  const run = await promote(inputs);
  expect(run.exitCode).toBe(1);
  expect(pushes(lab.sandbox.requests)).toEqual([]);
  expect(await refsOf(lab.repository)).toEqual(refs);
  expect(await kvOf(lab.sandbox)).toEqual(kv);
  return run;
}

async function policy(text: string): Promise<void> {
  await lab.repository.commit('policy', { '.github/tagship.yml': text });
}

async function inKv(key = `${ID}@production`): Promise<string | undefined> {
  return (await stored(lab.sandbox, key))?.bytes.toString();
}

/** Does something once, when a push is on its way. */
function beforeThePush(act: () => Promise<unknown>): void {
  let done = false;
  remove.push(
    lab.sandbox.before(async ({ operation }) => {
      if (operation === 'git push' && !done) {
        done = true;
        await act();
      }
    }),
  );
}

describe('a version', () => {
  test('comes to an environment that has no tag, which is then as Edgit makes it', async () => {
    lab.sandbox.serverClock.set(new Date('2026-05-05T12:00:00Z'));
    lab.sandbox.clearRequests();
    const run = await promote({ version: 'v1.0.0' }, { actor: 'grace', env: { GITHUB_ACTOR_ID: '4242' } });
    expect(run.annotations).toEqual([]);
    expect(run.outputs).toMatchObject({
      component: ID,
      environment: 'production',
      version: 'v1.0.0',
      'previous-version': '',
      sha: await lab.repository.commitOf(`components/${ID}/v1.0.0`),
      changed: 'true',
      verdict: '',
    });
    const tag = await ledgerGit(lab.repository, 'cat-file', 'tag', PRODUCTION);
    expect(tag.split('\n').slice(0, 4)).toEqual([
      `object ${await lab.repository.objectOf(`refs/tags/components/${ID}/v1.0.0`)}`,
      'type tag',
      `tag components/${ID}/production`,
      'tagger grace <4242+grace@users.noreply.github.com> 1777982400 +0000',
    ]);
    expect(await inKv()).toBe(`${ID} v1.0.0`);
    expect(await inKv(`${ID}@latest`)).toBe(`${ID} v1.0.0`);
    expect(await indexOf(lab.sandbox)).toEqual({ [ID]: { production: 'v1.0.0' } });
    const [move] = pushes(lab.sandbox.requests);
    expect(move?.refs.map(({ name }) => name)).toEqual([PRODUCTION, LEDGER]);
    const order = lab.sandbox.requests.map(({ operation }) => operation);
    expect(order.indexOf('kv bulk write')).toBeGreaterThan(order.indexOf('git push'));
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({
      move: 'promote',
      status: 'deployed',
      seq: 1,
      tag: move?.refs[0]?.after,
    });
    expect(await entryOf(lab.repository, ENTRY, `${LEDGER}~1`)).toMatchObject({ status: 'pending', seq: 1 });
    expect((await versionsOf(lab.repository, ID))['v1.0.0']).toMatchObject({ ran: ['production'] });
    await expectSoundLedger(lab.repository);
  });

  test('with a lightweight tag is wrapped as its commit', async () => {
    await lab.repository.tag(`components/${ID}/v2.0.0`, 'HEAD');
    await succeeded({ version: 'v2.0.0' });
    expect(await ledgerGit(lab.repository, 'cat-file', 'tag', PRODUCTION)).toMatch(
      `object ${await lab.repository.objectOf('HEAD')}\ntype commit\n`,
    );
    expect(await indexOf(lab.sandbox)).toEqual({ [ID]: { production: 'v2.0.0' } });
  });

  test('that is there already moves nothing, and KV is brought to it', async () => {
    await succeeded({ version: 'v1.0.0' });
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, `${ID}@production`, 'by hand', {});
    const refs = await refsOf(lab.repository);
    const repaired = await succeeded({ version: 'v1.0.0' });
    expect(repaired.outputs).toMatchObject({ version: 'v1.0.0', changed: 'true' });
    expect(await inKv()).toBe(`${ID} v1.0.0`);
    lab.sandbox.clearRequests();
    expect((await succeeded({ version: 'v1.0.0' })).outputs).toMatchObject({ changed: 'false', keys: '[]' });
    expect(writes(lab.sandbox.requests)).toEqual([]);
    expect(await refsOf(lab.repository)).toEqual(refs);
  });

  test('that does not exist, or is no version, is refused with the nearest', async () => {
    const unknown = await refused({ version: 'v1.1.1' });
    expect(codesOf(unknown)).toEqual(['version-unknown']);
    expect(unknown.annotations[0]?.message).toContain('Did you mean `v1.1.0`?');
    const bare = await refused({ version: '1.1.0' });
    expect(codesOf(bare)).toEqual(['input-invalid']);
    expect(bare.annotations[0]?.message).toContain('Did you mean `v1.1.0`?');
  });

  test('has to be named, or the environment that runs it, and not both', async () => {
    expect(codesOf(await refused({}))).toEqual(['input-missing']);
    expect(codesOf(await refused({ version: 'v1.0.0', from: 'staging' }))).toEqual(['input-invalid']);
    expect(codesOf(await refused({ from: 'production' }))).toEqual(['input-invalid']);
  });

  test('that cannot be deployed is refused before its tag moves', async () => {
    await lab.repository.commit('gone', { [`${ID}.md`]: null });
    await lab.repository.edgitTag(ID, 'v1.2.0');
    expect(codesOf(await refused({ version: 'v1.2.0' }))).toEqual(['content-missing']);
    const metadata = { 'managed-by': 'tagship:acme/other' };
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, `${ID}@production`, 'theirs', metadata);
    expect(codesOf(await refused({ version: 'v1.1.0' }))).toEqual(['key-foreign']);
    const nowhere = await refused({ version: 'v1.1.0', environment: 'staging', 'kv-namespace': 'production: nothing' });
    expect(codesOf(nowhere)).toEqual(['namespace-missing']);
  });

  test('is only planned in a dry run', async () => {
    await succeeded({ version: 'v1.0.0' });
    const [refs, kv] = [await refsOf(lab.repository), await kvOf(lab.sandbox)];
    lab.sandbox.clearRequests();
    const run = await succeeded({ version: 'v1.1.0', 'dry-run': 'true' });
    expect(run.outputs).toMatchObject({ version: 'v1.1.0', 'previous-version': 'v1.0.0', changed: 'true' });
    const result = JSON.parse(run.outputs.result ?? '');
    expect(result).toMatchObject({
      'dry-run': true,
      moves: [{ component: ID, version: 'v1.1.0', 'previous-version': 'v1.0.0' }],
    });
    expect(run.outputs.keys).toBe('[]');
    expect(result.keys).toContainEqual(expect.objectContaining({ key: `${ID}@production`, changed: true }));
    expect(lab.sandbox.requests.filter(({ operation }) => /push|write|delete|put/.test(operation))).toEqual([]);
    expect(await refsOf(lab.repository)).toEqual(refs);
    expect(await kvOf(lab.sandbox)).toEqual(kv);
  });

  test('is finished by the next run when Cloudflare refused it after the tag had moved', async () => {
    lab.sandbox.faults.add({ when: { operation: 'kv bulk write' }, fault: { status: 403, body: '{}' } });
    expect(codesOf(await promote({ version: 'v1.0.0' }))).toEqual(['kv-auth']);
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ status: 'pending' });
    await succeeded({ version: 'v1.0.0' });
    expect(await inKv()).toBe(`${ID} v1.0.0`);
    expect(await subjects(lab.repository)).toEqual([
      `Deploy ${ID} v1.0.0 to production`,
      `Deployed ${ID} v1.0.0 to production`,
    ]);
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ status: 'deployed', move: 'promote', seq: 1 });
  });
});

describe('what another environment runs', () => {
  beforeEach(async () => {
    await publish(lab.repository, 'prompts/summary', 'v3.0.0');
    await publish(lab.repository, 'prompts/mail/footer', 'v4.0.0');
    await publish(lab.repository, 'queries/users', 'v7.0.0', 'v7.1.0');
    await lab.repository.edgitSet(ID, 'staging', 'v1.1.0');
    await lab.repository.edgitSet('prompts/mail/footer', 'staging', 'v4.0.0');
    await lab.repository.edgitSet('queries/users', 'staging', 'v7.0.0');
    lab.sandbox.clearRequests();
  });

  test('comes along for every component that patterns name, in one push', async () => {
    const run = await succeeded({ components: 'prompts/**\n\n  queries/users  \n', from: 'staging' });
    const [move] = pushes(lab.sandbox.requests);
    expect(move?.refs.map(({ name }) => name)).toEqual([
      PRODUCTION,
      'refs/tags/components/prompts/mail/footer/production',
      'refs/tags/components/queries/users/production',
      LEDGER,
    ]);
    expect(await indexOf(lab.sandbox)).toEqual({
      [ID]: { production: 'v1.1.0', staging: 'v1.1.0' },
      'prompts/mail/footer': { production: 'v4.0.0', staging: 'v4.0.0' },
      'queries/users': { production: 'v7.0.0', staging: 'v7.0.0' },
    });
    expect(writes(lab.sandbox.requests)).toHaveLength(1);
    expect(await subjects(lab.repository)).toEqual([
      'Seed 3 components in staging',
      'Deploy 3 components to production',
      'Deployed 3 components to production',
    ]);
    expect(run.outputs).toMatchObject({ component: '', version: '', changed: 'true' });
    expect(JSON.parse(run.outputs.result ?? '').moves).toHaveLength(3);
    await expectSoundLedger(lab.repository);
  });

  test('with one star only for names of one level', async () => {
    await succeeded({ components: 'prompts/*', from: 'staging' });
    expect(await indexOf(lab.sandbox)).toMatchObject({ [ID]: { production: 'v1.1.0' } });
    expect(await indexOf(lab.sandbox)).toMatchObject({ 'prompts/mail/footer': { staging: 'v4.0.0' } });
    expect(Object.keys(await refsOf(lab.repository))).not.toContain(
      'refs/tags/components/prompts/mail/footer/production',
    );
  });

  test('is refused for a component that is named and has no tag there', async () => {
    await lab.repository.edgitSet('prompts/summary', 'review', 'v3.0.0');
    const run = await refused({ components: `${ID}\nprompts/summary`, from: 'staging' });
    expect(codesOf(run)).toEqual(['tag-missing']);
    expect(run.annotations[0]?.message).toMatch(/`prompts\/summary` has no tag for the environment `staging`.*review/);
    expect(codesOf(await refused({ components: 'prompts/*', from: 'nowhere' }))).toEqual(['environment-unknown']);
    expect(codesOf(await refused({ components: 'agents/*', from: 'staging' }))).toEqual(['component-unknown']);
  });

  test('or nothing at all, when one of several cannot', async () => {
    await succeeded({ components: 'queries/users', version: 'v7.0.0' });
    await succeeded({ components: 'queries/users', version: 'v7.1.0' });
    await dispatch(lab.sandbox, lab.repository, 'rollback', { components: 'queries/users', environment: 'production' });
    const run = await refused({ components: '**', version: 'v7.1.0' });
    expect(codesOf(run).sort()).toEqual([
      'version-quarantined',
      'version-unknown',
      'version-unknown',
      'version-unknown',
    ]);
    expect(run.annotations.map(({ message }) => message).join('\n')).toMatch(/mail\/footer/);
  });
});

describe('an environment that is frozen', () => {
  test('takes no promotion, but with a reason to pass over it, which the ledger keeps', async () => {
    await policy('environments: { production: { freeze: "holidays until 2 January" } }\n');
    const run = await refused({ version: 'v1.0.0' });
    expect(codesOf(run)).toEqual(['environment-frozen']);
    expect(run.annotations[0]?.message).toContain('`production` is frozen: holidays until 2 January.');
    await succeeded({ version: 'v1.0.0', override: 'freeze', reason: 'the law changed' });
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ override: ['freeze'], reason: 'the law changed' });
  });
});

describe('an environment that requires another', () => {
  const GATE = 'gate: { metrics: [{ name: errors, provider: http, url: "https://metrics.example.com", max: 1 }] }';

  test('takes what is or was deployed there, while that has no gate', async () => {
    await policy('environments: { production: { requires: staging } }\n');
    const run = await refused({ version: 'v1.0.0' });
    expect(codesOf(run)).toEqual(['requires-unmet']);
    expect(run.annotations[0]?.message).toMatch(/was not deployed in `staging`, which `production` requires/);
    await succeeded({ version: 'v1.0.0', environment: 'staging' });
    await succeeded({ version: 'v1.1.0', environment: 'staging' });
    await succeeded({ version: 'v1.0.0' });
    await succeeded({ from: 'staging' });
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ version: 'v1.1.0', previous: 'v1.0.0' });
    expect(await entryOf(lab.repository, ENTRY)).not.toHaveProperty('override');
  });

  test('takes what somebody put there by hand and no run recorded', async () => {
    await policy('environments: { production: { requires: staging } }\n');
    await lab.repository.edgitSet(ID, 'staging', 'v1.1.0');
    await succeeded({ version: 'v1.1.0' });
  });

  test('takes only what was healthy there, where that has a gate', async () => {
    await policy(`environments: { production: { requires: staging }, staging: { ${GATE} } }\n`);
    await promote({ version: 'v1.1.0', environment: 'staging' });
    const run = await refused({ version: 'v1.1.0' });
    expect(codesOf(run)).toEqual(['requires-unmet']);
    expect(run.annotations[0]?.message).toMatch(/was not healthy in `staging`.*let its gate end healthy/);
    await markHealthy(lab.repository, ID, 'staging', ['v1.1.0']);
    expect((await promote({ version: 'v1.1.0' })).exitCode).toBe(0);
    expect(await inKv()).toBe(`${ID} v1.1.0`);
    await expectSoundLedger(lab.repository);
  });

  test('takes anything when somebody says why, and the ledger keeps it', async () => {
    await policy('environments: { production: { requires: staging } }\n');
    expect(codesOf(await refused({ version: 'v1.0.0', override: 'requires' }))).toEqual(['input-missing']);
    const wrong = await refused({ version: 'v1.0.0', override: 'never-ran', reason: 'in a hurry' });
    expect(codesOf(wrong)).toEqual(['requires-unmet']);
    const run = await succeeded({ version: 'v1.0.0', override: 'requires\nquarantine', reason: 'staging is down' });
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ override: ['requires'], reason: 'staging is down' });
    expect(JSON.parse(run.outputs.result ?? '').moves[0]).toMatchObject({ override: ['requires'] });
    await expectSoundLedger(lab.repository);
  });
});

test('a quarantined version is refused, unless somebody says why; then it is lifted', async () => {
  await succeeded({ version: 'v1.0.0' });
  await succeeded({ version: 'v1.1.0' });
  await dispatch(lab.sandbox, lab.repository, 'rollback', { components: ID, environment: 'production' });
  const run = await refused({ version: 'v1.1.0' });
  expect(codesOf(run)).toEqual(['version-quarantined']);
  // Elsewhere it is as good as any.
  await succeeded({ version: 'v1.1.0', environment: 'staging' });
  await succeeded({ version: 'v1.1.0', override: 'quarantine', reason: 'fixed the reader' });
  expect(await entryOf(lab.repository, ENTRY)).toMatchObject({
    version: 'v1.1.0',
    previous: 'v1.0.0',
    quarantined: [],
    override: ['quarantine'],
    reason: 'fixed the reader',
  });
  expect(await inKv()).toBe(`${ID} v1.1.0`);
});

describe('a tag that somebody else', () => {
  beforeEach(async () => {
    await publish(lab.repository, ID, 'v1.2.0');
    await succeeded({ version: 'v1.0.0' });
    lab.sandbox.clearRequests();
  });

  test.each<[string, string, () => Promise<unknown>]>([
    ['moves', 'production', () => lab.repository.edgitSet(ID, 'production', 'v1.2.0')],
    ['deletes', 'production', () => ledgerGit(lab.repository, 'update-ref', '-d', PRODUCTION)],
    ['creates', 'staging', () => lab.repository.edgitSet(ID, 'staging', 'v1.2.0')],
    ['moves with a promotion', 'production', () => promote({ version: 'v1.2.0' })],
  ])('%s meanwhile is left to them: superseded', async (_, environment, act) => {
    let refs: unknown;
    let kv: unknown;
    beforeThePush(async () => {
      await act();
      [refs, kv] = [await refsOf(lab.repository), await kvOf(lab.sandbox)];
      lab.sandbox.clearRequests();
    });
    const run = await promote({ version: 'v1.1.0', environment });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ verdict: 'superseded', changed: 'false', keys: '[]' });
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('nothing was touched') }),
    ]);
    expect(writes(lab.sandbox.requests)).toEqual([]);
    expect(await refsOf(lab.repository)).toEqual(refs);
    expect(await kvOf(lab.sandbox)).toEqual(kv);
  });

  test('moves among several takes the others along: none is touched', async () => {
    await publish(lab.repository, 'prompts/summary', 'v1.1.0');
    let refs: unknown;
    beforeThePush(async () => {
      await lab.repository.edgitSet(ID, 'production', 'v1.2.0');
      refs = await refsOf(lab.repository);
    });
    const run = await promote({ components: 'prompts/*', version: 'v1.1.0' });
    expect(run.outputs).toMatchObject({ verdict: 'superseded', changed: 'false' });
    expect(await refsOf(lab.repository)).toEqual(refs);
  });
});

describe('a ledger that somebody else', () => {
  beforeEach(async () => {
    await publish(lab.repository, 'prompts/summary', 'v3.0.0', 'v3.1.0');
    await succeeded({ version: 'v1.0.0' });
  });

  test('writes to meanwhile is read again: both moves are in it', async () => {
    let other: RunResult | undefined;
    beforeThePush(async () => {
      other = await promote({ components: 'prompts/summary', version: 'v3.0.0' }, { actor: 'grace' });
    });
    await succeeded({ version: 'v1.1.0' });
    expect(other?.exitCode).toBe(0);
    expect(await subjects(lab.repository)).toEqual([
      `Deploy ${ID} v1.0.0 to production`,
      `Deployed ${ID} v1.0.0 to production`,
      'Deploy prompts/summary v3.0.0 to production',
      'Deployed prompts/summary v3.0.0 to production',
      `Deploy ${ID} v1.1.0 to production (was v1.0.0)`,
      `Deployed ${ID} v1.1.0 to production`,
    ]);
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ seq: 5, previous: 'v1.0.0', actor: 'ada' });
    expect(await entryOf(lab.repository, 'production/components/prompts/summary')).toMatchObject({ actor: 'grace' });
    expect(await indexOf(lab.sandbox)).toEqual({
      [ID]: { production: 'v1.1.0' },
      'prompts/summary': { production: 'v3.0.0' },
    });
    await expectSoundLedger(lab.repository);
  });

  test('begins meanwhile is not begun a second time', async () => {
    await ledgerGit(lab.repository, 'update-ref', '-d', LEDGER);
    await lab.sandbox.kv.clear(PRODUCTION_NAMESPACE);
    beforeThePush(() => promote({ components: 'prompts/summary', version: 'v3.0.0' }));
    await succeeded({ version: 'v1.1.0' });
    expect((await subjects(lab.repository)).filter((subject) => subject.startsWith('Seed'))).toEqual([
      'Seed 1 component in production',
    ]);
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ version: 'v1.1.0', previous: 'v1.0.0' });
    await expectSoundLedger(lab.repository);
  });
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type RunOptions, type RunResult } from '../../sandbox/index.ts';
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
  publish,
  pushes,
  refsOf,
  subjects,
  trailers,
  versionsOf,
  writeLedger,
} from '../support/moves.ts';

const lab = laboratory('ledger');
const ID = 'prompts/extraction';
const PRODUCTION = `components/${ID}/production`;
const ENTRY = `production/components/${ID}`;
const NOON = new Date('2026-05-05T12:00:00Z');

let remove: (() => void)[] = [];

beforeEach(async () => {
  await publish(lab.repository, ID, 'v1.0.0', 'v1.1.0', 'v1.2.0');
  lab.sandbox.serverClock.set(NOON);
});

afterEach(() => {
  lab.sandbox.serverClock.reset();
  for (const hook of remove) {
    hook();
  }
  remove = [];
});

/** Moves a tag by hand and lets the run of that push happen. */
async function moveByHand(version: string, options: Partial<RunOptions> = {}, environment = 'production') {
  await lab.repository.edgitSet(ID, environment, version);
  return await deployTag(lab.sandbox, lab.repository, `components/${ID}/${environment}`, options);
}

async function promote(version: string, inputs: Record<string, string> = {}, options: Partial<RunOptions> = {}) {
  const places = { components: ID, environment: 'production', version };
  return await dispatch(lab.sandbox, lab.repository, 'promote', { ...places, ...inputs }, options);
}

/** The run of the push of a tag as it stands on the server. */
async function deployProduction(options: Partial<RunOptions> = {}): Promise<RunResult> {
  await fetchTags(lab.repository);
  return await deployTag(lab.sandbox, lab.repository, PRODUCTION, options);
}

async function rollback(inputs: Record<string, string> = {}): Promise<RunResult> {
  const places = { components: ID, environment: 'production' };
  return await dispatch(lab.sandbox, lab.repository, 'rollback', { ...places, ...inputs });
}

async function inKv(key: string): Promise<string | undefined> {
  return (await stored(lab.sandbox, key))?.bytes.toString();
}

function expectSuccess(run: RunResult): void {
  expect(run.annotations).toEqual([]);
  expect(run.exitCode).toBe(0);
}

test('a secret in a reason is in no ledger, however it is spelt', async () => {
  const token = lab.sandbox.cloudflareToken;
  const bytes = Buffer.from(token);
  const spelt = [token, bytes.toString('hex'), bytes.toString('hex').toUpperCase()];
  const reason = [...spelt, Buffer.from(`user:${token}`).toString('base64')].join(' and ');
  expectSuccess(await promote('v1.0.0', { reason }));
  expect((await entryOf(lab.repository, ENTRY)).reason).toMatch(/^(\[redacted\] and ){3}\w+\[redacted\]/);
});

describe('a tag moved by hand', () => {
  test('is recorded with who, when, what and where, once its content is in KV', async () => {
    const tag = await lab.repository.edgitSet(ID, 'production', 'v1.0.0');
    lab.sandbox.clearRequests();
    const run = await deployProduction({
      actor: 'grace',
      env: { GITHUB_ACTOR_ID: '4242', GITHUB_RUN_ID: '77' },
    });
    expectSuccess(run);
    expect(await entryOf(lab.repository, ENTRY)).toEqual({
      schema: 1,
      seq: 1,
      move: 'deploy',
      version: 'v1.0.0',
      commit: await lab.repository.commitOf(PRODUCTION),
      tag,
      blob: await lab.repository.objectOf(`${PRODUCTION}^{commit}:${ID}.md`),
      path: `${ID}.md`,
      status: 'deployed',
      previous: null,
      healthy: [],
      quarantined: [],
      at: '2026-05-05T12:00:00Z',
      actor: 'grace',
      run: `${lab.sandbox.serverUrl}/${lab.repository.name}/actions/runs/77`,
      reason: null,
    });
    expect(await ledgerGit(lab.repository, 'show', '--no-patch', '--format=%an %ae, %cn, %aI %cI', LEDGER)).toBe(
      'grace 4242+grace@users.noreply.github.com, Tagship, 2026-05-05T12:00:00+00:00 2026-05-05T12:00:00+00:00',
    );
    expect(await subjects(lab.repository)).toEqual([`Deploy ${ID} v1.0.0 to production`]);
    const order = lab.sandbox.requests.map(({ operation }) => operation);
    expect(order.indexOf('git push')).toBeGreaterThan(order.indexOf('kv bulk write'));
    expect(pushes(lab.sandbox.requests).map(({ refs }) => refs.map(({ name }) => name))).toEqual([[LEDGER]]);
    expect(JSON.parse(run.outputs.result ?? '').ledger).toEqual({
      ref: LEDGER,
      commit: await ledgerGit(lab.repository, 'rev-parse', LEDGER),
      seq: 1,
    });
    await expectSoundLedger(lab.repository);
  });

  test('says what was there before, and every version that exists is remembered', async () => {
    await moveByHand('v1.0.0');
    lab.sandbox.serverClock.advance(60_000);
    const run = await moveByHand('v1.1.0');
    expect(run.outputs['previous-version']).toBe('v1.0.0');
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({
      seq: 2,
      version: 'v1.1.0',
      previous: 'v1.0.0',
      at: '2026-05-05T12:01:00Z',
    });
    expect(await subjects(lab.repository)).toEqual([
      `Deploy ${ID} v1.0.0 to production`,
      `Deploy ${ID} v1.1.0 to production (was v1.0.0)`,
    ]);
    const place = async (version: string) => {
      const name = `refs/tags/components/${ID}/${version}`;
      return { tag: await lab.repository.objectOf(name), commit: await lab.repository.commitOf(name), healthy: [] };
    };
    const content = async (version: string) => ({
      blob: await lab.repository.objectOf(`components/${ID}/${version}:${ID}.md`),
      path: `${ID}.md`,
    });
    expect(await versionsOf(lab.repository, ID)).toEqual({
      'v1.0.0': { ...(await place('v1.0.0')), ...(await content('v1.0.0')), ran: ['production'] },
      'v1.1.0': { ...(await place('v1.1.0')), ...(await content('v1.1.0')), ran: ['production'] },
      'v1.2.0': { ...(await place('v1.2.0')), blob: null, path: null, ran: [] },
    });
    await expectSoundLedger(lab.repository);
  });

  test('to the version it had, as another object, keeps what was before that', async () => {
    await moveByHand('v1.0.0');
    await moveByHand('v1.1.0');
    const before = await lab.repository.objectOf(PRODUCTION);
    await lab.repository.tag(PRODUCTION, `components/${ID}/v1.1.0`);
    expect(await lab.repository.objectOf(PRODUCTION)).not.toBe(before);
    expectSuccess(await deployProduction());
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ seq: 3, version: 'v1.1.0', previous: 'v1.0.0' });
    await expectSoundLedger(lab.repository);
  });

  test('is one entry when its run is started again; that one writes KV again and pushes nothing', async () => {
    await moveByHand('v1.0.0');
    const tip = await ledgerGit(lab.repository, 'rev-parse', LEDGER);
    lab.sandbox.clearRequests();
    const again = await deployProduction();
    expectSuccess(again);
    expect(again.outputs.changed).toBe('false');
    expect(writes(lab.sandbox.requests)).toHaveLength(1);
    expect(lab.sandbox.requests.filter(({ operation }) => operation.startsWith('git push'))).toEqual([]);
    expect(await ledgerGit(lab.repository, 'rev-parse', LEDGER)).toBe(tip);
  });

  test('is one entry when two runs see it at once', async () => {
    await lab.repository.edgitSet(ID, 'production', 'v1.0.0');
    let other: RunResult | undefined;
    remove.push(
      lab.sandbox.before(async ({ operation }) => {
        if (operation === 'git push' && other === undefined) {
          // Marked before it starts: its own push is not to start a third.
          other = {} as RunResult;
          other = await deployProduction({ actor: 'first' });
        }
      }),
    );
    const run = await deployProduction({ actor: 'second' });
    expectSuccess(run);
    expect(other?.exitCode).toBe(0);
    expect(await subjects(lab.repository)).toEqual([`Deploy ${ID} v1.0.0 to production`]);
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ seq: 1, actor: 'first', previous: null });
  });
});

describe('also recorded is', () => {
  test('a version tag that was pushed', async () => {
    const tag = `components/${ID}/v1.1.0`;
    expectSuccess(await deployTag(lab.sandbox, lab.repository, tag));
    expect(await subjects(lab.repository)).toEqual([`Register 3 versions`]);
    expect((await versionsOf(lab.repository, ID))['v1.1.0']).toEqual({
      tag: await lab.repository.objectOf(tag),
      commit: await lab.repository.commitOf(tag),
      blob: await lab.repository.objectOf(`${tag}:${ID}.md`),
      path: `${ID}.md`,
      ran: [],
      healthy: [],
    });
    await publish(lab.repository, ID, 'v2.0.0-rc.1+build.5');
    expectSuccess(await deployTag(lab.sandbox, lab.repository, `components/${ID}/v2.0.0-rc.1+build.5`));
    expect((await subjects(lab.repository)).at(-1)).toBe(`Register ${ID} v2.0.0-rc.1+build.5`);
    expect((await trailers(lab.repository, 'Registered')).at(-1)).toBe(`${ID} v2.0.0-rc.1+build.5`);
    expect(await ledgerGit(lab.repository, 'ls-tree', '--name-only', LEDGER)).toBe('.at\nversions');
    await expectSoundLedger(lab.repository);
  });

  test('an environment tag that disappeared, with what is known of its past', async () => {
    await moveByHand('v1.0.0');
    await moveByHand('v1.1.0');
    await lab.repository.deleteTag(PRODUCTION);
    lab.sandbox.serverClock.advance(60_000);
    const deletion = () =>
      lab.sandbox.runAction({
        event: {
          name: 'delete',
          payload: { ref: PRODUCTION, ref_type: 'tag', repository: { default_branch: 'main' } },
        },
        ref: 'refs/heads/main',
        repository: lab.repository.name,
        actor: 'grace',
        inputs: { 'kv-namespace': PRODUCTION_NAMESPACE },
      });
    expect((await deletion()).exitCode).toBe(0);
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({
      seq: 3,
      move: 'remove',
      version: null,
      commit: null,
      tag: null,
      blob: null,
      path: null,
      previous: 'v1.1.0',
      at: '2026-05-05T12:01:00Z',
      actor: 'grace',
    });
    expect((await subjects(lab.repository)).at(-1)).toBe(`Remove ${ID} from production (was v1.1.0)`);
    expect((await versionsOf(lab.repository, ID))['v1.0.0']).toMatchObject({ ran: ['production'] });
    await expectSoundLedger(lab.repository);
    const tip = await ledgerGit(lab.repository, 'rev-parse', LEDGER);
    expect((await deletion()).exitCode).toBe(0);
    expect(await ledgerGit(lab.repository, 'rev-parse', LEDGER)).toBe(tip);
    // It comes back: what was there before it was removed is what was there before.
    await moveByHand('v1.2.0');
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ seq: 4, move: 'deploy', previous: 'v1.1.0' });
  });

  test('a rebuild of a logic tag, apart from the component of that name', async () => {
    await lab.repository.commit('agent', { 'agents/router.md': 'x' });
    await lab.repository.tag('logic/agents/router/v1.0.0', 'HEAD', { annotated: true });
    await lab.repository.tag('logic/agents/router/production', 'logic/agents/router/v1.0.0', { annotated: true });
    const run = await deployTag(lab.sandbox, lab.repository, 'logic/agents/router/production', {
      inputs: { 'kv-namespace': null },
    });
    expectSuccess(run);
    expect(await entryOf(lab.repository, 'production/logic/agents/router')).toMatchObject({
      move: 'deploy',
      version: 'v1.0.0',
      status: 'deployed',
      commit: await lab.repository.commitOf('logic/agents/router/v1.0.0'),
    });
    expect(await trailers(lab.repository, 'Prefix')).toEqual(['logic']);
    await expectSoundLedger(lab.repository);
  });
});

describe('a repository that has tags but no ledger', () => {
  test('knows from the first push what the tag stood for before, so that it can go back', async () => {
    const { sandbox, repository } = lab;
    const before = await repository.edgitSet(ID, 'production', 'v1.0.0', { date: new Date('2026-05-04T08:00:00Z') });
    await repository.edgitSet(ID, 'production', 'v1.1.0', { date: new Date('2026-05-05T11:00:00Z') });
    const payload = await repository.pushPayload(PRODUCTION, { before });
    await deployTag(sandbox, repository, PRODUCTION, { event: { name: 'push', payload } });
    expect(await subjects(repository)).toEqual([
      'Seed 1 component in production',
      `Deploy ${ID} v1.1.0 to production (was v1.0.0)`,
    ]);
    expect(await entryOf(repository, ENTRY, `${LEDGER}~1`)).toMatchObject({
      move: 'seed',
      version: 'v1.0.0',
      tag: before,
      at: '2026-05-04T08:00:00Z',
    });
    const back = await dispatch(sandbox, repository, 'rollback', { components: ID, environment: 'production' });
    expect(back.outputs.version).toBe('v1.0.0');
    await expectSoundLedger(repository);
  });

  test('is seeded without what the event tells of an object that nobody has', async () => {
    await lab.repository.edgitSet(ID, 'production', 'v1.1.0');
    const payload = await lab.repository.pushPayload(PRODUCTION, { before: 'ab'.repeat(20) });
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { event: { name: 'push', payload } });
    expect([run.exitCode, run.annotations]).toEqual([0, []]);
    expect(await subjects(lab.repository)).toEqual([`Deploy ${ID} v1.1.0 to production`]);
  });

  test('is taken over as it stands, with the dates its tags carry', async () => {
    const past = new Date('2026-05-03T08:30:00Z');
    await lab.repository.commit('more', {
      'prompts/summary.md': 'summary',
      'configs/limits.config.json': '{}',
      'queries/users.sql': 'select 1',
    });
    await lab.repository.edgitTag('prompts/summary', 'v3.0.0');
    await lab.repository.edgitTag('configs/limits-config', 'v0.1.0');
    await lab.repository.edgitTag('queries/users', 'v5.0.0');
    await lab.repository.edgitTag('queries/users', 'v5.1.0');
    const tag = {
      lightweight: await lab.repository.tag(
        'components/prompts/summary/production',
        'components/prompts/summary/v3.0.0^{commit}',
      ),
      annotated: await lab.repository.tag('components/configs/limits-config/production', 'HEAD', {
        annotated: true,
        date: past,
      }),
      nested: await lab.repository.edgitSet('queries/users', 'staging', 'v5.0.0', { date: past }),
      future: await lab.repository.edgitSet('queries/users', 'production', 'v5.1.0', {
        date: new Date('2026-05-05T12:00:01Z'),
      }),
    };
    expectSuccess(await moveByHand('v1.1.0'));
    expect(await subjects(lab.repository)).toEqual([
      'Seed 4 components in 2 environments',
      `Deploy ${ID} v1.1.0 to production`,
    ]);
    const seed = { move: 'seed', status: 'deployed', previous: null, actor: null, run: null, reason: null, seq: 1 };
    const blob = (path: string) => lab.repository.objectOf(`HEAD:${path}`);
    const entry = (name: string) => entryOf(lab.repository, name);
    expect(await entry('production/components/prompts/summary')).toMatchObject({
      ...seed,
      version: 'v3.0.0',
      tag: tag.lightweight,
      at: null,
      blob: await blob('prompts/summary.md'),
      path: 'prompts/summary.md',
    });
    expect(await entry('production/components/configs/limits-config')).toMatchObject({
      ...seed,
      version: 'v0.1.0',
      tag: tag.annotated,
      at: '2026-05-03T08:30:00Z',
      blob: await blob('configs/limits.config.json'),
      path: 'configs/limits.config.json',
    });
    const users = { ...seed, blob: await blob('queries/users.sql'), path: 'queries/users.sql' };
    expect(await entry('staging/components/queries/users')).toMatchObject({
      ...users,
      version: 'v5.0.0',
      tag: tag.nested,
      at: '2026-05-03T08:30:00Z',
    });
    expect(await entry('production/components/queries/users')).toMatchObject({
      ...users,
      version: 'v5.1.0',
      tag: tag.future,
      at: null,
    });
    expect(await entry(ENTRY)).toMatchObject({ move: 'deploy', version: 'v1.1.0', seq: 2, at: '2026-05-05T12:00:00Z' });
    expect(await versionsOf(lab.repository, 'queries/users')).toMatchObject({
      'v5.0.0': { ran: ['staging'], blob: users.blob },
      'v5.1.0': { ran: ['production'], blob: users.blob },
    });
    await expectSoundLedger(lab.repository);
  });

  test('what nobody can tell the version or the content of does not keep it from beginning', async () => {
    await lab.repository.commit('odd', { 'x.md': 'x' });
    await lab.repository.tag('components/prompts/nowhere/production', 'HEAD');
    await lab.repository.edgitTag('prompts/lost', 'v1.0.0');
    await lab.repository.edgitSet('prompts/lost', 'production', 'v1.0.0');
    await lab.repository.tag('components/prompts/lost/versions', 'HEAD');
    // Of an index for all components the one without a version is a matter of the deploy, not of the ledger.
    await lab.repository.commit('policy', { '.github/tagship.yml': 'unversioned: allow\n' });
    const run = await moveByHand('v1.0.0');
    expect([run.exitCode, run.annotations.map(({ level }) => level)]).toEqual([0, ['notice']]);
    expect(await entryOf(lab.repository, 'production/components/prompts/lost')).toMatchObject({
      move: 'seed',
      version: 'v1.0.0',
      blob: null,
      path: null,
    });
    expect(await entryOf(lab.repository, 'production/components/prompts/nowhere')).toMatchObject({
      version: `sha-${(await lab.repository.commitOf('components/prompts/nowhere/production')).slice(0, 12)}`,
    });
    expect(await ledgerGit(lab.repository, 'ls-tree', '--name-only', LEDGER)).toBe('.at\nproduction\nversions');
    await expectSoundLedger(lab.repository);
  });

  test('an environment called `versions` is refused', async () => {
    await lab.repository.edgitSet(ID, 'versions', 'v1.0.0');
    expect(codesOf(await deployTag(lab.sandbox, lab.repository, `components/${ID}/versions`))).toEqual([
      'environment-reserved',
    ]);
    expect(codesOf(await promote('v1.0.0', { environment: 'versions' }))).toEqual(['environment-reserved']);
    expect(Object.keys(await refsOf(lab.repository))).not.toContain(LEDGER);
    expect(await kvOf(lab.sandbox)).toEqual({});
  });
});

describe('dates, persons and reasons', () => {
  test('dates never go back, although the clock of the server does, by a few minutes', async () => {
    await promote('v1.0.0');
    lab.sandbox.serverClock.set(new Date('2026-05-05T11:56:00Z'));
    await promote('v1.1.0');
    lab.sandbox.serverClock.set(new Date('2026-05-06T00:00:30Z'));
    await promote('v1.2.0');
    expect((await ledgerGit(lab.repository, 'log', '--reverse', '--format=%cI %aI', LEDGER)).split('\n')).toEqual([
      ...Array<string>(4).fill('2026-05-05T12:00:00+00:00 2026-05-05T12:00:00+00:00'),
      ...Array<string>(2).fill('2026-05-06T00:00:30+00:00 2026-05-06T00:00:30+00:00'),
    ]);
    expect(await entryOf(lab.repository, ENTRY, `${LEDGER}~2`)).toMatchObject({ at: '2026-05-05T12:00:00Z' });
    expect(await ledgerGit(lab.repository, 'ls-tree', '-r', '--name-only', LEDGER, '.at/')).toBe(
      '.at/2026-05/05\n.at/2026-05/06',
    );
    await expectSoundLedger(lab.repository);
  });

  test('the clock of the machine that runs it is not asked', async () => {
    lab.sandbox.serverClock.set(new Date('2031-01-01T00:00:00Z'));
    await promote('v1.0.0');
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ at: '2031-01-01T00:00:00Z' });
    expect(
      await ledgerGit(lab.repository, 'for-each-ref', '--format=%(taggerdate:iso-strict)', `refs/tags/${PRODUCTION}`),
    ).toBe('2031-01-01T00:00:00+00:00');
  });

  test('a reason is kept as it was given, and cannot pass for anything else', async () => {
    const reason = 'needed\nOverride: quarantine\r\n\r\nEvent: moved\nVersion: v9.9.9\u2028Seq: 99\u0085Actor: mallory';
    expectSuccess(await promote('v1.0.0', { reason }));
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ reason: reason.trim(), actor: 'ada' });
    const one = 'needed Override: quarantine Event: moved Version: v9.9.9 Seq: 99 Actor: mallory';
    expect(await trailers(lab.repository, 'Reason')).toEqual([one, one]);
    expect(await trailers(lab.repository, 'Override')).toEqual(['', '']);
    expect(await trailers(lab.repository, 'Seq')).toEqual(['1', '2']);
    expect(await trailers(lab.repository, 'Actor')).toEqual(['ada', 'ada']);
    expect(await trailers(lab.repository, 'Version')).toEqual(['v1.0.0', 'v1.0.0']);
    const told = JSON.parse((await dispatch(lab.sandbox, lab.repository, 'history')).outputs.result ?? '');
    expect(told.moves).toHaveLength(1);
    expect(told.moves[0]).toMatchObject({ version: 'v1.0.0', override: [], actor: 'ada', reason: one });
    await expectSoundLedger(lab.repository);
  });

  test('an override is kept with its reason, only where it was needed in the entry', async () => {
    const override = 'requires\nquarantine';
    expectSuccess(await promote('v1.0.0', { override, reason: 'on call said so' }));
    expect(await trailers(lab.repository, 'Reason')).toEqual(['on call said so', 'on call said so']);
    expect((await trailers(lab.repository, 'Override')).at(0)).toBe('requires,quarantine');
    expect(await entryOf(lab.repository, ENTRY)).not.toHaveProperty('override');
  });
});

describe('the ref of the ledger', () => {
  test.each([['refs/records/of-tags'], ['refs/heads/ledger']])('can be %s', async (ref) => {
    await lab.repository.commit('policy', { '.github/tagship.yml': `ledger: { ref: ${ref} }\n` });
    expectSuccess(await promote('v1.0.0'));
    expectSuccess(await moveByHand('v1.1.0'));
    expect(await subjects(lab.repository, ref)).toEqual([
      `Deploy ${ID} v1.0.0 to production`,
      `Deployed ${ID} v1.0.0 to production`,
      `Deploy ${ID} v1.1.0 to production (was v1.0.0)`,
    ]);
    expect(Object.keys(await refsOf(lab.repository))).not.toContain(LEDGER);
    await expectSoundLedger(lab.repository, ref);
    const back = await rollback();
    expect(back.outputs).toMatchObject({ version: 'v1.0.0', 'rolled-back': 'true' });
    const told = JSON.parse((await dispatch(lab.sandbox, lab.repository, 'history')).outputs.result ?? '');
    expect(told.ledger).toMatchObject({ ref, seq: 5 });
  });

  test('cannot be a tag', async () => {
    await lab.repository.commit('policy', { '.github/tagship.yml': 'ledger: { ref: refs/tags/ledger }\n' });
    expect(codesOf(await promote('v1.0.0'))).toEqual(['config-invalid']);
  });
});

test('plain Git answers what ran when, who moved what, and what is different', async () => {
  await promote('v1.0.0');
  lab.sandbox.serverClock.set(new Date('2026-05-05T13:00:00Z'));
  await promote('v1.1.0');
  lab.sandbox.serverClock.set(new Date('2026-05-05T14:00:00Z'));
  await rollback();
  const at = async (time: string) =>
    await ledgerGit(lab.repository, 'log', '-1', `--before=${time}`, '--format=%H', LEDGER);
  const ran = async (time: string) => (await entryOf(lab.repository, ENTRY, await at(time))).version;
  expect(await at('2026-05-05T11:59:59Z')).toBe('');
  expect(await ran('2026-05-05T12:00:00Z')).toBe('v1.0.0');
  expect(await ran('2026-05-05T12:59:59Z')).toBe('v1.0.0');
  expect(await ran('2026-05-05T13:00:00Z')).toBe('v1.1.0');
  expect(await ran('2026-05-05T14:00:00Z')).toBe('v1.0.0');
  const then = await at('2026-05-05T13:30:00Z');
  expect(await ledgerGit(lab.repository, 'ls-tree', '-r', '--name-only', then, 'production/')).toBe(
    `${ENTRY}.json\n${ENTRY}~content`,
  );
  expect(await ledgerGit(lab.repository, 'show', `${then}:${ENTRY}~content`)).toBe(`${ID} v1.1.0`);
  expect(await ledgerGit(lab.repository, 'log', '--format=%s', LEDGER, '--', `${ENTRY}.json`)).toBe(
    (await subjects(lab.repository)).reverse().join('\n'),
  );
  const changed = await ledgerGit(lab.repository, 'diff', then, LEDGER, '--', `${ENTRY}.json`);
  expect(changed).toMatch(/^-.*"version": "v1\.1\.0"/m);
  expect(changed).toMatch(/^\+.*"version": "v1\.0\.0"/m);
  await expectSoundLedger(lab.repository);
});

describe('the run that a move of ours starts, as a token of an App does,', () => {
  test('writes nothing at all', async () => {
    await promote('v1.0.0');
    const before = await refsOf(lab.repository);
    lab.sandbox.clearRequests();
    const run = await deployProduction();
    expectSuccess(run);
    expect(run.outputs).toMatchObject({ changed: 'false', keys: '[]', version: 'v1.0.0', component: ID });
    expect(writes(lab.sandbox.requests)).toEqual([]);
    expect(lab.sandbox.requests.filter(({ operation }) => operation.startsWith('git push'))).toEqual([]);
    expect(await refsOf(lab.repository)).toEqual(before);
  });

  test('writes what somebody changed in KV, and only that', async () => {
    await promote('v1.0.0');
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, `${ID}@production`, 'by hand', {});
    lab.sandbox.clearRequests();
    const run = await deployProduction();
    expect(run.outputs).toMatchObject({ changed: 'true', keys: JSON.stringify([`${ID}@production`]) });
    expect(await inKv(`${ID}@production`)).toBe(`${ID} v1.0.0`);
    expect(lab.sandbox.requests.filter(({ operation }) => operation.startsWith('git push'))).toEqual([]);
  });

  test('writes everything once somebody moved the tag by hand, whatever KV seems to hold', async () => {
    await promote('v1.0.0');
    for (const times of [1, 2]) {
      lab.sandbox.clearRequests();
      const run = times === 1 ? await moveByHand('v1.0.0') : await deployProduction();
      expect(run.outputs.changed).toBe('false');
      expect(writes(lab.sandbox.requests)[0]?.keys.toSorted()).toEqual([
        'component-versions',
        `${ID}@latest`,
        `${ID}@production`,
        `${ID}@v1.0.0`,
      ]);
    }
  });

  test('finishes a move whose run died before KV had it', async () => {
    const killed = await promote('v1.0.0', {}, { killAt: { moment: 'before', when: { operation: 'kv bulk write' } } });
    expect(killed.signal).toBe('SIGKILL');
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ status: 'pending' });
    expectSuccess(await deployProduction());
    expect(await inKv(`${ID}@production`)).toBe(`${ID} v1.0.0`);
    expect(await entryOf(lab.repository, ENTRY)).toMatchObject({ seq: 1, move: 'promote', status: 'deployed' });
  });
});

describe('a ledger that cannot be read', () => {
  const newer = JSON.stringify({ schema: 2, versions: {} });
  const damages: [string, () => Promise<unknown>, RegExp][] = [
    ['an entry of a newer version', () => spoil({ [`${ENTRY}.json`]: '{"schema": 2}' }), /newer version of Tagship/],
    ['an entry that is no JSON', () => spoil({ [`${ENTRY}.json`]: 'garbage' }), new RegExp(`\`${ENTRY}.json\``)],
    ['an entry without its fields', () => spoil({ [`${ENTRY}.json`]: '{"schema": 1}' }), /seq/],
    ['versions of a newer version', () => spoil({ [`versions/components/${ID}.json`]: newer }), /newer version/],
    ['holds that are none', () => spoil({ '.holds.json': '[' }), /\.holds\.json/],
    [
      'a commit of something else',
      () => writeLedger(lab.repository, {}, 'Merge branch'),
      /no commit that Tagship wrote/,
    ],
    ['no commit', () => pointAt('HEAD:prompts/extraction.md'), /no commit that Tagship wrote/],
  ];
  test('is an error before anything is written, whatever is wrong with it', async () => {
    await promote('v1.0.0');
    await lab.repository.edgitSet(ID, 'staging', 'v1.1.0');
    const good = (await lab.repository.refs())[LEDGER] ?? '';
    for (const [damage, spoiled, words] of damages) {
      await spoiled();
      const [refs, kv] = [await refsOf(lab.repository), await kvOf(lab.sandbox)];
      const run = await promote('v1.1.0');
      expect([damage, codesOf(run), run.exitCode]).toEqual([damage, ['ledger-broken'], 1]);
      expect([damage, run.annotations[0]?.message]).toEqual([damage, expect.stringMatching(words)]);
      expect([damage, await refsOf(lab.repository)]).toEqual([damage, refs]);
      expect([damage, await kvOf(lab.sandbox)]).toEqual([damage, kv]);
      await ledgerGit(lab.repository, 'update-ref', LEDGER, good);
    }
  });

  test.each<[string, () => Promise<RunResult>]>([
    ['deploy', () => deployProduction()],
    ['rollback', () => rollback()],
    ['history', () => dispatch(lab.sandbox, lab.repository, 'history', { components: ID })],
  ])('is an error for %s as well', async (_, act) => {
    await promote('v1.0.0');
    await spoil({ [`${ENTRY}.json`]: '{"schema": 2}' });
    const kv = await kvOf(lab.sandbox);
    expect(codesOf(await act())).toEqual(['ledger-broken']);
    expect(await kvOf(lab.sandbox)).toEqual(kv);
  });

  async function spoil(files: Record<string, string>): Promise<void> {
    await writeLedger(lab.repository, files);
  }

  async function pointAt(object: string): Promise<void> {
    await ledgerGit(lab.repository, 'update-ref', LEDGER, await lab.repository.objectOf(object));
  }
});

describe('a ledger that is not what the index in KV was made from', () => {
  const damages: [string, () => Promise<unknown>, RegExp][] = [
    ['truncated', () => ledgerGit(lab.repository, 'update-ref', LEDGER, `${LEDGER}~2`), /ends at number 2/],
    ['rewritten', rewrite, /does not have that commit/],
    [
      'rewritten and longer',
      async () => [await rewrite(), await writeLedger(lab.repository, {})],
      /does not have that/,
    ],
    ['deleted', () => ledgerGit(lab.repository, 'update-ref', '-d', LEDGER), /is gone/],
  ];
  test('because somebody truncated, rewrote or deleted it is named before anything is written, and can be put back', async () => {
    await promote('v1.0.0');
    await promote('v1.1.0');
    const good = await ledgerGit(lab.repository, 'rev-parse', LEDGER);
    const third = await commitNumber(3, good);
    for (const [damage, damaged, words] of damages) {
      await damaged();
      const [refs, kv] = [await refsOf(lab.repository), await kvOf(lab.sandbox)];
      lab.sandbox.clearRequests();
      for (const run of [await promote('v1.2.0'), await deployProduction()]) {
        const [error] = run.annotations;
        expect([damage, codesOf(run)]).toEqual([damage, ['ledger-rewritten']]);
        expect([damage, error?.message]).toEqual([damage, expect.stringMatching(words)]);
        expect([damage, error?.message]).toEqual([
          damage,
          expect.stringContaining(`from number 3 of the ledger, commit ${third}`),
        ]);
      }
      expect([damage, writes(lab.sandbox.requests), pushes(lab.sandbox.requests)]).toEqual([damage, [], []]);
      expect([damage, await refsOf(lab.repository)]).toEqual([damage, refs]);
      expect([damage, await kvOf(lab.sandbox)]).toEqual([damage, kv]);
      await ledgerGit(lab.repository, 'update-ref', LEDGER, good);
    }
    expectSuccess(await promote('v1.2.0'));
    await expectSoundLedger(lab.repository);
  });

  test('is begun anew when somebody says so by deleting the index', async () => {
    await promote('v1.0.0');
    await ledgerGit(lab.repository, 'update-ref', '-d', LEDGER);
    await lab.sandbox.kv.delete(PRODUCTION_NAMESPACE, 'component-versions');
    expectSuccess(await promote('v1.1.0'));
    expect(await subjects(lab.repository)).toEqual([
      'Seed 1 component in production',
      `Deploy ${ID} v1.1.0 to production (was v1.0.0)`,
      `Deployed ${ID} v1.1.0 to production`,
    ]);
    expect(await indexOf(lab.sandbox)).toEqual({ [ID]: { production: 'v1.1.0' } });
    await expectSoundLedger(lab.repository);
  });

  /** Other commits with the same numbers. */
  async function rewrite(): Promise<void> {
    await ledgerGit(lab.repository, 'update-ref', LEDGER, `${LEDGER}~2`);
    await writeLedger(lab.repository, {});
    await writeLedger(lab.repository, {});
  }

  async function commitNumber(seq: number, tip: string): Promise<string> {
    return await ledgerGit(lab.repository, 'log', '-1', `--grep=^Seq: ${seq}$`, '--format=%H', tip);
  }
});

describe('a version tag that moved, of which only the ledger knows where it was,', () => {
  const VERSION = `components/${ID}/v1.0.0`;
  let was: string;

  beforeEach(async () => {
    await promote('v1.0.0');
    await promote('v1.1.0');
    was = await lab.repository.commitOf(VERSION);
    await lab.repository.commit('moved', { [`${ID}.md`]: 'another v1.0.0' });
    await lab.repository.edgitTag(ID, 'v1.0.0');
  });

  const inputs = { override: 'moved-version', reason: 'published too early' };
  test.each<[string, (given?: Record<string, string>) => Promise<RunResult>]>([
    ['deployed', (given = {}) => deployTag(lab.sandbox, lab.repository, VERSION, { inputs: given })],
    ['promoted', (given = {}) => promote('v1.0.0', given)],
    ['rolled back to', (given = {}) => rollback({ version: 'v1.0.0', ...given })],
  ])(
    'is refused with both commits when it is %s, unless somebody accepts it; then that is remembered',
    async (_, act) => {
      const now = await lab.repository.commitOf(VERSION);
      const [refs, kv] = [await refsOf(lab.repository), await kvOf(lab.sandbox)];
      const refused = await act();
      expect(codesOf(refused)).toEqual(['version-moved']);
      expect(refused.annotations[0]?.message).toContain(was);
      expect(refused.annotations[0]?.message).toContain(now);
      expect(await refsOf(lab.repository)).toEqual(refs);
      expect(await kvOf(lab.sandbox)).toEqual(kv);

      expectSuccess(await act(inputs));
      expect(await inKv(`${ID}@v1.0.0`)).toBe('another v1.0.0');
      expect((await versionsOf(lab.repository, ID))['v1.0.0']).toMatchObject({
        commit: now,
        tag: await lab.repository.objectOf(`refs/tags/${VERSION}`),
        blob: await lab.repository.objectOf(`HEAD:${ID}.md`),
      });
      expect(await trailers(lab.repository, 'Override')).toContain('moved-version');
      expect(await trailers(lab.repository, 'Reason')).toContain('published too early');
      expectSuccess(await deployTag(lab.sandbox, lab.repository, VERSION));
      await expectSoundLedger(lab.repository);
    },
  );
});

test('in a repository of 300 components an entry costs few requests and next to nothing to download', async () => {
  await grow(300);
  await moveByHand('v1.0.0');
  expect((await subjects(lab.repository)).at(0)).toBe('Seed 300 components in production');
  lab.sandbox.clearRequests();
  expectSuccess(await moveByHand('v1.1.0'));
  const git = lab.sandbox.requests.filter(({ service }) => service === 'git');
  const fetched = git.filter(({ operation }) => operation === 'git fetch');
  // One request per level of the ledger's folders, however many entries there are.
  expect(fetched.length).toBeLessThanOrEqual(9);
  expect(git.length).toBeLessThanOrEqual(18);
  // Of the ledger come folders, and no entry but ours.
  expect(fetched.reduce((sum, { responseBytes }) => sum + responseBytes, 0)).toBeLessThan(45_000);
  const [push] = pushes(lab.sandbox.requests);
  expect(push?.requestBytes).toBeLessThan(10_000);
  expect(await entryOf(lab.repository, 'production/components/schemas/bulk-299')).toMatchObject({ move: 'seed' });
});

/** Components with one version and a production tag each. */
async function grow(count: number): Promise<void> {
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, i) => [`schemas/bulk-${i}.json`, JSON.stringify({ i })]),
  );
  const commit = await lab.repository.commit('many', files);
  const lines = Array.from({ length: count }, (_, i) => {
    const head = ['tagger T <t@example.com> 1777629600 +0000', 'data 1', 't'];
    return [
      ...[`tag components/schemas/bulk-${i}/v1.0.0`, `mark :${i + 1}`, `from ${commit}`, ...head],
      ...[`tag components/schemas/bulk-${i}/production`, `from :${i + 1}`, ...head],
    ];
  });
  await lab.repository.git(['--git-dir', lab.repository.bare, 'fast-import', '--quiet'], {
    input: `${lines.flat().join('\n')}\n`,
  });
  await ledgerGit(lab.repository, 'pack-refs', '--all');
}

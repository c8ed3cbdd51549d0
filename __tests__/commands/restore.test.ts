import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  PRODUCTION_NAMESPACE,
  type Repository,
  type RunResult,
  type Sandbox,
  STAGING_NAMESPACE,
} from '../../sandbox/index.ts';
import { Original } from '../support/copies.ts';
import { deployTag, indexOf, writes } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import {
  codesOf,
  dispatch,
  entryOf,
  expectSoundLedger,
  kvOf,
  LEDGER,
  ledgerGit,
  publish,
  pushes,
  refsOf,
  subjects,
  trailers,
} from '../support/moves.ts';

const lab = laboratory('restore');
const PROMPT = 'prompts/extraction';
const LIMITS = 'configs/limits';
const HEADER = 'templates/header';
const THEN = '2026-05-05T16:47:00+02:00';

type Inputs = Readonly<Record<string, string | null>>;

let original: Original;
/** What the Worker answered at `THEN`, by reference without the environment. */
const answers = new Map<string, string>();

/**
 * The afternoon: two components at 14:00, the prompt again at 14:30; after `THEN` the config at 15:00, the template for
 * the first time at 15:10, and the prompt a third time at 15:20.
 */
beforeAll(async () => {
  const { sandbox } = lab;
  const repository = await sandbox.createRepository('acme/afternoon');
  await publish(repository, PROMPT, 'v1.0.0', 'v2.0.0', 'v3.0.0');
  await publish(repository, LIMITS, 'v1.0.0', 'v2.0.0');
  await publish(repository, HEADER, 'v1.0.0');
  await promote(repository, '14:00', `${PROMPT}\n${LIMITS}`, 'v1.0.0');
  await promote(repository, '14:30', PROMPT, 'v2.0.0');
  for (const reference of ['prompt://extraction', 'config://limits']) {
    answers.set(reference, await answerOf(sandbox, `${reference}@production`));
  }
  await promote(repository, '15:00', LIMITS, 'v2.0.0');
  await promote(repository, '15:10', HEADER, 'v1.0.0');
  await promote(repository, '15:20', PROMPT, 'v3.0.0');
  original = await Original.of(sandbox, repository);
});

afterAll(() => lab.sandbox.serverClock.reset());

async function promote(repository: Repository, time: string, components: string, version: string): Promise<void> {
  setClock(time);
  const inputs = { components, version, environment: 'production' };
  expect(codesOf(await dispatch(lab.sandbox, repository, 'promote', inputs))).toEqual([]);
}

function setClock(time: string): void {
  lab.sandbox.serverClock.set(new Date(`2026-05-05T${time}:00Z`));
}

async function answerOf(sandbox: Sandbox, reference: string, namespace = PRODUCTION_NAMESPACE): Promise<string> {
  const { status, text } = await sandbox.ask(namespace, reference);
  return status === 200 ? text : String(status);
}

async function restore(inputs: Inputs = {}): Promise<RunResult> {
  return await dispatch(lab.sandbox, lab.repository, 'restore', { environment: 'production', at: THEN, ...inputs });
}

async function entry(component: string, environment = 'production'): Promise<Record<string, unknown>> {
  return await entryOf(lab.repository, `${environment}/components/${component}`);
}

/** The object the tag of an environment points at. */
async function tagOf(component: string, environment = 'production'): Promise<string> {
  return await ledgerGit(lab.repository, 'rev-parse', `refs/tags/components/${component}/${environment}`);
}

/** The name of the tag that an environment's tag wraps. */
async function wrapped(component: string, environment = 'production'): Promise<string> {
  const text = await ledgerGit(lab.repository, 'cat-file', '-p', await tagOf(component, environment));
  const [, object = ''] = /^object (\w+)/.exec(text) ?? [];
  return /^tag (.*)$/m.exec(await ledgerGit(lab.repository, 'cat-file', '-p', object))?.[1] ?? object;
}

/** What every restore leaves behind of a component: the entry speaks of the tag, and KV acknowledged it. */
async function expectRestored(component: string, version: string, environment = 'production'): Promise<void> {
  expect(await entry(component, environment)).toMatchObject({
    move: 'restore',
    version,
    status: 'deployed',
    tag: await tagOf(component, environment),
  });
}

/** The time and the source stand in summary, log, result, ledger, and the messages of commit and tag. */
async function expectSource(run: RunResult, from: string, environment = 'production'): Promise<void> {
  const restored = { from, at: '2026-05-05T14:47:00Z' };
  expect(run.summary).toContain(`Source: \`${from}\` as it was at ${restored.at}.`);
  expect(run.stdout).toContain(`Source: ${from} as it was at ${restored.at}`);
  expect(JSON.parse(run.outputs.result ?? '')).toMatchObject({ restored });
  expect(await entry(PROMPT, environment)).toMatchObject({ restored });
  const tag = await ledgerGit(lab.repository, 'cat-file', '-p', await tagOf(PROMPT, environment));
  expect(tag).toContain(`Set ${PROMPT} ${environment} to v2.0.0, which ran in ${from} at ${restored.at}`);
  expect((await trailers(lab.repository, 'Restored-From')).at(-2)).toBe([from, from].join(','));
  expect((await trailers(lab.repository, 'Restored-At')).at(-2)).toBe([restored.at, restored.at].join(','));
}

function warningsOf(run: RunResult): string[] {
  return run.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message);
}

describe('an environment as it was', () => {
  beforeEach(async () => {
    setClock('15:30');
    await original.copyTo(lab.repository);
  });

  test('comes back with one push of all its tags, and the Worker answers as it did then', async () => {
    const { sandbox, repository } = lab;
    expect(await answerOf(sandbox, 'prompt://extraction@production')).toBe(`${PROMPT} v3.0.0`);
    const header = await tagOf(HEADER);
    const run = await restore({ reason: 'The new prompt forgets names' });
    expect(codesOf(run)).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect([...answers.values()]).toEqual([`${PROMPT} v2.0.0`, `${LIMITS} v1.0.0`]);
    for (const [reference, text] of answers) {
      expect(await answerOf(sandbox, `${reference}@production`)).toBe(text);
    }
    expect(await wrapped(PROMPT)).toBe(`components/${PROMPT}/v2.0.0`);
    expect(await wrapped(LIMITS)).toBe(`components/${LIMITS}/v1.0.0`);
    await expectRestored(PROMPT, 'v2.0.0');
    await expectRestored(LIMITS, 'v1.0.0');
    expect(await entry(PROMPT)).toMatchObject({ previous: 'v3.0.0', reason: 'The new prompt forgets names' });
    await expectSource(run, 'production');
    expect(await entry(LIMITS)).toMatchObject({ previous: 'v2.0.0', at: '2026-05-05T15:30:00Z' });

    const [move, acknowledgment, ...more] = pushes(sandbox.requests);
    expect(move?.refs.map(({ name }) => name).sort()).toEqual([
      `refs/tags/components/${LIMITS}/production`,
      `refs/tags/components/${PROMPT}/production`,
      LEDGER,
    ]);
    expect(move?.body.toString('latin1', 0, 1000)).toMatch(/\batomic\b/);
    expect(acknowledgment?.refs.map(({ name }) => name)).toEqual([LEDGER]);
    expect(more).toEqual([]);
    expect((await subjects(repository)).slice(-2)).toEqual([
      'Restore 2 components in production',
      'Deployed 2 components to production',
    ]);
    await expectSoundLedger(repository);

    // What came into being later is named and left.
    expect(warningsOf(run)).toEqual([expect.stringContaining(`\`${HEADER}\``)]);
    expect(await tagOf(HEADER)).toBe(header);
    expect(await answerOf(sandbox, 'template://header@production')).toBe(`${HEADER} v1.0.0`);
    expect(await indexOf(sandbox)).toEqual({
      [LIMITS]: { production: 'v1.0.0' },
      [PROMPT]: { production: 'v2.0.0' },
      [HEADER]: { production: 'v1.0.0' },
    });
    expect(run.outputs).toMatchObject({ changed: 'true', component: '', 'rolled-back': '' });
    const { moves } = JSON.parse(run.outputs.result ?? '') as { moves: Record<string, unknown>[] };
    expect(moves.map((one) => [one.component, one['previous-version'], one.version])).toEqual([
      [LIMITS, 'v2.0.0', 'v1.0.0'],
      [PROMPT, 'v3.0.0', 'v2.0.0'],
    ]);

    // Once more, and nothing moves.
    sandbox.clearRequests();
    const again = await restore();
    expect([again.exitCode, again.outputs.changed, pushes(sandbox.requests)]).toEqual([0, 'false', []]);
  });

  test('without what came later, when that is to be pruned', async () => {
    const { sandbox, repository } = lab;
    const header = await tagOf(HEADER);
    const run = await restore({ prune: 'true' });
    expect(codesOf(run)).toEqual([]);
    const [move] = pushes(sandbox.requests);
    expect(move?.refs).toHaveLength(4);
    expect(move?.refs).toContainEqual({
      name: `refs/tags/components/${HEADER}/production`,
      before: header,
      after: '0'.repeat(40),
    });
    expect(Object.keys(await refsOf(repository))).not.toContain(`refs/tags/components/${HEADER}/production`);
    expect(Object.keys(await refsOf(repository))).toContain(`refs/tags/components/${HEADER}/v1.0.0`);
    expect(await entry(HEADER)).toMatchObject({
      move: 'remove',
      version: null,
      tag: null,
      status: 'deployed',
      previous: 'v1.0.0',
    });
    expect(await sandbox.kv.list(PRODUCTION_NAMESPACE)).not.toContain(`${HEADER}@production`);
    expect(await answerOf(sandbox, 'template://header@production')).toBe('404');
    expect(await indexOf(sandbox)).toEqual({ [LIMITS]: { production: 'v1.0.0' }, [PROMPT]: { production: 'v2.0.0' } });
    await expectRestored(PROMPT, 'v2.0.0');
    await expectRestored(LIMITS, 'v1.0.0');
    expect(warningsOf(run)).toEqual([]);
    await expectSoundLedger(repository);
  });

  test('stands in another environment that has no tag yet, and the first stays as it is', async () => {
    const { sandbox, repository } = lab;
    const before = await refsOf(repository);
    const production = await ledgerGit(repository, 'rev-parse', `${LEDGER}:production`);
    const run = await restore({ environment: 'debug', from: 'production', prune: 'true' });
    expect(codesOf(run)).toEqual([]);
    for (const [reference, text] of answers) {
      expect(await answerOf(sandbox, `${reference}@debug`)).toBe(text);
    }
    expect(await answerOf(sandbox, 'template://header@debug')).toBe('404');
    await expectRestored(PROMPT, 'v2.0.0', 'debug');
    await expectRestored(LIMITS, 'v1.0.0', 'debug');
    expect(await entry(PROMPT, 'debug')).toMatchObject({ previous: null });
    await expectSource(run, 'production', 'debug');
    expect(await wrapped(PROMPT, 'debug')).toBe(`components/${PROMPT}/v2.0.0`);
    expect(
      pushes(sandbox.requests)[0]
        ?.refs.map(({ name }) => name)
        .sort(),
    ).toEqual([`refs/tags/components/${LIMITS}/debug`, `refs/tags/components/${PROMPT}/debug`, LEDGER]);
    const after = await refsOf(repository);
    expect(Object.keys(before).filter((name) => before[name] !== after[name])).toEqual([LEDGER]);
    expect(await ledgerGit(repository, 'rev-parse', `${LEDGER}:production`)).toBe(production);
    expect(await answerOf(sandbox, 'prompt://extraction@production')).toBe(`${PROMPT} v3.0.0`);
    expect(await indexOf(sandbox)).toEqual({
      [LIMITS]: { production: 'v2.0.0', debug: 'v1.0.0' },
      [PROMPT]: { production: 'v3.0.0', debug: 'v2.0.0' },
      [HEADER]: { production: 'v1.0.0' },
    });
    expect(warningsOf(run)).toEqual([]);
    await expectSoundLedger(repository);
  });

  test('stands in an environment with a namespace of its own, and the other namespace is left alone', async () => {
    const { sandbox } = lab;
    const before = await kvOf(sandbox);
    const run = await restore({
      environment: 'debug',
      from: 'production',
      'kv-namespace': `debug: ${STAGING_NAMESPACE}\n**: ${PRODUCTION_NAMESPACE}`,
    });
    expect(codesOf(run)).toEqual([]);
    for (const [reference, text] of answers) {
      expect(await answerOf(sandbox, `${reference}@debug`, STAGING_NAMESPACE)).toBe(text);
      expect(await answerOf(sandbox, `${reference}@latest`, STAGING_NAMESPACE)).toBe(text);
    }
    expect(await indexOf(sandbox, STAGING_NAMESPACE)).toEqual({
      [LIMITS]: { debug: 'v1.0.0' },
      [PROMPT]: { debug: 'v2.0.0' },
    });
    expect(await kvOf(sandbox)).toEqual(before);
    expect(writes(sandbox.requests).every(({ path }) => path.includes(STAGING_NAMESPACE))).toBe(true);
  });

  test.each([
    ['now', () => new Date().toISOString()],
    ['in the second of the last move', () => '2026-05-05T15:20:00Z'],
  ])('%s is there already: no tag moves and nothing is written', async (_, time) => {
    const { sandbox, repository } = lab;
    const [refs, kv] = [await refsOf(repository), await kvOf(sandbox)];
    const run = await restore({ at: time(), prune: 'true' });
    expect([codesOf(run), run.exitCode]).toEqual([[], 0]);
    expect(run.outputs.changed).toBe('false');
    expect(pushes(sandbox.requests)).toEqual([]);
    expect(await refsOf(repository)).toEqual(refs);
    expect(await kvOf(sandbox)).toEqual(kv);
  });

  test('is only planned in a dry run', async () => {
    const { sandbox, repository } = lab;
    const [refs, kv] = [await refsOf(repository), await kvOf(sandbox)];
    const run = await restore({ 'dry-run': 'true', prune: 'true' });
    expect([codesOf(run), run.exitCode]).toEqual([[], 0]);
    expect(run.stdout).toContain(`Would move ${PROMPT} in production: v2.0.0 (was v3.0.0), what ran then`);
    expect(run.stdout).toContain(`Would move ${HEADER} in production: removed`);
    expect(pushes(sandbox.requests)).toEqual([]);
    expect(writes(sandbox.requests)).toEqual([]);
    expect(await refsOf(repository)).toEqual(refs);
    expect(await kvOf(sandbox)).toEqual(kv);
  });

  test.each<[string, Inputs, string]>([
    ['a time before the ledger', { at: '2026-05-05T13:59:59Z' }, 'time-unknown'],
    [
      'a time before the ledger, into another environment',
      { at: '2026-05-01T00:00:00Z', environment: 'debug', from: 'production' },
      'time-unknown',
    ],
    ['an environment that never was', { environment: 'debug' }, 'environment-unknown'],
    ['a source that never was', { environment: 'production', from: 'staging' }, 'environment-unknown'],
    ['a time without a zone', { at: '2026-05-05T14:47:00' }, 'input-invalid'],
    ['no time', { at: null }, 'input-missing'],
  ])('%s is refused, and nothing moves', async (_, inputs, code) => {
    const refs = await refsOf(lab.repository);
    const run = await restore(inputs);
    expect([codesOf(run), run.exitCode]).toEqual([[code], 1]);
    expect(pushes(lab.sandbox.requests)).toEqual([]);
    expect(writes(lab.sandbox.requests)).toEqual([]);
    expect(await refsOf(lab.repository)).toEqual(refs);
  });

  test('with a quarantined version comes back only by override, or not at all', async () => {
    const { sandbox, repository } = lab;
    const back = { components: PROMPT, environment: 'production' };
    expect(codesOf(await dispatch(sandbox, repository, 'rollback', back))).toEqual([]);
    await promote(repository, '15:40', LIMITS, 'v1.0.0');
    expect(await entry(PROMPT)).toMatchObject({ version: 'v2.0.0', quarantined: ['v3.0.0'] });
    const refs = await refsOf(repository);
    const at = '2026-05-05T15:25:00Z';
    const refused = await restore({ at });
    expect([codesOf(refused), refused.exitCode]).toEqual([['version-quarantined'], 1]);
    // Not even the other component moved.
    expect(await refsOf(repository)).toEqual(refs);
    expect(await answerOf(sandbox, 'config://limits@production')).toBe(`${LIMITS} v1.0.0`);

    const run = await restore({ at, override: 'quarantine', reason: 'It was the gateway' });
    expect(codesOf(run)).toEqual([]);
    expect(await entry(PROMPT)).toMatchObject({
      version: 'v3.0.0',
      quarantined: [],
      override: ['quarantine'],
      reason: 'It was the gateway',
    });
    expect(await answerOf(sandbox, 'prompt://extraction@production')).toBe(`${PROMPT} v3.0.0`);
    expect(await answerOf(sandbox, 'config://limits@production')).toBe(`${LIMITS} v2.0.0`);
    await expectSoundLedger(repository);
  });

  test('comes back although the tags of a version and of an environment were deleted since', async () => {
    const { sandbox, repository } = lab;
    await repository.deleteTag(`components/${PROMPT}/v2.0.0`);
    await repository.deleteTag(`components/${LIMITS}/production`);
    const run = await restore();
    expect(codesOf(run)).toEqual([]);
    for (const [reference, text] of answers) {
      expect(await answerOf(sandbox, `${reference}@production`)).toBe(text);
    }
    await expectRestored(PROMPT, 'v2.0.0');
    await expectRestored(LIMITS, 'v1.0.0');
    expect(warningsOf(run).join()).toContain(`The tag of \`${PROMPT}\` v2.0.0 was deleted`);
    expect((await subjects(repository)).slice(-3)).toEqual([
      `Remove ${LIMITS} from production (was v2.0.0)`,
      'Restore 2 components in production',
      'Deployed 2 components to production',
    ]);
    await expectSoundLedger(repository);
    sandbox.clearRequests();
    expect((await restore()).outputs.changed).toBe('false');
    expect(pushes(sandbox.requests)).toEqual([]);
  });

  test('brings back what a version was, and not where its tag moved since, once that is accepted', async () => {
    const { sandbox, repository } = lab;
    const then = await repository.commitOf(`components/${PROMPT}/v2.0.0`);
    await repository.commit('again', { [`${PROMPT}.md`]: 'not what v2 was' });
    await repository.tag(`components/${PROMPT}/v2.0.0`, 'HEAD', { annotated: true });
    const refs = await refsOf(repository);
    const refused = await restore();
    expect(codesOf(refused)).toEqual(['version-moved']);
    expect(refused.annotations[0]?.message).toContain(then);
    expect(await refsOf(repository)).toEqual(refs);
    expect(await answerOf(sandbox, 'prompt://extraction@production')).toBe(`${PROMPT} v3.0.0`);
    const run = await restore({ override: 'moved-version', reason: 'The tag was set again by mistake' });
    expect(codesOf(run)).toEqual([]);
    expect(await ledgerGit(repository, 'rev-parse', `${await tagOf(PROMPT)}^{commit}`)).toBe(then);
    expect(await answerOf(sandbox, 'prompt://extraction@production')).toBe(`${PROMPT} v2.0.0`);
    expect(await entry(PROMPT)).toMatchObject({ version: 'v2.0.0', commit: then, status: 'deployed' });
    await expectSoundLedger(repository);
  });

  test('moves no tag at all when somebody moves one of them meanwhile', async () => {
    const { sandbox, repository } = lab;
    const limits = await tagOf(LIMITS);
    let moved = '';
    const remove = sandbox.before(async ({ operation }) => {
      if (operation === 'git push' && moved === '') {
        moved = await repository.edgitSet(PROMPT, 'production', 'v1.0.0');
      }
    });
    const run = await restore();
    remove();
    expect([run.exitCode, run.outputs.verdict, run.outputs.changed]).toEqual([0, 'superseded', 'false']);
    expect([await tagOf(PROMPT), await tagOf(LIMITS)]).toEqual([moved, limits]);
    expect(writes(sandbox.requests)).toEqual([]);
    expect(await subjects(repository)).not.toContain('Restore 2 components in production');
  });
});

test('a version whose commit is gone comes back from what the ledger kept', async () => {
  const { sandbox, repository } = lab;
  await publish(repository, PROMPT, 'v1.0.0', 'v2.0.0');
  const commit = await repository.commitOf('HEAD');
  await promote(repository, '14:00', PROMPT, 'v1.0.0');
  await promote(repository, '14:30', PROMPT, 'v2.0.0');
  // Somebody rewrites history.
  await repository.git(['reset', '--quiet', '--hard', 'HEAD~1']);
  await publish(repository, PROMPT, 'v3.0.0');
  await promote(repository, '15:00', PROMPT, 'v3.0.0');
  await repository.deleteTag(`components/${PROMPT}/v2.0.0`);
  await ledgerGit(repository, 'reflog', 'expire', '--expire=now', '--all');
  await ledgerGit(repository, 'gc', '--quiet', '--prune=now');
  await expect(ledgerGit(repository, 'cat-file', '-e', commit)).rejects.toThrow();
  setClock('15:30');
  expect(codesOf(await restore())).toEqual(['version-unanchored']);
  // Nobody but the ledger knows it any more.
  const accepting = { override: 'unanchored', reason: 'it ran then' };
  const run = await restore(accepting);
  expect(codesOf(run)).toEqual([]);
  expect(await answerOf(sandbox, 'prompt://extraction@production')).toBe(`${PROMPT} v2.0.0`);
  await expectRestored(PROMPT, 'v2.0.0');
  expect(warningsOf(run).join()).toContain('its commit is gone');
  expect(await indexOf(sandbox)).toEqual({ [PROMPT]: { production: 'v2.0.0' } });
  await expectSoundLedger(repository);

  // From now on it is a version as any other: deployed, restored or promoted again, it stays; and it may come again.
  sandbox.clearRequests();
  await repository.git(['fetch', '--quiet', '--tags', '--force', 'origin']);
  const deploy = await deployTag(sandbox, repository, `components/${PROMPT}/production`);
  expect([codesOf(deploy), deploy.outputs.version]).toEqual([[], 'v2.0.0']);
  const named = { components: PROMPT, environment: 'production', version: 'v2.0.0', ...accepting };
  for (const again of [await restore(accepting), await dispatch(sandbox, repository, 'promote', named)]) {
    expect([codesOf(again), again.outputs.changed]).toEqual([[], 'false']);
  }
  expect(pushes(sandbox.requests)).toEqual([]);
  await promote(repository, '15:40', PROMPT, 'v3.0.0');
  setClock('15:50');
  expect(codesOf(await dispatch(sandbox, repository, 'promote', named))).toEqual([]);
  expect(await answerOf(sandbox, 'prompt://extraction@production')).toBe(`${PROMPT} v2.0.0`);
});

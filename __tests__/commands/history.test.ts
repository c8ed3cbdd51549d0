import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { Repository, RunOptions, RunResult } from '../../sandbox/index.ts';
import { deployTag } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';
import { codesOf, dispatch, entryOf, expectSoundLedger, LEDGER, ledgerGit, publish, refsOf } from '../support/moves.ts';

const lab = laboratory('history');
const ID = 'prompts/extraction';
const LIMITS = 'configs/limits';
const DAY = '2026-05-05';

interface State {
  readonly component: string;
  readonly environment: string;
  readonly version: string | null;
  readonly sha: string | null;
  readonly since: string | null;
  readonly move: string;
  readonly actor: string | null;
  readonly run: string | null;
  readonly reason: string | null;
}

interface Move extends Omit<State, 'since' | 'sha'> {
  readonly at: string;
  readonly event: string;
  readonly 'previous-version': string | null;
  readonly commit: string;
}

interface Answer {
  readonly at: string;
  readonly state: readonly State[];
  readonly moves: readonly Move[];
  readonly changes: readonly unknown[] | null;
  readonly ledger: { readonly seq: number; readonly commit: string } | null;
  readonly notices: readonly { readonly message: string }[];
}

type Inputs = Readonly<Record<string, string | null>>;

let resultSchema: z.ZodType;

beforeAll(async () => {
  const text = await readFile(new URL('../../schema/result.schema.json', import.meta.url), 'utf8');
  resultSchema = z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
});

afterAll(() => lab.sandbox.serverClock.reset());

/** Runs something at a time of the Git server's. */
async function at(
  time: string,
  repository: Repository,
  command: string,
  inputs: Inputs,
  options: Partial<RunOptions> = {},
): Promise<RunResult> {
  lab.sandbox.serverClock.set(new Date(time));
  const run = await dispatch(lab.sandbox, repository, command, { environment: 'production', ...inputs }, options);
  expect(codesOf(run)).toEqual([]);
  expect(run.exitCode).toBe(0);
  return run;
}

/** Asks for history with a token that may only read, and without any of Cloudflare's. */
async function ask(repository: Repository, inputs: Inputs = {}): Promise<RunResult> {
  return await dispatch(lab.sandbox, repository, 'history', {
    'github-token': lab.sandbox.readOnlyToken,
    'cloudflare-api-token': null,
    'cloudflare-account-id': null,
    ...inputs,
  });
}

/** The answer of a history, as the published schema has it. */
async function answerTo(repository: Repository, inputs: Inputs = {}): Promise<Answer> {
  const run = await ask(repository, inputs);
  expect(codesOf(run)).toEqual([]);
  expect(run.exitCode).toBe(0);
  const result: unknown = JSON.parse(run.outputs.result ?? '');
  expect(resultSchema.safeParse(result).error).toBeUndefined();
  return result as Answer;
}

/** A state in short: `production prompts/extraction v1.0.0`. */
function short({ state }: Answer): string[] {
  return state
    .map(({ environment, component, version }) => `${environment} ${component} ${version ?? 'unknown'}`)
    .sort();
}

/** What plain Git says of a time, without the code under test. */
async function gitAt(repository: Repository, time: string): Promise<string[]> {
  const commit = await ledgerGit(repository, 'log', '-1', `--before=${time}`, '--format=%H', LEDGER);
  const files = (await ledgerGit(repository, 'ls-tree', '-r', '--name-only', commit)).split('\n');
  const lines: string[] = [];
  for (const file of files) {
    const [, environment, component] = /^([^./][^/]*)\/components\/(.+)\.json$/.exec(file) ?? [];
    if (environment === undefined || environment === 'versions') continue;
    const { version } = JSON.parse(await ledgerGit(repository, 'show', `${commit}:${file}`)) as { version: string };
    if (version !== null) lines.push(`${environment} ${component} ${version}`);
  }
  return lines.sort();
}

describe('an afternoon of moves', () => {
  let repository: Repository;
  /** The runs of the moves. */
  const links: string[] = [];
  const SEEDED = [`canary ${LIMITS} v1.0.0`, `staging ${ID} v1.0.0`];

  beforeAll(async () => {
    repository = await lab.sandbox.createRepository('acme/afternoon');
    await publish(repository, ID, 'v1.0.0', 'v2.0.0', 'v3.0.0');
    await publish(repository, LIMITS, 'v1.0.0');
    // One tag that carries a date and one that carries none, both from before the ledger.
    await repository.edgitSet(ID, 'staging', 'v1.0.0', { date: new Date('2026-05-04T09:00:00Z') });
    await repository.tag(`components/${LIMITS}/canary`, `components/${LIMITS}/v1.0.0^{commit}`);
    const move = async (time: string, command: string, inputs: Inputs, options: Partial<RunOptions> = {}) => {
      await at(`${DAY}T${time}`, repository, command, { components: ID, ...inputs }, options);
      links.push(String((await entryOf(repository, `production/components/${ID}`)).run));
    };
    await move('14:00:00Z', 'promote', { version: 'v1.0.0' });
    await move('14:30:00Z', 'promote', { version: 'v2.0.0', reason: 'Ask for dates' }, { actor: 'grace' });
    await move('15:00:00Z', 'promote', { version: 'v3.0.0' });
    await move('15:10:00Z', 'rollback', { reason: 'It forgets names' });
    await move('15:20:00Z', 'promote', { components: LIMITS, version: 'v1.0.0' });
  });

  test.each([
    ['between the first two', '14:15:00Z', 'v1.0.0', '14:00:00Z'],
    ['a second before a move', '14:29:59Z', 'v1.0.0', '14:00:00Z'],
    ['in the very second of a move', '14:30:00Z', 'v2.0.0', '14:30:00Z'],
    ['between the second and the third, in another zone', '16:45:00+02:00', 'v2.0.0', '14:30:00Z'],
    ['with a fraction of a second', '14:59:59.999Z', 'v2.0.0', '14:30:00Z'],
    ['before the rollback', '15:05:00Z', 'v3.0.0', '15:00:00Z'],
    ['after the rollback', '15:10:00Z', 'v2.0.0', '15:10:00Z'],
  ])('tells what ran %s', async (_, time, version, since) => {
    const answer = await answerTo(repository, { at: `${DAY}T${time}` });
    expect(short(answer)).toEqual([...SEEDED, `production ${ID} ${version}`].sort());
    const line = answer.state.find(({ environment }) => environment === 'production');
    expect(line).toMatchObject({
      since: `${DAY}T${since}`,
      sha: await repository.commitOf(`components/${ID}/${version}`),
    });
  });

  test('says who moved what, when and why, and links the run', async () => {
    const run = await ask(repository, { at: `${DAY}T14:45:00Z`, environment: 'production' });
    expect(run.outputs).toMatchObject({
      component: ID,
      environment: 'production',
      version: 'v2.0.0',
      sha: await repository.commitOf(`components/${ID}/v2.0.0`),
      changed: 'false',
      keys: '[]',
    });
    expect(links[1]).toMatch(new RegExp(`^${lab.sandbox.serverUrl}/acme/afternoon/actions/runs/\\d+$`));
    const { state, moves } = JSON.parse(run.outputs.result ?? '') as Answer;
    const known = { actor: 'grace', reason: 'Ask for dates', run: links[1], version: 'v2.0.0', component: ID };
    expect(state).toEqual([expect.objectContaining({ ...known, move: 'promote', since: `${DAY}T14:30:00Z` })]);
    // What came later has no place in an answer about that time.
    expect(moves.map(({ version, event }) => `${event} ${version}`)).toEqual(['moved v2.0.0', 'moved v1.0.0']);
    expect(moves[0]).toMatchObject({ ...known, at: `${DAY}T14:30:00Z`, 'previous-version': 'v1.0.0' });
    expect(run.summary).toContain(`## What ran at ${DAY}T14:45:00Z`);
    expect(run.summary).toContain(
      `| \`production\` | \`${ID}\` | \`v2.0.0\` | ${DAY}T14:30:00Z, for 15 min | deployed | \`grace\` | Ask for dates | [run](${links[1]}) |`,
    );
    expect(run.stdout).toContain(`  production  ${ID}  v2.0.0 since ${DAY}T14:30:00Z by grace\n`);
    expect(run.stdout).toContain(`  ${DAY}T14:30:00Z  promote  ${ID} v2.0.0 in production (was v1.0.0), grace\n`);
  });

  test('knows of the time before the ledger what the tags tell, and says so where they tell nothing', async () => {
    const before = await answerTo(repository, { at: '2026-05-04T10:00:00Z' });
    expect(short(before)).toEqual([`canary ${LIMITS} unknown`, `staging ${ID} v1.0.0`]);
    expect(before.state.find(({ environment }) => environment === 'staging')?.since).toBe('2026-05-04T09:00:00Z');
    expect(before.moves).toEqual([]);
    const long = await ask(repository, { at: '2026-05-04T08:59:59Z' });
    const { state } = JSON.parse(long.outputs.result ?? '') as Answer;
    expect(state.map(({ version, sha, since }) => [version, sha, since])).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
    expect(long.summary).toContain(`| \`staging\` | \`${ID}\` | unknown | unknown |`);
    const none = await answerTo(repository, { at: '2026-05-04T10:00:00Z', environment: 'production' });
    expect([none.state, none.moves]).toEqual([[], []]);
  });

  test('tells what runs now, and every move, the latest first', async () => {
    const { state, moves, changes, ledger } = await answerTo(repository);
    expect(state.map(({ environment, component, version, move }) => [environment, component, version, move])).toEqual([
      ['canary', LIMITS, 'v1.0.0', 'seed'],
      ['production', LIMITS, 'v1.0.0', 'promote'],
      ['production', ID, 'v2.0.0', 'rollback'],
      ['staging', ID, 'v1.0.0', 'seed'],
    ]);
    expect(
      moves.map((one) => [one.at, one.move, one.environment, one.version, one['previous-version'], one.actor]),
    ).toEqual([
      [`${DAY}T15:20:00Z`, 'promote', 'production', 'v1.0.0', null, 'ada'],
      [`${DAY}T15:10:00Z`, 'rollback', 'production', 'v2.0.0', 'v3.0.0', 'ada'],
      [`${DAY}T15:00:00Z`, 'promote', 'production', 'v3.0.0', 'v2.0.0', 'ada'],
      [`${DAY}T14:30:00Z`, 'promote', 'production', 'v2.0.0', 'v1.0.0', 'grace'],
      [`${DAY}T14:00:00Z`, 'promote', 'production', 'v1.0.0', null, 'ada'],
      ...moves.filter(({ move }) => move === 'seed').map((one) => expect.arrayContaining([one.version])),
    ]);
    expect(moves.filter(({ move }) => move === 'seed')).toHaveLength(2);
    expect(changes).toBeNull();
    expect(ledger?.commit).toBe(await ledgerGit(repository, 'rev-parse', LEDGER));
  });

  test('says of a time that is still to come that nobody knows it yet', async () => {
    const { state, notices } = await answerTo(repository, { at: '2999-01-01T00:00:00Z' });
    expect(state).toHaveLength(4);
    expect(notices.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^2999-01-01T00:00:00Z is still to come: this is what runs at /),
    );
  });

  test('tells the moves of a range, and what is different at its end', async () => {
    const inputs = { since: `${DAY}T14:30:00Z`, until: `${DAY}T15:10:00Z`, environment: 'production' };
    const run = await ask(repository, inputs);
    const { at: end, moves, changes } = JSON.parse(run.outputs.result ?? '') as Answer;
    expect(end).toBe(inputs.until);
    expect(moves.map(({ at: time, move, version }) => [time, move, version])).toEqual([
      [`${DAY}T15:10:00Z`, 'rollback', 'v2.0.0'],
      [`${DAY}T15:00:00Z`, 'promote', 'v3.0.0'],
      [`${DAY}T14:30:00Z`, 'promote', 'v2.0.0'],
    ]);
    expect(moves[0]).toMatchObject({ actor: 'ada', reason: 'It forgets names', run: links[3] });
    // From v2 over v3 back to v2.
    expect(changes).toEqual([]);
    expect(run.summary).toContain('### What changed in the range\n\nNothing.\n');
    expect(run.stdout).toContain('Nothing changed in the range.');

    const whole = await ask(repository, { since: `${DAY}T14:15:00Z` });
    const answer = JSON.parse(whole.outputs.result ?? '') as Answer;
    expect(resultSchema.safeParse(answer).error).toBeUndefined();
    expect(answer.changes).toEqual([
      { component: LIMITS, environment: 'production', from: null, to: 'v1.0.0' },
      { component: ID, environment: 'production', from: 'v1.0.0', to: 'v2.0.0' },
    ]);
    expect(answer.moves).toHaveLength(4);
    expect(whole.summary).toContain(`| \`production\` | \`${ID}\` | \`v1.0.0\` | \`v2.0.0\` |`);
    expect(whole.stdout).toContain(`  production  ${LIMITS}  nothing → v1.0.0\n`);

    const quiet = await answerTo(repository, { since: `${DAY}T14:31:00Z`, until: `${DAY}T14:59:59Z` });
    expect([quiet.moves, quiet.changes]).toEqual([[], []]);
    const first = await answerTo(repository, { since: '2026-05-01T00:00:00Z', until: `${DAY}T14:00:00Z` });
    // Of the tag without a date nobody can say that it changed.
    expect(first.changes).toEqual([
      { component: ID, environment: 'production', from: null, to: 'v1.0.0' },
      { component: ID, environment: 'staging', from: null, to: 'v1.0.0' },
    ]);
  });

  test.each<[string, Inputs, string[], number]>([
    ['a pattern', { components: 'configs/*' }, [`canary ${LIMITS} v1.0.0`, `production ${LIMITS} v1.0.0`], 2],
    [
      'two lines',
      { components: `configs/*\n${ID}`, environment: 'production' },
      [`production ${LIMITS} v1.0.0`, `production ${ID} v2.0.0`],
      5,
    ],
    ['everything', { components: '**', environment: 'staging' }, [`staging ${ID} v1.0.0`], 1],
    ['nothing there is', { components: 'agents/*' }, [], 0],
  ])('answers about %s', async (_, inputs, state, moves) => {
    const answer = await answerTo(repository, inputs);
    expect(short(answer)).toEqual(state);
    expect(answer.moves).toHaveLength(moves);
  });

  test('refuses an environment that neither a tag nor the ledger has, and names those there are', async () => {
    const run = await ask(repository, { environment: 'prodution' });
    expect(codesOf(run)).toEqual(['environment-unknown']);
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]?.message).toContain('Known: canary, production, staging.');
  });

  test('writes nothing anywhere, and asks Cloudflare nothing', async () => {
    const before = await refsOf(repository);
    lab.sandbox.clearRequests();
    for (const inputs of [{}, { at: `${DAY}T14:45:00Z` }, { since: `${DAY}T14:15:00Z` }]) {
      expect((await ask(repository, inputs)).exitCode).toBe(0);
    }
    const operations = new Set(lab.sandbox.requests.map(({ operation }) => operation));
    expect([...operations].sort()).toEqual(['git fetch', 'git ls-refs']);
    expect(await refsOf(repository)).toEqual(before);
  });

  test('agrees with `git log -1 --before` at any time', async () => {
    const begin = Date.parse(`${DAY}T14:00:00Z`);
    let seed = 20_260_505;
    const random = (): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return seed / 2_147_483_648;
    };
    const times = Array.from({ length: 10 }, () => {
      const time = new Date(begin + Math.floor(random() * 90 * 60) * 1000);
      return time.toISOString().replace('.000Z', 'Z');
    });
    const seen = new Set<string>();
    for (const time of times) {
      const told = short(await answerTo(repository, { at: time }));
      expect([time, told]).toEqual([time, await gitAt(repository, time)]);
      seen.add(told.join());
    }
    expect(seen.size).toBeGreaterThan(2);
  });

  test('names what was moved by hand and no run has told, also where the ledger knows no tag at all', async () => {
    const other = await lab.sandbox.createRepository('acme/by-hand');
    await publish(other, ID, 'v1.0.0', 'v2.0.0');
    await publish(other, LIMITS, 'v1.0.0');
    await at(`${DAY}T14:00:00Z`, other, 'promote', { components: ID, version: 'v1.0.0' });
    await at(`${DAY}T14:00:00Z`, other, 'promote', { components: LIMITS, version: 'v1.0.0' });
    const told = await answerTo(other);
    expect(told.notices).toEqual([]);
    await other.edgitSet(ID, 'production', 'v2.0.0');
    await other.edgitSet(LIMITS, 'debug', 'v1.0.0');
    const { notices, state } = await answerTo(other);
    expect(state.map(({ version }) => version)).toEqual(['v1.0.0', 'v1.0.0']);
    expect(notices.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^Moved since the ledger was last told/),
    ]);
    expect(notices[0]?.message).toContain(`\`${ID}\` in \`production\``);
    expect(notices[0]?.message).toContain(`\`${LIMITS}\` in \`debug\``);
    expect(notices[0]?.message).not.toContain(`\`${LIMITS}\` in \`production\``);
    const about = await answerTo(other, { environment: 'debug' });
    expect(about.notices[0]?.message).toContain(`\`${LIMITS}\` in \`debug\``);
    expect(about.notices[0]?.message).not.toContain('production');

    await deployTag(lab.sandbox, other, `components/${ID}/production`);
    await other.git(['tag', '--delete', `components/${LIMITS}/debug`]);
    await other.git(['push', '--quiet', 'origin', `:refs/tags/components/${LIMITS}/debug`]);
    expect((await answerTo(other)).notices).toEqual([]);
  });
});

describe('days and months', () => {
  test('are crossed at their very seconds; of two moves in one second the last counts; time never goes back', async () => {
    const { repository } = lab;
    await publish(repository, ID, 'v1.0.0', 'v2.0.0', 'v3.0.0', 'v4.0.0', 'v5.0.0', 'v6.0.0', 'v7.0.0');
    const moves: readonly [string, string][] = [
      ['2025-10-30T12:00:00Z', 'v1.0.0'],
      ['2025-12-31T23:59:59Z', 'v2.0.0'],
      ['2026-01-01T00:00:00Z', 'v3.0.0'],
      ['2026-01-01T00:00:00Z', 'v4.0.0'],
      ['2026-01-02T00:00:00Z', 'v5.0.0'],
      ['2026-03-01T08:00:00Z', 'v6.0.0'],
      // The server's clock was set back.
      ['2026-03-01T07:56:00Z', 'v7.0.0'],
    ];
    for (const [time, version] of moves) {
      await at(time, repository, 'promote', { components: ID, version });
    }
    const asked: readonly [string, string | undefined][] = [
      ['2025-10-30T11:59:59Z', undefined],
      ['2025-10-30T12:00:00Z', 'v1.0.0'],
      ['2025-11-15T00:00:00Z', 'v1.0.0'],
      ['2025-12-31T23:59:58Z', 'v1.0.0'],
      ['2025-12-31T23:59:59Z', 'v2.0.0'],
      ['2026-01-01T00:00:00Z', 'v4.0.0'],
      ['2026-01-01T23:59:59Z', 'v4.0.0'],
      ['2026-01-02T00:00:00Z', 'v5.0.0'],
      ['2026-02-01T00:00:00Z', 'v5.0.0'],
      ['2026-03-01T07:30:00Z', 'v5.0.0'],
      ['2026-03-01T08:00:00Z', 'v7.0.0'],
    ];
    for (const [time, version] of asked) {
      const wanted = version === undefined ? [] : [`production ${ID} ${version}`];
      expect([time, short(await answerTo(repository, { at: time }))]).toEqual([time, wanted]);
      if (version !== undefined) expect(await gitAt(repository, time)).toEqual(wanted);
    }
    const { moves: told } = await answerTo(repository, {
      since: '2025-12-31T23:59:59Z',
      until: '2026-01-01T00:00:00Z',
    });
    expect(told.map(({ version }) => version)).toEqual(['v4.0.0', 'v3.0.0', 'v2.0.0']);
    await expectSoundLedger(repository);
  }, 120_000);

  test('a runner whose clock is behind the server sees the last move all the same', async () => {
    const { repository } = lab;
    await publish(repository, ID, 'v1.0.0', 'v2.0.0');
    await at('2026-05-05T12:00:00Z', repository, 'promote', { components: ID, version: 'v1.0.0' });
    const ahead = new Date(Date.now() + 3_600_000).toISOString();
    await at(ahead, repository, 'promote', { components: ID, version: 'v2.0.0' });
    for (const inputs of [{}, { since: '2026-05-05T12:00:00Z' }]) {
      const { state, moves } = await answerTo(repository, inputs);
      expect(state.map(({ version }) => version)).toEqual(['v2.0.0']);
      expect(moves.map(({ version }) => version)).toEqual(['v2.0.0', 'v1.0.0']);
    }
  });
});

describe('without a ledger', () => {
  test('the tags tell what they can, and the answer says so', async () => {
    const { repository } = lab;
    await publish(repository, ID, 'v1.0.0');
    const dated = new Date('2026-05-04T09:00:00Z');
    await repository.edgitSet(ID, 'production', 'v1.0.0', { date: dated });
    await repository.tag(`components/${ID}/debug`, `components/${ID}/v1.0.0^{commit}`);
    const now = await answerTo(repository);
    expect(now.ledger).toBeNull();
    expect(now.state.map(({ environment, version, since }) => [environment, version, since])).toEqual([
      ['debug', 'v1.0.0', null],
      ['production', 'v1.0.0', '2026-05-04T09:00:00Z'],
    ]);
    expect([now.moves, now.changes]).toEqual([[], null]);
    expect(now.notices.map(({ message }) => message)).toEqual([
      expect.stringContaining('The repository has no ledger yet'),
    ]);
    const then = await answerTo(repository, { at: '2026-05-04T09:00:00Z' });
    expect(short(then)).toEqual([`debug ${ID} unknown`, `production ${ID} v1.0.0`]);
    const before = await answerTo(repository, { at: '2026-05-04T08:59:59Z', environment: 'production' });
    expect(short(before)).toEqual([`production ${ID} unknown`]);
    const range = await answerTo(repository, { since: '2026-05-04T08:00:00Z', until: '2026-05-04T10:00:00Z' });
    expect(range.moves).toEqual([]);
    expect(range.changes).toEqual([{ component: ID, environment: 'production', from: null, to: 'v1.0.0' }]);
    expect(codesOf(await ask(repository, { environment: 'staging' }))).toEqual(['environment-unknown']);
    expect(Object.keys(await refsOf(repository))).not.toContain(LEDGER);
  });

  test('a repository without a tag has no history', async () => {
    await lab.repository.commit('first', { 'a.txt': 'a' });
    const { state, moves } = await answerTo(lab.repository);
    expect([state, moves]).toEqual([[], []]);
  });
});

describe('mistakes in what is asked', () => {
  test.each<[string, Inputs, string, string]>([
    ['a time without a zone', { at: `${DAY}T14:45:00` }, 'input-invalid', '`at`'],
    ['a day that does not exist', { at: '2026-02-30T14:45:00Z' }, 'input-invalid', '`at`'],
    ['an hour that does not exist', { since: `${DAY}T25:00:00Z` }, 'input-invalid', '`since`'],
    ['a day alone', { since: `${DAY}T14:00:00Z`, until: DAY }, 'input-invalid', '`until`'],
    ['words', { at: 'yesterday' }, 'input-invalid', '`at`'],
    ['an end without a beginning', { until: `${DAY}T14:00:00Z` }, 'input-missing', '`since`'],
    ['a point and a range', { at: `${DAY}T14:00:00Z`, since: `${DAY}T13:00:00Z` }, 'input-invalid', '`at`'],
    ['a range that ends first', { since: `${DAY}T14:00:00Z`, until: `${DAY}T13:00:00Z` }, 'input-invalid', 'range'],
    ['a version', { version: 'v1.0.0' }, 'input-unknown', '`version`'],
  ])('%s is refused before anything is asked of a server', async (_, inputs, code, named) => {
    await lab.repository.commit('first', { 'a.txt': 'a' });
    lab.sandbox.clearRequests();
    const run = await ask(lab.repository, inputs);
    expect(codesOf(run)).toEqual([code]);
    expect(run.annotations[0]?.message).toContain(named);
    expect(run.exitCode).toBe(1);
    expect(lab.sandbox.requests).toEqual([]);
  });
});

test('a hostile reason stays text in the summary, one row of the table, and no command of the log', async () => {
  const { repository } = lab;
  await publish(repository, ID, 'v1.0.0');
  const reason =
    '</td><script>alert(1)</script> | **now** @octocat [x](https://evil.example)\n| a | b |\n::error::owned\nSeq: 99';
  await at(`${DAY}T14:00:00Z`, repository, 'promote', { components: ID, version: 'v1.0.0', reason });
  const run = await ask(repository);
  const { state, moves, ledger } = JSON.parse(run.outputs.result ?? '') as Answer;
  const oneLine = reason.replace(/\s+/g, ' ');
  expect([state[0]?.reason?.replace(/\s+/g, ' '), moves[0]?.reason]).toEqual([oneLine, oneLine]);
  expect(ledger?.seq).toBe(2);
  expect(run.annotations).toEqual([]);
  expect(run.summary).not.toMatch(/<script|<\/td|@octocat|(?<!\\)\[x|(?<!\\)\*\*now/);
  expect(run.summary).toContain('&lt;script&gt;');
  const rows = run.summary.split('\n').filter((line) => line.startsWith('|'));
  const cells = rows.map((line) => line.replace(/\\\|/g, '').split('|').length);
  expect(cells).toEqual([10, 10, 10, 11, 11, 11]);
});

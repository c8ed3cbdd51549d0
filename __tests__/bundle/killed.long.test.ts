import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { KillPoint, RecordedRequest, Repository, RunResult, Sandbox } from '../../sandbox/index.ts';
import { Original } from '../support/copies.ts';
import { indexOf, stored } from '../support/deploy.ts';
import {
  codesOf,
  dispatch,
  entryOf,
  expectSoundLedger,
  kvOf,
  LEDGER,
  ledgerGit,
  publish,
  refsOf,
} from '../support/moves.ts';
import { startSandbox } from '../support/sandbox.ts';

/**
 * The law: a run that moves tags may die at any of its requests. Whoever runs next, the same command or a deploy of the
 * tags, makes tags, ledger and KV agree; no move is made twice, and the same command again tells of a rollback once.
 */

const LANES = 2;
const PROMPT = 'prompts/extraction';
const LIMITS = 'configs/limits';
const FOOTER = 'templates/footer';
const HEADER = 'templates/header';

type Inputs = Readonly<Record<string, string>>;
/** The version of every component in production; null where there is none. */
type State = Readonly<Record<string, string | null>>;

const BEFORE: State = { [PROMPT]: 'v2.0.0', [LIMITS]: 'v2.0.0', [FOOTER]: 'v2.0.0', [HEADER]: 'v1.0.0' };

interface Scenario {
  readonly command: string;
  readonly inputs: Inputs;
  /** What it changes. */
  readonly changes: State;
}

const SCENARIOS: readonly Scenario[] = [
  { command: 'promote', inputs: { components: PROMPT, version: 'v3.0.0' }, changes: { [PROMPT]: 'v3.0.0' } },
  { command: 'rollback', inputs: { components: PROMPT }, changes: { [PROMPT]: 'v1.0.0' } },
  {
    command: 'restore',
    inputs: { at: '2026-05-05T14:15:00Z', prune: 'true' },
    changes: { [PROMPT]: 'v1.0.0', [LIMITS]: 'v1.0.0', [FOOTER]: 'v1.0.0', [HEADER]: null },
  },
];

interface Case extends Scenario {
  readonly n: number;
  readonly operation: string;
  readonly moment: KillPoint['moment'];
  /** Who comes next; nobody where the run had changed nothing, which is seen at once. */
  readonly next: 'again' | 'deploy' | 'nobody';
  /** Whether the push of the move is carried out. */
  readonly lands: boolean;
}

/** A sandbox of its own, so that cases of different lanes do not see each other. */
class Lane {
  readonly sandbox: Sandbox;
  readonly original: Original;
  readonly #repository: Repository;
  readonly #kv: Record<string, unknown>;

  private constructor(sandbox: Sandbox, repository: Repository, original: Original, kv: Record<string, unknown>) {
    this.sandbox = sandbox;
    this.#repository = repository;
    this.original = original;
    this.#kv = kv;
  }

  /** Three components at 14:00 and again at 14:30, and a fourth at 14:40; it is 15:00 now. */
  static async open(): Promise<Lane> {
    const sandbox = await startSandbox();
    const repository = await sandbox.createRepository();
    for (const version of ['v1.0.0', 'v2.0.0', 'v3.0.0']) {
      for (const component of [PROMPT, LIMITS, FOOTER]) await publish(repository, component, version);
    }
    await publish(repository, HEADER, 'v1.0.0');
    const promote = async (time: string, components: string, version: string): Promise<void> => {
      sandbox.serverClock.set(new Date(`2026-05-05T${time}:00Z`));
      const inputs = { environment: 'production', components, version };
      expect(codesOf(await dispatch(sandbox, repository, 'promote', inputs))).toEqual([]);
    };
    await promote('14:00', `${PROMPT}\n${LIMITS}\n${FOOTER}`, 'v1.0.0');
    await promote('14:30', `${PROMPT}\n${LIMITS}\n${FOOTER}`, 'v2.0.0');
    await promote('14:40', HEADER, 'v1.0.0');
    sandbox.serverClock.set(new Date('2026-05-05T15:00:00Z'));
    return new Lane(sandbox, repository, await Original.of(sandbox, repository), await kvOf(sandbox));
  }

  get repository(): Repository {
    return this.#repository;
  }

  run({ command, inputs }: Pick<Scenario, 'command' | 'inputs'>, killAt?: KillPoint): Promise<RunResult> {
    const options = killAt === undefined ? {} : { killAt };
    return dispatch(this.sandbox, this.#repository, command, { environment: 'production', ...inputs }, options);
  }

  /** How tags, ledger and KV differ from a state; empty when they do not. */
  async differences(changes: State): Promise<string[]> {
    const problems: string[] = [];
    const refs = await refsOf(this.#repository);
    const state = { ...BEFORE, ...changes };
    for (const [component, version] of Object.entries(state)) {
      const tag = refs[`refs/tags/components/${component}/production`] ?? null;
      const entry = await entryOf(this.#repository, `production/components/${component}`);
      const found = { version: entry.version, tag: entry.tag, status: entry.status, previous: entry.previous };
      const previous = changes[component] === undefined ? PREVIOUS[component] : BEFORE[component];
      const wanted = { version, tag, status: 'deployed', previous };
      if (JSON.stringify(found) !== JSON.stringify(wanted)) {
        problems.push(`${component}: the entry is ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`);
      }
      problems.push(...(await this.#kvDifferences(component, version)));
    }
    const index = Object.fromEntries(
      Object.entries(state).flatMap(([component, production]) =>
        production === null ? [] : [[component, { production }]],
      ),
    );
    const told = await indexOf(this.sandbox);
    if (sorted(told) !== sorted(index)) problems.push(`the index is ${sorted(told)}, not ${sorted(index)}`);
    return problems;
  }

  /** What is wrong with the records of the rollbacks: one issue each, told once. */
  issueProblems(scenario: Scenario): string[] {
    const issues = this.sandbox.github.issues(this.#repository.name);
    const told = issues.map(({ comments }) => 1 + comments.length);
    const wanted = scenario.command === 'rollback' ? [1] : [];
    return told.join() === wanted.join() ? [] : [`the post-mortems are told ${told.join() || 'no'} times`];
  }

  /** What is not as it was in the beginning; nothing must be. */
  async changesSince(): Promise<string[]> {
    const same =
      isDeepStrictEqual(await refsOf(this.#repository), this.original.refs) &&
      isDeepStrictEqual(await kvOf(this.sandbox), this.#kv);
    return same ? [] : ['something was changed already'];
  }

  /** The moves that the ledger has more than in the beginning, as `rollback prompts/extraction`. */
  async moves(): Promise<string[]> {
    const format = '--format=%(trailers:key=Event,key=Move,key=Component,valueonly,separator=%x20)';
    const range = `${this.original.refs[LEDGER]}..${LEDGER}`;
    const words = (await ledgerGit(this.#repository, 'log', format, range)).split(/\s+/).filter((word) => word !== '');
    const moves: string[] = [];
    for (let i = 0; i < words.length; i += 3) {
      if (words[i] === 'moved') moves.push(`${words[i + 1]} ${words[i + 2]}`);
    }
    return moves.sort();
  }

  async #kvDifferences(component: string, version: string | null): Promise<string[]> {
    // What ran last stays the latest when its environment is given up.
    const keys: readonly (readonly [key: string, version: string | null | undefined])[] = [
      [`${component}@production`, version],
      [`${component}@latest`, version ?? BEFORE[component]],
      ...(version === null ? [] : [[`${component}@${version}`, version] as const]),
    ];
    const problems: string[] = [];
    for (const [key, one] of keys) {
      const wanted = one == null ? undefined : `${component} ${one}`;
      const value = await stored(this.sandbox, key);
      if (value?.bytes.toString() !== wanted) problems.push(`${key} is ${value?.bytes.toString()}, not ${wanted}`);
      if (value !== undefined && value.metadata.version !== one) problems.push(`${key} is marked as another version`);
    }
    return problems;
  }
}

/** What ran before the version each component has in the beginning. */
const PREVIOUS: State = { [PROMPT]: 'v1.0.0', [LIMITS]: 'v1.0.0', [FOOTER]: 'v1.0.0', [HEADER]: null };

function sorted(value: unknown): string {
  return JSON.stringify(Object.entries((value ?? {}) as object).sort());
}

let lanes: Lane[] = [];

beforeAll(async () => {
  lanes = await Promise.all(Array.from({ length: LANES }, () => Lane.open()));
}, 300_000);

afterAll(async () => {
  await Promise.all(lanes.map(({ sandbox }) => sandbox.close()));
});

function isWrite({ operation }: Pick<RecordedRequest, 'operation'>): boolean {
  return ['git push', 'kv bulk write', 'kv bulk delete'].includes(operation);
}

/**
 * Every request of a run. For a read it makes no difference whether it was carried out, and whoever comes after it finds
 * what the write before it left: so there the two ways to go on take turns, and before the first write nobody has to.
 */
function casesOf(scenario: Scenario, requests: readonly RecordedRequest[]): Case[] {
  const push = requests.findIndex(({ operation }) => operation === 'git push') + 1;
  const waysOn = (n: number, write: boolean): readonly Case['next'][] => {
    if (write) return ['again', 'deploy'];
    return n < push ? ['nobody'] : [n % 2 === 0 ? 'again' : 'deploy'];
  };
  return requests.flatMap((request, i) => {
    const n = i + 1;
    const moments: readonly Case['moment'][] = isWrite(request) ? ['before', 'after'] : ['before'];
    return moments.flatMap((moment) => {
      const lands = n > push || (n === push && moment === 'after');
      return waysOn(n, isWrite(request)).map((next) => ({
        ...scenario,
        n,
        operation: request.operation,
        moment,
        next,
        lands,
      }));
    });
  });
}

/** What is wrong after a run was killed and another one came; empty when nothing is. */
async function problemsOf(lane: Lane, one: Case): Promise<string[]> {
  const { command, changes, n, operation, moment, next, lands } = one;
  await lane.original.putBack();
  const killed = await lane.run(one, { moment, when: (request) => request.n === n });
  if (killed.killedAt?.operation !== operation) return [`was killed at ${killed.killedAt?.operation}`];
  if (next === 'nobody') return await lane.changesSince();
  const follow =
    next === 'again' ? one : { command: 'deploy', inputs: { components: '**', environment: 'production' } };
  const run = await lane.run(follow);
  if (run.exitCode !== 0) return [`the next run ended with ${run.exitCode}: ${codesOf(run).join()} ${run.stderr}`];
  if (next === 'deploy' && lands && Object.values(changes).includes(null)) {
    // A deploy of what is there knows nothing of a tag that is gone; its keys are left to the command itself.
    expect(codesOf(await lane.run(one))).toEqual([]);
  }
  const moved = next === 'again' || lands;
  const problems = await lane.differences(moved ? changes : {});
  if (next === 'again') problems.push(...lane.issueProblems(one));
  if (isWrite(one)) await expectSoundLedger(lane.repository);
  const wanted = moved
    ? Object.entries(changes).map(([id, version]) => `${version === null ? 'remove' : command} ${id}`)
    : [];
  const moves = await lane.moves();
  return moves.join() === wanted.sort().join() ? problems : [...problems, `the moves are ${moves.join()}`];
}

test('a run killed at any request is made good by the next one', async () => {
  const [first] = lanes;
  if (first === undefined) throw new Error('There is no lane.');
  const cases: Case[] = [];
  const counts: string[] = [];
  for (const scenario of SCENARIOS) {
    await first.original.putBack();
    const clean = await first.run(scenario);
    expect(codesOf(clean)).toEqual([]);
    const { requests } = first.sandbox;
    expect(requests.filter(isWrite).map(({ operation }) => operation)).toEqual([
      'git push',
      'kv bulk write',
      ...(scenario.command === 'restore' ? ['kv bulk delete'] : []),
      'git push',
    ]);
    cases.push(...casesOf(scenario, requests));
    counts.push(`${requests.length} requests of a ${scenario.command}`);
    expect(await first.differences(scenario.changes)).toEqual([]);
  }
  const started = performance.now();
  const problems: string[] = [];
  const queue = [...cases];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
        const name = `${one.command}, killed ${one.moment} ${one.operation} (request ${one.n}), then ${one.next === 'again' ? one.command : one.next}`;
        problems.push(...(await problemsOf(lane, one)).map((problem) => `${name}: ${problem}`));
      }
    }),
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stderr.write(`${cases.length} kills at ${counts.join(', ')} in ${seconds} s\n`);
  expect(problems.sort()).toEqual([]);
}, 600_000);

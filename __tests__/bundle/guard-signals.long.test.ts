import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { KillPoint, RecordedRequest, RunOptions, RunResult, Sandbox } from '../../sandbox/index.ts';
import { Original } from '../support/copies.ts';
import { leftBehind } from '../support/deploy.ts';
import { GuardLaboratory, guardLaboratory, prepareGuarded } from '../support/guard.ts';
import { codesOf, expectSoundLedger, LEDGER } from '../support/moves.ts';
import { startSandbox } from '../support/sandbox.ts';

const lab = guardLaboratory('guard-signals');

let folder = '';
/** Runs the action, after it said where it can be signalled. */
let entry = '';

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tagship-guard-cancel-'));
  entry = path.join(folder, 'entry.mjs');
  const action = pathToFileURL(path.resolve(import.meta.dirname, '../../dist/index.js')).href;
  await writeFile(entry, `console.log('pid ' + process.pid);\nawait import('${action}');\n`);
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/**
 * Options that send SIGINT and then SIGTERM at a request: to the action and nothing that it started, as the runner does,
 * or to its whole process group, as a terminal does.
 */
function signalledAt(operation: string, nth = 1, whom: 'action' | 'group' = 'action'): Partial<RunOptions> {
  let pid = 0;
  atRequest(operation, nth, async () => {
    // A signal to process 0 would go to all that run these tests.
    expect(pid).toBeGreaterThan(0);
    const target = whom === 'action' ? pid : -pid;
    process.kill(target, 'SIGINT');
    await setTimeout(50);
    process.kill(target, 'SIGTERM');
  });
  const onLine = (line: string): void => {
    pid ||= Number(/^pid (\d+)$/.exec(line)?.[1] ?? 0);
  };
  return { entry, onLine };
}

/** Does something at the nth request of a kind after the first measurement, before it is carried out. */
function atRequest(operation: string, nth: number, act: () => unknown): void {
  let isMeasured = false;
  let seen = 0;
  lab.once((request) => {
    isMeasured ||= request.service === 'metrics';
    seen += isMeasured && request.operation === operation ? 1 : 0;
    return seen === nth;
  }, act);
}

describe('cancelled while it rolls back, it finishes that first, even when it is asked twice', () => {
  test.each([
    ['as the tag is read again', 'git ls-refs', 1, 'action'],
    ['as the tag is about to move', 'git push', 1, 'action'],
    ['as the tag is read again, from a terminal', 'git ls-refs', 1, 'group'],
    ['as the tag is about to move, from a terminal', 'git push', 1, 'group'],
  ] as const)('%s', async (_, operation, nth, whom) => {
    lab.sandbox.traffic.rate = 0.2;
    const run = await lab.guard({}, signalledAt(operation, nth, whom));
    expect(run.signal).toBeNull();
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('Cancelled: the move that is under way is finished first.');
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(run.outputs).toMatchObject({ verdict: 'breached', 'rolled-back': 'true', version: 'v1.0.0' });
    await lab.expectBack('v1.0.0', 'v1.1.0');
    await expectSoundLedger(lab.repository);
    expect(lab.issues).toHaveLength(1);
    expect(leftBehind(run)).toEqual([]);
  });

  test('and so is what it found healthy', async () => {
    const run = await lab.guard({ count: '1' }, signalledAt('git push'));
    expect(run.signal).toBeNull();
    expect(await lab.entry()).toMatchObject({ status: 'healthy', healthy: ['v1.1.0'] });
  });
});

/**
 * The law: a guard that rolls back may die at any of its requests. Whoever runs next, guard again or a rollback, makes
 * tags, ledger and KV agree, moves nothing twice, and one issue tells of it once.
 */
describe('killed at any request', () => {
  const LANES = 2;

  interface Case {
    readonly n: number;
    readonly operation: string;
    readonly moment: KillPoint['moment'];
    /** Nobody where the run had changed nothing, which is seen at once. */
    readonly next: 'guard' | 'rollback' | 'nobody';
  }

  /** A sandbox of its own, so that cases of different lanes do not see each other. */
  class Lane {
    readonly lab: GuardLaboratory;
    readonly original: Original;

    private constructor(lane: GuardLaboratory, original: Original) {
      this.lab = lane;
      this.original = original;
    }

    static async open(): Promise<Lane> {
      const sandbox: Sandbox = await startSandbox();
      const repository = await sandbox.createRepository();
      await prepareGuarded(sandbox, repository);
      return new Lane(new GuardLaboratory({ sandbox, repository }), await Original.of(sandbox, repository));
    }

    async guard(options: Partial<RunOptions> = {}): Promise<RunResult> {
      const { sandbox } = this.lab;
      sandbox.traffic.answer('/of', ({ path: asked }) => ({ body: asked.includes('v1.1.0') ? '0.2' : '0.01' }));
      return await this.lab.guard({ 'metric-url': `${sandbox.metricsUrl}/of?v={version}`, count: '1' }, options);
    }

    /** What is wrong after a guard was killed and somebody else came; empty when nothing is. */
    async problems({ n, operation, moment, next }: Case): Promise<string[]> {
      await this.original.putBack();
      const killAt = { moment, when: (request: RecordedRequest) => request.n === n };
      if (next === 'nobody') {
        const killed = await this.lab.untouched(() => this.guard({ killAt }));
        return killed.killedAt?.operation === operation ? [] : [`was killed at ${killed.killedAt?.operation}`];
      }
      const killed = await this.guard({ killAt });
      if (killed.killedAt?.operation !== operation) {
        return [`was killed at ${killed.killedAt?.operation}`];
      }
      const after = next === 'guard' ? await this.guard() : await this.lab.run('rollback');
      const codes = codesOf(after).filter((code) => code !== 'rolled-back');
      const problems = codes.length > 0 ? [`the next run ended with ${codes.join()}`] : [];
      try {
        await this.lab.expectAgreement('v1.0.0');
        await expectSoundLedger(this.lab.repository);
      } catch (error) {
        problems.push(String(error));
      }
      return [...problems, ...(await this.#recordProblems())];
    }

    /** What is wrong with what the ledger and the issues tell. */
    async #recordProblems(): Promise<string[]> {
      const { move, status, quarantined, previous } = await this.lab.entry();
      const entry = JSON.stringify({ move, status: status === 'healthy' ? 'deployed' : status, quarantined, previous });
      const wanted = { move: 'rollback', status: 'deployed', quarantined: ['v1.1.0'], previous: 'v1.1.0' };
      const since = String(this.original.refs[LEDGER]);
      const moves = (await this.lab.told(since)).filter((subject) => subject.startsWith('Roll back'));
      const told = this.lab.issues.map(({ comments }) => 1 + comments.length).join();
      return [
        ...(entry === JSON.stringify(wanted) ? [] : [`the entry is ${entry}`]),
        ...(moves.length === 1 ? [] : [`it was moved ${moves.length} times`]),
        ...(told === '1' ? [] : [`the post-mortem is told ${told || 'no'} times`]),
      ];
    }
  }

  let lanes: Lane[] = [];

  beforeAll(async () => {
    lanes = await Promise.all(Array.from({ length: LANES }, () => Lane.open()));
  }, 300_000);

  afterAll(async () => {
    await Promise.all(lanes.map((lane) => lane.lab.sandbox.close()));
  });

  /** Every request once; around each write both moments and both ways to go on, which else take turns. */
  function casesOf(requests: readonly RecordedRequest[]): Case[] {
    const first = requests.find(({ operation }) => operation === 'git push')?.n ?? 0;
    return requests.flatMap(({ n, operation, method, service }): Case[] => {
      const isWrite = ['git push', 'kv bulk write'].includes(operation) || (service === 'github' && method === 'POST');
      if (isWrite) {
        const moments = ['before', 'after'] as const;
        return moments.flatMap((moment) =>
          (['guard', 'rollback'] as const).map((next) => ({ n, operation, moment, next })),
        );
      }
      const next = n < first ? 'nobody' : n % 2 === 0 ? 'guard' : 'rollback';
      return [{ n, operation, moment: 'before', next }];
    });
  }

  test('it is made good by the next run', async () => {
    const [lane] = lanes;
    await lane?.original.putBack();
    expect(codesOf((await lane?.guard()) as RunResult)).toEqual(['rolled-back']);
    const queue = casesOf(lane?.lab.sandbox.requests ?? []);
    const writes = queue.filter(({ moment }) => moment === 'after').map(({ operation }) => operation);
    expect([...new Set(writes)]).toEqual(['git push', 'kv bulk write', expect.stringMatching(/^POST .*\/issues$/)]);
    const number = queue.length;
    const started = performance.now();
    const problems: string[] = [];
    await Promise.all(
      lanes.map(async (one) => {
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
          const name = `killed ${next.moment} ${next.operation} (request ${next.n}), then ${next.next}`;
          problems.push(...(await one.problems(next)).map((problem) => `${name}: ${problem}`));
        }
      }),
    );
    process.stderr.write(`${number} kills of a guard in ${Math.round((performance.now() - started) / 1000)} s\n`);
    expect(problems.sort()).toEqual([]);
  }, 300_000);
});

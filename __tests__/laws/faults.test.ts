import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type Fault,
  type FaultRule,
  PRODUCTION_NAMESPACE,
  type RecordedRequest,
  type Repository,
  type RunResult,
  type Sandbox,
  type ServiceName,
  type StoredValue,
  startSandbox,
} from '../../sandbox/index.ts';
import { deployTag } from '../support/deploy.ts';
import { LEDGER } from '../support/moves.ts';

/**
 * The law: whatever happens to whichever request of a deploy, the run either succeeds with KV as the tags say, or ends
 * with one error that has a code; nothing leaks, nothing is left behind, and the next run makes KV right.
 */

const LANES = 3;
const STALL_MS = 1000;
const CANCELLED_WITHIN_MS = 4000;
const PRODUCTION = 'components/prompts/extraction/production';
const FOLDER = 'prompts/extraction';
const CONFIG = 'namespaces:\n  production: { title: components-production }\n';

/** Faults by name. A `lasting` one says that trying again is in vain; a single other one has to be survived. */
const FAULTS: Readonly<Record<string, { fault: Fault; only?: ServiceName; lasting?: true }>> = {
  refuse: { fault: 'refuse' },
  'lost answer': { fault: 'lost-answer' },
  'reset mid body': { fault: 'reset-mid-body' },
  truncated: { fault: 'truncated' },
  'nonsense html': { fault: 'nonsense-html' },
  'nonsense json': { fault: 'nonsense-json' },
  '401': { fault: { status: 401 }, only: 'git', lasting: true },
  '403': { fault: { status: 403 }, lasting: true },
  '403 as Cloudflare says it': {
    fault: { status: 403, body: '{"success":false,"errors":[{"code":10000,"message":"Authentication error"}]}' },
    only: 'cloudflare',
    lasting: true,
  },
  '404': { fault: { status: 404 }, lasting: true },
  '429': { fault: { status: 429 } },
  '429 with Retry-After': { fault: { status: 429, headers: { 'retry-after': '1' } } },
  '500': { fault: { status: 500, headers: { 'content-type': 'text/html' }, body: '<html>500</html>' } },
  stall: { fault: 'stall', lasting: true },
  'stall, carried out': { fault: 'stall-carried-out', lasting: true },
};

/** A request of the clean deploy. */
interface Position {
  readonly service: ServiceName;
  readonly operation: string;
  /** Its operation and, as requests for single keys come in any order, the key. */
  readonly name: string;
  /** Which of the requests of that name it is, from 1. */
  readonly nth: number;
}

interface Case extends Position {
  readonly fault: string;
}

/** A sandbox of its own, so that cases of different lanes do not see each other. */
class Lane {
  readonly sandbox: Sandbox;
  readonly repository: Repository;
  #before: ReadonlyMap<string, StoredValue> = new Map();
  #wanted: ReadonlyMap<string, Buffer> = new Map();

  private constructor(sandbox: Sandbox, repository: Repository) {
    this.sandbox = sandbox;
    this.repository = repository;
  }

  /**
   * KV after a deploy of a version that is no text, so that its keys are read one by one; the tag has moved on to a
   * prerelease, so that `latest` is to be deleted.
   */
  static async open(): Promise<Lane> {
    const sandbox = await startSandbox();
    const lane = new Lane(sandbox, await sandbox.createRepository());
    const { repository } = lane;
    await repository.commit('one', { [`${FOLDER}.md`]: Uint8Array.of(0xff, 0xfe, 0), '.github/tagship.yml': CONFIG });
    await repository.edgitTag(FOLDER, 'v1.0.0');
    await repository.edgitSet(FOLDER, 'production', 'v1.0.0');
    expect((await lane.deploy()).exitCode).toBe(0);
    lane.#before = await lane.#dump();
    await repository.commit('two', { [`${FOLDER}.md`]: 'two\r\n' });
    await repository.edgitTag(FOLDER, 'v2.0.0-rc.1');
    await repository.edgitSet(FOLDER, 'production', 'v2.0.0-rc.1');
    const content = (tag: string) => repository.gitBytes(['cat-file', 'blob', `refs/tags/${tag}:${FOLDER}.md`]);
    lane.#wanted = new Map([
      [`${FOLDER}@v1.0.0`, await content('components/prompts/extraction/v1.0.0')],
      [`${FOLDER}@v2.0.0-rc.1`, await content('components/prompts/extraction/v2.0.0-rc.1')],
      [`${FOLDER}@production`, await content(PRODUCTION)],
      ['component-versions', Buffer.from(JSON.stringify({ [FOLDER]: { production: 'v2.0.0-rc.1' } }))],
    ]);
    return lane;
  }

  /** Brings KV to what it was before the deploy. */
  async reset(): Promise<void> {
    const { kv, faults } = this.sandbox;
    faults.clear();
    this.sandbox.clearRequests();
    await kv.clear(PRODUCTION_NAMESPACE);
    for (const [key, { bytes, metadata }] of this.#before) await kv.put(PRODUCTION_NAMESPACE, key, bytes, metadata);
    // What a run before told the ledger, the next one would not have to tell.
    await this.repository.git(['--git-dir', this.repository.bare, 'update-ref', '-d', LEDGER]);
  }

  deploy(options: { signal?: AbortSignal; kill?: NodeJS.Signals } = {}): Promise<RunResult> {
    return deployTag(this.sandbox, this.repository, PRODUCTION, {
      inputs: { 'kv-namespace': null },

      ...options,
    });
  }

  /** How KV differs from the tags; empty when it does not. */
  async difference(): Promise<string> {
    const dump = await this.#dump();
    const wrong = [...this.#wanted].filter(([key, bytes]) => !sameContent(key, dump.get(key)?.bytes, bytes));
    const extra = [...dump.keys()].filter((key) => !this.#wanted.has(key));
    return [...wrong.map(([key]) => `${key} is wrong`), ...extra.map((key) => `${key} is there`)].join(', ');
  }

  /** Secrets of the sandbox in what a run showed; masks are how the runner learns of them. */
  leaks({ stdout, stderr, summary, outputs }: RunResult): boolean {
    const shown = [stdout.replace(/^::add-mask::.*$/gm, ''), stderr, summary, JSON.stringify(outputs)].join('\n');
    const { githubToken, cloudflareToken } = this.sandbox;
    const basic = Buffer.from(`x-access-token:${githubToken}`).toString('base64');
    return [githubToken, cloudflareToken, basic].some((secret) => shown.includes(secret));
  }

  async #dump(): Promise<Map<string, StoredValue>> {
    const { kv } = this.sandbox;
    const dump = new Map<string, StoredValue>();
    for (const key of await kv.list(PRODUCTION_NAMESPACE)) {
      const value = await kv.get(PRODUCTION_NAMESPACE, key);
      if (value !== undefined) dump.set(key, value);
    }
    return dump;
  }
}

function sameContent(key: string, found: Uint8Array | undefined, wanted: Buffer): boolean {
  if (found === undefined) return false;
  if (key !== 'component-versions') return wanted.equals(found);
  return JSON.stringify(JSON.parse(Buffer.from(found).toString())) === wanted.toString();
}

let lanes: Lane[] = [];

beforeAll(async () => {
  lanes = await Promise.all(Array.from({ length: LANES }, () => Lane.open()));
}, 120_000);

afterAll(async () => {
  await Promise.all(lanes.map(({ sandbox }) => sandbox.close()));
});

/** Runs work for every item, each on whichever lane is free, and answers all results in the order of the items. */
async function onLanes<I, R>(items: readonly I[], work: (lane: Lane, item: I) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  const drain = async (lane: Lane) => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      results[next[0]] = await work(lane, next[1]);
    }
  };
  await Promise.all(lanes.map(drain));
  return results;
}

function nameOf({ operation, path }: RecordedRequest): string {
  const [, key] = /\/metadata\/([^/?]+)/.exec(path) ?? [];
  return key === undefined ? operation : `${operation} ${decodeURIComponent(key)}`;
}

function positions(requests: readonly RecordedRequest[]): Position[] {
  const seen = new Map<string, number>();
  return requests.map((request) => {
    const name = nameOf(request);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { service: request.service, operation: request.operation, name, nth };
  });
}

function label({ name, nth, fault }: Case): string {
  return `${name} #${nth}: ${fault}`;
}

function isWrite(operation: string): boolean {
  return operation === 'kv bulk write' || operation === 'kv bulk delete';
}

function applies(fault: string, { service, operation }: Position): boolean {
  // For a read it makes no difference whether it was carried out.
  if (fault === 'stall, carried out') return isWrite(operation);
  const only = FAULTS[fault]?.only;
  return only === undefined || only === service;
}

function casesAt(log: readonly Position[]): Case[] {
  return log.flatMap((position) =>
    Object.keys(FAULTS)
      .filter((fault) => applies(fault, position))
      .map((fault) => ({ ...position, fault })),
  );
}

/** What is wrong about the end of a run; empty when it is a good one. */
async function judge(lane: Lane, run: RunResult): Promise<string> {
  if (run.timedOut) return 'did not end';
  if (lane.leaks(run)) return 'leaked a token';
  if (run.tempEntries.length > 0) return `left ${run.tempEntries.join(', ')}`;
  if (run.exitCode === 0) {
    const difference = await lane.difference();
    return difference === '' ? '' : `succeeded while ${difference}`;
  }
  const errors = run.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  const [error = ''] = errors;
  if (run.exitCode !== 1 || errors.length !== 1 || !/^tagship\([a-z-]+\): /.test(error)) {
    return `ended with ${run.exitCode ?? run.signal} and ${errors.length} errors: ${errors.join(' / ')}`;
  }
  return error.startsWith('tagship(internal)') ? error : '';
}

/** How a run ended, for the tally. */
function ending(run: RunResult): string {
  return run.exitCode === 0 ? 'success' : (/tagship\(([a-z-]+)\)/.exec(run.annotations[0]?.message ?? '')?.[1] ?? '?');
}

async function runCase(
  lane: Lane,
  { name, nth, fault }: Case,
  prepare = async (): Promise<void> => undefined,
): Promise<{ run: RunResult; late: string }> {
  await lane.reset();
  await prepare();
  const stop = new AbortController();
  const stalls = fault.startsWith('stall');
  let stopped = 0;
  let seen = 0;
  lane.sandbox.faults.add({
    when: (request) => {
      if (nameOf(request) !== name) return false;
      seen += 1;
      if (seen !== nth) return false;
      if (stalls) {
        setTimeout(() => {
          stopped = performance.now();
          stop.abort();
        }, STALL_MS);
      }
      return true;
    },
    fault: FAULTS[fault]?.fault ?? 'refuse',
  });
  const run = await lane.deploy(stalls ? { signal: stop.signal, kill: 'SIGINT' } : {});
  if (seen < nth) return { run, late: 'the request was never made' };
  if (!stalls) return { run, late: '' };
  const after = performance.now() - stopped;
  if (ending(run) !== 'cancelled') return { run, late: `was cancelled and ended with ${ending(run)}` };
  return { run, late: after < CANCELLED_WITHIN_MS ? '' : `ended only ${Math.round(after)} ms after it was cancelled` };
}

test('every fault at every request of a deploy ends well, or with one error and a next run that does', async () => {
  const [first] = lanes;
  if (first === undefined) throw new Error('There is no lane.');
  await first.reset();
  const clean = await first.deploy();
  expect([clean.exitCode, await first.difference()]).toEqual([0, '']);
  const log = positions(first.sandbox.requests);
  expect(new Set(log.map(({ operation }) => operation))).toEqual(
    new Set([
      'git info/refs',
      'git ls-refs',
      'git push',
      'git push info/refs',
      'git fetch',
      'kv list namespaces',
      'kv bulk get',
      'kv get metadata',
      'kv bulk write',
      'kv bulk delete',
    ]),
  );
  const cases = casesAt(log);
  const started = performance.now();
  const tally = new Map<string, number>();
  const problems = await onLanes(cases, async (lane, one) => {
    const { run, late } = await runCase(lane, one);
    tally.set(ending(run), (tally.get(ending(run)) ?? 0) + 1);
    const name = `${label(one)}:`;
    const problem = late || (await judge(lane, run));
    if (problem !== '') return `${name} ${problem}`;
    // A run that succeeded left nothing to do for the next one.
    if (run.exitCode === 0) return '';
    lane.sandbox.faults.clear();
    const next = await lane.deploy();
    const rest = await judge(lane, next);
    if (next.exitCode !== 0 || rest !== '') return `${name} the next run: ${rest || ending(next)}`;
    return FAULTS[one.fault]?.lasting === true ? '' : `${name} was not survived: ${ending(run)}`;
  });
  const ends = [...tally].map(([end, count]) => `${count} × ${end}`).join(', ');
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stderr.write(`${cases.length} faults at ${log.length} requests in ${seconds} s: ${ends}\n`);
  expect(problems.filter((problem) => problem !== '').sort()).toEqual([]);
}, 1_200_000);

test('no fault at a read lets a run write over a key of another repository', async () => {
  const [first] = lanes;
  if (first === undefined) throw new Error('There is no lane.');
  const key = `${FOLDER}@production`;
  const occupy = ({ sandbox }: Lane) =>
    sandbox.kv.put(PRODUCTION_NAMESPACE, key, 'theirs', { 'managed-by': 'tagship:acme/other' });
  await first.reset();
  await occupy(first);
  // The keys of the version before are no text, so that the bulk read is refused also now.
  expect(ending(await first.deploy())).toBe('key-foreign');
  const reads = positions(first.sandbox.requests).filter(({ operation }) => /^kv (?:bulk )?get/.test(operation));
  expect(first.sandbox.requests.some(({ operation }) => isWrite(operation))).toBe(false);
  const cases = casesAt(reads).filter(({ fault }) => !fault.startsWith('stall'));
  const problems = await onLanes(cases, async (lane, one) => {
    const { run } = await runCase(lane, one, () => occupy(lane));
    const found = await lane.sandbox.kv.get(PRODUCTION_NAMESPACE, key);
    const kept = Buffer.from(found?.bytes ?? []).toString() === 'theirs';
    return kept && run.exitCode === 1 ? '' : `${label(one)}: ${ending(run)}, kept: ${kept}`;
  });
  process.stderr.write(`${cases.length} faults at ${reads.length} reads with a foreign key\n`);
  expect(problems.filter((problem) => problem !== '').sort()).toEqual([]);
}, 300_000);

/** An answer that stored nothing and says so. */
const UNSUCCESSFUL = JSON.stringify({
  success: true,
  errors: [],
  messages: [],
  result: {
    successful_key_count: 0,
    unsuccessful_keys: [`${FOLDER}@v2.0.0-rc.1`, `${FOLDER}@production`, 'component-versions'],
  },
});

test('faults that stay end with a code, and the run after them is right', async () => {
  const lasting: readonly [string, FaultRule, string][] = [
    ['git refuses', { when: { service: 'git' }, fault: 'refuse' }, 'git-unreachable'],
    ['500', { when: { operation: 'kv bulk write' }, fault: { status: 500 } }, 'kv-unreachable'],
    ['403', { when: { operation: 'kv bulk write' }, fault: { status: 403 } }, 'kv-auth'],
    [
      'unsuccessful keys',
      { when: { operation: 'kv bulk write' }, fault: { status: 200, body: UNSUCCESSFUL } },
      'kv-incomplete',
    ],
  ];
  const ends = await onLanes(lasting, async (lane, [name, rule]) => {
    await lane.reset();
    lane.sandbox.faults.add({ ...rule, times: Number.POSITIVE_INFINITY });
    const run = await lane.deploy();
    const problem = await judge(lane, run);
    lane.sandbox.faults.clear();
    const next = await lane.deploy();
    return [name, ending(run), problem, ending(next), await judge(lane, next)];
  });
  expect(ends).toEqual(lasting.map(([name, , code]) => [name, code, '', 'success', '']));
}, 120_000);

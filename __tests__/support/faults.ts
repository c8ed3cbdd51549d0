import type {
  Fault,
  FaultRule,
  RecordedRequest,
  Reply,
  Repository,
  RunOptions,
  RunResult,
  Sandbox,
  ServiceName,
  StoredValue,
} from '../../sandbox/index.ts';
import { leftBehind } from './deploy.ts';

/** How long a stalled request is waited for before its run is cancelled. */
const STALL_MS = 1000;
const CANCELLED_WITHIN_MS = 4000;

/** Answers a request instead of its service, and may carry out a part of it. */
export type Spoiler = (request: RecordedRequest, sandbox: Sandbox) => Reply | Promise<Reply>;

/** A way in which a request can fail. */
export interface Failing {
  readonly fault: Fault | Spoiler;
  readonly only?: ServiceName;
  /** The operations it makes sense for; all if absent. */
  readonly at?: (operation: string) => boolean;
  /** Trying again is in vain; a single other fault has to be survived. */
  readonly lasting?: true;
  /** No answer ever comes, so that the run is cancelled. */
  readonly stalls?: true;
}

/** Faults by name. */
export const FAULTS: Readonly<Record<string, Failing>> = {
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
  stall: { fault: 'stall', lasting: true, stalls: true },
  // For a read it makes no difference whether it was carried out.
  'stall, carried out': { fault: 'stall-carried-out', at: isWrite, lasting: true, stalls: true },
};

/** Carries out the first half of a bulk write or delete, and says of the other half that it was not. */
export const halfUnsuccessful: Spoiler = async ({ body, operation, path }, { kv }) => {
  const namespace = /\/namespaces\/([0-9a-f]{32})\//.exec(path)?.[1] ?? '';
  const items = JSON.parse(body.toString()) as readonly (string | BulkItem)[];
  const half = items.slice(0, Math.floor(items.length / 2));
  for (const item of half) {
    if (typeof item === 'string') await kv.delete(namespace, item);
    else await kv.put(namespace, item.key, Buffer.from(item.value, item.base64 ? 'base64' : 'utf8'), item.metadata);
  }
  const failed = items.slice(half.length).map((item) => (typeof item === 'string' ? item : item.key));
  return unsuccessful(failed, half.length, operation);
};

interface BulkItem {
  readonly key: string;
  readonly value: string;
  readonly base64?: boolean;
  readonly metadata?: unknown;
}

/** The answer of Cloudflare's API to a bulk request of which some keys were left out. */
export function unsuccessful(keys: readonly string[], done = 0, operation = 'kv bulk write'): Reply {
  if (!isWrite(operation)) throw new Error(`${operation} cannot be carried out by half.`);
  const result = { successful_key_count: done, unsuccessful_keys: keys };
  return { status: 200, body: JSON.stringify({ success: true, errors: [], messages: [], result }) };
}

/** The beginning of an answer, after which nothing comes any more. */
export const stallMidBody: Spoiler = ({ service, operation }) => {
  const program = operation.startsWith('git push') ? 'git-receive-pack' : 'git-upload-pack';
  const type = `application/x-${program}-${operation.endsWith('info/refs') ? 'advertisement' : 'result'}`;
  const headers = { 'content-length': '1000' };
  return service === 'git'
    ? { status: 200, headers: { ...headers, 'content-type': type }, body: '00' }
    : { status: 200, headers, body: '{"success":true,"result":[' };
};

/** Whether an operation changes KV. */
export function isWrite(operation: string): boolean {
  return operation === 'kv bulk write' || operation === 'kv bulk delete';
}

/** A request of a run without faults. */
export interface Position {
  readonly service: ServiceName;
  readonly operation: string;
  /** Its operation and, as requests for single keys come in any order, the key. */
  readonly name: string;
  /** Which of the requests of that name it is, from 1. */
  readonly nth: number;
}

/** A fault at a request. */
export interface Case extends Position {
  readonly fault: string;
  readonly failing: Failing;
}

/** A sandbox of its own, so that cases of different lanes do not see each other. */
export abstract class Lane {
  readonly sandbox: Sandbox;
  readonly repository: Repository;

  constructor(sandbox: Sandbox, repository: Repository) {
    this.sandbox = sandbox;
    this.repository = repository;
  }

  /** Brings everything to what it was before the run, and forgets faults and requests. */
  abstract reset(): Promise<void>;

  /** The run that is under test. */
  abstract run(options?: Pick<RunOptions, 'signal' | 'kill'>): Promise<RunResult>;

  /** How what is there differs from what a run that succeeded has to leave; empty when it does not. */
  abstract difference(run: RunResult): Promise<string>;

  /** What is wrong about the errors of a run that failed; empty where they are as they should be. */
  abstract refuse(errors: readonly string[]): string;

  /** Whether a run that succeeded says itself that something is left to the next one. */
  leavesWork(_run: RunResult): boolean {
    return false;
  }

  /** What the next run would find although the last one succeeded and left no difference; empty for nothing. */
  async unsettled(): Promise<string> {
    return '';
  }

  /** Everything a namespace holds. */
  async dump(namespace: string): Promise<Map<string, StoredValue>> {
    const { kv } = this.sandbox;
    const dump = new Map<string, StoredValue>();
    for (const key of await kv.list(namespace)) {
      const value = await kv.get(namespace, key);
      if (value !== undefined) dump.set(key, value);
    }
    return dump;
  }

  /** Makes a namespace hold this and nothing else. */
  async refill(namespace: string, values: ReadonlyMap<string, StoredValue>): Promise<void> {
    const { kv } = this.sandbox;
    await kv.clear(namespace);
    await Promise.all([...values].map(([key, { bytes, metadata }]) => kv.put(namespace, key, bytes, metadata)));
  }

  /** Whether secrets of the sandbox are in what a run showed; masks are how the runner learns of them. */
  leaks({ stdout, stderr, summary, outputs }: RunResult): boolean {
    const shown = [stdout.replace(/^::add-mask::.*$/gm, ''), stderr, summary, JSON.stringify(outputs)].join('\n');
    const { githubToken, cloudflareToken } = this.sandbox;
    const basic = Buffer.from(`x-access-token:${githubToken}`).toString('base64');
    return [githubToken, cloudflareToken, basic].some((secret) => shown.includes(secret));
  }
}

/** How a namespace differs from what it should hold; empty when it does not. */
export function contentDifference(
  found: ReadonlyMap<string, StoredValue>,
  wanted: ReadonlyMap<string, Uint8Array>,
): string {
  const wrong = [...wanted].filter(([key, bytes]) => !isSameContent(key, found.get(key)?.bytes, bytes));
  const extra = [...found.keys()].filter((key) => !wanted.has(key));
  return [...wrong.map(([key]) => `${key} is wrong`), ...extra.map((key) => `${key} is there`)].join(', ');
}

/** The index may have its members in any order. */
function isSameContent(key: string, found: Uint8Array | undefined, wanted: Uint8Array): boolean {
  if (found === undefined) return false;
  if (key !== 'component-versions') return Buffer.from(wanted).equals(found);
  return sortedJson(found) === sortedJson(wanted);
}

function sortedJson(bytes: Uint8Array): string {
  const members = Object.entries(JSON.parse(Buffer.from(bytes).toString()) as Record<string, object>);
  return JSON.stringify(members.map(([name, member]) => [name, Object.entries(member).sort()]).sort());
}

/** Runs work for every item, each on whichever lane is free, and answers all results in the order of the items. */
export async function onLanes<L, I, R>(
  lanes: readonly L[],
  items: readonly I[],
  work: (lane: L, item: I) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const queue = [...items.entries()];
  const drain = async (lane: L) => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      results[next[0]] = await work(lane, next[1]);
    }
  };
  await Promise.all(lanes.map(drain));
  return results;
}

function nameOf({ operation, path }: RecordedRequest): string {
  const [, key] = /\/(?:metadata|values)\/([^/?]+)/.exec(path) ?? [];
  return key === undefined ? operation : `${operation} ${decodeURIComponent(key)}`;
}

/** The requests of a run as positions for faults. */
export function positions(requests: readonly RecordedRequest[]): Position[] {
  const seen = new Map<string, number>();
  return requests.map((request) => {
    const name = nameOf(request);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { service: request.service, operation: request.operation, name, nth };
  });
}

/** All faults at all positions where they make sense. */
export function casesAt(log: readonly Position[], faults: Readonly<Record<string, Failing>> = FAULTS): Case[] {
  return log.flatMap((position) =>
    Object.entries(faults)
      .filter(([, failing]) => applies(failing, position))
      .map(([fault, failing]) => ({ ...position, fault, failing })),
  );
}

function applies({ only, at }: Failing, { service, operation }: Position): boolean {
  return (only === undefined || only === service) && (at === undefined || at(operation));
}

export function label({ name, nth, fault }: Case): string {
  return `${name} #${nth}: ${fault}`;
}

/** What is wrong about the end of a run; empty when it is a good one. */
export async function judge(lane: Lane, run: RunResult): Promise<string> {
  if (run.timedOut) return 'did not end';
  if (lane.leaks(run)) return 'leaked a token';
  const left = leftBehind(run);
  if (left.length > 0) return `left ${left.join(', ')}`;
  const errors = errorsOf(run);
  if (run.exitCode === 0) {
    const difference = errors.length > 0 ? errors.join(' / ') : await lane.difference(run);
    return difference === '' ? '' : `succeeded while ${difference}`;
  }
  const ended = `ended with ${run.exitCode ?? run.signal} and ${errors.length} errors: ${errors.join(' / ')}`;
  if (run.exitCode !== 1 || errors.length === 0 || !errors.every((error) => /^tagship\([a-z-]+\): /.test(error))) {
    return ended;
  }
  const internal = errors.find((error) => error.startsWith('tagship(internal)'));
  const refusal = lane.refuse(errors);
  return internal ?? (refusal === '' ? '' : `${ended}: ${refusal}`);
}

function errorsOf({ annotations }: RunResult): string[] {
  return annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
}

/** How a run ended, for the tally. */
export function ending(run: RunResult): string {
  if (run.exitCode === 0) return 'success';
  return /tagship\(([a-z-]+)\)/.exec(errorsOf(run)[0] ?? '')?.[1] ?? '?';
}

/** A run with a fault, and what is wrong about how it met it: empty for nothing. */
export async function runCase(
  lane: Lane,
  { name, nth, failing: { fault, stalls } }: Case,
  prepare = async (): Promise<void> => undefined,
): Promise<{ run: RunResult; late: string }> {
  await lane.reset();
  await prepare();
  const stop = new AbortController();
  let stopped = 0;
  let seen = 0;
  const fits = (request: RecordedRequest): boolean => {
    if (nameOf(request) !== name) return false;
    seen += 1;
    if (seen !== nth) return false;
    if (stalls === true) {
      setTimeout(() => {
        stopped = performance.now();
        stop.abort();
      }, STALL_MS);
    }
    return true;
  };
  const disarm =
    typeof fault === 'function'
      ? lane.sandbox.before((request) => (fits(request) ? fault(request, lane.sandbox) : undefined))
      : lane.sandbox.faults.add({ when: fits, fault });
  const run = await lane.run(stalls === true ? { signal: stop.signal, kill: 'SIGINT' } : {});
  disarm();
  if (seen < nth) return { run, late: `the request was never made: ${errorsOf(run).join(' / ')}` };
  if (stalls !== true) return { run, late: '' };
  const after = performance.now() - stopped;
  if (ending(run) !== 'cancelled') {
    return { run, late: `was cancelled and ended with ${ending(run)}: ${errorsOf(run).join(' / ')}` };
  }
  return { run, late: after < CANCELLED_WITHIN_MS ? '' : `ended only ${Math.round(after)} ms after it was cancelled` };
}

/**
 * Runs all cases, and tells on stderr how they ended.
 * @returns what is wrong, a line for each case: the run ended badly; or it failed although its fault may pass; or the
 *   next run does not make everything right
 */
export async function broken(lanes: readonly Lane[], cases: readonly Case[]): Promise<string[]> {
  const started = performance.now();
  const tally = new Map<string, number>();
  const problems = await onLanes(lanes, cases, async (lane, one) => {
    const { run, late } = await runCase(lane, one);
    tally.set(ending(run), (tally.get(ending(run)) ?? 0) + 1);
    const problem = late || (await judge(lane, run)) || (await aftermath(lane, one, run));
    return problem === '' ? [] : [`${label(one)}: ${problem}`];
  });
  const ends = [...tally].map(([end, count]) => `${count} × ${end}`).join(', ');
  const requests = new Set(cases.map(({ name, nth }) => `${name} ${nth}`)).size;
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stderr.write(`${cases.length} faults at ${requests} requests in ${seconds} s: ${ends}\n`);
  return problems.flat().sort();
}

/** What is wrong about what comes after a run that ended well, or as it may. */
async function aftermath(lane: Lane, { failing }: Case, run: RunResult): Promise<string> {
  lane.sandbox.faults.clear();
  // A run that succeeded left nothing to do for the next one.
  const isWhole = run.exitCode === 0 && !lane.leavesWork(run);
  if (isWhole) return await lane.unsettled();
  const next = await lane.run();
  const rest = await judge(lane, next);
  if (next.exitCode !== 0 || rest !== '' || lane.leavesWork(next)) return `the next run: ${rest || ending(next)}`;
  const unsettled = await lane.unsettled();
  if (unsettled !== '') return `the run after the next: ${unsettled}`;
  return failing.lasting === true ? '' : `was not survived: ${errorsOf(run).join(' / ') || 'work was left'}`;
}

/** A fault that stays, and the code of the error that a run with it ends with. */
export type Lasting = readonly [name: string, rule: Omit<FaultRule, 'times'>, code: string];

/** Runs with faults that stay. @returns what is wrong: the run ended otherwise, or the next one is not right */
export async function unstable(lanes: readonly Lane[], lasting: readonly Lasting[]): Promise<string[]> {
  const problems = await onLanes(lanes, lasting, async (lane, [name, rule, code]) => {
    await lane.reset();
    lane.sandbox.faults.add({ ...rule, times: Number.POSITIVE_INFINITY });
    const run = await lane.run();
    const problem = await judge(lane, run);
    lane.sandbox.faults.clear();
    const next = await lane.run();
    const rest = await judge(lane, next);
    const found = [ending(run), problem, ending(next), rest];
    return JSON.stringify(found) === JSON.stringify([code, '', 'success', '']) ? [] : [`${name}: ${found.join(', ')}`];
  });
  return problems.flat();
}

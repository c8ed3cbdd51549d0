/**
 * Measures how long it takes to bring all versions of all components into KV for the first time: `reconcile` beside a loop
 * of `git show` and `curl`, beside `wrangler kv bulk put`, and beside what none of them can beat; in turns, without
 * latency and with some on every request.
 *
 *     node bench/versions.ts [--rounds 3] [--versions 1000,10000] [--latency 20] [--sample 100] [--write]
 *
 * It needs `sh` and `curl`. `--write` puts the results into docs/performance.md. Exits with 1 when `reconcile` is not as much faster as it should be.
 */
import { parseArgs } from 'node:util';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { putIntoDocument } from './document.ts';
import { machine } from './machine.ts';
import { reconcile } from './scale/action.ts';
import { type Ran, type Task, timed } from './scale/measure.ts';
import { counted, scaled } from './scale/numbers.ts';
import { say, wholeNumbers } from './scale/options.ts';
import { curlVersion } from './scale/raw.ts';
import { medianOf, type Sample } from './scale/sample.ts';
import { buildWorld, forget, namespaceId, namespaces, type World } from './scale/world.ts';
import { bulkAlone, fetchAndBulk, loop, type Prepared, prepare } from './versions/loop.ts';
import { type Pair, type Version, versionsOf, versionsShape } from './versions/pairs.ts';
import { type Measured, report, tooSlow } from './versions/report.ts';
import { bulkPut, installWrangler, WRANGLER, type Wrangler } from './versions/wrangler.ts';

/** How large a measurement is. */
export interface Size {
  readonly rounds: number;
  readonly versions: readonly number[];
  /** Milliseconds that every request waits; everything is measured with each. */
  readonly latencies: readonly number[];
  /** Versions that the loop takes on. */
  readonly sample: number;
}

const NAMES = {
  reconcile: '`reconcile`, `heal: true`',
  loop: 'a loop of `git show` and `curl`',
  wrangler: '`wrangler kv bulk put`, its JSON prepared',
  raw: '`git fetch`, and one bulk write by `curl`, its JSON prepared',
  bulk: 'that bulk write alone',
} as const;
type Name = keyof typeof NAMES;

/** Measures everything. @param wrangler is left out when undefined */
export async function measure(
  { rounds, versions, latencies, sample }: Size,
  wrangler: Wrangler | undefined,
  tell: (line: string) => void = () => undefined,
): Promise<Measured[]> {
  // Each run writes into a namespace that is empty.
  const each = 1 + (rounds + 1) * latencies.length * Object.keys(NAMES).length;
  const sandbox = await startSandbox({ namespaces: namespaces(each * versions.length) });
  const measured: Measured[] = [];
  try {
    for (const [i, count] of versions.entries()) {
      const fresh = new Fresh(i * each);
      const world = await buildWorld(sandbox, `acme/versions-${count}`, versionsShape(count), fresh.next());
      const prepared = await prepare(sandbox, world, await pairsOf(sandbox, world), sample);
      tell(`Built a repository with ${counted(count)} versions.`);
      try {
        const samples = await inTurns({ sandbox, world, prepared, wrangler, fresh }, { rounds, latencies }, tell);
        measured.push({ versions: count, latencies, ...waysOf(samples) });
      } finally {
        await prepared.remove();
      }
    }
    return measured;
  } finally {
    await sandbox.close();
  }
}

/** Hands out namespaces that nothing was written to. */
class Fresh {
  #next: number;

  constructor(first: number) {
    this.#next = first;
  }

  next(): string {
    this.#next += 1;
    return namespaceId(this.#next - 1);
  }
}

interface Stage {
  readonly sandbox: Sandbox;
  readonly world: World;
  readonly prepared: Prepared;
  readonly wrangler: Wrangler | undefined;
  readonly fresh: Fresh;
}

type Samples = Partial<Record<Name, readonly Sample[]>>;

/** Runs all ways in turns, with a round before that warms up. @returns medians by latency */
async function inTurns(
  stage: Stage,
  { rounds, latencies }: { readonly rounds: number; readonly latencies: readonly number[] },
  tell: (line: string) => void,
): Promise<Samples> {
  const names = (Object.keys(NAMES) as Name[]).filter((name) => name !== 'wrangler' || stage.wrangler !== undefined);
  const samples = new Map<string, Sample[]>();
  for (let round = 0; round <= rounds; round++) {
    for (const latency of latencies) {
      for (const name of names) {
        const sample = await one(stage, name, latency);
        if (round > 0) {
          samples.set(`${name} ${latency}`, [...(samples.get(`${name} ${latency}`) ?? []), sample]);
        }
      }
    }
    tell(round === 0 ? 'Warmed up.' : `Round ${round} of ${rounds}.`);
  }
  return Object.fromEntries(
    names.map((name) => [name, latencies.map((latency) => medianOf(samples.get(`${name} ${latency}`) ?? []))]),
  );
}

async function one({ sandbox, world, prepared, wrangler, fresh }: Stage, name: Name, latency: number): Promise<Sample> {
  const place = { ...world, namespace: fresh.next() };
  const tasks: Record<Name, Task> = {
    reconcile: () => firstSync(sandbox, place),
    loop: () => loop(sandbox, place, prepared),
    wrangler: () => (wrangler === undefined ? Promise.reject(none()) : bulkPut(sandbox, place, wrangler, prepared)),
    raw: () => fetchAndBulk(sandbox, place, prepared),
    bulk: () => bulkAlone(sandbox, place, prepared),
  };
  const sample = await timed(sandbox, latency, tasks[name]);
  const all = versionsOf(world.shape);
  const written = name === 'loop' ? prepared.sample : all;
  await checkStored(sandbox, place, written);
  const scale = (value: number): number => Math.round(scaled(value, written.length, all.length));
  return name === 'loop'
    ? { ...sample, milliseconds: scaled(sample.milliseconds, written.length, all.length), kv: scale(sample.kv) }
    : sample;
}

function none(): Error {
  return new Error('There is no wrangler');
}

function waysOf(samples: Samples): Pick<Measured, Name> {
  const way = (name: Name) => ({ name: NAMES[name], samples: samples[name] ?? [] });
  return {
    reconcile: way('reconcile'),
    loop: way('loop'),
    wrangler: samples.wrangler === undefined ? undefined : way('wrangler'),
    raw: way('raw'),
    bulk: way('bulk'),
  };
}

/** Brings everything into an empty namespace, in a repository that Tagship sees for the first time. */
async function firstSync(sandbox: Sandbox, world: World): Promise<Ran> {
  await forget(world);
  return await reconcile(sandbox, world, { heal: 'true' });
}

const READS_AT_ONCE = 100;

/** The pairs that other tools are given: those that `reconcile` writes, with its metadata. */
async function pairsOf(sandbox: Sandbox, world: World): Promise<Pair[]> {
  await firstSync(sandbox, world);
  sandbox.clearRequests();
  const pairs: Pair[] = [];
  const versions = versionsOf(world.shape);
  while (versions.length > 0) {
    const reads = versions.splice(0, READS_AT_ONCE).map(async ({ key, content }): Promise<Pair> => {
      const stored = await sandbox.kv.get(world.namespace, key);
      return { key, value: content, metadata: stored?.metadata };
    });
    pairs.push(...(await Promise.all(reads)));
  }
  return pairs;
}

/** Whether some of the versions are stored as they should be, and all of them are there. */
async function checkStored(sandbox: Sandbox, { namespace }: World, versions: readonly Version[]): Promise<void> {
  const keys = new Set(await sandbox.kv.list(namespace));
  const missing = versions.filter(({ key }) => !keys.has(key));
  const last = versions.at(-1);
  const stored = await sandbox.kv.get(namespace, last?.key ?? '');
  const content = Buffer.from(stored?.bytes ?? []).toString();
  if (missing.length > 0 || content !== last?.content || typeof stored?.metadata !== 'object') {
    throw new Error(`${missing.length} of ${versions.length} versions are not in KV, or not as they should be`);
  }
}

/** Runs from the command line. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '3' },
      versions: { type: 'string', default: '1000,10000' },
      latency: { type: 'string', default: '20' },
      sample: { type: 'string', default: '100' },
      write: { type: 'boolean', default: false },
    },
  });
  const { rounds, latency, sample } = values;
  const numbers = wholeNumbers({ rounds, latency, sample });
  const counts = values.versions.split(',').map((versions) => wholeNumbers({ versions })?.versions);
  if (numbers === undefined || !counts.every((count) => count !== undefined)) {
    return 2;
  }
  const wrangler = await installWrangler();
  try {
    const measured = await measure({ ...numbers, versions: counts, latencies: [0, numbers.latency] }, wrangler, say);
    const tools = [await curlVersion(), ...(wrangler === undefined ? [] : [WRANGLER.replace('@', ' ')])];
    const results = report(measured, {
      rounds: numbers.rounds,
      sampled: numbers.sample,
      install: wrangler?.milliseconds,
      where: await machine(tools),
    });
    process.stdout.write(`${results}\n`);
    if (values.write) {
      await putIntoDocument('versions', results, 'All versions for the first time');
    }
    const slow = measured.flatMap(tooSlow);
    process.stderr.write(slow.map((line) => `Too slow: ${line}\n`).join(''));
    return slow.length === 0 ? 0 : 1;
  } finally {
    await wrangler?.remove();
  }
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2));
}

/**
 * Measures one `deploy` beside what it cannot beat, `git fetch` and `curl`, and in a large repository beside a small one,
 * side by side in one run, in turns; without latency and with some on every request.
 *
 *     node bench/deploy.ts [--rounds 7] [--tags 100000] [--latency 20] [--write]
 *
 * It needs `sh` and `curl`. `--write` puts the results into docs/performance.md. Exits with 1 when a deploy takes longer than it may.
 */
import { parseArgs } from 'node:util';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { fetchAndPut, listTags } from './deploy/raw.ts';
import { type Cost, type Measured, report, tooSlow, type Watched } from './deploy/report.ts';
import { putIntoDocument } from './document.ts';
import { machine } from './machine.ts';
import { deploy } from './scale/action.ts';
import { componentsOf, contentOf, shapeOf } from './scale/fill.ts';
import { type Ran, timed, watched } from './scale/measure.ts';
import { say, wholeNumbers } from './scale/options.ts';
import { curlVersion } from './scale/raw.ts';
import { medianOf, type Sample } from './scale/sample.ts';
import { buildWorld, type MovedTag, moveTag, namespaceId, namespaces, type World } from './scale/world.ts';

const FEW = 10;

/** How large a measurement is. */
export interface Size {
  readonly rounds: number;
  /** Tags of the large repository. */
  readonly tags: number;
  /** Milliseconds that every request waits; everything is measured with each. */
  readonly latencies: readonly number[];
}

/** A tag that moves to and fro between two versions. */
interface Subject {
  readonly world: World;
  tag: MovedTag;
  version: string;
}

const VERSIONS = ['v1.0.0', 'v1.1.0'] as const;

/** Measures everything. @param tell is told how far it is */
export async function measure(
  { rounds, tags, latencies }: Size,
  tell: (line: string) => void = () => undefined,
): Promise<Measured> {
  const sandbox = await startSandbox({ namespaces: namespaces(2) });
  try {
    const small = await subjectIn(await buildWorld(sandbox, 'acme/small', shapeOf(FEW), namespaceId(0)));
    const large = await subjectIn(await buildWorld(sandbox, 'acme/large', shapeOf(tags), namespaceId(1)));
    tell('Built the repositories.');
    const tasks: Record<Name, () => Promise<Ran>> = {
      deploy: () => move(sandbox, small),
      raw: () => fetchAndPut(sandbox, small.world, small, false),
      rawWithPush: () => fetchAndPut(sandbox, small.world, small, true),
      deployInLarge: () => move(sandbox, large),
      listing: () => listTags(sandbox, small.world),
      listingInLarge: () => listTags(sandbox, large.world),
    };
    const costs = await inTurns(sandbox, tasks, { rounds, latencies }, tell);
    const listings = await listingsOf(sandbox, tasks.deploy);
    const withRow = async (name: Name): Promise<Watched> => ({
      ...costs[name],
      inRow: await watched(sandbox, tasks[name]),
    });
    return {
      ...costs,
      latencies,
      rounds,
      tags: [small.world.tags, large.world.tags],
      deploy: await withRow('deploy'),
      raw: await withRow('raw'),
      rawWithPush: await withRow('rawWithPush'),
      listings,
    };
  } finally {
    await sandbox.close();
  }
}

const NAMES = ['deploy', 'raw', 'rawWithPush', 'deployInLarge', 'listing', 'listingInLarge'] as const;
type Name = (typeof NAMES)[number];

/** Runs all tasks in turns, with a round before that warms up and in which both ledgers begin. */
async function inTurns(
  sandbox: Sandbox,
  tasks: Readonly<Record<Name, () => Promise<Ran>>>,
  { rounds, latencies }: { readonly rounds: number; readonly latencies: readonly number[] },
  tell: (line: string) => void,
): Promise<Record<Name, Cost>> {
  const samples = new Map<string, Sample[]>();
  for (let round = 0; round <= rounds; round++) {
    for (const latency of latencies) {
      for (const name of NAMES) {
        const sample = await timed(sandbox, latency, tasks[name]);
        if (round > 0) {
          samples.set(`${name} ${latency}`, [...(samples.get(`${name} ${latency}`) ?? []), sample]);
        }
      }
    }
    tell(round === 0 ? 'Warmed up.' : `Round ${round} of ${rounds}.`);
  }
  const costs = NAMES.map((name): [Name, Cost] => {
    const medians = latencies.map((latency) => medianOf(samples.get(`${name} ${latency}`) ?? []));
    return [name, { samples: medians }];
  });
  return Object.fromEntries(costs) as Record<Name, Cost>;
}

async function subjectIn(world: World): Promise<Subject> {
  const [version] = VERSIONS;
  return { world, version, tag: await moveTag(world, 'production', version, 0) };
}

let turn = 0;

/** Moves the tag, and lets the run of its push deploy it. */
async function move(sandbox: Sandbox, subject: Subject): Promise<Ran> {
  turn += 1;
  const { world } = subject;
  subject.version = VERSIONS.find((version) => version !== subject.version) ?? VERSIONS[0];
  subject.tag = await moveTag(world, 'production', subject.version, turn);
  const run = await deploy(sandbox, world, subject.tag);
  const [component = ''] = componentsOf(world.shape);
  const stored = await sandbox.kv.get(world.namespace, `${component}@production`);
  const content = Buffer.from(stored?.bytes ?? []).toString();
  if (run.outputs.changed !== 'true' || content !== contentOf(component, subject.version)) {
    throw new Error(`deploy did not store ${component} ${subject.version}`);
  }
  return run;
}

/** How often a task asks the Git server for all tags. */
async function listingsOf(sandbox: Sandbox, task: () => Promise<unknown>): Promise<number> {
  sandbox.clearRequests();
  await task();
  return sandbox.requests.filter(
    ({ operation, body }) => operation === 'git ls-refs' && body.includes('ref-prefix refs/tags/components/\n'),
  ).length;
}

/** Runs from the command line. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '7' },
      tags: { type: 'string', default: '100000' },
      latency: { type: 'string', default: '20' },
      write: { type: 'boolean', default: false },
    },
  });
  const { write, ...rest } = values;
  const numbers = wholeNumbers(rest);
  if (numbers === undefined) {
    return 2;
  }
  const measured = await measure({ ...numbers, latencies: [0, numbers.latency] }, say);
  const results = report(measured, await machine([await curlVersion()]));
  process.stdout.write(`${results}\n`);
  if (write) {
    await putIntoDocument('deploy', results, 'One deploy');
  }
  const slow = tooSlow(measured);
  process.stderr.write(slow.map((line) => `Too slow: ${line}\n`).join(''));
  return slow.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2));
}

/**
 * Measures `reconcile`: a run without drift beside what it cannot beat, in repositories of growing size, side by side in one
 * run, in turns; and in the largest of them a first synchronisation, drift, and a removal.
 *
 *     node bench/reconcile.ts [--rounds 3] [--tags 100000] [--write]
 *
 * It needs `sh` and `curl`. `--write` puts the results into docs/performance.md. Exits with 1 when it takes longer or more memory than it may.
 */
import { parseArgs } from 'node:util';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { putIntoDocument } from './document.ts';
import { machine } from './machine.ts';
import { rawRead } from './reconcile/raw.ts';
import { type Measured, type Once, type Place, report, tooDear } from './reconcile/report.ts';
import { type ActionRun, reconcile } from './scale/action.ts';
import { componentsOf, shapeOf } from './scale/fill.ts';
import { type Task, timed } from './scale/measure.ts';
import { counted, everyNth } from './scale/numbers.ts';
import { say, wholeNumbers } from './scale/options.ts';
import { curlVersion } from './scale/raw.ts';
import { medianOf, type Sample } from './scale/sample.ts';
import { buildWorld, deleteTags, namespaceId, namespaces, type World } from './scale/world.ts';

const SMALLEST = 100;
/** Beyond the five minutes in which everything that moved is written again, whatever KV holds. */
const LATER_MS = 10 * 60_000;

/** How large a measurement is. */
export interface Size {
  readonly rounds: number;
  /** Tags of the largest repository. */
  readonly tags: number;
}

/** Sizes of the repositories: powers of ten from 100 on, and the largest. */
export function sizesUpTo(tags: number): number[] {
  const sizes: number[] = [];
  for (let size = SMALLEST; size < tags; size *= 10) {
    sizes.push(size);
  }
  return [...sizes, tags];
}

/** A repository whose keys are in KV. */
interface Synced {
  readonly world: World;
  readonly first: Sample;
  readonly keys: number;
}

/** Measures everything. @param tell is told how far it is */
export async function measure(
  { rounds, tags }: Size,
  tell: (line: string) => void = () => undefined,
): Promise<Measured> {
  const sizes = sizesUpTo(tags);
  const sandbox = await startSandbox({ namespaces: namespaces(sizes.length) });
  try {
    const synced: Synced[] = [];
    for (const [i, size] of sizes.entries()) {
      const world = await buildWorld(sandbox, `acme/tags-${size}`, shapeOf(size), namespaceId(i));
      synced.push(await firstSync(sandbox, world));
      tell(`Built and synchronised a repository with ${counted(size)} tags.`);
    }
    sandbox.serverClock.advance(LATER_MS);
    const places = await inTurns(sandbox, synced, rounds, tell);
    const largest = synced.at(-1);
    return { rounds, places, once: largest === undefined ? [] : await onceIn(sandbox, largest, tell) };
  } finally {
    await sandbox.close();
  }
}

async function firstSync(sandbox: Sandbox, world: World): Promise<Synced> {
  const first = await timed(sandbox, 0, () => healed(sandbox, world, {}));
  const keys = (await sandbox.kv.list(world.namespace)).length;
  return { world, first, keys };
}

/** Runs without drift and the tools beside them, in turns; the first synchronisations warmed up. */
async function inTurns(
  sandbox: Sandbox,
  synced: readonly Synced[],
  rounds: number,
  tell: (line: string) => void,
): Promise<Place[]> {
  const samples = synced.map(() => ({ noop: [] as Sample[], fetch: [] as Sample[], list: [] as Sample[] }));
  for (let round = 1; round <= rounds; round++) {
    for (const [i, { world, keys }] of synced.entries()) {
      const take = async (name: 'noop' | 'fetch' | 'list', task: Task): Promise<void> => {
        samples[i]?.[name].push(await timed(sandbox, 0, task));
      };
      await take('noop', () => noop(sandbox, world));
      await take('fetch', () => rawRead(sandbox, world, 'fetch', keys));
      await take('list', () => rawRead(sandbox, world, 'listTags', keys));
    }
    tell(`Round ${round} of ${rounds}.`);
  }
  return synced.map(({ world, keys }, i) => ({
    tags: world.tags,
    keys,
    noop: medianOf(samples[i]?.noop ?? []),
    fetch: medianOf(samples[i]?.fetch ?? []),
    list: medianOf(samples[i]?.list ?? []),
  }));
}

async function noop(sandbox: Sandbox, world: World): Promise<ActionRun> {
  const run = await healed(sandbox, world, {});
  if (run.outputs.drift !== '0' || run.outputs.changed !== 'false') {
    throw new Error(`There should be no drift, and ${run.outputs.drift} keys have some`);
  }
  return run;
}

function healed(sandbox: Sandbox, world: World, inputs: Readonly<Record<string, string>>): Promise<ActionRun> {
  return reconcile(sandbox, world, { heal: 'true', ...inputs });
}

/** What is measured once: each leaves the repository as the next one needs it. */
async function onceIn(sandbox: Sandbox, { world, first, keys }: Synced, tell: (line: string) => void): Promise<Once[]> {
  const once: Once[] = [{ name: 'First synchronisation', sample: first }];
  const drifted = await drift(sandbox, world);
  const repair = await timed(sandbox, 0, () => repaired(sandbox, world, drifted));
  once.push({ name: `Repair of keys deleted or edited by hand: ${counted(drifted)}`, sample: repair });
  tell('Repaired drift.');
  const gone = versionsToGo(world);
  await deleteTags(world, gone);
  const prune = await timed(sandbox, 0, () => pruned(sandbox, world, keys - gone.length));
  once.push({ name: `Removal of keys whose tags are gone: ${counted(gone.length)}`, sample: prune });
  tell('Removed keys.');
  return once;
}

const DRIFT = 0.01;
const PRUNED = 0.005;

/** Deletes and edits keys by hand, one in a hundred. @returns how many */
async function drift(sandbox: Sandbox, { namespace }: World): Promise<number> {
  const keys = await sandbox.kv.list(namespace);
  const chosen = everyNth(keys, Math.ceil(keys.length * DRIFT)).filter((key) => key !== INDEX);
  for (const [i, key] of chosen.entries()) {
    await (i % 2 === 0
      ? sandbox.kv.delete(namespace, key)
      : sandbox.kv.put(namespace, key, 'Edited in the dashboard.'));
  }
  return chosen.length;
}

const INDEX = 'component-versions';

async function repaired(sandbox: Sandbox, world: World, drifted: number): Promise<ActionRun> {
  const run = await healed(sandbox, world, {});
  if (run.outputs.drift !== String(drifted)) {
    throw new Error(`${drifted} keys were deleted or edited, and ${run.outputs.drift} found`);
  }
  return run;
}

/** Version tags that no environment stands at, one in two hundred of all tags. */
function versionsToGo({ shape, tags }: World): string[] {
  const [oldest = ''] = shape.versions;
  const components = everyNth(componentsOf(shape), Math.ceil(tags * PRUNED));
  return components.map((component) => `components/${component}/${oldest}`);
}

async function pruned(sandbox: Sandbox, world: World, left: number): Promise<ActionRun> {
  const run = await healed(sandbox, world, { prune: 'true' });
  const keys = (await sandbox.kv.list(world.namespace)).length;
  if (keys !== left) {
    throw new Error(`${left} keys should be left, and there are ${keys}`);
  }
  return run;
}

/** Runs from the command line. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '3' },
      tags: { type: 'string', default: '100000' },
      write: { type: 'boolean', default: false },
    },
  });
  const size = wholeNumbers({ rounds: values.rounds, tags: values.tags });
  if (size === undefined) {
    return 2;
  }
  const measured = await measure(size, say);
  const results = report(measured, await machine([await curlVersion()]));
  process.stdout.write(`${results}\n`);
  if (values.write) {
    await putIntoDocument('reconcile', results, 'Many tags');
  }
  const dear = tooDear(measured);
  process.stderr.write(dear.map((line) => `Too dear: ${line}\n`).join(''));
  return dear.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2));
}

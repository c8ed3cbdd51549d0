/**
 * Measures whether `history` at a time and `rollback` cost the same however long the ledger is: repositories with a
 * short and with a long ledger side by side, in one run, in turns.
 *
 *     node bench/ledger.ts [--rounds 7] [--entries 20000] [--write]
 *
 * `--write` puts the results into docs/performance.md. Exits with 1 when a command became dearer than it may.
 */
import { parseArgs } from 'node:util';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { putIntoDocument } from './document.ts';
import { type Row, report, tooDear } from './ledger/report.ts';
import { medianOf, type Sample } from './ledger/sample.ts';
import { ENVIRONMENTS, type Shape } from './ledger/shape.ts';
import { history, rollback } from './ledger/with-action.ts';
import { cloneAndLook } from './ledger/with-git.ts';
import { buildWorld, checkWorld, type World } from './ledger/world.ts';
import { machine } from './machine.ts';

/**
 * The repositories that are compared by default: a small one, a large one that has just adopted Tagship, and last the
 * same large one with a long ledger.
 */
export function defaultShapes(entries: number): Shape[] {
  const small = { components: 5, versions: 20, entries: 200 };
  const large = { components: 500, versions: Math.ceil(entries / 1000) };
  return [
    { ...small, title: titleOf(small), repository: 'acme/small', seeded: false },
    { ...large, entries: 200, title: titleOf({ ...large, entries: 200 }), repository: 'acme/young', seeded: true },
    { ...large, entries, title: titleOf({ ...large, entries }), repository: 'acme/old', seeded: false },
  ];
}

function titleOf({ components, versions, entries }: Pick<Shape, 'components' | 'versions' | 'entries'>): string {
  const tags = components * (versions + ENVIRONMENTS.length);
  const [inLedger, tagged] = [entries, tags].map((count) => count.toLocaleString('en'));
  return `${inLedger} entries; ${components} components, ${tagged} tags`;
}

interface Task {
  readonly name: string;
  readonly own: boolean;
  readonly run: (sandbox: Sandbox, world: World, turn: number) => Promise<Sample>;
}

const TASKS: readonly Task[] = [
  { name: '`history`, everything', own: true, run: (sandbox, world) => history(sandbox, world, {}) },
  {
    name: '`history`, one environment',
    own: true,
    run: (sandbox, world) => history(sandbox, world, { environment: 'production' }),
  },
  {
    name: '`history`, one component',
    own: true,
    run: (sandbox, world) => history(sandbox, world, { component: world.subject.component }),
  },
  {
    name: '`history`, one component in one environment',
    own: true,
    run: (sandbox, world) => history(sandbox, world, { component: world.subject.component, environment: 'production' }),
  },
  { name: '`rollback`, one component', own: true, run: rollback },
  {
    name: 'Git: fetch the ledger, `log -1 --before`, `ls-tree`',
    own: false,
    run: (sandbox, world) => cloneAndLook(sandbox, world, false),
  },
  {
    name: 'Git: the same with `--filter=tree:0`',
    own: false,
    run: (sandbox, world) => cloneAndLook(sandbox, world, true),
  },
];

/**
 * Builds the repositories, and measures every task in each of them, in turns. The first round warms up and counts for
 * nothing.
 * @param say is told how far it is
 */
export async function measure(
  shapes: readonly Shape[],
  rounds: number,
  say: (line: string) => void,
): Promise<readonly Row[]> {
  const pairs = shapes.map((_, i) => ({ production: namespaceId(2 * i), staging: namespaceId(2 * i + 1) }));
  const namespaces = pairs.flatMap(Object.values<string>).map((id) => ({ id, title: id }));
  const sandbox = await startSandbox({ namespaces });
  try {
    const worlds: World[] = [];
    for (const [i, shape] of shapes.entries()) {
      const started = performance.now();
      worlds.push(await buildWorld(sandbox, shape, pairs[i] ?? { production: '', staging: '' }));
      say(`Built ${shape.title} in ${((performance.now() - started) / 1000).toFixed(0)} s.`);
    }
    for (const world of worlds.slice(0, 1)) {
      await checkWorld(world);
    }
    const samples = new Map<Task, Sample[][]>(TASKS.map((task) => [task, worlds.map(() => [])]));
    for (let round = 0; round <= rounds; round++) {
      for (const [task, ofTask] of samples) {
        for (const [i, world] of worlds.entries()) {
          const sample = await task.run(sandbox, world, round);
          if (round > 0) {
            ofTask[i]?.push(sample);
          }
        }
      }
      say(round === 0 ? 'Warmed up.' : `Round ${round} of ${rounds}.`);
    }
    return [...samples].map(([{ name, own }, ofTask]) => ({ name, own, samples: ofTask.map(medianOf) }));
  } finally {
    await sandbox.close();
  }
}

function namespaceId(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** Runs from the command line. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '7' },
      entries: { type: 'string', default: '20000' },
      write: { type: 'boolean', default: false },
    },
  });
  const shapes = defaultShapes(Number(values.entries));
  const rounds = Number(values.rounds);
  const rows = await measure(shapes, rounds, (line) => void process.stderr.write(`${line}\n`));
  const results = report(
    rows,
    shapes.map(({ title }) => title),
    rounds,
    await machine(),
  );
  process.stdout.write(`${results}\n`);
  if (values.write) {
    await putIntoDocument('ledger', results);
  }
  const dear = tooDear(rows);
  process.stderr.write(dear.map((line) => `Too dear: ${line}\n`).join(''));
  return dear.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2));
}

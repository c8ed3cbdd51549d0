/**
 * Measures `validate`: a checkout full of references beside `git grep` for the same strings, which cannot be beaten, side by
 * side in one run, in turns; and a checkout of a tenth of it.
 *
 *     node bench/validate.ts [--files 10000] [--references 50000] [--tags 20000] [--rounds 5] [--write]
 *
 * It needs `sh`. `--write` puts the results into docs/performance.md. Exits with 1 when it takes longer or more memory than it may.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { putIntoDocument } from './document.ts';
import { machine } from './machine.ts';
import { validate } from './scale/action.ts';
import { shapeOf } from './scale/fill.ts';
import { type Ran, type Task, timed } from './scale/measure.ts';
import { counted, median } from './scale/numbers.ts';
import { say, wholeNumbers } from './scale/options.ts';
import { medianOf, type Sample } from './scale/sample.ts';
import { buildWorld, namespaceId, namespaces, type World } from './scale/world.ts';
import { checkOut } from './validate/checkout.ts';
import { type Corpus, corpusOf, type Mistake } from './validate/corpus.ts';
import { rawGrep, rawList } from './validate/raw.ts';
import { type Measured, type Place, report, tooDear } from './validate/report.ts';

/** How large a measurement is. */
export interface Size {
  readonly rounds: number;
  /** Of the larger checkout. */
  readonly files: number;
  readonly references: number;
  readonly tags: number;
}

const SMALLER = 10;

/** A repository, its checkout, and one without a file. */
interface Site {
  readonly world: World;
  readonly corpus: Pick<Corpus, 'references' | 'mistakes'> & { readonly files: number; readonly bytes: number };
  readonly checkout: string;
  readonly empty: string;
}

/** What is run in one turn. */
type Turn = Readonly<Record<'validate' | 'bare' | 'grep' | 'grepInC' | 'list', Sample>>;

/** Measures everything. @param tell is told how far it is */
export async function measure(
  { rounds, ...size }: Size,
  tell: (line: string) => void = () => undefined,
): Promise<Measured> {
  const root = await mkdtemp(path.join(tmpdir(), 'tagship-bench-'));
  const sandbox = await startSandbox({ namespaces: namespaces(1) });
  try {
    const sites: Site[] = [];
    for (const part of [SMALLER, 1]) {
      sites.push(await build(sandbox, path.join(root, String(part)), size, part));
      tell(`Built a checkout of ${counted(sites.at(-1)?.corpus.files ?? 0)} files.`);
    }
    const turns = sites.map((): Turn[] => []);
    for (let round = 0; round <= rounds; round++) {
      for (const [i, site] of sites.entries()) {
        const turn = await takeTurn(sandbox, site);
        // The first one warms up.
        turns[i]?.push(...(round === 0 ? [] : [turn]));
      }
      tell(round === 0 ? 'Warmed up.' : `Round ${round} of ${rounds}.`);
    }
    return { rounds, places: sites.map((site, i) => placeOf(site, turns[i] ?? [])) };
  } finally {
    await sandbox.close();
    await rm(root, { recursive: true, force: true });
  }
}

async function build(
  sandbox: Sandbox,
  root: string,
  { files, references, tags }: Omit<Size, 'rounds'>,
  part: number,
): Promise<Site> {
  const of = (whole: number): number => Math.round(whole / part);
  const world = await buildWorld(sandbox, `acme/files-${of(files)}`, shapeOf(of(tags)), namespaceId(0));
  const corpus = corpusOf(world.shape, { files: of(files), references: of(references) });
  const [checkout, empty] = [path.join(root, 'checkout'), path.join(root, 'empty')] as const;
  await checkOut(checkout, corpus.files);
  await checkOut(empty, []);
  const bytes = corpus.files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  return { world, corpus: { ...corpus, files: of(files), bytes }, checkout, empty };
}

async function takeTurn(sandbox: Sandbox, { world, corpus, checkout, empty }: Site): Promise<Turn> {
  const take = (task: Task): Promise<Sample> => timed(sandbox, 0, task);
  return {
    grep: await take(() => rawGrep(sandbox, world, checkout, corpus.references, 'C.UTF-8')),
    grepInC: await take(() => rawGrep(sandbox, world, checkout, corpus.references, 'C')),
    validate: await take(() => checked(sandbox, world, checkout, corpus.mistakes)),
    list: await take(() => rawList(sandbox, world)),
    bare: await take(() => checked(sandbox, world, empty, [])),
  };
}

/** Runs the action, which is to find these mistakes and nothing else. */
async function checked(sandbox: Sandbox, world: World, checkout: string, mistakes: readonly Mistake[]): Promise<Ran> {
  const run = await validate(sandbox, world, checkout, mistakes.length === 0 ? 0 : 1);
  const { findings } = JSON.parse(run.outputs.result ?? '{"findings":[]}') as { readonly findings: readonly Mistake[] };
  const found = linesOf(findings);
  const expected = linesOf(mistakes);
  if (found !== expected) {
    throw new Error(`These mistakes were made:\n${expected}\nand these found:\n${found}`);
  }
  return run;
}

function linesOf(mistakes: readonly Mistake[]): string {
  return mistakes
    .map(({ code, file, line }) => `${file}:${line} ${code}`)
    .sort()
    .join('\n');
}

function placeOf({ world, corpus }: Site, turns: readonly Turn[]): Place {
  const of = (name: keyof Turn): Sample => medianOf(turns.map((turn) => turn[name]));
  const ratio = (read: (turn: Readonly<Record<keyof Turn, number>>) => number): number =>
    median(
      turns.map((turn) =>
        read({
          validate: turn.validate.milliseconds,
          bare: turn.bare.milliseconds,
          grep: turn.grep.milliseconds,
          grepInC: turn.grepInC.milliseconds,
          list: turn.list.milliseconds,
        }),
      ),
    );
  return {
    files: corpus.files,
    references: corpus.references,
    tags: world.tags,
    bytes: corpus.bytes,
    mistakes: corpus.mistakes.length,
    validate: of('validate'),
    bare: of('bare'),
    grep: of('grep'),
    list: of('list'),
    grepInC: of('grepInC'),
    besideGrepInC: ratio((time) => time.validate / time.grepInC),
    besideGrep: ratio((time) => time.validate / time.grep),
    besideBoth: ratio((time) => time.validate / (time.grep + time.list)),
    filesBesideGrep: ratio((time) => (time.validate - time.bare) / time.grep),
  };
}

/** Runs from the command line. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      files: { type: 'string', default: '10000' },
      references: { type: 'string', default: '50000' },
      tags: { type: 'string', default: '20000' },
      rounds: { type: 'string', default: '5' },
      write: { type: 'boolean', default: false },
    },
  });
  const { files, references, tags, rounds } = values;
  const size = wholeNumbers({ files, references, tags, rounds });
  if (size === undefined) {
    return 2;
  }
  const measured = await measure(size, say);
  const results = report(measured, await machine());
  process.stdout.write(`${results}\n`);
  if (values.write) {
    await putIntoDocument('validate', results, 'Checking references');
  }
  const dear = tooDear(measured);
  process.stderr.write(dear.map((line) => `Too dear: ${line}\n`).join(''));
  return dear.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2));
}

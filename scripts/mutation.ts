/**
 * Asks the tests whether they notice a mistake: breaks decisions in `src/domain`, `src/engine` and `src/commands`, one at a
 * time, and runs the tests that reach the place.
 *
 *     npm run mutation -- [--seed 1] [--count 100] [--long] [--only 3,17] [--tests __tests__/domain …]
 *
 * All mistakes are written into one copy of the repository, each behind a switch. One run of all tests tells which file
 * reaches which mistake; then each mistake is switched on alone, and the files that reach it are run, the quickest first,
 * until one fails. With `--long` the mistakes that nobody noticed are tried again in the long lane.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Node, parseSource, walk } from './mutation/syntax.ts';

const root = path.join(import.meta.dirname, '..');
const FOLDERS = ['src/domain', 'src/engine', 'src/commands'];
const LANES = 2;

interface Mistake {
  readonly file: string;
  readonly line: number;
  readonly kind: string;
  /** What stands there. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands there instead, with the switch in front. */
  readonly replacement: (isOn: string) => string;
}

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    long: { type: 'boolean', default: false },
    only: { type: 'string' },
    tests: { type: 'string', multiple: true, default: [] },
  },
});

/** Which file notices each of these mistakes; undefined where none does. */
async function ask(lane: 'short' | 'long', which: Iterable<number>): Promise<Map<number, string | undefined>> {
  const only = values.only?.split(',').map(Number);
  const asked = [...which].filter((i) => only === undefined || only.includes(i));
  const reached = await reachOf(lane);
  const noticed = new Map<number, string | undefined>();
  const queue = [...asked];
  await Promise.all(
    Array.from({ length: LANES }, async () => {
      for (let i = queue.shift(); i !== undefined; i = queue.shift()) {
        const files = reached.filter(({ mistakes: some }) => some.has(Number(i))).sort((a, b) => a.ms - b.ms);
        noticed.set(
          i,
          await firstFailure(
            lane,
            i,
            files.map(({ file }) => file),
          ),
        );
        const { file, line, kind } = mistakes[i] as Mistake;
        process.stderr.write(
          `${noticed.size}/${asked.length} ${i} ${file}:${line} ${kind}: ${noticed.get(i) ?? 'NOT NOTICED'}\n`,
        );
      }
    }),
  );
  return new Map([...noticed].sort(([a], [b]) => a - b));
}

async function firstFailure(lane: string, mistake: number, files: readonly string[]): Promise<string | undefined> {
  // A few at a time: starting the test runner takes longer than most files.
  for (let i = 0; i < files.length; i += 6) {
    const some = files.slice(i, i + 6);
    const out = path.join(copy, `result-${lane}-${mistake}-${i}.json`);
    const code = await jest(lane, ['-i', '--bail', '--json', `--outputFile=${out}`, ...some], {
      MUTANT: String(mistake),
    });
    if (code !== 0) {
      const text = await readFile(out, 'utf8').catch(() => '{}');
      const result = JSON.parse(text) as { testResults?: readonly { name: string; status: string }[] };
      const failed = result.testResults?.find(({ status }) => status === 'failed');
      return failed === undefined ? 'did not end' : path.relative(copy, failed.name);
    }
  }
  return undefined;
}

/** Runs all tests of a lane without a mistake, and tells what each file reaches. */
async function reachOf(lane: string): Promise<{ file: string; ms: number; mistakes: ReadonlySet<number> }[]> {
  const folder = path.join(copy, `reach-${lane}`);
  await mkdir(folder, { recursive: true });
  const out = path.join(folder, 'all.json');
  const code = await jest(lane, ['--json', `--outputFile=${out}`, ...values.tests], { MUTATION_REACH: folder });
  if (code !== 0) process.stderr.write(`The ${lane} lane fails without any mistake: what fails is left out.\n`);
  const all = JSON.parse(await readFile(out, 'utf8')) as {
    testResults: readonly { name: string; status: string; startTime: number; endTime: number }[];
  };
  const timed = new Map(all.testResults.map((one) => [one.name, one] as const));
  const reached: { file: string; ms: number; mistakes: ReadonlySet<number> }[] = [];
  for (const name of (await readdir(folder)).filter((one) => one.startsWith('file-'))) {
    const { file, mistakes: some } = JSON.parse(await readFile(path.join(folder, name), 'utf8')) as {
      file: string;
      mistakes: readonly number[];
    };
    const result = timed.get(file);
    if (result?.status === 'passed') {
      reached.push({ file: path.relative(copy, file), ms: result.endTime - result.startTime, mistakes: new Set(some) });
    }
  }
  return reached;
}

async function jest(lane: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const child: ChildProcess = spawn(
    process.execPath,
    ['scripts/test.ts', ...(lane === 'long' ? ['--long'] : []), ...args],
    {
      cwd: copy,
      stdio: 'ignore',
      env: { ...process.env, ...env, MUTATION: '1' },
      timeout: lane === 'long' ? 3_600_000 : 1_800_000,
    },
  );
  return await new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}

/** A copy of the repository with every mistake in it, none switched on. */
async function makeCopy(): Promise<void> {
  for (const name of await readdir(root)) {
    if (['.git', 'node_modules', 'build'].includes(name)) continue;
    await cp(path.join(root, name), path.join(copy, name), { recursive: true });
  }
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  await cp(path.join(root, '.git'), path.join(copy, '.git'), { recursive: true });
  const byFile = Map.groupBy(mistakes.entries(), ([, { file }]) => file);
  for (const [file, some] of byFile) {
    let text = await readFile(path.join(copy, file), 'utf8');
    for (const [i, one] of some.sort(([, a], [, b]) => b.start - a.start)) {
      text = text.slice(0, one.start) + one.replacement(`globalThis.isMistaken?.(${i})`) + text.slice(one.end);
    }
    await writeFile(path.join(copy, file), text);
  }
}

async function everyMistake(): Promise<Mistake[]> {
  const found: Mistake[] = [];
  for (const folder of FOLDERS) {
    for (const name of (await readdir(path.join(root, folder), { recursive: true })).sort()) {
      if (!name.endsWith('.ts')) continue;
      const file = path.join(folder, name);
      const text = await readFile(path.join(root, file), 'utf8');
      walk(parseSource(text), (node, parent) => {
        const mistake = MISTAKES[node.type]?.(node, text, parent);
        if (mistake !== undefined)
          found.push({ ...mistake, file, line: text.slice(0, mistake.start).split('\n').length });
      });
    }
  }
  return found;
}

const OPPOSITES: Readonly<Record<string, string>> = {
  '===': '!==',
  '!==': '===',
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '&&': '||',
  '||': '&&',
  '+': '-',
  '-': '+',
};

type At = Omit<Mistake, 'file' | 'line'>;

/** What can be wrong at a place, by the kind of the node. */
const MISTAKES: Readonly<Record<string, (node: Node, text: string, parent: Node | undefined) => At | undefined>> = {
  IfStatement: (node, text) => {
    const { test, consequent, alternate } = node as Node & { test: Node; consequent: Node; alternate: Node | null };
    if (alternate !== null || !/^\{\s*(?:throw|return|continue)\b/.test(codeOf(consequent, text))) return undefined;
    return { ...at(test, text), kind: 'guard removed', replacement: (isOn) => `!${isOn} && (${codeOf(test, text)})` };
  },
  AwaitExpression: (node, text) => {
    const inner = codeOf((node as Node & { argument: Node }).argument, text);
    const replacement = (isOn: string): string => `(${isOn} ? (${inner}) : await (${inner}))`;
    return { ...at(node, text), kind: 'await dropped', replacement };
  },
  BinaryExpression: operation,
  LogicalExpression: operation,
  ConditionalExpression: (node, text) => {
    const { test } = node as Node & { test: Node };
    const code = codeOf(test, text);
    return {
      ...at(test, text),
      kind: 'condition flipped',
      replacement: (isOn) => `(${isOn} ? !(${code}) : (${code}))`,
    };
  },
  NumericLiteral: (node, text, parent) => constant(node, text, parent, (code) => `${code} + 1`),
  BooleanLiteral: (node, text, parent) => constant(node, text, parent, (code) => (code === 'true' ? 'false' : 'true')),
};

function codeOf({ start, end }: Node, text: string): string {
  return text.slice(start, end);
}

function at(node: Node, text: string): Pick<Mistake, 'start' | 'end' | 'text'> {
  return { start: node.start, end: node.end, text: codeOf(node, text).split('\n', 1)[0] ?? '' };
}

function operation(node: Node, text: string): At | undefined {
  const { left, right, operator } = node as Node & { left: Node; right: Node; operator: string };
  const other = OPPOSITES[operator];
  const code = codeOf(node, text);
  // Texts are put together by `+` as well.
  if (other === undefined || (operator === '+' && /['"`]/.test(code))) return undefined;
  const wrong = `(${codeOf(left, text)}) ${other} (${codeOf(right, text)})`;
  const replacement = (isOn: string): string => `(${isOn} ? ${wrong} : (${code}))`;
  return { ...at(node, text), kind: `${operator} is ${other}`, replacement };
}

function constant(
  node: Node,
  text: string,
  parent: Node | undefined,
  wrongOf: (code: string) => string,
): At | undefined {
  const isKey = (parent as { key?: Node } | undefined)?.key === node;
  const isType = parent?.type.startsWith('TS') === true && parent.type !== 'TSAsExpression';
  if (isKey || isType) return undefined;
  const code = codeOf(node, text);
  const wrong = wrongOf(code);
  return { ...at(node, text), kind: `${code} is ${wrong}`, replacement: (isOn) => `(${isOn} ? ${wrong} : ${code})` };
}

/** Some of them, that do not overlap, chosen by a seed. */
function choose(all: readonly Mistake[], count: number, seed: number): Mistake[] {
  let state = seed >>> 0;
  const random = (): number => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const left = [...all];
  const chosen: Mistake[] = [];
  while (chosen.length < count && left.length > 0) {
    const [one] = left.splice(Math.floor(random() * left.length), 1);
    const overlaps = chosen.some(({ file, start, end }) => file === one?.file && start < one.end && one.start < end);
    if (one !== undefined && !overlaps) chosen.push(one);
  }
  return chosen.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start));
}

function report(short: ReadonlyMap<number, string | undefined>, long: ReadonlyMap<number, string | undefined>): void {
  const rows = [...short].map(([i, by]) => {
    const { file, line, kind, text } = mistakes[i] as Mistake;
    const lane = by !== undefined ? `short: ${by}` : long.get(i) !== undefined ? `long: ${long.get(i)}` : 'neither';
    return `| ${i} | ${file}:${line} | ${kind} | \`${text.slice(0, 60).replaceAll('|', '\\|')}\` | ${lane} |`;
  });
  const inShort = [...short.values()].filter((by) => by !== undefined).length;
  const inLong = [...long.values()].filter((by) => by !== undefined).length;
  const total = short.size;
  process.stdout.write(`| | Place | Mistake | Code | Noticed by |\n|---|---|---|---|---|\n${rows.join('\n')}\n\n`);
  process.stdout.write(
    `Seed ${values.seed}: of ${total} mistakes the short lane noticed ${inShort}, only the long one ${inLong}, neither ${total - inShort - inLong}.\n`,
  );
}

const mistakes = choose(await everyMistake(), Number(values.count), Number(values.seed));
const copy = await mkdtemp(path.join(tmpdir(), 'tagship-mutation-'));
try {
  await makeCopy();
  const short = await ask('short', mistakes.keys());
  const open = [...short].filter(([, by]) => by === undefined).map(([i]) => i);
  const long = values.long && open.length > 0 ? await ask('long', open) : new Map<number, string | undefined>();
  report(short, long);
} finally {
  await rm(copy, { recursive: true, force: true });
}

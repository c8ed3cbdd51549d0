/**
 * Simulates how often a gate rolls back when it should not, and when it should: the action's own functions beside the
 * rules that others use, on the same requests; and beside the figures that they have to reach.
 *
 *     node bench/gate.ts [--runs 20000] [--seed 1] [--write]
 *
 * `--write` puts the results into docs/performance.md. Exits with 1 when a promise is broken.
 */
import { parseArgs } from 'node:util';
import { putIntoDocument } from './document.ts';
import { blame } from './gate/blame.ts';
import { exposure } from './gate/exposure.ts';
import { type Figures, missed } from './gate/figures.ts';
import { oneSample } from './gate/one-sample.ts';
import { broken, report } from './gate/report.ts';
import { others, type Rule, shipped } from './gate/rules.ts';
import { SCENARIOS } from './gate/scenarios.ts';
import { type Outcome, simulate } from './gate/simulate.ts';
import { disturbed, grid } from './gate/two-arms.ts';

/** The rules in the order of the table: the others, and the shipped gate without and with its default minimum. */
export function allRules(): Rule[] {
  return [...others(), shipped(1), shipped(50)];
}

/** Runs every scenario. @param seed of the first; each has one of its own */
export function simulateAll(rules: readonly Rule[], runs: number, seed: number): Outcome[] {
  return SCENARIOS.map((scenario, i) => simulate(scenario, rules, runs, seed + i));
}

/** What the gate has to do: each table with the figures that are required. */
export function figures(runs: number, seed: number): Figures[] {
  const some = Math.min(runs, 4000);
  return [oneSample(runs, seed), grid(some, seed), disturbed(some, seed), blame(some, seed), exposure(some, seed)];
}

/** Runs from the command line. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      runs: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      write: { type: 'boolean', default: false },
    },
  });
  const [runs, seed] = [Number(values.runs), Number(values.seed)];
  if (!Number.isSafeInteger(runs) || runs < 1 || !Number.isSafeInteger(seed)) {
    process.stderr.write('`--runs` and `--seed` take whole numbers, and there has to be a run.\n');
    return 2;
  }
  const rules = allRules();
  const outcomes = simulateAll(rules, runs, seed);
  const tables = figures(runs, seed);
  const results = [report(outcomes, rules, runs, seed), ...tables.map(({ text }) => text)].join('\n\n');
  process.stdout.write(`${results}\n`);
  if (values.write) {
    await putIntoDocument('gate', results);
  }
  const wrong = [...broken(outcomes, rules), ...missed(tables)];
  process.stderr.write(wrong.map((line) => `Broken: ${line}\n`).join(''));
  return wrong.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2));
}

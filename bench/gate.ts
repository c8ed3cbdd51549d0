/**
 * Simulates how often a gate rolls back when it should not, and when it should: the action's own functions beside the
 * rules that others use, on the same requests.
 *
 *     node bench/gate.ts [--runs 20000] [--seed 1] [--write]
 *
 * `--write` puts the results into docs/performance.md. Exits with 1 when a promise is broken.
 */
import { parseArgs } from 'node:util';
import { putIntoDocument } from './document.ts';
import { broken, report } from './gate/report.ts';
import { others, type Rule, shipped } from './gate/rules.ts';
import { SCENARIOS } from './gate/scenarios.ts';
import { type Outcome, simulate } from './gate/simulate.ts';

/** The rules in the order of the table: the others, and the shipped gate without and with its default minimum. */
export function allRules(): Rule[] {
  return [...others(), shipped(1), shipped(50)];
}

/** Runs every scenario. @param seed of the first; each has one of its own */
export function simulateAll(rules: readonly Rule[], runs: number, seed: number): Outcome[] {
  return SCENARIOS.map((scenario, i) => simulate(scenario, rules, runs, seed + i));
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
  const results = report(outcomes, rules, runs, seed);
  process.stdout.write(`${results}\n`);
  if (values.write) {
    await putIntoDocument('gate', results);
  }
  const missed = broken(outcomes, rules);
  process.stderr.write(missed.map((line) => `Broken: ${line}\n`).join(''));
  return missed.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2));
}

/**
 * Measures how long the built action takes to start and end when there is nothing to do, beside Node.js alone, and
 * `tagship history` in a terminal beside `history` of the action.
 *
 *     node bench/start.ts [--rounds 40] [--write]
 *
 * `--write` puts the results into docs/performance.md. Exits with 1 when the action takes longer than it may.
 */
import { parseArgs } from 'node:util';
import { putIntoDocument } from './document.ts';
import { machine } from './machine.ts';
import { historyInTurns } from './start/history.ts';
import { BARE, idle, inTurns } from './start/processes.ts';
import { historyReport, LIMIT, multiples, report, type Times } from './start/report.ts';

/** Measures both, one after the other in each round. @param entry the built action; this repository's if absent */
export async function measure(rounds: number, entry?: string): Promise<readonly Times[]> {
  const programs = [BARE, idle(entry)];
  const times = await inTurns(programs, rounds);
  return programs.map(({ name }, i) => ({ name, milliseconds: times[i] ?? [] }));
}

/** Runs from the command line. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string', default: '40' }, write: { type: 'boolean', default: false } },
  });
  const rounds = Number(values.rounds);
  if (!Number.isSafeInteger(rounds) || rounds < 1) {
    process.stderr.write('`--rounds` takes a whole number, and there has to be a round.\n');
    return 2;
  }
  const measured = await measure(rounds);
  const histories = await historyInTurns(Math.ceil(rounds / 4));
  const results = `${report(measured, rounds, await machine())}\n\n${historyReport(histories)}`;
  process.stdout.write(`${results}\n`);
  if (values.write) {
    await putIntoDocument('start', results);
  }
  const slow = multiples(measured).filter((multiple) => multiple > LIMIT);
  process.stderr.write(slow.map((multiple) => `Too slow: ${multiple.toFixed(2)} times Node.js alone\n`).join(''));
  return slow.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2));
}

/**
 * Runs the tests: `npm test` everything that a change can break, `npm run test:long` what takes many runs to show. Both
 * take files and Jest's own options; `--seed N` draws other examples.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const args = process.argv.slice(2);
const isLong = args.includes('--long');
const at = args.findIndex((arg) => /^--seed(?:=|$)/.test(arg));
const isApart = args[at] === '--seed';
const seed = isApart ? args[at + 1] : args[at]?.slice('--seed='.length);
if (at >= 0 && !/^-?\d+$/.test(seed ?? '')) {
  process.stderr.write('`--seed` takes a whole number.\n');
  process.exit(2);
}
const jest = args.filter((arg, i) => arg !== '--long' && i !== at && !(isApart && i === at + 1));

const child = spawn(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    join(root, 'node_modules/jest/bin/jest.js'),
    ...jest,
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(isLong ? { TEST_LANE: 'long' } : {}),
      ...(seed === undefined ? {} : { LAW_SEED: seed }),
    },
  },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});

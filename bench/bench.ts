/**
 * Runs a measurement by its name: `npm run bench -- ledger [options]`.
 */
import { main as deploy } from './deploy.ts';
import { main as gate } from './gate.ts';
import { main as ledger } from './ledger.ts';
import { main as page } from './page.ts';
import { main as reconcile } from './reconcile.ts';
import { main as start } from './start.ts';
import { main as validate } from './validate.ts';
import { main as versions } from './versions.ts';

const BENCHES: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  deploy,
  gate,
  ledger,
  page,
  reconcile,
  start,
  validate,
  versions,
};

const [name = '', ...args] = process.argv.slice(2);
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (bench === undefined) {
  process.stderr.write(`Usage: npm run bench -- ${Object.keys(BENCHES).join(' | ')} [options]\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await bench(args);
}

import { runner } from './host.ts';
import { start } from './start.ts';

// A log that nobody reads any more ends no run; without a listener the error would end the process.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', () => undefined);
}

/** A runner starts an action without arguments; `dist/cli.js` says what it is, and where the package is. */
const [, , mode, home = '', ...words] = process.argv;

if (mode === 'terminal') {
  const { fromProcess, terminal } = await import('./terminal.ts');
  process.exitCode = await terminal(fromProcess(words, home));
} else {
  process.exitCode = await start(runner());
}

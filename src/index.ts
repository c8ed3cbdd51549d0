import { runner } from './host.ts';
import { start } from './start.ts';

// A log that nobody reads any more ends no run; without a listener the error would end the process.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', () => undefined);
}

process.exitCode = await start(runner());

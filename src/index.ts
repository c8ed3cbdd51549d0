import { runner } from './host.ts';
import { start } from './start.ts';

process.exitCode = await start(runner());

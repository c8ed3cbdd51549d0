/**
 * The built action, and a line at its end with what only the process itself knows: its peak memory, and when it ended.
 */
import { readFileSync } from 'node:fs';

process.on('exit', () => {
  const ended = performance.timeOrigin + performance.now();
  process.stdout.write(`\nbench ${JSON.stringify({ ended, peakKilobytes: peak() })}\n`);
});

/** `ru_maxrss`, as a parent sees it, would begin with the parent's own memory. */
function peak() {
  try {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes);
  } catch {
    return null;
  }
}

await import('../../dist/index.js');

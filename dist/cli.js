#!/usr/bin/env node
const [major] = process.versions.node.split('.');
if (Number(major) < 22) {
  process.stderr.write('Tagship needs Node.js 22 or newer.\n');
  process.exit(1);
}
process.argv.splice(2, 0, 'terminal', import.meta.dirname + '/..');
await import('./index.js');

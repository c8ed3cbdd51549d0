import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from '@jest/globals';

/** What this file reaches in its own world; what a shared sandbox reaches is noted outside of it. */
const reached = globalThis.reachedOutside;

/** Whether a mistake is switched on. */
globalThis.isMistaken = (mistake) => {
  reached.add(mistake);
  return process.env.MUTANT === String(mistake);
};

afterAll(() => {
  const folder = process.env.MUTATION_REACH;
  if (folder === undefined) return;
  const file = expect.getState().testPath;
  const name = `file-${file.replace(/\W+/g, '-')}.json`;
  writeFileSync(join(folder, name), JSON.stringify({ file, mistakes: [...reached] }));
});

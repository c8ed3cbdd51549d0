import { access, constants } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What Chromium is called on the machines that have it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/**
 * Starts the Chromium of the machine.
 * @throws Error where there is none: what it shows is not to go unlooked at
 */
export async function startBrowser(): Promise<Browser> {
  const executablePath = await found();
  // A container's root has no sandbox of its own, and only pages of ours are opened.
  return await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}

async function found(): Promise<string> {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const name of NAMES) {
      const file = path.join(folder, name);
      if (
        await access(file, constants.X_OK).then(
          () => true,
          () => false,
        )
      ) {
        return file;
      }
    }
  }
  throw new Error(`There is no ${NAMES.join(', ')} on the path: install the package \`chromium\`.`);
}

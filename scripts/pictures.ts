/**
 * Makes pictures of the page in both themes and two sizes, in `build/pictures`; with `--readme` also the one of the README.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { pageOf, pageStory } from '../bench/page/story.ts';
import { startBrowser } from '../sandbox/browser.ts';
import { pageDocument } from '../src/domain/page/document.ts';
import { pageAsset } from '../src/page/asset.ts';

const root = path.join(import.meta.dirname, '..');
const folder = path.join(root, 'build/pictures');

const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

await mkdir(folder, { recursive: true });
const file = path.join(folder, 'page.html');
const story = pageStory({ components: 12, environments: ['production', 'production-eu', 'staging'], moves: 60 });
await writeFile(file, pageDocument(pageOf(story), await pageAsset()));

const browser = await startBrowser();
try {
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [name, viewport] of Object.entries(SIZES)) {
      const page = await browser.newPage({ viewport, colorScheme });
      await page.goto(pathToFileURL(file).href);
      await page.getByRole('button', { name: 'after a rollback' }).first().click();
      const fullPage = name === 'phone';
      await page.screenshot({ path: path.join(folder, `${name}-${colorScheme}.png`), fullPage });
      if (name === 'desktop' && colorScheme === 'light' && process.argv.includes('--readme')) {
        await page.setViewportSize({ width: 1160, height: 800 });
        await page.screenshot({ path: path.join(root, 'docs/images/page.png') });
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
}
process.stdout.write(`Pictures are in ${path.relative(process.cwd(), folder)}.\n`);

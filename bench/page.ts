/**
 * Measures how long the page of a history takes to open in Chromium, and to follow the slider: with a few moves, and with
 * 20,000 of them, of 1,000 components in ten environments.
 *
 *     node bench/page.ts [--rounds 7] [--write]
 *
 * `--write` puts the results into docs/performance.md. Exits with 1 when a page is too large or too slow.
 */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../sandbox/browser.ts';
import { pageDocument } from '../src/domain/page/document.ts';
import { pageAsset } from '../src/page/asset.ts';
import { putIntoDocument, table } from './document.ts';
import { machine } from './machine.ts';
import { pageOf, pageStory, type StoryShape } from './page/story.ts';

/** What a page may take: bytes, and milliseconds until its content is painted. */
const LIMIT = { bytes: 5_000_000, open: 1000 };

const TEN = ['production', 'staging', 'preview', 'debug', 'canary', 'eu', 'us', 'asia', 'load', 'drill'];

const SHAPES: readonly StoryShape[] = [
  { components: 12, environments: TEN.slice(0, 3), moves: 60 },
  { components: 1000, environments: TEN, moves: 20_000 },
];

interface Row {
  readonly shape: StoryShape;
  readonly bytes: number;
  /** Medians, in milliseconds. */
  readonly open: number;
  readonly slide: number;
  /** What the page's thread worked until then, which another load on the machine makes no longer. */
  readonly cpu: number;
}

/** Opens the page of each shape, in turns. The first round warms up and counts for nothing. */
export async function measure(shapes: readonly StoryShape[], rounds: number): Promise<readonly Row[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'tagship-page-'));
  const browser = await startBrowser();
  try {
    const asset = await pageAsset();
    const files = shapes.map((_, i) => path.join(folder, `${i}.html`));
    for (const [i, shape] of shapes.entries()) {
      await writeFile(files[i] ?? '', pageDocument(pageOf(pageStory(shape)), asset));
    }
    const samples: Awaited<ReturnType<typeof once>>[][] = shapes.map(() => []);
    for (let round = 0; round <= rounds; round++) {
      for (const [i, file] of files.entries()) {
        const sample = await once(browser, file);
        if (round > 0) {
          samples[i]?.push(sample);
        }
      }
    }
    return await Promise.all(
      shapes.map(async (shape, i) => ({
        shape,
        bytes: (await stat(files[i] ?? '')).size,
        cpu: median((samples[i] ?? []).map(({ cpu }) => cpu)),
        open: median((samples[i] ?? []).map(({ open }) => open)),
        slide: median((samples[i] ?? []).map(({ slide }) => slide)),
      })),
    );
  } finally {
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs in the page: when its content was painted, and the median of ten steps of the slider. */
const TIMES = `(async () => {
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  await frame();
  const open = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
  const slider = document.querySelector('#time');
  const times = [];
  for (let i = 1; i <= 10; i++) {
    const start = performance.now();
    slider.value = String(Number(slider.min) + ((Number(slider.max) - Number(slider.min)) * i) / 11);
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    times.push((await frame()) - start);
  }
  return { open, slide: times.sort((a, b) => a - b)[5] };
})()`;

async function once(browser: Browser, file: string): Promise<Pick<Row, 'open' | 'slide' | 'cpu'>> {
  const page = await browser.newPage();
  try {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(pathToFileURL(file).href);
    await page.locator('table').waitFor();
    const { metrics } = await devtools.send('Performance.getMetrics');
    const cpu = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
    return { cpu, ...((await page.evaluate(TIMES)) as Pick<Row, 'open' | 'slide'>) };
  } finally {
    await page.close();
  }
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The results in Markdown. */
export function report(rows: readonly Row[], rounds: number, where: string): string {
  return [
    table([
      ['Page', 'Size', 'Until it is painted', 'of which it works', 'A step of the slider'],
      ...rows.map(({ shape, bytes, open, cpu, slide }) => [
        `${shape.moves.toLocaleString('en')} moves; ${shape.components.toLocaleString('en')} components, ${shape.environments.length} environments`,
        `${(bytes / 1e6).toFixed(2)} MB`,
        `${open.toFixed(0)} ms`,
        `${cpu.toFixed(0)} ms`,
        `${slide.toFixed(0)} ms`,
      ]),
    ]),
    '',
    `Medians of ${rounds} rounds in Chromium, from a file. ${where}`,
  ].join('\n');
}

/** Runs from the command line. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { rounds: { type: 'string', default: '7' }, write: { type: 'boolean', default: false } },
  });
  const rounds = Number(values.rounds);
  const rows = await measure(SHAPES, rounds);
  const results = report(rows, rounds, await machine());
  process.stdout.write(`${results}\n`);
  if (values.write) {
    await putIntoDocument('page', results, 'The page of a history');
  }
  return rows.every(({ bytes, open }) => bytes < LIMIT.bytes && open < LIMIT.open) ? 0 : 1;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2));
}

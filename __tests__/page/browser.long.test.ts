import { once } from 'node:events';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { pageOf, pageStory } from '../../bench/page/story.ts';
import { startBrowser } from '../../sandbox/browser.ts';
import type { Page as Written } from '../../src/domain/page/contents.ts';
import { pageDocument } from '../../src/domain/page/document.ts';
import { pageDraft } from '../../src/domain/page/draft.ts';
import type { pageAsset } from '../../src/page/asset.ts';

let browser: Browser;
let folder: string;
let asset: Awaited<ReturnType<typeof pageAsset>>;
let page: Page;
/** What a page asked for, and what its console said: errors, and what the policy refused. */
let asked: string[];
let said: string[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tagship-browser-'));
  const module = (await globalThis.importOutside('src/page/asset.ts')) as { pageAsset: typeof pageAsset };
  asset = await module.pageAsset();
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

afterEach(async () => {
  expect({ asked, said }).toEqual({ asked: [page.url().split('#')[0]], said: [] });
  await page.close();
});

/** Opens a page as somebody would who got the file. */
async function open(written: Written, options: Parameters<Browser['newPage']>[0] = {}): Promise<string> {
  const file = path.join(folder, `${Math.random()}.html`);
  await writeFile(file, pageDocument(written, asset));
  await blank(options);
  await page.goto(pathToFileURL(file).href);
  return file;
}

async function blank(options: Parameters<Browser['newPage']>[0] = {}): Promise<void> {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  [asked, said] = [[], []];
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(String(error)));
  page.on('dialog', (dialog) => said.push(`dialog ${dialog.message()}`));
}

const STORY = pageStory({ components: 12, environments: ['production', 'production-eu', 'staging'], moves: 60 });
const WRITTEN = pageOf(STORY);

/** What a component runs in an environment by the grid. */
async function cell(component: string, environment: string): Promise<string> {
  const headers = await page.getByRole('columnheader').allTextContents();
  const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: component, exact: true }) });
  const text = await row
    .getByRole('cell')
    .nth(headers.indexOf(environment) - 1)
    .innerText();
  return text.split(/\s/)[0] ?? '';
}

/** The same by the ledger alone. @param at seconds since the epoch */
function stateAt(at: number): Record<string, string> {
  const state: Record<string, string> = {};
  for (const { time, message } of STORY.facts.commits.filter(({ time }) => time <= at)) {
    for (const { component, environment, version } of message.recorded) {
      state[`${component.type}/${component.name} ${environment}`] = time > at ? '' : (version ?? '');
    }
  }
  return state;
}

async function expectState(at: number): Promise<void> {
  const state = stateAt(at);
  for (const component of WRITTEN.data.components.slice(0, 9)) {
    for (const environment of WRITTEN.data.environments) {
      const expected = state[`${component} ${environment}`] ?? 'nothing';
      expect([component, environment, (await cell(component, environment)).replace('–', 'nothing')]).toEqual([
        component,
        environment,
        expected,
      ]);
    }
  }
}

describe('sixty moves', () => {
  test('are opened at the end: what runs where, since when, who moved it, why, and what the gate said', async () => {
    await open(WRITTEN);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('acme/components');
    await expectState(WRITTEN.data.end);
    await page
      .getByRole('button', { name: /after a rollback/ })
      .first()
      .click();
    const details = page.getByRole('complementary', { name: 'Details' });
    const text = await details.innerText();
    expect(text).toMatch(/configs\/routing in production/);
    expect(text).toMatch(/v1\.1\.0 \(after a rollback\) since 2026-09-26 07:12:38 UTC/);
    expect(text).toMatch(/Why\s+error-rate breached: 31 of 412 requests failed/);
    expect(text).toContain('What the gate saw of v1.2.0');
    expect(await details.getByRole('img', { name: /^error-rate at the end: failed \d+, breach/ }).count()).toBe(1);
    expect(await details.getByRole('link', { name: /^run \d+/ }).getAttribute('href')).toMatch(
      /^https:\/\/github\.com\/acme\/components\/actions\/runs\/\d+$/,
    );
    // The diff is of what was left and what came back.
    expect(await details.locator('.diff del').allInnerTexts()).toContain('−Name the currency of every amount.');
  });

  test('are followed by the slider, with the mouse and with the keys', async () => {
    await open(WRITTEN);
    const slider = page.getByRole('slider', { name: /Time/ });
    const { begin, end } = WRITTEN.data;
    for (const part of [0.5, 0.21, 0.83]) {
      const at = Math.round(begin + (end - begin) * part);
      await slider.fill(String(at));
      expect(await slider.getAttribute('aria-valuetext')).toBe(
        `${new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ')} UTC`,
      );
      await expectState(at);
    }
    await slider.focus();
    await page.keyboard.press('Home');
    await expectState(begin);
    const steps = WRITTEN.data.moves.map(([at]) => at);
    await page.getByRole('button', { name: 'Move after' }).press('Enter');
    await page.getByRole('button', { name: 'Move after' }).press('Space');
    expect(await slider.inputValue()).toBe(String([...new Set(steps)][1]));
    await page.getByRole('button', { name: 'Move before' }).click();
    expect(await slider.inputValue()).toBe(String(steps[0]));
    await page.getByRole('button', { name: 'Latest' }).click();
    expect(await slider.inputValue()).toBe(String(end));
    await page.getByLabel('Go to (UTC)').fill('2026-06-01T12:00:00');
    await page.getByLabel('Go to (UTC)').blur();
    expect(await slider.inputValue()).toBe(String(Date.parse('2026-06-01T12:00:00Z') / 1000));
  });

  test('are found by component, environment, person, kind and text', async () => {
    await open(WRITTEN);
    const status = page.getByRole('status');
    const all = await status.innerText();
    expect(all).toBe(`3 environments, 12 components, ${WRITTEN.data.moves.length} moves`);
    await page.getByRole('searchbox', { name: 'Component' }).fill('PROMPTS/');
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(
      ['extraction', 'summary', 'translation', 'triage'].map((name) => `prompts/${name}`),
    );
    await page.getByLabel('Environment').first().selectOption('staging');
    expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['Component', 'staging']);
    await page.getByRole('button', { name: 'Clear' }).click();
    await page.getByRole('combobox', { name: 'What', exact: true }).selectOption('rollback');
    expect(await status.innerText()).toMatch(/ 1 move$/);
    await page.getByRole('button', { name: 'Clear' }).click();
    const { moves: rows, texts } = WRITTEN.data;
    const who = texts[rows.find((row) => texts[row[10]]?.includes('4711') === true)?.[8] ?? -1] ?? '';
    await page.getByRole('combobox', { name: 'Who', exact: true }).selectOption(who);
    await page.getByRole('searchbox', { name: 'Text' }).fill('4711 ORDER');
    const moves = page.getByRole('region', { name: 'Moves, the latest first' }).getByRole('listitem');
    const found = await moves.allInnerTexts();
    expect(found).toHaveLength(
      rows.filter((row) => texts[row[8]] === who && texts[row[10]]?.includes('4711') === true).length,
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((one) => one.includes(who) && /4711/.test(one))).toBe(true);
    await page.getByRole('searchbox', { name: 'Text' }).fill('nothing of the kind');
    expect(await page.getByText('No move fits these filters.').count()).toBe(1);
  });

  test('bring the time and the place with them, and the command that goes back to then', async () => {
    await open(WRITTEN);
    const move = page.getByRole('region', { name: 'Moves, the latest first' }).getByRole('button').nth(4);
    await move.focus();
    await page.keyboard.press('Enter');
    expect(await move.getAttribute('aria-pressed')).toBe('true');
    const at = await page.getByRole('slider').inputValue();
    const time = new Date(Number(at) * 1000).toISOString().replace('.000Z', 'Z');
    expect(await move.innerText()).toContain(time.slice(0, 19).replace('T', ' '));
    const details = page.getByRole('complementary', { name: 'Details' });
    const environment = await details.getByLabel('Environment').inputValue();
    const commands = await details.locator('.command code').allInnerTexts();
    expect(commands).toEqual([
      `gh workflow run restore.yml --raw-field environment=${environment} --raw-field from=${environment} --raw-field at=${time}`,
      `npx tagship restore --environment ${environment} --at ${time} --dry-run`,
    ]);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await details.getByRole('button', { name: 'Copy: On a machine' }).click();
    await details.getByRole('button', { name: 'Copied: On a machine' }).waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(commands[1]);
  });

  test('are reached with the keyboard alone, and everything has a name', async () => {
    await open(WRITTEN);
    const reached: string[] = [];
    for (let i = 0; i < 16; i++) {
      await page.keyboard.press('Tab');
      reached.push(
        await page.evaluate(`(() => {
        const one = document.activeElement;
        const outline = getComputedStyle(one).outlineStyle;
        return one.tagName + ' ' + (one.labels?.[0]?.innerText ?? one.ariaLabel ?? one.innerText).trim().split('\\n')[0] + (outline === 'none' ? ' unseen' : '');
      })()`),
      );
    }
    expect(reached.slice(0, 11)).toEqual([
      'SELECT Theme',
      'BUTTON ◀ Move before',
      'BUTTON Move after ▶',
      ...Array.from({ length: 3 }, () => expect.stringMatching(/^INPUT /)),
      ...Array.from({ length: 5 }, () => expect.stringMatching(/^INPUT /)),
    ]);
    expect(reached.filter((one) => one.endsWith('unseen'))).toEqual([]);
    const unnamed = await page.evaluate(`[...document.querySelectorAll('button, input, select, a, section, [role=img]')]
      .filter((one) => !(one.labels?.length || one.ariaLabel || one.getAttribute('aria-labelledby') || one.innerText?.trim()))
      .map((one) => one.outerHTML)`);
    expect(unnamed).toEqual([]);
  });

  test.each(['light', 'dark'] as const)(
    'are %s where the system is, until somebody says otherwise',
    async (colorScheme) => {
      await open(WRITTEN, { colorScheme });
      const brightness = async (): Promise<number> =>
        await page.evaluate('Number(/\\d+/.exec(getComputedStyle(document.documentElement).backgroundColor)[0])');
      expect((await brightness()) > 128).toBe(colorScheme === 'light');
      await page.getByLabel('Theme').selectOption(colorScheme === 'light' ? 'dark' : 'light');
      expect((await brightness()) > 128).toBe(colorScheme !== 'light');
      // Text stands out from its ground, by the measure of WCAG 2.
      const ratios: Record<string, number> = await page.evaluate(CONTRASTS);
      expect(Object.entries(ratios).filter(([, ratio]) => ratio < 4.5)).toEqual([]);
    },
  );

  test('are all on paper', async () => {
    await open(WRITTEN);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate("dispatchEvent(new Event('beforeprint'))");
    expect(await page.getByRole('row').count()).toBe(13);
    expect(await page.locator('.moves li').count()).toBe(WRITTEN.data.moves.length);
    expect(await page.getByRole('search').isVisible()).toBe(false);
  });

  test('fit on a phone', async () => {
    await open(WRITTEN, { viewport: { width: 390, height: 844 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page
      .getByRole('button', { name: /after a rollback/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 2, name: /in production/ }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  });
});

/** The contrast of each kind of text with what is behind it. */
const CONTRASTS = `(() => {
  const rgb = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = (color) => rgb(color).slice(0, 3).map((c) => (c /= 255) <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = (one) => {
    for (; one; one = one.parentElement) {
      const color = getComputedStyle(one).backgroundColor;
      if ((rgb(color)[3] ?? 1) > 0) return color;
    }
  };
  const found = {};
  for (const one of document.querySelectorAll('#page *')) {
    const isText = [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    if (isText && one.closest(':disabled, .later') === null) {
      const [a, b] = [light(getComputedStyle(one).color), light(behind(one))].sort((x, y) => y - x);
      found[one.tagName + '.' + one.className] = Math.min(found[one.tagName + '.' + one.className] ?? 99, (a + 0.05) / (b + 0.05));
    }
  }
  return found;
})()`;

describe('what strangers wrote', () => {
  const EVIL = '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\'><svg/onload=alert(3)>';
  const UNSEEN = 'a\u202eb\u200bc\u0000\u2066d';

  test('is shown as it is, and nothing in it is run or asked for', async () => {
    const { facts } = STORY;
    const commits = facts.commits.slice(0, 40).map(({ time, message }, i) => ({
      time,
      message: {
        ...message,
        actor: `${EVIL}${UNSEEN}`,
        reason: `javascript:alert(4) ${EVIL} ${UNSEEN}`,
        run: `https://github.com/acme/components/actions/runs/${i % 2 === 0 ? EVIL : '1'}`,
        recorded: message.recorded.map((one) => ({
          ...one,
          component: { ...one.component, name: `${one.component.name}${EVIL}` },
          environment: `${one.environment}$(touch x)'${UNSEEN}`,
          version: `${one.version}${EVIL}`,
          gate: {
            verdict: 'breached' as const,
            plots: [
              {
                name: EVIL,
                unit: EVIL,
                titles: [EVIL],
                points: [
                  [0, 1],
                  [1, 1e300],
                  [2, -1e300],
                ],
              },
            ],
          },
        })),
      },
    }));
    const { data } = pageDraft(
      { ...facts, repository: `${EVIL}/x`, commits, versions: [], notes: [EVIL] },
      (text) => text,
    );
    const contents = { [String(data.moves[0]?.[7] ?? 0)]: `${EVIL}\n${UNSEEN}` };
    await open({ data, contents });
    expect(await page.title()).toContain('<script>alert(1)</script>');
    for (const button of await page
      .getByRole('region', { name: 'Moves, the latest first' })
      .getByRole('button')
      .all()) {
      await button.click();
    }
    await page.locator('.cell').first().click();
    const text = await page.locator('#page').innerText();
    expect(text).toContain(EVIL);
    expect(text).toContain('a\\u202eb\\u200bc\\u0000\\u2066d');
    expect([...UNSEEN].filter((one) => !/[a-d]/.test(one) && text.includes(one))).toEqual([]);
    expect(await page.locator('#page :is(script, img, iframe, object, style, svg[onload])').count()).toBe(0);
    const links: string[] = await page.evaluate("[...document.querySelectorAll('a')].map(({ href }) => href)");
    expect(links.filter((href) => !/^https:\/\/github\.com\/[^"<]*$/.test(href))).toEqual([]);
    // The command names exactly that environment, and nothing of it is for the shell.
    expect(await page.locator('.command code').first().innerText()).toContain(
      "--raw-field 'environment=production$(touch x)'\\''a'\"$(printf '\\342\\200\\256')\"'b'",
    );
  });
});

describe('20,000 moves of 1,000 components in ten environments', () => {
  const environments = ['production', 'staging', 'preview', 'debug', 'canary', 'eu', 'us', 'asia', 'load', 'drill'];
  const large = pageOf(pageStory({ components: 1000, environments, moves: 20_000 }));

  test('are shown before charts and contents have come, and these when they have', async () => {
    const text = pageDocument(WRITTEN, asset);
    const cut = text.indexOf('<script type="application/json" id="gates">');
    let send: (() => void) | undefined;
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html').write(text.slice(0, cut));
      send = () => response.end(text.slice(cut));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    try {
      await blank();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
      await page.getByRole('table').getByRole('button').first().click();
      const details = page.getByRole('complementary', { name: 'Details' });
      await details.getByText(/not in this page/).waitFor();
      send?.();
      await details.locator('.diff').first().waitFor();
      expect(await details.getByText(/not in this page/).count()).toBe(0);
    } finally {
      send?.();
      server.close();
    }
  });

  test('are less than 5 MB, of which only what is seen is in the document', async () => {
    const file = await open(large);
    expect((await stat(file)).size).toBeLessThan(5_000_000);
    await page.getByRole('table').waitFor();
    expect(large.data.moves.length).toBeGreaterThan(20_000);
    expect(await page.getByRole('status').innerText()).toMatch(/^10 environments, 1000 components, \d{5} moves$/);
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('1001');
    expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(6000);
    const last = page.getByRole('region', { name: 'What runs where' });
    await last.evaluate((box) => {
      box.scrollTop = box.scrollHeight;
    });
    await page.getByRole('rowheader', { name: /^templates\/mail\/welcome$/ }).waitFor();
    // What has no room is told.
    expect(await page.getByRole('note').allInnerTexts()).toEqual(large.data.notes.map((note) => note));
    await page.getByRole('searchbox', { name: 'Component' }).fill('part-77/');
    expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['prompts/part-77/step-0']);
  });
});

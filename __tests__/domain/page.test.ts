import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { pageStory } from '../../bench/page/story.ts';
import { gateRecordText, parseGateRecord } from '../../src/domain/ledger/gate-record.ts';
import { ledgerMessage, parseLedgerMessage, type Recorded } from '../../src/domain/ledger/message.ts';
import { embedded } from '../../src/domain/page/budget.ts';
import { ContentShelf } from '../../src/domain/page/contents.ts';
import { type MoveRow, type PageData, PENDING } from '../../src/domain/page/data.ts';
import { pageDocument } from '../../src/domain/page/document.ts';
import { type PageFacts, pageDraft } from '../../src/domain/page/draft.ts';

const SMALL = pageStory({ components: 3, environments: ['production', 'staging'], moves: 8 }).facts;
const same = (text: string): string => text;

/** What runs where after all moves of a page. */
function endOf({ start, moves, components, environments, texts }: PageData): Map<string, string | undefined> {
  const state = new Map<string, string | undefined>();
  for (const row of [...start, ...moves]) {
    state.set(`${environments[row[2]]} ${components[row[1]]}`, texts[row[4]]);
  }
  return new Map([...state].sort());
}

/** A commit that records one thing. */
function commitOf(seq: number, recorded: Partial<Recorded>, more: object = {}): PageFacts['commits'][number] {
  const component = { prefix: 'components', type: 'prompts', name: 'one' } as const;
  const base = {
    event: 'moved',
    move: 'promote',
    component,
    environment: 'production',
    commit: null,
    tag: null,
    at: null,
  } as const;
  const one: Recorded = { ...base, version: 'v1.0.0', previous: null, ...recorded };
  const message = { seq, actor: 'ada', run: null, reason: null, override: [], registered: [], more: 0, ...more };
  return { time: 1_780_000_000 + seq, message: { ...message, recorded: [one] } };
}

function rowsOf(...commits: PageFacts['commits'][number][]): readonly MoveRow[] {
  return pageDraft({ ...SMALL, versions: [], commits }, same).data.moves;
}

describe('the moves of a page', () => {
  test('are all there where there is room, the oldest first', () => {
    const { data } = pageDraft(SMALL, same);
    const told = SMALL.commits.filter(({ message }) => message.recorded.some(({ event }) => event !== 'acknowledged'));
    expect(data.moves.map((row) => row[12])).toEqual(told.map(({ message }) => message.seq));
    expect([data.start, data.notes]).toEqual([[], []]);
  });

  test('are not confirmed until KV acknowledged', () => {
    const next = { version: 'v1.1.0', previous: 'v1.0.0' };
    const flags = (...commits: PageFacts['commits'][number][]): number[] => rowsOf(...commits).map((row) => row[14]);
    expect(flags(commitOf(1, {}), commitOf(2, { event: 'acknowledged' }))).toEqual([0]);
    expect(flags(commitOf(1, {}))).toEqual([PENDING]);
    // A later move stands on it, and is not confirmed itself.
    expect(flags(commitOf(1, {}), commitOf(2, next))).toEqual([0, PENDING]);
    expect(flags(commitOf(1, { move: 'deploy' }))).toEqual([0]);
  });

  test('of a seed have the date of the tag, or none, and nobody made them', () => {
    const seed = { move: 'seed', at: '2026-05-04T09:00:00Z' } as const;
    const [dated, undated] = rowsOf(commitOf(1, seed), commitOf(2, { ...seed, at: null }));
    expect([dated?.[0], dated?.[8]]).toEqual([Date.parse(seed.at) / 1000, -1]);
    expect(undated?.[0]).toBe(-1);
  });

  test('have no secret in them', () => {
    const commits = [commitOf(1, {}, { reason: 'with hunter2hunter2' })];
    const { data } = pageDraft({ ...SMALL, commits }, (text) => text.replaceAll('hunter2hunter2', '***'));
    expect(data.texts).toContain('with ***');
    expect(JSON.stringify(data)).not.toContain('hunter2');
  });
});

test('where there is no room for all moves, what the oldest brought about is what ran before the others', () => {
  const { facts } = pageStory({ components: 4, environments: ['production', 'staging'], moves: 30 });
  const reason = (i: number): string => `${i} `.repeat(250).slice(0, 480);
  const commits = Array.from({ length: 200 }, () => facts.commits)
    .flat()
    .map((one, i) => ({ ...one, message: { ...one.message, seq: i + 1, reason: reason(i) } }));
  const { data } = pageDraft({ ...facts, commits }, same);
  expect(data.moves.length).toBeGreaterThan(5_000);
  expect(data.moves.at(-1)?.[12]).toBe(commits.length);
  expect(data.notes[0]).toMatch(/^The \d+ oldest moves had no room\./);
  expect(data.begin).toBe(data.moves[0]?.[0]);
  expect(endOf(data)).toEqual(endOf(pageDraft(facts, same).data));
  expect(Buffer.byteLength(embedded(data))).toBeLessThan(4_800_000);
});

describe('the contents of a page', () => {
  test('are those that run now first', () => {
    const { data, wanted } = pageDraft(SMALL, same);
    const now = new Set([...endOf(data)].map(([place, version]) => `${place.split(' ')[1]} ${version}`));
    const first = [...wanted.keys()].slice(0, now.size);
    const rows = data.moves.filter((row) => first.includes(row[7]));
    expect(new Set(rows.map((row) => `${data.components[row[1]]} ${data.texts[row[4]]}`))).toEqual(now);
  });

  test('are left out in a sentence where they have no room, and named for what they are where they are no text', () => {
    const shelf = new ContentShelf(600, (text) => text.replace('token', '***'));
    expect(shelf.add(1, Buffer.from('a token'))).toBe(true);
    expect(shelf.add(2, Buffer.from([0, 1, 2]))).toBe(true);
    expect(shelf.add(3, Buffer.from([0xff, 0xfe, 0x20]))).toBe(true);
    expect(shelf.add(4, 'gone')).toBe(true);
    expect(shelf.add(5, Buffer.alloc(300_000, 'a'))).toBe(true);
    expect(shelf.add(6, Buffer.alloc(1000, 'a'))).toBe(false);
    shelf.leaveOut(3);
    const { contents, data } = shelf.completed(pageDraft(SMALL, same).data);
    expect(contents).toEqual({
      1: 'a ***',
      2: ['The content is binary, 3 B.'],
      3: ['The content is binary, 3 B.'],
      4: ['The repository does not have this content any more.'],
      5: ['The content has more than 256.0 KiB, which is too much to be shown.'],
    });
    expect(data.notes.at(-1)).toMatch(/^4 of the contents had no room/);
  });
});

describe('the document', () => {
  const asset = { script: 'main()', style: 'p{}' };
  const { data } = pageDraft({ ...SMALL, repository: 'a/<b>"&\u202e' }, same);
  const page = pageDocument(
    { data: { ...data, notes: ['</script><script>alert(1)</script><!--'] }, contents: {} },
    asset,
  );

  test('runs its own script only, and asks nobody for anything', () => {
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(page)?.[1]?.split('; ');
    expect(policy).toEqual([
      "default-src 'none'",
      `script-src '${expectedHash(asset.script)}'`,
      `style-src '${expectedHash(asset.style)}'`,
      "base-uri 'none'",
      "form-action 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ]);
  });

  test('cannot be left by what is embedded in it', () => {
    expect(page.match(/<script/g)).toHaveLength(4);
    expect(page.match(/<\/script/g)).toHaveLength(4);
    expect(page).not.toContain('<!--');
    expect(page).toContain('<title>a/&#60;b&#62;&#34;&#38;\\u202e: what ran where</title>');
  });
});

function expectedHash(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

describe('what a gate saw, in the ledger', () => {
  const plot = {
    name: 'error-rate',
    unit: 'failed requests',
    titles: ['failed', 'breach'],
    points: [
      [0, 1, 2],
      [15, 3, 2],
    ],
  };
  const record = { verdict: 'breached', plots: [plot] } as const;
  const gate = {
    verdict: record.verdict,
    plots: [{ ...plot, titles: [...plot.titles], points: plot.points.map((one) => [...one]) }],
  };

  test('comes back from the message of the commit', () => {
    const { message } = commitOf(7, { move: 'rollback', gate });
    expect(parseLedgerMessage(ledgerMessage(message))?.recorded[0]?.gate).toEqual(record);
  });

  test('is left out where it would be too long, but for the verdict', () => {
    const points = Array.from({ length: 100 }, (_, i) => [i, 123_456.789, 123_456.789, 123_456.789]);
    const text = gateRecordText({ ...gate, plots: Array.from({ length: 3 }, () => ({ ...plot, points })) });
    expect(JSON.parse(text)).toEqual({ verdict: 'breached', plots: [] });
  });

  test.each([
    '',
    'null',
    '{"verdict":"perfect","plots":[]}',
    '{"verdict":"healthy","plots":[{"name":"a","unit":"b","titles":["c"],"points":[["x"]]}]}',
    '{"verdict":"healthy","plots":[{"name":"a","unit":"b","titles":["c"],"points":[[1,1e999]]}]}',
    `{"verdict":"healthy","plots":[]${' '.repeat(5000)}}`,
  ])('is nothing where somebody wrote %j', (line) => {
    expect(parseGateRecord(line.slice(0, 6000))).toBeUndefined();
  });
});

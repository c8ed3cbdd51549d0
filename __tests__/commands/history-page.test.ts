import { mkdir, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Page } from '../../src/domain/page/contents.ts';
import { guardLaboratory, ID, OTHER } from '../support/guard.ts';
import { codesOf, entryOf, expectSoundLedger, LEDGER, ledgerGit, refsOf, writeLedger } from '../support/moves.ts';

const lab = guardLaboratory('page');
const FILE = 'out/history.html';

let workspace: string;

beforeEach(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'tagship-page-'));
});

afterEach(async () => {
  await rm(workspace, { recursive: true, force: true });
});

/** Asks for a page with a token that may only read, and without any of Cloudflare's. */
async function ask(inputs: Readonly<Record<string, string | null>> = {}) {
  return await lab.run(
    'history',
    {
      components: null,
      environment: null,
      page: FILE,
      'github-token': lab.sandbox.readOnlyToken,
      'cloudflare-api-token': null,
      'cloudflare-account-id': null,
      ...inputs,
    },
    { workspace },
  );
}

async function textOf(file = FILE): Promise<string> {
  return await readFile(path.join(workspace, file), 'utf8');
}

async function embedded(file = FILE): Promise<Page> {
  const text = await textOf(file);
  const part = (id: string): unknown =>
    JSON.parse(new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`, 's').exec(text)?.[1] ?? '');
  return { data: { ...(part('data') as object), gates: part('gates') }, contents: part('contents') } as Page;
}

/** The moves of a page in short: `rollback prompts/extraction production v1.0.0 (was v1.1.0)`. */
function short({ data }: Page): string[] {
  const kinds = ['deploy', 'promote', 'rollback', 'restore', 'seed', 'remove', 'healthy', 'held'];
  return data.moves.map(
    ([, component, environment, kind, version, previous]) =>
      `${kinds[kind]} ${data.components[component]} ${data.environments[environment]} ${data.texts[version]} (was ${data.texts[previous] ?? 'none'})`,
  );
}

const BEFORE = [
  `promote ${ID} production v1.0.0 (was none)`,
  `promote ${OTHER} production v1.0.0 (was none)`,
  `promote ${ID} production v1.1.0 (was v1.0.0)`,
];

describe('the page', () => {
  test('has every move from the first one, every content once, and what its gates saw; nothing else is touched', async () => {
    lab.sandbox.traffic.rate = 0.01;
    await lab.guard({ count: '3' });
    await lab.done('promote', { version: 'v1.2.0', reason: 'Ask </script> for more' });
    lab.sandbox.traffic.rate = 0.2;
    await lab.guard({ count: '9', 'failure-limit': '2' });
    await expectSoundLedger(lab.repository);
    const refs = await refsOf(lab.repository);
    lab.sandbox.clearRequests();

    const run = await ask();
    expect(codesOf(run)).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(JSON.parse(run.outputs.result ?? '')).toMatchObject({ command: 'history', page: FILE });
    expect(await readdir(workspace)).toEqual(['out']);
    const page = await embedded();
    const { data, contents } = page;
    expect([...short(page)].sort()).toEqual(
      [
        ...BEFORE,
        `healthy ${ID} production v1.1.0 (was v1.0.0)`,
        `promote ${ID} production v1.2.0 (was v1.1.0)`,
        `rollback ${ID} production v1.1.0 (was v1.2.0)`,
      ].sort(),
    );
    expect(Object.values(contents).sort()).toEqual(
      [`${ID} v1.0.0`, `${ID} v1.1.0`, `${ID} v1.2.0`, `${OTHER} v1.0.0`].sort(),
    );
    const gates = data.moves.flatMap((row) => data.gates[row[13]] ?? []);
    expect(
      gates.map(({ verdict, plots }) => [
        verdict,
        plots.map(({ points }) => [...new Set(points.map(([, value]) => value))]),
      ]),
    ).toEqual([
      ['healthy', [[0.01]]],
      ['breached', [[0.2]]],
    ]);
    const last = data.moves.at(-1);
    expect(data.texts[last?.[10] ?? -1]).toContain('3 of 3 measurements failed');
    // Every move was confirmed by KV.
    expect(data.moves.map((row) => row[14])).toEqual(data.moves.map(() => 0));
    expect([data.notes, data.at, data.ledger?.commit]).toEqual([
      [],
      data.end,
      await ledgerGit(lab.repository, 'rev-parse', LEDGER),
    ]);
    expect(await textOf()).toContain('Ask \\u003c/script> for more');

    const operations = new Set(lab.sandbox.requests.map(({ operation }) => operation));
    expect([...operations].sort()).toEqual(['git fetch', 'git ls-refs']);
    expect(await refsOf(lab.repository)).toEqual(refs);
  });

  test('tells what only the tree of a ledger commit has, and names a content that is gone', async () => {
    const file = `production/components/${OTHER}`;
    const entry = await entryOf(lab.repository, file);
    const seq =
      Number(await ledgerGit(lab.repository, 'show', '--no-patch', '--format=%(trailers:key=Seq,valueonly)', LEDGER)) +
      1;
    const moved = { ...entry, seq, move: 'restore', version: 'v9.0.0', previous: 'v1.0.0', blob: '1'.repeat(40) };
    await writeLedger(lab.repository, { [`${file}.json`]: JSON.stringify(moved) }, `Restore\n\nSeq: ${seq}\nMore: 1\n`);
    expect(codesOf(await ask())).toEqual([]);
    const page = await embedded();
    expect(short(page).at(-1)).toBe(`restore ${OTHER} production v9.0.0 (was v1.0.0)`);
    const blob = page.data.moves.at(-1)?.[7];
    expect(page.contents[String(blob)]).toEqual(['The repository does not have this content any more.']);
    expect(Object.values(page.contents)).toHaveLength(4);
  });

  test('begins where a range begins, with what ran by then, and ends where it ends', async () => {
    const run = await ask({ since: '2026-05-05T14:20:00Z', until: '2026-05-05T14:40:00Z', components: ID });
    expect(codesOf(run)).toEqual([]);
    const page = await embedded();
    expect(short(page)).toEqual([`promote ${ID} production v1.1.0 (was v1.0.0)`]);
    const { data } = page;
    expect(data.start.map((row) => [data.components[row[1]], data.texts[row[4]]])).toEqual([[ID, 'v1.0.0']]);
    expect([data.begin, data.end]).toEqual(
      ['2026-05-05T14:20:00Z', '2026-05-05T14:40:00Z'].map((at) => Date.parse(at) / 1000),
    );
  });

  test('shows at first the time that was asked for', async () => {
    expect(codesOf(await ask({ at: '2026-05-05T14:15:00Z' }))).toEqual([]);
    const page = await embedded();
    expect(page.data.at).toBe(Date.parse('2026-05-05T14:15:00Z') / 1000);
    expect([...short(page)].sort()).toEqual([...BEFORE].sort());
  });

  test('says what the tags tell where there is no ledger yet', async () => {
    const other = await lab.sandbox.createRepository('acme/no-ledger');
    await other.commit('content', { [`${ID}.md`]: 'one' });
    await other.edgitTag(ID, 'v1.0.0');
    await other.edgitSet(ID, 'production', 'v1.0.0', { date: new Date('2026-05-04T09:00:00Z') });
    const run = await lab.sandbox.runAction({
      event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } },
      ref: 'refs/heads/main',
      sha: await other.commitOf('HEAD'),
      repository: other.name,
      workspace,
      inputs: { command: 'history', page: FILE },
    });
    expect(codesOf(run)).toEqual([]);
    const { data, contents } = await embedded();
    expect([data.ledger, data.moves, data.start.map((row) => data.texts[row[4]])]).toEqual([null, [], ['v1.0.0']]);
    expect(Object.values(contents)).toEqual(['one']);
  });

  test('is not written by a dry run', async () => {
    const run = await ask({ 'dry-run': 'true' });
    expect(codesOf(run)).toEqual([]);
    expect(await readdir(workspace)).toEqual([]);
  });
});

describe('where it is written', () => {
  test('is nothing that a link leads to', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'tagship-elsewhere-'));
    await mkdir(path.join(workspace, 'safe'));
    await symlink(elsewhere, path.join(workspace, 'out'));
    await symlink(path.join(elsewhere, 'file'), path.join(workspace, 'safe/page.html'));
    try {
      for (const page of [FILE, 'safe/page.html']) {
        const run = await ask({ page });
        expect(codesOf(run)).toEqual(['input-invalid']);
        expect(run.annotations[0]?.message).toContain(`The page cannot be written to \`${page}\``);
      }
      expect(await readdir(elsewhere)).toEqual([]);
    } finally {
      await rm(elsewhere, { recursive: true });
    }
  });
});

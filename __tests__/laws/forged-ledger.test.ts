import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RunReport } from '../../src/commands/report.ts';
import type { Entry, KnownVersions } from '../../src/domain/ledger/entry.ts';
import type { LedgerChange } from '../../src/domain/ledger/event.ts';
import type { Check } from '../../src/domain/version-choice.ts';
import { composeCommit } from '../../src/engine/ledger/compose.ts';
import { LedgerSnapshot } from '../../src/engine/ledger/snapshot.ts';
import { toTagshipErrors } from '../../src/errors.ts';
import { blobObject, commitObject, tagObject, treeObject } from '../../src/git/object.ts';
import { AUTHOR } from '../support/author.ts';
import { entriesIn, readChain } from '../support/chain.ts';
import { type Disturbance, NAMESPACE, World } from '../support/world.ts';

const LEDGER = 'refs/tagship/ledger';
const A = 'prompts/a';
const B = 'prompts/b';
const EVIL = 'anything goes';
const COMPONENT = { prefix: 'components', type: 'prompts', name: 'a' } as const;
const PERSON = { name: 'Mallory', email: 'mallory@example.com', time: 1_777_629_600 };
const IN_2090 = Date.UTC(2090, 0, 1) / 1000;

const GATE = {
  'initial-delay': '0s',
  interval: '1s',
  metrics: [{ name: 'p95', provider: 'http', url: 'https://metrics.example.com/p95', max: 1 }],
};

let world: World;
/** A commit of a branch that nobody reviewed. */
let evil: string;
/** A tag object around it, without a ref. */
let evilTag: string;

beforeEach(async () => {
  world = new World([A, B], { config: { environments: { production: { requires: 'staging', gate: GATE } } } });
  const { repository } = world;
  const blob = blobObject(EVIL);
  repository.put(blob);
  const folder = treeObject([{ kind: 'file', name: 'a.md', oid: blob.oid }]);
  repository.put(folder);
  const tree = treeObject([{ kind: 'folder', name: 'prompts', oid: folder.oid }]);
  repository.put(tree);
  const parents = [repository.allRefs().get('refs/heads/main') ?? ''];
  evil = repository.put(
    commitObject({ tree: tree.oid, parents, author: PERSON, committer: PERSON, message: 'Change nothing' }),
  );
  repository.setRef('refs/heads/mallory', evil);
  evilTag = repository.put(
    tagObject({
      target: evil,
      targetType: 'commit',
      name: `components/${A}/v1.0.0`,
      tagger: PERSON,
      message: 'v1.0.0',
    }),
  );
  for (const version of ['v1.0.0', 'v1.1.0', 'v1.2.0'] as const) {
    for (const component of [A, B]) {
      for (const environment of ['staging', 'production'] as const) {
        world.move(component, environment, version);
        await world.run(component, environment);
        world.advance(60);
      }
    }
  }
});

interface Forgery {
  readonly entry?: Partial<Entry>;
  readonly versions?: (known: KnownVersions) => KnownVersions;
  readonly environment?: string;
  /** Of the commit. */
  readonly seq?: number;
  readonly time?: number;
}

/** Somebody who may write the ledger and move no tag appends one commit that is well-formed. */
async function forge({ entry, versions, environment = 'production', seq, time }: Forgery): Promise<void> {
  const { repository } = world;
  const tip = await LedgerSnapshot.open(repository, repository.allRefs().get(LEDGER) ?? '');
  await tip.loadAll();
  const before = tip.entry(environment, COMPONENT);
  const known = tip.versions(COMPONENT);
  const change: Pick<LedgerChange, 'entries' | 'versions' | 'registered'> = {
    entries:
      entry === undefined || before === undefined
        ? []
        : [{ event: 'moved', environment, component: COMPONENT, entry: { ...before, ...entry } }],
    versions: versions === undefined ? [] : [{ component: COMPONENT, versions: versions(known) }],
    registered: [],
  };
  const { objects } = await composeCommit(
    tip,
    change,
    { ...AUTHOR, reason: null, override: [] },
    world.now,
    repository,
  );
  for (const object of objects) {
    repository.put(object);
  }
  const made = await repository.read(objects.at(-1)?.oid ?? '');
  if (made?.type !== 'commit') {
    throw new Error('The forgery is no commit');
  }
  const person = { ...PERSON, time: time ?? world.now };
  const commit = commitObject({
    tree: made.tree,
    parents: made.parents,
    author: person,
    committer: person,
    message: seq === undefined ? made.message : made.message.replace(/^Seq: \d+$/m, `Seq: ${seq}`),
  });
  repository.setRef(LEDGER, repository.put(commit));
}

/** A version that nobody tagged. */
function unseen(
  known: KnownVersions,
  more: { readonly healthy?: string[]; readonly tag?: string } = {},
): KnownVersions {
  return {
    ...known,
    'v9.9.9': { tag: evilTag, commit: evil, blob: null, path: 'prompts/a.md', ran: ['staging'], healthy: [], ...more },
  };
}

interface Outcome {
  readonly codes: readonly string[];
  readonly words: string;
}

async function outcomeOf(work: () => Promise<Pick<RunReport, 'failures' | 'notices'>>): Promise<Outcome> {
  try {
    const { failures, notices } = await work();
    const words = [...failures.map(({ message }) => message), ...notices.map(({ message }) => message)];
    return { codes: failures.map(({ code }) => code), words: words.join('\n') };
  } catch (error) {
    const errors = toTagshipErrors(error);
    return { codes: errors.map(({ code }) => code), words: errors.map(({ message }) => message).join('\n') };
  }
}

function served(): string[] {
  return [...world.stored()].filter(([, content]) => content.includes(EVIL)).map(([key]) => key);
}

const overrides = (...checks: Check[]): ReadonlySet<Check> => new Set(checks);
const rollback = (target: 'last-healthy' | 'previous' | { readonly version: string } = 'last-healthy') =>
  world.rollback({ patterns: [A], environment: 'production', target });
const promote = (version: string, ...checks: Check[]) =>
  world.promote({ patterns: [A], environment: 'production', source: { version } }, {}, overrides(...checks));

/** Everything that runs by itself, and what people start. */
async function everybodyRuns(): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const measure = async () => ({ kind: 'value', value: 1000 }) as const;
  for (const work of [
    () => world.run(A, 'production'),
    () => world.reconcile(),
    () => world.run(B, 'production'),
    () => world.promote({ patterns: [A], environment: 'staging', source: { from: 'production' } }),
    () => rollback(),
    () => world.guard({ components: [A], environment: 'production', measure }),
    () => world.restore({ environment: 'production', from: 'production', at: world.now, prune: false }),
    () => promote('v9.9.9'),
    () => rollback({ version: 'v9.9.9' }),
    () => world.reconcile(),
  ]) {
    world.advance(600);
    outcomes.push(await outcomeOf(work));
    expect(served()).toEqual([]);
  }
  return outcomes;
}

describe('whoever forges the ledger and may move no tag, nothing of theirs goes live', () => {
  const tagOfA = (): string => world.repository.objectOf(`components/${A}/production`) ?? '';

  test.each<[string, () => Forgery, RegExp]>([
    [
      'a hold at a commit of a branch',
      () => ({ entry: { status: 'held', move: 'rollback', version: 'v1.0.0', commit: evil, tag: tagOfA() } }),
      /holds `prompts\/a` in `production` at v1\.0\.0, but its commit [0-9a-f]{40} has no version tag/,
    ],
    [
      'a tag object that a rollback is said to have left',
      () => ({
        entry: {
          version: 'v1.0.0',
          commit: evil,
          tag: evilTag,
          quarantined: ['v1.2.0'],
          left: { [tagOfA()]: 'v1.2.0' },
        },
      }),
      /holds `prompts\/a` in `production` at v1\.0\.0, but/,
    ],
    [
      'a healthy version without a tag',
      () => ({ entry: { healthy: ['v9.9.9'] }, versions: (known) => unseen(known) }),
      /v9\.9\.9 was passed over: only the ledger knows it/,
    ],
    [
      'a healthy version that it does not remember either',
      () => ({ entry: { healthy: ['v9.9.9'] } }),
      /v9\.9\.9 was passed over/,
    ],
    [
      'a version before',
      () => ({ entry: { previous: 'v9.9.9' }, versions: (known) => unseen(known) }),
      /Only the ledger knows v9\.9\.9: look/,
    ],
    [
      'evidence',
      () => ({ versions: (known) => unseen(known, { healthy: ['staging', 'production'] }) }),
      /Only the ledger knows `prompts\/a` v9\.9\.9, at commit/,
    ],
    [
      'what ran',
      () => ({ entry: { version: 'v9.9.9', commit: evil, tag: evilTag }, versions: (known) => unseen(known) }),
      /Only the ledger knows `prompts\/a` v9\.9\.9/,
    ],
  ])('%s', async (_, forgery, words) => {
    await forge(forgery());
    const outcomes = await everybodyRuns();
    expect(outcomes.map((one) => one.words).join('\n')).toMatch(words);
  });

  describe('a version that is tagged, at another commit than its tag', () => {
    const elsewhere = (known: KnownVersions): KnownVersions =>
      known['v1.1.0'] === undefined ? known : { ...known, 'v1.1.0': { ...known['v1.1.0'], commit: evil } };
    /** A tag object of staging that is said to be of v1.1.0, and is of v1.2.0. */
    const mislabel = () => forge({ environment: 'staging', entry: { version: 'v1.1.0' } });

    test.each<[string, () => Promise<void>]>([
      ['in its memory', () => forge({ entry: { healthy: ['v1.1.0', 'v1.0.0'] }, versions: elsewhere })],
      [
        'by the entry of another environment',
        () => forge({ entry: { healthy: ['v1.1.0', 'v1.0.0'] } }).then(() => mislabel()),
      ],
    ])('%s, is passed over by name where Tagship chooses', async (_, attack) => {
      await attack();
      expect(await outcomeOf(() => rollback({ version: 'v1.1.0' }))).toMatchObject({ codes: ['version-moved'] });
      const { codes, words } = await outcomeOf(() => rollback('previous'));
      expect([codes, words]).toEqual([['rollback-impossible'], expect.stringContaining('The tag of v1.1.0 is not')]);
      // Of two components the other one is not held up either.
      const both = await outcomeOf(() =>
        world.rollback({ patterns: [A, B], environment: 'production', target: 'last-healthy' }),
      );
      expect(both.codes).toEqual([]);
      expect(both.words).toMatch(/`prompts\/a` v1\.1\.0 was passed over: its tag is not where the ledger has it/);
      const stored = world.stored();
      expect([stored.get(`${A}@production`), stored.get(`${B}@production`)]).toEqual([`${A} v1.0.0`, `${B} v1.1.0`]);
      expect(served()).toEqual([]);
    });

    test('is passed over by the gate as well', async () => {
      await forge({ entry: { healthy: ['v1.1.0', 'v1.0.0'] }, versions: elsewhere });
      const measure = async () => ({ kind: 'value', value: 1000 }) as const;
      const report = await world.guard({ components: [A], environment: 'production', measure });
      expect(report.gates[0]).toMatchObject({ version: 'v1.2.0', rolledBackTo: 'v1.0.0' });
      expect(report.notices.map(({ message }) => message).join('\n')).toMatch(
        /v1\.1\.0 was passed over: its tag is not/,
      );
      expect(world.stored().get(`${A}@production`)).toBe(`${A} v1.0.0`);
    });
  });

  test('a tag object of a version whose tag was deleted', async () => {
    world.remove(A, 'v1.0.0');
    await forge({
      versions: ({ 'v1.0.0': known, ...others }) =>
        known === undefined ? others : { ...others, 'v1.0.0': { ...known, tag: evilTag } },
    });
    expect(await outcomeOf(() => rollback({ version: 'v1.0.0' }))).toMatchObject({ codes: [] });
    expect([served(), world.stored().get(`${A}@production`)]).toEqual([[], `${A} v1.0.0`]);
  });

  test('unless somebody accepts it, for one run', async () => {
    await forge({ entry: { status: 'held', move: 'rollback', version: 'v1.0.0', commit: evil, tag: tagOfA() } });
    await world.run(A, 'production', {}, { acceptUnanchored: true });
    expect(served()).toContain(`${A}@production`);
    await world.run(A, 'production');
    expect(world.stored().get(`${A}@production`)).toBe(`${A} v1.2.0`);
    await forge({ versions: (known) => unseen(known) });
    expect((await outcomeOf(() => promote('v9.9.9'))).codes).toEqual(['version-unanchored']);
    const report = await promote('v9.9.9', 'unanchored');
    expect(report.moves[0]?.overridden).toEqual(['unanchored']);
    expect(served()).toContain(`${A}@production`);
  });

  test('a hold that the default branch leads to counts, also without a version tag', async () => {
    const commit = world.repository.peel(world.repository.objectOf(`components/${A}/v1.0.0`) ?? '');
    world.remove(A, 'v1.0.0');
    await forge({ entry: { status: 'held', move: 'rollback', version: 'v1.0.0', commit, tag: tagOfA() } });
    await world.run(A, 'production');
    expect(world.stored().get(`${A}@production`)).toBe(`${A} v1.0.0`);
  });
});

describe('a hold that only KV knows, and that the ledger cannot record, is the trouble of its component', () => {
  const commitOf = (version: string): string =>
    world.repository.peel(world.repository.objectOf(`components/${A}/${version}`) ?? '');
  const text = (component: string): string | undefined => world.stored().get(`${component}@production`);
  const everything = { by: 'components', patterns: ['prompts/*'], environment: 'production' } as const;

  /** As a gate leaves the key that can neither move the tag nor write the ledger. */
  async function stray(component: string): Promise<void> {
    const key = `${component}@production`;
    const hold = world.repository.objectOf(`components/${component}/production`) ?? '';
    const metadata = { ...world.metadata().get(key), version: 'v1.1.0', sha: commitOf('v1.1.0'), hold };
    await world.kv.write(NAMESPACE, [{ key, value: Buffer.from(`${component} v1.1.0`), metadata }]);
  }

  beforeEach(async () => {
    await stray(A);
    world.repository.readOnly = true;
  });

  test('in a deploy of many', async () => {
    world.move(B, 'production', 'v1.1.0');
    const { codes, words } = await outcomeOf(() => world.deploy(everything));
    expect(codes).toEqual(['tag-held']);
    expect(words).toContain(`KV holds \`${A}\` in \`production\` at v1.1.0`);
    expect(words).toContain('The token may not push');
    expect([text(A), text(B)]).toEqual([`${A} v1.1.0`, `${B} v1.1.0`]);
    expect(world.metadata().get(`${A}@production`)).toHaveProperty('hold');
  });

  test('in a deploy of that one alone', async () => {
    expect((await outcomeOf(() => world.run(A, 'production'))).codes).toEqual(['tag-held']);
    expect(text(A)).toBe(`${A} v1.1.0`);
  });

  test('in a reconcile, also where the content of its tag is not there', async () => {
    const bare = world.repository.commit({ 'prompts/b.md': `${B} v1.1.0` });
    world.point(A, 'v3.0.0', world.repository.annotate(`components/${A}/v3.0.0`, bare));
    world.point(A, 'production', world.repository.objectOf(`components/${A}/v3.0.0`) ?? '');
    await stray(A);
    world.move(B, 'production', 'v1.1.0');
    expect((await outcomeOf(() => world.reconcile())).codes).toContain('tag-held');
    expect([text(A), text(B)]).toEqual([`${A} v1.1.0`, `${B} v1.1.0`]);
  });

  test('in a guard of many, which watches the others', async () => {
    const measure = async () => ({ kind: 'value', value: 0 }) as const;
    const report = await world.guard({ components: [A, B], environment: 'production', measure });
    expect(report.failures.map(({ code }) => code)).toEqual(['tag-held']);
    expect(report.gates).toMatchObject([{ component: B, verdict: 'healthy' }]);
  });

  test('while a move of many is all or none', async () => {
    const before = world.tags();
    const all = { patterns: [A, B], environment: 'production' };
    const codes = [
      (await outcomeOf(() => world.promote({ ...all, source: { version: 'v1.0.0' } }))).codes,
      (await outcomeOf(() => world.rollback({ ...all, target: 'previous' }))).codes,
    ];
    expect(codes).toEqual([['tag-held'], ['tag-held']]);
    expect([world.tags(), text(B)]).toEqual([before, `${B} v1.2.0`]);
  });

  test('where its own entry is in doubt, while that of another is recorded', async () => {
    world.repository.readOnly = false;
    await stray(B);
    await forge({ entry: { at: '2090-01-01T00:00:00Z' } });
    const { codes, words } = await outcomeOf(() => world.deploy(everything));
    expect(codes).toEqual(['tag-held']);
    expect(words).toMatch(/KV holds `prompts\/a` in `production` at v1\.1\.0, since .* could not record it: /);
    expect([text(A), text(B)]).toEqual([`${A} v1.1.0`, `${B} v1.1.0`]);
    const entries = await entriesIn(world.repository, (await readChain(world.repository)).at(-1));
    expect(entries.get(`${B}@production`)).toMatchObject({ status: 'held', version: 'v1.1.0' });
  });
});

describe('what stands in the way of one gate holds up no other', () => {
  const watch = async () => {
    const measure = async () => ({ kind: 'value', value: 0 }) as const;
    const { failures, gates } = await world.guard({ components: [A, B], environment: 'production', measure });
    return { codes: failures.map(({ code }) => code), watched: gates.map(({ component }) => component) };
  };

  test('an entry that cannot be read', async () => {
    await forge({ entry: { status: 'anything' as never } });
    expect(await watch()).toEqual({ codes: ['ledger-broken'], watched: [B] });
  });

  test('a rollback that was not finished, and cannot be', async () => {
    await world.rollback({ patterns: [A], environment: 'production', target: { version: 'v1.0.0' } });
    await forge({ entry: { status: 'pending' } });
    const key = `${A}@production`;
    const metadata = { ...world.metadata().get(key), 'managed-by': 'tagship:somebody/else' };
    await world.kv.write(NAMESPACE, [{ key, value: Buffer.from('theirs'), metadata }]);
    expect(await watch()).toEqual({ codes: ['key-foreign'], watched: [B] });
    expect(world.stored().get(key)).toBe('theirs');
  });
});

test('the server is asked only where no version tag answers, and once', async () => {
  let asked = 0;
  const counting: Disturbance = {
    repository: (repository) =>
      new Proxy(repository, {
        get: (target, name) => {
          const value: unknown = Reflect.get(target, name);
          asked += name === 'reachable' ? 1 : 0;
          return typeof value === 'function' ? value.bind(target) : value;
        },
      }),
  };
  const go = (version: string) =>
    world.rollback({ patterns: [A, B], environment: 'production', target: { version } }, counting);
  await go('v1.1.0');
  expect(asked).toBe(0);
  world.remove(A, 'v1.0.0');
  world.remove(B, 'v1.0.0');
  await go('v1.0.0');
  expect([asked, world.stored().get(`${A}@production`)]).toEqual([1, `${A} v1.0.0`]);
});

describe('what cannot have been written is built on by nobody, and poisons nothing', () => {
  test.each<[string, Forgery]>([
    ['a date in 2090', { entry: { at: '2090-01-01T00:00:00Z' }, time: IN_2090 }],
    ['a date beyond all calendars', { entry: { at: '2090-01-01T00:00:00Z' }, time: 8_000_000_000_000 }],
    ['a number of the entry', { entry: { seq: 1_000_000 } }],
    ['a number of the commit', { entry: { seq: 1_000_000 }, seq: 1_000_000 }],
    ['the last number there is', { entry: { seq: Number.MAX_SAFE_INTEGER }, seq: Number.MAX_SAFE_INTEGER }],
    ['a number from before', { entry: { seq: 1_000_000 }, seq: 1 }],
  ])('%s', async (_, forgery) => {
    const start = await readChain(world.repository);
    await forge(forgery);
    expect(Date.parse((await world.history({ kind: 'now' })).state.at) / 1000).toBeLessThanOrEqual(world.now);
    world.advance(60);
    world.move(A, 'production', 'v1.1.0');
    world.move(B, 'production', 'v1.1.0');
    world.move(A, 'staging', 'v1.1.0');
    const ofA = await outcomeOf(() => world.run(A, 'production'));
    expect(ofA.codes).toEqual(['ledger-broken']);
    expect(ofA.words).toContain('production/components/prompts/a.json');
    // KV follows the tag all the same.
    expect(world.stored().get(`${A}@production`)).toBe(`${A} v1.1.0`);
    expect(await outcomeOf(() => rollback({ version: 'v1.0.0' }))).toMatchObject({ codes: ['ledger-broken'] });
    for (const work of [
      () => world.run(B, 'production'),
      () => world.run(A, 'staging'),
      () => world.run(B, 'staging'),
    ]) {
      expect(await outcomeOf(work)).toEqual({ codes: [], words: '' });
      world.advance(60);
    }
    expect((await outcomeOf(() => world.reconcile())).codes).toEqual(['ledger-broken']);
    const chain = await readChain(world.repository);
    const after = chain.slice(start.length + 1);
    expect(after.length).toBeGreaterThan(1);
    expect(after.map(({ time }) => time > world.now)).toEqual(after.map(() => false));
    expect(after.map(({ head }) => Number(head.get('Seq')))).toEqual(after.map((_link, i) => start.length + 2 + i));
    const entries = await entriesIn(world.repository, chain.at(-1));
    expect(entries.get(`${B}@production`)?.version).toBe('v1.1.0');
    const mark = world.metadata().get('component-versions');
    expect(Number(mark?.seq)).toBeLessThanOrEqual(chain.length);
  });
});

import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RunReport } from '../../src/commands/report.ts';
import type { Entry, KnownVersions } from '../../src/domain/ledger/entry.ts';
import type { LedgerChange } from '../../src/domain/ledger/event.ts';
import type { Check } from '../../src/domain/moves.ts';
import { composeCommit } from '../../src/engine/ledger/compose.ts';
import { LedgerSnapshot } from '../../src/engine/ledger/snapshot.ts';
import { toTagshipErrors } from '../../src/errors.ts';
import { blobObject, commitObject, tagObject, treeObject } from '../../src/git/object.ts';
import { AUTHOR } from '../support/author.ts';
import { entriesIn, readChain } from '../support/chain.ts';
import { type Disturbance, World } from '../support/world.ts';

const LEDGER = 'refs/tagship/ledger';
const A = 'prompts/a';
const B = 'prompts/b';
const EVIL = 'anything goes';
const COMPONENT = { prefix: 'components', type: 'prompts', name: 'a' } as const;
const PERSON = { name: 'Mallory', email: 'mallory@example.com', time: 1_777_629_600 };
const IN_2090 = Date.UTC(2090, 0, 1) / 1000;

let world: World;
/** A commit of a branch that nobody reviewed. */
let evil: string;
/** A tag object around it, without a ref. */
let evilTag: string;

beforeEach(async () => {
  world = new World([A, B], { config: { environments: { production: { requires: 'staging' } } } });
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

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ChainEntry, daysIn, entriesIn, type Link, readChain, textOf } from '../support/chain.ts';
import { examples } from '../support/lane.ts';
import { type Action, present, Story, split } from '../support/story.ts';
import { ENVIRONMENTS, VERSIONS, World } from '../support/world.ts';

/**
 * Laws of moves, for any sequence of promotions, rollbacks, restores, tags moved or deleted by hand with a run or
 * without one, in two components and two environments, while the Git server's clock goes on, stands still or is set
 * back. What has to be true is told by the tags before and after each step, and by reading the ledger as its description
 * has it; the code under test is only run.
 */

const COMPONENTS = ['prompts/a', 'prompts/b'] as const;

const component = fc.constantFrom(...COMPONENTS);
const components = fc.constantFrom<string[][]>(['prompts/a'], ['prompts/b'], [...COMPONENTS]);
const environment = fc.constantFrom(...ENVIRONMENTS);
const version = fc.constantFrom(...VERSIONS);

const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('promote' as const),
      components,
      environment,
      source: fc.oneof({ weight: 3, arbitrary: fc.record({ version }) }, fc.record({ from: environment })),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('rollback' as const),
      components,
      environment,
      target: fc.oneof(fc.constantFrom('last-healthy' as const, 'previous' as const), fc.record({ version })),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('restore' as const),
      environment,
      from: environment,
      moment: fc.nat(100),
      later: fc.nat(100_000),
      prune: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('hand' as const),
      component,
      environment,
      version: fc.option(version, { nil: undefined, freq: 6 }),
      shape: fc.constantFrom('wrapping' as const, 'lightweight' as const),
      runs: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('deploy' as const), component, environment }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('forget' as const), component, version }) },
);

interface Plot {
  readonly lightweight: boolean;
  readonly steps: readonly { readonly wait: number; readonly action: Action }[];
}

const plot: fc.Arbitrary<Plot> = fc.record({
  lightweight: fc.boolean(),
  steps: fc.array(fc.record({ wait: fc.constantFrom(0, 0, 1, 59, 3_600, 86_400, 40 * 86_400, -30), action }), {
    minLength: 3,
    maxLength: 14,
  }),
});

/** A lightweight tag on a version whose tag was deleted: another component's run must not lose it from the index. */
const OF_A_DELETED_VERSION: Plot = {
  lightweight: false,
  steps: [
    {
      kind: 'hand' as const,
      component: 'prompts/b',
      environment: 'production' as const,
      version: 'v1.2.0' as const,
      shape: 'lightweight' as const,
      runs: true,
    },
    { kind: 'forget' as const, component: 'prompts/b', version: 'v1.2.0' as const },
    {
      kind: 'promote' as const,
      components: ['prompts/a'],
      environment: 'production' as const,
      source: { version: 'v1.0.0' as const },
    },
  ].map((one): Plot['steps'][number] => ({ wait: 1, action: one })),
};

/** Lives a story to its end, so that nothing is left that the ledger was not told. */
async function live({ lightweight, steps }: Plot): Promise<Story> {
  const story = new Story(new World([...COMPONENTS], { lightweight }));
  for (const step of steps) {
    story.world.advance(step.wait);
    await story.act(step.action);
  }
  await story.settle();
  return story;
}

async function law(numRuns: number, check: (story: Story, number: number) => Promise<void>): Promise<void> {
  let moments = 0;
  await fc.assert(
    fc.asyncProperty(plot, fc.nat(1000), async (one, number) => {
      const story = await live(one);
      moments += story.moments.size;
      await check(story, number);
    }),
    { numRuns, examples: [[OF_A_DELETED_VERSION, 0]] },
  );
  // Nobody is to be content with stories in which nothing happens.
  expect(moments).toBeGreaterThan(numRuns);
}

const RUNS = examples(60);

describe('the ledger', () => {
  test('has one entry for every move, in order, and adds up to what the tags say', async () => {
    await law(RUNS, async ({ world, chapters, told, quarantined }) => {
      const links = await readChain(world.repository);
      const moved = links.flatMap(({ events }) => {
        const all = events.filter((one) => one.get('Event') === 'moved' && one.get('Move') !== 'seed');
        return all.length === 0
          ? []
          : [
              all
                .map(
                  (one) =>
                    `${one.get('Move')} ${one.get('Component')}@${one.get('Environment')} ${one.get('Version') ?? ''}`,
                )
                .sort(),
            ];
      });
      expect(moved).toEqual(chapters);

      const replayed = await replay(world, links);
      const running = world.running();
      const tags = world.tags();
      expect(new Map([...replayed].flatMap(([place, one]) => (one.tag === null ? [] : [[place, one.tag]])))).toEqual(
        tags,
      );
      expect(
        new Map([...replayed].flatMap(([place, one]) => (one.version === null ? [] : [[place, one.version]]))),
      ).toEqual(running);
      expect([...replayed.keys()].sort()).toEqual([...told.keys()].sort());
      for (const [place, entry] of replayed) {
        expect([place, new Set(entry.quarantined)]).toEqual([place, quarantined.get(place) ?? new Set()]);
      }
      await contentsAreKept(world, links.at(-1), replayed);
    });
  });

  test('is a chain without a gap whose dates never go backwards, and its days list every commit but the last', async () => {
    await law(RUNS, async ({ world }) => {
      const links = await readChain(world.repository);
      for (const [index, link] of links.entries()) {
        const before = links[index - 1];
        expect(Number(link.head.get('Seq'))).toBe(index + 1);
        expect(link.parents).toEqual(before === undefined ? [] : [before.commit]);
        expect(link.time).toBeGreaterThanOrEqual(before?.time ?? 0);
        expect(link.subject).not.toBe('');
      }
      const tip = links.at(-1);
      expect(tip === undefined ? [] : await daysIn(world.repository, tip)).toEqual(
        links.slice(0, -1).map(({ commit, time }) => {
          const [year, month, day] = new Date(time * 1000).toISOString().slice(0, 10).split('-');
          return { file: `.at/${year}-${month}/${day}`, line: `${time} ${commit}` };
        }),
      );
    });
  });
});

test('a tag that stood for no version, so that nobody deployed it, is not told as removed by the move that replaces it', async () => {
  const world = new World(['prompts/a']);
  const promote = async (version: string): Promise<unknown> =>
    world.promote({ patterns: ['prompts/a'], environment: 'production', source: { version } });
  await promote('v1.0.0');
  world.repository.setTag('components/prompts/a/production', world.repository.commit({ 'prompts/a.md': 'a draft' }));
  await expect(world.run('prompts/a', 'production')).rejects.toMatchObject({ code: 'version-missing' });
  await promote('v1.1.0');
  expect((await readChain(world.repository)).map(({ subject }) => subject)).toEqual([
    'Deploy prompts/a v1.0.0 to production',
    'Deployed prompts/a v1.0.0 to production',
    'Deploy prompts/a v1.1.0 to production (was v1.0.0)',
    'Deployed prompts/a v1.1.0 to production',
  ]);
});

/** Adds the trailers of all commits up, and compares with the tree of each commit. */
async function replay(world: World, links: readonly Link[]): Promise<Map<string, ChainEntry>> {
  const state = new Map<string, ChainEntry>();
  for (const link of links) {
    const inTree = await entriesIn(world.repository, link);
    const changed = new Set<string>();
    for (const event of link.events) {
      const place = `${event.get('Component')}@${event.get('Environment')}`;
      changed.add(place);
      const entry = inTree.get(place);
      if (entry === undefined) {
        throw new Error(`${link.subject} speaks of ${place}, which has no entry`);
      }
      follows(state.get(place), entry, event, link);
    }
    for (const [place, entry] of inTree) {
      if (!changed.has(place)) {
        expect(entry).toEqual(state.get(place));
      }
      state.set(place, entry);
    }
  }
  return state;
}

/** An entry is what its commit's trailers say on top of the entry before. */
function follows(
  before: ChainEntry | undefined,
  entry: ChainEntry,
  event: ReadonlyMap<string, string>,
  link: Link,
): void {
  const said = {
    move: event.get('Move'),
    version: event.get('Version') ?? null,
    previous: event.get('Previous') ?? null,
    commit: event.get('Commit') ?? null,
    tag: event.get('Tag') ?? null,
  };
  expect(entry).toMatchObject(said);
  if (event.get('Event') === 'acknowledged') {
    expect(before?.status).toBe('pending');
    expect(entry).toEqual({ ...before, status: 'deployed' });
    return;
  }
  expect(event.get('Event')).toBe('moved');
  expect(entry.seq).toBe(Number(link.head.get('Seq')));
  const past = [before?.version, before?.previous].flatMap((one) => one ?? []);
  expect(entry.previous).toBe(past.find((one) => one !== entry.version) ?? null);
  expect(entry.tag).not.toBe(before?.tag ?? undefined);
  // Only a move that started no run is overtaken before KV acknowledged it: by the move that found it.
  if (before?.status === 'pending') {
    expect([before.move, before.seq]).toEqual(['deploy', entry.seq - 1]);
  }
  const left = entry.move === 'rollback' ? [before?.version ?? []].flat() : [];
  expect([...entry.quarantined].sort()).toEqual(
    [...new Set([...(before?.quarantined ?? []), ...left])].filter((one) => one !== entry.version).sort(),
  );
  if (entry.move !== 'seed') {
    expect(Date.parse(entry.at ?? '') / 1000).toBe(link.time);
  }
}

/** Beside each entry stands the content of what runs, and the version's file knows that it ran there. */
async function contentsAreKept(
  { repository }: World,
  tip: Link | undefined,
  entries: ReadonlyMap<string, ChainEntry>,
): Promise<void> {
  for (const [place, { version: runs, blob, commit }] of entries) {
    const [id, where] = split(place);
    const kept = tip?.files.get(`${where}/components/${id}~content`);
    expect([place, kept]).toEqual([place, blob ?? undefined]);
    if (runs !== null) {
      expect(await textOf(repository, kept ?? '')).toBe(`${id} ${runs}`);
      const { versions } = JSON.parse(await textOf(repository, tip?.files.get(`versions/components/${id}.json`) ?? ''));
      expect([place, versions[runs]]).toEqual([
        place,
        expect.objectContaining({ commit, blob, ran: expect.arrayContaining([where]) }),
      ]);
    }
  }
}

describe('history', () => {
  test('answers for every moment what the ledger knew then, and for now what it knows', async () => {
    await law(RUNS, async (story) => {
      const { world, moments } = story;
      for (let index = 0; index < moments.size; index++) {
        for (const later of [0, -1]) {
          const { time, known } = story.at(index, later);
          expect([time, await ran(world, { kind: 'at', at: time })]).toEqual([time, present(known)]);
        }
      }
      if (moments.size > 0) {
        for (const skew of [-3600, 0, 3600]) {
          world.skew = skew;
          expect([skew, await ran(world, { kind: 'now' })]).toEqual([skew, world.running()]);
        }
      }
    });
  });
});

async function ran(world: World, when: Parameters<World['history']>[0]): Promise<Map<string, string | undefined>> {
  const { state } = await world.history(when);
  return new Map(state.lines.map((one) => [`${one.component}@${one.environment}`, one.version]));
}

describe('restore', () => {
  test('of what runs now changes nothing', async () => {
    await law(RUNS, async (story, number) => {
      const { world } = story;
      if (story.moments.size === 0) {
        return;
      }
      const before = await everything(story);
      const now = Math.max(world.now, [...story.moments.keys()].at(-1) ?? 0);
      const known = ENVIRONMENTS.filter((one) => [...story.told.keys()].some((place) => split(place)[1] === one));
      for (const one of known) {
        const report = await world.restore({ environment: one, from: one, at: now + number, prune: false });
        expect([report.moves, report.changed]).toEqual([[], false]);
      }
      expect(await everything(story)).toEqual(before);

      // Whoever prunes is rid of what deleted tags left in KV, and of nothing else.
      for (const one of known) {
        const report = await world.restore({ environment: one, from: one, at: now + number, prune: true });
        expect(report.moves).toEqual([]);
      }
      const [tags, entries, stored] = before;
      const left = [...story.told].filter(([, { version }]) => version === undefined).map(([place]) => place);
      for (const place of left) {
        stored.delete(place);
      }
      expect(await everything(story)).toEqual([tags, entries, stored]);
    });
  });

  test('brings any moment back, into the same environment and into another one', async () => {
    await law(RUNS, async (story, number) => {
      const { world } = story;
      if (story.moments.size === 0) {
        return;
      }
      for (const from of ENVIRONMENTS) {
        for (const to of ENVIRONMENTS) {
          // The law itself is checked after every restore of a story.
          await story.act({
            kind: 'restore',
            from,
            environment: to,
            moment: number,
            later: number,
            prune: number % 2 === 0,
          });
          expect(await world.differences()).toEqual([]);
        }
      }
    });
  });
});

describe('rollback', () => {
  test('right after a promote brings back what was in KV', async () => {
    let tried = 0;
    await law(RUNS, async (story, number) => {
      const { world } = story;
      for (const [place, runs] of world.running()) {
        const [id, where] = split(place);
        const other = VERSIONS.filter((one) => one !== runs)[number % 2] ?? 'v1.0.0';
        const pinned = (key: string): boolean => /@v\d/.test(key);
        const before = [...world.stored()].filter(([key]) => !pinned(key)).sort();
        story.refused.length = 0;
        world.advance(number);
        await story.act({ kind: 'promote', components: [id], environment: where, source: { version: other } });
        if (story.refused.length > 0) {
          continue;
        }
        tried += 1;
        expect(world.running().get(place)).toBe(other);
        await story.act({ kind: 'rollback', components: [id], environment: where, target: 'last-healthy' });
        expect(world.running().get(place)).toBe(runs);
        expect([...world.stored()].filter(([key]) => !pinned(key)).sort()).toEqual(before);
        // Pressed twice, it goes back once.
        await story.act({ kind: 'rollback', components: [id], environment: where, target: 'previous' });
        expect(world.running().get(place)).toBe(runs);
      }
    });
    expect(tried).toBeGreaterThan(RUNS / 2);
  });
});

/** Tags, entries and contents; not what a newer ledger alone would change. */
async function everything({
  world,
}: Story): Promise<[ReadonlyMap<string, string>, ReadonlyMap<string, ChainEntry>, Map<string, string>]> {
  const entries = await entriesIn(world.repository, (await readChain(world.repository)).at(-1));
  return [world.tags(), entries, world.stored()];
}

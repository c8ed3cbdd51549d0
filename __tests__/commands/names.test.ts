import { describe, expect, test } from '@jest/globals';
import { type TagshipError, toTagshipErrors } from '../../src/errors.ts';
import { readChain } from '../support/chain.ts';
import { NAMESPACE, World } from '../support/world.ts';

/** The errors that a command ends with. */
async function errorsOf(work: Promise<unknown>): Promise<readonly TagshipError[]> {
  return await work.then(
    () => [],
    (error: unknown) => toTagshipErrors(error),
  );
}

async function refusal(work: Promise<unknown>): Promise<string> {
  return (await errorsOf(work)).map(({ message }) => message).join('\n');
}

/** Puts a tag on the commit of version 1.1.0, whatever it is called. */
function tag(world: World, name: string, component = 'prompts/a'): void {
  const version = world.repository.objectOf(`components/${component}/v1.1.0`) ?? '';
  world.repository.setTag(name, world.repository.peel(version));
}

const REFUSED = [
  ['components/prompts/a/versions', 'environment-reserved'],
  ['components/prompts/a/_versions', 'environment-reserved'],
  ['components/prompts/a/latest', 'environment-reserved'],
  ['components/prompts/a/b@c', 'environment-reserved'],
  ['components/components/a/production', 'name-refused'],
  ['components/logic/a/production', 'name-refused'],
  ['components/prompts/a.json/production', 'name-refused'],
  ['components/prompts/a/1.0.0', 'tag-shape'],
  ['components/prompts/a/V1.0.0', 'tag-shape'],
  ['components/prompts/a/v1', 'tag-shape'],
  ['components/prompts/a/v1.0', 'tag-shape'],
] as const;

describe.each(REFUSED)('the tag %s', (name, code) => {
  test('is refused by its own run, and its deletion is fine', async () => {
    const world = new World(['prompts/a']);
    tag(world, name);
    expect(await refusal(world.push(name))).toContain(`tagship(${code}): The tag \`${name}\``);
    expect(await refusal(world.deploy({ by: 'tag', tag: name, named: true, pushed: false, deleted: false }))).toContain(
      name,
    );
    world.repository.setTag(name, undefined);
    const report = await world.push(name);
    expect([report.keys, report.notices.length]).toEqual([[], 1]);
    const gone = await world.deploy({ by: 'tag', tag: name, named: false, pushed: true, deleted: false });
    expect(gone.notices.map(({ message }) => message)).toEqual([`The tag \`${name}\` is gone again: nothing to do.`]);
    expect(world.stored().size).toBe(0);
  });

  test('holds up no other command and shows up nowhere', async () => {
    const world = new World(['prompts/a', 'prompts/b']);
    tag(world, name);
    world.move('prompts/a', 'production', 'v1.0.0');
    const first = await world.run('prompts/a', 'production');
    expect(first.notices.map(({ message }) => message).join()).toContain(name);
    const place = { patterns: ['prompts/a'], environment: 'production' };
    await world.promote({ ...place, source: { version: 'v1.1.0' } });
    const moment = world.now;
    world.advance(60);
    await world.rollback({ ...place, target: 'previous' });
    world.advance(60);
    await world.restore({ environment: 'production', from: 'production', at: moment, prune: false });
    world.move('prompts/b', 'staging', 'v1.2.0');
    world.advance(600);
    const report = await world.reconcile({ prune: true, deep: true });
    expect(report.failures.map((one) => one.code)).toEqual(code === 'tag-shape' ? ['tag-shape'] : []);
    expect(await world.differences()).toEqual([]);
    expect(world.stored().get('prompts/a@production')).toBe('prompts/a v1.1.0');
    const slot = name.slice(name.lastIndexOf('/') + 1);
    const odd = [...world.stored().keys()].filter(
      (key) => key.includes(slot) && !/^component-versions$|@(?:v\d+\.\d+\.\d+|latest|production)$/.test(key),
    );
    expect(odd).toEqual([]);
    const files = (await readChain(world.repository)).at(-1)?.files.keys() ?? [];
    expect([...files].filter((path) => path.startsWith(`${slot}/`) && slot !== 'versions')).toEqual(
      slot === 'production' ? ['production/components/prompts/a.json', 'production/components/prompts/a~content'] : [],
    );
    const gate = world.guard({
      ...place,
      components: ['prompts/a'],
      measure: async () => ({ kind: 'no-data' }) as never,
    });
    expect((await errorsOf(gate)).map((one) => one.code)).toEqual(['gate-missing']);
  });
});

describe('the configuration', () => {
  test('may name an environment that looks like a version', async () => {
    const world = new World(['prompts/a'], { config: { environments: { v1: {} } } });
    tag(world, 'components/prompts/a/v1');
    const report = await world.push('components/prompts/a/v1');
    expect(report.deployed[0]).toMatchObject({ environment: 'v1', version: 'v1.1.0' });
    expect((await world.reconcile()).failures).toEqual([]);
    expect(JSON.parse(world.stored().get('component-versions') ?? '')).toEqual({ 'prompts/a': { v1: 'v1.1.0' } });
  });

  test('leaves tags of other tools alone', async () => {
    const world = new World(['prompts/a'], { config: { ignore: ['components/ui/**'] } });
    for (const name of ['components/ui/button/production', 'components/ui/button@1.2.3', 'components/ui/x/latest']) {
      tag(world, name);
      const report = await world.push(name);
      expect(report.notices.map(({ message }) => message).join()).toContain('`ignore`');
      world.repository.setTag(name, undefined);
      expect((await world.push(name)).keys).toEqual([]);
      tag(world, name);
      const named = world.deploy({ by: 'tag', tag: name, named: true, pushed: false, deleted: false });
      expect(await refusal(named)).toContain('left alone by `ignore`');
    }
    world.move('prompts/a', 'production', 'v1.0.0');
    const report = await world.run('prompts/a', 'production');
    expect([report.notices, (await world.reconcile({ prune: true })).failures]).toEqual([[], []]);
    expect([...world.stored().keys()].filter((key) => key.startsWith('ui'))).toEqual([]);
    expect(await world.differences()).toEqual([]);
  });
});

describe('what production reads as latest', () => {
  const latest = (world: World): string | undefined => world.stored().get('prompts/a@latest');

  test('does not follow staging, a bare tag, or a restore into debug', async () => {
    const world = new World(['prompts/a']);
    world.move('prompts/a', 'production', 'v1.1.0');
    await world.run('prompts/a', 'production');
    const then = world.now;
    world.advance(600);
    world.move('prompts/a', 'production', 'v1.0.0');
    await world.run('prompts/a', 'production');
    world.advance(60);
    world.move('prompts/a', 'staging', 'v1.2.0');
    await world.run('prompts/a', 'staging');
    expect(latest(world)).toBe('prompts/a v1.0.0');
    await world.push('components/prompts/a/v1.2.0');
    expect(latest(world)).toBe('prompts/a v1.0.0');
    await world.restore({ environment: 'debug', from: 'production', at: then, prune: false });
    expect(world.stored().get('prompts/a@debug')).toBe('prompts/a v1.1.0');
    expect(latest(world)).toBe('prompts/a v1.0.0');
    world.advance(600);
    expect((await world.reconcile()).drift).toBe(0);
  });

  test('is never what was rolled back, though another live environment runs it', async () => {
    const world = new World(['prompts/a']);
    for (const [environment, version] of [
      ['production', 'v1.0.0'],
      ['production', 'v1.1.0'],
      ['production-eu', 'v1.1.0'],
    ] as const) {
      world.move('prompts/a', environment, version);
      await world.run('prompts/a', environment);
    }
    expect(latest(world)).toBe('prompts/a v1.1.0');
    await world.rollback({ patterns: ['prompts/a'], environment: 'production', target: 'previous' });
    expect(latest(world)).toBe('prompts/a v1.0.0');
    await world.run('prompts/a', 'production-eu');
    expect(latest(world)).toBe('prompts/a v1.0.0');
    world.repository.setTag('components/prompts/a/production', undefined);
    await world.run('prompts/a', 'production');
    expect(latest(world)).toBe('prompts/a v1.0.0');
    world.advance(600);
    expect((await world.reconcile({ prune: true })).counts).toEqual({ missing: 1, orphan: 1 });
    expect(latest(world)).toBe('prompts/a v1.0.0');
  });

  test('follows the globs of the configuration', async () => {
    const world = new World(['prompts/a'], { config: { live: ['eu'] } });
    world.move('prompts/a', 'production', 'v1.2.0');
    await world.run('prompts/a', 'production');
    expect(latest(world)).toBe('prompts/a v1.2.0');
    world.move('prompts/a', 'eu', 'v1.0.0');
    await world.run('prompts/a', 'eu');
    expect(latest(world)).toBe('prompts/a v1.0.0');
  });
});

describe('a key that two slots ask for', () => {
  const config = { keys: ['{type}-{name}-{slot}'] };

  /** Components whose keys for production are one, and a third that has nothing to do with them. */
  function colliding(): World {
    const world = new World(['a/b-c', 'a-b/c', 'prompts/other'], { config });
    world.move('a/b-c', 'production', 'v1.0.0');
    world.move('prompts/other', 'production', 'v1.0.0');
    return world;
  }

  test('is refused by the run that comes second, which writes nothing', async () => {
    const world = new World(['a/b-c'], { config: { ...config, unversioned: 'allow' } });
    world.move('a/b-c', 'production', 'v1.0.0');
    await world.run('a/b-c', 'production');
    const before = world.stored();
    const commit = world.repository.peel(world.repository.objectOf('components/a/b-c/production') ?? '');
    world.repository.setTag('components/a-b/c/production', commit);
    expect(await refusal(world.push('components/a-b/c/production'))).toMatch(
      /tagship\(key-collision\): The key `a-b-c-production` is wanted by `a\/b-c` \(`production`\) and by `a-b\/c` \(`production`\)/,
    );
    expect(world.stored()).toEqual(before);
  });

  test('is named by reconcile, which goes on with all others', async () => {
    const world = colliding();
    world.move('a-b/c', 'production', 'v1.1.0');
    const { failures } = await world.reconcile();
    expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['key-collision']));
    expect([...world.stored().keys()].sort()).toEqual([
      'component-versions',
      'prompts-other-latest',
      'prompts-other-production',
      'prompts-other-v1.0.0',
      'prompts-other-v1.1.0',
      'prompts-other-v1.2.0',
    ]);
  });

  test('is no trouble where only one of them has a tag', async () => {
    const world = new World(['a/b-c'], { config });
    world.move('a/b-c', 'production', 'v1.0.0');
    await world.run('a/b-c', 'production');
    expect(world.stored().get('a-b-c-production')).toBe('a/b-c v1.0.0');
  });

  test('is kept when the tag of the other is deleted', async () => {
    const world = new World(['a/b-c'], { config: { ...config, 'on-delete': 'prune' } });
    world.move('a/b-c', 'production', 'v1.0.0');
    await world.run('a/b-c', 'production');
    await world.push('components/a-b/c/production');
    expect(world.stored().get('a-b-c-production')).toBe('a/b-c v1.0.0');
  });
});

test('what retention does not keep goes from every layout, and so does a latest that must go', async () => {
  const keys = ['{type}/{name}/{slot}', 'components/{type}/{name}/{slot}'];
  const config = { keys, retention: 1, 'prune-limit': 1 };
  const world = new World(['prompts/a'], { config: { ...config, retention: 'all' } });
  world.move('prompts/a', 'production', 'v1.2.0');
  await world.run('prompts/a', 'production');
  await world.reconcile();
  expect(world.kv.contents(NAMESPACE).size).toBe(11);
  world.repository.commit({ '.github/tagship.yml': JSON.stringify({ ...config, latest: false }) });
  world.advance(600);
  await world.reconcile({ prune: true });
  expect([...world.stored().keys()].sort()).toEqual([
    'component-versions',
    'components/prompts/a/production',
    'components/prompts/a/v1.2.0',
    'prompts/a/production',
    'prompts/a/v1.2.0',
  ]);
});

describe('what somebody names and does not exist', () => {
  /** A world in which `prompts/extraction` runs in production and staging. */
  async function deployed(): Promise<World> {
    const world = new World(['prompts/extraction']);
    for (const environment of ['production', 'staging']) {
      world.move('prompts/extraction', environment, 'v1.0.0');
      await world.run('prompts/extraction', environment);
    }
    return world;
  }

  test.each([
    ['prompts/extraction/production', /Did you mean `components\/prompts\/extraction\/production`\?/],
    ['component/prompts/extraction/production', /Did you mean `components\/prompts\/extraction\/production`\?/],
    ['v9.9.9', /The nearest there is `components\/prompts\/extraction\//],
    ['refs/heads/main', /The nearest there is `components\/prompts\/extraction\//],
    ['components/prompts/extraktion/staging', /Did you mean `components\/prompts\/extraction\/staging`\?/],
    ['logic/prompts/extraction/production', /tagship\(tag-missing\)/],
  ])('is an error with the nearest: the tag %s', async (name, message) => {
    const world = await deployed();
    const named = { by: 'tag' as const, tag: name, named: true, pushed: false, deleted: false };
    const watched = { components: [], environment: '', tag: name, measure: async () => ({ kind: 'no-data' }) as never };
    expect(await refusal(world.guard(watched))).toMatch(message);
    if (!name.startsWith('logic/')) {
      expect(await refusal(world.deploy(named))).toMatch(message);
      expect(await refusal(world.deploy(named))).toContain('tagship(tag-missing)');
    }
  });

  test('is no error where the tag is there and is none of a component', async () => {
    const world = await deployed();
    tag(world, 'v9.9.9', 'prompts/extraction');
    const named = { by: 'tag' as const, tag: 'v9.9.9', named: true, pushed: false, deleted: false };
    expect((await world.deploy(named)).notices.map(({ message }) => message).join()).toContain('nothing to do');
    const watched = { components: [], environment: '', tag: 'v9.9.9', measure: async () => ({}) as never };
    expect((await world.guard(watched)).gates).toEqual([]);
  });

  test('is an error with the nearest: a component, an environment, a version', async () => {
    const world = await deployed();
    const place = { patterns: ['prompts/extraction'], environment: 'production' };
    const odd = { ...place, environment: 'prodution' };
    const wrong = { ...place, patterns: ['prompts/extrcation'] };
    const at = world.now;
    for (const work of [
      world.deploy({ by: 'components', ...odd }),
      world.promote({ ...odd, source: { version: 'v1.1.0' } }),
      world.promote({ ...place, environment: 'staging', source: { from: 'prodution' } }),
      world.rollback({ ...odd, target: 'previous' }),
      world.restore({ environment: 'prodution', from: 'production', at, prune: false }),
      world.restore({ environment: 'production', from: 'prodution', at, prune: false }),
      world.reconcile({ environment: 'prodution' }),
      world.ask({ patterns: undefined, environment: 'prodution', when: { kind: 'now' } }),
      world.guard({ components: place.patterns, environment: 'prodution', measure: async () => ({}) as never }),
    ]) {
      expect(await refusal(work)).toMatch(/tagship\(environment-unknown\).*Did you mean `production`\?/);
    }
    for (const work of [
      world.deploy({ by: 'components', ...wrong }),
      world.promote({ ...wrong, source: { version: 'v1.1.0' } }),
      world.rollback({ ...wrong, target: 'previous' }),
      world.ask({ patterns: wrong.patterns, environment: undefined, when: { kind: 'now' } }),
      world.ask({ patterns: wrong.patterns, environment: undefined, when: { kind: 'at', at } }),
      world.guard({ components: wrong.patterns, environment: 'production', measure: async () => ({}) as never }),
    ]) {
      expect(await refusal(work)).toMatch(/tagship\(component-unknown\).*Did you mean `prompts\/extraction`\?/);
    }
    tag(world, 'components/prompts/extraction/1.0', 'prompts/extraction');
    expect(await refusal(world.deploy({ by: 'components', ...place, environment: '1.0' }))).toContain('`v1.0.0`');
    const version = { version: 'v1.2.1' };
    expect(await refusal(world.promote({ ...place, source: version }))).toMatch(/Did you mean `v1\.\d\.\d`\?/);
  });

  test('is not begun where its tags would be refused or left alone', async () => {
    const world = await deployed();
    const place = { patterns: ['prompts/extraction'], source: { version: 'v1.1.0' } };
    expect(await refusal(world.promote({ ...place, environment: 'v1' }))).toContain('looks like a version and is none');
    const ignoring = new World(['prompts/a'], { config: { ignore: ['components/*/*/debug'] } });
    expect(await refusal(ignoring.promote({ ...place, patterns: ['prompts/a'], environment: 'debug' }))).toContain(
      'left alone by `ignore`',
    );
  });

  test('is begun where the name is of its own', async () => {
    const world = await deployed();
    for (const environment of ['debug', 'production-eu', 'staging-2', 'staging2', 'prod']) {
      await world.promote({ patterns: ['prompts/*'], environment, source: { version: 'v1.1.0' } });
      expect(world.stored().get(`prompts/extraction@${environment}`)).toBe('prompts/extraction v1.1.0');
    }
  });
});

describe('a tag of the older form without a type', () => {
  const registry = JSON.stringify({ components: { old: { path: 'lib/old.txt', type: 'prompt' } } });

  function world(config: object = {}): World {
    const one = new World([]);
    const files = { '.edgit/components.json': registry, 'lib/old.txt': 'hello' };
    const commit = one.repository.commit({ ...files, '.github/tagship.yml': JSON.stringify(config) });
    for (const slot of ['v1.0.0', 'production', 'staging']) {
      one.repository.setTag(`components/old/${slot}`, commit);
    }
    return one;
  }

  test('deploys, moves and goes back, and so does its deletion', async () => {
    const old = world({ 'on-delete': 'prune' });
    await old.push('components/old/production');
    await old.push('components/old/staging');
    expect(old.stored().get('prompts/old@production')).toBe('hello');
    await old.promote({ patterns: ['prompts/old'], environment: 'debug', source: { from: 'production' } });
    old.repository.setTag('components/old/staging', undefined);
    const report = await old.push('components/old/staging');
    expect(report.deleted).toHaveLength(1);
    old.advance(600);
    expect((await old.reconcile({ prune: true })).failures).toEqual([]);
    expect(old.stored()).toEqual(
      new Map([
        ['prompts/old@v1.0.0', 'hello'],
        ['prompts/old@latest', 'hello'],
        ['prompts/old@production', 'hello'],
        ['component-versions', '{"prompts/old":{"debug":"v1.0.0","production":"v1.0.0"}}'],
        ['prompts/old@debug', 'hello'],
      ]),
    );
  });

  test('is passed over with a notice where no registry knows the name', async () => {
    const old = world();
    const [commit = ''] = [old.repository.objectOf('components/old/production')];
    old.repository.setTag('components/other/production', commit);
    expect(await refusal(old.push('components/other/production'))).toContain('tagship(component-unknown)');
    const report = await old.push('components/old/production');
    expect(report.notices.map(({ message }) => message).join()).toContain('components/other/production');
  });
});

import { describe, expect, test } from '@jest/globals';
import type { ComponentTags, TagRef } from '../../src/domain/component-tags.ts';
import { defaultConfig } from '../../src/domain/config.ts';
import { environmentMatcher, type LatestPolicy, latestOf } from '../../src/domain/latest.ts';
import type { KnownVersions } from '../../src/domain/ledger/entry.ts';
import { isVersion } from '../../src/domain/version.ts';

/** What is known of one component in a namespace. */
interface Known {
  /** Version tags. */
  readonly tags?: readonly string[];
  /** What environments run. */
  readonly runs?: Readonly<Record<string, string>>;
  /** Where versions ran, by the ledger. */
  readonly ran?: Readonly<Record<string, readonly string[]>>;
  readonly quarantined?: Readonly<Record<string, readonly string[]>>;
  readonly latest?: LatestPolicy['latest'];
  readonly canary?: string;
  /** Environments that live in another namespace. */
  readonly elsewhere?: readonly string[];
  /** Versions whose tags stand somewhere else than the ledger remembers. */
  readonly moved?: readonly string[];
}

function latest(known: Known): string | undefined {
  const { tags = [], runs = {}, ran = {}, quarantined = {}, moved = [], elsewhere = [] } = known;
  const ref = (slot: string, commit: string): TagRef => ({
    name: `components/prompts/a/${slot}`,
    object: slot,
    commit,
  });
  const component: ComponentTags = {
    component: { prefix: 'components', type: 'prompts', name: 'a' },
    environments: new Map(Object.entries(runs).map(([name, version]) => [name, ref(name, `at ${version}`)])),
    versions: new Map(tags.filter(isVersion).map((version) => [version, ref(version, `at ${version}`)])),
    shadowed: [],
  };
  const remembered: KnownVersions = Object.fromEntries(
    Object.entries(ran).map(([version, names]) => [
      version,
      {
        tag: version,
        commit: moved.includes(version) ? 'elsewhere' : `at ${version}`,
        blob: null,
        path: null,
        ran: [...names],
        healthy: [],
      },
    ]),
  );
  const found = latestOf(component, {
    latest: known.latest ?? 'deployed',
    holds: (name) => !elsewhere.includes(name),
    isLive: environmentMatcher(defaultConfig().live),
    isCanary: (name) => name === known.canary,
    versionOf: (_, { object }) => ({ version: runs[object] ?? '', by: 'tag' }),
    remembered: () => remembered,
    quarantined: (_, name) => quarantined[name] ?? [],
  });
  expect(found?.commit).toBe(found === undefined ? undefined : `at ${found.version}`);
  return found?.version;
}

const TAGS = ['v1.0.0', 'v1.1.0', 'v1.2.0', 'v2.0.0-rc.1', 'v9.0.0'];

describe('latest', () => {
  test.each<[string, Known, string | undefined]>([
    ['is the highest that is live', { runs: { production: 'v1.0.0', 'production-eu': 'v1.1.0' } }, 'v1.1.0'],
    ['does not follow staging', { runs: { production: 'v1.0.0', staging: 'v1.2.0' } }, 'v1.0.0'],
    [
      'does not follow a canary or a drill',
      {
        runs: { production: 'v1.0.0', 'production-canary': 'v1.2.0', 'production-drill': 'v1.1.0' },
      },
      'v1.0.0',
    ],
    [
      'does not follow what the configuration calls a canary',
      {
        runs: { production: 'v1.0.0', 'production-new': 'v1.2.0' },
        canary: 'production-new',
      },
      'v1.0.0',
    ],
    [
      'does not follow a canary where nothing is live',
      {
        runs: { staging: 'v1.0.0', preview: 'v1.2.0' },
        canary: 'preview',
      },
      'v1.0.0',
    ],
    ['follows all where none is live', { runs: { staging: 'v1.2.0', debug: 'v1.1.0' } }, 'v1.2.0'],
    [
      'does not follow another namespace',
      {
        runs: { production: 'v1.2.0', staging: 'v1.0.0' },
        elsewhere: ['production'],
      },
      'v1.0.0',
    ],
    [
      'is what was there before where only a pre-release is live',
      {
        runs: { production: 'v2.0.0-rc.1', staging: 'v1.2.0' },
        ran: { 'v1.0.0': ['production'], 'v1.1.0': ['production'], 'v1.2.0': ['staging'] },
      },
      'v1.1.0',
    ],
    ['is the highest below the pre-release where nobody remembers', { runs: { production: 'v2.0.0-rc.1' } }, 'v1.2.0'],
    [
      'is nothing where only a pre-release exists',
      {
        tags: ['v2.0.0-rc.1'],
        runs: { production: 'v2.0.0-rc.1' },
      },
      undefined,
    ],
    ['is nothing of a version that never ran', {}, undefined],
    [
      'stays when the tag of its environment is gone',
      {
        ran: { 'v1.0.0': ['production'], 'v1.1.0': ['production'] },
      },
      'v1.1.0',
    ],
    [
      'is never what was rolled back, though it runs elsewhere',
      {
        runs: { production: 'v1.0.0', 'production-eu': 'v1.1.0' },
        quarantined: { production: ['v1.1.0'] },
      },
      'v1.0.0',
    ],
    [
      'is not what was rolled back before the tag was deleted',
      {
        ran: { 'v1.0.0': ['production'], 'v1.1.0': ['production'] },
        quarantined: { production: ['v1.1.0'] },
      },
      'v1.0.0',
    ],
    [
      'is what somebody put back by hand',
      {
        runs: { production: 'v1.1.0' },
        quarantined: { production: ['v1.1.0'] },
      },
      'v1.1.0',
    ],
    [
      'does not care for a quarantine in staging',
      {
        runs: { production: 'v1.1.0', staging: 'v1.0.0' },
        quarantined: { staging: ['v1.1.0'] },
      },
      'v1.1.0',
    ],
    [
      'is staging, where the component is not live yet',
      {
        runs: { staging: 'v1.1.0' },
        ran: { 'v1.1.0': ['staging'] },
      },
      'v1.1.0',
    ],
    [
      'is not a version that moved since it ran',
      {
        runs: { production: 'v2.0.0-rc.1' },
        ran: { 'v1.0.0': ['production'], 'v1.2.0': ['production'] },
        moved: ['v1.2.0'],
      },
      'v1.0.0',
    ],
    ['is not a version without a number', { tags: [], runs: { production: 'sha-0123456789ab' } }, undefined],
    ['tagged: the highest tag that is stable', { latest: 'tagged', runs: { production: 'v1.0.0' } }, 'v9.0.0'],
    ['false: nothing', { latest: false, runs: { production: 'v1.0.0' } }, undefined],
  ])('%s', (_, known, version) => {
    expect(latest({ tags: TAGS, ...known })).toBe(version);
  });
});

describe('environments that are live', () => {
  test.each<[readonly string[], readonly string[], readonly string[]]>([
    [
      defaultConfig().live,
      ['production', 'prod', 'production-eu', 'prod-us'],
      ['staging', 'debug', 'production-canary', 'prod-drill', 'preproduction', 'production2'],
    ],
    [['eu', 'us'], ['eu', 'us'], ['production']],
    [['!debug'], ['production', 'staging'], ['debug']],
    [['!*-old', '*-old', 'a'], ['a'], ['a-old']],
  ])('%j', (globs, live, others) => {
    const isLive = environmentMatcher(globs);
    expect(live.filter((name) => !isLive(name))).toEqual([]);
    expect(others.filter(isLive)).toEqual([]);
  });
});

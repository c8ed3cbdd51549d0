import { describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../src/domain/config-file.ts';
import { environmentsIn, type GroupPlace, groupOf, rolledOut, waitLeft } from '../../src/domain/group.ts';
import { TagshipErrors } from '../../src/errors.ts';

function problemsOf(config: object): string[] {
  try {
    parseConfig(JSON.stringify(config), 'tagship.yml');
    return [];
  } catch (error) {
    if (error instanceof TagshipErrors) {
      return error.errors.map(({ what }) => what.replace(/^tagship\.yml:\d+:\d+: /, ''));
    }
    throw error;
  }
}

describe('a group', () => {
  test('has waves of one or more environments, and defaults', () => {
    const groups = { everywhere: { waves: ['eu', ['us', 'asia']], wait: '10m' } };
    expect(problemsOf({ groups })).toEqual([]);
    const group = groupOf(parseConfig(JSON.stringify({ groups }), 'tagship.yml').groups, 'everywhere');
    expect(group).toEqual({
      name: 'everywhere',
      waves: [['eu'], ['us', 'asia']],
      waitMs: 600_000,
      onBreach: 'rollback',
    });
    expect(group && environmentsIn(group)).toEqual(['eu', 'us', 'asia']);
    expect(groupOf({}, 'everywhere')).toBeUndefined();
    expect(groupOf({}, 'constructor')).toBeUndefined();
  });

  test.each<[string, object, RegExp]>([
    ['no waves', { groups: { all: { waves: [] } } }, /groups\.all\.waves`: expected at least one wave/],
    ['an empty wave', { groups: { all: { waves: ['eu', []] } } }, /groups\.all\.waves\.1`: .*at least one environment/],
    [
      'an environment twice',
      { groups: { all: { waves: ['eu', ['us', 'eu']] } } },
      /waves\.1`: `eu` is in this group twice/,
    ],
    [
      'the name of an environment',
      { environments: { all: {} }, groups: { all: { waves: ['eu'] } } },
      /`all` is an environment already/,
    ],
    ['a group in a wave', { groups: { all: { waves: ['eu'] }, more: { waves: ['all'] } } }, /`all` is a group/],
    ['no name of an environment', { groups: { all: { waves: ['v1.0.0'] } } }, /`v1\.0\.0` is a version/],
    [
      'another word for a breach',
      { groups: { all: { waves: ['eu'], 'on-breach': 'stop' } } },
      /one of `rollback`, `hold`/,
    ],
    ['a wait of nothing', { groups: { all: { waves: ['eu'], wait: '0s' } } }, /more than 0/],
    [
      'an environment with a canary',
      {
        environments: { eu: { canary: { environment: 'eu-canary', steps: [10], key: 'k' } } },
        groups: { all: { waves: ['eu'] } },
      },
      /`eu` has a `canary`/,
    ],
    ['an unknown key', { groups: { all: { waves: ['eu'], waits: '1m' } } }, /`groups\.all\.waits` is not a known key/],
  ])('cannot have %s', (_, config, expected) => {
    const problems = problemsOf(config);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(expected);
  });
});

const place = (environment: string, current?: string, left?: string): GroupPlace => ({ environment, current, left });

describe('a rollback of a group takes back', () => {
  test.each<[string, GroupPlace[], string | undefined, string[]]>([
    ['what the first environment has', [place('eu', 'v2'), place('us', 'v1')], undefined, ['v2']],
    ['what it left, where it went back by itself', [place('eu', 'v1', 'v2'), place('us', 'v2')], undefined, ['v2']],
    ['also what it went back to, for a named version', [place('eu', 'v1', 'v2')], 'v0', ['v2', 'v1']],
    ['never the version that is named', [place('eu', 'v1', 'v2')], 'v1', ['v2']],
    ['what the first one with a tag has', [place('eu'), place('us', 'v2')], undefined, ['v2']],
    ['nothing where nothing runs', [place('eu'), place('us')], undefined, []],
  ])('%s', (_, places, version, expected) => {
    expect([...rolledOut(places, version)]).toEqual(expected);
  });
});

test.each<[string, number, (number | undefined)[], number, number]>([
  ['nothing before the first wave', 1000, [], 500, 0],
  ['what is left since the last move', 1000, [100, 300], 500, 800],
  ['nothing when it is over', 1000, [100], 5000, 0],
  ['all of it where nobody knows since when', 1000, [100, undefined], 500, 1000],
  ['no more than all of it, whatever the clocks say', 1000, [9000], 500, 1000],
])('is waited for %s', (_, waitMs, movedAt, now, expected) => {
  expect(waitLeft(waitMs, movedAt, now)).toBe(expected);
});

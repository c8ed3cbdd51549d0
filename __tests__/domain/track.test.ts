import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import semver from 'semver';
import {
  followTrack,
  isTracking,
  markOf,
  rangeProblem,
  type TrackSituation,
  trackOrder,
  versionsIn,
} from '../../src/domain/track.ts';
import { examples } from '../support/lane.ts';

const VERSIONS = ['v1.1.0', 'v1.2.0', 'v1.2.1', 'v1.3.0', 'v1.4.0-beta.1', 'v2.0.0'];

function decide(situation: Partial<TrackSituation>): string {
  const { version, waiting } = followTrack({
    range: '^1.2.0',
    versions: VERSIONS,
    current: 'v1.2.0',
    quarantined: [],
    mark: undefined,
    stopped: undefined,
    unmet: () => undefined,
    ...situation,
  });
  const waits = waiting.map((one) => one.version).join(' ');
  return `${version ?? 'stay'}${waits === '' ? '' : `, waiting: ${waits}`}`;
}

const only =
  (...allowed: readonly string[]) =>
  (version: string): string | undefined =>
    allowed.includes(version) ? undefined : 'not yet';

describe('a track', () => {
  test.each<[string, Partial<TrackSituation>, string]>([
    ['goes to the newest version of its range', {}, 'v1.3.0'],
    ['begins where nothing runs', { current: undefined }, 'v1.3.0'],
    ['stays at the newest', { current: 'v1.3.0' }, 'stay'],
    ['has nothing to choose where no version matches', { range: '^3.0.0' }, 'stay'],
    ['takes a pre-release only where the range names one', { range: '^1.4.0-beta.0' }, 'v1.4.0-beta.1'],
    ['takes no pre-release of another version', { range: '>=1.3.0-alpha <2.0.0' }, 'v1.3.0'],
    ['passes over what is quarantined', { quarantined: ['v1.3.0'] }, 'v1.2.1, waiting: v1.3.0'],
    ['passes over what does not meet the rules', { unmet: only('v1.2.1') }, 'v1.2.1, waiting: v1.3.0'],
    ['waits where nothing newer meets them', { unmet: only('v1.1.0') }, 'stay, waiting: v1.3.0 v1.2.1'],
    ['never goes down inside of its range', { current: 'v1.2.1', unmet: only('v1.2.0') }, 'stay, waiting: v1.3.0'],
    ['goes down where its range does', { range: '~1.2.0', current: 'v1.3.0' }, 'v1.2.1'],
    ['goes down from another major version', { current: 'v2.0.0' }, 'v1.3.0'],
    ['leaves what stands for no version', { current: 'sha-0123456789ab' }, 'v1.3.0'],
    ['moves nothing where it is stopped', { stopped: 'frozen' }, 'stay, waiting: v1.3.0'],
    ['goes down under no freeze', { range: '~1.2.0', current: 'v1.3.0', stopped: 'frozen' }, 'stay, waiting: v1.2.1'],
    [
      'stays after a rollback',
      { mark: { range: '^1.2.0', newest: 'v1.3.0' }, quarantined: ['v1.3.0'], current: 'v1.2.0' },
      'stay, waiting: v1.3.0',
    ],
    [
      'goes on after a rollback when its newest version is another',
      { mark: { range: '^1.2.0', newest: 'v1.2.1' }, quarantined: ['v1.2.1'] },
      'v1.3.0',
    ],
    [
      'goes on after a rollback when its range is another',
      { mark: { range: '^1.2.1', newest: 'v1.3.0' }, quarantined: ['v1.3.0'] },
      'v1.2.1, waiting: v1.3.0',
    ],
    ['takes build metadata for an order', { versions: ['v1.3.0+a', 'v1.3.0+b'] }, 'v1.3.0+b'],
    ['looks at versions alone', { versions: ['v1.3.0', '1.9.0', 'v1.9', 'latest'] }, 'v1.3.0'],
  ])('%s', (_, situation, expected) => {
    expect(decide(situation)).toBe(expected);
  });

  const versions = fc.uniqueArray(
    fc
      .record({
        numbers: fc.tuple(fc.nat(2), fc.nat(3), fc.nat(3)),
        rest: fc.constantFrom('', '', '', '-beta.1', '-rc.1'),
      })
      .map(({ numbers, rest }) => `v${numbers.join('.')}${rest}`),
    { minLength: 2, maxLength: 12 },
  );
  const range = fc.constantFrom('^1.0.0', '~1.2.0', '^0.1.0', '>=1.0.0-beta.0 <3', '*', '1.x || 2.1.x', '2.0.0-rc.1');

  test('never chooses what is quarantined, frozen or unmet, nor what is outside of its range', () => {
    const situations = fc
      .record({ versions, range, picks: fc.array(fc.tuple(fc.nat(20), fc.boolean(), fc.boolean()), { maxLength: 6 }) })
      .chain((one) =>
        fc.record({
          one: fc.constant(one),
          current: fc.option(fc.constantFrom(...(one.versions.length === 0 ? ['v9.9.9'] : one.versions)), {
            nil: undefined,
          }),
          stopped: fc.constantFrom(undefined, undefined, undefined, undefined, 'frozen'),
          isMarked: fc.constantFrom(false, false, false, false, true),
        }),
      );
    let chosen = 0;
    fc.assert(
      fc.property(situations, ({ one, current, stopped, isMarked }) => {
        const { picks } = one;
        const at = (index: number): string => one.versions[index % Math.max(1, one.versions.length)] ?? '';
        const quarantined = picks.flatMap(([index, isBad]) => (isBad ? [at(index)] : []));
        const unmet = new Set(picks.flatMap(([index, , isUnmet]) => (isUnmet ? [at(index)] : [])));
        const mark = isMarked ? markOf(one.range, one.versions) : undefined;
        const { version } = followTrack({
          range: one.range,
          versions: one.versions,
          current,
          quarantined,
          mark,
          stopped,
          unmet: (name) => (unmet.has(name) ? 'unmet' : undefined),
        });
        if (version === undefined) {
          return;
        }
        chosen += 1;
        expect(stopped).toBeUndefined();
        expect(mark).toBeUndefined();
        expect(version).not.toBe(current);
        expect(quarantined).not.toContain(version);
        expect(unmet.has(version)).toBe(false);
        expect(semver.satisfies(version, one.range)).toBe(true);
        if (current !== undefined && semver.satisfies(current, one.range)) {
          expect(semver.gt(version, current)).toBe(true);
        }
        const better = one.versions.filter(
          (other) =>
            semver.satisfies(other, one.range) &&
            semver.gt(other, version) &&
            !quarantined.includes(other) &&
            !unmet.has(other) &&
            other !== current,
        );
        expect(better).toEqual([]);
      }),
      { numRuns: examples(4000) },
    );
    expect(chosen).toBeGreaterThan(50);
  });
});

test('the versions in a range come with the newest first', () => {
  expect(versionsIn('*', VERSIONS)).toEqual(['v2.0.0', 'v1.3.0', 'v1.2.1', 'v1.2.0', 'v1.1.0']);
  expect(markOf('^1.2.0', VERSIONS)).toEqual({ range: '^1.2.0', newest: 'v1.3.0' });
  expect(markOf('^4.0.0', VERSIONS)).toEqual({ range: '^4.0.0', newest: null });
});

test.each([
  ['^1.2.0', true],
  ['*', true],
  ['1.x || >=2.5.0 <3', true],
  ['', false],
  [' ', false],
  ['newest', false],
  ['^', false],
])('%p is a range: %p', (text, isRange) => {
  expect(rangeProblem(text) === undefined).toBe(isRange);
});

test('a track comes after those of the environments that it asks', () => {
  const track = '*';
  expect(
    trackOrder({
      production: { track, requires: { environment: 'staging' }, verify: { environment: 'preview' } },
      staging: { track, requires: 'preview' },
      other: {},
      preview: { track, requires: 'production' },
      debug: { track, requires: 'nowhere' },
    }),
  ).toEqual(['preview', 'staging', 'production', 'debug']);
  expect([isTracking({ staging: { track } }), isTracking({ staging: {} }), isTracking()]).toEqual([true, false, false]);
});

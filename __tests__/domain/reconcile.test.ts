import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Component } from '../../src/domain/component.ts';
import type { ComponentTags, TagRef } from '../../src/domain/component-tags.ts';
import { environmentProblem } from '../../src/domain/environment.ts';
import { keyReader, renderKey, versionsKey } from '../../src/domain/key.ts';
import { compareStored, countsText, driftIn, type Expected, isDrift } from '../../src/domain/reconcile/drift.ts';
import { progressText } from '../../src/domain/reconcile/progress.ts';
import { mayRemove } from '../../src/domain/reconcile/removal-limit.ts';
import { type UnwantedPolicy, unwantedReader } from '../../src/domain/reconcile/unwanted.ts';
import { retainedVersions } from '../../src/domain/retention.ts';
import { isReservedType } from '../../src/domain/tag.ts';
import { compareVersions } from '../../src/domain/version.ts';

const OID = 'a'.repeat(40);
const OTHER_OID = 'b'.repeat(40);
const OWNERS = ['acme/components', 'acme/old'];

describe('what is stored under a key that something asks for', () => {
  const expected: Expected = { kind: 'content', sha: OID, version: 'v1.0.0', type: 'prompt', marks: {}, blob: OID };
  const stored = {
    'managed-by': 'tagship:acme/components',
    sha: OID,
    version: 'v1.0.0',
    type: 'prompt',
    blob: OID,
    date: '2026-05-05T12:00:00Z',
  };

  test.each<[string, Partial<Expected>, unknown, ReturnType<typeof compareStored>]>([
    ['as it should be', {}, stored, undefined],
    ['with its owner in other letters', {}, { ...stored, 'managed-by': 'tagship:Acme/Components' }, undefined],
    ['without what may be left out', {}, { ...stored, date: undefined, path: undefined }, undefined],
    ['without metadata', {}, null, 'edited'],
    ['with metadata that is none', {}, 'text', 'edited'],
    ['without an owner', {}, { ...stored, 'managed-by': undefined }, 'edited'],
    ['with an owner that is none', {}, { ...stored, 'managed-by': 7 }, 'edited'],
    ['of another repository', {}, { ...stored, 'managed-by': 'tagship:acme/website' }, 'foreign'],
    ['of the repository under its old name', {}, { ...stored, 'managed-by': 'tagship:acme/old' }, 'stale'],
    ['from another commit', {}, { ...stored, sha: OTHER_OID }, 'stale'],
    ['as another version', {}, { ...stored, version: 'v1.1.0' }, 'stale'],
    ['under a hold that is over', {}, { ...stored, hold: OID, seq: 3 }, 'stale'],
    ['without the hold', { marks: { hold: OID, seq: 3 } }, stored, 'stale'],
    ['under the hold', { marks: { hold: OID, seq: 3 } }, { ...stored, hold: OID, seq: 3 }, undefined],
    ['without what running work is to do', { marks: { 'in-flight': 'switch' } }, stored, 'stale'],
    ['with other content', {}, { ...stored, blob: OTHER_OID }, 'edited'],
    ['with content that nobody knows', { blob: undefined }, { ...stored, blob: OTHER_OID }, undefined],
    ['with no content', { blob: undefined }, { ...stored, blob: undefined }, 'edited'],
    ['with content that is none', { blob: undefined }, { ...stored, blob: 'x' }, 'edited'],
    ['as another type', {}, { ...stored, type: 'config' }, 'edited'],
  ])('%s', (_, change, metadata, finding) => {
    expect(compareStored({ ...expected, ...change } as Expected, metadata, OWNERS)).toBe(finding);
  });

  test('of a list or an index counts by its value', () => {
    const list: Expected = { kind: 'text', blob: OID };
    const own = { 'managed-by': 'tagship:acme/components', blob: OID, seq: 7, ledger: OTHER_OID };
    expect(compareStored(list, own, OWNERS)).toBeUndefined();
    expect(compareStored(list, { ...own, blob: OTHER_OID }, OWNERS)).toBe('stale');
    expect(compareStored(list, {}, OWNERS)).toBe('edited');
  });
});

test('foreign keys, holds and expired versions are no drift', () => {
  const counts = { foreign: 1, held: 2, expired: 4, missing: 8, edited: 16, stale: 32, orphan: 64 };
  expect(driftIn(counts)).toBe(120);
  expect(countsText(counts)).toBe('8 missing, 16 edited, 32 stale, 64 orphan, 1 foreign, 2 held, 4 expired');
  expect(countsText({})).toBe('');
  expect([isDrift('orphan'), isDrift('held')]).toEqual([true, false]);
});

const EXTRACTION: Component = { prefix: 'components', type: 'prompts', name: 'extraction' };

function tagsOf(component: Component, environments: readonly string[], versions: readonly string[]): ComponentTags {
  const ref = (slot: string): TagRef => ({
    name: `components/${component.type}/${component.name}/${slot}`,
    object: OID,
    commit: OID,
  });
  return {
    component,
    environments: new Map(environments.map((name) => [name, ref(name)])),
    versions: new Map(versions.map((name) => [name, ref(name)])),
    shadowed: [],
  };
}

const PREFIXED = 'components/{type}/{name}/{slot}';
const TWO_LAYOUTS = { readKey: keyReader(['{type}/{name}/{slot}', 'other/{type}/{name}/{slot}']) };

describe('a key of ours that nothing asks for', () => {
  const policy: UnwantedPolicy = {
    readKey: keyReader(['{type}/{name}@{slot}', 'components/{type}/{name}/{slot}']),
    isExcluded: ({ name }, slot) => name === 'extraction' && slot === 'v1.0',
    retention: 'all',
    tagsOf: ({ name }) =>
      name === 'extraction' ? tagsOf(EXTRACTION, ['production'], ['v1.0.0', 'v1.1.0']) : undefined,
    pinned: (name) => name === 'prompts/pinned@staging' || name === 'prompts/pinned@v1.0.0',
    isHeld: ({ name }, environment) => name === 'extraction' && environment === 'canary',
    isNeeded: (_, version) => version === 'v0.9.0',
    wasHere: () => true,
    only: undefined,
    isUnclear: ({ name }) => name === 'unclear',
  };

  test.each<[string, string, Partial<UnwantedPolicy>]>([
    ['prompts/extraction@staging', 'orphan', {}],
    ['components/prompts/extraction/staging', 'orphan', {}],
    ['prompts/extraction@canary', 'held', {}],
    ['prompts/extraction@production', 'kept', {}],
    ['prompts/gone@production', 'orphan', {}],
    ['prompts/gone@v1.0.0', 'orphan', {}],
    ['prompts/gone@latest', 'orphan', {}],
    ['prompts/gone/_versions', 'orphan', {}],
    ['prompts/extraction@v1.0.0', 'kept', {}],
    ['prompts/extraction@v1.0.0', 'expired', { retention: 1 }],
    ['prompts/extraction@v0.9.0', 'kept', { retention: 1 }],
    ['prompts/extraction@v9.9.9', 'orphan', {}],
    ['prompts/extraction@latest', 'stale', {}],
    ['prompts/extraction@latest', 'kept', { wasHere: () => false }],
    ['prompts/extraction/_versions', 'stale', {}],
    ['prompts/extraction/_versions', 'kept', { wasHere: () => false }],
    ['prompts/unclear@latest', 'kept', {}],
    ['prompts/unclear@v1.0.0', 'kept', { retention: 1 }],
    ['prompts/unclear/_versions', 'kept', {}],
    ['prompts/pinned@staging', 'kept', {}],
    ['prompts/pinned@v1.0.0', 'kept', {}],
    ['prompts/gone@staging', 'kept', { only: 'production' }],
    ['prompts/gone@production', 'orphan', { only: 'production' }],
    ['of/no/layout', 'kept', {}],
    ['rollout-percentage', 'kept', {}],
    ['component-versions', 'kept', {}],
    ['prompts/extraction@v1.0', 'kept', {}],
    // Read by both of two layouts: what a component with tags says of it counts.
    ['other/prompts/extraction/staging', 'orphan', TWO_LAYOUTS],
    ['other/prompts/extraction/production', 'kept', TWO_LAYOUTS],
    ['other/prompts/extraction/v1.0.0', 'expired', { ...TWO_LAYOUTS, retention: 1 }],
    ['other/prompts/extraction/latest', 'stale', TWO_LAYOUTS],
    ['other/prompts/extraction/canary', 'held', TWO_LAYOUTS],
    // No component has a type that is called so.
    ['components/prompts/extraction/latest', 'stale', { readKey: keyReader(['{type}/{name}/{slot}', PREFIXED]) }],
    [
      'components/prompts/extraction/v1.0.0',
      'expired',
      { readKey: keyReader(['{type}/{name}/{slot}', PREFIXED]), retention: 1 },
    ],
  ])('%s is %s', (key, verdict, change) => {
    expect(unwantedReader({ ...policy, ...change })(key)).toBe(verdict);
  });
});

describe('a key that was rendered is read back', () => {
  const segment = fc
    .stringMatching(/^[a-z][a-z0-9._@-]{0,8}$/)
    .filter((text) => !text.endsWith('.json') && !isReservedType(text));
  const component = fc.record({
    prefix: fc.constant('components' as const),
    type: segment,
    name: fc.array(segment, { minLength: 1, maxLength: 3 }).map((names) => names.join('/')),
  });
  const slot = fc.oneof(
    segment.filter((text) => environmentProblem(text) === undefined),
    fc.constantFrom('latest', 'v1.0.0', 'v2.0.0-rc.1+b', 'sha-0123456789ab'),
  );
  const layouts = [
    '{type}/{name}@{slot}',
    '{type}/{name}/{slot}',
    '{prefix}/{type}/{name}/{slot}',
    'other/{type}/{name}/{slot}',
    'x+({type})/{name}/{type}@{slot}',
    '{type}-{name}-{slot}',
    '{slot}{type}{name}',
  ];

  test('by every layout, and every reading of it is of that key', () => {
    fc.assert(
      fc.property(component, slot, fc.constantFrom(...layouts), (one, name, layout) => {
        const key = renderKey(layout, one, name);
        const found = keyReader([layout])(key);
        expect(found).toContainEqual({ component: one, slot: name });
        for (const other of found.filter((reading) => reading.slot !== '_versions')) {
          expect(renderKey(layout, other.component, other.slot)).toBe(key);
        }
      }),
    );
  });

  test.each(['{type}/{name}@{slot}', '{type}/{name}/{slot}', '{prefix}/{type}/{name}/{slot}'])(
    'in one way only by %s, whatever `@` and slashes a name has',
    (layout) => {
      fc.assert(
        fc.property(component, slot, (one, name) => {
          expect(keyReader([layout])(renderKey(layout, one, name))).toEqual([{ component: one, slot: name }]);
        }),
      );
    },
  );

  test('and so is the key of a list of versions', () => {
    fc.assert(
      fc.property(component, (one) => {
        expect(keyReader(['{type}/{name}/{slot}'])(versionsKey(one))).toEqual([{ component: one, slot: '_versions' }]);
      }),
    );
  });

  test('and where it can be made in several ways, in all of them', () => {
    const read = keyReader(['{type}-{name}-{slot}', 'a-{type}/{name}@{slot}']);
    expect(read('a-b-c-d').map(({ component: { type, name }, slot: at }) => [type, name, at])).toEqual([
      ['a', 'b', 'c-d'],
      ['a', 'b-c', 'd'],
      ['a-b', 'c', 'd'],
    ]);
    expect(read('of/no/layout')).toEqual([]);
  });
});

describe('retention', () => {
  const versions = fc.uniqueArray(
    fc
      .tuple(fc.nat(3), fc.nat(12), fc.option(fc.constantFrom('rc.1', 'beta'), { nil: undefined }))
      .map(([major, minor, pre]) => `v${major}.${minor}.0${pre === undefined ? '' : `-${pre}`}`),
    { maxLength: 12 },
  );

  test('keeps as many as there are to be, the highest, and what is pinned', () => {
    fc.assert(
      fc.property(versions, fc.integer({ min: 1, max: 6 }), fc.nat(11), (all, retention, at) => {
        const pin = all[at % Math.max(1, all.length)];
        const tags = tagsOf(EXTRACTION, [], all);
        const pinned = (name: string): boolean => name === `prompts/extraction@${pin}`;
        const kept = retainedVersions(tags, { retention, pinned });
        const others = kept.filter((version) => version !== pin);
        const dropped = all.filter((version) => !kept.includes(version));
        expect(kept.length).toBeLessThanOrEqual(Math.min(all.length, retention + 1));
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(all.length, retention));
        expect(pin === undefined || kept.includes(pin)).toBe(true);
        expect(others.every((one) => dropped.every((other) => compareVersions(one, other) > 0))).toBe(true);
      }),
    );
  });

  test('of all keeps all', () => {
    const all = ['v1.0.0', 'v2.0.0', 'v1.0.0-rc.1'];
    expect(retainedVersions(tagsOf(EXTRACTION, [], all), { retention: 'all', pinned: () => false })).toEqual(all);
  });
});

test.each([
  [0, 0, 0.1, true],
  [5, 6, 0.1, true],
  [6, 6, 0.1, false],
  [6, 59, 0.1, false],
  [6, 60, 0.1, true],
  [1001, 10_000, 0.1, false],
  [1000, 10_000, 0.1, true],
  [10_000, 10_000, 1, true],
  [1, 10_000, 0, false],
])('%i of %i keys at a limit of %f: %s', (removed, owned, limit, isAllowed) => {
  expect(mayRemove(removed, owned, limit)).toBe(isAllowed);
});

test('progress tells done, total, rate and what is left', () => {
  expect(progressText('Written', 40_000, 120_000, 20_000)).toBe('Written: 40,000 of 120,000 (33 %), 2000/s, 40 s left');
  expect(progressText('Written', 3, 4, 2_000)).toBe('Written: 3 of 4 (75 %), 1.5/s, 667 ms left');
  expect(progressText('Written', 4, 4, 2_000)).toBe('Written: 4 of 4 (100 %), 2.0/s');
  expect(progressText('Written', 0, 0, 0)).toBe('Written: 0 of 0 (100 %)');
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  countedNumber,
  type Entry,
  entryText,
  type InFlight,
  implausible,
  type KnownVersion,
  type KnownVersions,
  parseEntry,
  parseVersions,
  versionsText,
} from '../../src/domain/ledger/entry.ts';
import { holdsText, parseHolds } from '../../src/domain/ledger/holds.ts';
import {
  contentPath,
  dayLine,
  dayPath,
  entryPath,
  lastBefore,
  parseEntryPath,
  versionsPath,
} from '../../src/domain/ledger/layout.ts';
import {
  EVENTS,
  type LedgerMessage,
  ledgerMessage,
  parseLedgerMessage,
  type Recorded,
} from '../../src/domain/ledger/message.ts';
import {
  healthy,
  learned,
  moved,
  type RollbackDetails,
  type Running,
  removed,
  rolledBack,
  type Stamp,
  seeded,
  seen,
  speaksOf,
  unrecorded,
  type VersionNews,
} from '../../src/domain/ledger/transition.ts';

const STAMP: Stamp = {
  seq: 8,
  at: '2026-05-05T12:00:00Z',
  actor: 'ada',
  run: 'https://github.com/acme/components/actions/runs/1',
  reason: 'because',
  override: [],
};

/** An object's name that says what it is of. */
function oid(what: string): string {
  return Buffer.from(what).toString('hex').padEnd(40, '0').slice(0, 40);
}

function runningOf(version: string, more: Partial<Running> = {}): Running {
  return {
    version,
    commit: oid(`c ${version}`),
    tag: oid(`e ${version}`),
    blob: oid(`b ${version}`),
    path: 'prompts/extraction.md',
    ...more,
  };
}

function entryOf(version: string, more: Partial<Entry> = {}): Entry {
  return { ...moved(undefined, 'promote', runningOf(version), 'deployed', { ...STAMP, seq: 7 }), ...more };
}

function removedEntry(version: string): Entry {
  return removed(entryOf(version), { ...STAMP, seq: 7 });
}

describe('what is seen of a tag', () => {
  type Row = [string, Entry | undefined, Running | undefined, object | undefined];
  const now = (version: string, more: object = {}): object => ({
    event: 'moved',
    entry: expect.objectContaining({ seq: 8, move: 'deploy', version, status: 'deployed', ...more }),
  });
  test.each<Row>([
    ['that nobody knew', undefined, runningOf('v1.0.0'), now('v1.0.0', { previous: null })],
    ['that moved', entryOf('v1.0.0'), runningOf('v1.1.0'), now('v1.1.0', { previous: 'v1.0.0' })],
    [
      'that is another object of the same version',
      entryOf('v1.1.0', { previous: 'v1.0.0' }),
      runningOf('v1.1.0', { tag: oid('other') }),
      now('v1.1.0', { previous: 'v1.0.0', tag: oid('other') }),
    ],
    ['that stands', entryOf('v1.0.0'), runningOf('v1.0.0'), undefined],
    ['that stands and was found healthy', entryOf('v1.0.0', { status: 'healthy' }), runningOf('v1.0.0'), undefined],
    ['that stands while KV is held', entryOf('v1.0.0', { status: 'held' }), runningOf('v1.0.0'), undefined],
    [
      'that stands and KV had not acknowledged',
      entryOf('v1.0.0', { status: 'pending' }),
      runningOf('v1.0.0'),
      { event: 'acknowledged', entry: entryOf('v1.0.0', { status: 'deployed' }) },
    ],
    [
      'that moved away from what KV had not acknowledged',
      entryOf('v1.0.0', { status: 'pending' }),
      runningOf('v1.1.0'),
      now('v1.1.0', { previous: 'v1.0.0' }),
    ],
    [
      'that moved to a quarantined version',
      entryOf('v1.0.0', { quarantined: ['v1.1.0', 'v1.2.0'] }),
      runningOf('v1.1.0'),
      now('v1.1.0', { quarantined: ['v1.2.0'] }),
    ],
    [
      'that is gone',
      entryOf('v1.0.0', { healthy: ['v1.0.0'], override: ['requires'] }),
      undefined,
      {
        event: 'moved',
        entry: {
          ...entryOf('v1.0.0'),
          seq: 8,
          move: 'remove',
          version: null,
          commit: null,
          tag: null,
          blob: null,
          path: null,
          previous: 'v1.0.0',
          healthy: ['v1.0.0'],
        },
      },
    ],
    ['that nobody knew and is gone', undefined, undefined, undefined],
    ['that was gone already', removedEntry('v1.0.0'), undefined, undefined],
    ['that is gone while KV is held', entryOf('v1.0.0', { status: 'held' }), undefined, undefined],
    ['that came back', removedEntry('v1.0.0'), runningOf('v1.1.0'), now('v1.1.0', { previous: 'v1.0.0' })],
    ['that came back as it was', removedEntry('v1.0.0'), runningOf('v1.0.0'), now('v1.0.0', { previous: null })],
  ])('%s', (_, before, running, expected) => {
    expect(seen(before, running, STAMP)).toEqual(expected);
  });

  test.each<Row>([
    ['that moved', entryOf('v1.0.0'), runningOf('v1.1.0'), now('v1.1.0', { status: 'pending', previous: 'v1.0.0' })],
    ['that stands', entryOf('v1.0.0'), runningOf('v1.0.0'), undefined],
    ['that stands and was not acknowledged', entryOf('v1.0.0', { status: 'pending' }), runningOf('v1.0.0'), undefined],
    ['that is gone', entryOf('v1.0.0'), undefined, { event: 'moved', entry: removed(entryOf('v1.0.0'), STAMP) }],
  ])('%s, before anybody wrote KV for it', (_, before, running, expected) => {
    expect(unrecorded(before, running, STAMP)).toEqual(expected);
  });

  test('is seen once, whatever was there before, and nothing is ever its own predecessor', () => {
    const version = fc.constantFrom('v1.0.0', 'v1.1.0', 'v1.2.0');
    const tag = fc.option(
      fc
        .record({ version, object: fc.constantFrom('a', 'b') })
        .map(({ version: one, object }) => runningOf(one, { tag: oid(`${object} ${one}`) })),
      { nil: undefined },
    );
    fc.assert(
      fc.property(fc.array(tag, { maxLength: 8 }), (tags) => {
        let entry: Entry | undefined;
        for (const running of tags) {
          entry = seen(entry, running, STAMP)?.entry ?? entry;
          expect(seen(entry, running, STAMP)).toBeUndefined();
          expect(entry?.version ?? null).toBe(running?.version ?? null);
          if (entry !== undefined) {
            expect(entry.previous === null || entry.previous !== entry.version).toBe(true);
            expect(parseEntry(entryText(entry))).toEqual(entry);
          }
        }
      }),
    );
  });
});

describe('the entry of a move', () => {
  test('has what the move was, and goes without an override where none was needed', () => {
    expect(moved(undefined, 'promote', runningOf('v1.0.0'), 'pending', STAMP)).toEqual({
      schema: 1,
      seq: 8,
      move: 'promote',
      version: 'v1.0.0',
      commit: oid('c v1.0.0'),
      tag: oid('e v1.0.0'),
      blob: oid('b v1.0.0'),
      path: 'prompts/extraction.md',
      status: 'pending',
      previous: null,
      healthy: [],
      quarantined: [],
      at: STAMP.at,
      actor: 'ada',
      run: STAMP.run,
      reason: 'because',
    });
    const told = moved(undefined, 'promote', runningOf('v1.0.0'), 'pending', { ...STAMP, override: ['requires'] });
    expect(told.override).toEqual(['requires']);
    // The next move needed none.
    expect(moved(told, 'promote', runningOf('v1.1.0'), 'pending', STAMP)).not.toHaveProperty('override');
  });

  function leaving(left: string | undefined, inFlight?: InFlight, held = false): RollbackDetails {
    return { left, leftTag: undefined, inFlight, held };
  }

  test('of a rollback says what running work is to do, until the next move', () => {
    const back = rolledBack(entryOf('v1.1.0'), runningOf('v1.0.0'), leaving('v1.1.0', 'cancel'), STAMP);
    expect(back['in-flight']).toBe('cancel');
    expect(healthy({ ...back, status: 'deployed' }, runningOf('v1.0.0').tag)?.entry['in-flight']).toBe('cancel');
    expect(moved(back, 'promote', runningOf('v1.2.0'), 'pending', STAMP)).not.toHaveProperty('in-flight');
    expect(removed(back, STAMP)).not.toHaveProperty('in-flight');
  });

  test('of a hold stays with the tag that could not be moved, and is no move that KV follows later', () => {
    const bad = entryOf('v1.1.0');
    const held = rolledBack(
      bad,
      { ...runningOf('v1.0.0'), tag: bad.tag ?? '' },
      leaving('v1.1.0', undefined, true),
      STAMP,
    );
    expect(held).toMatchObject({ move: 'rollback', status: 'held', tag: bad.tag, quarantined: ['v1.1.0'] });
    expect(seen(held, { ...runningOf('v1.1.0'), tag: bad.tag ?? '' }, STAMP)).toBeUndefined();
  });

  test('of a rollback quarantines what it leaves, once, and never where it goes', () => {
    const before = entryOf('v1.2.0', { previous: 'v1.1.0', quarantined: ['v1.1.0'] });
    const back = rolledBack(before, runningOf('v1.1.0'), leaving('v1.2.0'), STAMP);
    expect(back).toMatchObject({ move: 'rollback', status: 'pending', previous: 'v1.2.0', quarantined: ['v1.2.0'] });
    expect(rolledBack(back, runningOf('v1.0.0'), leaving('v1.2.0'), STAMP).quarantined).toEqual(['v1.2.0']);
    expect(rolledBack(undefined, runningOf('v1.0.0'), leaving(undefined), STAMP).quarantined).toEqual([]);
    expect(rolledBack(before, runningOf('v1.2.0'), leaving('v1.2.0'), STAMP).quarantined).toEqual(['v1.1.0']);
  });

  test('of a seed is nobody’s, and its date is that of the tag, if any', () => {
    const about = { move: 'seed', actor: null, run: null, reason: null, previous: null, status: 'deployed' };
    expect(seeded(runningOf('v1.0.0'), '2026-01-01T00:00:00Z', STAMP)).toMatchObject({
      ...about,
      at: '2026-01-01T00:00:00Z',
    });
    expect(seeded(runningOf('v1.0.0'), null, STAMP)).toMatchObject({ ...about, at: null });
  });

  test('speaks of the very object only, and of none after the tag was removed', () => {
    expect(speaksOf(entryOf('v1.0.0'), oid('e v1.0.0'))).toBe(true);
    expect(speaksOf(entryOf('v1.0.0'), oid('e v1.1.0'))).toBe(false);
    expect(speaksOf(entryOf('v1.0.0'), undefined)).toBe(false);
    expect(speaksOf(removedEntry('v1.0.0'), undefined)).toBe(false);
    expect(speaksOf(undefined, oid('e v1.0.0'))).toBe(false);
  });

  test.each<[string, Entry | undefined, string[] | undefined]>([
    ['deployed', entryOf('v1.1.0', { healthy: ['v1.0.0'] }), ['v1.1.0', 'v1.0.0']],
    ['deployed, and healthy once before', entryOf('v1.1.0', { healthy: ['v1.0.0', 'v1.1.0'] }), ['v1.1.0', 'v1.0.0']],
    ['pending', entryOf('v1.1.0', { status: 'pending' }), undefined],
    ['held', entryOf('v1.1.0', { status: 'held' }), undefined],
    ['healthy already', entryOf('v1.1.0', { status: 'healthy', healthy: ['v1.1.0'] }), undefined],
    ['of another object', entryOf('v1.1.0', { tag: oid('other') }), undefined],
    ['none', undefined, undefined],
  ])('%s, when its gate ends well', (_, before, expected) => {
    const after = healthy(before, oid('e v1.1.0'));
    expect(after?.entry.healthy).toEqual(expected);
    expect(after?.entry.status).toBe(expected === undefined ? undefined : 'healthy');
  });

  test('remembers the last ten healthy versions', () => {
    const ten = Array.from({ length: 10 }, (_, i) => `v1.${9 - i}.0`);
    expect(healthy(entryOf('v2.0.0', { healthy: ten }), oid('e v2.0.0'))?.entry.healthy).toEqual([
      'v2.0.0',
      ...ten.slice(0, 9),
    ]);
  });
});

describe('what is learned of versions', () => {
  const place = (version: string): Omit<VersionNews, 'ran' | 'healthy'> => ({
    version,
    tag: oid(`t ${version}`),
    commit: oid(`c ${version}`),
    blob: null,
    path: null,
  });
  const known = (version: string, more: Partial<KnownVersion> = {}): KnownVersion => {
    const { version: _, ...rest } = place(version);
    return { ...rest, ran: [], healthy: [], ...more };
  };

  test('is each version once, with all environments it ran in', () => {
    const first = learned(
      {},
      [place('v1.0.0'), { ...place('v1.0.0'), blob: oid('b'), path: 'p', ran: 'staging' }],
      false,
    );
    expect(first).toEqual({
      versions: { 'v1.0.0': known('v1.0.0', { blob: oid('b'), path: 'p', ran: ['staging'] }) },
      registered: ['v1.0.0'],
    });
    const second = learned(first?.versions ?? {}, [{ ...place('v1.0.0'), ran: 'production' }, place('v1.1.0')], false);
    expect(second).toEqual({
      versions: {
        'v1.0.0': known('v1.0.0', { blob: oid('b'), path: 'p', ran: ['staging', 'production'] }),
        'v1.1.0': known('v1.1.0'),
      },
      registered: ['v1.1.0'],
    });
    expect(learned(second?.versions ?? {}, [{ ...place('v1.0.0'), ran: 'staging' }], false)).toBeUndefined();
    expect(learned({}, [], false)).toBeUndefined();
  });

  test('is no move of a version, unless it was accepted; then what it was is forgotten', () => {
    const before = {
      'v1.0.0': known('v1.0.0', { blob: oid('b'), path: 'p', ran: ['production'], healthy: ['staging'] }),
    };
    const news = { ...place('v1.0.0'), commit: oid('elsewhere'), tag: oid('other') };
    expect(learned(before, [news], false)).toBeUndefined();
    expect(learned(before, [news], true)).toEqual({
      versions: {
        'v1.0.0': { ...before['v1.0.0'], commit: oid('elsewhere'), tag: oid('other'), blob: null, path: null },
      },
      registered: ['v1.0.0'],
    });
  });

  test('is where a version was healthy, and what a later version of the format added stays', () => {
    const before = { 'v1.0.0': { ...known('v1.0.0'), signature: 'x' } };
    expect(learned(before, [{ ...place('v1.0.0'), healthy: 'staging' }], false)?.versions).toEqual({
      'v1.0.0': { ...known('v1.0.0', { healthy: ['staging'] }), signature: 'x' },
    });
  });
});

describe('the files of the ledger', () => {
  const anyVersion = fc.oneof(fc.constantFrom('v1.0.0', 'v1.0.0-rc.1+b.5'), fc.string({ unit: 'binary' }));
  const anyOid = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 40, maxLength: 40 });
  const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });
  const anyText = fc.string({ unit: 'binary' });

  test('hold any entry', () => {
    const anyEntry: fc.Arbitrary<Entry> = fc.record({
      schema: fc.constant(1 as const),
      seq: fc.integer({ min: 1 }),
      move: fc.constantFrom('deploy', 'promote', 'rollback', 'restore', 'seed', 'remove'),
      version: maybe(anyVersion),
      commit: maybe(anyOid),
      tag: maybe(anyOid),
      blob: maybe(anyOid),
      path: maybe(anyText),
      status: fc.constantFrom('pending', 'deployed', 'healthy', 'held'),
      previous: maybe(anyVersion),
      healthy: fc.array(anyVersion),
      quarantined: fc.array(anyVersion),
      at: maybe(fc.constantFrom('2026-05-05T12:00:00Z', '1970-01-01T00:00:00Z')),
      actor: maybe(anyText),
      run: maybe(anyText),
      reason: maybe(anyText),
    });
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const text = entryText(entry);
        expect(parseEntry(text)).toEqual(entry);
        // Reasons and names are text of others: a file is read as UTF-8 and has to come back as it was.
        expect(parseEntry(Buffer.from(text).toString())).toEqual(parseEntry(text.toWellFormed()));
      }),
    );
  });

  test('hold versions of any name', () => {
    const anyKnown = fc.record({
      tag: anyOid,
      commit: anyOid,
      blob: maybe(anyOid),
      path: maybe(anyText),
      ran: fc.array(anyText),
      healthy: fc.array(anyText),
    });
    const names = fc.oneof(anyVersion, fc.constantFrom('constructor', 'toString', 'problem', 'versions'));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, anyKnown)), (items) => {
        const versions: KnownVersions = Object.fromEntries(items);
        const parsed = parseVersions(versionsText(versions)) as KnownVersions;
        expect({ ...parsed }).toEqual(versions);
        expect(parsed.hasOwnProperty).toBeUndefined();
      }),
    );
  });

  test.each([
    ['nothing', '', /JSON|end/i],
    ['a list', '[]', /expected/i],
    ['null', 'null', /expected/i],
    ['what a newer version wrote', '{"schema": 2}', /newer version of Tagship \(schema 2\)/],
    ['what lacks its fields', '{"schema": 1}', /seq/],
    ['another format', '{"schema": 0}', /schema/],
    ['a commit by name', entryText({ ...entryOf('v1.0.0'), commit: 'HEAD' }), /commit: expected the 40 hex digits/],
    ['the number 0', entryText({ ...entryOf('v1.0.0'), seq: 0 }), /seq/],
    ['a date in words', entryText({ ...entryOf('v1.0.0'), at: 'yesterday' }), /at/],
  ])('say why %s is no entry', (_, text, words) => {
    expect(parseEntry(text)).toEqual({ problem: expect.stringMatching(words) });
  });

  test('may have more in them than this version knows', () => {
    expect(parseEntry(entryText({ ...entryOf('v1.0.0'), later: 'x' }))).toEqual({ ...entryOf('v1.0.0'), later: 'x' });
  });

  test('list what is held, and nothing else passes for it', () => {
    const holds = { 'production/components/prompts/x.json': { tag: oid('t'), version: 'v1.0.0', commit: oid('c') } };
    expect(parseHolds(holdsText(holds))).toEqual(holds);
    for (const text of ['', '[]', '{"a": 1}', '{"a": {"tag": "x"}}']) {
      expect(parseHolds(text)).toBeUndefined();
    }
  });
});

describe('the layout', () => {
  const nested = { prefix: 'components', type: 'prompts', name: 'mail/footer/head' } as const;
  const logic = { prefix: 'logic', type: 'agents', name: 'router' } as const;

  test('is the environment, then the component', () => {
    expect(entryPath('production', nested)).toBe('production/components/prompts/mail/footer/head.json');
    expect(contentPath('production', nested)).toBe('production/components/prompts/mail/footer/head~content');
    expect(versionsPath(logic)).toBe('versions/logic/agents/router.json');
  });

  test.each([
    ['production/components/prompts/mail/footer/head.json', { environment: 'production', component: nested }],
    ['staging/logic/agents/router.json', { environment: 'staging', component: logic }],
    ['versions/logic/agents/router.json', undefined],
    ['production/components/prompts/mail/footer/head~content', undefined],
    ['production/other/prompts/x.json', undefined],
    ['production/components/prompts.json', undefined],
    ['.holds.json', undefined],
    ['.at/2026-05/05', undefined],
  ])('reads %s', (path, expected) => {
    expect(parseEntryPath(path)).toEqual(expected);
  });

  test('reads back every place it writes, and none for another', () => {
    const segment = fc.string({ unit: fc.constantFrom('a', 'b', '-', '_', '.'), minLength: 1, maxLength: 5 });
    const component = fc.record({
      prefix: fc.constantFrom('components' as const, 'logic' as const),
      type: segment,
      name: fc.array(segment, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
    });
    const environment = segment.filter((one) => one !== 'versions');
    fc.assert(
      fc.property(environment, component, (where, what) => {
        expect(parseEntryPath(entryPath(where, what))).toEqual({ environment: where, component: what });
        expect(parseEntryPath(contentPath(where, what))).toBeUndefined();
        expect(parseEntryPath(versionsPath(what))).toBeUndefined();
      }),
    );
  });

  test('has a file for every day, by the clock of the world', () => {
    const at = (iso: string): string => dayPath(Date.parse(iso) / 1000);
    expect(at('2026-05-05T00:00:00Z')).toBe('.at/2026-05/05');
    expect(at('2026-05-05T23:59:59Z')).toBe('.at/2026-05/05');
    expect(at('2026-12-31T23:59:59Z')).toBe('.at/2026-12/31');
    expect(at('2027-01-01T00:00:00+02:00')).toBe('.at/2026-12/31');
  });

  test('answers which commit was the last at a time: of several in one second the last', () => {
    const day = [10, 20, 20, 30].map((time, i) => dayLine(time, oid(`${i}`))).join('');
    expect([9, 10, 19, 20, 29, 30, 99].map((time) => lastBefore(day, time))).toEqual(
      [undefined, 0, 0, 2, 2, 3, 3].map((i) => (i === undefined ? undefined : oid(`${i}`))),
    );
    expect(lastBefore('', 10)).toBeUndefined();
  });
});

describe('the message of a commit', () => {
  const component = { prefix: 'components', type: 'prompts', name: 'extraction' } as const;
  const about: Recorded = {
    event: 'moved',
    move: 'deploy',
    component,
    environment: 'production',
    version: 'v1.1.0',
    previous: 'v1.0.0',
    commit: oid('c'),
    tag: oid('t'),
    at: null,
  };
  const head: Omit<LedgerMessage, 'recorded' | 'more'> = {
    seq: 3,
    actor: 'ada',
    run: 'https://github.com/acme/components/actions/runs/1',
    reason: null,
    override: [],
    registered: [],
  };
  const subjectOf = (recorded: readonly Recorded[], registered: readonly string[] = []): string | undefined =>
    ledgerMessage({ ...head, recorded, registered }).split('\n')[0];
  const other: Recorded = { ...about, component: { ...component, name: 'other' } };

  test.each<[string, Partial<Recorded>]>([
    ['Deploy prompts/extraction v1.1.0 to production (was v1.0.0)', {}],
    ['Deploy prompts/extraction v1.1.0 to production', { previous: null }],
    ['Deploy prompts/extraction v1.1.0 to production (was v1.0.0)', { move: 'promote' }],
    ['Roll back prompts/extraction to v1.1.0 in production (was v1.0.0)', { move: 'rollback' }],
    ['Restore prompts/extraction v1.1.0 in production (was v1.0.0)', { move: 'restore' }],
    ['Remove prompts/extraction from production (was v1.0.0)', { move: 'remove', version: null }],
    ['Seed 1 component in production', { move: 'seed', previous: null }],
    ['Deployed prompts/extraction v1.1.0 to production', { event: 'acknowledged' }],
    ['Deployed prompts/extraction v1.1.0 to production', { event: 'acknowledged', move: 'rollback' }],
    ['Healthy prompts/extraction v1.1.0 in production', { event: 'healthy' }],
    ['Hold prompts/extraction v1.1.0 in production', { event: 'held' }],
  ])('begins: %s', (subject, change) => {
    expect(subjectOf([{ ...about, ...change }])).toBe(subject);
  });

  test('tells of many by their number', () => {
    expect(subjectOf([about, other])).toBe('Deploy 2 components to production');
    expect(subjectOf([about, { ...other, environment: 'staging' }])).toBe('Deploy 2 components to 2 environments');
    expect(subjectOf([about, { ...other, move: 'remove' }])).toBe('Move 2 components in production');
    expect(subjectOf([], ['prompts/extraction v1.0.0'])).toBe('Register prompts/extraction v1.0.0');
    expect(subjectOf([], ['prompts/extraction v1.0.0', 'prompts/other v2.0.0'])).toBe('Register 2 versions');
  });

  test('leaves the rest to the tree when there are thousands', () => {
    const recorded = Array.from({ length: 1500 }, (_, i) => ({ ...about, component: { ...component, name: `c${i}` } }));
    const parsed = parseLedgerMessage(ledgerMessage({ ...head, recorded }));
    expect(parsed?.recorded).toEqual(recorded.slice(0, 1000));
    expect(parsed?.more).toBe(500);
  });

  test.each(['', 'Merge branch', 'x\n\nSeq: none\n', 'x\n\nSeq: 0\n', 'x\n\nActor: ada\n', 'Seq: 1\n'])(
    '%j is none of the ledger',
    (text) => {
      expect(parseLedgerMessage(text)).toBeUndefined();
    },
  );

  test('says the same after a round trip, whatever people write into it', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            '\n',
            '\r\n',
            '\u2028',
            '\u0085',
            '\0',
            ' ',
            ': ',
            'Seq: 9',
            'Event: moved',
            'Override: quarantine',
            'Actor: x',
          ),
        )
        .map((parts) => parts.join('')),
    );
    // What Git takes as the name of a ref has no space and no control character.
    const name = fc.string({ unit: fc.constantFrom('a', '-', '.', ':', '=', '%', 'ä', '`', '$'), minLength: 1 });
    const recorded: fc.Arbitrary<Recorded> = fc.record({
      event: fc.constantFrom(...EVENTS),
      move: fc.constantFrom('deploy', 'promote', 'rollback', 'restore', 'seed', 'remove'),
      component: fc.record({
        prefix: fc.constantFrom('components' as const, 'logic' as const),
        type: name,
        name: fc.array(name, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('/')),
      }),
      environment: name,
      version: fc.option(name, { nil: null }),
      previous: fc.option(name, { nil: null }),
      commit: fc.constantFrom(null, oid('c')),
      tag: fc.constantFrom(null, oid('t')),
      at: fc.constantFrom(null, '2026-05-05T12:00:00Z'),
    });
    const override = fc.subarray(['moved-version', 'quarantine', 'requires', 'never-ran']);
    fc.assert(
      fc.property(
        fc.integer({ min: 1 }),
        fc.option(hostile, { nil: null }),
        fc.option(hostile, { nil: null }),
        override,
        fc.array(recorded, { maxLength: 3 }),
        (seq, actor, reason, overridden, moves) => {
          const given = { ...head, seq, actor, reason, override: overridden, recorded: moves };
          const text = ledgerMessage(given);
          const parsed = parseLedgerMessage(text);
          expect(parsed).toMatchObject({ seq, run: head.run, override: overridden, recorded: moves, more: 0 });
          expect(parsed?.reason ?? '').not.toMatch(/[\r\n]/);
          // Every word of it is still there.
          const words = (one: string | null): string => (one ?? '').replace(/[^\p{L}\p{N}]+/gu, '');
          expect(words(parsed?.reason ?? null)).toBe(words(reason));
          expect(words(parsed?.actor ?? null)).toBe(words(actor));
          expect(text.split('\n').filter((line) => line.startsWith('Seq: '))).toEqual([`Seq: ${seq}`]);
        },
      ),
    );
  });
});

describe('the number of a ledger commit', () => {
  const LAST = Number.MAX_SAFE_INTEGER;

  test.each<[string, readonly number[], number]>([
    ['of the first commit', [1, 0], 1],
    ['that follows', [58, 57], 58],
    ['that jumps', [1_000_000, 57, 56], 58],
    ['that goes back', [1, 57, 56], 58],
    ['behind one that jumped', [59, 1_000_000, 57, 56], 59],
    ['behind two that jumped', [60, 5, 1_000_000, 57, 56], 60],
    ['of a first commit that jumps', [1_000_000, 0], 1],
    ['that nothing can follow', [LAST, LAST - 1, 57, 56], 59],
    ['behind nothing that follows', [9, 5, 3], 5],
  ])('%s', (_, numbers, expected) => {
    expect(countedNumber(numbers)).toBe(expected);
  });
});

test.each<[string, Partial<Entry>, RegExp | undefined]>([
  ['of now', { at: '2026-05-05T12:00:00Z' }, undefined],
  ['of a clock that is a little ahead', { at: '2026-05-05T12:05:00Z' }, undefined],
  ['of a time that is still to come', { at: '2026-05-05T12:05:01Z' }, /dated 2026-05-05T12:05:01Z/],
  ['without a date', { at: null }, undefined],
  ['of the last commit', { seq: 12 }, undefined],
  ['of a commit that is still to come', { seq: 13 }, /number 13 made it, and the ledger has only 12/],
])('an entry %s', (_, more, why) => {
  const found = implausible({ ...entryOf('v1.0.0'), at: null, seq: 3, ...more }, 12, Date.UTC(2026, 4, 5, 12) / 1000);
  why === undefined ? expect(found).toBeUndefined() : expect(found).toMatch(why);
});

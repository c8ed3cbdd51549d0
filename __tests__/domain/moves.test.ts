import { describe, expect, test } from '@jest/globals';
import type { TagRef } from '../../src/domain/component-tags.ts';
import type { Entry, KnownVersion } from '../../src/domain/ledger/entry.ts';
import {
  type Check,
  type Choice,
  choosePromotion,
  chooseRestore,
  chooseRollback,
  type PlaceState,
  type PromotionRule,
  type RollbackTarget,
} from '../../src/domain/version-choice.ts';
import { TagshipError } from '../../src/errors.ts';

const COMPONENT = { prefix: 'components', type: 'prompts', name: 'extraction' } as const;
const VERSIONS = ['v1.0.0', 'v1.1.0', 'v1.2.0', 'v1.3.0'];

/** An object's name that says what it is of. */
function oid(what: string): string {
  return Buffer.from(what).toString('hex').padEnd(40, '0').slice(0, 40);
}

function versionTag(version: string): TagRef {
  return { name: `components/prompts/extraction/${version}`, object: oid(`t ${version}`), commit: oid(`c ${version}`) };
}

function known(version: string, more: Partial<KnownVersion> = {}): KnownVersion {
  const { object, commit } = versionTag(version);
  return { tag: object, commit, blob: oid(`b ${version}`), path: 'x.md', ran: ['production'], healthy: [], ...more };
}

function entryFor(version: string, more: Partial<Entry> = {}): Entry {
  return {
    schema: 1,
    seq: 7,
    move: 'promote',
    version,
    commit: oid(`c ${version}`),
    tag: oid(`e ${version}`),
    blob: null,
    path: null,
    status: 'deployed',
    previous: null,
    healthy: [],
    quarantined: [],
    at: null,
    actor: null,
    run: null,
    reason: null,
    ...more,
  };
}

/** Production runs a version, the ledger says so, and all versions are known and tagged. */
function running(version: string, entry: Partial<Entry> = {}, more: Partial<PlaceState> = {}): PlaceState {
  const remembered = more.remembered ?? Object.fromEntries(VERSIONS.map((one) => [one, known(one)]));
  return {
    component: COMPONENT,
    environment: 'production',
    ref: { name: 'components/prompts/extraction/production', object: oid(`e ${version}`), commit: oid(`c ${version}`) },
    current: version,
    entry: entryFor(version, entry),
    versions: new Map(VERSIONS.map((one) => [one, versionTag(one)])),
    remembered,
    isAnchored: () => true,
    isMoved: (one) => (remembered[one]?.commit ?? versionTag(one).commit) !== versionTag(one).commit,
    ...more,
  };
}

/** The same, moved by hand since, so that the ledger speaks of another object. */
function movedByHand(from: string, to: string, entry: Partial<Entry> = {}): PlaceState {
  const situation = running(to, {}, { entry: entryFor(from, entry) });
  return { ...situation, ref: { name: '', commit: '', ...situation.ref, object: oid('by hand') } };
}

function without(situation: PlaceState, ...versions: string[]): PlaceState {
  return { ...situation, versions: new Map([...situation.versions].filter(([name]) => !versions.includes(name))) };
}

function overrides(...checks: Check[]): ReadonlySet<Check> {
  return new Set(checks);
}

/** What became of a choice: the version and what was passed over, `nothing`, or the code of the refusal. */
function outcome(choose: () => Choice | undefined): string {
  try {
    const choice = choose();
    return choice === undefined ? 'nothing' : [choice.version, ...choice.overridden].join(' + ');
  } catch (error) {
    if (error instanceof TagshipError) {
      return error.code;
    }
    throw error;
  }
}

describe('a promotion', () => {
  const promote = (situation: PlaceState, version: string, rule?: PromotionRule, ...given: Check[]): string =>
    outcome(() => choosePromotion(situation, version, rule, overrides(...given), 'why'));
  const bare = (more: Partial<PlaceState> = {}): PlaceState =>
    running('v1.0.0', {}, { ref: undefined, current: undefined, entry: undefined, ...more });

  test.each<[string, PlaceState, string, string]>([
    ['of another version', running('v1.0.0'), 'v1.1.0', 'v1.1.0'],
    ['into an environment without a tag', bare(), 'v1.1.0', 'v1.1.0'],
    ['of what runs', running('v1.1.0'), 'v1.1.0', 'nothing'],
    ['of what runs, on another commit', running('v1.1.0', {}, { ref: versionTag('v1.0.0') }), 'v1.1.0', 'v1.1.0'],
    ['of an older version, which is no rollback', running('v1.2.0'), 'v1.0.0', 'v1.0.0'],
    ['of no version', running('v1.0.0'), 'v9.0.0', 'version-unknown'],
    ['of a quarantined version', running('v1.0.0', { quarantined: ['v1.1.0'] }), 'v1.1.0', 'version-quarantined'],
    ['of a quarantined version that runs', running('v1.1.0', { quarantined: ['v1.1.0'] }), 'v1.1.0', 'nothing'],
    ['of a version whose tag is gone', without(running('v1.0.0'), 'v1.1.0'), 'v1.1.0', 'v1.1.0'],
    [
      'of a version that moved',
      running('v1.0.0', {}, { remembered: { 'v1.1.0': known('v1.1.0', { commit: oid('elsewhere') }) } }),
      'v1.1.0',
      'version-moved',
    ],
    ['of a version the ledger never saw', running('v1.0.0', {}, { remembered: {} }), 'v1.1.0', 'v1.1.0'],
  ])('%s', (_, situation, version, expected) => {
    expect(promote(situation, version)).toBe(expected);
  });

  test.each<[string, PromotionRule, KnownVersion | undefined, string]>([
    ['deployed there before', rule(false), known('v1.1.0', { ran: ['staging'] }), 'v1.1.0'],
    ['running there now, not recorded', rule(false, 'v1.1.0'), undefined, 'v1.1.0'],
    ['deployed elsewhere only', rule(false), known('v1.1.0', { ran: ['review'] }), 'requires-unmet'],
    ['another version running there', rule(false, 'v1.0.0'), known('v1.1.0'), 'requires-unmet'],
    ['never seen', rule(false), undefined, 'requires-unmet'],
    [
      'running there at another commit',
      { ...rule(false), running: { version: 'v1.1.0', commit: oid('c') } },
      undefined,
      'requires-unmet',
    ],
    [
      'rolled back there',
      { ...rule(false, 'v1.1.0'), quarantined: ['v1.1.0'] },
      known('v1.1.0', { ran: ['staging'] }),
      'requires-unmet',
    ],
    [
      'healthy and rolled back there',
      { ...rule(true), quarantined: ['v1.1.0'] },
      known('v1.1.0', { healthy: ['staging'] }),
      'requires-unmet',
    ],
    ['healthy there', rule(true), known('v1.1.0', { healthy: ['staging'] }), 'v1.1.0'],
    ['healthy there before it had no gate', rule(false), known('v1.1.0', { healthy: ['staging'] }), 'v1.1.0'],
    ['only deployed there, with a gate', rule(true, 'v1.1.0'), known('v1.1.0', { ran: ['staging'] }), 'requires-unmet'],
    ['healthy elsewhere only', rule(true), known('v1.1.0', { healthy: ['review'] }), 'requires-unmet'],
  ])('under a rule, %s', (_, required, version, expected) => {
    const situation = running('v1.0.0', {}, { remembered: version === undefined ? {} : { 'v1.1.0': version } });
    expect(promote(situation, 'v1.1.0', required)).toBe(expected);
    expect(promote(situation, 'v1.1.0', required, 'requires')).toBe(
      expected === 'requires-unmet' ? 'v1.1.0 + requires' : 'v1.1.0',
    );
  });

  const HOUR = 3_600_000;
  test.each<[string, string | undefined, number | undefined, string]>([
    ['for long enough', 'v1.1.0', 0, 'v1.1.0'],
    ['not for long enough', 'v1.1.0', HOUR, 'requires-unmet'],
    ['since nobody knows when', 'v1.1.0', undefined, 'requires-unmet'],
    ['and is not there any more', 'v1.0.0', 0, 'requires-unmet'],
  ])('under a rule with a soak, one that ran there %s', (_, there, since, expected) => {
    const situation = running('v1.0.0', {}, { remembered: { 'v1.1.0': known('v1.1.0', { ran: ['staging'] }) } });
    const required = { ...rule(false, there), soak: { ms: 24 * HOUR, since, now: 24 * HOUR } };
    expect(promote(situation, 'v1.1.0', required)).toBe(expected);
    if (since === HOUR) {
      expect(() => choosePromotion(situation, 'v1.1.0', required, overrides(), '')).toThrow(
        /has run for 23 h of 24 h in `staging`.* Try again in 1 h, or pass over/,
      );
    }
  });

  test('passes over what was allowed and no more, and says which it needed', () => {
    const situation = running(
      'v1.0.0',
      { quarantined: ['v1.1.0'] },
      { remembered: { 'v1.1.0': known('v1.1.0', { commit: oid('elsewhere') }) } },
    );
    const all: Check[] = ['moved-version', 'quarantine', 'requires', 'never-ran'];
    expect(promote(situation, 'v1.1.0', rule(false), ...all)).toBe('v1.1.0 + moved-version + quarantine + requires');
    const codes = { 'moved-version': 'version-moved', quarantine: 'version-quarantined', requires: 'requires-unmet' };
    for (const [missing, code] of Object.entries(codes)) {
      expect(promote(situation, 'v1.1.0', rule(false), ...all.filter((one) => one !== missing))).toBe(code);
    }
  });

  test('takes the object of the version tag, and where that is gone, what the ledger remembers', () => {
    const { object, commit } = versionTag('v1.1.0');
    const here = choosePromotion(running('v1.0.0'), 'v1.1.0', undefined, overrides(), 'because');
    expect(here).toMatchObject({ tag: object, commit, fromMemory: false, why: 'because' });
    const gone = choosePromotion(without(running('v1.0.0'), 'v1.1.0'), 'v1.1.0', undefined, overrides(), 'because');
    expect(gone).toMatchObject({ tag: object, commit, fromMemory: true });
  });

  test.each([
    ['v1.1.1', /Did you mean `v1\.1\.0`/],
    ['v1.4.0', /Did you mean `v1\.3\.0`/],
    ['1.1.0', /Did you mean `v1\.1\.0`/],
  ])('of %s says what may have been meant', (version, words) => {
    expect(() => choosePromotion(running('v1.0.0'), version, undefined, overrides(), '')).toThrow(words);
  });

  test('of a version in a repository without any does not guess', () => {
    const empty = bare({ versions: new Map(), remembered: {} });
    expect(() => choosePromotion(empty, 'v1.0.0', undefined, overrides(), '')).toThrow(/Push the version tag first\.$/);
  });

  function rule(gated: boolean, there?: string): PromotionRule {
    const running = there === undefined ? undefined : { version: there, commit: versionTag(there).commit };
    return { requires: 'staging', gated, running, quarantined: [] };
  }
});

describe('what only the ledger knows', () => {
  const unsure = (entry: Partial<Entry> = {}): PlaceState => ({
    ...without(running('v1.2.0', entry), 'v1.0.0', 'v1.1.0'),
    isAnchored: (commit) => commit === versionTag('v1.0.0').commit,
  });
  const back = (entry: Partial<Entry>, ...given: Check[]): string =>
    outcome(() => chooseRollback(unsure(entry), 'last-healthy', overrides(...given)));

  test('is passed over for what a tag or the default branch confirms', () => {
    expect(back({ healthy: ['v1.1.0', 'v1.0.0'] })).toBe('v1.0.0');
    const choice = chooseRollback(unsure({ healthy: ['v1.1.0', 'v0.0.1', 'v1.0.0'] }), 'last-healthy', overrides());
    expect(choice?.passedOver).toEqual([
      { version: 'v1.1.0', why: 'unconfirmed' },
      { version: 'v0.0.1', why: 'unconfirmed' },
    ]);
    expect(back({ healthy: ['v1.1.0'], previous: 'v1.1.0' })).toBe('rollback-impossible');
    expect(back({ healthy: ['v1.1.0', 'v1.0.0'] }, 'unanchored')).toBe('v1.1.0 + unanchored');
    // What nobody knows at all cannot be accepted either.
    expect(back({ healthy: ['v0.0.1', 'v1.0.0'] }, 'unanchored')).toBe('v1.0.0');
  });

  test('is refused where it is named, unless somebody accepts it', () => {
    const named = (version: string, ...given: Check[]): string =>
      outcome(() => chooseRollback(unsure(), { version }, overrides(...given)));
    expect([named('v1.1.0'), named('v1.1.0', 'unanchored'), named('v1.0.0')]).toEqual([
      'version-unanchored',
      'v1.1.0 + unanchored',
      'v1.0.0',
    ]);
    const promoted = (version: string, ...given: Check[]): string =>
      outcome(() => choosePromotion(unsure(), version, undefined, overrides(...given), ''));
    expect([promoted('v1.1.0'), promoted('v1.1.0', 'unanchored')]).toEqual([
      'version-unanchored',
      'v1.1.0 + unanchored',
    ]);
    const { object: tag, commit } = versionTag('v1.1.0');
    const restored = (...given: Check[]): string =>
      outcome(() => chooseRestore(unsure(), { version: 'v1.1.0', commit, tag }, overrides(...given)));
    expect([restored(), restored('unanchored')]).toEqual(['version-unanchored', 'v1.1.0 + unanchored']);
  });

  test('stays where the tag of the environment stands on it', () => {
    const there = { ...without(running('v1.1.0'), 'v1.1.0'), isAnchored: () => false };
    expect(outcome(() => choosePromotion(there, 'v1.1.0', undefined, overrides(), ''))).toBe('nothing');
  });
});

describe('a rollback', () => {
  const rollback = (situation: PlaceState, target: RollbackTarget = 'last-healthy', ...given: Check[]): string =>
    outcome(() => chooseRollback(situation, target, overrides(...given)));

  test.each<[string, PlaceState, string, string]>([
    ['to the last healthy version', running('v1.2.0', { healthy: ['v1.0.0'], previous: 'v1.1.0' }), 'v1.0.0', 'v1.1.0'],
    [
      'to the one before the current, if that is healthy',
      running('v1.2.0', { healthy: ['v1.2.0', 'v1.1.0', 'v1.0.0'], previous: 'v1.0.0' }),
      'v1.1.0',
      'v1.0.0',
    ],
    ['to the version before, while none is healthy', running('v1.1.0', { previous: 'v1.0.0' }), 'v1.0.0', 'v1.0.0'],
    [
      'past quarantined ones',
      running('v1.3.0', { healthy: ['v1.2.0', 'v1.0.0'], previous: 'v1.2.0', quarantined: ['v1.2.0'] }),
      'v1.0.0',
      'rollback-impossible',
    ],
    [
      'to the version before when every healthy one is quarantined',
      running('v1.3.0', { healthy: ['v1.2.0'], previous: 'v1.1.0', quarantined: ['v1.2.0'] }),
      'v1.1.0',
      'v1.1.0',
    ],
    ['with nothing before', running('v1.0.0'), 'rollback-impossible', 'rollback-impossible'],
    [
      'with nothing but quarantined ones before',
      running('v1.1.0', { previous: 'v1.0.0', quarantined: ['v1.0.0'] }),
      'rollback-impossible',
      'rollback-impossible',
    ],
    ['after a rollback', running('v1.0.0', { move: 'rollback', previous: 'v1.1.0' }), 'nothing', 'nothing'],
    ['after a restore', running('v1.0.0', { move: 'restore', previous: 'v1.1.0' }), 'v1.1.0', 'v1.1.0'],
    ['of a seeded tag', running('v1.0.0', { move: 'seed' }), 'rollback-impossible', 'rollback-impossible'],
    [
      'of a move by hand that no run recorded',
      movedByHand('v1.0.0', 'v1.1.0', { previous: 'v1.2.0' }),
      'v1.0.0',
      'v1.0.0',
    ],
    [
      'of a move by hand after a rollback',
      movedByHand('v1.0.0', 'v1.2.0', { move: 'rollback', previous: 'v1.1.0', quarantined: ['v1.1.0'] }),
      'v1.0.0',
      'v1.0.0',
    ],
    [
      'of a tag moved by hand to the version it had',
      movedByHand('v1.1.0', 'v1.1.0', { previous: 'v1.0.0' }),
      'v1.0.0',
      'v1.0.0',
    ],
    [
      'of a tag that came back after it was removed',
      {
        ...running('v1.1.0'),
        entry: entryFor('v1.0.0', { move: 'remove', version: null, commit: null, tag: null, previous: 'v1.0.0' }),
      },
      'v1.0.0',
      'v1.0.0',
    ],
    [
      'of a tag without a ledger',
      running('v1.0.0', {}, { entry: undefined }),
      'rollback-impossible',
      'rollback-impossible',
    ],
    ['where there is no tag', { ...running('v1.0.0'), ref: undefined, entry: undefined }, 'tag-missing', 'tag-missing'],
    [
      'where the tag was removed',
      { ...running('v1.0.0', { move: 'remove' }), ref: undefined, current: undefined },
      'tag-missing',
      'tag-missing',
    ],
  ])('%s', (_, situation, lastHealthy, previous) => {
    expect(rollback(situation, 'last-healthy')).toBe(lastHealthy);
    expect(rollback(situation, 'previous')).toBe(previous);
  });

  test.each<[string, PlaceState, Check | undefined, string]>([
    ['v1.0.0', running('v1.2.0'), undefined, 'v1.0.0'],
    ['v1.2.0', running('v1.2.0'), 'never-ran', 'version-current'],
    ['v9.0.0', running('v1.2.0'), 'never-ran', 'version-unknown'],
    ['v1.1.0', running('v1.2.0', { quarantined: ['v1.1.0'] }), 'quarantine', 'version-quarantined'],
    ['v1.1.0', running('v1.2.0', {}, { remembered: {} }), 'never-ran', 'version-never-ran'],
    ['v1.1.0', running('v1.2.0', {}, elsewhere({ ran: ['staging'] })), 'never-ran', 'version-never-ran'],
    ['v1.1.0', running('v1.2.0', { previous: 'v1.1.0' }, { remembered: {} }), undefined, 'v1.1.0'],
    ['v1.1.0', running('v1.2.0', { healthy: ['v1.1.0'] }, { remembered: {} }), undefined, 'v1.1.0'],
    ['v1.1.0', running('v1.2.0', {}, elsewhere({ commit: oid('elsewhere') })), 'moved-version', 'version-moved'],
    ['v1.1.0', without(running('v1.2.0'), 'v1.1.0'), undefined, 'v1.1.0'],
    ['v1.1.0', running('v1.0.0', { move: 'rollback', previous: 'v1.2.0' }), undefined, 'v1.1.0'],
  ])('to %s by name', (version, situation, check, expected) => {
    expect(rollback(situation, { version })).toBe(expected);
    const passable = ['quarantine', 'never-ran', 'moved-version'].some((one) => one === check);
    if (check !== undefined && passable && !['version-current', 'version-unknown'].includes(expected)) {
      expect(rollback(situation, { version }, check)).toBe(`${version} + ${check}`);
    } else if (check !== undefined) {
      expect(rollback(situation, { version }, check)).toBe(expected);
    }
  });

  test('passes over a version whose tag is not where the ledger has it, and says so', () => {
    const moved = elsewhere({ commit: oid('elsewhere') });
    const situation = running('v1.2.0', { healthy: ['v1.1.0', 'v1.0.0'], previous: 'v1.1.0' }, moved);
    const choice = chooseRollback(situation, 'last-healthy', overrides());
    expect(choice).toMatchObject({ version: 'v1.0.0', passedOver: [{ version: 'v1.1.0', why: 'moved' }] });
    expect(rollback(situation, 'last-healthy', 'moved-version')).toBe('v1.1.0 + moved-version');
    expect(rollback(situation, 'previous')).toBe('rollback-impossible');
    expect(() => chooseRollback(situation, 'previous', overrides())).toThrow(
      /The tag of v1\.1\.0 is not where the ledger has it.*`override: moved-version`/,
    );
    expect(rollback(situation, { version: 'v1.1.0' })).toBe('version-moved');
  });

  test('says why it chose, and what it could not', () => {
    const why = (situation: PlaceState, target: RollbackTarget): string | undefined =>
      chooseRollback(situation, target, overrides())?.why;
    expect(why(running('v1.2.0', { healthy: ['v1.0.0'] }), 'last-healthy')).toBe('the last healthy version');
    expect(why(running('v1.2.0', { previous: 'v1.0.0' }), 'last-healthy')).toBe('the version before');
    expect(why(running('v1.2.0'), { version: 'v1.0.0' })).toBe('the version that was named');
    const none = running('v1.2.0', { previous: 'v1.1.0', healthy: ['v1.2.0'], quarantined: ['v1.1.0'] });
    expect(() => chooseRollback(none, 'last-healthy', overrides())).toThrow(
      /v1\.2\.0, v1\.1\.0 are current or quarantined/,
    );
  });

  test('names the versions there are and the command for the likeliest, where there is none to go back to', () => {
    const remedyOf = (situation: PlaceState, target: RollbackTarget = 'last-healthy'): string => {
      try {
        chooseRollback(situation, target, overrides());
      } catch (error) {
        return error instanceof TagshipError ? error.remedy : String(error);
      }
      return '';
    };
    const command = (version: string, more = ''): string =>
      `\`gh workflow run rollback.yml --raw-field component=prompts/extraction --raw-field environment=production --raw-field version=${version}${more}\`.`;
    const unseen = " --raw-field override=never-ran --raw-field 'reason=it ran before the ledger began'";
    const adopted = running('v1.1.0', { move: 'seed' }, { remembered: {} });
    expect(remedyOf(adopted)).toContain(': v1.3.0, v1.2.0, v1.0.0. For example: ');
    expect(remedyOf(adopted)).toContain(command('v1.0.0', unseen));
    expect(remedyOf(adopted, { version: 'v1.0.0' })).toContain(command('v1.0.0', unseen));
    expect(remedyOf(running('v1.1.0'))).toContain(command('v1.0.0'));
    expect(remedyOf(running('v1.0.0', {}, { remembered: {} }))).toContain(command('v1.3.0', unseen));
    const left = { quarantined: ['v1.3.0', 'v1.2.0', 'v1.0.0'] };
    expect(remedyOf(running('v1.1.0', left))).toMatch(/no other version.*`promote`/);
  });

  function elsewhere(more: Partial<KnownVersion>): Partial<PlaceState> {
    return { remembered: { 'v1.1.0': known('v1.1.0', more) } };
  }
});

describe('a restore', () => {
  const past = (version: string, commit = oid(`c ${version}`)) => ({ version, commit, tag: oid(`t ${version}`) });

  test.each<[string, PlaceState, ReturnType<typeof past>, string]>([
    ['of what runs', running('v1.0.0'), past('v1.0.0'), 'nothing'],
    ['of another version', running('v1.1.0'), past('v1.0.0'), 'v1.0.0'],
    ['of the version that runs, from elsewhere', running('v1.0.0'), past('v1.0.0', oid('then')), 'v1.0.0'],
    [
      'into an environment without a tag',
      { ...running('v1.0.0'), ref: undefined, current: undefined },
      past('v1.0.0'),
      'v1.0.0',
    ],
    ['of a quarantined version', running('v1.1.0', { quarantined: ['v1.0.0'] }), past('v1.0.0'), 'version-quarantined'],
  ])('%s', (_, situation, then, expected) => {
    expect(outcome(() => chooseRestore(situation, then, overrides()))).toBe(expected);
    expect(outcome(() => chooseRestore(situation, then, overrides('quarantine')))).toBe(
      expected === 'version-quarantined' ? 'v1.0.0 + quarantine' : expected,
    );
  });

  test('takes what ran then, not what its version tag says now', () => {
    const { object, commit } = versionTag('v1.0.0');
    expect(chooseRestore(running('v1.1.0'), past('v1.0.0'), overrides())).toMatchObject({
      tag: object,
      commit,
      fromMemory: false,
    });
    expect(chooseRestore(running('v1.1.0'), past('v1.0.0', oid('then')), overrides())).toMatchObject({
      tag: oid('t v1.0.0'),
      commit: oid('then'),
      fromMemory: true,
    });
    expect(chooseRestore(without(running('v1.1.0'), 'v1.0.0'), past('v1.0.0'), overrides())).toMatchObject({
      commit,
      fromMemory: true,
    });
  });
});

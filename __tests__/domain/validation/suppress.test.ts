import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Suppression } from '../../../src/domain/references/reference.ts';
import { FINDING_CODES, type Finding, type FindingCode } from '../../../src/domain/validation/finding.ts';
import { compareFindings, findingTable, hasErrors, inOrder } from '../../../src/domain/validation/order.ts';
import { DEFAULT_SEVERITIES, finding, withSeverities } from '../../../src/domain/validation/severity.ts';
import { applySuppressions, type IgnoreRule, type Suppressions } from '../../../src/domain/validation/suppress.ts';
import { rangeAt } from './world.ts';

const CONFIG = '.github/tagship.yml';

function found(code: FindingCode, file = 'a.yaml', line = 1): Finding {
  return finding(code, { file, range: rangeAt(line, 5, 3), message: `${code}.` });
}

function comment(line: number, ...codes: string[]): Suppression {
  return { codes, line, range: rangeAt(line, 30, 20) };
}

function suppress(
  findings: readonly Finding[],
  given: { comments?: Record<string, Suppression[]>; rules?: readonly IgnoreRule[] } & Partial<Suppressions>,
): { readonly shown: Finding[]; readonly hidden: Finding[] } {
  const { comments = {}, ...rest } = given;
  const inPlace = new Map(Object.entries(comments));
  return applySuppressions(findings, { inPlace, rules: [], configPath: CONFIG, complete: true, ...rest });
}

const short = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, file, range }) => `${file}:${range?.start.line ?? ''} ${code}`);

describe('a suppression in place', () => {
  test('hides its code on its line', () => {
    const { shown, hidden } = suppress([found('unknown-version', 'a.yaml', 3)], {
      comments: { 'a.yaml': [comment(3, 'unknown-version')] },
    });
    expect(short(shown)).toEqual([]);
    expect(short(hidden)).toEqual(['a.yaml:3 unknown-version']);
  });

  test.each([
    ['another code', comment(3, 'missing-file'), 'There is no `missing-file` on line 3.'],
    ['another line', comment(4, 'unknown-version'), 'There is no `unknown-version` on line 4.'],
    [
      'an unknown code',
      comment(3, 'unknown-verson'),
      '`unknown-verson` is no code of a finding; the nearest is `unknown-version`.',
    ],
    ['a code like none', comment(3, 'zzz'), '`zzz` is no code of a finding.'],
    ['no code', comment(3), 'The suppression names no code, so it hides nothing.'],
  ])('of %s hides nothing and is unused', (_, one, message) => {
    const { shown, hidden } = suppress([found('unknown-version', 'a.yaml', 3)], { comments: { 'a.yaml': [one] } });
    expect(hidden).toEqual([]);
    expect(shown).toMatchObject([
      { code: 'unknown-version' },
      { code: 'unused-suppression', severity: 'warning', file: 'a.yaml', range: one.range, message },
    ]);
  });

  test('of another file hides nothing', () => {
    const { shown } = suppress([found('cycle')], { comments: { 'b.yaml': [comment(1, 'cycle')] } });
    expect(short(shown)).toEqual(['a.yaml:1 cycle', 'b.yaml:1 unused-suppression']);
  });

  test('of several codes is unused only in those that hid nothing', () => {
    const { shown } = suppress([found('cycle')], {
      comments: { 'a.yaml': [comment(1, 'cycle', 'missing-key', 'missing-file')] },
    });
    expect(shown.map(({ subject }) => subject)).toEqual(['missing-key', 'missing-file']);
  });

  test('of something that was not looked for may be of use', () => {
    const comments = { 'a.yaml': [comment(1, 'missing-key')] };
    expect(suppress([], { comments, notSought: new Set(['missing-key']) }).shown).toEqual([]);
    expect(suppress([], { comments }).shown).toHaveLength(1);
  });

  test('hides nothing that is about the whole file', () => {
    const whole: Finding = { ...found('version-moved'), range: undefined };
    expect(suppress([whole], { comments: { 'a.yaml': [comment(1, 'version-moved')] } }).hidden).toEqual([]);
  });
});

describe('a rule of the configuration', () => {
  test.each([
    ['fixtures/**', true],
    ['**/*.yaml', true],
    ['fixtures/deep/a.yaml', true],
    ['fixtures/*', false],
    ['*.yaml', false],
    ['docs/**', false],
  ])('%s hides fixtures/deep/a.yaml: %s', (files, hides) => {
    const { hidden } = suppress([found('cycle', 'fixtures/deep/a.yaml')], { rules: [{ files }] });
    expect(hidden).toHaveLength(hides ? 1 : 0);
  });

  test('of a code hides only that', () => {
    const { shown } = suppress([found('cycle'), found('missing-file')], { rules: [{ files: '**', codes: ['cycle'] }] });
    expect(short(shown)).toEqual(['a.yaml:1 missing-file']);
  });

  test('names a file with brackets as it is, and one that starts with a dot', () => {
    const rules = [{ files: 'app/[id]/page.ts' }, { files: '**/components.json' }];
    const { shown } = suppress([found('cycle', 'app/[id]/page.ts'), found('registry-type', '.edgit/components.json')], {
      rules,
    });
    expect(shown).toEqual([]);
  });

  test('that hides nothing is told at its place in the configuration, where everything was looked at', () => {
    const range = rangeAt(7, 3, 10);
    const rules = [
      { files: 'old/**', range },
      { files: 'a.yaml', codes: ['cycle', 'missing-key'], range },
    ];
    expect(suppress([found('cycle')], { rules }).shown).toMatchObject([
      { code: 'unused-suppression', file: CONFIG, range, message: 'The rule hides nothing in the files `old/**`.' },
      { code: 'unused-suppression', file: CONFIG, range, message: 'There is no `missing-key` in the files `a.yaml`.' },
    ]);
    expect(suppress([found('cycle')], { rules, complete: false }).shown).toEqual([]);
    const unknown = [{ files: 'a.yaml', codes: ['cicle'] }];
    expect(suppress([], { rules: unknown, complete: false }).shown).toMatchObject([
      { message: '`cicle` is no code of a finding; the nearest is `cycle`.' },
    ]);
  });

  test('hides unused suppressions as well', () => {
    const { shown, hidden } = suppress([], {
      comments: { 'a.yaml': [comment(1, 'cycle')] },
      rules: [{ files: '**', codes: ['unused-suppression'] }],
    });
    expect([shown, short(hidden)]).toEqual([[], ['a.yaml:1 unused-suppression']]);
  });

  test('and a comment that hide the same are both of use', () => {
    const { shown } = suppress([found('cycle')], {
      comments: { 'a.yaml': [comment(1, 'cycle')] },
      rules: [{ files: 'a.yaml' }],
    });
    expect(shown).toEqual([]);
  });
});

const anyFinding = fc
  .record({
    code: fc.constantFrom(...FINDING_CODES.filter((code) => code !== 'unused-suppression')),
    severity: fc.constantFrom('error', 'warning', 'notice'),
    file: fc.constantFrom('a.yaml', 'b.yaml', 'c/d.ts'),
    line: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    message: fc.constantFrom('One.', 'Two.'),
  })
  .map(({ line, ...rest }): Finding => {
    const range = line === undefined ? undefined : rangeAt(line, 1, 2);
    return { ...rest, range, suggestion: undefined, command: undefined };
  });

describe('whatever is suppressed', () => {
  const comments = fc.dictionary(
    fc.constantFrom('a.yaml', 'b.yaml'),
    fc.array(
      fc
        .tuple(fc.integer({ min: 1, max: 3 }), fc.uniqueArray(fc.constantFrom(...FINDING_CODES, 'nothing')))
        .map(([line, codes]) => comment(line, ...codes)),
      { maxLength: 3 },
    ),
  );
  const rules = fc.array(
    fc.record({
      files: fc.constantFrom('*.yaml', '**', 'c/**', 'a.yaml'),
      codes: fc.option(fc.uniqueArray(fc.constantFrom(...FINDING_CODES)), { nil: undefined }),
    }),
    { maxLength: 3 },
  );

  test('nothing is lost, nothing comes twice, and taking every unused suppression away hides no less', () => {
    fc.assert(
      fc.property(fc.array(anyFinding), comments, rules, (findings, inPlace, ignore) => {
        const { shown, hidden } = suppress(findings, { comments: inPlace, rules: ignore });
        const given = [...shown, ...hidden].filter(({ code }) => code !== 'unused-suppression');
        expect(given.sort(compareFindings)).toEqual([...findings].sort(compareFindings));
        const unused = new Set(
          shown.map(({ file, range, subject }) => `${file}:${range?.start.line ?? ''} ${subject ?? ''}`),
        );
        const fewer = Object.fromEntries(
          Object.entries(inPlace).map(([file, all]) => [
            file,
            all.map((one) => ({
              ...one,
              codes: one.codes.filter((code) => !unused.has(`${file}:${one.line} ${code}`)),
            })),
          ]),
        );
        const again = suppress(findings, { comments: fewer, rules: ignore });
        const plain = (all: readonly Finding[]): Finding[] => all.filter(({ code }) => code !== 'unused-suppression');
        expect(plain(again.hidden).length).toBe(plain(hidden).length);
      }),
    );
  });

  test('a finding is hidden exactly when a comment or a rule says so', () => {
    fc.assert(
      fc.property(fc.array(anyFinding), comments, rules, (findings, inPlace, ignore) => {
        const { hidden } = suppress(findings, { comments: inPlace, rules: ignore });
        const globs: Record<string, RegExp> = {
          '*.yaml': /^[^/]+\.yaml$/,
          '**': /^/,
          'c/**': /^c\//,
          'a.yaml': /^a\.yaml$/,
        };
        const naive = findings.filter(
          ({ file, code, range }) =>
            (inPlace[file] ?? []).some(({ line, codes }) => line === range?.start.line && codes.includes(code)) ||
            ignore.some(({ files, codes }) => globs[files]?.test(file) === true && (codes?.includes(code) ?? true)),
        );
        expect(hidden.filter(({ code }) => code !== 'unused-suppression')).toEqual(naive);
      }),
    );
  });
});

describe('severities', () => {
  test('are what the configuration says, and what it switches off is gone', () => {
    const findings = FINDING_CODES.map((code) => found(code));
    const changed = withSeverities(findings, { cycle: 'notice', 'missing-key': 'off', 'unused-suppression': 'error' });
    expect(changed).toHaveLength(findings.length - 1);
    for (const { code, severity } of changed) {
      const expected = code === 'cycle' ? 'notice' : code === 'unused-suppression' ? 'error' : DEFAULT_SEVERITIES[code];
      expect(severity).toBe(expected);
    }
    expect(withSeverities(findings, {})).toEqual(findings);
  });

  test('only errors fail the run', () => {
    expect(hasErrors([found('cycle')])).toBe(true);
    expect(hasErrors(withSeverities([found('cycle')], { cycle: 'warning' }))).toBe(false);
    expect(hasErrors([])).toBe(false);
  });
});

describe('the order of findings', () => {
  test('is the worst first, then by file, line, column and code', () => {
    const findings = [
      found('unused-suppression', 'a.yaml', 1),
      found('cycle', 'b.yaml', 1),
      found('unknown-version', 'a.yaml', 10),
      found('missing-file', 'a.yaml', 10),
      found('cycle', 'a.yaml', 2),
      { ...found('version-moved', 'a.yaml'), range: undefined },
      { ...found('cycle', 'a.yaml', 1), severity: 'notice' as const },
    ];
    expect(short(inOrder(findings))).toEqual([
      'a.yaml: version-moved',
      'a.yaml:2 cycle',
      'a.yaml:10 missing-file',
      'a.yaml:10 unknown-version',
      'b.yaml:1 cycle',
      'a.yaml:1 unused-suppression',
      'a.yaml:1 cycle',
    ]);
  });

  test('is the same for every listing', () => {
    fc.assert(
      fc.property(fc.array(anyFinding), fc.func(fc.integer()), (findings, key) => {
        const shuffled = findings
          .map((one, index) => [key(index), one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(inOrder(shuffled)).toEqual(inOrder(findings));
        const severities = inOrder(findings).map(({ severity }) => ['error', 'warning', 'notice'].indexOf(severity));
        expect(severities).toEqual([...severities].sort());
      }),
    );
  });
});

describe('the table of findings', () => {
  test('has the worst, and counts them all', () => {
    const findings = [
      found('unused-suppression'),
      found('cycle', 'b.yaml'),
      found('cycle', 'a.yaml'),
      found('missing-key'),
    ];
    const table = findingTable(findings, 3);
    expect(table.counts).toEqual({ error: 2, warning: 2, notice: 0 });
    expect(table.codes).toEqual([
      { code: 'cycle', count: 2 },
      { code: 'missing-key', count: 1 },
      { code: 'unused-suppression', count: 1 },
    ]);
    expect(short(table.rows)).toEqual(['a.yaml:1 cycle', 'b.yaml:1 cycle', 'a.yaml:1 missing-key']);
    expect(table.left).toBe(1);
  });

  test('adds up', () => {
    fc.assert(
      fc.property(fc.array(anyFinding), fc.nat(5), (findings, limit) => {
        const { counts, codes, rows, left } = findingTable(findings, limit);
        expect(counts.error + counts.warning + counts.notice).toBe(findings.length);
        expect(codes.reduce((sum, { count }) => sum + count, 0)).toBe(findings.length);
        expect(rows.length + left).toBe(findings.length);
        expect(rows).toEqual(inOrder(findings).slice(0, limit));
      }),
    );
  });
});

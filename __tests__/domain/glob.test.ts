import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { configRules } from '../../src/domain/config.ts';
import { parseConfig } from '../../src/domain/config-file.ts';
import { spellings, templatePattern } from '../../src/domain/content-paths.ts';
import { globMatcher } from '../../src/domain/glob.ts';
import { environmentMatcher } from '../../src/domain/latest.ts';
import { parseNamespaceInput, ruleFor } from '../../src/domain/namespace.ts';
import { tagRules } from '../../src/domain/tag-rules.ts';

/** What takes longer hangs, in milliseconds; the machines of tests are slow. */
const MAX_MS = 2_000;

const name = fc
  .array(
    fc
      .string({ unit: fc.constantFrom('a', 'b', '.', '-'), minLength: 1, maxLength: 3 })
      .filter((one) => !/^\.{1,2}$/.test(one)),
    { minLength: 1, maxLength: 4 },
  )
  .map((segments) => segments.join('/'));
const segment = fc
  .array(fc.constantFrom('a', 'b', '.', '-', '*', '*', '?', '[ab]', '[^a]', '[a-b]', '{a,b}', '{a,*b,-}'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join('').replace(/\*+/g, '*'))
  .filter((text) => !/^\.{1,2}$/.test(text));
const glob = fc
  .array(fc.oneof({ weight: 3, arbitrary: segment }, { weight: 1, arbitrary: fc.constant('**') }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((segments) => segments.filter((one, i) => one !== '**' || segments[i + 1] !== '**').join('/'));

test('a glob stands for what it stands for elsewhere', () => {
  fc.assert(
    fc.property(glob, name, fc.boolean(), (text, path, isOther) => {
      const whole = isOther ? `!${text}` : text;
      expect([whole, path, globMatcher(whole)(path)]).toEqual([whole, path, picomatch(whole, { dot: true })(path)]);
    }),
    { numRuns: 1_000 },
  );
});

test('a path template stands for what its regular expression does', () => {
  const stars = fc.array(fc.constantFrom('a', '.', '*', '{ext}', '-'), { maxLength: 3 }).map((parts) => parts.join(''));
  const folders = fc.array(
    fc.oneof(
      stars.filter((one) => one !== '' && !one.includes('{')),
      fc.constant('**'),
    ),
    { maxLength: 3 },
  );
  fc.assert(
    fc.property(folders, stars, stars, name, (some, before, after, path) => {
      const template = [...some, `${before}*{name}${after}`].join('/');
      const component = { prefix: 'components', type: 'others', name: 'a/b' } as const;
      const [step] = spellings(component, [template])[0]?.steps ?? [];
      const expression = templatePattern(template, (part) => (part === 'ext' ? '[^./]+' : 'a/b'));
      expect([template, path, step?.matches(path)]).toEqual([template, path, expression.test(path)]);
    }),
    { numRuns: 1_000 },
  );
});

test.each(['\\*', 'a\\{b,c}', '[a', 'a{b', '{a}', 'a}b,{', '{{a,b},c}', '', '!', '/', 'a//b'])('%j is read', (odd) => {
  expect(typeof globMatcher(odd)('a/b')).toBe('boolean');
  expect(globMatcher(odd)(odd)).toBe(true);
});

/** Globs for which a regular expression takes for ever, and names that nearly are what they stand for. */
const STARS = `${'*a'.repeat(200)}*b`;
const ENDLESS: readonly (readonly [string, string])[] = [
  [STARS, 'a'.repeat(250)],
  [`${'**/a/'.repeat(100)}b`, 'a/'.repeat(120)],
  [`${'{a,aa}'.repeat(100)}b`, 'a'.repeat(250)],
  [`${'{a,{b,'.repeat(150)}`, '{a,{b,'.repeat(40)],
  ['+(a|aa)+(a|aa)+(a|aa)b', 'a'.repeat(250)],
  [`${'[a-z]*'.repeat(150)}0`, 'a'.repeat(250)],
];

const CONSUMERS: readonly (readonly [string, (glob: string, name: string) => unknown])[] = [
  ['`components`, `pins`, `files`', (text, path) => globMatcher(text)(path)],
  ['`live`', (text, path) => environmentMatcher([text, `!${text}`])(path)],
  [
    '`namespaces`',
    (text, path) => {
      const namespaces = { [text]: { title: 'previews' } };
      return ruleFor(configRules(parseConfig(JSON.stringify({ namespaces }), 'tagship.yml')), path);
    },
  ],
  [
    '`kv-namespace`',
    (text, path) => {
      const rules = parseNamespaceInput(`"${text}": previews`);
      return 'problem' in rules ? rules : ruleFor(rules, path);
    },
  ],
  ['`ignore`', (text, path) => tagRules({ ignore: [text], environments: {} }).ignores(`components/${path}`)],
  [
    '`paths`',
    (text, path) => {
      const component = { prefix: 'components', type: 'prompts', name: 'x' } as const;
      return spellings(component, [`${text}/{name}.{ext}`])[0]?.steps[0]?.matches(`${path}/x.md`);
    },
  ],
];

test.each(CONSUMERS)('a glob that backtracks does not hang in %s', (_, use) => {
  for (const [text, path] of ENDLESS) {
    const started = performance.now();
    use(text, path);
    expect(performance.now() - started).toBeLessThan(MAX_MS);
  }
});

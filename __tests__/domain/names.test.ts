import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { pluralType, singularType, withoutGeneratedSuffix } from '../../src/domain/component.ts';
import { groupTags } from '../../src/domain/component-tags.ts';
import { parseConfig } from '../../src/domain/config-file.ts';
import { pathTemplateProblem } from '../../src/domain/content-paths.ts';
import { layoutProblem, renderKey } from '../../src/domain/key.ts';
import { byteLength } from '../../src/domain/limits.ts';
import { type ContentMetadata, fitMetadata } from '../../src/domain/metadata.ts';
import { parseNamespaceInput, ruleFor } from '../../src/domain/namespace.ts';
import { didYouMean, nearest, nearestOf } from '../../src/domain/nearest.ts';
import { ownership } from '../../src/domain/ownership.ts';
import { parseTag } from '../../src/domain/tag.ts';
import { type Exclusion, exclusionError, exclusionOf, tagRules } from '../../src/domain/tag-rules.ts';
import {
  compareVersions,
  highestVersion,
  isStable,
  isVersion,
  meantVersion,
  unversionedName,
} from '../../src/domain/version.ts';

describe('versions', () => {
  test.each([
    ['v1.0.0', true],
    ['v0.0.0', true],
    ['v1.0.0-rc.1', true],
    ['v1.0.0-0.3.7', true],
    ['v1.0.0+build.5', true],
    ['v1.0.0-rc.1+build.5', true],
    ['v999.999.999', true],
    ['1.0.0', false],
    ['v1.0', false],
    ['v1', false],
    ['vv1.0.0', false],
    ['V1.0.0', false],
    ['v01.0.0', false],
    ['v1.0.0-', false],
    ['v1.0.0-01', false],
    ['v1.0.0.0', false],
    ['v 1.0.0', false],
    ['v1.0.0 ', false],
    ['production', false],
    ['', false],
  ])('%j is a version: %s', (slot, is) => {
    expect(isVersion(slot)).toBe(is);
  });

  test.each([
    [['v1.9.0', 'v1.10.0'], 'v1.10.0'],
    [['v1.0.0', 'v1.0.0-rc.9'], 'v1.0.0'],
    [['v1.0.0-rc.9', 'v1.0.0-rc.10'], 'v1.0.0-rc.10'],
    [['v1.0.0+a', 'v1.0.0+b'], 'v1.0.0+b'],
    [[], undefined],
  ])('the highest of %j is %s', (versions, highest) => {
    expect(highestVersion(versions)).toBe(highest);
    expect(highestVersion([...versions].reverse())).toBe(highest);
  });

  test('are totally ordered, so that the highest does not depend on the listing', () => {
    const part = fc.nat(3);
    const version = fc
      .tuple(part, part, part, fc.constantFrom('', '-rc.1', '-rc.2', '-alpha'), fc.constantFrom('', '+a', '+b'))
      .map(([a, b, c, pre, build]) => `v${a}.${b}.${c}${pre}${build}`);
    fc.assert(
      fc.property(version, version, (a, b) => {
        expect(Math.sign(compareVersions(a, b))).toBe(-Math.sign(compareVersions(b, a)) + 0);
        expect(compareVersions(a, b) === 0).toBe(a === b);
      }),
    );
  });

  test('the name of a commit without a version is below every version', () => {
    const names = ['sha-0123456789ab', 'v0.0.1-rc.1', 'sha-ba9876543210', 'v1.0.0'];
    expect([...names].sort(compareVersions)).toEqual(['sha-0123456789ab', 'sha-ba9876543210', 'v0.0.1-rc.1', 'v1.0.0']);
  });

  test('stable is what has no pre-release; a sha name is no version', () => {
    expect(isStable('v1.0.0+b')).toBe(true);
    expect(isStable('v1.0.0-rc.1')).toBe(false);
    expect(isStable(unversionedName('0123456789abcdef'))).toBe(false);
    expect(unversionedName('0123456789abcdef')).toBe('sha-0123456789ab');
  });
});

describe('tags', () => {
  const environment = (name: string): object => ({ kind: 'environment', environment: name });
  test.each<[string, object]>([
    [
      'components/prompts/extraction/production',
      { kind: 'component', prefix: 'components', type: 'prompts', name: 'extraction', slot: environment('production') },
    ],
    [
      'components/prompts/a/b/c/v1.0.0',
      {
        kind: 'component',
        prefix: 'components',
        type: 'prompts',
        name: 'a/b/c',
        slot: { kind: 'version', version: 'v1.0.0' },
      },
    ],
    [
      'components/prompts/v1.0.0/v2.0.0',
      {
        kind: 'component',
        prefix: 'components',
        type: 'prompts',
        name: 'v1.0.0',
        slot: { kind: 'version', version: 'v2.0.0' },
      },
    ],
    [
      'components/my-prompt/prod',
      { kind: 'untyped', prefix: 'components', name: 'my-prompt', slot: environment('prod') },
    ],
    [
      'logic/agents/router/production',
      { kind: 'component', prefix: 'logic', type: 'agents', name: 'router', slot: environment('production') },
    ],
    ['components/prompts/extraction/latest', { kind: 'malformed', reason: 'reserved-environment' }],
    ['components/prompts/extraction/versions', { kind: 'malformed', reason: 'reserved-environment' }],
    ['components/prompts/extraction/_versions', { kind: 'malformed', reason: 'reserved-environment' }],
    ['components/prompts/extraction/a@b', { kind: 'malformed', reason: 'reserved-environment' }],
    ['components/my-prompt/versions', { kind: 'malformed', reason: 'reserved-environment' }],
    ['components/components/a/production', { kind: 'malformed', reason: 'reserved-type' }],
    ['logic/logic/a/v1.0.0', { kind: 'malformed', reason: 'reserved-type' }],
    [
      'components/prompts/a@b/production',
      { kind: 'component', prefix: 'components', type: 'prompts', name: 'a@b', slot: environment('production') },
    ],
    [
      'components/prompts/extraction/v1.0',
      { kind: 'component', prefix: 'components', type: 'prompts', name: 'extraction', slot: environment('v1.0') },
    ],
    ['components/extraction', { kind: 'malformed', reason: 'too-short' }],
    ['components', { kind: 'malformed', reason: 'too-short' }],
    ['components/prompts/x.json/production', { kind: 'malformed', reason: 'json-segment' }],
    ['components/prompts/x.json/y/production', { kind: 'malformed', reason: 'json-segment' }],
    ['component/prompts/x/production', { kind: 'foreign' }],
    ['v1.0.0', { kind: 'foreign' }],
  ])('%s', (tag, expected) => {
    expect(parseTag(tag)).toEqual(expected);
  });
});

describe('what looks like a version and is none', () => {
  test.each([
    ['1.0.0', 'v1.0.0'],
    ['V1.0.0', 'v1.0.0'],
    ['v1', 'v1.0.0'],
    ['v1.0', 'v1.0.0'],
    ['1.2', 'v1.2.0'],
    ['v01.2.3', 'v1.2.3'],
    ['V2.0-rc.1', 'v2.0.0-rc.1'],
    ['1.0.0+b', 'v1.0.0+b'],
    ['v1.0.0.0', 'vX.Y.Z'],
    ['v1.x', 'vX.Y.Z'],
    ['v1.0.0', undefined],
    ['v1.0.0-rc.1', undefined],
    ['production', undefined],
    ['v2-staging', undefined],
    ['vnext', undefined],
    ['2024', undefined],
    ['pr-1.0', undefined],
    ['', undefined],
  ])('%j is meant as %s', (slot, meant) => {
    expect(meantVersion(slot)).toBe(meant);
  });
});

describe('a tag under a known prefix', () => {
  const rules = tagRules(parseConfig('ignore: ["components/ui/**"]\nenvironments: { v1: {} }', 'tagship.yml'));

  test.each<[string, Exclusion | undefined]>([
    ['components/prompts/a/production', undefined],
    ['components/prompts/a/v1.0.0', undefined],
    ['components/prompts/a/v1', undefined],
    ['components/prompts/a/v2', 'like-a-version'],
    ['components/a/1.0.0', 'like-a-version'],
    ['components/ui/button/v1.0.0', 'ignored'],
    ['components/ui/button@1.2.3', 'ignored'],
    ['components/ui', 'ignored'],
    ['components/uix/button/1.2.3', 'like-a-version'],
    ['components/x', 'too-short'],
    ['components/prompts/a/versions', 'reserved-environment'],
    ['components/logic/a/production', 'reserved-type'],
    ['components/prompts/a.json/production', 'json-segment'],
    ['v1', undefined],
  ])('%s: %s', (tag, exclusion) => {
    expect(exclusionOf(tag, rules)).toBe(exclusion);
    expect(exclusion === undefined || exclusionError(tag, exclusion).message.includes(tag)).toBe(true);
  });

  test('is named with the right spelling', () => {
    expect(exclusionError('components/prompts/a/1.0.0', 'like-a-version').remedy).toContain(
      '`components/prompts/a/v1.0.0`',
    );
  });

  test('is no component by a type that only a registry could give', () => {
    const ref = { name: 'components/a/production', object: 'o', commit: 'c' };
    for (const type of ['components', 'logic', 'a/b', undefined]) {
      const { tags, excluded } = groupTags([ref], () => type, rules);
      expect([tags.size, excluded]).toEqual([0, [{ name: ref.name, why: 'unknown-type' }]]);
    }
    expect([...groupTags([ref], () => 'prompts', rules).tags.keys()]).toEqual(['prompts/a']);
  });
});

describe('a name that does not exist', () => {
  test.each([
    ['deply', ['deploy', 'guard'], 'deploy'],
    ['Production', ['staging', 'production'], 'production'],
    ['prodution', ['staging', 'production'], 'production'],
    ['banana', ['deploy'], undefined],
    ['x', ['y'], undefined],
    ['anything', [], undefined],
  ])('%s of %j was probably meant as %s', (written, known, meant) => {
    expect(nearest(written, known)).toBe(meant);
    expect(didYouMean(written, known)).toBe(meant === undefined ? '' : ` Did you mean \`${meant}\`?`);
    expect(nearestOf(written, known)).toContain(meant ?? known[0] ?? '');
  });
});

describe('types', () => {
  test.each([
    ['prompts', 'prompt'],
    ['queries', 'query'],
    ['agents', 'agent'],
    ['schemas', 'schema'],
    ['configs', 'config'],
    ['classes', 'class'],
    ['indexes', 'index'],
    ['routes', 'route'],
    ['docs', 'doc'],
    ['keys', 'key'],
  ])('%s is %s in the singular, and back', (plural, singular) => {
    expect(singularType(plural)).toBe(singular);
    expect(pluralType(singular)).toBe(plural);
  });

  test('agent-definition is agents', () => {
    expect(pluralType('agent-definition')).toBe('agents');
  });

  test.each([
    ['prompts', 'extraction-prompt', 'extraction'],
    ['prompts', 'mail/extraction-prompt', 'mail/extraction'],
    ['agents', 'helper-agent-definition', 'helper'],
    ['agents', 'helper-agent', 'helper'],
    ['queries', 'orders-query', 'orders'],
    ['prompts', 'extraction', undefined],
    ['prompts', '-prompt', undefined],
    ['prompts', 'mail/-prompt', undefined],
    ['prompts', 'extraction-query', undefined],
  ])('%s/%s without the generated suffix is %s', (type, name, expected) => {
    expect(withoutGeneratedSuffix({ prefix: 'components', type, name })).toBe(expected);
  });
});

describe('keys', () => {
  const component = { prefix: 'components' as const, type: 'prompts', name: 'a/{slot}' };

  test('a name is never read as a template', () => {
    expect(renderKey('{prefix}/{type}/{name}@{slot}', component, 'x')).toBe('components/prompts/a/{slot}@x');
  });

  test('512 bytes are in order, 513 are not; bytes count, not characters', () => {
    const name = 'ü'.repeat(250);
    const slot = 'y'.repeat(512 - byteLength(`prompts/${name}@`));
    expect(byteLength(renderKey('{type}/{name}@{slot}', { ...component, name }, slot))).toBe(512);
    expect(() => renderKey('{type}/{name}@{slot}', { ...component, name }, `${slot}y`)).toThrow(
      /key-too-long.*513 bytes/,
    );
  });

  test.each([
    ['{type}/{name}@{slot}', undefined],
    ['{type}/{name}', 'lacks {slot}'],
    ['x', 'lacks {type}, {name}, {slot}'],
    ['{type}/{name}/{slot}/{env}', 'has the unknown placeholder {env}'],
  ])('the layout %s: %s', (layout, problem) => {
    expect(layoutProblem(layout)).toBe(problem);
  });

  test.each([
    ['lib/{type}/{name}.{ext}', undefined],
    ['{prefix}/{singular}/{name}.md', undefined],
    ['lib/x.md', 'lacks {name}'],
    ['/{name}.md', 'is not a path inside the repository'],
    ['../{name}.md', 'is not a path inside the repository'],
    ['a//{name}.md', 'is not a path inside the repository'],
    ['{ext}/{name}', 'has {ext} in a folder name'],
    ['{file}.{ext}', 'has the unknown placeholder {file}'],
  ])('the path template %s: %s', (template, problem) => {
    expect(pathTemplateProblem(template)).toBe(problem);
  });
});

describe('metadata', () => {
  const whole: ContentMetadata = {
    sha: 'a'.repeat(40),
    version: 'v1.0.0',
    type: 'prompt',
    blob: 'b'.repeat(40),
    'managed-by': 'tagship:acme/components',
    date: '2026-05-01T10:00:00Z',
    author: 'Ada',
    path: 'x',
  };
  const size = byteLength(JSON.stringify(whole));

  test.each([
    ['path', { path: 'p'.repeat(1024) }, ['path']],
    ['path, then author', { path: 'p', author: 'a'.repeat(1024) }, ['path', 'author']],
    ['path, author, then date', { date: 'd'.repeat(1024) }, ['path', 'author', 'date']],
    ['nothing at exactly 1,024 bytes', { path: 'p'.repeat(1024 - size + 1) }, []],
    ['path at 1,025', { path: 'p'.repeat(1024 - size + 2) }, ['path']],
  ])('over the limit, what goes is %s', (_, change, dropped) => {
    const fitted = fitMetadata('k', { ...whole, ...change });
    expect(Object.keys(whole).filter((name) => !(name in fitted))).toEqual(
      Object.keys(whole).filter((name) => dropped.includes(name)),
    );
    expect(byteLength(JSON.stringify(fitted))).toBeLessThanOrEqual(1024);
  });

  test('the rest is never dropped', () => {
    expect(() => fitMetadata('k', { ...whole, version: 'v'.repeat(1024) })).toThrow(/metadata-too-large/);
  });

  test.each([
    [{ 'managed-by': 'tagship:acme/components' }, 'own'],
    [{ 'managed-by': 'tagship:Acme/Components' }, 'own'],
    [{ 'managed-by': 'tagship:acme/before' }, 'own'],
    [{ 'managed-by': 'tagship:acme/other' }, 'foreign'],
    [{ 'managed-by': 'terraform' }, 'foreign'],
    [{ 'managed-by': '' }, 'nobody'],
    [{ sha: 'x' }, 'nobody'],
    [null, 'nobody'],
    ['tagship:acme/components', 'nobody'],
  ])('%j is %s', (metadata, expected) => {
    expect(ownership(metadata, ['acme/components', 'acme/before'])).toBe(expected);
  });
});

describe('the kv-namespace input', () => {
  const id = '0F2AC74B498B48028CB68387C421E279';

  test('an id, a title, lines', () => {
    expect(parseNamespaceInput(id)).toMatchObject([{ glob: '**', spec: { kind: 'id', id: id.toLowerCase() } }]);
    expect(parseNamespaceInput('My Components')).toMatchObject([
      { glob: '**', spec: { kind: 'name', name: 'My Components' } },
    ]);
    const rules = parseNamespaceInput(`production: ${id}\n# comment\n"preview-*": previews\n\n*: rest`);
    expect(rules).toMatchObject([{ glob: 'production' }, { glob: 'preview-*' }, { glob: '*' }]);
    if ('problem' in rules) {
      throw new Error(rules.problem);
    }
    expect(['production', 'preview-7', 'dev'].map((name) => ruleFor(rules, name)?.glob)).toEqual([
      'production',
      'preview-*',
      '*',
    ]);
  });

  test('a mixture is refused', () => {
    expect(parseNamespaceInput('production: a\nstaging')).toEqual({
      problem: 'the line `staging` is not `environment-glob: namespace`',
    });
  });
});

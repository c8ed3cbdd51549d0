import { describe, expect, test } from '@jest/globals';
import { configRules } from '../../src/domain/config.ts';
import { parseConfig } from '../../src/domain/config-file.ts';
import { idleNames } from '../../src/domain/unused-config.ts';

function said(text: string): string {
  try {
    parseConfig(text, 'tagship.yml');
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('a mistake in the configuration is told in the words of YAML, with the right shape', () => {
  test.each([
    ['keys: a', '1:7: `keys`: expected a list (`[one, two]`), and this is a text. Write it like `keys: ["{type}'],
    ['namespaces:\n  - a', '2:3: `namespaces`: expected a mapping (`key: value`), and this is a list. Write it like'],
    ['environments:\n  production: staging', '2:15: `environments.production`: expected a mapping'],
    [
      'environments:\n  a:\n    gate: 5',
      '3:11: `environments.a.gate`: expected a mapping (`key: value`), and this is a number. Correct',
    ],
    ['latest: deployd', '`latest`: expected one of `deployed`, `tagged`, `false`. Did you mean `deployed`?'],
    ['on-delete: purge', '`on-delete`: expected one of `report`, `prune`. Correct'],
    ['retention: many', '`retention`: expected one of `all`, a number. Correct'],
    [
      'environments:\n  a:\n    requires: [b]',
      'expected a text or a mapping (`key: value`), and this is a list. Correct',
    ],
    ['namespaces: { debug: "" }', '`namespaces.debug`: expected a text that is not empty. Correct'],
    [
      'namespaces: { debug: [a] }',
      '`namespaces.debug`: expected a text or a mapping (`key: value`), and this is a list.',
    ],
    ['retention: 0', '`retention`: expected a number above 0. Correct'],
    [
      'environments: { a: { gate: { metrics: [] } } }',
      '`environments.a.gate.metrics`: expected at least 1 item. Correct',
    ],
    ['post-mortem: sometimes', '`post-mortem`: expected `true` or `false`, and this is a text.'],
    [
      'environments: { a: { requires: { environment: b, soak: 60 } } }',
      '1:56: `environments.a.requires.soak`: expected a text, and this is a number. Correct',
    ],
    [
      'environments: { a: { requires: { environment: b, soack: 1h } } }',
      '`environments.a.requires.soack` is not a known key. Did you mean `soak`? Known here: environment, soak.',
    ],
    ['namespaces: { a: { ttle: x } }', '`namespaces.a.ttle` is not a known key. Did you mean `title`?'],
    ['environments: { a: { requires: a } }', '`environments.a.requires`: expected another environment: this one does'],
    ['ignore: ["!components/ui/**"]', '`ignore.0`: expected a glob of what is meant: `!` does not exclude here.'],
    ['pins: ["!prompts/a@v1.0.0"]', '`pins.0`: expected a glob of what is meant'],
    ['- a', '`the file`: expected a mapping (`key: value`), and this is a list.'],
  ])('%j', (text, message) => {
    expect(said(text)).toContain(message);
  });
});

test('what names no environment is told, and with a hint where it is nearly one', () => {
  const config = parseConfig(
    [
      'namespaces:',
      '  production: { title: a }',
      '  "preview-*": { title: b }',
      'environments:',
      '  prodution: { requires: stagin, verify: { environment: qa, probes: [{ url: "https://qa.example.com" }] } }',
      '  staging: {}',
      'groups: { everywhere: { waves: [production, [stagin]] } }',
      'versions: [production]',
    ].join('\n'),
    'tagship.yml',
  );
  expect(idleNames(config, new Set(['production', 'staging'])).map(({ key, hint }) => [key, hint])).toEqual([
    ['environments.prodution', ' Did you mean `production`?'],
    ['namespaces.preview-*', ''],
    ['environments.prodution.requires', ' Did you mean `staging`?'],
    ['environments.prodution.verify.environment', ''],
    ['groups.everywhere.waves', ' Did you mean `staging`?'],
  ]);
  expect(idleNames(config, new Set())).toEqual([]);
});

test('a namespace that is a plain text is read like the input `kv-namespace`', () => {
  const id = '0F2AC74B498B48028CB68387C421E279';
  const rules = configRules(parseConfig(`namespaces: { debug: components-debug, "*": ${id} }`, 'tagship.yml'));
  expect(rules.map(({ glob, spec }) => [glob, spec])).toEqual([
    ['debug', { kind: 'name', name: 'components-debug' }],
    ['*', { kind: 'id', id: id.toLowerCase() }],
  ]);
});

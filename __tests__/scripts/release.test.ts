import { expect, test } from '@jest/globals';
import { settingsOf } from '../../scripts/conformance.ts';
import { notesOf } from '../../scripts/release.ts';

const CHANGELOG = `# Changelog

## [Unreleased]

## [0.2.0] - 2026-12-24

### Added

- Something.

## [0.1.0] - 2026-12-01

- First.

[0.2.0]: https://example.com
`;

test('the notes of a release are its section of the changelog', () => {
  expect(notesOf('0.2.0', CHANGELOG, '0.2.0')).toBe('### Added\n\n- Something.\n');
  expect(notesOf('0.1.0', CHANGELOG, '0.1.0')).toBe('- First.\n');
});

test.each([
  ['v0.1.0', '0.1.0', 'is no version'],
  ['0.1.0; ls', '0.1.0', 'is no version'],
  ['0.1.0', '0.2.0', 'package.json has version 0.2.0'],
  ['0.3.0', '0.3.0', 'CHANGELOG.md has no section "## [0.3.0] - YYYY-MM-DD"'],
])('%s with package.json at %s is refused', (version, packageVersion, message) => {
  expect(() => notesOf(version, CHANGELOG, packageVersion)).toThrow(message);
});

const SETTINGS = {
  CONFORMANCE_REPOSITORY: 'acme/conformance',
  CONFORMANCE_NAMESPACE: '0f2ac74b498b48028cb68387c421e279',
  CONFORMANCE_NAMESPACE_TITLE: 'conformance',
  CONFORMANCE_TOKEN: 'a',
  CLOUDFLARE_API_TOKEN: 'b',
  CLOUDFLARE_ACCOUNT_ID: 'c',
};

test('the live services are tried on what is there to be thrown away, and on nothing else', () => {
  expect(settingsOf(SETTINGS)).toMatchObject({ repository: 'acme/conformance', server: 'https://github.com' });
  expect(() => settingsOf({ ...SETTINGS, CONFORMANCE_REPOSITORY: 'conformance/production' })).toThrow('conformance');
  expect(() => settingsOf({ ...SETTINGS, CONFORMANCE_NAMESPACE_TITLE: 'production' })).toThrow('conformance');
  expect(() => settingsOf({ ...SETTINGS, CONFORMANCE_TOKEN: ' ' })).toThrow('Set the variable CONFORMANCE_TOKEN');
});

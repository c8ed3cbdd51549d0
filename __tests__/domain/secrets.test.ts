import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Secrets } from '../../src/domain/secrets.ts';
import { code, plain } from '../../src/domain/text.ts';

const SECRET = 'p/w"x|y_&z+\\ü';
const KEY = '-----BEGIN KEY-----\nMIIEpAIBAAKCAQEA7\nbNXBBkGnshort\n-----END KEY-----\n';

/** As other languages write it. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Ways a secret gets into a text. */
const WAYS: readonly [string, (secret: string) => string][] = [
  ['as it is', (secret) => secret],
  ['in an address', encodeURIComponent],
  [
    'in an address, in small letters',
    (secret) => encodeURIComponent(secret).replace(/%../g, (byte) => byte.toLowerCase()),
  ],
  ['in JSON', (secret) => JSON.stringify({ a: secret })],
  ['in JSON in JSON', (secret) => JSON.stringify(JSON.stringify({ a: secret }))],
  ['in JSON of plain ASCII', (secret) => asciiJson({ a: secret })],
  ['in JSON of plain ASCII in JSON', (secret) => JSON.stringify(asciiJson({ a: secret }))],
  ['in HTML', (secret) => secret.replaceAll('&', '&amp;').replaceAll('"', '&quot;')],
  ['in hex', (secret) => Buffer.from(secret).toString('hex')],
  ['in hex, in capitals', (secret) => Buffer.from(secret).toString('hex').toUpperCase()],
  ['in basic credentials', (secret) => Buffer.from(`user:${secret}`).toString('base64')],
  ['in base64, one byte on', (secret) => Buffer.from(`x${secret}\n`).toString('base64')],
  ['in base64, two bytes on', (secret) => Buffer.from(`xy${secret}.`).toString('base64url')],
  ['in plain Markdown', plain],
  ['in a code span', code],
];

describe('a secret', () => {
  test.each(WAYS)('is hidden %s', (_, write) => {
    const text = new Secrets([SECRET]).hide(`a ${write(SECRET)} b`);
    expect(text).toContain('[redacted]');
    expect(text.length).toBeLessThan(70);
    expect(text).toMatch(/^a .* b$/);
  });

  test.each(WAYS)('of several lines is hidden %s, line by line', (_, write) => {
    const secrets = new Secrets([KEY]);
    for (const line of KEY.split('\n').filter((one) => one !== '')) {
      expect(secrets.hide(`a ${write(line)} b`)).toContain('[redacted]');
    }
  });

  test('that begins like another does not leave the rest of it', () => {
    expect(new Secrets(['geheim', 'geheim-und-lang']).hide('x geheim-und-lang y')).toBe('x [redacted] y');
  });

  test('that is too short stays, since it would be found everywhere', () => {
    expect(new Secrets(['', ' ', 'abcde']).hide('abcde')).toBe('abcde');
  });

  test('leaves every other text as it is', () => {
    const secrets = new Secrets([SECRET, KEY]);
    fc.assert(fc.property(fc.string(), (text) => secrets.hide(text) === text));
    expect(new Secrets().hide('anything')).toBe('anything');
  });

  test('is known from the moment it is added', () => {
    const secrets = new Secrets();
    expect(secrets.hide('geheim')).toBe('geheim');
    expect([secrets.add('geheim'), secrets.add('geheim')]).toEqual([true, false]);
    expect(secrets.hide('geheim')).toBe('[redacted]');
  });
});

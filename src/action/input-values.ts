import { parseDuration } from '../domain/duration.ts';
import { environmentProblem, isReservedEnvironment } from '../domain/environment.ts';
import { linesOf } from '../domain/text.ts';
import { isVersion, meantVersion } from '../domain/version.ts';
import { TagshipError } from '../errors.ts';
import type { GivenInputs } from './raw-inputs.ts';
import type { Command, InputName } from './spec.ts';

const NEEDED_HINTS: Partial<Record<InputName, string>> = {
  components: 'Give lines such as `prompts/extraction` or `prompts/*`.',
  environment: 'Give the name of an environment, such as `production`.',
  with: 'Give the name of the other environment, such as `ab-test-b`.',
  at: 'Give a time with a zone, such as `2026-05-05T14:47:00+02:00`.',
};

export function required(given: GivenInputs, name: InputName, command: Command): string {
  const value = given.get(name);
  if (value === undefined) {
    throw needed(name, command);
  }
  return value;
}

export function requiredLines(given: GivenInputs, name: InputName, command: Command): readonly string[] {
  const lines = linesOf(given.get(name) ?? '');
  if (lines.length === 0) {
    throw needed(name, command);
  }
  return lines;
}

function needed(name: InputName, command: Command): TagshipError {
  return new TagshipError(
    'input-missing',
    `The command \`${command}\` needs the input \`${name}\`.`,
    NEEDED_HINTS[name] ?? 'Give it in the `with:` of the step.',
  );
}

export function readBoolean(given: GivenInputs, name: InputName, fallback: boolean): boolean {
  const value = given.get(name);
  if (value === undefined) {
    return fallback;
  }
  if (/^(?:true|false)$/i.test(value)) {
    return value.toLowerCase() === 'true';
  }
  throw new TagshipError(
    'input-invalid',
    `The input \`${name}\` is \`${value}\`, which is neither \`true\` nor \`false\`.`,
    'Give `true` or `false`.',
  );
}

export function readNumber(given: GivenInputs, name: InputName): number | undefined {
  const text = given.get(name);
  const value = text === undefined ? undefined : Number(text);
  if (value !== undefined && !Number.isFinite(value)) {
    throw new TagshipError(
      'input-invalid',
      `The input \`${name}\` is \`${text}\`, which is no number.`,
      'Give a number such as `0.05`.',
    );
  }
  return value;
}

/** @param least the smallest number that is accepted */
export function readCount(given: GivenInputs, name: InputName, least: number): number | undefined {
  const value = readNumber(given, name);
  if (value !== undefined && (!Number.isSafeInteger(value) || value < least)) {
    throw new TagshipError(
      'input-invalid',
      `The input \`${name}\` is \`${given.get(name)}\`, which is no whole number of at least ${least}.`,
      `Give a number such as \`${least + 4}\`.`,
    );
  }
  return value;
}

/** @param least milliseconds */
export function readDuration(given: GivenInputs, name: InputName, least: number): number | undefined {
  const text = given.get(name);
  const value = text === undefined ? undefined : parseDuration(text);
  if (text !== undefined && (value === undefined || value < least)) {
    throw new TagshipError(
      'input-invalid',
      `The input \`${name}\` is \`${text}\`, which is no duration${least > 0 && value !== undefined ? ' that passes' : ''}.`,
      'Write it like `90s`, `10m` or `100ms`.',
    );
  }
  return value;
}

/** A point in time, in seconds since the epoch; fractions are dropped, since the ledger has none. */
export async function readTime(text: string, input: InputName): Promise<number> {
  // ISO 8601 has a form without hyphens and colons; people leave out the seconds, and the minutes of the zone, and Git
  // puts a space before it.
  const full = text
    .toUpperCase()
    .replace(
      /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?/,
      (_, year, month, day, hour, minute, second = '00') => `${year}-${month}-${day}T${hour}:${minute}:${second}`,
    )
    .replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')
    .replace(/ (?=Z$|[+-]\d)/, '')
    .replace(/,(?=\d)/, '.')
    .replace(/(T\d{2}:\d{2})(?=[Z+-])/, '$1:00')
    .replace(/(T.*[+-]\d{2})(\d{2})?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`);
  const { moment } = await import('./timestamp-schema.ts');
  if (!moment.safeParse(full).success) {
    throw new TagshipError(
      'input-invalid',
      `The input \`${input}\` is \`${text}\`, which is no time with a zone.`,
      'Write it in ISO 8601, such as `2026-05-05T14:47:00+02:00` or `2026-05-05T12:47:00Z`.',
    );
  }
  return Math.floor(Date.parse(full) / 1000);
}

export function checkVersion(version: string, input: InputName = 'version'): string {
  if (!isVersion(version)) {
    const meant = meantVersion(version) ?? '';
    throw new TagshipError(
      'input-invalid',
      `The input \`${input}\` is \`${version}\`, which is no version.`,
      isVersion(meant) ? `Did you mean \`${meant}\`?` : 'Give a version such as `v1.1.0`.',
    );
  }
  return version;
}

export function checkEnvironment(environment: string, input: InputName): string {
  if (environmentProblem(environment) !== undefined) {
    throw new TagshipError(
      isReservedEnvironment(environment) ? 'environment-reserved' : 'input-invalid',
      `The input \`${input}\` is \`${environment}\`, which is no environment.`,
      'Give the name of an environment, such as `production`.',
    );
  }
  return environment;
}

export function checkPatterns(lines: readonly string[]): readonly string[] {
  const excluding = lines.find((line) => line.startsWith('!'));
  if (excluding !== undefined) {
    throw new TagshipError(
      'input-invalid',
      `The input \`components\` has the line \`${excluding}\`, and a line cannot exclude.`,
      'Write only lines of what is meant.',
    );
  }
  const wrong = lines.find((line) => !/^[^/\s]+(?:\/[^/\s]+)+$/.test(line) && line !== '**');
  if (wrong !== undefined) {
    throw new TagshipError(
      'input-invalid',
      `The input \`components\` has the line \`${wrong}\`, which is not \`type/name\`.`,
      'Write lines such as `prompts/extraction` or `prompts/*`.',
    );
  }
  return lines;
}

import { didYouMean } from '../domain/nearest.ts';
import { TagshipError } from '../errors.ts';
import { COMMANDS, type Command } from './spec.ts';

/** The variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The names and values of all inputs that were given, known or not. */
export type GivenInputs = ReadonlyMap<string, string>;

/** Finds the inputs in the environment; a runner passes an input `a b` as `INPUT_A_B`, and an absent one as empty. */
export function givenInputs(environment: Environment): GivenInputs {
  const given = new Map<string, string>();
  for (const [name, value] of Object.entries(environment)) {
    if (/^INPUT_/i.test(name) && value !== undefined && value.trim() !== '') {
      given.set(name.slice('INPUT_'.length).toLowerCase(), value.trim());
    }
  }
  return given;
}

/** Secrets among the inputs and their fallbacks, to be masked before anything else happens. */
export function secretsOf(given: GivenInputs, environment: Environment): string[] {
  return [
    given.get('github-token'),
    given.get('cloudflare-api-token'),
    environment.CLOUDFLARE_API_TOKEN,
    environment.GITHUB_TOKEN,
  ].flatMap((secret) => secret?.trim() || []);
}

/**
 * The command that was asked for; `auto` is for the event to decide.
 * @throws TagshipError `command-unknown`
 */
export function commandOf(given: GivenInputs): Command | 'auto' {
  const asked = given.get('command') ?? 'auto';
  if (asked === 'auto') {
    return 'auto';
  }
  const known = COMMANDS.find((command) => command === asked);
  if (known === undefined) {
    throw new TagshipError(
      'command-unknown',
      `\`${asked}\` is no command.`,
      `${didYouMean(asked, [...COMMANDS, 'auto'])} Commands: auto, ${COMMANDS.join(', ')}.`.trimStart(),
    );
  }
  return known;
}

import { didYouMean } from '../domain/nearest.ts';
import { TagshipError } from '../errors.ts';
import type { GivenInputs } from './raw-inputs.ts';
import { type Command, INPUTS, type InputName, type InputSpec } from './spec.ts';

/** What users of `cloudflare/wrangler-action` and other actions type, without case, hyphens and underscores. */
const ALIASES: ReadonlyMap<string, InputName> = new Map([
  ['apitoken', 'cloudflare-api-token'],
  ['cloudflaretoken', 'cloudflare-api-token'],
  ['accountid', 'cloudflare-account-id'],
  ['token', 'github-token'],
  ['namespace', 'kv-namespace'],
  ['kvnamespaceid', 'kv-namespace'],
  ['namespaceid', 'kv-namespace'],
]);

export function* unknownInputs(given: GivenInputs, command: Command): Generator<TagshipError> {
  const takes = `\`${command}\` takes: ${takenBy(command).join(', ')}.`;
  for (const name of given.keys()) {
    const spec: InputSpec | undefined = isInput(name) ? INPUTS[name] : undefined;
    if (spec === undefined) {
      yield misnamed(name, takes);
    } else if (spec.commands !== 'all' && !spec.commands.includes(command)) {
      yield new TagshipError(
        'input-unknown',
        `The input \`${name}\` is not taken by \`${command}\`.`,
        `Remove it. ${takes}`,
      );
    }
  }
}

/** The inputs that do not exist: one of them may have been meant as `command`. */
export function misnamedInputs(given: GivenInputs): TagshipError[] {
  return [...given.keys()].filter((name) => !isInput(name)).map((name) => misnamed(name, 'Correct or remove it.'));
}

function isInput(name: string): name is InputName {
  return Object.hasOwn(INPUTS, name);
}

function misnamed(name: string, remedy: string): TagshipError {
  const alias = ALIASES.get(name.replace(/[-_]/g, ''));
  const hint = alias === undefined ? didYouMean(name, Object.keys(INPUTS)) : ` Did you mean \`${alias}\`?`;
  return new TagshipError('input-unknown', `There is no input \`${name}\`.`, `${hint} ${remedy}`.trimStart());
}

function takenBy(command: Command): string[] {
  return Object.entries(INPUTS)
    .filter(([, { commands }]: [string, InputSpec]) => commands === 'all' || commands.includes(command))
    .map(([name]) => name);
}

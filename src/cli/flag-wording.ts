import { INPUTS, type InputSpec } from '../action/spec.ts';

const NAMES = Object.keys(INPUTS).join('|');
const INPUT = new RegExp(`\\b([Tt]he|[Nn]o|[Aa]n|[Oo]f the) inputs? ((?:\`(?:${NAMES})\`(?:, | and | or )?)+)`, 'g');
const NAME = new RegExp(`\`(${NAMES})\``, 'g');
/** Those that are no keys of the configuration as well, such as `bake`. */
const OWN = NAMES.replace(/\b(?:command|initial-delay|interval|bake|count|failure-limit)\|/g, '');
/** Inputs after the words with which a remedy asks for them, as in "or give `metric-url` and `threshold`". */
const GIVEN = new RegExp(`\\b([Gg]ive|[Ww]ith|[Pp]ass (?:[\\w ]+ )?as) ((?:\`(?:${OWN})\`(?:, | and | or )?)+)`, 'g');
/** An input with its value, as in "`override: freeze`". */
const VALUE = /`(override|heal|prune|deep|percentage|version): ([\w.-]+)`/g;

const GITHUB_TOKENS =
  'set `GITHUB_TOKEN` or `GH_TOKEN` (for a GitHub Enterprise Server `GH_ENTERPRISE_TOKEN`), or log in with `gh auth login`';

/** A sentence of the action in which its inputs have become flags. */
export function withFlags(text: string): string {
  return text
    .replace('Give it in the `with:` of the step.', 'Give it as a flag.')
    .replace(' from a secret, or set the environment variable `GITHUB_TOKEN`', `, ${GITHUB_TOKENS}`)
    .replace(/Give the job `permissions: ([^`]+)`/g, 'Use a token with `$1`')
    .replace(' from a secret,', ',')
    .replaceAll('Run the job again', 'Run the command again')
    .replaceAll('run the job again', 'run the command again')
    .replace(VALUE, (_, name: string, value: string) => `\`${flagOf(name)}${value === 'true' ? '' : ` ${value}`}\``)
    .replace(/ (?:and|with) a `reason`/g, ' and `--reason`')
    .replace(GIVEN, (_, verb: string, names: string) => `${verb} ${flagsIn(names)}`)
    .replace(INPUT, (whole, article: string, names: string) => {
      const noun = whole.includes('inputs ') ? 'flags' : 'flag';
      return `${article} ${noun} ${flagsIn(names)}`;
    });
}

function flagsIn(names: string): string {
  return names.replace(NAME, (_, name: string) => `\`${flagOf(name)}\``);
}

/** How an input is given in the terminal. */
export function flagOf(name: string): string {
  const spec: InputSpec | undefined = Object.hasOwn(INPUTS, name) ? INPUTS[name as keyof typeof INPUTS] : undefined;
  return spec?.form === 'secret' ? `--${name}-file` : `--${name}`;
}

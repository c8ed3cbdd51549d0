import { Command as Commander, CommanderError, Option } from 'commander';
import { COMMANDS, type Command, INPUTS, type InputSpec } from '../action/spec.ts';
import { VERSION } from '../action/version.ts';
import { didYouMean } from '../domain/nearest.ts';
import { TagshipError } from '../errors.ts';
import { COMMAND_HELP, isLocalCommand } from './commands.ts';

/** What the terminal asks for beside the inputs of a command. */
export interface Flags {
  /** `owner/name` or `host/owner/name`, instead of the remote `origin`. */
  readonly repository: string | undefined;
  readonly json: boolean;
  readonly yes: boolean;
  readonly local: boolean;
  readonly worktree: boolean;
  /** Files of secrets, by the names of their inputs. */
  readonly secretFiles: ReadonlyMap<string, string>;
}

/** What a command line asks for. */
export type Asked =
  | {
      readonly kind: 'command';
      readonly command: Command;
      readonly given: ReadonlyMap<string, string>;
      readonly flags: Flags;
    }
  | { readonly kind: 'init'; readonly dryRun: boolean }
  | { readonly kind: 'complete'; readonly words: readonly string[] }
  /** Text for standard output, such as help. */
  | { readonly kind: 'text'; readonly text: string };

/** Flags of every command, beside its inputs. */
const TERMINAL = 'In the terminal';

/**
 * Reads a command line.
 * @param words without the names of Node and of the script
 * @param columns of the terminal
 * @throws TagshipError `command-unknown`, `input-unknown`, `input-missing`, `input-invalid`
 */
export function parseCommandLine(words: readonly string[], columns = 80): Asked {
  let printed = '';
  let asked: Asked | undefined;
  const program = programOf((answer) => {
    asked = answer;
  });
  for (const one of [program, ...program.commands]) {
    one.exitOverride().configureOutput({
      writeOut: (text) => {
        printed += text;
      },
      writeErr: () => undefined,
      getOutHelpWidth: () => columns,
    });
  }
  if (words[0] === 'complete' && words.length > 1 && !words.includes('--help') && !words.includes('-h')) {
    return { kind: 'complete', words: words.slice(1) };
  }
  try {
    program.parse([...words], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      throw error;
    }
    // Without words the help is what is asked for.
    if (error.exitCode !== 0 && error.code !== 'commander.help') {
      throw failureOf(error, words);
    }
  }
  return asked ?? { kind: 'text', text: printed === '' ? program.helpInformation() : printed };
}

/**
 * Every command with its flags.
 * @param answer is called with what is asked for
 * @param hasComplete whether `complete` is one of them, for the help
 */
export function programOf(answer: (asked: Asked) => void, hasComplete = true): Commander {
  const program = new Commander('tagship')
    .description('Move a Git tag, and the right component version is live in Cloudflare KV seconds later.')
    .usage('COMMAND [flags]')
    .version(VERSION, '--version', 'show the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [COMMAND]', 'show the help of a command')
    .enablePositionalOptions();
  for (const command of COMMANDS) {
    addCommand(program, command, answer);
  }
  program
    .command('init')
    .description('Write a configuration and workflows for this repository, and say what is left to set up.')
    .option('--dry-run', 'only say what would be written')
    .helpOption('-h, --help', 'show help')
    .addHelpText('after', '\nExamples:\n  tagship init --dry-run\n  tagship init')
    .action((options: { dryRun?: boolean }) => answer({ kind: 'init', dryRun: options.dryRun === true }));
  if (hasComplete) {
    addComplete(program);
  }
  return program.addHelpText(
    'after',
    '\nExamples:\n  tagship history --environment production\n  tagship help promote',
  );
}

function addComplete(program: Commander): void {
  program
    .command('complete')
    .argument('SHELL', 'bash, zsh, fish or powershell')
    .description('Print the completion script of a shell.')
    .addHelpText(
      'after',
      '\nExamples:\n  source <(tagship complete bash)\n  source <(tagship complete zsh)\n  tagship complete fish | source',
    );
}

function addCommand(program: Commander, command: Command, answer: (asked: Asked) => void): void {
  const help = COMMAND_HELP[command];
  const sub = program
    .command(command)
    .description(help?.about ?? '')
    .usage('[flags]')
    .optionsGroup(`${TERMINAL}:`)
    .helpOption('-h, --help', 'show help');
  const inputs = inputsOf(command).map(([name, spec]) => new InputFlag(name, spec, command));
  for (const option of inputs.flatMap((one) => one.options)) {
    sub.addOption(option);
  }
  const local = isLocalCommand(command);
  const flags = [
    new Option('--repository <owner/name>', 'the repository; default: the remote `origin` of this clone'),
    new Option('--yes', 'do not ask before something moves').conflicts('dryRun'),
    new Option('--json', 'print the result as JSON, and everything else to standard error'),
    ...(local
      ? [new Option('--local', 'work on the KV that `wrangler dev` reads, with the tags of this clone; push nothing')]
      : []),
    ...(command === 'deploy'
      ? [new Option('--worktree', 'with --local: take the contents from the working tree')]
      : []),
  ];
  for (const flag of flags) {
    sub.addOption(flag);
  }
  if (help !== undefined) {
    sub.addHelpText('after', `\nExamples:\n${help.examples.map((line) => `  tagship ${line}`).join('\n')}`);
  }
  sub.action((options: Record<string, unknown>) => {
    const has = (name: string): boolean => options[name] === true;
    answer({
      kind: 'command',
      command,
      given: new Map(inputs.flatMap((one) => one.given(options))),
      flags: {
        repository: typeof options.repository === 'string' ? options.repository : undefined,
        json: has('json'),
        yes: has('yes'),
        local: has('local'),
        worktree: has('worktree'),
        secretFiles: new Map(inputs.flatMap((one) => one.file(options))),
      },
    });
  });
}

/** The inputs of a command, from the table that makes `action.yml`. */
function inputsOf(command: Command): (readonly [string, InputSpec])[] {
  return Object.entries(INPUTS as Readonly<Record<string, InputSpec>>).filter(
    ([name, { commands }]) => name !== 'command' && (commands === 'all' || commands.includes(command)),
  );
}

/** An input as a flag of the same name. */
class InputFlag {
  readonly #name: string;
  readonly #spec: InputSpec;
  readonly #main: Option;
  readonly options: readonly Option[];

  constructor(name: string, spec: InputSpec, command: Command) {
    this.#name = name;
    this.#spec = spec;
    const group = `${spec.group}:`;
    const about = aboutFor(command, spec.description) + (spec.form === 'lines' ? ' May be given more than once.' : '');
    switch (spec.form) {
      case 'boolean':
        this.#main = new Option(`--${name} [boolean]`, about).helpGroup(group);
        this.options = [this.#main, new Option(`--no-${name}`).hideHelp()];
        break;
      case 'secret': {
        const file = `a file with it. Without: ${variablesText(name)}.`;
        this.#main = new Option(`--${name}-file <path>`, `${about.replace(/ Default: .*$/, '')} As ${file}`).helpGroup(
          group,
        );
        const refused = new Option(`--${name} [secret]`).hideHelp().argParser(() => {
          throw notAsArgument(name);
        });
        this.options = [this.#main, refused];
        break;
      }
      default:
        this.#main = new Option(`--${name} <${spec.form === 'lines' ? 'line' : 'value'}>`, about)
          .argParser((value: string, before: string[] | undefined) => [...(before ?? []), value])
          .helpGroup(group);
        this.options = [this.#main];
    }
  }

  /** The input, where it was given. */
  given(options: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
    const value = this.#value(options);
    if (this.#spec.form === 'secret' || value === undefined) {
      return [];
    }
    if (value === false) {
      return [[this.#name, 'false']];
    }
    const values = Array.isArray(value) ? value.map(String) : [String(value)];
    if (values.length > 1 && this.#spec.form !== 'lines') {
      throw new TagshipError('input-invalid', `\`--${this.#name}\` was given ${values.length} times.`, 'Give it once.');
    }
    const text = values.join('\n').trim();
    return text === '' ? [] : [[this.#name, text]];
  }

  /** The file of the secret, where it was given. */
  file(options: Readonly<Record<string, unknown>>): readonly (readonly [string, string])[] {
    const value = this.#value(options);
    return this.#spec.form === 'secret' && typeof value === 'string' ? [[this.#name, value]] : [];
  }

  #value(options: Readonly<Record<string, unknown>>): unknown {
    return options[this.#main.attributeName()];
  }
}

/** Where a secret is looked for, by the name of its input. */
export const SECRET_VARIABLES: Readonly<Record<string, readonly string[]>> = {
  'github-token': ['GITHUB_TOKEN', 'GH_TOKEN'],
  'cloudflare-api-token': ['CLOUDFLARE_API_TOKEN'],
};

function variablesText(name: string): string {
  const variables = (SECRET_VARIABLES[name] ?? [name.toUpperCase().replaceAll('-', '_')]).join(' or ');
  return `the variable ${variables}${name === 'github-token' ? ', or `gh auth token`' : ''}`;
}

function notAsArgument(name: string): TagshipError {
  return new TagshipError(
    'input-invalid',
    `\`--${name}\` takes no secret as an argument: other processes and the history of the shell would see it.`,
    `Give \`--${name}-file\`, or set ${variablesText(name).replace('or `gh', 'or log in so that there is `gh')}.`,
  );
}

/**
 * What a description says of one command. Descriptions have parts such as `restore: …` or `deploy, guard: …`, each for the
 * commands that it names.
 */
export function aboutFor(command: string, description: string): string {
  const names = COMMANDS.join('|');
  const parts = description.split(new RegExp(`(?:^|(?<=[.;] ))((?:${names})(?:, (?:${names}))*): `));
  const [general = ''] = parts;
  const own = parts.flatMap((part, i) =>
    i % 2 === 1 && part.split(', ').includes(command) ? [parts[i + 1] ?? ''] : [],
  );
  const text = [general, ...own]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ');
  return text === '' ? description : text.charAt(0).toLowerCase() + text.slice(1);
}

/** What is wrong with a command line, in words of ours. No value that was given is in them. */
function failureOf({ code, message }: CommanderError, words: readonly string[]): TagshipError {
  const program = programOf(() => undefined);
  const [first = ''] = words.filter((word) => !word.startsWith('-'));
  const command = program.commands.find((one) => one.name() === first);
  const [, named = ''] = /'([^'= ]*)/.exec(message) ?? [];
  const help = `See \`tagship ${command === undefined ? 'help' : `${first} --help`}\`.`;
  switch (code) {
    case 'commander.unknownCommand':
    case 'commander.excessArguments': {
      if (command === undefined) {
        const known = program.commands.map((one) => one.name());
        return new TagshipError(
          'command-unknown',
          `\`${first}\` is no command.`,
          `${didYouMean(first, known)} ${help}`.trimStart(),
        );
      }
      const hasComponents = command.options.some(({ long }) => long === '--components');
      return new TagshipError(
        'input-unknown',
        first === 'complete' ? '`complete` takes one shell.' : `\`${first}\` takes flags only.`,
        `${hasComponents ? 'Write `--components type/name`. ' : ''}${help}`,
      );
    }
    case 'commander.missingArgument':
      return new TagshipError('input-missing', `\`${first}\` needs the name of a shell.`, help);
    case 'commander.unknownOption': {
      const name = named.replace(/^--?(?:no-)?/, '');
      const known = (command ?? program).options
        .filter(({ hidden }) => !hidden)
        .map(({ long }) => long?.slice(2) ?? '');
      const isOther = Object.hasOwn(INPUTS, name) && command !== undefined;
      return new TagshipError(
        'input-unknown',
        isOther ? `The flag \`--${name}\` is not taken by \`${first}\`.` : `There is no flag \`${named}\`.`,
        `${isOther ? '' : didYouMean(name, known).replace(/`(.*)`/, '`--$1`')} ${help}`.trimStart(),
      );
    }
    case 'commander.optionMissingArgument': {
      return new TagshipError('input-missing', `The flag \`${named}\` has no value.`, help);
    }
    default:
      return new TagshipError('input-invalid', `${message.replace(/^error: /, '').replace(/\.?$/, '.')}`, help);
  }
}

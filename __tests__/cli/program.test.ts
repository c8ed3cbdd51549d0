import { expect, jest, test } from '@jest/globals';
import parseArgv from 'string-argv';
import { COMMANDS, INPUTS, type InputSpec } from '../../src/action/spec.ts';
import { COMMAND_HELP, isMoving } from '../../src/cli/commands.ts';
import { complete } from '../../src/cli/complete.ts';
import { withFlags } from '../../src/cli/flag-wording.ts';
import { aboutFor, parseCommandLine } from '../../src/cli/program.ts';
import { TagshipError } from '../../src/errors.ts';

const SPECS = Object.entries(INPUTS as Readonly<Record<string, InputSpec>>);

function given(...words: string[]): Record<string, string> {
  const asked = parseCommandLine(words);
  return asked.kind === 'command' ? Object.fromEntries(asked.given) : {};
}

function failure(...words: string[]): TagshipError {
  try {
    parseCommandLine(words);
  } catch (error) {
    if (error instanceof TagshipError) {
      return error;
    }
    throw error;
  }
  throw new Error(`\`${words.join(' ')}\` was accepted.`);
}

test.each(COMMANDS)(
  '%s takes each of its inputs as a flag, and says what it does, with examples that it understands',
  (command) => {
    const own = SPECS.filter(
      ([name, { commands }]) => name !== 'command' && (commands === 'all' || commands.includes(command)),
    );
    for (const [name, { form }] of own) {
      const asked =
        form === 'secret'
          ? parseCommandLine([command, `--${name}-file`, 'some/file'])
          : parseCommandLine([command, `--${name}`, ...(form === 'boolean' ? [] : ['1'])]);
      const value = form === 'boolean' ? 'true' : '1';
      expect(asked).toMatchObject({ kind: 'command', command });
      expect(
        asked.kind === 'command' && (form === 'secret' ? asked.flags.secretFiles.get(name) : asked.given.get(name)),
      ).toBe(form === 'secret' ? 'some/file' : value);
    }
    const help = parseCommandLine([command, '--help']);
    const text = help.kind === 'text' ? help.text : '';
    expect(text).toContain(COMMAND_HELP[command]?.about.split(' ')[0]);
    for (const [name, { form }] of own) {
      expect(text).toContain(form === 'secret' ? `--${name}-file` : `--${name} `);
    }
    const examples = COMMAND_HELP[command]?.examples ?? [];
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) {
      expect(parseCommandLine(parseArgv(example))).toMatchObject({ kind: 'command', command });
    }
  },
);

test('an input that is `true` or `false` says so in the table', () => {
  const wrong = SPECS.filter(
    ([, { description, form }]) =>
      /`(?:true|false)`/.test(description.replace(/`[^`]*:[^`]*`/g, '')) && form !== 'boolean',
  );
  expect(wrong.map(([name]) => name)).toEqual([]);
});

test('a boolean is a flag alone, with its value, or negated', () => {
  expect(given('reconcile', '--heal')).toEqual({ heal: 'true' });
  expect(given('reconcile', '--heal', 'false', '--deep')).toEqual({ heal: 'false', deep: 'true' });
  expect(given('reconcile', '--heal=false')).toEqual({ heal: 'false' });
  expect(given('guard', '--no-fail-on-rollback')).toEqual({ 'fail-on-rollback': 'false' });
});

test('lines are given by repeating the flag, and everything else once', () => {
  expect(given('promote', '--components', 'prompts/a', '--components', 'prompts/b')).toEqual({
    components: 'prompts/a\nprompts/b',
  });
  expect(failure('promote', '--environment', 'a', '--environment', 'b').message).toBe(
    'tagship(input-invalid): `--environment` was given 2 times. Give it once.',
  );
  expect(given('rollback', '--version', '', '--reason', '  why  ')).toEqual({ reason: 'why' });
});

test('`--version` alone is the version of Tagship, and behind a command the input', () => {
  expect(parseCommandLine(['--version'])).toMatchObject({
    kind: 'text',
    text: expect.stringMatching(/^\d+\.\d+\.\d+/),
  });
  expect(given('promote', '--version', 'v1.1.0')).toEqual({ version: 'v1.1.0' });
  expect(failure('history', '--version').what).toContain('`--version` is not taken by `history`');
});

test.each([
  [['promte'], 'command-unknown', 'Did you mean `promote`?'],
  [['promote', '--environmnt', 'x'], 'input-unknown', 'Did you mean `--environment`?'],
  [['promote', '--environmnt=x'], 'input-unknown', 'Did you mean `--environment`?'],
  [['promote', '--heal'], 'input-unknown', '`--heal` is not taken by `promote`'],
  [['promote', '--environment'], 'input-missing', '`--environment` has no value'],
  [['promote', 'prompts/extraction'], 'input-unknown', '--components type/name'],
  [['validate', '--local'], 'input-unknown', '`--local`'],
  [['promote', '--worktree'], 'input-unknown', '`--worktree`'],
  [['promote', '--yes', '--dry-run'], 'input-invalid', '--dry-run'],
  [['deploy', '--worktre'], 'input-unknown', 'Did you mean `--worktree`?'],
  [['promote', '--github-token-fil=x'], 'input-unknown', 'Did you mean `--github-token-file`?'],
  [['init', 'here'], 'input-unknown', '`init` takes flags only. See `tagship init --help`.'],
  [['init', '--dryrun'], 'input-unknown', 'Did you mean `--dry-run`? See `tagship init --help`.'],
  [['help', 'promte'], 'command-unknown', '`promte` is no command. Did you mean `promote`?'],
  [['promote', '--reason', '--dry-run'], 'input-missing', '`--reason` has no value'],
  [['promote', '--github-token-file', '--yes'], 'input-missing', '`--github-token-file` has no value'],
  [['promote', '--repository', '--json'], 'input-missing', '`--repository` has no value'],
  [['complete'], 'input-missing', '`complete` needs the name of a shell.'],
] as const)('%p is %s: %s', (words, code, text) => {
  const error = failure(...words);
  expect(error.code).toBe(code);
  expect(error.message).toContain(text);
});

test.each([
  ['promote', '--github-token', 'ghp_secret'],
  ['promote', '--github-token=ghp_secret'],
  ['promote', '--cloudflare-api-token=ghp_secret'],
  ['promote', '--github-tokn=ghp_secret'],
  ['promote', '--token=ghp_secret'],
  ['--token=ghp_secret', 'promote'],
  ['promote', '--no-github-token=ghp_secret'],
])('a secret among the arguments is refused and not repeated: %p', (...words) => {
  const error = failure(...words);
  expect(error.message).not.toContain('ghp_secret');
});

test('without words, and for help, there is text', () => {
  for (const words of [[], ['--help'], ['help'], ['help', 'promote'], ['init', '--help'], ['complete', '--help']]) {
    expect(parseCommandLine(words)).toMatchObject({ kind: 'text', text: expect.stringContaining('Usage: tagship') });
  }
  expect(parseCommandLine(['complete', 'bash'])).toEqual({ kind: 'complete', words: ['bash'] });
});

test('a description is shown with the parts that are about the command', () => {
  const description =
    'restore: `true` deletes tags; see there. reconcile, history: `true` removes keys. Default: none.';
  expect(aboutFor('restore', description)).toBe('`true` deletes tags; see there.');
  expect(aboutFor('history', description)).toBe('`true` removes keys. Default: none.');
  expect(aboutFor('promote', 'Why; kept.')).toBe('why; kept.');
});

test('what may move something is asked about, also when it is not known here', () => {
  const moves = (command: string, inputs: Record<string, string> = {}): boolean =>
    isMoving(command as 'deploy', new Map(Object.entries(inputs)));
  expect(['deploy', 'guard', 'promote', 'rollback', 'restore', 'new'].map((one) => moves(one))).not.toContain(false);
  expect(['history', 'validate', 'doctor', 'backtest', 'reconcile', 'compare'].map((one) => moves(one))).not.toContain(
    true,
  );
  expect(moves('promote', { 'dry-run': 'TRUE' })).toBe(false);
  expect([moves('reconcile', { heal: 'true' }), moves('reconcile', { prune: 'true' })]).toEqual([true, true]);
  expect(moves('compare', { version: 'v1.0.0' })).toBe(true);
});

test('sentences of the action name flags instead of inputs', () => {
  expect(withFlags('The command `promote` needs the input `environment`.')).toBe(
    'The command `promote` needs the flag `--environment`.',
  );
  expect(withFlags('The inputs `from` and `environment` are both `x`.')).toBe(
    'The flags `--from` and `--environment` are both `x`.',
  );
  expect(withFlags('Pass it as the input `cloudflare-api-token` from a secret, or set the variable.')).toBe(
    'Pass it as the flag `--cloudflare-api-token-file`, or set the variable.',
  );
  expect(withFlags('The input of `x` and `environment`.')).toBe('The input of `x` and `environment`.');
  expect(
    withFlags('Pass it as the input `github-token` from a secret, or set the environment variable `GITHUB_TOKEN`.'),
  ).toMatch(/^Pass it as the flag `--github-token-file`, set `GITHUB_TOKEN` or `GH_TOKEN` .*gh auth login`\.$/);
  expect(
    withFlags('Give the job `permissions: contents: read` (or more) and pass a valid token as `github-token`.'),
  ).toBe('Use a token with `contents: read` (or more) and pass a valid token as `--github-token-file`.');
  expect(withFlags('Choose another, or lift it with `override: quarantine` and a `reason`.')).toBe(
    'Choose another, or lift it with `--override quarantine` and `--reason`.',
  );
  expect(withFlags('Describe one under `environments.production.gate`, or give `metric-url` and `threshold`.')).toBe(
    'Describe one under `environments.production.gate`, or give `--metric-url` and `--threshold`.',
  );
  expect(withFlags('Run it with `heal: true` to repair it; `on-delete: prune` is configuration.')).toBe(
    'Run it with `--heal` to repair it; `on-delete: prune` is configuration.',
  );
});

test.each(['bash', 'zsh', 'fish', 'powershell'])('%s gets its completion', (shell) => {
  const printed: string[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((text: string) => printed.push(text));
  try {
    complete([shell], (text) => printed.push(text));
  } finally {
    log.mockRestore();
  }
  expect(printed.join('\n')).toMatch(/tagship['"]? complete\b/);
});

test('another shell has none, and says which have', () => {
  expect(() => complete(['csh'], () => undefined)).toThrow('tagship(input-invalid): There is no completion for `csh`.');
});

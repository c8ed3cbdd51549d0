import { readFile } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { Console } from './action/console.ts';
import type { Environment } from './action/raw-inputs.ts';
import { needsCloudflare } from './action/request.ts';
import type { Command } from './action/spec.ts';
import { Clone } from './adapters/git/clone.ts';
import { repositoryAt } from './adapters/git/origin.ts';
import { basicCredentials } from './adapters/git/remote.ts';
import { keepMemorySmall } from './adapters/heap.ts';
import { printedBy } from './adapters/programs.ts';
import { SystemClock } from './adapters/system-clock.ts';
import { isMoving, isPlannable, refuseUnselected } from './cli/commands.ts';
import { type Asked, type Flags, parseCommandLine } from './cli/program.ts';
import { type Output, Screen } from './cli/screen.ts';
import { apiUrlOf, isGitHubCloud, parseRepositoryName, type RemoteRepository } from './domain/remote-url.ts';
import { TagshipError, toTagshipErrors } from './errors.ts';
import type { Host, LocalWorld } from './host.ts';

/** What a command in a terminal uses of the machine. */
export interface Machine extends Pick<Host, 'clock' | 'keepMemorySmall' | 'signals'> {
  /** The arguments, without the names of Node and of the script. */
  readonly words: readonly string[];
  readonly environment: Environment;
  readonly cwd: string;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Writable & Output;
  readonly stderr: Writable & Output;
  /** The folder of the package, with the workflows to copy. */
  readonly home: string;
}

/** This process. */
export function fromProcess(words: readonly string[], home: string): Machine {
  return {
    words,
    home,
    environment: process.env,
    cwd: process.cwd(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    signals: process,
    clock: (signal) => new SystemClock(signal),
    keepMemorySmall,
  };
}

type AskedCommand = Extract<Asked, { kind: 'command' }>;

/** No event started it. */
const NO_EVENT = { name: 'terminal', ref: '', payload: {} } as const;

/** Runs a command line, and answers the exit code. */
export async function terminal(machine: Machine): Promise<0 | 1> {
  const { words, environment, stdout, stderr } = machine;
  const screen = new Screen({ stdout, stderr, environment, json: words.includes('--json') });
  const console = new Console(screen.toolkit());
  try {
    const asked = parseCommandLine(words, stdout.columns || 80);
    switch (asked.kind) {
      case 'text':
        screen.print(asked.text);
        break;
      case 'complete': {
        const { complete } = await import('./cli/complete.ts');
        complete(asked.words, (text) => screen.print(text));
        break;
      }
      case 'init': {
        const { initialize } = await import('./initialize.ts');
        await initialize(asked, machine, screen);
        break;
      }
      case 'command':
        await new Session(asked, machine, screen, console).run();
    }
    return 0;
  } catch (error) {
    for (const one of toTagshipErrors(error)) {
      console.error(one);
    }
    if (error instanceof Error && error.stack !== undefined) {
      for (const frame of error.stack.split('\n').filter((line) => line.startsWith('    at '))) {
        console.debug(frame);
      }
    }
    return 1;
  } finally {
    if (screen.result !== undefined && words.includes('--json')) {
      screen.print(screen.result);
    }
  }
}

/** One command of the action, in a terminal. */
class Session {
  readonly #asked: AskedCommand;
  readonly #machine: Machine;
  readonly #screen: Screen;
  readonly #console: Console;

  constructor(asked: AskedCommand, machine: Machine, screen: Screen, console: Console) {
    this.#asked = asked;
    this.#machine = machine;
    this.#screen = screen;
    this.#console = console;
  }

  async run(): Promise<void> {
    const { command, given, flags } = this.#asked;
    refuseUnselected(command, given, Boolean(this.#machine.environment.GITHUB_RUN_ID));
    const mayMove = isMoving(command, given) && !flags.local;
    if (mayMove && !flags.yes) {
      this.#refuseUnasked();
    }
    const { cwd, environment } = this.#machine;
    const clone = await Clone.around(cwd, environment);
    const prepared = flags.local ? await this.#locally(clone) : await this.#remotely(clone);
    try {
      const place = pagePlace(given.get('page'), cwd);
      const inputs = new Map([...given, ...prepared.given, ...(place?.given ?? [])]);
      const host = {
        ...this.#host({ ...prepared, environment: { ...prepared.environment, ...place?.environment } }),
        person: environment.GITHUB_ACTOR ? undefined : await clone?.person(),
      };
      const { main } = await import('./main.ts');
      if (mayMove && !flags.yes) {
        if (isPlannable(command)) {
          this.#screen.say('What would happen:');
          const plan = new Console(this.#screen.toolkit({ isPlan: true }));
          this.#mask(plan, prepared.secrets);
          await main(command, new Map([...inputs, ['dry-run', 'true']]), { ...host, keepResult: async () => '' }, plan);
        }
        await this.#ask(command, given);
      }
      await main(command, inputs, host, this.#console);
    } finally {
      await prepared.close();
    }
  }

  #host({ environment, local }: Prepared): Host {
    const { stderr, signals, clock, keepMemorySmall } = this.#machine;
    return {
      environment,
      event: NO_EVENT,
      toolkit: this.#screen.toolkit(),
      stdout: stderr,
      signals,
      clock,
      keepMemorySmall,
      keepResult: async (result) => {
        this.#screen.keep(result);
        return '';
      },
      local,
    };
  }

  async #locally(clone: Clone | undefined): Promise<Prepared> {
    const { prepareLocal } = await import('./local.ts');
    return await prepareLocal(this.#asked, clone, this.#machine, this.#screen);
  }

  async #remotely(clone: Clone | undefined): Promise<Prepared> {
    const { command, given, flags } = this.#asked;
    const { environment } = this.#machine;
    if (flags.worktree) {
      throw new TagshipError(
        'input-invalid',
        'The flag `--worktree` was given without `--local`.',
        'What runs elsewhere comes from a tag: commit and tag the change, or add `--local`.',
      );
    }
    const server = await repositoryOf(flags, clone, environment);
    const secrets = new Map<string, string>();
    for (const [name, file] of flags.secretFiles) {
      secrets.set(name, await secretIn(file, name));
    }
    const github = secrets.get('github-token') ?? (await tokenFor(server, environment));
    if (github !== undefined) {
      secrets.set('github-token', github);
    }
    const cloudflare = secrets.get('cloudflare-api-token') ?? environment.CLOUDFLARE_API_TOKEN?.trim();
    if (cloudflare && needsCloudflare(command, given, NO_EVENT)) {
      secrets.set('cloudflare-api-token', cloudflare);
    }
    const all = [...secrets.values(), environment.GITHUB_TOKEN ?? '', environment.GH_TOKEN ?? '', cloudflare ?? ''];
    this.#mask(this.#console, all);
    const { GITHUB_TOKEN: _, ...others } = environment;
    return {
      given: secrets,
      secrets: all,
      environment: {
        // What `GITHUB_TOKEN` holds is for the server that it was made for.
        ...(github === environment.GITHUB_TOKEN?.trim() ? environment : others),
        GITHUB_REPOSITORY: server.repository,
        GITHUB_SERVER_URL: server.serverUrl,
        GITHUB_API_URL: server.apiUrl,
        GITHUB_WORKSPACE: clone?.root ?? '',
      },
      local: undefined,
      close: async () => undefined,
    };
  }

  #mask(console: Console, secrets: readonly string[]): void {
    for (const secret of secrets.map((one) => one.trim()).filter((one) => one !== '')) {
      console.mask(secret);
      console.mask(basicCredentials(secret));
    }
  }

  #refuseUnasked(): void {
    const { stdin, stderr } = this.#machine;
    if (stdin.isTTY !== true || stderr.isTTY !== true) {
      throw new TagshipError(
        'unconfirmed',
        `\`${this.#asked.command}\` may move something, and there is no terminal to ask in.`,
        'Add `--yes` to do it without a question, or `--dry-run` to see what would happen.',
      );
    }
  }

  async #ask(command: Command, given: AskedCommand['given']): Promise<void> {
    const { stdin, stderr } = this.#machine;
    const where = given.get('environment');
    const { createInterface } = await import('node:readline/promises');
    const lines = createInterface({ input: stdin, output: stderr, terminal: true });
    try {
      const left = new Promise<undefined>((resolve) =>
        lines.once('close', () => resolve(undefined)).once('SIGINT', () => resolve(undefined)),
      );
      const question = this.#screen.paint(
        'bold',
        `${command}${where === undefined ? '' : ` in ${where}`}: go on? [y/N] `,
      );
      const answer = await Promise.race([lines.question(question), left]);
      if (answer === undefined) {
        // The cursor still stands behind the question.
        stderr.write('\n');
      }
      if (!/^y(?:es)?$/i.test(answer?.trim() ?? '')) {
        throw new TagshipError('unconfirmed', 'The answer was not yes, so nothing was done.', 'Answer `y` to go on.');
      }
    } finally {
      lines.close();
    }
  }
}

/** A page is written where its path leads from the current folder: whose machine it is may say so. */
function pagePlace(
  page: string | undefined,
  cwd: string,
): { readonly given: ReadonlyMap<string, string>; readonly environment: Environment } | undefined {
  if (page === undefined) {
    return undefined;
  }
  const file = resolve(cwd, page);
  const below = relative(cwd, file);
  const isBelow = below !== '' && !isAbsolute(below) && below.split(sep)[0] !== '..';
  return {
    given: new Map([['page', isBelow ? below.split(sep).join('/') : basename(file)]]),
    environment: { GITHUB_WORKSPACE: isBelow ? cwd : dirname(file) },
  };
}

/** What a command runs with. */
export interface Prepared {
  /** Inputs that were not on the command line. */
  readonly given: ReadonlyMap<string, string>;
  readonly secrets: readonly string[];
  readonly environment: Environment;
  readonly local: LocalWorld | undefined;
  readonly close: () => Promise<void>;
}

interface Server extends RemoteRepository {
  readonly apiUrl: string;
}

/** The repository that a command is about: the one that was named, else `origin`, else what a runner says. */
async function repositoryOf(flags: Flags, clone: Clone | undefined, environment: Environment): Promise<Server> {
  const address = await clone?.remote('origin');
  const origin = address === undefined ? undefined : await repositoryAt(address, environment);
  const named = flags.repository ?? (origin === undefined ? environment.GITHUB_REPOSITORY : undefined);
  const home =
    origin ?? serverOf(environment.GITHUB_SERVER_URL) ?? serverOf(`https://${environment.GH_HOST || 'github.com'}`);
  const found = named === undefined || home === undefined ? origin : parseRepositoryName(named, home);
  if (found === undefined) {
    throw await noRepository(flags, clone, address);
  }
  // A runner, or a test that stands in for one, may have the same server at another port.
  const given = serverOf(environment.GITHUB_SERVER_URL);
  const isGiven = given !== undefined && hostnameOf(given.host) === hostnameOf(found.host);
  const server = isGiven ? { ...found, ...given } : found;
  const api = environment.GITHUB_API_URL?.replace(/\/+$/, '');
  return { ...server, apiUrl: (isGiven || given === undefined ? api : undefined) || apiUrlOf(server) };
}

function serverOf(url: string | undefined): Pick<RemoteRepository, 'host' | 'serverUrl'> | undefined {
  const parsed = url === undefined || url === '' ? null : URL.parse(url);
  return parsed === null || !/^https?:$/.test(parsed.protocol)
    ? undefined
    : { host: parsed.host, serverUrl: `${parsed.origin}${parsed.pathname.replace(/\/+$/, '')}` };
}

function hostnameOf(host: string): string {
  return host.replace(/:\d+$/, '');
}

async function noRepository(
  flags: Flags,
  clone: Clone | undefined,
  address: string | undefined,
): Promise<TagshipError> {
  const remotes = (await clone?.remotes()) ?? [];
  const what =
    flags.repository !== undefined
      ? `\`${flags.repository.replace(/\/\/[^/@]*@/, '//')}\` names no repository.`
      : clone === undefined
        ? 'This folder is in no clone of a repository.'
        : address === undefined
          ? `This clone has no remote \`origin\`${remotes.length === 0 ? '' : `; its remotes: ${remotes.join(', ')}`}.`
          : 'The remote `origin` of this clone is no repository on a server.';
  return new TagshipError(
    'repository-unknown',
    what,
    'Name it: `--repository owner/name`, or `--repository host/owner/name`.',
  );
}

/** The token for a server. One for GitHub is sent to no other server, unless the environment says that it is for that one. */
async function tokenFor({ host }: RemoteRepository, environment: Environment): Promise<string | undefined> {
  const isOwn = isGitHubCloud(host) || serverOf(environment.GITHUB_SERVER_URL)?.host === host;
  const names = [
    ...(isOwn ? ['GITHUB_TOKEN', 'GH_TOKEN'] : []),
    ...(isGitHubCloud(host) ? [] : ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN']),
  ];
  const token = names.map((name) => environment[name]?.trim()).find((one) => one !== undefined && one !== '');
  return (
    token ?? ((await printedBy('gh', ['auth', 'token', '--hostname', hostnameOf(host)], environment)) || undefined)
  );
}

async function secretIn(file: string, name: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown';
    throw new TagshipError(
      'input-invalid',
      `The file of \`--${name}-file\` cannot be read (${code}).`,
      'Check its path.',
    );
  });
  if (text.trim() === '') {
    throw new TagshipError('token-missing', `The file of \`--${name}-file\` is empty.`, 'Write the token into it.');
  }
  return text.trim();
}

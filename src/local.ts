import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { Clone } from './adapters/git/clone.ts';
import { repositoryAt } from './adapters/git/origin.ts';
import { LocalGitServer } from './adapters/local/git-server.ts';
import { LOCAL_FORGE } from './adapters/local/local-forge.ts';
import { LocalKv } from './adapters/local/local-kv.ts';
import { LocalRepository } from './adapters/local/local-repository.ts';
import type { Asked } from './cli/program.ts';
import type { Screen } from './cli/screen.ts';
import { environmentProblem } from './domain/environment.ts';
import { globMatcher } from './domain/glob.ts';
import { isNamespaceId } from './domain/namespace.ts';
import { shortTag } from './domain/tag.ts';
import { linesOf } from './domain/text.ts';
import { bindingsOf, localNamespaces, parseWrangler, WRANGLER_FILES, type WranglerConfig } from './domain/wrangler.ts';
import { TagshipError } from './errors.ts';
import type { Machine, Prepared } from './terminal.ts';

type AskedCommand = Extract<Asked, { kind: 'command' }>;

/** What stands in for tokens, where there is no server. */
const NO_TOKEN = 'local';

/**
 * Prepares a command for the KV of `wrangler dev`, with the clone as the Git server. No token is needed, nothing is pushed to
 * a server, and no move reaches the clone.
 */
export async function prepareLocal(
  asked: AskedCommand,
  clone: Clone | undefined,
  { cwd, environment }: Machine,
  screen: Screen,
): Promise<Prepared> {
  const { command, given } = asked;
  if (clone === undefined) {
    throw new TagshipError(
      'repository-unknown',
      'This folder is in no clone of a repository.',
      'Run `--local` in a clone.',
    );
  }
  if (shortTag(given.get('tag') ?? '').startsWith('logic/')) {
    throw new TagshipError(
      'input-invalid',
      'A tag under `logic/` asks for a rebuild, which `--local` does not do.',
      'Build and start the Worker with `wrangler dev`.',
    );
  }
  const { folder, file, config } = await wranglerAround(await realpath(cwd), clone.root);
  const namespaces = namespacesOf(config, file, given.get('kv-namespace'));
  const kv = new LocalKv({ folder, namespaces: namespaces.ids });
  if (command !== 'history') {
    kv.connect();
  }
  try {
    return await prepared(asked, clone, { cwd, environment }, { folder, namespaces, kv }, screen);
  } catch (error) {
    await kv.close();
    throw error;
  }
}

/** Where a local command writes. */
interface LocalPlace {
  readonly folder: string;
  readonly namespaces: Namespaces;
  readonly kv: LocalKv;
}

async function prepared(
  { command, given, flags }: AskedCommand,
  clone: Clone,
  { cwd, environment }: Pick<Machine, 'cwd' | 'environment'>,
  { folder, namespaces, kv }: LocalPlace,
  screen: Screen,
): Promise<Prepared> {
  const repository = await LocalRepository.open(join(folder, '.wrangler', 'state', 'tagship.git'), clone);
  await repository.follow();
  const undo = flags.worktree ? await tagWorktree(repository, given) : undefined;
  const url = await clone.remote('origin');
  const origin = url === undefined ? undefined : await repositoryAt(url, environment);
  screen.say(screen.paint('dim', `Local: ${namespaces.words}, in ${relative(cwd, folder) || '.'}/.wrangler/state`));
  return {
    given: new Map([
      ['github-token', NO_TOKEN],
      ['cloudflare-api-token', NO_TOKEN],
      ['cloudflare-account-id', NO_TOKEN],
      ...(command === 'history' ? [] : [['kv-namespace', namespaces.lines.join('\n')] as const]),
    ]),
    secrets: [],
    environment: {
      ...environment,
      GITHUB_REPOSITORY: origin?.repository ?? `local/${basename(clone.root).replace(/[^\w.-]/g, '-')}`,
      GITHUB_SERVER_URL: origin?.serverUrl ?? 'https://localhost',
      GITHUB_WORKSPACE: clone.root,
    },
    local: { git: new LocalGitServer(repository.directory, clone.environment), kv, forge: LOCAL_FORGE },
    close: async () => {
      await kv.close();
      if (given.get('dry-run') === 'true') {
        await undo?.();
      }
    },
  };
}

/** The wrangler configuration in a folder, or in the nearest one above it. */
async function wranglerAround(
  from: string,
  root: string,
): Promise<{ readonly folder: string; readonly file: string; readonly config: WranglerConfig }> {
  for (let folder = from; ; folder = dirname(folder)) {
    const name = WRANGLER_FILES.find((one) => existsSync(join(folder, one)));
    if (name !== undefined) {
      const config = parseWrangler(await readFile(join(folder, name), 'utf8'), name);
      if ('problem' in config) {
        throw new TagshipError(
          'namespace-unknown',
          `The file ${name} cannot be read: ${config.problem}.`,
          'Correct it.',
        );
      }
      return { folder, file: name, config };
    }
    if (folder === root || folder === dirname(folder)) {
      throw new TagshipError(
        'namespace-missing',
        'There is no wrangler configuration in this folder, nor above it in the clone.',
        'Run the command in the folder of the Worker, where `wrangler dev` is started.',
      );
    }
  }
}

interface Namespaces {
  /** What each is called on this machine, by the id that it has in the inputs. */
  readonly ids: ReadonlyMap<string, string>;
  /** The input `kv-namespace`. */
  readonly lines: readonly string[];
  readonly words: string;
}

/** @param wanted a binding or an id */
function namespacesOf(config: WranglerConfig, file: string, wanted: string | undefined): Namespaces {
  const found = localNamespaces(config, wanted);
  if (found.size === 0) {
    const all = bindingsOf(config);
    throw new TagshipError(
      'namespace-missing',
      all.length === 0
        ? `The file ${file} has no \`kv_namespaces\`.`
        : wanted === undefined
          ? `The file ${file} has several KV namespaces: ${all.join(', ')}.`
          : `The file ${file} has no KV namespace \`${wanted}\`; it has: ${all.join(', ') || 'none'}.`,
      all.length === 0
        ? 'Add the namespace that the Worker reads.'
        : 'Name the binding that the Worker reads: `--kv-namespace BINDING`.',
    );
  }
  const ids = new Map([...found.values()].map(({ id }) => [inputIdOf(id), id]));
  return {
    ids,
    lines: [...found].map(([environment, { id }]) => `${environment ?? '**'}: ${inputIdOf(id)}`),
    words: [
      ...new Set([...found.values()].map(({ binding, id }) => (binding === id ? binding : `${binding} (${id})`))),
    ].join(', '),
  };
}

/** The id of a namespace as inputs have it; wrangler takes anything for one, such as the binding. */
function inputIdOf(id: string): string {
  return isNamespaceId(id) ? id.toLowerCase() : createHash('sha256').update(id).digest('hex').slice(0, 32);
}

/**
 * Gives the working tree a version of its own, and points the environment of each component at it.
 * @returns what undoes it
 */
async function tagWorktree(
  repository: LocalRepository,
  given: AskedCommand['given'],
): Promise<(() => Promise<void>) | undefined> {
  const patterns = linesOf(given.get('components') ?? '');
  const environment = given.get('environment');
  if (patterns.length === 0 || environment === undefined) {
    throw new TagshipError(
      'input-missing',
      'The flag `--worktree` needs `--components` and `--environment`.',
      'Say which components are taken from the working tree, and where they are to be tried.',
    );
  }
  if (environmentProblem(environment) !== undefined) {
    // The command itself says what is wrong with it.
    return undefined;
  }
  const { commit, tree } = await repository.snapshot();
  const known = await repository.components();
  const names = patterns.flatMap((pattern) =>
    /[*?[{]/.test(pattern) ? known.filter((name) => globMatcher(pattern)(name)) : [pattern],
  );
  const version = `v0.0.0-worktree-${tree.slice(0, 12)}`;
  return await repository.tag(
    names.flatMap((name) => [`components/${name}/${version}`, `components/${name}/${environment}`]),
    commit,
  );
}

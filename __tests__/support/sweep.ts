import { looseOr } from '../../sandbox/git/loose-reader.ts';
import type { Repository, RunOptions, RunResult, Sandbox } from '../../sandbox/index.ts';

/** Shorter texts stand everywhere by chance. */
const SHORTEST = 6;

/** Variables and inputs that hold a secret, by their names. */
const SECRET_NAME = /TOKEN|SECRET|PASSWORD|KEY$/i;

/**
 * Where secrets stand in texts, in words; empty when all is well. It looks for every spelling in which a text may have
 * them, and is written without the code under test.
 * @param texts by what they are, such as `the log`
 */
export function sweep(secrets: Iterable<string>, texts: Readonly<Record<string, string>>): string[] {
  const found: string[] = [];
  for (const secret of new Set(secrets)) {
    for (const [how, spelling] of spellings(secret)) {
      for (const [where, text] of Object.entries(texts)) {
        if (spelling.length >= SHORTEST && text.includes(spelling)) {
          found.push(`${where} has the secret ${secret.slice(0, 4)}… ${how}`);
        }
      }
    }
  }
  return [...new Set(found)];
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function* spellings(secret: string): Generator<[string, string]> {
  yield ['as it is', secret];
  for (const line of secret.split(/[\r\n]+/)) yield ['line by line', line.trim()];
  const address = encodeURIComponent(secret);
  yield ['in an address', address];
  yield ['in an address', address.replace(/%../g, (byte) => byte.toLowerCase())];
  const json = JSON.stringify(secret).slice(1, -1);
  yield ['in JSON', json];
  yield ['in JSON', json.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)];
  yield ['in JSON in JSON', JSON.stringify(json).slice(1, -1)];
  yield ['in HTML', secret.replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one)];
  const hex = Buffer.from(secret).toString('hex');
  yield ['in hex', hex];
  yield ['in hex', hex.toUpperCase()];
  for (const before of ['', 'x', 'xx']) {
    // What stands before and behind has a part in the characters at both ends.
    const whole = Buffer.from(`${before}${secret}`).toString('base64').replaceAll('=', '');
    const alone = whole.slice(before.length === 0 ? 0 : before.length + 1, -1);
    yield ['in base64', alone];
    yield ['in base64', alone.replaceAll('+', '-').replaceAll('/', '_')];
  }
}

/** What a run published itself: neither what it told the runner to hide, nor what commands of a rebuild printed. */
export function published(run: RunResult): Record<string, string> {
  return {
    'the log': run.stdout.replace(/^::add-mask::.*$/gm, '').replace(/^::stop-commands::(.+)$[\s\S]*?^::\1::$/gm, ''),
    'the error stream': run.stderr,
    'the summary': run.summary,
    'the outputs': JSON.stringify(run.outputs),
    'the annotations': JSON.stringify(run.annotations),
  };
}

/** What stands in the ledgers of a repository: every message and every file but contents, which are the repository's own. */
async function ledgersOf(repository: Repository): Promise<string> {
  return await looseOr(
    () => looseLedgers(repository),
    () => gitLedgers(repository),
  );
}

function looseLedgers({ loose }: Repository): string {
  const texts = new Map<string, string>();
  for (const oid of Object.values(loose.refs())) {
    if (loose.object(oid).type !== 'commit' || !/^Seq: \d+$/m.test(loose.commit(oid).message)) continue;
    for (const commit of loose.history(oid)) {
      if (texts.has(commit.oid)) break;
      texts.set(commit.oid, `${commit.headers.author} ${commit.message}`);
      for (const [file, blob] of loose.files(commit.headers.tree?.[0] ?? '')) {
        const key = `${file} ${blob}`;
        if (!texts.has(key) && /\.json$|^\.at\//.test(file)) texts.set(key, `${file}\n${loose.blob(blob)}`);
      }
    }
  }
  return [...texts.values()].join('\n');
}

async function gitLedgers(repository: Repository): Promise<string> {
  const git = async (...args: readonly string[]): Promise<string> =>
    // Some tests break the ledger.
    await repository.git(['--git-dir', repository.bare, ...args]).catch((error: unknown) => {
      if (String(error).startsWith('GitError')) return '';
      throw error;
    });
  const format = '--format=%(refname) %(contents:trailers:key=Seq,valueonly,separator=%x20)';
  const refs = (await git('for-each-ref', format)).split('\n').flatMap((line) => /^(\S+) \d+/.exec(line)?.[1] ?? []);
  const texts = refs.map((ref) => git('log', '--patch', '--format=%an %ae %B', ref, '--', '*.json', '.at'));
  return (await Promise.all(texts)).join('\n');
}

/** A sandbox that somebody has an eye on. */
export interface SweptSandbox extends Sandbox {
  /** Where secrets were found since the last time, in words. */
  leaks(): Promise<string[]>;
}

/**
 * The same sandbox, with an eye on everything that its runs publish or record: none of the secrets that they were given may
 * be in it. `close` and `reset` fail where one is.
 */
export function swept(sandbox: Sandbox): SweptSandbox {
  const { githubToken, readOnlyToken, readOnlyAppToken, cloudflareToken } = sandbox;
  const secrets = new Set([githubToken, readOnlyToken, readOnlyAppToken, cloudflareToken]);
  const found: string[] = [];
  const repositories: Repository[] = [];
  const leaks = async (): Promise<string[]> => {
    for (const repository of repositories.splice(0)) {
      const tracked = [sandbox.github.issues(repository.name), sandbox.github.deployments(repository.name)];
      const texts = { GitHub: JSON.stringify(tracked), 'the ledger': await ledgersOf(repository) };
      found.push(...sweep(secrets, texts).map((one) => `${repository.name}: ${one}`));
    }
    return found.splice(0);
  };
  const after = async (end: () => Promise<void>): Promise<void> => {
    const leaked = await leaks().finally(end);
    if (leaked.length > 0) throw new Error(leaked.join('\n'));
  };
  return {
    ...sandbox,
    leaks,
    runAction: async (options) => {
      for (const secret of secretsOf(options)) secrets.add(secret);
      const run = await sandbox.runAction(options);
      // What another action prints, as in the tests of the runner, is not ours.
      if (options.actionFile === undefined) found.push(...sweep(secrets, published(run)));
      return run;
    },
    createRepository: async (name) => {
      const repository = await sandbox.createRepository(name);
      repositories.push(repository);
      return repository;
    },
    reset: () => after(() => sandbox.reset()),
    close: () => after(() => sandbox.close()),
  };
}

function secretsOf({ env = {}, inputs = {} }: RunOptions): string[] {
  return Object.entries({ ...env, ...inputs }).flatMap(([name, value]) =>
    value !== null && SECRET_NAME.test(name) ? [value] : [],
  );
}

import type { RunOptions, RunResult, Sandbox } from '../../sandbox/index.ts';

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

function* spellings(secret: string): Generator<[string, string]> {
  yield ['as it is', secret];
  for (const line of secret.split(/[\r\n]+/)) yield ['line by line', line.trim()];
  yield ['in an address', encodeURIComponent(secret)];
  yield ['in JSON', JSON.stringify(secret).slice(1, -1)];
  yield ['in hex', Buffer.from(secret).toString('hex')];
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

/** Looks through everything that the runs of a sandbox publish. */
export class Sweeper {
  readonly #secrets = new Set<string>();
  readonly #found: string[] = [];

  /** The same sandbox, with an eye on what runs in it. */
  watch(sandbox: Sandbox): Sandbox {
    const { githubToken, readOnlyToken, readOnlyAppToken, cloudflareToken } = sandbox;
    for (const token of [githubToken, readOnlyToken, readOnlyAppToken, cloudflareToken]) this.#secrets.add(token);
    return {
      ...sandbox,
      runAction: async (options) => {
        for (const secret of secretsOf(options)) this.#secrets.add(secret);
        const run = await sandbox.runAction(options);
        this.#found.push(...sweep(this.#secrets, published(run)));
        return run;
      },
    };
  }

  /** What was found since the last time, in the issues of a repository as well. */
  found(sandbox: Sandbox, repository: string): string[] {
    const tracked = [sandbox.github.issues(repository), sandbox.github.deployments(repository)];
    return [...this.#found.splice(0), ...sweep(this.#secrets, { GitHub: JSON.stringify(tracked) })];
  }
}

function secretsOf({ env = {}, inputs = {} }: RunOptions): string[] {
  return Object.entries({ ...env, ...inputs }).flatMap(([name, value]) =>
    value !== null && SECRET_NAME.test(name) ? [value] : [],
  );
}

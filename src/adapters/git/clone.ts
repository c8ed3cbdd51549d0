import { resolve } from 'node:path';
import { TagshipError } from '../../errors.ts';
import { cloneEnvironment } from './environment.ts';
import { GitProcess } from './process.ts';

/** A clone on this machine, as its Git sees it. */
export class Clone {
  readonly environment: Record<string, string>;
  /** The top folder of the working tree. */
  readonly root: string;

  private constructor(root: string, environment: Record<string, string>) {
    this.root = root;
    this.environment = environment;
  }

  /** The clone that a folder is in; undefined where it is in none. */
  static async around(
    folder: string,
    variables: Readonly<Record<string, string | undefined>>,
  ): Promise<Clone | undefined> {
    const environment = cloneEnvironment(variables);
    const { code, printed } = await run(['rev-parse', '--show-toplevel'], environment, folder);
    const root = printed.toString('utf8').replace(/\r?\n$/, '');
    return code === 0 && root !== '' ? new Clone(resolve(root), environment) : undefined;
  }

  /** The address of a remote, as `url.<base>.insteadOf` rewrites it; undefined where there is no such remote. */
  async remote(name: string): Promise<string | undefined> {
    const { code, printed } = await run(['remote', 'get-url', name], this.environment, this.root);
    return code === 0 ? printed.toString('utf8').trim() : undefined;
  }

  async remotes(): Promise<readonly string[]> {
    return lines((await run(['remote'], this.environment, this.root)).printed);
  }

  /** Who works here, as Git is configured; undefined where it is not. */
  async person(): Promise<{ readonly actor: string; readonly email: string } | undefined> {
    const { code, printed } = await run(['var', 'GIT_AUTHOR_IDENT'], this.environment, this.root);
    const [, actor = '', email = ''] = /^(.*) <([^<>]*)> \d+ [+-]\d{4}$/.exec(printed.toString('utf8').trim()) ?? [];
    return code === 0 && actor !== '' ? { actor, email } : undefined;
  }

  /**
   * Runs Git here.
   * @throws TagshipError `git-protocol` where it fails
   */
  async git(
    words: readonly string[],
    {
      input = '',
      variables = {},
    }: { readonly input?: string; readonly variables?: Readonly<Record<string, string>> } = {},
  ): Promise<string> {
    const { code, printed, said } = await run(words, { ...this.environment, ...variables }, this.root, input);
    if (code !== 0) {
      throw new TagshipError(
        'git-protocol',
        `\`git ${words[0]}\` failed in this clone: ${said.replace(/\.?$/, '.')}`,
        'Look into the clone with `git status` and `git fsck`.',
      );
    }
    return printed.toString('utf8');
  }
}

/** The lines of what Git printed. */
export function lines(printed: Buffer | string): string[] {
  return printed
    .toString()
    .split('\n')
    .filter((line) => line !== '');
}

async function run(
  words: readonly string[],
  environment: Record<string, string>,
  folder: string,
  input = '',
): ReturnType<GitProcess['end']> {
  const git = new GitProcess(words, environment, folder);
  if (input !== '') {
    await git.write(Buffer.from(input));
  }
  return await git.end();
}

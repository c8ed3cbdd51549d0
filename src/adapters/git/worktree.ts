import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { TagshipError } from '../../errors.ts';
import { worktreeEnvironment } from './environment.ts';
import { type Ended, GitProcess } from './process.ts';
import type { RemoteReader } from './remote-reader.ts';

/** A commit that is checked out. */
export interface Worktree {
  readonly directory: string;
  readonly remove: () => Promise<void>;
}

/**
 * Checks a commit out into a folder below another one. The commit is fetched here; Git only unpacks it, so it needs neither the
 * token nor the network.
 */
export async function checkOut(
  commit: string,
  parent: string,
  variables: Readonly<Record<string, string | undefined>>,
  remote: RemoteReader,
): Promise<Worktree> {
  const folder = await mkdtemp(join(parent, 'worktree-'));
  const gitDir = join(folder, '.git');
  const directory = join(folder, 'files');
  const remove = async (): Promise<void> => {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const environment = worktreeEnvironment(variables, gitDir);
  try {
    await makeRepository(gitDir, commit);
    await remote.fetch({ wants: [commit], filter: undefined, history: { depth: 1 } }, () => {
      const unpacking = new GitProcess(['index-pack', '--stdin'], environment, gitDir);
      return {
        pack: (bytes) => unpacking.write(bytes),
        end: async (failure) => {
          const ended = await unpacking.end();
          if (failure !== undefined) {
            throw failure;
          }
          refuseFailed(commit, ended);
        },
      };
    });
    const words = ['worktree', 'add', '--quiet', '--force', '--detach', directory, commit];
    refuseFailed(commit, await new GitProcess(words, environment, gitDir).end());
    return { directory, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** What `git init --bare` makes (gitrepository-layout), for a commit without those before it. */
async function makeRepository(gitDir: string, commit: string): Promise<void> {
  await mkdir(join(gitDir, 'objects'), { recursive: true });
  await mkdir(join(gitDir, 'refs'));
  await writeFile(join(gitDir, 'HEAD'), 'ref: refs/heads/main\n');
  await writeFile(join(gitDir, 'shallow'), `${commit}\n`);
  // It is thrown away after the run, so nothing has to wait until the disk has it.
  await writeFile(join(gitDir, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n\tfsync = none\n');
}

function refuseFailed(commit: string, { code, said }: Ended): void {
  if (code !== 0) {
    throw new TagshipError(
      'rebuild-failed',
      `Commit ${commit.slice(0, 12)} could not be checked out: ${said.replace(/\.$/, '')}.`,
      'Check the free disk space of the runner. Else try `git worktree add` with this commit in a clone on the same runner: a filter or a file name that the machine does not take is named there.',
    );
  }
}

import { type Config, DEFAULT_CONFIG_PATH, defaultConfig } from '../domain/config.ts';
import { parseConfig } from '../domain/config-file.ts';
import { TagshipError } from '../errors.ts';
import type { Repository } from '../ports/repository.ts';
import { lookUp } from './tree.ts';

/**
 * The configuration at the default branch, so that moving a tag back to an old commit does not bring back old policy.
 * Without the file at the default path, the defaults.
 * @throws TagshipErrors `config-syntax`, `config-invalid`; TagshipError `config-missing` for a file that was named
 */
export async function readConfig(repository: Repository, head: string | undefined, path: string): Promise<Config> {
  const found = head === undefined ? undefined : await lookUp(repository, head, path);
  if (found?.kind === 'file') {
    const blob = await repository.read(found.oid);
    if (blob?.type === 'blob' && blob.bytes !== undefined) {
      return parseConfig(new TextDecoder().decode(blob.bytes), path);
    }
  }
  if (found !== undefined && found.kind !== 'missing') {
    throw new TagshipError(
      'config-invalid',
      `\`${path}\` is not a regular file on the default branch.`,
      'Commit it as a file.',
      {
        location: { file: path },
      },
    );
  }
  if (path !== DEFAULT_CONFIG_PATH) {
    throw new TagshipError(
      'config-missing',
      `The default branch has no file \`${path}\`.`,
      'Commit the configuration to the default branch, or correct the input `config`.',
    );
  }
  return defaultConfig();
}

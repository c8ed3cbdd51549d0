import { type Config, DEFAULT_CONFIG_PATH, defaultConfig } from '../domain/config.ts';
import { MISNAMED_CONFIG_PATH, misnamedConfig, parseConfig } from '../domain/config-file.ts';
import { parseWrangler, WRANGLER_FILES, type WranglerConfig } from '../domain/wrangler.ts';
import { TagshipError } from '../errors.ts';
import type { Repository } from '../ports/repository.ts';
import { lookUp } from './tree.ts';

/**
 * The configuration at the default branch, so that moving a tag back to an old commit does not bring back old policy.
 * Without the file at the default path, the defaults.
 * @throws TagshipErrors `config-syntax`, `config-invalid`; TagshipError `config-missing` for a file that was named, or that stands under nearly the default name
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
  const misnamed = head === undefined ? undefined : await lookUp(repository, head, MISNAMED_CONFIG_PATH);
  if (misnamed?.kind === 'file') {
    throw misnamedConfig(' on the default branch');
  }
  return defaultConfig();
}

/**
 * The wrangler configuration at the default branch, from the file that wrangler would read; undefined without one.
 * @throws TagshipError `config-invalid`
 */
export async function readWrangler(
  repository: Repository,
  head: string | undefined,
): Promise<WranglerConfig | undefined> {
  for (const file of head === undefined ? [] : WRANGLER_FILES) {
    const found = await lookUp(repository, head ?? '', file);
    const blob = found.kind === 'file' ? await repository.read(found.oid) : undefined;
    if (blob?.type === 'blob' && blob.bytes !== undefined) {
      const parsed = parseWrangler(new TextDecoder().decode(blob.bytes), file);
      if ('problem' in parsed) {
        throw new TagshipError(
          'config-invalid',
          `\`${file}\` on the default branch cannot be read: ${parsed.problem}.`,
          'Correct the file, or name the namespace by `id` or `title`.',
          { location: { file } },
        );
      }
      return parsed;
    }
  }
  return undefined;
}

/** The policy files of the default branch, to be brought near. */
export async function policyObjects(
  repository: Repository,
  head: string | undefined,
  configPath: string,
): Promise<string[]> {
  const oids: string[] = [];
  for (const path of head === undefined ? [] : [configPath, ...WRANGLER_FILES]) {
    const found = await lookUp(repository, head ?? '', path);
    if (found.kind === 'file') {
      oids.push(found.oid);
    }
  }
  return oids;
}

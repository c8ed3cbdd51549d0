import { parseRemoteUrl, type RemoteRepository } from '../../domain/remote-url.ts';
import { printedBy } from '../programs.ts';

/** The repository that the address of a remote names, with an alias of the SSH configuration resolved. */
export async function repositoryAt(
  url: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<RemoteRepository | undefined> {
  const found = parseRemoteUrl(url);
  const isAlias = found !== undefined && /^[\w-]+$/.test(found.host) && found.host !== 'localhost';
  if (!isAlias || /^https?:/i.test(url)) {
    return found;
  }
  const settings = await printedBy('ssh', ['-G', found.host], environment);
  const host = /^hostname (\S+)$/m.exec(settings ?? '')?.[1];
  return host === undefined ? found : parseRemoteUrl(`ssh://${host}/${found.repository}`);
}

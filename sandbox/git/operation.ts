import type { Description, PushedRef } from '../types.ts';
import { readPackets } from './pkt-line.ts';

const COMMAND_SEARCH_BYTES = 256;
const UPDATE = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) ([^\0\n]+)/;

/** Names a request of Git's smart HTTP protocol. */
export function describeGit(method: string, path: string, body: Buffer): Description {
  const [bare = '', query = ''] = path.split('?', 2);
  const operation = nameOf({ method, path: bare, query }, body);
  return { operation, keys: () => [], refs: () => (operation === 'git push' ? pushedRefs(body) : []) };
}

function nameOf(
  { method, path, query }: { readonly method: string; readonly path: string; readonly query: string },
  body: Buffer,
): string {
  if (method === 'GET' && path.endsWith('/info/refs')) {
    return new URLSearchParams(query).get('service') === 'git-receive-pack' ? 'git push info/refs' : 'git info/refs';
  }
  if (method === 'POST' && path.endsWith('/git-receive-pack')) return 'git push';
  if (method === 'POST' && path.endsWith('/git-upload-pack')) {
    // Protocol 0 has no commands: all it posts here is a fetch.
    const command = /command=([a-z-]+)/.exec(body.toString('latin1', 0, COMMAND_SEARCH_BYTES))?.[1] ?? 'fetch';
    return `git ${command}`;
  }
  return `${method} ${path}`;
}

/** The commands before the pack; none where they cannot be read. */
function pushedRefs(body: Buffer): PushedRef[] {
  try {
    return readPackets(body).packets.flatMap((packet) => {
      const [, before, after, name] = UPDATE.exec(packet.toString()) ?? [];
      return before === undefined || after === undefined || name === undefined ? [] : [{ name, before, after }];
    });
  } catch {
    return [];
  }
}

import type { Description } from '../types.ts';

const COMMAND_SEARCH_BYTES = 256;

/** Names a request of Git's smart HTTP protocol. */
export function describeGit(method: string, path: string, body: Buffer): Description {
  return { operation: nameOf(method, path.split('?', 1)[0] ?? path, body), keys: () => [] };
}

function nameOf(method: string, path: string, body: Buffer): string {
  if (method === 'GET' && path.endsWith('/info/refs')) return 'git info/refs';
  if (method === 'POST' && path.endsWith('/git-receive-pack')) return 'git push';
  if (method === 'POST' && path.endsWith('/git-upload-pack')) {
    // Protocol 0 has no commands: all it posts here is a fetch.
    const command = /command=([a-z-]+)/.exec(body.toString('latin1', 0, COMMAND_SEARCH_BYTES))?.[1] ?? 'fetch';
    return `git ${command}`;
  }
  return `${method} ${path}`;
}

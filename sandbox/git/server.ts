import type { Answer, RecordedRequest, Service } from '../types.ts';
import type { HttpBackends } from './backend.ts';
import { describeGit } from './operation.ts';

const SERVICES = /^\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

/** What the Git server needs to know. */
export interface GitServerOptions {
  /** The password every request must carry; undefined lets everybody in. */
  readonly token: string | undefined;
  /** Passwords that may fetch and not push, and what they are told. */
  readonly readOnlyTokens: ReadonlyMap<string, (name: string) => string>;
  readonly backends: HttpBackends;
  /** Full names (owner/name) of the repositories there are. */
  readonly repositories: ReadonlySet<string>;
}

/** Git's smart HTTP protocol as GitHub serves it. */
export function createGitService({ token, readOnlyTokens, backends, repositories }: GitServerOptions): Service {
  return {
    name: 'git',
    describe: describeGit,
    async handle(request, signal) {
      const authorization = request.headers.authorization;
      if (Array.isArray(authorization)) return text(400, 'Duplicate header: "Authorization"');
      const password = passwordOf(authorization);
      const denial = readOnlyTokens.get(password);
      if (token !== undefined && denial === undefined && password !== token) return unauthorized(authorization);
      const [path = '', query = ''] = request.path.split('?', 2);
      const [, name = '', service = ''] = SERVICES.exec(path) ?? [];
      if (!repositories.has(name)) return text(404, 'Repository not found.');
      if (service === 'info/refs' && !query.startsWith('service=')) return text(403, 'Please upgrade your git client.');
      if (!methodFits(request, service)) return text(405, 'Method not allowed.');
      if (denial !== undefined && isPush(service, query)) return text(403, denial(name));
      return service === 'git-receive-pack'
        ? backends.push(name, request)
        : backends.answer(name, service, request, signal);
    },
  };
}

function methodFits({ method }: RecordedRequest, service: string): boolean {
  return method === (service === 'info/refs' ? 'GET' : 'POST');
}

function isPush(service: string, query: string): boolean {
  return service === 'git-receive-pack' || query === 'service=git-receive-pack';
}

/** What GitHub tells tokens that may only read: that of a workflow, and those of other Apps and of people. */
export const PUSH_DENIALS = {
  workflow: (name: string) => `Permission to ${name}.git denied to github-actions[bot].`,
  other: () => 'Write access to repository not granted.',
} as const;

function passwordOf(authorization: string | undefined): string {
  const encoded = /^basic +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const credentials = Buffer.from(encoded, 'base64').toString();
  return credentials.slice(credentials.indexOf(':') + 1);
}

function unauthorized(authorization: string | undefined): Answer {
  const message = authorization === undefined ? 'No anonymous access.' : 'Invalid username or token.';
  return { ...text(401, message), headers: { ...PLAIN, 'www-authenticate': 'Basic realm="GitHub"' } };
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' } as const;

function text(status: number, body: string): Answer {
  return { status, headers: PLAIN, body };
}

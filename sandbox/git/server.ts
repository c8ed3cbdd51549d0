import type { Answer, RecordedRequest, Service } from '../types.ts';
import type { HttpBackends } from './backend.ts';
import { describeGit } from './operation.ts';

const SERVICES = /^\/([^/]+\/[^/]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/;

/** What the Git server needs to know. */
export interface GitServerOptions {
  /** The password every request must carry; undefined lets everybody in. */
  readonly token: string | undefined;
  /** A password that may fetch and not push. */
  readonly readOnlyToken: string;
  readonly backends: HttpBackends;
  /** Full names (owner/name) of the repositories there are. */
  readonly repositories: ReadonlySet<string>;
}

/** Git's smart HTTP protocol as GitHub serves it. */
export function createGitService({ token, readOnlyToken, backends, repositories }: GitServerOptions): Service {
  return {
    name: 'git',
    describe: describeGit,
    async handle(request, signal) {
      const authorization = request.headers.authorization;
      if (Array.isArray(authorization)) return text(400, 'Duplicate header: "Authorization"');
      const readOnly = isPassword(authorization, readOnlyToken);
      if (token !== undefined && !readOnly && !isPassword(authorization, token)) return unauthorized(authorization);
      const [path = '', query = ''] = request.path.split('?', 2);
      const [, name = '', service = ''] = SERVICES.exec(path) ?? [];
      if (!repositories.has(name)) return text(404, 'Repository not found.');
      if (service === 'info/refs' && !query.startsWith('service=')) return text(403, 'Please upgrade your git client.');
      if (!methodFits(request, service)) return text(405, 'Method not allowed.');
      if (readOnly && isPush(service, query)) {
        return text(403, `Permission to ${name}.git denied to github-actions[bot].`);
      }
      return backends.answer(`/${name}.git/${service}`, request, signal);
    },
  };
}

function methodFits({ method }: RecordedRequest, service: string): boolean {
  return method === (service === 'info/refs' ? 'GET' : 'POST');
}

function isPush(service: string, query: string): boolean {
  return service === 'git-receive-pack' || query === 'service=git-receive-pack';
}

function isPassword(authorization: string | undefined, token: string): boolean {
  const encoded = /^basic +(\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const credentials = Buffer.from(encoded, 'base64').toString();
  return credentials.slice(credentials.indexOf(':') + 1) === token;
}

function unauthorized(authorization: string | undefined): Answer {
  const message = authorization === undefined ? 'No anonymous access.' : 'Invalid username or token.';
  return { ...text(401, message), headers: { ...PLAIN, 'www-authenticate': 'Basic realm="GitHub"' } };
}

const PLAIN = { 'content-type': 'text/plain; charset=utf-8' } as const;

function text(status: number, body: string): Answer {
  return { status, headers: PLAIN, body };
}

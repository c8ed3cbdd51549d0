import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from '@jest/globals';
import { PushSession } from '../../src/adapters/git/push-session.ts';
import { GitRemote } from '../../src/adapters/git/remote.ts';
import { RemoteReader } from '../../src/adapters/git/remote-reader.ts';
import { GitHubForge } from '../../src/adapters/github/github-forge.ts';
import { CloudflareKv } from '../../src/adapters/kv/cloudflare-kv.ts';
import { Secrets } from '../../src/domain/secrets.ts';
import { TagshipError, TransientError } from '../../src/errors.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { client } from '../support/http.ts';

const TOKEN = 'ghs_geheim0123456789abcdefgh';
const UNICORN =
  '<!DOCTYPE html>\n<html><head>\n<style>body { color: red }</style>\n<title>Unicorn! &middot; GitHub</title></head></html>';

const cleanup: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const undo of cleanup.splice(0)) {
    await undo();
  }
});

/** Answers with the address of an HTTP server that is there until the test ends. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanup.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The error that is told in the end. */
async function failureOf(work: Promise<unknown>): Promise<TagshipError> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  const failure = thrown instanceof TransientError ? thrown.failure : thrown;
  if (!(failure instanceof TagshipError)) {
    throw new Error(`It did not fail as expected: ${String(thrown)}`);
  }
  return failure;
}

function forge(apiUrl: string): GitHubForge {
  const { signal } = new AbortController();
  return new GitHubForge({
    repository: 'acme/x',
    token: TOKEN,
    apiUrl,
    http: client(),
    secrets: new Secrets(),
    signal,
  });
}

function record(apiUrl: string): Promise<void> {
  return forge(apiUrl).recordDeployment({
    commit: 'a'.repeat(40),
    environment: 'production',
    description: 'Deploy',
    payload: {},
    state: 'success',
    run: '',
  } as Parameters<GitHubForge['recordDeployment']>[0]);
}

describe('a Git server that will not be read from', () => {
  async function answering(listener: RequestListener): Promise<TagshipError> {
    const url = `${await serve(listener)}/acme/ssl-403-not-found`;
    return await failureOf(reader(url).listRefs(['refs/tags/']));
  }

  test.each<[number, string, string, string, RegExp, RegExp]>([
    [
      403,
      'text/plain',
      "The `acme' organization has enabled or enforced SAML SSO. To access\nthis repository, visit https://github.com/orgs/acme/sso?authorization_request=AOON5\nand try your request again.",
      'git-auth',
      /enforced SAML SSO.*authorization_request=AOON5/,
      /single sign-on/,
    ],
    [
      403,
      'text/plain',
      'The repository owner has an IP allow list enabled, and 192.0.2.1 is not permitted to access this repository.',
      'git-auth',
      /192\.0\.2\.1 is not permitted/,
      /Add the address of the runner/,
    ],
    [403, 'text/plain', `No reading with ${TOKEN}.`, 'git-auth', /says: No reading with \*\*\*\.$/, /contents: read/],
    [404, 'text/plain', 'Repository not found.', 'git-auth', /There is no repository/, /Check the repository name/],
    [401, 'text/plain', 'Invalid username or token.', 'git-auth', /refused the token/, /valid token/],
    [
      500,
      'text/plain',
      'Internal Server Error',
      'git-unreachable',
      /status 500\. The server says: Internal/,
      /Check the server/,
    ],
    [
      502,
      'text/html',
      UNICORN,
      'git-unreachable',
      /says: a page of HTML \("Unicorn! · GitHub"\)\./,
      /Check the server/,
    ],
    [
      200,
      'text/html',
      '<html><head><title>Sign in\nto the Wi-Fi</title></head></html>',
      'git-unreachable',
      /answered with `text\/html` \("Sign in to the Wi-Fi"\) instead of Git's protocol/,
      /a login/,
    ],
    [
      200,
      'application/x-git-upload-pack-result',
      `0021ERR no more today for ${TOKEN.slice(0, 6)}\n`,
      'git-protocol',
      /answered: no more today/,
      /Run the job again/,
    ],
  ])('answers %i with %s', async (status, type, body, code, what, remedy) => {
    const failure = await answering(
      (_, response) => void response.writeHead(status, { 'content-type': type }).end(body),
    );
    expect(failure).toMatchObject({ code, what: expect.stringMatching(what), remedy: expect.stringMatching(remedy) });
  });

  test('is not there', async () => {
    const nowhere = 'http://git.invalid/acme/x';
    expect(await failureOf(reader(nowhere).listRefs(['refs/tags/']))).toMatchObject({
      code: 'git-unreachable',
      what: expect.stringMatching(/could not be read from:.*git\.invalid/),
      remedy: expect.stringContaining('proxy settings'),
    });
  });

  test('or does not hear what protocol it is to speak is told about the header', async () => {
    const failure = await answering(({ method }, response) => {
      const service = method === 'GET' ? 'advertisement' : 'result';
      response.writeHead(200, { 'content-type': `application/x-git-upload-pack-${service}` });
      response.end(
        method === 'GET' ? `001e# service=git-upload-pack\n00000040${'a'.repeat(40)} HEAD\0agent=git/1.9\n` : '',
      );
    });
    expect(failure).toMatchObject({
      code: 'git-protocol',
      what: expect.stringContaining('the header `Git-Protocol: version=2` does not reach it'),
      remedy: expect.stringContaining('pass the header on'),
    });
  });

  test('or names its objects by SHA-256 is told apart', async () => {
    const failure = await answering(({ method }, response) => {
      const service = method === 'GET' ? 'advertisement' : 'result';
      response.writeHead(200, { 'content-type': `application/x-git-upload-pack-${service}` });
      response.end(
        method === 'GET' ? '001e# service=git-upload-pack\n0000000eversion 2\n001aobject-format=sha256\n0000' : '',
      );
    });
    expect(failure).toMatchObject({ code: 'git-protocol', what: expect.stringContaining('object-format=sha256') });
  });

  function reader(url: string): RemoteReader {
    const { signal } = new AbortController();
    const remote = new GitRemote({ url, token: TOKEN, http: client(), clock: new FakeClock() });
    return new RemoteReader({ remote, clock: new FakeClock(), signal, era: () => new AbortController().signal });
  }
});

describe('a Git server that will not be pushed to', () => {
  async function answering(listener: RequestListener): Promise<TagshipError | TransientError> {
    const url = await serve(listener);
    const { signal } = new AbortController();
    const session = new PushSession({
      remote: new GitRemote({ url: `${url}/acme/x`, token: TOKEN, http: client(), clock: new FakeClock() }),
      signal: () => signal,
    });
    const thrown: unknown = await session.open().then(
      () => undefined,
      (error: unknown) => error,
    );
    if (thrown instanceof TagshipError || thrown instanceof TransientError) {
      return thrown;
    }
    throw new Error('It may be pushed to.');
  }

  test.each<[number, string, string, Record<string, string>, string, RegExp, RegExp]>([
    [
      403,
      'text/plain',
      "The `acme' organization has enabled or enforced SAML SSO.",
      {},
      'push-denied',
      /says: The `acme' organization/,
      /single sign-on/,
    ],
    [
      403,
      'text/plain',
      'ERROR: This repository was archived so it is read-only.',
      {},
      'push-denied',
      /archived/,
      /Unarchive/,
    ],
    [
      403,
      'text/plain',
      `remote: No push with ${TOKEN}.`,
      {},
      'push-denied',
      /says: No push with \*\*\*\.$/,
      /contents: write/,
    ],
    [
      403,
      'application/json',
      '{"message":"You have exceeded a secondary rate limit."}',
      { 'retry-after': '7' },
      'git-unreachable',
      /says: You have exceeded a secondary rate limit\.$/,
      /status page/,
    ],
    [
      413,
      'text/html',
      '<html><head><title>413 Request Entity Too Large</title></head></html>',
      {},
      'move-refused',
      /status 413\. The server says: a page of HTML \("413 Request Entity Too Large"\)\.$/,
      /client_max_body_size/,
    ],
    [
      500,
      'text/html; charset=utf-8',
      UNICORN,
      {},
      'git-unreachable',
      /status 500\. The server says: a page of HTML \("Unicorn! · GitHub"\)\.$/,
      /status page/,
    ],
    [502, 'text/html', '', {}, 'git-unreachable', /status 502\. The server says: a page of HTML\.$/, /status page/],
  ])('answers %i with %s', async (status, type, body, headers, code, what, remedy) => {
    const thrown = await answering(
      (_, response) => void response.writeHead(status, { 'content-type': type, ...headers }).end(body),
    );
    const failure = thrown instanceof TransientError ? thrown.failure : thrown;
    expect(failure).toMatchObject({ code, what: expect.stringMatching(what), remedy: expect.stringMatching(remedy) });
    expect(thrown instanceof TransientError).toBe(status >= 500 || 'retry-after' in headers);
  });

  describe('and answers the push itself', () => {
    const line = (text: string): string => (text.length + 4).toString(16).padStart(4, '0') + text;
    const LEDGER = 'refs/tagship/ledger';

    async function pushed(answer: string): Promise<unknown> {
      const url = await serve((request, response) => {
        if (request.method === 'GET') {
          const first = line(`${'0'.repeat(40)} capabilities^{}\0report-status atomic side-band-64k`);
          response.setHeader('content-type', 'application/x-git-receive-pack-advertisement');
          response.end(`${line('# service=git-receive-pack')}0000${first}0000`);
        } else {
          request.resume().on('end', () => response.end(answer));
        }
      });
      const { signal } = new AbortController();
      const session = new PushSession({
        remote: new GitRemote({ url, token: TOKEN, http: client(), clock: new FakeClock() }),
        signal: () => signal,
      });
      return await session
        .push([{ ref: LEDGER, from: 'a'.repeat(40), to: undefined }], [])
        .catch((error: unknown) => error);
    }

    test('with words and a Request ID instead of a report, is quoted and leaves it open', async () => {
      const words = `\x02Internal Server Error\nRequest ID 65EF:1EC4 for ${TOKEN}\n`;
      expect(await pushed(`${line(words)}0000`)).toMatchObject({
        name: 'TransientError',
        failure: {
          code: 'git-unreachable',
          what: expect.stringMatching(
            /did not report.* It says: Internal Server Error Request ID 65EF:1EC4 for \*\*\*\.$/,
          ),
        },
      });
    });

    test('with a reason that repeats the token, shows it without', async () => {
      const report = `${line('unpack ok\n')}${line(`ng ${LEDGER} no ${TOKEN}\n`)}0000`;
      const answer = `${line('\x02remote: sorry\n')}${line(`\x01${report}`)}0000`;
      expect(await pushed(answer)).toEqual({
        landed: false,
        refused: [{ ref: LEDGER, reason: 'no ***' }],
        said: 'remote: sorry\n',
      });
    });
  });

  test('but to a login is named by the title of its page', async () => {
    const page = '<html><head><title>Sign in\nto the Wi-Fi</title></head></html>';
    const thrown = await answering(
      (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(page),
    );
    expect(thrown.message).toContain('it answered with `text/html` ("Sign in to the Wi-Fi") instead of its refs');
  });

  test('and never ends its answer is quoted', async () => {
    const thrown = await answering((_, response) => {
      response.writeHead(500, { 'content-type': 'text/plain' });
      const more = (): void => {
        while (response.write('no '.repeat(1_000)));
      };
      response.on('drain', more);
      more();
    });
    expect(thrown.message).toMatch(/says: no no no .{480,500}… Check/);
  });
});

describe("GitHub's API", () => {
  test.each<[number, string, unknown, RegExp, RegExp]>([
    [
      403,
      'application/json',
      { message: 'Resource not accessible by integration', documentation_url: 'https://docs.github.com/x' },
      /^GitHub refused to record the deployment: Resource not accessible by integration\.$/,
      /deployments: write/,
    ],
    [
      403,
      'application/json',
      { message: 'Resource protected by organization SAML enforcement. You must grant your token access.' },
      /SAML enforcement/,
      /single sign-on/,
    ],
    [403, 'application/json', { message: 'Repository was archived so is read-only.' }, /archived/, /Unarchive/],
    [
      422,
      'application/json',
      {
        message: 'Validation Failed',
        errors: [{ resource: 'Issue', field: 'title', code: 'missing' }, { message: 'No ref' }, 'x'],
      },
      /: Validation Failed: title missing, No ref, x\.$/,
      /Nothing has to be done/,
    ],
    [502, 'text/html', UNICORN, /it answered 502: a page of HTML \("Unicorn! · GitHub"\)\.$/, /Nothing has to be done/],
    [
      503,
      'text/plain',
      `down for ${TOKEN}\nand more`,
      /it answered 503: down for \*\*\* and more\.$/,
      /Nothing has to be done/,
    ],
    [503, 'text/plain', '', /it answered 503\.$/, /Nothing has to be done/],
  ])('that answers %i with %s is told in its words, once', async (status, type, body, what, remedy) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const url = await serve((_, response) => void response.writeHead(status, { 'content-type': type }).end(text));
    const failure = await failureOf(record(url));
    expect(failure).toMatchObject({ what: expect.stringMatching(what), remedy: expect.stringMatching(remedy) });
  });
});

describe('a redirect', () => {
  /** Two servers; the first sends everything on to the second, which notes what it hears. */
  async function away(
    status: number,
  ): Promise<{ readonly from: string; readonly to: string; readonly heard: unknown[] }> {
    const heard: unknown[] = [];
    const to = await serve(({ headers }, response) => {
      heard.push(headers);
      response.end('{}');
    });
    const from = await serve(
      ({ url }, response) => void response.writeHead(status, { location: `${to}${url ?? ''}` }).end(),
    );
    return { from, to, heard };
  }

  describe.each([301, 302, 303, 307, 308])('with status %i', (status) => {
    test.each<[string, (url: string) => Promise<unknown>, string, string]>([
      ["of GitHub's API", record, 'forge-refused', '`GITHUB_API_URL`'],
      [
        "of Cloudflare's API",
        (baseUrl) =>
          new CloudflareKv({
            token: TOKEN,
            accountId: 'a'.repeat(32),
            baseUrl,
            http: client(),
            clock: new FakeClock(),
            signal: new AbortController().signal,
          }).write('b'.repeat(32), [{ key: 'k', value: new Uint8Array(), metadata: {} }]),
        'kv-refused',
        '`CLOUDFLARE_BASE_URL`',
      ],
    ])('%s to another origin is not followed, and nothing leaves', async (_, act, code, remedy) => {
      const { from, to, heard } = await away(status);
      expect(await failureOf(act(from))).toMatchObject({
        code,
        what: expect.stringContaining(`it sends on from \`${from}\` to \`${to}\``),
        remedy: expect.stringContaining(remedy),
      });
      expect(heard).toEqual([]);
    });
  });

  test("of GitHub's API after a rename is followed, with method and body", async () => {
    const heard: string[] = [];
    const url = await serve((request, response) => {
      const path = request.url ?? '';
      let body = '';
      request.on('data', (bytes) => {
        body += String(bytes);
      });
      request.on('end', () => {
        heard.push(`${request.method} ${path} ${body === '' ? '' : Object.keys(JSON.parse(body))[0]}`);
        if (path.startsWith('/repos/acme/x/')) {
          response.writeHead(301, { location: path.replace('/repos/acme/x', '/repositories/7') }).end();
        } else {
          response.writeHead(201, { 'content-type': 'application/json' }).end('{"id":1}');
        }
      });
    });
    await record(url);
    expect(heard).toEqual([
      'POST /repos/acme/x/deployments ref',
      'POST /repositories/7/deployments ref',
      'POST /repos/acme/x/deployments/1/statuses state',
      'POST /repositories/7/deployments/1/statuses state',
    ]);
  });
});

import { expect, test } from '@jest/globals';
import { apiUrlOf, isGitHubCloud, parseRemoteUrl, parseRepositoryName } from '../../src/domain/remote-url.ts';

const GITHUB = { host: 'github.com', serverUrl: 'https://github.com' };

test.each([
  ['https://github.com/acme/components', 'https://github.com', 'acme/components'],
  ['https://github.com/acme/components.git', 'https://github.com', 'acme/components'],
  ['https://github.com/acme/components/', 'https://github.com', 'acme/components'],
  ['http://github.com/acme/components.git', 'https://github.com', 'acme/components'],
  ['https://www.github.com/acme/components', 'https://github.com', 'acme/components'],
  ['https://ada:s3cret@github.com/acme/components.git', 'https://github.com', 'acme/components'],
  ['https://x-access-token:ghs_1@github.com/acme/components', 'https://github.com', 'acme/components'],
  ['git@github.com:acme/components.git', 'https://github.com', 'acme/components'],
  ['git@github.com:acme/components', 'https://github.com', 'acme/components'],
  ['git@github.com:/acme/components.git', 'https://github.com', 'acme/components'],
  ['github.com:acme/components.git', 'https://github.com', 'acme/components'],
  ['org-123@github.com:acme/components.git', 'https://github.com', 'acme/components'],
  ['ssh://git@github.com/acme/components.git', 'https://github.com', 'acme/components'],
  ['ssh://git@ssh.github.com:443/acme/components.git', 'https://github.com', 'acme/components'],
  ['git+ssh://git@github.com/acme/components.git', 'https://github.com', 'acme/components'],
  ['git://github.com/acme/components.git', 'https://github.com', 'acme/components'],
  ['GIT@GITHUB.COM:Acme/Components.git', 'https://github.com', 'Acme/Components'],
  ['git@ghe.corp.example:acme/components.git', 'https://ghe.corp.example', 'acme/components'],
  ['https://ghe.corp.example:8443/acme/components.git', 'https://ghe.corp.example:8443', 'acme/components'],
  ['ssh://git@ghe.corp.example:7999/acme/components.git', 'https://ghe.corp.example', 'acme/components'],
  ['http://ghe.corp.example/acme/components', 'https://ghe.corp.example', 'acme/components'],
  ['git@acme.ghe.com:acme/components.git', 'https://acme.ghe.com', 'acme/components'],
  ['http://127.0.0.1:4711/acme/components.git', 'http://127.0.0.1:4711', 'acme/components'],
  ['git@github-work:acme/components.git', 'https://github-work', 'acme/components'],
])('%s is %s %s', (url, serverUrl, repository) => {
  expect(parseRemoteUrl(url)).toMatchObject({ serverUrl, repository });
});

test.each([
  '',
  '/srv/git/components.git',
  '../components',
  'C:/work/components',
  'C:\\work\\components',
  'file:///srv/git/components.git',
  'https://github.com/acme',
  'https://gitlab.example/group/sub/components.git',
  'https://github.com/acme/../components',
  'git@github.com:components.git',
  'ext::sh -c true',
])('%p is no repository on a server', (url) => {
  expect(parseRemoteUrl(url)).toBeUndefined();
});

test('a repository is named with or without its host, or by its address', () => {
  expect(parseRepositoryName('acme/components', GITHUB)).toEqual({ ...GITHUB, repository: 'acme/components' });
  expect(parseRepositoryName('ghe.corp.example/acme/components', GITHUB)).toMatchObject({
    serverUrl: 'https://ghe.corp.example',
    repository: 'acme/components',
  });
  expect(parseRepositoryName('https://ghe.corp.example/acme/components.git', GITHUB)).toMatchObject({
    serverUrl: 'https://ghe.corp.example',
  });
  expect(parseRepositoryName('acme', GITHUB)).toBeUndefined();
});

test.each([
  ['https://github.com/acme/components', 'https://api.github.com', true],
  ['git@acme.ghe.com:acme/components', 'https://api.acme.ghe.com', true],
  ['git@ghe.corp.example:acme/components', 'https://ghe.corp.example/api/v3', false],
  ['git@github.com.evil.example:acme/components', 'https://github.com.evil.example/api/v3', false],
  ['git@evilghe.com:acme/components', 'https://evilghe.com/api/v3', false],
])('the API of %s is at %s', (url, api, isCloud) => {
  const server = parseRemoteUrl(url);
  expect(server && apiUrlOf(server)).toBe(api);
  expect(isGitHubCloud(server?.host ?? '')).toBe(isCloud);
});

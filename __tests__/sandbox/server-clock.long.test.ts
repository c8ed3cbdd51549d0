import { getOctokit } from '@actions/github';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Repository, Sandbox } from '../../sandbox/index.ts';
import { startSandbox } from '../support/sandbox.ts';

const MOMENT = new Date('2026-05-02T12:00:00Z');

let sandbox: Sandbox;
let repository: Repository;

beforeAll(async () => {
  sandbox = await startSandbox();
  repository = await sandbox.createRepository();
  await repository.commit('One', { a: '1' });
});

afterEach(() => {
  sandbox.serverClock.reset();
  sandbox.faults.clear();
});

afterAll(() => sandbox.close());

function ask(url: string, headers: Record<string, string> = {}): Promise<Response> {
  const basic = `Basic ${Buffer.from(`x:${sandbox.githubToken}`).toString('base64')}`;
  return fetch(url, { headers: { authorization: basic, ...headers } });
}

async function dateOf(url: string, headers: Record<string, string> = {}): Promise<string> {
  const response = await ask(url, headers);
  await response.arrayBuffer();
  return new Date(response.headers.get('date') ?? '').toISOString();
}

const advertisement = () => `${repository.url}/info/refs?service=git-receive-pack`;

/** How far a date is from now, in whole seconds. */
const secondsFromNow = (date: string) => Math.round((new Date(date).getTime() - Date.now()) / 1000);

test('the Git server and the API tell the time they are set to, and others do not', async () => {
  sandbox.serverClock.set(MOMENT);
  expect(await dateOf(advertisement())).toBe('2026-05-02T12:00:00.000Z');
  expect(await dateOf(`${sandbox.serverUrl}/acme/none/info/refs`)).toBe('2026-05-02T12:00:00.000Z');
  sandbox.serverClock.advance(90_500);
  expect(await dateOf(advertisement())).toBe('2026-05-02T12:01:30.000Z');
  const authorization = `Bearer ${sandbox.githubToken}`;
  expect(await dateOf(`${sandbox.apiUrl}/repos/acme/components`, { authorization })).toBe('2026-05-02T12:01:30.000Z');
  expect(Math.abs(secondsFromNow(await dateOf(`${sandbox.cloudflareUrl}/none`)))).toBeLessThan(10);
});

test('it is the real time before, goes on from where it was moved to, and comes back', async () => {
  expect(Math.abs(secondsFromNow(await dateOf(advertisement())))).toBeLessThan(10);
  sandbox.serverClock.advance(-3_600_000);
  expect(Math.abs(secondsFromNow(await dateOf(advertisement())) + 3600)).toBeLessThan(10);
  sandbox.serverClock.reset();
  expect(Math.abs(secondsFromNow(await dateOf(advertisement())))).toBeLessThan(10);
  expect(() => sandbox.serverClock.set(new Date('never'))).toThrow('Not a date');
  expect(() => sandbox.serverClock.advance(Number.NaN)).toThrow('NaN');
});

test('a hook sets it for its own request, and an answer with a date of its own keeps it', async () => {
  const remove = sandbox.before(() => sandbox.serverClock.set(MOMENT));
  expect(await dateOf(advertisement())).toBe('2026-05-02T12:00:00.000Z');
  remove();
  sandbox.faults.add({ when: () => true, fault: { status: 500 } });
  expect(await dateOf(advertisement())).toBe('2026-05-02T12:00:00.000Z');
  const date = 'Sat, 03 Jan 2026 00:00:00 GMT';
  sandbox.faults.add({ when: () => true, fault: { status: 500, headers: { Date: date } } });
  expect(await dateOf(advertisement())).toBe('2026-01-03T00:00:00.000Z');
});

test('what the API makes has the dates of the clock, and its hour begins with it', async () => {
  const { rest } = getOctokit(sandbox.githubToken, { baseUrl: sandbox.apiUrl });
  sandbox.serverClock.set(MOMENT);
  const made = await rest.issues.create({ owner: 'acme', repo: 'components', title: 'x' });
  expect(made.data.created_at).toBe('2026-05-02T12:00:00Z');
  expect(made.headers['x-ratelimit-reset']).toBe(String(MOMENT.getTime() / 1000 + 3600));
  sandbox.serverClock.advance(3_600_000);
  const later = await rest.issues.create({ owner: 'acme', repo: 'components', title: 'y' });
  expect(later.data.created_at).toBe('2026-05-02T13:00:00Z');
  expect(later.headers['x-ratelimit-used']).toBe('1');
});

test('commits and tags take its date', async () => {
  sandbox.serverClock.set(MOMENT);
  const date = sandbox.serverClock.now();
  const later = new Date(date.getTime() + 60_000);
  await repository.commit('Two', { a: '2' }, date);
  await repository.edgitTag('a', 'v1.0.0', { date });
  await repository.edgitSet('a', 'production', 'v1.0.0', { date: later });
  await repository.edgitSet('a', 'staging', 'v1.0.0');
  const format = ['for-each-ref', '--sort=creatordate', '--format=%(refname:lstrip=2) %(creatordate:unix)'];
  const start = date.getTime() / 1000;
  expect(await repository.git([...format, 'refs/tags/'])).toBe(
    [
      `components/a/v1.0.0 ${start}`,
      `components/a/production ${start + 60}`,
      `components/a/staging ${start + 61}`,
    ].join('\n'),
  );
  await repository.commit('Three', {});
  expect(await repository.git(['log', '-1', '--format=%ct'])).toBe(String(start + 120));
});

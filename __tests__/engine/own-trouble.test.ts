import { expect, test } from '@jest/globals';
import { type DeployRequest, deploy } from '../../src/commands/deploy.ts';
import { type ReconcileReport, reconcile } from '../../src/commands/reconcile.ts';
import type { RunReport } from '../../src/commands/report.ts';
import type { NamespaceRule } from '../../src/domain/namespace.ts';
import { Secrets } from '../../src/domain/secrets.ts';
import type { RunPorts, RunSettings } from '../../src/engine/run-ports.ts';
import { AUTHOR } from '../support/author.ts';
import { FakeClock, silent } from '../support/fakes/clock.ts';
import { FakeKv } from '../support/fakes/kv.ts';
import { FakeRepository } from '../support/fakes/repository.ts';

const LIVE = '0f2ac74b498b48028cb68387c421e279';
const TEST = '11111111111111111111111111111111';
const GONE = '22222222222222222222222222222222';

/** A repository of components of which some cannot be deployed, and two namespaces that exist. */
class Trouble {
  readonly repository = new FakeRepository();
  readonly kv = new FakeKv([
    { id: LIVE, title: 'live' },
    { id: TEST, title: 'test' },
  ]);
  readonly #rules: readonly NamespaceRule[];

  constructor(rules: Readonly<Record<string, string>> = { '**': LIVE }) {
    this.#rules = Object.entries(rules).map(([glob, name]) => ({
      glob,
      spec: /^[0-9a-f]{32}$/.test(name) ? { kind: 'id', id: name } : { kind: 'title', title: name },
      source: 'test',
    }));
    this.repository.setServerTime(Date.UTC(2026, 4, 1) / 1000);
    const commit = this.repository.commit({ 'prompts/good.md': 'good', 'prompts/other.md': 'other' });
    for (const name of ['good', 'other', 'lost']) {
      this.tag(`prompts/${name}/v1.0.0`, commit);
    }
  }

  /** Tags with an object of its own. */
  tag(slot: string, target: string): void {
    this.repository.setTag(`components/${slot}`, this.repository.annotate(`components/${slot}`, target));
  }

  /** Puts v1.0.0 of components into an environment. */
  set(environment: string, ...names: readonly string[]): void {
    for (const name of names) {
      this.tag(`prompts/${name}/${environment}`, this.repository.objectOf(`components/prompts/${name}/v1.0.0`) ?? '');
    }
  }

  async deploy(request: DeployRequest): Promise<RunReport> {
    return await deploy(request, this.#settings, this.#ports);
  }

  async reconcile(): Promise<ReconcileReport> {
    const request = { environment: undefined, heal: true, prune: undefined, deep: false };
    return await reconcile(request, this.#settings, this.#ports);
  }

  keys(namespace: string): string[] {
    return [...this.kv.contents(namespace).keys()].filter((key) => key !== 'component-versions').sort();
  }

  get #ports(): RunPorts {
    return {
      repository: this.repository,
      kv: this.kv,
      forge: { recordDeployment: async () => undefined, ensureIssue: async () => ({ url: '', state: 'opened' }) },
      clock: new FakeClock(),
      journal: silent,
    };
  }

  get #settings(): RunSettings {
    return {
      repositoryName: 'acme/components',
      serverUrl: 'https://github.com',
      secrets: new Secrets(),
      hideVariables: () => undefined,
      configPath: '.github/tagship.yml',
      namespaces: this.#rules,
      acceptMoved: false,
      acceptUnanchored: false,
      dryRun: false,
      reason: undefined,
      author: AUTHOR,
    };
  }
}

const everything = { by: 'components', patterns: ['prompts/*'], environment: 'production' } as const;

const codes = (report: { readonly failures: readonly { readonly code: string }[] }): string[] =>
  report.failures.map(({ code }) => code).sort();

test('a component without content fails, and every other one is deployed', async () => {
  const trouble = new Trouble();
  trouble.set('production', 'good', 'other', 'lost');
  const report = await trouble.deploy(everything);
  expect(codes(report)).toEqual(['content-missing']);
  expect(report.failures[0]?.what).toContain('prompts/lost');
  expect(report.deployed.map(({ component }) => component)).toEqual(['prompts/good', 'prompts/other']);
  expect(trouble.keys(LIVE)).toContain('prompts/good@production');
  expect(trouble.keys(LIVE)).toContain('prompts/other@production');
});

test('an object that nobody can read is the trouble of the component that needs it', async () => {
  const trouble = new Trouble();
  const poison = trouble.repository.commit(
    { 'prompts/good.md': 'good', 'prompts/lost.md': 'x' },
    { message: 'poison' },
  );
  trouble.tag('prompts/lost/v2.0.0', poison);
  trouble.set('production', 'good', 'other');
  trouble.tag('prompts/lost/production', trouble.repository.objectOf('components/prompts/lost/v2.0.0') ?? '');
  trouble.repository.commit({ 'prompts/good.md': 'good', 'prompts/other.md': 'other' });
  trouble.repository.oversized.add(poison);
  const report = await trouble.deploy(everything);
  expect(codes(report)).toEqual(['tag-not-a-commit']);
  expect(report.failures[0]?.what).toContain('too large to be read');
  expect(report.deployed).toHaveLength(2);
  const healed = await trouble.reconcile();
  expect(codes(healed)).toContain('tag-not-a-commit');
  expect(trouble.keys(LIVE)).toEqual(expect.arrayContaining(['prompts/good@v1.0.0', 'prompts/other@v1.0.0']));
});

test('where nothing can be deployed the run fails as it always did', async () => {
  const trouble = new Trouble();
  trouble.set('production', 'lost');
  await expect(trouble.deploy(everything)).rejects.toMatchObject({ code: 'content-missing' });
});

test('a namespace that does not exist holds up no other when a version goes to all', async () => {
  const trouble = new Trouble({ production: LIVE, preview: 'no such title', staging: GONE, '*': 'test' });
  const tag = 'components/prompts/good/v1.0.0';
  const report = await trouble.deploy({ by: 'tag', tag, named: true, pushed: false, deleted: false });
  expect(codes(report)).toEqual(['namespace-unknown', 'namespace-unknown']);
  expect(report.failures.map(({ what }) => what).join(' ')).toMatch(/no such title.*2222|2222.*no such title/);
  expect([trouble.keys(LIVE), trouble.keys(TEST)]).toEqual([['prompts/good@v1.0.0'], ['prompts/good@v1.0.0']]);
});

test('a namespace that does not exist is named by reconcile, and the others are healed', async () => {
  const trouble = new Trouble({ production: LIVE, preview: 'no such title', staging: GONE, '*': 'test' });
  trouble.set('production', 'good');
  trouble.set('staging', 'good');
  trouble.set('preview', 'good');
  trouble.set('debug', 'other');
  const report = await trouble.reconcile();
  expect(codes(report)).toEqual(expect.arrayContaining(['content-missing', 'namespace-unknown', 'namespace-unknown']));
  expect(trouble.keys(LIVE)).toContain('prompts/good@production');
  expect(trouble.keys(TEST)).toContain('prompts/other@debug');
});

import { beforeEach, describe, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type RunResult, STAGING_NAMESPACE } from '../../sandbox/index.ts';
import { deployTag, writes } from '../support/deploy.ts';
import { laboratory } from '../support/laboratory.ts';

const lab = laboratory('errors', {
  namespaces: [
    { id: PRODUCTION_NAMESPACE, title: 'components-production' },
    { id: STAGING_NAMESPACE, title: 'twice' },
    { id: '11111111111111111111111111111111', title: 'twice' },
  ],
});

beforeEach(async () => {
  await lab.repository.commit('one', { 'prompts/extraction.md': 'hello' });
  await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
  await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.0.0');
  lab.sandbox.clearRequests();
});

const PRODUCTION = 'components/prompts/extraction/production';

/** The run failed with exactly this code: once in the log, once in the summary, before anything was written. */
function expectRefusal(run: RunResult, code: string, text: RegExp): void {
  expect(run.exitCode).toBe(1);
  const errors = run.annotations.filter(({ level }) => level === 'error');
  expect(errors).toHaveLength(1);
  const message = errors[0]?.message ?? '';
  expect(message).toMatch(text);
  // A sentence for what happened and one for what to do.
  expect(message).toMatch(new RegExp(`^tagship\\(${code}\\): .+\\. .+[.?]$`, 's'));
  expect(run.stdout.split(`tagship(${code})`).length - 1).toBe(1);
  expect(run.summary.split(code).length - 1).toBe(1);
  expect(run.stderr).toBe('');
  expect(writes(lab.sandbox.requests)).toEqual([]);
  expectNoSecrets(run);
  expect(run.tempEntries).toEqual([]);
}

function expectNoSecrets(run: RunResult): void {
  const secrets = [lab.sandbox.githubToken, lab.sandbox.cloudflareToken];
  const encoded = secrets.map((token) => Buffer.from(`x-access-token:${token}`).toString('base64'));
  const said = [
    run.stdout.replace(/^::add-mask::.*$/gm, ''),
    run.stderr,
    run.summary,
    JSON.stringify(run.outputs),
  ].join('\n');
  for (const secret of [...secrets, ...encoded]) {
    expect(said).not.toContain(secret);
  }
}

describe('tokens and accounts', () => {
  test('no Cloudflare token', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { inputs: { 'cloudflare-api-token': null } });
    expectRefusal(run, 'token-missing', /`cloudflare-api-token`/);
    expect(lab.sandbox.requests).toEqual([]);
  });

  test('no GitHub token', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { inputs: { 'github-token': '' } });
    expectRefusal(run, 'token-missing', /`github-token`/);
  });

  test('no account', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { inputs: { 'cloudflare-account-id': null } });
    expectRefusal(run, 'account-missing', /`cloudflare-account-id`/);
  });

  test('the fallbacks are environment variables', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { 'cloudflare-account-id': null, 'cloudflare-api-token': null },
      env: { CLOUDFLARE_ACCOUNT_ID: lab.sandbox.accountId, CLOUDFLARE_API_TOKEN: lab.sandbox.cloudflareToken },
    });
    expect(run.exitCode).toBe(0);
    expect(run.masks).toContain(lab.sandbox.cloudflareToken);
  });

  test('a wrong Cloudflare token', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { 'cloudflare-api-token': 'wrong-token' },
    });
    expectRefusal(run, 'kv-auth', /Workers KV Storage: Edit/);
    expect(run.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('wrong-token');
  });

  test('a wrong GitHub token', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { inputs: { 'github-token': 'ghs_wrong' } });
    expectRefusal(run, 'git-auth', /contents: read/);
    expect(run.annotations[0]?.message).not.toContain('Username');
    expect(run.stdout.replace(/^::add-mask::.*$/gm, '')).not.toContain('ghs_wrong');
  });

  test('a wrong account', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { 'cloudflare-account-id': 'f'.repeat(32) },
    });
    expectRefusal(run, 'account-unknown', /cloudflare-account-id/);
  });

  test('a repository the server does not have', async () => {
    const payload = await lab.repository.pushPayload(PRODUCTION);
    const run = await lab.sandbox.runAction({
      event: { name: 'push', payload },
      ref: `refs/tags/${PRODUCTION}`,
      repository: 'acme/nowhere',
      inputs: { 'kv-namespace': PRODUCTION_NAMESPACE },
    });
    expectRefusal(run, 'git-auth', /no repository/);
  });
});

describe('namespaces', () => {
  test('an id that does not exist', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { 'kv-namespace': 'e'.repeat(32) },
    });
    expectRefusal(run, 'namespace-unknown', /e{32}/);
  });

  test('a title that does not exist', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { 'kv-namespace': 'components-prod' },
    });
    expectRefusal(run, 'namespace-unknown', /components-prod/);
  });

  test('a title that exists twice', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { inputs: { 'kv-namespace': 'twice' } });
    expectRefusal(run, 'namespace-ambiguous', /7d3b1f60c2a94e5e8a16c9e04b5d2f38, 1{32}/);
  });

  test('a title on a later page of the list is found', async () => {
    const pages = [
      { id: STAGING_NAMESPACE, title: 'first' },
      { id: PRODUCTION_NAMESPACE, title: 'second' },
    ];
    const remove = lab.sandbox.before(({ operation, path }) => {
      if (operation !== 'kv list namespaces') {
        return undefined;
      }
      const page = Number(new URL(path, 'http://x').searchParams.get('page') ?? 1);
      const result = pages.slice(page - 1, page);
      const body = JSON.stringify({
        success: true,
        errors: [],
        messages: [],
        result,
        result_info: { page, total_count: 2 },
      });
      return { status: 200, headers: { 'content-type': 'application/json' }, body };
    });
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { inputs: { 'kv-namespace': 'second' } });
    remove();
    expect(run.annotations).toEqual([]);
    expect(await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).toContain('prompts/extraction@production');
  });

  test('an environment without one', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { 'kv-namespace': `staging: ${STAGING_NAMESPACE}` },
    });
    expectRefusal(run, 'namespace-missing', /`production`/);
  });

  test('none at all', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { inputs: { 'kv-namespace': null } });
    expectRefusal(run, 'namespace-missing', /namespaces/);
  });

  test('by glob, the first line that matches', async () => {
    await lab.repository.edgitSet('prompts/extraction', 'production-eu', 'v1.0.0');
    const run = await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/production-eu', {
      inputs: { 'kv-namespace': `production: ${STAGING_NAMESPACE}\n"production-*": components-production\n*: twice` },
    });
    expect(run.exitCode).toBe(0);
    expect(await lab.sandbox.kv.get(PRODUCTION_NAMESPACE, 'prompts/extraction@production-eu')).toBeDefined();
  });
});

describe('a wrangler binding', () => {
  const TOML = `name = "worker"
[[kv_namespaces]]
binding = "COMPONENTS_KV"
id = "${PRODUCTION_NAMESPACE}"
[env.staging]
kv_namespaces = [{ binding = "COMPONENTS_KV", id = "${STAGING_NAMESPACE}" }]
[env.bare]
vars = { A = "b" }
[env.auto]
kv_namespaces = [{ binding = "COMPONENTS_KV" }]
`;
  const JSONC = `{ // comment
  "kv_namespaces": [{ "binding": "COMPONENTS_KV", "id": "${PRODUCTION_NAMESPACE}" },],
  "env": { "staging": { "kv_namespaces": [{ "binding": "COMPONENTS_KV", "id": "${STAGING_NAMESPACE}" }] }, "bare": {} },
}`;

  async function deployTo(environment: string, input: string | null = 'COMPONENTS_KV'): Promise<RunResult> {
    await lab.repository.edgitSet('prompts/extraction', environment, 'v1.0.0');
    return await deployTag(lab.sandbox, lab.repository, `components/prompts/extraction/${environment}`, {
      inputs: { 'kv-namespace': input },
    });
  }

  test.each([
    ['wrangler.toml', TOML],
    ['wrangler.jsonc', JSONC],
    [
      'wrangler.json',
      JSON.stringify({
        kv_namespaces: [{ binding: 'COMPONENTS_KV', id: PRODUCTION_NAMESPACE }],
        env: { staging: { kv_namespaces: [{ binding: 'COMPONENTS_KV', id: STAGING_NAMESPACE }] }, bare: {} },
      }),
    ],
  ])('in %s is that of the environment, else the one at the top', async (file, text) => {
    await lab.repository.commit('wrangler', { [file]: text });
    expect((await deployTo('production')).exitCode).toBe(0);
    expect(await lab.sandbox.kv.list(PRODUCTION_NAMESPACE)).toContain('prompts/extraction@production');
    expect((await deployTo('staging')).exitCode).toBe(0);
    expect(await lab.sandbox.kv.list(STAGING_NAMESPACE)).toContain('prompts/extraction@staging');
    lab.sandbox.clearRequests();
    // Bindings are not inherited.
    expectRefusal(await deployTo('bare'), 'namespace-unknown', /COMPONENTS_KV/);
  });

  test('without an id, or in a broken file, is an error', async () => {
    await lab.repository.commit('wrangler', { 'wrangler.toml': TOML });
    expectRefusal(await deployTo('auto'), 'namespace-unknown', /without an id/);
    await lab.repository.commit('wrangler', { 'wrangler.toml': '[' });
    expectRefusal(await deployTo('production'), 'config-invalid', /wrangler\.toml/);
  });

  test('named in the configuration; a version tag goes to all', async () => {
    await lab.repository.commit('wrangler', {
      'wrangler.toml': TOML,
      '.github/tagship.yml':
        'namespaces:\n  staging: { binding: COMPONENTS_KV }\n  "prod*": { binding: COMPONENTS_KV }\n',
    });
    expect((await deployTo('production', null)).exitCode).toBe(0);
    const run = await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/v1.0.0', {
      inputs: { 'kv-namespace': null },
    });
    expect(run.exitCode).toBe(0);
    expect(await lab.sandbox.kv.list(STAGING_NAMESPACE)).toEqual(['prompts/extraction@v1.0.0']);
  });
});

describe('content', () => {
  async function deployAt(files: Record<string, string | null>, before?: () => Promise<void>): Promise<RunResult> {
    await before?.();
    await lab.repository.commit('two', { 'prompts/extraction.md': null, ...files });
    await lab.repository.edgitTag('prompts/extraction', 'v1.1.0');
    await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.1.0');
    return await deployTag(lab.sandbox, lab.repository, PRODUCTION);
  }

  test('a missing file names every place and what to do', async () => {
    const run = await deployAt({ 'README.md': 'x' });
    expectRefusal(run, 'content-missing', /paths:/);
    for (const place of [
      '.edgit/components.json (not committed)',
      'components/prompts/extraction.{ext}',
      'components/prompts/extraction/index.{ext}',
      'prompts/extraction.{ext}',
      'prompts/extraction/index.{ext}',
      'prompts/extraction.prompt.{ext}',
    ]) {
      expect(run.annotations[0]?.message).toContain(place);
    }
  });

  test('two candidates', async () => {
    const run = await deployAt({ 'prompts/extraction.md': 'a', 'prompts/extraction.txt': 'b' });
    expectRefusal(run, 'content-ambiguous', /`prompts\/extraction.md` or `prompts\/extraction.txt`/);
  });

  test('a registry that names a missing file', async () => {
    const registry = { components: { extraction: { path: 'gone.md', type: 'prompt' } } };
    const run = await deployAt({ '.edgit/components.json': JSON.stringify(registry), 'prompts/extraction.md': 'x' });
    expectRefusal(run, 'content-missing', /`gone.md`/);
  });

  test('a registry that is no JSON', async () => {
    const run = await deployAt({ '.edgit/components.json': '{', 'prompts/extraction.md': 'x' });
    expectRefusal(run, 'registry-invalid', /\.edgit\/components\.json/);
  });

  test('a symbolic link', async () => {
    const run = await deployAt({ 'real.md': 'x' }, async () => {
      await lab.repository.write({ 'prompts/extraction.md': null });
      await lab.repository.symlink('prompts/extraction.txt', '../real.md');
    });
    expectRefusal(run, 'content-not-a-file', /symbolic link/);
  });

  test('a submodule', async () => {
    await lab.repository.write({ 'prompts/extraction.md': null });
    await lab.repository.git(['add', '-A']);
    await lab.repository.git([
      'update-index',
      '--add',
      '--cacheinfo',
      `160000,${'1'.repeat(40)},prompts/extraction.git`,
    ]);
    await lab.repository.git(['commit', '--quiet', '-m', 'submodule']);
    await lab.repository.edgitTag('prompts/extraction', 'v1.1.0');
    await lab.repository.edgitSet('prompts/extraction', 'production', 'v1.1.0');
    expectRefusal(await deployTag(lab.sandbox, lab.repository, PRODUCTION), 'content-not-a-file', /submodule/);
  });

  test('a Git LFS pointer', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 12345\n`;
    expectRefusal(await deployAt({ 'prompts/extraction.md': pointer }), 'content-lfs', /git lfs untrack/);
  });
});

describe('tags', () => {
  test('an environment on a commit without a version', async () => {
    await lab.repository.commit('two', { 'prompts/extraction.md': 'two' });
    await lab.repository.tag(PRODUCTION, 'HEAD', { annotated: true });
    expectRefusal(await deployTag(lab.sandbox, lab.repository, PRODUCTION), 'version-missing', /unversioned: allow/);
  });

  test('the same, allowed by the configuration', async () => {
    await lab.repository.commit('two', { 'prompts/extraction.md': 'two', '.github/tagship.yml': 'unversioned: allow' });
    await lab.repository.tag(PRODUCTION, 'HEAD');
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.outputs.version).toBe(`sha-${(await lab.repository.commitOf('HEAD')).slice(0, 12)}`);
  });

  test('an environment named latest', async () => {
    await lab.repository.edgitSet('prompts/extraction', 'latest', 'v1.0.0');
    expectRefusal(
      await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/latest'),
      'environment-reserved',
      /latest/,
    );
  });

  test('a tag that is too short, and a name that ends in .json', async () => {
    await lab.repository.tag('components/extraction');
    expectRefusal(
      await deployTag(lab.sandbox, lab.repository, 'components/extraction'),
      'tag-shape',
      /components\/prompts/,
    );
    await lab.repository.tag('components/prompts/a.json/b/production');
    expectRefusal(
      await deployTag(lab.sandbox, lab.repository, 'components/prompts/a.json/b/production'),
      'name-refused',
      /\.json/,
    );
  });

  test('a named tag that does not exist suggests the nearest', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { tag: 'components/prompts/extraktion/production' },
    });
    expectRefusal(run, 'tag-missing', /Did you mean `components\/prompts\/extraction\/production`\?/);
  });

  test('a pushed tag that is gone again is a notice', async () => {
    const payload = await lab.repository.pushPayload(PRODUCTION);
    await lab.repository.deleteTag(PRODUCTION);
    const run = await lab.sandbox.runAction({
      event: { name: 'push', payload },
      ref: `refs/tags/${PRODUCTION}`,
      repository: lab.repository.name,
      inputs: { 'kv-namespace': PRODUCTION_NAMESPACE },
    });
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ changed: 'false', keys: '[]' });
    expect(writes(lab.sandbox.requests)).toEqual([]);
  });

  test('a tag on a blob', async () => {
    await lab.repository.tag(PRODUCTION, 'HEAD:prompts/extraction.md');
    await lab.repository.tag('components/prompts/extraction/v1.0.0', 'HEAD:prompts/extraction.md');
    const run = await lab.sandbox.runAction({
      event: { name: 'push', payload: { ref: `refs/tags/${PRODUCTION}`, created: true } },
      ref: `refs/tags/${PRODUCTION}`,
      sha: '0'.repeat(40),
      repository: lab.repository.name,
      inputs: { 'kv-namespace': PRODUCTION_NAMESPACE },
    });
    expectRefusal(run, 'tag-not-a-commit', /blob/);
  });

  test('a version tag that moved away from under an environment, unless accepted with a reason', async () => {
    await lab.repository.commit('two', { 'prompts/extraction.md': 'two' });
    await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expectRefusal(
      run,
      'version-moved',
      new RegExp(`${await lab.repository.commitOf(PRODUCTION)}.*${await lab.repository.commitOf('HEAD')}`),
    );
    lab.sandbox.clearRequests();
    const unexplained = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { override: 'moved-version' },
    });
    expectRefusal(unexplained, 'input-missing', /reason/);
    const accepted = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { override: 'moved-version', reason: 'typo fixed' },
    });
    expect(accepted.exitCode).toBe(0);
    expect(accepted.summary).toContain('typo fixed');
  });

  test('a version tag that moved is refused as well when it is pushed itself', async () => {
    await lab.repository.commit('two', { 'prompts/extraction.md': 'two' });
    await lab.repository.edgitTag('prompts/extraction', 'v1.0.0');
    const run = await deployTag(lab.sandbox, lab.repository, 'components/prompts/extraction/v1.0.0');
    expectRefusal(run, 'version-moved', new RegExp(await lab.repository.commitOf(PRODUCTION)));
  });

  test('a key over 512 bytes', async () => {
    const name = Array.from({ length: 5 }, (_, i) => String(i).repeat(110)).join('/');
    await lab.repository.commit('two', { [`prompts/${name}.md`]: 'x' });
    await lab.repository.edgitTag(`prompts/${name}`, 'v1.0.0');
    await lab.repository.edgitSet(`prompts/${name}`, 'production', 'v1.0.0');
    expectRefusal(
      await deployTag(lab.sandbox, lab.repository, `components/prompts/${name}/production`),
      'key-too-long',
      /512/,
    );
  });
});

describe('another repository', () => {
  test('owns the key', async () => {
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, 'prompts/extraction@v1.0.0', 'theirs', {
      'managed-by': 'tagship:acme/other',
    });
    expectRefusal(await deployTag(lab.sandbox, lab.repository, PRODUCTION), 'key-foreign', /tagship:acme\/other/);
    expect(
      Buffer.from(
        (await lab.sandbox.kv.get(PRODUCTION_NAMESPACE, 'prompts/extraction@v1.0.0'))?.bytes ?? [],
      ).toString(),
    ).toBe('theirs');
  });

  test('is this one under the name it had before', async () => {
    const key = 'prompts/extraction@v1.0.0';
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, key, 'older', { 'managed-by': 'tagship:acme/before' });
    await lab.repository.commit('policy', { '.github/tagship.yml': 'formerly: [acme/before]' });
    expect((await deployTag(lab.sandbox, lab.repository, PRODUCTION)).exitCode).toBe(0);
    expect((await lab.sandbox.kv.get(PRODUCTION_NAMESPACE, key))?.metadata).toMatchObject({
      'managed-by': `tagship:${lab.repository.name}`,
    });
  });

  test('owns the index: everything else is deployed, with a warning', async () => {
    await lab.sandbox.kv.put(PRODUCTION_NAMESPACE, 'component-versions', '{}', { 'managed-by': 'tagship:acme/other' });
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringContaining('tagship:acme/other') }),
    ]);
    expect(
      Buffer.from((await lab.sandbox.kv.get(PRODUCTION_NAMESPACE, 'component-versions'))?.bytes ?? []).toString(),
    ).toBe('{}');
  });
});

describe('configuration', () => {
  async function withConfig(text: string): Promise<RunResult> {
    await lab.repository.commit('policy', { '.github/tagship.yml': text });
    return await deployTag(lab.sandbox, lab.repository, PRODUCTION);
  }

  test('an unknown key names the nearest one, with line and column', async () => {
    const run = await withConfig('latest: deployed\nnamespace:\n  production: { title: x }\n');
    expectRefusal(run, 'config-invalid', /Did you mean `namespaces`\?/);
    expect(run.annotations[0]).toMatchObject({ file: '.github/tagship.yml', line: 2, col: 1 });
  });

  test('a file under nearly the right name is told, since nobody may believe that it counts', async () => {
    await lab.repository.commit('policy', { '.github/tagship.yaml': 'latest: tagged\n' });
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION);
    expectRefusal(
      run,
      'config-missing',
      /`\.github\/tagship\.yaml` on the default branch, which is not read\. Rename it/,
    );
  });

  test('every mistake is shown, each once', async () => {
    const run = await withConfig('latset: deployed\nkeys: ["{name}"]\nnamespaces:\n  production: { idd: x }\n');
    expect(run.exitCode).toBe(1);
    expect(run.annotations.map(({ line, col }) => [line, col]).sort()).toEqual([
      [1, 1],
      [2, 8],
      [4, 15],
      [4, 17],
    ]);
    expect(writes(lab.sandbox.requests)).toEqual([]);
  });

  test('malformed YAML', async () => {
    const run = await withConfig('keys: ["a"\nlatest: deployed\n');
    expect(run.exitCode).toBe(1);
    expect(run.annotations[0]).toMatchObject({
      file: '.github/tagship.yml',
      message: expect.stringMatching(/^tagship\(config-syntax\): \.github\/tagship\.yml:\d+:\d+ /),
    });
    expect(writes(lab.sandbox.requests)).toEqual([]);
  });

  test('a file that was named but is not there', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { inputs: { config: 'policy/tagship.yml' } });
    expectRefusal(run, 'config-missing', /policy\/tagship\.yml/);
  });

  test('all of the contract is accepted', async () => {
    const run = await withConfig(`
namespaces:
  production: { id: ${PRODUCTION_NAMESPACE} }
  "production-*": { title: components-production-regions }
  staging: { binding: COMPONENTS_KV }
keys: ["{type}/{name}@{slot}"]
latest: deployed
retention: 10
on-delete: report
ledger: { ref: refs/tagship/ledger }
environments:
  production:
    requires: staging
    in-flight: complete
    deployments: true
    gate:
      initial-delay: 90s
      interval: 15s
      timeout: 10m
      on-no-data: keep
      metrics:
        - name: error-rate
          provider: prometheus
          url: https://prometheus.example.com
          errors: sum(increase(requests_total{code=~"5..",component="{component}"}[{elapsed}]))
          total: sum(increase(requests_total{component="{component}"}[{elapsed}]))
          max: 0.01
          min-samples: 50
        - { name: latency-p95, provider: http, url: "https://metrics.example.com/p95?c={component}", path: $.value, max: 1500, failure-limit: 2 }
    canary: { environment: production-canary, steps: [10, 25, 50], key: rollout-percentage }
logic:
  rebuild: [npm ci, "npx wrangler deploy --env {environment}"]
`);
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([]);
  });
});

describe('inputs and commands', () => {
  test('an unknown input names the nearest one', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { inputs: { 'kv-namspace': 'x' } });
    expectRefusal(run, 'input-unknown', /Did you mean `kv-namespace`\?/);
  });

  test('an input of another command', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { command: 'deploy', threshold: '0.1' },
    });
    expectRefusal(run, 'input-unknown', /`threshold` is not taken by `deploy`/);
  });

  test.each(['GITHUB_SERVER_URL', 'GITHUB_API_URL', 'CLOUDFLARE_BASE_URL'])(
    '%s that is no address',
    async (variable) => {
      const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { env: { [variable]: 'example.com' } });
      expectRefusal(run, 'input-invalid', new RegExp(`\`${variable}\` is not an HTTP address`));
      expect(lab.sandbox.requests).toEqual([]);
    },
  );

  const PLACE = { components: 'prompts/extraction', environment: 'production' };

  test.each<[string, Readonly<Record<string, string>>, string, RegExp]>([
    ['rollback', {}, 'input-missing', /`rollback` needs the input `components`/],
    ['rollback', { components: 'prompts/*' }, 'input-missing', /needs the input `environment`/],
    ['rollback', { ...PLACE, version: '1.1.0' }, 'input-invalid', /Did you mean `v1\.1\.0`\?/],
    ['rollback', { ...PLACE, version: 'older' }, 'input-invalid', /`older`, which is no version/],
    ['rollback', { ...PLACE, from: 'staging' }, 'input-unknown', /`from` is not taken by `rollback`/],
    ['promote', PLACE, 'input-missing', /not said what to promote/],
    ['promote', { ...PLACE, version: 'v1.0.0', from: 'staging' }, 'input-invalid', /Both `version` and `from`/],
    ['promote', { ...PLACE, from: 'production' }, 'input-invalid', /Name two environments/],
    ['promote', { ...PLACE, environment: 'latest', from: 'staging' }, 'environment-reserved', /`latest`/],
    ['promote', { ...PLACE, environment: 'versions', from: 'staging' }, 'environment-reserved', /`versions`/],
    ['promote', { ...PLACE, components: 'extraction', from: 'staging' }, 'input-invalid', /not `type\/name`/],
    ['promote', { ...PLACE, version: 'v1.0.0', override: 'requires' }, 'input-missing', /`override` needs a reason/],
    ['restore', { environment: 'debug' }, 'input-missing', /needs the input `at`/],
    ['restore', { environment: 'debug', at: '14:47' }, 'input-invalid', /no time with a zone/],
    ['restore', { environment: 'debug', at: '2026-02-30T14:47:00Z' }, 'input-invalid', /no time with a zone/],
    ['restore', { ...PLACE, at: '2026-05-05T14:47:00Z' }, 'input-unknown', /`components` is not taken by `restore`/],
    ['reconcile', { heal: 'yes' }, 'input-invalid', /neither `true` nor `false`/],
    ['reconcile', { environment: 'latest' }, 'environment-reserved', /`latest`/],
    ['reconcile', { components: 'prompts/*' }, 'input-unknown', /`components` is not taken by `reconcile`/],
    ['validate', { scope: 'change' }, 'input-invalid', /no scope\. Did you mean `changed`/],
    ['validate', { environment: 'production' }, 'input-unknown', /`environment` is not taken by `validate`/],
    ['history', { at: '2026-05-05T14:47:00' }, 'input-invalid', /no time with a zone/],
    ['history', { at: '2026-05-05T14:47Z', since: '2026-05-05T14:47Z' }, 'input-invalid', /either one point in time/],
    ['history', { until: '2026-05-05T14:47Z' }, 'input-missing', /`until` was given without `since`/],
    ['history', { since: '2026-05-05T14:47Z', until: '2026-05-05T14:46Z' }, 'input-invalid', /ends before it begins/],
  ])('%s with %j is %s, before anything is asked of a server', async (command, inputs, code, text) => {
    const run = await lab.sandbox.runAction({
      event: { name: 'workflow_dispatch', payload: {} },
      ref: 'refs/heads/main',
      repository: lab.repository.name,
      inputs: { command, ...inputs },
    });
    expectRefusal(run, code, text);
    expect(lab.sandbox.requests).toEqual([]);
  });

  test('a command nobody knows', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { inputs: { command: 'depoly' } });
    expectRefusal(run, 'command-unknown', /Did you mean `deploy`\?/);
  });

  test('a misspelt `command`, where the event alone does not say what to do', async () => {
    const run = await lab.sandbox.runAction({
      event: { name: 'workflow_dispatch', payload: {} },
      ref: 'refs/heads/main',
      repository: lab.repository.name,
      inputs: { comand: 'promote' },
    });
    expect(run.annotations.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^tagship\(input-unknown\): There is no input `comand`\. Did you mean `command`\?/),
      expect.stringMatching(/^tagship\(event-refused\): /),
    ]);
  });

  test.each<[string, object, string, string]>([
    ['push', { ref: 'refs/heads/main' }, 'refs/heads/main', 'event-refused'],
    ['workflow_dispatch', {}, 'refs/heads/main', 'event-refused'],
    ['pull_request_target', {}, 'refs/heads/main', 'event-refused'],
  ])('auto on %s of %j', async (name, payload, ref, code) => {
    const run = await lab.sandbox.runAction({
      event: { name, payload },
      ref,
      repository: lab.repository.name,
      inputs: { 'kv-namespace': PRODUCTION_NAMESPACE },
    });
    expectRefusal(run, code, /./);
  });

  test('auto leaves the deletion of other tags and of branches alone', async () => {
    for (const payload of [
      { ref: 'v1.0.0', ref_type: 'tag' },
      { ref: 'feature', ref_type: 'branch' },
    ]) {
      const run = await lab.sandbox.runAction({
        event: { name: 'delete', payload },
        ref: 'refs/heads/main',
        repository: lab.repository.name,
      });
      expect(run.exitCode).toBe(0);
      expect(run.annotations).toEqual([expect.objectContaining({ level: 'notice' })]);
    }
  });

  test('several bad inputs are all shown', async () => {
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, {
      inputs: { 'dry-run': 'maybe', config: '../x.yml', override: 'moved', reason: 'r', tag: 'x', components: 'y' },
    });
    expect(run.exitCode).toBe(1);
    expect(run.annotations.map(({ message }) => /tagship\(([\w-]+)\)/.exec(message)?.[1])).toEqual(
      Array(4).fill('input-invalid'),
    );
    expect(lab.sandbox.requests).toEqual([]);
  });
});

describe('dry run', () => {
  test('prints the plan and writes nothing', async () => {
    await lab.sandbox.kv.clear(PRODUCTION_NAMESPACE);
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { inputs: { 'dry-run': 'true' } });
    expect(run.exitCode).toBe(0);
    expect(writes(lab.sandbox.requests)).toEqual([]);
    expect(run.stdout).toContain('prompts/extraction@production');
    expect(run.summary).toContain('Would deploy');
    expect(run.outputs).toMatchObject({ changed: 'true', keys: '[]' });
    expect(JSON.parse(run.outputs.result ?? '').keys).toHaveLength(4);
  });
});

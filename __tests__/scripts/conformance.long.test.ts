import { expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE } from '../../sandbox/index.ts';
import { conformance, reportOf, settingsOf } from '../../scripts/conformance.ts';
import { startSandbox } from '../support/sandbox.ts';

test('on the sandbox everything is as documented, nothing is left behind, and no secret is in the report', async () => {
  const sandbox = await startSandbox({ namespaces: [{ id: PRODUCTION_NAMESPACE, title: 'conformance' }] });
  try {
    const repository = await sandbox.createRepository('acme/conformance');
    await repository.commit('Begin', { 'README.md': 'To be thrown away\n' });
    const settings = settingsOf({
      CONFORMANCE_REPOSITORY: repository.name,
      CONFORMANCE_NAMESPACE: PRODUCTION_NAMESPACE,
      CONFORMANCE_NAMESPACE_TITLE: 'conformance',
      CONFORMANCE_TOKEN: sandbox.githubToken,
      CLOUDFLARE_API_TOKEN: sandbox.cloudflareToken,
      CLOUDFLARE_ACCOUNT_ID: sandbox.accountId,
      GITHUB_SERVER_URL: sandbox.serverUrl,
      GITHUB_API_URL: sandbox.apiUrl,
      CLOUDFLARE_BASE_URL: sandbox.cloudflareUrl,
    });
    const tried = await conformance(settings);

    expect(tried.filter(({ result }) => result === 'otherwise')).toEqual([]);
    expect(tried.filter(({ result }) => result === 'as documented').map(({ row }) => row)).toEqual(
      expect.arrayContaining(['1', '2', '6', 'KV']),
    );
    const report = reportOf(tried, settings, new Date('2026-12-01T00:00:00Z'));
    expect(report).toContain('| 2 | Push refs/tagship/ledger with it | as documented |');
    expect(report).not.toContain(sandbox.githubToken);
    expect(report).not.toContain(sandbox.cloudflareToken);
    expect(await sandbox.kv.list(PRODUCTION_NAMESPACE)).toEqual([]);
    const refs = await repository.git(['--git-dir', repository.bare, 'for-each-ref', '--format=%(refname)']);
    expect(refs).toBe('refs/heads/main');
  } finally {
    await sandbox.close();
  }
}, 300_000);

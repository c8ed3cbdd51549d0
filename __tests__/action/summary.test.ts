import { describe, expect, test } from '@jest/globals';
import type { RunContext } from '../../src/action/event.ts';
import { table } from '../../src/action/markdown.ts';
import { reconcileSummary } from '../../src/action/reconcile-summary.ts';
import { historySummary, runSummary } from '../../src/action/summary.ts';
import type { HistoryReport } from '../../src/commands/history.ts';
import type { ReconcileReport } from '../../src/commands/reconcile.ts';
import type { DeployedComponent, MovedTag, RunReport } from '../../src/commands/report.ts';

const NAMESPACE = '0f2ac74b498b48028cb68387c421e279';

const CONTEXT: RunContext = {
  repository: 'acme/prompts',
  defaultBranch: 'main',
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
  actor: 'mona',
  email: 'mona@users.noreply.github.com',
  run: '',
};

const DEPLOYED: DeployedComponent = {
  component: 'prompts/extraction',
  environment: 'production',
  version: 'v1.2.0',
  commit: 'c'.repeat(40),
  path: 'prompts/extraction.md',
  bytes: 10,
  previousVersion: 'v1.3.0',
  previousCommit: 'd'.repeat(40),
  namespaces: [NAMESPACE],
};

const MOVE: MovedTag = {
  component: 'prompts/extraction',
  environment: 'production',
  version: 'v1.2.0',
  commit: 'c'.repeat(40),
  previousVersion: 'v1.3.0',
  why: 'the version before',
  overridden: [],
  quarantined: 'v1.3.0',
};

function report(more: Partial<RunReport>): RunReport {
  return {
    command: 'deploy',
    dryRun: false,
    reason: undefined,
    verdict: undefined,
    waves: [],
    rolledBack: false,
    ledger: undefined,
    moves: [],
    deployed: [DEPLOYED],
    deleted: [],
    requiresRebuild: false,
    rebuild: [],
    keys: [
      { namespace: NAMESPACE, key: 'prompts/extraction@production', role: 'environment', bytes: 10, differed: true },
    ],
    changed: true,
    rounds: 1,
    durationMs: 1000,
    issues: [],
    failures: [],
    notices: [],
    ...more,
  };
}

const lines = (more: Partial<RunReport>): string[] => runSummary(report(more), CONTEXT).split('\n');

describe('the summary of a move', () => {
  const text = runSummary(
    report({
      command: 'rollback',
      rolledBack: true,
      moves: [MOVE],
      issues: [
        {
          component: 'prompts/extraction',
          environment: 'production',
          version: 'v1.3.0',
          url: 'https://github.com/acme/prompts/issues/1',
          difference: ['```diff', '-a', '+b', '```'],
        },
      ],
    }),
    CONTEXT,
  );

  test('says in its first line what happened, where to and from what', () => {
    expect(text.split('\n')[0]).toBe('## Rolled back `prompts/extraction` to `v1.2.0` in `production` (from `v1.3.0`)');
    expect(lines({ command: 'promote', moves: [MOVE] })[0]).toBe(
      '## Promoted `prompts/extraction` `v1.2.0` to `production` (from `v1.3.0`)',
    );
  });

  test('says what readers see, links the post-mortem, and has the command and the difference to copy', () => {
    expect(text).toContain('Readers may see the old value for a minute');
    expect(text).toContain(
      '- [Post-mortem](https://github.com/acme/prompts/issues/1) of `prompts/extraction` `v1.3.0`',
    );
    expect(text).toContain(
      'gh workflow run promote.yml --repo acme/prompts \\\n  --raw-field component=prompts/extraction',
    );
    expect(text).toContain('  --raw-field version=v1.3.0 \\\n  --raw-field override=quarantine');
    expect(text).toContain('What `v1.3.0` had changed:\n\n```diff\n-a\n+b\n```');
    expect(lines({ command: 'promote', moves: [MOVE] }).join('\n')).toContain(
      'If it goes wrong:\n\n```sh\ngh workflow run rollback.yml --repo acme/prompts \\\n  --raw-field component=',
    );
  });

  test('has one row for a component, and no id of 32 digits', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| `prompts/extraction` |'));
    expect(rows).toEqual([
      expect.stringContaining(
        '| `prompts/extraction` | `production` | `v1.3.0` | `v1.2.0` | the version before; `v1.3.0` is quarantined |',
      ),
    ]);
    expect(text).not.toContain(NAMESPACE);
  });

  test('tells namespaces apart by their first digits where there are several', () => {
    const [key] = report({}).keys;
    if (key === undefined) throw new Error('There is a key.');
    expect(runSummary(report({ keys: [key, { ...key, namespace: '7d'.repeat(16) }] }), CONTEXT)).toContain(
      '| `7d7d7d7d…` |',
    );
  });

  test('names another server in the commands, and offers none for names that no tag can have', () => {
    const elsewhere = { ...CONTEXT, serverUrl: 'https://ghe.corp.test' };
    expect(runSummary(report({}), elsewhere)).toContain('--repo ghe.corp.test/acme/prompts');
    expect(lines({ deployed: [{ ...DEPLOYED, component: '`</pre>\n::x' }] }).join('\n')).not.toContain(
      'gh workflow run',
    );
  });

  test('says that a dry run wrote nothing, and offers nothing to undo', () => {
    const dry = lines({ dryRun: true }).join('\n');
    expect(dry).toContain('Nothing was written: this is a dry run.');
    expect(dry).not.toContain('gh workflow run');
    expect(dry).not.toContain('Readers may');
  });
});

test('a history says how long ago things were', () => {
  const history: HistoryReport = {
    command: 'history',
    ledger: undefined,
    state: {
      at: '2026-05-05T15:00:00Z',
      lines: [
        {
          environment: 'production',
          component: 'prompts/extraction',
          version: 'v1.2.0',
          commit: undefined,
          since: '2026-05-05T14:47:10Z',
          status: 'deployed',
          actor: 'grace',
          reason: null,
          run: null,
        },
      ],
    },
    moves: [],
    changes: undefined,
    durationMs: 1,
    notices: [],
  } as unknown as HistoryReport;
  expect(historySummary(history, CONTEXT)).toContain('| 2026-05-05T14:47:10Z, for 12 min 50 s |');
});

test('drift that was only reported comes with the command that repairs it', () => {
  const drifted = {
    ...report({ changed: false, keys: [] }),
    command: 'reconcile',
    heal: false,
    drift: 1,
    remaining: 1,
    written: 0,
    removed: 0,
    counts: { missing: 1 },
    namespaces: [{ id: NAMESPACE, environments: ['production'], wanted: 1, owned: 0, counts: { missing: 1 } }],
    found: [{ namespace: NAMESPACE, key: 'a@production', finding: 'missing', expected: 'v1.0.0', stored: undefined }],
  } as unknown as ReconcileReport;
  const text = reconcileSummary(drifted, CONTEXT);
  expect(text).toContain(
    'To repair it:\n\n```sh\ngh workflow run reconcile.yml --repo acme/prompts \\\n  --raw-field heal=true\n```',
  );
  expect(text).not.toContain(NAMESPACE);
});

test('a table that is too long says how much of it is shown', () => {
  expect(
    table(
      ['A'],
      Array.from({ length: 232 }, () => ['a']),
    ).at(-1),
  ).toBe('200 of 232 shown.');
});

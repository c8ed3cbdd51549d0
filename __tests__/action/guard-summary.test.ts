import { describe, expect, test } from '@jest/globals';
import type { RunContext } from '../../src/action/event.ts';
import { guardLog, guardSummary } from '../../src/action/guard-summary.ts';
import type { GateReport, GuardReport } from '../../src/commands/report.ts';
import { conclude, observe, openGate, rowsOf } from '../../src/domain/gate/gate.ts';
import type { Reading } from '../../src/domain/gate/measurement.ts';
import type { GatePolicy, MetricPolicy } from '../../src/domain/gate/policy.ts';
import { TagshipError } from '../../src/errors.ts';

const SINCE = Date.UTC(2026, 10, 21, 12);
const HOSTILE = '`</td><script>alert(1)</script> @everyone #1 |\n::error::x ![a](http://evil)';

const CONTEXT: RunContext = {
  repository: 'acme/prompts',
  defaultBranch: 'main',
  serverUrl: 'https://github.com',
  apiUrl: 'https://api.github.com',
  actor: 'mona',
  email: 'mona@users.noreply.github.com',
  run: '',
};

function metric(name: string, limit: MetricPolicy['limit']): MetricPolicy {
  return {
    name,
    limit,
    source: {
      provider: 'prometheus',
      url: 'https://metrics.example',
      query: undefined,
      errors: 'errors',
      total: 'total',
      path: undefined,
      method: undefined,
      headers: {},
      body: undefined,
      timeoutMs: 1000,
    },
  };
}

/** A gate as `guard` reports it, of one metric that was measured every 15 s. */
function gateOf(readings: readonly Reading[], more: Partial<GateReport> = {}, name = 'error-rate'): GateReport {
  const policy: GatePolicy = {
    initialDelayMs: 60_000,
    intervalMs: 15_000,
    timeoutMs: 600_000,
    count: 5,
    consecutiveErrorLimit: 1000,
    bakeMs: 0,
    onBreach: 'rollback',
    onNoData: 'keep',
    onError: 'keep',
    onInconclusive: 'keep',
    metrics: [metric(name, { kind: 'counts', max: 0.01, minSamples: 50 })],
  };
  let state = openGate(policy);
  for (const [i, reading] of readings.entries()) {
    const elapsed = 60_000 + i * 15_000;
    const queries = [`sum(increase(errors[${elapsed / 1000}s]))`, 'sum(total)\n  offset 1m'];
    state = observe(state, [{ metric: name, at: SINCE + elapsed, elapsed, queries, reading }]);
  }
  const conclusion = conclude(state, 600_000);
  return {
    component: 'prompts/extraction',
    environment: 'production',
    version: 'v1.1.0',
    commit: 'c'.repeat(40),
    verdict: conclusion?.verdict ?? 'inconclusive',
    why: conclusion?.why ?? '',
    rolledBackTo: undefined,
    held: undefined,
    policy,
    rows: rowsOf(state),
    since: SINCE,
    startedAt: SINCE,
    endedAt: SINCE + 75_000,
    ...more,
  };
}

function reportOf(gates: readonly GateReport[], more: Partial<GuardReport> = {}): GuardReport {
  return {
    command: 'guard',
    dryRun: false,
    reason: undefined,
    verdict: gates[0]?.verdict,
    rolledBack: gates.some(({ rolledBackTo }) => rolledBackTo !== undefined),
    ledger: undefined,
    moves: [],
    deployed: [],
    deleted: [],
    requiresRebuild: false,
    rebuild: [],
    keys: [],
    changed: false,
    rounds: 1,
    durationMs: 76_000,
    issues: [],
    waves: [],
    notices: [],
    gates,
    times: undefined,
    failures: [],
    ...more,
  };
}

/** A summary as people read it, without the backslashes of Markdown. */
function shown(report: GuardReport): string {
  return guardSummary(report, CONTEXT).replace(/\\([^\w\s])/g, '$1');
}

const counts = (errors: number, total: number): Reading => ({ kind: 'counts', errors, total });
const BREACHED = gateOf([counts(1, 40), counts(8, 61)], { rolledBackTo: 'v1.0.0' });
const HEALTHY = gateOf([counts(0, 400)], { component: 'prompts/other' });

describe('the summary of a gate that rolled back', () => {
  const text = shown(
    reportOf([BREACHED], {
      times: { moved: 900, restored: 1400, done: 2600 },
      issues: [
        {
          component: 'prompts/extraction',
          environment: 'production',
          version: 'v1.1.0',
          url: 'https://github.com/acme/prompts/issues/7',
          difference: ['```diff', '-old', '+new', '```'],
        },
      ],
      changed: true,
      notices: [{ level: 'warning', message: 'KV still answers `v1.1.0`.' }],
      reason: 'release\nday',
    }),
  );

  test('says first what happened, why, and what is live now', () => {
    const [head, , why] = text.split('\n');
    expect(head).toBe('## Rolled back `prompts/extraction` to `v1.0.0` in `production` (from `v1.1.0`)');
    expect(why).toMatch(/^8 of 61 requests failed, 13 %; allowed is 1 %; it was live for 75 seconds\. /);
    expect(why).toMatch(/ `v1\.0\.0` is live again\.$/);
  });

  test('says why once where an error says it', () => {
    const what = `\`prompts/extraction\` v1.1.0 was rolled back to v1.0.0: ${BREACHED.why}`;
    const failed = shown(reportOf([BREACHED], { failures: [new TagshipError('rolled-back', what, 'Look at it.')] }));
    expect(failed.split(BREACHED.why)).toHaveLength(2);
    expect(failed.split('\n')[2]).toBe('`v1.0.0` is live again.');
  });

  test('says what to do next, what the version had changed, and what readers see, before any measurement', () => {
    const [above = ''] = text.split('| After |');
    expect(above).toContain('Readers may see the old value for a minute');
    expect(above).toContain(
      'gh workflow run promote.yml --repo acme/prompts \\\n  --raw-field component=prompts/extraction \\\n  --raw-field environment=production \\\n  --raw-field version=v1.1.0 \\\n  --raw-field override=quarantine',
    );
    expect(above).toContain('What `v1.1.0` had changed:\n\n```diff\n-old\n+new\n```');
    expect(text.indexOf('| breach |')).toBeLessThan(text.indexOf('| undecided |'));
  });

  test('has a chart and every measurement, and the queries once', () => {
    expect(text).toContain('```mermaid\n');
    expect(text).toContain('| After | Metric | Measured | Limit | Outcome | Evidence |\n');
    expect(text).toContain('| 1 min | `error-rate` | 1 of 40 requests (2.5 %) | max 1 % | undecided | ');
    expect(text).toContain('| 1 min 15 s | `error-rate` | 8 of 61 requests (13 %) | max 1 % | breach | ');
    expect(text).toContain('\n\nEvidence of counts: breach at 3.00, healthy at -3.00.\n');
    expect(text.match(/sum\(increase/g)).toHaveLength(1);
    expect(text).toContain('- `error-rate`: `sum(increase(errors[75s]))`\n- `error-rate`: `sum(total) offset 1m`\n');
  });

  test('has the policy, the issue, the times, the notices and who it was', () => {
    expect(text).toContain(
      'Deployed at 2026-11-21T12:00:00Z · watched for 1 min 15 s · initial delay 1 min · interval 15 s · bake 0 s · timeout 10 min',
    );
    expect(text).toContain(
      '- [Post-mortem](https://github.com/acme/prompts/issues/7) of `prompts/extraction` `v1.1.0` in `production`',
    );
    expect(text).toContain(
      'tag and ledger moved within 900 ms, KV had the version back within 1.4 s, all was reported within 2.6 s.',
    );
    expect(text).toContain('- ⚠️ KV still answers `v1.1.0`.');
    expect(text).toContain('Reason: release day');
    expect(text).toContain('By `mona` · 1 min 16 s');
  });

  test('says what would happen in a dry run, and what did not', () => {
    expect(shown(reportOf([BREACHED], { dryRun: true }))).toMatch(
      /^## Would roll back `prompts\/extraction` to `v1\.0\.0`[\s\S]*`v1\.0\.0` would be live again/,
    );
    expect(shown(reportOf([{ ...BREACHED, rolledBackTo: undefined }]))).toMatch(
      /is beyond its limits in[\s\S]*`v1\.1\.0` is still live\./,
    );
    const held = shown(
      reportOf([{ ...BREACHED, held: 'ledger' }], { times: { moved: undefined, restored: 21_000, done: 22_000 } }),
    );
    expect(held).toMatch(
      /was taken out of KV in `production`, but its tag could not be moved[\s\S]*a hold in the ledger/,
    );
    expect(held).toContain('the tag did not move, KV had the version back within 21 s');
  });
});

describe('the summary of other gates', () => {
  test.each<[GateReport[], string]>([
    [[], '## Nothing to watch'],
    [[HEALTHY], '## `prompts/other` `v1.1.0` is healthy in `production`'],
    [[gateOf([counts(0, 60)])], '## `prompts/extraction` `v1.1.0` could not be judged in `production`'],
    [
      [{ ...HEALTHY, verdict: 'superseded', why: 'Somebody moved the tag.' }],
      '## `prompts/other` `v1.1.0` was superseded in `production`',
    ],
    [[HEALTHY, BREACHED], '## 1 of 2 components was rolled back'],
    [[HEALTHY, gateOf([counts(0, 60)])], '## 2 components watched: 1 inconclusive, 1 healthy'],
  ])('begins with what came of it: %#', (gates, head) => {
    expect(shown(reportOf(gates)).split('\n')[0]).toBe(head);
  });

  test('shows the worst first', () => {
    const text = shown(reportOf([HEALTHY, BREACHED]));
    expect(text.match(/^### .*/gm)).toEqual([
      '### Rolled back `prompts/extraction` to `v1.0.0` in `production` (from `v1.1.0`)',
      '### `prompts/other` `v1.1.0` is healthy in `production`',
    ]);
  });

  test('says so when nothing was measured', () => {
    expect(shown(reportOf([gateOf([])]))).toContain('Nothing was measured.');
  });

  test('keeps to the size that a summary may have, and shows the latest measurements', () => {
    const long = gateOf(
      Array.from({ length: 900 }, (_, i) => ({ kind: 'failed', why: `HTTP ${i} ${'x'.repeat(120)}` })),
    );
    const text = guardSummary(reportOf(Array.from({ length: 300 }, () => long)), CONTEXT);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toContain('200 of 900 measurements shown, the latest.');
    expect(text).toContain('| error | HTTP 700 ');
    expect(text).toContain('| error | HTTP 899 ');
    expect(text).not.toContain('HTTP 699 ');
  });

  test('lets nothing from outside become markup', () => {
    const hostile = gateOf(
      [{ kind: 'failed', why: HOSTILE }, counts(1, 40), counts(8, 61)],
      { component: HOSTILE, environment: HOSTILE, version: HOSTILE, rolledBackTo: HOSTILE },
      HOSTILE,
    );
    const issue = { component: HOSTILE, environment: HOSTILE, version: HOSTILE, url: `https://evil/)${HOSTILE}` };
    const silent = gateOf([{ kind: 'failed', why: HOSTILE }], {}, HOSTILE);
    const text = guardSummary(
      reportOf([hostile, silent], {
        issues: [issue],
        reason: HOSTILE,
        notices: [{ level: 'notice', message: HOSTILE }],
      }),
      CONTEXT,
    );
    // Without code spans; a backtick after a backslash begins none.
    const outside = text.replace(/(\\[^\n])|(`+)(?!`)[^\n]*?(?<!`)\2(?!`)/g, '$1');
    expect(outside).not.toMatch(/<script|@everyone|[^\\]!\[|^::/m);
    expect(text).not.toMatch(/^(?:::|<)/m);
    const cells = text.split('\n').filter((line) => line.startsWith('| '));
    expect(new Set(cells.map((line) => line.match(/(?<!\\)\|/g)?.length))).toEqual(new Set([7]));
  });
});

describe('the log of a gate', () => {
  test('ends with the verdict, the reason, what is live, the times and the issues', () => {
    const lines = guardLog(
      reportOf([BREACHED, HEALTHY], {
        times: { moved: 900, restored: 1400, done: 2600 },
        issues: [{ component: 'c', environment: 'e', version: 'v', url: 'https://github.com/acme/prompts/issues/7' }],
      }),
    );
    expect(lines).toEqual([
      expect.stringMatching(
        /^prompts\/extraction v1\.1\.0 in production: breached, 2 measurements\. 8 of 61 requests failed/,
      ),
      'v1.0.0 is live again.',
      expect.stringMatching(/^prompts\/other v1\.1\.0 in production: healthy, 1 measurement\. /),
      expect.stringContaining('moved within 900 ms'),
      'Post-mortem: https://github.com/acme/prompts/issues/7',
    ]);
  });

  test('says so when there was nothing to watch', () => {
    expect(guardLog(reportOf([]))).toEqual(['Nothing to watch.']);
  });
});

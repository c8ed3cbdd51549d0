import { describe, expect, test } from '@jest/globals';
import type { RunOptions } from '../../sandbox/index.ts';
import { leftBehind } from '../support/deploy.ts';
import { guardLaboratory, ID, OTHER } from '../support/guard.ts';
import { codesOf, expectSoundLedger } from '../support/moves.ts';

const lab = guardLaboratory('guard-cancel');

/** Options that cancel the run with SIGINT at a request, before that is carried out. */
function cancelledAt(operation: string, nth = 1): Partial<RunOptions> {
  const abort = new AbortController();
  atRequest(operation, nth, () => abort.abort());
  return { signal: abort.signal, kill: 'SIGINT' };
}

/** Does something at the nth request of a kind after the first measurement, before it is carried out. */
function atRequest(operation: string, nth: number, act: () => unknown): void {
  let isMeasured = false;
  let seen = 0;
  lab.once((request) => {
    isMeasured ||= request.service === 'metrics';
    seen += isMeasured && request.operation === operation ? 1 : 0;
    return seen === nth;
  }, act);
}

/** Options that cancel the run with all that it started, at a line of its log. */
function cancelledAtLine(pattern: RegExp): Partial<RunOptions> {
  const abort = new AbortController();
  const onLine = (line: string): void => {
    if (pattern.test(line)) {
      abort.abort();
    }
  };
  return { signal: abort.signal, kill: 'SIGINT', onLine };
}

describe('cancelled while it watches, it ends at once, touches nothing, and says what is live and not judged', () => {
  test.each([
    ['before the first look', { 'initial-delay': '1h' }, 0, () => cancelledAtLine(/^Watching /)],
    ['between two looks', { interval: '1h' }, 0, () => cancelledAtLine(/^metric: 0/)],
    ['while a metric is asked', {}, 30_000, () => cancelledAt('GET /rate')],
    ['by SIGTERM alone', { interval: '1h' }, 0, () => ({ ...cancelledAtLine(/^metric: 0/), kill: 'SIGTERM' as const })],
  ])('%s', async (_, inputs, delayMs, cancelled) => {
    lab.answers('/rate', [{ body: '0.01', delayMs }]);
    const run = await lab.untouched(() => lab.guard(inputs, cancelled()));
    // It was not killed for being slow: that would be after five seconds.
    expect(run.signal).toBeNull();
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['cancelled']);
    expect(run.annotations.at(-1)?.message).toContain(
      `Live and not judged: \`${ID}\` v1.1.0 in \`production\`. No tag and no key was touched.`,
    );
    expect(run.summary).toContain('Live and not judged');
    expect(leftBehind(run)).toEqual([]);
  });

  test('and what it had judged before', async () => {
    await lab.done('promote', { components: OTHER, version: 'v1.1.0' });
    lab.sandbox.traffic.answer('/of', ({ path }) => ({ body: path.includes('extraction') ? '0.2' : '0.01' }));
    const url = `${lab.sandbox.metricsUrl}/of?c={component}`;
    const inputs = { components: 'prompts/*', 'metric-url': url, interval: '1h' };
    const run = await lab.guard(inputs, cancelledAtLine(/^prompts\/extraction v1\.1\.0 in production: opened, http/));
    expect(run.signal).toBeNull();
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['rolled-back', 'cancelled']);
    expect(run.outputs).toMatchObject({ verdict: 'breached', 'rolled-back': 'true', version: 'v1.0.0' });
    expect(run.summary).toContain('Live and not judged');
    const message = run.annotations.at(-1)?.message;
    expect(message).toContain(`Live and not judged: \`${OTHER}\` v1.1.0 in \`production\`.`);
    expect(message).toContain(`\`${ID}\` v1.1.0 in \`production\` was breached, rolled back to v1.0.0`);
    await lab.expectBack('v1.0.0', 'v1.1.0');
    expect(await lab.entry(OTHER)).toMatchObject({ version: 'v1.1.0', status: 'deployed' });
    expect(lab.issues).toHaveLength(1);
  });
});

describe('cancelled while it rolls back, it finishes that first', () => {
  test.each([
    ['as the tag is read again', 'git ls-refs', 1],
    ['as the tag is about to move', 'git push', 1],
    ['as KV is about to be written', 'kv bulk write', 1],
    ['as the move is about to be recorded', 'git push', 2],
    ['as KV is read back', 'kv bulk get', 1],
  ] as const)('%s', async (_, operation, nth) => {
    lab.sandbox.traffic.rate = 0.2;
    const run = await lab.guard({}, cancelledAt(operation, nth));
    expect(run.signal).toBeNull();
    expect(run.exitCode).toBe(1);
    expect(run.stdout).toContain('Cancelled: the move that is under way is finished first.');
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(run.outputs).toMatchObject({ verdict: 'breached', 'rolled-back': 'true', version: 'v1.0.0' });
    await lab.expectBack('v1.0.0', 'v1.1.0');
    await expectSoundLedger(lab.repository);
    expect(lab.issues).toHaveLength(1);
    expect(leftBehind(run)).toEqual([]);
  });

  test('and so is what it found healthy', async () => {
    const run = await lab.guard({ count: '1' }, cancelledAt('git push'));
    expect(run.signal).toBeNull();
    expect(await lab.entry()).toMatchObject({ status: 'healthy', healthy: ['v1.1.0'] });
  });
});

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type RunResult } from '../../sandbox/index.ts';
import { laboratory } from '../support/laboratory.ts';
import { dispatch, entryOf, publish, subjects, kvOf } from '../support/moves.ts';

const lab = laboratory('guard');
const ID = 'prompts/extraction';
const ENTRY = `production/components/${ID}`;

beforeEach(async () => {
  lab.sandbox.traffic.clear();
  await publish(lab.repository, ID, 'v1.0.0', 'v1.1.0');
});

async function run(command: string, inputs: Record<string, string | null>): Promise<RunResult> {
  return await dispatch(lab.sandbox, lab.repository, command, inputs);
}

test('explore', async () => {
  for (const version of ['v1.0.0', 'v1.1.0']) {
    const r = await run('promote', { components: ID, environment: 'production', version });
    expect(r.exitCode).toBe(0);
  }
  lab.sandbox.traffic.rate = 0.2;
  lab.sandbox.clearRequests();
  const r = await run('guard', { components: ID, environment: 'production', 'metric-url': `${lab.sandbox.metricsUrl}/rate`, threshold: '0.05', 'initial-delay': '0s', interval: '100ms' });
  console.log(r.stdout, r.stderr, r.summary, r.outputs, r.annotations, r.exitCode);
  console.log(lab.sandbox.requests.map(({ n, operation, status }) => `${n} ${operation} ${status}`).join('\n'));
  console.log(await entryOf(lab.repository, ENTRY), await subjects(lab.repository), await kvOf(lab.sandbox), lab.sandbox.github.issues(lab.repository.name));
});

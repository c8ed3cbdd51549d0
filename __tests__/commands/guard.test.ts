import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { deployTag } from '../support/deploy.ts';
import { guardLaboratory, ID, noticesOf, OTHER, WHILE_V1_RAN, warningsOf } from '../support/guard.ts';
import { codesOf, expectSoundLedger, LEDGER, markHealthy, pushes, trailers, versionsOf } from '../support/moves.ts';

const lab = guardLaboratory('guard');
const PRODUCTION = `components/${ID}/production`;

describe('a version within its limit', () => {
  test('is healthy after as many measurements as it takes, and the ledger remembers it', async () => {
    lab.sandbox.traffic.rate = 0.01;
    const [tag, tip] = [await lab.tag(), await lab.ledgerTip()];
    const inKv = await lab.inKv();
    const run = await lab.guard({ count: '3' });
    expect(run.annotations).toEqual([]);
    expect(run.exitCode).toBe(0);
    expect(lab.measured).toHaveLength(3);
    expect(run.outputs).toMatchObject({
      component: ID,
      environment: 'production',
      version: 'v1.1.0',
      'previous-version': '',
      sha: await lab.repository.commitOf(`refs/tags/components/${ID}/v1.1.0`),
      changed: 'false',
      keys: '[]',
      verdict: 'healthy',
      'rolled-back': 'false',
      'issue-url': '',
    });
    expect(await lab.entry()).toMatchObject({ status: 'healthy', version: 'v1.1.0', tag, healthy: ['v1.1.0'] });
    expect((await versionsOf(lab.repository, ID))['v1.1.0']).toMatchObject({ healthy: ['production'] });
    expect(await lab.told(tip)).toEqual([`Healthy ${ID} v1.1.0 in production`]);
    expect(await lab.tag()).toBe(tag);
    expect(await lab.inKv()).toBe(inKv);
    expect(lab.issues).toEqual([]);
    expect(run.summary).toContain(`## \`${ID}\` \`v1.1.0\` is healthy in \`production\``);
    await expectSoundLedger(lab.repository);
  });

  test('is measured five times where nobody says how often, and may be at its limit', async () => {
    lab.sandbox.traffic.rate = 0.05;
    const run = await lab.guard();
    expect(run.outputs.verdict).toBe('healthy');
    expect(lab.measured).toHaveLength(5);
  });

  test('is told once: watched again, the ledger has nothing new to say', async () => {
    await lab.guard({ count: '1' });
    const tip = await lab.ledgerTip();
    const run = await lab.guard({ count: '1' });
    expect(run.annotations).toEqual([]);
    expect(run.outputs.verdict).toBe('healthy');
    expect(await lab.ledgerTip()).toBe(tip);
  });

  test('is what the next one goes back to', async () => {
    await lab.guard({ count: '1' });
    await lab.done('promote', { version: 'v1.2.0' });
    lab.sandbox.traffic.rate = 0.2;
    const run = await lab.guard();
    expect(run.outputs).toMatchObject({ version: 'v1.1.0', verdict: 'breached' });
    await lab.expectBack('v1.1.0', 'v1.2.0');
    expect(await lab.entry()).toMatchObject({ healthy: ['v1.1.0'] });
  });
});

describe('a version beyond its limit', () => {
  test('goes back at the first look: tag and ledger in one push, then KV, then the post-mortem; and the step fails', async () => {
    lab.sandbox.traffic.rate = 0.2;
    const tip = await lab.ledgerTip();
    const run = await lab.guard();
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(run.annotations).toHaveLength(1);
    expect(lab.measured).toHaveLength(1);
    await lab.expectBack('v1.0.0', 'v1.1.0');
    expect(await lab.told(tip)).toEqual([
      `Roll back ${ID} to v1.0.0 in production (was v1.1.0)`,
      `Deployed ${ID} v1.0.0 to production`,
    ]);
    await expectSoundLedger(lab.repository);

    const [push] = pushes(lab.sandbox.requests);
    expect(push?.refs.map(({ name }) => name)).toEqual([`refs/tags/${PRODUCTION}`, LEDGER]);
    expect(push?.body.toString('latin1')).toMatch(/\0[^\n]*\batomic\b/);
    const changing = lab.sandbox.requests.filter(
      ({ operation, method, service }) =>
        ['git push', 'kv bulk write'].includes(operation) || (service === 'github' && method === 'POST'),
    );
    expect(changing.map(({ operation }) => operation)).toEqual([
      'git push',
      'kv bulk write',
      'git push',
      `POST /repos/${lab.repository.name}/issues`,
    ]);

    expect(lab.issues).toMatchObject([{ title: `Rolled back: ${ID} v1.1.0 in production`, state: 'open' }]);
    const [issue] = lab.issues;
    expect(issue?.body).toContain(`-${ID} v1.0.0\n`);
    expect(issue?.body).toContain(`+${ID} v1.1.0\n`);
    expect(issue?.body).toContain('`metric` breached its limit');
    expect(issue?.body).toContain(`GET ${lab.sandbox.metricsUrl}/rate`);
    const url = `${lab.sandbox.serverUrl}/${lab.repository.name}/issues/1`;
    // A link, also in the sentence of the error.
    expect(run.summary).toMatch(new RegExp(`^- ❌ .*<${url}>`, 'm'));
    expect(run.outputs).toMatchObject({
      component: ID,
      environment: 'production',
      version: 'v1.0.0',
      'previous-version': 'v1.1.0',
      sha: await lab.repository.commitOf(`refs/tags/components/${ID}/v1.0.0`),
      changed: 'true',
      verdict: 'breached',
      'rolled-back': 'true',
      'issue-url': url,
    });
    expect(JSON.parse(run.outputs.keys ?? '')).toEqual(
      expect.arrayContaining([`${ID}@production`, 'component-versions']),
    );
    expect((await lab.resultOf(run)).gates).toMatchObject([
      {
        verdict: 'breached',
        'rolled-back-to': 'v1.0.0',
        measurements: [{ metric: 'metric', value: 0.2, outcome: 'breach' }],
      },
    ]);
    const [error] = run.annotations;
    expect(error?.message).toContain(`\`${ID}\` v1.1.0 in \`production\` was rolled back to v1.0.0: \`metric\` is 0.2`);
    expect(error?.message).toContain(`The post-mortem is ${url}.`);
    expect(run.summary).toContain(`## Rolled back \`${ID}\` to \`v1.0.0\` in \`production\` (from \`v1.1.0\`)`);
    expect(run.summary).toContain(`What \`v1.1.0\` had changed:`);
    expect(run.summary).toContain('`metric` is 0.2; allowed is at most 0.05; it was live for ');
    expect(run.summary).toContain('`v1.0.0` is live again.');
    expect(run.summary).toMatch(/^\| [^|]+ \| `metric` \| 0\.2 \| max 0\.05 \| breach \|/m);
    expect(run.summary).toContain(`[Post-mortem](${url})`);
    expect(run.summary).not.toContain('```mermaid');
  });

  test('is drawn against its limit as soon as there are two points', async () => {
    lab.answers('/rate', [0.01, 0.2]);
    const run = await lab.guard({ interval: '250ms' });
    expect(codesOf(run)).toEqual(['rolled-back']);
    const chart = /```mermaid\n([\s\S]*?)\n```/.exec(run.summary)?.[1];
    expect(chart).toContain('xychart-beta');
    expect(chart).toContain('line "measured" [0.01, 0.2]');
    expect(chart).toContain('line "max" [0.05, 0.05]');
  });

  test('is forgiven as many failures as the limit allows, counted over the whole gate', async () => {
    lab.answers('/rate', [0.2, 0.01]);
    expect((await lab.guard({ 'failure-limit': '1' })).outputs.verdict).toBe('healthy');
    expect(lab.measured).toHaveLength(5);
    lab.sandbox.clearRequests();
    lab.answers('/rate', [0.2, 0.01, 0.01, 0.2, 0.01]);
    const run = await lab.guard({ 'failure-limit': '1' });
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(lab.measured).toHaveLength(4);
    await lab.expectBack('v1.0.0', 'v1.1.0');
  });

  test('is found in JSON where the path says', async () => {
    lab.sandbox.traffic.answer('/json', { body: JSON.stringify({ other: 0, data: [{ rate: 0.2 }] }) });
    const metric = { 'metric-url': `${lab.sandbox.metricsUrl}/json`, 'metric-path': '$.data[0].rate' };
    const run = await lab.guard(metric);
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect((await lab.resultOf(run)).gates[0]?.measurements).toMatchObject([{ value: 0.2 }]);
  });

  test('goes back without failing the step where `fail-on-rollback` is false, and warns', async () => {
    lab.sandbox.traffic.rate = 0.2;
    const run = await lab.guard({ 'fail-on-rollback': 'false' });
    expect(run.exitCode).toBe(0);
    expect(codesOf(run)).toEqual([]);
    expect(warningsOf(run)).toEqual([
      expect.stringContaining(`\`${ID}\` v1.1.0 in \`production\` was rolled back to v1.0.0`),
    ]);
    expect(run.outputs).toMatchObject({ verdict: 'breached', 'rolled-back': 'true', version: 'v1.0.0' });
    await lab.expectBack('v1.0.0', 'v1.1.0');
    expect(lab.issues).toHaveLength(1);
  });

  test('stays in a dry run, which says what would have happened', async () => {
    lab.sandbox.traffic.rate = 0.2;
    const run = await lab.untouched(() => lab.guard({ 'dry-run': 'true' }));
    expect(run.exitCode).toBe(0);
    expect(warningsOf(run)).toEqual([
      expect.stringContaining(
        `\`${ID}\` v1.1.0 in \`production\` would have been rolled back to v1.0.0: \`metric\` is 0.2`,
      ),
    ]);
    expect(run.outputs).toMatchObject({
      version: 'v1.1.0',
      changed: 'false',
      keys: '[]',
      verdict: 'breached',
      'rolled-back': 'false',
      'issue-url': '',
    });
    expect(run.summary).toContain('## Would roll back ');
    expect((await lab.resultOf(run)).gates).toMatchObject([{ verdict: 'breached', 'rolled-back-to': 'v1.0.0' }]);
    expect(pushes(lab.sandbox.requests)).toEqual([]);
  });

  test('is not found healthy in a dry run either', async () => {
    const run = await lab.untouched(() => lab.guard({ 'dry-run': 'true', count: '1' }));
    expect(run.exitCode).toBe(0);
    expect(run.outputs.verdict).toBe('healthy');
  });

  test('is told to the ledger with the reason that was given, else with what the gate saw', async () => {
    lab.sandbox.traffic.rate = 0.2;
    await lab.guard({ reason: 'the new prompt is on trial' });
    expect(await lab.entry()).toMatchObject({ move: 'rollback', reason: 'the new prompt is on trial' });
    expect((await trailers(lab.repository, 'Reason')).at(-2)).toBe('the new prompt is on trial');

    await lab.done('promote', { version: 'v1.2.0' });
    await lab.guard();
    expect((await lab.entry()).reason).toMatch(/^`metric` is 0\.2; allowed is at most 0\.05; it was live for /);
  });

  test('twice has one issue, which tells both times', async () => {
    lab.sandbox.traffic.rate = 0.2;
    await lab.guard();
    await lab.done('promote', { version: 'v1.1.0', override: 'quarantine', reason: 'fixed' });
    const run = await lab.guard();
    expect(run.outputs['issue-url']).toMatch(/\/issues\/1$/);
    expect(lab.issues).toHaveLength(1);
    expect(lab.issues[0]?.comments).toHaveLength(1);
  });
});

describe('where it goes', () => {
  test('to the last healthy version, although another one was there in between', async () => {
    await lab.done('promote', { version: 'v1.2.0' });
    await markHealthy(lab.repository, ID, 'production', ['v1.0.0']);
    lab.sandbox.traffic.rate = 0.2;
    expect((await lab.guard()).outputs.version).toBe('v1.0.0');
    await lab.expectBack('v1.0.0', 'v1.2.0');
  });

  test('past a healthy version that is quarantined, to the one before', async () => {
    await lab.done('rollback');
    await lab.done('promote', { version: 'v1.2.0' });
    await markHealthy(lab.repository, ID, 'production', ['v1.1.0']);
    lab.sandbox.traffic.rate = 0.2;
    expect((await lab.guard()).outputs.version).toBe('v1.0.0');
    expect(await lab.entry()).toMatchObject({ quarantined: expect.arrayContaining(['v1.1.0', 'v1.2.0']) });
    await lab.expectBack('v1.0.0', 'v1.2.0');
  });

  test('nowhere without an earlier version: nothing is touched, the step fails, and says why', async () => {
    lab.sandbox.traffic.rate = 0.2;
    const run = await lab.untouched(() => lab.guard({ components: OTHER }));
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['rollback-impossible']);
    expect(run.annotations.find(({ level }) => level === 'error')?.message).toContain('the ledger knows none before');
    expect(run.outputs).toMatchObject({
      component: OTHER,
      version: 'v1.0.0',
      verdict: 'breached',
      'rolled-back': 'false',
    });

    const byHand = await lab.run('rollback', { components: OTHER });
    expect(codesOf(byHand)).toEqual(['rollback-impossible']);
    // With another one after it there is one.
    await lab.done('promote', { components: OTHER, version: 'v1.1.0' });
    expect(codesOf(await lab.guard({ components: OTHER }))).toEqual(['rolled-back']);
    await lab.expectBack('v1.0.0', 'v1.1.0', OTHER);
  });
});

describe('what was put there to mend something is watched, and never undone by a machine', () => {
  test.each([
    ['rollback', {}],
    ['restore', { components: null, at: WHILE_V1_RAN }],
  ])('after a %s', async (command, inputs) => {
    await lab.done(command, inputs);
    expect(await lab.entry()).toMatchObject({ move: command, version: 'v1.0.0' });
    lab.sandbox.traffic.rate = 0.2;
    lab.sandbox.clearRequests();
    const run = await lab.untouched(() => lab.guard());
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['gate-breached']);
    expect(run.annotations.at(-1)?.message).toContain(`since it was put there by a ${command}. \`metric\` is 0.2`);
    expect(run.outputs).toMatchObject({ version: 'v1.0.0', verdict: 'breached', 'rolled-back': 'false' });
    expect(lab.measured).toHaveLength(1);
    expect(pushes(lab.sandbox.requests)).toEqual([]);
  });

  test('and can be found healthy', async () => {
    await lab.done('rollback');
    const run = await lab.guard({ count: '1' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs.verdict).toBe('healthy');
    expect(await lab.entry()).toMatchObject({ move: 'rollback', status: 'healthy', healthy: ['v1.0.0'] });
  });

  test('by the guard itself: run again after its rollback, it moves nothing', async () => {
    lab.sandbox.traffic.rate = 0.2;
    await lab.guard();
    const again = await lab.untouched(() => lab.guard());
    expect(codesOf(again)).toEqual(['gate-breached']);
  });
});

describe('without a tag and components', () => {
  const unnamed = { components: null, environment: null };

  test('it watches what the same workflow run deployed', async () => {
    const env = { GITHUB_RUN_ID: '4711' };
    await lab.repository.edgitSet(ID, 'production', 'v1.2.0');
    expect((await deployTag(lab.sandbox, lab.repository, PRODUCTION, { env })).exitCode).toBe(0);
    lab.sandbox.traffic.rate = 0.2;
    const inputs = { ...lab.gate(), command: 'guard' };
    const run = await deployTag(lab.sandbox, lab.repository, PRODUCTION, { env, inputs });
    expect(codesOf(run)).toEqual(['rolled-back']);
    expect(run.outputs).toMatchObject({ component: ID, version: 'v1.1.0', 'previous-version': 'v1.2.0' });
    await lab.expectBack('v1.1.0', 'v1.2.0');
  });

  test('it watches nothing that another workflow run deployed, asks no metric, and says so', async () => {
    await lab.done('promote', { version: 'v1.2.0' }, { env: { GITHUB_RUN_ID: '4711' } });
    lab.sandbox.traffic.rate = 0.2;
    lab.sandbox.clearRequests();
    const run = await lab.untouched(() => lab.guard(unnamed, { env: { GITHUB_RUN_ID: '4712' } }));
    expect(run.exitCode).toBe(0);
    expect(run.annotations).toEqual([
      expect.objectContaining({
        level: 'notice',
        message: 'This workflow run has deployed nothing, so there is nothing to watch.',
      }),
    ]);
    expect(run.outputs).toMatchObject({ verdict: '', 'rolled-back': 'false', component: '' });
    expect(lab.measured).toEqual([]);
    expect(await lab.resultOf(run)).toMatchObject({ verdict: null, gates: [] });
  });

  test('it watches each of several; one goes back while the other is found healthy', async () => {
    const env = { GITHUB_RUN_ID: '4711' };
    await lab.done('promote', { components: 'prompts/*', version: 'v1.2.0' }, { env });
    lab.sandbox.traffic.answer('/of', ({ path }) => ({ body: path.includes('extraction') ? '0.2' : '0.01' }));
    const url = `${lab.sandbox.metricsUrl}/of?c={component}&v={version}&was={previous}`;
    lab.sandbox.clearRequests();
    const run = await lab.guard({ ...unnamed, 'metric-url': url, count: '3' }, { env });
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['rolled-back']);
    await lab.expectBack('v1.1.0', 'v1.2.0');
    expect(await lab.entry(OTHER)).toMatchObject({ version: 'v1.2.0', status: 'healthy', healthy: ['v1.2.0'] });
    expect(lab.measured.map(({ path }) => path).sort()).toEqual([
      '/of?c=prompts%2Fextraction&v=v1.2.0&was=v1.1.0',
      ...Array.from({ length: 3 }, () => '/of?c=prompts%2Fsummary&v=v1.2.0&was=v1.0.0'),
    ]);
    expect(run.outputs).toMatchObject({
      component: '',
      environment: '',
      version: '',
      sha: '',
      verdict: 'breached',
      'rolled-back': 'true',
      'issue-url': expect.stringMatching(/\/issues\/1$/),
    });
    const { verdict, gates } = await lab.resultOf(run);
    expect(verdict).toBe('breached');
    expect(gates.map((gate) => [gate.component, gate.verdict, gate['rolled-back-to']])).toEqual([
      [ID, 'breached', 'v1.1.0'],
      [OTHER, 'healthy', null],
    ]);
    expect(run.summary).toContain('## 1 of 2 components was rolled back');
    expect(lab.issues).toHaveLength(1);
    await expectSoundLedger(lab.repository);
  });

  test('each leg of a matrix watches what its own job deployed, and fails for that alone', async () => {
    const legs = await Promise.all(
      [ID, OTHER].map(async (component) => [component, await mkdtemp(path.join(tmpdir(), 'leg-'))] as const),
    );
    for (const [components, RUNNER_TEMP] of legs) {
      const env = { GITHUB_RUN_ID: '4711', RUNNER_TEMP };
      await lab.done('promote', { components, version: 'v1.2.0' }, { env });
    }
    lab.sandbox.traffic.answer('/of', ({ path }) => ({ body: path.includes('extraction') ? '0.2' : '0.01' }));
    const inputs = { ...unnamed, 'metric-url': `${lab.sandbox.metricsUrl}/of?c={component}`, count: '1' };
    const watched: unknown[] = [];
    for (const [, RUNNER_TEMP] of legs.reverse()) {
      const run = await lab.guard(inputs, { env: { GITHUB_RUN_ID: '4711', RUNNER_TEMP } });
      watched.push([run.exitCode, run.outputs.component, run.outputs.verdict]);
      await rm(RUNNER_TEMP, { recursive: true });
    }
    expect(watched).toEqual([
      [0, OTHER, 'healthy'],
      [1, ID, 'breached'],
    ]);
  });

  test('it warns of an environment that has no gate', async () => {
    const env = { GITHUB_RUN_ID: '4711' };
    await lab.done('promote', { version: 'v1.2.0' }, { env });
    const run = await lab.untouched(() => lab.guardByConfig(unnamed, { env }));
    expect(run.exitCode).toBe(0);
    expect(warningsOf(run)).toEqual([`\`production\` has no gate, so \`${ID}\` is not watched there.`]);
    expect(run.outputs.verdict).toBe('');
  });
});

describe('what is named', () => {
  test('has to have a gate', async () => {
    const run = await lab.untouched(() => lab.guardByConfig());
    expect(run.exitCode).toBe(1);
    expect(codesOf(run)).toEqual(['gate-missing']);
    expect(run.annotations[0]?.message).toContain('`environments.production.gate`');
  });

  test.each([PRODUCTION, `refs/tags/${PRODUCTION}`])('can be the tag %s', async (tag) => {
    lab.sandbox.traffic.rate = 0.2;
    const run = await lab.guard({ components: null, environment: null, tag });
    expect(codesOf(run)).toEqual(['rolled-back']);
    await lab.expectBack('v1.0.0', 'v1.1.0');
  });

  test('as a version tag is nothing to watch', async () => {
    lab.sandbox.traffic.rate = 0.2;
    const tag = `components/${ID}/v1.1.0`;
    const run = await lab.untouched(() => lab.guard({ components: null, environment: null, tag }));
    expect(run.exitCode).toBe(0);
    expect(noticesOf(run)).toEqual([expect.stringContaining(`\`${ID}\` v1.1.0 is a version tag`)]);
    expect(run.outputs.verdict).toBe('');
    expect(lab.measured).toEqual([]);
  });

  test.each(['v1.1.0', 'logic/agents/router/production'])('as the tag %s is nothing to watch', async (tag) => {
    await lab.repository.tag(tag);
    lab.sandbox.traffic.rate = 0.2;
    const run = await lab.untouched(() => lab.guard({ components: null, environment: null, tag }));
    expect(run.exitCode).toBe(0);
    expect(noticesOf(run)).toEqual([`The tag \`${tag}\` is not under \`components/\`, so there is nothing to watch.`]);
    expect(lab.measured).toEqual([]);
  });

  test('can be several at a time, each with a gate of its own', async () => {
    await lab.done('promote', { components: OTHER, version: 'v1.1.0' });
    lab.sandbox.traffic.rate = 0.2;
    const run = await lab.guard({ components: '**' });
    expect(codesOf(run)).toEqual(['rolled-back', 'rolled-back']);
    await lab.expectBack('v1.0.0', 'v1.1.0');
    await lab.expectBack('v1.0.0', 'v1.1.0', OTHER);
    expect(lab.issues).toHaveLength(2);
    await expectSoundLedger(lab.repository);
  });
});

describe('a tag that somebody moves meanwhile is theirs: superseded, exit 0, and nothing of ours', () => {
  /** Lets a person move the tag at a request, and guards. */
  async function movedAt(operation: string, nth: number, rate: number, inputs: Record<string, string> = {}) {
    lab.sandbox.traffic.rate = rate;
    let seen = 0;
    let isMeasured = false;
    const tip = await lab.ledgerTip();
    let theirs = '';
    lab.once(
      (request) => {
        isMeasured ||= request.service === 'metrics';
        seen += isMeasured && request.operation === operation ? 1 : 0;
        return seen === nth;
      },
      async () => {
        theirs = await lab.repository.edgitSet(ID, 'production', 'v1.2.0');
      },
    );
    const kv = await lab.inKv();
    const run = await lab.guard(inputs);
    expect(theirs).not.toBe('');
    expect(run.exitCode).toBe(0);
    expect(codesOf(run)).toEqual([]);
    expect(run.outputs).toMatchObject({ verdict: 'superseded', 'rolled-back': 'false', changed: 'false', keys: '[]' });
    expect(noticesOf(run)).toEqual([expect.stringContaining('was moved by somebody else while v1.1.0 was watched')]);
    expect((await lab.resultOf(run)).gates).toMatchObject([{ verdict: 'superseded', 'rolled-back-to': null }]);
    expect(await lab.tag()).toBe(theirs);
    expect(await lab.ledgerTip()).toBe(tip);
    expect(await lab.inKv()).toBe(kv);
    expect(lab.issues).toEqual([]);
    expect(run.summary).toContain('was superseded');
    return run;
  }

  test('while it is watched', async () => {
    await movedAt('GET /rate', 2, 0.01, { count: '50' });
    expect(lab.measured.length).toBeLessThan(5);
  });

  test('at the measurement that would have made it healthy', async () => {
    await movedAt('GET /rate', 1, 0.01, { count: '1' });
  });

  test('at the measurement that breaches', async () => {
    await movedAt('GET /rate', 1, 0.2);
    expect(pushes(lab.sandbox.requests)).toEqual([]);
  });

  test('after the tag was read again, at the push itself', async () => {
    await movedAt('git push', 1, 0.2);
  });

  test('by being deleted', async () => {
    lab.once(
      ({ service }) => service === 'metrics',
      () => lab.repository.deleteTag(PRODUCTION),
    );
    lab.sandbox.traffic.rate = 0.2;
    const tip = await lab.ledgerTip();
    const run = await lab.guard();
    expect(run.exitCode).toBe(0);
    expect(run.outputs.verdict).toBe('superseded');
    expect(await lab.ledgerTip()).toBe(tip);
    expect(lab.issues).toEqual([]);
  });
});

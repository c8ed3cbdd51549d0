import type { RunResult } from '../sandbox/index.ts';
import { create, dispatch, PROMPT, production, type Scene } from './moves.ts';
import { FAILING_COMMIT, GATE, HEALTHY_COMMIT } from './repository.ts';
import { unmarked } from './result.ts';
import { LEDGER, type Served, type Stage, tagOf } from './stage.ts';

/** The steps with a gate: one version goes back by itself, another one stays. */
export const GATE_SCENES: readonly Scene[] = [
  { title: 'guard: error rates rise, and the version is rolled back by itself', play: goBackByItself },
  { title: 'guard: three requests prove nothing, some more do', play: becomeHealthy },
];

/** The workflow run that promotes and guards in one job. */
const WORKFLOW_RUN = 14_004_000_001;

/** What v1.4.0 serves between one look and the next. */
const FAILING: readonly Served[] = [
  { ok: 39, errors: 1 },
  { ok: 37, errors: 3 },
  { ok: 30, errors: 10 },
];

/** What v1.5.0 serves while hardly anybody is there, and later. */
const QUIET: readonly Served[] = [{ ok: 2, errors: 1 }];
const BUSY: readonly Served[] = [{ ok: 60 }, { ok: 60 }];

async function goBackByItself(stage: Stage): Promise<void> {
  const { screen } = stage;
  screen.say('Production has a gate. It is policy, so it stands in .github/tagship.yml on the default branch:');
  screen.gap();
  screen.listing(GATE.trimEnd().split('\n'));
  screen.gap();
  screen.say('A gate measures by the clock of the machine it runs on, so from here on all clocks agree: it is now.');
  screen.gap();
  stage.atThisMoment();
  await publish(stage, FAILING_COMMIT, 'v1.4.0');
  screen.say('The next workflow has two steps. The first one promotes:');
  screen.gap();
  const promotion = { components: PROMPT, environment: 'production', version: 'v1.4.0' };
  await production(stage, 'v1.2.0', 'v1.4.0', () =>
    dispatch(stage, undefined, 'promote', promotion, { workflowRun: WORKFLOW_RUN }),
  );
  screen.gap();
  screen.say('People use it, and the second step watches what its workflow run deployed:');
  screen.gap();
  let run: RunResult | undefined;
  await production(stage, 'v1.4.0', 'v1.2.0', async () => {
    run = await stage.whileServing(PROMPT, 'v1.4.0', FAILING, () =>
      dispatch(
        stage,
        undefined,
        'guard',
        {},
        {
          workflowRun: WORKFLOW_RUN,
          ending: { exitCode: 1, error: 'rolled-back' },
        },
      ),
    );
    stage.expectText('The verdict', 'breached', run.outputs.verdict ?? '');
    showMeasurements(stage, run);
    screen.error(run.annotations.find(({ level }) => level === 'error')?.message ?? '');
  });
  screen.excerpt('Job summary', summaryOf(run));
  showIssue(stage, run);
}

async function becomeHealthy(stage: Stage): Promise<void> {
  const { screen } = stage;
  const places = { components: PROMPT, environment: 'production' };
  await publish(stage, HEALTHY_COMMIT, 'v1.5.0');
  await production(stage, 'v1.2.0', 'v1.5.0', () =>
    dispatch(stage, undefined, 'promote', { ...places, version: 'v1.5.0' }),
  );
  screen.gap();
  screen.say('It is night, and of three requests one fails: 33 %. That is no evidence, so the version is left alone:');
  screen.gap();
  await stage.movingNothing(async () => {
    const run = await stage.whileServing(PROMPT, 'v1.5.0', QUIET, () => dispatch(stage, undefined, 'guard', places));
    stage.expectText('The verdict', 'inconclusive', run.outputs.verdict ?? '');
    showMeasurements(stage, run);
    screen.notice(run.annotations.find(({ level }) => level === 'warning')?.message ?? '');
  });
  await stage.expectVersion(PROMPT, 'production', 'v1.5.0');
  screen.gap();
  screen.say('In the morning more people come. Watched again, the version shows that it is good:');
  screen.gap();
  const run = await stage.whileServing(PROMPT, 'v1.5.0', BUSY, () => dispatch(stage, undefined, 'guard', places));
  stage.expectText('The verdict', 'healthy', run.outputs.verdict ?? '');
  showMeasurements(stage, run);
  await stage.expectVersion(PROMPT, 'production', 'v1.5.0');
  screen.gap();
  screen.say('The ledger says so, and from now on a rollback goes back to this version:');
  screen.gap();
  screen.commands([{ command: `git log -1 --format=%s ${LEDGER}` }]);
  const subject = await stage.askLedger('log', '-1', '--format=%s', LEDGER);
  stage.expectText('What the ledger says', `Healthy ${PROMPT} v1.5.0 in production`, subject);
  screen.listing([subject]);
}

/** A new version of the prompt, made and stored, but live nowhere. */
async function publish(stage: Stage, commit: typeof FAILING_COMMIT | typeof HEALTHY_COMMIT, version: string) {
  stage.screen.commands([
    { command: `git commit -am "${commit.message}"` },
    create('extraction', version),
    { command: `git push origin main ${tagOf(PROMPT, version)}` },
  ]);
  await stage.commit(commit);
  await stage.create(PROMPT, version);
  await stage.deploy(tagOf(PROMPT, version));
  stage.screen.gap();
}

/** Measurements that are all shown. */
const MAX_ROWS = 4;

interface Measurement {
  readonly 'elapsed-ms': number;
  readonly errors: number;
  readonly total: number;
  readonly evidence: string;
  readonly outcome: string;
}

/** What the gate saw, as the output `result` tells it. */
function showMeasurements({ screen }: Stage, { outputs }: RunResult): void {
  const { gates }: { gates: readonly { measurements: readonly Measurement[] }[] } = JSON.parse(
    outputs.result ?? '{"gates":[]}',
  );
  const rows = (gates[0]?.measurements ?? []).map(({ errors, total, evidence, outcome, ...at }) => [
    `${(at['elapsed-ms'] / 1000).toFixed(1)} s`,
    `${errors} of ${total}`,
    evidence.replace(/^.*?\), /, ''),
    outcome === 'accept' ? 'healthy' : outcome,
  ]);
  const shown = rows.length > MAX_ROWS ? [...rows.slice(0, 2), ['…'], ...rows.slice(-1)] : rows;
  screen.gap();
  screen.table(shown, ['After', 'Failed', 'Evidence (breach at 3.00, healthy at -3.00)', 'Outcome']);
}

/** The headline of a job summary, the sentences under it, and how long it all took. */
function summaryOf(run: RunResult | undefined): string[] {
  const lines = (run?.summary ?? '').split('\n').map(unmarked);
  const [headline = '', , sentences = ''] = lines;
  const times = lines.find((line) => line.startsWith('After the measurement')) ?? '';
  return [headline, sentences, times];
}

/** The post-mortem, shortened: of the measurements some columns, and no difference, no questions. */
function showIssue(stage: Stage, run: RunResult | undefined): void {
  const { title, body } = stage.issueAt(run?.outputs['issue-url'] ?? '');
  const sections = (body ?? '').split(/^## /m);
  const linesOf = (name: string) => (sections.find((one) => one.startsWith(name)) ?? '').split('\n').slice(1);
  const why = linesOf('What happened').find((line) => line.startsWith('| Why |')) ?? '';
  const measurements = linesOf('Measurements').flatMap((line) => {
    const [number = '', , after = '', metric = '', , counts = '', limit = '', , outcome = ''] = line.split(' | ');
    return /^\| \d/.test(line) ? [[number.slice(2), after, metric, counts, limit, outcome.replace(' |', '')]] : [];
  });
  const command = /^gh workflow run [\s\S]*?[^\\]$/m.exec(body ?? '')?.[0] ?? '';
  stage.expectText('The title of the issue', `Rolled back: ${PROMPT} v1.4.0 in production`, title);
  stage.expectText('The number of measurements in the issue', String(FAILING.length), String(measurements.length));
  stage.screen.excerpt(
    `Issue: ${title}`,
    [
      why.slice('| Why | '.length, -' |'.length),
      '',
      ...linesOf('Timeline').filter((line) => line !== ''),
      '',
      ...measurements.map(
        ([number, ...cells]) => `${number}  ${cells.map((cell) => unmarked(cell).padEnd(11)).join('')}`,
      ),
      '',
      ...command.split('\n'),
      '',
      '… and what the version changed, and the questions that a post-mortem has to answer.',
    ].map(unmarked),
  );
}

import { CANARY_SCENES } from './canary-scenes.ts';
import { CHECK_SCENES } from './check-scenes.ts';
import { GATE_SCENES } from './gate-scenes.ts';
import { clock, create, DAY, dispatch, iso, PROMPT, PUSH, production, type Scene, set } from './moves.ts';
import { BAD_COMMIT, type ComponentId, RENAMING_COMMIT, SECOND_COMMIT, THIRD_COMMIT } from './repository.ts';
import { LEDGER, referenceOf, type Stage, tagOf } from './stage.ts';

const OTHERS: readonly ComponentId[] = ['configs/limits', 'schemas/invoice', 'templates/mail/header'];

const REASON = 'Answers are no JSON any more';

const SEVERAL = ['configs/*', 'schemas/*', 'templates/**'];

/** When the demo begins, by the clock of the Git server. */
export const MORNING = clock('08:00');

/** The steps in their order; each builds on those before. */
export const SCENES: readonly Scene[] = [
  { title: 'Version 1.0.0 of the prompt goes live', play: goLive },
  { title: 'Version 1.1.0 goes to staging, and only there', play: tryInStaging },
  { title: 'Production gets 1.1.0: nothing but a tag moves', play: moveForward },
  { title: 'It was a mistake: the tag moves back', play: moveBack },
  { title: 'Three more components in one run', play: deploySeveral },
  { title: 'A tag that names no component', play: ignoreTag },
  { title: 'A deploy that cannot work', play: refuse },
  { title: 'promote: production gets what staging has, without a clone', play: promoteFromStaging },
  { title: 'Two more versions, and the second is bad', play: promoteBadVersion },
  { title: 'rollback: one dispatch, and the last good version is live', play: rollBack },
  { title: 'history: what ran at that time', play: askHistory },
  { title: 'restore: all of it as it was, in another environment', play: restoreIncident },
  ...GATE_SCENES,
  ...CHECK_SCENES,
  { title: 'What runs where', play: readIndex },
  ...CANARY_SCENES,
];

async function goLive(stage: Stage): Promise<void> {
  const { screen } = stage;
  screen.commands([
    create('extraction', 'v1.0.0'),
    set('extraction', 'production', 'v1.0.0'),
    { ...PUSH, git: 'git push --tags --force' },
  ]);
  const before = await stage.expectNothing(PROMPT, 'production');
  await stage.create(PROMPT, 'v1.0.0');
  await stage.set(PROMPT, 'production', 'v1.0.0');
  await stage.deploy(tagOf(PROMPT, 'v1.0.0'));
  await stage.deploy(tagOf(PROMPT, 'production'));
  screen.answers(referenceOf(PROMPT, 'production'), [
    { label: 'before', is: '404', text: before, faint: true },
    { label: 'after', is: 'v1.0.0', text: await stage.expectVersion(PROMPT, 'production', 'v1.0.0') },
  ]);
}

async function tryInStaging(stage: Stage): Promise<void> {
  const { screen } = stage;
  screen.commands([
    { command: `git commit -am "${SECOND_COMMIT.message}"` },
    create('extraction', 'v1.1.0'),
    set('extraction', 'staging', 'v1.1.0'),
    PUSH,
  ]);
  await stage.expectNothing(PROMPT, 'staging');
  await stage.commit(SECOND_COMMIT);
  await stage.create(PROMPT, 'v1.1.0');
  await stage.set(PROMPT, 'staging', 'v1.1.0');
  await stage.deploy(tagOf(PROMPT, 'v1.1.0'));
  await stage.deploy(tagOf(PROMPT, 'staging'));
  screen.answers(referenceOf(PROMPT, 'staging'), [
    { label: 'after', is: 'v1.1.0', text: await stage.expectVersion(PROMPT, 'staging', 'v1.1.0') },
  ]);
  screen.answers(referenceOf(PROMPT, 'production'), [
    { label: 'still', is: 'v1.0.0', text: await stage.expectVersion(PROMPT, 'production', 'v1.0.0'), faint: true },
  ]);
}

function moveForward(stage: Stage): Promise<void> {
  return moveProduction(stage, 'v1.0.0', 'v1.1.0');
}

function moveBack(stage: Stage): Promise<void> {
  return moveProduction(stage, 'v1.1.0', 'v1.0.0');
}

async function moveProduction(stage: Stage, from: string, to: string): Promise<void> {
  const tag = tagOf(PROMPT, 'production');
  stage.screen.commands([set('extraction', 'production', to), PUSH]);
  await production(stage, from, to, async () => {
    await stage.set(PROMPT, 'production', to);
    await stage.deploy(tag);
  });
}

async function deploySeveral(stage: Stage): Promise<void> {
  const { screen } = stage;
  const names = ['limits', 'invoice', 'mail/header'];
  screen.commands([
    ...names.map((name) => ({
      command: `edgit tag create ${name} v1.0.0 && edgit tag set ${name} production v1.0.0`,
    })),
    PUSH,
  ]);
  screen.say('GitHub starts no workflow for a push of more than three tags, so this run is started by hand, with');
  screen.gap();
  screen.listing(['command: deploy', 'environment: production', `components: ${SEVERAL.join(', ')}`]);
  screen.gap();
  for (const component of OTHERS) {
    await stage.expectNothing(component, 'production');
    await stage.create(component, 'v1.0.0');
    await stage.set(component, 'production', 'v1.0.0');
  }
  await stage.run('workflow_dispatch', {
    inputs: { command: 'deploy', environment: 'production', components: SEVERAL.join('\n') },
    event: { name: 'workflow_dispatch', payload: { ref: 'refs/heads/main' } },
    sha: await stage.repository.commitOf('HEAD'),
  });
  screen.gap();
  const rows: string[][] = [];
  for (const component of OTHERS) {
    const text = await stage.expectVersion(component, 'production', 'v1.0.0');
    rows.push([referenceOf(component, 'production'), 'v1.0.0', `${Buffer.byteLength(text)} bytes`]);
  }
  screen.table(rows, ['The Worker has', 'Version', 'Size']);
}

async function ignoreTag(stage: Stage): Promise<void> {
  const { screen } = stage;
  const tag = 'release-2026-05';
  screen.commands([{ command: `git tag ${tag} && git push origin ${tag}` }]);
  const keys = await stage.leavingKv(async () => {
    await stage.repository.tag(tag);
    const { annotations } = await stage.deploy(tag);
    const levels = annotations.map(({ level }) => level).join();
    stage.expectText('The list of annotations', 'notice', levels);
    screen.notice(annotations[0]?.message ?? '');
  });
  screen.gap();
  screen.good(`KV untouched: all ${keys} keys in all namespaces are as they were.`);
}

async function refuse(stage: Stage): Promise<void> {
  const { screen } = stage;
  const component = 'configs/limits';
  const tag = tagOf(component, 'production');
  screen.commands([
    { command: `git mv configs/limits.json configs/quota.json && git commit -m "${RENAMING_COMMIT.message}"` },
    create('limits', 'v1.1.0'),
    set('limits', 'production', 'v1.1.0'),
    PUSH,
  ]);
  const keys = await stage.leavingKv(async () => {
    await stage.commit(RENAMING_COMMIT);
    await stage.create(component, 'v1.1.0');
    await stage.set(component, 'production', 'v1.1.0');
    await stage.deploy(tagOf(component, 'v1.1.0'), { exitCode: 1, error: 'content-missing' });
    const { annotations } = await stage.deploy(tag, { exitCode: 1, error: 'content-missing' });
    screen.error(annotations[0]?.message ?? '');
  });
  screen.gap();
  await stage.expectVersion(component, 'production', 'v1.0.0');
  screen.good(
    `KV untouched: all ${keys} keys are as they were, and ${referenceOf(component, 'production')} is v1.0.0.`,
  );
  screen.gap();
  screen.say('Until somebody corrects the registry, the tag goes back to where it was:');
  screen.gap();
  screen.commands([set('limits', 'production', 'v1.0.0'), PUSH]);
  await stage.set(component, 'production', 'v1.0.0');
  await stage.deploy(tag);
  await stage.expectVersion(component, 'production', 'v1.0.0');
}

async function promoteFromStaging(stage: Stage): Promise<void> {
  const { screen } = stage;
  screen.say('From here on Tagship moves the tags. At 09:00 somebody starts a run, for example on a phone, with');
  screen.gap();
  await production(stage, 'v1.0.0', 'v1.1.0', () =>
    dispatch(stage, clock('09:00'), 'promote', { components: PROMPT, environment: 'production', from: 'staging' }),
  );
}

async function promoteBadVersion(stage: Stage): Promise<void> {
  const { screen } = stage;
  for (const [time, version, commit] of [
    ['11:30', 'v1.2.0', THIRD_COMMIT],
    ['14:30', 'v1.3.0', BAD_COMMIT],
  ] as const) {
    screen.commands([
      { command: `git commit -am "${commit.message}"` },
      create('extraction', version),
      { command: `git push origin main components/${PROMPT}/${version}` },
    ]);
    stage.at(clock(time));
    await stage.commit(commit);
    await stage.create(PROMPT, version);
    await stage.deploy(tagOf(PROMPT, version));
    screen.gap();
    screen.say(`At ${time}:`);
    screen.gap();
    await production(stage, version === 'v1.2.0' ? 'v1.1.0' : 'v1.2.0', version, () =>
      dispatch(stage, clock(time), 'promote', { components: PROMPT, environment: 'production', version }),
    );
    if (version === 'v1.2.0') screen.gap();
  }
}

async function rollBack(stage: Stage): Promise<void> {
  const { screen } = stage;
  const inputs = { components: PROMPT, environment: 'production', reason: REASON };
  screen.say('At 14:47 the answers are wrong. You do not have to know which version was good:');
  screen.gap();
  await production(stage, 'v1.3.0', 'v1.2.0', async () => {
    const { outputs } = await dispatch(stage, clock('14:47'), 'rollback', inputs);
    stage.expectText('The output rolled-back', 'true', outputs['rolled-back'] ?? '');
  });
  screen.gap();
  screen.say('Somebody else presses the same button a minute later. It goes back once, not twice:');
  screen.gap();
  stage.at(clock('14:48'));
  await stage.movingNothing(async () => {
    const { outputs } = await stage.dispatch('rollback', 'rollback', inputs, 'linus');
    stage.expectText('The output rolled-back', 'false', outputs['rolled-back'] ?? '');
  });
  await stage.expectVersion(PROMPT, 'production', 'v1.2.0');
}

/** Moments of the day, and what production ran at them. */
const MOMENTS = [
  ['10:00', 'v1.1.0'],
  ['14:40', 'v1.3.0'],
  ['15:00', 'v1.2.0'],
] as const;

async function askHistory(stage: Stage): Promise<void> {
  const { screen } = stage;
  const rows: string[][] = [];
  stage.at(clock('15:05'));
  for (const [time, version] of MOMENTS) {
    const at = iso(time);
    const inputs = { components: PROMPT, environment: 'production', at };
    const { outputs } = await stage.dispatch('history', `history at ${time}`, inputs, 'ada');
    const { state }: { state: readonly { version: string; since: string; actor: string; reason: string | null }[] } =
      JSON.parse(outputs.result ?? '{"state":[]}');
    stage.expectText(`What ran at ${at}`, version, state.map((one) => one.version).join());
    rows.push([at, version, state[0]?.since ?? '', state[0]?.actor ?? '', state[0]?.reason ?? '–']);
  }
  screen.gap();
  screen.table(rows, ['At', 'Version', 'Since', 'By', 'Why']);
  screen.gap();
  screen.say('The ledger is a ref of the repository, so plain Git says the same:');
  screen.gap();
  screen.commands([
    { command: `git fetch origin ${LEDGER}:${LEDGER}` },
    { command: `git log --format='%cI  %s' ${LEDGER}` },
  ]);
  const log = (await stage.askLedger('log', '--format=%cI  %s', LEDGER)).split('\n').slice(0, MOVES.length);
  stage.expectText('What plain Git says of the day', MOVES.join('\n'), log.join('\n'));
  screen.listing([...log, '…']);
}

/** The last commits of the ledger, the latest first. */
const MOVES = [
  `${DAY}T14:47:00+00:00  Deployed ${PROMPT} v1.2.0 to production`,
  `${DAY}T14:47:00+00:00  Roll back ${PROMPT} to v1.2.0 in production (was v1.3.0)`,
  `${DAY}T14:30:00+00:00  Deployed ${PROMPT} v1.3.0 to production`,
  `${DAY}T14:30:00+00:00  Deploy ${PROMPT} v1.3.0 to production (was v1.2.0)`,
];

async function restoreIncident(stage: Stage): Promise<void> {
  const { screen } = stage;
  screen.say('To look into it in peace, debug becomes what production was at 14:40, the bad version included:');
  screen.gap();
  for (const component of [PROMPT, ...OTHERS]) await stage.expectNothing(component, 'debug');
  await dispatch(stage, clock('15:10'), 'restore', { environment: 'debug', from: 'production', at: iso('14:40') });
  screen.answers(referenceOf(PROMPT, 'debug'), [
    { label: 'after', is: 'v1.3.0', text: await stage.expectVersion(PROMPT, 'debug', 'v1.3.0') },
  ]);
  screen.answers(referenceOf(PROMPT, 'production'), [
    { label: 'still', is: 'v1.2.0', text: await stage.expectVersion(PROMPT, 'production', 'v1.2.0'), faint: true },
  ]);
  for (const component of OTHERS) await stage.expectVersion(component, 'debug', 'v1.0.0');
}

async function readIndex(stage: Stage): Promise<void> {
  const { screen } = stage;
  const all = [...OTHERS, PROMPT].sort();
  const others = (environment: string) => Object.fromEntries(OTHERS.map((id) => [id, { [environment]: 'v1.0.0' }]));
  const sorted = (index: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
    Object.fromEntries(all.flatMap((id) => (index[id] === undefined ? [] : [[id, index[id]]])));
  const indexes = {
    production: sorted({ ...others('production'), [PROMPT]: { production: 'v1.5.0' } }),
    staging: sorted({ [PROMPT]: { staging: 'v1.1.0' } }),
    debug: sorted({ ...others('debug'), [PROMPT]: { debug: 'v1.3.0' } }),
  };
  const environments = ['production', 'staging', 'debug'] as const;
  for (const environment of environments) await stage.expectIndex(environment, indexes[environment]);
  screen.say('Each namespace has an index of its own under the key component-versions:');
  screen.gap();
  const rows = all.map((id) => [id, ...environments.map((name) => indexes[name][id]?.[name] ?? '–')]);
  screen.table(rows, ['Component', ...environments]);
}

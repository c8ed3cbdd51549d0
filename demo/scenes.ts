import { type ComponentId, RENAMING_COMMIT, SECOND_COMMIT } from './repository.ts';
import type { ShownCommand } from './screen.ts';
import { referenceOf, type Stage, tagOf } from './stage.ts';

/** One step of the demo. */
export interface Scene {
  readonly title: string;
  play(stage: Stage): Promise<void>;
}

const PROMPT: ComponentId = 'prompts/extraction';
const OTHERS: readonly ComponentId[] = ['configs/limits', 'schemas/invoice', 'templates/mail/header'];

const SEVERAL = ['configs/*', 'schemas/*', 'templates/**'];

const PUSH: ShownCommand = { command: 'edgit push --tags --force' };

/** The steps in their order; each builds on those before. */
export const SCENES: readonly Scene[] = [
  { title: 'Version 1.0.0 of the prompt goes live', play: goLive },
  { title: 'Version 1.1.0 goes to staging, and only there', play: tryInStaging },
  { title: 'Production gets 1.1.0: nothing but a tag moves', play: promote },
  { title: 'It was a mistake: the tag moves back', play: rollBack },
  { title: 'Three more components in one run', play: deploySeveral },
  { title: 'A tag that is none of its business', play: ignoreTag },
  { title: 'A deploy that cannot work', play: refuse },
  { title: 'What runs where', play: readIndex },
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

function promote(stage: Stage): Promise<void> {
  return moveProduction(stage, 'v1.0.0', 'v1.1.0');
}

function rollBack(stage: Stage): Promise<void> {
  return moveProduction(stage, 'v1.1.0', 'v1.0.0');
}

async function moveProduction(stage: Stage, from: string, to: string): Promise<void> {
  const { screen } = stage;
  const tag = tagOf(PROMPT, 'production');
  screen.commands([set('extraction', 'production', to), PUSH]);
  const before = await stage.expectVersion(PROMPT, 'production', from);
  await stage.onlyMoving(tag, async () => {
    await stage.set(PROMPT, 'production', to);
    await stage.deploy(tag);
  });
  screen.answers(referenceOf(PROMPT, 'production'), [
    { label: 'before', is: from, text: before, faint: true },
    { label: 'after', is: to, text: await stage.expectVersion(PROMPT, 'production', to) },
  ]);
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
  screen.good(`KV untouched: all ${keys} keys in both namespaces are as they were.`);
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

async function readIndex(stage: Stage): Promise<void> {
  const { screen } = stage;
  const production = Object.fromEntries([...OTHERS, PROMPT].sort().map((id) => [id, { production: 'v1.0.0' }]));
  const staging = { [PROMPT]: { staging: 'v1.1.0' } };
  await stage.expectIndex('production', production);
  await stage.expectIndex('staging', staging);
  screen.say('Each namespace has an index of its own under the key component-versions:');
  screen.gap();
  const rows = Object.keys(production).map((id) => [id, production[id]?.production ?? '', staging[id]?.staging ?? '–']);
  screen.table(rows, ['Component', 'production', 'staging']);
}

function create(name: string, version: string): ShownCommand {
  return { command: `edgit tag create ${name} ${version}`, git: `git tag -a …/${version}` };
}

function set(name: string, environment: string, version: string): ShownCommand {
  return {
    command: `edgit tag set ${name} ${environment} ${version}`,
    git: `git tag -fa …/${environment} …/${version}`,
  };
}

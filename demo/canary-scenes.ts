import { create, dispatch, PROMPT, type Scene } from './moves.ts';
import { CANARY, CANARY_COMMIT, EXPENSIVE_COMMIT } from './repository.ts';
import { LEDGER, type Served, type Stage, tagOf } from './stage.ts';
import {
  askForAll,
  changesOf,
  expectShare,
  expectSticky,
  interval,
  type Moment,
  type Texts,
  usersOf,
} from './users.ts';

/** The step with a canary: a version goes to a part of the users, and back from all of them. */
export const CANARY_SCENES: readonly Scene[] = [
  { title: 'canary: 10 % of the users, 25 %, and nobody any more', play: comeAndGo },
];

const ENVIRONMENT = 'production-canary';
const LIVE = 'v1.5.0';
const NEXT = 'v1.6.0';

/** The shares in their order: they rise until the end. */
const SHARES = [0, 10, 25, 0];

/** The share from which on the new version cannot keep up. */
const TOO_MANY = 25;

async function comeAndGo(stage: Stage): Promise<void> {
  const { screen } = stage;
  screen.say('With a canary a bad version reaches only some of the users. Production gets one, beside its gate:');
  screen.gap();
  screen.listing(['environments:', '  production:', ...CANARY.trimEnd().split('\n')]);
  screen.gap();
  screen.commands([
    { command: `git commit -am "${CANARY_COMMIT.message}"` },
    { command: `git commit -am "${EXPENSIVE_COMMIT.message}"` },
    create('extraction', NEXT),
    { command: `git push origin main ${tagOf(PROMPT, NEXT)}` },
  ]);
  await stage.commit(CANARY_COMMIT);
  await stage.commit(EXPENSIVE_COMMIT);
  await stage.create(PROMPT, NEXT);
  screen.say('The run for the new tag is left out here: a promotion stores the version, too.');
  screen.gap();
  screen.say(
    'A thousand users ask examples/worker/reader.js at every look of the gate. From 25 % of them on the new version is ' +
      'at the limit of its model, and one request in eight fails:',
  );
  screen.gap();
  const texts: Texts = {
    live: await stage.expectVersion(PROMPT, 'production', LIVE),
    next: EXPENSIVE_COMMIT.files['prompts/extraction.md'],
  };
  const moments = await promoteWhileAsked(stage, texts);
  await stage.expectVersion(PROMPT, 'production', LIVE);
  const { value } = await stage.kvOf('production').getWithMetadata(`${PROMPT}@${NEXT}`);
  stage.expectText(`The key of ${NEXT}`, texts.next, value ?? 'nothing');
  screen.gap();
  screen.table(rowsOf(moments, texts), ['', 'Share', `Users with ${NEXT}`, `With ${LIVE}`, '99.9 % of samples']);
  screen.gap();
  for (const moment of moments) expectShare(stage, PROMPT, moment, texts);
  expectSticky(stage, moments, texts);
  const shares = changesOf(moments).map(({ share }) => share);
  stage.expectText('The list of shares', SHARES.join(', '), shares.join(', '));
  await expectQuarantine(stage);
  screen.good(
    `Nobody outside the share got ${NEXT}, everybody in it kept it until the breach, and then all had ${LIVE}. ` +
      `${NEXT} is quarantined in production and ${ENVIRONMENT}.`,
  );
}

/** Promotes the version, and asks for all users before, at every look of the gate, and after. */
async function promoteWhileAsked(stage: Stage, texts: Texts): Promise<Moment[]> {
  const kv = stage.kvOf('production');
  const moments = [await askForAll(kv, PROMPT)];
  const serving = async (version: string): Promise<Served> => {
    const moment = await askForAll(kv, PROMPT);
    moments.push(moment);
    const requests = usersOf(moment, version === NEXT ? texts.next : texts.live).size;
    const isTooMuch = version === NEXT && moment.share >= TOO_MANY;
    const errors = Math.floor(requests / (isTooMuch ? 8 : 250));
    return { ok: requests - errors, errors };
  };
  await stage.onlyMoving(tagOf(PROMPT, ENVIRONMENT), async () => {
    const inputs = { components: PROMPT, environment: 'production', version: NEXT };
    const ending = { exitCode: 1, error: 'rolled-back' };
    const run = await stage.whileAsked(PROMPT, serving, () =>
      dispatch(stage, undefined, 'promote', inputs, { ending }),
    );
    stage.expectText('The verdict', 'breached', run.outputs.verdict ?? '');
  });
  return [...moments, await askForAll(kv, PROMPT)];
}

/** A row with the counts of users for each share, in its order. */
function rowsOf(moments: readonly Moment[], texts: Texts): string[][] {
  return changesOf(moments).map((moment, i) => {
    const when = i === 0 ? 'before' : moment.share === 0 ? 'after' : `step ${i}`;
    const counts = [texts.next, texts.live].map((text) => String(usersOf(moment, text).size));
    const [least, most] = interval(moment.share);
    return [when, `${moment.share} %`, ...counts, least === most ? '' : `${least} to ${most}`];
  });
}

async function expectQuarantine(stage: Stage): Promise<void> {
  for (const environment of ['production', ENVIRONMENT]) {
    const file = await stage.askLedger('show', `${LEDGER}:${environment}/components/${PROMPT}.json`);
    const { version, quarantined = [] }: { version: string; quarantined?: readonly string[] } = JSON.parse(file);
    stage.expectText(`What the ledger says of ${environment}`, LIVE, version);
    const isIn = quarantined.includes(NEXT);
    stage.expectText(`The quarantine of ${environment}`, NEXT, isIn ? NEXT : quarantined.join(', '));
  }
}

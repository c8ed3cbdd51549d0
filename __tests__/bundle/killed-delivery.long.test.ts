import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { KillPoint, RecordedRequest, Sandbox } from '../../sandbox/index.ts';
import {
  CANARY,
  type Command,
  DeliveryLane,
  endCanary,
  lower,
  promoteGroup,
  promoteLive,
  reconcile,
  rollbackGroup,
  rollbackLive,
} from '../support/delivery-lane.ts';
import { codesOf, expectSoundLedger } from '../support/moves.ts';
import { startSandbox } from '../support/sandbox.ts';
import { ASIA } from '../support/waves.ts';

/**
 * The law: the built action may be killed at any request of a canary or of a group. The next command, whichever it is,
 * ends in a state that the documentation has, with KV as tags and ledger say, and no user is given a canary that no run
 * watches.
 */

/** The versions that tags may stand for in the end, as `live canary eu us asia share`. */
type Ends = readonly string[];

interface Next extends Command {
  readonly ends: Ends;
  /** The codes that it may fail with. */
  readonly fails?: readonly string[];
  /** An environment that it is not about, and that may be unfinished. */
  readonly apart?: string;
  /** How many post-mortems there are then, if that is known. */
  readonly issues?: number;
}

interface Story extends Command {
  readonly name: string;
  /** Where it begins. */
  readonly from: 'before' | 'at 10 %' | 'everywhere';
  readonly bad?: DeliveryLane['bad'];
  /** What comes next, in turn. */
  readonly next: readonly Next[];
  /** At each how many of its requests it is killed. */
  readonly every: number;
}

const OLD = 'v1.0.0';
const LIVE = 'v1.1.0';
const NEW = 'v1.2.0';
const GROUP = [LIVE, LIVE, LIVE].join(' ');

function ends(live: readonly string[], canary: readonly string[], share = 0): Ends {
  return live.flatMap((one) => canary.map((other) => `${one} ${other} ${GROUP} ${share}`));
}

function groupEnds(...all: readonly string[]): Ends {
  return all.map((group) => `${LIVE} ${LIVE} ${group} 0`);
}

const all = (version: string): string => [version, version, version].join(' ');
/** After two hours nobody watches what was left. */
const stale: Next = { ...reconcile, ends: ends([LIVE, NEW], [LIVE, NEW]) };
const anyWaves = groupEnds(...[LIVE, NEW].flatMap((eu) => [LIVE, NEW].map((rest) => `${eu} ${rest} ${rest}`)));

const STORIES: readonly Story[] = [
  {
    name: 'a canary',
    ...promoteLive,
    from: 'before',
    every: 4,
    next: [
      { ...promoteLive, ends: ends([NEW], [NEW]) },
      { ...rollbackLive, ends: [...ends([OLD], [LIVE, NEW]), ...ends([LIVE], [NEW])], apart: CANARY },
      stale,
      { ...endCanary, ends: ends([LIVE, NEW], [LIVE, NEW]) },
    ],
  },
  {
    name: 'a canary that breaches at 50 %',
    ...promoteLive,
    from: 'before',
    every: 6,
    bad: { share: 50 },
    next: [
      { ...promoteLive, ends: ends([LIVE], [LIVE]), fails: ['rolled-back', 'version-quarantined'], issues: 1 },
      { ...rollbackLive, ends: ends([OLD], [LIVE, NEW]), apart: CANARY },
      { ...stale, ends: ends([LIVE], [LIVE, NEW]) },
    ],
  },
  {
    name: 'a rollback of what is live beside a canary',
    ...rollbackLive,
    from: 'at 10 %',
    every: 6,
    next: [
      { ...rollbackLive, ends: ends([OLD], [NEW]), issues: 1 },
      { ...promoteLive, ends: ends([NEW], [NEW]) },
      { ...stale, ends: ends([OLD, LIVE], [NEW]) },
    ],
  },
  {
    name: 'a lower share',
    ...lower,
    from: 'at 10 %',
    every: 6,
    next: [
      { ...lower, ends: ends([LIVE], [NEW], 5) },
      { ...promoteLive, ends: ends([NEW], [NEW]) },
      { ...stale, ends: ends([LIVE], [NEW]) },
    ],
  },
  {
    name: 'the end of a canary',
    ...endCanary,
    from: 'at 10 %',
    every: 6,
    next: [
      { ...endCanary, ends: ends([LIVE], [NEW]) },
      { ...rollbackLive, ends: ends([OLD], [NEW]), apart: CANARY },
      { ...stale, ends: ends([LIVE], [NEW]) },
    ],
  },
  {
    name: 'a group',
    ...promoteGroup,
    from: 'before',
    every: 6,
    next: [
      { ...promoteGroup, ends: groupEnds(all(NEW)) },
      { ...rollbackGroup, ends: groupEnds(all(LIVE), all(OLD)) },
      { ...reconcile, ends: anyWaves },
    ],
  },
  {
    name: 'a group that breaches in its second wave',
    ...promoteGroup,
    from: 'before',
    every: 6,
    bad: { environment: ASIA },
    next: [
      { ...promoteGroup, ends: groupEnds(all(LIVE)), fails: ['rolled-back', 'version-quarantined'], issues: 1 },
      { ...rollbackGroup, ends: groupEnds(all(LIVE), all(OLD)) },
      { ...reconcile, ends: anyWaves },
    ],
  },
  {
    name: 'a rollback of a group',
    ...rollbackGroup,
    from: 'everywhere',
    every: 6,
    next: [
      { ...rollbackGroup, ends: groupEnds(all(LIVE)), issues: 1 },
      { ...promoteGroup, ends: groupEnds(all(LIVE), all(NEW)), fails: ['version-quarantined'] },
      { ...reconcile, ends: groupEnds(all(LIVE), all(NEW)) },
    ],
  },
];

interface Case {
  readonly story: Story;
  readonly n: number;
  readonly moment: KillPoint['moment'];
  readonly next: Next;
}

/** `DELIVERY_KILLS=all` kills every story at each of its requests. */
const isWhole = process.env.DELIVERY_KILLS === 'all';
const LANES = 2;
const sandboxes: Sandbox[] = [];
let lanes: DeliveryLane[] = [];

beforeAll(async () => {
  sandboxes.push(...(await Promise.all(Array.from({ length: LANES }, () => startSandbox()))));
  lanes = await Promise.all(sandboxes.map(opened));
}, 300_000);

afterAll(async () => {
  await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
});

/** A lane with everything that a story begins with. */
async function opened(sandbox: Sandbox): Promise<DeliveryLane> {
  const lane = await DeliveryLane.open(sandbox);
  await lane.begin('before');
  const left = await lane.run(promoteLive, { moment: 'before', when: { operation: 'git push', nth: 4 } });
  expect(left.signal).toBe('SIGKILL');
  await lane.run({ command: 'deploy', inputs: { environment: 'production' } });
  expect(await lane.state()).toBe(ends([LIVE], [NEW], 10)[0]);
  await lane.keep('at 10 %');
  await lane.begin('before');
  expect(codesOf(await lane.run(promoteGroup))).toEqual([]);
  await lane.keep('everywhere');
  return lane;
}

function isWrite({ operation }: RecordedRequest): boolean {
  return operation === 'git push' || operation.startsWith('kv bulk');
}

/** Every request of a run, and both sides of those that write; what comes next takes turns. */
function casesOf(story: Story, requests: readonly RecordedRequest[]): Case[] {
  const points = requests.flatMap((request, at) =>
    (isWrite(request) ? (['before', 'after'] as const) : (['before'] as const)).map((moment) => ({
      n: at + 1,
      moment,
    })),
  );
  const every = isWhole ? 1 : story.every;
  return points
    .filter((_, at) => at % every === 0)
    .flatMap((point, at): Case[] => {
      const next = story.next[at % story.next.length];
      return next === undefined ? [] : [{ story, ...point, next }];
    });
}

/** What is wrong after a run was killed and another one came. */
async function problemsOf(lane: DeliveryLane, { story, n, moment, next }: Case): Promise<string[]> {
  await lane.begin(story.from);
  lane.bad = story.bad ?? {};
  const killed = await lane.run(story, { moment, when: (request) => request.n === n });
  const { killedAt } = killed;
  lane.sandbox.serverClock.advance(next.command === 'reconcile' ? 7_200_000 : 0);
  const run = await lane.run(next);
  const codes = codesOf(run);
  const state = await lane.state();
  const problems = [
    ...(next.ends.includes(state) ? [] : [`ended at ${state}`]),
    ...(codes.every((code) => next.fails?.includes(code)) ? [] : [`failed with ${codes.join()}`]),
    ...(run.exitCode === (codes.length === 0 ? 0 : 1) ? [] : [`ended with ${run.exitCode}`]),
    ...(await lane.differences(next.apart, next.command === 'reconcile')),
    // What somebody lowers does not only rise; after a rollback of what is live the canary begins anew.
    ...(story.inputs.percentage === '5' ? [] : lane.shareProblems(story.command === 'rollback' ? 2 : 1)),
  ];
  const issues = lane.sandbox.github.issues(lane.repository.name);
  if (next.issues !== undefined && issues.length !== next.issues) problems.push(`opened ${issues.length} post-mortems`);
  if (killedAt !== undefined && isWrite(killedAt)) await expectSoundLedger(lane.repository);
  const what = `${story.name}, killed ${moment} ${n} (${killedAt?.operation}), then ${JSON.stringify(next.inputs)} ${next.command}`;
  return problems.map((problem) => `${what}: ${problem}`);
}

test('a canary or a group that is killed at any request ends as documented by what comes next', async () => {
  const [first] = lanes;
  if (first === undefined) throw new Error('There is no lane.');
  const cases: Case[] = [];
  const counts: string[] = [];
  for (const story of STORIES) {
    await first.begin(story.from);
    first.bad = story.bad ?? {};
    await first.run(story);
    expect(await first.differences()).toEqual([]);
    cases.push(...casesOf(story, first.sandbox.requests));
    counts.push(`${story.name} ${first.sandbox.requests.length}`);
  }
  const started = performance.now();
  const problems: string[] = [];
  const queue = [...cases];
  await Promise.all(
    lanes.map(async (lane) => {
      for (let one = queue.shift(); one !== undefined; one = queue.shift()) {
        problems.push(...(await problemsOf(lane, one)));
      }
    }),
  );
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stderr.write(`${cases.length} kills at requests of: ${counts.join(', ')}; in ${seconds} s\n`);
  expect(problems.sort()).toEqual([]);
}, 900_000);

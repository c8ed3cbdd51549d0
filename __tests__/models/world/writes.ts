import { finish, wanted } from './decide.ts';
import { looksAgain } from './reads.ts';
import { startOver } from './run-state.ts';
import {
  type Run,
  type StepPromise,
  type Terms,
  tagSeen,
  type Value,
  versionOf,
  type World,
  type WorldStep,
  withBroken,
  withRun,
  withStored,
} from './state.ts';

/** A run writes to KV, which acknowledges; or refuses; or the answer is lost, with the value stored now, or later. */
export function writes(world: World, run: Run, terms: Terms): WorldStep[] {
  const want = wanted(world, run, terms);
  const steps = storedValues(world, run, want, terms).map((value) => acknowledged(world, run, want, value, terms));
  return world.left.lostAnswers > 0 ? [...steps, ...unacknowledged(world, run, want, terms)] : steps;
}

/** A run that waited tries again. */
export function waits(world: World, run: Run, { rules }: Terms): WorldStep[] {
  const next: Run = rules.readsAgainBeforeRetry ? startOver(run, rules) : { ...run, at: 'writes' };
  return [['has waited and tries again', withRun(world, next)]];
}

function acknowledged(world: World, run: Run, want: Value, value: Value, terms: Terms): WorldStep {
  const done: Run = { ...run, wrote: want, wroteFrom: run.tags };
  const goesOn = want !== null || terms.rules.readsAgainAfterPruning;
  const next = goesOn ? looksAgain(world, done, terms) : finish(world, done, terms);
  const stored = withStored(withAcknowledged(world, run, want), value, terms.setting);
  return [`writes ${describe(value)}`, withBroken(withRun(stored, next), backwards(run))];
}

function unacknowledged(world: World, run: Run, want: Value, { setting }: Terms): WorldStep[] {
  const left = { ...world.left, lostAnswers: world.left.lostAnswers - 1 };
  const lost = withRun({ ...world, left }, { ...run, at: 'waits', wrote: '?' });
  const stored = withBroken(withStored(lost, want, setting), backwards(run));
  const steps: WorldStep[] = [
    [`writes ${describe(want)}: refused`, lost],
    [`writes ${describe(want)}: stored, but the answer is lost`, stored],
  ];
  const late: World = { ...lost, late: [...lost.late, want] };
  return setting.lateWrites === true
    ? [...steps, [`writes ${describe(want)}: gives up on the answer, and it is stored later`, late]]
    : steps;
}

/** What a write stores: what is wanted, or what becomes of an index that is read, changed and written back. */
function storedValues(world: World, run: Run, want: Value, { setting, rules }: Terms): Value[] {
  if (setting.watches === 'content' || rules.computesIndex) {
    return [want];
  }
  const part = (index: Value, component: string): string[] =>
    (index ?? '').split(' ').filter((one) => one.startsWith(`${component}=`));
  return [world.kv.value, ...world.kv.older].map((index) =>
    Object.keys(setting.handMoves)
      .flatMap((component) => part(component === run.component ? want : index, component))
      .join(' '),
  );
}

function withAcknowledged(world: World, run: Run, want: Value): World {
  const tag = tagSeen(run);
  if (tag === null || versionOf(tag) !== want) {
    return world;
  }
  const acknowledged = [...new Set(world.ghost.acknowledged).add(tag)].sort();
  return { ...world, ghost: { ...world.ghost, acknowledged } };
}

function backwards(run: Run): StepPromise | undefined {
  return run.outdated ? 'retriesNeverGoBack' : undefined;
}

function describe(value: Value): string {
  return value ?? 'nothing: deletes the key';
}

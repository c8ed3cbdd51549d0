import type { Rules } from '../rules.ts';
import { hasNoEnd } from './promises.ts';
import { runSteps } from './run.ts';
import { ended, freshRun, startRun } from './run-state.ts';
import {
  type Entry,
  entryAt,
  FORGED,
  isAlive,
  isQuiet,
  type Run,
  type Terms,
  type World,
  type WorldStep,
  withStored,
  withTag,
} from './state.ts';

/** Everything that may happen next in a world: a step of any run, of people, or of misfortune. */
export function worldSteps(world: World, terms: Terms): WorldStep[] {
  if (hasNoEnd(world)) {
    return [];
  }
  const alive = world.runs.filter(isAlive);
  const running = terms.setting.oneAtATime === true ? alive.slice(0, 1) : alive;
  return [
    ...running.flatMap((run) => runSteps(world, run, terms)),
    ...running.flatMap((run) => killed(world, run, terms)),
    ...handMoves(world, terms),
    ...dispatches(world, terms.rules),
    ...forgeries(world),
    ...lateWrites(world, terms),
    ...afterwards(world, terms),
  ];
}

/** A person moves or deletes a tag, and the push starts a run. */
function handMoves(world: World, { setting, rules }: Terms): WorldStep[] {
  if (world.left.handMoves === 0) {
    return [];
  }
  const left = { ...world.left, handMoves: world.left.handMoves - 1 };
  return Object.entries(setting.handMoves).flatMap(([component, tags]) =>
    tags
      .filter((tag) => tag !== world.tags[component])
      .flatMap((tag): WorldStep[] => {
        const moved = withTag({ ...world, left }, component, tag);
        const label =
          tag === null ? `somebody deletes the tag of ${component}` : `somebody moves ${component} to ${tag}`;
        const started: WorldStep = [label, startRun(moved, { command: 'deploy', component }, tag, rules)];
        return setting.movesMayStartNoRun === true ? [started, [`${label}, and no run starts`, moved]] : [started];
      }),
  );
}

/** Somebody starts a command. */
function dispatches(world: World, rules: Rules): WorldStep[] {
  return world.left.dispatches.map((dispatch, at) => {
    const left = { ...world.left, dispatches: world.left.dispatches.filter((_, other) => other !== at) };
    const what = dispatch.goal === undefined ? dispatch.command : `${dispatch.command} of ${dispatch.goal}`;
    return [`somebody starts a ${what}`, startRun({ ...world, left }, dispatch, undefined, rules)];
  });
}

/** Somebody who may push the ledger and move no tag adds an entry about the tag as it is. */
function forgeries(world: World): WorldStep[] {
  if (world.left.forgeries === 0) {
    return [];
  }
  const left = { ...world.left, forgeries: world.left.forgeries - 1 };
  return Object.entries(world.tags).flatMap(([component, tag]): WorldStep[] => {
    const last = entryAt(world.ledger, world.ledger.length, component);
    if (last === undefined || tag === null) {
      return [];
    }
    const forge = (entry: Partial<Entry>): World => ({
      ...world,
      left,
      ledger: [...world.ledger, { ...last, ...entry }],
    });
    return [
      ['somebody forges a hold', forge({ tag, version: FORGED, status: 'held' })],
      ['somebody forges what ran before', forge({ previous: FORGED })],
    ];
  });
}

/** A run dies between two steps. */
function killed(world: World, run: Run, { setting, rules }: Terms): WorldStep[] {
  if (world.left.kills === 0) {
    return [];
  }
  const left = { ...world.left, kills: world.left.kills - 1 };
  const { command, component, goal, event } = run;
  const again = freshRun(
    `${run.name} again`,
    { command, component, ...(goal === undefined ? {} : { goal }) },
    event,
    rules,
  );
  const next = setting.oneAtATime === true ? again : ended(run);
  const runs = world.runs.map((other) => (other === run ? next : other));
  return [[`${run.name} (${command}) is killed${next === again ? ' and run again' : ''}`, { ...world, left, runs }]];
}

/** KV applies a write that its run had given up on. */
function lateWrites(world: World, { setting }: Terms): WorldStep[] {
  return world.late.map((value, at) => {
    const late = world.late.filter((_, other) => other !== at);
    return [`KV stores ${value ?? 'nothing'}, late`, withStored({ ...world, late }, value, setting)];
  });
}

/** Once all is quiet: five minutes pass, so that no read is stale any more, or a reconcile heals. */
function afterwards(world: World, { setting, rules }: Terms): WorldStep[] {
  if (world.left.reconciles === 0 || !isQuiet(world)) {
    return [];
  }
  const aged: World = { ...world, aged: world.ledger.length, kv: { ...world.kv, older: [] } };
  const left = {
    handMoves: 0,
    dispatches: [],
    kills: 0,
    lostAnswers: 0,
    forgeries: 0,
    reconciles: world.left.reconciles - 1,
  };
  const [component = ''] = Object.keys(world.tags);
  const reconcile = startRun({ ...world, left }, { command: 'reconcile', component }, undefined, rules);
  const passes: WorldStep = ['five minutes pass', aged];
  const mustPass = setting.reconcilesLate === true && world.kv.older.length > 0;
  return mustPass ? [passes] : [passes, ['the schedule starts a reconcile', reconcile]];
}

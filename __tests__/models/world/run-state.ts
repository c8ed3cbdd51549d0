import type { Rules } from '../rules.ts';
import type { Dispatch, Reading, Run, TagObject, World } from './state.ts';

/** The world with one run more, which has read nothing yet. */
export function startRun(world: World, dispatch: Dispatch, event: TagObject | null | undefined, rules: Rules): World {
  const run = freshRun(`run ${world.runs.length + 1}`, dispatch, event, rules);
  return { ...world, runs: [...world.runs, run] };
}

/** A run before its first step. */
export function freshRun(name: string, dispatch: Dispatch, event: TagObject | null | undefined, rules: Rules): Run {
  const { command, component, goal } = dispatch;
  return {
    name,
    command,
    component,
    at: 'reads',
    toRead: readings(rules),
    event,
    goal,
    toMove: command !== 'deploy' && command !== 'reconcile',
    base: undefined,
    tip: 0,
    tags: {},
    wrote: undefined,
    wroteFrom: {},
    outdated: false,
  };
}

/** A run that is over; it remembers nothing. */
export function ended({ name, command, component }: Run): Run {
  return {
    name,
    command,
    component,
    at: 'ended',
    toRead: [],
    event: undefined,
    goal: undefined,
    toMove: false,
    base: undefined,
    tip: 0,
    tags: {},
    wrote: undefined,
    wroteFrom: {},
    outdated: false,
  };
}

/** A run that goes back to reading everything, as after a lost race. */
export function startOver(run: Run, rules: Rules): Run {
  return { ...run, at: 'reads', toRead: readings(rules) };
}

/** What a run reads, in its order. */
export function readings({ readsLedgerBeforeTags }: Rules): readonly Reading[] {
  return readsLedgerBeforeTags ? ['ledger', 'tags'] : ['tags', 'ledger'];
}

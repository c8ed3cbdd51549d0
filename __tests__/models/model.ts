import { explore, type Outcome } from './explore.ts';
import { type RuleName, type Rules, SOUND } from './rules.ts';
import { worldSteps } from './world/happenings.ts';
import { PROMISES, type PromiseName } from './world/promises.ts';
import { type Entry, type Left, type Setting, type TagObject, versionOf, type World } from './world/state.ts';

/** A small world, what may happen in it, what it promises, and which rules each promise needs. */
export interface Model {
  readonly name: string;
  /** Each promise with the rules without which it fails in this model. */
  readonly promises: Readonly<Record<string, readonly RuleName[]>>;
  /** Searches everything that may happen under the given rules for a world that breaks one of the given promises. */
  readonly search: (rules: Rules, promises: readonly string[]) => Outcome;
}

/** More states than any model has: a search that gets here is reported as incomplete. */
export const LIMIT = 200_000;

/** A model of runs, people and misfortunes around one key of KV. */
export function worldModel(
  name: string,
  setting: Setting,
  initial: World,
  promises: Partial<Readonly<Record<PromiseName, readonly RuleName[]>>>,
): Model {
  return {
    name,
    promises,
    search: (rules, names) => {
      const checks = Object.entries(PROMISES).flatMap(([promise, check]) => (names.includes(promise) ? [check] : []));
      return explore({
        initial,
        steps: (world) => worldSteps(world, { setting, rules }),
        wrong: (world) => firstOf(checks, (check) => check(world, setting)),
        limit: LIMIT,
      });
    },
  };
}

/** The contract without one of its rules. */
export function without(rule: RuleName): Rules {
  return { ...SOUND, [rule]: false };
}

/** A world at rest: each tag stands where its last entry says, and KV holds what they ask for. */
export function atRest(entries: readonly Entry[], value: string, left: Partial<Left>): World {
  const tags = entries.map(({ component, tag }) => [component, tag] as const);
  return {
    tags: Object.fromEntries(tags),
    ledger: entries,
    aged: entries.length,
    kv: { value, older: [] },
    late: [],
    runs: [],
    left: { handMoves: 0, dispatches: [], kills: 0, lostAnswers: 0, reconciles: 0, forgeries: 0, ...left },
    ghost: {
      past: Object.fromEntries(tags.map(([component, tag]) => [component, [tag]])),
      acknowledged: tags.flatMap(([, tag]) => (tag === null ? [] : [tag])).sort(),
      broken: null,
    },
  };
}

/** The entry of a tag that was moved by hand and deployed some time ago. */
export function deployed(component: string, tag: TagObject, previous: string | null = null): Entry {
  return { component, tag, version: versionOf(tag), move: 'deploy', status: 'deployed', previous, quarantined: [] };
}

/** The entry of a tag that a run moved some time ago. */
export function promoted(component: string, tag: TagObject, previous: string | null = null): Entry {
  return { ...deployed(component, tag, previous), move: 'promote' };
}

function firstOf<T>(all: readonly T[], find: (one: T) => string | undefined): string | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

import { explore, type Outcome } from './explore.ts';
import { worldSteps } from './people.ts';
import { ledgerComesToAnEnd, type Property } from './properties.ts';
import { type RuleName, type Rules, SOUND } from './rules.ts';
import { type Entry, type Left, type Setting, type TagObject, versionOf, type World } from './world.ts';

/** A small world, what may happen in it, what must hold, and which rules it needs for that. */
export interface Model {
  readonly name: string;
  /** Searches all that may happen under the given rules. */
  readonly search: (rules: Rules) => Outcome;
  /** The rules without which the model fails, each with what is then wrong. */
  readonly needs: Partial<Readonly<Record<RuleName, RegExp>>>;
}

/** More states than any of the models has. */
const LIMIT = 300_000;

/** A model whose runs, people and misfortunes are those of `worldSteps`. */
export function worldModel(
  name: string,
  setting: Setting,
  initial: World,
  properties: readonly Property[],
  needs: Model['needs'],
): Model {
  const wrong = (world: World): string | undefined => {
    for (const property of [...properties, ledgerComesToAnEnd]) {
      const found = property(world, setting);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  };
  return {
    name,
    needs,
    search: (rules) => explore({ initial, steps: (world) => worldSteps(world, { setting, rules }), wrong, limit: LIMIT }),
  };
}

/** Every rule of the contract but one. */
export function without(rule: RuleName): Rules {
  return { ...SOUND, [rule]: false };
}

/** A world at rest: each tag stands where its last entry says, and KV holds what they ask for. */
export function atRest(entries: Readonly<Record<string, Entry>>, value: string, left: Partial<Left>): World {
  const ledger = Object.values(entries);
  const tags = Object.fromEntries(ledger.map(({ component, tag }) => [component, tag]));
  const acknowledged = ledger.flatMap(({ tag }) => (tag === null ? [] : [tag])).sort();
  return {
    tags,
    ledger,
    aged: ledger.length,
    kv: { value, older: [] },
    late: [],
    runs: [],
    left: { handMoves: 0, dispatches: [], kills: 0, lostAnswers: 0, reconciles: 0, ...left },
    ghost: { past: Object.fromEntries(ledger.map(({ component, tag }) => [component, [tag]])), acknowledged, broken: null },
  };
}

/** The entry of a tag that was deployed some time ago, by hand unless told otherwise. */
export function deployed(component: string, tag: TagObject, more: Partial<Entry> = {}): Entry {
  return {
    component,
    tag,
    version: versionOf(tag),
    move: 'deploy',
    status: 'deployed',
    previous: null,
    quarantined: [],
    ...more,
  };
}

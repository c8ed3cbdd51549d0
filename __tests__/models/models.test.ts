import { afterAll, describe, expect, test } from '@jest/globals';
import { deletions, pruning } from './deletions.ts';
import { type Counterexample, narrate } from './explore.ts';
import { forgeries } from './forgeries.ts';
import { gate } from './gate.ts';
import { handMoves, returningMoves } from './hand-moves.ts';
import { healing, healingLater } from './healing.ts';
import { holds, holdsInIndex, holdsOfDeleted } from './holds.ts';
import { indexKey, indexOfDeleted } from './index-key.ts';
import { killed } from './killed.ts';
import { type Model, without } from './model.ts';
import { ownMoves, sameVersion } from './own-moves.ts';
import { retries } from './retries.ts';
import { rollbacks } from './rollbacks.ts';
import { RULE_NAMES, RULES, type RuleName, SOUND } from './rules.ts';
import { several } from './several.ts';
import { loweredShares, otherCanaries, shares } from './shares.ts';
import { endedHolds, unrecordedHolds } from './unrecorded-holds.ts';

/**
 * Small models of the contract, each searched completely: whatever the order of the steps of runs, people and
 * misfortunes, it keeps its promises. Then again without each rule that a promise needs, which has to break it.
 */
const MODELS: readonly Model[] = [
  handMoves,
  returningMoves,
  ownMoves,
  sameVersion,
  indexKey,
  indexOfDeleted,
  holds,
  holdsInIndex,
  holdsOfDeleted,
  unrecordedHolds,
  endedHolds,
  deletions,
  pruning,
  retries,
  rollbacks,
  killed,
  healing,
  healingLater,
  forgeries,
  gate,
  shares,
  loweredShares,
  otherCanaries,
  several,
];

/** Every rule with each promise that a model needs it for. */
const needs = (model: Model): (readonly [RuleName, string])[] =>
  Object.entries(model.promises).flatMap(([promise, rules]) => rules.map((rule) => [rule, promise] as const));

/** `TELL=1` tells every counterexample of a broken contract, step by step. */
const TELL = process.env.TELL === '1';

const report: string[] = [];

const tell = (rule: RuleName, promise: string, found: Counterexample, states: number): void => {
  if (TELL) {
    report.push(`  without ${rule}, ${promise} fails (${states} states):\n${narrate(found)}`);
  }
};

afterAll(() => {
  process.stdout.write(`${report.join('\n')}\n`);
});

describe.each(MODELS.map((model) => [model.name, model] as const))('%s', (name, model) => {
  test('keeps its promises in every order of steps', () => {
    const outcome = model.search(SOUND, Object.keys(model.promises));
    report.push(`${name}: ${outcome.states} states`);
    expect(outcome.counterexample === undefined ? '' : narrate(outcome.counterexample)).toBe('');
    expect(outcome.complete).toBe(true);
  });

  test.each(needs(model))('without the rule %s breaks %s', (rule, promise) => {
    const { counterexample, states } = model.search(without(rule), [promise]);
    if (counterexample === undefined) {
      throw new Error(`${name} keeps ${promise} without the rule "${RULES[rule]}" (${states} states)`);
    }
    tell(rule, promise, counterexample, states);
  });
});

test('every rule of the contract is needed by some model', () => {
  const needed = new Set(MODELS.flatMap(needs).map(([rule]) => rule));
  expect(RULE_NAMES.filter((rule) => !needed.has(rule))).toEqual([]);
});

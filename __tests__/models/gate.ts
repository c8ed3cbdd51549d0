import { explore, type Step } from './explore.ts';
import { LIMIT, type Model } from './model.ts';
import type { RuleName, Rules } from './rules.ts';

/** Versions and whether they do well. */
type Version = 'v1 (good)' | 'v2 (bad)' | 'v3 (good)';

interface GateWorld {
  readonly tag: Version;
  /** How the judged version came, as the ledger's last entry says. */
  readonly move: 'promote' | 'rollback';
  readonly gate: 'waits' | 'measures' | 'judges' | 'rolls back' | 'has ended';
  /** The version that the gate was started for. */
  readonly judged: Version;
  /** What the gate measured last. */
  readonly measured: 'good' | 'bad' | undefined;
  /** Versions that people may still move the tag to, each with a tag object that is new. */
  readonly handMoves: readonly Version[];
  /** The promise that a step has broken. */
  readonly broken: string | null;
}

const START: GateWorld = {
  tag: 'v1 (good)',
  move: 'promote',
  gate: 'waits',
  judged: 'v1 (good)',
  measured: undefined,
  handMoves: ['v1 (good)', 'v2 (bad)', 'v3 (good)'],
  broken: null,
};

const PROMISES: Readonly<Record<string, readonly RuleName[]>> = {
  verdictsAreAboutTheJudged: ['guardReadsTagAgain'],
  gatesUndoNoRollback: ['gateSparesRollbacks'],
};

const SAYS: Readonly<Record<string, string>> = {
  verdictsAreAboutTheJudged: 'a verdict about one version rests on what another one did',
  gatesUndoNoRollback: 'a gate undid a rollback',
};

/**
 * A gate over a version that a promotion or a rollback brought. It measures what is live, which is what the tag says,
 * while people may move the tag to other versions. Then it gives a verdict: healthy ends it, bad moves the tag back by a push
 * that is leased on the judged object.
 *
 * No version is called healthy, or bad, for what another one did, and no rollback is undone.
 */
export const gate: Model = {
  name: 'a gate',
  promises: PROMISES,
  search: (rules, promises) =>
    explore({
      initial: START,
      steps: (world) => [...gateSteps(world, rules), ...peopleSteps(world)],
      wrong: ({ broken }) => (broken !== null && promises.includes(broken) ? SAYS[broken] : undefined),
      limit: LIMIT,
    }),
};

function gateSteps(world: GateWorld, rules: Rules): Step<GateWorld>[] {
  const { tag, judged } = world;
  const quality = tag.includes('good') ? 'good' : 'bad';
  switch (world.gate) {
    case 'waits':
      return (['v2 (bad)', 'v3 (good)'] as const).flatMap((version) =>
        (['promote', 'rollback'] as const).map(
          (move): Step<GateWorld> => [
            `a ${move} brings ${version}, and its gate starts`,
            { ...world, tag: version, move, judged: version, gate: 'measures' },
          ],
        ),
      );
    case 'measures':
      return [[`the gate measures: ${quality}`, { ...world, measured: quality, gate: 'judges' }]];
    case 'judges':
      return [judge(world, rules)];
    case 'rolls back':
      return tag === judged
        ? [['the gate moves the tag back', { ...world, tag: 'v1 (good)', gate: 'has ended', broken: undone(world) }]]
        : [['the push of the gate is refused: the tag moved', { ...world, gate: 'has ended' }]];
    case 'has ended':
      return [];
  }
}

function judge(world: GateWorld, rules: Rules): Step<GateWorld> {
  const { tag, judged, measured, move } = world;
  if (rules.guardReadsTagAgain && tag !== judged) {
    return ['the gate reads the tag: it moved, superseded', { ...world, gate: 'has ended' }];
  }
  const right = judged.includes(measured ?? 'none');
  const broken = right ? null : 'verdictsAreAboutTheJudged';
  if (measured === 'good') {
    return [`the gate finds ${judged} healthy`, { ...world, gate: 'has ended', broken }];
  }
  const spared = rules.gateSparesRollbacks && move === 'rollback';
  return [`the gate finds ${judged} bad`, { ...world, gate: spared ? 'has ended' : 'rolls back', broken }];
}

function undone({ move }: GateWorld): string | null {
  return move === 'rollback' ? 'gatesUndoNoRollback' : null;
}

function peopleSteps(world: GateWorld): Step<GateWorld>[] {
  return world.handMoves
    .filter((version) => world.gate !== 'waits' && version !== world.tag && version !== world.judged)
    .map((version) => [
      `somebody moves the tag to ${version}`,
      { ...world, tag: version, handMoves: world.handMoves.filter((other) => other !== version) },
    ]);
}

import { type Component, componentId } from '../domain/component.ts';
import { speaksOf } from '../domain/ledger/transition.ts';
import { movedVersion } from '../domain/moved-version.ts';
import type { Target } from '../domain/projection.ts';
import {
  type Check,
  type Choice,
  type Overrides,
  type PlaceState,
  rememberedCommits,
} from '../domain/version-choice.ts';
import type { Decide, Intent, MoveOutcome } from '../engine/move.ts';
import { move } from '../engine/move.ts';
import type { Observation } from '../engine/observation.ts';
import type { RunPorts, RunSettings } from '../engine/run-ports.ts';
import type { Session } from '../engine/session.ts';
import { readable } from '../engine/trusted-ledger.ts';
import { TagshipError, TagshipErrors } from '../errors.ts';
import { showDeployment, showingFailure } from './deployment.ts';
import {
  describeDeleted,
  describeDeployed,
  excludedNotices,
  heldAgain,
  ledgerReport,
  nothingDone,
  warnings,
} from './describe.ts';
import type { DeployedComponent, MovedTag, Notice, RunReport } from './report.ts';

/** The settings of a run that moves tags. */
export interface MoveSettings extends RunSettings {
  readonly overrides: Overrides;
}

/** What the ledger and the tags say of a component in an environment. */
export function stateOf(component: Component, environment: string, view: Observation): PlaceState {
  const tags = view.tags.get(componentId(component));
  const ref = tags?.environments.get(environment);
  return {
    component,
    environment,
    ref,
    current: tags === undefined || ref === undefined ? undefined : view.versionOf(tags, ref)?.version,
    entry: view.entry(environment, component),
    versions: tags?.versions ?? new Map(),
    remembered: view.remembered(component),
    isAnchored: (commit) => view.isAnchored(component, commit),
    isMoved: (version) => tags !== undefined && movedVersion(tags, version, view) !== undefined,
  };
}

/**
 * Finds out which versions count that a move may take from the ledger's memory alone.
 * @param named versions that somebody asks for
 */
export async function anchorRemembered(
  session: Session,
  view: Observation,
  targets: readonly Target[],
  named: readonly string[] = [],
): Promise<void> {
  const claims = targets.flatMap(({ component, slot }) => {
    const situation = readable(() => stateOf(component, slot.name, view));
    const commits = situation === undefined ? [] : rememberedCommits(situation, named);
    return commits.map((commit) => ({ component, commit }));
  });
  await session.anchor(view, claims);
}

/**
 * Chooses for every component, all or none: if one cannot be moved, all reasons are named and nothing happens.
 * @throws TagshipErrors
 */
export function chooseAll<T>(items: readonly T[], choose: (item: T) => Choice | undefined): Choice[] {
  const choices: Choice[] = [];
  const problems: TagshipError[] = [];
  for (const item of items) {
    try {
      const choice = choose(item);
      if (choice !== undefined) {
        choices.push(choice);
      }
    } catch (error) {
      if (!(error instanceof TagshipError)) {
        throw error;
      }
      problems.push(error);
    }
  }
  if (problems.length > 0) {
    throw new TagshipErrors(problems);
  }
  return choices;
}

/** Moves, lets KV follow, and reports. */
export async function moveAndReport(
  command: Exclude<RunReport['command'], 'deploy'>,
  session: Session,
  view: Observation,
  targets: readonly Target[],
  decide: Decide,
  settings: MoveSettings,
  ports: RunPorts,
  started: number,
): Promise<RunReport> {
  const outcome = await showingFailure(session, targets, view.refs.head, command, ports, () =>
    move(session, view, targets, decide),
  );
  return await reportMove(command, session, view, targets, outcome, settings, ports, started);
}

/** Says what a move brought about. */
export async function reportMove(
  command: Exclude<RunReport['command'], 'deploy'>,
  session: Session,
  view: Observation,
  targets: readonly Target[],
  outcome: MoveOutcome,
  settings: MoveSettings,
  ports: RunPorts,
  started: number,
): Promise<RunReport> {
  if (outcome.kind === 'superseded') {
    const message = `The tag \`${outcome.tag}\` was moved by somebody else meanwhile, so nothing was touched.`;
    return {
      ...nothingDone(command, settings, [{ level: 'warning', message }], ports.clock.now() - started),
      verdict: 'superseded',
    };
  }
  const { intent } = outcome;
  const moves = movesOf(intent);
  const all = targets.map((target) => ({
    ...target,
    deleted: intent.removals.some(
      ({ component, environment }) =>
        componentId(component) === componentId(target.component) && environment === target.slot.name,
    ),
  }));
  const report: RunReport = {
    ...nothingDone(command, settings, []),
    rolledBack: command === 'rollback' && intent.choices.length > 0 && !settings.dryRun,
    ledger: ledgerReport(session, outcome.ledger),
    moves,
    deployed: all.flatMap((target) => describeDeployed(target, outcome, view)).map((one) => withBefore(one, intent)),
    deleted: all.flatMap((target) => describeDeleted(target, outcome)),
    keys: outcome.keys,
    changed: outcome.changed || moves.length > 0,
    rounds: outcome.rounds,
    failures: [...outcome.failures, ...heldAgain(unmoved(targets, intent), outcome.view)],
  };
  return {
    ...report,
    notices: [
      ...excludedNotices(view),
      ...warnings(outcome.warnings),
      ...(settings.dryRun ? [] : laterMoves(intent, outcome)),
      ...(await showDeployment(session, report, ports)),
    ],
    durationMs: ports.clock.now() - started,
  };
}

function unmoved(targets: readonly Target[], { choices }: Intent): Target[] {
  const moved = new Set(
    choices.map(({ situation: { component, environment } }) => `${componentId(component)}@${environment}`),
  );
  return targets.filter(({ component, slot }) => !moved.has(`${componentId(component)}@${slot.name}`));
}

/** What a moved tag stood for says what was there before, also where no run had recorded that. */
function withBefore(one: DeployedComponent, { choices }: Intent): DeployedComponent {
  const choice = choices.find(
    ({ situation: { component, environment } }) =>
      componentId(component) === one.component && environment === one.environment,
  );
  if (choice === undefined) {
    return one;
  }
  const { current, entry, ref } = choice.situation;
  const commit = speaksOf(entry, ref?.object) ? (entry.commit ?? undefined) : ref?.commit;
  return current === one.version ? one : { ...one, previousVersion: current, previousCommit: commit };
}

function movesOf({ kind, choices, removals }: Intent): MovedTag[] {
  return [
    ...choices.map(
      ({ situation, version, commit, why, overridden }): MovedTag => ({
        component: componentId(situation.component),
        environment: situation.environment,
        version,
        commit,
        previousVersion: situation.current,
        why,
        overridden: [...overridden] satisfies Check[],
        quarantined: kind === 'rollback' && situation.current !== version ? situation.current : undefined,
      }),
    ),
    ...removals.map(
      ({ component, environment }): MovedTag => ({
        component: componentId(component),
        environment,
        version: undefined,
        commit: undefined,
        previousVersion: undefined,
        why: 'it did not exist then',
        overridden: [],
        quarantined: undefined,
      }),
    ),
  ];
}

/** Tags that somebody moved on after this run had moved them. */
function laterMoves(intent: Intent, outcome: Extract<MoveOutcome, { readonly view: Observation }>): Notice[] {
  return intent.choices.flatMap(({ situation: { component, environment }, version }) => {
    const now = stateOf(component, environment, outcome.view).current;
    return outcome.kind === 'moved' && now !== version
      ? [
          {
            level: 'warning' as const,
            message: `\`${componentId(component)}\` in \`${environment}\` was moved again after this move, to ${now ?? 'nothing'}; KV follows the tag.`,
          },
        ]
      : [];
  });
}

import { componentId } from '../domain/component.ts';
import { entryPath } from '../domain/ledger/layout.ts';
import { speaksOf } from '../domain/ledger/transition.ts';
import { chooseRollback, type RollbackTarget } from '../domain/moves.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import { type MoveOutcome, move } from '../engine/move.ts';
import { environmentsOf, type Listing } from '../engine/observation.ts';
import type { RunPorts } from '../engine/run.ts';
import { Session } from '../engine/session.ts';
import { showingFailure } from './deployment.ts';
import { anchorRemembered, chooseAll, type MoveSettings, reportMove, stateOf } from './moves.ts';
import { type Occasion, openPostMortems, TOLD_LATER } from './post-mortem.ts';
import type { Notice, RunReport } from './report.ts';
import { nowhereIn, select, tagPrefixes, unknownEnvironment } from './select.ts';

/** What is to be rolled back. */
export interface RollbackRequest {
  readonly patterns: readonly string[];
  readonly environment: string;
  readonly target: RollbackTarget;
}

/**
 * Brings back a version that ran in an environment: the tags move, what they leave is quarantined, and KV follows. Where
 * the last move was a rollback and no version is named, KV is only brought to what the tags say. Every rollback leaves an
 * issue for those who investigate it.
 * @throws TagshipErrors with every component that cannot go back; then nothing has moved
 */
export async function rollback(request: RollbackRequest, settings: MoveSettings, ports: RunPorts): Promise<RunReport> {
  const started = ports.clock.now();
  const { environment, target } = request;
  const { session, view, targets } = await ports.journal.group('Read the ledger and the tags', () =>
    Session.open(settings, ports, (listing) => returnable(request, listing), {
      near: tagPrefixes(request.patterns),
      moves: true,
      hints: { past: true, slots: typeof target === 'object' ? [target.version] : [] },
    }),
  );
  const known = await environmentsOf(view);
  if (!known.has(environment)) {
    throw unknownEnvironment(environment, known);
  }
  const outcome = await showingFailure(session, targets, view.refs.head, 'rollback', ports, () =>
    move(session, view, targets, async (now) => {
      await anchorRemembered(session, now, targets, typeof target === 'object' ? [target.version] : []);
      return {
        kind: 'rollback',
        removals: [],
        choices: chooseAll(targets, ({ component }) =>
          chooseRollback(stateOf(component, environment, now), target, settings.overrides),
        ),
      };
    }),
  );
  const report = await reportMove('rollback', session, view, targets, outcome, settings, ports, started);
  if (outcome.kind === 'superseded') {
    return report;
  }
  const occasions = await occasionsOf(targets, environment, outcome);
  const { issues, notices } = await openPostMortems(session, occasions, outcome, ports);
  return {
    ...report,
    issues,
    notices: [...report.notices, ...notices, ...alreadyBack(targets, report, environment)],
    durationMs: ports.clock.now() - started,
  };
}

type Settled = Exclude<MoveOutcome, { readonly kind: 'superseded' }>;

/**
 * What leaves a record: the rollbacks of this run, and those that were made already. The run that made them may have
 * been ended before it told; if it was not, nothing is told twice.
 */
async function occasionsOf(targets: readonly Target[], environment: string, outcome: Settled): Promise<Occasion[]> {
  const { intent, ledger, view } = outcome;
  await ledger?.load(targets.map(({ component }) => entryPath(environment, component)));
  return targets.flatMap(({ component }): Occasion[] => {
    const ref = view.tags.get(componentId(component))?.environments.get(environment);
    const now = ledger?.entry(environment, component);
    const entry = speaksOf(now, ref?.object) && now.move === 'rollback' ? now : undefined;
    const choice = intent.choices.find(({ situation }) => componentId(situation.component) === componentId(component));
    const left = entry?.previous ?? choice?.situation.current;
    const version = entry?.version ?? choice?.version;
    // The run that held it reported why.
    const isTold = choice === undefined && entry?.status === 'held';
    if (left === undefined || version === undefined || left === version || isTold) {
      return [];
    }
    return [
      {
        component,
        environment,
        left,
        restored: { version, commit: entry?.commit ?? choice?.commit },
        entry,
        why: choice === undefined ? TOLD_LATER : `Somebody asked for it; brought back was ${choice.why}.`,
        gate: undefined,
        held: undefined,
      },
    ];
  });
}

/** Says of which components the last move was a rollback already. */
function alreadyBack(targets: readonly Target[], report: RunReport, environment: string): Notice[] {
  const moved = new Set(report.moves.map(({ component }) => component));
  const back = targets.map(({ component }) => componentId(component)).filter((id) => !moved.has(id));
  return back.length === 0
    ? []
    : [
        {
          level: 'notice',
          message: `Rolled back already in \`${environment}\`, so the tag stays and KV was brought to it: ${back.map((id) => `\`${id}\``).join(', ')}. Name a \`version\` to go further back.`,
        },
      ];
}

/**
 * The components to roll back: those with a tag for the environment, and those that were named one by one.
 * @throws TagshipError `component-unknown`, `tag-missing`
 */
function returnable({ patterns, environment }: RollbackRequest, listing: Listing): Target[] {
  const chosen = new Map<string, Target>();
  for (const selection of select(patterns, listing)) {
    const { pattern, components } = selection;
    const usable = components.filter(
      ({ component, environments }) => environments.has(environment) || componentId(component) === pattern,
    );
    if (usable.length === 0) {
      const remedy = 'Check the name of the environment, or use `promote` to put a version there.';
      throw nowhereIn(environment, selection, listing, remedy);
    }
    for (const { component } of usable) {
      chosen.set(componentId(component), environmentTarget(component, environment));
    }
  }
  return [...chosen.values()];
}

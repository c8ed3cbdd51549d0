import { componentId } from '../domain/component.ts';
import { chooseRollback, type RollbackTarget } from '../domain/moves.ts';
import type { Target } from '../domain/projection.ts';
import { type RunPorts, Session } from '../engine/session.ts';
import type { Listing } from '../engine/view.ts';
import { TagshipError } from '../errors.ts';
import type { Notice, RunReport } from './report.ts';
import { environmentTarget, select } from './select.ts';
import { chooseAll, type MoveSettings, moveAndReport, situationOf } from './situation.ts';

/** What is to be rolled back. */
export interface RollbackRequest {
  readonly patterns: readonly string[];
  readonly environment: string;
  readonly target: RollbackTarget;
}

/**
 * Brings back a version that ran in an environment: the tags move, what they leave is quarantined, and KV follows. Where
 * the last move was a rollback and no version is named, KV is only brought to what the tags say.
 * @throws TagshipErrors with every component that cannot go back; then nothing has moved
 */
export async function rollback(request: RollbackRequest, settings: MoveSettings, ports: RunPorts): Promise<RunReport> {
  const started = ports.clock.now();
  const { environment, target } = request;
  const { session, view, targets } = await ports.journal.group('Read the ledger and the tags', () =>
    Session.open(settings, ports, (listing) => returnable(request, listing), {
      hints: { past: true, slots: typeof target === 'object' ? [target.version] : [] },
    }),
  );
  const report = await moveAndReport(
    'rollback',
    session,
    view,
    targets,
    async (now) => ({
      kind: 'rollback',
      removals: [],
      choices: chooseAll(targets, ({ component }) =>
        chooseRollback(situationOf(component, environment, now), target, settings.overrides),
      ),
    }),
    settings,
    ports,
    started,
  );
  return { ...report, notices: [...report.notices, ...alreadyBack(targets, report, environment)] };
}

/** Says of which components the last move was a rollback already. */
function alreadyBack(targets: readonly Target[], report: RunReport, environment: string): Notice[] {
  const moved = new Set(report.moves.map(({ component }) => component));
  const back = targets.map(({ component }) => componentId(component)).filter((id) => !moved.has(id));
  return report.verdict === 'superseded' || back.length === 0
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
  for (const { pattern, components } of select(patterns, listing)) {
    const usable = components.filter(
      ({ component, environments }) => environments.has(environment) || componentId(component) === pattern,
    );
    if (usable.length === 0) {
      throw new TagshipError(
        'tag-missing',
        `None of the components that match \`${pattern}\` has a tag for the environment \`${environment}\`.`,
        'Check the name of the environment, or use `promote` to put a version there.',
      );
    }
    for (const { component } of usable) {
      chosen.set(componentId(component), environmentTarget(component, environment));
    }
  }
  return [...chosen.values()];
}

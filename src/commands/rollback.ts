import { componentId } from '../domain/component.ts';
import type { Config } from '../domain/config.ts';
import { environmentsIn, type Group, groupOf, rolledOut } from '../domain/group.ts';
import { entryPath } from '../domain/ledger/layout.ts';
import { speaksOf } from '../domain/ledger/transition.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import { chooseRollback, type RollbackTarget } from '../domain/version-choice.ts';
import { type Intent, type MoveOutcome, move } from '../engine/move.ts';
import { environmentsOf, type Listing, type Observation } from '../engine/observation.ts';
import type { RunPorts } from '../engine/run-ports.ts';
import { Session } from '../engine/session.ts';
import { TagshipError } from '../errors.ts';
import { showingFailure } from './deployment.ts';
import { Records } from './group/group-report.ts';
import { anchorRemembered, chooseAll, type MoveSettings, reportMove, stateOf } from './moves.ts';
import { type Occasion, oneForEach, openPostMortems, WRITTEN_LATER } from './post-mortem.ts';
import type { Notice, RunReport, WaveReport } from './report.ts';
import { nowhereIn, select, tagPrefixes, unknownEnvironment } from './select.ts';

/** What is to be rolled back. */
export interface RollbackRequest {
  readonly patterns: readonly string[];
  readonly environment: string;
  readonly target: RollbackTarget;
  /** How many percent of the users are to get the canary at most, instead of going back. */
  readonly percentage?: number | undefined;
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
    Session.open(settings, ports, (listing, config) => returnable(request, listing, config), {
      prefixes: tagPrefixes(request.patterns),
      moves: true,
      hints: { past: true, slots: typeof target === 'object' ? [target.version] : [] },
    }),
  );
  const group = groupOf(session.config.groups, environment);
  const known = await environmentsOf(view);
  if (group === undefined && !known.has(environment)) {
    throw unknownEnvironment(environment, known);
  }
  if (request.percentage !== undefined) {
    const { lowerShares } = await import('./rollout/lower.ts');
    return await lowerShares(session, view, targets, environment, request.percentage, settings, ports, started);
  }
  const outcome = await showingFailure(session, targets, view.refs.head, 'rollback', ports, () =>
    move(session, view, targets, async (now) => {
      await anchorRemembered(session, now, targets, typeof target === 'object' ? [target.version] : []);
      const leaving =
        group === undefined ? targets : leftOf(targets, now, typeof target === 'object' ? target.version : undefined);
      return {
        kind: 'rollback',
        removals: [],
        choices: chooseAll(leaving, ({ component, slot }) =>
          chooseRollback(stateOf(component, slot.name, now), target, settings.overrides),
        ),
      };
    }),
  );
  const report = await reportMove('rollback', session, view, targets, outcome, settings, ports, started);
  if (outcome.kind === 'superseded') {
    return report;
  }
  const occasions = await occasionsOf(targets, outcome, group);
  const { issues, notices } = await openPostMortems(session, occasions, outcome, ports);
  return {
    ...report,
    waves: group === undefined ? [] : wavesBack(group, targets, outcome.intent, session, settings),
    issues,
    notices: [...report.notices, ...notices, ...alreadyBack(targets, report, environment)],
    durationMs: ports.clock.now() - started,
  };
}

type Settled = Exclude<MoveOutcome, { readonly kind: 'superseded' }>;

/**
 * What leaves a record: the rollbacks of this run, and those that were made already. The run that made them may have
 * been ended before it reported; if it was not, nothing is reported twice.
 */
async function occasionsOf(
  targets: readonly Target[],
  outcome: Settled,
  group: Group | undefined,
): Promise<Occasion[]> {
  const { intent, ledger, view } = outcome;
  await ledger?.load(targets.map(({ component, slot }) => entryPath(slot.name, component)));
  const found = targets.flatMap(({ component, slot: { name: environment } }): Occasion[] => {
    const ref = view.tags.get(componentId(component))?.environments.get(environment);
    const now = ledger?.entry(environment, component);
    const entry = speaksOf(now, ref?.object) && now.move === 'rollback' ? now : undefined;
    const choice = intent.choices.find(
      ({ situation }) =>
        componentId(situation.component) === componentId(component) && situation.environment === environment,
    );
    const left = entry?.previous ?? choice?.situation.current;
    const version = entry?.version ?? choice?.version;
    // The run that held it reported why.
    const isRecorded = choice === undefined && entry?.status === 'held';
    if (left === undefined || version === undefined || left === version || isRecorded) {
      return [];
    }
    return [
      {
        component,
        environment,
        left,
        restored: { version, commit: entry?.commit ?? choice?.commit },
        entry,
        why: choice === undefined ? WRITTEN_LATER : `Somebody asked for it; brought back was ${choice.why}.`,
        gate: undefined,
        held: undefined,
      },
    ];
  });
  return group === undefined ? found : oneForEach(found);
}

/** What of a group goes back: all that have what the first environment has. */
function leftOf(targets: readonly Target[], view: Observation, version: string | undefined): Target[] {
  const places = targets.map((target) => {
    const { ref, current, entry } = stateOf(target.component, target.slot.name, view);
    const isBack = speaksOf(entry, ref?.object) && entry.move === 'rollback';
    return { target, environment: target.slot.name, current, left: isBack ? (entry.previous ?? undefined) : undefined };
  });
  const byComponent = Map.groupBy(places, ({ target: { component } }) => componentId(component));
  return [...byComponent.values()].flatMap((all) => {
    const versions = rolledOut(all, version);
    return all.filter(({ current }) => current !== undefined && versions.has(current)).map(({ target }) => target);
  });
}

/** Says of which components the last move was a rollback already. */
function alreadyBack(targets: readonly Target[], report: RunReport, environment: string): Notice[] {
  const moved = new Set(report.moves.map(({ component }) => component));
  const ids = new Set(targets.map(({ component }) => componentId(component)));
  const back = [...ids].filter((id) => !moved.has(id));
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
function returnable(
  { patterns, environment }: RollbackRequest,
  listing: Listing,
  config: Config | undefined,
): Target[] {
  const group = groupOf(config?.groups ?? {}, environment);
  if (group !== undefined) {
    return returnableOf(group, patterns, listing);
  }
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

/** The same of a group: wherever one of its environments has a tag, in the order of the waves. */
function returnableOf(group: Group, patterns: readonly string[], listing: Listing): Target[] {
  const chosen = new Map<string, Target>();
  for (const selection of select(patterns, listing)) {
    const found = selection.components.flatMap(({ component, environments }) =>
      environmentsIn(group)
        .filter((environment) => environments.has(environment))
        .map((environment) => environmentTarget(component, environment)),
    );
    if (found.length === 0) {
      throw new TagshipError(
        'tag-missing',
        `No environment of the group \`${group.name}\` has a tag of \`${selection.pattern}\`.`,
        'Use `promote` to put a version there.',
      );
    }
    for (const target of found) {
      chosen.set(`${componentId(target.component)}@${target.slot.name}`, target);
    }
  }
  return [...chosen.values()];
}

/** What a rollback of a group came to, wave by wave. */
function wavesBack(
  group: Group,
  targets: readonly Target[],
  { choices }: Intent,
  session: Session,
  settings: MoveSettings,
): readonly WaveReport[] {
  const records = new Records('rollback', group, session, settings);
  for (const target of targets) {
    const choice = choices.find(
      ({ situation }) =>
        componentId(situation.component) === componentId(target.component) &&
        situation.environment === target.slot.name,
    );
    const back = { version: choice?.situation.current, state: 'back' as const, rolledBackTo: choice?.version };
    records.note(target, choice === undefined ? {} : back);
  }
  return records.waves();
}

import { admit } from '../domain/admission.ts';
import { type Component, componentId } from '../domain/component.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import { isoTime } from '../domain/time.ts';
import { chooseRestore } from '../domain/version-choice.ts';
import { entriesOf, type PastEntry } from '../engine/ledger/past.ts';
import type { Intent } from '../engine/move.ts';
import type { Observation } from '../engine/observation.ts';
import type { RunPorts } from '../engine/run-ports.ts';
import { Session } from '../engine/session.ts';
import { TagshipError } from '../errors.ts';
import { nowOf, Past, type StateEntry, stillToCome } from './history.ts';
import { chooseAll, type MoveSettings, moveAndReport, stateOf } from './moves.ts';
import type { Notice, RunReport } from './report.ts';
import { refuseMisspelt } from './select.ts';

/** What is to be restored. */
export interface RestoreRequest {
  /** The environment that is to become as `from` was. */
  readonly environment: string;
  readonly from: string;
  /** Seconds since the epoch. */
  readonly at: number;
  /** Whether tags of components that did not exist then are deleted. */
  readonly prune: boolean;
}

/**
 * Recreates an environment as it was at a time, in the same or another one: one move of all tags that differ, and KV
 * follows.
 * @throws TagshipError `time-unknown`, `environment-unknown`; TagshipErrors as `chooseRestore`; then nothing has moved
 */
export async function restore(request: RestoreRequest, settings: MoveSettings, ports: RunPorts): Promise<RunReport> {
  const started = ports.clock.now();
  const { environment, from, at, prune } = request;
  const { session, view, past, targets } = await ports.journal.group('Read the ledger and the tags', async () => {
    const opened = await Session.open(settings, ports, () => [], { moves: true });
    const memory = new Past(opened.session, opened.view, Math.floor(started / 1000), from);
    await memory.refuseUnknown(from);
    const then = (await memory.stateAt(at)).filter(({ component }) => component.prefix === 'components');
    refuseUnknown(then, request);
    const gone = prune ? await removedFrom(environment, opened.view) : [];
    const all = targetsOf(then, gone, environment, opened.view);
    await refuseMisspelt(environment, all, opened.session, opened.view);
    const now = await opened.session.observe(all);
    return { session: opened.session, view: now.view, past: then, targets: all };
  });
  const admitted = admit(environment, session.config.environments[environment], settings.overrides);
  const restored = { from, at: isoTime(at) };
  const running = new Map(past.map((one) => [componentId(one.component), one]));
  const report = await moveAndReport(
    'restore',
    session,
    view,
    targets,
    async (now) => {
      const named = past.flatMap(({ component, entry: { commit } }) =>
        commit === null ? [] : [{ component, commit }],
      );
      await session.anchor(now, named);
      const intent = decide(targets, running, environment, prune, settings, now);
      const choices = intent.choices.map((one) => ({ ...one, overridden: [...admitted, ...one.overridden] }));
      return { ...intent, choices, restored };
    },
    settings,
    ports,
    started,
  );
  return {
    ...report,
    restored,
    notices: [
      ...stillToCome(at, nowOf(Math.floor(started / 1000), view.ledger?.time)),
      ...report.notices,
      ...leftAlone(targets, running, environment, prune, view),
    ],
  };
}

/** What the time knows nothing of cannot be brought back. */
function refuseUnknown(past: readonly StateEntry[], { from, at }: RestoreRequest): void {
  const unknown = past.filter(({ known }) => !known);
  if (unknown.length > 0 || past.length === 0) {
    const what =
      past.length === 0
        ? `The ledger knows of nothing that ran in \`${from}\``
        : `The ledger does not know what ${unknown.length === 1 ? `\`${componentId(unknown[0]?.component ?? { type: '', name: '' })}\`` : `${unknown.length} components`} ran in \`${from}\``;
    throw new TagshipError(
      'time-unknown',
      `${what} at ${isoTime(at)}.`,
      'Choose a later time; `history` shows how far the ledger reaches back.',
    );
  }
}

/** Components whose tags were removed, maybe by a run that died before it came to their keys. */
async function removedFrom(environment: string, view: Observation): Promise<Component[]> {
  const entries = view.ledger === undefined ? [] : await entriesOf(view.ledger, [environment]);
  return entries
    .filter(({ component, entry }) => component.prefix === 'components' && entry.version === null)
    .map(({ component }) => component);
}

/** Everything that ran then, everything that has a tag there now, and what was removed from there. */
function targetsOf(
  past: readonly PastEntry[],
  gone: readonly Component[],
  environment: string,
  view: Observation,
): Target[] {
  const chosen = new Map<string, Target>();
  for (const component of gone) {
    chosen.set(componentId(component), { ...environmentTarget(component, environment), deleted: true });
  }
  for (const { component, entry } of past) {
    if (entry.version !== null) {
      chosen.set(componentId(component), environmentTarget(component, environment));
    }
  }
  for (const [id, { component, environments }] of view.tags) {
    if (environments.has(environment)) {
      chosen.set(id, environmentTarget(component, environment));
    }
  }
  return [...chosen.values()];
}

function decide(
  targets: readonly Target[],
  past: ReadonlyMap<string, PastEntry>,
  environment: string,
  prune: boolean,
  settings: MoveSettings,
  view: Observation,
): Intent {
  const choices = chooseAll(targets, ({ component }) => {
    const entry = past.get(componentId(component))?.entry;
    return entry === undefined || entry.version === null || entry.commit === null
      ? undefined
      : chooseRestore(
          stateOf(component, environment, view),
          { version: entry.version, commit: entry.commit, tag: view.remembered(component)[entry.version]?.tag },
          settings.overrides,
        );
  });
  const removals = (prune ? later(targets, past) : []).flatMap(({ component }) => {
    const { ref } = stateOf(component, environment, view);
    return ref === undefined ? [] : [{ component, environment, ref }];
  });
  return { kind: 'restore', choices, removals };
}

/** Components that did not run then. */
function later(targets: readonly Target[], past: ReadonlyMap<string, PastEntry>): Target[] {
  return targets.filter(({ component }) => {
    const entry = past.get(componentId(component))?.entry;
    return entry === undefined || entry.version === null;
  });
}

function leftAlone(
  targets: readonly Target[],
  past: ReadonlyMap<string, PastEntry>,
  environment: string,
  prune: boolean,
  view: Observation,
): Notice[] {
  const left = later(targets, past).filter(({ component }) => stateOf(component, environment, view).ref !== undefined);
  return prune || left.length === 0
    ? []
    : [
        {
          level: 'warning',
          message: `Did not run then and stays as it is: ${left.map(({ component }) => `\`${componentId(component)}\``).join(', ')}. \`prune: true\` removes it.`,
        },
      ];
}

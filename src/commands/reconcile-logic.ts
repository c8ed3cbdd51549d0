import { componentId } from '../domain/component.ts';
import { speaksOf } from '../domain/ledger/transition.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import { rebuildCommands, rebuildValues } from '../domain/rebuild.ts';
import { unversionedName } from '../domain/version.ts';
import { recordTargets } from '../engine/record.ts';
import type { RunSettings } from '../engine/run-ports.ts';
import { Session } from '../engine/session.ts';
import { type TagshipError, toTagshipErrors } from '../errors.ts';
import { warnings } from './describe.ts';
import { type RebuildPorts, runAll, variablesOf } from './rebuild.ts';
import type { ReconcileReport } from './reconcile.ts';
import type { DeployedComponent, Notice, RebuildCommand } from './report.ts';

/** What became of the logic tags. */
export interface LogicReport {
  readonly deployed: readonly DeployedComponent[];
  readonly requiresRebuild: boolean;
  readonly rebuild: readonly RebuildCommand[];
  readonly failures: readonly TagshipError[];
  readonly notices: readonly Notice[];
}

const NOTHING: LogicReport = { deployed: [], requiresRebuild: false, rebuild: [], failures: [], notices: [] };

/** A logic tag that moved and for which nothing was rebuilt, by the ledger. */
interface Unbuilt {
  readonly target: Target;
  readonly environment: string;
  readonly commit: string;
  readonly version: string;
}

/** Tags that are answered by one rebuild. */
interface Group {
  readonly commands: readonly (readonly string[])[];
  readonly members: readonly Unbuilt[];
}

/**
 * Rebuilds what logic tags ask for that moved without a run: once for each environment and commit, however many tags
 * moved there, unless the commands differ by component. Where there is no ledger what was built is unknown.
 *
 * @param secrets variables the commands get beside the environment of the step
 */
export async function reconcileLogic(
  request: { readonly environment: string | undefined; readonly heal: boolean },
  settings: RunSettings,
  secrets: Readonly<Record<string, string>>,
  ports: RebuildPorts,
): Promise<LogicReport> {
  if ((await ports.repository.refs(['logic/'])).tags.length === 0) {
    return NOTHING;
  }
  const { session, view, targets } = await Session.open(
    settings,
    ports,
    (listing) =>
      [...listing.tags.values()].flatMap(({ component, environments }) =>
        [...environments.keys()]
          .filter((name) => request.environment === undefined || request.environment === name)
          .map((name) => environmentTarget(component, name)),
      ),
    { prefix: 'logic' },
  );
  if (view.ledger === undefined) {
    return NOTHING;
  }
  const unbuilt = targets.flatMap((target): Unbuilt[] => {
    const { component, slot } = target;
    const tags = view.tags.get(componentId(component));
    const ref = tags?.environments.get(slot.name);
    if (tags === undefined || ref === undefined || speaksOf(view.ledger?.entry(slot.name, component), ref.object)) {
      return [];
    }
    const fallback = session.config.unversioned === 'allow' ? unversionedName(ref.commit) : undefined;
    const version = view.versionOf(tags, ref)?.version ?? fallback;
    return version === undefined ? [] : [{ target, environment: slot.name, commit: ref.commit, version }];
  });
  const groups = groupsOf(unbuilt, session.config.logic?.rebuild ?? []);
  if (!request.heal || settings.dryRun || unbuilt.length === 0) {
    return { ...planned(unbuilt, groups), requiresRebuild: unbuilt.length > 0 };
  }
  const rebuilt: RebuildCommand[] = [];
  const done: Unbuilt[] = [];
  const failures: TagshipError[] = [];
  for (const { commands, members } of groups) {
    try {
      rebuilt.push(...(await runAll(commands, members[0]?.commit ?? '', { ...variables(members), ...secrets }, ports)));
      done.push(...members);
    } catch (error) {
      failures.push(...toTagshipErrors(error));
    }
  }
  const recorded = await recordTargets(
    session,
    view,
    done.map(({ target }) => target),
  );
  return {
    deployed: done.map(deployedOf),
    requiresRebuild: true,
    rebuild: rebuilt,
    failures,
    notices: warnings(recorded.warnings),
  };
}

/** Both halves of a reconcile as one. */
export function withLogic(report: ReconcileReport, logic: LogicReport): ReconcileReport {
  return {
    ...report,
    deployed: [...report.deployed, ...logic.deployed],
    requiresRebuild: logic.requiresRebuild,
    rebuild: logic.rebuild,
    failures: [...report.failures, ...logic.failures],
    notices: [...report.notices, ...logic.notices],
  };
}

function planned(unbuilt: readonly Unbuilt[], groups: readonly Group[]): LogicReport {
  return {
    ...NOTHING,
    rebuild: groups.flatMap(({ commands }) => commands.map((argv) => ({ argv, durationMs: undefined }))),
    notices: unbuilt.map(({ target, environment, version }) => ({
      level: 'notice',
      message: `\`${componentId(target.component)}\` ${version} for \`${environment}\` was not rebuilt since its tag moved.`,
    })),
  };
}

function groupsOf(unbuilt: readonly Unbuilt[], lines: readonly string[]): Group[] {
  const groups = new Map<string, { commands: readonly (readonly string[])[]; members: Unbuilt[] }>();
  for (const one of unbuilt) {
    const { target, environment, commit, version } = one;
    const commands = rebuildCommands(lines, rebuildValues(target.component, environment, version, commit));
    const name = JSON.stringify([environment, commit, commands]);
    const known = groups.get(name);
    if (known === undefined) {
      groups.set(name, { commands, members: [one] });
    } else {
      known.members.push(one);
    }
  }
  return [...groups.values()];
}

/** Those of one tag; where several are answered at once, a line for each of their components and versions. */
function variables(members: readonly Unbuilt[]): Record<string, string> {
  const all = members.map(({ target, environment, version, commit }) =>
    variablesOf(rebuildValues(target.component, environment, version, commit)),
  );
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, [...new Set(all.map((one) => one[name] ?? ''))].join('\n')]));
}

function deployedOf({ target, environment, version, commit }: Unbuilt): DeployedComponent {
  return {
    component: componentId(target.component),
    environment,
    version,
    commit,
    path: '',
    bytes: 0,
    previousVersion: undefined,
    previousCommit: undefined,
    namespaces: [],
  };
}

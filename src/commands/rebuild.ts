import { componentId } from '../domain/component.ts';
import type { Target } from '../domain/projection.ts';
import { rebuildCommands, rebuildValues } from '../domain/rebuild.ts';
import { unversionedName } from '../domain/version.ts';
import { record } from '../engine/record.ts';
import { type RunPorts, type RunSettings, Session } from '../engine/session.ts';
import type { Listing } from '../engine/view.ts';
import { TagshipError } from '../errors.ts';
import type { Workshop } from '../ports/workshop.ts';
import { inertNotices, ledgerReport, nothingDone, warnings } from './describe.ts';
import type { RebuildCommand, RunReport } from './report.ts';
import { missingTag, targetOf } from './select.ts';

/** The effects of a rebuild. */
export interface RebuildPorts extends RunPorts {
  readonly workshop: Workshop;
}

/**
 * Answers the push of a logic tag: says that a Worker has to be built again and, where the configuration has commands
 * for it, runs them one after the other on the files of the tagged commit. KV is not touched.
 *
 * @param tag short name, under `logic/`, with an environment as its slot
 * @param named whether somebody named the tag, or the event did
 * @param secrets variables the commands get beside the environment of the step
 * @throws TagshipError `rebuild-failed`, `version-missing`, `tag-missing`, and what reading throws
 */
export async function rebuild(
  tag: string,
  named: boolean,
  settings: RunSettings,
  secrets: Readonly<Record<string, string>>,
  ports: RebuildPorts,
): Promise<RunReport> {
  const started = ports.clock.now();
  const opened = await Session.open(settings, ports, (listing) => targetsFor(tag, named, listing), {
    prefix: 'logic',
  });
  const [target] = opened.targets;
  if (target === undefined) {
    return nothingDone('deploy', settings, [
      { level: 'notice', message: `The tag \`${tag}\` is gone again: nothing to do.` },
    ]);
  }
  const { session, view } = opened;
  const { config } = session;
  const id = componentId(target.component);
  const tags = view.tags.get(id);
  const ref = tags?.environments.get(target.slot.name);
  const resolved = tags === undefined || ref === undefined ? undefined : view.versionOf(tags, ref);
  if (ref === undefined || (resolved === undefined && config.unversioned === 'error')) {
    throw new TagshipError(
      'version-missing',
      `The tag \`${tag}\` stands on a commit that has no version tag of \`${id}\`.`,
      `Tag the commit first, as \`logic/${id}/vX.Y.Z\`, or set \`unversioned: allow\` in the configuration.`,
    );
  }
  const version = resolved?.version ?? unversionedName(ref.commit);
  const values = rebuildValues(target.component, target.slot.name, version, ref.commit);
  const commands = rebuildCommands(config.logic?.rebuild ?? [], values);
  const done = settings.dryRun
    ? commands.map((argv): RebuildCommand => ({ argv, durationMs: undefined }))
    : await runAll(commands, ref.commit, { ...variablesOf(values), ...secrets }, ports);
  const recorded = settings.dryRun ? undefined : await record(session, [target], view, []);
  const notices = [...inertNotices(config), ...warnings(recorded?.warnings ?? [])];
  return {
    ...nothingDone('deploy', settings, notices, ports.clock.now() - started),
    ledger: ledgerReport(session, recorded?.ledger ?? view.ledger),
    deployed: [
      {
        component: id,
        environment: target.slot.name,
        version,
        commit: ref.commit,
        path: '',
        bytes: 0,
        previousVersion: undefined,
        previousCommit: undefined,
        namespaces: [],
      },
    ],
    requiresRebuild: true,
    rebuild: done,
  };
}

function targetsFor(tag: string, named: boolean, listing: Listing): Target[] {
  const target = targetOf(tag, listing);
  if (target === undefined && named) {
    throw missingTag(tag, listing);
  }
  return target === undefined ? [] : [target];
}

/**
 * Runs commands one after the other on the files of a commit.
 * @throws TagshipError `rebuild-failed`
 */
export async function runAll(
  commands: readonly (readonly string[])[],
  commit: string,
  variables: Readonly<Record<string, string>>,
  { workshop, clock, journal }: RebuildPorts,
): Promise<RebuildCommand[]> {
  if (commands.length === 0) {
    return [];
  }
  return await workshop.checkout(commit, async (directory) => {
    const done: RebuildCommand[] = [];
    for (const argv of commands) {
      const started = clock.now();
      const code = await journal.group(argv.join(' '), () => workshop.run(argv, directory, variables));
      if (code !== 0) {
        throw new TagshipError(
          'rebuild-failed',
          `The command \`${argv.join(' ')}\` ended with exit code ${code}.`,
          'Its output is in the log above. Correct the cause, or move the tag back, and run the job again.',
        );
      }
      done.push({ argv, durationMs: clock.now() - started });
    }
    return done;
  });
}

/** The variables that commands get. */
export function variablesOf(values: ReturnType<typeof rebuildValues>): Record<string, string> {
  return {
    TAGSHIP_COMPONENT: values.component,
    TAGSHIP_ENVIRONMENT: values.environment,
    TAGSHIP_VERSION: values.version,
    TAGSHIP_COMMIT: values.commit,
  };
}

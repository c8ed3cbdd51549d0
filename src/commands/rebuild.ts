import { componentId } from '../domain/component.ts';
import { rebuildCommands, rebuildValues } from '../domain/rebuild.ts';
import { unversionedName } from '../domain/version.ts';
import { recordTargets } from '../engine/record.ts';
import type { RunPorts, RunSettings } from '../engine/run-ports.ts';
import { Session } from '../engine/session.ts';
import { TagshipError } from '../errors.ts';
import type { Workshop } from '../ports/workshop.ts';
import { excludedNotices, ledgerReport, nothingDone, warnings } from './describe.ts';
import type { RebuildCommand, RunReport } from './report.ts';
import { nothingFor, type TagRequest, tagTargets } from './select.ts';

/** The effects of a rebuild. */
export interface RebuildPorts extends RunPorts {
  readonly workshop: Workshop;
}

/**
 * Answers the push of a logic tag: says that a Worker has to be built again and, where the configuration has commands
 * for it, runs them one after the other on the files of the tagged commit. KV is not touched.
 *
 * @param request of a tag under `logic/`
 * @param secrets variables the commands get beside the environment of the step
 * @throws TagshipError `rebuild-failed`, `version-missing`, `tag-missing`, and what reading throws
 */
export async function rebuild(
  request: TagRequest,
  settings: RunSettings,
  secrets: Readonly<Record<string, string>>,
  ports: RebuildPorts,
): Promise<RunReport> {
  const started = ports.clock.now();
  const { tag } = request;
  const opened = await Session.open(settings, ports, (listing) => tagTargets(request, listing), { prefix: 'logic' });
  const [target] = opened.targets;
  if (target === undefined || target.slot.kind === 'version') {
    const isVersion = `The logic tag \`${tag}\` is a version: nothing to rebuild.`;
    const message = target === undefined ? nothingFor(tag, opened.session.tagRules) : isVersion;
    return nothingDone('deploy', settings, [{ level: 'notice', message }]);
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
  const recorded = settings.dryRun ? undefined : await recordTargets(session, view, [target]);
  const notices = [...excludedNotices(view), ...warnings(recorded?.warnings ?? [])];
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

import { componentId } from '../../domain/component.ts';
import { entryPath } from '../../domain/ledger/layout.ts';
import { environmentTarget, type Target } from '../../domain/projection.ts';
import { liveShare } from '../../domain/rollout/share.ts';
import { stepOf } from '../../domain/rollout/steps.ts';
import { markOf } from '../../domain/track.ts';
import { move, type NewShare } from '../../engine/move.ts';
import type { Observation } from '../../engine/observation.ts';
import type { RunPorts } from '../../engine/run-ports.ts';
import type { Session } from '../../engine/session.ts';
import { readable } from '../../engine/trusted-ledger.ts';
import { TagshipError, TagshipErrors } from '../../errors.ts';
import { showingFailure } from '../deployment.ts';
import { type MoveSettings, reportMove } from '../moves.ts';
import type { RolloutReport, RunReport } from '../report.ts';

/**
 * Gives canaries to fewer users: all of the named ones, or none. No tag moves and nothing is quarantined. Asked for the
 * percentage that the ledger has already, it only brings KV there: the run that lowered it may have been killed.
 * @param percentage 0 ends them
 * @throws TagshipErrors `canary-missing`, `input-invalid` with every component whose share cannot be lowered
 */
export async function lowerShares(
  session: Session,
  view: Observation,
  targets: readonly Target[],
  environment: string,
  percentage: number,
  settings: MoveSettings,
  ports: RunPorts,
  started: number,
): Promise<RunReport> {
  const rule = session.config.environments[environment]?.canary;
  const both = targets.flatMap(({ component }) =>
    [environment, ...(rule === undefined ? [] : [rule.environment])].map((name) => environmentTarget(component, name)),
  );
  let rollouts: readonly RolloutReport[] = [];
  let isLower = false;
  const outcome = await showingFailure(session, targets, view.refs.head, 'rollback', ports, () =>
    move(session, view, both, async (now) => {
      await now.ledger?.load(both.map(({ component, slot }) => entryPath(slot.name, component)));
      const problems: TagshipError[] = [];
      const lowered = targets.flatMap((target) => {
        const found = loweredOf(target, environment, percentage, session, now);
        if (found instanceof TagshipError) {
          problems.push(found);
          return [];
        }
        return [found];
      });
      if (problems.length > 0) {
        throw new TagshipErrors(problems);
      }
      rollouts = lowered.map(({ report }) => report);
      const shares = lowered.flatMap(({ share }) => share ?? []);
      isLower = shares.length > 0;
      return { kind: 'rollback', choices: [], removals: [], shares };
    }),
  );
  const report = await reportMove('rollback', session, view, targets, outcome, settings, ports, started);
  const changed = report.changed || (isLower && !settings.dryRun);
  return outcome.kind === 'superseded' ? report : { ...report, rollouts, changed };
}

interface Lowered {
  /** Undefined where the ledger has it already. */
  readonly share: NewShare | undefined;
  readonly report: RolloutReport;
}

function loweredOf(
  { component }: Target,
  environment: string,
  percentage: number,
  { config }: Session,
  now: Observation,
): Lowered | TagshipError {
  const id = componentId(component);
  const rule = config.environments[environment]?.canary;
  const tags = now.tags.get(id);
  const placed = tags === undefined ? undefined : liveShare(tags, environment, rule, now.shares);
  const [tag, live] = [tags?.environments.get(rule?.environment ?? ''), tags?.environments.get(environment)];
  const reported = (version: string, why: string): RolloutReport => ({
    component: id,
    environment,
    canary: rule?.environment ?? '',
    version,
    live: tags === undefined || live === undefined ? undefined : now.versionOf(tags, live)?.version,
    verdict: undefined,
    why,
    share: percentage,
    steps: [],
    planned: [],
  });
  if (rule === undefined || tags === undefined || placed === undefined || tag === undefined || live === undefined) {
    const entry = rule === undefined ? undefined : readable(() => now.ledger?.entry(rule.environment, component));
    const stands = tags === undefined || tag === undefined ? undefined : now.versionOf(tags, tag)?.version;
    const version = stands ?? entry?.version;
    if (percentage === 0 && version != null) {
      return { share: undefined, report: reported(version, 'No user gets it.') };
    }
    return new TagshipError(
      'canary-missing',
      `No user of \`${environment}\` gets a canary of \`${id}\` now, so there is no percentage to lower.`,
      'Run `rollback` without `percentage` to bring back a version.',
    );
  }
  if (percentage > placed.share) {
    return new TagshipError(
      'input-invalid',
      `${placed.share} % of the users of \`${environment}\` get \`${id}\` ${placed.version} now, and \`percentage: ${percentage}\` is more.`,
      'Give a lower one. `promote` of the same version raises it, step by step.',
    );
  }
  if (percentage === placed.share) {
    return { share: undefined, report: reported(placed.version, `It was at ${percentage} % already.`) };
  }
  const step = percentage === 0 ? 0 : stepOf(rule.steps, percentage);
  const range = config.environments[environment]?.track;
  const track = range === undefined ? undefined : markOf(range, [...tags.versions.keys()]);
  return {
    share: { component, environment: rule.environment, of: environment, share: percentage, step, tag, live, track },
    report: reported(placed.version, `Lowered from ${placed.share} % by hand.`),
  };
}

import { componentId } from '../domain/component.ts';
import type { Target } from '../domain/projection.ts';
import { foreignTag } from '../domain/tag.ts';
import { withCanaries } from '../engine/canaries.ts';
import { convergeTargets } from '../engine/converge.ts';
import { SoundPlanner } from '../engine/fault-isolation.ts';
import type { Listing, Observation } from '../engine/observation.ts';
import type { RunPorts, RunSettings } from '../engine/run-ports.ts';
import { Session } from '../engine/session.ts';
import { recordHolds } from '../engine/unrecorded-holds.ts';
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
import type { Notice, RunReport } from './report.ts';
import { isForeign, nothingFor, siblingsOf, type TagRequest, tagPrefixes, tagTargets, targetsOf } from './select.ts';

/** What is to be deployed. */
export type DeployRequest =
  | (TagRequest & { readonly by: 'tag' })
  | { readonly by: 'components'; readonly patterns: readonly string[]; readonly environment: string };

/**
 * Brings KV to what the tags ask for some components: reads the ledger and then the tags as they are now, the policy
 * from the default branch and the contents at the tagged commits, writes, reads again until nothing moved meanwhile, and
 * records what it saw. One component's or namespace's error does not stop the others.
 *
 * @returns with `failures` for what could not be deployed
 * @throws TagshipError before the first write, for everything that can be known by then
 */
export async function deploy(request: DeployRequest, settings: RunSettings, ports: RunPorts): Promise<RunReport> {
  const started = ports.clock.now();
  const { repository, clock } = ports;
  if (request.by === 'tag' && (await isForeign(request.tag, repository))) {
    const notice: Notice = { level: 'notice', message: foreignTag(request.tag) };
    return nothingDone('deploy', settings, [notice], clock.now() - started);
  }
  const opened = await ports.journal.group('Read the ledger and the tags', () =>
    Session.open(
      settings,
      ports,
      (listing) =>
        request.by === 'tag' ? tagTargets(request, listing) : targetsOf(request.patterns, request.environment, listing),
      { prefixes: request.by === 'tag' ? siblingsOf(request.tag) : tagPrefixes(request.patterns) },
    ),
  );
  if (opened.targets.length === 0) {
    const message = nothingFor(request.by === 'tag' ? request.tag : '', opened.session.tagRules);
    return nothingDone('deploy', settings, [{ level: 'notice', message }], ports.clock.now() - started);
  }
  const { session, view, listing } = opened;
  const applier = session.newApplier();
  const plan = async (some: readonly Target[], now: Observation) =>
    await session.plan(withCanaries(session, some, now), now);
  const planner = new SoundPlanner(plan, applier, opened.targets);
  const planFor = async (now: Observation) => await planner.plan(now);
  let plans = await planner.checked(view);
  const adopted = await recordHolds(session, view, planner.targets, plans, applier);
  planner.leave(adopted.failures);
  if (adopted.view !== undefined || adopted.failures.length > 0) {
    plans = await planner.checked(adopted.view ?? view);
  }
  const { targets } = planner;
  const first = { plans, observed: adopted.view ?? view };
  const outcome = await showingFailure(session, targets, view.refs.head, 'deploy', ports, () =>
    convergeTargets(session, applier, withCanaries(session, targets, first.observed), first, planFor),
  );
  const report: RunReport = {
    ...nothingDone('deploy', settings, []),
    ledger: ledgerReport(session, outcome.ledger),
    deployed: targets.flatMap((target) => describeDeployed(target, outcome, view)),
    deleted: targets.flatMap((target) => describeDeleted(target, outcome)),
    keys: outcome.keys,
    changed: outcome.changed,
    rounds: outcome.rounds,
    failures: [...planner.failures, ...session.problems, ...outcome.failures, ...heldAgain(targets, outcome.view)],
  };
  return {
    ...report,
    notices: [
      ...excludedNotices(view),
      ...warnings(outcome.warnings),
      ...targets.flatMap((target) => remarks(target, listing)),
      ...(await showDeployment(session, report, ports)),
    ],
    durationMs: ports.clock.now() - started,
  };
}

function remarks(target: Target, listing: Listing): Notice[] {
  const notices: Notice[] = [];
  const id = componentId(target.component);
  for (const { name } of listing.tags.get(id)?.shadowed ?? []) {
    notices.push({
      level: 'warning',
      message: `The older tag \`${name}\` points elsewhere and is ignored, since \`components/${id}/…\` stands for the same component. Delete it.`,
    });
  }
  return notices;
}

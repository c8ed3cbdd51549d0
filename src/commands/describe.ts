import { componentId } from '../domain/component.ts';
import { environmentOf } from '../domain/component-tags.ts';
import type { Target, WantedKey } from '../domain/projection.ts';
import { exclusionError } from '../domain/tag-rules.ts';
import { count } from '../domain/text.ts';
import type { Converged } from '../engine/converge.ts';
import type { DesiredState } from '../engine/desired.ts';
import type { LedgerSnapshot } from '../engine/ledger/snapshot.ts';
import type { Observation } from '../engine/observation.ts';
import type { RunSettings } from '../engine/run-ports.ts';
import type { Session } from '../engine/session.ts';
import type { ReturnedTag } from '../engine/trusted-ledger.ts';
import { TagshipError } from '../errors.ts';
import {
  type DeletedSlot,
  type DeployedComponent,
  type LedgerReport,
  type Notice,
  type RunReport,
  VERDICTS,
  type Verdict,
} from './report.ts';

/** Tags that are named one by one. */
const MAX_NAMED = 5;

/** Says which tags stand for no component and why; not of those that the configuration leaves alone. */
export function excludedNotices({ excluded }: Pick<Observation, 'excluded'>): Notice[] {
  const told = excluded.filter(({ why }) => why !== 'ignored');
  const rest = told.length - MAX_NAMED;
  return [
    ...told.slice(0, MAX_NAMED).map(
      ({ name, why }): Notice => ({
        level: why === 'like-a-version' ? 'warning' : 'notice',
        message: `Passed over: ${exclusionError(name, why).what}`,
      }),
    ),
    ...(rest > 0
      ? [{ level: 'notice' as const, message: `Passed over: ${count(rest, 'more tag')} of no component.` }]
      : []),
  ];
}

/** What became of one target, from the keys that are named after its slot. */
export function describeDeployed(
  target: Target,
  outcome: Pick<Converged, 'plans' | 'before'>,
  view: Observation,
): DeployedComponent[] {
  const id = componentId(target.component);
  const found = outcome.plans.flatMap((plan) =>
    [...plan.wanted.values()]
      .filter(
        ({ component, slot, role }) => componentId(component) === id && slot === target.slot.name && role !== 'latest',
      )
      .map((wanted) => ({ wanted, plan, planned: plan.keys.find(({ key }) => key === wanted.key) })),
  );
  const [one] = found;
  if (one === undefined) {
    return [];
  }
  const isEnvironment = target.slot.kind === 'environment';
  const before = isEnvironment
    ? (previousOf(target, one.wanted.version, view) ?? previousInKv(one, outcome))
    : undefined;
  return [
    {
      component: id,
      environment: isEnvironment ? target.slot.name : undefined,
      version: one.wanted.version,
      commit: one.wanted.commit,
      path: String(one.planned?.path ?? ''),
      bytes: one.planned?.value.length ?? 0,
      previousVersion: before?.version,
      previousCommit: before?.commit,
      namespaces: [...new Set(found.map(({ plan }) => plan.namespace))],
    },
  ];
}

/** What became of the keys of a deleted tag; nothing to say when it was made again. */
export function describeDeleted(
  { component, slot, deleted }: Target,
  outcome: Pick<Converged, 'plans' | 'before'>,
): DeletedSlot[] {
  const id = componentId(component);
  const again = outcome.plans.some(({ wanted }) =>
    [...wanted.values()].some(
      (one) => componentId(one.component) === id && one.slot === slot.name && one.role === slot.kind,
    ),
  );
  if (deleted !== true || again) {
    return [];
  }
  const isEnvironment = slot.kind === 'environment';
  return [
    {
      component: id,
      environment: isEnvironment ? slot.name : undefined,
      version: isEnvironment ? undefined : slot.name,
      left: [...new Set(outcome.plans.flatMap(({ left }) => left))],
    },
  ];
}

interface Before {
  readonly version: string;
  readonly commit: string | undefined;
}

/** What ran before, by the ledger as it was when the run began. */
function previousOf({ component, slot }: Target, version: string, view: Observation): Before | undefined {
  const entry = view.ledger?.entry(slot.name, component);
  return entry === undefined || entry.version === null || entry.version === version
    ? undefined
    : { version: entry.version, commit: entry.commit ?? undefined };
}

/** What ran before, as far as KV tells: for a repository whose ledger begins now. */
function previousInKv(
  { wanted, plan }: { readonly wanted: WantedKey; readonly plan: DesiredState },
  outcome: Pick<Converged, 'plans' | 'before'>,
): Before | undefined {
  const { version, sha } = asRecord(outcome.before.get(plan.namespace)?.get(wanted.key)?.metadata);
  return typeof version === 'string' && version !== wanted.version
    ? { version, commit: typeof sha === 'string' && /^[0-9a-f]{40}$/.test(sha) ? sha : undefined }
    : undefined;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** The failure of a run that finds a tag back where a rollback had left it. */
export function returnedFailure({ ref: { name }, left, held }: ReturnedTag): TagshipError {
  return new TagshipError(
    'tag-held',
    `The tag \`${name}\` is the very object again that a rollback of ${left} left, as after a push of all tags from an old clone. So nothing is deployed, and KV stays at ${held}.`,
    `Use \`promote\` with \`version: ${held}\` to move the tag back. If you mean ${left}, use \`promote\` with it, \`override: quarantine\` and a \`reason\`, or push a new annotated tag.`,
  );
}

/** The failures of those of the targets whose tags are back where rollbacks left them. */
export function heldAgain(targets: readonly Target[], view: Observation): TagshipError[] {
  const places = new Set(targets.map(({ component, slot }) => `${componentId(component)}@${slot.name}`));
  return view
    .returned()
    .filter(({ tags: { component }, ref }) => places.has(`${componentId(component)}@${environmentOf(ref)}`))
    .map(returnedFailure);
}

/** Sentences as warnings. */
export function warnings(messages: readonly string[]): Notice[] {
  return messages.map((message) => ({ level: 'warning', message }));
}

/** Where the ledger stands after a run. */
export function ledgerReport(session: Session, ledger: LedgerSnapshot | undefined): LedgerReport | undefined {
  return ledger === undefined ? undefined : { ref: session.ledgerRef, commit: ledger.commit, seq: ledger.number };
}

/** The report of a run that had nothing to do. */
export function nothingDone(
  command: RunReport['command'],
  settings: Pick<RunSettings, 'dryRun' | 'reason'>,
  notices: readonly Notice[],
  durationMs = 0,
): RunReport {
  return {
    command,
    dryRun: settings.dryRun,
    reason: settings.reason,
    verdict: undefined,
    rolledBack: false,
    ledger: undefined,
    moves: [],
    deployed: [],
    deleted: [],
    requiresRebuild: false,
    rebuild: [],
    keys: [],
    changed: false,
    rounds: 0,
    durationMs,
    issues: [],
    waves: [],
    failures: [],
    notices,
  };
}

type Reported = Omit<RunReport, 'command' | 'verdict'>;

/**
 * What several moves of one run come to, but for their durations. Of a component in an environment, and of a key, the last
 * word counts; what is said twice is said once.
 */
export function combined(reports: readonly Reported[]): Omit<Reported, 'dryRun' | 'reason' | 'durationMs'> {
  const all = <T>(of: (report: Reported) => readonly T[], name: (one: T) => string): T[] => [
    ...new Map(reports.flatMap(of).map((one) => [name(one), one] as const)).values(),
  ];
  const rollouts = reports.flatMap((one) => one.rollouts ?? []);
  return {
    rolledBack: reports.some(({ rolledBack }) => rolledBack),
    ledger: reports.findLast(({ ledger }) => ledger !== undefined)?.ledger,
    moves: reports.flatMap(({ moves }) => moves),
    deployed: all(
      ({ deployed }) => deployed,
      ({ component, environment, version }) => `${component}@${environment ?? version}`,
    ),
    deleted: reports.flatMap(({ deleted }) => deleted),
    requiresRebuild: reports.some(({ requiresRebuild }) => requiresRebuild),
    rebuild: reports.flatMap(({ rebuild }) => rebuild),
    keys: all(
      ({ keys }) => keys,
      ({ namespace, key }) => `${namespace} ${key}`,
    ),
    changed: reports.some(({ changed }) => changed),
    rounds: Math.max(0, ...reports.map(({ rounds }) => rounds)),
    issues: reports.flatMap(({ issues }) => issues),
    waves: reports.flatMap(({ waves }) => waves),
    ...(rollouts.length === 0 ? {} : { rollouts }),
    failures: all(
      ({ failures }) => failures,
      ({ message }) => message,
    ),
    notices: all(
      ({ notices }) => notices,
      ({ message }) => message,
    ),
  };
}

/** The worst of some verdicts; undefined where there is none. */
export function worstVerdict(reports: readonly { readonly verdict: Verdict | undefined }[]): Verdict | undefined {
  return VERDICTS.find((verdict) => reports.some((one) => one.verdict === verdict));
}

import { type Component, componentId } from '../domain/component.ts';
import type { ComponentTags, ResolvedVersion, TagRef } from '../domain/component-tags.ts';
import type { InFlight, MoveKind, Restored } from '../domain/ledger/entry.ts';
import type { LedgerEvent, Place, TagMoved } from '../domain/ledger/event.ts';
import type { GateRecord } from '../domain/ledger/gate-record.ts';
import { entryPath, SHARES_FILE } from '../domain/ledger/layout.ts';
import { canariesOf, type Shares } from '../domain/ledger/shares.ts';
import { type Share, speaksOf } from '../domain/ledger/transition.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import { markOf, type TrackMark } from '../domain/track.ts';
import type { Choice, PassedOver } from '../domain/version-choice.ts';
import { inContext, TagshipErrors } from '../errors.ts';
import type { RawObject } from '../git/object.ts';
import type { Applier } from './apply.ts';
import { withCanaries } from './canaries.ts';
import { type Converged, convergeTargets } from './converge.ts';
import type { DesiredState } from './desired.ts';
import { SoundPlanner } from './fault-isolation.ts';
import type { LedgerCommit } from './ledger/draft.ts';
import type { Observation } from './observation.ts';
import { contentIn, isUnversioned, noContent, peeled, runningOf, seedCommits } from './record.ts';
import { recreated } from './recreate.ts';
import type { Session } from './session.ts';
import { errorsOf, recordHolds } from './unrecorded-holds.ts';

/** What is to be done to the tags of an environment. */
export interface Intent {
  readonly kind: Extract<MoveKind, 'promote' | 'rollback' | 'restore'>;
  readonly choices: readonly Choice[];
  /** Tags that are to be deleted, by an input that says so. */
  readonly removals: readonly { readonly component: Component; readonly environment: string; readonly ref: TagRef }[];
  /** The tags stay where they are, since they cannot be moved: KV is held back from them. */
  readonly holds?: boolean;
  /** What the gate saw that asks for it. */
  readonly gate?: GateRecord;
  /** What a restore brings back. */
  readonly restored?: Restored;
  /** How many users are to get canaries from now on. */
  readonly shares?: readonly NewShare[];
  /** Versions that are not to be chosen any more where they did not run. */
  readonly quarantines?: readonly (Place & { readonly version: string })[];
}

/** How many users of an environment are to get what the tag of its canary stands for. */
export interface NewShare extends Place, Omit<Share, 'live'> {
  /** The tag of the canary. */
  readonly tag: TagRef;
  /** The tag of the live environment. */
  readonly live: TagRef;
}

/** How a move is made. */
export interface MoveOptions {
  /** How long to try, in milliseconds. */
  readonly limitMs?: number;
  /** Called as soon as tags and ledger have moved. */
  readonly onLanded?: () => void;
  /** Why, where nobody gave a reason. */
  readonly reason?: string;
  /** What has looked at KV already. */
  readonly applier?: Applier;
}

/** Decides from the ledger and the tags as they are; called again after a lost race. */
export type Decide = (view: Observation) => Promise<Intent>;

/** What became of an intent. */
export type MoveOutcome =
  | (Converged & {
      /** `moved`: tags and ledger moved, and KV followed. `synced`: there was nothing to move, and KV is as the tags say. */
      readonly kind: 'moved' | 'synced';
      readonly intent: Intent;
    })
  /** Somebody else moved one of the tags meanwhile; nothing was touched. */
  | { readonly kind: 'superseded'; readonly tag: string };

/**
 * Moves environment tags and brings KV along: everything is decided and checked first, KV's owners included; then tags
 * and ledger move in one push, all or none, and only from where they were read; then KV is written until it is as the
 * ledger and the tags say, and that it was is recorded.
 *
 * @param begun as it was when the applier began: a tag that is elsewhere by the time of the push was moved by somebody else
 * @param targets everything that is to be in KV, moved or not
 * @throws TagshipErrors also `tag-held`, where KV holds one of them and the ledger cannot record it
 */
export async function move(
  session: Session,
  begun: Observation,
  targets: readonly Target[],
  decide: Decide,
  { limitMs, onLanded, reason, applier = session.newApplier() }: MoveOptions = {},
): Promise<MoveOutcome> {
  let draft = await draftOf(session, begun, await decide(begun), targets, applier);
  const adopted = await recordHolds(session, begun, draft.targets, draft.plans, applier);
  if (adopted.failures.length > 0) {
    throw new TagshipErrors(errorsOf(adopted));
  }
  if (adopted.view !== undefined) {
    draft = await draftOf(session, adopted.view, await decide(adopted.view), targets, applier);
  }
  const view = adopted.view ?? begun;
  const { intent } = draft;
  const planFor = async (now: Observation) => await planOf(session, draft.targets, now);
  if (!draft.moves || session.settings.dryRun) {
    const first = { plans: draft.plans, observed: draft.supposed };
    const converged = await convergeTargets(session, applier, draft.targets, first, planFor);
    return { kind: draft.moves ? 'moved' : 'synced', intent, ...converged };
  }

  const appended = await session.append(
    view,
    targets,
    async (now) => {
      if (now !== view) {
        const elsewhere = firstMoved(view, now, intent);
        if (elsewhere !== undefined) {
          return { kind: 'superseded', tag: elsewhere };
        }
        draft = await draftOf(session, now, await decide(now), targets, applier);
      }
      return { kind: 'write', commits: await commitsOf(session, draft) };
    },
    { limitMs, reason },
  );
  if (appended.kind === 'superseded') {
    return appended;
  }
  onLanded?.();
  // What was planned before the push is what is to be in KV now, and the index can say after which ledger commit.
  const { ledger, tags } = appended;
  await ledger?.load([SHARES_FILE]);
  const supposed = suppose(draft.view, draft, { tags, heldSince: ledger?.number });
  const landed: Observation = { ...supposed, ledger, shares: ledger?.shares() ?? {} };
  const converged = await followed(async () => {
    const first = { plans: await planFor(landed), observed: landed };
    return await convergeTargets(session, applier, draft.targets, first, planFor);
  });
  const warnings = [...warningsOf(draft.landings), ...converged.warnings];
  return { kind: 'moved', intent: draft.intent, ...converged, warnings };
}

/** The reader of a failure has to know that the tags have moved. */
async function followed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new TagshipErrors(
      inContext(
        error,
        (what) => `The tags have moved, but KV could not follow: ${what}`,
        (remedy) => `${remedy} Running it again moves no tag twice and brings KV to where the tags are.`,
      ),
    );
  }
}

/** A tag as it is going to be. */
interface Landing {
  readonly choice: Choice;
  /** What the new tag wraps. */
  readonly wraps: { readonly oid: string; readonly type: 'commit' | 'tag' };
  readonly commit: string;
  /** Objects that were made because the repository has none any more. */
  readonly made: readonly RawObject[];
  /** The tag stands there already, and KV was held back from it. */
  readonly endsHold: boolean;
  /** The tag stays where it is, and KV is held back from it. */
  readonly holds: boolean;
  /** What running work is to do. */
  readonly inFlight: InFlight | undefined;
}

/** Everything about a move that is known before it is made. */
export interface Draft {
  readonly intent: Intent;
  readonly moves: boolean;
  readonly targets: readonly Target[];
  readonly view: Observation;
  /** The tags as they will be. */
  readonly supposed: Observation;
  readonly landings: readonly Landing[];
  readonly plans: readonly DesiredState[];
}

/** Plans KV as it will be, and finds every error before anything is touched. */
export async function draftOf(
  session: Session,
  view: Observation,
  wanted: Intent,
  targets: readonly Target[],
  applier: Applier,
): Promise<Draft> {
  const landings: Landing[] = [];
  for (const choice of wanted.choices) {
    const landing = await landingOf(choice, wanted, session);
    if (!isThere(landing)) {
      landings.push(landing);
    }
  }
  const intent = { ...wanted, choices: landings.map(({ choice }) => choice) };
  const all = withCanaries(session, targetsWith(targets, intent), view);
  const supposed = suppose(view, { landings, intent });
  const planner = new SoundPlanner((some, now) => planOf(session, some, now), applier, all);
  const plans = await planner.checked(supposed);
  if (planner.failures.length > 0) {
    throw new TagshipErrors(planner.failures);
  }
  const { choices, removals, shares = [], quarantines = [] } = intent;
  const moves = choices.length + removals.length + shares.length + quarantines.length > 0;
  return { intent, moves, targets: all, view, supposed, landings, plans };
}

/** Whether a version that was brought back before is what runs: its new commit is not the one that is remembered. */
function isThere({ choice: { situation, version }, made }: Landing): boolean {
  const { entry, ref, remembered } = situation;
  return (
    made.length > 0 &&
    speaksOf(entry, ref?.object) &&
    entry.status !== 'held' &&
    entry.version === version &&
    entry.blob === remembered[version]?.blob
  );
}

export async function planOf(
  session: Session,
  targets: readonly Target[],
  view: Observation,
): Promise<readonly DesiredState[]> {
  // An input that deletes a tag has decided what becomes of its keys.
  const prunes = targets.some(({ deleted }) => deleted === true);
  return await session.plan(targets, view, prunes ? 'prune' : undefined);
}

function targetsWith(targets: readonly Target[], intent: Intent): Target[] {
  const removed = new Set(
    intent.removals.map(({ component, environment }) => `${componentId(component)} ${environment}`),
  );
  return targets.map((target) =>
    removed.has(`${componentId(target.component)} ${target.slot.name}`) ? { ...target, deleted: true } : target,
  );
}

/** The name of a tag that is not where it was when the applier began. */
function firstMoved(then: Observation, now: Observation, intent: Intent): string | undefined {
  for (const { component, environment } of placesOf(intent)) {
    const before = then.tags.get(componentId(component))?.environments.get(environment);
    const after = now.tags.get(componentId(component))?.environments.get(environment);
    if (before?.object !== after?.object) {
      return after?.name ?? before?.name ?? tagName(component, environment);
    }
  }
  return undefined;
}

function tagName({ prefix, type, name }: Component, environment: string): string {
  return `${prefix}/${type}/${name}/${environment}`;
}

/** What is known of a move once it was made. */
interface Made {
  /** The objects of the tags, by name. */
  readonly tags?: ReadonlyMap<string, string>;
  /** Number of the ledger commit that recorded a hold. */
  readonly heldSince?: number | undefined;
}

/** The tags as they will be. */
export function suppose(
  view: Observation,
  { landings, intent: { kind, removals, shares = [] } }: Pick<Draft, 'landings' | 'intent'>,
  { tags: made = new Map(), heldSince }: Made = {},
): Observation {
  const tags = new Map(view.tags);
  const versions = new Map<string, ResolvedVersion>();
  const left = new Map<string, readonly string[]>();
  const change = (component: Component, edit: (environments: Map<string, TagRef>) => void): void => {
    const id = componentId(component);
    const before: ComponentTags = tags.get(id) ?? {
      component,
      environments: new Map(),
      versions: new Map(),
      shadowed: [],
    };
    const environments = new Map(before.environments);
    edit(environments);
    tags.set(id, { ...before, environments });
  };
  for (const { choice, commit, endsHold, holds, inFlight } of landings) {
    const { component, environment, ref, current } = choice.situation;
    const name = ref?.name ?? tagName(component, environment);
    if (kind === 'rollback' && current !== undefined) {
      left.set(tagName(component, environment), [current]);
    }
    const resolved: ResolvedVersion = {
      version: choice.version,
      by: 'ledger',
      ...(inFlight === undefined ? {} : { inFlight }),
    };
    if (holds && ref !== undefined) {
      const since = heldSince === undefined ? {} : { heldSince };
      versions.set(`${name} ${ref.object}`, { ...resolved, held: commit, ...since });
      continue;
    }
    // Before the push no object has a name yet; what it will be called changes nothing about KV.
    const object = made.get(name) ?? (endsHold && ref !== undefined ? ref.object : `to-be ${name}`);
    versions.set(`${name} ${object}`, resolved);
    change(component, (environments) => environments.set(environment, { name, object, commit }));
  }
  for (const { component, environment } of removals) {
    change(component, (environments) => environments.delete(environment));
  }
  return {
    ...view,
    tags,
    versionOf: (component, ref) => versions.get(`${ref.name} ${ref.object}`) ?? view.versionOf(component, ref),
    quarantined: (component, environment) => [
      ...view.quarantined(component, environment),
      ...(left.get(tagName(component, environment)) ?? []),
    ],
    shares: sharesWith(view.shares, shares, landings),
  };
}

/** The list of shares as it will be. */
function sharesWith(before: Shares, changes: readonly NewShare[], landings: readonly Landing[]): Shares {
  const shares = new Map(Object.entries(before));
  for (const { choice } of landings) {
    const { component, environment } = choice.situation;
    for (const canary of [environment, ...canariesOf(before, component, environment)]) {
      shares.delete(entryPath(canary, component));
    }
  }
  for (const { component, environment, of, share, step, tag, live } of changes) {
    const path = entryPath(environment, component);
    const told = { of, share, step, since: '', version: '', tag: tag.object, live: live.object };
    if (share > 0) {
      shares.set(path, told);
    } else {
      shares.delete(path);
    }
  }
  return Object.fromEntries(shares);
}

/**
 * What a new environment tag wraps: the version's tag, as Edgit does it, also when its ref was deleted but the object is
 * there; else the commit; and where that was collected as well, a commit made of what the ledger kept.
 */
async function landingOf(choice: Choice, { kind, holds = false }: Intent, session: Session): Promise<Landing> {
  const { tag, commit, fromMemory, situation } = choice;
  const isTag = tag !== undefined && tag !== commit;
  const wraps = isTag ? ({ oid: tag, type: 'tag' } as const) : ({ oid: commit, type: 'commit' } as const);
  const endsHold = situation.entry?.status === 'held' && situation.ref?.commit === commit;
  const inFlight = kind === 'rollback' ? session.config.environments[situation.environment]?.['in-flight'] : undefined;
  const plain: Landing = { choice, wraps, commit, made: [], endsHold, holds, inFlight };
  if (!fromMemory) {
    return plain;
  }
  const { repository } = session;
  if ((await repository.read(commit))?.type !== 'commit') {
    const made = await recreated(choice, repository);
    repository.add(made);
    const oid = made.at(-1)?.oid ?? '';
    return { ...plain, wraps: { oid, type: 'commit' }, commit: oid, made };
  }
  // What the ledger says of a tag object is no reason to put another commit there.
  const isNear = isTag && (await peeled(repository, tag)) === commit;
  return isNear ? plain : { ...plain, wraps: { oid: commit, type: 'commit' } };
}

/** What is to be written with a move: first what was moved by hand and not recorded, or nobody could say later that it ran. */
async function commitsOf(session: Session, draft: Draft): Promise<LedgerCommit[]> {
  const { intent, view, landings } = draft;
  return [
    ...(await seedCommits(session, view)),
    { events: await unrecordedOf(session, view, intent), others: true },
    {
      events: [
        ...landings.map((landing) => moveEvent(landing, intent.kind, session, draft)),
        ...intent.removals.map(({ component, environment }) => ({ kind: 'removed' as const, component, environment })),
        ...(intent.shares ?? []).map(shareEvent),
        ...(intent.quarantines ?? []).map((one) => ({ kind: 'quarantined' as const, ...one })),
      ],
      removals: intent.removals.map(({ ref }) => ref),
      objects: landings.flatMap(({ made }) => made),
    },
  ];
}

async function unrecordedOf({ config, content }: Session, view: Observation, intent: Intent): Promise<LedgerEvent[]> {
  const events: LedgerEvent[] = [];
  for (const { component, environment } of placesOf(intent)) {
    const target = environmentTarget(component, environment);
    const bare = runningOf(target, view, config.unversioned, noContent);
    if (!isUnversioned(target, view, bare)) {
      const running =
        bare === undefined ? undefined : { ...bare, ...(await content.find(component, bare.commit, config.paths)) };
      events.push({ kind: 'unrecorded', component, environment, running, tags: undefined });
    }
  }
  return events;
}

function shareEvent({ component, environment, tag, live, ...share }: NewShare): LedgerEvent {
  return { kind: 'shared', component, environment, tag: tag.object, share: { ...share, live: live.object } };
}

function placesOf({ choices, removals, shares = [], quarantines = [] }: Intent): Place[] {
  return [
    ...choices.map(({ situation: { component, environment } }) => ({ component, environment })),
    ...removals,
    ...shares.flatMap(({ component, environment, of }) => [
      { component, environment },
      { component, environment: of },
    ]),
    ...quarantines,
  ];
}

function moveEvent(landing: Landing, move: Intent['kind'], session: Session, draft: Draft): TagMoved {
  const { choice, commit, endsHold, holds, inFlight, wraps } = landing;
  const { component, environment, ref, current } = choice.situation;
  const target = environmentTarget(component, environment);
  const planned = runningOf(target, draft.supposed, session.config.unversioned, contentIn(draft.plans));
  const rollback = { left: current, leftTag: ref?.object, inFlight, held: holds };
  return {
    kind: 'moved',
    move,
    component,
    environment,
    running: { version: choice.version, commit, blob: planned?.blob ?? null, path: planned?.path ?? null },
    tag:
      endsHold || holds
        ? (ref?.object ?? '')
        : { name: ref?.name ?? tagName(component, environment), from: ref?.object, wraps },
    ...(move === 'rollback' ? { rollback, gate: draft.intent.gate } : {}),
    restored: draft.intent.restored,
    ...(move === 'promote' ? {} : { track: trackOf(landing, session) }),
    overridden: choice.overridden,
    tags: draft.view.tags.get(componentId(component)),
  };
}

/** What the track of an environment is when something goes back there; undefined where it has none. */
function trackOf({ choice: { situation } }: Landing, { config }: Session): TrackMark | undefined {
  const range = config.environments[situation.environment]?.track;
  return range === undefined ? undefined : markOf(range, [...situation.versions.keys()]);
}

const PASSED_OVER: Readonly<Record<PassedOver['why'], string>> = {
  unconfirmed:
    'only the ledger knows it, and neither a version tag nor the default branch confirms it. Look at what it is; `override: unanchored` with a `reason` accepts it.',
  moved:
    'its tag is not where the ledger has it. Look at both commits; `override: moved-version` with a `reason` accepts where the tag is.',
};

function warningsOf(landings: readonly Landing[]): string[] {
  return landings.flatMap(({ choice, made }) => {
    const id = componentId(choice.situation.component);
    const passedOver = choice.passedOver.map(
      ({ version, why }) => `\`${id}\` ${version} was passed over: ${PASSED_OVER[why]}`,
    );
    if (made.length > 0) {
      return [
        ...passedOver,
        `The tag of \`${id}\` ${choice.version} was deleted and its commit is gone: its content was brought back from what the ledger kept, in a new commit.`,
      ];
    }
    return choice.fromMemory
      ? [
          ...passedOver,
          `The tag of \`${id}\` ${choice.version} was deleted: it is brought back from commit ${choice.commit.slice(0, 12)}, which the ledger remembers.`,
        ]
      : passedOver;
  });
}

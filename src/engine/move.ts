import { type Component, componentId } from '../domain/component.ts';
import type { ComponentTags, ResolvedVersion, TagRef } from '../domain/component-tags.ts';
import { type RawObject, type Signature, tagObject } from '../domain/git-object.ts';
import type { Entry, InFlight, MoveKind } from '../domain/ledger/entry.ts';
import {
  moved,
  type Running,
  removed,
  rolledBack,
  type Stamp,
  speaksOf,
  unrecorded,
} from '../domain/ledger/transition.ts';
import type { Choice, PassedOver } from '../domain/moves.ts';
import type { Target } from '../domain/projection.ts';
import { TagshipError, TagshipErrors, TransientError, toTagshipErrors } from '../errors.ts';
import type { RefUpdate } from '../ports/repository.ts';
import { adoptHolds, errorsOf } from './held-in-kv.ts';
import type { StepMaker } from './ledger/append.ts';
import type { EntryChange } from './ledger/compose.ts';
import type { LedgerSnapshot } from './ledger/snapshot.ts';
import type { NamespacePlan } from './plan.ts';
import {
  type ComponentNews,
  changeOf,
  contentIn,
  isUnversioned,
  newsIn,
  newsOf,
  noContent,
  pathsOf,
  peeled,
  runningOf,
  seedStep,
} from './record.ts';
import { revived } from './revive.ts';
import type { Session } from './session.ts';
import { type Settled, settle } from './settle.ts';
import { SoundPlanner } from './sound.ts';
import type { SyncRun } from './sync.ts';
import type { View } from './view.ts';

/** What is to be done to the tags of an environment. */
export interface Intent {
  readonly kind: Extract<MoveKind, 'promote' | 'rollback' | 'restore'>;
  readonly choices: readonly Choice[];
  /** Tags that are to be deleted, by an input that says so. */
  readonly removals: readonly { readonly component: Component; readonly environment: string; readonly ref: TagRef }[];
  /** The tags stay where they are, since they cannot be moved: KV is held back from them. */
  readonly holds?: boolean;
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
  readonly run?: SyncRun;
}

/** Decides from the ledger and the tags as they are; called again after a lost race. */
export type Decide = (view: View) => Promise<Intent>;

/** What became of an intent. */
export type MoveOutcome =
  | (Settled & {
      /** `moved`: tags and ledger moved, and KV followed. `synced`: there was nothing to move, and KV is as the tags say. */
      readonly kind: 'moved' | 'synced';
      readonly intent: Intent;
    })
  /** Somebody else moved one of the tags meanwhile; nothing was touched. */
  | { readonly kind: 'superseded'; readonly tag: string };

/**
 * Moves environment tags and brings KV along: everything is decided and checked first, KV's owners included; then tags
 * and ledger move in one push, all or none, and only from where they were read; then KV is written until it is as the
 * ledger and the tags say, and the ledger is told that it was.
 *
 * @param view as it was when the run began: a tag that is elsewhere by the time of the push was moved by somebody else
 * @param targets everything that is to be in KV, moved or not
 * @throws TagshipErrors also `tag-held`, where KV holds one of them and the ledger cannot record it
 */
export async function move(
  session: Session,
  view: View,
  targets: readonly Target[],
  decide: Decide,
  { limitMs, onLanded, reason, run = session.newSync() }: MoveOptions = {},
): Promise<MoveOutcome> {
  let draft = await draftOf(session, view, await decide(view), targets, run);
  const adopted = await adoptHolds(session, view, targets, draft.plans, run);
  if (adopted.failures.length > 0) {
    throw new TagshipErrors(errorsOf(adopted));
  }
  if (adopted.view !== undefined) {
    draft = await draftOf(session, adopted.view, await decide(adopted.view), targets, run);
  }
  const { intent } = draft;
  const planFor = async (now: View) => await planOf(session, draft.targets, now);
  if (!draft.moves || session.settings.dryRun) {
    const settled = await settle(session, run, draft.targets, draft.supposed, draft.plans, planFor);
    return { kind: draft.moves ? 'moved' : 'synced', intent, ...settled };
  }

  const tagged = new Map<string, string>();
  let first = true;
  const appended = await session.append(
    async (ledger) => {
      if (!first) {
        const now = (await session.lookAfter(ledger, targets)).view;
        const elsewhere = firstMoved(view, now, intent);
        if (elsewhere !== undefined) {
          return { kind: 'superseded', tag: elsewhere };
        }
        draft = await draftOf(session, now, await decide(now), targets, run);
      }
      first = false;
      return { kind: 'write', steps: stepsOf(session, draft, tagged) };
    },
    { known: { ledger: draft.view.ledger }, limitMs, reason },
  );
  if (appended.kind === 'superseded') {
    return appended;
  }
  onLanded?.();
  // What was planned before the push is what is to be in KV now, and the index can say after which ledger commit.
  const { ledger } = appended;
  const landed: View = { ...suppose(draft.view, draft, { tagged, heldSince: ledger?.number }), ledger };
  const settled = await followed(async () =>
    settle(session, run, draft.targets, landed, await planFor(landed), planFor),
  );
  const warnings = [...warningsOf(draft.landings), ...settled.warnings];
  return { kind: 'moved', intent: draft.intent, ...settled, warnings };
}

/** Whoever reads of a failure has to know that the tags have moved. */
async function followed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TagshipError || error instanceof TagshipErrors || error instanceof TransientError)) {
      throw error;
    }
    throw new TagshipErrors(
      toTagshipErrors(error).map(
        ({ code, what, remedy, location }) =>
          new TagshipError(
            code,
            `The tags have moved, but KV could not follow: ${what}`,
            `${remedy} Running it again moves no tag twice and brings KV to where the tags are.`,
            { location, cause: error },
          ),
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
  readonly view: View;
  /** The tags as they will be. */
  readonly supposed: View;
  readonly landings: readonly Landing[];
  readonly plans: readonly NamespacePlan[];
}

/** Plans KV as it will be, and finds every error before anything is touched. */
export async function draftOf(
  session: Session,
  view: View,
  wanted: Intent,
  targets: readonly Target[],
  run: SyncRun,
): Promise<Draft> {
  const landings: Landing[] = [];
  for (const choice of wanted.choices) {
    const landing = await landingOf(choice, wanted, session);
    if (!isThere(landing)) {
      landings.push(landing);
    }
  }
  const intent = { ...wanted, choices: landings.map(({ choice }) => choice) };
  const all = targetsWith(targets, intent);
  const supposed = suppose(view, { landings, intent });
  const planner = new SoundPlanner((some, now) => planOf(session, some, now), run, all);
  const plans = await planner.checked(supposed);
  if (planner.failures.length > 0) {
    throw new TagshipErrors(planner.failures);
  }
  const moves = intent.choices.length + intent.removals.length > 0;
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
  view: View,
): Promise<readonly NamespacePlan[]> {
  // Whoever has a tag deleted by an input has decided what becomes of its keys.
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

/** The name of a tag that is not where it was when the run began. */
function firstMoved(then: View, now: View, intent: Intent): string | undefined {
  const concerned = [
    ...intent.choices.map(({ situation: { component, environment } }) => ({ component, environment })),
    ...intent.removals,
  ];
  for (const { component, environment } of concerned) {
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
  readonly tagged?: ReadonlyMap<string, string>;
  /** Number of the ledger commit that recorded a hold. */
  readonly heldSince?: number | undefined;
}

/** The tags as they will be. */
export function suppose(
  view: View,
  { landings, intent: { kind, removals } }: Pick<Draft, 'landings' | 'intent'>,
  { tagged = new Map(), heldSince }: Made = {},
): View {
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
    const object = tagged.get(name) ?? (endsHold && ref !== undefined ? ref.object : `to-be ${name}`);
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
  };
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
    const made = await revived(choice, repository);
    repository.add(made);
    const oid = made.at(-1)?.oid ?? '';
    return { ...plain, wraps: { oid, type: 'commit' }, commit: oid, made };
  }
  // What the ledger says of a tag object is no reason to put another commit there.
  const isNear = isTag && (await peeled(repository, tag)) === commit;
  return isNear ? plain : { ...plain, wraps: { oid: commit, type: 'commit' } };
}

export function stepsOf(session: Session, draft: Draft, tagged: Map<string, string>): StepMaker[] {
  return [
    seedStep(session, draft.view, new Set()),
    unrecordedStep(session, draft.view, draft.intent),
    moveStep(session, draft, tagged),
  ];
}

/** What was moved by hand and not recorded is told first, or nobody could say later that it ran. */
function unrecordedStep(session: Session, view: View, intent: Intent): StepMaker {
  const { config, content } = session;
  return async (ledger) => {
    if (ledger === undefined) {
      return () => undefined;
    }
    const places = placesOf(intent);
    await ledger.load(pathsOf(places));
    const found: (Place & { readonly running: Running | undefined })[] = [];
    for (const { component, slot } of places) {
      const bare = runningOf({ component, slot }, view, config.unversioned, noContent);
      const running =
        bare === undefined ? undefined : { ...bare, ...(await content.find(component, bare.commit, config.paths)) };
      if (!isUnversioned({ component, slot }, view, running)) {
        found.push({ component, slot, running });
      }
    }
    return (stamp) => {
      const entries = found.flatMap(({ component, slot, running }): EntryChange[] => {
        const before = ledger.entry(slot.name, component);
        const transition = unrecorded(before, running, { ...stamp, reason: null, override: [] });
        return transition === undefined ? [] : [{ ...transition, environment: slot.name, component }];
      });
      const step = changeOf(entries, [], ledger, false);
      return step === undefined ? undefined : { ...step, others: true };
    };
  };
}

interface Place {
  readonly component: Component;
  readonly slot: { readonly kind: 'environment'; readonly name: string };
}

function placesOf(intent: Intent): Place[] {
  return [
    ...intent.choices.map(({ situation: { component, environment } }) => ({ component, environment })),
    ...intent.removals,
  ].map(({ component, environment }) => ({ component, slot: { kind: 'environment', name: environment } }));
}

/** @param tagged gets the objects of the tags that are made */
function moveStep(session: Session, draft: Draft, tagged: Map<string, string>): StepMaker {
  const { intent, view, landings } = draft;
  return async (ledger) => {
    await ledger?.load(pathsOf(placesOf(intent)));
    return (stamp) => {
      const entries: EntryChange[] = [];
      const updates: RefUpdate[] = [];
      const objects: RawObject[] = [];
      const news = new Map<string, ComponentNews>();
      for (const landing of landings) {
        const { component, environment, ref } = landing.choice.situation;
        const moves = tagMove(landing, stamp, session);
        objects.push(...landing.made, ...moves.map(({ object }) => object));
        updates.push(...moves.map(({ update }) => update));
        for (const { name, object } of moves) {
          tagged.set(name, object.oid);
        }
        const running = runningAfter(landing, moves[0]?.object.oid ?? ref?.object ?? '', session, draft);
        const before = ledger?.entry(environment, component);
        const entry = entryOf(intent.kind, before, running, landing, stamp);
        entries.push({ event: landing.holds ? 'held' : 'moved', environment, component, entry });
        const tags = view.tags.get(componentId(component));
        const items = newsIn(news, component, tags);
        // The tag that stays is another version's.
        items.push(...newsOf({ ...running, isHeld: landing.holds }, undefined, tags));
      }
      updates.push(
        ...intent.removals.map(({ ref }) => ({ ref: `refs/tags/${ref.name}`, from: ref.object, to: undefined })),
      );
      entries.push(...intent.removals.flatMap((removal) => removalOf(removal, ledger, stamp)));
      const step = changeOf(entries, [...news.values()], ledger, session.settings.acceptMoved);
      return step === undefined ? undefined : { ...step, updates, objects };
    };
  };
}

/** The new environment tag of a landing, and where it goes; none where the tag stays. */
function tagMove(
  landing: Landing,
  stamp: Stamp,
  session: Session,
): { readonly name: string; readonly object: RawObject; readonly update: RefUpdate }[] {
  const { component, environment, ref } = landing.choice.situation;
  if (landing.endsHold || landing.holds) {
    return [];
  }
  const name = ref?.name ?? tagName(component, environment);
  const object = environmentTag(name, landing, stamp, session);
  return [{ name, object, update: { ref: `refs/tags/${name}`, from: ref?.object, to: object.oid } }];
}

function removalOf(
  { component, environment }: Intent['removals'][number],
  ledger: LedgerSnapshot | undefined,
  stamp: Stamp,
): EntryChange[] {
  const before = ledger?.entry(environment, component);
  return before === undefined ? [] : [{ event: 'moved', environment, component, entry: removed(before, stamp) }];
}

/** What an environment will run, with the content that was planned for it. */
function runningAfter({ choice, commit }: Landing, tag: string, session: Session, draft: Draft): Running {
  const { component, environment } = choice.situation;
  const slot = { kind: 'environment', name: environment } as const;
  const planned = runningOf({ component, slot }, draft.supposed, session.config.unversioned, contentIn(draft.plans));
  return { version: choice.version, commit, tag, blob: planned?.blob ?? null, path: planned?.path ?? null };
}

function entryOf(
  kind: Intent['kind'],
  before: Entry | undefined,
  running: Running,
  { choice, inFlight, holds }: Landing,
  stamp: Stamp,
): Entry {
  const own = { ...stamp, override: choice.overridden };
  return kind === 'rollback'
    ? rolledBack(
        before,
        running,
        { left: choice.situation.current, leftTag: choice.situation.ref?.object, inFlight, held: holds },
        own,
      )
    : moved(before, kind, running, 'pending', own);
}

/**
 * An environment tag as Edgit writes it: annotated, around the version's tag. The number of the ledger commit makes its
 * object one of its own: a tag that comes back to a version is never taken for the one that was there before.
 */
function environmentTag(name: string, { choice, wraps }: Landing, stamp: Stamp, session: Session): RawObject {
  const { component, environment } = choice.situation;
  return tagObject({
    target: wraps.oid,
    targetType: wraps.type,
    name,
    tagger: signatureOf(session, stamp),
    message: `Set ${componentId(component)} ${environment} to ${choice.version}\n\nLedger: ${stamp.seq}`,
  });
}

function signatureOf({ settings }: Session, stamp: Stamp): Signature {
  const { actor, email } = settings.author;
  return { name: actor ?? 'unknown', email, time: Date.parse(stamp.at) / 1000 };
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

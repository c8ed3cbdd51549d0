import { componentId, singularType } from '../../domain/component.ts';
import type { ComponentTags, TagState } from '../../domain/component-tags.ts';
import type { Config } from '../../domain/config.ts';
import { INDEX_KEY } from '../../domain/key.ts';
import { strayHold } from '../../domain/ledger/holds.ts';
import { speaksOf } from '../../domain/ledger/transition.ts';
import { versionMoved } from '../../domain/moved-version.ts';
import { planList, planShare } from '../../domain/planned-key.ts';
import { projectIndex } from '../../domain/projected-index.ts';
import {
  type Projection,
  type ProjectionPolicy,
  projectTargets,
  type Target,
  targetsIn,
  type WantedKey,
} from '../../domain/projection.ts';
import type { Expected } from '../../domain/reconcile/drift.ts';
import { TagshipError } from '../../errors.ts';
import { blobName } from '../../git/object.ts';
import { policyOf } from '../desired.ts';
import type { Observation } from '../observation.ts';
import type { Placement } from '../session.ts';

/**
 * How long a read of KV may still answer what was there before, as far as a reconcile is careful, in milliseconds:
 * Cloudflare speaks of 60 s or more.
 */
export const RECENT_MS = 5 * 60 * 1000;

/** A key that is to be in a namespace. There are as many as keys, so it holds no more than it has to. */
export interface Expectation {
  /** `type/name`; undefined for the index. */
  readonly component: string | undefined;
  /** What stands under it, for a key of content. */
  readonly wanted: WantedKey | undefined;
  /** The Git object of what stands under it, for a list or an index. */
  readonly blob: string | undefined;
  /** It moved a moment ago, or the ledger does not know of it: whatever a read says, it is written. */
  readonly forced: boolean;
}

/** An index without an environment: a deploy of versions alone writes none, so none is missed. */
const EMPTY_INDEX = blobName(new TextEncoder().encode('{}'));

/** Whether nothing at all may stand there as well. */
export function mayBeMissing({ component, blob }: Expectation): boolean {
  return component === undefined && blob === EMPTY_INDEX;
}

/** What the metadata of a key is to say. */
export function expectedOf({ wanted, blob }: Expectation, view: Observation): Expected {
  if (wanted === undefined) {
    return { kind: 'text', blob: blob ?? '' };
  }
  const { version, commit, marks, component } = wanted;
  const told = view.remembered(component)[version];
  return {
    kind: 'content',
    sha: commit,
    version,
    type: singularType(component.type),
    marks,
    blob: told?.commit === commit ? (told.blob ?? undefined) : undefined,
  };
}

/** What is expected of one namespace. */
export interface Expectations {
  readonly namespace: string;
  readonly policy: ProjectionPolicy;
  readonly keys: ReadonlyMap<string, Expectation>;
  /** Keys that are asked for and that nobody asked about. */
  readonly ignored: ReadonlySet<string>;
  /** Components whose tags cannot be understood, and why. */
  readonly problems: ReadonlyMap<string, TagshipError>;
  /** Version tags that moved, also those that keep no key. */
  readonly moved: readonly TagshipError[];
}

/** What decides over what is expected, beside the ledger and the tags. */
export interface ExpectationOptions {
  /** One environment; undefined for all. */
  readonly environment: string | undefined;
  /** Milliseconds since the epoch, by the clock that the ledger goes by. */
  readonly now: number;
}

/** Computes what a namespace is to hold, without reading any content. */
export function expectationsOf(
  namespace: string,
  view: Observation,
  { planSettings }: Placement,
  { environment, now }: ExpectationOptions,
): Expectations {
  const policy = policyOf(namespace, view, planSettings);
  const keys = new Map<string, Expectation>();
  const ignored = new Set<string>();
  const problems = new Map<string, TagshipError>();
  const moved: TagshipError[] = [];
  let movedLately = false;
  for (const [id, tags] of view.tags) {
    if (tags.component.prefix !== 'components') {
      continue;
    }
    const { projection, problem } = answerable(tags, view.tags, policy);
    if (problem !== undefined) {
      problems.set(id, problem);
    }
    const told = recentMovesOf(tags, view, policy, planSettings.config.environments, now);
    if (told instanceof TagshipError) {
      problems.set(id, told);
      // What the ledger knows of it is unknown, so its keys stay as they are.
      addAll(ignored, projection);
      continue;
    }
    const { recent } = told;
    moved.push(...told.moved);
    movedLately ||= recent.size > 0;
    const expect = expecterOf(id, tags, view, recent);
    for (const wanted of projection.content) {
      const isAskedAbout =
        environment === undefined || wanted.slot === environment || isBeside(wanted, environment, policy, tags);
      if (wanted.role === 'environment' && !isAskedAbout) {
        ignored.add(wanted.key);
      } else {
        keys.set(wanted.key, expect(wanted));
      }
    }
    for (const list of projection.lists) {
      const { metadata } = planList(list, planSettings.repositoryName);
      keys.set(list.key, text(String(metadata.blob), id, false));
    }
    for (const one of projection.shares) {
      const { metadata } = planShare(one, planSettings.repositoryName);
      keys.set(one.key, text(String(metadata.blob), id, recent.has(one.environment)));
    }
  }
  const index = new TextEncoder().encode(projectIndex(view.tags, policy));
  keys.set(INDEX_KEY, text(blobName(index), undefined, movedLately));
  return { namespace, policy, keys, ignored, problems, moved };
}

/** Whether users of the one environment get what the other one runs, so that only both together can be compared. */
function isBeside(
  { marks, slot }: WantedKey,
  environment: string,
  policy: ProjectionPolicy,
  tags: ComponentTags,
): boolean {
  return marks.canary === environment || policy.shareOf(tags, environment)?.canary === slot;
}

/** What is known of the wishes of a component, and why the rest cannot. */
export interface Answerable {
  readonly targets: readonly Target[];
  /** What these ask for. */
  readonly projection: Projection;
  readonly problem: TagshipError | undefined;
}

/**
 * All that a namespace is concerned with of a component; where one tag of it cannot be answered, the others all the same.
 */
export function answerable(tags: ComponentTags, state: TagState, policy: ProjectionPolicy): Answerable {
  const project = (targets: readonly Target[]): Projection | TagshipError => projectionOf(targets, state, policy);
  const all = targetsIn(tags, policy);
  const whole = project(all);
  if (!(whole instanceof TagshipError)) {
    return { targets: all, projection: whole, problem: undefined };
  }
  const sound = all.filter((target) => !(project([target]) instanceof TagshipError));
  const rest = project(sound);
  return rest instanceof TagshipError
    ? { targets: [], projection: projectTargets([], state, policy), problem: whole }
    : { targets: sound, projection: rest, problem: whole };
}

function projectionOf(
  targets: readonly Target[],
  state: TagState,
  policy: ProjectionPolicy,
): Projection | TagshipError {
  try {
    return projectTargets(targets, state, policy);
  } catch (error) {
    return thrownProblem(error);
  }
}

function thrownProblem(error: unknown): TagshipError {
  if (error instanceof TagshipError) {
    return error;
  }
  throw error;
}

function addAll(ignored: Set<string>, { content }: Projection): void {
  for (const { key } of content) {
    ignored.add(key);
  }
}

/** What the ledger says of a component; or why that cannot be read. */
function recentMovesOf(
  tags: ComponentTags,
  view: Observation,
  policy: ProjectionPolicy,
  rules: Config['environments'],
  now: number,
): { readonly recent: ReadonlySet<string>; readonly moved: readonly TagshipError[] } | TagshipError {
  try {
    const recent = new Set([...recentIn(tags, view, policy, now), ...resharedIn(tags, view, rules, now)]);
    return { recent, moved: policy.acceptMoved ? [] : movedIn(tags, view) };
  } catch (error) {
    return thrownProblem(error);
  }
}

/** The version tags of a component that stand elsewhere than the ledger remembers. */
function movedIn({ component, versions }: ComponentTags, view: Observation): TagshipError[] {
  const known = view.remembered(component);
  return [...versions].flatMap(([version, ref]) => {
    const remembered = known[version]?.commit;
    return remembered === undefined || remembered === ref.commit ? [] : [versionMoved(ref, version, remembered)];
  });
}

/** The environments whose tag moved a moment ago, or moved without the ledger's knowing, or whose move is not finished. */
function recentIn(tags: ComponentTags, view: Observation, policy: ProjectionPolicy, now: number): ReadonlySet<string> {
  const recent = new Set<string>();
  for (const [environment, ref] of tags.environments) {
    if (!policy.holds(environment)) {
      continue;
    }
    const entry = view.ledger?.entry(environment, tags.component);
    const isKnown = speaksOf(entry, ref.object) && entry.status !== 'pending';
    const at = entry?.at == null ? Number.NEGATIVE_INFINITY : Date.parse(entry.at);
    // What stands for no version is not deployed, so it is not reported either, and nothing of it is in KV.
    const isNothing = policy.unversioned === 'error' && policy.versionOf(tags, ref) === undefined;
    if (!isNothing && (!isKnown || at > now - RECENT_MS)) {
      recent.add(environment);
    }
  }
  return recent;
}

/** The live environments of which another part of the users gets a canary since a moment ago, or nobody knows. */
function resharedIn(
  { component, environments }: ComponentTags,
  view: Observation,
  rules: Config['environments'],
  now: number,
): string[] {
  return [...environments.keys()].filter((environment) => {
    const canary = rules[environment]?.canary?.environment;
    const entry = canary === undefined ? undefined : view.ledger?.entry(canary, component);
    if (canary === undefined || entry?.of !== environment) {
      return false;
    }
    const isKnown =
      entry.move === 'remove' || (speaksOf(entry, environments.get(canary)?.object) && entry.status !== 'pending');
    return !isKnown || Date.parse(entry.since ?? '') > now - RECENT_MS;
  });
}

function expecterOf(
  id: string,
  tags: ComponentTags,
  view: Observation,
  recent: ReadonlySet<string>,
): (wanted: WantedKey) => Expectation {
  const running = new Set<string>();
  for (const environment of recent) {
    const ref = tags.environments.get(environment);
    const version = ref === undefined ? undefined : view.versionOf(tags, ref)?.version;
    if (version !== undefined) {
      running.add(version);
    }
  }
  return (wanted) => {
    const { role, slot, version } = wanted;
    const forced =
      role === 'environment' ? recent.has(slot) : role === 'latest' ? recent.size > 0 : running.has(version);
    return { component: id, wanted, blob: undefined, forced };
  };
}

function text(blob: string, component: string | undefined, forced: boolean): Expectation {
  return { component, wanted: undefined, blob, forced };
}

/** Whether a key says of itself that it is held, and the ledger does not know. */
export function isStray({ wanted }: Expectation, metadata: unknown, view: Observation): boolean {
  if (wanted?.role !== 'environment') {
    return false;
  }
  const ref = view.tags.get(componentId(wanted.component))?.environments.get(wanted.slot);
  return strayHold(metadata, ref?.object) !== undefined && wanted.marks.hold === undefined;
}

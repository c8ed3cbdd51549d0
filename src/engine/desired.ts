import type { Component } from '../domain/component.ts';
import type { ComponentTags, ResolvedVersion, TagRef } from '../domain/component-tags.ts';
import type { Config } from '../domain/config.ts';
import { globMatcher } from '../domain/glob.ts';
import { INDEX_KEY, keyReader } from '../domain/key.ts';
import { environmentMatcher } from '../domain/latest.ts';
import { KV_LIMITS } from '../domain/limits.ts';
import {
  type Content,
  type LedgerMark,
  type PlannedKey,
  planIndex,
  planKey,
  planList,
  planShare,
} from '../domain/planned-key.ts';
import { projectIndex } from '../domain/projected-index.ts';
import { type ProjectionPolicy, projectTargets, type Target, type WantedKey } from '../domain/projection.ts';
import { liveShare, livingShares, shareKey } from '../domain/rollout/share.ts';
import { TagshipError } from '../errors.ts';
import type { ContentReader } from './content.ts';
import type { Observation } from './observation.ts';
import { readable } from './trusted-ledger.ts';

/** What one namespace is to hold, with contents. */
export interface DesiredState {
  readonly namespace: string;
  readonly keys: readonly PlannedKey[];
  /** Keys of ours that nothing may stand under. */
  readonly absent: readonly string[];
  /** Keys of deleted tags that stay as they are. */
  readonly left: readonly string[];
  /** The content behind each key, for reports. */
  readonly wanted: ReadonlyMap<string, WantedKey>;
  /** The tags of the components in question, as a short text that differs when one of them moved. */
  readonly inputs?: string;
  /** The ledger says that Tagship put it there and that KV acknowledged it, so what KV has need not be written. */
  readonly acknowledged?: boolean;
}

/** What does not change while a run lasts. */
export interface PlanSettings {
  readonly repositoryName: string;
  readonly config: Config;
  readonly acceptMoved: boolean;
  /** Environments by namespace id. */
  readonly populations: ReadonlyMap<string, ReadonlySet<string>>;
  /** The namespaces that pushed version tags go to; undefined for all. */
  readonly versionNamespaces: ReadonlySet<string> | undefined;
}

/** A part of a namespace. */
export interface KeySelection {
  /** Of all that the targets ask for, only these; the index among them or not. */
  readonly keys: ReadonlySet<string>;
  /** Whether those that nothing asks for are to be removed. */
  readonly removes: boolean;
}

/** What a namespace is to hold, by the policy and by what the ledger and the tags say. */
export function policyOf(namespace: string, view: Observation, settings: PlanSettings): ProjectionPolicy {
  const { config } = settings;
  const pins = config.pins.map(globMatcher);
  const population = settings.populations.get(namespace) ?? new Set<string>();
  const rules = config.environments;
  const canaries = new Set(Object.values(rules).flatMap(({ canary }) => canary?.environment ?? []));
  const holds = (environment: string): boolean => population.has(environment);
  const told = livingShares(view.tags, view.shares, rules, holds).flatMap(({ component, environment, share }) => {
    const key = shareKey(component, environment, rules);
    return key === undefined ? [] : [[key, share] as const];
  });
  const shares = new Map(told);
  return {
    layouts: config.keys,
    readKey: keyReader(config.keys),
    latest: config.latest,
    unversioned: config.unversioned,
    acceptMoved: settings.acceptMoved,
    onDelete: config['on-delete'],
    retention: config.retention,
    versionsIndex: config['versions-index'],
    takesVersions: settings.versionNamespaces === undefined || settings.versionNamespaces.has(namespace),
    pinned: (name) => pins.some((matches) => matches(name)),
    holds,
    versionOf: (tags: ComponentTags, ref: TagRef): ResolvedVersion | undefined => view.versionOf(tags, ref),
    isHeld: (component, environment) => view.ledger?.entry(environment, component)?.status === 'held',
    isLive: environmentMatcher(config.live),
    isCanary: (environment) => canaries.has(environment),
    remembered: (component) => view.remembered(component),
    quarantined: (component, environment) => view.quarantined(component, environment),
    shareOf: (tags, environment) => liveShare(tags, environment, rules[environment]?.canary, view.shares),
    shareKeys: (component) =>
      Object.entries(rules).flatMap(([environment, { canary }]) => {
        const key = shareKey(component, environment, rules);
        if (key === undefined || canary === undefined || !holds(environment)) {
          return [];
        }
        // Where there never was a canary nobody has to know that there is none.
        const had = readable(() => view.ledger?.entry(canary.environment, component))?.of === environment;
        const share = shares.get(key);
        return share === undefined && !had ? [] : [{ environment, key, share: share ?? 0 }];
      }),
  };
}

/**
 * Computes what a namespace is to hold for the targets, contents included. Keys come in the order in which they are
 * written: pinned versions first, the index last, so that nothing is announced before it is there.
 *
 * @param selection of these keys alone; by default of all that the targets ask for
 */
export async function desiredState(
  namespace: string,
  targets: readonly Target[],
  view: Observation,
  settings: PlanSettings,
  content: ContentReader,
  selection?: KeySelection,
): Promise<DesiredState> {
  const { config, repositoryName } = settings;
  const policy = policyOf(namespace, view, settings);
  const projection = projectTargets(targets, view.tags, policy);
  const isChosen = (key: string): boolean => selection === undefined || selection.keys.has(key);
  const chosen = projection.content.filter(({ key }) => isChosen(key));
  const contents = new Map<string, Content>();
  const keys: PlannedKey[] = [];
  for (const wanted of chosen) {
    const found = await contentOf(wanted.component, wanted.commit, contents, content, config.paths);
    keys.push(planKey(wanted, found, repositoryName));
  }
  const lists = projection.lists.filter(({ key }) => isChosen(key));
  keys.push(...lists.map((list) => planList(list, repositoryName)));
  const shares = projection.shares.filter(({ key }) => isChosen(key));
  keys.push(...shares.map((share) => planShare(share, repositoryName)));
  const touchesIndex = targets.some(({ slot, deleted }) => slot.kind === 'environment' || deleted === true);
  const isIndexed = touchesIndex || keys.some(({ role }) => role === 'environment');
  if (selection === undefined ? isIndexed : selection.keys.has(INDEX_KEY)) {
    const { ledger } = view;
    const mark = ledger === undefined ? undefined : { seq: ledger.number, commit: ledger.commit };
    keys.push(index(projectIndex(view.tags, policy), repositoryName, mark));
  }
  const order: Record<PlannedKey['role'], number> = {
    version: 0,
    latest: 1,
    versions: 2,
    environment: 3,
    share: 4,
    index: 5,
  };
  keys.sort((a, b) => order[a.role] - order[b.role]);
  const planned = new Set(keys.map(({ key }) => key));
  const unwanted = [...(selection?.keys ?? [])].filter((key) => !planned.has(key));
  return {
    namespace,
    keys,
    absent: selection === undefined ? projection.absent : selection.removes ? unwanted : [],
    left: selection === undefined ? projection.left : selection.removes ? [] : unwanted,
    wanted: new Map(chosen.map((wanted) => [wanted.key, wanted])),
  };
}

async function contentOf(
  component: Component,
  commit: string,
  contents: Map<string, Content>,
  reader: ContentReader,
  templates: readonly string[],
): Promise<Content> {
  const id = `${component.type}/${component.name} ${commit}`;
  const known = contents.get(id);
  if (known !== undefined) {
    return known;
  }
  const read = await reader.read(component, commit, templates);
  contents.set(id, read);
  return read;
}

function index(json: string, repositoryName: string, mark: LedgerMark | undefined): PlannedKey {
  const planned = planIndex(json, repositoryName, mark);
  if (planned.value.length > KV_LIMITS.value) {
    throw new TagshipError(
      'content-too-large',
      `The index \`${INDEX_KEY}\` would have ${planned.value.length} bytes; Workers KV takes ${KV_LIMITS.value} (25 MiB).`,
      'Delete environment tags nobody uses, or spread the environments over several namespaces.',
    );
  }
  return planned;
}

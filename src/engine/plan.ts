import picomatch from 'picomatch';
import type { Component } from '../domain/component.ts';
import type { ComponentTags, ResolvedVersion, TagRef } from '../domain/component-tags.ts';
import type { Config } from '../domain/config.ts';
import { INDEX_KEY } from '../domain/key.ts';
import { KV_LIMITS } from '../domain/limits.ts';
import {
  type Content,
  type LedgerMark,
  type PlannedKey,
  type ProjectionPolicy,
  planIndex,
  planKey,
  projectIndex,
  projectTargets,
  type Target,
  type WantedKey,
} from '../domain/projection.ts';
import { TagshipError } from '../errors.ts';
import type { ContentReader } from './content.ts';
import type { View } from './view.ts';

/** What one namespace is to hold, with contents. */
export interface NamespacePlan {
  readonly namespace: string;
  readonly keys: readonly PlannedKey[];
  /** Keys of ours that nothing may stand under. */
  readonly absent: readonly string[];
  /** Keys of deleted tags that stay as they are. */
  readonly left: readonly string[];
  /** The content behind each key, for reports. */
  readonly wanted: ReadonlyMap<string, WantedKey>;
  /** The tags of the components in question, as a text that differs when one of them moved. */
  readonly inputs?: string;
  /** The ledger says that Tagship put it there and that KV acknowledged it, so what KV has need not be written. */
  readonly settled?: boolean;
}

/** What does not change while a run lasts. */
export interface PlanSettings {
  readonly repositoryName: string;
  readonly config: Config;
  readonly acceptMoved: boolean;
  /** Environments by namespace id. */
  readonly populations: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * Computes what a namespace is to hold for the targets, contents included. Keys come in the order in which they are
 * written: pinned versions first, the index last, so that nothing is announced before it is there.
 */
export async function planNamespace(
  namespace: string,
  targets: readonly Target[],
  view: View,
  settings: PlanSettings,
  content: ContentReader,
): Promise<NamespacePlan> {
  const { config, repositoryName } = settings;
  const population = settings.populations.get(namespace) ?? new Set<string>();
  const policy: ProjectionPolicy = {
    layouts: config.keys,
    latest: config.latest,
    unversioned: config.unversioned,
    acceptMoved: settings.acceptMoved,
    onDelete: config['on-delete'],
    pinned: (name) => config.pins.some((pin) => pin === name || picomatch.isMatch(name, pin, { dot: true })),
    holds: (environment) => population.has(environment),
    versionOf: (tags: ComponentTags, ref: TagRef): ResolvedVersion | undefined => view.versionOf(tags, ref),
    isHeld: (component, environment) => view.ledger?.entry(environment, component)?.status === 'held',
    remembered: (component, version) => view.remembered(component)[version]?.commit,
  };
  const projection = projectTargets(targets, view.tags, policy);
  const contents = new Map<string, Content>();
  const keys: PlannedKey[] = [];
  for (const wanted of projection.content) {
    keys.push(
      planKey(
        wanted,
        await contentOf(wanted.component, wanted.commit, contents, content, config.paths),
        repositoryName,
      ),
    );
  }
  const touchesIndex = targets.some(({ slot, deleted }) => slot.kind === 'environment' || deleted === true);
  if (touchesIndex || keys.some(({ role }) => role === 'environment')) {
    const { ledger } = view;
    const mark = ledger === undefined ? undefined : { seq: ledger.message.seq, commit: ledger.commit };
    keys.push(index(projectIndex(view.tags, policy), repositoryName, mark));
  }
  const order: Record<PlannedKey['role'], number> = { version: 0, latest: 1, environment: 2, index: 3 };
  keys.sort((a, b) => order[a.role] - order[b.role]);
  return {
    namespace,
    keys,
    absent: projection.absent,
    left: projection.left,
    wanted: new Map(projection.content.map((wanted) => [wanted.key, wanted])),
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

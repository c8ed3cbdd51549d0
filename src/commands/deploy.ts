import { componentId } from '../domain/component.ts';
import { type Config, configRules, inertParts } from '../domain/config.ts';
import type { NamespaceRule } from '../domain/namespace.ts';
import type { Target } from '../domain/projection.ts';
import { isVersion } from '../domain/version.ts';
import { ContentReader } from '../engine/content.ts';
import { Namespaces } from '../engine/namespaces.ts';
import { type NamespacePlan, type PlanSettings, planNamespace } from '../engine/plan.ts';
import { readConfig, readWrangler } from '../engine/policy.ts';
import { type SyncOutcome, sync } from '../engine/sync.ts';
import { completeView, type Listing, listTags, type View } from '../engine/view.ts';
import type { Clock } from '../ports/clock.ts';
import type { Journal } from '../ports/journal.ts';
import type { KvStore } from '../ports/kv.ts';
import type { Repository } from '../ports/repository.ts';
import type { DeletedSlot, DeployedComponent, DeployReport, Notice } from './report.ts';
import { deletedTarget, missingTag, targetOf, targetsOf } from './select.ts';

/** What is to be deployed. */
export type DeployRequest =
  | {
      readonly by: 'tag';
      /** Short name, accepted by `acceptTag`. */
      readonly tag: string;
      /** Whether somebody named it, or the event did: a pushed tag may be gone again. */
      readonly named: boolean;
      /** Whether the event was its deletion. */
      readonly deleted: boolean;
    }
  | { readonly by: 'components'; readonly patterns: readonly string[]; readonly environment: string };

/** The settings of one run. */
export interface DeploySettings {
  readonly repositoryName: string;
  readonly configPath: string;
  /** Namespaces from the input; they go before those of the configuration. */
  readonly namespaces: readonly NamespaceRule[];
  readonly acceptMoved: boolean;
  readonly dryRun: boolean;
  readonly reason: string | undefined;
}

/** The effects of one run. */
export interface DeployPorts {
  readonly repository: Repository;
  readonly kv: KvStore;
  readonly clock: Clock;
  readonly journal: Journal;
}

/**
 * Brings KV to what the tags ask for some components: reads the tags as they are now, the policy from the default
 * branch and the contents at the tagged commits, writes, and reads the tags again until nothing moved meanwhile.
 *
 * @throws TagshipError before the first write, for everything that can be known by then
 */
export async function deploy(
  request: DeployRequest,
  settings: DeploySettings,
  ports: DeployPorts,
): Promise<DeployReport> {
  const started = ports.clock.now();
  const content = new ContentReader(ports.repository);
  const first = await ports.journal.group('Read the tags', async () => {
    const listing = await listTags(ports.repository, content);
    ports.journal.info(`Tags under components/: ${listing.refs.tags.length}. Components: ${listing.tags.size}.`);
    return listing;
  });
  const targets = selectTargets(request, first);
  if (targets.length === 0) {
    const message = `The tag \`${request.by === 'tag' ? request.tag : ''}\` is gone again: nothing to do.`;
    return nothingDone(settings, [{ level: 'notice', message }], ports.clock.now() - started);
  }

  const look = (listing: Listing): Promise<View> =>
    completeView(listing, targets, settings.configPath, ports.repository, content);
  const view = await look(first);
  const config = await readConfig(ports.repository, view.refs.head, settings.configPath);
  const namespaces = new Namespaces([...settings.namespaces, ...configRules(config)], {
    kv: ports.kv,
    clock: ports.clock,
    wrangler: () => readWrangler(ports.repository, view.refs.head),
  });

  let next: View | undefined = view;
  const outcome = await ports.journal.group(settings.dryRun ? 'Plan' : 'Write to KV', () =>
    sync(
      async () => {
        const now = next ?? (await look(await listTags(ports.repository, content)));
        next = undefined;
        return await planAll(targets, now, config, namespaces, settings, content);
      },
      { owners: [settings.repositoryName, ...config.formerly], dryRun: settings.dryRun },
      ports,
    ),
  );
  return {
    command: 'deploy',
    dryRun: settings.dryRun,
    reason: settings.reason,
    deployed: targets.flatMap((target) => describe(target, outcome)),
    deleted: targets.flatMap((target) => describeDeleted(target, outcome)),
    requiresRebuild: false,
    rebuild: [],
    keys: outcome.keys,
    changed: outcome.changed,
    rounds: outcome.rounds,
    durationMs: ports.clock.now() - started,
    notices: [
      ...inertNotices(config),
      ...outcome.warnings.map((message): Notice => ({ level: 'warning', message })),
      ...targets.flatMap((target) => remarks(target, first)),
    ],
  };
}

function selectTargets(request: DeployRequest, listing: Listing): Target[] {
  if (request.by === 'components') {
    return targetsOf(request.patterns, request.environment, listing);
  }
  const target = request.deleted ? deletedTarget(request.tag) : targetOf(request.tag, listing);
  if (target === undefined && request.named) {
    throw missingTag(request.tag, listing);
  }
  return target === undefined ? [] : [target];
}

/**
 * Plans every namespace that the targets concern. Which environments live where is told anew from the view: one that
 * was tagged while the run was under way belongs into the index as well.
 */
async function planAll(
  targets: readonly Target[],
  view: View,
  config: Config,
  namespaces: Namespaces,
  settings: DeploySettings,
  content: ContentReader,
): Promise<NamespacePlan[]> {
  const environments = new Set([...view.tags.values()].flatMap((tags) => [...tags.environments.keys()]));
  const concerned = await namespacesOf(targets, environments, config, namespaces);
  const plan: PlanSettings = {
    repositoryName: settings.repositoryName,
    config,
    acceptMoved: settings.acceptMoved,
    populations: await namespaces.populations(environments),
  };
  const plans: NamespacePlan[] = [];
  for (const namespace of concerned) {
    plans.push(await planNamespace(namespace, targets, view, plan, content));
  }
  return plans;
}

async function namespacesOf(
  targets: readonly Target[],
  environments: ReadonlySet<string>,
  config: Config,
  namespaces: Namespaces,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const { slot } of targets) {
    if (slot.kind === 'environment') {
      ids.add(await namespaces.idOf(slot.name));
    } else if (config.versions === undefined) {
      for (const id of await namespaces.all(environments)) {
        ids.add(id);
      }
    } else {
      for (const environment of config.versions) {
        ids.add(await namespaces.idOf(environment));
      }
    }
  }
  return ids;
}

/** Says which parts of the configuration have no effect yet. */
export function inertNotices(config: Config): Notice[] {
  const inert = inertParts(config);
  return inert.length === 0
    ? []
    : [
        {
          level: 'notice',
          message: `The configuration is valid, but this version does not act on: ${inert.join(', ')}.`,
        },
      ];
}

/** What became of one target, from the keys that are named after its slot. */
function describe(target: Target, outcome: SyncOutcome): DeployedComponent[] {
  const id = componentId(target.component);
  const found = outcome.plans.flatMap((plan) =>
    [...plan.wanted.values()]
      .filter(
        ({ component, slot, role }) => componentId(component) === id && slot === target.slot.name && role !== 'latest',
      )
      .map((wanted) => ({ wanted, plan, planned: plan.keys.find(({ key }) => key === wanted.key) })),
  );
  const [first] = found;
  if (first === undefined) {
    return [];
  }
  const before = outcome.before.get(first.plan.namespace)?.get(first.wanted.key);
  const { version, sha } = asRecord(before?.metadata);
  const isEnvironment = target.slot.kind === 'environment';
  const moved = isEnvironment && typeof version === 'string' && version !== first.wanted.version;
  return [
    {
      component: id,
      environment: isEnvironment ? target.slot.name : undefined,
      version: first.wanted.version,
      commit: first.wanted.commit,
      path: String(first.planned?.path ?? ''),
      bytes: first.planned?.value.length ?? 0,
      previousVersion: moved ? version : undefined,
      previousCommit: moved && typeof sha === 'string' && /^[0-9a-f]{40}$/.test(sha) ? sha : undefined,
      namespaces: [...new Set(found.map(({ plan }) => plan.namespace))],
    },
  ];
}

/** What became of the keys of a deleted tag; nothing to say when it was made again. */
function describeDeleted({ component, slot, deleted }: Target, outcome: SyncOutcome): DeletedSlot[] {
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

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
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
  if (target.slot.kind === 'environment' && /^v\d/.test(target.slot.name) && !isVersion(target.slot.name)) {
    notices.push({
      level: 'warning',
      message: `\`${target.slot.name}\` looks like a version but is none (\`v\` and three numbers), so it was taken as an environment.`,
    });
  }
  return notices;
}

/** The report of a run that had nothing to do. */
export function nothingDone(
  settings: Pick<DeploySettings, 'dryRun' | 'reason'>,
  notices: readonly Notice[],
  durationMs = 0,
): DeployReport {
  return {
    command: 'deploy',
    dryRun: settings.dryRun,
    reason: settings.reason,
    deployed: [],
    deleted: [],
    requiresRebuild: false,
    rebuild: [],
    keys: [],
    changed: false,
    rounds: 0,
    durationMs,
    notices,
  };
}

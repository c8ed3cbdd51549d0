import { type Component, componentId, type Prefix } from '../domain/component.ts';
import type { TagState } from '../domain/component-tags.ts';
import { type Config, configRules, DEFAULT_LEDGER_REF } from '../domain/config.ts';
import { variablesIn } from '../domain/gate/placeholders.ts';
import type { Entry } from '../domain/ledger/entry.ts';
import { OWN_MOVES } from '../domain/ledger/entry.ts';
import { parseEntryPath } from '../domain/ledger/layout.ts';
import { speaksOf } from '../domain/ledger/transition.ts';
import type { LedgerMark } from '../domain/planned-key.ts';
import type { Target } from '../domain/projection.ts';
import { type TagRules, tagRules, USUAL_RULES } from '../domain/tag-rules.ts';
import { TagshipError } from '../errors.ts';
import { blobName } from '../git/object.ts';
import { Anchors, type Claim } from './anchors.ts';
import { Applier, type ApplierOptions, type ReadAhead } from './apply.ts';
import { ContentReader } from './content.ts';
import { type DesiredState, desiredState, type KeySelection, type PlanSettings } from './desired.ts';
import { type Appended, append, type Proposal } from './ledger/append.ts';
import { isBehind } from './ledger/behind.ts';
import { Overlay } from './ledger/overlay.ts';
import { LedgerSnapshot } from './ledger/snapshot.ts';
import { Namespaces } from './namespaces.ts';
import {
  completeObservation,
  environmentsOf,
  type Hints,
  type Listing,
  listTags,
  loadAhead,
  type Observation,
  withRules,
} from './observation.ts';
import { attempt, nearest, readAhead } from './read-ahead.ts';
import { readConfig, readWrangler } from './read-config.ts';
import type { RunPorts, RunSettings } from './run-ports.ts';

/** How something is recorded. */
export interface AppendRequest {
  /** How long to try, in milliseconds. */
  readonly limitMs?: number | undefined;
  /** Why, where nobody gave a reason. */
  readonly reason?: string | undefined;
  /** Whether everything in the ledger is needed, of all components. */
  readonly whole?: boolean;
}

/** How a session begins. */
export interface OpenOptions {
  /** Of the tags; `components` if absent. */
  readonly prefix?: Prefix;
  /** What the names of the tags begin with that the run is about, as far as that is known. */
  readonly prefixes?: readonly string[];
  /** Whether tags are going to move. */
  readonly moves?: boolean;
  /** What else is probably needed. */
  readonly hints?: Hints;
  /** Whether everything in the ledger is needed, of all components. */
  readonly whole?: boolean;
  /** Whether the tags are listed; `without-ledger`: only where there is no ledger that could tell instead. */
  readonly tags?: 'always' | 'without-ledger';
}

/** The namespaces there are, and what decides over what they hold. */
export interface Placement {
  readonly namespaces: ReadonlySet<string>;
  /** Why other namespaces that are named cannot be resolved. */
  readonly problems: readonly TagshipError[];
  /** Environments that have tags and no namespace. */
  readonly unplaced: readonly string[];
  readonly planSettings: PlanSettings;
}

/** How often a ledger that moves on and on is followed to find out what an unclear tag stands for. */
const MAX_LOOKS = 20;

/** How far back the ledger is checked against what the index in KV remembers of it, in commits. */
const LEDGER_CHECKED = 200;

/**
 * What a run knows: the policy, read once, and the ledger and the tags, read as often as it takes, the ledger always
 * first.
 */
export class Session {
  readonly config: Config;
  readonly content: ContentReader;
  readonly settings: RunSettings;
  readonly ports: RunPorts;
  /** The repository, with objects in it that are not pushed yet. */
  readonly repository: Overlay;
  /** The prefix of the tags this run is about. */
  readonly prefix: Prefix;
  readonly #namespaces: Namespaces;
  readonly #anchors: Anchors;
  readonly #tagRules: TagRules;
  #ledger: LedgerSnapshot | undefined;
  /** The last one, if there was one yet. */
  #listing: Listing | undefined;
  /** By the tags they were told from. */
  readonly #placements = new WeakMap<TagState, Promise<Placement>>();
  #wrote = false;
  /** Of the first applier; of a later one it would be old. */
  #readAhead: ReadAhead | undefined;
  readonly #problems = new Map<string, TagshipError>();

  private constructor(
    config: Config,
    content: ContentReader,
    settings: RunSettings,
    ports: RunPorts & { readonly repository: Overlay },
    prefix: Prefix,
    head: string | undefined,
    ledger: LedgerSnapshot | undefined,
    anchors: Anchors,
  ) {
    this.config = config;
    this.content = content;
    this.settings = settings;
    this.ports = ports;
    this.repository = ports.repository;
    this.prefix = prefix;
    this.#ledger = ledger;
    this.#anchors = anchors;
    this.#tagRules = tagRules(config);
    this.#namespaces = new Namespaces([...settings.namespaces, ...configRules(config)], {
      kv: ports.kv,
      clock: ports.clock,
      wrangler: () => readWrangler(ports.repository, head),
    });
  }

  /**
   * Reads the ledger, the tags and the policy for the first time.
   * @param focus finds out from the tags what the run is about; asked again with the configuration, where that may matter
   */
  static async open(
    settings: RunSettings,
    ports: RunPorts,
    focus: (listing: Listing, config?: Config) => readonly Target[],
    {
      prefix = 'components',
      prefixes = [],
      moves = false,
      hints = {},
      whole = false,
      tags = 'always',
    }: OpenOptions = {},
  ): Promise<{
    readonly session: Session;
    readonly view: Observation;
    readonly targets: readonly Target[];
    readonly listing: Listing;
  }> {
    const repository = new Overlay(ports.repository);
    const content = new ContentReader(repository);
    // The ledger before the tags. The configuration may name another ref, but it is read with the tags.
    const first = await repository.refs(prefixes, [DEFAULT_LEDGER_REF]);
    const tip = first.tips.get(DEFAULT_LEDGER_REF);
    const isListed = tags === 'always' || tip === undefined;
    const listed = nearest(first, focus);
    const ahead = readAhead(listed, hints, settings.namespaces, ports.kv);
    const [listing, guess] = await Promise.all([
      isListed
        ? listTags(repository, content, `${prefix}/`, USUAL_RULES, undefined, [DEFAULT_LEDGER_REF])
        : { refs: { ...first, tags: [] }, tags: new Map(), excluded: [], rules: USUAL_RULES, typeOf: () => undefined },
      tip === undefined ? undefined : LedgerSnapshot.open(repository, tip, whole ? 'objects' : 'trees'),
      loadAhead(repository, listed.listing, listed.targets, hints),
      // Where the token may not push, the push says so.
      moves && !settings.dryRun ? ports.repository.mayPush().catch(() => undefined) : undefined,
    ]);
    if (isListed) {
      ports.journal.info(`Tags under ${prefix}/: ${listing.refs.tags.length}. Components: ${listing.tags.size}.`);
    }
    if (whole) {
      await guess?.loadAll();
    }
    const anchors = new Anchors(repository);
    const trust = { anchors, acceptUnanchored: settings.acceptUnanchored };
    const complete = async (all: Listing, about: readonly Target[]): Promise<Observation> =>
      await completeObservation(all, about, settings.configPath, repository, content, guess, trust, hints);
    // The configuration may say otherwise of names, but it comes with what the tags ask for.
    const guessed = attempt(() => focus(listing));
    const guessedView = await complete(listing, guessed instanceof Error ? [] : guessed);
    const config = await readConfig(repository, listing.refs.head, settings.configPath);
    // All of them, whatever this run asks: what one gate sends may stand in a file, or in what another one is answered.
    settings.hideVariables(variablesIn(JSON.stringify(config)));
    settings.onConfig?.(config);
    const all = { ...ports, repository };
    const session = new Session(config, content, settings, all, prefix, listing.refs.head, guess, anchors);
    const ruled = session.tagRules.areUsual || !isListed ? listing : withRules(listing, session.tagRules);
    session.#listing = isListed ? ruled : undefined;
    session.#readAhead = ahead;
    const isGuessed = ruled === listing && !(guessed instanceof Error) && Object.keys(config.groups).length === 0;
    const targets = isGuessed ? guessed : focus(ruled, config);
    const view = isGuessed ? guessedView : await complete(ruled, targets);
    if (session.ledgerRef === DEFAULT_LEDGER_REF && (await session.#isComplete(targets, view))) {
      return { session, view, targets, listing: ruled };
    }
    session.#ledger = undefined;
    const again = await session.observe(targets, whole);
    return { session, view: again.view, targets, listing: again.listing };
  }

  /** What the configuration says of the names of tags. */
  get tagRules(): TagRules {
    return this.#tagRules;
  }

  /** The full name of the ledger's ref. */
  get ledgerRef(): string {
    return this.config.ledger?.ref ?? DEFAULT_LEDGER_REF;
  }

  /** The ledger as this run saw or wrote it last. */
  get lastLedger(): LedgerSnapshot | undefined {
    return this.#ledger;
  }

  /**
   * Reads the ledger and then the tags, as they are now. One listing shows both: where the ledger stands as it was read
   * before, it was read before the tags. Where it moved on it is read, and then the tags again.
   * @param whole whether everything in the ledger is needed
   */
  async observe(
    targets: readonly Target[],
    whole = false,
  ): Promise<{ readonly view: Observation; readonly listing: Listing }> {
    const { repository } = this.ports;
    for (let tries = 1; ; tries++) {
      let listing = await this.#list();
      if (await this.#follow(listing.refs.tips)) {
        listing = await this.#list();
      }
      const ledger = this.#ledger;
      if (whole) {
        await ledger?.loadAll();
      }
      const { configPath, acceptUnanchored } = this.settings;
      const trust = { anchors: this.#anchors, acceptUnanchored };
      const view = await completeObservation(listing, targets, configPath, repository, this.content, ledger, trust);
      if (tries === MAX_LOOKS || (await this.#isComplete(targets, view))) {
        return { view, listing };
      }
    }
  }

  async #list(): Promise<Listing> {
    const { repository } = this.ports;
    const names = [this.ledgerRef];
    this.#listing = await listTags(repository, this.content, `${this.prefix}/`, this.#tagRules, this.#listing, names);
    return this.#listing;
  }

  /** Opens the ledger where it is not where it was. @returns whether it moved */
  async #follow(tips: ReadonlyMap<string, string>): Promise<boolean> {
    const tip = tips.get(this.ledgerRef);
    if (tip === this.#ledger?.commit) {
      return false;
    }
    this.#ledger = tip === undefined ? undefined : await LedgerSnapshot.open(this.ports.repository, tip);
    return true;
  }

  /** The ledger as it stands now. */
  async ledger(): Promise<LedgerSnapshot | undefined> {
    await this.#follow(await this.ports.repository.tips([this.ledgerRef]));
    return this.#ledger;
  }

  /**
   * Finds out which commits count that the ledger names, so that `Observation.isAnchored` can tell: of those with a version tag
   * nobody is asked.
   */
  async anchor(
    view: Observation,
    named: readonly { readonly component: Component; readonly commit: string }[],
  ): Promise<void> {
    const claims = named.map(({ component, commit }): Claim => {
      return { tags: view.tags.get(componentId(component)), commit };
    });
    await this.#anchors.find(view.refs.head, claims);
  }

  /**
   * Whether a view can be worked with: a tag that stands for no version may have moved after the ledger was read, and
   * then only the ledger's new tip can tell.
   */
  async #isComplete(targets: readonly Target[], view: Observation): Promise<boolean> {
    const isUnclear = targets.some(({ component, slot }) => {
      const tags = view.tags.get(componentId(component));
      const ref = slot.kind === 'environment' ? tags?.environments.get(slot.name) : undefined;
      return tags !== undefined && ref !== undefined && view.versionOf(tags, ref) === undefined;
    });
    return !isUnclear || this.config.unversioned === 'allow' || (await this.ledger()) === view.ledger;
  }

  /**
   * Writes to the ledger; see `append`.
   * @param view the ledger and the tags as they were read a moment ago, for the first try
   */
  async append(
    view: Observation,
    targets: readonly Target[],
    propose: (now: Observation) => Promise<Proposal>,
    { limitMs, reason, whole = false }: AppendRequest = {},
  ): Promise<Appended> {
    const { author, secrets, acceptMoved } = this.settings;
    const why = author.reason ?? reason;
    const options = {
      ref: this.ledgerRef,
      author: { ...author, reason: why === undefined ? null : secrets.hide(why) },
      acceptMoved,
      limitMs,
    };
    const observe = async (): Promise<Observation> => (await this.observe(targets, whole)).view;
    const appended = await append(view, observe, propose, options, this.ports);
    if (appended.kind === 'landed') {
      this.#ledger = appended.ledger;
    }
    return appended;
  }

  /**
   * Plans every namespace that the targets concern. Which environments live where is computed anew from the view: one that
   * was tagged while the run was under way belongs in the index as well.
   */
  async plan(
    targets: readonly Target[],
    view: Observation,
    onDelete = this.config['on-delete'],
  ): Promise<readonly DesiredState[]> {
    const environments = new Set([...view.tags.values()].flatMap((tags) => [...tags.environments.keys()]));
    const populations = await this.#populations(view);
    const acknowledged = targets.length > 0 && targets.every((target) => isAcknowledged(target, view, this.config));
    const inputs = inputsOf(targets, view);
    const planned = await this.#planSettings(populations, onDelete);
    const plans: DesiredState[] = [];
    for (const namespace of await this.#namespacesOf(targets, environments)) {
      const plan = await desiredState(namespace, targets, view, planned, this.content);
      plans.push({ ...plan, acknowledged, inputs });
    }
    return plans;
  }

  /** Plans some keys of one namespace, for all targets. @param targets all that may ask for them */
  async planKeys(
    namespace: string,
    targets: readonly Target[],
    view: Observation,
    selection: KeySelection,
  ): Promise<DesiredState> {
    const { planSettings } = await this.placement(view);
    const plan = await desiredState(namespace, targets, view, planSettings, this.content, selection);
    return { ...plan, inputs: inputsOf(targets, view) };
  }

  /** Where everything lives that the tags of a view ask for. */
  async placement(view: Observation): Promise<Placement> {
    const known = this.#placements.get(view.tags) ?? this.#placementOf(view);
    this.#placements.set(view.tags, known);
    return await known;
  }

  async #placementOf(view: Observation): Promise<Placement> {
    const tagged = new Set([...view.tags.values()].flatMap((tags) => [...tags.environments.keys()]));
    const environments = await environmentsOf(view);
    const populations = await this.#populations(view);
    const planSettings = await this.#planSettings(populations, this.config['on-delete']);
    const placed = new Set([...populations.values()].flatMap((all) => [...all]));
    const { versionNamespaces } = planSettings;
    const { ids, problems } =
      versionNamespaces === undefined
        ? await this.#namespaces.all(environments)
        : { ids: versionNamespaces, problems: [] };
    return {
      namespaces: new Set([...populations.keys(), ...ids]),
      problems,
      unplaced: [...tagged].filter((name) => !placed.has(name)).sort(),
      planSettings,
    };
  }

  /** The environments of each namespace. What was in one that has no tags any more is of its namespace as well. */
  async #populations(view: Observation): Promise<PlanSettings['populations']> {
    return await this.#namespaces.populations(await environmentsOf(view));
  }

  async #planSettings(populations: PlanSettings['populations'], onDelete: Config['on-delete']): Promise<PlanSettings> {
    const { versions } = this.config;
    return {
      repositoryName: this.settings.repositoryName,
      config: { ...this.config, 'on-delete': onDelete },
      acceptMoved: this.settings.acceptMoved,
      populations,
      versionNamespaces: versions === undefined ? undefined : await this.#namespaces.known(versions),
    };
  }

  /** Why namespaces that a plan was to concern are not in it. */
  get problems(): readonly TagshipError[] {
    return [...this.#problems.values()];
  }

  /** Whether anything was written to KV. */
  get wrote(): boolean {
    return this.#wrote;
  }

  /** An applier that has looked at nothing yet. */
  newApplier(): Applier {
    const readAhead = this.#readAhead;
    this.#readAhead = undefined;
    return new Applier({ ...this.applierOptions, readAhead }, this.ports);
  }

  /** How an applier of this run behaves. */
  get applierOptions(): ApplierOptions {
    return {
      owners: [this.settings.repositoryName, ...this.config.formerly],
      onWrite: () => {
        this.#wrote = true;
      },
      verifyLedger: (mark, namespace) => this.#verify(mark, namespace),
    };
  }

  async #namespacesOf(targets: readonly Target[], environments: ReadonlySet<string>): Promise<ReadonlySet<string>> {
    const ids = new Set<string>();
    for (const { slot } of targets) {
      if (slot.kind === 'environment') {
        ids.add(await this.#namespaces.idOf(slot.name));
        continue;
      }
      const { versions } = this.config;
      const found = await (versions === undefined
        ? this.#namespaces.all(environments)
        : this.#namespaces.allOf(versions));
      found.ids.forEach(ids.add, ids);
      for (const problem of found.problems) {
        this.#problems.set(problem.message, problem);
      }
    }
    return ids;
  }

  /**
   * Compares the ledger with what the index in KV remembers of it. That may be old, never newer.
   * @throws TagshipError `ledger-rewritten`
   */
  async #verify(mark: LedgerMark, namespace: string): Promise<void> {
    if (await this.#agrees(this.#ledger, mark)) {
      return;
    }
    // Another run may have written both since the ledger was read.
    const now = await this.ledger();
    if (await this.#agrees(now, mark)) {
      return;
    }
    const how =
      now === undefined
        ? 'is gone'
        : now.number < mark.seq
          ? `ends at number ${now.number} (commit ${now.commit.slice(0, 12)})`
          : `does not have that commit behind ${now.commit.slice(0, 12)}`;
    throw new TagshipError(
      'ledger-rewritten',
      `The index in namespace ${namespace} was computed from number ${mark.seq} of the ledger, commit ${mark.commit}, but \`${this.ledgerRef}\` ${how}.`,
      `Put the ref back to where it was (\`git push --force origin ${mark.commit}:${this.ledgerRef}\`, or a later commit of it that somebody still has), or, to begin a new ledger, delete the key \`component-versions\` in that namespace.`,
    );
  }

  async #agrees(ledger: LedgerSnapshot | undefined, mark: LedgerMark): Promise<boolean> {
    await ledger?.count();
    if (ledger === undefined || ledger.number < mark.seq) {
      return false;
    }
    const distance = ledger.number - mark.seq;
    return distance === 1
      ? ledger.parents.includes(mark.commit)
      : distance > LEDGER_CHECKED || (await isBehind(ledger, mark.commit, mark.seq, this.ports.repository));
  }
}

/**
 * The one case in which a write may be left out: the ledger's last word on the environment is that Tagship itself moved
 * this very tag object there and that KV acknowledged it.
 */
function isAcknowledged({ component, slot, deleted }: Target, view: Observation, config: Config): boolean {
  if (slot.kind !== 'environment' || deleted === true) {
    return false;
  }
  const told = (environment: string): Entry | undefined => {
    const ref = view.tags.get(componentId(component))?.environments.get(environment);
    const entry = view.ledger?.entry(environment, component);
    return speaksOf(entry, ref?.object) ? entry : undefined;
  };
  const entry = told(slot.name);
  const canary = config.environments[slot.name]?.canary?.environment;
  // The key says how many users get the canary, so what became of that has to be acknowledged as well.
  const isOf = canary !== undefined && view.ledger?.entry(canary, component)?.of === slot.name;
  const isShared = !isOf || ['deployed', 'healthy'].includes(told(canary)?.status ?? '');
  return entry !== undefined && isShared && entry.status === 'deployed' && OWN_MOVES.includes(entry.move);
}

/** A short name of the tags and shares that the keys of targets are computed from; another one when one changed. */
function inputsOf(targets: readonly Target[], view: Observation): string {
  const lines = [...new Set(targets.map(({ component }) => componentId(component)))]
    .flatMap((id) => {
      const tags = view.tags.get(id);
      return [...(tags?.environments.values() ?? []), ...(tags?.versions.values() ?? [])];
    })
    .map(({ name, object }) => `${name} ${object}`)
    .sort();
  const ids = new Set(targets.map(({ component }) => componentId(component)));
  const shares = Object.entries(view.shares).flatMap(([path, told]) => {
    const place = parseEntryPath(path);
    return place !== undefined && ids.has(componentId(place.component)) ? [`${path} ${told.share} ${told.since}`] : [];
  });
  return blobName(Buffer.from([...lines, ...shares].join('\n')));
}

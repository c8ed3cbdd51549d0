import { environmentOf } from '../domain/component-tags.ts';
import { INDEX_KEY } from '../domain/key.ts';
import type { Target } from '../domain/projection.ts';
import { type Counts, countsText, driftIn, type Finding } from '../domain/reconcile/drift.ts';
import { mayRemove } from '../domain/reconcile/removal-limit.ts';
import { exclusionError } from '../domain/tag-rules.ts';
import { idleNames } from '../domain/unused-config.ts';
import { converge } from '../engine/converge.ts';
import type { LedgerSnapshot } from '../engine/ledger/snapshot.ts';
import { environmentsOf, type Observation } from '../engine/observation.ts';
import { surveyDeeply } from '../engine/reconcile/deep.ts';
import { addedCounts, type FoundKey } from '../engine/reconcile/found.ts';
import { lookAtAll, ReconcileScope } from '../engine/reconcile/scope.ts';
import { type Removal, type Survey, surveyNamespace } from '../engine/reconcile/survey.ts';
import { WrittenKeys } from '../engine/reconcile/written.ts';
import type { RunPorts, RunSettings } from '../engine/run-ports.ts';
import { Session } from '../engine/session.ts';
import { recordHolds } from '../engine/unrecorded-holds.ts';
import { isOfNamespace, TagshipError } from '../errors.ts';
import { excludedNotices, ledgerReport, nothingDone, returnedFailure, warnings } from './describe.ts';
import type { Notice, RunReport } from './report.ts';
import { endStale } from './rollout/stale.ts';
import { unknownEnvironment } from './select.ts';

/** What `reconcile` is to do. */
export interface ReconcileRequest {
  /** One environment; undefined for all. */
  readonly environment: string | undefined;
  /** Whether what drifts is written. */
  readonly heal: boolean;
  /** Whether keys whose tag is gone are removed; undefined: as `on-delete` of the configuration has it. */
  readonly prune: boolean | undefined;
  /** Whether the stored bytes are read as well. */
  readonly deep: boolean;
}

/** What was found in a namespace, and what became of it. */
export interface NamespaceReport {
  readonly id: string;
  readonly environments: readonly string[];
  /** Keys of ours that were stored there. */
  readonly owned: number;
  /** Keys that are to be there. */
  readonly wanted: number;
  readonly counts: Counts;
}

/** What `reconcile` did. */
export interface ReconcileReport extends Omit<RunReport, 'command' | 'verdict'> {
  readonly command: 'reconcile';
  readonly verdict: undefined;
  readonly heal: boolean;
  readonly namespaces: readonly NamespaceReport[];
  /** What was found, the worst first, and of each finding no more than some thousands. */
  readonly found: readonly FoundKey[];
  readonly counts: Counts;
  /** How many keys drifted, and how many still do. */
  readonly drift: number;
  readonly remaining: number;
  /** How many keys were written, and how many removed; in a dry run, would be. `keys` has the first of them. */
  readonly written: number;
  readonly removed: number;
}

/**
 * Compares every tag with what KV holds, and with `heal` brings KV to the tags: one engine with `deploy`, on all tags.
 * What cannot be deployed holds up nothing else.
 *
 * @returns with `failures` for what fails the step
 * @throws TagshipError before the first write, for what makes every comparison worthless
 */
export async function reconcile(
  request: ReconcileRequest,
  settings: RunSettings,
  ports: RunPorts,
): Promise<ReconcileReport> {
  const started = ports.clock.now();
  const { session, view } = await ports.journal.group('Read the ledger and the tags', async () => {
    return await Session.open(settings, ports, () => [], { whole: true });
  });
  return await new Reconciler(request, session, view, started).run();
}

/** One run of `reconcile`. */
class Reconciler {
  readonly #request: ReconcileRequest;
  readonly #session: Session;
  readonly #started: number;
  readonly #heals: boolean;
  readonly #prunes: boolean;
  /** What in the configuration names nothing. */
  #idle: readonly Notice[] = [];
  readonly #notices: Notice[] = [];
  readonly #failures: TagshipError[] = [];
  #keys = new WrittenKeys();
  /** Environments whose namespace does not exist. */
  readonly #uncompared = new Set<string>();
  /** Keys that drift and stay as they are. */
  #remaining = 0;
  #rounds = 0;
  #view: Observation;
  #ledger: LedgerSnapshot | undefined;

  constructor(request: ReconcileRequest, session: Session, view: Observation, started: number) {
    this.#request = request;
    this.#session = session;
    this.#view = view;
    this.#ledger = view.ledger;
    this.#started = started;
    this.#heals = request.heal && !session.settings.dryRun;
    this.#prunes = request.prune ?? session.config['on-delete'] === 'prune';
  }

  async run(): Promise<ReconcileReport> {
    const { journal } = this.#session.ports;
    await this.#refuseUnknown();
    const now = await this.#now();
    const { environment } = this.#request;
    const stale = await endStale(this.#session, this.#view, environment, now, this.#heals);
    this.#notices.push(...stale.notices);
    if (stale.ended) {
      this.#view = await lookAtAll(this.#session);
      this.#ledger = this.#view.ledger;
    }
    let surveys = await journal.group('Compare KV with the tags', () => this.#survey(now));
    if (this.#heals && (await this.#adopt(surveys))) {
      surveys = await journal.group('Compare KV with the tags again', () => this.#survey(now));
    }
    for (const { problems, moved } of surveys) {
      this.#fail([...problems.values(), ...moved]);
    }
    // The first run that sees it fails; from then on it is a hold as any other.
    this.#fail(
      this.#view
        .returned()
        .filter(
          ({ ref, isRecorded }) => !isRecorded && [undefined, environmentOf(ref)].includes(this.#request.environment),
        )
        .map(returnedFailure),
    );
    this.#fail(this.#view.excluded.filter((one) => this.#fails(one)).map(({ name, why }) => exclusionError(name, why)));
    if (this.#heals) {
      await this.#heal(surveys);
    }
    this.#remaining += this.#request.heal ? 0 : driftIn(countsOf(surveys));
    return this.#report(surveys);
  }

  /** @throws TagshipError `environment-unknown` */
  async #refuseUnknown(): Promise<void> {
    const { environment } = this.#request;
    const known = await environmentsOf(this.#view);
    if (environment !== undefined && !known.has(environment)) {
      throw unknownEnvironment(environment, known);
    }
    this.#idle = idleNames(this.#session.config, known).map(({ key, name, hint }) => ({
      level: hint === '' ? 'notice' : 'warning',
      message: `\`${key}\` in the configuration names no environment: no tag and no entry of the ledger is \`${name}\`.${hint}`,
    }));
  }

  /** The time by the clock that the ledger goes by. */
  async #now(): Promise<number> {
    const { repository, clock } = this.#session.ports;
    if (!this.#heals) {
      return clock.now();
    }
    return (await repository.serverTime()) * 1000;
  }

  async #survey(now: number): Promise<Survey[]> {
    const { environment, deep } = this.#request;
    const { journal } = this.#session.ports;
    const places = await this.#session.placement(this.#view);
    const surveys: Survey[] = [];
    this.#fail(environment === undefined ? places.problems : []);
    for (const namespace of places.namespaces) {
      const population = places.planSettings.populations.get(namespace);
      if (environment !== undefined && population?.has(environment) !== true) {
        continue;
      }
      const options = { environment, now, keepsAgreeing: deep };
      const shallow = await surveyNamespace(this.#session, namespace, this.#view, options).catch(noNamespace);
      if (shallow instanceof TagshipError) {
        this.#fail([shallow]);
        population?.forEach(this.#uncompared.add, this.#uncompared);
        continue;
      }
      const survey = deep ? await surveyDeeply(this.#session, shallow) : shallow;
      const counts = countsText(countsOf([survey]));
      journal.info(
        `${namespace}: ${survey.wanted} keys wanted, ${survey.owned} stored. Found: ${counts || 'no drift'}.`,
      );
      surveys.push(survey);
    }
    return surveys;
  }

  /**
   * Records the holds that only KV remembers. What could not be recorded stays as it is, and holds up nothing else.
   * @returns whether there were any
   */
  async #adopt(surveys: readonly Survey[]): Promise<boolean> {
    let adopted = false;
    for (const { namespace, strays } of surveys) {
      const targets = strays.flatMap(({ wanted }): Target[] =>
        wanted === undefined ? [] : [{ component: wanted.component, slot: { kind: 'environment', name: wanted.slot } }],
      );
      if (targets.length === 0) {
        continue;
      }
      const applier = this.#session.newApplier();
      applier.begin(
        namespace,
        strays.map(({ key, stored }) => [key, stored && { metadata: stored.metadata, value: undefined }] as const),
      );
      const wanted = new Map(
        strays.flatMap((one) => (one.wanted === undefined ? [] : [[one.key, one.wanted] as const])),
      );
      const { view, failures } = await recordHolds(
        this.#session,
        this.#view,
        targets,
        [{ namespace, wanted }],
        applier,
      );
      adopted ||= view !== undefined;
      this.#fail(failures.map(({ error }) => error));
    }
    if (adopted) {
      this.#view = await lookAtAll(this.#session);
    }
    return adopted;
  }

  async #heal(surveys: readonly Survey[]): Promise<void> {
    const session = this.#session;
    const { environment } = this.#request;
    const work = surveys.map((survey) => {
      const { namespace, repairs } = survey;
      return { namespace, repairs, removals: this.#allowedRemovals(survey) };
    });
    const isCompared = (name: string): boolean =>
      [undefined, name].includes(environment) && !this.#uncompared.has(name);
    const applier = session.newApplier();
    const scope = new ReconcileScope(session, applier, this.#view, work, { environment, isCompared });
    const converged = await converge(scope, applier, this.#view, session.settings, session.ports.journal);
    this.#keys = scope.keys;
    this.#view = converged.view;
    this.#ledger = converged.ledger;
    this.#rounds = converged.rounds;
    this.#notices.push(...warnings(converged.warnings));
    this.#fail([...scope.problems, ...converged.failures]);
  }

  /** What is removed, as far as it is not too much. */
  #allowedRemovals(survey: Survey): readonly Removal[] {
    const removals = this.#removalsOf(survey);
    this.#remaining += survey.removals.filter(({ finding }) => finding === 'orphan' && !this.#prunes).length;
    const problem = removals.length === 0 ? undefined : this.#mayRemove(survey, removals);
    if (problem === undefined) {
      return removals;
    }
    this.#remaining += removals.filter(({ finding }) => finding !== 'expired').length;
    this.#failures.push(problem);
    return [];
  }

  /** What a run would do. */
  #planned(surveys: readonly Survey[]): WrittenKeys {
    const keys = new WrittenKeys();
    for (const survey of surveys) {
      const { namespace, repairs } = survey;
      for (const { key, wanted, finding } of repairs) {
        const role = wanted?.role ?? (key === INDEX_KEY ? 'index' : 'versions');
        keys.add({ namespace, key, role, bytes: 0, differed: finding !== undefined });
      }
      const removals = this.#removalsOf(survey);
      const problem = removals.length === 0 ? undefined : this.#mayRemove(survey, removals);
      if (problem !== undefined) {
        this.#notices.push(...warnings([`A run would end with \`prune-refused\`: ${problem.what} ${problem.remedy}`]));
        continue;
      }
      for (const { key } of removals) {
        keys.add({ namespace, key, role: 'removed', bytes: 0, differed: true });
      }
    }
    return keys;
  }

  /** What a healing run removes. */
  #removalsOf({ removals }: Survey): Removal[] {
    return removals.filter(({ finding }) => this.#prunes || finding === 'stale');
  }

  #mayRemove({ namespace, owned }: Survey, removals: readonly Removal[]): TagshipError | undefined {
    const limit = this.#session.config['prune-limit'];
    if (this.#view.tags.size === 0) {
      return new TagshipError(
        'prune-refused',
        `The repository has no component tag at all, so nothing is removed from namespace ${namespace}, which has ${owned} keys of ours.`,
        'Check that the tags were pushed. To give the namespace up, delete it in Cloudflare.',
      );
    }
    return mayRemove(removals.length, owned, limit)
      ? undefined
      : new TagshipError(
          'prune-refused',
          `${removals.length} of the ${owned} keys of ours in namespace ${namespace} would be removed, more than a share of ${limit}, so none is.`,
          'Look at what the report lists. If it is right, raise `prune-limit` in the configuration, up to 1, for one run.',
        );
  }

  /** Whether a tag that stands for no component fails the run: a version that was misspelt is deployed by none. */
  #fails({ why }: Observation['excluded'][number]): boolean {
    return why === 'like-a-version' && this.#request.environment === undefined;
  }

  #fail(problems: readonly TagshipError[]): void {
    const known = new Set(this.#failures.map(({ message }) => message));
    for (const problem of problems) {
      if (!known.has(problem.message)) {
        known.add(problem.message);
        this.#failures.push(problem);
      }
    }
  }

  async #report(surveys: readonly Survey[]): Promise<ReconcileReport> {
    const session = this.#session;
    const counts = countsOf(surveys);
    const places = await session.placement(this.#view);
    const drift = driftIn(counts);
    const found = surveys.flatMap((survey) => survey.found.rows).sort(byWorst);
    const keys = session.settings.dryRun && this.#request.heal ? this.#planned(surveys) : this.#keys;
    if (this.#remaining > 0) {
      this.#failures.push(remains(this.#remaining, counts, this.#heals));
    }
    return {
      ...nothingDone('deploy', session.settings, []),
      command: 'reconcile',
      verdict: undefined,
      heal: this.#request.heal,
      ledger: ledgerReport(session, this.#ledger),
      keys: keys.rows,
      written: keys.written,
      removed: keys.removed,
      changed: this.#keys.changed,
      rounds: this.#rounds,
      namespaces: surveys.map((survey) => ({
        id: survey.namespace,
        environments: survey.environments,
        owned: survey.owned,
        wanted: survey.wanted,
        counts: countsOf([survey]),
      })),
      found,
      counts,
      drift,
      remaining: this.#remaining,
      failures: this.#failures,
      notices: [
        ...this.#idle,
        ...excludedNotices({ excluded: this.#view.excluded.filter((one) => !this.#fails(one)) }),
        ...unplacedNotices(places.unplaced),
        ...worstNotices(found),
        ...(this.#heals ? [] : warnings(this.#view.ignored())),
        ...this.#notices,
      ],
      durationMs: session.ports.clock.now() - this.#started,
    };
  }
}

/** A namespace that does not exist holds up no other. */
function noNamespace(error: unknown): TagshipError {
  if (!isOfNamespace(error)) {
    throw error;
  }
  return error;
}

/** Keys that are warned of one by one: GitHub shows ten annotations of a step. */
const MAX_WARNED = 5;

/** Warnings of what no run of ours did: somebody works on these keys by hand, or another repository claims them. */
function worstNotices(found: readonly FoundKey[]): Notice[] {
  const others = found.filter(({ finding }) => finding === 'edited' || finding === 'foreign');
  const rest = others.length - MAX_WARNED;
  return warnings([
    ...others.slice(0, MAX_WARNED).map(({ key, namespace, finding }) => {
      const what = finding === 'edited' ? 'was stored by somebody else' : 'belongs to another repository';
      return `The key \`${key}\` in namespace ${namespace} ${what}.`;
    }),
    ...(rest > 0 ? [`${rest} more keys were stored by somebody else or belong to another repository.`] : []),
  ]);
}

function unplacedNotices(names: readonly string[]): Notice[] {
  return names.length === 0
    ? []
    : [
        {
          level: 'notice',
          message: `No KV namespace is named for: ${names.map((name) => `\`${name}\``).join(', ')}. Their tags are compared with nothing.`,
        },
      ];
}

function countsOf(surveys: readonly Survey[]): Counts {
  return addedCounts(surveys.map(({ found }) => found.counts));
}

const WORST: Readonly<Record<Finding, number>> = {
  edited: 0,
  missing: 1,
  stale: 2,
  orphan: 3,
  foreign: 4,
  held: 5,
  expired: 6,
};

function byWorst(a: FoundKey, b: FoundKey): number {
  return WORST[a.finding] - WORST[b.finding] || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}

function remains(remaining: number, counts: Counts, heals: boolean): TagshipError {
  const what = `${remaining === 1 ? 'One key is' : `${remaining} keys are`} not as the tags say`;
  return new TagshipError(
    'drift-remains',
    `${what}. Found: ${countsText(counts)}.`,
    heals
      ? 'Run `reconcile` with `prune: true` to remove keys whose tag is gone, or set `on-delete: prune` in the configuration.'
      : 'Run `reconcile` with `heal: true` to repair it, and with `prune: true` to remove keys whose tag is gone.',
  );
}

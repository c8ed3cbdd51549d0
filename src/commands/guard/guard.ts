import type { GateInputs } from '../../domain/gate/resolve.ts';
import { raisedLimits } from '../../domain/gate/verdict-reasons.ts';
import { shortTag } from '../../domain/tag.ts';
import type { Applier } from '../../engine/apply.ts';
import type { Observation } from '../../engine/observation.ts';
import { recordHealthy } from '../../engine/record-healthy.ts';
import { Session } from '../../engine/session.ts';
import { TagshipError, toTagshipErrors } from '../../errors.ts';
import { excludedNotices, ledgerReport, nothingDone, warnings } from '../describe.ts';
import type { MoveSettings } from '../moves.ts';
import { openPostMortems } from '../post-mortem.ts';
import { type GateReport, type GuardReport, type Notice, type PostMortemIssue, VERDICTS } from '../report.ts';
import { isForeign } from '../select.ts';
import { type Aftermath, aftermathOf } from './aftermath.ts';
import { finishPending, finishPostMortems } from './finish.ts';
import { cancelledWhile, gateReport, recordOf } from './gate-report.ts';
import { prepare, retreat } from './gate-rollback.ts';
import type { GuardPorts } from './ports.ts';
import { type GuardSelection, judgeable, namedTargets, nothingToWatch, recordedTargets } from './select.ts';
import { aheadOf, checkMetrics, type Judged, judgedOf, untouchable } from './subject.ts';
import { type Ending, type Watch, watchAll } from './watch.ts';

/** What `guard` is to do. */
export interface GuardRequest {
  readonly selection: GuardSelection;
  readonly gate: GateInputs;
  /**
   * What the job deployed, as `type/name environment`; undefined where it did not. A workflow run is one for all legs of a
   * matrix, and each is to watch its own.
   */
  readonly ofJob?: ReadonlySet<string> | undefined;
  /** The tag of the event: that it is left alone by the configuration is no mistake. */
  readonly pushed?: string | undefined;
  /** Whether a rollback fails the step. */
  readonly failOnRollback: boolean;
}

/**
 * Watches what was deployed, and brings back the last good version where a metric is beyond its limit: tag and ledger
 * in one push, then KV, then the record for those who investigate.
 *
 * @returns with `failures` where the gate did its work and the step is to fail all the same
 * @throws TagshipErrors before anything is watched, for everything that can be known by then; TagshipError `cancelled`
 */
export async function guard(request: GuardRequest, settings: MoveSettings, ports: GuardPorts): Promise<GuardReport> {
  const started = ports.clock.now();
  const opened = await ports.journal.group('Read the ledger and the tags', async () => {
    const { selection, pushed } = request;
    const tag = selection.by === 'tag' ? shortTag(selection.tag) : '';
    const isLogic = tag.startsWith('logic/');
    const isOther = tag !== '' && (await isForeign(tag, ports.repository));
    const first = await Session.open(
      settings,
      ports,
      (listing) => (isOther ? [] : namedTargets(selection, listing, pushed)),
      { hints: { past: true }, prefix: isLogic ? 'logic' : 'components' },
    );
    return selection.by === 'run'
      ? await withRecorded(first.session, first.view, request.ofJob)
      : { ...first, targets: isLogic ? [] : first.targets, notices: [] };
  });
  const { session } = opened;
  const keeper = new Gatekeeper(request, settings, session, ports);
  const { ahead, notices } = await keeper.measureClock();
  const selected = judgeable(opened.targets, request.gate, request.selection.by !== 'run', opened.view, session, ahead);
  keeper.fail(selected.failures);
  await keeper.watch(selected.items, opened.view, started);
  const found = [
    ...excludedNotices(opened.view),
    ...warnings(opened.view.ignored()),
    ...opened.notices,
    ...selected.notices,
  ];
  if (selected.items.length > 0) {
    found.push(...notices);
  } else if (opened.targets.length === 0) {
    found.push({ level: 'notice', message: nothingToWatch(request.selection) });
  }
  return keeper.report(found, started);
}

async function withRecorded(session: Session, view: Observation, ofJob: ReadonlySet<string> | undefined) {
  const { items, notices } = await recordedTargets(session, view, ofJob);
  const looked = items.length === 0 ? { view } : await session.observe(items);
  return { session, view: looked.view, targets: items, notices };
}

/** One run of `guard`, or the watching of canaries step by step. */
export class Gatekeeper {
  readonly #request: Pick<GuardRequest, 'failOnRollback'>;
  readonly #settings: MoveSettings;
  readonly #session: Session;
  readonly #ports: GuardPorts;
  readonly #appliers = new Map<Judged, Applier>();
  readonly #gates: GateReport[] = [];
  readonly #results: Aftermath[] = [];
  readonly #notices: Notice[] = [];
  readonly #issues: PostMortemIssue[] = [];
  readonly #failures: TagshipError[] = [];
  #view: Observation | undefined;
  #ahead = 0;

  constructor(
    request: Pick<GuardRequest, 'failOnRollback'>,
    settings: MoveSettings,
    session: Session,
    ports: GuardPorts,
  ) {
    this.#request = request;
    this.#settings = settings;
    this.#session = session;
    this.#ports = ports;
  }

  /** How far the Git server's clock is ahead of ours, in milliseconds; and whether the token could move a tag. */
  async measureClock(): Promise<{ readonly ahead: number; readonly notices: readonly Notice[] }> {
    const { clock, repository } = this.#ports;
    if (this.#settings.dryRun) {
      return { ahead: 0, notices: [] };
    }
    try {
      await repository.mayPush();
      this.#ahead = await aheadOf(repository, clock);
      return { ahead: this.#ahead, notices: [] };
    } catch (error) {
      if (error instanceof TagshipError && error.code === 'push-denied') {
        const message = `After a breach KV would be restored, but the tag could not be moved: ${error.what} ${error.remedy}`;
        // People who watch the log should know it before a breach.
        this.#ports.journal.info(message);
        return { ahead: 0, notices: warnings([message]) };
      }
      throw error;
    }
  }

  /**
   * Watches until every gate has ended.
   * @returns what may stay and go on: what is healthy, or passes all the same
   * @throws TagshipError `cancelled` where nothing was judged, or canaries are watched
   */
  async watch(judged: readonly Judged[], view: Observation, started: number): Promise<readonly Judged[]> {
    const { metrics, clock } = this.#ports;
    this.#view = view;
    for (const message of await checkMetrics(judged, metrics, clock)) {
      this.#advise(message);
    }
    // A rollback that was killed before KV followed is finished before anything is judged.
    const { sound, failures } = await finishPending(this.#session, view, judged, this.#ports);
    this.fail(failures);
    const { issues, notices } = await finishPostMortems(this.#session, view, sound, this.#ports);
    this.#issues.push(...issues);
    this.#notices.push(...notices);
    const prepared: Judged[] = [];
    for (const one of sound) {
      prepared.push(...(await this.#prepare(one)));
    }
    const good: Judged[] = [];
    try {
      await watchAll(prepared, started, this.#ports, async (watch, ending) => {
        await this.#end(watch, ending);
        if (ending.kind === 'concluded' && ending.conclusion.action === 'none') {
          good.push(watch.judged);
        }
      });
    } catch (error) {
      const isCanary = prepared.some(({ beside }) => beside !== undefined);
      if (!(error instanceof TagshipError && error.code === 'cancelled') || isCanary) {
        throw error;
      }
      const cancelled = cancelledWhile(prepared, this.#gates, error);
      if (this.#gates.length === 0) {
        throw cancelled;
      }
      // What the gates did that had ended is reported as ever.
      this.#failures.push(cancelled);
    }
    return good;
  }

  /** What the gates saw so far. */
  get gates(): readonly GateReport[] {
    return this.#gates;
  }

  /** Says what a run did, and what is to fail the step. */
  report(notices: readonly Notice[], started: number): GuardReport {
    const [first] = this.#results.flatMap(({ times }) => times ?? []);
    const reports = this.#results.map(({ report }) => report);
    return {
      ...nothingDone('rollback', this.#settings, []),
      command: 'guard',
      verdict: VERDICTS.find((verdict) => this.#gates.some((gate) => gate.verdict === verdict)),
      rolledBack: reports.some(({ rolledBack }) => rolledBack),
      ledger: ledgerReport(this.#session, this.#session.lastLedger),
      moves: reports.flatMap(({ moves }) => moves),
      deployed: reports.flatMap(({ deployed }) => deployed),
      keys: reports.flatMap(({ keys }) => keys),
      changed: reports.some(({ changed }) => changed),
      rounds: Math.max(0, ...reports.map(({ rounds }) => rounds)),
      issues: [...reports.flatMap(({ issues }) => issues), ...this.#issues],
      gates: this.#gates,
      times: first,
      failures: this.#failures,
      notices: [...notices, ...this.#notices, ...reports.flatMap((one) => one.notices)],
      durationMs: this.#ports.clock.now() - started,
    };
  }

  /**
   * Reads what going back would need, and says now what would stand in the way. A hold that only KV remembers is recorded
   * in the ledger first; otherwise what is measured would be taken for what the tag stands for.
   * @returns what is judged; nothing where the ledger cannot record the hold
   */
  async #prepare(judged: Judged): Promise<Judged[]> {
    const { id, environment } = judged;
    const why = untouchable(judged);
    if (why !== undefined || this.#view === undefined) {
      this.#tell(`\`${id}\` in \`${environment}\` is watched, but would not be rolled back: ${why}.`);
      return [judged];
    }
    try {
      const { applier, adopted } = await prepare(this.#session, [judged], this.#view);
      if (adopted !== undefined) {
        this.#view = adopted;
        const { clock } = this.#ports;
        const now = judgedOf(judged.target, judged.policy, adopted, this.#session, clock.now(), this.#ahead);
        return typeof now === 'string' || now.ref.object !== judged.ref.object
          ? [judged]
          : await this.#prepare({ ...now, beside: judged.beside });
      }
      this.#appliers.set(judged, applier);
    } catch (error) {
      if (error instanceof TagshipError && error.code === 'cancelled') {
        throw error;
      }
      if (error instanceof TagshipError && error.code === 'tag-held') {
        this.fail([error]);
        return [];
      }
      const [first] = toTagshipErrors(error);
      if (first?.code === 'rollback-impossible' && isFirst(judged)) {
        this.#ports.journal.info(`\`${id}\` in \`${environment}\` is watched; it is the first version there.`);
        return [judged];
      }
      this.#tell(`\`${id}\` in \`${environment}\` could not be rolled back: ${first?.what ?? ''}`);
    }
    return [judged];
  }

  /** Takes what is to fail the step, and holds up nothing else. */
  fail(problems: readonly TagshipError[]): void {
    const known = new Set(this.#failures.map(({ message }) => message));
    this.#failures.push(...problems.filter(({ message }) => !known.has(message)));
  }

  /** Says once how something could be asked better. */
  #advise(message: string): void {
    if (!this.#notices.some((notice) => notice.message === message)) {
      this.#notices.push({ level: 'notice', message });
    }
  }

  #tell(message: string): void {
    this.#notices.push({ level: 'warning', message });
    this.#ports.journal.info(message);
  }

  async #end(watch: Watch, ending: Ending): Promise<void> {
    const { judged } = watch;
    if (ending.kind === 'superseded') {
      this.#superseded(watch);
      return;
    }
    if (ending.kind === 'unread') {
      this.fail(toTagshipErrors(ending.error));
      return;
    }
    const { verdict, action, why } = ending.conclusion;
    this.#notices.push(...warnings(raisedLimits(watch.state)));
    this.#ports.journal.info(`${judged.id} ${judged.version} in ${judged.environment} is ${verdict}: ${why}`);
    if (action === 'rollback') {
      await this.#ports.cancellation.shield(() => this.#rollBack(watch, verdict, why));
      return;
    }
    if (action === 'report') {
      const name = `\`${judged.id}\` ${judged.version} in \`${judged.environment}\``;
      this.#leave(watch, verdict, why, `${name} is not rolled back, by \`on-breach: report\`.`);
      return;
    }
    this.#gates.push(gateReport(watch, verdict, why, this.#ports.clock.now()));
    if (action === 'warn') {
      this.#notices.push(
        ...warnings([`\`${judged.id}\` ${judged.version} stays live ${whereOf(judged)} unjudged: ${why}`]),
      );
    }
    if (verdict === 'healthy' && !this.#settings.dryRun && judged.beside === undefined) {
      const { component, environment, ref } = judged;
      const gate = recordOf(watch, verdict);
      const found = [{ component, environment, tag: ref.object, gate }];
      const told = await this.#ports.cancellation.shield(() => recordHealthy(this.#session, found, why));
      this.#notices.push(...warnings(told));
    }
  }

  #superseded(watch: Watch): void {
    const { id, environment, version } = watch.judged;
    const why = `The tag of \`${id}\` for \`${environment}\` was moved by somebody else while ${version} was watched, so nothing was touched.`;
    this.#ports.journal.info(why);
    this.#gates.push(gateReport(watch, 'superseded', why, this.#ports.clock.now()));
    this.#notices.push({ level: 'notice', message: why });
  }

  async #rollBack(watch: Watch, verdict: 'healthy' | 'breached' | 'inconclusive', why: string): Promise<void> {
    const { judged } = watch;
    const { clock, journal } = this.#ports;
    const measuredAt = clock.now();
    const name = `\`${judged.id}\` ${judged.version} in \`${judged.environment}\``;
    const stop = untouchable(judged);
    const applier = this.#appliers.get(judged) ?? this.#session.newApplier();
    const last = this.#view;
    if (stop !== undefined || last === undefined) {
      this.#leave(watch, verdict, why, `${name} is not rolled back, since ${stop}.`);
      return;
    }
    try {
      const ground = { why, gate: recordOf(watch, verdict) };
      const outcome = await journal.group(`Roll back ${judged.id} in ${judged.environment}`, () =>
        retreat(this.#session, [judged], last, applier, ground, this.#ports),
      );
      if (outcome.kind === 'superseded') {
        this.#superseded(watch);
        return;
      }
      if (outcome.kind === 'untouchable') {
        this.#leave(watch, verdict, why, `${name} is not rolled back, since ${outcome.why}.`);
        return;
      }
      const gate = gateReport(watch, verdict, why, measuredAt);
      const held = outcome.kind === 'moved' ? undefined : outcome.isRecorded ? 'ledger' : 'kv';
      const aftermath = await aftermathOf(
        outcome,
        judged,
        gate,
        measuredAt,
        this.#settings,
        this.#session,
        this.#ports,
      );
      const kept = await openPostMortems(this.#session, [aftermath.occasion], outcome.outcome, this.#ports);
      const report = {
        ...aftermath.report,
        issues: kept.issues,
        notices: [...aftermath.report.notices, ...kept.notices],
      };
      const times = aftermath.times && { ...aftermath.times, done: clock.now() - measuredAt };
      this.#results.push({ ...aftermath, report, times });
      this.#gates.push({ ...gate, rolledBackTo: aftermath.version, held });
      this.#conclude(aftermath.failures(kept.issues[0]?.url, this.#request.failOnRollback));
    } catch (error) {
      this.#gates.push(gateReport(watch, verdict, why, measuredAt));
      this.#failures.push(
        ...toTagshipErrors(error).map(
          ({ code, what, remedy, location }) =>
            new TagshipError(code, `${name} should go back, but could not: ${why} ${what}`, remedy, {
              location,
              cause: error,
            }),
        ),
      );
    }
  }

  #leave(watch: Watch, verdict: 'healthy' | 'breached' | 'inconclusive', why: string, because: string): void {
    this.#gates.push(gateReport(watch, verdict, why, this.#ports.clock.now()));
    this.#failures.push(
      new TagshipError('gate-breached', `${because} ${why}`, 'Run `rollback` with a `version` to go further back.'),
    );
  }

  #conclude({ errors, notices }: ReturnType<Aftermath['failures']>): void {
    this.#failures.push(...errors);
    this.#notices.push(...notices);
  }
}

function whereOf({ environment, beside }: Judged): string {
  return beside === undefined ? `in \`${environment}\`` : `for ${beside.share} % of \`${beside.environment}\``;
}

/** Whether nothing ran in an environment before: then there is nothing to go back to, and nothing wrong with that. */
function isFirst({ entry }: Judged): boolean {
  return entry !== undefined && entry.previous === null && entry.healthy.length === 0;
}

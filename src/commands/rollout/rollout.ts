import { type Component, componentId } from '../../domain/component.ts';
import type { TagRef } from '../../domain/component-tags.ts';
import type { CanaryConfig } from '../../domain/config.ts';
import type { GatePolicy } from '../../domain/gate/policy.ts';
import { gatePolicyOf } from '../../domain/gate/resolve.ts';
import { type Choice, choosePromotion } from '../../domain/moves.ts';
import { environmentTarget, type Target } from '../../domain/projection.ts';
import { liveShare } from '../../domain/rollout/share.ts';
import { alikeForAll, nextAction, stepOf, stepPolicy } from '../../domain/rollout/steps.ts';
import { duration } from '../../domain/text.ts';
import { type Decide, type Intent, type MoveOutcome, move, type NewShare } from '../../engine/move.ts';
import type { Observation } from '../../engine/observation.ts';
import type { RunPorts } from '../../engine/run.ts';
import type { Session } from '../../engine/session.ts';
import { inContext, knownErrors, TagshipError, TagshipErrors } from '../../errors.ts';
import type { Cancellation } from '../../ports/cancellation.ts';
import type { Metrics } from '../../ports/metrics.ts';
import { showingFailure, showShare } from '../deployment.ts';
import { combined, ledgerReport, nothingDone, warnings, worstVerdict } from '../describe.ts';
import { Gatekeeper } from '../guard/guard.ts';
import { checkMetrics, type Judged, judgedOf } from '../guard/subject.ts';
import { anchorRemembered, chooseAll, type MoveSettings, reportMove, stateOf } from '../moves.ts';
import type { Notice, RunReport } from '../report.ts';
import { type Arm, refuseTaken, rolloutOf } from './arm.ts';
import { BesideLive } from './beside-live.ts';

/** The effects of a promotion: only one step by step asks metrics. */
export interface RolloutPorts extends RunPorts {
  readonly metrics: () => Promise<Metrics>;
  readonly cancellation: Cancellation;
}

/**
 * Chooses what the live environment is to have, by what is there now.
 * @param some of the components alone
 * @throws TagshipErrors
 */
export type ChooseLive = (now: Observation, some?: readonly Target[]) => Promise<readonly Choice[]>;

type Settled = Extract<MoveOutcome, { readonly view: Observation }>;

/**
 * Puts versions into an environment through its canary: the canary's tag moves, then more and more users get it, watched
 * beside what is live at every step, and at the end the live tag moves. What another run left off goes on from what the
 * ledger says.
 *
 * @param chooseLive what the live environment is to have; asked again before the end
 * @throws TagshipErrors before anything has moved, for everything that can be known by then
 */
export async function rollOut(
  session: Session,
  view: Observation,
  targets: readonly Target[],
  environment: string,
  rule: CanaryConfig,
  chooseLive: ChooseLive,
  settings: MoveSettings,
  ports: RolloutPorts,
  started: number,
): Promise<RunReport> {
  const choices = await chooseLive(view);
  const gate = gatePolicyOf(session.config.environments[environment]?.gate);
  const slow = choices.filter(({ situation: { ref } }) => ref !== undefined);
  if (slow.length > 0 && gate === undefined) {
    throw new TagshipError(
      'gate-missing',
      `\`${environment}\` has a canary, but no gate that could judge it.`,
      `Describe one under \`environments.${environment}.gate\` in the configuration.`,
    );
  }
  const policy = gate === undefined ? undefined : stepPolicy(gate, rule);
  const problems = policy === undefined || slow.length === 0 ? [] : alikeForAll(policy);
  if (problems.length > 0) {
    throw new TagshipErrors(problems);
  }
  const metrics = policy === undefined || settings.dryRun ? undefined : await ports.metrics();
  return await new Rollout(
    session,
    targets,
    environment,
    rule,
    policy,
    chooseLive,
    settings,
    ports,
    metrics,
    started,
  ).run(view, choices);
}

/** One run of a promotion through a canary. */
class Rollout {
  readonly #session: Session;
  readonly #targets: readonly Target[];
  readonly #environment: string;
  readonly #rule: CanaryConfig;
  readonly #policy: GatePolicy | undefined;
  readonly #chooseLive: ChooseLive;
  readonly #settings: MoveSettings;
  readonly #ports: RolloutPorts;
  readonly #started: number;
  readonly #keeper: Gatekeeper | undefined;
  readonly #beside: BesideLive | undefined;
  readonly #reports: RunReport[] = [];
  readonly #notices: Notice[] = [];
  readonly #failures: TagshipError[] = [];
  #arms: Arm[] = [];
  #ahead = 0;

  constructor(
    session: Session,
    targets: readonly Target[],
    environment: string,
    rule: CanaryConfig,
    policy: GatePolicy | undefined,
    chooseLive: ChooseLive,
    settings: MoveSettings,
    ports: RolloutPorts,
    metrics: Metrics | undefined,
    started: number,
  ) {
    this.#session = session;
    this.#targets = targets;
    this.#environment = environment;
    this.#rule = rule;
    this.#policy = policy;
    this.#chooseLive = chooseLive;
    this.#settings = settings;
    this.#ports = ports;
    this.#started = started;
    if (metrics !== undefined) {
      this.#beside = new BesideLive(metrics, ({ component }) => ({ environment, version: this.#liveOf(component) }));
      const all = { ...ports, metrics: this.#beside };
      this.#keeper = new Gatekeeper({ failOnRollback: true }, settings, session, all);
    }
  }

  async run(view: Observation, choices: readonly Choice[]): Promise<RunReport> {
    const slow = choices.filter(({ situation: { ref } }) => ref !== undefined);
    this.#arms = slow.map((choice) => this.#armOf(choice, view));
    await refuseTaken(this.#session, view, this.#environment, this.#arms);
    await this.#checkMetrics();
    const begun = await this.#begin(view, choices);
    if (!this.#settings.dryRun) {
      await this.#steps(begun);
    }
    return this.#report();
  }

  #armOf({ situation, version }: Choice, view: Observation): Arm {
    const { component, current, ref } = situation;
    const arm = { component, id: componentId(component), version, live: current, canaryRef: undefined };
    const placed = this.#shareOf(component, view);
    const isOf = placed?.version === version;
    return {
      ...arm,
      liveRef: ref ?? { name: '', object: '', commit: '' },
      share: isOf ? placed.share : 0,
      isWatched: false,
      steps: [],
      ended: undefined,
    };
  }

  #liveOf(component: Component): string {
    return this.#arms.find(({ id }) => id === componentId(component))?.live ?? '';
  }

  #shareOf(component: Component, view: Observation) {
    const tags = view.tags.get(componentId(component));
    return tags === undefined ? undefined : liveShare(tags, this.#environment, this.#rule, view.shares);
  }

  /** What is wrong with a metric is found before anything moves. */
  async #checkMetrics(): Promise<void> {
    const policy = this.#policy;
    if (this.#beside !== undefined && policy !== undefined) {
      const { clock } = this.#ports;
      const asked = this.#arms.map(({ component, version }) => {
        return { component, environment: this.#environment, version, previous: undefined, policy, since: clock.now() };
      });
      const advice = await checkMetrics(asked, this.#beside, clock);
      this.#notices.push(...advice.map((message): Notice => ({ level: 'notice', message })));
    }
    const clock = this.#arms.length === 0 ? undefined : await this.#keeper?.measureClock();
    this.#ahead = clock?.ahead ?? 0;
    this.#notices.push(...(clock?.notices ?? []));
  }

  /** Ends canaries of other versions, and moves the tags of the canaries; what was never live goes live at once. */
  async #begin(view: Observation, choices: readonly Choice[]): Promise<Observation> {
    let now = await this.#endOthers(view);
    const first = choices.filter(({ situation: { ref } }) => ref === undefined);
    if (first.length > 0 || this.#arms.length === 0) {
      const ids = new Set(first.map(({ situation }) => componentId(situation.component)));
      const isFirst = ({ component }: Target): boolean => ids.has(componentId(component));
      const targets = this.#arms.length === 0 ? this.#targets : this.#targets.filter(isFirst);
      now = await this.#move(now, targets, async (seen) => {
        const chosen = await this.#chooseLive(seen, targets.filter(isFirst));
        return { kind: 'promote', removals: [], choices: chosen.filter(({ situation: { ref } }) => ref === undefined) };
      });
      this.#notices.push(
        ...first.map(({ situation: { component }, version }): Notice => {
          const message = `\`${componentId(component)}\` ${version} is the first one in \`${this.#environment}\`, so it went live without a canary.`;
          return { level: 'notice', message };
        }),
      );
    }
    if (this.#arms.length === 0) {
      return now;
    }
    const canaries = this.#arms.map(({ component }) => environmentTarget(component, this.#rule.environment));
    return await this.#move(now, canaries, async (seen) => {
      const wanted = [...new Set(this.#arms.map(({ version }) => version))];
      await anchorRemembered(this.#session, seen, canaries, wanted);
      const chosen = chooseAll(this.#arms, ({ component, version }) =>
        choosePromotion(
          stateOf(component, this.#rule.environment, seen),
          version,
          undefined,
          this.#settings.overrides,
          `the canary of \`${this.#environment}\``,
        ),
      );
      return { kind: 'promote', removals: [], choices: chosen };
    });
  }

  /** What users get of another version ends first: what its canary's tag stands for next is not for them yet. */
  async #endOthers(view: Observation): Promise<Observation> {
    const isOther = ({ component }: Target, now: Observation): boolean => {
      const arm = this.#arms.find(({ id }) => id === componentId(component));
      const placed = this.#shareOf(component, now);
      return placed !== undefined && placed.version !== arm?.version;
    };
    const others = this.#targets.filter((target) => isOther(target, view));
    if (others.length === 0 || this.#settings.dryRun) {
      return view;
    }
    const now = await this.#share(view, others, (seen) =>
      others.flatMap((target) => (isOther(target, seen) ? this.#shareTo(target.component, 0, 0, seen) : [])),
    );
    const names = others.map(({ component }) => `\`${componentId(component)}\``).join(', ');
    this.#notices.push({
      level: 'warning',
      message: `Another canary was ended first, so no user of \`${this.#environment}\` gets it any more: ${names}.`,
    });
    if (this.#arms.length === 0) {
      return now;
    }
    const wait = this.#policy?.initialDelayMs ?? 0;
    this.#ports.journal.info(`Waiting ${duration(wait)} until no reader takes the canary for the one before.`);
    await this.#ports.clock.sleep(wait);
    return await this.#look();
  }

  async #look(): Promise<Observation> {
    return (await this.#session.observe(this.#pair())).view;
  }

  /** Both targets of everything that is on its way. */
  #pair(): Target[] {
    return this.#targets.flatMap(({ component }) =>
      [this.#environment, this.#rule.environment].map((name) => environmentTarget(component, name)),
    );
  }

  /** Moves tags, and takes what came of it into the report. */
  async #move(view: Observation, targets: readonly Target[], decide: Decide): Promise<Observation> {
    const outcome = await this.#ports.cancellation.shield(() =>
      showingFailure(this.#session, targets, view.refs.head, 'promote', this.#ports, () =>
        move(this.#session, view, targets, decide),
      ),
    );
    const report = await reportMove(
      'promote',
      this.#session,
      view,
      targets,
      outcome,
      this.#settings,
      this.#ports,
      this.#started,
    );
    this.#reports.push(report);
    if (outcome.kind === 'superseded') {
      const ids = new Set(targets.map(({ component }) => componentId(component)));
      for (const arm of this.#open.filter(({ id }) => ids.has(id))) {
        arm.ended = { verdict: 'superseded', why: `The tag \`${outcome.tag}\` was moved by somebody else meanwhile.` };
      }
      return await this.#look();
    }
    return outcome.view;
  }

  /** Writes shares into the ledger, and then to KV. */
  async #share(
    view: Observation,
    targets: readonly Target[],
    sharesFor: (now: Observation) => readonly NewShare[],
  ): Promise<Observation> {
    const both = targets.flatMap(({ component }) =>
      [this.#environment, this.#rule.environment].map((name) => environmentTarget(component, name)),
    );
    const decide = async (now: Observation): Promise<Intent> => {
      return { kind: 'promote', choices: [], removals: [], shares: sharesFor(now) };
    };
    const outcome = await this.#ports.cancellation.shield(() => move(this.#session, view, both, decide));
    return outcome.kind === 'superseded' ? await this.#look() : this.#took(outcome);
  }

  #took(outcome: Settled): Observation {
    this.#reports.push({
      ...nothingDone('promote', this.#settings, warnings(outcome.warnings)),
      ledger: ledgerReport(this.#session, outcome.ledger),
      keys: outcome.keys,
      changed: true,
      rounds: outcome.rounds,
      failures: outcome.failures,
    });
    return outcome.view;
  }

  #shareTo(component: Component, share: number, step: number, view: Observation): NewShare[] {
    const environments = view.tags.get(componentId(component))?.environments;
    const [tag, live] = [environments?.get(this.#rule.environment), environments?.get(this.#environment)];
    return tag === undefined || live === undefined
      ? []
      : [{ component, environment: this.#rule.environment, of: this.#environment, share, step, tag, live }];
  }

  async #steps(begun: Observation): Promise<void> {
    const since = this.#ports.clock.now();
    let view = begun;
    try {
      for (const arm of this.#arms) {
        arm.canaryRef = this.#canaryRef(arm, view);
      }
      while (this.#open.length > 0) {
        view = await this.#finish(await this.#raise(view));
        await this.#watch(view, since);
        view = this.#open.length === 0 ? view : await this.#look();
      }
    } catch (error) {
      const left = this.#open.map(({ id, share }) => `\`${id}\` at ${share} %`).join(', ');
      const [first] = knownErrors(error);
      const isCancelled = first?.code === 'cancelled';
      this.#failures.push(
        ...inContext(
          error,
          (what) =>
            isCancelled
              ? `The run was cancelled. Users of \`${this.#environment}\` still get the canary: ${left || 'none'}.`
              : `The canary stopped (${left || 'none is left'}): ${what}`,
          (remedy) =>
            isCancelled
              ? 'Run `promote` for the same version again to go on, or `rollback` with `percentage: 0` to end it.'
              : remedy,
        ),
      );
      for (const arm of this.#open) {
        arm.ended = { verdict: undefined, why: first?.what ?? '' };
        if (arm.share > 0 && arm.steps.at(-1)?.share !== arm.share) {
          arm.steps.push({ step: stepOf(this.#rule.steps, arm.share), share: arm.share, gate: undefined });
        }
      }
    }
  }

  get #open(): Arm[] {
    return this.#arms.filter(({ ended }) => ended === undefined);
  }

  #canaryRef({ id, component, version }: Arm, view: Observation): TagRef | undefined {
    const { ref, current, entry } = stateOf(component, this.#rule.environment, view);
    return current === version && entry?.tag === ref?.object && view.tags.has(id) ? ref : undefined;
  }

  /** Whether everything is as this run left it: nobody moved a tag, and nobody changed the share. */
  #isOwn(arm: Arm, now: Observation): boolean {
    const environments = now.tags.get(arm.id)?.environments;
    return (
      arm.canaryRef !== undefined &&
      environments?.get(this.#rule.environment)?.object === arm.canaryRef.object &&
      environments.get(this.#environment)?.object === arm.liveRef.object &&
      (this.#shareOf(arm.component, now)?.share ?? 0) === arm.share
    );
  }

  #supersede(view: Observation): void {
    for (const arm of this.#open) {
      if (!this.#isOwn(arm, view)) {
        const why = `A tag of \`${arm.id}\`, or the share of its canary, was changed by somebody else meanwhile.`;
        this.#notices.push({ level: 'notice', message: `${why} This run goes on with it no more.` });
        arm.ended = { verdict: 'superseded', why };
        arm.share = this.#shareOf(arm.component, view)?.share ?? 0;
      }
    }
  }

  /** Gives the next part of the users what is ready for it. */
  async #raise(view: Observation): Promise<Observation> {
    this.#supersede(view);
    const raises = this.#open.flatMap((arm) => {
      const next = nextAction(this.#rule.steps, arm.share, arm.isWatched);
      return next.kind === 'raise' ? [{ arm, next }] : [];
    });
    if (raises.length === 0) {
      return view;
    }
    let given = raises;
    const targets = raises.map(({ arm: { component } }) => environmentTarget(component, this.#environment));
    const now = await this.#share(view, targets, (seen) => {
      given = raises.filter(({ arm }) => this.#isOwn(arm, seen));
      return given.flatMap(({ arm, next }) => this.#shareTo(arm.component, next.share, next.step, seen));
    });
    for (const { arm, next } of given) {
      arm.share = next.share;
      arm.isWatched = false;
    }
    this.#supersede(now);
    const shown = given.filter(({ arm }) => arm.ended === undefined);
    for (const { arm, next } of shown) {
      const all = this.#rule.steps.length;
      this.#ports.journal.info(
        `Step ${next.step} of ${all}: ${arm.id} ${arm.version} for ${next.share} % of ${this.#environment}.`,
      );
      const commit = arm.canaryRef?.commit ?? '';
      const { environment } = this.#rule;
      const shownTo = { component: arm.id, version: arm.version, share: next.share, of: this.#environment };
      this.#notices.push(...(await showShare(this.#session, environment, commit, shownTo, this.#ports)));
    }
    return now;
  }

  /** Watches everything at its share. */
  async #watch(view: Observation, since: number): Promise<void> {
    const { clock } = this.#ports;
    const judged = this.#open.flatMap((arm) => this.#judged(arm, view, since));
    if (judged.length === 0 || this.#keeper === undefined) {
      return;
    }
    const before = this.#keeper.gates.length;
    const good = await this.#keeper.watch(judged, view, clock.now());
    const gates = this.#keeper.gates.slice(before);
    for (const arm of this.#open) {
      const gate = gates.find(({ component }) => component === arm.id);
      arm.steps.push({ step: stepOf(this.#rule.steps, arm.share), share: arm.share, gate });
      arm.isWatched = good.some(({ id }) => id === arm.id);
      if (!arm.isWatched) {
        arm.ended = { verdict: gate?.verdict, why: gate?.why ?? 'It could not be watched.' };
        arm.share = gate?.rolledBackTo === undefined ? arm.share : 0;
      }
    }
    this.#beside?.nextStep();
  }

  #judged(arm: Arm, view: Observation, since: number): Judged[] {
    const target = environmentTarget(arm.component, this.#rule.environment);
    if (this.#policy === undefined) {
      return [];
    }
    const judged = judgedOf(target, this.#policy, view, this.#session, this.#ports.clock.now(), this.#ahead);
    const live = stateOf(arm.component, this.#environment, view);
    if (typeof judged === 'string' || arm.live === undefined || live.ref === undefined) {
      return [];
    }
    const tags = view.tags.get(arm.id);
    const held = tags === undefined ? undefined : view.versionOf(tags, live.ref)?.held;
    const beside = {
      environment: this.#environment,
      ref: arm.liveRef,
      version: arm.live,
      commit: held ?? arm.liveRef.commit,
      share: arm.share,
    };
    return [{ ...judged, since, previous: arm.live, beside }];
  }

  /** What went through all steps goes live: the tag moves and the share ends in one push. */
  async #finish(view: Observation): Promise<Observation> {
    const done = this.#open.filter(
      ({ share, isWatched }) => nextAction(this.#rule.steps, share, isWatched).kind === 'finish',
    );
    if (done.length === 0) {
      return view;
    }
    let going = done;
    const targets = done.map(({ component }) => environmentTarget(component, this.#environment));
    const now = await this.#move(view, targets, async (seen) => {
      going = done.filter((arm) => this.#isOwn(arm, seen));
      const some = going.map(({ component }) => environmentTarget(component, this.#environment));
      const choices = await this.#chooseLive(seen, some);
      return {
        kind: 'promote',
        removals: [],
        choices: choices.map((choice) => ({ ...choice, why: 'what its canary was healthy with' })),
      };
    });
    for (const arm of going.filter(({ ended }) => ended === undefined)) {
      arm.ended = { verdict: 'healthy', why: `All users of \`${this.#environment}\` have it.` };
      arm.share = 0;
    }
    this.#supersede(now);
    return now;
  }

  #report(): RunReport {
    const rollouts = this.#arms.map((arm) => rolloutOf(arm, this.#environment, this.#rule));
    const watched = this.#keeper?.report([], this.#started);
    const merged = combined([...this.#reports, ...(watched === undefined ? [] : [watched])]);
    return {
      ...nothingDone('promote', this.#settings, [], this.#ports.clock.now() - this.#started),
      ...merged,
      ledger: ledgerReport(this.#session, this.#session.lastLedger),
      verdict: worstVerdict([...rollouts, ...this.#reports]),
      rollouts,
      failures: [...merged.failures, ...this.#failures],
      notices: [...this.#notices, ...merged.notices],
    };
  }
}

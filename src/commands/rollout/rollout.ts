import { type Component, componentId } from '../../domain/component.ts';
import type { TagRef } from '../../domain/component-tags.ts';
import type { CanaryConfig } from '../../domain/environment-schema.ts';
import { gatePolicyOf } from '../../domain/gate/resolve.ts';
import { environmentTarget, type Target } from '../../domain/projection.ts';
import { alikeForAll, nextAction, stepOf, stepPolicy } from '../../domain/rollout/steps.ts';
import type { Choice } from '../../domain/version-choice.ts';
import type { Observation } from '../../engine/observation.ts';
import type { Session } from '../../engine/session.ts';
import { inContext, knownErrors, TagshipError, TagshipErrors } from '../../errors.ts';
import type { Metrics } from '../../ports/metrics.ts';
import { showShare } from '../deployment.ts';
import { combined, ledgerReport, nothingDone, worstVerdict } from '../describe.ts';
import { Gatekeeper } from '../guard/guard.ts';
import { checkMetrics, type Judged, judgedOf } from '../guard/subject.ts';
import { type MoveSettings, stateOf } from '../moves.ts';
import type { Notice, RunReport } from '../report.ts';
import { type Arm, refuseTaken, rolloutOf } from './arm.ts';
import { begin } from './begin.ts';
import { BesideLive } from './beside-live.ts';
import { type ChooseLive, type RolloutPorts, type RolloutRequest, RolloutWrites } from './writes.ts';

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
  const request = { session, targets, environment, rule, policy, chooseLive, settings, ports, started };
  return await new Rollout(request, metrics).run(view, choices);
}

/** One run of a promotion through a canary. */
class Rollout {
  readonly #request: RolloutRequest;
  readonly #writes: RolloutWrites;
  readonly #keeper: Gatekeeper | undefined;
  readonly #beside: BesideLive | undefined;
  readonly #notices: Notice[] = [];
  readonly #failures: TagshipError[] = [];
  #arms: Arm[] = [];
  #ahead = 0;

  constructor(request: RolloutRequest, metrics: Metrics | undefined) {
    this.#request = request;
    this.#writes = new RolloutWrites(request);
    if (metrics !== undefined) {
      const { environment, settings, session, ports } = request;
      this.#beside = new BesideLive(metrics, ({ component }) => ({ environment, version: this.#liveOf(component) }));
      const all = { ...ports, metrics: this.#beside };
      this.#keeper = new Gatekeeper({ failOnRollback: true }, settings, session, all);
    }
  }

  async run(view: Observation, choices: readonly Choice[]): Promise<RunReport> {
    const { session, environment, settings } = this.#request;
    const slow = choices.filter(({ situation: { ref } }) => ref !== undefined);
    this.#arms = slow.map((choice) => this.#armOf(choice, view));
    await refuseTaken(session, view, environment, this.#arms);
    await this.#checkMetrics();
    const begun = await begin(this.#request, this.#writes, this.#arms, choices, view);
    this.#notices.push(...begun.notices);
    if (!settings.dryRun) {
      await this.#steps(begun.view);
    }
    return this.#report();
  }

  #armOf({ situation, version }: Choice, view: Observation): Arm {
    const { component, current, ref } = situation;
    const arm = { component, id: componentId(component), version, live: current, canaryRef: undefined };
    const placed = this.#writes.shareOf(component, view);
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

  /** What is wrong with a metric is found before anything moves. */
  async #checkMetrics(): Promise<void> {
    const policy = this.#request.policy;
    if (this.#beside !== undefined && policy !== undefined) {
      const { clock } = this.#request.ports;
      const asked = this.#arms.map(({ component, version }) => {
        return {
          component,
          environment: this.#request.environment,
          version,
          previous: undefined,
          policy,
          since: clock.now(),
        };
      });
      const advice = await checkMetrics(asked, this.#beside, clock);
      this.#notices.push(...advice.map((message): Notice => ({ level: 'notice', message })));
    }
    const clock = this.#arms.length === 0 ? undefined : await this.#keeper?.measureClock();
    this.#ahead = clock?.ahead ?? 0;
    this.#notices.push(...(clock?.notices ?? []));
  }

  async #steps(begun: Observation): Promise<void> {
    const since = this.#request.ports.clock.now();
    let view = begun;
    try {
      for (const arm of this.#arms) {
        arm.canaryRef = this.#canaryRef(arm, view);
      }
      while (this.#open.length > 0) {
        view = await this.#finish(await this.#raise(view));
        await this.#watch(view, since);
        view = this.#open.length === 0 ? view : await this.#writes.look();
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
              ? `The run was cancelled. Users of \`${this.#request.environment}\` still get the canary: ${left || 'none'}.`
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
          arm.steps.push({ step: stepOf(this.#request.rule.steps, arm.share), share: arm.share, gate: undefined });
        }
      }
    }
  }

  get #open(): Arm[] {
    return this.#arms.filter(({ ended }) => ended === undefined);
  }

  #canaryRef({ id, component, version }: Arm, view: Observation): TagRef | undefined {
    const { ref, current, entry } = stateOf(component, this.#request.rule.environment, view);
    return current === version && entry?.tag === ref?.object && view.tags.has(id) ? ref : undefined;
  }

  /** Whether everything is as this run left it: nobody moved a tag, and nobody changed the share. */
  #isOwn(arm: Arm, now: Observation): boolean {
    const environments = now.tags.get(arm.id)?.environments;
    return (
      arm.canaryRef !== undefined &&
      environments?.get(this.#request.rule.environment)?.object === arm.canaryRef.object &&
      environments.get(this.#request.environment)?.object === arm.liveRef.object &&
      (this.#writes.shareOf(arm.component, now)?.share ?? 0) === arm.share
    );
  }

  #supersede(view: Observation): void {
    for (const arm of this.#open) {
      if (!this.#isOwn(arm, view)) {
        const why = `A tag of \`${arm.id}\`, or the share of its canary, was changed by somebody else meanwhile.`;
        this.#notices.push({ level: 'notice', message: `${why} This run goes on with it no more.` });
        arm.ended = { verdict: 'superseded', why };
        arm.share = this.#writes.shareOf(arm.component, view)?.share ?? 0;
      }
    }
  }

  /** Gives the next part of the users what is ready for it. */
  async #raise(view: Observation): Promise<Observation> {
    this.#supersede(view);
    const raises = this.#open.flatMap((arm) => {
      const next = nextAction(this.#request.rule.steps, arm.share, arm.isWatched);
      return next.kind === 'raise' ? [{ arm, next }] : [];
    });
    if (raises.length === 0) {
      return view;
    }
    let given = raises;
    const targets = raises.map(({ arm: { component } }) => environmentTarget(component, this.#request.environment));
    const now = await this.#writes.share(view, targets, (seen) => {
      given = raises.filter(({ arm }) => this.#isOwn(arm, seen));
      return given.flatMap(({ arm, next }) => this.#writes.shareTo(arm.component, next.share, next.step, seen));
    });
    for (const { arm, next } of given) {
      arm.share = next.share;
      arm.isWatched = false;
    }
    this.#supersede(now);
    const shown = given.filter(({ arm }) => arm.ended === undefined);
    for (const { arm, next } of shown) {
      const all = this.#request.rule.steps.length;
      this.#request.ports.journal.info(
        `Step ${next.step} of ${all}: ${arm.id} ${arm.version} for ${next.share} % of ${this.#request.environment}.`,
      );
      const commit = arm.canaryRef?.commit ?? '';
      const { environment } = this.#request.rule;
      const shownTo = { component: arm.id, version: arm.version, share: next.share, of: this.#request.environment };
      this.#notices.push(
        ...(await showShare(this.#request.session, environment, commit, shownTo, this.#request.ports)),
      );
    }
    return now;
  }

  /** Watches everything at its share. */
  async #watch(view: Observation, since: number): Promise<void> {
    const { clock } = this.#request.ports;
    const judged = this.#open.flatMap((arm) => this.#judged(arm, view, since));
    if (judged.length === 0 || this.#keeper === undefined) {
      return;
    }
    const before = this.#keeper.gates.length;
    const good = await this.#keeper.watch(judged, view, clock.now());
    const gates = this.#keeper.gates.slice(before);
    for (const arm of this.#open) {
      const gate = gates.find(({ component }) => component === arm.id);
      arm.steps.push({ step: stepOf(this.#request.rule.steps, arm.share), share: arm.share, gate });
      arm.isWatched = good.some(({ id }) => id === arm.id);
      if (!arm.isWatched) {
        arm.ended = { verdict: gate?.verdict, why: gate?.why ?? 'It could not be watched.' };
        arm.share = gate?.rolledBackTo === undefined ? arm.share : 0;
      }
    }
    this.#beside?.nextStep();
  }

  #judged(arm: Arm, view: Observation, since: number): Judged[] {
    const target = environmentTarget(arm.component, this.#request.rule.environment);
    if (this.#request.policy === undefined) {
      return [];
    }
    const judged = judgedOf(
      target,
      this.#request.policy,
      view,
      this.#request.session,
      this.#request.ports.clock.now(),
      this.#ahead,
    );
    const live = stateOf(arm.component, this.#request.environment, view);
    if (typeof judged === 'string' || arm.live === undefined || live.ref === undefined) {
      return [];
    }
    const tags = view.tags.get(arm.id);
    const held = tags === undefined ? undefined : view.versionOf(tags, live.ref)?.held;
    const beside = {
      environment: this.#request.environment,
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
      ({ share, isWatched }) => nextAction(this.#request.rule.steps, share, isWatched).kind === 'finish',
    );
    if (done.length === 0) {
      return view;
    }
    let going = done;
    const targets = done.map(({ component }) => environmentTarget(component, this.#request.environment));
    const now = await this.#writes.move(
      view,
      targets,
      async (seen) => {
        going = done.filter((arm) => this.#isOwn(arm, seen));
        const some = going.map(({ component }) => environmentTarget(component, this.#request.environment));
        const choices = await this.#request.chooseLive(seen, some);
        return {
          kind: 'promote',
          removals: [],
          choices: choices.map((choice) => ({ ...choice, why: 'what its canary was healthy with' })),
        };
      },
      done,
    );
    for (const arm of going.filter(({ ended }) => ended === undefined)) {
      arm.ended = { verdict: 'healthy', why: `All users of \`${this.#request.environment}\` have it.` };
      arm.share = 0;
    }
    this.#supersede(now);
    return now;
  }

  #report(): RunReport {
    const rollouts = this.#arms.map((arm) => rolloutOf(arm, this.#request.environment, this.#request.rule));
    const watched = this.#keeper?.report([], this.#request.started);
    const merged = combined([...this.#writes.reports, ...(watched === undefined ? [] : [watched])]);
    return {
      ...nothingDone('promote', this.#request.settings, [], this.#request.ports.clock.now() - this.#request.started),
      ...merged,
      ledger: ledgerReport(this.#request.session, this.#request.session.lastLedger),
      verdict: worstVerdict([...rollouts, ...this.#writes.reports]),
      rollouts,
      failures: [...merged.failures, ...this.#failures],
      notices: [...this.#notices, ...merged.notices],
    };
  }
}

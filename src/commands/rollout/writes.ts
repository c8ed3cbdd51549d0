import { type Component, componentId } from '../../domain/component.ts';
import type { CanaryConfig } from '../../domain/environment-schema.ts';
import type { GatePolicy } from '../../domain/gate/policy.ts';
import { environmentTarget, type Target } from '../../domain/projection.ts';
import { type LiveShare, liveShare } from '../../domain/rollout/share.ts';
import type { Choice } from '../../domain/version-choice.ts';
import { type Decide, type Intent, type MoveOutcome, move, type NewShare } from '../../engine/move.ts';
import type { Observation } from '../../engine/observation.ts';
import type { RunPorts } from '../../engine/run-ports.ts';
import type { Session } from '../../engine/session.ts';
import type { Cancellation } from '../../ports/cancellation.ts';
import type { Metrics } from '../../ports/metrics.ts';
import { showingFailure } from '../deployment.ts';
import { ledgerReport, nothingDone, warnings } from '../describe.ts';
import { type MoveSettings, reportMove } from '../moves.ts';
import type { RunReport } from '../report.ts';
import type { Arm } from './arm.ts';

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

/** A promotion through a canary. */
export interface RolloutRequest {
  readonly session: Session;
  readonly targets: readonly Target[];
  /** The live environment. */
  readonly environment: string;
  readonly rule: CanaryConfig;
  /** How a step is judged; undefined where the live environment has no gate. */
  readonly policy: GatePolicy | undefined;
  readonly chooseLive: ChooseLive;
  readonly settings: MoveSettings;
  readonly ports: RolloutPorts;
  readonly started: number;
}

/** Everything that a promotion through a canary writes: tags and shares, each with the ledger first and KV after it. */
export class RolloutWrites {
  /** What came of each. */
  readonly reports: RunReport[] = [];
  readonly #request: RolloutRequest;

  constructor(request: RolloutRequest) {
    this.#request = request;
  }

  /** The ledger and the tags as they are now. */
  async look(): Promise<Observation> {
    const { session, targets } = this.#request;
    return (await session.observe(this.#withCanaries(targets))).view;
  }

  /** What users of the live environment get of a component by the ledger. */
  shareOf(component: Component, view: Observation): LiveShare | undefined {
    const { environment, rule } = this.#request;
    const tags = view.tags.get(componentId(component));
    return tags === undefined ? undefined : liveShare(tags, environment, rule, view.shares);
  }

  /** Moves tags. Where somebody else was first, the components in question are superseded. */
  async move(
    view: Observation,
    targets: readonly Target[],
    decide: Decide,
    open: readonly Arm[],
  ): Promise<Observation> {
    const { session, settings, ports, started } = this.#request;
    const outcome = await ports.cancellation.shield(() =>
      showingFailure(session, targets, view.refs.head, 'promote', ports, () => move(session, view, targets, decide)),
    );
    this.reports.push(await reportMove('promote', session, view, targets, outcome, settings, ports, started));
    if (outcome.kind !== 'superseded') {
      return outcome.view;
    }
    const ids = new Set(targets.map(({ component }) => componentId(component)));
    for (const arm of open.filter(({ id }) => ids.has(id))) {
      arm.ended = { verdict: 'superseded', why: `The tag \`${outcome.tag}\` was moved by somebody else meanwhile.` };
    }
    return await this.look();
  }

  /** Gives canaries to some percent of the users. */
  async share(
    view: Observation,
    targets: readonly Target[],
    sharesFor: (now: Observation) => readonly NewShare[],
  ): Promise<Observation> {
    const { session, ports } = this.#request;
    const decide = async (now: Observation): Promise<Intent> => {
      return { kind: 'promote', choices: [], removals: [], shares: sharesFor(now) };
    };
    const outcome = await ports.cancellation.shield(() => move(session, view, this.#withCanaries(targets), decide));
    return outcome.kind === 'superseded' ? await this.look() : this.#took(outcome);
  }

  /** The share of a component; none where one of its two tags is gone. */
  shareTo(component: Component, share: number, step: number, view: Observation): NewShare[] {
    const { environment: of, rule } = this.#request;
    const environments = view.tags.get(componentId(component))?.environments;
    const [tag, live] = [environments?.get(rule.environment), environments?.get(of)];
    return tag === undefined || live === undefined
      ? []
      : [{ component, environment: rule.environment, of, share, step, tag, live }];
  }

  #took(outcome: Extract<MoveOutcome, { readonly view: Observation }>): Observation {
    const { session, settings } = this.#request;
    this.reports.push({
      ...nothingDone('promote', settings, warnings(outcome.warnings)),
      ledger: ledgerReport(session, outcome.ledger),
      keys: outcome.keys,
      changed: true,
      rounds: outcome.rounds,
      failures: outcome.failures,
    });
    return outcome.view;
  }

  #withCanaries(targets: readonly Target[]): Target[] {
    const { environment, rule } = this.#request;
    return targets.flatMap(({ component }) =>
      [environment, rule.environment].map((name) => environmentTarget(component, name)),
    );
  }
}

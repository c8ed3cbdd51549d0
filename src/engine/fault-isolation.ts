import { type Component, componentId } from '../domain/component.ts';
import type { Target } from '../domain/projection.ts';
import { isOfNamespace, ownTrouble, type TagshipError, TagshipErrors } from '../errors.ts';
import type { Applier } from './apply.ts';
import type { DesiredState } from './desired.ts';
import type { Observation } from './observation.ts';

type Plan = (targets: readonly Target[], view: Observation) => Promise<readonly DesiredState[]>;

/**
 * Plans and checks targets so that the trouble of one is its own: what cannot be deployed is left out and named with
 * every reason, and so is a namespace that does not exist.
 */
export class SoundPlanner {
  readonly #plan: Plan;
  readonly #run: Applier;
  readonly #failures = new Map<string, TagshipError>();
  readonly #gone = new Set<string>();
  #targets: readonly Target[];

  constructor(plan: Plan, run: Applier, targets: readonly Target[]) {
    this.#plan = plan;
    this.#run = run;
    this.#targets = targets;
  }

  /** The targets that can be deployed, as far as is known. */
  get targets(): readonly Target[] {
    return this.#targets;
  }

  /** What cannot be done. */
  get failures(): readonly TagshipError[] {
    return [...this.#failures.values()];
  }

  /**
   * Plans what can be deployed, and makes sure that its keys are free.
   * @throws TagshipErrors every reason, where nothing is left; what makes everything fail
   */
  async checked(view: Observation): Promise<readonly DesiredState[]> {
    const asked = this.#targets;
    if (asked.length === 1 || (asked.length === 0 && this.#failures.size === 0)) {
      return await this.#check(asked, view);
    }
    const before = [...this.#failures];
    const together = asked.length === 0 ? undefined : await this.#attempt(() => this.#check(asked, view));
    if (together !== undefined) {
      return together;
    }
    this.#failures.clear();
    for (const [message, failure] of before) {
      this.#failures.set(message, failure);
    }
    const sound: Target[] = [];
    for (const target of asked) {
      if ((await this.#attempt(() => this.#check([target], view))) !== undefined) {
        sound.push(target);
      }
    }
    this.#targets = sound;
    const left = sound.length === 0 ? undefined : await this.#attempt(() => this.#check(sound, view));
    if (left === undefined) {
      throw new TagshipErrors(this.failures);
    }
    return left;
  }

  /** Leaves components alone, each for a reason. */
  leave(reasons: readonly { readonly component: Component; readonly error: TagshipError }[]): void {
    const left = new Set(reasons.map(({ component }) => componentId(component)));
    this.#targets = this.#targets.filter(({ component }) => !left.has(componentId(component)));
    for (const { error } of reasons) {
      this.#failures.set(error.message, error);
    }
  }

  /** Plans again what can be deployed. */
  async plan(view: Observation): Promise<readonly DesiredState[]> {
    const plans = await this.#plan(this.#targets, view);
    return plans.filter(({ namespace }) => !this.#gone.has(namespace));
  }

  /** @returns undefined where it failed for what one component or namespace lacks, which is noted */
  async #attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      for (const problem of ownTrouble(error)) {
        this.#failures.set(problem.message, problem);
      }
      return undefined;
    }
  }

  async #check(targets: readonly Target[], view: Observation): Promise<readonly DesiredState[]> {
    const plans = (await this.#plan(targets, view)).filter(({ namespace }) => !this.#gone.has(namespace));
    const kept: DesiredState[] = [];
    let missing: TagshipError | undefined;
    for (const plan of plans) {
      try {
        await this.#run.check([plan]);
        kept.push(plan);
      } catch (error) {
        if (!isOfNamespace(error)) {
          throw error;
        }
        missing = error;
        if (plans.length > 1) {
          this.#gone.add(plan.namespace);
          this.#failures.set(error.message, error);
        }
      }
    }
    if (kept.length === 0 && missing !== undefined) {
      throw missing;
    }
    return kept;
  }
}

import type { Target } from '../domain/projection.ts';
import { isOfComponent, isOfNamespace, type TagshipError, TagshipErrors, toTagshipErrors } from '../errors.ts';
import type { Applier } from './apply.ts';
import type { NamespacePlan } from './plan.ts';
import type { View } from './view.ts';

type Plan = (targets: readonly Target[], view: View) => Promise<readonly NamespacePlan[]>;

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
  async checked(view: View): Promise<readonly NamespacePlan[]> {
    const asked = this.#targets;
    if (asked.length === 1) {
      return await this.#check(asked, view);
    }
    const together = await this.#attempt(() => this.#check(asked, view));
    if (together !== undefined) {
      return together;
    }
    this.#failures.clear();
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

  /** Plans again what can be deployed. */
  async plan(view: View): Promise<readonly NamespacePlan[]> {
    const plans = await this.#plan(this.#targets, view);
    return plans.filter(({ namespace }) => !this.#gone.has(namespace));
  }

  /** @returns undefined where it failed for what one component or namespace lacks, which is noted */
  async #attempt<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const problems = toTagshipErrors(error);
      if (!problems.every((one) => isOfComponent(one) || isOfNamespace(one))) {
        throw error;
      }
      for (const problem of problems) {
        this.#failures.set(problem.message, problem);
      }
      return undefined;
    }
  }

  async #check(targets: readonly Target[], view: View): Promise<readonly NamespacePlan[]> {
    const plans = (await this.#plan(targets, view)).filter(({ namespace }) => !this.#gone.has(namespace));
    const kept: NamespacePlan[] = [];
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

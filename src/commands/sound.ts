import type { Target } from '../domain/projection.ts';
import type { NamespacePlan } from '../engine/plan.ts';
import type { Session } from '../engine/session.ts';
import type { SyncRun } from '../engine/sync.ts';
import type { View } from '../engine/view.ts';
import { isOfComponent, isOfNamespace, type TagshipError } from '../errors.ts';

/**
 * Plans and checks targets so that the trouble of one is its own: what cannot be deployed is left out and told of, and so
 * is a namespace that does not exist.
 */
export class SoundPlanner {
  readonly #session: Session;
  readonly #run: SyncRun;
  readonly #failures = new Map<string, TagshipError>();
  readonly #gone = new Set<string>();
  #targets: readonly Target[];

  constructor(session: Session, run: SyncRun, targets: readonly Target[]) {
    this.#session = session;
    this.#run = run;
    this.#targets = targets;
  }

  /** The targets that can be deployed, as far as is known. */
  get targets(): readonly Target[] {
    return this.#targets;
  }

  /** What cannot be done. */
  get failures(): readonly TagshipError[] {
    return [...this.#failures.values(), ...this.#session.problems];
  }

  /** Plans what can be deployed. @throws TagshipError where that is nothing, and what makes everything fail */
  async checked(view: View): Promise<readonly NamespacePlan[]> {
    try {
      return await this.#check(this.#targets, view);
    } catch (error) {
      if (this.#targets.length === 1 || !isOfOne(error)) {
        throw error;
      }
    }
    const sound: Target[] = [];
    for (const target of this.#targets) {
      try {
        await this.#check([target], view);
        sound.push(target);
      } catch (error) {
        if (!isOfOne(error)) {
          throw error;
        }
        this.#failures.set(error.message, error);
      }
    }
    const [first] = this.#failures.values();
    if (sound.length === 0 && first !== undefined) {
      throw first;
    }
    this.#targets = sound;
    return await this.#check(sound, view);
  }

  /** Plans again what can be deployed. */
  async plan(view: View): Promise<readonly NamespacePlan[]> {
    const plans = await this.#session.plan(this.#targets, view);
    return plans.filter(({ namespace }) => !this.#gone.has(namespace));
  }

  async #check(targets: readonly Target[], view: View): Promise<readonly NamespacePlan[]> {
    const plans = (await this.#session.plan(targets, view)).filter(({ namespace }) => !this.#gone.has(namespace));
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

function isOfOne(error: unknown): error is TagshipError {
  return isOfComponent(error) || isOfNamespace(error);
}

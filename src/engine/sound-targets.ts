import type { Target } from '../domain/projection.ts';
import { isOfComponent, type TagshipError, TagshipErrors, toTagshipErrors } from '../errors.ts';
import type { NamespacePlan } from './plan.ts';
import type { SyncRun } from './sync.ts';

/** What of some targets can be brought about, and why the rest cannot. */
export interface SoundTargets {
  readonly targets: readonly Target[];
  /** What KV is to hold for these; its owners were checked. */
  readonly plans: readonly NamespacePlan[];
  readonly failures: readonly TagshipError[];
}

type Plan = (targets: readonly Target[]) => Promise<readonly NamespacePlan[]>;

/**
 * Plans targets together, and where that fails one by one: what is wrong with one component holds up no other, and every
 * reason is named.
 * @throws TagshipErrors where none is left
 */
export async function soundTargets(targets: readonly Target[], plan: Plan, run: SyncRun): Promise<SoundTargets> {
  const failures = new Map<string, TagshipError>();
  const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (error) {
      const problems = toTagshipErrors(error);
      if (targets.length === 1 || !problems.every(isOfComponent)) {
        throw error;
      }
      for (const problem of problems) {
        failures.set(problem.message, problem);
      }
      return undefined;
    }
  };
  const checked: Plan = async (some) => {
    const plans = await plan(some);
    await run.check(plans);
    return plans;
  };
  let sound = targets;
  // Planned first, so that KV is asked about all of them at once.
  for (const way of [plan, checked]) {
    const plans = sound.length === 0 && targets.length > 0 ? undefined : await attempt(() => checked(sound));
    if (plans !== undefined) {
      return { targets: sound, plans, failures: [...failures.values()] };
    }
    const left: Target[] = [];
    for (const target of sound) {
      if ((await attempt(() => way([target]))) !== undefined) {
        left.push(target);
      }
    }
    sound = left;
  }
  const plans = sound.length === 0 ? undefined : await attempt(() => checked(sound));
  if (plans === undefined) {
    throw new TagshipErrors([...failures.values()]);
  }
  return { targets: sound, plans, failures: [...failures.values()] };
}

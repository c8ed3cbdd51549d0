import { TagshipError } from '../errors.ts';
import { parseDuration } from './duration.ts';
import type { Override } from './overrides.ts';

/** What the configuration says of an environment that versions are put into. */
export interface AdmissionPolicy {
  readonly freeze?: string | undefined;
}

/**
 * Reasons not to put anything into an environment, whatever the version is; each can be passed over by the override of
 * its name. What brings back an earlier version, and deploys by hand, go on.
 */
const REFUSALS = {
  freeze: ({ freeze }: AdmissionPolicy, environment: string) =>
    freeze === undefined
      ? undefined
      : new TagshipError(
          'environment-frozen',
          `\`${environment}\` is frozen: ${freeze.replaceAll('`', "'").trim()}.`,
          'Wait until `freeze` is removed from the configuration, or pass over it with `override: freeze` and a `reason`. `rollback` works.',
        ),
} satisfies Partial<Record<Override, (policy: AdmissionPolicy, environment: string) => TagshipError | undefined>>;

/**
 * Checks whether an environment takes anything now.
 * @returns the checks that were passed over
 * @throws TagshipError `environment-frozen`
 */
export function admit(
  environment: string,
  policy: AdmissionPolicy | undefined,
  overrides: ReadonlySet<Override>,
): readonly Override[] {
  return Object.entries(REFUSALS).flatMap(([name, refuse]) => {
    const refusal = policy === undefined ? undefined : refuse(policy, environment);
    const override = name as keyof typeof REFUSALS;
    if (refusal !== undefined && !overrides.has(override)) {
      throw refusal;
    }
    return refusal === undefined ? [] : [override];
  });
}

/** Where a version has to have been first, and for how long it has to have run there. */
export interface Requirement {
  readonly environment: string;
  /** Milliseconds; 0 where that does not matter. */
  readonly soakMs: number;
}

/** The requirement of the configuration, in either of its two forms. */
export function requirementOf(
  requires: string | { readonly environment: string; readonly soak?: string | undefined } | undefined,
): Requirement | undefined {
  if (requires === undefined) {
    return undefined;
  }
  return typeof requires === 'string'
    ? { environment: requires, soakMs: 0 }
    : { environment: requires.environment, soakMs: parseDuration(requires.soak ?? '0s') ?? 0 };
}

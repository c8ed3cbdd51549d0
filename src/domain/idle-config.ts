import { requirementOf } from './admission.ts';
import type { Config } from './config.ts';
import { globMatcher, isGlob } from './glob.ts';
import { didYouMean } from './nearest.ts';

/** A part of the configuration that names nothing there is. */
export interface IdlePart {
  readonly message: string;
  /** Whether it is nearly the name of something, and so most likely a typing error. */
  readonly isTypo: boolean;
}

/**
 * Names and patterns of the configuration that no environment has: a policy with a typing error protects nothing, and
 * says nothing. @param known every environment that a tag or the ledger names
 */
export function idleParts(config: Config, known: ReadonlySet<string>): IdlePart[] {
  if (known.size === 0) {
    return [];
  }
  const named = Object.entries(config.environments).flatMap(([name, { requires }]) => [
    { where: `environments.${name}`, pattern: name },
    ...[requirementOf(requires)].flatMap((one) =>
      one === undefined ? [] : [{ where: `environments.${name}.requires`, pattern: one.environment }],
    ),
  ]);
  const patterns = [
    ...named,
    ...Object.keys(config.namespaces ?? {}).map((pattern) => ({ where: `namespaces.${pattern}`, pattern })),
    ...(config.versions ?? []).map((pattern) => ({ where: 'versions', pattern })),
  ];
  return patterns
    .filter(({ pattern }) => {
      const matches = globMatcher(pattern);
      return ![...known].some((environment) => matches(environment));
    })
    .map(({ where, pattern }) => {
      const hint = isGlob(pattern) ? '' : didYouMean(pattern, known);
      return {
        message: `\`${where}\` in the configuration names no environment: no tag and no entry of the ledger is \`${pattern}\`.${hint}`,
        isTypo: hint !== '',
      };
    });
}

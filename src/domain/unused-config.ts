import { requirementOf } from './admission.ts';
import type { Config } from './config.ts';
import { globMatcher, isGlob } from './glob.ts';
import { didYouMean } from './nearest.ts';

/** A name or pattern of the configuration that no environment has. */
export interface IdleName {
  /** Where it stands, as in `environments.staging.requires`. */
  readonly key: string;
  readonly name: string;
  /** What follows from it. */
  readonly effect: string;
  /** A question that names the nearest environment; empty where none is near, so most likely it is still to come. */
  readonly hint: string;
}

/** Where the configuration names environments. A new key that does so has its line here. */
function environmentsIn(config: Config): Omit<IdleName, 'hint'>[] {
  const one = (key: string, name: string, effect: string): Omit<IdleName, 'hint'> => ({ key, name, effect });
  return [
    ...Object.keys(config.environments).map((name) => one(`environments.${name}`, name, 'it decides over nothing')),
    ...Object.keys(config.namespaces ?? {}).map((glob) => one(`namespaces.${glob}`, glob, 'it holds no environment')),
    ...Object.entries(config.environments).flatMap(([name, { requires, canary, verify }]) => {
      const key = `environments.${name}`;
      const required = requirementOf(requires)?.environment;
      const never = `no version may be promoted to \`${name}\``;
      return [
        ...(required === undefined ? [] : [one(`${key}.requires`, required, never)]),
        ...(verify === undefined ? [] : [one(`${key}.verify.environment`, verify.environment, never)]),
        ...(canary === undefined ? [] : [one(`${key}.canary.environment`, canary.environment, 'it has no canary yet')]),
      ];
    }),
    ...Object.entries(config.groups).flatMap(([group, { waves }]) =>
      waves.flat().map((name) => one(`groups.${group}.waves`, name, `nothing may be promoted to \`${group}\``)),
    ),
    ...(config.versions ?? []).map((name) => one('versions', name, 'its namespace gets no version')),
  ];
}

/**
 * What the configuration names and does not exist: a policy with a typing error protects nothing, and says nothing.
 * @param known every environment that a tag or the ledger names; where there is none, nothing is idle yet
 */
export function idleNames(config: Config, known: ReadonlySet<string>): IdleName[] {
  return environmentsIn(config)
    .filter(({ name }) => {
      const matches = globMatcher(name);
      return known.size > 0 && ![...known].some((environment) => matches(environment));
    })
    .map((idle) => ({ ...idle, hint: isGlob(idle.name) ? '' : didYouMean(idle.name, known) }));
}

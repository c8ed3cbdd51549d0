import { componentId } from '../component.ts';
import type { TagState } from '../component-tags.ts';
import type { Config } from '../config.ts';
import { globMatcher } from '../glob.ts';
import { didYouMean } from '../nearest.ts';
import { type Fact, notice, warning } from './fact.ts';

/** What there is that a configuration can name. */
export interface Named {
  /** Of the tags, and of the ledger. */
  readonly environments: ReadonlySet<string>;
  readonly tags: TagState;
  /** The names of all tags under our prefixes. */
  readonly tagNames: readonly string[];
}

/** A place of the configuration where something is named. */
interface Mention {
  /** As in `environments.staging.requires`. */
  readonly key: string;
  readonly name: string;
  readonly isGlob: boolean;
  /** What follows from it, where it names nothing. */
  readonly effect: string;
}

/** Where the configuration names environments. A new key that does so has its line here. */
function environmentsIn(config: Config): Mention[] {
  const one = (key: string, name: string, effect: string, isGlob = false): Mention => ({ key, name, isGlob, effect });
  return [
    ...Object.keys(config.environments).map((name) => one(`environments.${name}`, name, 'it decides over nothing')),
    ...Object.keys(config.namespaces ?? {}).map((glob) =>
      one(`namespaces.${glob}`, glob, 'it holds no environment', true),
    ),
    ...Object.entries(config.environments).flatMap(([name, { requires, canary }]) => {
      const required = typeof requires === 'string' ? requires : requires?.environment;
      return [
        ...(required === undefined
          ? []
          : [one(`environments.${name}.requires`, required, `no version may be promoted to \`${name}\``)]),
        ...(canary === undefined
          ? []
          : [one(`environments.${name}.canary.environment`, canary.environment, 'it has no canary yet')]),
      ];
    }),
    ...(config.versions ?? []).map((name) => one('versions', name, 'its namespace gets no version')),
  ];
}

/** What a configuration names and does not exist. */
export function namesOfNothing(config: Config, { environments, tags, tagNames }: Named): Fact[] {
  const absent = environmentsIn(config).filter(({ name, isGlob }) => {
    return isGlob ? !matchesAny(name, environments) : !environments.has(name);
  });
  const slots = [...tags.values()].flatMap(({ component, versions, environments: own }) =>
    [...versions.keys(), ...own.keys()].map((slot) => `${componentId(component)}@${slot}`),
  );
  return [
    ...absent.map(({ key, name, isGlob, effect }) =>
      warning(
        `\`${key}\` names the environment \`${name}\`, and no tag and no entry of the ledger has ${isGlob ? 'one that fits' : 'it'}: ${effect}.`,
        `${didYouMean(name, environments)} Correct the name or remove it; leave it if the environment is still to come.`.trimStart(),
      ),
    ),
    ...config.ignore
      .filter((glob) => !matchesAny(glob, tagNames))
      .map((glob) => notice(`\`ignore\` has \`${glob}\`, which fits no tag.`, 'Correct the glob or remove it.')),
    ...config.pins
      .filter((glob) => !matchesAny(glob, slots))
      .map((glob) => notice(`\`pins\` has \`${glob}\`, which fits nothing.`, 'Correct the glob or remove it.')),
  ];
}

function matchesAny(glob: string, names: Iterable<string>): boolean {
  const matches = globMatcher(glob);
  for (const name of names) {
    if (matches(name)) {
      return true;
    }
  }
  return false;
}

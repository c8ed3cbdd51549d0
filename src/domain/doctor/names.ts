import { componentId } from '../component.ts';
import type { TagState } from '../component-tags.ts';
import type { Config } from '../config.ts';
import { globMatcher, isGlob } from '../glob.ts';
import { idleNames } from '../unused-config.ts';
import { type Fact, notice, warning } from './fact.ts';

/** What there is that a configuration can name. */
export interface Named {
  /** Of the tags, and of the ledger. */
  readonly environments: ReadonlySet<string>;
  readonly tags: TagState;
  /** The names of all tags under our prefixes. */
  readonly tagNames: readonly string[];
}

/** What a configuration names and does not exist. */
export function namesOfNothing(config: Config, { environments, tags, tagNames }: Named): Fact[] {
  const slots = [...tags.values()].flatMap(({ component, versions, environments: own }) =>
    [...versions.keys(), ...own.keys()].map((slot) => `${componentId(component)}@${slot}`),
  );
  return [
    ...idleNames(config, environments).map(({ key, name, effect, hint }) =>
      warning(
        `\`${key}\` names the environment \`${name}\`, and no tag and no entry of the ledger has ${isGlob(name) ? 'one that fits' : 'it'}: ${effect}.`,
        `${hint} Correct the name or remove it; leave it if the environment is still to come.`.trimStart(),
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

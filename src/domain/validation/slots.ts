import minVersion from 'semver/ranges/min-version.js';
import { componentId } from '../component.ts';
import { environmentProblem } from '../environment.ts';
import { nearest, nearestVersion } from '../nearest.ts';
import { shellQuote } from '../post-mortem/shell.ts';
import type { WantedSlot } from '../references/reference.ts';
import { highestVersion, isStable, isVersion } from '../version.ts';
import { type Known, parseRange } from './facts.ts';
import type { FindingCode } from './finding.ts';
import type { KnownComponent } from './known-component.ts';

/** The version that a component gets first. */
const FIRST_VERSION = 'v1.0.0';

/** The workflow of the examples that makes KV what the tags say. */
export const RECONCILE_COMMAND = 'gh workflow run reconcile.yml';

/** What is wrong with a reference to a component that is registered. */
export interface Problem {
  readonly code: FindingCode;
  readonly message: string;
  /** What to write behind the `@` instead. */
  readonly slot?: string | undefined;
  readonly command?: string | undefined;
}

/** What stands behind the `@`; undefined where nothing does. */
export function slotText(slot: WantedSlot): string | undefined {
  switch (slot.kind) {
    case 'none':
      return undefined;
    case 'latest':
      return 'latest';
    case 'version':
      return slot.version;
    case 'range':
      return slot.range;
    case 'environment':
      return slot.name;
  }
}

/** Whether the tags of a component have what is wanted. Without a slot nothing is wanted of them. */
export function hasSlot(component: KnownComponent, slot: WantedSlot, known: Known): boolean {
  const { versions, environments } = component;
  switch (slot.kind) {
    case 'none':
      return true;
    case 'latest':
      return some(versions.keys(), isStable);
    case 'version':
      return versions.has(slot.version);
    case 'range':
      return known.satisfies(component, slot.range);
    case 'environment':
      return environments.has(slot.name);
  }
}

/** What is wrong with a slot that the tags of a component do not have. */
export function slotProblem(component: KnownComponent, slot: WantedSlot, known: Known): Problem | undefined {
  if (hasSlot(component, slot, known)) {
    return undefined;
  }
  switch (slot.kind) {
    case 'none':
      return undefined;
    case 'latest':
      return noLatest(component);
    case 'version':
      return unknownVersion(component, slot.version);
    case 'range':
      return unsatisfied(component, slot.range, known);
    case 'environment':
      return unknownEnvironment(component, slot.name, known);
  }
}

function noLatest(component: KnownComponent): Problem {
  const wish = component.versions.size === 0 ? FIRST_VERSION : undefined;
  return {
    code: 'unsatisfied-range',
    message: `\`${component.id}\` has no released version that \`@latest\` could stand for${whatIs(component)}.`,
    slot: highestOf(component),
    command: wish && tagCommand(component, wish),
  };
}

function unknownVersion(component: KnownComponent, version: string): Problem {
  return {
    code: 'unknown-version',
    message: `\`${component.id}\` has no version ${version}${whatIs(component)}.`,
    slot: nearestVersion(version, component.versions.keys()),
    command: tagCommand(component, version),
  };
}

function unsatisfied(component: KnownComponent, range: string, known: Known): Problem {
  const highest = highestOf(component);
  const operator = /^[\^~](?=\s*v?\d)/.exec(range)?.[0];
  const sameKind = operator === undefined || highest === undefined ? undefined : `${operator}${highest.slice(1)}`;
  const fits = sameKind !== undefined && known.satisfies(component, sameKind);
  const wish = lowestIn(range);
  return {
    code: 'unsatisfied-range',
    message: `No version of \`${component.id}\` satisfies \`${range}\`${whatIs(component)}.`,
    slot: fits ? sameKind : highest,
    command: wish && tagCommand(component, wish),
  };
}

function unknownEnvironment(component: KnownComponent, environment: string, known: Known): Problem {
  const slot = nearest(environment, component.environments.keys());
  const isKnown = known.hasEnvironment(environment);
  const others = [...component.environments.keys()].sort();
  const nowhere = isKnown ? '' : ', and no other component has one';
  const instead = others.length === 0 ? 'it runs nowhere yet' : `it runs in ${listed(others)}`;
  // A tag for a misspelt environment would only hide the mistake.
  const isTypo = !isKnown && slot !== undefined;
  return {
    code: 'unknown-environment',
    message: `\`${component.id}\` has no tag for the environment \`${environment}\`${nowhere}; ${instead}.`,
    slot,
    command: isTypo ? undefined : environmentCommand(component, environment),
  };
}

/** What a component has instead, for the end of a sentence. */
function whatIs(component: KnownComponent): string {
  const highest = highestOf(component);
  return highest === undefined ? '; it has no version yet' : `; its highest is ${highest}`;
}

/** The names for a sentence, not too many of them. */
export function listed(names: readonly string[]): string {
  const told = names.slice(0, 5).map((name) => `\`${name}\``);
  return names.length > 5 ? `${told.join(', ')} and ${names.length - 5} more` : told.join(', ');
}

/** The highest released version, else the highest of all. */
export function highestOf({ versions }: KnownComponent): string | undefined {
  return highestVersion([...versions.keys()].filter(isStable)) ?? highestVersion(versions.keys());
}

/** Commands that make the tag of a version on the commit that is checked out, and push it. */
function tagCommand(component: KnownComponent, version: string): string | undefined {
  const exists = !isVersion(version) || component.versions.has(version);
  if (exists || component.content.kind !== 'file' || !isTaggable(component)) {
    return undefined;
  }
  const tag = `${component.component.prefix}/${component.id}/${version}`;
  const message = shellQuote(`${component.id} ${version}`);
  return `git tag -a ${shellQuote(tag)} -m ${message} && git push origin ${shellQuote(`refs/tags/${tag}`)}`;
}

/** The push that makes an environment run the highest version, after the one that makes this where there is none. */
function environmentCommand(component: KnownComponent, environment: string): string | undefined {
  if (environmentProblem(environment) !== undefined || !isTaggable(component, environment)) {
    return undefined;
  }
  const version = highestOf(component);
  const first = version === undefined ? tagCommand(component, FIRST_VERSION) : '';
  if (first === undefined) {
    return undefined;
  }
  const tags = `refs/tags/${component.component.prefix}/${component.id}`;
  const push = `git push origin ${shellQuote(`${tags}/${version ?? FIRST_VERSION}:${tags}/${environment}`)}`;
  return first === '' ? push : `${first} && ${push}`;
}

/** The push that brings a version tag back to where the ledger remembers it. */
export function moveBackCommand(tag: string, commit: string): string {
  return `git push --force origin ${shellQuote(`${commit}:refs/tags/${tag}`)}`;
}

/** Whether Git takes the name in a ref (git-check-ref-format), and Tagship in a tag. */
function isTaggable({ component }: KnownComponent, slot = 'v0.0.0'): boolean {
  const ref = `${componentId(component)}/${slot}`;
  return !/\.\.|@\{|\.lock(?:\/|$)|\.(?:\/|$)|(?:^|\/)\.|\/\/|\.json\/|[\s~^:?*[\\]/.test(ref);
}

/** The lowest version in a range; the usual first one where it is in there. */
function lowestIn(text: string): string | undefined {
  const range = parseRange(text);
  if (range === undefined || range.test(FIRST_VERSION)) {
    return range && FIRST_VERSION;
  }
  const lowest = minVersion(range)?.version;
  return lowest !== undefined && isVersion(`v${lowest}`) ? `v${lowest}` : undefined;
}

function some(versions: Iterable<string>, is: (version: string) => boolean): boolean {
  for (const version of versions) {
    if (is(version)) {
      return true;
    }
  }
  return false;
}

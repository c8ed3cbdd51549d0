import type { Component } from '../../src/domain/component.ts';

/** How large a repository and its ledger are. */
export interface Shape {
  /** How the tables call it. */
  readonly title: string;
  /** The name of the repository, owner/name. */
  readonly repository: string;
  readonly components: number;
  /** Versions of each component, of which every one has a tag. */
  readonly versions: number;
  /** Commits of the ledger. */
  readonly entries: number;
  /** Whether the first commit tells where all components stood already, as when a repository adopts Tagship. */
  readonly seeded: boolean;
}

/** A tag that was moved. */
export interface Move {
  readonly component: Component;
  readonly environment: string;
  /** Which of the versions, counted from 0. */
  readonly version: number;
}

/** A component in an environment, and the version it runs. */
export interface Standing {
  readonly component: string;
  readonly environment: string;
  readonly version: string;
}

export const ENVIRONMENTS = ['staging', 'production'] as const;

const TYPES = ['prompts', 'configs', 'schemas', 'templates', 'queries'] as const;

/** The date of a ledger's first commit, in seconds since the epoch. */
export const BEGIN = Date.UTC(2025, 0, 1) / 1000;

/** Seconds between two commits: fifty a day, so that 20,000 take 400 days. */
export const PACE = 1728;

/** All components of a repository, spread over the types. */
export function componentsOf({ components }: Shape): Component[] {
  return Array.from({ length: components }, (_, i) => ({
    prefix: 'components',
    type: TYPES[i % TYPES.length] ?? 'prompts',
    name: `component-${String(i).padStart(4, '0')}`,
  }));
}

/** `v1.0.0`, `v1.1.0`, … */
export function versionName(version: number): string {
  return `v1.${version}.0`;
}

/**
 * The moves of a ledger in order: version after version, the components in another order each time, and each of them to
 * staging before it goes to production. A seed puts all of them at their first version without a move.
 */
export function movesOf(shape: Shape): Move[] {
  const wanted = shape.seeded ? shape.entries - 1 : shape.entries;
  const random = randomNumbers(1);
  const moves: Move[] = [];
  for (let version = shape.seeded ? 1 : 0; version < shape.versions && moves.length < wanted; version++) {
    for (const component of shuffled(componentsOf(shape), random)) {
      moves.push(...ENVIRONMENTS.map((environment) => ({ component, environment, version })));
    }
  }
  if (moves.length < wanted) {
    throw new Error(`${shape.versions} versions of ${shape.components} components are not enough for ${wanted} moves`);
  }
  return moves.slice(0, wanted);
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const keyed = items.map((item) => ({ item, by: random() }));
  return keyed.sort((a, b) => a.by - b.by).map(({ item }) => item);
}

/** The same numbers from 0 to 1 on every machine (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

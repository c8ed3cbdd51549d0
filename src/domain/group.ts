import * as z from 'zod';
import { milliseconds } from './duration.ts';
import { environmentName } from './environment-name.ts';
import { positiveDuration } from './gate/metric-schema.ts';

/** What a breach in a wave does. */
export const ON_BREACH = ['rollback', 'hold'] as const;

export const groupSchema = z
  .strictObject({
    waves: z
      .array(z.union([environmentName, z.array(environmentName).min(1, 'expected at least one environment')]))
      .min(1, 'expected at least one wave')
      .meta({ description: 'Environments in the order in which they get a version; those of a list get it together.' }),
    wait: positiveDuration.optional().meta({ description: 'Between a wave that is healthy and the next one.' }),
    'on-breach': z.enum(ON_BREACH).optional().meta({
      description:
        'After a breach: `rollback` (default) takes the version back from every environment of the group, `hold` leaves it where it is and goes no further.',
    }),
  })
  .meta({ description: 'Environments that get a version one wave after the other.' });

/** A group as the configuration has it. */
export type GroupConfig = z.output<typeof groupSchema>;

/** A group of environments with every default filled in. */
export interface Group {
  readonly name: string;
  readonly waves: readonly (readonly string[])[];
  readonly waitMs: number;
  readonly onBreach: (typeof ON_BREACH)[number];
}

/** The group of a name; undefined where there is none. */
export function groupOf(groups: Readonly<Record<string, GroupConfig>>, name: string): Group | undefined {
  const config = Object.hasOwn(groups, name) ? groups[name] : undefined;
  return config === undefined
    ? undefined
    : {
        name,
        waves: config.waves.map((wave) => (typeof wave === 'string' ? [wave] : wave)),
        waitMs: milliseconds(config.wait, 0),
        onBreach: config['on-breach'] ?? 'rollback',
      };
}

/** All environments of a group, in the order of its waves. */
export function environmentsIn({ waves }: Group): string[] {
  return waves.flat();
}

/** Something wrong with the groups of a configuration, at the key it is about. */
interface GroupProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * What is wrong with groups beyond the types of their keys.
 * @param environments what the configuration says of each
 */
export function groupProblems(
  groups: Readonly<Record<string, GroupConfig>>,
  environments: Readonly<Record<string, { readonly canary?: unknown }>>,
): GroupProblem[] {
  const isNamed = (environment: string): boolean => Object.hasOwn(environments, environment);
  return Object.entries(groups).flatMap(([name, { waves }]): GroupProblem[] => {
    const path = ['groups', name];
    const flat = waves.flatMap((wave, at) => [wave].flat().map((environment) => ({ environment, at })));
    const problemOf = (environment: string, index: number): string | undefined => {
      if (flat.findIndex((one) => one.environment === environment) !== index) {
        return `\`${environment}\` is in this group twice`;
      }
      if (Object.hasOwn(groups, environment)) {
        return `\`${environment}\` is a group; a wave has environments`;
      }
      const hasCanary = isNamed(environment) && environments[environment]?.canary !== undefined;
      return hasCanary ? `\`${environment}\` has a \`canary\`; promote it by itself` : undefined;
    };
    const taken = `\`${name}\` is an environment already; a group needs a name of its own`;
    return [
      ...(isNamed(name) ? [{ path, message: taken }] : []),
      ...flat.flatMap(({ environment, at }, index): GroupProblem[] => {
        const message = problemOf(environment, index);
        return message === undefined ? [] : [{ path: [...path, 'waves', at], message }];
      }),
    ];
  });
}

/** A component in an environment of a group. */
export interface GroupPlace {
  readonly environment: string;
  /** What runs there; undefined where nothing does. */
  readonly current: string | undefined;
  /** What a rollback left there, where the last move was one. */
  readonly left: string | undefined;
}

/**
 * The versions of a component that a rollback of a group takes back: what the first environment has, since it gets a new
 * version before all others; or had, where it went back by itself.
 * @param places in the order of the waves
 * @param version what is brought back, where it is named: then also what the first environment went back to
 */
export function rolledOut(places: readonly GroupPlace[], version?: string): ReadonlySet<string> {
  const { current, left } = places.find((place) => place.current !== undefined) ?? {};
  const found = version === undefined ? [left ?? current] : [left, current];
  return new Set(found.flatMap((one) => (one === undefined || one === version ? [] : [one])));
}

/**
 * How long is still to be waited before a wave, in milliseconds.
 * @param movedAt when a version was put into the environments of the wave before, as far as that is known
 */
export function waitLeft(waitMs: number, movedAt: readonly (number | undefined)[], now: number): number {
  const latest = Math.max(...movedAt.map((at) => at ?? now));
  return movedAt.length === 0 ? 0 : Math.min(waitMs, Math.max(0, latest + waitMs - now));
}

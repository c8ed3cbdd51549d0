import * as z from 'zod';

const holdsSchema = z.record(z.string(), z.looseObject({ tag: z.string(), version: z.string(), commit: z.string() }));

/**
 * Everything that is held, by the path of its entry: KV holds this version as long as the tag points at this object.
 * It repeats what the entries say, so that the index can be computed without reading them all.
 */
export type Holds = Readonly<z.output<typeof holdsSchema>>;

/** Reads the list of holds; undefined when it is none. */
export function parseHolds(json: string): Holds | undefined {
  try {
    return holdsSchema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** The text of the list. */
export function holdsText(holds: Holds): string {
  return `${JSON.stringify(holds, undefined, 2)}\n`;
}

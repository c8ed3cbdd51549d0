import * as z from 'zod';
import { type Entry, IN_FLIGHT, oid } from './entry.ts';

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

/** What KV holds although a tag stands elsewhere. */
export interface Hold {
  readonly version: string;
  readonly commit: string;
  /** Number of the ledger commit that recorded it; undefined where none has yet. */
  readonly since: number | undefined;
}

/**
 * The hold of a tag object: one that the entry records, or one that begins because a rollback left this very object. It
 * came back with an old clone and `push --tags --force`; who means it makes a new object.
 * @param commitOf where the ledger remembers a version to stand
 */
export function holdOf(
  entry: Entry | undefined,
  tag: string,
  commitOf: (version: string) => string | undefined,
): Hold | undefined {
  if (entry?.tag === tag) {
    const { status, version, commit, seq } = entry;
    return status === 'held' && version !== null && commit !== null ? { version, commit, since: seq } : undefined;
  }
  // Where the tag was deleted in between, the version before is the last that ran.
  const version = entry?.version ?? entry?.previous ?? null;
  const commit = entry?.commit ?? (version === null ? undefined : commitOf(version));
  return isLeft(entry, tag) && version !== null && commit !== undefined
    ? { version, commit, since: undefined }
    : undefined;
}

/** Whether a rollback left this tag object, and what it stood for is still quarantined. */
export function isLeft(entry: Entry | undefined, tag: string | undefined): entry is Entry {
  const version = tag === undefined ? undefined : entry?.left?.[tag];
  return version !== undefined && entry?.quarantined.includes(version) === true;
}

const strayHoldSchema = z.looseObject({
  hold: oid,
  seq: z.undefined().optional(),
  version: z.string(),
  sha: oid,
  blob: oid.nullish().catch(null),
  path: z.string().nullish().catch(null),
  'in-flight': z.enum(IN_FLIGHT).optional().catch(undefined),
});

/** What the metadata of a key say of a hold that the ledger does not know. */
export type StrayHold = Readonly<z.output<typeof strayHoldSchema>>;

/** Reads a hold of a tag object from the metadata of a key, which anybody who writes KV may have made; undefined for none. */
export function strayHold(metadata: unknown, tag: string | undefined): StrayHold | undefined {
  // Few keys have one, and there are very many keys.
  const isHold = typeof metadata === 'object' && metadata !== null && 'hold' in metadata && metadata.hold === tag;
  return isHold ? strayHoldSchema.safeParse(metadata).data : undefined;
}

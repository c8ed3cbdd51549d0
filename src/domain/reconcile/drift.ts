import { ownerMark, ownership } from '../ownership.ts';
import type { Marks } from '../projection.ts';

/**
 * How a key drifts from what the tags ask for. `missing`: nothing is stored. `stale`: what another move stored, or
 * another policy. `edited`: what no run of Tagship stored. `orphan`: its tag is gone.
 */
export const DRIFTS = ['missing', 'edited', 'stale', 'orphan'] as const;

export type Drift = (typeof DRIFTS)[number];

/**
 * What is reported of a key and is no drift. `foreign`: it belongs to another repository. `held`: a gate restored it and
 * could not move its tag. `expired`: a version that retention does not keep.
 */
export const STANDINGS = ['foreign', 'held', 'expired'] as const;

export type Standing = (typeof STANDINGS)[number];

export type Finding = Drift | Standing;

/** Whether a finding is something that a healing run repairs or removes. */
export function isDrift(finding: Finding): finding is Drift {
  return DRIFTS.some((drift) => drift === finding);
}

/** What the metadata of a key is to say, as far as the ledger and the tags tell without reading the content. */
export type Expected =
  | {
      readonly kind: 'content';
      readonly sha: string;
      readonly version: string;
      /** The singular type. */
      readonly type: string;
      readonly marks: Marks;
      /** The Git object of the content; undefined where only the repository can tell. */
      readonly blob: string | undefined;
    }
  /** A list or an index, of which the value itself is known. */
  | { readonly kind: 'text'; readonly blob: string };

/** Marks that a key carries only for as long as the ledger or its tag says so. */
const MARKS = ['hold', 'seq', 'in-flight', 'canary', 'share'] as const;

/**
 * What is wrong with the metadata stored under a key that something asks for; undefined when it is as it should be.
 * @param owners names of this repository, the present one first
 */
export function compareStored(
  expected: Expected,
  metadata: unknown,
  owners: readonly string[],
): 'stale' | 'edited' | 'foreign' | undefined {
  const owner = ownership(metadata, owners);
  if (owner !== 'own') {
    return owner === 'foreign' ? 'foreign' : 'edited';
  }
  const stored: Readonly<Record<string, unknown>> = { ...(metadata as object) };
  const mark = String(stored['managed-by']).toLowerCase();
  if (mark !== ownerMark(owners[0] ?? '').toLowerCase()) {
    return 'stale';
  }
  if (expected.kind === 'text') {
    return stored.blob === expected.blob ? undefined : 'stale';
  }
  const { sha, version, marks, type, blob } = expected;
  if (stored.sha !== sha || stored.version !== version || MARKS.some((name) => stored[name] !== marks[name])) {
    return 'stale';
  }
  const hasContent = blob === undefined ? isObject(stored.blob) : stored.blob === blob;
  return hasContent && stored.type === type ? undefined : 'edited';
}

function isObject(name: unknown): name is string {
  return typeof name === 'string' && /^[0-9a-f]{40}$/.test(name);
}

/** How many keys of a finding there are. */
export type Counts = Readonly<Partial<Record<Finding, number>>>;

/** Counts as a clause: `3 missing, 1 stale`. */
export function countsText(counts: Counts): string {
  return [...DRIFTS, ...STANDINGS]
    .flatMap((finding) => {
      const number = counts[finding] ?? 0;
      return number === 0 ? [] : [`${number} ${finding}`];
    })
    .join(', ');
}

/** How many of the counted keys drift. */
export function driftIn(counts: Counts): number {
  return DRIFTS.reduce((sum, drift) => sum + (counts[drift] ?? 0), 0);
}

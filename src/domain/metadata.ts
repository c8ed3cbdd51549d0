import { TagshipError } from '../errors.ts';
import { byteLength, KV_LIMITS } from './limits.ts';

/** The metadata of a content key; names and meaning are part of the public contract. */
export interface ContentMetadata {
  readonly sha: string;
  readonly version: string;
  /** The singular type. */
  readonly type: string;
  /** The Git object id of the content. */
  readonly blob: string;
  readonly 'managed-by': string;
  /** When the commit was made, ISO 8601 in UTC. */
  readonly date?: string;
  readonly author?: string;
  readonly path?: string;
  /** The object of the environment tag that KV is held back from. */
  readonly hold?: string;
  /** Number of the ledger commit that recorded the hold; without it the ledger does not know of the hold. */
  readonly seq?: number;
  /** What running work is to do, after a rollback. */
  readonly 'in-flight'?: string;
  /** The environment whose content some users get instead, and how many percent of them; while there is a canary. */
  readonly canary?: string;
  readonly share?: number;
}

/** Any metadata Tagship writes. */
export type Metadata = Readonly<Record<string, string | number>>;

/** What gives way first when the metadata is over its limit; the rest never does. */
const EXPENDABLE = ['path', 'author', 'date'] as const;

/**
 * The metadata as it fits into KV's 1,024 bytes: `path`, `author`, `date` are left out in that order.
 * @throws TagshipError `metadata-too-large` when it is over the limit even so
 */
export function fitMetadata(key: string, metadata: ContentMetadata): Metadata {
  const fitted: Record<string, string | number> = { ...metadata };
  for (const name of [undefined, ...EXPENDABLE]) {
    if (name !== undefined) {
      delete fitted[name];
    }
    if (byteLength(JSON.stringify(fitted)) <= KV_LIMITS.metadata) {
      return fitted;
    }
  }
  throw new TagshipError(
    'metadata-too-large',
    `The metadata of \`${key}\` is over ${KV_LIMITS.metadata} bytes even without path, author and date.`,
    'Give the component a shorter version or type.',
  );
}

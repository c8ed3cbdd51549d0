import type { GitObject, RawObject } from './object.ts';
import { TreeListing } from './tree-listing.ts';

/** Reads an object that was made here. */
export function parseRaw({ type, bytes }: RawObject): GitObject | undefined {
  return parseObject(type, bytes.length, bytes);
}

/**
 * Reads the raw content of an object as `git cat-file` prints it. Trees hold 20-byte (SHA-1) names.
 * @param raw undefined where the object is too large; of a tag or a commit its beginning is enough
 */
export function parseObject(type: string, size: number, raw: Uint8Array | undefined): GitObject | undefined {
  if (type === 'blob') {
    return { type, size, bytes: raw };
  }
  if (raw === undefined) {
    return undefined;
  }
  if (type === 'tree') {
    const listing = new TreeListing(raw);
    return {
      type,
      listing,
      get entries() {
        return listing.all();
      },
    };
  }
  const headers = parseHeaders(raw);
  if (type === 'tag') {
    return {
      type,
      target: headers.get('object') ?? '',
      name: headers.get('tag') ?? '',
      time: personTime(headers.get('tagger') ?? ''),
    };
  }
  if (type === 'commit') {
    return {
      type,
      tree: headers.get('tree') ?? '',
      parents: parentsOf(raw),
      author: personName(headers.get('author') ?? ''),
      date: personDate(headers.get('committer') ?? ''),
      message: messageOf(raw),
    };
  }
  return undefined;
}

function parseHeaders(raw: Uint8Array): Map<string, string> {
  const text = Buffer.from(raw).toString('utf8');
  const end = text.indexOf('\n\n');
  const headers = new Map<string, string>();
  for (const line of (end < 0 ? text : text.slice(0, end)).split('\n')) {
    const space = line.indexOf(' ');
    // A line that starts with a space continues the one before (signatures); only the first of a name counts.
    if (space > 0 && !headers.has(line.slice(0, space))) {
      headers.set(line.slice(0, space), line.slice(space + 1));
    }
  }
  return headers;
}

/** `Ada Lovelace <ada@example.com> 1714557600 +0200` → `Ada Lovelace`: no address goes to KV. */
function personName(person: string): string {
  const end = person.indexOf('<');
  return (end < 0 ? person : person.slice(0, end)).trim();
}

function parentsOf(raw: Uint8Array): string[] {
  const [head = ''] = Buffer.from(raw).toString('latin1').split('\n\n', 1);
  return [...head.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, oid]) => oid ?? '');
}

function messageOf(raw: Uint8Array): string {
  const text = Buffer.from(raw).toString('utf8');
  const end = text.indexOf('\n\n');
  return end < 0 ? '' : text.slice(end + 2);
}

function personTime(person: string): number | undefined {
  const seconds = /> (-?\d+) [+-]\d{4}$/.exec(person)?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}

function personDate(person: string): string {
  const date = new Date((personTime(person) ?? 0) * 1000);
  return Number.isNaN(date.getTime()) ? '1970-01-01T00:00:00Z' : date.toISOString().replace('.000Z', 'Z');
}

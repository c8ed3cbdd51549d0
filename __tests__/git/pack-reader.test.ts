import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Observation } from '../../src/git/inflate.ts';
import { blobObject } from '../../src/git/object.ts';
import { indexPack, OversizedError, PackError, PackReader } from '../../src/git/pack-reader.ts';
import { packOf } from '../../src/git/pack-writer.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'pack-reader-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const turn = async (): Promise<void> => undefined;

function viewOf(pack: Buffer): Observation {
  return (offset) => pack.subarray(offset);
}

/** As a file is read: never more than was asked for. */
function exactViewOf(pack: Buffer): Observation {
  return (offset, length) => Buffer.from(pack.subarray(offset, offset + length));
}

/** All objects of a pack, by name. */
async function read(pack: Buffer, view = viewOf(pack)): Promise<Map<string, { type: string; bytes: Buffer }>> {
  const { names, places, bases } = await indexPack(view, pack.length, turn);
  const reader = new PackReader(view, bases);
  return new Map(
    Array.from(places, (at, i) => {
      const { type, size, bytes } = reader.read(at, () => Number.POSITIVE_INFINITY);
      expect(size).toBe(bytes.length);
      return [names.toString('hex', i * 20, i * 20 + 20), { type, bytes: Buffer.from(bytes) }];
    }),
  );
}

function git(cwd: string, ...args: string[]): Buffer {
  return execFileSync('git', args, { cwd, input: '', maxBuffer: 1e9, stdio: ['pipe', 'pipe', 'ignore'] });
}

describe('a pack that Git made', () => {
  let repository: string;
  const wanted = new Map<string, { type: string; bytes: Buffer }>();

  beforeAll(async () => {
    repository = path.join(folder, 'repository');
    git(folder, 'init', '--quiet', repository);
    const lines = Array.from({ length: 400 }, (_, i) => `${createHash('sha1').update(String(i)).digest('hex')}\n`);
    const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
    const stream: string[] = [];
    for (let version = 0; version < 60; version++) {
      lines[version * 6] = `changed ${version}\n`;
      lines.push(`more ${version}\n`);
      const who = `Ada <ada@example.com> ${1_800_000_000 + version} +0000`;
      stream.push(
        `commit refs/heads/main\nmark :${version + 1}\ncommitter ${who}\n${data(`version ${version}`)}`,
        `M 100644 inline large.txt\n${data(lines.join(''))}M 100644 inline file-${version}.txt\n${data(`${version}`)}`,
        `M 100644 inline empty\n${data('')}`,
        `tag v${version}\nfrom :${version + 1}\ntagger ${who}\n${data('tagged')}`,
      );
    }
    execFileSync('git', ['fast-import', '--quiet'], { cwd: repository, input: stream.join('') });
    const printed = git(repository, 'cat-file', '--batch-all-objects', '--batch');
    for (let at = 0; at < printed.length; ) {
      const end = printed.indexOf(10, at);
      const [oid = '', type = '', length = ''] = printed.toString('utf8', at, end).split(' ');
      wanted.set(oid, { type, bytes: printed.subarray(end + 1, end + 1 + Number(length)) });
      at = end + 2 + Number(length);
    }
  }, 60_000);

  test.each([
    ['deltas to places', ['--delta-base-offset']],
    ['deltas to names', []],
    ['no deltas', ['--depth=0']],
    ['long chains', ['--delta-base-offset', '--depth=4000', '--window=20']],
  ])('is read with %s, from memory and from a file', async (_, options) => {
    const pack = git(repository, 'pack-objects', '--all', '--stdout', '--no-reuse-delta', ...options);
    expect(differing(await read(pack))).toEqual([]);
    expect(differing(await read(pack, exactViewOf(pack)))).toEqual([]);
  });

  test('is read where bases stand after what is made of them', async () => {
    const base = Buffer.from('the base of it all\n'.repeat(20));
    const name = createHash('sha1').update(`blob ${base.length}\0`).update(base).digest();
    // Copies all of it, and adds a letter.
    const delta = Buffer.from([
      ...size(base.length),
      ...size(base.length + 1),
      0xb0,
      base.length & 255,
      base.length >> 8,
      1,
      0x21,
    ]);
    const pack = packFrom([entry(7, delta, name), entry(3, base)]);
    const made = Buffer.concat([base, Buffer.from('!')]);
    expect(new Set([...(await read(pack)).keys()])).toEqual(new Set([name.toString('hex'), blobObject(made).oid]));
  });

  test('is refused where it is damaged anywhere, and is never read as something else', async () => {
    const pack = git(repository, 'pack-objects', '--all', '--stdout', '--delta-base-offset');
    await fc.assert(
      fc.asyncProperty(fc.nat(pack.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const damaged = Buffer.from(pack);
        damaged[at] = (damaged[at] ?? 0) ^ by;
        try {
          for (const [oid, object] of await read(damaged)) {
            const known = wanted.get(oid);
            expect(known === undefined || known.bytes.equals(object.bytes)).toBe(true);
          }
        } catch (error) {
          expect(error instanceof PackError || error instanceof OversizedError).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  /** Objects that are not as Git has them. */
  function differing(found: ReadonlyMap<string, { type: string; bytes: Buffer }>): string[] {
    return [...new Set([...wanted.keys(), ...found.keys()])].filter((oid) => {
      const [a, b] = [wanted.get(oid), found.get(oid)];
      return a === undefined || b === undefined || a.type !== b.type || !a.bytes.equals(b.bytes);
    });
  }
});

describe('a pack that was made to do harm', () => {
  test.each<[string, () => Buffer]>([
    ['ends too early', () => packOf([blobObject('a'.repeat(1_000))]).subarray(0, 30)],
    ['has more objects than bytes', () => packFrom([], 2 ** 32 - 1)],
    ['has more in an object than it says', () => packFrom([entry(3, Buffer.from('more'), undefined, 2)])],
    ['has less in an object than it says', () => packFrom([entry(3, Buffer.from('less'), undefined, 20)])],
    ['has an object of an unknown type', () => packFrom([entry(5, Buffer.from('x'))])],
    ['has a delta to what is not there', () => packFrom([entry(7, Buffer.from([1, 1, 1, 65]), Buffer.alloc(20, 7))])],
    ['has a delta to itself', () => packFrom([entry(6, Buffer.from([1, 1, 1, 65]), Buffer.from([0]))])],
    ['has a delta to before its beginning', () => packFrom([entry(6, Buffer.from([1, 1, 1, 65]), Buffer.from([127]))])],
    ['copies from outside of the base', () => packFrom([BASE, delta([1, 1, 0x91, 9, 1])])],
    ['makes less of a delta than it says', () => packFrom([BASE, delta([1, 9, 0x91, 0, 1])])],
    ['makes more of a delta than it says', () => packFrom([BASE, delta([1, 1, 0x91, 0, 1, 1, 65])])],
    ['has a delta for another base', () => packFrom([BASE, delta([2, 1, 0x91, 0, 1])])],
    ['has an instruction of nothing', () => packFrom([BASE, delta([1, 1, 0])])],
    ['has bytes at the end', () => Buffer.concat([packFrom([BASE]), Buffer.from('more')])],
    ['is something else', () => Buffer.from('<html><body>Sign in</body></html>')],
    ['is nothing', () => Buffer.alloc(0)],
  ])('%s', async (_, make) => {
    const pack = make();
    await expect(indexPack(viewOf(pack), pack.length, turn)).rejects.toThrow(PackError);
  });

  test('is of a size that nobody reads', async () => {
    const letters = Buffer.alloc(65 * 1024 * 1024, 'a');
    const pack = packFrom([entry(4, letters)]);
    await expect(indexPack(viewOf(pack), pack.length, turn)).rejects.toThrow(OversizedError);
    const most = 40 * 1024 * 1024;
    const bomb = packFrom([BASE, delta([1, ...size(most), 0x91, 0, 1])]);
    await expect(indexPack(viewOf(bomb), bomb.length, turn)).rejects.toThrow(OversizedError);
  });

  test('has a file of any size, of which as much is read as is asked for', async () => {
    const letters = Buffer.alloc(65 * 1024 * 1024, 'a');
    const pack = packFrom([entry(3, letters), BASE]);
    const { names, places, bases } = await indexPack(viewOf(pack), pack.length, turn);
    expect(names.toString('hex', 0, 20)).toBe(
      createHash('sha1').update(`blob ${letters.length}\0`).update(letters).digest('hex'),
    );
    const reader = new PackReader(viewOf(pack), bases);
    const at = places[0] ?? Number.NaN;
    expect(reader.read(at, () => 0)).toMatchObject({ type: 'blob', size: letters.length, bytes: new Uint8Array() });
    expect(Buffer.from(reader.read(at, () => 10).bytes).toString()).toBe('a'.repeat(10));
    expect(reader.read(places[1] ?? Number.NaN, () => 10).bytes).toHaveLength(1);
  });
});

/** A blob of one letter, and a delta to it that stands right behind. */
const BASE = entry(3, Buffer.from('x'));

function delta(bytes: readonly number[]): Buffer {
  return entry(6, Buffer.from(bytes), Buffer.from([BASE.length]));
}

/** An object of a pack; `base` is what stands between its size and its content. */
function entry(type: number, content: Buffer, base: Buffer = Buffer.alloc(0), said = content.length): Buffer {
  const bytes: number[] = [];
  let byte = (type << 4) | (said & 15);
  for (let rest = Math.floor(said / 16); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push(byte | 0x80);
    byte = rest & 0x7f;
  }
  return Buffer.concat([Buffer.from([...bytes, byte]), base, deflateSync(content)]);
}

function size(value: number): number[] {
  return value < 128 ? [value] : [(value & 0x7f) | 0x80, ...size(Math.floor(value / 128))];
}

function packFrom(entries: readonly Buffer[], count = entries.length): Buffer {
  const header = Buffer.from('PACK\0\0\0\x02\0\0\0\0', 'latin1');
  header.writeUInt32BE(count, 8);
  const body = Buffer.concat([header, ...entries]);
  return Buffer.concat([body, createHash('sha1').update(body).digest()]);
}

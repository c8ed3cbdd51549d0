import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ObjectNames } from '../../src/adapters/git/object-names.ts';

/** The index of a pack as Git writes it, as far as its names. */
function indexOf(names: readonly string[]): Buffer {
  const sorted = [...names].sort();
  const index = Buffer.alloc(8 + 256 * 4);
  index.writeUInt32BE(0xff744f63, 0);
  index.writeUInt32BE(2, 4);
  for (let first = 0; first < 256; first++) {
    const count = sorted.filter((name) => Number.parseInt(name.slice(0, 2), 16) <= first).length;
    index.writeUInt32BE(count, 8 + first * 4);
  }
  return Buffer.concat([index, Buffer.from(sorted.join(''), 'hex'), Buffer.alloc(100, 7)]);
}

const oid = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((i) => createHash('sha1').update(String(i)).digest('hex')),
  // Alike in what is looked at first.
  fc.integer({ min: 0, max: 40 }).map((i) => i.toString(16).padStart(40, '0')),
  fc.integer({ min: 0, max: 40 }).map((i) => i.toString(16).padStart(40, 'f')),
);

test('knows the objects of all packs and no others', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(oid, { maxLength: 40 }), { maxLength: 8 }), oid, (packs, other) => {
      const names = new ObjectNames();
      const all = new Set<string>();
      for (const pack of packs) {
        names.addIndex(indexOf(pack));
        for (const one of pack) {
          all.add(one);
        }
        expect([...all].filter((one) => !names.has(one))).toEqual([]);
        expect(names.has(other)).toBe(all.has(other));
      }
      expect(['', 'nonsense', 'F'.repeat(40)].filter((one) => names.has(one))).toEqual([]);
    }),
  );
});

import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ObjectNames } from '../../src/git/object-names.ts';

const oid = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((i) => createHash('sha1').update(String(i)).digest('hex')),
  // Alike in what is looked at first.
  fc.integer({ min: 0, max: 40 }).map((i) => i.toString(16).padStart(40, '0')),
  fc.integer({ min: 0, max: 40 }).map((i) => i.toString(16).padStart(40, 'f')),
);

/** Somewhere in a pack, also of one of many gigabytes. */
function placeOf(pack: number, name: string): number {
  return pack * 2 ** 33 + Number.parseInt(name.slice(-6), 16);
}

test('knows where the objects of all packs are, and no others', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(oid, { maxLength: 40 }), { maxLength: 8 }), oid, (packs, other) => {
      const names = new ObjectNames();
      const all = new Map<string, number[]>();
      for (const [pack, added] of packs.entries()) {
        const places = added.map((name) => placeOf(pack, name));
        names.add(pack, Buffer.from(added.join(''), 'hex'), Float64Array.from(places));
        for (const one of added) {
          all.set(one, [...(all.get(one) ?? []), pack]);
        }
        for (const [name, holders] of all) {
          const found = names.find(name);
          expect(holders).toContain(found?.pack);
          expect(found?.at).toBe(placeOf(found?.pack ?? Number.NaN, name));
        }
        expect(names.find(other) !== undefined).toBe(all.has(other));
      }
      expect(['', 'nonsense', 'F'.repeat(40)].filter((one) => names.find(one) !== undefined)).toEqual([]);
    }),
  );
});

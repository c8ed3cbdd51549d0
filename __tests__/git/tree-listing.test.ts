import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BoundedCache } from '../../src/domain/bounded-cache.ts';
import { spellings } from '../../src/domain/content-paths.ts';
import { candidatesIn } from '../../src/engine/tree.ts';
import { treeObject } from '../../src/git/object.ts';
import type { TreeEntry } from '../../src/git/tree-listing.ts';
import { TreeListing } from '../../src/git/tree-listing.ts';

const OID = '0123456789abcdef0123456789abcdef01234567';

const NAMES = ['a', 'a.', 'a.md', 'a.b.md', 'a-md', 'a-b.md', 'aa.md', 'a0', 'é.md', '\u{1F600}', '\uFFFD.x'];

const name = fc.oneof(
  fc.constantFrom(...NAMES),
  fc.string({ unit: fc.constantFrom('a', 'b', '.', '-', 'é', '\u{1F600}', '0', '~'), minLength: 1, maxLength: 6 }),
);

const entries = fc.uniqueArray(
  fc.record({
    kind: fc.constantFrom<TreeEntry['kind']>('file', 'folder', 'symlink', 'submodule'),
    name,
    oid: fc.constant(OID),
  }),
  { selector: (entry) => entry.name, maxLength: 60 },
);

function listingOf(list: readonly TreeEntry[]): TreeListing {
  return new TreeListing(treeObject(list).bytes);
}

function sorted(list: readonly TreeEntry[]): TreeEntry[] {
  return [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
}

describe('a listing', () => {
  test('finds by name and by beginning what reading all of it finds', () => {
    fc.assert(
      fc.property(entries, name, (list, asked) => {
        const listing = listingOf(list);
        expect(listing.size).toBe(list.length);
        expect(sorted(listing.all())).toEqual(sorted(list));
        for (const one of [asked, ...list.map((entry) => entry.name)]) {
          expect(listing.named(one)).toEqual(list.find((entry) => entry.name === one));
          expect(sorted(listing.startingWith(one))).toEqual(sorted(list.filter((entry) => entry.name.startsWith(one))));
        }
        expect(sorted(listing.startingWith(''))).toEqual(sorted(list));
      }),
    );
  });

  test('of some entries has these and no others', () => {
    fc.assert(
      fc.property(
        entries,
        fc.array(name, { maxLength: 4 }),
        fc.array(name, { maxLength: 2 }),
        (list, names, beginnings) => {
          const wanted = (entry: TreeEntry): boolean =>
            names.some((one) => entry.name === one || entry.name.startsWith(`${one}.`)) ||
            beginnings.some((one) => entry.name.startsWith(one));
          const some = listingOf(list).only(names, beginnings);
          expect(sorted(some.all())).toEqual(sorted(list.filter(wanted)));
        },
      ),
    );
  });

  test('has what is whole of a tree that is cut off', () => {
    const { bytes } = treeObject([
      { kind: 'file', name: 'a', oid: OID },
      { kind: 'file', name: 'b', oid: OID },
    ]);
    const names = (raw: Uint8Array): string[] => new TreeListing(raw).all().map((entry) => entry.name);
    expect(names(bytes)).toEqual(['a', 'b']);
    expect(names(bytes.subarray(0, -1))).toEqual(['a']);
    expect(names(bytes.subarray(0, 3))).toEqual([]);
    expect(names(new Uint8Array())).toEqual([]);
  });

  test('has the candidates of every step that match', () => {
    const placeholders = fc.constantFrom('{name}', '{ext}', '{type}', '{singular}', '.', '-', 'a', '.md');
    const template = fc.array(placeholders, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(entries, name, fc.array(template, { maxLength: 3 }), (list, asked, templates) => {
        const component = { prefix: 'components', type: 'as', name: asked } as const;
        for (const step of spellings(component, templates).flatMap(({ steps }) => steps)) {
          if (step.kind === 'tree') {
            continue;
          }
          const matching = list.filter(({ kind, name: file }) => kind !== 'folder' && step.matches(file));
          expect(sorted(candidatesIn(listingOf(list), step))).toEqual(sorted(matching));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a bounded cache', () => {
  test('drops what was not used for longest, and never keeps more than its limit', () => {
    const cache = new BoundedCache<string>(10);
    cache.set('a', 'one', 4);
    cache.set('b', 'two', 4);
    expect(cache.get('a')).toBe('one');
    cache.set('c', 'three', 4);
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['one', undefined, 'three']);
    cache.set('a', 'four', 10);
    expect(['a', 'b', 'c'].map((key) => cache.get(key))).toEqual(['four', undefined, undefined]);
    cache.set('a', 'too heavy', 11);
    expect(cache.has('a')).toBe(false);
    cache.set('d', 'five', 10);
    expect(cache.get('d')).toBe('five');
  });
});

import { distance } from 'fastest-levenshtein';
import { pluralType, singularType, withoutGeneratedSuffix } from '../component.ts';
import { typoBound, typoCost } from '../nearest.ts';
import type { KnownComponent } from './known-component.ts';
import { byCodeUnits } from './order.ts';

/** How many of the nearest are suggested. */
const MOST = 5;

/** What it costs, in edits, that only the type differs, that folders of the name are left out, or Edgit's suffix. */
const OTHER_TYPE = 3;
const OTHER_FOLDERS = 2.5;
const ALIAS = 0.5;

/**
 * How many names are compared letter by letter in one run. Where thousands of names are unknown these are no typos, and
 * what is the same but for case, folders or Edgit's suffix is found all the same.
 */
const MAX_COMPARED = 1_000_000;

/** The names of one length. */
interface SameLength {
  readonly names: string[];
  /** Which characters each has: one that only one of two names has is an edit. */
  readonly letters: number[];
}

/** Finds components by names that were mistyped. */
export class SuggestionIndex {
  /** By name in lower case. */
  readonly #components = new Map<string, KnownComponent[]>();
  /** Names by what they end in behind a slash. */
  readonly #ends = new Map<string, string[]>();
  readonly #lengths = new Map<number, SameLength>();
  readonly #types = new Set<string>();
  readonly #answered = new Map<string, readonly KnownComponent[]>();
  #compared = 0;

  constructor(components: readonly KnownComponent[]) {
    for (const component of components) {
      const name = component.component.name.toLowerCase();
      this.#types.add(component.component.type);
      if (append(this.#components, name, component)) {
        this.#index(name);
      }
    }
  }

  #index(name: string): void {
    for (let at = name.indexOf('/'); at !== -1; at = name.indexOf('/', at + 1)) {
      append(this.#ends, name.slice(at + 1), name);
    }
    const same = this.#lengths.get(name.length) ?? { names: [], letters: [] };
    same.names.push(name);
    same.letters.push(lettersOf(name));
    this.#lengths.set(name.length, same);
  }

  /**
   * The components that a reference may have meant, the nearest first.
   * @param type undefined where the reference leaves it open
   */
  suggestions(type: string | undefined, name: string): readonly KnownComponent[] {
    const key = `${type ?? ''}/${name}`;
    const known = this.#answered.get(key);
    if (known !== undefined) {
      return known;
    }
    const found = [...this.#search(type, name)]
      .sort(([a, cost], [b, other]) => cost - other || byCodeUnits(a.id, b.id))
      .slice(0, MOST)
      .map(([component]) => component);
    this.#answered.set(key, found);
    return found;
  }

  #search(type: string | undefined, name: string): ReadonlyMap<KnownComponent, number> {
    const lower = name.toLowerCase();
    const found = new Map<KnownComponent, number>();
    const add = (component: KnownComponent, nameCost: number): void => {
      const typeCost = typeCostOf(type, component.component.type) ?? (nameCost === 0 ? OTHER_TYPE : undefined);
      if (typeCost !== undefined) {
        const cost = nameCost + typeCost + (component.component.name === name ? 0 : 0.25);
        found.set(component, Math.min(cost, found.get(component) ?? cost));
      }
    };
    for (const [known, cost] of this.#names(lower)) {
      for (const component of this.#components.get(known) ?? []) {
        add(component, cost);
      }
    }
    for (const one of this.#types) {
      for (const alias of aliasesOf(one, lower)) {
        for (const component of this.#components.get(alias) ?? []) {
          if (component.component.type === one) {
            add(component, ALIAS);
          }
        }
      }
    }
    return found;
  }

  /** Known names that are like this one, and what the difference costs. */
  #names(written: string): ReadonlyMap<string, number> {
    const costs = new Map<string, number>();
    const add = (name: string, cost: number): void => {
      if (this.#components.has(name)) {
        costs.set(name, Math.min(cost, costs.get(name) ?? cost));
      }
    };
    this.#addTypos(written, add);
    for (const name of this.#ends.get(written) ?? []) {
      add(name, OTHER_FOLDERS);
    }
    for (let at = written.indexOf('/'); at !== -1; at = written.indexOf('/', at + 1)) {
      add(written.slice(at + 1), OTHER_FOLDERS);
    }
    add(written, 0);
    return costs;
  }

  #addTypos(written: string, add: (name: string, cost: number) => void): void {
    const letters = lettersOf(written);
    const most = typoBound(Number.POSITIVE_INFINITY);
    for (let length = written.length - most; length <= written.length + most; length++) {
      const bound = typoBound(Math.max(length, written.length));
      const { names, letters: others } = this.#lengths.get(length) ?? { names: [], letters: [] };
      for (let at = 0; at < names.length && this.#compared < MAX_COMPARED; at++) {
        const other = others[at] ?? 0;
        if (ones(letters & ~other) <= bound && ones(other & ~letters) <= bound) {
          this.#compared++;
          const cost = typoCost(written, names[at] ?? '');
          if (cost !== undefined) {
            add(names[at] ?? '', cost);
          }
        }
      }
    }
  }
}

/** Adds to a list in a map; true where it is the first of it. */
function append<Value>(map: Map<string, Value[]>, key: string, value: Value): boolean {
  const values = map.get(key);
  if (values === undefined) {
    map.set(key, [value]);
    return true;
  }
  values.push(value);
  return false;
}

/** The names that Edgit may have given to a component of this name, or taken it from. */
export function aliasesOf(type: string, name: string): string[] {
  const short = withoutGeneratedSuffix({ prefix: 'components', type, name });
  const suffixes = type === 'agents' ? ['-agent', '-agent-definition'] : [`-${singularType(type)}`];
  return [...suffixes.map((suffix) => name + suffix), ...(short === undefined ? [] : [short])];
}

function typeCostOf(written: string | undefined, known: string): number | undefined {
  if (written === undefined || written === known) {
    return 0;
  }
  if (pluralType(written) === known) {
    return 0.25;
  }
  const edits = Math.min(distance(written, known), distance(pluralType(written), known));
  return edits <= 2 ? edits : undefined;
}

/** A bit for each kind of character; some share one, so it says less than there is, never more. */
function lettersOf(name: string): number {
  let letters = 0;
  for (let at = 0; at < name.length; at++) {
    letters |= 1 << (name.charCodeAt(at) & 31);
  }
  return letters;
}

function ones(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

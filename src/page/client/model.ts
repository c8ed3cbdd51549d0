import {
  HEALTHY,
  type MoveRow,
  PAGE_KINDS,
  type PageContents,
  type PageFront,
  type PageGates,
  type PageKind,
  PENDING,
} from '../../domain/page/data.ts';
import { visible } from '../../domain/post-mortem/markdown.ts';
import { printable } from '../../domain/text.ts';

/** What moves are read with: what they name by numbers. */
interface Tables {
  readonly texts: readonly string[];
  readonly gates: () => PageGates;
}

/**
 * Something that happened to a component in an environment. Texts are shown as they are: nothing in them is hidden. A page may
 * have 20,000 moves of which a few are seen, so each is read when it is asked.
 */
export class Move {
  /** Where it stands among all moves; negative for what ran before them. */
  readonly number: number;
  readonly place: Place;
  readonly #row: MoveRow;
  readonly #tables: Tables;

  constructor(number: number, place: Place, row: MoveRow, tables: Tables) {
    this.number = number;
    this.place = place;
    this.#row = row;
    this.#tables = tables;
  }

  /** Seconds since the epoch; undefined where the time is unknown. */
  get at(): number | undefined {
    return this.#row[0] < 0 ? undefined : this.#row[0];
  }

  get kind(): PageKind {
    return PAGE_KINDS[this.#row[3]] ?? 'deploy';
  }

  get version(): string | undefined {
    return this.#tables.texts[this.#row[4]];
  }

  get previous(): string | undefined {
    return this.#tables.texts[this.#row[5]];
  }

  get commit(): string | undefined {
    return this.#tables.texts[this.#row[6]];
  }

  /** The number of its content. */
  get blob(): number {
    return this.#row[7];
  }

  get actor(): string | undefined {
    return this.#tables.texts[this.#row[8]];
  }

  get run(): string | undefined {
    return this.#tables.texts[this.#row[9]];
  }

  get reason(): string | undefined {
    return this.#tables.texts[this.#row[10]];
  }

  get override(): string | undefined {
    return this.#tables.texts[this.#row[11]];
  }

  /** The number of the ledger commit. */
  get ledger(): number {
    return this.#row[12];
  }

  get gate(): PageGates[number] | undefined {
    const number = this.#row[13];
    return number < 0 ? undefined : this.#tables.gates()[number];
  }

  get isPending(): boolean {
    return (this.#row[14] & PENDING) !== 0;
  }

  get isHealthy(): boolean {
    return (this.#row[14] & HEALTHY) !== 0;
  }
}

/** A component in an environment. */
export interface Place {
  readonly component: string;
  readonly environment: string;
  /** The same as they are, for commands. */
  readonly exactly: { readonly component: string; readonly environment: string };
  /** What happened there, the oldest first. */
  readonly moves: Move[];
}

/** What runs in a place at a time. */
export interface Standing {
  /** The move that put it there. */
  readonly move: Move;
  /** The last thing that happened to it until then. */
  readonly last: Move;
}

/** What became of a version that a move put there. */
export interface Fate {
  readonly verdict: 'healthy' | 'breached' | 'inconclusive' | 'rolled back' | undefined;
  readonly gate: PageGates[number] | undefined;
}

/** Everything that the page knows, ready to be asked. */
export interface Model {
  readonly data: PageFront;
  /** The oldest first. */
  readonly moves: readonly Move[];
  readonly components: readonly string[];
  readonly environments: readonly string[];
  readonly actors: readonly string[];
  readonly place: (component: string, environment: string) => Place | undefined;
  readonly content: (blob: number) => string | readonly [string] | undefined;
}

/** What of the page is read when it is first asked for: it is half of a large page. */
export interface Later {
  readonly gates: () => PageGates;
  readonly contents: () => PageContents;
}

/** Reads what is embedded. */
export function modelOf(data: PageFront, later: Later): Model {
  const [gates, contents] = [once(later.gates), once(later.contents)];
  const tables: Tables = { texts: data.texts.map(shown), gates };
  const components = data.components.map(shown);
  const environments = data.environments.map(shown);
  const places = new Map<number, Place>();
  const keyOf = (component: number, environment: number): number => component * environments.length + environment;
  const placeOf = (c: number, e: number): Place => {
    const key = keyOf(c, e);
    const known = places.get(key);
    if (known !== undefined) {
      return known;
    }
    const [component = '', environment = ''] = [components[c], environments[e]];
    const exactly = { component: data.components[c] ?? '', environment: data.environments[e] ?? '' };
    const place: Place = { component, environment, exactly, moves: [] };
    places.set(key, place);
    return place;
  };
  const moveOf = (row: MoveRow, number: number): Move => {
    const place = placeOf(row[1], row[2]);
    const move = new Move(number, place, row, tables);
    place.moves.push(move);
    return move;
  };
  for (const [i, row] of data.start.entries()) {
    moveOf(row, i - data.start.length);
  }
  const moves = data.moves.map(moveOf);
  const [componentNumbers, environmentNumbers] = [numbersOf(components), numbersOf(environments)];
  return {
    data,
    moves,
    components: [...components].sort(compared),
    environments: [...environments].sort(compared),
    actors: [...new Set(moves.flatMap(({ actor }) => actor ?? []))].sort(compared),
    place: (component, environment) => {
      const [c = -1, e = -1] = [componentNumbers.get(component), environmentNumbers.get(environment)];
      return places.get(keyOf(c, e));
    },
    content: (blob) => contents()[String(blob)],
  };
}

function once<T>(read: () => T): () => T {
  let known: T | undefined;
  return () => {
    known ??= read();
    return known;
  };
}

function numbersOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, i) => [name, i]));
}

/** Most texts have nothing in them that nobody would see. */
function shown(text: string): string {
  return /^[ -~]*$/.test(text) ? text : printable(text);
}

function compared(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/** What runs in a place at a time; undefined where nothing does. @param at seconds since the epoch */
export function standingAt({ moves }: Place, at: number): Standing | undefined {
  let [low, high] = [0, moves.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moves[middle]?.at ?? 0) <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const last = moves[low - 1];
  if (last === undefined || last.version === undefined) {
    return undefined;
  }
  let first = low - 1;
  while (first > 0 && moves[first]?.kind === 'healthy') {
    first -= 1;
  }
  return { move: moves[first] ?? last, last };
}

/** What became of what a move put there, as far as the page goes; healthy once counts, whatever came later. */
export function fateOf(move: Move): Fate {
  const next = nextOf(move);
  if (next?.kind === 'healthy') {
    return { verdict: 'healthy', gate: next.gate };
  }
  if (next?.kind === 'rollback' || next?.kind === 'held') {
    return next.gate === undefined
      ? { verdict: 'rolled back', gate: undefined }
      : { verdict: next.gate.verdict, gate: next.gate };
  }
  return { verdict: move.isHealthy ? 'healthy' : undefined, gate: undefined };
}

/** What happened next in the same place. */
export function nextOf(move: Move): Move | undefined {
  const { moves } = move.place;
  return moves[moves.indexOf(move) + 1];
}

/** What of the moves is shown. */
export interface Filters {
  readonly component: string;
  readonly environment: string;
  readonly actor: string;
  readonly kind: string;
  readonly text: string;
}

export const NO_FILTERS: Filters = { component: '', environment: '', actor: '', kind: '', text: '' };

/** The moves that filters leave. */
export function filtered(moves: readonly Move[], filters: Filters): readonly Move[] {
  const { environment, actor, kind } = filters;
  const component = filters.component.toLowerCase();
  const wanted = filters.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return moves.filter(
    (move) =>
      (environment === '' || move.place.environment === environment) &&
      (kind === '' || move.kind === kind) &&
      (actor === '' || move.actor === actor) &&
      (component === '' || move.place.component.toLowerCase().includes(component)) &&
      wanted.every((word) => wordsOf(move).includes(word)),
  );
}

const words = new WeakMap<Move, string>();

/** What is looked through for a text. */
function wordsOf(move: Move): string {
  const known = words.get(move);
  if (known !== undefined) {
    return known;
  }
  const { place, version, previous, actor, reason, commit } = move;
  const all = [place.component, place.environment, version, previous, actor, reason, commit].join(' ').toLowerCase();
  words.set(move, all);
  return all;
}

/** The lines of a content, with everything visible that nobody would see. */
export function linesOf(content: string): string[] {
  const lines = content.split('\n').map(visible);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** `2026-05-05 14:47:03`, in UTC. @param at seconds since the epoch */
export function timeText(at: number | undefined): string {
  return at === undefined ? 'unknown' : new Date(at * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

/** The same as the inputs of Tagship take it. */
export function isoText(at: number): string {
  return `${new Date(at * 1000).toISOString().slice(0, 19)}Z`;
}

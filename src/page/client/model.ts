import { HEALTHY, type MoveRow, PAGE_KINDS, type PageData, type PageKind, PENDING } from '../../domain/page/data.ts';
import { visible } from '../../domain/post-mortem/markdown.ts';
import { printable } from '../../domain/text.ts';

/** Something that happened to a component in an environment. Texts are shown as they are: nothing in them is hidden. */
export interface Move {
  /** Where it stands among all moves; negative for what ran before them. */
  readonly number: number;
  /** Seconds since the epoch; undefined where nobody can say. */
  readonly at: number | undefined;
  readonly place: Place;
  readonly kind: PageKind;
  readonly version: string | undefined;
  readonly previous: string | undefined;
  readonly commit: string | undefined;
  /** The number of its content. */
  readonly blob: number;
  readonly actor: string | undefined;
  readonly run: string | undefined;
  readonly reason: string | undefined;
  readonly override: string | undefined;
  /** The number of the ledger commit. */
  readonly ledger: number;
  readonly gate: PageData['gates'][number] | undefined;
  readonly isPending: boolean;
  readonly isHealthy: boolean;
  /** What is looked through for a text. */
  readonly words: string;
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
  readonly gate: PageData['gates'][number] | undefined;
}

/** Everything that the page knows, ready to be asked. */
export interface Model {
  readonly data: PageData;
  /** The oldest first. */
  readonly moves: readonly Move[];
  readonly components: readonly string[];
  readonly environments: readonly string[];
  readonly actors: readonly string[];
  readonly place: (component: string, environment: string) => Place | undefined;
  readonly content: (blob: number) => string | readonly [string] | undefined;
}

/** Reads what is embedded. */
export function modelOf(data: PageData): Model {
  const texts = data.texts.map(printable);
  const text = (number: number): string | undefined => texts[number];
  const components = data.components.map(printable);
  const environments = data.environments.map(printable);
  const places = new Map<string, Place>();
  const placeOf = (c: number, e: number): Place => {
    const [component = '', environment = ''] = [components[c], environments[e]];
    const exactly = { component: data.components[c] ?? '', environment: data.environments[e] ?? '' };
    const key = `${component} ${environment}`;
    const place = places.get(key) ?? { component, environment, exactly, moves: [] };
    places.set(key, place);
    return place;
  };
  const moveOf = (row: MoveRow, number: number): Move => {
    const [at, component, environment, kind, version, previous, commit, blob, actor, run, reason, override] = row;
    const [, , , , , , , , , , , , ledger, gate, flags] = row;
    const place = placeOf(component, environment);
    const texts = { version: text(version), previous: text(previous), actor: text(actor), reason: text(reason) };
    const move: Move = {
      number,
      at: at < 0 ? undefined : at,
      place,
      kind: PAGE_KINDS[kind] ?? 'deploy',
      ...texts,
      commit: text(commit),
      blob,
      run: text(run),
      override: text(override),
      ledger,
      gate: data.gates[gate],
      isPending: (flags & PENDING) !== 0,
      isHealthy: (flags & HEALTHY) !== 0,
      words: `${place.component} ${place.environment} ${Object.values(texts).join(' ')} ${text(commit)}`.toLowerCase(),
    };
    place.moves.push(move);
    return move;
  };
  for (const [i, row] of data.start.entries()) {
    moveOf(row, i - data.start.length);
  }
  const moves = data.moves.map(moveOf);
  return {
    data,
    moves,
    components: [...components].sort(compared),
    environments: [...environments].sort(compared),
    actors: [...new Set(moves.flatMap(({ actor }) => actor ?? []))].sort(compared),
    place: (component, environment) => places.get(`${component} ${environment}`),
    content: (blob) => data.contents[String(blob)],
  };
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

export function matches(move: Move, { component, environment, actor, kind, text }: Filters): boolean {
  return (
    (environment === '' || move.place.environment === environment) &&
    (kind === '' || move.kind === kind) &&
    (actor === '' || move.actor === actor) &&
    move.place.component.toLowerCase().includes(component.toLowerCase()) &&
    text
      .toLowerCase()
      .split(/\s+/)
      .every((word) => move.words.includes(word))
  );
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

import type { Component } from '../component.ts';
import { componentId } from '../component.ts';
import { type Entry, type KnownVersions, OWN_MOVES } from '../ledger/entry.ts';
import type { GateRecord } from '../ledger/gate-record.ts';
import type { LedgerMessage, Recorded } from '../ledger/message.ts';
import { count } from '../text.ts';
import { BUDGET, Budget, bytesOf } from './budget.ts';
import { HEALTHY, type MoveRow, PAGE_KINDS, PAGE_SCHEMA, type PageData, PENDING } from './data.ts';
import { TextTable } from './text-table.ts';

/** A commit of the ledger, as a page tells it. */
export interface PageCommit {
  /** Seconds since the epoch. */
  readonly time: number;
  readonly message: LedgerMessage;
}

/** A component in an environment, as the ledger had it. */
export interface PageEntry {
  readonly component: Component;
  readonly environment: string;
  readonly entry: Entry;
  /** Whether the ledger knows since when. */
  readonly known: boolean;
}

/** What a page is made of. */
export interface PageFacts
  extends Pick<PageData, 'repository' | 'serverUrl' | 'written' | 'begin' | 'end' | 'at' | 'ledger' | 'notes'> {
  /** What ran before the first commit, and what runs after the last one. */
  readonly before: readonly PageEntry[];
  readonly after: readonly PageEntry[];
  /** The oldest first. */
  readonly commits: readonly PageCommit[];
  readonly versions: readonly { readonly component: Component; readonly versions: KnownVersions }[];
  /** Whether the page shows a component in an environment. */
  readonly asks: (place: Pick<PageEntry, 'component' | 'environment'>) => boolean;
}

/** A page without the contents. */
export interface PageDraft {
  readonly data: PageData;
  /** The Git objects of contents by the number that they have in the page, those that matter most first. */
  readonly wanted: ReadonlyMap<number, string>;
  /** Bytes that are left for them. */
  readonly left: number;
}

/** What happened, at its full length. */
interface Happened {
  readonly at: number | null;
  readonly component: string;
  readonly environment: string;
  readonly kind: number;
  readonly version: string | null;
  readonly previous: string | null;
  readonly commit: string | null;
  readonly blob: string | null;
  readonly actor: string | null;
  readonly run: string | null;
  readonly reason: string | null;
  readonly override: string | null;
  readonly ledger: number;
  readonly gate: GateRecord | undefined;
  flags: number;
}

/**
 * Puts together what a page tells: as many of the moves as there is room for, the latest first, and what ran before them.
 * @param hide takes secrets out of a text
 */
export function pageDraft(facts: PageFacts, hide: (text: string) => string): PageDraft {
  const moves = happened(facts);
  const runs = `${facts.serverUrl}/${facts.repository}/actions/runs/`;
  const table = new RowTable(runs, hide);
  const rows: MoveRow[] = [];
  const budget = new Budget(BUDGET.moves);
  let first = moves.length;
  for (; first > 0; first--) {
    const one = moves[first - 1];
    const row = one === undefined ? undefined : table.row(one);
    if (row === undefined || !budget.take(bytesOf(row) + table.takeGrowth())) {
      break;
    }
    rows.push(row);
  }
  rows.reverse();
  const told = moves.slice(first);
  const { gates, numbers, leftOut } = gatesOf(
    told,
    Math.min(BUDGET.gates, (BUDGET.whole - BUDGET.moves + budget.left) / 2),
  );
  const { start, more } = startOf(facts, moves.slice(0, first), table);
  const notes = [
    ...facts.notes,
    ...(first === 0
      ? []
      : [`The ${count(first, 'oldest move')} had no room. \`since\` and \`until\` make a page of an earlier time.`]),
    ...(more === 0
      ? []
      : [`${count(more, 'component')} that ran before had no room. \`components\` makes a page of some of them.`]),
    ...(leftOut === 0 ? [] : [`The charts of the ${count(leftOut, 'oldest verdict')} had no room.`]),
  ];
  const { repository, serverUrl, written, end, ledger } = facts;
  const { begin: earliest } = facts;
  const begin = Math.min(end, first === 0 ? earliest : Math.max(earliest, rows[0]?.[0] ?? earliest));
  const data: PageData = {
    schema: PAGE_SCHEMA,
    repository,
    serverUrl,
    runs,
    written,
    begin,
    end,
    at: Math.min(Math.max(facts.at, begin), end),
    ledger,
    texts: table.texts,
    components: table.components,
    environments: table.environments,
    start,
    moves: rows.map((row, i) => withGate(row, numbers[i] ?? -1)),
    gates,
    notes,
  };
  return { data, wanted: wantedOf(data, table), left: BUDGET.whole - bytesOf(data) };
}

/** All that happened, the oldest first. */
function happened({ commits, versions, before, after, asks }: PageFacts): Happened[] {
  const blobs = new Map<string, string>();
  const add = (component: Component, version: string | null, commit: string | null, blob: string | null): void => {
    if (blob !== null) {
      blobs.set(`${placeName(component)} ${version} ${commit}`, blob);
    }
  };
  for (const { component, versions: known } of versions) {
    for (const [version, { commit, blob }] of Object.entries(known)) {
      add(component, version, commit, blob);
    }
  }
  for (const { component, entry } of [...before, ...after]) {
    add(component, entry.version, entry.commit, entry.blob);
  }
  const moves: Happened[] = [];
  /** Moves of Tagship's own that KV may not have followed yet. */
  const open = new Map<string, Happened>();
  for (const { time, message } of commits) {
    for (const recorded of message.recorded.filter(asks)) {
      const place = `${recorded.environment} ${placeName(recorded.component)}`;
      const waiting = open.get(place);
      if (waiting !== undefined) {
        waiting.flags &= ~PENDING;
        open.delete(place);
      }
      if (recorded.event === 'acknowledged') {
        continue;
      }
      const blob = blobs.get(`${placeName(recorded.component)} ${recorded.version} ${recorded.commit}`) ?? null;
      const one = moveOf(recorded, time, message, blob);
      moves.push(one);
      if (one.flags === PENDING) {
        open.set(place, one);
      }
    }
  }
  return moves;
}

function moveOf(recorded: Recorded, time: number, message: LedgerMessage, blob: string | null): Happened {
  const { event, move, version, previous, commit, component, environment, at } = recorded;
  const isSeed = move === 'seed' && event === 'moved';
  const override = message.override.join(', ');
  return {
    // A seed that could not tell says nothing of when.
    at: at !== null ? secondsOf(at) : isSeed || !Number.isFinite(time) ? null : time,
    component: placeName(component),
    environment,
    kind: PAGE_KINDS.indexOf(event === 'healthy' || event === 'held' ? event : move),
    version,
    previous,
    commit,
    blob,
    // The first run records what was there before, and did not move it.
    actor: isSeed ? null : message.actor,
    run: isSeed ? null : message.run,
    reason: isSeed ? null : message.reason,
    override: override === '' ? null : override,
    ledger: message.seq,
    gate: recorded.gate ?? undefined,
    flags: event === 'moved' && OWN_MOVES.includes(move) ? PENDING : 0,
  };
}

/** What the gates of moves saw, the latest of them with charts, and the number of each by its move. */
function gatesOf(
  moves: readonly Happened[],
  bytes: number,
): { readonly gates: readonly GateRecord[]; readonly numbers: readonly number[]; readonly leftOut: number } {
  const budget = new Budget(bytes);
  const gates: GateRecord[] = [];
  const bare = new Map<string, number>();
  let leftOut = 0;
  const numbers = [...moves].reverse().map(({ gate }) => {
    if (gate === undefined) {
      return -1;
    }
    if (budget.take(bytesOf(gate))) {
      return gates.push(gate) - 1;
    }
    leftOut += 1;
    const number = bare.get(gate.verdict) ?? gates.push({ verdict: gate.verdict, plots: [] }) - 1;
    bare.set(gate.verdict, number);
    return number;
  });
  return { gates, numbers: numbers.reverse(), leftOut };
}

function withGate(row: MoveRow, gate: number): MoveRow {
  const [at, component, environment, kind, version, previous, commit, blob, actor, run, reason, override, ledger] = row;
  const { 14: flags } = row;
  return [
    at,
    component,
    environment,
    kind,
    version,
    previous,
    commit,
    blob,
    actor,
    run,
    reason,
    override,
    ledger,
    gate,
    flags,
  ];
}

/** What ran before the first move that is shown, as far as there is room. */
function startOf(
  { before }: PageFacts,
  passed: readonly Happened[],
  table: RowTable,
): { readonly start: readonly MoveRow[]; readonly more: number } {
  const state = new Map<string, Happened>();
  for (const one of before) {
    if (one.entry.version !== null) {
      state.set(`${one.environment} ${placeName(one.component)}`, standing(one));
    }
  }
  for (const one of passed) {
    const place = `${one.environment} ${one.component}`;
    const stood = state.get(place);
    if (one.version === null) {
      state.delete(place);
    } else if (PAGE_KINDS[one.kind] === 'healthy' && stood !== undefined) {
      stood.flags |= HEALTHY;
    } else {
      state.set(place, one);
    }
  }
  const start: MoveRow[] = [];
  const budget = new Budget(BUDGET.start);
  for (const one of state.values()) {
    const row = table.row(one);
    if (!budget.take(bytesOf(row) + table.takeGrowth())) {
      break;
    }
    start.push(row);
  }
  return { start, more: state.size - start.length };
}

function standing({ component, environment, entry, known }: PageEntry): Happened {
  const { at, move, version, previous, commit, blob, actor, run, reason, seq, status } = entry;
  return {
    at: at === null || !known ? null : secondsOf(at),
    component: placeName(component),
    environment,
    kind: PAGE_KINDS.indexOf(status === 'held' ? 'held' : move),
    version: known ? version : 'unknown',
    previous,
    commit: known ? commit : null,
    blob: known ? blob : null,
    actor,
    run,
    reason,
    override: entry.override?.join(', ') ?? null,
    ledger: seq,
    gate: undefined,
    flags: status === 'pending' ? PENDING : status === 'healthy' ? HEALTHY : 0,
  };
}

/** A time of the ledger, which anybody may have written, in seconds since the epoch. */
function secondsOf(text: string): number | null {
  const time = Math.floor(Date.parse(text) / 1000);
  return Number.isFinite(time) ? time : null;
}

/** `type/name`; what needs a rebuild has its prefix before it. */
function placeName(component: Component): string {
  const id = componentId(component);
  return component.prefix === 'logic' ? `logic/${id}` : id;
}

/** Moves as rows, with numbers for texts. */
class RowTable {
  readonly #runs: string;
  readonly #texts: TextTable;
  readonly #components: TextTable;
  readonly #environments: TextTable;
  /** Whole names of Git objects by the number of the short one. */
  readonly #blobs = new Map<number, string>();

  constructor(runs: string, hide: (text: string) => string) {
    this.#runs = runs;
    this.#texts = new TextTable(hide);
    this.#components = new TextTable(hide);
    this.#environments = new TextTable(hide);
  }

  get texts(): readonly string[] {
    return this.#texts.all;
  }

  get components(): readonly string[] {
    return this.#components.all;
  }

  get environments(): readonly string[] {
    return this.#environments.all;
  }

  /** Bytes of what was added to the tables since this was asked last. */
  takeGrowth(): number {
    return this.#texts.takeGrowth() + this.#components.takeGrowth() + this.#environments.takeGrowth();
  }

  blobOf(number: number): string | undefined {
    return this.#blobs.get(number);
  }

  row(one: Happened): MoveRow {
    const blob = this.#texts.number(short(one.blob));
    if (one.blob !== null) {
      this.#blobs.set(blob, one.blob);
    }
    const isRun = one.run?.startsWith(this.#runs) === true;
    return [
      one.at ?? -1,
      this.#components.number(one.component),
      this.#environments.number(one.environment),
      one.kind,
      this.#texts.number(one.version),
      this.#texts.number(one.previous),
      this.#texts.number(short(one.commit)),
      blob,
      this.#texts.number(one.actor),
      this.#texts.number(isRun ? (one.run ?? '').slice(this.#runs.length) : null),
      this.#texts.number(one.reason),
      this.#texts.number(one.override),
      one.ledger,
      -1,
      one.flags,
    ];
  }
}

/** Enough to find it, and to tell it from others. */
function short(oid: string | null): string | null {
  return oid?.slice(0, 12) ?? null;
}

/** Contents in the order of their weight: what runs at the end, then what moved last. */
function wantedOf({ start, moves }: PageData, table: RowTable): ReadonlyMap<number, string> {
  const latest = new Map<string, MoveRow>();
  for (const row of [...start, ...moves]) {
    latest.set(`${row[1]} ${row[2]}`, row);
  }
  const wanted = new Map<number, string>();
  for (const row of [...latest.values(), ...[...start, ...moves].reverse()]) {
    const blob = table.blobOf(row[7]);
    if (blob !== undefined) {
      wanted.set(row[7], blob);
    }
  }
  return wanted;
}

import type { GateRecord } from '../ledger/gate-record.ts';

/** The format of what a page has in it. */
export const PAGE_SCHEMA = 1;

/** What happened to a component in an environment, for people. */
export const PAGE_KINDS = ['deploy', 'promote', 'rollback', 'restore', 'seed', 'remove', 'healthy', 'held'] as const;

export type PageKind = (typeof PAGE_KINDS)[number];

/** The number of a text; -1 stands for none. */
export type TextNumber = number;

/**
 * One move, short, since a page may have 20,000 of them. `at` is in seconds since the epoch, or -1 where the time is unknown;
 * component, environment and kind by their numbers; `ledger` is the number of the ledger commit; `gate` the number of what
 * its gate saw, or -1.
 */
export type MoveRow = readonly [
  at: number,
  component: number,
  environment: number,
  kind: number,
  version: TextNumber,
  previous: TextNumber,
  commit: TextNumber,
  blob: TextNumber,
  actor: TextNumber,
  run: TextNumber,
  reason: TextNumber,
  override: TextNumber,
  ledger: number,
  gate: number,
  flags: number,
];

/** Nobody has said that KV followed. */
export const PENDING = 1;

/** A gate found it healthy. */
export const HEALTHY = 2;

/** Contents by the number of the text that names their Git object: a text, or in a list why it is not there. */
export type PageContents = Readonly<Record<string, string | readonly [why: string]>>;

/** What the gates of moves saw, by their numbers. */
export type PageGates = readonly GateRecord[];

/** Everything that a page has in it, but for the contents. */
export interface PageData {
  readonly schema: typeof PAGE_SCHEMA;
  readonly repository: string;
  readonly serverUrl: string;
  /** What the addresses of runs begin with; what follows stands in the moves. */
  readonly runs: string;
  /** Times in seconds since the epoch. */
  readonly written: number;
  readonly begin: number;
  readonly end: number;
  /** Where the slider stands at first. */
  readonly at: number;
  readonly ledger: { readonly ref: string; readonly seq: number; readonly commit: string } | null;
  readonly texts: readonly string[];
  readonly components: readonly string[];
  readonly environments: readonly string[];
  /** What ran before the first move. */
  readonly start: readonly MoveRow[];
  /** The oldest first. */
  readonly moves: readonly MoveRow[];
  readonly gates: PageGates;
  /** What a reader should know, in sentences: above all what is not there. */
  readonly notes: readonly string[];
}

/** What a page needs to be shown at first. */
export type PageFront = Omit<PageData, 'gates'>;

import { type Component, componentId, type Prefix } from '../component.ts';
import type { Entry, MoveKind, Restored } from './entry.ts';
import { MOVES } from './entry.ts';
import { type GateRecord, gateRecordText, parseGateRecord } from './gate-record.ts';

/**
 * What happened to an entry. `moved`: another version, or none. `acknowledged`: KV holds it. `healthy`: its gate said
 * so. `held`: KV holds this version although the tag stands elsewhere. `shared`: another part of the users gets a canary.
 * `quarantined`: Tagship does not choose a version here that was bad elsewhere.
 */
export const EVENTS = ['moved', 'acknowledged', 'healthy', 'held', 'shared', 'quarantined'] as const;

export type EntryEvent = (typeof EVENTS)[number];

/** One line of what a ledger commit records. */
export interface Recorded {
  readonly event: EntryEvent;
  readonly move: MoveKind;
  readonly component: Component;
  readonly environment: string;
  readonly version: string | null;
  readonly previous: string | null;
  readonly commit: string | null;
  readonly tag: string | null;
  /** When it differs from the commit's date: what a seed found on a tag. */
  readonly at: string | null;
  /** What the gate saw that found it healthy, or that the version before breached. */
  readonly gate?: GateRecord | undefined;
  /** Of a canary whose share changed: how many percent of the users get it, and whose these are. */
  readonly share?: number;
  readonly of?: string;
  /** Of a restore. */
  readonly restored?: Restored;
}

/** What a ledger commit says about itself. */
export interface LedgerMessage {
  readonly seq: number;
  readonly actor: string | null;
  readonly run: string | null;
  readonly reason: string | null;
  readonly override: readonly string[];
  readonly recorded: readonly Recorded[];
  /** Versions that were seen for the first time, or again after they moved, as `prompts/extraction v1.2.0`. */
  readonly registered: readonly string[];
  /** How many more there are, which only the tree shows. */
  readonly more: number;
}

/** What one commit writes out; of a restore of a large environment the tree has the rest. */
const MAX_RECORDED = 1000;

/** The line of an entry for the message. */
export function recordedOf(
  event: EntryEvent,
  environment: string,
  component: Component,
  entry: Entry,
  gate?: GateRecord,
): Recorded {
  const { move, version, previous, commit, tag } = entry;
  const { share = 0, of } = entry;
  const shared = event === 'shared' && of !== undefined ? { share, of } : {};
  const restored = event === 'moved' && entry.restored !== undefined ? { restored: entry.restored } : {};
  const at = move === 'seed' ? entry.at : null;
  return { event, move, component, environment, version, previous, commit, tag, at, gate, ...shared, ...restored };
}

/** The message of a ledger commit: a subject for people, and everything as trailers for `git log`. */
export function ledgerMessage(message: Omit<LedgerMessage, 'more'>): string {
  const { seq, actor, run, reason, override, recorded, registered } = message;
  const shown = recorded.slice(0, MAX_RECORDED);
  const lines: (readonly [string, string | null])[] = [
    ['Seq', String(seq)],
    ['Actor', actor],
    ['Run', run],
    ['Reason', reason],
    ...override.map((name) => ['Override', name] as const),
    ['More', recorded.length > shown.length ? String(recorded.length - shown.length) : null],
    ...(recorded.length === 0 ? registered.slice(0, MAX_RECORDED).map((name) => ['Registered', name] as const) : []),
    ...shown.flatMap(group),
  ];
  const trailers = lines.flatMap(([key, value]) => {
    const text = oneLine(value ?? '');
    return text === '' ? [] : [`${key}: ${text}`];
  });
  return `${oneLine(subject(recorded, registered))}\n\n${trailers.join('\n')}\n`;
}

function group(one: Recorded): (readonly [string, string | null])[] {
  return [
    ['Event', one.event],
    ['Move', one.move],
    ['Prefix', one.component.prefix === 'components' ? null : one.component.prefix],
    ['Component', componentId(one.component)],
    ['Environment', one.environment],
    ['Version', one.version],
    ['Previous', one.previous],
    ['Commit', one.commit],
    ['Tag', one.tag],
    ['At', one.at],
    ['Gate', one.gate === undefined ? null : gateRecordText(one.gate)],
    ['Share', one.share === undefined ? null : String(one.share)],
    ['Of', one.of ?? null],
    ['Restored-From', one.restored?.from ?? null],
    ['Restored-At', one.restored?.at ?? null],
  ];
}

/** A value cannot begin another trailer. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
  return text.replace(/[\u0000-\u0020\u007f\u0085\u2028\u2029]+/g, ' ').trim();
}

function subject(all: readonly Recorded[], registered: readonly string[]): string {
  // What follows from a move of the same component goes without saying.
  const moves = all.filter(({ event }) => event === 'moved' || event === 'held');
  const recorded = moves.length === 0 ? withoutCanaries(all) : moves;
  const [first] = recorded;
  if (first === undefined) {
    return registered.length === 1 ? `Register ${registered[0]}` : `Register ${registered.length} versions`;
  }
  const seeds = recorded.every(({ move }) => move === 'seed');
  if (recorded.length === 1 && !seeds) {
    return subjectOf(first);
  }
  const environments = new Set(recorded.map(({ environment }) => environment));
  const where = environments.size === 1 ? first.environment : `${environments.size} environments`;
  const kinds = new Set(recorded.map(({ move }) => move));
  const components = `${recorded.length} component${recorded.length === 1 ? '' : 's'}`;
  if (seeds) {
    return `Seed ${components} in ${where}`;
  }
  return kinds.size === 1 || first.event !== 'moved'
    ? `${VERBS[first.event](first)} ${components} ${PREPOSITIONS[first.event](first)} ${where}`
    : `Move ${components} in ${where}`;
}

/** KV acknowledges a canary and what it is a canary of at once. */
function withoutCanaries(all: readonly Recorded[]): readonly Recorded[] {
  const ids = new Set(all.map(({ component }) => componentId(component)));
  return ids.size === 1 && all.every(({ event }) => event === 'acknowledged') ? all.slice(0, 1) : all;
}

function subjectOf(one: Recorded): string {
  const name = componentId(one.component);
  if (one.event === 'shared') {
    return `Give ${name} ${one.version ?? 'nothing'} to ${one.share ?? 0} % in ${one.of ?? one.environment}`;
  }
  const was = one.previous === null || one.event !== 'moved' ? '' : ` (was ${one.previous})`;
  if (one.event === 'moved' && one.move === 'remove') {
    return `Remove ${name} from ${one.environment}${was}`;
  }
  if (one.event === 'moved' && one.move === 'rollback') {
    return `Roll back ${name} to ${one.version ?? ''} in ${one.environment}${was}`;
  }
  return `${VERBS[one.event](one)} ${name} ${one.version ?? ''} ${PREPOSITIONS[one.event](one)} ${one.environment}${was}`;
}

const MOVE_VERBS: Readonly<Record<MoveKind, string>> = {
  deploy: 'Deploy',
  promote: 'Deploy',
  rollback: 'Roll back',
  restore: 'Restore',
  seed: 'Seed',
  remove: 'Remove',
};

const VERBS: Readonly<Record<EntryEvent, (one: Recorded) => string>> = {
  moved: ({ move }) => MOVE_VERBS[move],
  acknowledged: () => 'Deployed',
  healthy: () => 'Healthy',
  held: () => 'Hold',
  shared: () => 'Give',
  quarantined: () => 'Quarantine',
};

const PREPOSITIONS: Readonly<Record<EntryEvent, (one: Recorded) => string>> = {
  moved: ({ move }) => (move === 'remove' ? 'from' : move === 'deploy' || move === 'promote' ? 'to' : 'in'),
  acknowledged: () => 'to',
  healthy: () => 'in',
  held: () => 'in',
  shared: () => 'in',
  quarantined: () => 'in',
};

/** Reads the message of a ledger commit; undefined when it is none. */
export function parseLedgerMessage(text: string): LedgerMessage | undefined {
  const fields = text
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((line): [string, string] => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    });
  const head = new Map<string, string>();
  const override: string[] = [];
  const registered: string[] = [];
  const groups: Map<string, string>[] = [];
  for (const [key, value] of fields) {
    if (key === 'Event') {
      groups.push(new Map());
    }
    const group = groups.at(-1);
    if (group === undefined && key === 'Override') {
      override.push(value);
    }
    if (group === undefined && key === 'Registered') {
      registered.push(value);
    }
    (group ?? head).set(key, value);
  }
  const seq = Number(head.get('Seq'));
  if (!Number.isSafeInteger(seq) || seq < 1) {
    return undefined;
  }
  return {
    seq,
    actor: head.get('Actor') ?? null,
    run: head.get('Run') ?? null,
    reason: head.get('Reason') ?? null,
    override,
    recorded: groups.flatMap((group) => recordedFrom(group) ?? []),
    registered,
    more: Number(head.get('More') ?? 0),
  };
}

function recordedFrom(group: ReadonlyMap<string, string>): Recorded | undefined {
  const event = EVENTS.find((name) => name === group.get('Event'));
  const move = MOVES.find((name) => name === group.get('Move'));
  const environment = group.get('Environment');
  const [type = '', ...name] = (group.get('Component') ?? '').split('/');
  if (event === undefined || move === undefined || environment === undefined || name.length === 0) {
    return undefined;
  }
  const prefix: Prefix = group.get('Prefix') === 'logic' ? 'logic' : 'components';
  return {
    event,
    move,
    component: { prefix, type, name: name.join('/') },
    environment,
    version: group.get('Version') ?? null,
    previous: group.get('Previous') ?? null,
    commit: group.get('Commit') ?? null,
    tag: group.get('Tag') ?? null,
    at: group.get('At') ?? null,
    gate: parseGateRecord(group.get('Gate') ?? ''),
    ...shareFrom(group.get('Share'), group.get('Of')),
    ...restoredFrom(group.get('Restored-From'), group.get('Restored-At')),
  };
}

function restoredFrom(from: string | undefined, at: string | undefined): Pick<Recorded, 'restored'> {
  return from === undefined || at === undefined ? {} : { restored: { from, at } };
}

function shareFrom(text: string | undefined, of: string | undefined): Pick<Recorded, 'share' | 'of'> {
  const share = Number(text ?? Number.NaN);
  return of !== undefined && share >= 0 && share <= 100 ? { share, of } : {};
}

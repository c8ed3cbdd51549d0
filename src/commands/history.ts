import { type Component, componentId } from '../domain/component.ts';
import type { TagState } from '../domain/component-tags.ts';
import { globMatcher, isGlob } from '../domain/glob.ts';
import type { Entry } from '../domain/ledger/entry.ts';
import { changeOf } from '../domain/ledger/event.ts';
import { parseVersionsPath, VERSIONS_FOLDER } from '../domain/ledger/layout.ts';
import type { Recorded } from '../domain/ledger/message.ts';
import type { Page } from '../domain/page/contents.ts';
import { isoTime } from '../domain/time.ts';
import {
  commitsFrom,
  entriesOf,
  firstLedger,
  type LedgerCommit,
  ledgerAt,
  type PastEntry,
} from '../engine/ledger/past.ts';
import type { LedgerSnapshot } from '../engine/ledger/snapshot.ts';
import type { Observation } from '../engine/observation.ts';
import { seedCommits } from '../engine/record.ts';
import type { RunPorts, RunSettings } from '../engine/run-ports.ts';
import { Session } from '../engine/session.ts';
import { excludedNotices, ledgerReport } from './describe.ts';
import type { LedgerReport, Notice } from './report.ts';
import { unknownComponent, unknownEnvironment } from './select.ts';

/** Ledger commits that are looked through for the latest moves when no range is asked for. */
const LATEST_COMMITS = 50;

const DAY_SECONDS = 24 * 60 * 60;

/** What somebody wants to know. Times are seconds since the epoch. */
export interface HistoryRequest {
  /** Undefined for all components. */
  readonly patterns: readonly string[] | undefined;
  /** Undefined for all environments. */
  readonly environment: string | undefined;
  readonly when:
    | { readonly kind: 'now' }
    | { readonly kind: 'at'; readonly at: number }
    /** `until` undefined: up to now. */
    | { readonly kind: 'range'; readonly since: number; readonly until: number | undefined };
  /** Where a page is to be written, from the workspace; undefined for none. */
  readonly page?: string | undefined;
}

/** What a component ran in an environment at a time. */
export interface StateLine {
  readonly component: string;
  readonly environment: string;
  /** Undefined where it is unknown: the ledger began later, and the tag carries no date. */
  readonly version: string | undefined;
  readonly commit: string | undefined;
  readonly status: Entry['status'];
  readonly move: Entry['move'];
  readonly since: string | null;
  readonly actor: string | null;
  readonly run: string | null;
  readonly reason: string | null;
  /** Of a canary that users get: how many percent of them, and whose these are. */
  readonly share?: number | undefined;
  readonly of?: string | undefined;
}

/** A move that the ledger has. */
export interface MoveLine {
  readonly at: string;
  readonly event: Recorded['event'];
  readonly move: Recorded['move'];
  readonly component: string;
  readonly environment: string;
  readonly version: string | null;
  readonly previous: string | null;
  readonly actor: string | null;
  readonly run: string | null;
  readonly reason: string | null;
  readonly override: readonly string[];
  /** The ledger commit. */
  readonly commit: string;
  /** Where the share of a canary changed: how many percent of the users get it, and whose these are. */
  readonly share?: number | undefined;
  readonly of?: string | undefined;
}

/** A difference between two points in time. */
export interface ChangeLine {
  readonly component: string;
  readonly environment: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** The state at one time. */
export interface StateReport {
  /** ISO 8601. */
  readonly at: string;
  readonly lines: readonly StateLine[];
}

/** The answer of the ledger. */
export interface HistoryReport {
  readonly command: 'history';
  readonly ledger: LedgerReport | undefined;
  readonly state: StateReport;
  readonly moves: readonly MoveLine[];
  /** What is different at the end of a range from its beginning; undefined without a range. */
  readonly changes: readonly ChangeLine[] | undefined;
  /** The page that was asked for, and where it is to be written. */
  readonly page: (Page & { readonly path: string }) | undefined;
  readonly durationMs: number;
  readonly notices: readonly Notice[];
}

/**
 * Answers what ran where at a time, who moved what when, and what changed between two times. Nothing is written.
 * @throws TagshipError `time-unknown`, `ledger-broken`, `environment-unknown`
 */
export async function history(request: HistoryRequest, settings: RunSettings, ports: RunPorts): Promise<HistoryReport> {
  const started = ports.clock.now();
  const { when } = request;
  const { session, view } = await ports.journal.group('Read the ledger', () =>
    // What was, the ledger tells alone; a repository may have a hundred thousand tags.
    Session.open(settings, ports, () => [], { tags: when.kind === 'now' ? 'always' : 'without-ledger' }),
  );
  const now = nowOf(Math.floor(started / 1000), view.ledger?.time);
  const matchers = request.patterns?.map(globMatcher);
  const asks: Asks = ({ component, environment }) =>
    (matchers?.some((matches) => matches(componentId(component))) ?? true) &&
    (request.environment ?? environment) === environment;
  const past = new Past(session, view, now, request.environment);
  await past.refuseUnknown(request.environment);

  const end = when.kind === 'at' ? when.at : when.kind === 'range' ? (when.until ?? now) : now;
  const atEnd = await past.stateAt(end, asks);
  const commits = await movesOf(session, view.ledger, when, end);
  const changes = when.kind === 'range' ? differences(await past.stateAt(when.since, asks), atEnd) : undefined;
  const told = [...atEnd.map(({ component }) => component), ...commits.flatMap(componentsOf)];
  const pageOf = async (): Promise<Page> => {
    const { historyPage } = await import('./page.ts');
    return await historyPage(session, view, {
      since: when.kind === 'range' ? when.since : undefined,
      now,
      end,
      asks,
      after: atEnd,
    });
  };
  const silent = unmatched(request.patterns ?? [], told);
  // A glob may fit nothing; a name that fits nothing is misspelt.
  await past.refuseUnknownComponents(silent.filter((pattern) => !isGlob(pattern)));
  const page = request.page === undefined ? undefined : { path: request.page, ...(await pageOf()) };
  return {
    command: 'history',
    ledger: ledgerReport(session, view.ledger),
    state: { at: isoTime(end), lines: atEnd.flatMap((one) => stateLine(one)) },
    moves: commits.flatMap((commit) => moveLines(commit)).filter((line) => asks(placeOf(line))),
    changes,
    page,
    durationMs: ports.clock.now() - started,
    notices: [
      ...(view.ledger === undefined
        ? [notice('The repository has no ledger yet: this is what its tags tell. The first move begins one.')]
        : []),
      ...stillToCome(end, now),
      ...excludedNotices(view),
      ...(when.kind === 'now' && view.ledger !== undefined ? unrecorded(view, atEnd, asks) : []),
      ...silent.map((pattern) => notice(`Nothing that matches \`${pattern}\` ran or moved at that time.`)),
    ],
  };
}

/** Nobody knows what will run at a time. @param now both in seconds since the epoch */
export function stillToCome(time: number, now: number): Notice[] {
  return time > now ? [notice(`${isoTime(time)} is still to come: this is what runs at ${isoTime(now)}.`)] : [];
}

/** The ledger goes by the Git server's clock, which may be ahead of the runner's; but no clock is a day ahead. */
export function nowOf(ours: number, ledger = 0): number {
  return ledger > ours + DAY_SECONDS ? ours : Math.max(ours, ledger);
}

function componentsOf({ message }: LedgerCommit): Component[] {
  return message.recorded.map(({ component }) => component);
}

/** Patterns that no component fits of which the answer could tell: a misspelt one would else look like an answer. */
function unmatched(patterns: readonly string[], components: readonly Component[]): string[] {
  return patterns.filter((pattern) => {
    const matches = globMatcher(pattern);
    return !components.some((component) => matches(componentId(component)));
  });
}

/** What the ledger has of a time. */
export interface StateEntry extends PastEntry {
  /** False where it is unknown since when: the ledger began later, and the tag does not tell. */
  readonly known: boolean;
}

/** Whether a component in an environment is of interest. */
type Asks = (place: Pick<PastEntry, 'component' | 'environment'>) => boolean;

/** The ledger at different times; where there is none, what it would begin with. */
export class Past {
  readonly #session: Session;
  readonly #view: Observation;
  readonly #now: number;
  readonly #environment: string | undefined;
  #seed: Promise<PastEntry[]> | undefined;

  /**
   * @param now seconds since the epoch
   * @param environment the only one of interest, if it is only one
   */
  constructor(session: Session, view: Observation, now: number, environment: string | undefined) {
    this.#session = session;
    this.#view = view;
    this.#now = now;
    this.#environment = environment;
  }

  /**
   * What ran at a time, in seconds since the epoch. Of the time before the ledger only the tags it began with tell.
   * @param asks what is of interest; the rest is not read
   */
  async stateAt(time: number, asks: Asks = () => true): Promise<StateEntry[]> {
    const { ledger } = this.#view;
    if (ledger === undefined) {
      this.#seed ??= this.#seeded();
      const seed = (await this.#seed).filter(asks);
      return seed.map((one) => ({ ...one, known: time >= this.#now || stoodAt(one.entry, time) }));
    }
    const { repository } = this.#session;
    const snapshot = (await ledgerAt(repository, ledger, time)) ?? (await firstLedger(repository, ledger));
    const entries = await entriesOf(
      snapshot,
      this.#environment === undefined ? await snapshot.environments() : [this.#environment],
      asks,
    );
    return snapshot.time <= time
      ? entries.map((one) => ({ ...one, known: true }))
      : entries
          .filter(({ entry }) => entry.move === 'seed')
          .map((one) => ({ ...one, known: stoodAt(one.entry, time) }));
  }

  /** @throws TagshipError `environment-unknown` */
  async refuseUnknown(environment: string | undefined): Promise<void> {
    if (environment === undefined) {
      return;
    }
    const known = new Set(await this.#view.ledger?.environments());
    if (known.has(environment)) {
      return;
    }
    for (const { environments } of (await this.#tags()).values()) {
      for (const name of environments.keys()) {
        known.add(name);
      }
    }
    if (!known.has(environment)) {
      throw unknownEnvironment(environment, known);
    }
  }

  /** @throws TagshipError `component-unknown` for a name that never had a tag */
  async refuseUnknownComponents(names: readonly string[]): Promise<void> {
    if (names.length === 0) {
      return;
    }
    const recorded = [...((await this.#view.ledger?.list(VERSIONS_FOLDER))?.keys() ?? [])].flatMap(
      (path) => parseVersionsPath(path) ?? [],
    );
    const known = [...(await this.#tags()).values()].map(({ component }) => component).concat(recorded);
    const [unknown] = unmatched(names, known);
    if (unknown !== undefined) {
      throw unknownComponent(unknown, known.map(componentId));
    }
  }

  /** The tags as they are, which may not have been listed yet. */
  async #tags(): Promise<TagState> {
    return this.#view.tags.size > 0 ? this.#view.tags : (await this.#session.observe([])).view.tags;
  }

  async #seeded(): Promise<PastEntry[]> {
    const stamp = { seq: 1, at: isoTime(this.#now), actor: null, run: null, reason: null, override: [] };
    const commits = await seedCommits(this.#session, { ...this.#view, ledger: undefined });
    const events = commits.flatMap((commit) => commit.events);
    const { entries } = changeOf(events, undefined, stamp, () => '', false);
    return entries.map(({ environment, component, entry }) => ({ environment, component, entry }));
  }
}

/** Whether a tag that the ledger began with tells that it stood there at a time. */
function stoodAt({ at }: Entry, time: number): boolean {
  return at !== null && Date.parse(at) / 1000 <= time;
}

async function movesOf(
  session: Session,
  ledger: LedgerSnapshot | undefined,
  when: HistoryRequest['when'],
  end: number,
): Promise<LedgerCommit[]> {
  const start = ledger === undefined ? undefined : await ledgerAt(session.repository, ledger, end);
  return start === undefined
    ? []
    : await commitsFrom(
        session.repository,
        start,
        when.kind === 'range' ? { since: when.since } : { latest: LATEST_COMMITS },
      );
}

function stateLine({ component, environment, entry, known }: StateEntry): StateLine[] {
  if (entry.version === null) {
    return [];
  }
  return [
    {
      component: componentId(component),
      environment,
      version: known ? entry.version : undefined,
      commit: known ? (entry.commit ?? undefined) : undefined,
      status: entry.status,
      move: entry.move,
      since: known ? entry.at : null,
      actor: entry.actor,
      run: entry.run,
      reason: entry.reason,
      ...((entry.share ?? 0) > 0 && known ? { share: entry.share, of: entry.of } : {}),
    },
  ];
}

function moveLines({ commit, time, message }: LedgerCommit): MoveLine[] {
  const { actor, run, reason, override } = message;
  // That KV followed is no move.
  const told = message.recorded.filter(({ event }) => event !== 'acknowledged');
  return told.map((one) => ({
    at: one.at ?? isoTime(time),
    event: one.event,
    move: one.move,
    component: componentId(one.component),
    environment: one.environment,
    version: one.version,
    previous: one.previous,
    // The first run did not move what was there before.
    actor: one.move === 'seed' ? null : actor,
    run: one.move === 'seed' ? null : run,
    reason: one.move === 'seed' ? null : reason,
    override,
    commit,
    share: one.share,
    of: one.of,
  }));
}

function placeOf({ component, environment }: MoveLine): Pick<PastEntry, 'component' | 'environment'> {
  const [type = '', ...name] = component.split('/');
  return { component: { prefix: 'components', type, name: name.join('/') }, environment };
}

function differences(before: readonly StateEntry[], after: readonly StateEntry[]): ChangeLine[] {
  const versions = (entries: readonly StateEntry[]): Map<string, string | undefined> =>
    new Map(entries.filter(({ known }) => known).map((one) => [placeIn(one), one.entry.version ?? undefined]));
  const old = versions(before);
  const young = versions(after);
  // Whether a tag without a date changed is unknown.
  const undated = new Set(after.filter(({ entry }) => entry.move === 'seed' && entry.at === null).map(placeIn));
  return [...new Set([...old.keys(), ...young.keys()])].sort().flatMap((place) => {
    const [environment = '', component = ''] = place.split(' ');
    const change = { component, environment, from: old.get(place), to: young.get(place) };
    return change.from === change.to || undated.has(place) ? [] : [change];
  });
}

/** A component in an environment, as one text without a double. */
function placeIn({ component, environment }: Pick<PastEntry, 'component' | 'environment'>): string {
  return `${environment} ${componentId(component)}`;
}

/** Tags that stand elsewhere than the ledger says: moved by hand, and no run has told it. */
function unrecorded(view: Observation, state: readonly PastEntry[], asks: Asks): Notice[] {
  const places = new Map<string, { readonly name: string; readonly tag: string | null }>();
  const add = ({ component, environment }: Pick<PastEntry, 'component' | 'environment'>, tag: string | null): void => {
    const name = `\`${componentId(component)}\` in \`${environment}\``;
    places.set(placeIn({ component, environment }), { name, tag });
  };
  for (const one of state.filter(({ component }) => component.prefix === 'components')) {
    add(one, one.entry.tag);
  }
  const standing = new Map<string, string>();
  for (const { component, environments } of view.tags.values()) {
    for (const [environment, { object }] of environments) {
      const place = placeIn({ component, environment });
      if (asks({ component, environment })) {
        standing.set(place, object);
        if (!places.has(place)) {
          add({ component, environment }, null);
        }
      }
    }
  }
  const moved = [...places].filter(([place, { tag }]) => (standing.get(place) ?? null) !== tag);
  return moved.length === 0
    ? []
    : [
        notice(
          `Moved since the ledger was last told, so it may run something else: ${moved
            .slice(0, 10)
            .map(([, { name }]) => name)
            .join(', ')}${moved.length > 10 ? ', …' : ''}. The run of that move, or the next one, tells it.`,
        ),
      ];
}

function notice(message: string): Notice {
  return { level: 'notice', message };
}

import type { Component } from '../domain/component.ts';
import { componentId } from '../domain/component.ts';
import type { KnownVersions } from '../domain/ledger/entry.ts';
import { versionsPath } from '../domain/ledger/layout.ts';
import { type Recorded, recordedOf } from '../domain/ledger/message.ts';
import { ContentShelf, type Page } from '../domain/page/contents.ts';
import { type PageCommit, type PageDraft, type PageEntry, type PageFacts, pageDraft } from '../domain/page/draft.ts';
import { redact } from '../domain/secrets.ts';
import { count } from '../domain/text.ts';
import { commitsFrom, entriesOf, type LedgerCommit, ledgerAt } from '../engine/ledger/past.ts';
import { LedgerSnapshot } from '../engine/ledger/snapshot.ts';
import type { Observation } from '../engine/observation.ts';
import type { Session } from '../engine/session.ts';
import { TagshipError } from '../errors.ts';

/** Ledger commits that are read for a page; a move has two of them, and its gate one more. */
const MAX_COMMITS = 60_000;

/** Commits with more moves than their message names of which the rest is read. */
const MAX_COMPLETED = 50;

/** Contents that are fetched at once, and how many bytes may come with them. */
const BATCH = 200;
const BATCH_BYTES = 8 * 1024 * 1024;

/** What a page is asked for. Times are seconds since the epoch. */
export interface PageRequest {
  /** Where the page begins; undefined for the beginning of the ledger. */
  readonly since: number | undefined;
  readonly now: number;
  readonly end: number;
  readonly asks: PageFacts['asks'];
  /** What runs at the end. */
  readonly after: readonly PageEntry[];
}

/** Everything that the ledger knows, for a page: by default from its beginning. */
export async function historyPage(session: Session, view: Observation, request: PageRequest): Promise<Page> {
  const { secrets } = session.settings;
  const hide = (text: string): string => redact(text, secrets);
  const draft = pageDraft(await factsFor(session, view, request), hide);
  return await withContents(session, draft, hide);
}

async function factsFor(
  session: Session,
  view: Observation,
  { since, now, end, asks, after }: PageRequest,
): Promise<PageFacts> {
  const { repository } = session;
  const { repositoryName, serverUrl } = session.settings;
  const last = since === undefined ? now : end;
  const tip = view.ledger === undefined ? undefined : await ledgerAt(repository, view.ledger, last);
  const found =
    tip === undefined
      ? []
      : await commitsFrom(repository, tip, since === undefined ? { latest: MAX_COMMITS } : { since });
  const { commits, isWhole } = await completed(session, [...found].reverse());
  const first = commits[0];
  const parent = first === undefined ? tip : await parentOf(session, first);
  const before = parent === undefined ? undefined : await standing(parent, asks);
  const isCut = first !== undefined && parent !== undefined && since === undefined;
  const ledger = view.ledger;
  return {
    repository: repositoryName,
    serverUrl,
    written: now,
    begin:
      since ??
      Math.min(
        last,
        ...commits
          .slice(0, 1)
          .map(({ time }) => time)
          .filter(Number.isFinite),
      ),
    end: last,
    at: end,
    ledger: ledger === undefined ? null : { ref: session.ledgerRef, seq: ledger.number, commit: ledger.commit },
    before: before ?? (view.ledger === undefined ? after : []),
    after,
    commits,
    versions: ledger === undefined ? [] : await versionsOf(ledger, commits, [...(before ?? []), ...after]),
    asks,
    notes: [
      ...(isCut
        ? [
            `The page begins with the last ${count(MAX_COMMITS, 'ledger commit')}. \`since\` and \`until\` make a page of an earlier time.`,
          ]
        : []),
      ...(isWhole
        ? []
        : [`Of all but the last ${MAX_COMPLETED} very large moves only the first 1,000 components are shown.`]),
    ],
  };
}

/** Commits with everything that they record: of one with very many moves the message names only the first. */
async function completed(
  session: Session,
  commits: readonly LedgerCommit[],
): Promise<{ readonly commits: readonly LedgerCommit[]; readonly isWhole: boolean }> {
  const large = commits.filter(({ message }) => message.more > 0);
  const rest = new Map<LedgerCommit, readonly Recorded[]>();
  for (const one of large.slice(-MAX_COMPLETED)) {
    rest.set(one, await unnamed(session, one));
  }
  return {
    commits: commits.map((one) => {
      const { message } = one;
      return { ...one, message: { ...message, recorded: [...message.recorded, ...(rest.get(one) ?? [])] } };
    }),
    isWhole: large.length <= MAX_COMPLETED,
  };
}

/** What the tree of a commit has of its own, and its message does not name. */
async function unnamed(session: Session, { commit, message }: LedgerCommit): Promise<Recorded[]> {
  const snapshot = await LedgerSnapshot.open(session.repository, commit);
  const placeOf = ({ component, environment }: Pick<PageEntry, 'component' | 'environment'>): string =>
    `${environment} ${component.prefix} ${componentId(component)}`;
  const named = new Set(message.recorded.map(placeOf));
  const entries = await entriesOf(snapshot, await snapshot.environments());
  return entries
    .filter((one) => one.entry.seq === message.seq && !named.has(placeOf(one)))
    .map(({ component, environment, entry }) => recordedOf('moved', environment, component, entry));
}

async function parentOf(session: Session, { commit }: LedgerCommit): Promise<LedgerSnapshot | undefined> {
  const object = await session.repository.read(commit);
  const parent = object?.type === 'commit' ? object.parents[0] : undefined;
  return parent === undefined ? undefined : await LedgerSnapshot.open(session.repository, parent);
}

async function standing(snapshot: LedgerSnapshot, asks: PageRequest['asks']): Promise<PageEntry[]> {
  const entries = await entriesOf(snapshot, await snapshot.environments(), asks);
  return entries.map((one) => ({ ...one, known: true }));
}

/** What is known of the versions of every component that is shown. */
async function versionsOf(
  ledger: LedgerSnapshot,
  commits: readonly PageCommit[],
  entries: readonly PageEntry[],
): Promise<{ readonly component: Component; readonly versions: KnownVersions }[]> {
  const components = new Map<string, Component>();
  for (const { component } of [...commits.flatMap(({ message }) => message.recorded), ...entries]) {
    components.set(versionsPath(component), component);
  }
  await ledger.load([...components.keys()]);
  return [...components.values()].flatMap((component) => {
    try {
      return [{ component, versions: ledger.versions(component) }];
    } catch (error) {
      // What cannot be read of one component leaves its contents out.
      if (error instanceof TagshipError) {
        return [];
      }
      throw error;
    }
  });
}

/** Adds the contents that there is room for, those that matter most first. */
async function withContents(
  { repository }: Session,
  { data, wanted, left }: PageDraft,
  hide: (text: string) => string,
): Promise<Page> {
  const contents = new ContentShelf(left, hide);
  const all = [...wanted];
  for (let at = 0; at < all.length; at += BATCH) {
    const batch = all.slice(at, at + BATCH);
    // One that is gone fails the whole request; then each is asked for by itself.
    await repository
      .load(
        batch.map(([, blob]) => blob),
        'objects',
        BATCH_BYTES,
      )
      .catch(() => false);
    let hasRoom = true;
    for (const [number, blob] of batch) {
      const object = await repository.read(blob);
      const bytes = object?.type === 'blob' ? object.bytes : undefined;
      hasRoom = contents.add(number, bytes ?? (object === undefined ? 'gone' : 'large')) && hasRoom;
    }
    if (!hasRoom) {
      contents.leaveOut(all.length - at - batch.length);
      break;
    }
  }
  return contents.completed(data);
}

import { type Component, componentId } from '../domain/component.ts';
import type { Entry, KnownVersion, MoveKind } from '../domain/ledger/entry.ts';
import { entryPath, versionsPath } from '../domain/ledger/layout.ts';
import { contentSection } from '../domain/post-mortem/content.ts';
import type {
  Doing,
  GateFacts,
  LeftVersion,
  PostMortem,
  TimelineEvent,
  VersionContent,
} from '../domain/post-mortem/facts.ts';
import { postMortemBody, postMortemComment, postMortemTitle } from '../domain/post-mortem/issue.ts';
import { ISSUE_LABEL, issueMarker, occurrenceMarker } from '../domain/post-mortem/markers.ts';
import { ledgerBefore } from '../engine/ledger/before.ts';
import type { LedgerSnapshot } from '../engine/ledger/snapshot.ts';
import type { Observation } from '../engine/observation.ts';
import type { RunPorts } from '../engine/run-ports.ts';
import type { Session } from '../engine/session.ts';
import { TagshipError, toTagshipErrors } from '../errors.ts';
import type { Notice, PostMortemIssue, RollbackTimes } from './report.ts';

/** How long collecting the facts may take: the rollback is done, and people wait for the result. */
const GATHER_MS = 30_000;

/** A rollback that leaves a record for those who investigate it. */
export interface Occasion {
  readonly component: Component;
  readonly environment: string;
  /** The version that was left. */
  readonly left: string;
  /** The version that was brought back. */
  readonly restored: { readonly version: string; readonly commit: string | undefined };
  /** What the ledger says of the rollback or of the hold; undefined where it could not be recorded, or says more by now. */
  readonly entry: Entry | undefined;
  /** Sentences for people, with names in backticks. */
  readonly why: string;
  /** What a gate saw; undefined for a rollback by hand. */
  readonly gate: GateFacts | undefined;
  /** The other environments that went back in the same push, with what the ledger says of each. */
  readonly together?: readonly Pick<Occasion, 'environment' | 'entry'>[];
  /** Why the tag could not be moved; undefined where it moved. */
  readonly held: string | undefined;
  /** How long the rollback took, from the last measurement of the gate. */
  readonly times?: Pick<RollbackTimes, 'moved' | 'restored'> | undefined;
}

/** What is said of a rollback by another run than the one that made it, which may have ended before it reported. */
export const WRITTEN_LATER =
  'The run that rolled back kept no post-mortem, so another one does; what a gate measured stands in the log of that run only.';

/** One of the rollbacks of each component: of a group that goes back together, one record is kept. */
export function oneForEach(occasions: readonly Occasion[]): Occasion[] {
  const groups = Map.groupBy(occasions, ({ component, left }) => `${componentId(component)} ${left}`);
  return [...groups.values()].flatMap((all): Occasion[] => {
    const [first, ...others] = all;
    const told = others.map(({ environment, restored }) => `\`${environment}\` to ${restored.version}`).join(', ');
    const together = told === '' ? '' : ` With it went back: ${told}.`;
    return first === undefined ? [] : [{ ...first, why: `${first.why}${together}`, together: others }];
  });
}

function occurrenceOf(entry: Entry | undefined, run: string | null): string {
  return entry === undefined ? `run ${run ?? ''}` : `${entry.seq} ${entry.tag ?? ''}`;
}

/** The ledger and the tags after the rollback. */
export interface Aftermath {
  readonly view: Observation;
  readonly ledger: LedgerSnapshot | undefined;
}

/** What became of the records. */
export interface PostMortems {
  readonly issues: readonly PostMortemIssue[];
  readonly notices: readonly Notice[];
}

/**
 * Keeps an issue for every rollback, where the configuration does not say otherwise: opened the first time a version is
 * rolled back in an environment, with a comment for each time after that. Run again, it writes nothing twice.
 * @returns a warning where that failed; it never fails the rollback, which is done
 */
export async function openPostMortems(
  session: Session,
  occasions: readonly Occasion[],
  aftermath: Aftermath,
  ports: RunPorts,
): Promise<PostMortems> {
  if (!session.config['post-mortem'] || session.settings.dryRun || occasions.length === 0) {
    return { issues: [], notices: [] };
  }
  return await ports.journal.group('Keep the post-mortem', async () => {
    const issues: PostMortemIssue[] = [];
    try {
      const gathered = await ports.clock.within(GATHER_MS, () => gather(session, occasions, aftermath, ports));
      if (!gathered.inTime) {
        await session.repository.abandon();
        throw new TagshipError(
          'git-unreachable',
          'The Git server did not answer in time what the two versions are.',
          'Run `rollback` again later: it moves no tag twice, and opens the issue that is missing.',
        );
      }
      for (const facts of gathered.value) {
        const { component, environment, left } = facts;
        const { url, state } = await ports.forge.ensureIssue({
          title: postMortemTitle(facts),
          body: postMortemBody(facts),
          comment: postMortemComment(facts),
          marker: issueMarker(component, environment, left.version),
          occurrence: occurrenceMarker(facts.occurrence),
          label: ISSUE_LABEL,
        });
        if (url !== '') {
          ports.journal.info(`${component} ${left.version} in ${environment}: ${state}, ${url}`);
          issues.push({ component, environment, version: left.version, url, difference: contentSection(facts) });
        }
      }
      return { issues, notices: [] };
    } catch (error) {
      const missing = occasions.slice(issues.length);
      return { issues, notices: toTagshipErrors(error).map((one) => withoutIssue(missing, one)) };
    }
  });
}

/** What fails for one fails for those after it as well, so it is said once. */
function withoutIssue(missing: readonly Occasion[], { what, remedy }: TagshipError): Notice {
  const names = missing
    .slice(0, 10)
    .map(({ component, left, environment }) => `\`${componentId(component)}\` ${left} in \`${environment}\``);
  const more = missing.length > names.length ? ` and ${missing.length - names.length} more` : '';
  return {
    level: 'warning',
    message: `The rollback is done, but no post-mortem was kept for ${names.join(', ')}${more}: ${what} ${remedy}`,
  };
}

/** Collects the facts; what is unknown by now is left open. */
async function gather(
  session: Session,
  occasions: readonly Occasion[],
  aftermath: Aftermath,
  ports: RunPorts,
): Promise<PostMortem[]> {
  const past = new Past(session, aftermath.ledger);
  const found: {
    readonly occasion: Occasion;
    readonly before: Entry | undefined;
    readonly known: KnownVersion | undefined;
  }[] = [];
  for (const occasion of occasions) {
    found.push({ occasion, before: await past.before(occasion), known: await past.known(occasion) });
  }
  const blobs = found.flatMap(({ occasion, before, known }) => [occasion.entry?.blob, before?.blob, known?.blob]);
  await session.repository.load([...new Set(blobs.flatMap((blob) => blob ?? []))], 'objects').catch(() => false);
  const facts: PostMortem[] = [];
  for (const { occasion, before, known } of found) {
    facts.push(await factsOf(session, occasion, before, known, aftermath.view, ports));
  }
  return facts;
}

/** What the ledger knew before. */
class Past {
  readonly #session: Session;
  readonly #ledger: LedgerSnapshot | undefined;
  /** By the number of the commit after it. */
  readonly #snapshots = new Map<number, LedgerSnapshot | undefined>();

  constructor(session: Session, ledger: LedgerSnapshot | undefined) {
    this.#session = session;
    this.#ledger = ledger;
  }

  /** The entry of what was left. */
  async before({ component, environment, entry }: Occasion): Promise<Entry | undefined> {
    const { seq, at } = entry ?? {};
    if (this.#ledger === undefined || seq === undefined || at === undefined || at === null) {
      return undefined;
    }
    const snapshot = this.#snapshots.has(seq)
      ? this.#snapshots.get(seq)
      : await ledgerBefore(this.#session.repository, this.#ledger, seq, Date.parse(at) / 1000);
    this.#snapshots.set(seq, snapshot);
    await snapshot?.load([entryPath(environment, component)]);
    return snapshot?.entry(environment, component);
  }

  /** What is known of the version that was left. */
  async known({ component, left }: Occasion): Promise<KnownVersion | undefined> {
    await this.#ledger?.load([versionsPath(component)]);
    return this.#ledger?.versions(component)[left];
  }
}

async function factsOf(
  session: Session,
  occasion: Occasion,
  before: Entry | undefined,
  known: KnownVersion | undefined,
  view: Observation,
  { clock }: RunPorts,
): Promise<PostMortem> {
  const { component, environment, restored, entry, gate, held, why } = occasion;
  const { repositoryName: repository, serverUrl, secrets } = session.settings;
  const id = componentId(component);
  const tags = view.tags.get(id);
  const listed = tags?.versions.get(occasion.left);
  const left = await leftOf(session, occasion, before, known, listed?.object);
  const { author } = session.settings;
  const made = entry === undefined ? doingOf({ ...author, at: new Date(clock.now()).toISOString() }) : doingOf(entry);
  return {
    component: id,
    environment,
    environmentTag:
      tags?.environments.get(environment)?.name ??
      `${component.prefix}/${component.type}/${component.name}/${environment}`,
    versionTag: listed?.object === left.tag ? listed?.name : undefined,
    left,
    restored: {
      ...restored,
      content: await contentOf(session, component, entry?.commit ?? restored.commit, entry),
    },
    occurrence: occurrenceOf(entry, author.run),
    together: (occasion.together ?? []).map((one) => {
      return { environment: one.environment, occurrence: occurrenceOf(one.entry, author.run) };
    }),
    why,
    made,
    gate,
    held,
    events: eventsOf(occasion),
    place: { serverUrl, repository },
    secrets,
  };
}

async function leftOf(
  session: Session,
  { component, left: version }: Occasion,
  before: Entry | undefined,
  known: KnownVersion | undefined,
  listed: string | undefined,
): Promise<LeftVersion> {
  const told = before?.version === version ? before : undefined;
  const commit = told?.commit ?? known?.commit;
  const object = commit === undefined ? undefined : await session.repository.read(commit).catch(() => undefined);
  return {
    version,
    commit,
    author: object?.type === 'commit' ? object.author : undefined,
    tag: known?.tag ?? listed ?? commit,
    deployed: told === undefined ? undefined : { ...doingOf(told), how: HOW[told.move] },
    ran: known?.ran ?? [],
    healthy: known?.healthy ?? [],
    content: await contentOf(session, component, commit, told ?? known),
  };
}

const HOW: Readonly<Record<MoveKind, string>> = {
  deploy: 'its tag was moved by hand, and this is the run that saw it',
  promote: 'promoted',
  rollback: 'rolled back to',
  restore: 'restored',
  seed: 'before the ledger began, and this is what its tag says',
  remove: 'its tag was deleted',
};

function doingOf({ at, actor, run, reason }: Pick<Entry, 'at' | 'actor' | 'run' | 'reason'>): Doing {
  return {
    at: at === null ? undefined : Date.parse(at),
    actor: actor ?? undefined,
    run: run ?? undefined,
    reason: reason ?? undefined,
  };
}

/** The content of a version: what the ledger kept, else what its commit has. */
async function contentOf(
  session: Session,
  component: Component,
  commit: string | undefined,
  kept: Pick<Entry, 'blob' | 'path'> | undefined,
): Promise<VersionContent> {
  const [blob, path] = [kept?.blob ?? undefined, kept?.path ?? undefined];
  try {
    const object = blob === undefined ? undefined : await session.repository.read(blob);
    if (object?.type === 'blob' && object.bytes !== undefined) {
      return { path, blob, bytes: object.bytes };
    }
    return commit === undefined
      ? { path, blob, bytes: undefined }
      : await session.content.read(component, commit, session.config.paths);
  } catch {
    // A record without the content is worth more than none.
    return { path, blob, bytes: undefined };
  }
}

/** How a gate's rollback went on, by the clock of the measurements: that of the Git server is another one. */
function eventsOf({ gate, times, held, restored: { version } }: Occasion): TimelineEvent[] {
  const last = gate?.rows.at(-1)?.at;
  if (last === undefined || times === undefined) {
    return [];
  }
  const { moved, restored } = times;
  const later = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s after the last measurement`;
  const hold = held === undefined ? '' : ' It is held there, since the tag could not be moved.';
  return [
    ...(moved === undefined || held !== undefined
      ? []
      : [{ at: last + moved, what: `The tag was moved back to \`${version}\`, ${later(moved)}.` }]),
    { at: last + restored, what: `KV had \`${version}\` again, ${later(restored)}.${hold}` },
  ];
}

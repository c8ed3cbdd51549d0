import type { FakeRepository } from './fakes/repository.ts';

/**
 * The ledger as somebody reads it who has only its description: commits with trailers, JSON in folders. None of the
 * product's code for the ledger is used.
 */

const LEDGER = 'refs/tagship/ledger';

/** What a group of trailers says, by the names of the trailers. */
export type TrustedLedger = ReadonlyMap<string, string>;

/** One commit of the ledger. */
export interface Link {
  readonly commit: string;
  readonly parents: readonly string[];
  /** Seconds since the epoch. */
  readonly time: number;
  readonly subject: string;
  readonly head: TrustedLedger;
  readonly events: readonly TrustedLedger[];
  /** Object by path. */
  readonly files: ReadonlyMap<string, string>;
}

/** An entry, as far as laws speak of it. */
export interface ChainEntry {
  readonly schema: number;
  readonly seq: number;
  readonly move: string;
  readonly version: string | null;
  readonly commit: string | null;
  readonly tag: string | null;
  readonly blob: string | null;
  readonly status: string;
  readonly previous: string | null;
  readonly healthy: readonly string[];
  readonly quarantined: readonly string[];
  readonly left?: Readonly<Record<string, string>>;
  readonly 'in-flight'?: string;
  readonly at: string | null;
}

/** The whole ledger, from its first commit to the tip; empty where there is none. */
export async function readChain(repository: FakeRepository): Promise<Link[]> {
  const links: Link[] = [];
  for (let at = repository.allRefs().get(LEDGER); at !== undefined; ) {
    const object = await repository.read(at);
    if (object?.type !== 'commit') {
      throw new Error(`${at} of the ledger is no commit`);
    }
    const [subject = '', , ...trailers] = object.message.trimEnd().split('\n');
    const groups: Map<string, string>[] = [new Map()];
    for (const line of trailers) {
      const [, key = '', value = ''] = /^([A-Z][a-z]+): (.*)$/.exec(line) ?? [];
      if (key === 'Event') {
        groups.push(new Map());
      }
      groups.at(-1)?.set(key, value);
    }
    const [head = new Map(), ...events] = groups;
    links.unshift({
      commit: at,
      parents: object.parents,
      time: Date.parse(object.date) / 1000,
      subject,
      head,
      events,
      files: await filesOf(repository, object.tree),
    });
    at = object.parents[0];
  }
  return links;
}

/** The last commit of the ledger; undefined where there is none. */
export async function readTip(repository: FakeRepository): Promise<Pick<Link, 'files'> | undefined> {
  const tip = repository.allRefs().get(LEDGER);
  const object = tip === undefined ? undefined : await repository.read(tip);
  return object?.type === 'commit' ? { files: await filesOf(repository, object.tree) } : undefined;
}

/** Where each version of a component ran, by a commit of the ledger. */
export async function ranIn(
  repository: FakeRepository,
  link: Pick<Link, 'files'> | undefined,
  component: string,
): Promise<Map<string, readonly string[]>> {
  const oid = link?.files.get(`versions/components/${component}.json`);
  const { versions } = oid === undefined ? { versions: {} } : JSON.parse(await textOf(repository, oid));
  return new Map(Object.entries<{ ran: string[] }>(versions).map(([version, { ran }]) => [version, ran]));
}

/** All entries of a commit, by `component@environment`. */
export async function entriesIn(
  repository: FakeRepository,
  link: Pick<Link, 'files'> | undefined,
): Promise<Map<string, ChainEntry>> {
  const entries = new Map<string, ChainEntry>();
  for (const [path, oid] of link?.files ?? []) {
    const [, environment = '', component = ''] = /^([^/.]+)\/components\/(.+)\.json$/.exec(path) ?? [];
    if (component !== '' && environment !== 'versions') {
      entries.set(`${component}@${environment}`, JSON.parse(await textOf(repository, oid)));
    }
  }
  return entries;
}

/** The commits that the index of days lists, in order, as `epoch commit`, and the file each stands in. */
export async function daysIn(repository: FakeRepository, link: Link): Promise<{ file: string; line: string }[]> {
  const days = [...link.files].filter(([path]) => path.startsWith('.at/')).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines: { file: string; line: string }[] = [];
  for (const [file, oid] of days) {
    const text = await textOf(repository, oid);
    lines.push(
      ...text
        .trimEnd()
        .split('\n')
        .map((line) => ({ file, line })),
    );
  }
  return lines;
}

async function filesOf(repository: FakeRepository, tree: string, folder = ''): Promise<Map<string, string>> {
  const object = await repository.read(tree);
  const files = new Map<string, string>();
  for (const { kind, name, oid } of object?.type === 'tree' ? object.entries : []) {
    if (kind === 'folder') {
      for (const [path, inside] of await filesOf(repository, oid, `${folder}${name}/`)) {
        files.set(path, inside);
      }
    } else {
      files.set(folder + name, oid);
    }
  }
  return files;
}

/** The text of a blob. */
export async function textOf(repository: FakeRepository, oid: string): Promise<string> {
  const object = await repository.read(oid);
  if (object?.type !== 'blob') {
    throw new Error(`${oid} is no blob`);
  }
  return Buffer.from(object.bytes ?? []).toString();
}

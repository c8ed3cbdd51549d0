import { createHash } from 'node:crypto';
import { parseSignature } from '../github/objects.ts';
import { type LooseReader, looseOr, NotLoose } from './loose-reader.ts';

const NO_OBJECT = '0'.repeat(40);
const ADA = { name: 'Ada Lovelace', email: 'ada@example.com' } as const;

/** A person as a push event names one. */
export interface PayloadPerson {
  readonly name: string;
  readonly email: string;
}

/** The commit a pushed ref leads to. */
export interface PayloadCommit {
  readonly id: string;
  readonly tree_id: string;
  readonly distinct: boolean;
  readonly message: string;
  readonly timestamp: string;
  readonly url: string;
  readonly author: PayloadPerson;
  readonly committer: PayloadPerson;
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly modified: readonly string[];
}

/** The repository of an event. */
export interface PayloadRepository {
  readonly id: number;
  readonly node_id: string;
  readonly name: string;
  readonly full_name: string;
  readonly private: boolean;
  readonly owner: Readonly<Record<string, string | number>>;
  readonly html_url: string;
  readonly url: string;
  readonly clone_url: string;
  readonly default_branch: string;
}

/** GitHub's push event, as far as actions look at it. */
export interface PushPayload {
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly created: boolean;
  readonly deleted: boolean;
  readonly forced: boolean;
  readonly base_ref: string | null;
  readonly compare: string;
  readonly commits: readonly PayloadCommit[];
  readonly head_commit: PayloadCommit | null;
  readonly repository: PayloadRepository;
  readonly pusher: PayloadPerson;
  readonly sender: { readonly login: string; readonly id: number; readonly type: string };
}

/** What the payload is read from. */
interface Source {
  readonly name: string;
  git(args: readonly string[]): Promise<string>;
}

/** Builds the event of pushing a tag; `before` is the object its ref named, undefined for a new tag. */
export async function buildPushPayload(
  source: Source,
  loose: LooseReader,
  { tag, before, serverUrl }: { tag: string; before: string | undefined; serverUrl: string },
): Promise<PushPayload> {
  const ref = `refs/tags/${tag}`;
  const repository = describeRepository(source.name, serverUrl);
  const refOf = (name: string) =>
    looseOr(
      () => loose.objectOf(name),
      () => source.git(['for-each-ref', '--format=%(objectname)', name]),
    );
  const object = await refOf(ref);
  const exists = object !== '';
  const after = exists ? object : NO_OBJECT;
  const head = exists ? await describeCommit(source, loose, ref, repository.html_url) : null;
  const tip = await refOf('refs/heads/main');
  const created = before === undefined && exists;
  return {
    ref,
    before: before ?? NO_OBJECT,
    after,
    created,
    deleted: !exists,
    forced: !created,
    base_ref: head !== null && head.id === tip ? 'refs/heads/main' : null,
    compare: compareUrl(repository.html_url, tag, before, after),
    commits: [],
    head_commit: head,
    repository,
    pusher: { name: 'ada', email: ADA.email },
    sender: { login: 'ada', id: 1815, type: 'User' },
  };
}

function compareUrl(repositoryUrl: string, tag: string, before: string | undefined, after: string): string {
  const range = before === undefined ? tag : `${before.slice(0, 12)}...${after.slice(0, 12)}`;
  return `${repositoryUrl}/compare/${range}`;
}

async function describeCommit(
  source: Source,
  loose: LooseReader,
  ref: string,
  repositoryUrl: string,
): Promise<PayloadCommit> {
  const commit = await looseOr(
    () => looseCommit(loose, ref),
    () => gitCommit(source, ref),
  );
  return {
    ...commit,
    distinct: true,
    url: `${repositoryUrl}/commit/${commit.id}`,
    added: [],
    removed: [],
    modified: [],
  };
}

type CommitFacts = Omit<PayloadCommit, 'distinct' | 'url' | 'added' | 'removed' | 'modified'>;

function looseCommit(loose: LooseReader, ref: string): CommitFacts {
  const { oid, headers, message } = loose.commit(ref);
  const [committed = ''] = headers.committer ?? [];
  if (!committed.endsWith(' +0000') || headers.encoding !== undefined) throw new NotLoose(ref);
  const { date, ...committer } = parseSignature(committed);
  const { name, email } = parseSignature(headers.author?.[0]);
  const [tree_id = ''] = headers.tree ?? [];
  return { id: oid, tree_id, message: message.trimEnd(), timestamp: date, author: { name, email }, committer };
}

async function gitCommit(source: Source, ref: string): Promise<CommitFacts> {
  const format = ['%H', '%T', '%cI', '%an', '%ae', '%cn', '%ce', '%B'].join('%x00');
  const fields = (await source.git(['log', '-1', `--format=${format}`, ref])).split('\0');
  const [id = '', tree = '', timestamp = '', author = '', authorMail = '', committer = '', mail = '', message = ''] =
    fields;
  return {
    id,
    tree_id: tree,
    message: message.trimEnd(),
    timestamp: timestamp.replace('+00:00', 'Z'),
    author: { name: author, email: authorMail },
    committer: { name: committer, email: mail },
  };
}

function describeRepository(fullName: string, serverUrl: string): PayloadRepository {
  const [owner = '', name = ''] = fullName.split('/');
  const id = createHash('sha256').update(fullName).digest().readUInt32BE(0);
  const url = `${serverUrl}/${fullName}`;
  return {
    id,
    node_id: `R_${Buffer.from(fullName).toString('base64url')}`,
    name,
    full_name: fullName,
    private: true,
    owner: { name: owner, login: owner, id: id % 1_000_000, type: 'Organization', html_url: `${serverUrl}/${owner}` },
    html_url: url,
    url,
    clone_url: `${url}.git`,
    default_branch: 'main',
  };
}

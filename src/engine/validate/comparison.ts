import { REGISTRY_PATH } from '../../domain/registry.ts';
import type { FileChange } from '../../domain/validation/impact.ts';
import { type RegistryDocument, readRegistryDocument } from '../../domain/validation/registry-document.ts';
import type { Repository, TreeEntry } from '../../ports/repository.ts';
import { listingOf, lookUp, PathBudget } from '../tree.ts';

/** Between which commits an event says that something changed. */
export interface ChangeRequest {
  /** The commit that the workflow runs for. */
  readonly commit: string;
  /** What it is compared with, by the event. */
  readonly base: string;
  /** Of a pull request its own last commit: `commit` merges it into the base. */
  readonly head?: string | undefined;
}

/** What changed. */
export interface Comparison {
  readonly commit: string;
  readonly base: string;
  readonly changes: readonly FileChange[];
  /** The registry of the base; undefined where none was committed. */
  readonly registryBefore: RegistryDocument | undefined;
}

/**
 * Finds out what changed, from the folders of both commits on the server: a checkout has no history, as a rule.
 * Undefined where the server does not have one of them any more, as after a forced push.
 * @param registry of the commit; undefined where none is committed
 */
export async function compare(
  repository: Repository,
  request: ChangeRequest,
  registry: RegistryDocument | undefined,
): Promise<Comparison | undefined> {
  const { commit, head } = request;
  // One request is enough as a rule. What went wrong with it, the next one tells.
  await repository.load([commit, request.base], 'trees').catch(() => undefined);
  const absent = await repository.loadPresent([commit, request.base]);
  const merge = absent.has(commit) ? undefined : await repository.read(commit);
  if (merge?.type !== 'commit') {
    return undefined;
  }
  // The event may name a base that is older than what was merged into, and then others' changes would count as well.
  const [parent, merged] = merge.parents;
  const base = parent !== undefined && head !== undefined && merged === head ? parent : request.base;
  if (base === request.base && absent.has(base)) {
    return undefined;
  }
  await repository.load([base, commit], 'trees');
  const before = await repository.read(base);
  if (before?.type !== 'commit') {
    return undefined;
  }
  const changes = renamed(await compareTrees(repository, before.tree, merge.tree));
  const isSame = !changes.some(
    (change) => change.path === REGISTRY_PATH || ('from' in change && change.from === REGISTRY_PATH),
  );
  return { commit, base, changes, registryBefore: isSame ? registry : await registryAt(repository, base) };
}

/** A file with its object, before and after. */
interface Pair {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The files that are not the same in two trees. Folders that are the same are not looked into. */
async function compareTrees(repository: Repository, before: string, after: string): Promise<Pair[]> {
  const pairs: Pair[] = [];
  const budget = new PathBudget();
  let level: Pair[] = before === after ? [] : [{ path: '', before, after }];
  while (level.length > 0) {
    const trees = level.flatMap((pair) => [pair.before ?? [], pair.after ?? []].flat());
    await repository.load([...new Set(trees)], 'objects');
    const next: Pair[] = [];
    for (const folder of level) {
      const old = await entriesOf(repository, folder.before);
      const young = await entriesOf(repository, folder.after);
      for (const name of new Set([...old.keys(), ...young.keys()])) {
        const one = old.get(name);
        const other = young.get(name);
        budget.take(folder.path + name);
        pairOf(`${folder.path}${name}`, one, other, 'file', pairs);
        pairOf(`${folder.path}${name}/`, one, other, 'folder', next);
      }
    }
    level = next;
  }
  return pairs;
}

async function entriesOf(repository: Repository, tree: string | undefined): Promise<Map<string, TreeEntry>> {
  const entries = tree === undefined ? [] : (await listingOf(repository, tree)).all();
  return new Map(entries.map((entry) => [entry.name, entry]));
}

function pairOf(
  path: string,
  one: TreeEntry | undefined,
  other: TreeEntry | undefined,
  kind: TreeEntry['kind'],
  pairs: Pair[],
): void {
  const before = one?.kind === kind ? one.oid : undefined;
  const after = other?.kind === kind ? other.oid : undefined;
  if (before !== after) {
    pairs.push({ path, before, after });
  }
}

/** The changes, with those files as renamed that are elsewhere byte for byte. */
function renamed(pairs: readonly Pair[]): FileChange[] {
  const gone = new Map<string, string[]>();
  for (const { path, before, after } of pairs) {
    if (before !== undefined && after === undefined) {
      gone.set(before, [...(gone.get(before) ?? []), path]);
    }
  }
  const sources = new Map<string, string>();
  for (const { path, before, after } of pairs) {
    const from = before === undefined && after !== undefined ? gone.get(after)?.shift() : undefined;
    if (from !== undefined) {
      sources.set(path, from);
    }
  }
  const moved = new Set(sources.values());
  return pairs
    .filter(({ path, after }) => after !== undefined || !moved.has(path))
    .map(({ path, before, after }): FileChange => {
      const from = sources.get(path);
      if (from !== undefined) {
        return { kind: 'renamed', from, path, modified: false };
      }
      return { kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'modified', path };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function registryAt(repository: Repository, commit: string): Promise<RegistryDocument | undefined> {
  const found = await lookUp(repository, commit, REGISTRY_PATH);
  const blob = found.kind === 'file' ? await repository.read(found.oid) : undefined;
  return blob?.type === 'blob' && blob.bytes !== undefined
    ? readRegistryDocument(Buffer.from(blob.bytes).toString('utf8'))
    : undefined;
}

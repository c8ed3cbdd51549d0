import type { Component } from '../../domain/component.ts';
import type { ComponentTags, TagRef } from '../../domain/component-tags.ts';
import { listedVersion, resolveVersion } from '../../domain/component-tags.ts';
import type { Config } from '../../domain/config.ts';
import type { LedgerEvent, SeededTag } from '../../domain/ledger/event.ts';
import { entryPath } from '../../domain/ledger/layout.ts';
import type { Running } from '../../domain/ledger/transition.ts';
import { REGISTRY_PATH } from '../../domain/registry.ts';
import { unversionedName } from '../../domain/version.ts';
import type { Repository } from '../../ports/repository.ts';
import type { ContentReader } from '../content.ts';
import { loadTagObjects, wrappedNames } from '../observation.ts';
import { lookUp } from '../tree.ts';

/** Tag objects that are read for their dates, and commits whose content is looked up; a larger repository has neither. */
const MAX_TAGS = 5_000;
const MAX_COMMITS = 1_500;

/** How many objects are asked for in one request. */
const BATCH = 1_000;

interface Standing {
  readonly tags: ComponentTags;
  readonly environment: string;
  readonly ref: TagRef;
}

/**
 * What the ledger begins with: every environment tag there is, with the date it carries, as far as it carries one, and
 * every version.
 *
 * @param all the tags of all components, as they stand
 * @param besides paths of entries that are written right after and have no past
 */
export async function seedEvents(
  all: readonly ComponentTags[],
  besides: ReadonlySet<string>,
  config: Config,
  repository: Repository,
  content: ContentReader,
): Promise<LedgerEvent[]> {
  const standing = all
    .flatMap((one) => [...one.environments].map(([environment, ref]): Standing => ({ tags: one, environment, ref })))
    .filter(({ tags: { component }, environment }) => !besides.has(entryPath(environment, component)));
  const dates = await datesOf(standing, repository);
  const locate = await locator(standing, config, repository, content);

  const found = new Map<ComponentTags, SeededTag[]>(all.map((tags) => [tags, []]));
  for (const { tags, environment, ref } of standing) {
    const version = await versionOf(tags, ref, config, dates.has(ref.object), repository);
    if (version !== undefined) {
      const place = await locate(tags.component, ref.commit);
      const running: Running = { version, commit: ref.commit, tag: ref.object, ...place };
      found.get(tags)?.push({ environment, running, time: dates.get(ref.object) });
    }
  }
  return [...found].flatMap(([tags, some]): LedgerEvent[] =>
    tags.versions.size + some.length > 0 ? [{ kind: 'seeded', tags, found: some }] : [],
  );
}

/** When tags were made, in seconds since the epoch, by tag object. */
async function datesOf(standing: readonly Standing[], repository: Repository): Promise<Map<string, number>> {
  const annotated = [...new Set(standing.filter(({ ref }) => ref.object !== ref.commit).map(({ ref }) => ref.object))];
  const dates = new Map<string, number>();
  if (annotated.length > MAX_TAGS) {
    return dates;
  }
  for (let i = 0; i < annotated.length; i += BATCH) {
    const batch = annotated.slice(i, i + BATCH);
    await loadTagObjects(repository, batch);
    for (const oid of batch) {
      const object = await repository.read(oid);
      if (object?.type === 'tag' && object.time !== undefined) {
        dates.set(oid, object.time);
      }
    }
  }
  return dates;
}

async function versionOf(
  tags: ComponentTags,
  ref: TagRef,
  config: Config,
  isNear: boolean,
  repository: Repository,
): Promise<string | undefined> {
  const listed = listedVersion(tags, ref);
  const resolved =
    listed === 'unknown' || (isNear && ref.object !== ref.commit)
      ? resolveVersion(tags, ref, await wrappedNames(repository, ref.object))
      : listed;
  return resolved?.version ?? (config.unversioned === 'allow' ? unversionedName(ref.commit) : undefined);
}

type Locate = (
  component: Component,
  commit: string,
) => Promise<{ readonly blob: string | null; readonly path: string | null }>;

/** Finds contents where that costs a few requests; elsewhere the seed does without. */
async function locator(
  standing: readonly Standing[],
  config: Config,
  repository: Repository,
  content: ContentReader,
): Promise<Locate> {
  const nowhere: Locate = async () => ({ blob: null, path: null });
  const commits = [...new Set(standing.map(({ ref }) => ref.commit))];
  if (commits.length > MAX_COMMITS || !(await loadTrees(commits, repository))) {
    return nowhere;
  }
  const registries = new Set<string>();
  for (const commit of commits) {
    const found = await lookUp(repository, commit, REGISTRY_PATH);
    if (found.kind === 'file') {
      registries.add(found.oid);
    }
  }
  await repository.load([...registries], 'objects');
  return async (component, commit) => await content.find(component, commit, config.paths);
}

/** Brings the folders of commits near, where that is not too much. One that nobody can read holds up no other. */
async function loadTrees(commits: readonly string[], repository: Repository): Promise<boolean> {
  if (await repository.load(commits, 'trees')) {
    return true;
  }
  const objects = await Promise.all(commits.map((commit) => repository.read(commit)));
  const readable = commits.filter((_, i) => objects[i]?.type === 'commit');
  return readable.length < commits.length && (await repository.load(readable, 'trees'));
}

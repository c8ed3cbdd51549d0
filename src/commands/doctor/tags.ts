import { componentId } from '../../domain/component.ts';
import { type ComponentTags, environmentOf } from '../../domain/component-tags.ts';
import { broken, type Fact, notice, ok, warning } from '../../domain/doctor/fact.ts';
import { versionMoved } from '../../domain/moved-version.ts';
import type { ProjectionPolicy, WantedKey } from '../../domain/projection.ts';
import { projectTargets } from '../../domain/projection.ts';
import { exclusionError } from '../../domain/tag-rules.ts';
import { count } from '../../domain/text.ts';
import { contentOf } from '../../engine/content.ts';
import { type PlanSettings, policyOf } from '../../engine/desired.ts';
import { underLfs } from '../../engine/lfs.ts';
import type { Observation } from '../../engine/observation.ts';
import { answerable } from '../../engine/reconcile/expectations.ts';
import type { Session } from '../../engine/session.ts';
import { ownTrouble, type TagshipError } from '../../errors.ts';
import { returnedFailure } from '../describe.ts';
import { duplicateTag } from '../select.ts';
import type { SetUp } from './set-up.ts';

/** Stands for a namespace that nobody knows, or that could not be asked for. */
const SOMEWHERE = '';

/** A content that is to be in KV. */
type Wanted = Pick<WantedKey, 'component' | 'commit'>;

/** The tags that will not deploy, and why. */
export async function checkTags(setUp: SetUp): Promise<Fact[]> {
  const listing = await setUp.listing();
  const { session, view } = await setUp.observed();
  const problems = new Problems();
  if (setUp.request.environment === undefined) {
    for (const { name, why } of listing.excluded.filter((one) => one.why !== 'ignored')) {
      problems.add(exclusionError(name, why));
    }
    for (const tags of listing.tags.values()) {
      for (const { name } of tags.shadowed) {
        problems.add(duplicateTag(name, tags));
      }
    }
  }
  const wanted = await wantedIn(setUp, session, view, problems);
  await checkContents(setUp, session, wanted, problems);
  for (const one of view.returned().filter(({ ref }) => setUp.asks(environmentOf(ref)))) {
    problems.add(returnedFailure(one));
  }
  const ignored = listing.excluded.filter(({ why }) => why === 'ignored').length;
  const number = listing.refs.tags.filter(({ name }) => name.startsWith('components/')).length;
  const all = `${count(number, 'tag')} of ${count(view.tags.size, 'component')}`;
  return [
    problems.all.length > 0 ? notice(`${all} were looked at.`) : ok(`${all}: each can be deployed.`),
    ...(ignored === 0 ? [] : [notice(`${count(ignored, 'tag')} left alone by \`ignore\`.`)]),
    ...problems.all.map(broken),
    ...view.ignored().map((sentence) => warning(sentence, 'See what the ledger says there, and who wrote it.')),
  ];
}

/** Errors, each once. */
class Problems {
  readonly #all = new Map<string, TagshipError>();

  get all(): readonly TagshipError[] {
    return [...this.#all.values()];
  }

  add(one: TagshipError): void {
    this.#all.set(one.message, one);
  }

  /** Does work that may fail for what one component has. @throws what is about more than that */
  async try(work: () => unknown): Promise<void> {
    try {
      await work();
    } catch (error) {
      for (const one of ownTrouble(error)) {
        this.add(one);
      }
    }
  }
}

/** The contents that KV is to hold; what cannot be found of a tag becomes a problem. */
async function wantedIn(
  setUp: SetUp,
  session: Session,
  view: Observation,
  problems: Problems,
): Promise<readonly Wanted[]> {
  const wanted = new Map<string, Wanted>();
  const now = Math.floor(setUp.ports.clock.now() / 1000);
  for (const [namespace, settings] of await placesOf(setUp, session, view)) {
    const policy = policyOf(namespace, view, settings);
    for (const tags of view.tags.values()) {
      await problems.try(() => projectEach(setUp, tags, view, policy, wanted, problems));
    }
  }
  for (const tags of view.tags.values()) {
    const { component, environments } = tags;
    await problems.try(() => {
      for (const one of session.settings.acceptMoved ? [] : movedIn(tags, view)) {
        problems.add(one);
      }
    });
    for (const environment of [...environments.keys()].filter((one) => setUp.asks(one))) {
      await problems.try(() => {
        const doubt = view.ledger?.doubt(environment, component, now);
        return doubt === undefined ? undefined : problems.add(doubt);
      });
    }
  }
  return [...wanted.values()];
}

/** Asks each tag of a component for the keys it wants. */
async function projectEach(
  setUp: SetUp,
  tags: ComponentTags,
  view: Observation,
  policy: ProjectionPolicy,
  wanted: Map<string, Wanted>,
  problems: Problems,
): Promise<void> {
  const { component, environments } = tags;
  const { projection, problem } = answerable(tags, view.tags, policy);
  if (problem !== undefined) {
    for (const [environment] of environments) {
      const target = { component, slot: { kind: 'environment' as const, name: environment } };
      if (policy.holds(environment) && setUp.asks(environment)) {
        await problems.try(() => projectTargets([target], view.tags, policy));
      }
    }
    for (const [version] of setUp.request.environment === undefined ? tags.versions : []) {
      const target = { component, slot: { kind: 'version' as const, name: version } };
      await problems.try(() => projectTargets([target], view.tags, policy));
    }
  }
  for (const { role, slot, commit } of projection.content) {
    if (setUp.request.environment === undefined || (role === 'environment' && setUp.asks(slot))) {
      wanted.set(`${componentId(component)} ${commit}`, { component, commit });
    }
  }
}

/** The namespaces with what lives in each; what lives in none that is known lives somewhere. */
async function placesOf(setUp: SetUp, session: Session, view: Observation): Promise<ReadonlyMap<string, PlanSettings>> {
  const settings = {
    repositoryName: session.settings.repositoryName,
    config: session.config,
    acceptMoved: session.settings.acceptMoved,
    versionNamespaces: undefined,
  };
  const environments = await setUp.environments();
  // Another check reports namespaces that cannot be resolved.
  const told = await session.placement(view).catch(() => undefined);
  const populations = new Map(told?.planSettings.populations);
  const placed = new Set([...populations.values()].flatMap((all) => [...all]));
  const others = [...environments].filter((environment) => !placed.has(environment));
  if (others.length > 0 || populations.size === 0) {
    populations.set(SOMEWHERE, new Set(others));
  }
  return new Map([...populations.keys()].map((id) => [id, { ...settings, populations }]));
}

/** The version tags of a component that stand elsewhere than the ledger remembers. */
function movedIn({ component, versions }: ComponentTags, view: Observation): TagshipError[] {
  const known = view.remembered(component);
  return [...versions].flatMap(([version, ref]) => {
    const remembered = known[version]?.commit;
    return remembered === undefined || remembered === ref.commit ? [] : [versionMoved(ref, version, remembered)];
  });
}

/** Finds every content, and of those that Git LFS may have replaced, the bytes. */
async function checkContents(
  setUp: SetUp,
  session: Session,
  wanted: readonly Wanted[],
  problems: Problems,
): Promise<void> {
  const { content } = setUp;
  const { repository } = setUp.ports;
  const { paths } = session.config;
  await content.prepare(wanted, paths);
  const found: (Wanted & { readonly path: string; readonly blob: string })[] = [];
  for (const { component, commit } of wanted) {
    await problems.try(async () => {
      await content.commit(component, commit);
      found.push({ component, commit, ...(await content.locate(component, commit, paths)) });
    });
  }
  const suspects = await underLfs(repository, found);
  const places = Map.groupBy(suspects, ({ blob }) => blob);
  for await (const { oid, object } of repository.readAll([...places.keys()])) {
    for (const { component, commit, path } of places.get(oid) ?? []) {
      await problems.try(() => contentOf(component, commit, { path, blob: oid }, object));
    }
  }
}

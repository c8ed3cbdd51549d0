import { type Fact, notice, ok, warning } from '../../domain/doctor/fact.ts';
import { readWorkflow, tagshipMatcher, type Workflow, withCalled } from '../../domain/doctor/workflow.ts';
import { count } from '../../domain/text.ts';
import { listingOf, loadPath, treeOf } from '../../engine/tree.ts';
import type { SetUp } from './set-up.ts';

const FOLDER = '.github/workflows';

/** Tags that are named one by one. */
const MAX_NAMED = 5;

/** A tag as an example, where there is none yet. */
const EXAMPLE = 'components/prompts/example/production';

/** The workflows that start Tagship: those of the default branch, and of each commit that a tag stands on. */
export async function checkWorkflows(setUp: SetUp): Promise<Fact[]> {
  const { refs, tags } = await setUp.listing();
  const tagged = [...tags.values()].flatMap(({ component, environments, versions }) =>
    component.prefix === 'components'
      ? [
          ...[...environments].flatMap(([name, ref]) => (setUp.asks(name) ? [ref] : [])),
          ...(setUp.request.environment === undefined ? versions.values() : []),
        ]
      : [],
  );
  const commits = new Set(tagged.map(({ commit }) => commit));
  const workflows = await workflowsAt(setUp, [...commits, ...(refs.head === undefined ? [] : [refs.head])]);
  const now = workflows.get(refs.head ?? '') ?? [];
  const scheduled = now.filter(({ scheduled, commands }) => scheduled && commands.some(reconciles));
  const without = tagged.filter(
    ({ name, commit }) => !(workflows.get(commit) ?? []).some((one) => startsFor(name)(one) || mayStartFor(name)(one)),
  );
  return [
    deploying(now, tagged[0]?.name ?? EXAMPLE),
    healing(now, scheduled),
    ...(tagged.length === 0
      ? []
      : [
          old(
            without.map(({ name }) => name),
            tagged.length,
            scheduled.length > 0,
          ),
        ]),
  ];
}

function deploying(workflows: readonly Workflow[], tag: string): Fact {
  const found = workflows.filter(startsFor(tag));
  if (found.length > 0) {
    return ok(`The push of a tag starts ${pathsOf(found)} of the default branch.`);
  }
  const possible = workflows.filter(mayStartFor(tag));
  return possible.length > 0
    ? notice(
        `The push of a tag starts ${pathsOf(possible)} of the default branch, which uses a workflow of another repository or an action of its own: whether that one runs \`deploy\` was not looked at.`,
      )
    : warning(
        `No workflow of the default branch starts Tagship on the push of a tag such as \`${tag}\`.`,
        'Copy `examples/workflows/deploy.yml`: it has `on: { push: { tags: ["components/**"] } }`. Leave it out only if another system runs `deploy`.',
      );
}

function healing(workflows: readonly Workflow[], scheduled: readonly Workflow[]): Fact {
  if (scheduled.length > 0) {
    return ok(`A schedule starts \`reconcile\` by ${pathsOf(scheduled)}.`);
  }
  const possible = workflows.filter(({ scheduled: isScheduled, isPartial }) => isScheduled && isPartial);
  return possible.length > 0
    ? notice(
        `A schedule starts ${pathsOf(possible)}, which uses a workflow of another repository or an action of its own: whether that one runs \`reconcile\` was not looked at.`,
      )
    : warning(
        'No schedule runs `reconcile` on the default branch, so nothing brings what started no run: GitHub sends no event for a push of more than three tags.',
        'Copy `examples/workflows/reconcile.yml` to the default branch.',
      );
}

/** The workflow of the tagged commit is the one that a push of its tag starts. */
function old(names: readonly string[], all: number, isHealed: boolean): Fact {
  if (names.length === 0) {
    return ok(`Each of ${count(all, 'tag')} stands on a commit with a workflow that its push starts.`);
  }
  const listed = names.slice(0, MAX_NAMED).map((name) => `\`${name}\``);
  const rest = names.length - listed.length;
  const fact = `${names.length} of ${count(all, 'tag')} stand on commits without a workflow that their push starts, so pushing these, or moving a tag to there by hand, starts no run: ${listed.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`;
  return isHealed
    ? notice(fact, 'Move tags with `promote` and `rollback`; what is moved by hand the scheduled `reconcile` brings.')
    : warning(
        fact,
        'Move tags with `promote` and `rollback`, or run `deploy` with `tag`; a scheduled `reconcile` brings the rest.',
      );
}

function startsFor(tag: string): (workflow: Workflow) => boolean {
  return ({ commands, startsOn }) => commands.some(deploys) && startsOn(tag);
}

function mayStartFor(tag: string): (workflow: Workflow) => boolean {
  return ({ isPartial, startsOn }) => isPartial && startsOn(tag);
}

function deploys(command: string): boolean {
  return command === 'deploy' || command === 'auto' || command === '?';
}

function reconciles(command: string): boolean {
  return command === 'reconcile' || command === 'auto' || command === '?';
}

function pathsOf(workflows: readonly Workflow[]): string {
  return workflows.map(({ path }) => `\`${path}\``).join(', ');
}

/** The workflows of many commits, in one request for each level of folders and one for all files. */
async function workflowsAt(
  { ports, settings }: SetUp,
  commits: readonly string[],
): Promise<ReadonlyMap<string, readonly Workflow[]>> {
  const { repository } = ports;
  await loadPath(repository, commits, FOLDER);
  const folders = new Map<string, string>();
  for (const commit of commits) {
    const found = await (await treeOf(repository, commit)).lookUp(FOLDER);
    if (found.kind === 'folder') {
      folders.set(commit, found.oid);
    }
  }
  const files = new Map<string, readonly { readonly path: string; readonly oid: string }[]>();
  for (const folder of new Set(folders.values())) {
    const listing = [...(await listingOf(repository, folder)).all()];
    const own = listing.filter(({ kind, name }) => kind === 'file' && /\.ya?ml$/.test(name));
    files.set(
      folder,
      own.map(({ name, oid }) => ({ path: `${FOLDER}/${name}`, oid })),
    );
  }
  const read = await readFiles(repository, [...files.values()].flat(), settings.actionRepository);
  return new Map(
    [...folders].map(([commit, folder]) => [
      commit,
      withCalled((files.get(folder) ?? []).flatMap(({ path, oid }) => read.get(`${oid} ${path}`) ?? [])),
    ]),
  );
}

async function readFiles(
  repository: SetUp['ports']['repository'],
  files: readonly { readonly path: string; readonly oid: string }[],
  action: string | undefined,
): Promise<ReadonlyMap<string, Workflow>> {
  const isTagship = tagshipMatcher(action);
  const read = new Map<string, Workflow>();
  const paths = Map.groupBy(files, ({ oid }) => oid);
  for await (const { oid, object } of repository.readAll([...paths.keys()])) {
    const text = object?.type === 'blob' ? Buffer.from(object.bytes ?? []).toString('utf8') : '';
    for (const path of new Set(paths.get(oid)?.map((one) => one.path))) {
      const workflow = readWorkflow(path, text, isTagship);
      if (workflow !== undefined) {
        read.set(`${oid} ${path}`, workflow);
      }
    }
  }
  return read;
}

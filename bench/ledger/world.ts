import type { Repository, Sandbox } from '../../sandbox/index.ts';
import { componentId } from '../../src/domain/component.ts';
import { DEFAULT_LEDGER_REF } from '../../src/domain/config.ts';
import type { RawObject } from '../../src/git/object.ts';
import { packOf } from '../../src/git/pack-writer.ts';
import { catalogueOf } from './catalogue.ts';
import { composeLedger, timeOf } from './chain.ts';
import { componentsOf, ENVIRONMENTS, movesOf, type Shape, type Standing, versionName } from './shape.ts';

/** Objects of a pack. */
const PACK = 20_000;

/** A repository with a ledger, on the sandbox's Git server. */
export interface World {
  readonly shape: Shape;
  readonly repository: Repository;
  /** The commit of the default branch. */
  readonly head: string;
  /** KV namespaces by environment. */
  readonly namespaces: Readonly<Record<(typeof ENVIRONMENTS)[number], string>>;
  /** A moment in the middle of the ledger's life, in seconds since the epoch. */
  readonly middle: number;
  /** What ran then. */
  readonly state: readonly Standing[];
  /** A component that was moved last, and two versions of it that ran in production, the current one first. */
  readonly subject: { readonly component: string; readonly versions: readonly [string, string] };
}

/**
 * Builds a repository with its ledger, packed as a Git server would have packed it by then.
 * @param namespaces in KV of this repository alone
 */
export async function buildWorld(sandbox: Sandbox, shape: Shape, namespaces: World['namespaces']): Promise<World> {
  const repository = await sandbox.createRepository(shape.repository);
  const bare = (args: readonly string[], input?: Buffer | string): Promise<string> =>
    repository.git(['--git-dir', repository.bare, ...args], input === undefined ? {} : { input });
  const store = async (objects: readonly RawObject[]): Promise<void> => {
    for (let at = 0; at < objects.length; at += PACK) {
      await bare(['index-pack', '--stdin'], packOf(objects.slice(at, at + PACK)));
    }
  };
  const catalogue = catalogueOf(shape);
  await store(catalogue.objects);
  const chain = await composeLedger(shape, catalogue, store);
  const refs = [...catalogue.refs, ...chain.tags, [DEFAULT_LEDGER_REF, chain.tip] as const];
  await bare(['update-ref', '--stdin'], refs.map(([name, object]) => `create ${name} ${object}\n`).join(''));
  await bare(['pack-refs', '--all']);
  await bare(['repack', '-a', '-d', '-b', '-q']);
  await bare(['commit-graph', 'write', '--reachable', '--no-progress']);
  return { shape, repository, head: catalogue.head, namespaces, ...landmarksOf(shape) };
}

/** Whether Git finds every object of a repository sound and complete; throws a GitError when not. */
export async function checkWorld({ repository }: World): Promise<void> {
  await repository.git(['--git-dir', repository.bare, 'fsck', '--full', '--strict', '--no-dangling', '--no-progress']);
}

/** What is asked about a repository of a shape. */
export function landmarksOf(shape: Shape): Pick<World, 'middle' | 'state' | 'subject'> {
  const moves = movesOf(shape);
  const half = Math.floor(shape.entries / 2);
  const state = new Map<string, Standing>();
  const put = (component: string, environment: string, version: number): void => {
    state.set(`${environment} ${component}`, { component, environment, version: versionName(version) });
  };
  for (const component of shape.seeded ? componentsOf(shape) : []) {
    for (const environment of ENVIRONMENTS) {
      put(componentId(component), environment, 0);
    }
  }
  for (const { component, environment, version } of moves.slice(0, shape.seeded ? half - 1 : half)) {
    put(componentId(component), environment, version);
  }
  const last = moves.findLast(({ environment, version }) => environment === 'production' && version > 0);
  if (last === undefined) {
    throw new Error('No component has two versions in production');
  }
  return {
    // Some minutes after that commit, and before the next.
    middle: timeOf(half) + 600,
    state: [...state.values()],
    subject: {
      component: componentId(last.component),
      versions: [versionName(last.version), versionName(last.version - 1)],
    },
  };
}

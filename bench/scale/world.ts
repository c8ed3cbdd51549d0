import type { Repository, Sandbox } from '../../sandbox/index.ts';
import { DEFAULT_LEDGER_REF } from '../../src/domain/config.ts';
import { componentsOf, fill, git, type Shape } from './fill.ts';

/** A repository that is measured, on the sandbox's Git server, and its namespace in KV. */
export interface World {
  readonly shape: Shape;
  readonly repository: Repository;
  readonly namespace: string;
  readonly tags: number;
}

/** Builds a repository. @param name owner/name */
export async function buildWorld(sandbox: Sandbox, name: string, shape: Shape, namespace: string): Promise<World> {
  const repository = await sandbox.createRepository(name);
  const tags = await fill(repository.bare, shape);
  return { shape, repository, namespace, tags };
}

/** The id of a namespace for a measurement. */
export function namespaceId(number: number): string {
  return number.toString(16).padStart(32, '0');
}

/** As many namespaces, to start a sandbox with. */
export function namespaces(count: number): { readonly id: string; readonly title: string }[] {
  return Array.from({ length: count }, (_, i) => ({ id: namespaceId(i), title: `bench-${i}` }));
}

/** A tag that was moved. */
export interface MovedTag {
  readonly name: string;
  readonly object: string;
  readonly commit: string;
}

/** Points an environment tag of the first component at a version by a tag object that there was not before. */
export async function moveTag(world: World, environment: string, version: string, turn: number): Promise<MovedTag> {
  const { repository, shape } = world;
  const name = `components/${componentsOf(shape)[0]}/${environment}`;
  const wrapped = `refs/tags/components/${componentsOf(shape)[0]}/${version}`;
  const [target = '', commit = ''] = (await git(repository.bare, ['rev-parse', wrapped, `${wrapped}^{commit}`])).split(
    '\n',
  );
  const tagger = `Ada <ada@example.com> ${1_780_000_000 + turn} +0000`;
  const text = `object ${target}\ntype tag\ntag ${name}\ntagger ${tagger}\n\nMove ${turn}\n`;
  const object = (await git(repository.bare, ['mktag'], Buffer.from(text))).trim();
  await git(repository.bare, ['update-ref', `refs/tags/${name}`, object]);
  return { name, object, commit };
}

/** Deletes tags from the repository, by names without `refs/tags/`. */
export async function deleteTags({ repository }: World, names: readonly string[]): Promise<void> {
  const lines = names.map((name) => `delete refs/tags/${name}\n`).join('');
  await git(repository.bare, ['update-ref', '--stdin'], Buffer.from(lines));
}

/** Takes the ledger away, as if Tagship had never run here. */
export async function forget({ repository }: World): Promise<void> {
  await git(repository.bare, ['update-ref', '-d', DEFAULT_LEDGER_REF]);
}

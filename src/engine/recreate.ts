import { componentId, singularType } from '../domain/component.ts';
import { REGISTRY_PATH } from '../domain/registry.ts';
import type { Choice } from '../domain/version-choice.ts';
import { TagshipError } from '../errors.ts';
import { blobObject, commitObject, type RawObject, type Signature } from '../git/object.ts';
import type { Repository } from '../ports/repository.ts';
import { editTree } from './ledger/edit-tree.ts';

/**
 * A commit with the content that the ledger kept of a version, and a registry that names its file.
 * @throws TagshipError `version-unknown` where the ledger kept none
 */
export async function recreated({ situation, version, commit }: Choice, repository: Repository): Promise<RawObject[]> {
  const { component, remembered } = situation;
  const known = remembered[version];
  const id = componentId(component);
  // Of a version that was registered and never deployed the ledger has the name of the content, not the content.
  const isKept = typeof known?.blob === 'string' && (await repository.read(known.blob)) !== undefined;
  if (!isKept || known.blob === null || known.path === null) {
    throw new TagshipError(
      'version-unknown',
      `The tag of \`${id}\` ${version} was deleted, its commit ${commit.slice(0, 12)} is gone, and the ledger kept no content of it.`,
      'Choose another version, or push that commit again.',
    );
  }
  const registry = blobObject(
    `${JSON.stringify({ version: '3.0.0', components: { [component.name]: { path: known.path, type: singularType(component.type) } } })}\n`,
  );
  const trees: RawObject[] = [];
  const files = new Map([
    [known.path, known.blob],
    [REGISTRY_PATH, registry.oid],
  ]);
  const tree = (await editTree(repository, undefined, files, trees)) ?? '';
  // Who wrote it, and when, was not kept; fixed ones make the same commit of the same content.
  const person: Signature = { name: 'Tagship', email: 'tagship@users.noreply.github.com', time: 0 };
  const message = `Content of ${id} ${version}, as the ledger kept it\n\nIts commit ${commit} is gone.`;
  const made = commitObject({ tree, parents: [], author: person, committer: person, message });
  return [registry, ...trees, made];
}

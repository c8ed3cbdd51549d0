import type { Component } from '../../src/domain/component.ts';
import { componentId } from '../../src/domain/component.ts';
import {
  blobObject,
  commitObject,
  type RawObject,
  type Signature,
  tagObject,
  treeObject,
} from '../../src/git/object.ts';
import type { TreeEntry } from '../../src/git/tree-listing.ts';
import { BEGIN, componentsOf, type Shape, versionName } from './shape.ts';

const DAY = 24 * 60 * 60;

/** Who made everything. */
export const AUTHOR = { name: 'Ada Lovelace', email: 'ada@example.com' } as const;

/** One version of a component as the repository has it. */
export interface Published {
  readonly tag: string;
  readonly commit: string;
  readonly blob: string;
  readonly path: string;
}

/** The default branch of a repository: one commit for each version, which changes every component. */
export interface Catalogue {
  readonly head: string;
  readonly objects: readonly RawObject[];
  /** Objects by full name of the ref. */
  readonly refs: ReadonlyMap<string, string>;
  readonly published: (component: Component, version: number) => Published;
}

/** Makes the commits of a repository's components, and an annotated tag for each version. */
export function catalogueOf(shape: Shape): Catalogue {
  const components = componentsOf(shape);
  const objects: RawObject[] = [];
  const refs = new Map<string, string>();
  const published = new Map<string, Published>();
  const keep = (object: RawObject): string => {
    objects.push(object);
    return object.oid;
  };
  let head: string | undefined;
  for (let version = 0; version < shape.versions; version++) {
    const name = versionName(version);
    const person: Signature = { ...AUTHOR, time: BEGIN - (shape.versions - version) * DAY };
    const folders = new Map<string, TreeEntry[]>();
    const blobs = new Map<Component, string>();
    for (const component of components) {
      const blob = keep(blobObject(`${componentId(component)} ${name}\n`));
      blobs.set(component, blob);
      const folder = folders.get(component.type) ?? [];
      folders.set(component.type, [...folder, { kind: 'file', name: `${component.name}.md`, oid: blob }]);
    }
    const tree = treeObject(
      [...folders].map(([folder, files]) => ({ kind: 'folder', name: folder, oid: keep(treeObject(files)) })),
    );
    const commit = commitObject({
      tree: keep(tree),
      parents: head === undefined ? [] : [head],
      author: person,
      committer: person,
      message: `All components ${name}`,
    });
    head = keep(commit);
    for (const [component, blob] of blobs) {
      const tagName = `components/${componentId(component)}/${name}`;
      const tag = keep(
        tagObject({ target: head, targetType: 'commit', name: tagName, tagger: person, message: tagName }),
      );
      refs.set(`refs/tags/${tagName}`, tag);
      const path = `${component.type}/${component.name}.md`;
      published.set(`${componentId(component)} ${version}`, { tag, commit: head, blob, path });
    }
  }
  refs.set('refs/heads/main', head ?? '');
  return {
    head: head ?? '',
    objects,
    refs,
    published: (component, version) => {
      const found = published.get(`${componentId(component)} ${version}`);
      if (found === undefined) {
        throw new Error(`${componentId(component)} has no version ${version}`);
      }
      return found;
    },
  };
}

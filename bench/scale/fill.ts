import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  blobObject,
  commitObject,
  type RawObject,
  type Signature,
  tagObject,
  treeObject,
} from '../../src/git/object.ts';
import { packOf } from '../../src/git/pack-writer.ts';
import type { TreeEntry } from '../../src/git/tree-listing.ts';

/** What a repository for measurements has. */
export interface Shape {
  readonly components: number;
  /** Each component has these; each version has a commit of its own, with all components in it. */
  readonly versions: readonly string[];
  /** Environments with the version that they run. */
  readonly environments: Readonly<Record<string, string>>;
}

/** A shape with 5 tags for each component: three versions and two environments. */
export function shapeOf(tags: number): Shape {
  return {
    components: Math.round(tags / 5),
    versions: ['v1.0.0', 'v1.1.0', 'v1.2.0'],
    environments: { production: 'v1.1.0', staging: 'v1.2.0' },
  };
}

const TYPES = ['prompts', 'configs', 'schemas', 'templates', 'agents'] as const;

/** `type/name` of every component. */
export function componentsOf({ components }: Shape): string[] {
  return Array.from({ length: components }, (_, i) => `${TYPES[i % TYPES.length]}/c${String(i).padStart(6, '0')}`);
}

/** What a component has in a version, a few hundred bytes. */
export function contentOf(component: string, version: string): string {
  return `# ${component} ${version}\n\n${`You are ${component}, and this is ${version}. `.repeat(8)}\n`;
}

const PERSON: Signature = { name: 'Ada', email: 'ada@example.com', time: 1_770_000_000 };

interface Ref {
  readonly name: string;
  readonly object: string;
  readonly peeled: string | undefined;
}

/**
 * Fills a bare repository: one pack, and all refs packed, as a server has them after its housekeeping.
 * @returns how many tags it has
 */
export async function fill(bare: string, shape: Shape, config?: string): Promise<number> {
  const ids = componentsOf(shape);
  const objects: RawObject[] = [];
  const keep = (object: RawObject): string => {
    objects.push(object);
    return object.oid;
  };
  const refs: Ref[] = [];
  const versionTags = new Map<string, { readonly object: string; readonly commit: string }>();
  let parent: string | undefined;
  for (const [number, version] of shape.versions.entries()) {
    const files: TreeEntry[] = [];
    for (const type of TYPES) {
      const entries = ids
        .filter((id) => id.startsWith(`${type}/`))
        .map((id): TreeEntry => {
          const oid = keep(blobObject(contentOf(id, version)));
          return { kind: 'file', name: `${id.slice(type.length + 1)}.md`, oid };
        });
      if (entries.length > 0) {
        files.push({ kind: 'folder', name: type, oid: keep(treeObject(entries)) });
      }
    }
    if (config !== undefined) {
      const policy = treeObject([{ kind: 'file', name: 'tagship.yml', oid: keep(blobObject(config)) }]);
      files.push({ kind: 'folder', name: '.github', oid: keep(policy) });
    }
    const person = { ...PERSON, time: PERSON.time + number };
    const commit: string = keep(
      commitObject({
        tree: keep(treeObject(files)),
        parents: parent === undefined ? [] : [parent],
        author: person,
        committer: person,
        message: `Release ${version}\n`,
      }),
    );
    parent = commit;
    for (const id of ids) {
      const name = `components/${id}/${version}`;
      const object = keep(
        tagObject({ target: commit, targetType: 'commit', name, tagger: person, message: `${id} ${version}\n` }),
      );
      versionTags.set(name, { object, commit });
      refs.push({ name: `refs/tags/${name}`, object, peeled: commit });
    }
  }
  for (const [environment, version] of Object.entries(shape.environments)) {
    for (const id of ids) {
      const wrapped = versionTags.get(`components/${id}/${version}`);
      if (wrapped !== undefined) {
        const name = `components/${id}/${environment}`;
        const message = `Set ${id} ${environment} to ${version}\n`;
        const object = keep(tagObject({ target: wrapped.object, targetType: 'tag', name, tagger: PERSON, message }));
        refs.push({ name: `refs/tags/${name}`, object, peeled: wrapped.commit });
      }
    }
  }
  const unique = [...new Map(objects.map((object) => [object.oid, object])).values()];
  await git(bare, ['index-pack', '--stdin', '--fix-thin'], packOf(unique));
  refs.push({ name: 'refs/heads/main', object: parent ?? '', peeled: undefined });
  refs.sort((a, b) => (a.name < b.name ? -1 : 1));
  const lines = refs.map(
    ({ name, object, peeled }) => `${object} ${name}\n${peeled === undefined ? '' : `^${peeled}\n`}`,
  );
  await writeFile(path.join(bare, 'packed-refs'), `# pack-refs with: peeled fully-peeled sorted \n${lines.join('')}`);
  return refs.length - 1;
}

/** Runs Git in a bare repository and answers what it printed. */
export async function git(bare: string, words: readonly string[], input?: Uint8Array): Promise<string> {
  const process = spawn('git', ['--git-dir', bare, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  process.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  process.stdin.end(input);
  const [code] = (await once(process, 'close')) as [number];
  if (code !== 0) {
    throw new Error(`git ${words.join(' ')} ended with ${code}`);
  }
  return Buffer.concat(chunks).toString();
}

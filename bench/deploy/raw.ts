import type { Sandbox } from '../../sandbox/index.ts';
import { componentsOf, contentOf } from '../scale/fill.ts';
import { type RawRun, shell } from '../scale/raw.ts';
import type { MovedTag, World } from '../scale/world.ts';

const FETCH_AND_PUT = `
git init --quiet --bare repository
cd repository
git fetch --quiet --depth=1 --no-tags "$REPOSITORY" "refs/tags/$TAG:refs/tags/$TAG"
git cat-file blob "refs/tags/$TAG:$FILE" > value
curl --silent --fail --output answer --request PUT --header "$AUTHORIZATION" --data-binary @value "$KV/values/$KEY"
`;

const PUSH = `
commit=$(git commit-tree -m "Deployed $TAG" "refs/tags/$TAG^{tree}")
git push --quiet "$REPOSITORY" "+$commit:refs/raw/ledger"
`;

/**
 * Brings what a tag leads to into KV, as is done without Tagship at the least: fetch the tag into an empty repository,
 * send the file. Checks what is stored then.
 * @param pushes whether a commit on a separate ref records it
 */
export async function fetchAndPut(
  sandbox: Sandbox,
  world: World,
  { tag, version }: { readonly tag: MovedTag; readonly version: string },
  pushes: boolean,
): Promise<RawRun> {
  const [component = ''] = componentsOf(world.shape);
  const key = `${component}@raw`;
  await sandbox.kv.delete(world.namespace, key);
  const env = { TAG: tag.name, FILE: `${component}.md`, KEY: encodeURIComponent(key) };
  const run = await shell(sandbox, world, pushes ? `${FETCH_AND_PUT}${PUSH}` : FETCH_AND_PUT, { env });
  const stored = await sandbox.kv.get(world.namespace, key);
  if (Buffer.from(stored?.bytes ?? []).toString() !== contentOf(component, version)) {
    throw new Error(`\`curl\` did not store ${component} ${version}`);
  }
  return run;
}

/** Lists all tags of a repository. */
export async function listTags(sandbox: Sandbox, world: World): Promise<RawRun> {
  const run = await shell(sandbox, world, 'git ls-remote --tags "$REPOSITORY" | wc -l');
  if (Number(run.output) < world.tags) {
    throw new Error(`\`git ls-remote\` lists ${run.output.trim()} lines, and there are ${world.tags} tags`);
  }
  return run;
}

import type { Sandbox } from '../../sandbox/index.ts';
import { type RawRun, shell } from '../scale/raw.ts';
import type { World } from '../scale/world.ts';

/** Fetches all tags, with all they lead to. */
const FETCH = `
git init --quiet --bare repository
git -C repository fetch --quiet --no-tags "$REPOSITORY" '+refs/tags/*:refs/tags/*'
`;

const LIST_TAGS = `
git ls-remote --tags "$REPOSITORY" > tags
`;

/** Lists all keys with their metadata, page by page, and prints how many they are. */
const LIST_KEYS = `
cursor=
count=0
while :; do
  curl --silent --fail --output page --header "$AUTHORIZATION" --get --data limit=1000 \\
    --data-urlencode "cursor=$cursor" "$KV/keys"
  count=$((count + $(grep -o '"name":' page | wc -l)))
  cursor=$(tail -c 500 page | sed -n 's/.*"cursor":"\\([^"]*\\)".*/\\1/p')
  test -n "$cursor" || break
done
echo "$count"
`;

const SCRIPTS = { fetch: FETCH, listTags: LIST_TAGS } as const;

/**
 * Gets what a comparison needs by plain tools, and compares nothing: the tags and the keys.
 * @param keys that there are, which is checked
 */
export async function rawRead(
  sandbox: Sandbox,
  world: World,
  tags: keyof typeof SCRIPTS,
  keys: number,
): Promise<RawRun> {
  const run = await shell(sandbox, world, `${SCRIPTS[tags]}${LIST_KEYS}`);
  if (Number(run.output) !== keys) {
    throw new Error(`\`curl\` lists ${run.output.trim()} keys, and there are ${keys}`);
  }
  return run;
}

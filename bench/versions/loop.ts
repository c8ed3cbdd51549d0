import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Sandbox } from '../../sandbox/index.ts';
import type { Ran } from '../scale/measure.ts';
import { everyNth } from '../scale/numbers.ts';
import { shell } from '../scale/raw.ts';
import type { World } from '../scale/world.ts';
import { type Pair, type Version, versionsOf } from './pairs.ts';

/** A directory with what the tools start from, which is not part of what they take. */
export interface Prepared {
  readonly directory: string;
  /** Versions the loop takes on: a sample of all. */
  readonly sample: readonly Version[];
  remove(): Promise<void>;
}

const SAMPLE_FILE = 'sample';
const PAIRS_FILE = 'pairs.json';
/** Pairs that a bulk write may have. */
const BULK = 10_000;

/** A clone with all tags, a list for the loop, and the JSON of a bulk write. @param sampled versions for the loop */
export async function prepare(
  sandbox: Sandbox,
  world: World,
  pairs: readonly Pair[],
  sampled: number,
): Promise<Prepared> {
  if (pairs.length > BULK) {
    throw new Error(`A bulk write has ${BULK} pairs at most, not ${pairs.length}`);
  }
  const directory = await mkdtemp(path.join(tmpdir(), 'tagship-bench-'));
  await shell(sandbox, world, 'git clone --quiet --bare "$REPOSITORY" clone', { directory });
  const sample = everyNth(versionsOf(world.shape), sampled);
  const metadata = new Map(pairs.map((pair) => [pair.key, JSON.stringify(pair.metadata)]));
  const lines = sample.map(({ tag, file, key }) => `${tag} ${file} ${encodeURIComponent(key)} ${metadata.get(key)}\n`);
  await writeFile(path.join(directory, SAMPLE_FILE), lines.join(''));
  await writeFile(path.join(directory, PAIRS_FILE), JSON.stringify(pairs));
  return { directory, sample, remove: () => rm(directory, { recursive: true, force: true }) };
}

/** The file with the pairs that `wrangler` takes. */
export function pairsFile({ directory }: Prepared): string {
  return path.join(directory, PAIRS_FILE);
}

const LOOP = `
while read -r tag file key metadata; do
  git -C clone show "refs/tags/$tag:$file" > value
  curl --silent --fail --output answer --request PUT --header "$AUTHORIZATION" \\
    --form value=@value --form-string "metadata=$metadata" "$KV/values/$key"
done < ${SAMPLE_FILE}
`;

/** What such repositories do today: for each tag of the sample `git show`, and a `curl`. */
export async function loop(sandbox: Sandbox, world: World, { directory }: Prepared): Promise<Ran> {
  return await shell(sandbox, world, LOOP, { directory });
}

const FETCH = `
rm -rf fetched
git init --quiet --bare fetched
git -C fetched fetch --quiet --depth=1 --no-tags "$REPOSITORY" '+refs/tags/*:refs/tags/*'
`;

const BULK_WRITE = `
curl --silent --fail --output answer --request PUT --header "$AUTHORIZATION" \\
  --header 'Content-Type: application/json' --data-binary @${PAIRS_FILE} "$KV/bulk"
`;

/** What no tool can be much faster than: fetch all tags into an empty repository, and send all pairs at once. */
export async function fetchAndBulk(sandbox: Sandbox, world: World, { directory }: Prepared): Promise<Ran> {
  return await shell(sandbox, world, `${FETCH}${BULK_WRITE}`, { directory });
}

/** What the simulated KV takes of it: the pairs alone. */
export async function bulkAlone(sandbox: Sandbox, world: World, { directory }: Prepared): Promise<Ran> {
  return await shell(sandbox, world, BULK_WRITE, { directory });
}

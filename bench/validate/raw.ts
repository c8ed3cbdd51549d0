import type { Sandbox } from '../../sandbox/index.ts';
import { type RawRun, shell } from '../scale/raw.ts';
import type { World } from '../scale/world.ts';
import { EXPRESSION } from './corpus.ts';

const GREP = `
git -C "$CHECKOUT" grep -I -n -E "$EXPRESSION" > hits
wc -l < hits
`;

const LIST_TAGS = `
git ls-remote --tags "$REPOSITORY" 'components/*' 'logic/*' > tags
`;

/** How a machine reads bytes: GitHub's have the first, in which `git grep` takes longer, and finds the same here. */
export type Locale = 'C.UTF-8' | 'C';

/** Finds the references by a plain tool, and judges none of them. @param references that there are, which is checked */
export async function rawGrep(
  sandbox: Sandbox,
  world: World,
  checkout: string,
  references: number,
  locale: Locale,
): Promise<RawRun> {
  const run = await shell(sandbox, world, GREP, { env: { CHECKOUT: checkout, EXPRESSION, LC_ALL: locale } });
  if (Number(run.output) !== references) {
    throw new Error(`\`git grep\` finds ${run.output.trim()} references, and there are ${references}`);
  }
  return run;
}

/** Lists the tags by a plain tool. */
export function rawList(sandbox: Sandbox, world: World): Promise<RawRun> {
  return shell(sandbox, world, LIST_TAGS);
}

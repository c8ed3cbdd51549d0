import { broken, type Fact, lesser, ok } from '../../domain/doctor/fact.ts';
import { count } from '../../domain/text.ts';
import type { Readable } from '../../ports/set-up.ts';
import { ofSetUp, type SetUp } from './set-up.ts';

/** What the GitHub token may do. Whether it may push Git's server says before a push; of the rest only reading shows. */
export async function checkGithub(setUp: SetUp): Promise<Fact[]> {
  const { refs } = await setUp.listing();
  const facts: Fact[] = [
    ok(`The token may read the repository: ${count(refs.tags.length, 'tag')} under \`components/\` and \`logic/\`.`),
  ];
  const push = await setUp.ports.repository.mayPush().then(
    () => ok('The token may push, so tags can be moved and the ledger is kept.'),
    (error: unknown) => lesserOf(error),
  );
  facts.push(push);
  for (const what of await wanted(setUp)) {
    facts.push(
      await setUp.ports.facts.mayRead(what).then(
        () => ok(`The token may read ${what.replace('-', ' ')}; whether it may write them shows only when it does.`),
        (error: unknown) => lesserOf(error),
      ),
    );
  }
  return facts;
}

/** What the configuration needs of GitHub beside Git. */
async function wanted(setUp: SetUp): Promise<readonly Readable[]> {
  const config = await setUp.config().catch(() => undefined);
  const deploys = Object.values(config?.environments ?? {}).some(({ deployments }) => deployments === true);
  return [
    ...(config?.['post-mortem'] === false ? [] : (['issues'] as const)),
    ...(deploys ? (['deployments'] as const) : []),
    'pull-requests',
  ];
}

/** A deploy does without: it warns. */
function lesserOf(error: unknown): Fact {
  const [first] = ofSetUp(error);
  if (first === undefined) {
    throw error;
  }
  return first.code === 'git-auth' ? broken(first) : lesser(first);
}

import { type Config, DEFAULT_CONFIG_PATH } from '../../domain/config.ts';
import { type Fact, notice, ok } from '../../domain/doctor/fact.ts';
import { namesOfNothing } from '../../domain/doctor/names.ts';
import { environmentMatcher } from '../../domain/latest.ts';
import { lookUp } from '../../engine/tree.ts';
import type { SetUp } from './set-up.ts';

/** The configuration file, and what it names. */
export async function checkConfiguration(setUp: SetUp): Promise<Fact[]> {
  const config = await setUp.config();
  const { refs } = await setUp.listing();
  const environments = await setUp.environments();
  const named = { environments, tags: await setUp.tags(), tagNames: refs.tags.map(({ name }) => name) };
  return [
    await fileOf(setUp, refs.head),
    // Before the first tag every name is still to come.
    ...(refs.tags.length === 0 ? [] : namesOfNothing(config, named)),
    ...live(config, environments),
  ];
}

async function fileOf({ settings, ports }: SetUp, head: string | undefined): Promise<Fact> {
  const { configPath } = settings;
  const found = head === undefined ? undefined : await lookUp(ports.repository, head, configPath);
  return found?.kind === 'file'
    ? ok(`\`${configPath}\` on the default branch is valid.`)
    : notice(`There is no \`${DEFAULT_CONFIG_PATH}\` on the default branch, so the defaults hold.`);
}

function live({ live: globs }: Config, environments: ReadonlySet<string>): Fact[] {
  const isLive = environmentMatcher(globs);
  return environments.size === 0 || [...environments].some(isLive)
    ? []
    : [
        notice(
          'No environment is `live`, so `@latest` follows all of them.',
          'Name the environments that serve users under `live`.',
        ),
      ];
}

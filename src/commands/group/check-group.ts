import { configRules } from '../../domain/config.ts';
import { isGlob } from '../../domain/glob.ts';
import { environmentsIn, type Group } from '../../domain/group.ts';
import { ruleFor } from '../../domain/namespace.ts';
import { nearestOf } from '../../domain/nearest.ts';
import type { Target } from '../../domain/projection.ts';
import { environmentsOf, type Observation } from '../../engine/observation.ts';
import type { Session } from '../../engine/session.ts';
import { TagshipError, TagshipErrors } from '../../errors.ts';
import { refuseMisspelt } from '../select.ts';

/**
 * Refuses a group whose name is an environment as well, or with an environment that nothing knows: no tag, no entry of the
 * ledger, and neither `environments` nor `namespaces` of the configuration.
 * @throws TagshipErrors `config-invalid`; TagshipError as `refuseMisspelt`
 */
export async function refuseUnknown(
  group: Group,
  targets: readonly Target[],
  session: Session,
  view: Observation,
): Promise<void> {
  const { config, settings } = session;
  const there = await environmentsOf(view);
  const named = Object.keys(config.environments);
  const rules = [...settings.namespaces, ...configRules(config)].filter(({ glob }) => !/^\*+$/.test(glob));
  const problems = there.has(group.name)
    ? [
        invalid(
          `\`groups.${group.name}\`: \`${group.name}\` is also an environment that has tags`,
          'Give the group another name.',
        ),
      ]
    : [];
  for (const environment of environmentsIn(group)) {
    const isKnown = there.has(environment) || named.includes(environment) || ruleFor(rules, environment) !== undefined;
    if (!isKnown) {
      const names = [...there, ...named, ...rules.flatMap(({ glob }) => (isGlob(glob) ? [] : [glob]))];
      problems.push(
        invalid(
          `\`groups.${group.name}.waves\` names \`${environment}\`, which is no environment that a tag, the ledger or the configuration knows`,
          `Correct it, or name it under \`environments\`.${nearestOf(environment, names)}`,
        ),
      );
    }
  }
  if (problems.length > 0) {
    throw new TagshipErrors(problems);
  }
  for (const environment of environmentsIn(group)) {
    const here = targets.filter(({ slot }) => slot.name === environment);
    await refuseMisspelt(environment, here, session, view);
  }
}

function invalid(what: string, remedy: string): TagshipError {
  return new TagshipError('config-invalid', `${what}.`, remedy);
}

import { componentId } from '../../domain/component.ts';
import { type GateInputs, gatePolicyOf } from '../../domain/gate/resolve.ts';
import type { Target } from '../../domain/projection.ts';
import { shortTag } from '../../domain/tag.ts';
import type { Listing, Observation } from '../../engine/observation.ts';
import type { Session } from '../../engine/session.ts';
import { isOfComponent, TagshipError } from '../../errors.ts';
import { warnings } from '../describe.ts';
import type { Notice } from '../report.ts';
import { tagTargets, targetsOf } from '../select.ts';
import { recordedBy } from './deployed-by-run.ts';
import { type Candidate, type Judged, judgedOf } from './subject.ts';

/** What is to be watched. */
export type GuardSelection =
  /** What this workflow run recorded. */
  | { readonly by: 'run' }
  | { readonly by: 'tag'; readonly tag: string }
  | { readonly by: 'components'; readonly patterns: readonly string[]; readonly environment: string };

/** What is watched, and what a person should know of what is not. */
export interface Selected<T> {
  readonly items: readonly T[];
  readonly notices: readonly Notice[];
  /** What is wrong with some, which holds up no other. */
  readonly failures: readonly TagshipError[];
}

/**
 * The targets that were named; none yet where the ledger has to tell.
 * @param pushed the tag of the event
 * @throws TagshipError as `tagTargets` and `targetsOf`
 */
export function namedTargets(selection: GuardSelection, listing: Listing, pushed?: string): Target[] {
  switch (selection.by) {
    case 'run':
      return [];
    case 'components':
      return targetsOf(selection.patterns, selection.environment, listing);
    case 'tag': {
      const tag = shortTag(selection.tag);
      return tagTargets({ tag, named: true, pushed: tag === pushed, deleted: false }, listing);
    }
  }
}

/** Why there is nothing to watch where a selection comes to no target. */
export function nothingToWatch(selection: GuardSelection): string {
  return selection.by === 'tag'
    ? `The tag \`${shortTag(selection.tag)}\` is not under \`components/\`, so there is nothing to watch.`
    : 'This workflow run has deployed nothing, so there is nothing to watch.';
}

/**
 * The targets that this workflow run recorded.
 * @param ofJob what its job deployed, where others of the run are not to be watched
 */
export async function recordedTargets(
  session: Session,
  view: Observation,
  ofJob: ReadonlySet<string> | undefined,
): Promise<Selected<Target>> {
  const { run } = session.settings.author;
  if (run === null) {
    throw new TagshipError(
      'input-missing',
      'It is not said what to watch, and outside of a workflow run nothing was recorded by it.',
      'Give the input `tag`, or `components` and `environment`.',
    );
  }
  const { targets, more } = await recordedBy(run, view.ledger, session.repository);
  const uncounted = `${more} more moves of this run are only counted in the ledger and are not watched. Name them with \`components\` and \`environment\`.`;
  const isOfJob = ({ component, slot }: Target): boolean =>
    ofJob?.has(`${componentId(component)} ${slot.name}`) !== false;
  return { items: targets.filter(isOfJob), notices: more > 0 ? warnings([uncounted]) : [], failures: [] };
}

/**
 * What gates judge of some targets. A version tag has nothing to watch; an environment without a gate is an error where
 * it was named, and a warning where the ledger named it.
 * @throws TagshipError `gate-missing`
 */
export function judgeable(
  targets: readonly Target[],
  gates: GateInputs,
  isNamed: boolean,
  view: Observation,
  session: Session,
  ahead: number,
): Selected<Judged> {
  const items: Judged[] = [];
  const notices: Notice[] = [];
  const failures: TagshipError[] = [];
  const now = session.ports.clock.now();
  for (const target of targets) {
    const { component, slot } = target;
    const name = `\`${componentId(component)}\``;
    if (slot.kind === 'version') {
      notices.push({
        level: 'notice',
        message: `${name} ${slot.name} is a version tag: nothing runs it by itself, so there is nothing to watch.`,
      });
      continue;
    }
    const policy = gatePolicyOf(session.config.environments[slot.name]?.gate, gates);
    if (policy === undefined) {
      if (isNamed) {
        throw noGate(slot.name);
      }
      notices.push(...warnings([`\`${slot.name}\` has no gate, so ${name} is not watched there.`]));
      continue;
    }
    let candidate: Candidate;
    try {
      candidate = judgedOf(target, policy, view, session, now, ahead);
    } catch (error) {
      if (!isOfComponent(error)) {
        throw error;
      }
      failures.push(error);
      continue;
    }
    if (candidate === 'no-tag') {
      notices.push({
        level: 'notice',
        message: `${name} has no tag for \`${slot.name}\` any more, so there is nothing to watch.`,
      });
    } else if (candidate === 'unversioned') {
      notices.push(
        ...warnings([`The tag of ${name} for \`${slot.name}\` stands for no version, so it is not watched.`]),
      );
    } else {
      items.push(candidate);
    }
  }
  return { items, notices, failures };
}

function noGate(environment: string): TagshipError {
  return new TagshipError(
    'gate-missing',
    `The environment \`${environment}\` has no gate.`,
    `Describe one under \`environments.${environment}.gate\` in the configuration, or give \`metric-url\` and \`threshold\`.`,
  );
}

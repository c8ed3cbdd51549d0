import { componentId } from '../../domain/component.ts';
import { environmentTarget, type Target } from '../../domain/projection.ts';
import { duration } from '../../domain/text.ts';
import { type Choice, choosePromotion } from '../../domain/version-choice.ts';
import type { Observation } from '../../engine/observation.ts';
import { anchorRemembered, chooseAll, stateOf } from '../moves.ts';
import type { Notice } from '../report.ts';
import type { Arm } from './arm.ts';
import type { RolloutRequest, RolloutWrites } from './writes.ts';

/** What a canary begins with. */
interface Begun {
  readonly view: Observation;
  readonly notices: readonly Notice[];
}

/**
 * Comes before the first step: canaries of other versions end, and the tags of the canaries move. What was never live goes
 * live at once.
 * @throws TagshipErrors
 */
export async function begin(
  request: RolloutRequest,
  writes: RolloutWrites,
  arms: readonly Arm[],
  choices: readonly Choice[],
  view: Observation,
): Promise<Begun> {
  const ended = await endOthers(request, writes, arms, view);
  const first = await firstOfAll(request, writes, arms, choices, ended.view);
  const notices = [...ended.notices, ...first.notices];
  if (arms.length === 0) {
    return { view: first.view, notices };
  }
  const { session, environment, rule, settings } = request;
  const canaries = arms.map(({ component }) => environmentTarget(component, rule.environment));
  const moved = await writes.move(
    first.view,
    canaries,
    async (seen) => {
      const wanted = [...new Set(arms.map(({ version }) => version))];
      await anchorRemembered(session, seen, canaries, wanted);
      const chosen = chooseAll(arms, ({ component, version }) =>
        choosePromotion(
          stateOf(component, rule.environment, seen),
          version,
          undefined,
          settings.overrides,
          `the canary of \`${environment}\``,
        ),
      );
      return { kind: 'promote', removals: [], choices: chosen };
    },
    arms.filter(({ ended }) => ended === undefined),
  );
  return { view: moved, notices };
}

/** What was never live has nothing to be compared with: it goes live without a canary. */
async function firstOfAll(
  { targets, environment, chooseLive }: RolloutRequest,
  writes: RolloutWrites,
  arms: readonly Arm[],
  choices: readonly Choice[],
  view: Observation,
): Promise<Begun> {
  const first = choices.filter(({ situation: { ref } }) => ref === undefined);
  if (first.length === 0 && arms.length > 0) {
    return { view, notices: [] };
  }
  const ids = new Set(first.map(({ situation }) => componentId(situation.component)));
  const isFirst = ({ component }: Target): boolean => ids.has(componentId(component));
  const moving = arms.length === 0 ? targets : targets.filter(isFirst);
  const now = await writes.move(
    view,
    moving,
    async (seen) => {
      const chosen = await chooseLive(seen, moving.filter(isFirst));
      return { kind: 'promote', removals: [], choices: chosen.filter(({ situation: { ref } }) => ref === undefined) };
    },
    arms,
  );
  const notices = first.map(({ situation: { component }, version }): Notice => {
    const message = `\`${componentId(component)}\` ${version} is the first one in \`${environment}\`, so it went live without a canary.`;
    return { level: 'notice', message };
  });
  return { view: now, notices };
}

/** What users get of another version ends first: what its canary's tag stands for next is not for them yet. */
async function endOthers(
  { targets, environment, policy, settings, ports }: RolloutRequest,
  writes: RolloutWrites,
  arms: readonly Arm[],
  view: Observation,
): Promise<Begun> {
  const isOther = ({ component }: Target, now: Observation): boolean => {
    const arm = arms.find(({ id }) => id === componentId(component));
    const placed = writes.shareOf(component, now);
    return placed !== undefined && placed.version !== arm?.version;
  };
  const others = targets.filter((target) => isOther(target, view));
  if (others.length === 0 || settings.dryRun) {
    return { view, notices: [] };
  }
  const now = await writes.share(view, others, (seen) =>
    others.flatMap((target) => (isOther(target, seen) ? writes.shareTo(target.component, 0, 0, seen) : [])),
  );
  const names = others.map(({ component }) => `\`${componentId(component)}\``).join(', ');
  const message = `Another canary was ended first, so no user of \`${environment}\` gets it any more: ${names}.`;
  const notices: Notice[] = [{ level: 'warning', message }];
  if (arms.length === 0) {
    return { view: now, notices };
  }
  const wait = policy?.initialDelayMs ?? 0;
  ports.journal.info(`Waiting ${duration(wait)} until no reader takes the canary for the one before.`);
  await ports.clock.sleep(wait);
  return { view: await writes.look(), notices };
}

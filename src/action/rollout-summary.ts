import type { RolloutReport, RolloutStep } from '../commands/report.ts';
import { rolloutChart } from '../domain/gate/chart.ts';
import type { MeasurementRow } from '../domain/gate/state.ts';
import { percent, rateOf } from '../domain/gate/words.ts';
import { code, duration, prose } from '../domain/text.ts';
import type { TagshipError } from '../errors.ts';
import { isSaidBy, type Place, table } from './markdown.ts';
import { againSteps, backSteps } from './next-steps.ts';

/** What became of a version that went in step by step, in a clause. */
function endText({ verdict, share, environment, steps }: RolloutReport, name: (text: string) => string): string {
  const back = steps.at(-1)?.gate?.rolledBackTo;
  if (verdict === 'healthy') {
    return `is live for all users of ${name(environment)}`;
  }
  if (back !== undefined) {
    return `was taken back from all users of ${name(environment)}, which have ${name(back)}`;
  }
  return share === 0
    ? `is given to no user of ${name(environment)}`
    : `is given to ${share} % of the users of ${name(environment)}`;
}

/** One line of Markdown, for a heading. */
export function rolloutHeadline(rollouts: readonly RolloutReport[], dryRun: boolean): string {
  const [only] = rollouts;
  if (only === undefined || rollouts.length > 1) {
    const done = rollouts.filter(({ verdict }) => verdict === 'healthy').length;
    return `${done} of ${rollouts.length} canaries went live`;
  }
  const { component, version, environment, planned } = only;
  const who = `${code(component)} ${code(version)}`;
  if (dryRun && planned.length === 0) {
    return `Would change: ${who} ${endText(only, code)}`;
  }
  return dryRun
    ? `Would give ${who} to ${planned.join(', ')} % of the users of ${code(environment)}, and then to all`
    : `${who} ${endText(only, code)}`;
}

/** What was seen of the two arms last, of the first metric that counts them. */
function rowOf({ gate }: RolloutStep): MeasurementRow | undefined {
  return gate?.rows.findLast(({ counts, control }) => counts !== undefined && control !== undefined);
}

function rates(step: RolloutStep): readonly [canary: string, live: string] {
  const { counts, control } = rowOf(step) ?? {};
  return [counts, control].map((one) =>
    one === undefined || one.total === 0 ? '–' : `${percent(rateOf(one))} of ${Math.round(one.total)}`,
  ) as [string, string];
}

/**
 * The steps of canaries, in Markdown.
 * @param failures what fails the step, which stands above
 */
export function rolloutSection(rollouts: readonly RolloutReport[], failures: readonly TagshipError[]): string[] {
  return rollouts.flatMap((rollout) => {
    const { component, version, live, steps, why, planned } = rollout;
    const heading =
      rollouts.length === 1 ? [] : [`### ${code(component)} ${code(version)} ${endText(rollout, code)}`, ''];
    const rows = steps.map((step) => [
      `${step.step} of ${planned.length}`,
      `${step.share} %`,
      ...rates(step),
      step.gate?.verdict ?? 'not judged',
      step.gate === undefined ? '–' : duration(step.gate.endedAt - step.gate.startedAt),
    ]);
    const chart = rolloutChart(steps.map(({ share, gate }) => ({ share, rows: gate?.rows ?? [] })));
    return [
      ...heading,
      ...(why === '' || isSaidBy(failures, why) ? [] : [prose(why), '']),
      ...(chart.length === 0 ? [] : [...chart, '']),
      ...(rows.length === 0
        ? []
        : table(
            ['Step', 'Users', `Failed of ${code(version)}`, `Failed of ${code(live ?? '–')}`, 'Verdict', 'Watched'],
            rows,
          )),
      '',
    ];
  });
}

/** What a person may want to do after a canary: the way back for one that is live, and for one that went back. */
export function rolloutSteps(rollout: RolloutReport, place: Place): string[] {
  const { component, environment, version, verdict, steps } = rollout;
  if (steps.at(-1)?.gate?.rolledBackTo !== undefined) {
    return againSteps(component, environment, version, place);
  }
  return verdict === 'healthy' ? backSteps(component, environment, place) : [];
}

/** The steps of canaries, one line each, for the end of the job log. */
export function rolloutLog(rollouts: readonly RolloutReport[]): string[] {
  return rollouts.flatMap((rollout) => {
    const { component, version, planned, steps } = rollout;
    return [
      ...steps.map((step) => {
        const [canary, live] = rates(step);
        return `Step ${step.step} of ${planned.length}, ${component} ${version} for ${step.share} %: ${step.gate?.verdict ?? 'not judged'}; failed ${canary}, of what is live ${live}`;
      }),
      `${component} ${version} ${endText(rollout, (text) => text)}.`,
    ];
  });
}

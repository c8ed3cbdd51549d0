import type { RunReport } from '../commands/report.ts';
import type { Happening, Occasion } from '../domain/notification.ts';
import { count } from '../domain/text.ts';
import type { TagshipError } from '../errors.ts';
import type { Report } from './results.ts';

/**
 * What people should hear of after a run.
 * @param report undefined where the run failed before it had one
 * @param failures what fails the step
 * @param run the address of the workflow run
 */
export function happeningsOf(
  report: Report | undefined,
  failures: readonly TagshipError[],
  run: string | undefined,
): Happening[] {
  if (report !== undefined && 'dryRun' in report && report.dryRun) {
    return [];
  }
  const found = report === undefined ? [] : ofReport(report, run);
  if (failures.length === 0) {
    return found;
  }
  if (found.length > 0) {
    return found.map((one) => ({ ...one, occasions: [...one.occasions, 'failure'] }));
  }
  const [first] = failures;
  const more = failures.length > 1 ? ` And ${count(failures.length - 1, 'more error')}.` : '';
  const text = `${first?.what ?? ''} ${first?.remedy ?? ''}${more}`;
  return [{ occasions: ['failure'], title: `Tagship failed: ${first?.code ?? 'internal'}`, text, link: run }];
}

function ofReport(report: Report, run: string | undefined): Happening[] {
  if (report.command === 'guard' || (report.command === 'promote' && report.waves.length > 0)) {
    const judged = report.command === 'guard' ? report.gates : judgedIn(report.waves);
    const issueOf = (component: string, environment: string): string | undefined =>
      report.issues.find((one) => one.component === component && one.environment === environment)?.url ?? run;
    return judged.flatMap(({ component, environment, version, verdict, why, rolledBackTo, held }) => {
      const occasions: Occasion[] = [
        ...(verdict === 'breached' ? (['breach'] as const) : []),
        ...(rolledBackTo === undefined ? [] : (['rollback'] as const)),
        ...(held === undefined ? [] : (['hold'] as const)),
      ];
      const after = rolledBackTo === undefined ? 'is still live' : `was rolled back to ${rolledBackTo}`;
      const title = `${component} ${version} ${after} in ${environment}`;
      return occasions.length === 0 ? [] : [{ occasions, title, text: why, link: issueOf(component, environment) }];
    });
  }
  if (report.command === 'promote') {
    return (report.rollouts ?? []).flatMap(({ component, environment, version, verdict, why, steps }) => {
      const { rolledBackTo, held } = steps.at(-1)?.gate ?? {};
      const occasions: Occasion[] = [
        ...(verdict === 'breached' ? (['breach'] as const) : []),
        ...(rolledBackTo === undefined ? [] : (['rollback'] as const)),
        ...(held === undefined ? [] : (['hold'] as const)),
      ];
      const after = rolledBackTo === undefined ? 'is still given to some users' : 'was taken back from all users';
      const link = report.issues.find((one) => one.component === component)?.url ?? run;
      return occasions.length === 0
        ? []
        : [{ occasions, title: `The canary ${component} ${version} ${after} in ${environment}`, text: why, link }];
    });
  }
  if (report.command === 'rollback' && report.moves.length > 0) {
    return report.moves.map(({ component, environment, version, previousVersion, why }) => ({
      occasions: ['rollback'],
      title: `${component} was rolled back to ${version ?? 'nothing'} in ${environment}`,
      text: `It was at ${previousVersion ?? 'no version'}. Chosen: ${why}.${report.reason === undefined ? '' : ` Reason: ${report.reason}`}`,
      link: report.issues.find((one) => one.component === component)?.url ?? run,
    }));
  }
  return report.command === 'reconcile' && report.drift > 0
    ? [
        {
          occasions: ['drift'],
          title: `${count(report.drift, 'key')} drifted`,
          text: report.remaining === 0 ? 'All were repaired.' : `${count(report.remaining, 'key')} still drift.`,
          link: run,
        },
      ]
    : [];
}

/** What gates said of the waves of a group. */
function judgedIn(waves: RunReport['waves']) {
  return waves.flatMap(({ places }) =>
    places.flatMap(({ version = '', verdict, ...place }) =>
      verdict === undefined ? [] : [{ ...place, version, verdict }],
    ),
  );
}

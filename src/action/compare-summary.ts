import type { CompareReport } from '../commands/compare.ts';
import { differenceText, sideText } from '../domain/gate/experiment.ts';
import { code, count, duration, plain, prose } from '../domain/text.ts';
import { isoTime } from '../domain/time.ts';
import type { RunContext } from './event.ts';
import { runLog } from './log.ts';
import { failureLine, joined, noticeLine, table } from './markdown.ts';

/** The job summary of `compare`, in Markdown. */
export function compareSummary(report: CompareReport, context: RunContext): string {
  const { metrics, experiment, sides, moves, why } = report;
  const rows = metrics.map(({ compared, finding }) => {
    const { by, interval, better, more } = finding;
    const misses = experiment?.misses ?? 0;
    return [
      code(compared.metric.name),
      plain(sideText(compared.a)),
      plain(sideText(compared.b)),
      interval === undefined ? 'only shown' : plain(differenceText(by, interval, misses)),
      better ?? '–',
      better === undefined && more !== undefined ? count(more, by === 'looks' ? 'look' : 'request') : '–',
    ];
  });
  const moved = moves.map(({ environment, version, previousVersion }) => [
    code(environment),
    previousVersion === undefined ? '–' : code(previousVersion),
    version === undefined ? '–' : code(version),
  ]);
  return joined([
    `## ${headline(report, code)}`,
    '',
    ...(why === '' ? [] : [prose(why), '']),
    ...(sides === undefined
      ? []
      : [
          ...table(
            ['', 'Environment', 'Version', 'Commit'],
            (['a', 'b'] as const).map((name) => {
              const { environment, version, commit } = sides[name];
              return [name, code(environment), code(version), code(commit.slice(0, 7))];
            }),
          ),
          '',
        ]),
    ...(rows.length === 0 ? [] : [...table(['Metric', 'a', 'b', 'Difference', 'Better', 'To settle it'], rows), '']),
    ...(moved.length === 0 ? [] : [...table(['Set first', 'From', 'To'], moved), '']),
    ...(report.reason === undefined ? [] : [`Reason: ${plain(report.reason.replace(/\s+/g, ' '))}`, '']),
    ...report.failures.map((error) => failureLine(error, context)),
    ...report.notices.map((one) => noticeLine(one, context)),
    '',
    [
      `By ${code(context.actor || 'unknown')}`,
      ...(report.since === undefined ? [] : [`counted since ${isoTime(Math.floor(report.since / 1000))}`]),
      ...(report.looks === 0
        ? []
        : [`${count(report.looks, 'look')} in ${duration(report.endedAt - report.startedAt)}`]),
      duration(report.durationMs),
    ].join(' · '),
  ]);
}

/** What `compare` found, in lines for the end of the job log. */
export function compareLog(report: CompareReport): string[] {
  return [...runLog({ ...report, command: 'promote' }), headline(report, (text) => text)];
}

function headline(
  { component, answer, sides, verdict, dryRun }: CompareReport,
  name: (text: string) => string,
): string {
  if (verdict === 'superseded') {
    return `${name(component)} was not compared: somebody else moved a tag`;
  }
  if (answer === undefined || sides === undefined) {
    return dryRun
      ? `Would set two versions of ${name(component)}, and compare them`
      : `${name(component)} was not compared`;
  }
  const of = (side: 'a' | 'b'): string => `${name(sides[side].version)} in ${name(sides[side].environment)}`;
  return answer === 'no difference shown'
    ? `No difference shown between ${name(component)} ${of('a')} (a) and ${of('b')} (b)`
    : `${answer} is better: ${name(component)} ${of(answer)}, compared with ${of(answer === 'a' ? 'b' : 'a')}`;
}

import { backtestLog, backtestSummary } from './action/backtest-summary.ts';
import { compareLog, compareSummary } from './action/compare-summary.ts';
import type { Console } from './action/console.ts';
import { doctorLog, doctorSummary } from './action/doctor-summary.ts';
import type { RunContext } from './action/event.ts';
import { guardLog, guardSummary } from './action/guard-summary.ts';
import { historyLog, runLog } from './action/log.ts';
import { fitted, published } from './action/outputs.ts';
import { reconcileLog, reconcileSummary } from './action/reconcile-summary.ts';
import type { Report } from './action/results.ts';
import { rolloutLog } from './action/rollout-summary.ts';
import { historySummary, runSummary } from './action/summary.ts';
import { annotated, messageOf, validateLog, validateSummary } from './action/validate-summary.ts';
import { count } from './domain/text.ts';
import { toTagshipErrors } from './errors.ts';

/** A report as people read it. */
interface Presentation {
  readonly log: readonly string[];
  /** Markdown. */
  readonly summary: string;
}

/**
 * Publishes what a command did: log, notices, outputs, the summary, and the annotations of a `validate`.
 * @param sarif the path of the file for code scanning
 * @param save writes the whole result to a file, and answers its path
 */
export async function publish(
  report: Report,
  sarif: string | undefined,
  context: RunContext,
  console: Console,
  save: (result: string) => Promise<string>,
): Promise<void> {
  const { log, summary } = presented(report, context, console.annotates);
  for (const line of log) {
    console.result(line);
  }
  for (const { level, message } of report.notices) {
    console[level](message);
  }
  const { result, outputs } = published(report, sarif);
  const file = await save(console.secrets.hide(JSON.stringify(result))).catch((error: unknown) => {
    const why = toTagshipErrors(error).map(({ what }) => what);
    console.warning(`The file of the output \`result-file\` could not be written: ${why.join(' ')}`);
    return '';
  });
  console.outputs({ ...outputs, result: fitted(result), 'result-file': file });
  await console.summary(summary);
  if (report.command === 'validate' && console.annotates) {
    for (const one of annotated(report)) {
      console.annotate(one.severity, messageOf(one), `Tagship: ${one.code}`, one.file, one.range);
    }
  }
}

function presented(report: Report, context: RunContext, isAnnotated: boolean): Presentation {
  switch (report.command) {
    case 'guard':
      return { log: guardLog(report), summary: guardSummary(report, context) };
    case 'reconcile':
      return { log: reconcileLog(report), summary: reconcileSummary(report, context) };
    case 'history':
      return { log: historyLog(report), summary: historySummary(report, context) };
    case 'doctor':
      return { log: doctorLog(report), summary: doctorSummary(report, context) };
    case 'compare':
      return { log: compareLog(report), summary: compareSummary(report, context) };
    case 'backtest':
      return { log: backtestLog(report), summary: backtestSummary(report, context) };
    case 'validate': {
      const rest = isAnnotated ? report.findings.length - annotated(report).length : 0;
      const more =
        rest === 0 ? [] : [`${count(rest, 'more finding')} in the log and the summary: GitHub shows ten of a kind.`];
      return { log: [...validateLog(report), ...more], summary: validateSummary(report, context) };
    }
    default:
      return {
        log: [...runLog(report), ...rolloutLog(report.rollouts ?? [])],
        summary: runSummary(report, context),
      };
  }
}

import { backtestLog, backtestSummary } from './action/backtest-summary.ts';
import { compareLog, compareSummary } from './action/compare-summary.ts';
import type { Console } from './action/console.ts';
import { doctorLog, doctorSummary } from './action/doctor-summary.ts';
import type { RunContext } from './action/event.ts';
import { guardLog, guardSummary } from './action/guard-summary.ts';
import { historyLog, runLog } from './action/log.ts';
import { fitted, type Published, published, type Report } from './action/outputs.ts';
import { reconcileLog, reconcileSummary } from './action/reconcile-summary.ts';
import { rolloutLog } from './action/rollout-summary.ts';
import { historySummary, runSummary } from './action/summary.ts';
import { annotated, messageOf, validateLog, validateSummary } from './action/validate-summary.ts';
import type { BacktestReport } from './commands/backtest.ts';
import type { CompareReport } from './commands/compare.ts';
import type { DoctorReport } from './commands/doctor/doctor.ts';
import type { HistoryReport } from './commands/history.ts';
import type { ReconcileReport } from './commands/reconcile.ts';
import type { GuardReport, RunReport } from './commands/report.ts';
import type { ValidateReport } from './commands/validate.ts';
import { count } from './domain/text.ts';
import { toTagshipErrors } from './errors.ts';

/** Who is told. */
export interface Audience {
  readonly console: Console;
  /** Writes the whole result to a file, and answers its path. */
  readonly save: (result: string) => Promise<string>;
  /** Keeps what a run did, for those who are told of it. */
  readonly hear: (report: Report) => void;
}

/** Tells what a deploy, a promotion, a rollback or a restore did. */
export async function tellRun(report: RunReport, context: RunContext, audience: Audience): Promise<void> {
  const log = [...runLog(report), ...rolloutLog(report.rollouts ?? [])];
  await tell(report, log, published(report), runSummary(report, context), audience);
}

/** Tells what the gates saw, and what came of it. */
export async function tellGuard(report: GuardReport, context: RunContext, audience: Audience): Promise<void> {
  await tell(report, guardLog(report), published(report), guardSummary(report, context), audience);
}

/** Tells what drifted, and what became of it. */
export async function tellReconcile(report: ReconcileReport, context: RunContext, audience: Audience): Promise<void> {
  await tell(report, reconcileLog(report), published(report), reconcileSummary(report, context), audience);
}

/** Tells what ran where. */
export async function tellHistory(report: HistoryReport, context: RunContext, audience: Audience): Promise<void> {
  await tell(report, historyLog(report), published(report), historySummary(report, context), audience);
}

/** Tells what the set-up is like. */
export async function tellDoctor(report: DoctorReport, context: RunContext, audience: Audience): Promise<void> {
  await tell(report, doctorLog(report), published(report), doctorSummary(report, context), audience);
}

/** Tells which of two environments is better. */
export async function tellCompare(report: CompareReport, context: RunContext, audience: Audience): Promise<void> {
  await tell(report, compareLog(report), published(report), compareSummary(report, context), audience);
}

/** Tells what a gate would have said of the past. */
export async function tellBacktest(report: BacktestReport, context: RunContext, audience: Audience): Promise<void> {
  await tell(report, backtestLog(report), published(report), backtestSummary(report, context), audience);
}

/** Tells what is wrong with a tree. @param sarif the path of the SARIF file */
export async function tellValidate(
  report: ValidateReport,
  sarif: string | undefined,
  context: RunContext,
  audience: Audience,
): Promise<void> {
  const shown = annotated(report);
  const rest = report.findings.length - shown.length;
  const more =
    rest === 0 ? [] : [`${count(rest, 'more finding')} in the log and the summary: GitHub shows ten of a kind.`];
  await tell(
    report,
    [...validateLog(report), ...more],
    published(report, sarif),
    validateSummary(report, context),
    audience,
  );
  for (const one of shown) {
    audience.console.annotate(one.severity, messageOf(one), `Tagship: ${one.code}`, one.file, one.range);
  }
}

async function tell(
  report: Report,
  log: readonly string[],
  { result, outputs }: Published,
  summary: string,
  { console, save, hear }: Audience,
): Promise<void> {
  hear(report);
  for (const line of log) {
    console.info(line);
  }
  for (const { level, message } of report.notices) {
    console[level](message);
  }
  const file = await save(console.secrets.hide(JSON.stringify(result))).catch((error: unknown) => {
    console.warning(
      `The file of the output \`result-file\` could not be written: ${toTagshipErrors(error)
        .map(({ what }) => what)
        .join(' ')}`,
    );
    return '';
  });
  console.outputs({ ...outputs, result: fitted(result), 'result-file': file });
  await console.summary(summary);
}

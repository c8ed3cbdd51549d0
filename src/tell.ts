import type { Console } from './action/console.ts';
import type { RunContext } from './action/event.ts';
import { guardLog, guardSummary } from './action/guard-summary.ts';
import { historyLog, runLog } from './action/log.ts';
import { guardOutputs, historyOutputs, reconcileOutputs, runOutputs, validateOutputs } from './action/outputs.ts';
import { reconcileLog, reconcileSummary } from './action/reconcile-summary.ts';
import { historySummary, runSummary } from './action/summary.ts';
import { annotated, messageOf, validateLog, validateSummary } from './action/validate-summary.ts';
import type { HistoryReport } from './commands/history.ts';
import type { ReconcileReport } from './commands/reconcile.ts';
import type { GuardReport, Notice, RunReport } from './commands/report.ts';
import type { ValidateReport } from './commands/validate.ts';
import { count } from './domain/text.ts';

/** Tells what a deploy, a promotion, a rollback or a restore did. */
export async function tellRun(report: RunReport, context: RunContext, console: Console): Promise<void> {
  await tell(report, runLog(report), runOutputs(report), runSummary(report, context), console);
}

/** Tells what the gates saw, and what came of it. */
export async function tellGuard(report: GuardReport, context: RunContext, console: Console): Promise<void> {
  await tell(report, guardLog(report), guardOutputs(report), guardSummary(report, context), console);
}

/** Tells what drifted, and what became of it. */
export async function tellReconcile(report: ReconcileReport, context: RunContext, console: Console): Promise<void> {
  await tell(report, reconcileLog(report), reconcileOutputs(report), reconcileSummary(report, context), console);
}

/** Tells what ran where. */
export async function tellHistory(report: HistoryReport, context: RunContext, console: Console): Promise<void> {
  await tell(report, historyLog(report), historyOutputs(report), historySummary(report, context), console);
}

/** Tells what is wrong with a tree. @param sarif the path of the SARIF file */
export async function tellValidate(
  report: ValidateReport,
  sarif: string | undefined,
  context: RunContext,
  console: Console,
): Promise<void> {
  const shown = annotated(report);
  const rest = report.findings.length - shown.length;
  const more =
    rest === 0 ? [] : [`${count(rest, 'more finding')} in the log and the summary: GitHub shows ten of a kind.`];
  await tell(
    report,
    [...validateLog(report), ...more],
    validateOutputs(report, sarif),
    validateSummary(report, context),
    console,
  );
  for (const one of shown) {
    console.annotate(one.severity, messageOf(one), `Tagship: ${one.code}`, one.file, one.range);
  }
}

async function tell(
  { notices }: { readonly notices: readonly Notice[] },
  log: readonly string[],
  outputs: Readonly<Record<string, string>>,
  summary: string,
  console: Console,
): Promise<void> {
  for (const line of log) {
    console.info(line);
  }
  for (const { level, message } of notices) {
    console[level](message);
  }
  console.outputs(outputs);
  await console.summary(summary);
}

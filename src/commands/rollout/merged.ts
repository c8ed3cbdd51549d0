import type { Converged } from '../../engine/converge.ts';
import type { Session } from '../../engine/session.ts';
import { ledgerReport, nothingDone, warnings } from '../describe.ts';
import type { MoveSettings } from '../moves.ts';
import type { GuardReport, RunReport } from '../report.ts';

/** What the keys of a share came to; no tag moved. */
export function sharedReport(session: Session, settings: MoveSettings, outcome: Converged): RunReport {
  return {
    ...nothingDone('promote', settings, warnings(outcome.warnings)),
    ledger: ledgerReport(session, outcome.ledger),
    keys: outcome.keys,
    changed: true,
    rounds: outcome.rounds,
    failures: outcome.failures,
  };
}

/** What several moves of one run come to; of a component in an environment the last word counts. */
export function mergedReport(
  reports: readonly (RunReport | GuardReport)[],
  session: Session,
  settings: MoveSettings,
  durationMs: number,
): RunReport {
  const deployed = new Map(
    reports.flatMap((one) => one.deployed).map((one) => [`${one.component} ${one.environment}`, one] as const),
  );
  const notices = new Map(reports.flatMap((one) => one.notices).map((one) => [one.message, one]));
  const failures = new Map(reports.flatMap((one) => one.failures).map((one) => [one.message, one]));
  const keys = new Map(reports.flatMap((one) => one.keys).map((one) => [`${one.namespace} ${one.key}`, one] as const));
  return {
    ...nothingDone('promote', settings, [...notices.values()], durationMs),
    rolledBack: reports.some(({ rolledBack }) => rolledBack),
    ledger: ledgerReport(session, session.lastLedger),
    moves: reports.flatMap(({ moves }) => moves),
    deployed: [...deployed.values()],
    deleted: reports.flatMap(({ deleted }) => deleted),
    keys: [...keys.values()],
    changed: reports.some(({ changed }) => changed),
    rounds: Math.max(0, ...reports.map(({ rounds }) => rounds)),
    issues: reports.flatMap(({ issues }) => issues),
    failures: [...failures.values()],
  };
}

import type { BacktestReport } from '../commands/backtest.ts';
import type { CompareReport, SideReport } from '../commands/compare.ts';
import { AGREEMENTS } from '../domain/backtest.ts';
import { componentId } from '../domain/component.ts';
import type { Result, RunFields } from './result-schema.ts';

/** The result of `backtest`. */
export function backtestResultOf(report: BacktestReport): Result {
  const { environment, since, until, lines, left } = report;
  return {
    schema: 1,
    truncated: false,
    command: 'backtest',
    ledger: report.ledger ?? null,
    environment,
    since,
    until,
    counts: Object.fromEntries(
      AGREEMENTS.map((agreement) => [agreement, lines.filter((one) => one.agreement === agreement).length]),
    ),
    deploys: lines.map(({ deploy, verdict, wouldRollBack, at, why, breached, agreement, metrics }) => ({
      component: componentId(deploy.component),
      version: deploy.version,
      'previous-version': deploy.previous ?? null,
      deployed: moment(deploy.at),
      actor: deploy.actor,
      verdict,
      'would-roll-back': wouldRollBack,
      at: moment(at),
      'after-ms': Math.round(at - deploy.at),
      why,
      breached: [...breached],
      metrics: metrics.map(({ row, looks }) => ({
        metric: row.metric,
        looks,
        value: row.value ?? null,
        errors: row.counts?.errors ?? null,
        total: row.counts?.total ?? null,
        limit: row.limit,
        evidence: row.evidence,
        outcome: row.outcome,
      })),
      healthy: deploy.healthyAt === undefined ? null : moment(deploy.healthyAt),
      next:
        deploy.next === undefined
          ? null
          : { ...deploy.next, at: moment(deploy.next.at), version: deploy.next.version ?? null },
      agreement,
    })),
    'not-replayed': left.map(({ name, source }) => ({ metric: name, provider: source.provider })),
    'duration-ms': Math.round(report.durationMs),
    notices: report.notices.map(({ level, message }) => ({ level, message })),
  };
}

function sideOf(side: SideReport | undefined) {
  return side === undefined ? null : { environment: side.environment, version: side.version, sha: side.commit };
}

/** The result of `compare`. @param fields those of every run that may move tags */
export function compareResultOf(report: CompareReport, fields: RunFields): Result {
  const { verdict, answer, why, sides, metrics, experiment, looks, since } = report;
  const side = ({ latest, values }: (typeof metrics)[number]['compared']['a']) => ({
    errors: latest?.kind === 'counts' ? latest.errors : null,
    total: latest?.kind === 'counts' ? latest.total : null,
    values: [...values],
  });
  return {
    ...fields,
    command: 'compare',
    verdict: verdict === 'superseded' ? verdict : null,
    component: report.component,
    answer: answer ?? null,
    why,
    a: sideOf(sides?.a),
    b: sideOf(sides?.b),
    since: since === undefined ? null : moment(since),
    looks,
    metrics: metrics.map(({ compared, finding: { by, interval, better, more } }) => ({
      metric: compared.metric.name,
      by,
      a: side(compared.a),
      b: side(compared.b),
      difference: interval?.estimate ?? null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      confidence: interval === undefined || experiment === undefined ? null : 1 - experiment.misses,
      better: better ?? null,
      more: more ?? null,
    })),
  };
}

function moment(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

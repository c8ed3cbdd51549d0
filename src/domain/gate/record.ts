import type { GateRecord } from '../ledger/gate-record.ts';
import { isNotable, plotOf } from './chart.ts';
import type { GatePolicy } from './policy.ts';
import type { MeasurementRow } from './state.ts';

/** Metrics that are kept of one gate, and points of each: a line of the ledger is read with every other. */
const MAX_PLOTS = 3;
const MAX_KEPT_POINTS = 20;

/** What is kept of a gate: the verdict, and the metrics that matter most for it, drawn with few points. */
export function gateRecord(
  verdict: GateRecord['verdict'],
  { metrics }: GatePolicy,
  rows: readonly MeasurementRow[],
): GateRecord {
  const notable = metrics.filter((metric) => isNotable(metric, rows));
  const others = metrics.filter((metric) => !notable.includes(metric));
  const plots = [...notable, ...others].flatMap((metric) => {
    const plot = plotOf(metric, rows, MAX_KEPT_POINTS);
    return plot === undefined
      ? []
      : [
          {
            ...plot,
            name: plot.name.slice(0, 200),
            titles: [...plot.titles],
            points: plot.points.map((one) => [...one]),
          },
        ];
  });
  return { verdict, plots: plots.slice(0, MAX_PLOTS) };
}

import type { Measurement } from './measurement.ts';
import type { GatePolicy, MetricPolicy } from './policy.ts';
import type { GateState, MeasurementRow } from './state.ts';
import { type Data, EMPTY, type Tally, tallied, tallyOf, understood } from './tally.ts';
import { isBeyond } from './threshold.ts';
import { amount, BOUNDS, comparisonText, countsText, limitText, rateOf, testText } from './words.ts';

/** Every measurement of a gate as a row, in the order of time. */
export function rowsOf({ policy, metrics }: GateState): MeasurementRow[] {
  const rows = metrics.flatMap(({ metric, measurements }) => {
    let tally = EMPTY;
    return measurements.map((measurement) => {
      tally = tallied(tally, metric, measurement, policy.count);
      return rowFrom(policy, metric, measurement, tally);
    });
  });
  return rows.sort((one, other) => one.at - other.at);
}

/**
 * One measurement as a row, as it was judged with those before it; one that the gate has not observed is judged as if
 * it came next.
 * @throws RangeError where the gate has no such metric
 */
export function rowOf({ policy, metrics }: GateState, measurement: Measurement): MeasurementRow {
  const state = metrics.find(({ metric }) => metric.name === measurement.metric);
  if (state === undefined) {
    throw new RangeError(`The gate has no metric \`${measurement.metric}\`.`);
  }
  const index = state.measurements.indexOf(measurement);
  const before = index < 0 ? state.measurements : state.measurements.slice(0, index);
  const tally = tallyOf(state.metric, [...before, measurement], policy.count);
  return rowFrom(policy, state.metric, measurement, tally);
}

const OUTCOMES: Readonly<Record<MeasurementRow['outcome'], string>> = {
  passed: 'passed',
  failed: 'failed',
  breach: 'breach',
  accept: 'healthy',
  undecided: 'undecided',
  'no-data': 'no data',
  error: 'error',
};

/** An outcome for people; the same word everywhere. */
export function outcomeText(outcome: MeasurementRow['outcome']): string {
  return OUTCOMES[outcome];
}

/** What was measured, for people: `1 of 61 requests (1.6 %)`, `1820`, `–`. */
export function measuredText({ value, counts }: MeasurementRow): string {
  if (counts !== undefined) {
    return countsText(counts);
  }
  return value === undefined ? '–' : amount(value);
}

/**
 * A row as a line for the job log: `error-rate: 1 of 61 requests (1.6 %), log-likelihood ratio 0.08; max 1 %:
 * undecided`.
 */
export function progressLine(row: MeasurementRow): string {
  const measured = row.value === undefined ? '' : `${measuredText(row)}, `;
  return `${row.metric}: ${measured}${row.evidence}; ${row.limit}: ${outcomeText(row.outcome)}`;
}

/** What the evidence of a table of rows is compared with, as a paragraph under it; none where nothing was counted. */
export function boundsNote(rows: readonly MeasurementRow[]): string[] {
  return rows.some(({ counts }) => counts !== undefined) ? ['', `Evidence of counts: ${BOUNDS}.`] : [];
}

/** @param tally of this measurement and those before it */
function rowFrom(policy: GatePolicy, metric: MetricPolicy, measurement: Measurement, tally: Tally): MeasurementRow {
  const { at, elapsed, queries } = measurement;
  const reading = understood(metric, measurement.reading);
  const row = { metric: metric.name, at, elapsed, queries, limit: limitText(metric, tally.max) };
  if (reading.kind === 'no-data' || reading.kind === 'failed') {
    const given = reading.kind === 'failed' ? `, given up at ${policy.consecutiveErrorLimit}` : '';
    const number = reading.kind === 'failed' ? `${tally.failed} failed` : `${tally.streak} without data`;
    return {
      ...row,
      value: undefined,
      counts: undefined,
      evidence: `${reading.why} (${number} in a row${given})`,
      outcome: reading.kind === 'failed' ? 'error' : 'no-data',
    };
  }
  return {
    ...row,
    value: reading.kind === 'value' ? reading.value : rateOf(reading),
    counts: reading.kind === 'value' ? undefined : countsOf(reading),
    control: reading.kind === 'value' ? undefined : reading.control,
    evidence: evidenceText(policy, metric, reading, tally),
    outcome: tally.decision ?? pending(metric, reading),
  };
}

function countsOf({ errors, total, samples }: Extract<Data, { kind: 'counts' }>): MeasurementRow['counts'] {
  return { errors, total, samples };
}

function pending({ limit }: MetricPolicy, reading: Data): MeasurementRow['outcome'] {
  if (limit.kind === 'counts' || reading.kind === 'counts') {
    return 'undecided';
  }
  return isBeyond(reading.value, limit) ? 'failed' : 'passed';
}

function evidenceText(policy: GatePolicy, { limit }: MetricPolicy, reading: Data, tally: Tally): string {
  const partial = reading.partial === true ? '; the answer is not complete' : '';
  if (reading.kind === 'counts') {
    const test = tally.test === undefined ? '' : testText(tally.test);
    const compared =
      tally.comparison === undefined ? '' : `; ${comparisonText(tally.comparison, tally.compared.control)}`;
    return `${test}${compared}${partial}`;
  }
  const allowed = limit.kind === 'values' ? limit.failureLimit : 0;
  return `measurement ${tally.withData} of ${policy.count}, ${tally.failures} failed (allowed: ${allowed})${partial}`;
}

import { componentId } from '../../domain/component.ts';
import type { Conclusion } from '../../domain/gate/gate.ts';
import { rowsOf } from '../../domain/gate/gate.ts';
import { gateRecord } from '../../domain/gate/record.ts';
import type { GateRecord } from '../../domain/ledger/gate-record.ts';
import { TagshipError } from '../../errors.ts';
import type { GateReport } from '../report.ts';
import type { Judged } from './subject.ts';
import type { Watch } from './watch.ts';

/** What a gate saw, as the ledger keeps it. */
export function recordOf({ state }: Watch, verdict: Conclusion['verdict']): GateRecord {
  return gateRecord(verdict, state.policy, rowsOf(state));
}

/** What a gate saw. */
export function gateReport(watch: Watch, verdict: GateReport['verdict'], why: string, endedAt: number): GateReport {
  const { judged, state, startedAt } = watch;
  return {
    component: componentId(judged.component),
    environment: judged.environment,
    version: judged.version,
    commit: judged.commit,
    verdict,
    why,
    rolledBackTo: undefined,
    held: undefined,
    policy: judged.policy,
    rows: rowsOf(state),
    since: judged.since,
    startedAt,
    endedAt,
  };
}

/** The error of a run that was cancelled while it watched. @param gates what had ended before */
export function cancelledWhile(
  judged: readonly Judged[],
  gates: readonly GateReport[],
  cause: TagshipError,
): TagshipError {
  const ended = new Set(gates.map(({ component, environment }) => `${component} ${environment}`));
  const left = judged.filter(({ id, environment }) => !ended.has(`${id} ${environment}`));
  const live = left.map(({ id, version, environment }) => `\`${id}\` ${version} in \`${environment}\``).join(', ');
  const done = gates.map(({ component, environment, version, verdict, rolledBackTo }) => {
    const back = rolledBackTo === undefined ? '' : `, rolled back to ${rolledBackTo}`;
    return `\`${component}\` ${version} in \`${environment}\` was ${verdict}${back}`;
  });
  return new TagshipError(
    'cancelled',
    `The run was cancelled while it watched. Live and not judged: ${live || 'nothing'}.${done.length === 0 ? ' No tag and no key was touched.' : ` Before that: ${done.join('; ')}.`}`,
    'Run `guard` again for what is not judged.',
    { cause },
  );
}

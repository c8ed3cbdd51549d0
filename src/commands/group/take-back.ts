import { componentId } from '../../domain/component.ts';
import type { Target } from '../../domain/projection.ts';
import type { Applier } from '../../engine/apply.ts';
import type { Observation } from '../../engine/observation.ts';
import type { Session } from '../../engine/session.ts';
import { inContext, TagshipError } from '../../errors.ts';
import { aftermathOf } from '../guard/aftermath.ts';
import { gateReport, recordOf } from '../guard/gate-report.ts';
import { type Leaving, type Retreat, retreat } from '../guard/gate-rollback.ts';
import type { GuardPorts } from '../guard/ports.ts';
import type { Watch } from '../guard/watch.ts';
import { type MoveSettings, stateOf } from '../moves.ts';
import { openPostMortems } from '../post-mortem.ts';
import type { Records } from './group-report.ts';

/** What a gate concluded. */
interface Concluded {
  readonly verdict: 'healthy' | 'breached' | 'inconclusive';
  readonly why: string;
}

/** Where a version is taken back. */
interface Surroundings {
  readonly records: Records;
  readonly settings: MoveSettings;
  readonly session: Session;
  readonly ports: GuardPorts;
}

/**
 * Takes a version back from every environment of a group that has it: tags, ledger and quarantine in one push, then KV, then
 * the post-mortem. Where the tags cannot be moved in time KV is held at what was there before, as after any gate.
 * @param places the component in every environment of the group
 * @param last the last that is known of the ledger and the tags
 * @param applier what has looked at KV already
 */
export async function takeBack(
  watch: Watch,
  { verdict, why }: Concluded,
  places: readonly Target[],
  last: Observation,
  applier: Applier | undefined,
  { records, settings, session, ports }: Surroundings,
): Promise<void> {
  const { judged } = watch;
  const measuredAt = ports.clock.now();
  const leaving = leavingOf(places, judged.version, last, judged.environment);
  const name = `\`${judged.id}\` ${judged.version}`;
  let done: Retreat;
  try {
    done = await ports.journal.group(`Take ${judged.id} ${judged.version} back from ${records.group.name}`, () =>
      retreat(session, leaving, last, applier ?? session.newApplier(), { why, gate: recordOf(watch, verdict) }, ports),
    );
    if (done.kind === 'superseded' || done.kind === 'untouchable') {
      const because = done.kind === 'untouchable' ? done.why : 'its tags were moved by somebody else';
      records.stop(judged.target, done.kind === 'superseded' ? 'superseded' : verdict, `${why} But ${because}.`);
      return;
    }
    const { choices } = done.outcome.intent;
    const others = choices.filter(({ situation }) => situation.environment !== judged.environment);
    const told = others.map(({ situation, version }) => `\`${situation.environment}\` to ${version}`).join(', ');
    const whole = told === '' ? why : `${why} With it went back: ${told}.`;
    const gate = gateReport(watch, verdict, whole, measuredAt);
    const targets = leaving.map(({ target }) => target);
    const aftermath = await aftermathOf(done, judged, gate, measuredAt, settings, session, ports, targets);
    const { ledger } = done.outcome;
    const together = others.map(({ situation: { component, environment } }) => {
      return { environment, entry: ledger?.entry(environment, component) };
    });
    const occasions = [{ ...aftermath.occasion, together }];
    const { issues, notices } = await openPostMortems(session, occasions, done.outcome, ports);
    records.did({ ...aftermath.report, issues, notices: [...aftermath.report.notices, ...notices] });
    const held = done.kind === 'moved' ? undefined : done.isRecorded ? ('ledger' as const) : ('kv' as const);
    records.end(judged.target, { verdict, why: whole, held });
    for (const { target } of leaving) {
      const choice = choices.find(({ situation }) => situation.environment === target.slot.name);
      if (choice !== undefined) {
        records.note(target, { state: 'back', rolledBackTo: choice.version, held });
      } else if (stateOf(target.component, target.slot.name, done.outcome.view).current === judged.version) {
        records.failed([stays(target, judged.version)]);
      }
    }
    records.failed(aftermath.failures(issues[0]?.url, true).errors);
  } catch (error) {
    records.end(judged.target, { verdict, why });
    records.failed(
      inContext(error, (what) => `${name} should go back in \`${records.group.name}\`, but could not: ${why} ${what}`),
    );
  }
}

/** The places that have a version. @param first the environment that comes first */
export function leavingOf(
  places: readonly Target[],
  version: string,
  view: Observation,
  first?: string,
): readonly Leaving[] {
  const found = places.flatMap((target): Leaving[] => {
    const { component, slot } = target;
    const { ref, current } = stateOf(component, slot.name, view);
    return ref === undefined || current !== version ? [] : [{ target, component, environment: slot.name, ref }];
  });
  return [...found.filter((one) => one.environment === first), ...found.filter((one) => one.environment !== first)];
}

function stays({ component, slot }: Target, version: string): TagshipError {
  const id = componentId(component);
  return new TagshipError(
    'rollback-impossible',
    `\`${id}\` ${version} stays in \`${slot.name}\`: nothing ran there before that it could go back to.`,
    'Promote another version there, or delete its tag.',
  );
}

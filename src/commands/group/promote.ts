import { componentId } from '../../domain/component.ts';
import type { GatePolicy } from '../../domain/gate/policy.ts';
import { gatePolicyOf } from '../../domain/gate/resolve.ts';
import { environmentsIn, type Group, waitLeft } from '../../domain/group.ts';
import { speaksOf } from '../../domain/ledger/transition.ts';
import type { Target } from '../../domain/projection.ts';
import { duration } from '../../domain/text.ts';
import type { Applier } from '../../engine/apply.ts';
import { type Intent, type MoveOutcome, move } from '../../engine/move.ts';
import type { Observation } from '../../engine/observation.ts';
import { recordHealthy } from '../../engine/record-healthy.ts';
import type { Session } from '../../engine/session.ts';
import { inContext, knownErrors, toTagshipErrors } from '../../errors.ts';
import { showingFailure } from '../deployment.ts';
import { warnings } from '../describe.ts';
import { recordOf } from '../guard/gate-report.ts';
import { prepare } from '../guard/gate-rollback.ts';
import type { GuardPorts } from '../guard/ports.ts';
import { aheadOf, checkMetrics, type Judged, judgedOf } from '../guard/subject.ts';
import { type Ending, type Watch, watchAll } from '../guard/watch.ts';
import { type MoveSettings, reportMove, stateOf } from '../moves.ts';
import { choosePromotions, type Wanted } from '../promotion.ts';
import type { RunReport } from '../report.ts';
import type { Verifier } from '../verify.ts';
import { refuseUnknown } from './check-group.ts';
import { Records } from './group-report.ts';
import { leavingOf, takeBack } from './take-back.ts';

/** What is known when a group is to get a version. */
export interface OpenedGroup {
  readonly session: Session;
  readonly view: Observation;
  /** Every component in every environment of the group. */
  readonly targets: readonly Target[];
  readonly verifier: Verifier;
}

/**
 * Puts versions into the environments of a group, wave by wave. Each wave moves in one push and is watched by the gates of
 * its environments before the next one begins. A breach takes the component back wherever the group has the version.
 *
 * Killed anywhere, it goes on when it is asked for the same again: what is healthy already is passed over, and what was
 * not judged is watched.
 * @returns with `failures` where not every wave has the version
 * @throws TagshipErrors before anything has moved, for everything that can be known by then
 */
export async function promoteGroup(
  group: Group,
  wanted: Wanted,
  opened: OpenedGroup,
  settings: MoveSettings,
  ports: GuardPorts,
  started: number,
): Promise<RunReport> {
  await refuseUnknown(group, opened.targets, opened.session, opened.view);
  return await new WavesRun(group, wanted, opened, settings, ports).run(started);
}

/** One run through the waves of a group. */
class WavesRun {
  readonly #group: Group;
  readonly #session: Session;
  readonly #targets: readonly Target[];
  readonly #verifier: Verifier;
  readonly #settings: MoveSettings;
  readonly #ports: GuardPorts;
  readonly #wanted: Wanted;
  readonly #records: Records;
  /** What has looked at KV already, by component. */
  readonly #appliers = new Map<string, Applier>();
  #view: Observation;
  #ahead = 0;
  /** Whether a wave had something to do in this run. */
  #acted = false;
  /** Whether a tag has moved. */
  #moved = false;

  constructor(group: Group, wanted: Wanted, opened: OpenedGroup, settings: MoveSettings, ports: GuardPorts) {
    this.#group = group;
    this.#session = opened.session;
    this.#targets = opened.targets;
    this.#verifier = opened.verifier;
    this.#view = opened.view;
    this.#settings = settings;
    this.#ports = ports;
    this.#records = new Records('promote', group, opened.session, settings);
    // What another environment runs may change before the last wave.
    const versions = new Map(
      opened.targets.map(({ component }) => [componentId(component), wanted.version(component, opened.view)] as const),
    );
    this.#wanted = { version: (component) => versions.get(componentId(component)) ?? '', why: wanted.why };
  }

  async run(started: number): Promise<RunReport> {
    const { clock, repository } = this.#ports;
    for (const target of this.#targets) {
      const state = this.#isSettled(target) ? 'there' : 'waiting';
      this.#records.note(target, { version: this.#versionOf(target), state });
    }
    await this.#checkAll();
    if (this.#settings.dryRun) {
      await this.#move(this.#targets, this.#targets, new Set(environmentsIn(this.#group)));
      return this.#records.report(this.#view, clock.now() - started);
    }
    this.#ahead = await aheadOf(repository, clock);
    for (const index of this.#group.waves.keys()) {
      try {
        await this.#wave(index);
      } catch (error) {
        this.#interrupted(error, index);
        break;
      }
    }
    return this.#records.report(this.#view, clock.now() - started);
  }

  /** Finds everything that can be known before the first wave, so that nothing stops a later one without need. */
  async #checkAll(): Promise<void> {
    const { metrics, clock } = this.#ports;
    const open = this.#targets.filter((target) => !this.#isSettled(target));
    const later = new Set(environmentsIn(this.#group));
    await choosePromotions(this.#session, this.#view, open, { ...this.#wanted, later }, this.#settings, this.#verifier);
    const watched = open.flatMap((target) => {
      const policy = this.#gateOf(target);
      const { component, slot } = target;
      const { current } = stateOf(component, slot.name, this.#view);
      const subject = { component, environment: slot.name, version: this.#versionOf(target), previous: current };
      return policy === undefined ? [] : [{ ...subject, policy, since: clock.now() }];
    });
    for (const message of await checkMetrics(watched, metrics, clock)) {
      this.#records.notices([{ level: 'notice', message }]);
    }
  }

  async #wave(index: number): Promise<void> {
    const environments = this.#group.waves[index] ?? [];
    const here = (): Target[] =>
      this.#targets.filter((one) => environments.includes(one.slot.name) && !this.#records.isStopped(one));
    const isIdle = here().every((target) => this.#isSettled(target));
    if (!isIdle) {
      await this.#wait(index);
    }
    const targets = here();
    const open = targets.filter((target) => !this.#isSettled(target));
    for (const target of targets) {
      this.#records.note(target, { state: open.includes(target) ? 'failed' : 'there' });
    }
    if (open.length === 0) {
      return;
    }
    this.#acted = true;
    this.#ports.journal.info(`${this.#called(index)}: ${environments.join(', ')}.`);
    const landed = await this.#move(open, this.#before(index));
    await this.#watch(landed);
  }

  /** Waits before a wave; a run that goes on waits for what is left. Then everything is looked at as it is now. */
  async #wait(index: number): Promise<void> {
    const { clock, journal } = this.#ports;
    const { waitMs } = this.#group;
    const before = this.#before(index).filter((one) => this.#group.waves[index - 1]?.includes(one.slot.name));
    const movedAt = before.map(({ component, slot }) => {
      const { entry } = stateOf(component, slot.name, this.#view);
      return entry?.at == null ? undefined : Date.parse(entry.at) - this.#ahead;
    });
    const left = index === 0 ? 0 : this.#acted ? waitMs : waitLeft(waitMs, movedAt, clock.now());
    if (left > 0) {
      journal.info(`Waiting ${duration(left)} before ${this.#called(index).toLowerCase()}.`);
      await clock.sleep(left);
    }
    if (left > 0 || this.#acted) {
      this.#view = (await this.#session.observe(this.#targets)).view;
    }
  }

  /**
   * Moves the tags of some targets in one push, and lets KV follow.
   * @param before the places that have to have the version still
   * @returns those that have it now
   */
  async #move(
    targets: readonly Target[],
    before: readonly Target[],
    later?: ReadonlySet<string>,
  ): Promise<readonly Target[]> {
    const session = this.#session;
    const begun = this.#view;
    let left = targets;
    const decide = async (now: Observation): Promise<Intent> => {
      // Everything that takes a version back writes the ledger, so the push of this wave would not land after it.
      const lost = later === undefined ? this.#lost(before, now) : new Set<string>();
      left = targets.filter(({ component }) => !lost.has(componentId(component)));
      const wanted = { ...this.#wanted, later };
      const choices = await choosePromotions(session, now, left, wanted, this.#settings, this.#verifier);
      return { kind: 'promote', removals: [], choices };
    };
    const onLanded = (): void => {
      this.#moved = true;
    };
    const outcome: MoveOutcome = await this.#ports.cancellation.shield(() =>
      showingFailure(session, targets, begun.refs.head, 'promote', this.#ports, () =>
        move(session, begun, targets, decide, { onLanded }),
      ),
    );
    if (outcome.kind === 'superseded') {
      const why = `the tag \`${outcome.tag}\` was moved by somebody else meanwhile, so nothing was touched.`;
      this.#records.refuse(targets, why);
      return [];
    }
    this.#view = outcome.view;
    this.#records.did(
      await reportMove('promote', session, begun, left, outcome, this.#settings, this.#ports, this.#ports.clock.now()),
    );
    const lost = targets.filter((one) => !left.includes(one));
    this.#records.refuse(lost, 'an environment of an earlier wave does not run it any more.');
    return left;
  }

  /** Watches what a wave has got. */
  async #watch(targets: readonly Target[]): Promise<void> {
    const { clock } = this.#ports;
    const judged: Judged[] = [];
    for (const target of targets) {
      const policy = this.#gateOf(target);
      if (policy === undefined) {
        this.#records.note(target, { state: 'moved' });
        continue;
      }
      const one = judgedOf(target, policy, this.#view, this.#session, clock.now(), this.#ahead);
      if (typeof one === 'string' || one.version !== this.#versionOf(target)) {
        this.#records.stop(target, 'superseded', 'Its tag was moved by somebody else.');
      } else {
        judged.push(one);
      }
    }
    for (const id of new Set(judged.map((one) => one.id))) {
      await this.#prepare(id);
    }
    if (judged.length > 0) {
      await watchAll(judged, clock.now(), this.#ports, (watch, ending) => this.#end(watch, ending));
    }
  }

  /** Reads what going back would need, so that it takes few requests, and no Git server to restore KV. */
  async #prepare(id: string): Promise<void> {
    const target = this.#placesOf(id)[0];
    const version = target === undefined ? '' : this.#versionOf(target);
    try {
      const leaving = leavingOf(this.#placesOf(id), version, this.#view);
      const { applier, adopted } = await prepare(this.#session, leaving, this.#view);
      this.#view = adopted ?? this.#view;
      this.#appliers.set(id, applier);
    } catch (error) {
      const [first] = toTagshipErrors(error);
      if (first?.code === 'cancelled') {
        throw error;
      }
      this.#ports.journal.info(`${id} is watched, but could not be taken back: ${first?.what ?? ''}`);
    }
  }

  #placesOf(id: string): Target[] {
    return this.#targets.filter(({ component }) => componentId(component) === id);
  }

  async #end(watch: Watch, ending: Ending): Promise<void> {
    const { judged } = watch;
    const { target, id, environment, version } = judged;
    // A component that goes no further may still have to go back.
    if (this.#records.isBack(target)) {
      return;
    }
    if (ending.kind === 'superseded') {
      this.#records.stop(target, 'superseded', `Its tag was moved by somebody else while ${version} was watched.`);
      return;
    }
    if (ending.kind === 'unread') {
      this.#records.failed(toTagshipErrors(ending.error));
      this.#records.stop(target, undefined, 'The tags could not be read.');
      return;
    }
    const { verdict, action, why } = ending.conclusion;
    this.#ports.journal.info(`${id} ${version} in ${environment} is ${verdict}: ${why}`);
    if (action === 'none') {
      await this.#passed(watch, verdict, why);
    } else if (action === 'rollback' && this.#group.onBreach === 'rollback') {
      const places = this.#placesOf(id);
      const { cancellation } = this.#ports;
      await cancellation.shield(() =>
        takeBack(watch, { verdict, why }, places, this.#view, this.#appliers.get(id), {
          records: this.#records,
          settings: this.#settings,
          session: this.#session,
          ports: this.#ports,
        }),
      );
    } else {
      this.#records.stop(target, verdict, why);
    }
  }

  async #passed(watch: Watch, verdict: 'healthy' | 'breached' | 'inconclusive', why: string): Promise<void> {
    const { judged } = watch;
    this.#records.note(judged.target, { state: 'watched', verdict, why });
    if (verdict === 'healthy') {
      const { component, environment, ref } = judged;
      const found = [{ component, environment, tag: ref.object, gate: recordOf(watch, verdict) }];
      const told = await this.#ports.cancellation.shield(() => recordHealthy(this.#session, found, why));
      this.#records.notices(warnings(told));
    }
  }

  /** Ends the run where it is. @throws what happened before anything had moved */
  #interrupted(error: unknown, index: number): void {
    const isCancelled = knownErrors(error).some(({ code }) => code === 'cancelled');
    if (!(this.#moved || (this.#acted && isCancelled))) {
      throw error;
    }
    const wave = this.#called(index).toLowerCase();
    const again = `Run \`promote\` again to go on with \`${this.#group.name}\`, or \`rollback\` to take back what has the version.`;
    this.#records.failed(
      inContext(
        error,
        (what) => (isCancelled ? `The run was cancelled in ${wave}.` : `It stopped in ${wave}: ${what}`),
        (remedy) => (isCancelled ? again : `${remedy} ${again}`),
      ),
    );
  }

  /** The components of which one of these places does not run what the group is to get. */
  #lost(places: readonly Target[], view: Observation): ReadonlySet<string> {
    const lost = places.filter(
      (target) => stateOf(target.component, target.slot.name, view).current !== this.#versionOf(target),
    );
    return new Set(lost.map(({ component }) => componentId(component)));
  }

  /** What the waves before have. */
  #before(index: number): Target[] {
    const environments = this.#group.waves.slice(0, index).flat();
    return this.#targets.filter((one) => environments.includes(one.slot.name) && !this.#records.isStopped(one));
  }

  /** Whether a place has the version and nothing is left to do there. */
  #isSettled(target: Target): boolean {
    const { ref, current, entry } = stateOf(target.component, target.slot.name, this.#view);
    if (current !== this.#versionOf(target) || !speaksOf(entry, ref?.object) || entry.version !== current) {
      return false;
    }
    return entry.status === 'healthy' || (entry.status === 'deployed' && this.#gateOf(target) === undefined);
  }

  #gateOf({ slot }: Target): GatePolicy | undefined {
    return gatePolicyOf(this.#session.config.environments[slot.name]?.gate);
  }

  #versionOf({ component }: Target): string {
    return this.#wanted.version(component, this.#view);
  }

  #called(index: number): string {
    return `Wave ${index + 1} of ${this.#group.waves.length}`;
  }
}

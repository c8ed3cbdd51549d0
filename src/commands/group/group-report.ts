import { componentId } from '../../domain/component.ts';
import type { Group } from '../../domain/group.ts';
import type { Target } from '../../domain/projection.ts';
import type { Observation } from '../../engine/observation.ts';
import type { Session } from '../../engine/session.ts';
import { TagshipError } from '../../errors.ts';
import { combined, ledgerReport, nothingDone } from '../describe.ts';
import type { MoveSettings } from '../moves.ts';
import { type Notice, type RunReport, VERDICTS, type Verdict, type WavePlace, type WaveReport } from '../report.ts';

/** What a run did with a group, and what is to be said of it. */
export class Records {
  readonly group: Group;
  readonly #command: RunReport['command'];
  readonly #session: Session;
  readonly #settings: MoveSettings;
  readonly #places = new Map<string, WavePlace>();
  /** Components that go no further. */
  readonly #stopped = new Set<string>();
  readonly #reports: RunReport[] = [];
  readonly #failures: TagshipError[] = [];
  readonly #notices: Notice[] = [];

  constructor(command: RunReport['command'], group: Group, session: Session, settings: MoveSettings) {
    this.group = group;
    this.#command = command;
    this.#session = session;
    this.#settings = settings;
  }

  /** Keeps what is known of a place. */
  note(target: Target, known: Partial<WavePlace>): void {
    const id = componentId(target.component);
    const key = keyOf(target);
    const place = this.#places.get(key) ?? {
      component: id,
      environment: target.slot.name,
      version: undefined,
      state: 'left' as const,
      verdict: undefined,
      why: '',
      rolledBackTo: undefined,
      held: undefined,
    };
    this.#places.set(key, { ...place, ...known });
  }

  /** What is known of a place. */
  at(target: Target): WavePlace | undefined {
    return this.#places.get(keyOf(target));
  }

  /** Whether the component of a place goes no further. */
  isStopped({ component }: Target): boolean {
    return this.#stopped.has(componentId(component));
  }

  /** Whether the component of a place was taken back. */
  isBack({ component }: Target): boolean {
    const id = componentId(component);
    return [...this.#places.values()].some((place) => place.component === id && place.state === 'back');
  }

  /** Ends the way of a component through the waves; what has the version keeps it. */
  stop(target: Target, verdict: Verdict | undefined, why: string): void {
    this.end(target, { verdict, why });
    const { component, environment, version } = this.at(target) ?? { component: '', environment: '', version: '' };
    const { name } = this.group;
    const isBreached = verdict === 'breached';
    this.failed([
      new TagshipError(
        isBreached ? 'gate-breached' : 'group-stopped',
        `\`${component}\` ${version} goes no further in \`${name}\` than \`${environment}\`, and stays where it is: ${why}`,
        `Use \`promote\` again to go on, or \`rollback\` with \`environment: ${name}\` to take it back.`,
      ),
    ]);
  }

  /** Ends it before a wave: its environments do not get the version. */
  refuse(targets: readonly Target[], why: string): void {
    for (const id of new Set(targets.map(({ component }) => componentId(component)))) {
      const own = targets.filter(({ component }) => componentId(component) === id);
      const version = own.map((target) => this.at(target)?.version)[0] ?? '';
      for (const target of own) {
        this.end(target, { verdict: 'superseded', why });
      }
      this.failed([
        new TagshipError(
          'group-stopped',
          `\`${id}\` ${version} is not put into ${own.map(({ slot }) => `\`${slot.name}\``).join(', ')} of \`${this.group.name}\`: ${why}`,
          'Look at what was moved, and why. Then use `promote` again to go on.',
        ),
      ]);
    }
  }

  /** The same where that is said already. */
  end(target: Target, known: Partial<WavePlace>): void {
    this.#stopped.add(componentId(target.component));
    this.note(target, { state: 'failed', ...known });
  }

  /** Takes what a move brought about. */
  did(report: RunReport): void {
    this.#reports.push(report);
    this.failed(report.failures);
    this.notices(report.notices);
  }

  failed(problems: readonly TagshipError[]): void {
    const known = new Set(this.#failures.map(({ message }) => message));
    this.#failures.push(...problems.filter(({ message }) => !known.has(message)));
  }

  notices(notices: readonly Notice[]): void {
    const known = new Set(this.#notices.map(({ message }) => message));
    this.#notices.push(...notices.filter(({ message }) => !known.has(message)));
  }

  /** The waves, as they stand. */
  waves(): WaveReport[] {
    return this.group.waves.map((environments) => {
      const places = [...this.#places.values()].filter(({ environment }) => environments.includes(environment));
      return { environments, outcome: outcomeOf(places), places };
    });
  }

  report(view: Observation, durationMs: number): RunReport {
    const reports = this.#reports;
    const waves = this.waves();
    const verdicts = new Set(waves.flatMap(({ places }) => places.map(({ verdict }) => verdict)));
    const merged = combined(reports);
    const isUntouched =
      merged.moves.length === 0 &&
      verdicts.has('superseded') &&
      [...verdicts].every((one) => (one ?? 'superseded') === 'superseded');
    return {
      ...nothingDone(this.#command, this.#settings, []),
      ...merged,
      verdict: VERDICTS.find((verdict) => verdicts.has(verdict)),
      ledger: ledgerReport(this.#session, this.#session.lastLedger ?? view.ledger),
      waves,
      // As for a single environment: where nothing was touched since somebody else was first, nothing failed.
      failures: isUntouched ? [] : this.#failures,
      notices: [...this.#notices, ...(isUntouched ? this.#failures.map(asWarning) : [])],
      durationMs,
    };
  }
}

function keyOf({ component, slot }: Target): string {
  return `${componentId(component)}@${slot.name}`;
}

function asWarning({ what, remedy }: TagshipError): Notice {
  return { level: 'warning', message: `${what} ${remedy}` };
}

function outcomeOf(places: readonly WavePlace[]): WaveReport['outcome'] {
  const states = new Set(places.map(({ state }) => state));
  if (states.has('back')) {
    return 'rolled-back';
  }
  if (states.has('failed')) {
    return 'stopped';
  }
  if (states.has('moved') || states.has('watched')) {
    return 'passed';
  }
  return states.has('waiting') ? 'waiting' : 'unchanged';
}

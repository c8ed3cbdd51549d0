import { expect } from '@jest/globals';
import { TagshipError, TagshipErrors } from '../../src/errors.ts';
import { entriesIn, readChain } from './chain.ts';
import { ENVIRONMENTS, type Environment, type Version, type World } from './world.ts';

/** Something that somebody does, by hand or with the action. */
export type Action =
  | {
      readonly kind: 'promote';
      readonly components: readonly string[];
      readonly environment: Environment;
      readonly source: { readonly version: Version } | { readonly from: Environment };
    }
  | {
      readonly kind: 'rollback';
      readonly components: readonly string[];
      readonly environment: Environment;
      readonly target: 'last-healthy' | 'previous' | { readonly version: Version };
    }
  | {
      readonly kind: 'restore';
      readonly environment: Environment;
      readonly from: Environment;
      /** Which of the moments there were, and how long after it, of the time until the next. */
      readonly moment: number;
      readonly later: number;
      readonly prune: boolean;
    }
  | {
      readonly kind: 'hand';
      readonly component: string;
      readonly environment: Environment;
      /** Undefined to delete the tag. */
      readonly version: Version | undefined;
      readonly shape: 'wrapping' | 'lightweight';
      /** Whether the push started a run; a push of more than three tags starts none. */
      readonly runs: boolean;
    }
  | { readonly kind: 'deploy'; readonly component: string; readonly environment: Environment }
  | { readonly kind: 'forget'; readonly component: string; readonly version: Version };

/** What the ledger has been told of a component in an environment; no version after the tag was removed. */
interface TrustedLedger {
  readonly version: Version | undefined;
  readonly tag: string | undefined;
}

/** What refuses a command without anything being touched. */
const REFUSALS = new Set([
  'environment-unknown',
  'rollback-impossible',
  'tag-missing',
  'time-unknown',
  'version-current',
  'version-never-ran',
  'version-quarantined',
]);

/**
 * Does one thing after the other in a world, and keeps beside it, from nothing but the tags before and after, what the
 * ledger has to know.
 */
export class Story {
  readonly world: World;
  readonly told = new Map<string, TrustedLedger>();
  readonly quarantined = new Map<string, Set<Version>>();
  /** The moves of which each has to have one entry, by commit. */
  readonly chapters: (readonly string[])[] = [];
  /**
   * What the ledger knew at the end of each second in which it was written to: version by `component@environment`, none
   * after the tag was removed.
   */
  readonly moments = new Map<number, ReadonlyMap<string, Version | undefined>>();
  /** The commands that were refused, by code. */
  readonly refused: string[] = [];

  constructor(world: World) {
    this.world = world;
  }

  async act(action: Action): Promise<void> {
    if (action.kind === 'forget') {
      this.#forget(action.component, action.version);
      return;
    }
    if (action.kind === 'hand') {
      if (this.#byHand(action) && action.runs) {
        await this.act({ kind: 'deploy', component: action.component, environment: action.environment });
      }
      return;
    }
    if (action.kind === 'restore' && this.moments.size === 0) {
      return;
    }
    const before = { tags: this.world.tags(), running: this.world.running(), ledger: this.ledgerTip() };
    const stored = this.world.stored();
    const targets = this.#targetsOf(action);
    if (await this.#isRefused(action)) {
      expect([action, this.#mayBeRefused(action, before.running)]).toEqual([action, true]);
      expect([this.world.tags(), this.ledgerTip(), this.world.stored()]).toEqual([before.tags, before.ledger, stored]);
      return;
    }
    this.#tell(action, targets, before);
    await this.#check(targets);
    const time = await this.#tipTime();
    if (time !== undefined) {
      this.moments.set(time, new Map([...this.told].map(([place, { version }]) => [place, version])));
    }
  }

  /** Deploys every tag there is and every one that is gone, so that nothing is left untold. */
  async settle(): Promise<void> {
    for (const place of new Set([...this.told.keys(), ...this.world.tags().keys()])) {
      const [component, environment] = split(place);
      await this.act({ kind: 'deploy', component, environment });
    }
  }

  ledgerTip(): string | undefined {
    return this.world.repository.allRefs().get('refs/tagship/ledger');
  }

  /** A time, and what the ledger knew then. */
  at(
    moment: number,
    later: number,
  ): { readonly time: number; readonly known: ReadonlyMap<string, Version | undefined> } {
    const times = [...this.moments.keys()].sort((a, b) => a - b);
    const index = moment % times.length;
    const time = times[index] ?? 0;
    // A negative number counts back from the next moment.
    const room = (times[index + 1] ?? time + 1000) - time;
    return { time: time + (((later % room) + room) % room), known: this.moments.get(time) ?? new Map() };
  }

  async #isRefused(action: Exclude<Action, { kind: 'hand' | 'forget' }>): Promise<boolean> {
    try {
      await this.#command(action);
      return false;
    } catch (error) {
      const codes =
        error instanceof TagshipErrors
          ? error.errors.map(({ code }) => code)
          : error instanceof TagshipError
            ? [error.code]
            : [];
      if (codes.length === 0 || codes.some((code) => !REFUSALS.has(code))) {
        throw error;
      }
      this.refused.push(...codes);
      return true;
    }
  }

  /** Whether there is a reason to refuse a command; of a rollback the code says itself whether there is. */
  #mayBeRefused(action: Action, running: ReadonlyMap<string, Version>): boolean {
    if (action.kind === 'restore') {
      const { known } = this.at(action.moment, action.later);
      return ![...known.keys()].some((place) => split(place)[1] === action.from);
    }
    if (action.kind !== 'promote') {
      return action.kind === 'rollback';
    }
    const { source, environment } = action;
    return action.components.some((component) => {
      const place = `${component}@${environment}`;
      const version = 'version' in source ? source.version : running.get(`${component}@${source.from}`);
      const isQuarantined = version !== undefined && this.#quarantine(place).has(version);
      return version === undefined || (isQuarantined && running.get(place) !== version);
    });
  }

  async #command(action: Exclude<Action, { kind: 'hand' | 'forget' }>): Promise<void> {
    switch (action.kind) {
      case 'promote': {
        const { components: patterns, environment, source } = action;
        await this.world.promote({ patterns, environment, source });
        return;
      }
      case 'rollback': {
        const { components: patterns, environment, target } = action;
        await this.world.rollback({ patterns, environment, target });
        return;
      }
      case 'restore': {
        const { environment, from, prune } = action;
        const { time, known } = this.at(action.moment, action.later);
        await this.world.restore({ environment, from, at: time, prune });
        this.#isRestored(present(known), from, environment, prune);
        return;
      }
      case 'deploy':
        await this.world.run(action.component, action.environment);
    }
  }

  /** What ran then runs now; what did not is gone if it was to be. */
  #isRestored(then: ReadonlyMap<string, Version>, from: Environment, to: Environment, prune: boolean): void {
    const stored = this.world.stored();
    const running = this.world.running();
    const restored = new Map<string, Version>();
    for (const [place, version] of then) {
      const [component, environment] = split(place);
      if (environment === from) {
        restored.set(`${component}@${to}`, version);
        expect([place, stored.get(`${component}@${to}`)]).toEqual([place, `${component} ${version}`]);
      }
    }
    const now = new Map([...running].filter(([place]) => split(place)[1] === to));
    expect(prune ? now : new Map([...now].filter(([place]) => restored.has(place)))).toEqual(restored);
  }

  #targetsOf(action: Exclude<Action, { kind: 'hand' | 'forget' }>): string[] {
    if (action.kind === 'deploy') {
      return [`${action.component}@${action.environment}`];
    }
    if (action.kind !== 'restore') {
      return action.components.map((component) => `${component}@${action.environment}`);
    }
    const then = present(this.at(action.moment, action.later).known);
    return [
      ...new Set([
        ...[...then.keys()]
          .filter((place) => split(place)[1] === action.from)
          .map((place) => `${split(place)[0]}@${action.environment}`),
        ...[...this.world.tags().keys()].filter((place) => split(place)[1] === action.environment),
      ]),
    ];
  }

  /** What the ledger has to know after a command. */
  #tell(
    { kind }: Action,
    targets: readonly string[],
    before: {
      readonly tags: Map<string, string>;
      readonly running: Map<string, Version>;
      readonly ledger?: string | undefined;
    },
  ): void {
    const after = this.world.tags();
    const moved = targets.filter((place) => before.tags.get(place) !== after.get(place));
    expect([...after].filter(([place]) => !targets.includes(place))).toEqual(
      [...before.tags].filter(([place]) => !targets.includes(place)),
    );
    if (before.ledger === undefined && this.ledgerTip() !== undefined) {
      for (const [place, tag] of before.tags) {
        if (moved.length > 0 || !targets.includes(place)) {
          this.told.set(place, { tag, version: before.running.get(place) });
        }
      }
    }
    const tellHands = (places: readonly string[]): void =>
      this.#chapter(
        places.flatMap((place) => {
          const version = before.running.get(place);
          const tag = before.tags.get(place);
          const known = this.told.get(place);
          return known?.tag === tag ? [] : [{ move: version === undefined ? 'remove' : 'deploy', place, version, tag }];
        }),
      );
    // What a move replaces is told before it, and what the run was about but did not move is told after it.
    tellHands(moved);
    this.#chapter(
      moved.map((place) => {
        const version = this.world.running().get(place);
        const left = before.running.get(place);
        if (kind === 'rollback' && left !== undefined && left !== version) {
          this.#quarantine(place).add(left);
        }
        return { move: version === undefined ? 'remove' : kind, place, version, tag: after.get(place) };
      }),
    );
    tellHands(targets.filter((place) => !moved.includes(place)));
  }

  #chapter(moves: readonly ({ readonly move: string; readonly place: string } & TrustedLedger)[]): void {
    for (const { place, version, tag } of moves) {
      this.told.set(place, { version, tag });
      if (version !== undefined) {
        this.#quarantine(place).delete(version);
      }
    }
    if (moves.length > 0) {
      this.chapters.push(moves.map(({ move, place, version }) => `${move} ${place} ${version ?? ''}`).sort());
    }
  }

  #quarantine(place: string): Set<Version> {
    const known = this.quarantined.get(place) ?? new Set<Version>();
    this.quarantined.set(place, known);
    return known;
  }

  /** What a command was about is in KV and in the ledger. */
  async #check(targets: readonly string[]): Promise<void> {
    const stored = this.world.stored();
    const running = this.world.running();
    for (const place of targets) {
      const [component] = split(place);
      const version = running.get(place);
      if (version !== undefined) {
        const content = `${component} ${version}`;
        expect([place, stored.get(place), stored.get(`${component}@${version}`)]).toEqual([place, content, content]);
      }
      const latest = await this.world.latestOf(component);
      expect([`${component}@latest`, stored.get(`${component}@latest`)]).toEqual([
        `${component}@latest`,
        latest === undefined ? undefined : `${component} ${latest}`,
      ]);
    }
    expect(this.world.indexDifferences()).toEqual([]);
    const { repository } = this.world;
    const entries = await entriesIn(repository, (await readChain(repository)).at(-1));
    expect(new Map([...entries].map(([place, { version, tag, status }]) => [place, { version, tag, status }]))).toEqual(
      new Map(
        [...this.told].map(([place, { version, tag }]) => [
          place,
          { version: version ?? null, tag: tag ?? null, status: 'deployed' },
        ]),
      ),
    );
  }

  /** @returns whether anything was done */
  #byHand({ component, environment, version, shape }: Extract<Action, { kind: 'hand' }>): boolean {
    if (version === undefined) {
      this.world.remove(component, environment);
      return true;
    }
    if (!this.world.canMove(component, version, shape)) {
      return false;
    }
    this.world.move(component, environment, version, shape);
    return true;
  }

  /** Deletes a version's tag once the ledger can tell what it was. */
  #forget(component: string, version: Version): void {
    const places = ENVIRONMENTS.map((environment) => `${component}@${environment}`);
    const tags = this.world.tags();
    if (
      places.some((place) => this.told.has(place)) &&
      places.every((place) => this.told.get(place)?.tag === tags.get(place))
    ) {
      this.world.remove(component, version);
    }
  }

  async #tipTime(): Promise<number | undefined> {
    const tip = this.ledgerTip();
    const object = tip === undefined ? undefined : await this.world.repository.read(tip);
    return object?.type === 'commit' ? Date.parse(object.date) / 1000 : undefined;
  }
}

/** What ran, without what was removed. */
export function present(known: ReadonlyMap<string, Version | undefined>): Map<string, Version> {
  return new Map(
    [...known].flatMap(([place, version]): [string, Version][] => (version === undefined ? [] : [[place, version]])),
  );
}

/** `prompts/a@production` → component and environment. */
export function split(place: string): [string, Environment] {
  const [component = '', environment] = place.split('@');
  return [component, ENVIRONMENTS.find((one) => one === environment) ?? 'production'];
}

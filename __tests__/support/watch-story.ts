import { expect } from '@jest/globals';
import type { GateReport, GuardReport } from '../../src/commands/report.ts';
import type { Reading } from '../../src/domain/gate/measurement.ts';
import type { Check } from '../../src/domain/version-choice.ts';
import { toTagshipErrors } from '../../src/errors.ts';
import type { Repository } from '../../src/ports/repository.ts';
import { disagreements } from './agreement.ts';
import { type ChainEntry, entriesIn, type Link, readChain } from './chain.ts';
import { type Refusal, refusing, repositoryAround } from './disturb.ts';
import { split } from './story.ts';
import { type Disturbance, type Environment, NAMESPACE, type Version, type World } from './world.ts';

/** Calls of a run that a Git server refuses, counted from the first, or for a gate from its first measurement. */
export interface Refused {
  readonly refusal: Refusal;
  readonly from: number;
  readonly length: number;
  /** Counted from the run's first call in any case. */
  readonly early: boolean;
}

/** Somebody moves a tag by hand. */
export interface HandMove {
  readonly component: string;
  readonly environment: Environment;
  /** Undefined to delete the tag. */
  readonly version: Version | undefined;
  readonly shape: 'wrapping' | 'lightweight';
  /** Whether the push started a run. */
  readonly runs: boolean;
}

/** What a metric says once. */
export type Look = 'good' | 'bad' | 'none' | 'failed';

/** Something that somebody does, by hand or with the action. */
export type Turn =
  | {
      readonly kind: 'promote';
      readonly component: string;
      readonly environment: Environment;
      readonly version: Version;
      /** Also what is quarantined. */
      readonly overrides: boolean;
      readonly refused: Refused | undefined;
    }
  | {
      readonly kind: 'rollback';
      readonly component: string;
      readonly environment: Environment;
      readonly target: 'last-healthy' | 'previous';
      readonly refused: Refused | undefined;
    }
  | {
      readonly kind: 'restore';
      readonly environment: Environment;
      readonly from: Environment;
      /** Which of the times there were. */
      readonly moment: number;
    }
  | ({ readonly kind: 'hand' } & HandMove)
  | {
      readonly kind: 'deploy';
      readonly component: string;
      readonly environment: Environment;
      readonly refused: Refused | undefined;
    }
  | {
      readonly kind: 'guard';
      readonly component: string;
      readonly environment: Environment;
      /** One after the other, from the front again when all were given. */
      readonly looks: readonly Look[];
      readonly refused: Refused | undefined;
      /** What somebody does before the call of that number after the first measurement; before that itself with 0. */
      readonly meanwhile: { readonly at: number; readonly move: HandMove } | undefined;
    };

type WatchTurn = Extract<Turn, { kind: 'guard' }>;

/** The limit of the metric is 100. */
const READINGS: Readonly<Record<Look, Reading>> = {
  good: { kind: 'value', value: 1 },
  bad: { kind: 'value', value: 1000 },
  none: { kind: 'no-data', why: 'nothing was measured' },
  failed: { kind: 'failed', why: 'the source is down' },
};

/** What a gate does with what it cannot judge. */
export type Fallbacks = Readonly<Record<'on-no-data' | 'on-error' | 'on-inconclusive', 'keep' | 'pass' | 'rollback'>>;

/** What running work is to do, by environment. */
export const IN_FLIGHT: Readonly<Record<Environment, string | undefined>> = {
  production: 'switch',
  staging: undefined,
};

/** A configuration with a gate in every environment. */
export function gated(fallbacks: Fallbacks): unknown {
  const gate = {
    'initial-delay': '1s',
    interval: '1s',
    timeout: '8s',
    count: 2,
    'consecutive-error-limit': 3,
    ...fallbacks,
    metrics: [{ name: 'p95', provider: 'http', url: 'https://metrics.example.com/p95', max: 100 }],
  };
  return {
    environments: {
      production: { 'in-flight': IN_FLIGHT.production, gate },
      staging: { gate },
    },
  };
}

/** Why a command may do nothing. */
const POINTLESS = [
  'environment-unknown',
  'rollback-impossible',
  'tag-missing',
  'time-unknown',
  'version-quarantined',
  'component-unknown',
];

/** Why it may fail where Git is refused. */
const REFUSED = ['git-unreachable', 'ledger-busy', 'move-refused', 'push-denied', 'tag-held'];

/** What a gate that did its work fails a step with. */
const DONE = ['gate-breached', 'rollback-impossible', 'rolled-back', 'tag-held'];

/** Everything there is at one moment. */
interface Sight {
  readonly tags: ReadonlyMap<string, string>;
  readonly running: ReadonlyMap<string, Version>;
  readonly links: readonly Link[];
  readonly entries: ReadonlyMap<string, ChainEntry>;
  /** All refs, and all keys with metadata. */
  readonly all: { readonly refs: ReadonlyMap<string, string>; readonly kv: string };
  readonly metadata: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
}

/** How a gate ran. */
interface Watched {
  readonly before: Sight;
  readonly report: GuardReport;
  /** As it was when somebody else had moved a tag; undefined where nobody did. */
  readonly meanwhile: Sight | undefined;
  /** The objects of the watched tag in the answers that the gate got, the last one last. */
  readonly answers: readonly (string | undefined)[];
  readonly turn: WatchTurn;
  /** The number of pushes there had been. */
  readonly pushes: number;
}

/**
 * Does one thing after the other in a world with gates, and holds every gate against what was there before and after,
 * read without the code under test.
 */
export class WatchStory {
  readonly world: World;
  /** What is held, and has to stay so while its tag is this object. */
  readonly holds = new Map<string, { readonly tag: string; readonly version: string }>();
  /** How often what happened, so that no law is content with stories in which nothing does. */
  readonly tally = new Map<string, number>();
  readonly #everHeld = new Set<string>();
  readonly #times: number[] = [];

  constructor(world: World) {
    this.world = world;
  }

  async act(turn: Turn): Promise<void> {
    if (turn.kind === 'restore' && this.#times.length === 0) {
      return;
    }
    const before = await this.#sight();
    if (turn.kind === 'hand') {
      await this.#byHand(turn);
    } else if (turn.kind === 'guard') {
      await this.#watch(turn, before);
    } else {
      await this.#command(turn, before);
    }
    await this.#check();
    this.#times.push(this.world.now);
  }

  /** Deploys every tag there is and every one that is gone, with nothing refused any more, and finds all in order. */
  async settle(): Promise<void> {
    const { entries, tags } = await this.#sight();
    for (const place of new Set([...entries.keys(), ...tags.keys()])) {
      const [component, environment] = split(place);
      await this.act({ kind: 'deploy', component, environment, refused: undefined });
    }
    expect(await disagreements(this.world)).toEqual([]);
    const end = await this.#sight();
    for (const [place, { tag, version }] of this.holds) {
      expect([place, end.entries.get(place)]).toMatchObject([place, { status: 'held', tag, version }]);
    }
    for (const [place, { status, tag, version, left }] of end.entries) {
      // What a rollback left and came back is held as well.
      const isDue = this.#everHeld.has(`${place} ${tag} ${version}`) || left?.[tag ?? ''] !== undefined;
      expect([place, status === 'held' && !isDue]).toEqual([place, false]);
    }
  }

  async #sight(): Promise<Sight> {
    const { repository, kv } = this.world;
    const links = await readChain(repository);
    const stored = [...kv.contents(NAMESPACE)].map(([key, { value, metadata }]) => [
      key,
      Buffer.from(value).toString(),
      metadata,
    ]);
    return {
      tags: this.world.tags(),
      running: this.world.running(),
      links,
      entries: await entriesIn(repository, links.at(-1)),
      all: { refs: repository.allRefs(), kv: JSON.stringify(stored.sort()) },
      metadata: this.world.metadata(),
    };
  }

  /** What is true after everything that anybody does. */
  async #check(): Promise<void> {
    const { tags, entries, metadata } = await this.#sight();
    const stored = this.world.stored();
    for (const [place, { tag, version }] of this.holds) {
      const entry = entries.get(place);
      const isEnded = entry?.tag === tag && (entry.move === 'promote' || entry.move === 'restore') && entry.seq > 0;
      if (tags.get(place) !== tag || (isEnded && metadata.get(place)?.hold === undefined)) {
        this.holds.delete(place);
        continue;
      }
      const [component] = split(place);
      expect([place, stored.get(place), metadata.get(place)]).toMatchObject([
        place,
        `${component} ${version}`,
        { hold: tag, version },
      ]);
    }
    for (const [place, entry] of entries) {
      const [, environment] = split(place);
      const policy = entry.move === 'rollback' ? IN_FLIGHT[environment] : undefined;
      expect([place, entry.move, entry['in-flight']]).toEqual([place, entry.move, policy]);
    }
  }

  #count(what: string): void {
    this.tally.set(what, (this.tally.get(what) ?? 0) + 1);
  }

  async #byHand({ component, environment, version, shape, runs }: HandMove): Promise<void> {
    if (version === undefined) {
      this.world.remove(component, environment);
    } else {
      this.world.move(component, environment, version, shape);
    }
    if (runs) {
      await this.world.run(component, environment);
    }
  }

  /** A hold that only the key of a place remembers. */
  #stray(place: string, { tags, entries, metadata }: Sight): { readonly tag: string; readonly version: string } | null {
    const tag = tags.get(place);
    const { hold, seq, version } = metadata.get(place) ?? {};
    const entry = entries.get(place);
    const isKnown = entry?.status === 'held' && entry.tag === tag;
    return tag !== undefined && hold === tag && seq === undefined && !isKnown
      ? { tag, version: String(version) }
      : null;
  }

  async #command(turn: Exclude<Turn, { kind: 'hand' | 'guard' }>, before: Sight): Promise<void> {
    const refused = 'refused' in turn ? turn.refused : undefined;
    const place = `${'component' in turn ? turn.component : ''}@${turn.environment}`;
    const stray = this.#stray(place, before);
    const codes: string[] = [];
    try {
      await this.#run(turn);
    } catch (error) {
      codes.push(...toTagshipErrors(error).map(({ code }) => code));
      const allowed = refused === undefined ? POINTLESS : [...POINTLESS, ...REFUSED];
      if (codes.some((code) => !allowed.includes(code))) {
        throw error;
      }
    }
    if (stray === null) {
      return;
    }
    const after = await this.#sight();
    if (codes.includes('tag-held')) {
      this.#count('a hold that a run could not tell the ledger is left');
      expect([after.all.kv, after.tags]).toEqual([before.all.kv, before.tags]);
      // Only a push of which the answer was lost may have told it.
      expect(refused?.refusal === 'lost' || after.links.length === before.links.length).toBe(true);
    } else if (turn.kind === 'deploy' && refused === undefined) {
      this.#count('a hold that only KV remembered is told the ledger');
      const entry = after.entries.get(place);
      expect([place, entry]).toMatchObject([place, { status: 'held', ...stray, move: 'rollback' }]);
      expect(entry?.quarantined).toContain(before.running.get(place));
      expect(after.metadata.get(place)).toMatchObject({ hold: stray.tag, version: stray.version, seq: entry?.seq });
    }
  }

  async #run(turn: Exclude<Turn, { kind: 'hand' | 'guard' }>): Promise<void> {
    const { environment } = turn;
    switch (turn.kind) {
      case 'promote': {
        const overrides = new Set<Check>(turn.overrides ? ['quarantine'] : []);
        const request = { patterns: [turn.component], environment, source: { version: turn.version } };
        await this.world.promote(request, refusedFrom(turn.refused), overrides);
        return;
      }
      case 'rollback': {
        const request = { patterns: [turn.component], environment, target: turn.target };
        await this.world.rollback(request, refusedFrom(turn.refused));
        return;
      }
      case 'restore': {
        const at = this.#times[turn.moment % this.#times.length] ?? 0;
        await this.world.restore({ environment, from: turn.from, at, prune: false });
        return;
      }
      case 'deploy':
        await this.world.run(turn.component, environment, refusedFrom(turn.refused));
    }
  }

  async #watch(turn: WatchTurn, before: Sight): Promise<void> {
    const { component, environment, looks, refused } = turn;
    const ref = `refs/tags/components/${component}/${environment}`;
    const answers: (string | undefined)[] = [];
    const pushes = this.world.repository.pushes.length;
    let counted: number | undefined = refused?.early === true ? 0 : undefined;
    let sinceLook: number | undefined;
    let meanwhile: Sight | undefined;
    const interrupt = async (): Promise<void> => {
      if (turn.meanwhile !== undefined && meanwhile === undefined && sinceLook === turn.meanwhile.at) {
        await this.#byHand(turn.meanwhile.move);
        meanwhile = await this.#sight();
      }
    };
    const disturbance: Disturbance = {
      repository: (one) => {
        const isOn = (): boolean =>
          refused !== undefined &&
          counted !== undefined &&
          counted > refused.from &&
          counted <= refused.from + refused.length;
        const inner = refused === undefined ? one : refusing(one, refused.refusal, isOn);
        return counting(
          inner,
          async (effect) => {
            counted = counted === undefined ? undefined : counted + 1;
            sinceLook = sinceLook === undefined ? undefined : sinceLook + 1;
            await interrupt();
            return await effect();
          },
          (names, tips) => {
            if (names.includes(ref)) {
              answers.push(tips.get(ref));
            }
          },
        );
      },
    };
    const measure = async (look: number): Promise<Reading> => {
      counted ??= 0;
      sinceLook ??= 0;
      await interrupt();
      return READINGS[looks[look % looks.length] ?? 'none'];
    };
    let report: GuardReport;
    try {
      report = await this.world.guard({ components: [component], environment, measure }, disturbance);
    } catch (error) {
      const allowed = refused === undefined ? POINTLESS : [...POINTLESS, ...REFUSED];
      const codes = toTagshipErrors(error).map(({ code }) => code);
      if (codes.some((code) => !allowed.includes(code))) {
        throw error;
      }
      return;
    }
    await this.#judge({ before, report, meanwhile, answers, turn, pushes });
  }

  async #judge(watched: Watched): Promise<void> {
    const { before, report, meanwhile, turn, answers, pushes } = watched;
    const place = `${turn.component}@${turn.environment}`;
    const [gate] = report.gates;
    if (gate === undefined) {
      return;
    }
    this.#count(gate.verdict);
    const judged = before.tags.get(place);
    const after = await this.#sight();
    const ref = `refs/tags/components/${turn.component}/${turn.environment}`;
    const moves = this.world.repository.pushes
      .slice(pushes)
      .flatMap((updates) => updates.filter((one) => one.ref === ref));

    // Nobody's newer move is undone, and a tag moves back once.
    expect(moves.length).toBeLessThanOrEqual(1);
    expect(moves.map(({ from }) => from)).toEqual(moves.map(() => judged));

    if (gate.verdict === 'superseded') {
      expect(meanwhile).toBeDefined();
      expect(after.all).toEqual(meanwhile?.all);
      expect(answers.at(-1) === judged && moves.length === 0 && meanwhile?.tags.get(place) === judged).toBe(false);
    }
    this.#sparesMended(watched, place, gate, moves.length > 0, after);
    this.#isHealthy(watched, place, after);
    if (gate.rolledBackTo !== undefined) {
      this.#isBack(watched, place, gate, gate.rolledBackTo, after);
    } else if (moves.length > 0) {
      this.#lostTouch(watched, place, after);
      return;
    } else if (report.failures.length > 0) {
      this.#couldNot(watched, place, gate);
    }
    expect(
      report.failures.filter(({ code }) => !DONE.includes(code)).map(({ code, what }) => `${code} ${what}`),
    ).toEqual([]);
  }

  /** A gate leaves alone what was put there to mend something. */
  #sparesMended({ before, meanwhile }: Watched, place: string, gate: GateReport, isMoved: boolean, after: Sight): void {
    const judged = before.tags.get(place);
    const entry = before.entries.get(place);
    const mended =
      entry?.tag === judged && (['rollback', 'restore'].includes(entry?.move ?? '') || entry?.status === 'held');
    if (!mended) {
      return;
    }
    expect([place, isMoved, gate.rolledBackTo]).toEqual([place, false, undefined]);
    if (meanwhile === undefined) {
      const now = after.entries.get(place);
      expect([now?.version, now?.tag, now?.quarantined]).toEqual([entry?.version, judged, entry?.quarantined]);
      this.#count(`${gate.verdict}, and left alone`);
    }
  }

  /** Healthy is what stood there at the end, and what somebody measured. */
  #isHealthy({ before, answers, turn, report }: Watched, place: string, after: Sight): void {
    const found = after.links
      .slice(before.links.length)
      .flatMap(({ events }) => events.filter((one) => one.get('Event') === 'healthy'));
    expect(found.length).toBeLessThanOrEqual(1);
    for (const event of found) {
      this.#count('healthy is recorded');
      const judged = before.tags.get(place);
      expect([event.get('Component'), event.get('Environment'), event.get('Version'), event.get('Tag')]).toEqual([
        turn.component,
        turn.environment,
        before.running.get(place),
        judged,
      ]);
      expect(answers.at(-1)).toBe(judged);
      expect(report.gates[0]?.rows.some(({ value }) => value !== undefined)).toBe(true);
      // What was measured is what the tag stands for.
      expect([place, this.holds.get(place)]).toEqual([place, undefined]);
    }
  }

  #isBack(watched: Watched, place: string, gate: GateReport, version: string, after: Sight): void {
    const { before, meanwhile, turn } = watched;
    const judged = before.tags.get(place) ?? '';
    const entry = after.entries.get(place);
    const metadata = after.metadata.get(place);
    expect(before.entries.get(place)?.quarantined ?? []).not.toContain(version);
    // Where the tag had moved after all, the hold is over, unless somebody moves it back before anybody looks.
    if (gate.held !== undefined || after.tags.get(place) === judged) {
      this.#everHeld.add(`${place} ${judged} ${version}`);
    }
    if (meanwhile !== undefined) {
      return;
    }
    expect([place, this.world.stored().get(place)]).toEqual([place, `${turn.component} ${version}`]);
    expect(metadata?.['in-flight']).toBe(IN_FLIGHT[turn.environment]);
    this.#count(`rolled back, held: ${gate.held}`);
    if (gate.held !== 'kv') {
      expect(entry).toMatchObject({ version, move: 'rollback', tag: after.tags.get(place) });
      expect(entry?.quarantined).toContain(gate.version);
    }
    if (gate.held !== undefined && after.tags.get(place) === judged) {
      expect(metadata?.hold).toBe(judged);
      this.holds.set(place, { tag: judged, version });
    }
    if (gate.held === 'ledger') {
      expect(entry).toMatchObject({ status: 'held', tag: judged, seq: metadata?.seq });
    }
    const { refused } = turn;
    const isWhole = refused !== undefined && refused.from === 0 && refused.length > 1_000;
    if (refused === undefined) {
      expect(gate.held).toBeUndefined();
    } else if (isWhole && gate.held !== undefined) {
      expect([refused.refusal, gate.held]).toEqual([refused.refusal, refused.refusal === 'tags' ? 'ledger' : 'kv']);
    }
  }

  /** The tag moved, and then the Git server was gone: KV followed, but nobody could look whether that is still right. */
  #lostTouch({ turn, meanwhile, report }: Watched, place: string, after: Sight): void {
    expect(turn.refused).toBeDefined();
    const codes = report.failures.map(({ code }) => code);
    this.#count(`moved, then ${codes}`);
    expect(codes.filter((code) => !REFUSED.includes(code))).toEqual([]);
    if (meanwhile === undefined) {
      const version = after.running.get(place);
      expect([place, this.world.stored().get(place)]).toEqual([place, `${turn.component} ${version}`]);
    }
  }

  /** Where nothing goes back there is nothing to go back to, or a gate must not. */
  #couldNot({ before, report, meanwhile }: Watched, place: string, gate: GateReport): void {
    const entry = before.entries.get(place);
    const codes = report.failures.map(({ code }) => code);
    this.#count(`not rolled back: ${codes}`);
    if (meanwhile !== undefined || this.#stray(place, before) !== null) {
      return;
    }
    if (codes.includes('rollback-impossible')) {
      const known = [
        ...(entry?.healthy ?? []),
        entry?.tag === before.tags.get(place) ? entry?.previous : entry?.version,
      ];
      const left = known.filter(
        (one) => one != null && one !== gate.version && entry?.quarantined.includes(one) !== true,
      );
      expect([place, left.filter((one) => one !== before.running.get(place))]).toEqual([place, []]);
    } else {
      expect([place, codes, entry?.tag]).toEqual([place, ['gate-breached'], before.tags.get(place)]);
    }
  }
}

/** Refuses calls by their number. */
function refusedFrom(refused: Refused | undefined): Disturbance {
  if (refused === undefined) {
    return {};
  }
  let calls = 0;
  const isOn = (): boolean => calls > refused.from && calls <= refused.from + refused.length;
  return {
    repository: (one) =>
      counting(
        refusing(one, refused.refusal, isOn),
        async (effect) => {
          calls += 1;
          return await effect();
        },
        () => undefined,
      ),
  };
}

/** Goes through `around` for every call whose answer may change, and tells the tips that were answered. */
function counting(
  repository: Repository,
  around: <T>(effect: () => Promise<T>) => Promise<T>,
  onTips: (names: readonly string[], tips: ReadonlyMap<string, string>) => void,
): Repository {
  return {
    ...repositoryAround(repository, (effect) => effect()),
    refs: (prefixes, names) => around(() => repository.refs(prefixes, names)),
    tips: async (names) => {
      const tips = await around(() => repository.tips(names));
      onTips(names, tips);
      return tips;
    },
    serverTime: () => around(() => repository.serverTime()),
    mayPush: () => around(() => repository.mayPush()),
    push: (updates, objects) => around(() => repository.push(updates, objects)),
  };
}

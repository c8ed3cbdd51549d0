import { componentId } from '../../src/domain/component.ts';
import type { Entry } from '../../src/domain/ledger/entry.ts';
import type { Target } from '../../src/domain/projection.ts';
import type { Observation } from '../../src/engine/observation.ts';
import { Session } from '../../src/engine/session.ts';
import { TagshipError, TransientError } from '../../src/errors.ts';
import type { KvStore } from '../../src/ports/kv.ts';
import type { Refs, Repository } from '../../src/ports/repository.ts';

/** Does something around every call of a port: before it takes effect, and before its answer arrives. */
export type Around = <T>(effect: () => Promise<T>) => Promise<T>;

/** A repository of which every call goes through `around`. */
export function repositoryAround(repository: Repository, around: Around): Repository {
  return {
    refs: (prefixes, names) => around(() => repository.refs(prefixes, names)),
    tips: (names) => around(() => repository.tips(names)),
    load: (oids, depth, budget) => around(() => repository.load(oids, depth, budget)),
    loadPresent: (oids) => around(() => repository.loadPresent(oids)),
    readAll: async function* (oids) {
      await around(() => repository.loadPresent(oids));
      yield* repository.readAll(oids);
    },
    log: (tip, limit) => around(() => repository.log(tip, limit)),
    reachable: (tip, commits) => around(() => repository.reachable(tip, commits)),
    read: (oid) => around(() => repository.read(oid)),
    abandon: () => repository.abandon(),
    serverTime: () => around(() => repository.serverTime()),
    mayPush: () => around(() => repository.mayPush()),
    push: (updates, objects) => around(() => repository.push(updates, objects)),
  };
}

/** A store of which every call goes through `around`. */
export function kvAround(kv: KvStore, around: Around): KvStore {
  return {
    namespaces: () => around(() => kv.namespaces()),
    read: (namespace, keys) => around(() => kv.read(namespace, keys)),
    page: (namespace, cursor) => around(() => kv.page(namespace, cursor)),
    values: (namespace, keys) => around(() => kv.values(namespace, keys)),
    exactValues: (namespace, keys) => around(() => kv.exactValues(namespace, keys)),
    write: (namespace, pairs) => around(() => kv.write(namespace, pairs)),
    remove: (namespace, keys) => around(() => kv.remove(namespace, keys)),
  };
}

/**
 * How a Git server refuses: the tags of a push by a rule, or all of it; what a token that may only read is told; no
 * answer at all; or a push that lands although its answer, and every one after it, is lost.
 */
export const REFUSALS = ['tags', 'pushes', 'denied', 'unreachable', 'lost'] as const;

export type Refusal = (typeof REFUSALS)[number];

/** A repository that refuses whenever it is asked to. What objects it has are near already. */
export function refusing(repository: Repository, refusal: Refusal, isOn: () => boolean): Repository {
  let lost = false;
  const isGone = (): boolean => isOn() && (refusal === 'unreachable' || lost);
  const gone = new TagshipError('git-unreachable', 'The Git server does not answer.', 'See its status page.');
  const denied = new TagshipError('push-denied', 'The token may only read.', 'Grant `contents: write`.');
  const asked = async <T>(effect: () => Promise<T>): Promise<T> => {
    if (isGone()) {
      throw gone;
    }
    return await effect();
  };
  return {
    ...repositoryAround(repository, (effect) => effect()),
    refs: (prefixes, names) => asked(() => repository.refs(prefixes, names)),
    tips: (names) => asked(() => repository.tips(names)),
    serverTime: () => asked(() => repository.serverTime()),
    mayPush: () =>
      asked(async () => {
        if (isOn() && refusal === 'denied') {
          throw denied;
        }
        await repository.mayPush();
      }),
    push: async (updates, objects) => {
      if (!isOn()) {
        return await repository.push(updates, objects);
      }
      const isRefused = refusal === 'pushes' || updates.some(({ ref }) => ref.startsWith('refs/tags/'));
      if (refusal === 'denied') {
        throw denied;
      }
      if ((refusal === 'tags' || refusal === 'pushes') && isRefused) {
        const refused = updates.map(({ ref }) => ({ ref, reason: 'protected by a rule' }));
        return { landed: false, refused, said: 'GH013: Repository rule violations found' };
      }
      if (refusal === 'lost' && !lost) {
        lost = true;
        await repository.push(updates, objects);
      }
      if (isGone()) {
        throw new TransientError(gone);
      }
      return await repository.push(updates, objects);
    },
  };
}

/** The process is gone: nothing it does has an effect any more. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** Kills a run at its `at`-th call, before the call takes effect or after it did, but before its answer. */
export function killAt(at: number, when: 'before' | 'after'): { around: Around; calls: () => number } {
  let calls = 0;
  return {
    calls: () => calls,
    around: async (effect) => {
      calls += 1;
      if (calls > at || (calls === at && when === 'before')) {
        throw new Killed();
      }
      const answer = await effect();
      if (calls === at) {
        throw new Killed();
      }
      return answer;
    },
  };
}

// Deliberately broken variants: each takes one rule away. The laws have to notice.

/** Lists the tags once and believes it for ever: no second read after the write. */
export function withoutSecondRead(repository: Repository): Repository {
  const first = new Map<string, Refs['tags']>();
  return {
    ...repositoryAround(repository, (effect) => effect()),
    refs: async (prefixes, names) => {
      const now = await repository.refs(prefixes, names);
      const tags = first.get(prefixes.join(' ')) ?? now.tags;
      first.set(prefixes.join(' '), tags);
      return { ...now, tags };
    },
  };
}

/** Takes every write for a full success. */
export function ignoringUnsuccessful(kv: KvStore): KvStore {
  return {
    ...kvAround(kv, (effect) => effect()),
    write: async (namespace, pairs) => {
      await kv.write(namespace, pairs);
      return [];
    },
  };
}

/** Writes only what a read says is different. */
export function skippingOnRead(kv: KvStore): KvStore {
  return {
    ...kvAround(kv, (effect) => effect()),
    write: async (namespace, pairs) => {
      const stored = await kv.read(
        namespace,
        pairs.map(({ key }) => key),
      );
      const different = pairs.filter(({ key, value }) => {
        const now = stored.get(key)?.value;
        return now === undefined || Buffer.compare(now, value) !== 0;
      });
      return different.length === 0 ? [] : await kv.write(namespace, different);
    },
  };
}

/** Moves refs from wherever they are, instead of only from where they were read. */
export function forcing(repository: Repository, isForced: (ref: string) => boolean): Repository {
  return {
    ...repositoryAround(repository, (effect) => effect()),
    push: async (updates, objects) => {
      const now = await repository.tips(updates.map(({ ref }) => ref));
      const forced = updates.map((one) => (isForced(one.ref) ? { ...one, from: now.get(one.ref) } : one));
      return await repository.push(forced, objects);
    },
  };
}

/** Reads the tags before the ledger, at first and whenever the ledger moved. */
export function tagsBeforeLedger(repository: Repository): Repository {
  let tip: string | undefined;
  let early: Refs['tags'] | undefined;
  return {
    ...repositoryAround(repository, (effect) => effect()),
    refs: async (prefixes, names = []) => {
      if (!prefixes.includes('components/')) {
        early = (await repository.refs(['components/'])).tags;
        const first = await repository.refs(prefixes, names);
        tip = first.tips.get(names[0] ?? '');
        return first;
      }
      const now = await repository.refs(prefixes, names);
      const tags = early ?? now.tags;
      early = now.tips.get(names[0] ?? '') === tip ? undefined : now.tags;
      tip = now.tips.get(names[0] ?? '');
      return { ...now, tags };
    },
  };
}

/** Reads the ledger once and believes it until the run itself writes to it, or cannot. */
export function withoutSecondLedger(repository: Repository): Repository {
  let known: ReadonlyMap<string, string> | undefined;
  return {
    ...repositoryAround(repository, (effect) => effect()),
    refs: async (prefixes, names) => {
      const now = await repository.refs(prefixes, names);
      known ??= now.tips;
      return { ...now, tips: known };
    },
    tips: async (names) => known ?? (await repository.tips(names)),
    push: async (updates, objects) => {
      const outcome = await repository.push(updates, objects);
      known = outcome.landed
        ? new Map([...(known ?? []), ...updates.map(({ ref, to }) => [ref, to ?? ''] as const)])
        : undefined;
      return outcome;
    },
  };
}

/** Changes the engine itself until the answer is called. */
export type Breach = () => () => void;

/** Leaves writes out that a read says are done, on other grounds than the engine has. */
export function excusing(isAcknowledged: (target: Target, view: Observation) => boolean): Breach {
  return () => {
    const sound = Session.prototype.plan;
    Session.prototype.plan = async function (targets, view, ...rest) {
      const plans = await sound.call(this, targets, view, ...rest);
      return plans.map((plan) => ({ ...plan, acknowledged: targets.every((target) => isAcknowledged(target, view)) }));
    };
    return () => {
      Session.prototype.plan = sound;
    };
  };
}

/** The entry of a target, whoever made the move. */
export function entryFor({ component, slot }: Target, view: Observation): Entry | undefined {
  return view.ledger?.entry(slot.name, component);
}

/** Whether the entry speaks of the tag object that is there. */
export function isOfThisTag({ component, slot }: Target, view: Observation, entry: Entry): boolean {
  return view.tags.get(componentId(component))?.environments.get(slot.name)?.object === entry.tag;
}

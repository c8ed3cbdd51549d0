import type { KvStore } from '../../src/ports/kv.ts';
import type { Repository } from '../../src/ports/repository.ts';

/** Does something around every call of a port: before it takes effect, and before its answer arrives. */
export type Around = <T>(effect: () => Promise<T>) => Promise<T>;

/** A repository of which every call goes through `around`. */
export function repositoryAround(repository: Repository, around: Around): Repository {
  return {
    refs: (prefixes) => around(() => repository.refs(prefixes)),
    tips: (names) => around(() => repository.tips(names)),
    load: (oids, depth, budget) => around(() => repository.load(oids, depth, budget)),
    log: (tip, limit) => around(() => repository.log(tip, limit)),
    read: (oid) => around(() => repository.read(oid)),
    serverTime: () => around(() => repository.serverTime()),
    push: (updates, objects) => around(() => repository.push(updates, objects)),
  };
}

/** A store of which every call goes through `around`. */
export function kvAround(kv: KvStore, around: Around): KvStore {
  return {
    namespaces: () => around(() => kv.namespaces()),
    read: (namespace, keys) => around(() => kv.read(namespace, keys)),
    write: (namespace, pairs) => around(() => kv.write(namespace, pairs)),
    remove: (namespace, keys) => around(() => kv.remove(namespace, keys)),
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
  const first = new Map<string, ReturnType<Repository['refs']>>();
  return {
    ...repositoryAround(repository, (effect) => effect()),
    refs: (prefixes) => {
      const known = first.get(prefixes.join(' ')) ?? repository.refs(prefixes);
      first.set(prefixes.join(' '), known);
      return known;
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

import { describe, expect, test } from '@jest/globals';
import { disagreements } from '../support/agreement.ts';
import { Killed, killAt, kvAround, repositoryAround } from '../support/disturb.ts';
import { GOOD, type Looks, WaveWorld } from '../support/wave-world.ts';
import type { Disturbance } from '../support/world.ts';

/**
 * A run through the waves of a group is killed before every listing, push and write, which is also after the one before
 * did. Then the next command ends as the documentation says: `promote` of the same version goes on, `rollback` takes it back.
 */

const BREACH: Looks = { staging: ['good'], production: ['bad'] };

/** More of them than any of these runs has. */
const MOST = 400;

async function ready(): Promise<WaveWorld> {
  const world = new WaveWorld();
  expect((await world.put('v1.0.0', GOOD)).codes).toEqual([]);
  world.advance(120);
  return world;
}

/** Kills a promotion of v1.1.0 at a call. @returns the world, and whether the run was killed at all */
async function killed(looks: Looks, at: number) {
  const world = await ready();
  const { around, calls } = killAt(at, 'before');
  // Objects that are read change nothing, and there are hundreds: what counts is what is seen or done.
  const unless = async <T>(effect: () => Promise<T>): Promise<T> => {
    if (calls() >= at) {
      throw new Killed();
    }
    return await effect();
  };
  const disturbance: Disturbance = {
    repository: (one) => ({
      ...repositoryAround(one, unless),
      refs: (prefixes, names) => around(() => one.refs(prefixes, names)),
      tips: (names) => around(() => one.tips(names)),
      push: (updates, objects) => around(() => one.push(updates, objects)),
    }),
    kv: (one) => ({
      ...kvAround(one, unless),
      write: (namespace, pairs) => around(() => one.write(namespace, pairs)),
      remove: (namespace, keys) => around(() => one.remove(namespace, keys)),
    }),
  };
  await world.put('v1.1.0', looks, disturbance);
  world.advance(120);
  return { world, isKilled: calls() >= at };
}

async function sweep(looks: Looks, then: (world: WaveWorld) => Promise<void>): Promise<number> {
  for (let at = 1; at < MOST; at++) {
    const { world, isKilled } = await killed(looks, at);
    if (!isKilled) {
      return at;
    }
    try {
      await then(world);
    } catch (error) {
      throw new Error(`killed before call ${at}`, { cause: error });
    }
  }
  throw new Error('The run never came to its end.');
}

describe('killed anywhere', () => {
  test('the next promotion of the version goes on to the end', async () => {
    const calls = await sweep(GOOD, async (world) => {
      expect((await world.put('v1.1.0', GOOD)).codes).toEqual([]);
      expect(world.where()).toEqual({ staging: 'v1.1.0', production: 'v1.1.0' });
      expect(await disagreements(world)).toEqual([]);
    });
    expect(calls).toBeGreaterThan(15);
  }, 600_000);

  test('a rollback takes back all that have it', async () => {
    await sweep(GOOD, async (world) => {
      const had = world.where();
      const { codes } = await world.back();
      // Where no environment had it yet there is nothing to go back to.
      expect(codes.filter((code) => code !== 'rollback-impossible')).toEqual([]);
      expect(had.staging === 'v1.1.0' && codes.length > 0).toBe(false);
      expect(world.where()).toEqual({ staging: 'v1.0.0', production: 'v1.0.0' });
      expect(await disagreements(world)).toEqual([]);
    });
  }, 600_000);

  test('a breach that was under way ends with nothing on the version', async () => {
    await sweep(BREACH, async (world) => {
      const { codes } = await world.put('v1.1.0', BREACH);
      expect(codes.filter((code) => code !== 'rolled-back' && code !== 'version-quarantined')).toEqual([]);
      expect(codes).not.toEqual([]);
      // KV follows with the next healing reconcile, or with the rollback that is asked for again.
      await world.back();
      expect(world.where()).toEqual({ staging: 'v1.0.0', production: 'v1.0.0' });
      expect(await disagreements(world)).toEqual([]);
    });
  }, 600_000);
});

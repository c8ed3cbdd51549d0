import { createHash } from 'node:crypto';
import { createReader } from '../examples/worker/reader.js';
import type { ComponentId } from './repository.ts';
import type { KvBinding } from './stage.ts';

const USERS: readonly string[] = Array.from({ length: 1000 }, (_, i) => `user-${i}`);

/** So many standard deviations on either side hold 99.9 % of all samples. */
const WIDTH = 3.2905;

/** What all users get at one moment. */
export interface Moment {
  /** Percent of the users that are to get the canary, as the live key says. */
  readonly share: number;
  /** The text that each user gets. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Asks for every user, by the reader of `examples/worker`. */
export async function askForAll(kv: KvBinding, component: ComponentId): Promise<Moment> {
  const known = new Map<string, ReturnType<KvBinding['getWithMetadata']>>();
  const cached: KvBinding = {
    getWithMetadata: (key) => {
      const answer = known.get(key) ?? kv.getWithMetadata(key);
      known.set(key, answer);
      return answer;
    },
  };
  const reader = createReader({ kv: cached, environment: 'production' });
  const live = await reader.read(component);
  const texts = await Promise.all(
    USERS.map(async (unit) => [unit, String((await reader.read(component, { unit }))?.content)] as const),
  );
  return { share: Number(live?.metadata.share ?? 0), texts: new Map(texts) };
}

/** The users who get a text. */
export function usersOf({ texts }: Moment, text: string): ReadonlySet<string> {
  return new Set(USERS.filter((user) => texts.get(user) === text));
}

/** Whether a user is in a share by the words of docs/readers.md, apart from the reader's own code. */
export function belongs(user: string, component: ComponentId, share: number): boolean {
  const hash = createHash('sha256').update(`${user}:${component}`).digest().readUInt32BE(0);
  return hash / 2 ** 32 < share / 100;
}

/** The fewest and the most users that a share may turn out to be, with a confidence of 99.9 %. */
export function interval(share: number): readonly [number, number] {
  const expected = (USERS.length * share) / 100;
  const most = WIDTH * Math.sqrt(expected * (1 - share / 100));
  return [Math.ceil(expected - most), Math.floor(expected + most)];
}

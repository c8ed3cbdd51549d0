import { createHash } from 'node:crypto';
import { createReader } from '../examples/worker/reader.js';
import type { ComponentId } from './repository.ts';
import type { KvBinding, Stage } from './stage.ts';

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

/** The texts of both versions. */
export interface Texts {
  readonly live: string;
  readonly next: string;
}

/** What notices that something is not as expected. */
type Checks = Pick<Stage, 'expectText'>;

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

/** Makes sure that users in the share, and nobody else, get the new version, and all others what is live. */
export function expectShare(checks: Checks, component: ComponentId, moment: Moment, texts: Texts): void {
  const { share } = moment;
  const got = usersOf(moment, texts.next);
  const outside = [...got].filter((user) => !belongs(user, component, share));
  checks.expectText(`The list of users outside of ${share} % with the new version`, '', outside.join(' '));
  const both = got.size + usersOf(moment, texts.live).size;
  checks.expectText(`The number of users with one of both versions at ${share} %`, `${USERS.length}`, `${both}`);
  const [least, most] = interval(share);
  const wanted = `${least} to ${most}`;
  const isWithin = got.size >= least && got.size <= most;
  checks.expectText(`The number of users in ${share} %`, wanted, isWithin ? wanted : `${got.size}`);
}

/** Makes sure that until the end nobody loses the new version, and that the same share is the same users. */
export function expectSticky(checks: Checks, moments: readonly Moment[], texts: Texts): void {
  for (const [i, moment] of moments.slice(1, -1).entries()) {
    const before = moments[i] ?? moment;
    const [had, got] = [usersOf(before, texts.next), usersOf(moment, texts.next)];
    const lost = [...had].filter((user) => !got.has(user));
    const came = [...got].filter((user) => !had.has(user));
    checks.expectText(`The list of users who lost it at ${moment.share} %`, '', lost.join(' '));
    if (moment.share === before.share) {
      checks.expectText(`The list of users who came at ${moment.share} %`, '', came.join(' '));
    }
  }
}

/** The first moment of each share, one share after the other. */
export function changesOf(moments: readonly Moment[]): Moment[] {
  return moments.filter(({ share }, i) => share !== moments[i - 1]?.share);
}

/** Whether a user is in a share by the words of docs/readers.md, apart from the reader's own code. */
function belongs(user: string, component: ComponentId, share: number): boolean {
  const hash = createHash('sha256').update(`${user}:${component}`).digest().readUInt32BE(0);
  return hash / 2 ** 32 < share / 100;
}

/** The fewest and the most users that a share may turn out to be, with a confidence of 99.9 %. */
export function interval(share: number): readonly [number, number] {
  const expected = (USERS.length * share) / 100;
  const most = WIDTH * Math.sqrt(expected * (1 - share / 100));
  return [Math.ceil(expected - most), Math.floor(expected + most)];
}

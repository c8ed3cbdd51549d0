import { isUnclear } from '../../domain/stored-key.ts';
import { blobName } from '../../git/object.ts';
import { retry } from '../../ports/retry.ts';
import type { Session } from '../session.ts';
import type { Expectation } from './expectations.ts';
import { Progress } from './progress.ts';
import type { Repair, Survey } from './survey.ts';

/** Keys of which the content is looked up together, in a few requests. */
const CHUNK_KEYS = 8_000;

/** Keys of which the bytes are read together. */
const READ_KEYS = 100;

/**
 * Reads the bytes under the keys of which the metadata agrees, and compares them with what the repository has at the
 * commit: what somebody wrote there with the metadata of before is found in no other way.
 */
export async function surveyDeeply(session: Session, survey: Survey): Promise<Survey> {
  const { namespace, agreeing, found } = survey;
  const progress = new Progress(`Read values of ${namespace}`, agreeing.length, session.ports);
  const repairs: Repair[] = [];
  for (let at = 0; at < agreeing.length; at += CHUNK_KEYS) {
    const chunk = agreeing.slice(at, at + CHUNK_KEYS);
    const blobs = await blobsOf(session, chunk);
    for (let from = 0; from < chunk.length; from += READ_KEYS) {
      const some = chunk.slice(from, from + READ_KEYS);
      const values = await valuesOf(
        session,
        namespace,
        some.map(([key]) => key),
        blobs,
      );
      for (const [key, expectation] of some) {
        const finding = findingOf(values.get(key), blobs.get(key));
        if (finding !== undefined) {
          const { component, wanted } = expectation;
          const expected = wanted?.version;
          found.add({ namespace, key, finding, expected, stored: finding === 'missing' ? undefined : expected });
          // What its metadata says is known to be as it should be, so it is ours.
          repairs.push({ key, component, wanted, finding, stored: undefined });
        }
      }
      progress.at(at + from + some.length);
    }
  }
  return { ...survey, repairs: [...survey.repairs, ...repairs] };
}

/** The bytes under keys; exactly where a reading as text leaves open whether they are the ones that are to be there. */
async function valuesOf(
  { ports: { kv, clock } }: Session,
  namespace: string,
  keys: readonly string[],
  blobs: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const values = await retry(clock, () => kv.values(namespace, keys));
  const unclear = [...values].flatMap(([key, read]) => (isUnclear(read, blobs.get(key)) ? [key] : []));
  const exact = unclear.length === 0 ? [] : await retry(clock, () => kv.exactValues(namespace, unclear));
  return new Map([...values, ...exact]);
}

function findingOf(value: Uint8Array | undefined, blob: string | undefined): 'missing' | 'edited' | undefined {
  if (blob === undefined) {
    return undefined;
  }
  return value === undefined ? 'missing' : blobName(value) === blob ? undefined : 'edited';
}

/** The Git objects of what is to stand under keys. */
async function blobsOf(
  session: Session,
  chunk: readonly (readonly [key: string, expectation: Expectation])[],
): Promise<ReadonlyMap<string, string>> {
  const { content, config } = session;
  await content.prepare(
    chunk.flatMap(([, { wanted }]) => wanted ?? []),
    config.paths,
  );
  const blobs = new Map<string, string>();
  for (const [key, { blob: value, wanted }] of chunk) {
    const { blob } =
      wanted === undefined
        ? { blob: value ?? null }
        : await content.find(wanted.component, wanted.commit, config.paths);
    if (blob !== null) {
      blobs.set(key, blob);
    }
  }
  return blobs;
}

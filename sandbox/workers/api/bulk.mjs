import { errors, readJson, success } from './answers.mjs';
import {
  checkKey,
  checkValueSize,
  MAX_BULK_BYTES,
  MAX_BULK_GET_BYTES,
  MAX_BULK_GET_KEYS,
  MAX_BULK_PAIRS,
  putOptions,
} from './limits.mjs';

const LANES = 64;

/** PUT .../bulk */
export async function bulkWrite(kv, request) {
  const operation = 'bulk write';
  const pairs = await readList(request, operation);
  // The last of several pairs with one key wins, whatever the order of the parallel writes below.
  const writes = new Map(pairs.map((pair) => [pair?.key, prepare(pair, operation)]));
  await inLanes([...writes], ([key, { value, options }]) => kv.put(key, value, options));
  return success({ successful_key_count: pairs.length, unsuccessful_keys: [] });
}

/** POST .../bulk/delete */
export async function bulkDelete(kv, request) {
  const operation = 'bulk delete';
  const keys = await readList(request, operation);
  for (const key of keys) checkKey(key, operation);
  await inLanes(keys, (key) => kv.delete(key));
  return success({ successful_key_count: keys.length, unsuccessful_keys: [] });
}

/** POST .../bulk/get */
export async function bulkGet(kv, request) {
  const operation = 'bulk get';
  const { keys, type = 'text', withMetadata = false } = Object(await readJson(request, MAX_BULK_BYTES, operation));
  if (!Array.isArray(keys) || keys.length < 1) throw errors.invalid(operation, 'at least one key is needed');
  if (keys.length > MAX_BULK_GET_KEYS) throw errors.invalid(operation, `at most ${MAX_BULK_GET_KEYS} keys are allowed`);
  if (type !== 'text' && type !== 'json') throw errors.invalid(operation, `unknown type ${JSON.stringify(type)}`);
  for (const key of keys) checkKey(key, operation);
  const found = new Map();
  await inLanes(keys, async (key) => found.set(key, await kv.getWithMetadata(key, 'arrayBuffer')));
  const size = [...found.values()].reduce((sum, { value }) => sum + (value?.byteLength ?? 0), 0);
  if (size > MAX_BULK_GET_BYTES) {
    throw errors.tooLarge(operation, `total size of ${size} exceeds the limit of ${MAX_BULK_GET_BYTES}`);
  }
  const values = Object.create(null);
  for (const key of keys) {
    const { value, metadata } = found.get(key);
    const content = value === null ? null : decode(value, key, type, operation);
    values[key] = value === null || !withMetadata ? content : { value: content, metadata };
  }
  return success({ values });
}

async function readList(request, operation) {
  const list = await readJson(request, MAX_BULK_BYTES, operation);
  if (!Array.isArray(list)) throw errors.invalid(operation, 'the body is not an array');
  if (list.length > MAX_BULK_PAIRS) {
    throw errors.invalid(operation, `${list.length} keys exceed the limit of ${MAX_BULK_PAIRS}`);
  }
  return list;
}

function prepare(pair, operation) {
  const { key, value, base64 = false, ...rest } = Object(pair);
  checkKey(key, operation);
  if (typeof value !== 'string') throw errors.malformedValue(operation, `the value of ${key} is not a string`);
  const bytes = base64 ? decodeBase64(value, key, operation) : new TextEncoder().encode(value);
  checkValueSize(bytes.byteLength, operation, 400);
  return { value: bytes, options: putOptions(rest, operation) };
}

function decodeBase64(text, key, operation) {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    throw errors.malformedValue(operation, `the value of ${key} is not base64`);
  }
}

function decode(bytes, key, type, operation) {
  try {
    // As KV reads text: without a byte order mark.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return type === 'json' ? JSON.parse(text) : text;
  } catch {
    throw errors.malformedValue(operation, `the value of ${key} is not ${type}`);
  }
}

/** Runs an asynchronous task per item, a number of them at a time. */
async function inLanes(items, run) {
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const item = items[next];
      next += 1;
      await run(item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, items.length) }, lane));
}

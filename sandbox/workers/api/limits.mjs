import { errors } from './answers.mjs';

/** Cloudflare's documented limits; sizes in bytes. */
export const MAX_KEY_BYTES = 512;
export const MAX_VALUE_BYTES = 25 * 1024 * 1024;
export const MAX_METADATA_BYTES = 1024;
export const MAX_BULK_BYTES = 100_000_000;
export const MAX_BULK_PAIRS = 10_000;
export const MAX_BULK_GET_KEYS = 100;
export const MAX_BULK_GET_BYTES = 25 * 1024 * 1024;
export const MAX_LIST_KEYS = 1000;
export const MIN_LIST_KEYS = 10;
const MIN_TTL_SECONDS = 60;

const encoder = new TextEncoder();

/**
 * Refuses a key KV does not take.
 * @param {unknown} key
 * @param {string} operation
 */
export function checkKey(key, operation) {
  if (typeof key !== 'string') throw errors.invalid(operation, 'a key is not a string');
  if (key === '' || key === '.' || key === '..') throw errors.illegalKey(operation, JSON.stringify(key));
  const size = encoder.encode(key).byteLength;
  if (size > MAX_KEY_BYTES) {
    throw errors.keyTooLong(operation, `UTF-8 encoded length of ${size} exceeds key length limit of ${MAX_KEY_BYTES}`);
  }
}

/**
 * Refuses a value that is too large.
 * @param {number} size bytes
 * @param {string} operation
 * @param {number} status HTTP status of the refusal
 */
export function checkValueSize(size, operation, status) {
  if (size <= MAX_VALUE_BYTES) return;
  throw errors.tooLarge(operation, `value length of ${size} exceeds limit of ${MAX_VALUE_BYTES}`, status);
}

/**
 * Checks metadata and expiry, and brings them into the form of KV's binding.
 * @param {{ metadata?: unknown, expiration?: unknown, expiration_ttl?: unknown }} given
 * @param {string} operation
 * @returns {{ metadata?: unknown, expiration?: number, expirationTtl?: number }}
 */
export function putOptions({ metadata, expiration, expiration_ttl: ttl }, operation) {
  const options = {};
  if (metadata !== undefined && metadata !== null) {
    const size = encoder.encode(JSON.stringify(metadata)).byteLength;
    if (size > MAX_METADATA_BYTES) {
      throw errors.invalidMetadata(operation, `metadata length of ${size} exceeds limit of ${MAX_METADATA_BYTES}`);
    }
    options.metadata = metadata;
  }
  if (isGiven(ttl)) {
    if (!Number.isInteger(ttl) || ttl < MIN_TTL_SECONDS) throw errors.invalidExpirationTtl(operation);
    options.expirationTtl = ttl;
  } else if (isGiven(expiration)) {
    const earliest = Math.floor(Date.now() / 1000) + MIN_TTL_SECONDS;
    if (!Number.isInteger(expiration) || expiration < earliest) throw errors.invalidExpiration(operation);
    options.expiration = expiration;
  }
  return options;
}

/** Cloudflare's clients send 0 for no expiry. */
function isGiven(seconds) {
  return seconds !== undefined && seconds !== null && seconds !== 0;
}

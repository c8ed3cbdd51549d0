import { KV_LIMITS } from '../../domain/limits.ts';
import { jsonOf } from './api.ts';
import { nonsense } from './envelope.ts';

/** A stored value comes as `application/octet-stream`; these come from a proxy, or are an envelope of some API. */
const HTML = /^text\/html\b/i;
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;

/**
 * The bytes of an answer that is a stored value.
 * @param doing what the request was about, as a clause
 * @throws ApiRefusal where Cloudflare refused; TransientError where the answer can be no value: then something else answered than Cloudflare's API
 */
export async function rawValue(response: Response, doing: string): Promise<Uint8Array> {
  const type = response.headers.get('content-type') ?? '';
  if (JSON_TYPE.test(type)) {
    jsonOf(response.status, await response.text(), response.headers.get('retry-after') ?? undefined);
  }
  if (HTML.test(type) || JSON_TYPE.test(type)) {
    await response.body?.cancel().catch(() => undefined);
    throw nonsense(doing, new Error(`It answered with ${type}.`));
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > KV_LIMITS.value) {
      throw nonsense(doing, new Error(`It answered with more than ${KV_LIMITS.value} bytes.`));
    }
    chunks.push(chunk);
  }
  const value = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    value.set(chunk, at);
    at += chunk.byteLength;
  }
  return value;
}

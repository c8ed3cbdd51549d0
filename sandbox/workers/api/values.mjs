import { errors, readBody, success } from './answers.mjs';
import { checkKey, checkValueSize, MAX_BULK_BYTES, putOptions } from './limits.mjs';

/** GET .../values/{key} */
export async function getValue(kv, key) {
  const operation = 'get';
  checkKey(key, operation);
  const value = await kv.get(key, 'stream');
  if (value === null) throw errors.keyNotFound(operation);
  return new Response(value, { headers: { 'content-type': 'application/octet-stream' } });
}

/** GET .../metadata/{key} */
export async function getMetadata(kv, key) {
  const operation = 'get metadata';
  checkKey(key, operation);
  const { value, metadata } = await kv.getWithMetadata(key, 'stream');
  if (value === null) throw errors.keyNotFound(operation);
  await value.cancel();
  return success(metadata);
}

/** PUT .../values/{key} */
export async function putValue(kv, key, request, url) {
  const operation = 'put';
  checkKey(key, operation);
  const form = /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '');
  const { value, metadata } = form
    ? await readForm(request, operation)
    : { value: await readBody(request, MAX_BULK_BYTES, operation) };
  checkValueSize(value.byteLength, operation, 413);
  const expiration = readSeconds(url, 'expiration');
  const ttl = readSeconds(url, 'expiration_ttl');
  await kv.put(key, value, putOptions({ metadata, expiration, expiration_ttl: ttl }, operation));
  return success({});
}

/** DELETE .../values/{key} */
export async function deleteValue(kv, key) {
  checkKey(key, 'delete');
  await kv.delete(key);
  return success({});
}

async function readForm(request, operation) {
  let form;
  try {
    form = await request.formData();
  } catch {
    throw errors.invalid(operation, 'the body is not multipart/form-data');
  }
  const value = form.get('value');
  if (value === null) throw errors.malformedValue(operation, 'there is no part named value');
  return { value: await partBytes(value), metadata: await readMetadata(form.get('metadata'), operation) };
}

async function readMetadata(part, operation) {
  if (part === null) return undefined;
  const text = new TextDecoder().decode(await partBytes(part));
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw errors.invalidMetadata(operation, 'it is not JSON');
  }
}

async function partBytes(part) {
  return typeof part === 'string' ? new TextEncoder().encode(part) : new Uint8Array(await part.arrayBuffer());
}

function readSeconds(url, name) {
  const text = url.searchParams.get(name);
  return text === null || text === '' ? undefined : Number(text);
}

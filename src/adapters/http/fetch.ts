import type { Http, HttpAnswer } from './client.ts';

/** The `fetch` of an HTTP client. */
export type Fetch = typeof globalThis.fetch;

/** Statuses of answers without a body. */
const EMPTY = [101, 204, 205, 304];

/**
 * The client as a `fetch`, for packages that want one. A module of its own, since what it needs of Node is loaded at its
 * first use and takes longer than many a request.
 */
export function fetchOf(client: Http): Fetch {
  return async (input, init = {}) => {
    const { body } = init;
    if (body !== undefined && body !== null && typeof body !== 'string' && !(body instanceof Uint8Array)) {
      throw new TypeError('Only texts and bytes are sent.');
    }
    const answer = await client.send({
      url: input instanceof Request ? input.url : String(input),
      method: (init.method ?? 'GET').toUpperCase(),
      headers: Object.fromEntries(new Headers(init.headers)),
      body: body ?? undefined,
      signal: init.signal ?? new AbortController().signal,
    });
    const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
      name === 'content-encoding' ? [] : [value ?? []].flat().map((one): [string, string] => [name, one]),
    );
    const content = EMPTY.includes(answer.status) ? null : streamOf(answer);
    const response = new Response(content, { status: answer.status, headers });
    return Object.defineProperty(response, 'url', { value: answer.url });
  };
}

/** `ReadableStream.from` would do, but that of Node 24 fails where the iterator can be left. */
function streamOf({ body, leave }: HttpAnswer): ReadableStream<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done === true) {
        controller.close();
      } else {
        controller.enqueue(value);
      }
    },
    cancel: leave,
  });
}

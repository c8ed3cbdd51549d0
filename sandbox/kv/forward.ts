import { type Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import type { Answer, RecordedRequest } from '../types.ts';

/** Headers of one connection, or that no longer fit once the body is decompressed and its length known. */
const NOT_FORWARDED = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'transfer-encoding',
]);

/** Sends a recorded request on to `origin` and answers what that answers, streaming the body. */
export function forward(request: RecordedRequest, origin: URL, agent: Agent, signal: AbortSignal): Promise<Answer> {
  const headers: Record<string, string | string[] | number> = { 'content-length': request.body.byteLength };
  for (const [name, value] of Object.entries(request.headers)) {
    if (!NOT_FORWARDED.has(name)) headers[name] = value;
  }
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      { host: origin.hostname, port: origin.port, method: request.method, path: request.path, headers, agent, signal },
      (response: IncomingMessage) =>
        resolve({ status: response.statusCode ?? 502, headers: response.headers, body: response }),
    );
    outgoing.once('error', (error: NodeJS.ErrnoException) => {
      // workerd closes connections that were idle, maybe in the moment in which one is used again.
      const isStale = outgoing.reusedSocket && ['ECONNRESET', 'EPIPE'].includes(error.code ?? '') && !signal.aborted;
      if (isStale) {
        forward(request, origin, agent, signal).then(resolve, reject);
      } else {
        reject(error);
      }
    });
    outgoing.end(request.body);
  });
}

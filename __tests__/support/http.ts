import { type Http, HttpClient, type HttpRequest } from '../../src/adapters/http/client.ts';

/** The client of the action, on a machine without settings for the network. */
export function client(): Http {
  return new HttpClient({});
}

/** What is answered by {@link answering}. */
export interface Answered {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** A client that asks nobody. */
export function answering(answer: (request: HttpRequest) => Answered): Http {
  return {
    warm: () => undefined,
    send: async (request) => {
      const { status = 200, headers = {}, body = '' } = answer(request);
      return {
        status,
        headers,
        url: request.url,
        body: (async function* () {
          yield Buffer.from(body);
        })(),
        leave: async () => undefined,
      };
    },
  };
}

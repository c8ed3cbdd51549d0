import type { Answer, Ask, Question } from '../../domain/gate/provider.ts';
import { TagshipError } from '../../errors.ts';
import { Astray, type Fetch, withinOrigin } from '../transport.ts';

/** How much of an answer is read. No number needs more; an endless answer must not fill the memory. */
const ANSWER_LIMIT = 1024 * 1024;

/** How questions are asked. */
export interface Line {
  readonly fetch: Fetch;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** For all questions of one measurement together. */
  readonly timeoutMs: number;
}

/**
 * Opens a line to a metric server. It never tries again: the next look at the metric does.
 * @throws TagshipError `cancelled`, from the line
 */
export function openLine({ fetch, signal, timeoutMs }: Line): Ask {
  const timeout = AbortSignal.timeout(timeoutMs);
  const either = AbortSignal.any([signal, timeout]);
  return async (question) => {
    try {
      return await read(await send(question, withinOrigin(fetch), either));
    } catch (error) {
      if (signal.aborted) {
        throw new TagshipError(
          'cancelled',
          'The run was cancelled while it asked for a metric.',
          'Run the job again.',
          {
            cause: error,
          },
        );
      }
      if (error instanceof Astray) {
        return failed(error.message);
      }
      return failed(
        timeout.aborted ? `it did not answer within ${timeoutMs / 1000} s` : `it can't be reached (${reasonOf(error)})`,
      );
    }
  };
}

function send({ url, method, headers, body }: Question, fetch: Fetch, signal: AbortSignal): Promise<Response> {
  return fetch(url, {
    method,
    headers: { 'user-agent': 'tagship', ...headers },
    signal,
    ...(body === undefined ? {} : { body }),
  });
}

async function read(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const text = await textOf(response);
  const content = text === undefined ? undefined : { status, type: headers.get('content-type') ?? '', text };
  if (!response.ok) {
    const waits = status === 429 || status === 503 ? retryAfterMs(headers.get('retry-after')) : undefined;
    return { kind: 'failed', why: `it answered ${status}`, retryAfterMs: waits, content };
  }
  return content === undefined ? failed('its answer is over 1 MiB') : { kind: 'answered', content };
}

/** The text of an answer; undefined when it is too long, counted after it was decompressed. */
async function textOf(response: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > ANSWER_LIMIT) {
      return undefined;
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** A header of seconds or of an HTTP date. */
function retryAfterMs(header: string | null): number | undefined {
  const text = header?.trim() ?? '';
  const wait = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

function failed(why: string): Answer {
  return { kind: 'failed', why, retryAfterMs: undefined, content: undefined };
}

/** The code of the deepest cause: a message may hold the URL. */
function reasonOf(error: unknown): string {
  let code = 'no connection';
  let current = error;
  while (typeof current === 'object' && current !== null) {
    if ('code' in current && typeof current.code === 'string') {
      code = current.code;
    }
    current = 'cause' in current ? current.cause : undefined;
  }
  return code;
}

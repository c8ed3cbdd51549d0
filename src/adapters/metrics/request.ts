import type { Answer } from '../../domain/gate/answer.ts';
import type { Ask, Question } from '../../domain/gate/provider.ts';
import { TagshipError } from '../../errors.ts';
import { Astray, type Http, type HttpAnswer } from '../http/client.ts';
import { causesOf, codeOf } from '../http/errors.ts';
import { SettingError } from '../http/proxy-settings.ts';

/** How much of an answer is read. No number needs more; an endless answer must not fill the memory. */
const ANSWER_LIMIT = 1024 * 1024;

/** How questions are asked. */
export interface Line {
  readonly http: Http;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
  /** For all questions of one measurement together. */
  readonly timeoutMs: number;
}

/**
 * Opens a line to a metric server. It never tries again: the next look at the metric does.
 * @throws TagshipError `cancelled`, from the line
 */
export function openLine({ http, signal, timeoutMs }: Line): Ask {
  const timeout = AbortSignal.timeout(timeoutMs);
  const either = AbortSignal.any([signal, timeout]);
  return async (question) => {
    try {
      return await read(await send(question, http, either));
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
      if (error instanceof Astray || error instanceof SettingError) {
        return failed(error.message);
      }
      return failed(
        timeout.aborted ? `it did not answer within ${timeoutMs / 1000} s` : `it can't be reached (${reasonOf(error)})`,
      );
    }
  };
}

function send({ url, method, headers, body }: Question, http: Http, signal: AbortSignal): Promise<HttpAnswer> {
  return http.send({ url, method, headers: { 'user-agent': 'tagship', ...headers }, body, signal, isRepeatable: true });
}

async function read({ status, headers, body, leave }: HttpAnswer): Promise<Answer> {
  const text = await textOf(body);
  await leave();
  const content = text === undefined ? undefined : { status, type: headers['content-type'] ?? '', text };
  if (status < 200 || status > 299) {
    const waits = status === 429 || status === 503 ? retryAfterMs(headers['retry-after']) : undefined;
    return { kind: 'failed', why: `it answered ${status}`, retryAfterMs: waits, content };
  }
  return content === undefined ? failed('its answer is over 1 MiB') : { kind: 'answered', content };
}

/** The text of an answer; undefined when it is too long, counted after it was decompressed. */
async function textOf(body: AsyncIterable<Uint8Array>): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > ANSWER_LIMIT) {
      return undefined;
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** A header of seconds or of an HTTP date. */
function retryAfterMs(header: string | undefined): number | undefined {
  const text = header?.trim() ?? '';
  const wait = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

function failed(why: string): Answer {
  return { kind: 'failed', why, retryAfterMs: undefined, content: undefined };
}

/** The code of the deepest cause that has one: a message may hold the URL. */
function reasonOf(error: unknown): string {
  return (
    causesOf(error)
      .map(codeOf)
      .findLast((code) => code !== '') ?? 'no connection'
  );
}

import { setTimeout as wait } from 'node:timers/promises';
import { plainService } from '../service.ts';
import type { Answer, Service } from '../types.ts';
import type { ScriptedAnswer, Traffic } from './traffic.ts';

/** A metric server over the traffic that a test tells it of. */
export function createMetricsService(traffic: Traffic): Service {
  return plainService('metrics', async (request, signal) => {
    const { pathname, searchParams } = new URL(request.path, 'http://metrics');
    const scripted = traffic.scripted(pathname, request);
    if (scripted !== undefined) return await told(scripted, signal);
    switch (pathname) {
      case '/metrics':
        return answer(200, 'text/plain; version=0.0.4', traffic.exposition());
      case '/stats':
        return json(traffic.stats(searchParams.get('component'), searchParams.get('version')));
      case '/rate':
        return answer(200, 'text/plain', `${traffic.rate}\n`);
      default:
        return answer(404, 'text/plain', 'not found');
    }
  });
}

async function told(scripted: ScriptedAnswer, signal: AbortSignal): Promise<Answer> {
  const { status = 200, headers = {}, body = '', delayMs = 0 } = scripted;
  if (delayMs > 0) await wait(delayMs, undefined, { signal });
  return { status, headers, body };
}

function json(value: unknown): Answer {
  return answer(200, 'application/json', JSON.stringify(value));
}

function answer(status: number, type: string, body: string): Answer {
  return { status, headers: { 'content-type': type }, body };
}

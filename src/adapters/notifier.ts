import type { Config } from '../domain/config.ts';
import { type Happening, notificationBody } from '../domain/notification.ts';
import type { Http } from './http/client.ts';
import { openLine } from './metrics/request.ts';

/** How long one notification may take, in milliseconds. */
const TIME_LIMIT_MS = 10_000;

/** Notifications of one run: a broken day must not become a hundred messages. */
const MOST = 20;

/**
 * Posts what happened to whom the configuration names. It never fails anything.
 * @param lookup reads a variable of the step
 * @returns what could not be sent, as clauses without addresses: these are secrets
 */
export async function notify(
  rules: Config['notify'],
  happenings: readonly Happening[],
  lookup: (name: string) => string | undefined,
  http: Http,
): Promise<string[]> {
  const { signal } = new AbortController();
  const due = rules.flatMap((rule, at) =>
    happenings
      .filter(({ occasions }) => occasions.some((one) => rule.on.includes(one)))
      .map((happening) => ({ rule, at, happening })),
  );
  const failures: string[] = [];
  for (const { rule, at, happening } of due.slice(0, MOST)) {
    const missing: string[] = [];
    const url = rule.url.replace(/\$\{([A-Z_][A-Z0-9_]*)\}/g, (_, name: string) => {
      const value = lookup(name)?.trim() ?? '';
      missing.push(...(value === '' ? [name] : []));
      return value;
    });
    const place = `\`notify.${at}\` (${rule.format})`;
    if (missing.length > 0 || !URL.canParse(url)) {
      failures.push(`${place}: ${missing.length > 0 ? `\`${missing[0]}\` is not set` : 'it is no URL'}`);
      continue;
    }
    const headers = { 'content-type': 'application/json' };
    const ask = openLine({ http, signal, timeoutMs: TIME_LIMIT_MS });
    const answer = await ask({ url, method: 'POST', headers, body: notificationBody(rule.format, happening) });
    if (answer.kind === 'failed') {
      failures.push(`${place}: ${answer.why}`);
    }
  }
  return [...new Set(failures), ...(due.length > MOST ? [`${due.length - MOST} more were not sent`] : [])];
}

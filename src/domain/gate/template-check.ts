import { compile, JSONPathError } from 'json-p3';
import { placeholderProblem, textsOf } from './placeholders.ts';
import { isCounts, type MetricProblem, problemAt } from './provider.ts';

/** Why a text is no URL of a metric, or undefined. */
export function metricUrlProblem(url: string): string | undefined {
  const unknown = placeholderProblem(url);
  if (unknown !== undefined || /^\$\{[A-Z_][A-Z0-9_]*\}/.test(url)) {
    return unknown;
  }
  const [, host] = /^https?:\/\/([^/?#\\]*)/i.exec(url) ?? [];
  if (host === undefined || !URL.canParse(url.replace(/\$?\{[^{}]*\}/g, 'x'))) {
    return 'expected a URL that begins with `https://` or `http://`';
  }
  if (/(?<!\$)\{/.test(host)) {
    return 'the host can have no placeholder: a tag would decide who gets the secrets';
  }
  return host.includes('@') ? 'a URL can carry no user and password; send them as a header' : undefined;
}

/** Why a text is no JSON path, or undefined. */
export function jsonPathProblem(path: string): string | undefined {
  if (!path.startsWith('$')) {
    return 'expected a JSON path, which begins with `$`';
  }
  try {
    compile(path);
    return placeholderProblem(path);
  } catch (error) {
    const why = error instanceof JSONPathError ? error.message.replace(/ \(.*\)$/s, '') : 'it has a mistake';
    return `expected a JSON path as RFC 9535 has it: ${why.replaceAll('`', "'")}`;
  }
}

/** What is wrong with the queries of a provider that is asked in a language of its own. */
export function queryProblems(
  metric: {
    readonly query?: string | undefined;
    readonly errors?: string | undefined;
    readonly total?: string | undefined;
  },
  name: string,
): MetricProblem[] {
  const { query } = metric;
  const problems = (['query', 'errors', 'total'] as const).flatMap((key) =>
    problemAt(key, placeholderProblem(metric[key] ?? '')),
  );
  if (isCounts(metric)) {
    return [
      ...problems,
      ...problemAt(
        'query',
        query === undefined ? undefined : 'a metric of counts (`errors` and `total`) has no third question; remove it',
      ),
    ];
  }
  const none = query === undefined || query.trim() === '';
  return [
    ...problems,
    ...problemAt('query', none ? `\`provider: ${name}\` needs one, or \`errors\` and \`total\`` : undefined),
  ];
}

/** What is wrong with headers. */
export function headerProblems(headers: Readonly<Record<string, string>>): MetricProblem[] {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      return [{ path: ['headers', name], message: 'expected the name of a header' }];
    }
    if (/^(?:host|connection|content-length|transfer-encoding|expect|upgrade)$/i.test(name)) {
      return [{ path: ['headers', name], message: 'this header is decided by the request itself; remove it' }];
    }
    const wrong = /^[\x20-\x7e]*$/.test(value) ? placeholderProblem(value) : 'expected one line of plain ASCII';
    return wrong === undefined ? [] : [{ path: ['headers', name], message: wrong }];
  });
}

/** Whether a metric says itself which time it is asked about, so that it can be a past one. */
export function namesTime(metric: object): boolean {
  return textsOf(metric).some(({ text }) => /(?<!\$)\{(?:since|now)\}/.test(text));
}

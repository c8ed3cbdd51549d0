import { compile, JSONPathError } from 'json-p3';
import { forbiddenVariable, placeholderProblem } from './placeholders.ts';
import type { Provider } from './policy.ts';

/** Methods that answer with content. */
export const METRIC_METHODS = ['GET', 'POST', 'PUT', 'PATCH'] as const;

/** A metric as the configuration has it, each key of the right type. */
export interface MetricConfig {
  readonly name: string;
  readonly provider: Provider;
  readonly url?: string | undefined;
  readonly query?: string | undefined;
  readonly errors?: string | undefined;
  readonly total?: string | undefined;
  readonly path?: string | undefined;
  readonly method?: (typeof METRIC_METHODS)[number] | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | undefined;
  readonly timeout?: string | undefined;
  readonly max?: number | undefined;
  readonly min?: number | undefined;
  readonly 'min-samples'?: number | undefined;
  readonly 'failure-limit'?: number | undefined;
}

/** Something wrong with a metric, at the key it is about. */
export interface MetricProblem {
  readonly path: readonly string[];
  readonly message: string;
}

type Key = keyof MetricConfig;

/** Whether a metric counts failed requests, or else measures a value. */
export function isCounts(metric: Pick<MetricConfig, 'errors' | 'total'>): boolean {
  return metric.errors !== undefined || metric.total !== undefined;
}

/** Everything that is wrong with a metric beyond the types of its keys. */
export function metricProblems(metric: MetricConfig): MetricProblem[] {
  return [
    ...(isCounts(metric) ? countProblems(metric) : valueProblems(metric)),
    ...sourceProblems(metric),
    ...headerProblems(metric.headers ?? {}),
    ...templateProblems(metric),
  ];
}

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

function countProblems(metric: MetricConfig): MetricProblem[] {
  const problems = (['errors', 'total'] as const).flatMap((key) =>
    metric[key] === undefined || metric[key].trim() === ''
      ? [problem(key, 'a metric of counts needs both `errors` and `total`')]
      : [],
  );
  const { max } = metric;
  if (max === undefined || max <= 0 || max >= 0.5) {
    problems.push(problem('max', 'expected the highest rate of failed requests, above 0 and below 0.5'));
  }
  for (const key of ['min', 'failure-limit', 'query', 'path'] as const) {
    if (metric[key] !== undefined) {
      problems.push(problem(key, 'a metric of counts (`errors` and `total`) has no such limit or question; remove it'));
    }
  }
  return problems;
}

function valueProblems(metric: MetricConfig): MetricProblem[] {
  const { min, max, provider, query } = metric;
  const problems: MetricProblem[] = [];
  if (min === undefined && max === undefined) {
    problems.push(problem('max', 'a metric of a value needs `max`, `min` or both'));
  }
  if (min !== undefined && max !== undefined && min > max) {
    problems.push(problem('min', `expected at most \`max\`, which is ${max}`));
  }
  if (metric['min-samples'] !== undefined) {
    problems.push(problem('min-samples', 'only a metric of counts (`errors` and `total`) has it; remove it'));
  }
  if (provider === 'http' && query !== undefined) {
    problems.push(problem('query', '`provider: http` takes none; put it into `url` or `body`'));
  }
  if (provider !== 'http' && (query === undefined || query.trim() === '')) {
    problems.push(problem('query', `\`provider: ${provider}\` needs one, or \`errors\` and \`total\``));
  }
  return problems;
}

function sourceProblems(metric: MetricConfig): MetricProblem[] {
  const { provider, url } = metric;
  const optional = provider === 'cloudflare-analytics-engine';
  const wrong =
    url !== undefined ? metricUrlProblem(url) : optional ? undefined : `\`provider: ${provider}\` needs one`;
  return [
    ...(wrong === undefined ? [] : [problem('url', wrong)]),
    ...(provider === 'http' ? httpProblems(metric) : onlyHttpProblems(metric)),
  ];
}

function httpProblems(metric: MetricConfig): MetricProblem[] {
  const problems = (['path', 'errors', 'total'] as const).flatMap((key) => {
    const wrong = metric[key] === undefined ? undefined : jsonPathProblem(metric[key]);
    return wrong === undefined ? [] : [problem(key, wrong)];
  });
  if (metric.body !== undefined && metric.method === 'GET') {
    problems.push(problem('method', 'a GET request has no body'));
  }
  return problems;
}

function onlyHttpProblems(metric: MetricConfig): MetricProblem[] {
  const keys = isCounts(metric) ? (['method', 'body'] as const) : (['path', 'method', 'body'] as const);
  return keys
    .filter((key) => metric[key] !== undefined)
    .map((key) => problem(key, 'only `provider: http` takes it; remove it'));
}

function headerProblems(headers: Readonly<Record<string, string>>): MetricProblem[] {
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

function templateProblems(metric: MetricConfig): MetricProblem[] {
  const problems: MetricProblem[] = [];
  for (const key of ['query', 'errors', 'total'] as const) {
    const wrong = metric.provider === 'http' ? undefined : placeholderProblem(metric[key] ?? '');
    if (wrong !== undefined) {
      problems.push(problem(key, wrong));
    }
  }
  const templates = (['url', 'query', 'errors', 'total', 'path', 'body'] as const).map(
    (key) => [[key], metric[key] ?? ''] as const,
  );
  const headers = Object.entries(metric.headers ?? {}).map(([name, value]) => [['headers', name], value] as const);
  for (const [path, template] of [...templates, ...headers]) {
    const forbidden = forbiddenVariable(template);
    if (forbidden !== undefined) {
      problems.push({
        path,
        message: `\`\${${forbidden}}\` is never sent to a metric server; pass a secret of its own`,
      });
    }
  }
  return problems;
}

function problem(key: Key, message: string): MetricProblem {
  return { path: [key], message };
}

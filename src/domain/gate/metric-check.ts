import { forbiddenVariable, textsOf } from './placeholders.ts';
import { isCounts, type MetricProblem, problemAt } from './provider.ts';
import { PROVIDERS } from './providers/index.ts';
import type { MetricConfig } from './schema.ts';
import { headerProblems } from './template-check.ts';

/** Everything that is wrong with a metric beyond the types of its keys. */
export function metricProblems(metric: MetricConfig): MetricProblem[] {
  const { headers = {} } = metric;
  return [
    ...strangeKeys(metric),
    ...(isCounts(metric) ? countProblems(metric) : valueProblems(metric)),
    ...PROVIDERS[metric.provider].problems(metric),
    ...headerProblems(headers),
    ...textsOf(metric).flatMap(({ path, text }) => {
      const forbidden = forbiddenVariable(text);
      const message = `\`\${${forbidden}}\` is never sent to a metric server; pass a secret of its own`;
      return forbidden === undefined ? [] : [{ path, message }];
    }),
  ];
}

/** Keys that only other providers take. */
function strangeKeys(metric: MetricConfig): MetricProblem[] {
  const own = Object.keys(PROVIDERS[metric.provider].keys);
  const strange = Object.values(PROVIDERS)
    .flatMap(({ keys }) => Object.keys(keys))
    .filter(
      (key) =>
        !own.includes(key) && Object.entries(metric).some(([name, value]) => name === key && value !== undefined),
    );
  const takes = own.map((key) => `\`${key}\``).join(', ');
  return [...new Set(strange)].flatMap((key) =>
    problemAt(key, `\`provider: ${metric.provider}\` takes none; it takes ${takes}`),
  );
}

function countProblems(metric: MetricConfig): MetricProblem[] {
  const { max } = metric;
  const problems = (['errors', 'total'] as const).flatMap((key) =>
    (metric[key] ?? '').trim() === '' ? problemAt(key, 'a metric of counts needs both `errors` and `total`') : [],
  );
  if (max === undefined || max <= 0 || max >= 0.5) {
    problems.push(...problemAt('max', 'expected the highest rate of failed requests, above 0 and below 0.5'));
  }
  for (const key of ['min', 'failure-limit'] as const) {
    if (metric[key] !== undefined) {
      problems.push(...problemAt(key, 'a metric of counts (`errors` and `total`) has no such limit; remove it'));
    }
  }
  return problems;
}

function valueProblems(metric: MetricConfig): MetricProblem[] {
  const { min, max } = metric;
  const none = min === undefined && max === undefined;
  const empty = min !== undefined && max !== undefined && min > max;
  return [
    ...problemAt('max', none ? 'a metric of a value needs `max`, `min` or both' : undefined),
    ...problemAt('min', empty ? `expected at most \`max\`, which is ${max}` : undefined),
    ...problemAt(
      'min-samples',
      metric['min-samples'] === undefined
        ? undefined
        : 'only a metric of counts (`errors` and `total`) has it; remove it',
    ),
  ];
}

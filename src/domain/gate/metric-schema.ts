import * as z from 'zod';
import { DURATION, parseDuration } from '../duration.ts';
import { forbiddenVariable, textsOf } from './placeholders.ts';
import { isCounts, type MetricProblem, problemAt } from './provider.ts';
import { PROVIDER_KEYS, PROVIDERS, type ProviderName } from './providers/index.ts';
import { headerProblems } from './template-check.ts';

export const duration = z
  .string()
  .regex(DURATION, { error: 'expected a duration such as `90s`, `10m` or `100ms`', abort: true })
  .refine((text) => parseDuration(text) !== undefined, { error: 'expected a duration of at most `24h`' })
  .meta({ description: 'A duration: `90s`, `10m`, `100ms`.' });

/** A duration of more than 0, as a text. */
export const positiveDuration = duration.refine((text) => parseDuration(text) !== 0, {
  error: 'expected a duration of more than 0',
});

export const metricSchema = z
  .strictObject({
    name: z.string().regex(/^[^\s`][^`\n]{0,79}$/, 'expected a name of at most 80 characters on one line'),
    provider: z.enum(Object.keys(PROVIDERS) as ProviderName[]),
    ...PROVIDER_KEYS,
    timeout: positiveDuration.optional(),
    max: z.number().optional(),
    min: z.number().optional(),
    'min-samples': z.int().positive().optional(),
    'failure-limit': z.int().nonnegative().optional(),
    observe: z.boolean().optional().meta({ description: 'Reported with every verdict; never decides.' }),
    control: z
      .strictObject({ errors: z.string().min(1), total: z.string().min(1) })
      .optional()
      .meta({ description: 'The same two questions about what was not deployed: a rise of both is not the deploy.' }),
    before: positiveDuration.optional().meta({
      description: 'How long before the deploy the version before is asked about; its rate raises the limit.',
    }),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of metricProblems(value)) {
      issues.push({ code: 'custom', path: [...path], message, input: value });
    }
  })
  .meta({ description: 'One metric of the gate.' });

/** A metric as the configuration has it. */
export type MetricConfig = z.output<typeof metricSchema>;

/** Everything that is wrong with a metric beyond the types of its keys. */
function metricProblems(metric: MetricConfig): MetricProblem[] {
  const { headers = {} } = metric;
  return [
    ...strangeKeys(metric),
    ...(isCounts(metric) ? countProblems(metric) : valueProblems(metric)),
    ...PROVIDERS[metric.provider].problems(metric),
    ...controlProblems(metric),
    ...headerProblems(headers),
    ...textsOf(metric).flatMap(({ path, text }) => {
      const forbidden = forbiddenVariable(text);
      const message = `\`\${${forbidden}}\` is never sent to a metric server; pass a secret of its own`;
      return forbidden === undefined ? [] : [{ path, message }];
    }),
  ];
}

/** What is wrong with the questions about what was not deployed, and about the time before the deploy. */
function controlProblems(metric: MetricConfig): MetricProblem[] {
  const { control, before, provider } = metric;
  const asked = control === undefined ? [] : PROVIDERS[provider].problems({ ...metric, ...control });
  const past = before === undefined || PROVIDERS[provider].past(metric);
  return [
    ...asked
      .filter(({ path: [key] }) => key === 'errors' || key === 'total')
      .map(({ path, message }) => ({ path: ['control', ...path], message })),
    ...problemAt(
      'before',
      past ? undefined : 'it asks about a past time, so the metric has to name `{since}` or `{now}`',
    ),
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
  if (max === undefined || max <= 0 || max >= 1) {
    problems.push(...problemAt('max', 'expected the highest rate of failed requests, above 0 and below 1'));
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
    ...(['min-samples', 'control', 'before'] as const).flatMap((key) =>
      problemAt(
        key,
        metric[key] === undefined ? undefined : 'only a metric of counts (`errors` and `total`) has it; remove it',
      ),
    ),
  ];
}

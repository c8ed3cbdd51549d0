import * as z from 'zod';
import { DURATION, parseDuration } from '../duration.ts';
import { metricProblems } from './metric-check.ts';
import { PROVIDER_KEYS, PROVIDERS, type ProviderName } from './providers/index.ts';
import { GATE_DEFAULTS, milliseconds } from './resolve.ts';

const duration = z
  .string()
  .regex(DURATION, { error: 'expected a duration such as `90s`, `10m` or `100ms`', abort: true })
  .refine((text) => parseDuration(text) !== undefined, { error: 'expected a duration of at most `24h`' })
  .meta({ description: 'A duration: `90s`, `10m`, `100ms`.' });

/** A duration of more than 0, as a text. */
export const positiveDuration = duration.refine((text) => parseDuration(text) !== 0, {
  error: 'expected a duration of more than 0',
});

const fallback = z.enum(['keep', 'pass', 'rollback']);

const metric = z
  .strictObject({
    name: z.string().regex(/^[^\s`][^`\n]{0,79}$/, 'expected a name of at most 80 characters on one line'),
    provider: z.enum(Object.keys(PROVIDERS) as ProviderName[]),
    ...PROVIDER_KEYS,
    timeout: positiveDuration.optional(),
    max: z.number().optional(),
    min: z.number().optional(),
    'min-samples': z.int().positive().optional(),
    'failure-limit': z.int().nonnegative().optional(),
    observe: z.boolean().optional().meta({ description: 'TrustedLedger with every verdict, and never decides.' }),
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
export type MetricConfig = z.output<typeof metric>;

/** The gate of an environment as the configuration has it. */
export const gateSchema = z
  .strictObject({
    'initial-delay': duration.optional(),
    interval: positiveDuration.optional(),
    bake: duration.optional().meta({
      description: 'The least time to watch before a version is healthy, counted from the first look.',
    }),
    timeout: positiveDuration.optional(),
    count: z.int().positive().optional(),
    'failure-limit': z.int().nonnegative().optional(),
    'consecutive-error-limit': z.int().positive().optional(),
    'on-breach': z.enum(['rollback', 'report']).optional().meta({
      description: 'After a breach: `report` fails the step and moves nothing.',
    }),
    'on-no-data': fallback.optional(),
    'on-error': fallback.optional(),
    'on-inconclusive': fallback.optional(),
    metrics: z.array(metric).min(1),
  })
  .check(({ value, issues }) => {
    const { bake, timeout, count = GATE_DEFAULTS.count } = value;
    if (bake !== undefined && timeout !== undefined && milliseconds(bake, 0) > milliseconds(timeout, 0)) {
      const message = `expected at most \`timeout\`, which is ${timeout}`;
      issues.push({ code: 'custom', path: ['bake'], message, input: value });
    }
    const limits = [
      { path: ['failure-limit'], limit: value['failure-limit'] },
      ...value.metrics.map((one, at) => ({ path: ['metrics', at, 'failure-limit'], limit: one['failure-limit'] })),
    ];
    for (const { path, limit } of limits) {
      if (limit !== undefined && limit >= count) {
        const message = `expected less than \`count\`, which is ${count}`;
        issues.push({ code: 'custom', path, message, input: value });
      }
    }
    const names = value.metrics.map(({ name }) => name);
    for (const [at, name] of names.entries()) {
      if (names.indexOf(name) !== at) {
        const message = `another metric of this gate is called \`${name}\` already`;
        issues.push({ code: 'custom', path: ['metrics', at, 'name'], message, input: value });
      }
    }
  })
  .meta({ description: 'What is watched after a deploy.' });

export type GateConfig = z.output<typeof gateSchema>;

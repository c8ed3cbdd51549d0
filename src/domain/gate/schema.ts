import * as z from 'zod';
import { milliseconds } from '../duration.ts';
import { duration, metricSchema, positiveDuration } from './metric-schema.ts';
import { GATE_DEFAULTS } from './policy.ts';

const fallback = z.enum(['keep', 'pass', 'rollback']);

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
    metrics: z.array(metricSchema).min(1),
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

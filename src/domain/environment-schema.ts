import * as z from 'zod';
import { environmentName } from './environment-name.ts';
import { positiveDuration } from './gate/metric-schema.ts';
import { gateSchema } from './gate/schema.ts';
import { INDEX_KEY } from './key.ts';
import { IN_FLIGHT } from './ledger/entry.ts';
import { rangeProblem } from './track.ts';
import { verifySchema } from './verify.ts';

const canary = z
  .strictObject({
    environment: environmentName.meta({ description: 'Where the new version runs for the users who get it first.' }),
    steps: z
      .array(z.number().gt(0).lt(100))
      .min(1)
      .max(100)
      .refine((steps) => steps.every((step, at) => at === 0 || step > (steps[at - 1] ?? 0)), {
        error: 'expected percentages that rise',
      })
      .meta({ description: 'How many percent of the users get it, step by step; after the last all do.' }),
    'step-time': positiveDuration.optional().meta({
      description: 'The least time to watch each step; default the `bake` of the gate.',
    }),
    key: z
      .string()
      .refine((text) => shareKeyProblem(text) === undefined, {
        error: (issue) => shareKeyProblem(String(issue.input)) ?? '',
      })
      .optional()
      .meta({
        description:
          'A KV key that holds the percentage as a number. Placeholders: {prefix} {type} {name} {environment}; without them it serves one canary at a time.',
      }),
    'on-stale': z.enum(['abort', 'keep']).default('abort').meta({
      description: 'What a reconcile does with a canary that no run watches any more.',
    }),
  })
  .meta({ description: 'A promotion goes through a canary, step by step.' });

/** How versions come into an environment step by step. */
export type CanaryConfig = z.output<typeof canary>;

/** What the configuration says of one environment. */
export const environmentSchema = z.strictObject({
  requires: z
    .union([environmentName, z.strictObject({ environment: environmentName, soak: positiveDuration.optional() })])
    .optional()
    .meta({
      description:
        'Promote only what is or was healthy in this environment; with `soak`, and has run there for so long without interruption.',
    }),
  freeze: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Why nothing is promoted or restored here now; remove it to go on.' }),
  'in-flight': z.enum(IN_FLIGHT).optional().meta({ description: 'What running work does on a rollback.' }),
  deployments: z.boolean().optional().meta({ description: 'Record GitHub Deployments and their statuses.' }),
  gate: gateSchema.optional(),
  verify: verifySchema.optional(),
  track: z
    .string()
    .refine((text) => rangeProblem(text) === undefined, { error: (issue) => rangeProblem(String(issue.input)) ?? '' })
    .optional()
    .meta({ description: 'The newest version in this range is put here by itself; a range of semver.' }),
  canary: canary.optional(),
});

/** Environments whose canary is no environment of its own. */
export function canaryProblems(environments: Readonly<Record<string, { canary?: CanaryConfig | undefined }>>): {
  readonly name: string;
  readonly message: string;
}[] {
  const owners = new Map<string, string>();
  return Object.entries(environments).flatMap(([name, { canary: rule }]) => {
    if (rule === undefined) {
      return [];
    }
    const other = owners.get(rule.environment);
    owners.set(rule.environment, name);
    const message =
      rule.environment === name
        ? 'expected another environment than its own'
        : environments[rule.environment]?.canary !== undefined
          ? 'expected an environment that has no `canary` itself'
          : other === undefined
            ? undefined
            : `expected an environment of its own: \`${rule.environment}\` is the canary of \`${other}\``;
    return message === undefined ? [] : [{ name, message }];
  });
}

/** Why a text is no key for the share of a canary, or undefined. */
function shareKeyProblem(text: string): string | undefined {
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].find(
    ([, name]) => !/^(?:prefix|type|name|environment)$/.test(name ?? ''),
  );
  if (unknown !== undefined) {
    return `has the unknown placeholder ${unknown[0]}`;
  }
  return text.trim() === '' || text === INDEX_KEY ? 'expected a KV key of its own' : undefined;
}

import * as z from 'zod';
import type { DeployReport } from '../commands/report.ts';
import type { OutputName } from './spec.ts';

const componentResult = z.strictObject({
  component: z.string().meta({ description: '`type/name`.' }),
  environment: z.string().nullable().meta({ description: 'Null for a version tag.' }),
  version: z.string(),
  'previous-version': z.string().nullable(),
  sha: z.string().meta({ description: 'The commit of the version.' }),
  'previous-sha': z.string().nullable(),
  path: z.string().meta({ description: 'The file of the content.' }),
  bytes: z.int(),
  namespaces: z.array(z.string()),
});

const deletedResult = z.strictObject({
  component: z.string().meta({ description: '`type/name`.' }),
  environment: z.string().nullable().meta({ description: 'Null for a version tag.' }),
  version: z.string().nullable().meta({ description: 'Null for an environment tag.' }),
  left: z.array(z.string()).meta({ description: 'Keys that stay in KV.' }),
});

const rebuildResult = z.strictObject({
  argv: z.array(z.string()),
  'duration-ms': z.int().nullable().meta({ description: 'Null in a dry run.' }),
});

const keyResult = z.strictObject({
  namespace: z.string(),
  key: z.string(),
  role: z.enum(['environment', 'version', 'latest', 'index', 'removed']),
  bytes: z.int(),
  changed: z.boolean(),
});

/** The `result` output: the one definition behind its type and its published JSON Schema. */
export const resultSchema = z
  .strictObject({
    schema: z.literal(1),
    command: z.literal('deploy'),
    'dry-run': z.boolean(),
    changed: z.boolean(),
    reason: z.string().nullable(),
    components: z.array(componentResult),
    deleted: z.array(deletedResult).meta({ description: 'Tags that were deleted.' }),
    'requires-rebuild': z.boolean(),
    rebuild: z.array(rebuildResult).meta({ description: 'Commands that rebuilt a Worker.' }),
    keys: z.array(keyResult).meta({ description: 'Keys that were written; in a dry run, those that would have been.' }),
    rounds: z.int(),
    'duration-ms': z.int(),
    notices: z.array(z.strictObject({ level: z.enum(['notice', 'warning']), message: z.string() })),
  })
  .meta({ title: 'Result of Tagship', description: 'The `result` output of the action.' });

export type Result = z.output<typeof resultSchema>;

/** The `result` output of a deploy. */
export function deployResult(report: DeployReport): Result {
  return {
    schema: 1,
    command: 'deploy',
    'dry-run': report.dryRun,
    changed: report.changed,
    reason: report.reason ?? null,
    components: report.deployed.map((one) => ({
      component: one.component,
      environment: one.environment ?? null,
      version: one.version,
      'previous-version': one.previousVersion ?? null,
      sha: one.commit,
      'previous-sha': one.previousCommit ?? null,
      path: one.path,
      bytes: one.bytes,
      namespaces: [...one.namespaces],
    })),
    deleted: report.deleted.map(({ component, environment, version, left }) => ({
      component,
      environment: environment ?? null,
      version: version ?? null,
      left: [...left],
    })),
    'requires-rebuild': report.requiresRebuild,
    rebuild: report.rebuild.map(({ argv, durationMs }) => ({
      argv: [...argv],
      'duration-ms': durationMs === undefined ? null : Math.round(durationMs),
    })),
    keys: report.keys.map(({ namespace, key, role, bytes, differed }) => ({
      namespace,
      key,
      role,
      bytes,
      changed: differed,
    })),
    rounds: report.rounds,
    'duration-ms': Math.round(report.durationMs),
    notices: report.notices.map(({ level, message }) => ({ level, message })),
  };
}

/** All outputs of a deploy. */
export function deployOutputs(report: DeployReport): Record<OutputName, string> {
  const took = [...report.deployed, ...report.deleted];
  const part = took.length === 1 ? took[0] : undefined;
  const only = part !== undefined && 'commit' in part ? part : undefined;
  const written = report.dryRun ? [] : report.keys.filter(({ role }) => role !== 'removed').map(({ key }) => key);
  return {
    component: part?.component ?? '',
    environment: part?.environment ?? '',
    version: part?.version ?? '',
    'previous-version': only?.previousVersion ?? '',
    sha: only?.commit ?? '',
    changed: String(report.changed),
    keys: JSON.stringify([...new Set(written)]),
    'requires-rebuild': String(report.requiresRebuild),
    verdict: '',
    'rolled-back': '',
    drift: '',
    findings: '',
    'issue-url': '',
    result: JSON.stringify(deployResult(report)),
  };
}

import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as z from 'zod';
import type { Repository, RunOptions, RunResult } from '../../sandbox/index.ts';
import { PRODUCTION_NAMESPACE, STAGING_NAMESPACE } from '../../sandbox/index.ts';
import { laboratory } from '../support/laboratory.ts';
import { codesOf, dispatch, kvOf, LEDGER, ledgerGit, publish, refsOf } from '../support/moves.ts';

const lab = laboratory('doctor');
const ID = 'prompts/extraction';
const VERSIONS = 'refs/tags/components/**/v*';

interface Fact {
  readonly check: string;
  readonly status: 'error' | 'warning' | 'notice' | 'ok';
  readonly fact: string;
  readonly fix: string | null;
  readonly code: string | null;
  readonly file: string | null;
  readonly line: number | null;
}

interface Answer {
  readonly run: RunResult;
  readonly facts: readonly Fact[];
}

let resultSchema: z.ZodType;

beforeAll(async () => {
  const text = await readFile(new URL('../../schema/result.schema.json', import.meta.url), 'utf8');
  resultSchema = z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
});

/** A workflow to copy, from the examples. */
async function example(name: string): Promise<string> {
  return await readFile(new URL(`../../examples/workflows/${name}.yml`, import.meta.url), 'utf8');
}

/** Runs `doctor`, and makes sure that it changed nothing and told what its schema allows. */
async function ask(
  repository: Repository,
  inputs: Readonly<Record<string, string | null>> = {},
  options: Partial<RunOptions> = {},
): Promise<Answer> {
  const state = async () => [await refsOf(repository), await kvOf(lab.sandbox), await kvOf(lab.sandbox, STAGING_NAMESPACE)];
  const before = await state();
  lab.sandbox.clearRequests();
  const run = await dispatch(lab.sandbox, repository, 'doctor', { 'kv-namespace': null, ...inputs }, options);
  expect(writing()).toEqual([]);
  expect(await state()).toEqual(before);
  const result: unknown = JSON.parse(run.outputs.result ?? 'null');
  expect(resultSchema.safeParse(result).error).toBeUndefined();
  return { run, facts: (result as { facts: readonly Fact[] }).facts };
}

/** The requests that change something, by what they are called. */
function writing(): string[] {
  const reads = ['kv bulk get', 'git fetch', 'git ls-refs'];
  return lab.sandbox.requests.flatMap(({ service, method, operation }) => {
    const isRead = method === 'GET' || reads.includes(operation) || (service === 'git' && !/push/.test(operation));
    return isRead ? [] : [`${service}: ${operation}`];
  });
}

/** What a check found that is not well. */
function trouble({ facts }: Answer, check?: string): string[] {
  return facts
    .filter((one) => one.status === 'error' || one.status === 'warning')
    .filter((one) => check === undefined || one.check === check)
    .map(({ check: name, status, fact }) => `${name} ${status}: ${fact}`);
}

/** A repository whose set-up is as it should be, with something deployed in two environments. */
async function healthy(config: object = {}): Promise<Repository> {
  const { repository } = lab;
  await repository.commit('set up', {
    '.github/workflows/deploy.yml': await example('deploy'),
    '.github/workflows/reconcile.yml': await example('reconcile'),
    '.github/tagship.yml': JSON.stringify({
      namespaces: { production: { id: PRODUCTION_NAMESPACE }, staging: { title: 'components-staging' } },
      environments: { production: { requires: 'staging' } },
      ...config,
    }),
  });
  await publish(repository, ID, 'v1.0.0', 'v1.1.0');
  for (const environment of ['staging', 'production']) {
    const move = { components: ID, environment, version: 'v1.0.0', 'kv-namespace': null };
    const run = await dispatch(lab.sandbox, repository, 'promote', move);
    expect(codesOf(run)).toEqual([]);
  }
  await repository.protect([VERSIONS], { update: true, deletion: true });
  return repository;
}

describe('a set-up that is well', () => {
  test('is told so, line by line, by requests that change nothing', async () => {
    const answer = await ask(await healthy());
    expect(trouble(answer)).toEqual([]);
    expect(answer.run.exitCode).toBe(0);
    expect(answer.run.outputs.findings).toBe('0');
    for (const { check, status, fact, fix } of answer.facts) console.log(check, status, fact, '|', fix);
    console.log(lab.sandbox.requests.map((r) => `${r.row} ${r.operation}`).join('\n'));
  });
});

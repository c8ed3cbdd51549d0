import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Repository, RunResult, Sandbox } from '../../sandbox/index.ts';
import { stored } from './deploy.ts';
import { ledgerGit } from './moves.ts';

export const ID = 'prompts/extraction';
export const EU = 'production-eu';
export const US = 'production-us';
export const ASIA = 'production-asia';
export const GROUP = 'everywhere';

/** What is told of a wave in the output `result`. */
export interface WaveResult {
  readonly environments: readonly string[];
  readonly outcome: string;
  readonly places: readonly {
    readonly environment: string;
    readonly version: string | null;
    readonly state: string;
    readonly verdict: string | null;
    readonly why: string;
    readonly 'rolled-back-to': string | null;
  }[];
}

/** A group of two waves whose environments are watched by `/p95?e={environment}`, with a limit of 100. */
export function groupConfig(
  metricsUrl: string,
  group: object = {},
  environments: Readonly<Record<string, object>> = {},
): object {
  const url = `${metricsUrl}/p95?e={environment}&v={version}&c={component}`;
  const gate = {
    'initial-delay': '0s',
    interval: '20ms',
    count: 2,
    metrics: [{ name: 'p95', provider: 'http', url, max: 100 }],
  };
  return {
    environments: Object.fromEntries([EU, US, ASIA].map((name) => [name, { gate, ...environments[name] }])),
    groups: { [GROUP]: { waves: [EU, [US, ASIA]], ...group } },
  };
}

/** Puts a configuration on the default branch. */
export async function configure(repository: Repository, config: object): Promise<void> {
  await repository.commit('policy', { '.github/tagship.yml': JSON.stringify(config, undefined, 2) });
}

/** What KV has of a component in each environment of the group. */
export async function inGroup(sandbox: Sandbox, id = ID): Promise<Record<string, string | undefined>> {
  const found: Record<string, string | undefined> = {};
  for (const name of [EU, US, ASIA]) {
    const text = (await stored(sandbox, `${id}@${name}`))?.bytes.toString();
    found[name] = text?.replace(`${id} `, '');
  }
  return found;
}

/** The version that each environment's tag stands for. */
export async function tagsOf(repository: Repository, id = ID): Promise<Record<string, string | undefined>> {
  const found: Record<string, string | undefined> = {};
  for (const name of [EU, US, ASIA]) {
    const tag = await ledgerGit(repository, 'cat-file', 'tag', `refs/tags/components/${id}/${name}`).catch(() => '');
    const [, object = ''] = /^object (\w+)/.exec(tag) ?? [];
    const named = object === '' ? '' : await ledgerGit(repository, 'cat-file', 'tag', object);
    found[name] = /^tag .*\/(v\S+)$/m.exec(named)?.[1];
  }
  return found;
}

/** The output `result`, checked against its published schema. */
export async function resultOf(run: RunResult): Promise<Record<string, unknown> & { waves: readonly WaveResult[] }> {
  const text = await readFile(new URL('../../schema/result.schema.json', import.meta.url), 'utf8');
  const schema = z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
  return schema.parse(JSON.parse(run.outputs.result ?? '')) as Record<string, unknown> & {
    waves: readonly WaveResult[];
  };
}

import type { RecordedRequest, Repository, RunOptions, RunResult, Sandbox } from '../../sandbox/index.ts';
import { PRODUCTION_NAMESPACE } from '../../sandbox/index.ts';

/** Runs the built action for the push of a tag, with one namespace given by id unless inputs say otherwise. */
export async function deployTag(
  sandbox: Sandbox,
  repository: Repository,
  tag: string,
  options: Partial<RunOptions> = {},
): Promise<RunResult> {
  return await sandbox.runAction({
    event: { name: 'push', payload: await repository.pushPayload(tag) },
    ref: `refs/tags/${tag}`,
    sha: await repository.commitOf(`refs/tags/${tag}`),
    repository: repository.name,
    ...options,
    inputs: { 'kv-namespace': PRODUCTION_NAMESPACE, ...options.inputs },
  });
}

/** The requests that changed KV. */
export function writes(requests: readonly RecordedRequest[]): RecordedRequest[] {
  return requests.filter(({ operation }) =>
    ['kv bulk write', 'kv put', 'kv delete', 'kv bulk delete'].includes(operation),
  );
}

/** What is stored under a key of production, as bytes and metadata. */
export async function stored(
  sandbox: Sandbox,
  key: string,
  namespace = PRODUCTION_NAMESPACE,
): Promise<{ bytes: Buffer; metadata: Record<string, unknown> } | undefined> {
  const found = await sandbox.kv.get(namespace, key);
  return found === undefined
    ? undefined
    : { bytes: Buffer.from(found.bytes), metadata: (found.metadata ?? {}) as Record<string, unknown> };
}

/** The index of a namespace, parsed. */
export async function indexOf(sandbox: Sandbox, namespace = PRODUCTION_NAMESPACE): Promise<unknown> {
  const found = await stored(sandbox, 'component-versions', namespace);
  return found === undefined ? undefined : JSON.parse(found.bytes.toString());
}

/** What a run left in RUNNER_TEMP beside the file of its result. */
export function leftBehind({ tempEntries }: RunResult): readonly string[] {
  return tempEntries.filter((name) => !/^tagship-result-[\w-]+\.json$/.test(name));
}

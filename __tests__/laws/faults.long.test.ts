import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE, type RunOptions, type RunResult, type StoredValue } from '../../sandbox/index.ts';
import { deployTag } from '../support/deploy.ts';
import {
  broken,
  casesAt,
  contentDifference,
  ending,
  isWrite,
  Lane,
  type Lasting,
  label,
  onLanes,
  positions,
  runCase,
  unstable,
  unsuccessful,
} from '../support/faults.ts';
import { LEDGER } from '../support/moves.ts';
import { startSandbox } from '../support/sandbox.ts';

/**
 * The law: whatever happens to whichever request of a deploy, the run either succeeds with KV as the tags say, or ends
 * with one error that has a code; nothing leaks, nothing is left behind, and the next run makes KV right.
 */

const LANES = 3;
const PRODUCTION = 'components/prompts/extraction/production';
const FOLDER = 'prompts/extraction';
const CONFIG = 'namespaces:\n  production: { title: components-production }\n';

class DeployLane extends Lane {
  #before: ReadonlyMap<string, StoredValue> = new Map();
  #wanted: ReadonlyMap<string, Buffer> = new Map();

  /**
   * KV after a deploy of a version that is no text, so that its keys are read one by one; the tag has moved on to a
   * prerelease and no stable version is left, so that `latest` is to be deleted.
   */
  static async open(): Promise<DeployLane> {
    const sandbox = await startSandbox();
    const lane = new DeployLane(sandbox, await sandbox.createRepository());
    const { repository } = lane;
    await repository.commit('one', { [`${FOLDER}.md`]: Uint8Array.of(0xff, 0xfe, 0), '.github/tagship.yml': CONFIG });
    await repository.edgitTag(FOLDER, 'v1.0.0');
    await repository.edgitSet(FOLDER, 'production', 'v1.0.0');
    expect((await lane.run()).exitCode).toBe(0);
    lane.#before = await lane.dump(PRODUCTION_NAMESPACE);
    await repository.commit('two', { [`${FOLDER}.md`]: 'two\r\n' });
    await repository.edgitTag(FOLDER, 'v2.0.0-rc.1');
    await repository.edgitSet(FOLDER, 'production', 'v2.0.0-rc.1');
    const content = (tag: string) => repository.gitBytes(['cat-file', 'blob', `refs/tags/${tag}:${FOLDER}.md`]);
    lane.#wanted = new Map([
      [`${FOLDER}@v1.0.0`, await content('components/prompts/extraction/v1.0.0')],
      [`${FOLDER}@v2.0.0-rc.1`, await content('components/prompts/extraction/v2.0.0-rc.1')],
      [`${FOLDER}@production`, await content(PRODUCTION)],
      ['component-versions', Buffer.from(JSON.stringify({ [FOLDER]: { production: 'v2.0.0-rc.1' } }))],
    ]);
    await repository.deleteTag('components/prompts/extraction/v1.0.0');
    return lane;
  }

  override async reset(): Promise<void> {
    this.sandbox.faults.clear();
    this.sandbox.clearRequests();
    await this.refill(PRODUCTION_NAMESPACE, this.#before);
    // What a run before told the ledger, the next one would not have to tell.
    await this.repository.git(['--git-dir', this.repository.bare, 'update-ref', '-d', LEDGER]);
  }

  override run(options: Pick<RunOptions, 'signal' | 'kill'> = {}): Promise<RunResult> {
    return deployTag(this.sandbox, this.repository, PRODUCTION, { inputs: { 'kv-namespace': null }, ...options });
  }

  override async difference(): Promise<string> {
    return contentDifference(await this.dump(PRODUCTION_NAMESPACE), this.#wanted);
  }

  override refuse(errors: readonly string[]): string {
    return errors.length === 1 ? '' : 'one error is enough';
  }
}

let lanes: DeployLane[] = [];

beforeAll(async () => {
  lanes = await Promise.all(Array.from({ length: LANES }, () => DeployLane.open()));
}, 300_000);

afterAll(async () => {
  await Promise.all(lanes.map(({ sandbox }) => sandbox.close()));
});

test('every fault at every request of a deploy ends well, or with one error and a next run that does', async () => {
  const [first] = lanes;
  if (first === undefined) throw new Error('There is no lane.');
  await first.reset();
  const clean = await first.run();
  expect([clean.exitCode, await first.difference()]).toEqual([0, '']);
  const log = positions(first.sandbox.requests);
  expect(new Set(log.map(({ operation }) => operation))).toEqual(
    new Set([
      'git ls-refs',
      'git push',
      'git fetch',
      'kv list namespaces',
      'kv bulk get',
      'kv get metadata',
      'kv bulk write',
      'kv bulk delete',
    ]),
  );
  expect(await broken(lanes, casesAt(log))).toEqual([]);
}, 1_200_000);

test('no fault at a read lets a run write over a key of another repository', async () => {
  const [first] = lanes;
  if (first === undefined) throw new Error('There is no lane.');
  const key = `${FOLDER}@production`;
  const occupy = ({ sandbox }: DeployLane) =>
    sandbox.kv.put(PRODUCTION_NAMESPACE, key, 'theirs', { 'managed-by': 'tagship:acme/other' });
  await first.reset();
  await occupy(first);
  // The keys of the version before are no text, so that the bulk read is refused also now.
  expect(ending(await first.run())).toBe('key-foreign');
  const reads = positions(first.sandbox.requests).filter(({ operation }) => /^kv (?:bulk )?get/.test(operation));
  expect(first.sandbox.requests.some(({ operation }) => isWrite(operation))).toBe(false);
  const cases = casesAt(reads).filter(({ failing }) => failing.stalls !== true);
  const problems = await onLanes(lanes, cases, async (lane, one) => {
    const { run } = await runCase(lane, one, () => occupy(lane));
    const found = await lane.sandbox.kv.get(PRODUCTION_NAMESPACE, key);
    const kept = Buffer.from(found?.bytes ?? []).toString() === 'theirs';
    return kept && run.exitCode === 1 ? '' : `${label(one)}: ${ending(run)}, kept: ${kept}`;
  });
  process.stderr.write(`${cases.length} faults at ${reads.length} reads with a foreign key\n`);
  expect(problems.filter((problem) => problem !== '').sort()).toEqual([]);
}, 300_000);

test('faults that stay end with a code, and the run after them is right', async () => {
  const write = { operation: 'kv bulk write' };
  const keys = [`${FOLDER}@v2.0.0-rc.1`, `${FOLDER}@production`, 'component-versions'];
  const lasting: readonly Lasting[] = [
    ['git refuses', { when: { service: 'git' }, fault: 'refuse' }, 'git-unreachable'],
    ['500', { when: write, fault: { status: 500 } }, 'kv-unreachable'],
    ['403', { when: write, fault: { status: 403 } }, 'kv-auth'],
    ['unsuccessful keys', { when: write, fault: unsuccessful(keys) }, 'kv-incomplete'],
  ];
  expect(await unstable(lanes, lasting)).toEqual([]);
}, 300_000);

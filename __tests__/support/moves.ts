import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import * as z from 'zod';
import { looseOr } from '../../sandbox/git/loose-reader.ts';
import type { RecordedRequest, Repository, RunOptions, RunResult, Sandbox } from '../../sandbox/index.ts';
import { PRODUCTION_NAMESPACE } from '../../sandbox/index.ts';

/** Dispatches a command on the default branch, with one namespace given by id unless inputs say otherwise. */
export async function dispatch(
  sandbox: Sandbox,
  repository: Repository,
  command: string,
  inputs: Readonly<Record<string, string | null>> = {},
  options: Partial<RunOptions> = {},
): Promise<RunResult> {
  return await sandbox.runAction({
    event: { name: 'workflow_dispatch', payload: { repository: { default_branch: 'main' } } },
    ref: 'refs/heads/main',
    sha: await repository.commitOf('HEAD'),
    repository: repository.name,
    ...options,
    inputs: { command, 'kv-namespace': command === 'history' ? null : PRODUCTION_NAMESPACE, ...inputs },
  });
}

/** The ref of the ledger when nothing else is said. */
export const LEDGER = 'refs/tagship/ledger';

/** What plain Git says of the ledger, in the bare repository. */
export async function ledgerGit(repository: Repository, ...args: string[]): Promise<string> {
  return await repository.git(['--git-dir', repository.bare, ...args]);
}

/** An entry of the ledger, as it stands in Git. */
export async function entryOf(repository: Repository, path: string, at = LEDGER): Promise<Record<string, unknown>> {
  return JSON.parse(await repository.fileAt(at, `${path}.json`)) as Record<string, unknown>;
}

/** What the ledger remembers of the versions of a component, as plain Git shows it. */
export async function versionsOf(
  repository: Repository,
  component: string,
  at = LEDGER,
): Promise<Record<string, Record<string, unknown>>> {
  const file = await entryOf(repository, `versions/components/${component}`, at);
  return file.versions as Record<string, Record<string, unknown>>;
}

/** The subjects of the ledger's commits, the first one first. */
export async function subjects(repository: Repository, ref = LEDGER): Promise<string[]> {
  return await looseOr(
    () => [...repository.loose.history(ref)].map(({ message }) => message.split('\n', 1)[0] ?? '').reverse(),
    async () => (await ledgerGit(repository, 'log', '--reverse', '--format=%s', ref)).split('\n'),
  );
}

/** The values of a trailer of the ledger's commits, as Git reads them, the first commit first. */
export async function trailers(repository: Repository, key: string): Promise<string[]> {
  const format = `--format=<%(trailers:key=${key},valueonly,separator=%x2c)>`;
  return (await ledgerGit(repository, 'log', '--reverse', format, LEDGER)).split('\n').map((line) => line.slice(1, -1));
}

/** Brings tags that a command moved into the worktree, as whoever receives the event of the move would have them. */
export async function fetchTags(repository: Repository): Promise<void> {
  await repository.git(['fetch', '--quiet', '--force', '--prune', 'origin', '+refs/tags/*:refs/tags/*']);
}

/** Commits of a component in several versions, each with a version tag; the content is `{component} {version}`. */
export async function publish(repository: Repository, component: string, ...versions: string[]): Promise<void> {
  for (const version of versions) {
    await repository.commit(`${component} ${version}`, { [`${component}.md`]: `${component} ${version}` });
    await repository.edgitTag(component, version);
  }
}

/** All refs of a repository and what they point at. */
export async function refsOf(repository: Repository): Promise<Record<string, string>> {
  return await repository.refs();
}

/** Everything that is in KV: keys, values and metadata. */
export async function kvOf(sandbox: Sandbox, namespace = PRODUCTION_NAMESPACE): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = {};
  for (const key of (await sandbox.kv.list(namespace)).sort()) {
    const found = await sandbox.kv.get(namespace, key);
    all[key] = { text: Buffer.from(found?.bytes ?? []).toString('base64'), metadata: found?.metadata };
  }
  return all;
}

/** The codes of the errors of a run, in order. */
export function codesOf(run: RunResult): string[] {
  return run.annotations.flatMap(({ level, message }) => {
    const code = /^tagship\(([a-z-]+)\): /.exec(message)?.[1];
    return level === 'error' && code !== undefined ? [code] : [];
  });
}

/** The pushes that Git carried out or refused. */
export function pushes(requests: readonly RecordedRequest[]): RecordedRequest[] {
  return requests.filter(({ operation }) => operation === 'git push');
}

/** Files of the ledger by path; null deletes one. */
export type LedgerFiles = Readonly<Record<string, string | null>>;

/**
 * Puts a commit on the ledger that Tagship did not make.
 * @param message undefined for one as Tagship writes it
 */
export async function writeLedger(repository: Repository, files: LedgerFiles, message?: string): Promise<string> {
  const tip = (await repository.refs())[LEDGER] ?? '';
  const head = await ledgerGit(repository, 'show', '--no-patch', '--format=%ct %(trailers:key=Seq,valueonly)', tip);
  const [time, seq] = head.split(' ').map(Number) as [number, number];
  const [year, month, day] = new Date(time * 1000).toISOString().slice(0, 10).split('-');
  const dayFile = `.at/${year}-${month}/${day}`;
  const listed = await repository.fileAt(tip, dayFile).catch(() => '');
  const all = { ...files, [dayFile]: `${listed === '' ? '' : `${listed}\n`}${time} ${tip}\n` };
  const changes = Object.entries(all).map(([file, text]) =>
    text === null ? `D ${file}` : `M 100644 inline ${file}\n${dataOf(text)}`,
  );
  const who = `Ada Lovelace <ada@example.com> ${time} +0000`;
  const text = message ?? `By hand\n\nSeq: ${seq + 1}\nActor: nobody`;
  const input = [
    `commit ${LEDGER}`,
    `committer ${who}`,
    dataOf(`${text.trimEnd()}\n`),
    `from ${tip}`,
    ...changes,
    '',
  ].join('\n');
  await repository.git(['--git-dir', repository.bare, 'fast-import', '--quiet'], { input });
  return (await repository.refs())[LEDGER] ?? '';
}

/** Bytes as `git fast-import` is given them. */
function dataOf(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}`;
}

/** Writes into the ledger that a gate found versions of a component healthy in an environment, the newest first. */
export async function markHealthy(
  repository: Repository,
  component: string,
  environment: string,
  versions: readonly string[],
): Promise<void> {
  const known = await versionsOf(repository, component);
  for (const version of versions) {
    known[version] = { ...known[version], healthy: [environment] };
  }
  const file = `${environment}/components/${component}`;
  const entry = await entryOf(repository, file);
  await writeLedger(repository, {
    [`versions/components/${component}.json`]: JSON.stringify({ schema: 1, versions: known }),
    [`${file}.json`]: JSON.stringify({ ...entry, healthy: versions }),
  });
}

async function schemaOf(name: string): Promise<z.ZodType> {
  const text = await readFile(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8');
  return z.fromJSONSchema(JSON.parse(text) as Parameters<typeof z.fromJSONSchema>[0]);
}

/** The ids of the files that a commit of the bare repository has, by path. */
async function filesOf(repository: Repository, ref: string): Promise<Map<string, string>> {
  return await looseOr(
    () => repository.loose.files(repository.loose.commit(ref).headers.tree?.[0] ?? ''),
    async () => {
      const lines = (await ledgerGit(repository, 'ls-tree', '-r', '-z', ref)).split('\0').filter((line) => line !== '');
      return new Map(lines.map((line) => [line.split('\t')[1] ?? '', line.split(/[ \t]/)[2] ?? '']));
    },
  );
}

/**
 * Checks what holds for every ledger: numbers without a gap, dates that never go back, every earlier commit in the index
 * of days, files as their published schemas say, and no version before itself. Contents stand beside their entries.
 */
export async function expectSoundLedger(repository: Repository, ref = LEDGER): Promise<void> {
  const format = '--format=%H %ct %P|%(trailers:key=Seq,valueonly,separator=%x20)';
  const commits = (await ledgerGit(repository, 'log', '--reverse', format, ref)).split('\n').map((line) => {
    const [head = '', seq = ''] = line.split('|');
    const [commit = '', time = '', ...parents] = head.trim().split(' ');
    return { commit, time: Number(time), parents, seq };
  });
  expect(commits.map(({ seq }) => seq)).toEqual(commits.map((_, i) => String(i + 1)));
  expect(commits.map(({ parents }) => parents)).toEqual(commits.map((_, i) => commits.slice(i - 1, i).map(idOf)));
  expect(commits.map(({ time }) => time)).toEqual(commits.map(({ time }) => time).sort((a, b) => a - b));

  const blobs = await filesOf(repository, ref);
  const days: string[] = [];
  const [entrySchema, versionsSchema] = [await schemaOf('ledger-entry'), await schemaOf('ledger-versions')];
  for (const file of [...blobs.keys()].sort()) {
    const text = await repository.fileAt(ref, file);
    if (file.startsWith('.at/')) {
      days.push(...text.split('\n'));
    } else if (file.startsWith('versions/')) {
      versionsSchema.parse(JSON.parse(text));
    } else if (file.endsWith('.json') && !file.startsWith('.')) {
      const entry = entrySchema.parse(JSON.parse(text)) as Record<string, unknown>;
      expect(entry.version === null || entry.previous !== entry.version).toBe(true);
      expect(blobs.get(file.replace(/\.json$/, '~content')) ?? null).toBe(entry.blob);
    }
  }
  expect(days.sort()).toEqual(
    commits
      .slice(0, -1)
      .map(({ commit, time }) => `${time} ${commit}`)
      .sort(),
  );
}

function idOf({ commit }: { readonly commit: string }): string {
  return commit;
}

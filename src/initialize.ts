import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { COMMANDS } from './action/spec.ts';
import { Clone, lines } from './adapters/git/clone.ts';
import { adaptWorkflow, type Plan, planInit, titleOf, WORKFLOWS, workflowFile } from './cli/init-plan.ts';
import type { Screen } from './cli/screen.ts';
import { shellQuote } from './domain/post-mortem/shell.ts';
import { count, printable } from './domain/text.ts';
import { parseWrangler, WRANGLER_FILES, type WranglerConfig } from './domain/wrangler.ts';
import { TagshipError } from './errors.ts';
import type { Machine } from './terminal.ts';

const CONFIG_FILE = '.github/tagship.yml';

/** Components that are named one by one. */
const MAX_NAMED = 10;

/**
 * Writes a configuration and workflows for the repository of this clone, and says what is left to set up. What is there
 * already stays as it is.
 */
export async function initialize(
  { dryRun }: { readonly dryRun: boolean },
  { cwd, environment, home }: Pick<Machine, 'cwd' | 'environment' | 'home'>,
  screen: Screen,
): Promise<void> {
  const clone = await Clone.around(cwd, environment);
  if (clone === undefined) {
    throw new TagshipError(
      'repository-unknown',
      'This folder is in no clone of a repository.',
      'Run `tagship init` in a clone of the repository that has the components.',
    );
  }
  const defaultBranch = await branchOf(clone);
  const plan = planInit({
    tags: lines(await clone.git(['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/tags'])),
    files: (await clone.git(['ls-files', '-z', '--cached', '--others', '--exclude-standard'])).split('\0'),
    wrangler: await wranglerIn(clone.root),
  });
  screen.print(
    `Found: ${count(plan.components.length, 'component')} with tags, ${count(plan.untagged.length, 'component')} without, environments ${plan.environments.join(', ')}.`,
  );
  const files = new Map([[CONFIG_FILE, plan.config]]);
  for (const name of WORKFLOWS) {
    const example = await readFile(join(home, 'examples', 'workflows', `${name}.yml`), 'utf8');
    files.set(workflowFile(name), adaptWorkflow(example, plan, defaultBranch));
  }
  let written = 0;
  for (const [file, text] of files) {
    const isNew = await write(join(clone.root, file), text, dryRun);
    written += isNew ? 1 : 0;
    screen.print(isNew ? `${dryRun ? 'Would write' : 'Wrote'} ${file}` : `Left as it is: ${file}, which exists`);
  }
  screen.print(['', 'What is left to do:', ...leftToDo(plan, defaultBranch, written > 0 && !dryRun)].join('\n'));
}

/** Writes a file that does not exist yet. @returns whether it did not */
async function write(file: string, text: string, dryRun: boolean): Promise<boolean> {
  if (dryRun) {
    return await readFile(file).then(
      () => false,
      () => true,
    );
  }
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

async function branchOf(clone: Clone): Promise<string> {
  const head = await clone.git(['symbolic-ref', '--short', 'refs/remotes/origin/HEAD']).catch(() => '');
  const current =
    head.trim().replace(/^origin\//, '') || (await clone.git(['symbolic-ref', '--short', 'HEAD']).catch(() => ''));
  return current.trim() || 'main';
}

async function wranglerIn(root: string): Promise<WranglerConfig | undefined> {
  for (const name of WRANGLER_FILES) {
    const text = await readFile(join(root, name), 'utf8').catch(() => undefined);
    if (text !== undefined) {
      const config = parseWrangler(text, name);
      return 'problem' in config ? undefined : config;
    }
  }
  return undefined;
}

function leftToDo(
  { homeless, untagged, components, newest, environments }: Plan,
  branch: string,
  hasNew: boolean,
): string[] {
  const steps: (readonly string[])[] = [
    [
      'Give the workflows access to Cloudflare (a token with "Workers KV Storage: Edit"):',
      'gh secret set CLOUDFLARE_API_TOKEN',
      'gh secret set CLOUDFLARE_ACCOUNT_ID',
    ],
  ];
  if (homeless.length > 0) {
    steps.push([
      `Create the KV namespaces that are missing, and write all ids into ${CONFIG_FILE}:`,
      ...homeless.map((environment) => `npx wrangler kv namespace create ${shellQuote(titleOf(environment))}`),
    ]);
  }
  if (hasNew) {
    steps.push([
      `Review the files, and bring them to the default branch (${printable(branch)}):`,
      'git add .github',
      'git commit -m "Set up Tagship"',
      'git push',
    ]);
  }
  const [first] = environments;
  const named = untagged.slice(0, MAX_NAMED);
  if (named.length > 0) {
    const rest = untagged.length - named.length;
    steps.push([
      `Tag the first version of what has none${rest > 0 ? ` (and ${rest} more)` : ''}, after the workflows are there:`,
      ...named.map((name) => tagLine(`components/${name}/v1.0.0`)),
    ]);
  }
  const [example] = [...components, ...named];
  if (example !== undefined && first !== undefined) {
    const version = newest.get(example) ?? 'v1.0.0';
    steps.push([
      'Put a version into an environment:',
      `npx tagship promote --components ${shellQuote(example)} --environment ${shellQuote(first)} --version ${version}`,
    ]);
  }
  const commands: readonly string[] = COMMANDS;
  steps.push(
    commands.includes('doctor')
      ? ['Check all of it:', 'npx tagship doctor']
      : ['Check that KV is as the tags say:', 'npx tagship reconcile'],
  );
  return steps.flatMap(([what = '', ...rest], i) => [`${i + 1}. ${what}`, ...rest.map((line) => `     ${line}`)]);
}

function tagLine(tag: string): string {
  const quoted = shellQuote(tag);
  return `git tag -a -m ${shellQuote(tag.split('/').slice(1).join(' '))} ${quoted} && git push origin ${quoted}`;
}

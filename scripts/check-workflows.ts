/**
 * Checks the repository's workflows, the example workflows, `action.yml`, and the documentation: every YAML block is
 * read as a workflow, or a part of one, by GitHub's own language service and the rules of this repository, or as a
 * configuration, as a run reads it; links have to lead somewhere, and commands to exist.
 */
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parse, parseDocument, visit } from 'yaml';
import { commandProblems, configProblems, linkProblems, workflowsIn } from './documents.ts';

/** One workflow or action, alone in its file or inside a Markdown file. */
export interface Source {
  readonly file: string;
  readonly text: string;
  /** Our own workflows must keep more rules than those we show to others. */
  readonly kind: 'own' | 'example' | 'action';
  /** Where the text begins in its file, counted from 0. */
  readonly startLine: number;
  /** Whether it is a part that was made whole, so that events and earlier steps are unknown. */
  readonly isPart?: boolean | undefined;
}

/** Something that is wrong; line and column count from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** What `action.yml` says of the inputs. */
export interface ActionMetadata {
  readonly name: string;
  readonly description: string;
  readonly inputs?: Readonly<Record<string, { description: string; required?: boolean; default?: string }>>;
}

/** The part of GitHub's language service that is used here. */
export interface LanguageService {
  validate(
    document: { uri: string; getText(): string },
    config: {
      actionsMetadataProvider: {
        fetchActionMetadata(action: { owner: string; name: string; path?: string }): Promise<ActionMetadata>;
      };
    },
  ): Promise<readonly { message: string; range: { start: { line: number; character: number } } }[]>;
  registerLogger(logger: Record<'error' | 'warn' | 'info' | 'log', (message: string) => void>): void;
}

/** How a workflow of somebody else names this action. */
const RELEASE = 'tagship/tagship@v0';

const root = path.join(import.meta.dirname, '..');

/** What GitHub's language service finds: syntax, contexts, permissions, events, inputs of this action. */
export async function checkSyntax(
  service: LanguageService,
  source: Source,
  action: ActionMetadata,
): Promise<Problem[]> {
  const found = await service.validate(
    // The service remembers what it parsed by the address, and tells by it a workflow from an action.
    { uri: uriOf(source), getText: () => (source.kind === 'action' ? source.text : withLocalAction(source.text)) },
    {
      actionsMetadataProvider: {
        fetchActionMetadata: async ({ owner, name, path: folder }) =>
          `${owner}/${name}` === 'tagship/tagship' && folder === undefined
            ? action
            : // Without inputs, none is checked.
              { name, description: '' },
      },
    },
  );
  const known = found.filter(
    ({ message }) => source.isPart !== true || !message.startsWith('Context access might be invalid'),
  );
  const problems = known.map(({ message, range: { start } }) => ({
    file: source.file,
    line: source.startLine + start.line + 1,
    column: start.character + 1,
    message: message.trim().split('\n')[0] ?? '',
  }));
  // The service reports some mistakes twice.
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

let documents = 0;

function uriOf({ kind }: Source): string {
  documents += 1;
  return kind === 'action' ? `file:///${documents}/action.yml` : `file:///${documents}/.github/workflows/workflow.yml`;
}

/** The service knows no inputs of `./`, so it is shown the released name instead. */
function withLocalAction(text: string): string {
  let result = '';
  let done = 0;
  visit(parseDocument(text, { logLevel: 'silent' }), {
    Pair(_, { key, value }) {
      if (isScalar(key) && key.value === 'uses' && isScalar(value) && value.value === './' && value.range != null) {
        result += text.slice(done, value.range[0]) + RELEASE;
        done = value.range[1];
      }
    },
  });
  return result + text.slice(done);
}

/** The rules of this repository that a workflow breaks. Of a text that is not YAML nothing is said. */
export function checkRules(source: Source): Problem[] {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines, logLevel: 'silent' });
  const problems: Problem[] = [];
  const report: Report = (offset, message) => {
    const { line, col } = lines.linePos(offset);
    problems.push({ file: source.file, line: source.startLine + line, column: col, message });
  };
  if (source.kind === 'action' || document.errors.length > 0) {
    return problems;
  }
  visit(document, {
    Alias: (_, node) => report(startOf(node), 'An alias hides from these rules what it stands for: write it out.'),
  });
  const workflow = document.contents;
  const jobs = entries(under(workflow, 'jobs'));
  for (const job of jobs) {
    checkPermissions(workflow, job, report);
    if (source.kind === 'own') {
      checkTimeout(job, report);
    }
    checkUses(job.value, source.kind, report);
    const steps = under(job.value, 'steps');
    for (const step of isSeq(steps) ? steps.items : []) {
      checkUses(step, source.kind, report);
      checkRun(step, source.text, report);
      if (source.kind === 'own') {
        checkCheckout(step, report);
      }
    }
  }
  if (source.file.replaceAll('\\', '/') === '.github/workflows/ci.yml') {
    checkAll(jobs, report);
  }
  return problems;
}

type Report = (offset: number, message: string) => void;

/** A key of a mapping with its value. */
interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly offset: number;
}

function entries(node: unknown): Entry[] {
  return (isMap(node) ? node.items : []).map(({ key, value }) => ({
    key: String(isScalar(key) ? key.value : key),
    value,
    offset: startOf(key),
  }));
}

function under(node: unknown, key: string): unknown {
  return isMap(node) ? node.get(key, true) : undefined;
}

function textUnder(node: unknown, key: string): string | undefined {
  const value = under(node, key);
  return isScalar(value) ? String(value.value) : undefined;
}

function startOf(node: unknown): number {
  return (isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)) && node.range != null ? node.range[0] : 0;
}

function checkPermissions(workflow: unknown, job: Entry, report: Report): void {
  if (under(workflow, 'permissions') === undefined && under(job.value, 'permissions') === undefined) {
    report(job.offset, `The job \`${job.key}\` has no \`permissions:\`, and the workflow has none for all jobs.`);
  }
}

function checkTimeout(job: Entry, report: Report): void {
  // A job that calls a workflow cannot have one.
  if (under(job.value, 'timeout-minutes') === undefined && under(job.value, 'uses') === undefined) {
    report(job.offset, `The job \`${job.key}\` has no \`timeout-minutes:\`.`);
  }
}

function checkUses(node: unknown, kind: Source['kind'], report: Report): void {
  const value = under(node, 'uses');
  const uses = textUnder(node, 'uses');
  if (uses === undefined || uses.startsWith('./') || (kind === 'example' && uses === RELEASE)) {
    return;
  }
  if (uses.startsWith('docker://')) {
    if (!/@sha256:[0-9a-f]{64}$/.test(uses)) {
      report(startOf(value), `\`${uses}\` is not pinned by its digest.`);
    }
  } else if (!/@[0-9a-f]{40}$/.test(uses)) {
    report(startOf(value), `\`${uses}\` is not pinned by a full commit SHA.`);
  } else if (!(isScalar(value) && /^\s*v\d/.test(value.comment ?? ''))) {
    report(startOf(value), `\`${uses}\` has no comment with its version.`);
  }
}

function checkRun(step: unknown, text: string, report: Report): void {
  if (textUnder(step, 'run')?.includes('${{')) {
    const offset = text.indexOf('${{', startOf(under(step, 'run')));
    report(offset, 'An expression inside `run:` can inject code: hand it in by `env:`.');
  }
}

function checkCheckout(step: unknown, report: Report): void {
  if (
    textUnder(step, 'uses')?.startsWith('actions/checkout@') &&
    textUnder(under(step, 'with'), 'persist-credentials') !== 'false'
  ) {
    report(startOf(under(step, 'uses')), 'The checkout keeps the token: set `persist-credentials: false`.');
  }
}

/** One job is required of every pull request; it must wait for all others, and run whatever became of them. */
function checkAll(jobs: readonly Entry[], report: Report): void {
  const all = jobs.find(({ key }) => key === 'all');
  if (all === undefined) {
    report(0, 'There is no job `all` that waits for the others.');
    return;
  }
  if (textUnder(all.value, 'if')?.replace(/^\$\{\{\s*|\s*\}\}$/g, '') !== 'always()') {
    report(all.offset, 'The job `all` is skipped when another failed, and so passes: it needs `if: always()`.');
  }
  const needs = under(all.value, 'needs');
  const waits = (isSeq(needs) ? needs.items : [needs]).map((one) => (isScalar(one) ? one.value : undefined));
  for (const { key, offset } of jobs) {
    if (key !== 'all' && !waits.includes(key)) {
      report(offset, `The job \`${key}\` is not in \`needs:\` of the job \`all\`.`);
    }
  }
}

/**
 * Loads GitHub's language service. It imports JSON in a way that only bundlers accept, so it is bundled first.
 * @param failed is told of failures that the service would keep to itself
 */
export async function loadLanguageService(failed: (message: string) => void): Promise<LanguageService> {
  await mkdir(path.join(root, 'build'), { recursive: true });
  const folder = await mkdtemp(path.join(root, 'build', 'language-service-'));
  try {
    const outfile = path.join(folder, 'index.mjs');
    await build({
      stdin: { contents: "export { registerLogger, validate } from '@actions/languageservice';", resolveDir: root },
      bundle: true,
      platform: 'browser',
      format: 'esm',
      outfile,
      logLevel: 'warning',
    });
    const service: LanguageService = await import(pathToFileURL(outfile).href);
    const ignore = (): void => undefined;
    service.registerLogger({ error: failed, warn: ignore, info: ignore, log: ignore });
    return service;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What `action.yml` says, for the language service. */
export function readMetadata(text: string): ActionMetadata {
  return parse(text);
}

async function filesIn(folder: string, extension: RegExp): Promise<string[]> {
  const names = await readdir(path.join(root, folder)).catch(() => []);
  return names
    .filter((name) => extension.test(name))
    .sort()
    .map((name) => path.posix.join(folder, name));
}

/** The texts that are checked, by their files. */
async function readAll(files: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return new Map(
    await Promise.all(
      files.map(async (file) => [file, await readFile(path.join(root, file), 'utf8')] as [string, string]),
    ),
  );
}

/** Pages of the documentation. */
async function documentFiles(): Promise<string[]> {
  return [
    ...(await filesIn('.', /^[A-Z]+\.md$/)),
    ...(await filesIn('docs', /\.md$/)),
    ...(await filesIn('examples', /\.md$/)),
  ];
}

async function exampleFiles(): Promise<string[]> {
  return [
    ...(await filesIn('examples/workflows', /\.ya?ml$/)),
    ...(await filesIn('examples/organisation', /\.ya?ml$/)),
  ];
}

async function documentProblems(documents: ReadonlyMap<string, string>): Promise<Problem[]> {
  const examples = await readAll(await exampleFiles());
  const byName = new Map([...examples].map(([file, text]) => [path.basename(file), text]));
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(
    await readFile(path.join(root, 'package.json'), 'utf8'),
  );
  const read = async (file: string): Promise<string | undefined> => {
    const whole = path.join(root, file);
    return (await stat(whole).catch(() => undefined))?.isDirectory() === true
      ? ''
      : await readFile(whole, 'utf8').catch(() => undefined);
  };
  const found = [...documents].map(async ([file, text]) => [
    ...configProblems(file, text),
    ...commandProblems(file, text, byName, Object.keys(scripts)),
    ...(await linkProblems(file, text, read)),
  ]);
  return (await Promise.all(found)).flat();
}

async function main(): Promise<0 | 1> {
  const documents = await readAll(await documentFiles());
  const sources: Source[] = [];
  const kinds = [
    ['action', ['action.yml']],
    ['own', await filesIn('.github/workflows', /\.ya?ml$/)],
    ['example', await exampleFiles()],
  ] as const;
  for (const [kind, files] of kinds) {
    sources.push(...[...(await readAll(files))].map(([file, text]) => ({ file, text, kind, startLine: 0 })));
  }
  sources.push(...[...documents].flatMap(([file, text]) => workflowsIn(file, text)));
  const failures: string[] = [];
  const service = await loadLanguageService((message) => failures.push(message));
  const metadata = readMetadata(await readFile(path.join(root, 'action.yml'), 'utf8'));
  const problems: Problem[] = [];
  for (const source of sources) {
    problems.push(...(await checkSyntax(service, source, metadata)), ...checkRules(source));
  }
  problems.push(...(await documentProblems(documents)));
  const lines = [
    ...problems.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`),
    ...failures.map((message) => `The language service failed: ${message}`),
  ];
  const count = (kind: Source['kind']): number => sources.filter((source) => source.kind === kind).length;
  process.stdout.write(
    lines.length === 0
      ? `action.yml, ${count('own')} workflows, ${count('example')} examples of workflows and ${documents.size} pages are sound.\n`
      : `${lines.join('\n')}\n`,
  );
  return lines.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  process.exitCode = await main();
}

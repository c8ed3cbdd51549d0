import type { BacktestRequest } from '../commands/backtest.ts';
import type { CompareRequest } from '../commands/compare.ts';
import type { DoctorRequest } from '../commands/doctor/set-up.ts';
import type { GuardRequest } from '../commands/guard/guard.ts';
import type { HistoryRequest } from '../commands/history.ts';
import type { PromoteRequest } from '../commands/promote.ts';
import type { ReconcileRequest } from '../commands/reconcile.ts';
import type { RestoreRequest } from '../commands/restore.ts';
import type { RollbackRequest } from '../commands/rollback.ts';
import type { ValidateRequest } from '../commands/validate.ts';
import type { GateInputs } from '../domain/gate/resolve.ts';
import { isGlob } from '../domain/glob.ts';
import { didYouMean } from '../domain/nearest.ts';
import { linesOf } from '../domain/text.ts';
import { TagshipError } from '../errors.ts';
import {
  checkEnvironment,
  checkPatterns,
  checkVersion,
  readBoolean,
  readCount,
  readDuration,
  readNumber,
  readTime,
  required,
  requiredLines,
} from './input-values.ts';
import type { Environment, GivenInputs } from './raw-inputs.ts';
import type { Command } from './spec.ts';

/** What `deploy` is to deploy. */
export type DeploySelection =
  | { readonly by: 'pushed-tag' }
  | { readonly by: 'tag'; readonly tag: string }
  | { readonly by: 'components'; readonly patterns: readonly string[]; readonly environment: string };

/** The inputs that are a command's own. */
export type OwnInputs =
  | { readonly command: 'deploy'; readonly selection: DeploySelection }
  | { readonly command: 'guard'; readonly request: GuardRequest }
  | { readonly command: 'promote'; readonly request: PromoteRequest }
  | { readonly command: 'rollback'; readonly request: RollbackRequest }
  | { readonly command: 'restore'; readonly request: RestoreRequest }
  | { readonly command: 'reconcile'; readonly request: ReconcileRequest }
  | { readonly command: 'validate'; readonly scope: ValidateRequest['scope']; readonly comment: boolean }
  | { readonly command: 'history'; readonly request: HistoryRequest }
  | { readonly command: 'doctor'; readonly request: DoctorRequest }
  | { readonly command: 'compare'; readonly request: CompareRequest }
  | { readonly command: 'backtest'; readonly request: BacktestRequest };

/**
 * Reads the inputs that are the command's own. What only some of them need is loaded for those.
 * @throws TagshipError
 */
export async function readOwn(given: GivenInputs, command: Command, environment: Environment): Promise<OwnInputs> {
  switch (command) {
    case 'deploy':
      return { command, selection: readSelection(given) };
    case 'guard':
      return { command, request: await readGuard(given) };
    case 'promote':
      return { command, request: readPromotion(given) };
    case 'rollback':
      return { command, request: readRollback(given) };
    case 'restore':
      return { command, request: await readRestore(given) };
    case 'reconcile':
      return { command, request: readReconcile(given) };
    case 'validate':
      return { command, scope: readScope(given), comment: readBoolean(given, 'comment', false) };
    case 'history':
      return { command, request: await readHistory(given, environment.GITHUB_WORKSPACE) };
    case 'doctor':
      return { command, request: { environment: readEnvironment(given) } };
    case 'compare':
      return { command, request: readCompare(given) };
    case 'backtest':
      return { command, request: await readBacktest(given) };
  }
}

function readSelection(given: GivenInputs): DeploySelection {
  const tag = given.get('tag');
  const components = linesOf(given.get('components') ?? '');
  const environment = given.get('environment');
  if (tag !== undefined && (components.length > 0 || environment !== undefined)) {
    throw new TagshipError(
      'input-invalid',
      'The input `tag` was given together with `components` or `environment`.',
      'Give either `tag`, or `components` and `environment`.',
    );
  }
  if (tag !== undefined) {
    return { by: 'tag', tag };
  }
  if (components.length === 0 && environment === undefined) {
    return { by: 'pushed-tag' };
  }
  if (components.length === 0 || environment === undefined) {
    throw new TagshipError(
      'input-missing',
      `The input \`${components.length === 0 ? 'environment' : 'components'}\` was given without \`${components.length === 0 ? 'components' : 'environment'}\`.`,
      'Give both, or neither to deploy the pushed tag.',
    );
  }
  checkPatterns(components);
  checkEnvironment(environment, 'environment');
  return { by: 'components', patterns: components, environment };
}

const SCOPES: readonly ValidateRequest['scope'][] = ['all', 'changed'];

function readScope(given: GivenInputs): ValidateRequest['scope'] {
  const text = given.get('scope') ?? 'all';
  const scope = SCOPES.find((one) => one === text);
  if (scope === undefined) {
    throw new TagshipError(
      'input-invalid',
      `The input \`scope\` is \`${text}\`, which is no scope.`,
      `${didYouMean(text, SCOPES)} Give \`all\` or \`changed\`.`.trimStart(),
    );
  }
  return scope;
}

async function readGuard(given: GivenInputs): Promise<GuardRequest> {
  const selection = readSelection(given);
  const gate: GateInputs = {
    metricUrl: given.get('metric-url'),
    metricPath: given.get('metric-path'),
    metricErrors: given.get('metric-errors'),
    metricTotal: given.get('metric-total'),
    threshold: readNumber(given, 'threshold'),
    initialDelayMs: readDuration(given, 'initial-delay', 0),
    intervalMs: readDuration(given, 'interval', 1),
    bakeMs: readDuration(given, 'bake', 0),
    count: readCount(given, 'count', 1),
    failureLimit: readCount(given, 'failure-limit', 0),
  };
  // What is wrong with them is found before anything is asked of a server.
  const { gatePolicyOf } = await import('../domain/gate/resolve.ts');
  gatePolicyOf(undefined, gate);
  return {
    selection: selection.by === 'pushed-tag' ? { by: 'run' } : selection,
    gate,
    failOnRollback: readBoolean(given, 'fail-on-rollback', true),
  };
}

function readPromotion(given: GivenInputs): PromoteRequest {
  const { patterns, environment } = readPlaces(given, 'promote');
  const version = given.get('version');
  const from = given.get('from');
  if ((version === undefined) === (from === undefined)) {
    throw new TagshipError(
      version === undefined ? 'input-missing' : 'input-invalid',
      version === undefined ? 'It is not said what to promote.' : 'Both `version` and `from` were given.',
      'Give either the input `version`, or `from` with the environment that runs it.',
    );
  }
  if (from === environment) {
    throw new TagshipError(
      'input-invalid',
      `The inputs \`from\` and \`environment\` are both \`${from}\`.`,
      'Name two environments.',
    );
  }
  return {
    patterns,
    environment,
    source: version === undefined ? { from: checkEnvironment(from ?? '', 'from') } : { version: checkVersion(version) },
  };
}

function readRollback(given: GivenInputs): RollbackRequest {
  const version = given.get('version') ?? 'last-healthy';
  const target = version === 'last-healthy' || version === 'previous' ? version : { version: checkVersion(version) };
  const percentage = readNumber(given, 'percentage');
  if (percentage !== undefined && (percentage < 0 || percentage >= 100)) {
    throw new TagshipError(
      'input-invalid',
      `The input \`percentage\` is \`${given.get('percentage')}\`, which is no part of the users.`,
      'Give a number from 0 to less than 100.',
    );
  }
  if (percentage !== undefined && given.has('version')) {
    throw new TagshipError(
      'input-invalid',
      'The input `percentage` was given together with `version`.',
      'Give `percentage` to give a canary to fewer users, or `version` to go back.',
    );
  }
  return { ...readPlaces(given, 'rollback'), target, percentage };
}

async function readRestore(given: GivenInputs): Promise<RestoreRequest> {
  const environment = required(given, 'environment', 'restore');
  const from = given.get('from') ?? environment;
  return {
    environment: checkEnvironment(environment, 'environment'),
    from: checkEnvironment(from, 'from'),
    at: await readTime(required(given, 'at', 'restore'), 'at'),
    prune: readBoolean(given, 'prune', false),
  };
}

function readReconcile(given: GivenInputs): ReconcileRequest {
  return {
    environment: readEnvironment(given),
    heal: readBoolean(given, 'heal', false),
    prune: given.has('prune') ? readBoolean(given, 'prune', false) : undefined,
    deep: readBoolean(given, 'deep', false),
  };
}

async function readHistory(given: GivenInputs, workspace: string | undefined): Promise<HistoryRequest> {
  const lines = linesOf(given.get('components') ?? '');
  const environment = given.get('environment');
  const [at, since, until] = (['at', 'since', 'until'] as const).map((name) => given.get(name));
  if (at !== undefined && (since !== undefined || until !== undefined)) {
    throw new TagshipError(
      'input-invalid',
      'The input `at` was given together with `since` or `until`.',
      'Give either one point in time, or a range.',
    );
  }
  if (until !== undefined && since === undefined) {
    throw new TagshipError(
      'input-missing',
      'The input `until` was given without `since`.',
      'Say where the range begins, or give `at`.',
    );
  }
  const range =
    since === undefined
      ? undefined
      : {
          since: await readTime(since, 'since'),
          until: until === undefined ? undefined : await readTime(until, 'until'),
        };
  if (range?.until !== undefined && range.until < range.since) {
    throw new TagshipError('input-invalid', 'The range ends before it begins.', 'Exchange `since` and `until`.');
  }
  return {
    patterns: lines.length === 0 ? undefined : checkPatterns(lines),
    environment: environment === undefined ? undefined : checkEnvironment(environment, 'environment'),
    when:
      range !== undefined
        ? { kind: 'range', ...range }
        : at !== undefined
          ? { kind: 'at', at: await readTime(at, 'at') }
          : { kind: 'now' },
    page: readPagePath(given, workspace),
  };
}

/** Where the page is to be written, from the workspace: nothing outside of it, and nothing that Git reads. */
function readPagePath(given: GivenInputs, workspace: string | undefined): string | undefined {
  const text = given.get('page');
  const inside = workspace !== undefined && text?.startsWith(`${workspace}/`) === true;
  const path = (inside ? text.slice(workspace.length + 1) : text)?.replace(/^(?:\.\/+)+/, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: no file is called so
  if (path !== undefined && !/^(?!\/|.*(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$))[^\\\u0000-\u001f]+$/i.test(path)) {
    throw new TagshipError(
      'input-invalid',
      `The input \`page\` is \`${text}\`, which is no file in the workspace.`,
      'Give a path such as `history/index.html`.',
    );
  }
  return path;
}

function readCompare(given: GivenInputs): CompareRequest {
  const { patterns, environment } = readPlaces(given, 'compare');
  const [component = '', ...others] = patterns;
  if (others.length > 0 || isGlob(component)) {
    throw new TagshipError(
      'input-invalid',
      'The input `components` names more than one component, and `compare` compares one.',
      'Give one line such as `prompts/extraction`.',
    );
  }
  const other = checkEnvironment(required(given, 'with', 'compare'), 'with');
  if (other === environment) {
    throw new TagshipError(
      'input-invalid',
      `The inputs \`with\` and \`environment\` are both \`${other}\`.`,
      'Name two environments.',
    );
  }
  const versionOf = (name: 'version' | 'with-version'): string | undefined => {
    const version = given.get(name);
    return version === undefined ? undefined : checkVersion(version, name);
  };
  return {
    component,
    a: { environment, version: versionOf('version') },
    b: { environment: other, version: versionOf('with-version') },
  };
}

async function readBacktest(given: GivenInputs): Promise<BacktestRequest> {
  const lines = linesOf(given.get('components') ?? '');
  const [since, until] = [given.get('since'), given.get('until')];
  const request = {
    environment: checkEnvironment(required(given, 'environment', 'backtest'), 'environment'),
    patterns: lines.length === 0 ? undefined : checkPatterns(lines),
    since: since === undefined ? undefined : await readTime(since, 'since'),
    until: until === undefined ? undefined : await readTime(until, 'until'),
  };
  if (request.since !== undefined && request.until !== undefined && request.until < request.since) {
    throw new TagshipError('input-invalid', 'The range ends before it begins.', 'Exchange `since` and `until`.');
  }
  return request;
}

function readPlaces(given: GivenInputs, command: Command): { patterns: readonly string[]; environment: string } {
  return {
    patterns: checkPatterns(requiredLines(given, 'components', command)),
    environment: checkEnvironment(required(given, 'environment', command), 'environment'),
  };
}

/** The environment, where one was named. */
function readEnvironment(given: GivenInputs): string | undefined {
  const environment = given.get('environment');
  return environment === undefined ? undefined : checkEnvironment(environment, 'environment');
}

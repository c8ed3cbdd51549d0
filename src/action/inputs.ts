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
import { parseDuration } from '../domain/duration.ts';
import { environmentProblem, isReservedEnvironment } from '../domain/environment.ts';
import type { GateInputs } from '../domain/gate/resolve.ts';
import { isGlob } from '../domain/glob.ts';
import { type NamespaceRule, parseNamespaceInput } from '../domain/namespace.ts';
import { didYouMean } from '../domain/nearest.ts';
import { OVERRIDES, type Override } from '../domain/overrides.ts';
import { linesOf } from '../domain/text.ts';
import { isVersion, meantVersion } from '../domain/version.ts';
import { TagshipError, TagshipErrors } from '../errors.ts';
import { isAddress, notAnAddress } from './event.ts';
import type { Environment, GivenInputs } from './given.ts';
import { type Command, INPUTS, type InputName, type InputSpec } from './spec.ts';

/** What every command needs to know. */
export interface CommonInputs {
  readonly configPath: string;
  readonly namespaces: readonly NamespaceRule[];
  /** Token and account are empty where KV takes no part. */
  readonly cloudflare: { readonly token: string; readonly accountId: string; readonly baseUrl: string | undefined };
  readonly githubToken: string;
  readonly dryRun: boolean;
  readonly reason: string | undefined;
  readonly override: ReadonlySet<Override>;
}

/** What `deploy` is to deploy. */
export type DeploySelection =
  | { readonly by: 'pushed-tag' }
  | { readonly by: 'tag'; readonly tag: string }
  | { readonly by: 'components'; readonly patterns: readonly string[]; readonly environment: string };

/** All inputs, read once and checked, by command. */
export type Inputs = CommonInputs &
  (
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
    | { readonly command: 'backtest'; readonly request: BacktestRequest }
  );

/**
 * Reads and checks every input.
 * @param command what will run
 * @param needsCloudflare whether KV takes part; a rebuild does without
 * @throws TagshipErrors with everything that is wrong
 */
export async function readInputs(
  given: GivenInputs,
  environment: Environment,
  command: Command,
  needsCloudflare = true,
): Promise<Inputs> {
  const problems = [...unknownInputs(given, command)];
  const note = (error: unknown): undefined => {
    if (!(error instanceof TagshipError)) {
      throw error;
    }
    problems.push(error);
  };
  const check = <T>(read: () => T, fallback: T): T => {
    try {
      return read();
    } catch (error) {
      note(error);
      return fallback;
    }
  };
  const override = check(() => readOverride(given), new Set<Override>());
  const own = await readOwn(given, command, environment).catch(note);
  const common: CommonInputs = {
    configPath: check(() => readConfigPath(given), ''),
    namespaces: check(() => readNamespaces(given), []),
    cloudflare: readCloudflare(given, environment, needsCloudflare, check),
    githubToken: check(
      () => secret(given.get('github-token') ?? environment.GITHUB_TOKEN, 'github-token', 'GITHUB_TOKEN'),
      '',
    ),
    dryRun: check(() => readBoolean(given, 'dry-run', false), false),
    reason: given.get('reason'),
    override,
  };
  if (override.size > 0 && common.reason === undefined) {
    problems.push(
      new TagshipError('input-missing', 'The input `override` needs a reason.', 'Say why in the input `reason`.'),
    );
  }
  if (problems.length > 0 || own === undefined) {
    throw new TagshipErrors(problems);
  }
  return { ...common, ...own };
}

type Own = Inputs extends infer One ? (One extends CommonInputs ? Omit<One, keyof CommonInputs> : never) : never;

/** The inputs that are the command's own. What only some of them need is loaded for those. */
async function readOwn(given: GivenInputs, command: Command, environment: Environment): Promise<Own> {
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

function readNumber(given: GivenInputs, name: InputName): number | undefined {
  const text = given.get(name);
  const value = text === undefined ? undefined : Number(text);
  if (value !== undefined && !Number.isFinite(value)) {
    throw new TagshipError(
      'input-invalid',
      `The input \`${name}\` is \`${text}\`, which is no number.`,
      'Give a number such as `0.05`.',
    );
  }
  return value;
}

/** @param least the smallest number that is accepted */
function readCount(given: GivenInputs, name: InputName, least: number): number | undefined {
  const value = readNumber(given, name);
  if (value !== undefined && (!Number.isSafeInteger(value) || value < least)) {
    throw new TagshipError(
      'input-invalid',
      `The input \`${name}\` is \`${given.get(name)}\`, which is no whole number of at least ${least}.`,
      `Give a number such as \`${least + 4}\`.`,
    );
  }
  return value;
}

/** @param least milliseconds */
function readDuration(given: GivenInputs, name: InputName, least: number): number | undefined {
  const text = given.get(name);
  const value = text === undefined ? undefined : parseDuration(text);
  if (text !== undefined && (value === undefined || value < least)) {
    throw new TagshipError(
      'input-invalid',
      `The input \`${name}\` is \`${text}\`, which is no duration${least > 0 && value !== undefined ? ' that passes' : ''}.`,
      'Write it like `90s`, `10m` or `100ms`.',
    );
  }
  return value;
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

/** The environment, where one was named. */
function readEnvironment(given: GivenInputs): string | undefined {
  const environment = given.get('environment');
  return environment === undefined ? undefined : checkEnvironment(environment, 'environment');
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

function readPlaces(given: GivenInputs, command: Command): { patterns: readonly string[]; environment: string } {
  return {
    patterns: checkPatterns(requiredLines(given, 'components', command)),
    environment: checkEnvironment(required(given, 'environment', command), 'environment'),
  };
}

const NEEDED_HINTS: Partial<Record<InputName, string>> = {
  components: 'Give lines such as `prompts/extraction` or `prompts/*`.',
  environment: 'Give the name of an environment, such as `production`.',
  with: 'Give the name of the other environment, such as `ab-test-b`.',
  at: 'Give a time with a zone, such as `2026-05-05T14:47:00+02:00`.',
};

function required(given: GivenInputs, name: InputName, command: Command): string {
  const value = given.get(name);
  if (value === undefined) {
    throw needed(name, command);
  }
  return value;
}

function requiredLines(given: GivenInputs, name: InputName, command: Command): readonly string[] {
  const lines = linesOf(given.get(name) ?? '');
  if (lines.length === 0) {
    throw needed(name, command);
  }
  return lines;
}

function needed(name: InputName, command: Command): TagshipError {
  return new TagshipError(
    'input-missing',
    `The command \`${command}\` needs the input \`${name}\`.`,
    NEEDED_HINTS[name] ?? 'Give it in the `with:` of the step.',
  );
}

function checkVersion(version: string, input: InputName = 'version'): string {
  if (!isVersion(version)) {
    const meant = meantVersion(version) ?? '';
    throw new TagshipError(
      'input-invalid',
      `The input \`${input}\` is \`${version}\`, which is no version.`,
      isVersion(meant) ? `Did you mean \`${meant}\`?` : 'Give a version such as `v1.1.0`.',
    );
  }
  return version;
}

function checkEnvironment(environment: string, input: InputName): string {
  if (environmentProblem(environment) !== undefined) {
    throw new TagshipError(
      isReservedEnvironment(environment) ? 'environment-reserved' : 'input-invalid',
      `The input \`${input}\` is \`${environment}\`, which is no environment.`,
      'Give the name of an environment, such as `production`.',
    );
  }
  return environment;
}

function checkPatterns(lines: readonly string[]): readonly string[] {
  const excluding = lines.find((line) => line.startsWith('!'));
  if (excluding !== undefined) {
    throw new TagshipError(
      'input-invalid',
      `The input \`components\` has the line \`${excluding}\`, and a line cannot exclude.`,
      'Write only lines of what is meant.',
    );
  }
  const wrong = lines.find((line) => !/^[^/\s]+(?:\/[^/\s]+)+$/.test(line) && line !== '**');
  if (wrong !== undefined) {
    throw new TagshipError(
      'input-invalid',
      `The input \`components\` has the line \`${wrong}\`, which is not \`type/name\`.`,
      'Write lines such as `prompts/extraction` or `prompts/*`.',
    );
  }
  return lines;
}

/** A point in time, in seconds since the epoch; fractions are dropped, since the ledger has none. */
async function readTime(text: string, input: InputName): Promise<number> {
  // ISO 8601 has a form without hyphens and colons; people leave out the seconds, and the minutes of the zone, and Git
  // puts a space before it.
  const full = text
    .toUpperCase()
    .replace(
      /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?/,
      (_, year, month, day, hour, minute, second = '00') => `${year}-${month}-${day}T${hour}:${minute}:${second}`,
    )
    .replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')
    .replace(/ (?=Z$|[+-]\d)/, '')
    .replace(/,(?=\d)/, '.')
    .replace(/(T\d{2}:\d{2})(?=[Z+-])/, '$1:00')
    .replace(/(T.*[+-]\d{2})(\d{2})?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`);
  const { moment } = await import('./moment.ts');
  if (!moment.safeParse(full).success) {
    throw new TagshipError(
      'input-invalid',
      `The input \`${input}\` is \`${text}\`, which is no time with a zone.`,
      'Write it in ISO 8601, such as `2026-05-05T14:47:00+02:00` or `2026-05-05T12:47:00Z`.',
    );
  }
  return Math.floor(Date.parse(full) / 1000);
}

function readCloudflare(
  given: GivenInputs,
  environment: Environment,
  needed: boolean,
  check: <T>(read: () => T, fallback: T) => T,
): CommonInputs['cloudflare'] {
  const token = given.get('cloudflare-api-token') ?? environment.CLOUDFLARE_API_TOKEN;
  const account = given.get('cloudflare-account-id') ?? environment.CLOUDFLARE_ACCOUNT_ID;
  const absent = (value: string | undefined): boolean => !needed && (value ?? '').trim() === '';
  return {
    token: absent(token) ? '' : check(() => secret(token, 'cloudflare-api-token', 'CLOUDFLARE_API_TOKEN'), ''),
    accountId: absent(account) ? '' : check(() => readAccount(account), ''),
    baseUrl: check(() => readBaseUrl(environment), undefined),
  };
}

function readBaseUrl({ CLOUDFLARE_BASE_URL: text = '' }: Environment): string | undefined {
  const url = text.trim();
  if (url !== '' && !isAddress(url)) {
    throw notAnAddress('CLOUDFLARE_BASE_URL');
  }
  return url || undefined;
}

/** What users of `cloudflare/wrangler-action` and other actions type, without case, hyphens and underscores. */
const ALIASES: ReadonlyMap<string, InputName> = new Map([
  ['apitoken', 'cloudflare-api-token'],
  ['cloudflaretoken', 'cloudflare-api-token'],
  ['accountid', 'cloudflare-account-id'],
  ['token', 'github-token'],
  ['namespace', 'kv-namespace'],
  ['kvnamespaceid', 'kv-namespace'],
  ['namespaceid', 'kv-namespace'],
]);

function* unknownInputs(given: GivenInputs, command: Command): Generator<TagshipError> {
  const takes = `\`${command}\` takes: ${takenBy(command).join(', ')}.`;
  for (const name of given.keys()) {
    const spec: InputSpec | undefined = isInput(name) ? INPUTS[name] : undefined;
    if (spec === undefined) {
      yield misnamed(name, takes);
    } else if (spec.commands !== 'all' && !spec.commands.includes(command)) {
      yield new TagshipError(
        'input-unknown',
        `The input \`${name}\` is not taken by \`${command}\`.`,
        `Remove it. ${takes}`,
      );
    }
  }
}

/** The inputs that do not exist: one of them may have been meant as `command`. */
export function misnamedInputs(given: GivenInputs): TagshipError[] {
  return [...given.keys()].filter((name) => !isInput(name)).map((name) => misnamed(name, 'Correct or remove it.'));
}

function isInput(name: string): name is InputName {
  return Object.hasOwn(INPUTS, name);
}

function misnamed(name: string, remedy: string): TagshipError {
  const alias = ALIASES.get(name.replace(/[-_]/g, ''));
  const hint = alias === undefined ? didYouMean(name, Object.keys(INPUTS)) : ` Did you mean \`${alias}\`?`;
  return new TagshipError('input-unknown', `There is no input \`${name}\`.`, `${hint} ${remedy}`.trimStart());
}

function takenBy(command: Command): string[] {
  return Object.entries(INPUTS)
    .filter(([, { commands }]: [string, InputSpec]) => commands === 'all' || commands.includes(command))
    .map(([name]) => name);
}

function readConfigPath(given: GivenInputs): string {
  const path = (given.get('config') ?? INPUTS.config.default).replace(/^(?:\.\/)+/, '');
  if (path.startsWith('/') || path.split('/').some((part) => part === '' || part === '..' || part === '.')) {
    throw new TagshipError(
      'input-invalid',
      `The input \`config\` is \`${path}\`, which is no path inside the repository.`,
      'Give a path such as `.github/tagship.yml`.',
    );
  }
  return path;
}

function readNamespaces(given: GivenInputs): readonly NamespaceRule[] {
  const value = given.get('kv-namespace');
  const rules = value === undefined ? [] : parseNamespaceInput(value);
  if ('problem' in rules) {
    throw new TagshipError(
      'input-invalid',
      `The input \`kv-namespace\` cannot be read: ${rules.problem}.`,
      'Give one namespace, or only lines of `environment-glob: namespace`.',
    );
  }
  return rules;
}

function secret(value: string | undefined, input: string, variable: string): string {
  const text = value?.trim() ?? '';
  if (text === '') {
    throw new TagshipError(
      'token-missing',
      `There is no \`${input}\`.`,
      `Pass it as the input \`${input}\` from a secret, or set the environment variable \`${variable}\`.`,
    );
  }
  if (/[^\x21-\x7e]/.test(text)) {
    throw new TagshipError(
      'input-invalid',
      `The input \`${input}\` holds characters that no token has.`,
      'Look for a line break or a space inside the secret.',
    );
  }
  return text;
}

function readAccount(value: string | undefined): string {
  const text = value?.trim() ?? '';
  if (text === '') {
    throw new TagshipError(
      'account-missing',
      'There is no `cloudflare-account-id`.',
      'Pass it as the input `cloudflare-account-id`, or set the environment variable `CLOUDFLARE_ACCOUNT_ID`.',
    );
  }
  if (!/^[0-9a-z]{1,32}$/i.test(text)) {
    throw new TagshipError(
      'input-invalid',
      'The input `cloudflare-account-id` is not the id of an account.',
      'Copy the 32 hex digits from the URL of the Cloudflare dashboard.',
    );
  }
  return text;
}

function readBoolean(given: GivenInputs, name: InputName, fallback: boolean): boolean {
  const value = given.get(name);
  if (value === undefined) {
    return fallback;
  }
  if (/^(?:true|false)$/i.test(value)) {
    return value.toLowerCase() === 'true';
  }
  throw new TagshipError(
    'input-invalid',
    `The input \`${name}\` is \`${value}\`, which is neither \`true\` nor \`false\`.`,
    'Give `true` or `false`.',
  );
}

function readOverride(given: GivenInputs): ReadonlySet<Override> {
  const accepted = new Set<Override>();
  const names = Object.keys(OVERRIDES) as Override[];
  for (const line of linesOf(given.get('override') ?? '')) {
    const known = names.find((name) => name === line);
    if (known === undefined) {
      throw new TagshipError(
        'input-invalid',
        `The input \`override\` names \`${line}\`, which is no check.`,
        `${didYouMean(line, names)} Known: ${names.join(', ')}.`.trimStart(),
      );
    }
    accepted.add(known);
  }
  return accepted;
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

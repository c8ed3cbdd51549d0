import { type NamespaceRule, parseNamespaceInput } from '../domain/namespace.ts';
import { didYouMean } from '../domain/nearest.ts';
import { OVERRIDES, type Override } from '../domain/overrides.ts';
import { linesOf } from '../domain/text.ts';
import { TagshipError, TagshipErrors } from '../errors.ts';
import { isAddress, notAnAddress } from './event.ts';
import { unknownInputs } from './input-names.ts';
import { readBoolean } from './input-values.ts';
import { type OwnInputs, readOwn } from './own-inputs.ts';
import type { Environment, GivenInputs } from './raw-inputs.ts';
import { type Command, INPUTS } from './spec.ts';

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

/** All inputs, read once and checked, by command. */
export type Inputs = CommonInputs & OwnInputs;

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

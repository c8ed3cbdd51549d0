import { type ParseError, parse as parseJsonc, printParseErrorCode } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import * as z from 'zod';

/** The files wrangler reads, the first that exists. Source: wrangler's own look-up order. */
export const WRANGLER_FILES = ['wrangler.json', 'wrangler.jsonc', 'wrangler.toml'] as const;

const bindings = z.array(z.looseObject({ binding: z.string(), id: z.string().optional() })).optional();

const schema = z.looseObject({
  kv_namespaces: bindings,
  env: z.record(z.string(), z.looseObject({ kv_namespaces: bindings })).optional(),
});

/** A wrangler configuration, as far as KV namespaces go. */
export type WranglerConfig = z.output<typeof schema>;

/** Reads a wrangler file, or says why it cannot be read. */
export function parseWrangler(text: string, file: string): WranglerConfig | { readonly problem: string } {
  let value: unknown;
  const errors: ParseError[] = [];
  try {
    value = file.endsWith('.toml') ? parseToml(text) : parseJsonc(text, errors, { allowTrailingComma: true });
  } catch (error) {
    // What is nested too deeply is thrown by either parser.
    return { problem: (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '' };
  }
  const [first] = errors;
  if (first !== undefined) {
    return { problem: `${printParseErrorCode(first.error)} at offset ${first.offset}` };
  }
  const parsed = schema.safeParse(value);
  const issue = parsed.error?.issues[0];
  return parsed.success ? parsed.data : { problem: `${issue?.path.join('.') || 'its root'}: ${issue?.message ?? ''}` };
}

/**
 * The namespace id a binding has in an environment, as wrangler resolves it: bindings are not inherited, so where
 * `env.{environment}` exists, only its own count; where it does not, those at the top do.
 *
 * @returns undefined when there is no such binding, `'no-id'` when it has none (wrangler creates such a namespace itself)
 */
export function boundNamespace(config: WranglerConfig, environment: string, binding: string): string | undefined {
  const found = (ownOf(config, environment) ?? config).kv_namespaces?.find((one) => one.binding === binding);
  return found === undefined ? undefined : (found.id ?? 'no-id');
}

/** Whether the top has this binding and the environment, which inherits none, has not. */
export function isNotInherited(config: WranglerConfig, environment: string, binding: string): boolean {
  const isThere = ({ kv_namespaces: own }: Pick<WranglerConfig, 'kv_namespaces'>): boolean =>
    own?.some((one) => one.binding === binding) === true;
  const own = ownOf(config, environment);
  return own !== undefined && isThere(config) && !isThere(own);
}

function ownOf(config: WranglerConfig, environment: string): Pick<WranglerConfig, 'kv_namespaces'> | undefined {
  return config.env !== undefined && Object.hasOwn(config.env, environment) ? config.env[environment] : undefined;
}

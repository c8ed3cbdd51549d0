import { type ParseError, parse as parseJsonc, printParseErrorCode } from 'jsonc-parser';
import { parse as parseToml } from 'smol-toml';
import * as z from 'zod';

/** The files wrangler reads, the first that exists. Source: wrangler's own look-up order. */
export const WRANGLER_FILES = ['wrangler.json', 'wrangler.jsonc', 'wrangler.toml'] as const;

const bindings = z
  .array(z.looseObject({ binding: z.string(), id: z.string().optional(), preview_id: z.string().optional() }))
  .optional();

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

/** The namespaces that `wrangler dev` reads: local id by environment of the wrangler configuration, `undefined` at its top. */
export type LocalNamespaces = ReadonlyMap<string | undefined, LocalNamespace>;

export interface LocalNamespace {
  readonly binding: string;
  /** The name under which it is stored on this machine. */
  readonly id: string;
}

/** The binding that is taken where a configuration has several and none is named; runtimes read it by default. */
const USUAL_BINDING = 'COMPONENTS_KV';

/**
 * The namespaces that `wrangler dev` reads, at the top and in each environment that has bindings of its own.
 * @param wanted a binding or an id; without, the only binding, or the usual one
 */
export function localNamespaces(config: WranglerConfig, wanted?: string): LocalNamespaces {
  const found = new Map<string | undefined, LocalNamespace>();
  for (const [environment, level] of [...Object.entries(config.env ?? {}), [undefined, config] as const]) {
    const bindings = level.kv_namespaces ?? [];
    const one =
      wanted === undefined
        ? bindings.length === 1
          ? bindings[0]
          : bindings.find(({ binding }) => binding === USUAL_BINDING)
        : bindings.find(({ binding, id, preview_id: preview }) => [binding, id, preview].includes(wanted));
    if (one !== undefined) {
      // As wrangler chooses it for a session on this machine.
      found.set(environment, { binding: one.binding, id: one.preview_id ?? one.id ?? one.binding });
    }
  }
  return found;
}

/** The bindings of KV namespaces that a configuration has anywhere. */
export function bindingsOf(config: WranglerConfig): readonly string[] {
  const levels = [config, ...Object.values(config.env ?? {})];
  return [...new Set(levels.flatMap(({ kv_namespaces: own }) => own?.map(({ binding }) => binding) ?? []))];
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

import * as z from 'zod';
import { pluralType, singularType } from './component.ts';

/** Where Edgit keeps its registry. */
export const REGISTRY_PATH = '.edgit/components.json';

const schema = z.object({ components: z.record(z.string(), z.unknown()) });

const entrySchema = z.looseObject({ path: z.string().min(1), type: z.string().min(1) });

/** One component as the registry has it. */
export interface RegistryEntry {
  /** Relative to the root of the repository, without a leading `./`. */
  readonly path: string;
  /** Singular, as Edgit writes it; empty where the entry does not say. */
  readonly type: string;
  /** Why the entry cannot be used. Those of other components can. */
  readonly problem?: string;
}

/** The registry at one commit. */
export type Registry = ReadonlyMap<string, RegistryEntry>;

/** Reads the registry file, or says why it cannot be read. */
export function parseRegistry(text: string): Registry | { readonly problem: string } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `it is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    return { problem: problemOf(parsed.error, 'its root') };
  }
  return new Map(Object.entries(parsed.data.components).map(([name, entry]) => [name, parseEntry(name, entry)]));
}

function parseEntry(name: string, entry: unknown): RegistryEntry {
  const parsed = entrySchema.safeParse(entry);
  if (parsed.success) {
    return { path: parsed.data.path.replace(/^(?:\.\/)+/, ''), type: parsed.data.type };
  }
  const type: unknown = typeof entry === 'object' && entry !== null && 'type' in entry ? entry.type : '';
  return {
    path: '',
    type: typeof type === 'string' ? type : '',
    problem: `its entry \`${name}\` has ${problemOf(parsed.error, 'a wrong shape')}`,
  };
}

function problemOf({ issues: [issue] }: z.ZodError, root: string): string {
  return `${issue?.path.join('.') || root}: ${issue?.message ?? 'unexpected shape'}`;
}

/** The entry for a component's name, where its type agrees with the tag's plural one. */
export function registryEntry(registry: Registry, type: string, name: string): RegistryEntry | undefined {
  const entry = registry.get(name);
  if (entry === undefined) {
    return undefined;
  }
  const isUnclear = entry.problem !== undefined && entry.type === '';
  return isUnclear || isTypeOf(type, entry.type) ? entry : undefined;
}

/** Whether a plural type is what the registry calls so. */
export function isTypeOf(type: string, called: string): boolean {
  return pluralType(called) === type || called === singularType(type);
}

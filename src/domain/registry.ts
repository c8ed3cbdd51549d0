import * as z from 'zod';
import { pluralType, singularType } from './component.ts';

/** Where Edgit keeps its registry. */
export const REGISTRY_PATH = '.edgit/components.json';

const schema = z.object({
  components: z.record(z.string(), z.looseObject({ path: z.string(), type: z.string() })),
});

/** One component as the registry has it. */
export interface RegistryEntry {
  /** Relative to the root of the repository, without a leading `./`. */
  readonly path: string;
  /** Singular, as Edgit writes it. */
  readonly type: string;
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
    const issue = parsed.error.issues[0];
    return { problem: `${issue?.path.join('.') || 'its root'}: ${issue?.message ?? 'unexpected shape'}` };
  }
  return new Map(
    Object.entries(parsed.data.components).map(([name, { path, type }]) => [
      name,
      { path: path.replace(/^(?:\.\/)+/, ''), type },
    ]),
  );
}

/** The entry for a component's name, where its type agrees with the tag's plural one. */
export function registryEntry(registry: Registry, type: string, name: string): RegistryEntry | undefined {
  const entry = registry.get(name);
  if (entry === undefined) {
    return undefined;
  }
  return isTypeOf(type, entry.type) ? entry : undefined;
}

/** Whether a plural type is what the registry calls so. */
export function isTypeOf(type: string, called: string): boolean {
  return pluralType(called) === type || called === singularType(type);
}

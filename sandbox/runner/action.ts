import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** The action.yml of this repository. */
export const ACTION_FILE = fileURLToPath(new URL('../../action.yml', import.meta.url));

/** What the runner needs of an action.yml. */
export interface ActionDefinition {
  /** Every declared input with its default as written, undefined when it has none. */
  readonly inputs: ReadonlyMap<string, string | undefined>;
  /** Absolute path of the script to run. */
  readonly main: string;
}

/** Reads an action.yml; throws when it is not that of a JavaScript action. */
export async function readAction(file: string): Promise<ActionDefinition> {
  const content: unknown = parse(await readFile(file, 'utf8'));
  const runs = member(content, 'runs');
  const main = member(runs, 'main');
  if (!String(member(runs, 'using')).startsWith('node') || typeof main !== 'string') {
    throw new Error(`${path.basename(file)} does not describe a JavaScript action`);
  }
  const inputs = new Map<string, string | undefined>();
  for (const [name, input] of Object.entries(Object(member(content, 'inputs')))) {
    const value = member(input, 'default');
    inputs.set(name, value === undefined || value === null ? undefined : String(value));
  }
  return { inputs, main: path.resolve(path.dirname(file), main) };
}

/** Replaces `${{ name }}` by its value; throws for a name the sandbox has no value for. */
export function substitute(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const value = values[expression];
    if (value === undefined) throw new Error(`The sandbox's runner does not know \${{ ${expression} }}`);
    return value;
  });
}

/** The environment variable an input is passed in. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

import picomatch from 'picomatch';
import { type Component, pluralType } from './component.ts';

/** The patterns of Edgit for each of its types, in the order it tries them. */
const PATTERNS: readonly (readonly [type: string, patterns: readonly string[]])[] = [
  ['ensemble', ['ensembles/**/*.{ts,yaml,yml}', '**/*.ensemble.{ts,yaml,yml}']],
  ['agent-definition', ['**/agent.{yaml,yml}', '**/*.agent.{yaml,yml}', 'agents/**/*.ts']],
  ['template', ['templates/**/*', '**/*.template.*', '**/*.{hbs,handlebars,mjml,liquid,mustache,ejs}', '**/template*']],
  ['prompt', ['prompts/**/*', '**/*prompt*', 'instructions/**/*']],
  ['script', ['scripts/**/*.{js,ts,py,sh,bash}', '**/*.agent.{ts,js,py}', '**/*.script.*', '**/script*']],
  ['query', ['queries/**/*', 'sql/**/*', 'database/**/*', '**/*.sql', '**/*.query.*', '**/query*', '**/schema*']],
  [
    'config',
    ['configs/**/*', 'config/**/*', 'settings/**/*', '**/*.config.*', '**/*.{yaml,yml,json,toml,ini}', '**/config*'],
  ],
  ['schema', ['schemas/**/*', 'schema/**/*', '**/*.schema.{json,yaml,yml}', 'types/**/*.json', 'validation/**/*']],
  ['tool', ['tools/**/*', '**/*.tool.{ts,js,yaml,yml}', '**/tool*']],
];

const TYPES: ReadonlyMap<string, string> = new Map(PATTERNS.map(([type]) => [pluralType(type), type]));

let matchers: readonly (readonly [type: string, matches: (path: string) => boolean])[] | undefined;

/** What Edgit calls the component in a file: the plural type, and the name. Undefined for a file that it passes over. */
export function edgitComponent(path: string): Pick<Component, 'type' | 'name'> | undefined {
  matchers ??= PATTERNS.map(([type, patterns]) => [type, picomatch([...patterns])] as const);
  const type = matchers.find(([, matches]) => matches(path))?.[0];
  return type === undefined ? undefined : { type: pluralType(type), name: nameOf(edgitBase(path), type) };
}

/** What the names that Edgit gives to a file begin with: the file name up to its first dot, cleaned. Folders do not count. */
export function edgitBase(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const dot = file.indexOf('.');
  const base = (dot < 0 ? file : file.slice(0, dot))
    .replace(/[^a-zA-Z0-9_-]/g, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();
  return base === '' ? 'component' : base;
}

/** The bases of the files that Edgit gives this name; none where it never gives such a name. */
export function edgitBases({ type, name }: Pick<Component, 'type' | 'name'>): readonly string[] {
  const singular = TYPES.get(type);
  const suffix = `-${singular}`;
  if (singular === undefined || !name.endsWith(suffix) || name !== edgitBase(name)) {
    return [];
  }
  return [name, name.slice(0, -suffix.length)].filter((base) => base !== '');
}

function nameOf(base: string, type: string): string {
  return base.endsWith(`-${type}`) ? base : `${base}-${type}`;
}

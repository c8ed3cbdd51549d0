import { type Component, PREFIXES, singularType } from '../component.ts';
import { literal, templatePattern } from '../content-paths.ts';

/**
 * Guesses the components that a file may be the content of, by its path alone, the likelier first. It guesses too much
 * rather than too little: what a guess is worth tells the search for its content.
 * @param types plural
 * @param templates the path templates of the configuration
 */
export function guesser(types: ReadonlySet<string>, templates: readonly string[]): (path: string) => Component[] {
  // What stands for any number of folders takes as many as it can, or none: the rest is the name.
  const readers = templates
    .flatMap((template) => [...new Set([template, template.replaceAll('**/', '')])])
    .map((template) => readerOf(template, types));
  return (path) => [...readers.flatMap((reader) => byTemplate(path, types, reader)), ...byConvention(path, types)];
}

function byConvention(path: string, types: ReadonlySet<string>): Component[] {
  const segments = path.split('/');
  const prefix = PREFIXES.find((known) => known === segments[0]);
  return (prefix === undefined ? [0] : [1, 0]).flatMap((at) => {
    const type = segments[at];
    const rest = segments.slice(at + 1);
    return type === undefined || rest.length === 0 || !types.has(type)
      ? []
      : namesOf(rest, type).map((name) => ({ prefix: (at === 1 && prefix) || 'components', type, name }));
  });
}

/** The names that a path below the folder of a type may stand for: `a/index.ts` for `a` rather than for `a/index`. */
function namesOf(segments: readonly string[], type: string): string[] {
  const file = segments.at(-1) ?? '';
  const folder = segments.slice(0, -1).join('/');
  const dot = file.lastIndexOf('.');
  const stem = file.slice(0, Math.max(dot, 0));
  const infix = `.${singularType(type)}`;
  const stems = [...(stem.endsWith(infix) ? [stem.slice(0, -infix.length)] : []), stem].filter((one) => one !== '');
  const names = stems.map((one) => (folder === '' ? one : `${folder}/${one}`));
  return stem === 'index' && folder !== '' ? [folder, ...names] : names;
}

function byTemplate(path: string, types: ReadonlySet<string>, reader: RegExp): Component[] {
  const { prefix, type, singular, name } = reader.exec(path)?.groups ?? {};
  if (name === undefined) {
    return [];
  }
  return [...types]
    .filter((one) => (type ?? one) === one && (singular ?? singularType(one)) === singularType(one))
    .map((one) => ({ prefix: PREFIXES.find((known) => known === prefix) ?? 'components', type: one, name }));
}

/** Reads the paths of a template. */
function readerOf(template: string, types: ReadonlySet<string>): RegExp {
  const parts: Readonly<Record<string, string>> = {
    prefix: anyOf(PREFIXES),
    type: anyOf(types),
    singular: anyOf([...types].map(singularType)),
    name: '.+',
    ext: '[^./]+',
  };
  const known = new Set<string>();
  return templatePattern(template, (name) => {
    const again = known.has(name);
    known.add(name);
    return again ? `\\k<${name}>` : `(?<${name}>${parts[name] ?? '.+'})`;
  });
}

function anyOf(texts: Iterable<string>): string {
  return [...texts].map(literal).join('|');
}

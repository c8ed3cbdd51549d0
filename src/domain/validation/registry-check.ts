import { pluralType, singularType, withoutGeneratedSuffix } from '../component.ts';
import { nearest } from '../nearest.ts';
import { REGISTRY_PATH } from '../registry.ts';
import { type Known, USUAL_TYPES } from './facts.ts';
import type { FileIndex } from './file-index.ts';
import type { Finding } from './finding.ts';
import type { RegistryPlace } from './registry-document.ts';
import { finding } from './severity.ts';

/** Folders of this name hold anything in most repositories, so they say nothing of a type. */
const COMMON_FOLDERS: readonly string[] = ['docs', 'scripts', 'tools'];

/** For how many missing files the nearest is looked for: where more are missing, these are no typos. */
const MAX_SEARCHED = 1_000;

/** What Edgit once called a type. */
const FORMER_TYPES: Readonly<Record<string, string>> = { sqls: 'queries' };

/**
 * What is wrong with the committed registry, in the order of the file: `registry-invalid`, `duplicate-registration`,
 * `missing-file`, `registry-type`. Nothing where none is committed.
 */
export function registryFindings(known: Known): Finding[] {
  if (known.registry === undefined) {
    return [];
  }
  const { entries, problems } = known.registry;
  const findings = [...problems, ...duplicates(entries)];
  let gone = 0;
  for (const entry of entries) {
    if (!known.files.has(entry.path)) {
      findings.push(missing(entry, known.files, gone < MAX_SEARCHED));
      gone++;
    }
    findings.push(...wrongType(entry, known));
  }
  return findings.sort((a, b) => (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0));
}

/** Each entry that repeats an earlier one: its name, its file or its component. */
function duplicates(entries: readonly RegistryPlace[]): Finding[] {
  const names = new Map<string, RegistryPlace>();
  const paths = new Map<string, RegistryPlace>();
  const components = new Map<string, RegistryPlace>();
  const findings: Finding[] = [];
  for (const entry of entries) {
    const { name, nameRange } = entry;
    const path = normal(entry.path);
    const component = componentOf(entry);
    const told: [RegistryPlace | undefined, string][] = [
      [names.get(name), 'has the same name'],
      [paths.get(path), `has the same file \`${path}\``],
      [components.get(component), `is the same component \`${component}\``],
    ];
    const [other, why] = told.find(([before]) => before !== undefined) ?? [];
    if (other !== undefined && why !== undefined) {
      const line = other.nameRange.start.line;
      findings.push(
        finding('duplicate-registration', {
          file: REGISTRY_PATH,
          range: nameRange,
          message: `The entry \`${name}\` ${why} as \`${other.name}\` on line ${line}.`,
          subject: name,
        }),
      );
    }
    remember(names, name, entry);
    remember(paths, path, entry);
    remember(components, component, entry);
  }
  return findings;
}

function remember(places: Map<string, RegistryPlace>, key: string, entry: RegistryPlace): void {
  if (!places.has(key)) {
    places.set(key, entry);
  }
}

/** What an entry registers, whether or not Edgit appended its suffix to the name. */
function componentOf({ type, name }: RegistryPlace): string {
  const component = { prefix: 'components', type: pluralType(type), name } as const;
  return `${component.type}/${withoutGeneratedSuffix(component) ?? name}`;
}

/** A path without steps that lead nowhere. */
function normal(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') {
      segments.pop();
    } else if (segment !== '.' && segment !== '') {
      segments.push(segment);
    }
  }
  return segments.join('/');
}

function missing({ name, path, pathRange }: RegistryPlace, files: FileIndex, isSearched: boolean): Finding {
  const what = files.isFolder(path.replace(/\/$/, '')) ? 'is a folder' : 'does not exist';
  return finding('missing-file', {
    file: REGISTRY_PATH,
    range: pathRange,
    message: `The file \`${path}\` of the entry \`${name}\` ${what}.`,
    suggestion: isSearched ? nearestFile(path, files) : undefined,
    subject: name,
  });
}

/** The file that a path probably means: written otherwise, nearly called so in its folder, or the only one called so. */
function nearestFile(path: string, files: FileIndex): string | undefined {
  const wanted = normal(path);
  if (files.has(wanted)) {
    return wanted;
  }
  const slash = wanted.lastIndexOf('/');
  const folder = wanted.slice(0, Math.max(slash, 0));
  const file = wanted.slice(slash + 1);
  const here = nearest(file, files.filesIn(folder));
  if (here !== undefined) {
    return folder === '' ? here : `${folder}/${here}`;
  }
  const stem = file.replace(/\.[^.]*$/, '');
  const sibling = files.filesIn(folder).find((one) => one.startsWith(`${stem}.`));
  if (sibling !== undefined) {
    return folder === '' ? sibling : `${folder}/${sibling}`;
  }
  const moved = files.called(file);
  const inside = files.filesIn(wanted).filter((one) => one.startsWith('index.'));
  return moved.length === 1 ? moved[0] : inside.length === 1 ? `${wanted}/${inside[0] ?? ''}` : undefined;
}

/** A type that nothing knows, or that the place of the file contradicts. */
function wrongType(entry: RegistryPlace, known: Known): Finding[] {
  const { name, path, type, typeRange } = entry;
  const plural = pluralType(type);
  const places = typesOfPlace(path);
  const folders = path.split('/').slice(0, -1);
  if (places.has(plural) || folders.includes(plural)) {
    return [];
  }
  const [place] = places;
  const isKnown = USUAL_TYPES.includes(plural) || known.isTagged(plural);
  if (isKnown && place === undefined) {
    return [];
  }
  const near = place ?? FORMER_TYPES[plural] ?? nearest(plural, USUAL_TYPES);
  return [
    finding('registry-type', {
      file: REGISTRY_PATH,
      range: typeRange,
      message:
        isKnown && place !== undefined
          ? `The entry \`${name}\` has the type \`${type}\`, but its file \`${path}\` is where \`${place}\` are.`
          : `The entry \`${name}\` has the unknown type \`${type}\`.`,
      suggestion: near === undefined ? undefined : near === 'agents' ? 'agent-definition' : singularType(near),
      subject: name,
    }),
  ];
}

/** The types that the place of a file speaks for: its folders, and what stands before its extension. */
function typesOfPlace(path: string): Set<string> {
  const segments = path.split('/');
  const parts = (segments.pop() ?? '').split('.');
  const infix = parts.length > 2 ? parts.at(-2) : undefined;
  const telling = USUAL_TYPES.filter((type) => !COMMON_FOLDERS.includes(type));
  return new Set([
    ...segments.filter((segment) => telling.includes(segment)),
    ...USUAL_TYPES.filter((type) => singularType(type) === infix),
  ]);
}

import { groupTags, type TagRef } from '../../../src/domain/component-tags.ts';
import { readReference } from '../../../src/domain/references/grammar.ts';
import { Lines } from '../../../src/domain/references/lines.ts';
import type { Range, Reference } from '../../../src/domain/references/reference.ts';
import { USUAL_RULES } from '../../../src/domain/tag-rules.ts';
import { Known, type Sources } from '../../../src/domain/validation/facts.ts';
import { readRegistryDocument } from '../../../src/domain/validation/registry-document.ts';

/** A repository, in short. */
export interface World extends Partial<Omit<Sources, 'registry' | 'tags'>> {
  /** The text of the registry, or its components: name → [path, type]. */
  readonly registry?: string | Readonly<Record<string, readonly [path: string, type: string]>>;
  /** Names of tags; `…/production=v1.0.0` points where that version's tag does. */
  readonly tags?: readonly string[];
}

export function registryText(components: Readonly<Record<string, readonly [path: string, type: string]>>): string {
  const entries = Object.entries(components).map(([name, [path, type]]) => [name, { path, type }]);
  return JSON.stringify({ version: '3.0.0', components: Object.fromEntries(entries) }, undefined, 2);
}

/** A made-up commit: its number in hex. */
export function commit(number: number): string {
  return number.toString(16).padStart(40, '0');
}

export function tagRefs(names: readonly string[]): TagRef[] {
  const refs = new Map<string, TagRef>();
  for (const [index, text] of names.entries()) {
    const [name = '', version] = text.split('=');
    const same = version === undefined ? undefined : refs.get(name.replace(/[^/]+$/, version));
    refs.set(
      name,
      same === undefined ? { name, object: commit(index + 1), commit: commit(index + 1) } : { ...same, name },
    );
  }
  return [...refs.values()];
}

export function world({ registry, tags = [], files = [], templates = [], ...rest }: World): Known {
  const text = typeof registry === 'object' ? registryText(registry) : registry;
  return new Known({
    registry: text === undefined ? undefined : readRegistryDocument(text),
    tags: groupTags(tagRefs(tags), () => undefined, USUAL_RULES).tags,
    files,
    templates,
    ...rest,
  });
}

/** A reference as the extraction reads it, on a line of its own. */
export function reference(text: string, known: Known, { line = 1, key = 'prompt' } = {}): Reference {
  const reading = readReference(text, true, {
    types: known.types,
    keys: new Set(),
    isName: (name) => known.named(name).length > 0,
  });
  if (reading === undefined) {
    throw new Error(`${text} is no reference`);
  }
  return { ...reading, text, key, range: rangeAt(line, key.length + 3, text.length) };
}

export function rangeAt(line: number, column: number, length: number): Range {
  const offset = line * 1000 + column - 1;
  return {
    start: { offset, line, column },
    end: { offset: offset + length, line, column: column + length },
  };
}

/** What a range of a text covers, after checking that lines and columns say the same as the offsets. */
export function cut(text: string, range: Range): string {
  const lines = new Lines(text);
  for (const position of [range.start, range.end]) {
    const { line, column } = lines.position(position.offset);
    if (line !== position.line || column !== position.column) {
      throw new Error(`offset ${position.offset} is at ${line}:${column}, not at ${position.line}:${position.column}`);
    }
  }
  return text.slice(range.start.offset, range.end.offset);
}

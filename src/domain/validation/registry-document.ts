import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { Lines } from '../references/lines.ts';
import type { Range } from '../references/reference.ts';
import { REGISTRY_PATH, type RegistryEntry } from '../registry.ts';
import type { Finding } from './finding.ts';
import { finding } from './severity.ts';

/** An entry of the registry with the places of its parts; ranges lie inside the quotes. */
export interface RegistryPlace extends RegistryEntry {
  /** The key that it stands under. */
  readonly name: string;
  readonly nameRange: Range;
  readonly pathRange: Range;
  readonly typeRange: Range;
}

/** The committed registry with places. */
export interface RegistryDocument {
  /** Every entry that can be read, in the order of the file; a name can be there twice. */
  readonly entries: readonly RegistryPlace[];
  /** What counts of each name: the last of its entries, as JSON readers have it. */
  readonly byName: ReadonlyMap<string, RegistryPlace>;
  /** What of the file cannot be read (`registry-invalid`). */
  readonly problems: readonly Finding[];
}

/**
 * Reads the registry with the place of every part. Of a file that is not valid JSON it reads what it can, so that one
 * missing comma does not make every component unregistered.
 */
export function readRegistryDocument(text: string): RegistryDocument {
  const lines = new Lines(text);
  const errors: ParseError[] = [];
  // Edgit reads it as plain JSON; a byte order mark is no JSON either.
  const reader = new Reader(text, lines);
  let root: Node | undefined;
  try {
    root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    reader.invalid('It is nested too deeply', lines.range(0, Math.min(text.length, 1)));
    return { entries: [], byName: new Map(), problems: reader.problems };
  }
  const [error] = errors;
  if (error !== undefined) {
    const end = Math.min(text.length, error.offset + Math.max(error.length, 1));
    reader.invalid(`It is not JSON (${words(printParseErrorCode(error.error))})`, lines.range(error.offset, end));
  }
  reader.read(root);
  return {
    entries: reader.entries,
    byName: new Map(reader.entries.map((entry) => [entry.name, entry])),
    problems: reader.problems,
  };
}

/** `PropertyNameExpected` → `property name expected`. */
function words(name: string): string {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}

class Reader {
  readonly entries: RegistryPlace[] = [];
  readonly problems: Finding[] = [];
  readonly #text: string;
  readonly #lines: Lines;

  constructor(text: string, lines: Lines) {
    this.#text = text;
    this.#lines = lines;
  }

  invalid(what: string, range: Range | undefined, subject?: string): void {
    this.problems.push(
      finding('registry-invalid', {
        file: REGISTRY_PATH,
        range,
        message: `${what}.`,
        ...(subject === undefined ? {} : { subject }),
      }),
    );
  }

  read(root: Node | undefined): void {
    if (root?.type !== 'object') {
      // A file without any value is reported as a syntax error already.
      if (root !== undefined || this.problems.length === 0) {
        this.invalid('The registry is not an object', root && this.#rangeOf(root));
      }
      return;
    }
    // The last of equal keys is the one that JSON readers see.
    const components = root.children?.findLast((property) => property.children?.[0]?.value === 'components');
    const value = components?.children?.[1];
    if (components === undefined) {
      this.invalid('The registry has no `components`', this.#rangeOf(root), 'components');
    } else if (value?.type !== 'object') {
      this.invalid('`components` is not an object', this.#rangeOf(value ?? components), 'components');
    } else {
      for (const property of value.children ?? []) {
        this.#readEntry(property);
      }
    }
  }

  #readEntry(property: Node): void {
    const [key, value] = property.children ?? [];
    if (key === undefined || value === undefined) {
      // Half an entry is a syntax error, which is reported already.
      return;
    }
    const name = String(key.value);
    if (value.type !== 'object') {
      this.invalid(`The entry \`${name}\` is not an object`, this.#rangeOf(value), name);
      return;
    }
    const path = this.#readText(name, value, 'path');
    const type = this.#readText(name, value, 'type');
    if (name === '') {
      this.invalid('An entry has no name', this.#rangeOf(key), name);
    } else if (path !== undefined && type !== undefined) {
      this.entries.push({
        name,
        // As `parseRegistry` reads it.
        path: path.value.replace(/^(?:\.\/)+/, ''),
        type: type.value,
        nameRange: this.#rangeOf(key),
        pathRange: path.range,
        typeRange: type.range,
      });
    }
  }

  #readText(name: string, entry: Node, field: string): { readonly value: string; readonly range: Range } | undefined {
    const value = entry.children?.findLast((property) => property.children?.[0]?.value === field)?.children?.[1];
    if (value === undefined) {
      this.invalid(`The entry \`${name}\` has no \`${field}\``, this.#rangeOf(entry), name);
      return undefined;
    }
    if (value.type !== 'string' || value.value === '') {
      const what = value.type === 'string' ? 'is empty' : 'is not a text';
      this.invalid(`The \`${field}\` of the entry \`${name}\` ${what}`, this.#rangeOf(value), name);
      return undefined;
    }
    return { value: String(value.value), range: this.#rangeOf(value) };
  }

  /** Of a text what stands between its quotes, of anything longer than a line its first character. */
  #rangeOf({ type, offset, length }: Node): Range {
    if (type === 'string' && length > 2) {
      const closed = this.#text[offset + length - 1] === '"';
      return this.#lines.range(offset + 1, offset + length - (closed ? 1 : 0));
    }
    const whole = this.#lines.range(offset, offset + length);
    return whole.end.line === whole.start.line ? whole : this.#lines.range(offset, offset + 1);
  }
}

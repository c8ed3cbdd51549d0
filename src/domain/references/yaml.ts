import { Composer, CST, Lexer, Parser } from 'yaml';
import type { Collector } from './collector.ts';

/** The parser, too, takes what is nested too deeply for an error of the file, in the words of the machine. */
const TOO_DEEP = 'It is nested too deeply.';

/**
 * Reads a YAML stream. The references are taken from the syntax tree, not from the values, so an anchored one is found
 * once, where it is written, and an alias costs nothing.
 * @param base the offset of the text in its file
 */
export function readYaml(text: string, base: number, collector: Collector): void {
  const tokens: CST.Token[] = [];
  attempt(base, collector, () => {
    for (const token of tokenize(text, base, collector)) {
      tokens.push(token);
    }
  });
  for (const token of tokens) {
    if (token.type === 'document' && token.value !== undefined) {
      walk(token.value, base, collector);
    }
  }
  check(tokens, text, base, collector);
}

function* tokenize(text: string, base: number, collector: Collector): Generator<CST.Token> {
  const parser = new Parser();
  let offset = base;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme.startsWith('#') && !isScalar) {
      // A carriage return before the line feed belongs to the line break.
      collector.comment(offset, offset + lexeme.replace(/\r$/, '').length);
    }
    isScalar = lexeme === CST.SCALAR;
    offset += isScalar || lexeme === CST.DOCUMENT || lexeme === CST.FLOW_END ? 0 : lexeme.length;
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}

interface Place {
  readonly token: CST.Token;
  readonly key: string | undefined;
  /** Whether it is the value of a mapping: only the items of such a list stand under its key. */
  readonly isValue: boolean;
}

/** Takes every scalar that is a value. Without recursion: the nesting is the file's. */
function walk(root: CST.Token, base: number, collector: Collector): void {
  const pending: Place[] = [{ token: root, key: undefined, isValue: false }];
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    const { token } = place;
    if (CST.isCollection(token)) {
      pushItems(token, place, pending);
    } else if (CST.isScalar(token)) {
      takeScalar(token, place.key, base, collector);
    }
  }
}

function pushItems(
  token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection,
  { key, isValue }: Place,
  pending: Place[],
): void {
  for (const item of token.items) {
    if (item.value === undefined) {
      continue;
    }
    const isPair = item.sep?.some(({ type }) => type === 'map-value-ind') === true;
    pending.push(
      isPair
        ? { token: item.value, key: keyOf(item.key), isValue: true }
        : { token: item.value, key: isValue ? key : undefined, isValue: false },
    );
  }
}

/** The text of a key; one that is written with escapes, or on several lines, is none that holds references. */
function keyOf(token: CST.Token | null | undefined): string | undefined {
  if (
    !CST.isScalar(token) ||
    token.type === 'alias' ||
    (token.type !== 'block-scalar' && /[\\\n]/.test(token.source))
  ) {
    return undefined;
  }
  return textOf(token);
}

function takeScalar(
  token: CST.FlowScalar | CST.BlockScalar,
  key: string | undefined,
  base: number,
  collector: Collector,
): void {
  const { source } = token;
  let start = base + token.offset;
  let value: string | undefined;
  let quotes = 0;
  switch (token.type) {
    case 'alias':
      return;
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      if (source.length < 2 || source.at(-1) !== source[0]) {
        return;
      }
      quotes = 1;
      // What doubled quotes in single ones say is a quote, which no reference has.
      value = token.type === 'double-quoted-scalar' && source.includes('\\') ? textOf(token) : undefined;
      break;
    case 'block-scalar':
      // Its text begins behind the header.
      start += token.props.reduce((length, prop) => length + ('source' in prop ? prop.source.length : 0), 0);
      break;
    default:
  }
  collector.scalar({ start: start + quotes, end: start + source.length - quotes, value, key });
}

/** The text of a scalar; what is wrong with it is reported by {@link check}. */
function textOf(token: CST.FlowScalar | CST.BlockScalar): string | undefined {
  return CST.resolveAsScalar(token, false, () => undefined)?.value;
}

/** Reports the first thing that makes the stream invalid. */
function check(tokens: readonly CST.Token[], text: string, base: number, collector: Collector): void {
  const broken = tokens.find((token) => token.type === 'error');
  if (broken !== undefined) {
    const { offset, message, source } = broken;
    collector.problem(message, base + offset, base + offset + source.length);
    return;
  }
  attempt(base, collector, () => {
    // Keys are compared one with another, which takes the square of their number.
    const composer = new Composer({ uniqueKeys: false, logLevel: 'silent' });
    for (const { errors } of composer.compose(tokens, false, text.length)) {
      for (const { message, pos } of errors) {
        collector.problem(/call stack/.test(message) ? TOO_DEEP : message, base + pos[0], base + pos[1]);
      }
    }
  });
}

/** Runs the parser; whatever it throws comes from what the file holds. */
function attempt(base: number, collector: Collector, run: () => void): void {
  try {
    run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    collector.problem(error instanceof RangeError ? TOO_DEEP : message, base, base);
  }
}

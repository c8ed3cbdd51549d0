import { type ParserOptions, parse } from '@babel/parser';
import type { Collector } from './collector.ts';
import { isTooDeep } from './depth.ts';

/** A node of the syntax tree, of which only the fields that are read here are known. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** A node to visit, and the key that it stands under. */
interface Place {
  readonly node: Node;
  readonly key: string | undefined;
  /** Whether it is the value of the key itself: only the elements of such an array stand under it. */
  readonly isValue: boolean;
}

/**
 * Reads TypeScript or JavaScript: string literals and template literals without `${}`, wherever they are values.
 * @param file its name, in lower case
 */
export function readScript(text: string, file: string, collector: Collector): void {
  if (isTooDeep(text)) {
    collector.problem('Its type arguments are nested too deeply.', 0, 0);
    return;
  }
  let parsed: ReturnType<typeof parse>;
  try {
    // Behind a byte order mark the first line of a command is not known as such.
    parsed = parse(text.replace(/^\uFEFF#!/, ' //'), options(file));
  } catch (error) {
    // Whatever it is, it comes from what the file holds.
    const at = positionOf(error);
    collector.problem(messageOf(error), at, at);
    return;
  }
  for (const { start, end } of parsed.comments ?? []) {
    collector.comment(start ?? 0, end ?? 0);
  }
  new Walk(text, collector).run(parsed.program as unknown as Node);
}

function messageOf(error: unknown): string {
  if (error instanceof RangeError) {
    return 'It is nested too deeply.';
  }
  // The parser appends the place.
  return error instanceof Error ? error.message.replace(/ \(\d+:\d+\)$/, '') : String(error);
}

/** Where the parser gave up; of some errors it does not know. */
function positionOf(error: unknown): number {
  const position = error instanceof SyntaxError && 'pos' in error ? Number(error.pos) : 0;
  return Number.isNaN(position) ? 0 : position;
}

function options(file: string): ParserOptions {
  const isTypeScript = /\.[mc]?tsx?$/.test(file);
  // In TypeScript `<T>x` is a type assertion, except where there is JSX.
  const hasJsx = !isTypeScript || file.endsWith('.tsx');
  return {
    sourceType: 'unambiguous',
    plugins: [
      isTypeScript ? ['typescript', { dts: /\.d\.[mc]?ts$/.test(file) }] : 'flow',
      ...(hasJsx ? (['jsx'] as const) : []),
      'decorators-legacy',
      'decoratorAutoAccessors',
      'explicitResourceManagement',
    ],
    // Without recovery from errors: it takes the square of their number.
    errorRecovery: false,
    attachComment: false,
    allowReturnOutsideFunction: true,
    allowAwaitOutsideFunction: true,
    allowNewTargetOutsideFunction: true,
    allowSuperOutsideMethod: true,
    allowImportExportEverywhere: true,
    allowUndeclaredExports: true,
  };
}

/** The fields of a node through which a key reaches the value: `prompt: (isNew ? 'a' : 'b') as const`. */
const TRANSPARENT: Readonly<Record<string, readonly string[]>> = {
  AssignmentPattern: ['right'],
  ConditionalExpression: ['consequent', 'alternate'],
  JSXExpressionContainer: ['expression'],
  LogicalExpression: ['left', 'right'],
  ParenthesizedExpression: ['expression'],
  TSAsExpression: ['expression'],
  TSNonNullExpression: ['expression'],
  TSSatisfiesExpression: ['expression'],
  TSTypeAssertion: ['expression'],
  TypeCastExpression: ['expression'],
};

/** The nodes that have a key and a value. */
const KEYED: ReadonlySet<string> = new Set([
  'ClassAccessorProperty',
  'ClassPrivateProperty',
  'ClassProperty',
  'ObjectProperty',
]);

/** The only nodes of TypeScript that have values in them, and where. */
const VALUES_OF_TYPESCRIPT: Readonly<Record<string, readonly string[]>> = {
  TSAsExpression: ['expression'],
  TSEnumBody: ['members'],
  TSEnumDeclaration: ['members', 'body'],
  TSEnumMember: ['initializer'],
  TSExportAssignment: ['expression'],
  TSInstantiationExpression: ['expression'],
  TSModuleBlock: ['body'],
  TSModuleDeclaration: ['body'],
  TSNonNullExpression: ['expression'],
  TSParameterProperty: ['parameter', 'decorators'],
  TSSatisfiesExpression: ['expression'],
  TSTypeAssertion: ['expression'],
};

/** Fields that hold types, the names of modules and exports, or nothing. */
const SKIPPED_FIELDS: ReadonlySet<string> = new Set([
  'directives',
  'errors',
  'extra',
  'implements',
  'loc',
  'predicate',
  'returnType',
  'source',
  'specifiers',
  'superTypeParameters',
  'tokens',
  'typeAnnotation',
  'typeArguments',
  'typeParameters',
]);

/** Imports, and types of Flow. */
const WITHOUT_VALUES =
  /^(?:Import(?:Declaration|Attribute)$|Declare[A-Z]|Interface|OpaqueType|TypeAlias|EnumDeclaration)/;

/** Visits every value of a tree. Without recursion: the nesting is the file's. */
class Walk {
  readonly #text: string;
  readonly #collector: Collector;
  readonly #pending: Place[] = [];

  constructor(text: string, collector: Collector) {
    this.#text = text;
    this.#collector = collector;
  }

  run(root: Node): void {
    this.#push(root);
    for (let place = this.#pending.pop(); place !== undefined; place = this.#pending.pop()) {
      this.#visit(place);
    }
  }

  #visit(place: Place): void {
    const { node, key } = place;
    switch (node.type) {
      case 'StringLiteral':
        this.#take(node, String(node.value), key);
        break;
      case 'TemplateLiteral':
        this.#visitTemplate(node, key);
        break;
      case 'TaggedTemplateExpression':
        this.#push(node.tag);
        for (const quasi of nodesIn(node.quasi)) {
          this.#visitTemplate(quasi, undefined, true);
        }
        break;
      case 'JSXAttribute':
        this.#visitAttribute(node);
        break;
      case 'CallExpression':
      case 'OptionalCallExpression':
        this.#push(node.callee);
        this.#push(loadsModule(node) ? nodesIn(node.arguments).slice(1) : node.arguments);
        break;
      case 'BinaryExpression':
        // What is added up are parts of a longer text.
        this.#push([node.left, node.right].filter((part) => node.operator !== '+' || !nodesIn(part).some(isText)));
        break;
      default:
        this.#visitOther(place);
    }
  }

  #visitOther({ node, key, isValue }: Place): void {
    const { type } = node;
    const transparent = TRANSPARENT[type];
    if (KEYED.has(type)) {
      this.#push(node.value, nameOf(node, 'key'), true);
      this.#push(node.decorators);
    } else if (transparent !== undefined) {
      this.#push(node.test);
      for (const field of transparent) {
        this.#push(node[field], key, isValue);
      }
    } else if (type === 'ArrayExpression') {
      this.#push(node.elements, isValue ? key : undefined);
    } else if (type.startsWith('TS')) {
      for (const field of VALUES_OF_TYPESCRIPT[type] ?? []) {
        this.#push(node[field]);
      }
    } else if (!WITHOUT_VALUES.test(type)) {
      this.#visitFields(node);
    }
  }

  #visitFields(node: Node): void {
    for (const [field, value] of Object.entries(node)) {
      const isKey = field === 'key' || (field === 'id' && node.type !== 'VariableDeclarator');
      if (typeof value === 'object' && value !== null && !isKey && !SKIPPED_FIELDS.has(field)) {
        this.#push(value);
      }
    }
  }

  #visitTemplate(node: Node, key: string | undefined, isTagged = false): void {
    const [quasi, ...others] = nodesIn(node.quasis);
    if (quasi !== undefined && others.length === 0) {
      const { cooked } = quasi.value as { readonly cooked: string | null };
      const isEscaped = this.#text.slice(node.start, node.end).includes('\\');
      // What a backslash means in a tagged template is up to the tag.
      if (!(isEscaped && isTagged)) {
        // What the parser reads has no carriage returns, also where there is no escape.
        this.#take(node, isEscaped ? (cooked ?? '') : undefined, key);
      }
    }
    this.#push(node.expressions);
  }

  #visitAttribute(node: Node): void {
    const key = nameOf(node, 'name');
    for (const value of nodesIn(node.value)) {
      if (value.type === 'StringLiteral') {
        // A backslash is one here. It may have entities, but no reference needs any.
        this.#take(value, undefined, key);
      } else {
        this.#push(value, key, true);
      }
    }
  }

  #take({ start, end }: Node, value: string | undefined, key: string | undefined): void {
    this.#collector.scalar({ start: start + 1, end: end - 1, value, key });
  }

  #push(value: unknown, key?: string, isValue = false): void {
    for (const node of nodesIn(value)) {
      this.#pending.push({ node, key, isValue });
    }
  }
}

function nodesIn(value: unknown): readonly Node[] {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isText({ type, expressions }: Node): boolean {
  return type === 'StringLiteral' || (type === 'TemplateLiteral' && nodesIn(expressions).length === 0);
}

/** `import('x')`, `require('x')`, `require.resolve('x')`: the name of a module. */
function loadsModule(call: Node): boolean {
  const callee = nodesIn(call.callee)[0];
  const object = callee?.type === 'MemberExpression' ? nodesIn(callee.object)[0] : callee;
  return object?.type === 'Import' || (object?.type === 'Identifier' && object.name === 'require');
}

function nameOf(node: Node, field: string): string | undefined {
  const key = nodesIn(node[field])[0];
  if (key === undefined || node.computed === true) {
    return undefined;
  }
  const isString = key.type === 'StringLiteral';
  const name = isString ? key.value : key.name;
  // A key that is written with escapes is none that holds references.
  return typeof name === 'string' && name.length === key.end - key.start - (isString ? 2 : 0) ? name : undefined;
}

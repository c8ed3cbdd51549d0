import { parse } from '@babel/parser';

/** A node of a syntax tree, with its place in the text. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** Parses TypeScript. */
export function parseSource(text: string): Node {
  return parse(text, { sourceType: 'module', plugins: ['typescript'] }).program as unknown as Node;
}

/** Calls back for every node; types are left out. */
export function walk(node: Node, visit: (node: Node, parent: Node | undefined) => void, parent?: Node): void {
  visit(node, parent);
  for (const [key, value] of Object.entries(node)) {
    if (key === 'typeAnnotation' || key === 'typeParameters' || key === 'returnType') continue;
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child) && !/^TS(?!As|NonNull|Satisfies)/.test(child.type)) walk(child, visit, node);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

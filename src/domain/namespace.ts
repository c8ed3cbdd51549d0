import { globMatcher } from './glob.ts';
import { linesOf } from './text.ts';

/** How a KV namespace is named. */
export type NamespaceSpec =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'binding'; readonly binding: string }
  /** A bare word of the input: a binding where there is one, else a title. */
  | { readonly kind: 'name'; readonly name: string };

/** Which environments a namespace holds, and who said so. */
export interface NamespaceRule {
  readonly glob: string;
  readonly spec: NamespaceSpec;
  /** For messages: the input, or the place in the configuration. */
  readonly source: string;
}

/** Reads the value of the `kv-namespace` input: one namespace for all, or lines of `environment-glob: namespace`. */
export function parseNamespaceInput(value: string): NamespaceRule[] | { readonly problem: string } {
  const lines = linesOf(value);
  const pairs = lines.map((line) => /^(\S+):\s+(\S.*)$/.exec(line));
  const source = 'the input `kv-namespace`';
  if (pairs.every((pair) => pair === null) && lines.length === 1) {
    return [{ glob: '**', spec: bareSpec(lines[0] ?? ''), source }];
  }
  const wrong = lines.find((_, i) => pairs[i] === null);
  if (wrong !== undefined) {
    return { problem: `the line \`${wrong}\` is not \`environment-glob: namespace\`` };
  }
  return pairs.flatMap((pair) =>
    pair === null ? [] : [{ glob: unquote(pair[1] ?? ''), spec: bareSpec(unquote(pair[2] ?? '')), source }],
  );
}

/** What a bare word means: the id that it is, else a binding or a title. */
export function bareSpec(text: string): NamespaceSpec {
  return isNamespaceId(text) ? { kind: 'id', id: text.toLowerCase() } : { kind: 'name', name: text };
}

function unquote(text: string): string {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}

/** Whether a text is the id of a namespace: 32 hex digits. */
export function isNamespaceId(text: string): boolean {
  return /^[0-9a-f]{32}$/i.test(text);
}

/** The first rule whose glob matches the environment. */
export function ruleFor(rules: readonly NamespaceRule[], environment: string): NamespaceRule | undefined {
  return rules.find(({ glob }) => globMatcher(glob)(environment));
}

/** How messages name a namespace. */
export function describeSpec(spec: NamespaceSpec): string {
  switch (spec.kind) {
    case 'id':
      return spec.id;
    case 'title':
      return `titled \`${spec.title}\``;
    case 'binding':
      return `bound as \`${spec.binding}\``;
    case 'name':
      return `\`${spec.name}\``;
  }
}

import fc from 'fast-check';

/** The kinds of files, by who parses them. */
export const FILES = {
  yaml: ['a.yml', '.github/workflows/a.yaml'],
  json: ['a.json', 'a.jsonc'],
  markdown: ['a.md', 'a.mdx'],
  script: ['a.ts', 'a.tsx', 'a.js', 'a.mjs', 'a.d.ts'],
} as const;

export type Kind = keyof typeof FILES;

const PLAIN = [
  'prompts/extraction@v1.0.0',
  'prompts/a@^1||^2',
  'prompts/extraction',
  'prompt://extraction@v1',
  'template://a/b',
  'promts/a@v1',
  'my-prompt@v1.5.0',
  'extraction-prompt',
  'extraction',
  'mail/header',
  'mail/header@production',
];
const SPACED = ['prompts/a@>=1.0.0 <2.0.0', 'prompts/a@^1 || ^2', 'prompts/a@1.0.0 - 2.0.0', 'prompts/a@> 1.0.0'];

/** Texts that are references, anywhere or under a key. */
export const REFERENCES: readonly string[] = [...PLAIN, ...SPACED];

/** Texts that are none. */
export const LOOK_ALIKES: readonly string[] = [
  'user@example.com',
  'application/json',
  'a b',
  'é',
  '😀',
  './prompts/a',
  '',
];

const ESCAPED = [
  'prompts\\/a@v1',
  'extra\\ction',
  'prompts/a@v1\\n',
  '\\nextraction',
  'extraction\\n',
  'prompts/a@>=1\\ <2',
  'extraction\\ ',
  '\\prompts/a@v1',
  'prompts/a\\@v1',
  'prompts/a@v1\\q',
  'prompt\\s',
  'extraction\\',
];
const CODED = [
  'prompts/\\u0061@v1',
  '\\x70rompts/a@v1',
  'prompts/a\\x40v1',
  '\\u0065xtraction',
  '\\160rompts/a@v1',
  'prompts/a@v\\606',
  'prompts/a@\\x3e=1 \\x3c2',
  'prompts/\\u{61}@v1',
  '\\U00000070rompts/a@v1',
  'prompts\\0/a@v1',
  '\uD800',
];

const text = fc.oneof(
  { weight: 40, arbitrary: fc.constantFrom(...PLAIN) },
  { weight: 2, arbitrary: fc.constantFrom(...SPACED) },
  { weight: 6, arbitrary: fc.constantFrom(...LOOK_ALIKES) },
  { weight: 6, arbitrary: fc.constantFrom(...ESCAPED) },
  { weight: 4, arbitrary: fc.constantFrom(...CODED) },
);

const KEYS = ['prompt', 'prompt', 'agent', 'note', '"prompt"', "'agent'"];

/** Parts of files that are most likely valid; STRING is a text in quotes. */
const TEMPLATES: Readonly<Record<Kind, readonly string[]>> = {
  yaml: [
    'KEY: STRING\n',
    'KEY: STRING # STRING\r\n',
    'KEY:\n  - STRING\n  - [STRING, STRING]\n',
    'KEY: &a STRING\n',
    '? KEY\n: STRING\n',
    'KEY: |\n  TEXT\n',
    'KEY: >-\n\n    TEXT\n\n',
    'x: { KEY: STRING, "prompt":STRING, agent: [STRING] }\n',
    '# TEXT\n',
    '---\n',
    '<<: { KEY: *a }\n',
    '? [STRING]\n: !t STRING\n',
    '\t\n',
  ],
  json: [
    '"prompt": STRING,\n',
    '"note" :STRING,\r\n',
    '"x": { "prompt": [STRING, [STRING]], "agent":STRING },',
    '/* STRING */ "config": STRING, // TEXT\n',
    'KEY: STRING,',
  ],
  markdown: [
    'KEY: STRING\n',
    'KEY: STRING # STRING\n',
    'KEY:\n  - STRING\r\n',
    'KEY: |\n  TEXT\n',
    'x: { KEY: STRING, "prompt":STRING }\n',
    'KEY: STRING\n---\nTEXT <!-- TEXT -->\n',
  ],
  script: [
    'f({ KEY: STRING });\n',
    'x = { KEY: [STRING, [STRING]], "prompt" : STRING };',
    'x = a ? STRING : STRING + STRING;\r\n',
    'class A { KEY = STRING; }\n',
    'x = f`a` + { KEY: a ?? STRING } // TEXT\n',
    'x = <A prompt=STRING agent={STRING}>TEXT</A>;\n',
    'import(STRING); import a from "a";\n',
    'x = STRING, STRING;',
    'x = /a[/]TEXT/; /* TEXT */',
    "'use strict', STRING;",
    "x = { 'promp\\t': STRING, [prompt]: STRING, f() { return STRING } };",
  ],
};

const QUOTES: Readonly<Record<Kind, readonly string[]>> = {
  yaml: ['"', "'", ''],
  json: ['"'],
  markdown: ['"', "'", ''],
  script: ['"', "'", '`'],
};

/** What structure is made of, and what comes between it. */
const TOKENS: Readonly<Record<Kind, readonly string[]>> = {
  yaml: [': ', '- ', '|\n', '|-\n', '>+\n', '&a ', '*a', '!t ', '---\n', '...\n', '%YAML 1.2\n', '<<: ', '? ', '- - '],
  json: ['//', '/*', '*/', 'null', '1', 'true', ':'],
  markdown: ['---\n', ': ', '- ', '<!--', '-->', '```\n', '~~~', '    '],
  script: [
    ...['const a = ', '=> ', 'as const', 'type T = ', '<A ', '>', '</A>', '/>', '=', '+', '/', '//', '/*', '*/', ';'],
    ...['class A {', '@a ', 'enum E {', '? ', '?? ', 'f`', '$', 'import ', 'from ', '(', ')'],
  ],
};
const MARKS = ['{', '}', '[', ']', ',', '"', "'", '`', '\\', '#', '# ', '//'];
const SPACE = [' ', '\t', '\n', '\n', '\r\n', '\n  ', '\n    ', '\r', '\u2028', '\u00A0', '\uFEFF', '\0'];
const SUPPRESSIONS = ['# tagship-ignore: cycle\n', '// tagship-ignore: cycle\n', '<!-- tagship-ignore: cycle -->'];

function string(kind: Kind): fc.Arbitrary<string> {
  const around = fc.constantFrom('', '', '', ' ');
  return fc
    .tuple(fc.constantFrom(...QUOTES[kind]), around, text)
    .map(([mark, space, inner]) => (mark === '' ? inner : mark + space + inner + space + mark));
}

function orderly(kind: Kind): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...TEMPLATES[kind]),
      fc.constantFrom(...KEYS),
      fc.array(string(kind), { minLength: 3, maxLength: 3 }),
      text,
    )
    .map(([template, key, strings, inner]) => {
      let at = 0;
      return template
        .replaceAll('KEY', () => key)
        .replaceAll('STRING', () => strings[at++ % strings.length] ?? '')
        .replaceAll('TEXT', () => inner);
    });
}

function disorderly(kind: Kind): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...TOKENS[kind]) },
    { weight: 8, arbitrary: fc.constantFrom(...MARKS) },
    { weight: 8, arbitrary: fc.constantFrom(...SPACE) },
    { weight: 8, arbitrary: string(kind) },
    { weight: 4, arbitrary: text },
    { weight: 4, arbitrary: fc.constantFrom(...KEYS) },
    { weight: 1, arbitrary: fc.constantFrom(...SUPPRESSIONS) },
  );
}

const AROUND: Readonly<Record<Kind, readonly (readonly [string, string])[]>> = {
  yaml: [['', '']],
  json: [
    ['{', '}'],
    ['[{', '}]'],
  ],
  markdown: [
    ['---\n', '---\n'],
    ['---\r\n', '---'],
    ['', ''],
  ],
  script: [['', '']],
};

/** Files of a kind: half of them are most likely valid, the others have something in them that is not. */
export function file(kind: Kind): fc.Arbitrary<{ readonly name: string; readonly text: string }> {
  const calm = fc.array(orderly(kind), { maxLength: 6 });
  const wild = fc.array(fc.oneof(orderly(kind), disorderly(kind)), { maxLength: 12 });
  return fc
    .tuple(fc.constantFrom(...FILES[kind]), fc.constantFrom(...AROUND[kind]), fc.oneof(calm, wild))
    .map(([name, [before, behind], pieces]) => ({ name, text: before + pieces.join('') + behind }));
}

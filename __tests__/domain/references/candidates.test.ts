import { describe, expect, test } from '@jest/globals';
import { candidateFinder } from '../../../src/domain/references/candidates.ts';
import { readReference } from '../../../src/domain/references/grammar.ts';
import { VOCABULARY } from './corpus.ts';

const find = candidateFinder(VOCABULARY);

function texts(text: string, file?: string): readonly string[] | 'unknown' {
  const candidates = find(text, file);
  return candidates === 'unknown' ? candidates : candidates.map((candidate) => candidate.text);
}

describe('candidates', () => {
  test.each<[string, string, readonly string[] | 'unknown']>([
    ['nothing is none', '', []],
    ['prose is none', 'Some text with a/b, https://example.com/a@b and user@example.com.', []],
    ['a reference, each once', 'a: prompts/a@v1\nb: prompts/a@v1 # prompts/b@v1\n', ['prompts/a@v1', 'prompts/b@v1']],
    ['a reference in a comment counts, too', '// "prompts/a@v1"', ['prompts/a@v1']],
    ['what only a key makes a reference is none without a key', 'note: prompts/a, my-prompt@v1, extraction', []],
    [
      'and is one with a key anywhere',
      'prompt: |\n  text\nnote: [prompts/a, my-prompt@v1, extraction]',
      ['prompts/a', 'my-prompt@v1', 'extraction'],
    ],
    ['a part of another word is no key', 'prompts: [extraction]\nmy-prompt: extraction', []],
    ['a name in a sentence is none', 'prompt: the extraction of facts', []],
    ['escapes are read', '"prompts\\/a@v1" "prompts\\/\\u0062@v1"', ['prompts\\/a@v1', 'prompts\\/\\u0062@v1']],
    ['escaped white space makes it none', '"\\nprompts/a@v1"', []],
    ['an escape that is no letter makes it none', 'agent: "prompts/a@v1\\b"', []],
    ['a value right behind the colon', '{"a":prompts/a@v1}', ['prompts/a@v1']],
    ['a range with spaces', 'a: prompts/a@>=1.0.0 <2.0.0', 'unknown'],
    ['a rare escape', '"prompts/\\u{61}@v1"', 'unknown'],
    ['a suppression', '# tagship-ignore: cycle', 'unknown'],
  ])('%s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  test.each<[string, string, string, readonly string[] | 'unknown']>([
    ['in the body of Markdown is none', 'a.md', '---\na: prompts/a@v1\n---\nprompts/b@v1\n', ['prompts/a@v1']],
    ['nor in Markdown without front matter', 'a.md', 'prompt: prompts/a@v1\n', []],
    ['but a suppression may be', 'a.md', '<!-- tagship-ignore: cycle -->', 'unknown'],
    ['a name under another key is none', 'a.yaml', 'prompt: x\ntitle: extraction\n"id" : \'extraction\'\n', []],
    ['nor is one at the end of a line of prose', 'a.yaml', 'prompt: |\n  begin the\textraction\n', []],
    ['nor is one in a list under another key', 'a.yaml', 'prompt: x\ntags: [invoices, extraction]', []],
    ['nor is one under another key of JSON', 'a.json', '{"prompt": "x", "title": "extraction"}', []],
    ['nor is one of a script without quotes', 'a.ts', 'const prompt = extraction;', []],
    ['a name under the key is one', 'a.yaml', "title: x\n'prompt' :\textraction", ['extraction']],
    ['and in a list', 'a.yaml', 'prompt:\n  - extraction', ['extraction']],
    ['and in a list in brackets', 'a.yaml', '{title: [a, b], prompt: [a, extraction]}', ['extraction']],
    ['and on the next line', 'a.json', '{"prompt":\n"extraction"}', ['extraction']],
    ['and behind a tag', 'a.yaml', 'prompt: !!str extraction', ['extraction']],
    ['and behind a tag with a colon', 'a.yaml', 'prompt: !a: extraction', ['extraction']],
    ['and behind an anchor', 'a.yaml', 'prompt: &a: extraction', ['extraction']],
    ['and behind a comment', 'a.json', '{"prompt": /* title: */ "extraction"}', ['extraction']],
    ['and behind a condition', 'a.ts', "f({ prompt: a ? b : 'extraction' })", ['extraction']],
    ['and on the next line of a script', 'a.ts', 'f({ prompt: `\n extraction` })', ['extraction']],
  ])('%s', (_, file, text, expected) => {
    expect(texts(text, file)).toEqual(expected);
  });

  test('without keys there is nothing under a key', () => {
    const without = candidateFinder({ ...VOCABULARY, keys: new Set() });
    expect(without('prompt: [extraction, my-prompt@v1, prompts/a@v1]')).toMatchObject([{ text: 'prompts/a@v1' }]);
  });

  test('a key may be any text', () => {
    const other = candidateFinder({ ...VOCABULARY, keys: new Set(['a.b (c)', '$x']) });
    expect(other('"a.b (c)": extraction')).toHaveLength(1);
    expect(other('$x: extraction')).toHaveLength(1);
    expect(other('aXb (c): extraction')).toHaveLength(0);
  });
});

describe('a reference', () => {
  test('is at most as long as a key of Workers KV', () => {
    const longest = `prompts/${'a'.repeat(512 - 'prompts/@v1.0.0'.length)}@v1.0.0`;
    expect(readReference(longest, false, VOCABULARY)).toMatchObject({ type: 'prompts' });
    expect(readReference(`${longest}0`, false, VOCABULARY)).toBeUndefined();
  });

  test.each([
    ' prompts/a@v1',
    'prompts/a@v1 ',
    'prompts/a@v1\n',
    'prompts/a@\tv1',
    'prompts/a@>=1\n<2',
    "prompts/'a'@v1",
    'prompts\\a@v1',
  ])('%j is none', (text) => {
    expect(readReference(text, true, VOCABULARY)).toBeUndefined();
  });

  test('has a type of the vocabulary, whichever these are', () => {
    const vocabulary = { ...VOCABULARY, types: new Set(['gadgets']) };
    expect(readReference('gadgets/a@v1.0.0', false, vocabulary)).toMatchObject({ type: 'gadgets', name: 'a' });
    expect(readReference('gadget://a', false, vocabulary)).toMatchObject({ form: 'uri', type: 'gadgets', name: 'a' });
    expect(readReference('prompts/a@v1.0.0', true, vocabulary)).toBeUndefined();
  });
});

import { describe, expect, test } from '@jest/globals';
import { Screen, wrap } from '../../demo/screen.ts';

function fakeOutput(properties: { isTTY?: boolean; columns?: number } = {}) {
  let text = '';
  const output = {
    ...properties,
    write: (piece: string) => {
      text += piece;
    },
  };
  return { output, text: () => text };
}

const ESCAPE = '\u001b';

describe('colours', () => {
  test.each([
    ['a pipe', {}, {}, false],
    ['a terminal', { isTTY: true }, { TERM: 'xterm' }, true],
    ['a dumb terminal', { isTTY: true }, { TERM: 'dumb' }, false],
    ['a terminal with NO_COLOR', { isTTY: true }, { NO_COLOR: '1' }, false],
    ['a terminal with an empty NO_COLOR', { isTTY: true }, { NO_COLOR: '' }, true],
    ['a terminal with FORCE_COLOR=0', { isTTY: true }, { FORCE_COLOR: '0' }, false],
    ['a pipe with FORCE_COLOR', {}, { FORCE_COLOR: '1' }, true],
    ['a pipe with both', {}, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
    ['a pipe of a CI job', {}, { CI: 'true' }, false],
  ])('%s', (_, properties, environment, coloured) => {
    const { output, text } = fakeOutput(properties);
    new Screen(output, environment).step(1, 'Title');

    expect(text().includes(ESCAPE)).toBe(coloured);
    expect(text()).toContain('1  Title');
  });
});

describe('the spinner', () => {
  test('is drawn and wiped out on a terminal, in one line that fits', async () => {
    const { output, text } = fakeOutput({ isTTY: true, columns: 40 });
    const screen = new Screen(output, { NO_COLOR: '1' });

    expect(await screen.working('Waiting for something that has a long name', async () => 7)).toBe(7);
    expect(text()).toBe(`\r${ESCAPE}[K  ⠋ Waiting for something that has a lo\r${ESCAPE}[K`);
  });

  test('is wiped out when the work fails', async () => {
    const { output, text } = fakeOutput({ isTTY: true });
    const working = new Screen(output, {}).working('Waiting', () => Promise.reject(new Error('no')));

    await expect(working).rejects.toThrow('no');
    expect(text().endsWith(`\r${ESCAPE}[K`)).toBe(true);
  });

  test('is absent elsewhere', async () => {
    const { output, text } = fakeOutput();
    await new Screen(output, { FORCE_COLOR: '1' }).working('Waiting', async () => undefined);

    expect(text()).toBe('');
  });
});

describe('the lines', () => {
  test('of commands have what they are in Git beside them, or below where there is no room', () => {
    const commands = [{ command: 'a', git: 'git a' }, { command: 'long', git: 'git long' }, { command: 'c' }];
    const wide = fakeOutput();
    new Screen(wide.output, {}).commands(commands);
    const narrow = fakeOutput({ columns: 40 });
    new Screen(narrow.output, {}).commands([{ command: 'x'.repeat(20), git: 'y'.repeat(20) }]);

    expect(wide.text()).toBe('  $ a     # git a\n  $ long  # git long\n  $ c\n\n');
    expect(narrow.text()).toBe(`  $ ${'x'.repeat(20)}\n    # ${'y'.repeat(20)}\n\n`);
  });

  test('of answers are aligned', () => {
    const { output, text } = fakeOutput();
    new Screen(output, {}).answers('prompt://x', [
      { label: 'before', is: '404', text: 'nothing' },
      { label: 'after', is: 'v1.0.0', text: 'one\n\ntwo\n' },
    ]);

    expect(text()).toBe(
      [
        '',
        '  prompt://x',
        '  before  404    │ nothing',
        '  after   v1.0.0 │ one',
        '                 │',
        '                 │ two',
        '',
      ].join('\n'),
    );
  });

  test('of runs and tables are aligned', () => {
    const { output, text } = fakeOutput();
    const screen = new Screen(output, {});
    screen.run({ ok: true, subject: 'a/v1.0.0', result: 'stored', requests: 1, milliseconds: 40 });
    screen.run({ ok: false, subject: 'a/production', result: 'refused', requests: 12, milliseconds: 12_345 });
    screen.table([['aaa', 'b']], ['1', '2']);

    expect(text()).toBe(
      [
        '  ✓ a/v1.0.0                       stored                   1 request   0.04 s',
        '  ✗ a/production                   refused                 12 requests 12.35 s',
        '  1     2',
        '  aaa   b',
        '',
      ].join('\n'),
    );
  });

  test('never have more than 100 columns', () => {
    const { output, text } = fakeOutput({ columns: 300 });
    const screen = new Screen(output, {});
    const long = 'word '.repeat(60).trim();
    screen.say(long);
    screen.good(long);
    screen.error(long);
    screen.log([long]);
    screen.mismatch(long, long, 'x'.repeat(300));

    const lines = text().split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test.each([
    ['fits', 10, ['fits']],
    ['one two three', 7, ['one two', 'three']],
    ['  one two', 5, ['  one', '  two']],
    ['abcdef', 4, ['abcd', 'ef']],
    ['', 4, ['']],
  ])('%j wrapped to %i', (line, width, expected) => {
    expect(wrap(line, width)).toEqual(expected);
  });
});

import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GatePolicy } from '../../src/domain/gate/policy.ts';
import type { MeasurementRow } from '../../src/domain/gate/state.ts';
import type { PostMortem, VersionContent } from '../../src/domain/post-mortem/facts.ts';
import { postMortemBody, postMortemComment, postMortemTitle } from '../../src/domain/post-mortem/issue.ts';
import { period } from '../../src/domain/post-mortem/markdown.ts';
import { hasMarker, issueMarker, occurrenceMarker } from '../../src/domain/post-mortem/markers.ts';
import { shellQuote } from '../../src/domain/post-mortem/shell.ts';
import { redact, Secrets } from '../../src/domain/secrets.ts';

const AT = Date.parse('2026-05-05T14:47:03Z');
const LEFT = 'a'.repeat(40);
const RESTORED = 'b'.repeat(40);
const TAG = 'c'.repeat(40);

/** Git allows all of it in the name of a ref. */
const HOSTILE = `x$(id)\`id\`'"&;|<!--@team#1`;

function content(text: string | Uint8Array | undefined): VersionContent {
  return {
    path: 'prompts/extraction.md',
    blob: 'd'.repeat(40),
    bytes: typeof text === 'string' ? new TextEncoder().encode(text) : text,
  };
}

function facts(changes: Partial<PostMortem> = {}): PostMortem {
  return {
    component: 'prompts/extraction',
    environment: 'production',
    environmentTag: 'components/prompts/extraction/production',
    versionTag: 'components/prompts/extraction/v1.1.0',
    left: {
      version: 'v1.1.0',
      commit: LEFT,
      tag: TAG,
      author: 'Ada',
      deployed: {
        how: 'promoted',
        at: AT - 90_000,
        actor: 'ada',
        run: 'https://github.com/acme/components/actions/runs/41',
        reason: 'friendlier',
      },
      ran: ['staging', 'production'],
      healthy: ['staging'],
      content: content('one\ntwo\nthree\n'),
    },
    restored: { version: 'v1.0.0', commit: RESTORED, content: content('one\n2\nthree\n') },
    occurrence: '5',
    why: 'Somebody asked for it.',
    made: { at: AT, actor: 'bob', run: 'https://github.com/acme/components/actions/runs/42', reason: 'wrong answers' },
    gate: undefined,
    held: undefined,
    events: [],
    place: { serverUrl: 'https://github.com', repository: 'acme/components' },
    secrets: new Secrets(),
    ...changes,
  };
}

function compared(
  before: string | Uint8Array | undefined,
  after: string | Uint8Array | undefined,
  secrets: string[] = [],
) {
  const { left, restored } = facts();
  return facts({
    left: { ...left, content: content(after) },
    restored: { ...restored, content: content(before) },
    secrets: new Secrets(secrets),
  });
}

const POLICY: GatePolicy = {
  initialDelayMs: 60_000,
  intervalMs: 15_000,
  timeoutMs: 600_000,
  count: 5,
  consecutiveErrorLimit: 4,
  onBreach: 'rollback',
  bakeMs: 0,
  onNoData: 'keep',
  onError: 'keep',
  onInconclusive: 'keep',
  metrics: [
    {
      name: 'error-rate',
      source: {
        provider: 'prometheus',
        url: 'https://prometheus.example.com',
        query: undefined,
        errors: 'errors',
        total: 'total',
        path: undefined,
        method: undefined,
        headers: {},
        body: undefined,
        timeoutMs: 10_000,
      },
      limit: { kind: 'counts', max: 0.01, minSamples: 50 },
    },
  ],
};

function row(changes: Partial<MeasurementRow> = {}): MeasurementRow {
  return {
    metric: 'error-rate',
    at: AT - 5_000,
    elapsed: 85_000,
    queries: ['sum(increase(errors[85s]))', 'sum(increase(total[85s]))'],
    value: 0.0819672131,
    counts: { errors: 5, total: 61, samples: undefined },
    limit: 'max 0.01',
    evidence: '5 of 61 requests, log-likelihood ratio 3.1 of 3.0',
    outcome: 'breach',
    ...changes,
  };
}

function gated(rows: readonly MeasurementRow[], changes: Partial<PostMortem> = {}): PostMortem {
  return facts({ gate: { policy: POLICY, rows, startedAt: AT - 30_000 }, ...changes });
}

/** The code blocks of a text, without their fences. */
function blocks(text: string, language: string): string[] {
  const found: string[] = [];
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    if (fence === undefined) {
      fence = new RegExp(`^(\`{3,})${language}$`).exec(line)?.[1];
      found.push(...(fence === undefined ? [] : ['']));
    } else if (line.trim() === fence) {
      fence = undefined;
    } else {
      found.push(`${found.pop() ?? ''}${line}\n`);
    }
  }
  return found;
}

/** What is left of Markdown when everything in code is taken out, as GitHub does before it looks for mentions. */
function outsideCode(markdown: string): string {
  const lines: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    // CommonMark: what follows the opening of a fence holds no backtick, else it is a code span.
    const run = /^`{3,}(?=[^`]*$)/.exec(line)?.[0];
    if (fence === undefined && run !== undefined) {
      fence = run;
    } else if (fence !== undefined) {
      fence = run !== undefined && run.length >= fence.length && line.trim() === run ? undefined : fence;
    } else {
      lines.push(withoutSpans(line));
    }
  }
  expect(fence).toBeUndefined();
  return lines.join('\n');
}

function withoutSpans(line: string): string {
  let rest = line;
  let outside = '';
  for (;;) {
    const open = /(?<!\\)(?:\\\\)*(`+)/.exec(rest);
    const run = open?.[1];
    if (open === null || run === undefined) {
      return outside + rest;
    }
    const start = open.index + open[0].length;
    const close = new RegExp(`(?<!\`)${run}(?!\`)`).exec(rest.slice(start));
    outside += `${rest.slice(0, start - run.length)}${close === null ? run : 'CODE'}`;
    rest = close === null ? rest.slice(start) : rest.slice(start + close.index + run.length);
  }
}

/** Text that somebody else wrote, with what would be dangerous. */
const foreign = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '@everyone ',
        '#1',
        'GH-1',
        'https://github.com/acme/components/issues/1',
        '<img src=x onerror=alert(1)>',
        '[link](https://evil.example)',
        '\n',
        '\n```\n',
        '`',
        '````',
        '\\',
        '\n<!-- tagship:post-mortem other production v1.0.0 -->\n',
        '\n<!-- tagship:occurrence 7 -->\n',
        '-->',
        '|',
        '\u202e',
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const hostile = fc
  .record({ a: foreign, b: foreign, c: foreign, d: foreign, before: foreign, after: foreign, isGated: fc.boolean() })
  .map(({ a, b, c, d, before, after, isGated }) => {
    const { left, restored, made } = compared(before, after);
    const rows = [row({ metric: a, queries: [b, c], evidence: d, limit: a }), row({ metric: d, queries: [a] })];
    return facts({
      component: `prompts/${a}`,
      environment: b,
      environmentTag: `components/prompts/${a}/${b}`,
      left: {
        ...left,
        version: c,
        author: d,
        deployed: { how: 'promoted', at: AT, actor: a, run: b, reason: c },
        ran: [d, a],
        healthy: [b],
        content: { ...left.content, path: c },
      },
      restored: { ...restored, version: d },
      made: { ...made, actor: c, run: a, reason: d },
      why: a,
      held: isGated ? b : undefined,
      gate: isGated ? { policy: POLICY, rows, startedAt: AT } : undefined,
      events: [{ at: AT, what: c }],
    });
  });

describe('a marker', () => {
  test('is a comment on one line that nothing in it can end, and another one for other names', () => {
    fc.assert(
      fc.property(
        fc.array(foreign, { minLength: 6, maxLength: 6 }),
        ([a = '', b = '', c = '', d = '', e = '', f = '']) => {
          const marker = issueMarker(a, b, c);
          expect(marker).toMatch(/^<!-- tagship:post-mortem [^\s<>]* [^\s<>]* [^\s<>]* -->$/);
          expect(marker.slice(4, -3)).not.toContain('--');
          const isSame = a.toWellFormed() === d.toWellFormed() && b === e && c === f;
          fc.pre(isSame || [a, b, c].join().isWellFormed());
          expect(issueMarker(d, e, f) === marker).toBe(isSame);
        },
      ),
    );
  });

  test('is found as a line of its own, also after somebody edited the text in a browser', () => {
    const marker = occurrenceMarker('5');
    expect(hasMarker(`Hello\r\n${marker}\r\nthere`, marker)).toBe(true);
    expect(hasMarker(`> ${marker}`, marker)).toBe(false);
    expect(hasMarker(` ${marker}`, marker)).toBe(false);
    expect(hasMarker(null, marker)).toBe(false);
  });
});

describe('whatever others wrote', () => {
  test('the issue has its own markers and no others', () => {
    fc.assert(
      fc.property(hostile, (one) => {
        const { component, environment, left, occurrence } = one;
        const markers = (text: string) => text.split(/\r?\n/).filter((line) => line.startsWith('<!--'));
        expect(markers(postMortemBody(one))).toEqual([
          issueMarker(component, environment, left.version),
          occurrenceMarker(occurrence),
        ]);
        expect(markers(postMortemComment(one))).toEqual([occurrenceMarker(occurrence)]);
      }),
      { numRuns: 300 },
    );
  });

  test('nobody is mentioned, no issue is referred to, and there is no HTML', () => {
    fc.assert(
      fc.property(hostile, (one) => {
        for (const text of [postMortemBody(one), postMortemComment(one)]) {
          const outside = outsideCode(text)
            .split('\n')
            .filter((line) => !line.startsWith('<!-- tagship:'))
            .join('\n');
          expect(outside).not.toMatch(/@[\w-]/);
          expect(outside).not.toMatch(/#\d|GH-\d|\/issues\/\d/i);
          expect(outside).not.toMatch(/<\/?[a-z!]/i);
          expect(outside).not.toContain('](https://evil');
        }
        expect(postMortemTitle(one)).not.toMatch(/@[\w-]|#\d|\n/);
      }),
      { numRuns: 300 },
    );
  });

  test('tables keep their columns', () => {
    fc.assert(
      fc.property(hostile, (one) => {
        const lines = postMortemBody(one).split('\n');
        for (const line of lines.filter((text) => text.startsWith('| ') && !text.startsWith('| |'))) {
          const columns = line.split(/(?<!\\)\|/).length - 2;
          expect([2, 7]).toContain(columns);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the size', () => {
  test.each<[string, PostMortem]>([
    ['long lines', compared('x'.repeat(100_000), 'y'.repeat(100_000))],
    ['many backticks', compared('`'.repeat(9_000), `${'`'.repeat(9_000)}\n`)],
    ['many lines', compared('', 'line\n'.repeat(900))],
    ['control characters', compared('\u0001'.repeat(200_000), `\u0001`.repeat(200_001))],
    ['a long reason', facts({ why: '`|'.repeat(90_000), held: '<&>'.repeat(90_000) })],
    ['many environments', facts({ left: { ...facts().left, ran: Array.from({ length: 9_000 }, (_, i) => `e${i}`) } })],
    [
      'many long measurements',
      gated(
        Array.from({ length: 2_000 }, (_, i) =>
          row({
            at: AT + i,
            metric: '|'.repeat(80),
            evidence: '`'.repeat(9_000),
            queries: ['\u0001'.repeat(9_000 + i)],
          }),
        ),
        { events: Array.from({ length: 2_000 }, (_, i) => ({ at: AT + i, what: '#'.repeat(5_000) })) },
      ),
    ],
  ])('stays below what GitHub takes, with %s', (_, one) => {
    expect(postMortemBody(one).length).toBeLessThan(65_000);
    expect(postMortemComment(one).length).toBeLessThan(65_000);
    expect(outsideCode(postMortemBody(one))).toContain('## Open questions');
  });

  test('of a title stays below it as well', () => {
    expect(postMortemTitle(facts({ component: `prompts/${'n'.repeat(500)}` })).length).toBeLessThanOrEqual(256);
  });
});

describe('the comparison of the contents', () => {
  test('shows what the version that was left had changed', () => {
    expect(blocks(postMortemBody(facts()), 'diff')).toEqual([
      [
        '--- a/prompts/extraction.md',
        '+++ b/prompts/extraction.md',
        '@@ -1,3 +1,3 @@',
        ' one',
        '-2',
        '+two',
        ' three',
        '',
      ].join('\n'),
    ]);
  });

  test('shows what nobody sees: line ends, a missing last line break, characters without a shape', () => {
    const [shown = ''] = blocks(postMortemBody(compared('one\ntwo\u200b\ttab\u202e', 'one\r\ntwo')), 'diff');
    expect(shown).toContain('+one\\u000d\n');
    expect(shown).toContain('\\ No newline at end of file\n');
    expect(shown).toContain('-two\\u200b\ttab\\u202e\n');
  });

  test('is not ended by code blocks in the content', () => {
    const one = compared('text\n', 'text\n```md\n````\n## Heading\n');
    expect(blocks(postMortemBody(one), 'diff')[0]).toContain('+````\n+## Heading\n');
    expect(outsideCode(postMortemBody(one))).not.toContain('Heading');
  });

  test('of long lines shows where they differ', () => {
    const start = 'word '.repeat(2_000);
    const [shown = ''] = blocks(postMortemBody(compared(`${start}old${start}`, `${start}new${start}`)), 'diff');
    expect(shown).toMatch(/^-….*word old/m);
    expect(shown).toMatch(/^\+….*word new/m);
    expect(shown.length).toBeLessThan(5_000);
  });

  test('says how much is left out', () => {
    const [before, after] = ['a', 'b'].map((letter) =>
      Array.from({ length: 400 }, (_, i) => `${letter.repeat(90)}${i}`),
    );
    const body = postMortemBody(compared(before?.join('\n'), after?.join('\n')));
    const shown = blocks(body, 'diff')[0]?.trimEnd().split('\n') ?? [];
    const rest = Number(/^(\d+) more lines of the comparison are left out\.$/m.exec(body)?.[1]);
    // 400 lines of either side, three of the header, and twice that the last line has no end.
    expect(shown.length + rest).toBe(805);
  });

  test.each<[string, PostMortem, RegExp]>([
    ['the same', compared('same', 'same'), /same content, byte for byte/],
    ['binary', compared(new Uint8Array([0, 1]), new Uint8Array([0, 2])), /binary or large/],
    ['no UTF-8', compared(new Uint8Array([0xc3, 0x28]), 'text'), /binary or large/],
    ['large', compared('text', 'x'.repeat(300_000)), /binary or large/],
    ['gone', compared(undefined, 'text'), /could not be read; they may have been collected/],
    ['rewritten', compared('a\nb\n'.repeat(2_000), 'c\nd\n'.repeat(2_000)), /too many lines/],
    [
      'different secrets',
      compared(`ghp_${'a'.repeat(36)}`, `ghp_${'b'.repeat(36)}`),
      /only in what looks like secrets/,
    ],
  ])('of contents that are %s gives the facts instead', (_, one, words) => {
    const body = postMortemBody(one);
    expect(body).toMatch(words);
    expect(blocks(body, 'diff')).toEqual([]);
    expect(body).toMatch(/^- `v1\.0\.0`: `prompts\/extraction\.md`, .*blob `d{12}`$/m);
    expect(body).toMatch(/^- `v1\.1\.0`: `prompts\/extraction\.md`, .*blob `d{12}`$/m);
  });
});

describe('measurements', () => {
  const rows = [
    row({ at: AT - 20_000, elapsed: 70_000, value: undefined, counts: undefined, outcome: 'no-data', evidence: '' }),
    row({ counts: { errors: 5, total: 61, samples: 12 } }),
  ];

  test('stand there with value, counts, limit, evidence and outcome', () => {
    const lines = postMortemBody(gated(rows)).split('\n');
    expect(lines).toContain('| 1 | 1 min 10 s | `error-rate` | – | `max 0.01` | no data | – |');
    expect(lines).toContain(
      '| 2 | 1 min 25 s | `error-rate` | `5 of 61 requests (8.2 %), estimated from 12 rows` | `max 0.01` | **breach** | `5 of 61 requests, log-likelihood ratio 3.1 of 3.0` |',
    );
    expect(lines).toContain('- 2026-05-05 14:46:58 UTC: Measurement 2: `error-rate` breached its limit.');
  });

  test('stand there with what was asked; those that asked the same together', () => {
    const [first] = rows;
    const body = postMortemBody(gated([...rows, row({ queries: ['other'] }), row({ metric: first?.metric ?? '' })]));
    expect(blocks(body, 'text')).toEqual([
      [
        '1, 2, 4  error-rate',
        '    sum(increase(errors[85s]))',
        '    sum(increase(total[85s]))',
        '3  error-rate',
        '    other',
        '',
      ].join('\n'),
    ]);
  });

  test('are the last ones when they are too many, and how many are missing is said', () => {
    const many = Array.from({ length: 900 }, (_, i) => row({ at: AT + i, queries: [`query ${i}`.repeat(20)] }));
    const body = postMortemBody(gated(many));
    const numbers = [...body.matchAll(/^\| (\d+) \|/gm)].map(([, number]) => Number(number));
    expect(numbers.at(-1)).toBe(900);
    expect(body).toContain(`The first ${(numbers[0] ?? 0) - 1} measurements left out here`);
  });

  test('are followed in the timeline by what came of them, by the same clock', () => {
    const events = [{ at: AT - 4_000, what: 'The tag was moved back to `v1.0.0`, 1 s after the last measurement.' }];
    const lines = postMortemBody(gated(rows, { events })).split('\n');
    expect(lines.filter((line) => line.startsWith('- 2026-'))).toEqual([
      '- 2026-05-05 14:45:33 UTC: `v1.1.0` was deployed.',
      '- 2026-05-05 14:46:33 UTC: The gate began to watch.',
      '- 2026-05-05 14:46:58 UTC: Measurement 2: `error-rate` breached its limit.',
      '- 2026-05-05 14:46:59 UTC: The tag was moved back to `v1.0.0`, 1 s after the last measurement.',
    ]);
  });

  test('are drawn, and what was not deployed stands beside the question whether it was the deploy', () => {
    const [at, elapsed] = [AT - 20_000, 70_000];
    const control = { errors: 3, total: 900 };
    const two = [row({ at, elapsed, counts: { errors: 1, total: 40, samples: undefined } }), row({ control })];
    const body = postMortemBody(gated(two));
    expect(blocks(body, 'mermaid')).toEqual([expect.stringContaining('line "breach" [')]);
    expect(body).toMatch(
      /^- \[ \] Was it the deploy at all\? Elsewhere `3 of 900 requests \(0\.33 %\)` failed, here `.* of .* requests \(.*\)`\.$/m,
    );
    expect(postMortemBody(facts())).toContain('- [ ] Was it the deploy at all? Nothing was compared:');
  });

  test('do not stand there for a rollback by hand', () => {
    expect(postMortemBody(facts())).not.toContain('## Measurements');
  });
});

describe('what happened', () => {
  test('says who deployed, who rolled back, when and why', () => {
    const lines = postMortemBody(facts()).split('\n');
    expect(lines).toEqual(
      expect.arrayContaining([
        `| Version | \`v1.1.0\`, commit [\`aaaaaaa\`](https://github.com/acme/components/commit/${LEFT}) |`,
        '| Written by | `Ada` |',
        '| Deployed | promoted: 2026-05-05 14:45:33 UTC, by `ada`, [run](https://github.com/acme/components/actions/runs/41) |',
        '| Why it was deployed | friendlier |',
        '| Live for | 1 min 30 s |',
        '| Rolled back | 2026-05-05 14:47:03 UTC, by `bob`, [run](https://github.com/acme/components/actions/runs/42) |',
        '| Reason given | wrong answers |',
        `| Difference | [compare](https://github.com/acme/components/compare/${RESTORED}...${LEFT}) |`,
        '- 2026-05-05 14:45:33 UTC: `v1.1.0` was deployed.',
        '- 2026-05-05 14:47:03 UTC: The tag was moved back to `v1.0.0`.',
      ]),
    );
  });

  test('leaves open what nobody knows, and links to no run that is none', () => {
    const { left, made } = facts();
    const body = postMortemBody(
      facts({
        left: { ...left, commit: undefined, author: undefined, deployed: undefined, ran: [], healthy: [] },
        made: { ...made, actor: undefined, run: 'https://evil.example/acme/components/actions/runs/1' },
      }),
    );
    expect(body).toContain('| Deployed | unknown |');
    expect(body).toContain('| Rolled back | 2026-05-05 14:47:03 UTC, by unknown |');
    expect(body).not.toContain('evil');
  });

  test('asks why it was not found before, naming where it ran', () => {
    expect(postMortemBody(facts())).toContain('- [ ] Why did `staging`, where it ran before');
    const alone = facts({ left: { ...facts().left, ran: ['production'] } });
    expect(postMortemBody(alone)).toContain('would a canary have?');
    expect(postMortemBody(gated([]))).toContain('Did the gate measure the right thing');
  });

  test.each([
    [0, '0 s'],
    [59_400, '59 s'],
    [60_000, '1 min'],
    [3_661_000, '1 h 1 min'],
    [90_061_000, '1 d 1 h'],
  ])('%d ms are %s', (milliseconds, words) => {
    expect(period(milliseconds)).toBe(words);
  });
});

/** Runs shell lines with commands that print what they are given, one argument a line. */
function argumentsIn(block: string): string[][] {
  const stub = (name: string) => `${name}() { printf '%s\\0' "$@"; printf '\\0'; }`;
  const said = execFileSync('sh', ['-c', `${stub('gh')}\n${stub('git')}\n${block}`], { encoding: 'utf8' });
  return said
    .split('\0\0')
    .slice(0, -1)
    .map((one) => one.split('\0'));
}

describe('the commands that put it back', () => {
  test('start the workflow, or push the tag of the version', () => {
    const [workflow = '', git = ''] = blocks(postMortemBody(facts()), 'sh');
    expect(argumentsIn(workflow)).toEqual([
      [
        ...['workflow', 'run', 'promote.yml', '--repo', 'acme/components'],
        ...['--raw-field', 'component=prompts/extraction', '--raw-field', 'environment=production'],
        ...['--raw-field', 'version=v1.1.0', '--raw-field', 'override=quarantine'],
        ...['--raw-field', 'reason=the questions of the post-mortem are answered'],
      ],
    ]);
    expect(argumentsIn(git)).toEqual([
      ['fetch', 'origin', 'refs/tags/components/prompts/extraction/v1.1.0'],
      ['tag', '--force', '--annotate', '--message', 'Again', 'components/prompts/extraction/production', TAG],
      ['push', '--force', 'origin', 'refs/tags/components/prompts/extraction/production'],
    ]);
  });

  test('run nothing that a name says, and stand for exactly that name', () => {
    const one = facts({
      component: `prompts/${HOSTILE}`,
      environment: HOSTILE,
      environmentTag: `components/prompts/${HOSTILE}/${HOSTILE}`,
      versionTag: `components/prompts/${HOSTILE}/v1.1.0`,
    });
    const [workflow = '', git = ''] = blocks(postMortemBody(one), 'sh');
    expect(argumentsIn(workflow)[0]).toEqual(
      expect.arrayContaining([`component=prompts/${HOSTILE}`, `environment=${HOSTILE}`]),
    );
    expect(argumentsIn(git)).toEqual([
      ['fetch', 'origin', `refs/tags/components/prompts/${HOSTILE}/v1.1.0`],
      ['tag', '--force', '--annotate', '--message', 'Again', `components/prompts/${HOSTILE}/${HOSTILE}`, TAG],
      ['push', '--force', 'origin', `refs/tags/components/prompts/${HOSTILE}/${HOSTILE}`],
    ]);
  });

  test('fetch the object where its tag is gone, and name the server where it is another', () => {
    const one = facts({
      versionTag: undefined,
      place: { serverUrl: 'https://git.example.com', repository: 'acme/components' },
    });
    const [workflow = '', git = ''] = blocks(postMortemBody(one), 'sh');
    expect(argumentsIn(workflow)[0]).toContain('git.example.com/acme/components');
    expect(argumentsIn(git)[0]).toEqual(['fetch', 'origin', TAG]);
  });

  test('are those of the workflow alone while the tag cannot be moved', () => {
    const body = postMortemBody(facts({ held: 'A ruleset protects `components/prompts/extraction/production`.' }));
    expect(blocks(body, 'sh')).toHaveLength(1);
    expect(body).toContain('KV is held back from the tag until it moves');
  });
});

test('a word for the shell stands for exactly the text it is made of', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(
      HOSTILE,
      '',
      "'",
      "''",
      '-n',
      '~',
      '*',
      '\\',
      '$HOME',
      '\u202e',
      '\u2028x',
      'a\nb\n',
      '\u0001\u0002',
    ),
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 30 }), (list) => {
      const texts = list.map((text) => text.toWellFormed().replaceAll('\0', ''));
      const line = `printf '%s\\0' ${texts.map(shellQuote).join(' ')}`;
      expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).toBe(texts.map((text) => `${text}\0`).join(''));
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be hidden in a command
      expect(line).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\p{Cf}\u2028\u2029]/u);
    }),
    { numRuns: 60 },
  );
});

describe('secrets', () => {
  const PEM = ['-----BEGIN RSA PRIVATE KEY-----', 'MIIEpAIBAAKCAQEA7', 'bNXBBkGn', '-----END RSA PRIVATE KEY-----'];

  test.each<[string, string, string]>([
    ['of GitHub', `a ghp_${'a1'.repeat(18)} b`, 'a [redacted] b'],
    ['of a GitHub App', `ghs_${'a1'.repeat(18)}`, '[redacted]'],
    ['of GitHub, fine-grained', `github_pat_${'a_1'.repeat(20)}`, '[redacted]'],
    ['of an API', 'key sk-proj-abcdefghij1234567890.', 'key [redacted].'],
    ['of AWS', 'AKIAIOSFODNN7EXAMPLE', '[redacted]'],
    ['of Slack', 'xoxb-123456789012-abcdef', '[redacted]'],
    ['in a header', 'Authorization: Bearer abcdefghijklmnop', 'Authorization: Bearer [redacted]'],
    ['in a web token', `eyJhbGciOiJIUzI1NiJ9.${'e30x'.repeat(4)}.abc`, '[redacted]'],
    ['in an address', 'https://user:hunter2@example.com/x', 'https://user:[redacted]@example.com/x'],
    ['that are assigned', 'API_TOKEN = "v1.0-abcdefghijkl"', 'API_TOKEN = "[redacted]"'],
    ['in a query', '?api_key=abcdefghijklmnop&x=1', '?api_key=[redacted]&x=1'],
    ['on several lines', `x\n${PEM.join('\n')}\ny`, 'x\n[redacted]\ny'],
    ['that are cut off', PEM.slice(0, 2).join('\n'), '[redacted]'],
  ])('%s are taken out', (_, text, expected) => {
    expect(redact(text, new Secrets())).toBe(expected);
  });

  test.each([
    'Answer in JSON; keys: name, age.',
    'max_tokens: 4096',
    'The task-management-system-for-everybody is long.',
    'Every token counts.',
    'password: {short}',
    'https://example.com:8080/path',
  ])('%s has none', (text) => {
    expect(redact(text, new Secrets())).toBe(text);
  });

  test('of the run are taken out whatever they look like, also encoded; too short ones would be everywhere', () => {
    expect(redact('a s3cr&t b s3cr%26t c', new Secrets(['s3cr&t', '', 'a']))).toBe('a [redacted] b [redacted] c');
  });

  test('stand nowhere in the issue', () => {
    const secret = 'cf-5up3r+secret';
    const token = `ghp_${'z9'.repeat(18)}`;
    const both = `${secret} ${token}`;
    const { left, made } = facts();
    const one = gated([row({ metric: both, queries: [both], evidence: both, limit: both })], {
      left: {
        ...left,
        author: both,
        deployed: { how: 'promoted', at: AT, actor: 'ada', run: undefined, reason: both },
        content: content(`one\n${both}\nthree ${PEM.join('\n')}\n`),
      },
      made: { ...made, reason: both },
      why: both,
      held: both,
      events: [{ at: AT, what: both }],
      secrets: new Secrets([secret]),
    });
    for (const text of [postMortemBody(one), postMortemComment(one), postMortemTitle(one)]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(token);
      expect(text).not.toContain('MIIEpA');
    }
    expect(postMortemBody(one)).toContain('+[redacted] [redacted]\n');
  });

  test('of any text are found in time that does not explode', () => {
    for (const text of [
      'key'.repeat(100_000),
      '://a'.repeat(80_000),
      'x'.repeat(300_000),
      `${'key '.repeat(80_000)}:`,
    ]) {
      expect(redact(text, new Secrets())).toBe(text);
    }
  });
});

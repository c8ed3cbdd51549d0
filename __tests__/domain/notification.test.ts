import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { happeningsOf } from '../../src/action/notifications.ts';
import type { Report } from '../../src/action/results.ts';
import { type Happening, NOTIFY_FORMATS, notificationBody } from '../../src/domain/notification.ts';
import { TagshipError } from '../../src/errors.ts';

const HAPPENING: Happening = {
  occasions: ['breach', 'rollback'],
  title: 'prompts/extraction v1.1.0 was rolled back to v1.0.0 in production',
  text: '49 of 49 requests failed, 100 %; allowed is 1 %; it was live for 75 seconds.',
  link: 'https://github.com/acme/components/issues/7',
};

const HOSTILE =
  '<!channel> <@U1> @everyone @here **x** [x](http://evil.example) http://evil.example `a`\n\u001b[31m # h';

describe('a notification', () => {
  test.each(NOTIFY_FORMATS)('as %s says what happened, and where there is more', (format) => {
    const body = notificationBody(format, HAPPENING);
    expect(body.replaceAll('\\\\', '')).toContain('49 of 49 requests failed');
    expect(body).toContain(HAPPENING.link);
  });

  test.each(NOTIFY_FORMATS)('as %s is short, and no link that is none', (format) => {
    const long = { ...HAPPENING, title: 'x'.repeat(5_000), text: 'y'.repeat(50_000), link: 'javascript:alert(1)' };
    const body = notificationBody(format, long);
    expect(body.length).toBeLessThan(2_500);
    expect(body).not.toContain('javascript');
  });

  test('mentions nobody in Slack: texts are plain, and the fallback is escaped', () => {
    const { text, blocks } = JSON.parse(notificationBody('slack', { ...HAPPENING, title: HOSTILE, text: HOSTILE }));
    expect(text).not.toMatch(/[<>]/);
    expect(blocks.map((one: { text?: { type: string } }) => one.text?.type)).toEqual([
      'plain_text',
      'plain_text',
      'mrkdwn',
    ]);
  });

  test('mentions nobody in Discord, and has no markup, no link and no line of its own', () => {
    const { content, allowed_mentions } = JSON.parse(
      notificationBody('discord', { ...HAPPENING, title: HOSTILE, text: HOSTILE }),
    );
    expect(allowed_mentions).toEqual({ parse: [] });
    expect(content.split('\n')).toHaveLength(3);
    expect(content).not.toMatch(/(?<!\\)@|(?<!\\)\[|http:\/\//);
  });

  test('has no markup in Teams', () => {
    const { attachments } = JSON.parse(notificationBody('teams', { ...HAPPENING, text: HOSTILE }));
    const { body, msteams } = attachments[0].content;
    expect(body.map(({ type }: { type: string }) => type)).toEqual(['RichTextBlock', 'RichTextBlock']);
    expect(msteams).toBeUndefined();
  });

  test('is JSON of one line of visible text, whatever comes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...NOTIFY_FORMATS), (text, format) => {
        const body = notificationBody(format, { ...HAPPENING, title: text, text });
        expect(() => JSON.parse(body)).not.toThrow();
        expect(body.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('what people hear of', () => {
  const RUN = 'https://github.com/acme/components/actions/runs/1';
  const gate = {
    component: 'prompts/extraction',
    environment: 'production',
    version: 'v1.1.0',
    verdict: 'breached',
    why: 'It failed.',
    rolledBackTo: 'v1.0.0',
    held: undefined,
  };
  const guard = (gates: readonly object[], more: object = {}): Report =>
    ({ command: 'guard', dryRun: false, issues: [], gates, ...more }) as unknown as Report;
  const failure = new TagshipError('rolled-back', 'It went back.', 'Look.');

  test('is a rollback once, also where it fails the step', () => {
    expect(happeningsOf(guard([gate]), [failure], RUN)).toEqual([
      {
        occasions: ['breach', 'rollback', 'failure'],
        title: 'prompts/extraction v1.1.0 was rolled back to v1.0.0 in production',
        text: 'It failed.',
        link: RUN,
      },
    ]);
  });

  test.each([
    ['healthy', { ...gate, verdict: 'healthy', rolledBackTo: undefined }, []],
    ['a breach that is only reported', { ...gate, rolledBackTo: undefined }, [['breach']]],
    ['a hold', { ...gate, held: 'kv' }, [['breach', 'rollback', 'hold']]],
    ['a rollback without a verdict', { ...gate, verdict: 'inconclusive' }, [['rollback']]],
  ])('of %s', (_, one, expected) => {
    expect(happeningsOf(guard([one]), [], RUN).map(({ occasions }) => occasions)).toEqual(expected);
  });

  test('is drift, and a failure without anything else; and nothing of a dry run', () => {
    const reconcile = { command: 'reconcile', dryRun: false, drift: 3, remaining: 0 } as unknown as Report;
    expect(happeningsOf(reconcile, [], RUN)).toMatchObject([{ occasions: ['drift'], title: '3 keys drifted' }]);
    expect(happeningsOf(undefined, [failure, failure], RUN)).toEqual([
      {
        occasions: ['failure'],
        title: 'Tagship failed: rolled-back',
        text: 'It went back. Look. And 1 more error.',
        link: RUN,
      },
    ]);
    expect(happeningsOf(guard([gate], { dryRun: true }), [failure], RUN)).toEqual([]);
  });
});

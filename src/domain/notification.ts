import { printable } from './text.ts';

/** What people may be notified of. */
export const OCCASIONS = ['rollback', 'breach', 'hold', 'drift', 'failure'] as const;

export type Occasion = (typeof OCCASIONS)[number];

/** Something that people should hear of. */
export interface Happening {
  /** All that it is; a rule that names several of them gets one notification. */
  readonly occasions: readonly Occasion[];
  /** One line. */
  readonly title: string;
  /** One or more sentences. */
  readonly text: string;
  /** Where there is more: the post-mortem, else the run. */
  readonly link: string | undefined;
}

/** Characters of a text; Discord takes 2,000 for all of it. */
const MAX_TEXT = 1_200;
const MAX_TITLE = 200;

/**
 * The body of a POST in each format. Names, reasons and what servers said come from outside: nothing of them is read as
 * markup, a link or a mention.
 */
const BODIES = {
  slack: ({ title, text, link }: Happening) => ({
    // Shown where blocks are not: `<!channel>` and links need these three characters.
    text: title.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    unfurl_links: false,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: title.slice(0, 150), emoji: false } },
      { type: 'section', text: { type: 'plain_text', text, emoji: false } },
      ...(link === undefined
        ? []
        : [{ type: 'section', text: { type: 'mrkdwn', text: `<${link.replaceAll('&', '&amp;')}|Details>` } }]),
    ],
  }),
  teams: ({ title, text, link }: Happening) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: {
          type: 'AdaptiveCard',
          version: '1.4',
          // Text runs know no markup, unlike text blocks.
          body: [title, text].map((line, i) => ({
            type: 'RichTextBlock',
            inlines: [{ type: 'TextRun', text: line, weight: i === 0 ? 'bolder' : 'default' }],
          })),
          actions: link === undefined ? [] : [{ type: 'Action.OpenUrl', title: 'Details', url: link }],
        },
      },
    ],
  }),
  discord: ({ title, text, link }: Happening) => ({
    content: [`**${withoutMarkup(title)}**`, withoutMarkup(text), ...(link === undefined ? [] : [`<${link}>`])].join(
      '\n',
    ),
    allowed_mentions: { parse: [] },
  }),
  json: ({ occasions, title, text, link }: Happening) => ({ schema: 1, occasions, title, text, link: link ?? null }),
} satisfies Readonly<Record<string, (happening: Happening) => unknown>>;

export type NotifyFormat = keyof typeof BODIES;

export const NOTIFY_FORMATS = Object.keys(BODIES) as NotifyFormat[];

/** The body of a notification. */
export function notificationBody(format: NotifyFormat, happening: Happening): string {
  const { link } = happening;
  return JSON.stringify(
    BODIES[format]({
      ...happening,
      title: clipped(happening.title, MAX_TITLE),
      text: clipped(happening.text, MAX_TEXT),
      link: link !== undefined && /^https?:\/\/[^\s<>"|]+$/.test(link) ? link : undefined,
    }),
  );
}

function clipped(text: string, most: number): string {
  const line = printable(text.replaceAll('`', ''));
  return line.length <= most ? line : `${line.slice(0, most).toWellFormed()}…`;
}

/** As Discord reads Markdown; an address would become a link, and a preview. */
function withoutMarkup(text: string): string {
  return text.replace(/[\\*_~|>#`[\]()<:@-]/g, '\\$&');
}

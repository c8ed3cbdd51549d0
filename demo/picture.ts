/**
 * Draws a part of what the demo printed as a picture for the README:
 * `npm run demo | node demo/picture.ts` writes docs/images/demo.svg. Figures that differ from run to run are those of
 * the run that was drawn; a test compares everything else with a new run.
 */
import { writeFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';

const TARGET = new URL('../docs/images/demo.svg', import.meta.url);

/** What is shown, from a line that begins so to one that begins otherwise, which is left out. */
const PARTS = [
  ['  At 14:30:', '  prompt://extraction@production'],
  ['10  rollback', '11  history'],
  ['13  guard', '  Production has a gate'],
  ['    command: guard', '  prompt://extraction@production'],
  ['18  canary', '  With a canary'],
  ['  A thousand users', 'That is all of it'],
] as const;

/** The longest line of the demo. */
const COLUMNS = 100;
const LINE = 17;
const CHARACTER = 7.83;
const MARGIN = 18;

/** The lines of the picture. @throws Error where the demo has changed so that a part is missing */
export function excerpt(output: string): string[] {
  const lines = output.split('\n');
  let from = 0;
  const shown = PARTS.flatMap(([first, end]) => {
    const start = lines.findIndex((line, i) => i >= from && line.startsWith(first));
    const stop = lines.findIndex((line, i) => i > start && line.startsWith(end));
    if (start < 0 || stop < 0) {
      throw new Error(`The demo prints nothing from ${JSON.stringify(first)} to ${JSON.stringify(end)} any more.`);
    }
    from = stop;
    return [...lines.slice(start, stop), ''];
  });
  return ['$ npm run demo', '', ...shown]
    .filter((line, i, all) => line !== '' || all[i - 1] !== '')
    .slice(0, -1)
    .map((line) => line.replace(/http:\/\/127\.0\.0\.1:\d+/, 'https://github.com'));
}

/** The words of a picture that are the same for every run: no durations, no requests, and however lines are broken. */
export function steady(svg: string): string {
  return svg
    .replace(/<style>[\s\S]*<\/style>|<[^>]*>|│/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\d+ requests? \d+\.\d+ s/g, 'R')
    .replace(/\d+(?:\.\d+)? (?:s|seconds?)\b/g, 'T');
}

/** Lines as an SVG of a terminal. */
export function picture(lines: readonly string[]): string {
  const width = Math.ceil(COLUMNS * CHARACTER) + 2 * MARGIN;
  const height = lines.length * LINE + 2 * MARGIN;
  const text = lines.map((line, i) => {
    const y = MARGIN + LINE * i + 12;
    return line === '' ? '' : `<text x="${MARGIN}" y="${y}" class="${colourOf(line)}">${escaped(line)}</text>\n`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`,
    '<title>What npm run demo prints, in part</title>',
    '<!-- Made by demo/picture.ts from a run of the demo. -->',
    '<style>text { font: 13px ui-monospace, Menlo, Consolas, monospace; fill: #d4d4d4; white-space: pre }',
    '.step { fill: #56b6c2; font-weight: bold } .good { fill: #98c379 } .bad { fill: #e06c75 } .faint { fill: #8a8f98 }</style>',
    `<rect width="${width}" height="${height}" rx="8" fill="#1e2127"/>`,
    `${text.join('')}</svg>`,
    '',
  ].join('\n');
}

function colourOf(line: string): string {
  if (/^\d/.test(line)) return 'step';
  if (/^ *✓/.test(line) || /^ +after .*│/.test(line)) return 'good';
  if (/^ *✗/.test(line) || /breach$/.test(line) || /^ +error │/.test(line)) return 'bad';
  return /^\$|^ {4}\S/.test(line) ? 'faint' : '';
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

if (import.meta.main) {
  await writeFile(TARGET, picture(excerpt(await textOf(process.stdin))));
}

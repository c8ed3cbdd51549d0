import { structuredPatch } from 'diff';
import { useMemo } from 'preact/hooks';
import { linesOf } from './model.ts';

/** Lines that may differ before a comparison says nothing any more, and lines that are shown. */
const MAX_EDITS = 2_000;
const MAX_LINES = 1_500;

/** What is shown of one line. */
const MAX_LINE = 2_000;

/** A content as the page has it: a text, or in a list why it is not there. */
type Content = string | readonly [string] | undefined;

/** What two versions have different, line by line. */
export function Difference({ from, to }: { readonly from: Content; readonly to: Content }) {
  const view = useMemo(() => difference(from, to), [from, to]);
  return typeof view === 'string' ? (
    <p class="quiet">{view}</p>
  ) : (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section class="diff" tabIndex={0} aria-label="What is different, line by line">
      {view.map((line, i) => (
        <Line key={i} line={line} />
      ))}
    </section>
  );
}

function Line({ line }: { readonly line: string }) {
  const text = line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line;
  const [sign, rest] = [text.slice(0, 1), text.slice(1)];
  if (sign === '+') {
    return (
      <ins>
        <span class="sign">+</span>
        {rest}
      </ins>
    );
  }
  if (sign === '-') {
    return (
      <del>
        <span class="sign">−</span>
        {rest}
      </del>
    );
  }
  return <div class={sign === '@' ? 'hunk' : ''}>{sign === '@' ? text : ` ${rest}`}</div>;
}

/** The lines, or the sentence that stands for them. */
function difference(from: Content, to: Content): string | string[] {
  for (const one of [from, to]) {
    if (typeof one === 'object') {
      return one[0];
    }
  }
  if (typeof from !== 'string' || typeof to !== 'string') {
    return 'The content of at least one of the two is not in this page.';
  }
  if (from === to) {
    return 'The contents are the same.';
  }
  const [before, after] = [linesOf(from), linesOf(to)].map((lines) => `${lines.join('\n')}\n`);
  const patch = structuredPatch('', '', before ?? '', after ?? '', undefined, undefined, {
    context: 3,
    maxEditLength: MAX_EDITS,
  });
  if (patch === undefined) {
    return 'The contents differ in too many lines to be compared here.';
  }
  const lines = patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines,
  ]);
  if (lines.length === 0) {
    return 'The contents differ only in the line break at their end.';
  }
  const more = lines.length - MAX_LINES;
  return more > 0 ? [...lines.slice(0, MAX_LINES), `@@ ${more} more lines are left out. @@`] : lines;
}

/** A content by itself. */
export function Content({ content }: { readonly content: Content }) {
  if (typeof content !== 'string') {
    return <p class="quiet">{content?.[0] ?? 'The content is not in this page.'}</p>;
  }
  const lines = linesOf(content);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached with the keyboard
    <section class="diff" tabIndex={0} aria-label="The content">
      {lines.slice(0, MAX_LINES).map((line, i) => (
        <div key={i}>{line.length > MAX_LINE ? `${line.slice(0, MAX_LINE)}…` : line}</div>
      ))}
      {lines.length > MAX_LINES ? <div class="hunk">{lines.length - MAX_LINES} more lines are left out.</div> : null}
    </section>
  );
}

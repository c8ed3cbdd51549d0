import { type StructuredPatchHunk, structuredPatch } from 'diff';
import { redact } from '../secrets.ts';
import { code, size } from '../text.ts';
import type { PostMortem, VersionContent } from './facts.ts';
import { clip, fenced, visible, within } from './markdown.ts';

/** What is compared at most, in bytes of one content. */
const MAX_COMPARED = 256 * 1024;

/** Lines that may differ before a comparison says nothing any more. */
const MAX_EDITS = 1_000;

/** How much of the comparison is shown, and of one line, in characters. */
const MAX_SHOWN = 20_000;
const MAX_LINE = 1_500;

/** What stays in front of the first difference when a long line is cut. */
const LEAD = 200;

/** What the version that was left had changed, in lines of Markdown. */
export function contentSection({ left, restored, secrets }: PostMortem): string[] {
  const facts = [
    `- ${code(restored.version)}: ${contentFacts(restored.content)}`,
    `- ${code(left.version)}: ${contentFacts(left.content)}`,
  ];
  const [before, after] = [restored.content.bytes, left.content.bytes];
  if (before === undefined || after === undefined) {
    return [
      'The contents cannot be compared: the objects of at least one of them could not be read; they may have been collected.',
      '',
      ...facts,
    ];
  }
  if (areEqual(before, after)) {
    return ['Both versions have the same content, byte for byte: the cause is somewhere else.', '', ...facts];
  }
  const [old, now] = [textOf(before), textOf(after)];
  if (old === undefined || now === undefined) {
    return ['The contents differ; they are not compared here, as they are binary or large.', '', ...facts];
  }
  const [oldShown, nowShown] = [redact(old, secrets), redact(now, secrets)];
  if (oldShown === nowShown) {
    return ['The contents differ only in what looks like secrets, which is not shown.', '', ...facts];
  }
  const patch = structuredPatch('', '', oldShown, nowShown, undefined, undefined, {
    context: 3,
    maxEditLength: MAX_EDITS,
  });
  return patch === undefined
    ? ['The contents differ in too many lines to be compared here.', '', ...facts]
    : [...shown(patch.hunks, restored.content, left.content), '', ...facts];
}

function contentFacts({ path, blob, bytes }: VersionContent): string {
  const parts = [
    path === undefined ? 'path unknown' : code(path),
    bytes === undefined ? 'not readable' : size(bytes.length),
    ...(blob === undefined ? [] : [`blob ${code(blob.slice(0, 12))}`]),
  ];
  return parts.join(', ');
}

function shown(hunks: readonly StructuredPatchHunk[], before: VersionContent, after: VersionContent): string[] {
  const lines = [
    `--- a/${visible(clip(before.path ?? '', MAX_LINE))}`,
    `+++ b/${visible(clip(after.path ?? '', MAX_LINE))}`,
    ...hunks.flatMap((hunk) => [headerOf(hunk), ...windowed(hunk.lines).map((line) => visible(line))]),
  ];
  const fitting = within(lines, MAX_SHOWN, 'first');
  const rest = lines.length - fitting.length;
  return [
    ...fenced(fitting, 'diff'),
    ...(rest === 0 ? [] : ['', `${rest} more lines of the comparison are left out.`]),
  ];
}

function headerOf({ oldStart, oldLines, newStart, newLines }: StructuredPatchHunk): string {
  return `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`;
}

/** The lines of a hunk; of a long one the part around where it differs from the line it replaced. */
function windowed(lines: readonly string[]): string[] {
  const partners = partnersOf(lines);
  return lines.map((line, i) => {
    if (line.length <= MAX_LINE) {
      return line;
    }
    const start = Math.max(0, firstDifference(line, lines[partners.get(i) ?? -1] ?? '') - LEAD);
    const part = line
      .slice(1)
      .slice(start, start + MAX_LINE)
      .toWellFormed();
    return `${line.slice(0, 1)}${start === 0 ? '' : '…'}${part}… (cut, ${line.length - 1} characters)`;
  });
}

/** Which added line stands for which removed one, both ways: the first for the first, and so on. */
function partnersOf(lines: readonly string[]): Map<number, number> {
  const partners = new Map<number, number>();
  let waiting: number[] = [];
  for (const [i, line] of lines.entries()) {
    const partner = line.startsWith('+') ? waiting.shift() : undefined;
    if (partner !== undefined) {
      partners.set(i, partner).set(partner, i);
    }
    if (line.startsWith('-')) {
      waiting.push(i);
    } else if (line.startsWith(' ')) {
      waiting = [];
    }
  }
  return partners;
}

/** How many characters two lines of a comparison have in common at their beginning, their signs left out. */
function firstDifference(line: string, other: string): number {
  let at = 1;
  while (at < line.length && at < other.length && line[at] === other[at]) {
    at += 1;
  }
  return other === '' ? 0 : at - 1;
}

function areEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** Undefined for what is no text or too much of it. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes.length > MAX_COMPARED || bytes.includes(0)) {
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

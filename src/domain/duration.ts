import ms, { type StringValue } from 'ms';

/** How a duration is written: `90s`, `10m`, `100ms`, `1.5h`. */
export const DURATION = /^\d{1,15}(?:\.\d{1,15})?(?:ms|s|m|h)$/;

/** The longest duration there is, in milliseconds: no job runs longer, and timers overflow at 24 days. */
export const LONGEST_DURATION_MS = 24 * 60 * 60 * 1000;

/** Milliseconds of a duration; undefined when the text is none, or one of more than 24 hours. */
export function parseDuration(text: string): number | undefined {
  if (!DURATION.test(text)) {
    return undefined;
  }
  const milliseconds = ms(text as StringValue);
  return milliseconds <= LONGEST_DURATION_MS ? milliseconds : undefined;
}

/** A duration that the schema has checked. */
export function milliseconds(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : (parseDuration(text) ?? otherwise);
}

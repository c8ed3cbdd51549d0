/** A time in seconds since the epoch as ISO 8601 in UTC, as the ledger and everything around it writes it. */
export function isoTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
}

/** Who did something to an object, and when. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

/** The header lines and the message of a commit or tag object. */
export interface ParsedObject {
  /** Values by name; a commit may have several parents. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly message: string;
}

/** Takes a commit or tag object apart. */
export function parseObject(content: Buffer): ParsedObject {
  const text = content.toString();
  const end = text.indexOf('\n\n');
  const head = end < 0 ? text : text.slice(0, end);
  const headers: Record<string, string[]> = {};
  for (const line of head.replaceAll('\n ', ' ').split('\n')) {
    const space = line.indexOf(' ');
    const name = line.slice(0, space);
    headers[name] = [...(headers[name] ?? []), line.slice(space + 1)];
  }
  return { headers, message: end < 0 ? '' : text.slice(end + 2) };
}

/** Reads `Name <address> seconds zone`; the date is in UTC, as GitHub gives it. */
export function parseSignature(line: string | undefined): Signature {
  const [, name = '', email = '', seconds = '0'] = /^(.*?) ?<(.*?)> (\d+)/.exec(line ?? '') ?? [];
  return { name, email, date: timestamp(new Date(Number(seconds) * 1000)) };
}

/** A moment as GitHub writes it, to the second. */
export function timestamp(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`;
}

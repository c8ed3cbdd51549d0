const REDACTED = '[redacted]';

/** Shorter ones would be found in every text. */
const MIN_SECRET = 6;

/** What secrets look like; `$1` and `$2` stay. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY[A-Z ]{0,20}-----[\s\S]*?(?:-----END [A-Z ]{0,60}-----|$)/g, REDACTED],
  [/gh[pousr]_[A-Za-z0-9]{20,}/g, REDACTED],
  [/github_pat_\w{20,}/g, REDACTED],
  [/(?<![A-Za-z0-9])sk-[\w-]{16,}/g, REDACTED],
  [/(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g, REDACTED],
  [/(?<![A-Za-z0-9])xox[a-z]-[\w-]{10,}/g, REDACTED],
  [/eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, REDACTED],
  [/\b((?:Bearer|Basic)\s{1,4})[\w.~+/=-]{12,}/gi, `$1${REDACTED}`],
  [/(:\/\/[^\s/:@]{0,200}:)[^\s/@]{1,500}(@)/g, `$1${REDACTED}$2`],
  [/((?:key|token|secret|passw(?:or)?d|pwd)["']?\s{0,4}[:=]\s{0,4}["']?)[^\s"'`,;&]{12,}/gi, `$1${REDACTED}`],
];

/**
 * Takes out what must not be shown: the secrets of the run, and what looks like one.
 * @param secrets what is known to be one, whatever it looks like
 */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  const known = secrets.flatMap((secret) => [secret, encodeURIComponent(secret.toWellFormed())]);
  for (const secret of known.sort((a, b) => b.length - a.length)) {
    if (secret.length >= MIN_SECRET) {
      clean = clean.replaceAll(secret, REDACTED);
    }
  }
  for (const [shape, replacement] of SHAPES) {
    clean = clean.replace(shape, replacement);
  }
  return clean;
}

/** The words that start a workflow of `examples/workflows`, each with its value. */
export function dispatchWords(workflow: string, fields: Readonly<Record<string, string>>): string[] {
  return [
    `gh workflow run ${workflow}`,
    ...Object.entries(fields).map(([name, value]) => `--raw-field ${shellQuote(`${name}=${value}`)}`),
  ];
}

/**
 * One word of a POSIX shell that stands for exactly this text. Git allows `$`, quotes and `;` in the names of refs, and
 * characters that nobody can see: those are written out, so that a command says what it does.
 */
export function shellQuote(text: string): string {
  if (/^[\w./:=+,][\w./:=@%+,-]*$/.test(text)) {
    return text;
  }
  const parts = text.split(HIDDEN).map((part, i) => (i % 2 === 1 ? written(part) : quoted(part)));
  return parts.join('') || "''";
}

/** What nobody sees, but for the line break: a command substitution would lose it at its end. */
const HIDDEN = /((?:(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800])+)/u;

function quoted(part: string): string {
  return part === '' ? '' : `'${part.replaceAll("'", "'\\''")}'`;
}

function written(part: string): string {
  const octal = [...new TextEncoder().encode(part)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`);
  return `"$(printf '${octal.join('')}')"`;
}

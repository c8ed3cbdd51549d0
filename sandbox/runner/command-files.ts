/**
 * Parses a file of `name=value` lines and `name<<delimiter` blocks, as GITHUB_OUTPUT, GITHUB_ENV and GITHUB_STATE are.
 * Throws for what a runner would refuse.
 */
export function parseCommandFile(content: string): Record<string, string> {
  const values: Record<string, string> = {};
  const lines = content.split(/\r?\n/);
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    if (line === '') continue;
    const equals = line.indexOf('=');
    const block = line.indexOf('<<');
    if (equals >= 0 && (block < 0 || equals < block)) {
      values[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    if (block < 0) throw new Error(`Invalid format '${line}'`);
    const delimiter = line.slice(block + 2);
    const end = lines.indexOf(delimiter, i + 1);
    if (delimiter === '' || end < 0) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    values[line.slice(0, block)] = lines.slice(i + 1, end).join('\n');
    i = end;
  }
  return values;
}

/**
 * Reads options that are whole numbers above 0.
 * @param tell is told which is not
 * @returns undefined when one is not
 */
export function wholeNumbers<Name extends string>(
  values: Readonly<Record<Name, string>>,
  tell: (line: string) => void = say,
): Readonly<Record<Name, number>> | undefined {
  const numbers = Object.entries<string>(values).map(([name, text]) => [name, Number(text)] as const);
  const bad = numbers.filter(([, value]) => !Number.isSafeInteger(value) || value < 1);
  if (bad.length > 0) {
    tell(`${bad.map(([name]) => `\`--${name}\``).join(', ')}: only a whole number above 0 will do.`);
    return undefined;
  }
  return Object.fromEntries(numbers) as Record<Name, number>;
}

/** Says how far a measurement is. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

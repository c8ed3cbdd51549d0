import type * as core from '@actions/core';
import type { Range } from '../domain/references/reference.ts';
import { logLine } from '../domain/text.ts';
import type { TagshipError } from '../errors.ts';
import type { Journal } from '../ports/journal.ts';

/** What GitHub's toolkit does for a step. */
export interface Toolkit
  extends Pick<typeof core, 'debug' | 'error' | 'group' | 'info' | 'notice' | 'setOutput' | 'setSecret' | 'warning'> {
  /** Appends to the job summary, where the runner keeps one. */
  readonly summary: (markdown: string) => Promise<void>;
}

/** The runner's log, annotations, summary and outputs. */
export class Console implements Journal {
  readonly #toolkit: Toolkit;

  constructor(toolkit: Toolkit) {
    this.#toolkit = toolkit;
  }

  async group<T>(title: string, work: () => Promise<T>): Promise<T> {
    return await this.#toolkit.group(logLine(title), work);
  }

  info(line: string): void {
    this.#toolkit.info(logLine(line));
  }

  debug(line: string): void {
    this.#toolkit.debug(logLine(line));
  }

  notice(message: string): void {
    this.#toolkit.notice(logLine(message));
  }

  warning(message: string): void {
    this.#toolkit.warning(logLine(message));
  }

  /** One annotation, at its place in the file where there is one. */
  error(error: TagshipError): void {
    const { location } = error;
    this.#toolkit.error(logLine(error.message), {
      title: `Tagship: ${error.code}`,
      ...(location === undefined ? {} : { file: location.file }),
      ...(location?.line === undefined ? {} : { startLine: location.line, endLine: location.line }),
      ...(location?.column === undefined ? {} : { startColumn: location.column, endColumn: location.column }),
    });
  }

  /** One annotation, at its range where it has one. */
  annotate(level: 'error' | 'warning' | 'notice', message: string, title: string, file: string, range?: Range): void {
    this.#toolkit[level](logLine(message), { title, file, ...(range === undefined ? {} : placeOf(range)) });
  }

  mask(secret: string): void {
    this.#toolkit.setSecret(secret);
  }

  output(name: string, value: string): void {
    this.#toolkit.setOutput(name, value);
  }

  /** Appends to the job summary, where the runner keeps one. */
  async summary(markdown: string): Promise<void> {
    await this.#toolkit.summary(markdown);
  }
}

/**
 * A range as GitHub takes it. Columns are for ranges of one line only: with two lines the runner refuses them. Whether the
 * end is part of the range its documentation leaves open; compilers and linters give the first column behind it.
 */
function placeOf({ start, end }: Range): core.AnnotationProperties {
  return start.line === end.line
    ? { startLine: start.line, endLine: end.line, startColumn: start.column, endColumn: end.column }
    : { startLine: start.line, endLine: end.line };
}

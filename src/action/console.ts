import type * as core from '@actions/core';
import type { Range } from '../domain/references/reference.ts';
import { Secrets } from '../domain/secrets.ts';
import { logLine, logProperty, plain } from '../domain/text.ts';
import type { TagshipError } from '../errors.ts';
import type { Journal } from '../ports/journal.ts';

/** Bytes of a summary; GitHub drops one that is over 1 MiB, with those of the steps before. */
const MAX_SUMMARY = 900_000;

/** What GitHub's toolkit does for a step. */
export interface Toolkit
  extends Pick<typeof core, 'debug' | 'error' | 'group' | 'info' | 'notice' | 'setSecret' | 'warning'> {
  /** Sets an output; throws where it cannot be written. */
  readonly setOutput: (name: string, value: string) => void;
  /** Appends to the job summary, where the runner keeps one; rejects where it cannot be written. */
  readonly summary: (markdown: string) => Promise<void>;
  /** Shows a line of what a command did in the end; `info` where it is missing. */
  readonly result?: (line: string) => void;
  /** `false` where the log is all that is looked at, so that nothing is to be shown beside files as well. */
  readonly annotates?: false;
}

/** The runner's log, annotations, summary and outputs. No secret of the run gets into any of them. */
export class Console implements Journal {
  readonly secrets = new Secrets();
  readonly #toolkit: Toolkit;
  #lost: Error | undefined;

  constructor(toolkit: Toolkit) {
    this.#toolkit = toolkit;
  }

  async group<T>(title: string, work: () => Promise<T>): Promise<T> {
    return await this.#toolkit.group(this.#line(title), work);
  }

  info(line: string): void {
    this.#toolkit.info(this.#line(line));
  }

  /** A line of what a command did in the end. */
  result(line: string): void {
    (this.#toolkit.result ?? this.#toolkit.info)(this.#line(line));
  }

  debug(line: string): void {
    this.#toolkit.debug(this.#line(line));
  }

  notice(message: string): void {
    this.#toolkit.notice(this.#line(message));
  }

  warning(message: string): void {
    this.#toolkit.warning(this.#line(message));
  }

  /** One annotation, at its place in the file where there is one. */
  error(error: TagshipError): void {
    const { location } = error;
    this.#toolkit.error(this.#line(error.message), {
      title: `Tagship: ${error.code}`,
      ...(location === undefined ? {} : { file: this.#property(location.file) }),
      ...(location?.line === undefined ? {} : { startLine: location.line, endLine: location.line }),
      ...(location?.column === undefined ? {} : { startColumn: location.column, endColumn: location.column }),
    });
  }

  /** Whether files are shown with what was found in them. */
  get annotates(): boolean {
    return this.#toolkit.annotates ?? true;
  }

  /** One annotation, at its range where it has one. */
  annotate(level: 'error' | 'warning' | 'notice', message: string, title: string, file: string, range?: Range): void {
    this.#toolkit[level](this.#line(message), {
      title: this.#line(title),
      file: this.#property(file),
      ...(range === undefined ? {} : placeOf(range)),
    });
  }

  /** Hears that the log cannot be written any more. The summary says so; a move is not ended in the middle by that. */
  lose(error: Error): void {
    this.#lost ??= error;
  }

  mask(secret: string): void {
    if (this.secrets.add(secret)) {
      this.#toolkit.setSecret(secret);
    }
  }

  /** Sets the outputs of the step. The work is done by then, so where they cannot be written it is only a warning. */
  outputs(values: Readonly<Record<string, string>>): void {
    try {
      for (const [name, value] of Object.entries(values)) {
        this.#toolkit.setOutput(name, this.secrets.hide(value));
      }
    } catch (error) {
      this.#unwritten('The outputs', error);
    }
  }

  /** Appends to the job summary, where the runner keeps one. Where it cannot be written it is only a warning. */
  async summary(markdown: string): Promise<void> {
    const note = this.#lost === undefined ? '' : `\n- ⚠️ The log is not complete: ${plain(this.#lost.message)}.\n`;
    try {
      await this.#toolkit.summary(`${within(this.secrets.hide(markdown), MAX_SUMMARY)}${note}\n`);
    } catch (error) {
      this.#unwritten('The job summary', error);
    }
  }

  #unwritten(what: string, error: unknown): void {
    const why = error instanceof Error ? error.message : String(error);
    this.warning(
      `${what} could not be written: ${why.replace(/\.?$/, '.')} What the run did is done, and stands in the log.`,
    );
  }

  #property(text: string): string {
    return logProperty(this.secrets.hide(text));
  }

  #line(text: string): string {
    return logLine(this.secrets.hide(text));
  }
}

/** The whole lines of a text that fit into so many bytes, and how many are missing. */
function within(text: string, most: number): string {
  if (Buffer.byteLength(text) <= most) {
    return text;
  }
  const lines = text.split('\n');
  let bytes = 0;
  const end = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes > most;
  });
  return `${lines.slice(0, end).join('\n')}\n\n… and ${lines.length - end} more lines.\n`;
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

import * as core from '@actions/core';
import { logLine } from '../domain/text.ts';
import type { TagshipError } from '../errors.ts';
import type { Journal } from '../ports/journal.ts';

/** The runner's log, annotations, summary and outputs. */
export class Console implements Journal {
  async group<T>(title: string, work: () => Promise<T>): Promise<T> {
    return await core.group(logLine(title), work);
  }

  info(line: string): void {
    core.info(logLine(line));
  }

  debug(line: string): void {
    core.debug(logLine(line));
  }

  notice(message: string): void {
    core.notice(logLine(message));
  }

  warning(message: string): void {
    core.warning(logLine(message));
  }

  /** One annotation, at its place in the file where there is one. */
  error(error: TagshipError): void {
    const { location } = error;
    core.error(logLine(error.message), {
      title: `Tagship: ${error.code}`,
      ...(location === undefined ? {} : { file: location.file }),
      ...(location?.line === undefined ? {} : { startLine: location.line, endLine: location.line }),
      ...(location?.column === undefined ? {} : { startColumn: location.column, endColumn: location.column }),
    });
  }

  mask(secret: string): void {
    core.setSecret(secret);
  }

  output(name: string, value: string): void {
    core.setOutput(name, value);
  }

  /** Appends to the job summary, where the runner keeps one. */
  async summary(markdown: string): Promise<void> {
    if (process.env.GITHUB_STEP_SUMMARY) {
      await core.summary.addRaw(markdown).addEOL().write();
    }
  }
}

import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Collects what must be undone, and undoes it last first. */
export class Cleanup {
  readonly #steps: (() => unknown)[] = [];

  /** Adds a step; it may be asynchronous. */
  add(step: () => unknown): void {
    this.#steps.push(step);
  }

  /** Runs every step once, even when some fail; throws an AggregateError of their failures afterwards. */
  async run(): Promise<void> {
    const errors: unknown[] = [];
    for (let step = this.#steps.pop(); step !== undefined; step = this.#steps.pop()) {
      try {
        await step();
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, 'The sandbox did not close cleanly');
  }
}

/** Creates an empty directory for temporary files and returns its real path. */
export async function makeTemporaryDirectory(name: string): Promise<string> {
  return realpath(await mkdtemp(path.join(tmpdir(), `tagship-${name}-`)));
}

/** Removes a directory with everything in it; a missing one is fine. */
export async function removeDirectory(directory: string): Promise<void> {
  await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
}

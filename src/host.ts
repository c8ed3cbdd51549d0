import { appendFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { debug, error, group, info, notice, setOutput, setSecret, warning } from '@actions/core';
import { context as github } from '@actions/github';
import type { Toolkit } from './action/console.ts';
import type { RunEvent } from './action/event.ts';
import type { Environment } from './action/given.ts';
import { keepMemorySmall } from './adapters/memory.ts';
import { SystemClock } from './adapters/system-clock.ts';
import type { Clock } from './ports/clock.ts';

/** What a run uses of the machine, besides its files and network. */
export interface Host {
  readonly environment: Environment;
  readonly event: RunEvent;
  readonly toolkit: Toolkit;
  /** The log, for what commands of the repository print. */
  readonly stdout: Writable;
  /** Where the signals arrive by which the runner cancels a job. */
  readonly signals: Pick<NodeJS.Process, 'on' | 'off'>;
  /** @param signal aborted when the run is cancelled */
  readonly clock: (signal: AbortSignal) => Clock;
  /** Called by a run that goes through very many small things. */
  readonly keepMemorySmall: () => void;
}

/** A runner of GitHub Actions, with this process to itself. */
export function runner(): Host {
  return {
    environment: process.env,
    event: { name: github.eventName, ref: github.ref ?? '', payload: github.payload },
    toolkit: {
      debug,
      error,
      group,
      info,
      notice,
      setSecret,
      warning,
      setOutput: (name, value) => {
        if (!process.env.GITHUB_OUTPUT) {
          throw new Error('`GITHUB_OUTPUT` names no file');
        }
        setOutput(name, value);
      },
      summary: async (markdown) => {
        if (process.env.GITHUB_STEP_SUMMARY) {
          await appendFile(process.env.GITHUB_STEP_SUMMARY, markdown);
        }
      },
    },
    stdout: process.stdout,
    signals: process,
    clock: (signal) => new SystemClock(signal),
    keepMemorySmall,
  };
}

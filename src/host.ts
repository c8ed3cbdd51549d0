import { appendFile } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { debug, error, group, info, notice, setOutput, setSecret, warning } from '@actions/core';
import { context as github } from '@actions/github';
import type { Toolkit } from './action/console.ts';
import type { RunEvent } from './action/event.ts';
import type { Environment } from './action/raw-inputs.ts';
import { keepMemorySmall } from './adapters/heap.ts';
import type { Http } from './adapters/http/client.ts';
import { SystemClock } from './adapters/system-clock.ts';
import type { Clock } from './ports/clock.ts';
import type { Forge } from './ports/forge.ts';
import type { KvStore } from './ports/kv.ts';

/** A Git server, KV and a forge on this machine, instead of those on the network. */
export interface LocalWorld {
  readonly git: Http;
  readonly kv: KvStore;
  readonly forge: Forge;
}

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
  /** Who runs it, where that is not said by the variables of a runner. */
  readonly person?: { readonly actor: string; readonly email: string } | undefined;
  /** Takes the whole result; by default it is written to a file for later steps. @returns the path of the file */
  readonly keepResult?: (result: string) => Promise<string>;
  readonly local?: LocalWorld | undefined;
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

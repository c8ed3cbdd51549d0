import type { Component } from '../component.ts';

/** What a gate watches, for the placeholders of its metrics. */
export interface Subject {
  readonly component: Component;
  readonly environment: string;
  readonly version: string;
  /** The version before; undefined where there was none. */
  readonly previous: string | undefined;
  /** When it was deployed, in milliseconds since the epoch. */
  readonly since: number;
  /** Milliseconds since then. */
  readonly elapsed: number;
}

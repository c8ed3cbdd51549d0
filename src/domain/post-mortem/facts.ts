import type { GatePolicy } from '../gate/policy.ts';
import type { MeasurementRow } from '../gate/state.ts';
import type { Secrets } from '../secrets.ts';

/** Who did something in the repository, as far as anybody can tell. */
export interface Doing {
  /** Milliseconds since the epoch. */
  readonly at: number | undefined;
  readonly actor: string | undefined;
  /** The workflow run, as an address. */
  readonly run: string | undefined;
  readonly reason: string | undefined;
}

/** The content of a version. */
export interface VersionContent {
  readonly path: string | undefined;
  /** The Git object. */
  readonly blob: string | undefined;
  /** Undefined where nobody can read it any more. */
  readonly bytes: Uint8Array | undefined;
}

/** The version that was left. */
export interface LeftVersion {
  readonly version: string;
  readonly commit: string | undefined;
  /** The object of its version tag; without one, the commit. */
  readonly tag: string | undefined;
  /** Who wrote its commit; undefined where that is gone. */
  readonly author: string | undefined;
  /** How it came there; undefined where nobody recorded that. */
  readonly deployed: (Doing & { readonly how: string }) | undefined;
  /** Environments it was deployed to, and those in which a gate found it healthy. */
  readonly ran: readonly string[];
  readonly healthy: readonly string[];
  readonly content: VersionContent;
}

/** The version that was brought back. */
export interface RestoredVersion {
  readonly version: string;
  readonly commit: string | undefined;
  readonly content: VersionContent;
}

/** What a gate saw. */
export interface GateFacts {
  readonly policy: GatePolicy;
  /** In the order in which they were made. */
  readonly rows: readonly MeasurementRow[];
  /** When it began to watch, in milliseconds since the epoch. */
  readonly startedAt: number;
}

/** Something that happened. */
export interface TimelineEvent {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** A sentence of ours, with names in backticks. */
  readonly what: string;
}

/** Where all of it happened. */
export interface Place {
  /** Of the website, such as `https://github.com`. */
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
}

/** Everything a post-mortem is written from. */
export interface PostMortem {
  /** `type/name`. */
  readonly component: string;
  readonly environment: string;
  /** The name of the environment's tag, without `refs/tags/`. */
  readonly environmentTag: string;
  /** The name of the tag of the version that was left; undefined where it is gone or stands somewhere else by now. */
  readonly versionTag: string | undefined;
  readonly left: LeftVersion;
  readonly restored: RestoredVersion;
  /** Names this rollback among those of the same version: told twice, it is written once. */
  readonly occurrence: string;
  /** The other environments that went back in the same push: none of them gets an issue of its own. */
  readonly together?: readonly { readonly environment: string; readonly occurrence: string }[];
  /** Sentences of ours, with names in backticks. */
  readonly why: string;
  /** The rollback itself. */
  readonly made: Doing;
  /** What a gate saw; undefined for a rollback by hand. */
  readonly gate: GateFacts | undefined;
  /** Why the tag could not be moved, so that KV is held back from it; undefined where it moved. */
  readonly held: string | undefined;
  /** What happened beside the deploy and the measurements; where there is nothing, the rollback itself stands there. */
  readonly events: readonly TimelineEvent[];
  readonly place: Place;
  /** What must not be shown. */
  readonly secrets: Secrets;
}

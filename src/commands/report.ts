import type { SyncedKey } from '../engine/sync.ts';

/** Something a person should know that is no failure. */
export interface Notice {
  readonly level: 'notice' | 'warning';
  readonly message: string;
}

/** One component of a deploy. */
export interface DeployedComponent {
  /** `type/name`. */
  readonly component: string;
  /** Undefined for a version tag. */
  readonly environment: string | undefined;
  readonly version: string;
  readonly commit: string;
  /** The file of the content. */
  readonly path: string;
  /** Size of the content. */
  readonly bytes: number;
  /** What was there before, as far as KV told; undefined when it was the same or none. */
  readonly previousVersion: string | undefined;
  readonly previousCommit: string | undefined;
  readonly namespaces: readonly string[];
}

/** A tag that was deleted. */
export interface DeletedSlot {
  readonly component: string;
  /** Undefined for a version tag. */
  readonly environment: string | undefined;
  readonly version: string | undefined;
  /** Keys that stay in KV, by the policy for deleted tags. */
  readonly left: readonly string[];
}

/** One command of a rebuild. */
export interface RebuildCommand {
  readonly argv: readonly string[];
  /** How long it ran, in milliseconds; undefined in a dry run. */
  readonly durationMs: number | undefined;
}

/** What a deploy did. */
export interface DeployReport {
  readonly command: 'deploy';
  readonly dryRun: boolean;
  readonly reason: string | undefined;
  readonly deployed: readonly DeployedComponent[];
  readonly deleted: readonly DeletedSlot[];
  /** Whether a Worker has to be built again, after a tag under `logic/`. */
  readonly requiresRebuild: boolean;
  /** The commands that rebuilt it; in a dry run, those that would have. */
  readonly rebuild: readonly RebuildCommand[];
  /** The keys that were written; in a dry run, those that would have been. */
  readonly keys: readonly SyncedKey[];
  readonly changed: boolean;
  /** How often KV was written until it agreed with the tags. */
  readonly rounds: number;
  /** How long reading, planning and writing took, in milliseconds. */
  readonly durationMs: number;
  readonly notices: readonly Notice[];
}

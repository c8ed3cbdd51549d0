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
  /** What was there before, by the ledger or else by KV; undefined when it was the same or none. */
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

/** A tag that a command moved, or would have in a dry run. */
export interface MovedTag {
  /** `type/name`. */
  readonly component: string;
  readonly environment: string;
  /** Undefined where the tag was removed. */
  readonly version: string | undefined;
  readonly commit: string | undefined;
  readonly previousVersion: string | undefined;
  /** Why this version, for people. */
  readonly why: string;
  /** Checks that were passed over. */
  readonly overridden: readonly string[];
  /** A version that Tagship does not choose there any more. */
  readonly quarantined: string | undefined;
}

/** Where the ledger stands. */
export interface LedgerReport {
  readonly ref: string;
  readonly commit: string;
  readonly seq: number;
}

/** What a run that deals with KV did. */
export interface RunReport {
  readonly command: 'deploy' | 'promote' | 'rollback' | 'restore';
  readonly dryRun: boolean;
  readonly reason: string | undefined;
  /** `superseded`: somebody else moved a tag meanwhile, and nothing was touched. */
  readonly verdict: 'superseded' | undefined;
  /** Whether a tag went back. */
  readonly rolledBack: boolean;
  /** Undefined where there is none. */
  readonly ledger: LedgerReport | undefined;
  readonly moves: readonly MovedTag[];
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

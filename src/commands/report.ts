import type { GatePolicy } from '../domain/gate/policy.ts';
import type { MeasurementRow } from '../domain/gate/state.ts';
import type { Restored } from '../domain/ledger/entry.ts';
import type { AppliedKey } from '../engine/apply.ts';
import type { TagshipError } from '../errors.ts';

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

/** The record of a rollback, for those who investigate it. */
export interface PostMortemIssue {
  /** `type/name`. */
  readonly component: string;
  readonly environment: string;
  /** The version that was left. */
  readonly version: string;
  /** Its address for people. */
  readonly url: string;
  /** What the version had changed, in lines of Markdown; undefined where nobody looked. */
  readonly difference?: readonly string[];
}

/** One step of a canary. */
export interface RolloutStep {
  /** From 1; of the list in the configuration. */
  readonly step: number;
  /** How many percent of the users got it. */
  readonly share: number;
  /** What was seen; undefined where it was not judged. */
  readonly gate: GateReport | undefined;
}

/** How a version went into an environment step by step. */
export interface RolloutReport {
  /** `type/name`. */
  readonly component: string;
  readonly environment: string;
  /** The environment of the canary. */
  readonly canary: string;
  readonly version: string;
  /** What was live beside it. */
  readonly live: string | undefined;
  /** `healthy`: all users have it; undefined where it was not judged to its end. */
  readonly verdict: Verdict | undefined;
  /** A sentence. */
  readonly why: string;
  /** How many percent of the users get it now. */
  readonly share: number;
  readonly steps: readonly RolloutStep[];
  /** The percentages that the configuration has. */
  readonly planned: readonly number[];
}

/** What can have become of a component in an environment of a group. */
export const WAVE_STATES = ['there', 'moved', 'watched', 'waiting', 'failed', 'back', 'left'] as const;

/** What a wave of a group came to, for one component in one environment. */
export interface WavePlace {
  /** `type/name`. */
  readonly component: string;
  readonly environment: string;
  /** The version that the group was to get; in a rollback, that was left. Undefined where it had none. */
  readonly version: string | undefined;
  /**
   * `there`: it had the version, and needs nothing. `moved`: it got the version, and has no gate. `watched`: its gate said
   * what stands in `verdict`. `waiting`: it was not its turn. `failed`: it was its turn, and it did not get there. `back`: a
   * rollback of the group took the version back. `left`: that did not concern it.
   */
  readonly state: (typeof WAVE_STATES)[number];
  /** Undefined where no gate said anything. */
  readonly verdict: Verdict | undefined;
  /** One or more sentences for people; empty where there is nothing to say. */
  readonly why: string;
  /** The version that is live because of a rollback. */
  readonly rolledBackTo: string | undefined;
  /** Who remembers that KV was restored although the tag could not be moved. */
  readonly held: 'ledger' | 'kv' | undefined;
}

/** How a wave of a group ended. */
export const WAVE_OUTCOMES = ['passed', 'unchanged', 'stopped', 'rolled-back', 'waiting'] as const;

/** One wave of a group. */
export interface WaveReport {
  readonly environments: readonly string[];
  readonly outcome: (typeof WAVE_OUTCOMES)[number];
  readonly places: readonly WavePlace[];
}

/** What a run that deals with KV did. */
export interface RunReport {
  readonly command: 'deploy' | 'promote' | 'rollback' | 'restore';
  readonly dryRun: boolean;
  readonly reason: string | undefined;
  /** `superseded`: somebody else moved a tag meanwhile, and nothing was touched. Of a canary or a group: the worst of its gates. */
  readonly verdict: Verdict | undefined;
  /** What went in step by step. */
  readonly rollouts?: readonly RolloutReport[] | undefined;
  /** Whether a tag went back. */
  readonly rolledBack: boolean;
  /** Undefined where there is none. */
  readonly ledger: LedgerReport | undefined;
  /** What a restore brings back. */
  readonly restored?: Restored;
  readonly moves: readonly MovedTag[];
  readonly deployed: readonly DeployedComponent[];
  readonly deleted: readonly DeletedSlot[];
  /** Whether a Worker has to be built again, after a tag under `logic/`. */
  readonly requiresRebuild: boolean;
  /** The commands that rebuilt it; in a dry run, those that would have. */
  readonly rebuild: readonly RebuildCommand[];
  /** The keys that were written; in a dry run, those that would have been. */
  readonly keys: readonly AppliedKey[];
  readonly changed: boolean;
  /** How often KV was written until it agreed with the tags. */
  readonly rounds: number;
  /** How long reading, planning and writing took, in milliseconds. */
  readonly durationMs: number;
  /** The post-mortem issues. */
  readonly issues: readonly PostMortemIssue[];
  /** The waves of a group; none for a single environment. */
  readonly waves: readonly WaveReport[];
  /** What fails the step although the rest was done. */
  readonly failures: readonly TagshipError[];
  readonly notices: readonly Notice[];
}

/** How a gate ended, the worst first. */
export const VERDICTS = ['breached', 'inconclusive', 'superseded', 'healthy'] as const;

export type Verdict = (typeof VERDICTS)[number];

/** What a gate saw of one component in one environment, and what came of it. */
export interface GateReport {
  /** `type/name`. */
  readonly component: string;
  readonly environment: string;
  /** The version that was judged. */
  readonly version: string;
  readonly commit: string;
  readonly verdict: Verdict;
  /** One or more sentences for people. */
  readonly why: string;
  /** The version that is live now because of the gate; in a dry run, that would be; undefined where it left things alone. */
  readonly rolledBackTo: string | undefined;
  /** Who remembers that KV was restored although the tag could not be moved; undefined where it moved. */
  readonly held: 'ledger' | 'kv' | undefined;
  readonly policy: GatePolicy;
  /** In the order in which they were made. */
  readonly rows: readonly MeasurementRow[];
  /** When the version was deployed, milliseconds since the epoch. */
  readonly since: number;
  /** When the gate began to watch and when it ended, milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/** How long the parts of a rollback took, in milliseconds from the measurement that led to it. */
export interface RollbackTimes {
  /** Until tags and ledger had moved; undefined where they did not. */
  readonly moved: number | undefined;
  /** Until KV acknowledged the version. */
  readonly restored: number;
  /** Until all was reported. */
  readonly done: number;
}

/** What `guard` did. */
export interface GuardReport extends Omit<RunReport, 'command' | 'verdict'> {
  readonly command: 'guard';
  /** The worst of all gates; undefined where there was nothing to watch. */
  readonly verdict: Verdict | undefined;
  readonly gates: readonly GateReport[];
  /** Of the first rollback. */
  readonly times: RollbackTimes | undefined;
}

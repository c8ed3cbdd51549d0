import type { Command } from '../action/spec.ts';
import { TagshipError } from '../errors.ts';

/** What the help says of a command. */
export interface CommandHelp {
  readonly about: string;
  /** Command lines, without the name of the program. */
  readonly examples: readonly string[];
}

/** By command; every command of the action has its help here. */
export const COMMAND_HELP: Readonly<Record<string, CommandHelp>> = {
  deploy: {
    about: 'Write to KV what the tags of components ask for.',
    examples: [
      'deploy --tag components/prompts/extraction/production',
      'deploy --components "prompts/*" --environment staging --dry-run',
      'deploy --components prompts/extraction --environment production --local',
      'deploy --components prompts/extraction --environment production --local --worktree',
    ],
  },
  guard: {
    about: 'Watch the metrics of a deploy, and roll it back on a breach.',
    examples: ['guard --components prompts/extraction --environment production'],
  },
  rollback: {
    about: 'Bring back a version that ran before.',
    examples: [
      'rollback --components prompts/extraction --environment production',
      'rollback --components "prompts/*" --environment production --version previous --reason "wrong totals"',
      'rollback --components prompts/extraction --environment production --percentage 5',
    ],
  },
  promote: {
    about: 'Put a version, or what another environment runs, into an environment.',
    examples: [
      'promote --components prompts/extraction --environment production --version v1.1.0',
      'promote --components "prompts/*" --environment production --from staging',
    ],
  },
  reconcile: {
    about: 'Compare KV with all tags, and repair what drifts.',
    examples: ['reconcile', 'reconcile --environment production --heal', 'reconcile --local --heal'],
  },
  validate: {
    about: 'Find references to components, versions and environments that do not exist.',
    examples: ['validate'],
  },
  history: {
    about: 'Say what ran where at a time, and who moved what.',
    examples: [
      'history --environment production',
      'history --at 2026-05-05T14:47:00+02:00',
      'history --since 2026-05-01T00:00:00Z --components prompts/extraction --json',
      'history --page history.html',
    ],
  },
  restore: {
    about: 'Recreate an environment as it was at a time.',
    examples: ['restore --environment debug --from production --at 2026-05-05T14:47:00+02:00'],
  },
  compare: {
    about: 'Watch two versions in two environments, and say which is better.',
    examples: ['compare --components prompts/extraction --environment ab-test-a --with ab-test-b'],
  },
  backtest: {
    about: 'Replay the gate of an environment over past deploys.',
    examples: ['backtest --environment production --since 2026-05-01T00:00:00Z'],
  },
  doctor: {
    about: 'Check the whole set-up without writing anything.',
    examples: ['doctor', 'doctor --environment production'],
  },
};

/** Commands that only read, whatever their inputs are. */
const READING: ReadonlySet<string> = new Set(['validate', 'history', 'backtest', 'doctor']);

/** Commands that can work on the KV of `wrangler dev`. */
const LOCAL: ReadonlySet<string> = new Set(['deploy', 'promote', 'rollback', 'reconcile', 'restore', 'history']);

/** Whether a command may move or write something, as far as its inputs tell. One that is not known here may. */
export function isMoving(command: Command, given: ReadonlyMap<string, string>): boolean {
  const isOn = (name: string): boolean => given.get(name)?.toLowerCase() === 'true';
  if (READING.has(command) || isOn('dry-run')) {
    return false;
  }
  switch (command as string) {
    case 'reconcile':
      return isOn('heal') || isOn('prune');
    case 'compare':
      return given.has('version') || given.has('with-version');
    default:
      return true;
  }
}

/** Whether a plan can be shown before: of a command that watches, what happens is not known before it has watched. */
export function isPlannable(command: Command): boolean {
  return !['guard', 'compare'].includes(command);
}

/** Whether a command can work on the KV of `wrangler dev`. */
export function isLocalCommand(command: string): boolean {
  return LOCAL.has(command);
}

/**
 * Refuses a command that takes what it works on from the event or the workflow run that started it, where there is none.
 * @throws TagshipError `input-missing`
 */
export function refuseUnselected(command: Command, given: ReadonlyMap<string, string>, hasRun: boolean): void {
  const isSelected = ['tag', 'components', 'environment'].some((name) => given.has(name));
  if (!isSelected && (command === 'deploy' || (command === 'guard' && !hasRun))) {
    throw new TagshipError(
      'input-missing',
      `It is not said what to ${command === 'deploy' ? 'deploy' : 'watch'}.`,
      `Give \`--components\` and \`--environment\`, or \`--tag\`.${command === 'deploy' ? ' For everything there is `tagship reconcile --heal`.' : ''}`,
    );
  }
}

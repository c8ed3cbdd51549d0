import type { TagshipError } from '../../errors.ts';

/** What is looked at, in the order of the table, with its heading there. */
export const CHECKS = {
  github: 'GitHub token',
  cloudflare: 'Cloudflare token',
  configuration: 'Configuration',
  ledger: 'Ledger',
  namespaces: 'KV namespaces',
  tags: 'Tags',
  workflows: 'Workflows',
  rulesets: 'Rulesets',
  metrics: 'Metrics',
} as const;

export type CheckName = keyof typeof CHECKS;

/** How good a fact is, the worst first: with an `error` a deploy fails. */
export const STATUSES = ['error', 'warning', 'notice', 'ok'] as const;

export type Status = (typeof STATUSES)[number];

/** Something that is so, and what to do about it. */
export interface Fact {
  readonly status: Status;
  /** One or more whole sentences. */
  readonly fact: string;
  /** Whole sentences in the imperative; undefined where there is nothing to do. */
  readonly fix?: string | undefined;
  /** The error that a deploy would end with. */
  readonly error?: TagshipError;
}

/** A fact and the check that found it. */
export interface Line extends Fact {
  readonly check: CheckName;
}

export function ok(fact: string): Fact {
  return { status: 'ok', fact };
}

export function notice(fact: string, fix?: string): Fact {
  return { status: 'notice', fact, fix };
}

export function warning(fact: string, fix: string): Fact {
  return { status: 'warning', fact, fix };
}

/** What a deploy would fail with. */
export function broken(error: TagshipError): Fact {
  return { status: 'error', fact: error.what, fix: error.remedy, error };
}

/** An error that fails something, but no deploy. */
export function lesser({ what, remedy }: TagshipError): Fact {
  return warning(what, remedy);
}

/** How many facts there are of each status. */
export function countsOf(facts: readonly Pick<Fact, 'status'>[]): Readonly<Record<Status, number>> {
  const counts = { error: 0, warning: 0, notice: 0, ok: 0 };
  for (const { status } of facts) {
    counts[status]++;
  }
  return counts;
}

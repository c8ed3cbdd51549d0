import type { Ruleset } from '../domain/doctor/rulesets.ts';

/** What Cloudflare says of an API token. */
export interface TokenState {
  readonly status: 'active' | 'disabled' | 'expired' | 'unknown';
  /** Milliseconds since the epoch; undefined for a token without an end. */
  readonly expires: number | undefined;
}

/** What of a repository a token may read, beside its contents. */
export type Readable = 'issues' | 'deployments' | 'pull-requests';

/** What both sides tell of a set-up, by questions that change nothing. */
export interface SetUpFacts {
  /** @throws TagshipError `kv-unreachable`, `kv-refused`; TransientError */
  cloudflareToken(): Promise<TokenState>;
  /** Makes sure that the GitHub token may read something. @throws TagshipError `forge-refused`, `forge-unreachable` */
  mayRead(what: Readable): Promise<void>;
  /** The rulesets that are in force. @throws TagshipError `forge-refused`, `forge-unreachable` */
  rulesets(): Promise<readonly Ruleset[]>;
}

import type { Config } from '../domain/config.ts';
import type { NamespaceRule } from '../domain/namespace.ts';
import type { Secrets } from '../domain/secrets.ts';
import type { Clock } from '../ports/clock.ts';
import type { Forge } from '../ports/forge.ts';
import type { Journal } from '../ports/journal.ts';
import type { KvStore } from '../ports/kv.ts';
import type { Repository } from '../ports/repository.ts';
import type { Authorship } from './ledger/compose.ts';

/** A tag, and what it pointed at before and after a push; undefined for nothing. */
export interface PushedTag {
  readonly tag: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** The settings of one run. */
export interface RunSettings {
  readonly repositoryName: string;
  /** Of the website, such as `https://github.com`, for links. */
  readonly serverUrl: string;
  /** What must not be shown, whatever it is found in. */
  readonly secrets: Secrets;
  /** Takes what variables of the environment hold for secrets; the configuration names them. */
  readonly hideVariables: (names: readonly string[]) => void;
  /** Gets the configuration as soon as it is read: it names who is notified. */
  readonly onConfig?: ((config: Config) => void) | undefined;
  readonly configPath: string;
  /** Namespaces from the input; they go before those of the configuration. */
  readonly namespaces: readonly NamespaceRule[];
  readonly acceptMoved: boolean;
  /** Whether what only the ledger knows may go live, though no version tag and no default branch leads to it. */
  readonly acceptUnanchored: boolean;
  readonly dryRun: boolean;
  readonly reason: string | undefined;
  readonly author: Authorship;
  /** The tag that was pushed, by the event: a ledger that begins now would else not know who moved it, and from where. */
  readonly pushed?: PushedTag | undefined;
}

/** The effects of one run. */
export interface RunPorts {
  readonly repository: Repository;
  readonly kv: KvStore;
  readonly forge: Forge;
  readonly clock: Clock;
  readonly journal: Journal;
}

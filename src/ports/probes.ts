import type { Subject } from '../domain/gate/placeholders.ts';
import type { Probe } from '../domain/verify.ts';

/** What came of a probe that was asked once. */
export interface Probed {
  /** As it was sent, but without secrets. */
  readonly query: string;
  /** How long the answer took, in milliseconds. */
  readonly tookMs: number;
  /** What is wrong with the answer, as a clause without secrets; undefined where it is as it should be. */
  readonly wrong: string | undefined;
}

/** Servers that are asked whether a version works. */
export interface Probes {
  /**
   * Asks once. A server that fails is an answer as well; nothing is thrown for it.
   * @throws TagshipError `verify-failed`, `input-missing` for a probe that cannot be asked as it is described; `cancelled`
   */
  ask(probe: Probe, subject: Subject): Promise<Probed>;
}

/** Whether somebody wants the run to end. */
export interface Cancellation {
  readonly requested: boolean;
  /** Does work that is not to be interrupted: what the cancellation would end goes on until it is done. */
  shield<T>(work: () => Promise<T>): Promise<T>;
}

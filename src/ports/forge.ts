/** A deployment as the repository's Environments page shows it, with how it ended. */
export interface DeploymentRecord {
  readonly environment: string;
  /** The commit that stands for it. */
  readonly commit: string;
  readonly description: string;
  readonly state: 'success' | 'failure';
  /** The workflow run; empty outside of one. */
  readonly run: string;
  /** Free-form. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What the platform around the repository shows. Faults are thrown as `TagshipError`. */
export interface Forge {
  /** @throws TagshipError `forge-refused`, `forge-unreachable` */
  recordDeployment(record: DeploymentRecord): Promise<void>;
}

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

/** Something that an issue is to keep. */
export interface IssueRecord {
  readonly title: string;
  /** The issue where there is none yet; it has both markers, each as a line of its own. */
  readonly body: string;
  /** What is added to the issue where there is one; it has the marker of the occurrence. */
  readonly comment: string;
  /** The line by which the issue is found. */
  readonly marker: string;
  /** The line by which it is seen that this was written down already. */
  readonly occurrence: string;
  readonly label: string;
}

/** The issue that keeps it. */
export interface KeptIssue {
  /** Its address for people; empty where no platform keeps any. */
  readonly url: string;
  readonly state: 'opened' | 'updated' | 'unchanged';
}

/** What the platform around the repository shows. Faults are thrown as `TagshipError`. */
export interface Forge {
  /** @throws TagshipError `forge-refused`, `forge-unreachable` */
  recordDeployment(record: DeploymentRecord): Promise<void>;
  /**
   * Opens an issue, or adds a comment to the one there is and opens it again, once for each occurrence.
   * @throws TagshipError `forge-refused`, `forge-unreachable`
   */
  ensureIssue(record: IssueRecord): Promise<KeptIssue>;
}

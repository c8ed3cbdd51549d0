/** What everything kept in memory has. */
export interface Item {
  readonly id: number;
  readonly createdAt: string;
  updatedAt: string;
}

/** A deployment. */
export interface Deployment extends Item {
  readonly sha: string;
  readonly ref: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string | null;
  readonly payload: unknown;
  readonly transient: boolean;
  readonly production: boolean;
  /** Oldest first. */
  readonly statuses: DeploymentStatus[];
}

/** What became of a deployment. */
export interface DeploymentStatus extends Item {
  readonly state: string;
  readonly description: string;
  readonly targetUrl: string;
  readonly logUrl: string;
  readonly environmentUrl: string;
  readonly environment: string;
}

/** An issue. */
export interface Issue extends Item {
  readonly number: number;
  title: string;
  body: string | null;
  state: string;
  stateReason: string | null;
  closedAt: string | null;
  labels: string[];
  assignees: string[];
  readonly comments: Comment[];
}

/** A comment on an issue. */
export interface Comment extends Item {
  /** Whoever wrote it; the workflow's own user if absent. */
  readonly author?: string;
  body: string;
}

/** A label. */
export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

/** A check run; its fields are those of the request that made or changed it. */
export interface CheckRun extends Item {
  fields: Readonly<Record<string, unknown>>;
}

/** What GitHub keeps of a repository beside Git. */
export class Tracker {
  readonly deployments: Deployment[] = [];
  readonly issues: Issue[] = [];
  readonly labels = new Map<string, Label>();
  readonly checks: CheckRun[] = [];
  #lastId = 0;

  /** An id nothing else has. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** The label of that name, in any case; made when there is none, as GitHub does for an issue's labels. */
  label(name: string): Label {
    const known = this.labels.get(name.toLowerCase());
    return known ?? this.addLabel({ name, color: 'ededed', description: null });
  }

  /** Adds a label. */
  addLabel(label: Omit<Label, 'id'>): Label {
    const added = { id: this.nextId(), ...label };
    this.labels.set(label.name.toLowerCase(), added);
    return added;
  }
}

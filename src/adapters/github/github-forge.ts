import type { Secrets } from '../../domain/secrets.ts';
import { TagshipError } from '../../errors.ts';
import type { CommentRecord, CommentState, Comments } from '../../ports/comments.ts';
import type { DeploymentRecord, Forge, IssueRecord, KeptIssue } from '../../ports/forge.ts';
import { keepComment } from './comments.ts';
import type { FailureWords } from './failure.ts';
import { ensureIssue } from './issues.ts';
import { askGitHub, type GitHubAccess, type Home, type Rest } from './rest.ts';

/** GitHub's limit for the description of a deployment and of a status, in characters. */
const MAX_DESCRIPTION = 140;

const DEPLOYMENT: FailureWords = {
  task: 'record the deployment',
  permission: 'Give the job `permissions: deployments: write`, or take `deployments: true` out of the configuration.',
  otherwise: 'Nothing has to be done; the next deployment is recorded again.',
};

const ISSUE: FailureWords = {
  task: 'keep the post-mortem issue',
  permission:
    'Give the job `permissions: issues: write` (and turn issues on in the repository), or set `post-mortem: false` in the configuration.',
  otherwise: 'Run `rollback` again later: it moves no tag twice, and opens the issue that is missing.',
};

const COMMENT: FailureWords = {
  task: 'keep the comment on the pull request',
  permission:
    'Give the job `permissions: pull-requests: write`. A pull request from a fork gets no token that may write: there the summary and the annotations have all of it.',
  otherwise: 'Run the job again; the summary and the annotations have all of it.',
};

export interface GitHubForgeOptions extends GitHubAccess {
  /** They get into nothing that is sent. */
  readonly secrets: Secrets;
}

/** GitHub's REST API. */
export class GitHubForge implements Forge, Comments {
  readonly #options: GitHubForgeOptions;

  constructor(options: GitHubForgeOptions) {
    this.#options = options;
  }

  async recordDeployment(whole: DeploymentRecord): Promise<void> {
    const record = this.#clean(whole);
    const description = shorten(record.description);
    await this.#ask(DEPLOYMENT, async (rest, home) => {
      const { data } = await rest.repos.createDeployment({
        ...home,
        ref: record.commit,
        environment: record.environment,
        description,
        payload: { ...record.payload },
        // Nothing is to be merged, and no check to be waited for: it has happened already.
        auto_merge: false,
        required_contexts: [],
      });
      if (!('id' in data)) {
        throw new TagshipError('forge-refused', 'GitHub did not make the deployment.', 'Run the job again.');
      }
      await rest.repos.createDeploymentStatus({
        ...home,
        deployment_id: data.id,
        state: record.state,
        description,
        // Other components of the environment stay deployed.
        auto_inactive: false,
        ...(record.run === '' ? {} : { log_url: record.run }),
      });
    });
  }

  async ensureIssue(record: IssueRecord): Promise<KeptIssue> {
    return await this.#ask(ISSUE, (rest, home) => ensureIssue(rest, home, this.#clean(record)));
  }

  async keepComment(record: CommentRecord): Promise<CommentState> {
    return await this.#ask(COMMENT, (rest, home) => keepComment(rest, home, this.#clean(record)));
  }

  /** A record without secrets in its texts. */
  #clean<T extends object>(record: T): T {
    const entries = Object.entries(record).map(([name, value]: [string, unknown]) => {
      return [name, typeof value === 'string' ? this.#options.secrets.hide(value) : value];
    });
    return { ...record, ...Object.fromEntries(entries) };
  }

  async #ask<T>(words: FailureWords, work: (rest: Rest, home: Home) => Promise<T>): Promise<T> {
    return await askGitHub(this.#options, words, work);
  }
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= MAX_DESCRIPTION ? text : `${characters.slice(0, MAX_DESCRIPTION - 1).join('')}…`;
}

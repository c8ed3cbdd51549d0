import { getOctokit } from '@actions/github';
import { TagshipError } from '../../errors.ts';
import type { DeploymentRecord, Forge } from '../../ports/forge.ts';
import type { Fetch } from '../transport.ts';

/** GitHub's limit for the description of a deployment and of a status, in characters. */
const MAX_DESCRIPTION = 140;

/** How long the API may take for one answer, in milliseconds. */
const TIMEOUT_MS = 15_000;

export interface GitHubForgeOptions {
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** Where the REST API is; GitHub Enterprise Server has its own. */
  readonly apiUrl: string;
  /** Undefined for Node's own. */
  readonly fetch: Fetch | undefined;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/** GitHub's REST API. */
export class GitHubForge implements Forge {
  readonly #options: GitHubForgeOptions;

  constructor(options: GitHubForgeOptions) {
    this.#options = options;
  }

  async recordDeployment(record: DeploymentRecord): Promise<void> {
    const { rest } = getOctokit(this.#options.token, {
      baseUrl: this.#options.apiUrl,
      request: {
        signal: AbortSignal.any([this.#options.signal, AbortSignal.timeout(TIMEOUT_MS)]),
        ...(this.#options.fetch === undefined ? {} : { fetch: this.#options.fetch }),
      },
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const [owner = '', repo = ''] = this.#options.repository.split('/');
    const description = shorten(record.description);
    try {
      const { data } = await rest.repos.createDeployment({
        owner,
        repo,
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
        owner,
        repo,
        deployment_id: data.id,
        state: record.state,
        description,
        // Other components of the environment stay deployed.
        auto_inactive: false,
        ...(record.run === '' ? {} : { log_url: record.run }),
      });
    } catch (error) {
      throw failureOf(error, this.#options.token);
    }
  }
}

function shorten(text: string): string {
  const characters = [...text];
  return characters.length <= MAX_DESCRIPTION ? text : `${characters.slice(0, MAX_DESCRIPTION - 1).join('')}…`;
}

function failureOf(error: unknown, token: string): TagshipError {
  if (error instanceof TagshipError) {
    return error;
  }
  const said = (error instanceof Error ? error.message : String(error)).replaceAll(token, '***').split('\n')[0] ?? '';
  const status = typeof error === 'object' && error !== null && 'status' in error ? Number(error.status) : 0;
  const sentence = said.replace(/\.?$/, '.');
  if (status === 401 || status === 403 || status === 404) {
    return new TagshipError(
      'forge-refused',
      `GitHub refused to record the deployment: ${sentence}`,
      'Give the job `permissions: deployments: write`, or take `deployments: true` out of the configuration.',
      { cause: error },
    );
  }
  return new TagshipError(
    status >= 400 && status < 500 ? 'forge-refused' : 'forge-unreachable',
    `The deployment could not be recorded with GitHub: ${sentence}`,
    'Nothing has to be done; the next deployment is recorded again.',
    { cause: error },
  );
}

import type { getOctokit } from '@actions/github';
import type { Http } from '../http/client.ts';
import { type FailureWords, failureOf } from './failure.ts';

/** GitHub's REST API. */
export type Rest = ReturnType<typeof getOctokit>['rest'];

/** A repository, as the API wants it. */
export interface Home {
  readonly owner: string;
  readonly repo: string;
}

/** How long the API may take for all answers that one task needs, in milliseconds. */
const TIMEOUT_MS = 15_000;

/** Access to the API. */
export interface GitHubAccess {
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** Where the REST API is; GitHub Enterprise Server has its own. */
  readonly apiUrl: string;
  readonly http: Http;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}

/**
 * Does a task by GitHub's API.
 * @throws TagshipError `forge-refused`, `forge-unreachable`
 */
export async function askGitHub<T>(
  { repository, token, apiUrl, http, signal }: GitHubAccess,
  words: FailureWords,
  work: (rest: Rest, home: Home) => Promise<T>,
): Promise<T> {
  const [owner = '', repo = ''] = repository.split('/');
  try {
    const [{ getOctokit }, { fetchOf }] = await Promise.all([import('@actions/github'), import('../http/fetch.ts')]);
    const { rest } = getOctokit(token, {
      baseUrl: apiUrl,
      request: {
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        fetch: fetchOf(http),
      },
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    return await work(rest, { owner, repo });
  } catch (error) {
    throw failureOf(error, token, words);
  }
}

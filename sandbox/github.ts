import type { GithubOptions } from './github/api.ts';
import { plainService } from './service.ts';
import type { Answer, RecordedRequest, Service } from './types.ts';

const NOT_FOUND = JSON.stringify({
  message: 'Not Found',
  documentation_url: 'https://docs.github.com/rest',
  status: '404',
});

/**
 * GitHub's REST and GraphQL API over real repositories, held to GitHub's published descriptions. Without options
 * there is nothing in it: every address is unknown.
 */
export function createGithubService(options?: GithubOptions): Service {
  let api: Promise<(request: RecordedRequest) => Promise<Answer>> | undefined;
  return plainService('github', async (request) => {
    if (options === undefined) {
      return { status: 404, headers: { 'content-type': 'application/json; charset=utf-8' }, body: NOT_FOUND };
    }
    // Most sandboxes are never asked, and reading the descriptions takes a while.
    api ??= import('./github/api.ts').then(({ createApi }) => createApi(options));
    return (await api)(request);
  });
}

import { plainService } from './service.ts';
import type { Service } from './types.ts';

const NOT_FOUND = JSON.stringify({
  message: 'Not Found',
  documentation_url: 'https://docs.github.com/rest',
  status: '404',
});

/** GitHub's REST API with nothing in it: every address is unknown. */
export function createGithubService(): Service {
  return plainService('github', async () => ({
    status: 404,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: NOT_FOUND,
  }));
}

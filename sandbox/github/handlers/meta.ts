import type { Outcome } from '../outcome.ts';
import { nodeId, numberFor, simpleUser } from '../shapes.ts';
import type { Call, Handler } from './call.ts';

const CREATED_AT = '2026-01-01T00:00:00Z';

/** Names of a repository's links and what follows its address in them. */
const LINKS = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
} as const;

const COUNTS = {
  forks: 0,
  forks_count: 0,
  network_count: 0,
  size: 0,
  stargazers_count: 0,
  subscribers_count: 0,
  watchers: 0,
  watchers_count: 0,
} as const;

/** `repos/get` */
export const getRepository: Handler = async (call) => {
  const { repository, url, htmlUrl } = call;
  const [owner = '', name = ''] = repository.name.split('/');
  const open = repository.tracker.issues.filter(({ state }) => state === 'open').length;
  const data = {
    id: numberFor(repository.name),
    node_id: nodeId('R', repository.name),
    name,
    full_name: repository.name,
    private: true,
    visibility: 'private',
    owner: simpleUser(owner, call),
    html_url: htmlUrl,
    description: null,
    fork: false,
    url,
    ...Object.fromEntries(Object.entries(LINKS).map(([link, suffix]) => [link, `${url}${suffix}`])),
    clone_url: `${htmlUrl}.git`,
    git_url: `${htmlUrl}.git`,
    ssh_url: `${htmlUrl}.git`,
    svn_url: htmlUrl,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: (await repository.store.head()).replace('refs/heads/', ''),
    archived: false,
    disabled: false,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    ...COUNTS,
    open_issues: open,
    open_issues_count: open,
    created_at: CREATED_AT,
    updated_at: CREATED_AT,
    pushed_at: CREATED_AT,
  };
  return { status: 200, data };
};

/** `meta/get` */
export function getMeta(): Outcome {
  return { status: 200, data: { verifiable_password_authentication: false } };
}

/** `rate-limit/get` */
export function getRateLimit({ limit }: Call): Outcome {
  const core = limit.usage('core');
  return { status: 200, data: { resources: { core, search: core, graphql: limit.usage('graphql') }, rate: core } };
}

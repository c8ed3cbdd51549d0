import { createHash } from 'node:crypto';

/** The user a workflow's token acts as. */
export const BOT = 'github-actions[bot]';

const USER_LINKS = {
  events_url: '/events{/privacy}',
  followers_url: '/followers',
  following_url: '/following{/other_user}',
  gists_url: '/gists{/gist_id}',
  organizations_url: '/orgs',
  received_events_url: '/received_events',
  repos_url: '/repos',
  starred_url: '/starred{/owner}{/repo}',
  subscriptions_url: '/subscriptions',
} as const;

/** Where links to the API and to the website lead. */
export interface Addresses {
  readonly apiUrl: string;
  readonly serverUrl: string;
}

/** A node id: opaque, the same for the same thing. */
export function nodeId(kind: string, key: string | number): string {
  return `${kind}_${Buffer.from(String(key)).toString('base64url')}`;
}

/** A number that stands for a name. */
export function numberFor(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0);
}

/** A user in brief. */
export function simpleUser(login: string, { apiUrl, serverUrl }: Addresses): Record<string, unknown> {
  const url = `${apiUrl}/users/${encodeURIComponent(login)}`;
  const links = Object.entries(USER_LINKS).map(([name, suffix]) => [name, `${url}${suffix}`]);
  return {
    login,
    id: numberFor(login),
    node_id: nodeId('U', login),
    avatar_url: `${serverUrl}/${encodeURIComponent(login)}.png`,
    gravatar_id: '',
    url,
    html_url: `${serverUrl}/${encodeURIComponent(login)}`,
    ...Object.fromEntries(links),
    type: login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}

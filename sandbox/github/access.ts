import { Refusal } from './outcome.ts';

/** The tokens the API knows. */
export interface Tokens {
  readonly githubToken: string;
  /** May read and not write. */
  readonly readOnlyTokens: readonly string[];
}

/** What a request may do. */
export type Access = 'none' | 'read' | 'write';

/** Reads the Authorization header; a header with anything but a known token is refused. */
export function accessOf(authorization: string | string[] | undefined, tokens: Tokens): Access {
  if (authorization === undefined) return 'none';
  const given = typeof authorization === 'string' ? /^(?:bearer|token) +(\S+)$/i.exec(authorization)?.[1] : undefined;
  if (given !== undefined && given === tokens.githubToken) return 'write';
  if (given !== undefined && tokens.readOnlyTokens.includes(given)) return 'read';
  throw new Refusal(401, 'Bad credentials');
}

/** Refuses what the token may not do. */
export function requireAccess(access: Access, writes: boolean): void {
  if (access === 'none') throw new Refusal(401, 'Requires authentication');
  if (writes && access === 'read') throw new Refusal(403, 'Resource not accessible by integration');
}

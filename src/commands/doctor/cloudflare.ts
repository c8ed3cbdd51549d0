import { broken, type Fact, notice, ok, warning } from '../../domain/doctor/fact.ts';
import { count, duration } from '../../domain/text.ts';
import { TagshipError, toTagshipErrors } from '../../errors.ts';
import type { TokenState } from '../../ports/set-up.ts';
import type { SetUp } from './set-up.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long before its end a token is warned of, in days. */
const SOON_DAYS = 30;

/** What the Cloudflare token may do: to list namespaces shows the token, the account and the permission to read at once. */
export async function checkCloudflare(setUp: SetUp): Promise<Fact[]> {
  try {
    const namespaces = await setUp.namespaces();
    return [
      ok(`The token is valid for this account and may read its KV: ${count(namespaces.length, 'namespace')}.`),
      notice(
        'Whether the token may write KV cannot be asked: only a write shows it.',
        'Make sure in the Cloudflare dashboard that it has Workers KV Storage: Edit.',
      ),
      ...ending(await stateOf(setUp), setUp.ports.clock.now()),
    ];
  } catch (error) {
    const [first] = toTagshipErrors(error);
    if (first?.code !== 'kv-auth') {
      throw error;
    }
    return [broken(refused(first, await stateOf(setUp)))];
  }
}

async function stateOf(setUp: SetUp): Promise<TokenState> {
  return await setUp.ports.facts.cloudflareToken().catch((): TokenState => ({ status: 'unknown', expires: undefined }));
}

/** Says which of the things that a refusal may mean it is. */
function refused(error: TagshipError, { status }: TokenState): TagshipError {
  switch (status) {
    case 'active':
      return new TagshipError(
        'kv-auth',
        'The Cloudflare token is valid, but may not read KV in this account.',
        'Give the token the permission Workers KV Storage: Edit on this account, and check `cloudflare-account-id`.',
        { cause: error },
      );
    case 'disabled':
    case 'expired':
      return new TagshipError(
        'kv-auth',
        `The Cloudflare token is ${status}.`,
        'Make a new one with the permission Workers KV Storage: Edit, and put it into the secret.',
        { cause: error },
      );
    case 'unknown':
      return error;
  }
}

function ending({ expires }: TokenState, now: number): Fact[] {
  return expires === undefined || expires - now > SOON_DAYS * DAY_MS
    ? []
    : [
        warning(
          `The Cloudflare token ends in ${duration(Math.max(0, expires - now))}, on ${new Date(expires).toISOString().slice(0, 10)}.`,
          'Roll it in the Cloudflare dashboard, and put the new one into the secret.',
        ),
      ];
}

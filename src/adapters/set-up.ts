import * as z from 'zod';
import type { Ruleset } from '../domain/doctor/rulesets.ts';
import { TagshipError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import { retry } from '../ports/retry.ts';
import type { Readable, SetUpFacts, TokenState } from '../ports/set-up.ts';
import type { FailureWords } from './github/failure.ts';
import { askGitHub, type GitHubAccess, type Home, type Rest } from './github/rest.ts';
import { type ApiAccess, ApiRefusal, CLOUDFLARE, jsonOf } from './kv/api.ts';
import { kvFailure } from './kv/failure.ts';

/** Rulesets that are looked at one by one. */
const MAX_RULESETS = 50;

/** How long Cloudflare may take for an answer, in milliseconds. */
const TIMEOUT_MS = 15_000;

const verified = z.looseObject({
  result: z.looseObject({
    status: z.enum(['active', 'disabled', 'expired']).catch('active'),
    expires_on: z.string().optional().nullable(),
  }),
});

/** The parts of a ruleset that are looked at; whatever answered may have others. */
const rulesetAnswer = z.looseObject({
  name: z.string(),
  conditions: z
    .looseObject({
      ref_name: z
        .looseObject({ include: z.array(z.string()).default([]), exclude: z.array(z.string()).default([]) })
        .optional(),
    })
    .nullish(),
  rules: z.array(z.looseObject({ type: z.string() })).default([]),
  current_user_can_bypass: z.string().optional(),
});

const READS: Readonly<Record<Readable, (rest: Rest, home: Home) => Promise<unknown>>> = {
  issues: (rest, home) => rest.issues.listForRepo({ ...home, per_page: 1 }),
  deployments: (rest, home) => rest.repos.listDeployments({ ...home, per_page: 1 }),
  'pull-requests': (rest, home) => rest.pulls.list({ ...home, per_page: 1 }),
};

const RULESETS: FailureWords = {
  task: 'show its rulesets',
  permission:
    'Look at them under Settings → Rules → Rulesets; private repositories have them in paid plans only. GitHub shows them to tokens with `contents: read`.',
  otherwise: 'Run `doctor` again later.',
};

export interface SetUpOptions {
  readonly github: GitHubAccess;
  readonly cloudflare: ApiAccess;
  readonly clock: Clock;
}

/** What GitHub and Cloudflare tell of a set-up. Every request is a `GET`. */
export class SetUpInspector implements SetUpFacts {
  readonly #options: SetUpOptions;

  constructor(options: SetUpOptions) {
    this.#options = options;
  }

  async cloudflareToken(): Promise<TokenState> {
    const { accountId } = this.#options.cloudflare;
    // A token belongs to a person or, since 2024, to an account, and each kind has an address of its own.
    const ofPerson = await this.#verify('/user/tokens/verify');
    return ofPerson.status === 'unknown'
      ? await this.#verify(`/accounts/${encodeURIComponent(accountId)}/tokens/verify`)
      : ofPerson;
  }

  async mayRead(what: Readable): Promise<void> {
    const words: FailureWords = {
      task: `show ${what.replace('-', ' ')}`,
      permission: `Give the job \`permissions: ${what}: write\`.`,
      otherwise: 'Run `doctor` again later.',
    };
    await askGitHub(this.#options.github, words, READS[what]);
  }

  async rulesets(): Promise<readonly Ruleset[]> {
    return await askGitHub(this.#options.github, RULESETS, async (rest, home) => {
      const { data } = await rest.repos.getRepoRulesets({ ...home, includes_parents: true, per_page: 100 });
      const found: Ruleset[] = [];
      for (const { id, target, enforcement } of data.slice(0, MAX_RULESETS)) {
        if (enforcement !== 'active' || (target !== 'branch' && target !== 'tag')) {
          continue;
        }
        const answer = await rest.repos.getRepoRuleset({ ...home, ruleset_id: id, includes_parents: true });
        found.push(...rulesetOf(answer.data, target));
      }
      return found;
    });
  }

  /** @returns `unknown` where Cloudflare does not take it for a token of this kind */
  async #verify(path: string): Promise<TokenState> {
    const { cloudflare, clock, github } = this.#options;
    const { http, token, baseUrl = CLOUDFLARE } = cloudflare;
    const doing = 'asking whether the token is valid';
    return await retry(clock, async () => {
      try {
        const { status, headers, body } = await http.send({
          method: 'GET',
          url: `${baseUrl.replace(/\/$/, '')}${path}`,
          headers: { authorization: `Bearer ${token}`, accept: 'application/json', 'user-agent': 'tagship' },
          signal: AbortSignal.any([github.signal, AbortSignal.timeout(TIMEOUT_MS)]),
          isRepeatable: true,
        });
        const chunks: Uint8Array[] = [];
        for await (const chunk of body) {
          chunks.push(chunk);
        }
        const answer = jsonOf(status, Buffer.concat(chunks).toString('utf8'), headers['retry-after']);
        const { result } = verified.parse(answer);
        const expires = result.expires_on == null ? Number.NaN : Date.parse(result.expires_on);
        return { status: result.status, expires: Number.isNaN(expires) ? undefined : expires };
      } catch (error) {
        if (error instanceof ApiRefusal && [400, 401, 403, 404].includes(error.status)) {
          return { status: 'unknown', expires: undefined };
        }
        if (error instanceof z.ZodError || error instanceof SyntaxError) {
          throw new TagshipError(
            'kv-refused',
            `Cloudflare answered something unexpected while ${doing}.`,
            'Check the proxy settings of the runner and `CLOUDFLARE_BASE_URL`.',
            { cause: error },
          );
        }
        throw kvFailure(error, { doing, now: clock.now(), isCancelled: github.signal.aborted });
      }
    });
  }
}

function rulesetOf(data: unknown, target: Ruleset['target']): Ruleset[] {
  const parsed = rulesetAnswer.safeParse(data);
  if (!parsed.success) {
    return [];
  }
  const { name, conditions, rules, current_user_can_bypass: bypass } = parsed.data;
  const { include = [], exclude = [] } = conditions?.ref_name ?? {};
  return [
    {
      name,
      target,
      include,
      exclude,
      rules: rules.map(({ type }) => type),
      bypass: bypass === undefined ? undefined : bypass === 'always' || bypass === 'exempt',
    },
  ];
}

import { broken, type Fact, ok } from '../../domain/doctor/fact.ts';
import { INDEX_KEY } from '../../domain/key.ts';
import { type NamespaceRule, ruleFor } from '../../domain/namespace.ts';
import { ownership } from '../../domain/ownership.ts';
import { ledgerMarkOf } from '../../domain/stored-key.ts';
import { Namespaces } from '../../engine/namespaces.ts';
import { readWrangler } from '../../engine/read-config.ts';
import { TagshipError } from '../../errors.ts';
import type { KvNamespace } from '../../ports/kv.ts';
import { retry } from '../../ports/retry.ts';
import { attempt, ofSetUp, type SetUp } from './set-up.ts';

/** Every namespace that inputs and configuration name, and every environment that has tags. */
export async function checkNamespaces(setUp: SetUp): Promise<Fact[]> {
  const rules = await setUp.rules();
  if (rules.length === 0) {
    return [
      broken(
        new TagshipError(
          'namespace-missing',
          'No KV namespace is named anywhere.',
          'Add `namespaces` to the configuration on the default branch, or give the input `kv-namespace`.',
        ),
      ),
    ];
  }
  const all = await setUp.namespaces();
  const known = [...(await setUp.environments())].filter((environment) => setUp.asks(environment)).sort();
  const facts: Fact[] = [];
  const placed = new Map<string, string[]>();
  for (const rule of rules) {
    const own = known.filter((environment) => ruleFor(rules, environment) === rule);
    // Of one that fits nothing the configuration's check tells; it is looked up all the same, unless one environment is asked for.
    const asked = own.length > 0 || setUp.request.environment !== undefined ? own : [rule.glob];
    for (const [id, environments] of await resolved(rule, asked, setUp, facts)) {
      const here = environments.filter((environment) => own.includes(environment));
      placed.set(id, [...(placed.get(id) ?? []), ...here]);
    }
  }
  for (const [id, environments] of placed) {
    facts.push(await attempt(() => factOf(id, environments, all, setUp)));
  }
  const tagged = new Set([...(await setUp.tags()).values()].flatMap((one) => [...one.environments.keys()]));
  for (const environment of known.filter((name) => tagged.has(name) && ruleFor(rules, name) === undefined)) {
    const namespaces = new Namespaces(rules, sourcesOf(setUp));
    facts.push(await attempt(async () => ok(await namespaces.idOf(environment))));
  }
  return facts;
}

/** The namespaces that a rule means, with the environments of each; what cannot be resolved becomes a fact. */
async function resolved(
  rule: NamespaceRule,
  environments: readonly string[],
  setUp: SetUp,
  facts: Fact[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>();
  const problems = new Map<string, TagshipError>();
  const namespaces = new Namespaces([rule], sourcesOf(setUp));
  for (const environment of environments) {
    try {
      const id = await namespaces.idOf(environment);
      found.set(id, [...(found.get(id) ?? []), environment]);
    } catch (error) {
      for (const one of ofSetUp(error)) {
        problems.set(one.message, one);
      }
    }
  }
  facts.push(...[...problems.values()].map(broken));
  return found;
}

function sourcesOf(setUp: SetUp): ConstructorParameters<typeof Namespaces>[1] {
  const { kv, clock, repository } = setUp.ports;
  return { kv, clock, wrangler: async () => await readWrangler(repository, (await setUp.listing()).refs.head) };
}

/** What a namespace is and whose index it holds. */
async function factOf(
  id: string,
  environments: readonly string[],
  all: readonly KvNamespace[],
  setUp: SetUp,
): Promise<Fact> {
  const { kv, clock } = setUp.ports;
  const title = all.find((one) => one.id === id)?.title;
  if (title === undefined) {
    return broken(
      new TagshipError(
        'namespace-unknown',
        `The Cloudflare account has no KV namespace ${id}${forEnvironments(environments)}.`,
        'Correct the id, or check that `cloudflare-account-id` is the account the namespace is in.',
      ),
    );
  }
  const metadata = (await retry(clock, () => kv.read(id, [INDEX_KEY]))).get(INDEX_KEY)?.metadata;
  const owner = ownership(metadata, [setUp.settings.repositoryName, ...(await setUp.config()).formerly]);
  if (owner === 'foreign') {
    return broken(
      new TagshipError(
        'key-foreign',
        `The index \`${INDEX_KEY}\` in the namespace \`${title}\` (${id})${forEnvironments(environments)} belongs to another repository.`,
        'Give each repository namespaces of its own. If this repository was renamed, name the old one under `formerly`.',
      ),
    );
  }
  const mark = owner === 'own' ? ledgerMarkOf(metadata) : undefined;
  if (mark !== undefined) {
    await (await setUp.observed()).session.applierOptions.verifyLedger(mark, id);
  }
  const used = environments.length === 0 ? ', no environment uses it yet' : '';
  const written =
    owner === 'own' ? 'this repository has written there before' : 'this repository has written nothing there yet';
  return ok(`The namespace \`${title}\` (${id})${forEnvironments(environments)} exists${used}; ${written}.`);
}

function forEnvironments(environments: readonly string[]): string {
  return environments.length === 0 ? '' : ` of ${environments.map((one) => `\`${one}\``).join(', ')}`;
}

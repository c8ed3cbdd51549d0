import { DEFAULT_LEDGER_REF } from '../../domain/config.ts';
import { type Fact, notice, ok, warning } from '../../domain/doctor/fact.ts';
import { type Ruleset, type RulesOf, rulesReader } from '../../domain/doctor/rulesets.ts';
import { count } from '../../domain/text.ts';
import { ofSetUp, type SetUp } from './set-up.ts';

/** Rules that a push of Tagship's to a branch breaks, as it is no merge of a pull request. */
const BRANCH_RULES = [
  'update',
  'pull_request',
  'required_status_checks',
  'required_signatures',
  'merge_queue',
  'required_deployments',
  'workflows',
];

/** What rulesets keep safe, and what they keep Tagship from. */
export async function checkRulesets(setUp: SetUp): Promise<Fact[]> {
  const ref = await setUp.ledgerRef();
  let rulesets: readonly Ruleset[];
  try {
    rulesets = await setUp.ports.facts.rulesets();
  } catch (error) {
    return ofSetUp(error).map(({ what, remedy }) => notice(`Rulesets were not checked: ${what}`, remedy));
  }
  const rulesOf = rulesReader(rulesets, setUp.settings.defaultBranch);
  const { versions, environments } = await tagsOf(setUp);
  return [...versionFacts(versions, rulesOf), ...environmentFacts(environments, rulesOf), ledgerFact(ref, rulesOf)];
}

/** The tags to be kept, and those that move; where there are none, as they would be called. */
async function tagsOf(setUp: SetUp): Promise<{ readonly versions: string[]; readonly environments: string[] }> {
  const tags = [...(await setUp.tags()).values()];
  const versions = tags.flatMap((one) => [...one.versions.values()].map(({ name }) => `refs/tags/${name}`));
  const environments = tags.flatMap((one) =>
    [...one.environments].flatMap(([name, ref]) => (setUp.asks(name) ? [`refs/tags/${ref.name}`] : [])),
  );
  const example = 'refs/tags/components/prompts/example';
  return {
    versions: versions.length > 0 ? versions : [`${example}/v1.0.0`],
    environments: environments.length > 0 ? environments : [`${example}/${setUp.request.environment ?? 'production'}`],
  };
}

function versionFacts(versions: readonly string[], rulesOf: RulesOf): Fact[] {
  const ruled = versions.map((ref) => ({ ref, rules: rulesOf(ref) }));
  const open = ['update', 'deletion'].map((rule) => {
    return { rule, refs: ruled.flatMap(({ ref, rules }) => (rules.has(rule) ? [] : [ref])) };
  });
  const missing = open.filter(({ refs }) => refs.length > 0);
  const [first] = missing;
  return first === undefined
    ? [ok('A ruleset keeps version tags from being moved and deleted.')]
    : [
        warning(
          `No ruleset keeps ${shareOf(first.refs, versions, 'version tag')} from ${missing.map(({ rule }) => (rule === 'update' ? 'being moved' : 'being deleted')).join(' and ')}, such as \`${first.refs[0]}\`.`,
          'Add a tag ruleset for `refs/tags/components/**/v*` with "Restrict updates" and "Restrict deletions". A star stops at a slash: only `**/` stands for folders.',
        ),
      ];
}

function environmentFacts(environments: readonly string[], rulesOf: RulesOf): Fact[] {
  const held = environments.flatMap((ref) => {
    const rules = rulesOf(ref);
    return ['creation', 'update', 'deletion'].flatMap((rule) =>
      (rules.get(rule) ?? []).map(({ name, bypass }) => ({ ref, rule, name, bypass })),
    );
  });
  const blocked = held.filter(({ bypass }) => bypass === false);
  const [first] = blocked;
  if (first !== undefined) {
    const refs = new Set(blocked.map(({ ref }) => ref));
    return [
      warning(
        `The ruleset \`${first.name}\` restricts ${first.rule} of ${shareOf([...refs], environments, 'environment tag')}, such as \`${first.ref}\`, and this token may not bypass it: \`promote\`, \`rollback\` and \`guard\` cannot move them.`,
        'Put an App on the bypass list of the ruleset and pass its token as `github-token`; or exclude environment tags from it.',
      ),
    ];
  }
  const covered = new Set(held.map(({ ref }) => ref));
  return covered.size === environments.length
    ? [ok('A ruleset says who may move environment tags.')]
    : [
        notice(
          'No ruleset says who may move environment tags: everybody who may push deploys by moving one.',
          'To restrict it, add a tag ruleset for them with an App on its bypass list, and pass the token of the App as `github-token`.',
        ),
      ];
}

function ledgerFact(ref: string, rulesOf: RulesOf): Fact {
  if (!ref.startsWith('refs/heads/')) {
    return notice(
      `Rulesets cover branches and tags only, so \`${ref}\` cannot be protected: everybody who may push can write the ledger.`,
      `What it names counts only where a version tag or the default branch confirms it. To protect it, choose a branch: \`ledger: { ref: ${ref === DEFAULT_LEDGER_REF ? 'refs/heads/tagship-ledger' : 'refs/heads/…'} }\` with a ruleset against force pushes and deletions.`,
    );
  }
  const rules = rulesOf(ref);
  const blocking = BRANCH_RULES.find((rule) => rules.get(rule)?.some(({ bypass }) => bypass !== true));
  if (blocking !== undefined) {
    return warning(
      `The branch of the ledger, \`${ref}\`, has the rule \`${blocking}\`, which this token may not bypass: no move can be recorded.`,
      'Put an App on the bypass list of the ruleset and pass its token as `github-token`, or take the rule off that branch.',
    );
  }
  const missing = ['non_fast_forward', 'deletion'].filter((rule) => !rules.has(rule));
  return missing.length === 0
    ? ok(`A ruleset keeps \`${ref}\` from being rewritten and deleted.`)
    : warning(
        `No ruleset keeps the branch of the ledger, \`${ref}\`, from ${missing.map((rule) => (rule === 'deletion' ? 'being deleted' : 'being rewritten')).join(' and ')}.`,
        'Add a branch ruleset for it with "Block force pushes" and "Restrict deletions".',
      );
}

function shareOf(some: readonly string[], all: readonly string[], noun: string): string {
  return some.length === all.length ? `${noun}s` : `${some.length} of ${count(all.length, noun)}`;
}

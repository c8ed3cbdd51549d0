import { readRulesets, type StoredRuleset } from '../../git/ruleset.ts';
import { notFound } from '../outcome.ts';
import { nodeId } from '../shapes.ts';
import type { Handler, RepositoryCall } from './call.ts';

const ACTIVE_SINCE = '2026-01-01T00:00:00Z';

/** `repos/get-repo-rulesets` */
export const listRulesets: Handler = async (call) => {
  const all = await readRulesets(call.repository.store.bare);
  return { status: 200, list: all.map((one, i) => headOf(one, i + 1, call)) };
};

/** `repos/get-repo-ruleset` */
export const getRuleset: Handler = async (call) => {
  const number = Number(call.params.ruleset_id);
  const found = (await readRulesets(call.repository.store.bare))[number - 1];
  if (found === undefined) throw notFound();
  const { patterns, restrictions } = found;
  const rules = (['creation', 'update', 'deletion'] as const).filter((name) => restrictions[name] === true);
  const data = {
    ...headOf(found, number, call),
    conditions: { ref_name: { include: patterns, exclude: [] } },
    rules: rules.map((type) => ({ type })),
    // Hooks of Git make no difference between people.
    current_user_can_bypass: 'never',
  };
  return { status: 200, data };
};

/** What the list says of one: neither what it covers nor its rules. */
function headOf({ patterns }: StoredRuleset, id: number, { repository }: RepositoryCall): Record<string, unknown> {
  return {
    id,
    name: `Ruleset ${id}`,
    node_id: nodeId('RRS', `${repository.name}:${id}`),
    target: patterns.every((one) => one.startsWith('refs/heads/')) ? 'branch' : 'tag',
    source_type: 'Repository',
    source: repository.name,
    enforcement: 'active',
    created_at: ACTIVE_SINCE,
    updated_at: ACTIVE_SINCE,
  };
}

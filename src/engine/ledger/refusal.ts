import { TagshipError } from '../../errors.ts';
import type { PushOutcome, RefUpdate } from '../../ports/repository.ts';

type Refused = Extract<PushOutcome, { landed: false }>;

/** Words of servers that will say the same next time; anything else may be a race. */
const POLICY =
  /hook declined|declined due to|GH\d{3}|rule violations|refusing to|protected|prohibited|denied|not allowed|permission|deny |limit|too many/i;

/** Whether a server refused for a reason that trying again does not change. */
export function isPolicy(words: string): boolean {
  return POLICY.test(words);
}

/** The error for a push that a server refused by a rule of its own. */
export function refusal(outcome: Refused, updates: readonly RefUpdate[], ledgerRef: string): TagshipError {
  const named = outcome.refused.filter(({ reason }) => !/atomic/i.test(reason));
  const refs = (named.length > 0 ? named : outcome.refused).map(({ ref }) => `\`${ref}\``);
  const shown = `${refs.slice(0, 5).join(', ')}${refs.length > 5 ? ` and ${refs.length - 5} more` : ''}`;
  const words = [...named.map(({ reason }) => reason), outcome.said].join('\n');
  const said = quote(outcome.said) || quote(named[0]?.reason ?? '');
  return new TagshipError(
    'move-refused',
    `The Git server refused ${shown || 'the push'}, so nothing was moved.${said}`,
    remedy(words, refs.includes(`\`${ledgerRef}\``) && named.length === 1, updates.length),
  );
}

function remedy(words: string, onlyLedger: boolean, count: number): string {
  if (/workflow/i.test(words) && /permission|scope/i.test(words)) {
    return 'The tagged commit brings workflow files, for which the token needs `workflows: write`. `GITHUB_TOKEN` cannot be given that: pass the token of a GitHub App or a fine-grained personal token that has it as `github-token`.';
  }
  if (/limit|too many|number of (?:refs|branches|tags)|more than \d+/i.test(words)) {
    return `The push moves ${count} refs, and a push policy of the repository allows fewer. Name fewer components at a time, or raise the limit under Settings → Repository policies: an atomic move is never split.`;
  }
  if (onlyLedger) {
    return 'Let the token write the ledger: make its actor a bypass actor of the rules for that ref, or name another ref under `ledger.ref`.';
  }
  if (/GH\d{3}|rule|protected/i.test(words)) {
    return 'Exempt environment tags (`components/*/*/production`) from the ruleset, or make the actor of the token a bypass actor; only version tags should be protected.';
  }
  return 'Ask whoever runs the rules or hooks of the repository to let the token move these refs.';
}

/** What a hook said, without the lines that are only decoration. */
function quote(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^(?:remote|error|fatal): ?/, '').trim())
    .filter((line) => /\w/.test(line) && !/^Review all repository rules/.test(line));
  const said = lines.slice(0, 4).join(' ').slice(0, 500);
  return said === '' ? '' : ` It says: ${/[.!?]$/.test(said) ? said : `${said}.`}`;
}

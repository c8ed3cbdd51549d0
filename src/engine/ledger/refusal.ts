import { remedyOfClosed } from '../../domain/github-denials.ts';
import { TagshipError, TransientError } from '../../errors.ts';
import type { PushOutcome, RefRefusal, RefUpdate } from '../../ports/repository.ts';

type Refused = Extract<PushOutcome, { landed: false }>;

/** Words of servers that will say the same next time. What else they refuse may be a race, or trouble that passes. */
const LASTING =
  /hook declined|declined due to|GH\d{3}|rule violations|refusing to|protected|prohibited|denied|not allowed|permission|deny |(?<!rate )limit|too many|exists; cannot create|refname conflict|funny ref|read-only|SAML/i;

/** Whether a server refused for a reason that trying again does not change. */
export function isLasting(outcome: Refused): boolean {
  return LASTING.test(wordsOf(outcome));
}

/** The error for a push that a server refused by a rule of its own. */
export function refusal(outcome: Refused, updates: readonly RefUpdate[], ledgerRef: string): TagshipError {
  const named = namedIn(outcome);
  const refs = (named.length > 0 ? named : outcome.refused).map(({ ref }) => `\`${ref}\``);
  const shown = `${refs.slice(0, 5).join(', ')}${refs.length > 5 ? ` and ${refs.length - 5} more` : ''}`;
  return new TagshipError(
    'move-refused',
    `The Git server refused ${shown || 'the push'}, so nothing was moved.${saidIn(outcome)}`,
    remedy(outcome, refs.includes(`\`${ledgerRef}\``) && named.length === 1, updates.length),
  );
}

/** The fault of a push that a server refused for no reason of the push: every ref is where it was. */
export function trouble(outcome: Refused): TransientError {
  return new TransientError(
    new TagshipError(
      'git-unreachable',
      `The Git server did not take the push, and nothing was moved.${saidIn(outcome)}`,
      'Check the status page of the server, then run the job again.',
    ),
  );
}

/** The refusals that say why; those that only follow from another one do not. */
function namedIn({ refused }: Refused): readonly RefRefusal[] {
  return refused.filter(({ reason }) => !/atomic/i.test(reason));
}

/** All a server said, without names of refs: a component may be called anything. */
function wordsOf(outcome: Refused): string {
  const words = [...outcome.refused.map(({ reason }) => reason), outcome.said].join('\n');
  return words.replace(/\brefs[/%]\S*?(?='? exists;|'?\s|$)/gm, '');
}

function remedy(outcome: Refused, onlyLedger: boolean, count: number): string {
  const words = wordsOf(outcome);
  const closed = remedyOfClosed(words);
  if (closed !== undefined) {
    return closed;
  }
  const unblock = /https?:\/\/\S+\/unblock-secret\/[\w-]+/.exec(words)?.[0];
  if (unblock !== undefined || /GH009|secrets? detected|cannot contain secrets|push protection/i.test(words)) {
    return `Push protection sees a secret in the content. Take it out of the file (and revoke it), or, if it is none, allow it ${unblock === undefined ? 'at the URL in the message' : `at ${unblock}`}, then run the job again. A bypass of rulesets does not help.`;
  }
  if (/GH007|private email/i.test(words)) {
    return 'The commits carry an email address that its owner keeps private. Turn "Block command line pushes that expose my email" off for that account, or pass the token of a GitHub App.';
  }
  if (/workflow/i.test(words) && /permission|scope/i.test(words)) {
    return 'The tagged commit brings workflow files, for which the token needs `workflows: write`. `GITHUB_TOKEN` cannot be given that: pass the token of a GitHub App or a fine-grained personal token that has it as `github-token`.';
  }
  if (/exists; cannot create|refname conflict/i.test(words)) {
    return 'Delete or rename the ref that is in the way: in Git no ref can be the folder of another one.';
  }
  if (/funny ref/i.test(words)) {
    return 'The server does not take a ref of this name. Choose another name for the component, the environment or `ledger.ref`.';
  }
  if (/timed? out/i.test(words)) {
    return 'A pre-receive hook of the server needs more time than it has. Ask its administrator to look at the hook, then run the job again.';
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
  return 'Ask those who run the rules or hooks of the repository to let the token move these refs.';
}

/** What a server said, once: its hooks' words, and the reason where it is not among them. */
function saidIn(outcome: Refused): string {
  const [reason = ''] = namedIn(outcome).map((one) => one.reason);
  const said = linesOf(outcome.said);
  const isNew = reason !== '' && !said.includes(reason) && !/^(?:pre-receive hook|push) declined/.test(reason);
  const all = [...(said === '' ? [] : [said]), ...(isNew || said === '' ? [reason] : [])].filter((one) => one !== '');
  return all.map((one, i) => ` It ${i === 0 ? '' : 'also '}says: ${/[.!?]$/.test(one) ? one : `${one}.`}`).join('');
}

/** What a hook said, without the lines that are only decoration. */
function linesOf(text: string): string {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^(?:remote|error|fatal): ?/, '').trim())
    .filter((line) => /\w/.test(line) && !/^(?:Review all repository rules|Resolving deltas)/.test(line));
  const said = lines.slice(0, 12).join(' ');
  return said.length > 500 ? `${said.slice(0, 500).toWellFormed()}…` : said;
}

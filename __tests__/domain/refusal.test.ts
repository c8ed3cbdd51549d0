import { describe, expect, test } from '@jest/globals';
import { remedyOfClosed } from '../../src/domain/github-denials.ts';
import { isLasting, refusal, trouble } from '../../src/engine/ledger/refusal.ts';

const LEDGER = 'refs/tagship/ledger';
const TAG = 'refs/tags/components/configs/limits-config/production';
const UPDATES = [TAG, LEDGER].map((ref) => ({ ref, from: undefined, to: 'a'.repeat(40) }));

/** A refusal of the tag for a reason, and what came beside it. */
function refused(reason: string, said = ''): Parameters<typeof refusal>[0] {
  return {
    landed: false,
    refused: [
      { ref: TAG, reason },
      { ref: LEDGER, reason: 'atomic push failure' },
    ],
    said,
  };
}

const RULES = 'push declined due to repository rule violations';
const SECRET = [
  `error: GH013: Repository rule violations found for ${TAG}.`,
  '',
  '- GITHUB PUSH PROTECTION',
  '  —————————————————————————————————————————',
  '    Resolve the following violations before pushing again',
  '',
  '    - Push cannot contain secrets',
  '',
  '      —— Amazon AWS Access Key ID ——',
  '       locations:',
  '         - commit: 0f2ac74b498b48028cb68387c421e279aaaaaaaa',
  '           path: prompts/extraction.md:3',
  '',
  '       (?) To push, remove secret from commit(s) or follow this URL to allow the secret.',
  '       https://github.com/acme/components/security/secret-scanning/unblock-secret/2Xc9',
].join('\n');

describe('what a server will say again next time ends at once, with the cure that fits:', () => {
  test.each<[string, string, string, RegExp]>([
    [
      'a ruleset',
      RULES,
      `error: GH013: Repository rule violations found for ${TAG}.\n- Cannot update this protected ref.`,
      /Exempt environment tags/,
    ],
    [
      'a protected branch',
      'protected branch hook declined',
      'error: GH006: Protected branch update failed',
      /bypass actor/,
    ],
    ['push protection', RULES, SECRET, /unblock-secret\/2Xc9.*bypass of rulesets does not help/],
    [
      'push protection of before',
      'pre-receive hook declined',
      'error: GH009: Secrets detected! This push failed.',
      /Push protection sees a secret/,
    ],
    [
      'an email kept private',
      'push declined due to email privacy restrictions',
      'error: GH007: Your push would publish a private email address.',
      /expose my email/,
    ],
    [
      'a ref in the way',
      `cannot lock ref '${TAG}': 'refs/tags/components/configs/limits-config' exists; cannot create '${TAG}'`,
      '',
      /Delete or rename the ref that is in the way/,
    ],
    ['a ref in the way, by newer servers', 'refname conflict', '', /Delete or rename/],
    [
      'a name that is none',
      'funny refname',
      `error: refusing to create funny ref '${TAG}' remotely`,
      /Choose another name/,
    ],
    [
      'an archived repository',
      'pre-receive hook declined',
      'This repository was archived so it is read-only.',
      /Unarchive/,
    ],
    ['single sign-on', 'denied', "The `acme' organization has enabled or enforced SAML SSO.", /single sign-on/],
    ['a hook without time', 'pre-receive hook declined', 'check.sh: execution timed out', /more time than it has/],
    ['a hook', 'pre-receive hook declined', 'No deployments on Fridays.', /Ask those who run the rules/],
    ['a hidden ref', 'deny updating a hidden ref', '', /Ask those who run/],
    ['a limit of refs', RULES, '- Pushes can not update more than 2 branches or tags.', /moves 2 refs/],
    [
      'workflow files',
      'refusing to allow a GitHub App to create or update workflow `.github/workflows/ci.yml` without `workflows` permission',
      '',
      /`workflows: write`/,
    ],
  ])('%s', (_, reason, said, remedy) => {
    const outcome = refused(reason, said);
    expect(isLasting(outcome)).toBe(true);
    const error = refusal(outcome, UPDATES, LEDGER);
    expect([error.code, error.remedy]).toEqual(['move-refused', expect.stringMatching(remedy)]);
    const words = (said || reason).split('\n')[0]?.replace('error: ', '') ?? '';
    expect(error.what.split(words)).toHaveLength(2);
  });

  test('a refused ledger alone', () => {
    const outcome = { landed: false, refused: [{ ref: LEDGER, reason: RULES }], said: '' } as const;
    expect(refusal(outcome, UPDATES, LEDGER).remedy).toMatch(/`ledger\.ref`/);
  });
});

describe('what may be a race, or trouble that passes, is tried again:', () => {
  test.each([
    ['Internal Server Error', 'Internal Server Error\nRequest ID 65EF:1EC443:289A4B\nTime 2026-08-13T14:33:42Z'],
    ['failure', 'Resolving deltas: 100% (2/2), completed with 2 local objects.\nfatal error in commit_refs'],
    [`cannot lock ref '${TAG}': is at ${'a'.repeat(40)} but expected ${'b'.repeat(40)}`, ''],
    [`cannot lock ref '${TAG}': reference already exists`, ''],
    [`cannot lock ref '${TAG}': Unable to create '/r/${TAG}.lock': File exists.`, ''],
    ['failed to update ref', ''],
    ['unpacker error', 'unpack: unable to create temporary object directory'],
  ])('%s', (reason, said) => {
    const outcome = refused(reason, said);
    expect(isLasting(outcome)).toBe(false);
    const { failure } = trouble(outcome);
    expect(failure.code).toBe('git-unreachable');
    expect(failure.what.split(reason)).toHaveLength(2);
    expect(failure.what).not.toMatch(/meanwhile|others|Resolving/);
  });
});

describe('an account or a repository that is closed to a token', () => {
  test.each([
    ["The `adeo' organization has enabled or enforced SAML SSO. To access", /single sign-on/],
    [
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access',
      /single sign-on/,
    ],
    ['the `acme` organization has an IP allow list enabled, and your IP address is not permitted', /IP allow list/],
    ['The repository owner has an IP allow list enabled, and 192.0.2.1 is not permitted', /IP allow list/],
    ['ERROR: This repository was archived so it is read-only.', /Unarchive/],
    ['Repository was archived so is read-only.', /Unarchive/],
    ['Access to this repository has been disabled by GitHub staff.', /locked or disabled/],
    ['Repository has been locked for migration.', /locked or disabled/],
  ])('%s', (said, remedy) => {
    expect(remedyOfClosed(said)).toMatch(remedy);
  });

  test.each(['Permission to acme/x.git denied to github-actions[bot].', 'Write access to repository not granted.', ''])(
    'is not meant by %p',
    (said) => {
      expect(remedyOfClosed(said)).toBeUndefined();
    },
  );
});

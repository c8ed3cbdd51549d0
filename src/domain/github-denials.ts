/** What GitHub says where an account or a repository is closed to a token whatever it may otherwise do, and the cure. */
const CLOSED: readonly (readonly [RegExp, string])[] = [
  [
    /\bSAML\b/,
    'Authorize the token for the single sign-on of the organization (the URL in the message, or "Configure SSO" beside the token in your settings), or use the token of a GitHub App that is installed there.',
  ],
  [
    /\bIP allow list\b/i,
    'Add the address of the runner to the IP allow list of the organization or enterprise, or run the job on a runner whose address is on it.',
  ],
  [
    /\barchived\b[^.]{0,40}\bread-only\b/i,
    'Unarchive the repository (Settings → General → Danger Zone), or stop the workflows that write to it.',
  ],
  [
    /\b(?:locked|disabled)\b[^.]{0,60}\b(?:migrat|staff|owner|billing)|\bmigrat\w*[^.]{0,60}\blocked\b/i,
    'Ask the owner of the repository why it is locked or disabled: no token can change it until that is over.',
  ],
];

/**
 * What to do where a server turns every request of a token away for a reason that is not one of permissions.
 * @param said the server's words
 * @returns undefined where they name no such reason
 */
export function remedyOfClosed(said: string): string | undefined {
  return CLOSED.find(([words]) => words.test(said))?.[1];
}

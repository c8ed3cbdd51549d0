/** The mark that says which repository a key belongs to. */
export function ownerMark(repository: string): string {
  return `tagship:${repository}`;
}

/**
 * Whom a stored key belongs to: us, another repository, or nobody (written by hand or by an older workflow).
 * @param repositories our name, and those we had before
 */
export function ownership(metadata: unknown, repositories: readonly string[]): 'own' | 'foreign' | 'nobody' {
  if (typeof metadata !== 'object' || metadata === null || !('managed-by' in metadata)) {
    return 'nobody';
  }
  const mark = metadata['managed-by'];
  if (typeof mark !== 'string' || mark === '') {
    return 'nobody';
  }
  // GitHub's owner and repository names are case-insensitive.
  const ours = repositories.some((name) => ownerMark(name).toLowerCase() === mark.toLowerCase());
  return ours ? 'own' : 'foreign';
}

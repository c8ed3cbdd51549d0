import { TagshipError } from '../errors.ts';
import type { ComponentTags, TagRef } from './component-tags.ts';
import type { LatestPolicy } from './latest.ts';

/**
 * Version tags never move: where the ledger remembers a version at one commit, or an environment's tag wraps it there,
 * and the version's own tag is on another, what a key named after the version should hold is unknown.
 * @returns undefined where all agree
 */
export function movedVersion(
  tags: ComponentTags,
  version: string,
  { remembered, versionOf }: Pick<LatestPolicy, 'remembered' | 'versionOf'>,
): TagshipError | undefined {
  const now = tags.versions.get(version);
  if (now === undefined) {
    return undefined;
  }
  const known = remembered(tags.component)[version]?.commit;
  if (known !== undefined && known !== now.commit) {
    return versionMoved(now, version, known);
  }
  for (const ref of tags.environments.values()) {
    const resolved = ref.commit === now.commit ? undefined : versionOf(tags, ref);
    if (resolved?.version === version && resolved.by !== 'commit' && resolved.held === undefined) {
      return new TagshipError(
        'version-moved',
        `\`${ref.name}\` stands for ${version} at commit ${ref.commit}, but the tag \`${now.name}\` now points at commit ${now.commit}.`,
        movedRemedy(version),
      );
    }
  }
  return undefined;
}

/** The error for a version tag that stands elsewhere than the ledger remembers. */
export function versionMoved({ name, commit }: TagRef, version: string, remembered: string): TagshipError {
  return new TagshipError(
    'version-moved',
    `The tag \`${name}\` points at commit ${commit}, but the ledger remembers ${version} at commit ${remembered}.`,
    movedRemedy(version),
  );
}

function movedRemedy(version: string): string {
  return `Move the version tag back and publish a new version instead, or accept that ${version} moved with \`override: moved-version\` and a \`reason\`.`;
}

import { componentId } from './component.ts';
import type { ComponentTags } from './component-tags.ts';
import { compareVersions } from './version.ts';

/** How many versions of a component keep a key of their own, beside those that environments run. */
export interface RetentionPolicy {
  readonly retention: number | 'all';
  /** Whether the configuration pins `type/name@slot`. */
  readonly pinned: (name: string) => boolean;
}

/** The version tags of a component that keep a key: those of highest precedence, and what is pinned. */
export function retainedVersions(tags: ComponentTags, { retention, pinned }: RetentionPolicy): string[] {
  const all = [...tags.versions.keys()];
  if (retention === 'all' || all.length <= retention) {
    return all;
  }
  const highest = new Set([...all].sort((a, b) => compareVersions(b, a)).slice(0, retention));
  const id = componentId(tags.component);
  return all.filter((version) => highest.has(version) || pinned(`${id}@${version}`));
}

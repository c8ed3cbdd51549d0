import type { ComponentTags, TagState } from './component-tags.ts';
import type { ProjectionPolicy } from './projection.ts';
import { unversionedName } from './version.ts';

/**
 * The index of a namespace: every component, and what each of its environments there runs. Environments that stand
 * for no version are left out unless the configuration allows them: they were never deployed.
 */
export function projectIndex(state: TagState, policy: ProjectionPolicy): string {
  const index: Record<string, Record<string, string>> = Object.create(null);
  for (const id of [...state.keys()].sort(byCodeUnits)) {
    const tags = state.get(id);
    if (tags === undefined || tags.component.prefix !== 'components') {
      continue;
    }
    const line = indexLine(tags, policy);
    if (line.length > 0) {
      index[id] = Object.fromEntries(line.sort(([a], [b]) => byCodeUnits(a, b)));
    }
  }
  return JSON.stringify(index);
}

function indexLine(tags: ComponentTags, policy: ProjectionPolicy): [string, string][] {
  const line: [string, string][] = [];
  for (const [environment, ref] of tags.environments) {
    if (policy.holds(environment)) {
      const fallback = policy.unversioned === 'allow' ? unversionedName(ref.commit) : undefined;
      const version = policy.versionOf(tags, ref)?.version ?? fallback;
      if (version !== undefined) {
        line.push([environment, version]);
      }
    }
  }
  return line;
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import { type Component, componentId } from '../domain/component.ts';
import { healthy } from '../domain/ledger/transition.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import { TagshipError } from '../errors.ts';
import type { StepMaker } from './ledger/append.ts';
import type { EntryChange } from './ledger/compose.ts';
import { type ComponentNews, changeOf, newsIn, newsOf, pathsOf } from './record.ts';
import type { Session } from './session.ts';
import type { View } from './view.ts';

/** A version that a gate found healthy, where one tag object put it. */
export interface HealthyVersion {
  readonly component: Component;
  readonly environment: string;
  /** The object of the environment tag. */
  readonly tag: string;
}

/**
 * Tells the ledger what was found healthy, so that the last good version is a fact. What the ledger does not know as
 * deployed, or what was moved meanwhile, is left out.
 * @returns warnings, where the ledger could not be told
 */
export async function recordHealthy(
  session: Session,
  found: readonly HealthyVersion[],
  reason: string,
): Promise<readonly string[]> {
  const warnings = new Set<string>();
  const targets = found.map(({ component, environment }): Target => {
    return environmentTarget(component, environment);
  });
  try {
    const appended = await session.append(
      async (ledger) => {
        const { view } = await session.lookAfter(ledger, targets);
        return { kind: 'write', steps: [healthyStep(session, found, view, targets, warnings)] };
      },
      { reason },
    );
    for (const { problem } of appended.kind === 'superseded' ? [] : appended.doubtful) {
      const { what, remedy } = problem;
      warnings.add(`${what} ${remedy}`);
    }
  } catch (error) {
    if (error instanceof TagshipError && error.code !== 'cancelled') {
      warnings.add(`The versions were found healthy, but the ledger could not be told: ${error.what} ${error.remedy}`);
      return [...warnings];
    }
    throw error;
  }
  return [...warnings];
}

function healthyStep(
  session: Session,
  found: readonly HealthyVersion[],
  view: View,
  targets: readonly Target[],
  warnings: Set<string>,
): StepMaker {
  return async (ledger) => {
    await ledger?.load(pathsOf(targets));
    return () => {
      const entries: EntryChange[] = [];
      const news = new Map<string, ComponentNews>();
      for (const { component, environment, tag } of found) {
        const before = ledger?.entry(environment, component);
        const transition = healthy(before, tag);
        if (transition === undefined) {
          if (before?.tag !== tag || before.status !== 'healthy') {
            warnings.add(
              `\`${componentId(component)}\` in \`${environment}\` was found healthy, but the ledger has no finished deploy of it, so it is not recorded. Run \`deploy\` for the tag first.`,
            );
          }
          continue;
        }
        const { entry } = transition;
        entries.push({ ...transition, environment, component });
        const tags = view.tags.get(componentId(component));
        if (entry.version !== null && entry.commit !== null) {
          const { version, commit, blob, path } = entry;
          const known = newsOf({ version, commit, tag, blob, path }, undefined, tags);
          newsIn(news, component, tags).push(...known.map((one) => ({ ...one, healthy: environment })));
        }
      }
      return changeOf(entries, [...news.values()], ledger, session.settings.acceptMoved);
    };
  };
}

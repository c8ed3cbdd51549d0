import { componentId } from '../domain/component.ts';
import { environmentTarget, type Target } from '../domain/projection.ts';
import { liveShare } from '../domain/rollout/share.ts';
import type { Observation } from './observation.ts';
import type { Session } from './session.ts';
import { readable } from './trusted-ledger.ts';

/**
 * Targets, each canary with the live environment whose key says how many users get it, and the other way round: what one
 * of the two is to be, only both together tell, and a run that brings KV to one of them brings it to both.
 */
export function withCanaries(
  { config }: Pick<Session, 'config'>,
  targets: readonly Target[],
  view: Observation,
): Target[] {
  const all = new Map(targets.map((target) => [nameOf(target), target]));
  for (const { component, slot } of targets) {
    const tags = view.tags.get(componentId(component));
    if (slot.kind === 'version' || tags === undefined) {
      continue;
    }
    const beside = [
      liveShare(tags, slot.name, config.environments[slot.name]?.canary, view.shares)?.canary,
      readable(() => view.ledger?.entry(slot.name, component))?.of,
    ];
    for (const name of beside) {
      if (name !== undefined && tags.environments.has(name)) {
        const target = environmentTarget(component, name);
        all.set(nameOf(target), all.get(nameOf(target)) ?? target);
      }
    }
  }
  return [...all.values()];
}

function nameOf({ component, slot }: Target): string {
  return `${componentId(component)} ${slot.kind} ${slot.name}`;
}

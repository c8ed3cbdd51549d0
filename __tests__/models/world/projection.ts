import { type Rules, SOUND } from '../rules.ts';
import {
  type Entry,
  entryAt,
  FORGED,
  type Setting,
  type TagObject,
  type Tags,
  type Value,
  versionOf,
  type World,
} from './state.ts';

/** The last entry of each component, as somebody knows it. */
export type Known = (component: string) => Entry | undefined;

/** What the watched key is to hold, as tags and ledger say: the tags, overlaid with the holds. */
export function project(setting: Setting, component: string, tags: Tags, known: Known, rules: Rules): Value {
  const overlaid = setting.watches === 'index' ? rules.holdsOverlayIndex : rules.holdsOverlayContent;
  const live = (name: string): string | null => {
    const tag = tags[name] ?? null;
    const entry = known(name);
    if (overlaid && entry !== undefined && isHeld(entry, tag, rules)) {
      return entry.version;
    }
    return tag === null ? null : versionOf(tag);
  };
  if (setting.watches === 'content') {
    return live(component);
  }
  return Object.keys(setting.handMoves)
    .flatMap((name) => {
      const version = live(name);
      return version === null ? [] : [`${name}=${version}`];
    })
    .join(' ');
}

/** Whether an entry holds what the tag is now. */
export function isHeld(entry: Entry, tag: TagObject | null, rules: Rules): boolean {
  if (entry.status !== 'held' || (rules.anchorsHolds && entry.version === FORGED)) {
    return false;
  }
  if (tag === null) {
    return rules.holdsOutliveDeletion;
  }
  return entry.tag === tag || !rules.holdsBindToObject;
}

/** What the watched key is to hold in truth. */
export function projection(world: World, setting: Setting): Value {
  const [component = ''] = Object.keys(setting.handMoves);
  const known: Known = (name) => entryAt(world.ledger, world.ledger.length, name);
  return project(setting, component, world.tags, known, SOUND);
}

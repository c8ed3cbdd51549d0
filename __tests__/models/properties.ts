import { isHeld, projection } from './projection.ts';
import { SOUND } from './rules.ts';
import { entryAt, isQuiet, type Setting, type TagObject, type World } from './world.ts';

/** A promise: what is wrong with a world that breaks it. */
export type Property = (world: World, setting: Setting) => string | undefined;

/** When the last run has ended, KV holds the projection. */
export const kvIsProjection: Property = (world, setting) => {
  const asked = projection(world, setting);
  return isQuiet(world) && world.kv.value !== asked
    ? `all is quiet, and KV holds ${world.kv.value ?? 'nothing'} where tags and ledger ask for ${asked ?? 'nothing'}`
    : undefined;
};

/** When the last run has ended, the ledger's last entry is about what the tag is. */
export const ledgerAgreesWithTags: Property = (world) => {
  if (!isQuiet(world)) {
    return undefined;
  }
  return each(world, (component, tag) => {
    const entry = entryAt(world.ledger, world.ledger.length, component);
    return (entry?.tag ?? null) === tag || (entry !== undefined && isHeld(entry, tag, SOUND))
      ? undefined
      : `all is quiet, and the ledger says ${component} is ${entry?.tag ?? 'removed'} while the tag is ${tag ?? 'none'}`;
  });
};

/** A move of Tagship and its entry land together or not at all. */
export const movesLandWithEntries: Property = (world) =>
  each(world, (component, tag) =>
    tag === null || !tag.includes('#run') || world.ledger.some((entry) => entry.tag === tag)
      ? undefined
      : `the tag of ${component} is ${tag}, a move of Tagship that the ledger does not know`,
  );

/** The ledger tells the moves in the order in which they happened, each once. */
export const ledgerTellsWhatHappened: Property = (world) =>
  each(world, (component) => {
    const entries = world.ledger.filter((entry) => entry.component === component);
    const twice = entries.find((entry, at) => {
      const before = entries[at - 1];
      return before?.tag === entry.tag && before.status === entry.status;
    });
    if (twice !== undefined) {
      return `the ledger tells one move twice: ${twice.tag ?? 'the deletion'}`;
    }
    const told = entries.map(({ tag }) => tag).filter((tag, at, all) => at === 0 || tag !== all[at - 1]);
    return isSubsequence(told, world.ghost.past[component] ?? [])
      ? undefined
      : `the ledger tells moves that did not happen so: ${told.map((tag) => tag ?? 'none').join(', ')}`;
  });

/** `previous` is another version than the one it came before. */
export const previousIsAnother: Property = ({ ledger }) => {
  const entry = ledger.find(({ version, previous }) => previous !== null && previous === version);
  return entry === undefined ? undefined : `the ledger says that ${entry.version} came after ${entry.previous}`;
};

/** `deployed` stands in the ledger only of what KV acknowledged. */
export const deployedIsAcknowledged: Property = ({ ledger, ghost }) => {
  const entry = ledger.find(({ tag, status }) => status === 'deployed' && tag !== null && !ghost.acknowledged.includes(tag));
  return entry === undefined ? undefined : `the ledger says that ${entry.tag} is deployed, and KV never acknowledged it`;
};

/** Runs come to an end: each move makes two entries at most, and no pair of runs goes on recording against each other. */
export const ledgerComesToAnEnd: Property = ({ ledger, ghost }) => {
  const moves = Object.values(ghost.past).reduce((sum, past) => sum + past.length, 0);
  return ledger.length > 3 * moves + 3 ? 'the ledger grows without end' : undefined;
};

/** No step broke a promise about what it found: a newer move, an entry, a quarantine, a newer value. */
export const stepsKeepPromises: Property = ({ ghost }) => ghost.broken ?? undefined;

/** A key is not deleted while it is held, though its tag be gone. */
export const heldKeysStay: Property = (world, setting) =>
  each(world, (component, tag) => {
    const entry = world.ledger.findLast((one) => one.component === component && one.move !== 'remove');
    const [lastObject] = (world.ghost.past[component] ?? []).filter((one) => one !== null).slice(-1);
    const held = tag === null && entry?.status === 'held' && entry.tag === lastObject;
    return setting.watches === 'content' && isQuiet(world) && held && world.kv.value !== entry.version
      ? `all is quiet, and the key of ${component} is gone although ${entry.version} is held`
      : undefined;
  });

function each(
  world: World,
  wrong: (component: string, tag: TagObject | null) => string | undefined,
): string | undefined {
  for (const [component, tag] of Object.entries(world.tags)) {
    const found = wrong(component, tag);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}

function isSubsequence<T>(short: readonly T[], long: readonly T[]): boolean {
  let at = 0;
  for (const one of long) {
    if (at < short.length && one === short[at]) {
      at++;
    }
  }
  return at === short.length;
}

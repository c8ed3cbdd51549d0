import { SOUND } from '../rules.ts';
import { isHeld, projection } from './projection.ts';
import {
  entryAt,
  FORGED,
  isQuiet,
  type Setting,
  type StepPromise,
  type TagObject,
  versionOf,
  type World,
} from './state.ts';

/** What is wrong with a world, or undefined. */
type Check = (world: World, setting: Setting) => string | undefined;

/** What the contract promises, each as a look at a world that tells what is wrong with it. */
const CHECKS = {
  /** When the last run has ended, KV holds the projection. */
  kvIsProjection: kvDiffers,

  /** When a reconcile has ended after whatever went wrong, KV holds the projection. */
  reconcileHeals: (world, setting) => (world.left.reconciles === 0 ? kvDiffers(world, setting) : undefined),

  /** What only the ledger names is never live. */
  nothingForgedIsLive: ({ kv, tags }) =>
    kv.value === FORGED || Object.values(tags).some((tag) => tag !== null && versionOf(tag) === FORGED)
      ? `${FORGED} is live, which only the ledger names`
      : undefined,

  /** A key is not deleted while it is held, though its tag be gone. */
  heldKeysStay: (world, setting) => {
    const wrong = each(world, (component, tag) => {
      const entry = world.ledger.findLast((one) => one.component === component && one.move !== 'remove');
      const object = world.ghost.past[component]?.findLast((one) => one !== null);
      const held = tag === null && entry?.status === 'held' && entry.tag === object;
      return held && world.kv.value !== entry.version
        ? `all is quiet, and the key of ${component} is gone although ${entry.version} is held`
        : undefined;
    });
    return setting.watches === 'content' && isQuiet(world) ? wrong : undefined;
  },

  /** When the last run has ended, the ledger's last entry is about what the tag is. */
  ledgerAgreesWithTags: (world) => {
    const wrong = each(world, (component, tag) => {
      const entry = entryAt(world.ledger, world.ledger.length, component);
      const agrees = (entry?.tag ?? null) === tag || (entry !== undefined && isHeld(entry, tag, SOUND));
      return agrees
        ? undefined
        : `all is quiet, and the ledger says ${component} is ${entry?.tag ?? 'removed'} while the tag is ${tag ?? 'none'}`;
    });
    return isQuiet(world) ? wrong : undefined;
  },

  /** A move of Tagship and its entry land together or not at all. */
  movesLandWithEntries: (world) =>
    each(world, (component, tag) =>
      tag?.includes('#run') && !world.ledger.some((entry) => entry.tag === tag)
        ? `the tag of ${component} is ${tag}, a move of Tagship that the ledger does not know`
        : undefined,
    ),

  /** The ledger tells the moves in the order in which they happened, each once. */
  ledgerTellsWhatHappened: (world) =>
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
    }),

  /** `previous` is another version than the one it came before. */
  previousIsAnother: ({ ledger }) => {
    const entry = ledger.find(({ version, previous }) => previous !== null && previous === version);
    return entry === undefined ? undefined : `the ledger says that ${entry.version} came after ${entry.previous}`;
  },

  /** `deployed` stands in the ledger only of what KV acknowledged. */
  deployedIsAcknowledged: ({ ledger, ghost }) => {
    const entry = ledger.find(
      ({ tag, status }) => status === 'deployed' && tag !== null && !ghost.acknowledged.includes(tag),
    );
    return entry === undefined ? undefined : `the ledger says ${entry.tag} is deployed, which KV never acknowledged`;
  },

  /** Runs come to an end: no two go on recording against each other. */
  runsComeToAnEnd: (world) => (hasNoEnd(world) ? 'the ledger grows without end' : undefined),

  /** A run never moves a tag over somebody else's newer move. */
  noMoveOverNewer: step('noMoveOverNewer', 'a run moved a tag over a newer move'),

  /** The ledger only ever grows. */
  noEntryIsLost: step('noEntryIsLost', 'an entry that had landed is lost'),

  /** What a rollback has left comes back by hand only. */
  quarantinedStaysAway: step('quarantinedStaysAway', 'a run brought back a version that a rollback had left'),

  /** A rollback that is pressed twice goes back once. */
  rollsBackOnce: step('rollsBackOnce', 'a second rollback went back further'),

  /** A retry never stores a value that was out of date before it began. */
  retriesNeverGoBack: step('retriesNeverGoBack', 'a retry put an old value over that of a move made before it began'),
} as const satisfies Record<string, Check>;

export type PromiseName = keyof typeof CHECKS;

export const PROMISES: Readonly<Record<PromiseName, Check>> = CHECKS;

/** Whether the ledger has more entries than the moves of the world can explain. */
export function hasNoEnd({ ledger, ghost }: World): boolean {
  return ledger.length > 3 * Object.values(ghost.past).flat().length + 3;
}

function kvDiffers(world: World, setting: Setting): string | undefined {
  const asked = projection(world, setting);
  return isQuiet(world) && world.kv.value !== asked
    ? `all is quiet, and KV holds ${world.kv.value ?? 'nothing'} where tags and ledger ask for ${asked ?? 'nothing'}`
    : undefined;
}

function step(name: StepPromise, says: string): Check {
  return ({ ghost }) => (ghost.broken === name ? says : undefined);
}

function each(
  { tags }: World,
  wrong: (component: string, tag: TagObject | null) => string | undefined,
): string | undefined {
  for (const [component, tag] of Object.entries(tags)) {
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

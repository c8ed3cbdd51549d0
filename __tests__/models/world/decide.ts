import type { Rules } from '../rules.ts';
import { recordOf, wayBack } from './entries.ts';
import { project } from './projection.ts';
import { ended } from './run-state.ts';
import {
  type Entry,
  entryAt,
  entrySeen,
  type Run,
  type Setting,
  type TagObject,
  type Terms,
  tagSeen,
  type Value,
  versionOf,
  type World,
} from './state.ts';

/** What a run does next with what it has read. */
export function decide(world: World, run: Run, terms: Terms): Run {
  const { rules } = terms;
  if (run.toMove) {
    return decideMove(world, run.base === undefined ? { ...run, base: tagSeen(run) } : run, terms);
  }
  if (isWritten(world, run, terms)) {
    return finish(world, run, terms);
  }
  if (!rules.recordsAfterKv && run.wrote === undefined && isMoveByHand(unrecorded(world, run, terms))) {
    return { ...run, at: 'records' };
  }
  if ((run.wrote === undefined || !rules.skipsNothingItWrote) && maySkip(world, run, terms)) {
    return rules.skipsOnlyWhatKvConfirms ? { ...run, at: 'asks' } : finish(world, run, terms);
  }
  return { ...run, at: 'writes' };
}

/** Whether KV acknowledged to this run what it is to hold. */
function isWritten(world: World, run: Run, terms: Terms): boolean {
  const moved = inputs(run, terms.setting).some((component) => run.wroteFrom[component] !== run.tags[component]);
  return run.wrote === wanted(world, run, terms) && !(moved && terms.rules.comparesInputs);
}

function isMoveByHand(entry: Entry | undefined): boolean {
  return entry?.move === 'deploy' || entry?.move === 'remove';
}

/** The components whose tags go into the watched key. */
function inputs(run: Run, setting: Setting): readonly string[] {
  return setting.watches === 'content' ? [run.component] : Object.keys(setting.handMoves);
}

/** Nothing is left to write: the run records what the ledger does not say yet, or ends. */
export function finish(world: World, run: Run, terms: Terms): Run {
  return unrecorded(world, run, terms) === undefined ? ended(run) : { ...run, at: 'records' };
}

function decideMove(world: World, run: Run, terms: Terms): Run {
  const { rules, setting } = terms;
  const tag = tagSeen(run);
  const entry = entrySeen(world, run);
  const current = entry?.tag === tag ? entry : undefined;
  const onlySync = (): Run => decide(world, { ...run, toMove: false }, terms);
  if (run.command === 'hold') {
    if (rules.guardReadsTagAgain && tag !== setting.judged) {
      return ended(run);
    }
    return current?.status === 'held' ? onlySync() : { ...run, at: 'moves' };
  }
  if (rules.yieldsToNewerMove && tag !== run.base) {
    return ended(run);
  }
  if (run.command === 'rollback' && current?.move === 'rollback' && rules.rollsBackOnce) {
    return onlySync();
  }
  const target = targetOf(world, run, terms);
  if (run.command === 'promote' && current !== undefined && tag !== null && versionOf(tag) === target) {
    return onlySync();
  }
  const barred = rules.avoidsQuarantined && entry?.quarantined.includes(target ?? '');
  return target === undefined || barred ? ended(run) : { ...run, at: 'moves' };
}

/** The version a promotion, a rollback or a hold brings. */
export function targetOf(world: World, run: Run, { setting, rules }: Terms): string | undefined {
  return run.command === 'promote' ? run.goal : wayBack(setting, tagSeen(run), entrySeen(world, run), rules);
}

/** Whether the ledger lets a run skip its write, if KV agrees. */
function maySkip(world: World, run: Run, { setting, rules }: Terms): boolean {
  return inputs(run, setting).every((component) => {
    const entry = entryAt(world.ledger, run.tip, component);
    const tag = run.tags[component] ?? null;
    if (entry === undefined) {
      return false;
    }
    const recent = world.ledger.lastIndexOf(entry) >= world.aged;
    return run.command === 'reconcile' ? reconcileMaySkip(entry, tag, recent, rules) : runMaySkip(entry, tag, rules);
  });
}

function runMaySkip(entry: Entry, tag: TagObject | null, rules: Rules): boolean {
  return (
    !rules.alwaysWritesHandMoves ||
    ((entry.status === 'deployed' || !rules.skipsOnlyDeployed) &&
      (entry.move === 'promote' || entry.move === 'rollback' || !rules.skipsOnlyOwnMoves) &&
      (entry.tag === tag || !rules.skipsOnlySameObject))
  );
}

/** Reconcile compares what is known to have been written, by whomever it was moved, once reads are no longer stale. */
function reconcileMaySkip(entry: Entry, tag: TagObject | null, recent: boolean, rules: Rules): boolean {
  return entry.tag === tag && entry.status !== 'pending' && !(recent && rules.reconcileWritesRecentMoves);
}

/** The entry a run would add, by what it has read. */
export function unrecorded(world: World, run: Run, { rules }: Terms): Entry | undefined {
  return recordOf(run.component, tagSeen(run), entrySeen(world, run), rules);
}

/** What the watched key is to hold, by what a run has read. */
export function wanted(world: World, run: Run, { setting, rules }: Terms): Value {
  return project(setting, run.component, run.tags, (name) => entryAt(world.ledger, run.tip, name), rules);
}

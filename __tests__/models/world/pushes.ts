import { decide, targetOf, unrecorded } from './decide.ts';
import { holdOf, moveOf } from './entries.ts';
import { looksAgain } from './reads.ts';
import { ended, startOver, startRun } from './run-state.ts';
import {
  type Entry,
  entrySeen,
  type Run,
  type StepPromise,
  type Terms,
  tagSeen,
  type World,
  type WorldStep,
  withBroken,
  withRun,
  withTag,
} from './state.ts';

/** A run pushes the move, or the hold, that it was started for. */
export function moves(world: World, run: Run, terms: Terms): WorldStep[] {
  return [run.command === 'hold' ? pushHold(world, run, terms) : pushMove(world, run, terms)];
}

/** The second push of a run that pushes tag and entry one after the other. */
export function enters(world: World, run: Run, terms: Terms): WorldStep[] {
  if (terms.rules.leasesLedger && world.ledger.length !== run.tip) {
    return [['pushes the entry: refused, the ledger moved', withRun(world, startOver(run, terms.rules))]];
  }
  const version = targetOf(world, run, terms) ?? '';
  const entry = moveOf(run, version, tagSeen(run), entrySeen(world, run), terms.rules);
  return [['pushes the entry', afterMove(withEntry(world, run, entry), run, entry, terms)]];
}

/** A run records what is in KV already: a push of the ledger alone. */
export function records(world: World, run: Run, terms: Terms): WorldStep[] {
  const { rules } = terms;
  const entry = unrecorded(world, run, terms);
  if (entry === undefined) {
    return [];
  }
  const what = `records ${entry.tag ?? 'the deletion'} as ${entry.status}, was ${entry.previous ?? 'nothing'}`;
  if (!rules.leasesLedger || world.ledger.length === run.tip) {
    const landed = withEntry(world, run, entry);
    return [[what, withRun(landed, afterRecord(landed, run, terms))]];
  }
  if (rules.recomputesLostRace) {
    return [[`${what}: refused, the ledger moved`, withRun(world, startOver(run, rules))]];
  }
  const rebased = withEntry(world, { ...run, tip: world.ledger.length }, entry);
  return [[`${what}, as it is on top of the newer tip`, withRun(rebased, afterRecord(rebased, run, terms))]];
}

function afterRecord(world: World, run: Run, terms: Terms): Run {
  const { rules } = terms;
  const knowing: Run = { ...run, tip: world.ledger.length };
  if (!rules.recordsNothingTwice) {
    return ended(run); // It would find something to record for ever.
  }
  return rules.readsAgainAfterRecording ? looksAgain(world, knowing, terms) : decide(world, knowing, terms);
}

function pushMove(world: World, run: Run, terms: Terms): WorldStep {
  const { rules } = terms;
  const version = targetOf(world, run, terms) ?? '';
  const now = world.tags[run.component] ?? null;
  const tagLeased = !rules.leasesTag || now === tagSeen(run);
  const ledgerLeased = !rules.leasesLedger || world.ledger.length === run.tip;
  if (!tagLeased || !(ledgerLeased || !rules.movesAtomically)) {
    return [`pushes its move to ${version}: refused, something moved`, withRun(world, startOver(run, rules))];
  }
  const entry = moveOf(run, version, tagSeen(run), entrySeen(world, run), rules);
  const broken = now === run.base ? brokenByMove(world, run, version) : 'noMoveOverNewer';
  const moved = withBroken(withTag(world, run.component, entry.tag), broken);
  return rules.movesAtomically
    ? [`pushes tag ${entry.tag} with its entry`, afterMove(withEntry(moved, run, entry), run, entry, terms)]
    : [`pushes tag ${entry.tag}, its entry is to follow`, withRun(moved, { ...run, at: 'enters' })];
}

function afterMove(world: World, run: Run, entry: Entry, { setting, rules }: Terms): World {
  const landed = withRun(world, startOver({ ...run, toMove: false }, rules));
  return setting.ownMovesStartRuns === true
    ? startRun(landed, { command: 'deploy', component: run.component }, entry.tag, rules)
    : landed;
}

/** A hold is a push of the ledger alone: the tag could not be moved, and a tag that does not move is not leased. */
function pushHold(world: World, run: Run, terms: Terms): WorldStep {
  const { rules, setting } = terms;
  const version = targetOf(world, run, terms);
  if (setting.judged === undefined || version === undefined) {
    return ['finds nothing to go back to', withRun(world, ended(run))];
  }
  if (rules.leasesLedger && world.ledger.length !== run.tip) {
    return [`pushes its hold at ${version}: refused, the ledger moved`, withRun(world, startOver(run, rules))];
  }
  const entry = holdOf(run, version, setting.judged, entrySeen(world, run));
  const held = withRun(withEntry(world, run, entry), startOver({ ...run, toMove: false }, rules));
  return [`pushes a hold at ${version} over ${entry.tag}`, held];
}

/** The world after a push put an entry on the tip that its run had read. */
function withEntry(world: World, run: Run, entry: Entry): World {
  const lost = world.ledger.length > run.tip ? 'noEntryIsLost' : undefined;
  return withBroken({ ...world, ledger: [...world.ledger.slice(0, run.tip), entry] }, lost);
}

/** The promise that a move to a version breaks: after a rollback only people go on, or back. */
function brokenByMove({ ledger }: World, run: Run, version: string): StepPromise | undefined {
  const left = new Set<string>();
  for (const { component, move, version: to, previous } of ledger) {
    if (component === run.component && move === 'rollback' && previous !== null) {
      left.add(previous);
    } else if (component === run.component && move === 'deploy' && to !== null) {
      left.delete(to);
    }
  }
  if (left.has(version)) {
    return 'quarantinedStaysAway';
  }
  return run.command === 'rollback' && left.size > 0 ? 'rollsBackOnce' : undefined;
}

import { enters, moves, records } from './pushes.ts';
import { asks, reads } from './reads.ts';
import type { Place, Run, Terms, World, WorldStep } from './state.ts';
import { waits, writes } from './writes.ts';

/**
 * What a run may do next. Every command is the same loop: read ledger and tags; make the command's own move, if it has
 * one that is not made yet; write what KV is to hold, unless that may be skipped; read again; once nothing is left to
 * write, record; read again; and end when nothing is left to record. Whatever fails or loses a race goes back to
 * reading.
 */
export function runSteps(world: World, run: Run, terms: Terms): WorldStep[] {
  return TURNS[run.at](world, run, terms).map(([label, next]) => [`${run.name} (${run.command}) ${label}`, next]);
}

const TURNS: Record<Place, (world: World, run: Run, terms: Terms) => WorldStep[]> = {
  reads,
  moves,
  enters,
  asks,
  writes,
  waits,
  records,
  ended: () => [],
};

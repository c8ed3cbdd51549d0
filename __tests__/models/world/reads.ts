import type { Rules } from '../rules.ts';
import { decide, finish, wanted } from './decide.ts';
import { readings } from './run-state.ts';
import type { Reading, Run, Tags, Terms, World, WorldStep } from './state.ts';
import { withRun } from './state.ts';

/** A run reads the ledger or the tags; what it does with them is decided once both are read. */
export function reads(world: World, run: Run, terms: Terms): WorldStep[] {
  const [reading, ...toRead] = run.toRead;
  const seen: Run =
    reading === 'ledger'
      ? { ...run, toRead, tip: world.ledger.length }
      : { ...run, toRead, tags: tagsRead(world, run, reading === 'own tag', terms.rules), outdated: false };
  const label =
    reading === 'ledger' ? `reads the ledger: ${describeTip(world)}` : `reads the tags: ${describe(seen.tags)}`;
  return [[label, withRun(world, toRead.length > 0 ? seen : decide(world, seen, terms))]];
}

/** A run looks again at every input of the key it has just written. */
export function looksAgain(world: World, run: Run, terms: Terms): Run {
  const { rules, setting } = terms;
  const tags: Reading = setting.watches === 'index' && !rules.readsAllTagsAgainForIndex ? 'own tag' : 'tags';
  const toRead = readings(rules)
    .filter((reading) => (reading === 'ledger' ? rules.readsLedgerAgain : rules.readsTagsAgain))
    .map((reading) => (reading === 'tags' ? tags : reading));
  return toRead.length > 0 ? { ...run, at: 'reads', toRead } : decide(world, run, terms);
}

/** A run reads KV. The answer may be any value of the last minutes. */
export function asks(world: World, run: Run, terms: Terms): WorldStep[] {
  const want = wanted(world, run, terms);
  return [world.kv.value, ...world.kv.older].map((value, at) => [
    `reads KV: ${value ?? 'nothing'}${at === 0 ? '' : ' (stale)'}`,
    withRun(world, value === want ? finish(world, run, terms) : { ...run, at: 'writes' }),
  ]);
}

function tagsRead(world: World, run: Run, onlyOwn: boolean, rules: Rules): Tags {
  const own = rules.readsTagsNow || run.event === undefined ? world.tags[run.component] : run.event;
  return { ...(onlyOwn ? run.tags : world.tags), [run.component]: own ?? null };
}

function describeTip({ ledger }: World): string {
  const entry = ledger.at(-1);
  return entry === undefined ? 'empty' : `${entry.component} ${entry.tag ?? 'removed'} ${entry.status}`;
}

function describe(tags: Tags): string {
  return Object.entries(tags)
    .map(([component, tag]) => `${component} ${tag ?? 'none'}`)
    .join(', ');
}

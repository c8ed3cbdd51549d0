import { type Fact, notice, ok } from '../../domain/doctor/fact.ts';
import { duration } from '../../domain/text.ts';
import { isoTime } from '../../domain/time.ts';
import type { SetUp } from './set-up.ts';

/** The ledger, as far as it can be judged by itself. */
export async function checkLedger(setUp: SetUp): Promise<Fact[]> {
  const ref = await setUp.ledgerRef();
  const ledger = await setUp.ledger();
  if (ledger === undefined) {
    return [notice(`There is no ledger at \`${ref}\` yet: the first move begins one.`)];
  }
  const age = Math.max(0, setUp.ports.clock.now() - ledger.time * 1000);
  return [
    ok(
      `The ledger at \`${ref}\` can be read: number ${ledger.number}, of ${isoTime(ledger.time)}, ${duration(age)} old.`,
    ),
  ];
}

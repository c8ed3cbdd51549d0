import { duration } from '../text.ts';

/**
 * How far long work is, in one line: done, total, rate and the time that is left at that rate.
 * @param elapsedMs since the first of them was begun
 */
export function progressText(what: string, done: number, total: number, elapsedMs: number): string {
  const percent = total === 0 ? 100 : Math.floor((done / total) * 100);
  const rate = elapsedMs <= 0 ? 0 : (done / elapsedMs) * 1000;
  const left = rate === 0 || done >= total ? '' : `, ${duration(((total - done) / rate) * 1000)} left`;
  const speed = rate === 0 ? '' : `, ${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s`;
  return `${what}: ${grouped(done)} of ${grouped(total)} (${percent} %)${speed}${left}`;
}

function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

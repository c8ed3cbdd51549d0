/**
 * Keys of a namespace that may go whatever their share is: what one component has. In a small namespace that would
 * else be more than any sensible share.
 */
const ALWAYS_ALLOWED = 5;

/** Whether so many keys of a namespace may be removed at once. @param limit the greatest share, from 0 to 1 */
export function mayRemove(removed: number, owned: number, limit: number): boolean {
  return removed <= Math.max(limit === 0 ? 0 : ALWAYS_ALLOWED, Math.floor(owned * limit));
}

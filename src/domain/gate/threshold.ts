import type { ValueLimit } from './policy.ts';

/** Whether a value is beyond its limits: above `max` or below `min`. The limits themselves are all right. */
export function isBeyond(value: number, { min, max }: Pick<ValueLimit, 'min' | 'max'>): boolean {
  return (max !== undefined && value > max) || (min !== undefined && value < min);
}

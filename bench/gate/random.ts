/** A source of numbers from 0 to 1 (1 left out): mulberry32, so that every run of a seed is the same. */
export type Random = () => number;

/** @param seed any 32-bit integer */
export function mulberry32(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** How many of some requests fail, each with the same chance. */
export function binomial(random: Random, requests: number, rate: number): number {
  if (rate <= 0 || rate >= 1) {
    return rate <= 0 ? 0 : requests;
  }
  // From one failure to the next, which takes fewer steps than from request to request.
  const each = Math.log1p(-rate);
  let failed = -1;
  for (let at = 0; at <= requests; at += 1 + Math.floor(Math.log(1 - random()) / each)) {
    failed += 1;
  }
  return failed;
}

/** A rate that itself varies around a mean: Beta(mean · strength, (1 − mean) · strength). */
export function beta(random: Random, mean: number, strength: number): number {
  const one = gamma(random, mean * strength);
  const other = gamma(random, (1 - mean) * strength);
  return one / (one + other);
}

/** G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", 2000. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) {
    return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
      return d * v;
    }
  }
}

/** Box and Muller. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

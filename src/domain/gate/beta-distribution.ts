/** How likely a number of the distribution Beta(a, b) is above x. */
export function betaAbove(x: number, a: number, b: number): number {
  return 1 - regularised(x, a, b);
}

/** The regularised incomplete beta function, by its continued fraction (NIST DLMF 8.17.22). */
function regularised(x: number, a: number, b: number): number {
  if (x > (a + 1) / (a + b + 2)) {
    return 1 - regularised(1 - x, b, a);
  }
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b)) / a;
  let numerator = 1;
  let denominator = 1 / (1 - ((a + b) * x) / (a + 1));
  let fraction = denominator;
  for (let m = 1; m <= 500; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      denominator = 1 / (1 + term * denominator);
      numerator = 1 + term / numerator;
      step = numerator * denominator;
      fraction *= step;
    }
    if (Math.abs(step - 1) < 1e-12) {
      break;
    }
  }
  return front * fraction;
}

/** The logarithm of the gamma function, by Stirling's series (NIST DLMF 5.11.1) after moving to a larger argument. */
function lnGamma(z: number): number {
  let shift = 0;
  let large = z;
  while (large < 10) {
    shift += Math.log(large);
    large += 1;
  }
  const series = 1 / (12 * large) - 1 / (360 * large ** 3) + 1 / (1260 * large ** 5);
  return (large - 0.5) * Math.log(large) - large + 0.5 * Math.log(2 * Math.PI) + series - shift;
}

/**
 * The upper end of the interval of C. J. Clopper and E. S. Pearson (Biometrika 26, 1934), one-sided: the rate above
 * which so few failures would be seen with a probability of less than `1 - confidence`.
 */
export function highestRate(errors: number, total: number, confidence: number): number {
  if (!(total > 0) || errors >= total) {
    return 1;
  }
  let [low, high] = [errors / total, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (betaAbove(middle, errors + 1, total - errors) > 1 - confidence) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}

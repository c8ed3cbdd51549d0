export const id = 3374;
export const ids = [3374];
export const modules = {

/***/ 3374:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Au: () => (/* binding */ openExperiment),
/* harmony export */   I3: () => (/* binding */ ANSWERS),
/* harmony export */   Lr: () => (/* binding */ differenceText),
/* harmony export */   NK: () => (/* binding */ findingText),
/* harmony export */   Rc: () => (/* binding */ sideText),
/* harmony export */   Uq: () => (/* binding */ openText),
/* harmony export */   Vg: () => (/* binding */ dividedMetrics),
/* harmony export */   hD: () => (/* binding */ findingOf),
/* harmony export */   ut: () => (/* binding */ answerOf),
/* harmony export */   yM: () => (/* binding */ observeBoth),
/* harmony export */   zT: () => (/* binding */ comparedBy)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8039);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9572);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2591);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2459);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





// src/domain/gate/difference.ts
var MISSES = 0.05;
var BETS = Array.from({ length: 20 }, (_, i) => {
  const bet = 0.9 * 2 ** (-i / 2);
  return { bet, cost: -Math.log1p(-bet) - bet };
});
var MAX_MORE = 1e9;
var NOTHING_SEEN = {
  sum: 0,
  weight: 0,
  variance: 0,
  requests: 0,
  seen: { a: _with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_COUNTS */ .lZ, b: _with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .NO_COUNTS */ .lZ }
};
function compareSides(before, now, expected) {
  const [a, b] = [(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .evidenceIn */ .nM)((0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .increase */ .N)(before.seen.a, now.a)), (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .evidenceIn */ .nM)((0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .increase */ .N)(before.seen.b, now.b))];
  const requests = a.requests + b.requests;
  if (!(a.requests > 0 && b.requests > 0)) {
    return before;
  }
  const [seenA, seenB] = [(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .evidenceIn */ .nM)(before.seen.a), (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .evidenceIn */ .nM)(before.seen.b)];
  const rate = (seenA.failures + seenB.failures + 1) / (seenA.requests + seenB.requests + 1 / expected);
  const scale = { a: b.requests / requests, b: a.requests / requests };
  const squares = (side) => side.failures * (1 - rate) ** 2 + (side.requests - side.failures) * rate ** 2;
  return {
    sum: before.sum + scale.a * a.failures - scale.b * b.failures,
    weight: before.weight + scale.a * a.requests,
    variance: before.variance + scale.a ** 2 * squares(a) + scale.b ** 2 * squares(b),
    requests: before.requests + requests,
    seen: now
  };
}
function intervalOf({ sum, weight, variance }, misses = MISSES) {
  if (!(weight > 0)) {
    return { estimate: 0, low: -1, high: 1 };
  }
  const estimate = sum / weight;
  const margin = marginOf(variance, misses) / weight;
  return { estimate, low: Math.max(-1, estimate - margin), high: Math.min(1, estimate + margin) };
}
function marginOf(variance, misses) {
  const needed = neededFor(misses);
  let [low, high] = [0, 1];
  while (evidence(high, variance) < needed) {
    high *= 2;
  }
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (evidence(middle, variance) < needed) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}
function neededFor(misses) {
  return Math.log(2 / misses);
}
function evidence(distance, variance) {
  let most = Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const { bet, cost } of BETS) {
    const one = bet * distance - cost * variance;
    sum = one > most ? sum * Math.exp(most - one) + 1 : sum + Math.exp(one - most);
    most = Math.max(most, one);
  }
  return most + Math.log(sum / BETS.length);
}
function betterOf({ low, high }) {
  return high < 0 ? "a" : low > 0 ? "b" : void 0;
}
function moreRequests(difference, misses = MISSES) {
  const { sum, variance, requests } = difference;
  if (betterOf(intervalOf(difference, misses)) !== void 0) {
    return 0;
  }
  const shows = (times) => evidence(Math.abs(sum) * times, variance * times) > neededFor(misses);
  const most = requests > 0 ? 1 + MAX_MORE / requests : 1;
  if (requests === 0 || !shows(most)) {
    return void 0;
  }
  let [low, high] = [1, most];
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (shows(middle)) {
      high = middle;
    } else {
      low = middle;
    }
  }
  return Math.ceil((high - 1) * requests);
}

// src/domain/gate/experiment.ts
var ANSWERS = ["a", "b", "no difference shown"];
function dividedMetrics({ metrics }, sameVersion) {
  const placeholder = sameVersion ? /(?<!\$)\{environment\}/ : /(?<!\$)\{(?:environment|version)\}/;
  const own = metrics.map(({ source: { control: _, beforeMs: __, ...source }, ...metric }) => ({ ...metric, source }));
  const isApart = ({ source }) => (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .textsOf */ .CB)(source).some(({ text }) => placeholder.test(text));
  return { apart: own.filter(isApart), alike: own.filter((one) => !isApart(one)) };
}
function comparedBy({ limit, source, observe }) {
  if (observe === true) {
    return "shown";
  }
  const hasDirection = limit.kind === "values" && limit.min === void 0 !== (limit.max === void 0);
  return limit.kind === "counts" ? "rates" : source.provider === "command" && hasDirection ? "looks" : "shown";
}
var UNSEEN = { latest: void 0, values: [], silent: void 0 };
function openExperiment(policy) {
  const metrics = policy.metrics.map((metric) => {
    return { metric, by: comparedBy(metric), a: UNSEEN, b: UNSEEN, difference: NOTHING_SEEN, failed: 0 };
  });
  return { policy, metrics, misses: MISSES / Math.max(1, metrics.filter(({ by }) => by !== "shown").length) };
}
function observeBoth(experiment, looks) {
  const metrics = experiment.metrics.map(
    (one) => looks.filter(({ metric }) => metric === one.metric.name).reduce(compared, one)
  );
  return { ...experiment, metrics };
}
function compared(before, look) {
  const { metric, by } = before;
  const [a, b] = [(0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .understood */ .Se)(metric, look.a), (0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .understood */ .Se)(metric, look.b)];
  const failed = a.kind === "failed" || b.kind === "failed" ? before.failed + 1 : 0;
  const after = { ...before, failed, a: seenBy(before.a, a), b: seenBy(before.b, b) };
  if (isPartial(a) || isPartial(b)) {
    return after;
  }
  if (metric.limit.kind === "counts" && a.kind === "counts" && b.kind === "counts") {
    return { ...after, difference: compareSides(before.difference, { a, b }, metric.limit.max) };
  }
  if (by === "looks" && metric.limit.kind === "values" && a.kind === "value" && b.kind === "value") {
    const worse = Math.sign(metric.limit.max === void 0 ? b.value - a.value : a.value - b.value);
    return { ...after, difference: comparedLooks(before.difference, worse) };
  }
  return after;
}
function comparedLooks(before, worse) {
  return {
    ...before,
    sum: before.sum + worse,
    weight: before.weight + 1,
    variance: before.variance + worse ** 2,
    requests: before.requests + 1
  };
}
function isPartial(reading) {
  return (reading.kind === "value" || reading.kind === "counts") && reading.partial === true;
}
function seenBy(before, reading) {
  switch (reading.kind) {
    case "value":
      return { latest: reading, values: [...before.values, reading.value], silent: void 0 };
    case "counts":
      return { ...before, latest: reading, silent: void 0 };
    default:
      return { ...before, silent: reading.why };
  }
}
function findingOf({ metric, by, difference }, { policy, misses }) {
  if (by === "shown" || difference.weight === 0) {
    return { by, interval: void 0, better: void 0, more: void 0 };
  }
  const interval = intervalOf(difference, misses);
  const enough = metric.limit.kind === "counts" ? [difference.seen.a, difference.seen.b].every(
    (side) => metric.limit.kind === "counts" && (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .evidenceIn */ .nM)(side).requests >= metric.limit.minSamples
  ) : difference.requests >= policy.count;
  const more = moreRequests(difference, misses);
  return { by, interval, better: enough ? betterOf(interval) : void 0, more: more === 0 ? void 0 : more };
}
function answerOf(experiment, watchedMs) {
  const { policy, metrics } = experiment;
  const deciding = metrics.filter(({ by }) => by !== "shown");
  const found = deciding.map((one) => ({ one, finding: findingOf(one, experiment) }));
  const open = found.filter(({ finding }) => finding.better === void 0).map(({ one }) => one);
  const timedOut = watchedMs >= policy.timeoutMs;
  const givenUp = open.length > 0 && open.every(({ failed }) => failed >= policy.consecutiveErrorLimit);
  if (!timedOut && (watchedMs < policy.bakeMs || open.length > 0 && !givenUp)) {
    return void 0;
  }
  const better = new Set(found.flatMap(({ finding }) => finding.better ?? []));
  const [only] = better;
  const answer = better.size === 1 && only !== void 0 ? only : "no difference shown";
  const start = better.size > 1 ? ["Each is better by another metric, so neither is better."] : answer === "no difference shown" ? ["That no difference is shown does not mean that there is none."] : [];
  return { answer, why: [...start, ...metrics.map((one) => findingText(one, experiment))].join(" ") };
}
function findingText(one, experiment) {
  const { metric, by, a, b } = one;
  const name = `\`${metric.name}\``;
  const silent = [a, b].flatMap(
    ({ silent: why }, at) => why === void 0 ? [] : [`${at === 0 ? "a" : "b"}: ${why}`]
  );
  const gaps = silent.length === 0 ? "" : ` The last time it said nothing of ${silent.join("; ")}.`;
  const { interval, better, more } = findingOf(one, experiment);
  const sides = `${name}: a ${sideText(a)}, b ${sideText(b)}`;
  if (interval === void 0) {
    const why = by === "shown" ? ", only shown" : "";
    return `${sides}${why}.${gaps}`;
  }
  const settle = better === void 0 ? ` ${moreText(by, more)}` : "";
  return `${sides}; ${differenceText(by, interval, experiment.misses)}.${settle}${gaps}`;
}
function sideText({ latest, values }) {
  if (latest?.kind === "counts") {
    return (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countsText */ .WN)(latest);
  }
  return values.length === 0 ? "no data" : `${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .amount */ .vj)(medianOf(values))} (median of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(values.length, "look")})`;
}
function differenceText(by, { estimate, low, high }, misses) {
  const sure = `a less b, ${Number((100 * (1 - misses)).toFixed(1))} % interval: ${points(low)} to ${points(high)}`;
  const less = estimate < 0 ? "less" : "more";
  const much = `${points(Math.abs(estimate))} percentage points`;
  return by === "looks" ? `a was worse in ${much} ${less} of the looks than b (${sure})` : `a fails ${much} ${less} than b (${sure})`;
}
function moreText(by, more) {
  if (more === void 0) {
    return "No number of requests would show a difference as small as the one that was measured.";
  }
  const what = by === "looks" ? (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(more, "more look") : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(more, "more request");
  return `If the difference is what was measured, about ${what}${by === "looks" ? "" : " of both together"} would show it.`;
}
function points(part) {
  return String(Number((100 * part).toPrecision(2)) || 0);
}
function medianOf(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
function openText({ policy }, watchedMs) {
  const bake = policy.bakeMs - watchedMs;
  const earliest = bake > 0 ? `, an answer at the earliest in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(bake)}` : "";
  return `Comparing for ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(Math.max(0, policy.timeoutMs - watchedMs))} at most${earliest}.`;
}




/***/ }),

/***/ 8039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Se: () => (/* binding */ understood),
/* harmony export */   _f: () => (/* binding */ isBeyond),
/* harmony export */   mG: () => (/* binding */ tallied),
/* harmony export */   sv: () => (/* binding */ tallyOf),
/* harmony export */   wg: () => (/* binding */ EMPTY)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9572);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/gate/threshold.ts
function isBeyond(value, { min, max }) {
  return max !== void 0 && value > max || min !== void 0 && value < min;
}

// src/domain/gate/beta-distribution.ts
function betaAbove(x, a, b) {
  return 1 - regularised(x, a, b);
}
function regularised(x, a, b) {
  if (x > (a + 1) / (a + b + 2)) {
    return 1 - regularised(1 - x, b, a);
  }
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b)) / a;
  let numerator = 1;
  let denominator = 1 / (1 - (a + b) * x / (a + 1));
  let fraction = denominator;
  for (let m = 1; m <= 500; m++) {
    const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
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
function lnGamma(z) {
  let shift = 0;
  let large = z;
  while (large < 10) {
    shift += Math.log(large);
    large += 1;
  }
  const series = 1 / (12 * large) - 1 / (360 * large ** 3) + 1 / (1260 * large ** 5);
  return (large - 0.5) * Math.log(large) - large + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
function highestRate(errors, total, confidence) {
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

// src/domain/gate/tally.ts
var CONFIDENCE = 0.99;
var LAST_PART_MS = 6e4;
var EMPTY = {
  measured: 0,
  withData: 0,
  failures: 0,
  streak: 0,
  failed: 0,
  failedInStreak: 0,
  latest: void 0,
  max: Number.NaN,
  test: void 0,
  lastMinute: void 0,
  comparison: void 0,
  looks: [],
  compared: { arm: _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ, control: _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ },
  decision: void 0
};
function tallyOf(metric, measurements, count) {
  return measurements.reduce((tally, measurement) => tallied(tally, metric, measurement, count), EMPTY);
}
function tallied(before, metric, { reading, elapsed }, count) {
  const seen = understood(metric, reading);
  const measured = before.measured + 1;
  const decision = before.decision === "breach" ? "breach" : void 0;
  if (seen.kind === "no-data" || seen.kind === "failed") {
    const failed = seen.kind === "failed" ? 1 : 0;
    return {
      ...before,
      measured,
      streak: before.streak + 1,
      failed: failed === 1 ? before.failed + 1 : 0,
      failedInStreak: before.failedInStreak + failed,
      decision
    };
  }
  const after = {
    ...before,
    measured,
    withData: before.withData + 1,
    streak: 0,
    failed: 0,
    failedInStreak: 0,
    latest: seen,
    decision
  };
  if (seen.kind === "counts") {
    return metric.limit.kind === "counts" ? byCounts(after, metric.limit, seen, elapsed) : after;
  }
  return metric.limit.kind === "values" ? byValue(after, metric.limit, seen, count) : after;
}
function byCounts(tally, limit, counts, elapsed) {
  const max = raised(limit, counts.before);
  const test = (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sequentialTest */ .mP)(counts, max);
  const base = tally.looks.findLast((look) => look.elapsed <= elapsed - LAST_PART_MS);
  const lastMinute = (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sequentialTest */ .mP)((0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .increase */ .N)(base?.counts ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ, counts), max);
  const { control } = counts;
  const compared = control === void 0 ? tally.compared : { arm: counts, control };
  const comparison = control === void 0 ? tally.comparison : (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD)(
    tally.comparison ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_COMPARED */ .SD,
    (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .increase */ .N)(tally.compared.arm, counts),
    (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .increase */ .N)(tally.compared.control, control)
  );
  const worse = comparison !== void 0 && (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isWorse */ .Bx)(comparison);
  const breaks = limit.beside === true ? worse : (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isBreach */ .GC)(test) && (limit.compared !== true || worse);
  const alike = limit.beside === true && comparison !== void 0 && (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isAlike */ .HI)(comparison);
  const accepted = counts.partial !== true && (test.ratio <= _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .HEALTHY_AT */ .k6 || alike) && test.requests >= limit.minSamples && test.failures <= max * test.requests && lastMinute.ratio <= 0;
  return {
    ...tally,
    max,
    test,
    lastMinute,
    comparison,
    looks: [...tally.looks.filter((look) => base === void 0 || look.elapsed >= base.elapsed), { elapsed, counts }],
    compared,
    decision: tally.decision ?? (breaks ? "breach" : accepted ? "accept" : void 0)
  };
}
function raised({ max, minSamples }, before) {
  if (before === void 0) {
    return max;
  }
  const { failures, requests } = (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sequentialTest */ .mP)(before, max);
  return requests >= minSamples && failures > max * requests ? Math.min(0.99, Math.max(max, highestRate(failures, requests, CONFIDENCE))) : max;
}
function byValue(tally, limit, { value, partial }, count) {
  const passed = !isBeyond(value, limit);
  const failures = tally.failures + (passed ? 0 : 1);
  const breaks = failures > limit.failureLimit;
  const accepted = passed && partial !== true && tally.withData >= count;
  return {
    ...tally,
    failures,
    decision: tally.decision ?? (breaks ? "breach" : accepted ? "accept" : void 0)
  };
}
function understood(metric, reading) {
  switch (reading.kind) {
    case "no-data":
    case "failed":
      return reading;
    case "value":
      if (metric.limit.kind !== "values") {
        return { kind: "failed", why: "the answer is one number, not the failed and all requests" };
      }
      return Number.isNaN(reading.value) ? { kind: "no-data", why: "the value is not a number" } : reading;
    case "counts":
      if (metric.limit.kind !== "counts") {
        return { kind: "failed", why: "the answer is failed and all requests, not one number" };
      }
      return [reading, reading.control ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ, reading.before ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ].every(isCountable) ? reading : { kind: "no-data", why: "the counts are not numbers from 0 on" };
  }
}
function isCountable({ errors, total, samples = 0 }) {
  return [errors, total, samples].every((one) => Number.isFinite(one) && one >= 0);
}




/***/ }),

/***/ 9572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ isWorse),
/* harmony export */   En: () => (/* binding */ allowedText),
/* harmony export */   GC: () => (/* binding */ isBreach),
/* harmony export */   HI: () => (/* binding */ isAlike),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   MK: () => (/* binding */ rateOf),
/* harmony export */   N: () => (/* binding */ increase),
/* harmony export */   PW: () => (/* binding */ limitText),
/* harmony export */   QT: () => (/* binding */ BOUNDS),
/* harmony export */   SD: () => (/* binding */ NOT_COMPARED),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   VF: () => (/* binding */ comparisonText),
/* harmony export */   WN: () => (/* binding */ countsText),
/* harmony export */   dz: () => (/* binding */ failedText),
/* harmony export */   e5: () => (/* binding */ testText),
/* harmony export */   k6: () => (/* binding */ HEALTHY_AT),
/* harmony export */   lR: () => (/* binding */ boundaries),
/* harmony export */   lZ: () => (/* binding */ NO_COUNTS),
/* harmony export */   lk: () => (/* binding */ exactPercent),
/* harmony export */   mP: () => (/* binding */ sequentialTest),
/* harmony export */   mc: () => (/* binding */ leastRequests),
/* harmony export */   nM: () => (/* binding */ evidenceIn),
/* harmony export */   vB: () => (/* binding */ roughly),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/gate/sequential.ts
var ALPHA = 0.05;
var BREACH_AT = Math.log(1 / ALPHA);
var HEALTHY_AT = -BREACH_AT;
var LEAST_FAILURES = 5;
var LEAST_REQUESTS = 10;
function sequentialTest(counts, max) {
  if (!(max > 0 && max < 1)) {
    throw new RangeError(`The limit of a rate has to be between 0 and 1, and is ${max}.`);
  }
  const { failures, requests } = evidenceIn(counts);
  return { failures, requests, ratio: failures * Math.LN2 - requests * Math.log1p(max) };
}
function isBreach({ failures, requests, ratio }) {
  return ratio >= BREACH_AT && failures >= LEAST_FAILURES && requests >= LEAST_REQUESTS;
}
function boundaries(requests, max) {
  const line = (ratio) => (ratio + requests * Math.log1p(max)) / Math.LN2;
  return { breach: Math.max(LEAST_FAILURES, line(BREACH_AT)), healthy: line(HEALTHY_AT) };
}
function leastRequests(max) {
  return Math.ceil(HEALTHY_AT / sequentialTest({ errors: 0, total: 1 }, max).ratio);
}
function increase(before, now) {
  const total = Math.max(0, now.total - before.total);
  return {
    errors: Math.min(total, Math.max(0, now.errors - before.errors)),
    total,
    samples: now.samples === void 0 ? void 0 : Math.max(0, now.samples - (before.samples ?? 0))
  };
}
var NO_COUNTS = { errors: 0, total: 0 };
function evidenceIn({ errors, total, samples }) {
  if (!(total > 0)) {
    return { failures: 0, requests: 0 };
  }
  const requests = Math.max(0, Math.min(total, samples ?? total));
  return { failures: Math.min(1, Math.max(0, errors) / total) * requests, requests };
}

// src/domain/gate/two-samples.ts
var LEAST_COMPARED = 50;
var TIMES = [2, 5];
var NOT_COMPARED = { twice: 0, fiveTimes: 0, failures: 0, requests: 0 };
function compare(before, arm, other) {
  const [requests, others] = [Math.max(0, arm.total), Math.max(0, other.total)];
  const failures = Math.min(requests, Math.max(0, arm.errors));
  const otherFailures = Math.min(others, Math.max(0, other.errors));
  const share = requests + others > 0 ? requests / (requests + others) : 0;
  const gain = (times) => {
    const spread = Math.log(times * share + 1 - share);
    return failures * (Math.log(times) - spread) - otherFailures * spread;
  };
  const [two, five] = TIMES;
  return {
    twice: before.twice + gain(two),
    fiveTimes: before.fiveTimes + gain(five),
    failures: before.failures + failures,
    requests: before.requests + requests
  };
}
function differenceOf({ twice, fiveTimes }) {
  const most = Math.max(twice, fiveTimes);
  return most + Math.log((Math.exp(twice - most) + Math.exp(fiveTimes - most)) / 2);
}
function isWorse(comparison) {
  const { failures, requests } = comparison;
  return failures >= LEAST_FAILURES && requests >= LEAST_COMPARED && differenceOf(comparison) >= BREACH_AT;
}
function isAlike({ twice, requests }) {
  return requests >= LEAST_COMPARED && twice <= HEALTHY_AT;
}

// src/domain/gate/words.ts
function percent(rate) {
  return `${Number((rate * 100).toPrecision(2))} %`;
}
function amount(value) {
  return String(Number(value.toPrecision(10)));
}
function limitText({ limit }, max = Number.NaN) {
  if (limit.kind === "counts") {
    return max > limit.max ? `max ${percent(max)}, raised from ${exactPercent(limit.max)}` : `max ${exactPercent(limit.max)}`;
  }
  return [
    ...limit.min === void 0 ? [] : [`min ${limit.min}`],
    ...limit.max === void 0 ? [] : [`max ${limit.max}`]
  ].join(", ");
}
function allowedText({ limit }, raised) {
  if (limit.kind === "counts") {
    return raised > limit.max ? `${percent(raised)}, since that was usual before the deploy (the limit is ${exactPercent(limit.max)})` : exactPercent(limit.max);
  }
  const { min, max } = limit;
  if (min !== void 0 && max !== void 0) {
    return `${min} to ${max}`;
  }
  return max === void 0 ? `at least ${min}` : `at most ${max}`;
}
function exactPercent(max) {
  return `${Number((max * 100).toPrecision(12))} %`;
}
function rateOf({ errors, total }) {
  return total > 0 ? Math.min(1, errors / total) : 0;
}
function countsText(counts) {
  return `${countsOnly(counts)}${counts.total > 0 ? ` (${percent(rateOf(counts))})` : ""}${sampled(counts)}`;
}
function failedText(counts) {
  return counts.total > 0 ? `${countsOnly(counts)} failed, ${percent(rateOf(counts))}${sampled(counts)}` : "there were no requests";
}
var BOUNDS = `breach at ${hundredths(BREACH_AT)}, healthy at ${hundredths(HEALTHY_AT)}`;
function testText({ ratio }) {
  return `log-likelihood ratio ${hundredths(ratio)}`;
}
function comparisonText(comparison, control) {
  return `elsewhere ${countsText(control)}, difference ${hundredths(differenceOf(comparison))}`;
}
function roughly(milliseconds) {
  const seconds = Math.round(milliseconds / 1e3);
  if (seconds < 120) {
    return (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(seconds, "second");
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) {
    return (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(minutes, "minute");
  }
  const hours = Math.round(minutes / 60);
  return hours < 48 ? (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(hours, "hour") : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(Math.round(hours / 24), "day");
}
function countsOnly({ errors, total }) {
  return `${tenths(errors)} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tenths(total), "request")}`;
}
function sampled({ total, samples }) {
  return samples === void 0 || samples >= total ? "" : `, estimated from ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tenths(samples), "row")}`;
}
function tenths(number) {
  return Number(number.toFixed(1));
}
function hundredths(number) {
  return (Math.round(number * 100) / 100 || 0).toFixed(2);
}




/***/ })

};

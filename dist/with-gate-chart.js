export const id = 526;
export const ids = [526];
export const modules = {

/***/ 9865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AY: () => (/* binding */ measuredText),
/* harmony export */   EL: () => (/* binding */ outcomeText),
/* harmony export */   En: () => (/* binding */ allowedText),
/* harmony export */   GC: () => (/* binding */ isBreach),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   Se: () => (/* binding */ understood),
/* harmony export */   VF: () => (/* binding */ comparisonText),
/* harmony export */   WN: () => (/* binding */ countsText),
/* harmony export */   _f: () => (/* binding */ isBeyond),
/* harmony export */   _r: () => (/* binding */ isNotable),
/* harmony export */   bW: () => (/* binding */ chart),
/* harmony export */   dz: () => (/* binding */ failedText),
/* harmony export */   e5: () => (/* binding */ testText),
/* harmony export */   k6: () => (/* binding */ HEALTHY_AT),
/* harmony export */   lk: () => (/* binding */ exactPercent),
/* harmony export */   mG: () => (/* binding */ tallied),
/* harmony export */   mc: () => (/* binding */ leastRequests),
/* harmony export */   oz: () => (/* binding */ progressLine),
/* harmony export */   vB: () => (/* binding */ roughly),
/* harmony export */   vj: () => (/* binding */ amount),
/* harmony export */   wg: () => (/* binding */ EMPTY)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/gate/beta.ts
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

// src/domain/gate/threshold.ts
function isBeyond(value, { min, max }) {
  return max !== void 0 && value > max || min !== void 0 && value < min;
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
  compared: { arm: NO_COUNTS, control: NO_COUNTS },
  decision: void 0
};
function tallyOf(metric, measurements, count2) {
  return measurements.reduce((tally, measurement) => tallied(tally, metric, measurement, count2), EMPTY);
}
function tallied(before, metric, { reading, elapsed }, count2) {
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
  return metric.limit.kind === "values" ? byValue(after, metric.limit, seen, count2) : after;
}
function byCounts(tally, limit, counts, elapsed) {
  const max = raised(limit, counts.before);
  const test = sequentialTest(counts, max);
  const base = tally.looks.findLast((look) => look.elapsed <= elapsed - LAST_PART_MS);
  const lastMinute = sequentialTest(increase(base?.counts ?? NO_COUNTS, counts), max);
  const { control } = counts;
  const compared = control === void 0 ? tally.compared : { arm: counts, control };
  const comparison = control === void 0 ? tally.comparison : compare(
    tally.comparison ?? NOT_COMPARED,
    increase(tally.compared.arm, counts),
    increase(tally.compared.control, control)
  );
  const breaks = isBreach(test) && (limit.compared !== true || comparison !== void 0 && isWorse(comparison));
  const accepted = counts.partial !== true && test.ratio <= HEALTHY_AT && test.requests >= limit.minSamples && test.failures <= max * test.requests && lastMinute.ratio <= 0;
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
  const { failures, requests } = sequentialTest(before, max);
  return requests >= minSamples && failures > max * requests ? Math.min(0.99, Math.max(max, highestRate(failures, requests, CONFIDENCE))) : max;
}
function byValue(tally, limit, { value, partial }, count2) {
  const passed = !isBeyond(value, limit);
  const failures = tally.failures + (passed ? 0 : 1);
  const breaks = failures > limit.failureLimit;
  const accepted = passed && partial !== true && tally.withData >= count2;
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
      return [reading, reading.control ?? NO_COUNTS, reading.before ?? NO_COUNTS].every(isCountable) ? reading : { kind: "no-data", why: "the counts are not numbers from 0 on" };
  }
}
function isCountable({ errors, total, samples = 0 }) {
  return [errors, total, samples].every((one) => Number.isFinite(one) && one >= 0);
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
function allowedText({ limit }, raised2) {
  if (limit.kind === "counts") {
    return raised2 > limit.max ? `${percent(raised2)}, since that was usual before the deploy (the limit is ${exactPercent(limit.max)})` : exactPercent(limit.max);
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
function testText({ ratio }) {
  return `log-likelihood ratio ${hundredths(ratio)} (breach at ${hundredths(BREACH_AT)}, healthy at ${hundredths(HEALTHY_AT)})`;
}
function comparisonText(comparison, control) {
  return `elsewhere ${countsText(control)}, difference ${hundredths(differenceOf(comparison))} (breach at ${hundredths(BREACH_AT)})`;
}
function roughly(milliseconds) {
  const seconds = Math.round(milliseconds / 1e3);
  if (seconds < 120) {
    return (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(seconds, "second");
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(minutes, "minute") : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(Math.round(minutes / 60), "hour");
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

// src/domain/gate/rows.ts
function rowsOf({ policy, metrics }) {
  const rows = metrics.flatMap(({ metric, measurements }) => {
    let tally = EMPTY;
    return measurements.map((measurement) => {
      tally = tallied(tally, metric, measurement, policy.count);
      return rowFrom(policy, metric, measurement, tally);
    });
  });
  return rows.sort((one, other) => one.at - other.at);
}
function rowOf({ policy, metrics }, measurement) {
  const state = metrics.find(({ metric }) => metric.name === measurement.metric);
  if (state === void 0) {
    throw new RangeError(`The gate has no metric \`${measurement.metric}\`.`);
  }
  const index = state.measurements.indexOf(measurement);
  const before = index < 0 ? state.measurements : state.measurements.slice(0, index);
  const tally = tallyOf(state.metric, [...before, measurement], policy.count);
  return rowFrom(policy, state.metric, measurement, tally);
}
var OUTCOMES = {
  passed: "passed",
  failed: "failed",
  breach: "breach",
  accept: "healthy",
  undecided: "undecided",
  "no-data": "no data",
  error: "error"
};
function outcomeText(outcome) {
  return OUTCOMES[outcome];
}
function measuredText({ value, counts }) {
  if (counts !== void 0) {
    return countsText(counts);
  }
  return value === void 0 ? "–" : amount(value);
}
function progressLine(row) {
  const measured = row.value === void 0 ? "" : `${measuredText(row)}, `;
  return `${row.metric}: ${measured}${row.evidence}; ${row.limit}: ${outcomeText(row.outcome)}`;
}
function rowFrom(policy, metric, measurement, tally) {
  const { at, elapsed, queries } = measurement;
  const reading = understood(metric, measurement.reading);
  const row = { metric: metric.name, at, elapsed, queries, limit: limitText(metric, tally.max) };
  if (reading.kind === "no-data" || reading.kind === "failed") {
    const given = reading.kind === "failed" ? `, given up at ${policy.consecutiveErrorLimit}` : "";
    const number = reading.kind === "failed" ? `${tally.failed} failed` : `${tally.streak} without data`;
    return {
      ...row,
      value: void 0,
      counts: void 0,
      evidence: `${reading.why} (${number} in a row${given})`,
      outcome: reading.kind === "failed" ? "error" : "no-data"
    };
  }
  return {
    ...row,
    value: reading.kind === "value" ? reading.value : rateOf(reading),
    counts: reading.kind === "value" ? void 0 : countsOf(reading),
    control: reading.kind === "value" ? void 0 : reading.control,
    evidence: evidenceText(policy, metric, reading, tally),
    outcome: tally.decision ?? pending(metric, reading)
  };
}
function countsOf({ errors, total, samples }) {
  return { errors, total, samples };
}
function pending({ limit }, reading) {
  if (limit.kind === "counts" || reading.kind === "counts") {
    return "undecided";
  }
  return isBeyond(reading.value, limit) ? "failed" : "passed";
}
function evidenceText(policy, { limit }, reading, tally) {
  const partial = reading.partial === true ? "; the answer is not complete" : "";
  if (reading.kind === "counts") {
    const test = tally.test === void 0 ? "" : testText(tally.test);
    const compared = tally.comparison === void 0 ? "" : `; ${comparisonText(tally.comparison, tally.compared.control)}`;
    return `${test}${compared}${partial}`;
  }
  const allowed = limit.kind === "values" ? limit.failureLimit : 0;
  return `measurement ${tally.withData} of ${policy.count}, ${tally.failures} failed (allowed: ${allowed})${partial}`;
}

// src/domain/gate/chart.ts
var MAX_POINTS = 60;
var NEAR = 0.1;
var MAX_NAME = 60;
function chart(metric, rows) {
  const own = rows.filter((row) => row.metric === metric.name && row.value !== void 0);
  const { unit, titles, points: found } = linesOf(metric, own);
  const points = found.filter(({ time, values }) => [time, ...values].every(Number.isFinite)).sort((one, other) => one.time - other.time);
  const range = rangeOf(points.flatMap(({ values }) => values));
  if (points.length < 2 || range === void 0) {
    return [];
  }
  const { start, end, shown } = evenly(points, metric);
  return [
    "```mermaid",
    '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2563eb, #dc2626, #16a34a"}}}}%%',
    "xychart-beta",
    `  title ${quoted(metric.name)}`,
    `  x-axis "seconds since the deploy" ${start} --> ${end}`,
    `  y-axis "${unit}" ${decimal(range.bottom)} --> ${decimal(range.top)}`,
    ...titles.map((title, i) => `  line "${title}" [${shown.map(({ values }) => decimal(values[i] ?? 0)).join(", ")}]`),
    "```"
  ];
}
function isNotable({ name, limit }, rows) {
  return rows.some(({ metric, value, outcome }) => {
    if (metric !== name || value === void 0) {
      return false;
    }
    if (limit.kind === "counts") {
      return outcome === "breach" || value > limit.max;
    }
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = limit;
    const near = (bound) => Number.isFinite(bound) ? Math.abs(bound) * NEAR : 0;
    return value > max - near(max) || value < min + near(min);
  });
}
function linesOf(metric, rows) {
  const { limit } = metric;
  const time = ({ elapsed }) => elapsed / 1e3;
  if (limit.kind === "counts" && rows.every(({ counts }) => counts !== void 0 && counts.samples === void 0)) {
    return {
      unit: "failed requests",
      titles: ["failed", "breach", "healthy"],
      points: rows.flatMap((row) => {
        const { errors, total } = row.counts ?? NO_COUNTS;
        const { breach, healthy } = boundaries(total, limit.max);
        return [{ time: time(row), values: [errors, breach, Math.max(0, healthy)] }];
      })
    };
  }
  const scale = limit.kind === "counts" ? 100 : 1;
  const limits = [
    ...limit.max === void 0 ? [] : [{ title: "max", value: limit.max * scale }],
    ...limit.kind === "counts" || limit.min === void 0 ? [] : [{ title: "min", value: limit.min }]
  ];
  return {
    unit: limit.kind === "counts" ? "failed requests in %" : "value",
    titles: ["measured", ...limits.map(({ title }) => title)],
    points: rows.map((row) => ({
      time: time(row),
      values: [(row.value ?? Number.NaN) * scale, ...limits.map(({ value }) => value)]
    }))
  };
}
function rangeOf(values) {
  const lowest = values.reduce((one, other) => Math.min(one, other), 0);
  const highest = values.reduce((one, other) => Math.max(one, other), 0);
  const bottom = lowest * 1.1;
  const top = highest * 1.1;
  return Number.isFinite(top - bottom) && top > bottom ? { bottom, top } : void 0;
}
function evenly(points, metric) {
  const first = points[0]?.time ?? 0;
  const span = (points.at(-1)?.time ?? 0) - first;
  const unit = span >= MAX_POINTS ? 1 : 0.125;
  const slots = Math.min(points.length, MAX_POINTS) - 1;
  const step = Math.max(unit, Math.ceil(span / slots / unit) * unit);
  const start = Math.round(first / unit) * unit;
  const worst = /* @__PURE__ */ new Map();
  for (const point2 of points) {
    const slot = Math.round((point2.time - first) / step);
    worst.set(slot, worstOf(metric, worst.get(slot) ?? point2, point2));
  }
  const last = Math.max(1, ...worst.keys());
  let point = worst.get(0) ?? { time: first, values: [] };
  const shown = Array.from({ length: last + 1 }, (_, slot) => {
    point = worst.get(slot) ?? point;
    return point;
  });
  return { start, end: start + last * step, shown };
}
function worstOf({ limit }, one, other) {
  const [a = 0, b = 0] = [one.values[0], other.values[0]];
  return (limit.max === void 0 ? b < a : b > a) ? other : one;
}
function decimal(number) {
  return number.toLocaleString("en-US", { useGrouping: false, maximumSignificantDigits: 6 });
}
function quoted(name) {
  const safe = [...name.replace(new RegExp("[^\\p{L}\\p{N} ._/+=-]|\\p{Default_Ignorable_Code_Point}", "gu"), "_")];
  const short = safe.length > MAX_NAME ? `${safe.slice(0, MAX_NAME).join("")}…` : safe.join("");
  return `"${short.trim() || "metric"}"`;
}




/***/ }),

/***/ 2766:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   iE: () => (/* binding */ period),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   ut: () => (/* binding */ runLink),
/* harmony export */   ux: () => (/* binding */ within),
/* harmony export */   wn: () => (/* binding */ commitLink)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/post-mortem/markdown.ts
function clip(text, most) {
  const characters = [...text.slice(0, most * 2)];
  return characters.length <= most && text.length <= most * 2 ? text : `${characters.slice(0, most).join("")}… (cut, ${text.length} characters)`;
}
function visible(line) {
  return line.split("	").map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$).join("	");
}
function fenced(content, language) {
  const lines = content.flatMap((line) => line.split("\n")).map((line) => line.replace(/^<!--/, " <!--"));
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const fence = "`".repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return [`${fence}${language}`, ...lines, fence];
}
function within(items, budget, from) {
  const fitting = [];
  let used = 0;
  for (const item of from === "first" ? items : [...items].reverse()) {
    used += item.length + 1;
    if (used > budget) {
      break;
    }
    fitting.push(item);
  }
  return from === "first" ? fitting : fitting.reverse();
}
function moment(at) {
  return at === void 0 || !Number.isFinite(at) || Math.abs(at) > 864e13 ? "unknown" : `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
function period(milliseconds) {
  const seconds = Math.round(milliseconds / 1e3);
  const parts = [
    [Math.floor(seconds / 86400), "d"],
    [Math.floor(seconds / 3600) % 24, "h"],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"]
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  const shown = parts.slice(first === -1 ? -1 : first).slice(0, 2);
  return shown.filter(([amount], i) => amount > 0 || i === 0).map(([amount, unit]) => `${amount} ${unit}`).join(" ");
}
function commitLink(commit, { serverUrl, repository }) {
  return `[${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(commit.slice(0, 7))}](${serverUrl}/${repository}/commit/${commit})`;
}
function runLink(run, { serverUrl }) {
  const isRun = run?.startsWith(`${serverUrl}/`) === true && /^\/[\w.-]+\/[\w.-]+\/actions\/runs\/\d+$/.test(run.slice(serverUrl.length));
  return isRun ? `[run](${run})` : void 0;
}




/***/ })

};

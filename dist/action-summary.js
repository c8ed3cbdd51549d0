export const id = 2237;
export const ids = [2237];
export const modules = {

/***/ 2237:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failureSummary: () => (/* reexport safe */ _with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__.jg)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5036);
/* harmony import */ var _with_action_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7895);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9865);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9572);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9577);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2591);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);










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

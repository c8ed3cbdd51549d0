<<<<<<<< HEAD:dist/186.index.js
export const id = 186;
export const ids = [186];
========
export const id = 491;
export const ids = [491];
>>>>>>>> h-waves:dist/491.index.js
export const modules = {

/***/ 1491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ judgedOf),
/* harmony export */   RJ: () => (/* binding */ aheadOf),
/* harmony export */   RX: () => (/* binding */ watchAll),
/* harmony export */   Ux: () => (/* binding */ checkMetrics),
/* harmony export */   We: () => (/* binding */ gateReport),
/* harmony export */   ah: () => (/* binding */ guard),
/* harmony export */   iA: () => (/* binding */ prepare),
/* harmony export */   mE: () => (/* binding */ retreat),
/* harmony export */   vP: () => (/* binding */ recordHealthy),
/* harmony export */   yF: () => (/* binding */ aftermathOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_UZDSKEEC_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5016);
/* harmony import */ var _chunk_I3DDHKTN_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6333);
/* harmony import */ var _chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7468);
/* harmony import */ var _chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4478);
/* harmony import */ var _chunk_CINA5O6N_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7743);
/* harmony import */ var _chunk_VSZNBPBP_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(705);
/* harmony import */ var _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2269);
/* harmony import */ var _chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6509);
/* harmony import */ var _chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6786);
/* harmony import */ var _chunk_2HPNGQNA_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8571);
/* harmony import */ var _chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7118);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1947);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(359);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

<<<<<<<< HEAD:dist/186.index.js
// src/commands/report.ts
var VERDICTS = ["breached", "inconclusive", "superseded", "healthy"];




/***/ }),

/***/ 1953:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ gatePolicyOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1101);
/* harmony import */ var _chunk_EDPRRUI2_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7175);
/* harmony import */ var _chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8038);
/* harmony import */ var _chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2385);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5269);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






// src/domain/gate/resolve.ts
function gatePolicyOf(gate, inputs = {}) {
  const failureLimit = inputs.failureLimit ?? gate?.["failure-limit"] ?? _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.failureLimit;
  const ofInputs = inputMetric(inputs, failureLimit);
  const metrics = ofInputs === void 0 ? (gate?.metrics ?? []).map((metric) => metricPolicy(metric, inputs.failureLimit, failureLimit)) : [ofInputs];
  if (metrics.length === 0) {
    return void 0;
  }
  const isCounting = metrics.some(({ limit }) => limit.kind === "counts");
  const intervalMs = inputs.intervalMs ?? (0,_chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_3__/* .milliseconds */ .Rz)(gate?.interval, _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.intervalMs);
  const count = inputs.count ?? gate?.count ?? _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.count;
  const bakeMs = inputs.bakeMs ?? (gate?.bake === void 0 ? void 0 : (0,_chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_3__/* .milliseconds */ .Rz)(gate.bake, 0));
  const most = Math.max(_chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.timeoutMs, 2 * count * intervalMs, 2 * (bakeMs ?? 0));
  const timeoutMs = (0,_chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_3__/* .milliseconds */ .Rz)(gate?.timeout, most);
  refuse(
    "bake",
    bakeMs !== void 0 && bakeMs > timeoutMs ? "it is longer than the `timeout` of the gate" : void 0
  );
  refuse("failure-limit", failuresProblem(metrics, count));
  return {
    initialDelayMs: inputs.initialDelayMs ?? (0,_chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_3__/* .milliseconds */ .Rz)(gate?.["initial-delay"], _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.initialDelayMs),
    intervalMs,
    timeoutMs,
    // A value is as good as its measurements, of which `count` says how many; errors need traffic to show.
    bakeMs: bakeMs ?? (isCounting ? Math.min(_chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.bakeMs, timeoutMs / 2) : 0),
    count,
    consecutiveErrorLimit: gate?.["consecutive-error-limit"] ?? _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.consecutiveErrorLimit,
    onBreach: gate?.["on-breach"] ?? "rollback",
    onNoData: gate?.["on-no-data"] ?? "keep",
    onError: gate?.["on-error"] ?? "keep",
    onInconclusive: gate?.["on-inconclusive"] ?? "keep",
    metrics
  };
}
function failuresProblem(metrics, count) {
  const most = Math.max(0, ...metrics.map(({ limit }) => limit.kind === "values" ? limit.failureLimit : 0));
  return most < count ? void 0 : `expected less than \`count\`, which is ${count}`;
}
function metricPolicy(metric, given, otherwise) {
  const {
    name,
    timeout,
    max,
    min,
    "min-samples": minSamples = _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.minSamples,
    "failure-limit": failureLimit = otherwise,
    observe = false,
    before,
    ...source
  } = metric;
  return {
    name,
    source: {
      ...source,
      timeoutMs: (0,_chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_3__/* .milliseconds */ .Rz)(timeout, _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.metricTimeoutMs),
      ...before === void 0 ? {} : { beforeMs: (0,_chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_3__/* .milliseconds */ .Rz)(before, 0) }
    },
    observe,
    limit: (0,_chunk_EDPRRUI2_js__WEBPACK_IMPORTED_MODULE_2__/* .isCounts */ .pi)(metric) && max !== void 0 ? { kind: "counts", max, minSamples, compared: metric.control !== void 0 } : { kind: "values", min, max, failureLimit: given ?? failureLimit }
  };
}
function inputMetric(inputs, failureLimit) {
  const { metricUrl: url, metricPath: path, metricErrors: errors, metricTotal: total, threshold } = inputs;
  const given = Object.entries({
    "metric-url": url,
    threshold,
    "metric-path": path,
    "metric-errors": errors,
    "metric-total": total
  }).flatMap(([name, value]) => value === void 0 ? [] : [name]);
  const [first] = given;
  if (first === void 0) {
    return void 0;
  }
  const counts = errors !== void 0 || total !== void 0;
  const needed = ["metric-url", "threshold", ...counts ? ["metric-errors", "metric-total"] : []];
  const missing = needed.find((name) => !given.includes(name));
  if (missing !== void 0 || url === void 0 || threshold === void 0) {
    throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP(
      "input-missing",
      `The input \`${first}\` was given without \`${missing}\`.`,
      `Add \`${missing}\`, or describe the gate under \`environments\` in the configuration.`
    );
  }
  const forbidden = (0,_chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_4__/* .forbiddenVariable */ .AK)(url);
  refuse("metric-url", (0,_chunk_EDPRRUI2_js__WEBPACK_IMPORTED_MODULE_2__/* .metricUrlProblem */ .Vw)(url));
  refuse("metric-url", forbidden === void 0 ? void 0 : `\`\${${forbidden}}\` is never sent to a metric server`);
  refuse(
    "metric-path",
    path !== void 0 && counts ? "`metric-errors` and `metric-total` say where they stand" : void 0
  );
  for (const [name, text] of Object.entries({ "metric-path": path, "metric-errors": errors, "metric-total": total })) {
    refuse(name, text === void 0 ? void 0 : (0,_chunk_EDPRRUI2_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonPathProblem */ .tX)(text));
  }
  const isRate = threshold > 0 && threshold < 1;
  refuse(
    "threshold",
    counts && !isRate ? "expected the highest rate of failed requests, above 0 and below 1" : void 0
  );
  return {
    name: "metric",
    source: { provider: "http", url, path, errors, total, timeoutMs: _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.metricTimeoutMs },
    observe: false,
    limit: counts ? { kind: "counts", max: threshold, minSamples: _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.minSamples, compared: false } : { kind: "values", min: void 0, max: threshold, failureLimit }
  };
}
function refuse(input, problem) {
  if (problem !== void 0) {
    throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP("input-invalid", `The input \`${input}\`: ${problem}.`, "Correct it.");
  }
}




/***/ }),

/***/ 2186:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guard: () => (/* binding */ guard)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_C3TQUCXL_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3747);
/* harmony import */ var _chunk_UWCEPKJO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(292);
/* harmony import */ var _chunk_CNKOMC64_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9915);
/* harmony import */ var _chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7468);
/* harmony import */ var _chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3477);
/* harmony import */ var _chunk_2XOSLVFX_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6374);
/* harmony import */ var _chunk_KNM4WRYN_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6768);
/* harmony import */ var _chunk_BQMYLIZB_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9734);
/* harmony import */ var _chunk_ZT55MND3_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6160);
/* harmony import */ var _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9914);
/* harmony import */ var _chunk_QXAM6WBM_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1215);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8146);
/* harmony import */ var _chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9366);
/* harmony import */ var _chunk_CM23GJK4_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(4583);
/* harmony import */ var _chunk_DWIJ2GBH_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(3621);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(3352);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(6965);
/* harmony import */ var _chunk_MTXSKKGK_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(974);
/* harmony import */ var _chunk_PMXI4B6A_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1953);
/* harmony import */ var _chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(4977);
/* harmony import */ var _chunk_BMH437EG_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(2221);
/* harmony import */ var _chunk_BXNEWYNN_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(5177);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(8712);
/* harmony import */ var _chunk_XR563HSZ_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(4273);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(9041);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(9586);
/* harmony import */ var _chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(9075);
/* harmony import */ var _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(1101);
/* harmony import */ var _chunk_EDPRRUI2_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(7175);
/* harmony import */ var _chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(8038);
/* harmony import */ var _chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(2385);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(1947);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(6127);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(6962);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BSCWRUA3_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(8918);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



























========
>>>>>>>> h-waves:dist/491.index.js















// src/domain/gate/why.ts
var MAX_REASONS = 3;
function whyBreached(breached) {
  return breached.map((one) => {
    const live = (0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .roughly */ .vB)(one.measurements.at(-1)?.elapsed ?? 0);
    return `${stateOf2(one)}; it was live for ${live}. Measured by \`${one.metric.name}\`: ${proofOf(one)}.`;
  }).join(" ");
}
function whyHealthy(accepted) {
  const each = accepted.map((one) => `${stateOf2(one)}. Measured by \`${one.metric.name}\`: ${proofOf(one)}.`);
  return [
    accepted.length === 1 ? "The metric is within its limit." : "All metrics are within their limits.",
    ...each
  ].join(" ");
}
function whyUnjudged(open, cause, fallback, healthy) {
  return ["The version could not be judged.", ...open.map(gapOf), consequence(cause, fallback, healthy)].join(" ");
}
function observedText({ metric, tally, measurements }) {
  const name = `\`${metric.name}\``;
  if (tally.decision === "breach") {
    return `Only observed: ${name} would have breached. ${stateOf2({ metric, tally, measurements })}.`;
  }
  return tally.latest === void 0 ? `Only observed: ${name} had no data.` : `Only observed: ${name} would not have breached. ${stateOf2({ metric, tally, measurements })}.`;
}
function raisedLimits({ metrics }) {
  return metrics.flatMap(
    ({ metric: { name, limit }, tally: { max, latest } }) => limit.kind === "counts" && latest?.kind === "counts" && latest.before !== void 0 && max > limit.max ? [
      `\`${name}\` was judged by ${(0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .percent */ .KN)(max)} instead of ${(0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .exactPercent */ .lk)(limit.max)}, since before the deploy ${(0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .countsText */ .WN)(latest.before)} failed already.`
    ] : []
  );
}
function waitingText({ policy, metrics }, watchedMs) {
  const bake = policy.bakeMs - watchedMs;
  const open = metrics.filter(
    ({ metric, tally }) => !metric.observe && (tally.decision !== "accept" || tally.streak > 0)
  );
  const reasons2 = [
<<<<<<<< HEAD:dist/186.index.js
    ...bake > 0 ? [`healthy at the earliest in ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_40__/* .duration */ .p0)(bake)}`] : [],
    ...open.map((one) => `\`${one.metric.name}\` ${openText(one, policy.count)}`)
  ];
  return `Watching for ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_40__/* .duration */ .p0)(Math.max(0, policy.timeoutMs - watchedMs))} at most: ${reasons2.join("; ")}.`;
========
    ...bake > 0 ? [`healthy at the earliest in ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_14__/* .duration */ .p0)(bake)}`] : [],
    ...open.map((one) => `\`${one.metric.name}\` ${openText(one, policy.count)}`)
  ];
  return `Watching for ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_14__/* .duration */ .p0)(Math.max(0, policy.timeoutMs - watchedMs))} at most: ${reasons2.join("; ")}.`;
>>>>>>>> h-waves:dist/491.index.js
}
function openText({ metric, tally }, needed) {
  const { limit } = metric;
  const { latest, test, lastMinute, max } = tally;
  if (latest === void 0 || tally.streak > 0) {
    return tally.failed > 0 ? "cannot be measured" : "has no data";
  }
  if (limit.kind === "values") {
<<<<<<<< HEAD:dist/186.index.js
    return tally.withData < needed ? `has ${tally.withData} of ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_40__/* .count */ .U9)(needed, "measurement")}` : "did not pass the last time";
  }
  if (test === void 0 || test.requests < limit.minSamples) {
    return `has ${Math.floor(test?.requests ?? 0)} of at least ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_40__/* .count */ .U9)(limit.minSamples, "request")}`;
========
    return tally.withData < needed ? `has ${tally.withData} of ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_14__/* .count */ .U9)(needed, "measurement")}` : "did not pass the last time";
  }
  if (test === void 0 || test.requests < limit.minSamples) {
    return `has ${Math.floor(test?.requests ?? 0)} of at least ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_14__/* .count */ .U9)(limit.minSamples, "request")}`;
>>>>>>>> h-waves:dist/491.index.js
  }
  if ((0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .isBreach */ .GC)(test)) {
    return "is beyond its limit, but fails no more often than elsewhere";
  }
  if (test.failures > max * test.requests) {
    return "is beyond its limit, without enough evidence yet";
  }
  return test.ratio > _chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .HEALTHY_AT */ .k6 ? "has too few requests to be sure" : (lastMinute?.ratio ?? 0) > 0 ? "did worse in the last minute" : "had an answer that was not complete";
}
function stateOf2({ metric, tally: { latest, max } }) {
  const allowed = `allowed is ${(0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .allowedText */ .En)(metric, max)}`;
  if (latest?.kind === "counts" && metric.limit.kind === "counts") {
    return `${capital((0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .failedText */ .dz)(latest))}; ${allowed}`;
  }
  return latest?.kind === "value" ? `\`${metric.name}\` is ${(0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .amount */ .vj)(latest.value)}; ${allowed}` : "";
}
function proofOf({ metric: { limit }, tally }) {
  const { test, failures, withData, comparison, compared, latest } = tally;
  if (limit.kind === "counts") {
    const usual = latest?.kind === "counts" && latest.before !== void 0 && tally.max > limit.max ? [`before the deploy ${(0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .countsText */ .WN)(latest.before)}`] : [];
    return [
      ...test === void 0 ? [] : [(0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .testText */ .e5)(test)],
      ...comparison === void 0 ? [] : [(0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .comparisonText */ .VF)(comparison, compared.control)],
      ...usual
    ].join("; ");
  }
<<<<<<<< HEAD:dist/186.index.js
  return `${failures} of ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_40__/* .count */ .U9)(withData, "measurement")} failed (allowed: ${limit.failureLimit})`;
========
  return `${failures} of ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_14__/* .count */ .U9)(withData, "measurement")} failed (allowed: ${limit.failureLimit})`;
>>>>>>>> h-waves:dist/491.index.js
}
function gapOf(one) {
  const { metric, tally, measurements, cause } = one;
  const name = `\`${metric.name}\``;
  if (cause === "inconclusive") {
    return inconclusiveText(one);
  }
  if (tally.measured === 0) {
    return `${name} was never measured.`;
  }
  const verb = cause === "error" ? "could not be measured" : "had no data";
  return `${name} ${verb} in ${whichOf(tally)} (${reasons(metric, measurements.slice(-tally.streak))}).`;
}
function inconclusiveText(one) {
  const { metric, tally } = one;
  const name = `\`${metric.name}\``;
  const { limit } = metric;
  const { test, max, latest } = tally;
  if (limit.kind === "values") {
    return `${name} has too little evidence. ${stateOf2(one)}. ${capital(proofOf(one))}.`;
  }
  if (test !== void 0 && limit.compared === true && (0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .isBreach */ .GC)(test)) {
    return tally.comparison === void 0 ? `${name} is beyond its limit, and what was not deployed could not be counted. ${stateOf2(one)}. ${capital(proofOf(one))}.` : `${name} is beyond its limit, but others fail too, so it need not be the deploy. ${stateOf2(one)}. ${capital(proofOf(one))}.`;
  }
  if (latest?.kind === "counts" && latest.partial === true) {
    return `${name} got answers that were not complete, which prove nothing good. ${stateOf2(one)}. ${capital(proofOf(one))}.`;
  }
  const least = Math.max(limit.minSamples, (0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .leastRequests */ .mc)(Number.isNaN(max) ? limit.max : max));
  const proof = test === void 0 || test.requests === 0 ? "" : `${capital(proofOf(one))}. `;
  return `${name} has too little evidence. ${stateOf2(one)}. ${proof}With this limit it takes at least ${least} requests without a failure to be healthy.`;
}
function whichOf({ withData, streak }) {
  if (withData > 0) {
    return streak === 1 ? "the last measurement" : `the last ${streak} measurements`;
  }
  return streak === 1 ? "its only measurement" : `any of its ${streak} measurements`;
}
function reasons(metric, streak) {
  const all = streak.flatMap(({ reading }) => {
    const seen = (0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .understood */ .Se)(metric, reading);
    return seen.kind === "no-data" || seen.kind === "failed" ? [seen.why.trim().replace(/\.$/, "")] : [];
  });
  const different = [...new Set(all)];
  const more = different.length > MAX_REASONS ? ["…"] : [];
  return [...more, ...different.slice(-MAX_REASONS)].join("; ");
}
function consequence(cause, fallback, healthy) {
  const policy = `\`on-${cause}: ${fallback}\``;
  switch (fallback) {
    case "keep":
      return `By ${policy} it stays live, without a verdict.`;
    case "pass":
      return healthy ? `By ${policy} it counts as healthy.` : `By ${policy} it stays live, but does not count as healthy.`;
    case "rollback":
      return `By ${policy} it has to go back.`;
  }
}
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/domain/gate/gate.ts
function openGate(policy) {
  const names = new Set(policy.metrics.map(({ name }) => name));
  if (names.size === 0 || names.size < policy.metrics.length) {
    throw new RangeError("A gate needs at least one metric, and each a name of its own.");
  }
  return { policy, metrics: policy.metrics.map((metric) => ({ metric, measurements: [], tally: _chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .EMPTY */ .wg })) };
}
function observe(state, measurements) {
  const metrics = state.metrics.map(
    (one) => measurements.filter(({ metric }) => metric === one.metric.name).reduce(
      (before, measurement) => ({
        metric: before.metric,
        measurements: [...before.measurements, measurement],
        tally: (0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .tallied */ .mG)(before.tally, before.metric, measurement, state.policy.count)
      }),
      one
    )
  );
  return { policy: state.policy, metrics };
}
function conclude(state, watchedMs) {
  const ending = decide(state, watchedMs);
  const observed = ending === void 0 ? [] : state.metrics.filter(({ metric }) => metric.observe);
  return ending === void 0 || observed.length === 0 ? ending : { ...ending, why: [ending.why, ...observed.map(observedText)].join(" ") };
}
function decide(state, watchedMs) {
  const { policy } = state;
  const deciding = state.metrics.filter(({ metric }) => !metric.observe);
  const timedOut = watchedMs >= policy.timeoutMs;
  const breached = deciding.filter(({ tally }) => tally.decision === "breach");
  if (breached.length > 0) {
    return { verdict: "breached", action: policy.onBreach, why: whyBreached(breached) };
  }
  if (deciding.length === 0) {
    const why = "Every metric is only observed, so there was nothing to decide.";
    return timedOut ? { verdict: "inconclusive", action: "none", why } : void 0;
  }
  const left = deciding.filter(({ tally }) => tally.decision !== "accept" || tally.streak > 0);
  const baked = watchedMs >= policy.bakeMs;
  if (left.length === 0 && baked) {
    return { verdict: "healthy", action: "none", why: whyHealthy(deciding) };
  }
  const givenUp = left.length > 0 && (baked || left.length === deciding.length) && left.every(({ tally }) => tally.failed >= policy.consecutiveErrorLimit);
  return timedOut || givenUp ? withoutVerdict(left, policy) : void 0;
}
var ACTIONS = { keep: "warn", pass: "none", rollback: "rollback" };
var STRICTEST_FIRST = ["rollback", "keep", "pass"];
function withoutVerdict(left, policy) {
  const fallbacks = { "no-data": policy.onNoData, error: policy.onError, inconclusive: policy.onInconclusive };
  const unjudged = left.map((one) => ({ ...one, cause: causeOf(one, policy) }));
  const [cause = "no-data"] = unjudged.map((one) => one.cause).sort((one, other) => STRICTEST_FIRST.indexOf(fallbacks[one]) - STRICTEST_FIRST.indexOf(fallbacks[other]));
  const fallback = fallbacks[cause];
  const healthy = fallback === "pass" && unjudged.every((one) => one.cause === "inconclusive" && isWithin(one));
  return {
    verdict: healthy ? "healthy" : "inconclusive",
    action: ACTIONS[fallback],
    why: whyUnjudged(unjudged, cause, fallback, healthy)
  };
}
function isWithin({ metric, tally: { latest, test, max } }) {
  if (latest?.kind === "counts") {
    return test !== void 0 && test.requests > 0 && test.failures <= max * test.requests;
  }
  return latest?.kind === "value" && metric.limit.kind === "values" && !(0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .isBeyond */ ._f)(latest.value, metric.limit);
}
function causeOf({ tally }, policy) {
  if (tally.withData > 0 && tally.streak < policy.consecutiveErrorLimit) {
    return "inconclusive";
  }
  return tally.streak > 0 && tally.failedInStreak === tally.streak ? "error" : "no-data";
}

// src/engine/healthy.ts
async function recordHealthy(session, found, reason) {
<<<<<<<< HEAD:dist/186.index.js
  const targets = found.map(({ component, environment }) => (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentTarget */ .rW)(component, environment));
========
  const targets = found.map(({ component, environment }) => (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentTarget */ .rW)(component, environment));
>>>>>>>> h-waves:dist/491.index.js
  try {
    const { view } = await session.observe(targets);
    const appended = await session.append(
      view,
      targets,
      async ({ tags }) => {
        const events = found.map((one) => ({
          kind: "healthy",
          ...one,
<<<<<<<< HEAD:dist/186.index.js
          tags: tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_34__/* .componentId */ .nV)(one.component))
========
          tags: tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(one.component))
>>>>>>>> h-waves:dist/491.index.js
        }));
        return { kind: "write", commits: [{ events }] };
      },
      { reason }
    );
    return appended.kind === "superseded" ? [] : [...appended.remarks, ...appended.doubtful.map(({ problem: { what, remedy } }) => `${what} ${remedy}`)];
  } catch (error) {
<<<<<<<< HEAD:dist/186.index.js
    if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP && error.code !== "cancelled") {
========
    if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP && error.code !== "cancelled") {
>>>>>>>> h-waves:dist/491.index.js
      return [
        `The versions were found healthy, but this could not be recorded in the ledger: ${error.what} ${error.remedy}`
      ];
    }
    throw error;
  }
}

// src/commands/guard/aftermath.ts
async function aftermathOf(done, judged, gate, measuredAt, settings, session, ports, targets = [judged.target]) {
  const { outcome, before, applier } = done;
  const restoredAt = applier.writtenAt ?? ports.clock.now();
  const movedAt = done.kind === "moved" ? done.movedAt : void 0;
  const notices = settings.dryRun ? [] : await readBack(outcome, judged, ports);
<<<<<<<< HEAD:dist/186.index.js
  const report = await (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .reportMove */ .Q6)("rollback", session, before, [judged.target], outcome, settings, ports, measuredAt);
  const version = outcome.intent.choices[0]?.version ?? runningIn(judged, outcome.view) ?? "";
========
  const report = await (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .reportMove */ .Q6)("rollback", session, before, targets, outcome, settings, ports, measuredAt);
  const version = choiceFor(judged, outcome)?.version ?? runningIn(judged, outcome.view) ?? "";
>>>>>>>> h-waves:dist/491.index.js
  return {
    version,
    report: { ...report, moves: done.kind === "held" ? [] : report.moves, notices: [...report.notices, ...notices] },
    times: settings.dryRun ? void 0 : {
      moved: movedAt === void 0 ? void 0 : movedAt - measuredAt,
      restored: restoredAt - measuredAt,
      done: ports.clock.now() - measuredAt
    },
    occasion: occasionOf(done, judged, gate, version, restoredAt, movedAt, measuredAt),
    failures: (issue, failOnRollback) => failuresOf(done, judged, gate, version, settings, issue, failOnRollback)
  };
}
function choiceFor({ environment }, { intent }) {
  return intent.choices.find(({ situation }) => situation.environment === environment);
}
function runningIn({ component, environment }, view) {
<<<<<<<< HEAD:dist/186.index.js
  return (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(component, environment, view).current;
========
  return (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(component, environment, view).current;
>>>>>>>> h-waves:dist/491.index.js
}
async function readBack({ keys, plans }, { environment }, { kv, journal }) {
  const stale = [];
  try {
    for (const plan of keys.length === 0 ? [] : plans) {
<<<<<<<< HEAD:dist/186.index.js
      const written = plan.keys.filter(({ key, role }) => role === "environment" && key !== _chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .INDEX_KEY */ .lr);
========
      const written = plan.keys.filter(({ key, role }) => role === "environment" && key !== _chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .INDEX_KEY */ .lr);
>>>>>>>> h-waves:dist/491.index.js
      const stored = await kv.read(
        plan.namespace,
        written.map(({ key }) => key)
      );
<<<<<<<< HEAD:dist/186.index.js
      stale.push(...written.filter((planned) => (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_10__/* .differs */ .Ag)(planned, stored.get(planned.key))).map(({ key }) => key));
    }
  } catch (error) {
    const [first] = (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .toTagshipErrors */ .XF)(error);
========
      stale.push(...written.filter((planned) => (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_7__/* .differs */ .Ag)(planned, stored.get(planned.key))).map(({ key }) => key));
    }
  } catch (error) {
    const [first] = (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error);
>>>>>>>> h-waves:dist/491.index.js
    journal.info(`KV could not be read back: ${first?.what ?? ""}`);
    return [
      { level: "notice", message: `KV acknowledged the rollback, but could not be read back: ${first?.what ?? ""}` }
    ];
  }
  return stale.length === 0 ? [] : [
    {
      level: "notice",
      message: `KV acknowledged the rollback, and still answers something older for ${stale.map((key) => `\`${key}\``).join(", ")} in \`${environment}\`: reads may be a minute old.`
    }
  ];
}
function occasionOf(done, judged, { policy, rows, startedAt, why }, version, restoredAt, movedAt, measuredAt) {
  const { component, environment } = judged;
  const { outcome } = done;
  const entry = outcome.ledger?.entry(environment, component) ?? outcome.view.ledger?.entry(environment, component);
  const isTold = entry?.version === version && (entry.move === "rollback" || entry.status === "held");
  return {
    component,
    environment,
    left: judged.version,
    restored: { version, commit: choiceFor(judged, outcome)?.commit ?? entry?.commit ?? void 0 },
    entry: isTold ? entry : void 0,
    why,
    gate: { policy, rows, startedAt },
    held: done.kind === "held" ? done.cause.map(({ what }) => what).join(" ") : void 0,
    times: { moved: movedAt === void 0 ? void 0 : movedAt - measuredAt, restored: restoredAt - measuredAt }
  };
}
function failuresOf(done, judged, { why }, version, { dryRun }, issue, failOnRollback) {
  const { id, environment } = judged;
  const name = `\`${id}\` ${judged.version} in \`${environment}\``;
  const look2 = issue === void 0 ? "" : ` The post-mortem is ${issue}.`;
  if (dryRun) {
<<<<<<<< HEAD:dist/186.index.js
    return { errors: [], notices: (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .warnings */ .AR)([`${name} would have been rolled back to ${version}: ${why}`]) };
========
    return { errors: [], notices: (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .warnings */ .AR)([`${name} would have been rolled back to ${version}: ${why}`]) };
>>>>>>>> h-waves:dist/491.index.js
  }
  if (done.kind === "held") {
    const hold = done.isRecorded ? "a hold in the ledger keeps it there" : "only the metadata of its key says so, since the ledger could not record it either";
    const what2 = `${name} should go back to ${version}: ${why} KV has ${version} again and ${hold}, but the tag still stands for ${judged.version}. ${done.cause.map((one) => one.what).join(" ")}`;
    const remedies = [...new Set(done.cause.map(({ remedy: remedy2 }) => remedy2))].join(" ");
<<<<<<<< HEAD:dist/186.index.js
    const error = new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP(
========
    const error = new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(
>>>>>>>> h-waves:dist/491.index.js
      "tag-held",
      what2,
      `${remedies} Then \`promote\` ${version}: moving the tag ends the hold.${look2}`
    );
    return { errors: [error], notices: [] };
  }
  const what = `${name} was rolled back to ${version}: ${why}`;
  const remedy = `Find out why before it is promoted again: ${judged.version} is quarantined.${look2}`;
<<<<<<<< HEAD:dist/186.index.js
  return failOnRollback ? { errors: [new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP("rolled-back", what, remedy)], notices: [] } : { errors: [], notices: (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .warnings */ .AR)([`${what} ${remedy}`]) };
========
  return failOnRollback ? { errors: [new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP("rolled-back", what, remedy)], notices: [] } : { errors: [], notices: (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .warnings */ .AR)([`${what} ${remedy}`]) };
>>>>>>>> h-waves:dist/491.index.js
}

// src/engine/hold.ts
var LOOK_LIMIT_MS = 5e3;
async function tryLook(session, targets) {
  const { clock, repository } = session.ports;
  let looked;
  try {
    looked = await clock.within(LOOK_LIMIT_MS, async () => (await session.observe(targets)).view);
  } catch {
    return void 0;
  }
  if (!looked.inTime) {
    await repository.abandon();
  }
  return looked.inTime ? looked.value : void 0;
}
async function holdInKvAlone(session, view, targets, decide2, applier) {
<<<<<<<< HEAD:dist/186.index.js
  const draft = await (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .draftOf */ .bz)(session, view, await decide2(view), targets, applier);
========
  const draft = await (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .draftOf */ .bz)(session, view, await decide2(view), targets, applier);
>>>>>>>> h-waves:dist/491.index.js
  const held = draft.landings.flatMap(({ choice: { situation } }) => situation.ref?.object ?? []);
  let last = draft.supposed;
  const observe2 = async () => {
    const looked = await tryLook(session, targets);
    if (looked === void 0) {
      return last;
    }
    const stand = targets.map(
<<<<<<<< HEAD:dist/186.index.js
      ({ component, slot }) => looked.tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_34__/* .componentId */ .nV)(component))?.environments.get(slot.name)?.object
    );
    const isRecorded = draft.landings.every(({ choice: { situation } }) => {
      const entry = looked.entry(situation.environment, situation.component);
      return (0,_chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_13__/* .speaksOf */ .Tq)(entry, situation.ref?.object) && entry.status === "held";
    });
    last = held.every((object) => stand.includes(object)) && !isRecorded ? (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .suppose */ .wM)(looked, draft) : looked;
========
      ({ component, slot }) => looked.tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component))?.environments.get(slot.name)?.object
    );
    const isRecorded = draft.landings.every(({ choice: { situation } }) => {
      const entry = looked.entry(situation.environment, situation.component);
      return (0,_chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_8__/* .speaksOf */ .Tq)(entry, situation.ref?.object) && entry.status === "held";
    });
    last = held.every((object) => stand.includes(object)) && !isRecorded ? (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .suppose */ .wM)(looked, draft) : looked;
>>>>>>>> h-waves:dist/491.index.js
    return last;
  };
  const record = async ({ ledger }) => {
    return { ledger, written: false, warnings: [], failures: [] };
  };
  const first = { plans: draft.plans, observed: draft.supposed };
<<<<<<<< HEAD:dist/186.index.js
  const planFor = async (now) => await (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .planOf */ .XC)(session, targets, now);
  const converged = await (0,_chunk_ZT55MND3_js__WEBPACK_IMPORTED_MODULE_9__/* .convergeTargets */ .qr)(session, applier, targets, first, planFor, { observe: observe2, record });
========
  const planFor = async (now) => await (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .planOf */ .XC)(session, targets, now);
  const converged = await (0,_chunk_VSZNBPBP_js__WEBPACK_IMPORTED_MODULE_6__/* .convergeTargets */ .qr)(session, applier, targets, first, planFor, { observe: observe2, record });
>>>>>>>> h-waves:dist/491.index.js
  return { kind: "moved", intent: draft.intent, ...converged, ledger: view.ledger };
}

// src/commands/guard/subject.ts
function judgedOf(target, policy, view, session, now, ahead) {
  const { component, slot } = target;
<<<<<<<< HEAD:dist/186.index.js
  const { ref, entry } = (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(component, slot.name, view);
  if (ref === void 0) {
    return "no-tag";
  }
  const running = (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_10__/* .runningOf */ .Tx)(target, view, session.config.unversioned, _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_10__/* .noContent */ .V$);
  if (running === void 0) {
    return "unversioned";
  }
  const told = (0,_chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_13__/* .speaksOf */ .Tq)(entry, ref.object) ? entry : void 0;
========
  const { ref, entry } = (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(component, slot.name, view);
  if (ref === void 0) {
    return "no-tag";
  }
  const running = (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_7__/* .runningOf */ .Tx)(target, view, session.config.unversioned, _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_7__/* .noContent */ .V$);
  if (running === void 0) {
    return "unversioned";
  }
  const told = (0,_chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_8__/* .speaksOf */ .Tq)(entry, ref.object) ? entry : void 0;
>>>>>>>> h-waves:dist/491.index.js
  const at = told?.at == null ? Number.NaN : Date.parse(told.at) - ahead;
  return {
    target,
    component,
<<<<<<<< HEAD:dist/186.index.js
    id: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_34__/* .componentId */ .nV)(component),
========
    id: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component),
>>>>>>>> h-waves:dist/491.index.js
    environment: slot.name,
    ref,
    version: running.version,
    commit: running.commit,
    previous: told?.previous ?? void 0,
    entry: told,
    since: Number.isNaN(at) ? now : Math.min(at, now),
    policy
  };
}
async function aheadOf(repository, clock) {
  const ahead = await repository.serverTime() * 1e3 - clock.now();
  return Math.abs(ahead) < 2e3 ? 0 : ahead;
}
async function checkMetrics(judged, metrics, clock) {
  const advice = [];
  const problems = /* @__PURE__ */ new Map();
  for (const { policy, component, environment, version, previous, since } of judged) {
    for (const metric of policy.metrics) {
      try {
        const elapsed = clock.now() - since;
        const subject = { component, environment, version, previous, since, elapsed };
        advice.push(...await metrics.check(metric, subject));
      } catch (error) {
        for (const problem of (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error)) {
          problems.set(problem.message, problem);
        }
      }
    }
  }
  if (problems.size > 0) {
    throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipErrors */ .g0([...problems.values()]);
  }
  return advice;
}
function untouchable(entry) {
  if (entry?.status === "held") {
    return "KV is held back from the tag by an earlier rollback";
  }
  return entry?.move === "rollback" || entry?.move === "restore" ? `it was put there by a ${entry.move}` : void 0;
}

// src/commands/guard/retreat.ts
var MOVE_LIMIT_MS = 2e4;
var HOLD_LIMIT_MS = 8e3;
async function prepare(session, leaving, view) {
  const applier = session.newApplier();
<<<<<<<< HEAD:dist/186.index.js
  const { plans } = await (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .draftOf */ .bz)(
    session,
    view,
    await decideFor(session, judged, false)(view),
    [judged.target],
    applier
  );
  const adopted = await (0,_chunk_ZT55MND3_js__WEBPACK_IMPORTED_MODULE_9__/* .recordHolds */ .u1)(session, view, [judged.target], plans, applier);
========
  const targets = targetsOf2(leaving);
  const { plans } = await (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .draftOf */ .bz)(session, view, await decideFor(session, leaving, false)(view), targets, applier);
  const adopted = await (0,_chunk_VSZNBPBP_js__WEBPACK_IMPORTED_MODULE_6__/* .recordHolds */ .u1)(session, view, targets, plans, applier);
>>>>>>>> h-waves:dist/491.index.js
  const [failure] = adopted.failures;
  if (failure !== void 0) {
    throw failure.error;
  }
  return { applier, adopted: adopted.view };
}
async function retreat(session, leaving, last, applier, why, ports) {
  const { clock, journal } = ports;
  let view;
  let movedAt;
  let onLanded = () => void 0;
  const landed = new Promise((resolve) => {
    onLanded = () => {
      movedAt = clock.now();
      resolve();
    };
  });
  const attempt2 = async () => {
    for (; ; ) {
      view = (await session.observe(targetsOf2(leaving))).view;
      const { left, stop } = standingOf(leaving, view);
      if (left.length === 0) {
        return stop;
      }
      const outcome = await (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .move */ .Cy)(session, view, targetsOf2(left), decideFor(session, left, false), {
        limitMs: MOVE_LIMIT_MS,
        onLanded,
        reason: why,
        applier
      });
      if (outcome.kind !== "superseded") {
        return { kind: "moved", outcome, before: view, movedAt, applier };
      }
      if (left.length === 1) {
        return { kind: "superseded" };
      }
    }
<<<<<<<< HEAD:dist/186.index.js
    const outcome = await (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .move */ .Cy)(session, view, [judged.target], decideFor(session, judged, false), {
      limitMs: MOVE_LIMIT_MS,
      onLanded,
      reason: why,
      applier
    });
    return outcome.kind === "superseded" ? { kind: "superseded" } : { kind: "moved", outcome, before: view, movedAt, applier };
========
>>>>>>>> h-waves:dist/491.index.js
  };
  let cause;
  try {
    const attempted = attempt2();
    const timely = await clock.within(MOVE_LIMIT_MS, () => Promise.race([attempted, landed]));
    if (timely.inTime) {
      return await attempted;
    }
    attempted.catch(() => void 0);
    await ports.repository.abandon();
    cause = [
<<<<<<<< HEAD:dist/186.index.js
      new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP(
========
      new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(
>>>>>>>> h-waves:dist/491.index.js
        "git-unreachable",
        `The tag could not be moved within ${MOVE_LIMIT_MS / 1e3} s, since the Git server did not answer.`,
        "See its status page."
      )
    ];
  } catch (error) {
<<<<<<<< HEAD:dist/186.index.js
    cause = (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .toTagshipErrors */ .XF)(error);
========
    cause = (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error);
>>>>>>>> h-waves:dist/491.index.js
    if (movedAt !== void 0 || cause.some(({ code }) => code === "rollback-impossible")) {
      throw error;
    }
  }
  journal.info(`The tag could not be moved: ${cause.map(({ what }) => what).join(" ")} KV is restored all the same.`);
  return await holdBack(session, leaving, view ?? last, applier, why, cause, ports);
}
async function holdBack(session, leaving, last, applier, why, cause, ports) {
  const now = await tryLook(session, targetsOf2(leaving));
  const { left, stop } = now === void 0 ? { left: leaving, stop: void 0 } : standingOf(leaving, now);
  if (now !== void 0 && stop !== void 0 && left.length === 0) {
    return await finished(session, leaving, now, applier) ?? stop;
  }
  const targets = targetsOf2(left);
  const hold = decideFor(session, left, true);
  let isRecorded = false;
  if (now !== void 0) {
    try {
      const onLanded = () => {
        isRecorded = true;
      };
      const timely = await ports.clock.within(
        HOLD_LIMIT_MS,
<<<<<<<< HEAD:dist/186.index.js
        () => (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .move */ .Cy)(session, now, targets, hold, { limitMs: HOLD_LIMIT_MS, onLanded, reason: why, applier })
========
        () => (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .move */ .Cy)(session, now, targets, hold, { limitMs: HOLD_LIMIT_MS, onLanded, reason: why, applier })
>>>>>>>> h-waves:dist/491.index.js
      );
      if (timely.inTime && timely.value.kind !== "superseded") {
        return { kind: "held", outcome: timely.value, before: now, cause, isRecorded: true, applier };
      }
      if (timely.inTime) {
        return { kind: "superseded" };
      }
      await ports.repository.abandon();
    } catch (error) {
<<<<<<<< HEAD:dist/186.index.js
      ports.journal.info(`The hold could not be recorded: ${(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .toTagshipErrors */ .XF)(error)[0]?.what ?? ""}`);
========
      ports.journal.info(`The hold could not be recorded: ${(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error)[0]?.what ?? ""}`);
>>>>>>>> h-waves:dist/491.index.js
    }
  }
  const outcome = await holdInKvAlone(session, now ?? last, targets, hold, applier);
  return { kind: "held", outcome, before: now ?? last, cause, isRecorded, applier };
}
<<<<<<<< HEAD:dist/186.index.js
async function finished(session, judged, now, applier) {
  const entry = now.ledger?.entry(judged.environment, judged.component);
  const { ref } = (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(judged.component, judged.environment, now);
========
async function finished(session, leaving, now, applier) {
>>>>>>>> h-waves:dist/491.index.js
  const { author } = session.settings;
  const isOurs = leaving.some(({ component, environment }) => {
    const entry = now.ledger?.entry(environment, component);
    const { ref } = (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(component, environment, now);
    return entry?.move === "rollback" && entry.tag === ref?.object && author.run !== null && entry.run === author.run;
  });
  if (!isOurs) {
    return void 0;
  }
<<<<<<<< HEAD:dist/186.index.js
  const outcome = await (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .move */ .Cy)(session, now, [judged.target], async () => nothing, { applier });
  return outcome.kind === "superseded" ? { kind: "superseded" } : { kind: "moved", outcome: { ...outcome, kind: "moved" }, before: now, movedAt: void 0, applier };
}
var nothing = { kind: "rollback", choices: [], removals: [] };
function standing(judged, view) {
  const { ref, entry } = (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(judged.component, judged.environment, view);
  if (ref?.object !== judged.ref.object) {
========
  const outcome = await (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .move */ .Cy)(session, now, targetsOf2(leaving), async () => nothing, { applier });
  return outcome.kind === "superseded" ? { kind: "superseded" } : { kind: "moved", outcome: { ...outcome, kind: "moved" }, before: now, movedAt: void 0, applier };
}
var nothing = { kind: "rollback", choices: [], removals: [] };
function targetsOf2(leaving) {
  return leaving.map(({ target }) => target);
}
function standingOf(leaving, view) {
  const left = leaving.filter((one) => standing(one, view) === void 0);
  const stop = leaving.map((one) => standing(one, view)).find((one) => one !== void 0);
  return { left, stop: stop ?? { kind: "superseded" } };
}
function standing(one, view) {
  const { ref, entry } = (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(one.component, one.environment, view);
  if (ref?.object !== one.ref.object) {
>>>>>>>> h-waves:dist/491.index.js
    return { kind: "superseded" };
  }
  const why = entry?.tag === ref.object ? untouchable(entry) : void 0;
  return why === void 0 ? void 0 : { kind: "untouchable", why };
}
function decideFor(session, leaving, holds) {
  return async (view) => {
    await anchorIfPossible(session, leaving, view);
    const { acceptUnanchored, acceptMoved } = session.settings;
    const overrides = /* @__PURE__ */ new Set([
      ...acceptUnanchored ? ["unanchored"] : [],
      ...acceptMoved ? ["moved-version"] : []
    ]);
<<<<<<<< HEAD:dist/186.index.js
    const situation = (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(judged.component, judged.environment, view);
    const choice = (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .chooseRollback */ .wX)(situation, "last-healthy", overrides);
    if (choice === void 0) {
      throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP(
        "rollback-impossible",
        `\`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_34__/* .componentId */ .nV)(judged.component)}\` was rolled back in \`${judged.environment}\` already.`,
        "Name a version with the command `rollback` to go further back."
      );
========
    const found = leaving.map((one) => (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_7__/* .attempt */ .CD)(() => wayBack(one, view, overrides)));
    const choices = found.flatMap((one) => one instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP ? [] : [one]);
    const [problem] = found.flatMap((one) => one instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP ? [one] : []);
    if (problem !== void 0 && choices.length === 0) {
      throw problem;
>>>>>>>> h-waves:dist/491.index.js
    }
    return { kind: "rollback", choices, removals: [], ...holds ? { holds } : {} };
  };
}
function wayBack({ component, environment }, view, overrides) {
  const choice = (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseRollback */ .wX)((0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(component, environment, view), "last-healthy", overrides);
  if (choice === void 0) {
    throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(
      "rollback-impossible",
      `\`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component)}\` was rolled back in \`${environment}\` already.`,
      "Name a version with the command `rollback` to go further back."
    );
  }
  return choice;
}
async function anchorIfPossible(session, leaving, view) {
  const { clock, repository } = session.ports;
  try {
<<<<<<<< HEAD:dist/186.index.js
    const timely = await clock.within(LOOK_LIMIT_MS, () => (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .anchorRemembered */ .qr)(session, view, [judged.target]));
========
    const timely = await clock.within(LOOK_LIMIT_MS, () => (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .anchorRemembered */ .qr)(session, view, targetsOf2(leaving)));
>>>>>>>> h-waves:dist/491.index.js
    if (!timely.inTime) {
      await repository.abandon();
    }
  } catch (error) {
<<<<<<<< HEAD:dist/186.index.js
    session.ports.journal.info(`The default branch could not be asked: ${(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .toTagshipErrors */ .XF)(error)[0]?.what ?? ""}`);
========
    session.ports.journal.info(`The default branch could not be asked: ${(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error)[0]?.what ?? ""}`);
>>>>>>>> h-waves:dist/491.index.js
  }
}

// src/commands/guard/recorded.ts
var LOOK_BACK_S = 3 * 24 * 60 * 60;
async function recordedBy(run, ledger, repository) {
  if (ledger === void 0) {
    return { targets: [], more: 0 };
  }
<<<<<<<< HEAD:dist/186.index.js
  const commits = await (0,_chunk_BQMYLIZB_js__WEBPACK_IMPORTED_MODULE_8__/* .commitsFrom */ .n3)(repository, ledger, { since: ledger.time - LOOK_BACK_S });
========
  const commits = await (0,_chunk_CINA5O6N_js__WEBPACK_IMPORTED_MODULE_5__/* .commitsFrom */ .n3)(repository, ledger, { since: ledger.time - LOOK_BACK_S });
>>>>>>>> h-waves:dist/491.index.js
  const own = commits.filter(({ message }) => message.run === run);
  const targets = /* @__PURE__ */ new Map();
  for (const { message } of own) {
    for (const { event, move: move2, component, environment, version } of message.recorded) {
      const isDeploy = (event === "moved" || event === "acknowledged") && move2 !== "seed" && version !== null;
      if (isDeploy && component.prefix === "components") {
<<<<<<<< HEAD:dist/186.index.js
        targets.set(`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_34__/* .componentId */ .nV)(component)} ${environment}`, (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentTarget */ .rW)(component, environment));
========
        targets.set(`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component)} ${environment}`, (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentTarget */ .rW)(component, environment));
>>>>>>>> h-waves:dist/491.index.js
      }
    }
  }
  return { targets: [...targets.values()], more: own.reduce((sum, { message }) => sum + message.more, 0) };
}

// src/commands/guard/select.ts
function namedTargets(selection, listing, pushed) {
  switch (selection.by) {
    case "run":
      return [];
    case "components":
<<<<<<<< HEAD:dist/186.index.js
      return (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_10__/* .targetsOf */ .QR)(selection.patterns, selection.environment, listing);
    case "tag": {
      const tag = (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_28__/* .shortTag */ .j)(selection.tag);
      return (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_10__/* .tagTargets */ .lR)({ tag, named: true, pushed: tag === pushed, deleted: false }, listing);
========
      return (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_7__/* .targetsOf */ .QR)(selection.patterns, selection.environment, listing);
    case "tag": {
      const tag = (0,_chunk_2HPNGQNA_js__WEBPACK_IMPORTED_MODULE_10__/* .shortTag */ .j)(selection.tag);
      return (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_7__/* .tagTargets */ .lR)({ tag, named: true, pushed: tag === pushed, deleted: false }, listing);
>>>>>>>> h-waves:dist/491.index.js
    }
  }
}
function nothingToWatch(selection) {
<<<<<<<< HEAD:dist/186.index.js
  return selection.by === "tag" ? `The tag \`${(0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_28__/* .shortTag */ .j)(selection.tag)}\` is not under \`components/\`, so there is nothing to watch.` : "This workflow run has deployed nothing, so there is nothing to watch.";
========
  return selection.by === "tag" ? `The tag \`${(0,_chunk_2HPNGQNA_js__WEBPACK_IMPORTED_MODULE_10__/* .shortTag */ .j)(selection.tag)}\` is not under \`components/\`, so there is nothing to watch.` : "This workflow run has deployed nothing, so there is nothing to watch.";
>>>>>>>> h-waves:dist/491.index.js
}
async function recordedTargets(session, view, ofJob) {
  const { run } = session.settings.author;
  if (run === null) {
<<<<<<<< HEAD:dist/186.index.js
    throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP(
========
    throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(
>>>>>>>> h-waves:dist/491.index.js
      "input-missing",
      "It is not said what to watch, and outside of a workflow run nothing was recorded by it.",
      "Give the input `tag`, or `components` and `environment`."
    );
  }
  const { targets, more } = await recordedBy(run, view.ledger, session.repository);
  const uncounted = `${more} more moves of this run are only counted in the ledger and are not watched. Name them with \`components\` and \`environment\`.`;
<<<<<<<< HEAD:dist/186.index.js
  const isOfJob = ({ component, slot }) => ofJob?.has(`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_34__/* .componentId */ .nV)(component)} ${slot.name}`) !== false;
  return { items: targets.filter(isOfJob), notices: more > 0 ? (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .warnings */ .AR)([uncounted]) : [], failures: [] };
========
  const isOfJob = ({ component, slot }) => ofJob?.has(`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component)} ${slot.name}`) !== false;
  return { items: targets.filter(isOfJob), notices: more > 0 ? (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .warnings */ .AR)([uncounted]) : [], failures: [] };
>>>>>>>> h-waves:dist/491.index.js
}
function judgeable(targets, gates, isNamed, view, session, ahead) {
  const items = [];
  const notices = [];
  const failures = [];
  const now = session.ports.clock.now();
  for (const target of targets) {
    const { component, slot } = target;
<<<<<<<< HEAD:dist/186.index.js
    const name = `\`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_34__/* .componentId */ .nV)(component)}\``;
========
    const name = `\`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component)}\``;
>>>>>>>> h-waves:dist/491.index.js
    if (slot.kind === "version") {
      notices.push({
        level: "notice",
        message: `${name} ${slot.name} is a version tag: nothing runs it by itself, so there is nothing to watch.`
      });
      continue;
    }
<<<<<<<< HEAD:dist/186.index.js
    const policy = (0,_chunk_PMXI4B6A_js__WEBPACK_IMPORTED_MODULE_19__/* .gatePolicyOf */ .f)(session.config.environments[slot.name]?.gate, gates);
========
    const policy = (0,_chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_11__/* .gatePolicyOf */ .f$)(session.config.environments[slot.name]?.gate, gates);
>>>>>>>> h-waves:dist/491.index.js
    if (policy === void 0) {
      if (isNamed) {
        throw noGate(slot.name);
      }
<<<<<<<< HEAD:dist/186.index.js
      notices.push(...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .warnings */ .AR)([`\`${slot.name}\` has no gate, so ${name} is not watched there.`]));
========
      notices.push(...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .warnings */ .AR)([`\`${slot.name}\` has no gate, so ${name} is not watched there.`]));
>>>>>>>> h-waves:dist/491.index.js
      continue;
    }
    let candidate;
    try {
      candidate = judgedOf(target, policy, view, session, now, ahead);
    } catch (error) {
<<<<<<<< HEAD:dist/186.index.js
      if (!(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .isOfComponent */ .FH)(error)) {
========
      if (!(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .isOfComponent */ .FH)(error)) {
>>>>>>>> h-waves:dist/491.index.js
        throw error;
      }
      failures.push(error);
      continue;
    }
    if (candidate === "no-tag") {
      notices.push({
        level: "notice",
        message: `${name} has no tag for \`${slot.name}\` any more, so there is nothing to watch.`
      });
    } else if (candidate === "unversioned") {
      notices.push(
<<<<<<<< HEAD:dist/186.index.js
        ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .warnings */ .AR)([`The tag of ${name} for \`${slot.name}\` stands for no version, so it is not watched.`])
========
        ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .warnings */ .AR)([`The tag of ${name} for \`${slot.name}\` stands for no version, so it is not watched.`])
>>>>>>>> h-waves:dist/491.index.js
      );
    } else {
      items.push(candidate);
    }
  }
  return { items, notices, failures };
}
function noGate(environment) {
<<<<<<<< HEAD:dist/186.index.js
  return new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP(
========
  return new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(
>>>>>>>> h-waves:dist/491.index.js
    "gate-missing",
    `The environment \`${environment}\` has no gate.`,
    `Describe one under \`environments.${environment}.gate\` in the configuration, or give \`metric-url\` and \`threshold\`.`
  );
}

// src/commands/guard/watch.ts
var TAGS_LIMIT_MS = 3e4;
var AT_ONCE = 8;
async function watchAll(judged, startedAt, ports, onEnd) {
  const { clock } = ports;
  const readyAt = clock.now();
  let open = judged.map((one) => {
    const nextAt = Math.max(readyAt, startedAt + one.policy.initialDelayMs);
    return { judged: one, state: openGate(one.policy), startedAt, nextAt, deadline: nextAt + one.policy.timeoutMs };
  });
  for (const { judged: one, nextAt } of open) {
    const { intervalMs, timeoutMs } = one.policy;
<<<<<<<< HEAD:dist/186.index.js
    const first = (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_40__/* .duration */ .p0)(nextAt - readyAt);
    const often = `every ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_40__/* .duration */ .p0)(intervalMs)}, for at most ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_40__/* .duration */ .p0)(timeoutMs)}`;
========
    const first = (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_14__/* .duration */ .p0)(nextAt - readyAt);
    const often = `every ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_14__/* .duration */ .p0)(intervalMs)}, for at most ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_14__/* .duration */ .p0)(timeoutMs)}`;
>>>>>>>> h-waves:dist/491.index.js
    ports.journal.info(
      `Watching ${one.id} ${one.version} in ${one.environment}: first look in ${first}, then ${often}.`
    );
  }
  const prefixed = judged.length > 1;
  while (open.length > 0) {
    const next = Math.min(...open.map(({ nextAt }) => nextAt));
    await clock.sleep(Math.max(0, next - clock.now()));
    const due = open.filter(({ nextAt }) => nextAt <= next);
    const lookedAt = clock.now();
    const watchedMs = ({ deadline, judged: { policy } }) => lookedAt - (deadline - policy.timeoutMs);
    const looked = (await look(due, prefixed, ports)).map((watch) => ({
      watch,
      conclusion: conclude(watch.state, watchedMs(watch))
    }));
    const others = looked.filter(({ conclusion }) => conclusion?.action !== "rollback");
    const tags = await readTags(others, ports);
    const left = [];
    for (const { watch, conclusion } of looked) {
      const ending = endingOf(watch, conclusion, tags, clock.now());
      if (ending === void 0) {
        left.push({ ...watch, nextAt: nextLook(watch, clock.now()) });
        const prefix = prefixed ? `${watch.judged.id} in ${watch.judged.environment}: ` : "";
        ports.journal.info(`${prefix}${waitingText(watch.state, watchedMs(watch))}`);
      } else {
        await onEnd(watch, ending);
      }
    }
    open = [...open.filter((watch) => !due.includes(watch)), ...left];
  }
}
async function look(due, prefixed, ports) {
  const { clock, journal, metrics } = ports;
  const tasks = due.flatMap((watch) => askable(watch, clock.now()).map((metric) => ({ watch, metric })));
  const results = /* @__PURE__ */ new Map();
  for (let i = 0; i < tasks.length; i += AT_ONCE) {
    const measured = tasks.slice(i, i + AT_ONCE).map(async ({ watch, metric }) => {
      const at = clock.now();
      const { id, component, environment, version, previous, since } = watch.judged;
      const elapsed = at - since;
      const subject = { component, environment, version, previous, since, elapsed };
      const { queries, reading, notes = [] } = await metrics.measure(metric, subject);
      const measurement = { metric: metric.name, at, elapsed, queries, reading };
      return { watch, metric, measurement, notes, prefix: prefixed ? `${id} in ${environment}: ` : "" };
    });
    for (const { watch, metric, measurement, notes, prefix } of await Promise.all(measured)) {
      results.set(watch, [...results.get(watch) ?? [], measurement]);
      journal.info(`${prefix}${(0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .progressLine */ .oz)((0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .rowOf */ .OB)(watch.state, measurement))}`);
      for (const note of notes) {
        journal.info(`${prefix}${metric.name}: ${note}`);
      }
    }
  }
  return due.map((watch) => ({ ...watch, state: observe(watch.state, results.get(watch) ?? []) }));
}
function askable({ state }, now) {
  return state.metrics.filter((one) => now >= notBefore(one)).map(({ metric }) => metric);
}
function notBefore({ measurements }) {
  const last = measurements.at(-1);
  return last?.reading.kind === "failed" ? last.at + (last.reading.retryAfterMs ?? 0) : 0;
}
function nextLook({ nextAt, deadline, judged }, now) {
  const next = Math.max(now, nextAt + judged.policy.intervalMs);
  return Math.min(next, Math.max(now, deadline));
}
async function readTags(looked, { repository, clock, journal }) {
  const names = looked.map(({ watch }) => `refs/tags/${watch.judged.ref.name}`);
  try {
    const timely = await clock.within(TAGS_LIMIT_MS, () => repository.tips(names));
    if (timely.inTime) {
      return { read: true, tips: timely.value };
    }
    await repository.abandon();
<<<<<<<< HEAD:dist/186.index.js
    throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP("git-unreachable", "The Git server did not answer in time.", "Run `guard` again.");
  } catch (error) {
    const [first] = (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .toTagshipErrors */ .XF)(error);
========
    throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP("git-unreachable", "The Git server did not answer in time.", "Run `guard` again.");
  } catch (error) {
    const [first] = (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error);
>>>>>>>> h-waves:dist/491.index.js
    if (first?.code === "cancelled") {
      throw error;
    }
    journal.info(`The tags could not be read: ${first?.what ?? ""}`);
    return { read: false, error };
  }
}
function endingOf({ judged, deadline }, conclusion, tags, now) {
  if (conclusion?.action === "rollback") {
    return { kind: "concluded", conclusion };
  }
  if (!tags.read) {
    return now >= deadline ? { kind: "unread", error: tags.error } : void 0;
  }
  if (tags.tips.get(`refs/tags/${judged.ref.name}`) !== judged.ref.object) {
    return { kind: "superseded" };
  }
  return conclusion === void 0 ? void 0 : { kind: "concluded", conclusion };
}

// src/commands/guard/guard.ts
async function guard(request, settings, ports) {
  const started = ports.clock.now();
  const opened = await ports.journal.group("Read the ledger and the tags", async () => {
    const { selection, pushed } = request;
<<<<<<<< HEAD:dist/186.index.js
    const tag = selection.by === "tag" ? (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_28__/* .shortTag */ .j)(selection.tag) : "";
    const isLogic = tag.startsWith("logic/");
    const isOther = tag !== "" && await (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_10__/* .isForeign */ .jq)(tag, ports.repository);
    const first = await _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_10__/* .Session */ .Nn.open(
========
    const tag = selection.by === "tag" ? (0,_chunk_2HPNGQNA_js__WEBPACK_IMPORTED_MODULE_10__/* .shortTag */ .j)(selection.tag) : "";
    const isLogic = tag.startsWith("logic/");
    const isOther = tag !== "" && await (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_7__/* .isForeign */ .jq)(tag, ports.repository);
    const first = await _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_7__/* .Session */ .Nn.open(
>>>>>>>> h-waves:dist/491.index.js
      settings,
      ports,
      (listing) => isOther ? [] : namedTargets(selection, listing, pushed),
      { hints: { past: true }, prefix: isLogic ? "logic" : "components" }
    );
    return selection.by === "run" ? await withRecorded(first.session, first.view, request.ofJob) : { ...first, targets: isLogic ? [] : first.targets, notices: [] };
  });
  const { session } = opened;
  const keeper = new Gatekeeper(request, settings, session, ports);
  const { ahead, notices } = await keeper.measureClock();
  const selected = judgeable(opened.targets, request.gate, request.selection.by !== "run", opened.view, session, ahead);
  keeper.fail(selected.failures);
  await keeper.watch(selected.items, opened.view, started);
  const found = [
<<<<<<<< HEAD:dist/186.index.js
    ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .inertNotices */ .Gc)(session.config),
    ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .excludedNotices */ .CW)(opened.view),
    ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .warnings */ .AR)(opened.view.ignored()),
========
    ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .inertNotices */ .Gc)(session.config),
    ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .excludedNotices */ .CW)(opened.view),
    ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .warnings */ .AR)(opened.view.ignored()),
>>>>>>>> h-waves:dist/491.index.js
    ...opened.notices,
    ...selected.notices
  ];
  if (selected.items.length > 0) {
    found.push(...notices);
  } else if (opened.targets.length === 0) {
    found.push({ level: "notice", message: nothingToWatch(request.selection) });
  }
  return keeper.report(found, started);
}
async function withRecorded(session, view, ofJob) {
  const { items, notices } = await recordedTargets(session, view, ofJob);
  const looked = items.length === 0 ? { view } : await session.observe(items);
  return { session, view: looked.view, targets: items, notices };
}
var Gatekeeper = class {
  #request;
  #settings;
  #session;
  #ports;
  #appliers = /* @__PURE__ */ new Map();
  #gates = [];
  #results = [];
  #notices = [];
  #issues = [];
  #failures = [];
  #view;
  #ahead = 0;
  constructor(request, settings, session, ports) {
    this.#request = request;
    this.#settings = settings;
    this.#session = session;
    this.#ports = ports;
  }
  /** How far the Git server's clock is ahead of ours, in milliseconds; and whether the token could move a tag. */
  async measureClock() {
    const { clock, repository } = this.#ports;
    if (this.#settings.dryRun) {
      return { ahead: 0, notices: [] };
    }
    try {
      await repository.mayPush();
      this.#ahead = await aheadOf(repository, clock);
      return { ahead: this.#ahead, notices: [] };
    } catch (error) {
<<<<<<<< HEAD:dist/186.index.js
      if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP && error.code === "push-denied") {
        const message = `After a breach KV would be restored, but the tag could not be moved: ${error.what} ${error.remedy}`;
        this.#ports.journal.info(message);
        return { ahead: 0, notices: (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .warnings */ .AR)([message]) };
========
      if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP && error.code === "push-denied") {
        const message = `After a breach KV would be restored, but the tag could not be moved: ${error.what} ${error.remedy}`;
        this.#ports.journal.info(message);
        return { ahead: 0, notices: (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .warnings */ .AR)([message]) };
>>>>>>>> h-waves:dist/491.index.js
      }
      throw error;
    }
  }
  /** Watches until every gate has ended. */
  async watch(judged, view, started) {
    const { metrics, clock } = this.#ports;
    this.#view = view;
<<<<<<<< HEAD:dist/186.index.js
    const problems = [];
    for (const one of judged) {
      const { policy, component, environment, version, previous, since } = one;
      for (const metric of policy.metrics) {
        try {
          const elapsed = clock.now() - since;
          const subject = { component, environment, version, previous, since, elapsed };
          for (const message of await metrics.check(metric, subject)) {
            this.#advise(message);
          }
        } catch (error) {
          problems.push(...(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .toTagshipErrors */ .XF)(error));
        }
      }
    }
    if (problems.length > 0) {
      throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipErrors */ .g0(unique(problems));
========
    for (const message of await checkMetrics(judged, metrics, clock)) {
      this.#advise(message);
>>>>>>>> h-waves:dist/491.index.js
    }
    const finished2 = await this.#finishPending(judged);
    await this.#finishTelling(finished2);
    const prepared = [];
    for (const one of finished2) {
      prepared.push(...await this.#prepare(one));
    }
    try {
      await watchAll(prepared, started, this.#ports, (watch, ending) => this.#end(watch, ending));
    } catch (error) {
<<<<<<<< HEAD:dist/186.index.js
      if (!(error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP && error.code === "cancelled")) {
========
      if (!(error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP && error.code === "cancelled")) {
>>>>>>>> h-waves:dist/491.index.js
        throw error;
      }
      const cancelled = this.#cancelled(prepared, error);
      if (this.#gates.length === 0) {
        throw cancelled;
      }
      this.#failures.push(cancelled);
    }
  }
  /** Says what a run did, and what is to fail the step. */
  report(notices, started) {
    const [first] = this.#results.flatMap(({ times }) => times ?? []);
    const reports = this.#results.map(({ report }) => report);
    return {
<<<<<<<< HEAD:dist/186.index.js
      ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .nothingDone */ .mh)("rollback", this.#settings, []),
========
      ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .nothingDone */ .mh)("rollback", this.#settings, []),
>>>>>>>> h-waves:dist/491.index.js
      command: "guard",
      verdict: _chunk_I3DDHKTN_js__WEBPACK_IMPORTED_MODULE_2__/* .VERDICTS */ .bk.find((verdict) => this.#gates.some((gate) => gate.verdict === verdict)),
      rolledBack: reports.some(({ rolledBack }) => rolledBack),
<<<<<<<< HEAD:dist/186.index.js
      ledger: (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .ledgerReport */ .gM)(this.#session, this.#session.lastLedger),
========
      ledger: (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .ledgerReport */ .gM)(this.#session, this.#session.lastLedger),
>>>>>>>> h-waves:dist/491.index.js
      moves: reports.flatMap(({ moves }) => moves),
      deployed: reports.flatMap(({ deployed }) => deployed),
      keys: reports.flatMap(({ keys }) => keys),
      changed: reports.some(({ changed }) => changed),
      rounds: Math.max(0, ...reports.map(({ rounds }) => rounds)),
      issues: [...reports.flatMap(({ issues }) => issues), ...this.#issues],
      gates: this.#gates,
      times: first,
      failures: this.#failures,
      notices: [...notices, ...this.#notices, ...reports.flatMap((one) => one.notices)],
      durationMs: this.#ports.clock.now() - started
    };
  }
  /**
   * A rollback that was killed before KV followed is finished before anything is judged.
   * @returns what can be judged
   */
  async #finishPending(judged) {
    const view = this.#view;
    const nothing2 = { kind: "rollback", choices: [], removals: [] };
    const sound = [];
    for (const one of judged) {
      try {
        if (one.entry?.status === "pending" && view !== void 0 && !this.#settings.dryRun) {
<<<<<<<< HEAD:dist/186.index.js
          await this.#ports.cancellation.shield(() => (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_5__/* .move */ .Cy)(this.#session, view, [one.target], async () => nothing2));
        }
        sound.push(one);
      } catch (error) {
        this.fail((0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .ownTrouble */ .e3)(error));
========
          await this.#ports.cancellation.shield(() => (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_4__/* .move */ .Cy)(this.#session, view, [one.target], async () => nothing2));
        }
        sound.push(one);
      } catch (error) {
        this.fail((0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .ownTrouble */ .e3)(error));
>>>>>>>> h-waves:dist/491.index.js
      }
    }
    return sound;
  }
  /** A rollback whose run was killed before it kept a record has one then; told again, nothing is written twice. */
  async #finishTelling(judged) {
    const view = this.#view;
    const occasions = judged.flatMap(({ component, environment, entry }) => {
      const { version, previous, commit } = entry ?? {};
      const isOpen = entry?.move === "rollback" && (entry.status === "pending" || entry.status === "deployed");
      return isOpen && version && previous ? [
        {
          component,
          environment,
          left: previous,
          restored: { version, commit: commit ?? void 0 },
          entry,
<<<<<<<< HEAD:dist/186.index.js
          why: _chunk_UWCEPKJO_js__WEBPACK_IMPORTED_MODULE_2__/* .TOLD_LATER */ .J,
========
          why: _chunk_UZDSKEEC_js__WEBPACK_IMPORTED_MODULE_1__/* .TOLD_LATER */ .J,
>>>>>>>> h-waves:dist/491.index.js
          gate: void 0,
          held: void 0
        }
      ] : [];
    });
    if (view !== void 0 && occasions.length > 0) {
      const aftermath = { view, ledger: view.ledger };
<<<<<<<< HEAD:dist/186.index.js
      const { issues, notices } = await (0,_chunk_UWCEPKJO_js__WEBPACK_IMPORTED_MODULE_2__/* .openPostMortems */ .C)(this.#session, occasions, aftermath, this.#ports);
========
      const { issues, notices } = await (0,_chunk_UZDSKEEC_js__WEBPACK_IMPORTED_MODULE_1__/* .openPostMortems */ .C)(this.#session, occasions, aftermath, this.#ports);
>>>>>>>> h-waves:dist/491.index.js
      this.#issues.push(...issues);
      this.#notices.push(...notices);
    }
  }
  /**
   * Reads what going back would need, and says now what would stand in the way. A hold that only KV remembers is told
   * the ledger first, or what is measured would be taken for what the tag stands for.
   * @returns what is judged; nothing where the ledger cannot record the hold
   */
  async #prepare(judged) {
    const { id, environment, entry } = judged;
    const why = untouchable(entry);
    if (why !== void 0 || this.#view === void 0) {
      this.#tell(`\`${id}\` in \`${environment}\` is watched, but would not be rolled back: ${why}.`);
      return [judged];
    }
    try {
      const { applier, adopted } = await prepare(this.#session, [judged], this.#view);
      if (adopted !== void 0) {
        this.#view = adopted;
        const { clock } = this.#ports;
        const now = judgedOf(judged.target, judged.policy, adopted, this.#session, clock.now(), this.#ahead);
        return typeof now === "string" || now.ref.object !== judged.ref.object ? [judged] : await this.#prepare(now);
      }
      this.#appliers.set(judged, applier);
    } catch (error) {
<<<<<<<< HEAD:dist/186.index.js
      if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP && error.code === "cancelled") {
        throw error;
      }
      if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP && error.code === "tag-held") {
        this.fail([error]);
        return [];
      }
      const [first] = (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .toTagshipErrors */ .XF)(error);
========
      if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP && error.code === "cancelled") {
        throw error;
      }
      if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP && error.code === "tag-held") {
        this.fail([error]);
        return [];
      }
      const [first] = (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error);
>>>>>>>> h-waves:dist/491.index.js
      if (first?.code === "rollback-impossible" && isFirst(judged)) {
        this.#ports.journal.info(`\`${id}\` in \`${environment}\` is watched; it is the first version there.`);
        return [judged];
      }
      this.#tell(`\`${id}\` in \`${environment}\` could not be rolled back: ${first?.what ?? ""}`);
    }
    return [judged];
  }
  /** Takes what is to fail the step, and holds up nothing else. */
  fail(problems) {
    const known = new Set(this.#failures.map(({ message }) => message));
    this.#failures.push(...problems.filter(({ message }) => !known.has(message)));
  }
  /** Says once how something could be asked better. */
  #advise(message) {
    if (!this.#notices.some((notice) => notice.message === message)) {
      this.#notices.push({ level: "notice", message });
    }
  }
  #tell(message) {
    this.#notices.push({ level: "warning", message });
    this.#ports.journal.info(message);
  }
  async #end(watch, ending) {
    const { judged } = watch;
    if (ending.kind === "superseded") {
      this.#superseded(watch);
      return;
    }
    if (ending.kind === "unread") {
<<<<<<<< HEAD:dist/186.index.js
      this.fail((0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .toTagshipErrors */ .XF)(ending.error));
      return;
    }
    const { verdict, action, why } = ending.conclusion;
    this.#notices.push(...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .warnings */ .AR)(raisedLimits(watch.state)));
========
      this.fail((0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(ending.error));
      return;
    }
    const { verdict, action, why } = ending.conclusion;
    this.#notices.push(...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .warnings */ .AR)(raisedLimits(watch.state)));
>>>>>>>> h-waves:dist/491.index.js
    this.#ports.journal.info(`${judged.id} ${judged.version} in ${judged.environment} is ${verdict}: ${why}`);
    if (action === "rollback") {
      await this.#ports.cancellation.shield(() => this.#rollBack(watch, verdict, why));
      return;
    }
    if (action === "report") {
      const name = `\`${judged.id}\` ${judged.version} in \`${judged.environment}\``;
      this.#leave(watch, verdict, why, `${name} is not rolled back, by \`on-breach: report\`.`);
      return;
    }
    this.#gates.push(gateReport(watch, verdict, why, this.#ports.clock.now()));
    if (action === "warn") {
      this.#notices.push(
<<<<<<<< HEAD:dist/186.index.js
        ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .warnings */ .AR)([`\`${judged.id}\` ${judged.version} stays live in \`${judged.environment}\` unjudged: ${why}`])
========
        ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .warnings */ .AR)([`\`${judged.id}\` ${judged.version} stays live in \`${judged.environment}\` unjudged: ${why}`])
>>>>>>>> h-waves:dist/491.index.js
      );
    }
    if (verdict === "healthy" && !this.#settings.dryRun) {
      const { component, environment, ref } = judged;
      const found = [{ component, environment, tag: ref.object }];
      const told = await this.#ports.cancellation.shield(() => recordHealthy(this.#session, found, why));
<<<<<<<< HEAD:dist/186.index.js
      this.#notices.push(...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_20__/* .warnings */ .AR)(told));
========
      this.#notices.push(...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_9__/* .warnings */ .AR)(told));
>>>>>>>> h-waves:dist/491.index.js
    }
  }
  #superseded(watch) {
    const { id, environment, version } = watch.judged;
    const why = `The tag of \`${id}\` for \`${environment}\` was moved by somebody else while ${version} was watched, so nothing was touched.`;
    this.#ports.journal.info(why);
    this.#gates.push(gateReport(watch, "superseded", why, this.#ports.clock.now()));
    this.#notices.push({ level: "notice", message: why });
  }
  async #rollBack(watch, verdict, why) {
    const { judged } = watch;
    const { clock, journal } = this.#ports;
    const measuredAt = clock.now();
    const name = `\`${judged.id}\` ${judged.version} in \`${judged.environment}\``;
    const stop = untouchable(judged.entry);
    const applier = this.#appliers.get(judged) ?? this.#session.newApplier();
    const last = this.#view;
    if (stop !== void 0 || last === void 0) {
      this.#leave(watch, verdict, why, `${name} is not rolled back, since ${stop}.`);
      return;
    }
    try {
      const outcome = await journal.group(
        `Roll back ${judged.id} in ${judged.environment}`,
        () => retreat(this.#session, [judged], last, applier, why, this.#ports)
      );
      if (outcome.kind === "superseded") {
        this.#superseded(watch);
        return;
      }
      if (outcome.kind === "untouchable") {
        this.#leave(watch, verdict, why, `${name} is not rolled back, since ${outcome.why}.`);
        return;
      }
      const gate = gateReport(watch, verdict, why, measuredAt);
      const held = outcome.kind === "moved" ? void 0 : outcome.isRecorded ? "ledger" : "kv";
      const aftermath = await aftermathOf(
        outcome,
        judged,
        gate,
        measuredAt,
        this.#settings,
        this.#session,
        this.#ports
      );
<<<<<<<< HEAD:dist/186.index.js
      const kept = await (0,_chunk_UWCEPKJO_js__WEBPACK_IMPORTED_MODULE_2__/* .openPostMortems */ .C)(this.#session, [aftermath.occasion], outcome.outcome, this.#ports);
========
      const kept = await (0,_chunk_UZDSKEEC_js__WEBPACK_IMPORTED_MODULE_1__/* .openPostMortems */ .C)(this.#session, [aftermath.occasion], outcome.outcome, this.#ports);
>>>>>>>> h-waves:dist/491.index.js
      const report = {
        ...aftermath.report,
        issues: kept.issues,
        notices: [...aftermath.report.notices, ...kept.notices]
      };
      const times = aftermath.times && { ...aftermath.times, done: clock.now() - measuredAt };
      this.#results.push({ ...aftermath, report, times });
      this.#gates.push({ ...gate, rolledBackTo: aftermath.version, held });
      this.#conclude(aftermath.failures(kept.issues[0]?.url, this.#request.failOnRollback));
    } catch (error) {
      this.#gates.push(gateReport(watch, verdict, why, measuredAt));
      this.#failures.push(
<<<<<<<< HEAD:dist/186.index.js
        ...(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .toTagshipErrors */ .XF)(error).map(
          ({ code, what, remedy, location }) => new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP(code, `${name} should go back, but could not: ${why} ${what}`, remedy, {
========
        ...(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error).map(
          ({ code, what, remedy, location }) => new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(code, `${name} should go back, but could not: ${why} ${what}`, remedy, {
>>>>>>>> h-waves:dist/491.index.js
            location,
            cause: error
          })
        )
      );
    }
  }
  #leave(watch, verdict, why, because) {
    this.#gates.push(gateReport(watch, verdict, why, this.#ports.clock.now()));
    this.#failures.push(
<<<<<<<< HEAD:dist/186.index.js
      new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP("gate-breached", `${because} ${why}`, "Run `rollback` with a `version` to go further back.")
========
      new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP("gate-breached", `${because} ${why}`, "Run `rollback` with a `version` to go further back.")
>>>>>>>> h-waves:dist/491.index.js
    );
  }
  #conclude({ errors, notices }) {
    this.#failures.push(...errors);
    this.#notices.push(...notices);
  }
  #cancelled(judged, cause) {
    const ended = new Set(this.#gates.map(({ component, environment }) => `${component} ${environment}`));
    const left = judged.filter(({ id, environment }) => !ended.has(`${id} ${environment}`));
    const live = left.map(({ id, version, environment }) => `\`${id}\` ${version} in \`${environment}\``).join(", ");
    const done = this.#gates.map(({ component, environment, version, verdict, rolledBackTo }) => {
      const back = rolledBackTo === void 0 ? "" : `, rolled back to ${rolledBackTo}`;
      return `\`${component}\` ${version} in \`${environment}\` was ${verdict}${back}`;
    });
<<<<<<<< HEAD:dist/186.index.js
    return new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__/* .TagshipError */ .bP(
========
    return new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(
>>>>>>>> h-waves:dist/491.index.js
      "cancelled",
      `The run was cancelled while it watched. Live and not judged: ${live || "nothing"}.${done.length === 0 ? " No tag and no key was touched." : ` Before that: ${done.join("; ")}.`}`,
      "Run `guard` again for what is not judged.",
      { cause }
    );
  }
};
function isFirst({ entry }) {
  return entry !== void 0 && entry.previous === null && entry.healthy.length === 0;
}
function gateReport(watch, verdict, why, endedAt) {
  const { judged, state, startedAt } = watch;
  return {
<<<<<<<< HEAD:dist/186.index.js
    component: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_34__/* .componentId */ .nV)(judged.component),
========
    component: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(judged.component),
>>>>>>>> h-waves:dist/491.index.js
    environment: judged.environment,
    version: judged.version,
    commit: judged.commit,
    verdict,
    why,
    rolledBackTo: void 0,
    held: void 0,
    policy: judged.policy,
    rows: (0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .rowsOf */ .RO)(state),
    since: judged.since,
    startedAt,
    endedAt
  };
}




/***/ })

};

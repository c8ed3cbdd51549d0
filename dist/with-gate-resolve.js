export const id = 9200;
export const ids = [9200];
export const modules = {

/***/ 9325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ gatePolicyOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2459);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






// src/domain/gate/resolve.ts
function gatePolicyOf(gate, inputs = {}) {
  const failureLimit = inputs.failureLimit ?? gate?.["failure-limit"] ?? _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.failureLimit;
  const ofInputs = inputMetric(inputs, failureLimit);
  const metrics = ofInputs === void 0 ? (gate?.metrics ?? []).map((metric) => metricPolicy(metric, inputs.failureLimit, failureLimit)) : [ofInputs];
  if (metrics.length === 0) {
    return void 0;
  }
  const isCounting = metrics.some(({ limit }) => limit.kind === "counts");
  const intervalMs = inputs.intervalMs ?? (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(gate?.interval, _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.intervalMs);
  const count = inputs.count ?? gate?.count ?? _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.count;
  const bakeMs = inputs.bakeMs ?? (gate?.bake === void 0 ? void 0 : (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(gate.bake, 0));
  const most = Math.max(_with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.timeoutMs, 2 * count * intervalMs, 2 * (bakeMs ?? 0));
  const timeoutMs = (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(gate?.timeout, most);
  refuse(
    "bake",
    bakeMs !== void 0 && bakeMs > timeoutMs ? "it is longer than the `timeout` of the gate" : void 0
  );
  refuse("failure-limit", failuresProblem(metrics, count));
  return {
    initialDelayMs: inputs.initialDelayMs ?? (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(gate?.["initial-delay"], _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.initialDelayMs),
    intervalMs,
    timeoutMs,
    // A value is as good as its measurements, of which `count` says how many; errors need traffic to show.
    bakeMs: bakeMs ?? (isCounting ? Math.min(_with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.bakeMs, timeoutMs / 2) : 0),
    count,
    consecutiveErrorLimit: gate?.["consecutive-error-limit"] ?? _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.consecutiveErrorLimit,
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
    "min-samples": minSamples = _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.minSamples,
    "failure-limit": failureLimit = otherwise,
    observe = false,
    before,
    ...source
  } = metric;
  return {
    name,
    source: {
      ...source,
      timeoutMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(timeout, _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.metricTimeoutMs),
      ...before === void 0 ? {} : { beforeMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(before, 0) }
    },
    observe,
    limit: (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .isCounts */ .pi)(metric) && max !== void 0 ? { kind: "counts", max, minSamples, compared: metric.control !== void 0 } : { kind: "values", min, max, failureLimit: given ?? failureLimit }
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
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP(
      "input-missing",
      `The input \`${first}\` was given without \`${missing}\`.`,
      `Add \`${missing}\`, or describe the gate under \`environments\` in the configuration.`
    );
  }
  const forbidden = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .forbiddenVariable */ .AK)(url);
  refuse("metric-url", (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .metricUrlProblem */ .Vw)(url));
  refuse("metric-url", forbidden === void 0 ? void 0 : `\`\${${forbidden}}\` is never sent to a metric server`);
  refuse(
    "metric-path",
    path !== void 0 && counts ? "`metric-errors` and `metric-total` say where they stand" : void 0
  );
  for (const [name, text] of Object.entries({ "metric-path": path, "metric-errors": errors, "metric-total": total })) {
    refuse(name, text === void 0 ? void 0 : (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonPathProblem */ .tX)(text));
  }
  const isRate = threshold > 0 && threshold < 1;
  refuse(
    "threshold",
    counts && !isRate ? "expected the highest rate of failed requests, above 0 and below 1" : void 0
  );
  return {
    name: "metric",
    source: { provider: "http", url, path, errors, total, timeoutMs: _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.metricTimeoutMs },
    observe: false,
    limit: counts ? { kind: "counts", max: threshold, minSamples: _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.minSamples, compared: false } : { kind: "values", min: void 0, max: threshold, failureLimit }
  };
}
function refuse(input, problem) {
  if (problem !== void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP("input-invalid", `The input \`${input}\`: ${problem}.`, "Correct it.");
  }
}




/***/ }),

/***/ 8588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ watchAll),
/* harmony export */   j: () => (/* binding */ raisedLimits)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_rows_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4460);
/* harmony import */ var _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8039);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9572);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2591);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






// src/domain/gate/verdict-reasons.ts
var MAX_REASONS = 3;
function whyBreached(breached) {
  return breached.map((one) => {
    const live = (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .roughly */ .vB)(one.measurements.at(-1)?.elapsed ?? 0);
    return `${stateOf(one)}; it was live for ${live}. Measured by \`${one.metric.name}\`: ${proofOf(one)}.`;
  }).join(" ");
}
function whyHealthy(accepted) {
  const each = accepted.map((one) => `${stateOf(one)}. Measured by \`${one.metric.name}\`: ${proofOf(one)}.`);
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
    return `Only observed: ${name} would have breached. ${stateOf({ metric, tally, measurements })}.`;
  }
  return tally.latest === void 0 ? `Only observed: ${name} had no data.` : `Only observed: ${name} would not have breached. ${stateOf({ metric, tally, measurements })}.`;
}
function raisedLimits({ metrics }) {
  return metrics.flatMap(
    ({ metric: { name, limit }, tally: { max, latest } }) => limit.kind === "counts" && latest?.kind === "counts" && latest.before !== void 0 && max > limit.max ? [
      `\`${name}\` was judged by ${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .percent */ .KN)(max)} instead of ${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .exactPercent */ .lk)(limit.max)}, since before the deploy ${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countsText */ .WN)(latest.before)} failed already.`
    ] : []
  );
}
function waitingText({ policy, metrics }, watchedMs) {
  const bake = policy.bakeMs - watchedMs;
  const open = metrics.filter(
    ({ metric, tally }) => !metric.observe && (tally.decision !== "accept" || tally.streak > 0)
  );
  const reasons2 = [
    ...bake > 0 ? [`healthy at the earliest in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(bake)}`] : [],
    ...open.map((one) => `\`${one.metric.name}\` ${openText(one, policy.count)}`)
  ];
  return `Watching for ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(Math.max(0, policy.timeoutMs - watchedMs))} at most: ${reasons2.join("; ")}.`;
}
function openText({ metric, tally }, needed) {
  const { limit } = metric;
  const { latest, test, lastMinute, max } = tally;
  if (latest === void 0 || tally.streak > 0) {
    return tally.failed > 0 ? "cannot be measured" : "has no data";
  }
  if (limit.kind === "values") {
    return tally.withData < needed ? `has ${tally.withData} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(needed, "measurement")}` : "did not pass the last time";
  }
  if (test === void 0 || test.requests < limit.minSamples) {
    return `has ${Math.floor(test?.requests ?? 0)} of at least ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(limit.minSamples, "request")}`;
  }
  if ((0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isBreach */ .GC)(test) && limit.beside !== true) {
    return "is beyond its limit, but fails no more often than elsewhere";
  }
  if (test.failures > max * test.requests) {
    return "is beyond its limit, without enough evidence yet";
  }
  return test.ratio > _with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .HEALTHY_AT */ .k6 ? "has too few requests to be sure" : (lastMinute?.ratio ?? 0) > 0 ? "did worse in the last minute" : "had an answer that was not complete";
}
function stateOf({ metric, tally: { latest, max } }) {
  const allowed = `allowed is ${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .allowedText */ .En)(metric, max)}`;
  if (latest?.kind === "counts" && metric.limit.kind === "counts") {
    const beside = metric.limit.beside === true && latest.control !== void 0;
    return `${capital((0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .failedText */ .dz)(latest))}; ${beside ? `of what is live, ${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .failedText */ .dz)(latest.control)}` : allowed}`;
  }
  return latest?.kind === "value" ? `\`${metric.name}\` is ${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .amount */ .vj)(latest.value)}; ${allowed}` : "";
}
function proofOf({ metric: { limit }, tally }) {
  const { test, failures, withData, comparison, compared, latest } = tally;
  if (limit.kind === "counts") {
    const usual = latest?.kind === "counts" && latest.before !== void 0 && tally.max > limit.max ? [`before the deploy ${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .countsText */ .WN)(latest.before)}`] : [];
    const evidence = [
      ...test === void 0 ? [] : [(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .testText */ .e5)(test)],
      ...comparison === void 0 ? [] : [(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .comparisonText */ .VF)(comparison, compared.control)]
    ];
    return [...evidence.length === 0 ? [] : [`${evidence.join("; ")} (${_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .BOUNDS */ .QT})`], ...usual].join("; ");
  }
  return `${failures} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(withData, "measurement")} failed (allowed: ${limit.failureLimit})`;
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
    return `${name} has too little evidence. ${stateOf(one)}. ${capital(proofOf(one))}.`;
  }
  if (test !== void 0 && limit.compared === true && (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .isBreach */ .GC)(test)) {
    return tally.comparison === void 0 ? `${name} is beyond its limit, and what was not deployed could not be counted. ${stateOf(one)}. ${capital(proofOf(one))}.` : `${name} is beyond its limit, but others fail too, so it need not be the deploy. ${stateOf(one)}. ${capital(proofOf(one))}.`;
  }
  if (latest?.kind === "counts" && latest.partial === true) {
    return `${name} got answers that were not complete, which prove nothing good. ${stateOf(one)}. ${capital(proofOf(one))}.`;
  }
  const least = Math.max(limit.minSamples, (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .leastRequests */ .mc)(Number.isNaN(max) ? limit.max : max));
  const proof = test === void 0 || test.requests === 0 ? "" : `${capital(proofOf(one))}. `;
  return `${name} has too little evidence. ${stateOf(one)}. ${proof}With this limit it takes at least ${least} requests without a failure to be healthy.`;
}
function whichOf({ withData, streak }) {
  if (withData > 0) {
    return streak === 1 ? "the last measurement" : `the last ${streak} measurements`;
  }
  return streak === 1 ? "its only measurement" : `any of its ${streak} measurements`;
}
function reasons(metric, streak) {
  const all = streak.flatMap(({ reading }) => {
    const seen = (0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_2__/* .understood */ .Se)(metric, reading);
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
  return { policy, metrics: policy.metrics.map((metric) => ({ metric, measurements: [], tally: _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_2__/* .EMPTY */ .wg })) };
}
function observe(state, measurements) {
  const metrics = state.metrics.map(
    (one) => measurements.filter(({ metric }) => metric === one.metric.name).reduce(
      (before, measurement) => ({
        metric: before.metric,
        measurements: [...before.measurements, measurement],
        tally: (0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_2__/* .tallied */ .mG)(before.tally, before.metric, measurement, state.policy.count)
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
  return latest?.kind === "value" && metric.limit.kind === "values" && !(0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_2__/* .isBeyond */ ._f)(latest.value, metric.limit);
}
function causeOf({ tally }, policy) {
  if (tally.withData > 0 && tally.streak < policy.consecutiveErrorLimit) {
    return "inconclusive";
  }
  return tally.streak > 0 && tally.failedInStreak === tally.streak ? "error" : "no-data";
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
    const first = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(nextAt - readyAt);
    const often = `every ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(intervalMs)}, for at most ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(timeoutMs)}`;
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
      journal.info(`${prefix}${(0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .progressLine */ .oz)((0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_1__/* .rowOf */ .OB)(watch.state, measurement))}`);
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
function refsOf({ ref, beside }) {
  return beside === void 0 ? [ref] : [ref, beside.ref];
}
async function readTags(looked, { repository, clock, journal }) {
  const names = looked.flatMap(({ watch }) => refsOf(watch.judged).map(({ name }) => `refs/tags/${name}`));
  try {
    const timely = await clock.within(TAGS_LIMIT_MS, () => repository.tips(names));
    if (timely.inTime) {
      return { read: true, tips: timely.value };
    }
    await repository.abandon();
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP("git-unreachable", "The Git server did not answer in time.", "Run `guard` again.");
  } catch (error) {
    const [first] = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .toTagshipErrors */ .XF)(error);
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
  if (refsOf(judged).some(({ name, object }) => tags.tips.get(`refs/tags/${name}`) !== object)) {
    return { kind: "superseded" };
  }
  return conclusion === void 0 ? void 0 : { kind: "concluded", conclusion };
}




/***/ })

};

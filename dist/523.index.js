export const id = 523;
export const ids = [523];
export const modules = {

/***/ 9736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Se: () => (/* binding */ METRIC_METHODS),
/* harmony export */   Vw: () => (/* binding */ metricUrlProblem),
/* harmony export */   hE: () => (/* binding */ metricProblems),
/* harmony export */   pi: () => (/* binding */ isCounts),
/* harmony export */   tX: () => (/* binding */ jsonPathProblem)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7260);
/* harmony import */ var _chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8847);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/domain/gate/metric-check.ts
var import_json_p3 = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_3__/* .__toESM */ .f1)((0,_chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_1__/* .require_json_p3_cjs */ ._)(), 1);
var METRIC_METHODS = ["GET", "POST", "PUT", "PATCH"];
function isCounts(metric) {
  return metric.errors !== void 0 || metric.total !== void 0;
}
function metricProblems(metric) {
  return [
    ...isCounts(metric) ? countProblems(metric) : valueProblems(metric),
    ...sourceProblems(metric),
    ...headerProblems(metric.headers ?? {}),
    ...templateProblems(metric)
  ];
}
function metricUrlProblem(url) {
  const unknown = (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholderProblem */ .V6)(url);
  if (unknown !== void 0 || /^\$\{[A-Z_][A-Z0-9_]*\}/.test(url)) {
    return unknown;
  }
  const [, host] = /^https?:\/\/([^/?#\\]*)/i.exec(url) ?? [];
  if (host === void 0 || !URL.canParse(url.replace(/\$?\{[^{}]*\}/g, "x"))) {
    return "expected a URL that begins with `https://` or `http://`";
  }
  if (/(?<!\$)\{/.test(host)) {
    return "the host can have no placeholder: a tag would decide who gets the secrets";
  }
  return host.includes("@") ? "a URL can carry no user and password; send them as a header" : void 0;
}
function jsonPathProblem(path) {
  if (!path.startsWith("$")) {
    return "expected a JSON path, which begins with `$`";
  }
  try {
    (0, import_json_p3.compile)(path);
    return (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholderProblem */ .V6)(path);
  } catch (error) {
    const why = error instanceof import_json_p3.JSONPathError ? error.message.replace(/ \(.*\)$/s, "") : "it has a mistake";
    return `expected a JSON path as RFC 9535 has it: ${why.replaceAll("`", "'")}`;
  }
}
function countProblems(metric) {
  const problems = ["errors", "total"].flatMap(
    (key) => metric[key] === void 0 || metric[key].trim() === "" ? [problem(key, "a metric of counts needs both `errors` and `total`")] : []
  );
  const { max } = metric;
  if (max === void 0 || max <= 0 || max >= 0.5) {
    problems.push(problem("max", "expected the highest rate of failed requests, above 0 and below 0.5"));
  }
  for (const key of ["min", "failure-limit", "query", "path"]) {
    if (metric[key] !== void 0) {
      problems.push(problem(key, "a metric of counts (`errors` and `total`) has no such limit or question; remove it"));
    }
  }
  return problems;
}
function valueProblems(metric) {
  const { min, max, provider, query } = metric;
  const problems = [];
  if (min === void 0 && max === void 0) {
    problems.push(problem("max", "a metric of a value needs `max`, `min` or both"));
  }
  if (min !== void 0 && max !== void 0 && min > max) {
    problems.push(problem("min", `expected at most \`max\`, which is ${max}`));
  }
  if (metric["min-samples"] !== void 0) {
    problems.push(problem("min-samples", "only a metric of counts (`errors` and `total`) has it; remove it"));
  }
  if (provider === "http" && query !== void 0) {
    problems.push(problem("query", "`provider: http` takes none; put it into `url` or `body`"));
  }
  if (provider !== "http" && (query === void 0 || query.trim() === "")) {
    problems.push(problem("query", `\`provider: ${provider}\` needs one, or \`errors\` and \`total\``));
  }
  return problems;
}
function sourceProblems(metric) {
  const { provider, url } = metric;
  const optional = provider === "cloudflare-analytics-engine";
  const wrong = url !== void 0 ? metricUrlProblem(url) : optional ? void 0 : `\`provider: ${provider}\` needs one`;
  return [
    ...wrong === void 0 ? [] : [problem("url", wrong)],
    ...provider === "http" ? httpProblems(metric) : onlyHttpProblems(metric)
  ];
}
function httpProblems(metric) {
  const problems = ["path", "errors", "total"].flatMap((key) => {
    const wrong = metric[key] === void 0 ? void 0 : jsonPathProblem(metric[key]);
    return wrong === void 0 ? [] : [problem(key, wrong)];
  });
  if (metric.body !== void 0 && metric.method === "GET") {
    problems.push(problem("method", "a GET request has no body"));
  }
  return problems;
}
function onlyHttpProblems(metric) {
  const keys = isCounts(metric) ? ["method", "body"] : ["path", "method", "body"];
  return keys.filter((key) => metric[key] !== void 0).map((key) => problem(key, "only `provider: http` takes it; remove it"));
}
function headerProblems(headers) {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      return [{ path: ["headers", name], message: "expected the name of a header" }];
    }
    if (/^(?:host|connection|content-length|transfer-encoding|expect|upgrade)$/i.test(name)) {
      return [{ path: ["headers", name], message: "this header is decided by the request itself; remove it" }];
    }
    const wrong = /^[\x20-\x7e]*$/.test(value) ? (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholderProblem */ .V6)(value) : "expected one line of plain ASCII";
    return wrong === void 0 ? [] : [{ path: ["headers", name], message: wrong }];
  });
}
function templateProblems(metric) {
  const problems = [];
  for (const key of ["query", "errors", "total"]) {
    const wrong = metric.provider === "http" ? void 0 : (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholderProblem */ .V6)(metric[key] ?? "");
    if (wrong !== void 0) {
      problems.push(problem(key, wrong));
    }
  }
  const templates = ["url", "query", "errors", "total", "path", "body"].map(
    (key) => [[key], metric[key] ?? ""]
  );
  const headers = Object.entries(metric.headers ?? {}).map(([name, value]) => [["headers", name], value]);
  for (const [path, template] of [...templates, ...headers]) {
    const forbidden = (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_2__/* .forbiddenVariable */ .AK)(template);
    if (forbidden !== void 0) {
      problems.push({
        path,
        message: `\`\${${forbidden}}\` is never sent to a metric server; pass a secret of its own`
      });
    }
  }
  return problems;
}
function problem(key, message) {
  return { path: [key], message };
}




/***/ }),

/***/ 9706:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ gatePolicyOf)
/* harmony export */ });
/* unused harmony export GATE_DEFAULTS */
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_STCMOQPO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9736);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1197);
/* harmony import */ var _chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8847);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7477);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





// src/domain/gate/resolve.ts
var SECOND = 1e3;
var GATE_DEFAULTS = {
  /** KV's own propagation takes up to a minute. */
  initialDelayMs: 60 * SECOND,
  intervalMs: 15 * SECOND,
  timeoutMs: 10 * 60 * SECOND,
  count: 5,
  failureLimit: 0,
  consecutiveErrorLimit: 4,
  minSamples: 50,
  metricTimeoutMs: 10 * SECOND
};
function gatePolicyOf(gate, inputs = {}) {
  const failureLimit = inputs.failureLimit ?? gate?.["failure-limit"] ?? GATE_DEFAULTS.failureLimit;
  const ofInputs = inputMetric(inputs, failureLimit);
  const metrics = ofInputs === void 0 ? (gate?.metrics ?? []).map((metric) => metricPolicy(metric, inputs.failureLimit, failureLimit)) : [ofInputs];
  if (metrics.length === 0) {
    return void 0;
  }
  const intervalMs = inputs.intervalMs ?? milliseconds(gate?.interval, GATE_DEFAULTS.intervalMs);
  const count = inputs.count ?? gate?.count ?? GATE_DEFAULTS.count;
  return {
    initialDelayMs: inputs.initialDelayMs ?? milliseconds(gate?.["initial-delay"], GATE_DEFAULTS.initialDelayMs),
    intervalMs,
    // Unless somebody says otherwise there is time for all measurements that are asked for, and for some to fail.
    timeoutMs: milliseconds(gate?.timeout, Math.max(GATE_DEFAULTS.timeoutMs, 2 * count * intervalMs)),
    count,
    consecutiveErrorLimit: gate?.["consecutive-error-limit"] ?? GATE_DEFAULTS.consecutiveErrorLimit,
    onNoData: gate?.["on-no-data"] ?? "keep",
    onError: gate?.["on-error"] ?? "keep",
    onInconclusive: gate?.["on-inconclusive"] ?? "keep",
    metrics
  };
}
function milliseconds(text, otherwise) {
  return text === void 0 ? otherwise : (0,_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(text) ?? otherwise;
}
function metricPolicy(metric, given, otherwise) {
  const { name, provider, url, query, errors, total, path, method, headers = {}, body, timeout, min, max } = metric;
  return {
    name,
    source: {
      provider,
      url,
      query,
      errors,
      total,
      path,
      method,
      headers,
      body,
      timeoutMs: milliseconds(timeout, GATE_DEFAULTS.metricTimeoutMs)
    },
    limit: (0,_chunk_STCMOQPO_js__WEBPACK_IMPORTED_MODULE_1__/* .isCounts */ .pi)(metric) && max !== void 0 ? { kind: "counts", max, minSamples: metric["min-samples"] ?? GATE_DEFAULTS.minSamples } : { kind: "values", min, max, failureLimit: given ?? metric["failure-limit"] ?? otherwise }
  };
}
function inputMetric(inputs, failureLimit) {
  const { metricUrl: url, metricPath: path, threshold } = inputs;
  if (url === void 0 && path === void 0 && threshold === void 0) {
    return void 0;
  }
  if (url === void 0 || threshold === void 0) {
    const [given, missing] = url === void 0 ? [threshold === void 0 ? "metric-path" : "threshold", "metric-url"] : ["metric-url", "threshold"];
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
      "input-missing",
      `The input \`${given}\` was given without \`${missing}\`.`,
      `Add \`${missing}\`, or describe the gate under \`environments\` in the configuration.`
    );
  }
  const forbidden = (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_3__/* .forbiddenVariable */ .AK)(url);
  refuse("metric-url", (0,_chunk_STCMOQPO_js__WEBPACK_IMPORTED_MODULE_1__/* .metricUrlProblem */ .Vw)(url));
  refuse("metric-url", forbidden === void 0 ? void 0 : `\`\${${forbidden}}\` is never sent to a metric server`);
  refuse("metric-path", path === void 0 ? void 0 : (0,_chunk_STCMOQPO_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonPathProblem */ .tX)(path));
  return {
    name: "metric",
    source: {
      provider: "http",
      url,
      query: void 0,
      errors: void 0,
      total: void 0,
      path,
      method: void 0,
      headers: {},
      body: void 0,
      timeoutMs: GATE_DEFAULTS.metricTimeoutMs
    },
    limit: { kind: "values", min: void 0, max: threshold, failureLimit }
  };
}
function refuse(input, problem) {
  if (problem !== void 0) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP("input-invalid", `The input \`${input}\`: ${problem}.`, "Correct it.");
  }
}




/***/ }),

/***/ 7523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gatePolicyOf: () => (/* reexport safe */ _chunk_ZI2QQPX3_js__WEBPACK_IMPORTED_MODULE_1__.f)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_ZI2QQPX3_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9706);
/* harmony import */ var _chunk_STCMOQPO_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9736);
/* harmony import */ var _chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7260);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1197);
/* harmony import */ var _chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8847);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1947);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7477);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);












/***/ })

};

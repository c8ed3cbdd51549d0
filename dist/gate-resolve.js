export const id = 5368;
export const ids = [5368];
export const modules = {

/***/ 5368:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   gatePolicyOf: () => (/* reexport safe */ _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_1__.f)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9325);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2515);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9133);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3367);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8071);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);














/***/ }),

/***/ 2459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AK: () => (/* binding */ forbiddenVariable),
/* harmony export */   Bq: () => (/* binding */ filled),
/* harmony export */   CB: () => (/* binding */ textsOf),
/* harmony export */   DF: () => (/* binding */ variablesIn),
/* harmony export */   Fj: () => (/* binding */ secretsOf),
/* harmony export */   V6: () => (/* binding */ placeholderProblem),
/* harmony export */   VY: () => (/* binding */ secretsIn),
/* harmony export */   XX: () => (/* binding */ render),
/* harmony export */   _P: () => (/* binding */ unusable),
/* harmony export */   c3: () => (/* binding */ SHORTEST_SECRET),
/* harmony export */   mw: () => (/* binding */ required)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2787);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/domain/gate/quoting.ts
var TOKENS = {
  promql: /#[^\n]*|"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|`[^`]*`?|[^"'`#]+/gs,
  sql: /--[^\n]*|\/\*.*?(?:\*\/|$)|'(?:\\.|[^'\\])*'?|"(?:\\.|[^"\\])*"?|`[^`]*`?|[^'"`/-]+|[/-]/gs,
  jsonpath: /"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|[^"']+/gs
};
function segmentsOf(template, language) {
  const texts = template.match(TOKENS[language]) ?? [];
  return texts.map((text, at) => ({ text, escape: ESCAPES[language](text, texts[at - 1] ?? "") }));
}
var ESCAPES = {
  promql: (text, before) => {
    const literal = /[=!|]~\s*$/.test(before) ? quoteRegularExpression : (value) => value;
    if (/^["']/.test(text)) {
      return (value) => promqlString(literal(value) ?? "");
    }
    return text.startsWith("`") ? (value) => only(/^[^`\p{Cc}]*$/u, literal(value)) : (value) => only(/^[\w:.]*$/, value);
  },
  sql: (text) => text.startsWith("'") ? sqlString : (value) => only(/^\w*$/, value),
  jsonpath: (text) => /^["']/.test(text) ? jsonpathString : (value) => only(/^\w*$/, value)
};
function only(allowed, value) {
  return value !== void 0 && allowed.test(value) ? value : void 0;
}
function quoteRegularExpression(value) {
  return value.replace(/[\\.+*?()|[\]{}^$]/g, "\\$&");
}
function promqlString(value) {
  return value.toWellFormed().replace(/[^A-Za-z0-9_./:@ +-]/gu, (character) => {
    const point = character.codePointAt(0) ?? 0;
    const hex = point.toString(16);
    if (point < 128) {
      return `\\x${hex.padStart(2, "0")}`;
    }
    return point > 65535 ? `\\U${hex.padStart(8, "0")}` : `\\u${hex.padStart(4, "0")}`;
  });
}
function sqlString(value) {
  return value.replaceAll("\\", "\\\\").replaceAll("'", "''");
}
function jsonpathString(value) {
  return value.toWellFormed().replace(/[^A-Za-z0-9_./:@ +-]/g, (unit) => {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

// src/domain/gate/placeholders.ts
var METRIC_PLACEHOLDERS = [
  "component",
  "type",
  "name",
  "environment",
  "version",
  "previous",
  "elapsed",
  "seconds",
  "since",
  "now"
];
var HOLES = /\$\{([A-Z_][A-Z0-9_]*)\}|\{([a-z-]+)\}/g;
var FORBIDDEN_VARIABLES = /^(?:GITHUB_TOKEN|ACTIONS_.*|INPUT_.*|CLOUDFLARE_API_TOKEN)$/;
var SHORTEST_SECRET = 4;
function placeholderProblem(template) {
  for (const [, , word] of template.matchAll(HOLES)) {
    if (word !== void 0 && !isPlaceholder(word)) {
      const near = (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .pA)(word, METRIC_PLACEHOLDERS);
      const known = METRIC_PLACEHOLDERS.map((one) => `{${one}}`).join(" ");
      return `the placeholder \`{${word}}\` is unknown; ${near === void 0 ? `known are ${known}` : `did you mean \`{${near}}\`?`}`;
    }
  }
  return void 0;
}
function forbiddenVariable(template) {
  return variablesIn(template).find((name) => FORBIDDEN_VARIABLES.test(name));
}
function textsOf(value, path = []) {
  if (typeof value === "string") {
    return [{ path, text: value }];
  }
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, one]) => textsOf(one, [...path, key])) : [];
}
function variablesIn(template) {
  return [...template.matchAll(HOLES)].flatMap(([, name]) => name === void 0 ? [] : [name]);
}
function isPlaceholder(word) {
  return METRIC_PLACEHOLDERS.some((known) => known === word);
}
function render(template, place, filling) {
  const values = valuesFor(place, filling.subject);
  let send = "";
  let show = "";
  for (const segment of segmentsFor(template, place)) {
    let end = 0;
    for (const hole of holesOf(segment.text)) {
      const between = segment.text.slice(end, hole.at);
      end = hole.at + hole.whole.length;
      if (hole.kind === "placeholder") {
        const value = written(segment, values[hole.name], hole, filling);
        send += between + value;
        show += between + value;
      } else {
        const base = place === "url" && send + between === "";
        const value = required(hole.name, filling);
        send += between + (base || place === "text" ? value : written(segment, value, hole, filling));
        show += between + hole.whole;
      }
    }
    send += segment.text.slice(end);
    show += segment.text.slice(end);
  }
  return { send, show };
}
function holesOf(text) {
  return [...text.matchAll(HOLES)].flatMap(({ 0: whole, 1: variable, 2: word = "", index: at }) => {
    if (variable !== void 0) {
      return [{ whole, at, kind: "variable", name: variable }];
    }
    return isPlaceholder(word) ? [{ whole, at, kind: "placeholder", name: word }] : [];
  });
}
function secretsOf({ source }, lookup) {
  return secretsIn(source, lookup, source.env);
}
function secretsIn(value, lookup, named = []) {
  const secrets = /* @__PURE__ */ new Map();
  for (const names of [named, ...textsOf(value).map(({ text }) => variablesIn(text))]) {
    for (const name of names) {
      const value2 = lookup(name) ?? "";
      for (const spelling of [value2, value2.trim(), encodeURIComponent(value2.toWellFormed()), jsonString(value2)]) {
        if (spelling.length >= SHORTEST_SECRET) {
          secrets.set(spelling, `\${${name}}`);
        }
      }
    }
  }
  return secrets;
}
function valuesFor(place, subject) {
  const { component, environment, version, previous = "", since, elapsed } = subject;
  const seconds = String(Math.max(1, Math.ceil(elapsed / 1e3)));
  return {
    component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_1__/* .componentId */ .nV)(component),
    type: component.type,
    name: component.name,
    environment,
    version,
    previous,
    elapsed: place === "sql" ? seconds : `${seconds}s`,
    seconds,
    since: String(Math.floor(since / 1e3)),
    now: String(Math.floor((since + Math.max(0, elapsed)) / 1e3))
  };
}
function segmentsFor(template, place) {
  switch (place) {
    case "promql":
    case "sql":
    case "jsonpath":
      return segmentsOf(template, place);
    default:
      return [{ text: template, escape: ESCAPES2[place] }];
  }
}
var ESCAPES2 = {
  // A `.` and a `..` would lead to another path, however they are encoded.
  url: (value) => /^\.{1,2}$/.test(value) ? void 0 : encodeURIComponent(value.toWellFormed()),
  form: (value) => encodeURIComponent(value.toWellFormed()),
  json: jsonString,
  header: (value) => /^[\x20-\x7e]*$/.test(value) ? value : void 0,
  text: (value) => /^[\w.:/@+-]*$/.test(value) ? value : void 0,
  // An argument is given as it is, to no shell; only what no argument can hold is refused.
  argument: (value) => value.includes("\0") ? void 0 : value
};
function jsonString(value) {
  return JSON.stringify(value.toWellFormed()).slice(1, -1);
}
function filled({ metric, what = "metric" }) {
  return `The ${what} \`${metric.replaceAll("`", "'")}\``;
}
function unusable({ what }) {
  return what === "probe" ? "verify-failed" : "metric-unusable";
}
function written(segment, value, hole, filling) {
  const text = segment.escape(value);
  if (text === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      unusable(filling),
      `${filled(filling)} has \`${hole.whole}\` where its value can't be written safely.`,
      hole.kind === "variable" ? "Give the variable a single line of plain ASCII, or put it inside the quotes of a string." : "Put it inside the quotes of a string, or give the component a plain name."
    );
  }
  return text;
}
function required(variable, filling) {
  if (FORBIDDEN_VARIABLES.test(variable)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      unusable(filling),
      `${filled(filling)} asks for \`\${${variable}}\`, which is never sent to a metric server.`,
      "Pass the secret that the server needs under a name of its own in `env:` of the step."
    );
  }
  const value = filling.lookup(variable) ?? "";
  if (value === "") {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "input-missing",
      `${filled(filling)} needs the environment variable \`${variable}\`, which is not set or empty.`,
      `Pass it in \`env:\` of the step, such as \`${variable}: \${{ secrets.${variable} }}\`.`
    );
  }
  return value;
}




/***/ }),

/***/ 2515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ GATE_DEFAULTS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/gate/policy.ts
var SECOND = 1e3;
var GATE_DEFAULTS = {
  /** KV's own propagation takes up to a minute. */
  initialDelayMs: 60 * SECOND,
  intervalMs: 15 * SECOND,
  timeoutMs: 10 * 60 * SECOND,
  bakeMs: 5 * 60 * SECOND,
  count: 5,
  failureLimit: 0,
  consecutiveErrorLimit: 4,
  minSamples: 50,
  metricTimeoutMs: 10 * SECOND
};




/***/ }),

/***/ 9325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ gatePolicyOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2515);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2459);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3367);
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
  const intervalMs = inputs.intervalMs ?? (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_4__/* .milliseconds */ .Rz)(gate?.interval, _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.intervalMs);
  const count = inputs.count ?? gate?.count ?? _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.count;
  const bakeMs = inputs.bakeMs ?? (gate?.bake === void 0 ? void 0 : (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_4__/* .milliseconds */ .Rz)(gate.bake, 0));
  const most = Math.max(_with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.timeoutMs, 2 * count * intervalMs, 2 * (bakeMs ?? 0));
  const timeoutMs = (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_4__/* .milliseconds */ .Rz)(gate?.timeout, most);
  refuse(
    "bake",
    bakeMs !== void 0 && bakeMs > timeoutMs ? "it is longer than the `timeout` of the gate" : void 0
  );
  refuse("failure-limit", failuresProblem(metrics, count));
  return {
    initialDelayMs: inputs.initialDelayMs ?? (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_4__/* .milliseconds */ .Rz)(gate?.["initial-delay"], _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.initialDelayMs),
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
      timeoutMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_4__/* .milliseconds */ .Rz)(timeout, _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.metricTimeoutMs),
      ...before === void 0 ? {} : { beforeMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_4__/* .milliseconds */ .Rz)(before, 0) }
    },
    observe,
    limit: (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_2__/* .isCounts */ .pi)(metric) && max !== void 0 ? { kind: "counts", max, minSamples, compared: metric.control !== void 0 } : { kind: "values", min, max, failureLimit: given ?? failureLimit }
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
  const forbidden = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_3__/* .forbiddenVariable */ .AK)(url);
  refuse("metric-url", (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_2__/* .metricUrlProblem */ .Vw)(url));
  refuse("metric-url", forbidden === void 0 ? void 0 : `\`\${${forbidden}}\` is never sent to a metric server`);
  refuse(
    "metric-path",
    path !== void 0 && counts ? "`metric-errors` and `metric-total` say where they stand" : void 0
  );
  for (const [name, text] of Object.entries({ "metric-path": path, "metric-errors": errors, "metric-total": total })) {
    refuse(name, text === void 0 ? void 0 : (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonPathProblem */ .tX)(text));
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




/***/ })

};

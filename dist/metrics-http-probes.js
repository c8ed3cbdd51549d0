export const id = 7340;
export const ids = [7340];
export const modules = {

/***/ 7340:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HttpProbes: () => (/* binding */ HttpProbes)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_metrics_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9398);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4301);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4923);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2591);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(8071);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(354);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





















// src/adapters/metrics/http-probes.ts
var HttpProbes = class {
  #options;
  constructor(options) {
    this.#options = options;
  }
  async ask(probe, subject) {
    const { http, environment, signal } = this.#options;
    const { question, show, judge } = (0,_with_domain_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .prepareProbe */ .qx)(probe, subject, environment);
    const ask = (0,_with_metrics_request_js__WEBPACK_IMPORTED_MODULE_1__/* .openLine */ .T)({ http, signal, timeoutMs: (0,_with_domain_verify_js__WEBPACK_IMPORTED_MODULE_2__/* .patienceOf */ .Hw)(probe).timeoutMs });
    const startedAt = performance.now();
    const answer = await ask(question);
    const tookMs = performance.now() - startedAt;
    return { query: show, tookMs, wrong: judge(answer, tookMs, this.#scrubber(probe)) };
  }
  /** What a server says may hold what it was sent, which stands there by its name then. */
  #scrubber(probe) {
    const { environment, secrets } = this.#options;
    const longestFirst = [...(0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_13__/* .secretsIn */ .VY)(probe, environment)].sort(([a], [b]) => b.length - a.length);
    return (text) => secrets.hide(longestFirst.reduce((clean, [secret, name]) => clean.replaceAll(secret, () => name), text));
  }
};



/***/ }),

/***/ 4301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ positiveDuration),
/* harmony export */   Hw: () => (/* binding */ patienceOf),
/* harmony export */   OO: () => (/* binding */ promoteCommand),
/* harmony export */   U8: () => (/* binding */ metricSchema),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   fu: () => (/* binding */ verifySchema),
/* harmony export */   p0: () => (/* binding */ duration2),
/* harmony export */   qx: () => (/* binding */ prepareProbe)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7958);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4923);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8935);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2591);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9133);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7802);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);












// src/domain/environment-name.ts
var environmentName = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().refine((name) => (0,_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentProblem */ .f5)(name) === void 0, {
  error: (issue) => `expected the name of an environment: ${(0,_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentProblem */ .f5)(String(issue.input)) ?? ""}`
});

// src/domain/gate/metric-schema.ts
var duration2 = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().regex(_with_ms_js__WEBPACK_IMPORTED_MODULE_7__/* .DURATION */ .ft, { error: "expected a duration such as `90s`, `10m` or `100ms`", abort: true }).refine((text) => (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_7__/* .parseDuration */ .E9)(text) !== void 0, { error: "expected a duration of at most `24h`" }).meta({ description: "A duration: `90s`, `10m`, `100ms`." });
var positiveDuration = duration2.refine((text) => (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_7__/* .parseDuration */ .E9)(text) !== 0, {
  error: "expected a duration of more than 0"
});
var metricSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .re)({
  name: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().regex(/^[^\s`][^`\n]{0,79}$/, "expected a name of at most 80 characters on one line"),
  provider: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* ._enum */ .$8)(Object.keys(_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq)),
  ..._with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDER_KEYS */ .dC,
  timeout: positiveDuration.optional(),
  max: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .number */ .ai)().optional(),
  min: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .number */ .ai)().optional(),
  "min-samples": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .int */ .Wh)().positive().optional(),
  "failure-limit": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .int */ .Wh)().nonnegative().optional(),
  observe: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .boolean */ .zM)().optional().meta({ description: "Reported with every verdict; never decides." }),
  control: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .re)({ errors: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().min(1), total: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().min(1) }).optional().meta({ description: "The same two questions about what was not deployed: a rise of both is not the deploy." }),
  before: positiveDuration.optional().meta({
    description: "How long before the deploy the version before is asked about; its rate raises the limit."
  })
}).check(({ value, issues }) => {
  for (const { path, message } of metricProblems(value)) {
    issues.push({ code: "custom", path: [...path], message, input: value });
  }
}).meta({ description: "One metric of the gate." });
function metricProblems(metric) {
  const { headers: headers2 = {} } = metric;
  return [
    ...strangeKeys(metric),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .isCounts */ .pi)(metric) ? countProblems(metric) : valueProblems(metric),
    ..._with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq[metric.provider].problems(metric),
    ...controlProblems(metric),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .headerProblems */ ._W)(headers2),
    ...(0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .textsOf */ .CB)(metric).flatMap(({ path, text }) => {
      const forbidden = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .forbiddenVariable */ .AK)(text);
      const message = `\`\${${forbidden}}\` is never sent to a metric server; pass a secret of its own`;
      return forbidden === void 0 ? [] : [{ path, message }];
    })
  ];
}
function controlProblems(metric) {
  const { control, before, provider } = metric;
  const asked = control === void 0 ? [] : _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq[provider].problems({ ...metric, ...control });
  const past = before === void 0 || _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq[provider].past(metric);
  return [
    ...asked.filter(({ path: [key] }) => key === "errors" || key === "total").map(({ path, message }) => ({ path: ["control", ...path], message })),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(
      "before",
      past ? void 0 : "it asks about a past time, so the metric has to name `{since}` or `{now}`"
    )
  ];
}
function strangeKeys(metric) {
  const own = Object.keys(_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq[metric.provider].keys);
  const strange = Object.values(_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq).flatMap(({ keys }) => Object.keys(keys)).filter(
    (key) => !own.includes(key) && Object.entries(metric).some(([name, value]) => name === key && value !== void 0)
  );
  const takes = own.map((key) => `\`${key}\``).join(", ");
  return [...new Set(strange)].flatMap(
    (key) => (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(key, `\`provider: ${metric.provider}\` takes none; it takes ${takes}`)
  );
}
function countProblems(metric) {
  const { max } = metric;
  const problems = ["errors", "total"].flatMap(
    (key) => (metric[key] ?? "").trim() === "" ? (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(key, "a metric of counts needs both `errors` and `total`") : []
  );
  if (max === void 0 || max <= 0 || max >= 1) {
    problems.push(...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("max", "expected the highest rate of failed requests, above 0 and below 1"));
  }
  for (const key of ["min", "failure-limit"]) {
    if (metric[key] !== void 0) {
      problems.push(...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(key, "a metric of counts (`errors` and `total`) has no such limit; remove it"));
    }
  }
  return problems;
}
function valueProblems(metric) {
  const { min, max } = metric;
  const none = min === void 0 && max === void 0;
  const empty = min !== void 0 && max !== void 0 && min > max;
  return [
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("max", none ? "a metric of a value needs `max`, `min` or both" : void 0),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("min", empty ? `expected at most \`max\`, which is ${max}` : void 0),
    ...["min-samples", "control", "before"].flatMap(
      (key) => (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(
        key,
        metric[key] === void 0 ? void 0 : "only a metric of counts (`errors` and `total`) has it; remove it"
      )
    )
  ];
}

// src/domain/verify.ts
var DEFAULTS = { attempts: 5, intervalMs: 1e4 };
var probeSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .re)({
  url: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().meta({ description: "What is asked. Placeholders as in the metrics of a gate." }),
  method: _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .method */ .EJ,
  headers: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .headers */ .b3,
  body: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().optional(),
  status: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .int */ .Wh)().min(100).max(599).optional().meta({ description: "The status that it has to answer; by default any from 200 to 299." }),
  path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().optional().meta({ description: "A JSON path that has to be in the answer." }),
  equals: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .union */ .KC)([(0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .number */ .ai)(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .boolean */ .zM)(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* ._null */ .jw)()]).optional().meta({ description: "What stands at `path`; without `path`, the whole answer." }),
  contains: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().min(1).optional().meta({ description: "A text that is part of what stands at `path`; without `path`, of the whole answer." }),
  latency: positiveDuration.optional().meta({ description: "How long the answer may take to be good." }),
  timeout: positiveDuration.optional().meta({ description: "After how long no answer is waited for; default `10s`." }),
  attempts: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .int */ .Wh)().min(1).max(100).optional().meta({ description: "How often it is asked at most; default 5." }),
  interval: positiveDuration.optional().meta({ description: "Between two attempts; default `10s`." })
}).check(({ value, issues }) => {
  const { url, path, body, equals, contains } = value;
  const texts = [body, typeof equals === "string" ? equals : void 0, contains];
  const problems = [
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("url", (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .metricUrlProblem */ .Vw)(url)),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("path", path === void 0 ? void 0 : (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonPathProblem */ .tX)(path)),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("method", body !== void 0 && value.method === "GET" ? "a GET request has no body" : void 0),
    ...texts.flatMap(
      (text, at) => (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(["body", "equals", "contains"][at] ?? "", text === void 0 ? void 0 : (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .placeholderProblem */ .V6)(text))
    ),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .headerProblems */ ._W)(value.headers ?? {}),
    ...(0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .textsOf */ .CB)(value).flatMap(({ path: at, text }) => {
      const forbidden = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .forbiddenVariable */ .AK)(text);
      const message = `\`\${${forbidden}}\` is never sent to a probe; pass a secret of its own`;
      return forbidden === void 0 ? [] : [{ path: at, message }];
    })
  ];
  for (const problem of problems) {
    issues.push({ code: "custom", path: [...problem.path], message: problem.message, input: value });
  }
});
var verifySchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .re)({
  environment: environmentName.meta({ description: "The environment that has to have the version already." }),
  probes: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YO)(probeSchema).min(1).max(50)
}).meta({ description: "What is asked of another environment that has the version before it is put here." });
function patienceOf({ attempts, interval, timeout }) {
  return {
    attempts: attempts ?? DEFAULTS.attempts,
    intervalMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_7__/* .milliseconds */ .Rz)(interval, DEFAULTS.intervalMs),
    timeoutMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_7__/* .milliseconds */ .Rz)(timeout, _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_6__/* .GATE_DEFAULTS */ .h.metricTimeoutMs)
  };
}
function prepareProbe(probe, subject, lookup) {
  const filling = { metric: probe.url, what: "probe", subject, lookup };
  const { question, show } = (0,_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .preparedRequest */ .VA)(probe, filling);
  const text = (template) => (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .render */ .XX)(template, "argument", filling);
  const { status, path, equals, contains, latency } = probe;
  const expected = {
    status,
    path: path === void 0 ? void 0 : (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .render */ .XX)(path, "jsonpath", filling).send,
    equals: equals === void 0 ? void 0 : text(String(equals)),
    contains: contains === void 0 ? void 0 : text(contains),
    latencyMs: latency === void 0 ? void 0 : (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_7__/* .milliseconds */ .Rz)(latency, 0)
  };
  return { question, show, judge: (answer, tookMs, scrub) => wrongWith(answer, tookMs, expected, scrub) };
}
function wrongWith(answer, tookMs, expected, scrub) {
  const { content } = answer;
  if (content === void 0) {
    return answer.kind === "failed" ? answer.why : void 0;
  }
  const { status, path, equals, contains, latencyMs } = expected;
  const said = (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)((0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_3__/* .saidIn */ .$g)(content.text, content.type), scrub);
  const saying = said === "" ? "" : `: ${said}`;
  const isWanted = status === void 0 ? content.status >= 200 && content.status <= 299 : content.status === status;
  if (!isWanted) {
    return `it answered ${content.status}${status === void 0 ? "" : ` and not ${status}`}${saying}`;
  }
  if (latencyMs !== void 0 && tookMs > latencyMs) {
    return `it took ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .duration */ .p0)(tookMs)} to answer, and at most ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .duration */ .p0)(latencyMs)} are allowed`;
  }
  return path === void 0 && equals === void 0 && contains === void 0 ? void 0 : wrongAt(content, expected, scrub, saying);
}
function wrongAt(content, expected, scrub, saying) {
  const { path, equals, contains } = expected;
  const found = path === void 0 ? { value: content.text.trim() } : valueAt(content, path);
  if ("why" in found) {
    return `${found.why}${saying}`;
  }
  const value = typeof found.value === "object" ? JSON.stringify(found.value) : String(found.value);
  const place = path === void 0 ? "the answer" : `\`${path}\``;
  const stands = `\`${(0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value, scrub).replaceAll("`", "'")}\``;
  if (equals !== void 0 && value !== equals.send) {
    return `${place} is ${stands} and not \`${named(equals)}\``;
  }
  return contains !== void 0 && !value.includes(contains.send) ? `${place} does not have \`${named(contains)}\` in it: ${stands}` : void 0;
}
function named({ show }) {
  return (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(show, (text) => text).replaceAll("`", "'");
}
function valueAt(content, path) {
  const parsed = (0,_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(content);
  if ("problem" in parsed) {
    return { why: parsed.problem.why };
  }
  const found = (0,_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .oneAt */ .ib)(parsed.json, path, "value");
  return "value" in found ? found : { why: found.problem.why };
}
function promoteCommand(component, environment, version) {
  const words = (0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatchWords */ .a)("promote.yml", { component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_10__/* .componentId */ .nV)(component), environment, version });
  return `\`${words.join(" ")}\``;
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

/***/ 9398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ openLine)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(354);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/adapters/metrics/request.ts
var ANSWER_LIMIT = 1024 * 1024;
function openLine({ http, signal, timeoutMs }) {
  const timeout = AbortSignal.timeout(timeoutMs);
  const either = AbortSignal.any([signal, timeout]);
  return async (question) => {
    try {
      return await read(await send(question, http, either));
    } catch (error) {
      if (signal.aborted) {
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP(
          "cancelled",
          "The run was cancelled while it asked for a metric.",
          "Run the job again.",
          {
            cause: error
          }
        );
      }
      if (error instanceof _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .Astray */ .tA || error instanceof _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingError */ .L_) {
        return failed(error.message);
      }
      return failed(
        timeout.aborted ? `it did not answer within ${timeoutMs / 1e3} s` : `it can't be reached (${reasonOf(error)})`
      );
    }
  };
}
function send({ url, method, headers, body }, http, signal) {
  return http.send({ url, method, headers: { "user-agent": "tagship", ...headers }, body, signal, isRepeatable: true });
}
async function read({ status, headers, body, leave }) {
  const text = await textOf(body);
  await leave();
  const content = text === void 0 ? void 0 : { status, type: headers["content-type"] ?? "", text };
  if (status < 200 || status > 299) {
    const waits = status === 429 || status === 503 ? retryAfterMs(headers["retry-after"]) : void 0;
    return { kind: "failed", why: `it answered ${status}`, retryAfterMs: waits, content };
  }
  return content === void 0 ? failed("its answer is over 1 MiB") : { kind: "answered", content };
}
async function textOf(body) {
  const chunks = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > ANSWER_LIMIT) {
      return void 0;
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
function retryAfterMs(header) {
  const text = header?.trim() ?? "";
  const wait = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1e3 : Date.parse(text) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : void 0;
}
function failed(why) {
  return { kind: "failed", why, retryAfterMs: void 0, content: void 0 };
}
function reasonOf(error) {
  return (0,_with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .causesOf */ .cZ)(error).map(_with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N).findLast((code) => code !== "") ?? "no connection";
}




/***/ }),

/***/ 9577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ shellQuote),
/* harmony export */   a: () => (/* binding */ dispatchWords)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/post-mortem/shell.ts
function dispatchWords(workflow, fields) {
  return [
    `gh workflow run ${workflow}`,
    ...Object.entries(fields).map(([name, value]) => `--raw-field ${shellQuote(`${name}=${value}`)}`)
  ];
}
function shellQuote(text) {
  if (/^[\w./:=+,][\w./:=@%+,-]*$/.test(text)) {
    return text;
  }
  const parts = text.split(HIDDEN).map((part, i) => i % 2 === 1 ? written(part) : quoted(part));
  return parts.join("") || "''";
}
var HIDDEN = /((?:(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800])+)/u;
function quoted(part) {
  return part === "" ? "" : `'${part.replaceAll("'", "'\\''")}'`;
}
function written(part) {
  const octal = [...new TextEncoder().encode(part)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`);
  return `"$(printf '${octal.join("")}')"`;
}




/***/ })

};

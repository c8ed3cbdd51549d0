export const id = 758;
export const ids = [758];
export const modules = {

/***/ 7758:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ positiveDuration),
/* harmony export */   Hw: () => (/* binding */ patienceOf),
/* harmony export */   OO: () => (/* binding */ promoteCommand),
/* harmony export */   Tp: () => (/* binding */ gateSchema),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   ZL: () => (/* binding */ shellQuote),
/* harmony export */   aE: () => (/* binding */ dispatchWords),
/* harmony export */   fu: () => (/* binding */ verifySchema),
/* harmony export */   qx: () => (/* binding */ prepareProbe)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3941);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8712);
/* harmony import */ var _chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(968);
/* harmony import */ var _chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7118);
/* harmony import */ var _chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9985);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1197);
/* harmony import */ var _chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7506);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1947);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6127);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(359);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);











// src/domain/environment-schema.ts
var environmentName = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .string */ .Yj)().refine((name) => (0,_chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentProblem */ .f5)(name) === void 0, {
  error: (issue) => `expected the name of an environment: ${(0,_chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentProblem */ .f5)(String(issue.input)) ?? ""}`
});

// src/domain/gate/metric-check.ts
function metricProblems(metric2) {
  const { headers: headers2 = {} } = metric2;
  return [
    ...strangeKeys(metric2),
    ...(0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .isCounts */ .pi)(metric2) ? countProblems(metric2) : valueProblems(metric2),
    ..._chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq[metric2.provider].problems(metric2),
    ...controlProblems(metric2),
    ...(0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .headerProblems */ ._W)(headers2),
    ...(0,_chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_7__/* .textsOf */ .CB)(metric2).flatMap(({ path, text }) => {
      const forbidden = (0,_chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_7__/* .forbiddenVariable */ .AK)(text);
      const message = `\`\${${forbidden}}\` is never sent to a metric server; pass a secret of its own`;
      return forbidden === void 0 ? [] : [{ path, message }];
    })
  ];
}
function controlProblems(metric2) {
  const { control, before, provider } = metric2;
  const asked = control === void 0 ? [] : _chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq[provider].problems({ ...metric2, ...control });
  const past = before === void 0 || _chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq[provider].past(metric2);
  return [
    ...asked.filter(({ path: [key] }) => key === "errors" || key === "total").map(({ path, message }) => ({ path: ["control", ...path], message })),
    ...(0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .problemAt */ .l4)(
      "before",
      past ? void 0 : "it asks about a past time, so the metric has to name `{since}` or `{now}`"
    )
  ];
}
function strangeKeys(metric2) {
  const own = Object.keys(_chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq[metric2.provider].keys);
  const strange = Object.values(_chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq).flatMap(({ keys }) => Object.keys(keys)).filter(
    (key) => !own.includes(key) && Object.entries(metric2).some(([name, value]) => name === key && value !== void 0)
  );
  const takes = own.map((key) => `\`${key}\``).join(", ");
  return [...new Set(strange)].flatMap(
    (key) => (0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .problemAt */ .l4)(key, `\`provider: ${metric2.provider}\` takes none; it takes ${takes}`)
  );
}
function countProblems(metric2) {
  const { max } = metric2;
  const problems = ["errors", "total"].flatMap(
    (key) => (metric2[key] ?? "").trim() === "" ? (0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .problemAt */ .l4)(key, "a metric of counts needs both `errors` and `total`") : []
  );
  if (max === void 0 || max <= 0 || max >= 1) {
    problems.push(...(0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .problemAt */ .l4)("max", "expected the highest rate of failed requests, above 0 and below 1"));
  }
  for (const key of ["min", "failure-limit"]) {
    if (metric2[key] !== void 0) {
      problems.push(...(0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .problemAt */ .l4)(key, "a metric of counts (`errors` and `total`) has no such limit; remove it"));
    }
  }
  return problems;
}
function valueProblems(metric2) {
  const { min, max } = metric2;
  const none = min === void 0 && max === void 0;
  const empty = min !== void 0 && max !== void 0 && min > max;
  return [
    ...(0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .problemAt */ .l4)("max", none ? "a metric of a value needs `max`, `min` or both" : void 0),
    ...(0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .problemAt */ .l4)("min", empty ? `expected at most \`max\`, which is ${max}` : void 0),
    ...["min-samples", "control", "before"].flatMap(
      (key) => (0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .problemAt */ .l4)(
        key,
        metric2[key] === void 0 ? void 0 : "only a metric of counts (`errors` and `total`) has it; remove it"
      )
    )
  ];
}

// src/domain/gate/schema.ts
var duration2 = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .string */ .Yj)().regex(_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_6__/* .DURATION */ .f, { error: "expected a duration such as `90s`, `10m` or `100ms`", abort: true }).refine((text) => (0,_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_6__/* .parseDuration */ .E)(text) !== void 0, { error: "expected a duration of at most `24h`" }).meta({ description: "A duration: `90s`, `10m`, `100ms`." });
var positiveDuration = duration2.refine((text) => (0,_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_6__/* .parseDuration */ .E)(text) !== 0, {
  error: "expected a duration of more than 0"
});
var fallback = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* ._enum */ .$8)(["keep", "pass", "rollback"]);
var metric = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .strictObject */ .re)({
  name: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .string */ .Yj)().regex(/^[^\s`][^`\n]{0,79}$/, "expected a name of at most 80 characters on one line"),
  provider: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* ._enum */ .$8)(Object.keys(_chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq)),
  ..._chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDER_KEYS */ .dC,
  timeout: positiveDuration.optional(),
  max: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .number */ .ai)().optional(),
  min: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .number */ .ai)().optional(),
  "min-samples": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .int */ .Wh)().positive().optional(),
  "failure-limit": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .int */ .Wh)().nonnegative().optional(),
  observe: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .boolean */ .zM)().optional().meta({ description: "TrustedLedger with every verdict, and never decides." }),
  control: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .strictObject */ .re)({ errors: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .string */ .Yj)().min(1), total: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .string */ .Yj)().min(1) }).optional().meta({ description: "The same two questions about what was not deployed: a rise of both is not the deploy." }),
  before: positiveDuration.optional().meta({
    description: "How long before the deploy the version before is asked about; its rate raises the limit."
  })
}).check(({ value, issues }) => {
  for (const { path, message } of metricProblems(value)) {
    issues.push({ code: "custom", path: [...path], message, input: value });
  }
}).meta({ description: "One metric of the gate." });
var gateSchema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .strictObject */ .re)({
  "initial-delay": duration2.optional(),
  interval: positiveDuration.optional(),
  bake: duration2.optional().meta({
    description: "The least time to watch before a version is healthy, counted from the first look."
  }),
  timeout: positiveDuration.optional(),
  count: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .int */ .Wh)().positive().optional(),
  "failure-limit": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .int */ .Wh)().nonnegative().optional(),
  "consecutive-error-limit": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .int */ .Wh)().positive().optional(),
  "on-breach": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* ._enum */ .$8)(["rollback", "report"]).optional().meta({
    description: "After a breach: `report` fails the step and moves nothing."
  }),
  "on-no-data": fallback.optional(),
  "on-error": fallback.optional(),
  "on-inconclusive": fallback.optional(),
  metrics: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .array */ .YO)(metric).min(1)
}).check(({ value, issues }) => {
  const { bake, timeout, count = _chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_4__/* .GATE_DEFAULTS */ .hU.count } = value;
  if (bake !== void 0 && timeout !== void 0 && (0,_chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_4__/* .milliseconds */ .Rz)(bake, 0) > (0,_chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_4__/* .milliseconds */ .Rz)(timeout, 0)) {
    const message = `expected at most \`timeout\`, which is ${timeout}`;
    issues.push({ code: "custom", path: ["bake"], message, input: value });
  }
  const limits = [
    { path: ["failure-limit"], limit: value["failure-limit"] },
    ...value.metrics.map((one, at) => ({ path: ["metrics", at, "failure-limit"], limit: one["failure-limit"] }))
  ];
  for (const { path, limit } of limits) {
    if (limit !== void 0 && limit >= count) {
      const message = `expected less than \`count\`, which is ${count}`;
      issues.push({ code: "custom", path, message, input: value });
    }
  }
  const names = value.metrics.map(({ name }) => name);
  for (const [at, name] of names.entries()) {
    if (names.indexOf(name) !== at) {
      const message = `another metric of this gate is called \`${name}\` already`;
      issues.push({ code: "custom", path: ["metrics", at, "name"], message, input: value });
    }
  }
}).meta({ description: "What is watched after a deploy." });

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

// src/domain/verify.ts
var DEFAULTS = { attempts: 5, intervalMs: 1e4 };
var probeSchema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .strictObject */ .re)({
  url: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .string */ .Yj)().meta({ description: "What is asked. Placeholders as in the metrics of a gate." }),
  method: _chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_1__/* .method */ .EJ,
  headers: _chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .headers */ .b3,
  body: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .string */ .Yj)().optional(),
  status: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .int */ .Wh)().min(100).max(599).optional().meta({ description: "The status that it has to answer; by default any from 200 to 299." }),
  path: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .string */ .Yj)().optional().meta({ description: "A JSON path that has to be in the answer." }),
  equals: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .union */ .KC)([(0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .string */ .Yj)(), (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .number */ .ai)(), (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .boolean */ .zM)(), (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* ._null */ .jw)()]).optional().meta({ description: "What stands at `path`; without `path`, the whole answer." }),
  contains: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .string */ .Yj)().min(1).optional().meta({ description: "A text that is part of what stands at `path`; without `path`, of the whole answer." }),
  latency: positiveDuration.optional().meta({ description: "How long the answer may take to be good." }),
  timeout: positiveDuration.optional().meta({ description: "After how long no answer is waited for; default `10s`." }),
  attempts: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .int */ .Wh)().min(1).max(100).optional().meta({ description: "How often it is asked at most; default 5." }),
  interval: positiveDuration.optional().meta({ description: "Between two attempts; default `10s`." })
}).check(({ value, issues }) => {
  const { url, path, body, equals, contains } = value;
  const texts = [body, typeof equals === "string" ? equals : void 0, contains];
  const problems = [
    ...(0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .problemAt */ .l4)("url", (0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .metricUrlProblem */ .Vw)(url)),
    ...(0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .problemAt */ .l4)("path", path === void 0 ? void 0 : (0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonPathProblem */ .tX)(path)),
    ...(0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .problemAt */ .l4)("method", body !== void 0 && value.method === "GET" ? "a GET request has no body" : void 0),
    ...texts.flatMap(
      (text, at) => (0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .problemAt */ .l4)(["body", "equals", "contains"][at] ?? "", text === void 0 ? void 0 : (0,_chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_7__/* .placeholderProblem */ .V6)(text))
    ),
    ...(0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_5__/* .headerProblems */ ._W)(value.headers ?? {}),
    ...(0,_chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_7__/* .textsOf */ .CB)(value).flatMap(({ path: at, text }) => {
      const forbidden = (0,_chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_7__/* .forbiddenVariable */ .AK)(text);
      const message = `\`\${${forbidden}}\` is never sent to a probe; pass a secret of its own`;
      return forbidden === void 0 ? [] : [{ path: at, message }];
    })
  ];
  for (const problem of problems) {
    issues.push({ code: "custom", path: [...problem.path], message: problem.message, input: value });
  }
});
var verifySchema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .strictObject */ .re)({
  environment: environmentName.meta({ description: "The environment that has to have the version already." }),
  probes: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_9__/* .array */ .YO)(probeSchema).min(1).max(50)
}).meta({ description: "What is asked of another environment that has the version before it is put here." });
function patienceOf({ attempts, interval, timeout }) {
  return {
    attempts: attempts ?? DEFAULTS.attempts,
    intervalMs: (0,_chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_4__/* .milliseconds */ .Rz)(interval, DEFAULTS.intervalMs),
    timeoutMs: (0,_chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_4__/* .milliseconds */ .Rz)(timeout, _chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_4__/* .GATE_DEFAULTS */ .hU.metricTimeoutMs)
  };
}
function prepareProbe(probe, subject, lookup) {
  const filling = { metric: probe.url, what: "probe", subject, lookup };
  const { question, show } = (0,_chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_1__/* .preparedRequest */ .VA)(probe, filling);
  const text = (template) => (0,_chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_7__/* .render */ .XX)(template, "argument", filling);
  const { status, path, equals, contains, latency } = probe;
  const expected = {
    status,
    path: path === void 0 ? void 0 : (0,_chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_7__/* .render */ .XX)(path, "jsonpath", filling).send,
    equals: equals === void 0 ? void 0 : text(String(equals)),
    contains: contains === void 0 ? void 0 : text(contains),
    latencyMs: latency === void 0 ? void 0 : (0,_chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_4__/* .milliseconds */ .Rz)(latency, 0)
  };
  return { question, show, judge: (answer, tookMs, scrub) => wrongWith(answer, tookMs, expected, scrub) };
}
function wrongWith(answer, tookMs, expected, scrub) {
  const { content } = answer;
  if (content === void 0) {
    return answer.kind === "failed" ? answer.why : void 0;
  }
  const { status, path, equals, contains, latencyMs } = expected;
  const said = (0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)((0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_2__/* .saidIn */ .$g)(content.text, content.type), scrub);
  const saying = said === "" ? "" : `: ${said}`;
  const isWanted = status === void 0 ? content.status >= 200 && content.status <= 299 : content.status === status;
  if (!isWanted) {
    return `it answered ${content.status}${status === void 0 ? "" : ` and not ${status}`}${saying}`;
  }
  if (latencyMs !== void 0 && tookMs > latencyMs) {
    return `it took ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_10__/* .duration */ .p0)(tookMs)} to answer, and at most ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_10__/* .duration */ .p0)(latencyMs)} are allowed`;
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
  const stands = `\`${(0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(value, scrub).replaceAll("`", "'")}\``;
  if (equals !== void 0 && value !== equals.send) {
    return `${place} is ${stands} and not \`${named(equals)}\``;
  }
  return contains !== void 0 && !value.includes(contains.send) ? `${place} does not have \`${named(contains)}\` in it: ${stands}` : void 0;
}
function named({ show }) {
  return (0,_chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(show, (text) => text).replaceAll("`", "'");
}
function valueAt(content, path) {
  const parsed = (0,_chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonOf */ .o_)(content);
  if ("problem" in parsed) {
    return { why: parsed.problem.why };
  }
  const found = (0,_chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_1__/* .oneAt */ .ib)(parsed.json, path, "value");
  return "value" in found ? found : { why: found.problem.why };
}
function promoteCommand(component, environment, version) {
  const words = dispatchWords("promote.yml", { component: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(component), environment, version });
  return `\`${words.join(" ")}\``;
}




/***/ }),

/***/ 7118:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rz: () => (/* binding */ milliseconds),
/* harmony export */   f$: () => (/* binding */ gatePolicyOf),
/* harmony export */   hU: () => (/* binding */ GATE_DEFAULTS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9985);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1197);
/* harmony import */ var _chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7506);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5269);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





// src/domain/gate/resolve.ts
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
function gatePolicyOf(gate, inputs = {}) {
  const failureLimit = inputs.failureLimit ?? gate?.["failure-limit"] ?? GATE_DEFAULTS.failureLimit;
  const ofInputs = inputMetric(inputs, failureLimit);
  const metrics = ofInputs === void 0 ? (gate?.metrics ?? []).map((metric) => metricPolicy(metric, inputs.failureLimit, failureLimit)) : [ofInputs];
  if (metrics.length === 0) {
    return void 0;
  }
  const isCounting = metrics.some(({ limit }) => limit.kind === "counts");
  const intervalMs = inputs.intervalMs ?? milliseconds(gate?.interval, GATE_DEFAULTS.intervalMs);
  const count = inputs.count ?? gate?.count ?? GATE_DEFAULTS.count;
  const bakeMs = inputs.bakeMs ?? (gate?.bake === void 0 ? void 0 : milliseconds(gate.bake, 0));
  const most = Math.max(GATE_DEFAULTS.timeoutMs, 2 * count * intervalMs, 2 * (bakeMs ?? 0));
  const timeoutMs = milliseconds(gate?.timeout, most);
  refuse(
    "bake",
    bakeMs !== void 0 && bakeMs > timeoutMs ? "it is longer than the `timeout` of the gate" : void 0
  );
  refuse("failure-limit", failuresProblem(metrics, count));
  return {
    initialDelayMs: inputs.initialDelayMs ?? milliseconds(gate?.["initial-delay"], GATE_DEFAULTS.initialDelayMs),
    intervalMs,
    timeoutMs,
    // A value is as good as its measurements, of which `count` says how many; errors need traffic to show.
    bakeMs: bakeMs ?? (isCounting ? Math.min(GATE_DEFAULTS.bakeMs, timeoutMs / 2) : 0),
    count,
    consecutiveErrorLimit: gate?.["consecutive-error-limit"] ?? GATE_DEFAULTS.consecutiveErrorLimit,
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
function milliseconds(text, otherwise) {
  return text === void 0 ? otherwise : (0,_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(text) ?? otherwise;
}
function metricPolicy(metric, given, otherwise) {
  const {
    name,
    timeout,
    max,
    min,
    "min-samples": minSamples = GATE_DEFAULTS.minSamples,
    "failure-limit": failureLimit = otherwise,
    observe = false,
    before,
    ...source
  } = metric;
  return {
    name,
    source: {
      ...source,
      timeoutMs: milliseconds(timeout, GATE_DEFAULTS.metricTimeoutMs),
      ...before === void 0 ? {} : { beforeMs: milliseconds(before, 0) }
    },
    observe,
    limit: (0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_1__/* .isCounts */ .pi)(metric) && max !== void 0 ? { kind: "counts", max, minSamples, compared: metric.control !== void 0 } : { kind: "values", min, max, failureLimit: given ?? failureLimit }
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
    throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
      "input-missing",
      `The input \`${first}\` was given without \`${missing}\`.`,
      `Add \`${missing}\`, or describe the gate under \`environments\` in the configuration.`
    );
  }
  const forbidden = (0,_chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_3__/* .forbiddenVariable */ .AK)(url);
  refuse("metric-url", (0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_1__/* .metricUrlProblem */ .Vw)(url));
  refuse("metric-url", forbidden === void 0 ? void 0 : `\`\${${forbidden}}\` is never sent to a metric server`);
  refuse(
    "metric-path",
    path !== void 0 && counts ? "`metric-errors` and `metric-total` say where they stand" : void 0
  );
  for (const [name, text] of Object.entries({ "metric-path": path, "metric-errors": errors, "metric-total": total })) {
    refuse(name, text === void 0 ? void 0 : (0,_chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonPathProblem */ .tX)(text));
  }
  const isRate = threshold > 0 && threshold < 1;
  refuse(
    "threshold",
    counts && !isRate ? "expected the highest rate of failed requests, above 0 and below 1" : void 0
  );
  return {
    name: "metric",
    source: { provider: "http", url, path, errors, total, timeoutMs: GATE_DEFAULTS.metricTimeoutMs },
    observe: false,
    limit: counts ? { kind: "counts", max: threshold, minSamples: GATE_DEFAULTS.minSamples, compared: false } : { kind: "values", min: void 0, max: threshold, failureLimit }
  };
}
function refuse(input, problem) {
  if (problem !== void 0) {
    throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP("input-invalid", `The input \`${input}\`: ${problem}.`, "Correct it.");
  }
}




/***/ })

};

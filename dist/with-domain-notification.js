export const id = 397;
export const ids = [397];
export const modules = {

/***/ 7271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ OCCASIONS),
/* harmony export */   AM: () => (/* binding */ notificationBody),
/* harmony export */   fK: () => (/* binding */ NOTIFY_FORMATS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/notification.ts
var OCCASIONS = ["rollback", "breach", "hold", "drift", "failure"];
var MAX_TEXT = 1200;
var MAX_TITLE = 200;
var BODIES = {
  slack: ({ title, text, link }) => ({
    // Shown where blocks are not: `<!channel>` and links need these three characters.
    text: title.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    unfurl_links: false,
    blocks: [
      { type: "header", text: { type: "plain_text", text: title.slice(0, 150), emoji: false } },
      { type: "section", text: { type: "plain_text", text, emoji: false } },
      ...link === void 0 ? [] : [{ type: "section", text: { type: "mrkdwn", text: `<${link.replaceAll("&", "&amp;")}|Look>` } }]
    ]
  }),
  teams: ({ title, text, link }) => ({
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: {
          type: "AdaptiveCard",
          version: "1.4",
          // Text runs know no markup, unlike text blocks.
          body: [title, text].map((line, i) => ({
            type: "RichTextBlock",
            inlines: [{ type: "TextRun", text: line, weight: i === 0 ? "bolder" : "default" }]
          })),
          actions: link === void 0 ? [] : [{ type: "Action.OpenUrl", title: "Look", url: link }]
        }
      }
    ]
  }),
  discord: ({ title, text, link }) => ({
    content: [`**${withoutMarkup(title)}**`, withoutMarkup(text), ...link === void 0 ? [] : [`<${link}>`]].join(
      "\n"
    ),
    allowed_mentions: { parse: [] }
  }),
  json: ({ occasions, title, text, link }) => ({ schema: 1, occasions, title, text, link: link ?? null })
};
var NOTIFY_FORMATS = Object.keys(BODIES);
function notificationBody(format, happening) {
  const { link } = happening;
  return JSON.stringify(
    BODIES[format]({
      ...happening,
      title: clipped(happening.title, MAX_TITLE),
      text: clipped(happening.text, MAX_TEXT),
      link: link !== void 0 && /^https?:\/\/[^\s<>"|]+$/.test(link) ? link : void 0
    })
  );
}
function clipped(text, most) {
  const line = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(text.replaceAll("`", ""));
  return line.length <= most ? line : `${line.slice(0, most).toWellFormed()}…`;
}
function withoutMarkup(text) {
  return text.replace(/[\\*_~|>#`[\]()<:@-]/g, "\\$&");
}




/***/ }),

/***/ 9325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rz: () => (/* binding */ milliseconds),
/* harmony export */   f$: () => (/* binding */ gatePolicyOf),
/* harmony export */   hU: () => (/* binding */ GATE_DEFAULTS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4903);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3367);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2459);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1472);

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
  return text === void 0 ? otherwise : (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(text) ?? otherwise;
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
    limit: (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_1__/* .isCounts */ .pi)(metric) && max !== void 0 ? { kind: "counts", max, minSamples, compared: metric.control !== void 0 } : { kind: "values", min, max, failureLimit: given ?? failureLimit }
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
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
      "input-missing",
      `The input \`${first}\` was given without \`${missing}\`.`,
      `Add \`${missing}\`, or describe the gate under \`environments\` in the configuration.`
    );
  }
  const forbidden = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_3__/* .forbiddenVariable */ .AK)(url);
  refuse("metric-url", (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_1__/* .metricUrlProblem */ .Vw)(url));
  refuse("metric-url", forbidden === void 0 ? void 0 : `\`\${${forbidden}}\` is never sent to a metric server`);
  refuse(
    "metric-path",
    path !== void 0 && counts ? "`metric-errors` and `metric-total` say where they stand" : void 0
  );
  for (const [name, text] of Object.entries({ "metric-path": path, "metric-errors": errors, "metric-total": total })) {
    refuse(name, text === void 0 ? void 0 : (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonPathProblem */ .tX)(text));
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
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP("input-invalid", `The input \`${input}\`: ${problem}.`, "Correct it.");
  }
}




/***/ }),

/***/ 3643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ OWN_MOVES),
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   JK: () => (/* binding */ parseVersions),
/* harmony export */   Ri: () => (/* binding */ IN_FLIGHT),
/* harmony export */   gJ: () => (/* binding */ AHEAD_SECONDS),
/* harmony export */   hT: () => (/* binding */ HEALTHY_KEPT),
/* harmony export */   jq: () => (/* binding */ oid),
/* harmony export */   l2: () => (/* binding */ MOVES),
/* harmony export */   mn: () => (/* binding */ implausible),
/* harmony export */   od: () => (/* binding */ countedNumber),
/* harmony export */   pl: () => (/* binding */ versionsText),
/* harmony export */   sk: () => (/* binding */ LEDGER_SCHEMA),
/* harmony export */   u0: () => (/* binding */ entryText)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3798);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7802);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/ledger/entry.ts
var LEDGER_SCHEMA = 1;
var HEALTHY_KEPT = 10;
var oid = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().regex(/^[0-9a-f]{40}$/, "expected the 40 hex digits of a Git object");
var MOVES = ["deploy", "promote", "rollback", "restore", "seed", "remove"];
var IN_FLIGHT = ["complete", "switch", "cancel"];
var OWN_MOVES = ["promote", "rollback", "restore"];
var entrySchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({
  schema: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(LEDGER_SCHEMA),
  seq: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Wh)().positive().meta({ description: "Number of the ledger commit that made the move." }),
  move: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(MOVES),
  version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "Null after the tag was removed." }),
  commit: oid.nullable().meta({ description: "The commit the version stands for." }),
  tag: oid.nullable().meta({ description: "The object the environment tag points at; of a lightweight tag, the commit." }),
  blob: oid.nullable().meta({ description: "The content; null where a seed could not tell it." }),
  path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The file of the content at that commit." }),
  status: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(["pending", "deployed", "healthy", "held"]).meta({
    description: "`pending` until KV acknowledged, then `deployed`; `healthy` after its gate; `held` where KV holds this version although the tag could not be moved."
  }),
  previous: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The version before; never the version itself." }),
  healthy: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "The last ten healthy versions, the newest first." }),
  quarantined: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Versions Tagship does not choose here." }),
  at: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_1__/* .iso_exports */ .W.datetime().nullable().meta({ description: "When, by the Git server's clock; null where a seed could not tell." }),
  actor: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  run: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The workflow run, as an address." }),
  reason: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  left: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(oid, (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).optional().meta({
    description: "Tag objects that a rollback left, with the version each stood for. They do not come back by accident."
  }),
  "in-flight": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(IN_FLIGHT).optional().meta({ description: "What work that runs on the version before is to do, after a rollback." }),
  override: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).optional().meta({ description: "Checks that were passed over, with the reason above." })
}).meta({ title: "Entry of the Tagship ledger", description: "`{environment}/{prefix}/{type}/{name}.json`" });
var versionSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({
  tag: oid.meta({ description: "The object the version tag pointed at." }),
  commit: oid,
  blob: oid.nullable(),
  path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  ran: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Environments it was deployed to." }),
  healthy: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Environments in which a gate found it healthy." })
});
var versionsSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({ schema: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(LEDGER_SCHEMA), versions: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)(), versionSchema) }).meta({ title: "Versions in the Tagship ledger", description: "`versions/{prefix}/{type}/{name}.json`" });
function parseEntry(json) {
  return parseDocument(json, entrySchema);
}
function parseVersions(json) {
  const parsed = parseDocument(json, versionsSchema);
  return "problem" in parsed && typeof parsed.problem === "string" ? { problem: parsed.problem } : asVersions(parsed);
}
function asVersions(parsed) {
  return Object.assign(/* @__PURE__ */ Object.create(null), parsed.versions);
}
function parseDocument(json, schema) {
  let value;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : "not JSON" };
  }
  if (typeof value === "object" && value !== null && "schema" in value && Number(value.schema) > LEDGER_SCHEMA) {
    return { problem: `it was written by a newer version of Tagship (schema ${Number(value.schema)})` };
  }
  const checked = schema.safeParse(value);
  if (checked.success) {
    return checked.data;
  }
  const [issue] = checked.error.issues;
  return { problem: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "unknown problem"}` };
}
function entryText(entry) {
  return `${JSON.stringify(entry, void 0, 2)}
`;
}
function versionsText(versions) {
  return `${JSON.stringify({ schema: LEDGER_SCHEMA, versions }, void 0, 2)}
`;
}
var AHEAD_SECONDS = 5 * 60;
function implausible({ seq, at }, number, now) {
  if (seq > number) {
    return `it says that number ${seq} made it, and the ledger has only ${number}`;
  }
  return at !== null && Date.parse(at) / 1e3 > now + AHEAD_SECONDS ? `it is dated ${at}, which is still to come` : void 0;
}
var MAX_NUMBER = 2 ** 50;
function countedNumber(numbers) {
  const follows = (at) => {
    const [one = 0, before = 0] = numbers.slice(at);
    return one === before + 1 && one < MAX_NUMBER;
  };
  const said = numbers[0] ?? 0;
  if (numbers.length < 2 || follows(0)) {
    return said;
  }
  const sure = numbers.findIndex((_, at) => at > 0 && (at === numbers.length - 1 || follows(at)));
  return (numbers[sure] ?? 0) + sure;
}




/***/ }),

/***/ 3397:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ warnings),
/* harmony export */   BM: () => (/* binding */ USUAL_RULES),
/* harmony export */   Bi: () => (/* binding */ DEFAULT_CONFIG_PATH),
/* harmony export */   CW: () => (/* binding */ excludedNotices),
/* harmony export */   GF: () => (/* binding */ configRules),
/* harmony export */   Gc: () => (/* binding */ inertNotices),
/* harmony export */   Mu: () => (/* binding */ environmentsByVersion),
/* harmony export */   N7: () => (/* binding */ templatePattern),
/* harmony export */   O1: () => (/* binding */ contenders),
/* harmony export */   Pq: () => (/* binding */ exclusionError),
/* harmony export */   Qn: () => (/* binding */ configSchema),
/* harmony export */   Tc: () => (/* binding */ edgitComponent),
/* harmony export */   Z5: () => (/* binding */ isUnclear),
/* harmony export */   _I: () => (/* binding */ isTypeOf),
/* harmony export */   aA: () => (/* binding */ REGISTRY_PATH),
/* harmony export */   ah: () => (/* binding */ exclusionOf),
/* harmony export */   cl: () => (/* binding */ spellings),
/* harmony export */   d: () => (/* binding */ edgitBase),
/* harmony export */   eu: () => (/* binding */ literal2),
/* harmony export */   ex: () => (/* binding */ describeDeployed),
/* harmony export */   gM: () => (/* binding */ ledgerReport),
/* harmony export */   hF: () => (/* binding */ versionsKey),
/* harmony export */   hu: () => (/* binding */ groupTags),
/* harmony export */   j6: () => (/* binding */ keyReader),
/* harmony export */   kB: () => (/* binding */ renderKey),
/* harmony export */   ke: () => (/* binding */ heldAgain),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   lr: () => (/* binding */ INDEX_KEY),
/* harmony export */   mO: () => (/* binding */ listedVersion),
/* harmony export */   mh: () => (/* binding */ nothingDone),
/* harmony export */   ox: () => (/* binding */ DEFAULT_LEDGER_REF),
/* harmony export */   p7: () => (/* binding */ environmentOf),
/* harmony export */   qd: () => (/* binding */ registryEntry),
/* harmony export */   rv: () => (/* binding */ describeDeleted),
/* harmony export */   s: () => (/* binding */ edgitBases),
/* harmony export */   sb: () => (/* binding */ defaultConfig),
/* harmony export */   w8: () => (/* binding */ tagRules),
/* harmony export */   x: () => (/* binding */ resolveVersion),
/* harmony export */   yU: () => (/* binding */ returnedFailure),
/* harmony export */   zR: () => (/* binding */ DEFAULT_LAYOUT),
/* harmony export */   zW: () => (/* binding */ readTag)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7958);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8130);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1592);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2348);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(663);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9325);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4903);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3367);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2459);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2787);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9133);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(7802);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7271);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1472);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2591);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


















// node_modules/picomatch/lib/constants.js
var require_constants = (0,_with_js__WEBPACK_IMPORTED_MODULE_17__/* .__commonJS */ .P$)({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT2 = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR2 = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT: NO_DOT2,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR: STAR2,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = (0,_with_js__WEBPACK_IMPORTED_MODULE_17__/* .__commonJS */ .P$)({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = (0,_with_js__WEBPACK_IMPORTED_MODULE_17__/* .__commonJS */ .P$)({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code) => {
      return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan = (input, options) => {
      const opts = options || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts = [];
      let str = input;
      let index = -1;
      let start = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces = 0;
      let prev;
      let code;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code = advance();
          if (code === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code = advance())) {
                if (code === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code = advance())) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob = false;
      }
      let base = str;
      let prefix = "";
      let glob = "";
      if (start > 0) {
        prefix = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob = str.slice(lastIndex);
      } else if (isGlob === true) {
        base = "";
        glob = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob) glob = utils.removeBackslashes(glob);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start,
        base,
        glob,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
        const value = input.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = (0,_with_js__WEBPACK_IMPORTED_MODULE_17__/* .__commonJS */ .P$)({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped = false;
      for (const ch of input) {
        if (escaped === true) {
          value += ch;
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped = false;
      for (const ch of branch) {
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed = true;
      while (changed === true) {
        changed = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j = i + 1; j < values.length; j++) {
          const a = values[i];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped = false;
      for (let i = 1; i < pattern.length; i++) {
        const ch = pattern[i];
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal3 = normalizeSimpleBranch(branch);
        if (literal3 && literal3.length === 1) {
          safeChars.push(literal3);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants.globChars(opts.windows);
      const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT: NO_DOT2,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR: STAR2,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT2;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR2;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count2 = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count2++;
        }
        if (count2 % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal3 = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open = tokens[token.tokensIndex];
          open.type = "text";
          open.value = literal3;
          open.output = safeOutput || utils.escapeRegex(literal3);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse(rest, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix = POSIX_REGEX_SOURCE[rest2];
                if (posix) {
                  prev.value = pre + posix;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped;
            prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open);
          push(open);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse.fastpaths = (input, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT: NO_DOT2,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR: STAR2,
        START_ANCHOR
      } = constants.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT2;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT2;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR2;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output = utils.removePrefix(input, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module.exports = parse;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = (0,_with_js__WEBPACK_IMPORTED_MODULE_17__/* .__commonJS */ .P$)({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan();
    var parse = require_parse();
    var utils = require_utils();
    var constants = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch2 = (glob, options, returnState = false) => {
      if (Array.isArray(glob)) {
        const fns = glob.map((input) => picomatch2(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject(glob) && glob.tokens && glob.input;
      if (glob === "" || typeof glob !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix = opts.windows;
      const regex = isState ? picomatch2.compileRe(glob, options) : picomatch2.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input, regex, options, { glob, posix });
        const result = { glob, state, regex, posix, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher.state = state;
      }
      return matcher;
    };
    picomatch2.test = (input, regex, options, { glob, posix } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix ? utils.toPosixSlashes : null);
      let match = input === glob;
      let output = match && format ? format(input) : input;
      if (match === false) {
        output = format ? format(input) : input;
        match = output === glob;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch2.matchBase(input, regex, options, posix);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch2.matchBase = (input, glob, options, posix = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch2.makeRe(glob, options);
      return regex.test(utils.basename(input, { windows: posix }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch2.parse(p, options));
      return parse(pattern, { ...options, fastpaths: false });
    };
    picomatch2.scan = (input, options) => scan(input, options);
    picomatch2.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch2.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch2.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse(input, options);
      }
      return picomatch2.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch2.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch2.constants = constants;
    module.exports = picomatch2;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = (0,_with_js__WEBPACK_IMPORTED_MODULE_17__/* .__commonJS */ .P$)({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch2(glob, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob, options, returnState);
    }
    Object.assign(picomatch2, pico);
    module.exports = picomatch2;
  }
});

// src/domain/registry.ts
var REGISTRY_PATH = ".edgit/components.json";
var schema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .object */ .Ik)({
  components: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .record */ .g1)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .looseObject */ ._H)({ path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)(), type: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)() }))
});
function parseRegistry(text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `it is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { problem: `${issue?.path.join(".") || "its root"}: ${issue?.message ?? "unexpected shape"}` };
  }
  return new Map(
    Object.entries(parsed.data.components).map(([name, { path, type }]) => [
      name,
      { path: path.replace(/^(?:\.\/)+/, ""), type }
    ])
  );
}
function registryEntry(registry, type, name) {
  const entry = registry.get(name);
  if (entry === void 0) {
    return void 0;
  }
  return isTypeOf(type, entry.type) ? entry : void 0;
}
function isTypeOf(type, called) {
  return (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .pluralType */ .Jt)(called) === type || called === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .singularType */ .Iz)(type);
}

// src/domain/tag-rules.ts
var USUAL_RULES = { ignores: () => false, names: () => false, areUsual: true };
function tagRules({ ignore, environments }) {
  const odd = Object.keys(environments).filter((name) => (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .meantVersion */ .YZ)(name) !== void 0);
  const ignored = ignore.map(_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .globMatcher */ .fU);
  return {
    ignores: (tag) => ignored.some((matches) => matches(tag)),
    names: (environment2) => odd.includes(environment2),
    areUsual: ignore.length === 0 && odd.length === 0
  };
}
function exclusionOf(tag, rules) {
  const parsed = (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .parseTag */ .ED)(tag);
  if (parsed.kind === "foreign") {
    return void 0;
  }
  if (rules.ignores(tag)) {
    return "ignored";
  }
  if (parsed.kind === "malformed") {
    return parsed.reason;
  }
  const { slot } = parsed;
  const looksOdd = slot.kind === "environment" && (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .meantVersion */ .YZ)(slot.environment) !== void 0;
  return looksOdd && !rules.names(slot.environment) ? "like-a-version" : void 0;
}
function exclusionError(tag, exclusion) {
  const slot = tag.slice(tag.lastIndexOf("/") + 1);
  switch (exclusion) {
    case "ignored":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
        "tag-shape",
        `The tag \`${tag}\` is left alone by \`ignore\` in the configuration.`,
        "Name another tag, or take it out of `ignore` on the default branch."
      );
    case "too-short":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
        "tag-shape",
        `The tag \`${tag}\` is not \`components/{type}/{name}/{slot}\`.`,
        "Name it like `components/prompts/extraction/v1.0.0` or `components/prompts/extraction/production`."
      );
    case "json-segment":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
        "name-refused",
        `The tag \`${tag}\` names a component with a segment that ends in \`.json\`.`,
        "Name the component without the extension."
      );
    case "reserved-type":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
        "name-refused",
        `The tag \`${tag}\` names a type that Tagship needs for itself: \`components\` and \`logic\` are what tags begin with.`,
        "Delete the tag and give the type another name."
      );
    case "reserved-environment":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
        "environment-reserved",
        slot.includes("@") ? `The tag \`${tag}\` makes \`${slot}\` an environment, but an \`@\` parts name and environment in a key.` : `The tag \`${tag}\` makes \`${slot}\` an environment, but Tagship keeps something else under that name.`,
        "Delete the tag and give the environment another name."
      );
    case "like-a-version":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
        "tag-shape",
        `The tag \`${tag}\` ends in \`${slot}\`, which looks like a version and is none.`,
        `Delete it and tag the commit as \`${tag.slice(0, -slot.length)}${(0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .meantVersion */ .YZ)(slot)}\`. If \`${slot}\` is an environment, name it under \`environments\` in the configuration on the default branch.`
      );
    case "unknown-type":
      return unknownType(tag);
  }
}
function unknownType(tag) {
  const [prefix = "", name = "", slot = ""] = tag.split("/");
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
    "component-unknown",
    `The tag \`${tag}\` does not name the type of \`${name}\`, and the registry \`${REGISTRY_PATH}\` at its commit does not know \`${name}\`.`,
    `Commit a registry that names it, or tag it as \`${prefix}/{type}/${name}/${slot}\`.`
  );
}

// src/domain/component-tags.ts
function readTag(ref, typeOf) {
  const parsed = (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .parseTag */ .ED)(ref.name);
  if (parsed.kind === "component") {
    const { prefix, type, name, slot } = parsed;
    return { component: { prefix, type, name }, slot, typed: true };
  }
  if (parsed.kind === "untyped") {
    const { prefix, name, slot } = parsed;
    const type = typeOf(ref.commit, name);
    return type === void 0 || type.includes("/") || (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .isReservedType */ .lw)(type) ? void 0 : { component: { prefix, type, name }, slot, typed: false };
  }
  return void 0;
}
function groupTags(refs, typeOf, rules) {
  const state = /* @__PURE__ */ new Map();
  const excluded = [];
  const untyped = [];
  for (const ref of refs) {
    const why = exclusionOf(ref.name, rules);
    const read = why === void 0 ? readTag(ref, typeOf) : void 0;
    if (read === void 0) {
      excluded.push({ name: ref.name, why: why ?? "unknown-type" });
    } else if (read.typed) {
      slotsOf(draftOf(state, read.component), read.slot).set((0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .slotName */ .M8)(read.slot), ref);
    } else {
      untyped.push({ ref, ...read });
    }
  }
  for (const { ref, component, slot } of untyped) {
    const draft = draftOf(state, component);
    const slots = slotsOf(draft, slot);
    const typed = slots.get((0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .slotName */ .M8)(slot));
    if (typed === void 0) {
      slots.set((0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .slotName */ .M8)(slot), ref);
    } else if (typed.commit !== ref.commit) {
      draft.shadowed.push(ref);
    }
  }
  return { tags: state, excluded };
}
function draftOf(state, component) {
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component);
  let draft = state.get(id);
  if (draft === void 0) {
    draft = { component, environments: /* @__PURE__ */ new Map(), versions: /* @__PURE__ */ new Map(), shadowed: [] };
    state.set(id, draft);
  }
  return draft;
}
function slotsOf(draft, slot) {
  return slot.kind === "version" ? draft.versions : draft.environments;
}
function environmentOf(ref) {
  return ref.name.slice(ref.name.lastIndexOf("/") + 1);
}
function resolveVersion(tags, ref, wrapped) {
  for (const name of wrapped) {
    const parsed = (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .parseTag */ .ED)(name);
    if ((parsed.kind === "component" || parsed.kind === "untyped") && parsed.prefix === tags.component.prefix && parsed.name === tags.component.name && (parsed.kind === "untyped" || parsed.type === tags.component.type) && parsed.slot.kind === "version") {
      return { version: parsed.slot.version, by: "tag" };
    }
  }
  const highest = (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .highestVersion */ .t)(versionsOn(tags, ref.commit));
  return highest === void 0 ? void 0 : { version: highest, by: "commit" };
}
function listedVersion(tags, ref) {
  if (ref.object === ref.commit) {
    return resolveVersion(tags, ref, []);
  }
  const candidates = versionsOn(tags, ref.commit);
  const same = candidates.find((version) => tags.versions.get(version)?.object === ref.object);
  if (same !== void 0) {
    return { version: same, by: "tag" };
  }
  const [only] = candidates;
  return candidates.length === 1 && only !== void 0 ? { version: only, by: "tag" } : "unknown";
}
function isUnclear(tags, ref) {
  return ref.object === ref.commit ? versionsOn(tags, ref.commit).length !== 1 : listedVersion(tags, ref) === "unknown";
}
function versionsOn(tags, commit) {
  return [...tags.versions].filter(([, ref]) => ref.commit === commit).map(([version]) => version);
}
function environmentsByVersion(tags) {
  const guess = (ref) => (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .highestVersion */ .t)(versionsOn(tags, ref.commit)) ?? "";
  return [...tags.environments.values()].map((ref) => ({ ref, version: guess(ref) })).sort(
    (a, b) => a.version === "" || b.version === "" ? a.version === "" ? 1 : -1 : (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .compareVersions */ .Zy)(b.version, a.version)
  ).map(({ ref }) => ref);
}

// src/domain/gate/metric-check.ts
function metricProblems(metric2) {
  const { headers = {} } = metric2;
  return [
    ...strangeKeys(metric2),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .isCounts */ .pi)(metric2) ? countProblems(metric2) : valueProblems(metric2),
    ..._with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .x[metric2.provider].problems(metric2),
    ...controlProblems(metric2),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .headerProblems */ ._W)(headers),
    ...(0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_10__/* .textsOf */ .CB)(metric2).flatMap(({ path, text }) => {
      const forbidden = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_10__/* .forbiddenVariable */ .AK)(text);
      const message = `\`\${${forbidden}}\` is never sent to a metric server; pass a secret of its own`;
      return forbidden === void 0 ? [] : [{ path, message }];
    })
  ];
}
function controlProblems(metric2) {
  const { control, before, provider } = metric2;
  const asked = control === void 0 ? [] : _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .x[provider].problems({ ...metric2, ...control });
  const past = before === void 0 || _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .x[provider].past(metric2);
  return [
    ...asked.filter(({ path: [key] }) => key === "errors" || key === "total").map(({ path, message }) => ({ path: ["control", ...path], message })),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(
      "before",
      past ? void 0 : "it asks about a past time, so the metric has to name `{since}` or `{now}`"
    )
  ];
}
function strangeKeys(metric2) {
  const own = Object.keys(_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .x[metric2.provider].keys);
  const strange = Object.values(_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .x).flatMap(({ keys }) => Object.keys(keys)).filter(
    (key) => !own.includes(key) && Object.entries(metric2).some(([name, value]) => name === key && value !== void 0)
  );
  const takes = own.map((key) => `\`${key}\``).join(", ");
  return [...new Set(strange)].flatMap(
    (key) => (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(key, `\`provider: ${metric2.provider}\` takes none; it takes ${takes}`)
  );
}
function countProblems(metric2) {
  const { max } = metric2;
  const problems = ["errors", "total"].flatMap(
    (key) => (metric2[key] ?? "").trim() === "" ? (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(key, "a metric of counts needs both `errors` and `total`") : []
  );
  if (max === void 0 || max <= 0 || max >= 1) {
    problems.push(...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("max", "expected the highest rate of failed requests, above 0 and below 1"));
  }
  for (const key of ["min", "failure-limit"]) {
    if (metric2[key] !== void 0) {
      problems.push(...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(key, "a metric of counts (`errors` and `total`) has no such limit; remove it"));
    }
  }
  return problems;
}
function valueProblems(metric2) {
  const { min, max } = metric2;
  const none = min === void 0 && max === void 0;
  const empty = min !== void 0 && max !== void 0 && min > max;
  return [
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("max", none ? "a metric of a value needs `max`, `min` or both" : void 0),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("min", empty ? `expected at most \`max\`, which is ${max}` : void 0),
    ...["min-samples", "control", "before"].flatMap(
      (key) => (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(
        key,
        metric2[key] === void 0 ? void 0 : "only a metric of counts (`errors` and `total`) has it; remove it"
      )
    )
  ];
}

// src/domain/gate/schema.ts
var duration = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().regex(_with_ms_js__WEBPACK_IMPORTED_MODULE_9__/* .DURATION */ .f, { error: "expected a duration such as `90s`, `10m` or `100ms`", abort: true }).refine((text) => (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_9__/* .parseDuration */ .E)(text) !== void 0, { error: "expected a duration of at most `24h`" }).meta({ description: "A duration: `90s`, `10m`, `100ms`." });
var positiveDuration = duration.refine((text) => (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_9__/* .parseDuration */ .E)(text) !== 0, {
  error: "expected a duration of more than 0"
});
var fallback = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(["keep", "pass", "rollback"]);
var metric = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  name: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().regex(/^[^\s`][^`\n]{0,79}$/, "expected a name of at most 80 characters on one line"),
  provider: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(Object.keys(_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .x)),
  ..._with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDER_KEYS */ .d,
  timeout: positiveDuration.optional(),
  max: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .number */ .ai)().optional(),
  min: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .number */ .ai)().optional(),
  "min-samples": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .int */ .Wh)().positive().optional(),
  "failure-limit": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .int */ .Wh)().nonnegative().optional(),
  observe: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .boolean */ .zM)().optional().meta({ description: "TrustedLedger with every verdict, and never decides." }),
  control: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({ errors: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1), total: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1) }).optional().meta({ description: "The same two questions about what was not deployed: a rise of both is not the deploy." }),
  before: positiveDuration.optional().meta({
    description: "How long before the deploy the version before is asked about; its rate raises the limit."
  })
}).check(({ value, issues }) => {
  for (const { path, message } of metricProblems(value)) {
    issues.push({ code: "custom", path: [...path], message, input: value });
  }
}).meta({ description: "One metric of the gate." });
var gateSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  "initial-delay": duration.optional(),
  interval: positiveDuration.optional(),
  bake: duration.optional().meta({
    description: "The least time to watch before a version is healthy, counted from the first look."
  }),
  timeout: positiveDuration.optional(),
  count: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .int */ .Wh)().positive().optional(),
  "failure-limit": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .int */ .Wh)().nonnegative().optional(),
  "consecutive-error-limit": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .int */ .Wh)().positive().optional(),
  "on-breach": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(["rollback", "report"]).optional().meta({
    description: "After a breach: `report` fails the step and moves nothing."
  }),
  "on-no-data": fallback.optional(),
  "on-error": fallback.optional(),
  "on-inconclusive": fallback.optional(),
  metrics: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(metric).min(1)
}).check(({ value, issues }) => {
  const { bake, timeout, count: count2 = _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_7__/* .GATE_DEFAULTS */ .hU.count } = value;
  if (bake !== void 0 && timeout !== void 0 && (0,_with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_7__/* .milliseconds */ .Rz)(bake, 0) > (0,_with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_7__/* .milliseconds */ .Rz)(timeout, 0)) {
    const message = `expected at most \`timeout\`, which is ${timeout}`;
    issues.push({ code: "custom", path: ["bake"], message, input: value });
  }
  const limits = [
    { path: ["failure-limit"], limit: value["failure-limit"] },
    ...value.metrics.map((one, at) => ({ path: ["metrics", at, "failure-limit"], limit: one["failure-limit"] }))
  ];
  for (const { path, limit } of limits) {
    if (limit !== void 0 && limit >= count2) {
      const message = `expected less than \`count\`, which is ${count2}`;
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

// src/domain/key.ts
var INDEX_KEY = "component-versions";
var DEFAULT_LAYOUT = "{type}/{name}@{slot}";
var VERSIONS_LAYOUT = `{type}/{name}/${_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .VERSIONS_SLOT */ .zf}`;
var LAYOUT_PLACEHOLDERS = ["prefix", "type", "name", "slot"];
function layoutProblem(layout2) {
  const found = [...layout2.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
  const unknown = found.find((name) => !LAYOUT_PLACEHOLDERS.some((known) => known === name));
  if (unknown !== void 0) {
    return `has the unknown placeholder {${unknown}}`;
  }
  const missing = ["type", "name", "slot"].filter((name) => !found.includes(name));
  return missing.length === 0 ? void 0 : `lacks ${missing.map((name) => `{${name}}`).join(", ")}`;
}
function renderKey(layout2, component, slot) {
  const values = { ...component, slot };
  return checkedKey(layout2.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole));
}
function versionsKey(component) {
  return renderKey(VERSIONS_LAYOUT, component, _with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .VERSIONS_SLOT */ .zf);
}
function keyReader(layouts) {
  const all = [...layouts, VERSIONS_LAYOUT].map(partsOf);
  return (key) => {
    const found = [];
    for (const parts of all) {
      readings(parts, 0, key, 0, {}, ({ type = "", name = "", slot = _with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .VERSIONS_SLOT */ .zf }) => {
        if (!found.some(
          ({ component, slot: other }) => slot === other && type === component.type && name === component.name
        )) {
          found.push({ component: { prefix: "components", type, name }, slot });
        }
      });
    }
    return found;
  };
}
function partsOf(layout2) {
  return layout2.split(/(\{\w+\})/).filter((part) => part !== "").map((part) => /^\{\w+\}$/.test(part) ? { placeholder: part.slice(1, -1) } : { text: part });
}
function readings(parts, at, key, from, values, found) {
  const part = parts[at];
  if (part === void 0) {
    if (from === key.length) {
      found(values);
    }
    return;
  }
  const fixed = "text" in part ? part.text : values[part.placeholder];
  if (fixed !== void 0) {
    if (key.startsWith(fixed, from)) {
      readings(parts, at + 1, key, from + fixed.length, values, found);
    }
    return;
  }
  const placeholder = "placeholder" in part ? part.placeholder : "";
  const next = parts[at + 1];
  for (let end = endAfter(key, from, next); end !== -1; end = endAfter(key, end, next)) {
    const value = key.slice(from, end);
    if (isValue(placeholder, value)) {
      readings(parts, at + 1, key, end, { ...values, [placeholder]: value }, found);
    }
  }
}
function endAfter(key, from, next) {
  if (next === void 0) {
    return from < key.length ? key.length : -1;
  }
  return "text" in next ? key.indexOf(next.text, from + 1) : from + 1 < key.length ? from + 1 : -1;
}
function isValue(placeholder, value) {
  switch (placeholder) {
    case "prefix":
      return value === "components";
    case "type":
      return !value.includes("/") && !(0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .isReservedType */ .lw)(value);
    case "name":
      return !/^\/|\/\/|\/$|\.json(?:\/|$)/.test(value);
    default:
      return value === "latest" || !(/[/\s]/.test(value) || (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .isReservedEnvironment */ .As)(value));
  }
}
function checkedKey(key) {
  const bytes = (0,_with_domain_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .byteLength */ .d)(key);
  if (bytes > _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .KV_LIMITS */ .f.key) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
      "key-too-long",
      `The KV key \`${key}\` has ${bytes} bytes; Workers KV takes ${_with_domain_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .KV_LIMITS */ .f.key}.`,
      "Give the component or the environment a shorter name, or use a shorter layout under `keys`."
    );
  }
  return key;
}

// src/domain/edgit.ts
var import_picomatch = (0,_with_js__WEBPACK_IMPORTED_MODULE_17__/* .__toESM */ .f1)(require_picomatch2(), 1);
var PATTERNS = [
  ["ensemble", ["ensembles/**/*.{ts,yaml,yml}", "**/*.ensemble.{ts,yaml,yml}"]],
  ["agent-definition", ["**/agent.{yaml,yml}", "**/*.agent.{yaml,yml}", "agents/**/*.ts"]],
  ["template", ["templates/**/*", "**/*.template.*", "**/*.{hbs,handlebars,mjml,liquid,mustache,ejs}", "**/template*"]],
  ["prompt", ["prompts/**/*", "**/*prompt*", "instructions/**/*"]],
  ["script", ["scripts/**/*.{js,ts,py,sh,bash}", "**/*.agent.{ts,js,py}", "**/*.script.*", "**/script*"]],
  ["query", ["queries/**/*", "sql/**/*", "database/**/*", "**/*.sql", "**/*.query.*", "**/query*", "**/schema*"]],
  [
    "config",
    ["configs/**/*", "config/**/*", "settings/**/*", "**/*.config.*", "**/*.{yaml,yml,json,toml,ini}", "**/config*"]
  ],
  ["schema", ["schemas/**/*", "schema/**/*", "**/*.schema.{json,yaml,yml}", "types/**/*.json", "validation/**/*"]],
  ["tool", ["tools/**/*", "**/*.tool.{ts,js,yaml,yml}", "**/tool*"]]
];
var TYPES = new Map(PATTERNS.map(([type]) => [(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .pluralType */ .Jt)(type), type]));
var matchers;
function edgitComponent(path) {
  matchers ??= PATTERNS.map(([type2, patterns]) => [type2, (0, import_picomatch.default)([...patterns])]);
  const type = matchers.find(([, matches]) => matches(path))?.[0];
  return type === void 0 ? void 0 : { type: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .pluralType */ .Jt)(type), name: nameOf(edgitBase(path), type) };
}
function edgitBase(path) {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const dot = file.indexOf(".");
  const base = (dot < 0 ? file : file.slice(0, dot)).replace(/[^a-zA-Z0-9_-]/g, "-").replace(/-+/g, "-").replace(/^-|-$/g, "").toLowerCase();
  return base === "" ? "component" : base;
}
function edgitBases({ type, name }) {
  const singular = TYPES.get(type);
  const suffix = `-${singular}`;
  if (singular === void 0 || !name.endsWith(suffix) || name !== edgitBase(name)) {
    return [];
  }
  return [name, name.slice(0, -suffix.length)].filter((base) => base !== "");
}
function nameOf(base, type) {
  return base.endsWith(`-${type}`) ? base : `${base}-${type}`;
}

// src/domain/search.ts
var CONVENTIONS = [
  "{prefix}/{type}/{name}.{ext}",
  "{prefix}/{type}/{name}/index.{ext}",
  "{type}/{name}.{ext}",
  "{type}/{name}/index.{ext}",
  "{type}/{name}.{singular}.{ext}"
];
var PATH_PLACEHOLDERS = ["prefix", "type", "singular", "name", "ext"];
function pathTemplateProblem(template) {
  const found = [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
  const unknown = found.find((name) => !PATH_PLACEHOLDERS.some((known) => known === name));
  if (unknown !== void 0) {
    return `has the unknown placeholder {${unknown}}`;
  }
  if (!found.includes("name")) {
    return "lacks {name}";
  }
  if (template.split("/").some((segment) => segment === "" || segment === "." || segment === "..")) {
    return "is not a path inside the repository";
  }
  const folders = template.split("/").slice(0, -1);
  return folders.some((segment) => segment.includes("{ext}")) ? "has {ext} in a folder name" : void 0;
}
function spellings(component, templates) {
  const short = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .withoutGeneratedSuffix */ .R8)(component);
  const names = [component.name, ...short === void 0 ? [] : [short]];
  return names.map((name, i) => {
    const steps = [...templates, ...CONVENTIONS].map((template) => stepOf(template, { ...component, name }));
    return { name, steps: i === names.length - 1 ? [...steps, ...edgitStep(component)] : steps };
  });
}
function contenders({ type }, step, candidates) {
  if (type !== "agents") {
    return candidates;
  }
  const stemsOf = (kind) => new Set(candidates.filter(({ path }) => kind.test(path)).map(({ path }) => stemOf(path)));
  const code = stemsOf(CODE);
  const definitions = stemsOf(DEFINITION);
  return candidates.filter(({ path }) => {
    const isCompanion = step.kind === "tree" && step.isCompanion(path);
    return CODE.test(path) ? !definitions.has(stemOf(path)) : !isCompanion || code.has(stemOf(path));
  });
}
var CODE = /\.[cm]?[jt]s$/;
var DEFINITION = /\.ya?ml$/;
function stemOf(path) {
  const dot = path.indexOf(".", path.lastIndexOf("/") + 1);
  return dot < 0 ? path : path.slice(0, dot);
}
function edgitStep({ type, name }) {
  const bases = edgitBases({ type, name });
  const isCompanion = (path) => type === "agents" && /^agents\//.test(path) && DEFINITION.test(path) && edgitComponent(path)?.type !== type;
  return bases.length === 0 ? [] : [
    {
      kind: "tree",
      place: `any file that Edgit calls ${name}`,
      bases,
      isCompanion,
      matches: (path) => {
        if (!bases.includes(edgitBase(path))) {
          return false;
        }
        const given = edgitComponent(path);
        return given?.type === type && given.name === name || isCompanion(path);
      }
    }
  ];
}
function stepOf(template, component) {
  const values = { ...component, singular: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .singularType */ .Iz)(component.type), ext: "{ext}" };
  const place = template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  if (template.includes("*")) {
    return globStep(template, place, values);
  }
  const slash = place.lastIndexOf("/");
  const file = place.slice(slash + 1);
  const cut = file.indexOf("{ext}");
  return {
    kind: "folder",
    place,
    folder: place.slice(0, Math.max(slash, 0)),
    prefix: cut < 0 ? file : file.slice(0, cut),
    isExact: cut < 0,
    matches: cut < 0 ? (name) => name === file : extensionMatcher(file.slice(0, cut), file.slice(cut + "{ext}".length))
  };
}
function globStep(template, place, values) {
  const pattern = globOf(template, values);
  const file = place.slice(place.lastIndexOf("/") + 1);
  const [stem = ""] = file.split(".", 1);
  const isKnown = stem !== file && !/\*|\{ext\}/.test(stem);
  return {
    kind: "tree",
    place,
    bases: isKnown ? [edgitBase(file)] : void 0,
    matches: (path) => (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .matchesPath */ .$h)(pattern, path, isShown),
    isCompanion: () => false
  };
}
function globOf(template, values) {
  const segments = template.split("/");
  return segments.flatMap((segment, i) => {
    if (segment === "**") {
      return i === segments.length - 1 ? ["folders", ANY_SHOWN] : ["folders"];
    }
    if (/^\*+$/.test(segment)) {
      return [ANY_SHOWN];
    }
    const [first = [], ...more] = filledIn(segment, values);
    return [segment.startsWith("*") ? [SHOWN, ...first] : first, ...more];
  });
}
function filledIn(segment, values) {
  const segments = [[]];
  for (const text of segment.split(/(\{\w+\}|\*+)/)) {
    const name = /^\{(\w+)\}$/.exec(text)?.[1];
    if (text.startsWith("*")) {
      segments.at(-1)?.push(_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .STAR */ .Vw);
    } else if (name === "ext") {
      segments.at(-1)?.push(NO_DOT, { ...NO_DOT, kind: "many" });
    } else {
      const [first = "", ...more] = (name === void 0 ? text : values[name] ?? text).split("/");
      segments.at(-1)?.push({ kind: "text", text: first });
      segments.push(...more.map((one) => [{ kind: "text", text: one }]));
    }
  }
  return segments;
}
var SHOWN = { kind: "shown" };
var ANY_SHOWN = [SHOWN, _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .CHARACTER */ .Cw, _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .STAR */ .Vw];
var NO_DOT = { kind: "one", takes: (character) => character !== "." };
function isShown(folder) {
  return !folder.startsWith(".");
}
function templatePattern(template, part) {
  const segments = template.split("/").filter((segment, i, all) => segment !== "**" || all[i + 1] !== "**");
  const pattern = segments.map((segment, i) => {
    const isLast = i === segments.length - 1;
    if (segment === "**") {
      return isLast ? `${FOLDERS}(?!\\.)[^/]+` : FOLDERS;
    }
    const parts = segment.split(/(\{\w+\}|\*+)/).map((text) => {
      const name = /^\{(\w+)\}$/.exec(text)?.[1];
      return name !== void 0 ? part(name) : text.startsWith("*") ? "[^/]*" : literal2(text);
    });
    const body = /^\*+$/.test(segment) ? "[^/]+" : parts.join("");
    return `${segment.startsWith("*") ? "(?!\\.)" : ""}${body}${isLast ? "" : "/"}`;
  });
  return new RegExp(`^${pattern.join("")}$`, "su");
}
var FOLDERS = "(?:(?!\\.)[^/]+/)*";
function literal2(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
function extensionMatcher(before, after) {
  return (file) => file.length > before.length + after.length && file.startsWith(before) && file.endsWith(after) && !file.slice(before.length, file.length - after.length).includes(".");
}

// src/domain/config.ts
var DEFAULT_CONFIG_PATH = ".github/tagship.yml";
var DEFAULT_LEDGER_REF = "refs/tagship/ledger";
var LEDGER_REF = /^refs\/(?!tags\/)(?!.*(?:\.\.|@\{|\/\/|\.lock(?:\/|$)|\/\.|[\s~^:?*[\\]))[^/]+(?:\/[^/]+)*[^/.]$/;
var environmentName = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((name) => (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentProblem */ .f5)(name) === void 0, {
  error: (issue) => `expected the name of an environment: ${(0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentProblem */ .f5)(String(issue.input)) ?? ""}`
});
var layout = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((text) => layoutProblem(text) === void 0, {
  error: (issue) => layoutProblem(String(issue.input)) ?? ""
});
var pathTemplate = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((text) => pathTemplateProblem(text) === void 0, {
  error: (issue) => pathTemplateProblem(String(issue.input)) ?? ""
});
var namespace = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  id: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine(_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamespaceId */ .rH, { error: "expected the 32 hex digits of a KV namespace id" }).optional().meta({ description: "The id of the namespace, 32 hex digits." }),
  title: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1).optional().meta({ description: "The title of the namespace in the Cloudflare account." }),
  binding: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1).optional().meta({ description: "The binding in the wrangler configuration on the default branch." })
}).refine((value) => Object.values(value).filter((item) => item !== void 0).length === 1, {
  error: "expected exactly one of `id`, `title`, `binding`"
});
var rebuildLine = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((text) => (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .rebuildProblem */ .bU)(text) === void 0, {
  error: (issue) => (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .rebuildProblem */ .bU)(String(issue.input)) ?? ""
});
var canary = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  environment: environmentName,
  steps: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .number */ .ai)().min(0).max(100)).min(1),
  key: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1)
});
var environment = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  requires: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .union */ .KC)([environmentName, (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({ environment: environmentName, soak: positiveDuration.optional() })]).optional().meta({
    description: "Promote only what is or was healthy in this environment; with `soak`, and has run there for so long without interruption."
  }),
  freeze: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().trim().min(1).max(200).optional().meta({ description: "Why nothing is promoted or restored here now; remove it to go on." }),
  "in-flight": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_3__/* .IN_FLIGHT */ .Ri).optional().meta({ description: "What running work does on a rollback." }),
  deployments: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .boolean */ .zM)().optional().meta({ description: "Record GitHub Deployments and their statuses." }),
  gate: gateSchema.optional(),
  canary: canary.optional()
});
var referenceKey = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().regex(/^[A-Za-z0-9_-]+$/, "expected the name of a key, such as `prompt`");
var componentType = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, "expected a type in the plural, as it stands in tags, such as `prompts`");
var findingCode = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((text) => isFindingCode(text), {
  error: (issue) => `expected the code of a finding.${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_11__/* .nearestOf */ .qw)(String(issue.input), _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .FINDING_CODES */ .f)}`
});
var severity = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(["error", "warning", "notice", "off"]).optional();
var severities = Object.fromEntries(_with_validation_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .FINDING_CODES */ .f.map((code) => [code, severity]));
var validation = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  keys: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(referenceKey).default([]).meta({
    description: "Keys that hold references, beside `prompt`, `schema`, `config`, `uses` and the other usual ones."
  }),
  types: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(componentType).default([]).meta({
    description: "Types of components, in the plural, beside the usual ones and those of the tags and the registry."
  }),
  ignore: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
      files: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1).meta({ description: "A glob of paths." }),
      codes: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(findingCode).min(1).optional().meta({ description: "What is not shown there; default all." })
    })
  ).default([]).meta({ description: "Findings that are not shown." }),
  severity: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)(severities).default({}).meta({
    description: "How bad each finding is, where that is not as usual; an `error` fails the run, `off` is not looked for."
  }),
  sarif: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((text) => isWorkspacePath(text), { error: "expected a path inside the workspace, outside of `.git`" }).optional().meta({ description: "Where the SARIF file is written, from the workspace; default the temporary directory." })
});
var configSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  namespaces: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .record */ .g1)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1), namespace).optional().meta({ description: "Environment (glob) → KV namespace; the first match wins." }),
  keys: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(layout).min(1).default([DEFAULT_LAYOUT]).meta({
    description: "Key layouts; every content is written under each. Placeholders: {prefix} {type} {name} {slot}."
  }),
  paths: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(pathTemplate).max(100).default([]).meta({
    description: "Where content is, tried in order before the conventions. Placeholders: {prefix} {type} {singular} {name} {ext}; * is any part of a name, ** any number of folders."
  }),
  ignore: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1)).default([]).meta({
    description: "Globs of tags that belong to other tools, such as `components/ui/**`; they are left alone."
  }),
  live: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1)).min(1).default(["production", "prod", "production-*", "prod-*", "!*-canary", "!*-drill"]).meta({
    description: "Globs of the environments that serve users, which `@latest` follows; one that begins with `!` takes away."
  }),
  latest: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .union */ .KC)([(0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(["deployed", "tagged"]), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .literal */ .eu)(false)]).default("deployed").meta({
    description: "What `@latest` holds: the highest stable version that is live, the highest tagged, or nothing."
  }),
  versions: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(environmentName).optional().meta({ description: "Environments whose namespaces get a pushed version tag; all by default." }),
  "versions-index": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .boolean */ .zM)().default(false).meta({ description: "Keep an index of versions per component." }),
  retention: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .union */ .KC)([(0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .int */ .Wh)().positive(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .literal */ .eu)("all")]).default("all").meta({
    description: "How many version keys of a component stay in KV, beside those in use; a reconcile with `prune` removes the others."
  }),
  pins: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)()).default([]).meta({ description: "What retention and prune never remove." }),
  unversioned: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(["error", "allow"]).default("error").meta({ description: "Whether an environment tag may stand on a commit without a version tag." }),
  formerly: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().regex(/^[\w.-]+\/[\w.-]+$/, "expected `owner/name`")).default([]).meta({ description: "Names this repository had before it was renamed; their keys are its own." }),
  "on-delete": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(["report", "prune"]).default("report").meta({ description: "What happens when a tag is deleted." }),
  "prune-limit": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .number */ .ai)().min(0).max(1).default(0.1).meta({
    description: "The share of the keys in a namespace that a reconcile removes at most; a larger one stops it."
  }),
  notify: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
      url: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((text) => webhookProblem(text) === void 0, {
        error: (issue) => webhookProblem(String(issue.input)) ?? ""
      }),
      format: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(_with_domain_notification_js__WEBPACK_IMPORTED_MODULE_14__/* .NOTIFY_FORMATS */ .fK),
      on: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(_with_domain_notification_js__WEBPACK_IMPORTED_MODULE_14__/* .OCCASIONS */ .$I)).min(1).default([..._with_domain_notification_js__WEBPACK_IMPORTED_MODULE_14__/* .OCCASIONS */ .$I])
    })
  ).max(20).default([]).meta({ description: "Addresses that get a POST when something happens that people must hear of." }),
  "post-mortem": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .boolean */ .zM)().default(true).meta({ description: "Open an issue after a rollback." }),
  ledger: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
    ref: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().regex(
      LEDGER_REF,
      "expected the full name of a ref that is no tag, such as `refs/tagship/ledger` or `refs/heads/ledger`"
    ).default(DEFAULT_LEDGER_REF)
  }).optional().meta({ description: "Where the record of all moves is kept." }),
  environments: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .record */ .g1)(environmentName, environment).default({}).meta({ description: "Policy per environment." }),
  logic: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({ rebuild: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(rebuildLine).default([]) }).optional().meta({ description: "What a tag under `logic/` starts; each line is one command without a shell." }),
  validate: validation.prefault({}).meta({
    description: "What `validate` looks for; read from the tree that it checks, as all of this file is then."
  })
}).meta({
  title: "Tagship configuration",
  description: "Policy of Tagship, read from the default branch; by `validate` from the tree that it checks."
});
function webhookProblem(text) {
  const forbidden = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_10__/* .forbiddenVariable */ .AK)(text);
  return forbidden === void 0 ? (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .metricUrlProblem */ .Vw)(text) : `\`\${${forbidden}}\` is never sent anywhere`;
}
function isFindingCode(text) {
  return _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_5__/* .FINDING_CODES */ .f.some((code) => code === text);
}
function isWorkspacePath(text) {
  return text.split(/[\\/]/).every((part) => !/^(?:\.{0,2}|\.git)$/i.test(part) && !part.includes("\0")) && !/^[A-Za-z]:/.test(text);
}
function defaultConfig() {
  return configSchema.parse({});
}
function configRules(config) {
  return Object.entries(config.namespaces ?? {}).map(([glob, { id, title, binding }]) => ({
    glob,
    spec: id !== void 0 ? { kind: "id", id: id.toLowerCase() } : title !== void 0 ? { kind: "title", title } : { kind: "binding", binding: binding ?? "" },
    source: `\`namespaces.${glob}\` in the configuration`
  }));
}
var INERT = ["canary"];
function inertParts(config) {
  const inert = [];
  for (const [name, environment2] of Object.entries(config.environments)) {
    const later = INERT.filter((part) => environment2[part] !== void 0);
    inert.push(...later.map((part) => `environments.${name}.${part}`));
  }
  return inert;
}

// src/commands/describe.ts
function inertNotices(config) {
  const inert = inertParts(config);
  return inert.length === 0 ? [] : [
    {
      level: "notice",
      message: `The configuration is valid, but this version does not act on: ${inert.join(", ")}.`
    }
  ];
}
var MAX_NAMED = 5;
function excludedNotices({ excluded }) {
  const told = excluded.filter(({ why }) => why !== "ignored");
  const rest = told.length - MAX_NAMED;
  return [
    ...told.slice(0, MAX_NAMED).map(
      ({ name, why }) => ({
        level: why === "like-a-version" ? "warning" : "notice",
        message: `Passed over: ${exclusionError(name, why).what}`
      })
    ),
    ...rest > 0 ? [{ level: "notice", message: `Passed over: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_16__/* .count */ .U9)(rest, "more tag")} of no component.` }] : []
  ];
}
function describeDeployed(target, outcome, view) {
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(target.component);
  const found = outcome.plans.flatMap(
    (plan) => [...plan.wanted.values()].filter(
      ({ component, slot, role }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component) === id && slot === target.slot.name && role !== "latest"
    ).map((wanted) => ({ wanted, plan, planned: plan.keys.find(({ key }) => key === wanted.key) }))
  );
  const [one] = found;
  if (one === void 0) {
    return [];
  }
  const isEnvironment = target.slot.kind === "environment";
  const before = isEnvironment ? previousOf(target, one.wanted.version, view) ?? previousInKv(one, outcome) : void 0;
  return [
    {
      component: id,
      environment: isEnvironment ? target.slot.name : void 0,
      version: one.wanted.version,
      commit: one.wanted.commit,
      path: String(one.planned?.path ?? ""),
      bytes: one.planned?.value.length ?? 0,
      previousVersion: before?.version,
      previousCommit: before?.commit,
      namespaces: [...new Set(found.map(({ plan }) => plan.namespace))]
    }
  ];
}
function describeDeleted({ component, slot, deleted }, outcome) {
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component);
  const again = outcome.plans.some(
    ({ wanted }) => [...wanted.values()].some(
      (one) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(one.component) === id && one.slot === slot.name && one.role === slot.kind
    )
  );
  if (deleted !== true || again) {
    return [];
  }
  const isEnvironment = slot.kind === "environment";
  return [
    {
      component: id,
      environment: isEnvironment ? slot.name : void 0,
      version: isEnvironment ? void 0 : slot.name,
      left: [...new Set(outcome.plans.flatMap(({ left }) => left))]
    }
  ];
}
function previousOf({ component, slot }, version, view) {
  const entry = view.ledger?.entry(slot.name, component);
  return entry === void 0 || entry.version === null || entry.version === version ? void 0 : { version: entry.version, commit: entry.commit ?? void 0 };
}
function previousInKv({ wanted, plan }, outcome) {
  const { version, sha } = asRecord(outcome.before.get(plan.namespace)?.get(wanted.key)?.metadata);
  return typeof version === "string" && version !== wanted.version ? { version, commit: typeof sha === "string" && /^[0-9a-f]{40}$/.test(sha) ? sha : void 0 } : void 0;
}
function asRecord(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
function returnedFailure({ ref: { name }, left, held }) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
    "tag-held",
    `The tag \`${name}\` is the very object again that a rollback of ${left} left, as after a push of all tags from an old clone. So nothing is deployed, and KV stays at ${held}.`,
    `Use \`promote\` with \`version: ${held}\` to move the tag back. If you mean ${left}, use \`promote\` with it, \`override: quarantine\` and a \`reason\`, or push a new annotated tag.`
  );
}
function heldAgain(targets, view) {
  const places = new Set(targets.map(({ component, slot }) => `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component)}@${slot.name}`));
  return view.returned().filter(({ tags: { component }, ref }) => places.has(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component)}@${environmentOf(ref)}`)).map(returnedFailure);
}
function warnings(messages) {
  return messages.map((message) => ({ level: "warning", message }));
}
function ledgerReport(session, ledger) {
  return ledger === void 0 ? void 0 : { ref: session.ledgerRef, commit: ledger.commit, seq: ledger.number };
}
function nothingDone(command, settings, notices, durationMs = 0) {
  return {
    command,
    dryRun: settings.dryRun,
    reason: settings.reason,
    verdict: void 0,
    rolledBack: false,
    ledger: void 0,
    moves: [],
    deployed: [],
    deleted: [],
    requiresRebuild: false,
    rebuild: [],
    keys: [],
    changed: false,
    rounds: 0,
    durationMs,
    issues: [],
    failures: [],
    notices
  };
}




/***/ }),

/***/ 2348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ FINDING_CODES)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/validation/finding.ts
var FINDING_CODES = [
  "unregistered-component",
  "missing-file",
  "unknown-version",
  "unsatisfied-range",
  "unknown-environment",
  "missing-key",
  "cycle",
  "duplicate-registration",
  "registry-invalid",
  "registry-type",
  "version-moved",
  "unparsable-file",
  "unused-suppression"
];




/***/ }),

/***/ 3798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ iso_exports)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7802);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
(0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__export */ .VA)(iso_exports, {
  ZodISODate: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br,
  ZodISODateTime: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo,
  ZodISODuration: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A,
  ZodISOTime: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDateTime */ .G1)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo, params);
}
function date(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDate */ .db)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br, params);
}
function time(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoTime */ .Kn)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV, params);
}
function duration(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDuration */ .f2)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A, params);
}




/***/ })

};

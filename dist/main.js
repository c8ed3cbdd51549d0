export const id = 9479;
export const ids = [9479];
export const modules = {

/***/ 9479:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1817);
/* harmony import */ var _with_action_version_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1480);
/* harmony import */ var _with_git_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8079);
/* harmony import */ var _with_ports_source_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7034);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8045);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2240);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1092);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4206);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(663);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4385);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(41);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(4923);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8130);
/* harmony import */ var _with_action_event_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(8736);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(2591);
/* harmony import */ var _with_action_input_names_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(141);
/* harmony import */ var _with_action_spec_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(8685);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(3367);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(8071);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(354);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(1592);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(3667);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(8161);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(6760);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(7598);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(8522);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(3024);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(8500);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(857);
/* harmony import */ var events__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(4434);
/* harmony import */ var child_process__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(5317);
/* harmony import */ var path__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(6928);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(9896);
/* harmony import */ var timers__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(3557);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);
































// src/main.ts


// src/action/input-values.ts
var NEEDED_HINTS = {
  components: "Give lines such as `prompts/extraction` or `prompts/*`.",
  environment: "Give the name of an environment, such as `production`.",
  with: "Give the name of the other environment, such as `ab-test-b`.",
  at: "Give a time with a zone, such as `2026-05-05T14:47:00+02:00`."
};
function required(given, name, command) {
  const value = given.get(name);
  if (value === void 0) {
    throw needed(name, command);
  }
  return value;
}
function requiredLines(given, name, command) {
  const lines = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .linesOf */ .Dx)(given.get(name) ?? "");
  if (lines.length === 0) {
    throw needed(name, command);
  }
  return lines;
}
function needed(name, command) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
    "input-missing",
    `The command \`${command}\` needs the input \`${name}\`.`,
    NEEDED_HINTS[name] ?? "Give it in the `with:` of the step."
  );
}
function readBoolean(given, name, fallback) {
  const value = given.get(name);
  if (value === void 0) {
    return fallback;
  }
  if (/^(?:true|false)$/i.test(value)) {
    return value.toLowerCase() === "true";
  }
  throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
    "input-invalid",
    `The input \`${name}\` is \`${value}\`, which is neither \`true\` nor \`false\`.`,
    "Give `true` or `false`."
  );
}
function readNumber(given, name) {
  const text = given.get(name);
  const value = text === void 0 ? void 0 : Number(text);
  if (value !== void 0 && !Number.isFinite(value)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${name}\` is \`${text}\`, which is no number.`,
      "Give a number such as `0.05`."
    );
  }
  return value;
}
function readCount(given, name, least) {
  const value = readNumber(given, name);
  if (value !== void 0 && (!Number.isSafeInteger(value) || value < least)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${name}\` is \`${given.get(name)}\`, which is no whole number of at least ${least}.`,
      `Give a number such as \`${least + 4}\`.`
    );
  }
  return value;
}
function readDuration(given, name, least) {
  const text = given.get(name);
  const value = text === void 0 ? void 0 : (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_23__/* .parseDuration */ .E9)(text);
  if (text !== void 0 && (value === void 0 || value < least)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${name}\` is \`${text}\`, which is no duration${least > 0 && value !== void 0 ? " that passes" : ""}.`,
      "Write it like `90s`, `10m` or `100ms`."
    );
  }
  return value;
}
async function readTime(text, input) {
  const full = text.toUpperCase().replace(
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?/,
    (_, year, month, day, hour, minute, second = "00") => `${year}-${month}-${day}T${hour}:${minute}:${second}`
  ).replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T").replace(/ (?=Z$|[+-]\d)/, "").replace(/,(?=\d)/, ".").replace(/(T\d{2}:\d{2})(?=[Z+-])/, "$1:00").replace(/(T.*[+-]\d{2})(\d{2})?$/, (_, hours, minutes = "00") => `${hours}:${minutes}`);
  const { moment } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(8341)]).then(__webpack_require__.bind(__webpack_require__, 8341));
  if (!moment.safeParse(full).success) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${input}\` is \`${text}\`, which is no time with a zone.`,
      "Write it in ISO 8601, such as `2026-05-05T14:47:00+02:00` or `2026-05-05T12:47:00Z`."
    );
  }
  return Math.floor(Date.parse(full) / 1e3);
}
function checkVersion(version, input = "version") {
  if (!(0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_27__/* .isVersion */ .lF)(version)) {
    const meant = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_27__/* .meantVersion */ .YZ)(version) ?? "";
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${input}\` is \`${version}\`, which is no version.`,
      (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_27__/* .isVersion */ .lF)(meant) ? `Did you mean \`${meant}\`?` : "Give a version such as `v1.1.0`."
    );
  }
  return version;
}
function checkEnvironment(environment, input) {
  if ((0,_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_18__/* .environmentProblem */ .f5)(environment) !== void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      (0,_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_18__/* .isReservedEnvironment */ .As)(environment) ? "environment-reserved" : "input-invalid",
      `The input \`${input}\` is \`${environment}\`, which is no environment.`,
      "Give the name of an environment, such as `production`."
    );
  }
  return environment;
}
function checkPatterns(lines) {
  const excluding = lines.find((line) => line.startsWith("!"));
  if (excluding !== void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`components\` has the line \`${excluding}\`, and a line cannot exclude.`,
      "Write only lines of what is meant."
    );
  }
  const wrong = lines.find((line) => !/^[^/\s]+(?:\/[^/\s]+)+$/.test(line) && line !== "**");
  if (wrong !== void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`components\` has the line \`${wrong}\`, which is not \`type/name\`.`,
      "Write lines such as `prompts/extraction` or `prompts/*`."
    );
  }
  return lines;
}

// src/action/own-inputs.ts
async function readOwn(given, command, environment) {
  switch (command) {
    case "deploy":
      return { command, selection: readSelection(given) };
    case "guard":
      return { command, request: await readGuard(given) };
    case "promote":
      return { command, request: readPromotion(given) };
    case "rollback":
      return { command, request: readRollback(given) };
    case "restore":
      return { command, request: await readRestore(given) };
    case "reconcile":
      return { command, request: readReconcile(given) };
    case "validate":
      return { command, scope: readScope(given), comment: readBoolean(given, "comment", false) };
    case "history":
      return { command, request: await readHistory(given, environment.GITHUB_WORKSPACE) };
    case "doctor":
      return { command, request: { environment: readEnvironment(given) } };
    case "compare":
      return { command, request: readCompare(given) };
    case "backtest":
      return { command, request: await readBacktest(given) };
  }
}
function readSelection(given) {
  const tag = given.get("tag");
  const components = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .linesOf */ .Dx)(given.get("components") ?? "");
  const environment = given.get("environment");
  if (tag !== void 0 && (components.length > 0 || environment !== void 0)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      "The input `tag` was given together with `components` or `environment`.",
      "Give either `tag`, or `components` and `environment`."
    );
  }
  if (tag !== void 0) {
    return { by: "tag", tag };
  }
  if (components.length === 0 && environment === void 0) {
    return { by: "pushed-tag" };
  }
  if (components.length === 0 || environment === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-missing",
      `The input \`${components.length === 0 ? "environment" : "components"}\` was given without \`${components.length === 0 ? "components" : "environment"}\`.`,
      "Give both, or neither to deploy the pushed tag."
    );
  }
  checkPatterns(components);
  checkEnvironment(environment, "environment");
  return { by: "components", patterns: components, environment };
}
var SCOPES = ["all", "changed"];
function readScope(given) {
  const text = given.get("scope") ?? "all";
  const scope = SCOPES.find((one) => one === text);
  if (scope === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`scope\` is \`${text}\`, which is no scope.`,
      `${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_26__/* .didYouMean */ .au)(text, SCOPES)} Give \`all\` or \`changed\`.`.trimStart()
    );
  }
  return scope;
}
async function readGuard(given) {
  const selection = readSelection(given);
  const gate = {
    metricUrl: given.get("metric-url"),
    metricPath: given.get("metric-path"),
    metricErrors: given.get("metric-errors"),
    metricTotal: given.get("metric-total"),
    threshold: readNumber(given, "threshold"),
    initialDelayMs: readDuration(given, "initial-delay", 0),
    intervalMs: readDuration(given, "interval", 1),
    bakeMs: readDuration(given, "bake", 0),
    count: readCount(given, "count", 1),
    failureLimit: readCount(given, "failure-limit", 0)
  };
  const { gatePolicyOf } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(5368)]).then(__webpack_require__.bind(__webpack_require__, 5368));
  gatePolicyOf(void 0, gate);
  return {
    selection: selection.by === "pushed-tag" ? { by: "run" } : selection,
    gate,
    failOnRollback: readBoolean(given, "fail-on-rollback", true)
  };
}
function readPromotion(given) {
  const { patterns, environment } = readPlaces(given, "promote");
  const version = given.get("version");
  const from = given.get("from");
  if (version === void 0 === (from === void 0)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      version === void 0 ? "input-missing" : "input-invalid",
      version === void 0 ? "It is not said what to promote." : "Both `version` and `from` were given.",
      "Give either the input `version`, or `from` with the environment that runs it."
    );
  }
  if (from === environment) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The inputs \`from\` and \`environment\` are both \`${from}\`.`,
      "Name two environments."
    );
  }
  return {
    patterns,
    environment,
    source: version === void 0 ? { from: checkEnvironment(from ?? "", "from") } : { version: checkVersion(version) }
  };
}
function readRollback(given) {
  const version = given.get("version") ?? "last-healthy";
  const target = version === "last-healthy" || version === "previous" ? version : { version: checkVersion(version) };
  const percentage = readNumber(given, "percentage");
  if (percentage !== void 0 && (percentage < 0 || percentage >= 100)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`percentage\` is \`${given.get("percentage")}\`, which is no part of the users.`,
      "Give a number from 0 to less than 100."
    );
  }
  if (percentage !== void 0 && given.has("version")) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      "The input `percentage` was given together with `version`.",
      "Give `percentage` to give a canary to fewer users, or `version` to go back."
    );
  }
  return { ...readPlaces(given, "rollback"), target, percentage };
}
async function readRestore(given) {
  const environment = required(given, "environment", "restore");
  const from = given.get("from") ?? environment;
  return {
    environment: checkEnvironment(environment, "environment"),
    from: checkEnvironment(from, "from"),
    at: await readTime(required(given, "at", "restore"), "at"),
    prune: readBoolean(given, "prune", false)
  };
}
function readReconcile(given) {
  return {
    environment: readEnvironment(given),
    heal: readBoolean(given, "heal", false),
    prune: given.has("prune") ? readBoolean(given, "prune", false) : void 0,
    deep: readBoolean(given, "deep", false)
  };
}
async function readHistory(given, workspace) {
  const lines = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .linesOf */ .Dx)(given.get("components") ?? "");
  const environment = given.get("environment");
  const [at, since, until] = ["at", "since", "until"].map((name) => given.get(name));
  if (at !== void 0 && (since !== void 0 || until !== void 0)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      "The input `at` was given together with `since` or `until`.",
      "Give either one point in time, or a range."
    );
  }
  if (until !== void 0 && since === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-missing",
      "The input `until` was given without `since`.",
      "Say where the range begins, or give `at`."
    );
  }
  const range = since === void 0 ? void 0 : {
    since: await readTime(since, "since"),
    until: until === void 0 ? void 0 : await readTime(until, "until")
  };
  if (range?.until !== void 0 && range.until < range.since) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP("input-invalid", "The range ends before it begins.", "Exchange `since` and `until`.");
  }
  return {
    patterns: lines.length === 0 ? void 0 : checkPatterns(lines),
    environment: environment === void 0 ? void 0 : checkEnvironment(environment, "environment"),
    when: range !== void 0 ? { kind: "range", ...range } : at !== void 0 ? { kind: "at", at: await readTime(at, "at") } : { kind: "now" },
    page: readPagePath(given, workspace)
  };
}
function readPagePath(given, workspace) {
  const text = given.get("page");
  const inside = workspace !== void 0 && text?.startsWith(`${workspace}/`) === true;
  const path4 = (inside ? text.slice(workspace.length + 1) : text)?.replace(/^(?:\.\/+)+/, "");
  if (path4 !== void 0 && !/^(?!\/|.*(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$))[^\\\u0000-\u001f]+$/i.test(path4)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`page\` is \`${text}\`, which is no file in the workspace.`,
      "Give a path such as `history/index.html`."
    );
  }
  return path4;
}
function readCompare(given) {
  const { patterns, environment } = readPlaces(given, "compare");
  const [component = "", ...others] = patterns;
  if (others.length > 0 || (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_15__/* .isGlob */ .fg)(component)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      "The input `components` names more than one component, and `compare` compares one.",
      "Give one line such as `prompts/extraction`."
    );
  }
  const other = checkEnvironment(required(given, "with", "compare"), "with");
  if (other === environment) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The inputs \`with\` and \`environment\` are both \`${other}\`.`,
      "Name two environments."
    );
  }
  const versionOf = (name) => {
    const version = given.get(name);
    return version === void 0 ? void 0 : checkVersion(version, name);
  };
  return {
    component,
    a: { environment, version: versionOf("version") },
    b: { environment: other, version: versionOf("with-version") }
  };
}
async function readBacktest(given) {
  const lines = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .linesOf */ .Dx)(given.get("components") ?? "");
  const [since, until] = [given.get("since"), given.get("until")];
  const request = {
    environment: checkEnvironment(required(given, "environment", "backtest"), "environment"),
    patterns: lines.length === 0 ? void 0 : checkPatterns(lines),
    since: since === void 0 ? void 0 : await readTime(since, "since"),
    until: until === void 0 ? void 0 : await readTime(until, "until")
  };
  if (request.since !== void 0 && request.until !== void 0 && request.until < request.since) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP("input-invalid", "The range ends before it begins.", "Exchange `since` and `until`.");
  }
  return request;
}
function readPlaces(given, command) {
  return {
    patterns: checkPatterns(requiredLines(given, "components", command)),
    environment: checkEnvironment(required(given, "environment", command), "environment")
  };
}
function readEnvironment(given) {
  const environment = given.get("environment");
  return environment === void 0 ? void 0 : checkEnvironment(environment, "environment");
}

// src/action/inputs.ts
async function readInputs(given, environment, command, needsCloudflare2 = true) {
  const problems = [...(0,_with_action_input_names_js__WEBPACK_IMPORTED_MODULE_21__/* .unknownInputs */ .q)(given, command)];
  const note = (error) => {
    if (!(error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP)) {
      throw error;
    }
    problems.push(error);
  };
  const check = (read, fallback) => {
    try {
      return read();
    } catch (error) {
      note(error);
      return fallback;
    }
  };
  const override = check(() => readOverride(given), /* @__PURE__ */ new Set());
  const own = await readOwn(given, command, environment).catch(note);
  const common = {
    configPath: check(() => readConfigPath(given), ""),
    namespaces: check(() => readNamespaces(given), []),
    cloudflare: readCloudflare(given, environment, needsCloudflare2, check),
    githubToken: check(
      () => secret(given.get("github-token") ?? environment.GITHUB_TOKEN, "github-token", "GITHUB_TOKEN"),
      ""
    ),
    dryRun: check(() => readBoolean(given, "dry-run", false), false),
    reason: given.get("reason"),
    override
  };
  if (override.size > 0 && common.reason === void 0) {
    problems.push(
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP("input-missing", "The input `override` needs a reason.", "Say why in the input `reason`.")
    );
  }
  if (problems.length > 0 || own === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipErrors */ .g0(problems);
  }
  return { ...common, ...own };
}
function readCloudflare(given, environment, needed2, check) {
  const token = given.get("cloudflare-api-token") ?? environment.CLOUDFLARE_API_TOKEN;
  const account = given.get("cloudflare-account-id") ?? environment.CLOUDFLARE_ACCOUNT_ID;
  const absent = (value) => !needed2 && (value ?? "").trim() === "";
  return {
    token: absent(token) ? "" : check(() => secret(token, "cloudflare-api-token", "CLOUDFLARE_API_TOKEN"), ""),
    accountId: absent(account) ? "" : check(() => readAccount(account), ""),
    baseUrl: check(() => readBaseUrl(environment), void 0)
  };
}
function readBaseUrl({ CLOUDFLARE_BASE_URL: text = "" }) {
  const url = text.trim();
  if (url !== "" && !(0,_with_action_event_js__WEBPACK_IMPORTED_MODULE_16__/* .isAddress */ .PW)(url)) {
    throw (0,_with_action_event_js__WEBPACK_IMPORTED_MODULE_16__/* .notAnAddress */ .nU)("CLOUDFLARE_BASE_URL");
  }
  return url || void 0;
}
function secret(value, input, variable) {
  const text = value?.trim() ?? "";
  if (text === "") {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "token-missing",
      `There is no \`${input}\`.`,
      `Pass it as the input \`${input}\` from a secret, or set the environment variable \`${variable}\`.`
    );
  }
  if (/[^\x21-\x7e]/.test(text)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${input}\` holds characters that no token has.`,
      "Look for a line break or a space inside the secret."
    );
  }
  return text;
}
function readAccount(value) {
  const text = value?.trim() ?? "";
  if (text === "") {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "account-missing",
      "There is no `cloudflare-account-id`.",
      "Pass it as the input `cloudflare-account-id`, or set the environment variable `CLOUDFLARE_ACCOUNT_ID`."
    );
  }
  if (!/^[0-9a-z]{1,32}$/i.test(text)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      "The input `cloudflare-account-id` is not the id of an account.",
      "Copy the 32 hex digits from the URL of the Cloudflare dashboard."
    );
  }
  return text;
}
function readConfigPath(given) {
  const path4 = (given.get("config") ?? _with_action_spec_js__WEBPACK_IMPORTED_MODULE_22__/* .INPUTS */ .mc.config.default).replace(/^(?:\.\/)+/, "");
  if (path4.startsWith("/") || path4.split("/").some((part) => part === "" || part === ".." || part === ".")) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`config\` is \`${path4}\`, which is no path inside the repository.`,
      "Give a path such as `.github/tagship.yml`."
    );
  }
  return path4;
}
function readNamespaces(given) {
  const value = given.get("kv-namespace");
  const rules = value === void 0 ? [] : (0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_10__/* .parseNamespaceInput */ .Zy)(value);
  if ("problem" in rules) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`kv-namespace\` cannot be read: ${rules.problem}.`,
      "Give one namespace, or only lines of `environment-glob: namespace`."
    );
  }
  return rules;
}
function readOverride(given) {
  const accepted = /* @__PURE__ */ new Set();
  const names = Object.keys(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_22__/* .OVERRIDES */ .u3);
  for (const line of (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .linesOf */ .Dx)(given.get("override") ?? "")) {
    const known = names.find((name) => name === line);
    if (known === void 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
        "input-invalid",
        `The input \`override\` names \`${line}\`, which is no check.`,
        `${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_26__/* .didYouMean */ .au)(line, names)} Known: ${names.join(", ")}.`.trimStart()
      );
    }
    accepted.add(known);
  }
  return accepted;
}

// src/make-ports.ts


// src/adapters/git/git-repository.ts


// src/adapters/temporary.ts



var PREFIX = "tagship-";
var OURS = /^tagship-(?:worktree-)?[A-Za-z0-9]{6}$/;
var OWNER = "owner";
var MAX_AGE = 7 * 24 * 60 * 60 * 1e3;
async function ownFolder(parent) {
  try {
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(parent, PREFIX));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(folder, OWNER), `${process.pid} ${(0,node_os__WEBPACK_IMPORTED_MODULE_32__.hostname)()}
`);
    return folder;
  } catch (error) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "runner-unusable",
      `No directory can be made in \`${parent}\`: ${error instanceof Error ? error.message : String(error)}.`,
      "Let `RUNNER_TEMP` name a directory that exists, that the runner may write to, and with free space.",
      { cause: error }
    );
  }
}
async function removeLeftFolders(parent, now) {
  const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.readdir)(parent).catch(() => []);
  for (const name of names.filter((one) => OURS.test(one))) {
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(parent, name);
    if (await isLeft(folder, now).catch(() => false)) {
      await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.rm)(folder, { recursive: true, force: true }).catch(() => void 0);
    }
  }
}
async function isLeft(folder, now) {
  const { uid, mtimeMs, isOurs } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.lstat)(folder).then((stats) => ({ ...stats, isOurs: stats.isDirectory() }));
  if (!isOurs || process.getuid !== void 0 && uid !== process.getuid()) {
    return false;
  }
  const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(folder, OWNER), "utf8").catch(() => "");
  const [, pid, machine] = /^(\d{1,10}) (.+)\n$/.exec(text) ?? [];
  const isGone = pid !== void 0 && machine === (0,node_os__WEBPACK_IMPORTED_MODULE_32__.hostname)() && !isRunning(Number(pid));
  return isGone || now - mtimeMs > MAX_AGE;
}
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code !== "ESRCH";
  }
}

// src/git/pack-reader.ts


// src/git/delta.ts
var DeltaError = class extends Error {
  name = "DeltaError";
};
function deltaSize(delta) {
  return varint(delta, varint(delta, 0).end).value;
}
function applyDelta(base, delta) {
  const from = varint(delta, 0);
  const to = varint(delta, from.end);
  if (from.value !== base.length) {
    throw new DeltaError("a delta is for another object");
  }
  const made = Buffer.allocUnsafe(to.value);
  let written = 0;
  for (let at = to.end; at < delta.length; ) {
    const { source, end } = (delta[at] ?? 0) >= COPY ? copied(base, delta, at) : inserted(delta, at);
    if (written + source.length > made.length) {
      throw new DeltaError("a delta makes more than it says");
    }
    made.set(source, written);
    written += source.length;
    at = end;
  }
  if (written !== made.length) {
    throw new DeltaError("a delta makes less than it says");
  }
  return made;
}
var COPY = 128;
var WHOLE_COPY = 65536;
function inserted(delta, at) {
  const length = delta[at] ?? 0;
  const end = at + 1 + length;
  if (length === 0 || end > delta.length) {
    throw new DeltaError("a delta cannot be read");
  }
  return { source: delta.subarray(at + 1, end), end };
}
function copied(base, delta, at) {
  const instruction = delta[at] ?? 0;
  const values = [0, 0];
  let end = at + 1;
  for (let bit = 0; bit < 7; bit++) {
    if ((instruction & 1 << bit) !== 0) {
      const which2 = bit < 4 ? 0 : 1;
      values[which2] = (values[which2] ?? 0) + (delta[end] ?? 0) * 2 ** (8 * (bit % 4));
      end += 1;
    }
  }
  const [offset = 0, given = 0] = values;
  const size = given || WHOLE_COPY;
  if (end > delta.length || offset + size > base.length) {
    throw new DeltaError("a delta copies what is not there");
  }
  return { source: base.subarray(offset, offset + size), end };
}
function varint(bytes, start2) {
  let value = 0;
  for (let at = start2, scale = 1; at < bytes.length && scale < 2 ** 49; at++, scale *= 128) {
    const byte = bytes[at] ?? 0;
    value += (byte & 127) * scale;
    if (byte < 128) {
      return { value, end: at + 1 };
    }
  }
  throw new DeltaError("a delta has no length");
}

// src/git/inflate.ts

var SLACK = 64;
var PIECE = 256 * 1024;
var InflateError = class extends Error {
  name = "InflateError";
};
var Inflater = class {
  #stream = (0,node_zlib__WEBPACK_IMPORTED_MODULE_36__.createInflate)();
  /**
   * All of a stream.
   * @param size of what comes out, in bytes
   * @returns where it ended in the source
   * @throws InflateError where there is more, less, or nothing that can be read
   */
  whole(view, at, size) {
    const bytes = Buffer.allocUnsafe(size + 1);
    for (let length = size + (size >>> 8) + SLACK; ; length *= 2) {
      const from = view(at, length);
      const { read, written, isEnd } = this.#begin().#step(from, bytes);
      if (isEnd || written > size) {
        if (written !== size) {
          throw new InflateError(`an object has ${written > size ? "more" : "fewer"} bytes than it says`);
        }
        return { bytes: bytes.subarray(0, size), end: at + read };
      }
      if (from.length < length) {
        throw new InflateError("an object ends too early");
      }
    }
  }
  /**
   * A stream piece by piece, each of which is good until the next one is asked for.
   * @returns where it ended in the source
   * @throws InflateError as `whole`
   */
  *pieces(view, start2, size) {
    const piece = Buffer.allocUnsafe(PIECE);
    this.#begin();
    let at = start2;
    for (let got = 0; ; ) {
      const from = view(at, PIECE).subarray(0, PIECE);
      const { read, written, isEnd } = this.#step(from, piece);
      at += read;
      got += written;
      if (got > size || (isEnd ? got < size : read === 0 && written === 0)) {
        throw new InflateError("an object has another length than it says");
      }
      yield piece.subarray(0, written);
      if (isEnd) {
        return at;
      }
    }
  }
  #begin() {
    if (this.#stream.destroyed) {
      this.#stream = (0,node_zlib__WEBPACK_IMPORTED_MODULE_36__.createInflate)();
    }
    this.#stream.reset();
    if (this.#stream.listenerCount("error") === 0) {
      this.#stream.on("error", () => void 0);
    }
    return this;
  }
  #step(from, to) {
    const engine = this.#stream;
    engine._handle.writeSync(node_zlib__WEBPACK_IMPORTED_MODULE_36__.constants.Z_SYNC_FLUSH, from, 0, from.length, to, 0, to.length);
    if (this.#stream.destroyed) {
      throw new InflateError("an object is not compressed as it should be");
    }
    const [outLeft = 0, inLeft = 0] = engine._writeState;
    return { read: from.length - inLeft, written: to.length - outLeft, isEnd: outLeft > 0 && inLeft > 0 };
  }
};

// src/git/pack-reader.ts
var TYPES = { 1: "commit", 2: "tree", 3: "blob", 4: "tag" };
var OFFSET_DELTA = 6;
var NAME_DELTA = 7;
var NAME = 20;
var PACK_HEADER = 12;
var ENTRY_HEADER = 32;
var WHOLE = 32 * 1024 * 1024;
var MAX_NO_FILE = 64 * 1024 * 1024;
var MAX_CHAIN = 4095;
var BASES = 16 * 1024 * 1024;
var TURN = 4 * 1024 * 1024;
var PackError = class extends Error {
  name = "PackError";
};
var OversizedError = class extends Error {
  name = "OversizedError";
};
var inflater = new Inflater();
function objectsIn(head) {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  const isPack = bytes.length >= PACK_HEADER && bytes.toString("latin1", 0, 4) === "PACK";
  if (!isPack || ![2, 3].includes(bytes.readUInt32BE(4))) {
    throw new PackError("it is no pack");
  }
  return bytes.readUInt32BE(8);
}
async function indexPack(view, length, pause) {
  const count = objectsIn(view(0, PACK_HEADER));
  if (count * LEAST_ENTRY > length) {
    throw new PackError("it is too short for its objects");
  }
  const names = Buffer.allocUnsafe(count * NAME);
  const places = new Float64Array(count);
  const bases = /* @__PURE__ */ new Map();
  const reader = new PackReader(view, bases);
  let known = 0;
  let byName;
  const isWaiting = ({ at: at2, base }) => {
    if (typeof base === "object") {
      byName ??= new Map(Array.from(places.subarray(0, known), (place2, i) => [keyOf(names, i), place2]));
      const place = byName.get(base.toString("latin1"));
      if (place === void 0) {
        return true;
      }
      bases.set(at2, place);
    }
    return false;
  };
  const add = (at2, name) => {
    names.set(name, known * NAME);
    places[known] = at2;
    byName?.set(name.toString("latin1"), at2);
    known += 1;
  };
  let waiting = [];
  let sinceTurn = 0;
  let at = PACK_HEADER;
  for (let i = 0; i < count; i++) {
    const entry = reader.entryAt(at);
    if (isWaiting(entry)) {
      waiting.push(entry);
      at = reader.endOf(entry);
    } else {
      const { name, end } = reader.nameOf(entry);
      add(entry.at, name);
      at = end;
    }
    sinceTurn += entry.size + SMALL_COST;
    if (sinceTurn > TURN) {
      sinceTurn = 0;
      await pause();
    }
  }
  while (waiting.length > 0) {
    const left = [];
    for (const entry of waiting) {
      if (isWaiting(entry)) {
        left.push(entry);
      } else {
        add(entry.at, reader.nameOf(entry).name);
      }
    }
    if (left.length === waiting.length) {
      throw new PackError("it has an object without its base");
    }
    waiting = left;
    await pause();
  }
  if (at + NAME !== length) {
    throw new PackError("it has another length than it says");
  }
  return { names, places, bases };
}
function keyOf(names, i) {
  return names.toString("latin1", i * NAME, (i + 1) * NAME);
}
var LEAST_ENTRY = 9;
var SMALL_COST = 500;
var PackReader = class {
  #view;
  #named;
  #made = /* @__PURE__ */ new Map();
  #kept = 0;
  /** @param named where the bases are of those that call their base by its name */
  constructor(view, named) {
    this.#view = view;
    this.#named = named;
  }
  /** Keeps nothing of what was read so far. */
  forget() {
    this.#made.clear();
    this.#kept = 0;
  }
  /**
   * The object at a place.
   * @param most how many bytes of an object of a type are read; undefined for none but its size
   * @throws PackError
   */
  read(at, most) {
    return guarded(() => {
      const entry = this.entryAt(at);
      if (entry.type === void 0) {
        const { type: type2, bytes: bytes2 } = this.#make(entry);
        return { type: type2, size: bytes2.length, bytes: bytes2.subarray(0, most(type2, bytes2.length)) };
      }
      const { type, size, dataAt } = entry;
      const limit = Math.min(most(type, size), size);
      if (limit === 0) {
        return { type, size, bytes: new Uint8Array() };
      }
      if (size <= WHOLE) {
        return { type, size, bytes: inflater.whole(this.#view, dataAt, size).bytes.subarray(0, limit) };
      }
      const bytes = Buffer.allocUnsafe(limit);
      let got = 0;
      for (const piece of inflater.pieces(this.#view, dataAt, size)) {
        got += piece.copy(bytes, got);
        if (got === limit) {
          break;
        }
      }
      return { type, size, bytes };
    });
  }
  /** What stands before the content of an object. */
  entryAt(at) {
    const bytes = this.#view(at, ENTRY_HEADER);
    const first = bytes[0] ?? 0;
    let size = first & 15;
    let end = 1;
    for (let byte = first, scale = 16; byte >= 128; end++, scale *= 128) {
      byte = bytes[end] ?? 0;
      size += (byte & 127) * scale;
      if (end > 8) {
        throw new PackError("it has an object of no size");
      }
    }
    const number = first >> 4 & 7;
    if (number === NAME_DELTA) {
      return { at, type: void 0, size, base: Buffer.from(bytes.subarray(end, end + NAME)), dataAt: at + end + NAME };
    }
    if (number === OFFSET_DELTA) {
      let back = (bytes[end] ?? 0) & 127;
      for (let more = (bytes[end] ?? 0) >= 128; more; ) {
        end += 1;
        const byte = bytes[end] ?? 0;
        back = (back + 1) * 128 + (byte & 127);
        more = byte >= 128 && back < Number.MAX_SAFE_INTEGER / 256;
      }
      const base = at - back;
      if (back === 0 || base < PACK_HEADER) {
        throw new PackError("it has a delta to nothing");
      }
      return { at, type: void 0, size, base, dataAt: at + end + 1 };
    }
    const type = TYPES[number];
    if (type === void 0) {
      throw new PackError(`it has an object of type ${number}`);
    }
    return { at, type, size, base: void 0, dataAt: at + end };
  }
  /** Where the next object begins. @throws PackError, OversizedError */
  endOf(entry) {
    return guarded(() => this.#inflated(entry).end);
  }
  /** What an object is called, and where the next one begins. @throws PackError, OversizedError */
  nameOf(entry) {
    return guarded(() => {
      const { at, type, size, dataAt } = entry;
      if (type === void 0) {
        const { end: end2 } = this.#inflated(entry);
        return { name: nameOfWhole(this.#make(entry)), end: end2 };
      }
      if (size > WHOLE) {
        if (type !== "blob" && size > MAX_NO_FILE) {
          throw new OversizedError();
        }
        const sum = (0,node_crypto__WEBPACK_IMPORTED_MODULE_35__.createHash)("sha1").update(`${type} ${size}\0`);
        const pieces = inflater.pieces(this.#view, dataAt, size);
        let next2 = pieces.next();
        for (; next2.done !== true; next2 = pieces.next()) {
          sum.update(next2.value);
        }
        return { name: sum.digest(), end: next2.value };
      }
      const { bytes, end } = inflater.whole(this.#view, dataAt, size);
      const made = { type, bytes, depth: 0 };
      this.#keep(at, made);
      return { name: nameOfWhole(made), end };
    });
  }
  #inflated({ size, dataAt }) {
    if (size > WHOLE) {
      throw new OversizedError();
    }
    return inflater.whole(this.#view, dataAt, size);
  }
  /** A whole object: all that it is made of, from the base on. */
  #make(of) {
    const chain = [];
    let made;
    for (let entry = of; made === void 0; ) {
      made = this.#made.get(entry.at);
      if (made !== void 0) {
        break;
      }
      if (entry.type !== void 0) {
        made = { type: entry.type, bytes: this.#inflated(entry).bytes, depth: 0 };
        this.#keep(entry.at, made);
        break;
      }
      chain.push(entry);
      const base = typeof entry.base === "number" ? entry.base : this.#named.get(entry.at);
      if (base === void 0 || chain.length > MAX_CHAIN) {
        throw new PackError("it has an object without its base");
      }
      entry = this.entryAt(base);
    }
    for (const entry of chain.reverse()) {
      const base = made;
      const delta = this.#inflated(entry).bytes;
      if (deltaSize(delta) > WHOLE) {
        throw new OversizedError();
      }
      if (base.depth >= MAX_CHAIN) {
        throw new PackError("it has a chain of deltas without end");
      }
      made = { type: base.type, bytes: applyDelta(base.bytes, delta), depth: base.depth + 1 };
      this.#keep(entry.at, made);
    }
    return made;
  }
  /** What was made last is needed soonest. */
  #keep(at, made) {
    this.#kept += made.bytes.length - (this.#made.get(at)?.bytes.length ?? 0);
    this.#made.set(at, made);
    for (const [oldest, { bytes }] of this.#made) {
      if (this.#kept <= BASES || oldest === at) {
        break;
      }
      this.#made.delete(oldest);
      this.#kept -= bytes.length;
    }
  }
};
function nameOfWhole({ type, bytes }) {
  const header = `${type} ${bytes.length}\0`;
  return bytes.length <= SMALL ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_35__.hash)("sha1", Buffer.concat([Buffer.from(header), bytes]), "buffer") : (0,node_crypto__WEBPACK_IMPORTED_MODULE_35__.createHash)("sha1").update(header).update(bytes).digest();
}
var SMALL = 64 * 1024;
function guarded(work) {
  try {
    return work();
  } catch (error) {
    throw error instanceof InflateError || error instanceof DeltaError ? new PackError(error.message, { cause: error }) : error;
  }
}

// src/adapters/git/object-store.ts





// src/git/object-names.ts
var NAME2 = 20;
var PACK = 4;
var PLACE = 6;
var RECORD = NAME2 + PACK + PLACE;
var ObjectNames = class {
  /** Sorted records, each list more than twice as long as the next, so that there are few. */
  #lists = [];
  /** Adds the objects of a pack: their names one after the other, and where each of them is. */
  add(pack, names, places) {
    const order = Array.from(places.keys()).sort(
      (a, b) => names.compare(names, b * NAME2, (b + 1) * NAME2, a * NAME2, (a + 1) * NAME2)
    );
    let list = Buffer.allocUnsafeSlow(places.length * RECORD);
    order.forEach((from, to) => {
      names.copy(list, to * RECORD, from * NAME2, (from + 1) * NAME2);
      list.writeUInt32BE(pack, to * RECORD + NAME2);
      list.writeUIntBE(places[from] ?? 0, to * RECORD + NAME2 + PACK, PLACE);
    });
    for (let last = this.#lists.at(-1); last !== void 0 && last.length <= 2 * list.length; last = this.#lists.at(-1)) {
      list = merged(last, list);
      this.#lists.pop();
    }
    this.#lists.push(list);
  }
  /** Where the object of this name is; undefined for one that was not added. */
  find(oid) {
    if (this.#lists.length === 0 || !/^[0-9a-f]{40}$/.test(oid)) {
      return void 0;
    }
    const name = Buffer.from(oid, "hex");
    for (const list of this.#lists) {
      const at = placeIn(list, name);
      if (at !== void 0) {
        return { pack: list.readUInt32BE(at + NAME2), at: list.readUIntBE(at + NAME2 + PACK, PLACE) };
      }
    }
    return void 0;
  }
};
function placeIn(list, name) {
  const prefix = name.readUInt32BE(0);
  let from = 0;
  let to = list.length / RECORD;
  while (from < to) {
    const middle = from + to >>> 1;
    const at = middle * RECORD;
    const difference = list.readUInt32BE(at) - prefix || list.compare(name, 0, NAME2, at, at + NAME2);
    if (difference === 0) {
      return at;
    }
    if (difference < 0) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return void 0;
}
function merged(a, b) {
  const both = Buffer.allocUnsafeSlow(a.length + b.length);
  let i = 0;
  let j = 0;
  for (let at = 0; at < both.length; at += RECORD) {
    const fromA = j >= b.length || i < a.length && compareAt(a, i, b, j) <= 0;
    if (fromA) {
      a.copy(both, at, i, i + RECORD);
      i += RECORD;
    } else {
      b.copy(both, at, j, j + RECORD);
      j += RECORD;
    }
  }
  return both;
}
function compareAt(a, i, b, j) {
  return a.readUInt32BE(i) - b.readUInt32BE(j) || a.compare(b, j, j + NAME2, i, i + NAME2);
}

// src/adapters/git/object-store.ts
var PACK_IN_MEMORY = 4 * 1024 * 1024;
var ALL_IN_MEMORY = 16 * 1024 * 1024;
var WINDOW = 64 * 1024;
var MAX_READ = {
  tag: 1024 * 1024,
  commit: 1024 * 1024,
  tree: 64 * 1024 * 1024,
  blob: void 0
};
var CHECKSUM = 20;
var Oversized = class extends Error {
  name = "Oversized";
};
var ObjectStore = class {
  #options;
  #names = new ObjectNames();
  #packs = [];
  #files = [];
  /** Where small packs go when there are many. */
  #shared;
  #inMemory = 0;
  /** The pack that was read last, which alone keeps what it made by deltas. */
  #last;
  constructor(options) {
    this.#options = options;
  }
  /** Whether an object came. */
  has(oid) {
    return this.#names.find(oid) !== void 0;
  }
  /** The object, or undefined when it did not come. */
  read(oid) {
    const place = this.#names.find(oid);
    const pack = place === void 0 ? void 0 : this.#packs[place.pack];
    if (place === void 0 || pack === void 0) {
      return void 0;
    }
    if (this.#last !== pack) {
      this.#last?.forget();
      this.#last = pack;
    }
    const { maxBlob } = this.#options;
    const { type, size, bytes } = pack.read(place.at, (of, length) => {
      const most = MAX_READ[of] ?? maxBlob;
      return length <= most || of === "tag" || of === "commit" ? Math.min(length, most) : 0;
    });
    const isLeft2 = bytes.length < size && type !== "tag" && type !== "commit";
    return isLeft2 && type === "tree" ? { type: "oversized" } : (0,_with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parseObject */ .l)(type, size, isLeft2 ? void 0 : bytes);
  }
  /** Begins to take in a pack. */
  receive() {
    const received = new Received(() => this.#newFile());
    return {
      write: (bytes) => received.add(bytes),
      finish: async () => {
        try {
          await this.#add(received);
        } catch (error) {
          this.#discard(received);
          throw failureOf(error);
        }
      },
      abort: () => this.#discard(received)
    };
  }
  /** Closes the files; they go with their folder. */
  close() {
    for (const file of this.#files.splice(0)) {
      file.close();
    }
  }
  async #add(received) {
    const pack = received.end();
    const { names, places, bases } = await indexPack(pack.view, pack.length, node_timers_promises__WEBPACK_IMPORTED_MODULE_38__.setImmediate);
    this.#names.add(this.#packs.length, names, places);
    this.#packs.push(new PackReader(this.#keep(received, pack).view, bases));
  }
  /** Moves a pack out of memory where that has enough. */
  #keep(received, pack) {
    if (received.file !== void 0) {
      return pack;
    }
    this.#inMemory += pack.length;
    if (this.#inMemory <= ALL_IN_MEMORY) {
      return pack;
    }
    this.#inMemory -= pack.length;
    this.#shared ??= this.#newFile();
    return this.#shared.keep(pack.view(0, pack.length));
  }
  #newFile() {
    const file = new SpillFile((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(this.#options.directory, `pack-${this.#files.length}`));
    this.#files.push(file);
    return file;
  }
  #discard({ file }) {
    file?.empty();
  }
};
var Received = class {
  #newFile;
  #sum = (0,node_crypto__WEBPACK_IMPORTED_MODULE_35__.createHash)("sha1");
  #chunks = [];
  #length = 0;
  /** The last bytes, which may be the checksum. */
  #tail = Buffer.alloc(0);
  #file;
  constructor(newFile) {
    this.#newFile = newFile;
  }
  get file() {
    return this.#file;
  }
  add(bytes) {
    this.#chunks.push(bytes);
    this.#length += bytes.length;
    const ahead = Buffer.concat([this.#tail, bytes]);
    const summed = Math.max(0, ahead.length - CHECKSUM);
    this.#sum.update(ahead.subarray(0, summed));
    this.#tail = Buffer.from(ahead.subarray(summed));
    if (this.#file === void 0 && this.#length > PACK_IN_MEMORY) {
      this.#file = this.#newFile();
    }
    if (this.#file !== void 0) {
      this.#file.write(this.#chunks);
      this.#chunks = [];
    }
  }
  /** @throws PackError */
  end() {
    if (!this.#sum.digest().equals(this.#tail)) {
      throw new PackError("it is damaged");
    }
    if (this.#file !== void 0) {
      return this.#file.all();
    }
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [];
    return { length: bytes.length, view: (offset) => bytes.subarray(offset) };
  }
};
var SpillFile = class {
  #file;
  #length = 0;
  #window = Buffer.alloc(0);
  #windowAt = 0;
  constructor(path4) {
    this.#file = (0,node_fs__WEBPACK_IMPORTED_MODULE_37__.openSync)(path4, "wx+", 384);
  }
  write(chunks) {
    for (const chunk of chunks) {
      for (let at = 0; at < chunk.length; ) {
        const written = (0,node_fs__WEBPACK_IMPORTED_MODULE_37__.writeSync)(this.#file, chunk, at, chunk.length - at, this.#length);
        at += written;
        this.#length += written;
      }
    }
  }
  /** Adds something, and answers where it is. */
  keep(bytes) {
    const start2 = this.#length;
    this.write([bytes]);
    return this.#from(start2, bytes.length);
  }
  all() {
    return this.#from(0, this.#length);
  }
  empty() {
    this.#length = 0;
    this.#window = Buffer.alloc(0);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_37__.ftruncateSync)(this.#file, 0);
  }
  close() {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_37__.closeSync)(this.#file);
  }
  #from(start2, length) {
    return { length, view: (offset, wanted) => this.#view(start2 + offset, wanted, start2 + length) };
  }
  #view(offset, wanted, end) {
    const from = offset - this.#windowAt;
    const most = Math.max(0, Math.min(wanted, end - offset));
    if (from < 0 || from + most > this.#window.length) {
      const window = Buffer.allocUnsafeSlow(Math.min(Math.max(wanted, WINDOW), Math.max(0, end - offset)));
      let got = 0;
      for (let read = -1; read !== 0 && got < window.length; got += read) {
        read = (0,node_fs__WEBPACK_IMPORTED_MODULE_37__.readSync)(this.#file, window, got, window.length - got, offset + got);
      }
      this.#window = window.subarray(0, got);
      this.#windowAt = offset;
      return this.#window;
    }
    return this.#window.subarray(from);
  }
};
function failureOf(error) {
  if (error instanceof OversizedError) {
    return new Oversized();
  }
  return error instanceof PackError ? new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TransientError */ .N_(
    new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "git-protocol",
      `What the Git server sent cannot be read: ${error.message}.`,
      "Run the job again; if it stays, run `git fsck` in a clone of the repository.",
      { cause: error }
    )
  ) : error;
}

// src/git/byte-reader.ts
var ByteReader = class {
  #source;
  #chunks = [];
  #length = 0;
  constructor(source) {
    this.#source = source[Symbol.asyncIterator]();
  }
  /**
   * Exactly `length` bytes.
   * @throws EndOfStream when the stream ends before
   */
  async take(length) {
    while (this.#length < length) {
      await this.#pull();
    }
    return this.#cut(length);
  }
  /** Exactly `length` bytes if they came already: a listing has some ten thousand packets, and waiting has its price. */
  takeNow(length) {
    return this.#length < length ? void 0 : this.#cut(length);
  }
  #cut(length) {
    let [first = new Uint8Array()] = this.#chunks;
    if (first.length < length) {
      first = Buffer.concat(this.#chunks);
      this.#chunks = [first];
    }
    if (first.length > length) {
      this.#chunks[0] = first.subarray(length);
    } else {
      this.#chunks.shift();
    }
    this.#length -= length;
    return first.subarray(0, length);
  }
  /**
   * All that is left.
   * @throws EndOfStream where that is more than so many bytes
   */
  async rest(most) {
    for (; ; ) {
      const { value, done } = await this.#source.next();
      if (done === true) {
        return Buffer.concat(this.#chunks);
      }
      this.#chunks.push(value);
      this.#length += value.length;
      if (this.#length > most) {
        throw new EndOfStream();
      }
    }
  }
  async #pull() {
    const { value, done } = await this.#source.next();
    if (done === true) {
      throw new EndOfStream();
    }
    if (value.length > 0) {
      this.#chunks.push(value);
      this.#length += value.length;
    }
  }
};
var EndOfStream = class extends Error {
  name = "EndOfStream";
};

// src/git/http.ts
var GitRefusal = class extends Error {
  name = "GitRefusal";
  answer;
  constructor(answer) {
    super(`The server answered ${answer.status}.`);
    this.answer = answer;
  }
};
var NoGitError = class extends Error {
  name = "NoGitError";
  answer;
  constructor(answer) {
    super("It answered something else than Git.");
    this.answer = answer;
  }
};
var GitServerError = class extends Error {
  name = "GitServerError";
};
function typeOf({ headers }) {
  return String(headers["content-type"] ?? "");
}
async function askGit(send, request, type) {
  const answer = await send(request);
  if (answer.status !== 200) {
    throw new GitRefusal(answer);
  }
  if (!typeOf(answer).startsWith(type)) {
    throw new NoGitError(answer);
  }
  return answer;
}
async function reading(answer, read) {
  try {
    return await read(new ByteReader(answer.body));
  } finally {
    await answer.leave();
  }
}

// src/git/packet.ts
var SPECIAL = {
  "0000": "flush",
  "0001": "delimiter",
  "0002": "response-end"
};
async function readPacket(reader) {
  const [a = 0, b = 0, c = 0, d = 0] = reader.takeNow(4) ?? await reader.take(4);
  const header = String.fromCharCode(a, b, c, d);
  const special = SPECIAL[header];
  if (special !== void 0) {
    return special;
  }
  const length = /^[0-9a-f]{4}$/i.test(header) ? Number.parseInt(header, 16) : 0;
  if (length < 4) {
    throw new PacketError(`"${header.replace(/[^\x20-\x7e]/g, "?")}" is no packet length`);
  }
  return reader.takeNow(length - 4) ?? await reader.take(length - 4);
}
function packetText(packet) {
  const length = packet.at(-1) === 10 ? packet.length - 1 : packet.length;
  return Buffer.from(packet.buffer, packet.byteOffset, length).toString("utf8");
}
function packetOf(text) {
  const bytes = Buffer.from(`${text}
`);
  return Buffer.concat([Buffer.from((bytes.length + 4).toString(16).padStart(4, "0")), bytes]);
}
var FLUSH = Buffer.from("0000");
var DELIMITER = Buffer.from("0001");
var PacketError = class extends Error {
  name = "PacketError";
};

// src/git/ref-listing.ts
var RefListing = class {
  #before;
  #refs = [];
  #at = 0;
  #kept = 0;
  constructor(before) {
    this.#before = before;
  }
  add(line) {
    const expected = this.#before[this.#at];
    if (expected?.line === line) {
      this.#refs.push(expected);
      this.#at += 1;
      this.#kept += 1;
      return;
    }
    const ref = parseRef(line);
    for (let next2 = expected; next2 !== void 0 && next2.name < ref.name; next2 = this.#before[this.#at]) {
      this.#at += 1;
    }
    const known = this.#before[this.#at];
    if (known?.line === line) {
      this.add(line);
    } else {
      this.#refs.push(ref);
      this.#at += known?.name === ref.name ? 1 : 0;
    }
  }
  /** The earlier listing itself where all of it still holds. */
  get all() {
    const isSame = this.#kept === this.#before.length && this.#kept === this.#refs.length;
    return isSame ? this.#before : this.#refs;
  }
};
function parseRef(line) {
  const [oid = "", name = "", ...attributes] = line.split(" ");
  const attribute = (key) => attributes.find((text) => text.startsWith(`${key}:`))?.slice(key.length + 1);
  return { name, oid, peeled: attribute("peeled"), symrefTarget: attribute("symref-target"), line };
}

// src/git/upload-pack.ts
var UnusableServer = class extends Error {
  name = "UnusableServer";
};
var ERROR_MARK = Buffer.from("ERR ");
var VERSION2 = { "git-protocol": "version=2" };
var UploadPack = class {
  #send;
  /** What `fetch` can do on this server; undefined as long as nobody had to ask. */
  #features;
  constructor(send) {
    this.#send = send;
  }
  /**
   * Lists refs whose full names start with one of the prefixes; the server does the filtering.
   * @param before an earlier answer to the same question, of which everything is kept that still holds
   * @returns `before` itself where all of it still holds
   */
  async listRefs(prefixes, before = []) {
    const args = () => ["peel", "symrefs", ...prefixes.map((prefix) => `ref-prefix ${prefix}`)];
    return await this.#command("ls-refs", args, async (reader) => {
      const refs = new RefListing(before);
      for (let packet = await next(reader); packet !== "flush"; packet = await next(reader)) {
        if (typeof packet !== "string") {
          refs.add(packetText(packet));
        }
      }
      return refs.all;
    });
  }
  /** Fetches objects. */
  async fetchObjects({ wants, filter, history, pack }) {
    const canFilter = () => filter !== void 0 && this.#features?.has("filter") !== false;
    const args = () => [
      "no-progress",
      "ofs-delta",
      historyArgument(history),
      ...canFilter() ? [`filter ${filter}`] : [],
      ...wants.map((oid) => `want ${oid}`),
      "done"
    ];
    await this.#command("fetch", args, async (reader) => {
      for (let packet = await next(reader); packet !== "flush"; packet = await next(reader)) {
        if (typeof packet !== "string" && packetText(packet) === "packfile") {
          await receive(reader, pack);
          return;
        }
      }
    });
  }
  async #command(command, args, read) {
    const ask = async () => await this.#ask(commandRequest(command, args()), read);
    try {
      return await ask();
    } catch (error) {
      if (this.#features !== void 0 || !isOdd(error)) {
        throw error;
      }
      const said = args().join();
      const isElsewhere = await this.#discover().catch((found) => {
        throw error instanceof GitServerError && !(found instanceof UnusableServer) ? error : found;
      });
      if (!isElsewhere && args().join() === said) {
        throw error;
      }
      return await ask();
    }
  }
  async #ask(body, read) {
    const answer = await askGit(
      this.#send,
      {
        method: "POST",
        path: "/git-upload-pack",
        headers: {
          ...VERSION2,
          "content-type": "application/x-git-upload-pack-request",
          accept: "application/x-git-upload-pack-result"
        },
        body
      },
      "application/x-git-upload-pack-result"
    );
    return await reading(answer, read);
  }
  /**
   * Finds out what the server can do.
   * @returns whether the repository turned out to be somewhere else
   */
  async #discover() {
    const answer = await askGit(
      this.#send,
      { method: "GET", path: "/info/refs?service=git-upload-pack", headers: VERSION2, body: void 0 },
      "application/x-git-upload-pack-advertisement"
    );
    this.#features = await reading(answer, async (reader) => {
      let features = [];
      let packet = await next(reader);
      if (typeof packet !== "string" && packetText(packet).startsWith("# service=")) {
        await next(reader);
        packet = await next(reader);
      }
      if (typeof packet === "string" || packetText(packet) !== "version 2") {
        throw new UnusableServer(
          "it does not speak protocol version 2, or the header `Git-Protocol: version=2` does not reach it"
        );
      }
      for (packet = await next(reader); packet !== "flush"; packet = await next(reader)) {
        const text = typeof packet === "string" ? "" : packetText(packet);
        if (text.startsWith("fetch=")) {
          features = text.slice("fetch=".length).split(" ");
        }
        if (text.startsWith("object-format=") && text !== "object-format=sha1") {
          throw new UnusableServer(`the repository uses ${text}, and only SHA-1 is known`);
        }
      }
      return new Set(features);
    });
    return answer.isElsewhere;
  }
};
function commandRequest(command, args) {
  return Buffer.concat([
    packetOf(`command=${command}`),
    packetOf("agent=tagship"),
    packetOf("object-format=sha1"),
    DELIMITER,
    ...args.map(packetOf),
    FLUSH
  ]);
}
function historyArgument(history) {
  if ("without" in history) {
    return `have ${history.without}`;
  }
  return "depth" in history ? `deepen ${history.depth}` : `deepen-since ${history.since}`;
}
function isOdd(error) {
  return error instanceof EndOfStream || error instanceof PacketError || error instanceof NoGitError || error instanceof GitServerError && absentObject(error.message) === void 0 || error instanceof GitRefusal && [400, 404, 405, 415].includes(error.answer.status);
}
function absentObject(said) {
  return /(?:not our ref|no such object)\W+([0-9a-f]{40})\b/i.exec(said)?.[1];
}
async function next(reader) {
  const packet = await readPacket(reader);
  if (packet === "response-end") {
    throw new PacketError("an answer ended too early");
  }
  if (typeof packet !== "string" && ERROR_MARK.every((byte, i) => packet[i] === byte)) {
    throw new GitServerError(packetText(packet.subarray(ERROR_MARK.length)));
  }
  return packet;
}
async function receive(reader, pack) {
  for (let packet = await next(reader); packet !== "flush"; packet = await next(reader)) {
    if (typeof packet === "string") {
      continue;
    }
    const band = packet[0];
    if (band === 1) {
      await pack(packet.subarray(1));
    } else if (band === 3) {
      throw new GitServerError(packetText(packet.subarray(1)));
    }
  }
}

// src/adapters/answer-text.ts
var READ_LIMIT = 64 * 1024;
async function beginningOf(body) {
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > READ_LIMIT) {
        break;
      }
    }
  } catch {
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

// src/adapters/git/failure.ts
function astrayFailure(url, astray) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
    "git-protocol",
    `The Git server at ${url} was not used: ${astray.message}.`,
    "Set `GITHUB_SERVER_URL` to the origin where the repository is, and pass a token of that server as `github-token`. The runner sets it, so a redirect to another origin is often a login page or a proxy in between.",
    { cause: astray }
  );
}
function connectionFailure(error, url, doing, scrub) {
  const astray = (0,_with_http_agents_js__WEBPACK_IMPORTED_MODULE_28__/* .astrayIn */ .wU)(error);
  if (astray !== void 0) {
    return astrayFailure(url, astray);
  }
  const why = (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_14__/* .shown */ .SP)(error instanceof EndOfStream ? "the answer broke off" : (0,_with_http_agents_js__WEBPACK_IMPORTED_MODULE_28__/* .whyOf */ .gf)(error), scrub).replace(/\.?$/, ".");
  if ((0,_with_http_agents_js__WEBPACK_IMPORTED_MODULE_28__/* .isAboutCertificate */ .Tf)(error)) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "git-unreachable",
      `The certificate of ${url} was not accepted: ${why}`,
      "Name the file of the certificate authority in `GIT_SSL_CAINFO`, `SSL_CERT_FILE` or `NODE_EXTRA_CA_CERTS`; any of them counts for all services.",
      { cause: error }
    );
  }
  const failure = new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
    "git-unreachable",
    `The Git server at ${url} could not be ${doing}: ${why}`,
    "Check the server, and the network and proxy settings of the runner, then run the job again.",
    { cause: error }
  );
  return error instanceof _with_http_agents_js__WEBPACK_IMPORTED_MODULE_28__/* .SettingError */ .L_ ? failure : new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TransientError */ .N_(failure);
}
async function readFailure(error, url, scrub) {
  if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP || error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TransientError */ .N_) {
    return error;
  }
  if (error instanceof GitRefusal) {
    return await refusedRead(error.answer, url, scrub, error);
  }
  if (error instanceof GitServerError || error instanceof UnusableServer) {
    const isOurs = error instanceof UnusableServer;
    const failure = new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "git-protocol",
      `The Git server at ${url} ${isOurs ? "cannot be used" : "answered"}: ${scrub(error.message).replace(/\.?$/, ".")}`,
      isOurs ? "Use a server that speaks it, such as GitHub, and let what stands in front of it pass the header on." : "Run the job again; if it stays, check that the server is GitHub or a GitHub Enterprise Server.",
      { cause: error }
    );
    return failure;
  }
  if (error instanceof NoGitError) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TransientError */ .N_(
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
        "git-unreachable",
        `The Git server at ${url} answered ${await pageOf(error.answer, scrub)} instead of Git's protocol.`,
        "Check the server, and whether a proxy or a login stands in front of it, then run the job again.",
        { cause: error }
      )
    );
  }
  if (error instanceof PacketError) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TransientError */ .N_(
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
        "git-unreachable",
        `The answer of the Git server at ${url} cannot be read: ${error.message}.`,
        "Check the server and the proxy settings of the runner, then run the job again.",
        { cause: error }
      )
    );
  }
  return connectionFailure(error, url, "read from", scrub);
}
async function pageOf(answer, scrub) {
  const type = typeOf(answer);
  const title = (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_14__/* .isHtml */ ._6)("", type) ? (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_14__/* .titleIn */ .Ey)(await beginningOf(answer.body)) : "";
  await answer.leave();
  return `with \`${(0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_14__/* .shown */ .SP)(type, scrub)}\`${scrub(title)}`;
}
async function wordsOf(answer, scrub) {
  const text = await beginningOf(answer.body);
  await answer.leave();
  const words = (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_14__/* .shown */ .SP)((0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_14__/* .saidIn */ .$g)(text, typeOf(answer)), scrub).replace(/^(?:remote|fatal|error): /, "");
  return { words, said: (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_14__/* .quoted */ .TL)("The server", words) };
}
function retryAfterOf({ headers }) {
  const seconds = Number(headers["retry-after"] ?? Number.NaN);
  return Number.isNaN(seconds) ? void 0 : seconds * 1e3;
}
async function refusedRead(answer, url, scrub, cause) {
  const { status } = answer;
  const { words, said } = await wordsOf(answer, scrub);
  const after = retryAfterOf(answer);
  if (status === 401) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "git-auth",
      `The Git server refused the token for ${url}.${said}`,
      "Give the job `permissions: contents: read` (or more) and pass a valid token as `github-token`.",
      { cause }
    );
  }
  if (status === 403 && after === void 0) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "git-auth",
      `The token may not read ${url}.${said}`,
      (0,_with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_8__/* .remedyOfClosed */ .w)(words) ?? "Grant the token `contents: read` on this repository.",
      { cause }
    );
  }
  if (status === 404) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "git-auth",
      `There is no repository at ${url}, or the token may not see it.${said}`,
      "Check the repository name, and that the token belongs to it with `contents: read`.",
      { cause }
    );
  }
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TransientError */ .N_(
    new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "git-unreachable",
      `The Git server at ${url} could not be used: it answered with status ${status}.${said}`,
      "Check the server and the proxy settings of the runner, then run the job again.",
      { cause }
    ),
    after
  );
}

// src/adapters/git/remote-reader.ts
var RemoteReader = class {
  #options;
  #git;
  constructor(options) {
    this.#options = options;
    const { remote, signal, era } = options;
    this.#git = new UploadPack((request) => remote.send(request, AbortSignal.any([signal, era()]), true));
  }
  /** Lists refs; see `UploadPack`. */
  async listRefs(prefixes, before) {
    return await this.#ask(() => this.#git.listRefs(prefixes, before));
  }
  /**
   * Fetches objects, each time into what `begin` answers.
   * @throws whatever that throws, as it is, where it is no error of the connection
   */
  async fetch(request, begin) {
    return await this.#ask(async () => {
      const { pack, end } = begin();
      try {
        await this.#git.fetchObjects({ ...request, pack });
      } catch (error) {
        return await end(error);
      }
      return await end();
    });
  }
  async #ask(work) {
    const { remote, clock, signal, era } = this.#options;
    const mine = era();
    return await (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .retry */ .L)(clock, async () => {
      if (mine.aborted) {
        throw givenUp();
      }
      try {
        signal.throwIfAborted();
        return await work();
      } catch (error) {
        if (signal.aborted) {
          throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP("cancelled", "The run was cancelled while it read from Git.", "Run the job again.");
        }
        throw mine.aborted ? givenUp(error) : await readFailure(error, remote.url, remote.scrub);
      }
    });
  }
};
function givenUp(cause) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP("git-unreachable", "The Git server did not answer in time.", "Run the job again.", { cause });
}
function absentIn(error) {
  const cause = error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP ? error.cause : error;
  return cause instanceof GitServerError ? absentObject(cause.message) : void 0;
}

// src/adapters/git/object-loader.ts
var TREES_BUDGET = 8 * 1024 * 1024;
var MAX_WANTS = 16e3;
var CACHE_BYTES = 64 * 1024 * 1024;
var MAX_REMEMBERED = 2e3;
var LEAST_BUDGET = 1024 * 1024;
var FILTERS = { everything: void 0, trees: "blob:none", objects: "tree:0" };
var ObjectLoader = class {
  #remote;
  #store;
  /** Objects that were read or pushed, but no file that was read. */
  #known = new _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_7__/* .BoundedCache */ .I(CACHE_BYTES);
  /** Objects that came without what is below them. */
  #shallow = /* @__PURE__ */ new Set();
  /** Objects of which no deeper depth came, since more is below than may come at once. */
  #tooLarge = { everything: /* @__PURE__ */ new Set(), trees: /* @__PURE__ */ new Set() };
  /** Objects that are not read: they are larger than whatever counts. */
  #oversized = /* @__PURE__ */ new Set();
  /** Commits that came with all their files. */
  #whole = /* @__PURE__ */ new Set();
  constructor(remote, store) {
    this.#remote = remote;
    this.#store = store;
  }
  async load(oids, depth, budget = depth === "trees" ? TREES_BUDGET : Number.POSITIVE_INFINITY) {
    const missing = [...new Set(oids)].filter((oid) => !this.#isNear(oid, depth));
    const left = await this.#fetch(missing, FILTERS[depth], budget);
    if (depth === "objects") {
      left.forEach(this.#oversized.add, this.#oversized);
      return oids.every((oid) => !this.#oversized.has(oid));
    }
    const tooLarge = this.#tooLarge[depth];
    left.forEach(tooLarge.add, tooLarge);
    await this.load(left, "objects");
    return oids.every((oid) => !tooLarge.has(oid) && !this.#oversized.has(oid));
  }
  async loadPresent(oids) {
    const absent = /* @__PURE__ */ new Set();
    for (; ; ) {
      try {
        await this.load(
          oids.filter((oid) => !absent.has(oid)),
          "objects"
        );
        return absent;
      } catch (error) {
        const oid = absentIn(error);
        if (oid === void 0 || absent.has(oid)) {
          throw error;
        }
        absent.add(oid);
      }
    }
  }
  async log(tip, limit) {
    if ("since" in limit) {
      const object = await this.read(tip);
      if (object?.type === "commit" && Date.parse(object.date) / 1e3 < limit.since) {
        return;
      }
    }
    await this.#fetch([tip], "tree:0", Number.POSITIVE_INFINITY, limit);
  }
  async reachable(tip, commits) {
    const asked = [...new Set(commits)];
    const found = asked.filter((oid) => oid === tip);
    for (const unknown = chunksOf(asked.filter((oid) => oid !== tip)); unknown.length > 0; ) {
      const some = unknown.shift() ?? [];
      const answer = await this.#leadTo(some, tip);
      if (answer === "none missing") {
        found.push(...some);
      } else if (answer !== "some missing") {
        unknown.unshift(...chunksOf(some.filter((oid) => oid !== answer.absent)));
      } else if (some.length > 1) {
        const half = Math.ceil(some.length / 2);
        unknown.unshift(some.slice(0, half), some.slice(half));
      }
    }
    return new Set(found);
  }
  async read(oid) {
    const near = this.#known.get(oid) ?? this.#local(oid);
    if (near !== void 0 || !/^[0-9a-f]{40}$/.test(oid)) {
      return near;
    }
    try {
      await this.load([oid], "objects");
    } catch (error) {
      if (absentIn(error) !== void 0) {
        return void 0;
      }
      throw error;
    }
    return this.#oversized.has(oid) ? { type: "oversized" } : this.#local(oid);
  }
  async *readAll(oids) {
    for (let i = 0; i < oids.length; i += MAX_WANTS) {
      const some = oids.slice(i, i + MAX_WANTS);
      const absent = await this.loadPresent(some);
      for (const oid of some) {
        if (this.#store.has(oid)) {
          yield { oid, object: this.#store.read(oid) };
        } else {
          yield { oid, object: absent.has(oid) ? void 0 : await this.read(oid) };
        }
      }
    }
  }
  /** Keeps objects that were pushed. */
  remember(objects) {
    const remembered = objects.length > MAX_REMEMBERED ? objects.filter(({ type }) => type !== "blob") : objects;
    for (const raw of remembered) {
      const object = (0,_with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_5__/* .parseRaw */ .k)(raw);
      if (object !== void 0) {
        this.#known.set(raw.oid, object, weightOf(object));
      }
    }
  }
  /** Whether an object is here as deep as it is wanted; what was too large once is not begun again. */
  #isNear(oid, depth) {
    if (this.#oversized.has(oid)) {
      return true;
    }
    if (depth === "everything") {
      return this.#whole.has(oid) || this.#tooLarge.everything.has(oid);
    }
    const asDeep = depth === "objects" || !this.#shallow.has(oid) || this.#tooLarge.trees.has(oid);
    return asDeep && (this.#known.has(oid) || this.#store.has(oid));
  }
  /**
   * Whether a tip leads back to all of these commits: then to somebody who has the tip the server sends nothing of them.
   * (What it acknowledges while it negotiates says less: it takes the parents of a commit for the commit.)
   */
  async #leadTo(commits, tip) {
    const request = { wants: commits, filter: FILTERS.objects, history: { without: tip } };
    return await this.#remote.fetch(request, () => {
      let head = Buffer.alloc(0);
      return {
        pack: (bytes) => {
          head = Buffer.concat([head, bytes.subarray(0, PACK_HEADER - head.length)]);
          if (head.length === PACK_HEADER && objectsIn(head) > 0) {
            throw new OverBudget();
          }
        },
        end: async (failure) => {
          if (failure === void 0) {
            return "none missing";
          }
          if (failure instanceof OverBudget) {
            return "some missing";
          }
          const absent = absentIn(failure);
          if (absent === void 0 || !commits.includes(absent)) {
            throw failure;
          }
          return { absent };
        }
      };
    });
  }
  #local(oid) {
    const object = this.#store.read(oid);
    if (object !== void 0 && object.type !== "blob") {
      this.#known.set(oid, object, weightOf(object));
    }
    return object;
  }
  /** What of it did not come: all of it where it was more than the budget, in bytes, or what is too large to be read. */
  async #fetch(wants, filter, budget, history = { depth: 1 }) {
    const left = [];
    let rest = budget;
    for (let i = 0; i < wants.length; i += MAX_WANTS) {
      const some = wants.slice(i, i + MAX_WANTS);
      const size = await this.#fetchOnce({ wants: some, filter, history }, rest);
      if (typeof size === "number") {
        rest -= size;
      } else if (size === "over-budget" && filter !== FILTERS.objects) {
        return wants;
      } else if (some.length === 1) {
        left.push(...some);
      } else {
        const half = Math.max(budget / 2, LEAST_BUDGET);
        const middle = some.length >>> 1;
        left.push(...await this.#fetch(some.slice(0, middle), filter, half, history));
        left.push(...await this.#fetch(some.slice(middle), filter, half, history));
      }
    }
    return left;
  }
  /** How much came, in bytes, or why none of it is kept. */
  async #fetchOnce(request, budget) {
    return await this.#remote.fetch(request, () => {
      const pack = this.#store.receive();
      let size = 0;
      return {
        pack: (bytes) => {
          size += bytes.length;
          if (size > budget) {
            throw new OverBudget();
          }
          pack.write(bytes);
        },
        end: async (failure) => {
          if (failure !== void 0) {
            pack.abort();
            if (failure instanceof OverBudget) {
              return "over-budget";
            }
            throw failure;
          }
          try {
            await pack.finish();
          } catch (error) {
            if (error instanceof Oversized) {
              return "oversized";
            }
            throw error;
          }
          this.#note(request);
          return size;
        }
      };
    });
  }
  /** Notes how deep what was fetched is. */
  #note({ wants, filter }) {
    for (const oid of wants) {
      if (filter === "tree:0") {
        this.#shallow.add(oid);
      } else {
        this.#shallow.delete(oid);
      }
      if (filter === void 0) {
        this.#whole.add(oid);
      }
    }
  }
};
function chunksOf(oids) {
  return Array.from(
    { length: Math.ceil(oids.length / MAX_WANTS) },
    (_, i) => oids.slice(i * MAX_WANTS, (i + 1) * MAX_WANTS)
  );
}
function weightOf(object) {
  switch (object.type) {
    case "blob":
      return 200 + (object.bytes?.length ?? 0);
    case "tree":
      return object.listing.weight;
    case "commit":
      return 1e3 + 2 * object.message.length + 100 * object.parents.length;
    case "tag":
    case "oversized":
      return 500;
  }
}
var OverBudget = class extends Error {
  name = "OverBudget";
};

// src/git/pack-writer.ts


// src/git/deflate.ts

var WINDOW_BITS = { least: 10, most: 15 };
function deflateSmall(bytes) {
  const needed2 = Math.ceil(Math.log2(bytes.length + 1));
  const windowBits = Math.min(Math.max(needed2, WINDOW_BITS.least), WINDOW_BITS.most);
  const memLevel = windowBits - 7;
  return (0,node_zlib__WEBPACK_IMPORTED_MODULE_36__.deflateSync)(bytes, { windowBits, memLevel, chunkSize: bytes.length + 64 });
}

// src/git/pack-writer.ts
var TYPES2 = { commit: 1, tree: 2, blob: 3, tag: 4 };
var PIECE2 = 64 * 1024;
function* packPieces(objects) {
  const hash2 = (0,node_crypto__WEBPACK_IMPORTED_MODULE_35__.createHash)("sha1");
  let parts = [];
  let length = 0;
  const piece = () => {
    const bytes = Buffer.concat(parts);
    hash2.update(bytes);
    parts = [];
    length = 0;
    return bytes;
  };
  const header = Buffer.alloc(12);
  header.write("PACK", "latin1");
  header.writeUInt32BE(2, 4);
  header.writeUInt32BE(objects.length, 8);
  parts.push(header);
  for (const object of objects) {
    const { type, bytes } = object;
    const deflated = deflateSmall(bytes);
    const start2 = objectHeader(TYPES2[type], bytes.length);
    parts.push(start2, deflated);
    length += start2.length + deflated.length;
    if (length >= PIECE2) {
      yield piece();
    }
  }
  yield piece();
  yield hash2.digest();
}
function packOf(objects) {
  return Buffer.concat([...packPieces(objects)]);
}
function objectHeader(type, size) {
  const bytes = [];
  let byte = type << 4 | size & 15;
  for (let rest = Math.floor(size / 16); ; rest = Math.floor(rest / 128)) {
    if (rest === 0) {
      bytes.push(byte);
      return Buffer.from(bytes);
    }
    bytes.push(byte | 128);
    byte = rest & 127;
  }
}

// src/git/receive-pack.ts
var NO_OBJECT = "0".repeat(40);
var NEEDED = ["report-status", "atomic"];
var WELCOME = ["side-band-64k", "ofs-delta", "object-format=sha1"];
var FOR_ONE_REF = ["report-status", "side-band-64k"];
var MAX_SAID = 1e3;
var MAX_REPORT = 64 * 1024 * 1024;
var MAX_WHOLE = 2e3;
var Unreported = class extends Error {
  name = "Unreported";
  said;
  constructor(said) {
    super("The push was answered without a report.");
    this.said = said;
  }
};
var MissingCapability = class extends Error {
  name = "MissingCapability";
  capability;
  constructor(capability) {
    super(`It does not offer ${capability}.`);
    this.capability = capability;
  }
};
async function pushCapabilities(send) {
  const answer = await askGit(
    send,
    { method: "GET", path: "/info/refs?service=git-receive-pack", headers: {}, body: void 0 },
    "application/x-git-receive-pack-advertisement"
  );
  const first = await reading(answer, async (reader) => {
    let packet = await readPacket(reader);
    while (packet === "flush" || packetText(asBytes(packet)).startsWith("# service=")) {
      packet = await readPacket(reader);
    }
    return packetText(asBytes(packet));
  });
  if (first.startsWith("ERR ")) {
    throw new GitServerError(first.slice("ERR ".length));
  }
  const offered = (first.split("\0")[1] ?? "").split(" ");
  const missing = NEEDED.find((name) => !offered.includes(name));
  if (missing !== void 0) {
    throw new MissingCapability(missing);
  }
  return [...NEEDED, ...WELCOME.filter((name) => offered.includes(name))];
}
async function pushRefs(send, capabilities, moves, objects) {
  const commands = moves.map(({ ref, from, to }, i) => {
    const command = `${from ?? NO_OBJECT} ${to ?? NO_OBJECT} ${ref}`;
    return packetOf(i === 0 ? `${command}\0${[...capabilities, "agent=tagship"].join(" ")}` : command);
  });
  const lines = Buffer.concat([...commands, FLUSH]);
  const answer = await askGit(
    send,
    {
      method: "POST",
      path: "/git-receive-pack",
      headers: {
        "content-type": "application/x-git-receive-pack-request",
        accept: "application/x-git-receive-pack-result"
      },
      body: moves.some(({ to }) => to !== void 0) ? bodyOf(lines, objects) : lines
    },
    ""
  );
  return await reading(answer, async (reader) => {
    const { report, said } = capabilities.includes("side-band-64k") ? await splitBands(reader) : { report: await reader.rest(MAX_REPORT), said: "" };
    return parseReport(report, said);
  });
}
function bodyOf(lines, objects) {
  if (objects.length <= MAX_WHOLE) {
    return Buffer.concat([lines, packOf(objects)]);
  }
  return {
    // Made anew for a server that sends on to another place.
    *[Symbol.iterator]() {
      yield lines;
      yield* packPieces(objects);
    }
  };
}
function asBytes(packet) {
  if (typeof packet === "string") {
    throw new PacketError(`a ${packet} packet came where refs should be`);
  }
  return packet;
}
async function splitBands(reader) {
  const report = [];
  const said = [];
  const words = () => Buffer.concat(said).toString("utf8");
  try {
    for (let packet = await readPacket(reader); packet !== "flush"; packet = await readPacket(reader)) {
      const bytes = asBytes(packet);
      if (report.length === 0 && packetText(bytes).startsWith("unpack ")) {
        return { report: Buffer.concat([packetOf(packetText(bytes)), await reader.rest(MAX_REPORT)]), said: words() };
      }
      if (bytes[0] === 1) {
        report.push(bytes.subarray(1));
      } else if (said.length < MAX_SAID) {
        said.push(bytes.subarray(1));
      }
    }
  } catch (error) {
    throw error instanceof EndOfStream && said.length > 0 ? new Unreported(words()) : error;
  }
  return { report: Buffer.concat(report), said: words() };
}
function parseReport(report, said) {
  const refused = [];
  let unpacked = "";
  let accepted = 0;
  for (let at = 0; at + 4 <= report.length; ) {
    const length = Number.parseInt(report.toString("latin1", at, at + 4), 16);
    if (Number.isNaN(length) || length > 0 && length < 4) {
      throw new PacketError("the report of the push cannot be read");
    }
    const line = report.toString("utf8", at + 4, at + length).trimEnd();
    at += Math.max(length, 4);
    if (line.startsWith("unpack ")) {
      unpacked = line.slice("unpack ".length);
    } else if (line.startsWith("ok ")) {
      accepted += 1;
    } else if (line.startsWith("ng ")) {
      const [ref = "", ...reason] = line.slice("ng ".length).split(" ");
      refused.push({ ref, reason: reason.join(" ") });
    }
  }
  if (unpacked === "") {
    throw new Unreported(said);
  }
  return { unpacked, accepted, refused, said };
}

// src/adapters/git/push-session.ts
var TIMEOUT_MS = 6e4;
var PushSession = class {
  #options;
  /** What the server can do; known after the first answer. */
  #capabilities;
  constructor(options) {
    this.#options = options;
  }
  /**
   * Makes sure that the token may push.
   * @throws TagshipError `push-denied`, `git-auth`, `git-protocol`; TransientError
   */
  async open() {
    this.#capabilities ??= await this.#asking(() => pushCapabilities(this.#send(true)));
  }
  /**
   * Moves refs, all or none. A TransientError leaves open whether they moved.
   * @throws TagshipError as `open`; TransientError
   */
  async push(updates, objects) {
    if (updates.length === 0) {
      return { landed: true };
    }
    if (updates.length > 1) {
      await this.open();
    }
    const capabilities = this.#capabilities ?? FOR_ONE_REF;
    const { remote } = this.#options;
    try {
      return outcomeOf(
        await this.#asking(() => pushRefs(this.#send(false), capabilities, updates, objects)),
        remote.scrub
      );
    } catch (error) {
      this.#capabilities = void 0;
      remote.forget();
      throw error;
    }
  }
  #send(isRepeatable) {
    const { remote, signal } = this.#options;
    return async (request) => {
      const limited = AbortSignal.any([signal(), AbortSignal.timeout(TIMEOUT_MS)]);
      return await remote.send(request, limited, isRepeatable);
    };
  }
  async #asking(work) {
    try {
      return await work();
    } catch (error) {
      throw await this.#failureOf(error);
    }
  }
  async #failureOf(error) {
    const { signal, remote } = this.#options;
    const { url, scrub } = remote;
    if (error instanceof GitRefusal) {
      return await refusedPush(error.answer, url, scrub);
    }
    if (error instanceof NoGitError) {
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TransientError */ .N_(
        unusable(url, `it answered ${await pageOf(error.answer, scrub)} instead of its refs`, error)
      );
    }
    if (error instanceof GitServerError) {
      return unusable(url, `it says: ${scrub(error.message)}`, error);
    }
    if (error instanceof MissingCapability) {
      return unusable(url, `it does not offer \`${error.capability}\` for a push`, error);
    }
    if (error instanceof Unreported) {
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TransientError */ .N_(
        new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
          "git-unreachable",
          `The Git server at ${url} did not report whether the push landed.${(0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_14__/* .quoted */ .TL)("It", (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_14__/* .shown */ .SP)(error.said, scrub))}`,
          "Check the status page of the server, then run the job again."
        )
      );
    }
    if (error instanceof PacketError) {
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TransientError */ .N_(unusable(url, scrub(error.message), error));
    }
    if (signal().aborted) {
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP("cancelled", "The run was cancelled while it pushed.", "Run the job again.");
    }
    return connectionFailure(error, url, "pushed to", scrub);
  }
};
function outcomeOf({ unpacked, accepted, refused, said }, scrub) {
  const isTaken = unpacked === "ok";
  if (isTaken && refused.length === 0 && accepted > 0) {
    return { landed: true };
  }
  const words = scrub(said);
  return {
    landed: false,
    refused: refused.map(({ ref, reason }) => ({ ref, reason: (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_14__/* .shown */ .SP)(reason, scrub) })),
    said: isTaken ? words : `unpack: ${scrub(unpacked)}
${words}`
  };
}
function unusable(url, reason, cause) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
    "git-protocol",
    `The Git server at ${url} cannot be pushed to: ${reason}.`,
    "Check that the server is GitHub or a GitHub Enterprise Server.",
    { cause }
  );
}
async function refusedPush(answer, url, scrub) {
  const { words, said } = await wordsOf(answer, scrub);
  const { status } = answer;
  const after = retryAfterOf(answer);
  if (status === 401) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "git-auth",
      `The Git server refused the token for a push to ${url}.`,
      "Pass a valid token as `github-token`, with `contents: write`."
    );
  }
  if (status === 403 && after === void 0) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "push-denied",
      `The token may not push to ${url}.${said}`,
      (0,_with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_8__/* .remedyOfClosed */ .w)(words) ?? "Give the job `permissions: contents: write`, or pass a token of an App or a person that may write."
    );
  }
  if (status === 404) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "push-denied",
      `There is no repository at ${url} that the token may push to.${said}`,
      "Check the repository name, and that the token belongs to it with `contents: write`."
    );
  }
  if (status === 413) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "move-refused",
      `The Git server at ${url} takes no push of this size: it answered with status 413.${said}`,
      "Name fewer components at a time, or raise the limit of the proxy in front of the server (nginx: `client_max_body_size`)."
    );
  }
  const failure = new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
    "git-unreachable",
    `The Git server at ${url} answered a push with status ${status}.${said}`,
    "Check the status page of the server, then run the job again."
  );
  return status === 429 || status === 403 || status >= 500 ? new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TransientError */ .N_(failure, after) : failure;
}

// src/adapters/git/worktree.ts


async function checkOut(commit, parent, variables, remote) {
  const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(parent, "worktree-"));
  const gitDir = (0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(folder, ".git");
  const directory = (0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(folder, "files");
  const remove = async () => {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const environment = (0,_with_git_process_js__WEBPACK_IMPORTED_MODULE_3__/* .worktreeEnvironment */ .zZ)(variables, gitDir);
  try {
    await makeRepository(gitDir, commit);
    await remote.fetch({ wants: [commit], filter: void 0, history: { depth: 1 } }, () => {
      const unpacking = new _with_git_process_js__WEBPACK_IMPORTED_MODULE_3__/* .GitProcess */ .WG(["index-pack", "--stdin"], environment, gitDir);
      return {
        pack: (bytes) => unpacking.write(bytes),
        end: async (failure) => {
          const ended = await unpacking.end();
          if (failure !== void 0) {
            throw failure;
          }
          refuseFailed(commit, ended);
        }
      };
    });
    const words = ["worktree", "add", "--quiet", "--force", "--detach", directory, commit];
    refuseFailed(commit, await new _with_git_process_js__WEBPACK_IMPORTED_MODULE_3__/* .GitProcess */ .WG(words, environment, gitDir).end());
    return { directory, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}
async function makeRepository(gitDir, commit) {
  await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(gitDir, "objects"), { recursive: true });
  await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(gitDir, "refs"));
  await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(gitDir, "HEAD"), "ref: refs/heads/main\n");
  await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(gitDir, "shallow"), `${commit}
`);
  await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(gitDir, "config"), "[core]\n	repositoryformatversion = 0\n	bare = true\n	fsync = none\n");
}
function refuseFailed(commit, { code, said }) {
  if (code !== 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "rebuild-failed",
      `Commit ${commit.slice(0, 12)} could not be checked out: ${said.replace(/\.$/, "")}.`,
      "Check the free disk space of the runner. Else try `git worktree add` with this commit in a clone on the same runner: a filter or a file name that the machine does not take is named there."
    );
  }
}

// src/adapters/git/git-repository.ts
var GitRepository = class _GitRepository {
  #options;
  #directory;
  #remote;
  #reader;
  #store;
  #objects;
  #pushing;
  /** What was listed last under the prefixes of `refs`. */
  #listings = /* @__PURE__ */ new Map();
  /** Aborted when everything under way is given up; what begins afterwards has another one. */
  #era = new AbortController();
  /** What runs that were killed left behind is removed while this one works. */
  #tidied;
  constructor(options, directory) {
    const { clock, signal } = options;
    this.#options = options;
    this.#directory = directory;
    this.#remote = new _with_action_event_js__WEBPACK_IMPORTED_MODULE_16__/* .GitRemote */ .Xd(options);
    this.#reader = new RemoteReader({ remote: this.#remote, clock, signal, era: () => this.#era.signal });
    this.#store = new ObjectStore({ directory, maxBlob: _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_29__/* .KV_LIMITS */ .f.value });
    this.#objects = new ObjectLoader(this.#reader, this.#store);
    this.#pushing = new PushSession({
      remote: this.#remote,
      signal: () => AbortSignal.any([signal, this.#era.signal])
    });
    this.#tidied = removeLeftFolders(options.temporary, clock.now());
  }
  /** Prepares a folder for what does not fit in memory; nothing is asked of the server yet. */
  static async open(options) {
    return new _GitRepository(options, await ownFolder(options.temporary));
  }
  /** Begins the connection that the first request will use. That request reports how it went. */
  connect() {
    this.#remote.warm();
  }
  async refs(tagPrefixes, names = []) {
    const named = `refs/heads/${this.#options.defaultBranch ?? "main"}`;
    const question = [...tagPrefixes, "", ...names].join("\n");
    const before = this.#listings.get(question);
    const prefixes = ["HEAD", named, ...names, ...tagPrefixes.map((prefix) => `refs/tags/${prefix}`)];
    const refs = await this.#reader.listRefs(prefixes, before?.refs);
    if (before !== void 0 && before.refs === refs) {
      return before.answer;
    }
    const head = refs.find(({ name }) => name === "HEAD") ?? refs.find(({ name }) => name === named);
    const answer = {
      head: head?.oid,
      tags: refs.filter(({ name }) => name.startsWith("refs/tags/")).map(toTagRef),
      tips: new Map(refs.filter(({ name }) => names.includes(name)).map(({ name, oid }) => [name, oid]))
    };
    this.#listings.set(question, { refs, answer });
    return answer;
  }
  async tips(names) {
    const listed = names.length === 0 ? [] : await this.#reader.listRefs(names);
    return new Map(listed.filter(({ name }) => names.includes(name)).map(({ name, oid }) => [name, oid]));
  }
  async load(oids, depth, budget) {
    return await this.#objects.load(oids, depth, budget);
  }
  async loadPresent(oids) {
    return await this.#objects.loadPresent(oids);
  }
  async log(tip, limit) {
    await this.#objects.log(tip, limit);
  }
  async reachable(tip, commits) {
    return await this.#objects.reachable(tip, commits);
  }
  async read(oid) {
    return await this.#objects.read(oid);
  }
  readAll(oids) {
    return this.#objects.readAll(oids);
  }
  async serverTime() {
    if (this.#remote.time === void 0) {
      await this.mayPush();
    }
    return this.#remote.time ?? Math.floor(this.#options.clock.now() / 1e3);
  }
  async mayPush() {
    const era = this.#era.signal;
    await (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_6__/* .retry */ .L)(this.#options.clock, async () => {
      if (era.aborted) {
        throw givenUp();
      }
      await this.#pushing.open();
    });
  }
  async push(updates, objects) {
    const era = this.#era.signal;
    let outcome;
    try {
      outcome = await this.#pushing.push(updates, objects);
    } catch (error) {
      throw era.aborted ? givenUp(error) : error;
    }
    if (outcome.landed) {
      this.#objects.remember(objects);
    }
    return outcome;
  }
  async abandon() {
    this.#era.abort();
    this.#era = new AbortController();
  }
  /** Checks a commit out into a directory of its own, without history. */
  async worktree(commit) {
    return await checkOut(commit, this.#directory, this.#options.environment, this.#reader);
  }
  /** Removes the directory. */
  async close() {
    this.#store.close();
    await this.#tidied;
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_33__.rm)(this.#directory, { recursive: true, force: true, maxRetries: 3 });
  }
};
function toTagRef({ name, oid, peeled }) {
  return { name: name.slice("refs/tags/".length), object: oid, commit: peeled ?? oid };
}

// src/adapters/signals.ts
var Signals = class {
  #controller = new AbortController();
  #source;
  #onRequest;
  #requested = false;
  #shields = 0;
  /**
   * @param source where the signals arrive
   * @param onRequest called at the first signal; with true when what is under way is finished first
   */
  constructor(source, onRequest) {
    this.#source = source;
    this.#onRequest = onRequest;
    source.on("SIGINT", this.#request);
    source.on("SIGTERM", this.#request);
  }
  /** Aborted when what is under way is to end. */
  get signal() {
    return this.#controller.signal;
  }
  get requested() {
    return this.#requested;
  }
  async shield(work) {
    this.#shields++;
    try {
      return await work();
    } finally {
      this.#shields--;
      this.#apply();
    }
  }
  /** Stops listening, and ends what is still under way although nobody waits for it. */
  close() {
    this.#source.off("SIGINT", this.#request);
    this.#source.off("SIGTERM", this.#request);
    this.#controller.abort();
  }
  #request = () => {
    if (!this.#requested) {
      this.#requested = true;
      this.#onRequest(this.#shields > 0);
    }
    this.#apply();
  };
  #apply() {
    if (this.#requested && this.#shields === 0) {
      this.#controller.abort();
    }
  }
};

// src/make-ports.ts
async function withPorts(inputs, context, host, console2, work) {
  const { environment } = host;
  const cancellation = new Signals(
    host.signals,
    (isShielded) => console2.info(isShielded ? "Cancelled: the move that is under way is finished first." : "Cancelled.")
  );
  const { signal } = cancellation;
  const clock = host.clock(signal);
  const http = new _with_http_agents_js__WEBPACK_IMPORTED_MODULE_28__/* .HttpClient */ .Qq(environment);
  const repository = await GitRepository.open({
    url: `${context.serverUrl}/${context.repository}`,
    token: inputs.githubToken,
    temporary: environment.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_32__.tmpdir)(),
    environment,
    clock,
    http: host.local?.git ?? http,
    signal,
    defaultBranch: context.defaultBranch
  });
  try {
    repository.connect();
    const [{ CloudflareKv }, { GitHubForge }] = await Promise.all([
      Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(6269)]).then(__webpack_require__.bind(__webpack_require__, 6269)),
      __webpack_require__.e(/* import() */ 1799).then(__webpack_require__.bind(__webpack_require__, 1799))
    ]);
    const { githubToken: token, cloudflare } = inputs;
    const onWait = (milliseconds) => console2.info(`Waiting ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(milliseconds)}: Cloudflare allows 1,200 API requests in five minutes.`);
    const access = { ...cloudflare, http };
    const remoteKv = new CloudflareKv({ ...access, clock, signal, onWait });
    const github = { ...context, token, http, signal };
    const remoteForge = new GitHubForge({ ...github, secrets: console2.secrets });
    const { kv, forge } = host.local ?? { kv: remoteKv, forge: remoteForge };
    if (kv === remoteKv && !_with_action_request_js__WEBPACK_IMPORTED_MODULE_1__/* .READERS */ .Hk.includes(inputs.command)) {
      remoteKv.connect();
    }
    const metrics = async () => {
      const { MetricSources } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8229)]).then(__webpack_require__.bind(__webpack_require__, 8229));
      return new MetricSources({
        http,
        environment: reading2(environment, console2),
        directory: environment.GITHUB_WORKSPACE || process.cwd(),
        inherited: (0,_with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_11__/* .inheritedVariables */ .Q4)(environment),
        cloudflare,
        secrets: console2.secrets,
        signal
      });
    };
    const probes = async () => {
      const { HttpProbes } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(7340)]).then(__webpack_require__.bind(__webpack_require__, 7340));
      return new HttpProbes({ http, environment: reading2(environment, console2), secrets: console2.secrets, signal });
    };
    const reached = { repository, kv, forge, comments: remoteForge, metrics, probes, github, cloudflare: access };
    return await work({ ...reached, clock, cancellation, journal: console2 });
  } finally {
    cancellation.close();
    await repository.close();
  }
}
var PUBLIC_VARIABLES = /^(?:GITHUB_(?!TOKEN$)\w+|RUNNER_\w+)$/;
function reading2(environment, console2) {
  return (name) => {
    const value = environment[name];
    if (value !== void 0 && value.length >= _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_24__/* .SHORTEST_SECRET */ .c3 && !PUBLIC_VARIABLES.test(name)) {
      console2.mask(value);
    }
    return value;
  };
}

// src/run-command.ts


// src/adapters/local-workshop.ts


// node_modules/@actions/exec/lib/toolrunner.js





// node_modules/@actions/io/lib/io.js


// node_modules/@actions/io/lib/io-util.js


var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { chmod, copyFile, lstat: lstat2, mkdir: mkdir2, open, readdir: readdir2, rename, rm: rm4, rmdir, stat, symlink, unlink } = fs__WEBPACK_IMPORTED_MODULE_43__.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs__WEBPACK_IMPORTED_MODULE_43__.constants.O_RDONLY;
function exists(fsPath) {
  return __awaiter(this, void 0, void 0, function* () {
    try {
      yield stat(fsPath);
    } catch (err) {
      if (err.code === "ENOENT") {
        return false;
      }
      throw err;
    }
    return true;
  });
}
function isRooted(p) {
  p = normalizeSeparators(p);
  if (!p) {
    throw new Error('isRooted() parameter "p" cannot be empty');
  }
  if (IS_WINDOWS) {
    return p.startsWith("\\") || /^[A-Z]:/i.test(p);
  }
  return p.startsWith("/");
}
function tryGetExecutablePath(filePath, extensions) {
  return __awaiter(this, void 0, void 0, function* () {
    let stats = void 0;
    try {
      stats = yield stat(filePath);
    } catch (err) {
      if (err.code !== "ENOENT") {
        console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
      }
    }
    if (stats && stats.isFile()) {
      if (IS_WINDOWS) {
        const upperExt = path__WEBPACK_IMPORTED_MODULE_42__.extname(filePath).toUpperCase();
        if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) {
          return filePath;
        }
      } else {
        if (isUnixExecutable(stats)) {
          return filePath;
        }
      }
    }
    const originalFilePath = filePath;
    for (const extension of extensions) {
      filePath = originalFilePath + extension;
      stats = void 0;
      try {
        stats = yield stat(filePath);
      } catch (err) {
        if (err.code !== "ENOENT") {
          console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
        }
      }
      if (stats && stats.isFile()) {
        if (IS_WINDOWS) {
          try {
            const directory = path__WEBPACK_IMPORTED_MODULE_42__.dirname(filePath);
            const upperName = path__WEBPACK_IMPORTED_MODULE_42__.basename(filePath).toUpperCase();
            for (const actualName of yield readdir2(directory)) {
              if (upperName === actualName.toUpperCase()) {
                filePath = path__WEBPACK_IMPORTED_MODULE_42__.join(directory, actualName);
                break;
              }
            }
          } catch (err) {
            console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
          }
          return filePath;
        } else {
          if (isUnixExecutable(stats)) {
            return filePath;
          }
        }
      }
    }
    return "";
  });
}
function normalizeSeparators(p) {
  p = p || "";
  if (IS_WINDOWS) {
    p = p.replace(/\//g, "\\");
    return p.replace(/\\\\+/g, "\\");
  }
  return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
  return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}

// node_modules/@actions/io/lib/io.js
var __awaiter2 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function which(tool, check) {
  return __awaiter2(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    if (check) {
      const result = yield which(tool, false);
      if (!result) {
        if (IS_WINDOWS) {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
        } else {
          throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
        }
      }
      return result;
    }
    const matches = yield findInPath(tool);
    if (matches && matches.length > 0) {
      return matches[0];
    }
    return "";
  });
}
function findInPath(tool) {
  return __awaiter2(this, void 0, void 0, function* () {
    if (!tool) {
      throw new Error("parameter 'tool' is required");
    }
    const extensions = [];
    if (IS_WINDOWS && process.env["PATHEXT"]) {
      for (const extension of process.env["PATHEXT"].split(path__WEBPACK_IMPORTED_MODULE_42__.delimiter)) {
        if (extension) {
          extensions.push(extension);
        }
      }
    }
    if (isRooted(tool)) {
      const filePath = yield tryGetExecutablePath(tool, extensions);
      if (filePath) {
        return [filePath];
      }
      return [];
    }
    if (tool.includes(path__WEBPACK_IMPORTED_MODULE_42__.sep)) {
      return [];
    }
    const directories = [];
    if (process.env.PATH) {
      for (const p of process.env.PATH.split(path__WEBPACK_IMPORTED_MODULE_42__.delimiter)) {
        if (p) {
          directories.push(p);
        }
      }
    }
    const matches = [];
    for (const directory of directories) {
      const filePath = yield tryGetExecutablePath(path__WEBPACK_IMPORTED_MODULE_42__.join(directory, tool), extensions);
      if (filePath) {
        matches.push(filePath);
      }
    }
    return matches;
  });
}

// node_modules/@actions/exec/lib/toolrunner.js

var __awaiter3 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var IS_WINDOWS2 = process.platform === "win32";
var ToolRunner = class extends events__WEBPACK_IMPORTED_MODULE_40__.EventEmitter {
  constructor(toolPath, args, options) {
    super();
    if (!toolPath) {
      throw new Error("Parameter 'toolPath' cannot be null or empty.");
    }
    this.toolPath = toolPath;
    this.args = args || [];
    this.options = options || {};
  }
  _debug(message) {
    if (this.options.listeners && this.options.listeners.debug) {
      this.options.listeners.debug(message);
    }
  }
  _getCommandString(options, noPrefix) {
    const toolPath = this._getSpawnFileName();
    const args = this._getSpawnArgs(options);
    let cmd = noPrefix ? "" : "[command]";
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        cmd += toolPath;
        for (const a of args) {
          cmd += ` ${a}`;
        }
      } else if (options.windowsVerbatimArguments) {
        cmd += `"${toolPath}"`;
        for (const a of args) {
          cmd += ` ${a}`;
        }
      } else {
        cmd += this._windowsQuoteCmdArg(toolPath);
        for (const a of args) {
          cmd += ` ${this._windowsQuoteCmdArg(a)}`;
        }
      }
    } else {
      cmd += toolPath;
      for (const a of args) {
        cmd += ` ${a}`;
      }
    }
    return cmd;
  }
  _processLineBuffer(data, strBuffer, onLine) {
    try {
      let s = strBuffer + data.toString();
      let n = s.indexOf(os__WEBPACK_IMPORTED_MODULE_39__.EOL);
      while (n > -1) {
        const line = s.substring(0, n);
        onLine(line);
        s = s.substring(n + os__WEBPACK_IMPORTED_MODULE_39__.EOL.length);
        n = s.indexOf(os__WEBPACK_IMPORTED_MODULE_39__.EOL);
      }
      return s;
    } catch (err) {
      this._debug(`error processing line. Failed with error ${err}`);
      return "";
    }
  }
  _getSpawnFileName() {
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        return process.env["COMSPEC"] || "cmd.exe";
      }
    }
    return this.toolPath;
  }
  _getSpawnArgs(options) {
    if (IS_WINDOWS2) {
      if (this._isCmdFile()) {
        let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
        for (const a of this.args) {
          argline += " ";
          argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
        }
        argline += '"';
        return [argline];
      }
    }
    return this.args;
  }
  _endsWith(str, end) {
    return str.endsWith(end);
  }
  _isCmdFile() {
    const upperToolPath = this.toolPath.toUpperCase();
    return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
  }
  _windowsQuoteCmdArg(arg) {
    if (!this._isCmdFile()) {
      return this._uvQuoteCmdArg(arg);
    }
    if (!arg) {
      return '""';
    }
    const cmdSpecialChars = [
      " ",
      "	",
      "&",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      "^",
      "=",
      ";",
      "!",
      "'",
      "+",
      ",",
      "`",
      "~",
      "|",
      "<",
      ">",
      '"'
    ];
    let needsQuotes = false;
    for (const char of arg) {
      if (cmdSpecialChars.some((x) => x === char)) {
        needsQuotes = true;
        break;
      }
    }
    if (!needsQuotes) {
      return arg;
    }
    let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") {
        reverse += "\\";
      } else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += '"';
      } else {
        quoteHit = false;
      }
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _uvQuoteCmdArg(arg) {
    if (!arg) {
      return '""';
    }
    if (!arg.includes(" ") && !arg.includes("	") && !arg.includes('"')) {
      return arg;
    }
    if (!arg.includes('"') && !arg.includes("\\")) {
      return `"${arg}"`;
    }
    let reverse = '"';
    let quoteHit = true;
    for (let i = arg.length; i > 0; i--) {
      reverse += arg[i - 1];
      if (quoteHit && arg[i - 1] === "\\") {
        reverse += "\\";
      } else if (arg[i - 1] === '"') {
        quoteHit = true;
        reverse += "\\";
      } else {
        quoteHit = false;
      }
    }
    reverse += '"';
    return reverse.split("").reverse().join("");
  }
  _cloneExecOptions(options) {
    options = options || {};
    const result = {
      cwd: options.cwd || process.cwd(),
      env: options.env || process.env,
      silent: options.silent || false,
      windowsVerbatimArguments: options.windowsVerbatimArguments || false,
      failOnStdErr: options.failOnStdErr || false,
      ignoreReturnCode: options.ignoreReturnCode || false,
      delay: options.delay || 1e4
    };
    result.outStream = options.outStream || process.stdout;
    result.errStream = options.errStream || process.stderr;
    return result;
  }
  _getSpawnOptions(options, toolPath) {
    options = options || {};
    const result = {};
    result.cwd = options.cwd;
    result.env = options.env;
    result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
    if (options.windowsVerbatimArguments) {
      result.argv0 = `"${toolPath}"`;
    }
    return result;
  }
  /**
   * Exec a tool.
   * Output will be streamed to the live console.
   * Returns promise with return code
   *
   * @param     tool     path to tool to exec
   * @param     options  optional exec options.  See ExecOptions
   * @returns   number
   */
  exec() {
    return __awaiter3(this, void 0, void 0, function* () {
      if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS2 && this.toolPath.includes("\\"))) {
        this.toolPath = path__WEBPACK_IMPORTED_MODULE_42__.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
      }
      this.toolPath = yield which(this.toolPath, true);
      return new Promise((resolve2, reject) => __awaiter3(this, void 0, void 0, function* () {
        this._debug(`exec tool: ${this.toolPath}`);
        this._debug("arguments:");
        for (const arg of this.args) {
          this._debug(`   ${arg}`);
        }
        const optionsNonNull = this._cloneExecOptions(this.options);
        if (!optionsNonNull.silent && optionsNonNull.outStream) {
          optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os__WEBPACK_IMPORTED_MODULE_39__.EOL);
        }
        const state = new ExecState(optionsNonNull, this.toolPath);
        state.on("debug", (message) => {
          this._debug(message);
        });
        if (this.options.cwd && !(yield exists(this.options.cwd))) {
          return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
        }
        const fileName = this._getSpawnFileName();
        const cp = child_process__WEBPACK_IMPORTED_MODULE_41__.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
        let stdbuffer = "";
        if (cp.stdout) {
          cp.stdout.on("data", (data) => {
            if (this.options.listeners && this.options.listeners.stdout) {
              this.options.listeners.stdout(data);
            }
            if (!optionsNonNull.silent && optionsNonNull.outStream) {
              optionsNonNull.outStream.write(data);
            }
            stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
              if (this.options.listeners && this.options.listeners.stdline) {
                this.options.listeners.stdline(line);
              }
            });
          });
        }
        let errbuffer = "";
        if (cp.stderr) {
          cp.stderr.on("data", (data) => {
            state.processStderr = true;
            if (this.options.listeners && this.options.listeners.stderr) {
              this.options.listeners.stderr(data);
            }
            if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) {
              const s = optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream;
              s.write(data);
            }
            errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
              if (this.options.listeners && this.options.listeners.errline) {
                this.options.listeners.errline(line);
              }
            });
          });
        }
        cp.on("error", (err) => {
          state.processError = err.message;
          state.processExited = true;
          state.processClosed = true;
          state.CheckComplete();
        });
        cp.on("exit", (code) => {
          state.processExitCode = code;
          state.processExited = true;
          this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        cp.on("close", (code) => {
          state.processExitCode = code;
          state.processExited = true;
          state.processClosed = true;
          this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
          state.CheckComplete();
        });
        state.on("done", (error, exitCode) => {
          if (stdbuffer.length > 0) {
            this.emit("stdline", stdbuffer);
          }
          if (errbuffer.length > 0) {
            this.emit("errline", errbuffer);
          }
          cp.removeAllListeners();
          if (error) {
            reject(error);
          } else {
            resolve2(exitCode);
          }
        });
        if (this.options.input) {
          if (!cp.stdin) {
            throw new Error("child process missing stdin");
          }
          cp.stdin.end(this.options.input);
        }
      }));
    });
  }
};
function argStringToArray(argString) {
  const args = [];
  let inQuotes = false;
  let escaped = false;
  let arg = "";
  function append(c) {
    if (escaped && c !== '"') {
      arg += "\\";
    }
    arg += c;
    escaped = false;
  }
  for (let i = 0; i < argString.length; i++) {
    const c = argString.charAt(i);
    if (c === '"') {
      if (!escaped) {
        inQuotes = !inQuotes;
      } else {
        append(c);
      }
      continue;
    }
    if (c === "\\" && escaped) {
      append(c);
      continue;
    }
    if (c === "\\" && inQuotes) {
      escaped = true;
      continue;
    }
    if (c === " " && !inQuotes) {
      if (arg.length > 0) {
        args.push(arg);
        arg = "";
      }
      continue;
    }
    append(c);
  }
  if (arg.length > 0) {
    args.push(arg.trim());
  }
  return args;
}
var ExecState = class _ExecState extends events__WEBPACK_IMPORTED_MODULE_40__.EventEmitter {
  constructor(options, toolPath) {
    super();
    this.processClosed = false;
    this.processError = "";
    this.processExitCode = 0;
    this.processExited = false;
    this.processStderr = false;
    this.delay = 1e4;
    this.done = false;
    this.timeout = null;
    if (!toolPath) {
      throw new Error("toolPath must not be empty");
    }
    this.options = options;
    this.toolPath = toolPath;
    if (options.delay) {
      this.delay = options.delay;
    }
  }
  CheckComplete() {
    if (this.done) {
      return;
    }
    if (this.processClosed) {
      this._setResult();
    } else if (this.processExited) {
      this.timeout = (0,timers__WEBPACK_IMPORTED_MODULE_44__.setTimeout)(_ExecState.HandleTimeout, this.delay, this);
    }
  }
  _debug(message) {
    this.emit("debug", message);
  }
  _setResult() {
    let error;
    if (this.processExited) {
      if (this.processError) {
        error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
      } else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
        error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
      } else if (this.processStderr && this.options.failOnStdErr) {
        error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
      }
    }
    if (this.timeout) {
      clearTimeout(this.timeout);
      this.timeout = null;
    }
    this.done = true;
    this.emit("done", error, this.processExitCode);
  }
  static HandleTimeout(state) {
    if (state.done) {
      return;
    }
    if (!state.processClosed && state.processExited) {
      const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
      state._debug(message);
    }
    state._setResult();
  }
};

// node_modules/@actions/exec/lib/exec.js
var __awaiter4 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function exec(commandLine, args, options) {
  return __awaiter4(this, void 0, void 0, function* () {
    const commandArgs = argStringToArray(commandLine);
    if (commandArgs.length === 0) {
      throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
    }
    const toolPath = commandArgs[0];
    args = commandArgs.slice(1).concat(args || []);
    const runner = new ToolRunner(toolPath, args, options);
    return runner.exec();
  });
}

// src/adapters/local-workshop.ts
var LocalWorkshop = class {
  #source;
  #environment;
  #stdout;
  #signal;
  /** @param stdout where commands print */
  constructor(source, environment, stdout, signal) {
    this.#source = source;
    this.#environment = environment;
    this.#stdout = stdout;
    this.#signal = signal;
  }
  async checkout(commit, work) {
    const { directory, remove } = await this.#source.worktree(commit);
    try {
      return await work(directory);
    } finally {
      await remove();
    }
  }
  async run(argv, directory, variables) {
    const [command = "", ...args] = argv;
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_35__.randomUUID)();
    this.#stdout.write(`::stop-commands::${token}
`);
    try {
      return await Promise.race([
        start(`"${command.replaceAll('"', "")}"`, args, {
          cwd: directory,
          env: { ...(0,_with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_11__/* .inheritedVariables */ .Q4)(this.#environment), ...variables },
          ignoreReturnCode: true,
          outStream: this.#stdout
        }),
        cancelled(this.#signal)
      ]);
    } finally {
      this.#stdout.write(`::${token}::
`);
    }
  }
};
async function start(...call) {
  try {
    return await exec(...call);
  } catch (error) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "rebuild-failed",
      `The command ${call[0].replaceAll('"', "`")} could not be started: ${error instanceof Error ? error.message : String(error)}`,
      "Check that the runner has the command, and its spelling under `logic.rebuild`.",
      { cause: error }
    );
  }
}
function cancelled(signal) {
  return new Promise((_, reject) => {
    const refuse = () => reject(new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP("cancelled", "The run was cancelled during the rebuild.", "Run the job again."));
    if (signal.aborted) {
      refuse();
    }
    signal.addEventListener("abort", refuse, { once: true });
  });
}

// src/adapters/working-tree.ts



var FILES_AT_ONCE = 256;
var FILE_MODE = /^100/;
var READ_NO_LINK = node_fs__WEBPACK_IMPORTED_MODULE_37__.constants.O_RDONLY | (node_fs__WEBPACK_IMPORTED_MODULE_37__.constants.O_NOFOLLOW ?? 0) | (node_fs__WEBPACK_IMPORTED_MODULE_37__.constants.O_NONBLOCK ?? 0);
var WorkingTree = class _WorkingTree {
  kind = "working-tree";
  #root;
  #environment;
  #signal;
  /** Whether each folder is one, and not a link to one. */
  #folders = /* @__PURE__ */ new Map([["", true]]);
  #buffer = Buffer.allocUnsafeSlow(_with_ports_source_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_SOURCE */ .VD);
  constructor(root, environment, signal) {
    this.#root = root;
    this.#environment = environment;
    this.#signal = signal;
  }
  /** The checkout in a directory; undefined where there is none. */
  static at(root, environment, signal) {
    return root === void 0 || root === "" || !(0,node_fs__WEBPACK_IMPORTED_MODULE_37__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(root, ".git")) ? void 0 : new _WorkingTree(root, environment, signal);
  }
  async paths() {
    const listed = await this.#list(["-t", "--stage", "--cached", "--deleted", "--others", "--exclude-standard", "-z"]);
    const gone = /* @__PURE__ */ new Set();
    const found = /* @__PURE__ */ new Set();
    for (const line of listed.split("\0")) {
      const tab = line.startsWith("? ") ? 1 : line.indexOf("	");
      const path4 = line.slice(tab + 1);
      if (tab === 1 ? this.#isFile(path4) : FILE_MODE.test(line.slice(2))) {
        (line.startsWith("R ") ? gone : found).add(path4);
      }
    }
    return [...found].filter((path4) => !gone.has(path4)).sort();
  }
  async *readAll(paths, limit = _with_ports_source_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_SOURCE */ .VD) {
    let read = 0;
    for (const path4 of paths) {
      if (++read % FILES_AT_ONCE === 0) {
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_38__.setImmediate)();
        this.#refuseCancelled();
      }
      yield this.#read(path4, limit);
    }
  }
  // What a checkout has just written is in memory: a read takes less time than the way through another thread and back.
  #read(path4, limit) {
    if (!this.#isInside(path4)) {
      return { path: path4, kind: "none" };
    }
    let file;
    try {
      file = (0,node_fs__WEBPACK_IMPORTED_MODULE_37__.openSync)(`${this.#root}/${path4}`, READ_NO_LINK);
    } catch {
      return { path: path4, kind: "none" };
    }
    try {
      const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_37__.fstatSync)(file);
      if (!stats.isFile()) {
        return { path: path4, kind: "none" };
      }
      if (stats.size > limit) {
        return { path: path4, kind: "too-large" };
      }
      const buffer = stats.size <= this.#buffer.length ? this.#buffer : Buffer.allocUnsafeSlow(stats.size);
      return (0,_with_ports_source_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .sourceText */ .rI)(path4, buffer.subarray(0, fill(buffer, file, stats.size)));
    } catch {
      return { path: path4, kind: "none" };
    } finally {
      (0,node_fs__WEBPACK_IMPORTED_MODULE_37__.closeSync)(file);
    }
  }
  #isFile(path4) {
    try {
      return this.#isInside(path4) && (0,node_fs__WEBPACK_IMPORTED_MODULE_37__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(this.#root, path4)).isFile();
    } catch {
      return false;
    }
  }
  /** Whether a path leads nowhere out of the checkout: no step up, and no link on the way. */
  #isInside(path4) {
    const slash = path4.lastIndexOf("/");
    const name = path4.slice(slash + 1);
    return name !== "" && name !== "." && name !== ".." && this.#isFolder(path4.slice(0, Math.max(slash, 0)));
  }
  #isFolder(path4) {
    const known = this.#folders.get(path4);
    if (known !== void 0) {
      return known;
    }
    let isFolder = false;
    try {
      isFolder = this.#isInside(path4) && (0,node_fs__WEBPACK_IMPORTED_MODULE_37__.lstatSync)((0,node_path__WEBPACK_IMPORTED_MODULE_34__.join)(this.#root, path4)).isDirectory();
    } catch {
    }
    this.#folders.set(path4, isFolder);
    return isFolder;
  }
  async #list(options) {
    this.#refuseCancelled();
    const git = new _with_git_process_js__WEBPACK_IMPORTED_MODULE_3__/* .GitProcess */ .WG(
      ["-c", "core.fsmonitor=false", "ls-files", ...options],
      (0,_with_git_process_js__WEBPACK_IMPORTED_MODULE_3__/* .checkoutEnvironment */ .Iu)(this.#environment, this.#root),
      this.#root
    );
    const stop = () => git.kill();
    this.#signal.addEventListener("abort", stop, { once: true });
    const { code, printed, said } = await git.end().finally(() => this.#signal.removeEventListener("abort", stop));
    this.#refuseCancelled();
    if (code !== 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
        "git-protocol",
        `The files of the checkout could not be listed: ${said}.`,
        "Check the repository out again (`actions/checkout`), or leave the checkout out: Tagship does without one."
      );
    }
    return printed.toString("utf8");
  }
  #refuseCancelled() {
    if (this.#signal.aborted) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP("cancelled", "The run was cancelled while it read the checkout.", "Run the job again.");
    }
  }
};
function fill(buffer, file, size) {
  let length = 0;
  while (length < size) {
    const read = (0,node_fs__WEBPACK_IMPORTED_MODULE_37__.readSync)(file, buffer, length, size - length, null);
    if (read === 0) {
      break;
    }
    length += read;
  }
  return length;
}

// src/run-command.ts
async function perform(inputs, run2) {
  const { settings } = run2;
  const using = async (work) => ({
    report: await withPorts(inputs, run2.context, run2.host, run2.console, work)
  });
  switch (inputs.command) {
    case "deploy":
      return { report: await deployed(inputs, run2) };
    case "guard":
      return await using(async (ports) => await guarded2(inputs, run2, ports));
    case "promote":
      return await using(async (ports) => {
        const { promote } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(9666), __webpack_require__.e(4439), __webpack_require__.e(5741), __webpack_require__.e(9200), __webpack_require__.e(213), __webpack_require__.e(2349), __webpack_require__.e(2129)]).then(__webpack_require__.bind(__webpack_require__, 2129));
        return await promote(inputs.request, settings, ports);
      });
    case "rollback":
      return await using(async (ports) => {
        const { rollback } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(9666), __webpack_require__.e(4439), __webpack_require__.e(5741), __webpack_require__.e(4917)]).then(__webpack_require__.bind(__webpack_require__, 4917));
        return await rollback(inputs.request, settings, ports);
      });
    case "restore":
      return await using(async (ports) => {
        const { restore } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(9666), __webpack_require__.e(4439), __webpack_require__.e(1167)]).then(__webpack_require__.bind(__webpack_require__, 1167));
        return await restore(inputs.request, settings, ports);
      });
    case "reconcile":
      run2.host.keepMemorySmall();
      return await using(async (ports) => await reconciled(inputs, run2, ports));
    case "validate":
      return await validated(inputs, run2);
    case "history":
      return { report: await recalled(inputs, run2) };
    case "doctor":
      return await using(async (ports) => await examined(inputs, run2, ports));
    case "compare":
      return await using(async (ports) => {
        const [{ compare }, metrics] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(9666), __webpack_require__.e(4439), __webpack_require__.e(3374), __webpack_require__.e(8482)]).then(__webpack_require__.bind(__webpack_require__, 8482)), ports.metrics()]);
        return await compare(inputs.request, settings, { ...ports, metrics });
      });
    case "backtest":
      return await using(async (ports) => {
        const [{ backtest }, metrics] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(9200), __webpack_require__.e(6986)]).then(__webpack_require__.bind(__webpack_require__, 6986)), ports.metrics()]);
        return await backtest(inputs.request, settings, { ...ports, metrics });
      });
  }
}
async function deployed(inputs, run2) {
  const { settings, host, context, console: console2 } = run2;
  const todo = (0,_with_action_request_js__WEBPACK_IMPORTED_MODULE_1__/* .requestOf */ .fo)(inputs.selection, host.event);
  if (todo.kind === "nothing") {
    const { nothingDone } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(5792)]).then(__webpack_require__.bind(__webpack_require__, 5792));
    return nothingDone("deploy", settings, [{ level: "notice", message: todo.why }]);
  }
  return await withPorts(inputs, context, host, console2, async (ports) => {
    if (todo.kind === "rebuild") {
      const { rebuild } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(2254)]).then(__webpack_require__.bind(__webpack_require__, 2254));
      const workshop = workshopOf(run2, ports);
      return await rebuild(todo.request, settings, cloudflareVariables(inputs), { ...ports, workshop });
    }
    const { deploy } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(9666), __webpack_require__.e(3722)]).then(__webpack_require__.bind(__webpack_require__, 3722));
    const { request } = todo;
    const report = await deploy(request, settings, ports);
    return request.by !== "tag" || request.deleted ? report : await whereTracked(run2, report, async (config) => {
      const { followPush } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(9666), __webpack_require__.e(4439), __webpack_require__.e(5741), __webpack_require__.e(9200), __webpack_require__.e(213), __webpack_require__.e(2349), __webpack_require__.e(9226)]).then(__webpack_require__.bind(__webpack_require__, 9226));
      return await followPush(report, request, config, settings, ports);
    });
  });
}
async function guarded2({ request }, { settings, host }, ports) {
  const [{ guard }, metrics] = await Promise.all([Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(9666), __webpack_require__.e(4439), __webpack_require__.e(5741), __webpack_require__.e(9200), __webpack_require__.e(213), __webpack_require__.e(3173)]).then(__webpack_require__.bind(__webpack_require__, 3173)), ports.metrics()]);
  const ofJob = request.selection.by === "run" ? await targetsOfJob(host.environment) : void 0;
  return await guard({ ...request, ofJob, pushed: (0,_with_action_event_js__WEBPACK_IMPORTED_MODULE_16__/* .tagOf */ .cO)(host.event)?.tag }, settings, { ...ports, metrics });
}
async function reconciled(inputs, run2, ports) {
  const { request } = inputs;
  const { settings } = run2;
  const [{ reconcile }, { reconcileLogic, withLogic }] = await Promise.all([
    Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(3161)]).then(__webpack_require__.bind(__webpack_require__, 3161)),
    Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(6822)]).then(__webpack_require__.bind(__webpack_require__, 6822))
  ]);
  const compared = await reconcile(request, settings, ports);
  const followed = await whereTracked(run2, compared, async (config) => {
    const { followAll } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(9666), __webpack_require__.e(4439), __webpack_require__.e(5741), __webpack_require__.e(9200), __webpack_require__.e(213), __webpack_require__.e(2349), __webpack_require__.e(9226)]).then(__webpack_require__.bind(__webpack_require__, 9226));
    return await followAll(compared, request, config, settings, ports);
  });
  if (run2.host.local !== void 0) {
    return followed;
  }
  const workshop = workshopOf(run2, ports);
  return withLogic(
    followed,
    await reconcileLogic(request, settings, cloudflareVariables(inputs), { ...ports, workshop })
  );
}
async function validated(inputs, run2) {
  const { context, settings, host, console: console2 } = run2;
  const { environment, event } = host;
  const [{ validate }, { ThreadTimeLimit }] = await Promise.all([
    Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(4091)]).then(__webpack_require__.bind(__webpack_require__, 4091)),
    __webpack_require__.e(/* import() */ 6788).then(__webpack_require__.bind(__webpack_require__, 6788))
  ]);
  const commit = (0,_with_action_request_js__WEBPACK_IMPORTED_MODULE_1__/* .commitOf */ .D3)(environment);
  const request = { scope: inputs.scope, commit, change: (0,_with_action_request_js__WEBPACK_IMPORTED_MODULE_1__/* .changeOf */ .C2)(event, commit) };
  const report = await withPorts(inputs, context, host, console2, async (ports) => {
    const checkout = WorkingTree.at(environment.GITHUB_WORKSPACE, environment, ports.cancellation.signal);
    const kv = inputs.cloudflare.token === "" || inputs.cloudflare.accountId === "" ? void 0 : ports.kv;
    const found = await validate(request, settings, { ...ports, checkout, kv, limit: new ThreadTimeLimit() });
    if (!inputs.comment || inputs.dryRun) {
      return found;
    }
    const [{ comment }, { commentRecord }] = await Promise.all([
      __webpack_require__.e(/* import() */ 6260).then(__webpack_require__.bind(__webpack_require__, 6260)),
      __webpack_require__.e(/* import() */ 3151).then(__webpack_require__.bind(__webpack_require__, 3151))
    ]);
    const notices = await comment(commentRecord(found, event, inputs.configPath, context), {
      comments: ports.comments,
      journal: console2
    });
    return { ...found, notices: [...found.notices, ...notices] };
  });
  const isForLater = host.keepResult === void 0 || report.sarifPath !== void 0;
  try {
    const sarif = isForLater ? await writeSarif(report, context, environment, console2.secrets) : void 0;
    return { report, sarif };
  } catch (error) {
    return { report: { ...report, failures: [...report.failures, ...(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .toTagshipErrors */ .XF)(error)] } };
  }
}
async function recalled(inputs, { context, settings, host, console: console2 }) {
  const report = await withPorts(inputs, context, host, console2, async (ports) => {
    const { history } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(8093)]).then(__webpack_require__.bind(__webpack_require__, 8093));
    return await history(inputs.request, settings, ports);
  });
  if (report.page !== void 0 && !inputs.dryRun) {
    await writePage(report.page, host.environment);
    console2.info(`Wrote the page ${report.page.path}`);
  }
  return report;
}
async function examined(inputs, { context, settings, host }, ports) {
  const [{ doctor }, { SetUpInspector }] = await Promise.all([
    Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(7027), __webpack_require__.e(7248), __webpack_require__.e(8989)]).then(__webpack_require__.bind(__webpack_require__, 8989)),
    Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4453)]).then(__webpack_require__.bind(__webpack_require__, 4453))
  ]);
  const { token, accountId } = inputs.cloudflare;
  const known = {
    cloudflare: { token: token !== "", account: accountId !== "" },
    actionRepository: host.environment.GITHUB_ACTION_REPOSITORY || void 0,
    defaultBranch: context.defaultBranch
  };
  return await doctor(inputs.request, { ...settings, ...known }, { ...ports, facts: new SetUpInspector(ports) });
}
function workshopOf({ host }, { repository, cancellation }) {
  return new LocalWorkshop(repository, host.environment, host.stdout, cancellation.signal);
}
async function whereTracked(run2, report, followed) {
  const config = run2.config();
  return config !== void 0 && (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_9__/* .isTracking */ .oz)(config.environments) ? await followed(config) : report;
}
function cloudflareVariables({ cloudflare }) {
  return {
    ...cloudflare.token === "" ? {} : { CLOUDFLARE_API_TOKEN: cloudflare.token },
    ...cloudflare.accountId === "" ? {} : { CLOUDFLARE_ACCOUNT_ID: cloudflare.accountId }
  };
}
async function targetsOfJob(environment) {
  const [{ readResults }, { targetsIn }] = await Promise.all([
    __webpack_require__.e(/* import() */ 7672).then(__webpack_require__.bind(__webpack_require__, 7672)),
    Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(3374), __webpack_require__.e(9362)]).then(__webpack_require__.bind(__webpack_require__, 9362))
  ]);
  return environment.RUNNER_TEMP ? targetsIn(await readResults(environment.RUNNER_TEMP)) : void 0;
}
async function writeSarif(report, context, environment, secrets) {
  const [{ sarifOf }, { writeBelow, writeTo }] = await Promise.all([
    __webpack_require__.e(/* import() */ 1341).then(__webpack_require__.bind(__webpack_require__, 1341)),
    __webpack_require__.e(/* import() */ 7672).then(__webpack_require__.bind(__webpack_require__, 7672))
  ]);
  const { GITHUB_ACTION_REPOSITORY: action, GITHUB_ACTION_REF: ref } = environment;
  const informationUri = `${context.serverUrl}/${action || context.repository}`;
  const document = sarifOf(report.findings, {
    version: _with_action_version_js__WEBPACK_IMPORTED_MODULE_2__/* .VERSION */ .x,
    informationUri,
    helpUri: (code) => `${informationUri}/blob/${encodeURIComponent(ref || "main")}/docs/validate.md#${code}`
  });
  const text = secrets.hide(JSON.stringify(document));
  return report.sarifPath === void 0 ? await writeTo(environment.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_32__.tmpdir)(), "tagship.sarif", text) : await writeBelow(
    environment.GITHUB_WORKSPACE || process.cwd(),
    report.sarifPath,
    text,
    (why, cause) => new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "config-invalid",
      `The SARIF file cannot be written to \`${report.sarifPath}\` (\`validate.sarif\`): ${why}.`,
      "Name a path inside the workspace that no link leads out of, or leave `validate.sarif` out.",
      { cause }
    )
  );
}
async function writePage({ path: path4, ...page }, environment) {
  const [{ pageDocument }, { pageAsset }, { writeBelow }] = await Promise.all([
    __webpack_require__.e(/* import() */ 7983).then(__webpack_require__.bind(__webpack_require__, 7983)),
    __webpack_require__.e(/* import() */ 8468).then(__webpack_require__.bind(__webpack_require__, 8468)),
    __webpack_require__.e(/* import() */ 7672).then(__webpack_require__.bind(__webpack_require__, 7672))
  ]);
  const text = pageDocument(page, await pageAsset());
  await writeBelow(
    environment.GITHUB_WORKSPACE || process.cwd(),
    path4,
    text,
    (why, cause) => new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
      "input-invalid",
      `The page cannot be written to \`${path4}\`: ${why}.`,
      "Give a path inside the workspace that no link leads out of.",
      { cause }
    )
  );
}

// src/main.ts
async function main(command, given, host, console2) {
  const known = {};
  try {
    await run(command, given, host, console2, known);
  } catch (error) {
    await notifyOf(known, (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .toTagshipErrors */ .XF)(error), host, console2);
    throw error;
  }
  await notifyOf(known, [], host, console2);
}
async function notifyOf({ config, report }, failures, { environment, event, local }, console2) {
  const rules = config?.notify ?? [];
  if (rules.length === 0 || local !== void 0) {
    return;
  }
  const [{ happeningsOf }, { notify }] = await Promise.all([
    __webpack_require__.e(/* import() */ 4229).then(__webpack_require__.bind(__webpack_require__, 4229)),
    __webpack_require__.e(/* import() */ 3517).then(__webpack_require__.bind(__webpack_require__, 3517))
  ]);
  const happenings = happeningsOf(report, failures, (0,_with_action_event_js__WEBPACK_IMPORTED_MODULE_16__/* .runContext */ .pO)(environment, event).run || void 0).map((one) => ({
    ...one,
    title: console2.secrets.hide(one.title),
    text: console2.secrets.hide(one.text)
  }));
  for (const clause of await notify(rules, happenings, reading2(environment, console2), new _with_http_agents_js__WEBPACK_IMPORTED_MODULE_28__/* .HttpClient */ .Qq(environment))) {
    console2.warning(`A notification was not sent: ${clause}.`);
  }
}
async function run(command, given, host, console2, known) {
  const { environment, event } = host;
  const inputs = await readInputs(given, environment, command, (0,_with_action_request_js__WEBPACK_IMPORTED_MODULE_1__/* .needsCloudflare */ .vZ)(command, given, event));
  const context = { ...(0,_with_action_event_js__WEBPACK_IMPORTED_MODULE_16__/* .runContext */ .pO)(environment, event), ...host.person };
  const settings = {
    repositoryName: context.repository,
    serverUrl: context.serverUrl,
    secrets: console2.secrets,
    hideVariables: (names) => names.forEach(reading2(environment, console2)),
    onConfig: (config) => {
      known.config = config;
    },
    configPath: inputs.configPath,
    namespaces: inputs.namespaces,
    acceptMoved: inputs.override.has("moved-version"),
    acceptUnanchored: inputs.override.has("unanchored"),
    overrides: inputs.override,
    dryRun: inputs.dryRun,
    reason: inputs.reason,
    pushed: (0,_with_action_event_js__WEBPACK_IMPORTED_MODULE_16__/* .pushedTag */ .YZ)(event),
    author: {
      actor: context.actor || null,
      email: context.email,
      run: context.run || null,
      reason: inputs.reason ?? null,
      override: [...inputs.override]
    }
  };
  const { report, sarif } = await perform(inputs, { context, settings, host, console: console2, config: () => known.config });
  known.report = report;
  const { publish } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(4903), __webpack_require__.e(7958), __webpack_require__.e(3374), __webpack_require__.e(5036), __webpack_require__.e(511)]).then(__webpack_require__.bind(__webpack_require__, 511));
  const save = host.keepResult ?? ((result) => saveResult(result, environment));
  await publish(report, sarif, context, console2, save);
  const failures = "failures" in report ? report.failures : [];
  if (failures.length > 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_30__/* .Reported */ .af(failures);
  }
}
async function saveResult(result, environment) {
  const { writeResult } = await __webpack_require__.e(/* import() */ 7672).then(__webpack_require__.bind(__webpack_require__, 7672));
  return await writeResult(environment.RUNNER_TEMP || (0,node_os__WEBPACK_IMPORTED_MODULE_32__.tmpdir)(), result);
}



/***/ }),

/***/ 141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ misnamedInputs),
/* harmony export */   q: () => (/* binding */ unknownInputs)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8685);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2787);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/action/input-names.ts
var ALIASES = /* @__PURE__ */ new Map([
  ["apitoken", "cloudflare-api-token"],
  ["cloudflaretoken", "cloudflare-api-token"],
  ["accountid", "cloudflare-account-id"],
  ["token", "github-token"],
  ["namespace", "kv-namespace"],
  ["kvnamespaceid", "kv-namespace"],
  ["namespaceid", "kv-namespace"]
]);
function* unknownInputs(given, command) {
  const takes = `\`${command}\` takes: ${takenBy(command).join(", ")}.`;
  for (const name of given.keys()) {
    const spec = isInput(name) ? _with_action_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc[name] : void 0;
    if (spec === void 0) {
      yield misnamed(name, takes);
    } else if (spec.commands !== "all" && !spec.commands.includes(command)) {
      yield new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
        "input-unknown",
        `The input \`${name}\` is not taken by \`${command}\`.`,
        `Remove it. ${takes}`
      );
    }
  }
}
function misnamedInputs(given) {
  return [...given.keys()].filter((name) => !isInput(name)).map((name) => misnamed(name, "Correct or remove it."));
}
function isInput(name) {
  return Object.hasOwn(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc, name);
}
function misnamed(name, remedy) {
  const alias = ALIASES.get(name.replace(/[-_]/g, ""));
  const hint = alias === void 0 ? (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(name, Object.keys(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc)) : ` Did you mean \`${alias}\`?`;
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP("input-unknown", `There is no input \`${name}\`.`, `${hint} ${remedy}`.trimStart());
}
function takenBy(command) {
  return Object.entries(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc).filter(([, { commands }]) => commands === "all" || commands.includes(command)).map(([name]) => name);
}




/***/ }),

/***/ 1092:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ BoundedCache)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/bounded-cache.ts
var BoundedCache = class {
  #limit;
  #entries = /* @__PURE__ */ new Map();
  #weight = 0;
  /** @param limit of the weights of all values together */
  constructor(limit) {
    this.#limit = limit;
  }
  get(key) {
    const entry = this.#entries.get(key);
    if (entry !== void 0) {
      this.#entries.delete(key);
      this.#entries.set(key, entry);
    }
    return entry?.value;
  }
  has(key) {
    return this.#entries.has(key);
  }
  /** Keeps a value; one that is heavier than the limit is not kept. */
  set(key, value, weight) {
    this.#drop(key);
    if (weight > this.#limit) {
      return;
    }
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#limit) {
        return;
      }
      this.#drop(oldest);
    }
  }
  #drop(key) {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }
};




/***/ }),

/***/ 4206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ remedyOfClosed)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/github-denials.ts
var CLOSED = [
  [
    /\bSAML\b/,
    'Authorize the token for the single sign-on of the organization (the URL in the message, or "Configure SSO" beside the token in your settings), or use the token of a GitHub App that is installed there.'
  ],
  [
    /\bIP allow list\b/i,
    "Add the address of the runner to the IP allow list of the organization or enterprise, or run the job on a runner whose address is on it."
  ],
  [
    /\barchived\b[^.]{0,40}\bread-only\b/i,
    "Unarchive the repository (Settings → General → Danger Zone), or stop the workflows that write to it."
  ],
  [
    /\b(?:locked|disabled)\b[^.]{0,60}\b(?:migrat|staff|owner|billing)|\bmigrat\w*[^.]{0,60}\blocked\b/i,
    "Ask the owner of the repository why it is locked or disabled: no token can change it until that is over."
  ]
];
function remedyOfClosed(said) {
  return CLOSED.find(([words]) => words.test(said))?.[1];
}




/***/ }),

/***/ 8130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ matchesPath),
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   Cw: () => (/* binding */ CHARACTER),
/* harmony export */   Vw: () => (/* binding */ STAR),
/* harmony export */   fU: () => (/* binding */ globMatcher),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   vO: () => (/* binding */ matchesSegment)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/glob.ts
var MAX_GLOB = 1e3;
var MAX_ALTERNATIVES = 1e3;
function isGlob(text) {
  return /[*?[{]|^!/.test(text);
}
function globMatcher(glob) {
  if (glob.startsWith("!")) {
    const matches = globMatcher(glob.slice(1));
    return (name) => name === glob || !matches(name);
  }
  const patterns = glob.length > MAX_GLOB ? [] : alternatives(glob).map(patternOf);
  return (name) => name === glob || patterns.some((pattern) => matchesPath(pattern, name));
}
var ANY = () => true;
var STAR = { kind: "many", takes: ANY };
var CHARACTER = { kind: "one", takes: ANY };
function matchesPath(pattern, path, allows = ANY) {
  const names = path.split("/");
  let at = ends(names.length, (i) => i === 0);
  for (const segment of pattern) {
    const before = at;
    at = segment === "folders" ? spread(before, (i) => allows(names[i] ?? "")) : ends(names.length, (i) => i > 0 && before[i - 1] === true && matchesSegment(segment, names[i - 1] ?? ""));
  }
  return at[names.length] === true;
}
function matchesSegment(parts, text) {
  let at = ends(text.length, (i) => i === 0);
  for (const part of parts) {
    const before = at;
    switch (part.kind) {
      case "text": {
        const { length } = part.text;
        at = ends(text.length, (i) => before[i - length] === true && text.startsWith(part.text, i - length));
        break;
      }
      case "shown":
        at = ends(text.length, (i) => before[i] === true && text[i] !== ".");
        break;
      case "one":
        at = ends(text.length, (i) => before[i - 1] === true && part.takes(text[i - 1] ?? ""));
        break;
      case "many":
        at = spread(before, (i) => part.takes(text[i] ?? ""));
        break;
    }
  }
  return at[text.length] === true;
}
function ends(length, isEnd) {
  return Array.from({ length: length + 1 }, (_, at) => isEnd(at));
}
function spread(before, takes) {
  const after = [];
  for (const [at, isEnd] of before.entries()) {
    after.push(isEnd || after[at - 1] === true && takes(at - 1));
  }
  return after;
}
function patternOf(glob) {
  const whole = /\*\/\*\*$/.test(glob) && !/(^|\/)\*\*\/\*\*$/.test(glob) ? `${glob}/*` : glob;
  return splitOutside(whole, "/").map((segment) => segment === "**" ? "folders" : partsOf(segment));
}
function partsOf(segment) {
  const parts = segment.match(/\\.|\*+|\?|\[[!^]?\]?[^\]]*\]|[^\\*?[]+|[\s\S]/gu) ?? [];
  const found = parts.map((part) => {
    if (part.startsWith("*")) {
      return STAR;
    }
    if (part === "?") {
      return CHARACTER;
    }
    const set = /^\[([!^]?)([\s\S]+)\]$/u.exec(part);
    if (set !== null) {
      return { kind: "one", takes: setMatcher(set[2] ?? "", set[1] !== "") };
    }
    return { kind: "text", text: part.length > 1 && part.startsWith("\\") ? part.slice(1) : part };
  });
  return found.length === 1 && found[0] === STAR ? [CHARACTER, STAR] : found;
}
function setMatcher(set, isOther) {
  const ranges = [...set.matchAll(/([\s\S])-([\s\S])|[\s\S]/g)].map(
    ([one, from = one, to = one]) => [from, to]
  );
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== isOther;
}
function alternatives(glob) {
  const done = [];
  const open = [glob];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const braces = firstBraces(next);
    if (braces === void 0) {
      done.push(next);
    } else {
      const { before, inside, after } = braces;
      open.push(...splitOutside(inside, ",").map((one) => before + one + after));
    }
    if (done.length + open.length > MAX_ALTERNATIVES) {
      return [];
    }
  }
  return done;
}
function firstBraces(glob) {
  const opened = [];
  for (let i = 0; i < glob.length; i++) {
    if (glob[i] === "\\") {
      i += 1;
    } else if (glob[i] === "{") {
      opened.push(i);
    } else if (glob[i] === "}") {
      const from = opened.pop();
      const inside = from === void 0 ? "" : glob.slice(from + 1, i);
      if (from !== void 0 && splitOutside(inside, ",").length > 1) {
        return { before: glob.slice(0, from), inside, after: glob.slice(i + 1) };
      }
    }
  }
  return void 0;
}
function splitOutside(text, separator) {
  return text.split(new RegExp(`(?<!\\\\)${separator}`, "u"));
}




/***/ }),

/***/ 1592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ byteLength),
/* harmony export */   f: () => (/* binding */ KV_LIMITS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/limits.ts
var KV_LIMITS = {
  key: 512,
  value: 25 * 1024 * 1024,
  metadata: 1024,
  /** Pairs in one bulk write. */
  bulkPairs: 1e4,
  /** The whole body of one bulk write. */
  bulkBody: 100 * 1e3 * 1e3,
  /** Keys in one bulk read. */
  bulkGet: 100
};
var encoder = new TextEncoder();
function byteLength(text) {
  return encoder.encode(text).length;
}




/***/ }),

/***/ 61:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ parseNamespaceInput),
/* harmony export */   l9: () => (/* binding */ describeSpec),
/* harmony export */   mr: () => (/* binding */ bareSpec),
/* harmony export */   rH: () => (/* binding */ isNamespaceId),
/* harmony export */   sG: () => (/* binding */ ruleFor)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8130);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/namespace.ts
function parseNamespaceInput(value) {
  const lines = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .Dx)(value);
  const pairs = lines.map((line) => /^(\S+):\s+(\S.*)$/.exec(line));
  const source = "the input `kv-namespace`";
  if (pairs.every((pair) => pair === null) && lines.length === 1) {
    return [{ glob: "**", spec: bareSpec(lines[0] ?? ""), source }];
  }
  const wrong = lines.find((_, i) => pairs[i] === null);
  if (wrong !== void 0) {
    return { problem: `the line \`${wrong}\` is not \`environment-glob: namespace\`` };
  }
  return pairs.flatMap(
    (pair) => pair === null ? [] : [{ glob: unquote(pair[1] ?? ""), spec: bareSpec(unquote(pair[2] ?? "")), source }]
  );
}
function bareSpec(text) {
  return isNamespaceId(text) ? { kind: "id", id: text.toLowerCase() } : { kind: "name", name: text };
}
function unquote(text) {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
function isNamespaceId(text) {
  return /^[0-9a-f]{32}$/i.test(text);
}
function ruleFor(rules, environment) {
  return rules.find(({ glob }) => (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .globMatcher */ .fU)(glob)(environment));
}
function describeSpec(spec) {
  switch (spec.kind) {
    case "id":
      return spec.id;
    case "title":
      return `titled \`${spec.title}\``;
    case "binding":
      return `bound as \`${spec.binding}\``;
    case "name":
      return `\`${spec.name}\``;
  }
}




/***/ }),

/***/ 4923:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $g: () => (/* binding */ saidIn),
/* harmony export */   Ey: () => (/* binding */ titleIn),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   TL: () => (/* binding */ quoted),
/* harmony export */   _6: () => (/* binding */ isHtml),
/* harmony export */   v6: () => (/* binding */ messageIn)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/server-words.ts
var SAID_LIMIT = 500;
var ENTITIES = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", middot: "·" };
function isHtml(text, type) {
  return /^\s*<(?:!doctype\s+html|html|head|body)\b/i.test(text) || /^text\/html\b/i.test(type);
}
function titleIn(html) {
  const title = /<title\b[^>]{0,200}>([^<]{1,200})/i.exec(html)?.[1] ?? "";
  const line = title.replace(/[\s\p{Cc}]+/gu, " ").trim();
  const clean = line.replace(/&(amp|lt|gt|quot|#39|middot);/g, (_, name) => ENTITIES[name] ?? "");
  return clean === "" ? "" : ` ("${clean}")`;
}
function saidIn(text, type) {
  if (isHtml(text, type)) {
    return `a page of HTML${titleIn(text)}`;
  }
  try {
    return messageIn(JSON.parse(text)) ?? text;
  } catch {
    return text;
  }
}
function shown(text, scrub) {
  const line = scrub(text).replace(/[\s\p{Cc}]+/gu, " ").trim();
  return line.length > SAID_LIMIT ? `${line.slice(0, SAID_LIMIT).toWellFormed()}…` : line;
}
function quoted(speaker, line) {
  return line === "" ? "" : ` ${speaker} says: ${/[.!?…]$/.test(line) ? line : `${line}.`}`;
}
function messageIn(json) {
  if (typeof json === "string") {
    return json;
  }
  if (typeof json !== "object" || json === null) {
    return void 0;
  }
  const { errorType, error, errors, message, detail } = json;
  if (typeof error === "string") {
    return typeof errorType === "string" ? `${errorType}: ${error}` : error;
  }
  const first = Array.isArray(errors) ? errors[0] : error;
  return [message, detail].find((text) => typeof text === "string") ?? messageIn(first);
}




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

/***/ 8045:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ parseRaw),
/* harmony export */   l: () => (/* binding */ parseObject)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/git/object-parse.ts
function parseRaw({ type, bytes }) {
  return parseObject(type, bytes.length, bytes);
}
function parseObject(type, size, raw) {
  if (type === "blob") {
    return { type, size, bytes: raw };
  }
  if (raw === void 0) {
    return void 0;
  }
  if (type === "tree") {
    const listing = new _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_1__/* .TreeListing */ .z(raw);
    return {
      type,
      listing,
      get entries() {
        return listing.all();
      }
    };
  }
  const headers = parseHeaders(raw);
  if (type === "tag") {
    return {
      type,
      target: headers.get("object") ?? "",
      name: headers.get("tag") ?? "",
      time: personTime(headers.get("tagger") ?? "")
    };
  }
  if (type === "commit") {
    return {
      type,
      tree: headers.get("tree") ?? "",
      parents: parentsOf(raw),
      author: personName(headers.get("author") ?? ""),
      date: personDate(headers.get("committer") ?? ""),
      message: messageOf(raw)
    };
  }
  return void 0;
}
function parseHeaders(raw) {
  const text = Buffer.from(raw).toString("utf8");
  const end = text.indexOf("\n\n");
  const headers = /* @__PURE__ */ new Map();
  for (const line of (end < 0 ? text : text.slice(0, end)).split("\n")) {
    const space = line.indexOf(" ");
    if (space > 0 && !headers.has(line.slice(0, space))) {
      headers.set(line.slice(0, space), line.slice(space + 1));
    }
  }
  return headers;
}
function personName(person) {
  const end = person.indexOf("<");
  return (end < 0 ? person : person.slice(0, end)).trim();
}
function parentsOf(raw) {
  const [head = ""] = Buffer.from(raw).toString("latin1").split("\n\n", 1);
  return [...head.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, oid]) => oid ?? "");
}
function messageOf(raw) {
  const text = Buffer.from(raw).toString("utf8");
  const end = text.indexOf("\n\n");
  return end < 0 ? "" : text.slice(end + 2);
}
function personTime(person) {
  const seconds = /> (-?\d+) [+-]\d{4}$/.exec(person)?.[1];
  return seconds === void 0 ? void 0 : Number(seconds);
}
function personDate(person) {
  const date = new Date((personTime(person) ?? 0) * 1e3);
  return Number.isNaN(date.getTime()) ? "1970-01-01T00:00:00Z" : date.toISOString().replace(".000Z", "Z");
}




/***/ }),

/***/ 41:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ TreeListing)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/git/tree-listing.ts
var NAME = 20;
var SPACE = 32;
var SLASH = 47;
var KINDS = {
  "40000": "folder",
  "120000": "symlink",
  "160000": "submodule"
};
var TreeListing = class _TreeListing {
  #raw;
  /** Where each entry starts, and where the last one ends. */
  #starts;
  constructor(raw) {
    this.#raw = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  }
  /** About how many bytes it takes in memory. */
  get weight() {
    return 500 + 1.2 * this.#raw.length;
  }
  get size() {
    return this.#entryStarts().length - 1;
  }
  /** All entries, in Git's order. */
  all() {
    return Array.from({ length: this.size }, (_, i) => this.#entry(i));
  }
  /** The entry with this name. */
  named(name) {
    const [at] = this.#indicesNamed(name);
    return at === void 0 ? void 0 : this.#entry(at);
  }
  /** The entries with names that start so. */
  startingWith(prefix) {
    return this.#indicesStartingWith(prefix).map((i) => this.#entry(i));
  }
  /**
   * A listing of nothing but some entries.
   * @param names of these, with or without an extension
   * @param beginnings of names
   */
  only(names, beginnings) {
    const kept = /* @__PURE__ */ new Set();
    const keep = (indices) => {
      for (const i of indices) {
        kept.add(i);
      }
    };
    for (const name of names) {
      keep(this.#indicesNamed(name));
      keep(this.#indicesStartingWith(`${name}.`));
    }
    for (const beginning of beginnings) {
      keep(this.#indicesStartingWith(beginning));
    }
    const starts = this.#entryStarts();
    const sorted = [...kept].sort((a, b) => a - b);
    return new _TreeListing(Buffer.concat(sorted.map((i) => this.#raw.subarray(starts[i], starts[i + 1]))));
  }
  /** Where the entry with this name is. A file and a folder stand at different places. */
  #indicesNamed(name) {
    const bytes = Buffer.from(name);
    for (const key of [bytes, Buffer.from(`${name}/`)]) {
      const at = this.#firstFrom(key);
      if (at < this.size && this.#nameOf(at).equals(bytes)) {
        return [at];
      }
    }
    return [];
  }
  #indicesStartingWith(text) {
    const prefix = Buffer.from(text);
    const found = [];
    for (let i = this.#firstFrom(prefix); i < this.size; i++) {
      if (!this.#nameOf(i).subarray(0, prefix.length).equals(prefix)) {
        break;
      }
      found.push(i);
    }
    return found;
  }
  /** The first entry that is not before a key. */
  #firstFrom(key) {
    let from = 0;
    let to = this.size;
    while (from < to) {
      const middle = from + to >>> 1;
      if (this.#isBefore(middle, key)) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }
  #isBefore(i, key) {
    const name = this.#nameOf(i);
    const length = Math.min(name.length, key.length);
    const difference = name.compare(key, 0, length, 0, length);
    if (difference !== 0 || name.length >= key.length) {
      return difference < 0;
    }
    const next = key[length] ?? 0;
    return !this.#isFolder(i) || SLASH < next || SLASH === next && key.length > length + 1;
  }
  #isFolder(i) {
    const start = this.#entryStarts()[i] ?? 0;
    return this.#mode(start) === "40000";
  }
  #nameOf(i) {
    const starts = this.#entryStarts();
    const start = starts[i] ?? 0;
    return this.#raw.subarray(this.#spaceAfter(start) + 1, (starts[i + 1] ?? 0) - NAME - 1);
  }
  #entry(i) {
    const starts = this.#entryStarts();
    const end = starts[i + 1] ?? 0;
    return {
      kind: KINDS[this.#mode(starts[i] ?? 0)] ?? "file",
      name: this.#nameOf(i).toString("utf8"),
      oid: this.#raw.toString("hex", end - NAME, end)
    };
  }
  #mode(start) {
    return this.#raw.toString("latin1", start, this.#spaceAfter(start));
  }
  #spaceAfter(start) {
    return this.#raw.indexOf(SPACE, start);
  }
  #entryStarts() {
    this.#starts ??= startsOf(this.#raw);
    return this.#starts;
  }
};
function startsOf(raw) {
  const starts = [0];
  for (let at = 0; at < raw.length; ) {
    let zero = at;
    while (zero < raw.length && raw[zero] !== 0) {
      zero++;
    }
    at = zero + 1 + NAME;
    if (at > raw.length) {
      break;
    }
    starts.push(at);
  }
  return Uint32Array.from(starts);
}




/***/ }),

/***/ 354:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   L_: () => (/* binding */ SettingError),
/* harmony export */   Qq: () => (/* binding */ HttpClient),
/* harmony export */   Tf: () => (/* binding */ isAboutCertificate),
/* harmony export */   cZ: () => (/* binding */ causesOf),
/* harmony export */   gf: () => (/* binding */ whyOf),
/* harmony export */   tA: () => (/* binding */ Astray),
/* harmony export */   wU: () => (/* binding */ astrayIn)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4708);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7075);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8522);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1692);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3024);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/adapters/http/client.ts





// src/adapters/http/agents.ts





// src/adapters/http/certificates.ts



// src/adapters/http/errors.ts
function codeOf(error) {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}
function causesOf(error) {
  const causes = [error];
  for (let current = error; typeof current === "object" && current !== null; ) {
    const several = "errors" in current ? current.errors : void 0;
    current = Array.isArray(several) && several.length > 0 ? several[0] : "cause" in current ? current.cause : void 0;
    if (current === void 0 || causes.includes(current)) {
      break;
    }
    causes.push(current);
  }
  return causes;
}
function whyOf(error) {
  const innermost = causesOf(error).at(-1);
  const message = typeof innermost === "object" && innermost !== null && "message" in innermost ? innermost.message : innermost;
  return String(message) || codeOf(innermost) || "no reason given";
}

// src/adapters/http/proxy-settings.ts

var SettingError = class extends Error {
  name = "SettingError";
};
function proxyFor(url, variables) {
  const scheme = url.protocol === "https:" ? "https_proxy" : "http_proxy";
  const name = [scheme, "all_proxy"].find((one) => setting(variables, one) !== "");
  if (name === void 0 || isExcepted(url, setting(variables, "no_proxy"))) {
    return void 0;
  }
  const value = setting(variables, name);
  const proxy = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`);
  if (proxy === null || proxy.hostname === "") {
    throw new SettingError(`\`${name}\` names no proxy that can be read`);
  }
  if (!/^https?:$/.test(proxy.protocol)) {
    throw new SettingError(
      `\`${name}\` names a proxy of the kind \`${proxy.protocol}\`, and only HTTP proxies are used`
    );
  }
  return proxy;
}
function setting(variables, name) {
  return (variables[name] || variables[name.toUpperCase()] || "").trim();
}
function isExcepted({ hostname, port, protocol }, noProxy) {
  const host = bare(hostname);
  const at = port || (protocol === "https:" ? "443" : "80");
  return noProxy.split(/[\s,]+/).some((pattern) => pattern !== "" && matches(pattern.toLowerCase(), host, at));
}
function matches(pattern, host, port) {
  if (pattern === "*") {
    return true;
  }
  const [, named = pattern, only] = /^(\[[^\]]+\]|[^:]+):(\d+)$/.exec(pattern) ?? [];
  if (only !== void 0 && only !== port) {
    return false;
  }
  const wanted = bare(named);
  if ((0,node_net__WEBPACK_IMPORTED_MODULE_5__.isIP)(host) !== 0) {
    return isInNetwork(wanted, host);
  }
  const suffix = wanted.replace(/^\./, "");
  return suffix !== "" && (host === suffix || host.endsWith(`.${suffix}`));
}
function isInNetwork(named, host) {
  const [network = "", bits, ...more] = named.split("/");
  const version = (0,node_net__WEBPACK_IMPORTED_MODULE_5__.isIP)(host);
  if ((0,node_net__WEBPACK_IMPORTED_MODULE_5__.isIP)(network) !== version || more.length > 0) {
    return false;
  }
  const most = version === 6 ? 128 : 32;
  if (bits !== void 0 && (!/^\d{1,3}$/.test(bits) || Number(bits) > most)) {
    return false;
  }
  const list = new node_net__WEBPACK_IMPORTED_MODULE_5__.BlockList();
  const family = version === 6 ? "ipv6" : "ipv4";
  list.addSubnet(network, Number(bits ?? most) || most, family);
  return list.check(host, family);
}
function bare(host) {
  return host.replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "").toLowerCase();
}
function proxyHeaders({ username, password }) {
  if (username === "" && password === "") {
    return {};
  }
  const credentials = Buffer.from(`${decoded(username)}:${decoded(password)}`).toString("base64");
  return { "proxy-authorization": `Basic ${credentials}` };
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// src/adapters/http/certificates.ts
var NAMED = ["GIT_SSL_CAINFO", "SSL_CERT_FILE", "NODE_EXTRA_CA_CERTS"];
function authorities(variables) {
  const named = NAMED.flatMap((name) => {
    const file = variables[name];
    try {
      return file === void 0 || file === "" ? [] : [(0,node_fs__WEBPACK_IMPORTED_MODULE_7__.readFileSync)(file, "utf8")];
    } catch (error) {
      if (name !== "GIT_SSL_CAINFO") {
        return [];
      }
      throw new SettingError(`\`${name}\` names a file that cannot be read (${codeOf(error)})`);
    }
  });
  return [.../* @__PURE__ */ new Set([...node_tls__WEBPACK_IMPORTED_MODULE_6__.rootCertificates, ...system(), ...named])];
}
function system() {
  return typeof node_tls__WEBPACK_IMPORTED_MODULE_6__.getCACertificates === "function" ? (0,node_tls__WEBPACK_IMPORTED_MODULE_6__.getCACertificates)("system") : [];
}
var UNKNOWN_AUTHORITY = /* @__PURE__ */ new Set([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE"
]);
function isUnknownAuthority(error) {
  return UNKNOWN_AUTHORITY.has(codeOf(error));
}
function isAboutCertificate(error) {
  return causesOf(error).some((cause) => {
    const code = codeOf(cause);
    return UNKNOWN_AUTHORITY.has(code) || /^CERT_|^ERR_TLS_CERT|^(?:INVALID_CA|HOSTNAME_MISMATCH)$/.test(code);
  });
}

// src/adapters/http/agents.ts
var KEEP = { keepAlive: true, keepAliveMsecs: 3e4 };
var CONNECT_MS = 3e4;
var Agents = class {
  #variables;
  #plain = new Warm(KEEP);
  #tunnels = /* @__PURE__ */ new Map();
  #tls = new WarmTls(KEEP);
  #trust;
  constructor(variables) {
    this.#variables = variables;
  }
  /** @throws SettingError */
  route(url) {
    const { hostname, port, pathname, search } = url;
    const isTls = url.protocol === "https:";
    const host = hostname.replace(/^\[(.*)\]$/, "$1");
    const path = `${pathname}${search}`;
    const proxy = proxyFor(url, this.#variables);
    if (proxy === void 0) {
      const agent = isTls ? this.#tls : this.#plain;
      return { isTls, agent, host, port: port || (isTls ? "443" : "80"), path, headers: {} };
    }
    if (isTls) {
      return { isTls, agent: this.#tunnel(proxy), host, port: port || "443", path, headers: {} };
    }
    return {
      isTls: proxy.protocol === "https:",
      agent: proxy.protocol === "https:" ? this.#tls : this.#plain,
      host: proxy.hostname.replace(/^\[(.*)\]$/, "$1"),
      port: portOf(proxy),
      path: url.href,
      headers: proxyHeaders(proxy)
    };
  }
  /** Begins a connection that the first request to this server will find; that request reports how it went. */
  warm(url) {
    try {
      const { agent, host, port, path } = this.route(url);
      if (path !== url.href && (agent instanceof Warm || agent instanceof WarmTls)) {
        agent.warm(host, port);
      }
    } catch (error) {
      if (!(error instanceof SettingError)) {
        throw error;
      }
    }
  }
  /**
   * Accepts from now on whatever certificate anything on this machine accepts. Reading some hundred authorities takes
   * longer than a connection, so it is done where one failed for want of them.
   * @returns whether that is more than before
   * @throws SettingError
   */
  trustMore() {
    if (this.#trust !== void 0) {
      return false;
    }
    this.#trust = (0,node_tls__WEBPACK_IMPORTED_MODULE_6__.createSecureContext)({ ca: authorities(this.#variables) });
    this.#tls = new WarmTls({ ...KEEP, secureContext: this.#trust });
    this.#tunnels.clear();
    return true;
  }
  #tunnel(proxy) {
    const known = this.#tunnels.get(proxy.href);
    const agent = known ?? new TunnelAgent(proxy, this.#trust);
    this.#tunnels.set(proxy.href, agent);
    return agent;
  }
};
function portOf({ port, protocol }) {
  return port || (protocol === "https:" ? "443" : "80");
}
var Begun = class {
  #sockets = /* @__PURE__ */ new Map();
  add(host, port, socket) {
    if (socket instanceof node_net__WEBPACK_IMPORTED_MODULE_5__.Socket) {
      socket.on("error", () => void 0);
      socket.unref();
      this.#sockets.set(`${host}:${port}`, socket);
    }
  }
  take({ host, port }) {
    const key = `${String(host)}:${String(port)}`;
    const socket = this.#sockets.get(key);
    this.#sockets.delete(key);
    return socket?.destroyed === false ? socket.ref() : void 0;
  }
};
var Warm = class extends node_http__WEBPACK_IMPORTED_MODULE_1__.Agent {
  #begun = new Begun();
  warm(host, port) {
    this.#begun.add(host, port, super.createConnection({ host, port }));
  }
  createConnection(options, connected) {
    return this.#begun.take(options) ?? super.createConnection(options, connected);
  }
};
var WarmTls = class extends node_https__WEBPACK_IMPORTED_MODULE_2__.Agent {
  #begun = new Begun();
  warm(host, port) {
    const options = { ...this.options, host, port, servername: serverName(host) };
    this.#begun.add(host, port, super.createConnection(options));
  }
  createConnection(options, connected) {
    return this.#begun.take(options) ?? super.createConnection(options, connected);
  }
};
function serverName(host) {
  return (0,node_net__WEBPACK_IMPORTED_MODULE_5__.isIP)(host) === 0 ? host : "";
}
var TunnelAgent = class extends node_https__WEBPACK_IMPORTED_MODULE_2__.Agent {
  #proxy;
  #trust;
  constructor(proxy, trust) {
    super(KEEP);
    this.#proxy = proxy;
    this.#trust = trust;
  }
  createConnection(options, connected) {
    const host = options.host ?? "";
    const authority = `${(0,node_net__WEBPACK_IMPORTED_MODULE_5__.isIP)(host) === 6 ? `[${host}]` : host}:${options.port}`;
    const trusted = this.#trust === void 0 ? {} : { secureContext: this.#trust };
    const fail = (error) => connected?.(error, void 0);
    this.#connect(authority, trusted).then((socket) => {
      const secure = (0,node_tls__WEBPACK_IMPORTED_MODULE_6__.connect)({ ...trusted, socket, servername: serverName(host), host });
      secure.once("error", fail);
      secure.once("secureConnect", () => {
        secure.off("error", fail);
        connected?.(null, secure);
      });
    }).catch(fail);
  }
  #connect(authority, trusted) {
    const { hostname, protocol } = this.#proxy;
    const name = `${hostname}:${portOf(this.#proxy)}`;
    const options = {
      ...trusted,
      method: "CONNECT",
      host: hostname.replace(/^\[(.*)\]$/, "$1"),
      port: portOf(this.#proxy),
      path: authority,
      headers: { host: authority, ...proxyHeaders(this.#proxy) },
      agent: false,
      timeout: CONNECT_MS
    };
    return new Promise((resolve, reject) => {
      const request = protocol === "https:" ? (0,node_https__WEBPACK_IMPORTED_MODULE_2__.request)(options) : (0,node_http__WEBPACK_IMPORTED_MODULE_1__.request)(options);
      request.on("connect", ({ statusCode = 0 }, socket) => {
        if (statusCode === 200) {
          resolve(socket.setTimeout(0));
        } else {
          socket.destroy();
          reject(new SettingError(`the proxy ${name} answered ${statusCode} when it was asked for \`${authority}\``));
        }
      });
      request.on("response", ({ statusCode = 0 }) => {
        request.destroy();
        reject(new SettingError(`the proxy ${name} answered ${statusCode} when it was asked for \`${authority}\``));
      });
      request.on("timeout", () => request.destroy(new Error(`the proxy ${name} did not answer`)));
      request.on("error", reject);
      request.end();
    });
  }
};

// src/adapters/http/client.ts
var REDIRECTS = 3;
var REDIRECT_STATUSES = [301, 302, 303, 307, 308];
var IDLE_MS = 6e4;
var LEFT_BYTES = 64 * 1024;
var LEFT_MS = 20;
var RESET = ["ECONNRESET", "EPIPE"];
var Astray = class extends Error {
  name = "Astray";
};
function astrayIn(error) {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Astray) {
      return cause;
    }
  }
  return void 0;
}
var HttpClient = class {
  #agents;
  /** @param variables of the environment */
  constructor(variables) {
    this.#agents = new Agents(variables);
  }
  warm(url) {
    const parsed = URL.parse(url);
    if (parsed !== null) {
      this.#agents.warm(parsed);
    }
  }
  async send(request) {
    let current = request;
    for (let hop = 0; ; hop++) {
      const answer = await this.#sendOnce(current);
      const { status, headers } = answer;
      if (!REDIRECT_STATUSES.includes(status) || headers.location === void 0) {
        return answer;
      }
      await answer.leave();
      const url = redirectedTo(status, headers.location, current.url);
      if (hop === REDIRECTS) {
        throw new Astray(`it sends on more than ${REDIRECTS} times`);
      }
      current = status === 303 ? toSee({ ...current, url }) : { ...current, url };
    }
  }
  async #sendOnce(request) {
    request.signal.throwIfAborted();
    const url = new URL(request.url);
    for (let attempt = 1; ; attempt++) {
      const route = this.#agents.route(url);
      const sent = begin(request, route);
      try {
        return answerOf(await responseTo(sent, request.body), request.url);
      } catch (error) {
        if (request.signal.aborted) {
          throw error;
        }
        const isStale = request.isRepeatable === true && sent.reusedSocket && RESET.includes(codeOf(error));
        if (!(isUnknownAuthority(error) ? this.#agents.trustMore() : isStale && attempt === 1)) {
          throw error;
        }
      }
    }
  }
};
function begin({ method, headers, signal, url }, route) {
  const { isTls, agent, host, port, path } = route;
  const request = (isTls ? node_https__WEBPACK_IMPORTED_MODULE_2__.request : node_http__WEBPACK_IMPORTED_MODULE_1__.request)({
    agent,
    host,
    port,
    path,
    method,
    signal,
    headers: { host: new URL(url).host, "accept-encoding": "gzip", ...headers, ...route.headers }
  });
  request.setTimeout(IDLE_MS, () => request.destroy(new Error(`nothing came for ${IDLE_MS / 1e3} s`)));
  return request;
}
async function responseTo(request, body) {
  const response = new Promise((resolve, reject) => {
    request.once("response", resolve);
    request.on("error", reject);
  });
  if (body === void 0 || typeof body === "string" || body instanceof Uint8Array) {
    request.end(body);
  } else {
    (0,node_stream__WEBPACK_IMPORTED_MODULE_3__.pipeline)(node_stream__WEBPACK_IMPORTED_MODULE_3__.Readable.from(body), request, () => void 0);
  }
  return await response;
}
function answerOf(response, url) {
  const { statusCode = 0, headers } = response;
  const isPacked = /^(?:x-)?gzip$/i.test(headers["content-encoding"] ?? "");
  const stream = isPacked ? (0,node_stream__WEBPACK_IMPORTED_MODULE_3__.pipeline)(response, (0,node_zlib__WEBPACK_IMPORTED_MODULE_4__.createGunzip)(), () => void 0) : response;
  const source = stream[Symbol.asyncIterator]();
  const next = () => source.next();
  return {
    status: statusCode,
    headers,
    url,
    body: { [Symbol.asyncIterator]: () => ({ next }) },
    leave: () => leave(response, next)
  };
}
async function leave(response, next) {
  const drained = (async () => {
    for (let left = LEFT_BYTES; left > 0; ) {
      const { value, done } = await next();
      if (done === true) {
        return true;
      }
      left -= value.length;
    }
    return false;
  })().catch(() => false);
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, LEFT_MS, false);
  });
  const isRead = await Promise.race([drained, late]);
  clearTimeout(timer);
  if (!isRead) {
    response.destroy();
  }
}
function redirectedTo(status, location, from) {
  const to = URL.parse(location, from);
  if (to === null || !/^https?:$/.test(to.protocol)) {
    throw new Astray(`it answered ${status} and names no place to go on to`);
  }
  const { origin } = new URL(from);
  if (to.origin !== origin) {
    throw new Astray(`it sends on from \`${origin}\` to \`${to.origin}\`, and only the origin that was named is asked`);
  }
  return to.href;
}
function toSee({ body: _, headers, ...request }) {
  const kept = Object.entries(headers).filter(([name]) => name.toLowerCase() !== "content-type");
  return { ...request, headers: Object.fromEntries(kept), method: "GET" };
}




/***/ }),

/***/ 3367:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E9: () => (/* binding */ parseDuration),
/* harmony export */   Rz: () => (/* binding */ milliseconds),
/* harmony export */   ft: () => (/* binding */ DURATION)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// node_modules/ms/index.js
var require_ms = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__commonJS */ .P$)({
  "node_modules/ms/index.js"(exports, module) {
    var s = 1e3;
    var m = s * 60;
    var h = m * 60;
    var d = h * 24;
    var w = d * 7;
    var y = d * 365.25;
    module.exports = function(val, options) {
      options = options || {};
      var type = typeof val;
      if (type === "string" && val.length > 0) {
        return parse(val);
      } else if (type === "number" && isFinite(val)) {
        return options.long ? fmtLong(val) : fmtShort(val);
      }
      throw new Error(
        "val is not a non-empty string or a valid number. val=" + JSON.stringify(val)
      );
    };
    function parse(str) {
      str = String(str);
      if (str.length > 100) {
        return;
      }
      var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(
        str
      );
      if (!match) {
        return;
      }
      var n = parseFloat(match[1]);
      var type = (match[2] || "ms").toLowerCase();
      switch (type) {
        case "years":
        case "year":
        case "yrs":
        case "yr":
        case "y":
          return n * y;
        case "weeks":
        case "week":
        case "w":
          return n * w;
        case "days":
        case "day":
        case "d":
          return n * d;
        case "hours":
        case "hour":
        case "hrs":
        case "hr":
        case "h":
          return n * h;
        case "minutes":
        case "minute":
        case "mins":
        case "min":
        case "m":
          return n * m;
        case "seconds":
        case "second":
        case "secs":
        case "sec":
        case "s":
          return n * s;
        case "milliseconds":
        case "millisecond":
        case "msecs":
        case "msec":
        case "ms":
          return n;
        default:
          return void 0;
      }
    }
    function fmtShort(ms2) {
      var msAbs = Math.abs(ms2);
      if (msAbs >= d) {
        return Math.round(ms2 / d) + "d";
      }
      if (msAbs >= h) {
        return Math.round(ms2 / h) + "h";
      }
      if (msAbs >= m) {
        return Math.round(ms2 / m) + "m";
      }
      if (msAbs >= s) {
        return Math.round(ms2 / s) + "s";
      }
      return ms2 + "ms";
    }
    function fmtLong(ms2) {
      var msAbs = Math.abs(ms2);
      if (msAbs >= d) {
        return plural(ms2, msAbs, d, "day");
      }
      if (msAbs >= h) {
        return plural(ms2, msAbs, h, "hour");
      }
      if (msAbs >= m) {
        return plural(ms2, msAbs, m, "minute");
      }
      if (msAbs >= s) {
        return plural(ms2, msAbs, s, "second");
      }
      return ms2 + " ms";
    }
    function plural(ms2, msAbs, n, name) {
      var isPlural = msAbs >= n * 1.5;
      return Math.round(ms2 / n) + " " + name + (isPlural ? "s" : "");
    }
  }
});

// src/domain/duration.ts
var import_ms = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__toESM */ .f1)(require_ms(), 1);
var DURATION = /^\d{1,15}(?:\.\d{1,15})?(?:ms|s|m|h)$/;
var LONGEST_DURATION_MS = 24 * 60 * 60 * 1e3;
function parseDuration(text) {
  if (!DURATION.test(text)) {
    return void 0;
  }
  const milliseconds2 = (0, import_ms.default)(text);
  return milliseconds2 <= LONGEST_DURATION_MS ? milliseconds2 : void 0;
}
function milliseconds(text, otherwise) {
  return text === void 0 ? otherwise : parseDuration(text) ?? otherwise;
}




/***/ }),

/***/ 2240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ retry),
/* harmony export */   a: () => (/* binding */ retryDelay)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/ports/retry.ts
var MAX_ATTEMPTS = 5;
var MAX_RETRY_AFTER_MS = 6e4;
var FIRST_DELAY_MS = 500;
function retryDelay(fault, attempt, clock) {
  const { failure, retryAfterMs } = fault;
  if (retryAfterMs !== void 0 && retryAfterMs > MAX_RETRY_AFTER_MS) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .TagshipError */ .bP(
      "rate-limited",
      `${failure.what} The server asks to wait ${Math.ceil(retryAfterMs / 1e3)} s, and a run waits ${MAX_RETRY_AFTER_MS / 1e3} s at most.`,
      "Run the job again later; Cloudflare allows 1,200 API requests in five minutes.",
      { cause: failure }
    );
  }
  if (attempt >= MAX_ATTEMPTS) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .TagshipError */ .bP(failure.code, `${failure.what} It was tried ${attempt} times.`, failure.remedy, {
      location: failure.location,
      cause: failure
    });
  }
  const backoff = FIRST_DELAY_MS * 2 ** (attempt - 1) * (1 + clock.random() / 2);
  return Math.max(retryAfterMs ?? 0, backoff);
}
async function retry(clock, work) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .TransientError */ .N_)) {
        throw error;
      }
      await clock.sleep(retryDelay(error, attempt, clock));
    }
  }
}




/***/ }),

/***/ 7034:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   VD: () => (/* binding */ MAX_SOURCE),
/* harmony export */   o$: () => (/* binding */ readSource),
/* harmony export */   rI: () => (/* binding */ sourceText)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/ports/source-tree.ts
var MAX_SOURCE = 1024 * 1024;
var PROBED_BYTES = 8e3;
function sourceText(path, bytes) {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return buffer.subarray(0, PROBED_BYTES).includes(0) ? { path, kind: "none" } : { path, kind: "text", text: buffer.toString("utf8") };
}
var MAX_OWN = 25 * 1024 * 1024;
async function readSource(tree, path) {
  for await (const source of tree.readAll([path], MAX_OWN)) {
    return source;
  }
  return { path, kind: "none" };
}




/***/ }),

/***/ 663:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ require_valid),
/* harmony export */   E1: () => (/* binding */ trackOrder),
/* harmony export */   Fg: () => (/* binding */ markOf),
/* harmony export */   Rh: () => (/* binding */ followTrack),
/* harmony export */   d4: () => (/* binding */ rangeProblem),
/* harmony export */   er: () => (/* binding */ require_range),
/* harmony export */   "in": () => (/* binding */ require_gt),
/* harmony export */   oz: () => (/* binding */ isTracking)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8071);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// node_modules/semver/internal/lrucache.js
var require_lrucache = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/internal/lrucache.js"(exports, module) {
    "use strict";
    var LRUCache = class {
      constructor() {
        this.max = 1e3;
        this.map = /* @__PURE__ */ new Map();
      }
      get(key) {
        const value = this.map.get(key);
        if (value === void 0) {
          return void 0;
        } else {
          this.map.delete(key);
          this.map.set(key, value);
          return value;
        }
      }
      delete(key) {
        return this.map.delete(key);
      }
      set(key, value) {
        const deleted = this.delete(key);
        if (!deleted && value !== void 0) {
          if (this.map.size >= this.max) {
            const firstKey = this.map.keys().next().value;
            this.delete(firstKey);
          }
          this.map.set(key, value);
        }
        return this;
      }
    };
    module.exports = LRUCache;
  }
});

// node_modules/semver/functions/compare.js
var require_compare = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/functions/compare.js"(exports, module) {
    "use strict";
    var SemVer = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .require_semver */ .FY)();
    var compare = (a, b, loose) => new SemVer(a, loose).compare(new SemVer(b, loose));
    module.exports = compare;
  }
});

// node_modules/semver/functions/eq.js
var require_eq = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/functions/eq.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var eq = (a, b, loose) => compare(a, b, loose) === 0;
    module.exports = eq;
  }
});

// node_modules/semver/functions/neq.js
var require_neq = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/functions/neq.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var neq = (a, b, loose) => compare(a, b, loose) !== 0;
    module.exports = neq;
  }
});

// node_modules/semver/functions/gt.js
var require_gt = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/functions/gt.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var gt = (a, b, loose) => compare(a, b, loose) > 0;
    module.exports = gt;
  }
});

// node_modules/semver/functions/gte.js
var require_gte = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/functions/gte.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var gte = (a, b, loose) => compare(a, b, loose) >= 0;
    module.exports = gte;
  }
});

// node_modules/semver/functions/lt.js
var require_lt = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/functions/lt.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var lt = (a, b, loose) => compare(a, b, loose) < 0;
    module.exports = lt;
  }
});

// node_modules/semver/functions/lte.js
var require_lte = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/functions/lte.js"(exports, module) {
    "use strict";
    var compare = require_compare();
    var lte = (a, b, loose) => compare(a, b, loose) <= 0;
    module.exports = lte;
  }
});

// node_modules/semver/functions/cmp.js
var require_cmp = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/functions/cmp.js"(exports, module) {
    "use strict";
    var eq = require_eq();
    var neq = require_neq();
    var gt = require_gt();
    var gte = require_gte();
    var lt = require_lt();
    var lte = require_lte();
    var cmp = (a, op, b, loose) => {
      switch (op) {
        case "===":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a === b;
        case "!==":
          if (typeof a === "object") {
            a = a.version;
          }
          if (typeof b === "object") {
            b = b.version;
          }
          return a !== b;
        case "":
        case "=":
        case "==":
          return eq(a, b, loose);
        case "!=":
          return neq(a, b, loose);
        case ">":
          return gt(a, b, loose);
        case ">=":
          return gte(a, b, loose);
        case "<":
          return lt(a, b, loose);
        case "<=":
          return lte(a, b, loose);
        default:
          throw new TypeError(`Invalid operator: ${op}`);
      }
    };
    module.exports = cmp;
  }
});

// node_modules/semver/classes/comparator.js
var require_comparator = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/classes/comparator.js"(exports, module) {
    "use strict";
    var ANY = /* @__PURE__ */ Symbol("SemVer ANY");
    var Comparator = class _Comparator {
      static get ANY() {
        return ANY;
      }
      constructor(comp, options) {
        options = parseOptions(options);
        if (comp instanceof _Comparator) {
          if (comp.loose === !!options.loose) {
            return comp;
          } else {
            comp = comp.value;
          }
        }
        comp = comp.trim().split(/\s+/).join(" ");
        debug("comparator", comp, options);
        this.options = options;
        this.loose = !!options.loose;
        this.parse(comp);
        if (this.semver === ANY) {
          this.value = "";
        } else {
          this.value = this.operator + this.semver.version;
        }
        debug("comp", this);
      }
      parse(comp) {
        const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR];
        const m = comp.match(r);
        if (!m) {
          throw new TypeError(`Invalid comparator: ${comp}`);
        }
        this.operator = m[1] !== void 0 ? m[1] : "";
        if (this.operator === "=") {
          this.operator = "";
        }
        if (!m[2]) {
          this.semver = ANY;
        } else {
          this.semver = new SemVer(m[2], this.options.loose);
        }
      }
      toString() {
        return this.value;
      }
      test(version) {
        debug("Comparator.test", version, this.options.loose);
        if (this.semver === ANY || version === ANY) {
          return true;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        return cmp(version, this.operator, this.semver, this.options);
      }
      intersects(comp, options) {
        if (!(comp instanceof _Comparator)) {
          throw new TypeError("a Comparator is required");
        }
        if (this.operator === "") {
          if (this.value === "") {
            return true;
          }
          return new Range(comp.value, options).test(this.value);
        } else if (comp.operator === "") {
          if (comp.value === "") {
            return true;
          }
          return new Range(this.value, options).test(comp.semver);
        }
        options = parseOptions(options);
        if (options.includePrerelease && (this.value === "<0.0.0-0" || comp.value === "<0.0.0-0")) {
          return false;
        }
        if (!options.includePrerelease && (this.value.startsWith("<0.0.0") || comp.value.startsWith("<0.0.0"))) {
          return false;
        }
        if (this.operator.startsWith(">") && comp.operator.startsWith(">")) {
          return true;
        }
        if (this.operator.startsWith("<") && comp.operator.startsWith("<")) {
          return true;
        }
        if (this.semver.version === comp.semver.version && this.operator.includes("=") && comp.operator.includes("=")) {
          return true;
        }
        if (cmp(this.semver, "<", comp.semver, options) && this.operator.startsWith(">") && comp.operator.startsWith("<")) {
          return true;
        }
        if (cmp(this.semver, ">", comp.semver, options) && this.operator.startsWith("<") && comp.operator.startsWith(">")) {
          return true;
        }
        return false;
      }
    };
    module.exports = Comparator;
    var parseOptions = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .require_parse_options */ .LN)();
    var { safeRe: re, t } = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .require_re */ .YV)();
    var cmp = require_cmp();
    var debug = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .require_debug */ .Eb)();
    var SemVer = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .require_semver */ .FY)();
    var Range = require_range();
  }
});

// node_modules/semver/internal/trim-comparator-whitespace.js
var require_trim_comparator_whitespace = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/internal/trim-comparator-whitespace.js"(exports, module) {
    "use strict";
    var {
      MAX_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      WHITESPACE_CHARACTERS
    } = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .require_constants */ .Wh)();
    var whitespace = new Uint8Array(65536);
    for (const char of WHITESPACE_CHARACTERS) {
      whitespace[char.charCodeAt(0)] = 1;
    }
    var isWhitespace = (char) => char !== void 0 && whitespace[char.charCodeAt(0)] === 1;
    var isVersionPrefix = (char) => char === "v" || char === "=" || isWhitespace(char);
    var isDigit = (char) => char !== void 0 && char >= "0" && char <= "9";
    var isLetter = (char) => char !== void 0 && (char >= "a" && char <= "z" || char >= "A" && char <= "Z");
    var isIdentifierCharacter = (char) => isDigit(char) || isLetter(char) || char === "-";
    var isVersionStart = (char) => isDigit(char) || char === "x" || char === "X" || char === "*";
    var findDigitsEndIndex = (range, start, limit, digitRuns) => {
      if (!isDigit(range[start])) {
        return start;
      }
      if (start >= digitRuns.start && start < digitRuns.end) {
        return Math.min(start + limit, digitRuns.end);
      }
      if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
        return Math.min(start + limit, digitRuns.previousEnd);
      }
      let end = start + 1;
      while (isDigit(range[end])) {
        end++;
      }
      digitRuns.previousStart = digitRuns.start;
      digitRuns.previousEnd = digitRuns.end;
      digitRuns.start = start;
      digitRuns.end = end;
      return Math.min(start + limit, end);
    };
    var findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
      if (!loose && range[start] === "0") {
        return start + 1;
      }
      return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns);
    };
    var findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
      const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns);
      if (isLetter(range[digitsEnd]) || range[digitsEnd] === "-") {
        let end = digitsEnd + 1;
        const limit = end + MAX_SAFE_BUILD_LENGTH;
        while (end < limit && isIdentifierCharacter(range[end])) {
          end++;
        }
        return end;
      }
      return findVersionNumberEndIndex(range, start, loose, digitRuns);
    };
    var findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
      const hyphen = range[start] === "-";
      if (!loose && !hyphen) {
        return start;
      }
      const identifierStart = start + (hyphen ? 1 : 0);
      let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns);
      if (end === identifierStart) {
        if (!loose || !hyphen) {
          return start;
        }
        end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns);
      }
      while (range[end] === ".") {
        const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findBuildIdentifierEndIndex = (range, start) => {
      let end = start;
      while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
        end++;
      }
      return end;
    };
    var findBuildEndIndex = (range, start) => {
      if (range[start] !== "+") {
        return start;
      }
      let end = findBuildIdentifierEndIndex(range, start + 1);
      if (end === start + 1) {
        return start;
      }
      while (range[end] === ".") {
        const next = findBuildIdentifierEndIndex(range, end + 1);
        if (next === end + 1) {
          break;
        }
        end = next;
      }
      return end;
    };
    var findLooseFullVersionEndIndex = (range, start, digitRuns) => {
      let end = start;
      for (let component = 0; component < 3; component++) {
        const next = findVersionNumberEndIndex(range, end, true, digitRuns);
        if (next === end) {
          return start;
        }
        end = next;
        if (component < 2) {
          if (range[end] !== ".") {
            return start;
          }
          end++;
        }
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
      if (isDigit(range[start])) {
        return findVersionNumberEndIndex(range, start, false, digitRuns);
      }
      return isVersionStart(range[start]) ? start + 1 : start;
    };
    var findPartialVersionEndIndex = (range, start, digitRuns) => {
      let end = findPartialVersionComponentEndIndex(range, start, digitRuns);
      for (let component = 0; component < 2; component++) {
        if (range[end] !== ".") {
          return end;
        }
        const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns);
        if (next === end + 1) {
          return end;
        }
        end = next;
      }
      const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns);
      return findBuildEndIndex(range, prereleaseEnd);
    };
    var findVersionEndIndex = (range, start, digitRuns) => {
      const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns);
      return fullVersionEnd !== start ? fullVersionEnd : findPartialVersionEndIndex(range, start, digitRuns);
    };
    var findRemovableWhitespaceIndex = (range, matchStart) => {
      let position = matchStart;
      if (isWhitespace(range[position])) {
        position++;
      }
      if (range[position] === "<" || range[position] === ">") {
        position++;
      }
      if (range[position] === "=") {
        position++;
      }
      return isWhitespace(range[position]) ? position : -1;
    };
    var trimComparatorWhitespace = (range) => {
      let result = "";
      let copyFrom = 0;
      let cursor = 0;
      const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 };
      while (cursor < range.length) {
        const matchStart = cursor;
        if (range[cursor] === "<" || range[cursor] === ">") {
          cursor++;
        } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
          cursor++;
          continue;
        }
        while (cursor < range.length && isVersionPrefix(range[cursor])) {
          cursor++;
        }
        if (!isVersionStart(range[cursor])) {
          continue;
        }
        const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart);
        if (whitespacePosition !== -1) {
          result += range.slice(copyFrom, whitespacePosition);
          copyFrom = whitespacePosition + 1;
        }
        cursor = findVersionEndIndex(range, cursor, digitRuns);
      }
      return result + range.slice(copyFrom);
    };
    module.exports = trimComparatorWhitespace;
  }
});

// node_modules/semver/classes/range.js
var require_range = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/classes/range.js"(exports, module) {
    "use strict";
    var SPACE_CHARACTERS = /\s+/g;
    var Range = class _Range {
      constructor(range, options) {
        options = parseOptions(options);
        if (range instanceof _Range) {
          if (range.loose === !!options.loose && range.includePrerelease === !!options.includePrerelease) {
            return range;
          } else {
            return new _Range(range.raw, options);
          }
        }
        if (range instanceof Comparator) {
          this.raw = range.value;
          this.set = [[range]];
          this.formatted = void 0;
          return this;
        }
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        this.raw = range.trim().replace(SPACE_CHARACTERS, " ");
        this.set = this.raw.split("||").map((r) => this.parseRange(r.trim())).filter((c) => c.length);
        if (!this.set.length) {
          throw new TypeError(`Invalid SemVer Range: ${this.raw}`);
        }
        if (this.set.length > 1) {
          const first = this.set[0];
          this.set = this.set.filter((c) => !isNullSet(c[0]));
          if (this.set.length === 0) {
            this.set = [first];
          } else if (this.set.length > 1) {
            for (const c of this.set) {
              if (c.length === 1 && isAny(c[0])) {
                this.set = [c];
                break;
              }
            }
          }
        }
        this.formatted = void 0;
      }
      get range() {
        if (this.formatted === void 0) {
          this.formatted = "";
          for (let i = 0; i < this.set.length; i++) {
            if (i > 0) {
              this.formatted += "||";
            }
            const comps = this.set[i];
            for (let k = 0; k < comps.length; k++) {
              if (k > 0) {
                this.formatted += " ";
              }
              this.formatted += comps[k].toString().trim();
            }
          }
        }
        return this.formatted;
      }
      format() {
        return this.range;
      }
      toString() {
        return this.range;
      }
      parseRange(range) {
        range = range.replace(BUILDSTRIPRE, "");
        const memoOpts = (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) | (this.options.loose && FLAG_LOOSE);
        const memoKey = memoOpts + ":" + range;
        const cached = cache.get(memoKey);
        if (cached) {
          return cached;
        }
        const loose = this.options.loose;
        const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE];
        range = range.replace(hr, hyphenReplace(this.options.includePrerelease));
        debug("hyphen replace", range);
        range = trimComparatorWhitespace(range);
        debug("comparator trim", range);
        range = range.replace(re[t.TILDETRIM], tildeTrimReplace);
        debug("tilde trim", range);
        range = range.replace(re[t.CARETTRIM], caretTrimReplace);
        debug("caret trim", range);
        let rangeList = range.split(" ").map((comp) => parseComparator(comp, this.options)).join(" ").split(/\s+/).map((comp) => replaceGTE0(comp, this.options));
        if (loose) {
          rangeList = rangeList.filter((comp) => {
            debug("loose invalid filter", comp, this.options);
            return !!comp.match(re[t.COMPARATORLOOSE]);
          });
        }
        debug("range list", rangeList);
        const rangeMap = /* @__PURE__ */ new Map();
        const comparators = rangeList.map((comp) => new Comparator(comp, this.options));
        for (const comp of comparators) {
          if (isNullSet(comp)) {
            return [comp];
          }
          rangeMap.set(comp.value, comp);
        }
        if (rangeMap.size > 1 && rangeMap.has("")) {
          rangeMap.delete("");
        }
        const result = [...rangeMap.values()];
        cache.set(memoKey, result);
        return result;
      }
      intersects(range, options) {
        if (!(range instanceof _Range)) {
          throw new TypeError("a Range is required");
        }
        return this.set.some((thisComparators) => {
          return isSatisfiable(thisComparators, options) && range.set.some((rangeComparators) => {
            return isSatisfiable(rangeComparators, options) && thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options);
              });
            });
          });
        });
      }
      // if ANY of the sets match ALL of its comparators, then pass
      test(version) {
        if (!version) {
          return false;
        }
        if (typeof version === "string") {
          try {
            version = new SemVer(version, this.options);
          } catch (er) {
            return false;
          }
        }
        for (let i = 0; i < this.set.length; i++) {
          if (testSet(this.set[i], version, this.options)) {
            return true;
          }
        }
        return false;
      }
    };
    module.exports = Range;
    var LRU = require_lrucache();
    var cache = new LRU();
    var parseOptions = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .require_parse_options */ .LN)();
    var Comparator = require_comparator();
    var debug = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .require_debug */ .Eb)();
    var SemVer = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .require_semver */ .FY)();
    var trimComparatorWhitespace = require_trim_comparator_whitespace();
    var {
      safeRe: re,
      src,
      t,
      tildeTrimReplace,
      caretTrimReplace
    } = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .require_re */ .YV)();
    var { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .require_constants */ .Wh)();
    var BUILDSTRIPRE = new RegExp(src[t.BUILD], "g");
    var isNullSet = (c) => c.value === "<0.0.0-0";
    var isAny = (c) => c.value === "";
    var isSatisfiable = (comparators, options) => {
      let result = true;
      const remainingComparators = comparators.slice();
      let testComparator = remainingComparators.pop();
      while (result && remainingComparators.length) {
        result = remainingComparators.every((otherComparator) => {
          return testComparator.intersects(otherComparator, options);
        });
        testComparator = remainingComparators.pop();
      }
      return result;
    };
    var parseComparator = (comp, options) => {
      comp = comp.replace(re[t.BUILD], "");
      debug("comp", comp, options);
      comp = replaceCarets(comp, options);
      debug("caret", comp);
      comp = replaceTildes(comp, options);
      debug("tildes", comp);
      comp = replaceXRanges(comp, options);
      debug("xrange", comp);
      comp = replaceStars(comp, options);
      debug("stars", comp);
      return comp;
    };
    var isX = (id) => !id || id.toLowerCase() === "x" || id === "*";
    var invalidXRangeOrder = (M, m, p) => isX(M) && !isX(m) || isX(m) && p && !isX(p);
    var replaceTildes = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceTilde(c, options)).join(" ");
    };
    var replaceTilde = (comp, options) => {
      const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("tilde", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
        } else if (pr) {
          debug("replaceTilde pr", pr);
          ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
        } else {
          ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
        }
        debug("tilde return", ret);
        return ret;
      });
    };
    var replaceCarets = (comp, options) => {
      return comp.trim().split(/\s+/).map((c) => replaceCaret(c, options)).join(" ");
    };
    var replaceCaret = (comp, options) => {
      debug("caret", comp, options);
      const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET];
      const z = options.includePrerelease ? "-0" : "";
      return comp.replace(r, (_, M, m, p, pr) => {
        debug("caret", comp, _, M, m, p, pr);
        let ret;
        if (isX(M)) {
          ret = "";
        } else if (isX(m)) {
          ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`;
        } else if (isX(p)) {
          if (M === "0") {
            ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`;
          } else {
            ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`;
          }
        } else if (pr) {
          debug("replaceCaret pr", pr);
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p}-${pr} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p}-${pr} <${+M + 1}.0.0-0`;
          }
        } else {
          debug("no pr");
          if (M === "0") {
            if (m === "0") {
              ret = `>=${M}.${m}.${p} <${M}.${m}.${+p + 1}-0`;
            } else {
              ret = `>=${M}.${m}.${p} <${M}.${+m + 1}.0-0`;
            }
          } else {
            ret = `>=${M}.${m}.${p} <${+M + 1}.0.0-0`;
          }
        }
        debug("caret return", ret);
        return ret;
      });
    };
    var replaceXRanges = (comp, options) => {
      debug("replaceXRanges", comp, options);
      return comp.split(/\s+/).map((c) => replaceXRange(c, options)).join(" ");
    };
    var replaceXRange = (comp, options) => {
      comp = comp.trim();
      const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE];
      return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
        debug("xRange", comp, ret, gtlt, M, m, p, pr);
        if (invalidXRangeOrder(M, m, p)) {
          return comp;
        }
        const xM = isX(M);
        const xm = xM || isX(m);
        const xp = xm || isX(p);
        const anyX = xp;
        if (gtlt === "=" && anyX) {
          gtlt = "";
        }
        pr = options.includePrerelease ? "-0" : "";
        if (xM) {
          if (gtlt === ">" || gtlt === "<") {
            ret = "<0.0.0-0";
          } else {
            ret = "*";
          }
        } else if (gtlt && anyX) {
          if (xm) {
            m = 0;
          }
          p = 0;
          if (gtlt === ">") {
            gtlt = ">=";
            if (xm) {
              M = +M + 1;
              m = 0;
              p = 0;
            } else {
              m = +m + 1;
              p = 0;
            }
          } else if (gtlt === "<=") {
            gtlt = "<";
            if (xm) {
              M = +M + 1;
            } else {
              m = +m + 1;
            }
          }
          if (gtlt === "<") {
            pr = "-0";
          }
          ret = `${gtlt + M}.${m}.${p}${pr}`;
        } else if (xm) {
          ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`;
        } else if (xp) {
          ret = `>=${M}.${m}.0${pr} <${M}.${+m + 1}.0-0`;
        }
        debug("xRange return", ret);
        return ret;
      });
    };
    var replaceStars = (comp, options) => {
      debug("replaceStars", comp, options);
      return comp.trim().replace(re[t.STAR], "");
    };
    var replaceGTE0 = (comp, options) => {
      debug("replaceGTE0", comp, options);
      return comp.trim().replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], "");
    };
    var hyphenReplace = (incPr) => ($0, from, fM, fm, fp, fpr, fb, to, tM, tm, tp, tpr) => {
      if (isX(fM)) {
        from = "";
      } else if (isX(fm)) {
        from = `>=${fM}.0.0${incPr ? "-0" : ""}`;
      } else if (isX(fp)) {
        from = `>=${fM}.${fm}.0${incPr ? "-0" : ""}`;
      } else if (fpr) {
        from = `>=${from}`;
      } else {
        from = `>=${from}${incPr ? "-0" : ""}`;
      }
      if (isX(tM)) {
        to = "";
      } else if (isX(tm)) {
        to = `<${+tM + 1}.0.0-0`;
      } else if (isX(tp)) {
        to = `<${tM}.${+tm + 1}.0-0`;
      } else if (tpr) {
        to = `<=${tM}.${tm}.${tp}-${tpr}`;
      } else if (incPr) {
        to = `<${tM}.${tm}.${+tp + 1}-0`;
      } else {
        to = `<=${to}`;
      }
      return `${from} ${to}`.trim();
    };
    var testSet = (set, version, options) => {
      for (let i = 0; i < set.length; i++) {
        if (!set[i].test(version)) {
          return false;
        }
      }
      if (version.prerelease.length && !options.includePrerelease) {
        for (let i = 0; i < set.length; i++) {
          debug(set[i].semver);
          if (set[i].semver === Comparator.ANY) {
            continue;
          }
          if (set[i].semver.prerelease.length > 0) {
            const allowed = set[i].semver;
            if (allowed.major === version.major && allowed.minor === version.minor && allowed.patch === version.patch) {
              return true;
            }
          }
        }
        return false;
      }
      return true;
    };
  }
});

// node_modules/semver/functions/satisfies.js
var require_satisfies = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/functions/satisfies.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var satisfies2 = (version, range, options) => {
      try {
        range = new Range(range, options);
      } catch (er) {
        return false;
      }
      return range.test(version);
    };
    module.exports = satisfies2;
  }
});

// node_modules/semver/ranges/valid.js
var require_valid = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/semver/ranges/valid.js"(exports, module) {
    "use strict";
    var Range = require_range();
    var validRange2 = (range, options) => {
      try {
        return new Range(range, options).range || "*";
      } catch (er) {
        return null;
      }
    };
    module.exports = validRange2;
  }
});

// src/domain/track.ts
var import_satisfies = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__toESM */ .f1)(require_satisfies(), 1);
var import_valid = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__toESM */ .f1)(require_valid(), 1);
function rangeProblem(text) {
  return text.trim() === "" || (0, import_valid.default)(text) === null ? "expected a range of versions such as `^1.2.0`, `~1.4.0` or `1.x`" : void 0;
}
function versionsIn(range, versions) {
  return versions.filter((version) => (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .isVersion */ .lF)(version) && (0, import_satisfies.default)(version, range)).sort((one, other) => (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(other, one));
}
function markOf(range, versions) {
  return { range, newest: versionsIn(range, versions)[0] ?? null };
}
function followTrack(situation) {
  const { range, versions, current, quarantined, mark, stopped, unmet } = situation;
  const matching = versionsIn(range, versions);
  const [newest] = matching;
  const isInside = current !== void 0 && (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .isVersion */ .lF)(current) && (0, import_satisfies.default)(current, range);
  const candidates = matching.filter(
    (version) => version !== current && !(isInside && (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(version, current) < 0)
  );
  if (newest === void 0 || candidates.length === 0) {
    return { version: void 0, waiting: [] };
  }
  const all = (why) => ({
    version: void 0,
    waiting: candidates.slice(0, 1).map((version) => ({ version, why }))
  });
  if (stopped !== void 0) {
    return all(stopped);
  }
  if (mark !== void 0 && mark.range === range && mark.newest === newest) {
    return all("It was brought back by hand or by a gate, and neither the range nor its newest version has changed.");
  }
  const waiting = [];
  for (const version of candidates) {
    const why = quarantined.includes(version) ? "It is quarantined, since it was rolled back there." : unmet(version);
    if (why === void 0) {
      return { version, waiting };
    }
    waiting.push({ version, why });
  }
  return { version: void 0, waiting };
}
function isTracking(environments = {}) {
  return Object.values(environments).some(({ track }) => track !== void 0);
}
function trackOrder(environments) {
  const ordered = /* @__PURE__ */ new Set();
  const visiting = /* @__PURE__ */ new Set();
  const visit = (name) => {
    const environment = Object.hasOwn(environments, name) ? environments[name] : void 0;
    if (environment === void 0 || visiting.has(name)) {
      return;
    }
    visiting.add(name);
    const { requires, verify, track } = environment;
    const required = typeof requires === "object" ? requires.environment : requires;
    for (const other of [required, verify?.environment]) {
      if (other !== void 0) {
        visit(other);
      }
    }
    if (track !== void 0) {
      ordered.add(name);
    }
  };
  Object.keys(environments).forEach(visit);
  return [...ordered];
}




/***/ })

};

export const id = 3259;
export const ids = [3259];
export const modules = {

/***/ 3259:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs),
/* harmony export */   M: () => (/* binding */ misnamedInputs)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(61);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8130);
/* harmony import */ var _with_action_spec_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8685);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8935);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2591);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3367);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8071);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);










// src/action/inputs.ts
async function readInputs(given, environment, command, needsCloudflare = true) {
  const problems = [...unknownInputs(given, command)];
  const note = (error) => {
    if (!(error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP)) {
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
    cloudflare: readCloudflare(given, environment, needsCloudflare, check),
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
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP("input-missing", "The input `override` needs a reason.", "Say why in the input `reason`.")
    );
  }
  if (problems.length > 0 || own === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipErrors */ .g0(problems);
  }
  return { ...common, ...own };
}
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
var SCOPES = ["all", "changed"];
function readScope(given) {
  const text = given.get("scope") ?? "all";
  const scope = SCOPES.find((one) => one === text);
  if (scope === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`scope\` is \`${text}\`, which is no scope.`,
      `${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_7__/* .didYouMean */ .au)(text, SCOPES)} Give \`all\` or \`changed\`.`.trimStart()
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
function readNumber(given, name) {
  const text = given.get(name);
  const value = text === void 0 ? void 0 : Number(text);
  if (value !== void 0 && !Number.isFinite(value)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
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
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${name}\` is \`${given.get(name)}\`, which is no whole number of at least ${least}.`,
      `Give a number such as \`${least + 4}\`.`
    );
  }
  return value;
}
function readDuration(given, name, least) {
  const text = given.get(name);
  const value = text === void 0 ? void 0 : (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_6__/* .parseDuration */ .E9)(text);
  if (text !== void 0 && (value === void 0 || value < least)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${name}\` is \`${text}\`, which is no duration${least > 0 && value !== void 0 ? " that passes" : ""}.`,
      "Write it like `90s`, `10m` or `100ms`."
    );
  }
  return value;
}
function readPromotion(given) {
  const { patterns, environment } = readPlaces(given, "promote");
  const version = given.get("version");
  const from = given.get("from");
  if (version === void 0 === (from === void 0)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      version === void 0 ? "input-missing" : "input-invalid",
      version === void 0 ? "It is not said what to promote." : "Both `version` and `from` were given.",
      "Give either the input `version`, or `from` with the environment that runs it."
    );
  }
  if (from === environment) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
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
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`percentage\` is \`${given.get("percentage")}\`, which is no part of the users.`,
      "Give a number from 0 to less than 100."
    );
  }
  if (percentage !== void 0 && given.has("version")) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
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
function readEnvironment(given) {
  const environment = given.get("environment");
  return environment === void 0 ? void 0 : checkEnvironment(environment, "environment");
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
  const lines = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .linesOf */ .Dx)(given.get("components") ?? "");
  const environment = given.get("environment");
  const [at, since, until] = ["at", "since", "until"].map((name) => given.get(name));
  if (at !== void 0 && (since !== void 0 || until !== void 0)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      "The input `at` was given together with `since` or `until`.",
      "Give either one point in time, or a range."
    );
  }
  if (until !== void 0 && since === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
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
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP("input-invalid", "The range ends before it begins.", "Exchange `since` and `until`.");
  }
  return {
    patterns: lines.length === 0 ? void 0 : checkPatterns(lines),
    environment: environment === void 0 ? void 0 : checkEnvironment(environment, "environment"),
    when: range !== void 0 ? { kind: "range", ...range } : at !== void 0 ? { kind: "at", at: await readTime(at, "at") } : { kind: "now" },
    page: readPagePath(given, workspace)
  };
}
function readCompare(given) {
  const { patterns, environment } = readPlaces(given, "compare");
  const [component = "", ...others] = patterns;
  if (others.length > 0 || (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .isGlob */ .fg)(component)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      "The input `components` names more than one component, and `compare` compares one.",
      "Give one line such as `prompts/extraction`."
    );
  }
  const other = checkEnvironment(required(given, "with", "compare"), "with");
  if (other === environment) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
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
  const lines = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .linesOf */ .Dx)(given.get("components") ?? "");
  const [since, until] = [given.get("since"), given.get("until")];
  const request = {
    environment: checkEnvironment(required(given, "environment", "backtest"), "environment"),
    patterns: lines.length === 0 ? void 0 : checkPatterns(lines),
    since: since === void 0 ? void 0 : await readTime(since, "since"),
    until: until === void 0 ? void 0 : await readTime(until, "until")
  };
  if (request.since !== void 0 && request.until !== void 0 && request.until < request.since) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP("input-invalid", "The range ends before it begins.", "Exchange `since` and `until`.");
  }
  return request;
}
function readPagePath(given, workspace) {
  const text = given.get("page");
  const inside = workspace !== void 0 && text?.startsWith(`${workspace}/`) === true;
  const path = (inside ? text.slice(workspace.length + 1) : text)?.replace(/^(?:\.\/+)+/, "");
  if (path !== void 0 && !/^(?!\/|.*(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$))[^\\\u0000-\u001f]+$/i.test(path)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`page\` is \`${text}\`, which is no file in the workspace.`,
      "Give a path such as `history/index.html`."
    );
  }
  return path;
}
function readPlaces(given, command) {
  return {
    patterns: checkPatterns(requiredLines(given, "components", command)),
    environment: checkEnvironment(required(given, "environment", command), "environment")
  };
}
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
  const lines = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .linesOf */ .Dx)(given.get(name) ?? "");
  if (lines.length === 0) {
    throw needed(name, command);
  }
  return lines;
}
function needed(name, command) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
    "input-missing",
    `The command \`${command}\` needs the input \`${name}\`.`,
    NEEDED_HINTS[name] ?? "Give it in the `with:` of the step."
  );
}
function checkVersion(version, input = "version") {
  if (!(0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_8__/* .isVersion */ .lF)(version)) {
    const meant = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_8__/* .meantVersion */ .YZ)(version) ?? "";
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${input}\` is \`${version}\`, which is no version.`,
      (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_8__/* .isVersion */ .lF)(meant) ? `Did you mean \`${meant}\`?` : "Give a version such as `v1.1.0`."
    );
  }
  return version;
}
function checkEnvironment(environment, input) {
  if ((0,_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentProblem */ .f5)(environment) !== void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      (0,_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .isReservedEnvironment */ .As)(environment) ? "environment-reserved" : "input-invalid",
      `The input \`${input}\` is \`${environment}\`, which is no environment.`,
      "Give the name of an environment, such as `production`."
    );
  }
  return environment;
}
function checkPatterns(lines) {
  const wrong = lines.find((line) => !/^[^/\s]+(?:\/[^/\s]+)+$/.test(line) && line !== "**");
  if (wrong !== void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`components\` has the line \`${wrong}\`, which is not \`type/name\`.`,
      "Write lines such as `prompts/extraction` or `prompts/*`."
    );
  }
  return lines;
}
async function readTime(text, input) {
  const full = text.replace(/^(\d{4}-\d{2}-\d{2})[ t]/, "$1T").replace(/(T\d{2}:\d{2})(?=[Zz+-])/, "$1:00").replace(/([+-]\d{2})(\d{2})$/, "$1:$2").replace(/z$/, "Z");
  const { moment } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(3381)]).then(__webpack_require__.bind(__webpack_require__, 3381));
  if (!moment.safeParse(full).success) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`${input}\` is \`${text}\`, which is no time with a zone.`,
      "Write it in ISO 8601, such as `2026-05-05T14:47:00+02:00` or `2026-05-05T12:47:00Z`."
    );
  }
  return Math.floor(Date.parse(full) / 1e3);
}
function readCloudflare(given, environment, needed2, check) {
  const token = given.get("cloudflare-api-token") ?? environment.CLOUDFLARE_API_TOKEN;
  const account = given.get("cloudflare-account-id") ?? environment.CLOUDFLARE_ACCOUNT_ID;
  const absent = (value) => !needed2 && (value ?? "").trim() === "";
  return {
    token: absent(token) ? "" : check(() => secret(token, "cloudflare-api-token", "CLOUDFLARE_API_TOKEN"), ""),
    accountId: absent(account) ? "" : check(() => readAccount(account), ""),
    baseUrl: environment.CLOUDFLARE_BASE_URL?.trim() || void 0
  };
}
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
    const spec = isInput(name) ? _with_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc[name] : void 0;
    if (spec === void 0) {
      yield misnamed(name, takes);
    } else if (spec.commands !== "all" && !spec.commands.includes(command)) {
      yield new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
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
  return Object.hasOwn(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc, name);
}
function misnamed(name, remedy) {
  const alias = ALIASES.get(name.replace(/[-_]/g, ""));
  const hint = alias === void 0 ? (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_7__/* .didYouMean */ .au)(name, Object.keys(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc)) : ` Did you mean \`${alias}\`?`;
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP("input-unknown", `There is no input \`${name}\`.`, `${hint} ${remedy}`.trimStart());
}
function takenBy(command) {
  return Object.entries(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc).filter(([, { commands }]) => commands === "all" || commands.includes(command)).map(([name]) => name);
}
function readConfigPath(given) {
  const path = (given.get("config") ?? _with_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .INPUTS */ .mc.config.default).replace(/^(?:\.\/)+/, "");
  if (path.startsWith("/") || path.split("/").some((part) => part === "" || part === ".." || part === ".")) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`config\` is \`${path}\`, which is no path inside the repository.`,
      "Give a path such as `.github/tagship.yml`."
    );
  }
  return path;
}
function readNamespaces(given) {
  const value = given.get("kv-namespace");
  const rules = value === void 0 ? [] : (0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_1__/* .parseNamespaceInput */ .Zy)(value);
  if ("problem" in rules) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      `The input \`kv-namespace\` cannot be read: ${rules.problem}.`,
      "Give one namespace, or only lines of `environment-glob: namespace`."
    );
  }
  return rules;
}
function secret(value, input, variable) {
  const text = value?.trim() ?? "";
  if (text === "") {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "token-missing",
      `There is no \`${input}\`.`,
      `Pass it as the input \`${input}\` from a secret, or set the environment variable \`${variable}\`.`
    );
  }
  if (/[^\x21-\x7e]/.test(text)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
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
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "account-missing",
      "There is no `cloudflare-account-id`.",
      "Pass it as the input `cloudflare-account-id`, or set the environment variable `CLOUDFLARE_ACCOUNT_ID`."
    );
  }
  if (!/^[0-9a-z]{1,32}$/i.test(text)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-invalid",
      "The input `cloudflare-account-id` is not the id of an account.",
      "Copy the 32 hex digits from the URL of the Cloudflare dashboard."
    );
  }
  return text;
}
function readBoolean(given, name, fallback) {
  const value = given.get(name);
  if (value === void 0) {
    return fallback;
  }
  if (/^(?:true|false)$/i.test(value)) {
    return value.toLowerCase() === "true";
  }
  throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
    "input-invalid",
    `The input \`${name}\` is \`${value}\`, which is neither \`true\` nor \`false\`.`,
    "Give `true` or `false`."
  );
}
function readOverride(given) {
  const accepted = /* @__PURE__ */ new Set();
  const names = Object.keys(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_3__/* .OVERRIDES */ .u3);
  for (const line of (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .linesOf */ .Dx)(given.get("override") ?? "")) {
    const known = names.find((name) => name === line);
    if (known === void 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
        "input-invalid",
        `The input \`override\` names \`${line}\`, which is no check.`,
        `${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_7__/* .didYouMean */ .au)(line, names)} Known: ${names.join(", ")}.`.trimStart()
      );
    }
    accepted.add(known);
  }
  return accepted;
}
function readSelection(given) {
  const tag = given.get("tag");
  const components = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .linesOf */ .Dx)(given.get("components") ?? "");
  const environment = given.get("environment");
  if (tag !== void 0 && (components.length > 0 || environment !== void 0)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
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
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
      "input-missing",
      `The input \`${components.length === 0 ? "environment" : "components"}\` was given without \`${components.length === 0 ? "components" : "environment"}\`.`,
      "Give both, or neither to deploy the pushed tag."
    );
  }
  checkPatterns(components);
  checkEnvironment(environment, "environment");
  return { by: "components", patterns: components, environment };
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




/***/ })

};

export const id = 8989;
export const ids = [8989];
export const modules = {

/***/ 8989:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctor: () => (/* binding */ doctor)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5747);
/* harmony import */ var _with_reconcile_expectations_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8195);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3185);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4599);
/* harmony import */ var _with_engine_content_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8033);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2240);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(99);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1092);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4206);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7271);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(663);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(4385);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(2348);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(8962);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(4301);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(4923);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(8130);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(2591);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(3798);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(9325);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_45__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_46__ = __webpack_require__(8071);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_47__ = __webpack_require__(1592);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_48__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_49__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_50__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



















































// src/commands/doctor/cloudflare.ts
var DAY_MS = 24 * 60 * 60 * 1e3;
var SOON_DAYS = 30;
async function checkCloudflare(setUp) {
  try {
    const namespaces = await setUp.namespaces();
    return [
      (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`The token is valid for this account and may read its KV: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__/* .count */ .U9)(namespaces.length, "namespace")}.`),
      (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(
        "Whether the token may write KV cannot be asked: only a write shows it.",
        "Make sure in the Cloudflare dashboard that it has Workers KV Storage: Edit."
      ),
      ...ending(await stateOf(setUp), setUp.ports.clock.now())
    ];
  } catch (error) {
    const [first] = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .toTagshipErrors */ .XF)(error);
    if (first?.code !== "kv-auth") {
      throw error;
    }
    return [(0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .broken */ .mw)(refused(first, await stateOf(setUp)))];
  }
}
async function stateOf(setUp) {
  return await setUp.ports.facts.cloudflareToken().catch(() => ({ status: "unknown", expires: void 0 }));
}
function refused(error, { status }) {
  switch (status) {
    case "active":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .TagshipError */ .bP(
        "kv-auth",
        "The Cloudflare token is valid, but may not read KV in this account.",
        "Give the token the permission Workers KV Storage: Edit on this account, and check `cloudflare-account-id`.",
        { cause: error }
      );
    case "disabled":
    case "expired":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .TagshipError */ .bP(
        "kv-auth",
        `The Cloudflare token is ${status}.`,
        "Make a new one with the permission Workers KV Storage: Edit, and put it into the secret.",
        { cause: error }
      );
    case "unknown":
      return error;
  }
}
function ending({ expires }, now) {
  return expires === void 0 || expires - now > SOON_DAYS * DAY_MS ? [] : [
    (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(
      `The Cloudflare token ends in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__/* .duration */ .p0)(Math.max(0, expires - now))}, on ${new Date(expires).toISOString().slice(0, 10)}.`,
      "Roll it in the Cloudflare dashboard, and put the new one into the secret."
    )
  ];
}

// src/domain/doctor/names.ts
function namesOfNothing(config, { environments, tags, tagNames }) {
  const slots = [...tags.values()].flatMap(
    ({ component, versions, environments: own }) => [...versions.keys(), ...own.keys()].map((slot) => `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_44__/* .componentId */ .nV)(component)}@${slot}`)
  );
  return [
    ...(0,_with_reconcile_expectations_js__WEBPACK_IMPORTED_MODULE_2__/* .idleNames */ .hI)(config, environments).map(
      ({ key, name, effect, hint }) => (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(
        `\`${key}\` names the environment \`${name}\`, and no tag and no entry of the ledger has ${(0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_32__/* .isGlob */ .fg)(name) ? "one that fits" : "it"}: ${effect}.`,
        `${hint} Correct the name or remove it; leave it if the environment is still to come.`.trimStart()
      )
    ),
    ...config.ignore.filter((glob) => !matchesAny(glob, tagNames)).map((glob) => (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(`\`ignore\` has \`${glob}\`, which fits no tag.`, "Correct the glob or remove it.")),
    ...config.pins.filter((glob) => !matchesAny(glob, slots)).map((glob) => (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(`\`pins\` has \`${glob}\`, which fits nothing.`, "Correct the glob or remove it."))
  ];
}
function matchesAny(glob, names) {
  const matches = (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_32__/* .globMatcher */ .fU)(glob);
  for (const name of names) {
    if (matches(name)) {
      return true;
    }
  }
  return false;
}

// src/commands/doctor/configuration.ts
async function checkConfiguration(setUp) {
  const config = await setUp.config();
  const { refs } = await setUp.listing();
  const environments = await setUp.environments();
  const named = { environments, tags: await setUp.tags(), tagNames: refs.tags.map(({ name }) => name) };
  return [
    await fileOf(setUp, refs.head),
    // Before the first tag every name is still to come.
    ...refs.tags.length === 0 ? [] : namesOfNothing(config, named),
    ...live(config, environments)
  ];
}
async function fileOf({ settings, ports }, head) {
  const { configPath } = settings;
  const found = head === void 0 ? void 0 : await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_22__/* .lookUp */ .TE)(ports.repository, head, configPath);
  return found?.kind === "file" ? (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`\`${configPath}\` on the default branch is valid.`) : (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(`There is no \`${_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .DEFAULT_CONFIG_PATH */ .Bi}\` on the default branch, so the defaults hold.`);
}
function live({ live: globs }, environments) {
  const isLive = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_13__/* .environmentMatcher */ .I5)(globs);
  return environments.size === 0 || [...environments].some(isLive) ? [] : [
    (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(
      "No environment is `live`, so `@latest` follows all of them.",
      "Name the environments that serve users under `live`."
    )
  ];
}

// src/commands/doctor/set-up.ts
var SetUp = class {
  request;
  settings;
  ports;
  content;
  #kv;
  listing = once(() => this.#list());
  config = once(() => this.#readConfig());
  ledger = once(() => this.#openLedger());
  observed = once(() => this.#observe());
  namespaces = once(() => this.#listNamespaces());
  environments = once(() => this.#environments());
  constructor(request, settings, ports) {
    this.request = request;
    this.settings = { ...settings, onConfig: void 0 };
    this.#kv = ports.kv;
    const kv = readOnlyKv(ports.kv, () => this.namespaces());
    this.ports = { ...ports, kv, repository: readOnlyRepository(ports.repository) };
    this.content = new _with_engine_content_js__WEBPACK_IMPORTED_MODULE_7__/* .ContentReader */ .pC(this.ports.repository);
  }
  /** Whether an environment is to be checked. */
  asks(environment) {
    return (this.request.environment ?? environment) === environment;
  }
  /** Where the ledger is, by the configuration; by default where that cannot be read. */
  async ledgerRef() {
    return await this.config().then(
      ({ ledger }) => ledger?.ref ?? _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .DEFAULT_LEDGER_REF */ .ox,
      () => _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .DEFAULT_LEDGER_REF */ .ox
    );
  }
  /** The namespaces that inputs and configuration name. */
  async rules() {
    return [...this.settings.namespaces, ...(0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .configRules */ .GF)(await this.config())];
  }
  /** All tags of components, by the rules of the configuration. */
  async tags() {
    return (await this.listing()).tags;
  }
  async #list() {
    const { repository } = this.ports;
    const listed = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .listTags */ .cB)(repository, this.content, ["components/", "logic/"], _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_31__/* .USUAL_RULES */ .BM, void 0, [
      _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .DEFAULT_LEDGER_REF */ .ox
    ]);
    const config = await this.#configAt(listed.refs.head).catch(() => void 0);
    const rules = config === void 0 ? _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_31__/* .USUAL_RULES */ .BM : (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_31__/* .tagRules */ .w8)(config);
    return rules.areUsual ? listed : (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .withRules */ .O2)(listed, rules);
  }
  async #readConfig() {
    return await this.#configAt((await this.listing()).refs.head);
  }
  async #configAt(head) {
    const { repository } = this.ports;
    const { configPath } = this.settings;
    if (head !== void 0) {
      await repository.load([head], "trees");
      await repository.load(await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .policyObjects */ .HX)(repository, head, configPath), "objects");
    }
    return await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .readConfig */ .Xg)(repository, head, configPath);
  }
  async #openLedger() {
    const { repository } = this.ports;
    const ref = await this.ledgerRef();
    const { tips } = (await this.listing()).refs;
    const tip = ref === _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .DEFAULT_LEDGER_REF */ .ox ? tips.get(ref) : (await repository.tips([ref])).get(ref);
    const ledger = tip === void 0 ? void 0 : await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_9__/* .LedgerSnapshot */ .g.open(repository, tip);
    await ledger?.count();
    return ledger;
  }
  async #observe() {
    await this.config();
    await this.ledger();
    return await _with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .Session */ .Nn.open(this.settings, this.ports, () => [], { whole: true });
  }
  async #listNamespaces() {
    const { token, account } = this.settings.cloudflare;
    if (!token) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .TagshipError */ .bP(
        "token-missing",
        "There is no `cloudflare-api-token`.",
        "Pass it as the input `cloudflare-api-token` from a secret, or set the environment variable `CLOUDFLARE_API_TOKEN`."
      );
    }
    if (!account) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .TagshipError */ .bP(
        "account-missing",
        "There is no `cloudflare-account-id`.",
        "Pass it as the input `cloudflare-account-id`, or set the environment variable `CLOUDFLARE_ACCOUNT_ID`."
      );
    }
    return await (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_8__/* .retry */ .L)(this.ports.clock, () => this.#kv.namespaces());
  }
  async #environments() {
    const ledger = await this.ledger().catch(() => void 0);
    return await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .environmentsOf */ .M2)({ tags: await this.tags(), ledger });
  }
};
async function attempt(work) {
  try {
    return await work();
  } catch (error) {
    return (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .broken */ .mw)(ofSetUp(error)[0] ?? new _with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .TagshipError */ .bP("internal", String(error), "Report it."));
  }
}
function ofSetUp(thrown) {
  const errors = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .toTagshipErrors */ .XF)(thrown);
  if (errors.some(({ code }) => code === "cancelled" || code === "internal" || code === "runner-unusable")) {
    throw thrown;
  }
  return errors;
}
function once(work) {
  let done;
  return () => {
    done ??= work();
    return done;
  };
}
async function refuse() {
  throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .TagshipError */ .bP("internal", "A check was about to write.", "Report it.");
}
function readOnlyKv(kv, namespaces) {
  return {
    namespaces,
    read: (namespace, keys) => kv.read(namespace, keys),
    page: (namespace, cursor) => kv.page(namespace, cursor),
    values: (namespace, keys) => kv.values(namespace, keys),
    exactValues: (namespace, keys) => kv.exactValues(namespace, keys),
    write: refuse,
    remove: refuse
  };
}
function readOnlyRepository(repository) {
  return {
    refs: (prefixes, names) => repository.refs(prefixes, names),
    tips: (names) => repository.tips(names),
    load: (oids, depth, budget) => repository.load(oids, depth, budget),
    loadPresent: (oids) => repository.loadPresent(oids),
    log: (tip, limit) => repository.log(tip, limit),
    reachable: (tip, commits) => repository.reachable(tip, commits),
    read: (oid) => repository.read(oid),
    readAll: (oids) => repository.readAll(oids),
    serverTime: () => repository.serverTime(),
    mayPush: () => repository.mayPush(),
    abandon: () => repository.abandon(),
    push: refuse
  };
}

// src/commands/doctor/github.ts
async function checkGithub(setUp) {
  const { refs } = await setUp.listing();
  const facts = [
    (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`The token may read the repository: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__/* .count */ .U9)(refs.tags.length, "tag")} under \`components/\` and \`logic/\`.`)
  ];
  const push = await setUp.ports.repository.mayPush().then(
    () => (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)("The token may push, so tags can be moved and the ledger is kept."),
    (error) => lesserOf(error)
  );
  facts.push(push);
  for (const what of await wanted(setUp)) {
    facts.push(
      await setUp.ports.facts.mayRead(what).then(
        () => (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`The token may read ${what.replace("-", " ")}; whether it may write them shows only when it does.`),
        (error) => lesserOf(error)
      )
    );
  }
  return facts;
}
async function wanted(setUp) {
  const config = await setUp.config().catch(() => void 0);
  const deploys2 = Object.values(config?.environments ?? {}).some(({ deployments }) => deployments === true);
  return [
    ...config?.["post-mortem"] === false ? [] : ["issues"],
    ...deploys2 ? ["deployments"] : [],
    "pull-requests"
  ];
}
function lesserOf(error) {
  const [first] = ofSetUp(error);
  if (first === void 0) {
    throw error;
  }
  return first.code === "git-auth" ? (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .broken */ .mw)(first) : (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .lesser */ .Zh)(first);
}

// src/commands/doctor/ledger.ts
async function checkLedger(setUp) {
  const ref = await setUp.ledgerRef();
  const ledger = await setUp.ledger();
  if (ledger === void 0) {
    return [(0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(`There is no ledger at \`${ref}\` yet: the first move begins one.`)];
  }
  const age = Math.max(0, setUp.ports.clock.now() - ledger.time * 1e3);
  return [
    (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(
      `The ledger at \`${ref}\` can be read: number ${ledger.number}, of ${(0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_4__/* .isoTime */ .L)(ledger.time)}, ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__/* .duration */ .p0)(age)} old.`
    )
  ];
}

// src/commands/doctor/metrics.ts
async function checkMetrics(setUp) {
  const { environments } = await setUp.config();
  const gated = Object.entries(environments).filter(([name, { gate }]) => gate !== void 0 && setUp.asks(name));
  if (gated.length === 0) {
    return [(0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)("No environment has a gate.", "Describe one under `environments`, so that `guard` can roll back.")];
  }
  const metrics = await setUp.ports.metrics();
  const facts = [];
  for (const [environment, { gate }] of gated) {
    const subject = await subjectIn(environment, setUp);
    if (subject === void 0) {
      facts.push((0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(`The gate of \`${environment}\` was not checked: nothing runs there yet.`));
      continue;
    }
    try {
      for (const metric of (0,_with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_39__/* .gatePolicyOf */ .f)(gate)?.metrics ?? []) {
        facts.push(...await factsOf(metric, environment, subject, metrics));
      }
    } catch (error) {
      facts.push(...ofSetUp(error).map(_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .lesser */ .Zh));
    }
  }
  return facts;
}
async function factsOf(metric, environment, subject, metrics) {
  const name = `\`${metric.name}\` of \`${environment}\` (${metric.source.provider})`;
  try {
    const advice = await metrics.check(metric, subject);
    return [
      (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`The metric ${name} can be asked, as far as that shows without measuring.`),
      ...advice.map(
        (sentence) => (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(`In \`${environment}\`: ${sentence}`, "Correct the metric in the configuration.")
      )
    ];
  } catch (error) {
    return ofSetUp(error).map(({ what, remedy }) => (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(`The metric ${name}: ${what}`, remedy));
  }
}
async function subjectIn(environment, setUp) {
  const { view } = await setUp.observed();
  const now = setUp.ports.clock.now();
  for (const tags of view.tags.values()) {
    const ref = tags.environments.get(environment);
    const version = ref === void 0 ? void 0 : view.versionOf(tags, ref)?.version;
    if (version !== void 0) {
      return { component: tags.component, environment, version, previous: void 0, since: now, elapsed: 0 };
    }
  }
  return void 0;
}

// src/commands/doctor/namespaces.ts
async function checkNamespaces(setUp) {
  const rules = await setUp.rules();
  if (rules.length === 0) {
    return [
      (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .broken */ .mw)(
        new _with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .TagshipError */ .bP(
          "namespace-missing",
          "No KV namespace is named anywhere.",
          "Add `namespaces` to the configuration on the default branch, or give the input `kv-namespace`."
        )
      )
    ];
  }
  const all = await setUp.namespaces();
  const known = [...await setUp.environments()].filter((environment) => setUp.asks(environment)).sort();
  const facts = [];
  const placed = /* @__PURE__ */ new Map();
  for (const rule of rules) {
    const own = known.filter((environment) => (0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_19__/* .ruleFor */ .sG)(rules, environment) === rule);
    const asked = own.length > 0 || setUp.request.environment !== void 0 ? own : [rule.glob];
    for (const [id, environments] of await resolved(rule, asked, setUp, facts)) {
      const here = environments.filter((environment) => own.includes(environment));
      placed.set(id, [...placed.get(id) ?? [], ...here]);
    }
  }
  for (const [id, environments] of placed) {
    facts.push(await attempt(() => factOf(id, environments, all, setUp)));
  }
  const tagged = new Set([...(await setUp.tags()).values()].flatMap((one) => [...one.environments.keys()]));
  for (const environment of known.filter((name) => tagged.has(name) && (0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_19__/* .ruleFor */ .sG)(rules, name) === void 0)) {
    const namespaces = new _with_engine_content_js__WEBPACK_IMPORTED_MODULE_7__/* .Namespaces */ .Bq(rules, sourcesOf(setUp));
    facts.push(await attempt(async () => (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(await namespaces.idOf(environment))));
  }
  return facts;
}
async function resolved(rule, environments, setUp, facts) {
  const found = /* @__PURE__ */ new Map();
  const problems = /* @__PURE__ */ new Map();
  const namespaces = new _with_engine_content_js__WEBPACK_IMPORTED_MODULE_7__/* .Namespaces */ .Bq([rule], sourcesOf(setUp));
  for (const environment of environments) {
    try {
      const id = await namespaces.idOf(environment);
      found.set(id, [...found.get(id) ?? [], environment]);
    } catch (error) {
      for (const one of ofSetUp(error)) {
        problems.set(one.message, one);
      }
    }
  }
  facts.push(...[...problems.values()].map(_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .broken */ .mw));
  return found;
}
function sourcesOf(setUp) {
  const { kv, clock, repository } = setUp.ports;
  return { kv, clock, wrangler: async () => await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .readWrangler */ .RB)(repository, (await setUp.listing()).refs.head) };
}
async function factOf(id, environments, all, setUp) {
  const { kv, clock } = setUp.ports;
  const title = all.find((one) => one.id === id)?.title;
  if (title === void 0) {
    return (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .broken */ .mw)(
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .TagshipError */ .bP(
        "namespace-unknown",
        `The Cloudflare account has no KV namespace ${id}${forEnvironments(environments)}.`,
        "Correct the id, or check that `cloudflare-account-id` is the account the namespace is in."
      )
    );
  }
  const metadata = (await (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_8__/* .retry */ .L)(clock, () => kv.read(id, [_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .INDEX_KEY */ .lr]))).get(_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .INDEX_KEY */ .lr)?.metadata;
  const owner = (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_6__/* .ownership */ .k)(metadata, [setUp.settings.repositoryName, ...(await setUp.config()).formerly]);
  if (owner === "foreign") {
    return (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .broken */ .mw)(
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .TagshipError */ .bP(
        "key-foreign",
        `The index \`${_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .INDEX_KEY */ .lr}\` in the namespace \`${title}\` (${id})${forEnvironments(environments)} belongs to another repository.`,
        "Give each repository namespaces of its own. If this repository was renamed, name the old one under `formerly`."
      )
    );
  }
  const mark = owner === "own" ? (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .ledgerMarkOf */ .uU)(metadata) : void 0;
  if (mark !== void 0) {
    await (await setUp.observed()).session.applierOptions.verifyLedger(mark, id);
  }
  const used = environments.length === 0 ? ", no environment uses it yet" : "";
  const written = owner === "own" ? "this repository has written there before" : "this repository has written nothing there yet";
  return (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`The namespace \`${title}\` (${id})${forEnvironments(environments)} exists${used}; ${written}.`);
}
function forEnvironments(environments) {
  return environments.length === 0 ? "" : ` of ${environments.map((one) => `\`${one}\``).join(", ")}`;
}

// src/domain/doctor/rulesets.ts
var MAX_PATTERN = 1e3;
function rulesReader(rulesets, defaultBranch) {
  const covering = rulesets.map((ruleset) => ({ ruleset, covers: coverage(ruleset, defaultBranch) }));
  return (ref) => {
    const rules = /* @__PURE__ */ new Map();
    for (const { ruleset } of covering.filter(({ covers }) => covers(ref))) {
      for (const rule of ruleset.rules) {
        rules.set(rule, [...rules.get(rule) ?? [], ruleset]);
      }
    }
    return rules;
  };
}
function coverage({ target, include, exclude }, defaultBranch) {
  const prefix = target === "tag" ? "refs/tags/" : "refs/heads/";
  const [included, excluded] = [include, exclude].map(
    (patterns) => patterns.map((pattern) => refMatcher(pattern, defaultBranch))
  );
  return (ref) => ref.startsWith(prefix) && included?.some((matches) => matches(ref)) === true && excluded?.some((matches) => matches(ref)) !== true;
}
function refMatcher(pattern, defaultBranch) {
  if (pattern === "~ALL" || pattern.length > MAX_PATTERN) {
    return () => pattern === "~ALL";
  }
  if (pattern === "~DEFAULT_BRANCH") {
    return (ref) => ref === `refs/heads/${defaultBranch ?? ""}`;
  }
  const parts = pattern.split("/");
  const segments = parts.map((part, i) => part === "**" && i < parts.length - 1 ? "folders" : (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_32__/* .partsOf */ .CI)(part));
  return (ref) => (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_32__/* .matchesPath */ .$h)(segments, ref);
}

// src/commands/doctor/rulesets.ts
var BRANCH_RULES = [
  "update",
  "pull_request",
  "required_status_checks",
  "required_signatures",
  "merge_queue",
  "required_deployments",
  "workflows"
];
async function checkRulesets(setUp) {
  const ref = await setUp.ledgerRef();
  let rulesets;
  try {
    rulesets = await setUp.ports.facts.rulesets();
  } catch (error) {
    return ofSetUp(error).map(({ what, remedy }) => (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(`Rulesets were not checked: ${what}`, remedy));
  }
  const rulesOf = rulesReader(rulesets, setUp.settings.defaultBranch);
  const { versions, environments } = await tagsOf(setUp);
  return [...versionFacts(versions, rulesOf), ...environmentFacts(environments, rulesOf), ledgerFact(ref, rulesOf)];
}
async function tagsOf(setUp) {
  const tags = [...(await setUp.tags()).values()];
  const versions = tags.flatMap((one) => [...one.versions.values()].map(({ name }) => `refs/tags/${name}`));
  const environments = tags.flatMap(
    (one) => [...one.environments].flatMap(([name, ref]) => setUp.asks(name) ? [`refs/tags/${ref.name}`] : [])
  );
  const example = "refs/tags/components/prompts/example";
  return {
    versions: versions.length > 0 ? versions : [`${example}/v1.0.0`],
    environments: environments.length > 0 ? environments : [`${example}/${setUp.request.environment ?? "production"}`]
  };
}
function versionFacts(versions, rulesOf) {
  const ruled = versions.map((ref) => ({ ref, rules: rulesOf(ref) }));
  const open = ["update", "deletion"].map((rule) => {
    return { rule, refs: ruled.flatMap(({ ref, rules }) => rules.has(rule) ? [] : [ref]) };
  });
  const missing = open.filter(({ refs }) => refs.length > 0);
  const [first] = missing;
  return first === void 0 ? [(0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)("A ruleset keeps version tags from being moved and deleted.")] : [
    (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(
      `No ruleset keeps ${shareOf(first.refs, versions, "version tag")} from ${missing.map(({ rule }) => rule === "update" ? "being moved" : "being deleted").join(" and ")}, such as \`${first.refs[0]}\`.`,
      'Add a tag ruleset for `refs/tags/components/**/v*` with "Restrict updates" and "Restrict deletions". A star stops at a slash: only `**/` stands for folders.'
    )
  ];
}
function environmentFacts(environments, rulesOf) {
  const held = environments.flatMap((ref) => {
    const rules = rulesOf(ref);
    return ["creation", "update", "deletion"].flatMap(
      (rule) => (rules.get(rule) ?? []).map(({ name, bypass }) => ({ ref, rule, name, bypass }))
    );
  });
  const blocked = held.filter(({ bypass }) => bypass === false);
  const [first] = blocked;
  if (first !== void 0) {
    const refs = new Set(blocked.map(({ ref }) => ref));
    return [
      (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(
        `The ruleset \`${first.name}\` restricts ${first.rule} of ${shareOf([...refs], environments, "environment tag")}, such as \`${first.ref}\`, and this token may not bypass it: \`promote\`, \`rollback\` and \`guard\` cannot move them.`,
        "Put an App on the bypass list of the ruleset and pass its token as `github-token`; or exclude environment tags from it."
      )
    ];
  }
  const covered = new Set(held.map(({ ref }) => ref));
  return covered.size === environments.length ? [(0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)("A ruleset says who may move environment tags.")] : [
    (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(
      "No ruleset says who may move environment tags: everybody who may push deploys by moving one.",
      "To restrict it, add a tag ruleset for them with an App on its bypass list, and pass the token of the App as `github-token`."
    )
  ];
}
function ledgerFact(ref, rulesOf) {
  if (!ref.startsWith("refs/heads/")) {
    return (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(
      `Rulesets cover branches and tags only, so \`${ref}\` cannot be protected: everybody who may push can write the ledger.`,
      `What it names counts only where a version tag or the default branch confirms it. To protect it, choose a branch: \`ledger: { ref: ${ref === _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .DEFAULT_LEDGER_REF */ .ox ? "refs/heads/tagship-ledger" : "refs/heads/…"} }\` with a ruleset against force pushes and deletions.`
    );
  }
  const rules = rulesOf(ref);
  const blocking = BRANCH_RULES.find((rule) => rules.get(rule)?.some(({ bypass }) => bypass !== true));
  if (blocking !== void 0) {
    return (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(
      `The branch of the ledger, \`${ref}\`, has the rule \`${blocking}\`, which this token may not bypass: no move can be recorded.`,
      "Put an App on the bypass list of the ruleset and pass its token as `github-token`, or take the rule off that branch."
    );
  }
  const missing = ["non_fast_forward", "deletion"].filter((rule) => !rules.has(rule));
  return missing.length === 0 ? (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`A ruleset keeps \`${ref}\` from being rewritten and deleted.`) : (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(
    `No ruleset keeps the branch of the ledger, \`${ref}\`, from ${missing.map((rule) => rule === "deletion" ? "being deleted" : "being rewritten").join(" and ")}.`,
    'Add a branch ruleset for it with "Block force pushes" and "Restrict deletions".'
  );
}
function shareOf(some, all, noun) {
  return some.length === all.length ? `${noun}s` : `${some.length} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__/* .count */ .U9)(all.length, noun)}`;
}

// src/engine/lfs.ts
var ATTRIBUTES = ".gitattributes";
async function underLfs(repository, files) {
  const trees = /* @__PURE__ */ new Map();
  const attributes = /* @__PURE__ */ new Map();
  for (const file of files) {
    const tree = trees.get(file.commit) ?? await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_22__/* .treeOf */ .g7)(repository, file.commit);
    trees.set(file.commit, tree);
    attributes.set(file, await attributesOf(tree, file.path));
  }
  const oids = [...new Set([...attributes.values()].flat())];
  await repository.load(oids, "objects");
  const speaking = /* @__PURE__ */ new Set();
  for await (const { oid, object } of repository.readAll(oids)) {
    const text = object?.type === "blob" ? Buffer.from(object.bytes ?? []).toString("latin1") : "";
    if (/\bfilter=lfs\b/.test(text)) {
      speaking.add(oid);
    }
  }
  return files.filter((file) => attributes.get(file)?.some((oid) => speaking.has(oid)));
}
async function attributesOf(tree, path) {
  const folders = path.split("/").slice(0, -1);
  const oids = [];
  for (let depth = 0; depth <= folders.length; depth++) {
    const found = await tree.lookUp([...folders.slice(0, depth), ATTRIBUTES].join("/"));
    if (found.kind === "file") {
      oids.push(found.oid);
    }
  }
  return oids;
}

// src/commands/doctor/tags.ts
var SOMEWHERE = "";
async function checkTags(setUp) {
  const listing = await setUp.listing();
  const { session, view } = await setUp.observed();
  const problems = new Problems();
  if (setUp.request.environment === void 0) {
    for (const { name, why } of listing.excluded.filter((one) => one.why !== "ignored")) {
      problems.add((0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_31__/* .exclusionError */ .Pq)(name, why));
    }
    for (const tags of listing.tags.values()) {
      for (const { name } of tags.shadowed) {
        problems.add((0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .duplicateTag */ .U_)(name, tags));
      }
    }
  }
  const wanted2 = await wantedIn(setUp, session, view, problems);
  await checkContents(setUp, session, wanted2, problems);
  for (const one of view.returned().filter(({ ref }) => setUp.asks((0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_30__/* .environmentOf */ .p7)(ref)))) {
    problems.add((0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_30__/* .returnedFailure */ .yU)(one));
  }
  const ignored = listing.excluded.filter(({ why }) => why === "ignored").length;
  const number = listing.refs.tags.filter(({ name }) => name.startsWith("components/")).length;
  const all = `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__/* .count */ .U9)(number, "tag")} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__/* .count */ .U9)(view.tags.size, "component")}`;
  return [
    problems.all.length > 0 ? (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(`${all} were looked at.`) : (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`${all}: each can be deployed.`),
    ...ignored === 0 ? [] : [(0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(`${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__/* .count */ .U9)(ignored, "tag")} left alone by \`ignore\`.`)],
    ...problems.all.map(_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .broken */ .mw),
    ...view.ignored().map((sentence) => (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(sentence, "See what the ledger says there, and who wrote it."))
  ];
}
var Problems = class {
  #all = /* @__PURE__ */ new Map();
  get all() {
    return [...this.#all.values()];
  }
  add(one) {
    this.#all.set(one.message, one);
  }
  /** Does work that may fail for what one component has. @throws what is about more than that */
  async try(work) {
    try {
      await work();
    } catch (error) {
      for (const one of (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .ownTrouble */ .e3)(error)) {
        this.add(one);
      }
    }
  }
};
async function wantedIn(setUp, session, view, problems) {
  const wanted2 = /* @__PURE__ */ new Map();
  const now = Math.floor(setUp.ports.clock.now() / 1e3);
  for (const [namespace, settings] of await placesOf(setUp, session, view)) {
    const policy = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .policyOf */ .US)(namespace, view, settings);
    for (const tags of view.tags.values()) {
      await problems.try(() => projectEach(setUp, tags, view, policy, wanted2, problems));
    }
  }
  for (const tags of view.tags.values()) {
    const { component, environments } = tags;
    await problems.try(() => {
      for (const one of session.settings.acceptMoved ? [] : movedIn(tags, view)) {
        problems.add(one);
      }
    });
    for (const environment of [...environments.keys()].filter((one) => setUp.asks(one))) {
      await problems.try(() => {
        const doubt = view.ledger?.doubt(environment, component, now);
        return doubt === void 0 ? void 0 : problems.add(doubt);
      });
    }
  }
  return [...wanted2.values()];
}
async function projectEach(setUp, tags, view, policy, wanted2, problems) {
  const { component, environments } = tags;
  const { projection, problem } = (0,_with_reconcile_expectations_js__WEBPACK_IMPORTED_MODULE_2__/* .answerable */ .pl)(tags, view.tags, policy);
  if (problem !== void 0) {
    for (const [environment] of environments) {
      const target = { component, slot: { kind: "environment", name: environment } };
      if (policy.holds(environment) && setUp.asks(environment)) {
        await problems.try(() => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_13__/* .projectTargets */ .q6)([target], view.tags, policy));
      }
    }
    for (const [version] of setUp.request.environment === void 0 ? tags.versions : []) {
      const target = { component, slot: { kind: "version", name: version } };
      await problems.try(() => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_13__/* .projectTargets */ .q6)([target], view.tags, policy));
    }
  }
  for (const { role, slot, commit } of projection.content) {
    if (setUp.request.environment === void 0 || role === "environment" && setUp.asks(slot)) {
      wanted2.set(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_44__/* .componentId */ .nV)(component)} ${commit}`, { component, commit });
    }
  }
}
async function placesOf(setUp, session, view) {
  const settings = {
    repositoryName: session.settings.repositoryName,
    config: session.config,
    acceptMoved: session.settings.acceptMoved,
    versionNamespaces: void 0
  };
  const environments = await setUp.environments();
  const told = await session.placement(view).catch(() => void 0);
  const populations = new Map(told?.planSettings.populations);
  const placed = new Set([...populations.values()].flatMap((all) => [...all]));
  const others = [...environments].filter((environment) => !placed.has(environment));
  if (others.length > 0 || populations.size === 0) {
    populations.set(SOMEWHERE, new Set(others));
  }
  return new Map([...populations.keys()].map((id) => [id, { ...settings, populations }]));
}
function movedIn({ component, versions }, view) {
  const known = view.remembered(component);
  return [...versions].flatMap(([version, ref]) => {
    const remembered = known[version]?.commit;
    return remembered === void 0 || remembered === ref.commit ? [] : [(0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_13__/* .versionMoved */ .KP)(ref, version, remembered)];
  });
}
async function checkContents(setUp, session, wanted2, problems) {
  const { content } = setUp;
  const { repository } = setUp.ports;
  const { paths } = session.config;
  await content.prepare(wanted2, paths);
  const found = [];
  for (const { component, commit } of wanted2) {
    await problems.try(async () => {
      await content.commit(component, commit);
      found.push({ component, commit, ...await content.locate(component, commit, paths) });
    });
  }
  const suspects = await underLfs(repository, found);
  const places = Map.groupBy(suspects, ({ blob }) => blob);
  for await (const { oid, object } of repository.readAll([...places.keys()])) {
    for (const { component, commit, path } of places.get(oid) ?? []) {
      await problems.try(() => (0,_with_engine_content_js__WEBPACK_IMPORTED_MODULE_7__/* .contentOf */ .$E)(component, commit, { path, blob: oid }, object));
    }
  }
}

// src/domain/doctor/workflow.ts
var import_yaml = (0,_with_js__WEBPACK_IMPORTED_MODULE_50__/* .__toESM */ .f1)((0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_17__/* .require_dist */ .FW)(), 1);
var MAX_WORKFLOW = 256 * 1024;
var MAX_FILTER = 1e3;
var IN_SHELL = /\b(?:npx|bunx|npm exec|(?:pnpm|yarn)(?: dlx| exec)?)\s+(?:-\S+\s+)*tagship(?:@\S+)?\s+([a-z]+)/g;
function readWorkflow(path, text, isTagship) {
  const value = text.length > MAX_WORKFLOW ? void 0 : parsed(text);
  if (!isRecord(value)) {
    return void 0;
  }
  const jobs = Object.values(isRecord(value.jobs) ? value.jobs : {}).filter(isRecord);
  const steps = jobs.flatMap(({ steps: list }) => Array.isArray(list) ? list.filter(isRecord) : []);
  const called = jobs.flatMap(({ uses }) => typeof uses === "string" ? [uses] : []);
  return {
    path,
    commands: steps.flatMap((step) => commandOf(step, isTagship)),
    calls: called.flatMap((uses) => uses.startsWith("./") ? [uses.slice(2)] : []),
    isPartial: called.some((uses) => !uses.startsWith("./")) || steps.some((step) => isUnread(step, isTagship)),
    scheduled: isRecord(value.on) && value.on.schedule !== void 0,
    startsOn: tagFilter(value.on)
  };
}
function withCalled(workflows) {
  const byPath = new Map(workflows.map((one) => [one.path, one]));
  return workflows.map((one) => {
    const reached = /* @__PURE__ */ new Set([one]);
    for (const { calls } of reached) {
      for (const path of calls) {
        const found = byPath.get(path);
        if (found !== void 0) {
          reached.add(found);
        }
      }
    }
    return {
      ...one,
      commands: [...reached].flatMap(({ commands }) => commands),
      isPartial: [...reached].some(({ isPartial }) => isPartial)
    };
  });
}
function tagshipMatcher(repository) {
  const own = repository?.toLowerCase();
  return (action) => {
    const name = action.toLowerCase().replace(/\/+$/, "");
    return name === own || /(?:^|\/)tagship$/.test(name);
  };
}
function parsed(text) {
  try {
    const document = (0, import_yaml.parseDocument)(text);
    return document.errors.length > 0 ? void 0 : document.toJS({ maxAliasCount: 100 });
  } catch {
    return void 0;
  }
}
function commandOf(step, isTagship) {
  const { uses, run: run2 } = step;
  if (typeof uses === "string" && isTagship(uses.split("@", 1)[0] ?? "")) {
    const command = isRecord(step.with) ? step.with.command : void 0;
    const text = typeof command === "string" ? command.trim() : "";
    return [text === "" ? "auto" : text.includes("${{") ? "?" : text];
  }
  return typeof run2 === "string" ? [...run2.matchAll(IN_SHELL)].map(([, command = ""]) => command) : [];
}
function isUnread({ uses }, isTagship) {
  return typeof uses === "string" && uses.startsWith("./") && !isTagship(uses);
}
function tagFilter(on) {
  const events = Array.isArray(on) || typeof on === "string" ? [on].flat() : Object.keys(isRecord(on) ? on : {});
  if (!events.includes("push")) {
    return () => false;
  }
  const push = isRecord(on) && isRecord(on.push) ? on.push : {};
  const { tags, "tags-ignore": ignored } = push;
  if (tags !== void 0) {
    const patterns = texts(tags).map((text) => ({
      keeps: !text.startsWith("!"),
      matches: filterMatcher(text.replace(/^!/, ""))
    }));
    return (tag) => patterns.findLast(({ matches }) => matches(tag))?.keeps === true;
  }
  if (ignored !== void 0) {
    const patterns = texts(ignored).map(filterMatcher);
    return (tag) => !patterns.some((matches) => matches(tag));
  }
  const isForBranches = push.branches !== void 0 || push["branches-ignore"] !== void 0;
  return () => !isForBranches;
}
function filterMatcher(filter) {
  const found = (filter.length > MAX_FILTER ? "" : filter).match(/\*+|(?:\[[^\]]+\]|[^*])[?+]?/gu) ?? [];
  const parts = found.flatMap((text) => {
    if (text.startsWith("*")) {
      return [{ kind: "many", takes: (character) => text.length > 1 || character !== "/" }];
    }
    const repeated = text.length > 1 && /[?+]$/.test(text);
    const takes = characterMatcher(repeated ? text.slice(0, -1) : text);
    const many = { kind: "many", takes };
    return !repeated ? [{ kind: "one", takes }] : text.endsWith("+") ? [{ kind: "one", takes }, many] : [many];
  });
  return (name) => (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_32__/* .matchesSegment */ .vO)(parts, name);
}
function characterMatcher(text) {
  const set = /^\[(.+)\]$/u.exec(text)?.[1];
  if (set === void 0) {
    return (character) => character === text;
  }
  const ranges = [...set.matchAll(/(.)-(.)|./gu)].map(([one, from = one, to = one]) => [from, to]);
  return (character) => ranges.some(([from, to]) => from <= character && character <= to);
}
function texts(value) {
  return [value].flat().filter((one) => typeof one === "string");
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/commands/doctor/workflows.ts
var FOLDER = ".github/workflows";
var MAX_NAMED = 5;
var EXAMPLE = "components/prompts/example/production";
async function checkWorkflows(setUp) {
  const { refs, tags } = await setUp.listing();
  const tagged = [...tags.values()].flatMap(
    ({ component, environments, versions }) => component.prefix === "components" ? [
      ...[...environments].flatMap(([name, ref]) => setUp.asks(name) ? [ref] : []),
      ...setUp.request.environment === void 0 ? versions.values() : []
    ] : []
  );
  const commits = new Set(tagged.map(({ commit }) => commit));
  const workflows = await workflowsAt(setUp, [...commits, ...refs.head === void 0 ? [] : [refs.head]]);
  const now = workflows.get(refs.head ?? "") ?? [];
  const scheduled = now.filter(({ scheduled: scheduled2, commands }) => scheduled2 && commands.some(reconciles));
  const without = tagged.filter(
    ({ name, commit }) => !(workflows.get(commit) ?? []).some((one) => startsFor(name)(one) || mayStartFor(name)(one))
  );
  return [
    deploying(now, tagged[0]?.name ?? EXAMPLE),
    healing(now, scheduled),
    ...tagged.length === 0 ? [] : [
      old(
        without.map(({ name }) => name),
        tagged.length,
        scheduled.length > 0
      )
    ]
  ];
}
function deploying(workflows, tag) {
  const found = workflows.filter(startsFor(tag));
  if (found.length > 0) {
    return (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`The push of a tag starts ${pathsOf(found)} of the default branch.`);
  }
  const possible = workflows.filter(mayStartFor(tag));
  return possible.length > 0 ? (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(
    `The push of a tag starts ${pathsOf(possible)} of the default branch, which uses a workflow of another repository or an action of its own: whether that one runs \`deploy\` was not looked at.`
  ) : (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(
    `No workflow of the default branch starts Tagship on the push of a tag such as \`${tag}\`.`,
    'Copy `examples/workflows/deploy.yml`: it has `on: { push: { tags: ["components/**"] } }`. Leave it out only if another system runs `deploy`.'
  );
}
function healing(workflows, scheduled) {
  if (scheduled.length > 0) {
    return (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`A schedule starts \`reconcile\` by ${pathsOf(scheduled)}.`);
  }
  const possible = workflows.filter(({ scheduled: isScheduled, isPartial }) => isScheduled && isPartial);
  return possible.length > 0 ? (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(
    `A schedule starts ${pathsOf(possible)}, which uses a workflow of another repository or an action of its own: whether that one runs \`reconcile\` was not looked at.`
  ) : (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(
    "No schedule runs `reconcile` on the default branch, so nothing brings what started no run: GitHub sends no event for a push of more than three tags.",
    "Copy `examples/workflows/reconcile.yml` to the default branch."
  );
}
function old(names, all, isHealed) {
  if (names.length === 0) {
    return (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__.ok)(`Each of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__/* .count */ .U9)(all, "tag")} stands on a commit with a workflow that its push starts.`);
  }
  const listed = names.slice(0, MAX_NAMED).map((name) => `\`${name}\``);
  const rest = names.length - listed.length;
  const fact = `${names.length} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__/* .count */ .U9)(all, "tag")} stand on commits without a workflow that starts Tagship. Pushing these, or moving a tag to there by hand, starts nothing, or an older workflow: ${listed.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`;
  return isHealed ? (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)(fact, "Move tags with `promote` and `rollback`; what is moved by hand the scheduled `reconcile` brings.") : (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .warning */ .$e)(
    fact,
    "Move tags with `promote` and `rollback`, or run `deploy` with `tag`; a scheduled `reconcile` brings the rest."
  );
}
function startsFor(tag) {
  return ({ commands, startsOn }) => commands.some(deploys) && startsOn(tag);
}
function mayStartFor(tag) {
  return ({ isPartial, startsOn }) => isPartial && startsOn(tag);
}
function deploys(command) {
  return command === "deploy" || command === "auto" || command === "?";
}
function reconciles(command) {
  return command === "reconcile" || command === "auto" || command === "?";
}
function pathsOf(workflows) {
  return workflows.map(({ path }) => `\`${path}\``).join(", ");
}
async function workflowsAt({ ports, settings }, commits) {
  const { repository } = ports;
  await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_22__/* .loadPath */ .U0)(repository, commits, FOLDER);
  const folders = /* @__PURE__ */ new Map();
  for (const commit of commits) {
    const found = await (await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_22__/* .treeOf */ .g7)(repository, commit)).lookUp(FOLDER);
    if (found.kind === "folder") {
      folders.set(commit, found.oid);
    }
  }
  const files = /* @__PURE__ */ new Map();
  for (const folder of new Set(folders.values())) {
    const listing = [...(await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_22__/* .listingOf */ .K7)(repository, folder)).all()];
    const own = listing.filter(({ kind, name }) => kind === "file" && /\.ya?ml$/.test(name));
    files.set(
      folder,
      own.map(({ name, oid }) => ({ path: `${FOLDER}/${name}`, oid }))
    );
  }
  const read = await readFiles(repository, [...files.values()].flat(), settings.actionRepository);
  return new Map(
    [...folders].map(([commit, folder]) => [
      commit,
      withCalled((files.get(folder) ?? []).flatMap(({ path, oid }) => read.get(`${oid} ${path}`) ?? []))
    ])
  );
}
async function readFiles(repository, files, action) {
  const isTagship = tagshipMatcher(action);
  const read = /* @__PURE__ */ new Map();
  const paths = Map.groupBy(files, ({ oid }) => oid);
  for await (const { oid, object } of repository.readAll([...paths.keys()])) {
    const text = object?.type === "blob" ? Buffer.from(object.bytes ?? []).toString("utf8") : "";
    for (const path of new Set(paths.get(oid)?.map((one) => one.path))) {
      const workflow = readWorkflow(path, text, isTagship);
      if (workflow !== void 0) {
        read.set(`${oid} ${path}`, workflow);
      }
    }
  }
  return read;
}

// src/commands/doctor/doctor.ts
var RUN = {
  github: checkGithub,
  cloudflare: checkCloudflare,
  configuration: checkConfiguration,
  ledger: checkLedger,
  namespaces: checkNamespaces,
  tags: checkTags,
  workflows: checkWorkflows,
  rulesets: checkRulesets,
  metrics: checkMetrics
};
var MAX_FAILURES = 9;
async function doctor(request, settings, ports) {
  const started = ports.clock.now();
  const setUp = new SetUp(request, settings, ports);
  await refuseUnknown(setUp);
  const facts = await ports.journal.group("Check the set-up", () => allFacts(setUp));
  const ledger = await setUp.ledger().catch(() => void 0);
  return {
    command: "doctor",
    environment: request.environment,
    ledger: ledger === void 0 ? void 0 : { ref: await setUp.ledgerRef(), commit: ledger.commit, seq: ledger.number },
    facts,
    notices: [],
    failures: failuresOf(facts),
    durationMs: ports.clock.now() - started
  };
}
async function allFacts(setUp) {
  const facts = [];
  const told = /* @__PURE__ */ new Set();
  for (const check of Object.keys(_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKS */ .ui)) {
    for (const fact of await run(check, setUp, told)) {
      facts.push({ ...fact, check });
    }
  }
  return facts;
}
async function run(check, setUp, told) {
  try {
    const found = await RUN[check](setUp);
    for (const { error } of found) {
      note(error, told);
      note(error?.cause, told);
    }
    return found;
  } catch (error) {
    const fresh = ofSetUp(error).filter(({ message }) => !told.has(message));
    for (const one of fresh) {
      note(one, told);
    }
    return fresh.length > 0 ? fresh.map(_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .broken */ .mw) : [(0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .notice */ .lm)("Not checked, for what is said above.", "Correct that first, and run `doctor` again.")];
  }
}
function note(error, told) {
  if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .TagshipError */ .bP) {
    told.add(error.message);
  }
}
async function refuseUnknown(setUp) {
  const { environment } = setUp.request;
  const known = environment === void 0 ? void 0 : await setUp.environments().catch(() => void 0);
  if (environment !== void 0 && known?.has(environment) === false) {
    const configured = Object.keys((await setUp.config().catch(() => void 0))?.environments ?? {});
    if (!configured.includes(environment)) {
      throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownEnvironment */ .Iu)(environment, /* @__PURE__ */ new Set([...known, ...configured]));
    }
  }
}
function failuresOf(facts) {
  const errors = facts.flatMap(({ error }) => error ?? []);
  const rest = errors.length - MAX_FAILURES;
  return [
    ...errors.slice(0, MAX_FAILURES),
    ...rest > 0 ? [
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_49__/* .TagshipError */ .bP(
        "set-up-broken",
        `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__/* .count */ .U9)(rest, "more error")} in the set-up.`,
        "Do what the table in the summary names for each."
      )
    ] : []
  ];
}



/***/ }),

/***/ 5747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   Zh: () => (/* binding */ lesser),
/* harmony export */   f: () => (/* binding */ STATUSES),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   mw: () => (/* binding */ broken),
/* harmony export */   ok: () => (/* binding */ ok),
/* harmony export */   ui: () => (/* binding */ CHECKS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/doctor/fact.ts
var CHECKS = {
  github: "GitHub token",
  cloudflare: "Cloudflare token",
  configuration: "Configuration",
  ledger: "Ledger",
  namespaces: "KV namespaces",
  tags: "Tags",
  workflows: "Workflows",
  rulesets: "Rulesets",
  metrics: "Metrics"
};
var STATUSES = ["error", "warning", "notice", "ok"];
function ok(fact) {
  return { status: "ok", fact };
}
function notice(fact, fix) {
  return { status: "notice", fact, fix };
}
function warning(fact, fix) {
  return { status: "warning", fact, fix };
}
function broken(error) {
  return { status: "error", fact: error.what, fix: error.remedy, error };
}
function lesser({ what, remedy }) {
  return warning(what, remedy);
}
function countsOf(facts) {
  const counts = { error: 0, warning: 0, notice: 0, ok: 0 };
  for (const { status } of facts) {
    counts[status]++;
  }
  return counts;
}




/***/ }),

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

/***/ 8195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ expectedOf),
/* harmony export */   ZK: () => (/* binding */ mayBeMissing),
/* harmony export */   hI: () => (/* binding */ idleNames),
/* harmony export */   oA: () => (/* binding */ isStray),
/* harmony export */   pl: () => (/* binding */ answerable),
/* harmony export */   xR: () => (/* binding */ expectationsOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3625);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8962);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8130);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2787);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);









// src/domain/unused-config.ts
function environmentsIn(config) {
  const one = (key, name, effect) => ({ key, name, effect });
  return [
    ...Object.keys(config.environments).map((name) => one(`environments.${name}`, name, "it decides over nothing")),
    ...Object.keys(config.namespaces ?? {}).map((glob) => one(`namespaces.${glob}`, glob, "it holds no environment")),
    ...Object.entries(config.environments).flatMap(([name, { requires, canary, verify }]) => {
      const key = `environments.${name}`;
      const required = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .requirementOf */ .h2)(requires)?.environment;
      const never = `no version may be promoted to \`${name}\``;
      return [
        ...required === void 0 ? [] : [one(`${key}.requires`, required, never)],
        ...verify === void 0 ? [] : [one(`${key}.verify.environment`, verify.environment, never)],
        ...canary === void 0 ? [] : [one(`${key}.canary.environment`, canary.environment, "it has no canary yet")]
      ];
    }),
    ...Object.entries(config.groups).flatMap(
      ([group, { waves }]) => waves.flat().map((name) => one(`groups.${group}.waves`, name, `nothing may be promoted to \`${group}\``))
    ),
    ...(config.versions ?? []).map((name) => one("versions", name, "its namespace gets no version"))
  ];
}
function idleNames(config, known) {
  return environmentsIn(config).filter(({ name }) => {
    const matches = (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_5__/* .globMatcher */ .fU)(name);
    return known.size > 0 && ![...known].some((environment) => matches(environment));
  }).map((idle) => ({ ...idle, hint: (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_5__/* .isGlob */ .fg)(idle.name) ? "" : (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_7__/* .didYouMean */ .au)(idle.name, known) }));
}

// src/engine/reconcile/expectations.ts
var RECENT_MS = 5 * 60 * 1e3;
var EMPTY_INDEX = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .blobName */ .PF)(new TextEncoder().encode("{}"));
function mayBeMissing({ component, blob }) {
  return component === void 0 && blob === EMPTY_INDEX;
}
function expectedOf({ wanted, blob }, view) {
  if (wanted === void 0) {
    return { kind: "text", blob: blob ?? "" };
  }
  const { version, commit, marks, component } = wanted;
  const told = view.remembered(component)[version];
  return {
    kind: "content",
    sha: commit,
    version,
    type: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .singularType */ .Iz)(component.type),
    marks,
    blob: told?.commit === commit ? told.blob ?? void 0 : void 0
  };
}
function expectationsOf(namespace, view, { planSettings }, { environment, now }) {
  const policy = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .policyOf */ .US)(namespace, view, planSettings);
  const keys = /* @__PURE__ */ new Map();
  const ignored = /* @__PURE__ */ new Set();
  const problems = /* @__PURE__ */ new Map();
  const moved = [];
  let movedLately = false;
  for (const [id, tags] of view.tags) {
    if (tags.component.prefix !== "components") {
      continue;
    }
    const { projection, problem } = answerable(tags, view.tags, policy);
    if (problem !== void 0) {
      problems.set(id, problem);
    }
    const told = recentMovesOf(tags, view, policy, planSettings.config.environments, now);
    if (told instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP) {
      problems.set(id, told);
      addAll(ignored, projection);
      continue;
    }
    const { recent } = told;
    moved.push(...told.moved);
    movedLately ||= recent.size > 0;
    const expect = expecterOf(id, tags, view, recent);
    for (const wanted of projection.content) {
      const isAskedAbout = environment === void 0 || wanted.slot === environment || isBeside(wanted, environment, policy, tags);
      if (wanted.role === "environment" && !isAskedAbout) {
        ignored.add(wanted.key);
      } else {
        keys.set(wanted.key, expect(wanted));
      }
    }
    for (const list of projection.lists) {
      const { metadata } = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .planList */ .i7)(list, planSettings.repositoryName);
      keys.set(list.key, text(String(metadata.blob), id, false));
    }
    for (const one of projection.shares) {
      const { metadata } = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .planShare */ .dK)(one, planSettings.repositoryName);
      keys.set(one.key, text(String(metadata.blob), id, recent.has(one.environment)));
    }
  }
  const index = new TextEncoder().encode((0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .projectIndex */ .I_)(view.tags, policy));
  keys.set(_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .INDEX_KEY */ .lr, text((0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .blobName */ .PF)(index), void 0, movedLately));
  return { namespace, policy, keys, ignored, problems, moved };
}
function isBeside({ marks, slot }, environment, policy, tags) {
  return marks.canary === environment || policy.shareOf(tags, environment)?.canary === slot;
}
function answerable(tags, state, policy) {
  const project = (targets) => projectionOf(targets, state, policy);
  const all = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .targetsIn */ .A6)(tags, policy);
  const whole = project(all);
  if (!(whole instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP)) {
    return { targets: all, projection: whole, problem: void 0 };
  }
  const sound = all.filter((target) => !(project([target]) instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP));
  const rest = project(sound);
  return rest instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP ? { targets: [], projection: (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .projectTargets */ .q6)([], state, policy), problem: whole } : { targets: sound, projection: rest, problem: whole };
}
function projectionOf(targets, state, policy) {
  try {
    return (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .projectTargets */ .q6)(targets, state, policy);
  } catch (error) {
    return thrownProblem(error);
  }
}
function thrownProblem(error) {
  if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP) {
    return error;
  }
  throw error;
}
function addAll(ignored, { content }) {
  for (const { key } of content) {
    ignored.add(key);
  }
}
function recentMovesOf(tags, view, policy, rules, now) {
  try {
    const recent = /* @__PURE__ */ new Set([...recentIn(tags, view, policy, now), ...resharedIn(tags, view, rules, now)]);
    return { recent, moved: policy.acceptMoved ? [] : movedIn(tags, view) };
  } catch (error) {
    return thrownProblem(error);
  }
}
function movedIn({ component, versions }, view) {
  const known = view.remembered(component);
  return [...versions].flatMap(([version, ref]) => {
    const remembered = known[version]?.commit;
    return remembered === void 0 || remembered === ref.commit ? [] : [(0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .versionMoved */ .KP)(ref, version, remembered)];
  });
}
function recentIn(tags, view, policy, now) {
  const recent = /* @__PURE__ */ new Set();
  for (const [environment, ref] of tags.environments) {
    if (!policy.holds(environment)) {
      continue;
    }
    const entry = view.ledger?.entry(environment, tags.component);
    const isKnown = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .speaksOf */ .Tq)(entry, ref.object) && entry.status !== "pending";
    const at = entry?.at == null ? Number.NEGATIVE_INFINITY : Date.parse(entry.at);
    const isNothing = policy.unversioned === "error" && policy.versionOf(tags, ref) === void 0;
    if (!isNothing && (!isKnown || at > now - RECENT_MS)) {
      recent.add(environment);
    }
  }
  return recent;
}
function resharedIn({ component, environments }, view, rules, now) {
  return [...environments.keys()].filter((environment) => {
    const canary = rules[environment]?.canary?.environment;
    const entry = canary === void 0 ? void 0 : view.ledger?.entry(canary, component);
    if (canary === void 0 || entry?.of !== environment) {
      return false;
    }
    const isKnown = entry.move === "remove" || (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .speaksOf */ .Tq)(entry, environments.get(canary)?.object) && entry.status !== "pending";
    return !isKnown || Date.parse(entry.since ?? "") > now - RECENT_MS;
  });
}
function expecterOf(id, tags, view, recent) {
  const running = /* @__PURE__ */ new Set();
  for (const environment of recent) {
    const ref = tags.environments.get(environment);
    const version = ref === void 0 ? void 0 : view.versionOf(tags, ref)?.version;
    if (version !== void 0) {
      running.add(version);
    }
  }
  return (wanted) => {
    const { role, slot, version } = wanted;
    const forced = role === "environment" ? recent.has(slot) : role === "latest" ? recent.size > 0 : running.has(version);
    return { component: id, wanted, blob: void 0, forced };
  };
}
function text(blob, component, forced) {
  return { component, wanted: void 0, blob, forced };
}
function isStray({ wanted }, metadata, view) {
  if (wanted?.role !== "environment") {
    return false;
  }
  const ref = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(wanted.component))?.environments.get(wanted.slot);
  return (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .strayHold */ .dp)(metadata, ref?.object) !== void 0 && wanted.marks.hold === void 0;
}




/***/ })

};

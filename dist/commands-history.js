export const id = 8093;
export const ids = [8093];
export const modules = {

/***/ 8093:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   history: () => (/* reexport safe */ _with_commands_history_js__WEBPACK_IMPORTED_MODULE_1__.b6)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_commands_history_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(548);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
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
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(7271);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(663);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(4385);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(2348);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(8962);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(4301);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(4923);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(8130);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(2591);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(3798);
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





















































/***/ }),

/***/ 548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ stillToCome),
/* harmony export */   Ic: () => (/* binding */ nowOf),
/* harmony export */   b6: () => (/* binding */ history),
/* harmony export */   hO: () => (/* binding */ Past)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3185);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1215);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8130);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9133);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);









// src/commands/history.ts
var LATEST_COMMITS = 50;
var DAY_SECONDS = 24 * 60 * 60;
async function history(request, settings, ports) {
  const started = ports.clock.now();
  const { when } = request;
  const { session, view } = await ports.journal.group(
    "Read the ledger",
    () => (
      // What was, the ledger tells alone; a repository may have a hundred thousand tags.
      _with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__/* .Session */ .Nn.open(settings, ports, () => [], { tags: when.kind === "now" ? "always" : "without-ledger" })
    )
  );
  const now = nowOf(Math.floor(started / 1e3), view.ledger?.time);
  const matchers = request.patterns?.map(_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_6__/* .globMatcher */ .fU);
  const asks = ({ component, environment }) => (matchers?.some((matches) => matches((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(component))) ?? true) && (request.environment ?? environment) === environment;
  const past = new Past(session, view, now, request.environment);
  await past.refuseUnknown(request.environment);
  const end = when.kind === "at" ? when.at : when.kind === "range" ? when.until ?? now : now;
  const atEnd = await past.stateAt(end, asks);
  const commits = await movesOf(session, view.ledger, when, end);
  const changes = when.kind === "range" ? differences(await past.stateAt(when.since, asks), atEnd) : void 0;
  const told = [...atEnd.map(({ component }) => component), ...commits.flatMap(componentsOf)];
  const pageOf = async () => {
    const { historyPage } = await __webpack_require__.e(/* import() */ 3410).then(__webpack_require__.bind(__webpack_require__, 3410));
    return await historyPage(session, view, {
      since: when.kind === "range" ? when.since : void 0,
      now,
      end,
      asks,
      after: atEnd
    });
  };
  const silent = unmatched(request.patterns ?? [], told);
  await past.refuseUnknownComponents(silent.filter((pattern) => !(0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_6__/* .isGlob */ .fg)(pattern)));
  const page = request.page === void 0 ? void 0 : { path: request.page, ...await pageOf() };
  return {
    command: "history",
    ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerReport */ .gM)(session, view.ledger),
    state: { at: (0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .L)(end), lines: atEnd.flatMap((one) => stateLine(one)) },
    moves: commits.flatMap((commit) => moveLines(commit)).filter((line) => asks(placeOf(line))),
    changes,
    page,
    durationMs: ports.clock.now() - started,
    notices: [
      ...view.ledger === void 0 ? [notice("The repository has no ledger yet: this is what its tags tell. The first move begins one.")] : [],
      ...stillToCome(end, now),
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_5__/* .excludedNotices */ .CW)(view),
      ...when.kind === "now" && view.ledger !== void 0 ? unrecorded(view, atEnd, asks) : [],
      ...silent.map((pattern) => notice(`Nothing that matches \`${pattern}\` ran or moved at that time.`))
    ]
  };
}
function stillToCome(time, now) {
  return time > now ? [notice(`${(0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .L)(time)} is still to come: this is what runs at ${(0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .L)(now)}.`)] : [];
}
function nowOf(ours, ledger = 0) {
  return ledger > ours + DAY_SECONDS ? ours : Math.max(ours, ledger);
}
function componentsOf({ message }) {
  return message.recorded.map(({ component }) => component);
}
function unmatched(patterns, components) {
  return patterns.filter((pattern) => {
    const matches = (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_6__/* .globMatcher */ .fU)(pattern);
    return !components.some((component) => matches((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(component)));
  });
}
var Past = class {
  #session;
  #view;
  #now;
  #environment;
  #seed;
  /**
   * @param now seconds since the epoch
   * @param environment the only one of interest, if it is only one
   */
  constructor(session, view, now, environment) {
    this.#session = session;
    this.#view = view;
    this.#now = now;
    this.#environment = environment;
  }
  /**
   * What ran at a time, in seconds since the epoch. Of the time before the ledger only the tags it began with tell.
   * @param asks what is of interest; the rest is not read
   */
  async stateAt(time, asks = () => true) {
    const { ledger } = this.#view;
    if (ledger === void 0) {
      this.#seed ??= this.#seeded();
      const seed = (await this.#seed).filter(asks);
      return seed.map((one) => ({ ...one, known: time >= this.#now || stoodAt(one.entry, time) }));
    }
    const { repository } = this.#session;
    const snapshot = await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerAt */ .V6)(repository, ledger, time) ?? await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_1__/* .firstLedger */ .Om)(repository, ledger);
    const entries = await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)(
      snapshot,
      this.#environment === void 0 ? await snapshot.environments() : [this.#environment],
      asks
    );
    return snapshot.time <= time ? entries.map((one) => ({ ...one, known: true })) : entries.filter(({ entry }) => entry.move === "seed").map((one) => ({ ...one, known: stoodAt(one.entry, time) }));
  }
  /** @throws TagshipError `environment-unknown` */
  async refuseUnknown(environment) {
    if (environment === void 0) {
      return;
    }
    const known = new Set(await this.#view.ledger?.environments());
    if (known.has(environment)) {
      return;
    }
    for (const { environments } of (await this.#tags()).values()) {
      for (const name of environments.keys()) {
        known.add(name);
      }
    }
    if (!known.has(environment)) {
      throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownEnvironment */ .Iu)(environment, known);
    }
  }
  /** @throws TagshipError `component-unknown` for a name that never had a tag */
  async refuseUnknownComponents(names) {
    if (names.length === 0) {
      return;
    }
    const recorded = [...(await this.#view.ledger?.list(_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .VERSIONS_FOLDER */ .nL))?.keys() ?? []].flatMap(
      (path) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .parseVersionsPath */ .QQ)(path) ?? []
    );
    const known = [...(await this.#tags()).values()].map(({ component }) => component).concat(recorded);
    const [unknown] = unmatched(names, known);
    if (unknown !== void 0) {
      throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownComponent */ .Mj)(unknown, known.map(_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV));
    }
  }
  /** The tags as they are, which may not have been listed yet. */
  async #tags() {
    return this.#view.tags.size > 0 ? this.#view.tags : (await this.#session.observe([])).view.tags;
  }
  async #seeded() {
    const stamp = { seq: 1, at: (0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .L)(this.#now), actor: null, run: null, reason: null, override: [] };
    const commits = await (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_4__/* .seedCommits */ .Kj)(this.#session, { ...this.#view, ledger: void 0 });
    const events = commits.flatMap((commit) => commit.events);
    const { entries } = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__/* .changeOf */ .C2)(events, void 0, stamp, () => "", false);
    return entries.map(({ environment, component, entry }) => ({ environment, component, entry }));
  }
};
function stoodAt({ at }, time) {
  return at !== null && Date.parse(at) / 1e3 <= time;
}
async function movesOf(session, ledger, when, end) {
  const start = ledger === void 0 ? void 0 : await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerAt */ .V6)(session.repository, ledger, end);
  return start === void 0 ? [] : await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_1__/* .commitsFrom */ .n3)(
    session.repository,
    start,
    when.kind === "range" ? { since: when.since } : { latest: LATEST_COMMITS }
  );
}
function stateLine({ component, environment, entry, known }) {
  if (entry.version === null) {
    return [];
  }
  return [
    {
      component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(component),
      environment,
      version: known ? entry.version : void 0,
      commit: known ? entry.commit ?? void 0 : void 0,
      status: entry.status,
      move: entry.move,
      since: known ? entry.at : null,
      actor: entry.actor,
      run: entry.run,
      reason: entry.reason,
      ...(entry.share ?? 0) > 0 && known ? { share: entry.share, of: entry.of } : {}
    }
  ];
}
function moveLines({ commit, time, message }) {
  const { actor, run, reason, override } = message;
  const told = message.recorded.filter(({ event }) => event !== "acknowledged");
  return told.map((one) => ({
    at: one.at ?? (0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .L)(time),
    event: one.event,
    move: one.move,
    component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(one.component),
    environment: one.environment,
    version: one.version,
    previous: one.previous,
    // The first run did not move what was there before.
    actor: one.move === "seed" ? null : actor,
    run: one.move === "seed" ? null : run,
    reason: one.move === "seed" ? null : reason,
    override,
    commit,
    share: one.share,
    of: one.of
  }));
}
function placeOf({ component, environment }) {
  const [type = "", ...name] = component.split("/");
  return { component: { prefix: "components", type, name: name.join("/") }, environment };
}
function differences(before, after) {
  const versions = (entries) => new Map(entries.filter(({ known }) => known).map((one) => [placeIn(one), one.entry.version ?? void 0]));
  const old = versions(before);
  const young = versions(after);
  const undated = new Set(after.filter(({ entry }) => entry.move === "seed" && entry.at === null).map(placeIn));
  return [.../* @__PURE__ */ new Set([...old.keys(), ...young.keys()])].sort().flatMap((place) => {
    const [environment = "", component = ""] = place.split(" ");
    const change = { component, environment, from: old.get(place), to: young.get(place) };
    return change.from === change.to || undated.has(place) ? [] : [change];
  });
}
function placeIn({ component, environment }) {
  return `${environment} ${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(component)}`;
}
function unrecorded(view, state, asks) {
  const places = /* @__PURE__ */ new Map();
  const add = ({ component, environment }, tag) => {
    const name = `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(component)}\` in \`${environment}\``;
    places.set(placeIn({ component, environment }), { name, tag });
  };
  for (const one of state.filter(({ component }) => component.prefix === "components")) {
    add(one, one.entry.tag);
  }
  const standing = /* @__PURE__ */ new Map();
  for (const { component, environments } of view.tags.values()) {
    for (const [environment, { object }] of environments) {
      const place = placeIn({ component, environment });
      if (asks({ component, environment })) {
        standing.set(place, object);
        if (!places.has(place)) {
          add({ component, environment }, null);
        }
      }
    }
  }
  const moved = [...places].filter(([place, { tag }]) => (standing.get(place) ?? null) !== tag);
  return moved.length === 0 ? [] : [
    notice(
      `Moved since the ledger was last told, so it may run something else: ${moved.slice(0, 10).map(([, { name }]) => name).join(", ")}${moved.length > 10 ? ", …" : ""}. The run of that move, or the next one, tells it.`
    )
  ];
}
function notice(message) {
  return { level: "notice", message };
}




/***/ }),

/***/ 1215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ isUnversioned),
/* harmony export */   Kj: () => (/* binding */ seedCommits),
/* harmony export */   MI: () => (/* binding */ peeled),
/* harmony export */   Sh: () => (/* binding */ recordTargets),
/* harmony export */   Tx: () => (/* binding */ runningOf),
/* harmony export */   V$: () => (/* binding */ noContent),
/* harmony export */   fd: () => (/* binding */ contentIn),
/* harmony export */   g1: () => (/* binding */ record)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3625);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8962);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5524);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9133);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8071);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);









// src/engine/ledger/seed.ts
var MAX_TAGS = 5e3;
var MAX_COMMITS = 1500;
var BATCH = 1e3;
async function seedEvents(all, besides, config, repository, content) {
  const standing = all.flatMap((one) => [...one.environments].map(([environment, ref]) => ({ tags: one, environment, ref }))).filter(({ tags: { component }, environment }) => !besides.has((0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .entryPath */ .s3)(environment, component)));
  const dates = await datesOf(standing, repository);
  const locate = await locator(standing, config, repository, content);
  const found = new Map(all.map((tags) => [tags, []]));
  for (const { tags, environment, ref } of standing) {
    const version = await versionOf(tags, ref, config, dates.has(ref.object), repository);
    if (version !== void 0) {
      const place = await locate(tags.component, ref.commit);
      const running = { version, commit: ref.commit, tag: ref.object, ...place };
      found.get(tags)?.push({ environment, running, time: dates.get(ref.object) });
    }
  }
  return [...found].flatMap(
    ([tags, some]) => tags.versions.size + some.length > 0 ? [{ kind: "seeded", tags, found: some }] : []
  );
}
async function datesOf(standing, repository) {
  const annotated = [...new Set(standing.filter(({ ref }) => ref.object !== ref.commit).map(({ ref }) => ref.object))];
  const dates = /* @__PURE__ */ new Map();
  if (annotated.length > MAX_TAGS) {
    return dates;
  }
  for (let i = 0; i < annotated.length; i += BATCH) {
    const batch = annotated.slice(i, i + BATCH);
    await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .loadTagObjects */ .zv)(repository, batch);
    for (const oid of batch) {
      const object = await repository.read(oid);
      if (object?.type === "tag" && object.time !== void 0) {
        dates.set(oid, object.time);
      }
    }
  }
  return dates;
}
async function versionOf(tags, ref, config, isNear, repository) {
  const listed = (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .listedVersion */ .mO)(tags, ref);
  const resolved = listed === "unknown" || isNear && ref.object !== ref.commit ? (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveVersion */ .x)(tags, ref, await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .wrappedNames */ .cQ)(repository, ref.object)) : listed;
  return resolved?.version ?? (config.unversioned === "allow" ? (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_7__/* .unversionedName */ .wj)(ref.commit) : void 0);
}
async function locator(standing, config, repository, content) {
  const nowhere = async () => ({ blob: null, path: null });
  const commits = [...new Set(standing.map(({ ref }) => ref.commit))];
  if (commits.length > MAX_COMMITS || !await loadTrees(commits, repository)) {
    return nowhere;
  }
  const registries = /* @__PURE__ */ new Set();
  for (const commit of commits) {
    const found = await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(repository, commit, _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .REGISTRY_PATH */ .aA);
    if (found.kind === "file") {
      registries.add(found.oid);
    }
  }
  await repository.load([...registries], "objects");
  return async (component, commit) => await content.find(component, commit, config.paths);
}
async function loadTrees(commits, repository) {
  if (await repository.load(commits, "trees")) {
    return true;
  }
  const objects = await Promise.all(commits.map((commit) => repository.read(commit)));
  const readable = commits.filter((_, i) => objects[i]?.type === "commit");
  return readable.length < commits.length && await repository.load(readable, "trees");
}

// src/engine/record.ts
async function record(session, view, targets, eventsOf2, whole = false) {
  try {
    const appended = await session.append(
      view,
      targets,
      async (now) => {
        const events = await eventsOf2(now);
        return { kind: "write", commits: [...await seedCommits(session, now, events), { events }] };
      },
      { whole }
    );
    if (appended.kind === "superseded") {
      return { ledger: void 0, written: false, warnings: [], failures: [] };
    }
    const { ledger, kind, remarks, doubtful } = appended;
    return { ledger, written: kind === "landed", warnings: remarks, failures: doubtful.map(({ problem }) => problem) };
  } catch (error) {
    return { ledger: view.ledger, written: false, warnings: [notRecorded(error)], failures: [] };
  }
}
function notRecorded(error) {
  if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP && ["push-denied", "move-refused"].includes(error.code)) {
    return `KV is as the tags say, but the ledger could not be written: ${error.what} Without it nobody can roll back to, or ask for, what ran. ${error.remedy}`;
  }
  throw error;
}
async function recordTargets(session, deployed, targets, contentOf = noContent) {
  return await record(session, deployed, targets, async (now) => eventsOf(session, targets, deployed, now, contentOf));
}
function eventsOf(session, targets, deployed, now, contentOf) {
  return targets.flatMap((target) => {
    const { component, slot } = target;
    const ref = refOf(target, now);
    const tags = now.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component));
    if (ref?.object !== refOf(target, deployed)?.object) {
      return [];
    }
    if (slot.kind === "version") {
      return tags === void 0 ? [] : [{ kind: "listed", tags, ...versionNews(slot.name, tags, ref, contentOf) }];
    }
    const running = runningOf(target, now, session.config.unversioned, contentOf);
    if (isUnversioned(target, now, running)) {
      return tags === void 0 ? [] : [{ kind: "listed", tags }];
    }
    return [{ kind: "found", component, environment: slot.name, running, tags, isOwn: isPushed(session, ref) }];
  });
}
function versionNews(version, { component }, ref, contentOf) {
  return ref === void 0 ? {} : { news: { version, tag: ref.object, commit: ref.commit, ...contentOf(component, version, ref.commit) } };
}
async function seedCommits(session, view, besides = []) {
  if (view.ledger !== void 0) {
    return [];
  }
  const { config, content, prefix, repository } = session;
  const other = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .listTags */ .cB)(repository, content, prefix === "logic" ? "components/" : "logic/", session.tagRules);
  const past = await tagBefore(session, view);
  const all = [...view.tags.values(), ...other.tags.values()].map((tags) => tags === past?.now ? past.before : tags);
  const recorded = new Set(
    besides.flatMap((event) => event.kind === "found" ? [(0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .entryPath */ .s3)(event.environment, event.component)] : [])
  );
  recorded.delete(past?.path ?? "");
  const events = await seedEvents(all, recorded, config, repository, content);
  return events.some((event) => event.kind === "seeded" && event.found.length > 0) ? [{ events, others: true }] : [];
}
async function tagBefore({ settings, repository }, view) {
  const { tag, before: object } = settings.pushed ?? {};
  for (const now of object === void 0 ? [] : view.tags.values()) {
    for (const [environment, ref] of now.environments) {
      const commit = ref.name === tag && object !== void 0 ? await peeled(repository, object) : void 0;
      if (object !== void 0 && commit !== void 0) {
        const environments = new Map(now.environments).set(environment, { ...ref, object, commit });
        return { now, before: { ...now, environments }, path: (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .entryPath */ .s3)(environment, now.component) };
      }
    }
  }
  return void 0;
}
function isPushed({ settings: { pushed } }, ref) {
  return ref !== void 0 && pushed?.tag === ref.name && pushed.after === ref.object;
}
async function peeled(repository, oid) {
  const { end, endType } = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .tagChain */ .W8)(repository, oid);
  return endType === "commit" ? end : void 0;
}
function isUnversioned(target, view, running) {
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(target.component));
  return running === void 0 && tags?.environments.has(target.slot.name) === true;
}
function refOf({ component, slot }, view) {
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component));
  return slot.kind === "version" ? tags?.versions.get(slot.name) : tags?.environments.get(slot.name);
}
var noContent = () => ({ blob: null, path: null });
function runningOf({ component, slot }, view, unversioned, contentOf) {
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component));
  const ref = tags?.environments.get(slot.name);
  if (tags === void 0 || ref === void 0) {
    return void 0;
  }
  const resolved = view.versionOf(tags, ref);
  const version = resolved?.version ?? (unversioned === "allow" ? (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_7__/* .unversionedName */ .wj)(ref.commit) : void 0);
  if (version === void 0) {
    return void 0;
  }
  const commit = resolved?.held ?? ref.commit;
  const held = resolved?.held === void 0 ? {} : { isHeld: true };
  return { version, commit, tag: ref.object, ...held, ...contentOf(component, slot.name, commit) };
}
function contentIn(plans) {
  return (component, slot, commit) => {
    for (const plan of plans) {
      for (const planned of plan.keys) {
        const wanted = plan.wanted.get(planned.key);
        if (wanted !== void 0 && wanted.slot === slot && wanted.commit === commit && (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(wanted.component) === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component)) {
          const { blob } = planned.metadata;
          return { blob: typeof blob === "string" ? blob : null, path: planned.path ?? null };
        }
      }
    }
    return { blob: null, path: null };
  };
}




/***/ }),

/***/ 3339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Om: () => (/* binding */ firstLedger),
/* harmony export */   V6: () => (/* binding */ ledgerAt),
/* harmony export */   n3: () => (/* binding */ commitsFrom)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8540);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1745);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/engine/ledger/past.ts
var PAGE = 100;
async function ledgerAt(repository, tip, time) {
  if (tip.time <= time) {
    return tip;
  }
  const months = await namesIn(tip, _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d);
  const [, month = "", day = ""] = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .dayPath */ .yl)(time).split("/");
  for (const oneMonth of months.filter((name) => name <= month).reverse()) {
    const days = await namesIn(tip, `${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${oneMonth}`);
    for (const oneDay of days.filter((name) => oneMonth < month || name <= day).reverse()) {
      const path = `${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${oneMonth}/${oneDay}`;
      await tip.load([path]);
      const commit = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .lastBefore */ .kk)(tip.text(path) ?? "", time);
      if (commit !== void 0) {
        return await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .LedgerSnapshot */ .g.open(repository, commit);
      }
    }
  }
  return void 0;
}
async function firstLedger(repository, tip) {
  const [month] = await namesIn(tip, _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d);
  const [day] = month === void 0 ? [] : await namesIn(tip, `${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${month}`);
  if (day === void 0) {
    return tip;
  }
  const path = `${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${month}/${day}`;
  await tip.load([path]);
  const commit = tip.text(path)?.split("\n")[0]?.split(" ")[1];
  return commit === void 0 ? tip : await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .LedgerSnapshot */ .g.open(repository, commit);
}
async function namesIn(snapshot, folder) {
  return (await snapshot.names(folder)).sort();
}
async function entriesOf(snapshot, environments, asks = () => true) {
  const found = [];
  for (const environment of environments) {
    for (const path of (await snapshot.list(environment)).keys()) {
      const parsed = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseEntryPath */ .td)(path);
      if (parsed !== void 0 && asks(parsed)) {
        found.push({ ...parsed, path });
      }
    }
  }
  await snapshot.load(found.map(({ path }) => path));
  return found.flatMap(({ environment, component }) => {
    const entry = snapshot.entry(environment, component);
    return entry === void 0 ? [] : [{ environment, component, entry }];
  });
}
async function commitsFrom(repository, start, limit) {
  if ("since" in limit && start.time < limit.since) {
    return [];
  }
  await repository.log(
    start.commit,
    "since" in limit ? { since: limit.since } : { depth: Math.min(limit.latest, PAGE) }
  );
  const commits = [];
  const most = "since" in limit ? Number.POSITIVE_INFINITY : limit.latest;
  for (let at = start.commit; at !== void 0 && commits.length < most; ) {
    const object = await repository.read(at);
    const message = object?.type === "commit" ? (0,_with_ledger_message_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLedgerMessage */ .uS)(object.message) : void 0;
    if (object?.type !== "commit" || message === void 0) {
      break;
    }
    const time = Math.floor(Date.parse(object.date) / 1e3);
    if ("since" in limit && time < limit.since) {
      break;
    }
    commits.push({ commit: at, time, message });
    at = object.parents[0];
  }
  return commits;
}




/***/ })

};

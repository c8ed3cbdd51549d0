export const id = 3173;
export const ids = [3173];
export const modules = {

/***/ 3173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gatekeeper: () => (/* reexport safe */ _with_guard_guard_js__WEBPACK_IMPORTED_MODULE_1__.y),
/* harmony export */   guard: () => (/* reexport safe */ _with_guard_guard_js__WEBPACK_IMPORTED_MODULE_1__.a)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_guard_guard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6914);
/* harmony import */ var _with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(213);
/* harmony import */ var _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5741);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9865);
/* harmony import */ var _with_guard_subject_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(611);
/* harmony import */ var _with_gate_verdict_reasons_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8588);
/* harmony import */ var _with_gate_rows_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4460);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3339);
/* harmony import */ var _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8039);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9572);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3185);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(4599);
/* harmony import */ var _with_engine_content_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8033);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2240);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(99);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(1092);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(8540);
/* harmony import */ var _with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(9668);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(4206);
/* harmony import */ var _with_engine_move_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(4439);
/* harmony import */ var _with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(8497);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(3586);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(7271);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(663);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(4385);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(2348);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(8962);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(4301);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(4923);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_45__ = __webpack_require__(8130);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_46__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_47__ = __webpack_require__(8659);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_48__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_49__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_50__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_51__ = __webpack_require__(2591);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_52__ = __webpack_require__(3798);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_53__ = __webpack_require__(9325);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_54__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_55__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_56__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_57__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_58__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_59__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_60__ = __webpack_require__(8071);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_61__ = __webpack_require__(1592);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_62__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_63__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_64__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



































































/***/ }),

/***/ 6914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ guard),
/* harmony export */   y: () => (/* binding */ Gatekeeper)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(213);
/* harmony import */ var _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5741);
/* harmony import */ var _with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(611);
/* harmony import */ var _with_gate_verdict_reasons_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8588);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3339);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1525);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7631);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1006);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9325);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);














// src/commands/guard/deployed-by-run.ts
var LOOK_BACK_S = 3 * 24 * 60 * 60;
async function recordedBy(run, ledger, repository) {
  if (ledger === void 0) {
    return { targets: [], more: 0 };
  }
  const commits = await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_5__/* .commitsFrom */ .n3)(repository, ledger, { since: ledger.time - LOOK_BACK_S });
  const own = commits.filter(({ message }) => message.run === run);
  const targets = /* @__PURE__ */ new Map();
  for (const { message } of own) {
    for (const { event, move, component, environment, version } of message.recorded) {
      const isDeploy = (event === "moved" || event === "acknowledged") && move !== "seed" && version !== null;
      if (isDeploy && component.prefix === "components") {
        targets.set(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component)} ${environment}`, (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentTarget */ .rW)(component, environment));
      }
    }
  }
  return { targets: [...targets.values()], more: own.reduce((sum, { message }) => sum + message.more, 0) };
}

// src/commands/guard/select.ts
function namedTargets(selection, listing, pushed) {
  switch (selection.by) {
    case "run":
      return [];
    case "components":
      return (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_6__/* .targetsOf */ .QR)(selection.patterns, selection.environment, listing);
    case "tag": {
      const tag = (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_10__/* .shortTag */ .j)(selection.tag);
      return (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_6__/* .tagTargets */ .lR)({ tag, named: true, pushed: tag === pushed, deleted: false }, listing);
    }
  }
}
function nothingToWatch(selection) {
  return selection.by === "tag" ? `The tag \`${(0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_10__/* .shortTag */ .j)(selection.tag)}\` is not under \`components/\`, so there is nothing to watch.` : "This workflow run has deployed nothing, so there is nothing to watch.";
}
async function recordedTargets(session, view, ofJob) {
  const { run } = session.settings.author;
  if (run === null) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(
      "input-missing",
      "It is not said what to watch, and outside of a workflow run nothing was recorded by it.",
      "Give the input `tag`, or `components` and `environment`."
    );
  }
  const { targets, more } = await recordedBy(run, view.ledger, session.repository);
  const uncounted = `${more} more moves of this run are only counted in the ledger and are not watched. Name them with \`components\` and \`environment\`.`;
  const isOfJob = ({ component, slot }) => ofJob?.has(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component)} ${slot.name}`) !== false;
  return { items: targets.filter(isOfJob), notices: more > 0 ? (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_8__/* .warnings */ .AR)([uncounted]) : [], failures: [] };
}
function judgeable(targets, gates, isNamed, view, session, ahead) {
  const items = [];
  const notices = [];
  const failures = [];
  const now = session.ports.clock.now();
  for (const target of targets) {
    const { component, slot } = target;
    const name = `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component)}\``;
    if (slot.kind === "version") {
      notices.push({
        level: "notice",
        message: `${name} ${slot.name} is a version tag: nothing runs it by itself, so there is nothing to watch.`
      });
      continue;
    }
    const policy = (0,_with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_11__/* .gatePolicyOf */ .f)(session.config.environments[slot.name]?.gate, gates);
    if (policy === void 0) {
      if (isNamed) {
        throw noGate(slot.name);
      }
      notices.push(...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_8__/* .warnings */ .AR)([`\`${slot.name}\` has no gate, so ${name} is not watched there.`]));
      continue;
    }
    let candidate;
    try {
      candidate = (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .judgedOf */ .B8)(target, policy, view, session, now, ahead);
    } catch (error) {
      if (!(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .isOfComponent */ .FH)(error)) {
        throw error;
      }
      failures.push(error);
      continue;
    }
    if (candidate === "no-tag") {
      notices.push({
        level: "notice",
        message: `${name} has no tag for \`${slot.name}\` any more, so there is nothing to watch.`
      });
    } else if (candidate === "unversioned") {
      notices.push(
        ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_8__/* .warnings */ .AR)([`The tag of ${name} for \`${slot.name}\` stands for no version, so it is not watched.`])
      );
    } else {
      items.push(candidate);
    }
  }
  return { items, notices, failures };
}
function noGate(environment) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(
    "gate-missing",
    `The environment \`${environment}\` has no gate.`,
    `Describe one under \`environments.${environment}.gate\` in the configuration, or give \`metric-url\` and \`threshold\`.`
  );
}

// src/commands/guard/guard.ts
async function guard(request, settings, ports) {
  const started = ports.clock.now();
  const opened = await ports.journal.group("Read the ledger and the tags", async () => {
    const { selection, pushed } = request;
    const tag = selection.by === "tag" ? (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_10__/* .shortTag */ .j)(selection.tag) : "";
    const isLogic = tag.startsWith("logic/");
    const isOther = tag !== "" && await (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_6__/* .isForeign */ .jq)(tag, ports.repository);
    const first = await _with_engine_session_js__WEBPACK_IMPORTED_MODULE_6__/* .Session */ .Nn.open(
      settings,
      ports,
      (listing) => isOther ? [] : namedTargets(selection, listing, pushed),
      { hints: { past: true }, prefix: isLogic ? "logic" : "components" }
    );
    return selection.by === "run" ? await withRecorded(first.session, first.view, request.ofJob) : { ...first, targets: isLogic ? [] : first.targets, notices: [] };
  });
  const { session } = opened;
  const keeper = new Gatekeeper(request, settings, session, ports);
  const { ahead, notices } = await keeper.measureClock();
  const selected = judgeable(opened.targets, request.gate, request.selection.by !== "run", opened.view, session, ahead);
  keeper.fail(selected.failures);
  await keeper.watch(selected.items, opened.view, started);
  const found = [
    ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_8__/* .excludedNotices */ .CW)(opened.view),
    ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_8__/* .warnings */ .AR)(opened.view.ignored()),
    ...opened.notices,
    ...selected.notices
  ];
  if (selected.items.length > 0) {
    found.push(...notices);
  } else if (opened.targets.length === 0) {
    found.push({ level: "notice", message: nothingToWatch(request.selection) });
  }
  return keeper.report(found, started);
}
async function withRecorded(session, view, ofJob) {
  const { items, notices } = await recordedTargets(session, view, ofJob);
  const looked = items.length === 0 ? { view } : await session.observe(items);
  return { session, view: looked.view, targets: items, notices };
}
var Gatekeeper = class {
  #request;
  #settings;
  #session;
  #ports;
  #appliers = /* @__PURE__ */ new Map();
  #gates = [];
  #results = [];
  #notices = [];
  #issues = [];
  #failures = [];
  #view;
  #ahead = 0;
  constructor(request, settings, session, ports) {
    this.#request = request;
    this.#settings = settings;
    this.#session = session;
    this.#ports = ports;
  }
  /** How far the Git server's clock is ahead of ours, in milliseconds; and whether the token could move a tag. */
  async measureClock() {
    const { clock, repository } = this.#ports;
    if (this.#settings.dryRun) {
      return { ahead: 0, notices: [] };
    }
    try {
      await repository.mayPush();
      this.#ahead = await (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .aheadOf */ .RJ)(repository, clock);
      return { ahead: this.#ahead, notices: [] };
    } catch (error) {
      if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP && error.code === "push-denied") {
        const message = `After a breach KV would be restored, but the tag could not be moved: ${error.what} ${error.remedy}`;
        this.#ports.journal.info(message);
        return { ahead: 0, notices: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_8__/* .warnings */ .AR)([message]) };
      }
      throw error;
    }
  }
  /**
   * Watches until every gate has ended.
   * @returns what may stay and go on: what is healthy, or passes all the same
   * @throws TagshipError `cancelled` where nothing was judged, or canaries are watched
   */
  async watch(judged, view, started) {
    const { metrics, clock } = this.#ports;
    this.#view = view;
    for (const message of await (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .checkMetrics */ .Ux)(judged, metrics, clock)) {
      this.#advise(message);
    }
    const { sound, failures } = await (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .finishPending */ .Jk)(this.#session, view, judged, this.#ports);
    this.fail(failures);
    const { issues, notices } = await (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .finishPostMortems */ .NE)(this.#session, view, sound, this.#ports);
    this.#issues.push(...issues);
    this.#notices.push(...notices);
    const prepared = [];
    for (const one of sound) {
      prepared.push(...await this.#prepare(one));
    }
    const good = [];
    try {
      await (0,_with_gate_verdict_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .watchAll */ .R)(prepared, started, this.#ports, async (watch, ending) => {
        await this.#end(watch, ending);
        if (ending.kind === "concluded" && ending.conclusion.action === "none") {
          good.push(watch.judged);
        }
      });
    } catch (error) {
      const isCanary = prepared.some(({ beside }) => beside !== void 0);
      if (!(error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP && error.code === "cancelled") || isCanary) {
        throw error;
      }
      const cancelled = (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .cancelledWhile */ .dy)(prepared, this.#gates, error);
      if (this.#gates.length === 0) {
        throw cancelled;
      }
      this.#failures.push(cancelled);
    }
    return good;
  }
  /** What the gates saw so far. */
  get gates() {
    return this.#gates;
  }
  /** Says what a run did, and what is to fail the step. */
  report(notices, started) {
    const [first] = this.#results.flatMap(({ times }) => times ?? []);
    const reports = this.#results.map(({ report }) => report);
    return {
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_8__/* .nothingDone */ .mh)("rollback", this.#settings, []),
      command: "guard",
      verdict: _with_commands_report_js__WEBPACK_IMPORTED_MODULE_9__/* .VERDICTS */ .bk.find((verdict) => this.#gates.some((gate) => gate.verdict === verdict)),
      rolledBack: reports.some(({ rolledBack }) => rolledBack),
      ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_8__/* .ledgerReport */ .gM)(this.#session, this.#session.lastLedger),
      moves: reports.flatMap(({ moves }) => moves),
      deployed: reports.flatMap(({ deployed }) => deployed),
      keys: reports.flatMap(({ keys }) => keys),
      changed: reports.some(({ changed }) => changed),
      rounds: Math.max(0, ...reports.map(({ rounds }) => rounds)),
      issues: [...reports.flatMap(({ issues }) => issues), ...this.#issues],
      gates: this.#gates,
      times: first,
      failures: this.#failures,
      notices: [...notices, ...this.#notices, ...reports.flatMap((one) => one.notices)],
      durationMs: this.#ports.clock.now() - started
    };
  }
  /**
   * Reads what going back would need, and says now what would stand in the way. A hold that only KV remembers is recorded
   * in the ledger first; otherwise what is measured would be taken for what the tag stands for.
   * @returns what is judged; nothing where the ledger cannot record the hold
   */
  async #prepare(judged) {
    const { id, environment } = judged;
    const why = (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .untouchable */ .JU)(judged);
    if (why !== void 0 || this.#view === void 0) {
      this.#tell(`\`${id}\` in \`${environment}\` is watched, but would not be rolled back: ${why}.`);
      return [judged];
    }
    try {
      const { applier, adopted } = await (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .prepare */ .iA)(this.#session, [judged], this.#view);
      if (adopted !== void 0) {
        this.#view = adopted;
        const { clock } = this.#ports;
        const now = (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .judgedOf */ .B8)(judged.target, judged.policy, adopted, this.#session, clock.now(), this.#ahead);
        return typeof now === "string" || now.ref.object !== judged.ref.object ? [judged] : await this.#prepare({ ...now, beside: judged.beside });
      }
      this.#appliers.set(judged, applier);
    } catch (error) {
      if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP && error.code === "cancelled") {
        throw error;
      }
      if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP && error.code === "tag-held") {
        this.fail([error]);
        return [];
      }
      const [first] = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error);
      if (first?.code === "rollback-impossible" && isFirst(judged)) {
        this.#ports.journal.info(`\`${id}\` in \`${environment}\` is watched; it is the first version there.`);
        return [judged];
      }
      this.#tell(`\`${id}\` in \`${environment}\` could not be rolled back: ${first?.what ?? ""}`);
    }
    return [judged];
  }
  /** Takes what is to fail the step, and holds up nothing else. */
  fail(problems) {
    const known = new Set(this.#failures.map(({ message }) => message));
    this.#failures.push(...problems.filter(({ message }) => !known.has(message)));
  }
  /** Says once how something could be asked better. */
  #advise(message) {
    if (!this.#notices.some((notice) => notice.message === message)) {
      this.#notices.push({ level: "notice", message });
    }
  }
  #tell(message) {
    this.#notices.push({ level: "warning", message });
    this.#ports.journal.info(message);
  }
  async #end(watch, ending) {
    const { judged } = watch;
    if (ending.kind === "superseded") {
      this.#superseded(watch);
      return;
    }
    if (ending.kind === "unread") {
      this.fail((0,_with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(ending.error));
      return;
    }
    const { verdict, action, why } = ending.conclusion;
    this.#notices.push(...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_8__/* .warnings */ .AR)((0,_with_gate_verdict_reasons_js__WEBPACK_IMPORTED_MODULE_4__/* .raisedLimits */ .j)(watch.state)));
    this.#ports.journal.info(`${judged.id} ${judged.version} in ${judged.environment} is ${verdict}: ${why}`);
    if (action === "rollback") {
      await this.#ports.cancellation.shield(() => this.#rollBack(watch, verdict, why));
      return;
    }
    if (action === "report") {
      const name = `\`${judged.id}\` ${judged.version} in \`${judged.environment}\``;
      this.#leave(watch, verdict, why, `${name} is not rolled back, by \`on-breach: report\`.`);
      return;
    }
    this.#gates.push((0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .gateReport */ .We)(watch, verdict, why, this.#ports.clock.now()));
    if (action === "warn") {
      this.#notices.push(
        ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_8__/* .warnings */ .AR)([`\`${judged.id}\` ${judged.version} stays live ${whereOf(judged)} unjudged: ${why}`])
      );
    }
    if (verdict === "healthy" && !this.#settings.dryRun && judged.beside === void 0) {
      const { component, environment, ref } = judged;
      const gate = (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOf */ .zv)(watch, verdict);
      const found = [{ component, environment, tag: ref.object, gate }];
      const told = await this.#ports.cancellation.shield(() => (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .recordHealthy */ .vP)(this.#session, found, why));
      this.#notices.push(...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_8__/* .warnings */ .AR)(told));
    }
  }
  #superseded(watch) {
    const { id, environment, version } = watch.judged;
    const why = `The tag of \`${id}\` for \`${environment}\` was moved by somebody else while ${version} was watched, so nothing was touched.`;
    this.#ports.journal.info(why);
    this.#gates.push((0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .gateReport */ .We)(watch, "superseded", why, this.#ports.clock.now()));
    this.#notices.push({ level: "notice", message: why });
  }
  async #rollBack(watch, verdict, why) {
    const { judged } = watch;
    const { clock, journal } = this.#ports;
    const measuredAt = clock.now();
    const name = `\`${judged.id}\` ${judged.version} in \`${judged.environment}\``;
    const stop = (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .untouchable */ .JU)(judged);
    const applier = this.#appliers.get(judged) ?? this.#session.newApplier();
    const last = this.#view;
    if (stop !== void 0 || last === void 0) {
      this.#leave(watch, verdict, why, `${name} is not rolled back, since ${stop}.`);
      return;
    }
    try {
      const ground = { why, gate: (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .recordOf */ .zv)(watch, verdict) };
      const outcome = await journal.group(
        `Roll back ${judged.id} in ${judged.environment}`,
        () => (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .retreat */ .mE)(this.#session, [judged], last, applier, ground, this.#ports)
      );
      if (outcome.kind === "superseded") {
        this.#superseded(watch);
        return;
      }
      if (outcome.kind === "untouchable") {
        this.#leave(watch, verdict, why, `${name} is not rolled back, since ${outcome.why}.`);
        return;
      }
      const gate = (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .gateReport */ .We)(watch, verdict, why, measuredAt);
      const held = outcome.kind === "moved" ? void 0 : outcome.isRecorded ? "ledger" : "kv";
      const aftermath = await (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .aftermathOf */ .yF)(
        outcome,
        judged,
        gate,
        measuredAt,
        this.#settings,
        this.#session,
        this.#ports
      );
      const kept = await (0,_with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_2__/* .openPostMortems */ .C_)(this.#session, [aftermath.occasion], outcome.outcome, this.#ports);
      const report = {
        ...aftermath.report,
        issues: kept.issues,
        notices: [...aftermath.report.notices, ...kept.notices]
      };
      const times = aftermath.times && { ...aftermath.times, done: clock.now() - measuredAt };
      this.#results.push({ ...aftermath, report, times });
      this.#gates.push({ ...gate, rolledBackTo: aftermath.version, held });
      this.#conclude(aftermath.failures(kept.issues[0]?.url, this.#request.failOnRollback));
    } catch (error) {
      this.#gates.push((0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .gateReport */ .We)(watch, verdict, why, measuredAt));
      this.#failures.push(
        ...(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error).map(
          ({ code, what, remedy, location }) => new _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(code, `${name} should go back, but could not: ${why} ${what}`, remedy, {
            location,
            cause: error
          })
        )
      );
    }
  }
  #leave(watch, verdict, why, because) {
    this.#gates.push((0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_1__/* .gateReport */ .We)(watch, verdict, why, this.#ports.clock.now()));
    this.#failures.push(
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP("gate-breached", `${because} ${why}`, "Run `rollback` with a `version` to go further back.")
    );
  }
  #conclude({ errors, notices }) {
    this.#failures.push(...errors);
    this.#notices.push(...notices);
  }
};
function whereOf({ environment, beside }) {
  return beside === void 0 ? `in \`${environment}\`` : `for ${beside.share} % of \`${beside.environment}\``;
}
function isFirst({ entry }) {
  return entry !== void 0 && entry.previous === null && entry.healthy.length === 0;
}




/***/ })

};

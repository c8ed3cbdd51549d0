export const id = 4917;
export const ids = [4917];
export const modules = {

/***/ 4917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_group_group_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3233);
/* harmony import */ var _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5741);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9865);
/* harmony import */ var _with_gate_rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4460);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3339);
/* harmony import */ var _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8039);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9572);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3185);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4599);
/* harmony import */ var _with_engine_content_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8033);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2240);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(99);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1092);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(8540);
/* harmony import */ var _with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(9668);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(4206);
/* harmony import */ var _with_engine_move_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(4439);
/* harmony import */ var _with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(8497);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(3586);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(7271);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(663);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(4385);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(2348);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(8962);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(4301);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(4923);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(8130);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(8659);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_45__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_46__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_47__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_48__ = __webpack_require__(2591);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_49__ = __webpack_require__(3798);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_50__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_51__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_52__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_53__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_54__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_55__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_56__ = __webpack_require__(8071);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_57__ = __webpack_require__(1592);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_58__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_59__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_60__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





























































// src/commands/rollback.ts
async function rollback(request, settings, ports) {
  const started = ports.clock.now();
  const { environment, target } = request;
  const { session, view, targets } = await ports.journal.group(
    "Read the ledger and the tags",
    () => _with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .Session */ .Nn.open(settings, ports, (listing, config) => returnable(request, listing, config), {
      prefixes: (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .tagPrefixes */ .$0)(request.patterns),
      moves: true,
      hints: { past: true, slots: typeof target === "object" ? [target.version] : [] }
    })
  );
  const group = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_24__/* .groupOf */ .F8)(session.config.groups, environment);
  const known = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_24__/* .environmentsOf */ .M2)(view);
  if (group === void 0 && !known.has(environment)) {
    throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .unknownEnvironment */ .Iu)(environment, known);
  }
  if (request.percentage !== void 0) {
    const { lowerShares } = await __webpack_require__.e(/* import() */ 3813).then(__webpack_require__.bind(__webpack_require__, 3813));
    return await lowerShares(session, view, targets, environment, request.percentage, settings, ports, started);
  }
  const outcome = await (0,_with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_20__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    "rollback",
    ports,
    () => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_19__/* .move */ .Cy)(session, view, targets, async (now) => {
      await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_19__/* .anchorRemembered */ .qr)(session, now, targets, typeof target === "object" ? [target.version] : []);
      const leaving = group === void 0 ? targets : leftOf(targets, now, typeof target === "object" ? target.version : void 0);
      return {
        kind: "rollback",
        removals: [],
        choices: (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_19__/* .chooseAll */ .z)(
          leaving,
          ({ component, slot }) => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_19__/* .chooseRollback */ .wX)((0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_19__/* .stateOf */ .L4)(component, slot.name, now), target, settings.overrides)
        )
      };
    })
  );
  const report = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_19__/* .reportMove */ .Q6)("rollback", session, view, targets, outcome, settings, ports, started);
  if (outcome.kind === "superseded") {
    return report;
  }
  const occasions = await occasionsOf(targets, outcome, group);
  const { issues, notices } = await (0,_with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_2__/* .openPostMortems */ .C_)(session, occasions, outcome, ports);
  return {
    ...report,
    waves: group === void 0 ? [] : wavesBack(group, targets, outcome.intent, session, settings),
    issues,
    notices: [...report.notices, ...notices, ...alreadyBack(targets, report, environment)],
    durationMs: ports.clock.now() - started
  };
}
async function occasionsOf(targets, outcome, group) {
  const { intent, ledger, view } = outcome;
  await ledger?.load(targets.map(({ component, slot }) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_47__/* .entryPath */ .s3)(slot.name, component)));
  const found = targets.flatMap(({ component, slot: { name: environment } }) => {
    const ref = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_54__/* .componentId */ .nV)(component))?.environments.get(environment);
    const now = ledger?.entry(environment, component);
    const entry = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_24__/* .speaksOf */ .Tq)(now, ref?.object) && now.move === "rollback" ? now : void 0;
    const choice = intent.choices.find(
      ({ situation }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_54__/* .componentId */ .nV)(situation.component) === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_54__/* .componentId */ .nV)(component) && situation.environment === environment
    );
    const left = entry?.previous ?? choice?.situation.current;
    const version = entry?.version ?? choice?.version;
    const isRecorded = choice === void 0 && entry?.status === "held";
    if (left === void 0 || version === void 0 || left === version || isRecorded) {
      return [];
    }
    return [
      {
        component,
        environment,
        left,
        restored: { version, commit: entry?.commit ?? choice?.commit },
        entry,
        why: choice === void 0 ? _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_2__/* .WRITTEN_LATER */ .bR : `Somebody asked for it; brought back was ${choice.why}.`,
        gate: void 0,
        held: void 0
      }
    ];
  });
  return group === void 0 ? found : (0,_with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_2__/* .oneForEach */ .Nn)(found);
}
function leftOf(targets, view, version) {
  const places = targets.map((target) => {
    const { ref, current, entry } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_19__/* .stateOf */ .L4)(target.component, target.slot.name, view);
    const isBack = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_24__/* .speaksOf */ .Tq)(entry, ref?.object) && entry.move === "rollback";
    return { target, environment: target.slot.name, current, left: isBack ? entry.previous ?? void 0 : void 0 };
  });
  const byComponent = Map.groupBy(places, ({ target: { component } }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_54__/* .componentId */ .nV)(component));
  return [...byComponent.values()].flatMap((all) => {
    const versions = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_24__/* .rolledOut */ .Tj)(all, version);
    return all.filter(({ current }) => current !== void 0 && versions.has(current)).map(({ target }) => target);
  });
}
function alreadyBack(targets, report, environment) {
  const moved = new Set(report.moves.map(({ component }) => component));
  const ids = new Set(targets.map(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_54__/* .componentId */ .nV)(component)));
  const back = [...ids].filter((id) => !moved.has(id));
  return back.length === 0 ? [] : [
    {
      level: "notice",
      message: `Rolled back already in \`${environment}\`, so the tag stays and KV was brought to it: ${back.map((id) => `\`${id}\``).join(", ")}. Name a \`version\` to go further back.`
    }
  ];
}
function returnable({ patterns, environment }, listing, config) {
  const group = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_24__/* .groupOf */ .F8)(config?.groups ?? {}, environment);
  if (group !== void 0) {
    return returnableOf(group, patterns, listing);
  }
  const chosen = /* @__PURE__ */ new Map();
  for (const selection of (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .select */ .Lt)(patterns, listing)) {
    const { pattern, components } = selection;
    const usable = components.filter(
      ({ component, environments }) => environments.has(environment) || (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_54__/* .componentId */ .nV)(component) === pattern
    );
    if (usable.length === 0) {
      const remedy = "Check the name of the environment, or use `promote` to put a version there.";
      throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .nowhereIn */ .co)(environment, selection, listing, remedy);
    }
    for (const { component } of usable) {
      chosen.set((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_54__/* .componentId */ .nV)(component), (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_23__/* .environmentTarget */ .rW)(component, environment));
    }
  }
  return [...chosen.values()];
}
function returnableOf(group, patterns, listing) {
  const chosen = /* @__PURE__ */ new Map();
  for (const selection of (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .select */ .Lt)(patterns, listing)) {
    const found = selection.components.flatMap(
      ({ component, environments }) => (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_24__/* .environmentsIn */ .Ib)(group).filter((environment) => environments.has(environment)).map((environment) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_23__/* .environmentTarget */ .rW)(component, environment))
    );
    if (found.length === 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_59__/* .TagshipError */ .bP(
        "tag-missing",
        `No environment of the group \`${group.name}\` has a tag of \`${selection.pattern}\`.`,
        "Use `promote` to put a version there."
      );
    }
    for (const target of found) {
      chosen.set(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_54__/* .componentId */ .nV)(target.component)}@${target.slot.name}`, target);
    }
  }
  return [...chosen.values()];
}
function wavesBack(group, targets, { choices }, session, settings) {
  const records = new _with_group_group_report_js__WEBPACK_IMPORTED_MODULE_1__/* .Records */ .t("rollback", group, session, settings);
  for (const target of targets) {
    const choice = choices.find(
      ({ situation }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_54__/* .componentId */ .nV)(situation.component) === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_54__/* .componentId */ .nV)(target.component) && situation.environment === target.slot.name
    );
    const back = { version: choice?.situation.current, state: "back", rolledBackTo: choice?.version };
    records.note(target, choice === void 0 ? {} : back);
  }
  return records.waves();
}



/***/ }),

/***/ 3233:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Records)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7631);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





// src/commands/group/group-report.ts
var Records = class {
  group;
  #command;
  #session;
  #settings;
  #places = /* @__PURE__ */ new Map();
  /** Components that go no further. */
  #stopped = /* @__PURE__ */ new Set();
  #reports = [];
  #failures = [];
  #notices = [];
  constructor(command, group, session, settings) {
    this.group = group;
    this.#command = command;
    this.#session = session;
    this.#settings = settings;
  }
  /** Keeps what is known of a place. */
  note(target, known) {
    const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(target.component);
    const key = keyOf(target);
    const place = this.#places.get(key) ?? {
      component: id,
      environment: target.slot.name,
      version: void 0,
      state: "left",
      verdict: void 0,
      why: "",
      rolledBackTo: void 0,
      held: void 0
    };
    this.#places.set(key, { ...place, ...known });
  }
  /** What is known of a place. */
  at(target) {
    return this.#places.get(keyOf(target));
  }
  /** Whether the component of a place goes no further. */
  isStopped({ component }) {
    return this.#stopped.has((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component));
  }
  /** Whether the component of a place was taken back. */
  isBack({ component }) {
    const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component);
    return [...this.#places.values()].some((place) => place.component === id && place.state === "back");
  }
  /** Ends the way of a component through the waves; what has the version keeps it. */
  stop(target, verdict, why) {
    this.end(target, { verdict, why });
    const { component, environment, version } = this.at(target) ?? { component: "", environment: "", version: "" };
    const { name } = this.group;
    const isBreached = verdict === "breached";
    this.failed([
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
        isBreached ? "gate-breached" : "group-stopped",
        `\`${component}\` ${version} goes no further in \`${name}\` than \`${environment}\`, and stays where it is: ${why}`,
        `Use \`promote\` again to go on, or \`rollback\` with \`environment: ${name}\` to take it back.`
      )
    ]);
  }
  /** Ends it before a wave: its environments do not get the version. */
  refuse(targets, why) {
    for (const id of new Set(targets.map(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component)))) {
      const own = targets.filter(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component) === id);
      const version = own.map((target) => this.at(target)?.version)[0] ?? "";
      for (const target of own) {
        this.end(target, { verdict: "superseded", why });
      }
      this.failed([
        new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
          "group-stopped",
          `\`${id}\` ${version} is not put into ${own.map(({ slot }) => `\`${slot.name}\``).join(", ")} of \`${this.group.name}\`: ${why}`,
          "Look at what was moved, and why. Then use `promote` again to go on."
        )
      ]);
    }
  }
  /** The same where that is said already. */
  end(target, known) {
    this.#stopped.add((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(target.component));
    this.note(target, { state: "failed", ...known });
  }
  /** Takes what a move brought about. */
  did(report) {
    this.#reports.push(report);
    this.failed(report.failures);
    this.notices(report.notices);
  }
  failed(problems) {
    const known = new Set(this.#failures.map(({ message }) => message));
    this.#failures.push(...problems.filter(({ message }) => !known.has(message)));
  }
  notices(notices) {
    const known = new Set(this.#notices.map(({ message }) => message));
    this.#notices.push(...notices.filter(({ message }) => !known.has(message)));
  }
  /** The waves, as they stand. */
  waves() {
    return this.group.waves.map((environments) => {
      const places = [...this.#places.values()].filter(({ environment }) => environments.includes(environment));
      return { environments, outcome: outcomeOf(places), places };
    });
  }
  report(view, durationMs) {
    const reports = this.#reports;
    const waves = this.waves();
    const verdicts = new Set(waves.flatMap(({ places }) => places.map(({ verdict }) => verdict)));
    const merged = (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .combined */ .yX)(reports);
    const isUntouched = merged.moves.length === 0 && verdicts.has("superseded") && [...verdicts].every((one) => (one ?? "superseded") === "superseded");
    return {
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .nothingDone */ .mh)(this.#command, this.#settings, []),
      ...merged,
      verdict: _with_commands_report_js__WEBPACK_IMPORTED_MODULE_2__/* .VERDICTS */ .bk.find((verdict) => verdicts.has(verdict)),
      ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerReport */ .gM)(this.#session, this.#session.lastLedger ?? view.ledger),
      waves,
      // As for a single environment: where nothing was touched since somebody else was first, nothing failed.
      failures: isUntouched ? [] : this.#failures,
      notices: [...this.#notices, ...isUntouched ? this.#failures.map(asWarning) : []],
      durationMs
    };
  }
};
function keyOf({ component, slot }) {
  return `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component)}@${slot.name}`;
}
function asWarning({ what, remedy }) {
  return { level: "warning", message: `${what} ${remedy}` };
}
function outcomeOf(places) {
  const states = new Set(places.map(({ state }) => state));
  if (states.has("back")) {
    return "rolled-back";
  }
  if (states.has("failed")) {
    return "stopped";
  }
  if (states.has("moved") || states.has("watched")) {
    return "passed";
  }
  return states.has("waiting") ? "waiting" : "unchanged";
}




/***/ })

};

export const id = 917;
export const ids = [917];
export const modules = {

/***/ 4917:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5741);
/* harmony import */ var _with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9668);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9865);
/* harmony import */ var _with_domain_moves_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(132);
/* harmony import */ var _with_engine_sound_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9687);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3339);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3586);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7248);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_access_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8790);
/* harmony import */ var _with_yaml_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9136);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3185);
/* harmony import */ var _with_domain_metadata_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1533);
/* harmony import */ var _with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(8659);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(3397);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(7958);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(8130);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_said_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(5325);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(1592);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(2348);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(663);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(9325);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(4903);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(3367);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(2459);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(2787);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(9133);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(3798);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(7802);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(7271);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(1472);
/* harmony import */ var _with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(2766);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(9577);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(2591);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);








































// src/commands/rollback.ts
async function rollback(request, settings, ports) {
  const started = ports.clock.now();
  const { environment, target } = request;
  const { session, view, targets } = await ports.journal.group(
    "Read the ledger and the tags",
    () => _with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .Session */ .Nn.open(settings, ports, (listing) => returnable(request, listing), {
      near: (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .tagPrefixes */ .$0)(request.patterns),
      moves: true,
      hints: { past: true, slots: typeof target === "object" ? [target.version] : [] }
    })
  );
  const known = await (0,_with_yaml_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentsOf */ .M2)(view);
  if (!known.has(environment)) {
    throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .unknownEnvironment */ .Iu)(environment, known);
  }
  const outcome = await (0,_with_engine_sound_js__WEBPACK_IMPORTED_MODULE_5__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    "rollback",
    ports,
    () => (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_4__/* .move */ .Cy)(session, view, targets, async (now) => {
      await (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_4__/* .anchorRemembered */ .qr)(session, now, targets, typeof target === "object" ? [target.version] : []);
      return {
        kind: "rollback",
        removals: [],
        choices: (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseAll */ .z)(
          targets,
          ({ component }) => (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseRollback */ .wX)((0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(component, environment, now), target, settings.overrides)
        )
      };
    })
  );
  const report = await (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_4__/* .reportMove */ .Q6)("rollback", session, view, targets, outcome, settings, ports, started);
  if (outcome.kind === "superseded") {
    return report;
  }
  const occasions = await occasionsOf(targets, environment, outcome);
  const { issues, notices } = await (0,_with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_1__/* .openPostMortems */ .C)(session, occasions, outcome, ports);
  return {
    ...report,
    issues,
    notices: [...report.notices, ...notices, ...alreadyBack(targets, report, environment)],
    durationMs: ports.clock.now() - started
  };
}
async function occasionsOf(targets, environment, outcome) {
  const { intent, ledger, view } = outcome;
  await ledger?.load(targets.map(({ component }) => (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_25__/* .entryPath */ .s3)(environment, component)));
  return targets.flatMap(({ component }) => {
    const ref = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_31__/* .componentId */ .nV)(component))?.environments.get(environment);
    const now = ledger?.entry(environment, component);
    const entry = (0,_with_yaml_js__WEBPACK_IMPORTED_MODULE_11__/* .speaksOf */ .Tq)(now, ref?.object) && now.move === "rollback" ? now : void 0;
    const choice = intent.choices.find(({ situation }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_31__/* .componentId */ .nV)(situation.component) === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_31__/* .componentId */ .nV)(component));
    const left = entry?.previous ?? choice?.situation.current;
    const version = entry?.version ?? choice?.version;
    const isTold = choice === void 0 && entry?.status === "held";
    if (left === void 0 || version === void 0 || left === version || isTold) {
      return [];
    }
    return [
      {
        component,
        environment,
        left,
        restored: { version, commit: entry?.commit ?? choice?.commit },
        entry,
        why: choice === void 0 ? _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_1__/* .TOLD_LATER */ .J : `Somebody asked for it; brought back was ${choice.why}.`,
        gate: void 0,
        held: void 0
      }
    ];
  });
}
function alreadyBack(targets, report, environment) {
  const moved = new Set(report.moves.map(({ component }) => component));
  const back = targets.map(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_31__/* .componentId */ .nV)(component)).filter((id) => !moved.has(id));
  return back.length === 0 ? [] : [
    {
      level: "notice",
      message: `Rolled back already in \`${environment}\`, so the tag stays and KV was brought to it: ${back.map((id) => `\`${id}\``).join(", ")}. Name a \`version\` to go further back.`
    }
  ];
}
function returnable({ patterns, environment }, listing) {
  const chosen = /* @__PURE__ */ new Map();
  for (const selection of (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .select */ .Lt)(patterns, listing)) {
    const { pattern, components } = selection;
    const usable = components.filter(
      ({ component, environments }) => environments.has(environment) || (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_31__/* .componentId */ .nV)(component) === pattern
    );
    if (usable.length === 0) {
      const remedy = "Check the name of the environment, or use `promote` to put a version there.";
      throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .nowhereIn */ .co)(environment, selection, listing, remedy);
    }
    for (const { component } of usable) {
      chosen.set((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_31__/* .componentId */ .nV)(component), (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .environmentTarget */ .rW)(component, environment));
    }
  }
  return [...chosen.values()];
}



/***/ })

};

export const id = 3722;
export const ids = [3722];
export const modules = {

/***/ 3722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploy: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3185);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4599);
/* harmony import */ var _with_engine_content_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8033);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2240);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(99);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1092);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4206);
/* harmony import */ var _with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8497);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3586);
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



















































// src/commands/deploy.ts
async function deploy(request, settings, ports) {
  const started = ports.clock.now();
  const { repository, clock } = ports;
  if (request.by === "tag" && await (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .isForeign */ .jq)(request.tag, repository)) {
    const notice = { level: "notice", message: (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_35__/* .foreignTag */ .lm)(request.tag) };
    return (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_31__/* .nothingDone */ .mh)("deploy", settings, [notice], clock.now() - started);
  }
  const opened = await ports.journal.group(
    "Read the ledger and the tags",
    () => _with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .Session */ .Nn.open(
      settings,
      ports,
      (listing2) => request.by === "tag" ? (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .tagTargets */ .lR)(request, listing2) : (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .targetsOf */ .QR)(request.patterns, request.environment, listing2),
      { prefixes: request.by === "tag" ? (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .siblingsOf */ .DG)(request.tag) : (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .tagPrefixes */ .$0)(request.patterns) }
    )
  );
  if (opened.targets.length === 0) {
    const message = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .nothingFor */ .Nw)(request.by === "tag" ? request.tag : "", opened.session.tagRules);
    return (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_31__/* .nothingDone */ .mh)("deploy", settings, [{ level: "notice", message }], ports.clock.now() - started);
  }
  const { session, view, listing } = opened;
  const applier = session.newApplier();
  const plan = async (some, now) => await session.plan((0,_with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_11__/* .withCanaries */ .X$)(session, some, now), now);
  const planner = new _with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_11__/* .SoundPlanner */ .OW(plan, applier, opened.targets);
  const planFor = async (now) => await planner.plan(now);
  let plans = await planner.checked(view);
  const adopted = await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_12__/* .recordHolds */ .u1)(session, view, planner.targets, plans, applier);
  planner.leave(adopted.failures);
  if (adopted.view !== void 0 || adopted.failures.length > 0) {
    plans = await planner.checked(adopted.view ?? view);
  }
  const { targets } = planner;
  const first = { plans, observed: adopted.view ?? view };
  const outcome = await (0,_with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_11__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    "deploy",
    ports,
    () => (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_12__/* .convergeTargets */ .qr)(session, applier, (0,_with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_11__/* .withCanaries */ .X$)(session, targets, first.observed), first, planFor)
  );
  const report = {
    ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_31__/* .nothingDone */ .mh)("deploy", settings, []),
    ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_31__/* .ledgerReport */ .gM)(session, outcome.ledger),
    deployed: targets.flatMap((target) => (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_31__/* .describeDeployed */ .ex)(target, outcome, view)),
    deleted: targets.flatMap((target) => (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_31__/* .describeDeleted */ .rv)(target, outcome)),
    keys: outcome.keys,
    changed: outcome.changed,
    rounds: outcome.rounds,
    failures: [...planner.failures, ...session.problems, ...outcome.failures, ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_31__/* .heldAgain */ .ke)(targets, outcome.view)]
  };
  return {
    ...report,
    notices: [
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_31__/* .excludedNotices */ .CW)(view),
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_31__/* .warnings */ .AR)(outcome.warnings),
      ...targets.flatMap((target) => remarks(target, listing)),
      ...await (0,_with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_11__/* .showDeployment */ .BD)(session, report, ports)
    ],
    durationMs: ports.clock.now() - started
  };
}
function remarks(target, listing) {
  const notices = [];
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_44__/* .componentId */ .nV)(target.component);
  for (const { name } of listing.tags.get(id)?.shadowed ?? []) {
    notices.push({
      level: "warning",
      message: `The older tag \`${name}\` points elsewhere and is ignored, since \`components/${id}/…\` stands for the same component. Delete it.`
    });
  }
  return notices;
}



/***/ })

};

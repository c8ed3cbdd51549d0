export const id = 254;
export const ids = [254];
export const modules = {

/***/ 2254:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rebuild: () => (/* reexport safe */ _with_commands_rebuild_js__WEBPACK_IMPORTED_MODULE_1__.aq)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_commands_rebuild_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2247);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7248);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_access_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8790);
/* harmony import */ var _with_yaml_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9136);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3185);
/* harmony import */ var _with_domain_metadata_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1533);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3397);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7958);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8130);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_said_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(5325);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1592);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(2348);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(663);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(9325);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(4903);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(3367);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(2459);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(2787);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(9133);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(3798);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(7802);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(7271);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(1472);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(2591);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

































/***/ }),

/***/ 2247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ runAll),
/* harmony export */   aq: () => (/* binding */ rebuild),
/* harmony export */   ht: () => (/* binding */ variablesOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7248);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3397);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8130);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(663);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);







// src/commands/rebuild.ts
async function rebuild(request, settings, secrets, ports) {
  const started = ports.clock.now();
  const { tag } = request;
  const opened = await _with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .Session */ .Nn.open(settings, ports, (listing) => (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .tagTargets */ .lR)(request, listing), { prefix: "logic" });
  const [target] = opened.targets;
  if (target === void 0 || target.slot.kind === "version") {
    const isVersion = `The logic tag \`${tag}\` is a version: nothing to rebuild.`;
    const message = target === void 0 ? (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .nothingFor */ .Nw)(tag, opened.session.tagRules) : isVersion;
    return (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_2__/* .nothingDone */ .mh)("deploy", settings, [{ level: "notice", message }]);
  }
  const { session, view } = opened;
  const { config } = session;
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(target.component);
  const tags = view.tags.get(id);
  const ref = tags?.environments.get(target.slot.name);
  const resolved = tags === void 0 || ref === void 0 ? void 0 : view.versionOf(tags, ref);
  if (ref === void 0 || resolved === void 0 && config.unversioned === "error") {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
      "version-missing",
      `The tag \`${tag}\` stands on a commit that has no version tag of \`${id}\`.`,
      `Tag the commit first, as \`logic/${id}/vX.Y.Z\`, or set \`unversioned: allow\` in the configuration.`
    );
  }
  const version = resolved?.version ?? (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_4__/* .unversionedName */ .wj)(ref.commit);
  const values = (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_3__/* .rebuildValues */ .iF)(target.component, target.slot.name, version, ref.commit);
  const commands = (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_3__/* .rebuildCommands */ .cC)(config.logic?.rebuild ?? [], values);
  const done = settings.dryRun ? commands.map((argv) => ({ argv, durationMs: void 0 })) : await runAll(commands, ref.commit, { ...variablesOf(values), ...secrets }, ports);
  const recorded = settings.dryRun ? void 0 : await (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .recordTargets */ .Sh)(session, view, [target]);
  const notices = [...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_2__/* .inertNotices */ .Gc)(config), ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_2__/* .excludedNotices */ .CW)(view), ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_2__/* .warnings */ .AR)(recorded?.warnings ?? [])];
  return {
    ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_2__/* .nothingDone */ .mh)("deploy", settings, notices, ports.clock.now() - started),
    ledger: (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_2__/* .ledgerReport */ .gM)(session, recorded?.ledger ?? view.ledger),
    deployed: [
      {
        component: id,
        environment: target.slot.name,
        version,
        commit: ref.commit,
        path: "",
        bytes: 0,
        previousVersion: void 0,
        previousCommit: void 0,
        namespaces: []
      }
    ],
    requiresRebuild: true,
    rebuild: done
  };
}
async function runAll(commands, commit, variables, { workshop, clock, journal }) {
  if (commands.length === 0) {
    return [];
  }
  return await workshop.checkout(commit, async (directory) => {
    const done = [];
    for (const argv of commands) {
      const started = clock.now();
      const code = await journal.group(argv.join(" "), () => workshop.run(argv, directory, variables));
      if (code !== 0) {
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
          "rebuild-failed",
          `The command \`${argv.join(" ")}\` ended with exit code ${code}.`,
          "Its output is in the log above. Correct the cause, or move the tag back, and run the job again."
        );
      }
      done.push({ argv, durationMs: clock.now() - started });
    }
    return done;
  });
}
function variablesOf(values) {
  return {
    TAGSHIP_COMPONENT: values.component,
    TAGSHIP_ENVIRONMENT: values.environment,
    TAGSHIP_VERSION: values.version,
    TAGSHIP_COMMIT: values.commit
  };
}




/***/ })

};

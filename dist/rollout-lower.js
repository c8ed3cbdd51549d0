export const id = 3813;
export const ids = [3813];
export const modules = {

/***/ 3813:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lowerShares: () => (/* binding */ lowerShares)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_rollout_steps_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6396);
/* harmony import */ var _with_engine_move_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4439);
/* harmony import */ var _with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8497);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3586);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7271);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(663);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4385);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2348);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8962);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(4301);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(4923);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(8130);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(2591);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(3798);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(8071);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(1592);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);











































// src/commands/rollout/lower.ts
async function lowerShares(session, view, targets, environment, percentage, settings, ports, started) {
  const rule = session.config.environments[environment]?.canary;
  const both = targets.flatMap(
    ({ component }) => [environment, ...rule === void 0 ? [] : [rule.environment]].map((name) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentTarget */ .rW)(component, name))
  );
  let rollouts = [];
  let isLower = false;
  const outcome = await (0,_with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_3__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    "rollback",
    ports,
    () => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_2__/* .move */ .Cy)(session, view, both, async (now) => {
      await now.ledger?.load(both.map(({ component, slot }) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_29__/* .entryPath */ .s3)(slot.name, component)));
      const problems = [];
      const lowered = targets.flatMap((target) => {
        const found = loweredOf(target, environment, percentage, session, now);
        if (found instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_41__/* .TagshipError */ .bP) {
          problems.push(found);
          return [];
        }
        return [found];
      });
      if (problems.length > 0) {
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_41__/* .TagshipErrors */ .g0(problems);
      }
      rollouts = lowered.map(({ report: report2 }) => report2);
      const shares = lowered.flatMap(({ share }) => share ?? []);
      isLower = shares.length > 0;
      return { kind: "rollback", choices: [], removals: [], shares };
    })
  );
  const report = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_2__/* .reportMove */ .Q6)("rollback", session, view, targets, outcome, settings, ports, started);
  const changed = report.changed || isLower && !settings.dryRun;
  return outcome.kind === "superseded" ? report : { ...report, rollouts, changed };
}
function loweredOf({ component }, environment, percentage, { config }, now) {
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_36__/* .componentId */ .nV)(component);
  const rule = config.environments[environment]?.canary;
  const tags = now.tags.get(id);
  const placed = tags === void 0 ? void 0 : (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_6__/* .liveShare */ .Yi)(tags, environment, rule, now.shares);
  const [tag, live] = [tags?.environments.get(rule?.environment ?? ""), tags?.environments.get(environment)];
  const reported = (version, why) => ({
    component: id,
    environment,
    canary: rule?.environment ?? "",
    version,
    live: tags === void 0 || live === void 0 ? void 0 : now.versionOf(tags, live)?.version,
    verdict: void 0,
    why,
    share: percentage,
    steps: [],
    planned: []
  });
  if (rule === void 0 || tags === void 0 || placed === void 0 || tag === void 0 || live === void 0) {
    const entry = rule === void 0 ? void 0 : (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_7__/* .readable */ .HD)(() => now.ledger?.entry(rule.environment, component));
    const stands = tags === void 0 || tag === void 0 ? void 0 : now.versionOf(tags, tag)?.version;
    const version = stands ?? entry?.version;
    if (percentage === 0 && version != null) {
      return { share: void 0, report: reported(version, "No user gets it.") };
    }
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_41__/* .TagshipError */ .bP(
      "canary-missing",
      `No user of \`${environment}\` gets a canary of \`${id}\` now, so there is no percentage to lower.`,
      "Run `rollback` without `percentage` to bring back a version."
    );
  }
  if (percentage > placed.share) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_41__/* .TagshipError */ .bP(
      "input-invalid",
      `${placed.share} % of the users of \`${environment}\` get \`${id}\` ${placed.version} now, and \`percentage: ${percentage}\` is more.`,
      "Give a lower one. `promote` of the same version raises it, step by step."
    );
  }
  if (percentage === placed.share) {
    return { share: void 0, report: reported(placed.version, `It was at ${percentage} % already.`) };
  }
  const step = percentage === 0 ? 0 : (0,_with_rollout_steps_js__WEBPACK_IMPORTED_MODULE_1__/* .stepOf */ .cg)(rule.steps, percentage);
  const range = config.environments[environment]?.track;
  const track = range === void 0 ? void 0 : (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_9__/* .markOf */ .Fg)(range, [...tags.versions.keys()]);
  return {
    share: { component, environment: rule.environment, of: environment, share: percentage, step, tag, live, track },
    report: reported(placed.version, `Lowered from ${placed.share} % by hand.`)
  };
}



/***/ }),

/***/ 6396:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ nextAction),
/* harmony export */   Hl: () => (/* binding */ alikeForAll),
/* harmony export */   LD: () => (/* binding */ stepPolicy),
/* harmony export */   OH: () => (/* binding */ staleFrom),
/* harmony export */   cg: () => (/* binding */ stepOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3367);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2459);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/domain/rollout/steps.ts
function nextAction(steps, share, isWatched) {
  if (share > 0 && !isWatched) {
    return { kind: "watch", share, step: stepOf(steps, share) };
  }
  const next = steps.find((step) => step > share);
  return next === void 0 ? { kind: "finish" } : { kind: "raise", share: next, step: stepOf(steps, next) };
}
function stepOf(steps, share) {
  return Math.max(1, steps.filter((step) => step <= share).length);
}
function stepPolicy(gate, rule) {
  const bakeMs = (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_1__/* .milliseconds */ .Rz)(rule["step-time"], gate.bakeMs);
  return {
    ...gate,
    bakeMs,
    timeoutMs: Math.max(gate.timeoutMs, bakeMs),
    metrics: gate.metrics.map((metric) => {
      const { control: _, beforeMs: __, ...source } = metric.source;
      return metric.limit.kind === "counts" ? { ...metric, source, limit: { ...metric.limit, compared: true, beside: true } } : { ...metric, source };
    })
  };
}
function alikeForAll({ metrics }) {
  return metrics.filter(
    ({ limit, source }) => limit.kind === "counts" && !(0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_2__/* .textsOf */ .CB)(source).some(({ text }) => text.includes("{version}"))
  ).map(
    ({ name }) => new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "metric-unusable",
      `The metric \`${name}\` does not name \`{version}\`, so a canary cannot be told from what is live.`,
      'Count the requests of one version, such as with `version="{version}"`.'
    )
  );
}
var SLACK_MS = 15 * 60 * 1e3;
function staleFrom(since, policy) {
  const { initialDelayMs = 0, timeoutMs = 0, intervalMs = 0 } = policy ?? {};
  return Date.parse(since) + initialDelayMs + timeoutMs + intervalMs + SLACK_MS;
}




/***/ })

};

export const id = 9362;
export const ids = [9362];
export const modules = {

/***/ 9362:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   resultSchema: () => (/* binding */ resultSchema),
/* harmony export */   targetsIn: () => (/* binding */ targetsIn)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5747);
/* harmony import */ var _with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2861);
/* harmony import */ var _with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3374);
/* harmony import */ var _with_domain_backtest_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7835);
/* harmony import */ var _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8039);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9572);
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4599);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8540);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2348);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3643);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4923);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2591);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(3798);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(8071);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

























// src/action/result-schema.ts
var componentResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "`type/name`." }),
  environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "Null for a version tag." }),
  version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  "previous-version": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
  sha: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "The commit of the version." }),
  "previous-sha": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
  path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "The file of the content." }),
  bytes: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(),
  namespaces: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)())
});
var deletedResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "`type/name`." }),
  environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "Null for a version tag." }),
  version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "Null for an environment tag." }),
  left: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)()).meta({ description: "Keys that stay in KV." })
});
var rebuildResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  argv: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)()),
  "duration-ms": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().nullable().meta({ description: "Null in a dry run." })
});
var keyResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  namespace: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  key: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  role: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(["environment", "version", "latest", "versions", "share", "index", "removed"]),
  bytes: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(),
  changed: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .boolean */ .zM)()
});
var noticeResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({ level: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(["notice", "warning"]), message: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)() });
var ledgerResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({ ref: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(), commit: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(), seq: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)() }).nullable().meta({ description: "Where the ledger stands after the run; null where there is none." });
var moveResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "`type/name`." }),
  environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "Null where the tag was removed." }),
  sha: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
  "previous-version": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
  why: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  override: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)()).meta({ description: "Checks that were passed over." }),
  quarantined: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "A version Tagship does not choose there any more." })
});
var issueResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "`type/name`." }),
  environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "The version that was left." }),
  url: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)()
});
var measurementResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  metric: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  at: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime(),
  "elapsed-ms": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "Since the deploy." }),
  queries: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)()).meta({ description: "What was asked, without secrets." }),
  value: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "The value, or the rate of failed requests; null without data." }),
  errors: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "Failed requests; null for a value." }),
  total: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "All requests; null for a value." }),
  samples: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "Rows behind an estimate; null where all were counted." }),
  "control-errors": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "Of what was not deployed; null where it is not compared." }),
  "control-total": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable(),
  limit: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  evidence: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  outcome: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(["passed", "failed", "breach", "accept", "undecided", "no-data", "error"])
});
var gateResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "`type/name`." }),
  environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "The version that was judged." }),
  sha: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  verdict: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_commands_report_js__WEBPACK_IMPORTED_MODULE_14__/* .VERDICTS */ .bk),
  why: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  "rolled-back-to": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "The version that is live because of the gate; in a dry run, that would be." }),
  held: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .boolean */ .zM)().meta({ description: "KV was restored although the tag could not be moved." }),
  deployed: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime(),
  started: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime(),
  ended: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime(),
  measurements: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(measurementResult)
});
var timesResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  "moved-ms": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().nullable().meta({ description: "Until tag and ledger had moved; null where they did not." }),
  "restored-ms": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "Until KV acknowledged the version." }),
  "done-ms": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "Until all was reported." })
});
var truncated = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .boolean */ .zM)().meta({ description: "Lists or long texts were cut; the file of the output `result-file` has more." });
var runFields = {
  schema: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .literal */ .eu)(1),
  truncated,
  "rolled-back": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .boolean */ .zM)(),
  ledger: ledgerResult,
  moves: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(moveResult).meta({ description: "Tags that moved; in a dry run, those that would have." }),
  "dry-run": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .boolean */ .zM)(),
  changed: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .boolean */ .zM)(),
  reason: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
  components: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(componentResult),
  deleted: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(deletedResult).meta({ description: "Tags that were deleted." }),
  "requires-rebuild": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .boolean */ .zM)(),
  rebuild: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(rebuildResult).meta({ description: "Commands that rebuilt a Worker." }),
  keys: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(keyResult).meta({ description: "Keys that were written; in a dry run, those that would have been." }),
  rounds: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(),
  "duration-ms": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(),
  issues: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(issueResult).meta({ description: "The post-mortem issues of what was rolled back." }),
  notices: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(noticeResult)
};
var rolloutResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "`type/name`." }),
  environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  canary: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "The environment of the canary." }),
  version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  live: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "The version that was live beside it." }),
  verdict: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_commands_report_js__WEBPACK_IMPORTED_MODULE_14__/* .VERDICTS */ .bk).nullable().meta({ description: "`healthy`: all users have it; null where it was not judged." }),
  why: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  share: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().meta({ description: "How many percent of the users get the canary now." }),
  planned: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)()).meta({ description: "The percentages of the configuration." }),
  steps: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
      step: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "Which of these, from 1." }),
      share: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)(),
      gate: gateResult.nullable().meta({ description: "Counts and `control` are of this step; null where it was not judged." })
    })
  )
});
var waveResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  environments: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)()),
  outcome: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_commands_report_js__WEBPACK_IMPORTED_MODULE_14__/* .WAVE_OUTCOMES */ .cB),
  places: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
      component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "`type/name`." }),
      environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "What it was to get; in a rollback, what it left." }),
      state: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_commands_report_js__WEBPACK_IMPORTED_MODULE_14__/* .WAVE_STATES */ .HS).meta({
        description: "`there`: had it already. `moved`: got it, and has no gate. `watched`: its gate let it pass. `failed`: did not get so far. `waiting`: was not its turn. `back`: was taken back. `left`: a rollback did not concern it."
      }),
      verdict: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_commands_report_js__WEBPACK_IMPORTED_MODULE_14__/* .VERDICTS */ .bk).nullable(),
      why: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      "rolled-back-to": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      held: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .boolean */ .zM)().meta({ description: "KV was restored although the tag could not be moved." })
    })
  )
});
var runResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  ...runFields,
  command: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(["deploy", "promote", "rollback", "restore"]),
  verdict: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_commands_report_js__WEBPACK_IMPORTED_MODULE_14__/* .VERDICTS */ .bk).nullable().meta({ description: "`superseded`; of a group or through a canary, the worst of its gates." }),
  restored: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({ from: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(), at: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime() }).nullable().meta({ description: "Of a restore: which environment, as it was when, was brought back." }),
  rollouts: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(rolloutResult).meta({ description: "What went in step by step." }),
  waves: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(waveResult).meta({ description: "The waves of a group; empty for a single environment." })
}).meta({ title: "Result of a deploy, a promotion, a rollback or a restore" });
var guardResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  ...runFields,
  command: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .literal */ .eu)("guard"),
  verdict: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_commands_report_js__WEBPACK_IMPORTED_MODULE_14__/* .VERDICTS */ .bk).nullable().meta({ description: "The worst of all gates; null with nothing to watch." }),
  gates: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(gateResult),
  times: timesResult.nullable().meta({ description: "How long the first rollback took, from the measurement that led to it." })
}).meta({ title: "Result of a guard" });
var countsResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .partialRecord */ .jg)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)([..._with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .DRIFTS */ .ts, ..._with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .STANDINGS */ .CV]), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)()).meta({ description: "How many keys there are of each finding." });
var reconcileResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  ...runFields,
  command: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .literal */ .eu)("reconcile"),
  verdict: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._null */ .jw)(),
  heal: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .boolean */ .zM)(),
  drift: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "Keys that were found to drift." }),
  remaining: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "Keys that still do." }),
  written: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "How many keys were written; in a dry run, would be." }),
  removed: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "How many keys were removed; in a dry run, would be." }),
  counts: countsResult,
  namespaces: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
      id: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      environments: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)()),
      wanted: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "Keys that are to be there." }),
      owned: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "Keys of this repository that were stored there." }),
      counts: countsResult
    })
  ),
  found: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
      namespace: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      key: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      finding: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)([..._with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .DRIFTS */ .ts, ..._with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .STANDINGS */ .CV]),
      expected: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "The version; null where nothing is to be there." }),
      stored: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "The version, as far as the key says one." })
    })
  ).meta({ description: "What was found, the worst first." })
}).meta({ title: "Result of a reconcile" });
var severityResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(["error", "warning", "notice"]);
var validateResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  schema: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .literal */ .eu)(1),
  truncated,
  command: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .literal */ .eu)("validate"),
  scope: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(["all", "changed"]),
  tree: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(["working-tree", "commit"]).meta({ description: "What was checked: the checkout, or the commit." }),
  sha: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "The commit that the workflow ran for." }),
  base: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "The commit that it was compared with; null without one." }),
  files: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "Files that were read." }),
  counts: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({ error: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(), warning: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(), notice: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)() }),
  suppressed: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "Findings that are suppressed." }),
  findings: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
      code: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_validation_finding_js__WEBPACK_IMPORTED_MODULE_9__/* .FINDING_CODES */ .f),
      severity: severityResult,
      file: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      line: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().nullable().meta({ description: "From 1; null where it is about the whole file." }),
      column: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().nullable().meta({ description: "From 1, in UTF-16 code units." }),
      "end-line": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().nullable(),
      "end-column": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().nullable().meta({ description: "The first column that is not part of it." }),
      message: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      suggestion: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "What to write there instead." }),
      command: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "The command that fixes it." })
    })
  ).meta({ description: "What was found, the worst first." }),
  changes: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
      component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "`type/name`." }),
      change: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(["new", "changed", "moved", "removed", "unregistered"]),
      path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "The file of its content now." }),
      "previous-path": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "The file before, where it was another." }),
      environments: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({ environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(), version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable() })),
      references: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "How many references name it." }),
      mentions: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({ file: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(), line: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(), column: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(), text: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)() })).meta({ description: "Where; cut where these are many." })
    })
  ).nullable().meta({ description: "What the change means for components; null where the event names none." }),
  sarif: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "The path of the SARIF file." }),
  "duration-ms": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(),
  notices: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(noticeResult)
}).meta({ title: "Result of a validate" });
var historyResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  schema: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .literal */ .eu)(1),
  truncated,
  command: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .literal */ .eu)("history"),
  ledger: ledgerResult,
  at: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime().meta({ description: "The time of `state`." }),
  state: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
      component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "Null where it is unknown." }),
      sha: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      status: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(["pending", "deployed", "healthy", "held"]),
      move: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_10__/* .MOVES */ .l2),
      since: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      actor: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      run: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      reason: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      share: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "Of a canary: how many percent of the users of `of` get it." }),
      of: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable()
    })
  ),
  moves: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
      at: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      event: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_ledger_message_js__WEBPACK_IMPORTED_MODULE_8__/* .EVENTS */ .qY),
      move: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_10__/* .MOVES */ .l2),
      component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      "previous-version": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      actor: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      run: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      reason: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      override: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)()),
      commit: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "The ledger commit." }),
      share: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "Where the share of a canary changed: percent of the users of `of`." }),
      of: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable()
    })
  ),
  changes: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
      component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      from: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      to: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable()
    })
  ).nullable().meta({ description: "What is different at the end of the range; null without a range." }),
  page: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "Where the page is, from the workspace; null without the input `page`." }),
  "duration-ms": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(),
  notices: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(noticeResult)
}).meta({ title: "Result of a history" });
var doctorResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  schema: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .literal */ .eu)(1),
  truncated,
  command: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .literal */ .eu)("doctor"),
  environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "The only one that was checked; null for all." }),
  ledger: ledgerResult,
  counts: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({ error: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(), warning: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(), notice: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(), ok: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)() }),
  facts: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
      check: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(Object.keys(_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .CHECKS */ .ui)),
      status: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_1__/* .STATUSES */ .f).meta({ description: "With an `error` deploys fail." }),
      fact: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      fix: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "What to do; null where there is nothing to do." }),
      code: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable().meta({ description: "Of the error that a deploy would end with." }),
      file: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      line: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().nullable()
    })
  ),
  "duration-ms": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(),
  notices: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(noticeResult)
}).meta({ title: "Result of a doctor" });
var sideResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({ environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(), version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(), sha: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)() }).nullable();
var sideMeasured = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  errors: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "Failed requests; null for a value." }),
  total: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "All requests; null for a value." }),
  values: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)()).meta({ description: "The values of all looks; empty where requests are counted." })
});
var compareResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  ...runFields,
  command: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .literal */ .eu)("compare"),
  verdict: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(["superseded"]).nullable(),
  component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "`type/name`." }),
  answer: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_3__/* .ANSWERS */ .I3).nullable().meta({ description: "Null where nothing was compared." }),
  why: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  a: sideResult.meta({ description: "The first environment; null where nothing was compared." }),
  b: sideResult.meta({ description: "The other one." }),
  since: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime().nullable().meta({ description: "From when on both were counted." }),
  looks: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(),
  metrics: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
      metric: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      by: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(["rates", "looks", "shown"]).meta({
        description: "`rates`: of failed requests; `looks`: how often one was worse; `shown`: a value that decides nothing."
      }),
      a: sideMeasured,
      b: sideMeasured,
      difference: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "Of `a` less `b`, as a part of 1; below 0 `a` is better." }),
      low: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "The lower end of its interval." }),
      high: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "The upper end." }),
      confidence: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .number */ .ai)().nullable().meta({ description: "How sure the interval is, over all looks together." }),
      better: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(["a", "b"]).nullable().meta({ description: "Null while no difference is shown." }),
      more: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().nullable().meta({
        description: "Requests of both together, or looks, that would show the difference that was measured; null where it is shown, or none would."
      })
    })
  )
}).meta({ title: "Result of a compare" });
var backtestResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
  schema: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .literal */ .eu)(1),
  truncated,
  command: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .literal */ .eu)("backtest"),
  ledger: ledgerResult,
  environment: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
  since: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime(),
  until: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime(),
  counts: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .partialRecord */ .jg)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_domain_backtest_js__WEBPACK_IMPORTED_MODULE_4__/* .AGREEMENTS */ .Ok), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)()).meta({ description: "How many deploys there are of each agreement." }),
  deploys: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
      component: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().meta({ description: "`type/name`." }),
      version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      "previous-version": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      deployed: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime(),
      actor: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
      verdict: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_commands_report_js__WEBPACK_IMPORTED_MODULE_14__/* .VERDICTS */ .bk).meta({ description: "What the gate would have said." }),
      "would-roll-back": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .boolean */ .zM)(),
      at: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime().meta({ description: "When the gate would have ended." }),
      "after-ms": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)().meta({ description: "The same, from the deploy on." }),
      why: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
      breached: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)()).meta({ description: "The metrics that were beyond their limits." }),
      metrics: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(
        (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
          metric: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
          looks: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(),
          value: measurementResult.shape.value,
          errors: measurementResult.shape.errors,
          total: measurementResult.shape.total,
          limit: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
          evidence: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(),
          outcome: measurementResult.shape.outcome
        })
      ).meta({ description: "The last measurement of each metric." }),
      healthy: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime().nullable().meta({ description: "When a gate found it healthy; null where none did." }),
      next: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({
        at: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_16__/* .iso_exports */ .W.datetime(),
        move: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_10__/* .MOVES */ .l2),
        version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
        actor: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
        run: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable(),
        reason: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)().nullable()
      }).nullable().meta({ description: "The move that ended it; null while it is live." }),
      agreement: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* ._enum */ .$8)(_with_domain_backtest_js__WEBPACK_IMPORTED_MODULE_4__/* .AGREEMENTS */ .Ok).meta({
        description: "Who would have it back, or had it: `both`, `gate-only`, `people-only`; `neither`: healthy, and kept; `unjudged`: kept, without a verdict."
      })
    })
  ).meta({ description: "The deploys, the latest first." }),
  "not-replayed": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .strictObject */ .re)({ metric: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)(), provider: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .string */ .Yj)() })).meta({ description: "Metrics that cannot be asked for a past time." }),
  "duration-ms": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .int */ .Wh)(),
  notices: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .array */ .YO)(noticeResult)
}).meta({ title: "Result of a backtest" });
var resultSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_22__/* .discriminatedUnion */ .gM)("command", [
  runResult,
  guardResult,
  reconcileResult,
  validateResult,
  historyResult,
  compareResult,
  backtestResult,
  doctorResult
]).meta({ title: "Result of Tagship", description: "The `result` output of the action." });
function targetsIn(results) {
  const told = results.flatMap((one) => resultSchema.safeParse(one).data ?? []);
  const runs = told.flatMap((one) => "components" in one && one.command !== "guard" && !one["dry-run"] ? [one] : []);
  return runs.length === 0 || runs.some(({ command }) => command === "reconcile") ? void 0 : new Set(runs.flatMap(({ components }) => components.map((one) => `${one.component} ${one.environment}`)));
}



/***/ }),

/***/ 1160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HS: () => (/* binding */ WAVE_STATES),
/* harmony export */   bk: () => (/* binding */ VERDICTS),
/* harmony export */   cB: () => (/* binding */ WAVE_OUTCOMES)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/commands/report.ts
var WAVE_STATES = ["there", "moved", "watched", "waiting", "failed", "back", "left"];
var WAVE_OUTCOMES = ["passed", "unchanged", "stopped", "rolled-back", "waiting"];
var VERDICTS = ["breached", "inconclusive", "superseded", "healthy"];




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

/***/ 7835:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ok: () => (/* binding */ AGREEMENTS),
/* harmony export */   Rw: () => (/* binding */ replayedPolicy),
/* harmony export */   Wh: () => (/* binding */ pastMetrics),
/* harmony export */   dK: () => (/* binding */ horizonOf),
/* harmony export */   ge: () => (/* binding */ agreementOf),
/* harmony export */   o: () => (/* binding */ deploysOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7958);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9133);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/domain/backtest.ts
function deploysOf(commits, isAsked) {
  const done = [];
  const open = /* @__PURE__ */ new Map();
  for (const { time, message } of commits.toReversed()) {
    const at = time * 1e3;
    for (const one of message.recorded.filter(isAsked)) {
      const place = `${one.environment} ${one.component.prefix} ${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(one.component)}`;
      const running = open.get(place);
      if (one.event === "healthy" && running?.version === one.version) {
        open.set(place, { ...running, healthyAt: at });
      }
      if (one.event === "moved" || one.event === "held") {
        if (running !== void 0) {
          const { actor, run, reason } = message;
          done.push({
            ...running,
            next: { at, move: one.move, version: one.version ?? void 0, actor, run, reason }
          });
        }
        open.delete(place);
        for (const begun of begunBy(one, at, message)) {
          open.set(place, begun);
        }
      }
    }
  }
  return [...done, ...open.values()].sort((one, other) => other.at - one.at);
}
function begunBy(one, at, { actor }) {
  const { event, move, component, environment, version, previous, commit, tag } = one;
  if (event !== "moved" || move !== "promote" && move !== "deploy" || version === null) {
    return [];
  }
  return [
    {
      component,
      environment,
      version,
      previous: previous ?? void 0,
      commit: commit ?? "",
      tag: tag ?? "",
      at,
      actor,
      healthyAt: void 0,
      next: void 0
    }
  ];
}
function pastMetrics({ metrics }) {
  const canBeAsked = ({ source }) => _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq[source.provider].past(source) && (source.provider === "prometheus" || (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_2__/* .textsOf */ .CB)(source).some(({ text }) => /(?<!\$)\{now\}/.test(text)));
  return { asked: metrics.filter(canBeAsked), left: metrics.filter((one) => !canBeAsked(one)) };
}
function horizonOf({ at, next }, policy, now) {
  const time = at + policy.initialDelayMs + policy.timeoutMs;
  const [end, why] = next === void 0 ? [now, "today"] : [next.at, "replaced"];
  return time <= end ? { end: time, why: "time" } : { end, why };
}
function replayedPolicy(policy, asked, at, { end, why }) {
  const timeoutMs = end - at - policy.initialDelayMs;
  return why === "time" ? { ...policy, metrics: asked } : { ...policy, metrics: asked, timeoutMs, onNoData: "keep", onError: "keep", onInconclusive: "keep" };
}
var AGREEMENTS = ["both", "gate-only", "people-only", "neither", "unjudged"];
function agreementOf(wouldRollBack, isHealthy, { next }) {
  const rolledBack = next?.move === "rollback";
  if (wouldRollBack) {
    return rolledBack ? "both" : "gate-only";
  }
  return rolledBack ? "people-only" : isHealthy ? "neither" : "unjudged";
}




/***/ }),

/***/ 4599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ ownerMark),
/* harmony export */   k: () => (/* binding */ ownership)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/ownership.ts
function ownerMark(repository) {
  return `tagship:${repository}`;
}
function ownership(metadata, repositories) {
  if (typeof metadata !== "object" || metadata === null || !("managed-by" in metadata)) {
    return "nobody";
  }
  const mark = metadata["managed-by"];
  if (typeof mark !== "string" || mark === "") {
    return "nobody";
  }
  const ours = repositories.some((name) => ownerMark(name).toLowerCase() === mark.toLowerCase());
  return ours ? "own" : "foreign";
}




/***/ }),

/***/ 3643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ OWN_MOVES),
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   JK: () => (/* binding */ parseVersions),
/* harmony export */   Ri: () => (/* binding */ IN_FLIGHT),
/* harmony export */   gJ: () => (/* binding */ AHEAD_SECONDS),
/* harmony export */   hT: () => (/* binding */ HEALTHY_KEPT),
/* harmony export */   jq: () => (/* binding */ oid),
/* harmony export */   l2: () => (/* binding */ MOVES),
/* harmony export */   mn: () => (/* binding */ implausible),
/* harmony export */   od: () => (/* binding */ countedNumber),
/* harmony export */   pl: () => (/* binding */ versionsText),
/* harmony export */   sk: () => (/* binding */ LEDGER_SCHEMA),
/* harmony export */   u0: () => (/* binding */ entryText)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3798);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7802);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/ledger/entry.ts
var LEDGER_SCHEMA = 1;
var HEALTHY_KEPT = 10;
var oid = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().regex(/^[0-9a-f]{40}$/, "expected the 40 hex digits of a Git object");
var MOVES = ["deploy", "promote", "rollback", "restore", "seed", "remove"];
var IN_FLIGHT = ["complete", "switch", "cancel"];
var OWN_MOVES = ["promote", "rollback", "restore"];
var entrySchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({
  schema: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(LEDGER_SCHEMA),
  seq: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Wh)().positive().meta({ description: "Number of the ledger commit that made the move." }),
  move: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(MOVES),
  version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "Null after the tag was removed." }),
  commit: oid.nullable().meta({ description: "The commit the version stands for." }),
  tag: oid.nullable().meta({ description: "The object the environment tag points at; of a lightweight tag, the commit." }),
  blob: oid.nullable().meta({ description: "The content; null where a seed could not tell it." }),
  path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The file of the content at that commit." }),
  status: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(["pending", "deployed", "healthy", "held"]).meta({
    description: "`pending` until KV acknowledged, then `deployed`; `healthy` after its gate; `held` where KV holds this version although the tag could not be moved."
  }),
  previous: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The version before; never the version itself." }),
  healthy: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "The last ten healthy versions, the newest first." }),
  quarantined: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Versions Tagship does not choose here." }),
  at: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_1__/* .iso_exports */ .W.datetime().nullable().meta({ description: "When, by the Git server's clock; null where a seed could not tell." }),
  actor: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  run: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The workflow run, as an address." }),
  reason: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  left: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(oid, (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).optional().meta({
    description: "Tag objects that a rollback left, with the version each stood for. They do not come back by accident."
  }),
  "in-flight": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(IN_FLIGHT).optional().meta({ description: "What work that runs on the version before is to do, after a rollback." }),
  track: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({ range: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)(), newest: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable() }).optional().meta({
    description: "What the track of the environment was when a rollback or a restore put this there, or of the live environment when the share of this canary was lowered: it stays until that is another."
  }),
  restored: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({ from: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)(), at: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_1__/* .iso_exports */ .W.datetime() }).optional().meta({ description: "Of a restore: which environment, as it was when, was brought back." }),
  override: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).optional().meta({ description: "Checks that were passed over, with the reason above." }),
  of: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().optional().meta({ description: "Of a canary: the environment whose users get it in part." }),
  share: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)().min(0).max(100).optional().meta({ description: "How many percent of these users get it." }),
  step: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Wh)().nonnegative().optional().meta({ description: "Which of the steps that is, from 1; 0 at its end." }),
  since: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_1__/* .iso_exports */ .W.datetime().optional().meta({ description: "Since when the share is so." }),
  live: oid.optional().meta({
    description: "The object of that environment's tag. The share ends when the tag becomes another object."
  })
}).meta({ title: "Entry of the Tagship ledger", description: "`{environment}/{prefix}/{type}/{name}.json`" });
var versionSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({
  tag: oid.meta({ description: "The object the version tag pointed at." }),
  commit: oid,
  blob: oid.nullable(),
  path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  ran: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Environments it was deployed to." }),
  healthy: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Environments in which a gate found it healthy." })
});
var versionsSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({ schema: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(LEDGER_SCHEMA), versions: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)(), versionSchema) }).meta({ title: "Versions in the Tagship ledger", description: "`versions/{prefix}/{type}/{name}.json`" });
function parseEntry(json) {
  return parseDocument(json, entrySchema);
}
function parseVersions(json) {
  const parsed = parseDocument(json, versionsSchema);
  return "problem" in parsed && typeof parsed.problem === "string" ? { problem: parsed.problem } : asVersions(parsed);
}
function asVersions(parsed) {
  return Object.assign(/* @__PURE__ */ Object.create(null), parsed.versions);
}
function parseDocument(json, schema) {
  let value;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : "not JSON" };
  }
  if (typeof value === "object" && value !== null && "schema" in value && Number(value.schema) > LEDGER_SCHEMA) {
    return { problem: `it was written by a newer version of Tagship (schema ${Number(value.schema)})` };
  }
  const checked = schema.safeParse(value);
  if (checked.success) {
    return checked.data;
  }
  const [issue] = checked.error.issues;
  return { problem: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "unknown problem"}` };
}
function entryText(entry) {
  return `${JSON.stringify(entry, void 0, 2)}
`;
}
function versionsText(versions) {
  return `${JSON.stringify({ schema: LEDGER_SCHEMA, versions }, void 0, 2)}
`;
}
var AHEAD_SECONDS = 5 * 60;
function implausible({ seq, at }, number2, now) {
  if (seq > number2) {
    return `it says that number ${seq} made it, and the ledger has only ${number2}`;
  }
  return at !== null && Date.parse(at) / 1e3 > now + AHEAD_SECONDS ? `it is dated ${at}, which is still to come` : void 0;
}
var MAX_NUMBER = 2 ** 50;
function countedNumber(numbers) {
  const follows = (at) => {
    const [one = 0, before = 0] = numbers.slice(at);
    return one === before + 1 && one < MAX_NUMBER;
  };
  const said = numbers[0] ?? 0;
  if (numbers.length < 2 || follows(0)) {
    return said;
  }
  const sure = numbers.findIndex((_, at) => at > 0 && (at === numbers.length - 1 || follows(at)));
  return (numbers[sure] ?? 0) + sure;
}




/***/ }),

/***/ 8540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hh: () => (/* binding */ ledgerMessage),
/* harmony export */   i0: () => (/* binding */ recordedOf),
/* harmony export */   qY: () => (/* binding */ EVENTS),
/* harmony export */   uS: () => (/* binding */ parseLedgerMessage)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9133);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7802);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/domain/ledger/gate-record.ts
var MAX_LINE = 4e3;
var finite = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai)().refine(Number.isFinite);
var recordSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ik)({
  verdict: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* ._enum */ .$8)(["healthy", "breached", "inconclusive"]),
  plots: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ik)({
      name: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj)().max(200),
      unit: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj)().max(50),
      titles: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj)().max(50)).min(1).max(5),
      points: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)(finite).min(2).max(6)).max(100)
    })
  ).max(10)
});
function gateRecordText(record) {
  const text = JSON.stringify(record);
  return text.length > MAX_LINE ? JSON.stringify({ verdict: record.verdict, plots: [] }) : text;
}
function parseGateRecord(line) {
  if (line.length > MAX_LINE) {
    return void 0;
  }
  try {
    return recordSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return void 0;
  }
}

// src/domain/ledger/message.ts
var EVENTS = ["moved", "acknowledged", "healthy", "held", "shared", "quarantined"];
var MAX_RECORDED = 1e3;
function recordedOf(event, environment, component, entry, gate) {
  const { move, version, previous, commit, tag } = entry;
  const { share = 0, of } = entry;
  const shared = event === "shared" && of !== void 0 ? { share, of } : {};
  const restored = event === "moved" && entry.restored !== void 0 ? { restored: entry.restored } : {};
  const at = move === "seed" ? entry.at : null;
  return { event, move, component, environment, version, previous, commit, tag, at, gate, ...shared, ...restored };
}
function ledgerMessage(message) {
  const { seq, actor, run, reason, override, recorded, registered } = message;
  const shown = recorded.slice(0, MAX_RECORDED);
  const lines = [
    ["Seq", String(seq)],
    ["Actor", actor],
    ["Run", run],
    ["Reason", reason],
    ...override.map((name) => ["Override", name]),
    ["More", recorded.length > shown.length ? String(recorded.length - shown.length) : null],
    ...recorded.length === 0 ? registered.slice(0, MAX_RECORDED).map((name) => ["Registered", name]) : [],
    ...shown.flatMap(group)
  ];
  const trailers = lines.flatMap(([key, value]) => {
    const text = oneLine(value ?? "");
    return text === "" ? [] : [`${key}: ${text}`];
  });
  return `${oneLine(subject(recorded, registered))}

${trailers.join("\n")}
`;
}
function group(one) {
  return [
    ["Event", one.event],
    ["Move", one.move],
    ["Prefix", one.component.prefix === "components" ? null : one.component.prefix],
    ["Component", (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_2__/* .componentId */ .nV)(one.component)],
    ["Environment", one.environment],
    ["Version", one.version],
    ["Previous", one.previous],
    ["Commit", one.commit],
    ["Tag", one.tag],
    ["At", one.at],
    ["Gate", one.gate === void 0 ? null : gateRecordText(one.gate)],
    ["Share", one.share === void 0 ? null : String(one.share)],
    ["Of", one.of ?? null],
    ["Restored-From", one.restored?.from ?? null],
    ["Restored-At", one.restored?.at ?? null]
  ];
}
function oneLine(text) {
  return text.replace(/[\u0000-\u0020\u007f\u0085\u2028\u2029]+/g, " ").trim();
}
function subject(all, registered) {
  const moves = all.filter(({ event }) => event === "moved" || event === "held");
  const recorded = moves.length === 0 ? withoutCanaries(all) : moves;
  const [first] = recorded;
  if (first === void 0) {
    return registered.length === 1 ? `Register ${registered[0]}` : `Register ${registered.length} versions`;
  }
  const seeds = recorded.every(({ move }) => move === "seed");
  if (recorded.length === 1 && !seeds) {
    return subjectOf(first);
  }
  const environments = new Set(recorded.map(({ environment }) => environment));
  const where = environments.size === 1 ? first.environment : `${environments.size} environments`;
  const kinds = new Set(recorded.map(({ move }) => move));
  const components = `${recorded.length} component${recorded.length === 1 ? "" : "s"}`;
  if (seeds) {
    return `Seed ${components} in ${where}`;
  }
  return kinds.size === 1 || first.event !== "moved" ? `${VERBS[first.event](first)} ${components} ${PREPOSITIONS[first.event](first)} ${where}` : `Move ${components} in ${where}`;
}
function withoutCanaries(all) {
  const ids = new Set(all.map(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_2__/* .componentId */ .nV)(component)));
  return ids.size === 1 && all.every(({ event }) => event === "acknowledged") ? all.slice(0, 1) : all;
}
function subjectOf(one) {
  const name = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_2__/* .componentId */ .nV)(one.component);
  if (one.event === "shared") {
    return `Give ${name} ${one.version ?? "nothing"} to ${one.share ?? 0} % in ${one.of ?? one.environment}`;
  }
  const was = one.previous === null || one.event !== "moved" ? "" : ` (was ${one.previous})`;
  if (one.event === "moved" && one.move === "remove") {
    return `Remove ${name} from ${one.environment}${was}`;
  }
  if (one.event === "moved" && one.move === "rollback") {
    return `Roll back ${name} to ${one.version ?? ""} in ${one.environment}${was}`;
  }
  return `${VERBS[one.event](one)} ${name} ${one.version ?? ""} ${PREPOSITIONS[one.event](one)} ${one.environment}${was}`;
}
var MOVE_VERBS = {
  deploy: "Deploy",
  promote: "Deploy",
  rollback: "Roll back",
  restore: "Restore",
  seed: "Seed",
  remove: "Remove"
};
var VERBS = {
  moved: ({ move }) => MOVE_VERBS[move],
  acknowledged: () => "Deployed",
  healthy: () => "Healthy",
  held: () => "Hold",
  shared: () => "Give",
  quarantined: () => "Quarantine"
};
var PREPOSITIONS = {
  moved: ({ move }) => move === "remove" ? "from" : move === "deploy" || move === "promote" ? "to" : "in",
  acknowledged: () => "to",
  healthy: () => "in",
  held: () => "in",
  shared: () => "in",
  quarantined: () => "in"
};
function parseLedgerMessage(text) {
  const fields = text.trimEnd().split("\n").slice(2).map((line) => {
    const colon = line.indexOf(": ");
    return [line.slice(0, colon), line.slice(colon + 2)];
  });
  const head = /* @__PURE__ */ new Map();
  const override = [];
  const registered = [];
  const groups = [];
  for (const [key, value] of fields) {
    if (key === "Event") {
      groups.push(/* @__PURE__ */ new Map());
    }
    const group2 = groups.at(-1);
    if (group2 === void 0 && key === "Override") {
      override.push(value);
    }
    if (group2 === void 0 && key === "Registered") {
      registered.push(value);
    }
    (group2 ?? head).set(key, value);
  }
  const seq = Number(head.get("Seq"));
  if (!Number.isSafeInteger(seq) || seq < 1) {
    return void 0;
  }
  return {
    seq,
    actor: head.get("Actor") ?? null,
    run: head.get("Run") ?? null,
    reason: head.get("Reason") ?? null,
    override,
    recorded: groups.flatMap((group2) => recordedFrom(group2) ?? []),
    registered,
    more: Number(head.get("More") ?? 0)
  };
}
function recordedFrom(group2) {
  const event = EVENTS.find((name2) => name2 === group2.get("Event"));
  const move = _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .MOVES */ .l2.find((name2) => name2 === group2.get("Move"));
  const environment = group2.get("Environment");
  const [type = "", ...name] = (group2.get("Component") ?? "").split("/");
  if (event === void 0 || move === void 0 || environment === void 0 || name.length === 0) {
    return void 0;
  }
  const prefix = group2.get("Prefix") === "logic" ? "logic" : "components";
  return {
    event,
    move,
    component: { prefix, type, name: name.join("/") },
    environment,
    version: group2.get("Version") ?? null,
    previous: group2.get("Previous") ?? null,
    commit: group2.get("Commit") ?? null,
    tag: group2.get("Tag") ?? null,
    at: group2.get("At") ?? null,
    gate: parseGateRecord(group2.get("Gate") ?? ""),
    ...shareFrom(group2.get("Share"), group2.get("Of")),
    ...restoredFrom(group2.get("Restored-From"), group2.get("Restored-At"))
  };
}
function restoredFrom(from, at) {
  return from === void 0 || at === void 0 ? {} : { restored: { from, at } };
}
function shareFrom(text, of) {
  const share = Number(text ?? Number.NaN);
  return of !== void 0 && share >= 0 && share <= 100 ? { share, of } : {};
}




/***/ }),

/***/ 2861:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ STANDINGS),
/* harmony export */   WN: () => (/* binding */ countsText),
/* harmony export */   hR: () => (/* binding */ compareStored),
/* harmony export */   r: () => (/* binding */ driftIn),
/* harmony export */   ts: () => (/* binding */ DRIFTS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4599);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/reconcile/drift.ts
var DRIFTS = ["missing", "edited", "stale", "orphan"];
var STANDINGS = ["foreign", "held", "expired"];
var MARKS = ["hold", "seq", "in-flight", "canary", "share"];
function compareStored(expected, metadata, owners) {
  const owner = (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .ownership */ .k)(metadata, owners);
  if (owner !== "own") {
    return owner === "foreign" ? "foreign" : "edited";
  }
  const stored = { ...metadata };
  const mark = String(stored["managed-by"]).toLowerCase();
  if (mark !== (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerMark */ .$)(owners[0] ?? "").toLowerCase()) {
    return "stale";
  }
  if (expected.kind === "text") {
    return stored.blob === expected.blob ? void 0 : "stale";
  }
  const { sha, version, marks, type, blob } = expected;
  if (stored.sha !== sha || stored.version !== version || MARKS.some((name) => stored[name] !== marks[name])) {
    return "stale";
  }
  const hasContent = blob === void 0 ? isObject(stored.blob) : stored.blob === blob;
  return hasContent && stored.type === type ? void 0 : "edited";
}
function isObject(name) {
  return typeof name === "string" && /^[0-9a-f]{40}$/.test(name);
}
function countsText(counts) {
  return [...DRIFTS, ...STANDINGS].flatMap((finding) => {
    const number = counts[finding] ?? 0;
    return number === 0 ? [] : [`${number} ${finding}`];
  }).join(", ");
}
function driftIn(counts) {
  return DRIFTS.reduce((sum, drift) => sum + (counts[drift] ?? 0), 0);
}




/***/ }),

/***/ 2348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ FINDING_CODES)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/validation/finding.ts
var FINDING_CODES = [
  "unregistered-component",
  "missing-file",
  "unknown-version",
  "unsatisfied-range",
  "unknown-environment",
  "missing-key",
  "cycle",
  "duplicate-registration",
  "registry-invalid",
  "registry-type",
  "version-moved",
  "unparsable-file",
  "unused-suppression"
];




/***/ }),

/***/ 3798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ iso_exports)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7802);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
(0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__export */ .VA)(iso_exports, {
  ZodISODate: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br,
  ZodISODateTime: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo,
  ZodISODuration: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A,
  ZodISOTime: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDateTime */ .G1)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo, params);
}
function date(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDate */ .db)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br, params);
}
function time(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoTime */ .Kn)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV, params);
}
function duration(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDuration */ .f2)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A, params);
}




/***/ })

};

export const id = 511;
export const ids = [511];
export const modules = {

/***/ 511:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   publish: () => (/* binding */ publish)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5036);
/* harmony import */ var _with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5747);
/* harmony import */ var _with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2861);
/* harmony import */ var _with_action_validate_summary_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2157);
/* harmony import */ var _with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7895);
/* harmony import */ var _with_validation_order_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3673);
/* harmony import */ var _with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3374);
/* harmony import */ var _with_domain_backtest_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7835);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9865);
/* harmony import */ var _with_gate_rows_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4460);
/* harmony import */ var _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8039);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9572);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3185);
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(4599);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2348);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(4923);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(2591);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(8071);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





























// src/action/backtest-summary.ts
var AGREEMENT = {
  both: "the gate and people",
  "gate-only": "**only the gate**",
  "people-only": "**only people**",
  neither: "–",
  unjudged: "no verdict"
};
var MAX_REASONS = 50;
var MAX_REASON = 120;
function backtestSummary(report, context) {
  const { lines, environment } = report;
  const rows = lines.map((line) => {
    const { deploy } = line;
    return [
      (0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_13__/* .isoTime */ .L)(deploy.at / 1e3),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_23__/* .componentId */ .nV)(deploy.component)),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(deploy.version),
      line.verdict,
      `after ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(line.at - deploy.at)}`,
      line.breached.length === 0 ? "–" : line.breached.map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY).join(", "),
      line.metrics.map(({ row }) => `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(row.metric)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .plain */ .pj)((0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_10__/* .measuredText */ .AY)(row))}`).join("<br>") || "–",
      peopleText(line, context),
      AGREEMENT[line.agreement]
    ];
  });
  const told = lines.slice(0, MAX_REASONS);
  return (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .oR)([
    `## ${headline(report)}`,
    "",
    `The gate of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(environment)} as it is configured now, over the deploys from ${report.since} to ${report.until}. ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .prose */ .CS)(tally(report))}`,
    "",
    ...rows.length === 0 ? [] : (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(
      [
        "Deployed",
        "Component",
        "Version",
        "The gate",
        "When",
        "Breached",
        "Last measured",
        "People",
        "Rolled back by"
      ],
      rows
    ),
    "",
    ...told.length === 0 ? [] : ["<details><summary>Why</summary>", "", ...told.flatMap(reason), "</details>", ""],
    policyText(report),
    "",
    ...report.failures.map((error) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .failureLine */ .Pu)(error, context)),
    ...report.notices.map((one) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .noticeLine */ .Jn)(one, context)),
    "",
    `By ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(context.actor || "unknown")} · ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(report.durationMs)}`
  ]);
}
function backtestLog(report) {
  return [
    `${headline(report, (text) => text)}. ${tally(report)}`,
    ...report.lines.map((line) => {
      const { deploy, verdict, breached, at, agreement } = line;
      const what2 = breached.length === 0 ? "" : ` (${breached.join(", ")})`;
      return `  ${(0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_13__/* .isoTime */ .L)(deploy.at / 1e3)}  ${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_23__/* .componentId */ .nV)(deploy.component)} ${deploy.version}: ${verdict} after ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(at - deploy.at)}${what2}; ${peopleLine(line)}; ${agreement}`;
    })
  ];
}
function headline({ lines, environment }, name = _with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY) {
  const back = lines.filter(({ verdict, wouldRollBack }) => wouldRollBack || verdict === "breached").length;
  return lines.length === 0 ? `No deploy to ${name(environment)} to replay` : `The gate would have stopped ${back} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(lines.length, "deploy")} to ${name(environment)}`;
}
function tally({ lines }) {
  const of = (agreement) => lines.filter((one) => one.agreement === agreement).length;
  return lines.length === 0 ? "The ledger has none in this time." : [
    `Rolled back by both: ${of("both")}.`,
    `Only by the gate, kept by people: ${of("gate-only")}.`,
    `Only by people: ${of("people-only")}.`,
    `By neither: ${of("neither")}.`,
    `Kept, without a verdict of the gate: ${of("unjudged")}.`
  ].join(" ");
}
function peopleText({ deploy: { at, next, healthyAt } }, context) {
  const parts = [
    ...healthyAt === void 0 ? [] : [`healthy after ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(healthyAt - at)}`],
    ...next === void 0 ? ["live"] : [`${moved(next)} after ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(next.at - at)}`]
  ];
  const by = next?.actor == null ? "" : ` by ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(next.actor)}`;
  const run = (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_9__/* .runLink */ .ut)(next?.run ?? void 0, context);
  const why = next?.move === "rollback" && next.reason !== null ? `: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .plain */ .pj)(short(next.reason))}` : "";
  return `${parts.join(", ")}${by}${run === void 0 ? "" : ` (${run})`}${why}`;
}
function peopleLine({ deploy: { at, next } }) {
  return next === void 0 ? "live" : `${moved(next)} after ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(next.at - at)}${next.actor === null ? "" : ` by ${next.actor}`}`;
}
var MOVED = {
  deploy: "replaced",
  promote: "replaced",
  rollback: "rolled back",
  restore: "replaced by a restore",
  seed: "replaced",
  remove: "removed"
};
function moved({ move }) {
  return MOVED[move];
}
function reason({ deploy, why, metrics }) {
  const evidence = metrics.map(
    ({ row, looks }) => `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(row.metric)}: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .plain */ .pj)((0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_10__/* .measuredText */ .AY)(row))}, ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .plain */ .pj)(row.limit)}, ${(0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_10__/* .outcomeText */ .EL)(row.outcome)} after ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(looks, "look")}; ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .prose */ .CS)(row.evidence)}`
  );
  const name = `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_23__/* .componentId */ .nV)(deploy.component))} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(deploy.version)} of ${(0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_13__/* .isoTime */ .L)(deploy.at / 1e3)}`;
  return [`- ${name}: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .prose */ .CS)(why)}`, ...evidence.map((line) => `  - ${line}`), ""];
}
function short(text) {
  const line = text.replace(/\s+/g, " ");
  return line.length <= MAX_REASON ? line : `${line.slice(0, MAX_REASON).toWellFormed()}…`;
}
function policyText({ policy }) {
  return [
    `initial delay ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(policy.initialDelayMs)}`,
    `interval ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(policy.intervalMs)}`,
    `bake ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(policy.bakeMs)}`,
    `timeout ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(policy.timeoutMs)}`
  ].join(" · ");
}

// src/action/log.ts
function runLog(report) {
  const several = new Set(report.keys.map(({ namespace }) => namespace)).size > 1;
  const lines = report.keys.map(({ namespace, key, role, bytes, differed }) => {
    const what2 = [
      role,
      ...role === "removed" ? [] : [(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .size */ .Ej)(bytes)],
      ...several ? [`namespace ${namespace}`] : [],
      ...differed ? [] : ["unchanged"]
    ];
    return `${differed ? "~" : "="} ${key} (${what2.join(", ")})`;
  });
  lines.push(...sourceLine(report), ...report.moves.map((one) => moveLine(one, report.dryRun)));
  for (const { component, environment, version, previousVersion } of report.deployed) {
    const was = previousVersion === void 0 ? "" : ` (was ${previousVersion})`;
    const isInPlace = !report.requiresRebuild && !report.changed;
    const where = environment === void 0 ? "" : ` ${isInPlace ? "in" : "to"} ${environment}`;
    lines.push(`${verbOf(report)} ${component} ${version}${where}${was}`);
  }
  for (const { component, environment, version } of report.deleted) {
    lines.push(`Deleted ${component} ${environment ?? version ?? ""}`);
  }
  lines.push(
    ...report.issues.map(
      ({ component, environment, version, url }) => `Post-mortem of ${component} ${version} in ${environment}: ${url}`
    )
  );
  for (const { argv, durationMs } of report.rebuild) {
    lines.push(`${durationMs === void 0 ? "Would run" : `Ran in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(durationMs)}`}: ${argv.join(" ")}`);
  }
  lines.push(...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .waveLog */ .YO)(report));
  if (report.keys.length > 0) {
    lines.push(
      `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(report.keys.length, "key")} ${report.dryRun ? "planned" : "written"} in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(report.durationMs)}`
    );
  }
  return lines;
}
function sourceLine({ restored }) {
  return restored === void 0 ? [] : [`Source: ${restored.from} as it was at ${restored.at}`];
}
function verbOf({ requiresRebuild, changed, dryRun }) {
  if (!requiresRebuild && !changed) {
    return "In place:";
  }
  const [done, planned] = requiresRebuild ? ["Rebuild for", "Would rebuild for"] : ["Deployed", "Would deploy"];
  return dryRun ? planned : done;
}
function historyLog(report) {
  const lines = [`At ${report.state.at}:`];
  for (const { component, environment, version, since, actor, status, share, of } of report.state.lines) {
    const given = share === void 0 || of === void 0 ? "" : ` for ${share} % of ${of}`;
    const by = `${actor === null ? "" : ` by ${actor}`}${status === "deployed" ? "" : ` (${status})`}`;
    lines.push(
      `  ${environment}  ${component}  ${version ?? "unknown"}${given}${since === null ? "" : ` since ${since}`}${by}`
    );
  }
  if (report.state.lines.length === 0) {
    lines.push("  nothing that the ledger knows of");
  }
  if (report.changes !== void 0) {
    lines.push(report.changes.length === 0 ? "Nothing changed in the range." : "Changed in the range:");
    for (const { component, environment, from, to } of report.changes) {
      lines.push(`  ${environment}  ${component}  ${from ?? "nothing"} → ${to ?? "nothing"}`);
    }
  }
  if (report.moves.length > 0) {
    lines.push("Moves, the latest first:");
  }
  lines.push(...report.moves.map(pastMove));
  return lines;
}
function moveLine({ component, environment, version, previousVersion, why, quarantined }, dryRun) {
  const was = previousVersion === void 0 ? "" : ` (was ${previousVersion})`;
  const what2 = version === void 0 ? "removed" : `${version}${was}, ${why}`;
  const left = quarantined === void 0 ? "" : `; ${quarantined} is quarantined`;
  return `${dryRun ? "Would move" : "Moved"} ${component} in ${environment}: ${what2}${left}`;
}
function pastMove({ at, event, move, component, environment, version, previous, actor, share, of }) {
  const what2 = event === "moved" ? move : event;
  const was = previous === null || event !== "moved" ? "" : ` (was ${previous})`;
  const given = share === void 0 || of === void 0 ? "" : ` for ${share} % of ${of}`;
  return `  ${at}  ${what2}  ${component} ${version ?? ""} in ${environment}${given}${was}${actor === null ? "" : `, ${actor}`}`;
}

// src/action/compare-summary.ts
function compareSummary(report, context) {
  const { metrics, experiment, sides, moves, why } = report;
  const rows = metrics.map(({ compared, finding }) => {
    const { by, interval, better, more } = finding;
    const misses = experiment?.misses ?? 0;
    return [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(compared.metric.name),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .plain */ .pj)((0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_7__/* .sideText */ .Rc)(compared.a)),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .plain */ .pj)((0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_7__/* .sideText */ .Rc)(compared.b)),
      interval === void 0 ? "only shown" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .plain */ .pj)((0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_7__/* .differenceText */ .Lr)(by, interval, misses)),
      better ?? "–",
      better === void 0 && more !== void 0 ? (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(more, by === "looks" ? "look" : "request") : "–"
    ];
  });
  const moved2 = moves.map(({ environment, version, previousVersion }) => [
    (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(environment),
    previousVersion === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(previousVersion),
    version === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(version)
  ]);
  return (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .oR)([
    `## ${headline2(report, _with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)}`,
    "",
    ...why === "" ? [] : [(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .prose */ .CS)(why), ""],
    ...sides === void 0 ? [] : [
      ...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(
        ["", "Environment", "Version", "Commit"],
        ["a", "b"].map((name) => {
          const { environment, version, commit } = sides[name];
          return [name, (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(environment), (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(version), (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(commit.slice(0, 7))];
        })
      ),
      ""
    ],
    ...rows.length === 0 ? [] : [...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(["Metric", "a", "b", "Difference", "Better", "To settle it"], rows), ""],
    ...moved2.length === 0 ? [] : [...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(["Set first", "From", "To"], moved2), ""],
    ...report.reason === void 0 ? [] : [`Reason: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .plain */ .pj)(report.reason.replace(/\s+/g, " "))}`, ""],
    ...report.failures.map((error) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .failureLine */ .Pu)(error, context)),
    ...report.notices.map((one) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .noticeLine */ .Jn)(one, context)),
    "",
    [
      `By ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(context.actor || "unknown")}`,
      ...report.since === void 0 ? [] : [`counted since ${(0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_13__/* .isoTime */ .L)(Math.floor(report.since / 1e3))}`],
      ...report.looks === 0 ? [] : [`${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(report.looks, "look")} in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(report.endedAt - report.startedAt)}`],
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(report.durationMs)
    ].join(" · ")
  ]);
}
function compareLog(report) {
  return [...runLog({ ...report, command: "promote" }), headline2(report, (text) => text)];
}
function headline2({ component, answer, sides, verdict, dryRun }, name) {
  if (verdict === "superseded") {
    return `${name(component)} was not compared: somebody else moved a tag`;
  }
  if (answer === void 0 || sides === void 0) {
    return dryRun ? `Would set two versions of ${name(component)}, and compare them` : `${name(component)} was not compared`;
  }
  const of = (side) => `${name(sides[side].version)} in ${name(sides[side].environment)}`;
  return answer === "no difference shown" ? `No difference shown between ${name(component)} ${of("a")} (a) and ${of("b")} (b)` : `${answer} is better: ${name(component)} ${of(answer)}, compared with ${of(answer === "a" ? "b" : "a")}`;
}

// src/action/doctor-summary.ts
var MAX_LOGGED = 1e3;
var MAX_TEXT = 1e3;
var MARKS = { error: "❌", warning: "⚠️", notice: "ℹ️", ok: "✅" };
function worstFirst({ facts }) {
  return _with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .STATUSES */ .f.flatMap((status) => facts.filter((one) => one.status === status));
}
function doctorSummary(report, context) {
  const home = `${context.serverUrl}/${context.repository}`;
  const rows = worstFirst(report).map(({ check, status, fact, fix, error }) => [
    MARKS[status],
    _with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECKS */ .ui[check],
    `${error === void 0 ? "" : `**${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(`tagship(${error.code})`)}** `}${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .prose */ .CS)(shortened(fact), home)}`,
    fix === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .prose */ .CS)(shortened(fix), home)
  ]);
  return (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .oR)([
    `## ${headline3(report)}`,
    "",
    ...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(["", "Check", "Fact", "Fix"], rows),
    "",
    ...report.notices.map((one) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .noticeLine */ .Jn)(one, context)),
    "",
    [`By ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(context.actor || "unknown")}`, "nothing was written", (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(report.durationMs)].join(" · ")
  ]);
}
function doctorLog(report) {
  const lines = worstFirst(report).slice(0, MAX_LOGGED).map(({ check, status, fact, fix }) => {
    const advice = fix === void 0 || status === "ok" ? "" : ` ${fix}`;
    return `${status.padEnd(7)} ${_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .CHECKS */ .ui[check]}: ${fact}${advice}`;
  });
  const rest = report.facts.length - lines.length;
  return [
    ...lines,
    ...rest > 0 ? [`… and ${rest} more.`] : [],
    `${headline3(report)}, in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(report.durationMs)}.`
  ];
}
function headline3({ facts, environment }) {
  const counts = (0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .countsOf */ .mQ)(facts);
  const where = environment === void 0 ? "" : ` of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(environment)}`;
  const parts = ["error", "warning", "notice"].filter((status) => counts[status] > 0).map((status) => (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(counts[status], status));
  return `The set-up${where}: ${parts.length === 0 ? "all is well" : parts.join(", ")}`;
}
function shortened(text) {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT).toWellFormed()}…`;
}

// src/action/guard-summary.ts
var MAX_DETAILED = 20;
var MAX_QUERY = 2e3;
var WORST_FIRST = ["breached", "inconclusive", "superseded", "healthy"];
function guardSummary(report, context) {
  const gates = worstFirst2(report.gates);
  const above = gates.length === 1 ? [] : [...failuresAndIssues(report, context)];
  const detailed = gates.slice(0, MAX_DETAILED);
  const lines = [`## ${headline4(gates, report.dryRun)}`, "", ...above];
  for (const gate of detailed) {
    lines.push(
      ...gates.length === 1 ? [] : [`### ${what(gate, report.dryRun)}`, ""],
      ...section(gate, report, context),
      ""
    );
  }
  if (gates.length > detailed.length) {
    const rows = gates.slice(MAX_DETAILED).map(({ component, version, environment, verdict }) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(component),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(version),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(environment),
      verdict
    ]);
    lines.push(...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(["Component", "Version", "Environment", "Verdict"], rows), "");
  }
  lines.push(
    ...report.times === void 0 ? [] : [timesText(report.times), ""],
    ...report.reason === void 0 ? [] : [`Reason: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .plain */ .pj)(report.reason.replace(/\s+/g, " "))}`, ""],
    ...report.notices.map((notice) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .noticeLine */ .Jn)(notice, context)),
    "",
    `By ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(context.actor || "unknown")} · ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(report.durationMs)}`
  );
  return (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .oR)(lines);
}
function guardLog(report) {
  if (report.gates.length === 0) {
    return ["Nothing to watch."];
  }
  const lines = report.gates.flatMap((gate) => {
    const { component, version, environment, verdict, why } = gate;
    const after = liveNow(gate, report.dryRun, (text) => text);
    return [
      `${component} ${version} in ${environment}: ${verdict}, ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(gate.rows.length, "measurement")}. ${why}`,
      ...after === "" ? [] : [after]
    ];
  });
  return [
    ...lines,
    ...report.times === void 0 ? [] : [timesText(report.times)],
    ...report.issues.map(({ url }) => `Post-mortem: ${url}`)
  ];
}
function worstFirst2(gates) {
  return [...gates].sort((one, other) => WORST_FIRST.indexOf(one.verdict) - WORST_FIRST.indexOf(other.verdict));
}
function headline4(gates, dryRun) {
  const [only2] = gates;
  if (only2 === void 0) {
    return "Nothing to watch";
  }
  if (gates.length === 1) {
    return what(only2, dryRun);
  }
  const back = gates.filter(({ rolledBackTo }) => rolledBackTo !== void 0).length;
  if (back > 0) {
    const verb = dryRun ? "would be rolled back" : back === 1 ? "was rolled back" : "were rolled back";
    return `${back} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(gates.length, "component")} ${verb}`;
  }
  const numbers = WORST_FIRST.map((verdict) => ({
    verdict,
    number: gates.filter((one) => one.verdict === verdict).length
  }));
  const parts = numbers.filter(({ number }) => number > 0).map(({ verdict, number }) => `${number} ${verdict}`);
  return `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(gates.length, "component")} watched: ${parts.join(", ")}`;
}
var VERDICTS = {
  breached: "is beyond its limits",
  healthy: "is healthy",
  inconclusive: "could not be judged",
  superseded: "was superseded"
};
function what({ component, version, environment, verdict, rolledBackTo, held }, dryRun) {
  const subject = `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(version)}`;
  const place = `in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(environment)}`;
  if (held !== void 0) {
    return `${subject} was taken out of KV ${place}, but its tag could not be moved`;
  }
  return rolledBackTo === void 0 ? `${subject} ${VERDICTS[verdict]} ${place}` : `${dryRun ? "Would roll back" : "Rolled back"} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(component)} to ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(rolledBackTo)} ${place} (from ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(version)})`;
}
var HOLDS = {
  ledger: "The tag still names the other version; a hold in the ledger keeps runs from writing it again.",
  kv: "The tag still names the other version; until a run can record it in the ledger, only KV remembers that it is held back."
};
function liveNow(gate, dryRun, name) {
  const { version, verdict, rolledBackTo, held } = gate;
  if (rolledBackTo !== void 0) {
    const hold = held === void 0 ? "" : ` ${HOLDS[held]}`;
    return `${name(rolledBackTo)} ${dryRun ? "would be" : "is"} live again.${hold}`;
  }
  if (verdict === "superseded") {
    return "Nothing was touched.";
  }
  return verdict === "breached" || verdict === "inconclusive" ? `${name(version)} is still live.` : "";
}
function failuresAndIssues(report, context) {
  return [
    ...report.failures.map((error) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .failureLine */ .Pu)(error, context)),
    "",
    ...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .postMortemLines */ .Mq)(report.issues),
    ...report.changed && !report.dryRun ? [_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .READERS */ .Hk, ""] : []
  ];
}
function steps({ component, environment, version, verdict, rolledBackTo, held }, place) {
  if (held !== void 0 && rolledBackTo !== void 0) {
    return (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .followSteps */ .vM)(component, environment, rolledBackTo, place);
  }
  if (rolledBackTo !== void 0) {
    return (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .againSteps */ .W9)(component, environment, version, place);
  }
  return verdict === "breached" || verdict === "inconclusive" ? (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .backSteps */ .$5)(component, environment, place) : [];
}
function section(gate, report, context) {
  const { component, environment, version } = gate;
  const issue = report.issues.find(
    (one) => one.component === component && one.environment === environment && one.version === version
  );
  const charts = gate.policy.metrics.filter((metric) => (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_9__/* .isNotable */ ._r)(metric, gate.rows)).map((metric) => (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_9__/* .chart */ .bW)(metric, gate.rows));
  const alone = report.gates.length === 1;
  const why = alone && (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .isSaidBy */ .Xp)(report.failures, gate.why) ? "" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .prose */ .CS)(gate.why);
  return [
    `${why} ${liveNow(gate, report.dryRun, _with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)}`.trim(),
    "",
    ...alone ? failuresAndIssues(report, context) : [],
    ...report.dryRun ? [] : steps(gate, context),
    ...issue === void 0 ? [] : (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .differenceLines */ .Ze)(issue),
    ...charts.flatMap((lines) => lines.length === 0 ? [] : [...lines, ""]),
    ...measurements(gate.rows),
    "",
    ...queries(gate.rows),
    "",
    policyText2(gate)
  ];
}
function measurements(rows) {
  if (rows.length === 0) {
    return ["Nothing was measured."];
  }
  const latest = rows.slice(-_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_ROWS */ .pX);
  const isBreach = (row) => row.outcome === "breach";
  const shown = [...latest.filter(isBreach), ...latest.filter((row) => !isBreach(row))];
  return [
    ...rows.length > shown.length ? [`${shown.length} of ${rows.length} measurements shown, the latest.`, ""] : [],
    ...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(
      ["After", "Metric", "Measured", "Limit", "Outcome", "Evidence"],
      shown.map((row) => [
        (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(row.elapsed),
        (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(row.metric),
        (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .plain */ .pj)((0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_10__/* .measuredText */ .AY)(row)),
        (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .plain */ .pj)(row.limit),
        (0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_10__/* .outcomeText */ .EL)(row.outcome),
        (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .prose */ .CS)(row.evidence)
      ])
    ),
    ...(0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_10__/* .boundsNote */ .u8)(shown)
  ];
}
function queries(rows) {
  const latest = new Map(rows.map((row) => [row.metric, row.queries]));
  const lines = [...latest].flatMap(
    ([metric, asked]) => asked.map((query) => `- ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(metric)}: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(query.replace(/\s+/g, " ").trim().slice(0, MAX_QUERY))}`)
  );
  return lines.length === 0 ? [] : ["What was asked, the last time:", "", ...lines];
}
function policyText2({ policy, since, startedAt, endedAt }) {
  return [
    `Deployed at ${(0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_13__/* .isoTime */ .L)(Math.floor(since / 1e3))}`,
    `watched for ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(endedAt - startedAt)}`,
    `initial delay ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(policy.initialDelayMs)}`,
    `interval ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(policy.intervalMs)}`,
    `bake ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(policy.bakeMs)}`,
    `timeout ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(policy.timeoutMs)}`
  ].join(" · ");
}
function timesText({ moved: moved2, restored, done }) {
  return [
    "After the measurement that led to the rollback:",
    moved2 === void 0 ? "the tag did not move," : `tag and ledger moved within ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(moved2)},`,
    `KV had the version back within ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(restored)},`,
    `all was reported within ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(done)}.`
  ].join(" ");
}

// src/action/results.ts
function resultOf(report, sarif) {
  switch (report.command) {
    case "guard":
      return guardResultOf(report);
    case "reconcile":
      return reconcileResultOf(report);
    case "history":
      return historyResultOf(report);
    case "compare":
      return compareResultOf(report, fieldsOf(report));
    case "backtest":
      return backtestResultOf(report);
    case "validate":
      return validateResultOf(report, sarif);
    case "doctor":
      return doctorResultOf(report);
    default:
      return runResultOf(report);
  }
}
function runResultOf(report) {
  const { command, verdict = null, waves = [], rollouts = [] } = report;
  return {
    ...fieldsOf(report),
    command,
    verdict,
    restored: report.restored ?? null,
    rollouts: rollouts.map((one) => ({
      component: one.component,
      environment: one.environment,
      canary: one.canary,
      version: one.version,
      live: one.live ?? null,
      verdict: one.verdict ?? null,
      why: one.why,
      share: one.share,
      planned: [...one.planned],
      steps: one.steps.map(({ step, share, gate }) => ({
        step,
        share,
        gate: gate === void 0 ? null : gateResultOf(gate)
      }))
    })),
    waves: waves.map(({ environments, outcome, places }) => ({
      environments: [...environments],
      outcome,
      places: places.map(({ version, verdict: said, rolledBackTo, held, ...place }) => ({
        ...place,
        version: version ?? null,
        verdict: said ?? null,
        "rolled-back-to": rolledBackTo ?? null,
        held: held !== void 0
      }))
    }))
  };
}
function guardResultOf(report) {
  const { command, verdict = null, gates, times } = report;
  return {
    ...fieldsOf(report),
    command,
    verdict,
    gates: gates.map(gateResultOf),
    times: times === void 0 ? null : {
      "moved-ms": times.moved === void 0 ? null : Math.round(times.moved),
      "restored-ms": Math.round(times.restored),
      "done-ms": Math.round(times.done)
    }
  };
}
function gateResultOf(gate) {
  return {
    component: gate.component,
    environment: gate.environment,
    version: gate.version,
    sha: gate.commit,
    verdict: gate.verdict,
    why: gate.why,
    "rolled-back-to": gate.rolledBackTo ?? null,
    held: gate.held !== void 0,
    deployed: moment(gate.since),
    started: moment(gate.startedAt),
    ended: moment(gate.endedAt),
    measurements: gate.rows.map(
      ({ metric, at, elapsed, queries: queries2, value, counts, control, limit, evidence, outcome }) => ({
        metric,
        at: moment(at),
        "elapsed-ms": Math.round(elapsed),
        queries: [...queries2],
        value: value ?? null,
        errors: counts?.errors ?? null,
        total: counts?.total ?? null,
        samples: counts?.samples ?? null,
        "control-errors": control?.errors ?? null,
        "control-total": control?.total ?? null,
        limit,
        evidence,
        outcome
      })
    )
  };
}
function reconcileResultOf(report) {
  const { command, heal, drift, remaining, written, removed, counts, namespaces, found, keys } = report;
  const all = Object.values(counts).reduce((sum, number) => sum + number, 0);
  return {
    ...fieldsOf(report),
    // A report keeps no more than some thousands of each, however many there are.
    truncated: found.length < all || keys.length < written + removed,
    command,
    verdict: null,
    heal,
    drift,
    remaining,
    written,
    removed,
    counts,
    namespaces: namespaces.map(({ id, environments, wanted, owned, counts: own }) => {
      return { id, environments: [...environments], wanted, owned, counts: own };
    }),
    found: found.map(({ namespace, key, finding, expected, stored }) => {
      return { namespace, key, finding, expected: expected ?? null, stored: stored ?? null };
    })
  };
}
function historyResultOf(report) {
  return {
    schema: 1,
    truncated: false,
    command: "history",
    ledger: report.ledger ?? null,
    at: report.state.at,
    state: report.state.lines.map(({ version, commit, share, of, ...rest }) => ({
      ...rest,
      version: version ?? null,
      sha: commit ?? null,
      share: share ?? null,
      of: of ?? null
    })),
    moves: report.moves.map(({ previous, override, share, of, ...rest }) => ({
      ...rest,
      "previous-version": previous,
      override: [...override],
      share: share ?? null,
      of: of ?? null
    })),
    changes: report.changes?.map(({ component, environment, from, to }) => ({
      component,
      environment,
      from: from ?? null,
      to: to ?? null
    })) ?? null,
    page: report.page?.path ?? null,
    "duration-ms": Math.round(report.durationMs),
    notices: report.notices.map(({ level, message }) => ({ level, message }))
  };
}
function doctorResultOf({ command, environment, ledger, facts, durationMs, notices }) {
  return {
    schema: 1,
    truncated: false,
    command,
    environment: environment ?? null,
    ledger: ledger ?? null,
    counts: { ...(0,_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_2__/* .countsOf */ .mQ)(facts) },
    facts: facts.map(({ check, status, fact, fix, error }) => ({
      check,
      status,
      fact,
      fix: fix ?? null,
      code: error?.code ?? null,
      file: error?.location?.file ?? null,
      line: error?.location?.line ?? null
    })),
    "duration-ms": Math.round(durationMs),
    notices: notices.map(({ level, message }) => ({ level, message }))
  };
}
var MAX_MENTIONS = 20;
function validateResultOf(report, sarif) {
  return {
    schema: 1,
    truncated: false,
    command: "validate",
    scope: report.scope,
    tree: report.tree,
    sha: report.commit ?? null,
    base: report.base ?? null,
    files: report.files,
    counts: { ...(0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_6__/* .findingTable */ .ck)(report.findings, 0).counts },
    suppressed: report.suppressed,
    findings: report.findings.map(({ code: code2, severity, file, range, message, suggestion, command }) => ({
      code: code2,
      severity,
      file,
      line: range?.start.line ?? null,
      column: range?.start.column ?? null,
      "end-line": range?.end.line ?? null,
      "end-column": range?.end.column ?? null,
      message,
      suggestion: suggestion ?? null,
      command: command ?? null
    })),
    changes: report.impacts?.map(({ component, change, path, before, environments, mentions }) => ({
      component,
      change,
      path: path ?? null,
      "previous-path": before ?? null,
      environments: environments.map(({ environment, version }) => ({ environment, version: version ?? null })),
      references: mentions.length,
      mentions: mentions.slice(0, MAX_MENTIONS).map((one) => ({ ...one }))
    })) ?? null,
    sarif: sarif ?? null,
    "duration-ms": Math.round(report.durationMs),
    notices: report.notices.map(({ level, message }) => ({ level, message }))
  };
}
function backtestResultOf(report) {
  const { environment, since, until, lines, left } = report;
  return {
    schema: 1,
    truncated: false,
    command: "backtest",
    ledger: report.ledger ?? null,
    environment,
    since,
    until,
    counts: Object.fromEntries(
      _with_domain_backtest_js__WEBPACK_IMPORTED_MODULE_8__/* .AGREEMENTS */ .Ok.map((agreement) => [agreement, lines.filter((one) => one.agreement === agreement).length])
    ),
    deploys: lines.map(({ deploy, verdict, wouldRollBack, at, why, breached, agreement, metrics }) => ({
      component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_23__/* .componentId */ .nV)(deploy.component),
      version: deploy.version,
      "previous-version": deploy.previous ?? null,
      deployed: moment(deploy.at),
      actor: deploy.actor,
      verdict,
      "would-roll-back": wouldRollBack,
      at: moment(at),
      "after-ms": Math.round(at - deploy.at),
      why,
      breached: [...breached],
      metrics: metrics.map(({ row, looks }) => ({
        metric: row.metric,
        looks,
        value: row.value ?? null,
        errors: row.counts?.errors ?? null,
        total: row.counts?.total ?? null,
        limit: row.limit,
        evidence: row.evidence,
        outcome: row.outcome
      })),
      healthy: deploy.healthyAt === void 0 ? null : moment(deploy.healthyAt),
      next: deploy.next === void 0 ? null : { ...deploy.next, at: moment(deploy.next.at), version: deploy.next.version ?? null },
      agreement
    })),
    "not-replayed": left.map(({ name, source }) => ({ metric: name, provider: source.provider })),
    "duration-ms": Math.round(report.durationMs),
    notices: report.notices.map(({ level, message }) => ({ level, message }))
  };
}
function sideOf(side) {
  return side === void 0 ? null : { environment: side.environment, version: side.version, sha: side.commit };
}
function compareResultOf(report, fields) {
  const { verdict, answer, why, sides, metrics, experiment, looks, since } = report;
  const side = ({ latest, values }) => ({
    errors: latest?.kind === "counts" ? latest.errors : null,
    total: latest?.kind === "counts" ? latest.total : null,
    values: [...values]
  });
  return {
    ...fields,
    command: "compare",
    verdict: verdict === "superseded" ? verdict : null,
    component: report.component,
    answer: answer ?? null,
    why,
    a: sideOf(sides?.a),
    b: sideOf(sides?.b),
    since: since === void 0 ? null : moment(since),
    looks,
    metrics: metrics.map(({ compared, finding: { by, interval, better, more } }) => ({
      metric: compared.metric.name,
      by,
      a: side(compared.a),
      b: side(compared.b),
      difference: interval?.estimate ?? null,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      confidence: interval === void 0 || experiment === void 0 ? null : 1 - experiment.misses,
      better: better ?? null,
      more: more ?? null
    }))
  };
}
function fieldsOf(report) {
  return {
    schema: 1,
    truncated: false,
    "rolled-back": report.rolledBack,
    ledger: report.ledger ?? null,
    moves: report.moves.map((one) => ({
      component: one.component,
      environment: one.environment,
      version: one.version ?? null,
      sha: one.commit ?? null,
      "previous-version": one.previousVersion ?? null,
      why: one.why,
      override: [...one.overridden],
      quarantined: one.quarantined ?? null
    })),
    "dry-run": report.dryRun,
    changed: report.changed,
    reason: report.reason ?? null,
    components: report.deployed.map((one) => ({
      component: one.component,
      environment: one.environment ?? null,
      version: one.version,
      "previous-version": one.previousVersion ?? null,
      sha: one.commit,
      "previous-sha": one.previousCommit ?? null,
      path: one.path,
      bytes: one.bytes,
      namespaces: [...one.namespaces]
    })),
    deleted: report.deleted.map(({ component, environment, version, left }) => ({
      component,
      environment: environment ?? null,
      version: version ?? null,
      left: [...left]
    })),
    "requires-rebuild": report.requiresRebuild,
    rebuild: report.rebuild.map(({ argv, durationMs }) => ({
      argv: [...argv],
      "duration-ms": durationMs === void 0 ? null : Math.round(durationMs)
    })),
    keys: report.keys.map(({ namespace, key, role, bytes, differed }) => ({
      namespace,
      key,
      role,
      bytes,
      changed: differed
    })),
    rounds: report.rounds,
    "duration-ms": Math.round(report.durationMs),
    issues: report.issues.map(({ component, environment, version, url }) => ({ component, environment, version, url })),
    notices: report.notices.map(({ level, message }) => ({ level, message }))
  };
}
function moment(milliseconds) {
  return new Date(milliseconds).toISOString();
}

// src/action/outputs.ts
var OUTPUTS = {
  component: {
    description: "The component, as `prompts/extraction`; empty unless exactly one took part.",
    value: (report) => partOf(report).component ?? ""
  },
  environment: {
    description: "The environment; empty for a version tag, and unless exactly one component took part.",
    value: (report) => partOf(report).environment ?? ""
  },
  version: {
    description: "The version there now; empty unless exactly one component took part.",
    value: (report) => partOf(report).version ?? ""
  },
  "previous-version": {
    description: "The version there before; empty if it was the same, or none.",
    value: (report) => partOf(report).previousVersion ?? ""
  },
  sha: {
    description: "The commit of the version; empty unless exactly one component took part.",
    value: (report) => partOf(report).commit ?? ""
  },
  changed: {
    description: "`true` if a tag moved, or KV held something else or nothing before; else `false`.",
    value: (report) => String("changed" in report && report.changed && !(isPlanned(report) && report.dryRun))
  },
  keys: {
    description: "JSON array of the KV keys written, as many as fit into 100 kB.",
    value: (report) => "keys" in report ? keysWritten(report) : "[]"
  },
  "requires-rebuild": {
    description: "`true` if a Worker must be rebuilt, after a tag under `logic/`.",
    value: (report) => String("requiresRebuild" in report && report.requiresRebuild)
  },
  verdict: {
    description: "guard, and promote of a group or through a canary: `healthy`, `breached` or `inconclusive`, the worst of all; any command: `superseded` if somebody else moved a tag meanwhile, and nothing was touched.",
    value: (report) => "verdict" in report && report.verdict || ""
  },
  answer: {
    description: "compare: `a` (`environment`), `b` (`with`) or `no difference shown`.",
    value: (report) => report.command === "compare" && report.answer || ""
  },
  "rolled-back": {
    description: "`true` if an environment went back to an earlier version.",
    value: (report) => report.command === "guard" || report.command === "rollback" || "rollouts" in report && (report.rollouts ?? []).length > 0 || "waves" in report && report.waves.length > 0 ? String(report.rolledBack) : ""
  },
  drift: {
    description: "reconcile: how many keys drifted, before the repair.",
    value: (report) => report.command === "reconcile" ? String(report.drift) : ""
  },
  findings: {
    description: "validate: the number of findings, without suppressed ones. doctor: the number of errors and warnings.",
    value: (report) => findingsIn(report)
  },
  "issue-url": {
    description: "The URL of the post-mortem issue.",
    value: (report) => "issues" in report && report.issues[0]?.url || ""
  }
};
function findingsIn(report) {
  switch (report.command) {
    case "validate":
      return String(report.findings.length);
    case "doctor":
      return String(report.facts.filter(({ status }) => status === "error" || status === "warning").length);
    default:
      return "";
  }
}
function isPlanned({ command }) {
  return command === "guard" || command === "reconcile";
}
function partOf(report) {
  switch (report.command) {
    case "reconcile":
    case "validate":
    case "doctor":
    case "backtest":
      return {};
    case "compare":
      return { component: report.component };
    case "history":
      return only(report.state.lines) ?? {};
    case "guard": {
      const gate = only(report.gates);
      const version = gate?.rolledBackTo === void 0 || report.dryRun ? gate?.version : gate.rolledBackTo;
      if (gate === void 0 || version === gate.version) {
        return gate ?? {};
      }
      const deployed = report.deployed.find(({ component }) => component === gate.component);
      return { ...gate, version, previousVersion: gate.version, commit: deployed?.commit };
    }
    default: {
      const rollouts = report.rollouts ?? [];
      return rollouts.length > 0 ? rolloutPart(report, only(rollouts)) : commonOf([...report.deployed, ...report.deleted]);
    }
  }
}
function rolloutPart({ deployed, dryRun }, rollout) {
  if (rollout === void 0) {
    return {};
  }
  const { component, environment, version, live, verdict } = rollout;
  const isLive = verdict === "healthy" || dryRun;
  const now = deployed.find((one) => one.component === component && one.version === (isLive ? version : live));
  return {
    component,
    environment,
    version: isLive ? version : live,
    previousVersion: isLive ? live : void 0,
    commit: now?.commit
  };
}
function commonOf(parts) {
  const the = (key) => only([...new Set(parts.flatMap((part) => part[key] ?? []))]);
  const [first] = parts;
  if (parts.length === 1 && first !== void 0) {
    return first;
  }
  return parts.some(({ component }) => component !== first?.component) ? {} : {
    component: first?.component,
    environment: the("environment"),
    version: the("version"),
    previousVersion: the("previousVersion"),
    commit: the("commit")
  };
}
function only(items) {
  return items.length === 1 ? items[0] : void 0;
}
function published(report, sarif) {
  const outputs = Object.fromEntries(Object.entries(OUTPUTS).map(([name, { value }]) => [name, value(report)]));
  return { result: resultOf(report, sarif), outputs };
}
var MAX_OUTPUT = 1e5;
var MAX_TEXT2 = 500;
var MAX_INNER = 2;
function fitted(result) {
  const whole = JSON.stringify(result);
  if (isFitting(whole)) {
    return whole;
  }
  const short2 = (most, inner) => JSON.stringify(cut({ ...result, truncated: true }, [most, inner]));
  return mostThatFits((inner) => short2(Number.POSITIVE_INFINITY, inner)) ?? mostThatFits((most) => short2(most, Math.min(most, MAX_INNER))) ?? short2(0, 0);
}
function mostThatFits(make) {
  const shortest = make(0);
  let found = isFitting(shortest) ? shortest : void 0;
  let [least, most] = [1, MAX_OUTPUT / 10];
  while (found !== void 0 && least <= most) {
    const limit = Math.floor((least + most) / 2);
    const text = make(limit);
    if (isFitting(text)) {
      found = text;
      least = limit + 1;
    } else {
      most = limit - 1;
    }
  }
  return found;
}
function cut(value, limits) {
  if (typeof value === "string") {
    return value.length <= MAX_TEXT2 ? value : `${value.slice(0, MAX_TEXT2).toWellFormed()}…`;
  }
  if (Array.isArray(value)) {
    const [most, next = most, ...rest] = limits;
    return value.slice(0, most).map((item) => cut(item, [next, ...rest]));
  }
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cut(one, limits)])) : value;
}
function isFitting(text) {
  return Buffer.byteLength(text) <= MAX_OUTPUT;
}
function keysWritten({ dryRun, keys }) {
  const names = dryRun ? [] : [...new Set(keys.filter(({ role }) => role !== "removed").map(({ key }) => key))];
  const whole = JSON.stringify(names);
  return isFitting(whole) ? whole : mostThatFits((limit) => JSON.stringify(names.slice(0, limit))) ?? "[]";
}

// src/action/reconcile-summary.ts
var MAX_LOGGED2 = 50;
var MEANING = {
  missing: "nothing is stored",
  edited: "stored by somebody else",
  stale: "not what the tags say now",
  orphan: "its tag is gone",
  foreign: "belongs to another repository",
  held: "held back by a gate",
  expired: "not kept by `retention`"
};
function reconcileSummary(report, context) {
  const lines = [
    `## ${headline5(report)}`,
    "",
    ...report.failures.map((error) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .failureLine */ .Pu)(error, context)),
    "",
    ...report.changed && !report.dryRun ? [_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .READERS */ .Hk, ""] : [],
    ...steps2(report, context)
  ];
  if (report.namespaces.length > 0) {
    const rows = report.namespaces.map(({ id, environments, wanted, owned, counts }) => [
      (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .shortNamespace */ .a)(id),
      environments.map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY).join(", ") || "–",
      String(wanted),
      String(owned),
      (0,_with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_3__/* .countsText */ .WN)(counts) || "no drift"
    ]);
    lines.push(...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(["Namespace", "Environments", "Keys needed", "Owned keys", "Found"], rows), "");
  }
  if (report.found.length > 0) {
    const rows = report.found.map(({ key, finding, expected, stored, namespace }) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(key),
      `**${finding}**: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .prose */ .CS)(MEANING[finding])}`,
      expected === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(expected),
      stored === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(stored),
      ...report.namespaces.length > 1 ? [(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .shortNamespace */ .a)(namespace)] : []
    ]);
    const head = ["Key", "Found", "Should be", "Is", ...report.namespaces.length > 1 ? ["Namespace"] : []];
    lines.push(...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(head, rows), "");
  }
  if (report.moves.length > 0) {
    const rows = report.moves.map(({ component, environment, version, previousVersion, why }) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(component),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(environment),
      previousVersion === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(previousVersion),
      version === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(version),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .prose */ .CS)(why)
    ]);
    lines.push(...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(["Track", "Environment", "From", "To", "Why"], rows), "");
  }
  if (report.rebuild.length > 0) {
    const rows = report.rebuild.map(({ argv, durationMs }) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(argv.join(" ")),
      durationMs === void 0 ? "not run" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(durationMs)
    ]);
    lines.push(...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .table */ .tp)(["Rebuild", "Took"], rows), "");
  }
  lines.push(
    ...report.reason === void 0 ? [] : [`Reason: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .plain */ .pj)(report.reason.replace(/\s+/g, " "))}`, ""],
    ...report.notices.map((notice) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .noticeLine */ .Jn)(notice, context)),
    "",
    `By ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .code */ .aY)(context.actor || "unknown")} · ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(report.durationMs)}`
  );
  return (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_5__/* .joined */ .oR)(lines);
}
function steps2({ heal, drift, remaining, counts, dryRun }, context) {
  if (drift > 0 && (!heal || dryRun)) {
    return ["To repair it:", "", ...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatchBlock */ .ch)("reconcile.yml", { heal: "true" }, context), ""];
  }
  return remaining > 0 && (counts.orphan ?? 0) > 0 ? [
    "If these tags were deleted on purpose:",
    "",
    ...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatchBlock */ .ch)("reconcile.yml", { heal: "true", prune: "true" }, context),
    ""
  ] : [];
}
function reconcileLog(report) {
  const lines = report.found.filter(({ finding }) => _with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_3__/* .DRIFTS */ .ts.some((drift) => drift === finding)).slice(0, MAX_LOGGED2).map(({ key, finding, expected, stored }) => {
    const is = stored === void 0 || stored === expected ? "" : `, is ${stored}`;
    return `  ${finding}: ${key}${expected === void 0 ? "" : ` (${expected}${is})`}`;
  });
  const rest = report.drift - lines.length;
  return [
    ...lines,
    ...rest > 0 ? [`  … and ${rest} more.`] : [],
    ...report.moves.map((one) => moveLine(one, report.dryRun)),
    `${headline5(report)}, in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .duration */ .p0)(report.durationMs)}.`
  ];
}
function headline5({ drift, dryRun, heal, written, removed, remaining }) {
  if (heal && dryRun) {
    return `Plan: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(written, "key")} would be written, ${removed} removed`;
  }
  const found = drift === 0 ? "KV is as the tags say" : `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(drift, "key")} drifted`;
  if (!heal) {
    return found;
  }
  const left = remaining === 0 ? "" : `, ${remaining} left as they are`;
  return `${found}; ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(written, "key")} written, ${removed} removed${left}`;
}

// src/publish.ts
async function publish(report, sarif, context, console, save) {
  const { log, summary } = presented(report, context, console.annotates);
  for (const line of log) {
    console.result(line);
  }
  for (const { level, message } of report.notices) {
    console[level](message);
  }
  const { result, outputs } = published(report, sarif);
  const file = await save(console.secrets.hide(JSON.stringify(result))).catch((error) => {
    const why = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .toTagshipErrors */ .XF)(error).map(({ what: what2 }) => what2);
    console.warning(`The file of the output \`result-file\` could not be written: ${why.join(" ")}`);
    return "";
  });
  console.outputs({ ...outputs, result: fitted(result), "result-file": file });
  await console.summary(summary);
  if (report.command === "validate" && console.annotates) {
    for (const one of (0,_with_action_validate_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .annotated */ .dR)(report)) {
      console.annotate(one.severity, (0,_with_action_validate_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .messageOf */ .bD)(one), `Tagship: ${one.code}`, one.file, one.range);
    }
  }
}
function presented(report, context, isAnnotated) {
  switch (report.command) {
    case "guard":
      return { log: guardLog(report), summary: guardSummary(report, context) };
    case "reconcile":
      return { log: reconcileLog(report), summary: reconcileSummary(report, context) };
    case "history":
      return { log: historyLog(report), summary: (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .historySummary */ .xE)(report, context) };
    case "doctor":
      return { log: doctorLog(report), summary: doctorSummary(report, context) };
    case "compare":
      return { log: compareLog(report), summary: compareSummary(report, context) };
    case "backtest":
      return { log: backtestLog(report), summary: backtestSummary(report, context) };
    case "validate": {
      const rest = isAnnotated ? report.findings.length - (0,_with_action_validate_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .annotated */ .dR)(report).length : 0;
      const more = rest === 0 ? [] : [`${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_20__/* .count */ .U9)(rest, "more finding")} in the log and the summary: GitHub shows ten of a kind.`];
      return { log: [...(0,_with_action_validate_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .validateLog */ .pZ)(report), ...more], summary: (0,_with_action_validate_summary_js__WEBPACK_IMPORTED_MODULE_4__/* .validateSummary */ .nd)(report, context) };
    }
    default:
      return {
        log: [...runLog(report), ...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .rolloutLog */ .cz)(report.rollouts ?? [])],
        summary: (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .runSummary */ .KL)(report, context)
      };
  }
}



/***/ }),

/***/ 2157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ impactTable),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dR: () => (/* binding */ annotated),
/* harmony export */   lr: () => (/* binding */ findingTables),
/* harmony export */   nd: () => (/* binding */ validateSummary),
/* harmony export */   pZ: () => (/* binding */ validateLog)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7895);
/* harmony import */ var _with_validation_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3673);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/action/validate-summary.ts
var MAX_LOGGED = 1e3;
var MAX_ANNOTATIONS = 10;
var MAX_TEXT = 600;
var MAX_IN_CELL = 5;
var MARKS = { error: "❌", warning: "⚠️", notice: "ℹ️" };
var CHANGES = {
  new: "is new",
  changed: "gets new content",
  moved: "same content, another file",
  removed: "loses its file",
  unregistered: "is registered no longer"
};
function validateSummary(report, context) {
  const lines = [`## ${headline(report)}`, "", ...findingTables(report, _with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_ROWS */ .pX, context), ""];
  if (report.impacts !== void 0 && report.impacts.length > 0) {
    lines.push("### What would change", "", ...impactTable(report.impacts, report, context), "");
  }
  lines.push(
    ...report.failures.map((error) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .failureLine */ .Pu)(error, context)),
    ...report.notices.map(({ level, message }) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .noticeLine */ .Jn)({ level, message: shortened(message) }, context)),
    "",
    [
      `By ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(context.actor || "unknown")}`,
      `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(report.files, "file")} read`,
      ...report.suppressed === 0 ? [] : [`${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(report.suppressed, "finding")} suppressed`],
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(report.durationMs)
    ].join(" · ")
  );
  return (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(lines);
}
function findingTables(report, most, context) {
  const { rows, left, codes } = (0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_2__/* .findingTable */ .ck)(report.findings, most);
  if (rows.length === 0) {
    return [];
  }
  const cells = rows.map((one) => [
    MARKS[one.severity],
    link(one.file, one.range?.start, report, context),
    `**${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.code)}** ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(shortened(one.message))}`,
    advice(one)
  ]);
  const more = `… and ${left} more: ${codes.map((one) => `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.code)} ${one.count}`).join(", ")} in all.`;
  return [...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["", "Where", "What", "Instead"], cells), "", ...left > 0 ? [more, ""] : []];
}
function advice({ suggestion, command }) {
  const edit = suggestion === void 0 ? "" : `Write ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shortened(suggestion))}`;
  if (command === void 0) {
    return edit || "–";
  }
  return `${edit === "" ? "Run" : `${edit}<br>or run`} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shortened(command))}`;
}
function impactTable(impacts, report, context) {
  const rows = impacts.map(({ component, change, path, before, environments, mentions }) => [
    (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(component),
    CHANGES[change],
    [before, path].flatMap((one) => one === void 0 ? [] : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shortened(one))).join(" → ") || "–",
    listed(
      environments,
      ({ environment, version }) => `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(environment)} ${version === void 0 ? "runs it" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(version)}`
    ),
    listed(mentions, (mention) => link(mention.file, mention, report, context))
  ]);
  return [
    ...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Component", "Change", "File", "Runs now", "Referenced by"], rows),
    "",
    "What runs stays as it is until a version is tagged and promoted."
  ];
}
function listed(items, show) {
  const shown = items.slice(0, MAX_IN_CELL).map(show);
  const rest = items.length - shown.length;
  return [...shown, ...rest > 0 ? [`… and ${rest} more`] : []].join("<br>") || "–";
}
function link(file, place, { commit }, { serverUrl, repository }) {
  const text = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shortened(file) + (place === void 0 ? "" : `:${place.line}:${place.column}`));
  if (commit === void 0 || file.length > MAX_TEXT) {
    return text;
  }
  const path = file.toWellFormed().split("/").map(urlPart).join("/");
  return `[${text}](${serverUrl}/${repository}/blob/${commit}/${path}${place === void 0 ? "" : `#L${place.line}`})`;
}
function urlPart(text) {
  return encodeURIComponent(text).replace(/[()*'!]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
function validateLog(report) {
  const lines = report.findings.slice(0, MAX_LOGGED).map((one) => {
    const { start } = one.range ?? {};
    const place = start === void 0 ? one.file : `${one.file}:${start.line}:${start.column}`;
    return `${place} ${one.code} ${one.severity === "error" ? "" : `(${one.severity}) `}${messageOf(one)}`;
  });
  const rest = report.findings.length - lines.length;
  return [
    ...lines,
    ...rest > 0 ? [`… and ${rest} more.`] : [],
    `${headline(report)}, in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(report.durationMs)}.`
  ];
}
function messageOf({ message, suggestion, command }) {
  return [
    shortened(message),
    suggestion === void 0 ? "" : `Did you mean \`${shortened(suggestion)}\`?`,
    command === void 0 ? "" : `To fix it: \`${shortened(command)}\``
  ].filter((part) => part !== "").join(" ");
}
function annotated({ findings, notices, failures }) {
  const room = {
    error: MAX_ANNOTATIONS - failures.length,
    warning: MAX_ANNOTATIONS - notices.filter(({ level }) => level === "warning").length,
    notice: MAX_ANNOTATIONS - notices.filter(({ level }) => level === "notice").length
  };
  return findings.filter(({ severity }) => room[severity]-- > 0);
}
function headline({ findings, scope }) {
  const { counts } = (0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_2__/* .findingTable */ .ck)(findings, 0);
  const parts = ["error", "warning", "notice"].filter((severity) => counts[severity] > 0).map((severity) => (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(counts[severity], severity));
  const where = scope === "changed" ? " in what changed" : "";
  return parts.length === 0 ? `Nothing found${where}` : `Found ${parts.join(", ")}${where}`;
}
function shortened(text) {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`;
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

/***/ 3185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isoTime)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/time.ts
function isoTime(seconds) {
  return new Date(seconds * 1e3).toISOString().replace(".000Z", "Z");
}




/***/ }),

/***/ 4460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AY: () => (/* binding */ measuredText),
/* harmony export */   EL: () => (/* binding */ outcomeText),
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   oz: () => (/* binding */ progressLine),
/* harmony export */   u8: () => (/* binding */ boundsNote)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8039);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9572);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/gate/rows.ts
function rowsOf({ policy, metrics }) {
  const rows = metrics.flatMap(({ metric, measurements }) => {
    let tally = _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .EMPTY */ .wg;
    return measurements.map((measurement) => {
      tally = (0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .tallied */ .mG)(tally, metric, measurement, policy.count);
      return rowFrom(policy, metric, measurement, tally);
    });
  });
  return rows.sort((one, other) => one.at - other.at);
}
function rowOf({ policy, metrics }, measurement) {
  const state = metrics.find(({ metric }) => metric.name === measurement.metric);
  if (state === void 0) {
    throw new RangeError(`The gate has no metric \`${measurement.metric}\`.`);
  }
  const index = state.measurements.indexOf(measurement);
  const before = index < 0 ? state.measurements : state.measurements.slice(0, index);
  const tally = (0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .tallyOf */ .sv)(state.metric, [...before, measurement], policy.count);
  return rowFrom(policy, state.metric, measurement, tally);
}
var OUTCOMES = {
  passed: "passed",
  failed: "failed",
  breach: "breach",
  accept: "healthy",
  undecided: "undecided",
  "no-data": "no data",
  error: "error"
};
function outcomeText(outcome) {
  return OUTCOMES[outcome];
}
function measuredText({ value, counts }) {
  if (counts !== void 0) {
    return (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countsText */ .WN)(counts);
  }
  return value === void 0 ? "–" : (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .amount */ .vj)(value);
}
function progressLine(row) {
  const measured = row.value === void 0 ? "" : `${measuredText(row)}, `;
  return `${row.metric}: ${measured}${row.evidence}; ${row.limit}: ${outcomeText(row.outcome)}`;
}
function boundsNote(rows) {
  return rows.some(({ counts }) => counts !== void 0) ? ["", `Evidence of counts: ${_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .BOUNDS */ .QT}.`] : [];
}
function rowFrom(policy, metric, measurement, tally) {
  const { at, elapsed, queries } = measurement;
  const reading = (0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .understood */ .Se)(metric, measurement.reading);
  const row = { metric: metric.name, at, elapsed, queries, limit: (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .limitText */ .PW)(metric, tally.max) };
  if (reading.kind === "no-data" || reading.kind === "failed") {
    const given = reading.kind === "failed" ? `, given up at ${policy.consecutiveErrorLimit}` : "";
    const number = reading.kind === "failed" ? `${tally.failed} failed` : `${tally.streak} without data`;
    return {
      ...row,
      value: void 0,
      counts: void 0,
      evidence: `${reading.why} (${number} in a row${given})`,
      outcome: reading.kind === "failed" ? "error" : "no-data"
    };
  }
  return {
    ...row,
    value: reading.kind === "value" ? reading.value : (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .rateOf */ .MK)(reading),
    counts: reading.kind === "value" ? void 0 : countsOf(reading),
    control: reading.kind === "value" ? void 0 : reading.control,
    evidence: evidenceText(policy, metric, reading, tally),
    outcome: tally.decision ?? pending(metric, reading)
  };
}
function countsOf({ errors, total, samples }) {
  return { errors, total, samples };
}
function pending({ limit }, reading) {
  if (limit.kind === "counts" || reading.kind === "counts") {
    return "undecided";
  }
  return (0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .isBeyond */ ._f)(reading.value, limit) ? "failed" : "passed";
}
function evidenceText(policy, { limit }, reading, tally) {
  const partial = reading.partial === true ? "; the answer is not complete" : "";
  if (reading.kind === "counts") {
    const test = tally.test === void 0 ? "" : (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .testText */ .e5)(tally.test);
    const compared = tally.comparison === void 0 ? "" : `; ${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .comparisonText */ .VF)(tally.comparison, tally.compared.control)}`;
    return `${test}${compared}${partial}`;
  }
  const allowed = limit.kind === "values" ? limit.failureLimit : 0;
  return `measurement ${tally.withData} of ${policy.count}, ${tally.failures} failed (allowed: ${allowed})${partial}`;
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

/***/ 3673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ byCodeUnits),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   ck: () => (/* binding */ findingTable)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2348);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/validation/order.ts
var SEVERITIES = ["error", "warning", "notice"];
function compareFindings(a, b) {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || byCodeUnits(a.file, b.file) || // What is about the whole file stands before its lines.
  (a.range?.start.offset ?? -1) - (b.range?.start.offset ?? -1) || _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(a.code) - _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(b.code) || byCodeUnits(a.message, b.message);
}
function inOrder(findings) {
  return [...findings].sort(compareFindings);
}
function findingTable(findings, limit) {
  const counts = { error: 0, warning: 0, notice: 0 };
  const codes = /* @__PURE__ */ new Map();
  for (const { severity, code } of findings) {
    counts[severity]++;
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const rows = inOrder(findings).slice(0, limit);
  return {
    counts,
    codes: [...codes].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count || _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(a.code) - _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(b.code)),
    rows,
    left: findings.length - rows.length
  };
}
function byCodeUnits(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}




/***/ })

};

export const id = 117;
export const ids = [117];
export const modules = {

/***/ 2117:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tellGuard: () => (/* binding */ tellGuard),
/* harmony export */   tellHistory: () => (/* binding */ tellHistory),
/* harmony export */   tellReconcile: () => (/* binding */ tellReconcile),
/* harmony export */   tellRun: () => (/* binding */ tellRun),
/* harmony export */   tellValidate: () => (/* binding */ tellValidate)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_validation_order_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3673);
/* harmony import */ var _with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2861);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9865);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3185);
/* harmony import */ var _with_domain_metadata_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1533);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1592);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2348);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1472);
/* harmony import */ var _with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5036);
/* harmony import */ var _with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2766);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9577);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2591);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);














// src/action/guard-summary.ts
var MAX_DETAILED = 20;
var MAX_QUERY = 2e3;
var WORST_FIRST = ["breached", "inconclusive", "superseded", "healthy"];
function guardSummary(report, context) {
  const gates = worstFirst(report.gates);
  const above = gates.length === 1 ? [] : [...failuresAndIssues(report, context)];
  const detailed = gates.slice(0, MAX_DETAILED);
  const lines = [`## ${headline(gates, report.dryRun)}`, "", ...above];
  for (const gate of detailed) {
    lines.push(
      ...gates.length === 1 ? [] : [`### ${what(gate, report.dryRun)}`, ""],
      ...section(gate, report, context),
      ""
    );
  }
  if (gates.length > detailed.length) {
    const rows = gates.slice(MAX_DETAILED).map(({ component, version, environment, verdict }) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(component),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(version),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(environment),
      verdict
    ]);
    lines.push(...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(["Component", "Version", "Environment", "Verdict"], rows), "");
  }
  lines.push(
    ...report.times === void 0 ? [] : [timesText(report.times), ""],
    ...report.reason === void 0 ? [] : [`Reason: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .plain */ .pj)(report.reason.replace(/\s+/g, " "))}`, ""],
    ...report.notices.map((notice) => (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .noticeLine */ .Jn)(notice, context)),
    "",
    `By ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(context.actor || "unknown")} · ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(report.durationMs)}`
  );
  return (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .joined */ .oR)(lines);
}
function guardLog(report) {
  if (report.gates.length === 0) {
    return ["Nothing to watch."];
  }
  const lines = report.gates.flatMap((gate) => {
    const { component, version, environment, verdict, why } = gate;
    const after = liveNow(gate, report.dryRun, (text) => text);
    return [
      `${component} ${version} in ${environment}: ${verdict}, ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(gate.rows.length, "measurement")}. ${why}`,
      ...after === "" ? [] : [after]
    ];
  });
  return [
    ...lines,
    ...report.times === void 0 ? [] : [timesText(report.times)],
    ...report.issues.map(({ url }) => `Post-mortem: ${url}`)
  ];
}
function worstFirst(gates) {
  return [...gates].sort((one, other) => WORST_FIRST.indexOf(one.verdict) - WORST_FIRST.indexOf(other.verdict));
}
function headline(gates, dryRun) {
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
    return `${back} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(gates.length, "component")} ${verb}`;
  }
  const numbers = WORST_FIRST.map((verdict) => ({
    verdict,
    number: gates.filter((one) => one.verdict === verdict).length
  }));
  const parts = numbers.filter(({ number }) => number > 0).map(({ verdict, number }) => `${number} ${verdict}`);
  return `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(gates.length, "component")} watched: ${parts.join(", ")}`;
}
var VERDICTS = {
  breached: "is beyond its limits",
  healthy: "is healthy",
  inconclusive: "could not be judged",
  superseded: "was superseded"
};
function what({ component, version, environment, verdict, rolledBackTo, held }, dryRun) {
  const subject = `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(version)}`;
  const place = `in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(environment)}`;
  if (held !== void 0) {
    return `${subject} was taken out of KV ${place}, but its tag could not be moved`;
  }
  return rolledBackTo === void 0 ? `${subject} ${VERDICTS[verdict]} ${place}` : `${dryRun ? "Would roll back" : "Rolled back"} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(component)} to ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(rolledBackTo)} ${place} (from ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(version)})`;
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
    ...report.failures.map((error) => (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .failureLine */ .Pu)(error, context)),
    "",
    ...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .postMortemLines */ .Mq)(report.issues),
    ...report.changed && !report.dryRun ? [_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .READERS */ .Hk, ""] : []
  ];
}
function steps({ component, environment, version, verdict, rolledBackTo, held }, place) {
  if (held !== void 0 && rolledBackTo !== void 0) {
    return (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .followSteps */ .vM)(component, environment, rolledBackTo, place);
  }
  if (rolledBackTo !== void 0) {
    return (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .againSteps */ .W9)(component, environment, version, place);
  }
  return verdict === "breached" || verdict === "inconclusive" ? (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .backSteps */ .$5)(component, environment, place) : [];
}
function section(gate, report, context) {
  const { component, environment, version } = gate;
  const issue = report.issues.find(
    (one) => one.component === component && one.environment === environment && one.version === version
  );
  const charts = gate.policy.metrics.filter((metric) => (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_3__/* .isNotable */ ._r)(metric, gate.rows)).map((metric) => (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_3__/* .chart */ .bW)(metric, gate.rows));
  return [
    `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .prose */ .CS)(gate.why)} ${liveNow(gate, report.dryRun, _with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)}`.trim(),
    "",
    ...report.gates.length === 1 ? failuresAndIssues(report, context) : [],
    ...report.dryRun ? [] : steps(gate, context),
    ...issue === void 0 ? [] : (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .differenceLines */ .Ze)(issue),
    ...charts.flatMap((lines) => lines.length === 0 ? [] : [...lines, ""]),
    ...measurements(gate.rows),
    "",
    ...queries(gate.rows),
    "",
    policyText(gate)
  ];
}
function measurements(rows) {
  if (rows.length === 0) {
    return ["Nothing was measured."];
  }
  const latest = rows.slice(-_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .MAX_ROWS */ .pX);
  const isBreach = (row) => row.outcome === "breach";
  const shown = [...latest.filter(isBreach), ...latest.filter((row) => !isBreach(row))];
  return [
    ...rows.length > shown.length ? [`${shown.length} of ${rows.length} measurements shown, the latest.`, ""] : [],
    ...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(
      ["After", "Metric", "Measured", "Limit", "Outcome", "Evidence"],
      shown.map((row) => [
        (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(row.elapsed),
        (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(row.metric),
        (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .plain */ .pj)((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_3__/* .measuredText */ .AY)(row)),
        (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .plain */ .pj)(row.limit),
        (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_3__/* .outcomeText */ .EL)(row.outcome),
        (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .prose */ .CS)(row.evidence)
      ])
    )
  ];
}
function queries(rows) {
  const latest = new Map(rows.map((row) => [row.metric, row.queries]));
  const lines = [...latest].flatMap(
    ([metric, asked]) => asked.map((query) => `- ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(metric)}: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(query.replace(/\s+/g, " ").trim().slice(0, MAX_QUERY))}`)
  );
  return lines.length === 0 ? [] : ["What was asked, the last time:", "", ...lines];
}
function policyText({ policy, since, startedAt, endedAt }) {
  return [
    `Deployed at ${(0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_4__/* .isoTime */ .L)(Math.floor(since / 1e3))}`,
    `watched for ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(endedAt - startedAt)}`,
    `initial delay ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(policy.initialDelayMs)}`,
    `interval ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(policy.intervalMs)}`,
    `bake ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(policy.bakeMs)}`,
    `timeout ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(policy.timeoutMs)}`
  ].join(" · ");
}
function timesText({ moved, restored, done }) {
  return [
    "After the measurement that led to the rollback:",
    moved === void 0 ? "the tag did not move," : `tag and ledger moved within ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(moved)},`,
    `KV had the version back within ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(restored)},`,
    `all was reported within ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(done)}.`
  ].join(" ");
}

// src/action/log.ts
function runLog(report) {
  const several = new Set(report.keys.map(({ namespace }) => namespace)).size > 1;
  const lines = report.keys.map(({ namespace, key, role, bytes, differed }) => {
    const what2 = [
      role,
      ...role === "removed" ? [] : [(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .size */ .Ej)(bytes)],
      ...several ? [`namespace ${namespace}`] : [],
      ...differed ? [] : ["unchanged"]
    ];
    return `${differed ? "~" : "="} ${key} (${what2.join(", ")})`;
  });
  lines.push(...report.moves.map((one) => moveLine(one, report.dryRun)));
  for (const { component, environment, version, previousVersion } of report.deployed) {
    const verb = report.requiresRebuild ? "Rebuild for" : report.changed ? "Deployed" : "In place:";
    const where = environment === void 0 ? "" : ` to ${environment}`;
    const was = previousVersion === void 0 ? "" : ` (was ${previousVersion})`;
    lines.push(`${report.dryRun ? "Would be: " : ""}${verb} ${component} ${version}${where}${was}`);
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
    lines.push(`${durationMs === void 0 ? "Would run" : `Ran in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(durationMs)}`}: ${argv.join(" ")}`);
  }
  if (report.keys.length > 0) {
    lines.push(
      `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(report.keys.length, "key")} ${report.dryRun ? "planned" : "written"} in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(report.durationMs)}`
    );
  }
  return lines;
}
function historyLog(report) {
  const lines = [`At ${report.state.at}:`];
  for (const { component, environment, version, since, actor, status } of report.state.lines) {
    const by = `${actor === null ? "" : ` by ${actor}`}${status === "deployed" ? "" : ` (${status})`}`;
    lines.push(
      `  ${environment}  ${component}  ${version ?? "unknown"}${since === null ? "" : ` since ${since}`}${by}`
    );
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
function pastMove({ at, event, move, component, environment, version, previous, actor }) {
  const what2 = event === "moved" ? move : event;
  const was = previous === null || event !== "moved" ? "" : ` (was ${previous})`;
  return `  ${at}  ${what2}  ${component} ${version ?? ""} in ${environment}${was}${actor === null ? "" : `, ${actor}`}`;
}

// src/action/outputs.ts
function runResultOf(report) {
  return { ...fieldsOf(report), command: report.command, verdict: report.verdict ?? null };
}
function guardResultOf(report) {
  const { command, verdict = null, gates, times } = report;
  return {
    ...fieldsOf(report),
    command,
    verdict,
    gates: gates.map((gate) => ({
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
    })),
    times: times === void 0 ? null : {
      "moved-ms": times.moved === void 0 ? null : Math.round(times.moved),
      "restored-ms": Math.round(times.restored),
      "done-ms": Math.round(times.done)
    }
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
function moment(milliseconds) {
  return new Date(milliseconds).toISOString();
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
function historyResultOf(report) {
  return {
    schema: 1,
    truncated: false,
    command: "history",
    ledger: report.ledger ?? null,
    at: report.state.at,
    state: report.state.lines.map(({ version, commit, ...rest }) => ({
      ...rest,
      version: version ?? null,
      sha: commit ?? null
    })),
    moves: report.moves.map(({ previous, override, ...rest }) => ({
      ...rest,
      "previous-version": previous,
      override: [...override]
    })),
    changes: report.changes?.map(({ component, environment, from, to }) => ({
      component,
      environment,
      from: from ?? null,
      to: to ?? null
    })) ?? null,
    "duration-ms": Math.round(report.durationMs),
    notices: report.notices.map(({ level, message }) => ({ level, message }))
  };
}
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
    description: "guard: `healthy`, `breached` or `inconclusive`, the worst of all; any command: `superseded` if somebody else moved a tag meanwhile, and nothing was touched.",
    value: (report) => "verdict" in report && report.verdict || ""
  },
  "rolled-back": {
    description: "`true` if an environment went back to an earlier version.",
    value: (report) => report.command === "guard" || report.command === "rollback" ? String(report.rolledBack) : ""
  },
  drift: {
    description: "reconcile: how many keys drifted, before the repair.",
    value: (report) => report.command === "reconcile" ? String(report.drift) : ""
  },
  findings: {
    description: "validate: the number of findings, without suppressed ones.",
    value: (report) => report.command === "validate" ? String(report.findings.length) : ""
  },
  "issue-url": {
    description: "The URL of the post-mortem issue.",
    value: (report) => "issues" in report && report.issues[0]?.url || ""
  }
};
function isPlanned({ command }) {
  return command === "guard" || command === "reconcile";
}
function partOf(report) {
  switch (report.command) {
    case "reconcile":
    case "validate":
      return {};
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
    default:
      return only([...report.deployed, ...report.deleted]) ?? {};
  }
}
function only(items) {
  return items.length === 1 ? items[0] : void 0;
}
function published(report, sarif) {
  const outputs = Object.fromEntries(Object.entries(OUTPUTS).map(([name, { value }]) => [name, value(report)]));
  return { result: resultOf(report, sarif), outputs };
}
function resultOf(report, sarif) {
  switch (report.command) {
    case "guard":
      return guardResultOf(report);
    case "reconcile":
      return reconcileResultOf(report);
    case "history":
      return historyResultOf(report);
    case "validate":
      return validateResultOf(report, sarif);
    default:
      return runResultOf(report);
  }
}
var MAX_OUTPUT = 1e5;
var MAX_TEXT = 500;
var MAX_INNER = 2;
function fitted(result) {
  const whole = JSON.stringify(result);
  if (isFitting(whole)) {
    return whole;
  }
  const short = (most, inner) => JSON.stringify(cut({ ...result, truncated: true }, [most, inner]));
  return mostThatFits((inner) => short(Number.POSITIVE_INFINITY, inner)) ?? mostThatFits((most) => short(most, Math.min(most, MAX_INNER))) ?? short(0, 0);
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
    return value.length <= MAX_TEXT ? value : `${value.slice(0, MAX_TEXT).toWellFormed()}…`;
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
    counts: { ...(0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_1__/* .findingTable */ .ck)(report.findings, 0).counts },
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
function keysWritten({ dryRun, keys }) {
  const names = dryRun ? [] : [...new Set(keys.filter(({ role }) => role !== "removed").map(({ key }) => key))];
  const whole = JSON.stringify(names);
  return isFitting(whole) ? whole : mostThatFits((limit) => JSON.stringify(names.slice(0, limit))) ?? "[]";
}

// src/action/reconcile-summary.ts
var MAX_LOGGED = 50;
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
    `## ${headline2(report)}`,
    "",
    ...report.failures.map((error) => (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .failureLine */ .Pu)(error, context)),
    "",
    ...report.changed && !report.dryRun ? [_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .READERS */ .Hk, ""] : [],
    ...steps2(report, context)
  ];
  if (report.namespaces.length > 0) {
    const rows = report.namespaces.map(({ id, environments, wanted, owned, counts }) => [
      (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .shortNamespace */ .a)(id),
      environments.map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY).join(", ") || "–",
      String(wanted),
      String(owned),
      (0,_with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .countsText */ .WN)(counts) || "no drift"
    ]);
    lines.push(...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(["Namespace", "Environments", "Keys needed", "Owned keys", "Found"], rows), "");
  }
  if (report.found.length > 0) {
    const rows = report.found.map(({ key, finding, expected, stored, namespace }) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(key),
      `**${finding}**: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .prose */ .CS)(MEANING[finding])}`,
      expected === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(expected),
      stored === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(stored),
      ...report.namespaces.length > 1 ? [(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .shortNamespace */ .a)(namespace)] : []
    ]);
    const head = ["Key", "Found", "Should be", "Is", ...report.namespaces.length > 1 ? ["Namespace"] : []];
    lines.push(...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(head, rows), "");
  }
  if (report.rebuild.length > 0) {
    const rows = report.rebuild.map(({ argv, durationMs }) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(argv.join(" ")),
      durationMs === void 0 ? "not run" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(durationMs)
    ]);
    lines.push(...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(["Rebuild", "Took"], rows), "");
  }
  lines.push(
    ...report.reason === void 0 ? [] : [`Reason: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .plain */ .pj)(report.reason.replace(/\s+/g, " "))}`, ""],
    ...report.notices.map((notice) => (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .noticeLine */ .Jn)(notice, context)),
    "",
    `By ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(context.actor || "unknown")} · ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(report.durationMs)}`
  );
  return (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .joined */ .oR)(lines);
}
function steps2({ heal, drift, remaining, counts, dryRun }, context) {
  if (drift > 0 && (!heal || dryRun)) {
    return ["To repair it:", "", ...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .dispatchBlock */ .ch)("reconcile.yml", { heal: "true" }, context), ""];
  }
  return remaining > 0 && (counts.orphan ?? 0) > 0 ? [
    "If these tags were deleted on purpose:",
    "",
    ...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .dispatchBlock */ .ch)("reconcile.yml", { heal: "true", prune: "true" }, context),
    ""
  ] : [];
}
function reconcileLog(report) {
  const lines = report.found.filter(({ finding }) => _with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .DRIFTS */ .ts.some((drift) => drift === finding)).slice(0, MAX_LOGGED).map(({ key, finding, expected, stored }) => {
    const is = stored === void 0 || stored === expected ? "" : `, is ${stored}`;
    return `  ${finding}: ${key}${expected === void 0 ? "" : ` (${expected}${is})`}`;
  });
  const rest = report.drift - lines.length;
  return [
    ...lines,
    ...rest > 0 ? [`  … and ${rest} more.`] : [],
    `${headline2(report)}, in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(report.durationMs)}.`
  ];
}
function headline2({ drift, dryRun, heal, written, removed, remaining }) {
  if (heal && dryRun) {
    return `Plan: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(written, "key")} would be written, ${removed} removed`;
  }
  const found = drift === 0 ? "KV is as the tags say" : `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(drift, "key")} drifted`;
  if (!heal) {
    return found;
  }
  const left = remaining === 0 ? "" : `, ${remaining} left as they are`;
  return `${found}; ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(written, "key")} written, ${removed} removed${left}`;
}

// src/action/validate-summary.ts
var MAX_LOGGED2 = 1e3;
var MAX_ANNOTATIONS = 10;
var MAX_TEXT2 = 600;
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
  const { rows, left, codes } = (0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_1__/* .findingTable */ .ck)(report.findings, _with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .MAX_ROWS */ .pX);
  const lines = [`## ${headline3(report)}`, ""];
  if (rows.length > 0) {
    const head = ["", "Where", "What", "Instead"];
    const cells = rows.map((one) => [
      MARKS[one.severity],
      link(one.file, one.range?.start, report, context),
      `**${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(one.code)}** ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .prose */ .CS)(shortened(one.message))}`,
      advice(one)
    ]);
    lines.push(...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(head, cells), "");
    if (left > 0) {
      lines.push(`… and ${left} more: ${codes.map((one) => `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(one.code)} ${one.count}`).join(", ")} in all.`, "");
    }
  }
  if (report.impacts !== void 0 && report.impacts.length > 0) {
    lines.push("### What would change", "", ...impactTable(report.impacts, report, context), "");
  }
  lines.push(
    ...report.failures.map((error) => (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .failureLine */ .Pu)(error, context)),
    ...report.notices.map(({ level, message }) => (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .noticeLine */ .Jn)({ level, message: shortened(message) }, context)),
    "",
    [
      `By ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(context.actor || "unknown")}`,
      `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(report.files, "file")} read`,
      ...report.suppressed === 0 ? [] : [`${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(report.suppressed, "finding")} suppressed`],
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(report.durationMs)
    ].join(" · ")
  );
  return (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .joined */ .oR)(lines);
}
function advice({ suggestion, command }) {
  const edit = suggestion === void 0 ? "" : `Write ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(shortened(suggestion))}`;
  if (command === void 0) {
    return edit || "–";
  }
  return `${edit === "" ? "Run" : `${edit}<br>or run`} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(shortened(command))}`;
}
function impactTable(impacts, report, context) {
  const rows = impacts.map(({ component, change, path, before, environments, mentions }) => [
    (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(component),
    CHANGES[change],
    [before, path].flatMap((one) => one === void 0 ? [] : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(shortened(one))).join(" → ") || "–",
    listed(
      environments,
      ({ environment, version }) => `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(environment)} ${version === void 0 ? "runs it" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(version)}`
    ),
    listed(mentions, (mention) => link(mention.file, mention, report, context))
  ]);
  return [
    ...(0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(["Component", "Change", "File", "Runs now", "Referenced by"], rows),
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
  const text = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .code */ .aY)(shortened(file) + (place === void 0 ? "" : `:${place.line}:${place.column}`));
  if (commit === void 0 || file.length > MAX_TEXT2) {
    return text;
  }
  const path = file.toWellFormed().split("/").map(urlPart).join("/");
  return `[${text}](${serverUrl}/${repository}/blob/${commit}/${path}${place === void 0 ? "" : `#L${place.line}`})`;
}
function urlPart(text) {
  return encodeURIComponent(text).replace(/[()*'!]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
function validateLog(report) {
  const lines = report.findings.slice(0, MAX_LOGGED2).map((one) => {
    const { start } = one.range ?? {};
    const place = start === void 0 ? one.file : `${one.file}:${start.line}:${start.column}`;
    return `${place} ${one.code} ${one.severity === "error" ? "" : `(${one.severity}) `}${messageOf(one)}`;
  });
  const rest = report.findings.length - lines.length;
  return [
    ...lines,
    ...rest > 0 ? [`… and ${rest} more.`] : [],
    `${headline3(report)}, in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(report.durationMs)}.`
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
function headline3({ findings, scope }) {
  const { counts } = (0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_1__/* .findingTable */ .ck)(findings, 0);
  const parts = ["error", "warning", "notice"].filter((severity) => counts[severity] > 0).map((severity) => (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(counts[severity], severity));
  const where = scope === "changed" ? " in what changed" : "";
  return parts.length === 0 ? `Nothing found${where}` : `Found ${parts.join(", ")}${where}`;
}
function shortened(text) {
  return text.length <= MAX_TEXT2 ? text : `${text.slice(0, MAX_TEXT2)}…`;
}

// src/tell.ts
async function tellRun(report, context, audience) {
  await tell(report, runLog(report), published(report), (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .runSummary */ .KL)(report, context), audience);
}
async function tellGuard(report, context, audience) {
  await tell(report, guardLog(report), published(report), guardSummary(report, context), audience);
}
async function tellReconcile(report, context, audience) {
  await tell(report, reconcileLog(report), published(report), reconcileSummary(report, context), audience);
}
async function tellHistory(report, context, audience) {
  await tell(report, historyLog(report), published(report), (0,_with_action_summary_js__WEBPACK_IMPORTED_MODULE_9__/* .historySummary */ .xE)(report, context), audience);
}
async function tellValidate(report, sarif, context, audience) {
  const shown = annotated(report);
  const rest = report.findings.length - shown.length;
  const more = rest === 0 ? [] : [`${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(rest, "more finding")} in the log and the summary: GitHub shows ten of a kind.`];
  await tell(
    report,
    [...validateLog(report), ...more],
    published(report, sarif),
    validateSummary(report, context),
    audience
  );
  for (const one of shown) {
    audience.console.annotate(one.severity, messageOf(one), `Tagship: ${one.code}`, one.file, one.range);
  }
}
async function tell(report, log, { result, outputs }, summary, { console, save, hear }) {
  hear(report);
  for (const line of log) {
    console.info(line);
  }
  for (const { level, message } of report.notices) {
    console[level](message);
  }
  const file = await save(console.secrets.hide(JSON.stringify(result))).catch((error) => {
    console.warning(
      `The file of the output \`result-file\` could not be written: ${(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .toTagshipErrors */ .XF)(error).map(({ what: what2 }) => what2).join(" ")}`
    );
    return "";
  });
  console.outputs({ ...outputs, result: fitted(result), "result-file": file });
  await console.summary(summary);
}



/***/ }),

/***/ 5036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ backSteps),
/* harmony export */   Hk: () => (/* binding */ READERS),
/* harmony export */   Jn: () => (/* binding */ noticeLine),
/* harmony export */   KL: () => (/* binding */ runSummary),
/* harmony export */   Mq: () => (/* binding */ postMortemLines),
/* harmony export */   Pu: () => (/* binding */ failureLine),
/* harmony export */   W9: () => (/* binding */ againSteps),
/* harmony export */   Ze: () => (/* binding */ differenceLines),
/* harmony export */   a: () => (/* binding */ shortNamespace),
/* harmony export */   ch: () => (/* binding */ dispatchBlock),
/* harmony export */   jg: () => (/* binding */ failureSummary),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   pX: () => (/* binding */ MAX_ROWS),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   vM: () => (/* binding */ followSteps),
/* harmony export */   xE: () => (/* binding */ historySummary)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2766);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9577);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/action/markdown.ts
var MAX_ROWS = 200;
function table(head, rows) {
  const shown = rows.slice(0, MAX_ROWS).map((row) => `| ${row.join(" | ")} |`);
  const rest = rows.length - shown.length;
  return [
    `| ${head.join(" | ")} |`,
    `| ${head.map(() => "---").join(" | ")} |`,
    ...shown,
    ...rest > 0 ? ["", `${shown.length} of ${rows.length} shown.`] : []
  ];
}
function joined(lines) {
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}
`;
}
function failureLine(error, context) {
  const [what, remedy] = [error.what, error.remedy].map((text) => (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(text, homeOf(context)));
  return `- ❌ **${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(`tagship(${error.code})`)}** ${what} ${remedy}`;
}
function noticeLine({ level, message }, context) {
  return `- ${level === "warning" ? "⚠️" : "ℹ️"} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(message, homeOf(context))}`;
}
function link(name, url) {
  return /^https?:\/\/[^\s()<>|[\]`\\]+$/.test(url) ? `[${name}](${url})` : `${name} (${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(url)})`;
}
function homeOf({ serverUrl, repository }) {
  return `${serverUrl}/${repository}`;
}

// src/action/next-steps.ts
var READERS = "Readers may see the old value for a minute, plus the time of their own cache.";
function isNamed(...names) {
  return names.every((name) => /^[^\s\p{Cc}~^:?*[\\<>`]+$/u.test(name));
}
function dispatchBlock(workflow, fields, { serverUrl, repository }) {
  const { host } = new URL(serverUrl);
  const named = host === "github.com" ? repository : `${host}/${repository}`;
  const [run = "", ...words] = (0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_2__/* .dispatchWords */ .a)(workflow, fields);
  return (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)([[`${run} --repo ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_2__/* .shellQuote */ .Z)(named)}`, ...words].join(" \\\n  ")], "sh");
}
function backSteps(component, environment, place) {
  return isNamed(component, environment) ? ["If it goes wrong:", "", ...dispatchBlock("rollback.yml", { component, environment }, place), ""] : [];
}
function againSteps(component, environment, version, place) {
  const reason = "the questions of the post-mortem are answered";
  if (!isNamed(component, environment, version)) {
    return [];
  }
  return [
    `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(version)} is quarantined. Once the cause is found, and if it was not this version:`,
    "",
    ...dispatchBlock("promote.yml", { component, environment, version, override: "quarantine", reason }, place),
    ""
  ];
}
function followSteps(component, environment, version, place) {
  return isNamed(component, environment, version) ? [
    "Once the tag can be moved, let it follow:",
    "",
    ...dispatchBlock("promote.yml", { component, environment, version }, place),
    ""
  ] : [];
}
function shortNamespace(id) {
  return (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(/^[0-9a-f]{32}$/.test(id) ? `${id.slice(0, 8)}…` : id);
}
function agoOf(time, from) {
  const passed = Date.parse(from) - Date.parse(time ?? "");
  return Number.isFinite(passed) && passed >= 0 ? (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .period */ .iE)(passed) : void 0;
}

// src/action/summary.ts
var ROLE = {
  environment: "environment",
  version: "pinned version",
  latest: "latest",
  versions: "list of versions",
  index: "index",
  removed: "removed"
};
function runSummary(report, context) {
  const lines = [
    `## ${headline(report)}`,
    "",
    ...report.failures.map((error) => failureLine(error, context)),
    "",
    ...report.changed && report.keys.length > 0 && !report.dryRun ? [READERS, ""] : [],
    ...report.dryRun ? ["Nothing was written: this is a dry run.", ""] : [],
    ...postMortemLines(report.issues),
    ...steps(report, context),
    ...componentTable(report, context),
    ...report.issues.flatMap(differenceLines),
    ...keyTable(report)
  ];
  for (const { component, environment, version, left } of report.deleted) {
    const name = `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(environment ?? version ?? "")}`;
    lines.push(
      left.length === 0 ? `The tag of ${name} was deleted.` : `The tag of ${name} was deleted; its keys stay in KV (\`on-delete: report\`): ${left.map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY).join(", ")}.`,
      ""
    );
  }
  if (report.requiresRebuild && report.rebuild.length === 0) {
    lines.push("A Worker has to be built again; the configuration names no commands for it under `logic.rebuild`.", "");
  }
  if (report.rebuild.length > 0) {
    const rows = report.rebuild.map(({ argv, durationMs }) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(argv.join(" ")),
      durationMs === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(durationMs)
    ]);
    lines.push(...table(["Command", "Time"], rows), "");
  }
  if (report.reason !== void 0) {
    lines.push(`Reason: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(report.reason.replace(/\s+/g, " "))}`, "");
  }
  lines.push(...report.notices.map((notice) => noticeLine(notice, context)), "");
  lines.push(
    [
      `By ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(context.actor || "unknown")}`,
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(report.durationMs),
      report.rounds > 1 ? `tags moved meanwhile: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(report.rounds, "round")}` : ""
    ].filter((part) => part !== "").join(" · ")
  );
  return joined(lines);
}
function componentTable(report, context) {
  const left = new Map(report.moves.map((move) => [`${move.environment} ${move.component}`, move]));
  const rows = report.deployed.map((one) => {
    const key = `${one.environment} ${one.component}`;
    const move = left.get(key);
    left.delete(key);
    const before = move?.previousVersion ?? one.previousVersion;
    return [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.component),
      one.environment === void 0 ? "version key" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.environment),
      before === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(before),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.version),
      whyOf(move),
      `[${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.commit.slice(0, 7))}](${context.serverUrl}/${context.repository}/commit/${one.commit})`,
      difference(one, context)
    ];
  });
  for (const move of left.values()) {
    const { component, environment, previousVersion, version } = move;
    rows.push([
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(component),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(environment),
      previousVersion === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(previousVersion),
      version === void 0 ? "removed" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(version),
      whyOf(move),
      "–",
      "–"
    ]);
  }
  if (rows.length === 0) {
    return [];
  }
  const head = ["Component", "Where", "From", "To", "Why", "Commit", "Difference"];
  const shown = report.moves.length > 0 ? head : head.filter((name) => name !== "Why");
  const cells = rows.map((row) => row.filter((_, i) => shown.includes(head[i] ?? "")));
  return [...table(shown, cells), ""];
}
function whyOf(move) {
  return move === void 0 ? "–" : [
    (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(move.why),
    ...move.overridden.length === 0 ? [] : [`passed over: ${move.overridden.map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY).join(", ")}`],
    ...move.quarantined === void 0 ? [] : [`${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(move.quarantined)} is quarantined`]
  ].join("; ");
}
function keyTable({ keys, dryRun }) {
  if (keys.length === 0) {
    return [];
  }
  const several = new Set(keys.map(({ namespace }) => namespace)).size > 1;
  const rows = keys.map(({ key, role, bytes, differed, namespace }) => [
    (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(key),
    ROLE[role],
    role === "removed" ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .size */ .Ej)(bytes),
    differed ? "yes" : "no",
    ...several ? [shortNamespace(namespace)] : []
  ]);
  return [
    "<details>",
    `<summary>${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(keys.length, "key")} ${dryRun ? "would be written" : "written"}</summary>`,
    "",
    ...table(["Key", "What", "Bytes", "Changed", ...several ? ["Namespace"] : []], rows),
    "",
    "</details>",
    ""
  ];
}
function steps({ command, dryRun, changed, deployed, moves, issues }, context) {
  const [only, ...others] = deployed;
  if (dryRun || only?.environment === void 0 || others.length > 0) {
    return [];
  }
  const { component, environment } = only;
  const quarantined = moves.find((move) => move.component === component)?.quarantined;
  if (command === "rollback") {
    const left = quarantined ?? issues.find((issue) => issue.component === component)?.version;
    return left === void 0 ? [] : againSteps(component, environment, left, context);
  }
  return changed && only.previousVersion !== void 0 ? backSteps(component, environment, context) : [];
}
function postMortemLines(issues) {
  return issues.slice(0, MAX_ROWS).flatMap(({ component, environment, version, url }) => [
    `- ${link("Post-mortem", url)} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(version)} in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(environment)}`
  ]).concat(issues.length === 0 ? [] : [""]);
}
function differenceLines({ version, difference: lines = [] }) {
  return lines.length === 0 ? [] : [`What ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(version)} had changed:`, "", ...lines, ""];
}
var VERBS = {
  deploy: { did: "Deployed", would: "Would deploy" },
  promote: { did: "Promoted", would: "Would promote" },
  rollback: { did: "Rolled back", would: "Would roll back" },
  restore: { did: "Restored", would: "Would restore" }
};
var STAYED = {
  promote: "Already there: no tag had to move",
  rollback: "Rolled back already: no tag had to move",
  restore: "As it was then: no tag had to move"
};
function headline(report) {
  const verb = VERBS[report.command][report.dryRun ? "would" : "did"];
  const [only] = report.deployed;
  if (report.verdict === "superseded") {
    return "Superseded: somebody else moved the tag, nothing was touched";
  }
  if (only === void 0) {
    return report.deleted.length > 0 ? "A tag was deleted" : "Nothing to deploy";
  }
  if (report.requiresRebuild) {
    return `${report.dryRun ? "Would rebuild" : "Rebuilt"} for ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(only.component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(only.version)} in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(only.environment ?? "")}`;
  }
  if (report.command !== "deploy" && report.moves.length === 0) {
    return `${STAYED[report.command]}${report.changed ? ", and KV was brought to it" : ""}`;
  }
  return moved(report, verb, only);
}
function moved(report, verb, only) {
  const unchanged = report.changed ? "" : " (nothing changed)";
  const goesBack = report.command === "rollback" || report.command === "restore";
  const where = only.environment === void 0 ? "" : ` ${goesBack ? "in" : "to"} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(only.environment)}`;
  if (report.deployed.length === 1) {
    const before = report.moves[0]?.previousVersion ?? only.previousVersion;
    const was = before === void 0 ? "" : ` (from ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(before)})`;
    return `${verb} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(only.component)}${goesBack ? " to" : ""} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(only.version)}${where}${was}${unchanged}`;
  }
  return `${verb} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(report.deployed.length, "component")}${where}${unchanged}`;
}
function difference(one, { serverUrl, repository }) {
  return one.previousCommit === void 0 || one.previousCommit === one.commit ? "–" : `[compare](${serverUrl}/${repository}/compare/${one.previousCommit}...${one.commit})`;
}
function sinceOf(since, at) {
  const period2 = agoOf(since, at);
  return period2 === void 0 ? since ?? "unknown" : `${since}, for ${period2}`;
}
function earlier(time, at) {
  const period2 = agoOf(time, at);
  return period2 === void 0 ? time : `${time}, ${period2} earlier`;
}
function historySummary(report, context) {
  const run = (address) => (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .runLink */ .ut)(address ?? void 0, context) ?? "–";
  const lines = [`## What ran at ${report.state.at}`, ""];
  if (report.state.lines.length === 0) {
    lines.push("Nothing, as far as the ledger knows.", "");
  } else {
    const rows = report.state.lines.map((one) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.environment),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.component),
      one.version === void 0 ? "unknown" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.version),
      sinceOf(one.since, report.state.at),
      one.status,
      one.actor === null ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.actor),
      one.reason === null ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(one.reason.replace(/\s+/g, " ")),
      run(one.run)
    ]);
    lines.push(...table(["Environment", "Component", "Version", "Since", "Status", "By", "Why", "Run"], rows), "");
  }
  if (report.changes !== void 0) {
    lines.push("### What changed in the range", "");
    const rows = report.changes.map(({ environment, component, from, to }) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(environment),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(component),
      from === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(from),
      to === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(to)
    ]);
    lines.push(...rows.length === 0 ? ["Nothing."] : table(["Environment", "Component", "From", "To"], rows), "");
  }
  if (report.moves.length > 0) {
    lines.push("### Moves, the latest first", "");
    const rows = report.moves.map((one) => [
      earlier(one.at, report.state.at),
      one.event === "moved" ? one.move : one.event,
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.environment),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.component),
      one.version === null ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.version),
      one.previous === null ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.previous),
      one.actor === null ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.actor),
      [one.reason === null ? "" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .plain */ .pj)(one.reason), ...one.override.map((name) => `override ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(name)}`)].join(" ").trim() || "–",
      run(one.run)
    ]);
    lines.push(
      ...table(["When", "What", "Environment", "Component", "Version", "Before", "By", "Why", "Run"], rows),
      ""
    );
  }
  lines.push(
    ...report.notices.map((notice) => noticeLine(notice, context)),
    "",
    report.ledger === void 0 ? "" : `Ledger ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(report.ledger.ref)}, number ${report.ledger.seq} (${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(report.ledger.commit.slice(0, 12))})`
  );
  return joined(lines);
}
function failureSummary(errors, context) {
  return ["## Tagship failed", "", ...errors.map((error) => failureLine(error, context)), ""].join("\n");
}




/***/ }),

/***/ 1533:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ ownerMark),
/* harmony export */   kG: () => (/* binding */ ownership),
/* harmony export */   tS: () => (/* binding */ fitMetadata)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1592);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/metadata.ts
var EXPENDABLE = ["path", "author", "date"];
function fitMetadata(key, metadata) {
  const fitted = { ...metadata };
  for (const name of [void 0, ...EXPENDABLE]) {
    if (name !== void 0) {
      delete fitted[name];
    }
    if ((0,_with_domain_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .byteLength */ .d)(JSON.stringify(fitted)) <= _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .KV_LIMITS */ .f.metadata) {
      return fitted;
    }
  }
  throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP(
    "metadata-too-large",
    `The metadata of \`${key}\` is over ${_with_domain_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .KV_LIMITS */ .f.metadata} bytes even without path, author and date.`,
    "Give the component a shorter version or type."
  );
}
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

/***/ 9577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ shellQuote),
/* harmony export */   a: () => (/* binding */ dispatchWords)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/post-mortem/shell.ts
function dispatchWords(workflow, fields) {
  return [
    `gh workflow run ${workflow}`,
    ...Object.entries(fields).map(([name, value]) => `--raw-field ${shellQuote(`${name}=${value}`)}`)
  ];
}
function shellQuote(text) {
  if (/^[\w./:=+,][\w./:=@%+,-]*$/.test(text)) {
    return text;
  }
  const parts = text.split(HIDDEN).map((part, i) => i % 2 === 1 ? written(part) : quoted(part));
  return parts.join("") || "''";
}
var HIDDEN = /((?:(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800])+)/u;
function quoted(part) {
  return part === "" ? "" : `'${part.replaceAll("'", "'\\''")}'`;
}
function written(part) {
  const octal = [...new TextEncoder().encode(part)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`);
  return `"$(printf '${octal.join("")}')"`;
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
/* harmony import */ var _with_domain_metadata_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1533);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/reconcile/drift.ts
var DRIFTS = ["missing", "edited", "stale", "orphan"];
var STANDINGS = ["foreign", "held", "expired"];
var MARKS = ["hold", "seq", "in-flight"];
function compareStored(expected, metadata, owners) {
  const owner = (0,_with_domain_metadata_js__WEBPACK_IMPORTED_MODULE_1__/* .ownership */ .kG)(metadata, owners);
  if (owner !== "own") {
    return owner === "foreign" ? "foreign" : "edited";
  }
  const stored = { ...metadata };
  const mark = String(stored["managed-by"]).toLowerCase();
  if (mark !== (0,_with_domain_metadata_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerMark */ .$R)(owners[0] ?? "").toLowerCase()) {
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

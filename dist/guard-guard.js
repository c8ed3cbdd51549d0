export const id = 173;
export const ids = [173];
export const modules = {

/***/ 3173:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   guard: () => (/* binding */ guard)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1160);
/* harmony import */ var _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5741);
/* harmony import */ var _with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9668);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9865);
/* harmony import */ var _with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(132);
/* harmony import */ var _with_engine_sound_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9687);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3339);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3586);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7248);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_access_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8790);
/* harmony import */ var _with_yaml_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9136);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(3185);
/* harmony import */ var _with_domain_metadata_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1533);
/* harmony import */ var _with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(8659);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(3397);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(7958);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(8130);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_said_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(5325);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(1592);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(2348);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(663);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(9325);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(4903);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(3367);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(2459);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(2787);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(9133);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(3798);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(7802);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(7271);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(1472);
/* harmony import */ var _with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(2766);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(9577);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(2591);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);









































// src/domain/gate/why.ts
var MAX_REASONS = 3;
function whyBreached(breached) {
  return breached.map((one) => {
    const live = (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .roughly */ .vB)(one.measurements.at(-1)?.elapsed ?? 0);
    return `${stateOf2(one)}; it was live for ${live}. Measured by \`${one.metric.name}\`: ${proofOf(one)}.`;
  }).join(" ");
}
function whyHealthy(accepted) {
  const each = accepted.map((one) => `${stateOf2(one)}. Measured by \`${one.metric.name}\`: ${proofOf(one)}.`);
  return [
    accepted.length === 1 ? "The metric is within its limit." : "All metrics are within their limits.",
    ...each
  ].join(" ");
}
function whyUnjudged(open, cause, fallback, healthy) {
  return ["The version could not be judged.", ...open.map(gapOf), consequence(cause, fallback, healthy)].join(" ");
}
function observedText({ metric, tally, measurements }) {
  const name = `\`${metric.name}\``;
  if (tally.decision === "breach") {
    return `Only observed: ${name} would have breached. ${stateOf2({ metric, tally, measurements })}.`;
  }
  return tally.latest === void 0 ? `Only observed: ${name} had no data.` : `Only observed: ${name} would not have breached. ${stateOf2({ metric, tally, measurements })}.`;
}
function raisedLimits({ metrics }) {
  return metrics.flatMap(
    ({ metric: { name, limit }, tally: { max, latest } }) => limit.kind === "counts" && latest?.kind === "counts" && latest.before !== void 0 && max > limit.max ? [
      `\`${name}\` was judged by ${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .percent */ .KN)(max)} instead of ${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .exactPercent */ .lk)(limit.max)}, since before the deploy ${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .countsText */ .WN)(latest.before)} failed already.`
    ] : []
  );
}
function waitingText({ policy, metrics }, watchedMs) {
  const bake = policy.bakeMs - watchedMs;
  const open = metrics.filter(
    ({ metric, tally }) => !metric.observe && (tally.decision !== "accept" || tally.streak > 0)
  );
  const reasons2 = [
    ...bake > 0 ? [`healthy at the earliest in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_39__/* .duration */ .p0)(bake)}`] : [],
    ...open.map((one) => `\`${one.metric.name}\` ${openText(one, policy.count)}`)
  ];
  return `Watching for ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_39__/* .duration */ .p0)(Math.max(0, policy.timeoutMs - watchedMs))} at most: ${reasons2.join("; ")}.`;
}
function openText({ metric, tally }, needed) {
  const { limit } = metric;
  const { latest, test, lastMinute, max } = tally;
  if (latest === void 0 || tally.streak > 0) {
    return tally.failed > 0 ? "cannot be measured" : "has no data";
  }
  if (limit.kind === "values") {
    return tally.withData < needed ? `has ${tally.withData} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_39__/* .count */ .U9)(needed, "measurement")}` : "did not pass the last time";
  }
  if (test === void 0 || test.requests < limit.minSamples) {
    return `has ${Math.floor(test?.requests ?? 0)} of at least ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_39__/* .count */ .U9)(limit.minSamples, "request")}`;
  }
  if ((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .isBreach */ .GC)(test)) {
    return "is beyond its limit, but fails no more often than elsewhere";
  }
  if (test.failures > max * test.requests) {
    return "is beyond its limit, without enough evidence yet";
  }
  return test.ratio > _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .HEALTHY_AT */ .k6 ? "has too few requests to be sure" : (lastMinute?.ratio ?? 0) > 0 ? "did worse in the last minute" : "had an answer that was not complete";
}
function stateOf2({ metric, tally: { latest, max } }) {
  const allowed = `allowed is ${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .allowedText */ .En)(metric, max)}`;
  if (latest?.kind === "counts" && metric.limit.kind === "counts") {
    return `${capital((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .failedText */ .dz)(latest))}; ${allowed}`;
  }
  return latest?.kind === "value" ? `\`${metric.name}\` is ${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .amount */ .vj)(latest.value)}; ${allowed}` : "";
}
function proofOf({ metric: { limit }, tally }) {
  const { test, failures, withData, comparison, compared, latest } = tally;
  if (limit.kind === "counts") {
    const usual = latest?.kind === "counts" && latest.before !== void 0 && tally.max > limit.max ? [`before the deploy ${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .countsText */ .WN)(latest.before)}`] : [];
    return [
      ...test === void 0 ? [] : [(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .testText */ .e5)(test)],
      ...comparison === void 0 ? [] : [(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .comparisonText */ .VF)(comparison, compared.control)],
      ...usual
    ].join("; ");
  }
  return `${failures} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_39__/* .count */ .U9)(withData, "measurement")} failed (allowed: ${limit.failureLimit})`;
}
function gapOf(one) {
  const { metric, tally, measurements, cause } = one;
  const name = `\`${metric.name}\``;
  if (cause === "inconclusive") {
    return inconclusiveText(one);
  }
  if (tally.measured === 0) {
    return `${name} was never measured.`;
  }
  const verb = cause === "error" ? "could not be measured" : "had no data";
  return `${name} ${verb} in ${whichOf(tally)} (${reasons(metric, measurements.slice(-tally.streak))}).`;
}
function inconclusiveText(one) {
  const { metric, tally } = one;
  const name = `\`${metric.name}\``;
  const { limit } = metric;
  const { test, max, latest } = tally;
  if (limit.kind === "values") {
    return `${name} has too little evidence. ${stateOf2(one)}. ${capital(proofOf(one))}.`;
  }
  if (test !== void 0 && limit.compared === true && (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .isBreach */ .GC)(test)) {
    return tally.comparison === void 0 ? `${name} is beyond its limit, and what was not deployed could not be counted. ${stateOf2(one)}. ${capital(proofOf(one))}.` : `${name} is beyond its limit, but others fail too, so it need not be the deploy. ${stateOf2(one)}. ${capital(proofOf(one))}.`;
  }
  if (latest?.kind === "counts" && latest.partial === true) {
    return `${name} got answers that were not complete, which prove nothing good. ${stateOf2(one)}. ${capital(proofOf(one))}.`;
  }
  const least = Math.max(limit.minSamples, (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .leastRequests */ .mc)(Number.isNaN(max) ? limit.max : max));
  const proof = test === void 0 || test.requests === 0 ? "" : `${capital(proofOf(one))}. `;
  return `${name} has too little evidence. ${stateOf2(one)}. ${proof}With this limit it takes at least ${least} requests without a failure to be healthy.`;
}
function whichOf({ withData, streak }) {
  if (withData > 0) {
    return streak === 1 ? "the last measurement" : `the last ${streak} measurements`;
  }
  return streak === 1 ? "its only measurement" : `any of its ${streak} measurements`;
}
function reasons(metric, streak) {
  const all = streak.flatMap(({ reading }) => {
    const seen = (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .understood */ .Se)(metric, reading);
    return seen.kind === "no-data" || seen.kind === "failed" ? [seen.why.trim().replace(/\.$/, "")] : [];
  });
  const different = [...new Set(all)];
  const more = different.length > MAX_REASONS ? ["…"] : [];
  return [...more, ...different.slice(-MAX_REASONS)].join("; ");
}
function consequence(cause, fallback, healthy) {
  const policy = `\`on-${cause}: ${fallback}\``;
  switch (fallback) {
    case "keep":
      return `By ${policy} it stays live, without a verdict.`;
    case "pass":
      return healthy ? `By ${policy} it counts as healthy.` : `By ${policy} it stays live, but does not count as healthy.`;
    case "rollback":
      return `By ${policy} it has to go back.`;
  }
}
function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// src/domain/gate/gate.ts
function openGate(policy) {
  const names = new Set(policy.metrics.map(({ name }) => name));
  if (names.size === 0 || names.size < policy.metrics.length) {
    throw new RangeError("A gate needs at least one metric, and each a name of its own.");
  }
  return { policy, metrics: policy.metrics.map((metric) => ({ metric, measurements: [], tally: _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .EMPTY */ .wg })) };
}
function observe(state, measurements) {
  const metrics = state.metrics.map(
    (one) => measurements.filter(({ metric }) => metric === one.metric.name).reduce(
      (before, measurement) => ({
        metric: before.metric,
        measurements: [...before.measurements, measurement],
        tally: (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .tallied */ .mG)(before.tally, before.metric, measurement, state.policy.count)
      }),
      one
    )
  );
  return { policy: state.policy, metrics };
}
function conclude(state, watchedMs) {
  const ending = decide(state, watchedMs);
  const observed = ending === void 0 ? [] : state.metrics.filter(({ metric }) => metric.observe);
  return ending === void 0 || observed.length === 0 ? ending : { ...ending, why: [ending.why, ...observed.map(observedText)].join(" ") };
}
function decide(state, watchedMs) {
  const { policy } = state;
  const deciding = state.metrics.filter(({ metric }) => !metric.observe);
  const timedOut = watchedMs >= policy.timeoutMs;
  const breached = deciding.filter(({ tally }) => tally.decision === "breach");
  if (breached.length > 0) {
    return { verdict: "breached", action: policy.onBreach, why: whyBreached(breached) };
  }
  if (deciding.length === 0) {
    const why = "Every metric is only observed, so there was nothing to decide.";
    return timedOut ? { verdict: "inconclusive", action: "none", why } : void 0;
  }
  const left = deciding.filter(({ tally }) => tally.decision !== "accept" || tally.streak > 0);
  const baked = watchedMs >= policy.bakeMs;
  if (left.length === 0 && baked) {
    return { verdict: "healthy", action: "none", why: whyHealthy(deciding) };
  }
  const givenUp = left.length > 0 && (baked || left.length === deciding.length) && left.every(({ tally }) => tally.failed >= policy.consecutiveErrorLimit);
  return timedOut || givenUp ? withoutVerdict(left, policy) : void 0;
}
var ACTIONS = { keep: "warn", pass: "none", rollback: "rollback" };
var STRICTEST_FIRST = ["rollback", "keep", "pass"];
function withoutVerdict(left, policy) {
  const fallbacks = { "no-data": policy.onNoData, error: policy.onError, inconclusive: policy.onInconclusive };
  const unjudged = left.map((one) => ({ ...one, cause: causeOf(one, policy) }));
  const [cause = "no-data"] = unjudged.map((one) => one.cause).sort((one, other) => STRICTEST_FIRST.indexOf(fallbacks[one]) - STRICTEST_FIRST.indexOf(fallbacks[other]));
  const fallback = fallbacks[cause];
  const healthy = fallback === "pass" && unjudged.every((one) => one.cause === "inconclusive" && isWithin(one));
  return {
    verdict: healthy ? "healthy" : "inconclusive",
    action: ACTIONS[fallback],
    why: whyUnjudged(unjudged, cause, fallback, healthy)
  };
}
function isWithin({ metric, tally: { latest, test, max } }) {
  if (latest?.kind === "counts") {
    return test !== void 0 && test.requests > 0 && test.failures <= max * test.requests;
  }
  return latest?.kind === "value" && metric.limit.kind === "values" && !(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .isBeyond */ ._f)(latest.value, metric.limit);
}
function causeOf({ tally }, policy) {
  if (tally.withData > 0 && tally.streak < policy.consecutiveErrorLimit) {
    return "inconclusive";
  }
  return tally.streak > 0 && tally.failedInStreak === tally.streak ? "error" : "no-data";
}

// src/engine/healthy.ts
async function recordHealthy(session, found, reason) {
  const targets = found.map(({ component, environment }) => (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_9__/* .environmentTarget */ .rW)(component, environment));
  try {
    const { view } = await session.observe(targets);
    const appended = await session.append(
      view,
      targets,
      async ({ tags }) => {
        const events = found.map((one) => ({
          kind: "healthy",
          ...one,
          tags: tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(one.component))
        }));
        return { kind: "write", commits: [{ events }] };
      },
      { reason }
    );
    return appended.kind === "superseded" ? [] : [...appended.remarks, ...appended.doubtful.map(({ problem: { what, remedy } }) => `${what} ${remedy}`)];
  } catch (error) {
    if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP && error.code !== "cancelled") {
      return [
        `The versions were found healthy, but this could not be recorded in the ledger: ${error.what} ${error.remedy}`
      ];
    }
    throw error;
  }
}

// src/commands/guard/aftermath.ts
async function aftermathOf(done, judged, gate, measuredAt, settings, session, ports) {
  const { outcome, before, applier } = done;
  const restoredAt = applier.writtenAt ?? ports.clock.now();
  const movedAt = done.kind === "moved" ? done.movedAt : void 0;
  const notices = settings.dryRun ? [] : await readBack(outcome, judged, ports);
  const report = await (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .reportMove */ .Q6)("rollback", session, before, [judged.target], outcome, settings, ports, measuredAt);
  const version = outcome.intent.choices[0]?.version ?? runningIn(judged, outcome.view) ?? "";
  return {
    version,
    report: { ...report, moves: done.kind === "held" ? [] : report.moves, notices: [...report.notices, ...notices] },
    times: settings.dryRun ? void 0 : {
      moved: movedAt === void 0 ? void 0 : movedAt - measuredAt,
      restored: restoredAt - measuredAt,
      done: ports.clock.now() - measuredAt
    },
    occasion: occasionOf(done, judged, gate, version, restoredAt, movedAt, measuredAt),
    failures: (issue, failOnRollback) => failuresOf(done, judged, gate, version, settings, issue, failOnRollback)
  };
}
function runningIn({ component, environment }, view) {
  return (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(component, environment, view).current;
}
async function readBack({ keys, plans }, { environment }, { kv, journal }) {
  const stale = [];
  try {
    for (const plan of keys.length === 0 ? [] : plans) {
      const written = plan.keys.filter(({ key, role }) => role === "environment" && key !== _with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .INDEX_KEY */ .lr);
      const stored = await kv.read(
        plan.namespace,
        written.map(({ key }) => key)
      );
      stale.push(...written.filter((planned) => (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_9__/* .differs */ .Ag)(planned, stored.get(planned.key))).map(({ key }) => key));
    }
  } catch (error) {
    const [first] = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .toTagshipErrors */ .XF)(error);
    journal.info(`KV could not be read back: ${first?.what ?? ""}`);
    return [
      { level: "notice", message: `KV acknowledged the rollback, but could not be read back: ${first?.what ?? ""}` }
    ];
  }
  return stale.length === 0 ? [] : [
    {
      level: "notice",
      message: `KV acknowledged the rollback, and still answers something older for ${stale.map((key) => `\`${key}\``).join(", ")} in \`${environment}\`: reads may be a minute old.`
    }
  ];
}
function occasionOf(done, judged, { policy, rows, startedAt, why }, version, restoredAt, movedAt, measuredAt) {
  const { component, environment } = judged;
  const { outcome } = done;
  const entry = outcome.ledger?.entry(environment, component) ?? outcome.view.ledger?.entry(environment, component);
  const isTold = entry?.version === version && (entry.move === "rollback" || entry.status === "held");
  return {
    component,
    environment,
    left: judged.version,
    restored: { version, commit: outcome.intent.choices[0]?.commit ?? entry?.commit ?? void 0 },
    entry: isTold ? entry : void 0,
    why,
    gate: { policy, rows, startedAt },
    held: done.kind === "held" ? done.cause.map(({ what }) => what).join(" ") : void 0,
    times: { moved: movedAt === void 0 ? void 0 : movedAt - measuredAt, restored: restoredAt - measuredAt }
  };
}
function failuresOf(done, judged, { why }, version, { dryRun }, issue, failOnRollback) {
  const { id, environment } = judged;
  const name = `\`${id}\` ${judged.version} in \`${environment}\``;
  const look2 = issue === void 0 ? "" : ` The post-mortem is ${issue}.`;
  if (dryRun) {
    return { errors: [], notices: (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .warnings */ .AR)([`${name} would have been rolled back to ${version}: ${why}`]) };
  }
  if (done.kind === "held") {
    const hold = done.isRecorded ? "a hold in the ledger keeps it there" : "only the metadata of its key says so, since the ledger could not record it either";
    const what2 = `${name} should go back to ${version}: ${why} KV has ${version} again and ${hold}, but the tag still stands for ${judged.version}. ${done.cause.map((one) => one.what).join(" ")}`;
    const remedies = [...new Set(done.cause.map(({ remedy: remedy2 }) => remedy2))].join(" ");
    const error = new _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP(
      "tag-held",
      what2,
      `${remedies} Then \`promote\` ${version}: moving the tag ends the hold.${look2}`
    );
    return { errors: [error], notices: [] };
  }
  const what = `${name} was rolled back to ${version}: ${why}`;
  const remedy = `Find out why before it is promoted again: ${judged.version} is quarantined.${look2}`;
  return failOnRollback ? { errors: [new _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP("rolled-back", what, remedy)], notices: [] } : { errors: [], notices: (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .warnings */ .AR)([`${what} ${remedy}`]) };
}

// src/engine/hold.ts
var LOOK_LIMIT_MS = 5e3;
async function tryLook(session, targets) {
  const { clock, repository } = session.ports;
  let looked;
  try {
    looked = await clock.within(LOOK_LIMIT_MS, async () => (await session.observe(targets)).view);
  } catch {
    return void 0;
  }
  if (!looked.inTime) {
    await repository.abandon();
  }
  return looked.inTime ? looked.value : void 0;
}
async function holdInKvAlone(session, view, targets, decide2, applier) {
  const draft = await (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .draftOf */ .bz)(session, view, await decide2(view), targets, applier);
  const held = draft.landings.flatMap(({ choice: { situation } }) => situation.ref?.object ?? []);
  let last = draft.supposed;
  const observe2 = async () => {
    const looked = await tryLook(session, targets);
    if (looked === void 0) {
      return last;
    }
    const stand = targets.map(
      ({ component, slot }) => looked.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(component))?.environments.get(slot.name)?.object
    );
    const isRecorded = draft.landings.every(({ choice: { situation } }) => {
      const entry = looked.entry(situation.environment, situation.component);
      return (0,_with_yaml_js__WEBPACK_IMPORTED_MODULE_12__/* .speaksOf */ .Tq)(entry, situation.ref?.object) && entry.status === "held";
    });
    last = held.every((object) => stand.includes(object)) && !isRecorded ? (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .suppose */ .wM)(looked, draft) : looked;
    return last;
  };
  const record = async ({ ledger }) => {
    return { ledger, written: false, warnings: [], failures: [] };
  };
  const first = { plans: draft.plans, observed: draft.supposed };
  const planFor = async (now) => await (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .planOf */ .XC)(session, targets, now);
  const converged = await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_8__/* .convergeTargets */ .qr)(session, applier, targets, first, planFor, { observe: observe2, record });
  return { kind: "moved", intent: draft.intent, ...converged, ledger: view.ledger };
}

// src/commands/guard/subject.ts
function judgedOf(target, policy, view, session, now, ahead) {
  const { component, slot } = target;
  const { ref, entry } = (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(component, slot.name, view);
  if (ref === void 0) {
    return "no-tag";
  }
  const running = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_9__/* .runningOf */ .Tx)(target, view, session.config.unversioned, _with_engine_session_js__WEBPACK_IMPORTED_MODULE_9__/* .noContent */ .V$);
  if (running === void 0) {
    return "unversioned";
  }
  const told = (0,_with_yaml_js__WEBPACK_IMPORTED_MODULE_12__/* .speaksOf */ .Tq)(entry, ref.object) ? entry : void 0;
  const at = told?.at == null ? Number.NaN : Date.parse(told.at) - ahead;
  return {
    target,
    component,
    id: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(component),
    environment: slot.name,
    ref,
    version: running.version,
    commit: running.commit,
    previous: told?.previous ?? void 0,
    entry: told,
    since: Number.isNaN(at) ? now : Math.min(at, now),
    policy
  };
}
function untouchable(entry) {
  if (entry?.status === "held") {
    return "KV is held back from the tag by an earlier rollback";
  }
  return entry?.move === "rollback" || entry?.move === "restore" ? `it was put there by a ${entry.move}` : void 0;
}

// src/commands/guard/retreat.ts
var MOVE_LIMIT_MS = 2e4;
var HOLD_LIMIT_MS = 8e3;
async function prepare(session, judged, view) {
  const applier = session.newApplier();
  const { plans } = await (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .draftOf */ .bz)(
    session,
    view,
    await decideFor(session, judged, false)(view),
    [judged.target],
    applier
  );
  const adopted = await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_8__/* .recordHolds */ .u1)(session, view, [judged.target], plans, applier);
  const [failure] = adopted.failures;
  if (failure !== void 0) {
    throw failure.error;
  }
  return { applier, adopted: adopted.view };
}
async function retreat(session, judged, last, applier, why, ports) {
  const { clock, journal } = ports;
  let view;
  let movedAt;
  let onLanded = () => void 0;
  const landed = new Promise((resolve) => {
    onLanded = () => {
      movedAt = clock.now();
      resolve();
    };
  });
  const attempt = async () => {
    view = (await session.observe([judged.target])).view;
    const stop = standing(judged, view);
    if (stop !== void 0) {
      return stop;
    }
    const outcome = await (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .move */ .Cy)(session, view, [judged.target], decideFor(session, judged, false), {
      limitMs: MOVE_LIMIT_MS,
      onLanded,
      reason: why,
      applier
    });
    return outcome.kind === "superseded" ? { kind: "superseded" } : { kind: "moved", outcome, before: view, movedAt, applier };
  };
  let cause;
  try {
    const attempted = attempt();
    const timely = await clock.within(MOVE_LIMIT_MS, () => Promise.race([attempted, landed]));
    if (timely.inTime) {
      return await attempted;
    }
    attempted.catch(() => void 0);
    await ports.repository.abandon();
    cause = [
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP(
        "git-unreachable",
        `The tag could not be moved within ${MOVE_LIMIT_MS / 1e3} s, since the Git server did not answer.`,
        "See its status page."
      )
    ];
  } catch (error) {
    cause = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .toTagshipErrors */ .XF)(error);
    if (movedAt !== void 0 || cause.some(({ code }) => code === "rollback-impossible")) {
      throw error;
    }
  }
  journal.info(`The tag could not be moved: ${cause.map(({ what }) => what).join(" ")} KV is restored all the same.`);
  return await holdBack(session, judged, view ?? last, applier, why, cause, ports);
}
async function holdBack(session, judged, last, applier, why, cause, ports) {
  const now = await tryLook(session, [judged.target]);
  const stop = now === void 0 ? void 0 : standing(judged, now);
  if (now !== void 0 && stop !== void 0) {
    return await finished(session, judged, now, applier) ?? stop;
  }
  const targets = [judged.target];
  const hold = decideFor(session, judged, true);
  let isRecorded = false;
  if (now !== void 0) {
    try {
      const onLanded = () => {
        isRecorded = true;
      };
      const timely = await ports.clock.within(
        HOLD_LIMIT_MS,
        () => (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .move */ .Cy)(session, now, targets, hold, { limitMs: HOLD_LIMIT_MS, onLanded, reason: why, applier })
      );
      if (timely.inTime && timely.value.kind !== "superseded") {
        return { kind: "held", outcome: timely.value, before: now, cause, isRecorded: true, applier };
      }
      if (timely.inTime) {
        return { kind: "superseded" };
      }
      await ports.repository.abandon();
    } catch (error) {
      ports.journal.info(`The hold could not be recorded: ${(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .toTagshipErrors */ .XF)(error)[0]?.what ?? ""}`);
    }
  }
  const outcome = await holdInKvAlone(session, now ?? last, targets, hold, applier);
  return { kind: "held", outcome, before: now ?? last, cause, isRecorded, applier };
}
async function finished(session, judged, now, applier) {
  const entry = now.ledger?.entry(judged.environment, judged.component);
  const { ref } = (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(judged.component, judged.environment, now);
  const { author } = session.settings;
  if (entry?.move !== "rollback" || entry.tag !== ref?.object || author.run === null || entry.run !== author.run) {
    return void 0;
  }
  const outcome = await (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .move */ .Cy)(session, now, [judged.target], async () => nothing, { applier });
  return outcome.kind === "superseded" ? { kind: "superseded" } : { kind: "moved", outcome: { ...outcome, kind: "moved" }, before: now, movedAt: void 0, applier };
}
var nothing = { kind: "rollback", choices: [], removals: [] };
function standing(judged, view) {
  const { ref, entry } = (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(judged.component, judged.environment, view);
  if (ref?.object !== judged.ref.object) {
    return { kind: "superseded" };
  }
  const why = entry?.tag === ref.object ? untouchable(entry) : void 0;
  return why === void 0 ? void 0 : { kind: "untouchable", why };
}
function decideFor(session, judged, holds) {
  return async (view) => {
    await anchorIfPossible(session, judged, view);
    const { acceptUnanchored, acceptMoved } = session.settings;
    const overrides = /* @__PURE__ */ new Set([
      ...acceptUnanchored ? ["unanchored"] : [],
      ...acceptMoved ? ["moved-version"] : []
    ]);
    const situation = (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .stateOf */ .L4)(judged.component, judged.environment, view);
    const choice = (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .chooseRollback */ .wX)(situation, "last-healthy", overrides);
    if (choice === void 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP(
        "rollback-impossible",
        `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(judged.component)}\` was rolled back in \`${judged.environment}\` already.`,
        "Name a version with the command `rollback` to go further back."
      );
    }
    return { kind: "rollback", choices: [choice], removals: [], ...holds ? { holds } : {} };
  };
}
async function anchorIfPossible(session, judged, view) {
  const { clock, repository } = session.ports;
  try {
    const timely = await clock.within(LOOK_LIMIT_MS, () => (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .anchorRemembered */ .qr)(session, view, [judged.target]));
    if (!timely.inTime) {
      await repository.abandon();
    }
  } catch (error) {
    session.ports.journal.info(`The default branch could not be asked: ${(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .toTagshipErrors */ .XF)(error)[0]?.what ?? ""}`);
  }
}

// src/commands/guard/recorded.ts
var LOOK_BACK_S = 3 * 24 * 60 * 60;
async function recordedBy(run, ledger, repository) {
  if (ledger === void 0) {
    return { targets: [], more: 0 };
  }
  const commits = await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_7__/* .commitsFrom */ .n3)(repository, ledger, { since: ledger.time - LOOK_BACK_S });
  const own = commits.filter(({ message }) => message.run === run);
  const targets = /* @__PURE__ */ new Map();
  for (const { message } of own) {
    for (const { event, move: move2, component, environment, version } of message.recorded) {
      const isDeploy = (event === "moved" || event === "acknowledged") && move2 !== "seed" && version !== null;
      if (isDeploy && component.prefix === "components") {
        targets.set(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(component)} ${environment}`, (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_9__/* .environmentTarget */ .rW)(component, environment));
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
      return (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_9__/* .targetsOf */ .QR)(selection.patterns, selection.environment, listing);
    case "tag": {
      const tag = (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_26__/* .shortTag */ .j)(selection.tag);
      return (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_9__/* .tagTargets */ .lR)({ tag, named: true, pushed: tag === pushed, deleted: false }, listing);
    }
  }
}
function nothingToWatch(selection) {
  return selection.by === "tag" ? `The tag \`${(0,_with_semver_js__WEBPACK_IMPORTED_MODULE_26__/* .shortTag */ .j)(selection.tag)}\` is not under \`components/\`, so there is nothing to watch.` : "This workflow run has deployed nothing, so there is nothing to watch.";
}
async function recordedTargets(session, view, ofJob) {
  const { run } = session.settings.author;
  if (run === null) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP(
      "input-missing",
      "It is not said what to watch, and outside of a workflow run nothing was recorded by it.",
      "Give the input `tag`, or `components` and `environment`."
    );
  }
  const { targets, more } = await recordedBy(run, view.ledger, session.repository);
  const uncounted = `${more} more moves of this run are only counted in the ledger and are not watched. Name them with \`components\` and \`environment\`.`;
  const isOfJob = ({ component, slot }) => ofJob?.has(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(component)} ${slot.name}`) !== false;
  return { items: targets.filter(isOfJob), notices: more > 0 ? (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .warnings */ .AR)([uncounted]) : [], failures: [] };
}
function judgeable(targets, gates, isNamed, view, session, ahead) {
  const items = [];
  const notices = [];
  const failures = [];
  const now = session.ports.clock.now();
  for (const target of targets) {
    const { component, slot } = target;
    const name = `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(component)}\``;
    if (slot.kind === "version") {
      notices.push({
        level: "notice",
        message: `${name} ${slot.name} is a version tag: nothing runs it by itself, so there is nothing to watch.`
      });
      continue;
    }
    const policy = (0,_with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_27__/* .gatePolicyOf */ .f$)(session.config.environments[slot.name]?.gate, gates);
    if (policy === void 0) {
      if (isNamed) {
        throw noGate(slot.name);
      }
      notices.push(...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .warnings */ .AR)([`\`${slot.name}\` has no gate, so ${name} is not watched there.`]));
      continue;
    }
    let candidate;
    try {
      candidate = judgedOf(target, policy, view, session, now, ahead);
    } catch (error) {
      if (!(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .isOfComponent */ .FH)(error)) {
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
        ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .warnings */ .AR)([`The tag of ${name} for \`${slot.name}\` stands for no version, so it is not watched.`])
      );
    } else {
      items.push(candidate);
    }
  }
  return { items, notices, failures };
}
function noGate(environment) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP(
    "gate-missing",
    `The environment \`${environment}\` has no gate.`,
    `Describe one under \`environments.${environment}.gate\` in the configuration, or give \`metric-url\` and \`threshold\`.`
  );
}

// src/commands/guard/watch.ts
var TAGS_LIMIT_MS = 3e4;
var AT_ONCE = 8;
async function watchAll(judged, startedAt, ports, onEnd) {
  const { clock } = ports;
  const readyAt = clock.now();
  let open = judged.map((one) => {
    const nextAt = Math.max(readyAt, startedAt + one.policy.initialDelayMs);
    return { judged: one, state: openGate(one.policy), startedAt, nextAt, deadline: nextAt + one.policy.timeoutMs };
  });
  for (const { judged: one, nextAt } of open) {
    const { intervalMs, timeoutMs } = one.policy;
    const first = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_39__/* .duration */ .p0)(nextAt - readyAt);
    const often = `every ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_39__/* .duration */ .p0)(intervalMs)}, for at most ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_39__/* .duration */ .p0)(timeoutMs)}`;
    ports.journal.info(
      `Watching ${one.id} ${one.version} in ${one.environment}: first look in ${first}, then ${often}.`
    );
  }
  const prefixed = judged.length > 1;
  while (open.length > 0) {
    const next = Math.min(...open.map(({ nextAt }) => nextAt));
    await clock.sleep(Math.max(0, next - clock.now()));
    const due = open.filter(({ nextAt }) => nextAt <= next);
    const lookedAt = clock.now();
    const watchedMs = ({ deadline, judged: { policy } }) => lookedAt - (deadline - policy.timeoutMs);
    const looked = (await look(due, prefixed, ports)).map((watch) => ({
      watch,
      conclusion: conclude(watch.state, watchedMs(watch))
    }));
    const others = looked.filter(({ conclusion }) => conclusion?.action !== "rollback");
    const tags = await readTags(others, ports);
    const left = [];
    for (const { watch, conclusion } of looked) {
      const ending = endingOf(watch, conclusion, tags, clock.now());
      if (ending === void 0) {
        left.push({ ...watch, nextAt: nextLook(watch, clock.now()) });
        const prefix = prefixed ? `${watch.judged.id} in ${watch.judged.environment}: ` : "";
        ports.journal.info(`${prefix}${waitingText(watch.state, watchedMs(watch))}`);
      } else {
        await onEnd(watch, ending);
      }
    }
    open = [...open.filter((watch) => !due.includes(watch)), ...left];
  }
}
async function look(due, prefixed, ports) {
  const { clock, journal, metrics } = ports;
  const tasks = due.flatMap((watch) => askable(watch, clock.now()).map((metric) => ({ watch, metric })));
  const results = /* @__PURE__ */ new Map();
  for (let i = 0; i < tasks.length; i += AT_ONCE) {
    const measured = tasks.slice(i, i + AT_ONCE).map(async ({ watch, metric }) => {
      const at = clock.now();
      const { id, component, environment, version, previous, since } = watch.judged;
      const elapsed = at - since;
      const subject = { component, environment, version, previous, since, elapsed };
      const { queries, reading, notes = [] } = await metrics.measure(metric, subject);
      const measurement = { metric: metric.name, at, elapsed, queries, reading };
      return { watch, metric, measurement, notes, prefix: prefixed ? `${id} in ${environment}: ` : "" };
    });
    for (const { watch, metric, measurement, notes, prefix } of await Promise.all(measured)) {
      results.set(watch, [...results.get(watch) ?? [], measurement]);
      journal.info(`${prefix}${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .progressLine */ .oz)((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .rowOf */ .OB)(watch.state, measurement))}`);
      for (const note of notes) {
        journal.info(`${prefix}${metric.name}: ${note}`);
      }
    }
  }
  return due.map((watch) => ({ ...watch, state: observe(watch.state, results.get(watch) ?? []) }));
}
function askable({ state }, now) {
  return state.metrics.filter((one) => now >= notBefore(one)).map(({ metric }) => metric);
}
function notBefore({ measurements }) {
  const last = measurements.at(-1);
  return last?.reading.kind === "failed" ? last.at + (last.reading.retryAfterMs ?? 0) : 0;
}
function nextLook({ nextAt, deadline, judged }, now) {
  const next = Math.max(now, nextAt + judged.policy.intervalMs);
  return Math.min(next, Math.max(now, deadline));
}
async function readTags(looked, { repository, clock, journal }) {
  const names = looked.map(({ watch }) => `refs/tags/${watch.judged.ref.name}`);
  try {
    const timely = await clock.within(TAGS_LIMIT_MS, () => repository.tips(names));
    if (timely.inTime) {
      return { read: true, tips: timely.value };
    }
    await repository.abandon();
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP("git-unreachable", "The Git server did not answer in time.", "Run `guard` again.");
  } catch (error) {
    const [first] = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .toTagshipErrors */ .XF)(error);
    if (first?.code === "cancelled") {
      throw error;
    }
    journal.info(`The tags could not be read: ${first?.what ?? ""}`);
    return { read: false, error };
  }
}
function endingOf({ judged, deadline }, conclusion, tags, now) {
  if (conclusion?.action === "rollback") {
    return { kind: "concluded", conclusion };
  }
  if (!tags.read) {
    return now >= deadline ? { kind: "unread", error: tags.error } : void 0;
  }
  if (tags.tips.get(`refs/tags/${judged.ref.name}`) !== judged.ref.object) {
    return { kind: "superseded" };
  }
  return conclusion === void 0 ? void 0 : { kind: "concluded", conclusion };
}

// src/commands/guard/guard.ts
async function guard(request, settings, ports) {
  const started = ports.clock.now();
  const opened = await ports.journal.group("Read the ledger and the tags", async () => {
    const { selection, pushed } = request;
    const tag = selection.by === "tag" ? (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_26__/* .shortTag */ .j)(selection.tag) : "";
    const isLogic = tag.startsWith("logic/");
    const isOther = tag !== "" && await (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_9__/* .isForeign */ .jq)(tag, ports.repository);
    const first = await _with_engine_session_js__WEBPACK_IMPORTED_MODULE_9__/* .Session */ .Nn.open(
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
    ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .inertNotices */ .Gc)(session.config),
    ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .excludedNotices */ .CW)(opened.view),
    ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .warnings */ .AR)(opened.view.ignored()),
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
      const ahead = await repository.serverTime() * 1e3 - clock.now();
      this.#ahead = Math.abs(ahead) < 2e3 ? 0 : ahead;
      return { ahead: this.#ahead, notices: [] };
    } catch (error) {
      if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP && error.code === "push-denied") {
        const message = `After a breach KV would be restored, but the tag could not be moved: ${error.what} ${error.remedy}`;
        this.#ports.journal.info(message);
        return { ahead: 0, notices: (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .warnings */ .AR)([message]) };
      }
      throw error;
    }
  }
  /** Watches until every gate has ended. */
  async watch(judged, view, started) {
    const { metrics, clock } = this.#ports;
    this.#view = view;
    const problems = [];
    for (const one of judged) {
      const { policy, component, environment, version, previous, since } = one;
      for (const metric of policy.metrics) {
        try {
          const elapsed = clock.now() - since;
          const subject = { component, environment, version, previous, since, elapsed };
          for (const message of await metrics.check(metric, subject)) {
            this.#advise(message);
          }
        } catch (error) {
          problems.push(...(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .toTagshipErrors */ .XF)(error));
        }
      }
    }
    if (problems.length > 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipErrors */ .g0(unique(problems));
    }
    const finished2 = await this.#finishPending(judged);
    await this.#finishTelling(finished2);
    const prepared = [];
    for (const one of finished2) {
      prepared.push(...await this.#prepare(one));
    }
    try {
      await watchAll(prepared, started, this.#ports, (watch, ending) => this.#end(watch, ending));
    } catch (error) {
      if (!(error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP && error.code === "cancelled")) {
        throw error;
      }
      const cancelled = this.#cancelled(prepared, error);
      if (this.#gates.length === 0) {
        throw cancelled;
      }
      this.#failures.push(cancelled);
    }
  }
  /** Says what a run did, and what is to fail the step. */
  report(notices, started) {
    const [first] = this.#results.flatMap(({ times }) => times ?? []);
    const reports = this.#results.map(({ report }) => report);
    return {
      ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .nothingDone */ .mh)("rollback", this.#settings, []),
      command: "guard",
      verdict: _with_commands_report_js__WEBPACK_IMPORTED_MODULE_1__/* .VERDICTS */ .b.find((verdict) => this.#gates.some((gate) => gate.verdict === verdict)),
      rolledBack: reports.some(({ rolledBack }) => rolledBack),
      ledger: (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .ledgerReport */ .gM)(this.#session, this.#session.lastLedger),
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
   * A rollback that was killed before KV followed is finished before anything is judged.
   * @returns what can be judged
   */
  async #finishPending(judged) {
    const view = this.#view;
    const nothing2 = { kind: "rollback", choices: [], removals: [] };
    const sound = [];
    for (const one of judged) {
      try {
        if (one.entry?.status === "pending" && view !== void 0 && !this.#settings.dryRun) {
          await this.#ports.cancellation.shield(() => (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_5__/* .move */ .Cy)(this.#session, view, [one.target], async () => nothing2));
        }
        sound.push(one);
      } catch (error) {
        this.fail((0,_with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .ownTrouble */ .e3)(error));
      }
    }
    return sound;
  }
  /** A rollback whose run was killed before it kept a record has one then; told again, nothing is written twice. */
  async #finishTelling(judged) {
    const view = this.#view;
    const occasions = judged.flatMap(({ component, environment, entry }) => {
      const { version, previous, commit } = entry ?? {};
      const isOpen = entry?.move === "rollback" && (entry.status === "pending" || entry.status === "deployed");
      return isOpen && version && previous ? [
        {
          component,
          environment,
          left: previous,
          restored: { version, commit: commit ?? void 0 },
          entry,
          why: _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_2__/* .TOLD_LATER */ .J,
          gate: void 0,
          held: void 0
        }
      ] : [];
    });
    if (view !== void 0 && occasions.length > 0) {
      const aftermath = { view, ledger: view.ledger };
      const { issues, notices } = await (0,_with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_2__/* .openPostMortems */ .C)(this.#session, occasions, aftermath, this.#ports);
      this.#issues.push(...issues);
      this.#notices.push(...notices);
    }
  }
  /**
   * Reads what going back would need, and says now what would stand in the way. A hold that only KV remembers is told
   * the ledger first, or what is measured would be taken for what the tag stands for.
   * @returns what is judged; nothing where the ledger cannot record the hold
   */
  async #prepare(judged) {
    const { id, environment, entry } = judged;
    const why = untouchable(entry);
    if (why !== void 0 || this.#view === void 0) {
      this.#tell(`\`${id}\` in \`${environment}\` is watched, but would not be rolled back: ${why}.`);
      return [judged];
    }
    try {
      const { applier, adopted } = await prepare(this.#session, judged, this.#view);
      if (adopted !== void 0) {
        this.#view = adopted;
        const { clock } = this.#ports;
        const now = judgedOf(judged.target, judged.policy, adopted, this.#session, clock.now(), this.#ahead);
        return typeof now === "string" || now.ref.object !== judged.ref.object ? [judged] : await this.#prepare(now);
      }
      this.#appliers.set(judged, applier);
    } catch (error) {
      if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP && error.code === "cancelled") {
        throw error;
      }
      if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP && error.code === "tag-held") {
        this.fail([error]);
        return [];
      }
      const [first] = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .toTagshipErrors */ .XF)(error);
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
      this.fail((0,_with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .toTagshipErrors */ .XF)(ending.error));
      return;
    }
    const { verdict, action, why } = ending.conclusion;
    this.#notices.push(...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .warnings */ .AR)(raisedLimits(watch.state)));
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
    this.#gates.push(gateReport(watch, verdict, why, this.#ports.clock.now()));
    if (action === "warn") {
      this.#notices.push(
        ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .warnings */ .AR)([`\`${judged.id}\` ${judged.version} stays live in \`${judged.environment}\` unjudged: ${why}`])
      );
    }
    if (verdict === "healthy" && !this.#settings.dryRun) {
      const { component, environment, ref } = judged;
      const found = [{ component, environment, tag: ref.object }];
      const told = await this.#ports.cancellation.shield(() => recordHealthy(this.#session, found, why));
      this.#notices.push(...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_18__/* .warnings */ .AR)(told));
    }
  }
  #superseded(watch) {
    const { id, environment, version } = watch.judged;
    const why = `The tag of \`${id}\` for \`${environment}\` was moved by somebody else while ${version} was watched, so nothing was touched.`;
    this.#ports.journal.info(why);
    this.#gates.push(gateReport(watch, "superseded", why, this.#ports.clock.now()));
    this.#notices.push({ level: "notice", message: why });
  }
  async #rollBack(watch, verdict, why) {
    const { judged } = watch;
    const { clock, journal } = this.#ports;
    const measuredAt = clock.now();
    const name = `\`${judged.id}\` ${judged.version} in \`${judged.environment}\``;
    const stop = untouchable(judged.entry);
    const applier = this.#appliers.get(judged) ?? this.#session.newApplier();
    const last = this.#view;
    if (stop !== void 0 || last === void 0) {
      this.#leave(watch, verdict, why, `${name} is not rolled back, since ${stop}.`);
      return;
    }
    try {
      const outcome = await journal.group(
        `Roll back ${judged.id} in ${judged.environment}`,
        () => retreat(this.#session, judged, last, applier, why, this.#ports)
      );
      if (outcome.kind === "superseded") {
        this.#superseded(watch);
        return;
      }
      if (outcome.kind === "untouchable") {
        this.#leave(watch, verdict, why, `${name} is not rolled back, since ${outcome.why}.`);
        return;
      }
      const gate = gateReport(watch, verdict, why, measuredAt);
      const held = outcome.kind === "moved" ? void 0 : outcome.isRecorded ? "ledger" : "kv";
      const aftermath = await aftermathOf(
        outcome,
        judged,
        gate,
        measuredAt,
        this.#settings,
        this.#session,
        this.#ports
      );
      const kept = await (0,_with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_2__/* .openPostMortems */ .C)(this.#session, [aftermath.occasion], outcome.outcome, this.#ports);
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
      this.#gates.push(gateReport(watch, verdict, why, measuredAt));
      this.#failures.push(
        ...(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .toTagshipErrors */ .XF)(error).map(
          ({ code, what, remedy, location }) => new _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP(code, `${name} should go back, but could not: ${why} ${what}`, remedy, {
            location,
            cause: error
          })
        )
      );
    }
  }
  #leave(watch, verdict, why, because) {
    this.#gates.push(gateReport(watch, verdict, why, this.#ports.clock.now()));
    this.#failures.push(
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP("gate-breached", `${because} ${why}`, "Run `rollback` with a `version` to go further back.")
    );
  }
  #conclude({ errors, notices }) {
    this.#failures.push(...errors);
    this.#notices.push(...notices);
  }
  #cancelled(judged, cause) {
    const ended = new Set(this.#gates.map(({ component, environment }) => `${component} ${environment}`));
    const left = judged.filter(({ id, environment }) => !ended.has(`${id} ${environment}`));
    const live = left.map(({ id, version, environment }) => `\`${id}\` ${version} in \`${environment}\``).join(", ");
    const done = this.#gates.map(({ component, environment, version, verdict, rolledBackTo }) => {
      const back = rolledBackTo === void 0 ? "" : `, rolled back to ${rolledBackTo}`;
      return `\`${component}\` ${version} in \`${environment}\` was ${verdict}${back}`;
    });
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_36__/* .TagshipError */ .bP(
      "cancelled",
      `The run was cancelled while it watched. Live and not judged: ${live || "nothing"}.${done.length === 0 ? " No tag and no key was touched." : ` Before that: ${done.join("; ")}.`}`,
      "Run `guard` again for what is not judged.",
      { cause }
    );
  }
};
function isFirst({ entry }) {
  return entry !== void 0 && entry.previous === null && entry.healthy.length === 0;
}
function gateReport(watch, verdict, why, endedAt) {
  const { judged, state, startedAt } = watch;
  return {
    component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(judged.component),
    environment: judged.environment,
    version: judged.version,
    commit: judged.commit,
    verdict,
    why,
    rolledBackTo: void 0,
    held: void 0,
    policy: judged.policy,
    rows: (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(state),
    since: judged.since,
    startedAt,
    endedAt
  };
}
function unique(problems) {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}



/***/ }),

/***/ 1160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ VERDICTS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/commands/report.ts
var VERDICTS = ["breached", "inconclusive", "superseded", "healthy"];




/***/ })

};

export const id = 8482;
export const ids = [8482];
export const modules = {

/***/ 8482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compare: () => (/* binding */ compare)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3374);
/* harmony import */ var _with_commands_promotion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3109);
/* harmony import */ var _with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(611);
/* harmony import */ var _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8039);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9572);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3185);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4599);
/* harmony import */ var _with_engine_content_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8033);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2240);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(99);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1092);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4206);
/* harmony import */ var _with_engine_move_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(4439);
/* harmony import */ var _with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(8497);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(3586);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(7271);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(663);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(4385);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(2348);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(8962);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(4301);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(4923);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(8130);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(2591);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_45__ = __webpack_require__(3798);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_46__ = __webpack_require__(9325);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_47__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_48__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_49__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_50__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_52__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_53__ = __webpack_require__(8071);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_54__ = __webpack_require__(1592);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_55__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_56__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_57__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


























































// src/commands/compare-watch.ts
var AT_ONCE = 4;
async function watchBoth(a, b, policy, ports) {
  const { clock, journal } = ports;
  const first = clock.now() + policy.initialDelayMs;
  const often = `every ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_44__/* .duration */ .p0)(policy.intervalMs)}, for at most ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_44__/* .duration */ .p0)(policy.timeoutMs)}`;
  for (const { name, judged } of [a, b]) {
    journal.info(`${name}: ${judged.id} ${judged.version} in ${judged.environment}`);
  }
  journal.info(`Comparing: first look in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_44__/* .duration */ .p0)(policy.initialDelayMs)}, then ${often}.`);
  let experiment = (0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_1__/* .openExperiment */ .Au)(policy);
  let quiet = /* @__PURE__ */ new Map();
  for (let looks = 1, next = first; ; looks++) {
    await clock.sleep(Math.max(0, next - clock.now()));
    const watchedMs = clock.now() - first;
    const due = policy.metrics.filter(({ name }) => clock.now() >= (quiet.get(name) ?? 0));
    const found = await look(due, a, b, ports);
    experiment = (0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_1__/* .observeBoth */ .yM)(experiment, found);
    quiet = new Map(found.map((one) => [one.metric, clock.now() + Math.max(waitOf(one.a), waitOf(one.b))]));
    for (const compared of experiment.metrics) {
      journal.info((0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_1__/* .findingText */ .NK)(compared, experiment));
    }
    const timedOut = watchedMs >= policy.timeoutMs;
    const tags = await movedSide(a, b, timedOut, ports);
    if (tags.moved !== void 0 || tags.read && (0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_1__/* .answerOf */ .ut)(experiment, watchedMs) !== void 0) {
      return { experiment, looks, watchedMs, moved: tags.moved };
    }
    journal.info((0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_1__/* .openText */ .Uq)(experiment, watchedMs));
    const deadline = first + policy.timeoutMs;
    next = Math.min(Math.max(clock.now(), next + policy.intervalMs), Math.max(clock.now(), deadline));
  }
}
async function look(metrics, a, b, ports) {
  const found = [];
  for (let i = 0; i < metrics.length; i += AT_ONCE) {
    const some = metrics.slice(i, i + AT_ONCE).map(async (metric) => {
      const elapsed = ports.clock.now() - a.judged.since;
      const [ofA, ofB] = await Promise.all([a, b].map((side) => ask(metric, side, elapsed, ports)));
      const none = { kind: "no-data", why: "it was not asked" };
      return { metric: metric.name, a: ofA ?? none, b: ofB ?? none };
    });
    found.push(...await Promise.all(some));
  }
  return found;
}
async function ask(metric, { name, judged }, elapsed, ports) {
  const { component, environment, version, previous, since } = judged;
  const subject = { component, environment, version, previous, since, elapsed };
  const { reading, notes = [] } = await ports.metrics.measure(metric, subject);
  for (const note of notes) {
    ports.journal.info(`${metric.name}, ${name}: ${note}`);
  }
  return reading;
}
function waitOf(reading) {
  return reading.kind === "failed" ? reading.retryAfterMs ?? 0 : 0;
}
async function movedSide(a, b, isLast, { repository, journal }) {
  const refOf = ({ judged }) => `refs/tags/${judged.ref.name}`;
  try {
    const tips = await repository.tips([refOf(a), refOf(b)]);
    return { read: true, moved: [a, b].find((side) => tips.get(refOf(side)) !== side.judged.ref.object) };
  } catch (error) {
    const [first] = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_56__/* .toTagshipErrors */ .XF)(error);
    if (isLast || first?.code === "cancelled") {
      throw error;
    }
    journal.info(`The tags could not be read: ${first?.what ?? ""}`);
    return { read: false };
  }
}

// src/commands/compare.ts
async function compare(request, settings, ports) {
  const { clock, journal } = ports;
  const started = clock.now();
  const versions = [request.a, request.b].flatMap(({ version }) => version ?? []);
  const { session, view, targets } = await journal.group(
    "Read the ledger and the tags",
    () => _with_engine_session_js__WEBPACK_IMPORTED_MODULE_6__/* .Session */ .Nn.open(settings, ports, (listing) => comparable(request, listing), {
      prefixes: (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_6__/* .tagPrefixes */ .$0)([request.component]),
      moves: versions.length > 0,
      hints: { slots: versions }
    })
  );
  const versionsNow = targets.map(
    ({ component, slot }, at) => [request.a, request.b][at]?.version ?? (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_16__/* .stateOf */ .L4)(component, slot.name, view).current
  );
  const { policy, notices } = policyOf(request, session, versionsNow);
  await checkMetrics(policy, targets, versionsNow, ports);
  const set = targets.filter((_, at) => [request.a, request.b][at]?.version !== void 0);
  const moved = set.length === 0 ? void 0 : await setVersions(request, set, session, view, settings, ports, started);
  const base = {
    ...moved ?? { ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_37__/* .nothingDone */ .mh)("promote", settings, []), ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_37__/* .ledgerReport */ .gM)(session, view.ledger) },
    command: "compare",
    component: request.component,
    notices: [...moved?.notices ?? (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_37__/* .excludedNotices */ .CW)(view), ...notices],
    answer: void 0,
    why: "",
    sides: void 0,
    metrics: [],
    experiment: void 0,
    looks: 0,
    since: void 0,
    startedAt: started,
    endedAt: clock.now()
  };
  if (base.verdict === "superseded" || base.failures.length > 0 || settings.dryRun && set.length > 0) {
    return { ...base, durationMs: clock.now() - started };
  }
  const now = set.length === 0 ? view : (await session.observe(targets)).view;
  const [a, b] = await sidesOf(targets, policy, now, session, ports);
  return await watched(base, a, b, policy, ports);
}
function comparable({ component: id, a, b }, listing) {
  const [selection] = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_6__/* .select */ .Lt)([id], listing);
  const [known] = selection?.components ?? [];
  if (selection === void 0 || known === void 0) {
    throw new RangeError("A pattern that selects nothing is refused.");
  }
  return [a, b].map(({ environment, version }) => {
    if (version === void 0 && !known.environments.has(environment)) {
      throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_6__/* .nowhereIn */ .co)(environment, selection, listing, "Name the version to put there: `version` or `with-version`.");
    }
    return (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_20__/* .environmentTarget */ .rW)(known.component, environment);
  });
}
function policyOf({ a }, session, [ofA, ofB]) {
  const policy = (0,_with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_46__/* .gatePolicyOf */ .f)(session.config.environments[a.environment]?.gate);
  if (policy === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_56__/* .TagshipError */ .bP(
      "gate-missing",
      `The environment \`${a.environment}\` has no gate, so there is nothing to compare by.`,
      `Describe one under \`environments.${a.environment}.gate\` in the configuration; both environments are measured by it.`
    );
  }
  const { apart, alike } = (0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_1__/* .dividedMetrics */ .Vg)(policy, ofA === ofB);
  const names = (metrics) => metrics.map(({ name }) => `\`${name}\``).join(", ");
  if (apart.length === 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_56__/* .TagshipError */ .bP(
      "metric-unusable",
      `The gate of \`${a.environment}\` asks the same of both environments: ${names(alike)}.`,
      "Use `{environment}`, or `{version}` where the versions differ, in what the metric asks."
    );
  }
  if (apart.every((metric) => (0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_1__/* .comparedBy */ .zT)(metric) === "shown")) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_56__/* .TagshipError */ .bP(
      "metric-unusable",
      `No metric of the gate of \`${a.environment}\` can show a difference: ${names(apart)}.`,
      "Add a metric of counts (`errors` and `total`), such as one in which a judge counts answers that are not good, or a value of `provider: command` with either `min` or `max`."
    );
  }
  const shown = apart.filter((metric) => (0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_1__/* .comparedBy */ .zT)(metric) === "shown");
  return {
    policy: { ...policy, metrics: apart },
    notices: [
      ...alike.length === 0 ? [] : (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_37__/* .warnings */ .AR)([`Not compared, since they ask the same of both: ${names(alike)}.`]),
      ...shown.length === 0 ? [] : [
        {
          level: "notice",
          message: `Only shown, since they cannot say how sure a difference is: ${names(shown)}.`
        }
      ]
    ]
  };
}
async function checkMetrics(policy, targets, versions, { clock, metrics }) {
  const problems = /* @__PURE__ */ new Map();
  for (const [at, { component, slot }] of targets.entries()) {
    const place = { component, environment: slot.name, version: versions[at] ?? "", previous: void 0 };
    for (const metric of policy.metrics) {
      try {
        await metrics.check(metric, { ...place, since: clock.now(), elapsed: 1e3 });
      } catch (error) {
        for (const one of (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_56__/* .toTagshipErrors */ .XF)(error)) {
          problems.set(one.message, one);
        }
      }
    }
  }
  if (problems.size > 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_56__/* .TagshipErrors */ .g0([...problems.values()]);
  }
}
async function setVersions({ a, b }, targets, session, view, settings, ports, started) {
  const rules = session.config.environments;
  const wanted = new Map([a, b].map(({ environment, version }) => [environment, version ?? ""]));
  const admitted = /* @__PURE__ */ new Map();
  for (const { slot } of targets) {
    if (rules[slot.name]?.canary !== void 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_56__/* .TagshipError */ .bP(
        "input-invalid",
        `\`${slot.name}\` gets new versions through a canary, so \`compare\` does not put one there at once.`,
        "Use `promote` for it, and `compare` without the version afterwards; or compare in environments that are made for it."
      );
    }
    await (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseMisspelt */ .q5)(slot.name, targets, session, view);
    admitted.set(slot.name, (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_21__/* .admit */ .w4)(slot.name, rules[slot.name], settings.overrides));
  }
  const choose = (target, now) => {
    const { name } = target.slot;
    const requirement = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_21__/* .requirementOf */ .h2)(rules[name]?.requires);
    const gated = requirement !== void 0 && rules[requirement.environment]?.gate !== void 0;
    const rule = requirement === void 0 ? void 0 : (0,_with_commands_promotion_js__WEBPACK_IMPORTED_MODULE_2__/* .ruleOf */ .Y)(target.component, requirement, gated, now, ports.clock.now());
    const situation = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_16__/* .stateOf */ .L4)(target.component, name, now);
    const choice = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_16__/* .choosePromotion */ .vz)(situation, wanted.get(name) ?? "", rule, settings.overrides, "to be compared");
    return choice && { ...choice, overridden: [...admitted.get(name) ?? [], ...choice.overridden] };
  };
  const outcome = await (0,_with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_17__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    "promote",
    ports,
    () => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_16__/* .move */ .Cy)(session, view, targets, async (now) => {
      const others = targets.flatMap(({ slot }) => (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_21__/* .requirementOf */ .h2)(rules[slot.name]?.requires)?.environment ?? []);
      await now.ledger?.load(targets.flatMap(({ component }) => others.map((other) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_43__/* .entryPath */ .s3)(other, component))));
      await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_16__/* .anchorRemembered */ .qr)(
        session,
        now,
        targets,
        [...wanted.values()].filter((version) => version !== "")
      );
      return { kind: "promote", removals: [], choices: (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_16__/* .chooseAll */ .z)(targets, (target) => choose(target, now)) };
    })
  );
  return await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_16__/* .reportMove */ .Q6)("promote", session, view, targets, outcome, settings, ports, started);
}
async function sidesOf(targets, policy, view, session, { clock, repository }) {
  const ahead = await repository.serverTime() * 1e3 - clock.now();
  const found = targets.map((target) => {
    const one = (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .judgedOf */ .B8)(target, policy, view, session, clock.now(), Math.abs(ahead) < 2e3 ? 0 : ahead);
    if (typeof one === "string") {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_56__/* .TagshipError */ .bP(
        one === "no-tag" ? "tag-missing" : "version-missing",
        `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(target.component)}\` runs no version in \`${target.slot.name}\` that could be compared.`,
        "Name the version to put there: `version` or `with-version`."
      );
    }
    return one;
  });
  const since = Math.max(...found.map((one) => one.since));
  const [a, b] = found.map((one, at) => ({ judged: { ...one, since }, name: at === 0 ? "a" : "b" }));
  if (a === void 0 || b === void 0) {
    throw new RangeError("A comparison has two sides.");
  }
  return [a, b];
}
async function watched(base, a, b, policy, ports) {
  const { clock, journal } = ports;
  const startedAt = clock.now();
  const { experiment, looks, watchedMs, moved } = await watchBoth(a, b, policy, ports);
  const conclusion = moved === void 0 ? (0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_1__/* .answerOf */ .ut)(experiment, watchedMs) : void 0;
  const sides = { a: sideOf(a), b: sideOf(b) };
  const all = {
    ...base,
    sides,
    experiment,
    looks,
    since: a.judged.since,
    metrics: experiment.metrics.map((compared) => ({ compared, finding: (0,_with_gate_experiment_js__WEBPACK_IMPORTED_MODULE_1__/* .findingOf */ .hD)(compared, experiment) })),
    startedAt,
    endedAt: clock.now(),
    durationMs: clock.now() - base.startedAt
  };
  if (conclusion === void 0) {
    const message = `The tag of \`${base.component}\` for \`${moved?.judged.environment ?? ""}\` was moved by somebody else, so there is no answer.`;
    return { ...all, verdict: "superseded", notices: [...all.notices, { level: "warning", message }] };
  }
  journal.info(`Answer: ${conclusion.answer}. ${conclusion.why}`);
  return { ...all, answer: conclusion.answer, why: conclusion.why };
}
function sideOf({ judged: { environment, version, commit } }) {
  return { environment, version, commit };
}



/***/ }),

/***/ 3109:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ ruleOf),
/* harmony export */   i: () => (/* binding */ choosePromotions)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_engine_move_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4439);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3625);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9133);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





// src/commands/promotion.ts
async function choosePromotions(session, view, targets, { version, environments = [], why, later = /* @__PURE__ */ new Set() }, { overrides }, verifier) {
  const rules = session.config.environments;
  const policies = new Map(
    [...new Set(targets.map(({ slot }) => slot.name))].map((environment) => {
      const admitted = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .admit */ .w4)(environment, rules[environment], overrides);
      const required = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .requirementOf */ .h2)(rules[environment]?.requires);
      const requirement = required === void 0 || later.has(required.environment) ? void 0 : required;
      const gated = requirement !== void 0 && rules[requirement.environment]?.gate !== void 0;
      return [environment, { admitted, requirement, gated, asked: verifier.environmentFor(environment) }];
    })
  );
  const paths = targets.flatMap(({ component, slot }) => {
    const { requirement, asked } = policies.get(slot.name) ?? {};
    const others = [requirement?.environment, asked, ...environments].flatMap((name) => name ?? []);
    return others.map((other) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .entryPath */ .s3)(other, component));
  });
  await view.ledger?.load(paths);
  const wanted = ({ component }) => version(component, view);
  await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_1__/* .anchorRemembered */ .qr)(
    session,
    view,
    targets,
    targets.flatMap((target) => (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readable */ .HD)(() => wanted(target)) ?? [])
  );
  const choices = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseAll */ .z)(targets, (target) => {
    const { component, slot } = target;
    const { admitted = [], requirement, gated = false } = policies.get(slot.name) ?? {};
    const situation = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(component, slot.name, view);
    const rule = requirement === void 0 ? void 0 : ruleOf(component, requirement, gated, view, session.ports.clock.now());
    const choice = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_1__/* .choosePromotion */ .vz)(situation, wanted(target), rule, overrides, why);
    return choice && { ...choice, overridden: [...admitted, ...choice.overridden] };
  });
  await verifier.check(
    choices.filter(({ situation }) => !later.has(verifier.environmentFor(situation.environment) ?? "")),
    view
  );
  return choices;
}
function ruleOf(component, { environment: requires, soakMs }, gated, view, now) {
  const { ref, current, entry } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(component, requires, view);
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_4__/* .componentId */ .nV)(component));
  const commit = ref === void 0 || tags === void 0 ? void 0 : view.versionOf(tags, ref)?.held ?? ref.commit;
  return {
    requires,
    gated,
    running: current === void 0 || commit === void 0 ? void 0 : { version: current, commit },
    quarantined: entry?.quarantined ?? [],
    ...soakMs === 0 ? {} : { soak: { ms: soakMs, since: sinceOf(entry, ref?.object), now } }
  };
}
function sinceOf(entry, object) {
  return entry?.at == null || entry.tag !== object ? void 0 : Date.parse(entry.at);
}




/***/ }),

/***/ 9325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ gatePolicyOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2459);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






// src/domain/gate/resolve.ts
function gatePolicyOf(gate, inputs = {}) {
  const failureLimit = inputs.failureLimit ?? gate?.["failure-limit"] ?? _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.failureLimit;
  const ofInputs = inputMetric(inputs, failureLimit);
  const metrics = ofInputs === void 0 ? (gate?.metrics ?? []).map((metric) => metricPolicy(metric, inputs.failureLimit, failureLimit)) : [ofInputs];
  if (metrics.length === 0) {
    return void 0;
  }
  const isCounting = metrics.some(({ limit }) => limit.kind === "counts");
  const intervalMs = inputs.intervalMs ?? (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(gate?.interval, _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.intervalMs);
  const count = inputs.count ?? gate?.count ?? _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.count;
  const bakeMs = inputs.bakeMs ?? (gate?.bake === void 0 ? void 0 : (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(gate.bake, 0));
  const most = Math.max(_with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.timeoutMs, 2 * count * intervalMs, 2 * (bakeMs ?? 0));
  const timeoutMs = (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(gate?.timeout, most);
  refuse(
    "bake",
    bakeMs !== void 0 && bakeMs > timeoutMs ? "it is longer than the `timeout` of the gate" : void 0
  );
  refuse("failure-limit", failuresProblem(metrics, count));
  return {
    initialDelayMs: inputs.initialDelayMs ?? (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(gate?.["initial-delay"], _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.initialDelayMs),
    intervalMs,
    timeoutMs,
    // A value is as good as its measurements, of which `count` says how many; errors need traffic to show.
    bakeMs: bakeMs ?? (isCounting ? Math.min(_with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.bakeMs, timeoutMs / 2) : 0),
    count,
    consecutiveErrorLimit: gate?.["consecutive-error-limit"] ?? _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.consecutiveErrorLimit,
    onBreach: gate?.["on-breach"] ?? "rollback",
    onNoData: gate?.["on-no-data"] ?? "keep",
    onError: gate?.["on-error"] ?? "keep",
    onInconclusive: gate?.["on-inconclusive"] ?? "keep",
    metrics
  };
}
function failuresProblem(metrics, count) {
  const most = Math.max(0, ...metrics.map(({ limit }) => limit.kind === "values" ? limit.failureLimit : 0));
  return most < count ? void 0 : `expected less than \`count\`, which is ${count}`;
}
function metricPolicy(metric, given, otherwise) {
  const {
    name,
    timeout,
    max,
    min,
    "min-samples": minSamples = _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.minSamples,
    "failure-limit": failureLimit = otherwise,
    observe = false,
    before,
    ...source
  } = metric;
  return {
    name,
    source: {
      ...source,
      timeoutMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(timeout, _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.metricTimeoutMs),
      ...before === void 0 ? {} : { beforeMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(before, 0) }
    },
    observe,
    limit: (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .isCounts */ .pi)(metric) && max !== void 0 ? { kind: "counts", max, minSamples, compared: metric.control !== void 0 } : { kind: "values", min, max, failureLimit: given ?? failureLimit }
  };
}
function inputMetric(inputs, failureLimit) {
  const { metricUrl: url, metricPath: path, metricErrors: errors, metricTotal: total, threshold } = inputs;
  const given = Object.entries({
    "metric-url": url,
    threshold,
    "metric-path": path,
    "metric-errors": errors,
    "metric-total": total
  }).flatMap(([name, value]) => value === void 0 ? [] : [name]);
  const [first] = given;
  if (first === void 0) {
    return void 0;
  }
  const counts = errors !== void 0 || total !== void 0;
  const needed = ["metric-url", "threshold", ...counts ? ["metric-errors", "metric-total"] : []];
  const missing = needed.find((name) => !given.includes(name));
  if (missing !== void 0 || url === void 0 || threshold === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP(
      "input-missing",
      `The input \`${first}\` was given without \`${missing}\`.`,
      `Add \`${missing}\`, or describe the gate under \`environments\` in the configuration.`
    );
  }
  const forbidden = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .forbiddenVariable */ .AK)(url);
  refuse("metric-url", (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .metricUrlProblem */ .Vw)(url));
  refuse("metric-url", forbidden === void 0 ? void 0 : `\`\${${forbidden}}\` is never sent to a metric server`);
  refuse(
    "metric-path",
    path !== void 0 && counts ? "`metric-errors` and `metric-total` say where they stand" : void 0
  );
  for (const [name, text] of Object.entries({ "metric-path": path, "metric-errors": errors, "metric-total": total })) {
    refuse(name, text === void 0 ? void 0 : (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonPathProblem */ .tX)(text));
  }
  const isRate = threshold > 0 && threshold < 1;
  refuse(
    "threshold",
    counts && !isRate ? "expected the highest rate of failed requests, above 0 and below 1" : void 0
  );
  return {
    name: "metric",
    source: { provider: "http", url, path, errors, total, timeoutMs: _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.metricTimeoutMs },
    observe: false,
    limit: counts ? { kind: "counts", max: threshold, minSamples: _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_1__/* .GATE_DEFAULTS */ .h.minSamples, compared: false } : { kind: "values", min: void 0, max: threshold, failureLimit }
  };
}
function refuse(input, problem) {
  if (problem !== void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP("input-invalid", `The input \`${input}\`: ${problem}.`, "Correct it.");
  }
}




/***/ }),

/***/ 611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ judgedOf),
/* harmony export */   JU: () => (/* binding */ untouchable),
/* harmony export */   RJ: () => (/* binding */ aheadOf),
/* harmony export */   Ux: () => (/* binding */ checkMetrics)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_engine_move_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4439);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






// src/commands/guard/subject.ts
function judgedOf(target, policy, view, session, now, ahead) {
  const { component, slot } = target;
  const { ref, entry } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(component, slot.name, view);
  if (ref === void 0) {
    return "no-tag";
  }
  const running = (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_2__/* .runningOf */ .Tx)(target, view, session.config.unversioned, _with_engine_record_js__WEBPACK_IMPORTED_MODULE_2__/* .noContent */ .V$);
  if (running === void 0) {
    return "unversioned";
  }
  const told = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .speaksOf */ .Tq)(entry, ref.object) ? entry : void 0;
  const at = told?.at == null ? Number.NaN : Date.parse(told.at) - ahead;
  return {
    target,
    component,
    id: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_4__/* .componentId */ .nV)(component),
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
async function aheadOf(repository, clock) {
  const ahead = await repository.serverTime() * 1e3 - clock.now();
  return Math.abs(ahead) < 2e3 ? 0 : ahead;
}
async function checkMetrics(judged, metrics, clock) {
  const advice = [];
  const problems = /* @__PURE__ */ new Map();
  for (const { policy, component, environment, version, previous, since } of judged) {
    for (const metric of policy.metrics) {
      try {
        const elapsed = clock.now() - since;
        const subject = { component, environment, version, previous, since, elapsed };
        advice.push(...await metrics.check(metric, subject));
      } catch (error) {
        for (const problem of (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .toTagshipErrors */ .XF)(error)) {
          problems.set(problem.message, problem);
        }
      }
    }
  }
  if (problems.size > 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipErrors */ .g0([...problems.values()]);
  }
  return advice;
}
function untouchable({ entry, beside }) {
  if (entry?.status === "held") {
    return "KV is held back from the tag by an earlier rollback";
  }
  return beside === void 0 && (entry?.move === "rollback" || entry?.move === "restore") ? `it was put there by a ${entry.move}` : void 0;
}




/***/ })

};

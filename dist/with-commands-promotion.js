export const id = 2349;
export const ids = [2349];
export const modules = {

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




/***/ }),

/***/ 2349:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_group_group_report_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3233);
/* harmony import */ var _with_commands_promotion_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3109);
/* harmony import */ var _with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(213);
/* harmony import */ var _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5741);
/* harmony import */ var _with_guard_subject_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(611);
/* harmony import */ var _with_gate_verdict_reasons_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8588);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7248);
/* harmony import */ var _with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4439);
/* harmony import */ var _with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8497);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(61);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4301);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8130);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2591);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(9325);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(2787);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





















// src/commands/group/check-group.ts
async function refuseUnknown(group, targets, session, view) {
  const { config, settings } = session;
  const there = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentsOf */ .M2)(view);
  const named = Object.keys(config.environments);
  const rules = [...settings.namespaces, ...(0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__/* .configRules */ .GF)(config)].filter(({ glob }) => !/^\*+$/.test(glob));
  const problems = there.has(group.name) ? [
    invalid(
      `\`groups.${group.name}\`: \`${group.name}\` is also an environment that has tags`,
      "Give the group another name."
    )
  ] : [];
  for (const environment of (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentsIn */ .Ib)(group)) {
    const isKnown = there.has(environment) || named.includes(environment) || (0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_12__/* .ruleFor */ .sG)(rules, environment) !== void 0;
    if (!isKnown) {
      const names = [...there, ...named, ...rules.flatMap(({ glob }) => (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_15__/* .isGlob */ .fg)(glob) ? [] : [glob])];
      problems.push(
        invalid(
          `\`groups.${group.name}.waves\` names \`${environment}\`, which is no environment that a tag, the ledger or the configuration knows`,
          `Correct it, or name it under \`environments\`.${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_19__/* .nearestOf */ .qw)(environment, names)}`
        )
      );
    }
  }
  if (problems.length > 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .TagshipErrors */ .g0(problems);
  }
  for (const environment of (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentsIn */ .Ib)(group)) {
    const here = targets.filter(({ slot }) => slot.name === environment);
    await (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__/* .refuseMisspelt */ .q5)(environment, here, session, view);
  }
}
function invalid(what, remedy) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .TagshipError */ .bP("config-invalid", `${what}.`, remedy);
}

// src/commands/group/take-back.ts
async function takeBack(watch, { verdict, why }, places, last, applier, { records, settings, session, ports }) {
  const { judged } = watch;
  const measuredAt = ports.clock.now();
  const leaving = leavingOf(places, judged.version, last, judged.environment);
  const name = `\`${judged.id}\` ${judged.version}`;
  let done;
  try {
    done = await ports.journal.group(
      `Take ${judged.id} ${judged.version} back from ${records.group.name}`,
      () => (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_3__/* .retreat */ .mE)(session, leaving, last, applier ?? session.newApplier(), { why, gate: (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_3__/* .recordOf */ .zv)(watch, verdict) }, ports)
    );
    if (done.kind === "superseded" || done.kind === "untouchable") {
      const because = done.kind === "untouchable" ? done.why : "its tags were moved by somebody else";
      records.stop(judged.target, done.kind === "superseded" ? "superseded" : verdict, `${why} But ${because}.`);
      return;
    }
    const { choices } = done.outcome.intent;
    const others = choices.filter(({ situation }) => situation.environment !== judged.environment);
    const told = others.map(({ situation, version }) => `\`${situation.environment}\` to ${version}`).join(", ");
    const whole = told === "" ? why : `${why} With it went back: ${told}.`;
    const gate = (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_3__/* .gateReport */ .We)(watch, verdict, whole, measuredAt);
    const targets = leaving.map(({ target }) => target);
    const aftermath = await (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_3__/* .aftermathOf */ .yF)(done, judged, gate, measuredAt, settings, session, ports, targets);
    const { ledger } = done.outcome;
    const together = others.map(({ situation: { component, environment } }) => {
      return { environment, entry: ledger?.entry(environment, component) };
    });
    const occasions = [{ ...aftermath.occasion, together }];
    const { issues, notices } = await (0,_with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_4__/* .openPostMortems */ .C_)(session, occasions, done.outcome, ports);
    records.did({ ...aftermath.report, issues, notices: [...aftermath.report.notices, ...notices] });
    const held = done.kind === "moved" ? void 0 : done.isRecorded ? "ledger" : "kv";
    records.end(judged.target, { verdict, why: whole, held });
    for (const { target } of leaving) {
      const choice = choices.find(({ situation }) => situation.environment === target.slot.name);
      if (choice !== void 0) {
        records.note(target, { state: "back", rolledBackTo: choice.version, held });
      } else if ((0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(target.component, target.slot.name, done.outcome.view).current === judged.version) {
        records.failed([stays(target, judged.version)]);
      }
    }
    records.failed(aftermath.failures(issues[0]?.url, true).errors);
  } catch (error) {
    records.end(judged.target, { verdict, why });
    records.failed(
      (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .inContext */ .Vc)(error, (what) => `${name} should go back in \`${records.group.name}\`, but could not: ${why} ${what}`)
    );
  }
}
function leavingOf(places, version, view, first) {
  const found = places.flatMap((target) => {
    const { component, slot } = target;
    const { ref, current } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(component, slot.name, view);
    return ref === void 0 || current !== version ? [] : [{ target, component, environment: slot.name, ref }];
  });
  return [...found.filter((one) => one.environment === first), ...found.filter((one) => one.environment !== first)];
}
function stays({ component, slot }, version) {
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component);
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .TagshipError */ .bP(
    "rollback-impossible",
    `\`${id}\` ${version} stays in \`${slot.name}\`: nothing ran there before that it could go back to.`,
    "Promote another version there, or delete its tag."
  );
}

// src/commands/group/promote.ts
async function promoteGroup(group, wanted, opened, settings, ports, started) {
  await refuseUnknown(group, opened.targets, opened.session, opened.view);
  return await new WavesRun(group, wanted, opened, settings, ports).run(started);
}
var WavesRun = class {
  #group;
  #session;
  #targets;
  #verifier;
  #settings;
  #ports;
  #wanted;
  #records;
  /** What has looked at KV already, by component. */
  #appliers = /* @__PURE__ */ new Map();
  #view;
  #ahead = 0;
  /** Whether a wave had something to do in this run. */
  #acted = false;
  /** Whether a tag has moved. */
  #moved = false;
  constructor(group, wanted, opened, settings, ports) {
    this.#group = group;
    this.#session = opened.session;
    this.#targets = opened.targets;
    this.#verifier = opened.verifier;
    this.#view = opened.view;
    this.#settings = settings;
    this.#ports = ports;
    this.#records = new _with_group_group_report_js__WEBPACK_IMPORTED_MODULE_1__/* .Records */ .t("promote", group, opened.session, settings);
    const versions = new Map(
      opened.targets.map(({ component }) => [(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component), wanted.version(component, opened.view)])
    );
    this.#wanted = { version: (component) => versions.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component)) ?? "", why: wanted.why };
  }
  async run(started) {
    const { clock, repository } = this.#ports;
    for (const target of this.#targets) {
      const state = this.#isSettled(target) ? "there" : "waiting";
      this.#records.note(target, { version: this.#versionOf(target), state });
    }
    await this.#checkAll();
    if (this.#settings.dryRun) {
      await this.#move(this.#targets, this.#targets, new Set((0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentsIn */ .Ib)(this.#group)));
      return this.#records.report(this.#view, clock.now() - started);
    }
    this.#ahead = await (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .aheadOf */ .RJ)(repository, clock);
    for (const index of this.#group.waves.keys()) {
      try {
        await this.#wave(index);
      } catch (error) {
        this.#interrupted(error, index);
        break;
      }
    }
    return this.#records.report(this.#view, clock.now() - started);
  }
  /** Finds everything that can be known before the first wave, so that nothing stops a later one without need. */
  async #checkAll() {
    const { metrics, clock } = this.#ports;
    const open = this.#targets.filter((target) => !this.#isSettled(target));
    const later = new Set((0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentsIn */ .Ib)(this.#group));
    await (0,_with_commands_promotion_js__WEBPACK_IMPORTED_MODULE_2__/* .choosePromotions */ .i)(this.#session, this.#view, open, { ...this.#wanted, later }, this.#settings, this.#verifier);
    const watched = open.flatMap((target) => {
      const policy = this.#gateOf(target);
      const { component, slot } = target;
      const { current } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(component, slot.name, this.#view);
      const subject = { component, environment: slot.name, version: this.#versionOf(target), previous: current };
      return policy === void 0 ? [] : [{ ...subject, policy, since: clock.now() }];
    });
    for (const message of await (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .checkMetrics */ .Ux)(watched, metrics, clock)) {
      this.#records.notices([{ level: "notice", message }]);
    }
  }
  async #wave(index) {
    const environments = this.#group.waves[index] ?? [];
    const here = () => this.#targets.filter((one) => environments.includes(one.slot.name) && !this.#records.isStopped(one));
    const isIdle = here().every((target) => this.#isSettled(target));
    if (!isIdle) {
      await this.#wait(index);
    }
    const targets = here();
    const open = targets.filter((target) => !this.#isSettled(target));
    for (const target of targets) {
      this.#records.note(target, { state: open.includes(target) ? "failed" : "there" });
    }
    if (open.length === 0) {
      return;
    }
    this.#acted = true;
    this.#ports.journal.info(`${this.#called(index)}: ${environments.join(", ")}.`);
    const landed = await this.#move(open, this.#before(index));
    await this.#watch(landed);
  }
  /** Waits before a wave; a run that goes on waits for what is left. Then everything is looked at as it is now. */
  async #wait(index) {
    const { clock, journal } = this.#ports;
    const { waitMs } = this.#group;
    const before = this.#before(index).filter((one) => this.#group.waves[index - 1]?.includes(one.slot.name));
    const movedAt = before.map(({ component, slot }) => {
      const { entry } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(component, slot.name, this.#view);
      return entry?.at == null ? void 0 : Date.parse(entry.at) - this.#ahead;
    });
    const left = index === 0 ? 0 : this.#acted ? waitMs : (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__/* .waitLeft */ .NQ)(waitMs, movedAt, clock.now());
    if (left > 0) {
      journal.info(`Waiting ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_16__/* .duration */ .p0)(left)} before ${this.#called(index).toLowerCase()}.`);
      await clock.sleep(left);
    }
    if (left > 0 || this.#acted) {
      this.#view = (await this.#session.observe(this.#targets)).view;
    }
  }
  /**
   * Moves the tags of some targets in one push, and lets KV follow.
   * @param before the places that have to have the version still
   * @returns those that have it now
   */
  async #move(targets, before, later) {
    const session = this.#session;
    const begun = this.#view;
    let left = targets;
    const decide = async (now) => {
      const lost2 = later === void 0 ? this.#lost(before, now) : /* @__PURE__ */ new Set();
      left = targets.filter(({ component }) => !lost2.has((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component)));
      const wanted = { ...this.#wanted, later };
      const choices = await (0,_with_commands_promotion_js__WEBPACK_IMPORTED_MODULE_2__/* .choosePromotions */ .i)(session, now, left, wanted, this.#settings, this.#verifier);
      return { kind: "promote", removals: [], choices };
    };
    const onLanded = () => {
      this.#moved = true;
    };
    const outcome = await this.#ports.cancellation.shield(
      () => (0,_with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_9__/* .showingFailure */ .y3)(
        session,
        targets,
        begun.refs.head,
        "promote",
        this.#ports,
        () => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .move */ .Cy)(session, begun, targets, decide, { onLanded })
      )
    );
    if (outcome.kind === "superseded") {
      const why = `the tag \`${outcome.tag}\` was moved by somebody else meanwhile, so nothing was touched.`;
      this.#records.refuse(targets, why);
      return [];
    }
    this.#view = outcome.view;
    this.#records.did(
      await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .reportMove */ .Q6)("promote", session, begun, left, outcome, this.#settings, this.#ports, this.#ports.clock.now())
    );
    const lost = targets.filter((one) => !left.includes(one));
    this.#records.refuse(lost, "an environment of an earlier wave does not run it any more.");
    return left;
  }
  /** Watches what a wave has got. */
  async #watch(targets) {
    const { clock } = this.#ports;
    const judged = [];
    for (const target of targets) {
      const policy = this.#gateOf(target);
      if (policy === void 0) {
        this.#records.note(target, { state: "moved" });
        continue;
      }
      const one = (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_5__/* .judgedOf */ .B8)(target, policy, this.#view, this.#session, clock.now(), this.#ahead);
      if (typeof one === "string" || one.version !== this.#versionOf(target)) {
        this.#records.stop(target, "superseded", "Its tag was moved by somebody else.");
      } else {
        judged.push(one);
      }
    }
    for (const id of new Set(judged.map((one) => one.id))) {
      await this.#prepare(id);
    }
    if (judged.length > 0) {
      await (0,_with_gate_verdict_reasons_js__WEBPACK_IMPORTED_MODULE_6__/* .watchAll */ .R)(judged, clock.now(), this.#ports, (watch, ending) => this.#end(watch, ending));
    }
  }
  /** Reads what going back would need, so that it takes few requests, and no Git server to restore KV. */
  async #prepare(id) {
    const target = this.#placesOf(id)[0];
    const version = target === void 0 ? "" : this.#versionOf(target);
    try {
      const leaving = leavingOf(this.#placesOf(id), version, this.#view);
      const { applier, adopted } = await (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_3__/* .prepare */ .iA)(this.#session, leaving, this.#view);
      this.#view = adopted ?? this.#view;
      this.#appliers.set(id, applier);
    } catch (error) {
      const [first] = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .toTagshipErrors */ .XF)(error);
      if (first?.code === "cancelled") {
        throw error;
      }
      this.#ports.journal.info(`${id} is watched, but could not be taken back: ${first?.what ?? ""}`);
    }
  }
  #placesOf(id) {
    return this.#targets.filter(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component) === id);
  }
  async #end(watch, ending) {
    const { judged } = watch;
    const { target, id, environment, version } = judged;
    if (this.#records.isBack(target)) {
      return;
    }
    if (ending.kind === "superseded") {
      this.#records.stop(target, "superseded", `Its tag was moved by somebody else while ${version} was watched.`);
      return;
    }
    if (ending.kind === "unread") {
      this.#records.failed((0,_with_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .toTagshipErrors */ .XF)(ending.error));
      this.#records.stop(target, void 0, "The tags could not be read.");
      return;
    }
    const { verdict, action, why } = ending.conclusion;
    this.#ports.journal.info(`${id} ${version} in ${environment} is ${verdict}: ${why}`);
    if (action === "none") {
      await this.#passed(watch, verdict, why);
    } else if (action === "rollback" && this.#group.onBreach === "rollback") {
      const places = this.#placesOf(id);
      const { cancellation } = this.#ports;
      await cancellation.shield(
        () => takeBack(watch, { verdict, why }, places, this.#view, this.#appliers.get(id), {
          records: this.#records,
          settings: this.#settings,
          session: this.#session,
          ports: this.#ports
        })
      );
    } else {
      this.#records.stop(target, verdict, why);
    }
  }
  async #passed(watch, verdict, why) {
    const { judged } = watch;
    this.#records.note(judged.target, { state: "watched", verdict, why });
    if (verdict === "healthy") {
      const { component, environment, ref } = judged;
      const found = [{ component, environment, tag: ref.object, gate: (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_3__/* .recordOf */ .zv)(watch, verdict) }];
      const told = await this.#ports.cancellation.shield(() => (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_3__/* .recordHealthy */ .vP)(this.#session, found, why));
      this.#records.notices((0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_14__/* .warnings */ .AR)(told));
    }
  }
  /** Ends the run where it is. @throws what happened before anything had moved */
  #interrupted(error, index) {
    const isCancelled = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .knownErrors */ .vI)(error).some(({ code }) => code === "cancelled");
    if (!(this.#moved || this.#acted && isCancelled)) {
      throw error;
    }
    const wave = this.#called(index).toLowerCase();
    const again = `Run \`promote\` again to go on with \`${this.#group.name}\`, or \`rollback\` to take back what has the version.`;
    this.#records.failed(
      (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .inContext */ .Vc)(
        error,
        (what) => isCancelled ? `The run was cancelled in ${wave}.` : `It stopped in ${wave}: ${what}`,
        (remedy) => isCancelled ? again : `${remedy} ${again}`
      )
    );
  }
  /** The components of which one of these places does not run what the group is to get. */
  #lost(places, view) {
    const lost = places.filter(
      (target) => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(target.component, target.slot.name, view).current !== this.#versionOf(target)
    );
    return new Set(lost.map(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component)));
  }
  /** What the waves before have. */
  #before(index) {
    const environments = this.#group.waves.slice(0, index).flat();
    return this.#targets.filter((one) => environments.includes(one.slot.name) && !this.#records.isStopped(one));
  }
  /** Whether a place has the version and nothing is left to do there. */
  #isSettled(target) {
    const { ref, current, entry } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(target.component, target.slot.name, this.#view);
    if (current !== this.#versionOf(target) || !(0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__/* .speaksOf */ .Tq)(entry, ref?.object) || entry.version !== current) {
      return false;
    }
    return entry.status === "healthy" || entry.status === "deployed" && this.#gateOf(target) === void 0;
  }
  #gateOf({ slot }) {
    return (0,_with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_17__/* .gatePolicyOf */ .f)(this.#session.config.environments[slot.name]?.gate);
  }
  #versionOf({ component }) {
    return this.#wanted.version(component, this.#view);
  }
  #called(index) {
    return `Wave ${index + 1} of ${this.#group.waves.length}`;
  }
};

// src/commands/verify.ts
var AT_ONCE = 8;
var Verifier = class {
  #session;
  #ports;
  /** What has passed. */
  #passed = /* @__PURE__ */ new Set();
  constructor(session, ports) {
    this.#session = session;
    this.#ports = ports;
  }
  /** The environment that has to have a version before another one gets it; undefined where there is none. */
  environmentFor(environment) {
    return this.#session.config.environments[environment]?.verify?.environment;
  }
  /**
   * Checks versions that are about to be put somewhere.
   * @param view with the entries of the environments that have to have them
   * @throws TagshipErrors `verify-unmet`, `verify-failed`, `input-missing` with everything that stands in the way
   */
  async check(choices, view) {
    const claims = choices.flatMap((choice) => {
      const policy = this.#session.config.environments[choice.situation.environment]?.verify;
      return policy === void 0 ? [] : [{ choice, policy }];
    });
    const asked = claims.filter((claim) => !this.#passed.has(keyOf(claim)));
    const unmet = asked.flatMap(({ choice, policy }) => unmetBy(choice, policy, view) ?? []);
    if (unmet.length > 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .TagshipErrors */ .g0(unmet);
    }
    if (asked.length === 0) {
      return;
    }
    await this.#ports.journal.group("Verify", async () => {
      const questions = asked.flatMap((claim) => claim.policy.probes.map((probe) => ({ claim, probe })));
      const problems = [];
      for (let at = 0; at < questions.length; at += AT_ONCE) {
        const answers = questions.slice(at, at + AT_ONCE).map(({ claim, probe }) => this.#ask(claim, probe, view));
        problems.push(...(await Promise.all(answers)).flatMap((problem) => problem ?? []));
      }
      if (problems.length > 0) {
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .TagshipErrors */ .g0(problems);
      }
    });
    for (const claim of asked) {
      this.#passed.add(keyOf(claim));
    }
  }
  /** Asks until the answer is as it should be, or the attempts are used up. */
  async #ask({ choice, policy }, probe, view) {
    const { clock, journal } = this.#ports;
    const probes = await this.#ports.probes();
    const { component, environment, current } = choice.situation;
    const { ref, entry } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(component, policy.environment, view);
    const { attempts, intervalMs } = (0,_with_domain_verify_js__WEBPACK_IMPORTED_MODULE_13__/* .patienceOf */ .Hw)(probe);
    const at = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__/* .speaksOf */ .Tq)(entry, ref?.object) && entry.at !== null ? Date.parse(entry.at) : clock.now();
    const since = Math.min(at, clock.now());
    const what = `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component)} ${choice.version}`;
    for (let attempt = 1; ; attempt++) {
      const elapsed = clock.now() - since;
      const subject = {
        component,
        environment: policy.environment,
        version: choice.version,
        previous: current,
        since,
        elapsed
      };
      const { query, tookMs, wrong } = await probes.ask(probe, subject);
      const took = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_16__/* .duration */ .p0)(tookMs);
      journal.info(`${what} in ${policy.environment}: ${query}: ${wrong ?? "as it should be"} (${took}).`);
      if (wrong === void 0) {
        return void 0;
      }
      if (attempt >= attempts) {
        const times = attempts === 1 ? "" : `, in ${attempts} attempts`;
        return new _with_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .TagshipError */ .bP(
          "verify-failed",
          `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component)}\` ${choice.version} is not put into \`${environment}\`, since a probe of \`${policy.environment}\` failed${times}. \`${query.replaceAll("`", "'")}\`: ${sentence(wrong)} Nothing has moved.`,
          `Find out what is wrong in \`${policy.environment}\`, then promote again.`
        );
      }
      await clock.sleep(intervalMs);
    }
  }
};
function sentence(clause) {
  return /[.!?…]$/.test(clause) ? clause : `${clause}.`;
}
function keyOf({ choice, policy }) {
  const { situation, version, commit } = choice;
  return JSON.stringify([(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(situation.component), version, commit, policy]);
}
function unmetBy({ situation, version, commit }, { environment }, view) {
  const { component } = situation;
  const { ref, current } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(component, environment, view);
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component));
  const stands = ref === void 0 || tags === void 0 ? void 0 : view.versionOf(tags, ref)?.held ?? ref.commit;
  if (current === version && stands === commit) {
    return void 0;
  }
  const has = ref === void 0 ? "which does not have it" : `which runs ${current ?? "no version"}`;
  const other = current === version ? "which runs it from another commit" : has;
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_20__/* .TagshipError */ .bP(
    "verify-unmet",
    `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component)}\` ${version} has to be in \`${environment}\` before it is put into \`${situation.environment}\`, so that it can be verified there, ${other}.`,
    `Put it there first, for example: ${(0,_with_domain_verify_js__WEBPACK_IMPORTED_MODULE_13__/* .promoteCommand */ .OO)(component, environment, version)}.`
  );
}

// src/commands/promote.ts
async function promote(request, settings, ports) {
  const started = ports.clock.now();
  const { source } = request;
  const { session, view, targets } = await ports.journal.group(
    "Read the ledger and the tags",
    () => _with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__/* .Session */ .Nn.open(settings, ports, (listing, config) => promotable(request, listing, config), {
      prefixes: (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__/* .tagPrefixes */ .$0)(request.patterns),
      moves: true,
      hints: { slots: ["version" in source ? source.version : source.from] }
    })
  );
  const opened = { session, view, targets };
  return await (0,_with_guard_gate_rollback_js__WEBPACK_IMPORTED_MODULE_3__/* .finishingRollbacks */ .nm)(opened, ports, () => promoteOpened(request, opened, settings, ports, started));
}
async function promoteOpened(request, { session, view, targets }, settings, ports, started) {
  const { environment } = request;
  const verifier = new Verifier(session, ports);
  const wanted = wantedOf(request);
  const group = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__/* .groupOf */ .F8)(session.config.groups, environment);
  if (group !== void 0) {
    const watching = { ...ports, metrics: await ports.metrics() };
    return await promoteGroup(group, wanted, { session, view, targets, verifier }, settings, watching, started);
  }
  await (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__/* .refuseMisspelt */ .q5)(environment, targets, session, view);
  const choose = async (now, some = targets) => await (0,_with_commands_promotion_js__WEBPACK_IMPORTED_MODULE_2__/* .choosePromotions */ .i)(session, now, some, wanted, settings, verifier);
  const canary = session.config.environments[environment]?.canary;
  if (canary !== void 0) {
    const { rollOut } = await __webpack_require__.e(/* import() */ 3597).then(__webpack_require__.bind(__webpack_require__, 3597));
    return await rollOut(session, view, targets, environment, canary, choose, settings, ports, started);
  }
  const decide = async (now) => {
    return { kind: "promote", removals: [], choices: await choose(now) };
  };
  return await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .moveAndReport */ .b4)("promote", session, view, targets, decide, settings, ports, started);
}
function wantedOf({ source, why }) {
  return "version" in source ? { version: () => source.version, why: why ?? "the version that was named" } : {
    version: (component, view) => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(component, source.from, view).current ?? "",
    environments: [source.from],
    why: `what \`${source.from}\` runs`
  };
}
function promotable({ patterns, environment, source }, listing, config) {
  const group = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__/* .groupOf */ .F8)(config?.groups ?? {}, environment);
  const places = group === void 0 ? [environment] : (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentsIn */ .Ib)(group);
  const chosen = /* @__PURE__ */ new Map();
  for (const selection of (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__/* .select */ .Lt)(patterns, listing)) {
    const { pattern, exact, components } = selection;
    const usable = "from" in source ? components.filter(({ environments }) => environments.has(source.from)) : components;
    if (usable.length === 0 || exact && !usable.some(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component) === pattern)) {
      const remedy = "Name a `version` instead, or an environment that it has a tag for.";
      throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__/* .nowhereIn */ .co)("from" in source ? source.from : environment, selection, listing, remedy);
    }
    for (const { component } of usable) {
      chosen.set((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component), component);
    }
  }
  return [...chosen.values()].flatMap((component) => places.map((place) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentTarget */ .rW)(component, place)));
}




/***/ })

};

export const id = 3597;
export const ids = [3597];
export const modules = {

/***/ 3597:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollOut: () => (/* binding */ rollOut)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_guard_guard_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6914);
/* harmony import */ var _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5741);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9865);
/* harmony import */ var _with_guard_subject_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(611);
/* harmony import */ var _with_gate_why_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5635);
/* harmony import */ var _with_gate_rows_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4460);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3339);
/* harmony import */ var _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8039);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9572);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3185);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8045);
/* harmony import */ var _with_engine_content_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8033);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2240);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(99);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1092);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(8540);
/* harmony import */ var _with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(9668);
/* harmony import */ var _with_domain_access_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(8790);
/* harmony import */ var _with_rollout_steps_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(6396);
/* harmony import */ var _with_engine_move_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(4439);
/* harmony import */ var _with_engine_sound_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(9687);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(3586);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_metadata_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(1533);
/* harmony import */ var _with_domain_config_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(8625);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(7271);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(663);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(4385);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(2348);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(8962);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(4301);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(4923);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(5524);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_45__ = __webpack_require__(8659);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_46__ = __webpack_require__(1006);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_47__ = __webpack_require__(9325);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_48__ = __webpack_require__(2515);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_49__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_50__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__ = __webpack_require__(9133);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_52__ = __webpack_require__(3798);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_53__ = __webpack_require__(61);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_54__ = __webpack_require__(8130);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_55__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_56__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_57__ = __webpack_require__(2591);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_58__ = __webpack_require__(3367);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_59__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_60__ = __webpack_require__(8071);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_61__ = __webpack_require__(1592);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_62__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_63__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_64__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

































































// src/commands/rollout/arm.ts
function rolloutOf({ id, version, live, ended, share, steps }, environment, rule) {
  return {
    component: id,
    environment,
    canary: rule.environment,
    version,
    live,
    verdict: ended?.verdict,
    why: ended?.why ?? "",
    share,
    steps,
    planned: rule.steps
  };
}
async function refuseTaken(session, view, environment, arms) {
  const rules = session.config.environments;
  const { planSettings } = await session.placement(view);
  const here = [...planSettings.populations.values()].find((all) => all.has(environment)) ?? /* @__PURE__ */ new Set();
  const takers = new Map(
    (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_25__/* .livingShares */ .us)(view.tags, view.shares, rules, (name) => here.has(name)).map((one) => [
      (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_25__/* .shareKey */ .tZ)(one.component, one.environment, rules),
      { id: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(one.component), environment: one.environment }
    ])
  );
  const problems = [];
  for (const { component, id } of arms) {
    const key = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_25__/* .shareKey */ .tZ)(component, environment, rules);
    const taker = key === void 0 ? void 0 : takers.get(key);
    if (taker !== void 0 && (taker.id !== id || taker.environment !== environment)) {
      problems.push(
        new _with_errors_js__WEBPACK_IMPORTED_MODULE_63__/* .TagshipError */ .bP(
          "canary-taken",
          `The key \`${key}\` holds the share of one canary at a time, and that is \`${taker.id}\` in \`${taker.environment}\` now, so \`${id}\` cannot begin.`,
          "Wait until it has ended, or name a `key` with `{type}` and `{name}` under `canary` in the configuration."
        )
      );
    }
    takers.set(key, { id, environment });
  }
  if (problems.length > 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_63__/* .TagshipErrors */ .g0(problems);
  }
}

// src/commands/rollout/beside-live.ts
var NOTHING = { canary: _with_gate_words_js__WEBPACK_IMPORTED_MODULE_9__/* .NO_COUNTS */ .lZ, live: _with_gate_words_js__WEBPACK_IMPORTED_MODULE_9__/* .NO_COUNTS */ .lZ };
var BesideLive = class {
  #metrics;
  #liveOf;
  #latest = /* @__PURE__ */ new Map();
  #bases = /* @__PURE__ */ new Map();
  constructor(metrics, liveOf) {
    this.#metrics = metrics;
    this.#liveOf = liveOf;
  }
  /** From now on is counted for the next step. */
  nextStep() {
    this.#bases = new Map(this.#latest);
  }
  async check(metric, subject) {
    const { canary, live } = this.#both(subject);
    const advice = [
      ...await this.#metrics.check(metric, canary),
      ...metric.limit.kind === "counts" ? await this.#metrics.check(metric, live) : []
    ];
    return [...new Set(advice)];
  }
  async measure(metric, subject) {
    const { canary, live } = this.#both(subject);
    const own = await this.#metrics.measure(metric, canary);
    if (own.reading.kind !== "counts") {
      return own;
    }
    const other = await this.#metrics.measure(metric, live);
    const queries = [...own.queries, ...other.queries];
    const notes = [...own.notes ?? [], ...other.notes ?? []];
    return { queries, reading: this.#compared(metric, subject, own.reading, other.reading), notes };
  }
  #compared(metric, subject, own, other) {
    switch (other.kind) {
      case "counts": {
        const key = JSON.stringify([metric.name, (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(subject.component)]);
        this.#latest.set(key, { canary: own, live: other });
        const base = this.#bases.get(key) ?? NOTHING;
        const { partial } = other;
        return {
          ...own,
          ...(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_9__/* .increase */ .N)(base.canary, own),
          control: (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_9__/* .increase */ .N)(base.live, other),
          ...partial === true ? { partial } : {}
        };
      }
      case "value":
        return { kind: "failed", why: "of what is live: the answer is one number, not the failed and all requests" };
      default:
        return { ...other, why: `of what is live: ${other.why}` };
    }
  }
  #both(subject) {
    const { environment, version } = this.#liveOf(subject);
    return {
      canary: { ...subject, environment, previous: version },
      live: { ...subject, environment, version, previous: void 0 }
    };
  }
};

// src/commands/rollout/rollout.ts
async function rollOut(session, view, targets, environment, rule, chooseLive, settings, ports, started) {
  const choices = await chooseLive(view);
  const gate = (0,_with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_47__/* .gatePolicyOf */ .f)(session.config.environments[environment]?.gate);
  const slow = choices.filter(({ situation: { ref } }) => ref !== void 0);
  if (slow.length > 0 && gate === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_63__/* .TagshipError */ .bP(
      "gate-missing",
      `\`${environment}\` has a canary, but no gate that could judge it.`,
      `Describe one under \`environments.${environment}.gate\` in the configuration.`
    );
  }
  const policy = gate === void 0 ? void 0 : (0,_with_rollout_steps_js__WEBPACK_IMPORTED_MODULE_20__/* .stepPolicy */ .LD)(gate, rule);
  const problems = policy === void 0 || slow.length === 0 ? [] : (0,_with_rollout_steps_js__WEBPACK_IMPORTED_MODULE_20__/* .alikeForAll */ .Hl)(policy);
  if (problems.length > 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_63__/* .TagshipErrors */ .g0(problems);
  }
  const metrics = policy === void 0 || settings.dryRun ? void 0 : await ports.metrics();
  return await new Rollout(
    session,
    targets,
    environment,
    rule,
    policy,
    chooseLive,
    settings,
    ports,
    metrics,
    started
  ).run(view, choices);
}
var Rollout = class {
  #session;
  #targets;
  #environment;
  #rule;
  #policy;
  #chooseLive;
  #settings;
  #ports;
  #started;
  #keeper;
  #beside;
  #reports = [];
  #notices = [];
  #failures = [];
  #arms = [];
  #ahead = 0;
  constructor(session, targets, environment, rule, policy, chooseLive, settings, ports, metrics, started) {
    this.#session = session;
    this.#targets = targets;
    this.#environment = environment;
    this.#rule = rule;
    this.#policy = policy;
    this.#chooseLive = chooseLive;
    this.#settings = settings;
    this.#ports = ports;
    this.#started = started;
    if (metrics !== void 0) {
      this.#beside = new BesideLive(metrics, ({ component }) => ({ environment, version: this.#liveOf(component) }));
      const all = { ...ports, metrics: this.#beside };
      this.#keeper = new _with_guard_guard_js__WEBPACK_IMPORTED_MODULE_1__/* .Gatekeeper */ .ys({ failOnRollback: true }, settings, session, all);
    }
  }
  async run(view, choices) {
    const slow = choices.filter(({ situation: { ref } }) => ref !== void 0);
    this.#arms = slow.map((choice) => this.#armOf(choice, view));
    await refuseTaken(this.#session, view, this.#environment, this.#arms);
    await this.#checkMetrics();
    const begun = await this.#begin(view, choices);
    if (!this.#settings.dryRun) {
      await this.#steps(begun);
    }
    return this.#report();
  }
  #armOf({ situation, version }, view) {
    const { component, current, ref } = situation;
    const arm = { component, id: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(component), version, live: current, canaryRef: void 0 };
    const placed = this.#shareOf(component, view);
    const isOf = placed?.version === version;
    return {
      ...arm,
      liveRef: ref ?? { name: "", object: "", commit: "" },
      share: isOf ? placed.share : 0,
      isWatched: false,
      steps: [],
      ended: void 0
    };
  }
  #liveOf(component) {
    return this.#arms.find(({ id }) => id === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(component))?.live ?? "";
  }
  #shareOf(component, view) {
    const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(component));
    return tags === void 0 ? void 0 : (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_25__/* .liveShare */ .Yi)(tags, this.#environment, this.#rule, view.shares);
  }
  /** What is wrong with a metric is found before anything moves. */
  async #checkMetrics() {
    const policy = this.#policy;
    if (this.#beside !== void 0 && policy !== void 0) {
      const { clock: clock2 } = this.#ports;
      const asked = this.#arms.map(({ component, version }) => {
        return { component, environment: this.#environment, version, previous: void 0, policy, since: clock2.now() };
      });
      const advice = await (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .checkMetrics */ .Ux)(asked, this.#beside, clock2);
      this.#notices.push(...advice.map((message) => ({ level: "notice", message })));
    }
    const clock = this.#arms.length === 0 ? void 0 : await this.#keeper?.measureClock();
    this.#ahead = clock?.ahead ?? 0;
    this.#notices.push(...clock?.notices ?? []);
  }
  /** Ends canaries of other versions, and moves the tags of the canaries; what was never live goes live at once. */
  async #begin(view, choices) {
    let now = await this.#endOthers(view);
    const first = choices.filter(({ situation: { ref } }) => ref === void 0);
    if (first.length > 0 || this.#arms.length === 0) {
      const ids = new Set(first.map(({ situation }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(situation.component)));
      const isFirst = ({ component }) => ids.has((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(component));
      const targets = this.#arms.length === 0 ? this.#targets : this.#targets.filter(isFirst);
      now = await this.#move(now, targets, async (seen) => {
        const chosen = await this.#chooseLive(seen, targets.filter(isFirst));
        return { kind: "promote", removals: [], choices: chosen.filter(({ situation: { ref } }) => ref === void 0) };
      });
      this.#notices.push(
        ...first.map(({ situation: { component }, version }) => {
          const message = `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(component)}\` ${version} is the first one in \`${this.#environment}\`, so it went live without a canary.`;
          return { level: "notice", message };
        })
      );
    }
    if (this.#arms.length === 0) {
      return now;
    }
    const canaries = this.#arms.map(({ component }) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_25__/* .environmentTarget */ .rW)(component, this.#rule.environment));
    return await this.#move(now, canaries, async (seen) => {
      const wanted = [...new Set(this.#arms.map(({ version }) => version))];
      await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_21__/* .anchorRemembered */ .qr)(this.#session, seen, canaries, wanted);
      const chosen = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_21__/* .chooseAll */ .z)(
        this.#arms,
        ({ component, version }) => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_21__/* .choosePromotion */ .vz)(
          (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_21__/* .stateOf */ .L4)(component, this.#rule.environment, seen),
          version,
          void 0,
          this.#settings.overrides,
          `the canary of \`${this.#environment}\``
        )
      );
      return { kind: "promote", removals: [], choices: chosen };
    });
  }
  /** What users get of another version ends first: what its canary's tag stands for next is not for them yet. */
  async #endOthers(view) {
    const isOther = ({ component }, now2) => {
      const arm = this.#arms.find(({ id }) => id === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(component));
      const placed = this.#shareOf(component, now2);
      return placed !== void 0 && placed.version !== arm?.version;
    };
    const others = this.#targets.filter((target) => isOther(target, view));
    if (others.length === 0 || this.#settings.dryRun) {
      return view;
    }
    const now = await this.#share(
      view,
      others,
      (seen) => others.flatMap((target) => isOther(target, seen) ? this.#shareTo(target.component, 0, 0, seen) : [])
    );
    const names = others.map(({ component }) => `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(component)}\``).join(", ");
    this.#notices.push({
      level: "warning",
      message: `Another canary was ended first, so no user of \`${this.#environment}\` gets it any more: ${names}.`
    });
    if (this.#arms.length === 0) {
      return now;
    }
    const wait = this.#policy?.initialDelayMs ?? 0;
    this.#ports.journal.info(`Waiting ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_57__/* .duration */ .p0)(wait)} until no reader takes the canary for the one before.`);
    await this.#ports.clock.sleep(wait);
    return await this.#look();
  }
  async #look() {
    return (await this.#session.observe(this.#pair())).view;
  }
  /** Both targets of everything that is on its way. */
  #pair() {
    return this.#targets.flatMap(
      ({ component }) => [this.#environment, this.#rule.environment].map((name) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_25__/* .environmentTarget */ .rW)(component, name))
    );
  }
  /** Moves tags, and takes what came of it into the report. */
  async #move(view, targets, decide) {
    const outcome = await this.#ports.cancellation.shield(
      () => (0,_with_engine_sound_js__WEBPACK_IMPORTED_MODULE_22__/* .showingFailure */ .y3)(
        this.#session,
        targets,
        view.refs.head,
        "promote",
        this.#ports,
        () => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_21__/* .move */ .Cy)(this.#session, view, targets, decide)
      )
    );
    const report = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_21__/* .reportMove */ .Q6)(
      "promote",
      this.#session,
      view,
      targets,
      outcome,
      this.#settings,
      this.#ports,
      this.#started
    );
    this.#reports.push(report);
    if (outcome.kind === "superseded") {
      const ids = new Set(targets.map(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(component)));
      for (const arm of this.#open.filter(({ id }) => ids.has(id))) {
        arm.ended = { verdict: "superseded", why: `The tag \`${outcome.tag}\` was moved by somebody else meanwhile.` };
      }
      return await this.#look();
    }
    return outcome.view;
  }
  /** Writes shares into the ledger, and then to KV. */
  async #share(view, targets, sharesFor) {
    const both = targets.flatMap(
      ({ component }) => [this.#environment, this.#rule.environment].map((name) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_25__/* .environmentTarget */ .rW)(component, name))
    );
    const decide = async (now) => {
      return { kind: "promote", choices: [], removals: [], shares: sharesFor(now) };
    };
    const outcome = await this.#ports.cancellation.shield(() => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_21__/* .move */ .Cy)(this.#session, view, both, decide));
    return outcome.kind === "superseded" ? await this.#look() : this.#took(outcome);
  }
  #took(outcome) {
    this.#reports.push({
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_42__/* .nothingDone */ .mh)("promote", this.#settings, (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_42__/* .warnings */ .AR)(outcome.warnings)),
      ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_42__/* .ledgerReport */ .gM)(this.#session, outcome.ledger),
      keys: outcome.keys,
      changed: true,
      rounds: outcome.rounds,
      failures: outcome.failures
    });
    return outcome.view;
  }
  #shareTo(component, share, step, view) {
    const environments = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_51__/* .componentId */ .nV)(component))?.environments;
    const [tag, live] = [environments?.get(this.#rule.environment), environments?.get(this.#environment)];
    return tag === void 0 || live === void 0 ? [] : [{ component, environment: this.#rule.environment, of: this.#environment, share, step, tag, live }];
  }
  async #steps(begun) {
    const since = this.#ports.clock.now();
    let view = begun;
    try {
      for (const arm of this.#arms) {
        arm.canaryRef = this.#canaryRef(arm, view);
      }
      while (this.#open.length > 0) {
        view = await this.#finish(await this.#raise(view));
        await this.#watch(view, since);
        view = this.#open.length === 0 ? view : await this.#look();
      }
    } catch (error) {
      const left = this.#open.map(({ id, share }) => `\`${id}\` at ${share} %`).join(", ");
      const [first] = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_63__/* .knownErrors */ .vI)(error);
      const isCancelled = first?.code === "cancelled";
      this.#failures.push(
        ...(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_63__/* .inContext */ .Vc)(
          error,
          (what) => isCancelled ? `The run was cancelled. Users of \`${this.#environment}\` still get the canary: ${left || "none"}.` : `The canary stopped (${left || "none is left"}): ${what}`,
          (remedy) => isCancelled ? "Run `promote` for the same version again to go on, or `rollback` with `percentage: 0` to end it." : remedy
        )
      );
      for (const arm of this.#open) {
        arm.ended = { verdict: void 0, why: first?.what ?? "" };
        if (arm.share > 0 && arm.steps.at(-1)?.share !== arm.share) {
          arm.steps.push({ step: (0,_with_rollout_steps_js__WEBPACK_IMPORTED_MODULE_20__/* .stepOf */ .cg)(this.#rule.steps, arm.share), share: arm.share, gate: void 0 });
        }
      }
    }
  }
  get #open() {
    return this.#arms.filter(({ ended }) => ended === void 0);
  }
  #canaryRef({ id, component, version }, view) {
    const { ref, current, entry } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_21__/* .stateOf */ .L4)(component, this.#rule.environment, view);
    return current === version && entry?.tag === ref?.object && view.tags.has(id) ? ref : void 0;
  }
  /** Whether everything is as this run left it: nobody moved a tag, and nobody changed the share. */
  #isOwn(arm, now) {
    const environments = now.tags.get(arm.id)?.environments;
    return arm.canaryRef !== void 0 && environments?.get(this.#rule.environment)?.object === arm.canaryRef.object && environments.get(this.#environment)?.object === arm.liveRef.object && (this.#shareOf(arm.component, now)?.share ?? 0) === arm.share;
  }
  #supersede(view) {
    for (const arm of this.#open) {
      if (!this.#isOwn(arm, view)) {
        const why = `A tag of \`${arm.id}\`, or the share of its canary, was changed by somebody else meanwhile.`;
        this.#notices.push({ level: "notice", message: `${why} This run goes on with it no more.` });
        arm.ended = { verdict: "superseded", why };
        arm.share = this.#shareOf(arm.component, view)?.share ?? 0;
      }
    }
  }
  /** Gives the next part of the users what is ready for it. */
  async #raise(view) {
    this.#supersede(view);
    const raises = this.#open.flatMap((arm) => {
      const next = (0,_with_rollout_steps_js__WEBPACK_IMPORTED_MODULE_20__/* .nextAction */ .Gj)(this.#rule.steps, arm.share, arm.isWatched);
      return next.kind === "raise" ? [{ arm, next }] : [];
    });
    if (raises.length === 0) {
      return view;
    }
    let given = raises;
    const targets = raises.map(({ arm: { component } }) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_25__/* .environmentTarget */ .rW)(component, this.#environment));
    const now = await this.#share(view, targets, (seen) => {
      given = raises.filter(({ arm }) => this.#isOwn(arm, seen));
      return given.flatMap(({ arm, next }) => this.#shareTo(arm.component, next.share, next.step, seen));
    });
    for (const { arm, next } of given) {
      arm.share = next.share;
      arm.isWatched = false;
    }
    this.#supersede(now);
    const shown = given.filter(({ arm }) => arm.ended === void 0);
    for (const { arm, next } of shown) {
      const all = this.#rule.steps.length;
      this.#ports.journal.info(
        `Step ${next.step} of ${all}: ${arm.id} ${arm.version} for ${next.share} % of ${this.#environment}.`
      );
      const commit = arm.canaryRef?.commit ?? "";
      const { environment } = this.#rule;
      const shownTo = { component: arm.id, version: arm.version, share: next.share, of: this.#environment };
      this.#notices.push(...await (0,_with_engine_sound_js__WEBPACK_IMPORTED_MODULE_22__/* .showShare */ .zY)(this.#session, environment, commit, shownTo, this.#ports));
    }
    return now;
  }
  /** Watches everything at its share. */
  async #watch(view, since) {
    const { clock } = this.#ports;
    const judged = this.#open.flatMap((arm) => this.#judged(arm, view, since));
    if (judged.length === 0 || this.#keeper === void 0) {
      return;
    }
    const before = this.#keeper.gates.length;
    const good = await this.#keeper.watch(judged, view, clock.now());
    const gates = this.#keeper.gates.slice(before);
    for (const arm of this.#open) {
      const gate = gates.find(({ component }) => component === arm.id);
      arm.steps.push({ step: (0,_with_rollout_steps_js__WEBPACK_IMPORTED_MODULE_20__/* .stepOf */ .cg)(this.#rule.steps, arm.share), share: arm.share, gate });
      arm.isWatched = good.some(({ id }) => id === arm.id);
      if (!arm.isWatched) {
        arm.ended = { verdict: gate?.verdict, why: gate?.why ?? "It could not be watched." };
        arm.share = gate?.rolledBackTo === void 0 ? arm.share : 0;
      }
    }
    this.#beside?.nextStep();
  }
  #judged(arm, view, since) {
    const target = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_25__/* .environmentTarget */ .rW)(arm.component, this.#rule.environment);
    if (this.#policy === void 0) {
      return [];
    }
    const judged = (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_4__/* .judgedOf */ .B8)(target, this.#policy, view, this.#session, this.#ports.clock.now(), this.#ahead);
    const live = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_21__/* .stateOf */ .L4)(arm.component, this.#environment, view);
    if (typeof judged === "string" || arm.live === void 0 || live.ref === void 0) {
      return [];
    }
    const tags = view.tags.get(arm.id);
    const held = tags === void 0 ? void 0 : view.versionOf(tags, live.ref)?.held;
    const beside = {
      environment: this.#environment,
      ref: arm.liveRef,
      version: arm.live,
      commit: held ?? arm.liveRef.commit,
      share: arm.share
    };
    return [{ ...judged, since, previous: arm.live, beside }];
  }
  /** What went through all steps goes live: the tag moves and the share ends in one push. */
  async #finish(view) {
    const done = this.#open.filter(
      ({ share, isWatched }) => (0,_with_rollout_steps_js__WEBPACK_IMPORTED_MODULE_20__/* .nextAction */ .Gj)(this.#rule.steps, share, isWatched).kind === "finish"
    );
    if (done.length === 0) {
      return view;
    }
    let going = done;
    const targets = done.map(({ component }) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_25__/* .environmentTarget */ .rW)(component, this.#environment));
    const now = await this.#move(view, targets, async (seen) => {
      going = done.filter((arm) => this.#isOwn(arm, seen));
      const some = going.map(({ component }) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_25__/* .environmentTarget */ .rW)(component, this.#environment));
      const choices = await this.#chooseLive(seen, some);
      return {
        kind: "promote",
        removals: [],
        choices: choices.map((choice) => ({ ...choice, why: "what its canary was healthy with" }))
      };
    });
    for (const arm of going.filter(({ ended }) => ended === void 0)) {
      arm.ended = { verdict: "healthy", why: `All users of \`${this.#environment}\` have it.` };
      arm.share = 0;
    }
    this.#supersede(now);
    return now;
  }
  #report() {
    const rollouts = this.#arms.map((arm) => rolloutOf(arm, this.#environment, this.#rule));
    const watched = this.#keeper?.report([], this.#started);
    const merged = (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_42__/* .combined */ .yX)([...this.#reports, ...watched === void 0 ? [] : [watched]]);
    return {
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_42__/* .nothingDone */ .mh)("promote", this.#settings, [], this.#ports.clock.now() - this.#started),
      ...merged,
      ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_42__/* .ledgerReport */ .gM)(this.#session, this.#session.lastLedger),
      verdict: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_42__/* .worstVerdict */ .zP)([...rollouts, ...this.#reports]),
      rollouts,
      failures: [...merged.failures, ...this.#failures],
      notices: [...this.#notices, ...merged.notices]
    };
  }
};



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
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2459);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3367);
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
  const bakeMs = (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_2__/* .milliseconds */ .Rz)(rule["step-time"], gate.bakeMs);
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
    ({ limit, source }) => limit.kind === "counts" && !(0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_1__/* .textsOf */ .CB)(source).some(({ text }) => text.includes("{version}"))
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

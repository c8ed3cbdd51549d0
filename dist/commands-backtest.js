export const id = 6986;
export const ids = [6986];
export const modules = {

/***/ 6986:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   backtest: () => (/* binding */ backtest)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_backtest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7835);
/* harmony import */ var _with_commands_history_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(548);
/* harmony import */ var _with_gate_verdict_reasons_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8588);
/* harmony import */ var _with_gate_rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4460);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3339);
/* harmony import */ var _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8039);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9572);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3185);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4599);
/* harmony import */ var _with_engine_content_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8033);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2240);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(99);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1092);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(4206);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(7271);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(663);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(4385);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(2348);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(8962);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(4301);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(4923);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(8130);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(2591);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(3798);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_45__ = __webpack_require__(9325);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_46__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_47__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_48__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_49__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_50__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_51__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_52__ = __webpack_require__(8071);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_53__ = __webpack_require__(1592);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_54__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_55__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_56__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

























































// src/commands/backtest.ts
var DEFAULT_DAYS = 30;
var MAX_DEPLOYS = 100;
var AT_ONCE = 4;
var TRIES = 3;
var LONGEST_WAIT_MS = 3e4;
async function backtest(request, settings, ports) {
  const { clock, journal, metrics } = ports;
  const started = clock.now();
  const { environment, patterns = [] } = request;
  const { session, view } = await journal.group(
    "Read the ledger",
    () => _with_engine_session_js__WEBPACK_IMPORTED_MODULE_8__/* .Session */ .Nn.open(settings, ports, () => [], { tags: "without-ledger" })
  );
  const now = Math.max(Math.floor(started / 1e3), view.ledger?.time ?? 0);
  const [since, until] = [request.since ?? now - DEFAULT_DAYS * 24 * 60 * 60, request.until ?? now];
  const past = new _with_commands_history_js__WEBPACK_IMPORTED_MODULE_2__/* .Past */ .hO(session, view, now, environment);
  await past.refuseUnknown(environment);
  const policy = (0,_with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_45__/* .gatePolicyOf */ .f)(session.config.environments[environment]?.gate);
  if (policy === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_55__/* .TagshipError */ .bP(
      "gate-missing",
      `The environment \`${environment}\` has no gate to replay.`,
      `Describe one under \`environments.${environment}.gate\` in the configuration on the default branch.`
    );
  }
  const { asked, left } = (0,_with_domain_backtest_js__WEBPACK_IMPORTED_MODULE_1__/* .pastMetrics */ .Wh)(policy);
  if (asked.length === 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_55__/* .TagshipError */ .bP(
      "metric-unusable",
      `No metric of the gate of \`${environment}\` can be asked for a past time: ${namesOf(left)}.`,
      "Prometheus can be asked. Any other metric has to name the time it is asked for, by `{now}` beside `{since}`."
    );
  }
  const commits = view.ledger === void 0 ? [] : await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_5__/* .commitsFrom */ .n3)(session.repository, view.ledger, { since });
  const matchers = patterns.map(_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_38__/* .globMatcher */ .fU);
  const found = (0,_with_domain_backtest_js__WEBPACK_IMPORTED_MODULE_1__/* .deploysOf */ .o)(
    commits,
    ({ component, environment: place }) => place === environment && component.prefix === "components" && (matchers.length === 0 || matchers.some((matches) => matches((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_50__/* .componentId */ .nV)(component))))
  ).filter(({ at }) => at <= until * 1e3);
  const silent = patterns.filter(
    (pattern) => !found.some(({ component }) => (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_38__/* .globMatcher */ .fU)(pattern)((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_50__/* .componentId */ .nV)(component)))
  );
  await past.refuseUnknownComponents(silent.filter((pattern) => !(0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_38__/* .isGlob */ .fg)(pattern)));
  const deploys = found.slice(0, MAX_DEPLOYS);
  const replayer = new Replayer(policy, asked, started, metrics, clock);
  const { advice, failures, usable } = await replayer.check(deploys);
  const lines = [];
  for (let i = 0; i < usable.length; i += AT_ONCE) {
    const some = await Promise.all(usable.slice(i, i + AT_ONCE).map((deploy) => replayer.replay(deploy)));
    for (const line of some) {
      const { deploy, verdict } = line;
      journal.info(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_50__/* .componentId */ .nV)(deploy.component)} ${deploy.version} of ${(0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_9__/* .isoTime */ .L)(deploy.at / 1e3)}: ${verdict}.`);
      lines.push(line);
    }
  }
  const more = commits.reduce((sum, { message }) => sum + message.more, 0);
  return {
    command: "backtest",
    environment,
    since: (0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_9__/* .isoTime */ .L)(since),
    until: (0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_9__/* .isoTime */ .L)(until),
    ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_36__/* .ledgerReport */ .gM)(session, view.ledger),
    policy: { ...policy, metrics: asked },
    lines,
    left,
    failures,
    durationMs: clock.now() - started,
    notices: [
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_36__/* .excludedNotices */ .CW)(view),
      ...left.length === 0 ? [] : (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_36__/* .warnings */ .AR)([
        `Not replayed, since they cannot be asked for a past time: ${namesOf(left)}. The verdicts are those of the other metrics.`
      ]),
      ...advice.map(notice),
      ...silent.map(
        (pattern) => notice(`Nothing that matches \`${pattern}\` was deployed to \`${environment}\` then.`)
      ),
      ...found.length > deploys.length ? (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_36__/* .warnings */ .AR)([
        `Only the latest ${MAX_DEPLOYS} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_43__/* .count */ .U9)(found.length, "deploy")} were replayed. Narrow \`components\`, \`since\` and \`until\` for the others.`
      ]) : [],
      ...more > 0 ? (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_36__/* .warnings */ .AR)([`${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_43__/* .count */ .U9)(more, "move")} of that time are only counted in the ledger and not replayed.`]) : []
    ]
  };
}
function namesOf(metrics) {
  return metrics.map(({ name, source }) => `\`${name}\` (${source.provider})`).join(", ");
}
function notice(message) {
  return { level: "notice", message };
}
var Replayer = class {
  #policy;
  #asked;
  #now;
  #metrics;
  #clock;
  /** @param now milliseconds since the epoch */
  constructor(policy, asked, now, metrics, clock) {
    this.#policy = policy;
    this.#asked = asked;
    this.#now = now;
    this.#metrics = metrics;
    this.#clock = clock;
  }
  /** Finds out before anything is measured what cannot be asked, once for each component. */
  async check(deploys) {
    const advice = /* @__PURE__ */ new Set();
    const failures = /* @__PURE__ */ new Map();
    const unusable = /* @__PURE__ */ new Set();
    const first = new Map(deploys.map((deploy) => [(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_50__/* .componentId */ .nV)(deploy.component), deploy]));
    for (const [id, { component, environment, version, previous, at }] of first) {
      const subject = { component, environment, version, previous, since: at, elapsed: 1e3, past: true };
      for (const metric of this.#asked) {
        try {
          for (const message of await this.#metrics.check(metric, subject)) {
            advice.add(message);
          }
        } catch (error) {
          unusable.add(id);
          for (const one of (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_55__/* .toTagshipErrors */ .XF)(error)) {
            if (one.code === "cancelled") {
              throw error;
            }
            failures.set(one.message, one);
          }
        }
      }
    }
    const usable = deploys.filter(({ component }) => !unusable.has((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_50__/* .componentId */ .nV)(component)));
    return { usable, advice: [...advice], failures: [...failures.values()] };
  }
  /** Watches a deploy again as `guard` does, in a time that passes as fast as the metrics answer. */
  async replay(deploy) {
    const { component, environment, at, next } = deploy;
    const horizon = (0,_with_domain_backtest_js__WEBPACK_IMPORTED_MODULE_1__/* .horizonOf */ .dK)(deploy, this.#policy, this.#now);
    const firstLook = at + this.#policy.initialDelayMs;
    if (horizon.end < firstLook) {
      return lineOf(deploy, cutShort(horizon.why), shortly(deploy, horizon.end, this.#now), horizon.end);
    }
    const policy = (0,_with_domain_backtest_js__WEBPACK_IMPORTED_MODULE_1__/* .replayedPolicy */ .Rw)(this.#policy, this.#asked, at, horizon);
    const target = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_19__/* .environmentTarget */ .rW)(component, environment);
    const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_50__/* .componentId */ .nV)(component);
    const ref = { name: `${component.prefix}/${id}/${environment}`, object: deploy.tag, commit: deploy.commit };
    const { version, previous, commit } = deploy;
    const judged = {
      target,
      component,
      id,
      environment,
      ref,
      version,
      previous,
      commit,
      policy,
      entry: void 0,
      since: at
    };
    const clock = new VirtualClock(at);
    const metrics = {
      check: async () => [],
      measure: (metric, subject) => this.#patiently(() => this.#metrics.measure(metric, { ...subject, past: true }))
    };
    const repository = {
      tips: async (names) => new Map(names.map((name) => [name, deploy.tag])),
      abandon: async () => void 0
    };
    let line;
    await (0,_with_gate_verdict_reasons_js__WEBPACK_IMPORTED_MODULE_3__/* .watchAll */ .R)([judged], at, { metrics, repository, clock, journal: QUIET }, async (watch, ending) => {
      if (ending.kind !== "concluded") {
        throw new RangeError(`A replay cannot end ${ending.kind}.`);
      }
      const { verdict, action, why } = ending.conclusion;
      const cut = verdict === "inconclusive" && horizon.why !== "time" && clock.now() >= horizon.end;
      line = lineOf(
        deploy,
        cut ? cutShort(horizon.why) : verdict,
        cut ? `${shortly(deploy, next?.at ?? this.#now, this.#now)} ${why}` : why,
        clock.now(),
        action === "rollback",
        watch
      );
    });
    if (line === void 0) {
      throw new RangeError("A replay has to end.");
    }
    return line;
  }
  /** A source that asks to be left alone is given that time in ours: in the replay's none passes. */
  async #patiently(ask) {
    for (let tries = 1; ; tries++) {
      const measured = await ask();
      const { reading } = measured;
      if (reading.kind !== "failed" || reading.retryAfterMs === void 0) {
        return measured;
      }
      if (tries === TRIES || reading.retryAfterMs > LONGEST_WAIT_MS) {
        return { ...measured, reading: { kind: "failed", why: reading.why } };
      }
      await this.#clock.sleep(reading.retryAfterMs);
    }
  }
};
function cutShort(why) {
  return why === "replaced" ? "superseded" : "inconclusive";
}
function shortly({ at, next }, end, now) {
  return next === void 0 ? `It is live for ${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_7__/* .roughly */ .vB)(now - at)}, so the gate would still watch.` : `The tag moved on after ${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_7__/* .roughly */ .vB)(end - at)}, before the gate had a verdict.`;
}
function lineOf(deploy, verdict, why, at, wouldRollBack = false, watch) {
  const states = watch?.state.metrics ?? [];
  const rows = watch === void 0 ? [] : (0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(watch.state);
  return {
    deploy,
    verdict,
    wouldRollBack,
    at,
    why,
    breached: states.flatMap(({ metric, tally }) => tally.decision === "breach" ? [metric.name] : []),
    agreement: (0,_with_domain_backtest_js__WEBPACK_IMPORTED_MODULE_1__/* .agreementOf */ .ge)(wouldRollBack || verdict === "breached", verdict === "healthy", deploy),
    metrics: states.flatMap(({ metric: { name }, measurements }) => {
      const row = rows.findLast(({ metric }) => metric === name);
      return row === void 0 ? [] : [{ row, looks: measurements.length }];
    })
  };
}
var VirtualClock = class {
  #now;
  /** @param now milliseconds since the epoch */
  constructor(now) {
    this.#now = now;
  }
  now() {
    return this.#now;
  }
  async sleep(milliseconds) {
    this.#now += milliseconds;
  }
  async within(_, work) {
    return { inTime: true, value: await work() };
  }
  random() {
    return 0.5;
  }
};
var QUIET = {
  group: async (_, work) => await work(),
  info: () => void 0,
  debug: () => void 0
};



/***/ }),

/***/ 548:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AT: () => (/* binding */ stillToCome),
/* harmony export */   Ic: () => (/* binding */ nowOf),
/* harmony export */   b6: () => (/* binding */ history),
/* harmony export */   hO: () => (/* binding */ Past)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3339);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3185);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1215);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8130);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9133);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);









// src/commands/history.ts
var LATEST_COMMITS = 50;
var DAY_SECONDS = 24 * 60 * 60;
async function history(request, settings, ports) {
  const started = ports.clock.now();
  const { when } = request;
  const { session, view } = await ports.journal.group(
    "Read the ledger",
    () => (
      // What was, the ledger tells alone; a repository may have a hundred thousand tags.
      _with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__/* .Session */ .Nn.open(settings, ports, () => [], { tags: when.kind === "now" ? "always" : "without-ledger" })
    )
  );
  const now = nowOf(Math.floor(started / 1e3), view.ledger?.time);
  const matchers = request.patterns?.map(_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_6__/* .globMatcher */ .fU);
  const asks = ({ component, environment }) => (matchers?.some((matches) => matches((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(component))) ?? true) && (request.environment ?? environment) === environment;
  const past = new Past(session, view, now, request.environment);
  await past.refuseUnknown(request.environment);
  const end = when.kind === "at" ? when.at : when.kind === "range" ? when.until ?? now : now;
  const atEnd = await past.stateAt(end, asks);
  const commits = await movesOf(session, view.ledger, when, end);
  const changes = when.kind === "range" ? differences(await past.stateAt(when.since, asks), atEnd) : void 0;
  const told = [...atEnd.map(({ component }) => component), ...commits.flatMap(componentsOf)];
  const pageOf = async () => {
    const { historyPage } = await __webpack_require__.e(/* import() */ 3410).then(__webpack_require__.bind(__webpack_require__, 3410));
    return await historyPage(session, view, {
      since: when.kind === "range" ? when.since : void 0,
      now,
      end,
      asks,
      after: atEnd
    });
  };
  const silent = unmatched(request.patterns ?? [], told);
  await past.refuseUnknownComponents(silent.filter((pattern) => !(0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_6__/* .isGlob */ .fg)(pattern)));
  const page = request.page === void 0 ? void 0 : { path: request.page, ...await pageOf() };
  return {
    command: "history",
    ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_5__/* .ledgerReport */ .gM)(session, view.ledger),
    state: { at: (0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .L)(end), lines: atEnd.flatMap((one) => stateLine(one)) },
    moves: commits.flatMap((commit) => moveLines(commit)).filter((line) => asks(placeOf(line))),
    changes,
    page,
    durationMs: ports.clock.now() - started,
    notices: [
      ...view.ledger === void 0 ? [notice("The repository has no ledger yet: this is what its tags tell. The first move begins one.")] : [],
      ...stillToCome(end, now),
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_5__/* .excludedNotices */ .CW)(view),
      ...when.kind === "now" && view.ledger !== void 0 ? unrecorded(view, atEnd, asks) : [],
      ...silent.map((pattern) => notice(`Nothing that matches \`${pattern}\` ran or moved at that time.`))
    ]
  };
}
function stillToCome(time, now) {
  return time > now ? [notice(`${(0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .L)(time)} is still to come: this is what runs at ${(0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .L)(now)}.`)] : [];
}
function nowOf(ours, ledger = 0) {
  return ledger > ours + DAY_SECONDS ? ours : Math.max(ours, ledger);
}
function componentsOf({ message }) {
  return message.recorded.map(({ component }) => component);
}
function unmatched(patterns, components) {
  return patterns.filter((pattern) => {
    const matches = (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_6__/* .globMatcher */ .fU)(pattern);
    return !components.some((component) => matches((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(component)));
  });
}
var Past = class {
  #session;
  #view;
  #now;
  #environment;
  #seed;
  /**
   * @param now seconds since the epoch
   * @param environment the only one of interest, if it is only one
   */
  constructor(session, view, now, environment) {
    this.#session = session;
    this.#view = view;
    this.#now = now;
    this.#environment = environment;
  }
  /**
   * What ran at a time, in seconds since the epoch. Of the time before the ledger only the tags it began with tell.
   * @param asks what is of interest; the rest is not read
   */
  async stateAt(time, asks = () => true) {
    const { ledger } = this.#view;
    if (ledger === void 0) {
      this.#seed ??= this.#seeded();
      const seed = (await this.#seed).filter(asks);
      return seed.map((one) => ({ ...one, known: time >= this.#now || stoodAt(one.entry, time) }));
    }
    const { repository } = this.#session;
    const snapshot = await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerAt */ .V6)(repository, ledger, time) ?? await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_1__/* .firstLedger */ .Om)(repository, ledger);
    const entries = await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .Mc)(
      snapshot,
      this.#environment === void 0 ? await snapshot.environments() : [this.#environment],
      asks
    );
    return snapshot.time <= time ? entries.map((one) => ({ ...one, known: true })) : entries.filter(({ entry }) => entry.move === "seed").map((one) => ({ ...one, known: stoodAt(one.entry, time) }));
  }
  /** @throws TagshipError `environment-unknown` */
  async refuseUnknown(environment) {
    if (environment === void 0) {
      return;
    }
    const known = new Set(await this.#view.ledger?.environments());
    if (known.has(environment)) {
      return;
    }
    for (const { environments } of (await this.#tags()).values()) {
      for (const name of environments.keys()) {
        known.add(name);
      }
    }
    if (!known.has(environment)) {
      throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownEnvironment */ .Iu)(environment, known);
    }
  }
  /** @throws TagshipError `component-unknown` for a name that never had a tag */
  async refuseUnknownComponents(names) {
    if (names.length === 0) {
      return;
    }
    const recorded = [...(await this.#view.ledger?.list(_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .VERSIONS_FOLDER */ .nL))?.keys() ?? []].flatMap(
      (path) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_7__/* .parseVersionsPath */ .QQ)(path) ?? []
    );
    const known = [...(await this.#tags()).values()].map(({ component }) => component).concat(recorded);
    const [unknown] = unmatched(names, known);
    if (unknown !== void 0) {
      throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__/* .unknownComponent */ .Mj)(unknown, known.map(_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV));
    }
  }
  /** The tags as they are, which may not have been listed yet. */
  async #tags() {
    return this.#view.tags.size > 0 ? this.#view.tags : (await this.#session.observe([])).view.tags;
  }
  async #seeded() {
    const stamp = { seq: 1, at: (0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .L)(this.#now), actor: null, run: null, reason: null, override: [] };
    const commits = await (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_4__/* .seedCommits */ .Kj)(this.#session, { ...this.#view, ledger: void 0 });
    const events = commits.flatMap((commit) => commit.events);
    const { entries } = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__/* .changeOf */ .C2)(events, void 0, stamp, () => "", false);
    return entries.map(({ environment, component, entry }) => ({ environment, component, entry }));
  }
};
function stoodAt({ at }, time) {
  return at !== null && Date.parse(at) / 1e3 <= time;
}
async function movesOf(session, ledger, when, end) {
  const start = ledger === void 0 ? void 0 : await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_1__/* .ledgerAt */ .V6)(session.repository, ledger, end);
  return start === void 0 ? [] : await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_1__/* .commitsFrom */ .n3)(
    session.repository,
    start,
    when.kind === "range" ? { since: when.since } : { latest: LATEST_COMMITS }
  );
}
function stateLine({ component, environment, entry, known }) {
  if (entry.version === null) {
    return [];
  }
  return [
    {
      component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(component),
      environment,
      version: known ? entry.version : void 0,
      commit: known ? entry.commit ?? void 0 : void 0,
      status: entry.status,
      move: entry.move,
      since: known ? entry.at : null,
      actor: entry.actor,
      run: entry.run,
      reason: entry.reason,
      ...(entry.share ?? 0) > 0 && known ? { share: entry.share, of: entry.of } : {}
    }
  ];
}
function moveLines({ commit, time, message }) {
  const { actor, run, reason, override } = message;
  const told = message.recorded.filter(({ event }) => event !== "acknowledged");
  return told.map((one) => ({
    at: one.at ?? (0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__/* .isoTime */ .L)(time),
    event: one.event,
    move: one.move,
    component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(one.component),
    environment: one.environment,
    version: one.version,
    previous: one.previous,
    // The first run did not move what was there before.
    actor: one.move === "seed" ? null : actor,
    run: one.move === "seed" ? null : run,
    reason: one.move === "seed" ? null : reason,
    override,
    commit,
    share: one.share,
    of: one.of
  }));
}
function placeOf({ component, environment }) {
  const [type = "", ...name] = component.split("/");
  return { component: { prefix: "components", type, name: name.join("/") }, environment };
}
function differences(before, after) {
  const versions = (entries) => new Map(entries.filter(({ known }) => known).map((one) => [placeIn(one), one.entry.version ?? void 0]));
  const old = versions(before);
  const young = versions(after);
  const undated = new Set(after.filter(({ entry }) => entry.move === "seed" && entry.at === null).map(placeIn));
  return [.../* @__PURE__ */ new Set([...old.keys(), ...young.keys()])].sort().flatMap((place) => {
    const [environment = "", component = ""] = place.split(" ");
    const change = { component, environment, from: old.get(place), to: young.get(place) };
    return change.from === change.to || undated.has(place) ? [] : [change];
  });
}
function placeIn({ component, environment }) {
  return `${environment} ${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(component)}`;
}
function unrecorded(view, state, asks) {
  const places = /* @__PURE__ */ new Map();
  const add = ({ component, environment }, tag) => {
    const name = `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_8__/* .componentId */ .nV)(component)}\` in \`${environment}\``;
    places.set(placeIn({ component, environment }), { name, tag });
  };
  for (const one of state.filter(({ component }) => component.prefix === "components")) {
    add(one, one.entry.tag);
  }
  const standing = /* @__PURE__ */ new Map();
  for (const { component, environments } of view.tags.values()) {
    for (const [environment, { object }] of environments) {
      const place = placeIn({ component, environment });
      if (asks({ component, environment })) {
        standing.set(place, object);
        if (!places.has(place)) {
          add({ component, environment }, null);
        }
      }
    }
  }
  const moved = [...places].filter(([place, { tag }]) => (standing.get(place) ?? null) !== tag);
  return moved.length === 0 ? [] : [
    notice(
      `Moved since the ledger was last told, so it may run something else: ${moved.slice(0, 10).map(([, { name }]) => name).join(", ")}${moved.length > 10 ? ", …" : ""}. The run of that move, or the next one, tells it.`
    )
  ];
}
function notice(message) {
  return { level: "notice", message };
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

/***/ 1215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ isUnversioned),
/* harmony export */   Kj: () => (/* binding */ seedCommits),
/* harmony export */   MI: () => (/* binding */ peeled),
/* harmony export */   Sh: () => (/* binding */ recordTargets),
/* harmony export */   Tx: () => (/* binding */ runningOf),
/* harmony export */   V$: () => (/* binding */ noContent),
/* harmony export */   fd: () => (/* binding */ contentIn),
/* harmony export */   g1: () => (/* binding */ record)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3625);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8962);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5524);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9133);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8071);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);









// src/engine/ledger/seed.ts
var MAX_TAGS = 5e3;
var MAX_COMMITS = 1500;
var BATCH = 1e3;
async function seedEvents(all, besides, config, repository, content) {
  const standing = all.flatMap((one) => [...one.environments].map(([environment, ref]) => ({ tags: one, environment, ref }))).filter(({ tags: { component }, environment }) => !besides.has((0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .entryPath */ .s3)(environment, component)));
  const dates = await datesOf(standing, repository);
  const locate = await locator(standing, config, repository, content);
  const found = new Map(all.map((tags) => [tags, []]));
  for (const { tags, environment, ref } of standing) {
    const version = await versionOf(tags, ref, config, dates.has(ref.object), repository);
    if (version !== void 0) {
      const place = await locate(tags.component, ref.commit);
      const running = { version, commit: ref.commit, tag: ref.object, ...place };
      found.get(tags)?.push({ environment, running, time: dates.get(ref.object) });
    }
  }
  return [...found].flatMap(
    ([tags, some]) => tags.versions.size + some.length > 0 ? [{ kind: "seeded", tags, found: some }] : []
  );
}
async function datesOf(standing, repository) {
  const annotated = [...new Set(standing.filter(({ ref }) => ref.object !== ref.commit).map(({ ref }) => ref.object))];
  const dates = /* @__PURE__ */ new Map();
  if (annotated.length > MAX_TAGS) {
    return dates;
  }
  for (let i = 0; i < annotated.length; i += BATCH) {
    const batch = annotated.slice(i, i + BATCH);
    await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .loadTagObjects */ .zv)(repository, batch);
    for (const oid of batch) {
      const object = await repository.read(oid);
      if (object?.type === "tag" && object.time !== void 0) {
        dates.set(oid, object.time);
      }
    }
  }
  return dates;
}
async function versionOf(tags, ref, config, isNear, repository) {
  const listed = (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .listedVersion */ .mO)(tags, ref);
  const resolved = listed === "unknown" || isNear && ref.object !== ref.commit ? (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveVersion */ .x)(tags, ref, await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .wrappedNames */ .cQ)(repository, ref.object)) : listed;
  return resolved?.version ?? (config.unversioned === "allow" ? (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_7__/* .unversionedName */ .wj)(ref.commit) : void 0);
}
async function locator(standing, config, repository, content) {
  const nowhere = async () => ({ blob: null, path: null });
  const commits = [...new Set(standing.map(({ ref }) => ref.commit))];
  if (commits.length > MAX_COMMITS || !await loadTrees(commits, repository)) {
    return nowhere;
  }
  const registries = /* @__PURE__ */ new Set();
  for (const commit of commits) {
    const found = await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(repository, commit, _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .REGISTRY_PATH */ .aA);
    if (found.kind === "file") {
      registries.add(found.oid);
    }
  }
  await repository.load([...registries], "objects");
  return async (component, commit) => await content.find(component, commit, config.paths);
}
async function loadTrees(commits, repository) {
  if (await repository.load(commits, "trees")) {
    return true;
  }
  const objects = await Promise.all(commits.map((commit) => repository.read(commit)));
  const readable = commits.filter((_, i) => objects[i]?.type === "commit");
  return readable.length < commits.length && await repository.load(readable, "trees");
}

// src/engine/record.ts
async function record(session, view, targets, eventsOf2, whole = false) {
  try {
    const appended = await session.append(
      view,
      targets,
      async (now) => {
        const events = await eventsOf2(now);
        return { kind: "write", commits: [...await seedCommits(session, now, events), { events }] };
      },
      { whole }
    );
    if (appended.kind === "superseded") {
      return { ledger: void 0, written: false, warnings: [], failures: [] };
    }
    const { ledger, kind, remarks, doubtful } = appended;
    return { ledger, written: kind === "landed", warnings: remarks, failures: doubtful.map(({ problem }) => problem) };
  } catch (error) {
    return { ledger: view.ledger, written: false, warnings: [notRecorded(error)], failures: [] };
  }
}
function notRecorded(error) {
  if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP && ["push-denied", "move-refused"].includes(error.code)) {
    return `KV is as the tags say, but the ledger could not be written: ${error.what} Without it nobody can roll back to, or ask for, what ran. ${error.remedy}`;
  }
  throw error;
}
async function recordTargets(session, deployed, targets, contentOf = noContent) {
  return await record(session, deployed, targets, async (now) => eventsOf(session, targets, deployed, now, contentOf));
}
function eventsOf(session, targets, deployed, now, contentOf) {
  return targets.flatMap((target) => {
    const { component, slot } = target;
    const ref = refOf(target, now);
    const tags = now.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component));
    if (ref?.object !== refOf(target, deployed)?.object) {
      return [];
    }
    if (slot.kind === "version") {
      return tags === void 0 ? [] : [{ kind: "listed", tags, ...versionNews(slot.name, tags, ref, contentOf) }];
    }
    const running = runningOf(target, now, session.config.unversioned, contentOf);
    if (isUnversioned(target, now, running)) {
      return tags === void 0 ? [] : [{ kind: "listed", tags }];
    }
    return [{ kind: "found", component, environment: slot.name, running, tags, isOwn: isPushed(session, ref) }];
  });
}
function versionNews(version, { component }, ref, contentOf) {
  return ref === void 0 ? {} : { news: { version, tag: ref.object, commit: ref.commit, ...contentOf(component, version, ref.commit) } };
}
async function seedCommits(session, view, besides = []) {
  if (view.ledger !== void 0) {
    return [];
  }
  const { config, content, prefix, repository } = session;
  const other = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .listTags */ .cB)(repository, content, prefix === "logic" ? "components/" : "logic/", session.tagRules);
  const past = await tagBefore(session, view);
  const all = [...view.tags.values(), ...other.tags.values()].map((tags) => tags === past?.now ? past.before : tags);
  const recorded = new Set(
    besides.flatMap((event) => event.kind === "found" ? [(0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .entryPath */ .s3)(event.environment, event.component)] : [])
  );
  recorded.delete(past?.path ?? "");
  const events = await seedEvents(all, recorded, config, repository, content);
  return events.some((event) => event.kind === "seeded" && event.found.length > 0) ? [{ events, others: true }] : [];
}
async function tagBefore({ settings, repository }, view) {
  const { tag, before: object } = settings.pushed ?? {};
  for (const now of object === void 0 ? [] : view.tags.values()) {
    for (const [environment, ref] of now.environments) {
      const commit = ref.name === tag && object !== void 0 ? await peeled(repository, object) : void 0;
      if (object !== void 0 && commit !== void 0) {
        const environments = new Map(now.environments).set(environment, { ...ref, object, commit });
        return { now, before: { ...now, environments }, path: (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .entryPath */ .s3)(environment, now.component) };
      }
    }
  }
  return void 0;
}
function isPushed({ settings: { pushed } }, ref) {
  return ref !== void 0 && pushed?.tag === ref.name && pushed.after === ref.object;
}
async function peeled(repository, oid) {
  const { end, endType } = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .tagChain */ .W8)(repository, oid);
  return endType === "commit" ? end : void 0;
}
function isUnversioned(target, view, running) {
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(target.component));
  return running === void 0 && tags?.environments.has(target.slot.name) === true;
}
function refOf({ component, slot }, view) {
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component));
  return slot.kind === "version" ? tags?.versions.get(slot.name) : tags?.environments.get(slot.name);
}
var noContent = () => ({ blob: null, path: null });
function runningOf({ component, slot }, view, unversioned, contentOf) {
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component));
  const ref = tags?.environments.get(slot.name);
  if (tags === void 0 || ref === void 0) {
    return void 0;
  }
  const resolved = view.versionOf(tags, ref);
  const version = resolved?.version ?? (unversioned === "allow" ? (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_7__/* .unversionedName */ .wj)(ref.commit) : void 0);
  if (version === void 0) {
    return void 0;
  }
  const commit = resolved?.held ?? ref.commit;
  const held = resolved?.held === void 0 ? {} : { isHeld: true };
  return { version, commit, tag: ref.object, ...held, ...contentOf(component, slot.name, commit) };
}
function contentIn(plans) {
  return (component, slot, commit) => {
    for (const plan of plans) {
      for (const planned of plan.keys) {
        const wanted = plan.wanted.get(planned.key);
        if (wanted !== void 0 && wanted.slot === slot && wanted.commit === commit && (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(wanted.component) === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component)) {
          const { blob } = planned.metadata;
          return { blob: typeof blob === "string" ? blob : null, path: planned.path ?? null };
        }
      }
    }
    return { blob: null, path: null };
  };
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

/***/ 8039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Se: () => (/* binding */ understood),
/* harmony export */   _f: () => (/* binding */ isBeyond),
/* harmony export */   mG: () => (/* binding */ tallied),
/* harmony export */   sv: () => (/* binding */ tallyOf),
/* harmony export */   wg: () => (/* binding */ EMPTY)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9572);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/gate/threshold.ts
function isBeyond(value, { min, max }) {
  return max !== void 0 && value > max || min !== void 0 && value < min;
}

// src/domain/gate/beta-distribution.ts
function betaAbove(x, a, b) {
  return 1 - regularised(x, a, b);
}
function regularised(x, a, b) {
  if (x > (a + 1) / (a + b + 2)) {
    return 1 - regularised(1 - x, b, a);
  }
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b)) / a;
  let numerator = 1;
  let denominator = 1 / (1 - (a + b) * x / (a + 1));
  let fraction = denominator;
  for (let m = 1; m <= 500; m++) {
    const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      denominator = 1 / (1 + term * denominator);
      numerator = 1 + term / numerator;
      step = numerator * denominator;
      fraction *= step;
    }
    if (Math.abs(step - 1) < 1e-12) {
      break;
    }
  }
  return front * fraction;
}
function lnGamma(z) {
  let shift = 0;
  let large = z;
  while (large < 10) {
    shift += Math.log(large);
    large += 1;
  }
  const series = 1 / (12 * large) - 1 / (360 * large ** 3) + 1 / (1260 * large ** 5);
  return (large - 0.5) * Math.log(large) - large + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
function highestRate(errors, total, confidence) {
  if (!(total > 0) || errors >= total) {
    return 1;
  }
  let [low, high] = [errors / total, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (betaAbove(middle, errors + 1, total - errors) > 1 - confidence) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}

// src/domain/gate/tally.ts
var CONFIDENCE = 0.99;
var LAST_PART_MS = 6e4;
var EMPTY = {
  measured: 0,
  withData: 0,
  failures: 0,
  streak: 0,
  failed: 0,
  failedInStreak: 0,
  latest: void 0,
  max: Number.NaN,
  test: void 0,
  lastMinute: void 0,
  comparison: void 0,
  looks: [],
  compared: { arm: _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ, control: _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ },
  decision: void 0
};
function tallyOf(metric, measurements, count) {
  return measurements.reduce((tally, measurement) => tallied(tally, metric, measurement, count), EMPTY);
}
function tallied(before, metric, { reading, elapsed }, count) {
  const seen = understood(metric, reading);
  const measured = before.measured + 1;
  const decision = before.decision === "breach" ? "breach" : void 0;
  if (seen.kind === "no-data" || seen.kind === "failed") {
    const failed = seen.kind === "failed" ? 1 : 0;
    return {
      ...before,
      measured,
      streak: before.streak + 1,
      failed: failed === 1 ? before.failed + 1 : 0,
      failedInStreak: before.failedInStreak + failed,
      decision
    };
  }
  const after = {
    ...before,
    measured,
    withData: before.withData + 1,
    streak: 0,
    failed: 0,
    failedInStreak: 0,
    latest: seen,
    decision
  };
  if (seen.kind === "counts") {
    return metric.limit.kind === "counts" ? byCounts(after, metric.limit, seen, elapsed) : after;
  }
  return metric.limit.kind === "values" ? byValue(after, metric.limit, seen, count) : after;
}
function byCounts(tally, limit, counts, elapsed) {
  const max = raised(limit, counts.before);
  const test = (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sequentialTest */ .mP)(counts, max);
  const base = tally.looks.findLast((look) => look.elapsed <= elapsed - LAST_PART_MS);
  const lastMinute = (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sequentialTest */ .mP)((0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .increase */ .N)(base?.counts ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ, counts), max);
  const { control } = counts;
  const compared = control === void 0 ? tally.compared : { arm: counts, control };
  const comparison = control === void 0 ? tally.comparison : (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD)(
    tally.comparison ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_COMPARED */ .SD,
    (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .increase */ .N)(tally.compared.arm, counts),
    (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .increase */ .N)(tally.compared.control, control)
  );
  const worse = comparison !== void 0 && (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isWorse */ .Bx)(comparison);
  const breaks = limit.beside === true ? worse : (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isBreach */ .GC)(test) && (limit.compared !== true || worse);
  const alike = limit.beside === true && comparison !== void 0 && (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isAlike */ .HI)(comparison);
  const accepted = counts.partial !== true && (test.ratio <= _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .HEALTHY_AT */ .k6 || alike) && test.requests >= limit.minSamples && test.failures <= max * test.requests && lastMinute.ratio <= 0;
  return {
    ...tally,
    max,
    test,
    lastMinute,
    comparison,
    looks: [...tally.looks.filter((look) => base === void 0 || look.elapsed >= base.elapsed), { elapsed, counts }],
    compared,
    decision: tally.decision ?? (breaks ? "breach" : accepted ? "accept" : void 0)
  };
}
function raised({ max, minSamples }, before) {
  if (before === void 0) {
    return max;
  }
  const { failures, requests } = (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sequentialTest */ .mP)(before, max);
  return requests >= minSamples && failures > max * requests ? Math.min(0.99, Math.max(max, highestRate(failures, requests, CONFIDENCE))) : max;
}
function byValue(tally, limit, { value, partial }, count) {
  const passed = !isBeyond(value, limit);
  const failures = tally.failures + (passed ? 0 : 1);
  const breaks = failures > limit.failureLimit;
  const accepted = passed && partial !== true && tally.withData >= count;
  return {
    ...tally,
    failures,
    decision: tally.decision ?? (breaks ? "breach" : accepted ? "accept" : void 0)
  };
}
function understood(metric, reading) {
  switch (reading.kind) {
    case "no-data":
    case "failed":
      return reading;
    case "value":
      if (metric.limit.kind !== "values") {
        return { kind: "failed", why: "the answer is one number, not the failed and all requests" };
      }
      return Number.isNaN(reading.value) ? { kind: "no-data", why: "the value is not a number" } : reading;
    case "counts":
      if (metric.limit.kind !== "counts") {
        return { kind: "failed", why: "the answer is failed and all requests, not one number" };
      }
      return [reading, reading.control ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ, reading.before ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ].every(isCountable) ? reading : { kind: "no-data", why: "the counts are not numbers from 0 on" };
  }
}
function isCountable({ errors, total, samples = 0 }) {
  return [errors, total, samples].every((one) => Number.isFinite(one) && one >= 0);
}




/***/ }),

/***/ 9572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ isWorse),
/* harmony export */   En: () => (/* binding */ allowedText),
/* harmony export */   GC: () => (/* binding */ isBreach),
/* harmony export */   HI: () => (/* binding */ isAlike),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   MK: () => (/* binding */ rateOf),
/* harmony export */   N: () => (/* binding */ increase),
/* harmony export */   PW: () => (/* binding */ limitText),
/* harmony export */   QT: () => (/* binding */ BOUNDS),
/* harmony export */   SD: () => (/* binding */ NOT_COMPARED),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   VF: () => (/* binding */ comparisonText),
/* harmony export */   WN: () => (/* binding */ countsText),
/* harmony export */   dz: () => (/* binding */ failedText),
/* harmony export */   e5: () => (/* binding */ testText),
/* harmony export */   k6: () => (/* binding */ HEALTHY_AT),
/* harmony export */   lR: () => (/* binding */ boundaries),
/* harmony export */   lZ: () => (/* binding */ NO_COUNTS),
/* harmony export */   lk: () => (/* binding */ exactPercent),
/* harmony export */   mP: () => (/* binding */ sequentialTest),
/* harmony export */   mc: () => (/* binding */ leastRequests),
/* harmony export */   nM: () => (/* binding */ evidenceIn),
/* harmony export */   vB: () => (/* binding */ roughly),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/gate/sequential.ts
var ALPHA = 0.05;
var BREACH_AT = Math.log(1 / ALPHA);
var HEALTHY_AT = -BREACH_AT;
var LEAST_FAILURES = 5;
var LEAST_REQUESTS = 10;
function sequentialTest(counts, max) {
  if (!(max > 0 && max < 1)) {
    throw new RangeError(`The limit of a rate has to be between 0 and 1, and is ${max}.`);
  }
  const { failures, requests } = evidenceIn(counts);
  return { failures, requests, ratio: failures * Math.LN2 - requests * Math.log1p(max) };
}
function isBreach({ failures, requests, ratio }) {
  return ratio >= BREACH_AT && failures >= LEAST_FAILURES && requests >= LEAST_REQUESTS;
}
function boundaries(requests, max) {
  const line = (ratio) => (ratio + requests * Math.log1p(max)) / Math.LN2;
  return { breach: Math.max(LEAST_FAILURES, line(BREACH_AT)), healthy: line(HEALTHY_AT) };
}
function leastRequests(max) {
  return Math.ceil(HEALTHY_AT / sequentialTest({ errors: 0, total: 1 }, max).ratio);
}
function increase(before, now) {
  const total = Math.max(0, now.total - before.total);
  return {
    errors: Math.min(total, Math.max(0, now.errors - before.errors)),
    total,
    samples: now.samples === void 0 ? void 0 : Math.max(0, now.samples - (before.samples ?? 0))
  };
}
var NO_COUNTS = { errors: 0, total: 0 };
function evidenceIn({ errors, total, samples }) {
  if (!(total > 0)) {
    return { failures: 0, requests: 0 };
  }
  const requests = Math.max(0, Math.min(total, samples ?? total));
  return { failures: Math.min(1, Math.max(0, errors) / total) * requests, requests };
}

// src/domain/gate/two-samples.ts
var LEAST_COMPARED = 50;
var TIMES = [2, 5];
var NOT_COMPARED = { twice: 0, fiveTimes: 0, failures: 0, requests: 0 };
function compare(before, arm, other) {
  const [requests, others] = [Math.max(0, arm.total), Math.max(0, other.total)];
  const failures = Math.min(requests, Math.max(0, arm.errors));
  const otherFailures = Math.min(others, Math.max(0, other.errors));
  const share = requests + others > 0 ? requests / (requests + others) : 0;
  const gain = (times) => {
    const spread = Math.log(times * share + 1 - share);
    return failures * (Math.log(times) - spread) - otherFailures * spread;
  };
  const [two, five] = TIMES;
  return {
    twice: before.twice + gain(two),
    fiveTimes: before.fiveTimes + gain(five),
    failures: before.failures + failures,
    requests: before.requests + requests
  };
}
function differenceOf({ twice, fiveTimes }) {
  const most = Math.max(twice, fiveTimes);
  return most + Math.log((Math.exp(twice - most) + Math.exp(fiveTimes - most)) / 2);
}
function isWorse(comparison) {
  const { failures, requests } = comparison;
  return failures >= LEAST_FAILURES && requests >= LEAST_COMPARED && differenceOf(comparison) >= BREACH_AT;
}
function isAlike({ twice, requests }) {
  return requests >= LEAST_COMPARED && twice <= HEALTHY_AT;
}

// src/domain/gate/words.ts
function percent(rate) {
  return `${Number((rate * 100).toPrecision(2))} %`;
}
function amount(value) {
  return String(Number(value.toPrecision(10)));
}
function limitText({ limit }, max = Number.NaN) {
  if (limit.kind === "counts") {
    return max > limit.max ? `max ${percent(max)}, raised from ${exactPercent(limit.max)}` : `max ${exactPercent(limit.max)}`;
  }
  return [
    ...limit.min === void 0 ? [] : [`min ${limit.min}`],
    ...limit.max === void 0 ? [] : [`max ${limit.max}`]
  ].join(", ");
}
function allowedText({ limit }, raised) {
  if (limit.kind === "counts") {
    return raised > limit.max ? `${percent(raised)}, since that was usual before the deploy (the limit is ${exactPercent(limit.max)})` : exactPercent(limit.max);
  }
  const { min, max } = limit;
  if (min !== void 0 && max !== void 0) {
    return `${min} to ${max}`;
  }
  return max === void 0 ? `at least ${min}` : `at most ${max}`;
}
function exactPercent(max) {
  return `${Number((max * 100).toPrecision(12))} %`;
}
function rateOf({ errors, total }) {
  return total > 0 ? Math.min(1, errors / total) : 0;
}
function countsText(counts) {
  return `${countsOnly(counts)}${counts.total > 0 ? ` (${percent(rateOf(counts))})` : ""}${sampled(counts)}`;
}
function failedText(counts) {
  return counts.total > 0 ? `${countsOnly(counts)} failed, ${percent(rateOf(counts))}${sampled(counts)}` : "there were no requests";
}
var BOUNDS = `breach at ${hundredths(BREACH_AT)}, healthy at ${hundredths(HEALTHY_AT)}`;
function testText({ ratio }) {
  return `log-likelihood ratio ${hundredths(ratio)}`;
}
function comparisonText(comparison, control) {
  return `elsewhere ${countsText(control)}, difference ${hundredths(differenceOf(comparison))}`;
}
function roughly(milliseconds) {
  const seconds = Math.round(milliseconds / 1e3);
  if (seconds < 120) {
    return (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(seconds, "second");
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) {
    return (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(minutes, "minute");
  }
  const hours = Math.round(minutes / 60);
  return hours < 48 ? (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(hours, "hour") : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(Math.round(hours / 24), "day");
}
function countsOnly({ errors, total }) {
  return `${tenths(errors)} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tenths(total), "request")}`;
}
function sampled({ total, samples }) {
  return samples === void 0 || samples >= total ? "" : `, estimated from ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tenths(samples), "row")}`;
}
function tenths(number) {
  return Number(number.toFixed(1));
}
function hundredths(number) {
  return (Math.round(number * 100) / 100 || 0).toFixed(2);
}




/***/ }),

/***/ 3339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Om: () => (/* binding */ firstLedger),
/* harmony export */   V6: () => (/* binding */ ledgerAt),
/* harmony export */   n3: () => (/* binding */ commitsFrom)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8540);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1745);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/engine/ledger/past.ts
var PAGE = 100;
async function ledgerAt(repository, tip, time) {
  if (tip.time <= time) {
    return tip;
  }
  const months = await namesIn(tip, _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d);
  const [, month = "", day = ""] = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .dayPath */ .yl)(time).split("/");
  for (const oneMonth of months.filter((name) => name <= month).reverse()) {
    const days = await namesIn(tip, `${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${oneMonth}`);
    for (const oneDay of days.filter((name) => oneMonth < month || name <= day).reverse()) {
      const path = `${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${oneMonth}/${oneDay}`;
      await tip.load([path]);
      const commit = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .lastBefore */ .kk)(tip.text(path) ?? "", time);
      if (commit !== void 0) {
        return await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .LedgerSnapshot */ .g.open(repository, commit);
      }
    }
  }
  return void 0;
}
async function firstLedger(repository, tip) {
  const [month] = await namesIn(tip, _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d);
  const [day] = month === void 0 ? [] : await namesIn(tip, `${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${month}`);
  if (day === void 0) {
    return tip;
  }
  const path = `${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${month}/${day}`;
  await tip.load([path]);
  const commit = tip.text(path)?.split("\n")[0]?.split(" ")[1];
  return commit === void 0 ? tip : await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .LedgerSnapshot */ .g.open(repository, commit);
}
async function namesIn(snapshot, folder) {
  return (await snapshot.names(folder)).sort();
}
async function entriesOf(snapshot, environments, asks = () => true) {
  const found = [];
  for (const environment of environments) {
    for (const path of (await snapshot.list(environment)).keys()) {
      const parsed = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseEntryPath */ .td)(path);
      if (parsed !== void 0 && asks(parsed)) {
        found.push({ ...parsed, path });
      }
    }
  }
  await snapshot.load(found.map(({ path }) => path));
  return found.flatMap(({ environment, component }) => {
    const entry = snapshot.entry(environment, component);
    return entry === void 0 ? [] : [{ environment, component, entry }];
  });
}
async function commitsFrom(repository, start, limit) {
  if ("since" in limit && start.time < limit.since) {
    return [];
  }
  await repository.log(
    start.commit,
    "since" in limit ? { since: limit.since } : { depth: Math.min(limit.latest, PAGE) }
  );
  const commits = [];
  const most = "since" in limit ? Number.POSITIVE_INFINITY : limit.latest;
  for (let at = start.commit; at !== void 0 && commits.length < most; ) {
    const object = await repository.read(at);
    const message = object?.type === "commit" ? (0,_with_ledger_message_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLedgerMessage */ .uS)(object.message) : void 0;
    if (object?.type !== "commit" || message === void 0) {
      break;
    }
    const time = Math.floor(Date.parse(object.date) / 1e3);
    if ("since" in limit && time < limit.since) {
      break;
    }
    commits.push({ commit: at, time, message });
    at = object.parents[0];
  }
  return commits;
}




/***/ })

};

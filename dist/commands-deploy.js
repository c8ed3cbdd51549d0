export const id = 722;
export const ids = [722];
export const modules = {

/***/ 3722:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploy: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_engine_sound_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9687);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3586);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7248);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_access_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8790);
/* harmony import */ var _with_yaml_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9136);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3185);
/* harmony import */ var _with_domain_metadata_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1533);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3397);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7958);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8130);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_said_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(5325);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(1592);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(2348);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(663);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(9325);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(4903);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(3367);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(2459);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(2787);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(9133);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(3798);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(7802);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(7271);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(1472);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(2591);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);
































// src/commands/deploy.ts
async function deploy(request, settings, ports) {
  const started = ports.clock.now();
  const { repository, clock } = ports;
  if (request.by === "tag" && await (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .isForeign */ .jq)(request.tag, repository)) {
    const notice = { level: "notice", message: (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_19__/* .foreignTag */ .lm)(request.tag) };
    return (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_11__/* .nothingDone */ .mh)("deploy", settings, [notice], clock.now() - started);
  }
  const opened = await ports.journal.group(
    "Read the ledger and the tags",
    () => _with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .Session */ .Nn.open(
      settings,
      ports,
      (listing2) => request.by === "tag" ? (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .tagTargets */ .lR)(request, listing2) : (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .targetsOf */ .QR)(request.patterns, request.environment, listing2),
      { near: request.by === "tag" ? (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .siblingsOf */ .DG)(request.tag) : (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .tagPrefixes */ .$0)(request.patterns) }
    )
  );
  if (opened.targets.length === 0) {
    const message = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .nothingFor */ .Nw)(request.by === "tag" ? request.tag : "", opened.session.tagRules);
    return (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_11__/* .nothingDone */ .mh)("deploy", settings, [{ level: "notice", message }], ports.clock.now() - started);
  }
  const { session, view, listing } = opened;
  const applier = session.newApplier();
  const planner = new _with_engine_sound_js__WEBPACK_IMPORTED_MODULE_1__/* .SoundPlanner */ .OW((some, now) => session.plan(some, now), applier, opened.targets);
  const planFor = async (now) => await planner.plan(now);
  let plans = await planner.checked(view);
  const adopted = await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_2__/* .recordHolds */ .u1)(session, view, planner.targets, plans, applier);
  planner.leave(adopted.failures);
  if (adopted.view !== void 0 || adopted.failures.length > 0) {
    plans = await planner.checked(adopted.view ?? view);
  }
  const { targets } = planner;
  const first = { plans, observed: adopted.view ?? view };
  const outcome = await (0,_with_engine_sound_js__WEBPACK_IMPORTED_MODULE_1__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    "deploy",
    ports,
    () => (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_2__/* .convergeTargets */ .qr)(session, applier, targets, first, planFor)
  );
  const report = {
    ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_11__/* .nothingDone */ .mh)("deploy", settings, []),
    ledger: (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_11__/* .ledgerReport */ .gM)(session, outcome.ledger),
    deployed: targets.flatMap((target) => (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_11__/* .describeDeployed */ .ex)(target, outcome, view)),
    deleted: targets.flatMap((target) => (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_11__/* .describeDeleted */ .rv)(target, outcome)),
    keys: outcome.keys,
    changed: outcome.changed,
    rounds: outcome.rounds,
    failures: [...planner.failures, ...session.problems, ...outcome.failures, ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_11__/* .heldAgain */ .ke)(targets, outcome.view)]
  };
  return {
    ...report,
    notices: [
      ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_11__/* .inertNotices */ .Gc)(session.config),
      ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_11__/* .excludedNotices */ .CW)(view),
      ...(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_11__/* .warnings */ .AR)(outcome.warnings),
      ...targets.flatMap((target) => remarks(target, listing)),
      ...await (0,_with_engine_sound_js__WEBPACK_IMPORTED_MODULE_1__/* .showDeployment */ .BD)(session, report, ports)
    ],
    durationMs: ports.clock.now() - started
  };
}
function remarks(target, listing) {
  const notices = [];
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_25__/* .componentId */ .nV)(target.component);
  for (const { name } of listing.tags.get(id)?.shadowed ?? []) {
    notices.push({
      level: "warning",
      message: `The older tag \`${name}\` points elsewhere and is ignored, since \`components/${id}/…\` stands for the same component. Delete it.`
    });
  }
  return notices;
}



/***/ }),

/***/ 9687:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ showDeployment),
/* harmony export */   OW: () => (/* binding */ SoundPlanner),
/* harmony export */   y3: () => (/* binding */ showingFailure)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/engine/sound.ts
var SoundPlanner = class {
  #plan;
  #run;
  #failures = /* @__PURE__ */ new Map();
  #gone = /* @__PURE__ */ new Set();
  #targets;
  constructor(plan, run, targets) {
    this.#plan = plan;
    this.#run = run;
    this.#targets = targets;
  }
  /** The targets that can be deployed, as far as is known. */
  get targets() {
    return this.#targets;
  }
  /** What cannot be done. */
  get failures() {
    return [...this.#failures.values()];
  }
  /**
   * Plans what can be deployed, and makes sure that its keys are free.
   * @throws TagshipErrors every reason, where nothing is left; what makes everything fail
   */
  async checked(view) {
    const asked = this.#targets;
    if (asked.length === 1 || asked.length === 0 && this.#failures.size === 0) {
      return await this.#check(asked, view);
    }
    const before = [...this.#failures];
    const together = asked.length === 0 ? void 0 : await this.#attempt(() => this.#check(asked, view));
    if (together !== void 0) {
      return together;
    }
    this.#failures.clear();
    for (const [message, failure] of before) {
      this.#failures.set(message, failure);
    }
    const sound = [];
    for (const target of asked) {
      if (await this.#attempt(() => this.#check([target], view)) !== void 0) {
        sound.push(target);
      }
    }
    this.#targets = sound;
    const left = sound.length === 0 ? void 0 : await this.#attempt(() => this.#check(sound, view));
    if (left === void 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipErrors */ .g0(this.failures);
    }
    return left;
  }
  /** Leaves components alone, each for a reason. */
  leave(reasons) {
    const left = new Set(reasons.map(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_1__/* .componentId */ .nV)(component)));
    this.#targets = this.#targets.filter(({ component }) => !left.has((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_1__/* .componentId */ .nV)(component)));
    for (const { error } of reasons) {
      this.#failures.set(error.message, error);
    }
  }
  /** Plans again what can be deployed. */
  async plan(view) {
    const plans = await this.#plan(this.#targets, view);
    return plans.filter(({ namespace }) => !this.#gone.has(namespace));
  }
  /** @returns undefined where it failed for what one component or namespace lacks, which is noted */
  async #attempt(work) {
    try {
      return await work();
    } catch (error) {
      for (const problem of (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .ownTrouble */ .e3)(error)) {
        this.#failures.set(problem.message, problem);
      }
      return void 0;
    }
  }
  async #check(targets, view) {
    const plans = (await this.#plan(targets, view)).filter(({ namespace }) => !this.#gone.has(namespace));
    const kept = [];
    let missing;
    for (const plan of plans) {
      try {
        await this.#run.check([plan]);
        kept.push(plan);
      } catch (error) {
        if (!(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .isOfNamespace */ .NT)(error)) {
          throw error;
        }
        missing = error;
        if (plans.length > 1) {
          this.#gone.add(plan.namespace);
          this.#failures.set(error.message, error);
        }
      }
    }
    if (kept.length === 0 && missing !== void 0) {
      throw missing;
    }
    return kept;
  }
};

// src/commands/deployment.ts
var VERBS = {
  deploy: "Deploy",
  promote: "Promote",
  rollback: "Roll back",
  restore: "Restore"
};
async function showDeployment(session, shown, ports) {
  const [first] = shown.deployed;
  if (first?.environment === void 0 || !shown.changed || shown.dryRun) {
    return [];
  }
  return await show(session, first.environment, first.commit, describe(shown), "success", shown, ports);
}
async function showingFailure(session, targets, commit, command, ports, work) {
  try {
    return await work();
  } catch (error) {
    const environment = targets.find(({ slot }) => slot.kind === "environment")?.slot.name;
    if (environment !== void 0 && commit !== void 0 && session.wrote) {
      const failed = { command, deployed: [], changed: true, dryRun: false };
      const notices = await show(session, environment, commit, `${VERBS[command]} failed`, "failure", failed, ports);
      for (const { message } of notices) {
        ports.journal.info(message);
      }
    }
    throw error;
  }
}
async function show(session, environment, commit, description, state, { command, deployed }, ports) {
  if (session.config.environments[environment]?.deployments !== true) {
    return [];
  }
  const components = deployed.map(({ component, version, previousVersion }) => ({
    component,
    version,
    previous: previousVersion ?? null
  }));
  try {
    await ports.journal.group(
      "Record the deployment",
      () => ports.forge.recordDeployment({
        environment,
        commit,
        description,
        state,
        run: session.settings.author.run ?? "",
        payload: { "managed-by": "tagship", command, components: components.slice(0, 100) }
      })
    );
    return [];
  } catch (error) {
    if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP) {
      return [{ level: "warning", message: `${error.what} ${error.remedy}` }];
    }
    throw error;
  }
}
function describe({ command, deployed }) {
  const [first] = deployed;
  if (first === void 0 || deployed.length > 1) {
    return `${VERBS[command]} ${deployed.length} components`;
  }
  const was = first.previousVersion === void 0 ? "" : ` (was ${first.previousVersion})`;
  return `${VERBS[command]} ${first.component} ${command === "rollback" ? "to " : ""}${first.version}${was}`;
}




/***/ }),

/***/ 3586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ errorsOf),
/* harmony export */   cB: () => (/* binding */ converge),
/* harmony export */   qr: () => (/* binding */ convergeTargets),
/* harmony export */   u1: () => (/* binding */ recordHolds)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7248);
/* harmony import */ var _with_yaml_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9136);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





// src/engine/converge.ts
var MAX_ROUNDS = 20;
async function converge(scope, applier, first, { dryRun }, journal) {
  const warnings = /* @__PURE__ */ new Set();
  const failures = /* @__PURE__ */ new Map();
  let observed = first;
  let rounds = 0;
  let ledger = first.ledger;
  const converged = () => {
    observed.ignored().forEach(warnings.add, warnings);
    const { warnings: noted, ...applied } = applier.outcome;
    const all = [...noted, ...warnings];
    return {
      ...applied,
      warnings: all,
      plans: scope.plans,
      view: observed,
      ledger,
      rounds,
      failures: [...failures.values()]
    };
  };
  const apply = async () => {
    let wrote = false;
    rounds += 1;
    for (let next = await scope.desired(observed); next !== void 0; next = await scope.desired(observed)) {
      observed = next.observed;
      await applier.check(next.plans);
      if (dryRun) {
        applier.pretend(next.plans);
        break;
      }
      wrote ||= !applier.isApplied(next.plans);
      if (!await applier.apply(next.plans)) {
        observed = await scope.observe();
        rounds += 1;
      }
    }
    return wrote;
  };
  for (let round = 1; round <= MAX_ROUNDS; round++) {
    const before = observed;
    const wrote = await journal.group(dryRun ? "Plan" : "Write to KV", apply);
    observed.ignored().forEach(warnings.add, warnings);
    if (dryRun) {
      return converged();
    }
    const recorded = await journal.group("Record in the ledger", () => scope.record(observed));
    ledger = recorded.ledger;
    recorded.warnings.forEach(warnings.add, warnings);
    for (const failure of recorded.failures) {
      failures.set(failure.message, failure);
    }
    if (!wrote && !recorded.written) {
      return converged();
    }
    observed = await scope.observe();
    ledger = observed.ledger;
    await scope.moved?.(before, observed);
    if (await scope.desired(observed) === void 0) {
      return converged();
    }
    journal.info("A tag or the ledger moved meanwhile: going round again.");
  }
  throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
    "tags-unsettled",
    `Tags moved again after each of ${MAX_ROUNDS} writes.`,
    "Look for two workflows that move the same tag in turn, then run the job again."
  );
}
async function convergeTargets(session, applier, targets, first, planFor, how = {}) {
  let last = first;
  const scope = {
    get plans() {
      return last.plans;
    },
    desired: async (observed) => {
      if (observed !== last.observed) {
        last = { plans: await planFor(observed), observed };
      }
      return applier.isApplied(last.plans) ? void 0 : last;
    },
    observe: async () => (await session.observe(targets)).view,
    record: async (observed) => await (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .recordTargets */ .Sh)(session, observed, targets, (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .contentIn */ .fd)(last.plans)),
    ...how
  };
  return await converge(scope, applier, first.observed, session.settings, session.ports.journal);
}

// src/engine/unrecorded-holds.ts
async function recordHolds(session, view, targets, keys, applier) {
  const strays = keys.flatMap((one) => straysOf(one, view, applier));
  if (strays.length === 0 || session.settings.dryRun) {
    return { view: void 0, failures: [] };
  }
  const places = strays.map(({ component, environment }) => {
    return (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentTarget */ .rW)(component, environment);
  });
  let doubtful;
  try {
    const appended = await session.append(view, [...targets, ...places], async (now) => {
      const events = strays.filter((stray) => isAsBefore(stray, view, now)).map(heldEvent);
      return { kind: "write", commits: [...await (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .seedCommits */ .Kj)(session, now), { events, others: true }] };
    });
    doubtful = appended.kind === "superseded" ? [] : appended.doubtful;
  } catch (error) {
    if (!(error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP) || error.code === "cancelled") {
      throw error;
    }
    const failure = unrecorded(strays, error);
    return { view: void 0, failures: strays.map((stray) => ({ ...stray, error: failure })) };
  }
  const failures = strays.flatMap((stray) => {
    const doubt = doubtful.find((one) => placeName(one) === placeName(stray));
    return doubt === void 0 ? [] : [{ ...stray, error: unrecorded([stray], doubt.problem) }];
  });
  return { view: (await session.observe([...targets, ...places])).view, failures };
}
function errorsOf({ failures }) {
  return [...new Set(failures.map(({ error }) => error))];
}
var MAX_NAMED = 10;
function unrecorded(strays, cause) {
  const names = strays.map((stray) => `${placeName(stray)} at ${stray.metadata.version}`);
  const more = names.length > MAX_NAMED ? ` and ${names.length - MAX_NAMED} more` : "";
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
    "tag-held",
    `KV holds ${names.slice(0, MAX_NAMED).join(", ")}${more}, since a gate rolled back and could not move the tag, and the ledger could not record it: ${cause.what}`,
    cause.remedy,
    { cause }
  );
}
function placeName({ component, environment }) {
  return `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component)}\` in \`${environment}\``;
}
function straysOf({ namespace, wanted }, view, applier) {
  return [...wanted.values()].flatMap(({ key, role, slot, component }) => {
    const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component));
    const ref = tags?.environments.get(slot);
    const stored = role === "environment" ? applier.owned(namespace, key)?.metadata : void 0;
    const metadata = (0,_with_yaml_js__WEBPACK_IMPORTED_MODULE_2__/* .strayHold */ .dp)(stored, ref?.object);
    if (tags === void 0 || ref === void 0 || metadata === void 0) {
      return [];
    }
    const now = view.versionOf(tags, ref);
    return now?.held !== void 0 ? [] : [{ component, environment: slot, ref, left: now?.version, metadata }];
  });
}
function isAsBefore({ component, environment, ref }, then, now) {
  const object = now.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component))?.environments.get(environment)?.object;
  const [before, after] = [then, now].map(({ ledger }) => ledger?.entry(environment, component)?.seq);
  return object === ref.object && before === after;
}
function heldEvent({ component, environment, ref, left, metadata }) {
  const { version, sha, blob = null, path = null, "in-flight": inFlight } = metadata;
  return {
    kind: "moved",
    move: "rollback",
    component,
    environment,
    running: { version, commit: sha, blob, path },
    tag: ref.object,
    rollback: { left, leftTag: void 0, inFlight, held: true },
    overridden: [],
    tags: void 0
  };
}




/***/ })

};

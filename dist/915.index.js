<<<<<<<< HEAD:dist/421.index.js
export const id = 421;
export const ids = [421];
========
export const id = 915;
export const ids = [915];
>>>>>>>> h-waves:dist/915.index.js
export const modules = {

/***/ 959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ showDeployment),
/* harmony export */   OW: () => (/* binding */ SoundPlanner),
/* harmony export */   y3: () => (/* binding */ showingFailure)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1947);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5269);

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
      throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipErrors */ .g0(this.failures);
    }
    return left;
  }
  /** Leaves components alone, each for a reason. */
  leave(reasons) {
    const left = new Set(reasons.map(({ component }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_1__/* .componentId */ .nV)(component)));
    this.#targets = this.#targets.filter(({ component }) => !left.has((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_1__/* .componentId */ .nV)(component)));
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
      for (const problem of (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_2__/* .ownTrouble */ .e3)(error)) {
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
        if (!(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_2__/* .isOfNamespace */ .NT)(error)) {
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
  const notices = [];
  const environments = shown.changed && !shown.dryRun ? shown.deployed.flatMap((one) => one.environment ?? []) : [];
  for (const environment of new Set(environments)) {
    const deployed = shown.deployed.filter((one) => one.environment === environment);
    const here = { ...shown, deployed };
    const commit = deployed[0]?.commit ?? "";
    notices.push(...await show(session, environment, commit, describe(here), "success", here, ports));
  }
  return notices;
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
    if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP) {
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

<<<<<<<< HEAD:dist/421.index.js
/***/ 6160:
========
/***/ 705:
>>>>>>>> h-waves:dist/915.index.js
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ errorsOf),
/* harmony export */   cB: () => (/* binding */ converge),
/* harmony export */   qr: () => (/* binding */ convergeTargets),
/* harmony export */   u1: () => (/* binding */ recordHolds)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
<<<<<<<< HEAD:dist/421.index.js
/* harmony import */ var _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9914);
/* harmony import */ var _chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9366);
========
/* harmony import */ var _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2269);
/* harmony import */ var _chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6509);
>>>>>>>> h-waves:dist/915.index.js
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1947);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5269);

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
  throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
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
<<<<<<<< HEAD:dist/421.index.js
    record: async (observed) => await (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_1__/* .recordTargets */ .Sh)(session, observed, targets, (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_1__/* .contentIn */ .fd)(last.plans)),
========
    record: async (observed) => await (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_1__/* .recordTargets */ .Sh)(session, observed, targets, (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_1__/* .contentIn */ .fd)(last.plans)),
>>>>>>>> h-waves:dist/915.index.js
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
<<<<<<<< HEAD:dist/421.index.js
    return (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentTarget */ .rW)(component, environment);
========
    return (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentTarget */ .rW)(component, environment);
>>>>>>>> h-waves:dist/915.index.js
  });
  let doubtful;
  try {
    const appended = await session.append(view, [...targets, ...places], async (now) => {
      const events = strays.filter((stray) => isAsBefore(stray, view, now)).map(heldEvent);
<<<<<<<< HEAD:dist/421.index.js
      return { kind: "write", commits: [...await (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_1__/* .seedCommits */ .Kj)(session, now), { events, others: true }] };
========
      return { kind: "write", commits: [...await (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_1__/* .seedCommits */ .Kj)(session, now), { events, others: true }] };
>>>>>>>> h-waves:dist/915.index.js
    });
    doubtful = appended.kind === "superseded" ? [] : appended.doubtful;
  } catch (error) {
    if (!(error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP) || error.code === "cancelled") {
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
  return new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
    "tag-held",
    `KV holds ${names.slice(0, MAX_NAMED).join(", ")}${more}, since a gate rolled back and could not move the tag, and the ledger could not record it: ${cause.what}`,
    cause.remedy,
    { cause }
  );
}
function placeName({ component, environment }) {
  return `\`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component)}\` in \`${environment}\``;
}
function straysOf({ namespace, wanted }, view, applier) {
  return [...wanted.values()].flatMap(({ key, role, slot, component }) => {
    const tags = view.tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component));
    const ref = tags?.environments.get(slot);
    const stored = role === "environment" ? applier.owned(namespace, key)?.metadata : void 0;
<<<<<<<< HEAD:dist/421.index.js
    const metadata = (0,_chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_2__/* .strayHold */ .dp)(stored, ref?.object);
========
    const metadata = (0,_chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_2__/* .strayHold */ .dp)(stored, ref?.object);
>>>>>>>> h-waves:dist/915.index.js
    if (tags === void 0 || ref === void 0 || metadata === void 0) {
      return [];
    }
    const now = view.versionOf(tags, ref);
    return now?.held !== void 0 ? [] : [{ component, environment: slot, ref, left: now?.version, metadata }];
  });
}
function isAsBefore({ component, environment, ref }, then, now) {
  const object = now.tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component))?.environments.get(environment)?.object;
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




/***/ }),

<<<<<<<< HEAD:dist/421.index.js
/***/ 3802:
========
/***/ 6915:
>>>>>>>> h-waves:dist/915.index.js
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploy: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
<<<<<<<< HEAD:dist/421.index.js
/* harmony import */ var _chunk_KNM4WRYN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6768);
/* harmony import */ var _chunk_ZT55MND3_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6160);
/* harmony import */ var _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9914);
/* harmony import */ var _chunk_QXAM6WBM_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1215);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8146);
/* harmony import */ var _chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9366);
========
/* harmony import */ var _chunk_NZS3STMG_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(959);
/* harmony import */ var _chunk_VSZNBPBP_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(705);
/* harmony import */ var _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2269);
/* harmony import */ var _chunk_QXAM6WBM_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1215);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8146);
/* harmony import */ var _chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6509);
>>>>>>>> h-waves:dist/915.index.js
/* harmony import */ var _chunk_CM23GJK4_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4583);
/* harmony import */ var _chunk_HW5M4RQS_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8211);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3352);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6965);
<<<<<<<< HEAD:dist/421.index.js
/* harmony import */ var _chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4977);
/* harmony import */ var _chunk_BMH437EG_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2221);
/* harmony import */ var _chunk_BXNEWYNN_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5177);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8712);
/* harmony import */ var _chunk_XR563HSZ_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(4273);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(9041);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(9586);
/* harmony import */ var _chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(9075);
/* harmony import */ var _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(1101);
/* harmony import */ var _chunk_EDPRRUI2_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(7175);
/* harmony import */ var _chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(8038);
/* harmony import */ var _chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(2385);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(1947);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(6127);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(6962);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(3560);
========
/* harmony import */ var _chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(6786);
/* harmony import */ var _chunk_5MHJQYKC_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7758);
/* harmony import */ var _chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3941);
/* harmony import */ var _chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8234);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(8712);
/* harmony import */ var _chunk_JIJQURCJ_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(7000);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(9041);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(9586);
/* harmony import */ var _chunk_2HPNGQNA_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(8571);
/* harmony import */ var _chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(968);
/* harmony import */ var _chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(7118);
/* harmony import */ var _chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(9985);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(1197);
/* harmony import */ var _chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(7506);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(1947);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(6127);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(6962);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(3560);
>>>>>>>> h-waves:dist/915.index.js

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


































// src/commands/deploy.ts
async function deploy(request, settings, ports) {
  const started = ports.clock.now();
  const { repository, clock } = ports;
<<<<<<<< HEAD:dist/421.index.js
  if (request.by === "tag" && await (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_3__/* .isForeign */ .jq)(request.tag, repository)) {
    const notice = { level: "notice", message: (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_19__/* .foreignTag */ .lm)(request.tag) };
    return (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_11__/* .nothingDone */ .mh)("deploy", settings, [notice], clock.now() - started);
  }
  const opened = await ports.journal.group(
    "Read the ledger and the tags",
    () => _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_3__/* .Session */ .Nn.open(
      settings,
      ports,
      (listing2) => request.by === "tag" ? (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_3__/* .tagTargets */ .lR)(request, listing2) : (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_3__/* .targetsOf */ .QR)(request.patterns, request.environment, listing2),
      { near: request.by === "tag" ? (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_3__/* .siblingsOf */ .DG)(request.tag) : (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_3__/* .tagPrefixes */ .$0)(request.patterns) }
    )
  );
  if (opened.targets.length === 0) {
    const message = (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_3__/* .nothingFor */ .Nw)(request.by === "tag" ? request.tag : "", opened.session.tagRules);
    return (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_11__/* .nothingDone */ .mh)("deploy", settings, [{ level: "notice", message }], ports.clock.now() - started);
========
  if (request.by === "tag" && await (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_3__/* .isForeign */ .jq)(request.tag, repository)) {
    const notice = { level: "notice", message: (0,_chunk_2HPNGQNA_js__WEBPACK_IMPORTED_MODULE_20__/* .foreignTag */ .lm)(request.tag) };
    return (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_11__/* .nothingDone */ .mh)("deploy", settings, [notice], clock.now() - started);
  }
  const opened = await ports.journal.group(
    "Read the ledger and the tags",
    () => _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_3__/* .Session */ .Nn.open(
      settings,
      ports,
      (listing2) => request.by === "tag" ? (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_3__/* .tagTargets */ .lR)(request, listing2) : (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_3__/* .targetsOf */ .QR)(request.patterns, request.environment, listing2),
      { near: request.by === "tag" ? (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_3__/* .siblingsOf */ .DG)(request.tag) : (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_3__/* .tagPrefixes */ .$0)(request.patterns) }
    )
  );
  if (opened.targets.length === 0) {
    const message = (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_3__/* .nothingFor */ .Nw)(request.by === "tag" ? request.tag : "", opened.session.tagRules);
    return (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_11__/* .nothingDone */ .mh)("deploy", settings, [{ level: "notice", message }], ports.clock.now() - started);
>>>>>>>> h-waves:dist/915.index.js
  }
  const { session, view, listing } = opened;
  const applier = session.newApplier();
  const planner = new _chunk_NZS3STMG_js__WEBPACK_IMPORTED_MODULE_1__/* .SoundPlanner */ .OW((some, now) => session.plan(some, now), applier, opened.targets);
  const planFor = async (now) => await planner.plan(now);
  let plans = await planner.checked(view);
<<<<<<<< HEAD:dist/421.index.js
  const adopted = await (0,_chunk_ZT55MND3_js__WEBPACK_IMPORTED_MODULE_2__/* .recordHolds */ .u1)(session, view, planner.targets, plans, applier);
========
  const adopted = await (0,_chunk_VSZNBPBP_js__WEBPACK_IMPORTED_MODULE_2__/* .recordHolds */ .u1)(session, view, planner.targets, plans, applier);
>>>>>>>> h-waves:dist/915.index.js
  planner.leave(adopted.failures);
  if (adopted.view !== void 0 || adopted.failures.length > 0) {
    plans = await planner.checked(adopted.view ?? view);
  }
  const { targets } = planner;
  const first = { plans, observed: adopted.view ?? view };
  const outcome = await (0,_chunk_NZS3STMG_js__WEBPACK_IMPORTED_MODULE_1__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    "deploy",
    ports,
<<<<<<<< HEAD:dist/421.index.js
    () => (0,_chunk_ZT55MND3_js__WEBPACK_IMPORTED_MODULE_2__/* .convergeTargets */ .qr)(session, applier, targets, first, planFor)
  );
  const report = {
    ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_11__/* .nothingDone */ .mh)("deploy", settings, []),
    ledger: (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_11__/* .ledgerReport */ .gM)(session, outcome.ledger),
    deployed: targets.flatMap((target) => (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_11__/* .describeDeployed */ .ex)(target, outcome, view)),
    deleted: targets.flatMap((target) => (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_11__/* .describeDeleted */ .rv)(target, outcome)),
    keys: outcome.keys,
    changed: outcome.changed,
    rounds: outcome.rounds,
    failures: [...planner.failures, ...session.problems, ...outcome.failures, ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_11__/* .heldAgain */ .ke)(targets, outcome.view)]
========
    () => (0,_chunk_VSZNBPBP_js__WEBPACK_IMPORTED_MODULE_2__/* .convergeTargets */ .qr)(session, applier, targets, first, planFor)
  );
  const report = {
    ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_11__/* .nothingDone */ .mh)("deploy", settings, []),
    ledger: (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_11__/* .ledgerReport */ .gM)(session, outcome.ledger),
    deployed: targets.flatMap((target) => (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_11__/* .describeDeployed */ .ex)(target, outcome, view)),
    deleted: targets.flatMap((target) => (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_11__/* .describeDeleted */ .rv)(target, outcome)),
    keys: outcome.keys,
    changed: outcome.changed,
    rounds: outcome.rounds,
    failures: [...planner.failures, ...session.problems, ...outcome.failures, ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_11__/* .heldAgain */ .ke)(targets, outcome.view)]
>>>>>>>> h-waves:dist/915.index.js
  };
  return {
    ...report,
    notices: [
<<<<<<<< HEAD:dist/421.index.js
      ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_11__/* .inertNotices */ .Gc)(session.config),
      ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_11__/* .excludedNotices */ .CW)(view),
      ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_11__/* .warnings */ .AR)(outcome.warnings),
========
      ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_11__/* .inertNotices */ .Gc)(session.config),
      ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_11__/* .excludedNotices */ .CW)(view),
      ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_11__/* .warnings */ .AR)(outcome.warnings),
>>>>>>>> h-waves:dist/915.index.js
      ...targets.flatMap((target) => remarks(target, listing)),
      ...await (0,_chunk_NZS3STMG_js__WEBPACK_IMPORTED_MODULE_1__/* .showDeployment */ .BD)(session, report, ports)
    ],
    durationMs: ports.clock.now() - started
  };
}
function remarks(target, listing) {
  const notices = [];
  const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_27__/* .componentId */ .nV)(target.component);
  for (const { name } of listing.tags.get(id)?.shadowed ?? []) {
    notices.push({
      level: "warning",
      message: `The older tag \`${name}\` points elsewhere and is ignored, since \`components/${id}/…\` stands for the same component. Delete it.`
    });
  }
  return notices;
}



/***/ })

};

export const id = 668;
export const ids = [668];
export const modules = {

/***/ 3452:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Lt: () => (/* binding */ select),
/* harmony export */   Pe: () => (/* binding */ deletedTarget),
/* harmony export */   QR: () => (/* binding */ targetsOf),
/* harmony export */   dw: () => (/* binding */ missingTag)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_B42QNO5X_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8839);
/* harmony import */ var _chunk_HMXXWC46_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4897);
/* harmony import */ var _chunk_SQWL7VGE_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4808);
/* harmony import */ var _chunk_4HW3NLF4_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2184);
/* harmony import */ var _chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(812);
/* harmony import */ var _chunk_C3L352YC_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8782);
/* harmony import */ var _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6524);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);








// src/commands/select.ts
function targetOf(tag, listing) {
  const ref = listing.refs.tags.find(({ name }) => name === tag);
  if (ref === void 0) {
    return void 0;
  }
  for (const tags of listing.tags.values()) {
    if (tags.shadowed.some(({ name }) => name === tag)) {
      const parsed = (0,_chunk_SQWL7VGE_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTag */ .ED)(tag);
      const slot = parsed.kind === "untyped" ? (0,_chunk_SQWL7VGE_js__WEBPACK_IMPORTED_MODULE_3__/* .slotName */ .M8)(parsed.slot) : "";
      throw new _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
        "tag-duplicate",
        `The tags \`${tag}\` and \`components/${(0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(tags.component)}/${slot}\` stand for the same component but point at different commits.`,
        "Delete the one you no longer move."
      );
    }
  }
  const read = (0,_chunk_HMXXWC46_js__WEBPACK_IMPORTED_MODULE_2__/* .readTag */ .zW)(ref, listing.typeOf);
  if (read === void 0) {
    const parsed = (0,_chunk_SQWL7VGE_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTag */ .ED)(tag);
    const name = parsed.kind === "untyped" ? parsed.name : tag;
    throw new _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
      "component-unknown",
      `The tag \`${tag}\` does not name the type of \`${name}\`, and the registry ${_chunk_HMXXWC46_js__WEBPACK_IMPORTED_MODULE_2__/* .REGISTRY_PATH */ .aA} at its commit does not know \`${name}\`.`,
      `Commit a registry that names it, or tag it as \`components/{type}/${name}/{slot}\`.`
    );
  }
  return { component: read.component, slot: targetSlot(read.slot) };
}
function targetSlot(slot) {
  return { kind: slot.kind, name: (0,_chunk_SQWL7VGE_js__WEBPACK_IMPORTED_MODULE_3__/* .slotName */ .M8)(slot) };
}
function deletedTarget(tag) {
  const parsed = (0,_chunk_SQWL7VGE_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTag */ .ED)(tag);
  if (parsed.kind !== "component") {
    return void 0;
  }
  const { prefix, type, name, slot } = parsed;
  return { component: { prefix, type, name }, slot: targetSlot(slot), deleted: true };
}
function missingTag(tag, listing) {
  const close = (0,_chunk_C3L352YC_js__WEBPACK_IMPORTED_MODULE_6__/* .nearest */ .p)(
    tag,
    listing.refs.tags.map(({ name }) => name)
  );
  return new _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
    "tag-missing",
    `The repository has no tag \`${tag}\`.`,
    close === void 0 ? "Push the tag first." : `Push the tag first. Did you mean \`${close}\`?`
  );
}
function select(patterns, listing) {
  const all = [...listing.tags.values()];
  return patterns.map((pattern) => {
    const matches = (0,_chunk_4HW3NLF4_js__WEBPACK_IMPORTED_MODULE_4__/* .globMatcher */ .fU)(pattern);
    const known = all.filter(({ component }) => matches((0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component)));
    if (known.length === 0) {
      const close = (0,_chunk_C3L352YC_js__WEBPACK_IMPORTED_MODULE_6__/* .nearest */ .p)(
        pattern,
        all.map(({ component }) => (0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component))
      );
      throw new _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
        "component-unknown",
        `No component with a tag matches \`${pattern}\`.`,
        close === void 0 ? "Tag a component first." : `Did you mean \`${close}\`?`
      );
    }
    return { pattern, exact: listing.tags.has(pattern), components: known };
  });
}
function targetsOf(patterns, environment, listing) {
  const chosen = /* @__PURE__ */ new Map();
  for (const { pattern, components } of select(patterns, listing)) {
    const here = components.filter(({ environments }) => environments.has(environment));
    if (here.length === 0) {
      throw new _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
        "tag-missing",
        components.length === 1 ? `\`${pattern}\` has no tag for the environment \`${environment}\`.` : `None of the ${components.length} components that match \`${pattern}\` has a tag for the environment \`${environment}\`.`,
        `Push a tag such as \`components/${(0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(components[0]?.component ?? { type: "prompts", name: "extraction" })}/${environment}\`.`
      );
    }
    for (const { component } of here) {
      chosen.set((0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component), (0,_chunk_B42QNO5X_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentTarget */ .rW)(component, environment));
    }
  }
  return [...chosen.values()];
}




/***/ }),

/***/ 2649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ adoptHolds)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_B42QNO5X_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8839);
/* harmony import */ var _chunk_HMXXWC46_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4897);
/* harmony import */ var _chunk_G7GU7LSQ_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8879);
/* harmony import */ var _chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(812);
/* harmony import */ var _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6524);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






// src/engine/held-in-kv.ts
async function adoptHolds(session, view, targets, plans, run) {
  const strays = plans.flatMap((plan) => straysOf(plan, view, run));
  const [first] = strays;
  if (first === void 0 || session.settings.dryRun) {
    return void 0;
  }
  const places = strays.map(({ component, environment }) => {
    return (0,_chunk_B42QNO5X_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentTarget */ .rW)(component, environment);
  });
  let isFirst = true;
  try {
    await session.append(
      async (ledger) => {
        const now = isFirst ? view : (await session.lookAfter(ledger, [...targets, ...places])).view;
        isFirst = false;
        const left = strays.filter((stray) => isAsBefore(stray, view, now));
        return { kind: "write", steps: [(0,_chunk_B42QNO5X_js__WEBPACK_IMPORTED_MODULE_1__/* .seedStep */ .Cf)(session, now, /* @__PURE__ */ new Set()), heldStep(left, (0,_chunk_B42QNO5X_js__WEBPACK_IMPORTED_MODULE_1__/* .pathsOf */ .wG)(places))] };
      },
      { known: { ledger: view.ledger } }
    );
  } catch (error) {
    if (!(error instanceof _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP)) {
      throw error;
    }
    throw new _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP(
      "tag-held",
      `KV holds \`${(0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_4__/* .componentId */ .nV)(first.component)}\` in \`${first.environment}\` at ${String(first.metadata.version)}, since a gate rolled it back and could not move its tag, and the ledger could not be told: ${error.what}`,
      error.remedy,
      { cause: error }
    );
  }
  return (await session.look([...targets, ...places])).view;
}
function straysOf(plan, view, run) {
  return [...plan.wanted.values()].flatMap(({ key, role, slot, component }) => {
    const metadata = role === "environment" ? recordOf(run.owned(plan.namespace, key)?.metadata) : {};
    const tags = view.tags.get((0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_4__/* .componentId */ .nV)(component));
    const ref = tags?.environments.get(slot);
    if (tags === void 0 || ref === void 0 || metadata.hold !== ref.object || metadata.seq !== void 0) {
      return [];
    }
    const now = view.versionOf(tags, ref);
    return now?.held !== void 0 ? [] : [{ component, environment: slot, ref, left: now?.version, metadata }];
  });
}
function isAsBefore({ component, environment, ref }, then, now) {
  const object = now.tags.get((0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_4__/* .componentId */ .nV)(component))?.environments.get(environment)?.object;
  const [before, after] = [then, now].map(({ ledger }) => ledger?.entry(environment, component)?.seq);
  return object === ref.object && before === after;
}
function heldStep(strays, paths) {
  return async (ledger) => {
    if (strays.length === 0) {
      return () => void 0;
    }
    await ledger?.load(paths);
    return (stamp) => ({
      others: true,
      change: {
        versions: [],
        registered: [],
        entries: strays.map(({ component, environment, ref, left, metadata }) => {
          const { version, sha, blob, path } = metadata;
          const running = {
            version: String(version),
            commit: String(sha),
            tag: ref.object,
            blob: typeof blob === "string" ? blob : null,
            path: typeof path === "string" ? path : null
          };
          const inFlight = _chunk_G7GU7LSQ_js__WEBPACK_IMPORTED_MODULE_3__/* .IN_FLIGHT */ .Ri.find((one) => one === metadata["in-flight"]);
          const before = ledger?.entry(environment, component);
          const entry = (0,_chunk_HMXXWC46_js__WEBPACK_IMPORTED_MODULE_2__/* .rolledBack */ .EN)(before, running, { left, inFlight, held: true }, stamp);
          return { event: "held", environment, component, entry };
        })
      }
    });
  };
}
function recordOf(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}




/***/ }),

/***/ 1019:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ showDeployment),
/* harmony export */   G9: () => (/* binding */ settle),
/* harmony export */   y3: () => (/* binding */ showingFailure)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_B42QNO5X_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8839);
/* harmony import */ var _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6524);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/engine/settle.ts
async function settle(session, run, targets, view, plans, planFor) {
  const { journal } = session.ports;
  const { dryRun } = session.settings;
  const warnings = /* @__PURE__ */ new Set();
  let now = view;
  let next = plans;
  let rounds = 0;
  for (let round = 1; round <= _chunk_B42QNO5X_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_ROUNDS */ .JH; round++) {
    const sync = await journal.group(
      dryRun ? "Plan" : "Write to KV",
      () => run.settle(next, async () => {
        now = (await session.look(targets)).view;
        return await planFor(now);
      })
    );
    rounds += sync.rounds;
    const done = { sync: { ...sync, rounds }, view: now, warnings: [] };
    if (dryRun) {
      return { ...done, ledger: now.ledger };
    }
    const told = await journal.group("Tell the ledger", () => (0,_chunk_B42QNO5X_js__WEBPACK_IMPORTED_MODULE_1__/* .record */ .g1)(session, targets, now, sync.plans));
    for (const warning of told.warnings) {
      warnings.add(warning);
    }
    if (!told.written) {
      return { ...done, ledger: told.ledger, warnings: [...warnings] };
    }
    now = (await session.look(targets)).view;
    next = await planFor(now);
    await run.check(next);
    if (run.isSettled(next)) {
      return { ...done, view: now, ledger: now.ledger, warnings: [...warnings] };
    }
    journal.info("A tag moved while the ledger was told: going round again.");
  }
  throw (0,_chunk_B42QNO5X_js__WEBPACK_IMPORTED_MODULE_1__/* .unsettled */ .NZ)();
}

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
    if (error instanceof _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP) {
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

/***/ 4668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploy: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_DOA4DU5U_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1019);
/* harmony import */ var _chunk_6TDFSKNM_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2649);
/* harmony import */ var _chunk_2HPOCFTX_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3452);
/* harmony import */ var _chunk_B42QNO5X_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8839);
/* harmony import */ var _chunk_OQNCKNXC_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2425);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8146);
/* harmony import */ var _chunk_HMXXWC46_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4897);
/* harmony import */ var _chunk_ISQG2VJQ_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6979);
/* harmony import */ var _chunk_FGOSKTS2_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(889);
/* harmony import */ var _chunk_SQWL7VGE_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4808);
/* harmony import */ var _chunk_O7M3S67N_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9976);
/* harmony import */ var _chunk_W4STLKF4_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(993);
/* harmony import */ var _chunk_4HW3NLF4_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2184);
/* harmony import */ var _chunk_G7GU7LSQ_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8879);
/* harmony import */ var _chunk_ELK2HPKV_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2219);
/* harmony import */ var _chunk_QFRBCJUZ_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(6319);
/* harmony import */ var _chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(7260);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(1197);
/* harmony import */ var _chunk_Y6JXASKJ_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(7294);
/* harmony import */ var _chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(812);
/* harmony import */ var _chunk_C3L352YC_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(8782);
/* harmony import */ var _chunk_3VFFYGQU_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(4265);
/* harmony import */ var _chunk_SZYSBG4J_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(6926);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(3352);
/* harmony import */ var _chunk_CRZCOJZ6_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(8401);
/* harmony import */ var _chunk_SQI4XJVC_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(3726);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(9586);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(9041);
/* harmony import */ var _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(6524);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);
































// src/commands/sound.ts
var SoundPlanner = class {
  #session;
  #run;
  #failures = /* @__PURE__ */ new Map();
  #gone = /* @__PURE__ */ new Set();
  #targets;
  constructor(session, run, targets) {
    this.#session = session;
    this.#run = run;
    this.#targets = targets;
  }
  /** The targets that can be deployed, as far as is known. */
  get targets() {
    return this.#targets;
  }
  /** What cannot be done. */
  get failures() {
    return [...this.#failures.values(), ...this.#session.problems];
  }
  /** Plans what can be deployed. @throws TagshipError where that is nothing, and what makes everything fail */
  async checked(view) {
    try {
      return await this.#check(this.#targets, view);
    } catch (error) {
      if (this.#targets.length === 1 || !isOfOne(error)) {
        throw error;
      }
    }
    const sound = [];
    for (const target of this.#targets) {
      try {
        await this.#check([target], view);
        sound.push(target);
      } catch (error) {
        if (!isOfOne(error)) {
          throw error;
        }
        this.#failures.set(error.message, error);
      }
    }
    const [first] = this.#failures.values();
    if (sound.length === 0 && first !== void 0) {
      throw first;
    }
    this.#targets = sound;
    return await this.#check(sound, view);
  }
  /** Plans again what can be deployed. */
  async plan(view) {
    const plans = await this.#session.plan(this.#targets, view);
    return plans.filter(({ namespace }) => !this.#gone.has(namespace));
  }
  async #check(targets, view) {
    const plans = (await this.#session.plan(targets, view)).filter(({ namespace }) => !this.#gone.has(namespace));
    const kept = [];
    let missing;
    for (const plan of plans) {
      try {
        await this.#run.check([plan]);
        kept.push(plan);
      } catch (error) {
        if (!(0,_chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_29__/* .isOfNamespace */ .NT)(error)) {
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
function isOfOne(error) {
  return (0,_chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_29__/* .isOfComponent */ .FH)(error) || (0,_chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_29__/* .isOfNamespace */ .NT)(error);
}

// src/commands/deploy.ts
async function deploy(request, settings, ports) {
  const started = ports.clock.now();
  const opened = await ports.journal.group(
    "Read the ledger and the tags",
    () => _chunk_B42QNO5X_js__WEBPACK_IMPORTED_MODULE_4__/* .Session */ .Nn.open(settings, ports, (listing2) => selectTargets(request, listing2))
  );
  if (opened.targets.length === 0) {
    const message = `The tag \`${request.by === "tag" ? request.tag : ""}\` is gone again: nothing to do.`;
    return (0,_chunk_O7M3S67N_js__WEBPACK_IMPORTED_MODULE_11__/* .nothingDone */ .mh)("deploy", settings, [{ level: "notice", message }], ports.clock.now() - started);
  }
  const { session, view, listing } = opened;
  const run = session.newSync();
  const planner = new SoundPlanner(session, run, opened.targets);
  const planFor = async (now) => await planner.plan(now);
  let plans = await planner.checked(view);
  const adopted = await (0,_chunk_6TDFSKNM_js__WEBPACK_IMPORTED_MODULE_2__/* .adoptHolds */ .N)(session, view, planner.targets, plans, run);
  if (adopted !== void 0) {
    plans = await planner.checked(adopted);
  }
  const { targets } = planner;
  const settled = await (0,_chunk_DOA4DU5U_js__WEBPACK_IMPORTED_MODULE_1__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    "deploy",
    ports,
    () => (0,_chunk_DOA4DU5U_js__WEBPACK_IMPORTED_MODULE_1__/* .settle */ .G9)(session, run, targets, adopted ?? view, plans, planFor)
  );
  const outcome = settled.sync;
  const report = {
    ...(0,_chunk_O7M3S67N_js__WEBPACK_IMPORTED_MODULE_11__/* .nothingDone */ .mh)("deploy", settings, []),
    ledger: (0,_chunk_O7M3S67N_js__WEBPACK_IMPORTED_MODULE_11__/* .ledgerReport */ .gM)(session, settled.ledger),
    deployed: targets.flatMap((target) => (0,_chunk_O7M3S67N_js__WEBPACK_IMPORTED_MODULE_11__/* .describeDeployed */ .ex)(target, outcome, view)),
    deleted: targets.flatMap((target) => (0,_chunk_O7M3S67N_js__WEBPACK_IMPORTED_MODULE_11__/* .describeDeleted */ .rv)(target, outcome)),
    keys: outcome.keys,
    changed: outcome.changed,
    rounds: outcome.rounds
  };
  return {
    ...report,
    notices: [
      ...(0,_chunk_O7M3S67N_js__WEBPACK_IMPORTED_MODULE_11__/* .inertNotices */ .Gc)(session.config),
      ...(0,_chunk_O7M3S67N_js__WEBPACK_IMPORTED_MODULE_11__/* .warnings */ .AR)(outcome.warnings),
      ...(0,_chunk_O7M3S67N_js__WEBPACK_IMPORTED_MODULE_11__/* .warnings */ .AR)(settled.warnings),
      ...targets.flatMap((target) => remarks(target, listing)),
      ...await (0,_chunk_DOA4DU5U_js__WEBPACK_IMPORTED_MODULE_1__/* .showDeployment */ .BD)(session, report, ports)
    ],
    failures: planner.failures,
    durationMs: ports.clock.now() - started
  };
}
function selectTargets(request, listing) {
  if (request.by === "components") {
    return (0,_chunk_2HPOCFTX_js__WEBPACK_IMPORTED_MODULE_3__/* .targetsOf */ .QR)(request.patterns, request.environment, listing);
  }
  const target = request.deleted ? (0,_chunk_2HPOCFTX_js__WEBPACK_IMPORTED_MODULE_3__/* .deletedTarget */ .Pe)(request.tag) : (0,_chunk_2HPOCFTX_js__WEBPACK_IMPORTED_MODULE_3__/* .targetOf */ .$r)(request.tag, listing);
  if (target === void 0 && request.named) {
    throw (0,_chunk_2HPOCFTX_js__WEBPACK_IMPORTED_MODULE_3__/* .missingTag */ .dw)(request.tag, listing);
  }
  return target === void 0 ? [] : [target];
}
function remarks(target, listing) {
  const notices = [];
  const id = (0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(target.component);
  for (const { name } of listing.tags.get(id)?.shadowed ?? []) {
    notices.push({
      level: "warning",
      message: `The older tag \`${name}\` points elsewhere and is ignored, since \`components/${id}/…\` stands for the same component. Delete it.`
    });
  }
  if (target.slot.kind === "environment" && /^v\d/.test(target.slot.name) && !(0,_chunk_ELK2HPKV_js__WEBPACK_IMPORTED_MODULE_15__/* .isVersion */ .lF)(target.slot.name)) {
    notices.push({
      level: "warning",
      message: `\`${target.slot.name}\` looks like a version but is none (\`v\` and three numbers), so it was taken as an environment.`
    });
  }
  return notices;
}



/***/ })

};

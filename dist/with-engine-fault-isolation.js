export const id = 9666;
export const ids = [9666];
export const modules = {

/***/ 8497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BD: () => (/* binding */ showDeployment),
/* harmony export */   OW: () => (/* binding */ SoundPlanner),
/* harmony export */   X$: () => (/* binding */ withCanaries),
/* harmony export */   y3: () => (/* binding */ showingFailure),
/* harmony export */   zY: () => (/* binding */ showShare)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





// src/engine/canaries.ts
function withCanaries({ config }, targets, view) {
  const all = new Map(targets.map((target) => [nameOf(target), target]));
  for (const { component, slot } of targets) {
    const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component));
    if (slot.kind === "version" || tags === void 0) {
      continue;
    }
    const beside = [
      (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_1__/* .liveShare */ .Yi)(tags, slot.name, config.environments[slot.name]?.canary, view.shares)?.canary,
      (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_2__/* .readable */ .HD)(() => view.ledger?.entry(slot.name, component))?.of
    ];
    for (const name of beside) {
      if (name !== void 0 && tags.environments.has(name)) {
        const target = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentTarget */ .rW)(component, name);
        all.set(nameOf(target), all.get(nameOf(target)) ?? target);
      }
    }
  }
  return [...all.values()];
}
function nameOf({ component, slot }) {
  return `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component)} ${slot.kind} ${slot.name}`;
}

// src/engine/fault-isolation.ts
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
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipErrors */ .g0(this.failures);
    }
    return left;
  }
  /** Leaves components alone, each for a reason. */
  leave(reasons) {
    const left = new Set(reasons.map(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component)));
    this.#targets = this.#targets.filter(({ component }) => !left.has((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component)));
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
      for (const problem of (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .ownTrouble */ .e3)(error)) {
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
        if (!(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .isOfNamespace */ .NT)(error)) {
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
async function showShare(session, environment, commit, { component, version, share, of }, ports) {
  const deployed = [];
  const shown = { command: "promote", deployed, changed: true, dryRun: false };
  const description = `Canary ${component} ${version} for ${share} % of ${of}`;
  return await show(session, environment, commit, description, "success", shown, ports, of);
}
async function show(session, environment, commit, description, state, { command, deployed }, ports, asked = environment) {
  if ([environment, asked].every((name) => session.config.environments[name]?.deployments !== true)) {
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
    if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP) {
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

/***/ 3586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ errorsOf),
/* harmony export */   cB: () => (/* binding */ converge),
/* harmony export */   qr: () => (/* binding */ convergeTargets),
/* harmony export */   u1: () => (/* binding */ recordHolds)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1525);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8962);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1472);

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
  throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP(
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
    record: async (observed) => await (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_1__/* .recordTargets */ .Sh)(session, observed, targets, (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_1__/* .contentIn */ .fd)(last.plans)),
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
    return (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentTarget */ .rW)(component, environment);
  });
  let doubtful;
  try {
    const appended = await session.append(view, [...targets, ...places], async (now) => {
      const events = strays.filter((stray) => isAsBefore(stray, view, now)).map(heldEvent);
      return { kind: "write", commits: [...await (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_1__/* .seedCommits */ .Kj)(session, now), { events, others: true }] };
    });
    doubtful = appended.kind === "superseded" ? [] : appended.doubtful;
  } catch (error) {
    if (!(error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP) || error.code === "cancelled") {
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
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP(
    "tag-held",
    `KV holds ${names.slice(0, MAX_NAMED).join(", ")}${more}, since a gate rolled back and could not move the tag, and the ledger could not record it: ${cause.what}`,
    cause.remedy,
    { cause }
  );
}
function placeName({ component, environment }) {
  return `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_4__/* .componentId */ .nV)(component)}\` in \`${environment}\``;
}
function straysOf({ namespace, wanted }, view, applier) {
  return [...wanted.values()].flatMap(({ key, role, slot, component }) => {
    const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_4__/* .componentId */ .nV)(component));
    const ref = tags?.environments.get(slot);
    const stored = role === "environment" ? applier.owned(namespace, key)?.metadata : void 0;
    const metadata = (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .strayHold */ .dp)(stored, ref?.object);
    if (tags === void 0 || ref === void 0 || metadata === void 0) {
      return [];
    }
    const now = view.versionOf(tags, ref);
    return now?.held !== void 0 ? [] : [{ component, environment: slot, ref, left: now?.version, metadata }];
  });
}
function isAsBefore({ component, environment, ref }, then, now) {
  const object = now.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_4__/* .componentId */ .nV)(component))?.environments.get(environment)?.object;
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

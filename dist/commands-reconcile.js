export const id = 3161;
export const ids = [3161];
export const modules = {

/***/ 3161:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reconcile: () => (/* binding */ reconcile)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_reconcile_expectations_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8195);
/* harmony import */ var _with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2861);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3185);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4599);
/* harmony import */ var _with_engine_content_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8033);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2240);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(99);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1092);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4206);
/* harmony import */ var _with_rollout_steps_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6396);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3586);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(7271);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(663);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(4385);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(2348);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(8962);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(4301);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(4923);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(8130);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(2591);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(3798);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(9325);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_45__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_46__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_48__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_49__ = __webpack_require__(8071);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_50__ = __webpack_require__(1592);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_51__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_52__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_53__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






















































// src/domain/reconcile/removal-limit.ts
var ALWAYS_ALLOWED = 5;
function mayRemove(removed, owned, limit) {
  return removed <= Math.max(limit === 0 ? 0 : ALWAYS_ALLOWED, Math.floor(owned * limit));
}

// src/domain/reconcile/progress.ts
function progressText(what, done, total, elapsedMs) {
  const percent = total === 0 ? 100 : Math.floor(done / total * 100);
  const rate = elapsedMs <= 0 ? 0 : done / elapsedMs * 1e3;
  const left = rate === 0 || done >= total ? "" : `, ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_40__/* .duration */ .p0)((total - done) / rate * 1e3)} left`;
  const speed = rate === 0 ? "" : `, ${rate >= 10 ? Math.round(rate) : rate.toFixed(1)}/s`;
  return `${what}: ${grouped(done)} of ${grouped(total)} (${percent} %)${speed}${left}`;
}
function grouped(number) {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

// src/engine/reconcile/progress.ts
var EVERY_MS = 5e3;
var Progress = class {
  #what;
  #total;
  #clock;
  #journal;
  #started;
  #told;
  constructor(what, total, { clock, journal }) {
    this.#what = what;
    this.#total = total;
    this.#clock = clock;
    this.#journal = journal;
    this.#started = clock.now();
    this.#told = this.#started;
  }
  /** @param done so far, of all */
  at(done) {
    const now = this.#clock.now();
    if (now - this.#told >= EVERY_MS) {
      this.#told = now;
      this.#journal.info(progressText(this.#what, done, Math.max(done, this.#total), now - this.#started));
    }
  }
};

// src/engine/reconcile/deep.ts
var CHUNK_KEYS = 8e3;
var READ_KEYS = 100;
async function surveyDeeply(session, survey) {
  const { namespace, agreeing, found } = survey;
  const progress = new Progress(`Read values of ${namespace}`, agreeing.length, session.ports);
  const repairs = [];
  for (let at = 0; at < agreeing.length; at += CHUNK_KEYS) {
    const chunk = agreeing.slice(at, at + CHUNK_KEYS);
    const blobs = await blobsOf(session, chunk);
    for (let from = 0; from < chunk.length; from += READ_KEYS) {
      const some = chunk.slice(from, from + READ_KEYS);
      const values = await valuesOf(
        session,
        namespace,
        some.map(([key]) => key),
        blobs
      );
      for (const [key, expectation] of some) {
        const finding = findingOf(values.get(key), blobs.get(key));
        if (finding !== void 0) {
          const { component, wanted } = expectation;
          const expected = wanted?.version;
          found.add({ namespace, key, finding, expected, stored: finding === "missing" ? void 0 : expected });
          repairs.push({ key, component, wanted, finding, stored: void 0 });
        }
      }
      progress.at(at + from + some.length);
    }
  }
  return { ...survey, repairs: [...survey.repairs, ...repairs] };
}
async function valuesOf({ ports: { kv, clock } }, namespace, keys, blobs) {
  const values = await (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_8__/* .retry */ .L)(clock, () => kv.values(namespace, keys));
  const unclear = [...values].flatMap(([key, read]) => (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .isUnclear */ .Z5)(read, blobs.get(key)) ? [key] : []);
  const exact = unclear.length === 0 ? [] : await (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_8__/* .retry */ .L)(clock, () => kv.exactValues(namespace, unclear));
  return new Map([...values, ...exact]);
}
function findingOf(value, blob) {
  if (blob === void 0) {
    return void 0;
  }
  return value === void 0 ? "missing" : (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_16__/* .blobName */ .PF)(value) === blob ? void 0 : "edited";
}
async function blobsOf(session, chunk) {
  const { content, config } = session;
  await content.prepare(
    chunk.flatMap(([, { wanted }]) => wanted ?? []),
    config.paths
  );
  const blobs = /* @__PURE__ */ new Map();
  for (const [key, { blob: value, wanted }] of chunk) {
    const { blob } = wanted === void 0 ? { blob: value ?? null } : await content.find(wanted.component, wanted.commit, config.paths);
    if (blob !== null) {
      blobs.set(key, blob);
    }
  }
  return blobs;
}

// src/engine/reconcile/found.ts
var MAX_ROWS = 2e3;
var FoundKeys = class {
  #counts = {};
  #rows = [];
  add(row) {
    const before = this.#counts[row.finding] ?? 0;
    this.#counts[row.finding] = before + 1;
    if (before < MAX_ROWS) {
      this.#rows.push(row);
    }
  }
  get counts() {
    return this.#counts;
  }
  /** The first of each finding. */
  get rows() {
    return this.#rows;
  }
};
function addedCounts(all) {
  const sum = {};
  for (const counts of all) {
    for (const [finding, number] of Object.entries(counts)) {
      sum[finding] = (sum[finding] ?? 0) + number;
    }
  }
  return sum;
}

// src/engine/reconcile/written.ts
var MAX_ROWS2 = 2e3;
var WrittenKeys = class {
  #rows = [];
  #written = 0;
  #removed = 0;
  #changed = false;
  add(key) {
    if (key.role === "removed") {
      this.#removed += 1;
    } else {
      this.#written += 1;
    }
    this.#changed ||= key.differed;
    if (this.#rows.length < MAX_ROWS2) {
      this.#rows.push(key);
    }
  }
  /** Takes over what another one counted. */
  join(other) {
    this.#written += other.written;
    this.#removed += other.removed;
    this.#changed ||= other.changed;
    this.#rows.push(...other.rows.slice(0, MAX_ROWS2 - this.#rows.length));
  }
  /** The first of them. */
  get rows() {
    return this.#rows;
  }
  get written() {
    return this.#written;
  }
  get removed() {
    return this.#removed;
  }
  /** Whether something else, or nothing, was stored before under one of them. */
  get changed() {
    return this.#changed;
  }
};
function placeName(component, environment) {
  return `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV)(component)}@${environment}`;
}
function contentName(component, commit) {
  return `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV)(component)} ${commit}`;
}

// src/engine/reconcile/events.ts
async function eventsOfAll(session, now, done) {
  const { ledger } = now;
  if (ledger === void 0) {
    return [];
  }
  const contentOf = (component, _, commit) => done.contents.get(contentName(component, commit)) ?? { blob: null, path: null };
  const events = [];
  for (const tags of now.tags.values()) {
    const { component } = tags;
    events.push({ kind: "listed", tags });
    for (const [environment, ref] of tags.environments) {
      const isWritten = done.tags.get(placeName(component, environment)) === ref.object;
      const entry = isWritten ? (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_17__/* .readable */ .HD)(() => ledger.entry(environment, component)) : void 0;
      const live = tags.environments.get(entry?.of ?? "")?.object;
      const isOpen = live !== void 0 && done.tags.get(placeName(component, entry?.of ?? "")) !== live;
      const isKnown = !isWritten || (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_17__/* .speaksOf */ .Tq)(entry, ref.object) && (entry.status !== "pending" || isOpen);
      const target = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_16__/* .environmentTarget */ .rW)(component, environment);
      const running = isKnown ? void 0 : (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_15__/* .runningOf */ .Tx)(target, now, session.config.unversioned, contentOf);
      if (running !== void 0) {
        events.push({ kind: "found", component, environment, running, tags });
      }
    }
  }
  return [...events, ...await goneFrom(now, done.isCompared)];
}
async function goneFrom(now, isCompared) {
  if (now.tags.size === 0) {
    return [];
  }
  return [...(await now.ledger?.list("") ?? /* @__PURE__ */ new Map()).keys()].flatMap((path) => {
    const place = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_39__/* .parseEntryPath */ .td)(path);
    if (place?.component.prefix !== "components" || !isCompared(place.environment)) {
      return [];
    }
    const { component, environment } = place;
    const isThere = now.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV)(component))?.environments.has(environment) === true;
    const before = isThere ? void 0 : (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_17__/* .readable */ .HD)(() => now.ledger?.entry(environment, component));
    return before === void 0 || before.move === "remove" ? [] : [{ kind: "found", component, environment, running: void 0, tags: void 0 }];
  });
}

// src/engine/reconcile/scope.ts
var CHUNK_KEYS2 = 8e3;
var BATCH_BYTES = 32 * 1024 * 1024;
var ReconcileScope = class {
  plans = [];
  keys = new WrittenKeys();
  #session;
  #applier;
  #options;
  #namespaces;
  #progress;
  #problems = /* @__PURE__ */ new Map();
  #contents = /* @__PURE__ */ new Map();
  #written = /* @__PURE__ */ new Map();
  #batches;
  #batch;
  #view;
  #done = 0;
  constructor(session, applier, view, work, options) {
    this.#session = session;
    this.#applier = applier;
    this.#view = view;
    this.#options = options;
    this.#namespaces = work.map(({ namespace }) => namespace);
    const total = work.reduce((sum, { repairs }) => sum + repairs.length, 0);
    this.#progress = new Progress("Written", total, session.ports);
    this.#batches = this.#batchesOf(work);
  }
  /** Why components could not be deployed. */
  get problems() {
    return [...this.#problems.values()];
  }
  async desired() {
    for (; ; ) {
      if (this.#batch !== void 0 && !isSame(this.#batch.observed, this.#view)) {
        const { batch: batch2 } = this.#batch;
        this.#batch = this.#desiredOf(batch2, await this.#plan(batch2));
      }
      if (this.#batch !== void 0 && !this.#applier.isApplied(this.#batch.plans)) {
        return this.#batch;
      }
      await this.#finish();
      const next = await this.#batches.next();
      if (next.done === true) {
        return void 0;
      }
      const { batch, plan } = next.value;
      this.#applier.begin(
        batch.namespace,
        batch.repairs.map(
          ({ key, stored }) => [key, stored && { metadata: stored.metadata, value: void 0 }]
        )
      );
      this.#batch = this.#desiredOf(batch, plan ?? await this.#plan(batch));
    }
  }
  async observe() {
    if (this.#batch === void 0) {
      return (await this.#session.observe([])).view;
    }
    this.#view = await lookAtAll(this.#session);
    return this.#view;
  }
  async record(observed) {
    const done = { tags: this.#written, contents: this.#contents, isCompared: this.#options.isCompared };
    return await (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_15__/* .record */ .g1)(this.#session, observed, [], (now) => eventsOfAll(this.#session, now, done), true);
  }
  /** What has to be written again is that of components that moved since. */
  async moved(before, now) {
    const isSameList = (list) => JSON.stringify(list(now)) === JSON.stringify(list(before));
    if (now.tags === before.tags && isSameList(holdsOf) && isSameList(sharesOf)) {
      return;
    }
    this.#view = await lookAtAll(this.#session);
    const moved = new Set([holdsOf, sharesOf].flatMap((list) => listedAnew(list(before), list(this.#view))));
    for (const id of /* @__PURE__ */ new Set([...before.tags.keys(), ...this.#view.tags.keys()])) {
      if (tagsText(before, id) !== tagsText(this.#view, id)) {
        moved.add(id);
      }
    }
    const places = await this.#session.placement(this.#view);
    const options = { environment: this.#options.environment, now: Number.POSITIVE_INFINITY };
    const work = this.#namespaces.map((namespace) => {
      const { keys } = (0,_with_reconcile_expectations_js__WEBPACK_IMPORTED_MODULE_1__/* .expectationsOf */ .xR)(namespace, this.#view, places, options);
      const repairs = [...keys].flatMap(
        ([key, { component, wanted }]) => key === _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_17__/* .INDEX_KEY */ .lr || moved.has(component ?? "") ? [{ key, component, wanted, finding: void 0, stored: void 0 }] : []
      );
      return { namespace, repairs: moved.size === 0 ? [] : repairs, removals: [] };
    });
    this.#batches = this.#batchesOf(work);
  }
  #desiredOf(batch, plan) {
    return { batch, plan, plans: [plan], observed: this.#view };
  }
  /** Takes in what became of the batch, and observes anew: that is the last look at this one, and the first at the next. */
  async #finish() {
    if (this.#batch === void 0) {
      return;
    }
    const { batch, plan } = this.#batch;
    for (const key of this.#applier.outcome.keys) {
      this.keys.add(key);
    }
    for (const { role, component, slot } of plan.wanted.values()) {
      const object = this.#view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV)(component))?.environments.get(slot)?.object;
      if (role === "environment" && object !== void 0) {
        this.#written.set(placeName(component, slot), object);
      }
    }
    this.#done += batch.repairs.length;
    this.#progress.at(this.#done);
    this.#batch = void 0;
    this.#view = await lookAtAll(this.#session);
  }
  /** Everything that is to be done; of each namespace the index after all that it announces, and removals at the end. */
  async *#batchesOf(work) {
    for (const { namespace, repairs } of work) {
      const index = repairs.filter(({ key }) => key === _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_17__/* .INDEX_KEY */ .lr);
      for (const chunk of chunksOf(repairs)) {
        yield* this.#batchesOfChunk(namespace, chunk);
      }
      if (index.length > 0) {
        yield { batch: { namespace, ids: [], repairs: index, removes: false }, plan: void 0 };
      }
    }
    for (const { namespace, removals } of work) {
      const ids = componentsOf(removals, this.#session.config.keys);
      const repairs = removals.map(({ key, metadata }) => {
        return { key, component: void 0, finding: void 0, wanted: void 0, stored: { metadata } };
      });
      for (let at = 0; at < repairs.length; at += CHUNK_KEYS2) {
        const some = repairs.slice(at, at + CHUNK_KEYS2);
        yield { batch: { namespace, ids, repairs: some, removes: true }, plan: void 0 };
      }
    }
  }
  async *#batchesOfChunk(namespace, chunk) {
    await this.#prepare(chunk);
    let planned = [];
    let bytes = 0;
    const together = () => {
      const [first] = planned;
      const batch = {
        namespace,
        ids: planned.flatMap(({ batch: { ids } }) => ids),
        repairs: planned.flatMap(({ batch: { repairs } }) => repairs),
        removes: false
      };
      const isFresh = planned.every(({ view }) => isSame(view, this.#view));
      const plan = isFresh && first !== void 0 ? merged(
        first.plan,
        planned.map((one) => one.plan)
      ) : void 0;
      planned = [];
      bytes = 0;
      return { batch, plan };
    };
    for (const repairs of chunk) {
      const one = await this.#planOne({ namespace, ids: [repairs[0]?.component ?? ""], repairs, removes: false });
      if (one === void 0) {
        continue;
      }
      const size = one.plan.keys.reduce((sum, { value }) => sum + value.length, 0);
      if (bytes > 0 && bytes + size > BATCH_BYTES) {
        yield together();
      }
      planned.push({ ...one, view: this.#view });
      bytes += size;
    }
    if (planned.length > 0) {
      yield together();
    }
  }
  /** Brings near what planning these keys will read, in few requests. */
  async #prepare(chunk) {
    const { content, repository, config } = this.#session;
    const items = /* @__PURE__ */ new Map();
    for (const { wanted } of chunk.flat()) {
      if (wanted !== void 0) {
        items.set(contentName(wanted.component, wanted.commit), wanted);
      }
    }
    await content.prepare([...items.values()], config.paths);
    const blobs = /* @__PURE__ */ new Set();
    for (const { component, commit } of items.values()) {
      const { blob } = await content.find(component, commit, config.paths);
      if (blob !== null) {
        blobs.add(blob);
      }
    }
    await repository.load([...blobs], "objects");
  }
  /** The plan of one component, with the repairs that it makes. */
  async #planOne(batch) {
    try {
      return { plan: await this.#plan(batch), batch };
    } catch (error) {
      if (!(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_52__/* .isOfComponent */ .FH)(error)) {
        throw error;
      }
      this.#problems.set(error.message, error);
    }
    const repairs = [];
    for (const one of batch.repairs.length > 1 ? batch.repairs : []) {
      if (await this.#planOne({ ...batch, repairs: [one] }) !== void 0) {
        repairs.push(one);
      }
    }
    const sound = { ...batch, repairs };
    return repairs.length === 0 ? void 0 : { plan: await this.#plan(sound), batch: sound };
  }
  async #plan({ namespace, ids, repairs, removes }) {
    const { planSettings } = await this.#session.placement(this.#view);
    const policy = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .policyOf */ .US)(namespace, this.#view, planSettings);
    const targets = ids.flatMap((id) => {
      const tags = this.#view.tags.get(id);
      return tags === void 0 ? [] : [...(0,_with_reconcile_expectations_js__WEBPACK_IMPORTED_MODULE_1__/* .answerable */ .pl)(tags, this.#view.tags, policy).targets];
    });
    const keys = new Set(repairs.map(({ key }) => key));
    const plan = await this.#session.planKeys(namespace, targets, this.#view, { keys, removes });
    for (const { key, metadata, path } of this.#view.ledger === void 0 ? [] : plan.keys) {
      const wanted = plan.wanted.get(key);
      if (wanted?.role === "environment" && path !== void 0) {
        this.#contents.set(contentName(wanted.component, wanted.commit), { path, blob: String(metadata.blob) });
      }
    }
    return plan;
  }
};
function isSame(one, other) {
  return one.tags === other.tags && one.ledger === other.ledger;
}
function holdsOf(view) {
  return view.ledger?.holds() ?? {};
}
function sharesOf({ shares }) {
  return shares;
}
function listedAnew(old, young) {
  return [...Object.keys(old), ...Object.keys(young)].filter((path) => JSON.stringify(old[path]) !== JSON.stringify(young[path])).flatMap((path) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_39__/* .parseEntryPath */ .td)(path)?.component ?? []).map(_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV);
}
function tagsText(view, id) {
  const tags = view.tags.get(id);
  return [...tags?.environments.values() ?? [], ...tags?.versions.values() ?? []].map(({ name, object }) => `${name} ${object}`).sort().join("\n");
}
async function lookAtAll(session) {
  return (await session.observe([], true)).view;
}
function* chunksOf(repairs) {
  repairs.sort((a, b) => compare(b.component ?? "", a.component ?? "") || compare(b.key, a.key));
  let chunk = [];
  let size = 0;
  for (let last = repairs.at(-1); last !== void 0; last = repairs.at(-1)) {
    const { component } = last;
    let from = repairs.length;
    while (repairs[from - 1]?.component === component && from > 0) {
      from -= 1;
    }
    const some = repairs.splice(from).reverse();
    if (component === void 0) {
      continue;
    }
    if (size > 0 && size + some.length > CHUNK_KEYS2) {
      yield chunk;
      chunk = [];
      size = 0;
    }
    chunk.push(some);
    size += some.length;
  }
  if (chunk.length > 0) {
    yield chunk;
  }
}
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
function merged(first, plans) {
  return {
    ...first,
    keys: plans.flatMap(({ keys }) => keys),
    absent: plans.flatMap(({ absent }) => absent),
    left: plans.flatMap(({ left }) => left),
    wanted: new Map(plans.flatMap(({ wanted }) => [...wanted])),
    inputs: (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_16__/* .blobName */ .PF)(Buffer.from(plans.map(({ inputs }) => inputs ?? "").join("\n")))
  };
}
function componentsOf(removals, layouts) {
  const readKey = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_17__/* .keyReader */ .j6)(layouts);
  return [...new Set(removals.flatMap(({ key }) => readKey(key).map(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV)(component))))];
}

// src/domain/reconcile/unwanted.ts
var VERDICTS = ["kept", "held", "expired", "stale", "orphan"];
function unwantedReader(policy) {
  return (key) => {
    const verdicts = key === _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_17__/* .INDEX_KEY */ .lr ? [] : policy.readKey(key).map((one) => unwantedSlot(one, policy));
    return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? "kept";
  };
}
function computed(component, policy) {
  if (policy.isUnclear(component)) {
    return "kept";
  }
  return policy.tagsOf(component) === void 0 ? "orphan" : policy.wasHere(component) ? "stale" : "kept";
}
function unwantedSlot({ component, slot }, policy) {
  const tags = policy.tagsOf(component);
  if (policy.isExcluded(component, slot) || policy.pinned(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV)(component)}@${slot}`)) {
    return "kept";
  }
  if (slot === "latest" || slot === _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_38__/* .VERSIONS_SLOT */ .zf) {
    return computed(component, policy);
  }
  if ((0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_49__/* .isVersion */ .lF)(slot)) {
    if (policy.isUnclear(component) || policy.isNeeded(component, slot)) {
      return "kept";
    }
    const isThere = tags?.versions.has(slot) === true;
    return isThere ? policy.retention === "all" ? "kept" : "expired" : "orphan";
  }
  const isAskedAbout = policy.only === void 0 || policy.only === slot;
  if (!isAskedAbout || tags?.environments.has(slot) === true) {
    return "kept";
  }
  return policy.isHeld(component, slot) ? "held" : "orphan";
}

// src/engine/reconcile/survey.ts
async function surveyNamespace(session, namespace, view, options) {
  const { kv, clock } = session.ports;
  const places = await session.placement(view);
  const expectations = (0,_with_reconcile_expectations_js__WEBPACK_IMPORTED_MODULE_1__/* .expectationsOf */ .xR)(namespace, view, places, options);
  const remembered = await view.ledger?.environments() ?? [];
  const here = places.planSettings.populations.get(namespace) ?? /* @__PURE__ */ new Set();
  const survey = new Surveyor(session, view, expectations, { remembered, here }, options);
  const progress = new Progress(`Compared keys of ${namespace}`, expectations.keys.size, session.ports);
  for (let cursor; ; ) {
    const page = await (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_8__/* .retry */ .L)(clock, () => kv.page(namespace, cursor));
    for (const { key, metadata } of page.keys) {
      if (key === _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_17__/* .INDEX_KEY */ .lr) {
        await verifyLedger(session, namespace, metadata);
      }
      survey.see(key, metadata);
    }
    progress.at(survey.seen);
    cursor = page.cursor;
    if (cursor === void 0) {
      break;
    }
  }
  const environments = [...places.planSettings.populations.get(namespace) ?? []].sort();
  return { ...survey.finish(), namespace, environments, problems: expectations.problems, moved: expectations.moved };
}
async function verifyLedger(session, namespace, metadata) {
  const { owners, verifyLedger: verifyLedger2 } = session.applierOptions;
  const mark = (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_6__/* .ownership */ .k)(metadata, owners) === "own" ? (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .ledgerMarkOf */ .uU)(metadata) : void 0;
  if (mark !== void 0) {
    await verifyLedger2(mark, namespace);
  }
}
var Surveyor = class {
  #view;
  #namespace;
  #expected;
  #ignored;
  #owners;
  #keepsAgreeing;
  #unwanted;
  #seen = /* @__PURE__ */ new Set();
  #found = new FoundKeys();
  #repairs = [];
  #removals = [];
  #strays = [];
  #agreeing = [];
  #owned = 0;
  constructor(session, view, { namespace, policy, keys, ignored, problems }, { remembered, here }, { environment, keepsAgreeing }) {
    this.#view = view;
    this.#namespace = namespace;
    this.#expected = keys;
    this.#ignored = ignored;
    this.#owners = session.applierOptions.owners;
    this.#keepsAgreeing = keepsAgreeing;
    const excluded = new Set(view.excluded.flatMap(({ name }) => [name, name.slice(0, name.lastIndexOf("/"))]));
    this.#unwanted = unwantedReader({
      readKey: policy.readKey,
      retention: policy.retention,
      tagsOf: (component) => view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV)(component)),
      pinned: policy.pinned,
      isHeld: policy.isHeld,
      isNeeded: (component, version) => {
        const environments = [...view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV)(component))?.environments.keys() ?? []];
        return environments.some((name) => isNeeded(view.ledger?.entry(name, component), version));
      },
      wasHere: (component) => remembered.some((name) => here.has(name) && (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_17__/* .readable */ .HD)(() => view.ledger?.entry(name, component)) !== void 0),
      only: environment,
      isExcluded: (component, slot) => {
        const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV)(component);
        return excluded.has(`components/${view.tags.has(id) ? `${id}/${slot}` : id}`);
      },
      isUnclear: (component) => problems.has((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV)(component))
    });
  }
  /** How many of the keys that are expected were there. */
  get seen() {
    return this.#seen.size;
  }
  /** Takes in a key of the listing. */
  see(key, metadata) {
    this.#owned += (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_6__/* .ownership */ .k)(metadata, this.#owners) === "own" ? 1 : 0;
    const expectation = this.#expected.get(key);
    if (expectation === void 0) {
      if (!this.#ignored.has(key) && (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_6__/* .ownership */ .k)(metadata, this.#owners) === "own") {
        this.#seeUnwanted(key, metadata);
      }
      return;
    }
    if (this.#seen.has(key)) {
      return;
    }
    this.#seen.add(key);
    const { component, wanted, forced } = expectation;
    const finding = (0,_with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .compareStored */ .hR)((0,_with_reconcile_expectations_js__WEBPACK_IMPORTED_MODULE_1__/* .expectedOf */ .EX)(expectation, this.#view), metadata, this.#owners);
    if ((0,_with_reconcile_expectations_js__WEBPACK_IMPORTED_MODULE_1__/* .isStray */ .oA)(expectation, metadata, this.#view) && finding !== "foreign") {
      this.#tell(key, "held", expectation, metadata);
      this.#strays.push({ key, component, wanted, finding: void 0, stored: { metadata } });
      return;
    }
    if (finding !== void 0) {
      this.#tell(key, finding, expectation, metadata);
    } else if (wanted?.marks.hold !== void 0) {
      this.#tell(key, "held", expectation, metadata);
    }
    if (finding === "foreign") {
      return;
    }
    if (finding !== void 0 || forced) {
      this.#repairs.push({ key, component, wanted, finding, stored: { metadata } });
    } else if (this.#keepsAgreeing) {
      this.#agreeing.push([key, expectation]);
    }
  }
  #seeUnwanted(key, metadata) {
    const verdict = this.#unwanted(key);
    if (verdict === "kept") {
      return;
    }
    this.#tell(key, verdict, void 0, metadata);
    if (verdict !== "held") {
      this.#removals.push({ key, finding: verdict, metadata });
    }
  }
  finish() {
    let wanted = this.#expected.size;
    for (const [key, expectation] of this.#expected) {
      if (this.#seen.has(key)) {
        continue;
      }
      if ((0,_with_reconcile_expectations_js__WEBPACK_IMPORTED_MODULE_1__/* .mayBeMissing */ .ZK)(expectation)) {
        wanted -= 1;
      } else {
        this.#tell(key, "missing", expectation, void 0);
        const { component, wanted: wanted2 } = expectation;
        this.#repairs.push({ key, component, wanted: wanted2, finding: "missing", stored: void 0 });
      }
    }
    return {
      owned: this.#owned,
      wanted,
      found: this.#found,
      repairs: this.#repairs,
      removals: this.#removals,
      strays: this.#strays,
      agreeing: this.#agreeing
    };
  }
  #tell(key, finding, expectation, metadata) {
    const { version } = typeof metadata === "object" && metadata !== null ? metadata : {};
    this.#found.add({
      namespace: this.#namespace,
      key,
      finding,
      expected: expectation?.wanted?.version,
      stored: typeof version === "string" ? version : void 0
    });
  }
};
function isNeeded(entry, version) {
  return entry?.version === version || entry?.previous === version || entry?.healthy.includes(version) === true;
}

// src/commands/rollout/stale.ts
async function endStale(session, view, environment, now, heals) {
  const isStale = (one) => {
    const { canary, gate } = session.config.environments[one.environment] ?? {};
    const policy = (0,_with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_42__/* .gatePolicyOf */ .f)(gate);
    const from = (0,_with_rollout_steps_js__WEBPACK_IMPORTED_MODULE_13__/* .staleFrom */ .OH)(
      one.since,
      policy === void 0 || canary === void 0 ? policy : (0,_with_rollout_steps_js__WEBPACK_IMPORTED_MODULE_13__/* .stepPolicy */ .LD)(policy, canary)
    );
    return [void 0, one.environment, one.canary].includes(environment) && now > from;
  };
  const staleIn = (seen) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_16__/* .livingShares */ .us)(seen.tags, seen.shares, session.config.environments, () => true).filter(isStale);
  const isEnded = ({ environment: name }) => heals && session.config.environments[name]?.canary?.["on-stale"] !== "keep";
  const stale = staleIn(view);
  const wanted = stale.filter(isEnded);
  if (wanted.length > 0) {
    await session.append(
      view,
      [],
      async (seen) => {
        const events = staleIn(seen).filter(isEnded).map(({ component, canary, environment: of }) => {
          const environments = seen.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV)(component))?.environments;
          const tag = environments?.get(canary)?.object ?? "";
          const share = { of, share: 0, step: 0, live: environments?.get(of)?.object ?? "" };
          return { kind: "shared", component, environment: canary, tag, share };
        });
        return { kind: "write", commits: [{ events }] };
      },
      { reason: "No run watches the canary any more.", whole: true }
    );
  }
  return { ended: wanted.length > 0, notices: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_33__/* .warnings */ .AR)(stale.map((one) => textOf(one, now, isEnded(one)))) };
}
function textOf({ component, environment, version, share, since }, now, isEnded) {
  const what = `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_47__/* .componentId */ .nV)(component)}\` ${version} is given to ${share} % of the users of \`${environment}\` since ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_40__/* .duration */ .p0)(now - Date.parse(since))}, and no run watches it any more.`;
  return isEnded ? `${what} It was ended by \`on-stale: abort\`. \`promote\` begins it anew.` : `${what} \`promote\` of the same version goes on with it, \`rollback\` with \`percentage: 0\` ends it.`;
}

// src/commands/reconcile.ts
async function reconcile(request, settings, ports) {
  const started = ports.clock.now();
  const { session, view } = await ports.journal.group("Read the ledger and the tags", async () => {
    return await _with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .Session */ .Nn.open(settings, ports, () => [], { whole: true });
  });
  return await new Reconciler(request, session, view, started).run();
}
var Reconciler = class {
  #request;
  #session;
  #started;
  #heals;
  #prunes;
  /** What in the configuration names nothing. */
  #idle = [];
  #notices = [];
  #failures = [];
  #keys = new WrittenKeys();
  /** Environments whose namespace does not exist. */
  #uncompared = /* @__PURE__ */ new Set();
  /** Keys that drift and stay as they are. */
  #remaining = 0;
  #rounds = 0;
  #view;
  #ledger;
  constructor(request, session, view, started) {
    this.#request = request;
    this.#session = session;
    this.#view = view;
    this.#ledger = view.ledger;
    this.#started = started;
    this.#heals = request.heal && !session.settings.dryRun;
    this.#prunes = request.prune ?? session.config["on-delete"] === "prune";
  }
  async run() {
    const { journal } = this.#session.ports;
    await this.#refuseUnknown();
    const now = await this.#now();
    const { environment } = this.#request;
    const stale = await endStale(this.#session, this.#view, environment, now, this.#heals);
    this.#notices.push(...stale.notices);
    if (stale.ended) {
      this.#view = await lookAtAll(this.#session);
      this.#ledger = this.#view.ledger;
    }
    let surveys = await journal.group("Compare KV with the tags", () => this.#survey(now));
    if (this.#heals && await this.#adopt(surveys)) {
      surveys = await journal.group("Compare KV with the tags again", () => this.#survey(now));
    }
    for (const { problems, moved } of surveys) {
      this.#fail([...problems.values(), ...moved]);
    }
    this.#fail(
      this.#view.returned().filter(
        ({ ref, isRecorded }) => !isRecorded && [void 0, (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_33__/* .environmentOf */ .p7)(ref)].includes(this.#request.environment)
      ).map(_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_33__/* .returnedFailure */ .yU)
    );
    this.#fail(this.#view.excluded.filter((one) => this.#fails(one)).map(({ name, why }) => (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_34__/* .exclusionError */ .Pq)(name, why)));
    if (this.#heals) {
      await this.#heal(surveys);
    }
    this.#remaining += this.#request.heal ? 0 : (0,_with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .driftIn */ .r)(countsOf(surveys));
    return this.#report(surveys);
  }
  /** @throws TagshipError `environment-unknown` */
  async #refuseUnknown() {
    const { environment } = this.#request;
    const known = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_17__/* .environmentsOf */ .M2)(this.#view);
    if (environment !== void 0 && !known.has(environment)) {
      throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_3__/* .unknownEnvironment */ .Iu)(environment, known);
    }
    this.#idle = (0,_with_reconcile_expectations_js__WEBPACK_IMPORTED_MODULE_1__/* .idleNames */ .hI)(this.#session.config, known).map(({ key, name, hint }) => ({
      level: hint === "" ? "notice" : "warning",
      message: `\`${key}\` in the configuration names no environment: no tag and no entry of the ledger is \`${name}\`.${hint}`
    }));
  }
  /** The time by the clock that the ledger goes by. */
  async #now() {
    const { repository, clock } = this.#session.ports;
    if (!this.#heals) {
      return clock.now();
    }
    return await repository.serverTime() * 1e3;
  }
  async #survey(now) {
    const { environment, deep } = this.#request;
    const { journal } = this.#session.ports;
    const places = await this.#session.placement(this.#view);
    const surveys = [];
    this.#fail(environment === void 0 ? places.problems : []);
    for (const namespace of places.namespaces) {
      const population = places.planSettings.populations.get(namespace);
      if (environment !== void 0 && population?.has(environment) !== true) {
        continue;
      }
      const options = { environment, now, keepsAgreeing: deep };
      const shallow = await surveyNamespace(this.#session, namespace, this.#view, options).catch(noNamespace);
      if (shallow instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_52__/* .TagshipError */ .bP) {
        this.#fail([shallow]);
        population?.forEach(this.#uncompared.add, this.#uncompared);
        continue;
      }
      const survey = deep ? await surveyDeeply(this.#session, shallow) : shallow;
      const counts = (0,_with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .countsText */ .WN)(countsOf([survey]));
      journal.info(
        `${namespace}: ${survey.wanted} keys wanted, ${survey.owned} stored. Found: ${counts || "no drift"}.`
      );
      surveys.push(survey);
    }
    return surveys;
  }
  /**
   * Records the holds that only KV remembers. What could not be recorded stays as it is, and holds up nothing else.
   * @returns whether there were any
   */
  async #adopt(surveys) {
    let adopted = false;
    for (const { namespace, strays } of surveys) {
      const targets = strays.flatMap(
        ({ wanted: wanted2 }) => wanted2 === void 0 ? [] : [{ component: wanted2.component, slot: { kind: "environment", name: wanted2.slot } }]
      );
      if (targets.length === 0) {
        continue;
      }
      const applier = this.#session.newApplier();
      applier.begin(
        namespace,
        strays.map(({ key, stored }) => [key, stored && { metadata: stored.metadata, value: void 0 }])
      );
      const wanted = new Map(
        strays.flatMap((one) => one.wanted === void 0 ? [] : [[one.key, one.wanted]])
      );
      const { view, failures } = await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_14__/* .recordHolds */ .u1)(
        this.#session,
        this.#view,
        targets,
        [{ namespace, wanted }],
        applier
      );
      adopted ||= view !== void 0;
      this.#fail(failures.map(({ error }) => error));
    }
    if (adopted) {
      this.#view = await lookAtAll(this.#session);
    }
    return adopted;
  }
  async #heal(surveys) {
    const session = this.#session;
    const { environment } = this.#request;
    const work = surveys.map((survey) => {
      const { namespace, repairs } = survey;
      return { namespace, repairs, removals: this.#allowedRemovals(survey) };
    });
    const isCompared = (name) => [void 0, name].includes(environment) && !this.#uncompared.has(name);
    const applier = session.newApplier();
    const scope = new ReconcileScope(session, applier, this.#view, work, { environment, isCompared });
    const converged = await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_14__/* .converge */ .cB)(scope, applier, this.#view, session.settings, session.ports.journal);
    this.#keys = scope.keys;
    this.#view = converged.view;
    this.#ledger = converged.ledger;
    this.#rounds = converged.rounds;
    this.#notices.push(...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_33__/* .warnings */ .AR)(converged.warnings));
    this.#fail([...scope.problems, ...converged.failures]);
  }
  /** What is removed, as far as it is not too much. */
  #allowedRemovals(survey) {
    const removals = this.#removalsOf(survey);
    this.#remaining += survey.removals.filter(({ finding }) => finding === "orphan" && !this.#prunes).length;
    const problem = removals.length === 0 ? void 0 : this.#mayRemove(survey, removals);
    if (problem === void 0) {
      return removals;
    }
    this.#remaining += removals.filter(({ finding }) => finding !== "expired").length;
    this.#failures.push(problem);
    return [];
  }
  /** What a run would do. */
  #planned(surveys) {
    const keys = new WrittenKeys();
    for (const survey of surveys) {
      const { namespace, repairs } = survey;
      for (const { key, wanted, finding } of repairs) {
        const role = wanted?.role ?? (key === _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_17__/* .INDEX_KEY */ .lr ? "index" : "versions");
        keys.add({ namespace, key, role, bytes: 0, differed: finding !== void 0 });
      }
      const removals = this.#removalsOf(survey);
      const problem = removals.length === 0 ? void 0 : this.#mayRemove(survey, removals);
      if (problem !== void 0) {
        this.#notices.push(...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_33__/* .warnings */ .AR)([`A run would end with \`prune-refused\`: ${problem.what} ${problem.remedy}`]));
        continue;
      }
      for (const { key } of removals) {
        keys.add({ namespace, key, role: "removed", bytes: 0, differed: true });
      }
    }
    return keys;
  }
  /** What a healing run removes. */
  #removalsOf({ removals }) {
    return removals.filter(({ finding }) => this.#prunes || finding === "stale");
  }
  #mayRemove({ namespace, owned }, removals) {
    const limit = this.#session.config["prune-limit"];
    if (this.#view.tags.size === 0) {
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_52__/* .TagshipError */ .bP(
        "prune-refused",
        `The repository has no component tag at all, so nothing is removed from namespace ${namespace}, which has ${owned} keys of ours.`,
        "Check that the tags were pushed. To give the namespace up, delete it in Cloudflare."
      );
    }
    return mayRemove(removals.length, owned, limit) ? void 0 : new _with_errors_js__WEBPACK_IMPORTED_MODULE_52__/* .TagshipError */ .bP(
      "prune-refused",
      `${removals.length} of the ${owned} keys of ours in namespace ${namespace} would be removed, more than a share of ${limit}, so none is.`,
      "Look at what the report lists. If it is right, raise `prune-limit` in the configuration, up to 1, for one run."
    );
  }
  /** Whether a tag that stands for no component fails the run: a version that was misspelt is deployed by none. */
  #fails({ why }) {
    return why === "like-a-version" && this.#request.environment === void 0;
  }
  #fail(problems) {
    const known = new Set(this.#failures.map(({ message }) => message));
    for (const problem of problems) {
      if (!known.has(problem.message)) {
        known.add(problem.message);
        this.#failures.push(problem);
      }
    }
  }
  async #report(surveys) {
    const session = this.#session;
    const counts = countsOf(surveys);
    const places = await session.placement(this.#view);
    const drift = (0,_with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .driftIn */ .r)(counts);
    const found = surveys.flatMap((survey) => survey.found.rows).sort(byWorst);
    const keys = session.settings.dryRun && this.#request.heal ? this.#planned(surveys) : this.#keys;
    if (this.#remaining > 0) {
      this.#failures.push(remains(this.#remaining, counts, this.#heals));
    }
    return {
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_33__/* .nothingDone */ .mh)("deploy", session.settings, []),
      command: "reconcile",
      verdict: void 0,
      heal: this.#request.heal,
      ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_33__/* .ledgerReport */ .gM)(session, this.#ledger),
      keys: keys.rows,
      written: keys.written,
      removed: keys.removed,
      changed: this.#keys.changed,
      rounds: this.#rounds,
      namespaces: surveys.map((survey) => ({
        id: survey.namespace,
        environments: survey.environments,
        owned: survey.owned,
        wanted: survey.wanted,
        counts: countsOf([survey])
      })),
      found,
      counts,
      drift,
      remaining: this.#remaining,
      failures: this.#failures,
      notices: [
        ...this.#idle,
        ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_33__/* .excludedNotices */ .CW)({ excluded: this.#view.excluded.filter((one) => !this.#fails(one)) }),
        ...unplacedNotices(places.unplaced),
        ...worstNotices(found),
        ...this.#heals ? [] : (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_33__/* .warnings */ .AR)(this.#view.ignored()),
        ...this.#notices
      ],
      durationMs: session.ports.clock.now() - this.#started
    };
  }
};
function noNamespace(error) {
  if (!(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_52__/* .isOfNamespace */ .NT)(error)) {
    throw error;
  }
  return error;
}
var MAX_WARNED = 5;
function worstNotices(found) {
  const others = found.filter(({ finding }) => finding === "edited" || finding === "foreign");
  const rest = others.length - MAX_WARNED;
  return (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_33__/* .warnings */ .AR)([
    ...others.slice(0, MAX_WARNED).map(({ key, namespace, finding }) => {
      const what = finding === "edited" ? "was stored by somebody else" : "belongs to another repository";
      return `The key \`${key}\` in namespace ${namespace} ${what}.`;
    }),
    ...rest > 0 ? [`${rest} more keys were stored by somebody else or belong to another repository.`] : []
  ]);
}
function unplacedNotices(names) {
  return names.length === 0 ? [] : [
    {
      level: "notice",
      message: `No KV namespace is named for: ${names.map((name) => `\`${name}\``).join(", ")}. Their tags are compared with nothing.`
    }
  ];
}
function countsOf(surveys) {
  return addedCounts(surveys.map(({ found }) => found.counts));
}
var WORST = {
  edited: 0,
  missing: 1,
  stale: 2,
  orphan: 3,
  foreign: 4,
  held: 5,
  expired: 6
};
function byWorst(a, b) {
  return WORST[a.finding] - WORST[b.finding] || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
}
function remains(remaining, counts, heals) {
  const what = `${remaining === 1 ? "One key is" : `${remaining} keys are`} not as the tags say`;
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_52__/* .TagshipError */ .bP(
    "drift-remains",
    `${what}. Found: ${(0,_with_reconcile_drift_js__WEBPACK_IMPORTED_MODULE_2__/* .countsText */ .WN)(counts)}.`,
    heals ? "Run `reconcile` with `prune: true` to remove keys whose tag is gone, or set `on-delete: prune` in the configuration." : "Run `reconcile` with `heal: true` to repair it, and with `prune: true` to remove keys whose tag is gone."
  );
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
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4599);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/reconcile/drift.ts
var DRIFTS = ["missing", "edited", "stale", "orphan"];
var STANDINGS = ["foreign", "held", "expired"];
var MARKS = ["hold", "seq", "in-flight", "canary", "share"];
function compareStored(expected, metadata, owners) {
  const owner = (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .ownership */ .k)(metadata, owners);
  if (owner !== "own") {
    return owner === "foreign" ? "foreign" : "edited";
  }
  const stored = { ...metadata };
  const mark = String(stored["managed-by"]).toLowerCase();
  if (mark !== (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerMark */ .$)(owners[0] ?? "").toLowerCase()) {
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

/***/ 8195:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EX: () => (/* binding */ expectedOf),
/* harmony export */   ZK: () => (/* binding */ mayBeMissing),
/* harmony export */   hI: () => (/* binding */ idleNames),
/* harmony export */   oA: () => (/* binding */ isStray),
/* harmony export */   pl: () => (/* binding */ answerable),
/* harmony export */   xR: () => (/* binding */ expectationsOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3625);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8962);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8130);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2787);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);









// src/domain/unused-config.ts
function environmentsIn(config) {
  const one = (key, name, effect) => ({ key, name, effect });
  return [
    ...Object.keys(config.environments).map((name) => one(`environments.${name}`, name, "it decides over nothing")),
    ...Object.keys(config.namespaces ?? {}).map((glob) => one(`namespaces.${glob}`, glob, "it holds no environment")),
    ...Object.entries(config.environments).flatMap(([name, { requires, canary, verify }]) => {
      const key = `environments.${name}`;
      const required = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .requirementOf */ .h2)(requires)?.environment;
      const never = `no version may be promoted to \`${name}\``;
      return [
        ...required === void 0 ? [] : [one(`${key}.requires`, required, never)],
        ...verify === void 0 ? [] : [one(`${key}.verify.environment`, verify.environment, never)],
        ...canary === void 0 ? [] : [one(`${key}.canary.environment`, canary.environment, "it has no canary yet")]
      ];
    }),
    ...Object.entries(config.groups).flatMap(
      ([group, { waves }]) => waves.flat().map((name) => one(`groups.${group}.waves`, name, `nothing may be promoted to \`${group}\``))
    ),
    ...(config.versions ?? []).map((name) => one("versions", name, "its namespace gets no version"))
  ];
}
function idleNames(config, known) {
  return environmentsIn(config).filter(({ name }) => {
    const matches = (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_5__/* .globMatcher */ .fU)(name);
    return known.size > 0 && ![...known].some((environment) => matches(environment));
  }).map((idle) => ({ ...idle, hint: (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_5__/* .isGlob */ .fg)(idle.name) ? "" : (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_7__/* .didYouMean */ .au)(idle.name, known) }));
}

// src/engine/reconcile/expectations.ts
var RECENT_MS = 5 * 60 * 1e3;
var EMPTY_INDEX = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .blobName */ .PF)(new TextEncoder().encode("{}"));
function mayBeMissing({ component, blob }) {
  return component === void 0 && blob === EMPTY_INDEX;
}
function expectedOf({ wanted, blob }, view) {
  if (wanted === void 0) {
    return { kind: "text", blob: blob ?? "" };
  }
  const { version, commit, marks, component } = wanted;
  const told = view.remembered(component)[version];
  return {
    kind: "content",
    sha: commit,
    version,
    type: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .singularType */ .Iz)(component.type),
    marks,
    blob: told?.commit === commit ? told.blob ?? void 0 : void 0
  };
}
function expectationsOf(namespace, view, { planSettings }, { environment, now }) {
  const policy = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .policyOf */ .US)(namespace, view, planSettings);
  const keys = /* @__PURE__ */ new Map();
  const ignored = /* @__PURE__ */ new Set();
  const problems = /* @__PURE__ */ new Map();
  const moved = [];
  let movedLately = false;
  for (const [id, tags] of view.tags) {
    if (tags.component.prefix !== "components") {
      continue;
    }
    const { projection, problem } = answerable(tags, view.tags, policy);
    if (problem !== void 0) {
      problems.set(id, problem);
    }
    const told = recentMovesOf(tags, view, policy, planSettings.config.environments, now);
    if (told instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP) {
      problems.set(id, told);
      addAll(ignored, projection);
      continue;
    }
    const { recent } = told;
    moved.push(...told.moved);
    movedLately ||= recent.size > 0;
    const expect = expecterOf(id, tags, view, recent);
    for (const wanted of projection.content) {
      const isAskedAbout = environment === void 0 || wanted.slot === environment || isBeside(wanted, environment, policy, tags);
      if (wanted.role === "environment" && !isAskedAbout) {
        ignored.add(wanted.key);
      } else {
        keys.set(wanted.key, expect(wanted));
      }
    }
    for (const list of projection.lists) {
      const { metadata } = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .planList */ .i7)(list, planSettings.repositoryName);
      keys.set(list.key, text(String(metadata.blob), id, false));
    }
    for (const one of projection.shares) {
      const { metadata } = (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .planShare */ .dK)(one, planSettings.repositoryName);
      keys.set(one.key, text(String(metadata.blob), id, recent.has(one.environment)));
    }
  }
  const index = new TextEncoder().encode((0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .projectIndex */ .I_)(view.tags, policy));
  keys.set(_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .INDEX_KEY */ .lr, text((0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .blobName */ .PF)(index), void 0, movedLately));
  return { namespace, policy, keys, ignored, problems, moved };
}
function isBeside({ marks, slot }, environment, policy, tags) {
  return marks.canary === environment || policy.shareOf(tags, environment)?.canary === slot;
}
function answerable(tags, state, policy) {
  const project = (targets) => projectionOf(targets, state, policy);
  const all = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .targetsIn */ .A6)(tags, policy);
  const whole = project(all);
  if (!(whole instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP)) {
    return { targets: all, projection: whole, problem: void 0 };
  }
  const sound = all.filter((target) => !(project([target]) instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP));
  const rest = project(sound);
  return rest instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP ? { targets: [], projection: (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .projectTargets */ .q6)([], state, policy), problem: whole } : { targets: sound, projection: rest, problem: whole };
}
function projectionOf(targets, state, policy) {
  try {
    return (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .projectTargets */ .q6)(targets, state, policy);
  } catch (error) {
    return thrownProblem(error);
  }
}
function thrownProblem(error) {
  if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP) {
    return error;
  }
  throw error;
}
function addAll(ignored, { content }) {
  for (const { key } of content) {
    ignored.add(key);
  }
}
function recentMovesOf(tags, view, policy, rules, now) {
  try {
    const recent = /* @__PURE__ */ new Set([...recentIn(tags, view, policy, now), ...resharedIn(tags, view, rules, now)]);
    return { recent, moved: policy.acceptMoved ? [] : movedIn(tags, view) };
  } catch (error) {
    return thrownProblem(error);
  }
}
function movedIn({ component, versions }, view) {
  const known = view.remembered(component);
  return [...versions].flatMap(([version, ref]) => {
    const remembered = known[version]?.commit;
    return remembered === void 0 || remembered === ref.commit ? [] : [(0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_2__/* .versionMoved */ .KP)(ref, version, remembered)];
  });
}
function recentIn(tags, view, policy, now) {
  const recent = /* @__PURE__ */ new Set();
  for (const [environment, ref] of tags.environments) {
    if (!policy.holds(environment)) {
      continue;
    }
    const entry = view.ledger?.entry(environment, tags.component);
    const isKnown = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .speaksOf */ .Tq)(entry, ref.object) && entry.status !== "pending";
    const at = entry?.at == null ? Number.NEGATIVE_INFINITY : Date.parse(entry.at);
    const isNothing = policy.unversioned === "error" && policy.versionOf(tags, ref) === void 0;
    if (!isNothing && (!isKnown || at > now - RECENT_MS)) {
      recent.add(environment);
    }
  }
  return recent;
}
function resharedIn({ component, environments }, view, rules, now) {
  return [...environments.keys()].filter((environment) => {
    const canary = rules[environment]?.canary?.environment;
    const entry = canary === void 0 ? void 0 : view.ledger?.entry(canary, component);
    if (canary === void 0 || entry?.of !== environment) {
      return false;
    }
    const isKnown = entry.move === "remove" || (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .speaksOf */ .Tq)(entry, environments.get(canary)?.object) && entry.status !== "pending";
    return !isKnown || Date.parse(entry.since ?? "") > now - RECENT_MS;
  });
}
function expecterOf(id, tags, view, recent) {
  const running = /* @__PURE__ */ new Set();
  for (const environment of recent) {
    const ref = tags.environments.get(environment);
    const version = ref === void 0 ? void 0 : view.versionOf(tags, ref)?.version;
    if (version !== void 0) {
      running.add(version);
    }
  }
  return (wanted) => {
    const { role, slot, version } = wanted;
    const forced = role === "environment" ? recent.has(slot) : role === "latest" ? recent.size > 0 : running.has(version);
    return { component: id, wanted, blob: void 0, forced };
  };
}
function text(blob, component, forced) {
  return { component, wanted: void 0, blob, forced };
}
function isStray({ wanted }, metadata, view) {
  if (wanted?.role !== "environment") {
    return false;
  }
  const ref = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(wanted.component))?.environments.get(wanted.slot);
  return (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_4__/* .strayHold */ .dp)(metadata, ref?.object) !== void 0 && wanted.marks.hold === void 0;
}




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
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3367);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2459);
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
  const bakeMs = (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_1__/* .milliseconds */ .Rz)(rule["step-time"], gate.bakeMs);
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
    ({ limit, source }) => limit.kind === "counts" && !(0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_2__/* .textsOf */ .CB)(source).some(({ text }) => text.includes("{version}"))
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

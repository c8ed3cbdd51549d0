export const id = 7027;
export const ids = [7027];
export const modules = {

/***/ 7631:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ warnings),
/* harmony export */   CW: () => (/* binding */ excludedNotices),
/* harmony export */   Mu: () => (/* binding */ environmentsByVersion),
/* harmony export */   Z5: () => (/* binding */ isUnclear),
/* harmony export */   ex: () => (/* binding */ describeDeployed),
/* harmony export */   gM: () => (/* binding */ ledgerReport),
/* harmony export */   hu: () => (/* binding */ groupTags),
/* harmony export */   ke: () => (/* binding */ heldAgain),
/* harmony export */   mO: () => (/* binding */ listedVersion),
/* harmony export */   mh: () => (/* binding */ nothingDone),
/* harmony export */   p7: () => (/* binding */ environmentOf),
/* harmony export */   rv: () => (/* binding */ describeDeleted),
/* harmony export */   x: () => (/* binding */ resolveVersion),
/* harmony export */   yU: () => (/* binding */ returnedFailure),
/* harmony export */   yX: () => (/* binding */ combined),
/* harmony export */   zP: () => (/* binding */ worstVerdict),
/* harmony export */   zW: () => (/* binding */ readTag)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5524);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2591);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9133);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8071);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);








// src/domain/component-tags.ts
function readTag(ref, typeOf) {
  const parsed = (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTag */ .ED)(ref.name);
  if (parsed.kind === "component") {
    const { prefix, type, name, slot } = parsed;
    return { component: { prefix, type, name }, slot, typed: true };
  }
  if (parsed.kind === "untyped") {
    const { prefix, name, slot } = parsed;
    const type = typeOf(ref.commit, name);
    return type === void 0 || type.includes("/") || (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .isReservedType */ .lw)(type) ? void 0 : { component: { prefix, type, name }, slot, typed: false };
  }
  return void 0;
}
function groupTags(refs, typeOf, rules) {
  const state = /* @__PURE__ */ new Map();
  const excluded = [];
  const untyped = [];
  for (const ref of refs) {
    const why = (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .exclusionOf */ .ah)(ref.name, rules);
    const read = why === void 0 ? readTag(ref, typeOf) : void 0;
    if (read === void 0) {
      excluded.push({ name: ref.name, why: why ?? "unknown-type" });
    } else if (read.typed) {
      slotsOf(draftOf(state, read.component), read.slot).set((0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .slotName */ .M8)(read.slot), ref);
    } else {
      untyped.push({ ref, ...read });
    }
  }
  for (const { ref, component, slot } of untyped) {
    const draft = draftOf(state, component);
    const slots = slotsOf(draft, slot);
    const typed = slots.get((0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .slotName */ .M8)(slot));
    if (typed === void 0) {
      slots.set((0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .slotName */ .M8)(slot), ref);
    } else if (typed.commit !== ref.commit) {
      draft.shadowed.push(ref);
    }
  }
  return { tags: state, excluded };
}
function draftOf(state, component) {
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component);
  let draft = state.get(id);
  if (draft === void 0) {
    draft = { component, environments: /* @__PURE__ */ new Map(), versions: /* @__PURE__ */ new Map(), shadowed: [] };
    state.set(id, draft);
  }
  return draft;
}
function slotsOf(draft, slot) {
  return slot.kind === "version" ? draft.versions : draft.environments;
}
function environmentOf(ref) {
  return ref.name.slice(ref.name.lastIndexOf("/") + 1);
}
function resolveVersion(tags, ref, wrapped) {
  for (const name of wrapped) {
    const parsed = (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTag */ .ED)(name);
    if ((parsed.kind === "component" || parsed.kind === "untyped") && parsed.prefix === tags.component.prefix && parsed.name === tags.component.name && (parsed.kind === "untyped" || parsed.type === tags.component.type) && parsed.slot.kind === "version") {
      return { version: parsed.slot.version, by: "tag" };
    }
  }
  const highest = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .highestVersion */ .t)(versionsOn(tags, ref.commit));
  return highest === void 0 ? void 0 : { version: highest, by: "commit" };
}
function listedVersion(tags, ref) {
  if (ref.object === ref.commit) {
    return resolveVersion(tags, ref, []);
  }
  const candidates = versionsOn(tags, ref.commit);
  const same = candidates.find((version) => tags.versions.get(version)?.object === ref.object);
  if (same !== void 0) {
    return { version: same, by: "tag" };
  }
  const [only] = candidates;
  return candidates.length === 1 && only !== void 0 ? { version: only, by: "tag" } : "unknown";
}
function isUnclear(tags, ref) {
  return ref.object === ref.commit ? versionsOn(tags, ref.commit).length !== 1 : listedVersion(tags, ref) === "unknown";
}
function versionsOn(tags, commit) {
  return [...tags.versions].filter(([, ref]) => ref.commit === commit).map(([version]) => version);
}
function environmentsByVersion(tags) {
  const guess = (ref) => (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .highestVersion */ .t)(versionsOn(tags, ref.commit)) ?? "";
  return [...tags.environments.values()].map((ref) => ({ ref, version: guess(ref) })).sort(
    (a, b) => a.version === "" || b.version === "" ? a.version === "" ? 1 : -1 : (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .compareVersions */ .Zy)(b.version, a.version)
  ).map(({ ref }) => ref);
}

// src/commands/describe.ts
var MAX_NAMED = 5;
function excludedNotices({ excluded }) {
  const told = excluded.filter(({ why }) => why !== "ignored");
  const rest = told.length - MAX_NAMED;
  return [
    ...told.slice(0, MAX_NAMED).map(
      ({ name, why }) => ({
        level: why === "like-a-version" ? "warning" : "notice",
        message: `Passed over: ${(0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .exclusionError */ .Pq)(name, why).what}`
      })
    ),
    ...rest > 0 ? [{ level: "notice", message: `Passed over: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .count */ .U9)(rest, "more tag")} of no component.` }] : []
  ];
}
function describeDeployed(target, outcome, view) {
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(target.component);
  const found = outcome.plans.flatMap(
    (plan) => [...plan.wanted.values()].filter(
      ({ component, slot, role }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component) === id && slot === target.slot.name && role !== "latest"
    ).map((wanted) => ({ wanted, plan, planned: plan.keys.find(({ key }) => key === wanted.key) }))
  );
  const [one] = found;
  if (one === void 0) {
    return [];
  }
  const isEnvironment = target.slot.kind === "environment";
  const before = isEnvironment ? previousOf(target, one.wanted.version, view) ?? previousInKv(one, outcome) : void 0;
  return [
    {
      component: id,
      environment: isEnvironment ? target.slot.name : void 0,
      version: one.wanted.version,
      commit: one.wanted.commit,
      path: String(one.planned?.path ?? ""),
      bytes: one.planned?.value.length ?? 0,
      previousVersion: before?.version,
      previousCommit: before?.commit,
      namespaces: [...new Set(found.map(({ plan }) => plan.namespace))]
    }
  ];
}
function describeDeleted({ component, slot, deleted }, outcome) {
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component);
  const again = outcome.plans.some(
    ({ wanted }) => [...wanted.values()].some(
      (one) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(one.component) === id && one.slot === slot.name && one.role === slot.kind
    )
  );
  if (deleted !== true || again) {
    return [];
  }
  const isEnvironment = slot.kind === "environment";
  return [
    {
      component: id,
      environment: isEnvironment ? slot.name : void 0,
      version: isEnvironment ? void 0 : slot.name,
      left: [...new Set(outcome.plans.flatMap(({ left }) => left))]
    }
  ];
}
function previousOf({ component, slot }, version, view) {
  const entry = view.ledger?.entry(slot.name, component);
  return entry === void 0 || entry.version === null || entry.version === version ? void 0 : { version: entry.version, commit: entry.commit ?? void 0 };
}
function previousInKv({ wanted, plan }, outcome) {
  const { version, sha } = asRecord(outcome.before.get(plan.namespace)?.get(wanted.key)?.metadata);
  return typeof version === "string" && version !== wanted.version ? { version, commit: typeof sha === "string" && /^[0-9a-f]{40}$/.test(sha) ? sha : void 0 } : void 0;
}
function asRecord(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
function returnedFailure({ ref: { name }, left, held }) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
    "tag-held",
    `The tag \`${name}\` is the very object again that a rollback of ${left} left, as after a push of all tags from an old clone. So nothing is deployed, and KV stays at ${held}.`,
    `Use \`promote\` with \`version: ${held}\` to move the tag back. If you mean ${left}, use \`promote\` with it, \`override: quarantine\` and a \`reason\`, or push a new annotated tag.`
  );
}
function heldAgain(targets, view) {
  const places = new Set(targets.map(({ component, slot }) => `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component)}@${slot.name}`));
  return view.returned().filter(({ tags: { component }, ref }) => places.has(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component)}@${environmentOf(ref)}`)).map(returnedFailure);
}
function warnings(messages) {
  return messages.map((message) => ({ level: "warning", message }));
}
function ledgerReport(session, ledger) {
  return ledger === void 0 ? void 0 : { ref: session.ledgerRef, commit: ledger.commit, seq: ledger.number };
}
function nothingDone(command, settings, notices, durationMs = 0) {
  return {
    command,
    dryRun: settings.dryRun,
    reason: settings.reason,
    verdict: void 0,
    rolledBack: false,
    ledger: void 0,
    moves: [],
    deployed: [],
    deleted: [],
    requiresRebuild: false,
    rebuild: [],
    keys: [],
    changed: false,
    rounds: 0,
    durationMs,
    issues: [],
    waves: [],
    failures: [],
    notices
  };
}
function combined(reports) {
  const all = (of, name) => [
    ...new Map(reports.flatMap(of).map((one) => [name(one), one])).values()
  ];
  const rollouts = reports.flatMap((one) => one.rollouts ?? []);
  return {
    rolledBack: reports.some(({ rolledBack }) => rolledBack),
    ledger: reports.findLast(({ ledger }) => ledger !== void 0)?.ledger,
    moves: reports.flatMap(({ moves }) => moves),
    deployed: all(
      ({ deployed }) => deployed,
      ({ component, environment, version }) => `${component}@${environment ?? version}`
    ),
    deleted: reports.flatMap(({ deleted }) => deleted),
    requiresRebuild: reports.some(({ requiresRebuild }) => requiresRebuild),
    rebuild: reports.flatMap(({ rebuild }) => rebuild),
    keys: all(
      ({ keys }) => keys,
      ({ namespace, key }) => `${namespace} ${key}`
    ),
    changed: reports.some(({ changed }) => changed),
    rounds: Math.max(0, ...reports.map(({ rounds }) => rounds)),
    issues: reports.flatMap(({ issues }) => issues),
    waves: reports.flatMap(({ waves }) => waves),
    ...rollouts.length === 0 ? {} : { rollouts },
    failures: all(
      ({ failures }) => failures,
      ({ message }) => message
    ),
    notices: all(
      ({ notices }) => notices,
      ({ message }) => message
    )
  };
}
function worstVerdict(reports) {
  return _with_commands_report_js__WEBPACK_IMPORTED_MODULE_2__/* .VERDICTS */ .bk.find((verdict) => reports.some((one) => one.verdict === verdict));
}




/***/ }),

/***/ 1160:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HS: () => (/* binding */ WAVE_STATES),
/* harmony export */   bk: () => (/* binding */ VERDICTS),
/* harmony export */   cB: () => (/* binding */ WAVE_OUTCOMES)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/commands/report.ts
var WAVE_STATES = ["there", "moved", "watched", "waiting", "failed", "back", "left"];
var WAVE_OUTCOMES = ["passed", "unchanged", "stopped", "rolled-back", "waiting"];
var VERDICTS = ["breached", "inconclusive", "superseded", "healthy"];




/***/ }),

/***/ 3625:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bi: () => (/* binding */ DEFAULT_CONFIG_PATH),
/* harmony export */   Cj: () => (/* binding */ MISNAMED_CONFIG_PATH),
/* harmony export */   Cr: () => (/* binding */ misnamedConfig),
/* harmony export */   EN: () => (/* binding */ rolledBack),
/* harmony export */   F8: () => (/* binding */ groupOf),
/* harmony export */   GF: () => (/* binding */ configRules),
/* harmony export */   HD: () => (/* binding */ readable),
/* harmony export */   HX: () => (/* binding */ policyObjects),
/* harmony export */   Ib: () => (/* binding */ environmentsIn),
/* harmony export */   JU: () => (/* binding */ seeded),
/* harmony export */   M2: () => (/* binding */ environmentsOf),
/* harmony export */   Mz: () => (/* binding */ completeObservation),
/* harmony export */   N7: () => (/* binding */ templatePattern),
/* harmony export */   NM: () => (/* binding */ PREFETCHED_VERSIONS),
/* harmony export */   NQ: () => (/* binding */ waitLeft),
/* harmony export */   O1: () => (/* binding */ contenders),
/* harmony export */   O2: () => (/* binding */ withRules),
/* harmony export */   RB: () => (/* binding */ readWrangler),
/* harmony export */   Tj: () => (/* binding */ rolledOut),
/* harmony export */   Tq: () => (/* binding */ speaksOf),
/* harmony export */   W8: () => (/* binding */ tagChain),
/* harmony export */   WI: () => (/* binding */ shareEnded),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   aW: () => (/* binding */ moved),
/* harmony export */   bY: () => (/* binding */ quarantined),
/* harmony export */   cB: () => (/* binding */ listTags),
/* harmony export */   cI: () => (/* binding */ seen),
/* harmony export */   cQ: () => (/* binding */ wrappedNames),
/* harmony export */   cl: () => (/* binding */ spellings),
/* harmony export */   eu: () => (/* binding */ literal2),
/* harmony export */   f3: () => (/* binding */ listedVersions),
/* harmony export */   h2: () => (/* binding */ requirementOf),
/* harmony export */   hF: () => (/* binding */ versionsKey),
/* harmony export */   j6: () => (/* binding */ keyReader),
/* harmony export */   kB: () => (/* binding */ renderKey),
/* harmony export */   kg: () => (/* binding */ loadAhead),
/* harmony export */   lr: () => (/* binding */ INDEX_KEY),
/* harmony export */   o4: () => (/* binding */ parseConfig),
/* harmony export */   ox: () => (/* binding */ DEFAULT_LEDGER_REF),
/* harmony export */   qo: () => (/* binding */ Lines),
/* harmony export */   rq: () => (/* binding */ removed),
/* harmony export */   s2: () => (/* binding */ healthy),
/* harmony export */   s7: () => (/* binding */ learned),
/* harmony export */   sb: () => (/* binding */ defaultConfig),
/* harmony export */   ue: () => (/* binding */ shared),
/* harmony export */   w4: () => (/* binding */ admit),
/* harmony export */   yt: () => (/* binding */ unrecorded),
/* harmony export */   zR: () => (/* binding */ DEFAULT_LAYOUT),
/* harmony export */   zv: () => (/* binding */ loadTagObjects),
/* harmony export */   zx: () => (/* binding */ ignoreRanges)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7271);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(663);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4385);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2348);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8962);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4301);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8130);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(2591);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(8071);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(1592);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





























// src/domain/group.ts
var ON_BREACH = ["rollback", "hold"];
var groupSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)({
  waves: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .union */ .KC)([_with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentName */ .VE, (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(_with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentName */ .VE).min(1, "expected at least one environment")])).min(1, "expected at least one wave").meta({ description: "Environments in the order in which they get a version; those of a list get it together." }),
  wait: _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .positiveDuration */ .Cz.optional().meta({ description: "Between a wave that is healthy and the next one." }),
  "on-breach": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* ._enum */ .$8)(ON_BREACH).optional().meta({
    description: "After a breach: `rollback` (default) takes the version back from every environment of the group, `hold` leaves it where it is and goes no further."
  })
}).meta({ description: "Environments that get a version one wave after the other." });
function groupOf(groups, name) {
  const config = Object.hasOwn(groups, name) ? groups[name] : void 0;
  return config === void 0 ? void 0 : {
    name,
    waves: config.waves.map((wave) => typeof wave === "string" ? [wave] : wave),
    waitMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_19__/* .milliseconds */ .Rz)(config.wait, 0),
    onBreach: config["on-breach"] ?? "rollback"
  };
}
function environmentsIn({ waves }) {
  return waves.flat();
}
function groupProblems(groups, environments) {
  const isNamed = (environment) => Object.hasOwn(environments, environment);
  return Object.entries(groups).flatMap(([name, { waves }]) => {
    const path = ["groups", name];
    const flat = waves.flatMap((wave, at) => [wave].flat().map((environment) => ({ environment, at })));
    const problemOf = (environment, index) => {
      if (flat.findIndex((one) => one.environment === environment) !== index) {
        return `\`${environment}\` is in this group twice`;
      }
      if (Object.hasOwn(groups, environment)) {
        return `\`${environment}\` is a group; a wave has environments`;
      }
      const hasCanary = isNamed(environment) && environments[environment]?.canary !== void 0;
      return hasCanary ? `\`${environment}\` has a \`canary\`; promote it by itself` : void 0;
    };
    const taken = `\`${name}\` is an environment already; a group needs a name of its own`;
    return [
      ...isNamed(name) ? [{ path, message: taken }] : [],
      ...flat.flatMap(({ environment, at }, index) => {
        const message = problemOf(environment, index);
        return message === void 0 ? [] : [{ path: [...path, "waves", at], message }];
      })
    ];
  });
}
function rolledOut(places, version) {
  const { current, left } = places.find((place2) => place2.current !== void 0) ?? {};
  const found = version === void 0 ? [left ?? current] : [left, current];
  return new Set(found.flatMap((one) => one === void 0 || one === version ? [] : [one]));
}
function waitLeft(waitMs, movedAt, now) {
  const latest = Math.max(...movedAt.map((at) => at ?? now));
  return movedAt.length === 0 ? 0 : Math.min(waitMs, Math.max(0, latest + waitMs - now));
}

// src/domain/key.ts
var INDEX_KEY = "component-versions";
var DEFAULT_LAYOUT = "{type}/{name}@{slot}";
var VERSIONS_LAYOUT = `{type}/{name}/${_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_15__/* .VERSIONS_SLOT */ .zf}`;
var LAYOUT_PLACEHOLDERS = ["prefix", "type", "name", "slot"];
function layoutProblem(layout2) {
  const found = [...layout2.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
  const unknown = found.find((name) => !LAYOUT_PLACEHOLDERS.some((known) => known === name));
  if (unknown !== void 0) {
    return `has the unknown placeholder {${unknown}}`;
  }
  const missing = ["type", "name", "slot"].filter((name) => !found.includes(name));
  return missing.length === 0 ? void 0 : `lacks ${missing.map((name) => `{${name}}`).join(", ")}`;
}
function renderKey(layout2, component, slot) {
  const values = { ...component, slot };
  return checkedKey(layout2.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole));
}
function versionsKey(component) {
  return renderKey(VERSIONS_LAYOUT, component, _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_15__/* .VERSIONS_SLOT */ .zf);
}
function keyReader(layouts) {
  const all = [...layouts, VERSIONS_LAYOUT].map(partsOf);
  return (key) => {
    const found = [];
    for (const parts of all) {
      readings(parts, 0, key, 0, {}, ({ type = "", name = "", slot = _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_15__/* .VERSIONS_SLOT */ .zf }) => {
        if (!found.some(
          ({ component, slot: other }) => slot === other && type === component.type && name === component.name
        )) {
          found.push({ component: { prefix: "components", type, name }, slot });
        }
      });
    }
    return found;
  };
}
function partsOf(layout2) {
  return layout2.split(/(\{\w+\})/).filter((part) => part !== "").map((part) => /^\{\w+\}$/.test(part) ? { placeholder: part.slice(1, -1) } : { text: part });
}
function readings(parts, at, key, from, values, found) {
  const part = parts[at];
  if (part === void 0) {
    if (from === key.length) {
      found(values);
    }
    return;
  }
  const fixed = "text" in part ? part.text : values[part.placeholder];
  if (fixed !== void 0) {
    if (key.startsWith(fixed, from)) {
      readings(parts, at + 1, key, from + fixed.length, values, found);
    }
    return;
  }
  const placeholder = "placeholder" in part ? part.placeholder : "";
  const next = parts[at + 1];
  for (let end = endAfter(key, from, next); end !== -1; end = endAfter(key, end, next)) {
    const value = key.slice(from, end);
    if (isValue(placeholder, value)) {
      readings(parts, at + 1, key, end, { ...values, [placeholder]: value }, found);
    }
  }
}
function endAfter(key, from, next) {
  if (next === void 0) {
    return from < key.length ? key.length : -1;
  }
  return "text" in next ? key.indexOf(next.text, from + 1) : from + 1 < key.length ? from + 1 : -1;
}
function isValue(placeholder, value) {
  switch (placeholder) {
    case "prefix":
      return value === "components";
    case "type":
      return !value.includes("/") && !(0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_14__/* .isReservedType */ .lw)(value);
    case "name":
      return !/^\/|\/\/|\/$|\.json(?:\/|$)/.test(value);
    default:
      return value === "latest" || !(/[/\s]/.test(value) || (0,_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_15__/* .isReservedEnvironment */ .As)(value));
  }
}
function checkedKey(key) {
  const bytes = (0,_with_domain_limits_js__WEBPACK_IMPORTED_MODULE_25__/* .byteLength */ .d)(key);
  if (bytes > _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_25__/* .KV_LIMITS */ .f.key) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipError */ .bP(
      "key-too-long",
      `The KV key \`${key}\` has ${bytes} bytes; Workers KV takes ${_with_domain_limits_js__WEBPACK_IMPORTED_MODULE_25__/* .KV_LIMITS */ .f.key}.`,
      "Give the component or the environment a shorter name, or use a shorter layout under `keys`."
    );
  }
  return key;
}

// src/domain/admission.ts
var REFUSALS = {
  freeze: ({ freeze }, environment) => freeze === void 0 ? void 0 : new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipError */ .bP(
    "environment-frozen",
    `\`${environment}\` is frozen: ${freeze.replaceAll("`", "'").trim()}.`,
    "Wait until `freeze` is removed from the configuration, or pass over it with `override: freeze` and a `reason`. `rollback` works."
  )
};
function admit(environment, policy, overrides) {
  return Object.entries(REFUSALS).flatMap(([name, refuse]) => {
    const refusal = policy === void 0 ? void 0 : refuse(policy, environment);
    const override = name;
    if (refusal !== void 0 && !overrides.has(override)) {
      throw refusal;
    }
    return refusal === void 0 ? [] : [override];
  });
}
function requirementOf(requires) {
  if (requires === void 0) {
    return void 0;
  }
  return typeof requires === "string" ? { environment: requires, soakMs: 0 } : { environment: requires.environment, soakMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_19__/* .parseDuration */ .E9)(requires.soak ?? "0s") ?? 0 };
}

// src/domain/content-paths.ts
var CONVENTIONS = [
  "{prefix}/{type}/{name}.{ext}",
  "{prefix}/{type}/{name}/index.{ext}",
  "{type}/{name}.{ext}",
  "{type}/{name}/index.{ext}",
  "{type}/{name}.{singular}.{ext}"
];
var PATH_PLACEHOLDERS = ["prefix", "type", "singular", "name", "ext"];
function pathTemplateProblem(template) {
  const found = [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
  const unknown = found.find((name) => !PATH_PLACEHOLDERS.some((known) => known === name));
  if (unknown !== void 0) {
    return `has the unknown placeholder {${unknown}}`;
  }
  if (!found.includes("name")) {
    return "lacks {name}";
  }
  if (template.split("/").some((segment) => segment === "" || segment === "." || segment === "..")) {
    return "is not a path inside the repository";
  }
  const folders = template.split("/").slice(0, -1);
  return folders.some((segment) => segment.includes("{ext}")) ? "has {ext} in a folder name" : void 0;
}
function spellings(component, templates) {
  const short = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_22__/* .withoutGeneratedSuffix */ .R8)(component);
  const names = [component.name, ...short === void 0 ? [] : [short]];
  return names.map((name, i) => {
    const steps = [...templates, ...CONVENTIONS].map((template) => stepOf(template, { ...component, name }));
    return { name, steps: i === names.length - 1 ? [...steps, ...edgitStep(component)] : steps };
  });
}
function contenders({ type }, step, candidates) {
  if (type !== "agents") {
    return candidates;
  }
  const stemsOf = (kind) => new Set(candidates.filter(({ path }) => kind.test(path)).map(({ path }) => stemOf(path)));
  const code = stemsOf(CODE);
  const definitions = stemsOf(DEFINITION);
  return candidates.filter(({ path }) => {
    const isCompanion = step.kind === "tree" && step.isCompanion(path);
    return CODE.test(path) ? !definitions.has(stemOf(path)) : !isCompanion || code.has(stemOf(path));
  });
}
var CODE = /\.[cm]?[jt]s$/;
var DEFINITION = /\.ya?ml$/;
function stemOf(path) {
  const dot = path.indexOf(".", path.lastIndexOf("/") + 1);
  return dot < 0 ? path : path.slice(0, dot);
}
function edgitStep({ type, name }) {
  const bases = (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_3__/* .edgitBases */ .s)({ type, name });
  const isCompanion = (path) => type === "agents" && /^agents\//.test(path) && DEFINITION.test(path) && (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_3__/* .edgitComponent */ .Tc)(path)?.type !== type;
  return bases.length === 0 ? [] : [
    {
      kind: "tree",
      place: `any file that Edgit calls ${name}`,
      bases,
      isCompanion,
      matches: (path) => {
        if (!bases.includes((0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_3__/* .edgitBase */ .d)(path))) {
          return false;
        }
        const given = (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_3__/* .edgitComponent */ .Tc)(path);
        return given?.type === type && given.name === name || isCompanion(path);
      }
    }
  ];
}
function stepOf(template, component) {
  const values = { ...component, singular: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_22__/* .singularType */ .Iz)(component.type), ext: "{ext}" };
  const place2 = template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  if (template.includes("*")) {
    return globStep(template, place2, values);
  }
  const slash = place2.lastIndexOf("/");
  const file = place2.slice(slash + 1);
  const cut = file.indexOf("{ext}");
  return {
    kind: "folder",
    place: place2,
    folder: place2.slice(0, Math.max(slash, 0)),
    prefix: cut < 0 ? file : file.slice(0, cut),
    isExact: cut < 0,
    matches: cut < 0 ? (name) => name === file : extensionMatcher(file.slice(0, cut), file.slice(cut + "{ext}".length))
  };
}
function globStep(template, place2, values) {
  const pattern = globOf(template, values);
  const file = place2.slice(place2.lastIndexOf("/") + 1);
  const [stem = ""] = file.split(".", 1);
  const isKnown = stem !== file && !/\*|\{ext\}/.test(stem);
  return {
    kind: "tree",
    place: place2,
    bases: isKnown ? [(0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_3__/* .edgitBase */ .d)(file)] : void 0,
    matches: (path) => (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_13__/* .matchesPath */ .$h)(pattern, path, isShown),
    isCompanion: () => false
  };
}
function globOf(template, values) {
  const segments = template.split("/");
  return segments.flatMap((segment, i) => {
    if (segment === "**") {
      return i === segments.length - 1 ? ["folders", ANY_SHOWN] : ["folders"];
    }
    if (/^\*+$/.test(segment)) {
      return [ANY_SHOWN];
    }
    const [first = [], ...more] = filledIn(segment, values);
    return [segment.startsWith("*") ? [SHOWN, ...first] : first, ...more];
  });
}
function filledIn(segment, values) {
  const segments = [[]];
  for (const text of segment.split(/(\{\w+\}|\*+)/)) {
    const name = /^\{(\w+)\}$/.exec(text)?.[1];
    if (text.startsWith("*")) {
      segments.at(-1)?.push(_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_13__/* .STAR */ .Vw);
    } else if (name === "ext") {
      segments.at(-1)?.push(NO_DOT, { ...NO_DOT, kind: "many" });
    } else {
      const [first = "", ...more] = (name === void 0 ? text : values[name] ?? text).split("/");
      segments.at(-1)?.push({ kind: "text", text: first });
      segments.push(...more.map((one) => [{ kind: "text", text: one }]));
    }
  }
  return segments;
}
var SHOWN = { kind: "shown" };
var ANY_SHOWN = [SHOWN, _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_13__/* .CHARACTER */ .Cw, _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_13__/* .STAR */ .Vw];
var NO_DOT = { kind: "one", takes: (character) => character !== "." };
function isShown(folder) {
  return !folder.startsWith(".");
}
function templatePattern(template, part) {
  const segments = template.split("/").filter((segment, i, all) => segment !== "**" || all[i + 1] !== "**");
  const pattern = segments.map((segment, i) => {
    const isLast = i === segments.length - 1;
    if (segment === "**") {
      return isLast ? `${FOLDERS}(?!\\.)[^/]+` : FOLDERS;
    }
    const parts = segment.split(/(\{\w+\}|\*+)/).map((text) => {
      const name = /^\{(\w+)\}$/.exec(text)?.[1];
      return name !== void 0 ? part(name) : text.startsWith("*") ? "[^/]*" : literal2(text);
    });
    const body = /^\*+$/.test(segment) ? "[^/]+" : parts.join("");
    return `${segment.startsWith("*") ? "(?!\\.)" : ""}${body}${isLast ? "" : "/"}`;
  });
  return new RegExp(`^${pattern.join("")}$`, "su");
}
var FOLDERS = "(?:(?!\\.)[^/]+/)*";
function literal2(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
function extensionMatcher(before, after) {
  return (file) => file.length > before.length + after.length && file.startsWith(before) && file.endsWith(after) && !file.slice(before.length, file.length - after.length).includes(".");
}

// src/domain/gate/schema.ts
var fallback = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* ._enum */ .$8)(["keep", "pass", "rollback"]);
var gateSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)({
  "initial-delay": _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .duration */ .p0.optional(),
  interval: _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .positiveDuration */ .Cz.optional(),
  bake: _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .duration */ .p0.optional().meta({
    description: "The least time to watch before a version is healthy, counted from the first look."
  }),
  timeout: _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .positiveDuration */ .Cz.optional(),
  count: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .int */ .Wh)().positive().optional(),
  "failure-limit": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .int */ .Wh)().nonnegative().optional(),
  "consecutive-error-limit": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .int */ .Wh)().positive().optional(),
  "on-breach": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* ._enum */ .$8)(["rollback", "report"]).optional().meta({
    description: "After a breach: `report` fails the step and moves nothing."
  }),
  "on-no-data": fallback.optional(),
  "on-error": fallback.optional(),
  "on-inconclusive": fallback.optional(),
  metrics: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(_with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .metricSchema */ .U8).min(1)
}).check(({ value, issues }) => {
  const { bake, timeout, count = _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_18__/* .GATE_DEFAULTS */ .h.count } = value;
  if (bake !== void 0 && timeout !== void 0 && (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_19__/* .milliseconds */ .Rz)(bake, 0) > (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_19__/* .milliseconds */ .Rz)(timeout, 0)) {
    const message = `expected at most \`timeout\`, which is ${timeout}`;
    issues.push({ code: "custom", path: ["bake"], message, input: value });
  }
  const limits = [
    { path: ["failure-limit"], limit: value["failure-limit"] },
    ...value.metrics.map((one, at) => ({ path: ["metrics", at, "failure-limit"], limit: one["failure-limit"] }))
  ];
  for (const { path, limit: limit2 } of limits) {
    if (limit2 !== void 0 && limit2 >= count) {
      const message = `expected less than \`count\`, which is ${count}`;
      issues.push({ code: "custom", path, message, input: value });
    }
  }
  const names = value.metrics.map(({ name }) => name);
  for (const [at, name] of names.entries()) {
    if (names.indexOf(name) !== at) {
      const message = `another metric of this gate is called \`${name}\` already`;
      issues.push({ code: "custom", path: ["metrics", at, "name"], message, input: value });
    }
  }
}).meta({ description: "What is watched after a deploy." });

// src/domain/environment-schema.ts
var canary = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)({
  environment: _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentName */ .VE.meta({ description: "Where the new version runs for the users who get it first." }),
  steps: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .number */ .ai)().gt(0).lt(100)).min(1).max(100).refine((steps) => steps.every((step, at) => at === 0 || step > (steps[at - 1] ?? 0)), {
    error: "expected percentages that rise"
  }).meta({ description: "How many percent of the users get it, step by step; after the last all do." }),
  "step-time": _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .positiveDuration */ .Cz.optional().meta({
    description: "The least time to watch each step; default the `bake` of the gate."
  }),
  key: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().refine((text) => shareKeyProblem(text) === void 0, {
    error: (issue) => shareKeyProblem(String(issue.input)) ?? ""
  }).optional().meta({
    description: "A KV key that holds the percentage as a number. Placeholders: {prefix} {type} {name} {environment}; without them it serves one canary at a time."
  }),
  "on-stale": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* ._enum */ .$8)(["abort", "keep"]).default("abort").meta({
    description: "What a reconcile does with a canary that no run watches any more."
  })
}).meta({ description: "A promotion goes through a canary, step by step." });
var environmentSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)({
  requires: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .union */ .KC)([_with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentName */ .VE, (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)({ environment: _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentName */ .VE, soak: _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .positiveDuration */ .Cz.optional() })]).optional().meta({
    description: "Promote only what is or was healthy in this environment; with `soak`, and has run there for so long without interruption."
  }),
  freeze: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().trim().min(1).max(200).optional().meta({ description: "Why nothing is promoted or restored here now; remove it to go on." }),
  "in-flight": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* ._enum */ .$8)(_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .IN_FLIGHT */ .Ri).optional().meta({ description: "What running work does on a rollback." }),
  deployments: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .boolean */ .zM)().optional().meta({ description: "Record GitHub Deployments and their statuses." }),
  gate: gateSchema.optional(),
  verify: _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .verifySchema */ .fu.optional(),
  track: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().refine((text) => (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_2__/* .rangeProblem */ .d4)(text) === void 0, { error: (issue) => (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_2__/* .rangeProblem */ .d4)(String(issue.input)) ?? "" }).optional().meta({ description: "The newest version in this range is put here by itself; a range of semver." }),
  canary: canary.optional()
});
function canaryProblems(environments) {
  const owners = /* @__PURE__ */ new Map();
  return Object.entries(environments).flatMap(([name, { canary: rule }]) => {
    if (rule === void 0) {
      return [];
    }
    const other = owners.get(rule.environment);
    owners.set(rule.environment, name);
    const message = rule.environment === name ? "expected another environment than its own" : environments[rule.environment]?.canary !== void 0 ? "expected an environment that has no `canary` itself" : other === void 0 ? void 0 : `expected an environment of its own: \`${rule.environment}\` is the canary of \`${other}\``;
    return message === void 0 ? [] : [{ name, message }];
  });
}
function shareKeyProblem(text) {
  const unknown = [...text.matchAll(/\{([^{}]*)\}/g)].find(
    ([, name]) => !/^(?:prefix|type|name|environment)$/.test(name ?? "")
  );
  if (unknown !== void 0) {
    return `has the unknown placeholder ${unknown[0]}`;
  }
  return text.trim() === "" || text === INDEX_KEY ? "expected a KV key of its own" : void 0;
}

// src/domain/config.ts
var DEFAULT_CONFIG_PATH = ".github/tagship.yml";
var DEFAULT_LEDGER_REF = "refs/tagship/ledger";
var LEDGER_REF = /^refs\/(?!tags\/)(?!.*(?:\.\.|@\{|\/\/|\.lock(?:\/|$)|\/\.|[\s~^:?*[\\]))[^/]+(?:\/[^/]+)*[^/.]$/;
var layout = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().refine((text) => layoutProblem(text) === void 0, {
  error: (issue) => layoutProblem(String(issue.input)) ?? ""
});
var pathTemplate = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().refine((text) => pathTemplateProblem(text) === void 0, {
  error: (issue) => pathTemplateProblem(String(issue.input)) ?? ""
});
var namespace = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)({
  id: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().refine(_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_5__/* .isNamespaceId */ .rH, { error: "expected the 32 hex digits of a KV namespace id" }).optional().meta({ description: "The id of the namespace, 32 hex digits." }),
  title: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().min(1).optional().meta({ description: "The title of the namespace in the Cloudflare account." }),
  binding: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().min(1).optional().meta({ description: "The binding in the wrangler configuration on the default branch." })
}).refine((value) => Object.values(value).filter((item) => item !== void 0).length === 1, {
  error: "expected exactly one of `id`, `title`, `binding`"
});
var plainGlob = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().regex(/^(?!!)/, "expected a glob of what is meant: `!` does not exclude here");
var rebuildLine = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().refine((text) => (0,_with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_6__/* .rebuildProblem */ .bU)(text) === void 0, {
  error: (issue) => (0,_with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_6__/* .rebuildProblem */ .bU)(String(issue.input)) ?? ""
});
var referenceKey = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().regex(/^[A-Za-z0-9_-]+$/, "expected the name of a key, such as `prompt`");
var componentType = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, "expected a type in the plural, as it stands in tags, such as `prompts`");
var findingCode = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().refine((text) => isFindingCode(text), {
  error: (issue) => `expected the code of a finding.${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_23__/* .nearestOf */ .qw)(String(issue.input), _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_7__/* .FINDING_CODES */ .f)}`
});
var severity = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* ._enum */ .$8)(["error", "warning", "notice", "off"]).optional();
var severities = Object.fromEntries(_with_validation_finding_js__WEBPACK_IMPORTED_MODULE_7__/* .FINDING_CODES */ .f.map((code) => [code, severity]));
var validation = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)({
  keys: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(referenceKey).default([]).meta({
    description: "Keys that hold references, beside `prompt`, `schema`, `config`, `uses` and the other usual ones."
  }),
  types: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(componentType).default([]).meta({
    description: "Types of components, in the plural, beside the usual ones and those of the tags and the registry."
  }),
  ignore: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)({
      files: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().min(1).meta({ description: "A glob of paths." }),
      codes: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(findingCode).min(1).optional().meta({ description: "What is not shown there; default all." })
    })
  ).default([]).meta({ description: "Findings that are not shown." }),
  severity: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)(severities).default({}).meta({
    description: "How bad each finding is, where that is not as usual; an `error` fails the run, `off` is not looked for."
  }),
  sarif: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().refine((text) => isWorkspacePath(text), { error: "expected a path inside the workspace, outside of `.git`" }).optional().meta({ description: "Where the SARIF file is written, from the workspace; default the temporary directory." })
});
var configSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)({
  namespaces: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .record */ .g1)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().min(1),
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .union */ .KC)([(0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().min(1).meta({ description: "As the input `kv-namespace`." }), namespace])
  ).optional().meta({ description: "Environment (glob) → KV namespace; the first match wins." }),
  keys: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(layout).min(1).default([DEFAULT_LAYOUT]).meta({
    description: "Key layouts; every content is written under each. Placeholders: {prefix} {type} {name} {slot}."
  }),
  paths: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(pathTemplate).max(100).default([]).meta({
    description: "Where content is, tried in order before the conventions. Placeholders: {prefix} {type} {singular} {name} {ext}; * is any part of a name, ** any number of folders."
  }),
  ignore: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(plainGlob.min(1)).default([]).meta({
    description: "Globs of tags that belong to other tools, such as `components/ui/**`; they are left alone."
  }),
  live: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().min(1)).min(1).default(["production", "prod", "production-*", "prod-*", "!*-canary", "!*-drill"]).meta({
    description: "Globs of the environments that serve users, which `@latest` follows; one that begins with `!` takes away."
  }),
  latest: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .union */ .KC)([(0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* ._enum */ .$8)(["deployed", "tagged"]), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .literal */ .eu)(false)]).default("deployed").meta({
    description: "What `@latest` holds: the highest stable version that is live, the highest tagged, or nothing."
  }),
  versions: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(_with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentName */ .VE).optional().meta({ description: "Environments whose namespaces get a pushed version tag; all by default." }),
  "versions-index": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .boolean */ .zM)().default(false).meta({ description: "Keep an index of versions per component." }),
  retention: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .union */ .KC)([(0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .int */ .Wh)().positive(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .literal */ .eu)("all")]).default("all").meta({
    description: "How many version keys of a component stay in KV, beside those in use; a reconcile with `prune` removes the others."
  }),
  pins: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(plainGlob).default([]).meta({ description: "What retention and prune never remove." }),
  unversioned: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* ._enum */ .$8)(["error", "allow"]).default("error").meta({ description: "Whether an environment tag may stand on a commit without a version tag." }),
  formerly: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().regex(/^[\w.-]+\/[\w.-]+$/, "expected `owner/name`")).default([]).meta({ description: "Names this repository had before it was renamed; their keys are its own." }),
  "on-delete": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* ._enum */ .$8)(["report", "prune"]).default("report").meta({ description: "What happens when a tag is deleted." }),
  "prune-limit": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .number */ .ai)().min(0).max(1).default(0.1).meta({
    description: "The share of the keys in a namespace that a reconcile removes at most; a larger one stops it."
  }),
  notify: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)({
      url: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().refine((text) => webhookProblem(text) === void 0, {
        error: (issue) => webhookProblem(String(issue.input)) ?? ""
      }),
      format: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* ._enum */ .$8)(_with_domain_notification_js__WEBPACK_IMPORTED_MODULE_1__/* .NOTIFY_FORMATS */ .fK),
      on: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* ._enum */ .$8)(_with_domain_notification_js__WEBPACK_IMPORTED_MODULE_1__/* .OCCASIONS */ .$I)).min(1).default([..._with_domain_notification_js__WEBPACK_IMPORTED_MODULE_1__/* .OCCASIONS */ .$I])
    })
  ).max(20).default([]).meta({ description: "Addresses that get a POST when something happens that people must hear of." }),
  "post-mortem": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .boolean */ .zM)().default(true).meta({ description: "Open an issue after a rollback." }),
  ledger: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)({
    ref: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .string */ .Yj)().regex(
      LEDGER_REF,
      "expected the full name of a ref that is no tag, such as `refs/tagship/ledger` or `refs/heads/ledger`"
    ).default(DEFAULT_LEDGER_REF)
  }).optional().meta({ description: "Where the record of all moves is kept." }),
  environments: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .record */ .g1)(_with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentName */ .VE, environmentSchema).default({}).check(({ value, issues }) => {
    for (const { name, message } of canaryProblems(value)) {
      issues.push({ code: "custom", path: [name, "canary", "environment"], message, input: value });
    }
  }).meta({ description: "Policy per environment." }),
  groups: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .record */ .g1)(_with_domain_verify_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentName */ .VE, groupSchema).default({}).meta({ description: "Names for several environments, which `promote` and `rollback` take as `environment`." }),
  logic: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .strictObject */ .re)({ rebuild: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_26__/* .array */ .YO)(rebuildLine).default([]) }).optional().meta({ description: "What a tag under `logic/` starts; each line is one command without a shell." }),
  validate: validation.prefault({}).meta({
    description: "What `validate` looks for; read from the tree that it checks, as all of this file is then."
  })
}).check(({ value, issues }) => {
  for (const { path, message: message2 } of groupProblems(value.groups, value.environments)) {
    issues.push({ code: "custom", path: [...path], message: message2, input: value });
  }
  const message = "expected another environment: this one does not have the version yet";
  for (const [name, { requires, verify }] of Object.entries(value.environments)) {
    if (requirementOf(requires)?.environment === name) {
      issues.push({ code: "custom", path: ["environments", name, "requires"], message, input: value });
    }
    if (verify?.environment === name) {
      issues.push({ code: "custom", path: ["environments", name, "verify", "environment"], message, input: value });
    }
  }
}).meta({
  title: "Tagship configuration",
  description: "Policy of Tagship, read from the default branch; by `validate` from the tree that it checks."
});
function webhookProblem(text) {
  const forbidden = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_21__/* .forbiddenVariable */ .AK)(text);
  return forbidden === void 0 ? (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_20__/* .metricUrlProblem */ .Vw)(text) : `\`\${${forbidden}}\` is never sent anywhere`;
}
function isFindingCode(text) {
  return _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_7__/* .FINDING_CODES */ .f.some((code) => code === text);
}
function isWorkspacePath(text) {
  return text.split(/[\\/]/).every((part) => !/^(?:\.{0,2}|\.git)$/i.test(part) && !part.includes("\0")) && !/^[A-Za-z]:/.test(text);
}
function defaultConfig() {
  return configSchema.parse({});
}
function configRules(config) {
  return Object.entries(config.namespaces ?? {}).map(([glob, namespace2]) => ({
    glob,
    spec: typeof namespace2 === "string" ? (0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_5__/* .bareSpec */ .mr)(namespace2) : namespaceSpec(namespace2),
    source: `\`namespaces.${glob}\` in the configuration`
  }));
}
function namespaceSpec({ id, title, binding = "" }) {
  if (id !== void 0) {
    return { kind: "id", id: id.toLowerCase() };
  }
  return title === void 0 ? { kind: "binding", binding } : { kind: "title", title };
}

// src/domain/ledger/transition.ts
function speaksOf(entry, tag) {
  return entry !== void 0 && tag !== void 0 && entry.tag === tag && entry.version !== null;
}
function seen(before, running, stamp, isOwn = false) {
  if (running === void 0) {
    return before === void 0 || before.move === "remove" || before.status === "held" ? void 0 : { event: "moved", entry: removed(before, stamp) };
  }
  if (speaksOf(before, running.tag)) {
    if (before.move === "seed" && isOwn) {
      return { event: "moved", entry: moved(before, "deploy", running, "deployed", stamp) };
    }
    return before.status === "pending" ? { event: "acknowledged", entry: { ...before, status: "deployed" } } : void 0;
  }
  if (running.isHeld === true && before !== void 0) {
    return { event: "held", entry: heldBack(before, running, stamp) };
  }
  return { event: "moved", entry: moved(before, "deploy", running, "deployed", stamp) };
}
function endedShare(before, { at }) {
  const { of, share = 0, since } = before ?? {};
  return of === void 0 ? {} : { of, share: 0, step: 0, since: share > 0 ? at : since };
}
function shared(before, tag, { of, share, step, live, track }, stamp) {
  if (!speaksOf(before, tag) || before.status === "held") {
    return void 0;
  }
  if (share === 0) {
    return shareEnded(before, stamp, track);
  }
  if (before.of === of && before.share === share && before.live === live) {
    return void 0;
  }
  const { track: _, ...rest } = before;
  const own = { of, share, step, since: stamp.at, live, ...markIn(track) };
  return { event: "shared", entry: { ...rest, ...own, status: "pending" } };
}
function shareEnded(before, stamp, track) {
  if (before === void 0 || (before.share ?? 0) === 0) {
    return void 0;
  }
  const { live: _, ...rest } = before;
  const status = before.version !== null && before.status !== "held" ? "pending" : before.status;
  return { event: "shared", entry: { ...rest, ...endedShare(before, stamp), ...markIn(track), status } };
}
function markIn(track) {
  return track === void 0 ? {} : { track: { ...track } };
}
function quarantined(before, version) {
  return before === void 0 || before.version === version || before.quarantined.includes(version) ? void 0 : { event: "quarantined", entry: { ...before, quarantined: [...before.quarantined, version] } };
}
function heldBack(before, running, stamp) {
  const { override: _, live: __, ...rest } = before;
  const { version, commit, tag } = running;
  const { seq, at, actor, run, reason: reason2 } = stamp;
  return {
    ...rest,
    seq,
    move: before.move === "remove" ? "rollback" : before.move,
    version,
    commit,
    tag,
    blob: running.blob ?? before.blob,
    path: running.path ?? before.path,
    status: "held",
    previous: before.previous === version ? null : before.previous,
    ...endedShare(before, stamp),
    at,
    actor,
    run,
    reason: reason2
  };
}
function unrecorded(before, running, stamp) {
  const transition = seen(before, running, stamp);
  if (transition?.event !== "moved") {
    return void 0;
  }
  const { entry } = transition;
  return { event: "moved", entry: entry.move === "remove" ? entry : { ...entry, status: "pending" } };
}
function moved(before, move, running, status, stamp) {
  const { version } = running;
  const last = before?.version === version ? before.previous : before?.version ?? before?.previous ?? null;
  const quarantined2 = (before?.quarantined ?? []).filter((one) => one !== version);
  return {
    schema: _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .LEDGER_SCHEMA */ .sk,
    seq: stamp.seq,
    move,
    version,
    commit: running.commit,
    tag: running.tag,
    blob: running.blob,
    path: running.path,
    status,
    previous: last === version ? null : last,
    healthy: [...before?.healthy ?? []],
    quarantined: quarantined2,
    ...leftOf(before, running, quarantined2),
    ...endedShare(before, stamp),
    at: stamp.at,
    actor: stamp.actor,
    run: stamp.run,
    reason: stamp.reason,
    ...stamp.override.length === 0 ? {} : { override: [...stamp.override] }
  };
}
function leftOf(before, { tag }, quarantined2) {
  const held = before?.status === "held" && before.tag !== null && before.previous !== null;
  const all = { ...held ? { [before.tag ?? ""]: before.previous ?? "" } : {}, ...before?.left };
  const left = Object.entries(all).filter(([object, version]) => object !== tag && quarantined2.includes(version));
  return left.length === 0 ? {} : { left: Object.fromEntries(left) };
}
function rolledBack(before, running, { left, leftTag, inFlight, held }, stamp) {
  const entry = moved(before, "rollback", running, held ? "held" : "pending", stamp);
  const quarantined2 = left === void 0 || left === running.version ? [] : [left];
  const isLeft = leftTag !== void 0 && leftTag !== running.tag;
  return {
    ...entry,
    quarantined: [.../* @__PURE__ */ new Set([...entry.quarantined, ...quarantined2])],
    ...isLeft && quarantined2.length > 0 ? { left: { ...entry.left, [leftTag]: quarantined2[0] ?? "" } } : {},
    ...inFlight === void 0 ? {} : { "in-flight": inFlight }
  };
}
function removed(before, stamp) {
  const { override: _, "in-flight": __, live: ___, track: ____, restored: _____, ...rest } = before;
  return {
    ...rest,
    seq: stamp.seq,
    move: "remove",
    version: null,
    commit: null,
    tag: null,
    blob: null,
    path: null,
    status: "deployed",
    previous: before.version ?? before.previous,
    ...endedShare(before, stamp),
    at: stamp.at,
    actor: stamp.actor,
    run: stamp.run,
    reason: stamp.reason
  };
}
function seeded(running, at, stamp) {
  return { ...moved(void 0, "seed", running, "deployed", stamp), at, actor: null, run: null, reason: null };
}
function healthy(before, tag) {
  if (!speaksOf(before, tag) || before.version === null || before.status !== "deployed") {
    return void 0;
  }
  const versions = [before.version, ...before.healthy.filter((one) => one !== before.version)].slice(0, _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_9__/* .HEALTHY_KEPT */ .hT);
  return { event: "healthy", entry: { ...before, status: "healthy", healthy: versions } };
}
function learned(before, news, acceptMoved) {
  const known = new Map(Object.entries(before));
  const registered = /* @__PURE__ */ new Set();
  let changed = false;
  for (const one of news) {
    const old = known.get(one.version);
    const moves = old !== void 0 && old.commit !== one.commit;
    if (moves && !acceptMoved) {
      continue;
    }
    const next = {
      ...old,
      tag: one.tag,
      commit: one.commit,
      blob: one.blob ?? (moves ? null : old?.blob ?? null),
      path: one.path ?? (moves ? null : old?.path ?? null),
      ran: added(old?.ran, one.ran),
      healthy: added(old?.healthy, one.healthy)
    };
    if (old === void 0 || moves) {
      registered.add(one.version);
    }
    if (JSON.stringify(next) !== JSON.stringify(old)) {
      known.set(one.version, next);
      changed = true;
    }
  }
  return changed ? { versions: Object.fromEntries(known), registered: [...registered] } : void 0;
}
function added(names = [], name) {
  return name === void 0 || names.includes(name) ? [...names] : [...names, name];
}
function listedVersions(tags) {
  return [...tags.versions].map(([version, { object, commit }]) => ({
    version,
    tag: object,
    commit,
    blob: null,
    path: null
  }));
}

// src/engine/trusted-ledger.ts
var TrustedLedger = class {
  #tags;
  #ledger;
  #trust;
  #ignored = /* @__PURE__ */ new Map();
  /** The tags that KV may be held back from. */
  #found = [];
  constructor(tags, ledger, trust) {
    this.#tags = tags;
    this.#ledger = ledger;
    this.#trust = trust;
  }
  /**
   * Finds out which holds count: those on the list of holds, and those of tags whose entries were read.
   * @param head the default branch
   */
  async find(head, read) {
    this.#found = [...new Map([...this.#listed(), ...this.#marked(read)].map((one) => [one.ref.name, one])).values()];
    const claims = this.#found.flatMap(({ tags, ref }) => {
      const hold = this.#hold(tags, ref);
      return hold === void 0 ? [] : [{ tags, commit: hold.commit }];
    });
    await this.#trust.anchors.find(head, claims);
  }
  /** The tags that came back to where a rollback had left them, of those that `find` looked at. */
  get returned() {
    return this.#found.flatMap(({ tags, ref }) => {
      const left = this.#readable(tags, ref)?.left?.[ref.object];
      const told = this.version(tags, ref);
      return left === void 0 || told?.held === void 0 ? [] : [{ tags, ref, left, held: told.version, isRecorded: told.heldSince !== void 0 }];
    });
  }
  /** What the ledger says of a tag object; undefined where it says nothing that counts. */
  version(tags, ref) {
    const entry = this.#readable(tags, ref);
    const hold = this.#hold(tags, ref);
    const inFlight = entry?.["in-flight"];
    const marks = inFlight === void 0 ? {} : { inFlight };
    if (hold !== void 0) {
      const { version, commit, since } = hold;
      const number2 = since === void 0 ? {} : { heldSince: since };
      return this.#counts(tags, ref, hold) ? { version, by: "ledger", held: commit, ...number2, ...marks } : void 0;
    }
    return speaksOf(entry, ref.object) && entry.version !== null ? { version: entry.version, by: "ledger", ...marks } : void 0;
  }
  /**
   * The entry of a component in an environment; one of a hold that does not count speaks of no tag.
   * @throws TagshipError `ledger-broken`
   */
  entry(environment, component) {
    const entry = this.#ledger?.entry(environment, component);
    const tags = this.#tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_22__/* .componentId */ .nV)(component));
    const ref = tags?.environments.get(environment);
    if (entry === void 0 || tags === void 0 || ref === void 0 || entry.tag !== ref.object) {
      return entry;
    }
    const hold = this.#hold(tags, ref);
    return hold === void 0 || this.#counts(tags, ref, hold) ? entry : { ...entry, tag: null };
  }
  /** The holds that do not count, in sentences. */
  get ignored() {
    return [...this.#ignored.values()];
  }
  #hold(tags, ref) {
    return (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_8__/* .holdOf */ .nv)(
      this.#readable(tags, ref),
      ref.object,
      (version) => readable(() => this.#ledger?.versions(tags.component)[version]?.commit)
    );
  }
  #readable({ component }, ref) {
    return readable(() => this.#ledger?.entry((0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentOf */ .p7)(ref), component));
  }
  #counts(tags, ref, { version, commit }) {
    if (this.#trust.acceptUnanchored || this.#trust.anchors.has({ tags, commit })) {
      return true;
    }
    const place2 = `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_22__/* .componentId */ .nV)(tags.component)}\` in \`${(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentOf */ .p7)(ref)}\``;
    this.#ignored.set(
      ref.name,
      `The ledger holds ${place2} at ${version}, but its commit ${commit} has no version tag of the component and is not on the default branch, so the hold is ignored. Push the tag of the version if it is right, or accept it for one run with \`override: unanchored\` and a \`reason\`.`
    );
    return false;
  }
  #listed() {
    return Object.keys(this.#ledger?.holds() ?? {}).flatMap((path) => {
      const place2 = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_16__/* .parseEntryPath */ .td)(path);
      const tags = place2 === void 0 ? void 0 : this.#tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_22__/* .componentId */ .nV)(place2.component));
      const ref = place2 === void 0 ? void 0 : tags?.environments.get(place2.environment);
      return tags === void 0 || ref === void 0 ? [] : [{ tags, ref }];
    });
  }
  /** Those of the tags whose entry may speak of a hold; of a ledger that is whole, those of all. */
  #marked(read) {
    const all = this.#ledger?.isWhole !== true ? read : [...this.#tags.values()].flatMap((tags) => [...tags.environments.values()].map((ref) => ({ tags, ref })));
    return all.filter(
      ({ tags: { component }, ref }) => /"(?:held|left)"/.test(this.#ledger?.text((0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_16__/* .entryPath */ .s3)((0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentOf */ .p7)(ref), component)) ?? "")
    );
  }
};
function readable(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipError */ .bP) {
      return void 0;
    }
    throw error;
  }
}

// src/domain/config-file.ts
var import_yaml = (0,_with_js__WEBPACK_IMPORTED_MODULE_28__/* .__toESM */ .f1)((0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_3__/* .require_dist */ .FW)(), 1);

// src/domain/references/lines.ts
var Lines = class {
  #text;
  #starts;
  constructor(text) {
    this.#text = text;
  }
  /** The number of the line that an offset is on, from 1. */
  lineOf(offset) {
    const starts = this.#lineStarts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((starts[middle] ?? 0) <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low + 1;
  }
  /** The offset at which the line of an offset begins. */
  startOfLine(offset) {
    return this.#lineStarts()[this.lineOf(offset) - 1] ?? 0;
  }
  position(offset) {
    const line = this.lineOf(offset);
    return { offset, line, column: offset - (this.#lineStarts()[line - 1] ?? 0) + 1 };
  }
  range(start, end) {
    return { start: this.position(start), end: this.position(end) };
  }
  // Most files hold nothing whose place is asked for.
  #lineStarts() {
    if (this.#starts === void 0) {
      const starts = [0];
      for (let at = this.#text.indexOf("\n"); at !== -1; at = this.#text.indexOf("\n", at + 1)) {
        starts.push(at + 1);
      }
      this.#starts = starts;
    }
    return this.#starts;
  }
};

// src/domain/config-file.ts
var MAX_CONFIG = 256 * 1024;
var MISNAMED_CONFIG_PATH = DEFAULT_CONFIG_PATH.replace(/\.yml$/, ".yaml");
function misnamedConfig(where) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipError */ .bP(
    "config-missing",
    `There is \`${MISNAMED_CONFIG_PATH}\`${where}, which is not read.`,
    `Rename it to \`${DEFAULT_CONFIG_PATH}\`, or name it in the input \`config\`.`,
    { location: { file: MISNAMED_CONFIG_PATH } }
  );
}
function parseConfig(text, file, where = " on the default branch") {
  if (text.length > MAX_CONFIG) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipError */ .bP(
      "config-syntax",
      `${file} is ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_17__/* .size */ .Ej)(text.length)} long, and no configuration has more than ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_17__/* .size */ .Ej)(MAX_CONFIG)}.`,
      `Shorten the file${where}: globs say in one line what names say in many.`,
      { location: { file } }
    );
  }
  const lines = new import_yaml.LineCounter();
  const document = documentOf(text, lines, file);
  const at = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.length > 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipErrors */ .g0(
      document.errors.map(
        ({ message, pos }) => new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipError */ .bP(
          "config-syntax",
          `${place(at(pos[0]))} is not valid YAML: ${sentence(message)}`,
          `Correct the file${where}.`,
          { location: at(pos[0]) }
        )
      )
    );
  }
  const parsed = configSchema.safeParse(toValue(document, file) ?? {});
  if (parsed.success) {
    return parsed.data;
  }
  const found = parsed.error.issues.flatMap((issue) => describe(issue, document, where));
  throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipErrors */ .g0(
    found.map(({ offset, what, remedy }) => {
      const location = at(offset);
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipError */ .bP("config-invalid", `${place(location)}: ${what}`, remedy, {
        location
      });
    })
  );
}
function ignoreRanges(text) {
  const rules = (0, import_yaml.parseDocument)(text).getIn(["validate", "ignore"], true);
  const lines = new Lines(text);
  return ((0, import_yaml.isSeq)(rules) ? rules.items : []).map((rule) => {
    const files = (0, import_yaml.isMap)(rule) ? rule.get("files", true) : rule;
    const [start, end] = ((0, import_yaml.isNode)(files) ? files.range : void 0) ?? [0, 0];
    return lines.range(start, end);
  });
}
function documentOf(text, lines, file) {
  try {
    return (0, import_yaml.parseDocument)(text, { lineCounter: lines, prettyErrors: false });
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipError */ .bP("config-syntax", `${file} is nested too deeply.`, "Write the file with fewer levels.", {
      location: { file }
    });
  }
}
function toValue(document, file) {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipError */ .bP(
      "config-syntax",
      `${file} cannot be resolved: ${sentence(error instanceof Error ? error.message : String(error))}`,
      "Write the file without so many aliases.",
      { location: { file } }
    );
  }
}
function place({ file, line, column }) {
  return `${file}:${line}:${column}`;
}
function sentence(text) {
  const first = /call stack/.test(text) ? "It is nested too deeply" : text.split("\n")[0] ?? "";
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
function describe(issue, document, where) {
  const meant = issue.code === "invalid_union" ? meantAlternative(issue) : [];
  if (meant.length > 0) {
    return meant.flatMap((inner) => describe({ ...inner, path: [...issue.path, ...inner.path] }, document, where));
  }
  if (issue.code === "unrecognized_keys") {
    const known = knownKeys(issue.path);
    return issue.keys.map((key) => {
      return {
        offset: keyOffset(document, [...issue.path, key]),
        what: `\`${dotted([...issue.path, key])}\` is not a known key.`,
        remedy: known.length === 0 ? "Remove it." : `${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_23__/* .didYouMean */ .au)(key, known)} Known here: ${known.join(", ")}.`.trimStart()
      };
    });
  }
  const shape = SHAPES[String(issue.path[0])];
  return [
    {
      offset: valueOffset(document, issue.path),
      what: `\`${dotted(issue.path) || "the file"}\`: ${sentence(reason(issue, document))}`,
      remedy: `${isOfKind(issue) && shape !== void 0 ? `Write it like \`${shape}\`. ` : ""}Correct the value${where}.`
    }
  ];
}
function meantAlternative({ errors }) {
  const inside = errors.filter(
    (issues) => issues.every(({ code, path }) => code === "unrecognized_keys" || path.length > 0)
  );
  return inside.length === 1 ? inside[0] ?? [] : [];
}
var SHAPES = {
  namespaces: "namespaces: { production: { id: 0f2ac74b498b48028cb68387c421e279 } }",
  keys: 'keys: ["{type}/{name}@{slot}"]',
  paths: 'paths: ["lib/{type}/{name}.{ext}"]',
  ignore: 'ignore: ["components/ui/**"]',
  live: 'live: [production, "production-*"]',
  versions: "versions: [production, staging]",
  pins: 'pins: ["prompts/extraction@v1.0.0"]',
  formerly: "formerly: [acme/old-name]",
  retention: "retention: 10",
  notify: 'notify: [{ url: "https://example.com/hook", format: json }]',
  ledger: "ledger: { ref: refs/heads/tagship-ledger }",
  environments: "environments: { production: { requires: staging } }",
  logic: "logic: { rebuild: [npm ci] }",
  validate: "validate: { keys: [persona] }"
};
function isOfKind(issue) {
  return issue.code === "invalid_type" && issue.path.length <= 2;
}
var KINDS = {
  object: "a mapping (`key: value`)",
  record: "a mapping (`key: value`)",
  array: "a list (`[one, two]`)",
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "`true` or `false`"
};
function reason(issue, document) {
  if (issue.code === "invalid_union") {
    return eitherOf(issue.errors.flat(), issue, document);
  }
  if (issue.code === "invalid_value") {
    return oneOf(issue.values, issue.path, document);
  }
  if (issue.code === "invalid_key") {
    return issue.issues.map((inner) => inner.message).join("; ");
  }
  if (issue.code === "invalid_type" && KINDS[issue.expected] !== void 0) {
    return `expected ${KINDS[issue.expected]}, and this is ${kindOf(document.getIn(issue.path, true))}`;
  }
  if ((issue.code === "too_small" || issue.code === "too_big") && issue.message.startsWith("Too ")) {
    return boundOf(issue);
  }
  return issue.message.replace(/^Invalid input: /, "");
}
function boundOf(issue) {
  const [bound, most] = issue.code === "too_small" ? [issue.minimum, false] : [issue.maximum, true];
  switch (issue.origin) {
    case "string":
      return !most && bound === 1 ? "expected a text that is not empty" : `expected ${limit(bound, most)} characters`;
    case "array":
      return `expected ${limit(bound, most)} ${bound === 1 ? "item" : "items"}`;
    default:
      return issue.inclusive === false ? `expected a number ${most ? "below" : "above"} ${bound}` : `expected a number of ${limit(bound, most)}`;
  }
}
function limit(bound, most) {
  return `at ${most ? "most" : "least"} ${bound}`;
}
function eitherOf(alternatives, { path, message }, document) {
  const values = alternatives.flatMap((inner) => inner.code === "invalid_value" ? inner.values : []);
  const kinds = alternatives.flatMap((inner) => inner.code === "invalid_type" ? KINDS[inner.expected] ?? [] : []);
  const others = alternatives.filter(({ code }) => code !== "invalid_value" && code !== "invalid_type").map((inner) => reason({ ...inner, path: [...path, ...inner.path] }, document));
  if (values.length > 0) {
    return oneOf(values, path, document, kinds);
  }
  if (others.length > 0 || kinds.length === 0) {
    return [...new Set(others)].join(" or ") || message;
  }
  return `expected ${kinds.join(" or ")}, and this is ${kindOf(document.getIn(path, true))}`;
}
function oneOf(values, path, document, kinds = []) {
  const node = document.getIn(path, true);
  const names = values.map(String);
  const hint = (0, import_yaml.isScalar)(node) && typeof node.value === "string" ? (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_23__/* .didYouMean */ .au)(node.value, names) : "";
  const known = [...names.map((value) => `\`${value}\``), ...kinds];
  return `expected ${known.length === 1 ? "" : "one of "}${known.join(", ")}${hint === "" ? "" : `. ${hint.trim()}`}`;
}
function kindOf(node) {
  if ((0, import_yaml.isMap)(node)) return "a mapping";
  if ((0, import_yaml.isSeq)(node)) return "a list";
  const value = (0, import_yaml.isScalar)(node) ? node.value : node;
  if (value === null || value === void 0) return "nothing";
  return typeof value === "string" ? "a text" : typeof value === "number" ? "a number" : `\`${String(value)}\``;
}
function dotted(path) {
  return path.map(String).join(".");
}
function knownKeys(path) {
  let schema = configSchema;
  for (const segment of path) {
    schema = child(unwrap(schema), segment);
  }
  const { options } = definition(unwrap(schema));
  const shape = Array.isArray(options) ? options.map(shapeOf).find(Boolean) : shapeOf(unwrap(schema));
  return shape === void 0 ? [] : Object.keys(shape);
}
function definition(schema) {
  if (typeof schema === "object" && schema !== null && "def" in schema) {
    return schema.def;
  }
  return {};
}
function unwrap(schema) {
  let current = schema;
  while (definition(current).innerType !== void 0) {
    current = definition(current).innerType;
  }
  return current;
}
function shapeOf(schema) {
  const { shape } = definition(schema);
  return typeof shape === "object" && shape !== null ? shape : void 0;
}
function child(schema, segment) {
  const shape = shapeOf(schema);
  if (shape !== void 0) {
    return shape[String(segment)];
  }
  const { valueType, element } = definition(schema);
  return valueType ?? element;
}
function valueOffset(document, path) {
  for (let length = path.length; length >= 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range)) {
      return Number(node.range[0]);
    }
  }
  return 0;
}
function keyOffset(document, path) {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if ((0, import_yaml.isMap)(parent)) {
    for (const pair of parent.items) {
      if ((0, import_yaml.isPair)(pair) && (0, import_yaml.isScalar)(pair.key) && String(pair.key.value) === String(path.at(-1)) && pair.key.range) {
        return pair.key.range[0];
      }
    }
  }
  return valueOffset(document, path.slice(0, -1));
}

// src/engine/read-config.ts
async function readConfig(repository, head, path) {
  const found = head === void 0 ? void 0 : await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_8__/* .lookUp */ .TE)(repository, head, path);
  if (found?.kind === "file") {
    const blob = await repository.read(found.oid);
    if (blob?.type === "blob" && blob.bytes !== void 0) {
      return parseConfig(new TextDecoder().decode(blob.bytes), path);
    }
  }
  if (found !== void 0 && found.kind !== "missing") {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipError */ .bP(
      "config-invalid",
      `\`${path}\` is not a regular file on the default branch.`,
      "Commit it as a file.",
      {
        location: { file: path }
      }
    );
  }
  if (path !== DEFAULT_CONFIG_PATH) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipError */ .bP(
      "config-missing",
      `The default branch has no file \`${path}\`.`,
      "Commit the configuration to the default branch, or correct the input `config`."
    );
  }
  const misnamed = head === void 0 ? void 0 : await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_8__/* .lookUp */ .TE)(repository, head, MISNAMED_CONFIG_PATH);
  if (misnamed?.kind === "file") {
    throw misnamedConfig(" on the default branch");
  }
  return defaultConfig();
}
async function readWrangler(repository, head) {
  for (const file of head === void 0 ? [] : _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_4__/* .WRANGLER_FILES */ .nO) {
    const found = await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_8__/* .lookUp */ .TE)(repository, head ?? "", file);
    const blob = found.kind === "file" ? await repository.read(found.oid) : void 0;
    if (blob?.type === "blob" && blob.bytes !== void 0) {
      const parsed = (0,_with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_4__/* .parseWrangler */ .c_)(new TextDecoder().decode(blob.bytes), file);
      if ("problem" in parsed) {
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_27__/* .TagshipError */ .bP(
          "config-invalid",
          `\`${file}\` on the default branch cannot be read: ${parsed.problem}.`,
          "Correct the file, or name the namespace by `id` or `title`.",
          { location: { file } }
        );
      }
      return parsed;
    }
  }
  return void 0;
}
async function policyObjects(repository, head, configPath) {
  const oids = [];
  for (const path of head === void 0 ? [] : [configPath, ..._with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_4__/* .WRANGLER_FILES */ .nO]) {
    const found = await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_8__/* .lookUp */ .TE)(repository, head ?? "", path);
    if (found.kind === "file") {
      oids.push(found.oid);
    }
  }
  return oids;
}

// src/engine/observation.ts
var PREFETCHED_ENVIRONMENTS = 8;
var PREFETCHED_VERSIONS = 3;
async function environmentsOf({ tags, ledger }) {
  return /* @__PURE__ */ new Set([
    ...[...tags.values()].flatMap(({ environments }) => [...environments.keys()]),
    ...await ledger?.environments() ?? []
  ]);
}
async function listTags(repository, content, prefix, rules, before, names = []) {
  const refs = await repository.refs([prefix ?? []].flat(), names);
  if (before !== void 0 && areSame(before.refs.tags, refs.tags)) {
    return { ...before, refs };
  }
  const untyped = refs.tags.filter(({ name }) => (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_14__/* .parseTag */ .ED)(name).kind === "untyped");
  if (untyped.length === 0) {
    const typeOf2 = () => void 0;
    return { refs, ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .groupTags */ .hu)(refs.tags, typeOf2, rules), rules, typeOf: typeOf2 };
  }
  const commits = [...new Set(untyped.map(({ commit }) => commit))];
  await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_8__/* .loadPath */ .U0)(repository, commits, _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_12__/* .REGISTRY_PATH */ .aA);
  const types = /* @__PURE__ */ new Map();
  for (const { commit, name } of untyped) {
    const parsed = (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_14__/* .parseTag */ .ED)(name);
    const registry = await content.registry(commit).catch(() => void 0);
    const entry = parsed.kind === "untyped" ? registry?.get(parsed.name) : void 0;
    if (parsed.kind === "untyped" && entry?.type) {
      types.set(`${commit} ${parsed.name}`, (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_22__/* .pluralType */ .Jt)(entry.type));
    }
  }
  const typeOf = (commit, name) => types.get(`${commit} ${name}`);
  return { refs, ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .groupTags */ .hu)(refs.tags, typeOf, rules), rules, typeOf };
}
function withRules(listing, rules) {
  return { ...listing, ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .groupTags */ .hu)(listing.refs.tags, listing.typeOf, rules), rules };
}
function areSame(before, now) {
  return before === now || before.length === now.length && before.every(({ name, object }, i) => name === now[i]?.name && object === now[i].object);
}
async function completeObservation(listing, focus, configPath, repository, content, ledger, trust, hints = {}) {
  const { refs, tags, excluded } = listing;
  const focused = focusedOn(focus, tags);
  const unclear = unclearTags(tags, new Set(focused.keys()));
  const told = ledgerPaths(ledger, focus, unclear);
  addExpected(focused, hints);
  await loadFocus(repository, refs.head, focused);
  const wanted = await policyObjects(repository, refs.head, configPath);
  for (const [component, slots] of focused) {
    for (const commit of unique(likelyTags(component, slots).map((ref) => ref.commit))) {
      wanted.push(...await content.likelyObjects(component.component, commit));
    }
    wanted.push(
      ...[...component.environments.values()].flatMap((ref) => ref.object === ref.commit ? [] : ref.object)
    );
  }
  const texts = await ledger?.locate(told) ?? [];
  await repository.load(unique([...wanted, ...texts, ...ledger?.parents.slice(0, 1) ?? []]), "objects");
  await loadLedgerFiles(ledger, told);
  if (hints.past === true) {
    await loadPast(repository, content, focused, ledger);
  }
  await ledger?.load([...focused.keys()].flatMap((one) => pastPaths(one, ledger)));
  await ledger?.count();
  const saying = new TrustedLedger(tags, ledger, trust);
  await saying.find(refs.head, unclear);
  const toRead = unclear.filter(
    ({ tags: of, ref }) => ref.object !== ref.commit && saying.version(of, ref) === void 0
  );
  await loadTagObjects(
    repository,
    toRead.map(({ ref }) => ref.object)
  );
  const chains = /* @__PURE__ */ new Map();
  for (const { ref } of toRead) {
    chains.set(ref.object, await wrappedNames(repository, ref.object));
  }
  return {
    refs,
    tags,
    excluded,
    ledger,
    versionOf: (component, ref) => {
      const told2 = saying.version(component, ref);
      if (told2 !== void 0) {
        return told2;
      }
      const chain = chains.get(ref.object);
      if (chain !== void 0) {
        return (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .resolveVersion */ .x)(component, ref, chain);
      }
      const listed = (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .listedVersion */ .mO)(component, ref);
      return listed === "unknown" ? void 0 : listed;
    },
    entry: (environment, component) => saying.entry(environment, component),
    isAnchored: (component, commit) => trust.anchors.has({ tags: tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_22__/* .componentId */ .nV)(component)), commit }),
    returned: () => saying.returned,
    ignored: () => saying.ignored,
    remembered: (component) => ledger?.versions(component) ?? {},
    quarantined: (component, environment) => ledger?.entry(environment, component)?.quarantined ?? [],
    shares: ledger?.shares() ?? {}
  };
}
function focusedOn(focus, tags) {
  const focused = /* @__PURE__ */ new Map();
  for (const { component, slot } of focus) {
    const found = tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_22__/* .componentId */ .nV)(component));
    if (found !== void 0) {
      focused.set(found, (focused.get(found) ?? /* @__PURE__ */ new Set()).add(slot.name));
    }
  }
  return focused;
}
function addExpected(focused, { slots: named = [], past = false }) {
  for (const [{ versions }, slots] of focused) {
    const highest = past ? [...versions.keys()].sort(_with_semver_2_js__WEBPACK_IMPORTED_MODULE_24__/* .compareVersions */ .Zy).slice(-PREFETCHED_VERSIONS) : [];
    for (const name of [...named, ...highest]) {
      slots.add(name);
    }
  }
}
async function loadPast(repository, content, focused, ledger) {
  const found = [...focused].flatMap(
    ([{ component, versions }, slots]) => pastVersions(component, slots, ledger).filter((version) => !slots.has(version)).flatMap((version) => ({ component, ref: versions.get(version) }))
  );
  const missing = found.flatMap(({ component, ref }) => ref === void 0 ? [] : [{ component, ref }]);
  await repository.load(unique(missing.map(({ ref }) => ref.object)), "trees");
  const wanted = [];
  for (const { component, ref } of missing) {
    wanted.push(...await content.likelyObjects(component, ref.commit));
  }
  await repository.load(unique(wanted), "objects");
}
async function loadFocus(repository, head, focused) {
  const near = [...focused].flatMap(([component, slots]) => likelyTags(component, slots));
  await repository.load(unique([head ?? [], ...near.map(({ object }) => object)].flat()), "trees");
}
async function loadAhead(repository, { refs, tags }, focus, hints) {
  const focused = focusedOn(focus, tags);
  addExpected(focused, hints);
  await loadFocus(repository, refs.head, focused);
}
function ledgerPaths(ledger, focus, unclear) {
  return ledger === void 0 ? [] : [
    _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_16__/* .HOLDS_FILE */ .gL,
    _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_16__/* .SHARES_FILE */ .ao,
    // An entry of this run would be put into it.
    (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_16__/* .dayPath */ .yl)(ledger.time),
    ...focus.flatMap(({ component, slot }) => [(0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_16__/* .versionsPath */ .dn)(component), (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_16__/* .entryPath */ .s3)(slot.name, component)]),
    ...unclear.map(({ tags: { component }, ref }) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_16__/* .entryPath */ .s3)((0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentOf */ .p7)(ref), component))
  ];
}
async function loadLedgerFiles(ledger, paths) {
  await ledger?.load(paths);
  const held = Object.keys(ledger?.holds() ?? {}).filter((path) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_16__/* .parseEntryPath */ .td)(path) !== void 0);
  if (held.length > 0) {
    await ledger?.load(held);
  }
}
function pastPaths({ component, environments }, ledger) {
  const ran = Object.values(readable(() => ledger.versions(component)) ?? {}).flatMap((known) => known.ran);
  return unique(ran.filter((name) => !environments.has(name))).map((name) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_16__/* .entryPath */ .s3)(name, component));
}
function pastVersions(component, slots, ledger) {
  return [...slots].flatMap((slot) => {
    const entry = readable(() => ledger?.entry(slot, component));
    return [entry?.previous, entry?.healthy[0]].flatMap((version) => version ?? []);
  });
}
function likelyTags(tags, slots) {
  const highest = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_24__/* .highestVersion */ .t)([...tags.versions.keys()].filter(_with_semver_2_js__WEBPACK_IMPORTED_MODULE_24__/* .isStable */ .MQ));
  const names = [...slots, ...highest === void 0 ? [] : [highest]];
  return [
    ...names.flatMap((name) => tags.environments.get(name) ?? tags.versions.get(name) ?? []),
    ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .environmentsByVersion */ .Mu)(tags).slice(0, PREFETCHED_ENVIRONMENTS)
  ];
}
function unclearTags(tags, focused) {
  const unclear = [];
  for (const component of tags.values()) {
    for (const ref of component.environments.values()) {
      if (focused.has(component) || (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_11__/* .isUnclear */ .Z5)(component, ref)) {
        unclear.push({ tags: component, ref });
      }
    }
  }
  return unclear;
}
var MAX_WRAPPED = 100;
var TAGS_BUDGET = { all: 1024 * 1024, each: 4 * 1024 };
async function loadTagObjects(repository, oids) {
  const tags = unique(oids);
  await repository.load(tags, "objects", TAGS_BUDGET.all + TAGS_BUDGET.each * tags.length);
}
async function wrappedNames(repository, oid) {
  return (await tagChain(repository, oid)).names;
}
async function tagChain(repository, oid) {
  const names = [];
  for (let end = oid; ; ) {
    const object = await repository.read(end);
    if (object?.type !== "tag" || names.length === MAX_WRAPPED) {
      return { names, end, endType: object?.type };
    }
    names.push(object.name);
    end = object.target;
  }
}
function unique(oids) {
  return [...new Set(oids)];
}




/***/ }),

/***/ 7271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ OCCASIONS),
/* harmony export */   AM: () => (/* binding */ notificationBody),
/* harmony export */   fK: () => (/* binding */ NOTIFY_FORMATS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/notification.ts
var OCCASIONS = ["rollback", "breach", "hold", "drift", "failure"];
var MAX_TEXT = 1200;
var MAX_TITLE = 200;
var BODIES = {
  slack: ({ title, text, link }) => ({
    // Shown where blocks are not: `<!channel>` and links need these three characters.
    text: title.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    unfurl_links: false,
    blocks: [
      { type: "header", text: { type: "plain_text", text: title.slice(0, 150), emoji: false } },
      { type: "section", text: { type: "plain_text", text, emoji: false } },
      ...link === void 0 ? [] : [{ type: "section", text: { type: "mrkdwn", text: `<${link.replaceAll("&", "&amp;")}|Details>` } }]
    ]
  }),
  teams: ({ title, text, link }) => ({
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: {
          type: "AdaptiveCard",
          version: "1.4",
          // Text runs know no markup, unlike text blocks.
          body: [title, text].map((line, i) => ({
            type: "RichTextBlock",
            inlines: [{ type: "TextRun", text: line, weight: i === 0 ? "bolder" : "default" }]
          })),
          actions: link === void 0 ? [] : [{ type: "Action.OpenUrl", title: "Details", url: link }]
        }
      }
    ]
  }),
  discord: ({ title, text, link }) => ({
    content: [`**${withoutMarkup(title)}**`, withoutMarkup(text), ...link === void 0 ? [] : [`<${link}>`]].join(
      "\n"
    ),
    allowed_mentions: { parse: [] }
  }),
  json: ({ occasions, title, text, link }) => ({ schema: 1, occasions, title, text, link: link ?? null })
};
var NOTIFY_FORMATS = Object.keys(BODIES);
function notificationBody(format, happening) {
  const { link } = happening;
  return JSON.stringify(
    BODIES[format]({
      ...happening,
      title: clipped(happening.title, MAX_TITLE),
      text: clipped(happening.text, MAX_TEXT),
      link: link !== void 0 && /^https?:\/\/[^\s<>"|]+$/.test(link) ? link : void 0
    })
  );
}
function clipped(text, most) {
  const line = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(text.replaceAll("`", ""));
  return line.length <= most ? line : `${line.slice(0, most).toWellFormed()}…`;
}
function withoutMarkup(text) {
  return text.replace(/[\\*_~|>#`[\]()<:@-]/g, "\\$&");
}




/***/ }),

/***/ 4301:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cz: () => (/* binding */ positiveDuration),
/* harmony export */   Hw: () => (/* binding */ patienceOf),
/* harmony export */   OO: () => (/* binding */ promoteCommand),
/* harmony export */   U8: () => (/* binding */ metricSchema),
/* harmony export */   VE: () => (/* binding */ environmentName),
/* harmony export */   fu: () => (/* binding */ verifySchema),
/* harmony export */   p0: () => (/* binding */ duration2),
/* harmony export */   qx: () => (/* binding */ prepareProbe)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7958);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4923);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8935);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2591);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9133);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7802);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);












// src/domain/environment-name.ts
var environmentName = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().refine((name) => (0,_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentProblem */ .f5)(name) === void 0, {
  error: (issue) => `expected the name of an environment: ${(0,_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentProblem */ .f5)(String(issue.input)) ?? ""}`
});

// src/domain/gate/metric-schema.ts
var duration2 = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().regex(_with_ms_js__WEBPACK_IMPORTED_MODULE_7__/* .DURATION */ .ft, { error: "expected a duration such as `90s`, `10m` or `100ms`", abort: true }).refine((text) => (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_7__/* .parseDuration */ .E9)(text) !== void 0, { error: "expected a duration of at most `24h`" }).meta({ description: "A duration: `90s`, `10m`, `100ms`." });
var positiveDuration = duration2.refine((text) => (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_7__/* .parseDuration */ .E9)(text) !== 0, {
  error: "expected a duration of more than 0"
});
var metricSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .re)({
  name: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().regex(/^[^\s`][^`\n]{0,79}$/, "expected a name of at most 80 characters on one line"),
  provider: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* ._enum */ .$8)(Object.keys(_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq)),
  ..._with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDER_KEYS */ .dC,
  timeout: positiveDuration.optional(),
  max: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .number */ .ai)().optional(),
  min: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .number */ .ai)().optional(),
  "min-samples": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .int */ .Wh)().positive().optional(),
  "failure-limit": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .int */ .Wh)().nonnegative().optional(),
  observe: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .boolean */ .zM)().optional().meta({ description: "Reported with every verdict; never decides." }),
  control: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .re)({ errors: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().min(1), total: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().min(1) }).optional().meta({ description: "The same two questions about what was not deployed: a rise of both is not the deploy." }),
  before: positiveDuration.optional().meta({
    description: "How long before the deploy the version before is asked about; its rate raises the limit."
  })
}).check(({ value, issues }) => {
  for (const { path, message } of metricProblems(value)) {
    issues.push({ code: "custom", path: [...path], message, input: value });
  }
}).meta({ description: "One metric of the gate." });
function metricProblems(metric) {
  const { headers: headers2 = {} } = metric;
  return [
    ...strangeKeys(metric),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .isCounts */ .pi)(metric) ? countProblems(metric) : valueProblems(metric),
    ..._with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq[metric.provider].problems(metric),
    ...controlProblems(metric),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .headerProblems */ ._W)(headers2),
    ...(0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .textsOf */ .CB)(metric).flatMap(({ path, text }) => {
      const forbidden = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .forbiddenVariable */ .AK)(text);
      const message = `\`\${${forbidden}}\` is never sent to a metric server; pass a secret of its own`;
      return forbidden === void 0 ? [] : [{ path, message }];
    })
  ];
}
function controlProblems(metric) {
  const { control, before, provider } = metric;
  const asked = control === void 0 ? [] : _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq[provider].problems({ ...metric, ...control });
  const past = before === void 0 || _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq[provider].past(metric);
  return [
    ...asked.filter(({ path: [key] }) => key === "errors" || key === "total").map(({ path, message }) => ({ path: ["control", ...path], message })),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(
      "before",
      past ? void 0 : "it asks about a past time, so the metric has to name `{since}` or `{now}`"
    )
  ];
}
function strangeKeys(metric) {
  const own = Object.keys(_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq[metric.provider].keys);
  const strange = Object.values(_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq).flatMap(({ keys }) => Object.keys(keys)).filter(
    (key) => !own.includes(key) && Object.entries(metric).some(([name, value]) => name === key && value !== void 0)
  );
  const takes = own.map((key) => `\`${key}\``).join(", ");
  return [...new Set(strange)].flatMap(
    (key) => (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(key, `\`provider: ${metric.provider}\` takes none; it takes ${takes}`)
  );
}
function countProblems(metric) {
  const { max } = metric;
  const problems = ["errors", "total"].flatMap(
    (key) => (metric[key] ?? "").trim() === "" ? (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(key, "a metric of counts needs both `errors` and `total`") : []
  );
  if (max === void 0 || max <= 0 || max >= 1) {
    problems.push(...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("max", "expected the highest rate of failed requests, above 0 and below 1"));
  }
  for (const key of ["min", "failure-limit"]) {
    if (metric[key] !== void 0) {
      problems.push(...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(key, "a metric of counts (`errors` and `total`) has no such limit; remove it"));
    }
  }
  return problems;
}
function valueProblems(metric) {
  const { min, max } = metric;
  const none = min === void 0 && max === void 0;
  const empty = min !== void 0 && max !== void 0 && min > max;
  return [
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("max", none ? "a metric of a value needs `max`, `min` or both" : void 0),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("min", empty ? `expected at most \`max\`, which is ${max}` : void 0),
    ...["min-samples", "control", "before"].flatMap(
      (key) => (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(
        key,
        metric[key] === void 0 ? void 0 : "only a metric of counts (`errors` and `total`) has it; remove it"
      )
    )
  ];
}

// src/domain/verify.ts
var DEFAULTS = { attempts: 5, intervalMs: 1e4 };
var probeSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .re)({
  url: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().meta({ description: "What is asked. Placeholders as in the metrics of a gate." }),
  method: _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .method */ .EJ,
  headers: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .headers */ .b3,
  body: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().optional(),
  status: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .int */ .Wh)().min(100).max(599).optional().meta({ description: "The status that it has to answer; by default any from 200 to 299." }),
  path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().optional().meta({ description: "A JSON path that has to be in the answer." }),
  equals: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .union */ .KC)([(0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .number */ .ai)(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .boolean */ .zM)(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* ._null */ .jw)()]).optional().meta({ description: "What stands at `path`; without `path`, the whole answer." }),
  contains: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .string */ .Yj)().min(1).optional().meta({ description: "A text that is part of what stands at `path`; without `path`, of the whole answer." }),
  latency: positiveDuration.optional().meta({ description: "How long the answer may take to be good." }),
  timeout: positiveDuration.optional().meta({ description: "After how long no answer is waited for; default `10s`." }),
  attempts: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .int */ .Wh)().min(1).max(100).optional().meta({ description: "How often it is asked at most; default 5." }),
  interval: positiveDuration.optional().meta({ description: "Between two attempts; default `10s`." })
}).check(({ value, issues }) => {
  const { url, path, body, equals, contains } = value;
  const texts = [body, typeof equals === "string" ? equals : void 0, contains];
  const problems = [
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("url", (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .metricUrlProblem */ .Vw)(url)),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("path", path === void 0 ? void 0 : (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonPathProblem */ .tX)(path)),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("method", body !== void 0 && value.method === "GET" ? "a GET request has no body" : void 0),
    ...texts.flatMap(
      (text, at) => (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(["body", "equals", "contains"][at] ?? "", text === void 0 ? void 0 : (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .placeholderProblem */ .V6)(text))
    ),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_8__/* .headerProblems */ ._W)(value.headers ?? {}),
    ...(0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .textsOf */ .CB)(value).flatMap(({ path: at, text }) => {
      const forbidden = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .forbiddenVariable */ .AK)(text);
      const message = `\`\${${forbidden}}\` is never sent to a probe; pass a secret of its own`;
      return forbidden === void 0 ? [] : [{ path: at, message }];
    })
  ];
  for (const problem of problems) {
    issues.push({ code: "custom", path: [...problem.path], message: problem.message, input: value });
  }
});
var verifySchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .strictObject */ .re)({
  environment: environmentName.meta({ description: "The environment that has to have the version already." }),
  probes: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_11__/* .array */ .YO)(probeSchema).min(1).max(50)
}).meta({ description: "What is asked of another environment that has the version before it is put here." });
function patienceOf({ attempts, interval, timeout }) {
  return {
    attempts: attempts ?? DEFAULTS.attempts,
    intervalMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_7__/* .milliseconds */ .Rz)(interval, DEFAULTS.intervalMs),
    timeoutMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_7__/* .milliseconds */ .Rz)(timeout, _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_6__/* .GATE_DEFAULTS */ .h.metricTimeoutMs)
  };
}
function prepareProbe(probe, subject, lookup) {
  const filling = { metric: probe.url, what: "probe", subject, lookup };
  const { question, show } = (0,_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .preparedRequest */ .VA)(probe, filling);
  const text = (template) => (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .render */ .XX)(template, "argument", filling);
  const { status, path, equals, contains, latency } = probe;
  const expected = {
    status,
    path: path === void 0 ? void 0 : (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_9__/* .render */ .XX)(path, "jsonpath", filling).send,
    equals: equals === void 0 ? void 0 : text(String(equals)),
    contains: contains === void 0 ? void 0 : text(contains),
    latencyMs: latency === void 0 ? void 0 : (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_7__/* .milliseconds */ .Rz)(latency, 0)
  };
  return { question, show, judge: (answer, tookMs, scrub) => wrongWith(answer, tookMs, expected, scrub) };
}
function wrongWith(answer, tookMs, expected, scrub) {
  const { content } = answer;
  if (content === void 0) {
    return answer.kind === "failed" ? answer.why : void 0;
  }
  const { status, path, equals, contains, latencyMs } = expected;
  const said = (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)((0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_3__/* .saidIn */ .$g)(content.text, content.type), scrub);
  const saying = said === "" ? "" : `: ${said}`;
  const isWanted = status === void 0 ? content.status >= 200 && content.status <= 299 : content.status === status;
  if (!isWanted) {
    return `it answered ${content.status}${status === void 0 ? "" : ` and not ${status}`}${saying}`;
  }
  if (latencyMs !== void 0 && tookMs > latencyMs) {
    return `it took ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .duration */ .p0)(tookMs)} to answer, and at most ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .duration */ .p0)(latencyMs)} are allowed`;
  }
  return path === void 0 && equals === void 0 && contains === void 0 ? void 0 : wrongAt(content, expected, scrub, saying);
}
function wrongAt(content, expected, scrub, saying) {
  const { path, equals, contains } = expected;
  const found = path === void 0 ? { value: content.text.trim() } : valueAt(content, path);
  if ("why" in found) {
    return `${found.why}${saying}`;
  }
  const value = typeof found.value === "object" ? JSON.stringify(found.value) : String(found.value);
  const place = path === void 0 ? "the answer" : `\`${path}\``;
  const stands = `\`${(0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(value, scrub).replaceAll("`", "'")}\``;
  if (equals !== void 0 && value !== equals.send) {
    return `${place} is ${stands} and not \`${named(equals)}\``;
  }
  return contains !== void 0 && !value.includes(contains.send) ? `${place} does not have \`${named(contains)}\` in it: ${stands}` : void 0;
}
function named({ show }) {
  return (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_3__/* .shown */ .SP)(show, (text) => text).replaceAll("`", "'");
}
function valueAt(content, path) {
  const parsed = (0,_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .jsonOf */ .o_)(content);
  if ("problem" in parsed) {
    return { why: parsed.problem.why };
  }
  const found = (0,_with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .oneAt */ .ib)(parsed.json, path, "value");
  return "value" in found ? found : { why: found.problem.why };
}
function promoteCommand(component, environment, version) {
  const words = (0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_1__/* .dispatchWords */ .a)("promote.yml", { component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_10__/* .componentId */ .nV)(component), environment, version });
  return `\`${words.join(" ")}\``;
}




/***/ }),

/***/ 8033:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $E: () => (/* binding */ contentOf),
/* harmony export */   Bq: () => (/* binding */ Namespaces),
/* harmony export */   pC: () => (/* binding */ ContentReader)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2240);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1092);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3625);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(61);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8962);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2787);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1592);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);













// src/engine/folders.ts
var NONE = /* @__PURE__ */ new Map();
var INDEX = /* @__PURE__ */ new Map([["index", NONE]]);
var BEGINNING = "\0";
var WantedFiles = class {
  #top = NONE;
  /** Adds a file. */
  addPath(path) {
    this.#top = added(
      this.#top,
      path.split("/").filter((part) => part !== ""),
      0
    );
  }
  /** Adds whatever one step of a search would look at. */
  addStep({ folder, prefix, isExact }) {
    const name = isExact ? prefix : prefix.endsWith(".") ? prefix.slice(0, -1) : `${prefix}${BEGINNING}`;
    this.addPath(`${folder}/${name}`);
  }
  /** What is wanted of the root of the tree. */
  get top() {
    return this.#top;
  }
};
function added(wanted, segments, i) {
  const segment = segments[i];
  if (segment === void 0) {
    return wanted;
  }
  const isShared = wanted === NONE || wanted === INDEX;
  const isLast = i === segments.length - 1;
  if (isShared && isLast && segment === "index") {
    return INDEX;
  }
  if (isLast && isCovered(wanted, segment)) {
    return wanted;
  }
  const own = isShared ? new Map(wanted) : wanted;
  return own.set(segment, added(own.get(segment) ?? NONE, segments, i + 1));
}
function isCovered(wanted, name) {
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
    if (wanted.has(name.slice(0, dot))) {
      return true;
    }
  }
  return false;
}
async function loadFolders(repository, trees) {
  const kept = /* @__PURE__ */ new Map();
  let level = /* @__PURE__ */ new Map();
  for (const { tree, files } of trees) {
    want(level, tree, files.top);
  }
  while (level.size > 0) {
    const next = /* @__PURE__ */ new Map();
    for await (const { oid, object } of repository.readAll([...level.keys()])) {
      if (object?.type === "tree") {
        const wanted = level.get(oid) ?? /* @__PURE__ */ new Set();
        const listing = object.listing.only(names(wanted, kept.get(oid)), beginnings(wanted));
        kept.set(oid, listing);
        descend(listing, wanted, next);
      }
    }
    level = next;
  }
  return async (oid) => kept.get(oid) ?? await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .listingOf */ .K7)(repository, oid);
}
function* names(wanted, before) {
  for (const one of wanted) {
    for (const name of one.keys()) {
      if (!name.endsWith(BEGINNING)) {
        yield name;
      }
    }
  }
  for (const { name } of before?.all() ?? []) {
    yield name;
  }
}
function* beginnings(wanted) {
  for (const one of wanted) {
    for (const name of one.keys()) {
      if (name.endsWith(BEGINNING)) {
        yield name.slice(0, -BEGINNING.length);
      }
    }
  }
}
function descend(listing, wanted, next) {
  for (const { kind, name, oid } of listing.all()) {
    for (const one of kind === "folder" ? wanted : []) {
      want(next, oid, one.get(name) ?? NONE);
    }
  }
}
function want(level, oid, wanted) {
  if (wanted !== NONE) {
    level.set(oid, (level.get(oid) ?? /* @__PURE__ */ new Set()).add(wanted));
  }
}

// src/domain/similar-files.ts
var NAMED = 3;
var MAX_NAMES = 2e3;
function similarFiles(component, places, paths) {
  const wanted = [...new Set(places.map((place) => place.replace(/\.\{ext\}$/, "")))];
  const found = [sameButForSpelling(wanted, paths), typos(wanted, paths), elsewhere(component, wanted, paths)].flatMap(
    (some) => some.slice(0, NAMED)
  );
  return found.filter(({ path }, i) => found.findIndex((one) => one.path === path) === i).slice(0, NAMED);
}
function sameButForSpelling(wanted, paths) {
  const byKey = new Map(wanted.map((place) => [keyOf(place), place.normalize("NFC")]));
  return paths.flatMap((path) => {
    const place = byKey.get(keyOf(path)) ?? byKey.get(keyOf(stemOf(path)));
    if (path === place) {
      return [{ path, difference: "has no extension" }];
    }
    const isUnicode = place === path.normalize("NFC") || place === stemOf(path).normalize("NFC");
    const difference = isUnicode ? "differs in its Unicode form" : "differs in upper and lower case";
    return place === void 0 ? [] : [{ path, difference }];
  });
}
function typos(wanted, paths) {
  const byFolder = Map.groupBy(paths, (path) => keyOf(folderOf(path)));
  return wanted.flatMap((place) => {
    const folder = keyOf(folderOf(place));
    const names2 = new Map(
      (byFolder.get(folder) ?? []).slice(0, MAX_NAMES).flatMap((path2) => [
        [keyOf(stemOf(path2)).slice(folder.length), path2],
        [keyOf(path2).slice(folder.length), path2]
      ])
    );
    const path = names2.get((0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_10__/* .nearest */ .pA)(keyOf(place).slice(folder.length), names2.keys()) ?? "");
    return path === void 0 ? [] : [{ path, difference: "differs by a typo" }];
  });
}
function elsewhere(component, wanted, paths) {
  const short = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_9__/* .withoutGeneratedSuffix */ .R8)(component);
  const folders = new Set(wanted.map(folderOf));
  const byBase = Map.groupBy(paths, _with_picomatch_js__WEBPACK_IMPORTED_MODULE_4__/* .edgitBase */ .d);
  const found = [component.name, ...short === void 0 ? [] : [short]].map(_with_picomatch_js__WEBPACK_IMPORTED_MODULE_4__/* .edgitBase */ .d).flatMap((base) => {
    const near = byBase.has(base) || byBase.size > MAX_NAMES ? base : (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_10__/* .nearest */ .pA)(base, byBase.keys());
    return (byBase.get(near ?? "") ?? []).map((path) => {
      const where = folders.has(folderOf(path)) ? "has another extension" : "is in another folder";
      return { path, difference: near === base ? where : "differs by a typo" };
    });
  });
  const isOfType = ({ path }) => (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_4__/* .edgitComponent */ .Tc)(path)?.type === component.type;
  return [...found.filter(isOfType), ...found.filter((file) => !isOfType(file))];
}
function stemOf(path) {
  return path.replace(/(?<=[^/])\.[^./]+$/, "");
}
function keyOf(path) {
  return path.normalize("NFC").toLowerCase();
}
function folderOf(path) {
  return path.slice(0, Math.max(path.lastIndexOf("/"), 0));
}

// src/engine/locate.ts
var LISTED = 10;
async function locate(search) {
  const looked = [];
  for (const spelling of (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .spellings */ .cl)(search.component, search.templates)) {
    const found = await registered(search, spelling) ?? await searched(search, spelling, looked);
    if (found !== void 0) {
      return found;
    }
  }
  return { looked };
}
async function missing(search, { looked, registered: registered2 }, hints) {
  const { component, commit, registry } = search;
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_9__/* .componentId */ .nV)(component);
  if (registered2 !== void 0) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
      "content-missing",
      `The registry ${_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA} names \`${registered2}\` for \`${id}\`, but commit ${commit.slice(0, 12)} has no such file.${hints ? await similar(search, [registered2]) : ""}`,
      "Correct the path in the registry or add the file, commit it and tag that commit.",
      { location: { file: _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA } }
    );
  }
  const places = [
    registry === void 0 ? `${_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA} (not committed)` : `${_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA} (does not name it)`,
    ...looked
  ];
  const wanted = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .spellings */ .cl)(component, search.templates).flatMap(({ steps }) => steps.map(({ place }) => place));
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
    "content-missing",
    `No file of \`${id}\` is in commit ${commit.slice(0, 12)}. Looked at: ${places.join(", ")}.${hints ? await similar(search, wanted) : ""}`,
    `Name the file in a committed ${_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA}, or add a template such as \`paths: ["lib/{type}/{name}.{ext}"]\` to the configuration.`
  );
}
async function similar(search, places) {
  const whole = await search.whole();
  const paths = whole?.files.map(({ path }) => path) ?? [];
  const found = similarFiles(search.component, places, paths).map(
    ({ path, difference }) => `\`${path}\` (${difference})`
  );
  return found.length === 0 ? "" : ` Similar files: ${found.join(", ")}.`;
}
function unreadableRegistry(commit, problem) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
    "registry-invalid",
    `The registry ${_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA} at commit ${commit.slice(0, 12)} cannot be read: ${problem}.`,
    "Correct the registry, commit it and tag that commit.",
    { location: { file: _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA } }
  );
}
async function registered(search, spelling) {
  const { component, commit, tree, registry } = search;
  const entry = registry === void 0 ? void 0 : (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .registryEntry */ .qd)(registry, component.type, spelling.name);
  if (entry === void 0) {
    return void 0;
  }
  const { path, problem } = entry;
  if (problem !== void 0) {
    throw unreadableRegistry(commit, problem);
  }
  const found = await tree.lookUp(path);
  if (found.kind === "file") {
    return { path, blob: found.oid };
  }
  if (found.kind === "missing") {
    return { looked: [], registered: path };
  }
  throw notAFile(component, commit, "path" in found ? found.path : path, found.kind);
}
async function searched(search, spelling, looked) {
  const { component, commit } = search;
  for (const step of spelling.steps) {
    const { found, blocked } = await candidates(search, step);
    if (found === void 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
        "content-missing",
        `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_9__/* .componentId */ .nV)(component)}\` cannot be looked for as ${step.place} in commit ${commit.slice(0, 12)}, which has too many files for that. Looked at: ${[_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA, ...looked].join(", ")}.`,
        `Name the file in a committed ${_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA}, or by a template without \`*\` under \`paths\`.`
      );
    }
    const [only, ...others] = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .contenders */ .O1)(component, step, found);
    if (others.length > 0) {
      throw ambiguous(search, step, found);
    }
    if (only !== void 0) {
      if (only.kind !== "file") {
        throw notAFile(component, commit, only.path, only.kind);
      }
      return { path: only.path, blob: only.oid };
    }
    looked.push(blocked === void 0 ? step.place : `${step.place} (${blocked.path} is a ${blocked.kind})`);
  }
  return void 0;
}
function ambiguous({ component, commit }, step, found) {
  const names2 = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .contenders */ .O1)(component, step, found).map(({ path }) => `\`${path}\``).sort();
  const more = names2.length - LISTED;
  const listed = more > 0 ? [...names2.slice(0, LISTED), `one of ${more} more`] : names2;
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
    "content-ambiguous",
    `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_9__/* .componentId */ .nV)(component)}\` could be ${listed.join(" or ")} in commit ${commit.slice(0, 12)}.`,
    `Keep one of them, name the right one in a committed ${_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA}, or add a template under \`paths\` that fits one only.`
  );
}
async function candidates({ tree, whole }, step) {
  if (step.kind === "tree") {
    return { found: (await whole())?.candidates(step) };
  }
  const { entries, blocked } = await tree.list(step.folder);
  const found = (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .candidatesIn */ .U$)(entries, step).flatMap(
    ({ kind, name, oid }) => kind === "folder" ? [] : [{ path: step.folder === "" ? name : `${step.folder}/${name}`, kind, oid }]
  );
  return { found, blocked };
}
function notAFile(component, commit, path, kind) {
  const article = kind === "symlink" ? "a symbolic link" : `a ${kind}`;
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
    "content-not-a-file",
    `\`${path}\` in commit ${commit.slice(0, 12)}, found for \`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_9__/* .componentId */ .nV)(component)}\`, is ${article}.`,
    "Commit the content as a regular file at that path, or name another path in the registry or under `paths`.",
    { location: { file: path } }
  );
}

// src/engine/whole-tree.ts
var MAX_ENTRIES = 25e4;
var MAX_DEPTH = 100;
var WholeTree = class {
  files;
  #byBase;
  constructor(files) {
    this.files = files;
  }
  /** The files that a step of the search for content finds. */
  candidates({ bases, matches }) {
    if (bases === void 0) {
      return this.files.filter(({ path }) => matches(path));
    }
    this.#byBase ??= Map.groupBy(this.files, ({ path }) => (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_4__/* .edgitBase */ .d)(path));
    return [...new Set(bases)].flatMap((base) => this.#byBase?.get(base) ?? []).filter(({ path }) => matches(path));
  }
  /** About how many bytes it takes in memory. */
  get weight() {
    return this.files.reduce((sum, { path }) => sum + 300 + path.length, 1e3);
  }
};
async function loadWholeTrees(repository, roots) {
  const commits = roots.map(({ commit }) => commit);
  if (commits.length === 0 || await repository.load(commits, "trees") || await loadByLevel(repository, roots)) {
    return [];
  }
  const tooLarge = [];
  for (const root of roots.length === 1 ? [] : roots) {
    if (!await loadByLevel(repository, [root])) {
      tooLarge.push(root);
    }
  }
  return roots.length === 1 ? roots : tooLarge;
}
async function loadByLevel(repository, roots) {
  const seen = new Set(roots.map(({ tree }) => tree));
  let level = [...seen];
  let entries = 0;
  for (let depth = 0; level.length > 0; depth++) {
    const next = /* @__PURE__ */ new Set();
    for await (const { object } of repository.readAll(level)) {
      const inside = object?.type === "tree" ? object.entries : [];
      entries += inside.length;
      if (entries > MAX_ENTRIES || depth > MAX_DEPTH) {
        return false;
      }
      for (const { oid } of inside.filter(({ kind }) => kind === "folder")) {
        next.add(oid);
      }
    }
    level = [...next].filter((oid) => !seen.has(oid));
    level.forEach(seen.add, seen);
  }
  return true;
}
async function readWholeTree(repository, tree) {
  const files = [];
  const folders = [{ path: "", oid: tree, depth: 0 }];
  let entries = 0;
  for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) {
    const listing = await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .listingOf */ .K7)(repository, folder.oid);
    entries += listing.size;
    if (entries > MAX_ENTRIES || folder.depth > MAX_DEPTH) {
      return void 0;
    }
    for (const { kind, name, oid } of listing.all()) {
      const path = folder.path === "" ? name : `${folder.path}/${name}`;
      if (kind === "folder") {
        folders.push({ path, oid, depth: folder.depth + 1 });
      } else {
        files.push({ path, kind, oid });
      }
    }
  }
  return new WholeTree(files);
}

// src/engine/content.ts
var UNDEPLOYABLE = ["content-", "registry-"];
var LFS_POINTER = { start: "version https://git-lfs.github.com/spec/", limit: 1024 };
var REGISTRY_BYTES = 32 * 1024 * 1024;
var WHOLE_BYTES = 32 * 1024 * 1024;
var MAX_LOCATED = 1e4;
var MAX_HINTED = 50;
var NeedsWhole = class extends Error {
};
async function needsWhole() {
  throw new NeedsWhole();
}
var ContentReader = class {
  #repository;
  #registries = new _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .BoundedCache */ .I(REGISTRY_BYTES);
  /** The trees of prepared commits; null of what is no commit. */
  #trees = /* @__PURE__ */ new Map();
  /** All files of trees; of one that has too many nothing. */
  #whole = new _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_2__/* .BoundedCache */ .I(WHOLE_BYTES);
  /** Where contents are, by tree and component, found with these templates; null where none can be deployed. */
  #located = /* @__PURE__ */ new Map();
  /** The missing files of which an error names others that are called alike. */
  #hinted = /* @__PURE__ */ new Set();
  #locatedWith = "";
  #locatedCount = 0;
  constructor(repository) {
    this.#repository = repository;
  }
  /** The registry at a commit, or undefined where none is committed. */
  async registry(commit) {
    return await this.#registry(await this.#tree(commit), commit);
  }
  async #registry(tree, commit) {
    const found = await tree.lookUp(_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA);
    const parsed = found.kind === "file" ? await this.#parsed(found.oid) : void 0;
    if (parsed !== void 0 && "problem" in parsed) {
      throw unreadableRegistry(commit, parsed.problem);
    }
    return parsed;
  }
  async #parsed(oid) {
    const known = this.#registries.get(oid);
    if (known !== void 0) {
      return known;
    }
    const blob = await this.#repository.read(oid);
    const bytes = blob?.type === "blob" ? blob.bytes : void 0;
    const parsed = (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .parseRegistry */ .l5)(new TextDecoder().decode(bytes));
    this.#registries.set(oid, parsed, 1e3 + 4 * (bytes?.length ?? 0));
    return parsed;
  }
  async #tree(commit) {
    return new _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .Tree */ .PH((oid) => (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .listingOf */ .K7)(this.#repository, oid), await this.#rootOf(commit));
  }
  /** The tree of a commit; undefined of what is no commit. */
  async #rootOf(commit) {
    const known = this.#trees.get(commit);
    if (known !== void 0) {
      return known ?? void 0;
    }
    const object = await this.#repository.read(commit);
    return object?.type === "commit" ? object.tree : void 0;
  }
  /** All files of a commit; undefined where there are too many. */
  async #wholeTree(commit) {
    const tree = await this.#rootOf(commit);
    if (tree === void 0) {
      return void 0;
    }
    const known = this.#whole.get(tree);
    if (known !== void 0) {
      return known.files;
    }
    const tooLarge = await loadWholeTrees(this.#repository, [{ commit, tree }]);
    const files = tooLarge.length > 0 ? void 0 : await readWholeTree(this.#repository, tree);
    this.#whole.set(tree, { files }, files?.weight ?? 1e3);
    return files;
  }
  /**
   * Finds many components at once, so that `locate` asks the server nothing for them: one request for the commits, one
   * for each level of folders that they may be in, and where there are registries two for these; however many components
   * there are. Where some can be anywhere, one more for all folders of their commits. Contents are not brought near.
   * What was prepared before may be forgotten.
   * @param templates the path templates of the configuration
   */
  async prepare(places, templates) {
    if (this.#locatedWith !== templates.join("\0") || this.#locatedCount > MAX_LOCATED) {
      this.#locatedWith = templates.join("\0");
      this.#located.clear();
      this.#locatedCount = 0;
    }
    const trees = await this.#preparedTrees(
      places.filter((place) => this.#known(place.component, place.commit) === void 0)
    );
    const prepared = await this.#withRegistries(trees);
    const read = await loadFolders(
      this.#repository,
      prepared.map(({ tree, components, registry }) => ({
        tree,
        files: wantedFiles(components, registry, templates)
      }))
    );
    const anywhere = [];
    for (const { tree, commit, components, registry } of prepared) {
      const folders = new _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .Tree */ .PH(read, tree);
      for (const component of components) {
        const whole = () => this.#wholeTree(commit);
        const search = { component, commit, tree: folders, whole, registry, templates };
        if (!await this.#note(tree, { ...search, whole: needsWhole })) {
          anywhere.push(search);
        }
      }
    }
    const commits = new Map(prepared.map((one) => [one.commit, one]));
    const roots = new Set(anywhere.flatMap(({ commit }) => commits.get(commit) ?? []));
    for (const { tree } of await loadWholeTrees(this.#repository, [...roots])) {
      this.#whole.set(tree, { files: void 0 }, 1e3);
    }
    for (const search of anywhere) {
      await this.#note(commits.get(search.commit)?.tree ?? "", search);
    }
  }
  /** Notes where a content is, or that none can be deployed; false where that needs more than was brought near. */
  async #note(tree, search) {
    const located = this.#located.get(tree) ?? /* @__PURE__ */ new Map();
    this.#located.set(tree, located);
    try {
      const found = await locate(search);
      located.set(nameOf(search.component), "looked" in found ? null : found);
    } catch (error) {
      if (error instanceof NeedsWhole) {
        return false;
      }
      if (!isUndeployable(error)) {
        throw error;
      }
      located.set(nameOf(search.component), null);
    }
    this.#locatedCount++;
    return true;
  }
  /**
   * The trees of the commits, the oldest first: those of neighbours have most of their folders in common, and what was
   * read for one is still in memory for the next.
   */
  async #preparedTrees(places) {
    const byCommit = /* @__PURE__ */ new Map();
    for (const { component, commit } of places) {
      const components = byCommit.get(commit);
      if (components === void 0) {
        byCommit.set(commit, [component]);
      } else {
        components.push(component);
      }
    }
    const byTree = /* @__PURE__ */ new Map();
    for await (const { oid, object } of this.#repository.readAll([...byCommit.keys()])) {
      if (object?.type !== "commit") {
        this.#trees.set(oid, null);
        continue;
      }
      const tree = Buffer.from(object.tree).toString();
      this.#trees.set(oid, tree);
      const known = byTree.get(tree) ?? {
        tree,
        commit: oid,
        date: object.date,
        components: /* @__PURE__ */ new Map()
      };
      byTree.set(tree, known);
      for (const component of byCommit.get(oid) ?? []) {
        known.components.set(nameOf(component), component);
      }
    }
    return [...byTree.values()].sort((a, b) => a.date < b.date ? -1 : a.date > b.date ? 1 : 0).map(({ components, ...tree }) => ({ ...tree, components: [...components.values()] }));
  }
  /** What registries say of the components; trees with a registry that cannot be read are left out. */
  async #withRegistries(trees) {
    const files = new WantedFiles();
    files.addPath(_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA);
    const read = await loadFolders(
      this.#repository,
      trees.map(({ tree }) => ({ tree, files }))
    );
    const registries = /* @__PURE__ */ new Map();
    for (const { tree } of trees) {
      const found = await new _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .Tree */ .PH(read, tree).lookUp(_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA);
      if (found.kind === "file") {
        registries.set(tree, found.oid);
      }
    }
    await this.#repository.load([...new Set(registries.values())], "objects");
    const prepared = [];
    for (const one of trees) {
      const oid = registries.get(one.tree);
      const registry = oid === void 0 ? void 0 : await this.#parsed(oid);
      if (registry === void 0 || !("problem" in registry)) {
        prepared.push({ ...one, registry: registry && partOf(registry, one.components) });
      }
    }
    return prepared;
  }
  #known(component, commit) {
    return this.#located.get(this.#trees.get(commit) ?? "")?.get(nameOf(component));
  }
  /**
   * Objects that reading the component will probably need, as far as they are known without the configuration: the
   * registry, and the files at the conventional places; where there is neither, what Edgit calls so.
   */
  async likelyObjects(component, commit) {
    const oids = [];
    const tree = await this.#tree(commit);
    const registry = await tree.lookUp(_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .REGISTRY_PATH */ .aA);
    if (registry.kind === "file") {
      oids.push(registry.oid);
    }
    for (const step of (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .spellings */ .cl)(component, []).flatMap(({ steps }) => steps)) {
      if (step.kind === "folder" || oids.length === 0) {
        const { found = [] } = await candidates({ tree, whole: () => this.#wholeTree(commit) }, step);
        oids.push(...found.flatMap(({ kind, oid }) => kind === "file" ? [oid] : []));
      }
    }
    return oids;
  }
  /**
   * The content of a component at a commit.
   * @param templates the path templates of the configuration
   * @throws TagshipError `content-missing`, `content-ambiguous`, `content-not-a-file`, `content-lfs`,
   *   `content-too-large`, `registry-invalid`, `tag-not-a-commit`
   */
  async read(component, commit, templates) {
    const object = await this.commit(component, commit);
    const located = await this.locate(component, commit, templates);
    const bytes = contentOf(component, commit, located, await this.#repository.read(located.blob));
    return { ...located, bytes, commit, date: object.date, author: object.author };
  }
  /**
   * The commit that a tag of a component leads to.
   * @throws TagshipError `tag-not-a-commit`
   */
  async commit(component, commit) {
    const object = await this.#repository.read(commit);
    if (object?.type !== "commit") {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
        "tag-not-a-commit",
        `A tag of \`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_9__/* .componentId */ .nV)(component)}\` points at ${commit.slice(0, 12)}, which is ${kindOf(object)}.`,
        "Point the tag at a commit."
      );
    }
    return object;
  }
  /**
   * Where the content of a component is at a commit, without reading it.
   * @throws TagshipError as `read`
   */
  async locate(component, commit, templates) {
    const known = this.#knownWith(component, commit, templates);
    if (known) {
      return known;
    }
    const search = await this.#search(component, commit, templates);
    const found = await locate(search);
    if ("looked" in found) {
      const name = `${commit} ${nameOf(component)}`;
      if (this.#hinted.size < MAX_HINTED) {
        this.#hinted.add(name);
      }
      throw await missing(search, found, this.#hinted.has(name));
    }
    return found;
  }
  async #search(component, commit, templates) {
    const tree = await this.#tree(commit);
    const registry = await this.#registry(tree, commit);
    return { component, commit, tree, whole: () => this.#wholeTree(commit), registry, templates };
  }
  /** What was found with these templates; null where nothing can be deployed. */
  #knownWith(component, commit, templates) {
    return this.#locatedWith === templates.join("\0") ? this.#known(component, commit) : void 0;
  }
  /**
   * Where the content of a component is at a commit, as far as there is one: what cannot be deployed is nowhere, and
   * the deploy says why.
   */
  async find(component, commit, templates) {
    const nowhere = { path: null, blob: null };
    try {
      const known = this.#knownWith(component, commit, templates);
      const found = known === void 0 ? await locate(await this.#search(component, commit, templates)) : known;
      return found === null || "looked" in found ? nowhere : found;
    } catch (error) {
      if (isUndeployable(error)) {
        return nowhere;
      }
      throw error;
    }
  }
};
function kindOf(object) {
  return object === void 0 ? "not in the repository" : object.type === "oversized" ? "too large to be read" : `a ${object.type}`;
}
function partOf(registry, components) {
  const part = /* @__PURE__ */ new Map();
  for (const component of components) {
    for (const { name } of (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .spellings */ .cl)(component, [])) {
      const entry = registry.get(name);
      if (entry !== void 0) {
        part.set(name, entry);
      }
    }
  }
  return part;
}
function wantedFiles(components, registry, templates) {
  const files = new WantedFiles();
  for (const component of components) {
    for (const { name, steps } of (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .spellings */ .cl)(component, templates)) {
      const entry = registry === void 0 ? void 0 : (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_8__/* .registryEntry */ .qd)(registry, component.type, name);
      if (entry !== void 0) {
        if (entry.problem === void 0) {
          files.addPath(entry.path);
        }
        break;
      }
      for (const step of steps) {
        if (step.kind === "folder") {
          files.addStep(step);
        }
      }
    }
  }
  return files;
}
function contentOf(component, commit, { path }, object) {
  const where = `\`${path}\` in commit ${commit.slice(0, 12)}, the content of \`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_9__/* .componentId */ .nV)(component)}\`,`;
  if (object?.type !== "blob") {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP("git-protocol", `${where} could not be fetched.`, "Run the job again.");
  }
  if (object.size > _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_11__/* .KV_LIMITS */ .f.value || object.bytes === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
      "content-too-large",
      `${where} has ${object.size} bytes; Workers KV takes ${_with_domain_limits_js__WEBPACK_IMPORTED_MODULE_11__/* .KV_LIMITS */ .f.value} (25 MiB).`,
      "Make the file smaller or split it into several components.",
      { location: { file: path } }
    );
  }
  if (object.size < LFS_POINTER.limit && Buffer.from(object.bytes).toString("latin1").startsWith(LFS_POINTER.start)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
      "content-lfs",
      `${where} is a Git LFS pointer, not the content itself.`,
      "Take the file out of Git LFS (`git lfs untrack`), commit it and tag that commit.",
      { location: { file: path } }
    );
  }
  return object.bytes;
}
function isUndeployable(error) {
  return error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP && UNDEPLOYABLE.some((prefix) => error.code.startsWith(prefix));
}
function nameOf({ prefix, type, name }) {
  return `${prefix}/${type}/${name}`;
}

// src/engine/namespaces.ts
var Namespaces = class {
  #rules;
  #sources;
  #listed;
  #wrangler;
  constructor(rules, sources) {
    this.#rules = rules;
    this.#sources = sources;
  }
  /**
   * The id of the namespace an environment lives in.
   * @throws TagshipError `namespace-missing`, `namespace-unknown`, `namespace-ambiguous`
   */
  async idOf(environment) {
    const rule = (0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_6__/* .ruleFor */ .sG)(this.#rules, environment);
    if (rule === void 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
        "namespace-missing",
        `The environment \`${environment}\` has no KV namespace.`,
        `Add \`namespaces: { ${environment}: { id: … } }\` to the configuration on the default branch, or give the input \`kv-namespace\`.`
      );
    }
    return await this.#resolve(rule, environment);
  }
  /**
   * The ids of all namespaces that are named anywhere, and why some cannot be resolved.
   * @param environments those that have tags: a binding under a glob means another namespace for each
   * @throws TagshipError where none can
   */
  async all(environments) {
    const wanted = [];
    const known = [...environments];
    for (const rule of this.#rules) {
      const { kind } = rule.spec;
      const bound = kind === "binding" || kind === "name";
      const matched = bound ? known.filter((environment) => (0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_6__/* .ruleFor */ .sG)(this.#rules, environment) === rule) : [];
      for (const environment of matched.length > 0 ? matched : [rule.glob]) {
        wanted.push(() => this.#resolve(rule, environment));
      }
    }
    if (wanted.length === 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
        "namespace-missing",
        "No KV namespace is named anywhere.",
        "Add `namespaces` to the configuration on the default branch, or give the input `kv-namespace`."
      );
    }
    return await this.#each(wanted);
  }
  /** The ids of the namespaces of these environments, as `all`. */
  async allOf(environments) {
    return await this.#each(environments.map((environment) => () => this.idOf(environment)));
  }
  async #each(wanted) {
    const ids = /* @__PURE__ */ new Set();
    const problems = /* @__PURE__ */ new Map();
    for (const find of wanted) {
      try {
        ids.add(await find());
      } catch (error) {
        if (!(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .isOfNamespace */ .NT)(error)) {
          throw error;
        }
        problems.set(error.message, error);
      }
    }
    const [first] = problems.values();
    if (ids.size === 0 && first !== void 0) {
      throw first;
    }
    return { ids, problems: [...problems.values()] };
  }
  /** Which of the environments live in each namespace; environments whose namespace cannot be resolved live in none. */
  async populations(environments) {
    const populations = /* @__PURE__ */ new Map();
    for (const environment of environments) {
      const id = await this.#idIfAny(environment);
      if (id !== void 0) {
        populations.set(id, (populations.get(id) ?? /* @__PURE__ */ new Set()).add(environment));
      }
    }
    return populations;
  }
  /** The namespaces of these environments, as far as they can be resolved. */
  async known(environments) {
    return new Set((await this.populations(environments)).keys());
  }
  async #idIfAny(environment) {
    return await this.idOf(environment).catch((error) => {
      if ((0,_with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .isOfNamespace */ .NT)(error)) {
        return void 0;
      }
      throw error;
    });
  }
  async #resolve({ spec, source }, environment) {
    switch (spec.kind) {
      case "id":
        return spec.id;
      case "title":
        return await this.#titled(spec.title, source);
      case "binding": {
        const bound = await this.#bound(spec.binding, environment);
        if (bound === void 0) {
          await this.#refuseNotInherited(spec.binding, environment, source);
          throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
            "namespace-unknown",
            `The wrangler configuration on the default branch has no KV namespace ${(0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_6__/* .describeSpec */ .l9)(spec)} for \`${environment}\` (${source}).`,
            "Add it to `kv_namespaces`, or name the namespace by `id` or `title`."
          );
        }
        return bound;
      }
      case "name":
        return await this.#bound(spec.name, environment) ?? await this.#named(spec.name, environment, source);
    }
  }
  async #named(name, environment, source) {
    try {
      return await this.#titled(name, source);
    } catch (error) {
      if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP && error.code === "namespace-unknown") {
        await this.#refuseNotInherited(name, environment, source);
      }
      throw error;
    }
  }
  async #refuseNotInherited(binding, environment, source) {
    const config = await this.#wrangler;
    if (config !== void 0 && (0,_with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_5__/* .isNotInherited */ .cP)(config, environment, binding)) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
        "namespace-unknown",
        `The wrangler configuration on the default branch binds \`${binding}\` at its top, but \`[env.${environment}]\` does not inherit \`kv_namespaces\` (${source}).`,
        `Repeat the binding under \`[[env.${environment}.kv_namespaces]]\`, with the id of the namespace for \`${environment}\`, or name the namespace by \`id\` or \`title\`.`
      );
    }
  }
  async #bound(binding, environment) {
    this.#wrangler ??= this.#sources.wrangler();
    const config = await this.#wrangler;
    const id = config === void 0 ? void 0 : (0,_with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_5__/* .boundNamespace */ .IG)(config, environment, binding);
    if (id !== void 0 && !(0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_6__/* .isNamespaceId */ .rH)(id)) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
        "namespace-unknown",
        `The wrangler configuration binds \`${binding}\` for \`${environment}\` ${id === "no-id" ? "without an id" : `to \`${id}\`, which is not the id of a namespace`}.`,
        "Write the 32 hex digits of the namespace as its `id`, or name the namespace by `id` or `title`."
      );
    }
    return id?.toLowerCase();
  }
  async #titled(title, source) {
    this.#listed ??= (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_1__/* .retry */ .L)(this.#sources.clock, () => this.#sources.kv.namespaces());
    const matches = (await this.#listed).filter((namespace) => namespace.title === title);
    const [match] = matches;
    if (match === void 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
        "namespace-unknown",
        `The Cloudflare account has no KV namespace titled \`${title}\` (${source}).`,
        "Create it (`wrangler kv namespace create`), correct the title, or name the namespace by its id."
      );
    }
    if (matches.length > 1) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
        "namespace-ambiguous",
        `The Cloudflare account has ${matches.length} KV namespaces titled \`${title}\` (${source}): ${matches.map(({ id }) => id).join(", ")}.`,
        "Name the namespace by its id."
      );
    }
    return match.id;
  }
};




/***/ }),

/***/ 8962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ listingOf),
/* harmony export */   My: () => (/* binding */ holdsText),
/* harmony export */   OC: () => (/* binding */ isLeft),
/* harmony export */   PH: () => (/* binding */ Tree),
/* harmony export */   QL: () => (/* binding */ canariesOf),
/* harmony export */   TE: () => (/* binding */ lookUp),
/* harmony export */   U$: () => (/* binding */ candidatesIn),
/* harmony export */   U0: () => (/* binding */ loadPath),
/* harmony export */   W5: () => (/* binding */ sharesText),
/* harmony export */   Xs: () => (/* binding */ PathBudget),
/* harmony export */   YT: () => (/* binding */ nextShares),
/* harmony export */   _i: () => (/* binding */ parseShares),
/* harmony export */   _v: () => (/* binding */ parseHolds),
/* harmony export */   dp: () => (/* binding */ strayHold),
/* harmony export */   g7: () => (/* binding */ treeOf),
/* harmony export */   nv: () => (/* binding */ holdOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3643);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1745);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






// src/engine/tree.ts
var NOTHING = { entries: new _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_1__/* .TreeListing */ .z(new Uint8Array()), blocked: void 0 };
var MAX_PATHS = 128 * 1024 * 1024;
var PER_PATH = 100;
var PathBudget = class {
  #left = MAX_PATHS;
  /** @throws TagshipError `tree-too-large` */
  take(path) {
    this.#left -= path.length + PER_PATH;
    if (this.#left < 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipError */ .bP(
        "tree-too-large",
        `The tree unfolds into more paths than are read; one of them is \`${path.slice(0, 200)}\`.`,
        "Look for folders that hold copies of themselves, and take them out of the commit."
      );
    }
  }
};
var Tree = class {
  #readFolder;
  #listed = /* @__PURE__ */ new Map();
  #root;
  /** @param root the object of the tree; undefined for one that holds nothing */
  constructor(readFolder, root) {
    this.#readFolder = readFolder;
    this.#root = root;
  }
  /** Looks up a path; `''` is the root. */
  async lookUp(path) {
    const segments = path.split("/").filter((part) => part !== "");
    const name = segments.pop();
    if (name === void 0 || this.#root === void 0) {
      return this.#root === void 0 ? { kind: "missing" } : { kind: "folder", oid: this.#root };
    }
    const { entries, blocked } = await this.#list(segments);
    if (blocked !== void 0) {
      return blocked;
    }
    const entry = entries.named(name);
    if (entry === void 0) {
      return { kind: "missing" };
    }
    return entry.kind === "file" || entry.kind === "folder" ? { kind: entry.kind, oid: entry.oid } : { kind: entry.kind, path: [...segments, name].join("/") };
  }
  /** What a folder holds. */
  async list(folder) {
    return this.#listed.get(folder) ?? await this.#list(folder.split("/").filter((part) => part !== ""));
  }
  async #list(segments) {
    const folder = segments.join("/");
    const known = this.#listed.get(folder);
    if (known !== void 0) {
      return known;
    }
    const listing = await this.#read(folder, segments);
    this.#listed.set(folder, listing);
    return listing;
  }
  async #read(folder, segments) {
    const name = segments.at(-1);
    if (name === void 0) {
      return this.#root === void 0 ? NOTHING : await this.#entries(this.#root);
    }
    const parent = await this.#list(segments.slice(0, -1));
    if (parent.blocked !== void 0) {
      return parent;
    }
    const entry = parent.entries.named(name);
    if (entry === void 0 || entry.kind === "file") {
      return NOTHING;
    }
    return entry.kind === "folder" ? await this.#entries(entry.oid) : { ...NOTHING, blocked: { kind: entry.kind, path: folder } };
  }
  async #entries(oid2) {
    return { entries: await this.#readFolder(oid2), blocked: void 0 };
  }
};
async function treeOf(repository, commit) {
  const object = await repository.read(commit);
  return new Tree((oid2) => listingOf(repository, oid2), object?.type === "commit" ? object.tree : void 0);
}
async function lookUp(repository, commit, path) {
  return await (await treeOf(repository, commit)).lookUp(path);
}
function candidatesIn(entries, { prefix, isExact, matches }) {
  const near = isExact ? [entries.named(prefix) ?? []].flat() : entries.startingWith(prefix);
  return near.filter(({ kind, name }) => kind !== "folder" && matches(name));
}
async function loadPath(repository, commits, path) {
  await repository.load(commits, "objects");
  const trees = [];
  for (const commit of commits) {
    const object = await repository.read(commit);
    if (object?.type === "commit") {
      trees.push(object.tree);
    }
  }
  let level = trees;
  for (const segment of path.split("/")) {
    await repository.load([...new Set(level)], "objects");
    const next = [];
    for (const oid2 of new Set(level)) {
      const entry = (await listingOf(repository, oid2)).named(segment);
      if (entry?.kind === "folder" || entry?.kind === "file") {
        next.push(entry.oid);
      }
    }
    level = next;
  }
  await repository.load([...new Set(level)], "objects");
}
async function listingOf(repository, tree) {
  const object = await repository.read(tree);
  return object?.type === "tree" ? object.listing : NOTHING.entries;
}

// src/domain/ledger/holds.ts
var holdsSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H)({ tag: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), commit: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)() }));
function parseHolds(json) {
  try {
    return holdsSchema.parse(JSON.parse(json));
  } catch {
    return void 0;
  }
}
function holdsText(holds) {
  return `${JSON.stringify(holds, void 0, 2)}
`;
}
function holdOf(entry, tag, commitOf) {
  if (entry?.tag === tag) {
    const { status, version: version2, commit: commit2, seq } = entry;
    return status === "held" && version2 !== null && commit2 !== null ? { version: version2, commit: commit2, since: seq } : void 0;
  }
  const version = entry?.version ?? entry?.previous ?? null;
  const commit = entry?.commit ?? (version === null ? void 0 : commitOf(version));
  return isLeft(entry, tag) && version !== null && commit !== void 0 ? { version, commit, since: void 0 } : void 0;
}
function isLeft(entry, tag) {
  const version = tag === void 0 ? void 0 : entry?.left?.[tag];
  return version !== void 0 && entry?.quarantined.includes(version) === true;
}
var strayHoldSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H)({
  hold: _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq,
  seq: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* ._undefined */ .E4)().optional(),
  version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(),
  sha: _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq,
  blob: _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .oid */ .jq.nullish().catch(null),
  path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)().nullish().catch(null),
  "in-flight": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* ._enum */ .$8)(_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_2__/* .IN_FLIGHT */ .Ri).optional().catch(void 0)
});
function strayHold(metadata, tag) {
  const isHold = typeof metadata === "object" && metadata !== null && "hold" in metadata && metadata.hold === tag;
  return isHold ? strayHoldSchema.safeParse(metadata).data : void 0;
}

// src/domain/ledger/shares.ts
var sharesSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)(
  (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(),
  (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H)({
    of: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(),
    share: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)().positive().max(100),
    step: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)(),
    since: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(),
    version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(),
    tag: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(),
    live: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)()
  })
);
function parseShares(json) {
  try {
    return sharesSchema.parse(JSON.parse(json));
  } catch {
    return void 0;
  }
}
function sharesText(shares) {
  return `${JSON.stringify(shares, void 0, 2)}
`;
}
function nextShares(before, entries) {
  const shares = new Map(Object.entries(before));
  for (const { environment, component, entry } of entries) {
    if (shares.size === 0 && entry.share === void 0) {
      continue;
    }
    const path = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .entryPath */ .s3)(environment, component);
    const told = toldBy(entry);
    if (told === void 0) {
      shares.delete(path);
    } else {
      shares.set(path, told);
    }
  }
  return Object.fromEntries([...shares].sort(([a], [b]) => a < b ? -1 : 1));
}
function toldBy({ of, share = 0, step = 0, since, version, tag, live, status }) {
  return of === void 0 || since === void 0 || version === null || tag === null || live === void 0 ? void 0 : share > 0 && status !== "held" ? { of, share, step, since, version, tag, live } : void 0;
}
function canariesOf(shares, component, of) {
  return Object.entries(shares).flatMap(([path, told]) => {
    const environment = path.slice(0, path.indexOf("/"));
    return told.of === of && path === (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .entryPath */ .s3)(environment, component) ? [environment] : [];
  });
}




/***/ }),

/***/ 2515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ GATE_DEFAULTS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/gate/policy.ts
var SECOND = 1e3;
var GATE_DEFAULTS = {
  /** KV's own propagation takes up to a minute. */
  initialDelayMs: 60 * SECOND,
  intervalMs: 15 * SECOND,
  timeoutMs: 10 * 60 * SECOND,
  bakeMs: 5 * 60 * SECOND,
  count: 5,
  failureLimit: 0,
  consecutiveErrorLimit: 4,
  minSamples: 50,
  metricTimeoutMs: 10 * SECOND
};




/***/ }),

/***/ 3643:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ OWN_MOVES),
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   JK: () => (/* binding */ parseVersions),
/* harmony export */   Ri: () => (/* binding */ IN_FLIGHT),
/* harmony export */   gJ: () => (/* binding */ AHEAD_SECONDS),
/* harmony export */   hT: () => (/* binding */ HEALTHY_KEPT),
/* harmony export */   jq: () => (/* binding */ oid),
/* harmony export */   l2: () => (/* binding */ MOVES),
/* harmony export */   mn: () => (/* binding */ implausible),
/* harmony export */   od: () => (/* binding */ countedNumber),
/* harmony export */   pl: () => (/* binding */ versionsText),
/* harmony export */   sk: () => (/* binding */ LEDGER_SCHEMA),
/* harmony export */   u0: () => (/* binding */ entryText)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3798);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7802);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/ledger/entry.ts
var LEDGER_SCHEMA = 1;
var HEALTHY_KEPT = 10;
var oid = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().regex(/^[0-9a-f]{40}$/, "expected the 40 hex digits of a Git object");
var MOVES = ["deploy", "promote", "rollback", "restore", "seed", "remove"];
var IN_FLIGHT = ["complete", "switch", "cancel"];
var OWN_MOVES = ["promote", "rollback", "restore"];
var entrySchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({
  schema: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(LEDGER_SCHEMA),
  seq: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Wh)().positive().meta({ description: "Number of the ledger commit that made the move." }),
  move: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(MOVES),
  version: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "Null after the tag was removed." }),
  commit: oid.nullable().meta({ description: "The commit the version stands for." }),
  tag: oid.nullable().meta({ description: "The object the environment tag points at; of a lightweight tag, the commit." }),
  blob: oid.nullable().meta({ description: "The content; null where a seed could not tell it." }),
  path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The file of the content at that commit." }),
  status: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(["pending", "deployed", "healthy", "held"]).meta({
    description: "`pending` until KV acknowledged, then `deployed`; `healthy` after its gate; `held` where KV holds this version although the tag could not be moved."
  }),
  previous: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The version before; never the version itself." }),
  healthy: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "The last ten healthy versions, the newest first." }),
  quarantined: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Versions Tagship does not choose here." }),
  at: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_1__/* .iso_exports */ .W.datetime().nullable().meta({ description: "When, by the Git server's clock; null where a seed could not tell." }),
  actor: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  run: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The workflow run, as an address." }),
  reason: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  left: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(oid, (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).optional().meta({
    description: "Tag objects that a rollback left, with the version each stood for. They do not come back by accident."
  }),
  "in-flight": (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(IN_FLIGHT).optional().meta({ description: "What work that runs on the version before is to do, after a rollback." }),
  track: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({ range: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)(), newest: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable() }).optional().meta({
    description: "What the track of the environment was when a rollback or a restore put this there, or of the live environment when the share of this canary was lowered: it stays until that is another."
  }),
  restored: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({ from: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)(), at: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_1__/* .iso_exports */ .W.datetime() }).optional().meta({ description: "Of a restore: which environment, as it was when, was brought back." }),
  override: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).optional().meta({ description: "Checks that were passed over, with the reason above." }),
  of: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().optional().meta({ description: "Of a canary: the environment whose users get it in part." }),
  share: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .number */ .ai)().min(0).max(100).optional().meta({ description: "How many percent of these users get it." }),
  step: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Wh)().nonnegative().optional().meta({ description: "Which of the steps that is, from 1; 0 at its end." }),
  since: _with_zod_2_js__WEBPACK_IMPORTED_MODULE_1__/* .iso_exports */ .W.datetime().optional().meta({ description: "Since when the share is so." }),
  live: oid.optional().meta({
    description: "The object of that environment's tag. The share ends when the tag becomes another object."
  })
}).meta({ title: "Entry of the Tagship ledger", description: "`{environment}/{prefix}/{type}/{name}.json`" });
var versionSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({
  tag: oid.meta({ description: "The object the version tag pointed at." }),
  commit: oid,
  blob: oid.nullable(),
  path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  ran: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Environments it was deployed to." }),
  healthy: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Environments in which a gate found it healthy." })
});
var versionsSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({ schema: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(LEDGER_SCHEMA), versions: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)(), versionSchema) }).meta({ title: "Versions in the Tagship ledger", description: "`versions/{prefix}/{type}/{name}.json`" });
function parseEntry(json) {
  return parseDocument(json, entrySchema);
}
function parseVersions(json) {
  const parsed = parseDocument(json, versionsSchema);
  return "problem" in parsed && typeof parsed.problem === "string" ? { problem: parsed.problem } : asVersions(parsed);
}
function asVersions(parsed) {
  return Object.assign(/* @__PURE__ */ Object.create(null), parsed.versions);
}
function parseDocument(json, schema) {
  let value;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : "not JSON" };
  }
  if (typeof value === "object" && value !== null && "schema" in value && Number(value.schema) > LEDGER_SCHEMA) {
    return { problem: `it was written by a newer version of Tagship (schema ${Number(value.schema)})` };
  }
  const checked = schema.safeParse(value);
  if (checked.success) {
    return checked.data;
  }
  const [issue] = checked.error.issues;
  return { problem: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "unknown problem"}` };
}
function entryText(entry) {
  return `${JSON.stringify(entry, void 0, 2)}
`;
}
function versionsText(versions) {
  return `${JSON.stringify({ schema: LEDGER_SCHEMA, versions }, void 0, 2)}
`;
}
var AHEAD_SECONDS = 5 * 60;
function implausible({ seq, at }, number2, now) {
  if (seq > number2) {
    return `it says that number ${seq} made it, and the ledger has only ${number2}`;
  }
  return at !== null && Date.parse(at) / 1e3 > now + AHEAD_SECONDS ? `it is dated ${at}, which is still to come` : void 0;
}
var MAX_NUMBER = 2 ** 50;
function countedNumber(numbers) {
  const follows = (at) => {
    const [one = 0, before = 0] = numbers.slice(at);
    return one === before + 1 && one < MAX_NUMBER;
  };
  const said = numbers[0] ?? 0;
  if (numbers.length < 2 || follows(0)) {
    return said;
  }
  const sure = numbers.findIndex((_, at) => at > 0 && (at === numbers.length - 1 || follows(at)));
  return (numbers[sure] ?? 0) + sure;
}




/***/ }),

/***/ 8540:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hh: () => (/* binding */ ledgerMessage),
/* harmony export */   i0: () => (/* binding */ recordedOf),
/* harmony export */   qY: () => (/* binding */ EVENTS),
/* harmony export */   uS: () => (/* binding */ parseLedgerMessage)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9133);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7802);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/domain/ledger/gate-record.ts
var MAX_LINE = 4e3;
var finite = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .number */ .ai)().refine(Number.isFinite);
var recordSchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ik)({
  verdict: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* ._enum */ .$8)(["healthy", "breached", "inconclusive"]),
  plots: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .object */ .Ik)({
      name: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj)().max(200),
      unit: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj)().max(50),
      titles: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .string */ .Yj)().max(50)).min(1).max(5),
      points: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_3__/* .array */ .YO)(finite).min(2).max(6)).max(100)
    })
  ).max(10)
});
function gateRecordText(record) {
  const text = JSON.stringify(record);
  return text.length > MAX_LINE ? JSON.stringify({ verdict: record.verdict, plots: [] }) : text;
}
function parseGateRecord(line) {
  if (line.length > MAX_LINE) {
    return void 0;
  }
  try {
    return recordSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return void 0;
  }
}

// src/domain/ledger/message.ts
var EVENTS = ["moved", "acknowledged", "healthy", "held", "shared", "quarantined"];
var MAX_RECORDED = 1e3;
function recordedOf(event, environment, component, entry, gate) {
  const { move, version, previous, commit, tag } = entry;
  const { share = 0, of } = entry;
  const shared = event === "shared" && of !== void 0 ? { share, of } : {};
  const restored = event === "moved" && entry.restored !== void 0 ? { restored: entry.restored } : {};
  const at = move === "seed" ? entry.at : null;
  return { event, move, component, environment, version, previous, commit, tag, at, gate, ...shared, ...restored };
}
function ledgerMessage(message) {
  const { seq, actor, run, reason, override, recorded, registered } = message;
  const shown = recorded.slice(0, MAX_RECORDED);
  const lines = [
    ["Seq", String(seq)],
    ["Actor", actor],
    ["Run", run],
    ["Reason", reason],
    ...override.map((name) => ["Override", name]),
    ["More", recorded.length > shown.length ? String(recorded.length - shown.length) : null],
    ...recorded.length === 0 ? registered.slice(0, MAX_RECORDED).map((name) => ["Registered", name]) : [],
    ...shown.flatMap(group)
  ];
  const trailers = lines.flatMap(([key, value]) => {
    const text = oneLine(value ?? "");
    return text === "" ? [] : [`${key}: ${text}`];
  });
  return `${oneLine(subject(recorded, registered))}

${trailers.join("\n")}
`;
}
function group(one) {
  return [
    ["Event", one.event],
    ["Move", one.move],
    ["Prefix", one.component.prefix === "components" ? null : one.component.prefix],
    ["Component", (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_2__/* .componentId */ .nV)(one.component)],
    ["Environment", one.environment],
    ["Version", one.version],
    ["Previous", one.previous],
    ["Commit", one.commit],
    ["Tag", one.tag],
    ["At", one.at],
    ["Gate", one.gate === void 0 ? null : gateRecordText(one.gate)],
    ["Share", one.share === void 0 ? null : String(one.share)],
    ["Of", one.of ?? null],
    ["Restored-From", one.restored?.from ?? null],
    ["Restored-At", one.restored?.at ?? null]
  ];
}
function oneLine(text) {
  return text.replace(/[\u0000-\u0020\u007f\u0085\u2028\u2029]+/g, " ").trim();
}
function subject(all, registered) {
  const moves = all.filter(({ event }) => event === "moved" || event === "held");
  const recorded = moves.length === 0 ? withoutCanaries(all) : moves;
  const [first] = recorded;
  if (first === void 0) {
    return registered.length === 1 ? `Register ${registered[0]}` : `Register ${registered.length} versions`;
  }
  const seeds = recorded.every(({ move }) => move === "seed");
  if (recorded.length === 1 && !seeds) {
    return subjectOf(first);
  }
  const environments = new Set(recorded.map(({ environment }) => environment));
  const where = environments.size === 1 ? first.environment : `${environments.size} environments`;
  const kinds = new Set(recorded.map(({ move }) => move));
  const components = `${recorded.length} component${recorded.length === 1 ? "" : "s"}`;
  if (seeds) {
    return `Seed ${components} in ${where}`;
  }
  return kinds.size === 1 || first.event !== "moved" ? `${VERBS[first.event](first)} ${components} ${PREPOSITIONS[first.event](first)} ${where}` : `Move ${components} in ${where}`;
}
function withoutCanaries(all) {
  const ids = new Set(all.map(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_2__/* .componentId */ .nV)(component)));
  return ids.size === 1 && all.every(({ event }) => event === "acknowledged") ? all.slice(0, 1) : all;
}
function subjectOf(one) {
  const name = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_2__/* .componentId */ .nV)(one.component);
  if (one.event === "shared") {
    return `Give ${name} ${one.version ?? "nothing"} to ${one.share ?? 0} % in ${one.of ?? one.environment}`;
  }
  const was = one.previous === null || one.event !== "moved" ? "" : ` (was ${one.previous})`;
  if (one.event === "moved" && one.move === "remove") {
    return `Remove ${name} from ${one.environment}${was}`;
  }
  if (one.event === "moved" && one.move === "rollback") {
    return `Roll back ${name} to ${one.version ?? ""} in ${one.environment}${was}`;
  }
  return `${VERBS[one.event](one)} ${name} ${one.version ?? ""} ${PREPOSITIONS[one.event](one)} ${one.environment}${was}`;
}
var MOVE_VERBS = {
  deploy: "Deploy",
  promote: "Deploy",
  rollback: "Roll back",
  restore: "Restore",
  seed: "Seed",
  remove: "Remove"
};
var VERBS = {
  moved: ({ move }) => MOVE_VERBS[move],
  acknowledged: () => "Deployed",
  healthy: () => "Healthy",
  held: () => "Hold",
  shared: () => "Give",
  quarantined: () => "Quarantine"
};
var PREPOSITIONS = {
  moved: ({ move }) => move === "remove" ? "from" : move === "deploy" || move === "promote" ? "to" : "in",
  acknowledged: () => "to",
  healthy: () => "in",
  held: () => "in",
  shared: () => "in",
  quarantined: () => "in"
};
function parseLedgerMessage(text) {
  const fields = text.trimEnd().split("\n").slice(2).map((line) => {
    const colon = line.indexOf(": ");
    return [line.slice(0, colon), line.slice(colon + 2)];
  });
  const head = /* @__PURE__ */ new Map();
  const override = [];
  const registered = [];
  const groups = [];
  for (const [key, value] of fields) {
    if (key === "Event") {
      groups.push(/* @__PURE__ */ new Map());
    }
    const group2 = groups.at(-1);
    if (group2 === void 0 && key === "Override") {
      override.push(value);
    }
    if (group2 === void 0 && key === "Registered") {
      registered.push(value);
    }
    (group2 ?? head).set(key, value);
  }
  const seq = Number(head.get("Seq"));
  if (!Number.isSafeInteger(seq) || seq < 1) {
    return void 0;
  }
  return {
    seq,
    actor: head.get("Actor") ?? null,
    run: head.get("Run") ?? null,
    reason: head.get("Reason") ?? null,
    override,
    recorded: groups.flatMap((group2) => recordedFrom(group2) ?? []),
    registered,
    more: Number(head.get("More") ?? 0)
  };
}
function recordedFrom(group2) {
  const event = EVENTS.find((name2) => name2 === group2.get("Event"));
  const move = _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_1__/* .MOVES */ .l2.find((name2) => name2 === group2.get("Move"));
  const environment = group2.get("Environment");
  const [type = "", ...name] = (group2.get("Component") ?? "").split("/");
  if (event === void 0 || move === void 0 || environment === void 0 || name.length === 0) {
    return void 0;
  }
  const prefix = group2.get("Prefix") === "logic" ? "logic" : "components";
  return {
    event,
    move,
    component: { prefix, type, name: name.join("/") },
    environment,
    version: group2.get("Version") ?? null,
    previous: group2.get("Previous") ?? null,
    commit: group2.get("Commit") ?? null,
    tag: group2.get("Tag") ?? null,
    at: group2.get("At") ?? null,
    gate: parseGateRecord(group2.get("Gate") ?? ""),
    ...shareFrom(group2.get("Share"), group2.get("Of")),
    ...restoredFrom(group2.get("Restored-From"), group2.get("Restored-At"))
  };
}
function restoredFrom(from, at) {
  return from === void 0 || at === void 0 ? {} : { restored: { from, at } };
}
function shareFrom(text, of) {
  const share = Number(text ?? Number.NaN);
  return of !== void 0 && share >= 0 && share <= 100 ? { share, of } : {};
}




/***/ }),

/***/ 99:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ LedgerSnapshot)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1092);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8540);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8962);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3643);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1745);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1472);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8522);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);







// src/engine/ledger/compressed-texts.ts

var BLOCK = 16 * 1024;
var UNPACKED = 4 * 1024 * 1024;
var IN_BLOCK = BLOCK + 1;
var END = "\0";
var Texts = class {
  #placements = /* @__PURE__ */ new Map();
  #blocks = [];
  #unpacked = new _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .BoundedCache */ .I(UNPACKED);
  #open = [];
  #length = 0;
  has(path) {
    return this.#placements.has(path);
  }
  set(path, text) {
    this.#placements.set(path, this.#blocks.length * IN_BLOCK + this.#open.length);
    this.#open.push(text.replaceAll(END, ""));
    this.#length += text.length + 1;
    if (this.#length >= BLOCK) {
      this.#blocks.push(Uint8Array.from((0,node_zlib__WEBPACK_IMPORTED_MODULE_7__.deflateRawSync)(this.#open.join(END), { level: 1 })));
      this.#open = [];
      this.#length = 0;
    }
  }
  get(path) {
    const place = this.#placements.get(path);
    if (place === void 0) {
      return void 0;
    }
    const block = Math.floor(place / IN_BLOCK);
    return (block === this.#blocks.length ? this.#open : this.#texts(block))[place % IN_BLOCK];
  }
  #texts(block) {
    const known = this.#unpacked.get(String(block));
    if (known !== void 0) {
      return known;
    }
    const whole = (0,node_zlib__WEBPACK_IMPORTED_MODULE_7__.inflateRawSync)(this.#blocks[block] ?? new Uint8Array()).toString("utf8");
    const texts = whole.split(END);
    this.#unpacked.set(String(block), texts, 2 * whole.length + 100 * texts.length);
    return texts;
  }
};

// src/engine/ledger/snapshot.ts
var FOLDERS_BUDGET = 4 * 1024 * 1024;
var EVERYTHING_BUDGET = 64 * 1024 * 1024;
var COUNTED = 50;
var MAX_PARSED = 2e3;
var LedgerSnapshot = class _LedgerSnapshot {
  /** The commit. */
  commit;
  message;
  /** When it was made by the Git server's clock, in seconds since the epoch. */
  time;
  parents;
  tree;
  #repository;
  #number;
  /** What is at each path that was looked up; undefined where there is nothing. */
  #found = /* @__PURE__ */ new Map();
  #texts = /* @__PURE__ */ new Map();
  #entries = new _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .BoundedCache */ .I(MAX_PARSED);
  #versions = new _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_1__/* .BoundedCache */ .I(MAX_PARSED);
  /** The texts of all entries, versions and holds. */
  #all;
  constructor(repository, commit, object, message) {
    this.#repository = repository;
    this.commit = commit;
    this.message = message;
    this.tree = object.tree;
    this.parents = object.parents;
    this.time = Math.floor(Date.parse(object.date) / 1e3);
  }
  /**
   * Opens the ledger at a commit.
   * @param depth whether its folders come along
   * @param number which it was given, where it was made by this run
   * @throws TagshipError `ledger-broken` where the commit is none of the ledger's
   */
  static async open(repository, commit, depth = "trees", number) {
    await repository.load([commit], depth, FOLDERS_BUDGET);
    const object = await repository.read(commit);
    const message = object?.type === "commit" ? (0,_with_ledger_message_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLedgerMessage */ .uS)(object.message) : void 0;
    if (object?.type !== "commit" || message === void 0) {
      throw broken(commit, "is no commit that Tagship wrote");
    }
    const snapshot = new _LedgerSnapshot(repository, commit, object, message);
    snapshot.#number = number;
    return snapshot;
  }
  /** Its number, which every run counts on from; once `count` has looked at the commits before. */
  get number() {
    return this.#number ?? this.message.seq;
  }
  /** Finds out its number: from the commit before, and only where that does not fit from some more. */
  async count() {
    if (this.#number === void 0) {
      let number = (0,_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .countedNumber */ .od)(await this.#numbers(2));
      if (number !== this.message.seq) {
        await this.#repository.log(this.commit, { depth: COUNTED });
        number = (0,_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .countedNumber */ .od)(await this.#numbers(COUNTED));
      }
      this.#number = number;
    }
  }
  /** What this commit and those before it say, as many as there are; before the first there is 0. */
  async #numbers(most) {
    const numbers = [this.message.seq];
    for (let [at] = this.parents; numbers.length < most; ) {
      const object = at === void 0 ? void 0 : await this.#repository.read(at);
      const message = object?.type === "commit" ? (0,_with_ledger_message_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLedgerMessage */ .uS)(object.message) : void 0;
      if (object?.type !== "commit" || message === void 0) {
        return at === void 0 ? [...numbers, 0] : numbers;
      }
      numbers.push(message.seq);
      [at] = object.parents;
    }
    return numbers;
  }
  /**
   * Why nobody is to build on an entry that was loaded; undefined where it is sound.
   * @param now by the Git server's clock, in seconds since the epoch
   */
  doubt(environment, component, now) {
    const entry = this.entry(environment, component);
    const why = entry === void 0 ? void 0 : (0,_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .implausible */ .mn)(entry, this.number, now);
    return why === void 0 ? void 0 : broken(this.commit, `has \`${(0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .entryPath */ .s3)(environment, component)}\`, on which nothing is built: ${why}`);
  }
  /**
   * Brings all entries, versions and holds near, so that `entry`, `versions` and `holds` answer for everything: in one
   * request, or where contents make the ledger too large for that, in one for each level of folders and one for every
   * 16,000 files.
   */
  async loadAll() {
    if (this.#all !== void 0) {
      return;
    }
    await this.#repository.load([this.commit], "everything", EVERYTHING_BUDGET);
    const { paths, oids } = await this.#files();
    const all = new Texts();
    let i = 0;
    for await (const { object } of this.#repository.readAll(oids)) {
      const path = paths[i++] ?? "";
      if (object?.type !== "blob" || object.bytes === void 0) {
        throw broken(this.commit, `lacks the content of \`${path}\``);
      }
      all.set(path, new TextDecoder().decode(object.bytes));
    }
    this.#all = all;
  }
  /** Whether all entries, versions and holds are near. */
  get isWhole() {
    return this.#all !== void 0;
  }
  /** The paths of all entries, versions and holds, and their objects. */
  async #files() {
    const files = [];
    const budget = new _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .PathBudget */ .Xs();
    for (let level = [["", this.tree]]; level.length > 0; ) {
      level = await this.#below(level, files, budget);
    }
    files.sort(([a], [b]) => a < b ? -1 : 1);
    return { paths: files.map(([path]) => path), oids: files.map(([, oid]) => oid) };
  }
  /** The folders in folders, brought near in one request. The files that count go to `files`. */
  async #below(level, files, budget) {
    await this.#repository.load([...new Set(level.map(([, oid]) => oid))], "objects");
    const folders = [];
    for (const [folder, tree] of level) {
      for (const { kind, name, oid } of (await this.#entriesOf(tree)).all()) {
        const path = folder === "" ? name : `${folder}/${name}`;
        budget.take(path);
        if (kind === "folder" && !path.startsWith(".")) {
          folders.push([path, oid]);
        } else if (kind === "file" && isRecord(path)) {
          files.push([path, oid]);
        }
      }
    }
    return folders;
  }
  /** Whether a text is here, or is known not to be in the ledger. */
  #has(path) {
    return this.#texts.has(path) || this.#all !== void 0 && isRecord(path);
  }
  /** Brings files near, one request per level of folders at most. What is not there is not there. */
  async load(paths) {
    const wanted = [...new Set(paths)].filter((path) => !this.#has(path));
    await this.#find(wanted.filter((path) => !this.#found.has(path)));
    await this.#loadTexts(wanted);
  }
  /** Looks files up and answers the objects of those whose text is not here yet. */
  async locate(paths) {
    const wanted = [...new Set(paths)].filter((path) => !this.#has(path));
    await this.#find(wanted.filter((path) => !this.#found.has(path)));
    return wanted.flatMap((path) => {
      const found = this.#found.get(path);
      return found?.kind === "file" ? [found.oid] : [];
    });
  }
  /** Looks paths up level by level. */
  async #find(paths) {
    const split = paths.map((path) => path.split("/"));
    for (let level = 0; ; level++) {
      const deep = split.filter((segments) => segments.length > level);
      if (deep.length === 0) {
        return;
      }
      const folders = /* @__PURE__ */ new Map();
      for (const segments of deep) {
        const parent = segments.slice(0, level).join("/");
        const found = this.#found.get(parent);
        const oid = level === 0 ? this.tree : found?.kind === "folder" ? found.oid : void 0;
        if (oid !== void 0) {
          folders.set(parent, oid);
        }
      }
      await this.#repository.load([...new Set(folders.values())], "objects");
      await this.#findIn(folders, deep, level);
    }
  }
  /** Looks one more segment of each path up, in the folders that the segments before lead to. */
  async #findIn(folders, paths, level) {
    for (const segments of paths) {
      const folder = folders.get(segments.slice(0, level).join("/"));
      const entries = folder === void 0 ? void 0 : await this.#entriesOf(folder);
      this.#found.set(segments.slice(0, level + 1).join("/"), entries?.named(segments[level] ?? ""));
    }
  }
  /** The files under a folder, with their paths, read in one request per level of folders. */
  async list(folder) {
    await this.load([folder]);
    const files = /* @__PURE__ */ new Map();
    const top = folder === "" ? this.tree : this.#found.get(folder)?.oid;
    const budget = new _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .PathBudget */ .Xs();
    let level = new Map(top === void 0 ? [] : [[folder, top]]);
    while (level.size > 0) {
      await this.#repository.load([...new Set(level.values())], "objects");
      const next = /* @__PURE__ */ new Map();
      for (const [path, oid] of level) {
        for (const entry of (await this.#entriesOf(oid)).all()) {
          const inside = path === "" ? entry.name : `${path}/${entry.name}`;
          budget.take(inside);
          this.#found.set(inside, entry);
          if (entry.kind === "folder") {
            next.set(inside, entry.oid);
          } else if (entry.kind === "file") {
            files.set(inside, entry.oid);
          }
        }
      }
      level = next;
    }
    return files;
  }
  /** The names in a folder; none where there is no such folder. */
  async names(folder) {
    await this.load([folder]);
    const found = this.#found.get(folder);
    if (found?.kind !== "folder") {
      return [];
    }
    await this.#repository.load([found.oid], "objects");
    return (await this.#entriesOf(found.oid)).all().map(({ name }) => name);
  }
  /** The names of all environments that have an entry. */
  async environments() {
    await this.#repository.load([this.tree], "objects");
    const entries = await this.#entriesOf(this.tree);
    return entries.all().filter(({ kind, name }) => kind === "folder" && name !== _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSIONS_FOLDER */ .nL && !name.startsWith(".")).map(({ name }) => name);
  }
  /** The text of a file that was loaded. */
  text(path) {
    return this.#texts.get(path) ?? this.#all?.get(path);
  }
  /** What is at a path that was loaded. */
  at(path) {
    return this.#found.get(path);
  }
  /**
   * The entry of a component in an environment, as far as it was loaded.
   * @throws TagshipError `ledger-broken`
   */
  entry(environment, component) {
    const path = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .entryPath */ .s3)(environment, component);
    const known = this.#entries.get(path);
    if (known !== void 0) {
      return known;
    }
    const text = this.text(path);
    if (text === void 0) {
      return void 0;
    }
    const parsed = (0,_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEntry */ .ER)(text);
    if ("problem" in parsed && typeof parsed.problem === "string") {
      throw broken(this.commit, `has \`${path}\`, which cannot be read: ${parsed.problem}`);
    }
    const entry = parsed;
    this.#entries.set(path, entry, 1);
    return entry;
  }
  /**
   * The versions of a component that the ledger knows, as far as they were loaded.
   * @throws TagshipError `ledger-broken`
   */
  versions(component) {
    const path = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .versionsPath */ .dn)(component);
    const text = this.text(path);
    if (text === void 0) {
      return {};
    }
    const cached = this.#versions.get(path);
    if (cached !== void 0) {
      return cached;
    }
    const parsed = (0,_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_4__/* .parseVersions */ .JK)(text);
    if ("problem" in parsed && typeof parsed.problem === "string") {
      throw broken(this.commit, `has \`${path}\`, which cannot be read: ${parsed.problem}`);
    }
    const versions = parsed;
    this.#versions.set(path, versions, 1);
    return versions;
  }
  /**
   * All holds; they have to be loaded.
   * @throws TagshipError `ledger-broken`
   */
  holds() {
    const text = this.text(_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .HOLDS_FILE */ .gL);
    const parsed = text === void 0 ? {} : (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .parseHolds */ ._v)(text);
    if (parsed === void 0) {
      throw broken(this.commit, `has \`${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .HOLDS_FILE */ .gL}\`, which cannot be read`);
    }
    return parsed;
  }
  /**
   * All canaries that some users get; the list has to be loaded.
   * @throws TagshipError `ledger-broken`
   */
  shares() {
    const text = this.text(_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .SHARES_FILE */ .ao);
    const parsed = text === void 0 ? {} : (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_3__/* .parseShares */ ._i)(text);
    if (parsed === void 0) {
      throw broken(this.commit, `has \`${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .SHARES_FILE */ .ao}\`, which cannot be read`);
    }
    return parsed;
  }
  async #loadTexts(paths) {
    const files = paths.flatMap((path) => {
      const found = this.#found.get(path);
      return found?.kind === "file" ? [{ path, oid: found.oid }] : [];
    });
    await this.#repository.load([...new Set(files.map(({ oid }) => oid))], "objects");
    const blobs = await Promise.all(files.map(({ oid }) => this.#repository.read(oid)));
    for (const [i, { path }] of files.entries()) {
      const blob = blobs[i];
      if (blob?.type !== "blob" || blob.bytes === void 0) {
        throw broken(this.commit, `lacks the content of \`${path}\``);
      }
      this.#texts.set(path, new TextDecoder().decode(blob.bytes));
    }
  }
  async #entriesOf(tree) {
    const object = await this.#repository.read(tree);
    if (object?.type !== "tree") {
      throw broken(this.commit, `lacks the folder ${tree.slice(0, 12)}`);
    }
    return object.listing;
  }
};
function isRecord(path) {
  return path === _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .HOLDS_FILE */ .gL || path === _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .SHARES_FILE */ .ao || (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .parseEntryPath */ .td)(path) !== void 0 || path.startsWith(`${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .VERSIONS_FOLDER */ .nL}/`) && path.endsWith(".json");
}
function broken(commit, how) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
    "ledger-broken",
    `The ledger cannot be read: ${commit.slice(0, 12)} ${how}.`,
    "Move the ledger ref back to its last good commit (`git log` on the ref shows them), or name another ref under `ledger.ref`."
  );
}




/***/ }),

/***/ 2348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ FINDING_CODES)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/validation/finding.ts
var FINDING_CODES = [
  "unregistered-component",
  "missing-file",
  "unknown-version",
  "unsatisfied-range",
  "unknown-environment",
  "missing-key",
  "cycle",
  "duplicate-registration",
  "registry-invalid",
  "registry-type",
  "version-moved",
  "unparsable-file",
  "unused-suppression"
];




/***/ }),

/***/ 3798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ iso_exports)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7802);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
(0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__export */ .VA)(iso_exports, {
  ZodISODate: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br,
  ZodISODateTime: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo,
  ZodISODuration: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A,
  ZodISOTime: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDateTime */ .G1)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo, params);
}
function date(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDate */ .db)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br, params);
}
function time(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoTime */ .Kn)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV, params);
}
function duration(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDuration */ .f2)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A, params);
}




/***/ })

};

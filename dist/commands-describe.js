export const id = 5792;
export const ids = [5792];
export const modules = {

/***/ 5792:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nothingDone: () => (/* reexport safe */ _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_1__.mh)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8130);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2591);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9133);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8071);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);
















/***/ }),

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

/***/ 5524:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BM: () => (/* binding */ USUAL_RULES),
/* harmony export */   Pq: () => (/* binding */ exclusionError),
/* harmony export */   _I: () => (/* binding */ isTypeOf),
/* harmony export */   aA: () => (/* binding */ REGISTRY_PATH),
/* harmony export */   ah: () => (/* binding */ exclusionOf),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   qd: () => (/* binding */ registryEntry),
/* harmony export */   w8: () => (/* binding */ tagRules)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8130);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9133);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8071);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);







// src/domain/registry.ts
var REGISTRY_PATH = ".edgit/components.json";
var schema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ik)({ components: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)()) });
var entrySchema = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .looseObject */ ._H)({ path: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)().min(1), type: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)().min(1) });
function parseRegistry(text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `it is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    return { problem: problemOf(parsed.error, "its root") };
  }
  return new Map(Object.entries(parsed.data.components).map(([name, entry]) => [name, parseEntry(name, entry)]));
}
function parseEntry(name, entry) {
  const parsed = entrySchema.safeParse(entry);
  if (parsed.success) {
    return { path: parsed.data.path.replace(/^(?:\.\/)+/, ""), type: parsed.data.type };
  }
  const type = typeof entry === "object" && entry !== null && "type" in entry ? entry.type : "";
  return {
    path: "",
    type: typeof type === "string" ? type : "",
    problem: `its entry \`${name}\` has ${problemOf(parsed.error, "a wrong shape")}`
  };
}
function problemOf({ issues: [issue] }, root) {
  return `${issue?.path.join(".") || root}: ${issue?.message ?? "unexpected shape"}`;
}
function registryEntry(registry, type, name) {
  const entry = registry.get(name);
  if (entry === void 0) {
    return void 0;
  }
  const isUnclear = entry.problem !== void 0 && entry.type === "";
  return isUnclear || isTypeOf(type, entry.type) ? entry : void 0;
}
function isTypeOf(type, called) {
  return (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .pluralType */ .Jt)(called) === type || called === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_3__/* .singularType */ .Iz)(type);
}

// src/domain/tag-rules.ts
var USUAL_RULES = { ignores: () => false, names: () => false, areUsual: true };
function tagRules({ ignore, environments }) {
  const odd = Object.keys(environments).filter((name) => (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_4__/* .meantVersion */ .YZ)(name) !== void 0);
  const ignored = ignore.map(_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .globMatcher */ .fU);
  return {
    ignores: (tag) => ignored.some((matches) => matches(tag)),
    names: (environment) => odd.includes(environment),
    areUsual: ignore.length === 0 && odd.length === 0
  };
}
function exclusionOf(tag, rules) {
  const parsed = (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTag */ .ED)(tag);
  if (parsed.kind === "foreign") {
    return void 0;
  }
  if (rules.ignores(tag)) {
    return "ignored";
  }
  if (parsed.kind === "malformed") {
    return parsed.reason;
  }
  const { slot } = parsed;
  const looksOdd = slot.kind === "environment" && (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_4__/* .meantVersion */ .YZ)(slot.environment) !== void 0;
  return looksOdd && !rules.names(slot.environment) ? "like-a-version" : void 0;
}
function exclusionError(tag, exclusion) {
  const slot = tag.slice(tag.lastIndexOf("/") + 1);
  switch (exclusion) {
    case "ignored":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
        "tag-shape",
        `The tag \`${tag}\` is left alone by \`ignore\` in the configuration.`,
        "Name another tag, or take it out of `ignore` on the default branch."
      );
    case "too-short":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
        "tag-shape",
        `The tag \`${tag}\` is not \`components/{type}/{name}/{slot}\`.`,
        "Name it like `components/prompts/extraction/v1.0.0` or `components/prompts/extraction/production`."
      );
    case "json-segment":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
        "name-refused",
        `The tag \`${tag}\` names a component with a segment that ends in \`.json\`.`,
        "Name the component without the extension."
      );
    case "reserved-type":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
        "name-refused",
        `The tag \`${tag}\` names a type that Tagship needs for itself: \`components\` and \`logic\` are what tags begin with.`,
        "Delete the tag and give the type another name."
      );
    case "reserved-environment":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
        "environment-reserved",
        slot.includes("@") ? `The tag \`${tag}\` makes \`${slot}\` an environment, but an \`@\` parts name and environment in a key.` : `The tag \`${tag}\` makes \`${slot}\` an environment, but Tagship keeps something else under that name.`,
        "Delete the tag and give the environment another name."
      );
    case "like-a-version":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
        "tag-shape",
        `The tag \`${tag}\` ends in \`${slot}\`, which looks like a version and is none.`,
        `Delete it and tag the commit as \`${tag.slice(0, -slot.length)}${(0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_4__/* .meantVersion */ .YZ)(slot)}\`. If \`${slot}\` is an environment, name it under \`environments\` in the configuration on the default branch.`
      );
    case "unknown-type":
      return unknownType(tag);
  }
}
function unknownType(tag) {
  const [prefix = "", name = "", slot = ""] = tag.split("/");
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
    "component-unknown",
    `The tag \`${tag}\` does not name the type of \`${name}\`, and the registry \`${REGISTRY_PATH}\` at its commit does not know \`${name}\`.`,
    `Commit a registry that names it, or tag it as \`${prefix}/{type}/${name}/${slot}\`.`
  );
}




/***/ })

};

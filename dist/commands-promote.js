export const id = 129;
export const ids = [129];
export const modules = {

/***/ 2129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_admission_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1947);
/* harmony import */ var _with_domain_moves_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(132);
/* harmony import */ var _with_engine_sound_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9687);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3586);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7248);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_access_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8790);
/* harmony import */ var _with_yaml_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9136);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3185);
/* harmony import */ var _with_domain_metadata_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1533);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3397);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7958);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8130);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_said_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(5325);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1592);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(2348);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(663);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(9325);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(4903);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(3367);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(2459);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(2787);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(9133);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(3798);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(7802);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(7271);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(1472);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(9577);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(2591);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



































// src/commands/promote.ts
async function promote(request, settings, ports) {
  const started = ports.clock.now();
  const { environment, source } = request;
  const { session, view, targets } = await ports.journal.group(
    "Read the ledger and the tags",
    () => _with_engine_session_js__WEBPACK_IMPORTED_MODULE_5__/* .Session */ .Nn.open(settings, ports, (listing) => promotable(request, listing), {
      near: (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_5__/* .tagPrefixes */ .$0)(request.patterns),
      moves: true,
      hints: { slots: ["version" in source ? source.version : source.from] }
    })
  );
  await (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_5__/* .refuseMisspelt */ .q5)(environment, targets, session, view);
  const rules = session.config.environments;
  const admitted = (0,_with_domain_admission_js__WEBPACK_IMPORTED_MODULE_1__/* .admit */ .w)(environment, rules[environment], settings.overrides);
  const requirement = (0,_with_domain_admission_js__WEBPACK_IMPORTED_MODULE_1__/* .requirementOf */ .h)(rules[environment]?.requires);
  const requires = requirement?.environment;
  const gated = requires !== void 0 && rules[requires]?.gate !== void 0;
  return await (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_2__/* .moveAndReport */ .b4)(
    "promote",
    session,
    view,
    targets,
    async (now) => {
      const others = [requires, "from" in source ? source.from : void 0].flatMap((name) => name ?? []);
      await now.ledger?.load(targets.flatMap(({ component }) => others.map((other) => (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_21__/* .entryPath */ .s3)(other, component))));
      const wanted = ({ component }) => "version" in source ? source.version : (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(component, source.from, now).current ?? "";
      await (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_2__/* .anchorRemembered */ .qr)(
        session,
        now,
        targets,
        targets.flatMap((target) => (0,_with_yaml_js__WEBPACK_IMPORTED_MODULE_8__/* .readable */ .HD)(() => wanted(target)) ?? [])
      );
      return {
        kind: "promote",
        removals: [],
        choices: (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseAll */ .z)(targets, (target) => {
          const situation = (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(target.component, environment, now);
          const rule = requirement === void 0 ? void 0 : ruleOf(target.component, requirement, gated, now, ports.clock.now());
          const why = "version" in source ? "the version that was named" : `what \`${source.from}\` runs`;
          const choice = (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_2__/* .choosePromotion */ .vz)(situation, wanted(target), rule, settings.overrides, why);
          return choice && { ...choice, overridden: [...admitted, ...choice.overridden] };
        })
      };
    },
    settings,
    ports,
    started
  );
}
function ruleOf(component, { environment: requires, soakMs }, gated, view, now) {
  const { ref, current, entry } = (0,_with_domain_moves_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(component, requires, view);
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_27__/* .componentId */ .nV)(component));
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
function promotable({ patterns, environment, source }, listing) {
  const chosen = /* @__PURE__ */ new Map();
  for (const selection of (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_5__/* .select */ .Lt)(patterns, listing)) {
    const { pattern, exact, components } = selection;
    const usable = "from" in source ? components.filter(({ environments }) => environments.has(source.from)) : components;
    if (usable.length === 0 || exact && !usable.some(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_27__/* .componentId */ .nV)(component) === pattern)) {
      const remedy = "Name a `version` instead, or an environment that it has a tag for.";
      throw (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_5__/* .nowhereIn */ .co)("from" in source ? source.from : environment, selection, listing, remedy);
    }
    for (const { component } of usable) {
      chosen.set((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_27__/* .componentId */ .nV)(component), (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_5__/* .environmentTarget */ .rW)(component, environment));
    }
  }
  return [...chosen.values()];
}



/***/ }),

/***/ 1947:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ requirementOf),
/* harmony export */   w: () => (/* binding */ admit)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3367);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/admission.ts
var REFUSALS = {
  freeze: ({ freeze }, environment) => freeze === void 0 ? void 0 : new _with_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP(
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
  return typeof requires === "string" ? { environment: requires, soakMs: 0 } : { environment: requires.environment, soakMs: (0,_with_ms_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(requires.soak ?? "0s") ?? 0 };
}




/***/ })

};

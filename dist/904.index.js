export const id = 904;
export const ids = [904];
export const modules = {

/***/ 733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ requirementOf),
/* harmony export */   w: () => (/* binding */ admit)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8038);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5269);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/admission.ts
var REFUSALS = {
  freeze: ({ freeze }, environment) => freeze === void 0 ? void 0 : new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP(
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
  return typeof requires === "string" ? { environment: requires, soakMs: 0 } : { environment: requires.environment, soakMs: (0,_chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E9)(requires.soak ?? "0s") ?? 0 };
}




/***/ }),

/***/ 2904:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_QLNU33OR_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(733);
/* harmony import */ var _chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3477);
/* harmony import */ var _chunk_2XOSLVFX_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6374);
/* harmony import */ var _chunk_KNM4WRYN_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6768);
/* harmony import */ var _chunk_ZT55MND3_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6160);
/* harmony import */ var _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9914);
/* harmony import */ var _chunk_QXAM6WBM_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1215);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8146);
/* harmony import */ var _chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9366);
/* harmony import */ var _chunk_CM23GJK4_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4583);
/* harmony import */ var _chunk_DWIJ2GBH_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(3621);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3352);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6965);
/* harmony import */ var _chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(4977);
/* harmony import */ var _chunk_BMH437EG_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(2221);
/* harmony import */ var _chunk_BXNEWYNN_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(5177);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(8712);
/* harmony import */ var _chunk_XR563HSZ_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(4273);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(9041);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(9586);
/* harmony import */ var _chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(9075);
/* harmony import */ var _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(1101);
/* harmony import */ var _chunk_EDPRRUI2_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(7175);
/* harmony import */ var _chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(8038);
/* harmony import */ var _chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(2385);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(1947);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(6127);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(6962);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



































// src/commands/promote.ts
async function promote(request, settings, ports) {
  const started = ports.clock.now();
  const { environment, source } = request;
  const { session, view, targets } = await ports.journal.group(
    "Read the ledger and the tags",
    () => _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_6__/* .Session */ .Nn.open(settings, ports, (listing) => promotable(request, listing), {
      near: (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_6__/* .tagPrefixes */ .$0)(request.patterns),
      moves: true,
      hints: { slots: ["version" in source ? source.version : source.from] }
    })
  );
  await (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_6__/* .refuseMisspelt */ .q5)(environment, targets, session, view);
  const rules = session.config.environments;
  const admitted = (0,_chunk_QLNU33OR_js__WEBPACK_IMPORTED_MODULE_1__/* .admit */ .w)(environment, rules[environment], settings.overrides);
  const requirement = (0,_chunk_QLNU33OR_js__WEBPACK_IMPORTED_MODULE_1__/* .requirementOf */ .h)(rules[environment]?.requires);
  const requires = requirement?.environment;
  const gated = requires !== void 0 && rules[requires]?.gate !== void 0;
  return await (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_2__/* .moveAndReport */ .b4)(
    "promote",
    session,
    view,
    targets,
    async (now) => {
      const others = [requires, "from" in source ? source.from : void 0].flatMap((name) => name ?? []);
      await now.ledger?.load(targets.flatMap(({ component }) => others.map((other) => (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_22__/* .entryPath */ .s3)(other, component))));
      const wanted = ({ component }) => "version" in source ? source.version : (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(component, source.from, now).current ?? "";
      await (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_2__/* .anchorRemembered */ .qr)(
        session,
        now,
        targets,
        targets.flatMap((target) => (0,_chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_9__/* .readable */ .HD)(() => wanted(target)) ?? [])
      );
      return {
        kind: "promote",
        removals: [],
        choices: (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseAll */ .z)(targets, (target) => {
          const situation = (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(target.component, environment, now);
          const rule = requirement === void 0 ? void 0 : ruleOf(target.component, requirement, gated, now, ports.clock.now());
          const why = "version" in source ? "the version that was named" : `what \`${source.from}\` runs`;
          const choice = (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_2__/* .choosePromotion */ .vz)(situation, wanted(target), rule, settings.overrides, why);
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
  const { ref, current, entry } = (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(component, requires, view);
  const tags = view.tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_28__/* .componentId */ .nV)(component));
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
  for (const selection of (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_6__/* .select */ .Lt)(patterns, listing)) {
    const { pattern, exact, components } = selection;
    const usable = "from" in source ? components.filter(({ environments }) => environments.has(source.from)) : components;
    if (usable.length === 0 || exact && !usable.some(({ component }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_28__/* .componentId */ .nV)(component) === pattern)) {
      const remedy = "Name a `version` instead, or an environment that it has a tag for.";
      throw (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_6__/* .nowhereIn */ .co)("from" in source ? source.from : environment, selection, listing, remedy);
    }
    for (const { component } of usable) {
      chosen.set((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_28__/* .componentId */ .nV)(component), (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentTarget */ .rW)(component, environment));
    }
  }
  return [...chosen.values()];
}



/***/ })

};

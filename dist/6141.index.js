export const id = 6141;
export const ids = [6141];
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

/***/ 3924:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ ruleOf),
/* harmony export */   p: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_QLNU33OR_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(733);
/* harmony import */ var _chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5331);
/* harmony import */ var _chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6309);
/* harmony import */ var _chunk_P7VW2DIX_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7871);
/* harmony import */ var _chunk_DVZUISDK_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8080);
/* harmony import */ var _chunk_V7BO6WVM_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9400);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1947);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);








// src/commands/promote.ts
async function promote(request, settings, ports) {
  const started = ports.clock.now();
  const { environment, source } = request;
  const { session, view, targets } = await ports.journal.group(
    "Read the ledger and the tags",
    () => _chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__/* .Session */ .Nn.open(settings, ports, (listing) => promotable(request, listing), {
      near: (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__/* .tagPrefixes */ .$0)(request.patterns),
      moves: true,
      hints: { slots: ["version" in source ? source.version : source.from] }
    })
  );
  await (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseMisspelt */ .q5)(environment, targets, session, view);
  const rules = session.config.environments;
  const admitted = (0,_chunk_QLNU33OR_js__WEBPACK_IMPORTED_MODULE_1__/* .admit */ .w)(environment, rules[environment], settings.overrides);
  const requirement = (0,_chunk_QLNU33OR_js__WEBPACK_IMPORTED_MODULE_1__/* .requirementOf */ .h)(rules[environment]?.requires);
  const requires = requirement?.environment;
  const gated = requires !== void 0 && rules[requires]?.gate !== void 0;
  const choose = async (now, some = targets) => {
    const others = [requires, "from" in source ? source.from : void 0].flatMap((name) => name ?? []);
    await now.ledger?.load(targets.flatMap(({ component }) => others.map((other) => (0,_chunk_V7BO6WVM_js__WEBPACK_IMPORTED_MODULE_6__/* .entryPath */ .s3)(other, component))));
    const wanted = ({ component }) => "version" in source ? source.version : (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(component, source.from, now).current ?? "";
    await (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_2__/* .anchorRemembered */ .qr)(
      session,
      now,
      targets,
      targets.flatMap((target) => (0,_chunk_DVZUISDK_js__WEBPACK_IMPORTED_MODULE_5__/* .readable */ .HD)(() => wanted(target)) ?? [])
    );
    return (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseAll */ .z)(some, (target) => {
      const situation = (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(target.component, environment, now);
      const rule = requirement === void 0 ? void 0 : ruleOf(target.component, requirement, gated, now, ports.clock.now());
      const why = "version" in source ? "the version that was named" : `what \`${source.from}\` runs`;
      const choice = (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_2__/* .choosePromotion */ .vz)(situation, wanted(target), rule, settings.overrides, why);
      return choice && { ...choice, overridden: [...admitted, ...choice.overridden] };
    });
  };
  const canary = rules[environment]?.canary;
  if (canary !== void 0) {
    const { rollOut } = await Promise.all(/* import() */[__webpack_require__.e(6219), __webpack_require__.e(753), __webpack_require__.e(1022), __webpack_require__.e(1205)]).then(__webpack_require__.bind(__webpack_require__, 1205));
    return await rollOut(session, view, targets, environment, canary, choose, settings, ports, started);
  }
  const decide = async (now) => {
    return { kind: "promote", removals: [], choices: await choose(now) };
  };
  return await (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_2__/* .moveAndReport */ .b4)("promote", session, view, targets, decide, settings, ports, started);
}
function ruleOf(component, { environment: requires, soakMs }, gated, view, now) {
  const { ref, current, entry } = (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_2__/* .stateOf */ .L4)(component, requires, view);
  const tags = view.tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .componentId */ .nV)(component));
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
  for (const selection of (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__/* .select */ .Lt)(patterns, listing)) {
    const { pattern, exact, components } = selection;
    const usable = "from" in source ? components.filter(({ environments }) => environments.has(source.from)) : components;
    if (usable.length === 0 || exact && !usable.some(({ component }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .componentId */ .nV)(component) === pattern)) {
      const remedy = "Name a `version` instead, or an environment that it has a tag for.";
      throw (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__/* .nowhereIn */ .co)("from" in source ? source.from : environment, selection, listing, remedy);
    }
    for (const { component } of usable) {
      chosen.set((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .componentId */ .nV)(component), (0,_chunk_P7VW2DIX_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentTarget */ .rW)(component, environment));
    }
  }
  return [...chosen.values()];
}




/***/ }),

/***/ 6141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* reexport safe */ _chunk_RSKVCWMA_js__WEBPACK_IMPORTED_MODULE_1__.p)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_RSKVCWMA_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3924);
/* harmony import */ var _chunk_QLNU33OR_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(733);
/* harmony import */ var _chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5331);
/* harmony import */ var _chunk_XR73NAAF_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3448);
/* harmony import */ var _chunk_HJEBTJZV_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8217);
/* harmony import */ var _chunk_2XOSLVFX_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6374);
/* harmony import */ var _chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6309);
/* harmony import */ var _chunk_ZW5QODSD_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5315);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8146);
/* harmony import */ var _chunk_UCSGBVXG_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(713);
/* harmony import */ var _chunk_SDEDSZ26_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7617);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3352);
/* harmony import */ var _chunk_YEVIYOBB_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1521);
/* harmony import */ var _chunk_P7VW2DIX_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7871);
/* harmony import */ var _chunk_DVZUISDK_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8080);
/* harmony import */ var _chunk_PSCNXF6U_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(3717);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(6965);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(9041);
/* harmony import */ var _chunk_LZDJGXHN_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(5455);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(8712);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(9586);
/* harmony import */ var _chunk_KTYNKCAU_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(114);
/* harmony import */ var _chunk_NMMKN7KC_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(5902);
/* harmony import */ var _chunk_C5NZH73X_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(9596);
/* harmony import */ var _chunk_EFOB53DU_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(7243);
/* harmony import */ var _chunk_CNBDODVG_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(9865);
/* harmony import */ var _chunk_ZRTN242I_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(7759);
/* harmony import */ var _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(1101);
/* harmony import */ var _chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(8038);
/* harmony import */ var _chunk_NYK66BSZ_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(3995);
/* harmony import */ var _chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(2385);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(579);
/* harmony import */ var _chunk_RDNMBLSI_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(9895);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(6962);
/* harmony import */ var _chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(6539);
/* harmony import */ var _chunk_GWTYSENU_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(2798);
/* harmony import */ var _chunk_UOZS7KD3_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(1162);
/* harmony import */ var _chunk_V7BO6WVM_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(9400);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(1947);
/* harmony import */ var _chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(9937);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);















































/***/ })

};

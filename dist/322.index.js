export const id = 322;
export const ids = [322];
export const modules = {

/***/ 7322:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_B5WOXU26_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5290);
/* harmony import */ var _chunk_6KALP2RB_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6610);
/* harmony import */ var _chunk_GZSL27LY_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8056);
/* harmony import */ var _chunk_3BPKFKW4_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2106);
/* harmony import */ var _chunk_542F4ZMI_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7271);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8146);
/* harmony import */ var _chunk_2XOSLVFX_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6374);
/* harmony import */ var _chunk_D3VJC2OK_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2952);
/* harmony import */ var _chunk_GN7C42YC_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4783);
/* harmony import */ var _chunk_DWIJ2GBH_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3621);
/* harmony import */ var _chunk_FX2BWPXC_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1846);
/* harmony import */ var _chunk_7XEX2MQQ_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7539);
/* harmony import */ var _chunk_XR563HSZ_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4273);
/* harmony import */ var _chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(9075);
/* harmony import */ var _chunk_STCMOQPO_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(9736);
/* harmony import */ var _chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(7260);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(1197);
/* harmony import */ var _chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(8847);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(1947);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(6127);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(3352);
/* harmony import */ var _chunk_PSSRHJWC_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(2954);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(9586);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(9041);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(7477);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






























// src/commands/promote.ts
async function promote(request, settings, ports) {
  const started = ports.clock.now();
  const { environment, source } = request;
  const { session, view, targets } = await ports.journal.group(
    "Read the ledger and the tags",
    () => _chunk_3BPKFKW4_js__WEBPACK_IMPORTED_MODULE_4__/* .Session */ .Nn.open(settings, ports, (listing) => promotable(request, listing), {
      near: (0,_chunk_3BPKFKW4_js__WEBPACK_IMPORTED_MODULE_4__/* .tagPrefixes */ .$0)(request.patterns),
      moves: true,
      hints: { slots: ["version" in source ? source.version : source.from] }
    })
  );
  await (0,_chunk_3BPKFKW4_js__WEBPACK_IMPORTED_MODULE_4__/* .refuseMisspelt */ .q5)(environment, targets, session, view);
  const rules = session.config.environments;
  const requires = rules[environment]?.requires;
  const gated = requires !== void 0 && rules[requires]?.gate !== void 0;
  return await (0,_chunk_B5WOXU26_js__WEBPACK_IMPORTED_MODULE_1__/* .moveAndReport */ .b4)(
    "promote",
    session,
    view,
    targets,
    async (now) => {
      const others = [requires, "from" in source ? source.from : void 0].flatMap((name) => name ?? []);
      await now.ledger?.load(targets.flatMap(({ component }) => others.map((other) => (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_14__/* .entryPath */ .s3)(other, component))));
      const wanted = ({ component }) => "version" in source ? source.version : (0,_chunk_B5WOXU26_js__WEBPACK_IMPORTED_MODULE_1__/* .situationOf */ ._7)(component, source.from, now).current ?? "";
      await (0,_chunk_B5WOXU26_js__WEBPACK_IMPORTED_MODULE_1__/* .anchorRemembered */ .qr)(
        session,
        now,
        targets,
        targets.flatMap((target) => (0,_chunk_D3VJC2OK_js__WEBPACK_IMPORTED_MODULE_8__/* .readable */ .HD)(() => wanted(target)) ?? [])
      );
      return {
        kind: "promote",
        removals: [],
        choices: (0,_chunk_B5WOXU26_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseAll */ .z)(targets, (target) => {
          const situation = (0,_chunk_B5WOXU26_js__WEBPACK_IMPORTED_MODULE_1__/* .situationOf */ ._7)(target.component, environment, now);
          const rule = requires === void 0 ? void 0 : ruleOf(target.component, requires, gated, now);
          const why = "version" in source ? "the version that was named" : `what \`${source.from}\` runs`;
          return (0,_chunk_B5WOXU26_js__WEBPACK_IMPORTED_MODULE_1__/* .choosePromotion */ .vz)(situation, wanted(target), rule, settings.overrides, why);
        })
      };
    },
    settings,
    ports,
    started
  );
}
function ruleOf(component, requires, gated, view) {
  const { ref, current, entry } = (0,_chunk_B5WOXU26_js__WEBPACK_IMPORTED_MODULE_1__/* .situationOf */ ._7)(component, requires, view);
  const tags = view.tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component));
  const commit = ref === void 0 || tags === void 0 ? void 0 : view.versionOf(tags, ref)?.held ?? ref.commit;
  return {
    requires,
    gated,
    running: current === void 0 || commit === void 0 ? void 0 : { version: current, commit },
    quarantined: entry?.quarantined ?? []
  };
}
function promotable({ patterns, environment, source }, listing) {
  const chosen = /* @__PURE__ */ new Map();
  for (const selection of (0,_chunk_3BPKFKW4_js__WEBPACK_IMPORTED_MODULE_4__/* .select */ .Lt)(patterns, listing)) {
    const { pattern, exact, components } = selection;
    const usable = "from" in source ? components.filter(({ environments }) => environments.has(source.from)) : components;
    if (usable.length === 0 || exact && !usable.some(({ component }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component) === pattern)) {
      const remedy = "Name a `version` instead, or an environment that it has a tag for.";
      throw (0,_chunk_3BPKFKW4_js__WEBPACK_IMPORTED_MODULE_4__/* .nowhereIn */ .co)("from" in source ? source.from : environment, selection, listing, remedy);
    }
    for (const { component } of usable) {
      chosen.set((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component), (0,_chunk_3BPKFKW4_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentTarget */ .rW)(component, environment));
    }
  }
  return [...chosen.values()];
}



/***/ })

};

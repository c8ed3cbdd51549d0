export const id = 825;
export const ids = [825];
export const modules = {

/***/ 7825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_UWCEPKJO_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(292);
/* harmony import */ var _chunk_CNKOMC64_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9915);
/* harmony import */ var _chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7468);
/* harmony import */ var _chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3477);
/* harmony import */ var _chunk_2XOSLVFX_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6374);
/* harmony import */ var _chunk_KNM4WRYN_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6768);
/* harmony import */ var _chunk_BQMYLIZB_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9734);
/* harmony import */ var _chunk_ZT55MND3_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6160);
/* harmony import */ var _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9914);
/* harmony import */ var _chunk_QXAM6WBM_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1215);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8146);
/* harmony import */ var _chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9366);
/* harmony import */ var _chunk_CM23GJK4_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(4583);
/* harmony import */ var _chunk_DWIJ2GBH_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3621);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(3352);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(6965);
/* harmony import */ var _chunk_MTXSKKGK_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(974);
/* harmony import */ var _chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(4977);
/* harmony import */ var _chunk_BMH437EG_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(2221);
/* harmony import */ var _chunk_BXNEWYNN_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(5177);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(8712);
/* harmony import */ var _chunk_XR563HSZ_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(4273);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(9041);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(9586);
/* harmony import */ var _chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(9075);
/* harmony import */ var _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(1101);
/* harmony import */ var _chunk_EDPRRUI2_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(7175);
/* harmony import */ var _chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(8038);
/* harmony import */ var _chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(2385);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(1947);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(6127);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(6962);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BSCWRUA3_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(8918);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);








































// src/commands/rollback.ts
async function rollback(request, settings, ports) {
  const started = ports.clock.now();
  const { environment, target } = request;
  const { session, view, targets } = await ports.journal.group(
    "Read the ledger and the tags",
    () => _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_9__/* .Session */ .Nn.open(settings, ports, (listing) => returnable(request, listing), {
      near: (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_9__/* .tagPrefixes */ .$0)(request.patterns),
      moves: true,
      hints: { past: true, slots: typeof target === "object" ? [target.version] : [] }
    })
  );
  const known = await (0,_chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_12__/* .environmentsOf */ .M2)(view);
  if (!known.has(environment)) {
    throw (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_9__/* .unknownEnvironment */ .Iu)(environment, known);
  }
  const outcome = await (0,_chunk_KNM4WRYN_js__WEBPACK_IMPORTED_MODULE_6__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    "rollback",
    ports,
    () => (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_4__/* .move */ .Cy)(session, view, targets, async (now) => {
      await (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_4__/* .anchorRemembered */ .qr)(session, now, targets, typeof target === "object" ? [target.version] : []);
      return {
        kind: "rollback",
        removals: [],
        choices: (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseAll */ .z)(
          targets,
          ({ component }) => (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_4__/* .chooseRollback */ .wX)((0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_4__/* .stateOf */ .L4)(component, environment, now), target, settings.overrides)
        )
      };
    })
  );
  const report = await (0,_chunk_2NAQSJOM_js__WEBPACK_IMPORTED_MODULE_4__/* .reportMove */ .Q6)("rollback", session, view, targets, outcome, settings, ports, started);
  if (outcome.kind === "superseded") {
    return report;
  }
  const occasions = await occasionsOf(targets, environment, outcome);
  const { issues, notices } = await (0,_chunk_UWCEPKJO_js__WEBPACK_IMPORTED_MODULE_1__/* .openPostMortems */ .C)(session, occasions, outcome, ports);
  return {
    ...report,
    issues,
    notices: [...report.notices, ...notices, ...alreadyBack(targets, report, environment)],
    durationMs: ports.clock.now() - started
  };
}
async function occasionsOf(targets, environment, outcome) {
  const { intent, ledger, view } = outcome;
  await ledger?.load(targets.map(({ component }) => (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_26__/* .entryPath */ .s3)(environment, component)));
  return targets.flatMap(({ component }) => {
    const ref = view.tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(component))?.environments.get(environment);
    const now = ledger?.entry(environment, component);
    const entry = (0,_chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_12__/* .speaksOf */ .Tq)(now, ref?.object) && now.move === "rollback" ? now : void 0;
    const choice = intent.choices.find(({ situation }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(situation.component) === (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(component));
    const left = entry?.previous ?? choice?.situation.current;
    const version = entry?.version ?? choice?.version;
    const isTold = choice === void 0 && entry?.status === "held";
    if (left === void 0 || version === void 0 || left === version || isTold) {
      return [];
    }
    return [
      {
        component,
        environment,
        left,
        restored: { version, commit: entry?.commit ?? choice?.commit },
        entry,
        why: choice === void 0 ? _chunk_UWCEPKJO_js__WEBPACK_IMPORTED_MODULE_1__/* .TOLD_LATER */ .J : `Somebody asked for it; brought back was ${choice.why}.`,
        gate: void 0,
        held: void 0
      }
    ];
  });
}
function alreadyBack(targets, report, environment) {
  const moved = new Set(report.moves.map(({ component }) => component));
  const back = targets.map(({ component }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(component)).filter((id) => !moved.has(id));
  return back.length === 0 ? [] : [
    {
      level: "notice",
      message: `Rolled back already in \`${environment}\`, so the tag stays and KV was brought to it: ${back.map((id) => `\`${id}\``).join(", ")}. Name a \`version\` to go further back.`
    }
  ];
}
function returnable({ patterns, environment }, listing) {
  const chosen = /* @__PURE__ */ new Map();
  for (const selection of (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_9__/* .select */ .Lt)(patterns, listing)) {
    const { pattern, components } = selection;
    const usable = components.filter(
      ({ component, environments }) => environments.has(environment) || (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(component) === pattern
    );
    if (usable.length === 0) {
      const remedy = "Check the name of the environment, or use `promote` to put a version there.";
      throw (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_9__/* .nowhereIn */ .co)(environment, selection, listing, remedy);
    }
    for (const { component } of usable) {
      chosen.set((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_32__/* .componentId */ .nV)(component), (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_9__/* .environmentTarget */ .rW)(component, environment));
    }
  }
  return [...chosen.values()];
}



/***/ })

};

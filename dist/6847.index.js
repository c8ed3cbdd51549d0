export const id = 6847;
export const ids = [6847];
export const modules = {

/***/ 6847:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   deploy: () => (/* binding */ deploy)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_XR73NAAF_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3448);
/* harmony import */ var _chunk_HJEBTJZV_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8217);
/* harmony import */ var _chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6309);
/* harmony import */ var _chunk_ZW5QODSD_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5315);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8146);
/* harmony import */ var _chunk_UCSGBVXG_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(713);
/* harmony import */ var _chunk_SDEDSZ26_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7617);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3352);
/* harmony import */ var _chunk_YEVIYOBB_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1521);
/* harmony import */ var _chunk_P7VW2DIX_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7871);
/* harmony import */ var _chunk_DVZUISDK_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8080);
/* harmony import */ var _chunk_PSCNXF6U_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3717);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6965);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(9041);
/* harmony import */ var _chunk_LZDJGXHN_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(5455);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(8712);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(9586);
/* harmony import */ var _chunk_KTYNKCAU_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(114);
/* harmony import */ var _chunk_NMMKN7KC_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(5902);
/* harmony import */ var _chunk_C5NZH73X_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(9596);
/* harmony import */ var _chunk_EFOB53DU_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(7243);
/* harmony import */ var _chunk_CNBDODVG_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(9865);
/* harmony import */ var _chunk_ZRTN242I_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(7759);
/* harmony import */ var _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(1101);
/* harmony import */ var _chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(8038);
/* harmony import */ var _chunk_NYK66BSZ_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(3995);
/* harmony import */ var _chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(2385);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(579);
/* harmony import */ var _chunk_RDNMBLSI_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(9895);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(6962);
/* harmony import */ var _chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(6539);
/* harmony import */ var _chunk_GWTYSENU_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(2798);
/* harmony import */ var _chunk_UOZS7KD3_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(1162);
/* harmony import */ var _chunk_V7BO6WVM_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(9400);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(1947);
/* harmony import */ var _chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(9937);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);









































// src/commands/deploy.ts
async function deploy(request, settings, ports) {
  const started = ports.clock.now();
  const { repository, clock } = ports;
  if (request.by === "tag" && await (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__/* .isForeign */ .jq)(request.tag, repository)) {
    const notice = { level: "notice", message: (0,_chunk_UOZS7KD3_js__WEBPACK_IMPORTED_MODULE_34__/* .foreignTag */ .lm)(request.tag) };
    return (0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_32__/* .nothingDone */ .mh)("deploy", settings, [notice], clock.now() - started);
  }
  const opened = await ports.journal.group(
    "Read the ledger and the tags",
    () => _chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__/* .Session */ .Nn.open(
      settings,
      ports,
      (listing2) => request.by === "tag" ? (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__/* .tagTargets */ .lR)(request, listing2) : (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__/* .targetsOf */ .QR)(request.patterns, request.environment, listing2),
      { near: request.by === "tag" ? (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__/* .siblingsOf */ .DG)(request.tag) : (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__/* .tagPrefixes */ .$0)(request.patterns) }
    )
  );
  if (opened.targets.length === 0) {
    const message = (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_3__/* .nothingFor */ .Nw)(request.by === "tag" ? request.tag : "", opened.session.tagRules);
    return (0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_32__/* .nothingDone */ .mh)("deploy", settings, [{ level: "notice", message }], ports.clock.now() - started);
  }
  const { session, view, listing } = opened;
  const applier = session.newApplier();
  const plan = async (some, now) => await session.plan((0,_chunk_XR73NAAF_js__WEBPACK_IMPORTED_MODULE_1__/* .withCanaries */ .X$)(session, some, now), now);
  const planner = new _chunk_XR73NAAF_js__WEBPACK_IMPORTED_MODULE_1__/* .SoundPlanner */ .OW(plan, applier, opened.targets);
  const planFor = async (now) => await planner.plan(now);
  let plans = await planner.checked(view);
  const adopted = await (0,_chunk_HJEBTJZV_js__WEBPACK_IMPORTED_MODULE_2__/* .recordHolds */ .u1)(session, view, planner.targets, plans, applier);
  planner.leave(adopted.failures);
  if (adopted.view !== void 0 || adopted.failures.length > 0) {
    plans = await planner.checked(adopted.view ?? view);
  }
  const { targets } = planner;
  const first = { plans, observed: adopted.view ?? view };
  const outcome = await (0,_chunk_XR73NAAF_js__WEBPACK_IMPORTED_MODULE_1__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    "deploy",
    ports,
    () => (0,_chunk_HJEBTJZV_js__WEBPACK_IMPORTED_MODULE_2__/* .convergeTargets */ .qr)(session, applier, (0,_chunk_XR73NAAF_js__WEBPACK_IMPORTED_MODULE_1__/* .withCanaries */ .X$)(session, targets, first.observed), first, planFor)
  );
  const report = {
    ...(0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_32__/* .nothingDone */ .mh)("deploy", settings, []),
    ledger: (0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_32__/* .ledgerReport */ .gM)(session, outcome.ledger),
    deployed: targets.flatMap((target) => (0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_32__/* .describeDeployed */ .ex)(target, outcome, view)),
    deleted: targets.flatMap((target) => (0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_32__/* .describeDeleted */ .rv)(target, outcome)),
    keys: outcome.keys,
    changed: outcome.changed,
    rounds: outcome.rounds,
    failures: [...planner.failures, ...session.problems, ...outcome.failures, ...(0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_32__/* .heldAgain */ .ke)(targets, outcome.view)]
  };
  return {
    ...report,
    notices: [
      ...(0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_32__/* .excludedNotices */ .CW)(view),
      ...(0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_32__/* .warnings */ .AR)(outcome.warnings),
      ...targets.flatMap((target) => remarks(target, listing)),
      ...await (0,_chunk_XR73NAAF_js__WEBPACK_IMPORTED_MODULE_1__/* .showDeployment */ .BD)(session, report, ports)
    ],
    durationMs: ports.clock.now() - started
  };
}
function remarks(target, listing) {
  const notices = [];
  const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_36__/* .componentId */ .nV)(target.component);
  for (const { name } of listing.tags.get(id)?.shadowed ?? []) {
    notices.push({
      level: "warning",
      message: `The older tag \`${name}\` points elsewhere and is ignored, since \`components/${id}/…\` stands for the same component. Delete it.`
    });
  }
  return notices;
}



/***/ })

};

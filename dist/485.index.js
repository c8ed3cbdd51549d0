export const id = 485;
export const ids = [485];
export const modules = {

/***/ 9976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ warnings),
/* harmony export */   Gc: () => (/* binding */ inertNotices),
/* harmony export */   ex: () => (/* binding */ describeDeployed),
/* harmony export */   gM: () => (/* binding */ ledgerReport),
/* harmony export */   mh: () => (/* binding */ nothingDone),
/* harmony export */   rv: () => (/* binding */ describeDeleted)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_W4STLKF4_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(993);
/* harmony import */ var _chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(812);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/commands/describe.ts
function inertNotices(config) {
  const inert = (0,_chunk_W4STLKF4_js__WEBPACK_IMPORTED_MODULE_1__/* .inertParts */ .tv)(config);
  return inert.length === 0 ? [] : [
    {
      level: "notice",
      message: `The configuration is valid, but this version does not act on: ${inert.join(", ")}.`
    }
  ];
}
function describeDeployed(target, outcome, view) {
  const id = (0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_2__/* .componentId */ .nV)(target.component);
  const found = outcome.plans.flatMap(
    (plan) => [...plan.wanted.values()].filter(
      ({ component, slot, role }) => (0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_2__/* .componentId */ .nV)(component) === id && slot === target.slot.name && role !== "latest"
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
  const id = (0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_2__/* .componentId */ .nV)(component);
  const again = outcome.plans.some(
    ({ wanted }) => [...wanted.values()].some(
      (one) => (0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_2__/* .componentId */ .nV)(one.component) === id && one.slot === slot.name && one.role === slot.kind
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
function warnings(messages) {
  return messages.map((message) => ({ level: "warning", message }));
}
function ledgerReport(session, ledger) {
  return ledger === void 0 ? void 0 : { ref: session.ledgerRef, commit: ledger.commit, seq: ledger.message.seq };
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
    notices,
    failures: []
  };
}




/***/ }),

/***/ 5485:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nothingDone: () => (/* reexport safe */ _chunk_O7M3S67N_js__WEBPACK_IMPORTED_MODULE_1__.mh)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_O7M3S67N_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9976);
/* harmony import */ var _chunk_W4STLKF4_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(993);
/* harmony import */ var _chunk_4HW3NLF4_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2184);
/* harmony import */ var _chunk_G7GU7LSQ_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8879);
/* harmony import */ var _chunk_ELK2HPKV_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2219);
/* harmony import */ var _chunk_QFRBCJUZ_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6319);
/* harmony import */ var _chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7260);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1197);
/* harmony import */ var _chunk_Y6JXASKJ_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7294);
/* harmony import */ var _chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(812);
/* harmony import */ var _chunk_C3L352YC_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8782);
/* harmony import */ var _chunk_3VFFYGQU_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4265);
/* harmony import */ var _chunk_SZYSBG4J_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6926);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(9586);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(9041);
/* harmony import */ var _chunk_26BPKNQD_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(6524);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





















/***/ })

};

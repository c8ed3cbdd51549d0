export const id = 6210;
export const ids = [6210];
export const modules = {

/***/ 8094:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Gj: () => (/* binding */ nextAction),
/* harmony export */   Hl: () => (/* binding */ alikeForAll),
/* harmony export */   LD: () => (/* binding */ stepPolicy),
/* harmony export */   OH: () => (/* binding */ staleFrom),
/* harmony export */   cg: () => (/* binding */ stepOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8038);
/* harmony import */ var _chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2385);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5269);

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
  const bakeMs = (0,_chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_1__/* .milliseconds */ .Rz)(rule["step-time"], gate.bakeMs);
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
    ({ limit, source }) => limit.kind === "counts" && !(0,_chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_2__/* .textsOf */ .CB)(source).some(({ text }) => text.includes("{version}"))
  ).map(
    ({ name }) => new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
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




/***/ }),

/***/ 6210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   lowerShares: () => (/* binding */ lowerShares)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_K3O4G6DX_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8094);
/* harmony import */ var _chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5331);
/* harmony import */ var _chunk_XR73NAAF_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3448);
/* harmony import */ var _chunk_HJEBTJZV_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8217);
/* harmony import */ var _chunk_2XOSLVFX_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6374);
/* harmony import */ var _chunk_YEVIYOBB_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1521);
/* harmony import */ var _chunk_P7VW2DIX_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7871);
/* harmony import */ var _chunk_DVZUISDK_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8080);
/* harmony import */ var _chunk_PSCNXF6U_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3717);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6965);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9041);
/* harmony import */ var _chunk_LZDJGXHN_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5455);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8712);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(9586);
/* harmony import */ var _chunk_EFOB53DU_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(7243);
/* harmony import */ var _chunk_CNBDODVG_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(9865);
/* harmony import */ var _chunk_ZRTN242I_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(7759);
/* harmony import */ var _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1101);
/* harmony import */ var _chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(8038);
/* harmony import */ var _chunk_NYK66BSZ_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(3995);
/* harmony import */ var _chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(2385);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(579);
/* harmony import */ var _chunk_RDNMBLSI_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(9895);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(6962);
/* harmony import */ var _chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(6539);
/* harmony import */ var _chunk_GWTYSENU_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(2798);
/* harmony import */ var _chunk_UOZS7KD3_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(1162);
/* harmony import */ var _chunk_V7BO6WVM_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(9400);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(1947);
/* harmony import */ var _chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(9937);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



































// src/commands/rollout/lower.ts
async function lowerShares(session, view, targets, environment, percentage, settings, ports, started) {
  const rule = session.config.environments[environment]?.canary;
  const both = targets.flatMap(
    ({ component }) => [environment, ...rule === void 0 ? [] : [rule.environment]].map((name) => (0,_chunk_P7VW2DIX_js__WEBPACK_IMPORTED_MODULE_7__/* .environmentTarget */ .rW)(component, name))
  );
  let rollouts = [];
  const outcome = await (0,_chunk_XR73NAAF_js__WEBPACK_IMPORTED_MODULE_3__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    "rollback",
    ports,
    () => (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_2__/* .move */ .Cy)(session, view, both, async (now) => {
      const problems = [];
      const lowered = targets.flatMap((target) => {
        const found = loweredOf(target, environment, percentage, session, now);
        if (found instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_32__/* .TagshipError */ .bP) {
          problems.push(found);
          return [];
        }
        return [found];
      });
      if (problems.length > 0) {
        throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_32__/* .TagshipErrors */ .g0(problems);
      }
      rollouts = lowered.map(({ report: report2 }) => report2);
      return { kind: "rollback", choices: [], removals: [], shares: lowered.map(({ share }) => share) };
    })
  );
  const report = await (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_2__/* .reportMove */ .Q6)("rollback", session, view, targets, outcome, settings, ports, started);
  return outcome.kind === "superseded" ? report : { ...report, rollouts, changed: !settings.dryRun || report.changed };
}
function loweredOf({ component }, environment, percentage, { config }, now) {
  const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_30__/* .componentId */ .nV)(component);
  const rule = config.environments[environment]?.canary;
  const tags = now.tags.get(id);
  const placed = tags === void 0 ? void 0 : (0,_chunk_P7VW2DIX_js__WEBPACK_IMPORTED_MODULE_7__/* .liveShare */ .Yi)(tags, environment, rule, now.shares);
  const [tag, live] = [tags?.environments.get(rule?.environment ?? ""), tags?.environments.get(environment)];
  if (rule === void 0 || tags === void 0 || placed === void 0 || tag === void 0 || live === void 0) {
    return new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_32__/* .TagshipError */ .bP(
      "canary-missing",
      `No user of \`${environment}\` gets a canary of \`${id}\` now, so there is no percentage to lower.`,
      "Run `rollback` without `percentage` to bring back a version."
    );
  }
  if (percentage >= placed.share) {
    return new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_32__/* .TagshipError */ .bP(
      "input-invalid",
      `${placed.share} % of the users of \`${environment}\` get \`${id}\` ${placed.version} now, and \`percentage: ${percentage}\` is not less.`,
      "Give a lower one. `promote` of the same version raises it, step by step."
    );
  }
  const step = percentage === 0 ? 0 : (0,_chunk_K3O4G6DX_js__WEBPACK_IMPORTED_MODULE_1__/* .stepOf */ .cg)(rule.steps, percentage);
  return {
    share: { component, environment: rule.environment, of: environment, share: percentage, step, tag, live },
    report: {
      component: id,
      environment,
      canary: rule.environment,
      version: placed.version,
      live: now.versionOf(tags, live)?.version,
      verdict: void 0,
      why: `Lowered from ${placed.share} % by hand.`,
      share: percentage,
      steps: [],
      planned: rule.steps
    }
  };
}



/***/ })

};

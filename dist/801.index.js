export const id = 801;
export const ids = [801];
export const modules = {

/***/ 6801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   followAll: () => (/* binding */ followAll),
/* harmony export */   followPush: () => (/* binding */ followPush)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_QJCUL6JP_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7409);
/* harmony import */ var _chunk_I5E6CMPL_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3555);
/* harmony import */ var _chunk_WMIY5PA2_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(174);
/* harmony import */ var _chunk_YEQ6NHKK_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1491);
/* harmony import */ var _chunk_UZDSKEEC_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5016);
/* harmony import */ var _chunk_CNKOMC64_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9915);
/* harmony import */ var _chunk_I3DDHKTN_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6333);
/* harmony import */ var _chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7468);
/* harmony import */ var _chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(4478);
/* harmony import */ var _chunk_NZS3STMG_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(959);
/* harmony import */ var _chunk_CINA5O6N_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7743);
/* harmony import */ var _chunk_VSZNBPBP_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(705);
/* harmony import */ var _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2269);
/* harmony import */ var _chunk_QXAM6WBM_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1215);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8146);
/* harmony import */ var _chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(6509);
/* harmony import */ var _chunk_CM23GJK4_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(4583);
/* harmony import */ var _chunk_HW5M4RQS_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(8211);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(3352);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(6965);
/* harmony import */ var _chunk_MTXSKKGK_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(974);
/* harmony import */ var _chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(6786);
/* harmony import */ var _chunk_5MHJQYKC_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(7758);
/* harmony import */ var _chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(3941);
/* harmony import */ var _chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(8234);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(8712);
/* harmony import */ var _chunk_JIJQURCJ_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(7000);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(9041);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(9586);
/* harmony import */ var _chunk_2HPNGQNA_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(8571);
/* harmony import */ var _chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(968);
/* harmony import */ var _chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(7118);
/* harmony import */ var _chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(9985);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(1197);
/* harmony import */ var _chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(7506);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(1947);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(6127);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(6962);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BSCWRUA3_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(8918);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_45__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);














































// src/commands/track.ts
async function followPush(report, request, config, settings, ports) {
  if (!(0,_chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_32__/* .isVersion */ .lF)(request.tag.split("/").at(-1) ?? "")) {
    return report;
  }
  const about = (listing) => (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_13__/* .tagTargets */ .lR)(request, listing).flatMap(({ component, slot }) => slot.kind === "version" ? [component] : []);
  const scope = { isWhole: false, environment: void 0, acts: true };
  return withFollowed(report, await follow(about, scope, config, settings, ports));
}
async function followAll(report, { environment, heal }, config, settings, ports) {
  const about = (listing) => [...listing.tags.values()].map(({ component }) => component);
  const scope = { isWhole: true, environment, acts: heal };
  return withFollowed(report, await follow(about, scope, config, settings, ports));
}
async function follow(about, scope, config, settings, ports) {
  const followed = { reports: [], failures: [], notices: [] };
  try {
    await followInto(followed, about, scope, config, settings, ports);
    return followed;
  } catch (error) {
    return { ...followed, failures: [...followed.failures, ...knownErrors(error)] };
  }
}
async function followInto({ reports, failures, notices }, about, { isWhole, environment, acts }, config, settings, ports) {
  const order = (0,_chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_25__/* .trackOrder */ .E1)(config.environments).filter((one) => [void 0, one].includes(environment));
  const targetsIn = (listing2) => about(listing2).flatMap((component) => order.map((one) => (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_13__/* .environmentTarget */ .rW)(component, one)));
  const opened = await ports.journal.group(
    "Follow the tracks",
    () => _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_13__/* .Session */ .Nn.open(settings, ports, isWhole ? () => [] : targetsIn, { whole: isWhole })
  );
  const { session, listing } = opened;
  const targets = isWhole ? [] : opened.targets;
  let view = opened.view;
  let isOld = false;
  for (const name of order) {
    if (isOld) {
      view = (await session.observe(targets, isWhole)).view;
      isOld = false;
    }
    for (const component of about(listing)) {
      const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_38__/* .componentId */ .nV)(component);
      const range = session.config.environments[name]?.track ?? "";
      let decision;
      try {
        decision = await decisionOf(component, name, range, session, view);
      } catch (error) {
        failures.push(...(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_42__/* .ownTrouble */ .e3)(error));
        continue;
      }
      const { version, waiting } = decision;
      notices.push(...waitingNotices(id, name, waiting));
      if (version === void 0) {
        continue;
      }
      const why = `the newest that may be there, by \`track: ${range}\``;
      if (!acts) {
        const message = `The track \`${range}\` of \`${name}\` would put \`${id}\` ${version} there; \`heal: true\` does.`;
        notices.push({ level: "notice", message });
        continue;
      }
      const request = { patterns: [id], environment: name, source: { version }, why };
      try {
        reports.push(await (0,_chunk_QJCUL6JP_js__WEBPACK_IMPORTED_MODULE_1__/* .promote */ .p)(request, ownSettings(settings, why), ports));
        isOld = true;
      } catch (error) {
        failures.push(...ownFailures(error, id, name, version));
      }
    }
  }
}
function ownSettings(settings, why) {
  const { author } = settings;
  const reason = author.reason ?? `${why[0]?.toUpperCase()}${why.slice(1)}.`;
  return { ...settings, overrides: /* @__PURE__ */ new Set(), author: { ...author, reason, override: [] } };
}
function knownErrors(error) {
  if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_42__/* .TagshipError */ .bP || error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_42__/* .TagshipErrors */ .g0 || error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_42__/* .TransientError */ .N_) {
    return (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_42__/* .toTagshipErrors */ .XF)(error);
  }
  throw error;
}
function ownFailures(error, id, environment, version) {
  const problems = knownErrors(error);
  if (problems.some(({ code }) => code === "cancelled")) {
    throw error;
  }
  return problems.map(
    ({ code, what, remedy, location }) => new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_42__/* .TagshipError */ .bP(
      code,
      `The track of \`${environment}\` could not put \`${id}\` ${version} there: ${what}`,
      `${remedy} The next \`reconcile\` tries again.`,
      { location, cause: error }
    )
  );
}
async function decisionOf(component, environment, range, session, view) {
  const policy = session.config.environments[environment];
  const requirement = (0,_chunk_WMIY5PA2_js__WEBPACK_IMPORTED_MODULE_3__/* .requirementOf */ .h)(policy?.requires);
  const verified = policy?.verify?.environment;
  const others = [environment, requirement?.environment, verified].flatMap((name) => name ?? []);
  await view.ledger?.load(others.map((name) => (0,_chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_32__/* .entryPath */ .s3)(name, component)));
  const situation = (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_9__/* .stateOf */ .L4)(component, environment, view);
  const { ref, entry, versions } = situation;
  const gated = requirement !== void 0 && session.config.environments[requirement.environment]?.gate !== void 0;
  const rule = requirement === void 0 ? void 0 : (0,_chunk_QJCUL6JP_js__WEBPACK_IMPORTED_MODULE_1__/* .ruleOf */ .Y)(component, requirement, gated, view, session.ports.clock.now());
  const unmet = (version) => {
    if (verified !== void 0 && (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_9__/* .stateOf */ .L4)(component, verified, view).current !== version) {
      return `It is not in \`${verified}\`, where it is to be verified first.`;
    }
    return refusalOf(() => (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_9__/* .choosePromotion */ .vz)(situation, version, rule, /* @__PURE__ */ new Set(), ""));
  };
  return (0,_chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_25__/* .followTrack */ .Rh)({
    range,
    versions: [...versions.keys()],
    current: situation.current,
    quarantined: entry?.quarantined ?? [],
    mark: (0,_chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_16__/* .speaksOf */ .Tq)(entry, ref?.object) ? entry.track : void 0,
    stopped: ref === void 0 && entry?.move === "remove" ? "Its tag was deleted there, so only `promote` brings it back." : entry?.status === "held" ? "KV is held back from the tag by a rollback." : refusalOf(() => (0,_chunk_WMIY5PA2_js__WEBPACK_IMPORTED_MODULE_3__/* .admit */ .w)(environment, policy, /* @__PURE__ */ new Set())),
    unmet
  });
}
function refusalOf(check) {
  try {
    check();
    return void 0;
  } catch (error) {
    if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_42__/* .TagshipError */ .bP) {
      return error.what;
    }
    throw error;
  }
}
function waitingNotices(id, environment, waiting) {
  return waiting.slice(0, 1).map(({ version, why }) => ({
    level: "notice",
    message: `The track of \`${environment}\` does not put \`${id}\` ${version} there yet: ${why}`
  }));
}
function withFollowed(report, { reports, failures, notices }) {
  const all = [report, ...reports];
  const told = [...report.notices, ...reports.flatMap((one) => one.notices), ...notices];
  return {
    ...report,
    moves: all.flatMap(({ moves }) => moves),
    deployed: all.flatMap(({ deployed }) => deployed),
    keys: all.flatMap(({ keys }) => keys),
    issues: all.flatMap(({ issues }) => issues),
    changed: all.some(({ changed }) => changed),
    ledger: reports.at(-1)?.ledger ?? report.ledger,
    failures: [...all.flatMap((one) => one.failures), ...failures],
    notices: [...new Map(told.map((notice) => [notice.message, notice])).values()],
    durationMs: all.reduce((sum, one) => sum + one.durationMs, 0)
  };
}



/***/ })

};

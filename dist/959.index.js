<<<<<<<< HEAD:dist/774.index.js
export const id = 774;
export const ids = [774];
export const modules = {

/***/ 8088:
========
export const id = 959;
export const ids = [959];
export const modules = {

/***/ 1494:
>>>>>>>> h-waves:dist/959.index.js
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ runAll),
/* harmony export */   aq: () => (/* binding */ rebuild),
/* harmony export */   ht: () => (/* binding */ variablesOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
<<<<<<<< HEAD:dist/774.index.js
/* harmony import */ var _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9914);
/* harmony import */ var _chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4977);
/* harmony import */ var _chunk_BXNEWYNN_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5177);
/* harmony import */ var _chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9075);
========
/* harmony import */ var _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2269);
/* harmony import */ var _chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6786);
/* harmony import */ var _chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8234);
/* harmony import */ var _chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(968);
>>>>>>>> h-waves:dist/959.index.js
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1947);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5269);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);







// src/commands/rebuild.ts
async function rebuild(request, settings, secrets, ports) {
  const started = ports.clock.now();
  const { tag } = request;
<<<<<<<< HEAD:dist/774.index.js
  const opened = await _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_1__/* .Session */ .Nn.open(settings, ports, (listing) => (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_1__/* .tagTargets */ .lR)(request, listing), { prefix: "logic" });
  const [target] = opened.targets;
  if (target === void 0 || target.slot.kind === "version") {
    const isVersion = `The logic tag \`${tag}\` is a version: nothing to rebuild.`;
    const message = target === void 0 ? (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_1__/* .nothingFor */ .Nw)(tag, opened.session.tagRules) : isVersion;
    return (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_2__/* .nothingDone */ .mh)("deploy", settings, [{ level: "notice", message }]);
========
  const opened = await _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_1__/* .Session */ .Nn.open(settings, ports, (listing) => (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_1__/* .tagTargets */ .lR)(request, listing), { prefix: "logic" });
  const [target] = opened.targets;
  if (target === void 0 || target.slot.kind === "version") {
    const isVersion = `The logic tag \`${tag}\` is a version: nothing to rebuild.`;
    const message = target === void 0 ? (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_1__/* .nothingFor */ .Nw)(tag, opened.session.tagRules) : isVersion;
    return (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_2__/* .nothingDone */ .mh)("deploy", settings, [{ level: "notice", message }]);
>>>>>>>> h-waves:dist/959.index.js
  }
  const { session, view } = opened;
  const { config } = session;
  const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(target.component);
  const tags = view.tags.get(id);
  const ref = tags?.environments.get(target.slot.name);
  const resolved = tags === void 0 || ref === void 0 ? void 0 : view.versionOf(tags, ref);
  if (ref === void 0 || resolved === void 0 && config.unversioned === "error") {
    throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
      "version-missing",
      `The tag \`${tag}\` stands on a commit that has no version tag of \`${id}\`.`,
      `Tag the commit first, as \`logic/${id}/vX.Y.Z\`, or set \`unversioned: allow\` in the configuration.`
    );
  }
  const version = resolved?.version ?? (0,_chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_4__/* .unversionedName */ .wj)(ref.commit);
  const values = (0,_chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_3__/* .rebuildValues */ .iF)(target.component, target.slot.name, version, ref.commit);
  const commands = (0,_chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_3__/* .rebuildCommands */ .cC)(config.logic?.rebuild ?? [], values);
  const done = settings.dryRun ? commands.map((argv) => ({ argv, durationMs: void 0 })) : await runAll(commands, ref.commit, { ...variablesOf(values), ...secrets }, ports);
<<<<<<<< HEAD:dist/774.index.js
  const recorded = settings.dryRun ? void 0 : await (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_1__/* .recordTargets */ .Sh)(session, view, [target]);
  const notices = [...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_2__/* .inertNotices */ .Gc)(config), ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_2__/* .excludedNotices */ .CW)(view), ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_2__/* .warnings */ .AR)(recorded?.warnings ?? [])];
  return {
    ...(0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_2__/* .nothingDone */ .mh)("deploy", settings, notices, ports.clock.now() - started),
    ledger: (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_2__/* .ledgerReport */ .gM)(session, recorded?.ledger ?? view.ledger),
========
  const recorded = settings.dryRun ? void 0 : await (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_1__/* .recordTargets */ .Sh)(session, view, [target]);
  const notices = [...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_2__/* .inertNotices */ .Gc)(config), ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_2__/* .excludedNotices */ .CW)(view), ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_2__/* .warnings */ .AR)(recorded?.warnings ?? [])];
  return {
    ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_2__/* .nothingDone */ .mh)("deploy", settings, notices, ports.clock.now() - started),
    ledger: (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_2__/* .ledgerReport */ .gM)(session, recorded?.ledger ?? view.ledger),
>>>>>>>> h-waves:dist/959.index.js
    deployed: [
      {
        component: id,
        environment: target.slot.name,
        version,
        commit: ref.commit,
        path: "",
        bytes: 0,
        previousVersion: void 0,
        previousCommit: void 0,
        namespaces: []
      }
    ],
    requiresRebuild: true,
    rebuild: done
  };
}
async function runAll(commands, commit, variables, { workshop, clock, journal }) {
  if (commands.length === 0) {
    return [];
  }
  return await workshop.checkout(commit, async (directory) => {
    const done = [];
    for (const argv of commands) {
      const started = clock.now();
      const code = await journal.group(argv.join(" "), () => workshop.run(argv, directory, variables));
      if (code !== 0) {
        throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
          "rebuild-failed",
          `The command \`${argv.join(" ")}\` ended with exit code ${code}.`,
          "Its output is in the log above. Correct the cause, or move the tag back, and run the job again."
        );
      }
      done.push({ argv, durationMs: clock.now() - started });
    }
    return done;
  });
}
function variablesOf(values) {
  return {
    TAGSHIP_COMPONENT: values.component,
    TAGSHIP_ENVIRONMENT: values.environment,
    TAGSHIP_VERSION: values.version,
    TAGSHIP_COMMIT: values.commit
  };
}




/***/ }),

<<<<<<<< HEAD:dist/774.index.js
/***/ 1774:
========
/***/ 3959:
>>>>>>>> h-waves:dist/959.index.js
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reconcileLogic: () => (/* binding */ reconcileLogic),
/* harmony export */   withLogic: () => (/* binding */ withLogic)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
<<<<<<<< HEAD:dist/774.index.js
/* harmony import */ var _chunk_GV5O7QEJ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8088);
/* harmony import */ var _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9914);
/* harmony import */ var _chunk_QXAM6WBM_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1215);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8146);
/* harmony import */ var _chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9366);
========
/* harmony import */ var _chunk_AGHYGJDR_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1494);
/* harmony import */ var _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2269);
/* harmony import */ var _chunk_QXAM6WBM_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1215);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8146);
/* harmony import */ var _chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6509);
>>>>>>>> h-waves:dist/959.index.js
/* harmony import */ var _chunk_CM23GJK4_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4583);
/* harmony import */ var _chunk_HW5M4RQS_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8211);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3352);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6965);
<<<<<<<< HEAD:dist/774.index.js
/* harmony import */ var _chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4977);
/* harmony import */ var _chunk_BMH437EG_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2221);
/* harmony import */ var _chunk_BXNEWYNN_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(5177);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8712);
/* harmony import */ var _chunk_XR563HSZ_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4273);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(9041);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(9586);
/* harmony import */ var _chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(9075);
/* harmony import */ var _chunk_EUACRRWR_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1101);
/* harmony import */ var _chunk_EDPRRUI2_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(7175);
/* harmony import */ var _chunk_R4HOAIBY_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(8038);
/* harmony import */ var _chunk_7FZZSPCV_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(2385);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(1947);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(6127);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(6962);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(3560);
========
/* harmony import */ var _chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(6786);
/* harmony import */ var _chunk_5MHJQYKC_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7758);
/* harmony import */ var _chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3941);
/* harmony import */ var _chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8234);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8712);
/* harmony import */ var _chunk_JIJQURCJ_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(7000);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(9041);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(9586);
/* harmony import */ var _chunk_2HPNGQNA_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(8571);
/* harmony import */ var _chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(968);
/* harmony import */ var _chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(7118);
/* harmony import */ var _chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(9985);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(1197);
/* harmony import */ var _chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(7506);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(1947);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(6127);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(6962);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(3560);
>>>>>>>> h-waves:dist/959.index.js

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

































// src/commands/reconcile-logic.ts
var NOTHING = { deployed: [], requiresRebuild: false, rebuild: [], failures: [], notices: [] };
async function reconcileLogic(request, settings, secrets, ports) {
  if ((await ports.repository.refs(["logic/"])).tags.length === 0) {
    return NOTHING;
  }
<<<<<<<< HEAD:dist/774.index.js
  const { session, view, targets } = await _chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_2__/* .Session */ .Nn.open(
    settings,
    ports,
    (listing) => [...listing.tags.values()].flatMap(
      ({ component, environments }) => [...environments.keys()].filter((name) => request.environment === void 0 || request.environment === name).map((name) => (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentTarget */ .rW)(component, name))
========
  const { session, view, targets } = await _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_2__/* .Session */ .Nn.open(
    settings,
    ports,
    (listing) => [...listing.tags.values()].flatMap(
      ({ component, environments }) => [...environments.keys()].filter((name) => request.environment === void 0 || request.environment === name).map((name) => (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_2__/* .environmentTarget */ .rW)(component, name))
>>>>>>>> h-waves:dist/959.index.js
    ),
    { prefix: "logic" }
  );
  if (view.ledger === void 0) {
    return NOTHING;
  }
  const unbuilt = targets.flatMap((target) => {
    const { component, slot } = target;
    const tags = view.tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_26__/* .componentId */ .nV)(component));
    const ref = tags?.environments.get(slot.name);
<<<<<<<< HEAD:dist/774.index.js
    if (tags === void 0 || ref === void 0 || (0,_chunk_TBWLORXX_js__WEBPACK_IMPORTED_MODULE_5__/* .speaksOf */ .Tq)(view.ledger?.entry(slot.name, component), ref.object)) {
========
    if (tags === void 0 || ref === void 0 || (0,_chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_5__/* .speaksOf */ .Tq)(view.ledger?.entry(slot.name, component), ref.object)) {
>>>>>>>> h-waves:dist/959.index.js
      return [];
    }
    const fallback = session.config.unversioned === "allow" ? (0,_chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_20__/* .unversionedName */ .wj)(ref.commit) : void 0;
    const version = view.versionOf(tags, ref)?.version ?? fallback;
    return version === void 0 ? [] : [{ target, environment: slot.name, commit: ref.commit, version }];
  });
  const groups = groupsOf(unbuilt, session.config.logic?.rebuild ?? []);
  if (!request.heal || settings.dryRun || unbuilt.length === 0) {
    return { ...planned(unbuilt, groups), requiresRebuild: unbuilt.length > 0 };
  }
  const rebuilt = [];
  const done = [];
  const failures = [];
  for (const { commands, members } of groups) {
    try {
<<<<<<<< HEAD:dist/774.index.js
      rebuilt.push(...await (0,_chunk_GV5O7QEJ_js__WEBPACK_IMPORTED_MODULE_1__/* .runAll */ .$D)(commands, members[0]?.commit ?? "", { ...variables(members), ...secrets }, ports));
========
      rebuilt.push(...await (0,_chunk_AGHYGJDR_js__WEBPACK_IMPORTED_MODULE_1__/* .runAll */ .$D)(commands, members[0]?.commit ?? "", { ...variables(members), ...secrets }, ports));
>>>>>>>> h-waves:dist/959.index.js
      done.push(...members);
    } catch (error) {
      failures.push(...(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_30__/* .toTagshipErrors */ .XF)(error));
    }
  }
<<<<<<<< HEAD:dist/774.index.js
  const recorded = await (0,_chunk_XO4UQCXN_js__WEBPACK_IMPORTED_MODULE_2__/* .recordTargets */ .Sh)(
========
  const recorded = await (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_2__/* .recordTargets */ .Sh)(
>>>>>>>> h-waves:dist/959.index.js
    session,
    view,
    done.map(({ target }) => target)
  );
  return {
    deployed: done.map(deployedOf),
    requiresRebuild: true,
    rebuild: rebuilt,
    failures,
<<<<<<<< HEAD:dist/774.index.js
    notices: (0,_chunk_24FH6QHZ_js__WEBPACK_IMPORTED_MODULE_10__/* .warnings */ .AR)(recorded.warnings)
========
    notices: (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_10__/* .warnings */ .AR)(recorded.warnings)
>>>>>>>> h-waves:dist/959.index.js
  };
}
function withLogic(report, logic) {
  return {
    ...report,
    deployed: [...report.deployed, ...logic.deployed],
    requiresRebuild: logic.requiresRebuild,
    rebuild: logic.rebuild,
    failures: [...report.failures, ...logic.failures],
    notices: [...report.notices, ...logic.notices]
  };
}
function planned(unbuilt, groups) {
  return {
    ...NOTHING,
    rebuild: groups.flatMap(({ commands }) => commands.map((argv) => ({ argv, durationMs: void 0 }))),
    notices: unbuilt.map(({ target, environment, version }) => ({
      level: "notice",
      message: `\`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_26__/* .componentId */ .nV)(target.component)}\` ${version} for \`${environment}\` was not rebuilt since its tag moved.`
    }))
  };
}
function groupsOf(unbuilt, lines) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of unbuilt) {
    const { target, environment, commit, version } = one;
    const commands = (0,_chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_13__/* .rebuildCommands */ .cC)(lines, (0,_chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_13__/* .rebuildValues */ .iF)(target.component, environment, version, commit));
    const name = JSON.stringify([environment, commit, commands]);
    const known = groups.get(name);
    if (known === void 0) {
      groups.set(name, { commands, members: [one] });
    } else {
      known.members.push(one);
    }
  }
  return [...groups.values()];
}
function variables(members) {
  const all = members.map(
<<<<<<<< HEAD:dist/774.index.js
    ({ target, environment, version, commit }) => (0,_chunk_GV5O7QEJ_js__WEBPACK_IMPORTED_MODULE_1__/* .variablesOf */ .ht)((0,_chunk_BXNEWYNN_js__WEBPACK_IMPORTED_MODULE_12__/* .rebuildValues */ .iF)(target.component, environment, version, commit))
========
    ({ target, environment, version, commit }) => (0,_chunk_AGHYGJDR_js__WEBPACK_IMPORTED_MODULE_1__/* .variablesOf */ .ht)((0,_chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_13__/* .rebuildValues */ .iF)(target.component, environment, version, commit))
>>>>>>>> h-waves:dist/959.index.js
  );
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, [...new Set(all.map((one) => one[name] ?? ""))].join("\n")]));
}
function deployedOf({ target, environment, version, commit }) {
  return {
    component: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_26__/* .componentId */ .nV)(target.component),
    environment,
    version,
    commit,
    path: "",
    bytes: 0,
    previousVersion: void 0,
    previousCommit: void 0,
    namespaces: []
  };
}



/***/ })

};

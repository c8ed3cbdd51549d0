export const id = 950;
export const ids = [950];
export const modules = {

/***/ 1383:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ runAll),
/* harmony export */   aq: () => (/* binding */ rebuild),
/* harmony export */   ht: () => (/* binding */ variablesOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_WGKVGQED_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1736);
/* harmony import */ var _chunk_2UWZFA62_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2623);
/* harmony import */ var _chunk_KWE2C25F_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6813);
/* harmony import */ var _chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9373);
/* harmony import */ var _chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(812);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7477);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);







// src/commands/rebuild.ts
async function rebuild(tag, named, settings, secrets, ports) {
  const started = ports.clock.now();
  const opened = await _chunk_2UWZFA62_js__WEBPACK_IMPORTED_MODULE_2__/* .Session */ .Nn.open(settings, ports, (listing) => targetsFor(tag, named, listing), {
    prefix: "logic"
  });
  const [target] = opened.targets;
  if (target === void 0) {
    return (0,_chunk_KWE2C25F_js__WEBPACK_IMPORTED_MODULE_3__/* .nothingDone */ .mh)("deploy", settings, [
      { level: "notice", message: `The tag \`${tag}\` is gone again: nothing to do.` }
    ]);
  }
  const { session, view } = opened;
  const { config } = session;
  const id = (0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(target.component);
  const tags = view.tags.get(id);
  const ref = tags?.environments.get(target.slot.name);
  const resolved = tags === void 0 || ref === void 0 ? void 0 : view.versionOf(tags, ref);
  if (ref === void 0 || resolved === void 0 && config.unversioned === "error") {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
      "version-missing",
      `The tag \`${tag}\` stands on a commit that has no version tag of \`${id}\`.`,
      `Tag the commit first, as \`logic/${id}/vX.Y.Z\`, or set \`unversioned: allow\` in the configuration.`
    );
  }
  const version = resolved?.version ?? (0,_chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_4__/* .unversionedName */ .wj)(ref.commit);
  const values = (0,_chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_4__/* .rebuildValues */ .iF)(target.component, target.slot.name, version, ref.commit);
  const commands = (0,_chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_4__/* .rebuildCommands */ .cC)(config.logic?.rebuild ?? [], values);
  const done = settings.dryRun ? commands.map((argv) => ({ argv, durationMs: void 0 })) : await runAll(commands, ref.commit, { ...variablesOf(values), ...secrets }, ports);
  const recorded = settings.dryRun ? void 0 : await (0,_chunk_2UWZFA62_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(session, [target], view, []);
  const notices = [...(0,_chunk_KWE2C25F_js__WEBPACK_IMPORTED_MODULE_3__/* .inertNotices */ .Gc)(config), ...(0,_chunk_KWE2C25F_js__WEBPACK_IMPORTED_MODULE_3__/* .warnings */ .AR)(recorded?.warnings ?? [])];
  return {
    ...(0,_chunk_KWE2C25F_js__WEBPACK_IMPORTED_MODULE_3__/* .nothingDone */ .mh)("deploy", settings, notices, ports.clock.now() - started),
    ledger: (0,_chunk_KWE2C25F_js__WEBPACK_IMPORTED_MODULE_3__/* .ledgerReport */ .gM)(session, recorded?.ledger ?? view.ledger),
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
function targetsFor(tag, named, listing) {
  const target = (0,_chunk_WGKVGQED_js__WEBPACK_IMPORTED_MODULE_1__/* .targetOf */ .$r)(tag, listing);
  if (target === void 0 && named) {
    throw (0,_chunk_WGKVGQED_js__WEBPACK_IMPORTED_MODULE_1__/* .missingTag */ .dw)(tag, listing);
  }
  return target === void 0 ? [] : [target];
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
        throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
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

/***/ 1736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Lt: () => (/* binding */ select),
/* harmony export */   Pe: () => (/* binding */ deletedTarget),
/* harmony export */   QR: () => (/* binding */ targetsOf),
/* harmony export */   dw: () => (/* binding */ missingTag)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_2UWZFA62_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2623);
/* harmony import */ var _chunk_6O4UUV3G_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8923);
/* harmony import */ var _chunk_A7WWXBFC_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9913);
/* harmony import */ var _chunk_4CM77EIF_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(884);
/* harmony import */ var _chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9373);
/* harmony import */ var _chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(812);
/* harmony import */ var _chunk_C3L352YC_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8782);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7477);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);









// src/commands/select.ts
function targetOf(tag, listing) {
  const ref = listing.refs.tags.find(({ name }) => name === tag);
  if (ref === void 0) {
    return void 0;
  }
  for (const tags of listing.tags.values()) {
    if (tags.shadowed.some(({ name }) => name === tag)) {
      const parsed = (0,_chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTag */ .ED)(tag);
      const slot = parsed.kind === "untyped" ? (0,_chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_5__/* .slotName */ .M8)(parsed.slot) : "";
      throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP(
        "tag-duplicate",
        `The tags \`${tag}\` and \`components/${(0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(tags.component)}/${slot}\` stand for the same component but point at different commits.`,
        "Delete the one you no longer move."
      );
    }
  }
  const read = (0,_chunk_A7WWXBFC_js__WEBPACK_IMPORTED_MODULE_3__/* .readTag */ .zW)(ref, listing.typeOf);
  if (read === void 0) {
    const parsed = (0,_chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTag */ .ED)(tag);
    const name = parsed.kind === "untyped" ? parsed.name : tag;
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP(
      "component-unknown",
      `The tag \`${tag}\` does not name the type of \`${name}\`, and the registry ${_chunk_6O4UUV3G_js__WEBPACK_IMPORTED_MODULE_2__/* .REGISTRY_PATH */ .aA} at its commit does not know \`${name}\`.`,
      `Commit a registry that names it, or tag it as \`components/{type}/${name}/{slot}\`.`
    );
  }
  return { component: read.component, slot: targetSlot(read.slot) };
}
function targetSlot(slot) {
  return { kind: slot.kind, name: (0,_chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_5__/* .slotName */ .M8)(slot) };
}
function deletedTarget(tag) {
  const parsed = (0,_chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_5__/* .parseTag */ .ED)(tag);
  if (parsed.kind !== "component") {
    return void 0;
  }
  const { prefix, type, name, slot } = parsed;
  return { component: { prefix, type, name }, slot: targetSlot(slot), deleted: true };
}
function missingTag(tag, listing) {
  const close = (0,_chunk_C3L352YC_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .p)(
    tag,
    listing.refs.tags.map(({ name }) => name)
  );
  return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP(
    "tag-missing",
    `The repository has no tag \`${tag}\`.`,
    close === void 0 ? "Push the tag first." : `Push the tag first. Did you mean \`${close}\`?`
  );
}
function select(patterns, listing) {
  const all = [...listing.tags.values()];
  return patterns.map((pattern) => {
    const matches = (0,_chunk_4CM77EIF_js__WEBPACK_IMPORTED_MODULE_4__/* .globMatcher */ .fU)(pattern);
    const known = all.filter(({ component }) => matches((0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component)));
    if (known.length === 0) {
      const close = (0,_chunk_C3L352YC_js__WEBPACK_IMPORTED_MODULE_7__/* .nearest */ .p)(
        pattern,
        all.map(({ component }) => (0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component))
      );
      throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP(
        "component-unknown",
        `No component with a tag matches \`${pattern}\`.`,
        close === void 0 ? "Tag a component first." : `Did you mean \`${close}\`?`
      );
    }
    return { pattern, exact: listing.tags.has(pattern), components: known };
  });
}
function targetsOf(patterns, environment, listing) {
  const chosen = /* @__PURE__ */ new Map();
  for (const { pattern, components } of select(patterns, listing)) {
    const here = components.filter(({ environments }) => environments.has(environment));
    if (here.length === 0) {
      throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP(
        "tag-missing",
        components.length === 1 ? `\`${pattern}\` has no tag for the environment \`${environment}\`.` : `None of the ${components.length} components that match \`${pattern}\` has a tag for the environment \`${environment}\`.`,
        `Push a tag such as \`components/${(0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(components[0]?.component ?? { type: "prompts", name: "extraction" })}/${environment}\`.`
      );
    }
    for (const { component } of here) {
      chosen.set((0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component), (0,_chunk_2UWZFA62_js__WEBPACK_IMPORTED_MODULE_1__/* .environmentTarget */ .rW)(component, environment));
    }
  }
  return [...chosen.values()];
}




/***/ }),

/***/ 6950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reconcileLogic: () => (/* binding */ reconcileLogic),
/* harmony export */   withLogic: () => (/* binding */ withLogic)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_UFB7VXMZ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1383);
/* harmony import */ var _chunk_WGKVGQED_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1736);
/* harmony import */ var _chunk_2UWZFA62_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2623);
/* harmony import */ var _chunk_VKYD35KL_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5799);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8146);
/* harmony import */ var _chunk_6O4UUV3G_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8923);
/* harmony import */ var _chunk_FPYNPMY5_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4998);
/* harmony import */ var _chunk_C6HVNQ63_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2123);
/* harmony import */ var _chunk_KWE2C25F_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(6813);
/* harmony import */ var _chunk_A7WWXBFC_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9913);
/* harmony import */ var _chunk_4CM77EIF_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(884);
/* harmony import */ var _chunk_XR563HSZ_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(4273);
/* harmony import */ var _chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9373);
/* harmony import */ var _chunk_JGKYRDYY_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1877);
/* harmony import */ var _chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7260);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1197);
/* harmony import */ var _chunk_XN7AOSRO_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(3597);
/* harmony import */ var _chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(812);
/* harmony import */ var _chunk_C3L352YC_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(8782);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(6127);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(3352);
/* harmony import */ var _chunk_PSSRHJWC_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(2954);
/* harmony import */ var _chunk_SQI4XJVC_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(3726);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(9586);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(9041);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(7477);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






























// src/commands/reconcile-logic.ts
var NOTHING = { deployed: [], requiresRebuild: false, rebuild: [], failures: [], notices: [] };
async function reconcileLogic(request, settings, secrets, ports) {
  if ((await ports.repository.refs(["logic/"])).tags.length === 0) {
    return NOTHING;
  }
  const { session, view, targets } = await _chunk_2UWZFA62_js__WEBPACK_IMPORTED_MODULE_3__/* .Session */ .Nn.open(
    settings,
    ports,
    (listing) => [...listing.tags.values()].flatMap(
      ({ component, environments }) => [...environments.keys()].filter((name) => name !== "latest" && (request.environment === void 0 || request.environment === name)).map((name) => (0,_chunk_2UWZFA62_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentTarget */ .rW)(component, name))
    ),
    { prefix: "logic" }
  );
  if (view.ledger === void 0) {
    return NOTHING;
  }
  const unbuilt = targets.flatMap((target) => {
    const { component, slot } = target;
    const tags = view.tags.get((0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(component));
    const ref = tags?.environments.get(slot.name);
    if (tags === void 0 || ref === void 0 || (0,_chunk_6O4UUV3G_js__WEBPACK_IMPORTED_MODULE_6__/* .speaksOf */ .Tq)(view.ledger?.entry(slot.name, component), ref.object)) {
      return [];
    }
    const fallback = session.config.unversioned === "allow" ? (0,_chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_13__/* .unversionedName */ .wj)(ref.commit) : void 0;
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
      rebuilt.push(...await (0,_chunk_UFB7VXMZ_js__WEBPACK_IMPORTED_MODULE_1__/* .runAll */ .$D)(commands, members[0]?.commit ?? "", { ...variables(members), ...secrets }, ports));
      done.push(...members);
    } catch (error) {
      failures.push(...(0,_chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_27__/* .toTagshipErrors */ .XF)(error));
    }
  }
  const recorded = await (0,_chunk_2UWZFA62_js__WEBPACK_IMPORTED_MODULE_3__/* .record */ .g1)(
    session,
    done.map(({ target }) => target),
    view,
    []
  );
  return {
    deployed: done.map(deployedOf),
    requiresRebuild: true,
    rebuild: rebuilt,
    failures,
    notices: (0,_chunk_KWE2C25F_js__WEBPACK_IMPORTED_MODULE_9__/* .warnings */ .AR)(recorded.warnings)
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
      message: `\`${(0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(target.component)}\` ${version} for \`${environment}\` was not rebuilt since its tag moved.`
    }))
  };
}
function groupsOf(unbuilt, lines) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of unbuilt) {
    const { target, environment, commit, version } = one;
    const commands = (0,_chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_13__/* .rebuildCommands */ .cC)(lines, (0,_chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_13__/* .rebuildValues */ .iF)(target.component, environment, version, commit));
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
    ({ target, environment, version, commit }) => (0,_chunk_UFB7VXMZ_js__WEBPACK_IMPORTED_MODULE_1__/* .variablesOf */ .ht)((0,_chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_13__/* .rebuildValues */ .iF)(target.component, environment, version, commit))
  );
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, [...new Set(all.map((one) => one[name] ?? ""))].join("\n")]));
}
function deployedOf({ target, environment, version, commit }) {
  return {
    component: (0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_18__/* .componentId */ .nV)(target.component),
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

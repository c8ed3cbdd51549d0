export const id = 584;
export const ids = [584];
export const modules = {

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

/***/ 3584:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   promote: () => (/* binding */ promote)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_AKPUUFCI_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2722);
/* harmony import */ var _chunk_2XOSLVFX_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6374);
/* harmony import */ var _chunk_KXPUFD4K_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7953);
/* harmony import */ var _chunk_DOYDWHDX_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2069);
/* harmony import */ var _chunk_WGKVGQED_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1736);
/* harmony import */ var _chunk_2UWZFA62_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2623);
/* harmony import */ var _chunk_VKYD35KL_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5799);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8146);
/* harmony import */ var _chunk_6O4UUV3G_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8923);
/* harmony import */ var _chunk_FPYNPMY5_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(4998);
/* harmony import */ var _chunk_C6HVNQ63_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2123);
/* harmony import */ var _chunk_KWE2C25F_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(6813);
/* harmony import */ var _chunk_A7WWXBFC_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9913);
/* harmony import */ var _chunk_4CM77EIF_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(884);
/* harmony import */ var _chunk_XR563HSZ_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4273);
/* harmony import */ var _chunk_YJJOXR5H_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(9373);
/* harmony import */ var _chunk_JGKYRDYY_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(1877);
/* harmony import */ var _chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(7260);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1197);
/* harmony import */ var _chunk_XN7AOSRO_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(3597);
/* harmony import */ var _chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(812);
/* harmony import */ var _chunk_C3L352YC_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(8782);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(6127);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(3352);
/* harmony import */ var _chunk_PSSRHJWC_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(2954);
/* harmony import */ var _chunk_SQI4XJVC_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(3726);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(9586);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(9041);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(7477);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

































// src/commands/promote.ts
async function promote(request, settings, ports) {
  const started = ports.clock.now();
  const { environment, source } = request;
  const { session, view, targets } = await ports.journal.group(
    "Read the ledger and the tags",
    () => _chunk_2UWZFA62_js__WEBPACK_IMPORTED_MODULE_6__/* .Session */ .Nn.open(settings, ports, (listing) => promotable(request, listing), {
      hints: { slots: ["version" in source ? source.version : source.from] }
    })
  );
  const rules = session.config.environments;
  const requires = rules[environment]?.requires;
  const gated = requires !== void 0 && rules[requires]?.gate !== void 0;
  return await (0,_chunk_AKPUUFCI_js__WEBPACK_IMPORTED_MODULE_1__/* .moveAndReport */ .b4)(
    "promote",
    session,
    view,
    targets,
    async (now) => {
      const others = [requires, "from" in source ? source.from : void 0].flatMap((name) => name ?? []);
      await now.ledger?.load(targets.flatMap(({ component }) => others.map((other) => (0,_chunk_4CM77EIF_js__WEBPACK_IMPORTED_MODULE_14__/* .entryPath */ .s3)(other, component))));
      const wanted = ({ component }) => "version" in source ? source.version : (0,_chunk_AKPUUFCI_js__WEBPACK_IMPORTED_MODULE_1__/* .situationOf */ ._7)(component, source.from, now).current ?? "";
      await (0,_chunk_AKPUUFCI_js__WEBPACK_IMPORTED_MODULE_1__/* .anchorRemembered */ .qr)(
        session,
        now,
        targets,
        targets.flatMap((target) => (0,_chunk_6O4UUV3G_js__WEBPACK_IMPORTED_MODULE_9__/* .readable */ .HD)(() => wanted(target)) ?? [])
      );
      return {
        kind: "promote",
        removals: [],
        choices: (0,_chunk_AKPUUFCI_js__WEBPACK_IMPORTED_MODULE_1__/* .chooseAll */ .z)(targets, (target) => {
          const situation = (0,_chunk_AKPUUFCI_js__WEBPACK_IMPORTED_MODULE_1__/* .situationOf */ ._7)(target.component, environment, now);
          const rule = requires === void 0 ? void 0 : ruleOf(target.component, requires, gated, now);
          const why = "version" in source ? "the version that was named" : `what \`${source.from}\` runs`;
          return (0,_chunk_AKPUUFCI_js__WEBPACK_IMPORTED_MODULE_1__/* .choosePromotion */ .vz)(situation, wanted(target), rule, settings.overrides, why);
        })
      };
    },
    settings,
    ports,
    started
  );
}
function ruleOf(component, requires, gated, view) {
  const { ref, current, entry } = (0,_chunk_AKPUUFCI_js__WEBPACK_IMPORTED_MODULE_1__/* .situationOf */ ._7)(component, requires, view);
  const tags = view.tags.get((0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_21__/* .componentId */ .nV)(component));
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
  for (const { pattern, exact, components } of (0,_chunk_WGKVGQED_js__WEBPACK_IMPORTED_MODULE_5__/* .select */ .Lt)(patterns, listing)) {
    const usable = "from" in source ? components.filter(({ environments }) => environments.has(source.from)) : components;
    if (usable.length === 0 || exact && !usable.some(({ component }) => (0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_21__/* .componentId */ .nV)(component) === pattern)) {
      throw nothingThere(pattern, "from" in source ? source.from : environment, components);
    }
    for (const { component } of usable) {
      chosen.set((0,_chunk_RNO7WE7U_js__WEBPACK_IMPORTED_MODULE_21__/* .componentId */ .nV)(component), (0,_chunk_2UWZFA62_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentTarget */ .rW)(component, environment));
    }
  }
  return [...chosen.values()];
}
function nothingThere(pattern, from, components) {
  const others = new Set(components.flatMap(({ environments }) => [...environments.values()].map(_chunk_A7WWXBFC_js__WEBPACK_IMPORTED_MODULE_13__/* .environmentOf */ .p7)));
  return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_30__/* .TagshipError */ .bP(
    "tag-missing",
    `\`${pattern}\` has no tag for the environment \`${from}\`, so there is nothing to promote from there.`,
    others.size === 0 ? "Name a `version` instead." : `It runs in: ${[...others].sort().join(", ")}.`
  );
}



/***/ })

};

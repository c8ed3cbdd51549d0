export const id = 74;
export const ids = [74];
export const modules = {

/***/ 3555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ Records)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_I3DDHKTN_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6333);
/* harmony import */ var _chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6786);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1947);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5269);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





// src/commands/group/records.ts
var Records = class {
  group;
  #command;
  #session;
  #settings;
  #places = /* @__PURE__ */ new Map();
  /** Components that go no further. */
  #stopped = /* @__PURE__ */ new Set();
  #reports = [];
  #failures = [];
  #notices = [];
  constructor(command, group, session, settings) {
    this.group = group;
    this.#command = command;
    this.#session = session;
    this.#settings = settings;
  }
  /** Keeps what is known of a place. */
  note(target, known) {
    const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(target.component);
    const key = keyOf(target);
    const place = this.#places.get(key) ?? {
      component: id,
      environment: target.slot.name,
      version: void 0,
      state: "left",
      verdict: void 0,
      why: "",
      rolledBackTo: void 0,
      held: void 0
    };
    this.#places.set(key, { ...place, ...known });
  }
  /** What is known of a place. */
  at(target) {
    return this.#places.get(keyOf(target));
  }
  /** Whether the component of a place goes no further. */
  isStopped({ component }) {
    return this.#stopped.has((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component));
  }
  /** Whether the component of a place was taken back. */
  isBack({ component }) {
    const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component);
    return [...this.#places.values()].some((place) => place.component === id && place.state === "back");
  }
  /** Ends the way of a component through the waves; what has the version keeps it. */
  stop(target, verdict, why) {
    this.end(target, { verdict, why });
    const { component, environment, version } = this.at(target) ?? { component: "", environment: "", version: "" };
    const { name } = this.group;
    const isBreached = verdict === "breached";
    this.failed([
      new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
        isBreached ? "gate-breached" : "group-stopped",
        `\`${component}\` ${version} goes no further in \`${name}\` than \`${environment}\`, and stays where it is: ${why}`,
        `Use \`promote\` again to go on, or \`rollback\` with \`environment: ${name}\` to take it back.`
      )
    ]);
  }
  /** Ends it before a wave: its environments do not get the version. */
  refuse(targets, why) {
    for (const id of new Set(targets.map(({ component }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component)))) {
      const own = targets.filter(({ component }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component) === id);
      const version = own.map((target) => this.at(target)?.version)[0] ?? "";
      for (const target of own) {
        this.end(target, { verdict: "superseded", why });
      }
      this.failed([
        new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
          "group-stopped",
          `\`${id}\` ${version} is not put into ${own.map(({ slot }) => `\`${slot.name}\``).join(", ")} of \`${this.group.name}\`: ${why}`,
          "Look at what was moved, and why. Then use `promote` again to go on."
        )
      ]);
    }
  }
  /** The same where that is said already. */
  end(target, known) {
    this.#stopped.add((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(target.component));
    this.note(target, { state: "failed", ...known });
  }
  /** Takes what a move brought about. */
  did(report) {
    this.#reports.push(report);
    this.failed(report.failures);
    this.notices(report.notices);
  }
  failed(problems) {
    const known = new Set(this.#failures.map(({ message }) => message));
    this.#failures.push(...problems.filter(({ message }) => !known.has(message)));
  }
  notices(notices) {
    const known = new Set(this.#notices.map(({ message }) => message));
    this.#notices.push(...notices.filter(({ message }) => !known.has(message)));
  }
  /** The waves, as they stand. */
  waves() {
    return this.group.waves.map((environments) => {
      const places = [...this.#places.values()].filter(({ environment }) => environments.includes(environment));
      return { environments, outcome: outcomeOf(places), places };
    });
  }
  report(view, durationMs) {
    const reports = this.#reports;
    const waves = this.waves();
    const verdicts = new Set(waves.flatMap(({ places }) => places.map(({ verdict }) => verdict)));
    const moves = reports.flatMap((one) => one.moves);
    const isUntouched = moves.length === 0 && verdicts.has("superseded") && [...verdicts].every((one) => (one ?? "superseded") === "superseded");
    return {
      ...(0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_2__/* .nothingDone */ .mh)(this.#command, this.#settings, []),
      verdict: _chunk_I3DDHKTN_js__WEBPACK_IMPORTED_MODULE_1__/* .VERDICTS */ .bk.find((verdict) => verdicts.has(verdict)),
      rolledBack: reports.some(({ rolledBack }) => rolledBack),
      ledger: (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_2__/* .ledgerReport */ .gM)(this.#session, this.#session.lastLedger ?? view.ledger),
      moves,
      deployed: reports.flatMap(({ deployed }) => deployed),
      keys: reports.flatMap(({ keys }) => keys),
      changed: reports.some(({ changed }) => changed),
      rounds: Math.max(0, ...reports.map(({ rounds }) => rounds)),
      issues: reports.flatMap(({ issues }) => issues),
      waves,
      // As for a single environment: where nothing was touched since somebody else was first, nothing failed.
      failures: isUntouched ? [] : this.#failures,
      notices: [...this.#notices, ...isUntouched ? this.#failures.map(asWarning) : []],
      durationMs
    };
  }
};
function keyOf({ component, slot }) {
  return `${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_3__/* .componentId */ .nV)(component)}@${slot.name}`;
}
function asWarning({ what, remedy }) {
  return { level: "warning", message: `${what} ${remedy}` };
}
function outcomeOf(places) {
  const states = new Set(places.map(({ state }) => state));
  if (states.has("back")) {
    return "rolled-back";
  }
  if (states.has("failed")) {
    return "stopped";
  }
  if (states.has("moved") || states.has("watched")) {
    return "passed";
  }
  return states.has("waiting") ? "waiting" : "unchanged";
}




/***/ }),

/***/ 7074:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   rollback: () => (/* binding */ rollback)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_I5E6CMPL_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3555);
/* harmony import */ var _chunk_UZDSKEEC_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5016);
/* harmony import */ var _chunk_CNKOMC64_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9915);
/* harmony import */ var _chunk_I3DDHKTN_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6333);
/* harmony import */ var _chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7468);
/* harmony import */ var _chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4478);
/* harmony import */ var _chunk_NZS3STMG_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(959);
/* harmony import */ var _chunk_CINA5O6N_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7743);
/* harmony import */ var _chunk_VSZNBPBP_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(705);
/* harmony import */ var _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2269);
/* harmony import */ var _chunk_QXAM6WBM_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1215);
/* harmony import */ var _chunk_GDYX5EA3_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8146);
/* harmony import */ var _chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6509);
/* harmony import */ var _chunk_CM23GJK4_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(4583);
/* harmony import */ var _chunk_HW5M4RQS_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8211);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(3352);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(6965);
/* harmony import */ var _chunk_MTXSKKGK_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(974);
/* harmony import */ var _chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(6786);
/* harmony import */ var _chunk_5MHJQYKC_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(7758);
/* harmony import */ var _chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(3941);
/* harmony import */ var _chunk_DU2QTUIP_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(8234);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(8712);
/* harmony import */ var _chunk_JIJQURCJ_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(7000);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(9041);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(9586);
/* harmony import */ var _chunk_2HPNGQNA_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(8571);
/* harmony import */ var _chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(968);
/* harmony import */ var _chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(7118);
/* harmony import */ var _chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(9985);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(1197);
/* harmony import */ var _chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(7506);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(1947);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(6127);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(6962);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BSCWRUA3_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(8918);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);











































// src/commands/rollback.ts
async function rollback(request, settings, ports) {
  const started = ports.clock.now();
  const { environment, target } = request;
  const { session, view, targets } = await ports.journal.group(
    "Read the ledger and the tags",
    () => _chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_10__/* .Session */ .Nn.open(settings, ports, (listing, config) => returnable(request, listing, config), {
      near: (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_10__/* .tagPrefixes */ .$0)(request.patterns),
      moves: true,
      hints: { past: true, slots: typeof target === "object" ? [target.version] : [] }
    })
  );
  const group = (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_19__/* .groupOf */ .F8)(session.config.groups, environment);
  const known = await (0,_chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_13__/* .environmentsOf */ .M2)(view);
  if (group === void 0 && !known.has(environment)) {
    throw (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_10__/* .unknownEnvironment */ .Iu)(environment, known);
  }
  const outcome = await (0,_chunk_NZS3STMG_js__WEBPACK_IMPORTED_MODULE_7__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    "rollback",
    ports,
    () => (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_6__/* .move */ .Cy)(session, view, targets, async (now) => {
      await (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_6__/* .anchorRemembered */ .qr)(session, now, targets, typeof target === "object" ? [target.version] : []);
      const leaving = group === void 0 ? targets : leftOf(targets, now, typeof target === "object" ? target.version : void 0);
      return {
        kind: "rollback",
        removals: [],
        choices: (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_6__/* .chooseAll */ .z)(
          leaving,
          ({ component, slot }) => (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_6__/* .chooseRollback */ .wX)((0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(component, slot.name, now), target, settings.overrides)
        )
      };
    })
  );
  const report = await (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_6__/* .reportMove */ .Q6)("rollback", session, view, targets, outcome, settings, ports, started);
  if (outcome.kind === "superseded") {
    return report;
  }
  const occasions = await occasionsOf(targets, outcome, group);
  const { issues, notices } = await (0,_chunk_UZDSKEEC_js__WEBPACK_IMPORTED_MODULE_2__/* .openPostMortems */ .C)(session, occasions, outcome, ports);
  return {
    ...report,
    waves: group === void 0 ? [] : wavesBack(group, targets, outcome.intent, session, settings),
    issues,
    notices: [...report.notices, ...notices, ...alreadyBack(targets, report, environment)],
    durationMs: ports.clock.now() - started
  };
}
async function occasionsOf(targets, outcome, group) {
  const { intent, ledger, view } = outcome;
  await ledger?.load(targets.map(({ component, slot }) => (0,_chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_29__/* .entryPath */ .s3)(slot.name, component)));
  const found = targets.flatMap(({ component, slot: { name: environment } }) => {
    const ref = view.tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_35__/* .componentId */ .nV)(component))?.environments.get(environment);
    const now = ledger?.entry(environment, component);
    const entry = (0,_chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_13__/* .speaksOf */ .Tq)(now, ref?.object) && now.move === "rollback" ? now : void 0;
    const choice = intent.choices.find(
      ({ situation }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_35__/* .componentId */ .nV)(situation.component) === (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_35__/* .componentId */ .nV)(component) && situation.environment === environment
    );
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
        why: choice === void 0 ? _chunk_UZDSKEEC_js__WEBPACK_IMPORTED_MODULE_2__/* .TOLD_LATER */ .J : `Somebody asked for it; brought back was ${choice.why}.`,
        gate: void 0,
        held: void 0
      }
    ];
  });
  return group === void 0 ? found : oneForEach(found);
}
function oneForEach(occasions) {
  return groupedBy(occasions, ({ component, left }) => `${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_35__/* .componentId */ .nV)(component)} ${left}`).flatMap(
    (all) => {
      const [first, ...others] = all;
      const told = others.map(({ environment, restored }) => `\`${environment}\` to ${restored.version}`).join(", ");
      const together = told === "" ? "" : ` With it went back: ${told}.`;
      return first === void 0 ? [] : [{ ...first, why: `${first.why}${together}` }];
    }
  );
}
function leftOf(targets, view, version) {
  const places = targets.map((target) => {
    const { ref, current, entry } = (0,_chunk_MF7LGIFJ_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(target.component, target.slot.name, view);
    const isBack = (0,_chunk_IGWRJQZS_js__WEBPACK_IMPORTED_MODULE_13__/* .speaksOf */ .Tq)(entry, ref?.object) && entry.move === "rollback";
    return { target, environment: target.slot.name, current, left: isBack ? entry.previous ?? void 0 : void 0 };
  });
  return groupedBy(places, ({ target: { component } }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_35__/* .componentId */ .nV)(component)).flatMap((all) => {
    const versions = (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_19__/* .rolledOut */ .Tj)(all, version);
    return all.filter(({ current }) => current !== void 0 && versions.has(current)).map(({ target }) => target);
  });
}
function groupedBy(items, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const item of items) {
    groups.set(keyOf(item), [...groups.get(keyOf(item)) ?? [], item]);
  }
  return [...groups.values()];
}
function alreadyBack(targets, report, environment) {
  const moved = new Set(report.moves.map(({ component }) => component));
  const ids = new Set(targets.map(({ component }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_35__/* .componentId */ .nV)(component)));
  const back = [...ids].filter((id) => !moved.has(id));
  return back.length === 0 ? [] : [
    {
      level: "notice",
      message: `Rolled back already in \`${environment}\`, so the tag stays and KV was brought to it: ${back.map((id) => `\`${id}\``).join(", ")}. Name a \`version\` to go further back.`
    }
  ];
}
function returnable({ patterns, environment }, listing, config) {
  const group = (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_19__/* .groupOf */ .F8)(config?.groups ?? {}, environment);
  if (group !== void 0) {
    return returnableOf(group, patterns, listing);
  }
  const chosen = /* @__PURE__ */ new Map();
  for (const selection of (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_10__/* .select */ .Lt)(patterns, listing)) {
    const { pattern, components } = selection;
    const usable = components.filter(
      ({ component, environments }) => environments.has(environment) || (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_35__/* .componentId */ .nV)(component) === pattern
    );
    if (usable.length === 0) {
      const remedy = "Check the name of the environment, or use `promote` to put a version there.";
      throw (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_10__/* .nowhereIn */ .co)(environment, selection, listing, remedy);
    }
    for (const { component } of usable) {
      chosen.set((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_35__/* .componentId */ .nV)(component), (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentTarget */ .rW)(component, environment));
    }
  }
  return [...chosen.values()];
}
function returnableOf(group, patterns, listing) {
  const chosen = /* @__PURE__ */ new Map();
  for (const selection of (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_10__/* .select */ .Lt)(patterns, listing)) {
    const found = selection.components.flatMap(
      ({ component, environments }) => (0,_chunk_MSBP45P3_js__WEBPACK_IMPORTED_MODULE_19__/* .environmentsIn */ .Ib)(group).filter((environment) => environments.has(environment)).map((environment) => (0,_chunk_PZKNPA5Z_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentTarget */ .rW)(component, environment))
    );
    if (found.length === 0) {
      throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_39__/* .TagshipError */ .bP(
        "tag-missing",
        `No environment of the group \`${group.name}\` has a tag of \`${selection.pattern}\`.`,
        "Use `promote` to put a version there."
      );
    }
    for (const target of found) {
      chosen.set(`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_35__/* .componentId */ .nV)(target.component)}@${target.slot.name}`, target);
    }
  }
  return [...chosen.values()];
}
function wavesBack(group, targets, { choices }, session, settings) {
  const records = new _chunk_I5E6CMPL_js__WEBPACK_IMPORTED_MODULE_1__/* .Records */ .t("rollback", group, session, settings);
  for (const target of targets) {
    const choice = choices.find(
      ({ situation }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_35__/* .componentId */ .nV)(situation.component) === (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_35__/* .componentId */ .nV)(target.component) && situation.environment === target.slot.name
    );
    const back = { version: choice?.situation.current, state: "back", rolledBackTo: choice?.version };
    records.note(target, choice === void 0 ? {} : back);
  }
  return records.waves();
}



/***/ })

};

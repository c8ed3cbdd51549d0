export const id = 213;
export const ids = [213];
export const modules = {

/***/ 213:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jk: () => (/* binding */ finishPending),
/* harmony export */   NE: () => (/* binding */ finishPostMortems),
/* harmony export */   We: () => (/* binding */ gateReport),
/* harmony export */   dy: () => (/* binding */ cancelledWhile),
/* harmony export */   iA: () => (/* binding */ prepare),
/* harmony export */   mE: () => (/* binding */ retreat),
/* harmony export */   nm: () => (/* binding */ finishingRollbacks),
/* harmony export */   vP: () => (/* binding */ recordHealthy),
/* harmony export */   yF: () => (/* binding */ aftermathOf),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5741);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9865);
/* harmony import */ var _with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(611);
/* harmony import */ var _with_gate_rows_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4460);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7248);
/* harmony import */ var _with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4439);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3586);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3625);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7631);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);














// src/engine/record-healthy.ts
async function recordHealthy(session, found, reason) {
  const targets = found.map(({ component, environment }) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_8__/* .environmentTarget */ .rW)(component, environment));
  try {
    const { view } = await session.observe(targets);
    const appended = await session.append(
      view,
      targets,
      async ({ tags }) => {
        const events = found.map((one) => ({
          kind: "healthy",
          ...one,
          tags: tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(one.component))
        }));
        return { kind: "write", commits: [{ events }] };
      },
      { reason }
    );
    return appended.kind === "superseded" ? [] : [...appended.remarks, ...appended.doubtful.map(({ problem: { what, remedy } }) => `${what} ${remedy}`)];
  } catch (error) {
    if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP && error.code !== "cancelled") {
      return [
        `The versions were found healthy, but this could not be recorded in the ledger: ${error.what} ${error.remedy}`
      ];
    }
    throw error;
  }
}

// src/domain/gate/record.ts
var MAX_PLOTS = 3;
var MAX_KEPT_POINTS = 20;
function gateRecord(verdict, { metrics }, rows) {
  const notable = metrics.filter((metric) => (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .isNotable */ ._r)(metric, rows));
  const others = metrics.filter((metric) => !notable.includes(metric));
  const plots = [...notable, ...others].flatMap((metric) => {
    const plot = (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .plotOf */ .P)(metric, rows, MAX_KEPT_POINTS);
    return plot === void 0 ? [] : [
      {
        ...plot,
        name: plot.name.slice(0, 200),
        titles: [...plot.titles],
        points: plot.points.map((one) => [...one])
      }
    ];
  });
  return { verdict, plots: plots.slice(0, MAX_PLOTS) };
}

// src/commands/guard/gate-report.ts
function recordOf({ state }, verdict) {
  return gateRecord(verdict, state.policy, (0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(state));
}
function gateReport(watch, verdict, why, endedAt) {
  const { judged, state, startedAt } = watch;
  return {
    component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(judged.component),
    environment: judged.environment,
    version: judged.version,
    commit: judged.commit,
    verdict,
    why,
    rolledBackTo: void 0,
    held: void 0,
    policy: judged.policy,
    rows: (0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_4__/* .rowsOf */ .RO)(state),
    since: judged.since,
    startedAt,
    endedAt
  };
}
function cancelledWhile(judged, gates, cause) {
  const ended = new Set(gates.map(({ component, environment }) => `${component} ${environment}`));
  const left = judged.filter(({ id, environment }) => !ended.has(`${id} ${environment}`));
  const live = left.map(({ id, version, environment }) => `\`${id}\` ${version} in \`${environment}\``).join(", ");
  const done = gates.map(({ component, environment, version, verdict, rolledBackTo }) => {
    const back = rolledBackTo === void 0 ? "" : `, rolled back to ${rolledBackTo}`;
    return `\`${component}\` ${version} in \`${environment}\` was ${verdict}${back}`;
  });
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(
    "cancelled",
    `The run was cancelled while it watched. Live and not judged: ${live || "nothing"}.${done.length === 0 ? " No tag and no key was touched." : ` Before that: ${done.join("; ")}.`}`,
    "Run `guard` again for what is not judged.",
    { cause }
  );
}

// src/engine/hold.ts
var LOOK_LIMIT_MS = 5e3;
async function tryLook(session, targets) {
  const { clock, repository } = session.ports;
  let looked;
  try {
    looked = await clock.within(LOOK_LIMIT_MS, async () => (await session.observe(targets)).view);
  } catch {
    return void 0;
  }
  if (!looked.inTime) {
    await repository.abandon();
  }
  return looked.inTime ? looked.value : void 0;
}
async function holdInKvAlone(session, view, targets, decide, applier) {
  const draft = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .draftOf */ .bz)(session, view, await decide(view), targets, applier);
  const held = draft.landings.flatMap(({ choice: { situation } }) => situation.ref?.object ?? []);
  let last = draft.supposed;
  const observe = async () => {
    const looked = await tryLook(session, targets);
    if (looked === void 0) {
      return last;
    }
    const stand = targets.map(
      ({ component, slot }) => looked.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component))?.environments.get(slot.name)?.object
    );
    const isRecorded = draft.landings.every(({ choice: { situation } }) => {
      const entry = looked.entry(situation.environment, situation.component);
      return (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .speaksOf */ .Tq)(entry, situation.ref?.object) && entry.status === "held";
    });
    last = held.every((object) => stand.includes(object)) && !isRecorded ? (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .suppose */ .wM)(looked, draft) : looked;
    return last;
  };
  const record = async ({ ledger }) => {
    return { ledger, written: false, warnings: [], failures: [] };
  };
  const first = { plans: draft.plans, observed: draft.supposed };
  const planFor = async (now) => await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .planOf */ .XC)(session, draft.targets, now);
  const converged = await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_7__/* .convergeTargets */ .qr)(session, applier, draft.targets, first, planFor, { observe, record });
  return { kind: "moved", intent: draft.intent, ...converged, ledger: view.ledger };
}

// src/commands/guard/gate-rollback.ts
var MOVE_LIMIT_MS = 2e4;
var HOLD_LIMIT_MS = 8e3;
async function prepare(session, leaving, view) {
  const applier = session.newApplier();
  const targets = targetsOf(leaving);
  const { plans } = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .draftOf */ .bz)(session, view, await decideFor(session, leaving, false)(view), targets, applier);
  const adopted = await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_7__/* .recordHolds */ .u1)(session, view, targets, plans, applier);
  const [failure] = adopted.failures;
  if (failure !== void 0) {
    throw failure.error;
  }
  return { applier, adopted: adopted.view };
}
async function retreat(session, leaving, last, applier, ground, ports) {
  const { clock, journal } = ports;
  let view;
  let movedAt;
  let onLanded = () => void 0;
  const landed = new Promise((resolve) => {
    onLanded = () => {
      movedAt = clock.now();
      resolve();
    };
  });
  const attempt2 = async () => {
    for (; ; ) {
      view = (await session.observe(targetsOf(leaving))).view;
      const { left, stop } = standingOf(leaving, view);
      if (left.length === 0) {
        return stop;
      }
      const outcome = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .move */ .Cy)(session, view, targetsOf(left), decideFor(session, left, false, ground.gate), {
        limitMs: MOVE_LIMIT_MS,
        onLanded,
        reason: ground.why,
        applier
      });
      if (outcome.kind !== "superseded") {
        return { kind: "moved", outcome, before: view, movedAt, applier };
      }
      if (left.length === 1) {
        return { kind: "superseded" };
      }
    }
  };
  let cause;
  try {
    const attempted = attempt2();
    const timely = await clock.within(MOVE_LIMIT_MS, () => Promise.race([attempted, landed]));
    if (timely.inTime) {
      return await attempted;
    }
    attempted.catch(() => void 0);
    await ports.repository.abandon();
    cause = [
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(
        "git-unreachable",
        `The tag could not be moved within ${MOVE_LIMIT_MS / 1e3} s, since the Git server did not answer.`,
        "See its status page."
      )
    ];
  } catch (error) {
    cause = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error);
    if (movedAt !== void 0 || cause.some(({ code }) => code === "rollback-impossible")) {
      throw error;
    }
  }
  journal.info(`The tag could not be moved: ${cause.map(({ what }) => what).join(" ")} KV is restored all the same.`);
  return await holdBack(session, leaving, view ?? last, applier, ground, cause, ports);
}
async function holdBack(session, leaving, last, applier, { why, gate }, cause, ports) {
  const now = await tryLook(session, targetsOf(leaving));
  const { left, stop } = now === void 0 ? { left: leaving, stop: void 0 } : standingOf(leaving, now);
  if (now !== void 0 && stop !== void 0 && left.length === 0) {
    return await finished(session, leaving, now, applier) ?? stop;
  }
  const targets = targetsOf(left);
  const hold = decideFor(session, left, true, gate);
  let isRecorded = false;
  if (now !== void 0) {
    try {
      const onLanded = () => {
        isRecorded = true;
      };
      const timely = await ports.clock.within(
        HOLD_LIMIT_MS,
        () => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .move */ .Cy)(session, now, targets, hold, { limitMs: HOLD_LIMIT_MS, onLanded, reason: why, applier })
      );
      if (timely.inTime && timely.value.kind !== "superseded") {
        return { kind: "held", outcome: timely.value, before: now, cause, isRecorded: true, applier };
      }
      if (timely.inTime) {
        return { kind: "superseded" };
      }
      await ports.repository.abandon();
    } catch (error) {
      ports.journal.info(`The hold could not be recorded: ${(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error)[0]?.what ?? ""}`);
    }
  }
  const outcome = await holdInKvAlone(session, now ?? last, targets, hold, applier);
  return { kind: "held", outcome, before: now ?? last, cause, isRecorded, applier };
}
async function finished(session, leaving, now, applier) {
  const { author } = session.settings;
  const isOurs = leaving.some(({ component, environment }) => {
    const entry = now.ledger?.entry(environment, component);
    const { ref } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(component, environment, now);
    return entry?.move === "rollback" && entry.tag === ref?.object && author.run !== null && entry.run === author.run;
  });
  if (!isOurs) {
    return void 0;
  }
  const outcome = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .move */ .Cy)(session, now, targetsOf(leaving), async () => nothing, { applier });
  return outcome.kind === "superseded" ? { kind: "superseded" } : { kind: "moved", outcome: { ...outcome, kind: "moved" }, before: now, movedAt: void 0, applier };
}
var nothing = { kind: "rollback", choices: [], removals: [] };
function targetsOf(leaving) {
  return leaving.map(({ target }) => target);
}
function standingOf(leaving, view) {
  const left = leaving.filter((one) => standing(one, view) === void 0);
  const stop = leaving.map((one) => standing(one, view)).find((one) => one !== void 0);
  return { left, stop: stop ?? { kind: "superseded" } };
}
function standing({ component, environment, ref: judged, beside }, view) {
  const { ref, entry } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(component, environment, view);
  const live = beside === void 0 ? void 0 : (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(component, beside.environment, view).ref;
  if (ref?.object !== judged.object || live?.object !== beside?.ref.object) {
    return { kind: "superseded" };
  }
  const why = entry?.tag === ref.object ? (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .untouchable */ .JU)({ entry, beside }) : void 0;
  return why === void 0 ? void 0 : { kind: "untouchable", why };
}
function decideFor(session, leaving, holds, gate) {
  return async (view) => {
    await anchorIfPossible(session, leaving, view);
    const { acceptUnanchored, acceptMoved } = session.settings;
    const overrides = /* @__PURE__ */ new Set([
      ...acceptUnanchored ? ["unanchored"] : [],
      ...acceptMoved ? ["moved-version"] : []
    ]);
    const found = leaving.map((one) => (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_5__/* .attempt */ .CD)(() => wayBack(one, view, overrides)));
    const choices = found.flatMap((one) => one instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP ? [] : [one]);
    const [problem] = found.flatMap((one) => one instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP ? [one] : []);
    if (problem !== void 0 && choices.length === 0) {
      throw problem;
    }
    const quarantines = leaving.flatMap(
      ({ component, version, beside }) => beside === void 0 || version === void 0 ? [] : [{ component, environment: beside.environment, version }]
    );
    return {
      kind: "rollback",
      choices,
      removals: [],
      ...quarantines.length > 0 ? { quarantines } : {},
      ...holds ? { holds } : {},
      ...gate === void 0 ? {} : { gate }
    };
  };
}
function wayBack({ component, environment, beside }, view, overrides) {
  const situation = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(component, environment, view);
  if (beside !== void 0) {
    return toLive(situation, beside);
  }
  const choice = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .chooseRollback */ .wX)(situation, "last-healthy", overrides);
  if (choice === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(
      "rollback-impossible",
      `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component)}\` was rolled back in \`${environment}\` already.`,
      "Name a version with the command `rollback` to go further back."
    );
  }
  return choice;
}
function toLive(situation, { version, commit }) {
  const listed = situation.versions.get(version);
  return {
    situation,
    version,
    commit,
    tag: listed?.commit === commit ? listed.object : void 0,
    fromMemory: false,
    overridden: [],
    why: "what is live",
    passedOver: []
  };
}
async function anchorIfPossible(session, leaving, view) {
  const { clock, repository } = session.ports;
  try {
    const timely = await clock.within(LOOK_LIMIT_MS, () => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .anchorRemembered */ .qr)(session, view, targetsOf(leaving)));
    if (!timely.inTime) {
      await repository.abandon();
    }
  } catch (error) {
    session.ports.journal.info(`The default branch could not be asked: ${(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error)[0]?.what ?? ""}`);
  }
}

// src/commands/guard/aftermath.ts
async function aftermathOf(done, judged, gate, measuredAt, settings, session, ports, targets = [judged.target]) {
  const { outcome, before, applier } = done;
  const restoredAt = applier.writtenAt ?? ports.clock.now();
  const movedAt = done.kind === "moved" ? done.movedAt : void 0;
  const notices = settings.dryRun ? [] : await readBack(outcome, judged, ports);
  const report = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .reportMove */ .Q6)("rollback", session, before, targets, outcome, settings, ports, measuredAt);
  const version = choiceFor(judged, outcome)?.version ?? runningIn(judged, outcome.view) ?? "";
  return {
    version,
    report: { ...report, moves: done.kind === "held" ? [] : report.moves, notices: [...report.notices, ...notices] },
    times: settings.dryRun ? void 0 : {
      moved: movedAt === void 0 ? void 0 : movedAt - measuredAt,
      restored: restoredAt - measuredAt,
      done: ports.clock.now() - measuredAt
    },
    occasion: occasionOf(done, judged, gate, version, restoredAt, movedAt, measuredAt),
    failures: (issue, failOnRollback) => failuresOf(done, judged, gate, version, settings, issue, failOnRollback)
  };
}
function choiceFor({ environment }, { intent }) {
  return intent.choices.find(({ situation }) => situation.environment === environment);
}
function runningIn({ component, environment }, view) {
  return (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(component, environment, view).current;
}
async function readBack({ keys, plans }, { environment }, { kv, journal }) {
  const stale = [];
  try {
    for (const plan of keys.length === 0 ? [] : plans) {
      const written = plan.keys.filter(({ key, role }) => role === "environment" && key !== _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .INDEX_KEY */ .lr);
      const stored = await kv.read(
        plan.namespace,
        written.map(({ key }) => key)
      );
      stale.push(...written.filter((planned) => (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_5__/* .differs */ .Ag)(planned, stored.get(planned.key))).map(({ key }) => key));
    }
  } catch (error) {
    const [first] = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .toTagshipErrors */ .XF)(error);
    journal.info(`KV could not be read back: ${first?.what ?? ""}`);
    return [
      { level: "notice", message: `KV acknowledged the rollback, but could not be read back: ${first?.what ?? ""}` }
    ];
  }
  return stale.length === 0 ? [] : [
    {
      level: "notice",
      message: `KV acknowledged the rollback, and still answers something older for ${stale.map((key) => `\`${key}\``).join(", ")} in \`${environment}\`: reads may be a minute old.`
    }
  ];
}
function occasionOf(done, judged, { policy, rows, startedAt, why }, version, restoredAt, movedAt, measuredAt) {
  const { component, environment } = judged;
  const { outcome } = done;
  const entry = outcome.ledger?.entry(environment, component) ?? outcome.view.ledger?.entry(environment, component);
  const isRecorded = entry?.version === version && (entry.move === "rollback" || entry.status === "held");
  return {
    component,
    environment,
    left: judged.version,
    restored: { version, commit: choiceFor(judged, outcome)?.commit ?? entry?.commit ?? void 0 },
    entry: isRecorded ? entry : void 0,
    why,
    gate: { policy, rows, startedAt },
    held: done.kind === "held" ? done.cause.map(({ what }) => what).join(" ") : void 0,
    times: { moved: movedAt === void 0 ? void 0 : movedAt - measuredAt, restored: restoredAt - measuredAt }
  };
}
function failuresOf(done, judged, { why }, version, { dryRun }, issue, failOnRollback) {
  const { id, environment } = judged;
  const name = `\`${id}\` ${judged.version} in \`${environment}\``;
  const look = issue === void 0 ? "" : ` The post-mortem is ${issue}.`;
  if (dryRun) {
    return { errors: [], notices: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_10__/* .warnings */ .AR)([`${name} would have been rolled back to ${version}: ${why}`]) };
  }
  if (done.kind === "held") {
    const hold = done.isRecorded ? "a hold in the ledger keeps it there" : "only the metadata of its key says so, since the ledger could not record it either";
    const what2 = `${name} should go back to ${version}: ${why} KV has ${version} again and ${hold}, but the tag still stands for ${judged.version}. ${done.cause.map((one) => one.what).join(" ")}`;
    const remedies = [...new Set(done.cause.map(({ remedy: remedy2 }) => remedy2))].join(" ");
    const error = new _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP(
      "tag-held",
      what2,
      `${remedies} Then \`promote\` ${version}: moving the tag ends the hold.${look}`
    );
    return { errors: [error], notices: [] };
  }
  const what = `${name} was rolled back to ${version}: ${why}`;
  const remedy = `Find out why before it is promoted again: ${judged.version} is quarantined.${look}`;
  return failOnRollback ? { errors: [new _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipError */ .bP("rolled-back", what, remedy)], notices: [] } : { errors: [], notices: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_10__/* .warnings */ .AR)([`${what} ${remedy}`]) };
}

// src/commands/guard/finish.ts
async function finishPending(session, view, places, { cancellation }) {
  const nothing2 = { kind: "rollback", choices: [], removals: [] };
  const sound = [];
  const failures = [];
  for (const place of places) {
    try {
      if (place.entry?.status === "pending" && !session.settings.dryRun) {
        await cancellation.shield(() => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .move */ .Cy)(session, view, [place.target], async () => nothing2));
      }
      sound.push(place);
    } catch (error) {
      failures.push(...(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .ownTrouble */ .e3)(error));
    }
  }
  return { sound, failures };
}
async function finishPostMortems(session, view, places, ports) {
  const occasions = places.flatMap(({ component, environment, entry }) => {
    const { version, previous, commit } = entry ?? {};
    const isOpen = entry?.move === "rollback" && (entry.status === "pending" || entry.status === "deployed");
    const restored = { version: version ?? "", commit: commit ?? void 0 };
    return isOpen && version && previous ? [
      {
        component,
        environment,
        left: previous,
        restored,
        entry,
        why: _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_1__/* .WRITTEN_LATER */ .bR,
        gate: void 0,
        held: void 0
      }
    ] : [];
  });
  return occasions.length === 0 ? { issues: [], notices: [] } : await (0,_with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_1__/* .openPostMortems */ .C_)(session, (0,_with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_1__/* .oneForEach */ .Nn)(occasions), { view, ledger: view.ledger }, ports);
}
async function finishingRollbacks(opened, ports, promote) {
  try {
    return await promote();
  } catch (error) {
    const problems = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .knownErrors */ .vI)(error);
    if (!problems.some(({ code }) => code === "version-quarantined")) {
      throw error;
    }
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .TagshipErrors */ .g0([...problems, ...await finishRollbacks(opened, ports)]);
  }
}
async function finishRollbacks({ session, view, targets }, ports) {
  try {
    const places = await rolledBackIn(session, view, targets);
    const { sound, failures } = await finishPending(session, view, places, ports);
    await finishPostMortems(session, view, sound, ports);
    return failures;
  } catch (error) {
    return (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_13__/* .knownErrors */ .vI)(error);
  }
}
async function rolledBackIn(session, view, targets) {
  const rules = session.config.environments;
  const all = targets.flatMap((target) => {
    const canary = rules[target.slot.name]?.canary;
    return canary === void 0 ? [target] : [target, (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_8__/* .environmentTarget */ .rW)(target.component, canary.environment)];
  });
  await view.ledger?.load(all.map(({ component, slot }) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .entryPath */ .s3)(slot.name, component)));
  return all.flatMap((target) => {
    const { component, slot } = target;
    const { ref, entry } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(component, slot.name, view);
    const isBack = entry?.move === "rollback" && entry.tag === ref?.object && view.tags.has((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component));
    return isBack ? [{ target, component, environment: slot.name, entry }] : [];
  });
}




/***/ }),

/***/ 611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ judgedOf),
/* harmony export */   JU: () => (/* binding */ untouchable),
/* harmony export */   RJ: () => (/* binding */ aheadOf),
/* harmony export */   Ux: () => (/* binding */ checkMetrics)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_engine_move_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4439);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






// src/commands/guard/subject.ts
function judgedOf(target, policy, view, session, now, ahead) {
  const { component, slot } = target;
  const { ref, entry } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(component, slot.name, view);
  if (ref === void 0) {
    return "no-tag";
  }
  const running = (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_2__/* .runningOf */ .Tx)(target, view, session.config.unversioned, _with_engine_record_js__WEBPACK_IMPORTED_MODULE_2__/* .noContent */ .V$);
  if (running === void 0) {
    return "unversioned";
  }
  const told = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_3__/* .speaksOf */ .Tq)(entry, ref.object) ? entry : void 0;
  const at = told?.at == null ? Number.NaN : Date.parse(told.at) - ahead;
  return {
    target,
    component,
    id: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_4__/* .componentId */ .nV)(component),
    environment: slot.name,
    ref,
    version: running.version,
    commit: running.commit,
    previous: told?.previous ?? void 0,
    entry: told,
    since: Number.isNaN(at) ? now : Math.min(at, now),
    policy
  };
}
async function aheadOf(repository, clock) {
  const ahead = await repository.serverTime() * 1e3 - clock.now();
  return Math.abs(ahead) < 2e3 ? 0 : ahead;
}
async function checkMetrics(judged, metrics, clock) {
  const advice = [];
  const problems = /* @__PURE__ */ new Map();
  for (const { policy, component, environment, version, previous, since } of judged) {
    for (const metric of policy.metrics) {
      try {
        const elapsed = clock.now() - since;
        const subject = { component, environment, version, previous, since, elapsed };
        advice.push(...await metrics.check(metric, subject));
      } catch (error) {
        for (const problem of (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .toTagshipErrors */ .XF)(error)) {
          problems.set(problem.message, problem);
        }
      }
    }
  }
  if (problems.size > 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_5__/* .TagshipErrors */ .g0([...problems.values()]);
  }
  return advice;
}
function untouchable({ entry, beside }) {
  if (entry?.status === "held") {
    return "KV is held back from the tag by an earlier rollback";
  }
  return beside === void 0 && (entry?.move === "rollback" || entry?.move === "restore") ? `it was put there by a ${entry.move}` : void 0;
}




/***/ })

};

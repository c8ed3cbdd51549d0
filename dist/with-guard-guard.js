export const id = 6914;
export const ids = [6914];
export const modules = {

/***/ 6914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   We: () => (/* binding */ gateReport),
/* harmony export */   ah: () => (/* binding */ guard),
/* harmony export */   iA: () => (/* binding */ prepare),
/* harmony export */   mE: () => (/* binding */ retreat),
/* harmony export */   vP: () => (/* binding */ recordHealthy),
/* harmony export */   yF: () => (/* binding */ aftermathOf),
/* harmony export */   ys: () => (/* binding */ Gatekeeper),
/* harmony export */   zv: () => (/* binding */ recordOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5741);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9865);
/* harmony import */ var _with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(611);
/* harmony import */ var _with_gate_why_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5635);
/* harmony import */ var _with_gate_rows_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4460);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3339);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7248);
/* harmony import */ var _with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4439);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3586);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8625);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7631);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1006);
/* harmony import */ var _with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(9325);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


















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

// src/engine/healthy.ts
async function recordHealthy(session, found, reason) {
  const targets = found.map(({ component, environment }) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentTarget */ .rW)(component, environment));
  try {
    const { view } = await session.observe(targets);
    const appended = await session.append(
      view,
      targets,
      async ({ tags }) => {
        const events = found.map((one) => ({
          kind: "healthy",
          ...one,
          tags: tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_16__/* .componentId */ .nV)(one.component))
        }));
        return { kind: "write", commits: [{ events }] };
      },
      { reason }
    );
    return appended.kind === "superseded" ? [] : [...appended.remarks, ...appended.doubtful.map(({ problem: { what, remedy } }) => `${what} ${remedy}`)];
  } catch (error) {
    if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP && error.code !== "cancelled") {
      return [
        `The versions were found healthy, but this could not be recorded in the ledger: ${error.what} ${error.remedy}`
      ];
    }
    throw error;
  }
}

// src/commands/guard/aftermath.ts
async function aftermathOf(done, judged, gate, measuredAt, settings, session, ports, targets = [judged.target]) {
  const { outcome, before, applier } = done;
  const restoredAt = applier.writtenAt ?? ports.clock.now();
  const movedAt = done.kind === "moved" ? done.movedAt : void 0;
  const notices = settings.dryRun ? [] : await readBack(outcome, judged, ports);
  const report = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .reportMove */ .Q6)("rollback", session, before, targets, outcome, settings, ports, measuredAt);
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
  return (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(component, environment, view).current;
}
async function readBack({ keys, plans }, { environment }, { kv, journal }) {
  const stale = [];
  try {
    for (const plan of keys.length === 0 ? [] : plans) {
      const written = plan.keys.filter(({ key, role }) => role === "environment" && key !== _with_domain_config_js__WEBPACK_IMPORTED_MODULE_11__/* .INDEX_KEY */ .lr);
      const stored = await kv.read(
        plan.namespace,
        written.map(({ key }) => key)
      );
      stale.push(...written.filter((planned) => (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__/* .differs */ .Ag)(planned, stored.get(planned.key))).map(({ key }) => key));
    }
  } catch (error) {
    const [first] = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .toTagshipErrors */ .XF)(error);
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
    return { errors: [], notices: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .warnings */ .AR)([`${name} would have been rolled back to ${version}: ${why}`]) };
  }
  if (done.kind === "held") {
    const hold = done.isRecorded ? "a hold in the ledger keeps it there" : "only the metadata of its key says so, since the ledger could not record it either";
    const what2 = `${name} should go back to ${version}: ${why} KV has ${version} again and ${hold}, but the tag still stands for ${judged.version}. ${done.cause.map((one) => one.what).join(" ")}`;
    const remedies = [...new Set(done.cause.map(({ remedy: remedy2 }) => remedy2))].join(" ");
    const error = new _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "tag-held",
      what2,
      `${remedies} Then \`promote\` ${version}: moving the tag ends the hold.${look}`
    );
    return { errors: [error], notices: [] };
  }
  const what = `${name} was rolled back to ${version}: ${why}`;
  const remedy = `Find out why before it is promoted again: ${judged.version} is quarantined.${look}`;
  return failOnRollback ? { errors: [new _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP("rolled-back", what, remedy)], notices: [] } : { errors: [], notices: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .warnings */ .AR)([`${what} ${remedy}`]) };
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
  const draft = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .draftOf */ .bz)(session, view, await decide(view), targets, applier);
  const held = draft.landings.flatMap(({ choice: { situation } }) => situation.ref?.object ?? []);
  let last = draft.supposed;
  const observe = async () => {
    const looked = await tryLook(session, targets);
    if (looked === void 0) {
      return last;
    }
    const stand = targets.map(
      ({ component, slot }) => looked.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_16__/* .componentId */ .nV)(component))?.environments.get(slot.name)?.object
    );
    const isRecorded = draft.landings.every(({ choice: { situation } }) => {
      const entry = looked.entry(situation.environment, situation.component);
      return (0,_with_domain_config_js__WEBPACK_IMPORTED_MODULE_11__/* .speaksOf */ .Tq)(entry, situation.ref?.object) && entry.status === "held";
    });
    last = held.every((object) => stand.includes(object)) && !isRecorded ? (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .suppose */ .wM)(looked, draft) : looked;
    return last;
  };
  const record = async ({ ledger }) => {
    return { ledger, written: false, warnings: [], failures: [] };
  };
  const first = { plans: draft.plans, observed: draft.supposed };
  const planFor = async (now) => await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .planOf */ .XC)(session, draft.targets, now);
  const converged = await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_9__/* .convergeTargets */ .qr)(session, applier, draft.targets, first, planFor, { observe, record });
  return { kind: "moved", intent: draft.intent, ...converged, ledger: view.ledger };
}

// src/commands/guard/retreat.ts
var MOVE_LIMIT_MS = 2e4;
var HOLD_LIMIT_MS = 8e3;
async function prepare(session, leaving, view) {
  const applier = session.newApplier();
  const targets = targetsOf2(leaving);
  const { plans } = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .draftOf */ .bz)(session, view, await decideFor(session, leaving, false)(view), targets, applier);
  const adopted = await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_9__/* .recordHolds */ .u1)(session, view, targets, plans, applier);
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
      view = (await session.observe(targetsOf2(leaving))).view;
      const { left, stop } = standingOf(leaving, view);
      if (left.length === 0) {
        return stop;
      }
      const outcome = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .move */ .Cy)(session, view, targetsOf2(left), decideFor(session, left, false, ground.gate), {
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
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
        "git-unreachable",
        `The tag could not be moved within ${MOVE_LIMIT_MS / 1e3} s, since the Git server did not answer.`,
        "See its status page."
      )
    ];
  } catch (error) {
    cause = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .toTagshipErrors */ .XF)(error);
    if (movedAt !== void 0 || cause.some(({ code }) => code === "rollback-impossible")) {
      throw error;
    }
  }
  journal.info(`The tag could not be moved: ${cause.map(({ what }) => what).join(" ")} KV is restored all the same.`);
  return await holdBack(session, leaving, view ?? last, applier, ground, cause, ports);
}
async function holdBack(session, leaving, last, applier, { why, gate }, cause, ports) {
  const now = await tryLook(session, targetsOf2(leaving));
  const { left, stop } = now === void 0 ? { left: leaving, stop: void 0 } : standingOf(leaving, now);
  if (now !== void 0 && stop !== void 0 && left.length === 0) {
    return await finished(session, leaving, now, applier) ?? stop;
  }
  const targets = targetsOf2(left);
  const hold = decideFor(session, left, true, gate);
  let isRecorded = false;
  if (now !== void 0) {
    try {
      const onLanded = () => {
        isRecorded = true;
      };
      const timely = await ports.clock.within(
        HOLD_LIMIT_MS,
        () => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .move */ .Cy)(session, now, targets, hold, { limitMs: HOLD_LIMIT_MS, onLanded, reason: why, applier })
      );
      if (timely.inTime && timely.value.kind !== "superseded") {
        return { kind: "held", outcome: timely.value, before: now, cause, isRecorded: true, applier };
      }
      if (timely.inTime) {
        return { kind: "superseded" };
      }
      await ports.repository.abandon();
    } catch (error) {
      ports.journal.info(`The hold could not be recorded: ${(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .toTagshipErrors */ .XF)(error)[0]?.what ?? ""}`);
    }
  }
  const outcome = await holdInKvAlone(session, now ?? last, targets, hold, applier);
  return { kind: "held", outcome, before: now ?? last, cause, isRecorded, applier };
}
async function finished(session, leaving, now, applier) {
  const { author } = session.settings;
  const isOurs = leaving.some(({ component, environment }) => {
    const entry = now.ledger?.entry(environment, component);
    const { ref } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(component, environment, now);
    return entry?.move === "rollback" && entry.tag === ref?.object && author.run !== null && entry.run === author.run;
  });
  if (!isOurs) {
    return void 0;
  }
  const outcome = await (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .move */ .Cy)(session, now, targetsOf2(leaving), async () => nothing, { applier });
  return outcome.kind === "superseded" ? { kind: "superseded" } : { kind: "moved", outcome: { ...outcome, kind: "moved" }, before: now, movedAt: void 0, applier };
}
var nothing = { kind: "rollback", choices: [], removals: [] };
function targetsOf2(leaving) {
  return leaving.map(({ target }) => target);
}
function standingOf(leaving, view) {
  const left = leaving.filter((one) => standing(one, view) === void 0);
  const stop = leaving.map((one) => standing(one, view)).find((one) => one !== void 0);
  return { left, stop: stop ?? { kind: "superseded" } };
}
function standing({ component, environment, ref: judged, beside }, view) {
  const { ref, entry } = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(component, environment, view);
  const live = beside === void 0 ? void 0 : (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(component, beside.environment, view).ref;
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
    const found = leaving.map((one) => (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__/* .attempt */ .CD)(() => wayBack(one, view, overrides)));
    const choices = found.flatMap((one) => one instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP ? [] : [one]);
    const [problem] = found.flatMap((one) => one instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP ? [one] : []);
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
  const situation = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .stateOf */ .L4)(component, environment, view);
  if (beside !== void 0) {
    return toLive(situation, beside);
  }
  const choice = (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .chooseRollback */ .wX)(situation, "last-healthy", overrides);
  if (choice === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "rollback-impossible",
      `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_16__/* .componentId */ .nV)(component)}\` was rolled back in \`${environment}\` already.`,
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
    const timely = await clock.within(LOOK_LIMIT_MS, () => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .anchorRemembered */ .qr)(session, view, targetsOf2(leaving)));
    if (!timely.inTime) {
      await repository.abandon();
    }
  } catch (error) {
    session.ports.journal.info(`The default branch could not be asked: ${(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .toTagshipErrors */ .XF)(error)[0]?.what ?? ""}`);
  }
}

// src/commands/guard/recorded.ts
var LOOK_BACK_S = 3 * 24 * 60 * 60;
async function recordedBy(run, ledger, repository) {
  if (ledger === void 0) {
    return { targets: [], more: 0 };
  }
  const commits = await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_6__/* .commitsFrom */ .n3)(repository, ledger, { since: ledger.time - LOOK_BACK_S });
  const own = commits.filter(({ message }) => message.run === run);
  const targets = /* @__PURE__ */ new Map();
  for (const { message } of own) {
    for (const { event, move: move2, component, environment, version } of message.recorded) {
      const isDeploy = (event === "moved" || event === "acknowledged") && move2 !== "seed" && version !== null;
      if (isDeploy && component.prefix === "components") {
        targets.set(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_16__/* .componentId */ .nV)(component)} ${environment}`, (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentTarget */ .rW)(component, environment));
      }
    }
  }
  return { targets: [...targets.values()], more: own.reduce((sum, { message }) => sum + message.more, 0) };
}

// src/commands/guard/select.ts
function namedTargets(selection, listing, pushed) {
  switch (selection.by) {
    case "run":
      return [];
    case "components":
      return (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__/* .targetsOf */ .QR)(selection.patterns, selection.environment, listing);
    case "tag": {
      const tag = (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_14__/* .shortTag */ .j)(selection.tag);
      return (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__/* .tagTargets */ .lR)({ tag, named: true, pushed: tag === pushed, deleted: false }, listing);
    }
  }
}
function nothingToWatch(selection) {
  return selection.by === "tag" ? `The tag \`${(0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_14__/* .shortTag */ .j)(selection.tag)}\` is not under \`components/\`, so there is nothing to watch.` : "This workflow run has deployed nothing, so there is nothing to watch.";
}
async function recordedTargets(session, view, ofJob) {
  const { run } = session.settings.author;
  if (run === null) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "input-missing",
      "It is not said what to watch, and outside of a workflow run nothing was recorded by it.",
      "Give the input `tag`, or `components` and `environment`."
    );
  }
  const { targets, more } = await recordedBy(run, view.ledger, session.repository);
  const uncounted = `${more} more moves of this run are only counted in the ledger and are not watched. Name them with \`components\` and \`environment\`.`;
  const isOfJob = ({ component, slot }) => ofJob?.has(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_16__/* .componentId */ .nV)(component)} ${slot.name}`) !== false;
  return { items: targets.filter(isOfJob), notices: more > 0 ? (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .warnings */ .AR)([uncounted]) : [], failures: [] };
}
function judgeable(targets, gates, isNamed, view, session, ahead) {
  const items = [];
  const notices = [];
  const failures = [];
  const now = session.ports.clock.now();
  for (const target of targets) {
    const { component, slot } = target;
    const name = `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_16__/* .componentId */ .nV)(component)}\``;
    if (slot.kind === "version") {
      notices.push({
        level: "notice",
        message: `${name} ${slot.name} is a version tag: nothing runs it by itself, so there is nothing to watch.`
      });
      continue;
    }
    const policy = (0,_with_gate_resolve_js__WEBPACK_IMPORTED_MODULE_15__/* .gatePolicyOf */ .f)(session.config.environments[slot.name]?.gate, gates);
    if (policy === void 0) {
      if (isNamed) {
        throw noGate(slot.name);
      }
      notices.push(...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .warnings */ .AR)([`\`${slot.name}\` has no gate, so ${name} is not watched there.`]));
      continue;
    }
    let candidate;
    try {
      candidate = (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .judgedOf */ .B8)(target, policy, view, session, now, ahead);
    } catch (error) {
      if (!(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .isOfComponent */ .FH)(error)) {
        throw error;
      }
      failures.push(error);
      continue;
    }
    if (candidate === "no-tag") {
      notices.push({
        level: "notice",
        message: `${name} has no tag for \`${slot.name}\` any more, so there is nothing to watch.`
      });
    } else if (candidate === "unversioned") {
      notices.push(
        ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .warnings */ .AR)([`The tag of ${name} for \`${slot.name}\` stands for no version, so it is not watched.`])
      );
    } else {
      items.push(candidate);
    }
  }
  return { items, notices, failures };
}
function noGate(environment) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
    "gate-missing",
    `The environment \`${environment}\` has no gate.`,
    `Describe one under \`environments.${environment}.gate\` in the configuration, or give \`metric-url\` and \`threshold\`.`
  );
}

// src/commands/guard/guard.ts
async function guard(request, settings, ports) {
  const started = ports.clock.now();
  const opened = await ports.journal.group("Read the ledger and the tags", async () => {
    const { selection, pushed } = request;
    const tag = selection.by === "tag" ? (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_14__/* .shortTag */ .j)(selection.tag) : "";
    const isLogic = tag.startsWith("logic/");
    const isOther = tag !== "" && await (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__/* .isForeign */ .jq)(tag, ports.repository);
    const first = await _with_engine_session_js__WEBPACK_IMPORTED_MODULE_7__/* .Session */ .Nn.open(
      settings,
      ports,
      (listing) => isOther ? [] : namedTargets(selection, listing, pushed),
      { hints: { past: true }, prefix: isLogic ? "logic" : "components" }
    );
    return selection.by === "run" ? await withRecorded(first.session, first.view, request.ofJob) : { ...first, targets: isLogic ? [] : first.targets, notices: [] };
  });
  const { session } = opened;
  const keeper = new Gatekeeper(request, settings, session, ports);
  const { ahead, notices } = await keeper.measureClock();
  const selected = judgeable(opened.targets, request.gate, request.selection.by !== "run", opened.view, session, ahead);
  keeper.fail(selected.failures);
  await keeper.watch(selected.items, opened.view, started);
  const found = [
    ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .excludedNotices */ .CW)(opened.view),
    ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .warnings */ .AR)(opened.view.ignored()),
    ...opened.notices,
    ...selected.notices
  ];
  if (selected.items.length > 0) {
    found.push(...notices);
  } else if (opened.targets.length === 0) {
    found.push({ level: "notice", message: nothingToWatch(request.selection) });
  }
  return keeper.report(found, started);
}
async function withRecorded(session, view, ofJob) {
  const { items, notices } = await recordedTargets(session, view, ofJob);
  const looked = items.length === 0 ? { view } : await session.observe(items);
  return { session, view: looked.view, targets: items, notices };
}
var Gatekeeper = class {
  #request;
  #settings;
  #session;
  #ports;
  #appliers = /* @__PURE__ */ new Map();
  #gates = [];
  #results = [];
  #notices = [];
  #issues = [];
  #failures = [];
  #view;
  #ahead = 0;
  constructor(request, settings, session, ports) {
    this.#request = request;
    this.#settings = settings;
    this.#session = session;
    this.#ports = ports;
  }
  /** How far the Git server's clock is ahead of ours, in milliseconds; and whether the token could move a tag. */
  async measureClock() {
    const { clock, repository } = this.#ports;
    if (this.#settings.dryRun) {
      return { ahead: 0, notices: [] };
    }
    try {
      await repository.mayPush();
      this.#ahead = await (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .aheadOf */ .RJ)(repository, clock);
      return { ahead: this.#ahead, notices: [] };
    } catch (error) {
      if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP && error.code === "push-denied") {
        const message = `After a breach KV would be restored, but the tag could not be moved: ${error.what} ${error.remedy}`;
        this.#ports.journal.info(message);
        return { ahead: 0, notices: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .warnings */ .AR)([message]) };
      }
      throw error;
    }
  }
  /**
   * Watches until every gate has ended.
   * @returns what may stay and go on: what is healthy, or passes all the same
   * @throws TagshipError `cancelled` where nothing was judged, or canaries are watched
   */
  async watch(judged, view, started) {
    const { metrics, clock } = this.#ports;
    this.#view = view;
    for (const message of await (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .checkMetrics */ .Ux)(judged, metrics, clock)) {
      this.#advise(message);
    }
    const finished2 = await this.#finishPending(judged);
    await this.#finishTelling(finished2);
    const prepared = [];
    for (const one of finished2) {
      prepared.push(...await this.#prepare(one));
    }
    const good = [];
    try {
      await (0,_with_gate_why_js__WEBPACK_IMPORTED_MODULE_4__/* .watchAll */ .R)(prepared, started, this.#ports, async (watch, ending) => {
        await this.#end(watch, ending);
        if (ending.kind === "concluded" && ending.conclusion.action === "none") {
          good.push(watch.judged);
        }
      });
    } catch (error) {
      const isCanary = prepared.some(({ beside }) => beside !== void 0);
      if (!(error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP && error.code === "cancelled") || isCanary) {
        throw error;
      }
      const cancelled = this.#cancelled(prepared, error);
      if (this.#gates.length === 0) {
        throw cancelled;
      }
      this.#failures.push(cancelled);
    }
    return good;
  }
  /** What the gates saw so far. */
  get gates() {
    return this.#gates;
  }
  /** Says what a run did, and what is to fail the step. */
  report(notices, started) {
    const [first] = this.#results.flatMap(({ times }) => times ?? []);
    const reports = this.#results.map(({ report }) => report);
    return {
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .nothingDone */ .mh)("rollback", this.#settings, []),
      command: "guard",
      verdict: _with_commands_report_js__WEBPACK_IMPORTED_MODULE_13__/* .VERDICTS */ .bk.find((verdict) => this.#gates.some((gate) => gate.verdict === verdict)),
      rolledBack: reports.some(({ rolledBack }) => rolledBack),
      ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .ledgerReport */ .gM)(this.#session, this.#session.lastLedger),
      moves: reports.flatMap(({ moves }) => moves),
      deployed: reports.flatMap(({ deployed }) => deployed),
      keys: reports.flatMap(({ keys }) => keys),
      changed: reports.some(({ changed }) => changed),
      rounds: Math.max(0, ...reports.map(({ rounds }) => rounds)),
      issues: [...reports.flatMap(({ issues }) => issues), ...this.#issues],
      gates: this.#gates,
      times: first,
      failures: this.#failures,
      notices: [...notices, ...this.#notices, ...reports.flatMap((one) => one.notices)],
      durationMs: this.#ports.clock.now() - started
    };
  }
  /**
   * A rollback that was killed before KV followed is finished before anything is judged.
   * @returns what can be judged
   */
  async #finishPending(judged) {
    const view = this.#view;
    const nothing2 = { kind: "rollback", choices: [], removals: [] };
    const sound = [];
    for (const one of judged) {
      try {
        if (one.entry?.status === "pending" && view !== void 0 && !this.#settings.dryRun) {
          await this.#ports.cancellation.shield(() => (0,_with_engine_move_js__WEBPACK_IMPORTED_MODULE_8__/* .move */ .Cy)(this.#session, view, [one.target], async () => nothing2));
        }
        sound.push(one);
      } catch (error) {
        this.fail((0,_with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .ownTrouble */ .e3)(error));
      }
    }
    return sound;
  }
  /** A rollback whose run was killed before it kept a record has one then; told again, nothing is written twice. */
  async #finishTelling(judged) {
    const view = this.#view;
    const occasions = judged.flatMap(({ component, environment, entry }) => {
      const { version, previous, commit } = entry ?? {};
      const isOpen = entry?.move === "rollback" && (entry.status === "pending" || entry.status === "deployed");
      return isOpen && version && previous ? [
        {
          component,
          environment,
          left: previous,
          restored: { version, commit: commit ?? void 0 },
          entry,
          why: _with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_1__/* .WRITTEN_LATER */ .b,
          gate: void 0,
          held: void 0
        }
      ] : [];
    });
    if (view !== void 0 && occasions.length > 0) {
      const aftermath = { view, ledger: view.ledger };
      const { issues, notices } = await (0,_with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_1__/* .openPostMortems */ .C)(this.#session, occasions, aftermath, this.#ports);
      this.#issues.push(...issues);
      this.#notices.push(...notices);
    }
  }
  /**
   * Reads what going back would need, and says now what would stand in the way. A hold that only KV remembers is recorded
   * in the ledger first; otherwise what is measured would be taken for what the tag stands for.
   * @returns what is judged; nothing where the ledger cannot record the hold
   */
  async #prepare(judged) {
    const { id, environment } = judged;
    const why = (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .untouchable */ .JU)(judged);
    if (why !== void 0 || this.#view === void 0) {
      this.#tell(`\`${id}\` in \`${environment}\` is watched, but would not be rolled back: ${why}.`);
      return [judged];
    }
    try {
      const { applier, adopted } = await prepare(this.#session, [judged], this.#view);
      if (adopted !== void 0) {
        this.#view = adopted;
        const { clock } = this.#ports;
        const now = (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .judgedOf */ .B8)(judged.target, judged.policy, adopted, this.#session, clock.now(), this.#ahead);
        return typeof now === "string" || now.ref.object !== judged.ref.object ? [judged] : await this.#prepare({ ...now, beside: judged.beside });
      }
      this.#appliers.set(judged, applier);
    } catch (error) {
      if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP && error.code === "cancelled") {
        throw error;
      }
      if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP && error.code === "tag-held") {
        this.fail([error]);
        return [];
      }
      const [first] = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .toTagshipErrors */ .XF)(error);
      if (first?.code === "rollback-impossible" && isFirst(judged)) {
        this.#ports.journal.info(`\`${id}\` in \`${environment}\` is watched; it is the first version there.`);
        return [judged];
      }
      this.#tell(`\`${id}\` in \`${environment}\` could not be rolled back: ${first?.what ?? ""}`);
    }
    return [judged];
  }
  /** Takes what is to fail the step, and holds up nothing else. */
  fail(problems) {
    const known = new Set(this.#failures.map(({ message }) => message));
    this.#failures.push(...problems.filter(({ message }) => !known.has(message)));
  }
  /** Says once how something could be asked better. */
  #advise(message) {
    if (!this.#notices.some((notice) => notice.message === message)) {
      this.#notices.push({ level: "notice", message });
    }
  }
  #tell(message) {
    this.#notices.push({ level: "warning", message });
    this.#ports.journal.info(message);
  }
  async #end(watch, ending) {
    const { judged } = watch;
    if (ending.kind === "superseded") {
      this.#superseded(watch);
      return;
    }
    if (ending.kind === "unread") {
      this.fail((0,_with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .toTagshipErrors */ .XF)(ending.error));
      return;
    }
    const { verdict, action, why } = ending.conclusion;
    this.#notices.push(...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .warnings */ .AR)((0,_with_gate_why_js__WEBPACK_IMPORTED_MODULE_4__/* .raisedLimits */ .j)(watch.state)));
    this.#ports.journal.info(`${judged.id} ${judged.version} in ${judged.environment} is ${verdict}: ${why}`);
    if (action === "rollback") {
      await this.#ports.cancellation.shield(() => this.#rollBack(watch, verdict, why));
      return;
    }
    if (action === "report") {
      const name = `\`${judged.id}\` ${judged.version} in \`${judged.environment}\``;
      this.#leave(watch, verdict, why, `${name} is not rolled back, by \`on-breach: report\`.`);
      return;
    }
    this.#gates.push(gateReport(watch, verdict, why, this.#ports.clock.now()));
    if (action === "warn") {
      this.#notices.push(
        ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .warnings */ .AR)([`\`${judged.id}\` ${judged.version} stays live ${whereOf(judged)} unjudged: ${why}`])
      );
    }
    if (verdict === "healthy" && !this.#settings.dryRun && judged.beside === void 0) {
      const { component, environment, ref } = judged;
      const gate = recordOf(watch, verdict);
      const found = [{ component, environment, tag: ref.object, gate }];
      const told = await this.#ports.cancellation.shield(() => recordHealthy(this.#session, found, why));
      this.#notices.push(...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_12__/* .warnings */ .AR)(told));
    }
  }
  #superseded(watch) {
    const { id, environment, version } = watch.judged;
    const why = `The tag of \`${id}\` for \`${environment}\` was moved by somebody else while ${version} was watched, so nothing was touched.`;
    this.#ports.journal.info(why);
    this.#gates.push(gateReport(watch, "superseded", why, this.#ports.clock.now()));
    this.#notices.push({ level: "notice", message: why });
  }
  async #rollBack(watch, verdict, why) {
    const { judged } = watch;
    const { clock, journal } = this.#ports;
    const measuredAt = clock.now();
    const name = `\`${judged.id}\` ${judged.version} in \`${judged.environment}\``;
    const stop = (0,_with_guard_subject_js__WEBPACK_IMPORTED_MODULE_3__/* .untouchable */ .JU)(judged);
    const applier = this.#appliers.get(judged) ?? this.#session.newApplier();
    const last = this.#view;
    if (stop !== void 0 || last === void 0) {
      this.#leave(watch, verdict, why, `${name} is not rolled back, since ${stop}.`);
      return;
    }
    try {
      const ground = { why, gate: recordOf(watch, verdict) };
      const outcome = await journal.group(
        `Roll back ${judged.id} in ${judged.environment}`,
        () => retreat(this.#session, [judged], last, applier, ground, this.#ports)
      );
      if (outcome.kind === "superseded") {
        this.#superseded(watch);
        return;
      }
      if (outcome.kind === "untouchable") {
        this.#leave(watch, verdict, why, `${name} is not rolled back, since ${outcome.why}.`);
        return;
      }
      const gate = gateReport(watch, verdict, why, measuredAt);
      const held = outcome.kind === "moved" ? void 0 : outcome.isRecorded ? "ledger" : "kv";
      const aftermath = await aftermathOf(
        outcome,
        judged,
        gate,
        measuredAt,
        this.#settings,
        this.#session,
        this.#ports
      );
      const kept = await (0,_with_commands_post_mortem_js__WEBPACK_IMPORTED_MODULE_1__/* .openPostMortems */ .C)(this.#session, [aftermath.occasion], outcome.outcome, this.#ports);
      const report = {
        ...aftermath.report,
        issues: kept.issues,
        notices: [...aftermath.report.notices, ...kept.notices]
      };
      const times = aftermath.times && { ...aftermath.times, done: clock.now() - measuredAt };
      this.#results.push({ ...aftermath, report, times });
      this.#gates.push({ ...gate, rolledBackTo: aftermath.version, held });
      this.#conclude(aftermath.failures(kept.issues[0]?.url, this.#request.failOnRollback));
    } catch (error) {
      this.#gates.push(gateReport(watch, verdict, why, measuredAt));
      this.#failures.push(
        ...(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .toTagshipErrors */ .XF)(error).map(
          ({ code, what, remedy, location }) => new _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(code, `${name} should go back, but could not: ${why} ${what}`, remedy, {
            location,
            cause: error
          })
        )
      );
    }
  }
  #leave(watch, verdict, why, because) {
    this.#gates.push(gateReport(watch, verdict, why, this.#ports.clock.now()));
    this.#failures.push(
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP("gate-breached", `${because} ${why}`, "Run `rollback` with a `version` to go further back.")
    );
  }
  #conclude({ errors, notices }) {
    this.#failures.push(...errors);
    this.#notices.push(...notices);
  }
  #cancelled(judged, cause) {
    const ended = new Set(this.#gates.map(({ component, environment }) => `${component} ${environment}`));
    const left = judged.filter(({ id, environment }) => !ended.has(`${id} ${environment}`));
    const live = left.map(({ id, version, environment }) => `\`${id}\` ${version} in \`${environment}\``).join(", ");
    const done = this.#gates.map(({ component, environment, version, verdict, rolledBackTo }) => {
      const back = rolledBackTo === void 0 ? "" : `, rolled back to ${rolledBackTo}`;
      return `\`${component}\` ${version} in \`${environment}\` was ${verdict}${back}`;
    });
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_17__/* .TagshipError */ .bP(
      "cancelled",
      `The run was cancelled while it watched. Live and not judged: ${live || "nothing"}.${done.length === 0 ? " No tag and no key was touched." : ` Before that: ${done.join("; ")}.`}`,
      "Run `guard` again for what is not judged.",
      { cause }
    );
  }
};
function whereOf({ environment, beside }) {
  return beside === void 0 ? `in \`${environment}\`` : `for ${beside.share} % of \`${beside.environment}\``;
}
function isFirst({ entry }) {
  return entry !== void 0 && entry.previous === null && entry.healthy.length === 0;
}
function recordOf({ state }, verdict) {
  return gateRecord(verdict, state.policy, (0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .rowsOf */ .RO)(state));
}
function gateReport(watch, verdict, why, endedAt) {
  const { judged, state, startedAt } = watch;
  return {
    component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_16__/* .componentId */ .nV)(judged.component),
    environment: judged.environment,
    version: judged.version,
    commit: judged.commit,
    verdict,
    why,
    rolledBackTo: void 0,
    held: void 0,
    policy: judged.policy,
    rows: (0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_5__/* .rowsOf */ .RO)(state),
    since: judged.since,
    startedAt,
    endedAt
  };
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
/* harmony import */ var _with_domain_config_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8625);
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
  const told = (0,_with_domain_config_js__WEBPACK_IMPORTED_MODULE_3__/* .speaksOf */ .Tq)(entry, ref.object) ? entry : void 0;
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

export const id = 1022;
export const ids = [1022];
export const modules = {

/***/ 1022:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ guard),
/* harmony export */   y: () => (/* binding */ Gatekeeper)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_C3TQUCXL_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3747);
/* harmony import */ var _chunk_B3PZ4DCI_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3651);
/* harmony import */ var _chunk_B3BAVBEI_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9662);
/* harmony import */ var _chunk_B3TGP6DC_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6219);
/* harmony import */ var _chunk_ARU5WSKH_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7826);
/* harmony import */ var _chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(5331);
/* harmony import */ var _chunk_HJEBTJZV_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8217);
/* harmony import */ var _chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6309);
/* harmony import */ var _chunk_P7VW2DIX_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7871);
/* harmony import */ var _chunk_DVZUISDK_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8080);
/* harmony import */ var _chunk_FEIFUNZ7_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5828);
/* harmony import */ var _chunk_FEGYJR3N_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2122);
/* harmony import */ var _chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6539);
/* harmony import */ var _chunk_UOZS7KD3_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1162);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1947);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(5269);
/* harmony import */ var _chunk_HF6O72EN_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(5789);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


















// src/domain/gate/record.ts
var MAX_PLOTS = 3;
var MAX_KEPT_POINTS = 20;
function gateRecord(verdict, { metrics }, rows) {
  const notable = metrics.filter((metric) => (0,_chunk_HF6O72EN_js__WEBPACK_IMPORTED_MODULE_17__/* .isNotable */ ._r)(metric, rows));
  const others = metrics.filter((metric) => !notable.includes(metric));
  const plots = [...notable, ...others].flatMap((metric) => {
    const plot = (0,_chunk_HF6O72EN_js__WEBPACK_IMPORTED_MODULE_17__/* .plotOf */ .P)(metric, rows, MAX_KEPT_POINTS);
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
  const targets = found.map(({ component, environment }) => (0,_chunk_P7VW2DIX_js__WEBPACK_IMPORTED_MODULE_9__/* .environmentTarget */ .rW)(component, environment));
  try {
    const { view } = await session.observe(targets);
    const appended = await session.append(
      view,
      targets,
      async ({ tags }) => {
        const events = found.map((one) => ({
          kind: "healthy",
          ...one,
          tags: tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_15__/* .componentId */ .nV)(one.component))
        }));
        return { kind: "write", commits: [{ events }] };
      },
      { reason }
    );
    return appended.kind === "superseded" ? [] : [...appended.remarks, ...appended.doubtful.map(({ problem: { what, remedy } }) => `${what} ${remedy}`)];
  } catch (error) {
    if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP && error.code !== "cancelled") {
      return [
        `The versions were found healthy, but this could not be recorded in the ledger: ${error.what} ${error.remedy}`
      ];
    }
    throw error;
  }
}

// src/commands/guard/aftermath.ts
async function aftermathOf(done, judged, gate, measuredAt, settings, session, ports) {
  const { outcome, before, applier } = done;
  const restoredAt = applier.writtenAt ?? ports.clock.now();
  const movedAt = done.kind === "moved" ? done.movedAt : void 0;
  const notices = settings.dryRun ? [] : await readBack(outcome, judged, ports);
  const report = await (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .reportMove */ .Q6)("rollback", session, before, [judged.target], outcome, settings, ports, measuredAt);
  const version = outcome.intent.choices[0]?.version ?? runningIn(judged, outcome.view) ?? "";
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
function runningIn({ component, environment }, view) {
  return (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(component, environment, view).current;
}
async function readBack({ keys, plans }, { environment }, { kv, journal }) {
  const stale = [];
  try {
    for (const plan of keys.length === 0 ? [] : plans) {
      const written = plan.keys.filter(({ key, role }) => role === "environment" && key !== _chunk_DVZUISDK_js__WEBPACK_IMPORTED_MODULE_10__/* .INDEX_KEY */ .lr);
      const stored = await kv.read(
        plan.namespace,
        written.map(({ key }) => key)
      );
      stale.push(...written.filter((planned) => (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_8__/* .differs */ .Ag)(planned, stored.get(planned.key))).map(({ key }) => key));
    }
  } catch (error) {
    const [first] = (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .toTagshipErrors */ .XF)(error);
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
  const isTold = entry?.version === version && (entry.move === "rollback" || entry.status === "held");
  return {
    component,
    environment,
    left: judged.version,
    restored: { version, commit: outcome.intent.choices[0]?.commit ?? entry?.commit ?? void 0 },
    entry: isTold ? entry : void 0,
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
    return { errors: [], notices: (0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .warnings */ .AR)([`${name} would have been rolled back to ${version}: ${why}`]) };
  }
  if (done.kind === "held") {
    const hold = done.isRecorded ? "a hold in the ledger keeps it there" : "only the metadata of its key says so, since the ledger could not record it either";
    const what2 = `${name} should go back to ${version}: ${why} KV has ${version} again and ${hold}, but the tag still stands for ${judged.version}. ${done.cause.map((one) => one.what).join(" ")}`;
    const remedies = [...new Set(done.cause.map(({ remedy: remedy2 }) => remedy2))].join(" ");
    const error = new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "tag-held",
      what2,
      `${remedies} Then \`promote\` ${version}: moving the tag ends the hold.${look}`
    );
    return { errors: [error], notices: [] };
  }
  const what = `${name} was rolled back to ${version}: ${why}`;
  const remedy = `Find out why before it is promoted again: ${judged.version} is quarantined.${look}`;
  return failOnRollback ? { errors: [new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP("rolled-back", what, remedy)], notices: [] } : { errors: [], notices: (0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .warnings */ .AR)([`${what} ${remedy}`]) };
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
  const draft = await (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .draftOf */ .bz)(session, view, await decide(view), targets, applier);
  const held = draft.landings.flatMap(({ choice: { situation } }) => situation.ref?.object ?? []);
  let last = draft.supposed;
  const observe = async () => {
    const looked = await tryLook(session, targets);
    if (looked === void 0) {
      return last;
    }
    const stand = targets.map(
      ({ component, slot }) => looked.tags.get((0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_15__/* .componentId */ .nV)(component))?.environments.get(slot.name)?.object
    );
    const isRecorded = draft.landings.every(({ choice: { situation } }) => {
      const entry = looked.entry(situation.environment, situation.component);
      return (0,_chunk_DVZUISDK_js__WEBPACK_IMPORTED_MODULE_10__/* .speaksOf */ .Tq)(entry, situation.ref?.object) && entry.status === "held";
    });
    last = held.every((object) => stand.includes(object)) && !isRecorded ? (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .suppose */ .wM)(looked, draft) : looked;
    return last;
  };
  const record = async ({ ledger }) => {
    return { ledger, written: false, warnings: [], failures: [] };
  };
  const first = { plans: draft.plans, observed: draft.supposed };
  const planFor = async (now) => await (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .planOf */ .XC)(session, draft.targets, now);
  const converged = await (0,_chunk_HJEBTJZV_js__WEBPACK_IMPORTED_MODULE_7__/* .convergeTargets */ .qr)(session, applier, draft.targets, first, planFor, { observe, record });
  return { kind: "moved", intent: draft.intent, ...converged, ledger: view.ledger };
}

// src/commands/guard/retreat.ts
var MOVE_LIMIT_MS = 2e4;
var HOLD_LIMIT_MS = 8e3;
async function prepare(session, judged, view) {
  const applier = session.newApplier();
  const { plans } = await (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .draftOf */ .bz)(
    session,
    view,
    await decideFor(session, judged, false)(view),
    [judged.target],
    applier
  );
  const adopted = await (0,_chunk_HJEBTJZV_js__WEBPACK_IMPORTED_MODULE_7__/* .recordHolds */ .u1)(session, view, [judged.target], plans, applier);
  const [failure] = adopted.failures;
  if (failure !== void 0) {
    throw failure.error;
  }
  return { applier, adopted: adopted.view };
}
async function retreat(session, judged, last, applier, ground, ports) {
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
  const attempt = async () => {
    view = (await session.observe([judged.target])).view;
    const stop = standing(judged, view);
    if (stop !== void 0) {
      return stop;
    }
    const outcome = await (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .move */ .Cy)(session, view, [judged.target], decideFor(session, judged, false, ground.gate), {
      limitMs: MOVE_LIMIT_MS,
      onLanded,
      reason: ground.why,
      applier
    });
    return outcome.kind === "superseded" ? { kind: "superseded" } : { kind: "moved", outcome, before: view, movedAt, applier };
  };
  let cause;
  try {
    const attempted = attempt();
    const timely = await clock.within(MOVE_LIMIT_MS, () => Promise.race([attempted, landed]));
    if (timely.inTime) {
      return await attempted;
    }
    attempted.catch(() => void 0);
    await ports.repository.abandon();
    cause = [
      new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
        "git-unreachable",
        `The tag could not be moved within ${MOVE_LIMIT_MS / 1e3} s, since the Git server did not answer.`,
        "See its status page."
      )
    ];
  } catch (error) {
    cause = (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .toTagshipErrors */ .XF)(error);
    if (movedAt !== void 0 || cause.some(({ code }) => code === "rollback-impossible")) {
      throw error;
    }
  }
  journal.info(`The tag could not be moved: ${cause.map(({ what }) => what).join(" ")} KV is restored all the same.`);
  return await holdBack(session, judged, view ?? last, applier, ground, cause, ports);
}
async function holdBack(session, judged, last, applier, { why, gate }, cause, ports) {
  const now = await tryLook(session, [judged.target]);
  const stop = now === void 0 ? void 0 : standing(judged, now);
  if (now !== void 0 && stop !== void 0) {
    return await finished(session, judged, now, applier) ?? stop;
  }
  const targets = [judged.target];
  const hold = decideFor(session, judged, true, gate);
  let isRecorded = false;
  if (now !== void 0) {
    try {
      const onLanded = () => {
        isRecorded = true;
      };
      const timely = await ports.clock.within(
        HOLD_LIMIT_MS,
        () => (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .move */ .Cy)(session, now, targets, hold, { limitMs: HOLD_LIMIT_MS, onLanded, reason: why, applier })
      );
      if (timely.inTime && timely.value.kind !== "superseded") {
        return { kind: "held", outcome: timely.value, before: now, cause, isRecorded: true, applier };
      }
      if (timely.inTime) {
        return { kind: "superseded" };
      }
      await ports.repository.abandon();
    } catch (error) {
      ports.journal.info(`The hold could not be recorded: ${(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .toTagshipErrors */ .XF)(error)[0]?.what ?? ""}`);
    }
  }
  const outcome = await holdInKvAlone(session, now ?? last, targets, hold, applier);
  return { kind: "held", outcome, before: now ?? last, cause, isRecorded, applier };
}
async function finished(session, judged, now, applier) {
  const entry = now.ledger?.entry(judged.environment, judged.component);
  const { ref } = (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(judged.component, judged.environment, now);
  const { author } = session.settings;
  if (entry?.move !== "rollback" || entry.tag !== ref?.object || author.run === null || entry.run !== author.run) {
    return void 0;
  }
  const outcome = await (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .move */ .Cy)(session, now, [judged.target], async () => nothing, { applier });
  return outcome.kind === "superseded" ? { kind: "superseded" } : { kind: "moved", outcome: { ...outcome, kind: "moved" }, before: now, movedAt: void 0, applier };
}
var nothing = { kind: "rollback", choices: [], removals: [] };
function standing(judged, view) {
  const { component, environment, beside } = judged;
  const { ref, entry } = (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(component, environment, view);
  const live = beside === void 0 ? void 0 : (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(component, beside.environment, view).ref;
  if (ref?.object !== judged.ref.object || live?.object !== beside?.ref.object) {
    return { kind: "superseded" };
  }
  const why = entry?.tag === ref.object ? (0,_chunk_B3PZ4DCI_js__WEBPACK_IMPORTED_MODULE_2__/* .untouchable */ .J)({ entry, beside }) : void 0;
  return why === void 0 ? void 0 : { kind: "untouchable", why };
}
function decideFor(session, judged, holds, gate) {
  return async (view) => {
    await anchorIfPossible(session, judged, view);
    const { acceptUnanchored, acceptMoved } = session.settings;
    const overrides = /* @__PURE__ */ new Set([
      ...acceptUnanchored ? ["unanchored"] : [],
      ...acceptMoved ? ["moved-version"] : []
    ]);
    const situation = (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .stateOf */ .L4)(judged.component, judged.environment, view);
    if (judged.beside !== void 0) {
      return canaryBack(situation, judged, judged.beside, holds);
    }
    const choice = (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .chooseRollback */ .wX)(situation, "last-healthy", overrides);
    if (choice === void 0) {
      throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
        "rollback-impossible",
        `\`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_15__/* .componentId */ .nV)(judged.component)}\` was rolled back in \`${judged.environment}\` already.`,
        "Name a version with the command `rollback` to go further back."
      );
    }
    return {
      kind: "rollback",
      choices: [choice],
      removals: [],
      ...holds ? { holds } : {},
      ...gate === void 0 ? {} : { gate }
    };
  };
}
function canaryBack(situation, judged, live, holds) {
  const { component, version } = judged;
  const listed = situation.versions.get(live.version);
  const choice = {
    situation,
    version: live.version,
    commit: live.commit,
    tag: listed?.commit === live.commit ? listed.object : void 0,
    fromMemory: false,
    overridden: [],
    why: "what is live",
    passedOver: []
  };
  return {
    kind: "rollback",
    choices: [choice],
    removals: [],
    quarantines: [{ component, environment: live.environment, version }],
    ...holds ? { holds } : {}
  };
}
async function anchorIfPossible(session, judged, view) {
  const { clock, repository } = session.ports;
  try {
    const timely = await clock.within(LOOK_LIMIT_MS, () => (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .anchorRemembered */ .qr)(session, view, [judged.target]));
    if (!timely.inTime) {
      await repository.abandon();
    }
  } catch (error) {
    session.ports.journal.info(`The default branch could not be asked: ${(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .toTagshipErrors */ .XF)(error)[0]?.what ?? ""}`);
  }
}

// src/commands/guard/recorded.ts
var LOOK_BACK_S = 3 * 24 * 60 * 60;
async function recordedBy(run, ledger, repository) {
  if (ledger === void 0) {
    return { targets: [], more: 0 };
  }
  const commits = await (0,_chunk_FEIFUNZ7_js__WEBPACK_IMPORTED_MODULE_11__/* .commitsFrom */ .n3)(repository, ledger, { since: ledger.time - LOOK_BACK_S });
  const own = commits.filter(({ message }) => message.run === run);
  const targets = /* @__PURE__ */ new Map();
  for (const { message } of own) {
    for (const { event, move: move2, component, environment, version } of message.recorded) {
      const isDeploy = (event === "moved" || event === "acknowledged") && move2 !== "seed" && version !== null;
      if (isDeploy && component.prefix === "components") {
        targets.set(`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_15__/* .componentId */ .nV)(component)} ${environment}`, (0,_chunk_P7VW2DIX_js__WEBPACK_IMPORTED_MODULE_9__/* .environmentTarget */ .rW)(component, environment));
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
      return (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_8__/* .targetsOf */ .QR)(selection.patterns, selection.environment, listing);
    case "tag": {
      const tag = (0,_chunk_UOZS7KD3_js__WEBPACK_IMPORTED_MODULE_14__/* .shortTag */ .j)(selection.tag);
      return (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_8__/* .tagTargets */ .lR)({ tag, named: true, pushed: tag === pushed, deleted: false }, listing);
    }
  }
}
function nothingToWatch(selection) {
  return selection.by === "tag" ? `The tag \`${(0,_chunk_UOZS7KD3_js__WEBPACK_IMPORTED_MODULE_14__/* .shortTag */ .j)(selection.tag)}\` is not under \`components/\`, so there is nothing to watch.` : "This workflow run has deployed nothing, so there is nothing to watch.";
}
async function recordedTargets(session, view, ofJob) {
  const { run } = session.settings.author;
  if (run === null) {
    throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "input-missing",
      "It is not said what to watch, and outside of a workflow run nothing was recorded by it.",
      "Give the input `tag`, or `components` and `environment`."
    );
  }
  const { targets, more } = await recordedBy(run, view.ledger, session.repository);
  const uncounted = `${more} more moves of this run are only counted in the ledger and are not watched. Name them with \`components\` and \`environment\`.`;
  const isOfJob = ({ component, slot }) => ofJob?.has(`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_15__/* .componentId */ .nV)(component)} ${slot.name}`) !== false;
  return { items: targets.filter(isOfJob), notices: more > 0 ? (0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .warnings */ .AR)([uncounted]) : [], failures: [] };
}
function judgeable(targets, gates, isNamed, view, session, ahead) {
  const items = [];
  const notices = [];
  const failures = [];
  const now = session.ports.clock.now();
  for (const target of targets) {
    const { component, slot } = target;
    const name = `\`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_15__/* .componentId */ .nV)(component)}\``;
    if (slot.kind === "version") {
      notices.push({
        level: "notice",
        message: `${name} ${slot.name} is a version tag: nothing runs it by itself, so there is nothing to watch.`
      });
      continue;
    }
    const policy = (0,_chunk_FEGYJR3N_js__WEBPACK_IMPORTED_MODULE_12__/* .gatePolicyOf */ .f)(session.config.environments[slot.name]?.gate, gates);
    if (policy === void 0) {
      if (isNamed) {
        throw noGate(slot.name);
      }
      notices.push(...(0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .warnings */ .AR)([`\`${slot.name}\` has no gate, so ${name} is not watched there.`]));
      continue;
    }
    let candidate;
    try {
      candidate = (0,_chunk_B3PZ4DCI_js__WEBPACK_IMPORTED_MODULE_2__/* .judgedOf */ .B)(target, policy, view, session, now, ahead);
    } catch (error) {
      if (!(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .isOfComponent */ .FH)(error)) {
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
        ...(0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .warnings */ .AR)([`The tag of ${name} for \`${slot.name}\` stands for no version, so it is not watched.`])
      );
    } else {
      items.push(candidate);
    }
  }
  return { items, notices, failures };
}
function noGate(environment) {
  return new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
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
    const tag = selection.by === "tag" ? (0,_chunk_UOZS7KD3_js__WEBPACK_IMPORTED_MODULE_14__/* .shortTag */ .j)(selection.tag) : "";
    const isLogic = tag.startsWith("logic/");
    const isOther = tag !== "" && await (0,_chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_8__/* .isForeign */ .jq)(tag, ports.repository);
    const first = await _chunk_4CFW6WKS_js__WEBPACK_IMPORTED_MODULE_8__/* .Session */ .Nn.open(
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
    ...(0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .excludedNotices */ .CW)(opened.view),
    ...(0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .warnings */ .AR)(opened.view.ignored()),
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
      const ahead = await repository.serverTime() * 1e3 - clock.now();
      this.#ahead = Math.abs(ahead) < 2e3 ? 0 : ahead;
      return { ahead: this.#ahead, notices: [] };
    } catch (error) {
      if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP && error.code === "push-denied") {
        const message = `After a breach KV would be restored, but the tag could not be moved: ${error.what} ${error.remedy}`;
        this.#ports.journal.info(message);
        return { ahead: 0, notices: (0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .warnings */ .AR)([message]) };
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
    const problems = [];
    for (const one of judged) {
      const { policy, component, environment, version, previous, since } = one;
      for (const metric of policy.metrics) {
        try {
          const elapsed = clock.now() - since;
          const subject = { component, environment, version, previous, since, elapsed };
          for (const message of await metrics.check(metric, subject)) {
            this.#advise(message);
          }
        } catch (error) {
          problems.push(...(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .toTagshipErrors */ .XF)(error));
        }
      }
    }
    if (problems.length > 0) {
      throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipErrors */ .g0(unique(problems));
    }
    const finished2 = await this.#finishPending(judged);
    await this.#finishTelling(finished2);
    const prepared = [];
    for (const one of finished2) {
      prepared.push(...await this.#prepare(one));
    }
    const good = [];
    try {
      await (0,_chunk_B3BAVBEI_js__WEBPACK_IMPORTED_MODULE_3__/* .watchAll */ .R)(prepared, started, this.#ports, async (watch, ending) => {
        await this.#end(watch, ending);
        if (ending.kind === "concluded" && ending.conclusion.action === "none") {
          good.push(watch.judged);
        }
      });
    } catch (error) {
      const isCanary = prepared.some(({ beside }) => beside !== void 0);
      if (!(error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP && error.code === "cancelled") || isCanary) {
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
      ...(0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .nothingDone */ .mh)("rollback", this.#settings, []),
      command: "guard",
      verdict: _chunk_C3TQUCXL_js__WEBPACK_IMPORTED_MODULE_1__/* .VERDICTS */ .b.find((verdict) => this.#gates.some((gate) => gate.verdict === verdict)),
      rolledBack: reports.some(({ rolledBack }) => rolledBack),
      ledger: (0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .ledgerReport */ .gM)(this.#session, this.#session.lastLedger),
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
          await this.#ports.cancellation.shield(() => (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_6__/* .move */ .Cy)(this.#session, view, [one.target], async () => nothing2));
        }
        sound.push(one);
      } catch (error) {
        this.fail((0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .ownTrouble */ .e3)(error));
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
          why: _chunk_B3TGP6DC_js__WEBPACK_IMPORTED_MODULE_4__/* .TOLD_LATER */ .J,
          gate: void 0,
          held: void 0
        }
      ] : [];
    });
    if (view !== void 0 && occasions.length > 0) {
      const aftermath = { view, ledger: view.ledger };
      const { issues, notices } = await (0,_chunk_B3TGP6DC_js__WEBPACK_IMPORTED_MODULE_4__/* .openPostMortems */ .C)(this.#session, occasions, aftermath, this.#ports);
      this.#issues.push(...issues);
      this.#notices.push(...notices);
    }
  }
  /**
   * Reads what going back would need, and says now what would stand in the way. A hold that only KV remembers is told
   * the ledger first, or what is measured would be taken for what the tag stands for.
   * @returns what is judged; nothing where the ledger cannot record the hold
   */
  async #prepare(judged) {
    const { id, environment } = judged;
    const why = (0,_chunk_B3PZ4DCI_js__WEBPACK_IMPORTED_MODULE_2__/* .untouchable */ .J)(judged);
    if (why !== void 0 || this.#view === void 0) {
      this.#tell(`\`${id}\` in \`${environment}\` is watched, but would not be rolled back: ${why}.`);
      return [judged];
    }
    try {
      const { applier, adopted } = await prepare(this.#session, judged, this.#view);
      if (adopted !== void 0) {
        this.#view = adopted;
        const { clock } = this.#ports;
        const now = (0,_chunk_B3PZ4DCI_js__WEBPACK_IMPORTED_MODULE_2__/* .judgedOf */ .B)(judged.target, judged.policy, adopted, this.#session, clock.now(), this.#ahead);
        return typeof now === "string" || now.ref.object !== judged.ref.object ? [judged] : await this.#prepare({ ...now, beside: judged.beside });
      }
      this.#appliers.set(judged, applier);
    } catch (error) {
      if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP && error.code === "cancelled") {
        throw error;
      }
      if (error instanceof _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP && error.code === "tag-held") {
        this.fail([error]);
        return [];
      }
      const [first] = (0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .toTagshipErrors */ .XF)(error);
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
      this.fail((0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .toTagshipErrors */ .XF)(ending.error));
      return;
    }
    const { verdict, action, why } = ending.conclusion;
    this.#notices.push(...(0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .warnings */ .AR)((0,_chunk_B3BAVBEI_js__WEBPACK_IMPORTED_MODULE_3__/* .raisedLimits */ .j)(watch.state)));
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
        ...(0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .warnings */ .AR)([`\`${judged.id}\` ${judged.version} stays live ${whereOf(judged)} unjudged: ${why}`])
      );
    }
    if (verdict === "healthy" && !this.#settings.dryRun && judged.beside === void 0) {
      const { component, environment, ref } = judged;
      const gate = gateRecord(verdict, watch.state.policy, (0,_chunk_ARU5WSKH_js__WEBPACK_IMPORTED_MODULE_5__/* .rowsOf */ .RO)(watch.state));
      const found = [{ component, environment, tag: ref.object, gate }];
      const told = await this.#ports.cancellation.shield(() => recordHealthy(this.#session, found, why));
      this.#notices.push(...(0,_chunk_S465QYRA_js__WEBPACK_IMPORTED_MODULE_13__/* .warnings */ .AR)(told));
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
    const stop = (0,_chunk_B3PZ4DCI_js__WEBPACK_IMPORTED_MODULE_2__/* .untouchable */ .J)(judged);
    const applier = this.#appliers.get(judged) ?? this.#session.newApplier();
    const last = this.#view;
    if (stop !== void 0 || last === void 0) {
      this.#leave(watch, verdict, why, `${name} is not rolled back, since ${stop}.`);
      return;
    }
    try {
      const ground = { why, gate: gateRecord(verdict, watch.state.policy, (0,_chunk_ARU5WSKH_js__WEBPACK_IMPORTED_MODULE_5__/* .rowsOf */ .RO)(watch.state)) };
      const outcome = await journal.group(
        `Roll back ${judged.id} in ${judged.environment}`,
        () => retreat(this.#session, judged, last, applier, ground, this.#ports)
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
      const kept = await (0,_chunk_B3TGP6DC_js__WEBPACK_IMPORTED_MODULE_4__/* .openPostMortems */ .C)(this.#session, [aftermath.occasion], outcome.outcome, this.#ports);
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
        ...(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .toTagshipErrors */ .XF)(error).map(
          ({ code, what, remedy, location }) => new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(code, `${name} should go back, but could not: ${why} ${what}`, remedy, {
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
      new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP("gate-breached", `${because} ${why}`, "Run `rollback` with a `version` to go further back.")
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
    return new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
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
function gateReport(watch, verdict, why, endedAt) {
  const { judged, state, startedAt } = watch;
  return {
    component: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_15__/* .componentId */ .nV)(judged.component),
    environment: judged.environment,
    version: judged.version,
    commit: judged.commit,
    verdict,
    why,
    rolledBackTo: void 0,
    held: void 0,
    policy: judged.policy,
    rows: (0,_chunk_ARU5WSKH_js__WEBPACK_IMPORTED_MODULE_5__/* .rowsOf */ .RO)(state),
    since: judged.since,
    startedAt,
    endedAt
  };
}
function unique(problems) {
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
}




/***/ }),

/***/ 3651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ judgedOf),
/* harmony export */   J: () => (/* binding */ untouchable)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5331);
/* harmony import */ var _chunk_YEVIYOBB_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1521);
/* harmony import */ var _chunk_DVZUISDK_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8080);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1947);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





// src/commands/guard/subject.ts
function judgedOf(target, policy, view, session, now, ahead) {
  const { component, slot } = target;
  const { ref, entry } = (0,_chunk_MMZO3RSJ_js__WEBPACK_IMPORTED_MODULE_1__/* .stateOf */ .L4)(component, slot.name, view);
  if (ref === void 0) {
    return "no-tag";
  }
  const running = (0,_chunk_YEVIYOBB_js__WEBPACK_IMPORTED_MODULE_2__/* .runningOf */ .Tx)(target, view, session.config.unversioned, _chunk_YEVIYOBB_js__WEBPACK_IMPORTED_MODULE_2__/* .noContent */ .V$);
  if (running === void 0) {
    return "unversioned";
  }
  const told = (0,_chunk_DVZUISDK_js__WEBPACK_IMPORTED_MODULE_3__/* .speaksOf */ .Tq)(entry, ref.object) ? entry : void 0;
  const at = told?.at == null ? Number.NaN : Date.parse(told.at) - ahead;
  return {
    target,
    component,
    id: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_4__/* .componentId */ .nV)(component),
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
function untouchable({ entry, beside }) {
  if (entry?.status === "held") {
    return "KV is held back from the tag by an earlier rollback";
  }
  return beside === void 0 && (entry?.move === "rollback" || entry?.move === "restore") ? `it was put there by a ${entry.move}` : void 0;
}




/***/ }),

/***/ 3747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ VERDICTS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/commands/report.ts
var VERDICTS = ["breached", "inconclusive", "superseded", "healthy"];




/***/ })

};

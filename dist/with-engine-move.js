export const id = 4439;
export const ids = [4439];
export const modules = {

/***/ 4439:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cy: () => (/* binding */ move),
/* harmony export */   L4: () => (/* binding */ stateOf),
/* harmony export */   OL: () => (/* binding */ chooseRestore),
/* harmony export */   Q6: () => (/* binding */ reportMove),
/* harmony export */   XC: () => (/* binding */ planOf),
/* harmony export */   b4: () => (/* binding */ moveAndReport),
/* harmony export */   bz: () => (/* binding */ draftOf),
/* harmony export */   qr: () => (/* binding */ anchorRemembered),
/* harmony export */   vz: () => (/* binding */ choosePromotion),
/* harmony export */   wM: () => (/* binding */ suppose),
/* harmony export */   wX: () => (/* binding */ chooseRollback),
/* harmony export */   z: () => (/* binding */ chooseAll)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8497);
/* harmony import */ var _with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3586);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3625);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(663);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8962);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9577);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(5524);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2591);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8071);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

















// src/engine/recreate.ts
async function recreated({ situation, version, commit }, repository) {
  const { component, remembered } = situation;
  const known = remembered[version];
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component);
  const isKept = typeof known?.blob === "string" && await repository.read(known.blob) !== void 0;
  if (!isKept || known.blob === null || known.path === null) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "version-unknown",
      `The tag of \`${id}\` ${version} was deleted, its commit ${commit.slice(0, 12)} is gone, and the ledger kept no content of it.`,
      "Choose another version, or push that commit again."
    );
  }
  const registry = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_4__/* .blobObject */ .PN)(
    `${JSON.stringify({ version: "3.0.0", components: { [component.name]: { path: known.path, type: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .singularType */ .Iz)(component.type) } } })}
`
  );
  const trees = [];
  const files = /* @__PURE__ */ new Map([
    [known.path, known.blob],
    [_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_10__/* .REGISTRY_PATH */ .aA, registry.oid]
  ]);
  const tree = await (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_4__/* .editTree */ .nf)(repository, void 0, files, trees) ?? "";
  const person = { name: "Tagship", email: "tagship@users.noreply.github.com", time: 0 };
  const message = `Content of ${id} ${version}, as the ledger kept it

Its commit ${commit} is gone.`;
  const made = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_4__/* .commitObject */ .zS)({ tree, parents: [], author: person, committer: person, message });
  return [registry, ...trees, made];
}

// src/engine/move.ts
async function move(session, begun, targets, decide, { limitMs, onLanded, reason, applier = session.newApplier() } = {}) {
  let draft = await draftOf(session, begun, await decide(begun), targets, applier);
  const adopted = await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_2__/* .recordHolds */ .u1)(session, begun, draft.targets, draft.plans, applier);
  if (adopted.failures.length > 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipErrors */ .g0((0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_2__/* .errorsOf */ .Bp)(adopted));
  }
  if (adopted.view !== void 0) {
    draft = await draftOf(session, adopted.view, await decide(adopted.view), targets, applier);
  }
  const view = adopted.view ?? begun;
  const { intent } = draft;
  const planFor = async (now) => await planOf(session, draft.targets, now);
  if (!draft.moves || session.settings.dryRun) {
    const first = { plans: draft.plans, observed: draft.supposed };
    const converged2 = await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_2__/* .convergeTargets */ .qr)(session, applier, draft.targets, first, planFor);
    return { kind: draft.moves ? "moved" : "synced", intent, ...converged2 };
  }
  const appended = await session.append(
    view,
    targets,
    async (now) => {
      if (now !== view) {
        const elsewhere = firstMoved(view, now, intent);
        if (elsewhere !== void 0) {
          return { kind: "superseded", tag: elsewhere };
        }
        draft = await draftOf(session, now, await decide(now), targets, applier);
      }
      return { kind: "write", commits: await commitsOf(session, draft) };
    },
    { limitMs, reason }
  );
  if (appended.kind === "superseded") {
    return appended;
  }
  onLanded?.();
  const { ledger, tags } = appended;
  await ledger?.load([_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .SHARES_FILE */ .ao]);
  const supposed = suppose(draft.view, draft, { tags, heldSince: ledger?.number });
  const landed = { ...supposed, ledger, shares: ledger?.shares() ?? {} };
  const converged = await followed(async () => {
    const first = { plans: await planFor(landed), observed: landed };
    return await (0,_with_engine_unrecorded_holds_js__WEBPACK_IMPORTED_MODULE_2__/* .convergeTargets */ .qr)(session, applier, draft.targets, first, planFor);
  });
  const warnings2 = [...warningsOf(draft.landings), ...converged.warnings];
  return { kind: "moved", intent: draft.intent, ...converged, warnings: warnings2 };
}
async function followed(work) {
  try {
    return await work();
  } catch (error) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipErrors */ .g0(
      (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .inContext */ .Vc)(
        error,
        (what) => `The tags have moved, but KV could not follow: ${what}`,
        (remedy) => `${remedy} Running it again moves no tag twice and brings KV to where the tags are.`
      )
    );
  }
}
async function draftOf(session, view, wanted, targets, applier) {
  const landings = [];
  for (const choice of wanted.choices) {
    const landing = await landingOf(choice, wanted, session);
    if (!isThere(landing)) {
      landings.push(landing);
    }
  }
  const intent = { ...wanted, choices: landings.map(({ choice }) => choice) };
  const all = (0,_with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_1__/* .withCanaries */ .X$)(session, targetsWith(targets, intent), view);
  const supposed = suppose(view, { landings, intent });
  const planner = new _with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_1__/* .SoundPlanner */ .OW((some, now) => planOf(session, some, now), applier, all);
  const plans = await planner.checked(supposed);
  if (planner.failures.length > 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipErrors */ .g0(planner.failures);
  }
  const { choices, removals, shares = [], quarantines = [] } = intent;
  const moves = choices.length + removals.length + shares.length + quarantines.length > 0;
  return { intent, moves, targets: all, view, supposed, landings, plans };
}
function isThere({ choice: { situation, version }, made }) {
  const { entry, ref, remembered } = situation;
  return made.length > 0 && (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .speaksOf */ .Tq)(entry, ref?.object) && entry.status !== "held" && entry.version === version && entry.blob === remembered[version]?.blob;
}
async function planOf(session, targets, view) {
  const prunes = targets.some(({ deleted }) => deleted === true);
  return await session.plan(targets, view, prunes ? "prune" : void 0);
}
function targetsWith(targets, intent) {
  const removed = new Set(
    intent.removals.map(({ component, environment }) => `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component)} ${environment}`)
  );
  return targets.map(
    (target) => removed.has(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(target.component)} ${target.slot.name}`) ? { ...target, deleted: true } : target
  );
}
function firstMoved(then, now, intent) {
  for (const { component, environment } of placesOf(intent)) {
    const before2 = then.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component))?.environments.get(environment);
    const after = now.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component))?.environments.get(environment);
    if (before2?.object !== after?.object) {
      return after?.name ?? before2?.name ?? tagName(component, environment);
    }
  }
  return void 0;
}
function tagName({ prefix, type, name: name2 }, environment) {
  return `${prefix}/${type}/${name2}/${environment}`;
}
function suppose(view, { landings, intent: { kind, removals, shares = [] } }, { tags: made = /* @__PURE__ */ new Map(), heldSince } = {}) {
  const tags = new Map(view.tags);
  const versions = /* @__PURE__ */ new Map();
  const left = /* @__PURE__ */ new Map();
  const change = (component, edit) => {
    const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component);
    const before2 = tags.get(id) ?? {
      component,
      environments: /* @__PURE__ */ new Map(),
      versions: /* @__PURE__ */ new Map(),
      shadowed: []
    };
    const environments = new Map(before2.environments);
    edit(environments);
    tags.set(id, { ...before2, environments });
  };
  for (const { choice, commit, endsHold, holds, inFlight } of landings) {
    const { component, environment, ref, current } = choice.situation;
    const name2 = ref?.name ?? tagName(component, environment);
    if (kind === "rollback" && current !== void 0) {
      left.set(tagName(component, environment), [current]);
    }
    const resolved = {
      version: choice.version,
      by: "ledger",
      ...inFlight === void 0 ? {} : { inFlight }
    };
    if (holds && ref !== void 0) {
      const since = heldSince === void 0 ? {} : { heldSince };
      versions.set(`${name2} ${ref.object}`, { ...resolved, held: commit, ...since });
      continue;
    }
    const object = made.get(name2) ?? (endsHold && ref !== void 0 ? ref.object : `to-be ${name2}`);
    versions.set(`${name2} ${object}`, resolved);
    change(component, (environments) => environments.set(environment, { name: name2, object, commit }));
  }
  for (const { component, environment } of removals) {
    change(component, (environments) => environments.delete(environment));
  }
  return {
    ...view,
    tags,
    versionOf: (component, ref) => versions.get(`${ref.name} ${ref.object}`) ?? view.versionOf(component, ref),
    quarantined: (component, environment) => [
      ...view.quarantined(component, environment),
      ...left.get(tagName(component, environment)) ?? []
    ],
    shares: sharesWith(view.shares, shares, landings)
  };
}
function sharesWith(before2, changes, landings) {
  const shares = new Map(Object.entries(before2));
  for (const { choice } of landings) {
    const { component, environment } = choice.situation;
    for (const canary of [environment, ...(0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .canariesOf */ .QL)(before2, component, environment)]) {
      shares.delete((0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .entryPath */ .s3)(canary, component));
    }
  }
  for (const { component, environment, of, share, step, tag, live } of changes) {
    const path = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_11__/* .entryPath */ .s3)(environment, component);
    const told = { of, share, step, since: "", version: "", tag: tag.object, live: live.object };
    if (share > 0) {
      shares.set(path, told);
    } else {
      shares.delete(path);
    }
  }
  return Object.fromEntries(shares);
}
async function landingOf(choice, { kind, holds = false }, session) {
  const { tag, commit, fromMemory, situation } = choice;
  const isTag = tag !== void 0 && tag !== commit;
  const wraps = isTag ? { oid: tag, type: "tag" } : { oid: commit, type: "commit" };
  const endsHold = situation.entry?.status === "held" && situation.ref?.commit === commit;
  const inFlight = kind === "rollback" ? session.config.environments[situation.environment]?.["in-flight"] : void 0;
  const plain = { choice, wraps, commit, made: [], endsHold, holds, inFlight };
  if (!fromMemory) {
    return plain;
  }
  const { repository } = session;
  if ((await repository.read(commit))?.type !== "commit") {
    const made = await recreated(choice, repository);
    repository.add(made);
    const oid = made.at(-1)?.oid ?? "";
    return { ...plain, wraps: { oid, type: "commit" }, commit: oid, made };
  }
  const isNear = isTag && await (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_3__/* .peeled */ .MI)(repository, tag) === commit;
  return isNear ? plain : { ...plain, wraps: { oid: commit, type: "commit" } };
}
async function commitsOf(session, draft) {
  const { intent, view, landings } = draft;
  return [
    ...await (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_3__/* .seedCommits */ .Kj)(session, view),
    { events: await unrecordedOf(session, view, intent), others: true },
    {
      events: [
        ...landings.map((landing) => moveEvent(landing, intent.kind, session, draft)),
        ...intent.removals.map(({ component, environment }) => ({ kind: "removed", component, environment })),
        ...(intent.shares ?? []).map(shareEvent),
        ...(intent.quarantines ?? []).map((one) => ({ kind: "quarantined", ...one }))
      ],
      removals: intent.removals.map(({ ref }) => ref),
      objects: landings.flatMap(({ made }) => made)
    }
  ];
}
async function unrecordedOf({ config, content }, view, intent) {
  const events = [];
  for (const { component, environment } of placesOf(intent)) {
    const target = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentTarget */ .rW)(component, environment);
    const bare = (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_3__/* .runningOf */ .Tx)(target, view, config.unversioned, _with_engine_record_js__WEBPACK_IMPORTED_MODULE_3__/* .noContent */ .V$);
    if (!(0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_3__/* .isUnversioned */ .$O)(target, view, bare)) {
      const running = bare === void 0 ? void 0 : { ...bare, ...await content.find(component, bare.commit, config.paths) };
      events.push({ kind: "unrecorded", component, environment, running, tags: void 0 });
    }
  }
  return events;
}
function shareEvent({ component, environment, tag, live, ...share }) {
  return { kind: "shared", component, environment, tag: tag.object, share: { ...share, live: live.object } };
}
function placesOf({ choices, removals, shares = [], quarantines = [] }) {
  return [
    ...choices.map(({ situation: { component, environment } }) => ({ component, environment })),
    ...removals,
    ...shares.flatMap(({ component, environment, of }) => [
      { component, environment },
      { component, environment: of }
    ]),
    ...quarantines
  ];
}
function moveEvent(landing, move2, session, draft) {
  const { choice, commit, endsHold, holds, inFlight, wraps } = landing;
  const { component, environment, ref, current } = choice.situation;
  const target = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_4__/* .environmentTarget */ .rW)(component, environment);
  const planned = (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_3__/* .runningOf */ .Tx)(target, draft.supposed, session.config.unversioned, (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_3__/* .contentIn */ .fd)(draft.plans));
  const rollback = { left: current, leftTag: ref?.object, inFlight, held: holds };
  return {
    kind: "moved",
    move: move2,
    component,
    environment,
    running: { version: choice.version, commit, blob: planned?.blob ?? null, path: planned?.path ?? null },
    tag: endsHold || holds ? ref?.object ?? "" : { name: ref?.name ?? tagName(component, environment), from: ref?.object, wraps },
    ...move2 === "rollback" ? { rollback, gate: draft.intent.gate } : {},
    restored: draft.intent.restored,
    ...move2 === "promote" ? {} : { track: trackOf(landing, session) },
    overridden: choice.overridden,
    tags: draft.view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component))
  };
}
function trackOf({ choice: { situation } }, { config }) {
  const range = config.environments[situation.environment]?.track;
  return range === void 0 ? void 0 : (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .markOf */ .Fg)(range, [...situation.versions.keys()]);
}
var PASSED_OVER = {
  unconfirmed: "only the ledger knows it, and neither a version tag nor the default branch confirms it. Look at what it is; `override: unanchored` with a `reason` accepts it.",
  moved: "its tag is not where the ledger has it. Look at both commits; `override: moved-version` with a `reason` accepts where the tag is."
};
function warningsOf(landings) {
  return landings.flatMap(({ choice, made }) => {
    const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(choice.situation.component);
    const passedOver = choice.passedOver.map(
      ({ version, why }) => `\`${id}\` ${version} was passed over: ${PASSED_OVER[why]}`
    );
    if (made.length > 0) {
      return [
        ...passedOver,
        `The tag of \`${id}\` ${choice.version} was deleted and its commit is gone: its content was brought back from what the ledger kept, in a new commit.`
      ];
    }
    return choice.fromMemory ? [
      ...passedOver,
      `The tag of \`${id}\` ${choice.version} was deleted: it is brought back from commit ${choice.commit.slice(0, 12)}, which the ledger remembers.`
    ] : passedOver;
  });
}

// src/domain/version-choice.ts
function choosePromotion(situation, version, rule, overrides, why) {
  const overridden = [];
  const found = findVersion(situation, version, overrides, overridden);
  if (situation.current === version && situation.ref?.commit === found.commit) {
    return void 0;
  }
  refuseQuarantined(situation, version, overrides, overridden);
  const unmet = rule === void 0 ? void 0 : unmetBy(situation, version, found.commit, rule);
  if (unmet !== void 0) {
    if (!overrides.has("requires")) {
      throw unmet;
    }
    overridden.push("requires");
  }
  return { situation, version, ...found, overridden, why, passedOver: [] };
}
function unmetBy(situation, version, commit, { requires, gated, running, quarantined, soak }) {
  const required = `in \`${requires}\`, which \`${situation.environment}\` requires`;
  const otherwise = "or pass over the rule with `override: requires` and a `reason`";
  if (quarantined.includes(version)) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "requires-unmet",
      `${name(situation)} ${version} was rolled back and is quarantined ${required}.`,
      `Choose another version, ${otherwise}.`
    );
  }
  const known = situation.remembered[version];
  const isOf = (environments) => known?.commit === commit && environments?.includes(requires) === true;
  const runs = running?.version === version && running.commit === commit;
  if (isOf(known?.healthy) || !gated && (isOf(known?.ran) || runs)) {
    return soak === void 0 ? void 0 : tooSoon(`${name(situation)} ${version}`, required, otherwise, runs, soak);
  }
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
    "requires-unmet",
    `${name(situation)} ${version} was not ${gated ? "healthy" : "deployed"} ${required}.`,
    `Promote it to \`${requires}\` first${gated ? " and let its gate end healthy" : ""}, ${otherwise}.`
  );
}
function tooSoon(what, required, otherwise, runs, { ms, since, now }) {
  if (!runs || since === void 0) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "requires-unmet",
      `${what} has to run for ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(ms)} ${required}, and ${runs ? "since when it does is not known" : "does not run there now"}.`,
      `Promote it there and wait, ${otherwise}.`
    );
  }
  const left = since + ms - now;
  return left <= 0 ? void 0 : new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
    "requires-unmet",
    `${what} has run for ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(Math.max(0, now - since))} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(ms)} ${required}.`,
    `Try again in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .duration */ .p0)(left)}, ${otherwise}.`
  );
}
function chooseRollback(situation, target, overrides) {
  const { entry, ref, environment } = situation;
  if (ref === void 0 && (entry === void 0 || entry.move === "remove")) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "tag-missing",
      `${name(situation)} has no tag for the environment \`${environment}\`, so nothing runs there.`,
      "Use `promote` to put a version there."
    );
  }
  const isOfTag = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .speaksOf */ .Tq)(entry, ref?.object) || (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_7__/* .isLeft */ .OC)(entry, ref?.object);
  const isBack = isOfTag && entry?.move === "rollback";
  if (typeof target === "object") {
    const unfinished = isBack && entry.status === "pending" && entry.version === target.version;
    return unfinished ? void 0 : chooseNamed(situation, target.version, overrides);
  }
  if (isBack) {
    return void 0;
  }
  const candidates = target === "last-healthy" ? [
    ...(entry?.healthy ?? []).map((version) => ({ version, why: "the last healthy version" })),
    ...before(situation)
  ] : before(situation);
  const free = candidates.filter(
    ({ version }) => version !== situation.current && entry?.quarantined.includes(version) !== true
  );
  const passedOver = [];
  const usable = free.find(({ version }) => {
    const why = doubt(situation, version, overrides);
    if (why !== void 0 && passedOver.every((one) => one.version !== version)) {
      passedOver.push({ version, why });
    }
    return why === void 0;
  });
  if (usable === void 0) {
    throw impossible(situation, [...new Set(candidates.map(({ version }) => version))], passedOver);
  }
  const overridden = [];
  const found = findVersion(situation, usable.version, overrides, overridden);
  return { situation, ...usable, ...found, overridden, passedOver };
}
function impossible(situation, known, passedOver) {
  const of = (why) => passedOver.filter((one) => one.why === why).map(({ version }) => version).join(", ");
  const [unconfirmed, moved] = [of("unconfirmed"), of("moved")];
  const unsure = [
    unconfirmed === "" ? "" : `Only the ledger knows ${unconfirmed}: look at what it is, and accept it with \`override: unanchored\` and a \`reason\` if it is right. `,
    moved === "" ? "" : `The tag of ${moved} is not where the ledger has it: look at both commits, and accept where the tag is with \`override: moved-version\` and a \`reason\` if that is right. `
  ].join("");
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
    "rollback-impossible",
    `${name(situation)} has no version to go back to in \`${situation.environment}\`: ${known.length === 0 ? "the ledger knows none before the current one" : `${known.join(", ")} ${known.length === 1 ? "is" : "are"} current${passedOver.length === 0 ? " or quarantined" : ", quarantined or not confirmed"}`}.`,
    `${unsure}${wayBack(situation)}`
  );
}
function doubt({ versions, remembered, isAnchored, isMoved }, version, overrides) {
  if (versions.has(version)) {
    return isMoved(version) && !overrides.has("moved-version") ? "moved" : void 0;
  }
  const known = remembered[version];
  const isKnown = known !== void 0 && (overrides.has("unanchored") || isAnchored(known.commit));
  return isKnown ? void 0 : "unconfirmed";
}
function rememberedCommits({ entry, versions, remembered }, named) {
  const asked = [...named, ...entry?.healthy ?? [], entry?.version, entry?.previous];
  return asked.flatMap(
    (version) => version == null || versions.has(version) ? [] : remembered[version]?.commit ?? []
  );
}
function before({ entry, ref, current }) {
  const told = entry !== void 0 && (entry.tag === ref?.object || entry.version === current);
  const version = told ? entry.previous : entry?.version ?? entry?.previous;
  return version === null || version === void 0 ? [] : [{ version, why: "the version before" }];
}
function chooseNamed(situation, version, overrides) {
  const { environment } = situation;
  const overridden = [];
  const found = findVersion(situation, version, overrides, overridden);
  if (situation.current === version) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "version-current",
      `${name(situation)} runs ${version} in \`${environment}\` already.`,
      "Name another version, or `last-healthy`; use `deploy` to write it to KV again."
    );
  }
  refuseQuarantined(situation, version, overrides, overridden);
  if (!hasRun(situation, version)) {
    if (!overrides.has("never-ran")) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
        "version-never-ran",
        `${name(situation)} ${version} never ran in \`${environment}\`, so it is no rollback.`,
        `Use \`promote\` for a version that is new there. If it ran there before the ledger began: ${rollbackCommand(situation, version)}.`
      );
    }
    overridden.push("never-ran");
  }
  return { situation, version, ...found, overridden, why: "the version that was named", passedOver: [] };
}
function hasRun({ environment, entry, remembered }, version) {
  return remembered[version]?.ran.includes(environment) === true || entry?.previous === version || entry?.healthy.includes(version) === true;
}
var MAX_NAMED = 10;
function wayBack(situation) {
  const { entry, current, versions, remembered } = situation;
  const known = [.../* @__PURE__ */ new Set([...versions.keys(), ...Object.keys(remembered)])];
  const others = known.filter((version) => (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_15__/* .isVersion */ .lF)(version) && version !== current && entry?.quarantined.includes(version) !== true).sort((one, other) => (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_15__/* .compareVersions */ .Zy)(other, one));
  const isBelow = (version) => current !== void 0 && (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_15__/* .isVersion */ .lF)(current) && (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_15__/* .compareVersions */ .Zy)(version, current) < 0;
  const likeliest = others.find(isBelow) ?? others[0];
  if (likeliest === void 0) {
    return "There is no other version that may be put there. Tag one, and `promote` it.";
  }
  const more = others.length > MAX_NAMED ? ` and ${others.length - MAX_NAMED} more` : "";
  return `Name one of those there are with the input \`version\`: ${others.slice(0, MAX_NAMED).join(", ")}${more}. For example: ${rollbackCommand(situation, likeliest)}.`;
}
function rollbackCommand(situation, version) {
  const words = (0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_8__/* .dispatchWords */ .a)("rollback.yml", {
    component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(situation.component),
    environment: situation.environment,
    version,
    ...hasRun(situation, version) ? {} : { override: "never-ran", reason: "it ran before the ledger began" }
  });
  return `\`${words.join(" ")}\``;
}
function chooseRestore(situation, past, overrides) {
  if (situation.current === past.version && situation.ref?.commit === past.commit) {
    return void 0;
  }
  const overridden = [];
  refuseQuarantined(situation, past.version, overrides, overridden, "Choose another time");
  const listed = situation.versions.get(past.version);
  const found = listed?.commit === past.commit ? { commit: listed.commit, tag: listed.object, fromMemory: false } : { commit: past.commit, tag: past.tag, fromMemory: true };
  if (found.fromMemory) {
    refuseUnanchored(situation, past.version, past.commit, overrides, overridden);
  }
  return { situation, version: past.version, ...found, overridden, why: "what ran then", passedOver: [] };
}
function refuseQuarantined(situation, version, overrides, overridden, other = "Choose another version") {
  if (situation.entry?.quarantined.includes(version) !== true) {
    return;
  }
  if (!overrides.has("quarantine")) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "version-quarantined",
      `${name(situation)} ${version} is quarantined in \`${situation.environment}\` since it was rolled back there.`,
      `${other}, or lift it with \`override: quarantine\` and a \`reason\`.`
    );
  }
  overridden.push("quarantine");
}
function refuseUnanchored(situation, version, commit, overrides, overridden) {
  if (situation.isAnchored(commit) || situation.ref?.commit === commit) {
    return;
  }
  if (!overrides.has("unanchored")) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "version-unanchored",
      `Only the ledger knows ${name(situation)} ${version}, at commit ${commit}: no version tag of the component stands on that commit, and it is not on the default branch.`,
      "Look at what that commit holds. If it is right, push the tag of the version again, or accept it with `override: unanchored` and a `reason`."
    );
  }
  overridden.push("unanchored");
}
function findVersion(situation, version, overrides, overridden) {
  const { versions, remembered } = situation;
  const listed = versions.get(version);
  const known = remembered[version];
  if (listed !== void 0) {
    if (known !== void 0 && known.commit !== listed.commit) {
      if (!overrides.has("moved-version")) {
        throw (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_4__/* .versionMoved */ .KP)(listed, version, known.commit);
      }
      overridden.push("moved-version");
    }
    return { commit: listed.commit, tag: listed.object, fromMemory: false };
  }
  if (known !== void 0) {
    refuseUnanchored(situation, version, known.commit, overrides, overridden);
    return { commit: known.commit, tag: known.tag, fromMemory: true };
  }
  const near = (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_14__/* .nearestVersion */ .bm)(version, [...versions.keys(), ...Object.keys(remembered)]);
  throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
    "version-unknown",
    `${name(situation)} has no version ${version}: there is no such tag, and the ledger remembers none.`,
    `Push the version tag first.${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_14__/* .nearestOf */ .qw)(version, near === void 0 ? [] : [near])}`
  );
}
function name({ component }) {
  return `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component)}\``;
}

// src/commands/moves.ts
function stateOf(component, environment, view) {
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component));
  const ref = tags?.environments.get(environment);
  return {
    component,
    environment,
    ref,
    current: tags === void 0 || ref === void 0 ? void 0 : view.versionOf(tags, ref)?.version,
    entry: view.entry(environment, component),
    versions: tags?.versions ?? /* @__PURE__ */ new Map(),
    remembered: view.remembered(component),
    isAnchored: (commit) => view.isAnchored(component, commit),
    isMoved: (version) => tags !== void 0 && (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_4__/* .movedVersion */ .me)(tags, version, view) !== void 0
  };
}
async function anchorRemembered(session, view, targets, named = []) {
  const claims = targets.flatMap(({ component, slot }) => {
    const situation = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .readable */ .HD)(() => stateOf(component, slot.name, view));
    const commits = situation === void 0 ? [] : rememberedCommits(situation, named);
    return commits.map((commit) => ({ component, commit }));
  });
  await session.anchor(view, claims);
}
function chooseAll(items, choose) {
  const choices = [];
  const problems = [];
  for (const item of items) {
    try {
      const choice = choose(item);
      if (choice !== void 0) {
        choices.push(choice);
      }
    } catch (error) {
      if (!(error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP)) {
        throw error;
      }
      problems.push(error);
    }
  }
  if (problems.length > 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipErrors */ .g0(problems);
  }
  return choices;
}
async function moveAndReport(command, session, view, targets, decide, settings, ports, started) {
  const outcome = await (0,_with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_1__/* .showingFailure */ .y3)(
    session,
    targets,
    view.refs.head,
    command,
    ports,
    () => move(session, view, targets, decide)
  );
  return await reportMove(command, session, view, targets, outcome, settings, ports, started);
}
async function reportMove(command, session, view, targets, outcome, settings, ports, started) {
  if (outcome.kind === "superseded") {
    const message = `The tag \`${outcome.tag}\` was moved by somebody else meanwhile, so nothing was touched.`;
    return {
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_9__/* .nothingDone */ .mh)(command, settings, [{ level: "warning", message }], ports.clock.now() - started),
      verdict: "superseded"
    };
  }
  const { intent } = outcome;
  const moves = movesOf(intent);
  const all = targets.map((target) => ({
    ...target,
    deleted: intent.removals.some(
      ({ component, environment }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component) === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(target.component) && environment === target.slot.name
    )
  }));
  const report = {
    ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_9__/* .nothingDone */ .mh)(command, settings, []),
    rolledBack: command === "rollback" && intent.choices.length > 0 && !settings.dryRun,
    ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_9__/* .ledgerReport */ .gM)(session, outcome.ledger),
    moves,
    deployed: all.flatMap((target) => (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_9__/* .describeDeployed */ .ex)(target, outcome, view)).map((one) => withBefore(one, intent)),
    deleted: all.flatMap((target) => (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_9__/* .describeDeleted */ .rv)(target, outcome)),
    keys: outcome.keys,
    changed: outcome.changed || moves.length > 0,
    rounds: outcome.rounds,
    failures: [...outcome.failures, ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_9__/* .heldAgain */ .ke)(unmoved(targets, intent), outcome.view)]
  };
  return {
    ...report,
    notices: [
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_9__/* .excludedNotices */ .CW)(view),
      ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_9__/* .warnings */ .AR)(outcome.warnings),
      ...settings.dryRun ? [] : laterMoves(intent, outcome),
      ...await (0,_with_engine_fault_isolation_js__WEBPACK_IMPORTED_MODULE_1__/* .showDeployment */ .BD)(session, report, ports)
    ],
    durationMs: ports.clock.now() - started
  };
}
function unmoved(targets, { choices }) {
  const moved = new Set(
    choices.map(({ situation: { component, environment } }) => `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component)}@${environment}`)
  );
  return targets.filter(({ component, slot }) => !moved.has(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component)}@${slot.name}`));
}
function withBefore(one, { choices }) {
  const choice = choices.find(
    ({ situation: { component, environment } }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component) === one.component && environment === one.environment
  );
  if (choice === void 0) {
    return one;
  }
  const { current, entry, ref } = choice.situation;
  const commit = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_5__/* .speaksOf */ .Tq)(entry, ref?.object) ? entry.commit ?? void 0 : ref?.commit;
  return current === one.version ? one : { ...one, previousVersion: current, previousCommit: commit };
}
function movesOf({ kind, choices, removals }) {
  return [
    ...choices.map(
      ({ situation, version, commit, why, overridden }) => ({
        component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(situation.component),
        environment: situation.environment,
        version,
        commit,
        previousVersion: situation.current,
        why,
        overridden: [...overridden],
        quarantined: kind === "rollback" && situation.current !== version ? situation.current : void 0
      })
    ),
    ...removals.map(
      ({ component, environment }) => ({
        component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component),
        environment,
        version: void 0,
        commit: void 0,
        previousVersion: void 0,
        why: "it did not exist then",
        overridden: [],
        quarantined: void 0
      })
    )
  ];
}
function laterMoves(intent, outcome) {
  return intent.choices.flatMap(({ situation: { component, environment }, version }) => {
    const now = stateOf(component, environment, outcome.view).current;
    return outcome.kind === "moved" && now !== version ? [
      {
        level: "warning",
        message: `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component)}\` in \`${environment}\` was moved again after this move, to ${now ?? "nothing"}; KV follows the tag.`
      }
    ] : [];
  });
}




/***/ })

};

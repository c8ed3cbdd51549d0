export const id = 6822;
export const ids = [6822];
export const modules = {

/***/ 6822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   reconcileLogic: () => (/* binding */ reconcileLogic),
/* harmony export */   withLogic: () => (/* binding */ withLogic)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_commands_rebuild_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2247);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7248);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3185);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4599);
/* harmony import */ var _with_engine_content_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8033);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2240);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(99);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1092);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(4206);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7271);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(663);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(4385);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(2348);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(8962);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(4301);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(4923);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(8130);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(2591);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(3798);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_45__ = __webpack_require__(8071);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_46__ = __webpack_require__(1592);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_47__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_48__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_49__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


















































// src/commands/reconcile-logic.ts
var NOTHING = { deployed: [], requiresRebuild: false, rebuild: [], failures: [], notices: [] };
async function reconcileLogic(request, settings, secrets, ports) {
  if ((await ports.repository.refs(["logic/"])).tags.length === 0) {
    return NOTHING;
  }
  const { session, view, targets } = await _with_engine_session_js__WEBPACK_IMPORTED_MODULE_2__/* .Session */ .Nn.open(
    settings,
    ports,
    (listing) => [...listing.tags.values()].flatMap(
      ({ component, environments }) => [...environments.keys()].filter((name) => request.environment === void 0 || request.environment === name).map((name) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_13__/* .environmentTarget */ .rW)(component, name))
    ),
    { prefix: "logic" }
  );
  if (view.ledger === void 0) {
    return NOTHING;
  }
  const unbuilt = targets.flatMap((target) => {
    const { component, slot } = target;
    const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_43__/* .componentId */ .nV)(component));
    const ref = tags?.environments.get(slot.name);
    if (tags === void 0 || ref === void 0 || (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_14__/* .speaksOf */ .Tq)(view.ledger?.entry(slot.name, component), ref.object)) {
      return [];
    }
    const fallback = session.config.unversioned === "allow" ? (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_45__/* .unversionedName */ .wj)(ref.commit) : void 0;
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
      rebuilt.push(...await (0,_with_commands_rebuild_js__WEBPACK_IMPORTED_MODULE_1__/* .runAll */ .$D)(commands, members[0]?.commit ?? "", { ...variables(members), ...secrets }, ports));
      done.push(...members);
    } catch (error) {
      failures.push(...(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_48__/* .toTagshipErrors */ .XF)(error));
    }
  }
  const recorded = await (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_12__/* .recordTargets */ .Sh)(
    session,
    view,
    done.map(({ target }) => target)
  );
  return {
    deployed: done.map(deployedOf),
    requiresRebuild: true,
    rebuild: rebuilt,
    failures,
    notices: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_30__/* .warnings */ .AR)(recorded.warnings)
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
      message: `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_43__/* .componentId */ .nV)(target.component)}\` ${version} for \`${environment}\` was not rebuilt since its tag moved.`
    }))
  };
}
function groupsOf(unbuilt, lines) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of unbuilt) {
    const { target, environment, commit, version } = one;
    const commands = (0,_with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_20__/* .rebuildCommands */ .cC)(lines, (0,_with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_20__/* .rebuildValues */ .iF)(target.component, environment, version, commit));
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
    ({ target, environment, version, commit }) => (0,_with_commands_rebuild_js__WEBPACK_IMPORTED_MODULE_1__/* .variablesOf */ .ht)((0,_with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_20__/* .rebuildValues */ .iF)(target.component, environment, version, commit))
  );
  const names = Object.keys(all[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, [...new Set(all.map((one) => one[name] ?? ""))].join("\n")]));
}
function deployedOf({ target, environment, version, commit }) {
  return {
    component: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_43__/* .componentId */ .nV)(target.component),
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



/***/ }),

/***/ 2247:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $D: () => (/* binding */ runAll),
/* harmony export */   aq: () => (/* binding */ rebuild),
/* harmony export */   ht: () => (/* binding */ variablesOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7248);
/* harmony import */ var _with_engine_record_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1215);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4385);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9133);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8071);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);








// src/commands/rebuild.ts
async function rebuild(request, settings, secrets, ports) {
  const started = ports.clock.now();
  const { tag } = request;
  const opened = await _with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .Session */ .Nn.open(settings, ports, (listing) => (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .tagTargets */ .lR)(request, listing), { prefix: "logic" });
  const [target] = opened.targets;
  if (target === void 0 || target.slot.kind === "version") {
    const isVersion = `The logic tag \`${tag}\` is a version: nothing to rebuild.`;
    const message = target === void 0 ? (0,_with_engine_session_js__WEBPACK_IMPORTED_MODULE_1__/* .nothingFor */ .Nw)(tag, opened.session.tagRules) : isVersion;
    return (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_4__/* .nothingDone */ .mh)("deploy", settings, [{ level: "notice", message }]);
  }
  const { session, view } = opened;
  const { config } = session;
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(target.component);
  const tags = view.tags.get(id);
  const ref = tags?.environments.get(target.slot.name);
  const resolved = tags === void 0 || ref === void 0 ? void 0 : view.versionOf(tags, ref);
  if (ref === void 0 || resolved === void 0 && config.unversioned === "error") {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
      "version-missing",
      `The tag \`${tag}\` stands on a commit that has no version tag of \`${id}\`.`,
      `Tag the commit first, as \`logic/${id}/vX.Y.Z\`, or set \`unversioned: allow\` in the configuration.`
    );
  }
  const version = resolved?.version ?? (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .unversionedName */ .wj)(ref.commit);
  const values = (0,_with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_3__/* .rebuildValues */ .iF)(target.component, target.slot.name, version, ref.commit);
  const commands = (0,_with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_3__/* .rebuildCommands */ .cC)(config.logic?.rebuild ?? [], values);
  const done = settings.dryRun ? commands.map((argv) => ({ argv, durationMs: void 0 })) : await runAll(commands, ref.commit, { ...variablesOf(values), ...secrets }, ports);
  const recorded = settings.dryRun ? void 0 : await (0,_with_engine_record_js__WEBPACK_IMPORTED_MODULE_2__/* .recordTargets */ .Sh)(session, view, [target]);
  const notices = [...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_4__/* .excludedNotices */ .CW)(view), ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_4__/* .warnings */ .AR)(recorded?.warnings ?? [])];
  return {
    ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_4__/* .nothingDone */ .mh)("deploy", settings, notices, ports.clock.now() - started),
    ledger: (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_4__/* .ledgerReport */ .gM)(session, recorded?.ledger ?? view.ledger),
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
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
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

/***/ 1215:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $O: () => (/* binding */ isUnversioned),
/* harmony export */   Kj: () => (/* binding */ seedCommits),
/* harmony export */   MI: () => (/* binding */ peeled),
/* harmony export */   Sh: () => (/* binding */ recordTargets),
/* harmony export */   Tx: () => (/* binding */ runningOf),
/* harmony export */   V$: () => (/* binding */ noContent),
/* harmony export */   fd: () => (/* binding */ contentIn),
/* harmony export */   g1: () => (/* binding */ record)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3625);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8962);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5524);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9133);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8071);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);









// src/engine/ledger/seed.ts
var MAX_TAGS = 5e3;
var MAX_COMMITS = 1500;
var BATCH = 1e3;
async function seedEvents(all, besides, config, repository, content) {
  const standing = all.flatMap((one) => [...one.environments].map(([environment, ref]) => ({ tags: one, environment, ref }))).filter(({ tags: { component }, environment }) => !besides.has((0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .entryPath */ .s3)(environment, component)));
  const dates = await datesOf(standing, repository);
  const locate = await locator(standing, config, repository, content);
  const found = new Map(all.map((tags) => [tags, []]));
  for (const { tags, environment, ref } of standing) {
    const version = await versionOf(tags, ref, config, dates.has(ref.object), repository);
    if (version !== void 0) {
      const place = await locate(tags.component, ref.commit);
      const running = { version, commit: ref.commit, tag: ref.object, ...place };
      found.get(tags)?.push({ environment, running, time: dates.get(ref.object) });
    }
  }
  return [...found].flatMap(
    ([tags, some]) => tags.versions.size + some.length > 0 ? [{ kind: "seeded", tags, found: some }] : []
  );
}
async function datesOf(standing, repository) {
  const annotated = [...new Set(standing.filter(({ ref }) => ref.object !== ref.commit).map(({ ref }) => ref.object))];
  const dates = /* @__PURE__ */ new Map();
  if (annotated.length > MAX_TAGS) {
    return dates;
  }
  for (let i = 0; i < annotated.length; i += BATCH) {
    const batch = annotated.slice(i, i + BATCH);
    await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .loadTagObjects */ .zv)(repository, batch);
    for (const oid of batch) {
      const object = await repository.read(oid);
      if (object?.type === "tag" && object.time !== void 0) {
        dates.set(oid, object.time);
      }
    }
  }
  return dates;
}
async function versionOf(tags, ref, config, isNear, repository) {
  const listed = (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .listedVersion */ .mO)(tags, ref);
  const resolved = listed === "unknown" || isNear && ref.object !== ref.commit ? (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_3__/* .resolveVersion */ .x)(tags, ref, await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .wrappedNames */ .cQ)(repository, ref.object)) : listed;
  return resolved?.version ?? (config.unversioned === "allow" ? (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_7__/* .unversionedName */ .wj)(ref.commit) : void 0);
}
async function locator(standing, config, repository, content) {
  const nowhere = async () => ({ blob: null, path: null });
  const commits = [...new Set(standing.map(({ ref }) => ref.commit))];
  if (commits.length > MAX_COMMITS || !await loadTrees(commits, repository)) {
    return nowhere;
  }
  const registries = /* @__PURE__ */ new Set();
  for (const commit of commits) {
    const found = await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .lookUp */ .TE)(repository, commit, _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_4__/* .REGISTRY_PATH */ .aA);
    if (found.kind === "file") {
      registries.add(found.oid);
    }
  }
  await repository.load([...registries], "objects");
  return async (component, commit) => await content.find(component, commit, config.paths);
}
async function loadTrees(commits, repository) {
  if (await repository.load(commits, "trees")) {
    return true;
  }
  const objects = await Promise.all(commits.map((commit) => repository.read(commit)));
  const readable = commits.filter((_, i) => objects[i]?.type === "commit");
  return readable.length < commits.length && await repository.load(readable, "trees");
}

// src/engine/record.ts
async function record(session, view, targets, eventsOf2, whole = false) {
  try {
    const appended = await session.append(
      view,
      targets,
      async (now) => {
        const events = await eventsOf2(now);
        return { kind: "write", commits: [...await seedCommits(session, now, events), { events }] };
      },
      { whole }
    );
    if (appended.kind === "superseded") {
      return { ledger: void 0, written: false, warnings: [], failures: [] };
    }
    const { ledger, kind, remarks, doubtful } = appended;
    return { ledger, written: kind === "landed", warnings: remarks, failures: doubtful.map(({ problem }) => problem) };
  } catch (error) {
    return { ledger: view.ledger, written: false, warnings: [notRecorded(error)], failures: [] };
  }
}
function notRecorded(error) {
  if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP && ["push-denied", "move-refused"].includes(error.code)) {
    return `KV is as the tags say, but the ledger could not be written: ${error.what} Without it nobody can roll back to, or ask for, what ran. ${error.remedy}`;
  }
  throw error;
}
async function recordTargets(session, deployed, targets, contentOf = noContent) {
  return await record(session, deployed, targets, async (now) => eventsOf(session, targets, deployed, now, contentOf));
}
function eventsOf(session, targets, deployed, now, contentOf) {
  return targets.flatMap((target) => {
    const { component, slot } = target;
    const ref = refOf(target, now);
    const tags = now.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component));
    if (ref?.object !== refOf(target, deployed)?.object) {
      return [];
    }
    if (slot.kind === "version") {
      return tags === void 0 ? [] : [{ kind: "listed", tags, ...versionNews(slot.name, tags, ref, contentOf) }];
    }
    const running = runningOf(target, now, session.config.unversioned, contentOf);
    if (isUnversioned(target, now, running)) {
      return tags === void 0 ? [] : [{ kind: "listed", tags }];
    }
    return [{ kind: "found", component, environment: slot.name, running, tags, isOwn: isPushed(session, ref) }];
  });
}
function versionNews(version, { component }, ref, contentOf) {
  return ref === void 0 ? {} : { news: { version, tag: ref.object, commit: ref.commit, ...contentOf(component, version, ref.commit) } };
}
async function seedCommits(session, view, besides = []) {
  if (view.ledger !== void 0) {
    return [];
  }
  const { config, content, prefix, repository } = session;
  const other = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .listTags */ .cB)(repository, content, prefix === "logic" ? "components/" : "logic/", session.tagRules);
  const past = await tagBefore(session, view);
  const all = [...view.tags.values(), ...other.tags.values()].map((tags) => tags === past?.now ? past.before : tags);
  const recorded = new Set(
    besides.flatMap((event) => event.kind === "found" ? [(0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .entryPath */ .s3)(event.environment, event.component)] : [])
  );
  recorded.delete(past?.path ?? "");
  const events = await seedEvents(all, recorded, config, repository, content);
  return events.some((event) => event.kind === "seeded" && event.found.length > 0) ? [{ events, others: true }] : [];
}
async function tagBefore({ settings, repository }, view) {
  const { tag, before: object } = settings.pushed ?? {};
  for (const now of object === void 0 ? [] : view.tags.values()) {
    for (const [environment, ref] of now.environments) {
      const commit = ref.name === tag && object !== void 0 ? await peeled(repository, object) : void 0;
      if (object !== void 0 && commit !== void 0) {
        const environments = new Map(now.environments).set(environment, { ...ref, object, commit });
        return { now, before: { ...now, environments }, path: (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_5__/* .entryPath */ .s3)(environment, now.component) };
      }
    }
  }
  return void 0;
}
function isPushed({ settings: { pushed } }, ref) {
  return ref !== void 0 && pushed?.tag === ref.name && pushed.after === ref.object;
}
async function peeled(repository, oid) {
  const { end, endType } = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .tagChain */ .W8)(repository, oid);
  return endType === "commit" ? end : void 0;
}
function isUnversioned(target, view, running) {
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(target.component));
  return running === void 0 && tags?.environments.has(target.slot.name) === true;
}
function refOf({ component, slot }, view) {
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component));
  return slot.kind === "version" ? tags?.versions.get(slot.name) : tags?.environments.get(slot.name);
}
var noContent = () => ({ blob: null, path: null });
function runningOf({ component, slot }, view, unversioned, contentOf) {
  const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component));
  const ref = tags?.environments.get(slot.name);
  if (tags === void 0 || ref === void 0) {
    return void 0;
  }
  const resolved = view.versionOf(tags, ref);
  const version = resolved?.version ?? (unversioned === "allow" ? (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_7__/* .unversionedName */ .wj)(ref.commit) : void 0);
  if (version === void 0) {
    return void 0;
  }
  const commit = resolved?.held ?? ref.commit;
  const held = resolved?.held === void 0 ? {} : { isHeld: true };
  return { version, commit, tag: ref.object, ...held, ...contentOf(component, slot.name, commit) };
}
function contentIn(plans) {
  return (component, slot, commit) => {
    for (const plan of plans) {
      for (const planned of plan.keys) {
        const wanted = plan.wanted.get(planned.key);
        if (wanted !== void 0 && wanted.slot === slot && wanted.commit === commit && (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(wanted.component) === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_6__/* .componentId */ .nV)(component)) {
          const { blob } = planned.metadata;
          return { blob: typeof blob === "string" ? blob : null, path: planned.path ?? null };
        }
      }
    }
    return { blob: null, path: null };
  };
}




/***/ })

};

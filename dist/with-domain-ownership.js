export const id = 7248;
export const ids = [7248];
export const modules = {

/***/ 4599:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ ownerMark),
/* harmony export */   k: () => (/* binding */ ownership)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/ownership.ts
function ownerMark(repository) {
  return `tagship:${repository}`;
}
function ownership(metadata, repositories) {
  if (typeof metadata !== "object" || metadata === null || !("managed-by" in metadata)) {
    return "nobody";
  }
  const mark = metadata["managed-by"];
  if (typeof mark !== "string" || mark === "") {
    return "nobody";
  }
  const ours = repositories.some((name) => ownerMark(name).toLowerCase() === mark.toLowerCase());
  return ours ? "own" : "foreign";
}




/***/ }),

/***/ 1525:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A6: () => (/* binding */ targetsIn),
/* harmony export */   I5: () => (/* binding */ environmentMatcher),
/* harmony export */   KP: () => (/* binding */ versionMoved),
/* harmony export */   PF: () => (/* binding */ blobName),
/* harmony export */   PN: () => (/* binding */ blobObject),
/* harmony export */   Yi: () => (/* binding */ liveShare),
/* harmony export */   aS: () => (/* binding */ tagObject),
/* harmony export */   ii: () => (/* binding */ lazyBlob),
/* harmony export */   mZ: () => (/* binding */ treeObject),
/* harmony export */   me: () => (/* binding */ movedVersion),
/* harmony export */   nf: () => (/* binding */ editTree),
/* harmony export */   q6: () => (/* binding */ projectTargets),
/* harmony export */   rW: () => (/* binding */ environmentTarget),
/* harmony export */   tZ: () => (/* binding */ shareKey),
/* harmony export */   us: () => (/* binding */ livingShares),
/* harmony export */   zS: () => (/* binding */ commitObject)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8130);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9133);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8071);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1472);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7598);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);








// src/domain/latest.ts
function latestOf(tags, policy) {
  switch (policy.latest) {
    case false:
      return void 0;
    case "tagged":
      return tagged(tags, (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .highestVersion */ .t)(stableTags(tags)));
    case "deployed": {
      const here = placesIn(tags, policy);
      return highestIn(
        tags,
        here.filter(({ environment }) => policy.isLive(environment))
      ) ?? highestIn(tags, here);
    }
  }
}
function placesIn(tags, policy) {
  const { component } = tags;
  const ran = new Map([...tags.environments.keys()].map((environment) => [environment, []]));
  for (const [version, known] of Object.entries(policy.remembered(component))) {
    const ranAsTagged = tags.versions.get(version)?.commit === known.commit;
    for (const environment of ranAsTagged ? known.ran : []) {
      ran.set(environment, [...ran.get(environment) ?? [], version]);
    }
  }
  return [...ran].filter(([environment]) => policy.holds(environment) && !policy.isCanary(environment)).map(([environment, versions]) => {
    const running = runningIn(environment, tags, policy);
    const quarantined = policy.quarantined(component, environment).filter((one) => one !== running?.version);
    return { environment, running, ran: versions, quarantined };
  });
}
function runningIn(environment, tags, policy) {
  const ref = tags.environments.get(environment);
  const resolved = ref === void 0 ? void 0 : policy.versionOf(tags, ref);
  return ref === void 0 || resolved === void 0 ? void 0 : {
    version: resolved.version,
    commit: tags.versions.get(resolved.version)?.commit ?? resolved.held ?? ref.commit
  };
}
function highestIn(tags, places) {
  const quarantined = new Set(places.flatMap((place) => place.quarantined));
  const usable = (version) => (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .isStable */ .MQ)(version) && !quarantined.has(version);
  const running = new Map(places.flatMap(({ running: one }) => one === void 0 ? [] : [[one.version, one]]));
  const now = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .highestVersion */ .t)([...running.keys()].filter(usable));
  if (now !== void 0) {
    return running.get(now);
  }
  const top = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .highestVersion */ .t)([...running.keys()].filter(_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .isVersion */ .lF));
  const below = stableTags(tags).filter((one) => top !== void 0 && (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .compareVersions */ .Zy)(one, top) < 0);
  const before = places.flatMap(({ ran }) => ran);
  return tagged(tags, (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .highestVersion */ .t)(before.filter(usable)) ?? (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .highestVersion */ .t)(below.filter(usable)));
}
function stableTags({ versions }) {
  return [...versions.keys()].filter(_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .isStable */ .MQ);
}
function tagged({ versions }, version) {
  const commit = version === void 0 ? void 0 : versions.get(version)?.commit;
  return version === void 0 || commit === void 0 ? void 0 : { version, commit };
}
function environmentMatcher(globs) {
  const wanted = globs.filter((glob) => !glob.startsWith("!")).map(_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .globMatcher */ .fU);
  const unwanted = globs.filter((glob) => glob.startsWith("!")).map((glob) => (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .globMatcher */ .fU)(glob.slice(1)));
  return (environment) => (wanted.length === 0 || wanted.some((matches) => matches(environment))) && !unwanted.some((matches) => matches(environment));
}

// src/domain/moved-version.ts
function movedVersion(tags, version, { remembered, versionOf }) {
  const now = tags.versions.get(version);
  if (now === void 0) {
    return void 0;
  }
  const known = remembered(tags.component)[version]?.commit;
  if (known !== void 0 && known !== now.commit) {
    return versionMoved(now, version, known);
  }
  for (const ref of tags.environments.values()) {
    const resolved = ref.commit === now.commit ? void 0 : versionOf(tags, ref);
    if (resolved?.version === version && resolved.by !== "commit" && resolved.held === void 0) {
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
        "version-moved",
        `\`${ref.name}\` stands for ${version} at commit ${ref.commit}, but the tag \`${now.name}\` now points at commit ${now.commit}.`,
        movedRemedy(version)
      );
    }
  }
  return void 0;
}
function versionMoved({ name, commit }, version, remembered) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
    "version-moved",
    `The tag \`${name}\` points at commit ${commit}, but the ledger remembers ${version} at commit ${remembered}.`,
    movedRemedy(version)
  );
}
function movedRemedy(version) {
  return `Move the version tag back and publish a new version instead, or accept that ${version} moved with \`override: moved-version\` and a \`reason\`.`;
}

// src/domain/retention.ts
function retainedVersions(tags, { retention, pinned }) {
  const all = [...tags.versions.keys()];
  if (retention === "all" || all.length <= retention) {
    return all;
  }
  const highest = new Set([...all].sort((a, b) => (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .compareVersions */ .Zy)(b, a)).slice(0, retention));
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(tags.component);
  return all.filter((version) => highest.has(version) || pinned(`${id}@${version}`));
}

// src/domain/projection.ts
function environmentTarget(component, environment) {
  return { component, slot: { kind: "environment", name: environment } };
}
var NO_MARKS = {};
function targetsIn(tags, policy) {
  const { component } = tags;
  const environments = [...tags.environments.keys()].filter((name) => policy.holds(name));
  const versions = policy.takesVersions ? retainedVersions(tags, policy) : [];
  return [
    ...versions.map((name) => ({ component, slot: { kind: "version", name } })),
    ...environments.map((name) => ({ component, slot: { kind: "environment", name } }))
  ];
}
function projectTargets(targets, state, policy) {
  const content = /* @__PURE__ */ new Map();
  const absent = /* @__PURE__ */ new Set();
  const left = /* @__PURE__ */ new Set();
  const shares = /* @__PURE__ */ new Map();
  const want = (tags, role, slot, version, commit, marks = NO_MARKS) => {
    if (role !== "environment") {
      refuseMoved(tags, version, policy);
    }
    for (const layout of policy.layouts) {
      const key = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .renderKey */ .kB)(layout, tags.component, slot);
      refuseShared(key, { component: tags.component, slot }, state, policy);
      addKey(content, { key, role, component: tags.component, slot, version, commit, marks });
    }
  };
  for (const target of targets) {
    const tags = state.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(target.component)) ?? noTags(target.component);
    if (target.deleted === true && !exists(target, tags)) {
      const remove = policy.onDelete === "prune" && !isNeeded(target, tags, policy);
      for (const layout of policy.layouts) {
        (remove ? absent : left).add((0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .renderKey */ .kB)(layout, tags.component, target.slot.name));
      }
    }
    projectTarget(target, tags, policy, want, absent);
    for (const found of policy.shareKeys(tags.component)) {
      const { component } = tags;
      refuseTaken(found.key, { component, slot: found.environment }, state, policy);
      shares.set(found.key, { ...found, component });
    }
  }
  const lists = policy.versionsIndex ? projectLists(targets, state, policy) : { wanted: [], without: [] };
  for (const key of lists.without) {
    (policy.onDelete === "prune" ? absent : left).add(key);
  }
  const unwanted = (keys) => [...keys].filter((key) => !content.has(key));
  const gone = unwanted(absent).filter((key) => !policy.readKey(key).some((one) => asksFor(one, state, policy)));
  return {
    content: [...content.values()],
    absent: gone,
    left: unwanted(left),
    lists: lists.wanted,
    shares: [...shares.values()]
  };
}
function projectTarget(target, tags, policy, want, absent) {
  const environments = concerned(target, tags, policy);
  for (const [environment, ref] of environments) {
    const { version, commit, marks } = deployedVersion(tags, environment, ref, policy);
    const { canary, share } = policy.shareOf(tags, environment) ?? {};
    const shared = canary === void 0 || share === void 0 ? marks : { ...marks, canary, share };
    want(tags, "environment", environment, version, commit, shared);
    want(tags, "version", version, version, tags.versions.get(version)?.commit ?? commit);
  }
  const { kind, name } = target.slot;
  const pushed = kind === "version" ? tags.versions.get(name) : void 0;
  if (pushed !== void 0) {
    want(tags, "version", name, name, pushed.commit);
  }
  const isPlain = kind === "version" && target.deleted !== true && environments.length === 0;
  if (!isPlain || latestOf(tags, policy)?.version === name) {
    projectLatest(tags, policy, want, absent);
  }
}
function addKey(content, wanted) {
  const { key, commit, component, role, slot } = wanted;
  const before = content.get(key);
  if (before !== void 0 && before.commit !== commit) {
    throw collision(key, ownerText(before), ownerText({ component, slot }));
  }
  if (before === void 0 || role === "environment") {
    content.set(key, wanted);
  }
}
function asksFor({ component, slot }, state, policy) {
  const tags = state.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component));
  if (tags === void 0) {
    return false;
  }
  switch (slot) {
    case _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSIONS_SLOT */ .zf:
      return policy.versionsIndex && storedVersions(tags, policy).length > 0;
    case "latest":
      return latestOf(tags, policy) !== void 0;
    default:
      return (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .isVersion */ .lF)(slot) ? storedVersions(tags, policy).includes(slot) : tags.environments.has(slot) && policy.holds(slot);
  }
}
function refuseShared(key, owner, state, policy) {
  if (key === _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .INDEX_KEY */ .lr) {
    throw collision(key, "the index", ownerText(owner));
  }
  for (const one of policy.readKey(key)) {
    const { component, slot } = one;
    const isOwn = slot === owner.slot && component.type === owner.component.type && component.name === owner.component.name;
    if (!isOwn && asksFor(one, state, policy)) {
      throw collision(key, ownerText(one), ownerText(owner));
    }
  }
}
function refuseTaken(key, owner, state, policy) {
  const other = policy.readKey(key).find((one) => asksFor(one, state, policy));
  if (other !== void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
      "key-collision",
      `The key \`${key}\` is wanted by ${ownerText(other)} and for the share of the canary of ${ownerText(owner)}.`,
      "Name another `key` under `canary` in the configuration."
    );
  }
}
function ownerText({ component, slot }) {
  return slot === _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSIONS_SLOT */ .zf ? `the list of versions of \`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component)}\`` : `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component)}\` (\`${slot}\`)`;
}
function collision(key, one, other) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
    "key-collision",
    `The key \`${key}\` is wanted by ${one} and by ${other}.`,
    "Use a layout under `keys` that keeps components apart."
  );
}
function projectLists(targets, state, policy) {
  const components = new Map(targets.map(({ component }) => [(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component), component]));
  const wanted = [];
  const without = [];
  for (const [id, component] of components) {
    const tags = state.get(id) ?? noTags(component);
    const key = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .versionsKey */ .hF)(component);
    const versions = storedVersions(tags, policy);
    if (versions.length === 0) {
      without.push(key);
    } else {
      refuseShared(key, { component, slot: _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSIONS_SLOT */ .zf }, state, policy);
      wanted.push({ key, component, versions });
    }
  }
  return { wanted, without };
}
function storedVersions(tags, policy) {
  const versions = new Set(policy.takesVersions ? retainedVersions(tags, policy) : []);
  for (const [environment, ref] of tags.environments) {
    const version = policy.holds(environment) ? policy.versionOf(tags, ref)?.version : void 0;
    if (version !== void 0 && (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .isVersion */ .lF)(version)) {
      versions.add(version);
    }
  }
  return [...versions].sort(_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .compareVersions */ .Zy);
}
function noTags(component) {
  return { component, environments: /* @__PURE__ */ new Map(), versions: /* @__PURE__ */ new Map(), shadowed: [] };
}
function exists({ slot }, tags) {
  return (slot.kind === "version" ? tags.versions : tags.environments).has(slot.name);
}
function isNeeded({ component, slot }, tags, policy) {
  const runs = [...tags.environments].some(
    ([environment, ref]) => policy.holds(environment) && policy.versionOf(tags, ref)?.version === slot.name
  );
  const held = slot.kind === "environment" && policy.isHeld(component, slot.name);
  return held || slot.kind === "version" && runs || policy.pinned(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(component)}@${slot.name}`);
}
function concerned(target, tags, policy) {
  return [...tags.environments].filter(([environment, ref]) => {
    if (!policy.holds(environment)) {
      return false;
    }
    if (target.slot.kind === "environment") {
      return environment === target.slot.name;
    }
    const resolved = policy.versionOf(tags, ref);
    const meant = target.deleted === true || resolved?.version === target.slot.name;
    return resolved?.by === "commit" && meant;
  });
}
function deployedVersion(tags, environment, ref, policy) {
  const resolved = policy.versionOf(tags, ref);
  if (resolved !== void 0) {
    return { version: resolved.version, commit: resolved.held ?? ref.commit, marks: marksOf(resolved, ref) };
  }
  if (policy.unversioned === "allow") {
    return { version: (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_6__/* .unversionedName */ .wj)(ref.commit), commit: ref.commit, marks: {} };
  }
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(tags.component);
  throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_7__/* .TagshipError */ .bP(
    "version-missing",
    `The tag \`${ref.name}\` stands on commit ${ref.commit.slice(0, 12)}, which has no version tag of \`${id}\`.`,
    `Tag the commit first (\`git tag -a ${tags.component.prefix}/${id}/vX.Y.Z ${ref.commit.slice(0, 12)}\`) and point \`${environment}\` at that tag, or set \`unversioned: allow\` in the configuration.`
  );
}
function marksOf({ held, heldSince, inFlight }, ref) {
  if (held === void 0 && inFlight === void 0) {
    return NO_MARKS;
  }
  return {
    ...held === void 0 ? {} : { hold: ref.object, ...heldSince === void 0 ? {} : { seq: heldSince } },
    ...inFlight === void 0 ? {} : { "in-flight": inFlight }
  };
}
function refuseMoved(tags, version, policy) {
  const moved = policy.acceptMoved ? void 0 : movedVersion(tags, version, policy);
  if (moved !== void 0) {
    throw moved;
  }
}
function projectLatest(tags, policy, want, absent) {
  if (policy.latest === false) {
    return;
  }
  const latest = latestOf(tags, policy);
  if (latest !== void 0) {
    want(tags, "latest", "latest", latest.version, latest.commit);
    return;
  }
  for (const layout of policy.layouts) {
    absent.add((0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_1__/* .renderKey */ .kB)(layout, tags.component, "latest"));
  }
}

// src/domain/rollout/share.ts
function liveShare({ component, environments }, environment, rule, shares) {
  const told = rule === void 0 ? void 0 : shares[(0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .entryPath */ .s3)(rule.environment, component)];
  if (rule === void 0 || told === void 0 || told.of !== environment) {
    return void 0;
  }
  const [canary, live] = [environments.get(rule.environment), environments.get(environment)];
  if (canary === void 0 || canary.object !== told.tag || live === void 0 || live.object !== told.live) {
    return void 0;
  }
  const share = Math.min(told.share, Math.max(...rule.steps));
  return { canary: rule.environment, share, version: told.version, since: told.since };
}
function shareKey(component, environment, rules) {
  const values = { ...component, environment };
  return rules[environment]?.canary?.key?.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
function livingShares(tags, shares, rules, holds) {
  return Object.entries(shares).flatMap(([path, { of: environment }]) => {
    const place = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_4__/* .parseEntryPath */ .td)(path);
    const found = place === void 0 ? void 0 : tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_5__/* .componentId */ .nV)(place.component));
    if (place === void 0 || found === void 0 || !holds(environment)) {
      return [];
    }
    const share = liveShare(found, environment, rules[environment]?.canary, shares);
    return share?.canary === place.environment ? [{ ...share, component: found.component, environment }] : [];
  });
}

// src/git/object.ts

var MODES = {
  file: "100644",
  folder: "40000",
  symlink: "120000",
  submodule: "160000"
};
var SMALL = 64 * 1024;
function rawObject(type, bytes) {
  const header = Buffer.from(`${type} ${bytes.length}\0`);
  const oid = bytes.length <= SMALL ? (0,node_crypto__WEBPACK_IMPORTED_MODULE_8__.hash)("sha1", Buffer.concat([header, bytes]), "hex") : (0,node_crypto__WEBPACK_IMPORTED_MODULE_8__.createHash)("sha1").update(header).update(bytes).digest("hex");
  return { type, oid, bytes };
}
function blobName(value) {
  return rawObject("blob", value).oid;
}
function blobObject(content) {
  return rawObject("blob", Buffer.from(content));
}
function lazyBlob(text) {
  return new LazyBlob(text);
}
var LazyBlob = class {
  type = "blob";
  oid;
  #text;
  constructor(text) {
    this.oid = blobObject(text()).oid;
    this.#text = text;
  }
  get bytes() {
    return Buffer.from(this.#text());
  }
};
function treeObject(entries) {
  const sortable = entries.map((entry) => ({
    entry,
    by: Buffer.from(entry.kind === "folder" ? `${entry.name}/` : entry.name)
  }));
  sortable.sort((a, b) => Buffer.compare(a.by, b.by));
  const parts = sortable.flatMap(({ entry }) => [
    Buffer.from(`${MODES[entry.kind]} ${entry.name}\0`),
    Buffer.from(entry.oid, "hex")
  ]);
  return rawObject("tree", Buffer.concat(parts));
}
function commitObject(commit) {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${signatureText(commit.author)}`,
    `committer ${signatureText(commit.committer)}`
  ];
  return rawObject("commit", Buffer.from(`${lines.join("\n")}

${messageText(commit.message)}`));
}
function tagObject(tag) {
  const lines = [
    `object ${tag.target}`,
    `type ${tag.targetType}`,
    `tag ${tag.name}`,
    `tagger ${signatureText(tag.tagger)}`
  ];
  return rawObject("tag", Buffer.from(`${lines.join("\n")}

${messageText(tag.message)}`));
}
function messageText(message) {
  return `${message.replaceAll("\0", "").trimEnd()}
`;
}
function signatureText({ name, email, time }) {
  const clean = (text, otherwise) => (
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
    text.replace(/[<>\u0000-\u001f\u007f]/g, "").trim() || otherwise
  );
  return `${clean(name, "unknown")} <${clean(email, "unknown")}> ${Math.floor(time)} +0000`;
}

// src/engine/ledger/edit-tree.ts
async function editTree(repository, tree, edits, objects) {
  const sorted = [...edits].sort(([a], [b]) => a < b ? -1 : 1);
  return await new TreeEditor(repository, sorted, objects).edit(tree, { from: 0, to: sorted.length, depth: 0 });
}
var TreeEditor = class {
  #repository;
  #edits;
  #objects;
  constructor(repository, edits, objects) {
    this.#repository = repository;
    this.#edits = edits;
    this.#objects = objects;
  }
  async edit(tree, part) {
    const entries = /* @__PURE__ */ new Map();
    const object = tree === void 0 ? void 0 : await this.#repository.read(tree);
    for (const { kind, name, oid } of object?.type === "tree" ? object.entries : []) {
      entries.set(name, { kind, name, oid });
    }
    for (let at = part.from; at < part.to; ) {
      const folder = this.#folderAt(at, part);
      at = folder === void 0 ? this.#place(at, part, entries) : await this.#enter(folder, at, part, entries);
    }
    if (entries.size === 0) {
      return void 0;
    }
    const edited = treeObject([...entries.values()]);
    if (edited.oid !== tree) {
      this.#objects.push(edited);
    }
    return edited.oid;
  }
  /** The folder that an edit is in; undefined where it is a file right here. */
  #folderAt(at, { depth }) {
    const [path] = this.#edits[at] ?? [""];
    const slash = path.indexOf("/", depth);
    return slash < 0 ? void 0 : path.slice(depth, slash);
  }
  /** @returns the edit to go on with */
  #place(at, { depth }, entries) {
    const [path, oid] = this.#edits[at] ?? ["", void 0];
    const name = path.slice(depth);
    if (oid === void 0) {
      entries.delete(name);
    } else {
      entries.set(name, { kind: "file", name, oid });
    }
    return at + 1;
  }
  /** Edits what is in a folder. @returns the edit to go on with */
  async #enter(name, at, part, entries) {
    let to = at + 1;
    while (to < part.to && this.#folderAt(to, part) === name) {
      to += 1;
    }
    const before = entries.get(name);
    const inside = { from: at, to, depth: part.depth + name.length + 1 };
    const oid = await this.edit(before?.kind === "folder" ? before.oid : void 0, inside);
    if (oid === void 0) {
      entries.delete(name);
    } else {
      entries.set(name, { kind: "folder", name, oid });
    }
    return to;
  }
};




/***/ }),

/***/ 3185:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isoTime)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/time.ts
function isoTime(seconds) {
  return new Date(seconds * 1e3).toISOString().replace(".000Z", "Z");
}




/***/ }),

/***/ 7248:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ tagPrefixes),
/* harmony export */   Ag: () => (/* binding */ differs),
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   CD: () => (/* binding */ attempt2),
/* harmony export */   DG: () => (/* binding */ siblingsOf),
/* harmony export */   I_: () => (/* binding */ projectIndex),
/* harmony export */   Iu: () => (/* binding */ unknownEnvironment),
/* harmony export */   Lt: () => (/* binding */ select),
/* harmony export */   Mj: () => (/* binding */ unknownComponent),
/* harmony export */   Nn: () => (/* binding */ Session),
/* harmony export */   Nw: () => (/* binding */ nothingFor),
/* harmony export */   QR: () => (/* binding */ targetsOf),
/* harmony export */   US: () => (/* binding */ policyOf),
/* harmony export */   U_: () => (/* binding */ duplicateTag),
/* harmony export */   Z5: () => (/* binding */ isUnclear),
/* harmony export */   co: () => (/* binding */ nowhereIn),
/* harmony export */   dK: () => (/* binding */ planShare),
/* harmony export */   i7: () => (/* binding */ planList),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   lR: () => (/* binding */ tagTargets),
/* harmony export */   q5: () => (/* binding */ refuseMisspelt),
/* harmony export */   uU: () => (/* binding */ ledgerMarkOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_time_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3185);
/* harmony import */ var _with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8045);
/* harmony import */ var _with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4599);
/* harmony import */ var _with_engine_content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8033);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2240);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4206);
/* harmony import */ var _with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1525);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(61);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8962);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3643);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(8130);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(1006);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(1745);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(8071);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(1592);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

























// src/domain/ledger/event.ts
function subjectsOf(events) {
  const places = [];
  const components = [];
  for (const event of events) {
    if (event.kind === "listed" || event.kind === "seeded") {
      components.push(event.tags.component);
    } else {
      places.push(event);
      components.push(event.component);
    }
  }
  return { places, components };
}
function changeOf(events, memory, stamp, objectOf, acceptMoved) {
  const change = new ChangeBuilder(memory, acceptMoved);
  for (const event of events) {
    if (event.kind === "seeded") {
      change.seed(event, stamp);
    } else if (event.kind === "listed") {
      change.learn(event.tags.component, event.tags, event.news === void 0 ? [] : [event.news]);
    } else {
      change.take(event, stamp, objectOf);
    }
  }
  return change.finish(stamp);
}
var ChangeBuilder = class {
  #memory;
  #acceptMoved;
  #entries = [];
  #versions = [];
  #remarks = [];
  #doubts = [];
  #news = /* @__PURE__ */ new Map();
  constructor(memory, acceptMoved) {
    this.#memory = memory;
    this.#acceptMoved = acceptMoved;
  }
  seed({ tags, found }, stamp) {
    this.#entries.push(...found.map((one) => new SeededEntry(tags.component, one, stamp)));
    this.#versions.push(new SeededVersions(tags, found));
  }
  take(event, stamp, objectOf) {
    const { component, environment } = event;
    const before = attempt(() => this.#memory?.entry(environment, component));
    if (before instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP) {
      this.#doubts.push({ component, environment, problem: before });
      return;
    }
    const transition = transitionOf(event, before, stamp, objectOf);
    if (transition !== void 0) {
      const gate = "gate" in event ? event.gate : void 0;
      this.#entries.push({ ...transition, component, environment, gate });
    }
    this.#remarks.push(...remarksOn(event, before, transition));
    if ("tags" in event && event.kind !== "unrecorded" && !(event.kind === "healthy" && transition === void 0)) {
      this.learn(component, event.tags, newsOf(event, transition, objectOf));
    }
  }
  learn(component, tags, items) {
    const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component);
    const known = this.#news.get(id) ?? { component, items: tags === void 0 ? [] : (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .listedVersions */ .f3)(tags) };
    this.#news.set(id, known);
    known.items.push(...items);
  }
  /** Where the tag of a live environment moved, nobody gets its canary any more. */
  #endShares(stamp) {
    const shares = this.#memory?.shares() ?? {};
    if (Object.keys(shares).length === 0) {
      return;
    }
    const changed = new Set(this.#entries.map(({ component, environment }) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .entryPath */ .s3)(environment, component)));
    for (const { event, component, environment } of [...this.#entries]) {
      const ends = event === "moved" || event === "held";
      for (const canary of ends ? (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_12__/* .canariesOf */ .QL)(shares, component, environment) : []) {
        const before = attempt(() => this.#memory?.entry(canary, component));
        const ended = before instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP ? void 0 : (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .shareEnded */ .WI)(before, stamp);
        if (ended !== void 0 && !changed.has((0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .entryPath */ .s3)(canary, component))) {
          this.#entries.push({ ...ended, component, environment: canary });
        }
      }
    }
  }
  finish(stamp) {
    this.#endShares(stamp);
    const registered = [];
    for (const { component, items } of this.#news.values()) {
      const before = attempt(() => this.#memory?.versions(component) ?? {});
      const after = before instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP ? void 0 : (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .learned */ .s7)(before, items, this.#acceptMoved);
      if (after !== void 0) {
        this.#versions.push({ component, versions: after.versions });
        registered.push(...after.registered.map((version) => `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component)} ${version}`));
      }
    }
    return {
      entries: this.#entries,
      versions: this.#versions,
      registered,
      remarks: this.#remarks,
      doubts: this.#doubts
    };
  }
};
function attempt(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP) {
      return error;
    }
    throw error;
  }
}
function transitionOf(event, before, stamp, objectOf) {
  switch (event.kind) {
    case "found":
      return (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .seen */ .cI)(before, event.running, stamp, event.isOwn);
    case "unrecorded":
      return (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .unrecorded */ .yt)(before, event.running, stamp);
    case "removed":
      return before === void 0 ? void 0 : { event: "moved", entry: (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .removed */ .rq)(before, stamp) };
    case "healthy":
      return (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .healthy */ .s2)(before, event.tag);
    case "shared":
      return (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .shared */ .ue)(before, event.tag, event.share, stamp);
    case "quarantined":
      return (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .quarantined */ .bY)(before, event.version);
    case "moved": {
      const own = { ...stamp, override: event.overridden };
      const running = runningAfter(event, objectOf);
      const track = event.track === void 0 ? {} : { track: { ...event.track } };
      const restored = event.restored === void 0 ? {} : { restored: { ...event.restored } };
      return event.rollback === void 0 ? { event: "moved", entry: { ...(0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .moved */ .aW)(before, event.move, running, "pending", own), ...track, ...restored } } : {
        event: event.rollback.held ? "held" : "moved",
        entry: { ...(0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .rolledBack */ .EN)(before, running, event.rollback, own), ...track }
      };
    }
  }
}
function runningAfter({ running, tag }, objectOf) {
  return { ...running, tag: typeof tag === "string" ? tag : objectOf(tag) };
}
function newsOf(event, transition, objectOf) {
  switch (event.kind) {
    case "removed":
    case "unrecorded":
    case "shared":
    case "quarantined":
      return [];
    case "found":
      return event.running === void 0 ? [] : versionNews(event.running, event.environment, event.tags);
    case "moved": {
      const isHeld = event.rollback?.held === true;
      return versionNews({ ...runningAfter(event, objectOf), isHeld }, void 0, event.tags);
    }
    case "healthy": {
      const { version, commit, blob, path } = transition?.entry ?? {
        version: null,
        commit: null,
        blob: null,
        path: null
      };
      return version === null || commit === null ? [] : versionNews({ version, commit, tag: event.tag, blob, path }, void 0, event.tags).map((one) => ({
        ...one,
        healthy: event.environment
      }));
    }
  }
}
function versionNews(running, environment, tags) {
  const listed = tags?.versions.get(running.version);
  if (listed === void 0 && running.isHeld === true) {
    return [];
  }
  const same = listed === void 0 || listed.commit === running.commit;
  const news = {
    version: running.version,
    tag: listed?.object ?? running.tag,
    commit: listed?.commit ?? running.commit,
    blob: same ? running.blob : null,
    path: same ? running.path : null,
    ...environment === void 0 ? {} : { ran: environment }
  };
  return [news];
}
function remarksOn(event, before, transition) {
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(event.component);
  const version = transition?.entry.version ?? null;
  if (event.kind === "found" && version !== null && before?.quarantined.includes(version) && before.version !== version) {
    return [
      `\`${id}\` ${version} was quarantined in \`${event.environment}\`. Since the tag was moved there by hand it is deployed, and the quarantine is lifted.`
    ];
  }
  const isKnown = event.kind === "healthy" && before?.tag === event.tag && before.status === "healthy";
  if (event.kind === "healthy" && transition === void 0 && !isKnown) {
    return [
      `\`${id}\` in \`${event.environment}\` was found healthy, but the ledger has no finished deploy of it, so it is not recorded. Run \`deploy\` for the tag first.`
    ];
  }
  return [];
}
var SeededEntry = class {
  event = "moved";
  component;
  #tag;
  #stamp;
  constructor(component, tag, stamp) {
    this.component = component;
    this.#tag = tag;
    this.#stamp = stamp;
  }
  get environment() {
    return this.#tag.environment;
  }
  get entry() {
    const { running, time } = this.#tag;
    const at = time === void 0 || time * 1e3 > Date.parse(this.#stamp.at) ? null : (0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .isoTime */ .L)(time);
    return (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .seeded */ .JU)(running, at, this.#stamp);
  }
};
var SeededVersions = class {
  #tags;
  #found;
  constructor(tags, found) {
    this.#tags = tags;
    this.#found = found;
  }
  get component() {
    return this.#tags.component;
  }
  get versions() {
    const news = this.#found.flatMap(({ running, environment }) => versionNews(running, environment, this.#tags));
    return (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .learned */ .s7)({}, [...(0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .listedVersions */ .f3)(this.#tags), ...news], false)?.versions ?? {};
  }
};

// src/engine/anchors.ts
var Anchors = class {
  #repository;
  /** Commits of the default branch. It only grows, as far as one run is concerned. */
  #onBranch = /* @__PURE__ */ new Set();
  /** What was asked already, by the tip that it was asked of. */
  #asked = /* @__PURE__ */ new Map();
  constructor(repository) {
    this.#repository = repository;
  }
  /**
   * Finds out about commits, so that `has` can tell. One request, and none where version tags answer.
   * @param head the default branch
   */
  async find(head, claims) {
    if (head === void 0) {
      return;
    }
    const asked = this.#asked.get(head) ?? /* @__PURE__ */ new Set();
    const unknown = claims.filter((claim) => !this.has(claim) && !asked.has(claim.commit)).map(({ commit }) => commit);
    if (unknown.length === 0) {
      return;
    }
    for (const commit of await this.#repository.reachable(head, [...new Set(unknown)])) {
      this.#onBranch.add(commit);
    }
    this.#asked.set(head, /* @__PURE__ */ new Set([...asked, ...unknown]));
  }
  /** Whether a commit counts; of one that nobody asked about only the version tags tell. */
  has({ tags, commit }) {
    return this.#onBranch.has(commit) || [...tags?.versions.values() ?? []].some((ref) => ref.commit === commit);
  }
};

// src/domain/stored-key.ts
function differs(planned, stored) {
  if (stored === void 0 || canonical(stored.metadata) !== canonical(planned.metadata)) {
    return true;
  }
  return stored.value !== void 0 && !isReadingOf(stored.value, planned.value);
}
var BYTE_ORDER_MARK = Buffer.from("\uFEFF");
function isReadingOf(read, bytes) {
  const marked = Buffer.compare(bytes.subarray(0, BYTE_ORDER_MARK.length), BYTE_ORDER_MARK) === 0;
  return Buffer.compare(read, bytes) === 0 || marked && Buffer.compare(read, bytes.subarray(BYTE_ORDER_MARK.length)) === 0;
}
function isUnclear(read, blob) {
  return (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .blobName */ .PF)(read) !== blob && (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .blobName */ .PF)(Buffer.concat([BYTE_ORDER_MARK, read])) === blob;
}
function fingerprint(planned) {
  return canonical(planned.metadata);
}
var NOTES = ["seq", "ledger"];
function canonical(metadata) {
  if (typeof metadata !== "object" || metadata === null) {
    return JSON.stringify(metadata ?? null);
  }
  const notes = "ledger" in metadata ? NOTES : [];
  const told = Object.entries(metadata).filter(([name]) => !notes.includes(name));
  return JSON.stringify(told.sort(([a], [b]) => a < b ? -1 : 1));
}
function ledgerMarkOf(metadata) {
  if (typeof metadata !== "object" || metadata === null || !("seq" in metadata) || !("ledger" in metadata)) {
    return void 0;
  }
  const { seq, ledger } = metadata;
  return typeof seq === "number" && typeof ledger === "string" ? { seq, commit: ledger } : void 0;
}

// src/engine/apply.ts
var Applier = class {
  #options;
  #ports;
  #before = /* @__PURE__ */ new Map();
  #looked = /* @__PURE__ */ new Set();
  #acknowledged = /* @__PURE__ */ new Map();
  #applied = /* @__PURE__ */ new Map();
  #warnings = /* @__PURE__ */ new Set();
  #verified = /* @__PURE__ */ new Set();
  /** Keys this run wrote or tried to; what was read of them before says nothing any more. */
  #touched = /* @__PURE__ */ new Set();
  #failures = 0;
  #writtenAt;
  constructor(options, ports) {
    this.#options = options;
    this.#ports = ports;
  }
  /** Reads what is stored under keys that were not looked at yet, and refuses what belongs to somebody else. */
  async check(plans) {
    for (const { namespace, keys, absent } of plans) {
      const stored = this.#before.get(namespace) ?? /* @__PURE__ */ new Map();
      this.#before.set(namespace, stored);
      const unseen = [...keys.map(({ key }) => key), ...absent].filter(
        (key) => !this.#looked.has(address(namespace, key))
      );
      if (unseen.length > 0) {
        const records = await this.#read(namespace, unseen);
        for (const key of unseen) {
          this.#looked.add(address(namespace, key));
          const record = records.get(key);
          if (record !== void 0) {
            stored.set(key, record);
          }
        }
      }
      for (const { key } of keys) {
        this.#refuseForeign(namespace, key, stored.get(key));
      }
      await this.#verifyLedger(namespace, stored.get(_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .INDEX_KEY */ .lr));
    }
  }
  async #read(namespace, keys) {
    const { readAhead: readAhead2 } = this.#options;
    const ahead = readAhead2?.namespace === namespace ? await readAhead2.records : void 0;
    const rest = keys.filter((key) => ahead === void 0 || readAhead2?.keys.has(key) !== true);
    const read = rest.length === 0 ? [] : await (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L)(this.#ports.clock, () => this.#ports.kv.read(namespace, rest));
    return new Map([...ahead ?? [], ...read]);
  }
  /**
   * Begins with other keys: what is known of those before takes no memory any more. What a listing showed of them is not
   * read again.
   * @param records undefined: nothing
   */
  begin(namespace, records) {
    for (const memory of [this.#before, this.#looked, this.#acknowledged, this.#applied, this.#touched]) {
      memory.clear();
    }
    this.#failures = 0;
    const stored = this.#before.get(namespace) ?? /* @__PURE__ */ new Map();
    this.#before.set(namespace, stored);
    for (const [key, record] of records) {
      this.#looked.add(address(namespace, key));
      if (record !== void 0) {
        stored.set(key, record);
      }
    }
  }
  /** What was stored under a key when it was looked at; undefined for nothing, and for what is not ours. */
  owned(namespace, key) {
    const record = this.#before.get(namespace)?.get(key);
    return (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .ownership */ .k)(record?.metadata, this.#options.owners) === "own" ? record : void 0;
  }
  async #verifyLedger(namespace, index2) {
    const mark = (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .ownership */ .k)(index2?.metadata, this.#options.owners) === "own" ? ledgerMarkOf(index2?.metadata) : void 0;
    if (mark !== void 0 && !this.#verified.has(namespace)) {
      this.#verified.add(namespace);
      await this.#options.verifyLedger(mark, namespace);
    }
  }
  #refuseForeign(namespace, key, record) {
    if (record === void 0 || (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .ownership */ .k)(record.metadata, this.#options.owners) !== "foreign") {
      return;
    }
    const { "managed-by": owner } = record.metadata;
    if (key === _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .INDEX_KEY */ .lr) {
      this.#warnings.add(
        `The index \`${_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .INDEX_KEY */ .lr}\` of namespace ${namespace} belongs to \`${owner}\` and is left alone. Give each repository a namespace of its own to have an index for this one.`
      );
      return;
    }
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
      "key-foreign",
      `The key \`${key}\` in namespace ${namespace} belongs to \`${owner}\`.`,
      "Give each repository a namespace of its own. If this repository had that name before, say so under `formerly` in the configuration."
    );
  }
  #pending(plan) {
    const stored = this.#before.get(plan.namespace);
    const owner = (key) => (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .ownership */ .k)(stored?.get(key)?.metadata, this.#options.owners);
    return {
      keys: plan.keys.filter(
        (planned) => !(planned.role === "index" && owner(planned.key) === "foreign") && this.#acknowledged.get(address(plan.namespace, planned.key)) !== written(plan, planned) && !this.#isExcused(plan, planned, stored?.get(planned.key))
      ),
      // A read may be stale, so a key that seems to be absent is deleted as well; what is stored but not ours stays.
      absent: plan.absent.filter(
        (key) => (stored?.get(key) === void 0 || owner(key) === "own") && this.#acknowledged.get(address(plan.namespace, key)) !== "" && !(plan.acknowledged === true && stored?.get(key) === void 0)
      )
    };
  }
  /** Whether a write may be left out: the ledger says that it was done, and KV agrees. */
  #isExcused(plan, planned, stored) {
    return plan.acknowledged === true && !this.#touched.has(address(plan.namespace, planned.key)) && !differs(planned, stored);
  }
  /** When KV had first acknowledged everything there was to write, in milliseconds since the epoch. */
  get writtenAt() {
    return this.#writtenAt;
  }
  /** Whether nothing is left to write. */
  isApplied(plans) {
    return plans.every((plan) => {
      const { keys, absent } = this.#pending(plan);
      return keys.length === 0 && absent.length === 0;
    });
  }
  /**
   * Writes what is not acknowledged.
   * @returns false after a fault that may pass, and a wait: what is to be written has to be computed anew, so that it never
   *   puts an old value over a newer run's
   * @throws TagshipError `kv-incomplete`, and what the store throws, where it was tried often enough
   */
  async apply(plans) {
    try {
      for (const plan of plans) {
        const { keys, absent } = this.#pending(plan);
        if (keys.length + absent.length > 0) {
          this.#options.onWrite();
        }
        if (keys.length > 0) {
          await this.#put(plan, keys);
        }
        if (absent.length > 0) {
          await this.#drop(plan, absent);
        }
      }
      this.#writtenAt ??= this.#ports.clock.now();
      return true;
    } catch (error) {
      if (!(error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TransientError */ .N_)) {
        throw error;
      }
      this.#failures++;
      const delay = (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retryDelay */ .a)(error, this.#failures, this.#ports.clock);
      this.#ports.journal.info(`${error.failure.what} Trying again in ${(delay / 1e3).toFixed(1)} s.`);
      await this.#ports.clock.sleep(delay);
      return false;
    }
  }
  async #put(plan, keys) {
    for (const { key } of keys) {
      this.#acknowledged.delete(address(plan.namespace, key));
      this.#touched.add(address(plan.namespace, key));
    }
    const failed = new Set(await this.#ports.kv.write(plan.namespace, keys));
    for (const planned of keys) {
      if (!failed.has(planned.key)) {
        this.#acknowledged.set(address(plan.namespace, planned.key), written(plan, planned));
        this.#remember(plan.namespace, planned);
      }
    }
    this.#refuseIncomplete(plan.namespace, [...failed]);
  }
  async #drop(plan, keys) {
    const failed = new Set(await this.#ports.kv.remove(plan.namespace, keys));
    for (const key of keys) {
      if (!failed.has(key)) {
        this.#acknowledged.set(address(plan.namespace, key), "");
        this.#rememberRemoval(plan.namespace, key);
      }
    }
    this.#refuseIncomplete(plan.namespace, [...failed]);
  }
  #refuseIncomplete(namespace, keys) {
    if (keys.length > 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TransientError */ .N_(
        new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
          "kv-incomplete",
          `Cloudflare did not store ${keys.length === 1 ? "one key" : `${keys.length} keys`} of namespace ${namespace}: ${keys.slice(0, 10).map((key) => `\`${key}\``).join(", ")}${keys.length > 10 ? ", …" : ""}.`,
          "Run the job again; what was stored stays right. See the Cloudflare status page if it happens again."
        )
      );
    }
  }
  #rememberRemoval(namespace, key) {
    if (this.#before.get(namespace)?.has(key)) {
      this.#applied.set(address(namespace, key), { namespace, key, role: "removed", bytes: 0, differed: true });
    }
  }
  #remember(namespace, planned) {
    this.#applied.set(address(namespace, planned.key), {
      namespace,
      key: planned.key,
      role: planned.role,
      bytes: planned.value.length,
      differed: this.#applied.get(address(namespace, planned.key))?.differed === true || differs(planned, this.#before.get(namespace)?.get(planned.key))
    });
  }
  /** Notes what would be written, as in a dry run. */
  pretend(plans) {
    for (const plan of plans) {
      const { keys, absent } = this.#pending(plan);
      for (const planned of keys) {
        this.#remember(plan.namespace, planned);
      }
      for (const key of absent) {
        this.#rememberRemoval(plan.namespace, key);
      }
    }
  }
  /** What was written so far. */
  get outcome() {
    const keys = [...this.#applied.values()];
    return {
      keys,
      changed: keys.some(({ differed }) => differed),
      before: this.#before,
      warnings: [...this.#warnings]
    };
  }
};
function address(namespace, key) {
  return `${namespace} ${key}`;
}
function written({ inputs }, planned) {
  return planned.role === "index" ? fingerprint(planned) : `${inputs ?? ""} ${fingerprint(planned)}`;
}

// src/domain/metadata.ts
var EXPENDABLE = ["path", "author", "date"];
function fitMetadata(key, metadata) {
  const fitted = { ...metadata };
  for (const name of [void 0, ...EXPENDABLE]) {
    if (name !== void 0) {
      delete fitted[name];
    }
    if ((0,_with_domain_limits_js__WEBPACK_IMPORTED_MODULE_23__/* .byteLength */ .d)(JSON.stringify(fitted)) <= _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_23__/* .KV_LIMITS */ .f.metadata) {
      return fitted;
    }
  }
  throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
    "metadata-too-large",
    `The metadata of \`${key}\` is over ${_with_domain_limits_js__WEBPACK_IMPORTED_MODULE_23__/* .KV_LIMITS */ .f.metadata} bytes even without path, author and date.`,
    "Give the component a shorter version or type."
  );
}

// src/domain/planned-key.ts
function planKey(wanted, content, repository) {
  const metadata = {
    sha: content.commit,
    version: wanted.version,
    type: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .singularType */ .Iz)(wanted.component.type),
    blob: content.blob,
    "managed-by": (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerMark */ .$)(repository),
    date: content.date,
    author: content.author,
    path: content.path,
    ...wanted.marks
  };
  return {
    key: wanted.key,
    role: wanted.role,
    value: content.bytes,
    metadata: fitMetadata(wanted.key, metadata),
    path: content.path
  };
}
function planList({ key, versions }, repository) {
  const value = new TextEncoder().encode(JSON.stringify(versions));
  return {
    key,
    role: "versions",
    value,
    metadata: { "managed-by": (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerMark */ .$)(repository), blob: (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .blobName */ .PF)(value) },
    path: void 0
  };
}
function planShare({ key, share }, repository) {
  const value = new TextEncoder().encode(String(share));
  return {
    key,
    role: "share",
    value,
    metadata: { "managed-by": (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerMark */ .$)(repository), blob: (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .blobName */ .PF)(value) },
    path: void 0
  };
}
function planIndex(json, repository, ledger) {
  const value = new TextEncoder().encode(json);
  const mark = ledger === void 0 ? {} : { seq: ledger.seq, ledger: ledger.commit };
  return {
    key: _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .INDEX_KEY */ .lr,
    role: "index",
    value,
    metadata: { "managed-by": (0,_with_domain_ownership_js__WEBPACK_IMPORTED_MODULE_3__/* .ownerMark */ .$)(repository), blob: (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .blobName */ .PF)(value), ...mark },
    path: void 0
  };
}

// src/domain/projected-index.ts
function projectIndex(state, policy) {
  const index2 = /* @__PURE__ */ Object.create(null);
  for (const id of [...state.keys()].sort(byCodeUnits)) {
    const tags = state.get(id);
    if (tags === void 0 || tags.component.prefix !== "components") {
      continue;
    }
    const line = indexLine(tags, policy);
    if (line.length > 0) {
      index2[id] = Object.fromEntries(line.sort(([a], [b]) => byCodeUnits(a, b)));
    }
  }
  return JSON.stringify(index2);
}
function indexLine(tags, policy) {
  const line = [];
  for (const [environment, ref] of tags.environments) {
    if (policy.holds(environment)) {
      const fallback = policy.unversioned === "allow" ? (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_22__/* .unversionedName */ .wj)(ref.commit) : void 0;
      const version = policy.versionOf(tags, ref)?.version ?? fallback;
      if (version !== void 0) {
        line.push([environment, version]);
      }
    }
  }
  return line;
}
function byCodeUnits(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

// src/engine/desired.ts
function policyOf(namespace, view, settings) {
  const { config } = settings;
  const pins = config.pins.map(_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_16__/* .globMatcher */ .fU);
  const population = settings.populations.get(namespace) ?? /* @__PURE__ */ new Set();
  const rules = config.environments;
  const canaries = new Set(Object.values(rules).flatMap(({ canary }) => canary?.environment ?? []));
  const holds = (environment) => population.has(environment);
  const told = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .livingShares */ .us)(view.tags, view.shares, rules, holds).flatMap(({ component, environment, share }) => {
    const key = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .shareKey */ .tZ)(component, environment, rules);
    return key === void 0 ? [] : [[key, share]];
  });
  const shares = new Map(told);
  return {
    layouts: config.keys,
    readKey: (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .keyReader */ .j6)(config.keys),
    latest: config.latest,
    unversioned: config.unversioned,
    acceptMoved: settings.acceptMoved,
    onDelete: config["on-delete"],
    retention: config.retention,
    versionsIndex: config["versions-index"],
    takesVersions: settings.versionNamespaces === void 0 || settings.versionNamespaces.has(namespace),
    pinned: (name) => pins.some((matches) => matches(name)),
    holds,
    versionOf: (tags, ref) => view.versionOf(tags, ref),
    isHeld: (component, environment) => view.ledger?.entry(environment, component)?.status === "held",
    isLive: (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .environmentMatcher */ .I5)(config.live),
    isCanary: (environment) => canaries.has(environment),
    remembered: (component) => view.remembered(component),
    quarantined: (component, environment) => view.quarantined(component, environment),
    shareOf: (tags, environment) => (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .liveShare */ .Yi)(tags, environment, rules[environment]?.canary, view.shares),
    shareKeys: (component) => Object.entries(rules).flatMap(([environment, { canary }]) => {
      const key = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .shareKey */ .tZ)(component, environment, rules);
      if (key === void 0 || canary === void 0 || !holds(environment)) {
        return [];
      }
      const had = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .readable */ .HD)(() => view.ledger?.entry(canary.environment, component))?.of === environment;
      const share = shares.get(key);
      return share === void 0 && !had ? [] : [{ environment, key, share: share ?? 0 }];
    })
  };
}
async function desiredState(namespace, targets, view, settings, content, selection) {
  const { config, repositoryName } = settings;
  const policy = policyOf(namespace, view, settings);
  const projection = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .projectTargets */ .q6)(targets, view.tags, policy);
  const isChosen = (key) => selection === void 0 || selection.keys.has(key);
  const chosen = projection.content.filter(({ key }) => isChosen(key));
  const contents = /* @__PURE__ */ new Map();
  const keys = [];
  for (const wanted of chosen) {
    const found = await contentOf(wanted.component, wanted.commit, contents, content, config.paths);
    keys.push(planKey(wanted, found, repositoryName));
  }
  const lists = projection.lists.filter(({ key }) => isChosen(key));
  keys.push(...lists.map((list) => planList(list, repositoryName)));
  const shares = projection.shares.filter(({ key }) => isChosen(key));
  keys.push(...shares.map((share) => planShare(share, repositoryName)));
  const touchesIndex = targets.some(({ slot, deleted }) => slot.kind === "environment" || deleted === true);
  const isIndexed = touchesIndex || keys.some(({ role }) => role === "environment");
  if (selection === void 0 ? isIndexed : selection.keys.has(_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .INDEX_KEY */ .lr)) {
    const { ledger } = view;
    const mark = ledger === void 0 ? void 0 : { seq: ledger.number, commit: ledger.commit };
    keys.push(index(projectIndex(view.tags, policy), repositoryName, mark));
  }
  const order = {
    version: 0,
    latest: 1,
    versions: 2,
    environment: 3,
    share: 4,
    index: 5
  };
  keys.sort((a, b) => order[a.role] - order[b.role]);
  const planned = new Set(keys.map(({ key }) => key));
  const unwanted = [...selection?.keys ?? []].filter((key) => !planned.has(key));
  return {
    namespace,
    keys,
    absent: selection === void 0 ? projection.absent : selection.removes ? unwanted : [],
    left: selection === void 0 ? projection.left : selection.removes ? [] : unwanted,
    wanted: new Map(chosen.map((wanted) => [wanted.key, wanted]))
  };
}
async function contentOf(component, commit, contents, reader, templates) {
  const id = `${component.type}/${component.name} ${commit}`;
  const known = contents.get(id);
  if (known !== void 0) {
    return known;
  }
  const read = await reader.read(component, commit, templates);
  contents.set(id, read);
  return read;
}
function index(json, repositoryName, mark) {
  const planned = planIndex(json, repositoryName, mark);
  if (planned.value.length > _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_23__/* .KV_LIMITS */ .f.value) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
      "content-too-large",
      `The index \`${_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .INDEX_KEY */ .lr}\` would have ${planned.value.length} bytes; Workers KV takes ${_with_domain_limits_js__WEBPACK_IMPORTED_MODULE_23__/* .KV_LIMITS */ .f.value} (25 MiB).`,
      "Delete environment tags nobody uses, or spread the environments over several namespaces."
    );
  }
  return planned;
}

// src/engine/ledger/behind.ts
var MAX_WALK = 2e3;
async function isBehind(tip, commit, seq, repository) {
  await tip.count();
  const distance = tip.number - seq;
  if (distance === 0 || distance < 0) {
    return tip.commit === commit;
  }
  if (distance > MAX_WALK) {
    return true;
  }
  await repository.log(tip.commit, { depth: distance + 1 });
  let at = tip.commit;
  for (let step = 0; step < distance && at !== void 0; step++) {
    const object = await repository.read(at);
    at = object?.type === "commit" ? object.parents[0] : void 0;
  }
  return at === commit;
}

// src/engine/ledger/compose.ts
function nextSeq(parent) {
  return (parent?.number ?? 0) + 1;
}
function nextTime(parent, serverTime) {
  const before = parent?.time ?? 0;
  return before > serverTime + _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_13__/* .AHEAD_SECONDS */ .gJ ? serverTime : Math.max(serverTime, before);
}
async function composeCommit(parent, change, author, serverTime, repository) {
  const seq = nextSeq(parent);
  const time = nextTime(parent, serverTime);
  const before = Math.min(parent?.time ?? 0, time);
  const day = parent === void 0 ? void 0 : (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .dayPath */ .yl)(before);
  await parent?.load([
    _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .HOLDS_FILE */ .gL,
    _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .SHARES_FILE */ .ao,
    ...day === void 0 ? [] : [day],
    ...change.entries.map(({ environment, component }) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .entryPath */ .s3)(environment, component)),
    ...change.versions.map(({ component }) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .versionsPath */ .dn)(component))
  ]);
  const objects = [];
  const edits = /* @__PURE__ */ new Map();
  const write = (path, blob) => {
    objects.push(blob);
    edits.set(path, blob.oid);
  };
  for (const one of change.entries) {
    const { environment, component } = one;
    write((0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .entryPath */ .s3)(environment, component), entryBlob(one));
    const { blob } = one.entry;
    if (blob !== null || parent !== void 0) {
      edits.set((0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .contentPath */ .nX)(environment, component), blob ?? void 0);
    }
  }
  for (const one of change.versions) {
    write((0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .versionsPath */ .dn)(one.component), versionsBlob(one));
  }
  if (parent !== void 0 && day !== void 0) {
    write(day, (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .blobObject */ .PN)(`${parent.text(day) ?? ""}${(0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .dayLine */ .Hs)(before, parent.commit)}`));
  }
  const list = (path, old, now, text) => {
    if (Object.keys(now).length > 0) {
      write(path, (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .blobObject */ .PN)(text));
    } else if (Object.keys(old).length > 0) {
      edits.set(path, void 0);
    }
  };
  const held = parent?.holds() ?? {};
  const holds = nextHolds(held, change.entries);
  list(_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .HOLDS_FILE */ .gL, held, holds, (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_12__/* .holdsText */ .My)(holds));
  const shared2 = parent?.shares() ?? {};
  const shares = (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_12__/* .nextShares */ .YT)(shared2, change.entries);
  list(_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .SHARES_FILE */ .ao, shared2, shares, (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_12__/* .sharesText */ .W5)(shares));
  const tree = await (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .editTree */ .nf)(repository, parent?.tree, edits, objects);
  const person = { name: author.actor ?? "unknown", email: author.email, time };
  const commit = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .commitObject */ .zS)({
    tree: tree ?? emptyTree(objects),
    parents: parent === void 0 ? [] : [parent.commit],
    author: person,
    committer: { ...person, name: "Tagship" },
    message: (0,_with_ledger_message_js__WEBPACK_IMPORTED_MODULE_7__/* .ledgerMessage */ .hh)({
      seq,
      actor: author.actor,
      run: author.run,
      reason: author.reason,
      override: author.override,
      recorded: change.entries.map(
        ({ event, environment, component, entry, gate }) => (0,_with_ledger_message_js__WEBPACK_IMPORTED_MODULE_7__/* .recordedOf */ .i0)(event, environment, component, entry, gate)
      ),
      registered: change.registered
    })
  });
  objects.push(commit);
  return { oid: commit.oid, seq, time, objects };
}
function entryBlob(change) {
  return (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .lazyBlob */ .ii)(() => (0,_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_13__/* .entryText */ .u0)(change.entry));
}
function versionsBlob(change) {
  return (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .lazyBlob */ .ii)(() => (0,_with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_13__/* .versionsText */ .pl)(change.versions));
}
function nextHolds(before, entries) {
  const holds = new Map(Object.entries(before));
  for (const { environment, component, entry } of entries) {
    if (holds.size === 0 && entry.status !== "held") {
      continue;
    }
    const path = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .entryPath */ .s3)(environment, component);
    holds.delete(path);
    if (entry.status === "held" && entry.tag !== null && entry.version !== null && entry.commit !== null) {
      holds.set(path, { tag: entry.tag, version: entry.version, commit: entry.commit });
    }
  }
  return Object.fromEntries([...holds].sort(([a], [b]) => a < b ? -1 : 1));
}
function emptyTree(objects) {
  const tree = (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .treeObject */ .mZ)([]);
  objects.push(tree);
  return tree.oid;
}

// src/engine/ledger/overlay.ts
var Overlay = class {
  #repository;
  #objects = /* @__PURE__ */ new Map();
  constructor(repository) {
    this.#repository = repository;
  }
  /** Everything that was added, for the push. */
  get added() {
    return [...this.#objects.values()];
  }
  add(objects) {
    for (const raw of objects) {
      this.#objects.set(raw.oid, raw);
    }
  }
  refs = (prefixes, names) => this.#repository.refs(prefixes, names);
  tips = (names) => this.#repository.tips(names);
  log = (tip, limit) => this.#repository.log(tip, limit);
  reachable = (tip, commits) => this.#repository.reachable(tip, commits);
  abandon = () => this.#repository.abandon();
  serverTime = () => this.#repository.serverTime();
  mayPush = () => this.#repository.mayPush();
  push = (updates, objects) => this.#repository.push(updates, objects);
  load = (oids, depth, budget) => this.#repository.load(
    oids.filter((oid) => !this.#objects.has(oid)),
    depth,
    budget
  );
  loadPresent = (oids) => this.#repository.loadPresent(oids.filter((oid) => !this.#objects.has(oid)));
  async *readAll(oids) {
    const others = this.#repository.readAll(oids.filter((oid) => !this.#objects.has(oid)))[Symbol.asyncIterator]();
    try {
      for (const oid of oids) {
        const raw = this.#objects.get(oid);
        yield raw === void 0 ? (await others.next()).value : { oid, object: (0,_with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRaw */ .k)(raw) };
      }
    } finally {
      await others.return?.();
    }
  }
  async read(oid) {
    const raw = this.#objects.get(oid);
    return raw === void 0 ? await this.#repository.read(oid) : (0,_with_git_object_parse_js__WEBPACK_IMPORTED_MODULE_2__/* .parseRaw */ .k)(raw);
  }
};

// src/engine/ledger/tag-objects.ts
var TagObjects = class {
  #made = /* @__PURE__ */ new Map();
  constructor(events, { actor, email }, stamp) {
    for (const event of events) {
      if (event.kind === "moved" && typeof event.tag !== "string") {
        const tagger = { name: actor ?? "unknown", email, time: Date.parse(stamp.at) / 1e3 };
        this.#made.set(event.tag, environmentTag(event, event.tag, tagger, stamp.seq));
      }
    }
  }
  oidOf(tag) {
    return this.#made.get(tag)?.oid ?? "";
  }
  get objects() {
    return [...this.#made.values()];
  }
  get names() {
    return [...this.#made].map(([{ name }, { oid }]) => [name, oid]);
  }
  get updates() {
    return [...this.#made].map(([{ name, from }, { oid }]) => ({ ref: `refs/tags/${name}`, from, to: oid }));
  }
};
function environmentTag({ component, environment, running, restored }, tag, tagger, seq) {
  return (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .tagObject */ .aS)({
    target: tag.wraps.oid,
    targetType: tag.wraps.type,
    name: tag.name,
    tagger,
    message: `Set ${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component)} ${environment} to ${running.version}${restored === void 0 ? "" : `, which ran in ${restored.from} at ${restored.at}`}

Ledger: ${seq}`
  });
}

// src/engine/ledger/draft.ts
async function compose(ledger, commits, options, repository) {
  const overlay = new Overlay(repository);
  await ledger?.count();
  const updates = [];
  const tags = /* @__PURE__ */ new Map();
  const doubts = /* @__PURE__ */ new Map();
  const remarks = /* @__PURE__ */ new Set();
  let parent = ledger;
  for (const commit of commits) {
    const { change, made, time, author } = await changeOn(parent, commit, options, repository);
    for (const doubt of change.doubts) {
      doubts.set(doubt.problem.message, doubt);
    }
    change.remarks.forEach(remarks.add, remarks);
    if (time === void 0 || isEmpty(change)) {
      continue;
    }
    const { oid, seq, objects } = await composeCommit(parent, change, author, time, overlay);
    overlay.add([...commit.objects ?? [], ...made.objects, ...objects]);
    updates.push(...made.updates, ...(commit.removals ?? []).map(deletion));
    for (const [name, object] of made.names) {
      tags.set(name, object);
    }
    parent = await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .LedgerSnapshot */ .g.open(overlay, oid, "trees", seq);
  }
  const composed = { doubtful: [...doubts.values()], remarks: [...remarks], tags };
  return parent === void 0 || parent === ledger ? { ...composed, commit: void 0 } : {
    ...composed,
    commit: parent.commit,
    parent: ledger?.commit,
    seq: parent.message.seq,
    updates,
    objects: overlay.added
  };
}
async function changeOn(parent, { events, others = false }, { author, acceptMoved }, repository) {
  const teller = others ? { ...author, reason: null, override: [] } : author;
  const { places, components } = subjectsOf(events);
  await parent?.load([
    _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .SHARES_FILE */ .ao,
    ...places.map(({ environment, component }) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .entryPath */ .s3)(environment, component)),
    ...components.map(_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .versionsPath */ .dn)
  ]);
  const shares = parent?.shares() ?? {};
  await parent?.load(
    places.flatMap(
      ({ environment, component }) => (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_12__/* .canariesOf */ .QL)(shares, component, environment).map((canary) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .entryPath */ .s3)(canary, component))
    )
  );
  const at = (time2) => {
    const stamp = stampOf(parent, time2, teller);
    const made2 = new TagObjects(events, teller, stamp);
    return { change: changeOf(events, parent, stamp, (tag) => made2.oidOf(tag), acceptMoved), made: made2 };
  };
  const early = at(0);
  if (isEmpty(early.change)) {
    return { ...early, time: void 0, author: teller };
  }
  const time = await repository.serverTime();
  const { change, made } = at(time);
  const sound = soundPart(change, parent, time);
  if (sound.doubts.length > 0 && !others && events.some(({ kind }) => kind === "moved" || kind === "removed")) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipErrors */ .g0(sound.doubts.map(({ problem }) => problem));
  }
  return { change: sound, made, time, author: teller };
}
function isEmpty({ entries, versions }) {
  return entries.length + versions.length === 0;
}
function deletion({ name, object }) {
  return { ref: `refs/tags/${name}`, from: object, to: void 0 };
}
function soundPart(change, parent, serverTime) {
  const found = change.entries.map(({ environment, component }) => {
    const problem = parent?.doubt(environment, component, serverTime);
    return problem === void 0 ? void 0 : { component, environment, problem };
  });
  return found.every((doubt) => doubt === void 0) ? change : {
    ...change,
    entries: change.entries.filter((_, i) => found[i] === void 0),
    doubts: [...change.doubts, ...found.flatMap((doubt) => doubt ?? [])]
  };
}
function stampOf(parent, serverTime, author) {
  const time = nextTime(parent, serverTime);
  return {
    seq: nextSeq(parent),
    at: (0,_with_domain_time_js__WEBPACK_IMPORTED_MODULE_1__/* .isoTime */ .L)(time),
    actor: author.actor,
    run: author.run,
    reason: author.reason,
    override: author.override
  };
}

// src/engine/ledger/refusal.ts
var LASTING = /hook declined|declined due to|GH\d{3}|rule violations|refusing to|protected|prohibited|denied|not allowed|permission|deny |(?<!rate )limit|too many|exists; cannot create|refname conflict|funny ref|read-only|SAML/i;
function isLasting(outcome) {
  return LASTING.test(wordsOf(outcome));
}
function refusal(outcome, updates, ledgerRef) {
  const named = namedIn(outcome);
  const refs = (named.length > 0 ? named : outcome.refused).map(({ ref }) => `\`${ref}\``);
  const shown = `${refs.slice(0, 5).join(", ")}${refs.length > 5 ? ` and ${refs.length - 5} more` : ""}`;
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
    "move-refused",
    `The Git server refused ${shown || "the push"}, so nothing was moved.${saidIn(outcome)}`,
    remedy(outcome, refs.includes(`\`${ledgerRef}\``) && named.length === 1, updates.length)
  );
}
function trouble(outcome) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TransientError */ .N_(
    new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
      "git-unreachable",
      `The Git server did not take the push, and nothing was moved.${saidIn(outcome)}`,
      "Check the status page of the server, then run the job again."
    )
  );
}
function namedIn({ refused }) {
  return refused.filter(({ reason }) => !/atomic/i.test(reason));
}
function wordsOf(outcome) {
  const words = [...outcome.refused.map(({ reason }) => reason), outcome.said].join("\n");
  return words.replace(/\brefs[/%]\S*?(?='? exists;|'?\s|$)/gm, "");
}
function remedy(outcome, onlyLedger, count) {
  const words = wordsOf(outcome);
  const closed = (0,_with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_8__/* .remedyOfClosed */ .w)(words);
  if (closed !== void 0) {
    return closed;
  }
  const unblock = /https?:\/\/\S+\/unblock-secret\/[\w-]+/.exec(words)?.[0];
  if (unblock !== void 0 || /GH009|secrets? detected|cannot contain secrets|push protection/i.test(words)) {
    return `Push protection sees a secret in the content. Take it out of the file (and revoke it), or, if it is none, allow it ${unblock === void 0 ? "at the URL in the message" : `at ${unblock}`}, then run the job again. A bypass of rulesets does not help.`;
  }
  if (/GH007|private email/i.test(words)) {
    return 'The commits carry an email address that its owner keeps private. Turn "Block command line pushes that expose my email" off for that account, or pass the token of a GitHub App.';
  }
  if (/workflow/i.test(words) && /permission|scope/i.test(words)) {
    return "The tagged commit brings workflow files, for which the token needs `workflows: write`. `GITHUB_TOKEN` cannot be given that: pass the token of a GitHub App or a fine-grained personal token that has it as `github-token`.";
  }
  if (/exists; cannot create|refname conflict/i.test(words)) {
    return "Delete or rename the ref that is in the way: in Git no ref can be the folder of another one.";
  }
  if (/funny ref/i.test(words)) {
    return "The server does not take a ref of this name. Choose another name for the component, the environment or `ledger.ref`.";
  }
  if (/timed? out/i.test(words)) {
    return "A pre-receive hook of the server needs more time than it has. Ask its administrator to look at the hook, then run the job again.";
  }
  if (/limit|too many|number of (?:refs|branches|tags)|more than \d+/i.test(words)) {
    return `The push moves ${count} refs, and a push policy of the repository allows fewer. Name fewer components at a time, or raise the limit under Settings → Repository policies: an atomic move is never split.`;
  }
  if (onlyLedger) {
    return "Let the token write the ledger: make its actor a bypass actor of the rules for that ref, or name another ref under `ledger.ref`.";
  }
  if (/GH\d{3}|rule|protected/i.test(words)) {
    return "Exempt environment tags (`components/*/*/production`) from the ruleset, or make the actor of the token a bypass actor; only version tags should be protected.";
  }
  return "Ask those who run the rules or hooks of the repository to let the token move these refs.";
}
function saidIn(outcome) {
  const [reason = ""] = namedIn(outcome).map((one) => one.reason);
  const said = linesOf(outcome.said);
  const isNew = reason !== "" && !said.includes(reason) && !/^(?:pre-receive hook|push) declined/.test(reason);
  const all = [...said === "" ? [] : [said], ...isNew || said === "" ? [reason] : []].filter((one) => one !== "");
  return all.map((one, i) => ` It ${i === 0 ? "" : "also "}says: ${/[.!?]$/.test(one) ? one : `${one}.`}`).join("");
}
function linesOf(text) {
  const lines = text.split("\n").map((line) => line.replace(/^(?:remote|error|fatal): ?/, "").trim()).filter((line) => /\w/.test(line) && !/^(?:Review all repository rules|Resolving deltas)/.test(line));
  const said = lines.slice(0, 12).join(" ");
  return said.length > 500 ? `${said.slice(0, 500).toWellFormed()}…` : said;
}

// src/engine/ledger/append.ts
var APPEND_LIMIT_MS = 9e4;
var LONGEST_PAUSE_MS = 3e3;
async function append(first, observe, propose, options, ports) {
  const { repository, clock, journal } = ports;
  const deadline = clock.now() + (options.limitMs ?? APPEND_LIMIT_MS);
  const unclear = [];
  let observed = first;
  for (let attempt3 = 1; ; attempt3++) {
    const { ledger } = observed;
    const late = await landedIn(ledger, unclear, repository);
    if (late !== void 0) {
      return { kind: "landed", ...late };
    }
    const proposal = await propose(observed);
    if (proposal.kind === "superseded") {
      return proposal;
    }
    const draft = await compose(ledger, proposal.commits, options, repository);
    const { doubtful, remarks, tags } = draft;
    if (draft.commit === void 0) {
      return { kind: "nothing", ledger, doubtful, remarks, tags };
    }
    if (clock.now() >= deadline) {
      throw tooLate(options);
    }
    const updates = [...draft.updates, { ref: options.ref, from: ledger?.commit, to: draft.commit }];
    const failure = await tryPush(draft, updates, options, repository);
    if (failure === void 0) {
      const landed = await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .LedgerSnapshot */ .g.open(repository, draft.commit, "trees", draft.seq);
      return { kind: "landed", ledger: landed, doubtful, remarks, tags };
    }
    if (failure.kind === "race") {
      unclear.length = 0;
    } else {
      unclear.push(draft);
    }
    const pause = pauseAfter(failure, { attempt: attempt3, faults: unclear.length, deadline }, clock);
    journal.info(`${reasonOf(failure)} Try ${attempt3} did not land: computing anew in ${Math.round(pause)} ms.`);
    await clock.sleep(pause);
    observed = await observe();
  }
}
function pauseAfter(failure, tries, clock) {
  const isLate = clock.now() >= tries.deadline;
  if (failure.kind === "fault") {
    const pause = isLate ? 0 : (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retryDelay */ .a)(failure.fault, tries.faults, clock);
    if (isLate || clock.now() + pause >= tries.deadline) {
      throw failure.fault.failure;
    }
    return pause;
  }
  if (isLate) {
    throw busy(failure.outcome, tries.attempt);
  }
  return clock.random() * Math.min(LONGEST_PAUSE_MS, 100 * 2 ** Math.min(tries.attempt, 10));
}
function reasonOf(failure) {
  return failure.kind === "race" ? "The ledger or a tag moved meanwhile." : failure.fault.failure.what;
}
async function landedIn(ledger, drafts, repository) {
  for (const draft of ledger === void 0 ? [] : drafts) {
    if (ledger !== void 0 && await isIn(ledger, draft, repository)) {
      const { doubtful, remarks, tags } = draft;
      return { ledger: await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .LedgerSnapshot */ .g.open(repository, draft.commit), doubtful, remarks, tags };
    }
  }
  return void 0;
}
async function isIn(ledger, { commit, parent, seq }, repository) {
  return ledger.commit !== parent && await isBehind(ledger, commit, seq, repository);
}
async function tryPush(draft, updates, options, repository) {
  let outcome;
  let fault;
  try {
    const pushed = await repository.push(updates, draft.objects);
    if (pushed.landed) {
      return void 0;
    }
    if (isLasting(pushed)) {
      throw refusal(pushed, updates, options.ref);
    }
    outcome = pushed;
    fault = trouble(pushed);
  } catch (error) {
    if (!(error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TransientError */ .N_)) {
      throw error;
    }
    fault = error;
  }
  const expected = updates.slice(-MAX_CHECKED);
  const tips = await repository.tips(expected.map(({ ref }) => ref));
  const tip = tips.get(options.ref);
  if (tip !== void 0 && tip !== draft.parent) {
    const ledger = await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .LedgerSnapshot */ .g.open(repository, tip);
    if (await isIn(ledger, draft, repository)) {
      return void 0;
    }
  }
  const moved2 = expected.some(({ ref, from }) => tips.get(ref) !== from);
  return outcome !== void 0 && moved2 ? { kind: "race", outcome } : { kind: "fault", fault };
}
var MAX_CHECKED = 1e3;
function tooLate({ limitMs = APPEND_LIMIT_MS }) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
    "git-unreachable",
    `The Git server could not be brought to take the entry within ${limitMs / 1e3} s.`,
    "Run the job again. See the status page of the Git server if it happens again."
  );
}
function busy(failure, attempts) {
  const reasons = failure.refused.map(({ reason }) => reason).join(", ");
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
    "ledger-busy",
    `The entry could not be written in ${attempts} tries, because others kept moving refs${reasons === "" ? "" : ` (${reasons})`}.`,
    "Run the job again. Give workflows that move tags a common `concurrency` group if it happens often."
  );
}

// src/engine/read-ahead.ts
function nearest2(refs, focus) {
  const typeOf = () => void 0;
  const listing = { refs, ...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_14__/* .groupTags */ .hu)(refs.tags, typeOf, _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_15__/* .USUAL_RULES */ .BM), rules: _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_15__/* .USUAL_RULES */ .BM, typeOf };
  const targets = refs.tags.length === 0 ? [] : attempt2(() => focus(listing));
  return { listing, targets: targets instanceof Error ? [] : targets };
}
function readAhead({ listing, targets }, { slots = [], past = false }, rules, kv) {
  const [first] = targets;
  const spec = first?.slot.kind === "environment" ? (0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_11__/* .ruleFor */ .sG)(rules, first.slot.name)?.spec : void 0;
  if (spec?.kind !== "id") {
    return void 0;
  }
  const keys = attempt2(
    () => targets.flatMap(({ component, slot }) => {
      const tags = listing.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component));
      const ref = tags?.environments.get(slot.name);
      const listed = tags === void 0 || ref === void 0 ? void 0 : (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_14__/* .listedVersion */ .mO)(tags, ref);
      const version = typeof listed === "object" ? [listed.version] : [];
      const highest = past ? [...tags?.versions.keys() ?? []].sort(_with_semver_2_js__WEBPACK_IMPORTED_MODULE_22__/* .compareVersions */ .Zy).slice(-_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .PREFETCHED_VERSIONS */ .NM) : [];
      const names = [slot.name, "latest", ...version, ...slots.filter(_with_semver_2_js__WEBPACK_IMPORTED_MODULE_22__/* .isVersion */ .lF), ...highest];
      return names.map((name) => (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .renderKey */ .kB)(_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .DEFAULT_LAYOUT */ .zR, component, name));
    })
  );
  if (keys instanceof Error) {
    return void 0;
  }
  const all = /* @__PURE__ */ new Set([...keys, _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .INDEX_KEY */ .lr]);
  const records = kv.read(spec.id, [...all]).catch(() => void 0);
  return { namespace: spec.id, keys: all, records };
}
function attempt2(work) {
  try {
    return work();
  } catch (error) {
    if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP) {
      return error;
    }
    throw error;
  }
}

// src/engine/session.ts
var MAX_LOOKS = 20;
var LEDGER_CHECKED = 200;
var Session = class _Session {
  config;
  content;
  settings;
  ports;
  /** The repository, with objects in it that are not pushed yet. */
  repository;
  /** The prefix of the tags this run is about. */
  prefix;
  #namespaces;
  #anchors;
  #tagRules;
  #ledger;
  /** The last one, if there was one yet. */
  #listing;
  /** By the tags they were told from. */
  #placements = /* @__PURE__ */ new WeakMap();
  #wrote = false;
  /** Of the first applier; of a later one it would be old. */
  #readAhead;
  #problems = /* @__PURE__ */ new Map();
  constructor(config, content, settings, ports, prefix, head, ledger, anchors) {
    this.config = config;
    this.content = content;
    this.settings = settings;
    this.ports = ports;
    this.repository = ports.repository;
    this.prefix = prefix;
    this.#ledger = ledger;
    this.#anchors = anchors;
    this.#tagRules = (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_15__/* .tagRules */ .w8)(config);
    this.#namespaces = new _with_engine_content_js__WEBPACK_IMPORTED_MODULE_4__/* .Namespaces */ .Bq([...settings.namespaces, ...(0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .configRules */ .GF)(config)], {
      kv: ports.kv,
      clock: ports.clock,
      wrangler: () => (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .readWrangler */ .RB)(ports.repository, head)
    });
  }
  /**
   * Reads the ledger, the tags and the policy for the first time.
   * @param focus finds out from the tags what the run is about; asked again with the configuration, where that may matter
   */
  static async open(settings, ports, focus, {
    prefix = "components",
    prefixes = [],
    moves = false,
    hints = {},
    whole = false,
    tags = "always"
  } = {}) {
    const repository = new Overlay(ports.repository);
    const content = new _with_engine_content_js__WEBPACK_IMPORTED_MODULE_4__/* .ContentReader */ .pC(repository);
    const first = await repository.refs(prefixes, [_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .DEFAULT_LEDGER_REF */ .ox]);
    const tip = first.tips.get(_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .DEFAULT_LEDGER_REF */ .ox);
    const isListed = tags === "always" || tip === void 0;
    const listed = nearest2(first, focus);
    const ahead = readAhead(listed, hints, settings.namespaces, ports.kv);
    const [listing, guess] = await Promise.all([
      isListed ? (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .listTags */ .cB)(repository, content, `${prefix}/`, _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_15__/* .USUAL_RULES */ .BM, void 0, [_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .DEFAULT_LEDGER_REF */ .ox]) : { refs: { ...first, tags: [] }, tags: /* @__PURE__ */ new Map(), excluded: [], rules: _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_15__/* .USUAL_RULES */ .BM, typeOf: () => void 0 },
      tip === void 0 ? void 0 : _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .LedgerSnapshot */ .g.open(repository, tip, whole ? "objects" : "trees"),
      (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .loadAhead */ .kg)(repository, listed.listing, listed.targets, hints),
      // Where the token may not push, the push says so.
      moves && !settings.dryRun ? ports.repository.mayPush().catch(() => void 0) : void 0
    ]);
    if (isListed) {
      ports.journal.info(`Tags under ${prefix}/: ${listing.refs.tags.length}. Components: ${listing.tags.size}.`);
    }
    if (whole) {
      await guess?.loadAll();
    }
    const anchors = new Anchors(repository);
    const trust = { anchors, acceptUnanchored: settings.acceptUnanchored };
    const complete = async (all2, about) => await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .completeObservation */ .Mz)(all2, about, settings.configPath, repository, content, guess, trust, hints);
    const guessed = attempt2(() => focus(listing));
    const guessedView = await complete(listing, guessed instanceof Error ? [] : guessed);
    const config = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .readConfig */ .Xg)(repository, listing.refs.head, settings.configPath);
    settings.hideVariables((0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_19__/* .variablesIn */ .DF)(JSON.stringify(config)));
    settings.onConfig?.(config);
    const all = { ...ports, repository };
    const session = new _Session(config, content, settings, all, prefix, listing.refs.head, guess, anchors);
    const ruled = session.tagRules.areUsual || !isListed ? listing : (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .withRules */ .O2)(listing, session.tagRules);
    session.#listing = isListed ? ruled : void 0;
    session.#readAhead = ahead;
    const isGuessed = ruled === listing && !(guessed instanceof Error) && Object.keys(config.groups).length === 0;
    const targets = isGuessed ? guessed : focus(ruled, config);
    const view = isGuessed ? guessedView : await complete(ruled, targets);
    if (session.ledgerRef === _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .DEFAULT_LEDGER_REF */ .ox && await session.#isComplete(targets, view)) {
      return { session, view, targets, listing: ruled };
    }
    session.#ledger = void 0;
    const again = await session.observe(targets, whole);
    return { session, view: again.view, targets, listing: again.listing };
  }
  /** What the configuration says of the names of tags. */
  get tagRules() {
    return this.#tagRules;
  }
  /** The full name of the ledger's ref. */
  get ledgerRef() {
    return this.config.ledger?.ref ?? _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .DEFAULT_LEDGER_REF */ .ox;
  }
  /** The ledger as this run saw or wrote it last. */
  get lastLedger() {
    return this.#ledger;
  }
  /**
   * Reads the ledger and then the tags, as they are now. One listing shows both: where the ledger stands as it was read
   * before, it was read before the tags. Where it moved on it is read, and then the tags again.
   * @param whole whether everything in the ledger is needed
   */
  async observe(targets, whole = false) {
    const { repository } = this.ports;
    for (let tries = 1; ; tries++) {
      let listing = await this.#list();
      if (await this.#follow(listing.refs.tips)) {
        listing = await this.#list();
      }
      const ledger = this.#ledger;
      if (whole) {
        await ledger?.loadAll();
      }
      const { configPath, acceptUnanchored } = this.settings;
      const trust = { anchors: this.#anchors, acceptUnanchored };
      const view = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .completeObservation */ .Mz)(listing, targets, configPath, repository, this.content, ledger, trust);
      if (tries === MAX_LOOKS || await this.#isComplete(targets, view)) {
        return { view, listing };
      }
    }
  }
  async #list() {
    const { repository } = this.ports;
    const names = [this.ledgerRef];
    this.#listing = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .listTags */ .cB)(repository, this.content, `${this.prefix}/`, this.#tagRules, this.#listing, names);
    return this.#listing;
  }
  /** Opens the ledger where it is not where it was. @returns whether it moved */
  async #follow(tips) {
    const tip = tips.get(this.ledgerRef);
    if (tip === this.#ledger?.commit) {
      return false;
    }
    this.#ledger = tip === void 0 ? void 0 : await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .LedgerSnapshot */ .g.open(this.ports.repository, tip);
    return true;
  }
  /** The ledger as it stands now. */
  async ledger() {
    await this.#follow(await this.ports.repository.tips([this.ledgerRef]));
    return this.#ledger;
  }
  /**
   * Finds out which commits count that the ledger names, so that `Observation.isAnchored` can tell: of those with a version tag
   * nobody is asked.
   */
  async anchor(view, named) {
    const claims = named.map(({ component, commit }) => {
      return { tags: view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component)), commit };
    });
    await this.#anchors.find(view.refs.head, claims);
  }
  /**
   * Whether a view can be worked with: a tag that stands for no version may have moved after the ledger was read, and
   * then only the ledger's new tip can tell.
   */
  async #isComplete(targets, view) {
    const isUnclear2 = targets.some(({ component, slot }) => {
      const tags = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component));
      const ref = slot.kind === "environment" ? tags?.environments.get(slot.name) : void 0;
      return tags !== void 0 && ref !== void 0 && view.versionOf(tags, ref) === void 0;
    });
    return !isUnclear2 || this.config.unversioned === "allow" || await this.ledger() === view.ledger;
  }
  /**
   * Writes to the ledger; see `append`.
   * @param view the ledger and the tags as they were read a moment ago, for the first try
   */
  async append(view, targets, propose, { limitMs, reason, whole = false } = {}) {
    const { author, secrets, acceptMoved } = this.settings;
    const why = author.reason ?? reason;
    const options = {
      ref: this.ledgerRef,
      author: { ...author, reason: why === void 0 ? null : secrets.hide(why) },
      acceptMoved,
      limitMs
    };
    const observe = async () => (await this.observe(targets, whole)).view;
    const appended = await append(view, observe, propose, options, this.ports);
    if (appended.kind === "landed") {
      this.#ledger = appended.ledger;
    }
    return appended;
  }
  /**
   * Plans every namespace that the targets concern. Which environments live where is computed anew from the view: one that
   * was tagged while the run was under way belongs in the index as well.
   */
  async plan(targets, view, onDelete = this.config["on-delete"]) {
    const environments = new Set([...view.tags.values()].flatMap((tags) => [...tags.environments.keys()]));
    const populations = await this.#populations(view);
    const acknowledged = targets.length > 0 && targets.every((target) => isAcknowledged(target, view, this.config));
    const inputs = inputsOf(targets, view);
    const planned = await this.#planSettings(populations, onDelete);
    const plans = [];
    for (const namespace of await this.#namespacesOf(targets, environments)) {
      const plan = await desiredState(namespace, targets, view, planned, this.content);
      plans.push({ ...plan, acknowledged, inputs });
    }
    return plans;
  }
  /** Plans some keys of one namespace, for all targets. @param targets all that may ask for them */
  async planKeys(namespace, targets, view, selection) {
    const { planSettings } = await this.placement(view);
    const plan = await desiredState(namespace, targets, view, planSettings, this.content, selection);
    return { ...plan, inputs: inputsOf(targets, view) };
  }
  /** Where everything lives that the tags of a view ask for. */
  async placement(view) {
    const known = this.#placements.get(view.tags) ?? this.#placementOf(view);
    this.#placements.set(view.tags, known);
    return await known;
  }
  async #placementOf(view) {
    const tagged = new Set([...view.tags.values()].flatMap((tags) => [...tags.environments.keys()]));
    const environments = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentsOf */ .M2)(view);
    const populations = await this.#populations(view);
    const planSettings = await this.#planSettings(populations, this.config["on-delete"]);
    const placed = new Set([...populations.values()].flatMap((all) => [...all]));
    const { versionNamespaces } = planSettings;
    const { ids, problems } = versionNamespaces === void 0 ? await this.#namespaces.all(environments) : { ids: versionNamespaces, problems: [] };
    return {
      namespaces: /* @__PURE__ */ new Set([...populations.keys(), ...ids]),
      problems,
      unplaced: [...tagged].filter((name) => !placed.has(name)).sort(),
      planSettings
    };
  }
  /** The environments of each namespace. What was in one that has no tags any more is of its namespace as well. */
  async #populations(view) {
    return await this.#namespaces.populations(await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentsOf */ .M2)(view));
  }
  async #planSettings(populations, onDelete) {
    const { versions } = this.config;
    return {
      repositoryName: this.settings.repositoryName,
      config: { ...this.config, "on-delete": onDelete },
      acceptMoved: this.settings.acceptMoved,
      populations,
      versionNamespaces: versions === void 0 ? void 0 : await this.#namespaces.known(versions)
    };
  }
  /** Why namespaces that a plan was to concern are not in it. */
  get problems() {
    return [...this.#problems.values()];
  }
  /** Whether anything was written to KV. */
  get wrote() {
    return this.#wrote;
  }
  /** An applier that has looked at nothing yet. */
  newApplier() {
    const readAhead2 = this.#readAhead;
    this.#readAhead = void 0;
    return new Applier({ ...this.applierOptions, readAhead: readAhead2 }, this.ports);
  }
  /** How an applier of this run behaves. */
  get applierOptions() {
    return {
      owners: [this.settings.repositoryName, ...this.config.formerly],
      onWrite: () => {
        this.#wrote = true;
      },
      verifyLedger: (mark, namespace) => this.#verify(mark, namespace)
    };
  }
  async #namespacesOf(targets, environments) {
    const ids = /* @__PURE__ */ new Set();
    for (const { slot } of targets) {
      if (slot.kind === "environment") {
        ids.add(await this.#namespaces.idOf(slot.name));
        continue;
      }
      const { versions } = this.config;
      const found = await (versions === void 0 ? this.#namespaces.all(environments) : this.#namespaces.allOf(versions));
      found.ids.forEach(ids.add, ids);
      for (const problem of found.problems) {
        this.#problems.set(problem.message, problem);
      }
    }
    return ids;
  }
  /**
   * Compares the ledger with what the index in KV remembers of it. That may be old, never newer.
   * @throws TagshipError `ledger-rewritten`
   */
  async #verify(mark, namespace) {
    if (await this.#agrees(this.#ledger, mark)) {
      return;
    }
    const now = await this.ledger();
    if (await this.#agrees(now, mark)) {
      return;
    }
    const how = now === void 0 ? "is gone" : now.number < mark.seq ? `ends at number ${now.number} (commit ${now.commit.slice(0, 12)})` : `does not have that commit behind ${now.commit.slice(0, 12)}`;
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
      "ledger-rewritten",
      `The index in namespace ${namespace} was computed from number ${mark.seq} of the ledger, commit ${mark.commit}, but \`${this.ledgerRef}\` ${how}.`,
      `Put the ref back to where it was (\`git push --force origin ${mark.commit}:${this.ledgerRef}\`, or a later commit of it that somebody still has), or, to begin a new ledger, delete the key \`component-versions\` in that namespace.`
    );
  }
  async #agrees(ledger, mark) {
    await ledger?.count();
    if (ledger === void 0 || ledger.number < mark.seq) {
      return false;
    }
    const distance = ledger.number - mark.seq;
    return distance === 1 ? ledger.parents.includes(mark.commit) : distance > LEDGER_CHECKED || await isBehind(ledger, mark.commit, mark.seq, this.ports.repository);
  }
};
function isAcknowledged({ component, slot, deleted }, view, config) {
  if (slot.kind !== "environment" || deleted === true) {
    return false;
  }
  const told = (environment) => {
    const ref = view.tags.get((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component))?.environments.get(environment);
    const entry2 = view.ledger?.entry(environment, component);
    return (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .speaksOf */ .Tq)(entry2, ref?.object) ? entry2 : void 0;
  };
  const entry = told(slot.name);
  const canary = config.environments[slot.name]?.canary?.environment;
  const isOf = canary !== void 0 && view.ledger?.entry(canary, component)?.of === slot.name;
  const isShared = !isOf || ["deployed", "healthy"].includes(told(canary)?.status ?? "");
  return entry !== void 0 && isShared && entry.status === "deployed" && _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_13__/* .OWN_MOVES */ .CJ.includes(entry.move);
}
function inputsOf(targets, view) {
  const lines = [...new Set(targets.map(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component)))].flatMap((id) => {
    const tags = view.tags.get(id);
    return [...tags?.environments.values() ?? [], ...tags?.versions.values() ?? []];
  }).map(({ name, object }) => `${name} ${object}`).sort();
  const ids = new Set(targets.map(({ component }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component)));
  const shares = Object.entries(view.shares).flatMap(([path, told]) => {
    const place = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_18__/* .parseEntryPath */ .td)(path);
    return place !== void 0 && ids.has((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(place.component)) ? [`${path} ${told.share} ${told.since}`] : [];
  });
  return (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .blobName */ .PF)(Buffer.from([...lines, ...shares].join("\n")));
}

// src/commands/select.ts
function tagTargets({ tag, named, pushed, deleted }, listing) {
  const exclusion = (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_15__/* .exclusionOf */ .ah)(tag, listing.rules);
  if (exclusion !== void 0) {
    const isGone = deleted || !named && !listing.refs.tags.some(({ name }) => name === tag);
    if (isGone || pushed && exclusion === "ignored") {
      return [];
    }
    throw (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_15__/* .exclusionError */ .Pq)(tag, exclusion);
  }
  const target = deleted ? deletedTarget(tag, listing) : targetOf(tag, listing);
  if (target === void 0 && named) {
    throw missingTag(tag, listing);
  }
  return target === void 0 ? [] : [target];
}
async function isForeign(tag, repository) {
  const ref = `refs/tags/${tag}`;
  return (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_17__/* .parseTag */ .ED)(tag).kind === "foreign" && (await repository.tips([ref])).has(ref);
}
function nothingFor(tag, rules) {
  return (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_15__/* .exclusionOf */ .ah)(tag, rules) === "ignored" ? `The tag \`${tag}\` is left alone by \`ignore\` in the configuration: nothing to do.` : `The tag \`${tag}\` is gone again: nothing to do.`;
}
function targetOf(tag, listing) {
  const ref = listing.refs.tags.find(({ name }) => name === tag);
  if (ref === void 0) {
    return void 0;
  }
  for (const tags of listing.tags.values()) {
    if (tags.shadowed.some(({ name }) => name === tag)) {
      throw duplicateTag(tag, tags);
    }
  }
  const read = (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_14__/* .readTag */ .zW)(ref, listing.typeOf);
  if (read === void 0) {
    throw (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_15__/* .exclusionError */ .Pq)(tag, "unknown-type");
  }
  return { component: read.component, slot: targetSlot(read.slot) };
}
function duplicateTag(tag, { component }) {
  const parsed = (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_17__/* .parseTag */ .ED)(tag);
  const slot = parsed.kind === "untyped" ? (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_17__/* .slotName */ .M8)(parsed.slot) : "";
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
    "tag-duplicate",
    `The tags \`${tag}\` and \`components/${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component)}/${slot}\` stand for the same component but point at different commits.`,
    "Delete the one you no longer move."
  );
}
function targetSlot(slot) {
  return { kind: slot.kind, name: (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_17__/* .slotName */ .M8)(slot) };
}
function deletedTarget(tag, { tags }) {
  const parsed = (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_17__/* .parseTag */ .ED)(tag);
  if (parsed.kind !== "component" && parsed.kind !== "untyped") {
    return void 0;
  }
  const { prefix, name, slot } = parsed;
  const type = parsed.kind === "component" ? parsed.type : typeByOthers(`${prefix}/${name}/`, tags);
  return type === void 0 ? void 0 : { component: { prefix, type, name }, slot: targetSlot(slot), deleted: true };
}
function typeByOthers(start, tags) {
  const found = [...tags.values()].filter(
    ({ component, environments, versions }) => start === `${component.prefix}/${component.name}/` && [...environments.values(), ...versions.values()].some((ref) => ref.name.startsWith(start))
  );
  return found.length === 1 ? found[0]?.component.type : void 0;
}
function missingTag(tag, { refs, excluded }) {
  const unusable = new Set(excluded.map(({ name }) => name));
  const names = refs.tags.flatMap(({ name }) => unusable.has(name) ? [] : [name]);
  const whole = names.find((name) => _with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .PREFIXES */ .V4.some((prefix) => name === `${prefix}/${tag}`));
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
    "tag-missing",
    `The repository has no component tag \`${tag}\`.`,
    whole === void 0 ? `Push the tag first.${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_21__/* .nearestOf */ .qw)(tag, names)}` : `A component tag begins with \`components/\` or \`logic/\`. Did you mean \`${whole}\`?`
  );
}
var MAX_LISTED = 10;
function unknownEnvironment(environment, known) {
  const names = [...known].sort();
  const listed = `${names.slice(0, MAX_LISTED).join(", ")}${names.length > MAX_LISTED ? ", …" : ""}`;
  const meant = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_22__/* .meantVersion */ .YZ)(environment);
  const remedy2 = meant === void 0 ? `${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_21__/* .nearestOf */ .qw)(environment, names)} Known: ${listed}.`.trimStart() : `It looks like a version, which is written \`${meant}\`. ${NAME_IT}`;
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
    "environment-unknown",
    `No tag and no entry of the ledger knows the environment \`${environment}\`.`,
    names.length === 0 && meant === void 0 ? "Put a version there with `promote`, or push its tags." : remedy2
  );
}
var NAME_IT = "If it is an environment, name it under `environments` in the configuration on the default branch.";
async function refuseMisspelt(environment, targets, session, view) {
  if ((0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_22__/* .meantVersion */ .YZ)(environment) !== void 0 && !session.tagRules.names(environment)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
      "input-invalid",
      `The environment \`${environment}\` looks like a version and is none.`,
      `Choose another name. ${NAME_IT}`
    );
  }
  const tags = targets.map(({ component: { prefix, type, name } }) => `${prefix}/${type}/${name}/${environment}`);
  const ignored = tags.find((tag) => session.tagRules.ignores(tag));
  if (ignored !== void 0) {
    throw (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_15__/* .exclusionError */ .Pq)(ignored, "ignored");
  }
  const known = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentsOf */ .M2)(view);
  const named = Object.keys(session.config.environments);
  const near = known.has(environment) || named.includes(environment) ? void 0 : (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_21__/* .nearest */ .pA)(environment, [...known, ...named]);
  if (near !== void 0 && !isVariant(environment, near)) {
    const { code, what } = unknownEnvironment(environment, known);
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(code, what, `Did you mean \`${near}\`? ${NAME_IT}`);
  }
}
function isVariant(name, other) {
  const [longer, shorter] = name.length < other.length ? [other, name] : [name, other];
  const parts = (text) => text.split(/[-_.]/);
  return longer.startsWith(shorter) || parts(name).some((part, at) => at > 0 && part !== parts(other)[at]);
}
function tagPrefixes(patterns) {
  return patterns.filter((pattern) => /^[\w.@/-]+$/.test(pattern)).map((id) => `components/${id}/`);
}
function siblingsOf(tag) {
  const slash = tag.lastIndexOf("/");
  return slash < 0 ? [] : [tag.slice(0, slash + 1)];
}
function select(patterns, listing) {
  const all = [...listing.tags.values()];
  return patterns.map((pattern) => {
    const matches = (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_16__/* .globMatcher */ .fU)(pattern);
    const known = all.filter(({ component }) => matches((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component)));
    if (known.length === 0) {
      throw unknownComponent(pattern, listing.tags.keys());
    }
    return { pattern, exact: listing.tags.has(pattern), components: known };
  });
}
function unknownComponent(pattern, known) {
  const ids = [...known];
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
    "component-unknown",
    `No component with a tag matches \`${pattern}\`.`,
    ids.length === 0 ? "Tag a component first." : (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_21__/* .nearestOf */ .qw)(pattern, ids).trimStart()
  );
}
function nowhereIn(environment, { pattern, components }, listing, remedy2) {
  const known = new Set([...listing.tags.values()].flatMap(({ environments }) => [...environments.keys()]));
  const others = new Set(components.flatMap(({ environments }) => [...environments.keys()]));
  const where = others.size === 0 ? "" : ` It has tags for: ${[...others].sort().join(", ")}.`;
  if (!known.has(environment)) {
    return unknownEnvironment(environment, known);
  }
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_24__/* .TagshipError */ .bP(
    "tag-missing",
    components.length === 1 ? `\`${pattern}\` has no tag for the environment \`${environment}\`.${where}` : `None of the ${components.length} components that match \`${pattern}\` has a tag for the environment \`${environment}\`.`,
    remedy2
  );
}
function targetsOf(patterns, environment, listing) {
  const chosen = /* @__PURE__ */ new Map();
  for (const selection of select(patterns, listing)) {
    const { components } = selection;
    const here = components.filter(({ environments }) => environments.has(environment));
    if (here.length === 0) {
      const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(components[0]?.component ?? { type: "prompts", name: "extraction" });
      throw nowhereIn(environment, selection, listing, `Push a tag such as \`components/${id}/${environment}\`.`);
    }
    for (const { component } of here) {
      chosen.set((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_20__/* .componentId */ .nV)(component), (0,_with_domain_projection_js__WEBPACK_IMPORTED_MODULE_9__/* .environmentTarget */ .rW)(component, environment));
    }
  }
  return [...chosen.values()];
}




/***/ })

};

export const id = 846;
export const ids = [846];
export const modules = {

/***/ 9586:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ FINDING_CODES)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/validation/finding.ts
var FINDING_CODES = [
  "unregistered-component",
  "missing-file",
  "unknown-version",
  "unsatisfied-range",
  "unknown-environment",
  "missing-key",
  "cycle",
  "duplicate-registration",
  "registry-invalid",
  "registry-type",
  "version-moved",
  "unparsable-file",
  "unused-suppression"
];




/***/ }),

/***/ 1846:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ warnings),
/* harmony export */   BM: () => (/* binding */ USUAL_RULES),
/* harmony export */   Bi: () => (/* binding */ DEFAULT_CONFIG_PATH),
/* harmony export */   CW: () => (/* binding */ excludedNotices),
/* harmony export */   GF: () => (/* binding */ configRules),
/* harmony export */   Gc: () => (/* binding */ inertNotices),
/* harmony export */   Mu: () => (/* binding */ environmentsByVersion),
/* harmony export */   N7: () => (/* binding */ templatePattern),
/* harmony export */   O1: () => (/* binding */ contenders),
/* harmony export */   Pq: () => (/* binding */ exclusionError),
/* harmony export */   Qn: () => (/* binding */ configSchema),
/* harmony export */   Tc: () => (/* binding */ edgitComponent),
/* harmony export */   Z5: () => (/* binding */ isUnclear),
/* harmony export */   _I: () => (/* binding */ isTypeOf),
/* harmony export */   aA: () => (/* binding */ REGISTRY_PATH),
/* harmony export */   ah: () => (/* binding */ exclusionOf),
/* harmony export */   cl: () => (/* binding */ spellings),
/* harmony export */   d: () => (/* binding */ edgitBase),
/* harmony export */   eu: () => (/* binding */ literal2),
/* harmony export */   ex: () => (/* binding */ describeDeployed),
/* harmony export */   gM: () => (/* binding */ ledgerReport),
/* harmony export */   hF: () => (/* binding */ versionsKey),
/* harmony export */   hu: () => (/* binding */ groupTags),
/* harmony export */   j6: () => (/* binding */ keyReader),
/* harmony export */   kB: () => (/* binding */ renderKey),
/* harmony export */   ke: () => (/* binding */ heldAgain),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   lr: () => (/* binding */ INDEX_KEY),
/* harmony export */   mO: () => (/* binding */ listedVersion),
/* harmony export */   mh: () => (/* binding */ nothingDone),
/* harmony export */   ox: () => (/* binding */ DEFAULT_LEDGER_REF),
/* harmony export */   p7: () => (/* binding */ environmentOf),
/* harmony export */   qd: () => (/* binding */ registryEntry),
/* harmony export */   rv: () => (/* binding */ describeDeleted),
/* harmony export */   s: () => (/* binding */ edgitBases),
/* harmony export */   sb: () => (/* binding */ defaultConfig),
/* harmony export */   w8: () => (/* binding */ tagRules),
/* harmony export */   x: () => (/* binding */ resolveVersion),
/* harmony export */   yU: () => (/* binding */ returnedFailure),
/* harmony export */   zW: () => (/* binding */ readTag)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_7XEX2MQQ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7539);
/* harmony import */ var _chunk_XR563HSZ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4273);
/* harmony import */ var _chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9075);
/* harmony import */ var _chunk_STCMOQPO_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9736);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1197);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1947);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(6127);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9586);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9041);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7477);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);














// src/domain/registry.ts
var REGISTRY_PATH = ".edgit/components.json";
var schema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .object */ .Ik)({
  components: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)(), (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .looseObject */ ._H)({ path: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)(), type: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)() }))
});
function parseRegistry(text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `it is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { problem: `${issue?.path.join(".") || "its root"}: ${issue?.message ?? "unexpected shape"}` };
  }
  return new Map(
    Object.entries(parsed.data.components).map(([name, { path, type }]) => [
      name,
      { path: path.replace(/^(?:\.\/)+/, ""), type }
    ])
  );
}
function registryEntry(registry, type, name) {
  const entry = registry.get(name);
  if (entry === void 0) {
    return void 0;
  }
  return isTypeOf(type, entry.type) ? entry : void 0;
}
function isTypeOf(type, called) {
  return (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .pluralType */ .Jt)(called) === type || called === (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .singularType */ .Iz)(type);
}

// src/domain/tag-rules.ts
var USUAL_RULES = { ignores: () => false, names: () => false, areUsual: true };
function tagRules({ ignore, environments }) {
  const odd = Object.keys(environments).filter((name) => (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .meantVersion */ .YZ)(name) !== void 0);
  const ignored = ignore.map(_chunk_7XEX2MQQ_js__WEBPACK_IMPORTED_MODULE_1__/* .globMatcher */ .fU);
  return {
    ignores: (tag) => ignored.some((matches) => matches(tag)),
    names: (environment2) => odd.includes(environment2),
    areUsual: ignore.length === 0 && odd.length === 0
  };
}
function exclusionOf(tag, rules) {
  const parsed = (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTag */ .ED)(tag);
  if (parsed.kind === "foreign") {
    return void 0;
  }
  if (rules.ignores(tag)) {
    return "ignored";
  }
  if (parsed.kind === "malformed") {
    return parsed.reason;
  }
  const { slot } = parsed;
  const looksOdd = slot.kind === "environment" && (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .meantVersion */ .YZ)(slot.environment) !== void 0;
  return looksOdd && !rules.names(slot.environment) ? "like-a-version" : void 0;
}
function exclusionError(tag, exclusion) {
  const slot = tag.slice(tag.lastIndexOf("/") + 1);
  switch (exclusion) {
    case "ignored":
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_11__/* .TagshipError */ .bP(
        "tag-shape",
        `The tag \`${tag}\` is left alone by \`ignore\` in the configuration.`,
        "Name another tag, or take it out of `ignore` on the default branch."
      );
    case "too-short":
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_11__/* .TagshipError */ .bP(
        "tag-shape",
        `The tag \`${tag}\` is not \`components/{type}/{name}/{slot}\`.`,
        "Name it like `components/prompts/extraction/v1.0.0` or `components/prompts/extraction/production`."
      );
    case "json-segment":
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_11__/* .TagshipError */ .bP(
        "name-refused",
        `The tag \`${tag}\` names a component with a segment that ends in \`.json\`.`,
        "Name the component without the extension."
      );
    case "reserved-type":
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_11__/* .TagshipError */ .bP(
        "name-refused",
        `The tag \`${tag}\` names a type that Tagship needs for itself: \`components\` and \`logic\` are what tags begin with.`,
        "Delete the tag and give the type another name."
      );
    case "reserved-environment":
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_11__/* .TagshipError */ .bP(
        "environment-reserved",
        slot.includes("@") ? `The tag \`${tag}\` makes \`${slot}\` an environment, but an \`@\` parts name and environment in a key.` : `The tag \`${tag}\` makes \`${slot}\` an environment, but Tagship keeps something else under that name.`,
        "Delete the tag and give the environment another name."
      );
    case "like-a-version":
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_11__/* .TagshipError */ .bP(
        "tag-shape",
        `The tag \`${tag}\` ends in \`${slot}\`, which looks like a version and is none.`,
        `Delete it and tag the commit as \`${tag.slice(0, -slot.length)}${(0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .meantVersion */ .YZ)(slot)}\`. If \`${slot}\` is an environment, name it under \`environments\` in the configuration on the default branch.`
      );
    case "unknown-type":
      return unknownType(tag);
  }
}
function unknownType(tag) {
  const [prefix = "", name = "", slot = ""] = tag.split("/");
  return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_11__/* .TagshipError */ .bP(
    "component-unknown",
    `The tag \`${tag}\` does not name the type of \`${name}\`, and the registry \`${REGISTRY_PATH}\` at its commit does not know \`${name}\`.`,
    `Commit a registry that names it, or tag it as \`${prefix}/{type}/${name}/${slot}\`.`
  );
}

// src/domain/component-tags.ts
function readTag(ref, typeOf) {
  const parsed = (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTag */ .ED)(ref.name);
  if (parsed.kind === "component") {
    const { prefix, type, name, slot } = parsed;
    return { component: { prefix, type, name }, slot, typed: true };
  }
  if (parsed.kind === "untyped") {
    const { prefix, name, slot } = parsed;
    const type = typeOf(ref.commit, name);
    return type === void 0 || type.includes("/") || (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .isReservedType */ .lw)(type) ? void 0 : { component: { prefix, type, name }, slot, typed: false };
  }
  return void 0;
}
function groupTags(refs, typeOf, rules) {
  const state = /* @__PURE__ */ new Map();
  const excluded = [];
  const untyped = [];
  for (const ref of refs) {
    const why = exclusionOf(ref.name, rules);
    const read = why === void 0 ? readTag(ref, typeOf) : void 0;
    if (read === void 0) {
      excluded.push({ name: ref.name, why: why ?? "unknown-type" });
    } else if (read.typed) {
      slotsOf(draftOf(state, read.component), read.slot).set((0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .slotName */ .M8)(read.slot), ref);
    } else {
      untyped.push({ ref, ...read });
    }
  }
  for (const { ref, component, slot } of untyped) {
    const draft = draftOf(state, component);
    const slots = slotsOf(draft, slot);
    const typed = slots.get((0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .slotName */ .M8)(slot));
    if (typed === void 0) {
      slots.set((0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .slotName */ .M8)(slot), ref);
    } else if (typed.commit !== ref.commit) {
      draft.shadowed.push(ref);
    }
  }
  return { tags: state, excluded };
}
function draftOf(state, component) {
  const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .componentId */ .nV)(component);
  let draft = state.get(id);
  if (draft === void 0) {
    draft = { component, environments: /* @__PURE__ */ new Map(), versions: /* @__PURE__ */ new Map(), shadowed: [] };
    state.set(id, draft);
  }
  return draft;
}
function slotsOf(draft, slot) {
  return slot.kind === "version" ? draft.versions : draft.environments;
}
function environmentOf(ref) {
  return ref.name.slice(ref.name.lastIndexOf("/") + 1);
}
function resolveVersion(tags, ref, wrapped) {
  for (const name of wrapped) {
    const parsed = (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .parseTag */ .ED)(name);
    if ((parsed.kind === "component" || parsed.kind === "untyped") && parsed.prefix === tags.component.prefix && parsed.name === tags.component.name && (parsed.kind === "untyped" || parsed.type === tags.component.type) && parsed.slot.kind === "version") {
      return { version: parsed.slot.version, by: "tag" };
    }
  }
  const highest = (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .highestVersion */ .t)(versionsOn(tags, ref.commit));
  return highest === void 0 ? void 0 : { version: highest, by: "commit" };
}
function listedVersion(tags, ref) {
  if (ref.object === ref.commit) {
    return resolveVersion(tags, ref, []);
  }
  const candidates = versionsOn(tags, ref.commit);
  const same = candidates.find((version) => tags.versions.get(version)?.object === ref.object);
  if (same !== void 0) {
    return { version: same, by: "tag" };
  }
  const [only] = candidates;
  return candidates.length === 1 && only !== void 0 ? { version: only, by: "tag" } : "unknown";
}
function isUnclear(tags, ref) {
  return ref.object === ref.commit ? versionsOn(tags, ref.commit).length !== 1 : listedVersion(tags, ref) === "unknown";
}
function versionsOn(tags, commit) {
  return [...tags.versions].filter(([, ref]) => ref.commit === commit).map(([version]) => version);
}
function environmentsByVersion(tags) {
  const guess = (ref) => (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .highestVersion */ .t)(versionsOn(tags, ref.commit)) ?? "";
  return [...tags.environments.values()].map((ref) => ({ ref, version: guess(ref) })).sort(
    (a, b) => a.version === "" || b.version === "" ? a.version === "" ? 1 : -1 : (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .compareVersions */ .Zy)(b.version, a.version)
  ).map(({ ref }) => ref);
}

// src/domain/gate/policy.ts
var PROVIDERS = ["http", "prometheus", "cloudflare-analytics-engine"];

// src/domain/key.ts
var INDEX_KEY = "component-versions";
var DEFAULT_LAYOUT = "{type}/{name}@{slot}";
var VERSIONS_LAYOUT = `{type}/{name}/${_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSIONS_SLOT */ .zf}`;
var LAYOUT_PLACEHOLDERS = ["prefix", "type", "name", "slot"];
function layoutProblem(layout2) {
  const found = [...layout2.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
  const unknown = found.find((name) => !LAYOUT_PLACEHOLDERS.some((known) => known === name));
  if (unknown !== void 0) {
    return `has the unknown placeholder {${unknown}}`;
  }
  const missing = ["type", "name", "slot"].filter((name) => !found.includes(name));
  return missing.length === 0 ? void 0 : `lacks ${missing.map((name) => `{${name}}`).join(", ")}`;
}
function renderKey(layout2, component, slot) {
  const values = { ...component, slot };
  return checkedKey(layout2.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole));
}
function versionsKey(component) {
  return renderKey(VERSIONS_LAYOUT, component, _chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSIONS_SLOT */ .zf);
}
function keyReader(layouts) {
  const all = [...layouts, VERSIONS_LAYOUT].map(partsOf);
  return (key) => {
    const found = [];
    for (const parts of all) {
      readings(parts, 0, key, 0, {}, ({ type = "", name = "", slot = _chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .VERSIONS_SLOT */ .zf }) => {
        if (!found.some(
          ({ component, slot: other }) => slot === other && type === component.type && name === component.name
        )) {
          found.push({ component: { prefix: "components", type, name }, slot });
        }
      });
    }
    return found;
  };
}
function partsOf(layout2) {
  return layout2.split(/(\{\w+\})/).filter((part) => part !== "").map((part) => /^\{\w+\}$/.test(part) ? { placeholder: part.slice(1, -1) } : { text: part });
}
function readings(parts, at, key, from, values, found) {
  const part = parts[at];
  if (part === void 0) {
    if (from === key.length) {
      found(values);
    }
    return;
  }
  const fixed = "text" in part ? part.text : values[part.placeholder];
  if (fixed !== void 0) {
    if (key.startsWith(fixed, from)) {
      readings(parts, at + 1, key, from + fixed.length, values, found);
    }
    return;
  }
  const placeholder = "placeholder" in part ? part.placeholder : "";
  const next = parts[at + 1];
  for (let end = endAfter(key, from, next); end !== -1; end = endAfter(key, end, next)) {
    const value = key.slice(from, end);
    if (isValue(placeholder, value)) {
      readings(parts, at + 1, key, end, { ...values, [placeholder]: value }, found);
    }
  }
}
function endAfter(key, from, next) {
  if (next === void 0) {
    return from < key.length ? key.length : -1;
  }
  return "text" in next ? key.indexOf(next.text, from + 1) : from + 1 < key.length ? from + 1 : -1;
}
function isValue(placeholder, value) {
  switch (placeholder) {
    case "prefix":
      return value === "components";
    case "type":
      return !value.includes("/") && !(0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .isReservedType */ .lw)(value);
    case "name":
      return !/^\/|\/\/|\/$|\.json(?:\/|$)/.test(value);
    default:
      return value === "latest" || !(/[/\s]/.test(value) || (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .isReservedEnvironment */ .As)(value));
  }
}
function checkedKey(key) {
  const bytes = (0,_chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_10__/* .byteLength */ .d)(key);
  if (bytes > _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_10__/* .KV_LIMITS */ .f.key) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_11__/* .TagshipError */ .bP(
      "key-too-long",
      `The KV key \`${key}\` has ${bytes} bytes; Workers KV takes ${_chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_10__/* .KV_LIMITS */ .f.key}.`,
      "Give the component or the environment a shorter name, or use a shorter layout under `keys`."
    );
  }
  return key;
}

// src/domain/edgit.ts
var import_picomatch = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_13__/* .__toESM */ .f1)((0,_chunk_7XEX2MQQ_js__WEBPACK_IMPORTED_MODULE_1__/* .require_picomatch */ .hE)(), 1);
var PATTERNS = [
  ["ensemble", ["ensembles/**/*.{ts,yaml,yml}", "**/*.ensemble.{ts,yaml,yml}"]],
  ["agent-definition", ["**/agent.{yaml,yml}", "**/*.agent.{yaml,yml}", "agents/**/*.ts"]],
  ["template", ["templates/**/*", "**/*.template.*", "**/*.{hbs,handlebars,mjml,liquid,mustache,ejs}", "**/template*"]],
  ["prompt", ["prompts/**/*", "**/*prompt*", "instructions/**/*"]],
  ["script", ["scripts/**/*.{js,ts,py,sh,bash}", "**/*.agent.{ts,js,py}", "**/*.script.*", "**/script*"]],
  ["query", ["queries/**/*", "sql/**/*", "database/**/*", "**/*.sql", "**/*.query.*", "**/query*", "**/schema*"]],
  [
    "config",
    ["configs/**/*", "config/**/*", "settings/**/*", "**/*.config.*", "**/*.{yaml,yml,json,toml,ini}", "**/config*"]
  ],
  ["schema", ["schemas/**/*", "schema/**/*", "**/*.schema.{json,yaml,yml}", "types/**/*.json", "validation/**/*"]],
  ["tool", ["tools/**/*", "**/*.tool.{ts,js,yaml,yml}", "**/tool*"]]
];
var TYPES = new Map(PATTERNS.map(([type]) => [(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .pluralType */ .Jt)(type), type]));
var matchers;
function edgitComponent(path) {
  matchers ??= PATTERNS.map(([type2, patterns]) => [type2, (0, import_picomatch.default)([...patterns])]);
  const type = matchers.find(([, matches]) => matches(path))?.[0];
  return type === void 0 ? void 0 : { type: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .pluralType */ .Jt)(type), name: nameOf(edgitBase(path), type) };
}
function edgitBase(path) {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const dot = file.indexOf(".");
  const base = (dot < 0 ? file : file.slice(0, dot)).replace(/[^a-zA-Z0-9_-]/g, "-").replace(/-+/g, "-").replace(/^-|-$/g, "").toLowerCase();
  return base === "" ? "component" : base;
}
function edgitBases({ type, name }) {
  const singular = TYPES.get(type);
  const suffix = `-${singular}`;
  if (singular === void 0 || !name.endsWith(suffix) || name !== edgitBase(name)) {
    return [];
  }
  return [name, name.slice(0, -suffix.length)].filter((base) => base !== "");
}
function nameOf(base, type) {
  return base.endsWith(`-${type}`) ? base : `${base}-${type}`;
}

// src/domain/search.ts
var CONVENTIONS = [
  "{prefix}/{type}/{name}.{ext}",
  "{prefix}/{type}/{name}/index.{ext}",
  "{type}/{name}.{ext}",
  "{type}/{name}/index.{ext}",
  "{type}/{name}.{singular}.{ext}"
];
var PATH_PLACEHOLDERS = ["prefix", "type", "singular", "name", "ext"];
function pathTemplateProblem(template) {
  const found = [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
  const unknown = found.find((name) => !PATH_PLACEHOLDERS.some((known) => known === name));
  if (unknown !== void 0) {
    return `has the unknown placeholder {${unknown}}`;
  }
  if (!found.includes("name")) {
    return "lacks {name}";
  }
  if (template.split("/").some((segment) => segment === "" || segment === "." || segment === "..")) {
    return "is not a path inside the repository";
  }
  const folders = template.split("/").slice(0, -1);
  return folders.some((segment) => segment.includes("{ext}")) ? "has {ext} in a folder name" : void 0;
}
function spellings(component, templates) {
  const short = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .withoutGeneratedSuffix */ .R8)(component);
  const names = [component.name, ...short === void 0 ? [] : [short]];
  return names.map((name, i) => {
    const steps = [...templates, ...CONVENTIONS].map((template) => stepOf(template, { ...component, name }));
    return { name, steps: i === names.length - 1 ? [...steps, ...edgitStep(component)] : steps };
  });
}
function contenders({ type }, step, candidates) {
  if (type !== "agents") {
    return candidates;
  }
  const stemsOf = (kind) => new Set(candidates.filter(({ path }) => kind.test(path)).map(({ path }) => stemOf(path)));
  const code = stemsOf(CODE);
  const definitions = stemsOf(DEFINITION);
  return candidates.filter(({ path }) => {
    const isCompanion = step.kind === "tree" && step.isCompanion(path);
    return CODE.test(path) ? !definitions.has(stemOf(path)) : !isCompanion || code.has(stemOf(path));
  });
}
var CODE = /\.[cm]?[jt]s$/;
var DEFINITION = /\.ya?ml$/;
function stemOf(path) {
  const dot = path.indexOf(".", path.lastIndexOf("/") + 1);
  return dot < 0 ? path : path.slice(0, dot);
}
function edgitStep({ type, name }) {
  const bases = edgitBases({ type, name });
  const isCompanion = (path) => type === "agents" && /^agents\//.test(path) && DEFINITION.test(path) && edgitComponent(path)?.type !== type;
  return bases.length === 0 ? [] : [
    {
      kind: "tree",
      place: `any file that Edgit calls ${name}`,
      bases,
      isCompanion,
      matches: (path) => {
        if (!bases.includes(edgitBase(path))) {
          return false;
        }
        const given = edgitComponent(path);
        return given?.type === type && given.name === name || isCompanion(path);
      }
    }
  ];
}
function stepOf(template, component) {
  const values = { ...component, singular: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .singularType */ .Iz)(component.type), ext: "{ext}" };
  const place = template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  if (template.includes("*")) {
    return globStep(template, place, values);
  }
  const slash = place.lastIndexOf("/");
  const file = place.slice(slash + 1);
  const cut = file.indexOf("{ext}");
  return {
    kind: "folder",
    place,
    folder: place.slice(0, Math.max(slash, 0)),
    prefix: cut < 0 ? file : file.slice(0, cut),
    isExact: cut < 0,
    matches: cut < 0 ? (name) => name === file : extensionMatcher(file.slice(0, cut), file.slice(cut + "{ext}".length))
  };
}
function globStep(template, place, values) {
  const pattern = templatePattern(
    template,
    (name) => name === "ext" ? "[^./]+" : literal2(values[name] ?? `{${name}}`)
  );
  const file = place.slice(place.lastIndexOf("/") + 1);
  const [stem = ""] = file.split(".", 1);
  const isKnown = stem !== file && !/\*|\{ext\}/.test(stem);
  return {
    kind: "tree",
    place,
    bases: isKnown ? [edgitBase(file)] : void 0,
    matches: (path) => pattern.test(path),
    isCompanion: () => false
  };
}
function templatePattern(template, part) {
  const segments = template.split("/").filter((segment, i, all) => segment !== "**" || all[i + 1] !== "**");
  const pattern = segments.map((segment, i) => {
    const isLast = i === segments.length - 1;
    if (segment === "**") {
      return isLast ? `${FOLDERS}(?!\\.)[^/]+` : FOLDERS;
    }
    const parts = segment.split(/(\{\w+\}|\*+)/).map((text) => {
      const name = /^\{(\w+)\}$/.exec(text)?.[1];
      return name !== void 0 ? part(name) : text.startsWith("*") ? "[^/]*" : literal2(text);
    });
    const body = /^\*+$/.test(segment) ? "[^/]+" : parts.join("");
    return `${segment.startsWith("*") ? "(?!\\.)" : ""}${body}${isLast ? "" : "/"}`;
  });
  return new RegExp(`^${pattern.join("")}$`, "su");
}
var FOLDERS = "(?:(?!\\.)[^/]+/)*";
function literal2(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
function extensionMatcher(before, after) {
  return (file) => file.length > before.length + after.length && file.startsWith(before) && file.endsWith(after) && !file.slice(before.length, file.length - after.length).includes(".");
}

// src/domain/config.ts
var DEFAULT_CONFIG_PATH = ".github/tagship.yml";
var DEFAULT_LEDGER_REF = "refs/tagship/ledger";
var LEDGER_REF = /^refs\/(?!tags\/)(?!.*(?:\.\.|@\{|\/\/|\.lock(?:\/|$)|\/\.|[\s~^:?*[\\]))[^/]+(?:\/[^/]+)*[^/.]$/;
var duration = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().regex(_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_5__/* .DURATION */ .f, { error: "expected a duration such as `90s`, `10m` or `100ms`", abort: true }).refine((text) => (0,_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDuration */ .E)(text) !== void 0, { error: "expected a duration of at most `24h`" }).meta({ description: "A duration: `90s`, `10m`, `100ms`." });
var positiveDuration = duration.refine((text) => (0,_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_5__/* .parseDuration */ .E)(text) !== 0, {
  error: "expected a duration of more than 0"
});
var environmentName = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().refine((name) => (0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentProblem */ .f5)(name) === void 0, {
  error: (issue) => `expected the name of an environment: ${(0,_chunk_DVWQT46C_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentProblem */ .f5)(String(issue.input)) ?? ""}`
});
var layout = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().refine((text) => layoutProblem(text) === void 0, {
  error: (issue) => layoutProblem(String(issue.input)) ?? ""
});
var pathTemplate = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().refine((text) => pathTemplateProblem(text) === void 0, {
  error: (issue) => pathTemplateProblem(String(issue.input)) ?? ""
});
var namespace = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .re)({
  id: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().refine(_chunk_7XEX2MQQ_js__WEBPACK_IMPORTED_MODULE_1__/* .isNamespaceId */ .rH, { error: "expected the 32 hex digits of a KV namespace id" }).optional().meta({ description: "The id of the namespace, 32 hex digits." }),
  title: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().min(1).optional().meta({ description: "The title of the namespace in the Cloudflare account." }),
  binding: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().min(1).optional().meta({ description: "The binding in the wrangler configuration on the default branch." })
}).refine((value) => Object.values(value).filter((item) => item !== void 0).length === 1, {
  error: "expected exactly one of `id`, `title`, `binding`"
});
var rebuildLine = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().refine((text) => (0,_chunk_7XEX2MQQ_js__WEBPACK_IMPORTED_MODULE_1__/* .rebuildProblem */ .bU)(text) === void 0, {
  error: (issue) => (0,_chunk_7XEX2MQQ_js__WEBPACK_IMPORTED_MODULE_1__/* .rebuildProblem */ .bU)(String(issue.input)) ?? ""
});
var policy = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* ._enum */ .$8)(["keep", "pass", "rollback"]);
var metric = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .re)({
  name: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().regex(/^[^\s`][^`\n]{0,79}$/, "expected a name of at most 80 characters on one line"),
  provider: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* ._enum */ .$8)(PROVIDERS),
  url: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().optional(),
  query: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().optional(),
  errors: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().optional(),
  total: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().optional(),
  path: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().optional(),
  method: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* ._enum */ .$8)(_chunk_STCMOQPO_js__WEBPACK_IMPORTED_MODULE_4__/* .METRIC_METHODS */ .Se).optional(),
  headers: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)(), (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)()).optional(),
  body: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().optional(),
  timeout: positiveDuration.optional(),
  max: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .number */ .ai)().optional(),
  min: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .number */ .ai)().optional(),
  "min-samples": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .int */ .Wh)().positive().optional(),
  "failure-limit": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .int */ .Wh)().nonnegative().optional()
}).check(({ value, issues }) => {
  for (const { path, message } of (0,_chunk_STCMOQPO_js__WEBPACK_IMPORTED_MODULE_4__/* .metricProblems */ .hE)(value)) {
    issues.push({ code: "custom", path: [...path], message, input: value });
  }
}).meta({ description: "One metric of the gate." });
var gate = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .re)({
  "initial-delay": duration.optional(),
  interval: positiveDuration.optional(),
  timeout: positiveDuration.optional(),
  count: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .int */ .Wh)().positive().optional(),
  "failure-limit": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .int */ .Wh)().nonnegative().optional(),
  "consecutive-error-limit": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .int */ .Wh)().positive().optional(),
  "on-no-data": policy.optional(),
  "on-error": policy.optional(),
  "on-inconclusive": policy.optional(),
  metrics: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)(metric).min(1)
}).check(({ value, issues }) => {
  const names = value.metrics.map(({ name }) => name);
  for (const [at, name] of names.entries()) {
    if (names.indexOf(name) !== at) {
      const message = `another metric of this gate is called \`${name}\` already`;
      issues.push({ code: "custom", path: ["metrics", at, "name"], message, input: value });
    }
  }
}).meta({ description: "What is watched after a deploy." });
var canary = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .re)({
  environment: environmentName,
  steps: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .number */ .ai)().min(0).max(100)).min(1),
  key: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().min(1)
});
var environment = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .re)({
  requires: environmentName.optional().meta({ description: "Promote only what is or was healthy in this environment." }),
  "in-flight": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* ._enum */ .$8)(_chunk_XR563HSZ_js__WEBPACK_IMPORTED_MODULE_2__/* .IN_FLIGHT */ .Ri).optional().meta({ description: "What running work does on a rollback." }),
  deployments: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .boolean */ .zM)().optional().meta({ description: "Record GitHub Deployments and their statuses." }),
  gate: gate.optional(),
  canary: canary.optional()
});
var referenceKey = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().regex(/^[A-Za-z0-9_-]+$/, "expected the name of a key, such as `prompt`");
var componentType = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, "expected a type in the plural, as it stands in tags, such as `prompts`");
var findingCode = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().refine((text) => isFindingCode(text), {
  error: (issue) => `expected the code of a finding.${(0,_chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_6__/* .nearestOf */ .qw)(String(issue.input), _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_9__/* .FINDING_CODES */ .f)}`
});
var severity = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* ._enum */ .$8)(["error", "warning", "notice", "off"]).optional();
var severities = Object.fromEntries(_chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_9__/* .FINDING_CODES */ .f.map((code) => [code, severity]));
var validation = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .re)({
  keys: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)(referenceKey).default([]).meta({
    description: "Keys that hold references, beside `prompt`, `schema`, `config`, `uses` and the other usual ones."
  }),
  types: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)(componentType).default([]).meta({
    description: "Types of components, in the plural, beside the usual ones and those of the tags and the registry."
  }),
  ignore: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)(
    (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .re)({
      files: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().min(1).meta({ description: "A glob of paths." }),
      codes: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)(findingCode).min(1).optional().meta({ description: "What is not shown there; default all." })
    })
  ).default([]).meta({ description: "Findings that are not shown." }),
  severity: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .re)(severities).default({}).meta({
    description: "How bad each finding is, where that is not as usual; an `error` fails the run, `off` is not looked for."
  }),
  sarif: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().refine((text) => isWorkspacePath(text), { error: "expected a path inside the workspace, outside of `.git`" }).optional().meta({ description: "Where the SARIF file is written, from the workspace; default the temporary directory." })
});
var configSchema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .re)({
  namespaces: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().min(1), namespace).optional().meta({ description: "Environment (glob) → KV namespace; the first match wins." }),
  keys: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)(layout).min(1).default([DEFAULT_LAYOUT]).meta({
    description: "Key layouts; every content is written under each. Placeholders: {prefix} {type} {name} {slot}."
  }),
  paths: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)(pathTemplate).max(100).default([]).meta({
    description: "Where content is, tried in order before the conventions. Placeholders: {prefix} {type} {singular} {name} {ext}; * is any part of a name, ** any number of folders."
  }),
  ignore: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().min(1)).default([]).meta({
    description: "Globs of tags that belong to other tools, such as `components/ui/**`; they are left alone."
  }),
  live: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().min(1)).min(1).default(["production", "prod", "production-*", "prod-*", "!*-canary", "!*-drill"]).meta({
    description: "Globs of the environments that serve users, which `@latest` follows; one that begins with `!` takes away."
  }),
  latest: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .union */ .KC)([(0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* ._enum */ .$8)(["deployed", "tagged"]), (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .literal */ .eu)(false)]).default("deployed").meta({
    description: "What `@latest` holds: the highest stable version that is live, the highest tagged, or nothing."
  }),
  versions: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)(environmentName).optional().meta({ description: "Environments whose namespaces get a pushed version tag; all by default." }),
  "versions-index": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .boolean */ .zM)().default(false).meta({ description: "Keep an index of versions per component." }),
  retention: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .union */ .KC)([(0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .int */ .Wh)().positive(), (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .literal */ .eu)("all")]).default("all").meta({
    description: "How many version keys of a component stay in KV, beside those in use; a reconcile with `prune` removes the others."
  }),
  pins: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)()).default([]).meta({ description: "What retention and prune never remove." }),
  unversioned: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* ._enum */ .$8)(["error", "allow"]).default("error").meta({ description: "Whether an environment tag may stand on a commit without a version tag." }),
  formerly: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().regex(/^[\w.-]+\/[\w.-]+$/, "expected `owner/name`")).default([]).meta({ description: "Names this repository had before it was renamed; their keys are its own." }),
  "on-delete": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* ._enum */ .$8)(["report", "prune"]).default("report").meta({ description: "What happens when a tag is deleted." }),
  "prune-limit": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .number */ .ai)().min(0).max(1).default(0.1).meta({
    description: "The share of the keys in a namespace that a reconcile removes at most; a larger one stops it."
  }),
  "post-mortem": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .boolean */ .zM)().default(true).meta({ description: "Open an issue after a rollback." }),
  ledger: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .re)({
    ref: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .string */ .Yj)().regex(
      LEDGER_REF,
      "expected the full name of a ref that is no tag, such as `refs/tagship/ledger` or `refs/heads/ledger`"
    ).default(DEFAULT_LEDGER_REF)
  }).optional().meta({ description: "Where the record of all moves is kept." }),
  environments: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .record */ .g1)(environmentName, environment).default({}).meta({ description: "Policy per environment." }),
  logic: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .strictObject */ .re)({ rebuild: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_8__/* .array */ .YO)(rebuildLine).default([]) }).optional().meta({ description: "What a tag under `logic/` starts; each line is one command without a shell." }),
  validate: validation.prefault({}).meta({
    description: "What `validate` looks for; read from the tree that it checks, as all of this file is then."
  })
}).meta({
  title: "Tagship configuration",
  description: "Policy of Tagship, read from the default branch; by `validate` from the tree that it checks."
});
function isFindingCode(text) {
  return _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_9__/* .FINDING_CODES */ .f.some((code) => code === text);
}
function isWorkspacePath(text) {
  return text.split(/[\\/]/).every((part) => !/^(?:\.{0,2}|\.git)$/i.test(part) && !part.includes("\0")) && !/^[A-Za-z]:/.test(text);
}
function defaultConfig() {
  return configSchema.parse({});
}
function configRules(config) {
  return Object.entries(config.namespaces ?? {}).map(([glob, { id, title, binding }]) => ({
    glob,
    spec: id !== void 0 ? { kind: "id", id: id.toLowerCase() } : title !== void 0 ? { kind: "title", title } : { kind: "binding", binding: binding ?? "" },
    source: `\`namespaces.${glob}\` in the configuration`
  }));
}
function inertParts(config) {
  const inert = [];
  for (const [name, environment2] of Object.entries(config.environments)) {
    const later = Object.keys(environment2).filter(
      (part) => !["requires", "deployments", "in-flight", "gate"].includes(part)
    );
    inert.push(...later.map((part) => `environments.${name}.${part}`));
  }
  return inert;
}

// src/commands/describe.ts
function inertNotices(config) {
  const inert = inertParts(config);
  return inert.length === 0 ? [] : [
    {
      level: "notice",
      message: `The configuration is valid, but this version does not act on: ${inert.join(", ")}.`
    }
  ];
}
var MAX_NAMED = 5;
function excludedNotices({ excluded }) {
  const told = excluded.filter(({ why }) => why !== "ignored");
  const rest = told.length - MAX_NAMED;
  return [
    ...told.slice(0, MAX_NAMED).map(
      ({ name, why }) => ({
        level: why === "like-a-version" ? "warning" : "notice",
        message: `Passed over: ${exclusionError(name, why).what}`
      })
    ),
    ...rest > 0 ? [{ level: "notice", message: `Passed over: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_12__/* .count */ .U9)(rest, "more tag")} of no component.` }] : []
  ];
}
function describeDeployed(target, outcome, view) {
  const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .componentId */ .nV)(target.component);
  const found = outcome.plans.flatMap(
    (plan) => [...plan.wanted.values()].filter(
      ({ component, slot, role }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .componentId */ .nV)(component) === id && slot === target.slot.name && role !== "latest"
    ).map((wanted) => ({ wanted, plan, planned: plan.keys.find(({ key }) => key === wanted.key) }))
  );
  const [one] = found;
  if (one === void 0) {
    return [];
  }
  const isEnvironment = target.slot.kind === "environment";
  const before = isEnvironment ? previousOf(target, one.wanted.version, view) ?? previousInKv(one, outcome) : void 0;
  return [
    {
      component: id,
      environment: isEnvironment ? target.slot.name : void 0,
      version: one.wanted.version,
      commit: one.wanted.commit,
      path: String(one.planned?.path ?? ""),
      bytes: one.planned?.value.length ?? 0,
      previousVersion: before?.version,
      previousCommit: before?.commit,
      namespaces: [...new Set(found.map(({ plan }) => plan.namespace))]
    }
  ];
}
function describeDeleted({ component, slot, deleted }, outcome) {
  const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .componentId */ .nV)(component);
  const again = outcome.plans.some(
    ({ wanted }) => [...wanted.values()].some(
      (one) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .componentId */ .nV)(one.component) === id && one.slot === slot.name && one.role === slot.kind
    )
  );
  if (deleted !== true || again) {
    return [];
  }
  const isEnvironment = slot.kind === "environment";
  return [
    {
      component: id,
      environment: isEnvironment ? slot.name : void 0,
      version: isEnvironment ? void 0 : slot.name,
      left: [...new Set(outcome.plans.flatMap(({ left }) => left))]
    }
  ];
}
function previousOf({ component, slot }, version, view) {
  const entry = view.ledger?.entry(slot.name, component);
  return entry === void 0 || entry.version === null || entry.version === version ? void 0 : { version: entry.version, commit: entry.commit ?? void 0 };
}
function previousInKv({ wanted, plan }, outcome) {
  const { version, sha } = asRecord(outcome.before.get(plan.namespace)?.get(wanted.key)?.metadata);
  return typeof version === "string" && version !== wanted.version ? { version, commit: typeof sha === "string" && /^[0-9a-f]{40}$/.test(sha) ? sha : void 0 } : void 0;
}
function asRecord(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
function returnedFailure({ ref: { name }, left, held }) {
  return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_11__/* .TagshipError */ .bP(
    "tag-held",
    `The tag \`${name}\` is the very object again that a rollback of ${left} left, as after a push of all tags from an old clone. So nothing is deployed, and KV stays at ${held}.`,
    `Use \`promote\` with \`version: ${held}\` to move the tag back. If you mean ${left}, use \`promote\` with it, \`override: quarantine\` and a \`reason\`, or push a new annotated tag.`
  );
}
function heldAgain(targets, view) {
  const places = new Set(targets.map(({ component, slot }) => `${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .componentId */ .nV)(component)}@${slot.name}`));
  return view.returned().filter(({ tags: { component }, ref }) => places.has(`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_7__/* .componentId */ .nV)(component)}@${environmentOf(ref)}`)).map(returnedFailure);
}
function warnings(messages) {
  return messages.map((message) => ({ level: "warning", message }));
}
function ledgerReport(session, ledger) {
  return ledger === void 0 ? void 0 : { ref: session.ledgerRef, commit: ledger.commit, seq: ledger.number };
}
function nothingDone(command, settings, notices, durationMs = 0) {
  return {
    command,
    dryRun: settings.dryRun,
    reason: settings.reason,
    verdict: void 0,
    rolledBack: false,
    ledger: void 0,
    moves: [],
    deployed: [],
    deleted: [],
    requiresRebuild: false,
    rebuild: [],
    keys: [],
    changed: false,
    rounds: 0,
    durationMs,
    issues: [],
    failures: [],
    notices
  };
}




/***/ }),

/***/ 139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ iso_exports)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6127);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
(0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__/* .__export */ .VA)(iso_exports, {
  ZodISODate: () => _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br,
  ZodISODateTime: () => _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo,
  ZodISODuration: () => _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A,
  ZodISOTime: () => _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDateTime */ .G1)(_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo, params);
}
function date(params) {
  return (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDate */ .db)(_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br, params);
}
function time(params) {
  return (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoTime */ .Kn)(_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV, params);
}
function duration(params) {
  return (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDuration */ .f2)(_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A, params);
}




/***/ }),

/***/ 9736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Se: () => (/* binding */ METRIC_METHODS),
/* harmony export */   Vw: () => (/* binding */ metricUrlProblem),
/* harmony export */   hE: () => (/* binding */ metricProblems),
/* harmony export */   pi: () => (/* binding */ isCounts),
/* harmony export */   tX: () => (/* binding */ jsonPathProblem)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7260);
/* harmony import */ var _chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8847);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/domain/gate/metric-check.ts
var import_json_p3 = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_3__/* .__toESM */ .f1)((0,_chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_1__/* .require_json_p3_cjs */ ._)(), 1);
var METRIC_METHODS = ["GET", "POST", "PUT", "PATCH"];
function isCounts(metric) {
  return metric.errors !== void 0 || metric.total !== void 0;
}
function metricProblems(metric) {
  return [
    ...isCounts(metric) ? countProblems(metric) : valueProblems(metric),
    ...sourceProblems(metric),
    ...headerProblems(metric.headers ?? {}),
    ...templateProblems(metric)
  ];
}
function metricUrlProblem(url) {
  const unknown = (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholderProblem */ .V6)(url);
  if (unknown !== void 0 || /^\$\{[A-Z_][A-Z0-9_]*\}/.test(url)) {
    return unknown;
  }
  const [, host] = /^https?:\/\/([^/?#\\]*)/i.exec(url) ?? [];
  if (host === void 0 || !URL.canParse(url.replace(/\$?\{[^{}]*\}/g, "x"))) {
    return "expected a URL that begins with `https://` or `http://`";
  }
  if (/(?<!\$)\{/.test(host)) {
    return "the host can have no placeholder: a tag would decide who gets the secrets";
  }
  return host.includes("@") ? "a URL can carry no user and password; send them as a header" : void 0;
}
function jsonPathProblem(path) {
  if (!path.startsWith("$")) {
    return "expected a JSON path, which begins with `$`";
  }
  try {
    (0, import_json_p3.compile)(path);
    return (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholderProblem */ .V6)(path);
  } catch (error) {
    const why = error instanceof import_json_p3.JSONPathError ? error.message.replace(/ \(.*\)$/s, "") : "it has a mistake";
    return `expected a JSON path as RFC 9535 has it: ${why.replaceAll("`", "'")}`;
  }
}
function countProblems(metric) {
  const problems = ["errors", "total"].flatMap(
    (key) => metric[key] === void 0 || metric[key].trim() === "" ? [problem(key, "a metric of counts needs both `errors` and `total`")] : []
  );
  const { max } = metric;
  if (max === void 0 || max <= 0 || max >= 0.5) {
    problems.push(problem("max", "expected the highest rate of failed requests, above 0 and below 0.5"));
  }
  for (const key of ["min", "failure-limit", "query", "path"]) {
    if (metric[key] !== void 0) {
      problems.push(problem(key, "a metric of counts (`errors` and `total`) has no such limit or question; remove it"));
    }
  }
  return problems;
}
function valueProblems(metric) {
  const { min, max, provider, query } = metric;
  const problems = [];
  if (min === void 0 && max === void 0) {
    problems.push(problem("max", "a metric of a value needs `max`, `min` or both"));
  }
  if (min !== void 0 && max !== void 0 && min > max) {
    problems.push(problem("min", `expected at most \`max\`, which is ${max}`));
  }
  if (metric["min-samples"] !== void 0) {
    problems.push(problem("min-samples", "only a metric of counts (`errors` and `total`) has it; remove it"));
  }
  if (provider === "http" && query !== void 0) {
    problems.push(problem("query", "`provider: http` takes none; put it into `url` or `body`"));
  }
  if (provider !== "http" && (query === void 0 || query.trim() === "")) {
    problems.push(problem("query", `\`provider: ${provider}\` needs one, or \`errors\` and \`total\``));
  }
  return problems;
}
function sourceProblems(metric) {
  const { provider, url } = metric;
  const optional = provider === "cloudflare-analytics-engine";
  const wrong = url !== void 0 ? metricUrlProblem(url) : optional ? void 0 : `\`provider: ${provider}\` needs one`;
  return [
    ...wrong === void 0 ? [] : [problem("url", wrong)],
    ...provider === "http" ? httpProblems(metric) : onlyHttpProblems(metric)
  ];
}
function httpProblems(metric) {
  const problems = ["path", "errors", "total"].flatMap((key) => {
    const wrong = metric[key] === void 0 ? void 0 : jsonPathProblem(metric[key]);
    return wrong === void 0 ? [] : [problem(key, wrong)];
  });
  if (metric.body !== void 0 && metric.method === "GET") {
    problems.push(problem("method", "a GET request has no body"));
  }
  return problems;
}
function onlyHttpProblems(metric) {
  const keys = isCounts(metric) ? ["method", "body"] : ["path", "method", "body"];
  return keys.filter((key) => metric[key] !== void 0).map((key) => problem(key, "only `provider: http` takes it; remove it"));
}
function headerProblems(headers) {
  return Object.entries(headers).flatMap(([name, value]) => {
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      return [{ path: ["headers", name], message: "expected the name of a header" }];
    }
    if (/^(?:host|connection|content-length|transfer-encoding|expect|upgrade)$/i.test(name)) {
      return [{ path: ["headers", name], message: "this header is decided by the request itself; remove it" }];
    }
    const wrong = /^[\x20-\x7e]*$/.test(value) ? (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholderProblem */ .V6)(value) : "expected one line of plain ASCII";
    return wrong === void 0 ? [] : [{ path: ["headers", name], message: wrong }];
  });
}
function templateProblems(metric) {
  const problems = [];
  for (const key of ["query", "errors", "total"]) {
    const wrong = metric.provider === "http" ? void 0 : (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_2__/* .placeholderProblem */ .V6)(metric[key] ?? "");
    if (wrong !== void 0) {
      problems.push(problem(key, wrong));
    }
  }
  const templates = ["url", "query", "errors", "total", "path", "body"].map(
    (key) => [[key], metric[key] ?? ""]
  );
  const headers = Object.entries(metric.headers ?? {}).map(([name, value]) => [["headers", name], value]);
  for (const [path, template] of [...templates, ...headers]) {
    const forbidden = (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_2__/* .forbiddenVariable */ .AK)(template);
    if (forbidden !== void 0) {
      problems.push({
        path,
        message: `\`\${${forbidden}}\` is never sent to a metric server; pass a secret of its own`
      });
    }
  }
  return problems;
}
function problem(key, message) {
  return { path: [key], message };
}




/***/ }),

/***/ 4273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ OWN_MOVES),
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   JK: () => (/* binding */ parseVersions),
/* harmony export */   Ri: () => (/* binding */ IN_FLIGHT),
/* harmony export */   gJ: () => (/* binding */ AHEAD_SECONDS),
/* harmony export */   hT: () => (/* binding */ HEALTHY_KEPT),
/* harmony export */   jq: () => (/* binding */ oid),
/* harmony export */   l2: () => (/* binding */ MOVES),
/* harmony export */   mn: () => (/* binding */ implausible),
/* harmony export */   od: () => (/* binding */ countedNumber),
/* harmony export */   pl: () => (/* binding */ versionsText),
/* harmony export */   sk: () => (/* binding */ LEDGER_SCHEMA),
/* harmony export */   u0: () => (/* binding */ entryText)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6127);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/ledger/entry.ts
var LEDGER_SCHEMA = 1;
var HEALTHY_KEPT = 10;
var oid = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().regex(/^[0-9a-f]{40}$/, "expected the 40 hex digits of a Git object");
var MOVES = ["deploy", "promote", "rollback", "restore", "seed", "remove"];
var IN_FLIGHT = ["complete", "switch", "cancel"];
var OWN_MOVES = ["promote", "rollback", "restore"];
var entrySchema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({
  schema: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(LEDGER_SCHEMA),
  seq: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Wh)().positive().meta({ description: "Number of the ledger commit that made the move." }),
  move: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(MOVES),
  version: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "Null after the tag was removed." }),
  commit: oid.nullable().meta({ description: "The commit the version stands for." }),
  tag: oid.nullable().meta({ description: "The object the environment tag points at; of a lightweight tag, the commit." }),
  blob: oid.nullable().meta({ description: "The content; null where a seed could not tell it." }),
  path: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The file of the content at that commit." }),
  status: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(["pending", "deployed", "healthy", "held"]).meta({
    description: "`pending` until KV acknowledged, then `deployed`; `healthy` after its gate; `held` where KV holds this version although the tag could not be moved."
  }),
  previous: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The version before; never the version itself." }),
  healthy: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "The last ten healthy versions, the newest first." }),
  quarantined: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Versions Tagship does not choose here." }),
  at: _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_1__/* .iso_exports */ .W.datetime().nullable().meta({ description: "When, by the Git server's clock; null where a seed could not tell." }),
  actor: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  run: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The workflow run, as an address." }),
  reason: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  left: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(oid, (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).optional().meta({
    description: "Tag objects that a rollback left, with the version each stood for. They do not come back by accident."
  }),
  "in-flight": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(IN_FLIGHT).optional().meta({ description: "What work that runs on the version before is to do, after a rollback." }),
  override: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).optional().meta({ description: "Checks that were passed over, with the reason above." })
}).meta({ title: "Entry of the Tagship ledger", description: "`{environment}/{prefix}/{type}/{name}.json`" });
var versionSchema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({
  tag: oid.meta({ description: "The object the version tag pointed at." }),
  commit: oid,
  blob: oid.nullable(),
  path: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  ran: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Environments it was deployed to." }),
  healthy: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Environments in which a gate found it healthy." })
});
var versionsSchema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({ schema: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(LEDGER_SCHEMA), versions: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)(), versionSchema) }).meta({ title: "Versions in the Tagship ledger", description: "`versions/{prefix}/{type}/{name}.json`" });
function parseEntry(json) {
  return parseDocument(json, entrySchema);
}
function parseVersions(json) {
  const parsed = parseDocument(json, versionsSchema);
  return "problem" in parsed && typeof parsed.problem === "string" ? { problem: parsed.problem } : asVersions(parsed);
}
function asVersions(parsed) {
  return Object.assign(/* @__PURE__ */ Object.create(null), parsed.versions);
}
function parseDocument(json, schema) {
  let value;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : "not JSON" };
  }
  if (typeof value === "object" && value !== null && "schema" in value && Number(value.schema) > LEDGER_SCHEMA) {
    return { problem: `it was written by a newer version of Tagship (schema ${Number(value.schema)})` };
  }
  const checked = schema.safeParse(value);
  if (checked.success) {
    return checked.data;
  }
  const [issue] = checked.error.issues;
  return { problem: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "unknown problem"}` };
}
function entryText(entry) {
  return `${JSON.stringify(entry, void 0, 2)}
`;
}
function versionsText(versions) {
  return `${JSON.stringify({ schema: LEDGER_SCHEMA, versions }, void 0, 2)}
`;
}
var AHEAD_SECONDS = 5 * 60;
function implausible({ seq, at }, number, now) {
  if (seq > number) {
    return `it says that number ${seq} made it, and the ledger has only ${number}`;
  }
  return at !== null && Date.parse(at) / 1e3 > now + AHEAD_SECONDS ? `it is dated ${at}, which is still to come` : void 0;
}
var MAX_NUMBER = 2 ** 50;
function countedNumber(numbers) {
  const follows = (at) => {
    const [one = 0, before = 0] = numbers.slice(at);
    return one === before + 1 && one < MAX_NUMBER;
  };
  const said = numbers[0] ?? 0;
  if (numbers.length < 2 || follows(0)) {
    return said;
  }
  const sure = numbers.findIndex((_, at) => at > 0 && (at === numbers.length - 1 || follows(at)));
  return (numbers[sure] ?? 0) + sure;
}




/***/ })

};

export const id = 4091;
export const ids = [4091];
export const modules = {

/***/ 4091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_ports_source_tree_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7034);
/* harmony import */ var _with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3450);
/* harmony import */ var _with_validation_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3673);
/* harmony import */ var _with_engine_content_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8033);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2240);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(99);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1092);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8540);
/* harmony import */ var _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3625);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7271);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(663);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(4385);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2348);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(8962);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_verify_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(4301);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(9577);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(4923);
/* harmony import */ var _with_commands_describe_js__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(7631);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_27__ = __webpack_require__(8130);
/* harmony import */ var _with_commands_report_js__WEBPACK_IMPORTED_MODULE_28__ = __webpack_require__(1160);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_29__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_30__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_31__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_32__ = __webpack_require__(2591);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_33__ = __webpack_require__(3798);
/* harmony import */ var _with_gate_policy_js__WEBPACK_IMPORTED_MODULE_34__ = __webpack_require__(2515);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_35__ = __webpack_require__(3367);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_36__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_37__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_39__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_40__ = __webpack_require__(8071);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_41__ = __webpack_require__(1592);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_42__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_43__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_44__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);













































// node_modules/semver/ranges/min-version.js
var require_min_version = (0,_with_js__WEBPACK_IMPORTED_MODULE_44__/* .__commonJS */ .P$)({
  "node_modules/semver/ranges/min-version.js"(exports, module) {
    "use strict";
    var SemVer = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_40__/* .require_semver */ .FY)();
    var Range = (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_11__/* .require_range */ .er)();
    var gt = (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_11__/* .require_gt */ ["in"])();
    var minVersion2 = (range, loose) => {
      range = new Range(range, loose);
      let minver = new SemVer("0.0.0");
      if (range.test(minver)) {
        return minver;
      }
      minver = new SemVer("0.0.0-0");
      if (range.test(minver)) {
        return minver;
      }
      minver = null;
      for (let i = 0; i < range.set.length; ++i) {
        const comparators = range.set[i];
        let setMin = null;
        comparators.forEach((comparator) => {
          const compver = new SemVer(comparator.semver.version);
          switch (comparator.operator) {
            case ">":
              if (compver.prerelease.length === 0) {
                compver.patch++;
              } else {
                compver.prerelease.push(0);
              }
              compver.raw = compver.format();
            /* fallthrough */
            case "":
            case ">=":
              if (!setMin || gt(compver, setMin)) {
                setMin = compver;
              }
              break;
            case "<":
            case "<=":
              break;
            /* istanbul ignore next */
            default:
              throw new Error(`Unexpected operation: ${comparator.operator}`);
          }
        });
        if (setMin && (!minver || gt(minver, setMin))) {
          minver = setMin;
        }
      }
      if (minver && range.test(minver)) {
        return minver;
      }
      return null;
    };
    module.exports = minVersion2;
  }
});

// src/domain/validation/slots.ts
var import_min_version = (0,_with_js__WEBPACK_IMPORTED_MODULE_44__/* .__toESM */ .f1)(require_min_version(), 1);

// src/domain/validation/facts.ts
var import_range = (0,_with_js__WEBPACK_IMPORTED_MODULE_44__/* .__toESM */ .f1)((0,_with_semver_js__WEBPACK_IMPORTED_MODULE_11__/* .require_range */ .er)(), 1);

// src/domain/validation/file-index.ts
var FileIndex = class _FileIndex {
  #paths;
  /** The names of the files in each folder, sorted by code units. */
  #folders;
  #parents;
  #called;
  #bases;
  /** @param paths relative to the root of the repository, with `/` */
  constructor(paths) {
    this.#paths = new Set(paths);
  }
  has(path) {
    return this.#paths.has(path);
  }
  get paths() {
    return this.#paths;
  }
  /** The names of the files in a folder, sorted; `''` is the root. */
  filesIn(folder) {
    this.#folders ??= byFolder(this.#paths);
    return this.#folders.get(folder) ?? [];
  }
  /** Whether something lies below this path. */
  isFolder(path) {
    this.#parents ??= new Set([...this.#paths].flatMap(parentsOf));
    return this.#parents.has(path);
  }
  /**
   * Whether a path leads to a file or folder, from the folder of a file or one above it. Below the root the ending may be
   * left out; at the root that is how components are named.
   */
  isReachable(file, path) {
    return [...parentsOf(file), ""].some((folder) => {
      const whole = folder === "" ? path : `${folder}/${path}`;
      return this.has(whole) || this.isFolder(whole) || folder !== "" && this.#isStem(whole);
    });
  }
  /** Whether a file is called so, with any one ending. */
  #isStem(path) {
    const slash = path.lastIndexOf("/");
    const stem = `${path.slice(slash + 1)}.`;
    const names = this.filesIn(path.slice(0, Math.max(slash, 0)));
    return names[firstFrom(names, stem)]?.startsWith(stem) === true;
  }
  /** The paths of the files that are called so, in any folder. */
  called(file) {
    this.#called ??= Map.groupBy(this.#paths, (path) => path.slice(path.lastIndexOf("/") + 1));
    return this.#called.get(file) ?? [];
  }
  /** The paths that a step of the search for content finds, sorted within a folder. */
  candidates(step) {
    return step.kind === "tree" ? this.#anywhere(step) : this.#inFolder(step);
  }
  #anywhere({ bases, matches }) {
    if (bases === void 0) {
      return [...this.#paths].filter(matches);
    }
    this.#bases ??= Map.groupBy(this.#paths, _with_picomatch_js__WEBPACK_IMPORTED_MODULE_12__/* .edgitBase */ .d);
    return [...new Set(bases)].flatMap((base) => this.#bases?.get(base)?.filter(matches) ?? []);
  }
  #inFolder({ folder, prefix, isExact, matches }) {
    const inFolder = folder === "" ? "" : `${folder}/`;
    if (isExact) {
      return this.has(inFolder + prefix) ? [inFolder + prefix] : [];
    }
    const names = this.filesIn(folder);
    const found = [];
    for (let at = firstFrom(names, prefix); names[at]?.startsWith(prefix) === true; at++) {
      const name = names[at];
      if (name !== void 0 && matches(name)) {
        found.push(inFolder + name);
      }
    }
    return found;
  }
  /** The same files, without some and with others. */
  with(removed, added) {
    const paths = new Set(this.#paths);
    for (const path of removed) {
      paths.delete(path);
    }
    for (const path of added) {
      paths.add(path);
    }
    return new _FileIndex(paths);
  }
};
function parentsOf(path) {
  const parents = [];
  for (let slash = path.lastIndexOf("/"); slash > 0; slash = path.lastIndexOf("/", slash - 1)) {
    parents.push(path.slice(0, slash));
  }
  return parents;
}
function byFolder(paths) {
  const folders = /* @__PURE__ */ new Map();
  for (const path of paths) {
    const slash = path.lastIndexOf("/");
    const folder = path.slice(0, Math.max(slash, 0));
    const names = folders.get(folder);
    if (names === void 0) {
      folders.set(folder, [path.slice(slash + 1)]);
    } else {
      names.push(path.slice(slash + 1));
    }
  }
  for (const names of folders.values()) {
    names.sort();
  }
  return folders;
}
function firstFrom(names, prefix) {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = low + high >> 1;
    if ((names[middle] ?? "") < prefix) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// src/domain/validation/guesses.ts
function guesser(types, templates) {
  const readers = templates.flatMap((template) => [.../* @__PURE__ */ new Set([template, template.replaceAll("**/", "")])]).map((template) => readerOf(template, types));
  return (path) => [...readers.flatMap((reader) => byTemplate(path, types, reader)), ...byConvention(path, types)];
}
function byConvention(path, types) {
  const segments = path.split("/");
  const prefix = _with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .PREFIXES */ .V4.find((known) => known === segments[0]);
  return (prefix === void 0 ? [0] : [1, 0]).flatMap((at) => {
    const type = segments[at];
    const rest = segments.slice(at + 1);
    return type === void 0 || rest.length === 0 || !types.has(type) ? [] : namesOf(rest, type).map((name) => ({ prefix: at === 1 && prefix || "components", type, name }));
  });
}
function namesOf(segments, type) {
  const file = segments.at(-1) ?? "";
  const folder = segments.slice(0, -1).join("/");
  const dot = file.lastIndexOf(".");
  const stem = file.slice(0, Math.max(dot, 0));
  const infix = `.${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .singularType */ .Iz)(type)}`;
  const stems = [...stem.endsWith(infix) ? [stem.slice(0, -infix.length)] : [], stem].filter((one) => one !== "");
  const names = stems.map((one) => folder === "" ? one : `${folder}/${one}`);
  return stem === "index" && folder !== "" ? [folder, ...names] : names;
}
function byTemplate(path, types, reader) {
  const { prefix, type, singular, name } = reader.exec(path)?.groups ?? {};
  if (name === void 0) {
    return [];
  }
  return [...types].filter((one) => (type ?? one) === one && (singular ?? (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .singularType */ .Iz)(one)) === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .singularType */ .Iz)(one)).map((one) => ({ prefix: _with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .PREFIXES */ .V4.find((known) => known === prefix) ?? "components", type: one, name }));
}
function readerOf(template, types) {
  const parts = {
    prefix: anyOf(_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .PREFIXES */ .V4),
    type: anyOf(types),
    singular: anyOf([...types].map(_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .singularType */ .Iz)),
    name: ".+",
    ext: "[^./]+"
  };
  const known = /* @__PURE__ */ new Set();
  return (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .templatePattern */ .N7)(template, (name) => {
    const again = known.has(name);
    known.add(name);
    return again ? `\\k<${name}>` : `(?<${name}>${parts[name] ?? ".+"})`;
  });
}
function anyOf(texts) {
  return [...texts].map(_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .literal */ .eu).join("|");
}

// src/domain/validation/suggestions.ts
var import_fastest_levenshtein = (0,_with_js__WEBPACK_IMPORTED_MODULE_44__/* .__toESM */ .f1)((0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_39__/* .require_mod */ .fC)(), 1);
var MOST = 5;
var OTHER_TYPE = 3;
var OTHER_FOLDERS = 2.5;
var ALIAS = 0.5;
var MAX_COMPARED = 1e6;
var SuggestionIndex = class {
  /** By name in lower case. */
  #components = /* @__PURE__ */ new Map();
  /** Names by what they end in behind a slash. */
  #ends = /* @__PURE__ */ new Map();
  #lengths = /* @__PURE__ */ new Map();
  #types = /* @__PURE__ */ new Set();
  #answered = /* @__PURE__ */ new Map();
  #compared = 0;
  constructor(components) {
    for (const component of components) {
      const name = component.component.name.toLowerCase();
      this.#types.add(component.component.type);
      if (append(this.#components, name, component)) {
        this.#index(name);
      }
    }
  }
  #index(name) {
    for (let at = name.indexOf("/"); at !== -1; at = name.indexOf("/", at + 1)) {
      append(this.#ends, name.slice(at + 1), name);
    }
    const same = this.#lengths.get(name.length) ?? { names: [], letters: [] };
    same.names.push(name);
    same.letters.push(lettersOf(name));
    this.#lengths.set(name.length, same);
  }
  /**
   * The components that a reference may have meant, the nearest first.
   * @param type undefined where the reference leaves it open
   */
  suggestions(type, name) {
    const key = `${type ?? ""}/${name}`;
    const known = this.#answered.get(key);
    if (known !== void 0) {
      return known;
    }
    const found = [...this.#search(type, name)].sort(([a, cost], [b, other]) => cost - other || (0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnits */ .CA)(a.id, b.id)).slice(0, MOST).map(([component]) => component);
    this.#answered.set(key, found);
    return found;
  }
  #search(type, name) {
    const lower = name.toLowerCase();
    const found = /* @__PURE__ */ new Map();
    const add = (component, nameCost) => {
      const typeCost = typeCostOf(type, component.component.type) ?? (nameCost === 0 ? OTHER_TYPE : void 0);
      if (typeCost !== void 0) {
        const cost = nameCost + typeCost + (component.component.name === name ? 0 : 0.25);
        found.set(component, Math.min(cost, found.get(component) ?? cost));
      }
    };
    for (const [known, cost] of this.#names(lower)) {
      for (const component of this.#components.get(known) ?? []) {
        add(component, cost);
      }
    }
    for (const one of this.#types) {
      for (const alias of aliasesOf(one, lower)) {
        for (const component of this.#components.get(alias) ?? []) {
          if (component.component.type === one) {
            add(component, ALIAS);
          }
        }
      }
    }
    return found;
  }
  /** Known names that are like this one, and what the difference costs. */
  #names(written) {
    const costs = /* @__PURE__ */ new Map();
    const add = (name, cost) => {
      if (this.#components.has(name)) {
        costs.set(name, Math.min(cost, costs.get(name) ?? cost));
      }
    };
    this.#addTypos(written, add);
    for (const name of this.#ends.get(written) ?? []) {
      add(name, OTHER_FOLDERS);
    }
    for (let at = written.indexOf("/"); at !== -1; at = written.indexOf("/", at + 1)) {
      add(written.slice(at + 1), OTHER_FOLDERS);
    }
    add(written, 0);
    return costs;
  }
  #addTypos(written, add) {
    const letters = lettersOf(written);
    const most = (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_39__/* .typoBound */ .HX)(Number.POSITIVE_INFINITY);
    for (let length = written.length - most; length <= written.length + most; length++) {
      const bound = (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_39__/* .typoBound */ .HX)(Math.max(length, written.length));
      const { names, letters: others } = this.#lengths.get(length) ?? { names: [], letters: [] };
      for (let at = 0; at < names.length && this.#compared < MAX_COMPARED; at++) {
        const other = others[at] ?? 0;
        if (ones(letters & ~other) <= bound && ones(other & ~letters) <= bound) {
          this.#compared++;
          const cost = (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_39__/* .typoCost */ .EE)(written, names[at] ?? "");
          if (cost !== void 0) {
            add(names[at] ?? "", cost);
          }
        }
      }
    }
  }
};
function append(map, key, value) {
  const values = map.get(key);
  if (values === void 0) {
    map.set(key, [value]);
    return true;
  }
  values.push(value);
  return false;
}
function aliasesOf(type, name) {
  const short = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .withoutGeneratedSuffix */ .R8)({ prefix: "components", type, name });
  const suffixes = type === "agents" ? ["-agent", "-agent-definition"] : [`-${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .singularType */ .Iz)(type)}`];
  return [...suffixes.map((suffix) => name + suffix), ...short === void 0 ? [] : [short]];
}
function typeCostOf(written, known) {
  if (written === void 0 || written === known) {
    return 0;
  }
  if ((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .pluralType */ .Jt)(written) === known) {
    return 0.25;
  }
  const edits = Math.min((0, import_fastest_levenshtein.distance)(written, known), (0, import_fastest_levenshtein.distance)((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .pluralType */ .Jt)(written), known));
  return edits <= 2 ? edits : void 0;
}
function lettersOf(name) {
  let letters = 0;
  for (let at = 0; at < name.length; at++) {
    letters |= 1 << (name.charCodeAt(at) & 31);
  }
  return letters;
}
function ones(bits) {
  let rest = bits - (bits >>> 1 & 1431655765);
  rest = (rest & 858993459) + (rest >>> 2 & 858993459);
  return (rest + (rest >>> 4) & 252645135) * 16843009 >>> 24;
}

// src/domain/validation/facts.ts
var USUAL_TYPES = [
  "agents",
  "configs",
  "docs",
  "ensembles",
  "prompts",
  "queries",
  "routes",
  "schemas",
  "scripts",
  "templates",
  "tools"
];
function movedVersions(tags, remembered) {
  const moved = [];
  for (const { component, versions } of tags.values()) {
    const known = versions.size === 0 ? void 0 : remembered(component);
    for (const [version, ref] of known === void 0 ? [] : versions) {
      const from = known?.[version]?.commit;
      if (from !== void 0 && from !== ref.commit) {
        moved.push({ component, version, tag: ref.name, from, to: ref.commit });
      }
    }
  }
  return moved;
}
var NO_REFS = /* @__PURE__ */ new Map();
var Known = class {
  registry;
  /** The registry where it decides what is registered: not where nothing of it can be read. */
  #deciding;
  files;
  moved;
  /** Every type that something says there is, plural. */
  types;
  #sources;
  /** By type and name. */
  #found = /* @__PURE__ */ new Map();
  #named = /* @__PURE__ */ new Map();
  #satisfied = /* @__PURE__ */ new Map();
  #moved;
  #ranges = /* @__PURE__ */ new Map();
  #environments;
  #all;
  #suggestions;
  #guesser;
  #taggedBases;
  #words;
  #taggedAs;
  #typesCalled = /* @__PURE__ */ new Map();
  #tagged;
  #typesInUse;
  constructor(sources) {
    this.#sources = sources;
    this.registry = sources.registry;
    const isUnreadable = this.registry?.entries.length === 0 && this.registry.problems.length > 0;
    this.#deciding = isUnreadable ? void 0 : this.registry;
    this.files = new FileIndex(sources.files);
    this.moved = sources.moved ?? [];
    this.#moved = new Map(this.moved.map((one) => [`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .componentId */ .nV)(one.component)}@${one.version}`, one]));
    const types = /* @__PURE__ */ new Set([...USUAL_TYPES, ...sources.types ?? []]);
    for (const { component } of sources.tags.values()) {
      types.add(component.type);
    }
    for (const { type } of sources.registry?.entries ?? []) {
      types.add((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .pluralType */ .Jt)(type));
    }
    this.types = types;
  }
  /**
   * The component of this type and name, where it is registered: the committed registry names it, with or without the
   * suffix that Edgit appends to names; or, where none is committed, it has a version tag or a file where content is
   * looked for.
   * @param type plural
   */
  registered(type, name) {
    let ofType = this.#found.get(type);
    if (ofType === void 0) {
      ofType = /* @__PURE__ */ new Map();
      this.#found.set(type, ofType);
    }
    let found = ofType.get(name);
    if (found === void 0) {
      found = (this.types.has(type) ? this.#find(`${type}/${name}`, type, name) : void 0) ?? null;
      ofType.set(name, found);
    }
    return found ?? void 0;
  }
  /** The registered components that a name alone can mean, of any type. */
  named(name) {
    const known = this.#named.get(name);
    if (known !== void 0) {
      return known;
    }
    const found = this.#mayBeNamed(name) ? this.#typesOf(name).flatMap((type) => this.registered(type, name) ?? []) : [];
    this.#named.set(name, found);
    return found;
  }
  /** The types that a name can have; too many rather than too few. */
  #typesOf(name) {
    const types = [...this.types];
    if (this.#deciding === void 0) {
      return types;
    }
    this.#taggedAs ??= Map.groupBy(this.#sources.tags.values(), ({ component }) => component.name);
    const entry = this.#deciding.byName.get(name);
    const tagged = this.#taggedAs.get(name) ?? [];
    const ofEntry = entry === void 0 ? void 0 : this.#typesLike(entry.type);
    return types.filter((type) => ofEntry?.has(type) || tagged.some(({ component }) => component.type === type));
  }
  /** The types that the registry may mean by what it calls a type. */
  #typesLike(called) {
    let types = this.#typesCalled.get(called);
    if (types === void 0) {
      types = new Set([...this.types].filter((type) => (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .isTypeOf */ ._I)(type, called)));
      this.#typesCalled.set(called, types);
    }
    return types;
  }
  /**
   * What tells references apart from other texts.
   * @param keys under which a string is a reference also without `@`
   */
  vocabulary(keys) {
    return { types: this.types, keys, isName: (name) => this.named(name).length > 0 };
  }
  /** The registered components that a reference can mean: of one with a type at most one. */
  meant({ type, name }) {
    if (type === void 0) {
      return this.named(name);
    }
    const found = this.registered(type, name);
    return found === void 0 ? [] : [found];
  }
  /** The version that an environment of a component runs; undefined where tags do not tell. */
  runs({ id }, environment) {
    const tags = this.#sources.tags.get(id);
    const ref = tags?.environments.get(environment);
    if (tags === void 0 || ref === void 0) {
      return void 0;
    }
    if (this.#sources.versionOf !== void 0) {
      return this.#sources.versionOf(tags, ref);
    }
    const listed3 = (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_25__/* .listedVersion */ .mO)(tags, ref);
    return listed3 === "unknown" ? void 0 : listed3?.version;
  }
  /** Whether a component has a version in a range, as npm reads ranges: of pre-releases only those it names. */
  satisfies(component, range) {
    let known = this.#satisfied.get(range);
    if (known === void 0) {
      known = /* @__PURE__ */ new Map();
      this.#satisfied.set(range, known);
    }
    let satisfied = known.get(component);
    if (satisfied === void 0) {
      const parsed = this.#range(range);
      satisfied = parsed !== void 0 && [...component.versions.keys()].some((version) => parsed.test(version));
      known.set(component, satisfied);
    }
    return satisfied;
  }
  #range(text) {
    if (!this.#ranges.has(text)) {
      this.#ranges.set(text, parseRange(text));
    }
    return this.#ranges.get(text);
  }
  /** Whether any component at all has a tag for this environment. */
  hasEnvironment(environment) {
    this.#environments ??= new Set([...this.#sources.tags.values()].flatMap((tags) => [...tags.environments.keys()]));
    return this.#environments.has(environment);
  }
  /** Where a version of a component moved to. */
  movedVersion(id, version) {
    return this.#moved.size === 0 ? void 0 : this.#moved.get(`${id}@${version}`);
  }
  /**
   * The environments whose namespace lacks the key of a slot.
   * @param only the one in question; all when left out
   */
  environmentsWithout(id, slot, only) {
    const { missingKeys: missingKeys2 } = this.#sources;
    return missingKeys2 === void 0 ? [] : [...missingKeys2].filter(([environment, missing2]) => (only ?? environment) === environment && missing2.has(`${id}@${slot}`)).map(([environment]) => environment);
  }
  /** Every registered component, as far as registry, tags and files name them by themselves; looked up once. */
  all() {
    this.#all ??= [...this.#allIds()].flatMap(([, { type, name }]) => this.registered(type, name) ?? []);
    return this.#all;
  }
  /**
   * The registered components that a reference may have meant, the nearest first; none where nothing is near.
   * @param type as it is written; undefined where the reference leaves it open
   */
  suggestions(type, name) {
    this.#suggestions ??= new SuggestionIndex(this.all());
    return this.#suggestions.suggestions(type, name);
  }
  /**
   * Where content of this component is, whether or not the component is registered.
   * @param files to look in; those of the tree when left out
   */
  locate(component, files = this.files) {
    for (const { steps } of (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .spellings */ .cl)(component, this.#sources.templates)) {
      for (const step of steps) {
        const found = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .contenders */ .O1)(
          component,
          step,
          files.candidates(step).map((path2) => ({ path: path2 }))
        ).map(({ path: path2 }) => path2);
        const [path] = found;
        if (path !== void 0) {
          return found.length === 1 ? { kind: "file", path } : { kind: "ambiguous", paths: found };
        }
      }
    }
    return { kind: "missing", path: void 0 };
  }
  /** The components that a file may be the content of, by its path alone, the likelier first. */
  guesses(path) {
    this.#guesser ??= guesser(this.types, this.#sources.templates);
    this.#taggedBases ??= new Set([...this.#sources.tags.values()].flatMap(({ component }) => (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_12__/* .edgitBases */ .s)(component)));
    const edgits = this.#taggedBases.has((0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_12__/* .edgitBase */ .d)(path)) ? (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_12__/* .edgitComponent */ .Tc)(path) : void 0;
    const named = edgits !== void 0 && this.#sources.tags.has((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .componentId */ .nV)(edgits)) ? [edgits] : [];
    return [...this.#guesser(path), ...named.map((one) => ({ prefix: "components", ...one }))];
  }
  /**
   * Whether any component is of this type, as tags, the registry or, where none is committed, files say. Every repository
   * has a folder `docs`, so files alone say nothing of those.
   */
  hasType(type) {
    this.#typesInUse ??= new Set(
      this.all().filter(
        ({ component, entry, versions }) => entry !== void 0 || versions.size > 0 || component.type !== "docs"
      ).map(({ component }) => component.type)
    );
    return this.isTagged(type) || this.#typesInUse.has(type);
  }
  /** Whether some tag is of this type. */
  isTagged(type) {
    this.#tagged ??= new Set([...this.#sources.tags.values()].map(({ component }) => component.type));
    return this.#tagged.has(type);
  }
  /** The tags of a component, registered or not. */
  tagsOf(id) {
    return this.#sources.tags.get(id);
  }
  /**
   * Where the content of a component is in a tree; undefined where nothing there speaks of it: the registry does not name
   * it or, where none is committed, there is no file.
   */
  placeIn(component, registry, files) {
    if (registry === void 0) {
      const place = this.locate(component, files);
      return place.kind === "missing" ? void 0 : place;
    }
    const entry = this.#entry(component, registry);
    return entry && contentOf(entry, files);
  }
  #find(id, type, name) {
    const tags = this.#sources.tags.get(id);
    const unprefixed = { prefix: tags?.component.prefix ?? "components", type, name };
    const entry = this.#deciding && this.#entry(unprefixed, this.#deciding);
    if (this.#deciding !== void 0 && entry === void 0) {
      return void 0;
    }
    const component = tags === void 0 && isLogic(entry?.path) ? { ...unprefixed, prefix: "logic" } : unprefixed;
    const content = entry === void 0 ? this.locate(component) : contentOf(entry, this.files);
    const versions = tags?.versions ?? NO_REFS;
    if (entry === void 0 && content.kind === "missing" && versions.size === 0) {
      return this.#rebuilt({ ...component, prefix: "logic" }, id);
    }
    return { id, component, entry, content, versions, environments: tags?.environments ?? NO_REFS };
  }
  /** Whether anything has this name, or a file could: most texts under a key that holds references are no names. */
  #mayBeNamed(name) {
    this.#words ??= this.#wordsOfNames();
    const words2 = this.#words;
    const suffixes = ["", "-agent-definition", ...[...this.types].map((type) => `-${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .singularType */ .Iz)(type)}`)];
    return words2 === "any" || suffixes.some(
      (suffix) => name.endsWith(suffix) && words2.has(lastSegment(name.slice(0, name.length - suffix.length)))
    );
  }
  /** The last segments that names can have; `any` where a template puts other letters around the name. */
  #wordsOfNames() {
    const words2 = /* @__PURE__ */ new Set();
    for (const { component } of this.#sources.tags.values()) {
      words2.add(lastSegment(component.name));
    }
    if (this.#deciding !== void 0) {
      for (const name of this.#deciding.byName.keys()) {
        words2.add(lastSegment(name));
      }
      return words2;
    }
    if (!this.#sources.templates.every((template) => /(?:^|\/)\{name\}(?:[/.]|$)/.test(template))) {
      return "any";
    }
    for (const path of this.files.paths) {
      for (const segment of path.split("/")) {
        words2.add(segment);
        for (let dot = segment.indexOf(".", 1); dot !== -1; dot = segment.indexOf(".", dot + 1)) {
          words2.add(segment.slice(0, dot));
        }
      }
      words2.add((0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_12__/* .edgitBase */ .d)(path));
    }
    return words2;
  }
  #rebuilt(component, id) {
    const content = this.#sources.tags.has(id) ? void 0 : this.locate(component);
    return content === void 0 || content.kind === "missing" ? void 0 : { id, component, entry: void 0, content, versions: NO_REFS, environments: NO_REFS };
  }
  /** The entry of a component; what has tags may be named there without the suffix that Edgit appends. */
  #entry(component, { byName }) {
    const short = this.#sources.tags.has((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .componentId */ .nV)(component)) ? (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .withoutGeneratedSuffix */ .R8)(component) : void 0;
    const name = [component.name, short].find(
      (one) => one !== void 0 && (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .registryEntry */ .qd)(byName, component.type, one) !== void 0
    );
    return name === void 0 ? void 0 : byName.get(name);
  }
  #allIds() {
    const ids = /* @__PURE__ */ new Map();
    const add = (component) => {
      ids.set((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .componentId */ .nV)(component), component);
    };
    for (const { name, type } of this.registry?.entries ?? []) {
      add({ prefix: "components", type: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .pluralType */ .Jt)(type), name });
    }
    for (const { component } of this.#sources.tags.values()) {
      add(component);
    }
    if (this.#deciding === void 0) {
      for (const path of this.files.paths) {
        this.guesses(path).forEach(add);
      }
    }
    return ids;
  }
};
function contentOf({ path }, files) {
  return files.has(path) ? { kind: "file", path } : { kind: "missing", path };
}
function isLogic(path) {
  return path !== void 0 && /^(?:src\/)?logic\//.test(path);
}
function lastSegment(name) {
  return name.slice(name.lastIndexOf("/") + 1);
}
function parseRange(text) {
  try {
    return new import_range.default(text);
  } catch {
    return void 0;
  }
}

// src/domain/validation/slots.ts
var FIRST_VERSION = "v1.0.0";
var RECONCILE_COMMAND = "gh workflow run reconcile.yml";
function slotText(slot) {
  switch (slot.kind) {
    case "none":
      return void 0;
    case "latest":
      return "latest";
    case "version":
      return slot.version;
    case "range":
      return slot.range;
    case "environment":
      return slot.name;
  }
}
function hasSlot(component, slot, known) {
  const { versions, environments } = component;
  switch (slot.kind) {
    case "none":
      return true;
    case "latest":
      return some(versions.keys(), _with_semver_2_js__WEBPACK_IMPORTED_MODULE_40__/* .isStable */ .MQ);
    case "version":
      return versions.has(slot.version);
    case "range":
      return known.satisfies(component, slot.range);
    case "environment":
      return environments.has(slot.name);
  }
}
function slotProblem(component, slot, known) {
  if (hasSlot(component, slot, known)) {
    return void 0;
  }
  switch (slot.kind) {
    case "none":
      return void 0;
    case "latest":
      return noLatest(component);
    case "version":
      return unknownVersion(component, slot.version);
    case "range":
      return unsatisfied(component, slot.range, known);
    case "environment":
      return unknownEnvironment(component, slot.name, known);
  }
}
function noLatest(component) {
  const wish = component.versions.size === 0 ? FIRST_VERSION : void 0;
  return {
    code: "unsatisfied-range",
    message: `\`${component.id}\` has no released version that \`@latest\` could stand for${whatIs(component)}.`,
    slot: highestOf(component),
    command: wish && tagCommand(component, wish)
  };
}
function unknownVersion(component, version) {
  return {
    code: "unknown-version",
    message: `\`${component.id}\` has no version ${version}${whatIs(component)}.`,
    slot: (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_39__/* .nearestVersion */ .bm)(version, component.versions.keys()),
    command: tagCommand(component, version)
  };
}
function unsatisfied(component, range, known) {
  const highest = highestOf(component);
  const operator = /^[\^~](?=\s*v?\d)/.exec(range)?.[0];
  const sameKind = operator === void 0 || highest === void 0 ? void 0 : `${operator}${highest.slice(1)}`;
  const fits = sameKind !== void 0 && known.satisfies(component, sameKind);
  const wish = lowestIn(range);
  return {
    code: "unsatisfied-range",
    message: `No version of \`${component.id}\` satisfies \`${range}\`${whatIs(component)}.`,
    slot: fits ? sameKind : highest,
    command: wish && tagCommand(component, wish)
  };
}
function unknownEnvironment(component, environment, known) {
  const slot = (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_39__/* .nearest */ .pA)(environment, component.environments.keys());
  const isKnown = known.hasEnvironment(environment);
  const others = [...component.environments.keys()].sort();
  const nowhere = isKnown ? "" : ", and no other component has one";
  const instead = others.length === 0 ? "it runs nowhere yet" : `it runs in ${listed(others)}`;
  const isTypo = !isKnown && slot !== void 0;
  return {
    code: "unknown-environment",
    message: `\`${component.id}\` has no tag for the environment \`${environment}\`${nowhere}; ${instead}.`,
    slot,
    command: isTypo ? void 0 : environmentCommand(component, environment)
  };
}
function whatIs(component) {
  const highest = highestOf(component);
  return highest === void 0 ? "; it has no version yet" : `; its highest is ${highest}`;
}
function listed(names) {
  const told = names.slice(0, 5).map((name) => `\`${name}\``);
  return names.length > 5 ? `${told.join(", ")} and ${names.length - 5} more` : told.join(", ");
}
function highestOf({ versions }) {
  return (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_40__/* .highestVersion */ .t)([...versions.keys()].filter(_with_semver_2_js__WEBPACK_IMPORTED_MODULE_40__/* .isStable */ .MQ)) ?? (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_40__/* .highestVersion */ .t)(versions.keys());
}
function tagCommand(component, version) {
  const exists = !(0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_40__/* .isVersion */ .lF)(version) || component.versions.has(version);
  if (exists || component.content.kind !== "file" || !isTaggable(component)) {
    return void 0;
  }
  const tag = `${component.component.prefix}/${component.id}/${version}`;
  const message = (0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_21__/* .shellQuote */ .Z)(`${component.id} ${version}`);
  return `git tag -a ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_21__/* .shellQuote */ .Z)(tag)} -m ${message} && git push origin ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_21__/* .shellQuote */ .Z)(`refs/tags/${tag}`)}`;
}
function environmentCommand(component, environment) {
  if ((0,_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_30__/* .environmentProblem */ .f5)(environment) !== void 0 || !isTaggable(component, environment)) {
    return void 0;
  }
  const version = highestOf(component);
  const first = version === void 0 ? tagCommand(component, FIRST_VERSION) : "";
  if (first === void 0) {
    return void 0;
  }
  const tags = `refs/tags/${component.component.prefix}/${component.id}`;
  const push = `git push origin ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_21__/* .shellQuote */ .Z)(`${tags}/${version ?? FIRST_VERSION}:${tags}/${environment}`)}`;
  return first === "" ? push : `${first} && ${push}`;
}
function moveBackCommand(tag, commit) {
  return `git push --force origin ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_21__/* .shellQuote */ .Z)(`${commit}:refs/tags/${tag}`)}`;
}
function isTaggable({ component }, slot = "v0.0.0") {
  const ref = `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .componentId */ .nV)(component)}/${slot}`;
  return !/\.\.|@\{|\.lock(?:\/|$)|\.(?:\/|$)|(?:^|\/)\.|\/\/|\.json\/|[\s~^:?*[\\]/.test(ref);
}
function lowestIn(text) {
  const range = parseRange(text);
  if (range === void 0 || range.test(FIRST_VERSION)) {
    return range && FIRST_VERSION;
  }
  const lowest = (0, import_min_version.default)(range)?.version;
  return lowest !== void 0 && (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_40__/* .isVersion */ .lF)(`v${lowest}`) ? `v${lowest}` : void 0;
}
function some(versions, is) {
  for (const version of versions) {
    if (is(version)) {
      return true;
    }
  }
  return false;
}

// src/domain/validation/check.ts
function findingsOf(file, references, known) {
  const findings = [];
  for (const reference of references) {
    if (isInOrder(reference, known)) {
      continue;
    }
    const meant = known.meant(reference);
    const [first] = meant;
    if (first === void 0) {
      if (!isOfOthers(file, reference, known)) {
        findings.push(unregistered(file, reference, known));
      }
    } else {
      findings.push(...wrong(file, reference, chosen(first, meant, reference), known));
    }
  }
  return findings;
}
function isInOrder(reference, known) {
  return known.meant(reference).some((component) => isFine(component, reference, known));
}
function problemOf(file, { message, range }) {
  return (0,_with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)("unparsable-file", { file, range, message });
}
function movedFindings(files, known) {
  if (known.moved.length === 0) {
    return [];
  }
  const told = /* @__PURE__ */ new Set();
  for (const { references } of files) {
    for (const reference of references) {
      if (reference.slot.kind === "version") {
        for (const { id } of known.meant(reference)) {
          told.add(`${id}@${reference.slot.version}`);
        }
      }
    }
  }
  return known.moved.filter(({ component, version }) => !told.has(`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .componentId */ .nV)(component)}@${version}`)).map((moved) => {
    const component = known.registered(moved.component.type, moved.component.name);
    const content = component?.content.kind === "file" ? component.content.path : void 0;
    return (0,_with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)("version-moved", {
      file: component?.entry === void 0 ? content ?? _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA : _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA,
      range: component?.entry?.nameRange,
      ...movedDetails(moved),
      subject: `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .componentId */ .nV)(moved.component)}@${moved.version}`
    });
  });
}
function movedDetails({ tag, version, from, to }) {
  return {
    message: `The version tag \`${tag}\` points at commit ${to}, but the ledger remembers ${version} at commit ${from}.`,
    command: moveBackCommand(tag, from)
  };
}
function isFine(component, { slot }, known) {
  return component.content.kind !== "missing" && hasSlot(component, slot, known) && movedBy(component, slot, known) === void 0 && lacking(component, slot, known).length === 0;
}
function movedBy({ id }, slot, known) {
  return slot.kind === "version" ? known.movedVersion(id, slot.version) : void 0;
}
function lacking({ id }, slot, known) {
  const key = slot.kind === "none" ? "latest" : slot.kind === "range" ? void 0 : slotText(slot);
  return key === void 0 ? [] : known.environmentsWithout(id, key, slot.kind === "environment" ? key : void 0);
}
function soleMeaning(reference, known) {
  const meant = known.meant(reference);
  return meant.length === 1 ? meant[0] : meant.find((component) => isNamedBy(component, reference));
}
function chosen(first, meant, reference) {
  const rank = (component) => isNamedBy(component, reference) ? Number.POSITIVE_INFINITY : component.versions.size;
  return meant.reduce((best, one) => rank(one) > rank(best) ? one : best, first);
}
function isNamedBy({ component }, { key }) {
  return key !== void 0 && (component.type === key || component.type === (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .pluralType */ .Jt)(key));
}
function wrong(file, reference, component, known) {
  const found = [];
  const tell = (problem2, suggestion) => {
    const { code, message, command } = problem2;
    found.push((0,_with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)(code, { file, range: reference.range, message, suggestion, command, subject: reference.text }));
  };
  const isMissing = component.content.kind === "missing";
  if (isMissing) {
    tell(missingFile(component));
  }
  const problem = slotProblem(component, reference.slot, known);
  const hasTags = component.versions.size + component.environments.size > 0;
  if (problem !== void 0 && (!isMissing || hasTags)) {
    tell(problem, suggestedAlias(reference, component, known) ?? rewritten(reference, component, problem.slot));
  }
  const moved = movedBy(component, reference.slot, known);
  if (moved !== void 0) {
    tell({ code: "version-moved", ...movedDetails(moved) });
  }
  const without = problem === void 0 ? lacking(component, reference.slot, known) : [];
  if (without.length > 0) {
    const key = `${component.id}@${slotText(reference.slot) ?? "latest"}`;
    const message = `The KV namespace of ${listed(without)} has no key \`${key}\`.`;
    tell({ code: "missing-key", message, command: RECONCILE_COMMAND });
  }
  return found;
}
function missingFile({ id, entry }) {
  const message = entry === void 0 ? `\`${id}\` has version tags, but no file where content is looked for.` : `\`${id}\` is registered with the file \`${entry.path}\`, which does not exist.`;
  return { code: "missing-file", message };
}
function isOfOthers(file, { form, type, text, slot }, known) {
  return form === "path" && known.files.isReachable(file, text) || slot.kind === "none" && type !== void 0 && !known.hasType(type);
}
function unregistered(file, reference, known) {
  const { type, name } = reference;
  const written = type === void 0 ? name : `${type}/${name}`;
  const near = known.suggestions(type, name);
  const suggestion = suggested(reference, near, known);
  const [nearest2] = near;
  const hint = suggestion === void 0 && nearest2 !== void 0 ? `; the nearest is \`${nearest2.id}\`` : "";
  const message = known.registry === void 0 ? `\`${written}\` is no registered component: it has no version tag and no file${hint}.` : `\`${written}\` is not registered in ${_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA}${hint}.`;
  return (0,_with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)("unregistered-component", {
    file,
    range: reference.range,
    message,
    suggestion,
    command: registerCommand(reference, known),
    subject: reference.text
  });
}
function registerCommand({ type, name }, known) {
  if (known.registry === void 0 || known.registry.byName.has(name)) {
    return void 0;
  }
  for (const one of type === void 0 ? known.types : [type]) {
    const content = known.locate({ prefix: "components", type: one, name });
    const isFree = content.kind === "file" && !known.registry.entries.some(({ path }) => path === content.path);
    if (content.kind === "file" && isFree) {
      const singular = one === "agents" ? "agent-definition" : (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .singularType */ .Iz)(one);
      return `edgit components add ${[name, content.path, singular].map(_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_21__/* .shellQuote */ .Z).join(" ")}`;
    }
  }
  return void 0;
}
function suggested(reference, near, known) {
  const there = near.filter(({ content }) => content.kind !== "missing");
  const same = there.find((component) => hasSlot(component, reference.slot, known));
  if (same !== void 0) {
    return rewritten(reference, same, slotText(reference.slot));
  }
  for (const component of there) {
    const slot = slotProblem(component, reference.slot, known)?.slot;
    if (slot !== void 0) {
      return rewritten(reference, component, slot);
    }
  }
  return void 0;
}
function suggestedAlias(reference, { component }, known) {
  const aliases = aliasesOf(component.type, component.name).flatMap(
    (name) => known.registered(component.type, name) ?? []
  );
  const alias = aliases.find((one) => one.content.kind !== "missing" && hasSlot(one, reference.slot, known));
  return alias && rewritten(reference, alias, slotText(reference.slot));
}
function rewritten({ form, text, slot }, { id, component }, instead) {
  if (slot.kind !== "none" && instead === void 0) {
    return void 0;
  }
  const end = instead === void 0 ? "" : `@${instead}`;
  if (form === "name") {
    return component.name + end;
  }
  if (form === "path") {
    return id + end;
  }
  const scheme = text.slice(0, Math.max(text.indexOf(":"), 0));
  const isPlural = scheme !== (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .singularType */ .Iz)(scheme);
  const fits = scheme !== "" && (scheme === component.type || (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .pluralType */ .Jt)(scheme) === component.type);
  const written = fits ? scheme : isPlural ? component.type : (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .singularType */ .Iz)(component.type);
  return `${written}://${component.name}${end}`;
}

// src/domain/validation/cycles.ts
var LONGEST_PATH = 12;
function cycleFindings(files, known) {
  return cyclesOf(edgesOf([...files], known)).flatMap((cycle) => {
    const [first] = cycle;
    const last = cycle.at(-1);
    if (first === void 0 || last === void 0) {
      return [];
    }
    const { file, reference } = first.place;
    const path = pathText([last.place.id, ...cycle.map(({ place }) => place.id)]);
    const what = cycle.length === 1 ? "references itself" : "depends on itself";
    return (0,_with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)("cycle", {
      file,
      range: reference.range,
      message: `\`${last.place.id}\` ${what}: \`${path}\`.`,
      subject: reference.text
    });
  });
}
function pathText(ids) {
  const half = LONGEST_PATH / 2;
  return ids.length <= LONGEST_PATH + 1 ? ids.join(" → ") : [...ids.slice(0, half), `(${ids.length - LONGEST_PATH} more)`, ...ids.slice(-half)].join(" → ");
}
function edgesOf(files, known) {
  const targets = /* @__PURE__ */ new Set();
  for (const { references } of files) {
    for (const reference of references) {
      const path = contentOf2(soleMeaning(reference, known));
      if (path !== void 0) {
        targets.add(path);
      }
    }
  }
  return files.filter(({ file }) => targets.has(file)).flatMap(({ file, references }) => references.flatMap((reference) => edgeOf(file, reference, known) ?? [])).sort(
    (a, b) => (0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnits */ .CA)(a.from, b.from) || a.place.reference.range.start.offset - b.place.reference.range.start.offset
  );
}
function edgeOf(file, reference, known) {
  const component = soleMeaning(reference, known);
  const to = contentOf2(component);
  return component === void 0 || to === void 0 ? void 0 : { from: file, to, place: { file, reference, id: component.id } };
}
function contentOf2(component) {
  return component?.content.kind === "file" ? component.content.path : void 0;
}
function cyclesOf(edges) {
  const outgoing = /* @__PURE__ */ new Map();
  const looped = /* @__PURE__ */ new Map();
  for (const edge of edges) {
    if (edge.from === edge.to) {
      if (!looped.has(edge.from)) {
        looped.set(edge.from, edge);
      }
    } else {
      const others = outgoing.get(edge.from);
      if (others === void 0) {
        outgoing.set(edge.from, [edge]);
      } else {
        others.push(edge);
      }
    }
  }
  const parts = stronglyConnected(outgoing);
  const done = /* @__PURE__ */ new Set();
  const cycles = [...looped.values()].map((edge) => [edge]);
  for (const edge of edges) {
    const part = parts.get(edge.from);
    if (edge.from !== edge.to && part !== void 0 && part === parts.get(edge.to) && !done.has(part)) {
      done.add(part);
      cycles.push([edge, ...shortestPath(edge.to, edge.from, outgoing, (node) => parts.get(node) === part)]);
    }
  }
  return cycles;
}
function shortestPath(from, to, outgoing, isInside) {
  const reachedBy = /* @__PURE__ */ new Map();
  const queue = [from];
  for (let at = 0; at < queue.length && !reachedBy.has(to); at++) {
    for (const edge of outgoing.get(queue[at] ?? "") ?? []) {
      if (edge.to !== from && !reachedBy.has(edge.to) && isInside(edge.to)) {
        reachedBy.set(edge.to, edge);
        queue.push(edge.to);
      }
    }
  }
  const path = [];
  for (let node = to; node !== from; ) {
    const edge = reachedBy.get(node);
    if (edge === void 0) {
      return [];
    }
    path.push(edge);
    node = edge.from;
  }
  return path.reverse();
}
function onCycles(graph) {
  const names = [...graph.keys()];
  const numbers = new Map(names.map((name, i) => [name, i]));
  const outgoing = names.map(() => []);
  const incoming = names.map(() => []);
  for (const [from, targets] of [...graph.values()].entries()) {
    for (const target of targets) {
      const to = numbers.get(target);
      if (to !== void 0) {
        outgoing[from]?.push(to);
        incoming[to]?.push(from);
      }
    }
  }
  const gone = /* @__PURE__ */ new Set();
  for (const [forth, back] of [
    [outgoing, incoming],
    [incoming, outgoing]
  ]) {
    const left = forth.map((edges) => edges.reduce((sum, to) => sum + (gone.has(to) ? 0 : 1), 0));
    const ends = [...left.keys()].filter((node) => left[node] === 0 && !gone.has(node));
    for (let node = ends.pop(); node !== void 0; node = ends.pop()) {
      gone.add(node);
      for (const other of back[node] ?? []) {
        left[other] = (left[other] ?? 0) - 1;
        if (left[other] === 0 && !gone.has(other)) {
          ends.push(other);
        }
      }
    }
  }
  return names.filter((_, node) => !gone.has(node));
}
function stronglyConnected(outgoing) {
  const index = /* @__PURE__ */ new Map();
  const low = /* @__PURE__ */ new Map();
  const parts = /* @__PURE__ */ new Map();
  const open = [];
  const lower = (node, by) => {
    low.set(node, Math.min(low.get(node) ?? Number.POSITIVE_INFINITY, by ?? Number.POSITIVE_INFINITY));
  };
  const enter = (node) => {
    index.set(node, index.size);
    lower(node, index.get(node));
    open.push(node);
    return { node, next: 0 };
  };
  const close = (root) => {
    const part = index.get(root) ?? 0;
    for (let node = open.pop(); node !== void 0; node = node === root ? void 0 : open.pop()) {
      parts.set(node, part);
    }
  };
  for (const start of outgoing.keys()) {
    const visits = index.has(start) ? [] : [enter(start)];
    for (let visit2 = visits.at(-1); visit2 !== void 0; visit2 = visits.at(-1)) {
      const { node } = visit2;
      const target = outgoing.get(node)?.[visit2.next++]?.to;
      if (target === void 0) {
        visits.pop();
        lower(visits.at(-1)?.node ?? node, low.get(node));
        if (low.get(node) === index.get(node)) {
          close(node);
        }
      } else if (!index.has(target)) {
        visits.push(enter(target));
      } else if (!parts.has(target)) {
        lower(node, index.get(target));
      }
    }
  }
  return parts;
}

// src/domain/validation/impact.ts
function impactOf(changes, registryBefore, known, files) {
  const trees = new Trees(changes, registryBefore, known);
  const impacts = /* @__PURE__ */ new Map();
  for (const component of trees.concerned()) {
    const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .componentId */ .nV)(component);
    const change = trees.changeOf(component);
    if (change !== void 0) {
      impacts.set(id, { component: id, ...change, environments: environmentsOf(id, known) });
    }
  }
  const mentions = mentionsOf(files, known, new Set(impacts.keys()));
  return [...impacts.values()].map((impact) => ({ ...impact, mentions: mentions.get(impact.component) ?? [] })).sort((a, b) => (0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnits */ .CA)(a.component, b.component));
}
function mentionsOf(files, known, ids) {
  const mentions = /* @__PURE__ */ new Map();
  if (ids.size === 0) {
    return mentions;
  }
  for (const { file, references } of files) {
    for (const reference of references) {
      const { type, name, text, range } = reference;
      const named = type === void 0 ? known.named(name).map(({ id }) => id) : [`${type}/${name}`];
      for (const id of named.filter((one) => ids.has(one))) {
        const { line, column } = range.start;
        mentions.set(id, [...mentions.get(id) ?? [], { file, line, column, text }]);
      }
    }
  }
  for (const places of mentions.values()) {
    places.sort((a, b) => (0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnits */ .CA)(a.file, b.file) || a.line - b.line || a.column - b.column);
  }
  return mentions;
}
function environmentsOf(id, known) {
  return [...known.tagsOf(id)?.environments.keys() ?? []].sort(_with_validation_order_js__WEBPACK_IMPORTED_MODULE_3__/* .byCodeUnits */ .CA).map((environment) => ({ environment, version: known.runs({ id }, environment) }));
}
var Trees = class {
  #registryBefore;
  #known;
  #filesBefore;
  /** Files with other content than before, by their path now. */
  #touched = /* @__PURE__ */ new Set();
  /** Files that were called otherwise, by their path now. */
  #renamed = /* @__PURE__ */ new Map();
  #paths;
  constructor(changes, registryBefore, known) {
    this.#registryBefore = registryBefore;
    this.#known = known;
    const added = [];
    const removed = [];
    for (const change of changes) {
      if (change.kind === "renamed") {
        this.#renamed.set(change.path, change.from);
      }
      if (change.kind === "added" || change.kind === "renamed") {
        added.push(change.path);
      }
      if (change.kind === "removed" || change.kind === "renamed") {
        removed.push(change.kind === "renamed" ? change.from : change.path);
      }
      if (change.kind === "renamed" ? change.modified : change.kind !== "removed") {
        this.#touched.add(change.path);
      }
    }
    this.#filesBefore = known.files.with(added, removed);
    this.#paths = changes.flatMap((change) => change.kind === "renamed" ? [change.from, change.path] : [change.path]);
  }
  /** Every component that the change may be about. */
  concerned() {
    const found = /* @__PURE__ */ new Map();
    const add = (component) => {
      const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .componentId */ .nV)(component);
      const tagged = this.#known.tagsOf(id)?.component;
      found.set(id, tagged ?? this.#known.registered(component.type, component.name)?.component ?? component);
    };
    const paths = new Set(this.#paths);
    for (const registry of [this.#registryBefore, this.#known.registry]) {
      for (const { name, type, path } of registry?.entries ?? []) {
        const before2 = this.#registryBefore?.byName.get(name);
        const now = this.#known.registry?.byName.get(name);
        if (paths.has(path) || before2?.path !== now?.path || before2?.type !== now?.type) {
          this.#withAliases({ prefix: "components", type: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .pluralType */ .Jt)(type), name }, add);
        }
      }
    }
    for (const path of paths) {
      for (const component of this.#likely(path)) {
        this.#withAliases(component, add);
      }
    }
    return [...found.values()];
  }
  /** What a file is the content of: everything that is tagged or registered, else the likeliest. */
  #likely(path) {
    const guesses = this.#known.guesses(path).filter((component) => this.changeOf(component) !== void 0);
    const named = guesses.filter(
      ({ type, name }) => [name, ...aliasesOf(type, name)].some((one) => this.#isNamed(type, one))
    );
    return named.length > 0 ? named : guesses.slice(0, 1);
  }
  #isNamed(type, name) {
    return this.#known.tagsOf(`${type}/${name}`) !== void 0 || this.#known.registry?.byName.has(name) === true || this.#registryBefore?.byName.has(name) === true;
  }
  /** What is tagged under the name that Edgit made of this one counts as well. */
  #withAliases(component, add) {
    const { type, name } = component;
    const tagged = aliasesOf(type, name).filter((alias) => this.#known.tagsOf(`${type}/${alias}`) !== void 0);
    for (const alias of tagged) {
      add({ ...component, name: alias });
    }
    if (this.#isNamed(type, name) || tagged.length === 0) {
      add(component);
    }
  }
  /** What the change does to a component; undefined where nothing. */
  changeOf(component) {
    const { registry, files } = this.#known;
    const before2 = pathOf(this.#known.placeIn(component, this.#registryBefore, this.#filesBefore));
    const place = this.#known.placeIn(component, registry, files);
    const path = pathOf(place);
    if (path === void 0) {
      const isLeft = place === void 0 && before2 !== void 0 && files.has(before2);
      if (before2 === void 0) {
        return void 0;
      }
      return isLeft ? { change: "unregistered", path: before2, before: void 0 } : { change: "removed", path, before: before2 };
    }
    if (before2 === void 0) {
      return { change: "new", path, before: before2 };
    }
    if (before2 === path) {
      return this.#touched.has(path) ? { change: "changed", path, before: void 0 } : void 0;
    }
    const isSame = this.#renamed.get(path) === before2 && !this.#touched.has(path);
    return { change: isSame ? "moved" : "changed", path, before: before2 };
  }
};
function pathOf(place) {
  return place?.kind === "file" ? place.path : void 0;
}

// src/domain/validation/registry-check.ts
var COMMON_FOLDERS = ["docs", "scripts", "tools"];
var MAX_SEARCHED = 1e3;
var FORMER_TYPES = { sqls: "queries" };
function registryFindings(known) {
  if (known.registry === void 0) {
    return [];
  }
  const { entries, problems } = known.registry;
  const findings = [...problems, ...duplicates(entries)];
  let gone = 0;
  for (const entry of entries) {
    if (!known.files.has(entry.path)) {
      findings.push(missing(entry, known.files, gone < MAX_SEARCHED));
      gone++;
    }
    findings.push(...wrongType(entry, known));
  }
  return findings.sort((a, b) => (a.range?.start.offset ?? 0) - (b.range?.start.offset ?? 0));
}
function duplicates(entries) {
  const names = /* @__PURE__ */ new Map();
  const paths = /* @__PURE__ */ new Map();
  const components = /* @__PURE__ */ new Map();
  const findings = [];
  for (const entry of entries) {
    const { name, nameRange } = entry;
    const path = normal(entry.path);
    const component = componentOf(entry);
    const told = [
      [names.get(name), "has the same name"],
      [paths.get(path), `has the same file \`${path}\``],
      [components.get(component), `is the same component \`${component}\``]
    ];
    const [other, why] = told.find(([before2]) => before2 !== void 0) ?? [];
    if (other !== void 0 && why !== void 0) {
      const line = other.nameRange.start.line;
      findings.push(
        (0,_with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)("duplicate-registration", {
          file: _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA,
          range: nameRange,
          message: `The entry \`${name}\` ${why} as \`${other.name}\` on line ${line}.`,
          subject: name
        })
      );
    }
    remember(names, name, entry);
    remember(paths, path, entry);
    remember(components, component, entry);
  }
  return findings;
}
function remember(places, key, entry) {
  if (!places.has(key)) {
    places.set(key, entry);
  }
}
function componentOf({ type, name }) {
  const component = { prefix: "components", type: (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .pluralType */ .Jt)(type), name };
  return `${component.type}/${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .withoutGeneratedSuffix */ .R8)(component) ?? name}`;
}
function normal(path) {
  const segments = [];
  for (const segment of path.split("/")) {
    if (segment === ".." && segments.length > 0 && segments.at(-1) !== "..") {
      segments.pop();
    } else if (segment !== "." && segment !== "") {
      segments.push(segment);
    }
  }
  return segments.join("/");
}
function missing({ name, path, pathRange }, files, isSearched) {
  const what = files.isFolder(path.replace(/\/$/, "")) ? "is a folder" : "does not exist";
  return (0,_with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)("missing-file", {
    file: _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA,
    range: pathRange,
    message: `The file \`${path}\` of the entry \`${name}\` ${what}.`,
    suggestion: isSearched ? nearestFile(path, files) : void 0,
    subject: name
  });
}
function nearestFile(path, files) {
  const wanted = normal(path);
  if (files.has(wanted)) {
    return wanted;
  }
  const slash = wanted.lastIndexOf("/");
  const folder = wanted.slice(0, Math.max(slash, 0));
  const file = wanted.slice(slash + 1);
  const here = (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_39__/* .nearest */ .pA)(file, files.filesIn(folder));
  if (here !== void 0) {
    return folder === "" ? here : `${folder}/${here}`;
  }
  const stem = file.replace(/\.[^.]*$/, "");
  const sibling = files.filesIn(folder).find((one) => one.startsWith(`${stem}.`));
  if (sibling !== void 0) {
    return folder === "" ? sibling : `${folder}/${sibling}`;
  }
  const moved = files.called(file);
  const inside = files.filesIn(wanted).filter((one) => one.startsWith("index."));
  return moved.length === 1 ? moved[0] : inside.length === 1 ? `${wanted}/${inside[0] ?? ""}` : void 0;
}
function wrongType(entry, known) {
  const { name, path, type, typeRange } = entry;
  const plural = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .pluralType */ .Jt)(type);
  const places = typesOfPlace(path);
  const folders = path.split("/").slice(0, -1);
  if (places.has(plural) || folders.includes(plural)) {
    return [];
  }
  const [place] = places;
  const isKnown = USUAL_TYPES.includes(plural) || known.isTagged(plural);
  if (isKnown && place === void 0) {
    return [];
  }
  const near = place ?? FORMER_TYPES[plural] ?? (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_39__/* .nearest */ .pA)(plural, USUAL_TYPES);
  return [
    (0,_with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)("registry-type", {
      file: _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA,
      range: typeRange,
      message: isKnown && place !== void 0 ? `The entry \`${name}\` has the type \`${type}\`, but its file \`${path}\` is where \`${place}\` are.` : `The entry \`${name}\` has the unknown type \`${type}\`.`,
      suggestion: near === void 0 ? void 0 : near === "agents" ? "agent-definition" : (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .singularType */ .Iz)(near),
      subject: name
    })
  ];
}
function typesOfPlace(path) {
  const segments = path.split("/");
  const parts = (segments.pop() ?? "").split(".");
  const infix = parts.length > 2 ? parts.at(-2) : void 0;
  const telling = USUAL_TYPES.filter((type) => !COMMON_FOLDERS.includes(type));
  return /* @__PURE__ */ new Set([
    ...segments.filter((segment) => telling.includes(segment)),
    ...USUAL_TYPES.filter((type) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .singularType */ .Iz)(type) === infix)
  ]);
}

// src/domain/validation/registry-document.ts
function readRegistryDocument(text) {
  const lines = new _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .Lines */ .qo(text);
  const errors = [];
  const reader = new Reader(text, lines);
  let root;
  try {
    root = (0,_with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_13__/* .parseTree */ .cZ)(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch (error2) {
    if (!(error2 instanceof RangeError)) {
      throw error2;
    }
    reader.invalid("It is nested too deeply", lines.range(0, Math.min(text.length, 1)));
    return { entries: [], byName: /* @__PURE__ */ new Map(), problems: reader.problems };
  }
  const [error] = errors;
  if (error !== void 0) {
    const end = Math.min(text.length, error.offset + Math.max(error.length, 1));
    reader.invalid(`It is not JSON (${words((0,_with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_13__/* .printParseErrorCode */ ._n)(error.error))})`, lines.range(error.offset, end));
  }
  reader.read(root);
  return {
    entries: reader.entries,
    byName: new Map(reader.entries.map((entry) => [entry.name, entry])),
    problems: reader.problems
  };
}
function words(name) {
  return name.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`).toLowerCase();
}
var Reader = class {
  entries = [];
  problems = [];
  #text;
  #lines;
  constructor(text, lines) {
    this.#text = text;
    this.#lines = lines;
  }
  invalid(what, range, subject) {
    this.problems.push(
      (0,_with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)("registry-invalid", {
        file: _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA,
        range,
        message: `${what}.`,
        ...subject === void 0 ? {} : { subject }
      })
    );
  }
  read(root) {
    if (root?.type !== "object") {
      if (root !== void 0 || this.problems.length === 0) {
        this.invalid("The registry is not an object", root && this.#rangeOf(root));
      }
      return;
    }
    const components = root.children?.findLast((property) => property.children?.[0]?.value === "components");
    const value = components?.children?.[1];
    if (components === void 0) {
      this.invalid("The registry has no `components`", this.#rangeOf(root), "components");
    } else if (value?.type !== "object") {
      this.invalid("`components` is not an object", this.#rangeOf(value ?? components), "components");
    } else {
      for (const property of value.children ?? []) {
        this.#readEntry(property);
      }
    }
  }
  #readEntry(property) {
    const [key, value] = property.children ?? [];
    if (key === void 0 || value === void 0) {
      return;
    }
    const name = String(key.value);
    if (value.type !== "object") {
      this.invalid(`The entry \`${name}\` is not an object`, this.#rangeOf(value), name);
      return;
    }
    const path = this.#readText(name, value, "path");
    const type = this.#readText(name, value, "type");
    if (name === "") {
      this.invalid("An entry has no name", this.#rangeOf(key), name);
    } else if (path !== void 0 && type !== void 0) {
      this.entries.push({
        name,
        // As `parseRegistry` reads it.
        path: path.value.replace(/^(?:\.\/)+/, ""),
        type: type.value,
        nameRange: this.#rangeOf(key),
        pathRange: path.range,
        typeRange: type.range
      });
    }
  }
  #readText(name, entry, field) {
    const value = entry.children?.findLast((property) => property.children?.[0]?.value === field)?.children?.[1];
    if (value === void 0) {
      this.invalid(`The entry \`${name}\` has no \`${field}\``, this.#rangeOf(entry), name);
      return void 0;
    }
    if (value.type !== "string" || value.value === "") {
      const what = value.type === "string" ? "is empty" : "is not a text";
      this.invalid(`The \`${field}\` of the entry \`${name}\` ${what}`, this.#rangeOf(value), name);
      return void 0;
    }
    return { value: String(value.value), range: this.#rangeOf(value) };
  }
  /** Of a text what stands between its quotes, of anything longer than a line its first character. */
  #rangeOf({ type, offset, length }) {
    if (type === "string" && length > 2) {
      const closed = this.#text[offset + length - 1] === '"';
      return this.#lines.range(offset + 1, offset + length - (closed ? 1 : 0));
    }
    const whole = this.#lines.range(offset, offset + length);
    return whole.end.line === whole.start.line ? whole : this.#lines.range(offset, offset + 1);
  }
};

// src/domain/validation/suppress.ts
function applySuppressions(findings, suppressions) {
  const shown = [];
  const hidden = [];
  const sort = (one, isHidden) => {
    (isHidden ? hidden : shown).push(one);
  };
  const inPlace = new InPlace(suppressions);
  const rules = new Rules(suppressions);
  for (const one of findings) {
    const byComment = inPlace.hides(one);
    sort(one, rules.hides(one) || byComment);
  }
  for (const one of inPlace.unused()) {
    sort(one, rules.hides(one));
  }
  shown.push(...rules.unused());
  return { shown, hidden };
}
var InPlace = class {
  #suppressions;
  /** What hides findings of each line, by file. */
  #lines = /* @__PURE__ */ new Map();
  #used = /* @__PURE__ */ new Map();
  constructor(suppressions) {
    this.#suppressions = suppressions;
    for (const [file, comments] of suppressions.inPlace) {
      const lines = /* @__PURE__ */ new Map();
      for (const comment of comments) {
        lines.set(comment.line, [...lines.get(comment.line) ?? [], comment]);
      }
      this.#lines.set(file, lines);
    }
  }
  hides({ file, range, code }) {
    const comments = range === void 0 ? void 0 : this.#lines.get(file)?.get(range.start.line);
    const hiding = comments?.filter(({ codes }) => codes.includes(code)) ?? [];
    for (const comment of hiding) {
      this.#used.set(comment, (this.#used.get(comment) ?? /* @__PURE__ */ new Set()).add(code));
    }
    return hiding.length > 0;
  }
  unused() {
    const findings = [];
    for (const [file, comments] of this.#suppressions.inPlace) {
      for (const comment of comments) {
        const where = `on line ${comment.line}`;
        const used = this.#used.get(comment);
        for (const { message, subject } of uselessIn(comment.codes, used, where, this.#suppressions.notSought)) {
          findings.push((0,_with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)("unused-suppression", { file, range: comment.range, message, subject }));
        }
      }
    }
    return findings;
  }
};
var Rules = class {
  #suppressions;
  #rules;
  #files = /* @__PURE__ */ new Map();
  constructor(suppressions) {
    this.#suppressions = suppressions;
    this.#rules = suppressions.rules.map((rule) => ({
      rule,
      matches: (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_27__/* .globMatcher */ .fU)(rule.files),
      used: /* @__PURE__ */ new Set()
    }));
  }
  hides({ file, code }) {
    let isHidden = false;
    for (const index of this.#matching(file)) {
      const { rule, used } = this.#rules[index] ?? {};
      if (rule !== void 0 && (rule.codes === void 0 || rule.codes.includes(code))) {
        used?.add(code);
        isHidden = true;
      }
    }
    return isHidden;
  }
  #matching(file) {
    const known = this.#files.get(file);
    if (known !== void 0) {
      return known;
    }
    const found = this.#rules.flatMap(
      ({ rule, matches }, index) => rule.files === file || matches(file) ? [index] : []
    );
    this.#files.set(file, found);
    return found;
  }
  unused() {
    const { configPath, complete, notSought } = this.#suppressions;
    return this.#rules.flatMap(({ rule, used }) => {
      const where = `in the files \`${rule.files}\``;
      const useless = rule.codes === void 0 ? unusedWhole(used, where) : uselessIn(rule.codes, used, where, notSought);
      const sure = useless.filter(({ isUnknown }) => complete || isUnknown);
      return sure.map(
        ({ message, subject }) => (0,_with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .finding */ .gk)("unused-suppression", { file: configPath, range: rule.range, message, subject })
      );
    });
  }
};
function unusedWhole(used, where) {
  return used.size > 0 ? [] : [{ message: `The rule hides nothing ${where}.`, subject: where, isUnknown: false }];
}
function uselessIn(codes, used, where, notSought) {
  if (codes.length === 0) {
    return [{ message: "The suppression names no code, so it hides nothing.", subject: "", isUnknown: true }];
  }
  return [...new Set(codes)].flatMap((code) => {
    if (used?.has(code) === true || notSought?.has(code) === true) {
      return [];
    }
    const isUnknown = !_with_validation_finding_js__WEBPACK_IMPORTED_MODULE_16__/* .FINDING_CODES */ .f.some((known) => known === code);
    const near = isUnknown ? (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_39__/* .nearest */ .pA)(code, _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_16__/* .FINDING_CODES */ .f) : void 0;
    const hint = near === void 0 ? "" : `; the nearest is \`${near}\``;
    const message = isUnknown ? `\`${code}\` is no code of a finding${hint}.` : `There is no \`${code}\` ${where}.`;
    return [{ message, subject: code, isUnknown }];
  });
}

// src/engine/validate/commit-tree.ts
var EVERYTHING_BUDGET = 32 * 1024 * 1024;
var CommitTree = class {
  kind = "commit";
  #repository;
  #commit;
  #files;
  constructor(repository, commit) {
    this.#repository = repository;
    this.#commit = commit;
  }
  async paths() {
    return [...(await this.#list()).keys()].sort();
  }
  async *readAll(paths, limit = _with_ports_source_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SOURCE */ .VD) {
    const files = await this.#list();
    const placed = paths.map((path) => [path, files.get(path)]);
    const objects = this.#repository.readAll(placed.flatMap(([, oid]) => oid ?? []))[Symbol.asyncIterator]();
    try {
      for (const [path, oid] of placed) {
        const object = oid === void 0 ? void 0 : (await objects.next()).value?.object;
        if (object?.type !== "blob") {
          yield { path, kind: "none" };
        } else {
          const isRead = object.bytes !== void 0 && object.size <= limit;
          yield isRead ? (0,_with_ports_source_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .sourceText */ .rI)(path, object.bytes) : { path, kind: "too-large" };
        }
      }
    } finally {
      await objects.return?.();
    }
  }
  async #list() {
    this.#files ??= this.#listed();
    return await this.#files;
  }
  async #listed() {
    if (!await this.#repository.load([this.#commit], "everything", EVERYTHING_BUDGET)) {
      await this.#repository.load([this.#commit], "trees");
    }
    const files = await filesOf(this.#repository, this.#commit);
    return new Map([...files].map(([path, { oid }]) => [path, oid]));
  }
};
async function filesOf(repository, commit) {
  const object = await repository.read(commit);
  const files = /* @__PURE__ */ new Map();
  const budget = new _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_17__/* .PathBudget */ .Xs();
  let level = object?.type === "commit" ? [["", object.tree]] : [];
  while (level.length > 0) {
    await repository.load([...new Set(level.map(([, oid]) => oid))], "objects");
    const next = [];
    for (const [folder, oid] of level) {
      for (const entry of (await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_17__/* .listingOf */ .K7)(repository, oid)).all()) {
        budget.take(folder + entry.name);
        if (entry.kind === "folder") {
          next.push([`${folder}${entry.name}/`, entry.oid]);
        } else if (entry.kind === "file") {
          files.set(folder + entry.name, entry);
        }
      }
    }
    level = next;
  }
  return files;
}

// src/engine/validate/comparison.ts
async function compare(repository, request, registry) {
  const { commit, head } = request;
  await repository.load([commit, request.base], "trees").catch(() => void 0);
  const absent = await repository.loadPresent([commit, request.base]);
  const merge = absent.has(commit) ? void 0 : await repository.read(commit);
  if (merge?.type !== "commit") {
    return void 0;
  }
  const [parent, merged] = merge.parents;
  const base = parent !== void 0 && head !== void 0 && merged === head ? parent : request.base;
  if (base === request.base && absent.has(base)) {
    return void 0;
  }
  await repository.load([base, commit], "trees");
  const before2 = await repository.read(base);
  if (before2?.type !== "commit") {
    return void 0;
  }
  const changes = renamed(await compareTrees(repository, before2.tree, merge.tree));
  const isSame = !changes.some(
    (change) => change.path === _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA || "from" in change && change.from === _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA
  );
  return { commit, base, changes, registryBefore: isSame ? registry : await registryAt(repository, base) };
}
async function compareTrees(repository, before2, after) {
  const pairs = [];
  const budget = new _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_17__/* .PathBudget */ .Xs();
  let level = before2 === after ? [] : [{ path: "", before: before2, after }];
  while (level.length > 0) {
    const trees = level.flatMap((pair) => [pair.before ?? [], pair.after ?? []].flat());
    await repository.load([...new Set(trees)], "objects");
    const next = [];
    for (const folder of level) {
      const old = await entriesOf(repository, folder.before);
      const young = await entriesOf(repository, folder.after);
      for (const name of /* @__PURE__ */ new Set([...old.keys(), ...young.keys()])) {
        const one = old.get(name);
        const other = young.get(name);
        budget.take(folder.path + name);
        pairOf(`${folder.path}${name}`, one, other, "file", pairs);
        pairOf(`${folder.path}${name}/`, one, other, "folder", next);
      }
    }
    level = next;
  }
  return pairs;
}
async function entriesOf(repository, tree) {
  const entries = tree === void 0 ? [] : (await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_17__/* .listingOf */ .K7)(repository, tree)).all();
  return new Map(entries.map((entry) => [entry.name, entry]));
}
function pairOf(path, one, other, kind, pairs) {
  const before2 = one?.kind === kind ? one.oid : void 0;
  const after = other?.kind === kind ? other.oid : void 0;
  if (before2 !== after) {
    pairs.push({ path, before: before2, after });
  }
}
function renamed(pairs) {
  const gone = /* @__PURE__ */ new Map();
  for (const { path, before: before2, after } of pairs) {
    if (before2 !== void 0 && after === void 0) {
      gone.set(before2, [...gone.get(before2) ?? [], path]);
    }
  }
  const sources = /* @__PURE__ */ new Map();
  for (const { path, before: before2, after } of pairs) {
    const from = before2 === void 0 && after !== void 0 ? gone.get(after)?.shift() : void 0;
    if (from !== void 0) {
      sources.set(path, from);
    }
  }
  const moved = new Set(sources.values());
  return pairs.filter(({ path, after }) => after !== void 0 || !moved.has(path)).map(({ path, before: before2, after }) => {
    const from = sources.get(path);
    if (from !== void 0) {
      return { kind: "renamed", from, path, modified: false };
    }
    return { kind: before2 === void 0 ? "added" : after === void 0 ? "removed" : "modified", path };
  }).sort((a, b) => a.path < b.path ? -1 : 1);
}
async function registryAt(repository, commit) {
  const found = await (0,_with_engine_tree_js__WEBPACK_IMPORTED_MODULE_17__/* .lookUp */ .TE)(repository, commit, _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA);
  const blob = found.kind === "file" ? await repository.read(found.oid) : void 0;
  return blob?.type === "blob" && blob.bytes !== void 0 ? readRegistryDocument(Buffer.from(blob.bytes).toString("utf8")) : void 0;
}

// src/engine/validate/missing-keys.ts
async function missingKeys(wanted, { tags, config, rules, head }, { kv, clock, repository }) {
  const namespaces = new _with_engine_content_js__WEBPACK_IMPORTED_MODULE_4__/* .Namespaces */ .Bq([...rules, ...(0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .configRules */ .GF)(config)], {
    kv,
    clock,
    wrangler: () => (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .readWrangler */ .RB)(repository, head)
  });
  const environments = new Set([...wanted.values()].flatMap((names) => [...names]));
  const missing2 = /* @__PURE__ */ new Map();
  const problems = [];
  for (const [namespace, here] of await namespaces.populations(environments)) {
    const asked = keysOf(wanted, here, tags, config.keys);
    try {
      for await (const key of absent(namespace, [...asked.keys()])) {
        for (const { id, environment } of [asked.get(key) ?? []].flat()) {
          missing2.set(environment, (missing2.get(environment) ?? /* @__PURE__ */ new Set()).add(`${id}@${environment}`));
        }
      }
    } catch (error) {
      if (!(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_43__/* .isOfNamespace */ .NT)(error)) {
        throw error;
      }
      problems.push(error);
    }
  }
  return { missing: missing2, problems };
  async function* absent(namespace, keys) {
    for (let at = 0; at < keys.length; at += _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_41__/* .KV_LIMITS */ .f.bulkGet) {
      const some2 = keys.slice(at, at + _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_41__/* .KV_LIMITS */ .f.bulkGet);
      const stored = await (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L)(clock, () => kv.read(namespace, some2));
      yield* some2.filter((key) => !stored.has(key));
    }
  }
}
function keysOf(wanted, here, tags, layouts) {
  const keys = /* @__PURE__ */ new Map();
  for (const [id, environments] of wanted) {
    const component = tags.get(id)?.component;
    if (component?.prefix === "components") {
      for (const environment of [...environments].filter((one) => here.has(one))) {
        for (const layout of layouts) {
          keys.set((0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .renderKey */ .kB)(layout, component, environment), { id, environment });
        }
      }
    }
  }
  return keys;
}

// src/engine/validate/past.ts
var MANY_COMPONENTS = 1e3;
var Past = class _Past {
  #repository;
  #ledger;
  constructor(repository, ledger) {
    this.#repository = repository;
    this.#ledger = ledger;
  }
  /** What is known without a ledger. */
  static without(repository) {
    return new _Past(repository, void 0);
  }
  /**
   * Opens the ledger, where there is one.
   * @throws TagshipError `ledger-broken`
   */
  static async open(repository, ref) {
    const tip = (await repository.tips([ref])).get(ref);
    return new _Past(repository, tip === void 0 ? void 0 : await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_6__/* .LedgerSnapshot */ .g.open(repository, tip));
  }
  /**
   * The version tags that moved, of all components or, where these are many, of some.
   * @throws TagshipError `ledger-broken`
   */
  async moved(tags, referenced) {
    const ledger = this.#ledger;
    if (ledger === void 0) {
      return [];
    }
    const asked = new Map([...tags].filter(([id]) => tags.size <= MANY_COMPONENTS || referenced.has(id)));
    await ledger.load([...asked.values()].map(({ component }) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_31__/* .versionsPath */ .dn)(component)));
    return movedVersions(asked, (component) => ledger.versions(component));
  }
  /**
   * The versions that the environments of some components run, by the name of the tag, where the names of the tags do not tell:
   * what the ledger says of the object, else what it wraps.
   * @throws TagshipError `ledger-broken`
   */
  async versions(components) {
    const unclear = components.flatMap(
      (tags) => [...tags.environments].map(([environment, ref]) => ({ tags, environment, ref }))
    );
    const asked = unclear.filter(({ tags, ref }) => ref.object !== ref.commit || (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_25__/* .isUnclear */ .Z5)(tags, ref));
    await this.#ledger?.load(asked.map(({ tags, environment }) => (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_31__/* .entryPath */ .s3)(environment, tags.component)));
    const found = /* @__PURE__ */ new Map();
    const wrapped = asked.filter(({ tags, environment, ref }) => {
      const entry = this.#ledger?.entry(environment, tags.component);
      const told = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .speaksOf */ .Tq)(entry, ref.object) ? entry.version : null;
      if (told !== null) {
        found.set(ref.name, told);
      }
      return told === null && ref.object !== ref.commit;
    });
    await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .loadTagObjects */ .zv)(
      this.#repository,
      wrapped.map(({ ref }) => ref.object)
    );
    for (const { tags, ref } of wrapped) {
      const chain = await (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .wrappedNames */ .cQ)(this.#repository, ref.object);
      found.set(ref.name, (0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_25__/* .resolveVersion */ .x)(tags, ref, chain)?.version);
    }
    return found;
  }
};

// src/domain/references/grammar.ts
var import_fastest_levenshtein2 = (0,_with_js__WEBPACK_IMPORTED_MODULE_44__/* .__toESM */ .f1)((0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_39__/* .require_mod */ .fC)(), 1);
var import_parse = (0,_with_js__WEBPACK_IMPORTED_MODULE_44__/* .__toESM */ .f1)((0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_40__/* .require_parse */ .sH)(), 1);
var import_valid = (0,_with_js__WEBPACK_IMPORTED_MODULE_44__/* .__toESM */ .f1)((0,_with_semver_js__WEBPACK_IMPORTED_MODULE_11__/* .require_valid */ .DV)(), 1);
var DEFAULT_KEYS = [
  "agent",
  "component",
  "config",
  "ensemble",
  "prompt",
  "query",
  "schema",
  "script",
  "template",
  "uses"
];
var MAX_LENGTH = 512;
var NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
var TYPE = /^[A-Za-z][A-Za-z0-9_-]*$/;
var FILE_EXTENSION = /\.[A-Za-z][A-Za-z0-9]{0,9}$/;
var KNOWN_FILE = /\.(?:[cm]?[jt]sx?|json[5c]?|ya?ml|toml|ini|cfg|conf|mdx?|html?|css|s[ac]ss|less|xml|xsd|svg|png|jpe?g|gif|webp|avif|bmp|ico|icns|pdf|ttf|otf|woff2?|eot|mp[34]|wav|ogg|webm|mov|zip|t?gz|tar|txt|csv|sql|sh|bash|ps1|py|rb|go|rs|java|kt|swift|php|graphql|gql|proto|hbs|ejs|liquid|mustache|mjml|vue|svelte|astro|lock|map|wasm|tf|tpl|tmpl|jinja2?|j2)$/i;
var DENSITY = /^\d+(?:\.\d+)?x(?:[^\w]|$)/;
var ENVIRONMENT = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
var PLAIN_ENVIRONMENT = /^[A-Za-z][A-Za-z0-9_-]*$/;
var VERSION = /^v?\d+\.\d+\.\d+(?:[-+][0-9A-Za-z.+-]+)?$/;
var RANGE = /^[\^~<>=*vVxX\d][\^~<>=*|+ .0-9A-Za-z-]*$/;
var LONG_NUMBER = /\d{6}/;
function readReference(text, underKey, vocabulary) {
  if (text.length > MAX_LENGTH) {
    return void 0;
  }
  const scheme = text.indexOf("://");
  if (scheme !== -1) {
    return readUri(text.slice(0, scheme), text.slice(scheme + 3), vocabulary);
  }
  const at = text.indexOf("@");
  if (at === -1) {
    return underKey ? readBare(text, vocabulary) : void 0;
  }
  const path = text.slice(0, at);
  const slash = path.indexOf("/");
  if (!NAME.test(path) || isFile(path.slice(slash + 1), vocabulary)) {
    return void 0;
  }
  const type = path.slice(0, Math.max(slash, 0));
  if (vocabulary.types.has(type)) {
    const slot = readSlot(text.slice(at + 1));
    return slot && { form: "path", type, name: path.slice(slash + 1), slot };
  }
  return underKey ? readUnderKey(path, text.slice(at + 1), vocabulary) : void 0;
}
function readUri(scheme, rest, vocabulary) {
  const type = [scheme, (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .pluralType */ .Jt)(scheme)].find((known) => vocabulary.types.has(known));
  if (type === void 0) {
    return void 0;
  }
  const at = rest.indexOf("@");
  const name = at === -1 ? rest : rest.slice(0, at);
  const slot = at === -1 ? { kind: "none" } : readSlot(rest.slice(at + 1));
  return slot && NAME.test(name) && !isFile(name, vocabulary) ? { form: "uri", type, name, slot } : void 0;
}
function isFile(name, vocabulary) {
  return KNOWN_FILE.test(name) && !vocabulary.isName(name);
}
function readBare(text, vocabulary) {
  if (!NAME.test(text)) {
    return void 0;
  }
  const slot = { kind: "none" };
  const slash = text.indexOf("/");
  const type = text.slice(0, Math.max(slash, 0));
  const name = text.slice(slash + 1);
  if (vocabulary.types.has(type) && (!FILE_EXTENSION.test(name) || vocabulary.isName(name))) {
    return { form: "path", type, name, slot };
  }
  return vocabulary.isName(text) ? { form: "name", type: void 0, name: text, slot } : void 0;
}
function readUnderKey(path, written, vocabulary) {
  const slash = path.indexOf("/");
  if (slash === -1 || vocabulary.isName(path)) {
    const slot2 = readSlot(written);
    const isPlain = slot2?.kind !== "environment" || PLAIN_ENVIRONMENT.test(slot2.name);
    return slot2 && isPlain ? { form: "name", type: void 0, name: path, slot: slot2 } : void 0;
  }
  const type = path.slice(0, slash);
  if (!isMeantAsType(type, vocabulary)) {
    return void 0;
  }
  const slot = readSlot(written);
  return slot && { form: "path", type, name: path.slice(slash + 1), slot };
}
function isMeantAsType(type, vocabulary) {
  if (!TYPE.test(type)) {
    return false;
  }
  if (vocabulary.types.has((0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .pluralType */ .Jt)(type))) {
    return true;
  }
  for (const known of vocabulary.types) {
    const allowed = known.length >= 6 ? 2 : 1;
    if (Math.abs(known.length - type.length) <= allowed && (0, import_fastest_levenshtein2.distance)(known, type) <= allowed) {
      return true;
    }
  }
  return false;
}
function readSlot(written) {
  if (written === "latest") {
    return { kind: "latest" };
  }
  if (VERSION.test(written) && (0, import_parse.default)(written) !== null) {
    return { kind: "version", version: written };
  }
  if (RANGE.test(written) && !written.endsWith(" ") && !LONG_NUMBER.test(written) && (0, import_valid.default)(written) !== null) {
    return { kind: "range", range: written };
  }
  return ENVIRONMENT.test(written) && !KNOWN_FILE.test(written) && !DENSITY.test(written) ? { kind: "environment", name: written } : void 0;
}

// src/domain/references/suppression.ts
var SUPPRESSION_WORD = "tagship-ignore";
var MARKS = /^(?:#+|\/\/+|\/\*+|<!--+)[\s*]*/;
var CODES = /^tagship-ignore(?![\w-])(?:\s*:\s*([a-z0-9]+(?:-[a-z0-9]+)*(?:\s*,\s*[a-z0-9]+(?:-[a-z0-9]+)*)*))?/;
function readSuppressions(text, lines, comments) {
  if (!comments.some(({ start, end }) => codesOf(text, start, end) !== void 0)) {
    return [];
  }
  const alone = findAlone(text, lines, comments);
  const next = findNext(text, comments);
  return comments.flatMap(({ start, end }, index) => {
    const codes = codesOf(text, start, end);
    if (codes === void 0) {
      return [];
    }
    const line = alone[index] ? lines.lineOf(next[index] ?? end) : lines.lineOf(start);
    return [{ codes, range: lines.range(start, end), line }];
  });
}
function codesOf(text, start, end) {
  const comment = text.slice(start, Math.min(end, start + 1024));
  const match = CODES.exec(comment.replace(MARKS, ""));
  return match === null ? void 0 : match[1]?.split(",").map((code) => code.trim()) ?? [];
}
function findAlone(text, lines, comments) {
  const nothingBefore = [];
  for (const [index, { start }] of comments.entries()) {
    const line = lines.startOfLine(start);
    const before2 = comments[index - 1];
    const sharesLine = before2 !== void 0 && before2.end > line;
    const isBlank = text.slice(sharesLine ? before2.end : line, start).trim() === "";
    nothingBefore.push(isBlank && (!sharesLine || nothingBefore[index - 1] === true));
  }
  const nothingBehind = [];
  for (let index = comments.length - 1; index >= 0; index--) {
    const { end } = comments[index] ?? { end: 0 };
    const rest = firstMeant(text, end);
    const isNext = comments[index + 1]?.start === rest;
    const endsLine = rest >= text.length || text.slice(end, rest).includes("\n");
    nothingBehind[index] = endsLine || isNext && nothingBehind[index + 1] === true;
  }
  return comments.map((_, index) => nothingBefore[index] === true && nothingBehind[index] === true);
}
function findNext(text, comments) {
  const next = [];
  for (let index = comments.length - 1; index >= 0; index--) {
    const rest = firstMeant(text, comments[index]?.end ?? 0);
    next[index] = comments[index + 1]?.start === rest ? next[index + 1] ?? rest : rest;
  }
  return next;
}
function firstMeant(text, from) {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) {
    at++;
  }
  return at;
}

// src/domain/references/collector.ts
var Collector = class {
  #text;
  #lines;
  #vocabulary;
  #foreignKey;
  #references = [];
  #comments = [];
  #problem;
  /** @param foreignKey a key under which this file has names of somebody else's */
  constructor(text, vocabulary, foreignKey) {
    this.#text = text;
    this.#lines = new _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .Lines */ .qo(text);
    this.#vocabulary = vocabulary;
    this.#foreignKey = foreignKey;
  }
  /** Takes a string, and keeps it if it is a reference. */
  scalar({ start, end, value, key }) {
    if (end - start > 8192 || key !== void 0 && key === this.#foreignKey) {
      return;
    }
    const raw = this.#text.slice(start, end);
    const trimmed = raw.trim();
    if (trimmed === "" || /[\r\n\u2028\u2029]/.test(trimmed)) {
      return;
    }
    const indent = raw.length - raw.trimStart().length;
    const isEscaped = value !== void 0 && value !== raw;
    const meant = isEscaped ? value.slice(indent, value.length - (raw.length - raw.trimEnd().length)) : trimmed;
    const reading = readReference(meant, key !== void 0 && this.#vocabulary.keys.has(key), this.#vocabulary);
    if (reading === void 0) {
      return;
    }
    const from = isEscaped ? start : start + indent;
    const text = isEscaped ? raw : trimmed;
    this.#references.push({ text, range: this.#lines.range(from, from + text.length), ...reading, key });
  }
  /** Takes a comment, with its marks: `# …`, `// …`. Comments come in the order of the file. */
  comment(start, end) {
    this.#comments.push({ start, end });
  }
  /** Takes why the file cannot be read; the first one counts. */
  problem(message, start, end) {
    const from = Math.max(0, Math.min(start, this.#text.length));
    const to = Math.max(from, Math.min(end, this.#text.length));
    this.#problem ??= { message, range: this.#lines.range(from, to) };
  }
  /** Everything that was collected, in the order of the file. */
  done() {
    return {
      references: this.#references.sort((a, b) => a.range.start.offset - b.range.start.offset),
      suppressions: readSuppressions(this.#text, this.#lines, this.#comments),
      problem: this.#problem
    };
  }
};

// src/domain/references/json.ts
function readJson(text, collector) {
  const open = [];
  const begin = (isObject) => () => {
    const parent = open.at(-1);
    open.push({ isObject, key: !isObject && parent?.isObject === true ? parent.key : void 0 });
  };
  const end = () => {
    open.pop();
  };
  try {
    (0,_with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_13__/* .visit */ .YR)(
      // A byte order mark is white space to everybody but this parser.
      text.startsWith("\uFEFF") ? ` ${text.slice(1)}` : text,
      {
        onObjectBegin: begin(true),
        onArrayBegin: begin(false),
        onObjectEnd: end,
        onArrayEnd: end,
        onObjectProperty: (name, _, length) => {
          const object = open.at(-1);
          if (object !== void 0) {
            object.key = name.length === length - 2 ? name : void 0;
          }
        },
        onLiteralValue: (value, offset, length) => {
          if (typeof value === "string" && isString(text.slice(offset, offset + length))) {
            collector.scalar({ start: offset + 1, end: offset + length - 1, value, key: open.at(-1)?.key });
          }
        },
        onComment: (offset, length) => collector.comment(offset, offset + length),
        onError: (error, offset, length) => collector.problem(describe(error), offset, offset + length)
      },
      { allowTrailingComma: true, allowEmptyContent: true }
    );
  } catch (error) {
    if (!(error instanceof RangeError)) {
      throw error;
    }
    collector.problem("It is nested too deeply.", 0, 0);
  }
}
function isString(raw) {
  if (!raw.includes("\\")) {
    return raw.length > 1 && raw.endsWith('"');
  }
  try {
    return typeof JSON.parse(raw) === "string";
  } catch {
    return false;
  }
}
function describe(error) {
  const words2 = (0,_with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_13__/* .printParseErrorCode */ ._n)(error).replace(/\B[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words2}.`;
}

// src/domain/references/yaml.ts
var import_yaml = (0,_with_js__WEBPACK_IMPORTED_MODULE_44__/* .__toESM */ .f1)((0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_12__/* .require_dist */ .FW)(), 1);
var TOO_DEEP = "It is nested too deeply.";
function readYaml(text, base, collector) {
  const tokens = [];
  attempt(base, collector, () => {
    for (const token of tokenize(text, base, collector)) {
      tokens.push(token);
    }
  });
  for (const token of tokens) {
    if (token.type === "document" && token.value !== void 0) {
      walk(token.value, base, collector);
    }
  }
  check(tokens, text, base, collector);
}
function* tokenize(text, base, collector) {
  const parser = new import_yaml.Parser();
  let offset = base;
  let isScalar = false;
  for (const lexeme of new import_yaml.Lexer().lex(text)) {
    if (lexeme.startsWith("#") && !isScalar) {
      collector.comment(offset, offset + lexeme.replace(/\r$/, "").length);
    }
    isScalar = lexeme === import_yaml.CST.SCALAR;
    offset += isScalar || lexeme === import_yaml.CST.DOCUMENT || lexeme === import_yaml.CST.FLOW_END ? 0 : lexeme.length;
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}
function walk(root, base, collector) {
  const pending = [{ token: root, key: void 0, isValue: false }];
  for (let place = pending.pop(); place !== void 0; place = pending.pop()) {
    const { token } = place;
    if (import_yaml.CST.isCollection(token)) {
      pushItems(token, place, pending);
    } else if (import_yaml.CST.isScalar(token)) {
      takeScalar(token, place.key, base, collector);
    }
  }
}
function pushItems(token, { key, isValue }, pending) {
  for (const item of token.items) {
    if (item.value === void 0) {
      continue;
    }
    const isPair = item.sep?.some(({ type }) => type === "map-value-ind") === true;
    pending.push(
      isPair ? { token: item.value, key: keyOf(item.key), isValue: true } : { token: item.value, key: isValue ? key : void 0, isValue: false }
    );
  }
}
function keyOf(token) {
  if (!import_yaml.CST.isScalar(token) || token.type === "alias" || token.type !== "block-scalar" && /[\\\n]/.test(token.source)) {
    return void 0;
  }
  return textOf(token);
}
function takeScalar(token, key, base, collector) {
  const { source } = token;
  let start = base + token.offset;
  let value;
  let quotes = 0;
  switch (token.type) {
    case "alias":
      return;
    case "single-quoted-scalar":
    case "double-quoted-scalar":
      if (source.length < 2 || source.at(-1) !== source[0]) {
        return;
      }
      quotes = 1;
      value = token.type === "double-quoted-scalar" && source.includes("\\") ? textOf(token) : void 0;
      break;
    case "block-scalar":
      start += token.props.reduce((length, prop) => length + ("source" in prop ? prop.source.length : 0), 0);
      break;
    default:
  }
  collector.scalar({ start: start + quotes, end: start + source.length - quotes, value, key });
}
function textOf(token) {
  return import_yaml.CST.resolveAsScalar(token, false, () => void 0)?.value;
}
function check(tokens, text, base, collector) {
  const broken = tokens.find((token) => token.type === "error");
  if (broken !== void 0) {
    const { offset, message, source } = broken;
    collector.problem(message, base + offset, base + offset + source.length);
    return;
  }
  attempt(base, collector, () => {
    const composer = new import_yaml.Composer({ uniqueKeys: false, logLevel: "silent" });
    for (const { errors } of composer.compose(tokens, false, text.length)) {
      for (const { message, pos } of errors) {
        collector.problem(/call stack/.test(message) ? TOO_DEEP : message, base + pos[0], base + pos[1]);
      }
    }
  });
}
function attempt(base, collector, run) {
  try {
    run();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    collector.problem(error instanceof RangeError ? TOO_DEEP : message, base, base);
  }
}

// src/domain/references/markdown.ts
var FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n/;
var CLOSING = /^---[ \t]*$/gm;
var FENCE = /^ {0,3}(`{3,}|~{3,})/;
var INDENTED = /^(?: {4}|\t)/;
function frontMatterOf(text) {
  const start = FRONT_MATTER.exec(text)?.[0].length;
  if (start === void 0) {
    return void 0;
  }
  CLOSING.lastIndex = start;
  const closing = CLOSING.exec(text);
  return closing === null ? void 0 : { start, end: closing.index, body: CLOSING.lastIndex };
}
function readMarkdown(text, collector) {
  const frontMatter = frontMatterOf(text);
  if (frontMatter !== void 0) {
    readYaml(text.slice(frontMatter.start, frontMatter.end), frontMatter.start, collector);
  }
  readComments(text, frontMatter?.body ?? 0, collector);
}
function readComments(text, from, collector) {
  let fence;
  let at = from;
  while (at < text.length) {
    const lineFeed = text.indexOf("\n", at);
    const end = lineFeed === -1 ? text.length : lineFeed;
    const line = text.slice(at, end);
    const mark = FENCE.exec(line)?.[1];
    let next = end + 1;
    if (fence !== void 0) {
      fence = mark?.startsWith(fence) === true && line.trim() === mark ? void 0 : fence;
    } else if (mark !== void 0) {
      fence = mark;
    } else if (!INDENTED.test(line)) {
      next = Math.max(next, takeComments(text, at, line, collector));
    }
    at = next;
  }
}
function takeComments(text, start, line, collector) {
  let at = start;
  while (at < start + line.length) {
    const opening = line.indexOf("<!--", at - start);
    if (opening === -1 || line.slice(at - start, opening).includes("`")) {
      return at;
    }
    const closing = text.indexOf("-->", start + opening + 4);
    if (closing === -1) {
      return text.length;
    }
    at = closing + 3;
    collector.comment(start + opening, at);
  }
  return at;
}

// src/domain/references/extract.ts
var FORMATS = {
  ".yml": "yaml",
  ".yaml": "yaml",
  ".json": "json",
  ".jsonc": "json",
  ".md": "markdown",
  ".mdx": "markdown",
  ".markdown": "markdown",
  ".ts": "script",
  ".tsx": "script",
  ".mts": "script",
  ".cts": "script",
  ".js": "script",
  ".jsx": "script",
  ".mjs": "script",
  ".cjs": "script"
};
var LOCK_FILES = /* @__PURE__ */ new Set(["package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml"]);
var OF_ACTIONS = /(?:^|\/)(?:\.(?:github|gitea|forgejo)\/workflows|workflow-templates)\/|(?:^|\/)action\.ya?ml$/;
var TEMPLATE = /(?<!\$)\{\{|\{%|<%/;
function isTemplate(file, text) {
  const format = formatOf(file);
  return format !== void 0 && format !== "script" && TEMPLATE.test(text);
}
function isReadable(file) {
  return formatOf(file) !== void 0;
}
function extract(file, text, vocabulary, within = toItsEnd) {
  const collector = new Collector(text, vocabulary, OF_ACTIONS.test(file) ? "uses" : void 0);
  const read = (reader) => {
    if (within(reader)) {
      return collector.done();
    }
    const late = new Collector(text, vocabulary);
    late.problem("It takes too long to be read.", 0, 0);
    return late.done();
  };
  switch (formatOf(file)) {
    case "yaml":
      return read(() => readYaml(text, 0, collector));
    case "json":
      return read(() => readJson(text, collector));
    case "markdown":
      return read(() => readMarkdown(text, collector));
    case "script":
      return __webpack_require__.e(/* import() */ 7434).then(__webpack_require__.bind(__webpack_require__, 7434)).then(
        ({ readScript }) => read(() => readScript(text, file.toLowerCase(), collector))
      );
    default:
      return collector.done();
  }
}
function toItsEnd(work) {
  work();
  return true;
}
function doubtOf(file, text) {
  switch (formatOf(file)) {
    case "yaml":
      return text.length;
    case "json":
      return isJson(text) ? 0 : text.length;
    case "markdown": {
      const frontMatter = frontMatterOf(text);
      return frontMatter === void 0 ? 0 : frontMatter.end - frontMatter.start;
    }
    default:
      return 0;
  }
}
function isJson(text) {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
function formatOf(file) {
  return LOCK_FILES.has(baseName(file)) ? void 0 : FORMATS[extensionOf(file)];
}
function baseName(file) {
  return file.slice(file.lastIndexOf("/") + 1);
}
function extensionOf(file) {
  const name = baseName(file);
  return name.includes(".") ? name.slice(name.lastIndexOf(".")).toLowerCase() : "";
}

// src/domain/references/candidates.ts
var MARK = /[@/]|\\[xu0-7]/g;
var RARE = /\\u\{|\\U/;
var HARMLESS = /[nrtbfv"'`\\]/;
var ESCAPE = /\\(?:x([\dA-Fa-f]{2})|u([\dA-Fa-f]{4})|([0-3][0-7]{0,2}|[4-7][0-7]?)|([\s\S]?))/g;
var VERSION_LIKE = /@[\^~<>=*vVxX\d]/;
var NEXT_COMPARATOR = / +[\^~<>=*|vVxX\d\\-]/y;
var ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
var IN_RUN = codeTable(`${ALPHANUMERIC}._/@:^~<>=*+|\\-`);
var IN_WORD = codeTable(`${ALPHANUMERIC}._\\-`);
var STARTS_WORD = codeTable(`${ALPHANUMERIC}\\`);
var COLON = codeTable(":");
var BLANK = codeTable(" 	");
var QUOTE = codeTable(`'"`);
var OPENS_STRING = codeTable(`'"\`\\`);
var INSIDE_LIST = codeTable("[,");
var IN_PLAIN_LIST = codeTable(`${ALPHANUMERIC}._- 	,`);
var BEFORE_KEY = codeTable(" 	-");
var BEFORE_ITEM = codeTable("\r\n{[,");
var ENDS_OTHER = codeTable(" 	\r\n");
var PLAIN_KEY = /^[\w.-]+$/;
var GOES_ON = codeTable(`${ALPHANUMERIC}!$%&()*+-./:;<=>?@[^_{|~`);
function candidateFinder(vocabulary) {
  const keys = [...vocabulary.keys].map((key2) => key2.replace(/[^\w-]/g, "\\$&")).join("|");
  const key = new RegExp(`(?<![\\w-])(?:${keys})(?![\\w-])`);
  const plainKeys = [...vocabulary.keys].every((one) => PLAIN_KEY.test(one)) ? vocabulary.keys : void 0;
  const readings = { underKey: new Readings(true, vocabulary), elsewhere: new Readings(false, vocabulary) };
  return (whole, file) => {
    if (whole.includes(SUPPRESSION_WORD)) {
      return "unknown";
    }
    const format = file === void 0 ? void 0 : formatOf(file);
    const text = format === "markdown" ? frontMatterTextOf(whole) : whole;
    if (RARE.test(text)) {
      return "unknown";
    }
    const firstKey = keys === "" ? -1 : text.search(key);
    const search = new Search(text, firstKey === -1 ? readings.elsewhere : readings.underKey);
    if (!search.takeRuns()) {
      return "unknown";
    }
    if (firstKey !== -1) {
      search.takeWords(firstKey, canBeName(format, plainKeys));
    }
    return search.found;
  };
}
function frontMatterTextOf(text) {
  const found = frontMatterOf(text);
  return found === void 0 ? "" : text.slice(found.start, found.end);
}
function canBeName(format, keys) {
  switch (format) {
    case "script":
      return isInQuotes;
    case "yaml":
    case "json":
    case "markdown":
      return keys === void 0 ? () => true : (text, start) => !isBehindOther(text, start, keys);
    default:
      return () => true;
  }
}
function isInQuotes(text, start) {
  let at = start - 1;
  while (at >= 0 && (text.charCodeAt(at) <= 32 || text.charCodeAt(at) > 127)) {
    at--;
  }
  return OPENS_STRING[text.charCodeAt(at)] === 1 || text[start] === "\\";
}
var LONGEST_LIST = 200;
function isBehindOther(text, start, keys) {
  let at = before(text, start, BLANK);
  const isQuoted = QUOTE[text.charCodeAt(at - 1)] === 1;
  at = isQuoted ? before(text, at - 1, BLANK) : at;
  if (!isQuoted && INSIDE_LIST[text.charCodeAt(at - 1)] === 1) {
    const opening = before(text, at, IN_PLAIN_LIST, at - LONGEST_LIST) - 1;
    at = text[opening] === "[" ? before(text, opening, BLANK) : at;
  }
  if (text[at - 1] === ":") {
    return isOtherKey(text, before(text, at - 1, BLANK), keys);
  }
  const first = before(text, at, IN_WORD);
  const isWord = !isQuoted && first < at && STARTS_WORD[text.charCodeAt(first)] === 1;
  return isWord && ENDS_OTHER[text.charCodeAt(first - 1)] === 1;
}
function isOtherKey(text, behind, keys) {
  const quote = QUOTE[text.charCodeAt(behind - 1)] === 1 ? text[behind - 1] : void 0;
  const end = quote === void 0 ? behind : behind - 1;
  const start = before(text, end, IN_WORD);
  if (start === end || quote !== void 0 && text[start - 1] !== quote) {
    return false;
  }
  const first = before(text, quote === void 0 ? start : start - 1, BEFORE_KEY);
  return (first === 0 || BEFORE_ITEM[text.charCodeAt(first - 1)] === 1) && !keys.has(text.slice(start, end));
}
function before(text, end, table, least = 0) {
  let start = end;
  while (start > Math.max(0, least) && table[text.charCodeAt(start - 1)] === 1) {
    start--;
  }
  return start;
}
var MOST_EMPTY = 1e4;
var Readings = class {
  #hasKey;
  #vocabulary;
  #runs = /* @__PURE__ */ new Map();
  #words = /* @__PURE__ */ new Map();
  #empty = 0;
  constructor(hasKey, vocabulary) {
    this.#hasKey = hasKey;
    this.#vocabulary = vocabulary;
  }
  run(text) {
    const known = this.#runs.get(text);
    if (known !== void 0) {
      return known;
    }
    const own = unshared(text);
    const meant = unescaped(own);
    const reading = meant === void 0 ? void 0 : readReference(meant, this.#hasKey, this.#vocabulary);
    const run = {
      candidate: reading && { text: own, ...reading },
      isVersionLike: meant !== void 0 && VERSION_LIKE.test(meant)
    };
    if (reading !== void 0 || this.#empty++ < MOST_EMPTY) {
      this.#runs.set(own, run);
    }
    return run;
  }
  /** A registered name. */
  word(text) {
    const name = unescaped(text);
    if (name === void 0 || !this.#vocabulary.isName(name)) {
      return void 0;
    }
    const known = this.#words.get(text);
    if (known !== void 0) {
      return known;
    }
    const [own, ownName] = [unshared(text), unshared(name)];
    const candidate = { text: own, form: "name", type: void 0, name: ownName, slot: { kind: "none" } };
    this.#words.set(own, candidate);
    return candidate;
  }
};
function unshared(part) {
  return ` ${part}`.slice(1);
}
var Search = class {
  #text;
  #readings;
  #found = /* @__PURE__ */ new Set();
  constructor(text, readings) {
    this.#text = text;
    this.#readings = readings;
  }
  /** Each candidate once. */
  get found() {
    return [...this.#found];
  }
  /** Takes the runs that hold an `@` or a `/`; false where one needs a parser. */
  takeRuns() {
    const text = this.#text;
    let behind = 0;
    MARK.lastIndex = 0;
    while (MARK.test(text)) {
      let start = MARK.lastIndex - 1;
      while (start > behind && IN_RUN[text.charCodeAt(start - 1)] === 1) {
        start--;
      }
      behind = endOf(text, start, IN_RUN);
      MARK.lastIndex = behind;
      start = endOf(text, start, COLON);
      const { candidate, isVersionLike } = this.#readings.run(text.slice(start, behind));
      if (candidate !== void 0) {
        this.#found.add(candidate);
      }
      NEXT_COMPARATOR.lastIndex = behind;
      if (isVersionLike && NEXT_COMPARATOR.test(text)) {
        return false;
      }
    }
    return true;
  }
  /** Takes the registered names that stand alone. @param from where the first key is, which is before them */
  takeWords(from, canBe) {
    const text = this.#text;
    for (let at = from; at < text.length; at++) {
      if (STARTS_WORD[text.charCodeAt(at)] === 1) {
        const end = endOf(text, at, IN_WORD);
        const behind = text.charCodeAt(endOf(text, end, BLANK));
        if (GOES_ON[behind] !== 1 && canBe(text, at)) {
          const candidate = this.#readings.word(text.slice(at, end));
          if (candidate !== void 0) {
            this.#found.add(candidate);
          }
        }
        at = end;
      }
    }
  }
};
function unescaped(run) {
  if (!run.includes("\\")) {
    return run;
  }
  let isOther = false;
  const text = run.replace(ESCAPE, (_, byte, unit, octal, character = "") => {
    isOther ||= HARMLESS.test(character);
    const code = octal === void 0 ? Number.parseInt(byte ?? unit ?? "", 16) : Number.parseInt(octal, 8);
    return Number.isNaN(code) ? character : String.fromCharCode(code);
  });
  return isOther ? void 0 : text;
}
function endOf(text, start, table) {
  let end = start;
  while (table[text.charCodeAt(end)] === 1) {
    end++;
  }
  return end;
}
function codeTable(characters) {
  const table = new Uint8Array(128);
  for (const character of characters) {
    table[character.charCodeAt(0)] = 1;
  }
  return table;
}

// src/ports/time-limit.ts
var UNLIMITED = {
  run: (_, work) => {
    work();
    return true;
  }
};

// src/engine/validate/scan.ts
var MAX_DOUBT = 1024 * 1024;
var MAX_DOUBTFUL = 2e3;
var MAX_REFERENCES = 1e5;
var NOWHERE = { offset: 0, line: 1, column: 1 };
var NO_RANGE = { start: NOWHERE, end: NOWHERE };
var Scan = class {
  #tree;
  #known;
  #vocabulary;
  #mentions = /* @__PURE__ */ new Map();
  #parsed = /* @__PURE__ */ new Map();
  /** What candidates came to, and what was parsed, by form, name and text. */
  #seen = /* @__PURE__ */ new Map();
  #judged = /* @__PURE__ */ new Map();
  #tooLarge = [];
  #templates = /* @__PURE__ */ new Set();
  #beyond = /* @__PURE__ */ new Set();
  #limit;
  #room = MAX_REFERENCES;
  #files = 0;
  #doubted = 0;
  constructor(tree, known, vocabulary, limit = UNLIMITED) {
    this.#limit = limit;
    this.#tree = tree;
    this.#known = known;
    this.#vocabulary = vocabulary;
  }
  /** How many files were read. */
  get files() {
    return this.#files;
  }
  /** Files that were too large to be read. */
  get tooLarge() {
    return this.#tooLarge;
  }
  /** Files that were not checked since those before them hold so many references. */
  get beyond() {
    return [...this.#beyond].sort();
  }
  /** Files that could not be read since they are templates of others. */
  get templates() {
    return [...this.#templates].sort();
  }
  /** What was parsed, by file. */
  get parsed() {
    return this.#parsed;
  }
  /** Everything that is referenced anywhere, without a place and mostly once; too much rather than too little. */
  *distinct() {
    for (const { reference } of this.#mentioned()) {
      yield reference;
    }
  }
  *#mentioned() {
    yield* this.#seen.values();
    yield* this.#judged.values();
  }
  /**
   * Reads all files.
   * @param changed files that are parsed in any case
   */
  async run(paths, changed) {
    const find = candidateFinder(this.#vocabulary);
    const readable = paths.filter(isReadable);
    for await (const source of this.#tree.readAll(readable)) {
      if (source.kind === "too-large") {
        this.#tooLarge.push(source.path);
      }
      if (source.kind !== "text") {
        continue;
      }
      this.#files += 1;
      const candidates = this.#candidates(find, source.path, source.text);
      const mentioned = candidates === "unknown" ? [] : candidates.map((candidate) => this.#judgeOnce(candidate));
      if (candidates === "unknown" || changed.has(source.path) || mentioned.some(({ isFine: isFine2 }) => !isFine2)) {
        await this.#parse(source.path, source.text);
        continue;
      }
      if (mentioned.length > 0) {
        this.#mentions.set(source.path, mentioned);
      }
      if (readable.length <= MAX_DOUBTFUL) {
        await this.#doubt(source.path, source.text);
      }
    }
  }
  /** What would be looked for too long is parsed, which has a limit of its own. */
  #candidates(find, path, text) {
    let candidates = "unknown";
    this.#limit.run(text.length, () => {
      candidates = find(text, path);
    });
    return candidates;
  }
  #extract(path, text) {
    return extract(path, text, this.#vocabulary, (work) => this.#limit.run(text.length, work));
  }
  /** Learns whether a file can be read that holds nothing else to report. */
  async #doubt(path, text) {
    const doubt = doubtOf(path, text);
    if (doubt === 0 || this.#doubted + doubt > MAX_DOUBT) {
      return;
    }
    this.#doubted += doubt;
    const { problem } = await this.#extract(path, text);
    if (problem !== void 0) {
      await this.#parse(path, text);
    }
  }
  /** Parses more files. */
  async parse(paths) {
    const missing2 = [...new Set(paths)].filter((path) => !this.#parsed.has(path)).sort();
    if (missing2.length === 0) {
      return;
    }
    for await (const source of this.#tree.readAll(missing2)) {
      if (source.kind === "text") {
        await this.#parse(source.path, source.text);
      }
    }
  }
  /** The references of everything that was parsed. */
  *references() {
    for (const [file, { references }] of this.#parsed) {
      if (references.length > 0) {
        yield { file, references };
      }
    }
  }
  /** The files in which something is referenced that fits. */
  filesWith(fits) {
    const answers = /* @__PURE__ */ new Map();
    const answer = (one) => {
      const known = answers.get(one) ?? fits(one.reference);
      answers.set(one, known);
      return known;
    };
    return [...this.#mentions].filter(([, mentioned]) => mentioned.some(answer)).map(([file]) => file);
  }
  /** The files that may be part of a cycle: those of contents that reference contents that do, and so on. */
  filesOnCycles() {
    const contents = /* @__PURE__ */ new Set();
    for (const one of this.#mentioned()) {
      one.targets = contentsOf(this.#known.meant(one.reference));
      for (const target of one.targets) {
        contents.add(target);
      }
    }
    const graph = /* @__PURE__ */ new Map();
    for (const [file, mentioned] of this.#mentions) {
      if (contents.has(file)) {
        graph.set(file, targetsOf(mentioned));
      }
    }
    return onCycles(graph);
  }
  async #parse(path, text) {
    if (this.#room <= 0) {
      this.#beyond.add(path);
      return;
    }
    const found = this.#extract(path, text);
    let extracted = found instanceof Promise ? await found : found;
    if (extracted.problem !== void 0 && isTemplate(path, text)) {
      extracted = { ...extracted, problem: void 0 };
      this.#templates.add(path);
    }
    this.#parsed.set(path, extracted);
    this.#room -= extracted.references.length;
    if (extracted.references.length > 0) {
      this.#mentions.set(
        path,
        extracted.references.map((reference) => this.#judgeParsed(reference))
      );
    } else {
      this.#mentions.delete(path);
    }
  }
  #judgeOnce(candidate) {
    let judged = this.#seen.get(candidate);
    if (judged === void 0) {
      judged = this.#judge(candidate);
      this.#seen.set(candidate, judged);
    }
    return judged;
  }
  #judgeParsed(reference) {
    const place = `${reference.form} ${reference.name} ${reference.text}`;
    let judged = this.#judged.get(place);
    if (judged === void 0) {
      judged = this.#judge(reference);
      this.#judged.set(place, judged);
    }
    return judged;
  }
  #judge({ text, form, type, name, slot }) {
    const reference = { text, form, type, name, slot, range: NO_RANGE, key: void 0 };
    return { reference, isFine: isInOrder(reference, this.#known), targets: [] };
  }
};
function contentsOf(components) {
  const files = [];
  for (const { content } of components) {
    if (content.kind === "file") {
      files.push(content.path);
    }
  }
  return files;
}
function targetsOf(mentioned) {
  const reached = /* @__PURE__ */ new Set();
  for (const { targets } of mentioned) {
    for (const target of targets) {
      reached.add(target);
    }
  }
  return reached;
}

// src/engine/validate/vocabulary.ts
function vocabularyOf(known, { tags, keys, registryBefore }) {
  const before2 = registryBefore?.byName;
  const names = /* @__PURE__ */ new Set([...before2?.keys() ?? [], ...known.registry?.byName.keys() ?? []]);
  for (const { component } of tags.values()) {
    names.add(component.name);
  }
  if (known.registry === void 0) {
    for (const path of known.files.paths) {
      for (const { name } of known.guesses(path)) {
        names.add(name);
      }
    }
  }
  return {
    types: /* @__PURE__ */ new Set([...known.types, ...[...before2?.values() ?? []].map(({ type }) => (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .pluralType */ .Jt)(type))]),
    keys: /* @__PURE__ */ new Set([...DEFAULT_KEYS, ...keys]),
    isName: (name) => names.has(name) && (before2?.has(name) === true || known.named(name).length > 0)
  };
}

// src/commands/validate.ts
var MAX_FINDINGS = 1e4;
async function validate(request, settings, ports) {
  const started = ports.clock.now();
  const { journal } = ports;
  const material = await journal.group("Read the tree and the tags", () => gather(request, settings, ports));
  const run = new Validation(material, request, settings, ports);
  const { findings, suppressed } = await journal.group("Check the references", () => run.check());
  const impacts = await run.impacts();
  const errors = findings.filter(({ severity }) => severity === "error").length;
  return {
    command: "validate",
    scope: run.scope,
    tree: material.tree.kind,
    commit: request.commit,
    base: material.comparison?.base,
    files: run.files,
    findings,
    suppressed,
    impacts,
    sarifPath: material.config.validate.sarif,
    notices: [...(0,_with_commands_describe_js__WEBPACK_IMPORTED_MODULE_25__/* .excludedNotices */ .CW)(material.listing), ...run.notices],
    failures: errors === 0 ? [] : [failure(errors)],
    durationMs: ports.clock.now() - started
  };
}
function failure(errors) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_43__/* .TagshipError */ .bP(
    "findings",
    `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_32__/* .count */ .U9)(errors, "finding")} of severity error.`,
    "Correct what each one names; what is meant to be so can be suppressed in place with `tagship-ignore: code`."
  );
}
async function gather(request, settings, { checkout, repository, journal, limit = UNLIMITED }) {
  const tree = checkout ?? commitTree(repository, request.commit);
  const [paths, listed3] = await Promise.all([
    tree.paths(),
    (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .listTags */ .cB)(repository, new _with_engine_content_js__WEBPACK_IMPORTED_MODULE_4__/* .ContentReader */ .pC(repository), ["components/", "logic/"], _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .USUAL_RULES */ .BM)
  ]);
  const where = tree.kind === "commit" ? `at commit ${request.commit}` : "in the checkout";
  journal.info(`Files ${where}: ${paths.length}. Tags: ${listed3.refs.tags.length}. Components: ${listed3.tags.size}.`);
  const known = new Set(paths);
  const { config, ignore } = await readConfig(tree, known, settings.configPath, limit);
  const rules = (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .tagRules */ .w8)(config);
  const listing = rules.areUsual ? listed3 : (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .withRules */ .O2)(listed3, rules);
  const source = known.has(_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA) ? await (0,_with_ports_source_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readSource */ .o$)(tree, _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA) : void 0;
  const registry = source?.kind === "text" ? readRegistryDocument(source.text) : void 0;
  return {
    tree,
    paths,
    listing,
    config,
    ignore,
    registry,
    comparison: typeof request.change === "string" ? void 0 : await compare(repository, request.change, registry)
  };
}
function commitTree(repository, commit) {
  if (commit === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_43__/* .TagshipError */ .bP(
      "input-missing",
      "There is no checkout in `GITHUB_WORKSPACE`, and `GITHUB_SHA` names no commit.",
      "Run Tagship as a step of a GitHub Actions workflow, or check the repository out first."
    );
  }
  return new CommitTree(repository, commit);
}
async function readConfig(tree, paths, path, limit) {
  const source = paths.has(path) ? await (0,_with_ports_source_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .readSource */ .o$)(tree, path) : void 0;
  if (source?.kind !== "text") {
    if (path === _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .DEFAULT_CONFIG_PATH */ .Bi && source === void 0) {
      if (paths.has(_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .MISNAMED_CONFIG_PATH */ .Cj)) {
        throw (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .misnamedConfig */ .Cr)("");
      }
      return { config: (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .defaultConfig */ .sb)(), ignore: [] };
    }
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_43__/* .TagshipError */ .bP(
      "config-missing",
      `The tree that is checked has no configuration file \`${path}\`.`,
      "Commit the configuration as a file, or correct the input `config`."
    );
  }
  const { text } = source;
  let config = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .defaultConfig */ .sb)();
  let ranges = [];
  const isRead = limit.run(_with_ports_source_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SOURCE */ .VD, () => {
    config = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .parseConfig */ .o4)(text, path, "");
    ranges = (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .ignoreRanges */ .zx)(text);
  });
  if (!isRead) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_43__/* .TagshipError */ .bP("config-syntax", `${path} takes too long to be read.`, "Shorten the file.");
  }
  return { config, ignore: config.validate.ignore.map((rule, index) => ({ ...rule, range: ranges[index] })) };
}
function inTime(work, key, file, limit = UNLIMITED) {
  const done = [];
  if (!limit.run(_with_ports_source_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SOURCE */ .VD, () => void done.push(work()))) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_43__/* .TagshipError */ .bP(
      "config-invalid",
      `The globs under \`${key}\` in ${file} take too long to be matched.`,
      "Write them with fewer wildcards, one in each part of a path.",
      { location: { file } }
    );
  }
  return done[0];
}
var Validation = class {
  notices = [];
  scope;
  #material;
  #settings;
  #ports;
  #changes;
  #changed;
  #sources;
  #missing = /* @__PURE__ */ new Map();
  #scan;
  #known;
  #past;
  constructor(material, request, settings, ports) {
    this.#material = material;
    this.#settings = settings;
    this.#ports = ports;
    const { comparison, config, listing, paths, registry, tree } = material;
    this.#past = Past.without(ports.repository);
    this.#changes = comparison?.changes ?? [];
    this.#changed = new Set(this.#changes.map(({ path }) => path));
    this.scope = this.#scopeOf(request);
    this.#sources = {
      registry,
      tags: listing.tags,
      files: paths,
      templates: config.paths,
      types: config.validate.types,
      missingKeys: this.#missing
    };
    this.#known = new Known(this.#sources);
    const words2 = { tags: listing.tags, keys: config.validate.keys, registryBefore: comparison?.registryBefore };
    const vocabulary = inTime(() => vocabularyOf(this.#known, words2), "paths", settings.configPath, ports.limit);
    this.#scan = new Scan(tree, this.#known, vocabulary, ports.limit);
  }
  /** How many files were read. */
  get files() {
    return this.#scan.files;
  }
  async check() {
    const scan = this.#scan;
    await scan.run(
      this.#material.paths.filter((path) => path !== _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_26__/* .REGISTRY_PATH */ .aA),
      this.#changed
    );
    if (scan.tooLarge.length > 0) {
      this.#note(
        "notice",
        `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_32__/* .count */ .U9)(scan.tooLarge.length, "file")} over ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_32__/* .size */ .Ej)(_with_ports_source_tree_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_SOURCE */ .VD)} not read: ${listed2(scan.tooLarge)}.`
      );
    }
    await this.#readLedger();
    const askedKv = await this.#askKv();
    const onCycles2 = new Set(scan.filesOnCycles());
    await scan.parse(onCycles2);
    const { templates } = scan;
    if (templates.length > 0) {
      const [are, they] = templates.length === 1 ? ["is a template", "it is"] : ["are templates", "they are"];
      this.#note(
        "notice",
        `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_32__/* .count */ .U9)(templates.length, "file")} ${are} of YAML or JSON, so ${they} read only as far as possible: ${listed2(templates)}.`
      );
    }
    const found = this.#findings(this.#known, [...scan.references()], onCycles2);
    const problems = [...scan.parsed].flatMap(
      ([file, { problem }]) => problem === void 0 ? [] : problemOf(file, problem)
    );
    if (scan.beyond.length > 0) {
      this.#note(
        "warning",
        `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_32__/* .count */ .U9)(scan.beyond.length, "file")} not checked, since other files hold more references than are kept: ${listed2(scan.beyond)}.`
      );
    }
    const { severity } = this.#material.config.validate;
    const off = _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_16__/* .FINDING_CODES */ .f.filter((code) => severity[code] === "off");
    const { shown, hidden } = this.#suppressed([...found, ...problems], {
      inPlace: new Map([...scan.parsed].map(([file, { suppressions }]) => [file, suppressions])),
      rules: this.#material.ignore,
      configPath: this.#settings.configPath,
      complete: this.scope === "all",
      notSought: /* @__PURE__ */ new Set([...off, ...askedKv ? [] : ["missing-key"]])
    });
    const concerned = this.scope === "all" ? shown : this.#causedOf(shown, onCycles2);
    return { findings: (0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_3__/* .inOrder */ .al)((0,_with_validation_severity_js__WEBPACK_IMPORTED_MODULE_2__/* .withSeverities */ .sC)(concerned, severity)), suppressed: hidden.length };
  }
  #suppressed(...[findings, suppressions]) {
    const sort = () => applySuppressions(findings, suppressions);
    return inTime(sort, "validate.ignore", suppressions.configPath, this.#ports.limit);
  }
  /** What the change means for components; undefined where nothing tells what changed. */
  async impacts() {
    const { comparison, listing } = this.#material;
    if (comparison === void 0) {
      return void 0;
    }
    const impacts = impactOf(this.#changes, comparison.registryBefore, this.#known, []);
    const ids = new Set(impacts.map(({ component }) => component));
    await this.#scan.parse(this.#scan.filesWith((reference) => this.#idsOf(reference).some((id) => ids.has(id))));
    const mentions = mentionsOf(this.#scan.references(), this.#known, ids);
    const tags = [...ids].flatMap((id) => listing.tags.get(id) ?? []);
    const versions = await this.#try("The ledger was not asked what runs", () => this.#past.versions(tags)) ?? /* @__PURE__ */ new Map();
    return impacts.map((impact) => ({
      ...impact,
      mentions: mentions.get(impact.component) ?? [],
      environments: impact.environments.map(({ environment, version }) => {
        const ref = listing.tags.get(impact.component)?.environments.get(environment);
        return { environment, version: versions.get(ref?.name ?? "") ?? version };
      })
    }));
  }
  #scopeOf({ scope, change }) {
    if (scope === "all") {
      return "all";
    }
    const why = typeof change === "string" ? change : this.#material.comparison === void 0 ? `of the commits ${change.base} and ${change.commit} the server lacks one` : this.#changed.has(this.#settings.configPath) ? `\`${this.#settings.configPath}\` changed, which decides over all files` : void 0;
    if (why !== void 0) {
      this.#note("notice", `Everything was checked, and not only what changed: ${why}.`);
    }
    return why === void 0 ? "changed" : "all";
  }
  async #readLedger() {
    const { config, listing } = this.#material;
    const { repository } = this.#ports;
    const ref = config.ledger?.ref ?? _with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .DEFAULT_LEDGER_REF */ .ox;
    const moved = await this.#try("Whether version tags moved was not checked", async () => {
      this.#past = await Past.open(repository, ref);
      return await this.#past.moved(
        listing.tags,
        new Set([...this.#scan.distinct()].flatMap((one) => this.#idsOf(one)))
      );
    });
    if (moved !== void 0 && moved.length > 0) {
      this.#known = new Known({ ...this.#sources, moved });
      const isMoved = movedBy2(moved);
      await this.#scan.parse(
        this.#scan.filesWith(({ slot, ...one }) => {
          return slot.kind === "version" && this.#known.meant(one).some(({ id }) => isMoved.has(`${id}@${slot.version}`));
        })
      );
    }
  }
  /** @returns whether KV was asked for everything that it is to have */
  async #askKv() {
    const { kv, clock, repository } = this.#ports;
    const { config, listing } = this.#material;
    const { namespaces: rules } = this.#settings;
    if (kv === void 0 || rules.length + (0,_with_domain_config_file_js__WEBPACK_IMPORTED_MODULE_9__/* .configRules */ .GF)(config).length === 0) {
      return false;
    }
    const wanted = this.#environmentsWanted();
    const search = { tags: listing.tags, config, rules, head: listing.refs.head };
    const found = await this.#try(
      "Keys in KV were not checked",
      () => missingKeys(wanted, search, { kv, clock, repository })
    );
    for (const [environment, slots] of found?.missing ?? []) {
      this.#missing.set(environment, slots);
    }
    for (const { what } of found?.problems ?? []) {
      this.#note("warning", `Keys of one namespace were not checked: ${what}`);
    }
    if (this.#missing.size > 0) {
      await this.#scan.parse(
        this.#scan.filesWith((reference) => {
          const { slot } = reference;
          return slot.kind === "environment" && this.#idsOf(reference).some((id) => this.#missing.get(slot.name)?.has(`${id}@${slot.name}`));
        })
      );
    }
    return found?.problems.length === 0;
  }
  /** The environments that references name, by component. */
  #environmentsWanted() {
    const wanted = /* @__PURE__ */ new Map();
    for (const reference of this.#scan.distinct()) {
      const { slot } = reference;
      if (slot.kind === "environment") {
        for (const { id } of this.#known.meant(reference).filter(({ environments }) => environments.has(slot.name))) {
          wanted.set(id, (wanted.get(id) ?? /* @__PURE__ */ new Set()).add(slot.name));
        }
      }
    }
    return wanted;
  }
  #findings(known, files, onCycles2) {
    const found = [];
    for (const { file, references } of files) {
      if (found.length >= MAX_FINDINGS) {
        this.#noteOnce(
          `There are more than ${MAX_FINDINGS} findings, and the references of other files were not judged.`
        );
        break;
      }
      for (const one of findingsOf(file, references.slice(0, MAX_FINDINGS), known)) {
        found.push(one);
      }
    }
    return [
      ...found,
      ...cycleFindings(
        files.filter(({ file }) => onCycles2.has(file)),
        known
      ),
      ...registryFindings(known),
      ...movedFindings(files, known)
    ];
  }
  /** Those of the findings that are in files that changed, and those elsewhere that were not there before the change. */
  #causedOf(findings, onCycles2) {
    const elsewhere = findings.filter(({ file }) => !this.#changed.has(file));
    if (elsewhere.length === 0) {
      return [...findings];
    }
    const gone = this.#changes.flatMap(
      (one) => one.kind === "removed" ? one.path : one.kind === "renamed" ? one.from : []
    );
    const fresh = this.#changes.flatMap((one) => one.kind === "added" || one.kind === "renamed" ? one.path : []);
    const before2 = new Known({
      ...this.#sources,
      moved: this.#known.moved,
      registry: this.#material.comparison?.registryBefore,
      files: this.#known.files.with(fresh, gone).paths
    });
    const same = [...this.#scan.references()].filter(({ file }) => !this.#changed.has(file));
    const known = new Set(this.#findings(before2, same, onCycles2).map(placeOf));
    return findings.filter(
      (one) => this.#changed.has(one.file) || one.code !== "unused-suppression" && one.code !== "unparsable-file" && !known.has(placeOf(one))
    );
  }
  /** The components that a reference means or, where none is registered, names. */
  #idsOf(reference) {
    const { type, name } = reference;
    return type === void 0 ? this.#known.named(name).map(({ id }) => id) : [`${type}/${name}`];
  }
  /** What is only additional does not end the run. */
  async #try(instead, work) {
    try {
      return await work();
    } catch (error) {
      const failures = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_43__/* .toTagshipErrors */ .XF)(error);
      if (failures.some(({ code }) => code === "cancelled" || code === "internal")) {
        throw error;
      }
      this.#note("warning", `${instead}: ${failures.map(({ what }) => what).join(" ")}`);
      return void 0;
    }
  }
  #noteOnce(message) {
    if (!this.notices.some((one) => one.message === message)) {
      this.#note("warning", message);
    }
  }
  #note(level, message) {
    this.notices.push({ level, message });
  }
};
function movedBy2(moved) {
  return new Set(moved.map(({ component, version }) => `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_38__/* .componentId */ .nV)(component)}@${version}`));
}
function placeOf({ code, file, range, message }) {
  return JSON.stringify([code, file, range?.start.offset, code === "cycle" ? message : ""]);
}
function listed2(names) {
  const told = names.slice(0, 5).map((name) => `\`${name}\``);
  return names.length > 5 ? `${told.join(", ")} and ${names.length - 5} more` : told.join(", ");
}



/***/ }),

/***/ 3673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ byCodeUnits),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   ck: () => (/* binding */ findingTable)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2348);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/validation/order.ts
var SEVERITIES = ["error", "warning", "notice"];
function compareFindings(a, b) {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || byCodeUnits(a.file, b.file) || // What is about the whole file stands before its lines.
  (a.range?.start.offset ?? -1) - (b.range?.start.offset ?? -1) || _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(a.code) - _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(b.code) || byCodeUnits(a.message, b.message);
}
function inOrder(findings) {
  return [...findings].sort(compareFindings);
}
function findingTable(findings, limit) {
  const counts = { error: 0, warning: 0, notice: 0 };
  const codes = /* @__PURE__ */ new Map();
  for (const { severity, code } of findings) {
    counts[severity]++;
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const rows = inOrder(findings).slice(0, limit);
  return {
    counts,
    codes: [...codes].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count || _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(a.code) - _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(b.code)),
    rows,
    left: findings.length - rows.length
  };
}
function byCodeUnits(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}




/***/ }),

/***/ 3450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ DEFAULT_SEVERITIES),
/* harmony export */   gk: () => (/* binding */ finding),
/* harmony export */   sC: () => (/* binding */ withSeverities)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/validation/severity.ts
var DEFAULT_SEVERITIES = {
  "unregistered-component": "error",
  "missing-file": "error",
  "unknown-version": "error",
  "unsatisfied-range": "error",
  "unknown-environment": "error",
  // KV answers reads that are a minute old, and the next reconcile repairs it: nothing in the tree is wrong.
  "missing-key": "warning",
  cycle: "error",
  "duplicate-registration": "error",
  "registry-invalid": "error",
  "registry-type": "error",
  "version-moved": "error",
  "unparsable-file": "warning",
  "unused-suppression": "warning"
};
function finding(code, details) {
  return { suggestion: void 0, command: void 0, ...details, code, severity: DEFAULT_SEVERITIES[code] };
}
function withSeverities(findings, overrides) {
  return findings.flatMap((one) => {
    const severity = overrides[one.code] ?? one.severity;
    return severity === "off" ? [] : [severity === one.severity ? one : { ...one, severity }];
  });
}




/***/ })

};

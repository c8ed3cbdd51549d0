export const id = 6608;
export const ids = [6608];
export const modules = {

/***/ 6608:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   initialize: () => (/* binding */ initialize)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_git_clone_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4991);
/* harmony import */ var _with_git_process_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8079);
/* harmony import */ var _with_picomatch_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3397);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4385);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9577);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5524);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8130);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(2591);
/* harmony import */ var _with_action_spec_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(8685);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(9133);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(8071);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(3667);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(6760);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





















// src/initialize.ts



// src/cli/init-plan.ts
var import_yaml = (0,_with_js__WEBPACK_IMPORTED_MODULE_20__/* .__toESM */ .f1)((0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_3__/* .require_dist */ .FW)(), 1);
var WORKFLOWS = ["deploy", "reconcile", "promote", "rollback", "restore", "history", "validate"];
var USUAL_ENVIRONMENTS = ["production", "staging"];
var COMPONENT_FOLDERS = /^(?:prompts|templates|queries|configs|schemas|agents)\//;
var MAX_OPTIONS = 50;
function planInit({ tags, files, wrangler }) {
  const components = /* @__PURE__ */ new Set();
  const environments = /* @__PURE__ */ new Set();
  const newest = /* @__PURE__ */ new Map();
  for (const tag of tags.filter((name) => (0,_with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_9__/* .exclusionOf */ .ah)(name, _with_domain_tag_rules_js__WEBPACK_IMPORTED_MODULE_9__/* .USUAL_RULES */ .BM) === void 0).map(_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_11__/* .parseTag */ .ED)) {
    if (tag.kind === "component" && tag.prefix === "components") {
      const name = `${tag.type}/${tag.name}`;
      components.add(name);
      if (tag.slot.kind === "environment") {
        environments.add(tag.slot.environment);
      } else {
        const version = tag.slot.version;
        newest.set(name, (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_17__/* .highestVersion */ .t)([newest.get(name) ?? version, version]) ?? version);
      }
    }
  }
  const inWrangler = Object.keys(wrangler?.env ?? {});
  const found = [...environments].sort();
  const all = found.length > 0 ? found : inWrangler.length > 0 ? [.../* @__PURE__ */ new Set(["production", ...inWrangler])] : USUAL_ENVIRONMENTS;
  const bindings = new Map(all.map((environment) => [environment, bindingFor(environment, wrangler)]));
  const homeless = all.filter((environment) => bindings.get(environment) === void 0);
  const untagged = files.filter((file) => COMPONENT_FOLDERS.test(file)).map(nameOf).filter((name) => name !== void 0 && !components.has(name) && !components.has(edgitNameOf(name)));
  return {
    components: [...components].sort(),
    newest,
    environments: all,
    homeless,
    untagged: [...new Set(untagged.flatMap((name) => name ?? []))].sort(),
    config: configText(all, bindings)
  };
}
function nameOf(file) {
  return /^(\w+\/[\w./-]*?[\w-]+)\.\w+$/.exec(file)?.[1];
}
function edgitNameOf(name) {
  const component = (0,_with_picomatch_js__WEBPACK_IMPORTED_MODULE_3__/* .edgitComponent */ .Tc)(`${name}.md`);
  return component === void 0 ? name : `${component.type}/${component.name}`;
}
function bindingFor(environment, wrangler) {
  const own = wrangler?.env?.[environment];
  const level = own ?? (environment === "production" ? wrangler : void 0);
  const bound = (level?.kv_namespaces ?? []).filter(({ id }) => id !== void 0 && (0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_5__/* .isNamespaceId */ .rH)(id));
  return (bound.find(({ binding }) => binding === "COMPONENTS_KV") ?? (bound.length === 1 ? bound[0] : void 0))?.binding;
}
function configText(environments, bindings) {
  const lines2 = environments.map((environment) => {
    const binding = bindings.get(environment);
    return binding === void 0 ? `  # ${environment}: { id: … } # the 32 hex digits that \`npx wrangler kv namespace create ${titleOf(environment)}\` prints` : `  ${environment}: { binding: ${binding} } # in the wrangler configuration`;
  });
  const hasAny = environments.some((environment) => bindings.get(environment) !== void 0);
  return [
    "# yaml-language-server: $schema=https://raw.githubusercontent.com/tagship/tagship/v0/schema/config.schema.json",
    "#",
    "# The configuration of Tagship, read from the default branch. Everything has a default; docs/configuration.md has all keys.",
    "",
    "# The KV namespace of each environment.",
    hasAny ? "namespaces:" : "# namespaces:",
    ...lines2,
    "",
    "# What every component is kept as: what runs, and the last ten versions.",
    "retention: 10",
    "",
    "# environments:",
    "#   production:",
    "#     requires: staging # promote only what ran in staging",
    ""
  ].join("\n");
}
function titleOf(environment) {
  return `components-${environment}`;
}
function workflowFile(name) {
  return `.github/workflows/${name}.yml`;
}
function adaptWorkflow(text, plan, defaultBranch) {
  const document = (0, import_yaml.parseDocument)(text);
  const inputs = document.getIn(["on", "workflow_dispatch", "inputs"]);
  const edits = ((0, import_yaml.isMap)(inputs) ? inputs.items : []).flatMap(
    ({ value }) => (0, import_yaml.isMap)(value) ? choiceEdits(value, plan) : []
  );
  const branches = document.getIn(["on", "push", "branches"]);
  if ((0, import_yaml.isSeq)(branches)) {
    edits.push({ node: branches, text: flowList([defaultBranch]) });
  }
  return edits.reduceRight((changed, { node, text: instead }) => {
    const [start = 0, end = 0] = (0, import_yaml.isNode)(node) ? node.range ?? [] : [];
    return end === 0 ? changed : changed.slice(0, start) + instead + changed.slice(end);
  }, text);
}
function choiceEdits(input, { components, environments }) {
  const options = input.get("options");
  if (!(0, import_yaml.isSeq)(options)) {
    return [];
  }
  const words = options.items.map((item) => (0, import_yaml.isScalar)(item) ? String(item.value) : "");
  const wanted = words.includes("prompts/extraction") ? componentOptions(components) : words.includes("production") ? [...words.includes("all") ? ["all"] : [], ...environments] : [];
  if (wanted.length === 0) {
    return [];
  }
  const standard = input.get("default", true);
  const isKept = !(0, import_yaml.isScalar)(standard) || wanted.includes(String(standard.value));
  const edits = [
    { node: options, text: flowList(wanted) },
    ...isKept ? [] : [{ node: standard, text: flowWord(wanted[0] ?? "") }]
  ];
  return edits.sort((a, b) => startOf(a.node) - startOf(b.node));
}
function startOf(node) {
  return ((0, import_yaml.isNode)(node) ? node.range?.[0] : void 0) ?? 0;
}
function flowList(words) {
  return `[${words.map(flowWord).join(", ")}]`;
}
function flowWord(word) {
  return /^[a-z][\w./-]*$/i.test(word) && !/^(?:true|false|yes|no|on|off|null)$/i.test(word) ? word : JSON.stringify(word);
}
function componentOptions(components) {
  const patterns = [...new Set(components.map((name) => `${name.slice(0, name.indexOf("/"))}/**`))];
  return components.length <= MAX_OPTIONS ? [...components, ...patterns] : patterns;
}

// src/initialize.ts
var CONFIG_FILE = ".github/tagship.yml";
var MAX_NAMED = 10;
async function initialize({ dryRun }, { cwd, environment, home }, screen) {
  const clone = await _with_git_clone_js__WEBPACK_IMPORTED_MODULE_1__/* .Clone */ .i.around(cwd, environment);
  if (clone === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_19__/* .TagshipError */ .bP(
      "repository-unknown",
      "This folder is in no clone of a repository.",
      "Run `tagship init` in a clone of the repository that has the components."
    );
  }
  const defaultBranch = await branchOf(clone);
  const plan = planInit({
    tags: (0,_with_git_clone_js__WEBPACK_IMPORTED_MODULE_1__/* .lines */ .M)(await clone.git(["for-each-ref", "--format=%(refname:lstrip=2)", "refs/tags"])),
    files: (await clone.git(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])).split("\0"),
    wrangler: await wranglerIn(clone.root)
  });
  screen.print(
    `Found: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_14__/* .count */ .U9)(plan.components.length, "component")} with tags, ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_14__/* .count */ .U9)(plan.untagged.length, "component")} without, environments ${plan.environments.join(", ")}.`
  );
  const files = /* @__PURE__ */ new Map([[CONFIG_FILE, plan.config]]);
  for (const name of WORKFLOWS) {
    const example = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(home, "examples", "workflows", `${name}.yml`), "utf8");
    files.set(workflowFile(name), adaptWorkflow(example, plan, defaultBranch));
  }
  let written = 0;
  for (const [file, text] of files) {
    const isNew = await write((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(clone.root, file), text, dryRun);
    written += isNew ? 1 : 0;
    screen.print(isNew ? `${dryRun ? "Would write" : "Wrote"} ${file}` : `Left as it is: ${file}, which exists`);
  }
  screen.print(["", "What is left to do:", ...leftToDo(plan, defaultBranch, written > 0 && !dryRun)].join("\n"));
}
async function write(file, text, dryRun) {
  if (dryRun) {
    return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.readFile)(file).then(
      () => false,
      () => true
    );
  }
  await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.dirname)(file), { recursive: true });
  try {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.writeFile)(file, text, { flag: "wx" });
    return true;
  } catch (error) {
    if (typeof error === "object" && error !== null && "code" in error && error.code === "EEXIST") {
      return false;
    }
    throw error;
  }
}
async function branchOf(clone) {
  const head = await clone.git(["symbolic-ref", "--short", "refs/remotes/origin/HEAD"]).catch(() => "");
  const current = head.trim().replace(/^origin\//, "") || await clone.git(["symbolic-ref", "--short", "HEAD"]).catch(() => "");
  return current.trim() || "main";
}
async function wranglerIn(root) {
  for (const name of _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_4__/* .WRANGLER_FILES */ .nO) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_21__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_22__.join)(root, name), "utf8").catch(() => void 0);
    if (text !== void 0) {
      const config = (0,_with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_4__/* .parseWrangler */ .c_)(text, name);
      return "problem" in config ? void 0 : config;
    }
  }
  return void 0;
}
function leftToDo({ homeless, untagged, components, newest, environments }, branch, hasNew) {
  const steps = [
    [
      'Give the workflows access to Cloudflare (a token with "Workers KV Storage: Edit"):',
      "gh secret set CLOUDFLARE_API_TOKEN",
      "gh secret set CLOUDFLARE_ACCOUNT_ID"
    ]
  ];
  if (homeless.length > 0) {
    steps.push([
      `Create the KV namespaces that are missing, and write all ids into ${CONFIG_FILE}:`,
      ...homeless.map((environment) => `npx wrangler kv namespace create ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__/* .shellQuote */ .Z)(titleOf(environment))}`)
    ]);
  }
  if (hasNew) {
    steps.push([
      `Review the files, and bring them to the default branch (${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_14__/* .printable */ .g$)(branch)}):`,
      "git add .github",
      'git commit -m "Set up Tagship"',
      "git push"
    ]);
  }
  const [first] = environments;
  const named = untagged.slice(0, MAX_NAMED);
  if (named.length > 0) {
    const rest = untagged.length - named.length;
    steps.push([
      `Tag the first version of what has none${rest > 0 ? ` (and ${rest} more)` : ""}, after the workflows are there:`,
      ...named.map((name) => tagLine(`components/${name}/v1.0.0`))
    ]);
  }
  const [example] = [...components, ...named];
  if (example !== void 0 && first !== void 0) {
    const version = newest.get(example) ?? "v1.0.0";
    steps.push([
      "Put a version into an environment:",
      `npx tagship promote --components ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__/* .shellQuote */ .Z)(example)} --environment ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__/* .shellQuote */ .Z)(first)} --version ${version}`
    ]);
  }
  const commands = _with_action_spec_js__WEBPACK_IMPORTED_MODULE_15__/* .COMMANDS */ .Lo;
  steps.push(
    commands.includes("doctor") ? ["Check all of it:", "npx tagship doctor"] : ["Check that KV is as the tags say:", "npx tagship reconcile"]
  );
  return steps.flatMap(([what = "", ...rest], i) => [`${i + 1}. ${what}`, ...rest.map((line) => `     ${line}`)]);
}
function tagLine(tag) {
  const quoted = (0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__/* .shellQuote */ .Z)(tag);
  return `git tag -a -m ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__/* .shellQuote */ .Z)(tag.split("/").slice(1).join(" "))} ${quoted} && git push origin ${quoted}`;
}



/***/ }),

/***/ 8130:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $h: () => (/* binding */ matchesPath),
/* harmony export */   CI: () => (/* binding */ partsOf),
/* harmony export */   Cw: () => (/* binding */ CHARACTER),
/* harmony export */   Vw: () => (/* binding */ STAR),
/* harmony export */   fU: () => (/* binding */ globMatcher),
/* harmony export */   fg: () => (/* binding */ isGlob),
/* harmony export */   vO: () => (/* binding */ matchesSegment)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/glob.ts
var MAX_GLOB = 1e3;
var MAX_ALTERNATIVES = 1e3;
function isGlob(text) {
  return /[*?[{]|^!/.test(text);
}
function globMatcher(glob) {
  if (glob.startsWith("!")) {
    const matches = globMatcher(glob.slice(1));
    return (name) => name === glob || !matches(name);
  }
  const patterns = glob.length > MAX_GLOB ? [] : alternatives(glob).map(patternOf);
  return (name) => name === glob || patterns.some((pattern) => matchesPath(pattern, name));
}
var ANY = () => true;
var STAR = { kind: "many", takes: ANY };
var CHARACTER = { kind: "one", takes: ANY };
function matchesPath(pattern, path, allows = ANY) {
  const names = path.split("/");
  let at = ends(names.length, (i) => i === 0);
  for (const segment of pattern) {
    const before = at;
    at = segment === "folders" ? spread(before, (i) => allows(names[i] ?? "")) : ends(names.length, (i) => i > 0 && before[i - 1] === true && matchesSegment(segment, names[i - 1] ?? ""));
  }
  return at[names.length] === true;
}
function matchesSegment(parts, text) {
  let at = ends(text.length, (i) => i === 0);
  for (const part of parts) {
    const before = at;
    switch (part.kind) {
      case "text": {
        const { length } = part.text;
        at = ends(text.length, (i) => before[i - length] === true && text.startsWith(part.text, i - length));
        break;
      }
      case "shown":
        at = ends(text.length, (i) => before[i] === true && text[i] !== ".");
        break;
      case "one":
        at = ends(text.length, (i) => before[i - 1] === true && part.takes(text[i - 1] ?? ""));
        break;
      case "many":
        at = spread(before, (i) => part.takes(text[i] ?? ""));
        break;
    }
  }
  return at[text.length] === true;
}
function ends(length, isEnd) {
  return Array.from({ length: length + 1 }, (_, at) => isEnd(at));
}
function spread(before, takes) {
  const after = [];
  for (const [at, isEnd] of before.entries()) {
    after.push(isEnd || after[at - 1] === true && takes(at - 1));
  }
  return after;
}
function patternOf(glob) {
  const whole = /\*\/\*\*$/.test(glob) && !/(^|\/)\*\*\/\*\*$/.test(glob) ? `${glob}/*` : glob;
  return splitOutside(whole, "/").map((segment) => segment === "**" ? "folders" : partsOf(segment));
}
function partsOf(segment) {
  const parts = segment.match(/\\.|\*+|\?|\[[!^]?\]?[^\]]*\]|[^\\*?[]+|[\s\S]/gu) ?? [];
  const found = parts.map((part) => {
    if (part.startsWith("*")) {
      return STAR;
    }
    if (part === "?") {
      return CHARACTER;
    }
    const set = /^\[([!^]?)([\s\S]+)\]$/u.exec(part);
    if (set !== null) {
      return { kind: "one", takes: setMatcher(set[2] ?? "", set[1] !== "") };
    }
    return { kind: "text", text: part.length > 1 && part.startsWith("\\") ? part.slice(1) : part };
  });
  return found.length === 1 && found[0] === STAR ? [CHARACTER, STAR] : found;
}
function setMatcher(set, isOther) {
  const ranges = [...set.matchAll(/([\s\S])-([\s\S])|[\s\S]/g)].map(
    ([one, from = one, to = one]) => [from, to]
  );
  return (character) => ranges.some(([from, to]) => from <= character && character <= to) !== isOther;
}
function alternatives(glob) {
  const done = [];
  const open = [glob];
  for (let next = open.pop(); next !== void 0; next = open.pop()) {
    const braces = firstBraces(next);
    if (braces === void 0) {
      done.push(next);
    } else {
      const { before, inside, after } = braces;
      open.push(...splitOutside(inside, ",").map((one) => before + one + after));
    }
    if (done.length + open.length > MAX_ALTERNATIVES) {
      return [];
    }
  }
  return done;
}
function firstBraces(glob) {
  const opened = [];
  for (let i = 0; i < glob.length; i++) {
    if (glob[i] === "\\") {
      i += 1;
    } else if (glob[i] === "{") {
      opened.push(i);
    } else if (glob[i] === "}") {
      const from = opened.pop();
      const inside = from === void 0 ? "" : glob.slice(from + 1, i);
      if (from !== void 0 && splitOutside(inside, ",").length > 1) {
        return { before: glob.slice(0, from), inside, after: glob.slice(i + 1) };
      }
    }
  }
  return void 0;
}
function splitOutside(text, separator) {
  return text.split(new RegExp(`(?<!\\\\)${separator}`, "u"));
}




/***/ }),

/***/ 61:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Zy: () => (/* binding */ parseNamespaceInput),
/* harmony export */   l9: () => (/* binding */ describeSpec),
/* harmony export */   mr: () => (/* binding */ bareSpec),
/* harmony export */   rH: () => (/* binding */ isNamespaceId),
/* harmony export */   sG: () => (/* binding */ ruleFor)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8130);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/namespace.ts
function parseNamespaceInput(value) {
  const lines = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .linesOf */ .Dx)(value);
  const pairs = lines.map((line) => /^(\S+):\s+(\S.*)$/.exec(line));
  const source = "the input `kv-namespace`";
  if (pairs.every((pair) => pair === null) && lines.length === 1) {
    return [{ glob: "**", spec: bareSpec(lines[0] ?? ""), source }];
  }
  const wrong = lines.find((_, i) => pairs[i] === null);
  if (wrong !== void 0) {
    return { problem: `the line \`${wrong}\` is not \`environment-glob: namespace\`` };
  }
  return pairs.flatMap(
    (pair) => pair === null ? [] : [{ glob: unquote(pair[1] ?? ""), spec: bareSpec(unquote(pair[2] ?? "")), source }]
  );
}
function bareSpec(text) {
  return isNamespaceId(text) ? { kind: "id", id: text.toLowerCase() } : { kind: "name", name: text };
}
function unquote(text) {
  return /^(["']).*\1$/.test(text) ? text.slice(1, -1) : text;
}
function isNamespaceId(text) {
  return /^[0-9a-f]{32}$/i.test(text);
}
function ruleFor(rules, environment) {
  return rules.find(({ glob }) => (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_1__/* .globMatcher */ .fU)(glob)(environment));
}
function describeSpec(spec) {
  switch (spec.kind) {
    case "id":
      return spec.id;
    case "title":
      return `titled \`${spec.title}\``;
    case "binding":
      return `bound as \`${spec.binding}\``;
    case "name":
      return `\`${spec.name}\``;
  }
}




/***/ })

};

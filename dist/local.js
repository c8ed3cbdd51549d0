export const id = 1495;
export const ids = [1495];
export const modules = {

/***/ 1495:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   prepareLocal: () => (/* binding */ prepareLocal)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_remote_url_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1546);
/* harmony import */ var _with_git_clone_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4991);
/* harmony import */ var _with_git_process_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8079);
/* harmony import */ var _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8658);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(61);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(4385);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8130);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(2591);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9133);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8071);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(3667);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(6760);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(1421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(8474);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


















// src/local.ts





// src/adapters/local/git-server.ts


var SERVICES = ["git-upload-pack", "git-receive-pack"];
var LocalGitServer = class {
  #directory;
  #environment;
  constructor(directory, environment) {
    this.#directory = directory;
    this.#environment = environment;
  }
  warm() {
  }
  async send({ url, headers, body, signal }) {
    signal.throwIfAborted();
    const { pathname, searchParams } = new URL(url);
    const asked = searchParams.get("service");
    const isListing = pathname.endsWith("/info/refs");
    const service = SERVICES.find((one) => isListing ? one === asked : pathname.endsWith(`/${one}`));
    if (service === void 0) {
      return answer(404, "text/plain", url, none());
    }
    const child = this.#start(service, isListing, headers["git-protocol"] ?? headers["Git-Protocol"]);
    const stop = () => void child.kill("SIGKILL");
    signal.addEventListener("abort", stop, { once: true });
    child.once("close", () => signal.removeEventListener("abort", stop));
    feed(child, body);
    await spawned(child);
    const kind = isListing ? "advertisement" : "result";
    const preface = isListing ? announcement(service) : void 0;
    return answer(200, `application/x-${service}-${kind}`, url, output(child, preface), stop);
  }
  #start(service, isListing, protocol) {
    const settings = ["uploadpack.allowFilter=true", "uploadpack.allowAnySHA1InWant=true", "gc.auto=0"];
    const words = [
      ...settings.flatMap((one) => ["-c", one]),
      service.replace("git-", ""),
      "--stateless-rpc",
      ...isListing ? ["--advertise-refs"] : [],
      this.#directory
    ];
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_22__.spawn)("git", words, {
      env: { ...this.#environment, ...protocol === void 0 ? {} : { GIT_PROTOCOL: protocol } },
      stdio: "pipe",
      windowsHide: true
    });
    child.stdin.on("error", () => void 0);
    child.stderr.resume();
    return child;
  }
};
function announcement(service) {
  const line = `# service=${service}
`;
  return Buffer.from(`${(line.length + 4).toString(16).padStart(4, "0")}${line}0000`);
}
function feed(child, body) {
  if (body !== void 0 && typeof body !== "string" && !(body instanceof Uint8Array)) {
    for (const piece of body) {
      child.stdin.write(piece);
    }
    child.stdin.end();
  } else {
    child.stdin.end(body);
  }
}
async function spawned(child) {
  try {
    await (0,node_events__WEBPACK_IMPORTED_MODULE_23__.once)(child, "spawn");
  } catch (error) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP("runner-unusable", "Git could not be started.", "Install Git where the `PATH` finds it.", {
      cause: error
    });
  }
}
async function* output(child, preface) {
  if (preface !== void 0) {
    yield preface;
  }
  for await (const piece of child.stdout) {
    yield piece;
  }
}
async function* none() {
}
function answer(status, type, url, source, stop = () => void 0) {
  return {
    status,
    headers: { "content-type": type, date: (/* @__PURE__ */ new Date()).toUTCString() },
    url,
    body: { [Symbol.asyncIterator]: () => ({ next: () => source.next() }) },
    leave: async () => {
      stop();
      await source.return(void 0).catch(() => void 0);
    }
  };
}

// src/adapters/local/local-forge.ts
var LOCAL_FORGE = {
  recordDeployment: async () => void 0,
  ensureIssue: async () => ({ url: "", state: "unchanged" })
};

// src/adapters/local/local-kv.ts


var LocalKv = class {
  #options;
  #simulator;
  constructor(options) {
    this.#options = options;
  }
  /**
   * Starts the simulator, which is ready by the time that the first key is read.
   * @throws TagshipError `runner-unusable` where it is not installed
   */
  connect() {
    this.#simulator ??= this.#start();
  }
  async namespaces() {
    return [];
  }
  async read(namespace, keys) {
    const records = /* @__PURE__ */ new Map();
    for (const [key, { value, metadata }] of await this.#all(namespace, keys)) {
      records.set(key, { metadata: metadata ?? void 0, value });
    }
    return records;
  }
  async page(namespace, cursor) {
    const binding = await this.#binding(namespace);
    const { keys, list_complete: isAll, cursor: next } = await binding.list(cursor === void 0 ? {} : { cursor });
    return {
      keys: keys.map(({ name, metadata }) => ({ key: name, metadata })),
      cursor: isAll ? void 0 : next
    };
  }
  async values(namespace, keys) {
    return new Map([...await this.#all(namespace, keys)].map(([key, { value }]) => [key, value]));
  }
  async exactValues(namespace, keys) {
    return await this.values(namespace, keys);
  }
  async write(namespace, pairs) {
    const binding = await this.#binding(namespace);
    for (const { key, value, metadata } of pairs) {
      await binding.put(key, new Uint8Array(value), { metadata });
    }
    return [];
  }
  async remove(namespace, keys) {
    const binding = await this.#binding(namespace);
    for (const key of keys) {
      await binding.delete(key);
    }
    return [];
  }
  /** Ends the simulator. */
  async close() {
    await this.#simulator?.dispose();
  }
  async #all(namespace, keys) {
    const binding = await this.#binding(namespace);
    const found = /* @__PURE__ */ new Map();
    for (const key of keys) {
      const { value, metadata } = await binding.getWithMetadata(key, "arrayBuffer");
      if (value !== null) {
        found.set(key, { value: new Uint8Array(value), metadata });
      }
    }
    return found;
  }
  async #binding(namespace) {
    if (!this.#options.namespaces.has(namespace)) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
        "namespace-unknown",
        `The KV of \`wrangler dev\` has no namespace ${namespace}.`,
        "Leave `--kv-namespace` out, or name a binding of the wrangler configuration."
      );
    }
    this.#simulator ??= this.#start();
    return await this.#simulator.getKVNamespace(bindingOf(namespace));
  }
  #start() {
    const { namespaces, folder } = this.#options;
    const { Miniflare, Log } = simulatorBeside(folder);
    const simulator = new Miniflare({
      modules: true,
      script: "export default { fetch: () => new Response() };",
      compatibilityDate: "2025-01-01",
      host: "127.0.0.1",
      port: 0,
      cf: false,
      log: new Log(0),
      telemetry: { enabled: false },
      kvNamespaces: Object.fromEntries([...namespaces].map(([name, id]) => [bindingOf(name), id])),
      kvPersist: (0,node_path__WEBPACK_IMPORTED_MODULE_21__.join)(folder, ".wrangler", "state", "v3", "kv")
    });
    simulator.ready.catch(() => void 0);
    return simulator;
  }
};
function bindingOf(namespace) {
  return `KV_${namespace}`;
}
function simulatorBeside(folder) {
  const beside = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)((0,node_path__WEBPACK_IMPORTED_MODULE_21__.join)(folder, "wrangler.json"));
  for (const find of [
    () => beside.resolve("miniflare"),
    () => (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(beside.resolve("wrangler/package.json")).resolve("miniflare")
  ]) {
    let file;
    try {
      file = find();
    } catch {
      continue;
    }
    return beside(file);
  }
  throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
    "runner-unusable",
    `Neither \`wrangler\` nor \`miniflare\` is installed beside the wrangler configuration in ${folder}.`,
    "Install it there: `npm install --save-dev wrangler`."
  );
}

// src/adapters/local/local-repository.ts


var SEEN = "tagship-seen";
var BRANCH = "refs/heads/worktree";
var LocalRepository = class _LocalRepository {
  directory;
  #clone;
  /** The objects of the clone. */
  #objects;
  constructor(directory, clone, objects) {
    this.directory = directory;
    this.#clone = clone;
    this.#objects = objects;
  }
  /** Opens it, making it where there is none. @param directory its place */
  static async open(directory, clone) {
    const objects = (await clone.git(["rev-parse", "--path-format=absolute", "--git-path", "objects"])).trimEnd();
    await clone.git(["init", "--quiet", "--bare", "--template=", directory]);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_20__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_21__.join)(directory, "objects", "info"), { recursive: true });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_20__.writeFile)((0,node_path__WEBPACK_IMPORTED_MODULE_21__.join)(directory, "objects", "info", "alternates"), `${objects}
`);
    return new _LocalRepository(directory, clone, objects);
  }
  /** Takes over what moved in the clone since the last time: the tags of components, and the commit that is checked out. */
  async follow() {
    const [theirs, ours, seen] = await Promise.all([
      this.#clone.git(listing()),
      this.#git(listing()),
      (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_20__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_21__.join)(this.directory, SEEN), "utf8").catch(() => "")
    ]);
    const [now, here, before] = [theirs, ours, seen].map(tagsIn);
    const changes = [];
    for (const [name, object] of now ?? []) {
      if (before?.get(name) !== object && here?.get(name) !== object) {
        changes.push(`update ${name} ${object}`);
      }
    }
    for (const [name, object] of before ?? []) {
      if (!now?.has(name) && here?.get(name) === object) {
        changes.push(`delete ${name}`);
      }
    }
    const head = await this.#head();
    await this.#update([...changes, ...head === void 0 ? [] : [`update ${BRANCH} ${head}`]]);
    await this.#git(["symbolic-ref", "HEAD", BRANCH]);
    const file = (0,node_path__WEBPACK_IMPORTED_MODULE_21__.join)(this.directory, SEEN);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_20__.writeFile)(`${file}.new`, theirs);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_20__.rename)(`${file}.new`, file);
  }
  /** Makes a commit of the working tree as it is, without what Git ignores. Nothing of the clone is changed. */
  async snapshot() {
    const index = (0,node_path__WEBPACK_IMPORTED_MODULE_21__.join)(this.directory, "worktree-index");
    const own = (await this.#clone.git(["rev-parse", "--path-format=absolute", "--git-path", "index"])).trimEnd();
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_20__.copyFile)(own, index).catch(() => void 0);
    const variables = {
      GIT_INDEX_FILE: index,
      GIT_OBJECT_DIRECTORY: (0,node_path__WEBPACK_IMPORTED_MODULE_21__.join)(this.directory, "objects"),
      GIT_ALTERNATE_OBJECT_DIRECTORIES: this.#objects
    };
    const settings = ["-c", "core.safecrlf=false", "-c", "core.fsmonitor=false", "-c", "advice.addEmbeddedRepo=false"];
    await this.#clone.git([...settings, "add", "--all", "--", ".", ":(exclude,glob)**/.wrangler/**"], { variables });
    const tree = (await this.#clone.git(["write-tree"], { variables })).trim();
    const head = await this.#head();
    if (head !== void 0 && (await this.#git(["rev-parse", `${head}^{tree}`])).trim() === tree) {
      return { commit: head, tree };
    }
    const person = await this.#clone.person() ?? { actor: "tagship", email: "tagship@localhost" };
    const commit = await this.#clone.git(
      ["commit-tree", tree, ...head === void 0 ? [] : ["-p", head], "-m", "Working tree"],
      {
        variables: {
          ...variables,
          GIT_AUTHOR_NAME: person.actor,
          GIT_AUTHOR_EMAIL: person.email,
          GIT_COMMITTER_NAME: person.actor,
          GIT_COMMITTER_EMAIL: person.email
        }
      }
    );
    await this.#update([`update ${BRANCH} ${commit.trim()}`]);
    return { commit: commit.trim(), tree };
  }
  /** The components that have tags, as `type/name`. */
  async components() {
    const names = [...tagsIn(await this.#git(listing())).keys()];
    return [...new Set(names.map((name) => name.replace(/^refs\/tags\/components\//, "").replace(/\/[^/]*$/, "")))];
  }
  /** Points tags at a commit. @returns what points them where they were before */
  async tag(names, commit) {
    const before = tagsIn(await this.#git(listing()));
    const refs = names.map((name) => `refs/tags/${name}`);
    await this.#update(refs.map((ref) => `update ${ref} ${commit}`));
    return async () => {
      await this.#update(refs.map((ref) => before.has(ref) ? `update ${ref} ${before.get(ref)}` : `delete ${ref}`));
    };
  }
  async #head() {
    const found = await this.#clone.git(["rev-parse", "--quiet", "--verify", "HEAD^{commit}"]).catch(() => "");
    return found.trim() || void 0;
  }
  async #update(changes) {
    if (changes.length > 0) {
      await this.#git(["update-ref", "--stdin"], `${changes.join("\n")}
`);
    }
  }
  #git(words, input = "") {
    return this.#clone.git(["--git-dir", this.directory, ...words], { input });
  }
};
function listing() {
  return ["for-each-ref", "--format=%(objectname) %(refname)", "refs/tags/components"];
}
function tagsIn(listed) {
  return new Map(
    (0,_with_git_clone_js__WEBPACK_IMPORTED_MODULE_2__/* .lines */ .M)(listed).map((line) => {
      const space = line.indexOf(" ");
      return [line.slice(space + 1), line.slice(0, space)];
    })
  );
}

// src/local.ts
var NO_TOKEN = "local";
async function prepareLocal(asked, clone, { cwd, environment }, screen) {
  const { command, given } = asked;
  if (clone === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "repository-unknown",
      "This folder is in no clone of a repository.",
      "Run `--local` in a clone."
    );
  }
  if ((0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_9__/* .shortTag */ .j)(given.get("tag") ?? "").startsWith("logic/")) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "input-invalid",
      "A tag under `logic/` asks for a rebuild, which `--local` does not do.",
      "Build and start the Worker with `wrangler dev`."
    );
  }
  const { folder, file, config } = await wranglerAround(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_20__.realpath)(cwd), clone.root);
  const namespaces = namespacesOf(config, file, given.get("kv-namespace"));
  const kv = new LocalKv({ folder, namespaces: namespaces.ids });
  if (command !== "history") {
    kv.connect();
  }
  try {
    return await prepared(asked, clone, { cwd, environment }, { folder, namespaces, kv }, screen);
  } catch (error) {
    await kv.close();
    throw error;
  }
}
async function prepared({ command, given, flags }, clone, { cwd, environment }, { folder, namespaces, kv }, screen) {
  const repository = await LocalRepository.open((0,node_path__WEBPACK_IMPORTED_MODULE_21__.join)(folder, ".wrangler", "state", "tagship.git"), clone);
  await repository.follow();
  const undo = flags.worktree ? await tagWorktree(repository, given) : void 0;
  const url = await clone.remote("origin");
  const origin = url === void 0 ? void 0 : await (0,_with_domain_remote_url_js__WEBPACK_IMPORTED_MODULE_1__/* .repositoryAt */ .uw)(url, environment);
  screen.say(screen.paint("dim", `Local: ${namespaces.words}, in ${(0,node_path__WEBPACK_IMPORTED_MODULE_21__.relative)(cwd, folder) || "."}/.wrangler/state`));
  return {
    given: new Map([
      ["github-token", NO_TOKEN],
      ["cloudflare-api-token", NO_TOKEN],
      ["cloudflare-account-id", NO_TOKEN],
      ...command === "history" ? [] : [["kv-namespace", namespaces.lines.join("\n")]]
    ]),
    secrets: [],
    environment: {
      ...environment,
      GITHUB_REPOSITORY: origin?.repository ?? `local/${(0,node_path__WEBPACK_IMPORTED_MODULE_21__.basename)(clone.root).replace(/[^\w.-]/g, "-")}`,
      GITHUB_SERVER_URL: origin?.serverUrl ?? "https://localhost",
      GITHUB_WORKSPACE: clone.root
    },
    local: { git: new LocalGitServer(repository.directory, clone.environment), kv, forge: LOCAL_FORGE },
    close: async () => {
      await kv.close();
      if (given.get("dry-run") === "true") {
        await undo?.();
      }
    }
  };
}
async function wranglerAround(from, root) {
  for (let folder = from; ; folder = (0,node_path__WEBPACK_IMPORTED_MODULE_21__.dirname)(folder)) {
    const name = _with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_4__/* .WRANGLER_FILES */ .nO.find((one) => (0,node_fs__WEBPACK_IMPORTED_MODULE_19__.existsSync)((0,node_path__WEBPACK_IMPORTED_MODULE_21__.join)(folder, one)));
    if (name !== void 0) {
      const config = (0,_with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_4__/* .parseWrangler */ .c_)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_20__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_21__.join)(folder, name), "utf8"), name);
      if ("problem" in config) {
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
          "namespace-unknown",
          `The file ${name} cannot be read: ${config.problem}.`,
          "Correct it."
        );
      }
      return { folder, file: name, config };
    }
    if (folder === root || folder === (0,node_path__WEBPACK_IMPORTED_MODULE_21__.dirname)(folder)) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
        "namespace-missing",
        "There is no wrangler configuration in this folder, nor above it in the clone.",
        "Run the command in the folder of the Worker, where `wrangler dev` is started."
      );
    }
  }
}
function namespacesOf(config, file, wanted) {
  const found = (0,_with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_4__/* .localNamespaces */ .ys)(config, wanted);
  if (found.size === 0) {
    const all = (0,_with_jsonc_parser_js__WEBPACK_IMPORTED_MODULE_4__/* .bindingsOf */ .kK)(config);
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "namespace-missing",
      all.length === 0 ? `The file ${file} has no \`kv_namespaces\`.` : wanted === void 0 ? `The file ${file} has several KV namespaces: ${all.join(", ")}.` : `The file ${file} has no KV namespace \`${wanted}\`; it has: ${all.join(", ") || "none"}.`,
      all.length === 0 ? "Add the namespace that the Worker reads." : "Name the binding that the Worker reads: `--kv-namespace BINDING`."
    );
  }
  const ids = new Map([...found.values()].map(({ id }) => [inputIdOf(id), id]));
  return {
    ids,
    lines: [...found].map(([environment, { id }]) => `${environment ?? "**"}: ${inputIdOf(id)}`),
    words: [
      ...new Set([...found.values()].map(({ binding, id }) => binding === id ? binding : `${binding} (${id})`))
    ].join(", ")
  };
}
function inputIdOf(id) {
  return (0,_with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_5__/* .isNamespaceId */ .rH)(id) ? id.toLowerCase() : (0,node_crypto__WEBPACK_IMPORTED_MODULE_18__.createHash)("sha256").update(id).digest("hex").slice(0, 32);
}
async function tagWorktree(repository, given) {
  const patterns = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_12__/* .linesOf */ .Dx)(given.get("components") ?? "");
  const environment = given.get("environment");
  if (patterns.length === 0 || environment === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_16__/* .TagshipError */ .bP(
      "input-missing",
      "The flag `--worktree` needs `--components` and `--environment`.",
      "Say which components are taken from the working tree, and where they are to be tried."
    );
  }
  if ((0,_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_10__/* .environmentProblem */ .f5)(environment) !== void 0) {
    return void 0;
  }
  const { commit, tree } = await repository.snapshot();
  const known = await repository.components();
  const names = patterns.flatMap(
    (pattern) => /[*?[{]/.test(pattern) ? known.filter((name) => (0,_with_domain_glob_js__WEBPACK_IMPORTED_MODULE_8__/* .globMatcher */ .fU)(pattern)(name)) : [pattern]
  );
  const version = `v0.0.0-worktree-${tree.slice(0, 12)}`;
  return await repository.tag(
    names.flatMap((name) => [`components/${name}/${version}`, `components/${name}/${environment}`]),
    commit
  );
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

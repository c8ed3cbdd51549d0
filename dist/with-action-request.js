export const id = 2610;
export const ids = [2610];
export const modules = {

/***/ 1817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C2: () => (/* binding */ changeOf),
/* harmony export */   D3: () => (/* binding */ commitOf),
/* harmony export */   Hk: () => (/* binding */ READERS),
/* harmony export */   fo: () => (/* binding */ requestOf),
/* harmony export */   vZ: () => (/* binding */ needsCloudflare)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_event_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8736);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1006);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/action/request.ts
var READERS = ["history", "validate", "backtest"];
function needsCloudflare(command, given, event) {
  if (command !== "deploy") {
    return command !== "doctor" && !READERS.includes(command);
  }
  const tag = given.get("tag") ?? (0,_with_action_event_js__WEBPACK_IMPORTED_MODULE_1__/* .tagOf */ .cO)(event)?.tag ?? "";
  return given.has("components") || (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTag */ .ED)((0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .shortTag */ .j)(tag)).kind === "foreign" || !(0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .shortTag */ .j)(tag).startsWith("logic/");
}
function requestOf(selection, event) {
  if (selection.by === "components") {
    return { kind: "deploy", request: selection };
  }
  const pushed = (0,_with_action_event_js__WEBPACK_IMPORTED_MODULE_1__/* .tagOf */ .cO)(event);
  if (selection.by === "pushed-tag" && pushed === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "input-missing",
      `No tag was pushed: the event is \`${event.name}\` on \`${event.ref}\`.`,
      "Say what to deploy with the input `tag`, or with `components` and `environment`."
    );
  }
  const named = selection.by === "tag";
  const tag = named ? (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .shortTag */ .j)(selection.tag) : pushed?.tag ?? "";
  const deleted = !named && pushed?.deleted === true;
  const request = { tag, named, pushed: tag === pushed?.tag, deleted };
  const parsed = (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .parseTag */ .ED)(tag);
  if (parsed.kind === "foreign" && request.pushed) {
    return { kind: "nothing", why: (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_2__/* .foreignTag */ .lm)(tag) };
  }
  if (!tag.startsWith("logic/")) {
    return { kind: "deploy", request: { by: "tag", ...request } };
  }
  if (deleted || !named && "slot" in parsed && parsed.slot.kind === "version") {
    const what = deleted ? "was deleted" : "is a version";
    return { kind: "nothing", why: `The logic tag \`${tag}\` ${what}: nothing to rebuild.` };
  }
  return { kind: "rebuild", request };
}
var COMMIT = /^(?!0+$)[0-9a-f]{40}$/;
function commitOf(environment) {
  const commit = environment.GITHUB_SHA?.trim().toLowerCase() ?? "";
  return COMMIT.test(commit) ? commit : void 0;
}
function changeOf(event, commit) {
  if (commit === void 0) {
    return "`GITHUB_SHA` names no commit";
  }
  const { base, head } = basesOf(event);
  return COMMIT.test(base) ? { commit, base, ...COMMIT.test(head) ? { head } : {} } : `the event \`${event.name}\` does not say since when`;
}
function basesOf({ name, ref, payload }) {
  switch (name) {
    case "pull_request":
      return {
        base: textAt(payload, "pull_request", "base", "sha"),
        head: textAt(payload, "pull_request", "head", "sha")
      };
    case "merge_group":
      return { base: textAt(payload, "merge_group", "base_sha"), head: "" };
    case "push":
      return { base: ref.startsWith("refs/heads/") ? textAt(payload, "before") : "", head: "" };
    default:
      return { base: "", head: "" };
  }
}
function textAt(payload, ...path) {
  let value = payload;
  for (const key of path) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : void 0;
  }
  return typeof value === "string" ? value : "";
}




/***/ }),

/***/ 1480:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ VERSION)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/action/version.ts
var VERSION = "0.1.0";




/***/ }),

/***/ 4385:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q4: () => (/* binding */ inheritedVariables),
/* harmony export */   bU: () => (/* binding */ rebuildProblem),
/* harmony export */   cC: () => (/* binding */ rebuildCommands),
/* harmony export */   iF: () => (/* binding */ rebuildValues)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1729);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/rebuild.ts
var REBUILD_PLACEHOLDERS = ["component", "type", "name", "environment", "version", "commit"];
var INHERITED = [
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_\w+|TZ|TERM|NO_COLOR|FORCE_COLOR|CI|LD_LIBRARY_PATH)$/,
  /^(?:TMPDIR|TMP|TEMP)$/,
  /^(?:https?|all|no)_proxy$/,
  /^(?:SSL_CERT_FILE|SSL_CERT_DIR|CURL_CA_BUNDLE|REQUESTS_CA_BUNDLE|GIT_SSL_CAINFO|GIT_SSL_CAPATH)$/,
  /^NODE_(?:ENV|OPTIONS|EXTRA_CA_CERTS|USE_ENV_PROXY|USE_SYSTEM_CA)$/,
  /^CLOUDFLARE_(?:API_)?BASE_URL$/,
  /^(?:SYSTEMROOT|SYSTEMDRIVE|WINDIR|COMSPEC|PATHEXT|OS|USERNAME|USERPROFILE|HOMEDRIVE|HOMEPATH|APPDATA|LOCALAPPDATA)$/,
  /^(?:PROGRAMFILES(?:\(X86\))?|PROGRAMDATA|NUMBER_OF_PROCESSORS|PROCESSOR_ARCHITECTURE)$/
].map(({ source }) => new RegExp(source, "i"));
function inheritedVariables(step) {
  return Object.fromEntries(
    Object.entries(step).flatMap(
      ([name, value]) => value !== void 0 && INHERITED.some((pattern) => pattern.test(name)) ? [[name, value]] : []
    )
  );
}
function rebuildProblem(line) {
  if ((0,_with_string_argv_js__WEBPACK_IMPORTED_MODULE_1__/* .parseArgsStringToArgv */ .R)(line).length === 0) {
    return "is empty";
  }
  const unknown = [...line.matchAll(/\{(\w+)\}/g)].find(
    ([, name]) => !REBUILD_PLACEHOLDERS.some((known) => known === name)
  );
  return unknown === void 0 ? void 0 : `has the unknown placeholder {${unknown[1]}}`;
}
function rebuildValues(component, environment, version, commit) {
  const { type, name } = component;
  return { component: `${type}/${name}`, type, name, environment, version, commit };
}
function rebuildCommands(lines, values) {
  return lines.map(
    (line) => (0,_with_string_argv_js__WEBPACK_IMPORTED_MODULE_1__/* .parseArgsStringToArgv */ .R)(line).map((argument) => {
      const filled = argument.replace(
        /\{(\w+)\}/g,
        (whole, name) => values[name] ?? whole
      );
      if (filled.startsWith("-") && !argument.startsWith("-")) {
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP(
          "name-refused",
          `The argument \`${filled}\` of \`${line}\` would be read as an option.`,
          "Give the component or environment a name that does not start with `-`."
        );
      }
      return filled;
    })
  );
}




/***/ }),

/***/ 8079:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F9: () => (/* binding */ cloneEnvironment),
/* harmony export */   Iu: () => (/* binding */ checkoutEnvironment),
/* harmony export */   WG: () => (/* binding */ GitProcess),
/* harmony export */   zZ: () => (/* binding */ worktreeEnvironment)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4385);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1472);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1421);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8474);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/adapters/git/environment.ts

var WITHHELD = [
  /^INPUT_/i,
  /^CLOUDFLARE_/i,
  /^GITHUB_TOKEN$/i,
  /^ACTIONS_/i,
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|CEILING_DIRECTORIES)$/i,
  /^GIT_(?:ASKPASS|TRACE_REDACT|PROTOCOL)$/i,
  /^SSH_ASKPASS$/i
];
function worktreeEnvironment(parent, gitDir) {
  const settings = {
    "core.hooksPath": (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(gitDir, "no-hooks"),
    "filter.lfs.smudge": "",
    "filter.lfs.process": "",
    "filter.lfs.required": "false"
  };
  const entries = Object.entries(settings).flatMap(([key, value], i) => [
    [`GIT_CONFIG_KEY_${i}`, key],
    [`GIT_CONFIG_VALUE_${i}`, value]
  ]);
  return {
    ...(0,_with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_1__/* .inheritedVariables */ .Q4)(parent),
    ...Object.fromEntries(entries),
    GIT_CONFIG_COUNT: String(Object.keys(settings).length),
    GIT_DIR: gitDir,
    GIT_LFS_SKIP_SMUDGE: "1"
  };
}
function checkoutEnvironment(parent, directory) {
  return {
    ...withoutWithheld(parent),
    GIT_DIR: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(directory, ".git"),
    GIT_WORK_TREE: directory,
    GIT_OPTIONAL_LOCKS: "0"
  };
}
function withoutWithheld(parent) {
  const environment = {};
  for (const [name, value] of Object.entries(parent)) {
    if (value !== void 0 && !WITHHELD.some((pattern) => pattern.test(name))) {
      environment[name] = value;
    }
  }
  return environment;
}
function cloneEnvironment(parent) {
  return { ...withoutWithheld(parent), GIT_OPTIONAL_LOCKS: "0", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" };
}

// src/adapters/git/process.ts


var GitProcess = class {
  #process;
  #printed = [];
  #closed;
  #said = "";
  #failure;
  constructor(words, environment, cwd) {
    this.#process = (0,node_child_process__WEBPACK_IMPORTED_MODULE_4__.spawn)("git", words, {
      env: environment,
      cwd,
      stdio: "pipe",
      detached: process.platform !== "win32",
      windowsHide: true
    });
    const { stdin, stdout, stderr } = this.#process;
    stdin.on("error", () => void 0);
    stdout.on("data", (bytes) => this.#printed.push(bytes));
    stderr.setEncoding("utf8").on("data", (text) => {
      this.#said = (this.#said + text).slice(-2e3);
    });
    this.#closed = new Promise((resolve) => {
      this.#process.on("close", () => resolve());
      this.#process.on("error", (error) => {
        this.#failure = error;
        resolve();
      });
    });
  }
  /** Hands something over, as fast as it is taken. */
  async write(bytes) {
    const { stdin } = this.#process;
    if (stdin.writable && !stdin.write(bytes)) {
      await Promise.race([(0,node_events__WEBPACK_IMPORTED_MODULE_5__.once)(stdin, "drain").catch(() => void 0), this.#closed]);
    }
  }
  /**
   * Ends its input, and waits for its end.
   * @throws TagshipError `runner-unusable` where it could not be started
   */
  async end() {
    this.#process.stdin.end();
    await this.#closed;
    if (this.#failure !== void 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP(
        "runner-unusable",
        `Git could not be started on the runner (${this.#failure.code}).`,
        "Install Git 2.31 or newer where the `PATH` of the step finds it. A rebuild needs it, and `validate` in a checkout.",
        { cause: this.#failure }
      );
    }
    const { exitCode, signalCode } = this.#process;
    const last = this.#said.trim().split("\n").at(-1) ?? "";
    return {
      code: exitCode ?? void 0,
      printed: Buffer.concat(this.#printed),
      said: last || (signalCode === null ? `exit code ${exitCode}` : `signal ${signalCode}`)
    };
  }
  kill() {
    this.#process.kill("SIGKILL");
  }
};




/***/ }),

/***/ 1729:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ parseArgsStringToArgv)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// node_modules/string-argv/index.js
function parseArgsStringToArgv(value, env, file) {
  const myArray = [];
  if (env) {
    myArray.push(env);
  }
  if (file) {
    myArray.push(file);
  }
  let current = "";
  let inQuote = null;
  let hasToken = false;
  let i = 0;
  while (i < value.length) {
    const char = value[i];
    if (inQuote) {
      if (char === inQuote) {
        inQuote = null;
      } else {
        current += char;
      }
    } else {
      if (char === '"' || char === "'") {
        inQuote = char;
        hasToken = true;
      } else if (/\s/.test(char)) {
        if (hasToken) {
          myArray.push(current);
          current = "";
          hasToken = false;
        }
      } else {
        current += char;
        hasToken = true;
      }
    }
    i++;
  }
  if (hasToken) {
    myArray.push(current);
  }
  return myArray;
}




/***/ })

};

import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 8995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 6848:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 714:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 1296:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);
/* harmony import */ var _with_action_console_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8611);
/* harmony import */ var _with_action_event_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8736);
/* harmony import */ var _with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8659);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(2591);
/* harmony import */ var _with_action_spec_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(8685);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(8071);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(1472);
/* harmony import */ var _with_actions_github_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(9270);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_14__ = __nccwpck_require__(3667);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_15__ = __nccwpck_require__(1455);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_16__ = __nccwpck_require__(857);
/* harmony import */ var crypto__WEBPACK_IMPORTED_MODULE_17__ = __nccwpck_require__(6982);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_18__ = __nccwpck_require__(9896);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);















// src/host.ts


// node_modules/@actions/core/lib/command.js


// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  if (input === null || input === void 0) {
    return "";
  } else if (typeof input === "string" || input instanceof String) {
    return input;
  }
  return JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  if (!Object.keys(annotationProperties).length) {
    return {};
  }
  return {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  };
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  const cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + os__WEBPACK_IMPORTED_MODULE_16__.EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::";
var Command = class {
  constructor(command, properties, message) {
    if (!command) {
      command = "missing.command";
    }
    this.command = command;
    this.properties = properties;
    this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = true;
      for (const key in this.properties) {
        if (this.properties.hasOwnProperty(key)) {
          const val = this.properties[key];
          if (val) {
            if (first) {
              first = false;
            } else {
              cmdStr += ",";
            }
            cmdStr += `${key}=${escapeProperty(val)}`;
          }
        }
      }
    }
    cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
    return cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js



function issueFileCommand(command, message) {
  const filePath = process.env[`GITHUB_${command}`];
  if (!filePath) {
    throw new Error(`Unable to find environment variable for file command ${command}`);
  }
  if (!fs__WEBPACK_IMPORTED_MODULE_18__.existsSync(filePath)) {
    throw new Error(`Missing file at path: ${filePath}`);
  }
  fs__WEBPACK_IMPORTED_MODULE_18__.appendFileSync(filePath, `${toCommandValue(message)}${os__WEBPACK_IMPORTED_MODULE_16__.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  const delimiter = `ghadelimiter_${crypto__WEBPACK_IMPORTED_MODULE_17__.randomUUID()}`;
  const convertedValue = toCommandValue(value);
  if (key.includes(delimiter)) {
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  }
  if (convertedValue.includes(delimiter)) {
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  }
  return `${key}<<${delimiter}${os__WEBPACK_IMPORTED_MODULE_16__.EOL}${convertedValue}${os__WEBPACK_IMPORTED_MODULE_16__.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js

var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve) {
      resolve(value);
    });
  }
  return new (P || (P = Promise))(function(resolve, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function setOutput(name, value) {
  const filePath = process.env["GITHUB_OUTPUT"] || "";
  if (filePath) {
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  }
  process.stdout.write(os__WEBPACK_IMPORTED_MODULE_16__.EOL);
  issueCommand("set-output", { name }, toCommandValue(value));
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + os__WEBPACK_IMPORTED_MODULE_16__.EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}
function group(name, fn) {
  return __awaiter(this, void 0, void 0, function* () {
    startGroup(name);
    let result;
    try {
      result = yield fn();
    } finally {
      endGroup();
    }
    return result;
  });
}

// context:@actions/github
var context = new _with_actions_github_js__WEBPACK_IMPORTED_MODULE_13__/* .Context */ .o();

// src/host.ts
function runner() {
  return {
    environment: process.env,
    event: { name: context.eventName, ref: context.ref ?? "", payload: context.payload },
    toolkit: {
      debug,
      error,
      group,
      info,
      notice,
      setSecret,
      warning,
      setOutput: (name, value) => {
        if (!process.env.GITHUB_OUTPUT) {
          throw new Error("`GITHUB_OUTPUT` names no file");
        }
        setOutput(name, value);
      },
      summary: async (markdown) => {
        if (process.env.GITHUB_STEP_SUMMARY) {
          await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_15__.appendFile)(process.env.GITHUB_STEP_SUMMARY, markdown);
        }
      }
    },
    stdout: process.stdout,
    signals: process,
    clock: (signal) => new _with_action_console_js__WEBPACK_IMPORTED_MODULE_1__/* .SystemClock */ .Aw(signal),
    keepMemorySmall: _with_action_console_js__WEBPACK_IMPORTED_MODULE_1__/* .keepMemorySmall */ .EO
  };
}

// src/action/raw-inputs.ts
function givenInputs(environment) {
  const given = /* @__PURE__ */ new Map();
  for (const [name, value] of Object.entries(environment)) {
    if (/^INPUT_/i.test(name) && value !== void 0 && value.trim() !== "") {
      given.set(name.slice("INPUT_".length).toLowerCase(), value.trim());
    }
  }
  return given;
}
function secretsOf(given, environment) {
  return [
    given.get("github-token"),
    given.get("cloudflare-api-token"),
    environment.CLOUDFLARE_API_TOKEN,
    environment.GITHUB_TOKEN
  ].flatMap((secret) => secret?.trim() || []);
}
function commandOf(given) {
  const asked = given.get("command") ?? "auto";
  if (asked === "auto") {
    return "auto";
  }
  const known = _with_action_spec_js__WEBPACK_IMPORTED_MODULE_8__/* .COMMANDS */ .Lo.find((command) => command === asked);
  if (known === void 0) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
      "command-unknown",
      `\`${asked}\` is no command.`,
      `${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_10__/* .didYouMean */ .au)(asked, [..._with_action_spec_js__WEBPACK_IMPORTED_MODULE_8__/* .COMMANDS */ .Lo, "auto"])} Commands: auto, ${_with_action_spec_js__WEBPACK_IMPORTED_MODULE_8__/* .COMMANDS */ .Lo.join(", ")}.`.trimStart()
    );
  }
  return known;
}

// src/start.ts
async function start(host) {
  const { environment, event } = host;
  const console = new _with_action_console_js__WEBPACK_IMPORTED_MODULE_1__/* .Console */ .C7(host.toolkit);
  const lose = (error2) => console.lose(error2);
  host.stdout.on("error", lose);
  const given = givenInputs(environment);
  for (const secret of secretsOf(given, environment)) {
    console.mask(secret);
    console.mask((0,_with_action_event_js__WEBPACK_IMPORTED_MODULE_2__/* .basicCredentials */ .BG)(secret));
  }
  try {
    const choice = await chosen(event, given, console);
    if (choice !== void 0) {
      const { main } = await Promise.all(/* import() */[__nccwpck_require__.e(9479), __nccwpck_require__.e(2610)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9479));
      await main(choice.command, choice.given(given), host, console);
    }
    return 0;
  } catch (error2) {
    const errors = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .toTagshipErrors */ .XF)(error2);
    for (const one of errors) {
      console.error(one);
    }
    if (error2 instanceof Error && error2.stack !== void 0) {
      for (const frame of error2.stack.split("\n").filter((line) => line.startsWith("    at "))) {
        console.debug(frame);
      }
    }
    if (!(error2 instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .Reported */ .af)) {
      const { failureSummary } = await Promise.all(/* import() */[__nccwpck_require__.e(5036), __nccwpck_require__.e(2237)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2237));
      const { GITHUB_SERVER_URL: serverUrl = "", GITHUB_REPOSITORY: repository = "" } = environment;
      await console.summary(failureSummary(errors, { serverUrl, repository }));
    }
    return 1;
  } finally {
    host.stdout.off("error", lose);
  }
}
async function chosen(event, given, console) {
  try {
    return choose(event, commandOf(given), console);
  } catch (error2) {
    const { misnamedInputs } = await __nccwpck_require__.e(/* import() */ 8724).then(__nccwpck_require__.bind(__nccwpck_require__, 8724));
    const misnamed = misnamedInputs(given);
    throw misnamed.length === 0 ? error2 : new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipErrors */ .g0([...misnamed, ...(0,_with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .toTagshipErrors */ .XF)(error2)]);
  }
}
function choose(event, asked, console) {
  (0,_with_action_event_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseUnsafe */ .H_)(event);
  if (asked !== "auto") {
    return { command: asked, given: (given) => given };
  }
  const choice = (0,_with_action_event_js__WEBPACK_IMPORTED_MODULE_2__/* .chooseCommand */ .F6)(event);
  if (choice.kind === "command") {
    const { command, inputs = {} } = choice;
    return { command, given: (given) => new Map([...Object.entries(inputs), ...given]) };
  }
  console.notice(choice.why);
  return void 0;
}

// src/index.ts
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", () => void 0);
}
var [, , mode, home = "", ...words] = process.argv;
if (mode === "terminal") {
  const { fromProcess, terminal } = await __nccwpck_require__.e(/* import() */ 9394).then(__nccwpck_require__.bind(__nccwpck_require__, 9394));
  process.exitCode = await terminal(fromProcess(words, home));
} else {
  process.exitCode = await start(runner());
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 3667:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P$: () => (/* binding */ __commonJS),
/* harmony export */   VA: () => (/* binding */ __export),
/* harmony export */   f1: () => (/* binding */ __toESM),
/* harmony export */   ki: () => (/* binding */ __require)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require !== "undefined" ? require : typeof Proxy !== "undefined" ? new Proxy(x, {
  get: (a, b) => (typeof require !== "undefined" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require !== "undefined") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function __require2() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: true });
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));




/***/ }),

/***/ 8611:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C7: () => (/* binding */ Console),
  Aw: () => (/* binding */ SystemClock),
  EO: () => (/* binding */ keepMemorySmall)
});

// EXTERNAL MODULE: external "node:module"
var external_node_module_ = __nccwpck_require__(8995);
// EXTERNAL MODULE: ./build/with-domain-secrets.js
var with_domain_secrets = __nccwpck_require__(8659);
// EXTERNAL MODULE: ./build/with-domain-text.js
var with_domain_text = __nccwpck_require__(2591);
// EXTERNAL MODULE: ./build/with-errors.js
var with_errors = __nccwpck_require__(1472);
;// CONCATENATED MODULE: external "node:v8"
const external_node_v8_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:v8");
// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./build/with-action-console.js

const with_action_console_require = (0,external_node_module_.createRequire)(import.meta.url);




// src/adapters/heap.ts

function keepMemorySmall() {
  (0,external_node_v8_namespaceObject.setFlagsFromString)("--semi-space-growth-factor=1");
  (0,external_node_v8_namespaceObject.setFlagsFromString)("--heap-growing-percent=20");
  (0,external_node_v8_namespaceObject.setFlagsFromString)("--no-incremental-marking");
}

// src/adapters/system-clock.ts

var SystemClock = class {
  #signal;
  /** @param signal aborted when the run is cancelled */
  constructor(signal) {
    this.#signal = signal;
  }
  now() {
    return Date.now();
  }
  async sleep(milliseconds) {
    try {
      await (0,promises_.setTimeout)(milliseconds, void 0, { signal: this.#signal });
    } catch (error) {
      throw new with_errors/* TagshipError */.bP("cancelled", "The run was cancelled while it waited to try again.", "Run the job again.", {
        cause: error
      });
    }
  }
  async within(milliseconds, work) {
    const over = new AbortController();
    const done = work().then((value) => ({ inTime: true, value }));
    const late = (0,promises_.setTimeout)(milliseconds, void 0, { signal: over.signal }).then(() => ({ inTime: false }));
    done.catch(() => void 0);
    late.catch(() => void 0);
    try {
      return await Promise.race([done, late]);
    } finally {
      over.abort();
    }
  }
  random() {
    return Math.random();
  }
};

// src/action/console.ts
var MAX_SUMMARY = 9e5;
var Console = class {
  secrets = new with_domain_secrets/* Secrets */.S();
  #toolkit;
  #lost;
  constructor(toolkit) {
    this.#toolkit = toolkit;
  }
  async group(title, work) {
    return await this.#toolkit.group(this.#line(title), work);
  }
  info(line) {
    this.#toolkit.info(this.#line(line));
  }
  /** A line of what a command did in the end. */
  result(line) {
    (this.#toolkit.result ?? this.#toolkit.info)(this.#line(line));
  }
  debug(line) {
    this.#toolkit.debug(this.#line(line));
  }
  notice(message) {
    this.#toolkit.notice(this.#line(message));
  }
  warning(message) {
    this.#toolkit.warning(this.#line(message));
  }
  /** One annotation, at its place in the file where there is one. */
  error(error) {
    const { location } = error;
    this.#toolkit.error(this.#line(error.message), {
      title: `Tagship: ${error.code}`,
      ...location === void 0 ? {} : { file: this.#property(location.file) },
      ...location?.line === void 0 ? {} : { startLine: location.line, endLine: location.line },
      ...location?.column === void 0 ? {} : { startColumn: location.column, endColumn: location.column }
    });
  }
  /** Whether files are shown with what was found in them. */
  get annotates() {
    return this.#toolkit.annotates ?? true;
  }
  /** One annotation, at its range where it has one. */
  annotate(level, message, title, file, range) {
    this.#toolkit[level](this.#line(message), {
      title: this.#line(title),
      file: this.#property(file),
      ...range === void 0 ? {} : placeOf(range)
    });
  }
  /** Hears that the log cannot be written any more. The summary says so; a move is not ended in the middle by that. */
  lose(error) {
    this.#lost ??= error;
  }
  mask(secret) {
    if (this.secrets.add(secret)) {
      this.#toolkit.setSecret(secret);
    }
  }
  /** Sets the outputs of the step. The work is done by then, so where they cannot be written it is only a warning. */
  outputs(values) {
    try {
      for (const [name, value] of Object.entries(values)) {
        this.#toolkit.setOutput(name, this.secrets.hide(value));
      }
    } catch (error) {
      this.#unwritten("The outputs", error);
    }
  }
  /** Appends to the job summary, where the runner keeps one. Where it cannot be written it is only a warning. */
  async summary(markdown) {
    const note = this.#lost === void 0 ? "" : `
- ⚠️ The log is not complete: ${(0,with_domain_text/* plain */.pj)(this.#lost.message)}.
`;
    try {
      await this.#toolkit.summary(`${within(this.secrets.hide(markdown), MAX_SUMMARY)}${note}
`);
    } catch (error) {
      this.#unwritten("The job summary", error);
    }
  }
  #unwritten(what, error) {
    const why = error instanceof Error ? error.message : String(error);
    this.warning(
      `${what} could not be written: ${why.replace(/\.?$/, ".")} What the run did is done, and stands in the log.`
    );
  }
  #property(text) {
    return (0,with_domain_text/* logProperty */.OY)(this.secrets.hide(text));
  }
  #line(text) {
    return (0,with_domain_text/* logLine */.BP)(this.secrets.hide(text));
  }
};
function within(text, most) {
  if (Buffer.byteLength(text) <= most) {
    return text;
  }
  const lines = text.split("\n");
  let bytes = 0;
  const end = lines.findIndex((line) => {
    bytes += Buffer.byteLength(line) + 1;
    return bytes > most;
  });
  return `${lines.slice(0, end).join("\n")}

… and ${lines.length - end} more lines.
`;
}
function placeOf({ start, end }) {
  return start.line === end.line ? { startLine: start.line, endLine: end.line, startColumn: start.column, endColumn: end.column } : { startLine: start.line, endLine: end.line };
}




/***/ }),

/***/ 8736:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BG: () => (/* binding */ basicCredentials),
/* harmony export */   F6: () => (/* binding */ chooseCommand),
/* harmony export */   H_: () => (/* binding */ refuseUnsafe),
/* harmony export */   PW: () => (/* binding */ isAddress),
/* harmony export */   Xd: () => (/* binding */ GitRemote),
/* harmony export */   YZ: () => (/* binding */ pushedTag),
/* harmony export */   cO: () => (/* binding */ tagOf),
/* harmony export */   nU: () => (/* binding */ notAnAddress),
/* harmony export */   pO: () => (/* binding */ runContext)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1006);
/* harmony import */ var _with_action_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8685);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/action/event.ts
function chooseCommand(event) {
  switch (event.name) {
    case "push":
      return choosePush(event);
    case "delete":
      return chooseDelete(String(event.payload.ref_type ?? ""), String(event.payload.ref ?? ""));
    case "pull_request":
    case "merge_group":
      return { kind: "command", command: "validate" };
    case "schedule":
      return { kind: "command", command: "reconcile", inputs: { heal: "true" } };
    default:
      throw refusal(`The event \`${event.name}\` does not say which command to run.`);
  }
}
function choosePush(event) {
  if (!event.ref.startsWith("refs/tags/")) {
    throw refusal(`The event is a push to \`${event.ref}\`, which is no tag.`);
  }
  const tag = (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .shortTag */ .j)(event.ref);
  if (event.payload.deleted === true) {
    return chooseDelete("tag", tag);
  }
  return (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)(tag).kind === "foreign" ? { kind: "nothing", why: (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .foreignTag */ .lm)(tag) } : { kind: "command", command: "deploy" };
}
function chooseDelete(type, ref) {
  if (type !== "tag" || (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTag */ .ED)((0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .shortTag */ .j)(ref)).kind === "foreign") {
    return { kind: "nothing", why: `The deleted ${type || "ref"} \`${ref}\` is no component tag.` };
  }
  return { kind: "command", command: "deploy" };
}
function tagOf(event) {
  const { ref, ref_type: type, deleted } = event.payload;
  if (event.name === "delete" && type === "tag" && typeof ref === "string") {
    return { tag: (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .shortTag */ .j)(ref), deleted: true };
  }
  return event.ref.startsWith("refs/tags/") ? { tag: (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .shortTag */ .j)(event.ref), deleted: event.name === "push" && deleted === true } : void 0;
}
function pushedTag(event) {
  const objectIn = (value) => typeof value === "string" && /^(?!0+$)[0-9a-f]{40}$/.test(value) ? value : void 0;
  const { before, after } = event.payload;
  return event.name === "push" && event.ref.startsWith("refs/tags/") ? { tag: (0,_with_domain_tag_js__WEBPACK_IMPORTED_MODULE_1__/* .shortTag */ .j)(event.ref), before: objectIn(before), after: objectIn(after) } : void 0;
}
function refuseUnsafe(event) {
  if (event.name === "pull_request_target") {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "event-refused",
      "The event is `pull_request_target`, which gives secrets to runs that anybody can start.",
      "Use `pull_request` instead."
    );
  }
}
function defaultBranchOf(event) {
  const { repository } = event.payload;
  const name = typeof repository === "object" && repository !== null && "default_branch" in repository ? repository.default_branch : void 0;
  return typeof name === "string" && /^\S+$/.test(name) ? name : void 0;
}
function runContext(environment, event) {
  const repository = environment.GITHUB_REPOSITORY ?? "";
  if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "input-missing",
      "The environment variable `GITHUB_REPOSITORY` does not hold `owner/name`.",
      "Run Tagship as a step of a GitHub Actions workflow."
    );
  }
  const serverUrl = (environment.GITHUB_SERVER_URL ?? "https://github.com").replace(/\/+$/, "");
  const apiUrl = (environment.GITHUB_API_URL || "https://api.github.com").replace(/\/+$/, "");
  for (const [variable, address] of Object.entries({ GITHUB_SERVER_URL: serverUrl, GITHUB_API_URL: apiUrl })) {
    if (!isAddress(address)) {
      throw notAnAddress(variable);
    }
  }
  const { GITHUB_ACTOR: actor = "", GITHUB_ACTOR_ID: id = "", GITHUB_RUN_ID: run = "" } = environment;
  return {
    repository,
    defaultBranch: defaultBranchOf(event),
    serverUrl,
    apiUrl,
    actor,
    email: `${/^\d+$/.test(id) ? `${id}+` : ""}${actor || "unknown"}@users.noreply.github.com`,
    run: /^\d+$/.test(run) ? `${serverUrl}/${repository}/actions/runs/${run}` : ""
  };
}
function isAddress(text) {
  return /^https?:\/\/[^\s@]+$/.test(text);
}
function notAnAddress(variable) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
    "input-invalid",
    `The environment variable \`${variable}\` is not an HTTP address.`,
    "Remove it, or leave it as the runner sets it."
  );
}
function refusal(what) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
    "event-refused",
    what,
    `Set \`command\` to one of: ${_with_action_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .Lo.join(", ")}; or run on the push of a tag.`
  );
}

// src/adapters/git/remote.ts
function basicCredentials(token) {
  return Buffer.from(`x-access-token:${token}`).toString("base64");
}
var GitRemote = class {
  #options;
  /** Where the server says that the repository is, as after it was renamed; at first where it was looked for. */
  #url;
  /** The server's clock less ours, in milliseconds; known after the first answer. */
  #ahead;
  constructor(options) {
    this.#options = options;
    this.#url = options.url;
  }
  /** The repository as it was named. */
  get url() {
    return this.#options.url;
  }
  /** Takes the token out of a text. */
  scrub = (text) => {
    const { token } = this.#options;
    return text.replaceAll(token, "***").replaceAll(basicCredentials(token), "***");
  };
  /** The server's clock, in seconds since the epoch; undefined before the first answer. */
  get time() {
    return this.#ahead === void 0 ? void 0 : Math.floor((this.#options.clock.now() + this.#ahead) / 1e3);
  }
  /** Begins the connection that the first request will use. */
  warm() {
    this.#options.http.warm(this.#url);
  }
  /** Sends a request. @param isRepeatable whether it may reach the server twice */
  async send({ path, headers, ...request }, signal, isRepeatable) {
    const { token, http, clock } = this.#options;
    const asked = this.#url;
    const answer = await http.send({
      ...request,
      url: `${asked}${path}`,
      headers: {
        ...headers,
        authorization: `Basic ${basicCredentials(token)}`,
        // Some servers tell Git from a browser by it.
        "user-agent": "git/2 (tagship)"
      },
      signal,
      isRepeatable
    });
    const date = Date.parse(String(answer.headers.date ?? ""));
    if (!Number.isNaN(date)) {
      this.#ahead = date - clock.now();
    }
    const isAnswered = answer.status === 200 && answer.url.endsWith(path);
    this.#url = isAnswered ? answer.url.slice(0, -path.length) : asked;
    return { ...answer, isElsewhere: this.#url !== asked };
  }
  /** Looks for the repository again where it was looked for at first. */
  forget() {
    this.#url = this.#options.url;
  }
};




/***/ }),

/***/ 8685:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ COMMANDS),
/* harmony export */   mc: () => (/* binding */ INPUTS),
/* harmony export */   u3: () => (/* binding */ OVERRIDES)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/overrides.ts
var OVERRIDES = {
  "moved-version": "a version tag that moved",
  quarantine: "a version that was rolled back",
  requires: "promote: not healthy where it has to be first",
  freeze: "promote, restore: an environment that is frozen",
  "never-ran": "rollback: a version that is new there",
  unanchored: "what only the ledger knows: no version tag and no default branch leads to its commit"
};

// src/action/spec.ts
var COMMANDS = [
  "deploy",
  "guard",
  "rollback",
  "promote",
  "reconcile",
  "validate",
  "history",
  "restore",
  "doctor",
  "compare",
  "backtest"
];
var INPUTS = {
  command: {
    group: "What to do",
    description: "What to do: `deploy`, `guard`, `promote`, `rollback`, `restore`, `reconcile`, `validate`, `history`, `compare`, `backtest` or `doctor`; or `auto` to choose by the event that started the workflow.",
    default: "auto",
    commands: "all"
  },
  tag: {
    group: "What to do",
    description: "deploy, guard: the tag, as `components/prompts/extraction/production` or with `refs/tags/` before it. Default for deploy: the pushed tag; for guard: what this workflow run deployed.",
    commands: ["deploy", "guard"]
  },
  components: {
    group: "What to do",
    form: "lines",
    description: "deploy, guard, promote, rollback, history, compare, backtest: components, one `type/name` per line; `*` and `**` are allowed. `deploy` and `guard` also need `environment`, and no `tag`; the default of `history` and `backtest` is all; `compare` takes exactly one.",
    commands: ["deploy", "guard", "promote", "rollback", "history", "compare", "backtest"]
  },
  environment: {
    group: "What to do",
    description: "deploy, guard: the environment, together with `components`. promote, rollback: the environment or group to move. restore: the environment to recreate. reconcile, history, doctor: only this environment; default all. compare: the first of two, whose gate measures both. backtest: the environment whose gate is replayed.",
    commands: [
      "deploy",
      "guard",
      "promote",
      "rollback",
      "reconcile",
      "history",
      "restore",
      "compare",
      "backtest",
      "doctor"
    ]
  },
  version: {
    group: "What to do",
    description: "promote: the version to put there. rollback: `last-healthy` (default; without any, `previous`), `previous`, or a version such as `v1.1.0`. compare: the version to put into `environment` first; default what runs there.",
    commands: ["promote", "rollback", "compare"]
  },
  with: {
    group: "What to do",
    description: "compare: the other environment.",
    commands: ["compare"]
  },
  "with-version": {
    group: "What to do",
    description: "compare: the version to put into `with` first; default what runs there.",
    commands: ["compare"]
  },
  from: {
    group: "What to do",
    description: "promote: the environment whose version is promoted, instead of `version`. restore: the environment to copy from the past; default the same as `environment`.",
    commands: ["promote", "restore"]
  },
  percentage: {
    group: "What to do",
    description: "rollback: how many percent of the users still get the canary of `environment`, less than now; `0` ends it. Instead of `version`: no tag moves and nothing is quarantined.",
    commands: ["rollback"]
  },
  at: {
    group: "What to do",
    description: "history, restore: the point in time, ISO 8601 with a zone, such as `2026-05-05T14:47:00+02:00`.",
    commands: ["history", "restore"]
  },
  since: {
    group: "What to do",
    description: "history: the start of a range; shows its moves, and what changed in it. backtest: the deploys since then; default 30 days ago. ISO 8601 with a zone.",
    commands: ["history", "backtest"]
  },
  until: {
    group: "What to do",
    description: "history, backtest: the end of the range; default now.",
    commands: ["history", "backtest"]
  },
  page: {
    group: "What to do",
    description: "history: a file in the workspace, such as `history/index.html`, for one HTML page with everything that the ledger knows: what ran where at any time, every move, differences of versions, and how to go back.",
    commands: ["history"]
  },
  prune: {
    group: "What to do",
    form: "boolean",
    description: "restore: `true` deletes the tags of components that did not run then; by default they stay, and are named. reconcile: `true` removes owned keys whose tag is gone, and versions that `retention` does not keep; default by `on-delete` in the configuration.",
    commands: ["restore", "reconcile"]
  },
  heal: {
    group: "What to do",
    form: "boolean",
    description: "reconcile: `true` repairs drift; default `false`, and `true` if a schedule started `auto`.",
    commands: ["reconcile"]
  },
  deep: {
    group: "What to do",
    form: "boolean",
    description: "reconcile: `true` also reads the stored bytes and compares them with the repository, one request for every 100 keys.",
    commands: ["reconcile"]
  },
  scope: {
    group: "What to do",
    description: "validate: `all` (default) shows every finding in the tree; `changed` only those in changed files, and those that the change caused elsewhere.",
    commands: ["validate"]
  },
  comment: {
    group: "What to do",
    description: "validate: `true` keeps one comment on the pull request, with the findings and what merging would change; it needs `pull-requests: write`. Default `false`.",
    form: "boolean",
    commands: ["validate"]
  },
  "metric-url": {
    group: "What to watch",
    description: "guard: a URL to ask instead of the metrics in the configuration. It answers the failed and all requests since the deploy (`metric-errors`, `metric-total`), or one value: a number, or JSON with `metric-path`. Placeholders such as `{component}`, `{version}` and `{elapsed}`, and secrets of the step, are filled in.",
    commands: ["guard"]
  },
  "metric-path": {
    group: "What to watch",
    description: "guard: the JSON path of the value in the answer of `metric-url`, such as `$.data.errorRate`.",
    commands: ["guard"]
  },
  "metric-errors": {
    group: "What to watch",
    description: "guard: the JSON path of the number of failed requests since the deploy, such as `$.errors`; together with `metric-total`, instead of `metric-path`.",
    commands: ["guard"]
  },
  "metric-total": {
    group: "What to watch",
    description: "guard: the JSON path of the number of all requests since the deploy, such as `$.total`.",
    commands: ["guard"]
  },
  threshold: {
    group: "What to watch",
    description: "guard: the highest value allowed, such as `1500`; with `metric-errors` the highest share of failed requests, such as `0.01`. Needed with `metric-url`.",
    commands: ["guard"]
  },
  "initial-delay": {
    group: "What to watch",
    description: "guard: how long to wait before the first measurement, such as `90s`. Default `60s`.",
    commands: ["guard"]
  },
  interval: {
    group: "What to watch",
    description: "guard: how long to wait between measurements. Default `15s`.",
    commands: ["guard"]
  },
  bake: {
    group: "What to watch",
    description: "guard: the minimum time to watch before a version is healthy, from the first measurement. Default `0s` for a value, `5m` for failed requests.",
    commands: ["guard"]
  },
  count: {
    group: "What to watch",
    description: "guard: measurements of a value after which it is healthy, if the last one passed. Default 5.",
    commands: ["guard"]
  },
  "failure-limit": {
    group: "What to watch",
    description: "guard: how many measurements of a value may be beyond the limit without a breach; less than `count`. Default 0.",
    commands: ["guard"]
  },
  "fail-on-rollback": {
    group: "What to watch",
    form: "boolean",
    description: "guard: `false` lets the step succeed although it rolled back. Default `true`.",
    commands: ["guard"]
  },
  "kv-namespace": {
    group: "Where to",
    form: "lines",
    description: "The KV namespace: its id (32 hex digits), its binding in the wrangler configuration of the default branch, or its title; or lines of `environment-glob: namespace`. Takes precedence over `namespaces` in the configuration.",
    commands: "all"
  },
  config: {
    group: "Where to",
    description: "The configuration file, read from the default branch (by `validate` from the tree it checks). Optional at the default path.",
    default: ".github/tagship.yml",
    commands: "all"
  },
  "cloudflare-api-token": {
    group: "Access",
    form: "secret",
    description: "A Cloudflare API token with the permission Workers KV Storage: Edit; for `validate`, Read is enough. Default: the environment variable `CLOUDFLARE_API_TOKEN`.",
    commands: "all"
  },
  "cloudflare-account-id": {
    group: "Access",
    description: "The Cloudflare account. Default: the environment variable `CLOUDFLARE_ACCOUNT_ID`.",
    commands: "all"
  },
  "github-token": {
    group: "Access",
    form: "secret",
    description: "A token with `contents: write`, to move tags and write the ledger. With `contents: read`, `deploy` and `reconcile` still write KV, with a warning; `validate` and `history` need no more.",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
    default: "${{ github.token }}",
    commands: "all"
  },
  "dry-run": {
    group: "How",
    form: "boolean",
    description: "`true` prints the plan and writes nothing.",
    commands: "all"
  },
  reason: {
    group: "How",
    description: "Why; kept in the ledger and the summary. Needed with `override`.",
    commands: "all"
  },
  override: {
    group: "How",
    form: "lines",
    description: `Checks to pass over, one per line: ${Object.entries(OVERRIDES).map(([name, meaning]) => `\`${name}\` (${meaning})`).join(", ")}. Needs \`reason\`.`,
    commands: "all"
  }
};




/***/ }),

/***/ 9270:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ Context)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);
/* harmony import */ var fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9896);
/* harmony import */ var os__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(857);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// node_modules/@actions/github/lib/context.js


var Context = class {
  /**
   * Hydrate the context from the environment
   */
  constructor() {
    var _a, _b, _c;
    this.payload = {};
    if (process.env.GITHUB_EVENT_PATH) {
      if ((0,fs__WEBPACK_IMPORTED_MODULE_1__.existsSync)(process.env.GITHUB_EVENT_PATH)) {
        this.payload = JSON.parse((0,fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(process.env.GITHUB_EVENT_PATH, { encoding: "utf8" }));
      } else {
        const path = process.env.GITHUB_EVENT_PATH;
        process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${os__WEBPACK_IMPORTED_MODULE_2__.EOL}`);
      }
    }
    this.eventName = process.env.GITHUB_EVENT_NAME;
    this.sha = process.env.GITHUB_SHA;
    this.ref = process.env.GITHUB_REF;
    this.workflow = process.env.GITHUB_WORKFLOW;
    this.action = process.env.GITHUB_ACTION;
    this.actor = process.env.GITHUB_ACTOR;
    this.job = process.env.GITHUB_JOB;
    this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
    this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
    this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
    this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
    this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
    this.graphqlUrl = (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
  }
  get issue() {
    const payload = this.payload;
    return Object.assign(Object.assign({}, this.repo), { number: (payload.issue || payload.pull_request || payload).number });
  }
  get repo() {
    if (process.env.GITHUB_REPOSITORY) {
      const [owner, repo] = process.env.GITHUB_REPOSITORY.split("/");
      return { owner, repo };
    }
    if (this.payload.repository) {
      return {
        owner: this.payload.repository.owner.login,
        repo: this.payload.repository.name
      };
    }
    throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
  }
};




/***/ }),

/***/ 9133:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Iz: () => (/* binding */ singularType),
/* harmony export */   Jt: () => (/* binding */ pluralType),
/* harmony export */   R8: () => (/* binding */ withoutGeneratedSuffix),
/* harmony export */   V4: () => (/* binding */ PREFIXES),
/* harmony export */   nV: () => (/* binding */ componentId)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/component.ts
var PREFIXES = ["components", "logic"];
function componentId(component) {
  return `${component.type}/${component.name}`;
}
function singularType(type) {
  if (/[^aeiou]ies$/.test(type)) {
    return `${type.slice(0, -3)}y`;
  }
  if (/(?:ss|x|z|ch|sh)es$/.test(type)) {
    return type.slice(0, -2);
  }
  return /[^s]s$/.test(type) ? type.slice(0, -1) : type;
}
function pluralType(type) {
  if (type === "agent-definition") {
    return "agents";
  }
  if (/[^aeiou]y$/.test(type)) {
    return `${type.slice(0, -1)}ies`;
  }
  if (/(?:ss|x|z|ch|sh)$/.test(type)) {
    return `${type}es`;
  }
  return type.endsWith("s") ? type : `${type}s`;
}
function withoutGeneratedSuffix(component) {
  const suffixes = component.type === "agents" ? ["-agent-definition", "-agent"] : [`-${singularType(component.type)}`];
  for (const suffix of suffixes) {
    const rest = component.name.slice(0, -suffix.length);
    if (component.name.endsWith(suffix) && rest !== "" && !rest.endsWith("/")) {
      return rest;
    }
  }
  return void 0;
}




/***/ }),

/***/ 8935:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   As: () => (/* binding */ isReservedEnvironment),
/* harmony export */   f5: () => (/* binding */ environmentProblem),
/* harmony export */   zf: () => (/* binding */ VERSIONS_SLOT)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1745);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8071);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/environment.ts
var VERSIONS_SLOT = "_versions";
var RESERVED = ["latest", _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_1__/* .VERSIONS_FOLDER */ .nL, VERSIONS_SLOT];
function isReservedEnvironment(name) {
  return RESERVED.includes(name) || name.includes("@");
}
function environmentProblem(name) {
  if (name === "") {
    return "it is empty";
  }
  if (isReservedEnvironment(name)) {
    return name.includes("@") ? `\`${name}\` has an \`@\`` : `\`${name}\` is reserved`;
  }
  if ((0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_2__/* .isVersion */ .lF)(name)) {
    return `\`${name}\` is a version`;
  }
  return /[/\s]/.test(name) ? `\`${name}\` has a slash or a space` : void 0;
}




/***/ }),

/***/ 8659:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ redact),
/* harmony export */   S: () => (/* binding */ Secrets)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/secrets.ts
var REDACTED = "[redacted]";
var MIN_SECRET = 6;
var SHAPES = [
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY[A-Z ]{0,20}-----[\s\S]*?(?:-----END [A-Z ]{0,60}-----|$)/g, REDACTED],
  [/gh[pousr]_[A-Za-z0-9]{20,}/g, REDACTED],
  [/github_pat_\w{20,}/g, REDACTED],
  [/(?<![A-Za-z0-9])sk-[\w-]{16,}/g, REDACTED],
  [/(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/g, REDACTED],
  [/(?<![A-Za-z0-9])xox[a-z]-[\w-]{10,}/g, REDACTED],
  [/eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g, REDACTED],
  [/\b((?:Bearer|Basic)\s{1,4})[\w.~+/=-]{12,}/gi, `$1${REDACTED}`],
  [/(:\/\/[^\s/:@]{0,200}:)[^\s/@]{1,500}(@)/g, `$1${REDACTED}$2`],
  [/((?:key|token|secret|passw(?:or)?d|pwd)["']?\s{0,4}[:=]\s{0,4}["']?)[^\s"'`,;&]{12,}/gi, `$1${REDACTED}`]
];
var Secrets = class {
  #secrets = /* @__PURE__ */ new Set();
  #pattern;
  constructor(secrets = []) {
    for (const secret of secrets) {
      this.add(secret);
    }
  }
  /** @returns whether it was not known yet */
  add(secret) {
    const isNew = !this.#secrets.has(secret);
    this.#secrets.add(secret);
    this.#pattern = isNew ? void 0 : this.#pattern;
    return isNew;
  }
  /** Takes the secrets out of a text, in every spelling in which it may have them. */
  hide(text) {
    this.#pattern ??= patternOf([...this.#secrets].flatMap(spellingsOf));
    return text.replace(this.#pattern, REDACTED);
  }
};
function redact(text, secrets) {
  return SHAPES.reduce((clean, [shape, replacement]) => clean.replace(shape, replacement), secrets.hide(text));
}
function patternOf(spellings) {
  const known = [...new Set(spellings)].filter(({ length }) => length >= MIN_SECRET).sort((one, other) => other.length - one.length).map((spelling) => spelling.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return known.length === 0 ? /(?!)/g : new RegExp(known.join("|"), "g");
}
function spellingsOf(secret) {
  const texts = [secret, secret.trim(), ...secret.split(/[\r\n]+/).map((line) => line.trim())];
  return texts.map((text) => text.toWellFormed()).filter(({ length }) => length >= MIN_SECRET).flatMap((text) => {
    const uri = encodeURIComponent(text);
    const lower = uri.replace(/%[0-9A-F]{2}/g, (byte) => byte.toLowerCase());
    const hex = Buffer.from(text).toString("hex");
    return [
      ...[text, uri, lower, uri.replaceAll("%20", "+"), hex, hex.toUpperCase(), inHtml(text)],
      ...jsonOf(text),
      ...base64Of(text)
    ];
  }).flatMap((text) => [text, (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .escaped */ .Mk)(text), (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .spanned */ .eK)(text)]);
}
function jsonOf(text) {
  const json = inJson(text);
  const ascii = json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return [json, inJson(json), ascii, inJson(ascii)];
}
function inJson(text) {
  return JSON.stringify(text).slice(1, -1);
}
var ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
function inHtml(text) {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
function base64Of(secret) {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const [first, end] = [Math.ceil(before * 8 / 6), Math.floor(bytes.length * 8 / 6)];
    return ["base64", "base64url"].map((kind) => bytes.toString(kind).slice(first, end));
  });
}




/***/ }),

/***/ 1006:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ED: () => (/* binding */ parseTag),
/* harmony export */   M8: () => (/* binding */ slotName),
/* harmony export */   j: () => (/* binding */ shortTag),
/* harmony export */   lm: () => (/* binding */ foreignTag),
/* harmony export */   lw: () => (/* binding */ isReservedType)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8935);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9133);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8071);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/domain/tag.ts
function shortTag(ref) {
  return ref.startsWith("refs/tags/") ? ref.slice("refs/tags/".length) : ref;
}
function parseTag(tag) {
  const segments = tag.split("/");
  const prefix = _with_domain_component_js__WEBPACK_IMPORTED_MODULE_2__/* .PREFIXES */ .V4.find((known) => known === segments[0]);
  if (prefix === void 0) {
    return { kind: "foreign" };
  }
  const last = segments.at(-1) ?? "";
  if (segments.length < 3 || segments.includes("")) {
    return { kind: "malformed", reason: "too-short" };
  }
  const slot = (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_3__/* .isVersion */ .lF)(last) ? { kind: "version", version: last } : { kind: "environment", environment: last };
  const names = segments.length === 3 ? segments.slice(1, 2) : segments.slice(2, -1);
  if (names.some((segment) => segment.endsWith(".json"))) {
    return { kind: "malformed", reason: "json-segment" };
  }
  if (slot.kind === "environment" && (0,_with_domain_environment_js__WEBPACK_IMPORTED_MODULE_1__/* .isReservedEnvironment */ .As)(slot.environment)) {
    return { kind: "malformed", reason: "reserved-environment" };
  }
  if (segments.length > 3 && isReservedType(segments[1] ?? "")) {
    return { kind: "malformed", reason: "reserved-type" };
  }
  const name = names.join("/");
  return segments.length === 3 ? { kind: "untyped", prefix, name, slot } : { kind: "component", prefix, type: segments[1] ?? "", name, slot };
}
function foreignTag(tag) {
  return `The tag \`${tag}\` is not under \`components/\` or \`logic/\`: nothing to do.`;
}
function isReservedType(type) {
  return _with_domain_component_js__WEBPACK_IMPORTED_MODULE_2__/* .PREFIXES */ .V4.some((prefix) => prefix === type);
}
function slotName(slot) {
  return slot.kind === "version" ? slot.version : slot.environment;
}




/***/ }),

/***/ 2591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BP: () => (/* binding */ logLine),
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   Dx: () => (/* binding */ linesOf),
/* harmony export */   Ej: () => (/* binding */ size),
/* harmony export */   Mk: () => (/* binding */ escaped),
/* harmony export */   OY: () => (/* binding */ logProperty),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   eK: () => (/* binding */ spanned),
/* harmony export */   g$: () => (/* binding */ printable),
/* harmony export */   p0: () => (/* binding */ duration),
/* harmony export */   pj: () => (/* binding */ plain)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/text.ts
function logLine(text) {
  return logProperty(printable(text)).replace(/^\s*(?=::)/, "$&\\");
}
function logProperty(text) {
  return text.replaceAll("##[", "##\\[");
}
var HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/gu;
function printable(text) {
  return text.replace(HIDDEN, (character) => {
    const hex = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
    return hex.length === 4 ? `\\u${hex}` : `\\u{${hex}}`;
  });
}
function code(text) {
  const clean = text === "" ? " " : spanned(text);
  const longest = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = clean.startsWith("`") || clean.endsWith("`") ? " " : "";
  return `${fence}${pad}${clean}${pad}${fence}`;
}
function spanned(text) {
  return printable(text).replaceAll("|", "\\|");
}
var LINKED = /((?:(?:https?|ftp):\/\/|(?:mailto|xmpp):|\bwww\.)[^\s<>]*[^\s<>.,:;!?'")\]]|(?:\bsha-)?\b(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{7,40}\b)/i;
function plain(text, home) {
  return text.split(LINKED).map((part, i) => i % 2 === 0 ? escaped(part) : isBelow(part, home) ? `<${part}>` : code(part)).join("");
}
function isBelow(address, home) {
  return home !== void 0 && address.startsWith(`${home}/`) && /^[\w./#-]*$/.test(address.slice(home.length));
}
function escaped(text) {
  return printable(text).replace(/[&<>]/g, (character) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[character] ?? character).replace(/[\\`*_{}[\]()#+!|~]/g, "\\$&").replace(/[@#]|GH-(?=\d)/gi, "$&​");
}
function prose(text, home) {
  return text.split(/(`[^`]*`)/).map((part) => /^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : plain(part, home)).join("");
}
function size(bytes) {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1e3);
  if (milliseconds < 6e4) {
    return milliseconds > 0 && milliseconds < 1e3 ? `${Math.round(milliseconds)} ms` : `${Number((milliseconds / 1e3).toFixed(1))} s`;
  }
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) {
    return parts(minutes, "min", seconds % 60, "s");
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? parts(hours, "h", minutes % 60, "min") : parts(Math.floor(hours / 24), "d", hours % 24, "h");
}
function parts(large, largeUnit, small, smallUnit) {
  return `${large} ${largeUnit}${small === 0 ? "" : ` ${small} ${smallUnit}`}`;
}
function count(number, noun) {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
function linesOf(value) {
  return value.split("\n").map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#"));
}




/***/ }),

/***/ 1472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FH: () => (/* binding */ isOfComponent),
/* harmony export */   NT: () => (/* binding */ isOfNamespace),
/* harmony export */   N_: () => (/* binding */ TransientError),
/* harmony export */   Vc: () => (/* binding */ inContext),
/* harmony export */   XF: () => (/* binding */ toTagshipErrors),
/* harmony export */   af: () => (/* binding */ Reported),
/* harmony export */   bP: () => (/* binding */ TagshipError),
/* harmony export */   e3: () => (/* binding */ ownTrouble),
/* harmony export */   g0: () => (/* binding */ TagshipErrors),
/* harmony export */   vI: () => (/* binding */ knownErrors)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/errors.ts
var TagshipError = class extends Error {
  name = "TagshipError";
  code;
  what;
  remedy;
  location;
  /**
   * @param what one or more whole sentences
   * @param remedy one or more whole sentences in the imperative
   */
  constructor(code, what, remedy, options = {}) {
    super(`tagship(${code}): ${what} ${remedy}`, { cause: options.cause });
    this.code = code;
    this.what = what;
    this.remedy = remedy;
    this.location = options.location;
  }
};
var TagshipErrors = class extends Error {
  name = "TagshipErrors";
  errors;
  constructor(errors) {
    super(errors.map((error) => error.message).join("\n"));
    this.errors = errors;
  }
};
var Reported = class extends TagshipErrors {
};
var OF_COMPONENT = [
  "content-",
  "registry-",
  "key-",
  "metadata-",
  "version-",
  "name-refused",
  "tag-",
  "ledger-broken"
];
function isOfComponent(error) {
  return error instanceof TagshipError && OF_COMPONENT.some((one) => error.code.startsWith(one));
}
function isOfNamespace(error) {
  return error instanceof TagshipError && error.code.startsWith("namespace-");
}
function ownTrouble(thrown) {
  const problems = toTagshipErrors(thrown);
  if (!problems.every((one) => isOfComponent(one) || isOfNamespace(one))) {
    throw thrown;
  }
  return problems;
}
var TransientError = class extends Error {
  name = "TransientError";
  failure;
  /** How long the server asked to wait, in milliseconds. */
  retryAfterMs;
  constructor(failure, retryAfterMs) {
    super(failure.message, { cause: failure });
    this.failure = failure;
    this.retryAfterMs = retryAfterMs;
  }
};
function knownErrors(thrown) {
  if (thrown instanceof TagshipError || thrown instanceof TagshipErrors || thrown instanceof TransientError) {
    return toTagshipErrors(thrown);
  }
  throw thrown;
}
function inContext(thrown, what, remedy = (same) => same) {
  return knownErrors(thrown).map(
    (error) => new TagshipError(error.code, what(error.what), remedy(error.remedy), { location: error.location, cause: thrown })
  );
}
function toTagshipErrors(thrown) {
  if (thrown instanceof TagshipErrors) {
    return thrown.errors;
  }
  if (thrown instanceof TransientError) {
    return [thrown.failure];
  }
  if (thrown instanceof TagshipError) {
    return [thrown];
  }
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  if (thrown instanceof Error && "syscall" in thrown && "code" in thrown) {
    return [
      new TagshipError(
        "runner-unusable",
        `The runner refused what Tagship asked of it: ${text.replace(/\.?$/, ".")}`,
        "Look for a full disk, too little memory or missing permissions on the runner, then run the job again.",
        { cause: thrown }
      )
    ];
  }
  return [
    new TagshipError(
      "internal",
      `Unexpected failure: ${text.replace(/\.?$/, ".")}`,
      "Run the job again with debug logging on, and report it with the log if it stays.",
      { cause: thrown }
    )
  ];
}




/***/ }),

/***/ 2787:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EE: () => (/* binding */ typoCost),
/* harmony export */   HX: () => (/* binding */ typoBound),
/* harmony export */   au: () => (/* binding */ didYouMean),
/* harmony export */   bm: () => (/* binding */ nearestVersion),
/* harmony export */   fC: () => (/* binding */ require_mod),
/* harmony export */   pA: () => (/* binding */ nearest),
/* harmony export */   qw: () => (/* binding */ nearestOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8071);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// node_modules/fastest-levenshtein/mod.js
var require_mod = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__commonJS */ .P$)({
  "node_modules/fastest-levenshtein/mod.js"(exports) {
    "use strict";
    exports.__esModule = true;
    exports.distance = exports.closest = void 0;
    var peq = new Uint32Array(65536);
    var myers_32 = function(a, b) {
      var n = a.length;
      var m = b.length;
      var lst = 1 << n - 1;
      var pv = -1;
      var mv = 0;
      var sc = n;
      var i = n;
      while (i--) {
        peq[a.charCodeAt(i)] |= 1 << i;
      }
      for (i = 0; i < m; i++) {
        var eq = peq[b.charCodeAt(i)];
        var xv = eq | mv;
        eq |= (eq & pv) + pv ^ pv;
        mv |= ~(eq | pv);
        pv &= eq;
        if (mv & lst) {
          sc++;
        }
        if (pv & lst) {
          sc--;
        }
        mv = mv << 1 | 1;
        pv = pv << 1 | ~(xv | mv);
        mv &= xv;
      }
      i = n;
      while (i--) {
        peq[a.charCodeAt(i)] = 0;
      }
      return sc;
    };
    var myers_x = function(b, a) {
      var n = a.length;
      var m = b.length;
      var mhc = [];
      var phc = [];
      var hsize = Math.ceil(n / 32);
      var vsize = Math.ceil(m / 32);
      for (var i = 0; i < hsize; i++) {
        phc[i] = -1;
        mhc[i] = 0;
      }
      var j = 0;
      for (; j < vsize - 1; j++) {
        var mv_1 = 0;
        var pv_1 = -1;
        var start_1 = j * 32;
        var vlen_1 = Math.min(32, m) + start_1;
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] |= 1 << k;
        }
        for (var i = 0; i < n; i++) {
          var eq = peq[a.charCodeAt(i)];
          var pb = phc[i / 32 | 0] >>> i & 1;
          var mb = mhc[i / 32 | 0] >>> i & 1;
          var xv = eq | mv_1;
          var xh = ((eq | mb) & pv_1) + pv_1 ^ pv_1 | eq | mb;
          var ph = mv_1 | ~(xh | pv_1);
          var mh = pv_1 & xh;
          if (ph >>> 31 ^ pb) {
            phc[i / 32 | 0] ^= 1 << i;
          }
          if (mh >>> 31 ^ mb) {
            mhc[i / 32 | 0] ^= 1 << i;
          }
          ph = ph << 1 | pb;
          mh = mh << 1 | mb;
          pv_1 = mh | ~(xv | ph);
          mv_1 = ph & xv;
        }
        for (var k = start_1; k < vlen_1; k++) {
          peq[b.charCodeAt(k)] = 0;
        }
      }
      var mv = 0;
      var pv = -1;
      var start = j * 32;
      var vlen = Math.min(32, m - start) + start;
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] |= 1 << k;
      }
      var score = m;
      for (var i = 0; i < n; i++) {
        var eq = peq[a.charCodeAt(i)];
        var pb = phc[i / 32 | 0] >>> i & 1;
        var mb = mhc[i / 32 | 0] >>> i & 1;
        var xv = eq | mv;
        var xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
        var ph = mv | ~(xh | pv);
        var mh = pv & xh;
        score += ph >>> m - 1 & 1;
        score -= mh >>> m - 1 & 1;
        if (ph >>> 31 ^ pb) {
          phc[i / 32 | 0] ^= 1 << i;
        }
        if (mh >>> 31 ^ mb) {
          mhc[i / 32 | 0] ^= 1 << i;
        }
        ph = ph << 1 | pb;
        mh = mh << 1 | mb;
        pv = mh | ~(xv | ph);
        mv = ph & xv;
      }
      for (var k = start; k < vlen; k++) {
        peq[b.charCodeAt(k)] = 0;
      }
      return score;
    };
    var distance2 = function(a, b) {
      if (a.length < b.length) {
        var tmp = b;
        b = a;
        a = tmp;
      }
      if (b.length === 0) {
        return a.length;
      }
      if (a.length <= 32) {
        return myers_32(a, b);
      }
      return myers_x(a, b);
    };
    exports.distance = distance2;
    var closest2 = function(str, arr) {
      var min_distance = Infinity;
      var min_index = 0;
      for (var i = 0; i < arr.length; i++) {
        var dist = distance2(str, arr[i]);
        if (dist < min_distance) {
          min_distance = dist;
          min_index = i;
        }
      }
      return arr[min_index];
    };
    exports.closest = closest2;
  }
});

// src/domain/nearest.ts
var import_fastest_levenshtein = (0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__toESM */ .f1)(require_mod(), 1);
function typoBound(length) {
  return length <= 3 ? 1 : length <= 6 ? 2 : 3;
}
function nearest(written, known) {
  let best;
  for (const name of known) {
    const cost = typoCost(written.toLowerCase(), name.toLowerCase()) ?? Number.POSITIVE_INFINITY;
    if (cost < (best?.cost ?? Number.POSITIVE_INFINITY) || best?.cost === cost && name < best.name) {
      best = { name, cost };
    }
  }
  return best?.name;
}
function typoCost(a, b) {
  const longer = Math.max(a.length, b.length);
  const bound = Math.min(typoBound(longer), longer - 1);
  if (Math.abs(a.length - b.length) > bound) {
    return void 0;
  }
  let start = 0;
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) {
    start++;
  }
  let end = 0;
  const rest = Math.min(a.length, b.length) - start;
  while (end < rest && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) {
    end++;
  }
  const edits = (0, import_fastest_levenshtein.distance)(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return edits <= bound ? edits : void 0;
}
function didYouMean(written, known) {
  const near = nearest(written, known);
  return near === void 0 ? "" : ` Did you mean \`${near}\`?`;
}
function nearestOf(written, known) {
  return didYouMean(written, known) || (known.length === 0 ? "" : ` The nearest there is \`${(0, import_fastest_levenshtein.closest)(written, known)}\`.`);
}
function nearestVersion(written, versions) {
  let best;
  for (const version of versions) {
    const edits = (0, import_fastest_levenshtein.distance)(written, version);
    const isBetter = best === void 0 || edits < best.edits || edits === best.edits && (0,_with_semver_2_js__WEBPACK_IMPORTED_MODULE_1__/* .compareVersions */ .Zy)(version, best.version) > 0;
    if (isBetter) {
      best = { version, edits };
    }
  }
  return best?.version;
}




/***/ }),

/***/ 1745:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hs: () => (/* binding */ dayLine),
/* harmony export */   QQ: () => (/* binding */ parseVersionsPath),
/* harmony export */   ao: () => (/* binding */ SHARES_FILE),
/* harmony export */   d: () => (/* binding */ TIME_FOLDER),
/* harmony export */   dn: () => (/* binding */ versionsPath),
/* harmony export */   gL: () => (/* binding */ HOLDS_FILE),
/* harmony export */   kk: () => (/* binding */ lastBefore),
/* harmony export */   nL: () => (/* binding */ VERSIONS_FOLDER),
/* harmony export */   nX: () => (/* binding */ contentPath),
/* harmony export */   s3: () => (/* binding */ entryPath),
/* harmony export */   td: () => (/* binding */ parseEntryPath),
/* harmony export */   yl: () => (/* binding */ dayPath)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/ledger/layout.ts
var VERSIONS_FOLDER = "versions";
var TIME_FOLDER = ".at";
var HOLDS_FILE = ".holds.json";
var SHARES_FILE = ".shares.json";
function entryPath(environment, { prefix, type, name }) {
  return joined(environment, prefix, type, `${name}.json`);
}
function contentPath(environment, { prefix, type, name }) {
  return joined(environment, prefix, type, `${name}~content`);
}
function versionsPath({ prefix, type, name }) {
  return joined(VERSIONS_FOLDER, prefix, type, `${name}.json`);
}
function joined(...segments) {
  return segments.join("/");
}
function parseEntryPath(path) {
  const match = /^([^/]+)\/(components|logic)\/([^/]+)\/(.+)\.json$/.exec(path);
  const [, environment = "", prefix = "", type = "", name = ""] = match ?? [];
  return match === null || environment === VERSIONS_FOLDER ? void 0 : { environment, component: { prefix, type, name } };
}
function parseVersionsPath(path) {
  const match = /^versions\/(components|logic)\/([^/]+)\/(.+)\.json$/.exec(path);
  const [, prefix = "", type = "", name = ""] = match ?? [];
  return match === null ? void 0 : { prefix, type, name };
}
function dayPath(time) {
  const [year = "", month = "", day = ""] = new Date(time * 1e3).toISOString().slice(0, 10).split("-");
  return `${TIME_FOLDER}/${year}-${month}/${day}`;
}
function dayLine(time, commit) {
  return `${time} ${commit}
`;
}
function lastBefore(day, time) {
  let found;
  for (const line of day.split("\n")) {
    const [at = "", commit] = line.split(" ");
    if (commit !== void 0 && Number(at) <= time) {
      found = commit;
    }
  }
  return found;
}




/***/ }),

/***/ 8071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Eb: () => (/* binding */ require_debug),
/* harmony export */   FY: () => (/* binding */ require_semver),
/* harmony export */   LN: () => (/* binding */ require_parse_options),
/* harmony export */   MQ: () => (/* binding */ isStable),
/* harmony export */   Wh: () => (/* binding */ require_constants),
/* harmony export */   YV: () => (/* binding */ require_re),
/* harmony export */   YZ: () => (/* binding */ meantVersion),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   lF: () => (/* binding */ isVersion),
/* harmony export */   sH: () => (/* binding */ require_parse),
/* harmony export */   t: () => (/* binding */ highestVersion),
/* harmony export */   wj: () => (/* binding */ unversionedName)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8995);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// node_modules/semver/internal/debug.js
var require_debug = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__commonJS */ .P$)({
  "node_modules/semver/internal/debug.js"(exports, module) {
    "use strict";
    var debug = typeof process === "object" && process.env && process.env.NODE_DEBUG && /\bsemver\b/i.test(process.env.NODE_DEBUG) ? (...args) => console.error("SEMVER", ...args) : () => {
    };
    module.exports = debug;
  }
});

// node_modules/semver/internal/constants.js
var require_constants = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__commonJS */ .P$)({
  "node_modules/semver/internal/constants.js"(exports, module) {
    "use strict";
    var SEMVER_SPEC_VERSION = "2.0.0";
    var MAX_LENGTH = 256;
    var MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER || /* istanbul ignore next */
    9007199254740991;
    var MAX_SAFE_COMPONENT_LENGTH = 16;
    var MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6;
    var WHITESPACE_CHARACTERS = [
      "	",
      "\n",
      "\v",
      "\f",
      "\r",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      " ",
      "\u2028",
      "\u2029",
      " ",
      " ",
      "　",
      "\uFEFF"
    ];
    var RELEASE_TYPES = [
      "major",
      "premajor",
      "minor",
      "preminor",
      "patch",
      "prepatch",
      "prerelease"
    ];
    module.exports = {
      MAX_LENGTH,
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_SAFE_INTEGER,
      WHITESPACE_CHARACTERS,
      RELEASE_TYPES,
      SEMVER_SPEC_VERSION,
      FLAG_INCLUDE_PRERELEASE: 1,
      FLAG_LOOSE: 2
    };
  }
});

// node_modules/semver/internal/re.js
var require_re = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__commonJS */ .P$)({
  "node_modules/semver/internal/re.js"(exports, module) {
    "use strict";
    var {
      MAX_SAFE_COMPONENT_LENGTH,
      MAX_SAFE_BUILD_LENGTH,
      MAX_LENGTH
    } = require_constants();
    var debug = require_debug();
    exports = module.exports = {};
    var re = exports.re = [];
    var safeRe = exports.safeRe = [];
    var src = exports.src = [];
    var safeSrc = exports.safeSrc = [];
    var t = exports.t = {};
    var R = 0;
    var LETTERDASHNUMBER = "[a-zA-Z0-9-]";
    var safeRegexReplacements = [
      ["\\s", 1],
      ["\\d", MAX_LENGTH],
      [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH]
    ];
    var makeSafeRegex = (value) => {
      for (const [token, max] of safeRegexReplacements) {
        value = value.split(`${token}*`).join(`${token}{0,${max}}`).split(`${token}+`).join(`${token}{1,${max}}`);
      }
      return value;
    };
    var createToken = (name, value, isGlobal) => {
      const safe = makeSafeRegex(value);
      const index = R++;
      debug(name, index, value);
      t[name] = index;
      src[index] = value;
      safeSrc[index] = safe;
      re[index] = new RegExp(value, isGlobal ? "g" : void 0);
      safeRe[index] = new RegExp(safe, isGlobal ? "g" : void 0);
    };
    createToken("NUMERICIDENTIFIER", "0|[1-9]\\d*");
    createToken("NUMERICIDENTIFIERLOOSE", "\\d+");
    createToken("NONNUMERICIDENTIFIER", `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`);
    createToken("MAINVERSION", `(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})\\.(${src[t.NUMERICIDENTIFIER]})`);
    createToken("MAINVERSIONLOOSE", `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})\\.(${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASEIDENTIFIER", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIER]})`);
    createToken("PRERELEASEIDENTIFIERLOOSE", `(?:${src[t.NONNUMERICIDENTIFIER]}|${src[t.NUMERICIDENTIFIERLOOSE]})`);
    createToken("PRERELEASE", `(?:-(${src[t.PRERELEASEIDENTIFIER]}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`);
    createToken("PRERELEASELOOSE", `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`);
    createToken("BUILDIDENTIFIER", `${LETTERDASHNUMBER}+`);
    createToken("BUILD", `(?:\\+(${src[t.BUILDIDENTIFIER]}(?:\\.${src[t.BUILDIDENTIFIER]})*))`);
    createToken("FULLPLAIN", `v?${src[t.MAINVERSION]}${src[t.PRERELEASE]}?${src[t.BUILD]}?`);
    createToken("FULL", `^${src[t.FULLPLAIN]}$`);
    createToken("LOOSEPLAIN", `[v=\\s]*${src[t.MAINVERSIONLOOSE]}${src[t.PRERELEASELOOSE]}?${src[t.BUILD]}?`);
    createToken("LOOSE", `^${src[t.LOOSEPLAIN]}$`);
    createToken("GTLT", "((?:<|>)?=?)");
    createToken("XRANGEIDENTIFIERLOOSE", `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`);
    createToken("XRANGEIDENTIFIER", `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`);
    createToken("XRANGEPLAIN", `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:\\.(${src[t.XRANGEIDENTIFIER]})(?:${src[t.PRERELEASE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGEPLAINLOOSE", `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})(?:${src[t.PRERELEASELOOSE]})?${src[t.BUILD]}?)?)?`);
    createToken("XRANGE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`);
    createToken("XRANGELOOSE", `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COERCEPLAIN", `${"(^|[^\\d])(\\d{1,"}${MAX_SAFE_COMPONENT_LENGTH}})(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`);
    createToken("COERCE", `${src[t.COERCEPLAIN]}(?:$|[^\\d])`);
    createToken("COERCEFULL", src[t.COERCEPLAIN] + `(?:${src[t.PRERELEASE]})?(?:${src[t.BUILD]})?(?:$|[^\\d])`);
    createToken("COERCERTL", src[t.COERCE], true);
    createToken("COERCERTLFULL", src[t.COERCEFULL], true);
    createToken("LONETILDE", "(?:~>?)");
    createToken("TILDETRIM", `(\\s*)${src[t.LONETILDE]}\\s+`, true);
    exports.tildeTrimReplace = "$1~";
    createToken("TILDE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`);
    createToken("TILDELOOSE", `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("LONECARET", "(?:\\^)");
    createToken("CARETTRIM", `(\\s*)${src[t.LONECARET]}\\s+`, true);
    exports.caretTrimReplace = "$1^";
    createToken("CARET", `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`);
    createToken("CARETLOOSE", `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`);
    createToken("COMPARATORLOOSE", `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`);
    createToken("COMPARATOR", `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`);
    createToken("COMPARATORTRIM", `(\\s*)${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true);
    exports.comparatorTrimReplace = "$1$2$3";
    createToken("HYPHENRANGE", `^\\s*(${src[t.XRANGEPLAIN]})\\s+-\\s+(${src[t.XRANGEPLAIN]})\\s*$`);
    createToken("HYPHENRANGELOOSE", `^\\s*(${src[t.XRANGEPLAINLOOSE]})\\s+-\\s+(${src[t.XRANGEPLAINLOOSE]})\\s*$`);
    createToken("STAR", "(<|>)?=?\\s*\\*");
    createToken("GTE0", "^\\s*>=\\s*0\\.0\\.0\\s*$");
    createToken("GTE0PRE", "^\\s*>=\\s*0\\.0\\.0-0\\s*$");
  }
});

// node_modules/semver/internal/parse-options.js
var require_parse_options = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__commonJS */ .P$)({
  "node_modules/semver/internal/parse-options.js"(exports, module) {
    "use strict";
    var looseOption = Object.freeze({ loose: true });
    var emptyOpts = Object.freeze({});
    var parseOptions = (options) => {
      if (!options) {
        return emptyOpts;
      }
      if (typeof options !== "object") {
        return looseOption;
      }
      return options;
    };
    module.exports = parseOptions;
  }
});

// node_modules/semver/internal/identifiers.js
var require_identifiers = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__commonJS */ .P$)({
  "node_modules/semver/internal/identifiers.js"(exports, module) {
    "use strict";
    var numeric = /^[0-9]+$/;
    var compareIdentifiers = (a, b) => {
      if (typeof a === "number" && typeof b === "number") {
        return a === b ? 0 : a < b ? -1 : 1;
      }
      const anum = numeric.test(a);
      const bnum = numeric.test(b);
      if (anum && bnum) {
        a = +a;
        b = +b;
      }
      return a === b ? 0 : anum && !bnum ? -1 : bnum && !anum ? 1 : a < b ? -1 : 1;
    };
    var rcompareIdentifiers = (a, b) => compareIdentifiers(b, a);
    module.exports = {
      compareIdentifiers,
      rcompareIdentifiers
    };
  }
});

// node_modules/semver/classes/semver.js
var require_semver = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__commonJS */ .P$)({
  "node_modules/semver/classes/semver.js"(exports, module) {
    "use strict";
    var debug = require_debug();
    var { MAX_LENGTH, MAX_SAFE_INTEGER } = require_constants();
    var { safeRe: re, t } = require_re();
    var parseOptions = require_parse_options();
    var { compareIdentifiers } = require_identifiers();
    var isPrereleaseIdentifier = (prerelease2, identifier) => {
      const identifiers = identifier.split(".");
      if (identifiers.length > prerelease2.length) {
        return false;
      }
      for (let i = 0; i < identifiers.length; i++) {
        if (compareIdentifiers(prerelease2[i], identifiers[i]) !== 0) {
          return false;
        }
      }
      return true;
    };
    var SemVer = class _SemVer {
      constructor(version, options) {
        options = parseOptions(options);
        if (version instanceof _SemVer) {
          if (version.loose === !!options.loose && version.includePrerelease === !!options.includePrerelease) {
            return version;
          } else {
            version = version.version;
          }
        } else if (typeof version !== "string") {
          throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`);
        }
        if (version.length > MAX_LENGTH) {
          throw new TypeError(
            `version is longer than ${MAX_LENGTH} characters`
          );
        }
        debug("SemVer", version, options);
        this.options = options;
        this.loose = !!options.loose;
        this.includePrerelease = !!options.includePrerelease;
        const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL]);
        if (!m) {
          throw new TypeError(`Invalid Version: ${version}`);
        }
        this.raw = version;
        this.major = +m[1];
        this.minor = +m[2];
        this.patch = +m[3];
        if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
          throw new TypeError("Invalid major version");
        }
        if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
          throw new TypeError("Invalid minor version");
        }
        if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
          throw new TypeError("Invalid patch version");
        }
        if (!m[4]) {
          this.prerelease = [];
        } else {
          this.prerelease = m[4].split(".").map((id) => {
            if (/^[0-9]+$/.test(id)) {
              const num = +id;
              if (num >= 0 && num < MAX_SAFE_INTEGER) {
                return num;
              }
            }
            return id;
          });
        }
        this.build = m[5] ? m[5].split(".") : [];
        this.format();
      }
      format() {
        this.version = `${this.major}.${this.minor}.${this.patch}`;
        if (this.prerelease.length) {
          this.version += `-${this.prerelease.join(".")}`;
        }
        return this.version;
      }
      toString() {
        return this.version;
      }
      compare(other) {
        debug("SemVer.compare", this.version, this.options, other);
        if (!(other instanceof _SemVer)) {
          if (typeof other === "string" && other === this.version) {
            return 0;
          }
          other = new _SemVer(other, this.options);
        }
        if (other.version === this.version) {
          return 0;
        }
        return this.compareMain(other) || this.comparePre(other);
      }
      compareMain(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.major < other.major) {
          return -1;
        }
        if (this.major > other.major) {
          return 1;
        }
        if (this.minor < other.minor) {
          return -1;
        }
        if (this.minor > other.minor) {
          return 1;
        }
        if (this.patch < other.patch) {
          return -1;
        }
        if (this.patch > other.patch) {
          return 1;
        }
        return 0;
      }
      comparePre(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        if (this.prerelease.length && !other.prerelease.length) {
          return -1;
        } else if (!this.prerelease.length && other.prerelease.length) {
          return 1;
        } else if (!this.prerelease.length && !other.prerelease.length) {
          return 0;
        }
        let i = 0;
        do {
          const a = this.prerelease[i];
          const b = other.prerelease[i];
          debug("prerelease compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      compareBuild(other) {
        if (!(other instanceof _SemVer)) {
          other = new _SemVer(other, this.options);
        }
        let i = 0;
        do {
          const a = this.build[i];
          const b = other.build[i];
          debug("build compare", i, a, b);
          if (a === void 0 && b === void 0) {
            return 0;
          } else if (b === void 0) {
            return 1;
          } else if (a === void 0) {
            return -1;
          } else if (a === b) {
            continue;
          } else {
            return compareIdentifiers(a, b);
          }
        } while (++i);
      }
      // preminor will bump the version up to the next minor release, and immediately
      // down to pre-release. premajor and prepatch work the same way.
      inc(release, identifier, identifierBase) {
        if (release.startsWith("pre")) {
          if (!identifier && identifierBase === false) {
            throw new Error("invalid increment argument: identifier is empty");
          }
          if (identifier) {
            const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE]);
            if (!match || match[1] !== identifier) {
              throw new Error(`invalid identifier: ${identifier}`);
            }
          }
        }
        switch (release) {
          case "premajor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor = 0;
            this.major++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "preminor":
            this.prerelease.length = 0;
            this.patch = 0;
            this.minor++;
            this.inc("pre", identifier, identifierBase);
            break;
          case "prepatch":
            this.prerelease.length = 0;
            this.inc("patch", identifier, identifierBase);
            this.inc("pre", identifier, identifierBase);
            break;
          // If the input is a non-prerelease version, this acts the same as
          // prepatch.
          case "prerelease":
            if (this.prerelease.length === 0) {
              this.inc("patch", identifier, identifierBase);
            }
            this.inc("pre", identifier, identifierBase);
            break;
          case "release":
            if (this.prerelease.length === 0) {
              throw new Error(`version ${this.raw} is not a prerelease`);
            }
            this.prerelease.length = 0;
            break;
          case "major":
            if (this.minor !== 0 || this.patch !== 0 || this.prerelease.length === 0) {
              this.major++;
            }
            this.minor = 0;
            this.patch = 0;
            this.prerelease = [];
            break;
          case "minor":
            if (this.patch !== 0 || this.prerelease.length === 0) {
              this.minor++;
            }
            this.patch = 0;
            this.prerelease = [];
            break;
          case "patch":
            if (this.prerelease.length === 0) {
              this.patch++;
            }
            this.prerelease = [];
            break;
          // This probably shouldn't be used publicly.
          // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
          case "pre": {
            const base = Number(identifierBase) ? 1 : 0;
            if (this.prerelease.length === 0) {
              this.prerelease = [base];
            } else {
              let i = this.prerelease.length;
              while (--i >= 0) {
                if (typeof this.prerelease[i] === "number") {
                  this.prerelease[i]++;
                  i = -2;
                }
              }
              if (i === -1) {
                if (identifier === this.prerelease.join(".") && identifierBase === false) {
                  throw new Error("invalid increment argument: identifier already exists");
                }
                this.prerelease.push(base);
              }
            }
            if (identifier) {
              let prerelease2 = [identifier, base];
              if (identifierBase === false) {
                prerelease2 = [identifier];
              }
              if (isPrereleaseIdentifier(this.prerelease, identifier)) {
                const prereleaseBase = this.prerelease[identifier.split(".").length];
                if (isNaN(prereleaseBase)) {
                  this.prerelease = prerelease2;
                }
              } else {
                this.prerelease = prerelease2;
              }
            }
            break;
          }
          default:
            throw new Error(`invalid increment argument: ${release}`);
        }
        this.raw = this.format();
        if (this.build.length) {
          this.raw += `+${this.build.join(".")}`;
        }
        return this;
      }
    };
    module.exports = SemVer;
  }
});

// node_modules/semver/functions/compare-build.js
var require_compare_build = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__commonJS */ .P$)({
  "node_modules/semver/functions/compare-build.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var compareBuild2 = (a, b, loose) => {
      const versionA = new SemVer(a, loose);
      const versionB = new SemVer(b, loose);
      return versionA.compare(versionB) || versionA.compareBuild(versionB);
    };
    module.exports = compareBuild2;
  }
});

// node_modules/semver/functions/parse.js
var require_parse = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__commonJS */ .P$)({
  "node_modules/semver/functions/parse.js"(exports, module) {
    "use strict";
    var SemVer = require_semver();
    var parse2 = (version, options, throwErrors = false) => {
      if (version instanceof SemVer) {
        return version;
      }
      try {
        return new SemVer(version, options);
      } catch (er) {
        if (!throwErrors) {
          return null;
        }
        throw er;
      }
    };
    module.exports = parse2;
  }
});

// node_modules/semver/functions/prerelease.js
var require_prerelease = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__commonJS */ .P$)({
  "node_modules/semver/functions/prerelease.js"(exports, module) {
    "use strict";
    var parse2 = require_parse();
    var prerelease2 = (version, options) => {
      const parsed = parse2(version, options);
      return parsed && parsed.prerelease.length ? parsed.prerelease : null;
    };
    module.exports = prerelease2;
  }
});

// src/domain/version.ts
var import_compare_build = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__toESM */ .f1)(require_compare_build(), 1);
var import_parse = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__toESM */ .f1)(require_parse(), 1);
var import_prerelease = (0,_with_js__WEBPACK_IMPORTED_MODULE_1__/* .__toESM */ .f1)(require_prerelease(), 1);
function isVersion(slot) {
  return /^v\d\S*$/.test(slot) && (0, import_parse.default)(slot) !== null;
}
function meantVersion(text) {
  const looks = /^(?:v\d+(?:\.|$)|\d+\.\d)/i.test(text);
  if (!looks || isVersion(text)) {
    return void 0;
  }
  const [, core = "", rest = ""] = /^v?(\d+(?:\.\d+){0,2})(.*)$/i.exec(text) ?? [];
  const numbers = [...core.split("."), "0", "0"].slice(0, 3).map((number) => number.replace(/^0+(?=\d)/, ""));
  const meant = `v${numbers.join(".")}${rest}`;
  return isVersion(meant) ? meant : "vX.Y.Z";
}
function compareVersions(a, b) {
  const [one, other] = [(0, import_parse.default)(a), (0, import_parse.default)(b)];
  const order = one === null || other === null ? Number(one !== null) - Number(other !== null) : (0, import_compare_build.default)(one, other);
  return order || (a < b ? -1 : a > b ? 1 : 0);
}
function isStable(version) {
  return isVersion(version) && (0, import_prerelease.default)(version) === null;
}
function highestVersion(versions) {
  let highest;
  for (const version of versions) {
    if (highest === void 0 || compareVersions(version, highest) > 0) {
      highest = version;
    }
  }
  return highest;
}
function unversionedName(commit) {
  return `sha-${commit.slice(0, 12)}`;
}




/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return {"213":"with-guard-gate-rollback","511":"publish","1167":"commands-restore","1341":"validation-sarif","1495":"local","1799":"github-github-forge","2015":"http-fetch","2129":"commands-promote","2237":"action-summary","2254":"commands-rebuild","2304":"with-domain-tag-rules","2349":"with-commands-promotion","2610":"with-action-request","3151":"action-validate-comment","3161":"commands-reconcile","3173":"guard-guard","3374":"with-gate-experiment","3410":"commands-page","3517":"adapters-notifier","3597":"rollout-rollout","3722":"commands-deploy","3813":"rollout-lower","4091":"commands-validate","4229":"action-notifications","4439":"with-engine-move","4453":"adapters-set-up","4744":"cli-complete","4903":"with-json-p3","4917":"commands-rollback","5036":"with-action-markdown","5368":"gate-resolve","5543":"actions-github","5741":"with-commands-post-mortem","5792":"commands-describe","6260":"commands-comment","6269":"kv-cloudflare-kv","6608":"initialize","6774":"kv-sdk","6788":"adapters-time-limit","6822":"commands-reconcile-logic","6986":"commands-backtest","7027":"with-commands-describe","7248":"with-domain-ownership","7340":"metrics-http-probes","7434":"references-script","7672":"adapters-report-file","7802":"with-zod","7958":"with-providers-prometheus","7983":"page-document","8093":"commands-history","8229":"metrics-metric-sources","8341":"action-timestamp-schema","8468":"page-asset","8482":"commands-compare","8658":"with-jsonc-parser","8724":"action-input-names","8989":"doctor-doctor","9200":"with-gate-resolve","9226":"commands-track","9362":"action-result-schema","9394":"terminal","9479":"main","9666":"with-engine-fault-isolation"}[chunkId] + ".js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(1296);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

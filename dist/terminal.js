export const id = 9394;
export const ids = [9394,2610];
export const modules = {

/***/ 9394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fromProcess: () => (/* binding */ fromProcess),
/* harmony export */   terminal: () => (/* binding */ terminal)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1817);
/* harmony import */ var _with_commander_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5705);
/* harmony import */ var _with_action_version_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1480);
/* harmony import */ var _with_domain_remote_url_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1546);
/* harmony import */ var _with_git_clone_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4991);
/* harmony import */ var _with_git_process_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8079);
/* harmony import */ var _with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5747);
/* harmony import */ var _with_domain_rebuild_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4385);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1729);
/* harmony import */ var _with_action_console_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8611);
/* harmony import */ var _with_action_event_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(8736);
/* harmony import */ var _with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(8659);
/* harmony import */ var _with_domain_tag_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1006);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(2591);
/* harmony import */ var _with_action_spec_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(8685);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_18__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_19__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_20__ = __webpack_require__(8071);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_21__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_22__ = __webpack_require__(3667);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_23__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_24__ = __webpack_require__(6760);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_25__ = __webpack_require__(7975);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);























// src/terminal.ts



// src/cli/screen.ts


// src/cli/flag-wording.ts
var NAMES = Object.keys(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_17__/* .INPUTS */ .mc).join("|");
var INPUT = new RegExp(`\\b([Tt]he|[Nn]o|[Aa]n|[Oo]f the) inputs? ((?:\`(?:${NAMES})\`(?:, | and | or )?)+)`, "g");
var NAME = new RegExp(`\`(${NAMES})\``, "g");
var OWN = NAMES.replace(/\b(?:command|initial-delay|interval|bake|count|failure-limit)\|/g, "");
var GIVEN = new RegExp(`\\b([Gg]ive|[Ww]ith|[Pp]ass (?:[\\w ]+ )?as) ((?:\`(?:${OWN})\`(?:, | and | or )?)+)`, "g");
var VALUE = /`(override|heal|prune|deep|percentage|version): ([\w.-]+)`/g;
var GITHUB_TOKENS = "set `GITHUB_TOKEN` or `GH_TOKEN` (for a GitHub Enterprise Server `GH_ENTERPRISE_TOKEN`), or log in with `gh auth login`";
function withFlags(text) {
  return text.replace("Give it in the `with:` of the step.", "Give it as a flag.").replace(" from a secret, or set the environment variable `GITHUB_TOKEN`", `, ${GITHUB_TOKENS}`).replace(/Give the job `permissions: ([^`]+)`/g, "Use a token with `$1`").replace(" from a secret,", ",").replaceAll("Run the job again", "Run the command again").replaceAll("run the job again", "run the command again").replace(VALUE, (_, name, value) => `\`${flagOf(name)}${value === "true" ? "" : ` ${value}`}\``).replace(/ (?:and|with) a `reason`/g, " and `--reason`").replace(GIVEN, (_, verb, names) => `${verb} ${flagsIn(names)}`).replace(INPUT, (whole, article, names) => {
    const noun = whole.includes("inputs ") ? "flags" : "flag";
    return `${article} ${noun} ${flagsIn(names)}`;
  });
}
function flagsIn(names) {
  return names.replace(NAME, (_, name) => `\`${flagOf(name)}\``);
}
function flagOf(name) {
  const spec = Object.hasOwn(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_17__/* .INPUTS */ .mc, name) ? _with_action_spec_js__WEBPACK_IMPORTED_MODULE_17__/* .INPUTS */ .mc[name] : void 0;
  return spec?.form === "secret" ? `--${name}-file` : `--${name}`;
}

// src/cli/screen.ts
var FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];
var FRAME_MS = 100;
var Screen = class {
  #options;
  #progress;
  /** The whole result of the command. */
  result;
  constructor(options) {
    this.#options = options;
    this.#progress = new Progress(options.stderr, isLively(options));
  }
  /** What a command says its log to. @param isPlan whether what it did is only shown, before it is done */
  toolkit({ isPlan = false } = {}) {
    const said = (level, style) => {
      return (message) => this.say(`${this.paint(style, `${level}:`)} ${withFlags(textOf(message))}`);
    };
    return {
      annotates: false,
      debug: (message) => {
        if (this.#options.environment.TAGSHIP_DEBUG) {
          this.say(message);
        }
      },
      error: (message, { file, startLine, startColumn } = {}) => {
        const place = [file, startLine, startColumn].filter((part) => part !== void 0).join(":");
        this.say(`${this.#error(textOf(message))}${place === "" ? "" : `
  ${place}`}`);
      },
      warning: said("warning", "yellow"),
      notice: said("note", "cyan"),
      info: (line) => this.say(this.paint("dim", line)),
      result: (line) => {
        if (isPlan) {
          this.say(`  ${this.#result(line)}`);
        } else {
          this.#print(line);
        }
      },
      group: (title, work) => this.#progress.during(title, work, (line) => this.say(this.paint("dim", line))),
      setSecret: () => void 0,
      setOutput: () => void 0,
      summary: async () => void 0
    };
  }
  /** Keeps the result of a command. */
  keep(result) {
    this.result = result;
  }
  /** Says a line on standard error. */
  say(line) {
    this.#progress.pause(() => this.#options.stderr.write(`${line}
`));
  }
  /** Prints text for a program, or for people who asked for it, on standard output. */
  print(text) {
    this.#progress.pause(() => this.#options.stdout.write(text.endsWith("\n") ? text : `${text}
`));
  }
  /** A text in a colour, where standard error shows colours. */
  paint(style, text) {
    return paint(style, text, hasColours(this.#options.stderr, this.#options.environment));
  }
  #print(line) {
    if (this.#options.json) {
      this.say(this.#result(line));
    } else {
      this.print(this.#result(line, this.#options.stdout));
    }
  }
  #error(message) {
    const [, code = "", rest = message] = /^(tagship\([\w-]+\):)([\s\S]*)$/.exec(message) ?? [];
    return code === "" ? this.paint("red", rest) : `${this.paint("red", code)}${withFlags(rest)}`;
  }
  #result(line, stream = this.#options.stderr) {
    const colours = hasColours(stream, this.#options.environment);
    const fact = FACT.exec(line);
    if (fact !== null) {
      const [, status = "", text = ""] = fact;
      const rest = withFlags(text);
      const lines = stream.isTTY === true ? folded(rest, (stream.columns || 80) - STATUS_WIDTH) : [rest];
      const word = paint(FACT_STYLES[status.trim()] ?? "dim", status, colours);
      return `${word}${lines.join(`
${" ".repeat(STATUS_WIDTH)}`)}`;
    }
    const style = STYLES.find(([pattern]) => pattern.test(line))?.[1];
    return style === void 0 ? line : paint(style, line, colours);
  }
};
var STYLES = [
  [/^(?:~ |Would )/, "cyan"],
  [/^= /, "dim"],
  [/^(?:Moved|Deployed|Rolled back|KV is as the tags say)/, "green"]
];
var STATUS_WIDTH = 8;
var FACT = new RegExp(`^(?=.{${STATUS_WIDTH}}\\S)((?:${_with_doctor_fact_js__WEBPACK_IMPORTED_MODULE_7__/* .STATUSES */ .f.join("|")}) +)(\\S.*)$`);
var FACT_STYLES = { error: "red", warning: "yellow", notice: "cyan", ok: "green" };
function folded(text, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last === void 0 || last.length + 1 + word.length > Math.max(width, 20)) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = `${last} ${word}`;
    }
  }
  return lines;
}
function hasColours(stream, environment) {
  const { NO_COLOR: none, FORCE_COLOR: force, TERM: term } = environment;
  if (none !== void 0 && none !== "") {
    return false;
  }
  return force !== void 0 && force !== "" ? force !== "0" && force !== "false" : stream.isTTY === true && term !== "dumb";
}
function paint(style, text, isColoured) {
  return isColoured ? (0,node_util__WEBPACK_IMPORTED_MODULE_25__.styleText)(style, text, { validateStream: false }) : text;
}
function isLively({ stderr, environment }) {
  return stderr.isTTY === true && environment.TERM !== "dumb" && !environment.CI;
}
function textOf(message) {
  return message instanceof Error ? message.message : message;
}
var Progress = class {
  #stream;
  #isLively;
  #titles = [];
  #timer;
  #frame = 0;
  constructor(stream, isLively2) {
    this.#stream = stream;
    this.#isLively = isLively2;
  }
  async during(title, work, say) {
    if (!this.#isLively) {
      say(title);
      return await work();
    }
    this.#titles.push(title);
    this.#draw();
    this.#timer ??= setInterval(() => this.#draw(), FRAME_MS).unref();
    try {
      return await work();
    } finally {
      this.#titles.splice(this.#titles.indexOf(title), 1);
      this.#wipe();
      if (this.#titles.length === 0) {
        clearInterval(this.#timer);
        this.#timer = void 0;
      }
    }
  }
  /** Writes something else in its place. */
  pause(write) {
    if (this.#titles.length === 0) {
      write();
      return;
    }
    this.#wipe();
    write();
    this.#draw();
  }
  #draw() {
    const title = this.#titles.at(-1);
    if (title !== void 0) {
      const line = `${FRAMES[this.#frame++ % FRAMES.length]} ${title} …`;
      this.#stream.write(`\r\x1B[2K${line.slice(0, Math.max((this.#stream.columns || 80) - 1, 10))}`);
    }
  }
  #wipe() {
    this.#stream.write("\r\x1B[2K");
  }
};

// src/terminal.ts
function fromProcess(words, home) {
  return {
    words,
    home,
    environment: process.env,
    cwd: process.cwd(),
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    signals: process,
    clock: (signal) => new _with_action_console_js__WEBPACK_IMPORTED_MODULE_10__/* .SystemClock */ .Aw(signal),
    keepMemorySmall: _with_action_console_js__WEBPACK_IMPORTED_MODULE_10__/* .keepMemorySmall */ .EO
  };
}
var NO_EVENT = { name: "terminal", ref: "", payload: {} };
async function terminal(machine) {
  const { words, environment, stdout, stderr } = machine;
  const screen = new Screen({ stdout, stderr, environment, json: words.includes("--json") });
  const console = new _with_action_console_js__WEBPACK_IMPORTED_MODULE_10__/* .Console */ .C7(screen.toolkit());
  try {
    const asked = (0,_with_commander_js__WEBPACK_IMPORTED_MODULE_2__/* .parseCommandLine */ .Du)(words, stdout.columns || 80);
    switch (asked.kind) {
      case "text":
        screen.print(asked.text);
        break;
      case "complete": {
        const { complete } = await __webpack_require__.e(/* import() */ 4744).then(__webpack_require__.bind(__webpack_require__, 4744));
        complete(asked.words, (text) => screen.print(text));
        break;
      }
      case "init": {
        const { initialize } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(8658), __webpack_require__.e(2304), __webpack_require__.e(6608)]).then(__webpack_require__.bind(__webpack_require__, 6608));
        await initialize(asked, machine, screen);
        break;
      }
      case "command":
        await new Session(asked, machine, screen, console).run();
    }
    return 0;
  } catch (error) {
    for (const one of (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_21__/* .toTagshipErrors */ .XF)(error)) {
      console.error(one);
    }
    if (error instanceof Error && error.stack !== void 0) {
      for (const frame of error.stack.split("\n").filter((line) => line.startsWith("    at "))) {
        console.debug(frame);
      }
    }
    return 1;
  } finally {
    if (screen.result !== void 0 && words.includes("--json")) {
      screen.print(screen.result);
    }
  }
}
var Session = class {
  #asked;
  #machine;
  #screen;
  #console;
  constructor(asked, machine, screen, console) {
    this.#asked = asked;
    this.#machine = machine;
    this.#screen = screen;
    this.#console = console;
  }
  async run() {
    const { command, given, flags } = this.#asked;
    (0,_with_commander_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseUnselected */ .Fp)(command, given, Boolean(this.#machine.environment.GITHUB_RUN_ID));
    const mayMove = (0,_with_commander_js__WEBPACK_IMPORTED_MODULE_2__/* .isMoving */ .rU)(command, given) && !flags.local;
    if (mayMove && !flags.yes) {
      this.#refuseUnasked();
    }
    const { cwd, environment } = this.#machine;
    const clone = await _with_git_clone_js__WEBPACK_IMPORTED_MODULE_5__/* .Clone */ .i.around(cwd, environment);
    const prepared = flags.local ? await this.#locally(clone) : await this.#remotely(clone);
    try {
      const place = pagePlace(given.get("page"), cwd);
      const inputs = new Map([...given, ...prepared.given, ...place?.given ?? []]);
      const host = {
        ...this.#host({ ...prepared, environment: { ...prepared.environment, ...place?.environment } }),
        person: environment.GITHUB_ACTOR ? void 0 : await clone?.person()
      };
      const { main } = await __webpack_require__.e(/* import() */ 9479).then(__webpack_require__.bind(__webpack_require__, 9479));
      if (mayMove && !flags.yes) {
        if ((0,_with_commander_js__WEBPACK_IMPORTED_MODULE_2__/* .isPlannable */ .S0)(command)) {
          this.#screen.say("What would happen:");
          const plan = new _with_action_console_js__WEBPACK_IMPORTED_MODULE_10__/* .Console */ .C7(this.#screen.toolkit({ isPlan: true }));
          this.#mask(plan, prepared.secrets);
          await main(command, new Map([...inputs, ["dry-run", "true"]]), { ...host, keepResult: async () => "" }, plan);
        }
        await this.#ask(command, given);
      }
      await main(command, inputs, host, this.#console);
    } finally {
      await prepared.close();
    }
  }
  #host({ environment, local }) {
    const { stderr, signals, clock, keepMemorySmall: keepMemorySmall2 } = this.#machine;
    return {
      environment,
      event: NO_EVENT,
      toolkit: this.#screen.toolkit(),
      stdout: stderr,
      signals,
      clock,
      keepMemorySmall: keepMemorySmall2,
      keepResult: async (result) => {
        this.#screen.keep(result);
        return "";
      },
      local
    };
  }
  async #locally(clone) {
    const { prepareLocal } = await Promise.all(/* import() */[__webpack_require__.e(7802), __webpack_require__.e(8658), __webpack_require__.e(1495)]).then(__webpack_require__.bind(__webpack_require__, 1495));
    return await prepareLocal(this.#asked, clone, this.#machine, this.#screen);
  }
  async #remotely(clone) {
    const { command, given, flags } = this.#asked;
    const { environment } = this.#machine;
    if (flags.worktree) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_21__/* .TagshipError */ .bP(
        "input-invalid",
        "The flag `--worktree` was given without `--local`.",
        "What runs elsewhere comes from a tag: commit and tag the change, or add `--local`."
      );
    }
    const server = await repositoryOf(flags, clone, environment);
    const secrets = /* @__PURE__ */ new Map();
    for (const [name, file] of flags.secretFiles) {
      secrets.set(name, await secretIn(file, name));
    }
    const github = secrets.get("github-token") ?? await tokenFor(server, environment);
    if (github !== void 0) {
      secrets.set("github-token", github);
    }
    const cloudflare = secrets.get("cloudflare-api-token") ?? environment.CLOUDFLARE_API_TOKEN?.trim();
    if (cloudflare && (0,_with_action_request_js__WEBPACK_IMPORTED_MODULE_1__/* .needsCloudflare */ .vZ)(command, given, NO_EVENT)) {
      secrets.set("cloudflare-api-token", cloudflare);
    }
    const all = [...secrets.values(), environment.GITHUB_TOKEN ?? "", environment.GH_TOKEN ?? "", cloudflare ?? ""];
    this.#mask(this.#console, all);
    const { GITHUB_TOKEN: _, ...others } = environment;
    return {
      given: secrets,
      secrets: all,
      environment: {
        // What `GITHUB_TOKEN` holds is for the server that it was made for.
        ...github === environment.GITHUB_TOKEN?.trim() ? environment : others,
        GITHUB_REPOSITORY: server.repository,
        GITHUB_SERVER_URL: server.serverUrl,
        GITHUB_API_URL: server.apiUrl,
        GITHUB_WORKSPACE: clone?.root ?? ""
      },
      local: void 0,
      close: async () => void 0
    };
  }
  #mask(console, secrets) {
    for (const secret of secrets.map((one) => one.trim()).filter((one) => one !== "")) {
      console.mask(secret);
      console.mask((0,_with_action_event_js__WEBPACK_IMPORTED_MODULE_11__/* .basicCredentials */ .BG)(secret));
    }
  }
  #refuseUnasked() {
    const { stdin, stderr } = this.#machine;
    if (stdin.isTTY !== true || stderr.isTTY !== true) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_21__/* .TagshipError */ .bP(
        "unconfirmed",
        `\`${this.#asked.command}\` may move something, and there is no terminal to ask in.`,
        "Add `--yes` to do it without a question, or `--dry-run` to see what would happen."
      );
    }
  }
  async #ask(command, given) {
    const { stdin, stderr } = this.#machine;
    const where = given.get("environment");
    const { createInterface } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 6848, 19));
    const lines = createInterface({ input: stdin, output: stderr, terminal: true });
    try {
      const left = new Promise(
        (resolve2) => lines.once("close", () => resolve2(void 0)).once("SIGINT", () => resolve2(void 0))
      );
      const question = this.#screen.paint(
        "bold",
        `${command}${where === void 0 ? "" : ` in ${where}`}: go on? [y/N] `
      );
      const answer = await Promise.race([lines.question(question), left]);
      if (answer === void 0) {
        stderr.write("\n");
      }
      if (!/^y(?:es)?$/i.test(answer?.trim() ?? "")) {
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_21__/* .TagshipError */ .bP("unconfirmed", "The answer was not yes, so nothing was done.", "Answer `y` to go on.");
      }
    } finally {
      lines.close();
    }
  }
};
function pagePlace(page, cwd) {
  if (page === void 0) {
    return void 0;
  }
  const file = (0,node_path__WEBPACK_IMPORTED_MODULE_24__.resolve)(cwd, page);
  const below = (0,node_path__WEBPACK_IMPORTED_MODULE_24__.relative)(cwd, file);
  const isBelow = below !== "" && !(0,node_path__WEBPACK_IMPORTED_MODULE_24__.isAbsolute)(below) && below.split(node_path__WEBPACK_IMPORTED_MODULE_24__.sep)[0] !== "..";
  return {
    given: /* @__PURE__ */ new Map([["page", isBelow ? below.split(node_path__WEBPACK_IMPORTED_MODULE_24__.sep).join("/") : (0,node_path__WEBPACK_IMPORTED_MODULE_24__.basename)(file)]]),
    environment: { GITHUB_WORKSPACE: isBelow ? cwd : (0,node_path__WEBPACK_IMPORTED_MODULE_24__.dirname)(file) }
  };
}
async function repositoryOf(flags, clone, environment) {
  const address = await clone?.remote("origin");
  const origin = address === void 0 ? void 0 : await (0,_with_domain_remote_url_js__WEBPACK_IMPORTED_MODULE_4__/* .repositoryAt */ .uw)(address, environment);
  const named = flags.repository ?? (origin === void 0 ? environment.GITHUB_REPOSITORY : void 0);
  const home = origin ?? serverOf(environment.GITHUB_SERVER_URL) ?? serverOf(`https://${environment.GH_HOST || "github.com"}`);
  const found = named === void 0 || home === void 0 ? origin : (0,_with_domain_remote_url_js__WEBPACK_IMPORTED_MODULE_4__/* .parseRepositoryName */ .$M)(named, home);
  if (found === void 0) {
    throw await noRepository(flags, clone, address);
  }
  const given = serverOf(environment.GITHUB_SERVER_URL);
  const isGiven = given !== void 0 && hostnameOf(given.host) === hostnameOf(found.host);
  const server = isGiven ? { ...found, ...given } : found;
  const api = environment.GITHUB_API_URL?.replace(/\/+$/, "");
  return { ...server, apiUrl: (isGiven || given === void 0 ? api : void 0) || (0,_with_domain_remote_url_js__WEBPACK_IMPORTED_MODULE_4__/* .apiUrlOf */ .po)(server) };
}
function serverOf(url) {
  const parsed = url === void 0 || url === "" ? null : URL.parse(url);
  return parsed === null || !/^https?:$/.test(parsed.protocol) ? void 0 : { host: parsed.host, serverUrl: `${parsed.origin}${parsed.pathname.replace(/\/+$/, "")}` };
}
function hostnameOf(host) {
  return host.replace(/:\d+$/, "");
}
async function noRepository(flags, clone, address) {
  const remotes = await clone?.remotes() ?? [];
  const what = flags.repository !== void 0 ? `\`${flags.repository.replace(/\/\/[^/@]*@/, "//")}\` names no repository.` : clone === void 0 ? "This folder is in no clone of a repository." : address === void 0 ? `This clone has no remote \`origin\`${remotes.length === 0 ? "" : `; its remotes: ${remotes.join(", ")}`}.` : "The remote `origin` of this clone is no repository on a server.";
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_21__/* .TagshipError */ .bP(
    "repository-unknown",
    what,
    "Name it: `--repository owner/name`, or `--repository host/owner/name`."
  );
}
async function tokenFor({ host }, environment) {
  const isOwn = (0,_with_domain_remote_url_js__WEBPACK_IMPORTED_MODULE_4__/* .isGitHubCloud */ .DC)(host) || serverOf(environment.GITHUB_SERVER_URL)?.host === host;
  const names = [
    ...isOwn ? ["GITHUB_TOKEN", "GH_TOKEN"] : [],
    ...(0,_with_domain_remote_url_js__WEBPACK_IMPORTED_MODULE_4__/* .isGitHubCloud */ .DC)(host) ? [] : ["GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN"]
  ];
  const token = names.map((name) => environment[name]?.trim()).find((one) => one !== void 0 && one !== "");
  return token ?? (await (0,_with_domain_remote_url_js__WEBPACK_IMPORTED_MODULE_4__/* .printedBy */ .e_)("gh", ["auth", "token", "--hostname", hostnameOf(host)], environment) || void 0);
}
async function secretIn(file, name) {
  const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_23__.readFile)(file, "utf8").catch((error) => {
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "unknown";
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_21__/* .TagshipError */ .bP(
      "input-invalid",
      `The file of \`--${name}-file\` cannot be read (${code}).`,
      "Check its path."
    );
  });
  if (text.trim() === "") {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_21__/* .TagshipError */ .bP("token-missing", `The file of \`--${name}-file\` is empty.`, "Write the token into it.");
  }
  return text.trim();
}



/***/ }),

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

/***/ 5705:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Du: () => (/* binding */ parseCommandLine),
/* harmony export */   Fp: () => (/* binding */ refuseUnselected),
/* harmony export */   S0: () => (/* binding */ isPlannable),
/* harmony export */   oQ: () => (/* binding */ programOf),
/* harmony export */   rU: () => (/* binding */ isMoving)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_version_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1480);
/* harmony import */ var _with_action_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8685);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2787);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






// node_modules/commander/lib/error.js
var require_error = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__commonJS */ .P$)({
  "node_modules/commander/lib/error.js"(exports) {
    var CommanderError2 = class extends Error {
      /**
       * Constructs the CommanderError class
       * @param {number} exitCode suggested exit code which could be used with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       */
      constructor(exitCode, code, message) {
        super(message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
        this.code = code;
        this.exitCode = exitCode;
        this.nestedError = void 0;
      }
    };
    var InvalidArgumentError2 = class extends CommanderError2 {
      /**
       * Constructs the InvalidArgumentError class
       * @param {string} [message] explanation of why argument is invalid
       */
      constructor(message) {
        super(1, "commander.invalidArgument", message);
        Error.captureStackTrace(this, this.constructor);
        this.name = this.constructor.name;
      }
    };
    exports.CommanderError = CommanderError2;
    exports.InvalidArgumentError = InvalidArgumentError2;
  }
});

// node_modules/commander/lib/argument.js
var require_argument = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__commonJS */ .P$)({
  "node_modules/commander/lib/argument.js"(exports) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Argument2 = class {
      /**
       * Initialize a new command argument with the given name and description.
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @param {string} name
       * @param {string} [description]
       */
      constructor(name, description) {
        this.description = description || "";
        this.variadic = false;
        this.parseArg = void 0;
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.argChoices = void 0;
        switch (name[0]) {
          case "<":
            this.required = true;
            this._name = name.slice(1, -1);
            break;
          case "[":
            this.required = false;
            this._name = name.slice(1, -1);
            break;
          default:
            this.required = true;
            this._name = name;
            break;
        }
        if (this._name.endsWith("...")) {
          this.variadic = true;
          this._name = this._name.slice(0, -3);
        }
      }
      /**
       * Return argument name.
       *
       * @return {string}
       */
      name() {
        return this._name;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Argument}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Set the custom handler for processing CLI command arguments into argument values.
       *
       * @param {Function} [fn]
       * @return {Argument}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Only allow argument value to be one of choices.
       *
       * @param {string[]} values
       * @return {Argument}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Make argument required.
       *
       * @returns {Argument}
       */
      argRequired() {
        this.required = true;
        return this;
      }
      /**
       * Make argument optional.
       *
       * @returns {Argument}
       */
      argOptional() {
        this.required = false;
        return this;
      }
    };
    function humanReadableArgName(arg) {
      const nameOutput = arg.name() + (arg.variadic === true ? "..." : "");
      return arg.required ? "<" + nameOutput + ">" : "[" + nameOutput + "]";
    }
    exports.Argument = Argument2;
    exports.humanReadableArgName = humanReadableArgName;
  }
});

// node_modules/commander/lib/help.js
var require_help = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__commonJS */ .P$)({
  "node_modules/commander/lib/help.js"(exports) {
    var { humanReadableArgName } = require_argument();
    var Help2 = class {
      constructor() {
        this.helpWidth = void 0;
        this.minWidthToWrap = 40;
        this.sortSubcommands = false;
        this.sortOptions = false;
        this.showGlobalOptions = false;
      }
      /**
       * prepareContext is called by Commander after applying overrides from `Command.configureHelp()`
       * and just before calling `formatHelp()`.
       *
       * Commander just uses the helpWidth and the rest is provided for optional use by more complex subclasses.
       *
       * @param {{ error?: boolean, helpWidth?: number, outputHasColors?: boolean }} contextOptions
       */
      prepareContext(contextOptions) {
        this.helpWidth = this.helpWidth ?? contextOptions.helpWidth ?? 80;
      }
      /**
       * Get an array of the visible subcommands. Includes a placeholder for the implicit help command, if there is one.
       *
       * @param {Command} cmd
       * @returns {Command[]}
       */
      visibleCommands(cmd) {
        const visibleCommands = cmd.commands.filter((cmd2) => !cmd2._hidden);
        const helpCommand = cmd._getHelpCommand();
        if (helpCommand && !helpCommand._hidden) {
          visibleCommands.push(helpCommand);
        }
        if (this.sortSubcommands) {
          visibleCommands.sort((a, b) => {
            return a.name().localeCompare(b.name());
          });
        }
        return visibleCommands;
      }
      /**
       * Compare options for sort.
       *
       * @param {Option} a
       * @param {Option} b
       * @returns {number}
       */
      compareOptions(a, b) {
        const getSortKey = (option) => {
          return option.short ? option.short.replace(/^-/, "") : option.long.replace(/^--/, "");
        };
        return getSortKey(a).localeCompare(getSortKey(b));
      }
      /**
       * Get an array of the visible options. Includes a placeholder for the implicit help option, if there is one.
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleOptions(cmd) {
        const visibleOptions = cmd.options.filter((option) => !option.hidden);
        const helpOption = cmd._getHelpOption();
        if (helpOption && !helpOption.hidden) {
          const removeShort = helpOption.short && cmd._findOption(helpOption.short);
          const removeLong = helpOption.long && cmd._findOption(helpOption.long);
          if (!removeShort && !removeLong) {
            visibleOptions.push(helpOption);
          } else if (helpOption.long && !removeLong) {
            visibleOptions.push(
              cmd.createOption(helpOption.long, helpOption.description)
            );
          } else if (helpOption.short && !removeShort) {
            visibleOptions.push(
              cmd.createOption(helpOption.short, helpOption.description)
            );
          }
        }
        if (this.sortOptions) {
          visibleOptions.sort(this.compareOptions);
        }
        return visibleOptions;
      }
      /**
       * Get an array of the visible global options. (Not including help.)
       *
       * @param {Command} cmd
       * @returns {Option[]}
       */
      visibleGlobalOptions(cmd) {
        if (!this.showGlobalOptions) return [];
        const globalOptions = [];
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          const visibleOptions = ancestorCmd.options.filter(
            (option) => !option.hidden
          );
          globalOptions.push(...visibleOptions);
        }
        if (this.sortOptions) {
          globalOptions.sort(this.compareOptions);
        }
        return globalOptions;
      }
      /**
       * Get an array of the arguments if any have a description.
       *
       * @param {Command} cmd
       * @returns {Argument[]}
       */
      visibleArguments(cmd) {
        if (cmd._argsDescription) {
          cmd.registeredArguments.forEach((argument) => {
            argument.description = argument.description || cmd._argsDescription[argument.name()] || "";
          });
        }
        if (cmd.registeredArguments.find((argument) => argument.description)) {
          return cmd.registeredArguments;
        }
        return [];
      }
      /**
       * Get the command term to show in the list of subcommands.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandTerm(cmd) {
        const args = cmd.registeredArguments.map((arg) => humanReadableArgName(arg)).join(" ");
        return cmd._name + (cmd._aliases[0] ? "|" + cmd._aliases[0] : "") + (cmd.options.length ? " [options]" : "") + // simplistic check for non-help option
        (args ? " " + args : "");
      }
      /**
       * Get the option term to show in the list of options.
       *
       * @param {Option} option
       * @returns {string}
       */
      optionTerm(option) {
        return option.flags;
      }
      /**
       * Get the argument term to show in the list of arguments.
       *
       * @param {Argument} argument
       * @returns {string}
       */
      argumentTerm(argument) {
        return argument.name();
      }
      /**
       * Get the longest command term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestSubcommandTermLength(cmd, helper) {
        return helper.visibleCommands(cmd).reduce((max, command) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleSubcommandTerm(helper.subcommandTerm(command))
            )
          );
        }, 0);
      }
      /**
       * Get the longest option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestOptionTermLength(cmd, helper) {
        return helper.visibleOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest global option term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestGlobalOptionTermLength(cmd, helper) {
        return helper.visibleGlobalOptions(cmd).reduce((max, option) => {
          return Math.max(
            max,
            this.displayWidth(helper.styleOptionTerm(helper.optionTerm(option)))
          );
        }, 0);
      }
      /**
       * Get the longest argument term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      longestArgumentTermLength(cmd, helper) {
        return helper.visibleArguments(cmd).reduce((max, argument) => {
          return Math.max(
            max,
            this.displayWidth(
              helper.styleArgumentTerm(helper.argumentTerm(argument))
            )
          );
        }, 0);
      }
      /**
       * Get the command usage to be displayed at the top of the built-in help.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandUsage(cmd) {
        let cmdName = cmd._name;
        if (cmd._aliases[0]) {
          cmdName = cmdName + "|" + cmd._aliases[0];
        }
        let ancestorCmdNames = "";
        for (let ancestorCmd = cmd.parent; ancestorCmd; ancestorCmd = ancestorCmd.parent) {
          ancestorCmdNames = ancestorCmd.name() + " " + ancestorCmdNames;
        }
        return ancestorCmdNames + cmdName + " " + cmd.usage();
      }
      /**
       * Get the description for the command.
       *
       * @param {Command} cmd
       * @returns {string}
       */
      commandDescription(cmd) {
        return cmd.description();
      }
      /**
       * Get the subcommand summary to show in the list of subcommands.
       * (Fallback to description for backwards compatibility.)
       *
       * @param {Command} cmd
       * @returns {string}
       */
      subcommandDescription(cmd) {
        return cmd.summary() || cmd.description();
      }
      /**
       * Get the option description to show in the list of options.
       *
       * @param {Option} option
       * @return {string}
       */
      optionDescription(option) {
        const extraInfo = [];
        if (option.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${option.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (option.defaultValue !== void 0) {
          const showDefault = option.required || option.optional || option.isBoolean() && typeof option.defaultValue === "boolean";
          if (showDefault) {
            extraInfo.push(
              `default: ${option.defaultValueDescription || JSON.stringify(option.defaultValue)}`
            );
          }
        }
        if (option.presetArg !== void 0 && option.optional) {
          extraInfo.push(`preset: ${JSON.stringify(option.presetArg)}`);
        }
        if (option.envVar !== void 0) {
          extraInfo.push(`env: ${option.envVar}`);
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (option.description) {
            return `${option.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return option.description;
      }
      /**
       * Get the argument description to show in the list of arguments.
       *
       * @param {Argument} argument
       * @return {string}
       */
      argumentDescription(argument) {
        const extraInfo = [];
        if (argument.argChoices) {
          extraInfo.push(
            // use stringify to match the display of the default value
            `choices: ${argument.argChoices.map((choice) => JSON.stringify(choice)).join(", ")}`
          );
        }
        if (argument.defaultValue !== void 0) {
          extraInfo.push(
            `default: ${argument.defaultValueDescription || JSON.stringify(argument.defaultValue)}`
          );
        }
        if (extraInfo.length > 0) {
          const extraDescription = `(${extraInfo.join(", ")})`;
          if (argument.description) {
            return `${argument.description} ${extraDescription}`;
          }
          return extraDescription;
        }
        return argument.description;
      }
      /**
       * Format a list of items, given a heading and an array of formatted items.
       *
       * @param {string} heading
       * @param {string[]} items
       * @param {Help} helper
       * @returns string[]
       */
      formatItemList(heading, items, helper) {
        if (items.length === 0) return [];
        return [helper.styleTitle(heading), ...items, ""];
      }
      /**
       * Group items by their help group heading.
       *
       * @param {Command[] | Option[]} unsortedItems
       * @param {Command[] | Option[]} visibleItems
       * @param {Function} getGroup
       * @returns {Map<string, Command[] | Option[]>}
       */
      groupItems(unsortedItems, visibleItems, getGroup) {
        const result = /* @__PURE__ */ new Map();
        unsortedItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) result.set(group, []);
        });
        visibleItems.forEach((item) => {
          const group = getGroup(item);
          if (!result.has(group)) {
            result.set(group, []);
          }
          result.get(group).push(item);
        });
        return result;
      }
      /**
       * Generate the built-in help text.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {string}
       */
      formatHelp(cmd, helper) {
        const termWidth = helper.padWidth(cmd, helper);
        const helpWidth = helper.helpWidth ?? 80;
        function callFormatItem(term, description) {
          return helper.formatItem(term, termWidth, description, helper);
        }
        let output = [
          `${helper.styleTitle("Usage:")} ${helper.styleUsage(helper.commandUsage(cmd))}`,
          ""
        ];
        const commandDescription = helper.commandDescription(cmd);
        if (commandDescription.length > 0) {
          output = output.concat([
            helper.boxWrap(
              helper.styleCommandDescription(commandDescription),
              helpWidth
            ),
            ""
          ]);
        }
        const argumentList = helper.visibleArguments(cmd).map((argument) => {
          return callFormatItem(
            helper.styleArgumentTerm(helper.argumentTerm(argument)),
            helper.styleArgumentDescription(helper.argumentDescription(argument))
          );
        });
        output = output.concat(
          this.formatItemList("Arguments:", argumentList, helper)
        );
        const optionGroups = this.groupItems(
          cmd.options,
          helper.visibleOptions(cmd),
          (option) => option.helpGroupHeading ?? "Options:"
        );
        optionGroups.forEach((options, group) => {
          const optionList = options.map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(this.formatItemList(group, optionList, helper));
        });
        if (helper.showGlobalOptions) {
          const globalOptionList = helper.visibleGlobalOptions(cmd).map((option) => {
            return callFormatItem(
              helper.styleOptionTerm(helper.optionTerm(option)),
              helper.styleOptionDescription(helper.optionDescription(option))
            );
          });
          output = output.concat(
            this.formatItemList("Global Options:", globalOptionList, helper)
          );
        }
        const commandGroups = this.groupItems(
          cmd.commands,
          helper.visibleCommands(cmd),
          (sub) => sub.helpGroup() || "Commands:"
        );
        commandGroups.forEach((commands, group) => {
          const commandList = commands.map((sub) => {
            return callFormatItem(
              helper.styleSubcommandTerm(helper.subcommandTerm(sub)),
              helper.styleSubcommandDescription(helper.subcommandDescription(sub))
            );
          });
          output = output.concat(this.formatItemList(group, commandList, helper));
        });
        return output.join("\n");
      }
      /**
       * Return display width of string, ignoring ANSI escape sequences. Used in padding and wrapping calculations.
       *
       * @param {string} str
       * @returns {number}
       */
      displayWidth(str) {
        return stripColor(str).length;
      }
      /**
       * Style the title for displaying in the help. Called with 'Usage:', 'Options:', etc.
       *
       * @param {string} str
       * @returns {string}
       */
      styleTitle(str) {
        return str;
      }
      styleUsage(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word === "[command]") return this.styleSubcommandText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleCommandText(word);
        }).join(" ");
      }
      styleCommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleOptionDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleSubcommandDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleArgumentDescription(str) {
        return this.styleDescriptionText(str);
      }
      styleDescriptionText(str) {
        return str;
      }
      styleOptionTerm(str) {
        return this.styleOptionText(str);
      }
      styleSubcommandTerm(str) {
        return str.split(" ").map((word) => {
          if (word === "[options]") return this.styleOptionText(word);
          if (word[0] === "[" || word[0] === "<")
            return this.styleArgumentText(word);
          return this.styleSubcommandText(word);
        }).join(" ");
      }
      styleArgumentTerm(str) {
        return this.styleArgumentText(str);
      }
      styleOptionText(str) {
        return str;
      }
      styleArgumentText(str) {
        return str;
      }
      styleSubcommandText(str) {
        return str;
      }
      styleCommandText(str) {
        return str;
      }
      /**
       * Calculate the pad width from the maximum term length.
       *
       * @param {Command} cmd
       * @param {Help} helper
       * @returns {number}
       */
      padWidth(cmd, helper) {
        return Math.max(
          helper.longestOptionTermLength(cmd, helper),
          helper.longestGlobalOptionTermLength(cmd, helper),
          helper.longestSubcommandTermLength(cmd, helper),
          helper.longestArgumentTermLength(cmd, helper)
        );
      }
      /**
       * Detect manually wrapped and indented strings by checking for line break followed by whitespace.
       *
       * @param {string} str
       * @returns {boolean}
       */
      preformatted(str) {
        return /\n[^\S\r\n]/.test(str);
      }
      /**
       * Format the "item", which consists of a term and description. Pad the term and wrap the description, indenting the following lines.
       *
       * So "TTT", 5, "DDD DDDD DD DDD" might be formatted for this.helpWidth=17 like so:
       *   TTT  DDD DDDD
       *        DD DDD
       *
       * @param {string} term
       * @param {number} termWidth
       * @param {string} description
       * @param {Help} helper
       * @returns {string}
       */
      formatItem(term, termWidth, description, helper) {
        const itemIndent = 2;
        const itemIndentStr = " ".repeat(itemIndent);
        if (!description) return itemIndentStr + term;
        const paddedTerm = term.padEnd(
          termWidth + term.length - helper.displayWidth(term)
        );
        const spacerWidth = 2;
        const helpWidth = this.helpWidth ?? 80;
        const remainingWidth = helpWidth - termWidth - spacerWidth - itemIndent;
        let formattedDescription;
        if (remainingWidth < this.minWidthToWrap || helper.preformatted(description)) {
          formattedDescription = description;
        } else {
          const wrappedDescription = helper.boxWrap(description, remainingWidth);
          formattedDescription = wrappedDescription.replace(
            /\n/g,
            "\n" + " ".repeat(termWidth + spacerWidth)
          );
        }
        return itemIndentStr + paddedTerm + " ".repeat(spacerWidth) + formattedDescription.replace(/\n/g, `
${itemIndentStr}`);
      }
      /**
       * Wrap a string at whitespace, preserving existing line breaks.
       * Wrapping is skipped if the width is less than `minWidthToWrap`.
       *
       * @param {string} str
       * @param {number} width
       * @returns {string}
       */
      boxWrap(str, width) {
        if (width < this.minWidthToWrap) return str;
        const rawLines = str.split(/\r\n|\n/);
        const chunkPattern = /[\s]*[^\s]+/g;
        const wrappedLines = [];
        rawLines.forEach((line) => {
          const chunks = line.match(chunkPattern);
          if (chunks === null) {
            wrappedLines.push("");
            return;
          }
          let sumChunks = [chunks.shift()];
          let sumWidth = this.displayWidth(sumChunks[0]);
          chunks.forEach((chunk) => {
            const visibleWidth = this.displayWidth(chunk);
            if (sumWidth + visibleWidth <= width) {
              sumChunks.push(chunk);
              sumWidth += visibleWidth;
              return;
            }
            wrappedLines.push(sumChunks.join(""));
            const nextChunk = chunk.trimStart();
            sumChunks = [nextChunk];
            sumWidth = this.displayWidth(nextChunk);
          });
          wrappedLines.push(sumChunks.join(""));
        });
        return wrappedLines.join("\n");
      }
    };
    function stripColor(str) {
      const sgrPattern = /\x1b\[\d*(;\d*)*m/g;
      return str.replace(sgrPattern, "");
    }
    exports.Help = Help2;
    exports.stripColor = stripColor;
  }
});

// node_modules/commander/lib/option.js
var require_option = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__commonJS */ .P$)({
  "node_modules/commander/lib/option.js"(exports) {
    var { InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var Option2 = class {
      /**
       * Initialize a new `Option` with the given `flags` and `description`.
       *
       * @param {string} flags
       * @param {string} [description]
       */
      constructor(flags, description) {
        this.flags = flags;
        this.description = description || "";
        this.required = flags.includes("<");
        this.optional = flags.includes("[");
        this.variadic = /\w\.\.\.[>\]]$/.test(flags);
        this.mandatory = false;
        const optionFlags = splitOptionFlags(flags);
        this.short = optionFlags.shortFlag;
        this.long = optionFlags.longFlag;
        this.negate = false;
        if (this.long) {
          this.negate = this.long.startsWith("--no-");
        }
        this.defaultValue = void 0;
        this.defaultValueDescription = void 0;
        this.presetArg = void 0;
        this.envVar = void 0;
        this.parseArg = void 0;
        this.hidden = false;
        this.argChoices = void 0;
        this.conflictsWith = [];
        this.implied = void 0;
        this.helpGroupHeading = void 0;
      }
      /**
       * Set the default value, and optionally supply the description to be displayed in the help.
       *
       * @param {*} value
       * @param {string} [description]
       * @return {Option}
       */
      default(value, description) {
        this.defaultValue = value;
        this.defaultValueDescription = description;
        return this;
      }
      /**
       * Preset to use when option used without option-argument, especially optional but also boolean and negated.
       * The custom processing (parseArg) is called.
       *
       * @example
       * new Option('--color').default('GREYSCALE').preset('RGB');
       * new Option('--donate [amount]').preset('20').argParser(parseFloat);
       *
       * @param {*} arg
       * @return {Option}
       */
      preset(arg) {
        this.presetArg = arg;
        return this;
      }
      /**
       * Add option name(s) that conflict with this option.
       * An error will be displayed if conflicting options are found during parsing.
       *
       * @example
       * new Option('--rgb').conflicts('cmyk');
       * new Option('--js').conflicts(['ts', 'jsx']);
       *
       * @param {(string | string[])} names
       * @return {Option}
       */
      conflicts(names) {
        this.conflictsWith = this.conflictsWith.concat(names);
        return this;
      }
      /**
       * Specify implied option values for when this option is set and the implied options are not.
       *
       * The custom processing (parseArg) is not called on the implied values.
       *
       * @example
       * program
       *   .addOption(new Option('--log', 'write logging information to file'))
       *   .addOption(new Option('--trace', 'log extra details').implies({ log: 'trace.txt' }));
       *
       * @param {object} impliedOptionValues
       * @return {Option}
       */
      implies(impliedOptionValues) {
        let newImplied = impliedOptionValues;
        if (typeof impliedOptionValues === "string") {
          newImplied = { [impliedOptionValues]: true };
        }
        this.implied = Object.assign(this.implied || {}, newImplied);
        return this;
      }
      /**
       * Set environment variable to check for option value.
       *
       * An environment variable is only used if when processed the current option value is
       * undefined, or the source of the current value is 'default' or 'config' or 'env'.
       *
       * @param {string} name
       * @return {Option}
       */
      env(name) {
        this.envVar = name;
        return this;
      }
      /**
       * Set the custom handler for processing CLI option arguments into option values.
       *
       * @param {Function} [fn]
       * @return {Option}
       */
      argParser(fn) {
        this.parseArg = fn;
        return this;
      }
      /**
       * Whether the option is mandatory and must have a value after parsing.
       *
       * @param {boolean} [mandatory=true]
       * @return {Option}
       */
      makeOptionMandatory(mandatory = true) {
        this.mandatory = !!mandatory;
        return this;
      }
      /**
       * Hide option in help.
       *
       * @param {boolean} [hide=true]
       * @return {Option}
       */
      hideHelp(hide = true) {
        this.hidden = !!hide;
        return this;
      }
      /**
       * @package
       */
      _collectValue(value, previous) {
        if (previous === this.defaultValue || !Array.isArray(previous)) {
          return [value];
        }
        previous.push(value);
        return previous;
      }
      /**
       * Only allow option value to be one of choices.
       *
       * @param {string[]} values
       * @return {Option}
       */
      choices(values) {
        this.argChoices = values.slice();
        this.parseArg = (arg, previous) => {
          if (!this.argChoices.includes(arg)) {
            throw new InvalidArgumentError2(
              `Allowed choices are ${this.argChoices.join(", ")}.`
            );
          }
          if (this.variadic) {
            return this._collectValue(arg, previous);
          }
          return arg;
        };
        return this;
      }
      /**
       * Return option name.
       *
       * @return {string}
       */
      name() {
        if (this.long) {
          return this.long.replace(/^--/, "");
        }
        return this.short.replace(/^-/, "");
      }
      /**
       * Return option name, in a camelcase format that can be used
       * as an object attribute key.
       *
       * @return {string}
       */
      attributeName() {
        if (this.negate) {
          return camelcase(this.name().replace(/^no-/, ""));
        }
        return camelcase(this.name());
      }
      /**
       * Set the help group heading.
       *
       * @param {string} heading
       * @return {Option}
       */
      helpGroup(heading) {
        this.helpGroupHeading = heading;
        return this;
      }
      /**
       * Check if `arg` matches the short or long flag.
       *
       * @param {string} arg
       * @return {boolean}
       * @package
       */
      is(arg) {
        return this.short === arg || this.long === arg;
      }
      /**
       * Return whether a boolean option.
       *
       * Options are one of boolean, negated, required argument, or optional argument.
       *
       * @return {boolean}
       * @package
       */
      isBoolean() {
        return !this.required && !this.optional && !this.negate;
      }
    };
    var DualOptions = class {
      /**
       * @param {Option[]} options
       */
      constructor(options) {
        this.positiveOptions = /* @__PURE__ */ new Map();
        this.negativeOptions = /* @__PURE__ */ new Map();
        this.dualOptions = /* @__PURE__ */ new Set();
        options.forEach((option) => {
          if (option.negate) {
            this.negativeOptions.set(option.attributeName(), option);
          } else {
            this.positiveOptions.set(option.attributeName(), option);
          }
        });
        this.negativeOptions.forEach((value, key) => {
          if (this.positiveOptions.has(key)) {
            this.dualOptions.add(key);
          }
        });
      }
      /**
       * Did the value come from the option, and not from possible matching dual option?
       *
       * @param {*} value
       * @param {Option} option
       * @returns {boolean}
       */
      valueFromOption(value, option) {
        const optionKey = option.attributeName();
        if (!this.dualOptions.has(optionKey)) return true;
        const preset = this.negativeOptions.get(optionKey).presetArg;
        const negativeValue = preset !== void 0 ? preset : false;
        return option.negate === (negativeValue === value);
      }
    };
    function camelcase(str) {
      return str.split("-").reduce((str2, word) => {
        return str2 + word[0].toUpperCase() + word.slice(1);
      });
    }
    function splitOptionFlags(flags) {
      let shortFlag;
      let longFlag;
      const shortFlagExp = /^-[^-]$/;
      const longFlagExp = /^--[^-]/;
      const flagParts = flags.split(/[ |,]+/).concat("guard");
      if (shortFlagExp.test(flagParts[0])) shortFlag = flagParts.shift();
      if (longFlagExp.test(flagParts[0])) longFlag = flagParts.shift();
      if (!shortFlag && shortFlagExp.test(flagParts[0]))
        shortFlag = flagParts.shift();
      if (!shortFlag && longFlagExp.test(flagParts[0])) {
        shortFlag = longFlag;
        longFlag = flagParts.shift();
      }
      if (flagParts[0].startsWith("-")) {
        const unsupportedFlag = flagParts[0];
        const baseError = `option creation failed due to '${unsupportedFlag}' in option flags '${flags}'`;
        if (/^-[^-][^-]/.test(unsupportedFlag))
          throw new Error(
            `${baseError}
- a short flag is a single dash and a single character
  - either use a single dash and a single character (for a short flag)
  - or use a double dash for a long option (and can have two, like '--ws, --workspace')`
          );
        if (shortFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many short flags`);
        if (longFlagExp.test(unsupportedFlag))
          throw new Error(`${baseError}
- too many long flags`);
        throw new Error(`${baseError}
- unrecognised flag format`);
      }
      if (shortFlag === void 0 && longFlag === void 0)
        throw new Error(
          `option creation failed due to no flags found in '${flags}'.`
        );
      return { shortFlag, longFlag };
    }
    exports.Option = Option2;
    exports.DualOptions = DualOptions;
  }
});

// node_modules/commander/lib/suggestSimilar.js
var require_suggestSimilar = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__commonJS */ .P$)({
  "node_modules/commander/lib/suggestSimilar.js"(exports) {
    var maxDistance = 3;
    function editDistance(a, b) {
      if (Math.abs(a.length - b.length) > maxDistance)
        return Math.max(a.length, b.length);
      const d = [];
      for (let i = 0; i <= a.length; i++) {
        d[i] = [i];
      }
      for (let j = 0; j <= b.length; j++) {
        d[0][j] = j;
      }
      for (let j = 1; j <= b.length; j++) {
        for (let i = 1; i <= a.length; i++) {
          let cost = 1;
          if (a[i - 1] === b[j - 1]) {
            cost = 0;
          } else {
            cost = 1;
          }
          d[i][j] = Math.min(
            d[i - 1][j] + 1,
            // deletion
            d[i][j - 1] + 1,
            // insertion
            d[i - 1][j - 1] + cost
            // substitution
          );
          if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
            d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
          }
        }
      }
      return d[a.length][b.length];
    }
    function suggestSimilar(word, candidates) {
      if (!candidates || candidates.length === 0) return "";
      candidates = Array.from(new Set(candidates));
      const searchingOptions = word.startsWith("--");
      if (searchingOptions) {
        word = word.slice(2);
        candidates = candidates.map((candidate) => candidate.slice(2));
      }
      let similar = [];
      let bestDistance = maxDistance;
      const minSimilarity = 0.4;
      candidates.forEach((candidate) => {
        if (candidate.length <= 1) return;
        const distance = editDistance(word, candidate);
        const length = Math.max(word.length, candidate.length);
        const similarity = (length - distance) / length;
        if (similarity > minSimilarity) {
          if (distance < bestDistance) {
            bestDistance = distance;
            similar = [candidate];
          } else if (distance === bestDistance) {
            similar.push(candidate);
          }
        }
      });
      similar.sort((a, b) => a.localeCompare(b));
      if (searchingOptions) {
        similar = similar.map((candidate) => `--${candidate}`);
      }
      if (similar.length > 1) {
        return `
(Did you mean one of ${similar.join(", ")}?)`;
      }
      if (similar.length === 1) {
        return `
(Did you mean ${similar[0]}?)`;
      }
      return "";
    }
    exports.suggestSimilar = suggestSimilar;
  }
});

// node_modules/commander/lib/command.js
var require_command = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__commonJS */ .P$)({
  "node_modules/commander/lib/command.js"(exports) {
    var EventEmitter = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__require */ .ki)("node:events").EventEmitter;
    var childProcess = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__require */ .ki)("node:child_process");
    var path = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__require */ .ki)("node:path");
    var fs = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__require */ .ki)("node:fs");
    var process = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__require */ .ki)("node:process");
    var { Argument: Argument2, humanReadableArgName } = require_argument();
    var { CommanderError: CommanderError2 } = require_error();
    var { Help: Help2, stripColor } = require_help();
    var { Option: Option2, DualOptions } = require_option();
    var { suggestSimilar } = require_suggestSimilar();
    var Command2 = class _Command extends EventEmitter {
      /**
       * Initialize a new `Command`.
       *
       * @param {string} [name]
       */
      constructor(name) {
        super();
        this.commands = [];
        this.options = [];
        this.parent = null;
        this._allowUnknownOption = false;
        this._allowExcessArguments = false;
        this.registeredArguments = [];
        this._args = this.registeredArguments;
        this.args = [];
        this.rawArgs = [];
        this.processedArgs = [];
        this._scriptPath = null;
        this._name = name || "";
        this._optionValues = {};
        this._optionValueSources = {};
        this._storeOptionsAsProperties = false;
        this._actionHandler = null;
        this._executableHandler = false;
        this._executableFile = null;
        this._executableDir = null;
        this._defaultCommandName = null;
        this._exitCallback = null;
        this._aliases = [];
        this._combineFlagAndOptionalValue = true;
        this._description = "";
        this._summary = "";
        this._argsDescription = void 0;
        this._enablePositionalOptions = false;
        this._passThroughOptions = false;
        this._lifeCycleHooks = {};
        this._showHelpAfterError = false;
        this._showSuggestionAfterError = true;
        this._savedState = null;
        this._outputConfiguration = {
          writeOut: (str) => process.stdout.write(str),
          writeErr: (str) => process.stderr.write(str),
          outputError: (str, write) => write(str),
          getOutHelpWidth: () => process.stdout.isTTY ? process.stdout.columns : void 0,
          getErrHelpWidth: () => process.stderr.isTTY ? process.stderr.columns : void 0,
          getOutHasColors: () => useColor() ?? (process.stdout.isTTY && process.stdout.hasColors?.()),
          getErrHasColors: () => useColor() ?? (process.stderr.isTTY && process.stderr.hasColors?.()),
          stripColor: (str) => stripColor(str)
        };
        this._hidden = false;
        this._helpOption = void 0;
        this._addImplicitHelpCommand = void 0;
        this._helpCommand = void 0;
        this._helpConfiguration = {};
        this._helpGroupHeading = void 0;
        this._defaultCommandGroup = void 0;
        this._defaultOptionGroup = void 0;
      }
      /**
       * Copy settings that are useful to have in common across root command and subcommands.
       *
       * (Used internally when adding a command using `.command()` so subcommands inherit parent settings.)
       *
       * @param {Command} sourceCommand
       * @return {Command} `this` command for chaining
       */
      copyInheritedSettings(sourceCommand) {
        this._outputConfiguration = sourceCommand._outputConfiguration;
        this._helpOption = sourceCommand._helpOption;
        this._helpCommand = sourceCommand._helpCommand;
        this._helpConfiguration = sourceCommand._helpConfiguration;
        this._exitCallback = sourceCommand._exitCallback;
        this._storeOptionsAsProperties = sourceCommand._storeOptionsAsProperties;
        this._combineFlagAndOptionalValue = sourceCommand._combineFlagAndOptionalValue;
        this._allowExcessArguments = sourceCommand._allowExcessArguments;
        this._enablePositionalOptions = sourceCommand._enablePositionalOptions;
        this._showHelpAfterError = sourceCommand._showHelpAfterError;
        this._showSuggestionAfterError = sourceCommand._showSuggestionAfterError;
        return this;
      }
      /**
       * @returns {Command[]}
       * @private
       */
      _getCommandAndAncestors() {
        const result = [];
        for (let command = this; command; command = command.parent) {
          result.push(command);
        }
        return result;
      }
      /**
       * Define a command.
       *
       * There are two styles of command: pay attention to where to put the description.
       *
       * @example
       * // Command implemented using action handler (description is supplied separately to `.command`)
       * program
       *   .command('clone <source> [destination]')
       *   .description('clone a repository into a newly created directory')
       *   .action((source, destination) => {
       *     console.log('clone command called');
       *   });
       *
       * // Command implemented using separate executable file (description is second parameter to `.command`)
       * program
       *   .command('start <service>', 'start named service')
       *   .command('stop [service]', 'stop named service, or all if no name supplied');
       *
       * @param {string} nameAndArgs - command name and arguments, args are `<required>` or `[optional]` and last may also be `variadic...`
       * @param {(object | string)} [actionOptsOrExecDesc] - configuration options (for action), or description (for executable)
       * @param {object} [execOpts] - configuration options (for executable)
       * @return {Command} returns new command for action handler, or `this` for executable command
       */
      command(nameAndArgs, actionOptsOrExecDesc, execOpts) {
        let desc = actionOptsOrExecDesc;
        let opts = execOpts;
        if (typeof desc === "object" && desc !== null) {
          opts = desc;
          desc = null;
        }
        opts = opts || {};
        const [, name, args] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const cmd = this.createCommand(name);
        if (desc) {
          cmd.description(desc);
          cmd._executableHandler = true;
        }
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        cmd._hidden = !!(opts.noHelp || opts.hidden);
        cmd._executableFile = opts.executableFile || null;
        if (args) cmd.arguments(args);
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd.copyInheritedSettings(this);
        if (desc) return this;
        return cmd;
      }
      /**
       * Factory routine to create a new unattached command.
       *
       * See .command() for creating an attached subcommand, which uses this routine to
       * create the command. You can override createCommand to customise subcommands.
       *
       * @param {string} [name]
       * @return {Command} new command
       */
      createCommand(name) {
        return new _Command(name);
      }
      /**
       * You can customise the help with a subclass of Help by overriding createHelp,
       * or by overriding Help properties using configureHelp().
       *
       * @return {Help}
       */
      createHelp() {
        return Object.assign(new Help2(), this.configureHelp());
      }
      /**
       * You can customise the help by overriding Help properties using configureHelp(),
       * or with a subclass of Help by overriding createHelp().
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureHelp(configuration) {
        if (configuration === void 0) return this._helpConfiguration;
        this._helpConfiguration = configuration;
        return this;
      }
      /**
       * The default output goes to stdout and stderr. You can customise this for special
       * applications. You can also customise the display of errors by overriding outputError.
       *
       * The configuration properties are all functions:
       *
       *     // change how output being written, defaults to stdout and stderr
       *     writeOut(str)
       *     writeErr(str)
       *     // change how output being written for errors, defaults to writeErr
       *     outputError(str, write) // used for displaying errors and not used for displaying help
       *     // specify width for wrapping help
       *     getOutHelpWidth()
       *     getErrHelpWidth()
       *     // color support, currently only used with Help
       *     getOutHasColors()
       *     getErrHasColors()
       *     stripColor() // used to remove ANSI escape codes if output does not have colors
       *
       * @param {object} [configuration] - configuration options
       * @return {(Command | object)} `this` command for chaining, or stored configuration
       */
      configureOutput(configuration) {
        if (configuration === void 0) return this._outputConfiguration;
        this._outputConfiguration = {
          ...this._outputConfiguration,
          ...configuration
        };
        return this;
      }
      /**
       * Display the help or a custom message after an error occurs.
       *
       * @param {(boolean|string)} [displayHelp]
       * @return {Command} `this` command for chaining
       */
      showHelpAfterError(displayHelp = true) {
        if (typeof displayHelp !== "string") displayHelp = !!displayHelp;
        this._showHelpAfterError = displayHelp;
        return this;
      }
      /**
       * Display suggestion of similar commands for unknown commands, or options for unknown options.
       *
       * @param {boolean} [displaySuggestion]
       * @return {Command} `this` command for chaining
       */
      showSuggestionAfterError(displaySuggestion = true) {
        this._showSuggestionAfterError = !!displaySuggestion;
        return this;
      }
      /**
       * Add a prepared subcommand.
       *
       * See .command() for creating an attached subcommand which inherits settings from its parent.
       *
       * @param {Command} cmd - new subcommand
       * @param {object} [opts] - configuration options
       * @return {Command} `this` command for chaining
       */
      addCommand(cmd, opts) {
        if (!cmd._name) {
          throw new Error(`Command passed to .addCommand() must have a name
- specify the name in Command constructor or using .name()`);
        }
        opts = opts || {};
        if (opts.isDefault) this._defaultCommandName = cmd._name;
        if (opts.noHelp || opts.hidden) cmd._hidden = true;
        this._registerCommand(cmd);
        cmd.parent = this;
        cmd._checkForBrokenPassThrough();
        return this;
      }
      /**
       * Factory routine to create a new unattached argument.
       *
       * See .argument() for creating an attached argument, which uses this routine to
       * create the argument. You can override createArgument to return a custom argument.
       *
       * @param {string} name
       * @param {string} [description]
       * @return {Argument} new argument
       */
      createArgument(name, description) {
        return new Argument2(name, description);
      }
      /**
       * Define argument syntax for command.
       *
       * The default is that the argument is required, and you can explicitly
       * indicate this with <> around the name. Put [] around the name for an optional argument.
       *
       * @example
       * program.argument('<input-file>');
       * program.argument('[output-file]');
       *
       * @param {string} name
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom argument processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      argument(name, description, parseArg, defaultValue) {
        const argument = this.createArgument(name, description);
        if (typeof parseArg === "function") {
          argument.default(defaultValue).argParser(parseArg);
        } else {
          argument.default(parseArg);
        }
        this.addArgument(argument);
        return this;
      }
      /**
       * Define argument syntax for command, adding multiple at once (without descriptions).
       *
       * See also .argument().
       *
       * @example
       * program.arguments('<cmd> [env]');
       *
       * @param {string} names
       * @return {Command} `this` command for chaining
       */
      arguments(names) {
        names.trim().split(/ +/).forEach((detail) => {
          this.argument(detail);
        });
        return this;
      }
      /**
       * Define argument syntax for command, adding a prepared argument.
       *
       * @param {Argument} argument
       * @return {Command} `this` command for chaining
       */
      addArgument(argument) {
        const previousArgument = this.registeredArguments.slice(-1)[0];
        if (previousArgument?.variadic) {
          throw new Error(
            `only the last argument can be variadic '${previousArgument.name()}'`
          );
        }
        if (argument.required && argument.defaultValue !== void 0 && argument.parseArg === void 0) {
          throw new Error(
            `a default value for a required argument is never used: '${argument.name()}'`
          );
        }
        this.registeredArguments.push(argument);
        return this;
      }
      /**
       * Customise or override default help command. By default a help command is automatically added if your command has subcommands.
       *
       * @example
       *    program.helpCommand('help [cmd]');
       *    program.helpCommand('help [cmd]', 'show help');
       *    program.helpCommand(false); // suppress default help command
       *    program.helpCommand(true); // add help command even if no subcommands
       *
       * @param {string|boolean} enableOrNameAndArgs - enable with custom name and/or arguments, or boolean to override whether added
       * @param {string} [description] - custom description
       * @return {Command} `this` command for chaining
       */
      helpCommand(enableOrNameAndArgs, description) {
        if (typeof enableOrNameAndArgs === "boolean") {
          this._addImplicitHelpCommand = enableOrNameAndArgs;
          if (enableOrNameAndArgs && this._defaultCommandGroup) {
            this._initCommandGroup(this._getHelpCommand());
          }
          return this;
        }
        const nameAndArgs = enableOrNameAndArgs ?? "help [command]";
        const [, helpName, helpArgs] = nameAndArgs.match(/([^ ]+) *(.*)/);
        const helpDescription = description ?? "display help for command";
        const helpCommand = this.createCommand(helpName);
        helpCommand.helpOption(false);
        if (helpArgs) helpCommand.arguments(helpArgs);
        if (helpDescription) helpCommand.description(helpDescription);
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        if (enableOrNameAndArgs || description) this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Add prepared custom help command.
       *
       * @param {(Command|string|boolean)} helpCommand - custom help command, or deprecated enableOrNameAndArgs as for `.helpCommand()`
       * @param {string} [deprecatedDescription] - deprecated custom description used with custom name only
       * @return {Command} `this` command for chaining
       */
      addHelpCommand(helpCommand, deprecatedDescription) {
        if (typeof helpCommand !== "object") {
          this.helpCommand(helpCommand, deprecatedDescription);
          return this;
        }
        this._addImplicitHelpCommand = true;
        this._helpCommand = helpCommand;
        this._initCommandGroup(helpCommand);
        return this;
      }
      /**
       * Lazy create help command.
       *
       * @return {(Command|null)}
       * @package
       */
      _getHelpCommand() {
        const hasImplicitHelpCommand = this._addImplicitHelpCommand ?? (this.commands.length && !this._actionHandler && !this._findCommand("help"));
        if (hasImplicitHelpCommand) {
          if (this._helpCommand === void 0) {
            this.helpCommand(void 0, void 0);
          }
          return this._helpCommand;
        }
        return null;
      }
      /**
       * Add hook for life cycle event.
       *
       * @param {string} event
       * @param {Function} listener
       * @return {Command} `this` command for chaining
       */
      hook(event, listener) {
        const allowedValues = ["preSubcommand", "preAction", "postAction"];
        if (!allowedValues.includes(event)) {
          throw new Error(`Unexpected value for event passed to hook : '${event}'.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        if (this._lifeCycleHooks[event]) {
          this._lifeCycleHooks[event].push(listener);
        } else {
          this._lifeCycleHooks[event] = [listener];
        }
        return this;
      }
      /**
       * Register callback to use as replacement for calling process.exit.
       *
       * @param {Function} [fn] optional callback which will be passed a CommanderError, defaults to throwing
       * @return {Command} `this` command for chaining
       */
      exitOverride(fn) {
        if (fn) {
          this._exitCallback = fn;
        } else {
          this._exitCallback = (err) => {
            if (err.code !== "commander.executeSubCommandAsync") {
              throw err;
            } else {
            }
          };
        }
        return this;
      }
      /**
       * Call process.exit, and _exitCallback if defined.
       *
       * @param {number} exitCode exit code for using with process.exit
       * @param {string} code an id string representing the error
       * @param {string} message human-readable description of the error
       * @return never
       * @private
       */
      _exit(exitCode, code, message) {
        if (this._exitCallback) {
          this._exitCallback(new CommanderError2(exitCode, code, message));
        }
        process.exit(exitCode);
      }
      /**
       * Register callback `fn` for the command.
       *
       * @example
       * program
       *   .command('serve')
       *   .description('start service')
       *   .action(function() {
       *      // do work here
       *   });
       *
       * @param {Function} fn
       * @return {Command} `this` command for chaining
       */
      action(fn) {
        const listener = (args) => {
          const expectedArgsCount = this.registeredArguments.length;
          const actionArgs = args.slice(0, expectedArgsCount);
          if (this._storeOptionsAsProperties) {
            actionArgs[expectedArgsCount] = this;
          } else {
            actionArgs[expectedArgsCount] = this.opts();
          }
          actionArgs.push(this);
          return fn.apply(this, actionArgs);
        };
        this._actionHandler = listener;
        return this;
      }
      /**
       * Factory routine to create a new unattached option.
       *
       * See .option() for creating an attached option, which uses this routine to
       * create the option. You can override createOption to return a custom option.
       *
       * @param {string} flags
       * @param {string} [description]
       * @return {Option} new option
       */
      createOption(flags, description) {
        return new Option2(flags, description);
      }
      /**
       * Wrap parseArgs to catch 'commander.invalidArgument'.
       *
       * @param {(Option | Argument)} target
       * @param {string} value
       * @param {*} previous
       * @param {string} invalidArgumentMessage
       * @private
       */
      _callParseArg(target, value, previous, invalidArgumentMessage) {
        try {
          return target.parseArg(value, previous);
        } catch (err) {
          if (err.code === "commander.invalidArgument") {
            const message = `${invalidArgumentMessage} ${err.message}`;
            this.error(message, { exitCode: err.exitCode, code: err.code });
          }
          throw err;
        }
      }
      /**
       * Check for option flag conflicts.
       * Register option if no conflicts found, or throw on conflict.
       *
       * @param {Option} option
       * @private
       */
      _registerOption(option) {
        const matchingOption = option.short && this._findOption(option.short) || option.long && this._findOption(option.long);
        if (matchingOption) {
          const matchingFlag = option.long && this._findOption(option.long) ? option.long : option.short;
          throw new Error(`Cannot add option '${option.flags}'${this._name && ` to command '${this._name}'`} due to conflicting flag '${matchingFlag}'
-  already used by option '${matchingOption.flags}'`);
        }
        this._initOptionGroup(option);
        this.options.push(option);
      }
      /**
       * Check for command name and alias conflicts with existing commands.
       * Register command if no conflicts found, or throw on conflict.
       *
       * @param {Command} command
       * @private
       */
      _registerCommand(command) {
        const knownBy = (cmd) => {
          return [cmd.name()].concat(cmd.aliases());
        };
        const alreadyUsed = knownBy(command).find(
          (name) => this._findCommand(name)
        );
        if (alreadyUsed) {
          const existingCmd = knownBy(this._findCommand(alreadyUsed)).join("|");
          const newCmd = knownBy(command).join("|");
          throw new Error(
            `cannot add command '${newCmd}' as already have command '${existingCmd}'`
          );
        }
        this._initCommandGroup(command);
        this.commands.push(command);
      }
      /**
       * Add an option.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addOption(option) {
        this._registerOption(option);
        const oname = option.name();
        const name = option.attributeName();
        if (option.negate) {
          const positiveLongFlag = option.long.replace(/^--no-/, "--");
          if (!this._findOption(positiveLongFlag)) {
            this.setOptionValueWithSource(
              name,
              option.defaultValue === void 0 ? true : option.defaultValue,
              "default"
            );
          }
        } else if (option.defaultValue !== void 0) {
          this.setOptionValueWithSource(name, option.defaultValue, "default");
        }
        const handleOptionValue = (val, invalidValueMessage, valueSource) => {
          if (val == null && option.presetArg !== void 0) {
            val = option.presetArg;
          }
          const oldValue = this.getOptionValue(name);
          if (val !== null && option.parseArg) {
            val = this._callParseArg(option, val, oldValue, invalidValueMessage);
          } else if (val !== null && option.variadic) {
            val = option._collectValue(val, oldValue);
          }
          if (val == null) {
            if (option.negate) {
              val = false;
            } else if (option.isBoolean() || option.optional) {
              val = true;
            } else {
              val = "";
            }
          }
          this.setOptionValueWithSource(name, val, valueSource);
        };
        this.on("option:" + oname, (val) => {
          const invalidValueMessage = `error: option '${option.flags}' argument '${val}' is invalid.`;
          handleOptionValue(val, invalidValueMessage, "cli");
        });
        if (option.envVar) {
          this.on("optionEnv:" + oname, (val) => {
            const invalidValueMessage = `error: option '${option.flags}' value '${val}' from env '${option.envVar}' is invalid.`;
            handleOptionValue(val, invalidValueMessage, "env");
          });
        }
        return this;
      }
      /**
       * Internal implementation shared by .option() and .requiredOption()
       *
       * @return {Command} `this` command for chaining
       * @private
       */
      _optionEx(config, flags, description, fn, defaultValue) {
        if (typeof flags === "object" && flags instanceof Option2) {
          throw new Error(
            "To add an Option object use addOption() instead of option() or requiredOption()"
          );
        }
        const option = this.createOption(flags, description);
        option.makeOptionMandatory(!!config.mandatory);
        if (typeof fn === "function") {
          option.default(defaultValue).argParser(fn);
        } else if (fn instanceof RegExp) {
          const regex = fn;
          fn = (val, def) => {
            const m = regex.exec(val);
            return m ? m[0] : def;
          };
          option.default(defaultValue).argParser(fn);
        } else {
          option.default(fn);
        }
        return this.addOption(option);
      }
      /**
       * Define option with `flags`, `description`, and optional argument parsing function or `defaultValue` or both.
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space. A required
       * option-argument is indicated by `<>` and an optional option-argument by `[]`.
       *
       * See the README for more details, and see also addOption() and requiredOption().
       *
       * @example
       * program
       *     .option('-p, --pepper', 'add pepper')
       *     .option('--pt, --pizza-type <TYPE>', 'type of pizza') // required option-argument
       *     .option('-c, --cheese [CHEESE]', 'add extra cheese', 'mozzarella') // optional option-argument with default
       *     .option('-t, --tip <VALUE>', 'add tip to purchase cost', parseFloat) // custom parse function
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      option(flags, description, parseArg, defaultValue) {
        return this._optionEx({}, flags, description, parseArg, defaultValue);
      }
      /**
       * Add a required option which must have a value after parsing. This usually means
       * the option must be specified on the command line. (Otherwise the same as .option().)
       *
       * The `flags` string contains the short and/or long flags, separated by comma, a pipe or space.
       *
       * @param {string} flags
       * @param {string} [description]
       * @param {(Function|*)} [parseArg] - custom option processing function or default value
       * @param {*} [defaultValue]
       * @return {Command} `this` command for chaining
       */
      requiredOption(flags, description, parseArg, defaultValue) {
        return this._optionEx(
          { mandatory: true },
          flags,
          description,
          parseArg,
          defaultValue
        );
      }
      /**
       * Alter parsing of short flags with optional values.
       *
       * @example
       * // for `.option('-f,--flag [value]'):
       * program.combineFlagAndOptionalValue(true);  // `-f80` is treated like `--flag=80`, this is the default behaviour
       * program.combineFlagAndOptionalValue(false) // `-fb` is treated like `-f -b`
       *
       * @param {boolean} [combine] - if `true` or omitted, an optional value can be specified directly after the flag.
       * @return {Command} `this` command for chaining
       */
      combineFlagAndOptionalValue(combine = true) {
        this._combineFlagAndOptionalValue = !!combine;
        return this;
      }
      /**
       * Allow unknown options on the command line.
       *
       * @param {boolean} [allowUnknown] - if `true` or omitted, no error will be thrown for unknown options.
       * @return {Command} `this` command for chaining
       */
      allowUnknownOption(allowUnknown = true) {
        this._allowUnknownOption = !!allowUnknown;
        return this;
      }
      /**
       * Allow excess command-arguments on the command line. Pass false to make excess arguments an error.
       *
       * @param {boolean} [allowExcess] - if `true` or omitted, no error will be thrown for excess arguments.
       * @return {Command} `this` command for chaining
       */
      allowExcessArguments(allowExcess = true) {
        this._allowExcessArguments = !!allowExcess;
        return this;
      }
      /**
       * Enable positional options. Positional means global options are specified before subcommands which lets
       * subcommands reuse the same option names, and also enables subcommands to turn on passThroughOptions.
       * The default behaviour is non-positional and global options may appear anywhere on the command line.
       *
       * @param {boolean} [positional]
       * @return {Command} `this` command for chaining
       */
      enablePositionalOptions(positional = true) {
        this._enablePositionalOptions = !!positional;
        return this;
      }
      /**
       * Pass through options that come after command-arguments rather than treat them as command-options,
       * so actual command-options come before command-arguments. Turning this on for a subcommand requires
       * positional options to have been enabled on the program (parent commands).
       * The default behaviour is non-positional and options may appear before or after command-arguments.
       *
       * @param {boolean} [passThrough] for unknown options.
       * @return {Command} `this` command for chaining
       */
      passThroughOptions(passThrough = true) {
        this._passThroughOptions = !!passThrough;
        this._checkForBrokenPassThrough();
        return this;
      }
      /**
       * @private
       */
      _checkForBrokenPassThrough() {
        if (this.parent && this._passThroughOptions && !this.parent._enablePositionalOptions) {
          throw new Error(
            `passThroughOptions cannot be used for '${this._name}' without turning on enablePositionalOptions for parent command(s)`
          );
        }
      }
      /**
       * Whether to store option values as properties on command object,
       * or store separately (specify false). In both cases the option values can be accessed using .opts().
       *
       * @param {boolean} [storeAsProperties=true]
       * @return {Command} `this` command for chaining
       */
      storeOptionsAsProperties(storeAsProperties = true) {
        if (this.options.length) {
          throw new Error("call .storeOptionsAsProperties() before adding options");
        }
        if (Object.keys(this._optionValues).length) {
          throw new Error(
            "call .storeOptionsAsProperties() before setting option values"
          );
        }
        this._storeOptionsAsProperties = !!storeAsProperties;
        return this;
      }
      /**
       * Retrieve option value.
       *
       * @param {string} key
       * @return {object} value
       */
      getOptionValue(key) {
        if (this._storeOptionsAsProperties) {
          return this[key];
        }
        return this._optionValues[key];
      }
      /**
       * Store option value.
       *
       * @param {string} key
       * @param {object} value
       * @return {Command} `this` command for chaining
       */
      setOptionValue(key, value) {
        return this.setOptionValueWithSource(key, value, void 0);
      }
      /**
       * Store option value and where the value came from.
       *
       * @param {string} key
       * @param {object} value
       * @param {string} source - expected values are default/config/env/cli/implied
       * @return {Command} `this` command for chaining
       */
      setOptionValueWithSource(key, value, source) {
        if (this._storeOptionsAsProperties) {
          this[key] = value;
        } else {
          this._optionValues[key] = value;
        }
        this._optionValueSources[key] = source;
        return this;
      }
      /**
       * Get source of option value.
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSource(key) {
        return this._optionValueSources[key];
      }
      /**
       * Get source of option value. See also .optsWithGlobals().
       * Expected values are default | config | env | cli | implied
       *
       * @param {string} key
       * @return {string}
       */
      getOptionValueSourceWithGlobals(key) {
        let source;
        this._getCommandAndAncestors().forEach((cmd) => {
          if (cmd.getOptionValueSource(key) !== void 0) {
            source = cmd.getOptionValueSource(key);
          }
        });
        return source;
      }
      /**
       * Get user arguments from implied or explicit arguments.
       * Side-effects: set _scriptPath if args included script. Used for default program name, and subcommand searches.
       *
       * @private
       */
      _prepareUserArgs(argv, parseOptions) {
        if (argv !== void 0 && !Array.isArray(argv)) {
          throw new Error("first parameter to parse must be array or undefined");
        }
        parseOptions = parseOptions || {};
        if (argv === void 0 && parseOptions.from === void 0) {
          if (process.versions?.electron) {
            parseOptions.from = "electron";
          }
          const execArgv = process.execArgv ?? [];
          if (execArgv.includes("-e") || execArgv.includes("--eval") || execArgv.includes("-p") || execArgv.includes("--print")) {
            parseOptions.from = "eval";
          }
        }
        if (argv === void 0) {
          argv = process.argv;
        }
        this.rawArgs = argv.slice();
        let userArgs;
        switch (parseOptions.from) {
          case void 0:
          case "node":
            this._scriptPath = argv[1];
            userArgs = argv.slice(2);
            break;
          case "electron":
            if (process.defaultApp) {
              this._scriptPath = argv[1];
              userArgs = argv.slice(2);
            } else {
              userArgs = argv.slice(1);
            }
            break;
          case "user":
            userArgs = argv.slice(0);
            break;
          case "eval":
            userArgs = argv.slice(1);
            break;
          default:
            throw new Error(
              `unexpected parse option { from: '${parseOptions.from}' }`
            );
        }
        if (!this._name && this._scriptPath)
          this.nameFromFilename(this._scriptPath);
        this._name = this._name || "program";
        return userArgs;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Use parseAsync instead of parse if any of your action handlers are async.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * program.parse(); // parse process.argv and auto-detect electron and special node flags
       * program.parse(process.argv); // assume argv[0] is app and argv[1] is script
       * program.parse(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv] - optional, defaults to process.argv
       * @param {object} [parseOptions] - optionally specify style of options with from: node/user/electron
       * @param {string} [parseOptions.from] - where the args are from: 'node', 'user', 'electron'
       * @return {Command} `this` command for chaining
       */
      parse(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        this._parseCommand([], userArgs);
        return this;
      }
      /**
       * Parse `argv`, setting options and invoking commands when defined.
       *
       * Call with no parameters to parse `process.argv`. Detects Electron and special node options like `node --eval`. Easy mode!
       *
       * Or call with an array of strings to parse, and optionally where the user arguments start by specifying where the arguments are `from`:
       * - `'node'`: default, `argv[0]` is the application and `argv[1]` is the script being run, with user arguments after that
       * - `'electron'`: `argv[0]` is the application and `argv[1]` varies depending on whether the electron application is packaged
       * - `'user'`: just user arguments
       *
       * @example
       * await program.parseAsync(); // parse process.argv and auto-detect electron and special node flags
       * await program.parseAsync(process.argv); // assume argv[0] is app and argv[1] is script
       * await program.parseAsync(my-args, { from: 'user' }); // just user supplied arguments, nothing special about argv[0]
       *
       * @param {string[]} [argv]
       * @param {object} [parseOptions]
       * @param {string} parseOptions.from - where the args are from: 'node', 'user', 'electron'
       * @return {Promise}
       */
      async parseAsync(argv, parseOptions) {
        this._prepareForParse();
        const userArgs = this._prepareUserArgs(argv, parseOptions);
        await this._parseCommand([], userArgs);
        return this;
      }
      _prepareForParse() {
        if (this._savedState === null) {
          this.saveStateBeforeParse();
        } else {
          this.restoreStateBeforeParse();
        }
      }
      /**
       * Called the first time parse is called to save state and allow a restore before subsequent calls to parse.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state saved.
       */
      saveStateBeforeParse() {
        this._savedState = {
          // name is stable if supplied by author, but may be unspecified for root command and deduced during parsing
          _name: this._name,
          // option values before parse have default values (including false for negated options)
          // shallow clones
          _optionValues: { ...this._optionValues },
          _optionValueSources: { ...this._optionValueSources }
        };
      }
      /**
       * Restore state before parse for calls after the first.
       * Not usually called directly, but available for subclasses to save their custom state.
       *
       * This is called in a lazy way. Only commands used in parsing chain will have state restored.
       */
      restoreStateBeforeParse() {
        if (this._storeOptionsAsProperties)
          throw new Error(`Can not call parse again when storeOptionsAsProperties is true.
- either make a new Command for each call to parse, or stop storing options as properties`);
        this._name = this._savedState._name;
        this._scriptPath = null;
        this.rawArgs = [];
        this._optionValues = { ...this._savedState._optionValues };
        this._optionValueSources = { ...this._savedState._optionValueSources };
        this.args = [];
        this.processedArgs = [];
      }
      /**
       * Throw if expected executable is missing. Add lots of help for author.
       *
       * @param {string} executableFile
       * @param {string} executableDir
       * @param {string} subcommandName
       */
      _checkForMissingExecutable(executableFile, executableDir, subcommandName) {
        if (fs.existsSync(executableFile)) return;
        const executableDirMessage = executableDir ? `searched for local subcommand relative to directory '${executableDir}'` : "no directory for search for local subcommand, use .executableDir() to supply a custom directory";
        const executableMissing = `'${executableFile}' does not exist
 - if '${subcommandName}' is not meant to be an executable command, remove description parameter from '.command()' and use '.description()' instead
 - if the default executable name is not suitable, use the executableFile option to supply a custom name or path
 - ${executableDirMessage}`;
        throw new Error(executableMissing);
      }
      /**
       * Execute a sub-command executable.
       *
       * @private
       */
      _executeSubCommand(subcommand, args) {
        args = args.slice();
        let launchWithNode = false;
        const sourceExt = [".js", ".ts", ".tsx", ".mjs", ".cjs"];
        function findFile(baseDir, baseName) {
          const localBin = path.resolve(baseDir, baseName);
          if (fs.existsSync(localBin)) return localBin;
          if (sourceExt.includes(path.extname(baseName))) return void 0;
          const foundExt = sourceExt.find(
            (ext) => fs.existsSync(`${localBin}${ext}`)
          );
          if (foundExt) return `${localBin}${foundExt}`;
          return void 0;
        }
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        let executableFile = subcommand._executableFile || `${this._name}-${subcommand._name}`;
        let executableDir = this._executableDir || "";
        if (this._scriptPath) {
          let resolvedScriptPath;
          try {
            resolvedScriptPath = fs.realpathSync(this._scriptPath);
          } catch {
            resolvedScriptPath = this._scriptPath;
          }
          executableDir = path.resolve(
            path.dirname(resolvedScriptPath),
            executableDir
          );
        }
        if (executableDir) {
          let localFile = findFile(executableDir, executableFile);
          if (!localFile && !subcommand._executableFile && this._scriptPath) {
            const legacyName = path.basename(
              this._scriptPath,
              path.extname(this._scriptPath)
            );
            if (legacyName !== this._name) {
              localFile = findFile(
                executableDir,
                `${legacyName}-${subcommand._name}`
              );
            }
          }
          executableFile = localFile || executableFile;
        }
        launchWithNode = sourceExt.includes(path.extname(executableFile));
        let proc;
        if (process.platform !== "win32") {
          if (launchWithNode) {
            args.unshift(executableFile);
            args = incrementNodeInspectorPort(process.execArgv).concat(args);
            proc = childProcess.spawn(process.argv[0], args, { stdio: "inherit" });
          } else {
            proc = childProcess.spawn(executableFile, args, { stdio: "inherit" });
          }
        } else {
          this._checkForMissingExecutable(
            executableFile,
            executableDir,
            subcommand._name
          );
          args.unshift(executableFile);
          args = incrementNodeInspectorPort(process.execArgv).concat(args);
          proc = childProcess.spawn(process.execPath, args, { stdio: "inherit" });
        }
        if (!proc.killed) {
          const signals = ["SIGUSR1", "SIGUSR2", "SIGTERM", "SIGINT", "SIGHUP"];
          signals.forEach((signal) => {
            process.on(signal, () => {
              if (proc.killed === false && proc.exitCode === null) {
                proc.kill(signal);
              }
            });
          });
        }
        const exitCallback = this._exitCallback;
        proc.on("close", (code) => {
          code = code ?? 1;
          if (!exitCallback) {
            process.exit(code);
          } else {
            exitCallback(
              new CommanderError2(
                code,
                "commander.executeSubCommandAsync",
                "(close)"
              )
            );
          }
        });
        proc.on("error", (err) => {
          if (err.code === "ENOENT") {
            this._checkForMissingExecutable(
              executableFile,
              executableDir,
              subcommand._name
            );
          } else if (err.code === "EACCES") {
            throw new Error(`'${executableFile}' not executable`);
          }
          if (!exitCallback) {
            process.exit(1);
          } else {
            const wrappedError = new CommanderError2(
              1,
              "commander.executeSubCommandAsync",
              "(error)"
            );
            wrappedError.nestedError = err;
            exitCallback(wrappedError);
          }
        });
        this.runningCommand = proc;
      }
      /**
       * @private
       */
      _dispatchSubcommand(commandName, operands, unknown) {
        const subCommand = this._findCommand(commandName);
        if (!subCommand) this.help({ error: true });
        subCommand._prepareForParse();
        let promiseChain;
        promiseChain = this._chainOrCallSubCommandHook(
          promiseChain,
          subCommand,
          "preSubcommand"
        );
        promiseChain = this._chainOrCall(promiseChain, () => {
          if (subCommand._executableHandler) {
            this._executeSubCommand(subCommand, operands.concat(unknown));
          } else {
            return subCommand._parseCommand(operands, unknown);
          }
        });
        return promiseChain;
      }
      /**
       * Invoke help directly if possible, or dispatch if necessary.
       * e.g. help foo
       *
       * @private
       */
      _dispatchHelpCommand(subcommandName) {
        if (!subcommandName) {
          this.help();
        }
        const subCommand = this._findCommand(subcommandName);
        if (subCommand && !subCommand._executableHandler) {
          subCommand.help();
        }
        return this._dispatchSubcommand(
          subcommandName,
          [],
          [this._getHelpOption()?.long ?? this._getHelpOption()?.short ?? "--help"]
        );
      }
      /**
       * Check this.args against expected this.registeredArguments.
       *
       * @private
       */
      _checkNumberOfArguments() {
        this.registeredArguments.forEach((arg, i) => {
          if (arg.required && this.args[i] == null) {
            this.missingArgument(arg.name());
          }
        });
        if (this.registeredArguments.length > 0 && this.registeredArguments[this.registeredArguments.length - 1].variadic) {
          return;
        }
        if (this.args.length > this.registeredArguments.length) {
          this._excessArguments(this.args);
        }
      }
      /**
       * Process this.args using this.registeredArguments and save as this.processedArgs!
       *
       * @private
       */
      _processArguments() {
        const myParseArg = (argument, value, previous) => {
          let parsedValue = value;
          if (value !== null && argument.parseArg) {
            const invalidValueMessage = `error: command-argument value '${value}' is invalid for argument '${argument.name()}'.`;
            parsedValue = this._callParseArg(
              argument,
              value,
              previous,
              invalidValueMessage
            );
          }
          return parsedValue;
        };
        this._checkNumberOfArguments();
        const processedArgs = [];
        this.registeredArguments.forEach((declaredArg, index) => {
          let value = declaredArg.defaultValue;
          if (declaredArg.variadic) {
            if (index < this.args.length) {
              value = this.args.slice(index);
              if (declaredArg.parseArg) {
                value = value.reduce((processed, v) => {
                  return myParseArg(declaredArg, v, processed);
                }, declaredArg.defaultValue);
              }
            } else if (value === void 0) {
              value = [];
            }
          } else if (index < this.args.length) {
            value = this.args[index];
            if (declaredArg.parseArg) {
              value = myParseArg(declaredArg, value, declaredArg.defaultValue);
            }
          }
          processedArgs[index] = value;
        });
        this.processedArgs = processedArgs;
      }
      /**
       * Once we have a promise we chain, but call synchronously until then.
       *
       * @param {(Promise|undefined)} promise
       * @param {Function} fn
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCall(promise, fn) {
        if (promise?.then && typeof promise.then === "function") {
          return promise.then(() => fn());
        }
        return fn();
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallHooks(promise, event) {
        let result = promise;
        const hooks = [];
        this._getCommandAndAncestors().reverse().filter((cmd) => cmd._lifeCycleHooks[event] !== void 0).forEach((hookedCommand) => {
          hookedCommand._lifeCycleHooks[event].forEach((callback) => {
            hooks.push({ hookedCommand, callback });
          });
        });
        if (event === "postAction") {
          hooks.reverse();
        }
        hooks.forEach((hookDetail) => {
          result = this._chainOrCall(result, () => {
            return hookDetail.callback(hookDetail.hookedCommand, this);
          });
        });
        return result;
      }
      /**
       *
       * @param {(Promise|undefined)} promise
       * @param {Command} subCommand
       * @param {string} event
       * @return {(Promise|undefined)}
       * @private
       */
      _chainOrCallSubCommandHook(promise, subCommand, event) {
        let result = promise;
        if (this._lifeCycleHooks[event] !== void 0) {
          this._lifeCycleHooks[event].forEach((hook) => {
            result = this._chainOrCall(result, () => {
              return hook(this, subCommand);
            });
          });
        }
        return result;
      }
      /**
       * Process arguments in context of this command.
       * Returns action result, in case it is a promise.
       *
       * @private
       */
      _parseCommand(operands, unknown) {
        const parsed = this.parseOptions(unknown);
        this._parseOptionsEnv();
        this._parseOptionsImplied();
        operands = operands.concat(parsed.operands);
        unknown = parsed.unknown;
        this.args = operands.concat(unknown);
        if (operands && this._findCommand(operands[0])) {
          return this._dispatchSubcommand(operands[0], operands.slice(1), unknown);
        }
        if (this._getHelpCommand() && operands[0] === this._getHelpCommand().name()) {
          return this._dispatchHelpCommand(operands[1]);
        }
        if (this._defaultCommandName) {
          this._outputHelpIfRequested(unknown);
          return this._dispatchSubcommand(
            this._defaultCommandName,
            operands,
            unknown
          );
        }
        if (this.commands.length && this.args.length === 0 && !this._actionHandler && !this._defaultCommandName) {
          this.help({ error: true });
        }
        this._outputHelpIfRequested(parsed.unknown);
        this._checkForMissingMandatoryOptions();
        this._checkForConflictingOptions();
        const checkForUnknownOptions = () => {
          if (parsed.unknown.length > 0) {
            this.unknownOption(parsed.unknown[0]);
          }
        };
        const commandEvent = `command:${this.name()}`;
        if (this._actionHandler) {
          checkForUnknownOptions();
          this._processArguments();
          let promiseChain;
          promiseChain = this._chainOrCallHooks(promiseChain, "preAction");
          promiseChain = this._chainOrCall(
            promiseChain,
            () => this._actionHandler(this.processedArgs)
          );
          if (this.parent) {
            promiseChain = this._chainOrCall(promiseChain, () => {
              this.parent.emit(commandEvent, operands, unknown);
            });
          }
          promiseChain = this._chainOrCallHooks(promiseChain, "postAction");
          return promiseChain;
        }
        if (this.parent?.listenerCount(commandEvent)) {
          checkForUnknownOptions();
          this._processArguments();
          this.parent.emit(commandEvent, operands, unknown);
        } else if (operands.length) {
          if (this._findCommand("*")) {
            return this._dispatchSubcommand("*", operands, unknown);
          }
          if (this.listenerCount("command:*")) {
            this.emit("command:*", operands, unknown);
          } else if (this.commands.length) {
            this.unknownCommand();
          } else {
            checkForUnknownOptions();
            this._processArguments();
          }
        } else if (this.commands.length) {
          checkForUnknownOptions();
          this.help({ error: true });
        } else {
          checkForUnknownOptions();
          this._processArguments();
        }
      }
      /**
       * Find matching command.
       *
       * @private
       * @return {Command | undefined}
       */
      _findCommand(name) {
        if (!name) return void 0;
        return this.commands.find(
          (cmd) => cmd._name === name || cmd._aliases.includes(name)
        );
      }
      /**
       * Return an option matching `arg` if any.
       *
       * @param {string} arg
       * @return {Option}
       * @package
       */
      _findOption(arg) {
        return this.options.find((option) => option.is(arg));
      }
      /**
       * Display an error message if a mandatory option does not have a value.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForMissingMandatoryOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd.options.forEach((anOption) => {
            if (anOption.mandatory && cmd.getOptionValue(anOption.attributeName()) === void 0) {
              cmd.missingMandatoryOptionValue(anOption);
            }
          });
        });
      }
      /**
       * Display an error message if conflicting options are used together in this.
       *
       * @private
       */
      _checkForConflictingLocalOptions() {
        const definedNonDefaultOptions = this.options.filter((option) => {
          const optionKey = option.attributeName();
          if (this.getOptionValue(optionKey) === void 0) {
            return false;
          }
          return this.getOptionValueSource(optionKey) !== "default";
        });
        const optionsWithConflicting = definedNonDefaultOptions.filter(
          (option) => option.conflictsWith.length > 0
        );
        optionsWithConflicting.forEach((option) => {
          const conflictingAndDefined = definedNonDefaultOptions.find(
            (defined) => option.conflictsWith.includes(defined.attributeName())
          );
          if (conflictingAndDefined) {
            this._conflictingOption(option, conflictingAndDefined);
          }
        });
      }
      /**
       * Display an error message if conflicting options are used together.
       * Called after checking for help flags in leaf subcommand.
       *
       * @private
       */
      _checkForConflictingOptions() {
        this._getCommandAndAncestors().forEach((cmd) => {
          cmd._checkForConflictingLocalOptions();
        });
      }
      /**
       * Parse options from `argv` removing known options,
       * and return argv split into operands and unknown arguments.
       *
       * Side effects: modifies command by storing options. Does not reset state if called again.
       *
       * Examples:
       *
       *     argv => operands, unknown
       *     --known kkk op => [op], []
       *     op --known kkk => [op], []
       *     sub --unknown uuu op => [sub], [--unknown uuu op]
       *     sub -- --unknown uuu op => [sub --unknown uuu op], []
       *
       * @param {string[]} args
       * @return {{operands: string[], unknown: string[]}}
       */
      parseOptions(args) {
        const operands = [];
        const unknown = [];
        let dest = operands;
        function maybeOption(arg) {
          return arg.length > 1 && arg[0] === "-";
        }
        const negativeNumberArg = (arg) => {
          if (!/^-(\d+|\d*\.\d+)(e[+-]?\d+)?$/.test(arg)) return false;
          return !this._getCommandAndAncestors().some(
            (cmd) => cmd.options.map((opt) => opt.short).some((short) => /^-\d$/.test(short))
          );
        };
        let activeVariadicOption = null;
        let activeGroup = null;
        let i = 0;
        while (i < args.length || activeGroup) {
          const arg = activeGroup ?? args[i++];
          activeGroup = null;
          if (arg === "--") {
            if (dest === unknown) dest.push(arg);
            dest.push(...args.slice(i));
            break;
          }
          if (activeVariadicOption && (!maybeOption(arg) || negativeNumberArg(arg))) {
            this.emit(`option:${activeVariadicOption.name()}`, arg);
            continue;
          }
          activeVariadicOption = null;
          if (maybeOption(arg)) {
            const option = this._findOption(arg);
            if (option) {
              if (option.required) {
                const value = args[i++];
                if (value === void 0) this.optionMissingArgument(option);
                this.emit(`option:${option.name()}`, value);
              } else if (option.optional) {
                let value = null;
                if (i < args.length && (!maybeOption(args[i]) || negativeNumberArg(args[i]))) {
                  value = args[i++];
                }
                this.emit(`option:${option.name()}`, value);
              } else {
                this.emit(`option:${option.name()}`);
              }
              activeVariadicOption = option.variadic ? option : null;
              continue;
            }
          }
          if (arg.length > 2 && arg[0] === "-" && arg[1] !== "-") {
            const option = this._findOption(`-${arg[1]}`);
            if (option) {
              if (option.required || option.optional && this._combineFlagAndOptionalValue) {
                this.emit(`option:${option.name()}`, arg.slice(2));
              } else {
                this.emit(`option:${option.name()}`);
                activeGroup = `-${arg.slice(2)}`;
              }
              continue;
            }
          }
          if (/^--[^=]+=/.test(arg)) {
            const index = arg.indexOf("=");
            const option = this._findOption(arg.slice(0, index));
            if (option && (option.required || option.optional)) {
              this.emit(`option:${option.name()}`, arg.slice(index + 1));
              continue;
            }
          }
          if (dest === operands && maybeOption(arg) && !(this.commands.length === 0 && negativeNumberArg(arg))) {
            dest = unknown;
          }
          if ((this._enablePositionalOptions || this._passThroughOptions) && operands.length === 0 && unknown.length === 0) {
            if (this._findCommand(arg)) {
              operands.push(arg);
              unknown.push(...args.slice(i));
              break;
            } else if (this._getHelpCommand() && arg === this._getHelpCommand().name()) {
              operands.push(arg, ...args.slice(i));
              break;
            } else if (this._defaultCommandName) {
              unknown.push(arg, ...args.slice(i));
              break;
            }
          }
          if (this._passThroughOptions) {
            dest.push(arg, ...args.slice(i));
            break;
          }
          dest.push(arg);
        }
        return { operands, unknown };
      }
      /**
       * Return an object containing local option values as key-value pairs.
       *
       * @return {object}
       */
      opts() {
        if (this._storeOptionsAsProperties) {
          const result = {};
          const len = this.options.length;
          for (let i = 0; i < len; i++) {
            const key = this.options[i].attributeName();
            result[key] = key === this._versionOptionName ? this._version : this[key];
          }
          return result;
        }
        return this._optionValues;
      }
      /**
       * Return an object containing merged local and global option values as key-value pairs.
       *
       * @return {object}
       */
      optsWithGlobals() {
        return this._getCommandAndAncestors().reduce(
          (combinedOptions, cmd) => Object.assign(combinedOptions, cmd.opts()),
          {}
        );
      }
      /**
       * Display error message and exit (or call exitOverride).
       *
       * @param {string} message
       * @param {object} [errorOptions]
       * @param {string} [errorOptions.code] - an id string representing the error
       * @param {number} [errorOptions.exitCode] - used with process.exit
       */
      error(message, errorOptions) {
        this._outputConfiguration.outputError(
          `${message}
`,
          this._outputConfiguration.writeErr
        );
        if (typeof this._showHelpAfterError === "string") {
          this._outputConfiguration.writeErr(`${this._showHelpAfterError}
`);
        } else if (this._showHelpAfterError) {
          this._outputConfiguration.writeErr("\n");
          this.outputHelp({ error: true });
        }
        const config = errorOptions || {};
        const exitCode = config.exitCode || 1;
        const code = config.code || "commander.error";
        this._exit(exitCode, code, message);
      }
      /**
       * Apply any option related environment variables, if option does
       * not have a value from cli or client code.
       *
       * @private
       */
      _parseOptionsEnv() {
        this.options.forEach((option) => {
          if (option.envVar && option.envVar in process.env) {
            const optionKey = option.attributeName();
            if (this.getOptionValue(optionKey) === void 0 || ["default", "config", "env"].includes(
              this.getOptionValueSource(optionKey)
            )) {
              if (option.required || option.optional) {
                this.emit(`optionEnv:${option.name()}`, process.env[option.envVar]);
              } else {
                this.emit(`optionEnv:${option.name()}`);
              }
            }
          }
        });
      }
      /**
       * Apply any implied option values, if option is undefined or default value.
       *
       * @private
       */
      _parseOptionsImplied() {
        const dualHelper = new DualOptions(this.options);
        const hasCustomOptionValue = (optionKey) => {
          return this.getOptionValue(optionKey) !== void 0 && !["default", "implied"].includes(this.getOptionValueSource(optionKey));
        };
        this.options.filter(
          (option) => option.implied !== void 0 && hasCustomOptionValue(option.attributeName()) && dualHelper.valueFromOption(
            this.getOptionValue(option.attributeName()),
            option
          )
        ).forEach((option) => {
          Object.keys(option.implied).filter((impliedKey) => !hasCustomOptionValue(impliedKey)).forEach((impliedKey) => {
            this.setOptionValueWithSource(
              impliedKey,
              option.implied[impliedKey],
              "implied"
            );
          });
        });
      }
      /**
       * Argument `name` is missing.
       *
       * @param {string} name
       * @private
       */
      missingArgument(name) {
        const message = `error: missing required argument '${name}'`;
        this.error(message, { code: "commander.missingArgument" });
      }
      /**
       * `Option` is missing an argument.
       *
       * @param {Option} option
       * @private
       */
      optionMissingArgument(option) {
        const message = `error: option '${option.flags}' argument missing`;
        this.error(message, { code: "commander.optionMissingArgument" });
      }
      /**
       * `Option` does not have a value, and is a mandatory option.
       *
       * @param {Option} option
       * @private
       */
      missingMandatoryOptionValue(option) {
        const message = `error: required option '${option.flags}' not specified`;
        this.error(message, { code: "commander.missingMandatoryOptionValue" });
      }
      /**
       * `Option` conflicts with another option.
       *
       * @param {Option} option
       * @param {Option} conflictingOption
       * @private
       */
      _conflictingOption(option, conflictingOption) {
        const findBestOptionFromValue = (option2) => {
          const optionKey = option2.attributeName();
          const optionValue = this.getOptionValue(optionKey);
          const negativeOption = this.options.find(
            (target) => target.negate && optionKey === target.attributeName()
          );
          const positiveOption = this.options.find(
            (target) => !target.negate && optionKey === target.attributeName()
          );
          if (negativeOption && (negativeOption.presetArg === void 0 && optionValue === false || negativeOption.presetArg !== void 0 && optionValue === negativeOption.presetArg)) {
            return negativeOption;
          }
          return positiveOption || option2;
        };
        const getErrorMessage = (option2) => {
          const bestOption = findBestOptionFromValue(option2);
          const optionKey = bestOption.attributeName();
          const source = this.getOptionValueSource(optionKey);
          if (source === "env") {
            return `environment variable '${bestOption.envVar}'`;
          }
          return `option '${bestOption.flags}'`;
        };
        const message = `error: ${getErrorMessage(option)} cannot be used with ${getErrorMessage(conflictingOption)}`;
        this.error(message, { code: "commander.conflictingOption" });
      }
      /**
       * Unknown option `flag`.
       *
       * @param {string} flag
       * @private
       */
      unknownOption(flag) {
        if (this._allowUnknownOption) return;
        let suggestion = "";
        if (flag.startsWith("--") && this._showSuggestionAfterError) {
          let candidateFlags = [];
          let command = this;
          do {
            const moreFlags = command.createHelp().visibleOptions(command).filter((option) => option.long).map((option) => option.long);
            candidateFlags = candidateFlags.concat(moreFlags);
            command = command.parent;
          } while (command && !command._enablePositionalOptions);
          suggestion = suggestSimilar(flag, candidateFlags);
        }
        const message = `error: unknown option '${flag}'${suggestion}`;
        this.error(message, { code: "commander.unknownOption" });
      }
      /**
       * Excess arguments, more than expected.
       *
       * @param {string[]} receivedArgs
       * @private
       */
      _excessArguments(receivedArgs) {
        if (this._allowExcessArguments) return;
        const expected = this.registeredArguments.length;
        const s = expected === 1 ? "" : "s";
        const forSubcommand = this.parent ? ` for '${this.name()}'` : "";
        const message = `error: too many arguments${forSubcommand}. Expected ${expected} argument${s} but got ${receivedArgs.length}.`;
        this.error(message, { code: "commander.excessArguments" });
      }
      /**
       * Unknown command.
       *
       * @private
       */
      unknownCommand() {
        const unknownName = this.args[0];
        let suggestion = "";
        if (this._showSuggestionAfterError) {
          const candidateNames = [];
          this.createHelp().visibleCommands(this).forEach((command) => {
            candidateNames.push(command.name());
            if (command.alias()) candidateNames.push(command.alias());
          });
          suggestion = suggestSimilar(unknownName, candidateNames);
        }
        const message = `error: unknown command '${unknownName}'${suggestion}`;
        this.error(message, { code: "commander.unknownCommand" });
      }
      /**
       * Get or set the program version.
       *
       * This method auto-registers the "-V, --version" option which will print the version number.
       *
       * You can optionally supply the flags and description to override the defaults.
       *
       * @param {string} [str]
       * @param {string} [flags]
       * @param {string} [description]
       * @return {(this | string | undefined)} `this` command for chaining, or version string if no arguments
       */
      version(str, flags, description) {
        if (str === void 0) return this._version;
        this._version = str;
        flags = flags || "-V, --version";
        description = description || "output the version number";
        const versionOption = this.createOption(flags, description);
        this._versionOptionName = versionOption.attributeName();
        this._registerOption(versionOption);
        this.on("option:" + versionOption.name(), () => {
          this._outputConfiguration.writeOut(`${str}
`);
          this._exit(0, "commander.version", str);
        });
        return this;
      }
      /**
       * Set the description.
       *
       * @param {string} [str]
       * @param {object} [argsDescription]
       * @return {(string|Command)}
       */
      description(str, argsDescription) {
        if (str === void 0 && argsDescription === void 0)
          return this._description;
        this._description = str;
        if (argsDescription) {
          this._argsDescription = argsDescription;
        }
        return this;
      }
      /**
       * Set the summary. Used when listed as subcommand of parent.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      summary(str) {
        if (str === void 0) return this._summary;
        this._summary = str;
        return this;
      }
      /**
       * Set an alias for the command.
       *
       * You may call more than once to add multiple aliases. Only the first alias is shown in the auto-generated help.
       *
       * @param {string} [alias]
       * @return {(string|Command)}
       */
      alias(alias) {
        if (alias === void 0) return this._aliases[0];
        let command = this;
        if (this.commands.length !== 0 && this.commands[this.commands.length - 1]._executableHandler) {
          command = this.commands[this.commands.length - 1];
        }
        if (alias === command._name)
          throw new Error("Command alias can't be the same as its name");
        const matchingCommand = this.parent?._findCommand(alias);
        if (matchingCommand) {
          const existingCmd = [matchingCommand.name()].concat(matchingCommand.aliases()).join("|");
          throw new Error(
            `cannot add alias '${alias}' to command '${this.name()}' as already have command '${existingCmd}'`
          );
        }
        command._aliases.push(alias);
        return this;
      }
      /**
       * Set aliases for the command.
       *
       * Only the first alias is shown in the auto-generated help.
       *
       * @param {string[]} [aliases]
       * @return {(string[]|Command)}
       */
      aliases(aliases) {
        if (aliases === void 0) return this._aliases;
        aliases.forEach((alias) => this.alias(alias));
        return this;
      }
      /**
       * Set / get the command usage `str`.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      usage(str) {
        if (str === void 0) {
          if (this._usage) return this._usage;
          const args = this.registeredArguments.map((arg) => {
            return humanReadableArgName(arg);
          });
          return [].concat(
            this.options.length || this._helpOption !== null ? "[options]" : [],
            this.commands.length ? "[command]" : [],
            this.registeredArguments.length ? args : []
          ).join(" ");
        }
        this._usage = str;
        return this;
      }
      /**
       * Get or set the name of the command.
       *
       * @param {string} [str]
       * @return {(string|Command)}
       */
      name(str) {
        if (str === void 0) return this._name;
        this._name = str;
        return this;
      }
      /**
       * Set/get the help group heading for this subcommand in parent command's help.
       *
       * @param {string} [heading]
       * @return {Command | string}
       */
      helpGroup(heading) {
        if (heading === void 0) return this._helpGroupHeading ?? "";
        this._helpGroupHeading = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for subcommands added to this command.
       * (This does not override a group set directly on the subcommand using .helpGroup().)
       *
       * @example
       * program.commandsGroup('Development Commands:);
       * program.command('watch')...
       * program.command('lint')...
       * ...
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      commandsGroup(heading) {
        if (heading === void 0) return this._defaultCommandGroup ?? "";
        this._defaultCommandGroup = heading;
        return this;
      }
      /**
       * Set/get the default help group heading for options added to this command.
       * (This does not override a group set directly on the option using .helpGroup().)
       *
       * @example
       * program
       *   .optionsGroup('Development Options:')
       *   .option('-d, --debug', 'output extra debugging')
       *   .option('-p, --profile', 'output profiling information')
       *
       * @param {string} [heading]
       * @returns {Command | string}
       */
      optionsGroup(heading) {
        if (heading === void 0) return this._defaultOptionGroup ?? "";
        this._defaultOptionGroup = heading;
        return this;
      }
      /**
       * @param {Option} option
       * @private
       */
      _initOptionGroup(option) {
        if (this._defaultOptionGroup && !option.helpGroupHeading)
          option.helpGroup(this._defaultOptionGroup);
      }
      /**
       * @param {Command} cmd
       * @private
       */
      _initCommandGroup(cmd) {
        if (this._defaultCommandGroup && !cmd.helpGroup())
          cmd.helpGroup(this._defaultCommandGroup);
      }
      /**
       * Set the name of the command from script filename, such as process.argv[1],
       * or require.main.filename, or __filename.
       *
       * (Used internally and public although not documented in README.)
       *
       * @example
       * program.nameFromFilename(require.main.filename);
       *
       * @param {string} filename
       * @return {Command}
       */
      nameFromFilename(filename) {
        this._name = path.basename(filename, path.extname(filename));
        return this;
      }
      /**
       * Get or set the directory for searching for executable subcommands of this command.
       *
       * @example
       * program.executableDir(__dirname);
       * // or
       * program.executableDir('subcommands');
       *
       * @param {string} [path]
       * @return {(string|null|Command)}
       */
      executableDir(path2) {
        if (path2 === void 0) return this._executableDir;
        this._executableDir = path2;
        return this;
      }
      /**
       * Return program help documentation.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to wrap for stderr instead of stdout
       * @return {string}
       */
      helpInformation(contextOptions) {
        const helper = this.createHelp();
        const context = this._getOutputContext(contextOptions);
        helper.prepareContext({
          error: context.error,
          helpWidth: context.helpWidth,
          outputHasColors: context.hasColors
        });
        const text = helper.formatHelp(this, helper);
        if (context.hasColors) return text;
        return this._outputConfiguration.stripColor(text);
      }
      /**
       * @typedef HelpContext
       * @type {object}
       * @property {boolean} error
       * @property {number} helpWidth
       * @property {boolean} hasColors
       * @property {function} write - includes stripColor if needed
       *
       * @returns {HelpContext}
       * @private
       */
      _getOutputContext(contextOptions) {
        contextOptions = contextOptions || {};
        const error = !!contextOptions.error;
        let baseWrite;
        let hasColors;
        let helpWidth;
        if (error) {
          baseWrite = (str) => this._outputConfiguration.writeErr(str);
          hasColors = this._outputConfiguration.getErrHasColors();
          helpWidth = this._outputConfiguration.getErrHelpWidth();
        } else {
          baseWrite = (str) => this._outputConfiguration.writeOut(str);
          hasColors = this._outputConfiguration.getOutHasColors();
          helpWidth = this._outputConfiguration.getOutHelpWidth();
        }
        const write = (str) => {
          if (!hasColors) str = this._outputConfiguration.stripColor(str);
          return baseWrite(str);
        };
        return { error, write, hasColors, helpWidth };
      }
      /**
       * Output help information for this command.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean } | Function} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      outputHelp(contextOptions) {
        let deprecatedCallback;
        if (typeof contextOptions === "function") {
          deprecatedCallback = contextOptions;
          contextOptions = void 0;
        }
        const outputContext = this._getOutputContext(contextOptions);
        const eventContext = {
          error: outputContext.error,
          write: outputContext.write,
          command: this
        };
        this._getCommandAndAncestors().reverse().forEach((command) => command.emit("beforeAllHelp", eventContext));
        this.emit("beforeHelp", eventContext);
        let helpInformation = this.helpInformation({ error: outputContext.error });
        if (deprecatedCallback) {
          helpInformation = deprecatedCallback(helpInformation);
          if (typeof helpInformation !== "string" && !Buffer.isBuffer(helpInformation)) {
            throw new Error("outputHelp callback must return a string or a Buffer");
          }
        }
        outputContext.write(helpInformation);
        if (this._getHelpOption()?.long) {
          this.emit(this._getHelpOption().long);
        }
        this.emit("afterHelp", eventContext);
        this._getCommandAndAncestors().forEach(
          (command) => command.emit("afterAllHelp", eventContext)
        );
      }
      /**
       * You can pass in flags and a description to customise the built-in help option.
       * Pass in false to disable the built-in help option.
       *
       * @example
       * program.helpOption('-?, --help' 'show help'); // customise
       * program.helpOption(false); // disable
       *
       * @param {(string | boolean)} flags
       * @param {string} [description]
       * @return {Command} `this` command for chaining
       */
      helpOption(flags, description) {
        if (typeof flags === "boolean") {
          if (flags) {
            if (this._helpOption === null) this._helpOption = void 0;
            if (this._defaultOptionGroup) {
              this._initOptionGroup(this._getHelpOption());
            }
          } else {
            this._helpOption = null;
          }
          return this;
        }
        this._helpOption = this.createOption(
          flags ?? "-h, --help",
          description ?? "display help for command"
        );
        if (flags || description) this._initOptionGroup(this._helpOption);
        return this;
      }
      /**
       * Lazy create help option.
       * Returns null if has been disabled with .helpOption(false).
       *
       * @returns {(Option | null)} the help option
       * @package
       */
      _getHelpOption() {
        if (this._helpOption === void 0) {
          this.helpOption(void 0, void 0);
        }
        return this._helpOption;
      }
      /**
       * Supply your own option to use for the built-in help option.
       * This is an alternative to using helpOption() to customise the flags and description etc.
       *
       * @param {Option} option
       * @return {Command} `this` command for chaining
       */
      addHelpOption(option) {
        this._helpOption = option;
        this._initOptionGroup(option);
        return this;
      }
      /**
       * Output help information and exit.
       *
       * Outputs built-in help, and custom text added using `.addHelpText()`.
       *
       * @param {{ error: boolean }} [contextOptions] - pass {error:true} to write to stderr instead of stdout
       */
      help(contextOptions) {
        this.outputHelp(contextOptions);
        let exitCode = Number(process.exitCode ?? 0);
        if (exitCode === 0 && contextOptions && typeof contextOptions !== "function" && contextOptions.error) {
          exitCode = 1;
        }
        this._exit(exitCode, "commander.help", "(outputHelp)");
      }
      /**
       * // Do a little typing to coordinate emit and listener for the help text events.
       * @typedef HelpTextEventContext
       * @type {object}
       * @property {boolean} error
       * @property {Command} command
       * @property {function} write
       */
      /**
       * Add additional text to be displayed with the built-in help.
       *
       * Position is 'before' or 'after' to affect just this command,
       * and 'beforeAll' or 'afterAll' to affect this command and all its subcommands.
       *
       * @param {string} position - before or after built-in help
       * @param {(string | Function)} text - string to add, or a function returning a string
       * @return {Command} `this` command for chaining
       */
      addHelpText(position, text) {
        const allowedValues = ["beforeAll", "before", "after", "afterAll"];
        if (!allowedValues.includes(position)) {
          throw new Error(`Unexpected value for position to addHelpText.
Expecting one of '${allowedValues.join("', '")}'`);
        }
        const helpEvent = `${position}Help`;
        this.on(helpEvent, (context) => {
          let helpStr;
          if (typeof text === "function") {
            helpStr = text({ error: context.error, command: context.command });
          } else {
            helpStr = text;
          }
          if (helpStr) {
            context.write(`${helpStr}
`);
          }
        });
        return this;
      }
      /**
       * Output help information if help flags specified
       *
       * @param {Array} args - array of options to search for help flags
       * @private
       */
      _outputHelpIfRequested(args) {
        const helpOption = this._getHelpOption();
        const helpRequested = helpOption && args.find((arg) => helpOption.is(arg));
        if (helpRequested) {
          this.outputHelp();
          this._exit(0, "commander.helpDisplayed", "(outputHelp)");
        }
      }
    };
    function incrementNodeInspectorPort(args) {
      return args.map((arg) => {
        if (!arg.startsWith("--inspect")) {
          return arg;
        }
        let debugOption;
        let debugHost = "127.0.0.1";
        let debugPort = "9229";
        let match;
        if ((match = arg.match(/^(--inspect(-brk)?)$/)) !== null) {
          debugOption = match[1];
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+)$/)) !== null) {
          debugOption = match[1];
          if (/^\d+$/.test(match[3])) {
            debugPort = match[3];
          } else {
            debugHost = match[3];
          }
        } else if ((match = arg.match(/^(--inspect(-brk|-port)?)=([^:]+):(\d+)$/)) !== null) {
          debugOption = match[1];
          debugHost = match[3];
          debugPort = match[4];
        }
        if (debugOption && debugPort !== "0") {
          return `${debugOption}=${debugHost}:${parseInt(debugPort) + 1}`;
        }
        return arg;
      });
    }
    function useColor() {
      if (process.env.NO_COLOR || process.env.FORCE_COLOR === "0" || process.env.FORCE_COLOR === "false")
        return false;
      if (process.env.FORCE_COLOR || process.env.CLICOLOR_FORCE !== void 0)
        return true;
      return void 0;
    }
    exports.Command = Command2;
    exports.useColor = useColor;
  }
});

// node_modules/commander/index.js
var require_commander = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__commonJS */ .P$)({
  "node_modules/commander/index.js"(exports) {
    var { Argument: Argument2 } = require_argument();
    var { Command: Command2 } = require_command();
    var { CommanderError: CommanderError2, InvalidArgumentError: InvalidArgumentError2 } = require_error();
    var { Help: Help2 } = require_help();
    var { Option: Option2 } = require_option();
    exports.program = new Command2();
    exports.createCommand = (name) => new Command2(name);
    exports.createOption = (flags, description) => new Option2(flags, description);
    exports.createArgument = (name, description) => new Argument2(name, description);
    exports.Command = Command2;
    exports.Option = Option2;
    exports.Argument = Argument2;
    exports.Help = Help2;
    exports.CommanderError = CommanderError2;
    exports.InvalidArgumentError = InvalidArgumentError2;
    exports.InvalidOptionArgumentError = InvalidArgumentError2;
  }
});

// src/cli/commands.ts
var COMMAND_HELP = {
  deploy: {
    about: "Write to KV what the tags of components ask for.",
    examples: [
      "deploy --tag components/prompts/extraction/production",
      'deploy --components "prompts/*" --environment staging --dry-run',
      "deploy --components prompts/extraction --environment production --local",
      "deploy --components prompts/extraction --environment production --local --worktree"
    ]
  },
  guard: {
    about: "Watch the metrics of a deploy, and roll it back on a breach.",
    examples: ["guard --components prompts/extraction --environment production"]
  },
  rollback: {
    about: "Bring back a version that ran before.",
    examples: [
      "rollback --components prompts/extraction --environment production",
      'rollback --components "prompts/*" --environment production --version previous --reason "wrong totals"',
      "rollback --components prompts/extraction --environment production --percentage 5"
    ]
  },
  promote: {
    about: "Put a version, or what another environment runs, into an environment.",
    examples: [
      "promote --components prompts/extraction --environment production --version v1.1.0",
      'promote --components "prompts/*" --environment production --from staging'
    ]
  },
  reconcile: {
    about: "Compare KV with all tags, and repair what drifts.",
    examples: ["reconcile", "reconcile --environment production --heal", "reconcile --local --heal"]
  },
  validate: {
    about: "Find references to components, versions and environments that do not exist.",
    examples: ["validate"]
  },
  history: {
    about: "Say what ran where at a time, and who moved what.",
    examples: [
      "history --environment production",
      "history --at 2026-05-05T14:47:00+02:00",
      "history --since 2026-05-01T00:00:00Z --components prompts/extraction --json",
      "history --page history.html"
    ]
  },
  restore: {
    about: "Recreate an environment as it was at a time.",
    examples: ["restore --environment debug --from production --at 2026-05-05T14:47:00+02:00"]
  },
  compare: {
    about: "Watch two versions in two environments, and say which is better.",
    examples: ["compare --components prompts/extraction --environment ab-test-a --with ab-test-b"]
  },
  backtest: {
    about: "Replay the gate of an environment over past deploys.",
    examples: ["backtest --environment production --since 2026-05-01T00:00:00Z"]
  },
  doctor: {
    about: "Check the whole set-up without writing anything.",
    examples: ["doctor", "doctor --environment production"]
  }
};
var READING = /* @__PURE__ */ new Set(["validate", "history", "backtest", "doctor"]);
var LOCAL = /* @__PURE__ */ new Set(["deploy", "promote", "rollback", "reconcile", "restore", "history"]);
function isMoving(command, given) {
  const isOn = (name) => given.get(name)?.toLowerCase() === "true";
  if (READING.has(command) || isOn("dry-run")) {
    return false;
  }
  switch (command) {
    case "reconcile":
      return isOn("heal") || isOn("prune");
    case "compare":
      return given.has("version") || given.has("with-version");
    default:
      return true;
  }
}
function isPlannable(command) {
  return !["guard", "compare"].includes(command);
}
function isLocalCommand(command) {
  return LOCAL.has(command);
}
function refuseUnselected(command, given, hasRun) {
  const isSelected = ["tag", "components", "environment"].some((name) => given.has(name));
  if (!isSelected && (command === "deploy" || command === "guard" && !hasRun)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
      "input-missing",
      `It is not said what to ${command === "deploy" ? "deploy" : "watch"}.`,
      `Give \`--components\` and \`--environment\`, or \`--tag\`.${command === "deploy" ? " For everything there is `tagship reconcile --heal`." : ""}`
    );
  }
}

// node_modules/commander/esm.mjs
var import_index = (0,_with_js__WEBPACK_IMPORTED_MODULE_5__/* .__toESM */ .f1)(require_commander(), 1);
var {
  program,
  createCommand,
  createArgument,
  createOption,
  CommanderError,
  InvalidArgumentError,
  InvalidOptionArgumentError,
  // deprecated old name
  Command,
  Argument,
  Option,
  Help
} = import_index.default;

// src/cli/program.ts
var TERMINAL = "In the terminal";
function parseCommandLine(words, columns = 80) {
  let printed = "";
  let asked;
  const program2 = programOf((answer) => {
    asked = answer;
  });
  for (const one of [program2, ...program2.commands]) {
    one.exitOverride().configureOutput({
      writeOut: (text) => {
        printed += text;
      },
      writeErr: () => void 0,
      getOutHelpWidth: () => columns
    });
  }
  if (words[0] === "complete" && words.length > 1 && !words.includes("--help") && !words.includes("-h")) {
    return { kind: "complete", words: words.slice(1) };
  }
  try {
    const [first, topic = ""] = words;
    if (first === "help" && topic !== "" && !["help", ...program2.commands.map((one) => one.name())].includes(topic)) {
      throw new CommanderError(1, "commander.unknownCommand", "");
    }
    program2.parse([...words], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      throw error;
    }
    if (error.exitCode !== 0 && error.code !== "commander.help") {
      throw failureOf(error, words);
    }
  }
  return asked ?? { kind: "text", text: printed === "" ? program2.helpInformation() : printed };
}
function programOf(answer, hasComplete = true) {
  const program2 = new Command("tagship").description("Move a Git tag, and the right component version is live in Cloudflare KV seconds later.").usage("COMMAND [flags]").version(_with_action_version_js__WEBPACK_IMPORTED_MODULE_1__/* .VERSION */ .x, "--version", "show the version").helpOption("-h, --help", "show help").helpCommand("help [COMMAND]", "show the help of a command").enablePositionalOptions();
  for (const command of _with_action_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .Lo) {
    addCommand(program2, command, answer);
  }
  program2.command("init").description("Write a configuration and workflows for this repository, and say what is left to set up.").option("--dry-run", "only say what would be written").helpOption("-h, --help", "show help").addHelpText("after", "\nExamples:\n  tagship init --dry-run\n  tagship init").action((options) => answer({ kind: "init", dryRun: options.dryRun === true }));
  if (hasComplete) {
    addComplete(program2);
  }
  return program2.addHelpText(
    "after",
    "\nExamples:\n  tagship history --environment production\n  tagship help promote"
  );
}
function addComplete(program2) {
  program2.command("complete").argument("SHELL", "bash, zsh, fish or powershell").description("Print the completion script of a shell.").addHelpText(
    "after",
    "\nExamples:\n  source <(tagship complete bash)\n  source <(tagship complete zsh)\n  tagship complete fish | source"
  );
}
function addCommand(program2, command, answer) {
  const help = COMMAND_HELP[command];
  const sub = program2.command(command).description(help?.about ?? "").usage("[flags]").optionsGroup(`${TERMINAL}:`).helpOption("-h, --help", "show help");
  const inputs = inputsOf(command).map(([name, spec]) => new InputFlag(name, spec, command));
  for (const option of inputs.flatMap((one) => one.options)) {
    sub.addOption(option);
  }
  const local = isLocalCommand(command);
  const flags = [
    new Option("--repository <owner/name>", "the repository; default: the remote `origin` of this clone").argParser(
      (value) => givenValue("repository", value)
    ),
    new Option("--yes", "do not ask before something moves").conflicts("dryRun"),
    new Option("--json", "print the result as JSON, and everything else to standard error"),
    ...local ? [new Option("--local", "work on the KV that `wrangler dev` reads, with the tags of this clone; push nothing")] : [],
    ...command === "deploy" ? [new Option("--worktree", "with --local: take the contents from the working tree")] : []
  ];
  for (const flag of flags) {
    sub.addOption(flag);
  }
  if (help !== void 0) {
    sub.addHelpText("after", `
Examples:
${help.examples.map((line) => `  tagship ${line}`).join("\n")}`);
  }
  sub.action((options) => {
    const has = (name) => options[name] === true;
    answer({
      kind: "command",
      command,
      given: new Map(inputs.flatMap((one) => one.given(options))),
      flags: {
        repository: typeof options.repository === "string" ? options.repository : void 0,
        json: has("json"),
        yes: has("yes"),
        local: has("local"),
        worktree: has("worktree"),
        secretFiles: new Map(inputs.flatMap((one) => one.file(options)))
      }
    });
  });
}
function inputsOf(command) {
  return Object.entries(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .mc).filter(
    ([name, { commands }]) => name !== "command" && (commands === "all" || commands.includes(command))
  );
}
var InputFlag = class {
  #name;
  #spec;
  #main;
  options;
  constructor(name, spec, command) {
    this.#name = name;
    this.#spec = spec;
    const group = `${spec.group}:`;
    const about = aboutFor(command, spec.description) + (spec.form === "lines" ? " May be given more than once." : "");
    switch (spec.form) {
      case "boolean":
        this.#main = new Option(`--${name} [boolean]`, about).helpGroup(group);
        this.options = [this.#main, new Option(`--no-${name}`).hideHelp()];
        break;
      case "secret": {
        const file = `a file with it. Without: ${variablesText(name)}.`;
        this.#main = new Option(`--${name}-file <path>`, `${about.replace(/ Default: .*$/, "")} As ${file}`).argParser((value) => givenValue(`${name}-file`, value)).helpGroup(group);
        const refused = new Option(`--${name} [secret]`).hideHelp().argParser(() => {
          throw notAsArgument(name);
        });
        this.options = [this.#main, refused];
        break;
      }
      default:
        this.#main = new Option(`--${name} <${spec.form === "lines" ? "line" : "value"}>`, about).argParser((value, before) => [...before ?? [], givenValue(name, value)]).helpGroup(group);
        this.options = [this.#main];
    }
  }
  /** The input, where it was given. */
  given(options) {
    const value = this.#value(options);
    if (this.#spec.form === "secret" || value === void 0) {
      return [];
    }
    if (value === false) {
      return [[this.#name, "false"]];
    }
    const values = Array.isArray(value) ? value.map(String) : [String(value)];
    if (values.length > 1 && this.#spec.form !== "lines") {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP("input-invalid", `\`--${this.#name}\` was given ${values.length} times.`, "Give it once.");
    }
    const text = values.join("\n").trim();
    return text === "" ? [] : [[this.#name, text]];
  }
  /** The file of the secret, where it was given. */
  file(options) {
    const value = this.#value(options);
    return this.#spec.form === "secret" && typeof value === "string" ? [[this.#name, value]] : [];
  }
  #value(options) {
    return options[this.#main.attributeName()];
  }
};
function givenValue(name, value) {
  if (/^--[a-z]/.test(value)) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP("input-missing", `The flag \`--${name}\` has no value.`, "No value begins with `--`.");
  }
  return value;
}
var SECRET_VARIABLES = {
  "github-token": ["GITHUB_TOKEN", "GH_TOKEN"],
  "cloudflare-api-token": ["CLOUDFLARE_API_TOKEN"]
};
function variablesText(name) {
  const variables = (SECRET_VARIABLES[name] ?? [name.toUpperCase().replaceAll("-", "_")]).join(" or ");
  return `the variable ${variables}${name === "github-token" ? ", or `gh auth token`" : ""}`;
}
function notAsArgument(name) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
    "input-invalid",
    `\`--${name}\` takes no secret as an argument: other processes and the history of the shell would see it.`,
    `Give \`--${name}-file\`, or set ${variablesText(name).replace("or `gh", "or log in so that there is `gh")}.`
  );
}
function aboutFor(command, description) {
  const names = _with_action_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .COMMANDS */ .Lo.join("|");
  const parts = description.split(new RegExp(`(?:^|(?<=[.;] ))((?:${names})(?:, (?:${names}))*): `));
  const [general = ""] = parts;
  const own = parts.flatMap(
    (part, i) => i % 2 === 1 && part.split(", ").includes(command) ? [parts[i + 1] ?? ""] : []
  );
  const text = [general, ...own].map((part) => part.trim()).filter((part) => part !== "").join(" ");
  return text === "" ? description : text.charAt(0).toLowerCase() + text.slice(1);
}
function failureOf({ code, message }, words) {
  const program2 = programOf(() => void 0);
  const [first = ""] = words.filter((word, at) => !word.startsWith("-") && (at > 0 || word !== "help"));
  const command = program2.commands.find((one) => one.name() === first);
  const [, named = ""] = /'([^'= ]*)/.exec(message) ?? [];
  const help = `See \`tagship ${command === void 0 ? "help" : `${first} --help`}\`.`;
  switch (code) {
    case "commander.unknownCommand":
    case "commander.excessArguments": {
      if (command === void 0) {
        const known = program2.commands.map((one) => one.name());
        return new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
          "command-unknown",
          `\`${first}\` is no command.`,
          `${(0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(first, known)} ${help}`.trimStart()
        );
      }
      const hasComponents = command.options.some(({ long }) => long === "--components");
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
        "input-unknown",
        first === "complete" ? "`complete` takes one shell." : `\`${first}\` takes flags only.`,
        `${hasComponents ? "Write `--components type/name`. " : ""}${help}`
      );
    }
    case "commander.missingArgument":
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP("input-missing", `\`${first}\` needs the name of a shell.`, help);
    case "commander.unknownOption": {
      const name = named.replace(/^--?(?:no-)?/, "");
      const known = (command ?? program2).options.filter(({ hidden }) => !hidden).map(({ long }) => long?.slice(2) ?? "");
      const isOther = Object.hasOwn(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_2__/* .INPUTS */ .mc, name) && command !== void 0;
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
        "input-unknown",
        isOther ? `The flag \`--${name}\` is not taken by \`${first}\`.` : `There is no flag \`${named}\`.`,
        `${isOther ? "" : (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_3__/* .didYouMean */ .au)(name, known).replace(/`(.*)`/, "`--$1`")} ${help}`.trimStart()
      );
    }
    case "commander.optionMissingArgument": {
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP("input-missing", `The flag \`${named}\` has no value.`, help);
    }
    default:
      return new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP("input-invalid", `${message.replace(/^error: /, "").replace(/\.?$/, ".")}`, help);
  }
}




/***/ }),

/***/ 5747:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $e: () => (/* binding */ warning),
/* harmony export */   Zh: () => (/* binding */ lesser),
/* harmony export */   f: () => (/* binding */ STATUSES),
/* harmony export */   lm: () => (/* binding */ notice),
/* harmony export */   mQ: () => (/* binding */ countsOf),
/* harmony export */   mw: () => (/* binding */ broken),
/* harmony export */   ok: () => (/* binding */ ok),
/* harmony export */   ui: () => (/* binding */ CHECKS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/doctor/fact.ts
var CHECKS = {
  github: "GitHub token",
  cloudflare: "Cloudflare token",
  configuration: "Configuration",
  ledger: "Ledger",
  namespaces: "KV namespaces",
  tags: "Tags",
  workflows: "Workflows",
  rulesets: "Rulesets",
  metrics: "Metrics"
};
var STATUSES = ["error", "warning", "notice", "ok"];
function ok(fact) {
  return { status: "ok", fact };
}
function notice(fact, fix) {
  return { status: "notice", fact, fix };
}
function warning(fact, fix) {
  return { status: "warning", fact, fix };
}
function broken(error) {
  return { status: "error", fact: error.what, fix: error.remedy, error };
}
function lesser({ what, remedy }) {
  return warning(what, remedy);
}
function countsOf(facts) {
  const counts = { error: 0, warning: 0, notice: 0, ok: 0 };
  for (const { status } of facts) {
    counts[status]++;
  }
  return counts;
}




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

/***/ 1546:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ parseRepositoryName),
/* harmony export */   DC: () => (/* binding */ isGitHubCloud),
/* harmony export */   e_: () => (/* binding */ printedBy),
/* harmony export */   po: () => (/* binding */ apiUrlOf),
/* harmony export */   uw: () => (/* binding */ repositoryAt)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1421);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/remote-url.ts
var SSH_OVER_HTTPS = "ssh.github.com";
var LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|\[::1\])(?::\d+)?$/;
function parseRemoteUrl(url) {
  const text = url.trim();
  const short = /^(?:[^/@\s]+@)?(\[[\da-f:]+\]|[^/:\s@]{2,}):(?!\/\/)(\S+)$/i.exec(text);
  if (short !== null) {
    return found("https:", short[1] ?? "", short[2] ?? "");
  }
  const parsed = URL.parse(text);
  switch (parsed?.protocol) {
    case "http:":
    case "https:":
      return found(parsed.protocol, parsed.host, parsed.pathname);
    case "ssh:":
    case "git+ssh:":
    case "git:":
      return found("https:", parsed.hostname, parsed.pathname);
    default:
      return void 0;
  }
}
function parseRepositoryName(name, host) {
  if (name.includes("://") || name.includes("@")) {
    return parseRemoteUrl(name);
  }
  const parts = name.trim().split("/");
  if (parts.length === 3) {
    return found("https:", parts[0] ?? "", parts.slice(1).join("/"));
  }
  const repository = repositoryIn(name.trim());
  return repository === void 0 ? void 0 : { host: host.host, serverUrl: host.serverUrl, repository };
}
function apiUrlOf({ host, serverUrl }) {
  if (host === "github.com") {
    return "https://api.github.com";
  }
  return isTenant(host) ? `https://api.${host}` : `${serverUrl}/api/v3`;
}
function isGitHubCloud(host) {
  return host === "github.com" || isTenant(host);
}
function isTenant(host) {
  return /^[\w-]+\.ghe\.com$/.test(host);
}
function found(protocol, rawHost, path) {
  const lower = rawHost.toLowerCase();
  const host = lower === SSH_OVER_HTTPS || lower === "www.github.com" ? "github.com" : lower;
  const repository = repositoryIn(path);
  const scheme = LOOPBACK.test(host) ? protocol : "https:";
  return host === "" || repository === void 0 ? void 0 : { host, serverUrl: `${scheme}//${host}`, repository };
}
function repositoryIn(path) {
  const name = path.replace(/^\/+|\/+$/g, "").replace(/\.git$/, "");
  return /^[\w.-]+\/[\w.-]+$/.test(name) && !/(?:^|\/)\.{1,2}(?:\/|$)/.test(name) ? name : void 0;
}

// src/adapters/programs.ts

var TIMEOUT_MS = 1e4;
async function printedBy(program, words, environment) {
  return await new Promise((resolve) => {
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_1__.execFile)(
      program,
      [...words],
      { env: { ...environment }, timeout: TIMEOUT_MS, windowsHide: true },
      (error, printed) => resolve(error === null ? printed.trim() : void 0)
    );
    child.stdin?.end();
  });
}

// src/adapters/git/origin.ts
async function repositoryAt(url, environment) {
  const found2 = parseRemoteUrl(url);
  const isAlias = found2 !== void 0 && /^[\w-]+$/.test(found2.host) && found2.host !== "localhost";
  if (!isAlias || /^https?:/i.test(url)) {
    return found2;
  }
  const settings = await printedBy("ssh", ["-G", found2.host], environment);
  const host = /^hostname (\S+)$/m.exec(settings ?? "")?.[1];
  return host === void 0 ? found2 : parseRemoteUrl(`ssh://${host}/${found2.repository}`);
}




/***/ }),

/***/ 4991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ lines),
/* harmony export */   i: () => (/* binding */ Clone)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_git_process_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8079);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1472);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/adapters/git/clone.ts

var Clone = class _Clone {
  environment;
  /** The top folder of the working tree. */
  root;
  constructor(root, environment) {
    this.root = root;
    this.environment = environment;
  }
  /** The clone that a folder is in; undefined where it is in none. */
  static async around(folder, variables) {
    const environment = (0,_with_git_process_js__WEBPACK_IMPORTED_MODULE_1__/* .cloneEnvironment */ .F9)(variables);
    const { code, printed } = await run(["rev-parse", "--show-toplevel"], environment, folder);
    const root = printed.toString("utf8").replace(/\r?\n$/, "");
    return code === 0 && root !== "" ? new _Clone((0,node_path__WEBPACK_IMPORTED_MODULE_3__.resolve)(root), environment) : void 0;
  }
  /** The address of a remote, as `url.<base>.insteadOf` rewrites it; undefined where there is no such remote. */
  async remote(name) {
    const { code, printed } = await run(["remote", "get-url", name], this.environment, this.root);
    return code === 0 ? printed.toString("utf8").trim() : void 0;
  }
  async remotes() {
    return lines((await run(["remote"], this.environment, this.root)).printed);
  }
  /** Who works here, as Git is configured; undefined where it is not. */
  async person() {
    const { code, printed } = await run(["var", "GIT_AUTHOR_IDENT"], this.environment, this.root);
    const [, actor = "", email = ""] = /^(.*) <([^<>]*)> \d+ [+-]\d{4}$/.exec(printed.toString("utf8").trim()) ?? [];
    return code === 0 && actor !== "" ? { actor, email } : void 0;
  }
  /**
   * Runs Git here.
   * @throws TagshipError `git-protocol` where it fails
   */
  async git(words, {
    input = "",
    variables = {}
  } = {}) {
    const { code, printed, said } = await run(words, { ...this.environment, ...variables }, this.root, input);
    if (code !== 0) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP(
        "git-protocol",
        `\`git ${words[0]}\` failed in this clone: ${said.replace(/\.?$/, ".")}`,
        "Look into the clone with `git status` and `git fsck`."
      );
    }
    return printed.toString("utf8");
  }
};
function lines(printed) {
  return printed.toString().split("\n").filter((line) => line !== "");
}
async function run(words, environment, folder, input = "") {
  const git = new _with_git_process_js__WEBPACK_IMPORTED_MODULE_1__/* .GitProcess */ .WG(words, environment, folder);
  if (input !== "") {
    await git.write(Buffer.from(input));
  }
  return await git.end();
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

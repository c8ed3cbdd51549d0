export const id = 1799;
export const ids = [1799];
export const modules = {

/***/ 1799:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GitHubForge: () => (/* binding */ GitHubForge)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_github_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5271);
/* harmony import */ var _with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9668);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4206);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4923);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(354);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);








// src/adapters/github/comments.ts
var PAGE = 100;
var MAX_PAGES = 30;
var TRUSTED = ["OWNER", "MEMBER", "COLLABORATOR"];
async function keepComment(rest, home, record) {
  const { number, body, run } = record;
  const [first, ...others] = await find(rest, home, record);
  if (first !== void 0 && [first, ...others].some((one) => (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_2__/* .markedRun */ .ww)(one.body) > run)) {
    return "newer";
  }
  for (const { id } of others) {
    await rest.issues.deleteComment({ ...home, comment_id: id });
  }
  if (first === void 0) {
    if (body === void 0) {
      return "none";
    }
    await rest.issues.createComment({ ...home, issue_number: number, body });
    return "created";
  }
  if (body === void 0) {
    await rest.issues.deleteComment({ ...home, comment_id: first.id });
    return "removed";
  }
  await rest.issues.updateComment({ ...home, comment_id: first.id, body });
  return "updated";
}
async function find(rest, home, { number, marker }) {
  const found = [];
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { data } = await rest.issues.listComments({ ...home, issue_number: number, per_page: PAGE, page });
    for (const { id, body = "", user, author_association: association } of data) {
      if ((user?.type === "Bot" || TRUSTED.includes(association ?? "")) && (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_2__/* .hasMarker */ .xY)(body, marker)) {
        found.push({ id, body });
      }
    }
    if (data.length < PAGE) {
      break;
    }
  }
  return found.sort((a, b) => a.id - b.id);
}

// src/adapters/github/issues.ts
var PAGE2 = 100;
var MAX_PAGES2 = 10;
async function ensureIssue(rest, home, record) {
  const found = await find2(rest, home, record);
  if (found === void 0) {
    const { title, body, label } = record;
    const { data } = await rest.issues.create({ ...home, title, body, labels: [label] });
    return { url: data.html_url, state: "opened" };
  }
  const { number, url, closed } = found;
  if ((0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_2__/* .hasMarker */ .xY)(found.body, record.occurrence) || await isInComments(rest, home, found, record.occurrence)) {
    return { url, state: "unchanged" };
  }
  if (closed) {
    await rest.issues.update({ ...home, issue_number: number, state: "open", state_reason: "reopened" });
  }
  await rest.issues.createComment({ ...home, issue_number: number, body: record.comment });
  return { url, state: "updated" };
}
async function find2(rest, home, { label, marker }) {
  for (let page = 1; page <= MAX_PAGES2; page++) {
    const { data } = await rest.issues.listForRepo({
      ...home,
      labels: label,
      state: "all",
      sort: "created",
      direction: "desc",
      per_page: PAGE2,
      page
    });
    const found = data.find(({ pull_request: pull, body }) => pull === void 0 && (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_2__/* .hasMarker */ .xY)(body, marker));
    if (found !== void 0) {
      const { number, html_url: url, state, body, comments } = found;
      return { number, url, closed: state === "closed", body, comments };
    }
    if (data.length < PAGE2) {
      return void 0;
    }
  }
  return void 0;
}
async function isInComments(rest, home, issue, occurrence) {
  const last = Math.ceil(issue.comments / PAGE2);
  for (let page = last; page > Math.max(0, last - MAX_PAGES2); page--) {
    const { data } = await rest.issues.listComments({ ...home, issue_number: issue.number, per_page: PAGE2, page });
    if (data.some(({ body }) => (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_2__/* .hasMarker */ .xY)(body, occurrence))) {
      return true;
    }
  }
  return false;
}

// src/adapters/github/github-forge.ts
var MAX_DESCRIPTION = 140;
var DEPLOYMENT = {
  task: "record the deployment",
  permission: "Give the job `permissions: deployments: write`, or take `deployments: true` out of the configuration.",
  otherwise: "Nothing has to be done; the next deployment is recorded again."
};
var ISSUE = {
  task: "keep the post-mortem issue",
  permission: "Give the job `permissions: issues: write` (and turn issues on in the repository), or set `post-mortem: false` in the configuration.",
  otherwise: "Run `rollback` again later: it moves no tag twice, and opens the issue that is missing."
};
var COMMENT = {
  task: "keep the comment on the pull request",
  permission: "Give the job `permissions: pull-requests: write`. A pull request from a fork gets no token that may write: there the summary and the annotations have all of it.",
  otherwise: "Run the job again; the summary and the annotations have all of it."
};
var GitHubForge = class {
  #options;
  constructor(options) {
    this.#options = options;
  }
  async recordDeployment(whole) {
    const record = this.#clean(whole);
    const description = shorten(record.description);
    await this.#ask(DEPLOYMENT, async (rest, home) => {
      const { data } = await rest.repos.createDeployment({
        ...home,
        ref: record.commit,
        environment: record.environment,
        description,
        payload: { ...record.payload },
        // Nothing is to be merged, and no check to be waited for: it has happened already.
        auto_merge: false,
        required_contexts: []
      });
      if (!("id" in data)) {
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP("forge-refused", "GitHub did not make the deployment.", "Run the job again.");
      }
      await rest.repos.createDeploymentStatus({
        ...home,
        deployment_id: data.id,
        state: record.state,
        description,
        // Other components of the environment stay deployed.
        auto_inactive: false,
        ...record.run === "" ? {} : { log_url: record.run }
      });
    });
  }
  async ensureIssue(record) {
    return await this.#ask(ISSUE, (rest, home) => ensureIssue(rest, home, this.#clean(record)));
  }
  async keepComment(record) {
    return await this.#ask(COMMENT, (rest, home) => keepComment(rest, home, this.#clean(record)));
  }
  /** A record without secrets in its texts. */
  #clean(record) {
    const entries = Object.entries(record).map(([name, value]) => {
      return [name, typeof value === "string" ? this.#options.secrets.hide(value) : value];
    });
    return { ...record, ...Object.fromEntries(entries) };
  }
  async #ask(words, work) {
    return await (0,_with_github_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .askGitHub */ .X)(this.#options, words, work);
  }
};
function shorten(text) {
  const characters = [...text];
  return characters.length <= MAX_DESCRIPTION ? text : `${characters.slice(0, MAX_DESCRIPTION - 1).join("")}…`;
}



/***/ }),

/***/ 5271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ askGitHub)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4206);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4923);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(354);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





// src/adapters/github/failure.ts
function failureOf(error, token, words) {
  if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP) {
    return error;
  }
  const astray = (0,_with_http_agents_js__WEBPACK_IMPORTED_MODULE_3__/* .astrayIn */ .wU)(error);
  if (astray !== void 0) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
      "forge-refused",
      `GitHub's API was not used to ${words.task}: ${astray.message}.`,
      "Set `GITHUB_API_URL` to the address where the API is. The runner sets it, so a redirect to another origin is often a login page or a proxy in between.",
      { cause: error }
    );
  }
  const said = (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(saidBy(error), (text) => token === "" ? text : text.replaceAll(token, "***"));
  const sentence = said.replace(/[.!?…]?$/, (end) => end || ".");
  const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 0;
  const isPermission = [401, 403, 404, 410].includes(status) && !isRateLimit(error);
  if (isPermission) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
      "forge-refused",
      `GitHub refused to ${words.task}: ${sentence}`,
      (0,_with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_1__/* .remedyOfClosed */ .w)(said) ?? words.permission,
      {
        cause: error
      }
    );
  }
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
    status >= 400 && status < 500 ? "forge-refused" : "forge-unreachable",
    `GitHub could not ${words.task}: ${sentence}`,
    words.otherwise,
    { cause: error }
  );
}
function saidBy(error) {
  const { status, headers, data } = responseOf(error);
  const message = (0,_with_http_agents_js__WEBPACK_IMPORTED_MODULE_3__/* .whyOf */ .gf)(error);
  if (typeof data === "string") {
    const words = (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__/* .saidIn */ .$g)(data, String(headers["content-type"] ?? ""));
    return `it answered ${String(status)}${words.trim() === "" ? "" : `: ${words}`}`;
  }
  if (!isRecord(data) || typeof data.message !== "string") {
    return message;
  }
  const details = (Array.isArray(data.errors) ? data.errors : []).map(detailOf).filter((detail) => detail !== "");
  return details.length === 0 ? data.message : `${data.message.replace(/\.$/, "")}: ${details.join(", ")}`;
}
function detailOf(error) {
  if (!isRecord(error)) {
    return typeof error === "string" ? error : "";
  }
  const { message, field, code } = error;
  return typeof message === "string" ? message : [field, code].filter((part) => typeof part === "string").join(" ");
}
function responseOf(error) {
  const response = isRecord(error) && isRecord(error.response) ? error.response : {};
  return { ...response, headers: isRecord(response.headers) ? response.headers : {} };
}
function isRecord(value) {
  return typeof value === "object" && value !== null;
}
function isRateLimit(error) {
  const given = responseOf(error).headers;
  return given["retry-after"] !== void 0 || String(given["x-ratelimit-remaining"]) === "0";
}

// src/adapters/github/rest.ts
var TIMEOUT_MS = 15e3;
async function askGitHub({ repository, token, apiUrl, http, signal }, words, work) {
  const [owner = "", repo = ""] = repository.split("/");
  try {
    const [{ getOctokit }, { fetchOf }] = await Promise.all([__webpack_require__.e(/* import() */ 5543).then(__webpack_require__.bind(__webpack_require__, 5543)), __webpack_require__.e(/* import() */ 2015).then(__webpack_require__.bind(__webpack_require__, 2015))]);
    const { rest } = getOctokit(token, {
      baseUrl: apiUrl,
      request: {
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
        fetch: fetchOf(http)
      },
      log: { debug: () => void 0, info: () => void 0, warn: () => void 0, error: () => void 0 }
    });
    return await work(rest, { owner, repo });
  } catch (error) {
    throw failureOf(error, token, words);
  }
}




/***/ }),

/***/ 9668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q_: () => (/* binding */ issueMarker),
/* harmony export */   VO: () => (/* binding */ ISSUE_LABEL),
/* harmony export */   qW: () => (/* binding */ runMarker),
/* harmony export */   sU: () => (/* binding */ occurrenceMarker),
/* harmony export */   tm: () => (/* binding */ validateMarker),
/* harmony export */   ww: () => (/* binding */ markedRun),
/* harmony export */   xY: () => (/* binding */ hasMarker)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/post-mortem/markers.ts
var ISSUE_LABEL = "tagship";
function issueMarker(component, environment, version) {
  return comment("post-mortem", [component, environment, version]);
}
function occurrenceMarker(occurrence) {
  return comment("occurrence", [occurrence]);
}
function markedRun(text) {
  return Number(/^<!-- tagship:run (\d+) -->$/m.exec(text.replaceAll("\r\n", "\n"))?.[1] ?? 0);
}
function validateMarker(configPath) {
  return comment("validate", [configPath]);
}
function runMarker(run) {
  return comment("run", [String(run)]);
}
function hasMarker(text, marker) {
  return (text ?? "").split(/\r?\n/).includes(marker);
}
function comment(kind, parts) {
  return `<!-- tagship:${kind} ${parts.map(encoded).join(" ")} -->`;
}
function encoded(part) {
  return encodeURIComponent(part.toWellFormed()).replaceAll("-", "%2D");
}




/***/ })

};

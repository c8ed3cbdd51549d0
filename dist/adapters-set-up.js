export const id = 4453;
export const ids = [4453];
export const modules = {

/***/ 4453:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SetUpInspector: () => (/* binding */ SetUpInspector)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_github_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5271);
/* harmony import */ var _with_ports_retry_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2240);
/* harmony import */ var _with_domain_github_denials_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4206);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4923);
/* harmony import */ var _with_kv_failure_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9073);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(354);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7802);
/* harmony import */ var _with_kv_api_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3419);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);











// src/adapters/set-up.ts
var MAX_RULESETS = 50;
var TIMEOUT_MS = 15e3;
var verified = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H)({
  result: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H)({
    status: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* ._enum */ .$8)(["active", "disabled", "expired"]).catch("active"),
    expires_on: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)().optional().nullable()
  })
});
var rulesetAnswer = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H)({
  name: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)(),
  conditions: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H)({
    ref_name: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H)({ include: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)()).default([]), exclude: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)()).default([]) }).optional()
  }).nullish(),
  rules: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .looseObject */ ._H)({ type: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)() })).default([]),
  current_user_can_bypass: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)().optional()
});
var READS = {
  issues: (rest, home) => rest.issues.listForRepo({ ...home, per_page: 1 }),
  deployments: (rest, home) => rest.repos.listDeployments({ ...home, per_page: 1 }),
  "pull-requests": (rest, home) => rest.pulls.list({ ...home, per_page: 1 })
};
var RULESETS = {
  task: "show its rulesets",
  permission: "Look at them under Settings → Rules → Rulesets; private repositories have them in paid plans only. GitHub shows them to tokens with `contents: read`.",
  otherwise: "Run `doctor` again later."
};
var SetUpInspector = class {
  #options;
  constructor(options) {
    this.#options = options;
  }
  async cloudflareToken() {
    const { accountId } = this.#options.cloudflare;
    const ofPerson = await this.#verify("/user/tokens/verify");
    return ofPerson.status === "unknown" ? await this.#verify(`/accounts/${encodeURIComponent(accountId)}/tokens/verify`) : ofPerson;
  }
  async mayRead(what) {
    const words = {
      task: `show ${what.replace("-", " ")}`,
      permission: `Give the job \`permissions: ${what}: write\`.`,
      otherwise: "Run `doctor` again later."
    };
    await (0,_with_github_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .askGitHub */ .X)(this.#options.github, words, READS[what]);
  }
  async rulesets() {
    return await (0,_with_github_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .askGitHub */ .X)(this.#options.github, RULESETS, async (rest, home) => {
      const { data } = await rest.repos.getRepoRulesets({ ...home, includes_parents: true, per_page: 100 });
      const found = [];
      for (const { id, target, enforcement } of data.slice(0, MAX_RULESETS)) {
        if (enforcement !== "active" || target !== "branch" && target !== "tag") {
          continue;
        }
        const answer = await rest.repos.getRepoRuleset({ ...home, ruleset_id: id, includes_parents: true });
        found.push(...rulesetOf(answer.data, target));
      }
      return found;
    });
  }
  /** @returns `unknown` where Cloudflare does not take it for a token of this kind */
  async #verify(path) {
    const { cloudflare, clock, github } = this.#options;
    const { http, token, baseUrl = _with_kv_api_js__WEBPACK_IMPORTED_MODULE_8__/* .CLOUDFLARE */ .eX } = cloudflare;
    const doing = "asking whether the token is valid";
    return await (0,_with_ports_retry_js__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L)(clock, async () => {
      try {
        const { status, headers, body } = await http.send({
          method: "GET",
          url: `${baseUrl.replace(/\/$/, "")}${path}`,
          headers: { authorization: `Bearer ${token}`, accept: "application/json", "user-agent": "tagship" },
          signal: AbortSignal.any([github.signal, AbortSignal.timeout(TIMEOUT_MS)]),
          isRepeatable: true
        });
        const chunks = [];
        for await (const chunk of body) {
          chunks.push(chunk);
        }
        const answer = (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_8__/* .jsonOf */ .o_)(status, Buffer.concat(chunks).toString("utf8"), headers["retry-after"]);
        const { result } = verified.parse(answer);
        const expires = result.expires_on == null ? Number.NaN : Date.parse(result.expires_on);
        return { status: result.status, expires: Number.isNaN(expires) ? void 0 : expires };
      } catch (error) {
        if (error instanceof _with_kv_api_js__WEBPACK_IMPORTED_MODULE_8__/* .ApiRefusal */ .n5 && [400, 401, 403, 404].includes(error.status)) {
          return { status: "unknown", expires: void 0 };
        }
        if (error instanceof _with_zod_js__WEBPACK_IMPORTED_MODULE_7__/* .ZodError */ .G || error instanceof SyntaxError) {
          throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_9__/* .TagshipError */ .bP(
            "kv-refused",
            `Cloudflare answered something unexpected while ${doing}.`,
            "Check the proxy settings of the runner and `CLOUDFLARE_BASE_URL`.",
            { cause: error }
          );
        }
        throw (0,_with_kv_failure_js__WEBPACK_IMPORTED_MODULE_5__/* .kvFailure */ .Gp)(error, { doing, now: clock.now(), isCancelled: github.signal.aborted });
      }
    });
  }
};
function rulesetOf(data, target) {
  const parsed = rulesetAnswer.safeParse(data);
  if (!parsed.success) {
    return [];
  }
  const { name, conditions, rules, current_user_can_bypass: bypass } = parsed.data;
  const { include = [], exclude = [] } = conditions?.ref_name ?? {};
  return [
    {
      name,
      target,
      include,
      exclude,
      rules: rules.map(({ type }) => type),
      bypass: bypass === void 0 ? void 0 : bypass === "always" || bypass === "exempt"
    }
  ];
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

/***/ 3419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ codesOf),
/* harmony export */   TT: () => (/* binding */ saidBy),
/* harmony export */   eX: () => (/* binding */ CLOUDFLARE),
/* harmony export */   n5: () => (/* binding */ ApiRefusal),
/* harmony export */   o_: () => (/* binding */ jsonOf),
/* harmony export */   px: () => (/* binding */ callApi),
/* harmony export */   zI: () => (/* binding */ isCloudflares)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/adapters/kv/api.ts
var CLOUDFLARE = "https://api.cloudflare.com/client/v4";
var ApiRefusal = class extends Error {
  name = "ApiRefusal";
  status;
  /** Of the answer: its JSON, or nothing where it is none. */
  body;
  retryAfter;
  constructor(status, body, retryAfter) {
    super(`The API answered ${status}.`);
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }
};
async function callApi(access, { method, namespace, path, body, signal }) {
  const { http, token, accountId, baseUrl = CLOUDFLARE } = access;
  const account = encodeURIComponent(accountId);
  const { status, headers, ...answer } = await http.send({
    method,
    url: `${baseUrl.replace(/\/$/, "")}/accounts/${account}/storage/kv/namespaces/${encodeURIComponent(namespace)}${path}`,
    headers: {
      authorization: `Bearer ${token}`,
      accept: "application/json",
      "content-type": "application/json",
      "user-agent": "tagship"
    },
    body: JSON.stringify(body),
    signal,
    isRepeatable: method === "POST"
  });
  const chunks = [];
  for await (const chunk of answer.body) {
    chunks.push(chunk);
  }
  return jsonOf(status, Buffer.concat(chunks).toString("utf8"), headers["retry-after"]);
}
function jsonOf(status, text, retryAfter) {
  if (status < 200 || status > 299) {
    throw new ApiRefusal(status, parsed(text), retryAfter);
  }
  const answer = JSON.parse(text);
  const refusal = new ApiRefusal(status, answer, retryAfter);
  if (isCloudflares(refusal) && saidBy(refusal) !== "") {
    throw refusal;
  }
  return answer;
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function isCloudflares({ body }) {
  return typeof body === "object" && body !== null && "success" in body && body.success === false;
}
function errorsOf({ body }) {
  const list = typeof body === "object" && body !== null && "errors" in body ? body.errors : void 0;
  return Array.isArray(list) ? list.filter((one) => typeof one === "object" && one !== null) : [];
}
function codesOf(refusal) {
  return errorsOf(refusal).flatMap(({ code }) => typeof code === "number" ? [code] : []);
}
function saidBy(refusal) {
  const texts = errorsOf(refusal).flatMap(
    ({ code, message }) => typeof message === "string" ? [`${message.slice(0, 200).replace(/\.$/, "")}${code === void 0 ? "" : ` (${code})`}`] : []
  );
  return texts.length === 0 ? "" : ` Cloudflare says: ${texts.join("; ")}.`;
}




/***/ }),

/***/ 9073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ isKeyMissing),
/* harmony export */   Gp: () => (/* binding */ kvFailure),
/* harmony export */   pL: () => (/* binding */ isNoOperation)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(354);
/* harmony import */ var _with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3419);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/adapters/kv/failure.ts
var CODE = {
  authentication: [6003, 6111, 9103, 9106, 9109, 1e4, 10001],
  dailyLimit: 10048,
  keyNotFound: 10009,
  namespaceNotFound: 10013,
  noRoute: [7e3, 7003]
};
function isKeyMissing(error) {
  return error instanceof _with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiRefusal */ .n5 && error.status === 404 && (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .isCloudflares */ .zI)(error) && (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .codesOf */ .MZ)(error).every((code) => code === CODE.keyNotFound);
}
function isNoOperation(error) {
  const { cause } = error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientError */ .N_ ? error.failure : error;
  return cause instanceof _with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiRefusal */ .n5 && [404, 405, 501].includes(cause.status);
}
function kvFailure(error, context) {
  const { doing } = context;
  if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP || error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientError */ .N_) {
    return error;
  }
  if (error instanceof _with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiRefusal */ .n5) {
    return refusal(error, context);
  }
  if (context.isCancelled) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP("cancelled", `The run was cancelled while ${doing}.`, "Run the job again.", {
      cause: error
    });
  }
  const astray = (0,_with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .astrayIn */ .wU)(error);
  if (astray !== void 0) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "kv-refused",
      `Cloudflare's API was not used while ${doing}: ${astray.message}.`,
      "Set `CLOUDFLARE_BASE_URL` to the address where the API is, and check the proxy settings of the runner.",
      { cause: error }
    );
  }
  const failure = new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
    "kv-unreachable",
    `Cloudflare's API could not be reached while ${doing}: ${(0,_with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .whyOf */ .gf)(error).replace(/\.$/, "")}.`,
    "Check the network and proxy settings of the runner, then run the job again.",
    { cause: error }
  );
  return error instanceof _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingError */ .L_ ? failure : new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientError */ .N_(failure);
}
function refusal(error, { doing, namespace, now }) {
  const { status } = error;
  if (status === 404 && !(0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .isCloudflares */ .zI)(error)) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientError */ .N_(
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
        "kv-unreachable",
        `What answered 404 while ${doing} does not speak Cloudflare's API.`,
        "Check the proxy settings of the runner and `CLOUDFLARE_BASE_URL`, then run the job again.",
        { cause: error }
      )
    );
  }
  const codes = (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .codesOf */ .MZ)(error);
  const said = (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .saidBy */ .TT)(error);
  if (status === 429 || codes.includes(CODE.dailyLimit)) {
    return tooMuch(error, doing, now);
  }
  if (status >= 500 && status !== 501 || status === 408) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientError */ .N_(
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
        "kv-unreachable",
        `Cloudflare's API answered ${status} while ${doing}.${said}`,
        "Run the job again; see the Cloudflare status page if it stays.",
        { cause: error }
      ),
      retryAfter(error, now)
    );
  }
  if (isAboutTheToken(error)) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "kv-auth",
      `Cloudflare refused the API token while ${doing}.${said}`,
      "Pass a valid token as `cloudflare-api-token`, with the permission Workers KV Storage: Edit on this account.",
      { cause: error }
    );
  }
  if (codes.some((code) => CODE.noRoute.some((known) => known === code))) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "account-unknown",
      `Cloudflare knows no such account while ${doing}.${said}`,
      "Check `cloudflare-account-id`: it is the 32 hex digits in the URL of the dashboard.",
      { cause: error }
    );
  }
  if (namespace !== void 0 && (status === 404 || codes.includes(CODE.namespaceNotFound))) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "namespace-unknown",
      `The Cloudflare account has no KV namespace ${namespace}.${said}`,
      "Correct the id, or check that `cloudflare-account-id` is the account the namespace is in.",
      { cause: error }
    );
  }
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
    "kv-refused",
    `Cloudflare's API ${status < 300 ? "refused a request" : `answered ${status}`} while ${doing}.${said}`,
    "Check the inputs `cloudflare-account-id` and `kv-namespace`; report the answer if they are right.",
    { cause: error }
  );
}
function isAboutTheToken(error) {
  const known = CODE.authentication;
  return error.status === 401 || error.status === 403 || (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .codesOf */ .MZ)(error).some((code) => known.includes(code));
}
function tooMuch(error, doing, now) {
  if ((0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .codesOf */ .MZ)(error).includes(CODE.dailyLimit)) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "rate-limited",
      `The Cloudflare account has used up its KV operations of today, which ended ${doing}.${(0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .saidBy */ .TT)(error)}`,
      "Run the job again after 00:00 UTC, when the count begins anew, or upgrade the account to the Workers Paid plan. Fewer keys need fewer writes: one layout under `keys`, a smaller `retention`.",
      { cause: error }
    );
  }
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientError */ .N_(
    new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "rate-limited",
      `Cloudflare's API limits the rate of requests; it did so while ${doing}.`,
      "Run the job again in five minutes.",
      { cause: error }
    ),
    retryAfter(error, now)
  );
}
function retryAfter(error, now) {
  const header = error.retryAfter?.trim();
  if (header === void 0 || header === "") {
    return void 0;
  }
  const seconds = Number(header);
  if (Number.isFinite(seconds)) {
    return Math.max(0, seconds * 1e3);
  }
  const date = Date.parse(header);
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}




/***/ })

};

export const id = 3517;
export const ids = [3517];
export const modules = {

/***/ 3517:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   notify: () => (/* binding */ notify)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_metrics_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9398);
/* harmony import */ var _with_domain_notification_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7271);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2591);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(354);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);







// src/adapters/notifier.ts
var TIME_LIMIT_MS = 1e4;
var MOST = 20;
async function notify(rules, happenings, lookup, http) {
  const { signal } = new AbortController();
  const due = rules.flatMap(
    (rule, at) => happenings.filter(({ occasions }) => occasions.some((one) => rule.on.includes(one))).map((happening) => ({ rule, at, happening }))
  );
  const failures = [];
  for (const { rule, at, happening } of due.slice(0, MOST)) {
    const missing = [];
    const url = rule.url.replace(/\$\{([A-Z_][A-Z0-9_]*)\}/g, (_, name) => {
      const value = lookup(name)?.trim() ?? "";
      missing.push(...value === "" ? [name] : []);
      return value;
    });
    const place = `\`notify.${at}\` (${rule.format})`;
    if (missing.length > 0 || !URL.canParse(url)) {
      failures.push(`${place}: ${missing.length > 0 ? `\`${missing[0]}\` is not set` : "it is no URL"}`);
      continue;
    }
    const headers = { "content-type": "application/json" };
    const ask = (0,_with_metrics_request_js__WEBPACK_IMPORTED_MODULE_1__/* .openLine */ .T)({ http, signal, timeoutMs: TIME_LIMIT_MS });
    const answer = await ask({ url, method: "POST", headers, body: (0,_with_domain_notification_js__WEBPACK_IMPORTED_MODULE_2__/* .notificationBody */ .AM)(rule.format, happening) });
    if (answer.kind === "failed") {
      failures.push(`${place}: ${answer.why}`);
    }
  }
  return [...new Set(failures), ...due.length > MOST ? [`${due.length - MOST} more were not sent`] : []];
}



/***/ }),

/***/ 7271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ OCCASIONS),
/* harmony export */   AM: () => (/* binding */ notificationBody),
/* harmony export */   fK: () => (/* binding */ NOTIFY_FORMATS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/notification.ts
var OCCASIONS = ["rollback", "breach", "hold", "drift", "failure"];
var MAX_TEXT = 1200;
var MAX_TITLE = 200;
var BODIES = {
  slack: ({ title, text, link }) => ({
    // Shown where blocks are not: `<!channel>` and links need these three characters.
    text: title.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    unfurl_links: false,
    blocks: [
      { type: "header", text: { type: "plain_text", text: title.slice(0, 150), emoji: false } },
      { type: "section", text: { type: "plain_text", text, emoji: false } },
      ...link === void 0 ? [] : [{ type: "section", text: { type: "mrkdwn", text: `<${link.replaceAll("&", "&amp;")}|Details>` } }]
    ]
  }),
  teams: ({ title, text, link }) => ({
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: {
          type: "AdaptiveCard",
          version: "1.4",
          // Text runs know no markup, unlike text blocks.
          body: [title, text].map((line, i) => ({
            type: "RichTextBlock",
            inlines: [{ type: "TextRun", text: line, weight: i === 0 ? "bolder" : "default" }]
          })),
          actions: link === void 0 ? [] : [{ type: "Action.OpenUrl", title: "Details", url: link }]
        }
      }
    ]
  }),
  discord: ({ title, text, link }) => ({
    content: [`**${withoutMarkup(title)}**`, withoutMarkup(text), ...link === void 0 ? [] : [`<${link}>`]].join(
      "\n"
    ),
    allowed_mentions: { parse: [] }
  }),
  json: ({ occasions, title, text, link }) => ({ schema: 1, occasions, title, text, link: link ?? null })
};
var NOTIFY_FORMATS = Object.keys(BODIES);
function notificationBody(format, happening) {
  const { link } = happening;
  return JSON.stringify(
    BODIES[format]({
      ...happening,
      title: clipped(happening.title, MAX_TITLE),
      text: clipped(happening.text, MAX_TEXT),
      link: link !== void 0 && /^https?:\/\/[^\s<>"|]+$/.test(link) ? link : void 0
    })
  );
}
function clipped(text, most) {
  const line = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(text.replaceAll("`", ""));
  return line.length <= most ? line : `${line.slice(0, most).toWellFormed()}…`;
}
function withoutMarkup(text) {
  return text.replace(/[\\*_~|>#`[\]()<:@-]/g, "\\$&");
}




/***/ }),

/***/ 9398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ openLine)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(354);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/adapters/metrics/request.ts
var ANSWER_LIMIT = 1024 * 1024;
function openLine({ http, signal, timeoutMs }) {
  const timeout = AbortSignal.timeout(timeoutMs);
  const either = AbortSignal.any([signal, timeout]);
  return async (question) => {
    try {
      return await read(await send(question, http, either));
    } catch (error) {
      if (signal.aborted) {
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP(
          "cancelled",
          "The run was cancelled while it asked for a metric.",
          "Run the job again.",
          {
            cause: error
          }
        );
      }
      if (error instanceof _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .Astray */ .tA || error instanceof _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingError */ .L_) {
        return failed(error.message);
      }
      return failed(
        timeout.aborted ? `it did not answer within ${timeoutMs / 1e3} s` : `it can't be reached (${reasonOf(error)})`
      );
    }
  };
}
function send({ url, method, headers, body }, http, signal) {
  return http.send({ url, method, headers: { "user-agent": "tagship", ...headers }, body, signal, isRepeatable: true });
}
async function read({ status, headers, body, leave }) {
  const text = await textOf(body);
  await leave();
  const content = text === void 0 ? void 0 : { status, type: headers["content-type"] ?? "", text };
  if (status < 200 || status > 299) {
    const waits = status === 429 || status === 503 ? retryAfterMs(headers["retry-after"]) : void 0;
    return { kind: "failed", why: `it answered ${status}`, retryAfterMs: waits, content };
  }
  return content === void 0 ? failed("its answer is over 1 MiB") : { kind: "answered", content };
}
async function textOf(body) {
  const chunks = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > ANSWER_LIMIT) {
      return void 0;
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
function retryAfterMs(header) {
  const text = header?.trim() ?? "";
  const wait = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1e3 : Date.parse(text) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : void 0;
}
function failed(why) {
  return { kind: "failed", why, retryAfterMs: void 0, content: void 0 };
}
function reasonOf(error) {
  return (0,_with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .causesOf */ .cZ)(error).map(_with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N).findLast((code) => code !== "") ?? "no connection";
}




/***/ })

};

export const id = 754;
export const ids = [754];
export const modules = {

/***/ 8124:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ openLine)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_GUM3WOJV_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(596);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5269);

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
        throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP(
          "cancelled",
          "The run was cancelled while it asked for a metric.",
          "Run the job again.",
          {
            cause: error
          }
        );
      }
      if (error instanceof _chunk_GUM3WOJV_js__WEBPACK_IMPORTED_MODULE_1__/* .Astray */ .tA || error instanceof _chunk_GUM3WOJV_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingError */ .L_) {
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
  return (0,_chunk_GUM3WOJV_js__WEBPACK_IMPORTED_MODULE_1__/* .causesOf */ .cZ)(error).map(_chunk_GUM3WOJV_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N).findLast((code) => code !== "") ?? "no connection";
}




/***/ }),

/***/ 1754:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HttpProbes: () => (/* binding */ HttpProbes)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_N2LUWZNJ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8124);
/* harmony import */ var _chunk_GUM3WOJV_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(596);
/* harmony import */ var _chunk_5MHJQYKC_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7758);
/* harmony import */ var _chunk_QIUPNSA2_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3941);
/* harmony import */ var _chunk_DFITHXCG_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2835);
/* harmony import */ var _chunk_W4TDNSEE_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8712);
/* harmony import */ var _chunk_JHQZTRNU_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(968);
/* harmony import */ var _chunk_AKPUQ5PO_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7118);
/* harmony import */ var _chunk_T77KHJBL_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9985);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1197);
/* harmony import */ var _chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7506);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(1947);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(6127);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(5269);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


















// src/adapters/metrics/http-probes.ts
var HttpProbes = class {
  #options;
  constructor(options) {
    this.#options = options;
  }
  async ask(probe, subject) {
    const { http, environment, signal } = this.#options;
    const { question, show, judge } = (0,_chunk_5MHJQYKC_js__WEBPACK_IMPORTED_MODULE_3__/* .prepareProbe */ .qx)(probe, subject, environment);
    const ask = (0,_chunk_N2LUWZNJ_js__WEBPACK_IMPORTED_MODULE_1__/* .openLine */ .T)({ http, signal, timeoutMs: (0,_chunk_5MHJQYKC_js__WEBPACK_IMPORTED_MODULE_3__/* .patienceOf */ .Hw)(probe).timeoutMs });
    const startedAt = performance.now();
    const answer = await ask(question);
    const tookMs = performance.now() - startedAt;
    return { query: show, tookMs, wrong: judge(answer, tookMs, this.#scrubber(probe)) };
  }
  /** What a server says may hold what it was sent, which stands there by its name then. */
  #scrubber(probe) {
    const { environment, secrets } = this.#options;
    const longestFirst = [...(0,_chunk_QAG4G4GS_js__WEBPACK_IMPORTED_MODULE_11__/* .secretsIn */ .VY)(probe, environment)].sort(([a], [b]) => b.length - a.length);
    return (text) => secrets.hide(longestFirst.reduce((clean, [secret, name]) => clean.replaceAll(secret, () => name), text));
  }
};



/***/ })

};

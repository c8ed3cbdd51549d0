export const id = 2015;
export const ids = [2015];
export const modules = {

/***/ 2015:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchOf: () => (/* reexport safe */ _with_http_fetch_js__WEBPACK_IMPORTED_MODULE_1__.A)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_http_fetch_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7678);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





/***/ }),

/***/ 7678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ fetchOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/adapters/http/fetch.ts
var EMPTY = [101, 204, 205, 304];
function fetchOf(client) {
  return async (input, init = {}) => {
    const { body } = init;
    if (body !== void 0 && body !== null && typeof body !== "string" && !(body instanceof Uint8Array)) {
      throw new TypeError("Only texts and bytes are sent.");
    }
    const answer = await client.send({
      url: input instanceof Request ? input.url : String(input),
      method: (init.method ?? "GET").toUpperCase(),
      headers: Object.fromEntries(new Headers(init.headers)),
      body: body ?? void 0,
      signal: init.signal ?? new AbortController().signal
    });
    const headers = Object.entries(answer.headers).flatMap(
      ([name, value]) => name === "content-encoding" ? [] : [value ?? []].flat().map((one) => [name, one])
    );
    const content = EMPTY.includes(answer.status) ? null : streamOf(answer);
    const response = new Response(content, { status: answer.status, headers });
    return Object.defineProperty(response, "url", { value: answer.url });
  };
}
function streamOf({ body, leave }) {
  const chunks = body[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await chunks.next();
      if (done === true) {
        controller.close();
      } else {
        controller.enqueue(value);
      }
    },
    cancel: leave
  });
}




/***/ })

};

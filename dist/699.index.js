export const id = 699;
export const ids = [699];
export const modules = {

/***/ 5092:
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
    const chunks = {
      [Symbol.asyncIterator]: () => ({ ...answer.body[Symbol.asyncIterator](), return: left(answer.leave) })
    };
    const content = EMPTY.includes(answer.status) ? null : ReadableStream.from(chunks);
    const response = new Response(content, { status: answer.status, headers });
    return Object.defineProperty(response, "url", { value: answer.url });
  };
}
function left(leave) {
  return async () => {
    await leave();
    return { value: void 0, done: true };
  };
}




/***/ }),

/***/ 5699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   fetchOf: () => (/* reexport safe */ _chunk_4FUQ7ZEF_js__WEBPACK_IMPORTED_MODULE_1__.A)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_4FUQ7ZEF_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5092);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





/***/ })

};

export const id = 166;
export const ids = [166];
export const modules = {

/***/ 6166:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   throughProxy: () => (/* binding */ throughProxy)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_QZFBXFZ3_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7844);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/adapters/proxy.ts
var import_undici = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__/* .__toESM */ .f1)((0,_chunk_QZFBXFZ3_js__WEBPACK_IMPORTED_MODULE_1__/* .require_undici */ .L)(), 1);
function throughProxy(options) {
  const dispatcher = new import_undici.EnvHttpProxyAgent(options);
  return ((input, init) => (0, import_undici.fetch)(input, { ...init, dispatcher }));
}



/***/ })

};

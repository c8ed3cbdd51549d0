export const id = 752;
export const ids = [752];
export const modules = {

/***/ 8371:
/***/ ((__unused_webpack___webpack_module__, __unused_webpack___webpack_exports__, __webpack_require__) => {

/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_KH2BELSE_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7684);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


/* unused harmony default export */ var __WEBPACK_DEFAULT_EXPORT__ = ((0,_chunk_KH2BELSE_js__WEBPACK_IMPORTED_MODULE_1__/* .require_undici */ .L)());


/***/ })

};

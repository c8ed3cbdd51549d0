export const id = 32;
export const ids = [32];
export const modules = {

/***/ 5651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   nothingDone: () => (/* reexport safe */ _chunk_57LGSM7Q_js__WEBPACK_IMPORTED_MODULE_1__.mh)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_57LGSM7Q_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9035);
/* harmony import */ var _chunk_3N7LO4KU_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6895);
/* harmony import */ var _chunk_JZSYJJ7S_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7632);
/* harmony import */ var _chunk_BCO6NPAV_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8265);
/* harmony import */ var _chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7260);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1197);
/* harmony import */ var _chunk_3UVKA5LE_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(624);
/* harmony import */ var _chunk_D72LPF4L_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4159);
/* harmony import */ var _chunk_LGTR3RYY_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2362);
/* harmony import */ var _chunk_L4GIRKQK_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9905);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9041);
/* harmony import */ var _chunk_V2K5JSQY_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(747);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);
















/***/ })

};

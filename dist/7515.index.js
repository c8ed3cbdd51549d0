export const id = 7515;
export const ids = [7515];
export const modules = {

/***/ 9895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ iso_exports)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9937);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
(0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__/* .__export */ .VA)(iso_exports, {
  ZodISODate: () => _chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br,
  ZodISODateTime: () => _chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo,
  ZodISODuration: () => _chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A,
  ZodISOTime: () => _chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return (0,_chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDateTime */ .G1)(_chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo, params);
}
function date(params) {
  return (0,_chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDate */ .db)(_chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br, params);
}
function time(params) {
  return (0,_chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoTime */ .Kn)(_chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV, params);
}
function duration(params) {
  return (0,_chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDuration */ .f2)(_chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A, params);
}




/***/ }),

/***/ 7515:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   moment: () => (/* binding */ moment)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_RDNMBLSI_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9895);
/* harmony import */ var _chunk_AYNOQOS3_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9937);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/action/moment.ts
var moment = _chunk_RDNMBLSI_js__WEBPACK_IMPORTED_MODULE_1__/* .iso_exports */ .W.datetime({ offset: true });



/***/ })

};

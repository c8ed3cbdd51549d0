export const id = 8341;
export const ids = [8341];
export const modules = {

/***/ 8341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   moment: () => (/* binding */ moment)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3798);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7802);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/action/timestamp-schema.ts
var moment = _with_zod_2_js__WEBPACK_IMPORTED_MODULE_1__/* .iso_exports */ .W.datetime({ offset: true });



/***/ }),

/***/ 3798:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ iso_exports)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7802);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
(0,_with_js__WEBPACK_IMPORTED_MODULE_2__/* .__export */ .VA)(iso_exports, {
  ZodISODate: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br,
  ZodISODateTime: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo,
  ZodISODuration: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A,
  ZodISOTime: () => _with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDateTime */ .G1)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo, params);
}
function date(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDate */ .db)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br, params);
}
function time(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoTime */ .Kn)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV, params);
}
function duration(params) {
  return (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDuration */ .f2)(_with_zod_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A, params);
}




/***/ })

};

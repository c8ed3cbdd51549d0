export const id = 7456;
export const ids = [7456];
export const modules = {

/***/ 7456:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   misnamedInputs: () => (/* reexport safe */ _with_action_inputs_js__WEBPACK_IMPORTED_MODULE_1__.M)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3259);
/* harmony import */ var _with_domain_namespace_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(61);
/* harmony import */ var _with_domain_glob_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8130);
/* harmony import */ var _with_action_spec_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8685);
/* harmony import */ var _with_domain_environment_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8935);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2591);
/* harmony import */ var _with_ms_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3367);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8071);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);















/***/ })

};

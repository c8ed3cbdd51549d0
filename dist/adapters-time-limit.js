export const id = 6788;
export const ids = [6788];
export const modules = {

/***/ 6788:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ThreadTimeLimit: () => (/* binding */ ThreadTimeLimit)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3667);
/* harmony import */ var node_perf_hooks__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(643);
/* harmony import */ var node_vm__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(714);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/adapters/time-limit.ts


var FAIR_MS = 50;
var FAIR_MS_PER_CHARACTER = 4e3 / (1024 * 1024);
var MOST_EXCESS_MS = 5e3;
var RUN_EXCESS_MS = 6e4;
var TIMEOUT = "ERR_SCRIPT_EXECUTION_TIMEOUT";
var ThreadTimeLimit = class {
  #context = { work: () => void 0 };
  #script = new node_vm__WEBPACK_IMPORTED_MODULE_3__.Script("work()");
  #excess;
  /** @param excess what all work together may take beyond what is fair, in milliseconds */
  constructor(excess = RUN_EXCESS_MS) {
    this.#excess = excess;
    (0,node_vm__WEBPACK_IMPORTED_MODULE_3__.createContext)(this.#context);
  }
  run(characters, work) {
    const fair = FAIR_MS + characters * FAIR_MS_PER_CHARACTER;
    const started = node_perf_hooks__WEBPACK_IMPORTED_MODULE_2__.performance.now();
    this.#context.work = work;
    try {
      this.#script.runInContext(this.#context, { timeout: Math.ceil(fair + Math.min(MOST_EXCESS_MS, this.#excess)) });
      return true;
    } catch (error) {
      if (typeof error === "object" && error !== null && "code" in error && error.code === TIMEOUT) {
        return false;
      }
      throw error;
    } finally {
      this.#excess = Math.max(0, this.#excess - Math.max(0, node_perf_hooks__WEBPACK_IMPORTED_MODULE_2__.performance.now() - started - fair));
    }
  }
};



/***/ })

};

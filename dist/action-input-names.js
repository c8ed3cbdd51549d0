export const id = 8724;
export const ids = [8724];
export const modules = {

/***/ 8724:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   misnamedInputs: () => (/* reexport safe */ _with_action_input_names_js__WEBPACK_IMPORTED_MODULE_1__.M)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_input_names_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(141);
/* harmony import */ var _with_action_spec_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8685);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8071);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);









/***/ }),

/***/ 141:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ misnamedInputs),
/* harmony export */   q: () => (/* binding */ unknownInputs)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_spec_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8685);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2787);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/action/input-names.ts
var ALIASES = /* @__PURE__ */ new Map([
  ["apitoken", "cloudflare-api-token"],
  ["cloudflaretoken", "cloudflare-api-token"],
  ["accountid", "cloudflare-account-id"],
  ["token", "github-token"],
  ["namespace", "kv-namespace"],
  ["kvnamespaceid", "kv-namespace"],
  ["namespaceid", "kv-namespace"]
]);
function* unknownInputs(given, command) {
  const takes = `\`${command}\` takes: ${takenBy(command).join(", ")}.`;
  for (const name of given.keys()) {
    const spec = isInput(name) ? _with_action_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc[name] : void 0;
    if (spec === void 0) {
      yield misnamed(name, takes);
    } else if (spec.commands !== "all" && !spec.commands.includes(command)) {
      yield new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
        "input-unknown",
        `The input \`${name}\` is not taken by \`${command}\`.`,
        `Remove it. ${takes}`
      );
    }
  }
}
function misnamedInputs(given) {
  return [...given.keys()].filter((name) => !isInput(name)).map((name) => misnamed(name, "Correct or remove it."));
}
function isInput(name) {
  return Object.hasOwn(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc, name);
}
function misnamed(name, remedy) {
  const alias = ALIASES.get(name.replace(/[-_]/g, ""));
  const hint = alias === void 0 ? (0,_with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_2__/* .didYouMean */ .au)(name, Object.keys(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc)) : ` Did you mean \`${alias}\`?`;
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP("input-unknown", `There is no input \`${name}\`.`, `${hint} ${remedy}`.trimStart());
}
function takenBy(command) {
  return Object.entries(_with_action_spec_js__WEBPACK_IMPORTED_MODULE_1__/* .INPUTS */ .mc).filter(([, { commands }]) => commands === "all" || commands.includes(command)).map(([name]) => name);
}




/***/ })

};

export const id = 7983;
export const ids = [7983];
export const modules = {

/***/ 7983:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pageDocument: () => (/* binding */ pageDocument)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3420);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2591);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3667);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7598);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/domain/page/document.ts

function pageDocument({ data, contents }, { script, style }) {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'"
  ];
  const { gates, ...rest } = data;
  const front = rest;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy.join("; ")}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<meta name="generator" content="Tagship">
<title>${inHtml((0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$)(data.repository))}: what ran where</title>
<style>${style}</style>
</head>
<body>
<div id="page"><noscript>This page needs JavaScript. It asks no server for anything.</noscript></div>
<script type="application/json" id="data">${(0,_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .embedded */ .F9)(front)}</script>
<script>${script}</script>
<script type="application/json" id="gates">${(0,_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .embedded */ .F9)(gates)}</script>
<script type="application/json" id="contents">${(0,_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .embedded */ .F9)(contents)}</script>
</body>
</html>
`;
}
function hashOf(text) {
  return `'sha256-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_4__.createHash)("sha256").update(text).digest("base64")}'`;
}
function inHtml(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}



/***/ }),

/***/ 3420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   F9: () => (/* binding */ embedded),
/* harmony export */   __: () => (/* binding */ Budget),
/* harmony export */   o3: () => (/* binding */ BUDGET)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/page/budget.ts
var BUDGET = { whole: 48e5, start: 15e5, moves: 42e5, gates: 15e5 };
function embedded(value) {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
function bytesOf(value) {
  return Buffer.byteLength(embedded(value)) + 1;
}
var Budget = class {
  #left;
  constructor(bytes) {
    this.#left = bytes;
  }
  get left() {
    return this.#left;
  }
  /** Takes what there is room for. @returns whether there was */
  take(bytes) {
    if (bytes > this.#left) {
      return false;
    }
    this.#left -= bytes;
    return true;
  }
};




/***/ })

};

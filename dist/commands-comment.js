export const id = 6260;
export const ids = [6260];
export const modules = {

/***/ 6260:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   comment: () => (/* binding */ comment)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/commands/comment.ts
var TOLD = {
  created: "written",
  updated: "brought up to date",
  removed: "removed: nothing is left to say",
  none: "not needed",
  newer: "left alone: a later run wrote it"
};
async function comment(record, { comments, journal }) {
  if (typeof record === "string") {
    return [{ level: "notice", message: `No comment was written: ${record}.` }];
  }
  try {
    const state = await comments.keepComment(record);
    journal.info(`The comment on pull request ${record.number} is ${TOLD[state]}.`);
    return [];
  } catch (error) {
    const failures = (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .toTagshipErrors */ .XF)(error);
    if (failures.some(({ code }) => code === "cancelled" || code === "internal")) {
      throw error;
    }
    return failures.map(({ code, what, remedy }) => ({
      level: code === "forge-refused" ? "notice" : "warning",
      message: `The comment on the pull request was not kept up to date: ${what} ${remedy}`
    }));
  }
}



/***/ })

};

export const id = 7672;
export const ids = [7672];
export const modules = {

/***/ 7672:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readResults: () => (/* binding */ readResults),
/* harmony export */   writeBelow: () => (/* binding */ writeBelow),
/* harmony export */   writeResult: () => (/* binding */ writeResult),
/* harmony export */   writeTo: () => (/* binding */ writeTo)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3667);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6760);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/adapters/report-file.ts




var WRITE_NO_LINK = node_fs__WEBPACK_IMPORTED_MODULE_3__.constants.O_WRONLY | node_fs__WEBPACK_IMPORTED_MODULE_3__.constants.O_CREAT | node_fs__WEBPACK_IMPORTED_MODULE_3__.constants.O_TRUNC | (node_fs__WEBPACK_IMPORTED_MODULE_3__.constants.O_NOFOLLOW ?? 0);
var RESULT_NAME = /^tagship-result-[\w-]+\.json$/;
async function writeBelow(directory, path, text, refused) {
  const segments = path.split("/");
  try {
    let folder = directory;
    for (const segment of segments.slice(0, -1)) {
      folder = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(folder, segment);
      await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.mkdir)(folder).catch(() => void 0);
      if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.lstat)(folder)).isDirectory()) {
        throw new Error(`\`${segment}\` is no folder`);
      }
    }
    const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(folder, segments.at(-1) ?? "");
    await write(whole, text);
    return whole;
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error), error);
  }
}
async function writeTo(directory, name, text) {
  const whole = (0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(directory, name);
  await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_5__.dirname)(whole), { recursive: true });
  await write(whole, text);
  return whole;
}
async function readResults(directory) {
  const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.readdir)(directory).catch(() => []);
  const results = [];
  for (const name of names.filter((one) => RESULT_NAME.test(one))) {
    try {
      results.push(JSON.parse(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_5__.join)(directory, name), "utf8")));
    } catch {
    }
  }
  return results;
}
async function writeResult(directory, text) {
  return await writeTo(directory, `tagship-result-${(0,node_crypto__WEBPACK_IMPORTED_MODULE_2__.randomUUID)()}.json`, text);
}
async function write(path, text) {
  const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_4__.open)(path, WRITE_NO_LINK, 420);
  try {
    await file.writeFile(text);
  } finally {
    await file.close();
  }
}



/***/ })

};

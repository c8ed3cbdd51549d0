export const id = 5741;
export const ids = [5741];
export const modules = {

/***/ 5741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ openPostMortems),
/* harmony export */   Nn: () => (/* binding */ oneForEach),
/* harmony export */   bR: () => (/* binding */ WRITTEN_LATER)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9865);
/* harmony import */ var _with_gate_rows_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4460);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3339);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9572);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(99);
/* harmony import */ var _with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9668);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9577);
/* harmony import */ var _with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8659);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2591);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);













// node_modules/diff/libesm/diff/base.js
var Diff = class {
  diff(oldStr, newStr, options = {}) {
    let callback;
    if (typeof options === "function") {
      callback = options;
      options = {};
    } else if ("callback" in options) {
      callback = options.callback;
    }
    const oldString = this.castInput(oldStr, options);
    const newString = this.castInput(newStr, options);
    const oldTokens = this.removeEmpty(this.tokenize(oldString, options));
    const newTokens = this.removeEmpty(this.tokenize(newString, options));
    return this.diffWithOptionsObj(oldTokens, newTokens, options, callback);
  }
  diffWithOptionsObj(oldTokens, newTokens, options, callback) {
    var _a;
    const done = (value) => {
      value = this.postProcess(value, options);
      if (callback) {
        setTimeout(function() {
          callback(value);
        }, 0);
        return void 0;
      } else {
        return value;
      }
    };
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let editLength = 1;
    let maxEditLength = newLen + oldLen;
    if (options.maxEditLength != null) {
      maxEditLength = Math.min(maxEditLength, options.maxEditLength);
    }
    const maxExecutionTime = (_a = options.timeout) !== null && _a !== void 0 ? _a : Infinity;
    const abortAfterTimestamp = Date.now() + maxExecutionTime;
    const bestPath = [{ oldPos: -1, lastComponent: void 0 }];
    let newPos = this.extractCommon(bestPath[0], newTokens, oldTokens, 0, options);
    if (bestPath[0].oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
      return done(this.buildValues(bestPath[0].lastComponent, newTokens, oldTokens));
    }
    let minDiagonalToConsider = -Infinity, maxDiagonalToConsider = Infinity;
    const execEditLength = () => {
      for (let diagonalPath = Math.max(minDiagonalToConsider, -editLength); diagonalPath <= Math.min(maxDiagonalToConsider, editLength); diagonalPath += 2) {
        let basePath;
        const removePath = bestPath[diagonalPath - 1], addPath = bestPath[diagonalPath + 1];
        if (removePath) {
          bestPath[diagonalPath - 1] = void 0;
        }
        let canAdd = false;
        if (addPath) {
          const addPathNewPos = addPath.oldPos - diagonalPath;
          canAdd = addPath && 0 <= addPathNewPos && addPathNewPos < newLen;
        }
        const canRemove = removePath && removePath.oldPos + 1 < oldLen;
        if (!canAdd && !canRemove) {
          bestPath[diagonalPath] = void 0;
          continue;
        }
        if (!canRemove || canAdd && removePath.oldPos < addPath.oldPos) {
          basePath = this.addToPath(addPath, true, false, 0, options);
        } else {
          basePath = this.addToPath(removePath, false, true, 1, options);
        }
        newPos = this.extractCommon(basePath, newTokens, oldTokens, diagonalPath, options);
        if (basePath.oldPos + 1 >= oldLen && newPos + 1 >= newLen) {
          return done(this.buildValues(basePath.lastComponent, newTokens, oldTokens)) || true;
        } else {
          bestPath[diagonalPath] = basePath;
          if (basePath.oldPos + 1 >= oldLen) {
            maxDiagonalToConsider = Math.min(maxDiagonalToConsider, diagonalPath - 1);
          }
          if (newPos + 1 >= newLen) {
            minDiagonalToConsider = Math.max(minDiagonalToConsider, diagonalPath + 1);
          }
        }
      }
      editLength++;
    };
    if (callback) {
      (function exec() {
        setTimeout(function() {
          if (editLength > maxEditLength || Date.now() > abortAfterTimestamp) {
            return callback(void 0);
          }
          if (!execEditLength()) {
            exec();
          }
        }, 0);
      })();
    } else {
      while (editLength <= maxEditLength && Date.now() <= abortAfterTimestamp) {
        const ret = execEditLength();
        if (ret) {
          return ret;
        }
      }
    }
  }
  addToPath(path, added, removed, oldPosInc, options) {
    const last = path.lastComponent;
    if (last && !options.oneChangePerToken && last.added === added && last.removed === removed) {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: last.count + 1, added, removed, previousComponent: last.previousComponent }
      };
    } else {
      return {
        oldPos: path.oldPos + oldPosInc,
        lastComponent: { count: 1, added, removed, previousComponent: last }
      };
    }
  }
  extractCommon(basePath, newTokens, oldTokens, diagonalPath, options) {
    const newLen = newTokens.length, oldLen = oldTokens.length;
    let oldPos = basePath.oldPos, newPos = oldPos - diagonalPath, commonCount = 0;
    while (newPos + 1 < newLen && oldPos + 1 < oldLen && this.equals(oldTokens[oldPos + 1], newTokens[newPos + 1], options)) {
      newPos++;
      oldPos++;
      commonCount++;
      if (options.oneChangePerToken) {
        basePath.lastComponent = { count: 1, previousComponent: basePath.lastComponent, added: false, removed: false };
      }
    }
    if (commonCount && !options.oneChangePerToken) {
      basePath.lastComponent = { count: commonCount, previousComponent: basePath.lastComponent, added: false, removed: false };
    }
    basePath.oldPos = oldPos;
    return newPos;
  }
  equals(left, right, options) {
    if (options.comparator) {
      return options.comparator(left, right);
    } else {
      return left === right || !!options.ignoreCase && left.toLowerCase() === right.toLowerCase();
    }
  }
  removeEmpty(array) {
    const ret = [];
    for (let i = 0; i < array.length; i++) {
      if (array[i]) {
        ret.push(array[i]);
      }
    }
    return ret;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  castInput(value, options) {
    return value;
  }
  // eslint-disable-next-line @typescript-eslint/no-unused-vars
  tokenize(value, options) {
    return Array.from(value);
  }
  join(chars) {
    return chars.join("");
  }
  postProcess(changeObjects, options) {
    return changeObjects;
  }
  get useLongestToken() {
    return false;
  }
  buildValues(lastComponent, newTokens, oldTokens) {
    const components = [];
    let nextComponent;
    while (lastComponent) {
      components.push(lastComponent);
      nextComponent = lastComponent.previousComponent;
      delete lastComponent.previousComponent;
      lastComponent = nextComponent;
    }
    components.reverse();
    const componentLen = components.length;
    let componentPos = 0, newPos = 0, oldPos = 0;
    for (; componentPos < componentLen; componentPos++) {
      const component = components[componentPos];
      if (!component.removed) {
        if (!component.added && this.useLongestToken) {
          let value = newTokens.slice(newPos, newPos + component.count);
          value = value.map(function(value2, i) {
            const oldValue = oldTokens[oldPos + i];
            return oldValue.length > value2.length ? oldValue : value2;
          });
          component.value = this.join(value);
        } else {
          component.value = this.join(newTokens.slice(newPos, newPos + component.count));
        }
        newPos += component.count;
        if (!component.added) {
          oldPos += component.count;
        }
      } else {
        component.value = this.join(oldTokens.slice(oldPos, oldPos + component.count));
        oldPos += component.count;
      }
    }
    return components;
  }
};

// node_modules/diff/libesm/diff/line.js
var LineDiff = class extends Diff {
  constructor() {
    super(...arguments);
    this.tokenize = tokenize;
  }
  equals(left, right, options) {
    if (options.ignoreWhitespace) {
      if (!options.newlineIsToken || !left.includes("\n")) {
        left = left.trim();
      }
      if (!options.newlineIsToken || !right.includes("\n")) {
        right = right.trim();
      }
    } else if (options.ignoreNewlineAtEof && !options.newlineIsToken) {
      if (left.endsWith("\n")) {
        left = left.slice(0, -1);
      }
      if (right.endsWith("\n")) {
        right = right.slice(0, -1);
      }
    }
    return super.equals(left, right, options);
  }
};
var lineDiff = new LineDiff();
function diffLines(oldStr, newStr, options) {
  return lineDiff.diff(oldStr, newStr, options);
}
function tokenize(value, options) {
  if (options.stripTrailingCr) {
    value = value.replace(/\r\n/g, "\n");
  }
  const retLines = [], linesAndNewlines = value.split(/(\n|\r\n)/);
  if (!linesAndNewlines[linesAndNewlines.length - 1]) {
    linesAndNewlines.pop();
  }
  for (let i = 0; i < linesAndNewlines.length; i++) {
    const line = linesAndNewlines[i];
    if (i % 2 && !options.newlineIsToken) {
      retLines[retLines.length - 1] += line;
    } else {
      retLines.push(line);
    }
  }
  return retLines;
}

// node_modules/diff/libesm/patch/create.js
function structuredPatch(oldFileName, newFileName, oldStr, newStr, oldHeader, newHeader, options) {
  let optionsObj;
  if (!options) {
    optionsObj = {};
  } else if (typeof options === "function") {
    optionsObj = { callback: options };
  } else {
    optionsObj = options;
  }
  if (typeof optionsObj.context === "undefined") {
    optionsObj.context = 4;
  }
  const context = optionsObj.context;
  if (optionsObj.newlineIsToken) {
    throw new Error("newlineIsToken may not be used with patch-generation functions, only with diffing functions");
  }
  if (!optionsObj.callback) {
    return diffLinesResultToPatch(diffLines(oldStr, newStr, optionsObj));
  } else {
    const { callback } = optionsObj;
    diffLines(oldStr, newStr, Object.assign(Object.assign({}, optionsObj), { callback: (diff) => {
      const patch = diffLinesResultToPatch(diff);
      callback(patch);
    } }));
  }
  function diffLinesResultToPatch(diff) {
    if (!diff) {
      return;
    }
    diff.push({ value: "", lines: [] });
    function contextLines(lines) {
      return lines.map(function(entry) {
        return " " + entry;
      });
    }
    const hunks = [];
    let oldRangeStart = 0, newRangeStart = 0, curRange = [], oldLine = 1, newLine = 1;
    for (let i = 0; i < diff.length; i++) {
      const current = diff[i], lines = current.lines || splitLines(current.value);
      current.lines = lines;
      if (current.added || current.removed) {
        if (!oldRangeStart) {
          const prev = diff[i - 1];
          oldRangeStart = oldLine;
          newRangeStart = newLine;
          if (prev) {
            curRange = context > 0 ? contextLines(prev.lines.slice(-context)) : [];
            oldRangeStart -= curRange.length;
            newRangeStart -= curRange.length;
          }
        }
        for (const line of lines) {
          curRange.push((current.added ? "+" : "-") + line);
        }
        if (current.added) {
          newLine += lines.length;
        } else {
          oldLine += lines.length;
        }
      } else {
        if (oldRangeStart) {
          if (lines.length <= context * 2 && i < diff.length - 2) {
            for (const line of contextLines(lines)) {
              curRange.push(line);
            }
          } else {
            const contextSize = Math.min(lines.length, context);
            for (const line of contextLines(lines.slice(0, contextSize))) {
              curRange.push(line);
            }
            const hunk = {
              oldStart: oldRangeStart,
              oldLines: oldLine - oldRangeStart + contextSize,
              newStart: newRangeStart,
              newLines: newLine - newRangeStart + contextSize,
              lines: curRange
            };
            hunks.push(hunk);
            oldRangeStart = 0;
            newRangeStart = 0;
            curRange = [];
          }
        }
        oldLine += lines.length;
        newLine += lines.length;
      }
    }
    for (const hunk of hunks) {
      for (let i = 0; i < hunk.lines.length; i++) {
        if (hunk.lines[i].endsWith("\n")) {
          hunk.lines[i] = hunk.lines[i].slice(0, -1);
        } else {
          hunk.lines.splice(i + 1, 0, "\\ No newline at end of file");
          i++;
        }
      }
    }
    return {
      oldFileName,
      newFileName,
      oldHeader,
      newHeader,
      hunks
    };
  }
}
function splitLines(text) {
  const hasTrailingNl = text.endsWith("\n");
  const result = text.split("\n").map((line) => line + "\n");
  if (hasTrailingNl) {
    result.pop();
  } else {
    result.push(result.pop().slice(0, -1));
  }
  return result;
}

// src/domain/post-mortem/content.ts
var MAX_COMPARED = 256 * 1024;
var MAX_EDITS = 1e3;
var MAX_SHOWN = 2e4;
var MAX_LINE = 1500;
var LEAD = 200;
function contentSection({ left, restored, secrets }) {
  const facts = [
    `- ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(restored.version)}: ${contentFacts(restored.content)}`,
    `- ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(left.version)}: ${contentFacts(left.content)}`
  ];
  const [before, after] = [restored.content.bytes, left.content.bytes];
  if (before === void 0 || after === void 0) {
    return [
      "The contents cannot be compared: the objects of at least one of them could not be read; they may have been collected.",
      "",
      ...facts
    ];
  }
  if (areEqual(before, after)) {
    return ["Both versions have the same content, byte for byte: the cause is somewhere else.", "", ...facts];
  }
  const [old, now] = [textOf(before), textOf(after)];
  if (old === void 0 || now === void 0) {
    return ["The contents differ; they are not compared here, as they are binary or large.", "", ...facts];
  }
  const [oldShown, nowShown] = [(0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .redact */ .E)(old, secrets), (0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .redact */ .E)(now, secrets)];
  if (oldShown === nowShown) {
    return ["The contents differ only in what looks like secrets, which is not shown.", "", ...facts];
  }
  const patch = structuredPatch("", "", oldShown, nowShown, void 0, void 0, {
    context: 3,
    maxEditLength: MAX_EDITS
  });
  return patch === void 0 ? ["The contents differ in too many lines to be compared here.", "", ...facts] : [...shown(patch.hunks, restored.content, left.content), "", ...facts];
}
function contentFacts({ path, blob, bytes }) {
  const parts = [
    path === void 0 ? "path unknown" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(path),
    bytes === void 0 ? "not readable" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .size */ .Ej)(bytes.length),
    ...blob === void 0 ? [] : [`blob ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(blob.slice(0, 12))}`]
  ];
  return parts.join(", ");
}
function shown(hunks, before, after) {
  const lines = [
    `--- a/${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(before.path ?? "", MAX_LINE))}`,
    `+++ b/${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(after.path ?? "", MAX_LINE))}`,
    ...hunks.flatMap((hunk) => [headerOf(hunk), ...windowed(hunk.lines).map((line) => (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(line))])
  ];
  const fitting = (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(lines, MAX_SHOWN, "first");
  const rest = lines.length - fitting.length;
  return [
    ...(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(fitting, "diff"),
    ...rest === 0 ? [] : ["", `${rest} more lines of the comparison are left out.`]
  ];
}
function headerOf({ oldStart, oldLines, newStart, newLines }) {
  return `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`;
}
function windowed(lines) {
  const partners = partnersOf(lines);
  return lines.map((line, i) => {
    if (line.length <= MAX_LINE) {
      return line;
    }
    const start = Math.max(0, firstDifference(line, lines[partners.get(i) ?? -1] ?? "") - LEAD);
    const part = line.slice(1).slice(start, start + MAX_LINE).toWellFormed();
    return `${line.slice(0, 1)}${start === 0 ? "" : "…"}${part}… (cut, ${line.length - 1} characters)`;
  });
}
function partnersOf(lines) {
  const partners = /* @__PURE__ */ new Map();
  let waiting = [];
  for (const [i, line] of lines.entries()) {
    const partner = line.startsWith("+") ? waiting.shift() : void 0;
    if (partner !== void 0) {
      partners.set(i, partner).set(partner, i);
    }
    if (line.startsWith("-")) {
      waiting.push(i);
    } else if (line.startsWith(" ")) {
      waiting = [];
    }
  }
  return partners;
}
function firstDifference(line, other) {
  let at = 1;
  while (at < line.length && at < other.length && line[at] === other[at]) {
    at += 1;
  }
  return other === "" ? 0 : at - 1;
}
function areEqual(a, b) {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
function textOf(bytes) {
  if (bytes.length > MAX_COMPARED || bytes.includes(0)) {
    return void 0;
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return void 0;
  }
}

// src/domain/post-mortem/again.ts
function againSection({
  left,
  environment,
  environmentTag,
  versionTag,
  held,
  component,
  place
}) {
  const { host } = new URL(place.serverUrl);
  const repository = host === "github.com" ? place.repository : `${host}/${place.repository}`;
  const fields = {
    component,
    environment,
    version: left.version,
    override: "quarantine",
    reason: "the questions of the post-mortem are answered"
  };
  const [run = "", ...words] = (0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__/* .dispatchWords */ .a)("promote.yml", fields);
  const start = [`${run} --repo ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__/* .shellQuote */ .Z)(repository)}`, ...words];
  const lines = [
    `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(left.version)} is quarantined in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(environment)}: Tagship does not choose it there until somebody lifts that. With the workflow of \`examples/workflows/promote.yml\`:`,
    "",
    ...(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)([start.join(" \\\n  ")], "sh")
  ];
  if (held !== void 0 || left.tag === void 0) {
    return lines;
  }
  return [
    ...lines,
    "",
    "Or with Git alone, in any clone; the deploy that the tag starts lifts the quarantine:",
    "",
    ...(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(
      [
        `git fetch origin ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__/* .shellQuote */ .Z)(versionTag === void 0 ? left.tag : `refs/tags/${versionTag}`)}`,
        // A tag object of its own: the one that the rollback left would be held.
        `git tag --force --annotate --message Again ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__/* .shellQuote */ .Z)(environmentTag)} ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__/* .shellQuote */ .Z)(left.tag)}`,
        `git push --force origin ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_7__/* .shellQuote */ .Z)(`refs/tags/${environmentTag}`)}`
      ],
      "sh"
    )
  ];
}

// src/domain/post-mortem/measurements.ts
var MAX_TABLE = 12e3;
var MAX_QUERIES = 9e3;
var MAX_QUERY = 2e3;
var MAX_CELL = 160;
var MAX_CHARTS = 4;
function measurementsSection({ rows, policy }, secrets) {
  const cell = (text) => text === "" ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .redact */ .E)(text, secrets), MAX_CELL));
  const lines = rows.map((row, i) => `| ${[i + 1, ...cellsOf(row, cell)].join(" | ")} |`);
  const fitting = (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(lines, MAX_TABLE, "last");
  return [
    `Watched ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .count */ .U9)(policy.metrics.length, "metric")}: first look after ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .duration */ .p0)(policy.initialDelayMs)}, then every ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .duration */ .p0)(policy.intervalMs)}, for at least ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .duration */ .p0)(policy.bakeMs)} and at most ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .duration */ .p0)(policy.timeoutMs)}.`,
    "",
    ...policy.metrics.filter((metric) => (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .isNotable */ ._r)(metric, rows)).slice(0, MAX_CHARTS).flatMap((metric) => spaced((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .chart */ .bW)(metric, rows))),
    ...rows.length === 0 ? ["Nothing was measured."] : [
      ...leftOut(lines.length - fitting.length, "measurement"),
      "| No. | After | Metric | Measured | Limit | Outcome | Evidence |",
      "| ---: | ---: | --- | --- | --- | --- | --- |",
      ...fitting,
      ...(0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .boundsNote */ .u8)(rows),
      "",
      "What was asked, by the numbers of the measurements:",
      "",
      ...queries(rows, secrets)
    ]
  ];
}
function cellsOf(row, cell) {
  const outcome = (0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeText */ .EL)(row.outcome);
  const isBad = row.outcome === "failed" || row.outcome === "breach";
  return [
    (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .duration */ .p0)(row.elapsed),
    cell(row.metric),
    row.value === void 0 ? "–" : cell((0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .measuredText */ .AY)(row)),
    cell(row.limit),
    isBad ? `**${outcome}**` : outcome,
    cell(row.evidence)
  ];
}
function queries(rows, secrets) {
  const groups = /* @__PURE__ */ new Map();
  for (const [i, row] of rows.entries()) {
    const key = JSON.stringify([row.metric, row.queries]);
    const group = groups.get(key) ?? { numbers: [], row };
    group.numbers.push(i + 1);
    groups.set(key, group);
  }
  const items = [...groups.values()].map(
    ({ numbers, row }) => [
      (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)(`${numbers.join(", ")}  ${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .redact */ .E)(row.metric, secrets), MAX_CELL))}`, MAX_QUERY),
      ...row.queries.map((query) => `    ${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .redact */ .E)(query, secrets), MAX_QUERY))}`)
    ].join("\n")
  );
  const fitting = (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(items, MAX_QUERIES, "last");
  return [...leftOut(items.length - fitting.length, "query", "queries"), ...(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .fenced */ .OF)(fitting, "text")];
}
function spaced(lines) {
  return lines.length === 0 ? [] : [...lines, ""];
}
function leftOut(rest, one, several = `${one}s`) {
  return rest === 0 ? [] : [`The first ${rest === 1 ? one : `${rest} ${several}`} left out here; see the log of the run.`, ""];
}

// src/domain/post-mortem/issue.ts
var MAX_TITLE = 200;
var MAX_TEXT = 1500;
var MAX_TIMELINE = 6e3;
var MAX_NAMES = 500;
function postMortemTitle({ component, environment, left }) {
  return (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .printable */ .g$)(`Rolled back: ${component} ${left.version} in ${environment}`), MAX_TITLE).replace(
    /[@#]/g,
    "$&​"
  );
}
function postMortemBody(facts) {
  const { component, environment, left, restored } = facts;
  return written([
    ...[environment, ...(facts.together ?? []).map((one) => one.environment)].map(
      (name) => (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_6__/* .issueMarker */ .Q_)(component, name, left.version)
    ),
    ...occurrences(facts),
    "",
    `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(left.version)} was rolled back to ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(restored.version)} in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(environment)}. This issue keeps what is known of it; Tagship adds a comment if it happens again, and never changes what stands here.`,
    "",
    ...sections(facts),
    "## Open questions",
    "",
    ...questions(facts).map((question) => `- [ ] ${question}`)
  ]);
}
function postMortemComment(facts) {
  const { component, environment, left, restored } = facts;
  return written([
    ...occurrences(facts),
    "",
    `It happened again: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(left.version)} was rolled back to ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(restored.version)} in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(environment)}.`,
    "",
    ...sections(facts),
    "## Open questions",
    "",
    "- [ ] Which of the answers above was wrong, or was not acted on?",
    "- [ ] Why was the version put there again?"
  ]);
}
function occurrences({ occurrence, together = [] }) {
  return [occurrence, ...together.map((one) => one.occurrence)].map(_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_6__/* .occurrenceMarker */ .sU);
}
function sections(facts) {
  return [
    "## What happened",
    "",
    ...factTable(facts),
    "",
    "## Timeline",
    "",
    ...timeline(facts),
    "",
    ...facts.gate === void 0 ? [] : ["## Measurements", "", ...measurementsSection(facts.gate, facts.secrets), ""],
    `## What ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(facts.left.version)} changed`,
    "",
    ...contentSection(facts),
    "",
    "## Put it back",
    "",
    ...againSection(facts),
    ""
  ];
}
function written(lines) {
  return `${lines.join("\n").trimEnd()}
`;
}
function factTable(facts) {
  const { left, restored, made, gate, held, place } = facts;
  const commit = (oid) => oid === void 0 ? "" : `, commit ${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .commitLink */ .wn)(oid, place)}`;
  const live = left.deployed?.at === void 0 || made.at === void 0 ? void 0 : made.at - left.deployed.at;
  const isSameCommit = left.commit === void 0 || restored.commit === void 0 || left.commit === restored.commit;
  const rows = [
    ["Version", `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(left.version)}${commit(left.commit)}`],
    ["Written by", left.author === void 0 ? void 0 : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .redact */ .E)(left.author, facts.secrets), MAX_NAMES))],
    ["Deployed", left.deployed === void 0 ? "unknown" : `${left.deployed.how}: ${doing(left.deployed, facts)}`],
    ["Why it was deployed", textCell(left.deployed?.reason, facts)],
    ["Live for", live === void 0 || live < 0 ? void 0 : (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .period */ .iE)(live)],
    ["Ran in", names(left.ran)],
    ["A gate found it healthy in", names(left.healthy)],
    ["Live again", `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(restored.version)}${commit(restored.commit)}`],
    ["Rolled back", `${doing(made, facts)}${gate === void 0 ? "" : ", by the gate"}`],
    ["Why", sentence(facts.why, facts)],
    // The ledger got the gate's words as the reason.
    ["Reason given", made.reason === facts.why ? void 0 : textCell(made.reason, facts)],
    [
      "Held",
      held === void 0 ? void 0 : `KV was restored, but the tag could not be moved: ${sentence(held, facts)} KV is held back from the tag until it moves.`
    ],
    [
      "Difference",
      isSameCommit ? void 0 : `[compare](${place.serverUrl}/${place.repository}/compare/${restored.commit}...${left.commit})`
    ]
  ];
  const [first = "", ...lines] = rows.flatMap(
    ([name, value]) => value === void 0 ? [] : [`| ${name} | ${value} |`]
  );
  return [first, "| --- | --- |", ...lines];
}
function sentence(text, { secrets }) {
  return (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .prose */ .CS)((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .redact */ .E)(text, secrets), MAX_TEXT));
}
function doing({ at, actor, run }, { place }) {
  const link = (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .runLink */ .ut)(run, place);
  return [
    (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .moment */ .n$)(at),
    `by ${actor === void 0 ? "unknown" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(actor)}`,
    ...link === void 0 ? [] : [link]
  ].join(", ");
}
function names(list) {
  return list.length === 0 ? "none that is known" : (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(list.map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY), MAX_NAMES, "first").join(", ");
}
function textCell(text, { secrets }) {
  return text === void 0 ? void 0 : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .plain */ .pj)((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .clip */ .$Q)((0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_8__/* .redact */ .E)(text, secrets).replace(/\s+/g, " "), MAX_TEXT));
}
function timeline(facts) {
  const { left, made, gate, restored, held } = facts;
  const events = [];
  const add = (at, what) => {
    if (at !== void 0) {
      events.push({ at, what });
    }
  };
  add(left.deployed?.at, `\`${left.version}\` was deployed.`);
  if (gate !== void 0) {
    add(gate.startedAt, "The gate began to watch.");
    for (const [i, { at, metric, outcome }] of gate.rows.entries()) {
      if (outcome === "failed" || outcome === "breach") {
        add(at, `Measurement ${i + 1}: \`${metric}\` ${outcome === "breach" ? "breached its limit" : "failed"}.`);
      }
    }
  }
  if (facts.events.length === 0) {
    add(
      made.at,
      held === void 0 ? `The tag was moved back to \`${restored.version}\`.` : `KV was brought back to \`${restored.version}\`, and held there.`
    );
  }
  events.push(...facts.events);
  const lines = events.sort((a, b) => a.at - b.at).map(({ at, what }) => `- ${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .moment */ .n$)(at)}: ${sentence(what, facts)}`);
  const fitting = (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(lines, MAX_TIMELINE, "last");
  const rest = lines.length - fitting.length;
  return [...rest === 0 ? [] : [`- ${rest} earlier events are left out.`], ...fitting];
}
function questions({ gate, environment, left }) {
  const others = left.ran.filter((one) => one !== environment);
  return [
    wasItTheDeploy(gate),
    "What did users notice, how many, and from when to when?",
    "Was the change itself wrong, or was it right and badly communicated (to its readers, to other teams, to components that rely on it)?",
    "Why did the tests and the review not catch it?",
    others.length === 0 ? "Why did nothing before catch it? It ran in no other environment that the ledger knows: would a canary have?" : `Why did ${(0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_1__/* .within */ .ux)(others.map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY), MAX_NAMES, "first").join(", ")}, where it ran before or at the same time, not catch it?`,
    gate === void 0 ? "Which metric, with which limit, would have found it, and how much earlier?" : "Did the gate measure the right thing, with the right limit, and soon enough?",
    "What makes sure that it does not happen again, who does that, and until when?",
    `Is ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)(left.version)} to be put back, or does a new version replace it?`
  ];
}
function wasItTheDeploy(gate) {
  const compared = gate?.rows.findLast(({ control }) => control !== void 0);
  const said = compared?.control === void 0 ? "Nothing was compared: what did the rest of the service, and its providers, do at that time?" : `Elsewhere ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)((0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_4__/* .countsText */ .WN)(compared.control))} failed, here ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_10__/* .code */ .aY)((0,_with_gate_rows_js__WEBPACK_IMPORTED_MODULE_2__/* .measuredText */ .AY)(compared))}.`;
  return `Was it the deploy at all? ${said}`;
}

// src/engine/ledger/before.ts
var MAX_STEPS = 200;
async function ledgerBefore(repository, tip, seq, at) {
  let snapshot = await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_3__/* .ledgerAt */ .V6)(repository, tip, at);
  for (let step = 0; step < MAX_STEPS && snapshot !== void 0 && snapshot.message.seq >= seq; step++) {
    const [parent] = snapshot.parents;
    snapshot = parent === void 0 ? void 0 : await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_5__/* .LedgerSnapshot */ .g.open(repository, parent);
  }
  return snapshot?.message.seq === seq - 1 ? snapshot : void 0;
}

// src/commands/post-mortem.ts
var GATHER_MS = 3e4;
var WRITTEN_LATER = "The run that rolled back kept no post-mortem, so another one does; what a gate measured stands in the log of that run only.";
function oneForEach(occasions) {
  const groups = Map.groupBy(occasions, ({ component, left }) => `${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_11__/* .componentId */ .nV)(component)} ${left}`);
  return [...groups.values()].flatMap((all) => {
    const [first, ...others] = all;
    const told = others.map(({ environment, restored }) => `\`${environment}\` to ${restored.version}`).join(", ");
    const together = told === "" ? "" : ` With it went back: ${told}.`;
    return first === void 0 ? [] : [{ ...first, why: `${first.why}${together}`, together: others }];
  });
}
function occurrenceOf(entry, run) {
  return entry === void 0 ? `run ${run ?? ""}` : `${entry.seq} ${entry.tag ?? ""}`;
}
async function openPostMortems(session, occasions, aftermath, ports) {
  if (!session.config["post-mortem"] || session.settings.dryRun || occasions.length === 0) {
    return { issues: [], notices: [] };
  }
  return await ports.journal.group("Keep the post-mortem", async () => {
    const issues = [];
    try {
      const gathered = await ports.clock.within(GATHER_MS, () => gather(session, occasions, aftermath, ports));
      if (!gathered.inTime) {
        await session.repository.abandon();
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
          "git-unreachable",
          "The Git server did not answer in time what the two versions are.",
          "Run `rollback` again later: it moves no tag twice, and opens the issue that is missing."
        );
      }
      for (const facts of gathered.value) {
        const { component, environment, left } = facts;
        const { url, state } = await ports.forge.ensureIssue({
          title: postMortemTitle(facts),
          body: postMortemBody(facts),
          comment: postMortemComment(facts),
          marker: (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_6__/* .issueMarker */ .Q_)(component, environment, left.version),
          occurrence: (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_6__/* .occurrenceMarker */ .sU)(facts.occurrence),
          label: _with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_6__/* .ISSUE_LABEL */ .VO
        });
        if (url !== "") {
          ports.journal.info(`${component} ${left.version} in ${environment}: ${state}, ${url}`);
          issues.push({ component, environment, version: left.version, url, difference: contentSection(facts) });
        }
      }
      return { issues, notices: [] };
    } catch (error) {
      const missing = occasions.slice(issues.length);
      return { issues, notices: (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .toTagshipErrors */ .XF)(error).map((one) => withoutIssue(missing, one)) };
    }
  });
}
function withoutIssue(missing, { what, remedy }) {
  const names2 = missing.slice(0, 10).map(({ component, left, environment }) => `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_11__/* .componentId */ .nV)(component)}\` ${left} in \`${environment}\``);
  const more = missing.length > names2.length ? ` and ${missing.length - names2.length} more` : "";
  return {
    level: "warning",
    message: `The rollback is done, but no post-mortem was kept for ${names2.join(", ")}${more}: ${what} ${remedy}`
  };
}
async function gather(session, occasions, aftermath, ports) {
  const past = new Past(session, aftermath.ledger);
  const found = [];
  for (const occasion of occasions) {
    found.push({ occasion, before: await past.before(occasion), known: await past.known(occasion) });
  }
  const blobs = found.flatMap(({ occasion, before, known }) => [occasion.entry?.blob, before?.blob, known?.blob]);
  await session.repository.load([...new Set(blobs.flatMap((blob) => blob ?? []))], "objects").catch(() => false);
  const facts = [];
  for (const { occasion, before, known } of found) {
    facts.push(await factsOf(session, occasion, before, known, aftermath.view, ports));
  }
  return facts;
}
var Past = class {
  #session;
  #ledger;
  /** By the number of the commit after it. */
  #snapshots = /* @__PURE__ */ new Map();
  constructor(session, ledger) {
    this.#session = session;
    this.#ledger = ledger;
  }
  /** The entry of what was left. */
  async before({ component, environment, entry }) {
    const { seq, at } = entry ?? {};
    if (this.#ledger === void 0 || seq === void 0 || at === void 0 || at === null) {
      return void 0;
    }
    const snapshot = this.#snapshots.has(seq) ? this.#snapshots.get(seq) : await ledgerBefore(this.#session.repository, this.#ledger, seq, Date.parse(at) / 1e3);
    this.#snapshots.set(seq, snapshot);
    await snapshot?.load([(0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_9__/* .entryPath */ .s3)(environment, component)]);
    return snapshot?.entry(environment, component);
  }
  /** What is known of the version that was left. */
  async known({ component, left }) {
    await this.#ledger?.load([(0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_9__/* .versionsPath */ .dn)(component)]);
    return this.#ledger?.versions(component)[left];
  }
};
async function factsOf(session, occasion, before, known, view, { clock }) {
  const { component, environment, restored, entry, gate, held, why } = occasion;
  const { repositoryName: repository, serverUrl, secrets } = session.settings;
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_11__/* .componentId */ .nV)(component);
  const tags = view.tags.get(id);
  const listed = tags?.versions.get(occasion.left);
  const left = await leftOf(session, occasion, before, known, listed?.object);
  const { author } = session.settings;
  const made = entry === void 0 ? doingOf({ ...author, at: new Date(clock.now()).toISOString() }) : doingOf(entry);
  return {
    component: id,
    environment,
    environmentTag: tags?.environments.get(environment)?.name ?? `${component.prefix}/${component.type}/${component.name}/${environment}`,
    versionTag: listed?.object === left.tag ? listed?.name : void 0,
    left,
    restored: {
      ...restored,
      content: await contentOf(session, component, entry?.commit ?? restored.commit, entry)
    },
    occurrence: occurrenceOf(entry, author.run),
    together: (occasion.together ?? []).map((one) => {
      return { environment: one.environment, occurrence: occurrenceOf(one.entry, author.run) };
    }),
    why,
    made,
    gate,
    held,
    events: eventsOf(occasion),
    place: { serverUrl, repository },
    secrets
  };
}
async function leftOf(session, { component, left: version }, before, known, listed) {
  const told = before?.version === version ? before : void 0;
  const commit = told?.commit ?? known?.commit;
  const object = commit === void 0 ? void 0 : await session.repository.read(commit).catch(() => void 0);
  return {
    version,
    commit,
    author: object?.type === "commit" ? object.author : void 0,
    tag: known?.tag ?? listed ?? commit,
    deployed: told === void 0 ? void 0 : { ...doingOf(told), how: HOW[told.move] },
    ran: known?.ran ?? [],
    healthy: known?.healthy ?? [],
    content: await contentOf(session, component, commit, told ?? known)
  };
}
var HOW = {
  deploy: "its tag was moved by hand, and this is the run that saw it",
  promote: "promoted",
  rollback: "rolled back to",
  restore: "restored",
  seed: "before the ledger began, and this is what its tag says",
  remove: "its tag was deleted"
};
function doingOf({ at, actor, run, reason }) {
  return {
    at: at === null ? void 0 : Date.parse(at),
    actor: actor ?? void 0,
    run: run ?? void 0,
    reason: reason ?? void 0
  };
}
async function contentOf(session, component, commit, kept) {
  const [blob, path] = [kept?.blob ?? void 0, kept?.path ?? void 0];
  try {
    const object = blob === void 0 ? void 0 : await session.repository.read(blob);
    if (object?.type === "blob" && object.bytes !== void 0) {
      return { path, blob, bytes: object.bytes };
    }
    return commit === void 0 ? { path, blob, bytes: void 0 } : await session.content.read(component, commit, session.config.paths);
  } catch {
    return { path, blob, bytes: void 0 };
  }
}
function eventsOf({ gate, times, held, restored: { version } }) {
  const last = gate?.rows.at(-1)?.at;
  if (last === void 0 || times === void 0) {
    return [];
  }
  const { moved, restored } = times;
  const later = (milliseconds) => `${(milliseconds / 1e3).toFixed(1)} s after the last measurement`;
  const hold = held === void 0 ? "" : " It is held there, since the tag could not be moved.";
  return [
    ...moved === void 0 || held !== void 0 ? [] : [{ at: last + moved, what: `The tag was moved back to \`${version}\`, ${later(moved)}.` }],
    { at: last + restored, what: `KV had \`${version}\` again, ${later(restored)}.${hold}` }
  ];
}




/***/ }),

/***/ 9865:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   O3: () => (/* binding */ rolloutChart),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   P: () => (/* binding */ plotOf),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   _r: () => (/* binding */ isNotable),
/* harmony export */   bW: () => (/* binding */ chart),
/* harmony export */   iE: () => (/* binding */ period),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   ut: () => (/* binding */ runLink),
/* harmony export */   ux: () => (/* binding */ within),
/* harmony export */   wn: () => (/* binding */ commitLink)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9572);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/post-mortem/markdown.ts
function clip(text, most) {
  const characters = [...text.slice(0, most * 2)];
  return characters.length <= most && text.length <= most * 2 ? text : `${characters.slice(0, most).join("")}… (cut, ${text.length} characters)`;
}
function visible(line) {
  return line.split("	").map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .printable */ .g$).join("	");
}
function fenced(content, language) {
  const lines = content.flatMap((line) => line.split("\n")).map((line) => line.replace(/^<!--/, " <!--"));
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const fence = "`".repeat(Math.max(3, ...runs.map(({ length }) => length + 1)));
  return [`${fence}${language}`, ...lines, fence];
}
function within(items, budget, from) {
  const fitting = [];
  let used = 0;
  for (const item of from === "first" ? items : [...items].reverse()) {
    used += item.length + 1;
    if (used > budget) {
      break;
    }
    fitting.push(item);
  }
  return from === "first" ? fitting : fitting.reverse();
}
function moment(at) {
  return at === void 0 || !Number.isFinite(at) || Math.abs(at) > 864e13 ? "unknown" : `${new Date(at).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
function period(milliseconds) {
  const seconds = Math.round(milliseconds / 1e3);
  const parts = [
    [Math.floor(seconds / 86400), "d"],
    [Math.floor(seconds / 3600) % 24, "h"],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"]
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  const shown = parts.slice(first === -1 ? -1 : first).slice(0, 2);
  return shown.filter(([amount], i) => amount > 0 || i === 0).map(([amount, unit]) => `${amount} ${unit}`).join(" ");
}
function commitLink(commit, { serverUrl, repository }) {
  return `[${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(commit.slice(0, 7))}](${serverUrl}/${repository}/commit/${commit})`;
}
function runLink(run, { serverUrl }) {
  const isRun = run?.startsWith(`${serverUrl}/`) === true && /^\/[\w.-]+\/[\w.-]+\/actions\/runs\/\d+$/.test(run.slice(serverUrl.length));
  return isRun ? `[run](${run})` : void 0;
}

// src/domain/gate/chart.ts
var MAX_POINTS = 60;
var NEAR = 0.1;
var MAX_NAME = 60;
function chart(metric, rows) {
  return drawn(metric.name, "seconds since the deploy", measured(metric, rows), worstBy(metric));
}
function rolloutChart(steps) {
  const metric = steps.flatMap(({ rows }) => rows).find(({ counts, control }) => counts !== void 0 && control)?.metric;
  const points = steps.flatMap(
    ({ share, rows }) => rows.flatMap(
      ({ metric: name, elapsed, counts, control }) => name !== metric || counts === void 0 || control === void 0 ? [] : [{ time: elapsed / 1e3, values: [share, rateIn(counts), rateIn(control)] }]
    )
  );
  const titles = ["users with the canary", "failed of the canary", "failed of what is live"];
  return drawn(metric ?? "", "seconds since it began", { unit: "%", titles, points }, (_, other) => other);
}
function rateIn({ errors, total }) {
  return total > 0 ? errors / total * 100 : 0;
}
function drawn(title, axis, { unit, titles, points }, pick) {
  const range = rangeOf(points.flatMap(({ values }) => values));
  if (points.length < 2 || range === void 0) {
    return [];
  }
  const { start, end, shown } = evenly(points, pick, MAX_POINTS);
  return [
    "```mermaid",
    '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2563eb, #dc2626, #16a34a"}}}}%%',
    "xychart-beta",
    `  title ${quoted(title)}`,
    `  x-axis "${axis}" ${start} --> ${end}`,
    `  y-axis "${unit}" ${decimal(range.bottom)} --> ${decimal(range.top)}`,
    ...titles.map((name, i) => `  line "${name}" [${shown.map(({ values }) => decimal(values[i] ?? 0)).join(", ")}]`),
    "```"
  ];
}
function plotOf(metric, rows, most) {
  const { unit, titles, points } = measured(metric, rows);
  if (points.length < 2) {
    return void 0;
  }
  const { start, end, shown } = evenly(points, worstBy(metric), most);
  const step = (end - start) / Math.max(1, shown.length - 1);
  return {
    name: metric.name,
    unit,
    titles,
    points: shown.map(({ values }, i) => [start + i * step, ...values].map((number) => Number(decimal(number))))
  };
}
function measured(metric, rows) {
  const lines = linesOf(
    metric,
    rows.filter((row) => row.metric === metric.name && row.value !== void 0)
  );
  const points = lines.points.filter(({ time, values }) => [time, ...values].every(Number.isFinite));
  return { ...lines, points: points.sort((one, other) => one.time - other.time) };
}
function isNotable({ name, limit }, rows) {
  return rows.some(({ metric, value, outcome }) => {
    if (metric !== name || value === void 0) {
      return false;
    }
    if (limit.kind === "counts") {
      return outcome === "breach" || value > limit.max;
    }
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = limit;
    const near = (bound) => Number.isFinite(bound) ? Math.abs(bound) * NEAR : 0;
    return value > max - near(max) || value < min + near(min);
  });
}
function linesOf(metric, rows) {
  const { limit } = metric;
  const time = ({ elapsed }) => elapsed / 1e3;
  if (limit.kind === "counts" && rows.every(({ counts }) => counts !== void 0 && counts.samples === void 0)) {
    return {
      unit: "failed requests",
      titles: ["failed", "breach", "healthy"],
      points: rows.flatMap((row) => {
        const { errors, total } = row.counts ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ;
        const { breach, healthy } = (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .boundaries */ .lR)(total, limit.max);
        return [{ time: time(row), values: [errors, breach, Math.max(0, healthy)] }];
      })
    };
  }
  const scale = limit.kind === "counts" ? 100 : 1;
  const limits = [
    ...limit.max === void 0 ? [] : [{ title: "max", value: limit.max * scale }],
    ...limit.kind === "counts" || limit.min === void 0 ? [] : [{ title: "min", value: limit.min }]
  ];
  return {
    unit: limit.kind === "counts" ? "failed requests in %" : "value",
    titles: ["measured", ...limits.map(({ title }) => title)],
    points: rows.map((row) => ({
      time: time(row),
      values: [(row.value ?? Number.NaN) * scale, ...limits.map(({ value }) => value)]
    }))
  };
}
function rangeOf(values) {
  const lowest = values.reduce((one, other) => Math.min(one, other), 0);
  const highest = values.reduce((one, other) => Math.max(one, other), 0);
  const bottom = lowest * 1.1;
  const top = highest * 1.1;
  return Number.isFinite(top - bottom) && top > bottom ? { bottom, top } : void 0;
}
function evenly(points, pick, most) {
  const first = points[0]?.time ?? 0;
  const span = (points.at(-1)?.time ?? 0) - first;
  const unit = span >= MAX_POINTS ? 1 : 0.125;
  const slots = Math.min(points.length, most) - 1;
  const step = Math.max(unit, Math.ceil(span / slots / unit) * unit);
  const start = Math.round(first / unit) * unit;
  const worst = /* @__PURE__ */ new Map();
  for (const point2 of points) {
    const slot = Math.round((point2.time - first) / step);
    worst.set(slot, pick(worst.get(slot) ?? point2, point2));
  }
  const last = Math.max(1, ...worst.keys());
  let point = worst.get(0) ?? { time: first, values: [] };
  const shown = Array.from({ length: last + 1 }, (_, slot) => {
    point = worst.get(slot) ?? point;
    return point;
  });
  return { start, end: start + last * step, shown };
}
function worstBy({ limit }) {
  return (one, other) => {
    const [a = 0, b = 0] = [one.values[0], other.values[0]];
    return (limit.max === void 0 ? b < a : b > a) ? other : one;
  };
}
function decimal(number) {
  return number.toLocaleString("en-US", { useGrouping: false, maximumSignificantDigits: 6 });
}
function quoted(name) {
  const safe = [...name.replace(new RegExp("[^\\p{L}\\p{N} ._/+=-]|\\p{Default_Ignorable_Code_Point}", "gu"), "_")];
  const short = safe.length > MAX_NAME ? `${safe.slice(0, MAX_NAME).join("")}…` : safe.join("");
  return `"${short.trim() || "metric"}"`;
}




/***/ }),

/***/ 4460:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AY: () => (/* binding */ measuredText),
/* harmony export */   EL: () => (/* binding */ outcomeText),
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   oz: () => (/* binding */ progressLine),
/* harmony export */   u8: () => (/* binding */ boundsNote)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8039);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9572);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/gate/rows.ts
function rowsOf({ policy, metrics }) {
  const rows = metrics.flatMap(({ metric, measurements }) => {
    let tally = _with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .EMPTY */ .wg;
    return measurements.map((measurement) => {
      tally = (0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .tallied */ .mG)(tally, metric, measurement, policy.count);
      return rowFrom(policy, metric, measurement, tally);
    });
  });
  return rows.sort((one, other) => one.at - other.at);
}
function rowOf({ policy, metrics }, measurement) {
  const state = metrics.find(({ metric }) => metric.name === measurement.metric);
  if (state === void 0) {
    throw new RangeError(`The gate has no metric \`${measurement.metric}\`.`);
  }
  const index = state.measurements.indexOf(measurement);
  const before = index < 0 ? state.measurements : state.measurements.slice(0, index);
  const tally = (0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .tallyOf */ .sv)(state.metric, [...before, measurement], policy.count);
  return rowFrom(policy, state.metric, measurement, tally);
}
var OUTCOMES = {
  passed: "passed",
  failed: "failed",
  breach: "breach",
  accept: "healthy",
  undecided: "undecided",
  "no-data": "no data",
  error: "error"
};
function outcomeText(outcome) {
  return OUTCOMES[outcome];
}
function measuredText({ value, counts }) {
  if (counts !== void 0) {
    return (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .countsText */ .WN)(counts);
  }
  return value === void 0 ? "–" : (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .amount */ .vj)(value);
}
function progressLine(row) {
  const measured = row.value === void 0 ? "" : `${measuredText(row)}, `;
  return `${row.metric}: ${measured}${row.evidence}; ${row.limit}: ${outcomeText(row.outcome)}`;
}
function boundsNote(rows) {
  return rows.some(({ counts }) => counts !== void 0) ? ["", `Evidence of counts: ${_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .BOUNDS */ .QT}.`] : [];
}
function rowFrom(policy, metric, measurement, tally) {
  const { at, elapsed, queries } = measurement;
  const reading = (0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .understood */ .Se)(metric, measurement.reading);
  const row = { metric: metric.name, at, elapsed, queries, limit: (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .limitText */ .PW)(metric, tally.max) };
  if (reading.kind === "no-data" || reading.kind === "failed") {
    const given = reading.kind === "failed" ? `, given up at ${policy.consecutiveErrorLimit}` : "";
    const number = reading.kind === "failed" ? `${tally.failed} failed` : `${tally.streak} without data`;
    return {
      ...row,
      value: void 0,
      counts: void 0,
      evidence: `${reading.why} (${number} in a row${given})`,
      outcome: reading.kind === "failed" ? "error" : "no-data"
    };
  }
  return {
    ...row,
    value: reading.kind === "value" ? reading.value : (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .rateOf */ .MK)(reading),
    counts: reading.kind === "value" ? void 0 : countsOf(reading),
    control: reading.kind === "value" ? void 0 : reading.control,
    evidence: evidenceText(policy, metric, reading, tally),
    outcome: tally.decision ?? pending(metric, reading)
  };
}
function countsOf({ errors, total, samples }) {
  return { errors, total, samples };
}
function pending({ limit }, reading) {
  if (limit.kind === "counts" || reading.kind === "counts") {
    return "undecided";
  }
  return (0,_with_gate_tally_js__WEBPACK_IMPORTED_MODULE_1__/* .isBeyond */ ._f)(reading.value, limit) ? "failed" : "passed";
}
function evidenceText(policy, { limit }, reading, tally) {
  const partial = reading.partial === true ? "; the answer is not complete" : "";
  if (reading.kind === "counts") {
    const test = tally.test === void 0 ? "" : (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .testText */ .e5)(tally.test);
    const compared = tally.comparison === void 0 ? "" : `; ${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_2__/* .comparisonText */ .VF)(tally.comparison, tally.compared.control)}`;
    return `${test}${compared}${partial}`;
  }
  const allowed = limit.kind === "values" ? limit.failureLimit : 0;
  return `measurement ${tally.withData} of ${policy.count}, ${tally.failures} failed (allowed: ${allowed})${partial}`;
}




/***/ }),

/***/ 8039:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Se: () => (/* binding */ understood),
/* harmony export */   _f: () => (/* binding */ isBeyond),
/* harmony export */   mG: () => (/* binding */ tallied),
/* harmony export */   sv: () => (/* binding */ tallyOf),
/* harmony export */   wg: () => (/* binding */ EMPTY)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9572);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/gate/threshold.ts
function isBeyond(value, { min, max }) {
  return max !== void 0 && value > max || min !== void 0 && value < min;
}

// src/domain/gate/beta-distribution.ts
function betaAbove(x, a, b) {
  return 1 - regularised(x, a, b);
}
function regularised(x, a, b) {
  if (x > (a + 1) / (a + b + 2)) {
    return 1 - regularised(1 - x, b, a);
  }
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + lnGamma(a + b) - lnGamma(a) - lnGamma(b)) / a;
  let numerator = 1;
  let denominator = 1 / (1 - (a + b) * x / (a + 1));
  let fraction = denominator;
  for (let m = 1; m <= 500; m++) {
    const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    let step = 1;
    for (const term of [even, odd]) {
      denominator = 1 / (1 + term * denominator);
      numerator = 1 + term / numerator;
      step = numerator * denominator;
      fraction *= step;
    }
    if (Math.abs(step - 1) < 1e-12) {
      break;
    }
  }
  return front * fraction;
}
function lnGamma(z) {
  let shift = 0;
  let large = z;
  while (large < 10) {
    shift += Math.log(large);
    large += 1;
  }
  const series = 1 / (12 * large) - 1 / (360 * large ** 3) + 1 / (1260 * large ** 5);
  return (large - 0.5) * Math.log(large) - large + 0.5 * Math.log(2 * Math.PI) + series - shift;
}
function highestRate(errors, total, confidence) {
  if (!(total > 0) || errors >= total) {
    return 1;
  }
  let [low, high] = [errors / total, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (betaAbove(middle, errors + 1, total - errors) > 1 - confidence) {
      low = middle;
    } else {
      high = middle;
    }
  }
  return high;
}

// src/domain/gate/tally.ts
var CONFIDENCE = 0.99;
var LAST_PART_MS = 6e4;
var EMPTY = {
  measured: 0,
  withData: 0,
  failures: 0,
  streak: 0,
  failed: 0,
  failedInStreak: 0,
  latest: void 0,
  max: Number.NaN,
  test: void 0,
  lastMinute: void 0,
  comparison: void 0,
  looks: [],
  compared: { arm: _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ, control: _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ },
  decision: void 0
};
function tallyOf(metric, measurements, count) {
  return measurements.reduce((tally, measurement) => tallied(tally, metric, measurement, count), EMPTY);
}
function tallied(before, metric, { reading, elapsed }, count) {
  const seen = understood(metric, reading);
  const measured = before.measured + 1;
  const decision = before.decision === "breach" ? "breach" : void 0;
  if (seen.kind === "no-data" || seen.kind === "failed") {
    const failed = seen.kind === "failed" ? 1 : 0;
    return {
      ...before,
      measured,
      streak: before.streak + 1,
      failed: failed === 1 ? before.failed + 1 : 0,
      failedInStreak: before.failedInStreak + failed,
      decision
    };
  }
  const after = {
    ...before,
    measured,
    withData: before.withData + 1,
    streak: 0,
    failed: 0,
    failedInStreak: 0,
    latest: seen,
    decision
  };
  if (seen.kind === "counts") {
    return metric.limit.kind === "counts" ? byCounts(after, metric.limit, seen, elapsed) : after;
  }
  return metric.limit.kind === "values" ? byValue(after, metric.limit, seen, count) : after;
}
function byCounts(tally, limit, counts, elapsed) {
  const max = raised(limit, counts.before);
  const test = (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sequentialTest */ .mP)(counts, max);
  const base = tally.looks.findLast((look) => look.elapsed <= elapsed - LAST_PART_MS);
  const lastMinute = (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sequentialTest */ .mP)((0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .increase */ .N)(base?.counts ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ, counts), max);
  const { control } = counts;
  const compared = control === void 0 ? tally.compared : { arm: counts, control };
  const comparison = control === void 0 ? tally.comparison : (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .compare */ .UD)(
    tally.comparison ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NOT_COMPARED */ .SD,
    (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .increase */ .N)(tally.compared.arm, counts),
    (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .increase */ .N)(tally.compared.control, control)
  );
  const worse = comparison !== void 0 && (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isWorse */ .Bx)(comparison);
  const breaks = limit.beside === true ? worse : (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isBreach */ .GC)(test) && (limit.compared !== true || worse);
  const alike = limit.beside === true && comparison !== void 0 && (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .isAlike */ .HI)(comparison);
  const accepted = counts.partial !== true && (test.ratio <= _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .HEALTHY_AT */ .k6 || alike) && test.requests >= limit.minSamples && test.failures <= max * test.requests && lastMinute.ratio <= 0;
  return {
    ...tally,
    max,
    test,
    lastMinute,
    comparison,
    looks: [...tally.looks.filter((look) => base === void 0 || look.elapsed >= base.elapsed), { elapsed, counts }],
    compared,
    decision: tally.decision ?? (breaks ? "breach" : accepted ? "accept" : void 0)
  };
}
function raised({ max, minSamples }, before) {
  if (before === void 0) {
    return max;
  }
  const { failures, requests } = (0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .sequentialTest */ .mP)(before, max);
  return requests >= minSamples && failures > max * requests ? Math.min(0.99, Math.max(max, highestRate(failures, requests, CONFIDENCE))) : max;
}
function byValue(tally, limit, { value, partial }, count) {
  const passed = !isBeyond(value, limit);
  const failures = tally.failures + (passed ? 0 : 1);
  const breaks = failures > limit.failureLimit;
  const accepted = passed && partial !== true && tally.withData >= count;
  return {
    ...tally,
    failures,
    decision: tally.decision ?? (breaks ? "breach" : accepted ? "accept" : void 0)
  };
}
function understood(metric, reading) {
  switch (reading.kind) {
    case "no-data":
    case "failed":
      return reading;
    case "value":
      if (metric.limit.kind !== "values") {
        return { kind: "failed", why: "the answer is one number, not the failed and all requests" };
      }
      return Number.isNaN(reading.value) ? { kind: "no-data", why: "the value is not a number" } : reading;
    case "counts":
      if (metric.limit.kind !== "counts") {
        return { kind: "failed", why: "the answer is failed and all requests, not one number" };
      }
      return [reading, reading.control ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ, reading.before ?? _with_gate_words_js__WEBPACK_IMPORTED_MODULE_1__/* .NO_COUNTS */ .lZ].every(isCountable) ? reading : { kind: "no-data", why: "the counts are not numbers from 0 on" };
  }
}
function isCountable({ errors, total, samples = 0 }) {
  return [errors, total, samples].every((one) => Number.isFinite(one) && one >= 0);
}




/***/ }),

/***/ 9572:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bx: () => (/* binding */ isWorse),
/* harmony export */   En: () => (/* binding */ allowedText),
/* harmony export */   GC: () => (/* binding */ isBreach),
/* harmony export */   HI: () => (/* binding */ isAlike),
/* harmony export */   KN: () => (/* binding */ percent),
/* harmony export */   MK: () => (/* binding */ rateOf),
/* harmony export */   N: () => (/* binding */ increase),
/* harmony export */   PW: () => (/* binding */ limitText),
/* harmony export */   QT: () => (/* binding */ BOUNDS),
/* harmony export */   SD: () => (/* binding */ NOT_COMPARED),
/* harmony export */   UD: () => (/* binding */ compare),
/* harmony export */   VF: () => (/* binding */ comparisonText),
/* harmony export */   WN: () => (/* binding */ countsText),
/* harmony export */   dz: () => (/* binding */ failedText),
/* harmony export */   e5: () => (/* binding */ testText),
/* harmony export */   k6: () => (/* binding */ HEALTHY_AT),
/* harmony export */   lR: () => (/* binding */ boundaries),
/* harmony export */   lZ: () => (/* binding */ NO_COUNTS),
/* harmony export */   lk: () => (/* binding */ exactPercent),
/* harmony export */   mP: () => (/* binding */ sequentialTest),
/* harmony export */   mc: () => (/* binding */ leastRequests),
/* harmony export */   nM: () => (/* binding */ evidenceIn),
/* harmony export */   vB: () => (/* binding */ roughly),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/gate/sequential.ts
var ALPHA = 0.05;
var BREACH_AT = Math.log(1 / ALPHA);
var HEALTHY_AT = -BREACH_AT;
var LEAST_FAILURES = 5;
var LEAST_REQUESTS = 10;
function sequentialTest(counts, max) {
  if (!(max > 0 && max < 1)) {
    throw new RangeError(`The limit of a rate has to be between 0 and 1, and is ${max}.`);
  }
  const { failures, requests } = evidenceIn(counts);
  return { failures, requests, ratio: failures * Math.LN2 - requests * Math.log1p(max) };
}
function isBreach({ failures, requests, ratio }) {
  return ratio >= BREACH_AT && failures >= LEAST_FAILURES && requests >= LEAST_REQUESTS;
}
function boundaries(requests, max) {
  const line = (ratio) => (ratio + requests * Math.log1p(max)) / Math.LN2;
  return { breach: Math.max(LEAST_FAILURES, line(BREACH_AT)), healthy: line(HEALTHY_AT) };
}
function leastRequests(max) {
  return Math.ceil(HEALTHY_AT / sequentialTest({ errors: 0, total: 1 }, max).ratio);
}
function increase(before, now) {
  const total = Math.max(0, now.total - before.total);
  return {
    errors: Math.min(total, Math.max(0, now.errors - before.errors)),
    total,
    samples: now.samples === void 0 ? void 0 : Math.max(0, now.samples - (before.samples ?? 0))
  };
}
var NO_COUNTS = { errors: 0, total: 0 };
function evidenceIn({ errors, total, samples }) {
  if (!(total > 0)) {
    return { failures: 0, requests: 0 };
  }
  const requests = Math.max(0, Math.min(total, samples ?? total));
  return { failures: Math.min(1, Math.max(0, errors) / total) * requests, requests };
}

// src/domain/gate/two-samples.ts
var LEAST_COMPARED = 50;
var TIMES = [2, 5];
var NOT_COMPARED = { twice: 0, fiveTimes: 0, failures: 0, requests: 0 };
function compare(before, arm, other) {
  const [requests, others] = [Math.max(0, arm.total), Math.max(0, other.total)];
  const failures = Math.min(requests, Math.max(0, arm.errors));
  const otherFailures = Math.min(others, Math.max(0, other.errors));
  const share = requests + others > 0 ? requests / (requests + others) : 0;
  const gain = (times) => {
    const spread = Math.log(times * share + 1 - share);
    return failures * (Math.log(times) - spread) - otherFailures * spread;
  };
  const [two, five] = TIMES;
  return {
    twice: before.twice + gain(two),
    fiveTimes: before.fiveTimes + gain(five),
    failures: before.failures + failures,
    requests: before.requests + requests
  };
}
function differenceOf({ twice, fiveTimes }) {
  const most = Math.max(twice, fiveTimes);
  return most + Math.log((Math.exp(twice - most) + Math.exp(fiveTimes - most)) / 2);
}
function isWorse(comparison) {
  const { failures, requests } = comparison;
  return failures >= LEAST_FAILURES && requests >= LEAST_COMPARED && differenceOf(comparison) >= BREACH_AT;
}
function isAlike({ twice, requests }) {
  return requests >= LEAST_COMPARED && twice <= HEALTHY_AT;
}

// src/domain/gate/words.ts
function percent(rate) {
  return `${Number((rate * 100).toPrecision(2))} %`;
}
function amount(value) {
  return String(Number(value.toPrecision(10)));
}
function limitText({ limit }, max = Number.NaN) {
  if (limit.kind === "counts") {
    return max > limit.max ? `max ${percent(max)}, raised from ${exactPercent(limit.max)}` : `max ${exactPercent(limit.max)}`;
  }
  return [
    ...limit.min === void 0 ? [] : [`min ${limit.min}`],
    ...limit.max === void 0 ? [] : [`max ${limit.max}`]
  ].join(", ");
}
function allowedText({ limit }, raised) {
  if (limit.kind === "counts") {
    return raised > limit.max ? `${percent(raised)}, since that was usual before the deploy (the limit is ${exactPercent(limit.max)})` : exactPercent(limit.max);
  }
  const { min, max } = limit;
  if (min !== void 0 && max !== void 0) {
    return `${min} to ${max}`;
  }
  return max === void 0 ? `at least ${min}` : `at most ${max}`;
}
function exactPercent(max) {
  return `${Number((max * 100).toPrecision(12))} %`;
}
function rateOf({ errors, total }) {
  return total > 0 ? Math.min(1, errors / total) : 0;
}
function countsText(counts) {
  return `${countsOnly(counts)}${counts.total > 0 ? ` (${percent(rateOf(counts))})` : ""}${sampled(counts)}`;
}
function failedText(counts) {
  return counts.total > 0 ? `${countsOnly(counts)} failed, ${percent(rateOf(counts))}${sampled(counts)}` : "there were no requests";
}
var BOUNDS = `breach at ${hundredths(BREACH_AT)}, healthy at ${hundredths(HEALTHY_AT)}`;
function testText({ ratio }) {
  return `log-likelihood ratio ${hundredths(ratio)}`;
}
function comparisonText(comparison, control) {
  return `elsewhere ${countsText(control)}, difference ${hundredths(differenceOf(comparison))}`;
}
function roughly(milliseconds) {
  const seconds = Math.round(milliseconds / 1e3);
  if (seconds < 120) {
    return (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(seconds, "second");
  }
  const minutes = Math.round(seconds / 60);
  if (minutes < 120) {
    return (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(minutes, "minute");
  }
  const hours = Math.round(minutes / 60);
  return hours < 48 ? (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(hours, "hour") : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(Math.round(hours / 24), "day");
}
function countsOnly({ errors, total }) {
  return `${tenths(errors)} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tenths(total), "request")}`;
}
function sampled({ total, samples }) {
  return samples === void 0 || samples >= total ? "" : `, estimated from ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tenths(samples), "row")}`;
}
function tenths(number) {
  return Number(number.toFixed(1));
}
function hundredths(number) {
  return (Math.round(number * 100) / 100 || 0).toFixed(2);
}




/***/ }),

/***/ 3339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Om: () => (/* binding */ firstLedger),
/* harmony export */   V6: () => (/* binding */ ledgerAt),
/* harmony export */   n3: () => (/* binding */ commitsFrom)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(99);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8540);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1745);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/engine/ledger/past.ts
var PAGE = 100;
async function ledgerAt(repository, tip, time) {
  if (tip.time <= time) {
    return tip;
  }
  const months = await namesIn(tip, _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d);
  const [, month = "", day = ""] = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .dayPath */ .yl)(time).split("/");
  for (const oneMonth of months.filter((name) => name <= month).reverse()) {
    const days = await namesIn(tip, `${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${oneMonth}`);
    for (const oneDay of days.filter((name) => oneMonth < month || name <= day).reverse()) {
      const path = `${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${oneMonth}/${oneDay}`;
      await tip.load([path]);
      const commit = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .lastBefore */ .kk)(tip.text(path) ?? "", time);
      if (commit !== void 0) {
        return await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .LedgerSnapshot */ .g.open(repository, commit);
      }
    }
  }
  return void 0;
}
async function firstLedger(repository, tip) {
  const [month] = await namesIn(tip, _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d);
  const [day] = month === void 0 ? [] : await namesIn(tip, `${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${month}`);
  if (day === void 0) {
    return tip;
  }
  const path = `${_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${month}/${day}`;
  await tip.load([path]);
  const commit = tip.text(path)?.split("\n")[0]?.split(" ")[1];
  return commit === void 0 ? tip : await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_1__/* .LedgerSnapshot */ .g.open(repository, commit);
}
async function namesIn(snapshot, folder) {
  return (await snapshot.names(folder)).sort();
}
async function entriesOf(snapshot, environments, asks = () => true) {
  const found = [];
  for (const environment of environments) {
    for (const path of (await snapshot.list(environment)).keys()) {
      const parsed = (0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .parseEntryPath */ .td)(path);
      if (parsed !== void 0 && asks(parsed)) {
        found.push({ ...parsed, path });
      }
    }
  }
  await snapshot.load(found.map(({ path }) => path));
  return found.flatMap(({ environment, component }) => {
    const entry = snapshot.entry(environment, component);
    return entry === void 0 ? [] : [{ environment, component, entry }];
  });
}
async function commitsFrom(repository, start, limit) {
  if ("since" in limit && start.time < limit.since) {
    return [];
  }
  await repository.log(
    start.commit,
    "since" in limit ? { since: limit.since } : { depth: Math.min(limit.latest, PAGE) }
  );
  const commits = [];
  const most = "since" in limit ? Number.POSITIVE_INFINITY : limit.latest;
  for (let at = start.commit; at !== void 0 && commits.length < most; ) {
    const object = await repository.read(at);
    const message = object?.type === "commit" ? (0,_with_ledger_message_js__WEBPACK_IMPORTED_MODULE_2__/* .parseLedgerMessage */ .uS)(object.message) : void 0;
    if (object?.type !== "commit" || message === void 0) {
      break;
    }
    const time = Math.floor(Date.parse(object.date) / 1e3);
    if ("since" in limit && time < limit.since) {
      break;
    }
    commits.push({ commit: at, time, message });
    at = object.parents[0];
  }
  return commits;
}




/***/ }),

/***/ 9668:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q_: () => (/* binding */ issueMarker),
/* harmony export */   VO: () => (/* binding */ ISSUE_LABEL),
/* harmony export */   qW: () => (/* binding */ runMarker),
/* harmony export */   sU: () => (/* binding */ occurrenceMarker),
/* harmony export */   tm: () => (/* binding */ validateMarker),
/* harmony export */   ww: () => (/* binding */ markedRun),
/* harmony export */   xY: () => (/* binding */ hasMarker)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/post-mortem/markers.ts
var ISSUE_LABEL = "tagship";
function issueMarker(component, environment, version) {
  return comment("post-mortem", [component, environment, version]);
}
function occurrenceMarker(occurrence) {
  return comment("occurrence", [occurrence]);
}
function markedRun(text) {
  return Number(/^<!-- tagship:run (\d+) -->$/m.exec(text.replaceAll("\r\n", "\n"))?.[1] ?? 0);
}
function validateMarker(configPath) {
  return comment("validate", [configPath]);
}
function runMarker(run) {
  return comment("run", [String(run)]);
}
function hasMarker(text, marker) {
  return (text ?? "").split(/\r?\n/).includes(marker);
}
function comment(kind, parts) {
  return `<!-- tagship:${kind} ${parts.map(encoded).join(" ")} -->`;
}
function encoded(part) {
  return encodeURIComponent(part.toWellFormed()).replaceAll("-", "%2D");
}




/***/ })

};

export const id = 741;
export const ids = [741];
export const modules = {

/***/ 5741:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ openPostMortems),
/* harmony export */   J: () => (/* binding */ TOLD_LATER)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9668);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9865);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3339);
/* harmony import */ var _with_yaml_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9136);
/* harmony import */ var _with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8659);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(663);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9133);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(1472);
/* harmony import */ var _with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2766);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(9577);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2591);

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
    `- ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(restored.version)}: ${contentFacts(restored.content)}`,
    `- ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(left.version)}: ${contentFacts(left.content)}`
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
  const [oldShown, nowShown] = [(0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E)(old, secrets), (0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E)(now, secrets)];
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
    path === void 0 ? "path unknown" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(path),
    bytes === void 0 ? "not readable" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .size */ .Ej)(bytes.length),
    ...blob === void 0 ? [] : [`blob ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(blob.slice(0, 12))}`]
  ];
  return parts.join(", ");
}
function shown(hunks, before, after) {
  const lines = [
    `--- a/${(0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .visible */ .RK)((0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .clip */ .$Q)(before.path ?? "", MAX_LINE))}`,
    `+++ b/${(0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .visible */ .RK)((0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .clip */ .$Q)(after.path ?? "", MAX_LINE))}`,
    ...hunks.flatMap((hunk) => [headerOf(hunk), ...windowed(hunk.lines).map((line) => (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .visible */ .RK)(line))])
  ];
  const fitting = (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .within */ .ux)(lines, MAX_SHOWN, "first");
  const rest = lines.length - fitting.length;
  return [
    ...(0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .fenced */ .OF)(fitting, "diff"),
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
  const [run = "", ...words] = (0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_10__/* .dispatchWords */ .a)("promote.yml", fields);
  const start = [`${run} --repo ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_10__/* .shellQuote */ .Z)(repository)}`, ...words];
  const lines = [
    `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(left.version)} is quarantined in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(environment)}: Tagship does not choose it there until somebody lifts that. With the workflow of \`examples/workflows/promote.yml\`:`,
    "",
    ...(0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .fenced */ .OF)([start.join(" \\\n  ")], "sh")
  ];
  if (held !== void 0 || left.tag === void 0) {
    return lines;
  }
  return [
    ...lines,
    "",
    "Or with Git alone, in any clone; the deploy that the tag starts lifts the quarantine:",
    "",
    ...(0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .fenced */ .OF)(
      [
        `git fetch origin ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_10__/* .shellQuote */ .Z)(versionTag === void 0 ? left.tag : `refs/tags/${versionTag}`)}`,
        // A tag object of its own: the one that the rollback left would be held.
        `git tag --force --annotate --message Again ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_10__/* .shellQuote */ .Z)(environmentTag)} ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_10__/* .shellQuote */ .Z)(left.tag)}`,
        `git push --force origin ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_10__/* .shellQuote */ .Z)(`refs/tags/${environmentTag}`)}`
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
  const cell = (text) => text === "" ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)((0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .clip */ .$Q)((0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E)(text, secrets), MAX_CELL));
  const lines = rows.map((row, i) => `| ${[i + 1, ...cellsOf(row, cell)].join(" | ")} |`);
  const fitting = (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .within */ .ux)(lines, MAX_TABLE, "last");
  return [
    `Watched ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(policy.metrics.length, "metric")}: first look after ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(policy.initialDelayMs)}, then every ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(policy.intervalMs)}, for at least ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(policy.bakeMs)} and at most ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(policy.timeoutMs)}.`,
    "",
    ...policy.metrics.filter((metric) => (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .isNotable */ ._r)(metric, rows)).slice(0, MAX_CHARTS).flatMap((metric) => spaced((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .chart */ .bW)(metric, rows))),
    ...rows.length === 0 ? ["Nothing was measured."] : [
      ...leftOut(lines.length - fitting.length, "measurement"),
      "| No. | After | Metric | Measured | Limit | Outcome | Evidence |",
      "| ---: | ---: | --- | --- | --- | --- | --- |",
      ...fitting,
      "",
      "What was asked, by the numbers of the measurements:",
      "",
      ...queries(rows, secrets)
    ]
  ];
}
function cellsOf(row, cell) {
  const outcome = (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .outcomeText */ .EL)(row.outcome);
  const isBad = row.outcome === "failed" || row.outcome === "breach";
  return [
    (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(row.elapsed),
    cell(row.metric),
    row.value === void 0 ? "–" : cell((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .measuredText */ .AY)(row)),
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
      (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .clip */ .$Q)(`${numbers.join(", ")}  ${(0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .visible */ .RK)((0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .clip */ .$Q)((0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E)(row.metric, secrets), MAX_CELL))}`, MAX_QUERY),
      ...row.queries.map((query) => `    ${(0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .visible */ .RK)((0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .clip */ .$Q)((0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E)(query, secrets), MAX_QUERY))}`)
    ].join("\n")
  );
  const fitting = (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .within */ .ux)(items, MAX_QUERIES, "last");
  return [...leftOut(items.length - fitting.length, "query", "queries"), ...(0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .fenced */ .OF)(fitting, "text")];
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
  return (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .clip */ .$Q)((0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .printable */ .g$)(`Rolled back: ${component} ${left.version} in ${environment}`), MAX_TITLE).replace(
    /[@#]/g,
    "$&​"
  );
}
function postMortemBody(facts) {
  const { component, environment, left, restored } = facts;
  return written([
    (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_1__/* .issueMarker */ .Q_)(component, environment, left.version),
    (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_1__/* .occurrenceMarker */ .sU)(facts.occurrence),
    "",
    `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(left.version)} was rolled back to ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(restored.version)} in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(environment)}. This issue keeps what is known of it; Tagship adds a comment if it happens again, and never changes what stands here.`,
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
    (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_1__/* .occurrenceMarker */ .sU)(facts.occurrence),
    "",
    `It happened again: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(left.version)} was rolled back to ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(restored.version)} in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(environment)}.`,
    "",
    ...sections(facts),
    "## Open questions",
    "",
    "- [ ] Which of the answers above was wrong, or was not acted on?",
    "- [ ] Why was the version put there again?"
  ]);
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
    `## What ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(facts.left.version)} changed`,
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
  const commit = (oid) => oid === void 0 ? "" : `, commit ${(0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .commitLink */ .wn)(oid, place)}`;
  const live = left.deployed?.at === void 0 || made.at === void 0 ? void 0 : made.at - left.deployed.at;
  const isSameCommit = left.commit === void 0 || restored.commit === void 0 || left.commit === restored.commit;
  const rows = [
    ["Left", `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(left.version)}${commit(left.commit)}`],
    ["Written by", left.author === void 0 ? void 0 : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)((0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .clip */ .$Q)((0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E)(left.author, facts.secrets), MAX_NAMES))],
    ["Deployed", left.deployed === void 0 ? "unknown" : `${left.deployed.how}: ${doing(left.deployed, facts)}`],
    ["Why it was deployed", textCell(left.deployed?.reason, facts)],
    ["Live for", live === void 0 || live < 0 ? void 0 : (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .period */ .iE)(live)],
    ["Ran in", names(left.ran)],
    ["A gate found it healthy in", names(left.healthy)],
    ["Brought back", `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(restored.version)}${commit(restored.commit)}`],
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
  return [
    "| | |",
    "| --- | --- |",
    ...rows.flatMap(([name, value]) => value === void 0 ? [] : [`| ${name} | ${value} |`])
  ];
}
function sentence(text, { secrets }) {
  return (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .prose */ .CS)((0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .clip */ .$Q)((0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E)(text, secrets), MAX_TEXT));
}
function doing({ at, actor, run }, { place }) {
  const link = (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .runLink */ .ut)(run, place);
  return [
    (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .moment */ .n$)(at),
    `by ${actor === void 0 ? "unknown" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(actor)}`,
    ...link === void 0 ? [] : [link]
  ].join(", ");
}
function names(list) {
  return list.length === 0 ? "none that is known" : (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .within */ .ux)(list.map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY), MAX_NAMES, "first").join(", ");
}
function textCell(text, { secrets }) {
  return text === void 0 ? void 0 : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)((0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .clip */ .$Q)((0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_5__/* .redact */ .E)(text, secrets).replace(/\s+/g, " "), MAX_TEXT));
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
  const lines = events.sort((a, b) => a.at - b.at).map(({ at, what }) => `- ${(0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .moment */ .n$)(at)}: ${sentence(what, facts)}`);
  const fitting = (0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .within */ .ux)(lines, MAX_TIMELINE, "last");
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
    others.length === 0 ? "Why did nothing before catch it? It ran in no other environment that the ledger knows: would a canary have?" : `Why did ${(0,_with_post_mortem_markdown_js__WEBPACK_IMPORTED_MODULE_9__/* .within */ .ux)(others.map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY), MAX_NAMES, "first").join(", ")}, where it ran before or at the same time, not catch it?`,
    gate === void 0 ? "Which metric, with which limit, would have found it, and how much earlier?" : "Did the gate measure the right thing, with the right limit, and soon enough?",
    "What makes sure that it does not happen again, who does that, and until when?",
    `Is ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(left.version)} to be put back, or does a new version replace it?`
  ];
}
function wasItTheDeploy(gate) {
  const compared = gate?.rows.findLast(({ control }) => control !== void 0);
  const said = compared?.control === void 0 ? "Nothing was compared: what did the rest of the service, and its providers, do at that time?" : `Elsewhere ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .countsText */ .WN)(compared.control))} failed, here ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)((0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .measuredText */ .AY)(compared))}.`;
  return `Was it the deploy at all? ${said}`;
}

// src/engine/ledger/before.ts
var MAX_STEPS = 200;
async function ledgerBefore(repository, tip, seq, at) {
  let snapshot = await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_3__/* .ledgerAt */ .V6)(repository, tip, at);
  for (let step = 0; step < MAX_STEPS && snapshot !== void 0 && snapshot.message.seq >= seq; step++) {
    const [parent] = snapshot.parents;
    snapshot = parent === void 0 ? void 0 : await _with_yaml_js__WEBPACK_IMPORTED_MODULE_4__/* .LedgerSnapshot */ .gd.open(repository, parent);
  }
  return snapshot?.message.seq === seq - 1 ? snapshot : void 0;
}

// src/commands/post-mortem.ts
var GATHER_MS = 3e4;
var TOLD_LATER = "The run that rolled back kept no post-mortem, so another one does; what a gate measured stands in the log of that run only.";
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
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP(
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
          marker: (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_1__/* .issueMarker */ .Q_)(component, environment, left.version),
          occurrence: (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_1__/* .occurrenceMarker */ .sU)(facts.occurrence),
          label: _with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_1__/* .ISSUE_LABEL */ .VO
        });
        ports.journal.info(`${component} ${left.version} in ${environment}: ${state}, ${url}`);
        issues.push({ component, environment, version: left.version, url, difference: contentSection(facts) });
      }
      return { issues, notices: [] };
    } catch (error) {
      const missing = occasions.slice(issues.length);
      return { issues, notices: (0,_with_errors_js__WEBPACK_IMPORTED_MODULE_8__/* .toTagshipErrors */ .XF)(error).map((one) => withoutIssue(missing, one)) };
    }
  });
}
function withoutIssue(missing, { what, remedy }) {
  const names2 = missing.slice(0, 10).map(({ component, left, environment }) => `\`${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_7__/* .componentId */ .nV)(component)}\` ${left} in \`${environment}\``);
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
    await snapshot?.load([(0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .entryPath */ .s3)(environment, component)]);
    return snapshot?.entry(environment, component);
  }
  /** What is known of the version that was left. */
  async known({ component, left }) {
    await this.#ledger?.load([(0,_with_semver_js__WEBPACK_IMPORTED_MODULE_6__/* .versionsPath */ .dn)(component)]);
    return this.#ledger?.versions(component)[left];
  }
};
async function factsOf(session, occasion, before, known, view, { clock }) {
  const { component, environment, restored, entry, gate, held, why } = occasion;
  const { repositoryName: repository, serverUrl, secrets } = session.settings;
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_7__/* .componentId */ .nV)(component);
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
    occurrence: entry === void 0 ? `run ${author.run ?? ""}` : `${entry.seq} ${entry.tag ?? ""}`,
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

/***/ 3339:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Mc: () => (/* binding */ entriesOf),
/* harmony export */   Om: () => (/* binding */ firstLedger),
/* harmony export */   V6: () => (/* binding */ ledgerAt),
/* harmony export */   n3: () => (/* binding */ commitsFrom)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_yaml_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9136);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8540);
/* harmony import */ var _with_semver_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(663);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/engine/ledger/past.ts
var PAGE = 100;
async function ledgerAt(repository, tip, time) {
  if (tip.time <= time) {
    return tip;
  }
  const months = await namesIn(tip, _with_semver_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d);
  const [, month = "", day = ""] = (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_3__/* .dayPath */ .yl)(time).split("/");
  for (const oneMonth of months.filter((name) => name <= month).reverse()) {
    const days = await namesIn(tip, `${_with_semver_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${oneMonth}`);
    for (const oneDay of days.filter((name) => oneMonth < month || name <= day).reverse()) {
      const path = `${_with_semver_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${oneMonth}/${oneDay}`;
      await tip.load([path]);
      const commit = (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_3__/* .lastBefore */ .kk)(tip.text(path) ?? "", time);
      if (commit !== void 0) {
        return await _with_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .LedgerSnapshot */ .gd.open(repository, commit);
      }
    }
  }
  return void 0;
}
async function firstLedger(repository, tip) {
  const [month] = await namesIn(tip, _with_semver_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d);
  const [day] = month === void 0 ? [] : await namesIn(tip, `${_with_semver_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${month}`);
  if (day === void 0) {
    return tip;
  }
  const path = `${_with_semver_js__WEBPACK_IMPORTED_MODULE_3__/* .TIME_FOLDER */ .d}/${month}/${day}`;
  await tip.load([path]);
  const commit = tip.text(path)?.split("\n")[0]?.split(" ")[1];
  return commit === void 0 ? tip : await _with_yaml_js__WEBPACK_IMPORTED_MODULE_1__/* .LedgerSnapshot */ .gd.open(repository, commit);
}
async function namesIn(snapshot, folder) {
  return (await snapshot.names(folder)).sort();
}
async function entriesOf(snapshot, environments, asks = () => true) {
  const found = [];
  for (const environment of environments) {
    for (const path of (await snapshot.list(environment)).keys()) {
      const parsed = (0,_with_semver_js__WEBPACK_IMPORTED_MODULE_3__/* .parseEntryPath */ .td)(path);
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
/* harmony export */   sU: () => (/* binding */ occurrenceMarker),
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

export const id = 3151;
export const ids = [3151];
export const modules = {

/***/ 3151:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commentRecord: () => (/* binding */ commentRecord),
/* harmony export */   pullRequestOf: () => (/* binding */ pullRequestOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_validate_summary_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2157);
/* harmony import */ var _with_action_markdown_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7895);
/* harmony import */ var _with_validation_order_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3673);
/* harmony import */ var _with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9668);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2348);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2591);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);








// src/action/validate-comment.ts
var MAX_COMMENT = 65e3;
var MAX_ROWS = 50;
function pullRequestOf({ name, payload }) {
  const { pull_request: pull } = payload;
  const number = typeof pull === "object" && pull !== null ? Reflect.get(pull, "number") : void 0;
  return name === "pull_request" && typeof number === "number" && Number.isSafeInteger(number) && number > 0 ? number : `the event \`${name}\` is about no pull request`;
}
function commentRecord(report, event, configPath, context) {
  const number = pullRequestOf(event);
  if (typeof number === "string") {
    return number;
  }
  const marker = (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_4__/* .validateMarker */ .tm)(configPath);
  const run = Number(/\d+$/.exec(context.run)?.[0] ?? 0);
  const isEmpty = report.findings.length === 0 && (report.impacts ?? []).length === 0;
  const head = [marker, (0,_with_post_mortem_markers_js__WEBPACK_IMPORTED_MODULE_4__/* .runMarker */ .qW)(run), ""];
  return {
    number,
    marker,
    body: isEmpty ? void 0 : textOf(report, head, context),
    run
  };
}
function textOf(report, head, context) {
  for (let rows = MAX_ROWS; rows > 0; rows = Math.floor(rows / 2)) {
    const text = (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([...head, ...sections(report, rows, context)]);
    if (text.length <= MAX_COMMENT) {
      return text;
    }
  }
  return (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_2__/* .joined */ .oR)([...head, `### ${(0,_with_action_validate_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .headline */ .Pl)(report)}`, "", ...footer(report, context)]);
}
function sections(report, rows, context) {
  const impacts = report.impacts ?? [];
  return [
    `### ${(0,_with_action_validate_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .headline */ .Pl)(report)}`,
    "",
    ...(0,_with_action_validate_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .findingTables */ .lr)(report, rows, context),
    "",
    ...impacts.length === 0 ? [] : [
      "### What merging would change",
      "",
      ...(0,_with_action_validate_summary_js__WEBPACK_IMPORTED_MODULE_1__/* .impactTable */ .B)(impacts.slice(0, rows), report, context),
      ...impacts.length > rows ? ["", `… and ${impacts.length - rows} more components.`] : []
    ],
    "",
    ...footer(report, context)
  ];
}
function footer({ commit }, { run }) {
  const whole = run === "" ? "the summary of the run" : `[the summary of the run](${run})`;
  return [`All of it is in ${whole}${commit === void 0 ? "" : `, which checked ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_6__/* .code */ .aY)(commit.slice(0, 12))}`}.`];
}



/***/ }),

/***/ 7895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ noticeLine),
/* harmony export */   Pu: () => (/* binding */ failureLine),
/* harmony export */   Xp: () => (/* binding */ isSaidBy),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   pX: () => (/* binding */ MAX_ROWS),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/action/markdown.ts
var MAX_ROWS = 200;
function table(head, rows) {
  const shown = rows.slice(0, MAX_ROWS).map((row) => `| ${row.join(" | ")} |`);
  const rest = rows.length - shown.length;
  return [
    `| ${head.join(" | ")} |`,
    `| ${head.map(() => "---").join(" | ")} |`,
    ...shown,
    ...rest > 0 ? ["", `${shown.length} of ${rows.length} shown.`] : []
  ];
}
function joined(lines) {
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}
`;
}
function isSaidBy(failures, why) {
  return failures.some(({ what }) => what.includes(why));
}
function failureLine(error, context) {
  const [what, remedy] = [error.what, error.remedy].map((text) => (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(text, homeOf(context)));
  return `- ❌ **${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(`tagship(${error.code})`)}** ${what} ${remedy}`;
}
function noticeLine({ level, message }, context) {
  return `- ${level === "warning" ? "⚠️" : "ℹ️"} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .prose */ .CS)(message, homeOf(context))}`;
}
function link(name, url) {
  return /^https?:\/\/[^\s()<>|[\]`\\]+$/.test(url) ? `[${name}](${url})` : `${name} (${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(url)})`;
}
function homeOf({ serverUrl, repository }) {
  return `${serverUrl}/${repository}`;
}




/***/ }),

/***/ 2157:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ impactTable),
/* harmony export */   Pl: () => (/* binding */ headline),
/* harmony export */   bD: () => (/* binding */ messageOf),
/* harmony export */   dR: () => (/* binding */ annotated),
/* harmony export */   lr: () => (/* binding */ findingTables),
/* harmony export */   nd: () => (/* binding */ validateSummary),
/* harmony export */   pZ: () => (/* binding */ validateLog)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7895);
/* harmony import */ var _with_validation_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3673);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/action/validate-summary.ts
var MAX_LOGGED = 1e3;
var MAX_ANNOTATIONS = 10;
var MAX_TEXT = 600;
var MAX_IN_CELL = 5;
var MARKS = { error: "❌", warning: "⚠️", notice: "ℹ️" };
var CHANGES = {
  new: "is new",
  changed: "gets new content",
  moved: "same content, another file",
  removed: "loses its file",
  unregistered: "is registered no longer"
};
function validateSummary(report, context) {
  const lines = [`## ${headline(report)}`, "", ...findingTables(report, _with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_ROWS */ .pX, context), ""];
  if (report.impacts !== void 0 && report.impacts.length > 0) {
    lines.push("### What would change", "", ...impactTable(report.impacts, report, context), "");
  }
  lines.push(
    ...report.failures.map((error) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .failureLine */ .Pu)(error, context)),
    ...report.notices.map(({ level, message }) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .noticeLine */ .Jn)({ level, message: shortened(message) }, context)),
    "",
    [
      `By ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(context.actor || "unknown")}`,
      `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(report.files, "file")} read`,
      ...report.suppressed === 0 ? [] : [`${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(report.suppressed, "finding")} suppressed`],
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(report.durationMs)
    ].join(" · ")
  );
  return (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(lines);
}
function findingTables(report, most, context) {
  const { rows, left, codes } = (0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_2__/* .findingTable */ .ck)(report.findings, most);
  if (rows.length === 0) {
    return [];
  }
  const cells = rows.map((one) => [
    MARKS[one.severity],
    link(one.file, one.range?.start, report, context),
    `**${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.code)}** ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .prose */ .CS)(shortened(one.message))}`,
    advice(one)
  ]);
  const more = `… and ${left} more: ${codes.map((one) => `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(one.code)} ${one.count}`).join(", ")} in all.`;
  return [...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["", "Where", "What", "Instead"], cells), "", ...left > 0 ? [more, ""] : []];
}
function advice({ suggestion, command }) {
  const edit = suggestion === void 0 ? "" : `Write ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shortened(suggestion))}`;
  if (command === void 0) {
    return edit || "–";
  }
  return `${edit === "" ? "Run" : `${edit}<br>or run`} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shortened(command))}`;
}
function impactTable(impacts, report, context) {
  const rows = impacts.map(({ component, change, path, before, environments, mentions }) => [
    (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(component),
    CHANGES[change],
    [before, path].flatMap((one) => one === void 0 ? [] : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shortened(one))).join(" → ") || "–",
    listed(
      environments,
      ({ environment, version }) => `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(environment)} ${version === void 0 ? "runs it" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(version)}`
    ),
    listed(mentions, (mention) => link(mention.file, mention, report, context))
  ]);
  return [
    ...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Component", "Change", "File", "Runs now", "Referenced by"], rows),
    "",
    "What runs stays as it is until a version is tagged and promoted."
  ];
}
function listed(items, show) {
  const shown = items.slice(0, MAX_IN_CELL).map(show);
  const rest = items.length - shown.length;
  return [...shown, ...rest > 0 ? [`… and ${rest} more`] : []].join("<br>") || "–";
}
function link(file, place, { commit }, { serverUrl, repository }) {
  const text = (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(shortened(file) + (place === void 0 ? "" : `:${place.line}:${place.column}`));
  if (commit === void 0 || file.length > MAX_TEXT) {
    return text;
  }
  const path = file.toWellFormed().split("/").map(urlPart).join("/");
  return `[${text}](${serverUrl}/${repository}/blob/${commit}/${path}${place === void 0 ? "" : `#L${place.line}`})`;
}
function urlPart(text) {
  return encodeURIComponent(text).replace(/[()*'!]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
function validateLog(report) {
  const lines = report.findings.slice(0, MAX_LOGGED).map((one) => {
    const { start } = one.range ?? {};
    const place = start === void 0 ? one.file : `${one.file}:${start.line}:${start.column}`;
    return `${place} ${one.code} ${one.severity === "error" ? "" : `(${one.severity}) `}${messageOf(one)}`;
  });
  const rest = report.findings.length - lines.length;
  return [
    ...lines,
    ...rest > 0 ? [`… and ${rest} more.`] : [],
    `${headline(report)}, in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(report.durationMs)}.`
  ];
}
function messageOf({ message, suggestion, command }) {
  return [
    shortened(message),
    suggestion === void 0 ? "" : `Did you mean \`${shortened(suggestion)}\`?`,
    command === void 0 ? "" : `To fix it: \`${shortened(command)}\``
  ].filter((part) => part !== "").join(" ");
}
function annotated({ findings, notices, failures }) {
  const room = {
    error: MAX_ANNOTATIONS - failures.length,
    warning: MAX_ANNOTATIONS - notices.filter(({ level }) => level === "warning").length,
    notice: MAX_ANNOTATIONS - notices.filter(({ level }) => level === "notice").length
  };
  return findings.filter(({ severity }) => room[severity]-- > 0);
}
function headline({ findings, scope }) {
  const { counts } = (0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_2__/* .findingTable */ .ck)(findings, 0);
  const parts = ["error", "warning", "notice"].filter((severity) => counts[severity] > 0).map((severity) => (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(counts[severity], severity));
  const where = scope === "changed" ? " in what changed" : "";
  return parts.length === 0 ? `Nothing found${where}` : `Found ${parts.join(", ")}${where}`;
}
function shortened(text) {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, MAX_TEXT)}…`;
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




/***/ }),

/***/ 2348:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ FINDING_CODES)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/validation/finding.ts
var FINDING_CODES = [
  "unregistered-component",
  "missing-file",
  "unknown-version",
  "unsatisfied-range",
  "unknown-environment",
  "missing-key",
  "cycle",
  "duplicate-registration",
  "registry-invalid",
  "registry-type",
  "version-moved",
  "unparsable-file",
  "unused-suppression"
];




/***/ }),

/***/ 3673:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ byCodeUnits),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   ck: () => (/* binding */ findingTable)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2348);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/validation/order.ts
var SEVERITIES = ["error", "warning", "notice"];
function compareFindings(a, b) {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || byCodeUnits(a.file, b.file) || // What is about the whole file stands before its lines.
  (a.range?.start.offset ?? -1) - (b.range?.start.offset ?? -1) || _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(a.code) - _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(b.code) || byCodeUnits(a.message, b.message);
}
function inOrder(findings) {
  return [...findings].sort(compareFindings);
}
function findingTable(findings, limit) {
  const counts = { error: 0, warning: 0, notice: 0 };
  const codes = /* @__PURE__ */ new Map();
  for (const { severity, code } of findings) {
    counts[severity]++;
    codes.set(code, (codes.get(code) ?? 0) + 1);
  }
  const rows = inOrder(findings).slice(0, limit);
  return {
    counts,
    codes: [...codes].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count || _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(a.code) - _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(b.code)),
    rows,
    left: findings.length - rows.length
  };
}
function byCodeUnits(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}




/***/ })

};

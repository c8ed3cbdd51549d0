export const id = 610;
export const ids = [610];
export const modules = {

/***/ 9586:
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

/***/ 8918:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $Q: () => (/* binding */ clip),
/* harmony export */   OF: () => (/* binding */ fenced),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   iE: () => (/* binding */ period),
/* harmony export */   n$: () => (/* binding */ moment),
/* harmony export */   ut: () => (/* binding */ runLink),
/* harmony export */   ux: () => (/* binding */ within),
/* harmony export */   wn: () => (/* binding */ commitLink)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(359);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/post-mortem/markdown.ts
function clip(text, most) {
  const characters = [...text.slice(0, most * 2)];
  return characters.length <= most && text.length <= most * 2 ? text : `${characters.slice(0, most).join("")}… (cut, ${text.length} characters)`;
}
function visible(line) {
  return line.split("	").map(_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$).join("	");
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
  return `[${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(commit.slice(0, 7))}](${serverUrl}/${repository}/commit/${commit})`;
}
function runLink(run, { serverUrl }) {
  const isRun = run?.startsWith(`${serverUrl}/`) === true && /^\/[\w.-]+\/[\w.-]+\/actions\/runs\/\d+$/.test(run.slice(serverUrl.length));
  return isRun ? `[run](${run})` : void 0;
}




/***/ }),

/***/ 5783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ STANDINGS),
/* harmony export */   WN: () => (/* binding */ countsText),
/* harmony export */   hR: () => (/* binding */ compareStored),
/* harmony export */   r: () => (/* binding */ driftIn),
/* harmony export */   ts: () => (/* binding */ DRIFTS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_PSSRHJWC_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2954);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/reconcile/drift.ts
var DRIFTS = ["missing", "edited", "stale", "orphan"];
var STANDINGS = ["foreign", "held", "expired"];
var MARKS = ["hold", "seq", "in-flight"];
function compareStored(expected, metadata, owners) {
  const owner = (0,_chunk_PSSRHJWC_js__WEBPACK_IMPORTED_MODULE_1__/* .ownership */ .kG)(metadata, owners);
  if (owner !== "own") {
    return owner === "foreign" ? "foreign" : "edited";
  }
  const stored = { ...metadata };
  const mark = String(stored["managed-by"]).toLowerCase();
  if (mark !== (0,_chunk_PSSRHJWC_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerMark */ .$R)(owners[0] ?? "").toLowerCase()) {
    return "stale";
  }
  if (expected.kind === "text") {
    return stored.blob === expected.blob ? void 0 : "stale";
  }
  const { sha, version, marks, type, blob } = expected;
  if (stored.sha !== sha || stored.version !== version || MARKS.some((name) => stored[name] !== marks[name])) {
    return "stale";
  }
  const hasContent = blob === void 0 ? isObject(stored.blob) : stored.blob === blob;
  return hasContent && stored.type === type ? void 0 : "edited";
}
function isObject(name) {
  return typeof name === "string" && /^[0-9a-f]{40}$/.test(name);
}
function countsText(counts) {
  return [...DRIFTS, ...STANDINGS].flatMap((finding) => {
    const number = counts[finding] ?? 0;
    return number === 0 ? [] : [`${number} ${finding}`];
  }).join(", ");
}
function driftIn(counts) {
  return DRIFTS.reduce((sum, drift) => sum + (counts[drift] ?? 0), 0);
}




/***/ }),

/***/ 3283:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ noticeLine),
/* harmony export */   KL: () => (/* binding */ runSummary),
/* harmony export */   Pu: () => (/* binding */ failureLine),
/* harmony export */   jg: () => (/* binding */ failureSummary),
/* harmony export */   nf: () => (/* binding */ link),
/* harmony export */   oR: () => (/* binding */ joined),
/* harmony export */   pX: () => (/* binding */ MAX_ROWS),
/* harmony export */   tp: () => (/* binding */ table),
/* harmony export */   xE: () => (/* binding */ historySummary)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_BSCWRUA3_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8918);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(359);

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
    ...rest > 0 ? ["", `… and ${rest} more.`] : []
  ];
}
function joined(lines) {
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}
`;
}
function failureLine(error, context) {
  const [what, remedy] = [error.what, error.remedy].map((text) => (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(text, homeOf(context)));
  return `- ❌ **${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(`tagship(${error.code})`)}** ${what} ${remedy}`;
}
function noticeLine({ level, message }, context) {
  return `- ${level === "warning" ? "⚠️" : "ℹ️"} ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(message, homeOf(context))}`;
}
function link(name, url) {
  return /^https?:\/\/[^\s()<>|[\]`\\]+$/.test(url) ? `[${name}](${url})` : `${name} (${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(url)})`;
}
function homeOf({ serverUrl, repository }) {
  return `${serverUrl}/${repository}`;
}

// src/action/summary.ts
var ROLE = {
  environment: "environment",
  version: "pinned version",
  latest: "latest",
  versions: "list of versions",
  index: "index",
  removed: "removed"
};
function runSummary(report, context) {
  const lines = [`## ${headline(report)}`, ""];
  if (report.moves.length > 0) {
    const rows = report.moves.map(
      ({ component, environment, version, previousVersion, why, overridden, quarantined }) => [
        (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(component),
        (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(environment),
        previousVersion === void 0 ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(previousVersion),
        version === void 0 ? "removed" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(version),
        [
          (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(why),
          ...overridden.length === 0 ? [] : [`passed over: ${overridden.map(_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY).join(", ")}`],
          ...quarantined === void 0 ? [] : [`${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(quarantined)} is quarantined`]
        ].join("; ")
      ]
    );
    lines.push(...table(["Tag", "Environment", "From", "To", "Why"], rows), "");
  }
  if (report.deployed.length > 0) {
    lines.push(
      ...table(
        ["Component", "Where", "Version", "Before", "Commit", "Difference"],
        report.deployed.map((one) => [
          (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.component),
          one.environment === void 0 ? "version key" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.environment),
          (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.version),
          one.previousVersion === void 0 ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.previousVersion),
          `[${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.commit.slice(0, 7))}](${context.serverUrl}/${context.repository}/commit/${one.commit})`,
          difference(one, context)
        ])
      ),
      ""
    );
  }
  if (report.keys.length > 0) {
    lines.push(
      ...table(
        ["Key", "What", "Bytes", "Changed", "Namespace"],
        report.keys.map(({ key, role, bytes, differed, namespace }) => [
          (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(key),
          ROLE[role],
          role === "removed" ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .size */ .Ej)(bytes),
          differed ? "yes" : "no",
          (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(namespace)
        ])
      ),
      ""
    );
  }
  for (const { component, environment, version, left } of report.deleted) {
    const name = `${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(component)} ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(environment ?? version ?? "")}`;
    lines.push(
      left.length === 0 ? `The tag of ${name} was deleted.` : `The tag of ${name} was deleted; what it stood for stays in KV (\`on-delete: report\`): ${left.map(_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY).join(", ")}.`,
      ""
    );
  }
  if (report.requiresRebuild && report.rebuild.length === 0) {
    lines.push("A Worker has to be built again; the configuration names no commands for it under `logic.rebuild`.", "");
  }
  if (report.rebuild.length > 0) {
    const rows = report.rebuild.map(({ argv, durationMs }) => [
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(argv.join(" ")),
      durationMs === void 0 ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(durationMs)
    ]);
    lines.push(...table(["Command", "Time"], rows), "");
  }
  if (report.issues.length > 0) {
    const links = report.issues.map(({ component, version, url }) => link(`${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(component)} ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(version)}`, url));
    lines.push(`Post-mortem: ${links.slice(0, MAX_ROWS).join(", ")}`, "");
  }
  if (report.reason !== void 0) {
    lines.push(`Reason: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(report.reason.replace(/\s+/g, " "))}`, "");
  }
  lines.push(
    ...report.failures.map((error) => failureLine(error, context)),
    ...report.notices.map((notice) => noticeLine(notice, context)),
    ""
  );
  lines.push(
    [
      `By ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(context.actor || "unknown")}`,
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .duration */ .p0)(report.durationMs),
      report.rounds > 1 ? `tags moved meanwhile: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(report.rounds, "round")}` : ""
    ].filter((part) => part !== "").join(" · ")
  );
  return joined(lines);
}
var VERBS = {
  deploy: { did: "Deployed", would: "Would deploy" },
  promote: { did: "Promoted", would: "Would promote" },
  rollback: { did: "Rolled back", would: "Would roll back" },
  restore: { did: "Restored", would: "Would restore" }
};
var STAYED = {
  promote: "Already there: no tag had to move",
  rollback: "Rolled back already: no tag had to move",
  restore: "As it was then: no tag had to move"
};
function headline(report) {
  const verb = VERBS[report.command][report.dryRun ? "would" : "did"];
  const [only] = report.deployed;
  if (report.verdict === "superseded") {
    return "Superseded: somebody else moved the tag, nothing was touched";
  }
  if (only === void 0) {
    return report.deleted.length > 0 ? "A tag was deleted" : "Nothing to deploy";
  }
  if (report.requiresRebuild) {
    return `${report.dryRun ? "Would rebuild" : "Rebuilt"} for ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(only.component)} ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(only.version)} in ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(only.environment ?? "")}`;
  }
  if (report.command !== "deploy" && report.moves.length === 0) {
    return `${STAYED[report.command]}${report.changed ? ", and KV was brought to it" : ""}`;
  }
  const unchanged = report.changed ? "" : " (nothing changed)";
  const preposition = report.command === "rollback" || report.command === "restore" ? "in" : "to";
  const where = only.environment === void 0 ? "" : ` ${preposition} ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(only.environment)}`;
  if (report.deployed.length === 1) {
    const was = only.previousVersion === void 0 ? "" : ` (was ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(only.previousVersion)})`;
    return `${verb} ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(only.component)} ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(only.version)}${where}${was}${unchanged}`;
  }
  return `${verb} ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(report.deployed.length, "component")}${where}${unchanged}`;
}
function difference(one, { serverUrl, repository }) {
  return one.previousCommit === void 0 || one.previousCommit === one.commit ? "–" : `[compare](${serverUrl}/${repository}/compare/${one.previousCommit}...${one.commit})`;
}
function historySummary(report, context) {
  const run = (address) => (0,_chunk_BSCWRUA3_js__WEBPACK_IMPORTED_MODULE_1__/* .runLink */ .ut)(address ?? void 0, context) ?? "–";
  const lines = [`## What ran at ${report.state.at}`, ""];
  if (report.state.lines.length === 0) {
    lines.push("Nothing, as far as the ledger knows.", "");
  } else {
    const rows = report.state.lines.map((one) => [
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.environment),
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.component),
      one.version === void 0 ? "unknown" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.version),
      one.since ?? "unknown",
      one.status,
      one.actor === null ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.actor),
      one.reason === null ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(one.reason.replace(/\s+/g, " ")),
      run(one.run)
    ]);
    lines.push(...table(["Environment", "Component", "Version", "Since", "Status", "By", "Why", "Run"], rows), "");
  }
  if (report.changes !== void 0) {
    lines.push("### What changed in the range", "");
    const rows = report.changes.map(({ environment, component, from, to }) => [
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(environment),
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(component),
      from === void 0 ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(from),
      to === void 0 ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(to)
    ]);
    lines.push(...rows.length === 0 ? ["Nothing."] : table(["Environment", "Component", "From", "To"], rows), "");
  }
  if (report.moves.length > 0) {
    lines.push("### Moves, the latest first", "");
    const rows = report.moves.map((one) => [
      one.at,
      one.event === "moved" ? one.move : one.event,
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.environment),
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.component),
      one.version === null ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.version),
      one.previous === null ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.previous),
      one.actor === null ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(one.actor),
      [one.reason === null ? "" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .plain */ .pj)(one.reason), ...one.override.map((name) => `override ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(name)}`)].join(" ").trim() || "–",
      run(one.run)
    ]);
    lines.push(
      ...table(["When", "What", "Environment", "Component", "Version", "Before", "By", "Why", "Run"], rows),
      ""
    );
  }
  lines.push(
    ...report.notices.map((notice) => noticeLine(notice, context)),
    "",
    report.ledger === void 0 ? "" : `Ledger ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(report.ledger.ref)}, number ${report.ledger.seq} (${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(report.ledger.commit.slice(0, 12))})`
  );
  return joined(lines);
}
function failureSummary(errors, context) {
  return ["## Tagship failed", "", ...errors.map((error) => failureLine(error, context)), ""].join("\n");
}




/***/ }),

/***/ 2954:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ ownerMark),
/* harmony export */   kG: () => (/* binding */ ownership),
/* harmony export */   tS: () => (/* binding */ fitMetadata)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9041);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7477);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/metadata.ts
var EXPENDABLE = ["path", "author", "date"];
function fitMetadata(key, metadata) {
  const fitted = { ...metadata };
  for (const name of [void 0, ...EXPENDABLE]) {
    if (name !== void 0) {
      delete fitted[name];
    }
    if ((0,_chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_1__/* .byteLength */ .d)(JSON.stringify(fitted)) <= _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_1__/* .KV_LIMITS */ .f.metadata) {
      return fitted;
    }
  }
  throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP(
    "metadata-too-large",
    `The metadata of \`${key}\` is over ${_chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_1__/* .KV_LIMITS */ .f.metadata} bytes even without path, author and date.`,
    "Give the component a shorter version or type."
  );
}
function ownerMark(repository) {
  return `tagship:${repository}`;
}
function ownership(metadata, repositories) {
  if (typeof metadata !== "object" || metadata === null || !("managed-by" in metadata)) {
    return "nobody";
  }
  const mark = metadata["managed-by"];
  if (typeof mark !== "string" || mark === "") {
    return "nobody";
  }
  const ours = repositories.some((name) => ownerMark(name).toLowerCase() === mark.toLowerCase());
  return ours ? "own" : "foreign";
}




/***/ }),

/***/ 3726:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CA: () => (/* binding */ byCodeUnits),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   ck: () => (/* binding */ findingTable)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9586);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/validation/order.ts
var SEVERITIES = ["error", "warning", "notice"];
function compareFindings(a, b) {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || byCodeUnits(a.file, b.file) || // What is about the whole file stands before its lines.
  (a.range?.start.offset ?? -1) - (b.range?.start.offset ?? -1) || _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(a.code) - _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(b.code) || byCodeUnits(a.message, b.message);
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
    codes: [...codes].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count || _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(a.code) - _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_1__/* .FINDING_CODES */ .f.indexOf(b.code)),
    rows,
    left: findings.length - rows.length
  };
}
function byCodeUnits(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}




/***/ }),

/***/ 6895:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EL: () => (/* binding */ outcomeText),
/* harmony export */   OB: () => (/* binding */ rowOf),
/* harmony export */   PW: () => (/* binding */ limitText),
/* harmony export */   RO: () => (/* binding */ rowsOf),
/* harmony export */   Se: () => (/* binding */ understood),
/* harmony export */   WN: () => (/* binding */ countsText),
/* harmony export */   dz: () => (/* binding */ failedText),
/* harmony export */   e5: () => (/* binding */ testText),
/* harmony export */   lk: () => (/* binding */ exactPercent),
/* harmony export */   mc: () => (/* binding */ leastRequests),
/* harmony export */   oz: () => (/* binding */ progressLine),
/* harmony export */   sv: () => (/* binding */ tallyOf),
/* harmony export */   vj: () => (/* binding */ amount)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(359);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/gate/sequential.ts
var ALPHA = 0.05;
var BETA = 0.05;
var BREACH_AT = Math.log(1 / ALPHA);
var HEALTHY_AT = Math.log(BETA);
function sequentialTest(counts, { max, minSamples }) {
  const { failed, passed } = weights(max);
  const { errors, requests } = evidence(counts);
  const ratio = errors * failed + (requests - errors) * passed;
  const enough = requests > 0 && requests >= minSamples;
  return { requests, ratio, enough, decision: enough ? decide(ratio) : void 0 };
}
function leastRequests(max) {
  return Math.ceil(HEALTHY_AT / weights(max).passed);
}
function weights(max) {
  if (!(max > 0 && max < 0.5)) {
    throw new RangeError(`The limit of a rate has to be between 0 and 0.5, and is ${max}.`);
  }
  return { failed: Math.LN2, passed: Math.log1p(-2 * max) - Math.log1p(-max) };
}
function evidence({ errors, total, samples }) {
  if (!(total > 0)) {
    return { errors: 0, requests: 0 };
  }
  const requests = Math.max(0, Math.min(total, samples ?? total));
  const rate = Math.min(1, Math.max(0, errors) / total);
  return { errors: rate * requests, requests };
}
function decide(ratio) {
  if (ratio >= BREACH_AT) {
    return "breach";
  }
  return ratio <= HEALTHY_AT ? "accept" : void 0;
}

// src/domain/gate/threshold.ts
function isBeyond(value, { min, max }) {
  return max !== void 0 && value > max || min !== void 0 && value < min;
}

// src/domain/gate/tally.ts
var EMPTY = {
  measured: 0,
  withData: 0,
  failures: 0,
  streak: 0,
  failedInStreak: 0,
  latest: void 0,
  test: void 0,
  decision: void 0
};
function tallyOf(metric, measurements, count2) {
  return measurements.reduce((tally, { reading }) => tallied(tally, metric, reading, count2), EMPTY);
}
function tallied(before, metric, reading, count2) {
  const seen = understood(metric, reading);
  const measured = before.measured + 1;
  if (seen.kind === "no-data" || seen.kind === "failed") {
    const failed = seen.kind === "failed" ? 1 : 0;
    return { ...before, measured, streak: before.streak + 1, failedInStreak: before.failedInStreak + failed };
  }
  const after = { ...before, measured, withData: before.withData + 1, streak: 0, failedInStreak: 0, latest: seen };
  return metric.limit.kind === "counts" ? byCounts(after, metric.limit) : byValue(after, metric.limit, count2);
}
function byCounts(tally, limit) {
  const test = tally.latest?.kind === "counts" ? sequentialTest(tally.latest, limit) : void 0;
  return { ...tally, test, decision: test?.decision };
}
function byValue(tally, limit, count2) {
  const failed = tally.latest?.kind === "value" && isBeyond(tally.latest.value, limit);
  const failures = tally.failures + (failed ? 1 : 0);
  if (failures > limit.failureLimit) {
    return { ...tally, failures, decision: "breach" };
  }
  return { ...tally, failures, decision: tally.withData >= count2 ? "accept" : void 0 };
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
      return [reading.errors, reading.total, reading.samples ?? 0].every((one) => Number.isFinite(one) && one >= 0) ? reading : { kind: "no-data", why: "the counts are not numbers from 0 on" };
  }
}

// src/domain/gate/words.ts
function percent(rate) {
  return `${Number((rate * 100).toPrecision(2))} %`;
}
function amount(value) {
  return String(Number(value.toPrecision(10)));
}
function limitText({ limit }) {
  if (limit.kind === "counts") {
    return `max ${exactPercent(limit.max)}`;
  }
  const { min, max } = limit;
  return [...min === void 0 ? [] : [`min ${min}`], ...max === void 0 ? [] : [`max ${max}`]].join(", ");
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
  return counts.total > 0 ? `${countsOnly(counts)} failed (${percent(rateOf(counts))})${sampled(counts)}` : "there were no requests";
}
function testText({ ratio, enough, requests }, minSamples) {
  return enough ? `log-likelihood ratio ${hundredths(ratio)} (breach at ${hundredths(BREACH_AT)}, healthy at ${hundredths(HEALTHY_AT)})` : `${tenths(requests)} of at least ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(minSamples, "request")}`;
}
function countsOnly({ errors, total }) {
  return `${tenths(errors)} of ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tenths(total), "request")}`;
}
function sampled({ total, samples }) {
  return samples === void 0 || samples >= total ? "" : `, estimated from ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(tenths(samples), "row")}`;
}
function tenths(number) {
  return Number(number.toFixed(1));
}
function hundredths(number) {
  return (Math.round(number * 100) / 100 || 0).toFixed(2);
}

// src/domain/gate/rows.ts
function rowsOf({ policy, metrics }) {
  const rows = metrics.flatMap(({ metric, measurements }) => {
    let tally = EMPTY;
    return measurements.map((measurement) => {
      tally = tallied(tally, metric, measurement.reading, policy.count);
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
  const tally = tallyOf(state.metric, [...before, measurement], policy.count);
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
function progressLine({ metric, evidence: evidence2, limit, outcome }) {
  return `${metric}: ${evidence2}; ${limit}: ${outcomeText(outcome)}`;
}
function rowFrom(policy, metric, measurement, tally) {
  const { at, elapsed, queries } = measurement;
  const reading = understood(metric, measurement.reading);
  const row = { metric: metric.name, at, elapsed, queries, limit: limitText(metric) };
  if (reading.kind === "no-data" || reading.kind === "failed") {
    return {
      ...row,
      value: void 0,
      counts: void 0,
      evidence: `${reading.why} (${tally.streak} in a row without data, given up at ${policy.consecutiveErrorLimit})`,
      outcome: reading.kind === "failed" ? "error" : "no-data"
    };
  }
  return {
    ...row,
    value: reading.kind === "value" ? reading.value : rateOf(reading),
    counts: reading.kind === "value" ? void 0 : countsOf(reading),
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
  return isBeyond(reading.value, limit) ? "failed" : "passed";
}
function evidenceText(policy, { limit }, reading, tally) {
  if (reading.kind === "counts") {
    const test = tally.test !== void 0 && limit.kind === "counts" ? testText(tally.test, limit.minSamples) : "";
    return `${countsText(reading)}, ${test}`;
  }
  const allowed = limit.kind === "values" ? limit.failureLimit : 0;
  return `${amount(reading.value)}, measurement ${tally.withData} of ${policy.count}, ${tally.failures} failed (allowed: ${allowed})`;
}




/***/ }),

/***/ 3352:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ isoTime)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/time.ts
function isoTime(seconds) {
  return new Date(seconds * 1e3).toISOString().replace(".000Z", "Z");
}




/***/ }),

/***/ 4610:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tellGuard: () => (/* binding */ tellGuard),
/* harmony export */   tellHistory: () => (/* binding */ tellHistory),
/* harmony export */   tellReconcile: () => (/* binding */ tellReconcile),
/* harmony export */   tellRun: () => (/* binding */ tellRun),
/* harmony export */   tellValidate: () => (/* binding */ tellValidate)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_GBDVTR6J_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5783);
/* harmony import */ var _chunk_SQI4XJVC_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3726);
/* harmony import */ var _chunk_SVZFNYIL_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6895);
/* harmony import */ var _chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3283);
/* harmony import */ var _chunk_BSCWRUA3_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8918);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3352);
/* harmony import */ var _chunk_PSSRHJWC_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2954);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9586);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9041);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7477);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);













// src/domain/gate/chart.ts
var MAX_POINTS = 60;
var MAX_NAME = 60;
function chart(metric, rows) {
  const scale = metric.limit.kind === "counts" ? 100 : 1;
  const points = rows.filter((row) => row.metric === metric.name).flatMap(({ elapsed, value }) => value === void 0 ? [] : [{ time: elapsed / 1e3, value: value * scale }]).filter(({ time, value }) => Number.isFinite(time) && Number.isFinite(value)).sort((one, other) => one.time - other.time);
  const limits = limitsOf(metric).map(({ title, value }) => ({ title, value: value * scale }));
  const range = rangeOf([...points, ...limits].map(({ value }) => value));
  if (points.length < 2 || range === void 0) {
    return [];
  }
  const { start, end, values } = evenly(points, metric);
  const unit = metric.limit.kind === "counts" ? "failed requests in %" : "value";
  return [
    "```mermaid",
    '%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "#2563eb, #dc2626, #dc2626"}}}}%%',
    "xychart-beta",
    `  title ${quoted(metric.name)}`,
    `  x-axis "seconds since the deploy" ${start} --> ${end}`,
    `  y-axis "${unit}" ${decimal(range.bottom)} --> ${decimal(range.top)}`,
    `  line "measured" [${values.map(decimal).join(", ")}]`,
    ...limits.map(({ title, value }) => `  line "${title}" [${values.map(() => decimal(value)).join(", ")}]`),
    "```"
  ];
}
function limitsOf({ limit }) {
  const { max } = limit;
  const min = limit.kind === "values" ? limit.min : void 0;
  return [
    ...max === void 0 ? [] : [{ title: "max", value: max }],
    ...min === void 0 ? [] : [{ title: "min", value: min }]
  ];
}
function rangeOf(values) {
  const lowest = values.reduce((one, other) => Math.min(one, other), 0);
  const highest = values.reduce((one, other) => Math.max(one, other), 0);
  const bottom = lowest * 1.1;
  const top = highest * 1.1;
  return Number.isFinite(top - bottom) && top > bottom ? { bottom, top } : void 0;
}
function evenly(points, metric) {
  const first = points[0]?.time ?? 0;
  const span = (points.at(-1)?.time ?? 0) - first;
  const unit = span >= MAX_POINTS ? 1 : 0.125;
  const slots = Math.min(points.length, MAX_POINTS) - 1;
  const step = Math.max(unit, Math.ceil(span / slots / unit) * unit);
  const start = Math.round(first / unit) * unit;
  const worst = /* @__PURE__ */ new Map();
  for (const { time, value: value2 } of points) {
    const slot = Math.round((time - first) / step);
    worst.set(slot, worstOf(metric, worst.get(slot) ?? value2, value2));
  }
  const last = Math.max(1, ...worst.keys());
  let value = worst.get(0) ?? 0;
  const values = Array.from({ length: last + 1 }, (_, slot) => {
    value = worst.get(slot) ?? value;
    return value;
  });
  return { start, end: start + last * step, values };
}
function worstOf({ limit }, one, other) {
  return limit.max === void 0 ? Math.min(one, other) : Math.max(one, other);
}
function decimal(number) {
  return number.toLocaleString("en-US", { useGrouping: false, maximumSignificantDigits: 6 });
}
function quoted(name) {
  const safe = [...name.replace(new RegExp("[^\\p{L}\\p{N} ._/+=-]|\\p{Default_Ignorable_Code_Point}", "gu"), "_")];
  const short = safe.length > MAX_NAME ? `${safe.slice(0, MAX_NAME).join("")}…` : safe.join("");
  return `"${short.trim() || "metric"}"`;
}

// src/action/guard-summary.ts
var MAX_DETAILED = 20;
var MAX_QUERY = 2e3;
var WORST_FIRST = ["breached", "inconclusive", "superseded", "healthy"];
function guardSummary(report, context) {
  const gates = worstFirst(report.gates);
  const detailed = gates.slice(0, MAX_DETAILED);
  const lines = [`## ${headline(gates, report.dryRun)}`, ""];
  for (const gate of detailed) {
    lines.push(...gates.length === 1 ? [] : [`### ${what(gate, report.dryRun)}`, ""], ...section(gate, report), "");
  }
  if (gates.length > detailed.length) {
    const rows = gates.slice(MAX_DETAILED).map(({ component, version, environment, verdict }) => [
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(component),
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(version),
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(environment),
      verdict
    ]);
    lines.push(...(0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(["Component", "Version", "Environment", "Verdict"], rows), "");
  }
  lines.push(
    ...report.issues.map(
      ({ component, environment, version, url }) => `- ${(0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .link */ .nf)("Post-mortem", url)} of ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(component)} ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(version)} in ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(environment)}`
    ),
    "",
    ...report.times === void 0 ? [] : [timesText(report.times), ""],
    ...report.reason === void 0 ? [] : [`Reason: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)(report.reason.replace(/\s+/g, " "))}`, ""],
    ...report.failures.map((error) => (0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .failureLine */ .Pu)(error, context)),
    ...report.notices.map((notice) => (0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .noticeLine */ .Jn)(notice, context)),
    "",
    `By ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(context.actor || "unknown")} · ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(report.durationMs)}`
  );
  return (0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .joined */ .oR)(lines);
}
function guardLog(report) {
  if (report.gates.length === 0) {
    return ["Nothing to watch."];
  }
  const lines = report.gates.flatMap((gate) => {
    const { component, version, environment, verdict, why } = gate;
    const after = liveNow(gate, report.dryRun, (text) => text);
    return [
      `${component} ${version} in ${environment}: ${verdict}, ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(gate.rows.length, "measurement")}. ${why}`,
      ...after === "" ? [] : [after]
    ];
  });
  return [
    ...lines,
    ...report.times === void 0 ? [] : [timesText(report.times)],
    ...report.issues.map(({ url }) => `Post-mortem: ${url}`)
  ];
}
function worstFirst(gates) {
  return [...gates].sort((one, other) => WORST_FIRST.indexOf(one.verdict) - WORST_FIRST.indexOf(other.verdict));
}
function headline(gates, dryRun) {
  const [only] = gates;
  if (only === void 0) {
    return "Nothing to watch";
  }
  if (gates.length === 1) {
    return what(only, dryRun);
  }
  const back = gates.filter(({ rolledBackTo }) => rolledBackTo !== void 0).length;
  if (back > 0) {
    const verb = dryRun ? "would be rolled back" : back === 1 ? "was rolled back" : "were rolled back";
    return `${back} of ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(gates.length, "component")} ${verb}`;
  }
  const numbers = WORST_FIRST.map((verdict) => ({
    verdict,
    number: gates.filter((one) => one.verdict === verdict).length
  }));
  const parts = numbers.filter(({ number }) => number > 0).map(({ verdict, number }) => `${number} ${verdict}`);
  return `${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(gates.length, "component")} watched: ${parts.join(", ")}`;
}
var VERDICTS = {
  breached: "is beyond its limits",
  healthy: "is healthy",
  inconclusive: "could not be judged",
  superseded: "was superseded"
};
function what({ component, version, environment, verdict, rolledBackTo, held }, dryRun) {
  const subject = `${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(component)} ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(version)}`;
  const place = `in ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(environment)}`;
  if (held !== void 0) {
    return `${subject} was taken out of KV ${place}, but its tag could not be moved`;
  }
  return rolledBackTo === void 0 ? `${subject} ${VERDICTS[verdict]} ${place}` : `${subject} ${dryRun ? "would be" : "was"} rolled back ${place}`;
}
var HOLDS = {
  ledger: "The tag still names the other version; a hold in the ledger keeps runs from writing it again.",
  kv: "The tag still names the other version; until a run can tell the ledger, only KV remembers that it is held back."
};
function liveNow(gate, dryRun, name) {
  const { version, verdict, rolledBackTo, held } = gate;
  if (rolledBackTo !== void 0) {
    const hold = held === void 0 ? "" : ` ${HOLDS[held]}`;
    return `${name(rolledBackTo)} ${dryRun ? "would be" : "is"} live again.${hold}`;
  }
  if (verdict === "superseded") {
    return "Nothing was touched.";
  }
  return verdict === "breached" || verdict === "inconclusive" ? `${name(version)} is still live.` : "";
}
function section(gate, report) {
  const charts = gate.policy.metrics.map((metric) => chart(metric, gate.rows));
  return [
    `${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .prose */ .CS)(gate.why)} ${liveNow(gate, report.dryRun, _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)}`.trim(),
    "",
    ...charts.flatMap((lines) => lines.length === 0 ? [] : [...lines, ""]),
    ...measurements(gate.rows),
    "",
    ...queries(gate.rows),
    "",
    policyText(gate)
  ];
}
function measurements(rows) {
  if (rows.length === 0) {
    return ["Nothing was measured."];
  }
  const shown = rows.slice(-_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_ROWS */ .pX);
  const left = rows.length - shown.length;
  return [
    ...left > 0 ? [`The first ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(left, "measurement")} of ${rows.length} are left out here.`, ""] : [],
    ...(0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(
      ["After", "Metric", "Measured", "Limit", "Outcome", "Evidence"],
      shown.map((row) => [
        (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(row.elapsed),
        (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(row.metric),
        measured(row),
        (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)(row.limit),
        (0,_chunk_SVZFNYIL_js__WEBPACK_IMPORTED_MODULE_3__/* .outcomeText */ .EL)(row.outcome),
        (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .prose */ .CS)(row.evidence)
      ])
    )
  ];
}
function measured({ value, counts }) {
  if (counts !== void 0) {
    return (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)((0,_chunk_SVZFNYIL_js__WEBPACK_IMPORTED_MODULE_3__/* .countsText */ .WN)(counts));
  }
  return value === void 0 ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)((0,_chunk_SVZFNYIL_js__WEBPACK_IMPORTED_MODULE_3__/* .amount */ .vj)(value));
}
function queries(rows) {
  const latest = new Map(rows.map((row) => [row.metric, row.queries]));
  const lines = [...latest].flatMap(
    ([metric, asked]) => asked.map((query) => `- ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(metric)}: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(query.replace(/\s+/g, " ").trim().slice(0, MAX_QUERY))}`)
  );
  return lines.length === 0 ? [] : ["What was asked, the last time:", "", ...lines];
}
function policyText({ policy, since, startedAt, endedAt }) {
  return [
    `Deployed at ${(0,_chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_6__/* .isoTime */ .L)(Math.floor(since / 1e3))}`,
    `watched for ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(endedAt - startedAt)}`,
    `initial delay ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(policy.initialDelayMs)}`,
    `interval ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(policy.intervalMs)}`,
    `timeout ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(policy.timeoutMs)}`
  ].join(" · ");
}
function timesText({ moved, restored, done }) {
  return [
    "After the measurement that led to the rollback:",
    moved === void 0 ? "the tag did not move," : `tag and ledger moved within ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(moved)},`,
    `KV had the version back within ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(restored)},`,
    `all was reported within ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(done)}.`
  ].join(" ");
}

// src/action/log.ts
function runLog(report) {
  const several = new Set(report.keys.map(({ namespace }) => namespace)).size > 1;
  const lines = report.keys.map(({ namespace, key, role, bytes, differed }) => {
    const what2 = [
      role,
      ...role === "removed" ? [] : [(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .size */ .Ej)(bytes)],
      ...several ? [`namespace ${namespace}`] : [],
      ...differed ? [] : ["unchanged"]
    ];
    return `${differed ? "~" : "="} ${key} (${what2.join(", ")})`;
  });
  lines.push(...report.moves.map((one) => moveLine(one, report.dryRun)));
  for (const { component, environment, version, previousVersion } of report.deployed) {
    const verb = report.requiresRebuild ? "Rebuild for" : report.changed ? "Deployed" : "In place:";
    const where = environment === void 0 ? "" : ` to ${environment}`;
    const was = previousVersion === void 0 ? "" : ` (was ${previousVersion})`;
    lines.push(`${report.dryRun ? "Would be: " : ""}${verb} ${component} ${version}${where}${was}`);
  }
  for (const { component, environment, version } of report.deleted) {
    lines.push(`Deleted ${component} ${environment ?? version ?? ""}`);
  }
  lines.push(
    ...report.issues.map(
      ({ component, environment, version, url }) => `Post-mortem of ${component} ${version} in ${environment}: ${url}`
    )
  );
  for (const { argv, durationMs } of report.rebuild) {
    lines.push(`${durationMs === void 0 ? "Would run" : `Ran in ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(durationMs)}`}: ${argv.join(" ")}`);
  }
  if (report.keys.length > 0) {
    lines.push(
      `${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(report.keys.length, "key")} ${report.dryRun ? "planned" : "written"} in ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(report.durationMs)}`
    );
  }
  return lines;
}
function historyLog(report) {
  const lines = [`At ${report.state.at}:`];
  for (const { component, environment, version, since, actor, status } of report.state.lines) {
    const by = `${actor === null ? "" : ` by ${actor}`}${status === "deployed" ? "" : ` (${status})`}`;
    lines.push(
      `  ${environment}  ${component}  ${version ?? "unknown"}${since === null ? "" : ` since ${since}`}${by}`
    );
  }
  if (report.changes !== void 0) {
    lines.push(report.changes.length === 0 ? "Nothing changed in the range." : "Changed in the range:");
    for (const { component, environment, from, to } of report.changes) {
      lines.push(`  ${environment}  ${component}  ${from ?? "nothing"} → ${to ?? "nothing"}`);
    }
  }
  if (report.moves.length > 0) {
    lines.push("Moves, the latest first:");
  }
  lines.push(...report.moves.map(pastMove));
  return lines;
}
function moveLine({ component, environment, version, previousVersion, why, quarantined }, dryRun) {
  const was = previousVersion === void 0 ? "" : ` (was ${previousVersion})`;
  const what2 = version === void 0 ? "removed" : `${version}${was}, ${why}`;
  const left = quarantined === void 0 ? "" : `; ${quarantined} is quarantined`;
  return `${dryRun ? "Would move" : "Moved"} ${component} in ${environment}: ${what2}${left}`;
}
function pastMove({ at, event, move, component, environment, version, previous, actor }) {
  const what2 = event === "moved" ? move : event;
  const was = previous === null || event !== "moved" ? "" : ` (was ${previous})`;
  return `  ${at}  ${what2}  ${component} ${version ?? ""} in ${environment}${was}${actor === null ? "" : `, ${actor}`}`;
}

// src/action/outputs.ts
function runResultOf(report) {
  return { ...fieldsOf(report), command: report.command, verdict: report.verdict ?? null };
}
function guardResultOf(report) {
  const { command, verdict = null, gates, times } = report;
  return {
    ...fieldsOf(report),
    command,
    verdict,
    gates: gates.map((gate) => ({
      component: gate.component,
      environment: gate.environment,
      version: gate.version,
      sha: gate.commit,
      verdict: gate.verdict,
      why: gate.why,
      "rolled-back-to": gate.rolledBackTo ?? null,
      held: gate.held !== void 0,
      deployed: moment(gate.since),
      started: moment(gate.startedAt),
      ended: moment(gate.endedAt),
      measurements: gate.rows.map(({ metric, at, elapsed, queries: queries2, value, counts, limit, evidence, outcome }) => ({
        metric,
        at: moment(at),
        "elapsed-ms": Math.round(elapsed),
        queries: [...queries2],
        value: value ?? null,
        errors: counts?.errors ?? null,
        total: counts?.total ?? null,
        samples: counts?.samples ?? null,
        limit,
        evidence,
        outcome
      }))
    })),
    times: times === void 0 ? null : {
      "moved-ms": times.moved === void 0 ? null : Math.round(times.moved),
      "restored-ms": Math.round(times.restored),
      "done-ms": Math.round(times.done)
    }
  };
}
function reconcileResultOf(report) {
  const { command, heal, drift, remaining, written, removed, counts, namespaces, found, keys } = report;
  const all = Object.values(counts).reduce((sum, number) => sum + number, 0);
  return {
    ...fieldsOf(report),
    // A report keeps no more than some thousands of each, however many there are.
    truncated: found.length < all || keys.length < written + removed,
    command,
    verdict: null,
    heal,
    drift,
    remaining,
    written,
    removed,
    counts,
    namespaces: namespaces.map(({ id, environments, wanted, owned, counts: own }) => {
      return { id, environments: [...environments], wanted, owned, counts: own };
    }),
    found: found.map(({ namespace, key, finding, expected, stored }) => {
      return { namespace, key, finding, expected: expected ?? null, stored: stored ?? null };
    })
  };
}
function moment(milliseconds) {
  return new Date(milliseconds).toISOString();
}
function fieldsOf(report) {
  return {
    schema: 1,
    truncated: false,
    "rolled-back": report.rolledBack,
    ledger: report.ledger ?? null,
    moves: report.moves.map((one) => ({
      component: one.component,
      environment: one.environment,
      version: one.version ?? null,
      sha: one.commit ?? null,
      "previous-version": one.previousVersion ?? null,
      why: one.why,
      override: [...one.overridden],
      quarantined: one.quarantined ?? null
    })),
    "dry-run": report.dryRun,
    changed: report.changed,
    reason: report.reason ?? null,
    components: report.deployed.map((one) => ({
      component: one.component,
      environment: one.environment ?? null,
      version: one.version,
      "previous-version": one.previousVersion ?? null,
      sha: one.commit,
      "previous-sha": one.previousCommit ?? null,
      path: one.path,
      bytes: one.bytes,
      namespaces: [...one.namespaces]
    })),
    deleted: report.deleted.map(({ component, environment, version, left }) => ({
      component,
      environment: environment ?? null,
      version: version ?? null,
      left: [...left]
    })),
    "requires-rebuild": report.requiresRebuild,
    rebuild: report.rebuild.map(({ argv, durationMs }) => ({
      argv: [...argv],
      "duration-ms": durationMs === void 0 ? null : Math.round(durationMs)
    })),
    keys: report.keys.map(({ namespace, key, role, bytes, differed }) => ({
      namespace,
      key,
      role,
      bytes,
      changed: differed
    })),
    rounds: report.rounds,
    "duration-ms": Math.round(report.durationMs),
    issues: report.issues.map(({ component, environment, version, url }) => ({ component, environment, version, url })),
    notices: report.notices.map(({ level, message }) => ({ level, message }))
  };
}
function historyResultOf(report) {
  return {
    schema: 1,
    truncated: false,
    command: "history",
    ledger: report.ledger ?? null,
    at: report.state.at,
    state: report.state.lines.map(({ version, commit, ...rest }) => ({
      ...rest,
      version: version ?? null,
      sha: commit ?? null
    })),
    moves: report.moves.map(({ previous, override, ...rest }) => ({
      ...rest,
      "previous-version": previous,
      override: [...override]
    })),
    changes: report.changes?.map(({ component, environment, from, to }) => ({
      component,
      environment,
      from: from ?? null,
      to: to ?? null
    })) ?? null,
    "duration-ms": Math.round(report.durationMs),
    notices: report.notices.map(({ level, message }) => ({ level, message }))
  };
}
var MAX_OUTPUT = 1e5;
var MAX_TEXT = 500;
var MAX_INNER = 2;
function fitted(result) {
  const whole = JSON.stringify(result);
  if (isFitting(whole)) {
    return whole;
  }
  const short = (most, inner) => JSON.stringify(cut({ ...result, truncated: true }, [most, inner]));
  return mostThatFits((inner) => short(Number.POSITIVE_INFINITY, inner)) ?? mostThatFits((most) => short(most, Math.min(most, MAX_INNER))) ?? short(0, 0);
}
function mostThatFits(make) {
  const shortest = make(0);
  let found = isFitting(shortest) ? shortest : void 0;
  let [least, most] = [1, MAX_OUTPUT / 10];
  while (found !== void 0 && least <= most) {
    const limit = Math.floor((least + most) / 2);
    const text = make(limit);
    if (isFitting(text)) {
      found = text;
      least = limit + 1;
    } else {
      most = limit - 1;
    }
  }
  return found;
}
function cut(value, limits) {
  if (typeof value === "string") {
    return value.length <= MAX_TEXT ? value : `${value.slice(0, MAX_TEXT).toWellFormed()}…`;
  }
  if (Array.isArray(value)) {
    const [most, next = most, ...rest] = limits;
    return value.slice(0, most).map((item) => cut(item, [next, ...rest]));
  }
  return typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cut(one, limits)])) : value;
}
function isFitting(text) {
  return Buffer.byteLength(text) <= MAX_OUTPUT;
}
function historyOutputs(report) {
  const [only, ...others] = report.state.lines;
  const one = others.length === 0 ? only : void 0;
  return {
    result: historyResultOf(report),
    outputs: {
      ...NO_OUTPUTS,
      component: one?.component ?? "",
      environment: one?.environment ?? "",
      version: one?.version ?? "",
      sha: one?.commit ?? "",
      changed: "false"
    }
  };
}
function reconcileOutputs(report) {
  return {
    result: reconcileResultOf(report),
    outputs: {
      ...NO_OUTPUTS,
      changed: String(report.changed && !report.dryRun),
      keys: keysWritten(report),
      "requires-rebuild": String(report.requiresRebuild),
      drift: String(report.drift)
    }
  };
}
var MAX_MENTIONS = 20;
function validateResultOf(report, sarif) {
  return {
    schema: 1,
    truncated: false,
    command: "validate",
    scope: report.scope,
    tree: report.tree,
    sha: report.commit ?? null,
    base: report.base ?? null,
    files: report.files,
    counts: { ...(0,_chunk_SQI4XJVC_js__WEBPACK_IMPORTED_MODULE_2__/* .findingTable */ .ck)(report.findings, 0).counts },
    suppressed: report.suppressed,
    findings: report.findings.map(({ code: code2, severity, file, range, message, suggestion, command }) => ({
      code: code2,
      severity,
      file,
      line: range?.start.line ?? null,
      column: range?.start.column ?? null,
      "end-line": range?.end.line ?? null,
      "end-column": range?.end.column ?? null,
      message,
      suggestion: suggestion ?? null,
      command: command ?? null
    })),
    changes: report.impacts?.map(({ component, change, path, before, environments, mentions }) => ({
      component,
      change,
      path: path ?? null,
      "previous-path": before ?? null,
      environments: environments.map(({ environment, version }) => ({ environment, version: version ?? null })),
      references: mentions.length,
      mentions: mentions.slice(0, MAX_MENTIONS).map((one) => ({ ...one }))
    })) ?? null,
    sarif: sarif ?? null,
    "duration-ms": Math.round(report.durationMs),
    notices: report.notices.map(({ level, message }) => ({ level, message }))
  };
}
function validateOutputs(report, sarif) {
  return {
    result: validateResultOf(report, sarif),
    outputs: { ...NO_OUTPUTS, findings: String(report.findings.length) }
  };
}
function guardOutputs(report) {
  const [first, ...others] = report.gates;
  const only = others.length === 0 ? first : void 0;
  const version = only?.rolledBackTo === void 0 || report.dryRun ? only?.version : only.rolledBackTo;
  const deployed = report.deployed.find(({ component }) => component === only?.component);
  return {
    result: guardResultOf(report),
    outputs: {
      ...NO_OUTPUTS,
      component: only?.component ?? "",
      environment: only?.environment ?? "",
      version: version ?? "",
      "previous-version": version === only?.version ? "" : only?.version ?? "",
      sha: (version === only?.version ? only?.commit : deployed?.commit) ?? "",
      changed: String(report.changed && !report.dryRun),
      keys: keysWritten(report),
      verdict: report.verdict ?? "",
      "rolled-back": String(report.rolledBack),
      "issue-url": report.issues[0]?.url ?? ""
    }
  };
}
function keysWritten({ dryRun, keys }) {
  const names = dryRun ? [] : [...new Set(keys.filter(({ role }) => role !== "removed").map(({ key }) => key))];
  const whole = JSON.stringify(names);
  return isFitting(whole) ? whole : mostThatFits((limit) => JSON.stringify(names.slice(0, limit))) ?? "[]";
}
var NO_OUTPUTS = {
  component: "",
  environment: "",
  version: "",
  "previous-version": "",
  sha: "",
  changed: "false",
  keys: "[]",
  "requires-rebuild": "false",
  verdict: "",
  "rolled-back": "",
  drift: "",
  findings: "",
  "issue-url": ""
};
function runOutputs(report) {
  const took = [...report.deployed, ...report.deleted];
  const part = took.length === 1 ? took[0] : void 0;
  const only = part !== void 0 && "commit" in part ? part : void 0;
  return {
    result: runResultOf(report),
    outputs: {
      ...NO_OUTPUTS,
      component: part?.component ?? "",
      environment: part?.environment ?? "",
      version: part?.version ?? "",
      "previous-version": only?.previousVersion ?? "",
      sha: only?.commit ?? "",
      changed: String(report.changed),
      keys: keysWritten(report),
      "requires-rebuild": String(report.requiresRebuild),
      verdict: report.verdict ?? "",
      "rolled-back": report.command === "rollback" ? String(report.rolledBack) : "",
      "issue-url": report.issues[0]?.url ?? ""
    }
  };
}

// src/action/reconcile-summary.ts
var MAX_LOGGED = 50;
var MEANING = {
  missing: "nothing is stored",
  edited: "stored by somebody else",
  stale: "not what the tags ask for now",
  orphan: "its tag is gone",
  foreign: "belongs to another repository",
  held: "held back by a gate",
  expired: "not kept by `retention`"
};
function reconcileSummary(report, context) {
  const lines = [`## ${headline2(report)}`, ""];
  if (report.namespaces.length > 0) {
    const rows = report.namespaces.map(({ id, environments, wanted, owned, counts }) => [
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(id),
      environments.map(_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY).join(", ") || "–",
      String(wanted),
      String(owned),
      (0,_chunk_GBDVTR6J_js__WEBPACK_IMPORTED_MODULE_1__/* .countsText */ .WN)(counts) || "no drift"
    ]);
    lines.push(...(0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(["Namespace", "Environments", "Keys wanted", "Keys of ours", "Found"], rows), "");
  }
  if (report.found.length > 0) {
    const rows = report.found.map(({ key, finding, expected, stored, namespace }) => [
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(key),
      `**${finding}**: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .prose */ .CS)(MEANING[finding])}`,
      expected === void 0 ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(expected),
      stored === void 0 ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(stored),
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(namespace)
    ]);
    lines.push(...(0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(["Key", "Found", "Ought to be", "Is", "Namespace"], rows), "");
  }
  if (report.rebuild.length > 0) {
    const rows = report.rebuild.map(({ argv, durationMs }) => [
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(argv.join(" ")),
      durationMs === void 0 ? "not run" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(durationMs)
    ]);
    lines.push(...(0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(["Rebuild", "Took"], rows), "");
  }
  lines.push(
    ...report.reason === void 0 ? [] : [`Reason: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)(report.reason.replace(/\s+/g, " "))}`, ""],
    ...report.failures.map((error) => (0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .failureLine */ .Pu)(error, context)),
    ...report.notices.map((notice) => (0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .noticeLine */ .Jn)(notice, context)),
    "",
    `By ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(context.actor || "unknown")} · ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(report.durationMs)}`
  );
  return (0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .joined */ .oR)(lines);
}
function reconcileLog(report) {
  const lines = report.found.filter(({ finding }) => _chunk_GBDVTR6J_js__WEBPACK_IMPORTED_MODULE_1__/* .DRIFTS */ .ts.some((drift) => drift === finding)).slice(0, MAX_LOGGED).map(({ key, finding, expected, stored }) => {
    const is = stored === void 0 || stored === expected ? "" : `, is ${stored}`;
    return `  ${finding}: ${key}${expected === void 0 ? "" : ` (${expected}${is})`}`;
  });
  const rest = report.drift - lines.length;
  return [
    ...lines,
    ...rest > 0 ? [`  … and ${rest} more.`] : [],
    `${headline2(report)}, in ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(report.durationMs)}.`
  ];
}
function headline2({ drift, dryRun, heal, written, removed, remaining }) {
  if (heal && dryRun) {
    return `Plan: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(written, "key")} would be written, ${removed} removed`;
  }
  const found = drift === 0 ? "KV is as the tags say" : `${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(drift, "key")} drifted`;
  if (!heal) {
    return found;
  }
  const left = remaining === 0 ? "" : `, ${remaining} left as they are`;
  return `${found}; ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(written, "key")} written, ${removed} removed${left}`;
}

// src/action/validate-summary.ts
var MAX_LOGGED2 = 1e3;
var MAX_ANNOTATIONS = 10;
var MAX_TEXT2 = 600;
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
  const { rows, left, codes } = (0,_chunk_SQI4XJVC_js__WEBPACK_IMPORTED_MODULE_2__/* .findingTable */ .ck)(report.findings, _chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .MAX_ROWS */ .pX);
  const lines = [`## ${headline3(report)}`, ""];
  if (rows.length > 0) {
    const head = ["", "Where", "What", "Instead"];
    const cells = rows.map((one) => [
      MARKS[one.severity],
      link2(one.file, one.range?.start, report, context),
      `**${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(one.code)}** ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .prose */ .CS)(shortened(one.message))}`,
      advice(one)
    ]);
    lines.push(...(0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(head, cells), "");
    if (left > 0) {
      lines.push(`… and ${left} more: ${codes.map((one) => `${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(one.code)} ${one.count}`).join(", ")} in all.`, "");
    }
  }
  if (report.impacts !== void 0 && report.impacts.length > 0) {
    lines.push("### What would change", "", ...impactTable(report.impacts, report, context), "");
  }
  lines.push(
    ...report.failures.map((error) => (0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .failureLine */ .Pu)(error, context)),
    ...report.notices.map(({ level, message }) => (0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .noticeLine */ .Jn)({ level, message: shortened(message) }, context)),
    "",
    [
      `By ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(context.actor || "unknown")}`,
      `${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(report.files, "file")} read`,
      ...report.suppressed === 0 ? [] : [`${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(report.suppressed, "finding")} suppressed`],
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(report.durationMs)
    ].join(" · ")
  );
  return (0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .joined */ .oR)(lines);
}
function advice({ suggestion, command }) {
  const edit = suggestion === void 0 ? "" : `Write ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(shortened(suggestion))}`;
  if (command === void 0) {
    return edit || "–";
  }
  return `${edit === "" ? "Run" : `${edit}<br>or run`} ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(shortened(command))}`;
}
function impactTable(impacts, report, context) {
  const rows = impacts.map(({ component, change, path, before, environments, mentions }) => [
    (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(component),
    CHANGES[change],
    [before, path].flatMap((one) => one === void 0 ? [] : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(shortened(one))).join(" → ") || "–",
    listed(
      environments,
      ({ environment, version }) => `${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(environment)} ${version === void 0 ? "runs it" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(version)}`
    ),
    listed(mentions, (mention) => link2(mention.file, mention, report, context))
  ]);
  return [
    ...(0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)(["Component", "Change", "File", "Runs now", "Referenced by"], rows),
    "",
    "What runs stays as it is until a version is tagged and promoted."
  ];
}
function listed(items, show) {
  const shown = items.slice(0, MAX_IN_CELL).map(show);
  const rest = items.length - shown.length;
  return [...shown, ...rest > 0 ? [`… and ${rest} more`] : []].join("<br>") || "–";
}
function link2(file, place, { commit }, { serverUrl, repository }) {
  const text = (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(shortened(file) + (place === void 0 ? "" : `:${place.line}:${place.column}`));
  if (commit === void 0 || file.length > MAX_TEXT2) {
    return text;
  }
  const path = file.toWellFormed().split("/").map(urlPart).join("/");
  return `[${text}](${serverUrl}/${repository}/blob/${commit}/${path}${place === void 0 ? "" : `#L${place.line}`})`;
}
function urlPart(text) {
  return encodeURIComponent(text).replace(/[()*'!]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}
function validateLog(report) {
  const lines = report.findings.slice(0, MAX_LOGGED2).map((one) => {
    const { start } = one.range ?? {};
    const place = start === void 0 ? one.file : `${one.file}:${start.line}:${start.column}`;
    return `${place} ${one.code} ${one.severity === "error" ? "" : `(${one.severity}) `}${messageOf(one)}`;
  });
  const rest = report.findings.length - lines.length;
  return [
    ...lines,
    ...rest > 0 ? [`… and ${rest} more.`] : [],
    `${headline3(report)}, in ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(report.durationMs)}.`
  ];
}
function messageOf({ message, suggestion, command }) {
  return [
    shortened(message),
    suggestion === void 0 ? "" : `Did you mean \`${shortened(suggestion)}\`?`,
    command === void 0 ? "" : `To mend it: \`${shortened(command)}\``
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
function headline3({ findings, scope }) {
  const { counts } = (0,_chunk_SQI4XJVC_js__WEBPACK_IMPORTED_MODULE_2__/* .findingTable */ .ck)(findings, 0);
  const parts = ["error", "warning", "notice"].filter((severity) => counts[severity] > 0).map((severity) => (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(counts[severity], severity));
  const where = scope === "changed" ? " in what changed" : "";
  return parts.length === 0 ? `Nothing found${where}` : `Found ${parts.join(", ")}${where}`;
}
function shortened(text) {
  return text.length <= MAX_TEXT2 ? text : `${text.slice(0, MAX_TEXT2)}…`;
}

// src/tell.ts
async function tellRun(report, context, audience) {
  await tell(report, runLog(report), runOutputs(report), (0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .runSummary */ .KL)(report, context), audience);
}
async function tellGuard(report, context, audience) {
  await tell(report, guardLog(report), guardOutputs(report), guardSummary(report, context), audience);
}
async function tellReconcile(report, context, audience) {
  await tell(report, reconcileLog(report), reconcileOutputs(report), reconcileSummary(report, context), audience);
}
async function tellHistory(report, context, audience) {
  await tell(report, historyLog(report), historyOutputs(report), (0,_chunk_HQSL6DV7_js__WEBPACK_IMPORTED_MODULE_4__/* .historySummary */ .xE)(report, context), audience);
}
async function tellValidate(report, sarif, context, audience) {
  const shown = annotated(report);
  const rest = report.findings.length - shown.length;
  const more = rest === 0 ? [] : [`${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(rest, "more finding")} in the log and the summary: GitHub shows ten of a kind.`];
  await tell(
    report,
    [...validateLog(report), ...more],
    validateOutputs(report, sarif),
    validateSummary(report, context),
    audience
  );
  for (const one of shown) {
    audience.console.annotate(one.severity, messageOf(one), `Tagship: ${one.code}`, one.file, one.range);
  }
}
async function tell({ notices }, log, { result, outputs }, summary, { console, save }) {
  for (const line of log) {
    console.info(line);
  }
  for (const { level, message } of notices) {
    console[level](message);
  }
  const file = await save(console.secrets.hide(JSON.stringify(result))).catch((error) => {
    console.warning(
      `The file of the output \`result-file\` could not be written: ${(0,_chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_10__/* .toTagshipErrors */ .XF)(error).map(({ what: what2 }) => what2).join(" ")}`
    );
    return "";
  });
  console.outputs({ ...outputs, result: fitted(result), "result-file": file });
  await console.summary(summary);
}



/***/ })

};

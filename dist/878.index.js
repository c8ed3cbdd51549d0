export const id = 878;
export const ids = [878];
export const modules = {

/***/ 9774:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jn: () => (/* binding */ noticeLine),
/* harmony export */   KL: () => (/* binding */ runSummary),
/* harmony export */   Pu: () => (/* binding */ failureLine),
/* harmony export */   YO: () => (/* binding */ waveLog),
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

// src/action/waves.ts
var OUTCOMES = {
  passed: "passed",
  unchanged: "unchanged",
  stopped: "stopped",
  "rolled-back": "rolled back",
  waiting: "not reached"
};
function waveLog({ waves }) {
  return waves.map(({ environments, outcome, places }, at) => {
    const told = places.map((place) => `${place.component} ${stateText(place)} in ${place.environment}`);
    return `Wave ${at + 1} of ${waves.length} (${environments.join(", ")}): ${OUTCOMES[outcome]}. ${told.join("; ")}`.trim();
  });
}
function waveTable({ waves }) {
  const rows = waves.map(({ environments, outcome, places }, at) => [
    String(at + 1),
    environments.map(_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY).join(", "),
    OUTCOMES[outcome],
    places.map((place) => `${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(place.component)} in ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(place.environment)}: ${stateText(place, _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)}`).join("; ")
  ]);
  const reasons = waves.flatMap(
    ({ places }) => places.flatMap(
      (place) => place.verdict === void 0 ? [] : [`- ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(place.environment)}: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_2__/* .prose */ .CS)(place.why)}`]
    )
  );
  return rows.length === 0 ? [] : [...table(["Wave", "Environments", "Outcome", "What"], rows), "", ...reasons, ""];
}
function waveHeadline({ command, waves, dryRun }) {
  if (dryRun) {
    return `Would ${command === "rollback" ? "roll back a group" : "promote to a group"}`;
  }
  const back = waves.some(({ outcome }) => outcome === "rolled-back");
  if (back) {
    return command === "rollback" ? "The group was rolled back" : "The version was taken back from the group";
  }
  const done = waves.filter(({ outcome }) => outcome === "passed" || outcome === "unchanged").length;
  return command === "rollback" ? "Nothing of the group had to go back" : `${done} of ${waves.length} waves of the group have the version`;
}
function stateText({ state, version = "nothing", verdict, rolledBackTo, held }, show = (text) => text) {
  const said = verdict === void 0 ? "" : `, ${verdict}`;
  switch (state) {
    case "there":
      return `${show(version)} was there`;
    case "moved":
      return `${show(version)}, not watched: no gate`;
    case "watched":
      return `${show(version)}${said}`;
    case "failed":
      return `${show(version)}${said === "" ? ", unfinished" : said}`;
    case "waiting":
      return `${show(version)}, not reached`;
    case "left":
      return "not concerned";
    case "back": {
      const hold = held === void 0 ? "" : ", held";
      return `${show(version)}${said}, back to ${show(rolledBackTo ?? "nothing")}${hold}`;
    }
  }
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
  const title = report.waves.length > 0 ? waveHeadline(report) : headline(report);
  const lines = [`## ${title}`, "", ...waveTable(report)];
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

/***/ 7889:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ STANDINGS),
/* harmony export */   WN: () => (/* binding */ countsText),
/* harmony export */   hR: () => (/* binding */ compareStored),
/* harmony export */   r: () => (/* binding */ driftIn),
/* harmony export */   ts: () => (/* binding */ DRIFTS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6965);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/reconcile/drift.ts
var DRIFTS = ["missing", "edited", "stale", "orphan"];
var STANDINGS = ["foreign", "held", "expired"];
var MARKS = ["hold", "seq", "in-flight"];
function compareStored(expected, metadata, owners) {
  const owner = (0,_chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_1__/* .ownership */ .kG)(metadata, owners);
  if (owner !== "own") {
    return owner === "foreign" ? "foreign" : "edited";
  }
  const stored = { ...metadata };
  const mark = String(stored["managed-by"]).toLowerCase();
  if (mark !== (0,_chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_1__/* .ownerMark */ .$R)(owners[0] ?? "").toLowerCase()) {
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

/***/ 6965:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ ownerMark),
/* harmony export */   kG: () => (/* binding */ ownership),
/* harmony export */   tS: () => (/* binding */ fitMetadata)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9041);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5269);

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
  throw new _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP(
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

/***/ 2878:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   tellGuard: () => (/* binding */ tellGuard),
/* harmony export */   tellHistory: () => (/* binding */ tellHistory),
/* harmony export */   tellReconcile: () => (/* binding */ tellReconcile),
/* harmony export */   tellRun: () => (/* binding */ tellRun),
/* harmony export */   tellValidate: () => (/* binding */ tellValidate)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_SQI4XJVC_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3726);
/* harmony import */ var _chunk_C3QRAD5N_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7889);
/* harmony import */ var _chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7468);
/* harmony import */ var _chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3352);
/* harmony import */ var _chunk_KKHP2LDU_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6965);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9041);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9586);
/* harmony import */ var _chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(5269);
/* harmony import */ var _chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9774);
/* harmony import */ var _chunk_BSCWRUA3_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(8918);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);













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
    lines.push(...(0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(["Component", "Version", "Environment", "Verdict"], rows), "");
  }
  lines.push(
    ...report.issues.map(
      ({ component, environment, version, url }) => `- ${(0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .link */ .nf)("Post-mortem", url)} of ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(component)} ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(version)} in ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(environment)}`
    ),
    "",
    ...report.times === void 0 ? [] : [timesText(report.times), ""],
    ...report.reason === void 0 ? [] : [`Reason: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)(report.reason.replace(/\s+/g, " "))}`, ""],
    ...report.failures.map((error) => (0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .failureLine */ .Pu)(error, context)),
    ...report.notices.map((notice) => (0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .noticeLine */ .Jn)(notice, context)),
    "",
    `By ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(context.actor || "unknown")} · ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(report.durationMs)}`
  );
  return (0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .joined */ .oR)(lines);
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
  const [only2] = gates;
  if (only2 === void 0) {
    return "Nothing to watch";
  }
  if (gates.length === 1) {
    return what(only2, dryRun);
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
  kv: "The tag still names the other version; until a run can record it in the ledger, only KV remembers that it is held back."
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
  const charts = gate.policy.metrics.filter((metric) => (0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .isNotable */ ._r)(metric, gate.rows)).map((metric) => (0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .chart */ .bW)(metric, gate.rows));
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
  const shown = rows.slice(-_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .MAX_ROWS */ .pX);
  const left = rows.length - shown.length;
  return [
    ...left > 0 ? [`The first ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(left, "measurement")} of ${rows.length} are left out here.`, ""] : [],
    ...(0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(
      ["After", "Metric", "Measured", "Limit", "Outcome", "Evidence"],
      shown.map((row) => [
        (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(row.elapsed),
        (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(row.metric),
        (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)((0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .measuredText */ .AY)(row)),
        (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)(row.limit),
        (0,_chunk_GQ7MZJLB_js__WEBPACK_IMPORTED_MODULE_3__/* .outcomeText */ .EL)(row.outcome),
        (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .prose */ .CS)(row.evidence)
      ])
    )
  ];
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
    `Deployed at ${(0,_chunk_TK3TIYHJ_js__WEBPACK_IMPORTED_MODULE_4__/* .isoTime */ .L)(Math.floor(since / 1e3))}`,
    `watched for ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(endedAt - startedAt)}`,
    `initial delay ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(policy.initialDelayMs)}`,
    `interval ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(policy.intervalMs)}`,
    `bake ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(policy.bakeMs)}`,
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
  lines.push(...(0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .waveLog */ .YO)(report));
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
  const { command, verdict = null, waves } = report;
  return {
    ...fieldsOf(report),
    command,
    verdict,
    waves: waves.map(({ environments, outcome, places }) => ({
      environments: [...environments],
      outcome,
      places: places.map(({ version, verdict: said, rolledBackTo, held, ...place }) => ({
        ...place,
        version: version ?? null,
        verdict: said ?? null,
        "rolled-back-to": rolledBackTo ?? null,
        held: held !== void 0
      }))
    }))
  };
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
      measurements: gate.rows.map(
        ({ metric, at, elapsed, queries: queries2, value, counts, control, limit, evidence, outcome }) => ({
          metric,
          at: moment(at),
          "elapsed-ms": Math.round(elapsed),
          queries: [...queries2],
          value: value ?? null,
          errors: counts?.errors ?? null,
          total: counts?.total ?? null,
          samples: counts?.samples ?? null,
          "control-errors": control?.errors ?? null,
          "control-total": control?.total ?? null,
          limit,
          evidence,
          outcome
        })
      )
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
var OUTPUTS = {
  component: {
    description: "The component, as `prompts/extraction`; empty unless exactly one took part.",
    value: (report) => partOf(report).component ?? ""
  },
  environment: {
    description: "The environment; empty for a version tag, and unless exactly one component took part.",
    value: (report) => partOf(report).environment ?? ""
  },
  version: {
    description: "The version that is there now; empty unless exactly one component took part.",
    value: (report) => partOf(report).version ?? ""
  },
  "previous-version": {
    description: "The version that was there before; empty when it was the same or none.",
    value: (report) => partOf(report).previousVersion ?? ""
  },
  sha: {
    description: "The commit of the version; empty unless exactly one component took part.",
    value: (report) => partOf(report).commit ?? ""
  },
  changed: {
    description: "`true` when a tag moved, or something else, or nothing, was stored before; else `false`.",
    value: (report) => String("changed" in report && report.changed && !(isPlanned(report) && report.dryRun))
  },
  keys: {
    description: "JSON array of the KV keys that were written, as many as fit into 100 kB.",
    value: (report) => "keys" in report ? keysWritten(report) : "[]"
  },
  "requires-rebuild": {
    description: "`true` when a Worker has to be built again, after a tag under `logic/`.",
    value: (report) => String("requiresRebuild" in report && report.requiresRebuild)
  },
  verdict: {
    description: "guard, and promote of a group: `healthy`, `breached` or `inconclusive`, the worst of all; any command: `superseded` when somebody else moved a tag meanwhile and nothing was touched.",
    value: (report) => "verdict" in report && report.verdict || ""
  },
  "rolled-back": {
    description: "`true` when an environment went back to an earlier version.",
    value: (report) => report.command === "guard" || report.command === "rollback" || "waves" in report && report.waves.length > 0 ? String(report.rolledBack) : ""
  },
  drift: {
    description: "reconcile: how many keys were found to drift, before anything was repaired.",
    value: (report) => report.command === "reconcile" ? String(report.drift) : ""
  },
  findings: {
    description: "validate: how many findings there are, without suppressed ones.",
    value: (report) => report.command === "validate" ? String(report.findings.length) : ""
  },
  "issue-url": {
    description: "The post-mortem issue.",
    value: (report) => "issues" in report && report.issues[0]?.url || ""
  }
};
function isPlanned({ command }) {
  return command === "guard" || command === "reconcile";
}
function partOf(report) {
  switch (report.command) {
    case "reconcile":
    case "validate":
      return {};
    case "history":
      return only(report.state.lines) ?? {};
    case "guard": {
      const gate = only(report.gates);
      const version = gate?.rolledBackTo === void 0 || report.dryRun ? gate?.version : gate.rolledBackTo;
      if (gate === void 0 || version === gate.version) {
        return gate ?? {};
      }
      const deployed = report.deployed.find(({ component }) => component === gate.component);
      return { ...gate, version, previousVersion: gate.version, commit: deployed?.commit };
    }
    default:
      return commonOf([...report.deployed, ...report.deleted]);
  }
}
function commonOf(parts) {
  const the = (key) => only([...new Set(parts.flatMap((part) => part[key] ?? []))]);
  const [first] = parts;
  if (parts.length === 1 && first !== void 0) {
    return first;
  }
  return parts.some(({ component }) => component !== first?.component) ? {} : {
    component: first?.component,
    environment: the("environment"),
    version: the("version"),
    previousVersion: the("previousVersion"),
    commit: the("commit")
  };
}
function only(items) {
  return items.length === 1 ? items[0] : void 0;
}
function published(report, sarif) {
  const outputs = Object.fromEntries(Object.entries(OUTPUTS).map(([name, { value }]) => [name, value(report)]));
  return { result: resultOf(report, sarif), outputs };
}
function resultOf(report, sarif) {
  switch (report.command) {
    case "guard":
      return guardResultOf(report);
    case "reconcile":
      return reconcileResultOf(report);
    case "history":
      return historyResultOf(report);
    case "validate":
      return validateResultOf(report, sarif);
    default:
      return runResultOf(report);
  }
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
    counts: { ...(0,_chunk_SQI4XJVC_js__WEBPACK_IMPORTED_MODULE_1__/* .findingTable */ .ck)(report.findings, 0).counts },
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
function keysWritten({ dryRun, keys }) {
  const names = dryRun ? [] : [...new Set(keys.filter(({ role }) => role !== "removed").map(({ key }) => key))];
  const whole = JSON.stringify(names);
  return isFitting(whole) ? whole : mostThatFits((limit) => JSON.stringify(names.slice(0, limit))) ?? "[]";
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
      (0,_chunk_C3QRAD5N_js__WEBPACK_IMPORTED_MODULE_2__/* .countsText */ .WN)(counts) || "no drift"
    ]);
    lines.push(...(0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(["Namespace", "Environments", "Keys wanted", "Keys of ours", "Found"], rows), "");
  }
  if (report.found.length > 0) {
    const rows = report.found.map(({ key, finding, expected, stored, namespace }) => [
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(key),
      `**${finding}**: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .prose */ .CS)(MEANING[finding])}`,
      expected === void 0 ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(expected),
      stored === void 0 ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(stored),
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(namespace)
    ]);
    lines.push(...(0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(["Key", "Found", "Ought to be", "Is", "Namespace"], rows), "");
  }
  if (report.moves.length > 0) {
    const rows = report.moves.map(({ component, environment, version, previousVersion, why }) => [
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(component),
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(environment),
      previousVersion === void 0 ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(previousVersion),
      version === void 0 ? "–" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(version),
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .prose */ .CS)(why)
    ]);
    lines.push(...(0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(["Track", "Environment", "From", "To", "Why"], rows), "");
  }
  if (report.rebuild.length > 0) {
    const rows = report.rebuild.map(({ argv, durationMs }) => [
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(argv.join(" ")),
      durationMs === void 0 ? "not run" : (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(durationMs)
    ]);
    lines.push(...(0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(["Rebuild", "Took"], rows), "");
  }
  lines.push(
    ...report.reason === void 0 ? [] : [`Reason: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .plain */ .pj)(report.reason.replace(/\s+/g, " "))}`, ""],
    ...report.failures.map((error) => (0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .failureLine */ .Pu)(error, context)),
    ...report.notices.map((notice) => (0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .noticeLine */ .Jn)(notice, context)),
    "",
    `By ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(context.actor || "unknown")} · ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(report.durationMs)}`
  );
  return (0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .joined */ .oR)(lines);
}
function reconcileLog(report) {
  const lines = report.found.filter(({ finding }) => _chunk_C3QRAD5N_js__WEBPACK_IMPORTED_MODULE_2__/* .DRIFTS */ .ts.some((drift) => drift === finding)).slice(0, MAX_LOGGED).map(({ key, finding, expected, stored }) => {
    const is = stored === void 0 || stored === expected ? "" : `, is ${stored}`;
    return `  ${finding}: ${key}${expected === void 0 ? "" : ` (${expected}${is})`}`;
  });
  const rest = report.drift - lines.length;
  return [
    ...lines,
    ...rest > 0 ? [`  … and ${rest} more.`] : [],
    ...report.moves.map((one) => moveLine(one, report.dryRun)),
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
  const { rows, left, codes } = (0,_chunk_SQI4XJVC_js__WEBPACK_IMPORTED_MODULE_1__/* .findingTable */ .ck)(report.findings, _chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .MAX_ROWS */ .pX);
  const lines = [`## ${headline3(report)}`, ""];
  if (rows.length > 0) {
    const head = ["", "Where", "What", "Instead"];
    const cells = rows.map((one) => [
      MARKS[one.severity],
      link2(one.file, one.range?.start, report, context),
      `**${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(one.code)}** ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .prose */ .CS)(shortened(one.message))}`,
      advice(one)
    ]);
    lines.push(...(0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(head, cells), "");
    if (left > 0) {
      lines.push(`… and ${left} more: ${codes.map((one) => `${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(one.code)} ${one.count}`).join(", ")} in all.`, "");
    }
  }
  if (report.impacts !== void 0 && report.impacts.length > 0) {
    lines.push("### What would change", "", ...impactTable(report.impacts, report, context), "");
  }
  lines.push(
    ...report.failures.map((error) => (0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .failureLine */ .Pu)(error, context)),
    ...report.notices.map(({ level, message }) => (0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .noticeLine */ .Jn)({ level, message: shortened(message) }, context)),
    "",
    [
      `By ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(context.actor || "unknown")}`,
      `${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(report.files, "file")} read`,
      ...report.suppressed === 0 ? [] : [`${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(report.suppressed, "finding")} suppressed`],
      (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .duration */ .p0)(report.durationMs)
    ].join(" · ")
  );
  return (0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .joined */ .oR)(lines);
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
    ...(0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .table */ .tp)(["Component", "Change", "File", "Runs now", "Referenced by"], rows),
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
function headline3({ findings, scope }) {
  const { counts } = (0,_chunk_SQI4XJVC_js__WEBPACK_IMPORTED_MODULE_1__/* .findingTable */ .ck)(findings, 0);
  const parts = ["error", "warning", "notice"].filter((severity) => counts[severity] > 0).map((severity) => (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(counts[severity], severity));
  const where = scope === "changed" ? " in what changed" : "";
  return parts.length === 0 ? `Nothing found${where}` : `Found ${parts.join(", ")}${where}`;
}
function shortened(text) {
  return text.length <= MAX_TEXT2 ? text : `${text.slice(0, MAX_TEXT2)}…`;
}

// src/tell.ts
async function tellRun(report, context, audience) {
  await tell(report, runLog(report), published(report), (0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .runSummary */ .KL)(report, context), audience);
}
async function tellGuard(report, context, audience) {
  await tell(report, guardLog(report), published(report), guardSummary(report, context), audience);
}
async function tellReconcile(report, context, audience) {
  await tell(report, reconcileLog(report), published(report), reconcileSummary(report, context), audience);
}
async function tellHistory(report, context, audience) {
  await tell(report, historyLog(report), published(report), (0,_chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_9__/* .historySummary */ .xE)(report, context), audience);
}
async function tellValidate(report, sarif, context, audience) {
  const shown = annotated(report);
  const rest = report.findings.length - shown.length;
  const more = rest === 0 ? [] : [`${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(rest, "more finding")} in the log and the summary: GitHub shows ten of a kind.`];
  await tell(
    report,
    [...validateLog(report), ...more],
    published(report, sarif),
    validateSummary(report, context),
    audience
  );
  for (const one of shown) {
    audience.console.annotate(one.severity, messageOf(one), `Tagship: ${one.code}`, one.file, one.range);
  }
}
async function tell(report, log, { result, outputs }, summary, { console, save, hear }) {
  hear(report);
  for (const line of log) {
    console.info(line);
  }
  for (const { level, message } of report.notices) {
    console[level](message);
  }
  const file = await save(console.secrets.hide(JSON.stringify(result))).catch((error) => {
    console.warning(
      `The file of the output \`result-file\` could not be written: ${(0,_chunk_5TUQDIUF_js__WEBPACK_IMPORTED_MODULE_8__/* .toTagshipErrors */ .XF)(error).map(({ what: what2 }) => what2).join(" ")}`
    );
    return "";
  });
  console.outputs({ ...outputs, result: fitted(result), "result-file": file });
  await console.summary(summary);
}



/***/ })

};

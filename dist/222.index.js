export const id = 222;
export const ids = [222];
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

/***/ 222:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   failureSummary: () => (/* reexport safe */ _chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_1__.jg)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_4HTLPHZV_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9774);
/* harmony import */ var _chunk_BSCWRUA3_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8918);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);







/***/ })

};

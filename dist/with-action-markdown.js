export const id = 5036;
export const ids = [5036];
export const modules = {

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

/***/ 5036:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $5: () => (/* binding */ backSteps),
/* harmony export */   Hk: () => (/* binding */ READERS),
/* harmony export */   KL: () => (/* binding */ runSummary),
/* harmony export */   Mq: () => (/* binding */ postMortemLines),
/* harmony export */   W9: () => (/* binding */ againSteps),
/* harmony export */   YO: () => (/* binding */ waveLog),
/* harmony export */   Ze: () => (/* binding */ differenceLines),
/* harmony export */   a: () => (/* binding */ shortNamespace),
/* harmony export */   ch: () => (/* binding */ dispatchBlock),
/* harmony export */   cz: () => (/* binding */ rolloutLog),
/* harmony export */   jg: () => (/* binding */ failureSummary),
/* harmony export */   vM: () => (/* binding */ followSteps),
/* harmony export */   xE: () => (/* binding */ historySummary)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7895);
/* harmony import */ var _with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9865);
/* harmony import */ var _with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9572);
/* harmony import */ var _with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9577);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2591);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






// src/action/group-summary.ts
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
    environments.map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY).join(", "),
    OUTCOMES[outcome],
    places.map((place) => `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(place.component)} in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(place.environment)}: ${stateText(place, _with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)}`).join("; ")
  ]);
  const reasons = waves.flatMap(
    ({ places }) => places.flatMap(
      (place) => place.verdict === void 0 ? [] : [`- ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(place.environment)}: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .prose */ .CS)(place.why)}`]
    )
  );
  return rows.length === 0 ? [] : [...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Wave", "Environments", "Outcome", "What"], rows), "", ...reasons, ""];
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

// src/action/next-steps.ts
var READERS = "Readers may see the old value for a minute, plus the time of their own cache.";
function isNamed(...names) {
  return names.every((name) => /^[^\s\p{Cc}~^:?*[\\<>`]+$/u.test(name));
}
function dispatchBlock(workflow, fields, { serverUrl, repository }) {
  const { host } = new URL(serverUrl);
  const named = host === "github.com" ? repository : `${host}/${repository}`;
  const [run = "", ...words] = (0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_4__/* .dispatchWords */ .a)(workflow, fields);
  return (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .fenced */ .OF)([[`${run} --repo ${(0,_with_post_mortem_shell_js__WEBPACK_IMPORTED_MODULE_4__/* .shellQuote */ .Z)(named)}`, ...words].join(" \\\n  ")], "sh");
}
function backSteps(component, environment, place) {
  return isNamed(component, environment) ? ["If it goes wrong:", "", ...dispatchBlock("rollback.yml", { component, environment }, place), ""] : [];
}
function againSteps(component, environment, version, place) {
  const reason = "the questions of the post-mortem are answered";
  if (!isNamed(component, environment, version)) {
    return [];
  }
  return [
    `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(version)} is quarantined. Once the cause is found, and if it was not this version:`,
    "",
    ...dispatchBlock("promote.yml", { component, environment, version, override: "quarantine", reason }, place),
    ""
  ];
}
function followSteps(component, environment, version, place) {
  return isNamed(component, environment, version) ? [
    "Once the tag can be moved, let it follow:",
    "",
    ...dispatchBlock("promote.yml", { component, environment, version }, place),
    ""
  ] : [];
}
function shortNamespace(id) {
  return (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(/^[0-9a-f]{32}$/.test(id) ? `${id.slice(0, 8)}…` : id);
}
function agoOf(time, from) {
  const passed = Date.parse(from) - Date.parse(time ?? "");
  return Number.isFinite(passed) && passed >= 0 ? (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .period */ .iE)(passed) : void 0;
}

// src/action/rollout-summary.ts
function endText({ verdict, share, environment, steps: steps2 }, name) {
  const back = steps2.at(-1)?.gate?.rolledBackTo;
  if (verdict === "healthy") {
    return `is live for all users of ${name(environment)}`;
  }
  if (back !== void 0) {
    return `was taken back from all users of ${name(environment)}, which have ${name(back)}`;
  }
  return share === 0 ? `is given to no user of ${name(environment)}` : `is given to ${share} % of the users of ${name(environment)}`;
}
function rolloutHeadline(rollouts, dryRun) {
  const [only] = rollouts;
  if (only === void 0 || rollouts.length > 1) {
    const done = rollouts.filter(({ verdict }) => verdict === "healthy").length;
    return `${done} of ${rollouts.length} canaries went live`;
  }
  const { component, version, environment, planned } = only;
  const who = `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(version)}`;
  if (dryRun && planned.length === 0) {
    return `Would change: ${who} ${endText(only, _with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)}`;
  }
  return dryRun ? `Would give ${who} to ${planned.join(", ")} % of the users of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(environment)}, and then to all` : `${who} ${endText(only, _with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)}`;
}
function rowOf({ gate }) {
  return gate?.rows.findLast(({ counts, control }) => counts !== void 0 && control !== void 0);
}
function rates(step) {
  const { counts, control } = rowOf(step) ?? {};
  return [counts, control].map(
    (one) => one === void 0 || one.total === 0 ? "–" : `${(0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .percent */ .KN)((0,_with_gate_words_js__WEBPACK_IMPORTED_MODULE_3__/* .rateOf */ .MK)(one))} of ${Math.round(one.total)}`
  );
}
function rolloutSection(rollouts, failures) {
  return rollouts.flatMap((rollout) => {
    const { component, version, live, steps: steps2, why, planned } = rollout;
    const heading = rollouts.length === 1 ? [] : [`### ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(version)} ${endText(rollout, _with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)}`, ""];
    const rows = steps2.map((step) => [
      `${step.step} of ${planned.length}`,
      `${step.share} %`,
      ...rates(step),
      step.gate?.verdict ?? "not judged",
      step.gate === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .duration */ .p0)(step.gate.endedAt - step.gate.startedAt)
    ]);
    const chart = (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .rolloutChart */ .O3)(steps2.map(({ share, gate }) => ({ share, rows: gate?.rows ?? [] })));
    return [
      ...heading,
      ...why === "" || (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .isSaidBy */ .Xp)(failures, why) ? [] : [(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .prose */ .CS)(why), ""],
      ...chart.length === 0 ? [] : [...chart, ""],
      ...rows.length === 0 ? [] : (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(
        ["Step", "Users", `Failed of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(version)}`, `Failed of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(live ?? "–")}`, "Verdict", "Watched"],
        rows
      ),
      ""
    ];
  });
}
function rolloutSteps(rollout, place) {
  const { component, environment, version, verdict, steps: steps2 } = rollout;
  if (steps2.at(-1)?.gate?.rolledBackTo !== void 0) {
    return againSteps(component, environment, version, place);
  }
  return verdict === "healthy" ? backSteps(component, environment, place) : [];
}
function rolloutLog(rollouts) {
  return rollouts.flatMap((rollout) => {
    const { component, version, planned, steps: steps2 } = rollout;
    return [
      ...steps2.map((step) => {
        const [canary, live] = rates(step);
        return `Step ${step.step} of ${planned.length}, ${component} ${version} for ${step.share} %: ${step.gate?.verdict ?? "not judged"}; failed ${canary}, of what is live ${live}`;
      }),
      `${component} ${version} ${endText(rollout, (text) => text)}.`
    ];
  });
}

// src/action/summary.ts
var ROLE = {
  environment: "environment",
  version: "pinned version",
  latest: "latest",
  versions: "list of versions",
  share: "share of a canary",
  index: "index",
  removed: "removed"
};
function runSummary(report, context) {
  const { rollouts = [], waves } = report;
  const title = rollouts.length > 0 ? rolloutHeadline(rollouts, report.dryRun) : waves.length > 0 ? waveHeadline(report) : headline(report);
  const lines = [
    `## ${title}`,
    "",
    ...report.failures.map((error) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .failureLine */ .Pu)(error, context)),
    "",
    ...sourceLines(report),
    ...rolloutSection(rollouts, report.failures),
    ...waveTable(report),
    ...report.changed && report.keys.length > 0 && !report.dryRun ? [READERS, ""] : [],
    ...report.dryRun ? ["Nothing was written: this is a dry run.", ""] : [],
    ...postMortemLines(report.issues),
    ...steps(report, context),
    ...componentTable(report, context),
    ...report.issues.flatMap(differenceLines),
    ...keyTable(report)
  ];
  for (const { component, environment, version, left } of report.deleted) {
    const name = `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(environment ?? version ?? "")}`;
    lines.push(
      left.length === 0 ? `The tag of ${name} was deleted.` : `The tag of ${name} was deleted; its keys stay in KV (\`on-delete: report\`): ${left.map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY).join(", ")}.`,
      ""
    );
  }
  if (report.requiresRebuild && report.rebuild.length === 0) {
    lines.push("A Worker has to be built again; the configuration names no commands for it under `logic.rebuild`.", "");
  }
  if (report.rebuild.length > 0) {
    const rows = report.rebuild.map(({ argv, durationMs }) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(argv.join(" ")),
      durationMs === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .duration */ .p0)(durationMs)
    ]);
    lines.push(...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Command", "Time"], rows), "");
  }
  if (report.reason !== void 0) {
    lines.push(`Reason: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(report.reason.replace(/\s+/g, " "))}`, "");
  }
  lines.push(...report.notices.map((notice) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .noticeLine */ .Jn)(notice, context)), "");
  lines.push(
    [
      `By ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(context.actor || "unknown")}`,
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .duration */ .p0)(report.durationMs),
      report.rounds > 1 ? `tags moved meanwhile: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(report.rounds, "round")}` : ""
    ].filter((part) => part !== "").join(" · ")
  );
  return (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(lines);
}
function sourceLines({ restored }) {
  return restored === void 0 ? [] : [`Source: ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(restored.from)} as it was at ${restored.at}.`, ""];
}
function componentTable(report, context) {
  const left = new Map(report.moves.map((move) => [`${move.environment} ${move.component}`, move]));
  const rows = report.deployed.map((one) => {
    const key = `${one.environment} ${one.component}`;
    const move = left.get(key);
    left.delete(key);
    const before = move?.previousVersion ?? one.previousVersion;
    return [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.component),
      one.environment === void 0 ? "version key" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.environment),
      before === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(before),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.version),
      whyOf(move),
      `[${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.commit.slice(0, 7))}](${context.serverUrl}/${context.repository}/commit/${one.commit})`,
      difference(one, context)
    ];
  });
  for (const move of left.values()) {
    const { component, environment, previousVersion, version } = move;
    rows.push([
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(component),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(environment),
      previousVersion === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(previousVersion),
      version === void 0 ? "removed" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(version),
      whyOf(move),
      "–",
      "–"
    ]);
  }
  if (rows.length === 0) {
    return [];
  }
  const head = ["Component", "Where", "From", "To", "Why", "Commit", "Difference"];
  const shown = report.moves.length > 0 ? head : head.filter((name) => name !== "Why");
  const cells = rows.map((row) => row.filter((_, i) => shown.includes(head[i] ?? "")));
  return [...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(shown, cells), ""];
}
function whyOf(move) {
  return move === void 0 ? "–" : [
    (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .prose */ .CS)(move.why),
    ...move.overridden.length === 0 ? [] : [`passed over: ${move.overridden.map(_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY).join(", ")}`],
    ...move.quarantined === void 0 ? [] : [`${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(move.quarantined)} is quarantined`]
  ].join("; ");
}
function keyTable({ keys, dryRun }) {
  if (keys.length === 0) {
    return [];
  }
  const several = new Set(keys.map(({ namespace }) => namespace)).size > 1;
  const rows = keys.map(({ key, role, bytes, differed, namespace }) => [
    (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(key),
    ROLE[role],
    role === "removed" ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .size */ .Ej)(bytes),
    differed ? "yes" : "no",
    ...several ? [shortNamespace(namespace)] : []
  ]);
  return [
    "<details>",
    `<summary>${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(keys.length, "key")} ${dryRun ? "would be written" : "written"}</summary>`,
    "",
    ...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Key", "What", "Bytes", "Changed", ...several ? ["Namespace"] : []], rows),
    "",
    "</details>",
    ""
  ];
}
function steps(report, context) {
  const { command, dryRun, changed, deployed, moves, issues, rollouts = [] } = report;
  if (dryRun) {
    return [];
  }
  const [rollout] = rollouts;
  if (rollout !== void 0) {
    return rollouts.length > 1 ? [] : rolloutSteps(rollout, context);
  }
  const [only, ...others] = deployed;
  if (only?.environment === void 0 || others.length > 0) {
    return [];
  }
  const { component, environment } = only;
  if (command === "rollback") {
    const left = moves.find((move) => move.component === component)?.quarantined ?? issues.find((issue) => issue.component === component)?.version;
    return left === void 0 ? [] : againSteps(component, environment, left, context);
  }
  return changed && only.previousVersion !== void 0 ? backSteps(component, environment, context) : [];
}
function postMortemLines(issues) {
  return issues.slice(0, _with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .MAX_ROWS */ .pX).flatMap(({ component, environment, version, url }) => [
    `- ${(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .link */ .nf)("Post-mortem", url)} of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(version)} in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(environment)}`
  ]).concat(issues.length === 0 ? [] : [""]);
}
function differenceLines({ version, difference: lines = [] }) {
  return lines.length === 0 ? [] : [`What ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(version)} had changed:`, "", ...lines, ""];
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
    return `${report.dryRun ? "Would rebuild" : "Rebuilt"} for ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(only.component)} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(only.version)} in ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(only.environment ?? "")}`;
  }
  if (report.command !== "deploy" && report.moves.length === 0) {
    return `${STAYED[report.command]}${report.changed ? ", and KV was brought to it" : ""}`;
  }
  return moved(report, verb, only);
}
function moved(report, verb, only) {
  const unchanged = report.changed ? "" : " (nothing changed)";
  const goesBack = report.command === "rollback" || report.command === "restore";
  const where = only.environment === void 0 ? "" : ` ${goesBack ? "in" : "to"} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(only.environment)}`;
  if (report.deployed.length === 1) {
    const before = report.moves[0]?.previousVersion ?? only.previousVersion;
    const was = before === void 0 ? "" : ` (from ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(before)})`;
    return `${verb} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(only.component)}${goesBack ? " to" : ""} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(only.version)}${where}${was}${unchanged}`;
  }
  return `${verb} ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .count */ .U9)(report.deployed.length, "component")}${where}${unchanged}`;
}
function difference(one, { serverUrl, repository }) {
  return one.previousCommit === void 0 || one.previousCommit === one.commit ? "–" : `[compare](${serverUrl}/${repository}/compare/${one.previousCommit}...${one.commit})`;
}
function shareText({ share, of }) {
  return share === void 0 || of === void 0 ? "" : ` for ${share} % of ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(of)}`;
}
function sinceOf(since, at) {
  const period2 = agoOf(since, at);
  return period2 === void 0 ? since ?? "unknown" : `${since}, for ${period2}`;
}
function earlier(time, at) {
  const period2 = agoOf(time, at);
  return period2 === void 0 ? time : `${time}, ${period2} earlier`;
}
function historySummary(report, context) {
  const run = (address) => (0,_with_gate_chart_js__WEBPACK_IMPORTED_MODULE_2__/* .runLink */ .ut)(address ?? void 0, context) ?? "–";
  const lines = [`## What ran at ${report.state.at}`, ""];
  if (report.state.lines.length === 0) {
    lines.push("Nothing, as far as the ledger knows.", "");
  } else {
    const rows = report.state.lines.map((one) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.environment),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.component),
      one.version === void 0 ? "unknown" : `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.version)}${shareText(one)}`,
      sinceOf(one.since, report.state.at),
      one.status,
      one.actor === null ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.actor),
      one.reason === null ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(one.reason.replace(/\s+/g, " ")),
      run(one.run)
    ]);
    lines.push(...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Environment", "Component", "Version", "Since", "Status", "By", "Why", "Run"], rows), "");
  }
  if (report.changes !== void 0) {
    lines.push("### What changed in the range", "");
    const rows = report.changes.map(({ environment, component, from, to }) => [
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(environment),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(component),
      from === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(from),
      to === void 0 ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(to)
    ]);
    lines.push(...rows.length === 0 ? ["Nothing."] : (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["Environment", "Component", "From", "To"], rows), "");
  }
  if (report.moves.length > 0) {
    lines.push("### Moves, the latest first", "");
    const rows = report.moves.map((one) => [
      earlier(one.at, report.state.at),
      one.event === "moved" ? one.move : one.event,
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.environment),
      (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.component),
      one.version === null ? "–" : `${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.version)}${shareText(one)}`,
      one.previous === null ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.previous),
      one.actor === null ? "–" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(one.actor),
      [one.reason === null ? "" : (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .plain */ .pj)(one.reason), ...one.override.map((name) => `override ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(name)}`)].join(" ").trim() || "–",
      run(one.run)
    ]);
    lines.push(
      ...(0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .table */ .tp)(["When", "What", "Environment", "Component", "Version", "Before", "By", "Why", "Run"], rows),
      ""
    );
  }
  lines.push(
    ...report.notices.map((notice) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .noticeLine */ .Jn)(notice, context)),
    "",
    report.ledger === void 0 ? "" : `Ledger ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(report.ledger.ref)}, number ${report.ledger.seq} (${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_5__/* .code */ .aY)(report.ledger.commit.slice(0, 12))})`
  );
  return (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .joined */ .oR)(lines);
}
function failureSummary(errors, context) {
  return ["## Tagship failed", "", ...errors.map((error) => (0,_with_action_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .failureLine */ .Pu)(error, context)), ""].join("\n");
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

/***/ 9577:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ shellQuote),
/* harmony export */   a: () => (/* binding */ dispatchWords)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/post-mortem/shell.ts
function dispatchWords(workflow, fields) {
  return [
    `gh workflow run ${workflow}`,
    ...Object.entries(fields).map(([name, value]) => `--raw-field ${shellQuote(`${name}=${value}`)}`)
  ];
}
function shellQuote(text) {
  if (/^[\w./:=+,][\w./:=@%+,-]*$/.test(text)) {
    return text;
  }
  const parts = text.split(HIDDEN).map((part, i) => i % 2 === 1 ? written(part) : quoted(part));
  return parts.join("") || "''";
}
var HIDDEN = /((?:(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800])+)/u;
function quoted(part) {
  return part === "" ? "" : `'${part.replaceAll("'", "'\\''")}'`;
}
function written(part) {
  const octal = [...new TextEncoder().encode(part)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`);
  return `"$(printf '${octal.join("")}')"`;
}




/***/ })

};

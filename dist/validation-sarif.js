export const id = 1341;
export const ids = [1341];
export const modules = {

/***/ 1341:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sarifOf: () => (/* binding */ sarifOf)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_validation_severity_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3450);
/* harmony import */ var _with_validation_order_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3673);
/* harmony import */ var _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2348);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2591);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3667);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7598);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);






// src/domain/validation/sarif.ts


// src/domain/validation/rules.ts
var RULES = {
  "unregistered-component": {
    name: "UnregisteredComponent",
    title: "A reference names a component that is not registered.",
    help: "At runtime the component is not found. Correct the name, or register the component: in a committed .edgit/components.json, else by a version tag or a file."
  },
  "missing-file": {
    name: "MissingFile",
    title: "A component is registered, but its file is missing.",
    help: "No new version of it can be deployed from this tree. Restore the file, correct its path in .edgit/components.json, or remove the entry and its references."
  },
  "unknown-version": {
    name: "UnknownVersion",
    title: "A reference names a version that has no tag.",
    help: "At runtime the version is not found. Name one that exists, or tag the commit that has its content."
  },
  "unsatisfied-range": {
    name: "UnsatisfiedRange",
    title: "No version satisfies the range of a reference.",
    help: "As in npm, pre-releases count only if the range names one. Widen the range, or tag a version in it."
  },
  "unknown-environment": {
    name: "UnknownEnvironment",
    title: "A reference names an environment that has no tag of the component.",
    help: "At runtime nothing is found there. Name an environment that runs the component, or promote a version to that environment."
  },
  "missing-key": {
    name: "MissingKey",
    title: "The KV namespace of an environment lacks the key of a reference.",
    help: "The tags need it. KV answers may be a minute old; if it stays missing, run reconcile with heal."
  },
  cycle: {
    name: "Cycle",
    title: "Components reference each other in a circle.",
    help: "Loading them one after the other never ends. Remove one of the references on the path."
  },
  "duplicate-registration": {
    name: "DuplicateRegistration",
    title: "The registry has the same component or file twice.",
    help: "Only one of the entries counts, and tools differ in which. Remove the other."
  },
  "registry-invalid": {
    name: "RegistryInvalid",
    title: "The registry, or an entry of it, cannot be read.",
    help: "A commit with such a registry cannot be deployed. An entry needs a path and a type, both texts."
  },
  "registry-type": {
    name: "RegistryType",
    title: "An entry of the registry has a type that does not fit its file.",
    help: "The type is part of the tag and of the key, so the component is found under neither. Correct the type, or move the file."
  },
  "version-moved": {
    name: "VersionMoved",
    title: "A version tag was moved.",
    help: "Caches and other environments still have the old content. Move the tag back and publish a new version."
  },
  "unparsable-file": {
    name: "UnparsableFile",
    title: "A file cannot be read, so its references are not checked.",
    help: "Correct its syntax, or exclude the file in the configuration."
  },
  "unused-suppression": {
    name: "UnusedSuppression",
    title: "A suppression hides nothing.",
    help: "The finding is gone, or the code does not exist. Remove it, or it may hide a later finding."
  }
};

// src/domain/validation/sarif.ts
var MAX_RESULTS = 25e3;
var LEVELS = { error: "error", warning: "warning", notice: "note" };
var PROBLEM_SEVERITIES = {
  error: "error",
  warning: "warning",
  notice: "recommendation"
};
function sarifOf(findings, options) {
  const told = (0,_with_validation_order_js__WEBPACK_IMPORTED_MODULE_2__/* .inOrder */ .al)(findings).slice(0, MAX_RESULTS);
  const left = findings.length - told.length;
  const prints = fingerprints(told);
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Tagship",
            version: options.version,
            informationUri: options.informationUri,
            rules: _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .FINDING_CODES */ .f.map((code) => ruleOf(code, options.helpUri(code)))
          }
        },
        automationDetails: { id: "tagship/validate/" },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the repository." } } },
        ...left === 0 ? {} : { invocations: [cutInvocation(left)] },
        results: told.map((finding, index) => resultOf(finding, prints[index] ?? ""))
      }
    ]
  };
}
function cutInvocation(left) {
  const text = `${left} more findings are not in this file: GitHub takes no more than ${MAX_RESULTS}.`;
  return { executionSuccessful: true, toolExecutionNotifications: [{ level: "warning", message: { text } }] };
}
function ruleOf(code, helpUri) {
  const { name, title, help } = RULES[code];
  const severity = _with_validation_severity_js__WEBPACK_IMPORTED_MODULE_1__/* .DEFAULT_SEVERITIES */ .ER[code];
  return {
    id: code,
    name,
    shortDescription: { text: title },
    fullDescription: { text: `${title} ${help}` },
    help: { text: `${help} See ${helpUri}`, markdown: `${help} [More about \`${code}\`](${helpUri})` },
    helpUri,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ["components", "references"], "problem.severity": PROBLEM_SEVERITIES[severity] }
  };
}
function resultOf(finding, print) {
  const { code, severity, range, suggestion, command } = finding;
  const artifactLocation = { uri: uriOf(finding.file), uriBaseId: "%SRCROOT%" };
  const advice = [
    suggestion === void 0 ? "" : ` Did you mean \`${suggestion}\`?`,
    command === void 0 ? "" : ` To fix it: \`${command}\``
  ];
  return {
    ruleId: code,
    ruleIndex: _with_validation_finding_js__WEBPACK_IMPORTED_MODULE_3__/* .FINDING_CODES */ .f.indexOf(code),
    level: LEVELS[severity],
    message: { text: safeText(finding.message + advice.join("")) },
    // GitHub shows only what has a line, so what is about the whole file stands at its first.
    locations: [
      { physicalLocation: { artifactLocation, region: range === void 0 ? { startLine: 1 } : regionOf(range) } }
    ],
    partialFingerprints: { primaryLocationLineHash: print },
    ...suggestion === void 0 || range === void 0 ? {} : { fixes: [fixOf(artifactLocation, range, suggestion)] }
  };
}
function fixOf(artifactLocation, range, suggestion) {
  return {
    description: { text: safeText(`Write \`${suggestion}\` instead.`) },
    artifactChanges: [
      {
        artifactLocation,
        replacements: [{ deletedRegion: regionOf(range), insertedContent: { text: suggestion } }]
      }
    ]
  };
}
function regionOf({ start, end }) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    // The first column that is not part of it, as ranges have it.
    endColumn: end.column
  };
}
function safeText(text) {
  return (0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_4__/* .printable */ .g$)(text).replaceAll("](", "]​(").replace(/\{(?=\d)/g, "{​");
}
function uriOf(file) {
  return file.toWellFormed().split("/").map(encodeURIComponent).join("/");
}
function fingerprints(findings) {
  const seen = /* @__PURE__ */ new Map();
  return findings.map(({ code, file, subject, message }) => {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_6__.createHash)("sha256").update(JSON.stringify([code, file, subject ?? message])).digest("hex").slice(0, 16);
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    return `${hash}:${nth}`;
  });
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




/***/ }),

/***/ 3450:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ER: () => (/* binding */ DEFAULT_SEVERITIES),
/* harmony export */   gk: () => (/* binding */ finding),
/* harmony export */   sC: () => (/* binding */ withSeverities)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/validation/severity.ts
var DEFAULT_SEVERITIES = {
  "unregistered-component": "error",
  "missing-file": "error",
  "unknown-version": "error",
  "unsatisfied-range": "error",
  "unknown-environment": "error",
  // KV answers reads that are a minute old, and the next reconcile repairs it: nothing in the tree is wrong.
  "missing-key": "warning",
  cycle: "error",
  "duplicate-registration": "error",
  "registry-invalid": "error",
  "registry-type": "error",
  "version-moved": "error",
  "unparsable-file": "warning",
  "unused-suppression": "warning"
};
function finding(code, details) {
  return { suggestion: void 0, command: void 0, ...details, code, severity: DEFAULT_SEVERITIES[code] };
}
function withSeverities(findings, overrides) {
  return findings.flatMap((one) => {
    const severity = overrides[one.code] ?? one.severity;
    return severity === "off" ? [] : [severity === one.severity ? one : { ...one, severity }];
  });
}




/***/ })

};

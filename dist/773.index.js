export const id = 773;
export const ids = [773];
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

/***/ 6962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $I: () => (/* binding */ OCCASIONS),
/* harmony export */   AM: () => (/* binding */ notificationBody),
/* harmony export */   fK: () => (/* binding */ NOTIFY_FORMATS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(359);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


// src/domain/notification.ts
var OCCASIONS = ["rollback", "breach", "hold", "drift", "failure"];
var MAX_TEXT = 1200;
var MAX_TITLE = 200;
var BODIES = {
  slack: ({ title, text, link }) => ({
    // Shown where blocks are not: `<!channel>` and links need these three characters.
    text: title.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
    unfurl_links: false,
    blocks: [
      { type: "header", text: { type: "plain_text", text: title.slice(0, 150), emoji: false } },
      { type: "section", text: { type: "plain_text", text, emoji: false } },
      ...link === void 0 ? [] : [{ type: "section", text: { type: "mrkdwn", text: `<${link.replaceAll("&", "&amp;")}|Look>` } }]
    ]
  }),
  teams: ({ title, text, link }) => ({
    type: "message",
    attachments: [
      {
        contentType: "application/vnd.microsoft.card.adaptive",
        content: {
          type: "AdaptiveCard",
          version: "1.4",
          // Text runs know no markup, unlike text blocks.
          body: [title, text].map((line, i) => ({
            type: "RichTextBlock",
            inlines: [{ type: "TextRun", text: line, weight: i === 0 ? "bolder" : "default" }]
          })),
          actions: link === void 0 ? [] : [{ type: "Action.OpenUrl", title: "Look", url: link }]
        }
      }
    ]
  }),
  discord: ({ title, text, link }) => ({
    content: [`**${withoutMarkup(title)}**`, withoutMarkup(text), ...link === void 0 ? [] : [`<${link}>`]].join(
      "\n"
    ),
    allowed_mentions: { parse: [] }
  }),
  json: ({ occasions, title, text, link }) => ({ schema: 1, occasions, title, text, link: link ?? null })
};
var NOTIFY_FORMATS = Object.keys(BODIES);
function notificationBody(format, happening) {
  const { link } = happening;
  return JSON.stringify(
    BODIES[format]({
      ...happening,
      title: clipped(happening.title, MAX_TITLE),
      text: clipped(happening.text, MAX_TEXT),
      link: link !== void 0 && /^https?:\/\/[^\s<>"|]+$/.test(link) ? link : void 0
    })
  );
}
function clipped(text, most) {
  const line = (0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_1__/* .printable */ .g$)(text.replaceAll("`", ""));
  return line.length <= most ? line : `${line.slice(0, most).toWellFormed()}…`;
}
function withoutMarkup(text) {
  return text.replace(/[\\*_~|>#`[\]()<:@-]/g, "\\$&");
}




/***/ }),

/***/ 773:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AR: () => (/* binding */ warnings),
/* harmony export */   BM: () => (/* binding */ USUAL_RULES),
/* harmony export */   Bi: () => (/* binding */ DEFAULT_CONFIG_PATH),
/* harmony export */   CW: () => (/* binding */ excludedNotices),
/* harmony export */   GF: () => (/* binding */ configRules),
/* harmony export */   Gc: () => (/* binding */ inertNotices),
/* harmony export */   Mu: () => (/* binding */ environmentsByVersion),
/* harmony export */   N7: () => (/* binding */ templatePattern),
/* harmony export */   O1: () => (/* binding */ contenders),
/* harmony export */   Pq: () => (/* binding */ exclusionError),
/* harmony export */   Qn: () => (/* binding */ configSchema),
/* harmony export */   Tc: () => (/* binding */ edgitComponent),
/* harmony export */   Z5: () => (/* binding */ isUnclear),
/* harmony export */   _I: () => (/* binding */ isTypeOf),
/* harmony export */   aA: () => (/* binding */ REGISTRY_PATH),
/* harmony export */   ah: () => (/* binding */ exclusionOf),
/* harmony export */   cl: () => (/* binding */ spellings),
/* harmony export */   d: () => (/* binding */ edgitBase),
/* harmony export */   eu: () => (/* binding */ literal2),
/* harmony export */   ex: () => (/* binding */ describeDeployed),
/* harmony export */   gM: () => (/* binding */ ledgerReport),
/* harmony export */   hF: () => (/* binding */ versionsKey),
/* harmony export */   hu: () => (/* binding */ groupTags),
/* harmony export */   j6: () => (/* binding */ keyReader),
/* harmony export */   kB: () => (/* binding */ renderKey),
/* harmony export */   ke: () => (/* binding */ heldAgain),
/* harmony export */   l5: () => (/* binding */ parseRegistry),
/* harmony export */   lr: () => (/* binding */ INDEX_KEY),
/* harmony export */   mO: () => (/* binding */ listedVersion),
/* harmony export */   mh: () => (/* binding */ nothingDone),
/* harmony export */   ox: () => (/* binding */ DEFAULT_LEDGER_REF),
/* harmony export */   p7: () => (/* binding */ environmentOf),
/* harmony export */   qd: () => (/* binding */ registryEntry),
/* harmony export */   rv: () => (/* binding */ describeDeleted),
/* harmony export */   s: () => (/* binding */ edgitBases),
/* harmony export */   sb: () => (/* binding */ defaultConfig),
/* harmony export */   w8: () => (/* binding */ tagRules),
/* harmony export */   x: () => (/* binding */ resolveVersion),
/* harmony export */   yU: () => (/* binding */ returnedFailure),
/* harmony export */   zW: () => (/* binding */ readTag)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_TAVTSRLK_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(727);
/* harmony import */ var _chunk_7KNJRQUJ_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5610);
/* harmony import */ var _chunk_XR563HSZ_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4273);
/* harmony import */ var _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9041);
/* harmony import */ var _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9586);
/* harmony import */ var _chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3853);
/* harmony import */ var _chunk_O4ZIG5DV_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(62);
/* harmony import */ var _chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(9108);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(1197);
/* harmony import */ var _chunk_RW3S7PS4_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(7475);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1947);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6127);
/* harmony import */ var _chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(6962);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(7477);
/* harmony import */ var _chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(359);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_17__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);


















// src/domain/registry.ts
var REGISTRY_PATH = ".edgit/components.json";
var schema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .object */ .Ik)({
  components: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .record */ .g1)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)(), (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .looseObject */ ._H)({ path: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)(), type: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)() }))
});
function parseRegistry(text) {
  let json;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { problem: `it is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { problem: `${issue?.path.join(".") || "its root"}: ${issue?.message ?? "unexpected shape"}` };
  }
  return new Map(
    Object.entries(parsed.data.components).map(([name, { path, type }]) => [
      name,
      { path: path.replace(/^(?:\.\/)+/, ""), type }
    ])
  );
}
function registryEntry(registry, type, name) {
  const entry = registry.get(name);
  if (entry === void 0) {
    return void 0;
  }
  return isTypeOf(type, entry.type) ? entry : void 0;
}
function isTypeOf(type, called) {
  return (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .pluralType */ .Jt)(called) === type || called === (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .singularType */ .Iz)(type);
}

// src/domain/tag-rules.ts
var USUAL_RULES = { ignores: () => false, names: () => false, areUsual: true };
function tagRules({ ignore, environments }) {
  const odd = Object.keys(environments).filter((name) => (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .meantVersion */ .YZ)(name) !== void 0);
  const ignored = ignore.map(_chunk_7KNJRQUJ_js__WEBPACK_IMPORTED_MODULE_2__/* .globMatcher */ .fU);
  return {
    ignores: (tag) => ignored.some((matches) => matches(tag)),
    names: (environment2) => odd.includes(environment2),
    areUsual: ignore.length === 0 && odd.length === 0
  };
}
function exclusionOf(tag, rules) {
  const parsed = (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .parseTag */ .ED)(tag);
  if (parsed.kind === "foreign") {
    return void 0;
  }
  if (rules.ignores(tag)) {
    return "ignored";
  }
  if (parsed.kind === "malformed") {
    return parsed.reason;
  }
  const { slot } = parsed;
  const looksOdd = slot.kind === "environment" && (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .meantVersion */ .YZ)(slot.environment) !== void 0;
  return looksOdd && !rules.names(slot.environment) ? "like-a-version" : void 0;
}
function exclusionError(tag, exclusion) {
  const slot = tag.slice(tag.lastIndexOf("/") + 1);
  switch (exclusion) {
    case "ignored":
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
        "tag-shape",
        `The tag \`${tag}\` is left alone by \`ignore\` in the configuration.`,
        "Name another tag, or take it out of `ignore` on the default branch."
      );
    case "too-short":
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
        "tag-shape",
        `The tag \`${tag}\` is not \`components/{type}/{name}/{slot}\`.`,
        "Name it like `components/prompts/extraction/v1.0.0` or `components/prompts/extraction/production`."
      );
    case "json-segment":
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
        "name-refused",
        `The tag \`${tag}\` names a component with a segment that ends in \`.json\`.`,
        "Name the component without the extension."
      );
    case "reserved-type":
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
        "name-refused",
        `The tag \`${tag}\` names a type that Tagship needs for itself: \`components\` and \`logic\` are what tags begin with.`,
        "Delete the tag and give the type another name."
      );
    case "reserved-environment":
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
        "environment-reserved",
        slot.includes("@") ? `The tag \`${tag}\` makes \`${slot}\` an environment, but an \`@\` parts name and environment in a key.` : `The tag \`${tag}\` makes \`${slot}\` an environment, but Tagship keeps something else under that name.`,
        "Delete the tag and give the environment another name."
      );
    case "like-a-version":
      return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
        "tag-shape",
        `The tag \`${tag}\` ends in \`${slot}\`, which looks like a version and is none.`,
        `Delete it and tag the commit as \`${tag.slice(0, -slot.length)}${(0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .meantVersion */ .YZ)(slot)}\`. If \`${slot}\` is an environment, name it under \`environments\` in the configuration on the default branch.`
      );
    case "unknown-type":
      return unknownType(tag);
  }
}
function unknownType(tag) {
  const [prefix = "", name = "", slot = ""] = tag.split("/");
  return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
    "component-unknown",
    `The tag \`${tag}\` does not name the type of \`${name}\`, and the registry \`${REGISTRY_PATH}\` at its commit does not know \`${name}\`.`,
    `Commit a registry that names it, or tag it as \`${prefix}/{type}/${name}/${slot}\`.`
  );
}

// src/domain/component-tags.ts
function readTag(ref, typeOf) {
  const parsed = (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .parseTag */ .ED)(ref.name);
  if (parsed.kind === "component") {
    const { prefix, type, name, slot } = parsed;
    return { component: { prefix, type, name }, slot, typed: true };
  }
  if (parsed.kind === "untyped") {
    const { prefix, name, slot } = parsed;
    const type = typeOf(ref.commit, name);
    return type === void 0 || type.includes("/") || (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .isReservedType */ .lw)(type) ? void 0 : { component: { prefix, type, name }, slot, typed: false };
  }
  return void 0;
}
function groupTags(refs, typeOf, rules) {
  const state = /* @__PURE__ */ new Map();
  const excluded = [];
  const untyped = [];
  for (const ref of refs) {
    const why = exclusionOf(ref.name, rules);
    const read = why === void 0 ? readTag(ref, typeOf) : void 0;
    if (read === void 0) {
      excluded.push({ name: ref.name, why: why ?? "unknown-type" });
    } else if (read.typed) {
      slotsOf(draftOf(state, read.component), read.slot).set((0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .slotName */ .M8)(read.slot), ref);
    } else {
      untyped.push({ ref, ...read });
    }
  }
  for (const { ref, component, slot } of untyped) {
    const draft = draftOf(state, component);
    const slots = slotsOf(draft, slot);
    const typed = slots.get((0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .slotName */ .M8)(slot));
    if (typed === void 0) {
      slots.set((0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .slotName */ .M8)(slot), ref);
    } else if (typed.commit !== ref.commit) {
      draft.shadowed.push(ref);
    }
  }
  return { tags: state, excluded };
}
function draftOf(state, component) {
  const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component);
  let draft = state.get(id);
  if (draft === void 0) {
    draft = { component, environments: /* @__PURE__ */ new Map(), versions: /* @__PURE__ */ new Map(), shadowed: [] };
    state.set(id, draft);
  }
  return draft;
}
function slotsOf(draft, slot) {
  return slot.kind === "version" ? draft.versions : draft.environments;
}
function environmentOf(ref) {
  return ref.name.slice(ref.name.lastIndexOf("/") + 1);
}
function resolveVersion(tags, ref, wrapped) {
  for (const name of wrapped) {
    const parsed = (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .parseTag */ .ED)(name);
    if ((parsed.kind === "component" || parsed.kind === "untyped") && parsed.prefix === tags.component.prefix && parsed.name === tags.component.name && (parsed.kind === "untyped" || parsed.type === tags.component.type) && parsed.slot.kind === "version") {
      return { version: parsed.slot.version, by: "tag" };
    }
  }
  const highest = (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .highestVersion */ .t)(versionsOn(tags, ref.commit));
  return highest === void 0 ? void 0 : { version: highest, by: "commit" };
}
function listedVersion(tags, ref) {
  if (ref.object === ref.commit) {
    return resolveVersion(tags, ref, []);
  }
  const candidates = versionsOn(tags, ref.commit);
  const same = candidates.find((version) => tags.versions.get(version)?.object === ref.object);
  if (same !== void 0) {
    return { version: same, by: "tag" };
  }
  const [only] = candidates;
  return candidates.length === 1 && only !== void 0 ? { version: only, by: "tag" } : "unknown";
}
function isUnclear(tags, ref) {
  return ref.object === ref.commit ? versionsOn(tags, ref.commit).length !== 1 : listedVersion(tags, ref) === "unknown";
}
function versionsOn(tags, commit) {
  return [...tags.versions].filter(([, ref]) => ref.commit === commit).map(([version]) => version);
}
function environmentsByVersion(tags) {
  const guess = (ref) => (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .highestVersion */ .t)(versionsOn(tags, ref.commit)) ?? "";
  return [...tags.environments.values()].map((ref) => ({ ref, version: guess(ref) })).sort(
    (a, b) => a.version === "" || b.version === "" ? a.version === "" ? 1 : -1 : (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .compareVersions */ .Zy)(b.version, a.version)
  ).map(({ ref }) => ref);
}

// src/domain/gate/metric-check.ts
function metricProblems(metric2) {
  const { headers = {} } = metric2;
  return [
    ...strangeKeys(metric2),
    ...(0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_8__/* .isCounts */ .pi)(metric2) ? countProblems(metric2) : valueProblems(metric2),
    ..._chunk_TAVTSRLK_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .x[metric2.provider].problems(metric2),
    ...controlProblems(metric2),
    ...(0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_8__/* .headerProblems */ ._W)(headers),
    ...(0,_chunk_RW3S7PS4_js__WEBPACK_IMPORTED_MODULE_10__/* .textsOf */ .CB)(metric2).flatMap(({ path, text }) => {
      const forbidden = (0,_chunk_RW3S7PS4_js__WEBPACK_IMPORTED_MODULE_10__/* .forbiddenVariable */ .AK)(text);
      const message = `\`\${${forbidden}}\` is never sent to a metric server; pass a secret of its own`;
      return forbidden === void 0 ? [] : [{ path, message }];
    })
  ];
}
function controlProblems(metric2) {
  const { control, before, provider } = metric2;
  const asked = control === void 0 ? [] : _chunk_TAVTSRLK_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .x[provider].problems({ ...metric2, ...control });
  const past = before === void 0 || _chunk_TAVTSRLK_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .x[provider].past(metric2);
  return [
    ...asked.filter(({ path: [key] }) => key === "errors" || key === "total").map(({ path, message }) => ({ path: ["control", ...path], message })),
    ...(0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(
      "before",
      past ? void 0 : "it asks about a past time, so the metric has to name `{since}` or `{now}`"
    )
  ];
}
function strangeKeys(metric2) {
  const own = Object.keys(_chunk_TAVTSRLK_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .x[metric2.provider].keys);
  const strange = Object.values(_chunk_TAVTSRLK_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .x).flatMap(({ keys }) => Object.keys(keys)).filter(
    (key) => !own.includes(key) && Object.entries(metric2).some(([name, value]) => name === key && value !== void 0)
  );
  const takes = own.map((key) => `\`${key}\``).join(", ");
  return [...new Set(strange)].flatMap(
    (key) => (0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(key, `\`provider: ${metric2.provider}\` takes none; it takes ${takes}`)
  );
}
function countProblems(metric2) {
  const { max } = metric2;
  const problems = ["errors", "total"].flatMap(
    (key) => (metric2[key] ?? "").trim() === "" ? (0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(key, "a metric of counts needs both `errors` and `total`") : []
  );
  if (max === void 0 || max <= 0 || max >= 1) {
    problems.push(...(0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("max", "expected the highest rate of failed requests, above 0 and below 1"));
  }
  for (const key of ["min", "failure-limit"]) {
    if (metric2[key] !== void 0) {
      problems.push(...(0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(key, "a metric of counts (`errors` and `total`) has no such limit; remove it"));
    }
  }
  return problems;
}
function valueProblems(metric2) {
  const { min, max } = metric2;
  const none = min === void 0 && max === void 0;
  const empty = min !== void 0 && max !== void 0 && min > max;
  return [
    ...(0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("max", none ? "a metric of a value needs `max`, `min` or both" : void 0),
    ...(0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)("min", empty ? `expected at most \`max\`, which is ${max}` : void 0),
    ...["min-samples", "control", "before"].flatMap(
      (key) => (0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_8__/* .problemAt */ .l4)(
        key,
        metric2[key] === void 0 ? void 0 : "only a metric of counts (`errors` and `total`) has it; remove it"
      )
    )
  ];
}

// src/domain/gate/schema.ts
var duration = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().regex(_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_9__/* .DURATION */ .f, { error: "expected a duration such as `90s`, `10m` or `100ms`", abort: true }).refine((text) => (0,_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_9__/* .parseDuration */ .E)(text) !== void 0, { error: "expected a duration of at most `24h`" }).meta({ description: "A duration: `90s`, `10m`, `100ms`." });
var positiveDuration = duration.refine((text) => (0,_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_9__/* .parseDuration */ .E)(text) !== 0, {
  error: "expected a duration of more than 0"
});
var fallback = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(["keep", "pass", "rollback"]);
var metric = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  name: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().regex(/^[^\s`][^`\n]{0,79}$/, "expected a name of at most 80 characters on one line"),
  provider: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(Object.keys(_chunk_TAVTSRLK_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .x)),
  ..._chunk_TAVTSRLK_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDER_KEYS */ .d,
  timeout: positiveDuration.optional(),
  max: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .number */ .ai)().optional(),
  min: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .number */ .ai)().optional(),
  "min-samples": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .int */ .Wh)().positive().optional(),
  "failure-limit": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .int */ .Wh)().nonnegative().optional(),
  observe: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .boolean */ .zM)().optional().meta({ description: "Told with every verdict, and never decides." }),
  control: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({ errors: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1), total: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1) }).optional().meta({ description: "The same two questions about what was not deployed: a rise of both is not the deploy." }),
  before: positiveDuration.optional().meta({
    description: "How long before the deploy the version before is asked about; its rate raises the limit."
  })
}).check(({ value, issues }) => {
  for (const { path, message } of metricProblems(value)) {
    issues.push({ code: "custom", path: [...path], message, input: value });
  }
}).meta({ description: "One metric of the gate." });
var gateSchema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  "initial-delay": duration.optional(),
  interval: positiveDuration.optional(),
  bake: duration.optional().meta({
    description: "The least time to watch before a version is healthy, counted from the first look."
  }),
  timeout: positiveDuration.optional(),
  count: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .int */ .Wh)().positive().optional(),
  "failure-limit": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .int */ .Wh)().nonnegative().optional(),
  "consecutive-error-limit": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .int */ .Wh)().positive().optional(),
  "on-breach": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(["rollback", "report"]).optional().meta({
    description: "After a breach: `report` fails the step and moves nothing."
  }),
  "on-no-data": fallback.optional(),
  "on-error": fallback.optional(),
  "on-inconclusive": fallback.optional(),
  metrics: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(metric).min(1)
}).check(({ value, issues }) => {
  const { bake, timeout, count: count2 = _chunk_O4ZIG5DV_js__WEBPACK_IMPORTED_MODULE_7__/* .GATE_DEFAULTS */ .hU.count } = value;
  if (bake !== void 0 && timeout !== void 0 && (0,_chunk_O4ZIG5DV_js__WEBPACK_IMPORTED_MODULE_7__/* .milliseconds */ .Rz)(bake, 0) > (0,_chunk_O4ZIG5DV_js__WEBPACK_IMPORTED_MODULE_7__/* .milliseconds */ .Rz)(timeout, 0)) {
    const message = `expected at most \`timeout\`, which is ${timeout}`;
    issues.push({ code: "custom", path: ["bake"], message, input: value });
  }
  const limits = [
    { path: ["failure-limit"], limit: value["failure-limit"] },
    ...value.metrics.map((one, at) => ({ path: ["metrics", at, "failure-limit"], limit: one["failure-limit"] }))
  ];
  for (const { path, limit } of limits) {
    if (limit !== void 0 && limit >= count2) {
      const message = `expected less than \`count\`, which is ${count2}`;
      issues.push({ code: "custom", path, message, input: value });
    }
  }
  const names = value.metrics.map(({ name }) => name);
  for (const [at, name] of names.entries()) {
    if (names.indexOf(name) !== at) {
      const message = `another metric of this gate is called \`${name}\` already`;
      issues.push({ code: "custom", path: ["metrics", at, "name"], message, input: value });
    }
  }
}).meta({ description: "What is watched after a deploy." });

// src/domain/key.ts
var INDEX_KEY = "component-versions";
var DEFAULT_LAYOUT = "{type}/{name}@{slot}";
var VERSIONS_LAYOUT = `{type}/{name}/${_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .VERSIONS_SLOT */ .zf}`;
var LAYOUT_PLACEHOLDERS = ["prefix", "type", "name", "slot"];
function layoutProblem(layout2) {
  const found = [...layout2.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
  const unknown = found.find((name) => !LAYOUT_PLACEHOLDERS.some((known) => known === name));
  if (unknown !== void 0) {
    return `has the unknown placeholder {${unknown}}`;
  }
  const missing = ["type", "name", "slot"].filter((name) => !found.includes(name));
  return missing.length === 0 ? void 0 : `lacks ${missing.map((name) => `{${name}}`).join(", ")}`;
}
function renderKey(layout2, component, slot) {
  const values = { ...component, slot };
  return checkedKey(layout2.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole));
}
function versionsKey(component) {
  return renderKey(VERSIONS_LAYOUT, component, _chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .VERSIONS_SLOT */ .zf);
}
function keyReader(layouts) {
  const all = [...layouts, VERSIONS_LAYOUT].map(partsOf);
  return (key) => {
    const found = [];
    for (const parts of all) {
      readings(parts, 0, key, 0, {}, ({ type = "", name = "", slot = _chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .VERSIONS_SLOT */ .zf }) => {
        if (!found.some(
          ({ component, slot: other }) => slot === other && type === component.type && name === component.name
        )) {
          found.push({ component: { prefix: "components", type, name }, slot });
        }
      });
    }
    return found;
  };
}
function partsOf(layout2) {
  return layout2.split(/(\{\w+\})/).filter((part) => part !== "").map((part) => /^\{\w+\}$/.test(part) ? { placeholder: part.slice(1, -1) } : { text: part });
}
function readings(parts, at, key, from, values, found) {
  const part = parts[at];
  if (part === void 0) {
    if (from === key.length) {
      found(values);
    }
    return;
  }
  const fixed = "text" in part ? part.text : values[part.placeholder];
  if (fixed !== void 0) {
    if (key.startsWith(fixed, from)) {
      readings(parts, at + 1, key, from + fixed.length, values, found);
    }
    return;
  }
  const placeholder = "placeholder" in part ? part.placeholder : "";
  const next = parts[at + 1];
  for (let end = endAfter(key, from, next); end !== -1; end = endAfter(key, end, next)) {
    const value = key.slice(from, end);
    if (isValue(placeholder, value)) {
      readings(parts, at + 1, key, end, { ...values, [placeholder]: value }, found);
    }
  }
}
function endAfter(key, from, next) {
  if (next === void 0) {
    return from < key.length ? key.length : -1;
  }
  return "text" in next ? key.indexOf(next.text, from + 1) : from + 1 < key.length ? from + 1 : -1;
}
function isValue(placeholder, value) {
  switch (placeholder) {
    case "prefix":
      return value === "components";
    case "type":
      return !value.includes("/") && !(0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .isReservedType */ .lw)(value);
    case "name":
      return !/^\/|\/\/|\/$|\.json(?:\/|$)/.test(value);
    default:
      return value === "latest" || !(/[/\s]/.test(value) || (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .isReservedEnvironment */ .As)(value));
  }
}
function checkedKey(key) {
  const bytes = (0,_chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_4__/* .byteLength */ .d)(key);
  if (bytes > _chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_4__/* .KV_LIMITS */ .f.key) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
      "key-too-long",
      `The KV key \`${key}\` has ${bytes} bytes; Workers KV takes ${_chunk_Q6LMCHIC_js__WEBPACK_IMPORTED_MODULE_4__/* .KV_LIMITS */ .f.key}.`,
      "Give the component or the environment a shorter name, or use a shorter layout under `keys`."
    );
  }
  return key;
}

// src/domain/edgit.ts
var import_picomatch = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_17__/* .__toESM */ .f1)((0,_chunk_7KNJRQUJ_js__WEBPACK_IMPORTED_MODULE_2__/* .require_picomatch */ .hE)(), 1);
var PATTERNS = [
  ["ensemble", ["ensembles/**/*.{ts,yaml,yml}", "**/*.ensemble.{ts,yaml,yml}"]],
  ["agent-definition", ["**/agent.{yaml,yml}", "**/*.agent.{yaml,yml}", "agents/**/*.ts"]],
  ["template", ["templates/**/*", "**/*.template.*", "**/*.{hbs,handlebars,mjml,liquid,mustache,ejs}", "**/template*"]],
  ["prompt", ["prompts/**/*", "**/*prompt*", "instructions/**/*"]],
  ["script", ["scripts/**/*.{js,ts,py,sh,bash}", "**/*.agent.{ts,js,py}", "**/*.script.*", "**/script*"]],
  ["query", ["queries/**/*", "sql/**/*", "database/**/*", "**/*.sql", "**/*.query.*", "**/query*", "**/schema*"]],
  [
    "config",
    ["configs/**/*", "config/**/*", "settings/**/*", "**/*.config.*", "**/*.{yaml,yml,json,toml,ini}", "**/config*"]
  ],
  ["schema", ["schemas/**/*", "schema/**/*", "**/*.schema.{json,yaml,yml}", "types/**/*.json", "validation/**/*"]],
  ["tool", ["tools/**/*", "**/*.tool.{ts,js,yaml,yml}", "**/tool*"]]
];
var TYPES = new Map(PATTERNS.map(([type]) => [(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .pluralType */ .Jt)(type), type]));
var matchers;
function edgitComponent(path) {
  matchers ??= PATTERNS.map(([type2, patterns]) => [type2, (0, import_picomatch.default)([...patterns])]);
  const type = matchers.find(([, matches]) => matches(path))?.[0];
  return type === void 0 ? void 0 : { type: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .pluralType */ .Jt)(type), name: nameOf(edgitBase(path), type) };
}
function edgitBase(path) {
  const file = path.slice(path.lastIndexOf("/") + 1);
  const dot = file.indexOf(".");
  const base = (dot < 0 ? file : file.slice(0, dot)).replace(/[^a-zA-Z0-9_-]/g, "-").replace(/-+/g, "-").replace(/^-|-$/g, "").toLowerCase();
  return base === "" ? "component" : base;
}
function edgitBases({ type, name }) {
  const singular = TYPES.get(type);
  const suffix = `-${singular}`;
  if (singular === void 0 || !name.endsWith(suffix) || name !== edgitBase(name)) {
    return [];
  }
  return [name, name.slice(0, -suffix.length)].filter((base) => base !== "");
}
function nameOf(base, type) {
  return base.endsWith(`-${type}`) ? base : `${base}-${type}`;
}

// src/domain/search.ts
var CONVENTIONS = [
  "{prefix}/{type}/{name}.{ext}",
  "{prefix}/{type}/{name}/index.{ext}",
  "{type}/{name}.{ext}",
  "{type}/{name}/index.{ext}",
  "{type}/{name}.{singular}.{ext}"
];
var PATH_PLACEHOLDERS = ["prefix", "type", "singular", "name", "ext"];
function pathTemplateProblem(template) {
  const found = [...template.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1]);
  const unknown = found.find((name) => !PATH_PLACEHOLDERS.some((known) => known === name));
  if (unknown !== void 0) {
    return `has the unknown placeholder {${unknown}}`;
  }
  if (!found.includes("name")) {
    return "lacks {name}";
  }
  if (template.split("/").some((segment) => segment === "" || segment === "." || segment === "..")) {
    return "is not a path inside the repository";
  }
  const folders = template.split("/").slice(0, -1);
  return folders.some((segment) => segment.includes("{ext}")) ? "has {ext} in a folder name" : void 0;
}
function spellings(component, templates) {
  const short = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .withoutGeneratedSuffix */ .R8)(component);
  const names = [component.name, ...short === void 0 ? [] : [short]];
  return names.map((name, i) => {
    const steps = [...templates, ...CONVENTIONS].map((template) => stepOf(template, { ...component, name }));
    return { name, steps: i === names.length - 1 ? [...steps, ...edgitStep(component)] : steps };
  });
}
function contenders({ type }, step, candidates) {
  if (type !== "agents") {
    return candidates;
  }
  const stemsOf = (kind) => new Set(candidates.filter(({ path }) => kind.test(path)).map(({ path }) => stemOf(path)));
  const code = stemsOf(CODE);
  const definitions = stemsOf(DEFINITION);
  return candidates.filter(({ path }) => {
    const isCompanion = step.kind === "tree" && step.isCompanion(path);
    return CODE.test(path) ? !definitions.has(stemOf(path)) : !isCompanion || code.has(stemOf(path));
  });
}
var CODE = /\.[cm]?[jt]s$/;
var DEFINITION = /\.ya?ml$/;
function stemOf(path) {
  const dot = path.indexOf(".", path.lastIndexOf("/") + 1);
  return dot < 0 ? path : path.slice(0, dot);
}
function edgitStep({ type, name }) {
  const bases = edgitBases({ type, name });
  const isCompanion = (path) => type === "agents" && /^agents\//.test(path) && DEFINITION.test(path) && edgitComponent(path)?.type !== type;
  return bases.length === 0 ? [] : [
    {
      kind: "tree",
      place: `any file that Edgit calls ${name}`,
      bases,
      isCompanion,
      matches: (path) => {
        if (!bases.includes(edgitBase(path))) {
          return false;
        }
        const given = edgitComponent(path);
        return given?.type === type && given.name === name || isCompanion(path);
      }
    }
  ];
}
function stepOf(template, component) {
  const values = { ...component, singular: (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .singularType */ .Iz)(component.type), ext: "{ext}" };
  const place = template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  if (template.includes("*")) {
    return globStep(template, place, values);
  }
  const slash = place.lastIndexOf("/");
  const file = place.slice(slash + 1);
  const cut = file.indexOf("{ext}");
  return {
    kind: "folder",
    place,
    folder: place.slice(0, Math.max(slash, 0)),
    prefix: cut < 0 ? file : file.slice(0, cut),
    isExact: cut < 0,
    matches: cut < 0 ? (name) => name === file : extensionMatcher(file.slice(0, cut), file.slice(cut + "{ext}".length))
  };
}
function globStep(template, place, values) {
  const pattern = templatePattern(
    template,
    (name) => name === "ext" ? "[^./]+" : literal2(values[name] ?? `{${name}}`)
  );
  const file = place.slice(place.lastIndexOf("/") + 1);
  const [stem = ""] = file.split(".", 1);
  const isKnown = stem !== file && !/\*|\{ext\}/.test(stem);
  return {
    kind: "tree",
    place,
    bases: isKnown ? [edgitBase(file)] : void 0,
    matches: (path) => pattern.test(path),
    isCompanion: () => false
  };
}
function templatePattern(template, part) {
  const segments = template.split("/").filter((segment, i, all) => segment !== "**" || all[i + 1] !== "**");
  const pattern = segments.map((segment, i) => {
    const isLast = i === segments.length - 1;
    if (segment === "**") {
      return isLast ? `${FOLDERS}(?!\\.)[^/]+` : FOLDERS;
    }
    const parts = segment.split(/(\{\w+\}|\*+)/).map((text) => {
      const name = /^\{(\w+)\}$/.exec(text)?.[1];
      return name !== void 0 ? part(name) : text.startsWith("*") ? "[^/]*" : literal2(text);
    });
    const body = /^\*+$/.test(segment) ? "[^/]+" : parts.join("");
    return `${segment.startsWith("*") ? "(?!\\.)" : ""}${body}${isLast ? "" : "/"}`;
  });
  return new RegExp(`^${pattern.join("")}$`, "su");
}
var FOLDERS = "(?:(?!\\.)[^/]+/)*";
function literal2(text) {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
function extensionMatcher(before, after) {
  return (file) => file.length > before.length + after.length && file.startsWith(before) && file.endsWith(after) && !file.slice(before.length, file.length - after.length).includes(".");
}

// src/domain/config.ts
var DEFAULT_CONFIG_PATH = ".github/tagship.yml";
var DEFAULT_LEDGER_REF = "refs/tagship/ledger";
var LEDGER_REF = /^refs\/(?!tags\/)(?!.*(?:\.\.|@\{|\/\/|\.lock(?:\/|$)|\/\.|[\s~^:?*[\\]))[^/]+(?:\/[^/]+)*[^/.]$/;
var environmentName = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((name) => (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentProblem */ .f5)(name) === void 0, {
  error: (issue) => `expected the name of an environment: ${(0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .environmentProblem */ .f5)(String(issue.input)) ?? ""}`
});
var layout = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((text) => layoutProblem(text) === void 0, {
  error: (issue) => layoutProblem(String(issue.input)) ?? ""
});
var pathTemplate = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((text) => pathTemplateProblem(text) === void 0, {
  error: (issue) => pathTemplateProblem(String(issue.input)) ?? ""
});
var namespace = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  id: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine(_chunk_7KNJRQUJ_js__WEBPACK_IMPORTED_MODULE_2__/* .isNamespaceId */ .rH, { error: "expected the 32 hex digits of a KV namespace id" }).optional().meta({ description: "The id of the namespace, 32 hex digits." }),
  title: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1).optional().meta({ description: "The title of the namespace in the Cloudflare account." }),
  binding: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1).optional().meta({ description: "The binding in the wrangler configuration on the default branch." })
}).refine((value) => Object.values(value).filter((item) => item !== void 0).length === 1, {
  error: "expected exactly one of `id`, `title`, `binding`"
});
var rebuildLine = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((text) => (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .rebuildProblem */ .bU)(text) === void 0, {
  error: (issue) => (0,_chunk_IHOH3U32_js__WEBPACK_IMPORTED_MODULE_6__/* .rebuildProblem */ .bU)(String(issue.input)) ?? ""
});
var canary = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  environment: environmentName,
  steps: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .number */ .ai)().min(0).max(100)).min(1),
  key: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1)
});
var environment = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  requires: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .union */ .KC)([environmentName, (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({ environment: environmentName, soak: positiveDuration.optional() })]).optional().meta({
    description: "Promote only what is or was healthy in this environment; with `soak`, and has run there for so long without interruption."
  }),
  freeze: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().trim().min(1).max(200).optional().meta({ description: "Why nothing is promoted or restored here now; remove it to go on." }),
  "in-flight": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(_chunk_XR563HSZ_js__WEBPACK_IMPORTED_MODULE_3__/* .IN_FLIGHT */ .Ri).optional().meta({ description: "What running work does on a rollback." }),
  deployments: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .boolean */ .zM)().optional().meta({ description: "Record GitHub Deployments and their statuses." }),
  gate: gateSchema.optional(),
  canary: canary.optional()
});
var referenceKey = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().regex(/^[A-Za-z0-9_-]+$/, "expected the name of a key, such as `prompt`");
var componentType = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().regex(/^[A-Za-z][A-Za-z0-9_-]*$/, "expected a type in the plural, as it stands in tags, such as `prompts`");
var findingCode = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((text) => isFindingCode(text), {
  error: (issue) => `expected the code of a finding.${(0,_chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_11__/* .nearestOf */ .qw)(String(issue.input), _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_5__/* .FINDING_CODES */ .f)}`
});
var severity = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(["error", "warning", "notice", "off"]).optional();
var severities = Object.fromEntries(_chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_5__/* .FINDING_CODES */ .f.map((code) => [code, severity]));
var validation = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  keys: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(referenceKey).default([]).meta({
    description: "Keys that hold references, beside `prompt`, `schema`, `config`, `uses` and the other usual ones."
  }),
  types: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(componentType).default([]).meta({
    description: "Types of components, in the plural, beside the usual ones and those of the tags and the registry."
  }),
  ignore: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(
    (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
      files: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1).meta({ description: "A glob of paths." }),
      codes: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(findingCode).min(1).optional().meta({ description: "What is not shown there; default all." })
    })
  ).default([]).meta({ description: "Findings that are not shown." }),
  severity: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)(severities).default({}).meta({
    description: "How bad each finding is, where that is not as usual; an `error` fails the run, `off` is not looked for."
  }),
  sarif: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((text) => isWorkspacePath(text), { error: "expected a path inside the workspace, outside of `.git`" }).optional().meta({ description: "Where the SARIF file is written, from the workspace; default the temporary directory." })
});
var configSchema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
  namespaces: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .record */ .g1)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1), namespace).optional().meta({ description: "Environment (glob) → KV namespace; the first match wins." }),
  keys: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(layout).min(1).default([DEFAULT_LAYOUT]).meta({
    description: "Key layouts; every content is written under each. Placeholders: {prefix} {type} {name} {slot}."
  }),
  paths: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(pathTemplate).max(100).default([]).meta({
    description: "Where content is, tried in order before the conventions. Placeholders: {prefix} {type} {singular} {name} {ext}; * is any part of a name, ** any number of folders."
  }),
  ignore: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1)).default([]).meta({
    description: "Globs of tags that belong to other tools, such as `components/ui/**`; they are left alone."
  }),
  live: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().min(1)).min(1).default(["production", "prod", "production-*", "prod-*", "!*-canary", "!*-drill"]).meta({
    description: "Globs of the environments that serve users, which `@latest` follows; one that begins with `!` takes away."
  }),
  latest: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .union */ .KC)([(0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(["deployed", "tagged"]), (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .literal */ .eu)(false)]).default("deployed").meta({
    description: "What `@latest` holds: the highest stable version that is live, the highest tagged, or nothing."
  }),
  versions: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(environmentName).optional().meta({ description: "Environments whose namespaces get a pushed version tag; all by default." }),
  "versions-index": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .boolean */ .zM)().default(false).meta({ description: "Keep an index of versions per component." }),
  retention: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .union */ .KC)([(0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .int */ .Wh)().positive(), (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .literal */ .eu)("all")]).default("all").meta({
    description: "How many version keys of a component stay in KV, beside those in use; a reconcile with `prune` removes the others."
  }),
  pins: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)()).default([]).meta({ description: "What retention and prune never remove." }),
  unversioned: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(["error", "allow"]).default("error").meta({ description: "Whether an environment tag may stand on a commit without a version tag." }),
  formerly: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().regex(/^[\w.-]+\/[\w.-]+$/, "expected `owner/name`")).default([]).meta({ description: "Names this repository had before it was renamed; their keys are its own." }),
  "on-delete": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(["report", "prune"]).default("report").meta({ description: "What happens when a tag is deleted." }),
  "prune-limit": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .number */ .ai)().min(0).max(1).default(0.1).meta({
    description: "The share of the keys in a namespace that a reconcile removes at most; a larger one stops it."
  }),
  notify: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(
    (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
      url: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().refine((text) => webhookProblem(text) === void 0, {
        error: (issue) => webhookProblem(String(issue.input)) ?? ""
      }),
      format: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(_chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_14__/* .NOTIFY_FORMATS */ .fK),
      on: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* ._enum */ .$8)(_chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_14__/* .OCCASIONS */ .$I)).min(1).default([..._chunk_FWHS6WBQ_js__WEBPACK_IMPORTED_MODULE_14__/* .OCCASIONS */ .$I])
    })
  ).max(20).default([]).meta({ description: "Addresses that get a POST when something happens that people must hear of." }),
  "post-mortem": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .boolean */ .zM)().default(true).meta({ description: "Open an issue after a rollback." }),
  ledger: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({
    ref: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .string */ .Yj)().regex(
      LEDGER_REF,
      "expected the full name of a ref that is no tag, such as `refs/tagship/ledger` or `refs/heads/ledger`"
    ).default(DEFAULT_LEDGER_REF)
  }).optional().meta({ description: "Where the record of all moves is kept." }),
  environments: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .record */ .g1)(environmentName, environment).default({}).meta({ description: "Policy per environment." }),
  logic: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .strictObject */ .re)({ rebuild: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_13__/* .array */ .YO)(rebuildLine).default([]) }).optional().meta({ description: "What a tag under `logic/` starts; each line is one command without a shell." }),
  validate: validation.prefault({}).meta({
    description: "What `validate` looks for; read from the tree that it checks, as all of this file is then."
  })
}).meta({
  title: "Tagship configuration",
  description: "Policy of Tagship, read from the default branch; by `validate` from the tree that it checks."
});
function webhookProblem(text) {
  const forbidden = (0,_chunk_RW3S7PS4_js__WEBPACK_IMPORTED_MODULE_10__/* .forbiddenVariable */ .AK)(text);
  return forbidden === void 0 ? (0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_8__/* .metricUrlProblem */ .Vw)(text) : `\`\${${forbidden}}\` is never sent anywhere`;
}
function isFindingCode(text) {
  return _chunk_7E52YJJJ_js__WEBPACK_IMPORTED_MODULE_5__/* .FINDING_CODES */ .f.some((code) => code === text);
}
function isWorkspacePath(text) {
  return text.split(/[\\/]/).every((part) => !/^(?:\.{0,2}|\.git)$/i.test(part) && !part.includes("\0")) && !/^[A-Za-z]:/.test(text);
}
function defaultConfig() {
  return configSchema.parse({});
}
function configRules(config) {
  return Object.entries(config.namespaces ?? {}).map(([glob, { id, title, binding }]) => ({
    glob,
    spec: id !== void 0 ? { kind: "id", id: id.toLowerCase() } : title !== void 0 ? { kind: "title", title } : { kind: "binding", binding: binding ?? "" },
    source: `\`namespaces.${glob}\` in the configuration`
  }));
}
var INERT = ["canary"];
function inertParts(config) {
  const inert = [];
  for (const [name, environment2] of Object.entries(config.environments)) {
    const later = INERT.filter((part) => environment2[part] !== void 0);
    inert.push(...later.map((part) => `environments.${name}.${part}`));
  }
  return inert;
}

// src/commands/describe.ts
function inertNotices(config) {
  const inert = inertParts(config);
  return inert.length === 0 ? [] : [
    {
      level: "notice",
      message: `The configuration is valid, but this version does not act on: ${inert.join(", ")}.`
    }
  ];
}
var MAX_NAMED = 5;
function excludedNotices({ excluded }) {
  const told = excluded.filter(({ why }) => why !== "ignored");
  const rest = told.length - MAX_NAMED;
  return [
    ...told.slice(0, MAX_NAMED).map(
      ({ name, why }) => ({
        level: why === "like-a-version" ? "warning" : "notice",
        message: `Passed over: ${exclusionError(name, why).what}`
      })
    ),
    ...rest > 0 ? [{ level: "notice", message: `Passed over: ${(0,_chunk_BKZCXUJX_js__WEBPACK_IMPORTED_MODULE_16__/* .count */ .U9)(rest, "more tag")} of no component.` }] : []
  ];
}
function describeDeployed(target, outcome, view) {
  const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(target.component);
  const found = outcome.plans.flatMap(
    (plan) => [...plan.wanted.values()].filter(
      ({ component, slot, role }) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component) === id && slot === target.slot.name && role !== "latest"
    ).map((wanted) => ({ wanted, plan, planned: plan.keys.find(({ key }) => key === wanted.key) }))
  );
  const [one] = found;
  if (one === void 0) {
    return [];
  }
  const isEnvironment = target.slot.kind === "environment";
  const before = isEnvironment ? previousOf(target, one.wanted.version, view) ?? previousInKv(one, outcome) : void 0;
  return [
    {
      component: id,
      environment: isEnvironment ? target.slot.name : void 0,
      version: one.wanted.version,
      commit: one.wanted.commit,
      path: String(one.planned?.path ?? ""),
      bytes: one.planned?.value.length ?? 0,
      previousVersion: before?.version,
      previousCommit: before?.commit,
      namespaces: [...new Set(found.map(({ plan }) => plan.namespace))]
    }
  ];
}
function describeDeleted({ component, slot, deleted }, outcome) {
  const id = (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component);
  const again = outcome.plans.some(
    ({ wanted }) => [...wanted.values()].some(
      (one) => (0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(one.component) === id && one.slot === slot.name && one.role === slot.kind
    )
  );
  if (deleted !== true || again) {
    return [];
  }
  const isEnvironment = slot.kind === "environment";
  return [
    {
      component: id,
      environment: isEnvironment ? slot.name : void 0,
      version: isEnvironment ? void 0 : slot.name,
      left: [...new Set(outcome.plans.flatMap(({ left }) => left))]
    }
  ];
}
function previousOf({ component, slot }, version, view) {
  const entry = view.ledger?.entry(slot.name, component);
  return entry === void 0 || entry.version === null || entry.version === version ? void 0 : { version: entry.version, commit: entry.commit ?? void 0 };
}
function previousInKv({ wanted, plan }, outcome) {
  const { version, sha } = asRecord(outcome.before.get(plan.namespace)?.get(wanted.key)?.metadata);
  return typeof version === "string" && version !== wanted.version ? { version, commit: typeof sha === "string" && /^[0-9a-f]{40}$/.test(sha) ? sha : void 0 } : void 0;
}
function asRecord(value) {
  return typeof value === "object" && value !== null ? { ...value } : {};
}
function returnedFailure({ ref: { name }, left, held }) {
  return new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP(
    "tag-held",
    `The tag \`${name}\` is the very object again that a rollback of ${left} left, as after a push of all tags from an old clone. So nothing is deployed, and KV stays at ${held}.`,
    `Use \`promote\` with \`version: ${held}\` to move the tag back. If you mean ${left}, use \`promote\` with it, \`override: quarantine\` and a \`reason\`, or push a new annotated tag.`
  );
}
function heldAgain(targets, view) {
  const places = new Set(targets.map(({ component, slot }) => `${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component)}@${slot.name}`));
  return view.returned().filter(({ tags: { component }, ref }) => places.has(`${(0,_chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_12__/* .componentId */ .nV)(component)}@${environmentOf(ref)}`)).map(returnedFailure);
}
function warnings(messages) {
  return messages.map((message) => ({ level: "warning", message }));
}
function ledgerReport(session, ledger) {
  return ledger === void 0 ? void 0 : { ref: session.ledgerRef, commit: ledger.commit, seq: ledger.number };
}
function nothingDone(command, settings, notices, durationMs = 0) {
  return {
    command,
    dryRun: settings.dryRun,
    reason: settings.reason,
    verdict: void 0,
    rolledBack: false,
    ledger: void 0,
    moves: [],
    deployed: [],
    deleted: [],
    requiresRebuild: false,
    rebuild: [],
    keys: [],
    changed: false,
    rounds: 0,
    durationMs,
    issues: [],
    failures: [],
    notices
  };
}




/***/ }),

/***/ 139:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ iso_exports)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6127);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// node_modules/zod/v4/classic/iso.js
var iso_exports = {};
(0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_2__/* .__export */ .VA)(iso_exports, {
  ZodISODate: () => _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br,
  ZodISODateTime: () => _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo,
  ZodISODuration: () => _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A,
  ZodISOTime: () => _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV,
  date: () => date,
  datetime: () => datetime,
  duration: () => duration,
  time: () => time
});
function datetime(params) {
  return (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDateTime */ .G1)(_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODateTime */ .Yo, params);
}
function date(params) {
  return (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDate */ .db)(_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODate */ .Br, params);
}
function time(params) {
  return (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoTime */ .Kn)(_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISOTime */ .WV, params);
}
function duration(params) {
  return (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* ._isoDuration */ .f2)(_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_1__/* .ZodISODuration */ .$A, params);
}




/***/ }),

/***/ 62:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rz: () => (/* binding */ milliseconds),
/* harmony export */   f$: () => (/* binding */ gatePolicyOf),
/* harmony export */   hU: () => (/* binding */ GATE_DEFAULTS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9108);
/* harmony import */ var _chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1197);
/* harmony import */ var _chunk_RW3S7PS4_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7475);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7477);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);





// src/domain/gate/resolve.ts
var SECOND = 1e3;
var GATE_DEFAULTS = {
  /** KV's own propagation takes up to a minute. */
  initialDelayMs: 60 * SECOND,
  intervalMs: 15 * SECOND,
  timeoutMs: 10 * 60 * SECOND,
  bakeMs: 5 * 60 * SECOND,
  count: 5,
  failureLimit: 0,
  consecutiveErrorLimit: 4,
  minSamples: 50,
  metricTimeoutMs: 10 * SECOND
};
function gatePolicyOf(gate, inputs = {}) {
  const failureLimit = inputs.failureLimit ?? gate?.["failure-limit"] ?? GATE_DEFAULTS.failureLimit;
  const ofInputs = inputMetric(inputs, failureLimit);
  const metrics = ofInputs === void 0 ? (gate?.metrics ?? []).map((metric) => metricPolicy(metric, inputs.failureLimit, failureLimit)) : [ofInputs];
  if (metrics.length === 0) {
    return void 0;
  }
  const intervalMs = inputs.intervalMs ?? milliseconds(gate?.interval, GATE_DEFAULTS.intervalMs);
  const count = inputs.count ?? gate?.count ?? GATE_DEFAULTS.count;
  const bakeMs = inputs.bakeMs ?? (gate?.bake === void 0 ? void 0 : milliseconds(gate.bake, 0));
  const most = Math.max(GATE_DEFAULTS.timeoutMs, 2 * count * intervalMs, 2 * (bakeMs ?? 0));
  const timeoutMs = milliseconds(gate?.timeout, most);
  refuse(
    "bake",
    bakeMs !== void 0 && bakeMs > timeoutMs ? "it is longer than the `timeout` of the gate" : void 0
  );
  refuse("failure-limit", failuresProblem(metrics, count));
  return {
    initialDelayMs: inputs.initialDelayMs ?? milliseconds(gate?.["initial-delay"], GATE_DEFAULTS.initialDelayMs),
    intervalMs,
    timeoutMs,
    bakeMs: bakeMs ?? (ofInputs?.limit.kind === "values" ? 0 : Math.min(GATE_DEFAULTS.bakeMs, timeoutMs / 2)),
    count,
    consecutiveErrorLimit: gate?.["consecutive-error-limit"] ?? GATE_DEFAULTS.consecutiveErrorLimit,
    onBreach: gate?.["on-breach"] ?? "rollback",
    onNoData: gate?.["on-no-data"] ?? "keep",
    onError: gate?.["on-error"] ?? "keep",
    onInconclusive: gate?.["on-inconclusive"] ?? "keep",
    metrics
  };
}
function failuresProblem(metrics, count) {
  const most = Math.max(0, ...metrics.map(({ limit }) => limit.kind === "values" ? limit.failureLimit : 0));
  return most < count ? void 0 : `expected less than \`count\`, which is ${count}`;
}
function milliseconds(text, otherwise) {
  return text === void 0 ? otherwise : (0,_chunk_BKDMFCIC_js__WEBPACK_IMPORTED_MODULE_2__/* .parseDuration */ .E)(text) ?? otherwise;
}
function metricPolicy(metric, given, otherwise) {
  const {
    name,
    timeout,
    max,
    min,
    "min-samples": minSamples = GATE_DEFAULTS.minSamples,
    "failure-limit": failureLimit = otherwise,
    observe = false,
    before,
    ...source
  } = metric;
  return {
    name,
    source: {
      ...source,
      timeoutMs: milliseconds(timeout, GATE_DEFAULTS.metricTimeoutMs),
      ...before === void 0 ? {} : { beforeMs: milliseconds(before, 0) }
    },
    observe,
    limit: (0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_1__/* .isCounts */ .pi)(metric) && max !== void 0 ? { kind: "counts", max, minSamples, compared: metric.control !== void 0 } : { kind: "values", min, max, failureLimit: given ?? failureLimit }
  };
}
function inputMetric(inputs, failureLimit) {
  const { metricUrl: url, metricPath: path, metricErrors: errors, metricTotal: total, threshold } = inputs;
  const given = Object.entries({
    "metric-url": url,
    threshold,
    "metric-path": path,
    "metric-errors": errors,
    "metric-total": total
  }).flatMap(([name, value]) => value === void 0 ? [] : [name]);
  const [first] = given;
  if (first === void 0) {
    return void 0;
  }
  const counts = errors !== void 0 || total !== void 0;
  const needed = ["metric-url", "threshold", ...counts ? ["metric-errors", "metric-total"] : []];
  const missing = needed.find((name) => !given.includes(name));
  if (missing !== void 0 || url === void 0 || threshold === void 0) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP(
      "input-missing",
      `The input \`${first}\` was given without \`${missing}\`.`,
      `Add \`${missing}\`, or describe the gate under \`environments\` in the configuration.`
    );
  }
  const forbidden = (0,_chunk_RW3S7PS4_js__WEBPACK_IMPORTED_MODULE_3__/* .forbiddenVariable */ .AK)(url);
  refuse("metric-url", (0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_1__/* .metricUrlProblem */ .Vw)(url));
  refuse("metric-url", forbidden === void 0 ? void 0 : `\`\${${forbidden}}\` is never sent to a metric server`);
  refuse(
    "metric-path",
    path !== void 0 && counts ? "`metric-errors` and `metric-total` say where they stand" : void 0
  );
  for (const [name, text] of Object.entries({ "metric-path": path, "metric-errors": errors, "metric-total": total })) {
    refuse(name, text === void 0 ? void 0 : (0,_chunk_6SIL5QD2_js__WEBPACK_IMPORTED_MODULE_1__/* .jsonPathProblem */ .tX)(text));
  }
  const isRate = threshold > 0 && threshold < 1;
  refuse(
    "threshold",
    counts && !isRate ? "expected the highest rate of failed requests, above 0 and below 1" : void 0
  );
  return {
    name: "metric",
    source: { provider: "http", url, path, errors, total, timeoutMs: GATE_DEFAULTS.metricTimeoutMs },
    observe: false,
    limit: counts ? { kind: "counts", max: threshold, minSamples: GATE_DEFAULTS.minSamples, compared: false } : { kind: "values", min: void 0, max: threshold, failureLimit }
  };
}
function refuse(input, problem) {
  if (problem !== void 0) {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_4__/* .TagshipError */ .bP("input-invalid", `The input \`${input}\`: ${problem}.`, "Correct it.");
  }
}




/***/ }),

/***/ 4273:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CJ: () => (/* binding */ OWN_MOVES),
/* harmony export */   ER: () => (/* binding */ parseEntry),
/* harmony export */   JK: () => (/* binding */ parseVersions),
/* harmony export */   Ri: () => (/* binding */ IN_FLIGHT),
/* harmony export */   gJ: () => (/* binding */ AHEAD_SECONDS),
/* harmony export */   hT: () => (/* binding */ HEALTHY_KEPT),
/* harmony export */   jq: () => (/* binding */ oid),
/* harmony export */   l2: () => (/* binding */ MOVES),
/* harmony export */   mn: () => (/* binding */ implausible),
/* harmony export */   od: () => (/* binding */ countedNumber),
/* harmony export */   pl: () => (/* binding */ versionsText),
/* harmony export */   sk: () => (/* binding */ LEDGER_SCHEMA),
/* harmony export */   u0: () => (/* binding */ entryText)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(139);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6127);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



// src/domain/ledger/entry.ts
var LEDGER_SCHEMA = 1;
var HEALTHY_KEPT = 10;
var oid = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().regex(/^[0-9a-f]{40}$/, "expected the 40 hex digits of a Git object");
var MOVES = ["deploy", "promote", "rollback", "restore", "seed", "remove"];
var IN_FLIGHT = ["complete", "switch", "cancel"];
var OWN_MOVES = ["promote", "rollback", "restore"];
var entrySchema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({
  schema: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(LEDGER_SCHEMA),
  seq: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Wh)().positive().meta({ description: "Number of the ledger commit that made the move." }),
  move: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(MOVES),
  version: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "Null after the tag was removed." }),
  commit: oid.nullable().meta({ description: "The commit the version stands for." }),
  tag: oid.nullable().meta({ description: "The object the environment tag points at; of a lightweight tag, the commit." }),
  blob: oid.nullable().meta({ description: "The content; null where a seed could not tell it." }),
  path: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The file of the content at that commit." }),
  status: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(["pending", "deployed", "healthy", "held"]).meta({
    description: "`pending` until KV acknowledged, then `deployed`; `healthy` after its gate; `held` where KV holds this version although the tag could not be moved."
  }),
  previous: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The version before; never the version itself." }),
  healthy: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "The last ten healthy versions, the newest first." }),
  quarantined: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Versions Tagship does not choose here." }),
  at: _chunk_JF7PDLDJ_js__WEBPACK_IMPORTED_MODULE_1__/* .iso_exports */ .W.datetime().nullable().meta({ description: "When, by the Git server's clock; null where a seed could not tell." }),
  actor: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  run: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable().meta({ description: "The workflow run, as an address." }),
  reason: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  left: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)(oid, (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).optional().meta({
    description: "Tag objects that a rollback left, with the version each stood for. They do not come back by accident."
  }),
  "in-flight": (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* ._enum */ .$8)(IN_FLIGHT).optional().meta({ description: "What work that runs on the version before is to do, after a rollback." }),
  override: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).optional().meta({ description: "Checks that were passed over, with the reason above." })
}).meta({ title: "Entry of the Tagship ledger", description: "`{environment}/{prefix}/{type}/{name}.json`" });
var versionSchema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({
  tag: oid.meta({ description: "The object the version tag pointed at." }),
  commit: oid,
  blob: oid.nullable(),
  path: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)().nullable(),
  ran: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Environments it was deployed to." }),
  healthy: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)()).meta({ description: "Environments in which a gate found it healthy." })
});
var versionsSchema = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .looseObject */ ._H)({ schema: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .literal */ .eu)(LEDGER_SCHEMA), versions: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .record */ .g1)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_2__/* .string */ .Yj)(), versionSchema) }).meta({ title: "Versions in the Tagship ledger", description: "`versions/{prefix}/{type}/{name}.json`" });
function parseEntry(json) {
  return parseDocument(json, entrySchema);
}
function parseVersions(json) {
  const parsed = parseDocument(json, versionsSchema);
  return "problem" in parsed && typeof parsed.problem === "string" ? { problem: parsed.problem } : asVersions(parsed);
}
function asVersions(parsed) {
  return Object.assign(/* @__PURE__ */ Object.create(null), parsed.versions);
}
function parseDocument(json, schema) {
  let value;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { problem: error instanceof Error ? error.message : "not JSON" };
  }
  if (typeof value === "object" && value !== null && "schema" in value && Number(value.schema) > LEDGER_SCHEMA) {
    return { problem: `it was written by a newer version of Tagship (schema ${Number(value.schema)})` };
  }
  const checked = schema.safeParse(value);
  if (checked.success) {
    return checked.data;
  }
  const [issue] = checked.error.issues;
  return { problem: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? "unknown problem"}` };
}
function entryText(entry) {
  return `${JSON.stringify(entry, void 0, 2)}
`;
}
function versionsText(versions) {
  return `${JSON.stringify({ schema: LEDGER_SCHEMA, versions }, void 0, 2)}
`;
}
var AHEAD_SECONDS = 5 * 60;
function implausible({ seq, at }, number, now) {
  if (seq > number) {
    return `it says that number ${seq} made it, and the ledger has only ${number}`;
  }
  return at !== null && Date.parse(at) / 1e3 > now + AHEAD_SECONDS ? `it is dated ${at}, which is still to come` : void 0;
}
var MAX_NUMBER = 2 ** 50;
function countedNumber(numbers) {
  const follows = (at) => {
    const [one = 0, before = 0] = numbers.slice(at);
    return one === before + 1 && one < MAX_NUMBER;
  };
  const said = numbers[0] ?? 0;
  if (numbers.length < 2 || follows(0)) {
    return said;
  }
  const sure = numbers.findIndex((_, at) => at > 0 && (at === numbers.length - 1 || follows(at)));
  return (numbers[sure] ?? 0) + sure;
}




/***/ })

};

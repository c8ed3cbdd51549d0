export const id = 3410;
export const ids = [3410];
export const modules = {

/***/ 3410:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   historyPage: () => (/* binding */ historyPage)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3420);
/* harmony import */ var _with_ledger_past_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3339);
/* harmony import */ var _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(99);
/* harmony import */ var _with_domain_bounded_cache_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1092);
/* harmony import */ var _with_ledger_message_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8540);
/* harmony import */ var _with_engine_tree_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(8962);
/* harmony import */ var _with_git_tree_listing_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(41);
/* harmony import */ var _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3643);
/* harmony import */ var _with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8659);
/* harmony import */ var _with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(1745);
/* harmony import */ var _with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(2591);
/* harmony import */ var _with_zod_2_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3798);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(9133);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_15__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_16__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

















// src/domain/page/contents.ts
var MAX_CONTENT = 256 * 1024;
var ContentShelf = class {
  #budget;
  #hide;
  #contents = {};
  #leftOut = 0;
  /**
   * @param left bytes that there are for them
   * @param hide takes out what looks like a secret
   */
  constructor(left, hide) {
    this.#budget = new _with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .Budget */ .__(left);
    this.#hide = hide;
  }
  /** @returns whether there was room for it */
  add(number, bytes) {
    const content = contentOf(bytes, this.#hide);
    const hasRoom = this.#budget.take((0,_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOf */ .$$)(content) + (0,_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOf */ .$$)(String(number)));
    if (hasRoom) {
      this.#contents[String(number)] = content;
    } else {
      this.#leftOut += 1;
    }
    return hasRoom;
  }
  /** Counts contents that nobody tried to add. */
  leaveOut(more) {
    this.#leftOut += more;
  }
  /** The page with what was added, and with a sentence on what was not. */
  completed(data) {
    const note = `${this.#leftOut} of the contents had no room, those that ran longest ago: the versions are listed without them. \`components\` makes a page of some components.`;
    const notes = [...data.notes, ...this.#leftOut === 0 ? [] : [note]];
    return { data: { ...data, notes }, contents: this.#contents };
  }
};
function contentOf(bytes, hide) {
  if (bytes === "gone") {
    return ["The repository does not have this content any more."];
  }
  if (bytes === "large" || bytes.length > MAX_CONTENT) {
    return [`The content has more than ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .size */ .Ej)(MAX_CONTENT)}, which is too much to be shown.`];
  }
  const binary = [`The content is binary, ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .size */ .Ej)(bytes.length)}.`];
  if (bytes.includes(0)) {
    return binary;
  }
  try {
    return hide(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return binary;
  }
}

// src/domain/page/data.ts
var PAGE_SCHEMA = 1;
var PAGE_KINDS = ["deploy", "promote", "rollback", "restore", "seed", "remove", "healthy", "held"];
var PENDING = 1;
var HEALTHY = 2;

// src/domain/page/text-table.ts
var MAX_TEXT = 500;
var TextTable = class {
  #numbers = /* @__PURE__ */ new Map();
  #all = [];
  #hide;
  #growth = 0;
  /** @param hide takes secrets out of a text */
  constructor(hide) {
    this.#hide = hide;
  }
  get all() {
    return this.#all;
  }
  /** The number of a text, -1 for none. */
  number(text) {
    if (text === null) {
      return -1;
    }
    const known = this.#numbers.get(text);
    if (known !== void 0) {
      return known;
    }
    const clean = this.#hide(text);
    const shown = clean.length > MAX_TEXT ? `${clean.slice(0, MAX_TEXT).toWellFormed()}…` : clean;
    this.#growth += (0,_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOf */ .$$)(shown);
    const number = this.#all.push(shown) - 1;
    this.#numbers.set(text, number);
    return number;
  }
  /** Bytes that were added since this was asked last. */
  takeGrowth() {
    const growth = this.#growth;
    this.#growth = 0;
    return growth;
  }
};

// src/domain/page/draft.ts
function pageDraft(facts, hide) {
  const moves = happened(facts);
  const runs = `${facts.serverUrl}/${facts.repository}/actions/runs/`;
  const table = new RowTable(runs, hide);
  const rows = [];
  const budget = new _with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .Budget */ .__(_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .BUDGET */ .o3.moves);
  let first = moves.length;
  for (; first > 0; first--) {
    const one = moves[first - 1];
    const row = one === void 0 ? void 0 : table.row(one);
    if (row === void 0 || !budget.take((0,_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOf */ .$$)(row) + table.takeGrowth())) {
      break;
    }
    rows.push(row);
  }
  rows.reverse();
  const told = moves.slice(first);
  const { gates, numbers, leftOut } = gatesOf(
    told,
    Math.min(_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .BUDGET */ .o3.gates, (_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .BUDGET */ .o3.whole - _with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .BUDGET */ .o3.moves + budget.left) / 2)
  );
  const { start, more } = startOf(facts, moves.slice(0, first), table);
  const notes = [
    ...facts.notes,
    ...first === 0 ? [] : [`The ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(first, "oldest move")} had no room. \`since\` and \`until\` make a page of an earlier time.`],
    ...more === 0 ? [] : [`${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(more, "component")} that ran before had no room. \`components\` makes a page of some of them.`],
    ...leftOut === 0 ? [] : [`The charts of the ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(leftOut, "oldest verdict")} had no room.`]
  ];
  const { repository, serverUrl, written, end, ledger } = facts;
  const { begin: earliest } = facts;
  const begin = Math.min(end, first === 0 ? earliest : Math.max(earliest, rows[0]?.[0] ?? earliest));
  const data = {
    schema: PAGE_SCHEMA,
    repository,
    serverUrl,
    runs,
    written,
    begin,
    end,
    at: Math.min(Math.max(facts.at, begin), end),
    ledger,
    texts: table.texts,
    components: table.components,
    environments: table.environments,
    start,
    moves: rows.map((row, i) => withGate(row, numbers[i] ?? -1)),
    gates,
    notes
  };
  return { data, wanted: wantedOf(data, table), left: _with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .BUDGET */ .o3.whole - (0,_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOf */ .$$)(data) };
}
function happened({ commits, versions, before, after, asks }) {
  const blobs = /* @__PURE__ */ new Map();
  const add = (component, version, commit, blob) => {
    if (blob !== null) {
      blobs.set(`${placeName(component)} ${version} ${commit}`, blob);
    }
  };
  for (const { component, versions: known } of versions) {
    for (const [version, { commit, blob }] of Object.entries(known)) {
      add(component, version, commit, blob);
    }
  }
  for (const { component, entry } of [...before, ...after]) {
    add(component, entry.version, entry.commit, entry.blob);
  }
  const moves = [];
  const open = /* @__PURE__ */ new Map();
  for (const { time, message } of commits) {
    for (const recorded of message.recorded.filter(asks)) {
      const place = `${recorded.environment} ${placeName(recorded.component)}`;
      const waiting = open.get(place);
      if (waiting !== void 0) {
        waiting.flags &= ~PENDING;
        open.delete(place);
      }
      if (recorded.event === "acknowledged") {
        continue;
      }
      const blob = blobs.get(`${placeName(recorded.component)} ${recorded.version} ${recorded.commit}`) ?? null;
      const one = moveOf(recorded, time, message, blob);
      moves.push(one);
      if (one.flags === PENDING) {
        open.set(place, one);
      }
    }
  }
  return moves;
}
function moveOf(recorded, time, message, blob) {
  const { event, move, version, previous, commit, component, environment, at } = recorded;
  const isSeed = move === "seed" && event === "moved";
  const override = message.override.join(", ");
  return {
    // A seed that could not tell says nothing of when.
    at: at !== null ? secondsOf(at) : isSeed || !Number.isFinite(time) ? null : time,
    component: placeName(component),
    environment,
    kind: PAGE_KINDS.indexOf(event === "healthy" || event === "held" ? event : move),
    version,
    previous,
    commit,
    blob,
    // The first run records what was there before, and did not move it.
    actor: isSeed ? null : message.actor,
    run: isSeed ? null : message.run,
    reason: isSeed ? null : message.reason,
    override: override === "" ? null : override,
    ledger: message.seq,
    gate: recorded.gate ?? void 0,
    flags: event === "moved" && _with_ledger_entry_js__WEBPACK_IMPORTED_MODULE_8__/* .OWN_MOVES */ .CJ.includes(move) ? PENDING : 0
  };
}
function gatesOf(moves, bytes) {
  const budget = new _with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .Budget */ .__(bytes);
  const gates = [];
  const bare = /* @__PURE__ */ new Map();
  let leftOut = 0;
  const numbers = [...moves].reverse().map(({ gate }) => {
    if (gate === void 0) {
      return -1;
    }
    if (budget.take((0,_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOf */ .$$)(gate))) {
      return gates.push(gate) - 1;
    }
    leftOut += 1;
    const number = bare.get(gate.verdict) ?? gates.push({ verdict: gate.verdict, plots: [] }) - 1;
    bare.set(gate.verdict, number);
    return number;
  });
  return { gates, numbers: numbers.reverse(), leftOut };
}
function withGate(row, gate) {
  const [at, component, environment, kind, version, previous, commit, blob, actor, run, reason, override, ledger] = row;
  const { 14: flags } = row;
  return [
    at,
    component,
    environment,
    kind,
    version,
    previous,
    commit,
    blob,
    actor,
    run,
    reason,
    override,
    ledger,
    gate,
    flags
  ];
}
function startOf({ before }, passed, table) {
  const state = /* @__PURE__ */ new Map();
  for (const one of before) {
    if (one.entry.version !== null) {
      state.set(`${one.environment} ${placeName(one.component)}`, standing(one));
    }
  }
  for (const one of passed) {
    const place = `${one.environment} ${one.component}`;
    const stood = state.get(place);
    if (one.version === null) {
      state.delete(place);
    } else if (PAGE_KINDS[one.kind] === "healthy" && stood !== void 0) {
      stood.flags |= HEALTHY;
    } else {
      state.set(place, one);
    }
  }
  const start = [];
  const budget = new _with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .Budget */ .__(_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .BUDGET */ .o3.start);
  for (const one of state.values()) {
    const row = table.row(one);
    if (!budget.take((0,_with_page_budget_js__WEBPACK_IMPORTED_MODULE_1__/* .bytesOf */ .$$)(row) + table.takeGrowth())) {
      break;
    }
    start.push(row);
  }
  return { start, more: state.size - start.length };
}
function standing({ component, environment, entry, known }) {
  const { at, move, version, previous, commit, blob, actor, run, reason, seq, status } = entry;
  return {
    at: at === null || !known ? null : secondsOf(at),
    component: placeName(component),
    environment,
    kind: PAGE_KINDS.indexOf(status === "held" ? "held" : move),
    version: known ? version : "unknown",
    previous,
    commit: known ? commit : null,
    blob: known ? blob : null,
    actor,
    run,
    reason,
    override: entry.override?.join(", ") ?? null,
    ledger: seq,
    gate: void 0,
    flags: status === "pending" ? PENDING : status === "healthy" ? HEALTHY : 0
  };
}
function secondsOf(text) {
  const time = Math.floor(Date.parse(text) / 1e3);
  return Number.isFinite(time) ? time : null;
}
function placeName(component) {
  const id = (0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component);
  return component.prefix === "logic" ? `logic/${id}` : id;
}
var RowTable = class {
  #runs;
  #texts;
  #components;
  #environments;
  /** Whole names of Git objects by the number of the short one. */
  #blobs = /* @__PURE__ */ new Map();
  constructor(runs, hide) {
    this.#runs = runs;
    this.#texts = new TextTable(hide);
    this.#components = new TextTable(hide);
    this.#environments = new TextTable(hide);
  }
  get texts() {
    return this.#texts.all;
  }
  get components() {
    return this.#components.all;
  }
  get environments() {
    return this.#environments.all;
  }
  /** Bytes of what was added to the tables since this was asked last. */
  takeGrowth() {
    return this.#texts.takeGrowth() + this.#components.takeGrowth() + this.#environments.takeGrowth();
  }
  blobOf(number) {
    return this.#blobs.get(number);
  }
  row(one) {
    const blob = this.#texts.number(short(one.blob));
    if (one.blob !== null) {
      this.#blobs.set(blob, one.blob);
    }
    const isRun = one.run?.startsWith(this.#runs) === true;
    return [
      one.at ?? -1,
      this.#components.number(one.component),
      this.#environments.number(one.environment),
      one.kind,
      this.#texts.number(one.version),
      this.#texts.number(one.previous),
      this.#texts.number(short(one.commit)),
      blob,
      this.#texts.number(one.actor),
      this.#texts.number(isRun ? (one.run ?? "").slice(this.#runs.length) : null),
      this.#texts.number(one.reason),
      this.#texts.number(one.override),
      one.ledger,
      -1,
      one.flags
    ];
  }
};
function short(oid) {
  return oid?.slice(0, 12) ?? null;
}
function wantedOf({ start, moves }, table) {
  const latest = /* @__PURE__ */ new Map();
  for (const row of [...start, ...moves]) {
    latest.set(`${row[1]} ${row[2]}`, row);
  }
  const wanted = /* @__PURE__ */ new Map();
  for (const row of [...latest.values(), ...[...start, ...moves].reverse()]) {
    const blob = table.blobOf(row[7]);
    if (blob !== void 0) {
      wanted.set(row[7], blob);
    }
  }
  return wanted;
}

// src/commands/page.ts
var MAX_COMMITS = 6e4;
var MAX_COMPLETED = 50;
var BATCH = 200;
var BATCH_BYTES = 8 * 1024 * 1024;
async function historyPage(session, view, request) {
  const { secrets } = session.settings;
  const hide = (text) => (0,_with_domain_secrets_js__WEBPACK_IMPORTED_MODULE_9__/* .redact */ .E)(text, secrets);
  const draft = pageDraft(await factsFor(session, view, request), hide);
  return await withContents(session, draft, hide);
}
async function factsFor(session, view, { since, now, end, asks, after }) {
  const { repository } = session;
  const { repositoryName, serverUrl } = session.settings;
  const last = since === void 0 ? now : end;
  const tip = view.ledger === void 0 ? void 0 : await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_2__/* .ledgerAt */ .V6)(repository, view.ledger, last);
  const found = tip === void 0 ? [] : await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_2__/* .commitsFrom */ .n3)(repository, tip, since === void 0 ? { latest: MAX_COMMITS } : { since });
  const { commits, isWhole } = await completed(session, [...found].reverse());
  const first = commits[0];
  const parent = first === void 0 ? tip : await parentOf(session, first);
  const before = parent === void 0 ? void 0 : await standing2(parent, asks);
  const isCut = first !== void 0 && parent !== void 0 && since === void 0;
  const ledger = view.ledger;
  return {
    repository: repositoryName,
    serverUrl,
    written: now,
    begin: since ?? Math.min(
      last,
      ...commits.slice(0, 1).map(({ time }) => time).filter(Number.isFinite)
    ),
    end: last,
    at: end,
    ledger: ledger === void 0 ? null : { ref: session.ledgerRef, seq: ledger.number, commit: ledger.commit },
    before: before ?? (view.ledger === void 0 ? after : []),
    after,
    commits,
    versions: ledger === void 0 ? [] : await versionsOf(ledger, commits, [...before ?? [], ...after]),
    asks,
    notes: [
      ...isCut ? [
        `The page begins with the last ${(0,_with_domain_text_js__WEBPACK_IMPORTED_MODULE_11__/* .count */ .U9)(MAX_COMMITS, "ledger commit")}. \`since\` and \`until\` make a page of an earlier time.`
      ] : [],
      ...isWhole ? [] : [`Of all but the last ${MAX_COMPLETED} very large moves only the first 1,000 components are shown.`]
    ]
  };
}
async function completed(session, commits) {
  const large = commits.filter(({ message }) => message.more > 0);
  const rest = /* @__PURE__ */ new Map();
  for (const one of large.slice(-MAX_COMPLETED)) {
    rest.set(one, await unnamed(session, one));
  }
  return {
    commits: commits.map((one) => {
      const { message } = one;
      return { ...one, message: { ...message, recorded: [...message.recorded, ...rest.get(one) ?? []] } };
    }),
    isWhole: large.length <= MAX_COMPLETED
  };
}
async function unnamed(session, { commit, message }) {
  const snapshot = await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .LedgerSnapshot */ .g.open(session.repository, commit);
  const placeOf = ({ component, environment }) => `${environment} ${component.prefix} ${(0,_with_domain_component_js__WEBPACK_IMPORTED_MODULE_13__/* .componentId */ .nV)(component)}`;
  const named = new Set(message.recorded.map(placeOf));
  const entries = await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)(snapshot, await snapshot.environments());
  return entries.filter((one) => one.entry.seq === message.seq && !named.has(placeOf(one))).map(({ component, environment, entry }) => (0,_with_ledger_message_js__WEBPACK_IMPORTED_MODULE_5__/* .recordedOf */ .i0)("moved", environment, component, entry));
}
async function parentOf(session, { commit }) {
  const object = await session.repository.read(commit);
  const parent = object?.type === "commit" ? object.parents[0] : void 0;
  return parent === void 0 ? void 0 : await _with_ledger_snapshot_js__WEBPACK_IMPORTED_MODULE_3__/* .LedgerSnapshot */ .g.open(session.repository, parent);
}
async function standing2(snapshot, asks) {
  const entries = await (0,_with_ledger_past_js__WEBPACK_IMPORTED_MODULE_2__/* .entriesOf */ .Mc)(snapshot, await snapshot.environments(), asks);
  return entries.map((one) => ({ ...one, known: true }));
}
async function versionsOf(ledger, commits, entries) {
  const components = /* @__PURE__ */ new Map();
  for (const { component } of [...commits.flatMap(({ message }) => message.recorded), ...entries]) {
    components.set((0,_with_ledger_layout_js__WEBPACK_IMPORTED_MODULE_10__/* .versionsPath */ .dn)(component), component);
  }
  await ledger.load([...components.keys()]);
  return [...components.values()].flatMap((component) => {
    try {
      return [{ component, versions: ledger.versions(component) }];
    } catch (error) {
      if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_15__/* .TagshipError */ .bP) {
        return [];
      }
      throw error;
    }
  });
}
async function withContents({ repository }, { data, wanted, left }, hide) {
  const contents = new ContentShelf(left, hide);
  const all = [...wanted];
  for (let at = 0; at < all.length; at += BATCH) {
    const batch = all.slice(at, at + BATCH);
    await repository.load(
      batch.map(([, blob]) => blob),
      "objects",
      BATCH_BYTES
    ).catch(() => false);
    let hasRoom = true;
    for (const [number, blob] of batch) {
      const object = await repository.read(blob);
      const bytes = object?.type === "blob" ? object.bytes : void 0;
      hasRoom = contents.add(number, bytes ?? (object === void 0 ? "gone" : "large")) && hasRoom;
    }
    if (!hasRoom) {
      contents.leaveOut(all.length - at - batch.length);
      break;
    }
  }
  return contents.completed(data);
}



/***/ }),

/***/ 3420:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $$: () => (/* binding */ bytesOf),
/* harmony export */   F9: () => (/* binding */ embedded),
/* harmony export */   __: () => (/* binding */ Budget),
/* harmony export */   o3: () => (/* binding */ BUDGET)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/domain/page/budget.ts
var BUDGET = { whole: 48e5, start: 15e5, moves: 42e5, gates: 15e5 };
function embedded(value) {
  return JSON.stringify(value).replaceAll("<", "\\u003c").replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029");
}
function bytesOf(value) {
  return Buffer.byteLength(embedded(value)) + 1;
}
var Budget = class {
  #left;
  constructor(bytes) {
    this.#left = bytes;
  }
  get left() {
    return this.#left;
  }
  /** Takes what there is room for. @returns whether there was */
  take(bytes) {
    if (bytes > this.#left) {
      return false;
    }
    this.#left -= bytes;
    return true;
  }
};




/***/ })

};

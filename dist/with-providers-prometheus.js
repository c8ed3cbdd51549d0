export const id = 7958;
export const ids = [7958];
export const modules = {

/***/ 7958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EJ: () => (/* binding */ method),
/* harmony export */   VA: () => (/* binding */ preparedRequest),
/* harmony export */   dC: () => (/* binding */ PROVIDER_KEYS),
/* harmony export */   ib: () => (/* binding */ oneAt),
/* harmony export */   o_: () => (/* binding */ jsonOf),
/* harmony export */   xq: () => (/* binding */ PROVIDERS)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4923);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2459);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);








// src/domain/gate/answer.ts
var import_json_p3 = (0,_with_js__WEBPACK_IMPORTED_MODULE_7__/* .__toESM */ .f1)((0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .require_json_p3_cjs */ .__)(), 1);
var NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
var NOT_FINITE = /^[+-]?(?:nan|inf(?:inity)?|null)$/i;
function figureOf(value, what) {
  if (typeof value === "number" || typeof value === "string" && NUMBER.test(value.trim())) {
    const number2 = Number(value);
    return Number.isFinite(number2) ? { kind: "number", value: number2 } : { kind: "no-data", why: `${what} is ${String(number2)}` };
  }
  if (value === null || value === void 0 || value === "") {
    return { kind: "no-data", why: `${what} is empty` };
  }
  if (typeof value === "string" && NOT_FINITE.test(value.trim())) {
    return { kind: "no-data", why: `${what} is ${value.trim()}` };
  }
  return { kind: "failed", why: `${what} is ${Array.isArray(value) ? "a list" : kindOf(value)} and not a number` };
}
function kindOf(value) {
  return { string: "a text", boolean: "a boolean", object: "an object" }[String(typeof value)] ?? "something else";
}
function jsonOf({
  text,
  type
}) {
  if (text.trim() === "") {
    return { problem: { kind: "no-data", why: "the answer is empty" } };
  }
  try {
    return { json: JSON.parse(text) };
  } catch {
    return {
      problem: {
        kind: "failed",
        why: (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(text, type) ? `it answered with HTML${(0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__/* .titleIn */ .Ey)(text)}` : "its answer is no JSON"
      }
    };
  }
}
function failureOf(answer, scrub) {
  const { why, retryAfterMs, content } = answer;
  const said = content === void 0 ? "" : (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)((0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__/* .saidIn */ .$g)(content.text, content.type), scrub);
  return { kind: "failed", why: said === "" ? why : `${why}: ${said}`, retryAfterMs };
}
function valueReading(figure) {
  return figure.kind === "number" ? { kind: "value", value: figure.value } : figure;
}
function countsReading(errors, total) {
  if (errors.kind === "failed") {
    return { reading: errors };
  }
  if (total.kind !== "number") {
    return { reading: total };
  }
  if (errors.kind !== "number") {
    return { reading: errors };
  }
  if (errors.value < 0 || total.value < 0) {
    return { reading: { kind: "failed", why: "it counted fewer than no requests" } };
  }
  if (errors.value > 0 && total.value === 0) {
    return { reading: { kind: "failed", why: `it counted ${errors.value} failed requests of none at all` } };
  }
  const samples = total.samples ?? errors.samples;
  const counted = Math.min(errors.value, total.value);
  return {
    reading: { kind: "counts", errors: counted, total: total.value, ...samples === void 0 ? {} : { samples } },
    ...counted === errors.value ? {} : { notes: [`it counted more failed requests (${errors.value}) than requests (${total.value})`] }
  };
}
function valueAt(path2) {
  return (content) => {
    if (path2 === void 0) {
      return { reading: valueReading(bareNumber(content)) };
    }
    const parsed = jsonOf(content);
    return { reading: valueReading("json" in parsed ? figureAt(parsed.json, path2) : parsed.problem) };
  };
}
function countsAt(errors, total) {
  return (content) => {
    const parsed = jsonOf(content);
    return "json" in parsed ? countsReading(figureAt(parsed.json, errors), figureAt(parsed.json, total)) : { reading: valueReading(parsed.problem) };
  };
}
function orItsError({ reading, ...rest }, { text }, scrub) {
  const said = reading.kind === "no-data" ? (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(errorIn(text) ?? "", scrub) : "";
  return { ...rest, reading: said === "" ? reading : { kind: "failed", why: `its answer says: ${said}` } };
}
function errorIn(text) {
  try {
    const { error, errors } = { ...JSON.parse(text) };
    return (0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__/* .messageIn */ .v6)({ error, errors });
  } catch {
    return void 0;
  }
}
function bareNumber({ text, type }) {
  const trimmed = text.trim();
  if ((0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__/* .isHtml */ ._6)(trimmed, /^[\w.+-]*$/.test(trimmed) ? "" : type)) {
    return { kind: "failed", why: `it answered with HTML${(0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__/* .titleIn */ .Ey)(text)}` };
  }
  if (/^[[{]/.test(trimmed)) {
    return { kind: "failed", why: "it answered with JSON; say with `path` where the number stands in it" };
  }
  return figureOf(/^".*"$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed, "the answer");
}
function figureAt(json, path2) {
  const found = oneAt(json, path2, "number");
  return "value" in found ? figureOf(found.value, `\`${path2}\``) : found.problem;
}
function oneAt(json, path2, what) {
  let found;
  try {
    found = (0, import_json_p3.query)(path2, json).values();
  } catch {
    return { problem: { kind: "failed", why: `\`${path2}\` can't be looked up in the answer` } };
  }
  if (found.length === 0) {
    return { problem: { kind: "no-data", why: `\`${path2}\` is not in the answer` } };
  }
  const many = `\`${path2}\` is ${found.length} times in the answer; it has to name one ${what}`;
  return found.length > 1 ? { problem: { kind: "failed", why: many } } : { value: found[0] };
}

// src/domain/gate/request-template.ts
function preparedUrl(template, filling) {
  const { send, show } = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(template, "url", filling);
  const url2 = URL.parse(send.trim());
  if (url2 === null || !/^https?:$/.test(url2.protocol) || url2.username !== "" || url2.password !== "") {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
      (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .unusable */ ._P)(filling),
      `${(0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .filled */ .Bq)(filling)} has no usable URL in \`${template.replaceAll("`", "'")}\`.`,
      "Use an absolute URL with https or http, and without a user and a password."
    );
  }
  return { url: url2, show };
}
function preparedHeaders(headers2, filling) {
  return Object.fromEntries(
    Object.entries(headers2 ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(value, "header", filling).send.trim()
    ])
  );
}

// src/domain/gate/providers/analytics-engine.ts
var keys = { url: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .url */ .OZ, query: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .query */ .P, ..._with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .counts */ .tQ, headers: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .headers */ .b3 };
var analyticsEngine = (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .provider */ .Mn)({
  keys,
  problems: (metric) => [
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .problemAt */ .l4)("url", metric.url === void 0 ? void 0 : (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .metricUrlProblem */ .Vw)(metric.url)),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .queryProblems */ .BL)(metric, "cloudflare-analytics-engine")
  ],
  past: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .namesTime */ .ok,
  prepare
});
var DEFAULT_API = "https://api.cloudflare.com/client/v4";
var SAMPLE_COLUMN = /^(?:samples?|rows|count|count\(\))$/i;
var result = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ik)({
  meta: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ik)({ name: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)() })).nullish(),
  data: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .record */ .g1)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)()))
});
function prepare(source, filling, access) {
  const api = `${(access.baseUrl ?? DEFAULT_API).replace(/\/+$/, "")}/accounts/${access.accountId}/analytics_engine/sql`;
  const url2 = source.url === void 0 ? new URL(api) : preparedUrl(source.url, filling).url;
  const headers2 = { "content-type": "text/plain", ...preparedHeaders(source.headers, filling) };
  const ownToken = url2.origin === new URL(api).origin && !("authorization" in headers2);
  if (ownToken) {
    Object.assign(headers2, { authorization: `Bearer ${access.token}` });
  }
  const statement = (template) => {
    const { send, show } = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(template ?? "", "sql", filling);
    return { send: inJson(withSample(send)), show: inJson(withSample(show)) };
  };
  const look = (sql, notes, ask, scrub) => evaluate({ url: url2.href, headers: headers2, sql, notes, scrub, ownToken }, ask);
  if (source.errors !== void 0) {
    const errors = statement(source.errors);
    const total = statement(source.total);
    return {
      queries: [errors.show, total.show],
      measure: async ({ ask, scrub }) => {
        const notes = [];
        const failed = await look(errors.send, notes, ask, scrub);
        const all = failed.kind === "failed" ? failed : await look(total.send, notes, ask, scrub);
        const outcome = countsReading(failed, all);
        return { reading: outcome.reading, notes: [...notes, ...outcome.notes ?? []] };
      }
    };
  }
  const value = statement(source.query);
  return {
    queries: [value.show],
    measure: async ({ ask, scrub }) => {
      const notes = [];
      return { reading: valueReading(await look(value.send, notes, ask, scrub)), notes };
    }
  };
}
function withSample(statement) {
  const plain = /^\s*SELECT\b[^()]*(?:\([^()]*\)[^()]*)*$/i.test(statement);
  const isEstimate = /\b_sample_interval\b/.test(statement) && !/\bcount\s*\(\s*\)/i.test(statement);
  const isGrouped = /\b(?:GROUP\s+BY|UNION|DISTINCT)\b/i.test(statement);
  return plain && isEstimate && !isGrouped && statement.match(/\bFROM\b/gi)?.length === 1 ? statement.replace(/\s+FROM\b/i, ", count() AS samples$&") : statement;
}
function inJson(statement) {
  const bare = statement.replace(/[\s;]+$/, "");
  return /\bFORMAT\s+\w+$/i.test(bare) ? bare : `${bare} FORMAT JSON`;
}
async function evaluate({ url: url2, headers: headers2, sql, notes, scrub, ownToken }, ask) {
  const answer = await ask({ url: url2, method: "POST", headers: headers2, body: sql });
  if (answer.kind === "failed") {
    const denied = ownToken && [401, 403].includes(answer.content?.status ?? 0);
    const why = denied ? `${answer.why}, as the Cloudflare token needs Account Analytics: Read` : answer.why;
    return failureOf({ ...answer, why }, scrub);
  }
  const parsed = jsonOf(answer.content);
  if ("problem" in parsed) {
    return parsed.problem;
  }
  const understood = result.safeParse(parsed.json);
  if (!understood.success) {
    return { kind: "failed", why: "it does not answer as the SQL API does in `FORMAT JSON`" };
  }
  const { meta, data } = understood.data;
  const [row] = data;
  if (row === void 0) {
    return { kind: "no-data", why: "the statement answers no row" };
  }
  if (data.length > 1) {
    return { kind: "failed", why: `the statement answers ${data.length} rows; it has to answer one` };
  }
  const figure = figureIn(row, meta?.map(({ name }) => name) ?? Object.keys(row));
  const estimated = figure.kind === "number" && figure.samples === void 0 && /\b_sample_interval\b/.test(sql);
  const note = "how many rows this was estimated from is not known; add `count() AS samples` to the statement";
  if (estimated && !notes.includes(note)) {
    notes.push(note);
  }
  return figure;
}
function figureIn(row, columns) {
  const alone = columns.length === 1;
  const column = alone ? columns[0] : columns.find((name) => !SAMPLE_COLUMN.test(name));
  if (column === void 0) {
    return { kind: "failed", why: "the statement answers no column with a value" };
  }
  const sampleColumn = alone ? void 0 : columns.find((name) => SAMPLE_COLUMN.test(name));
  const figure = figureOf(row[column], `\`${column.replaceAll("`", "'")}\``);
  const samples = sampleColumn === void 0 ? void 0 : figureOf(row[sampleColumn], "the sample");
  return figure.kind === "number" && samples?.kind === "number" ? { ...figure, samples: samples.value } : figure;
}

// src/domain/gate/providers/command.ts
var keys2 = {
  run: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)().optional().meta({
    description: "command: an argv without a shell, run in the workspace; it prints a number or JSON."
  }),
  env: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)()).optional().meta({
    description: "command: the variables of the step that it gets; no others that hold a secret."
  }),
  path: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae,
  ..._with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .counts */ .tQ
};
var command = (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .provider */ .Mn)({
  keys: keys2,
  problems: (metric) => [
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .problemAt */ .l4)("run", runProblem(metric.run)),
    ...(metric.env ?? []).flatMap((name, at) => {
      const message = variableProblem(name);
      return message === void 0 ? [] : [{ path: ["env", String(at)], message }];
    }),
    ...["path", "errors", "total"].flatMap(
      (key) => metric[key] === void 0 ? [] : (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .problemAt */ .l4)(key, (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonPathProblem */ .tX)(metric[key]))
    ),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .problemAt */ .l4)(
      "path",
      (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .isCounts */ .pi)(metric) && metric.path !== void 0 ? "`errors` and `total` say where they stand; remove it" : void 0
    )
  ],
  past: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .namesTime */ .ok,
  prepare: prepare2
});
function runProblem(run) {
  if (run === void 0 || (0,_with_string_argv_js__WEBPACK_IMPORTED_MODULE_1__/* .parseArgsStringToArgv */ .R)(run).length === 0) {
    return "`provider: command` needs one";
  }
  if (/\$\{/.test(run)) {
    return "an argument is no place for a secret; name the variable under `env`";
  }
  return (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .placeholderProblem */ .V6)(run);
}
function variableProblem(name) {
  if (!/^[A-Za-z_]\w*$/.test(name)) {
    return "expected the name of an environment variable";
  }
  return (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .forbiddenVariable */ .AK)(`\${${name.toUpperCase()}}`) === void 0 ? void 0 : `\`${name}\` is never given to a metric; pass a secret of its own`;
}
function prepare2(source, filling) {
  const argv = (0,_with_string_argv_js__WEBPACK_IMPORTED_MODULE_1__/* .parseArgsStringToArgv */ .R)(source.run ?? "").map((argument) => filled2(argument, filling));
  const pathOf = (one) => (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(one, "jsonpath", filling).send;
  const { errors, total, path: place, env = [] } = source;
  const read = errors !== void 0 && total !== void 0 ? countsAt(pathOf(errors), pathOf(total)) : valueAt(place === void 0 ? void 0 : pathOf(place));
  const variables = Object.fromEntries(env.map((name) => [name, (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .required */ .mw)(name, filling)]));
  return {
    queries: [argv.map(({ show }) => show).join(" ")],
    measure: async ({ run, scrub }) => {
      const ended = await run({ argv: argv.map(({ send }) => send), variables });
      if (ended.kind === "failed") {
        return { reading: valueReading({ kind: "failed", why: scrub(ended.why) }) };
      }
      const content = { status: 200, type: "text/plain", text: ended.stdout };
      return orItsError(read(content), content, scrub);
    }
  };
}
function filled2(argument, filling) {
  const rendered = (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(argument, "argument", filling);
  if (rendered.send.startsWith("-") && !argument.startsWith("-")) {
    throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
      "metric-unusable",
      `The metric \`${filling.metric}\` would give its program \`${rendered.send}\`, which reads as an option.`,
      "Give the component a name that does not start with `-`, or put something before the placeholder."
    );
  }
  return rendered;
}

// src/domain/gate/providers/http.ts
var method = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* ._enum */ .$8)(["GET", "POST", "PUT", "PATCH"]).optional();
var keys3 = {
  url: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .url */ .OZ,
  path: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .path */ .Ae,
  ..._with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .counts */ .tQ,
  method,
  headers: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .headers */ .b3,
  body: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)().optional()
};
var http = (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .provider */ .Mn)({
  keys: keys3,
  problems: (metric) => [
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .problemAt */ .l4)("url", metric.url === void 0 ? "`provider: http` needs one" : (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .metricUrlProblem */ .Vw)(metric.url)),
    ...["path", "errors", "total"].flatMap(
      (key) => metric[key] === void 0 ? [] : (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .problemAt */ .l4)(key, (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .jsonPathProblem */ .tX)(metric[key]))
    ),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .problemAt */ .l4)(
      "path",
      (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .isCounts */ .pi)(metric) && metric.path !== void 0 ? "`errors` and `total` say where they stand; remove it" : void 0
    ),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .problemAt */ .l4)(
      "method",
      metric.body !== void 0 && metric.method === "GET" ? "a GET request has no body" : void 0
    )
  ],
  past: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .namesTime */ .ok,
  prepare: prepare3
});
function preparedRequest(source, filling) {
  const { url: url2, show } = preparedUrl(source.url ?? "", filling);
  const headers2 = preparedHeaders(source.headers, filling);
  const body = source.body === void 0 ? void 0 : renderedBody(source.body, headers2, filling);
  const method2 = source.method ?? (body === void 0 ? "GET" : "POST");
  return {
    question: { url: url2.href, method: method2, headers: headers2, body: body?.send },
    show: `${method2} ${show}${body === void 0 ? "" : ` ${body.show}`}`
  };
}
function prepare3(source, filling) {
  const { question, show } = preparedRequest(source, filling);
  const pathOf = (path3) => (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(path3, "jsonpath", filling).send;
  const { errors, total, path: path2 } = source;
  const read = errors !== void 0 && total !== void 0 ? countsAt(pathOf(errors), pathOf(total)) : valueAt(path2 === void 0 ? void 0 : pathOf(path2));
  return {
    queries: [show],
    measure: async ({ ask, scrub }) => {
      const answer = await ask(question);
      return answer.kind === "failed" ? { reading: valueReading(failureOf(answer, scrub)) } : orItsError(read(answer.content), answer.content, scrub);
    }
  };
}
function renderedBody(body, headers2, filling) {
  headers2["content-type"] ??= "application/json";
  const type = headers2["content-type"].toLowerCase();
  const place = /^application\/x-www-form-urlencoded\b/.test(type) ? "form" : /[/+]json\b/.test(type) ? "json" : "text";
  return (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(body, place, filling);
}

// src/domain/gate/providers/prometheus.ts
var keys4 = { url: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .url */ .OZ, query: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .query */ .P, ..._with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .counts */ .tQ, headers: _with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .headers */ .b3 };
var prometheus = (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .provider */ .Mn)({
  keys: keys4,
  problems: (metric) => [
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .problemAt */ .l4)("url", metric.url === void 0 ? "`provider: prometheus` needs one" : (0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .metricUrlProblem */ .Vw)(metric.url)),
    ...(0,_with_json_p3_js__WEBPACK_IMPORTED_MODULE_3__/* .queryProblems */ .BL)(metric, "prometheus")
  ],
  past: () => true,
  prepare: prepare4
});
var LONGEST_IN_URL = 4e3;
var sample = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .tuple */ .PV)([(0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .number */ .ai)(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)()]);
var envelope = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ik)({
  status: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .eu)("success"),
  data: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ik)({ resultType: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)(), result: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .unknown */ .L5)() }),
  warnings: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)()).nullish(),
  infos: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)()).nullish()
});
var nameList = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ik)({ status: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .literal */ .eu)("success"), data: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .string */ .Yj)()) });
var vector = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_5__/* .object */ .Ik)({ value: sample }));
function prepare4(source, filling) {
  const { url: url2 } = preparedUrl(source.url ?? "", filling);
  url2.pathname = `${url2.pathname.replace(/(?:\/api\/v1\/query)?\/*$/, "")}/api/v1/query`;
  const headers2 = preparedHeaders(source.headers, filling);
  const promql = (template) => (0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(template ?? "", "promql", filling);
  const { subject } = filling;
  const time = subject.past === true ? { time: String((subject.since + subject.elapsed) / 1e3) } : {};
  const look = (query3, notes, { ask, scrub }) => evaluate2({ url: url2.href, headers: headers2, form: { query: query3, ...time }, notes, scrub }, ask);
  const verify = (names) => async (effects) => {
    for (const name of names) {
      if (await isUnknown(name, url2, headers2, effects)) {
        return `the server does not know the metric \`${name}\` at all`;
      }
    }
    return void 0;
  };
  if (source.errors !== void 0) {
    const window = `${Math.max(1, Math.ceil(subject.elapsed / 1e3))}s`;
    const [errors, total] = [promql(source.errors), promql(source.total)];
    const ofErrors = built(errors, (selector) => increaseOf(selector, window));
    const ofTotal = built(total, (selector) => knownIncreaseOf(selector, window));
    return {
      queries: [ofErrors.show, ofTotal.show],
      advice: [errors, total].flatMap(({ show }) => adviceOn(show)),
      verify: verify([...new Set([errors, total].flatMap(({ send }) => selectorIn(send)?.name ?? []))]),
      measure: async (effects) => {
        const notes = [];
        const failed = await look(ofErrors.send, notes, effects);
        const all = failed.kind === "failed" ? failed : await look(ofTotal.send, notes, effects);
        const outcome = countsReading(hinted(failed, all), sum(all, "`total`"));
        const partial = [failed, all].some((one) => one.kind === "series" && one.partial);
        return { reading: withPartial(outcome.reading, partial), notes: [...notes, ...outcome.notes ?? []] };
      }
    };
  }
  const value = promql(source.query);
  return {
    queries: [value.show],
    measure: async (effects) => {
      const notes = [];
      const series = await look(value.send, notes, effects);
      return {
        reading: withPartial(valueReading(single(series)), series.kind === "series" && series.partial),
        notes
      };
    }
  };
}
function withPartial(reading, partial) {
  return partial && (reading.kind === "value" || reading.kind === "counts") ? { ...reading, partial } : reading;
}
var SELECTOR = /^\s*([A-Za-z_:][\w:]*)?\s*(\{(?:[^"'`{}]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`)*\})?\s*$/s;
function selectorIn(text) {
  const [, name, labels] = SELECTOR.exec(text) ?? [];
  return name === void 0 && labels === void 0 ? void 0 : { selector: text.trim(), name };
}
function built(rendered, query3) {
  return selectorIn(rendered.send) === void 0 ? rendered : { send: query3(rendered.send.trim()), show: query3(rendered.show.trim()) };
}
function increaseOf(selector, window) {
  return `(sum(increase(${selector}[${window}])) or vector(0)) + (sum(min_over_time(${selector}[${window}]) unless ${selector} offset ${window}) or vector(0))`;
}
function knownIncreaseOf(selector, window) {
  return `(${increaseOf(selector, window)}) and on() count(count_over_time(${selector}[${window}]))`;
}
function adviceOn(expression) {
  const inner = /^\s*sum\s*\(\s*increase\s*\(\s*([^[\]]*?)\s*\[[^\]]*\]\s*\)\s*\)/s.exec(expression)?.[1];
  if (!/\bincrease\s*\(/.test(expression) || /\bmin_over_time\s*\(/.test(expression)) {
    return [];
  }
  const better = inner === void 0 || selectorIn(inner) === void 0 ? "the selector alone" : `\`${inner.replaceAll("`", "'")}\``;
  return [
    `it counts by \`increase(\`, which misses the first value of every new series, so also the first errors. Give ${better}: the query that counts them is built from it`
  ];
}
async function isUnknown(name, queryUrl, headers2, { ask }) {
  const url2 = new URL(queryUrl);
  url2.pathname = url2.pathname.replace(/query$/, "label/__name__/values");
  url2.searchParams.append("match[]", `{__name__="${name}"}`);
  url2.searchParams.append("limit", "1");
  const answer = await ask({ url: url2.href, method: "GET", headers: headers2, body: void 0 });
  const parsed = answer.kind === "answered" ? jsonOf(answer.content) : void 0;
  const names = parsed !== void 0 && "json" in parsed ? nameList.safeParse(parsed.json) : void 0;
  return names?.success === true && names.data.data.length === 0;
}
function questionOf(url2, headers2, form) {
  if (form.length > LONGEST_IN_URL) {
    const typed = { ...headers2, "content-type": "application/x-www-form-urlencoded" };
    return { url: url2, method: "POST", headers: typed, body: form };
  }
  return { url: `${url2}${url2.includes("?") ? "&" : "?"}${form}`, method: "GET", headers: headers2, body: void 0 };
}
async function evaluate2({ url: url2, headers: headers2, form, notes, scrub }, ask) {
  const answer = await ask(questionOf(url2, headers2, new URLSearchParams(form).toString()));
  if (answer.kind === "failed") {
    return withoutNumber(failureOf(answer, scrub));
  }
  const parsed = jsonOf(answer.content);
  if ("problem" in parsed) {
    return withoutNumber(parsed.problem);
  }
  const understood = envelope.safeParse(parsed.json);
  if (!understood.success) {
    const refused = typeof parsed.json === "object" && parsed.json !== null && "error" in parsed.json;
    return refused ? withoutNumber(
      failureOf(
        { kind: "failed", why: "it refused the query", retryAfterMs: void 0, content: answer.content },
        scrub
      )
    ) : { kind: "failed", why: "it does not answer as Prometheus does" };
  }
  const { data, warnings, infos } = understood.data;
  for (const warning of [...warnings ?? [], ...infos ?? []]) {
    const note = `Prometheus says: ${(0,_with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_2__/* .shown */ .SP)(warning, scrub)}`;
    if (!notes.includes(note)) {
      notes.push(note);
    }
  }
  return seriesOf(data.resultType, data.result, (warnings ?? []).length > 0);
}
function seriesOf(type, result2, partial) {
  const parsed = type === "vector" ? vector.safeParse(result2) : type === "scalar" ? sample.transform((value) => [{ value }]).safeParse(result2) : void 0;
  if (parsed?.success !== true) {
    const why = ["matrix", "string"].includes(type) ? `the query answers a ${type}; it has to answer one number` : "it does not answer as Prometheus does";
    return { kind: "failed", why };
  }
  return { kind: "series", figures: parsed.data.map(({ value: [, text] }) => figureOf(text, "the value")), partial };
}
function single(series) {
  if (series.kind !== "series") {
    return series;
  }
  const [first] = series.figures;
  return series.figures.length > 1 ? { kind: "failed", why: `the query answers ${series.figures.length} series; aggregate them to one` } : first ?? { kind: "no-data", why: "the query answers no series" };
}
function sum(series, what) {
  if (series.kind !== "series") {
    return series;
  }
  let value = 0;
  for (const figure of series.figures) {
    if (figure.kind !== "number") {
      return figure;
    }
    value += figure.value;
  }
  return series.figures.length === 0 ? { kind: "no-data", why: `${what} answers no series` } : { kind: "number", value };
}
function hinted(errors, total) {
  const figure = sum(errors, "`errors`");
  const none = (series) => series.kind === "series" && series.figures.length === 0;
  return figure.kind === "no-data" && none(errors) && !none(total) ? { kind: "no-data", why: `${figure.why}; add \`or vector(0)\` to it if that means that nothing failed` } : figure;
}
function withoutNumber(figure) {
  return figure.kind === "number" ? { kind: "failed", why: "it does not answer as Prometheus does" } : figure;
}

// src/domain/gate/providers/index.ts
var PROVIDERS = { http, prometheus, "cloudflare-analytics-engine": analyticsEngine, command };
var PROVIDER_KEYS = { ...http.keys, ...prometheus.keys, ...analyticsEngine.keys, ...command.keys };




/***/ })

};

export const id = 892;
export const ids = [892];
export const modules = {

/***/ 892:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MetricSources: () => (/* binding */ MetricSources)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _chunk_Y5Y4RNGP_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8266);
/* harmony import */ var _chunk_AJ3CWY7T_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1836);
/* harmony import */ var _chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7260);
/* harmony import */ var _chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8847);
/* harmony import */ var _chunk_CIQNTVHH_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(579);
/* harmony import */ var _chunk_RSW7I5IM_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1947);
/* harmony import */ var _chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6127);
/* harmony import */ var _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(7477);
/* harmony import */ var _chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(3560);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);










// src/adapters/metrics/answer.ts
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
function jsonOf({ text, type }) {
  if (text.trim() === "") {
    return { problem: { kind: "no-data", why: "the answer is empty" } };
  }
  try {
    return { json: JSON.parse(text) };
  } catch {
    return {
      problem: {
        kind: "failed",
        why: (0,_chunk_Y5Y4RNGP_js__WEBPACK_IMPORTED_MODULE_1__/* .isHtml */ ._6)(text, type) ? `it answered with HTML${(0,_chunk_Y5Y4RNGP_js__WEBPACK_IMPORTED_MODULE_1__/* .titleIn */ .Ey)(text)}` : "its answer is no JSON"
      }
    };
  }
}
function failureOf(answer, scrub) {
  const { why, retryAfterMs: retryAfterMs2, content } = answer;
  const said = content === void 0 ? "" : (0,_chunk_Y5Y4RNGP_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)((0,_chunk_Y5Y4RNGP_js__WEBPACK_IMPORTED_MODULE_1__/* .saidIn */ .$g)(content.text, content.type), scrub);
  return { kind: "failed", why: said === "" ? why : `${why}: ${said}`, retryAfterMs: retryAfterMs2 };
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

// src/adapters/metrics/source.ts
function preparedUrl(template, filling) {
  const { send: send2, show } = (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(template, "url", filling);
  const url = URL.parse(send2.trim());
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") {
    throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP(
      "metric-unusable",
      `The metric \`${filling.metric}\` has no usable URL in \`${template.replaceAll("`", "'")}\`.`,
      "Use an absolute URL with https or http, and without a user and a password."
    );
  }
  return { url, show };
}
function preparedHeaders(source, filling) {
  return Object.fromEntries(
    Object.entries(source.headers).map(([name, value]) => [
      name.toLowerCase(),
      (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(value, "header", filling).send.trim()
    ])
  );
}

// src/adapters/metrics/analytics-engine.ts
var DEFAULT_API = "https://api.cloudflare.com/client/v4";
var SAMPLE_COLUMN = /^(?:samples?|rows|count|count\(\))$/i;
var result = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ik)({
  meta: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ik)({ name: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)() })).nullish(),
  data: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .record */ .g1)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)(), (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .unknown */ .L5)()))
});
function prepareAnalyticsEngine(source, filling, access) {
  const api = `${(access.baseUrl ?? DEFAULT_API).replace(/\/+$/, "")}/accounts/${access.accountId}/analytics_engine/sql`;
  const url = source.url === void 0 ? new URL(api) : preparedUrl(source.url, filling).url;
  const headers = { "content-type": "text/plain", ...preparedHeaders(source, filling) };
  const ownToken = url.origin === new URL(api).origin && !("authorization" in headers);
  if (ownToken) {
    Object.assign(headers, { authorization: `Bearer ${access.token}` });
  }
  const statement = (template) => {
    const { send: send2, show } = (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(template ?? "", "sql", filling);
    return { send: inJson(withSample(send2)), show: inJson(withSample(show)) };
  };
  const look = (sql, notes, ask, scrub) => evaluate({ url: url.href, headers, sql, notes, scrub, ownToken }, ask);
  if (source.errors !== void 0) {
    const errors = statement(source.errors);
    const total = statement(source.total);
    return {
      queries: [errors.show, total.show],
      ask: async (ask, scrub) => {
        const notes = [];
        const failed2 = await look(errors.send, notes, ask, scrub);
        const all = failed2.kind === "failed" ? failed2 : await look(total.send, notes, ask, scrub);
        const outcome = countsReading(failed2, all);
        return { reading: outcome.reading, notes: [...notes, ...outcome.notes ?? []] };
      }
    };
  }
  const value = statement(source.query);
  return {
    queries: [value.show],
    ask: async (ask, scrub) => {
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
async function evaluate({ url, headers, sql, notes, scrub, ownToken }, ask) {
  const answer = await ask({ url, method: "POST", headers, body: sql });
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

// src/adapters/metrics/http.ts
var import_json_p3 = (0,_chunk_DJHRYF43_js__WEBPACK_IMPORTED_MODULE_9__/* .__toESM */ .f1)((0,_chunk_BVH6COIM_js__WEBPACK_IMPORTED_MODULE_3__/* .require_json_p3_cjs */ ._)(), 1);
function prepareHttp(source, filling) {
  const { url, show } = preparedUrl(source.url ?? "", filling);
  const headers = preparedHeaders(source, filling);
  const body = source.body === void 0 ? void 0 : renderedBody(source.body, headers, filling);
  const method = source.method ?? (body === void 0 ? "GET" : "POST");
  const pathOf = (path2) => (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(path2, "jsonpath", filling).send;
  const { errors, total, path } = source;
  const read2 = errors !== void 0 && total !== void 0 ? countsAt(pathOf(errors), pathOf(total)) : valueAt(path === void 0 ? void 0 : pathOf(path));
  return {
    queries: [`${method} ${show}${body === void 0 ? "" : ` ${body.show}`}`],
    ask: async (ask, scrub) => {
      const answer = await ask({ url: url.href, method, headers, body: body?.send });
      return answer.kind === "failed" ? { reading: valueReading(failureOf(answer, scrub)) } : read2(answer.content);
    }
  };
}
function renderedBody(body, headers, filling) {
  headers["content-type"] ??= "application/json";
  const type = headers["content-type"].toLowerCase();
  const place = /^application\/x-www-form-urlencoded\b/.test(type) ? "form" : /[/+]json\b/.test(type) ? "json" : "text";
  return (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(body, place, filling);
}
function valueAt(path) {
  return (content) => {
    if (path === void 0) {
      return { reading: valueReading(bareNumber(content)) };
    }
    const parsed = jsonOf(content);
    return { reading: valueReading("json" in parsed ? figureAt(parsed.json, path) : parsed.problem) };
  };
}
function countsAt(errors, total) {
  return (content) => {
    const parsed = jsonOf(content);
    return "json" in parsed ? countsReading(figureAt(parsed.json, errors), figureAt(parsed.json, total)) : { reading: valueReading(parsed.problem) };
  };
}
function bareNumber({ text, type }) {
  const trimmed = text.trim();
  if ((0,_chunk_Y5Y4RNGP_js__WEBPACK_IMPORTED_MODULE_1__/* .isHtml */ ._6)(trimmed, /^[\w.+-]*$/.test(trimmed) ? "" : type)) {
    return { kind: "failed", why: `it answered with HTML${(0,_chunk_Y5Y4RNGP_js__WEBPACK_IMPORTED_MODULE_1__/* .titleIn */ .Ey)(text)}` };
  }
  if (/^[[{]/.test(trimmed)) {
    return { kind: "failed", why: "it answered with JSON; say with `path` where the number stands in it" };
  }
  return figureOf(/^".*"$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed, "the answer");
}
function figureAt(json, path) {
  let found;
  try {
    found = (0, import_json_p3.query)(path, json).values();
  } catch {
    return { kind: "failed", why: `\`${path}\` can't be looked up in the answer` };
  }
  if (found.length === 0) {
    return { kind: "no-data", why: `\`${path}\` is not in the answer` };
  }
  return found.length > 1 ? { kind: "failed", why: `\`${path}\` is ${found.length} times in the answer; it has to name one number` } : figureOf(found[0], `\`${path}\``);
}

// src/adapters/metrics/prometheus.ts
var LONGEST_IN_URL = 4e3;
var sample = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .tuple */ .PV)([(0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .number */ .ai)(), (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)()]);
var envelope = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ik)({
  status: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .literal */ .eu)("success"),
  data: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ik)({ resultType: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)(), result: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .unknown */ .L5)() }),
  warnings: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)()).nullish(),
  infos: (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .string */ .Yj)()).nullish()
});
var vector = (0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .array */ .YO)((0,_chunk_EHH45S75_js__WEBPACK_IMPORTED_MODULE_7__/* .object */ .Ik)({ value: sample }));
function preparePrometheus(source, filling) {
  const { url } = preparedUrl(source.url ?? "", filling);
  url.pathname = `${url.pathname.replace(/(?:\/api\/v1\/query)?\/*$/, "")}/api/v1/query`;
  const headers = preparedHeaders(source, filling);
  const promql = (template) => (0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_4__/* .render */ .XX)(template ?? "", "promql", filling);
  const look = (expression, notes, ask, scrub) => evaluate2({ url: url.href, headers, expression, notes, scrub }, ask);
  if (source.errors !== void 0) {
    const errors = promql(source.errors);
    const total = promql(source.total);
    return {
      queries: [errors.show, total.show],
      ask: async (ask, scrub) => {
        const notes = [];
        const failed2 = await look(errors.send, notes, ask, scrub);
        const all = failed2.kind === "failed" ? failed2 : await look(total.send, notes, ask, scrub);
        const outcome = countsReading(hinted(failed2, all), sum(all, "`total`"));
        return { reading: outcome.reading, notes: [...notes, ...outcome.notes ?? []] };
      }
    };
  }
  const value = promql(source.query);
  return {
    queries: [value.show],
    ask: async (ask, scrub) => {
      const notes = [];
      return { reading: valueReading(single(await look(value.send, notes, ask, scrub))), notes };
    }
  };
}
function questionOf(url, headers, form) {
  if (form.length > LONGEST_IN_URL) {
    const typed = { ...headers, "content-type": "application/x-www-form-urlencoded" };
    return { url, method: "POST", headers: typed, body: form };
  }
  return { url: `${url}${url.includes("?") ? "&" : "?"}${form}`, method: "GET", headers, body: void 0 };
}
async function evaluate2({ url, headers, expression, notes, scrub }, ask) {
  const answer = await ask(questionOf(url, headers, new URLSearchParams({ query: expression }).toString()));
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
    const note = `Prometheus says: ${(0,_chunk_Y5Y4RNGP_js__WEBPACK_IMPORTED_MODULE_1__/* .shown */ .SP)(warning, scrub)}`;
    if (!notes.includes(note)) {
      notes.push(note);
    }
  }
  return seriesOf(data.resultType, data.result);
}
function seriesOf(type, result2) {
  const parsed = type === "vector" ? vector.safeParse(result2) : type === "scalar" ? sample.transform((value) => [{ value }]).safeParse(result2) : void 0;
  if (parsed?.success !== true) {
    const why = ["matrix", "string"].includes(type) ? `the query answers a ${type}; it has to answer one number` : "it does not answer as Prometheus does";
    return { kind: "failed", why };
  }
  return { kind: "series", figures: parsed.data.map(({ value: [, text] }) => figureOf(text, "the value")) };
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

// src/adapters/metrics/request.ts
var ANSWER_LIMIT = 1024 * 1024;
function openLine({ http, signal, timeoutMs }) {
  const timeout = AbortSignal.timeout(timeoutMs);
  const either = AbortSignal.any([signal, timeout]);
  return async (question) => {
    try {
      return await read(await send(question, http, either));
    } catch (error) {
      if (signal.aborted) {
        throw new _chunk_W23EK4IL_js__WEBPACK_IMPORTED_MODULE_8__/* .TagshipError */ .bP(
          "cancelled",
          "The run was cancelled while it asked for a metric.",
          "Run the job again.",
          {
            cause: error
          }
        );
      }
      if (error instanceof _chunk_AJ3CWY7T_js__WEBPACK_IMPORTED_MODULE_2__/* .Astray */ .tA || error instanceof _chunk_AJ3CWY7T_js__WEBPACK_IMPORTED_MODULE_2__/* .SettingError */ .L_) {
        return failed(error.message);
      }
      return failed(
        timeout.aborted ? `it did not answer within ${timeoutMs / 1e3} s` : `it can't be reached (${reasonOf(error)})`
      );
    }
  };
}
function send({ url, method, headers, body }, http, signal) {
  return http.send({ url, method, headers: { "user-agent": "tagship", ...headers }, body, signal, isRepeatable: true });
}
async function read({ status, headers, body, leave }) {
  const text = await textOf(body);
  await leave();
  const content = text === void 0 ? void 0 : { status, type: headers["content-type"] ?? "", text };
  if (status < 200 || status > 299) {
    const waits = status === 429 || status === 503 ? retryAfterMs(headers["retry-after"]) : void 0;
    return { kind: "failed", why: `it answered ${status}`, retryAfterMs: waits, content };
  }
  return content === void 0 ? failed("its answer is over 1 MiB") : { kind: "answered", content };
}
async function textOf(body) {
  const chunks = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > ANSWER_LIMIT) {
      return void 0;
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
function retryAfterMs(header) {
  const text = header?.trim() ?? "";
  const wait = /^\d+(?:\.\d+)?$/.test(text) ? Number(text) * 1e3 : Date.parse(text) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : void 0;
}
function failed(why) {
  return { kind: "failed", why, retryAfterMs: void 0, content: void 0 };
}
function reasonOf(error) {
  return (0,_chunk_AJ3CWY7T_js__WEBPACK_IMPORTED_MODULE_2__/* .causesOf */ .cZ)(error).map(_chunk_AJ3CWY7T_js__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$N).findLast((code) => code !== "") ?? "no connection";
}

// src/adapters/metrics/metric-sources.ts
var MetricSources = class {
  #options;
  constructor(options) {
    this.#options = options;
  }
  check(metric, subject) {
    this.#prepare(metric, subject);
  }
  async measure(metric, subject) {
    const { http, signal } = this.#options;
    const { queries, ask } = this.#prepare(metric, subject);
    const scrub = this.#scrubber(metric);
    const line = openLine({ http, signal, timeoutMs: metric.source.timeoutMs });
    const { reading, notes = [] } = await ask(line, scrub);
    return {
      queries,
      reading: "why" in reading ? { ...reading, why: scrub(reading.why) } : reading,
      ...notes.length === 0 ? {} : { notes }
    };
  }
  #prepare(metric, subject) {
    const filling = { metric: metric.name, subject, lookup: this.#options.environment };
    switch (metric.source.provider) {
      case "http":
        return prepareHttp(metric.source, filling);
      case "prometheus":
        return preparePrometheus(metric.source, filling);
      case "cloudflare-analytics-engine":
        return prepareAnalyticsEngine(metric.source, filling, this.#options.cloudflare);
    }
  }
  /** What a server says may hold what it was sent, which stands there by its name then; or what another one was. */
  #scrubber(metric) {
    const { environment, cloudflare, secrets } = this.#options;
    const named = new Map((0,_chunk_7OOE4YDH_js__WEBPACK_IMPORTED_MODULE_4__/* .secretsOf */ .Fj)(metric, environment));
    named.set(cloudflare.token, "***");
    const longestFirst = [...named].filter(([secret]) => secret !== "").sort(([a], [b]) => b.length - a.length);
    return (text) => secrets.hide(longestFirst.reduce((clean, [secret, name]) => clean.replaceAll(secret, () => name), text));
  }
};



/***/ })

};

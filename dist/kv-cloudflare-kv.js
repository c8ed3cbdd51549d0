export const id = 6269;
export const ids = [6269];
export const modules = {

/***/ 6269:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CloudflareKv: () => (/* binding */ CloudflareKv)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_kv_failure_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9073);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(354);
/* harmony import */ var _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1592);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7802);
/* harmony import */ var _with_kv_api_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3419);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(3667);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);








// src/adapters/kv/bulk.ts
var BODY_BUDGET = _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .KV_LIMITS */ .f.bulkBody * 0.95;
function* bulkBatches(pairs) {
  let batch = [];
  let size = 0;
  for (const pair of pairs) {
    const { item, bytes } = bulkItem(pair);
    if (batch.length > 0 && (batch.length === _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .KV_LIMITS */ .f.bulkPairs || size + bytes > BODY_BUDGET)) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(item);
    size += bytes;
  }
  if (batch.length > 0) {
    yield batch;
  }
}
function bulkItem({ key, value, metadata }) {
  const text = exactText(value);
  const overhead = Buffer.byteLength(JSON.stringify({ key, metadata, base64: true })) + 20;
  if (text !== void 0) {
    const bytes = Buffer.byteLength(JSON.stringify(text));
    if (bytes <= Math.max(value.length * 4 / 3, 1e3)) {
      return { item: { key, value: text, metadata }, bytes: bytes + overhead };
    }
  }
  const encoded = Buffer.from(value).toString("base64");
  return { item: { key, value: encoded, base64: true, metadata }, bytes: encoded.length + overhead };
}
function exactText(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return void 0;
  }
}

// src/adapters/kv/envelope.ts
var namespacePage = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  success: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .eu)(true),
  result: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H)({ id: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), title: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)() })),
  result_info: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H)({ total_count: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)().optional() }))
});
var metadataEnvelope = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ success: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .eu)(true), result: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5)() });
var bulkGetResult = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  values: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .record */ .g1)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H)({ value: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5)(), metadata: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5)().optional() })))
});
var bulkGetEnvelope = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({ result: bulkGetResult });
var bulkEnvelope = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  success: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .eu)(true),
  result: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)(
    (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H)({
      successful_key_count: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .number */ .ai)().optional(),
      unsuccessful_keys: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)()))
    })
  )
});
var keyPage = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  success: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .eu)(true),
  result: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .array */ .YO)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H)({ name: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)(), metadata: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .unknown */ .L5)().optional() })),
  // The REST API tells the end by its cursor alone; where something says it in both ways, it has to say the same.
  result_info: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H)({ cursor: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)()), list_complete: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .nullish */ .cl)((0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .boolean */ .zM)()) }))
});
var valuesEnvelope = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .object */ .Ik)({
  success: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .literal */ .eu)(true),
  // No record: that would leave out a key named `__proto__`.
  result: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H)({ values: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .custom */ .Ie)((values) => typeof values === "object" && values !== null) })
});
var storedText = (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .looseObject */ ._H)({ value: (0,_with_zod_js__WEBPACK_IMPORTED_MODULE_4__/* .string */ .Yj)() });
function recordsOf(values) {
  const records = /* @__PURE__ */ new Map();
  for (const [key, record2] of Object.entries(values)) {
    if (record2 !== null && record2 !== void 0) {
      const { value, metadata } = record2;
      records.set(key, { metadata, value: typeof value === "string" ? bytesOf(value) : void 0 });
    }
  }
  return records;
}
function textsOf(answer, keys, doing) {
  const answered = new Map(Object.entries(understood(valuesEnvelope, answer, doing).result.values));
  const values = /* @__PURE__ */ new Map();
  const unclear = [];
  for (const key of keys) {
    const record2 = answered.get(key);
    const text = storedText.safeParse(record2).data?.value;
    const bytes = text === void 0 ? void 0 : bytesOf(text);
    if (bytes !== void 0) {
      values.set(key, bytes);
    } else if (record2 !== null) {
      unclear.push(key);
    }
  }
  return { values, unclear };
}
function bytesOf(text) {
  return text.includes("�") || !text.isWellFormed() ? void 0 : new TextEncoder().encode(text);
}
function pageOf(answer, asked, doing) {
  const { result, result_info: info } = understood(keyPage, answer, doing);
  const cursor = info?.cursor || void 0;
  const isComplete = info?.list_complete ?? cursor === void 0;
  if (isComplete !== (cursor === void 0)) {
    throw nonsense(doing, new Error("The listing is complete and goes on, or neither."));
  }
  if (cursor !== void 0 && cursor === asked) {
    throw nonsense(doing, new Error("The listing goes on where it is."));
  }
  return { keys: result.map(({ name, metadata }) => ({ key: name, metadata })), cursor };
}
function unsuccessfulKeys(answer, keys, doing) {
  const { result } = understood(bulkEnvelope, answer, doing);
  const named = result?.unsuccessful_keys ?? [];
  const count = result?.successful_key_count;
  return count !== void 0 && count + named.length < keys.length ? keys : named;
}
function understood(schema, answer, doing) {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) {
    throw nonsense(doing, parsed.error);
  }
  return parsed.data;
}
function nonsense(doing, cause) {
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TransientError */ .N_(
    new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP(
      "kv-unreachable",
      `What answered while ${doing} does not speak Cloudflare's API.`,
      "Check the proxy settings of the runner and `CLOUDFLARE_BASE_URL`, then run the job again.",
      { cause }
    )
  );
}

// src/adapters/kv/parallel.ts
async function inParallel(items, lanes, work) {
  const queue = items.values();
  let failed = false;
  const lane = async () => {
    for (const item of queue) {
      if (failed) {
        return;
      }
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
}
function chunksOf(items, most) {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, i) => items.slice(i * most, (i + 1) * most));
}

// src/adapters/kv/rate-limiter.ts
var CLOUDFLARE_BUDGET = { requests: 1e3, windowMs: 5 * 60 * 1e3 };
var NOTICEABLE_MS = 1e3;
var RequestBudget = class {
  #clock;
  #options;
  /** When the last requests went, oldest first: no more than a window may have. */
  #sent = [];
  #last = Promise.resolve();
  constructor(clock, options = CLOUDFLARE_BUDGET) {
    this.#clock = clock;
    this.#options = options;
  }
  /**
   * Waits until a request may go, which then counts.
   * @throws TagshipError `cancelled`, from the clock
   */
  take() {
    const turn = this.#last.then(() => this.#take());
    this.#last = turn.catch(() => void 0);
    return turn;
  }
  async #take() {
    const now = this.#clock.now();
    const free = this.#free(now);
    if (free > now) {
      if (free - now >= NOTICEABLE_MS) {
        this.#options.onWait?.(free - now);
      }
      await this.#clock.sleep(free - now);
    }
    this.#sent.push(Math.max(free, this.#clock.now()));
    if (this.#sent.length > this.#options.requests) {
      this.#sent.shift();
    }
  }
  /** The first moment at which the window has room. */
  #free(now) {
    const { requests, windowMs } = this.#options;
    if ((this.#sent.at(-1) ?? now) > now + windowMs) {
      this.#sent.length = 0;
    }
    const [oldest] = this.#sent;
    return oldest === void 0 || this.#sent.length < requests ? now : Math.max(now, oldest + windowMs);
  }
};

// src/adapters/kv/raw.ts
var HTML = /^text\/html\b/i;
var JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\b/i;
async function rawValue(response, doing) {
  const type = response.headers.get("content-type") ?? "";
  if (JSON_TYPE.test(type)) {
    (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonOf */ .o_)(response.status, await response.text(), response.headers.get("retry-after") ?? void 0);
  }
  if (HTML.test(type) || JSON_TYPE.test(type)) {
    await response.body?.cancel().catch(() => void 0);
    throw nonsense(doing, new Error(`It answered with ${type}.`));
  }
  const chunks = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .KV_LIMITS */ .f.value) {
      throw nonsense(doing, new Error(`It answered with more than ${_with_domain_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .KV_LIMITS */ .f.value} bytes.`));
    }
    chunks.push(chunk);
  }
  const value = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    value.set(chunk, at);
    at += chunk.byteLength;
  }
  return value;
}

// src/adapters/kv/cloudflare-kv.ts
var NAMESPACE_PAGE = 1e3;
var KEY_PAGE = 1e3;
var LIMIT_MS = 6e4;
var BYTES_PER_MS = 500;
var PARALLEL_READS = 6;
var FEW_KEYS = 8;
var BULK_READ_REFUSALS = ["kv-refused", "namespace-unknown", "account-unknown"];
var CloudflareKv = class {
  #sdk;
  #options;
  #budget;
  constructor(options) {
    this.#options = options;
    this.#budget = new RequestBudget(options.clock, { ...CLOUDFLARE_BUDGET, onWait: options.onWait });
  }
  /** Begins the connection that the first request will use. That request reports how it went. */
  connect() {
    this.#options.http.warm(this.#options.baseUrl ?? _with_kv_api_js__WEBPACK_IMPORTED_MODULE_5__/* .CLOUDFLARE */ .eX);
  }
  async namespaces() {
    const doing = "listing the KV namespaces";
    const found = [];
    for (let page = 1; ; page++) {
      const answer = await this.#ask(doing, void 0, (sdk) => sdk.listNamespaces(page, NAMESPACE_PAGE, this.#limits));
      const { result, result_info: info } = understood(namespacePage, answer, doing);
      found.push(...result.map(({ id, title }) => ({ id, title })));
      const complete = info?.total_count === void 0 ? result.length < NAMESPACE_PAGE : found.length >= info.total_count;
      if (complete || result.length === 0) {
        return found;
      }
    }
  }
  async read(namespace, keys) {
    const records = /* @__PURE__ */ new Map();
    for (let at = 0; at < keys.length; at += _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .KV_LIMITS */ .f.bulkGet) {
      const some = keys.slice(at, at + _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .KV_LIMITS */ .f.bulkGet);
      for (const [key, record2] of await this.#readSome(namespace, some)) {
        records.set(key, record2);
      }
    }
    return records;
  }
  async page(namespace, cursor) {
    const doing = "listing the keys";
    const answer = await this.#ask(doing, namespace, (sdk) => sdk.listKeys(namespace, KEY_PAGE, cursor, this.#limits));
    return pageOf(answer, cursor, doing);
  }
  async values(namespace, keys) {
    const values = /* @__PURE__ */ new Map();
    const unclear = [];
    await inParallel(chunksOf([...new Set(keys)], _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .KV_LIMITS */ .f.bulkGet), PARALLEL_READS, async (some) => {
      const texts = await this.#texts(namespace, some);
      for (const [key, value] of texts.values) {
        values.set(key, value);
      }
      unclear.push(...texts.unclear);
    });
    for (const [key, value] of await this.exactValues(namespace, unclear)) {
      values.set(key, value);
    }
    return values;
  }
  async exactValues(namespace, keys) {
    const values = /* @__PURE__ */ new Map();
    await inParallel(keys, PARALLEL_READS, async (key) => {
      const value = await this.#valueOf(namespace, key);
      if (value !== void 0) {
        values.set(key, value);
      }
    });
    return values;
  }
  async write(namespace, pairs) {
    const unsuccessful = [];
    for (const batch of bulkBatches(pairs)) {
      unsuccessful.push(...await this.#writeBatch(namespace, batch));
    }
    return unsuccessful;
  }
  async remove(namespace, keys) {
    const unsuccessful = [];
    for (let at = 0; at < keys.length; at += _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .KV_LIMITS */ .f.bulkPairs) {
      const body = keys.slice(at, at + _with_domain_limits_js__WEBPACK_IMPORTED_MODULE_3__/* .KV_LIMITS */ .f.bulkPairs);
      const answer = await this.#ask(
        `deleting ${body.length} keys`,
        namespace,
        (sdk) => sdk.remove(namespace, body, this.#limits)
      );
      unsuccessful.push(...unsuccessfulKeys(answer, body, `deleting ${body.length} keys`));
    }
    return unsuccessful;
  }
  async #writeBatch(namespace, batch) {
    const doing = `writing ${batch.length === 1 ? "one key" : `${batch.length} keys`}`;
    const size = batch.reduce((sum, { value }) => sum + value.length, 0);
    const answer = await this.#try(
      doing,
      namespace,
      () => (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_5__/* .callApi */ .px)(this.#options, {
        method: "PUT",
        namespace,
        path: "/bulk",
        body: batch,
        signal: this.#limited(LIMIT_MS + Math.ceil(size / BYTES_PER_MS))
      })
    );
    return unsuccessfulKeys(
      answer,
      batch.map(({ key }) => key),
      doing
    );
  }
  /**
   * Values and metadata in one request; where that is refused (a value is binary, or all of them are over 25 MiB), the
   * metadata key by key.
   */
  async #readSome(namespace, keys) {
    const doing = `reading ${keys.length === 1 ? "one key" : `${keys.length} keys`}`;
    try {
      const parsed = bulkGetEnvelope.safeParse(await this.#bulkGet(doing, namespace, keys));
      if (!parsed.success) {
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP("kv-refused", "The bulk read answered something else.", "", { cause: parsed.error });
      }
      return recordsOf(parsed.data.result.values);
    } catch (error) {
      if (isBulkReadRefused(error)) {
        return await this.#readMetadata(namespace, keys);
      }
      throw error;
    }
  }
  async #readMetadata(namespace, keys) {
    const records = /* @__PURE__ */ new Map();
    await inParallel(keys, PARALLEL_READS, async (key) => {
      const found = await this.#metadataOf(namespace, key);
      if (found !== void 0) {
        records.set(key, found);
      }
    });
    return records;
  }
  async #metadataOf(namespace, key) {
    const doing = `reading the metadata of \`${key}\``;
    const answer = await this.#try(doing, namespace, async () => {
      try {
        return await jsonIn(await (await this.#loadSdk()).metadata(namespace, key, this.#limits));
      } catch (error) {
        if ((0,_with_kv_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isKeyMissing */ .Ax)(error)) {
          return void 0;
        }
        throw error;
      }
    });
    return answer === void 0 ? void 0 : { metadata: understood(metadataEnvelope, answer, doing).result, value: void 0 };
  }
  /**
   * Values that are text, in one request. Where that is refused (a value is binary, or all of them are over 25 MiB), half
   * of the keys and the other half are tried: one binary value among many then costs few requests.
   */
  async #texts(namespace, keys) {
    if (keys.length === 1) {
      return { values: /* @__PURE__ */ new Map(), unclear: keys };
    }
    const doing = `reading the values of ${keys.length} keys`;
    try {
      return textsOf(await this.#bulkGet(doing, namespace, keys), keys, doing);
    } catch (error) {
      if (!isBulkReadRefused(error)) {
        throw error;
      }
      if (keys.length <= FEW_KEYS || !isForWhatIsAsked(error)) {
        return { values: /* @__PURE__ */ new Map(), unclear: keys };
      }
    }
    const [some, others] = chunksOf(keys, Math.ceil(keys.length / 2));
    const first = await this.#texts(namespace, some ?? []);
    const second = await this.#texts(namespace, others ?? []);
    return { values: new Map([...first.values, ...second.values]), unclear: [...first.unclear, ...second.unclear] };
  }
  async #valueOf(namespace, key) {
    const doing = `reading the value of \`${key}\``;
    return await this.#try(doing, namespace, async () => {
      try {
        return await rawValue(await (await this.#loadSdk()).value(namespace, key, this.#limits), doing);
      } catch (error) {
        if ((0,_with_kv_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isKeyMissing */ .Ax)(error)) {
          return void 0;
        }
        throw error;
      }
    });
  }
  get #limits() {
    return { timeout: LIMIT_MS, signal: this.#options.signal };
  }
  #limited(milliseconds) {
    return AbortSignal.any([this.#options.signal, AbortSignal.timeout(milliseconds)]);
  }
  #bulkGet(doing, namespace, keys) {
    return this.#try(
      doing,
      namespace,
      () => (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_5__/* .callApi */ .px)(this.#options, {
        method: "POST",
        namespace,
        path: "/bulk/get",
        body: { keys, type: "text", withMetadata: true },
        signal: this.#limited(LIMIT_MS)
      })
    );
  }
  #loadSdk() {
    this.#sdk ??= __webpack_require__.e(/* import() */ 6774).then(__webpack_require__.bind(__webpack_require__, 6774)).then(({ openSdk }) => openSdk(this.#options));
    return this.#sdk;
  }
  /** Makes one request that not every run makes, and answers the whole envelope of what the API says. */
  async #ask(doing, namespace, call) {
    return await this.#try(doing, namespace, async () => jsonIn(await call(await this.#loadSdk())));
  }
  /** Makes one request, as soon as the API allows one more. */
  async #try(doing, namespace, work) {
    await this.#budget.take();
    try {
      return await work();
    } catch (error) {
      if (error instanceof SyntaxError) {
        throw nonsense(doing, error);
      }
      throw (0,_with_kv_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .kvFailure */ .Gp)(error, {
        doing,
        now: this.#options.clock.now(),
        isCancelled: this.#options.signal.aborted,
        ...namespace === void 0 ? {} : { namespace }
      });
    }
  }
};
async function jsonIn(response) {
  return (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_5__/* .jsonOf */ .o_)(response.status, await response.text(), response.headers.get("retry-after") ?? void 0);
}
function isBulkReadRefused(error) {
  return error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP ? BULK_READ_REFUSALS.some((code) => code === error.code) : error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TransientError */ .N_ && (0,_with_kv_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoOperation */ .pL)(error);
}
function isForWhatIsAsked(refusal) {
  return refusal instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_6__/* .TagshipError */ .bP && refusal.code === "kv-refused" && !(0,_with_kv_failure_js__WEBPACK_IMPORTED_MODULE_1__/* .isNoOperation */ .pL)(refusal);
}



/***/ }),

/***/ 3419:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MZ: () => (/* binding */ codesOf),
/* harmony export */   TT: () => (/* binding */ saidBy),
/* harmony export */   eX: () => (/* binding */ CLOUDFLARE),
/* harmony export */   n5: () => (/* binding */ ApiRefusal),
/* harmony export */   o_: () => (/* binding */ jsonOf),
/* harmony export */   px: () => (/* binding */ callApi),
/* harmony export */   zI: () => (/* binding */ isCloudflares)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);

// src/adapters/kv/api.ts
var CLOUDFLARE = "https://api.cloudflare.com/client/v4";
var ApiRefusal = class extends Error {
  name = "ApiRefusal";
  status;
  /** Of the answer: its JSON, or nothing where it is none. */
  body;
  retryAfter;
  constructor(status, body, retryAfter) {
    super(`The API answered ${status}.`);
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
  }
};
async function callApi(access, { method, namespace, path, body, signal }) {
  const { http, token, accountId, baseUrl = CLOUDFLARE } = access;
  const account = encodeURIComponent(accountId);
  const { status, headers, ...answer } = await http.send({
    method,
    url: `${baseUrl.replace(/\/$/, "")}/accounts/${account}/storage/kv/namespaces/${encodeURIComponent(namespace)}${path}`,
    headers: {
      authorization: `Bearer ${token}`,
      accept: "application/json",
      "content-type": "application/json",
      "user-agent": "tagship"
    },
    body: JSON.stringify(body),
    signal,
    isRepeatable: method === "POST"
  });
  const chunks = [];
  for await (const chunk of answer.body) {
    chunks.push(chunk);
  }
  return jsonOf(status, Buffer.concat(chunks).toString("utf8"), headers["retry-after"]);
}
function jsonOf(status, text, retryAfter) {
  if (status < 200 || status > 299) {
    throw new ApiRefusal(status, parsed(text), retryAfter);
  }
  const answer = JSON.parse(text);
  const refusal = new ApiRefusal(status, answer, retryAfter);
  if (isCloudflares(refusal) && saidBy(refusal) !== "") {
    throw refusal;
  }
  return answer;
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function isCloudflares({ body }) {
  return typeof body === "object" && body !== null && "success" in body && body.success === false;
}
function errorsOf({ body }) {
  const list = typeof body === "object" && body !== null && "errors" in body ? body.errors : void 0;
  return Array.isArray(list) ? list.filter((one) => typeof one === "object" && one !== null) : [];
}
function codesOf(refusal) {
  return errorsOf(refusal).flatMap(({ code }) => typeof code === "number" ? [code] : []);
}
function saidBy(refusal) {
  const texts = errorsOf(refusal).flatMap(
    ({ code, message }) => typeof message === "string" ? [`${message.slice(0, 200).replace(/\.$/, "")}${code === void 0 ? "" : ` (${code})`}`] : []
  );
  return texts.length === 0 ? "" : ` Cloudflare says: ${texts.join("; ")}.`;
}




/***/ }),

/***/ 9073:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ax: () => (/* binding */ isKeyMissing),
/* harmony export */   Gp: () => (/* binding */ kvFailure),
/* harmony export */   pL: () => (/* binding */ isNoOperation)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(354);
/* harmony import */ var _with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3419);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);




// src/adapters/kv/failure.ts
var CODE = {
  authentication: [6003, 6111, 9103, 9106, 9109, 1e4, 10001],
  dailyLimit: 10048,
  keyNotFound: 10009,
  namespaceNotFound: 10013,
  noRoute: [7e3, 7003]
};
function isKeyMissing(error) {
  return error instanceof _with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiRefusal */ .n5 && error.status === 404 && (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .isCloudflares */ .zI)(error) && (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .codesOf */ .MZ)(error).every((code) => code === CODE.keyNotFound);
}
function isNoOperation(error) {
  const { cause } = error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientError */ .N_ ? error.failure : error;
  return cause instanceof _with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiRefusal */ .n5 && [404, 405, 501].includes(cause.status);
}
function kvFailure(error, context) {
  const { doing } = context;
  if (error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP || error instanceof _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientError */ .N_) {
    return error;
  }
  if (error instanceof _with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .ApiRefusal */ .n5) {
    return refusal(error, context);
  }
  if (context.isCancelled) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP("cancelled", `The run was cancelled while ${doing}.`, "Run the job again.", {
      cause: error
    });
  }
  const astray = (0,_with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .astrayIn */ .wU)(error);
  if (astray !== void 0) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "kv-refused",
      `Cloudflare's API was not used while ${doing}: ${astray.message}.`,
      "Set `CLOUDFLARE_BASE_URL` to the address where the API is, and check the proxy settings of the runner.",
      { cause: error }
    );
  }
  const failure = new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
    "kv-unreachable",
    `Cloudflare's API could not be reached while ${doing}: ${(0,_with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .whyOf */ .gf)(error).replace(/\.$/, "")}.`,
    "Check the network and proxy settings of the runner, then run the job again.",
    { cause: error }
  );
  return error instanceof _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingError */ .L_ ? failure : new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientError */ .N_(failure);
}
function refusal(error, { doing, namespace, now }) {
  const { status } = error;
  if (status === 404 && !(0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .isCloudflares */ .zI)(error)) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientError */ .N_(
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
        "kv-unreachable",
        `What answered 404 while ${doing} does not speak Cloudflare's API.`,
        "Check the proxy settings of the runner and `CLOUDFLARE_BASE_URL`, then run the job again.",
        { cause: error }
      )
    );
  }
  const codes = (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .codesOf */ .MZ)(error);
  const said = (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .saidBy */ .TT)(error);
  if (status === 429 || codes.includes(CODE.dailyLimit)) {
    return tooMuch(error, doing, now);
  }
  if (status >= 500 && status !== 501 || status === 408) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientError */ .N_(
      new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
        "kv-unreachable",
        `Cloudflare's API answered ${status} while ${doing}.${said}`,
        "Run the job again; see the Cloudflare status page if it stays.",
        { cause: error }
      ),
      retryAfter(error, now)
    );
  }
  if (isAboutTheToken(error)) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "kv-auth",
      `Cloudflare refused the API token while ${doing}.${said}`,
      "Pass a valid token as `cloudflare-api-token`, with the permission Workers KV Storage: Edit on this account.",
      { cause: error }
    );
  }
  if (codes.some((code) => CODE.noRoute.some((known) => known === code))) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "account-unknown",
      `Cloudflare knows no such account while ${doing}.${said}`,
      "Check `cloudflare-account-id`: it is the 32 hex digits in the URL of the dashboard.",
      { cause: error }
    );
  }
  if (namespace !== void 0 && (status === 404 || codes.includes(CODE.namespaceNotFound))) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "namespace-unknown",
      `The Cloudflare account has no KV namespace ${namespace}.${said}`,
      "Correct the id, or check that `cloudflare-account-id` is the account the namespace is in.",
      { cause: error }
    );
  }
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
    "kv-refused",
    `Cloudflare's API ${status < 300 ? "refused a request" : `answered ${status}`} while ${doing}.${said}`,
    "Check the inputs `cloudflare-account-id` and `kv-namespace`; report the answer if they are right.",
    { cause: error }
  );
}
function isAboutTheToken(error) {
  const known = CODE.authentication;
  return error.status === 401 || error.status === 403 || (0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .codesOf */ .MZ)(error).some((code) => known.includes(code));
}
function tooMuch(error, doing, now) {
  if ((0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .codesOf */ .MZ)(error).includes(CODE.dailyLimit)) {
    return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "rate-limited",
      `The Cloudflare account has used up its KV operations of today, which ended ${doing}.${(0,_with_kv_api_js__WEBPACK_IMPORTED_MODULE_2__/* .saidBy */ .TT)(error)}`,
      "Run the job again after 00:00 UTC, when the count begins anew, or upgrade the account to the Workers Paid plan. Fewer keys need fewer writes: one layout under `keys`, a smaller `retention`.",
      { cause: error }
    );
  }
  return new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TransientError */ .N_(
    new _with_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .TagshipError */ .bP(
      "rate-limited",
      `Cloudflare's API limits the rate of requests; it did so while ${doing}.`,
      "Run the job again in five minutes.",
      { cause: error }
    ),
    retryAfter(error, now)
  );
}
function retryAfter(error, now) {
  const header = error.retryAfter?.trim();
  if (header === void 0 || header === "") {
    return void 0;
  }
  const seconds = Number(header);
  if (Number.isFinite(seconds)) {
    return Math.max(0, seconds * 1e3);
  }
  const date = Date.parse(header);
  return Number.isNaN(date) ? void 0 : Math.max(0, date - now);
}




/***/ })

};

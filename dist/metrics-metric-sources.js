export const id = 8229;
export const ids = [8229];
export const modules = {

/***/ 8229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   MetricSources: () => (/* binding */ MetricSources)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_metrics_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9398);
/* harmony import */ var _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7958);
/* harmony import */ var _with_string_argv_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1729);
/* harmony import */ var _with_domain_server_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4923);
/* harmony import */ var _with_json_p3_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4903);
/* harmony import */ var _with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(2459);
/* harmony import */ var _with_domain_component_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(9133);
/* harmony import */ var _with_fastest_levenshtein_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(2787);
/* harmony import */ var _with_semver_2_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(8071);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(354);
/* harmony import */ var _with_zod_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7802);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(1472);
/* harmony import */ var _with_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(3667);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(1421);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);














// src/adapters/metrics/program-runner.ts

var OUTPUT_LIMIT = 1024 * 1024;
var COMPLAINT_LIMIT = 500;
function openShop({ directory, inherited, signal, timeoutMs }) {
  return async ({ argv: [program = "", ...args], variables }) => {
    const timeout = AbortSignal.timeout(timeoutMs);
    const ended = await new Promise((resolve) => {
      const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_14__.spawn)(program, args, {
        cwd: directory,
        env: { ...inherited, ...variables },
        stdio: ["ignore", "pipe", "pipe"],
        // A group of its own, so that nothing stays behind.
        detached: true
      });
      const [out, err] = [[], []];
      let size = 0;
      const either = AbortSignal.any([signal, timeout]);
      const end = (why) => {
        either.removeEventListener("abort", late);
        try {
          process.kill(-(child.pid ?? Number.NaN), "SIGKILL");
        } catch {
        }
        resolve({ kind: "failed", why });
      };
      const late = () => end(`it did not end within ${timeoutMs / 1e3} s`);
      const keep = (chunks) => (chunk) => {
        size += chunk.length;
        if (size > OUTPUT_LIMIT) {
          end("it printed over 1 MiB");
        } else {
          chunks.push(chunk);
        }
      };
      child.stdout.on("data", keep(out));
      child.stderr.on("data", keep(err));
      child.on("error", (error) => {
        either.removeEventListener("abort", late);
        resolve({ kind: "failed", why: `\`${program}\` cannot be started (${codeOf(error)})` });
      });
      child.on("close", (code, by) => {
        either.removeEventListener("abort", late);
        const stdout = Buffer.concat(out).toString();
        const said = complaint(Buffer.concat(err).toString() || stdout);
        const how = code === null ? `it was ended by ${by}` : `it ended with code ${code}`;
        resolve(code === 0 ? { kind: "ended", stdout } : { kind: "failed", why: `${how}${said}` });
      });
      either.addEventListener("abort", late, { once: true });
      if (either.aborted) {
        late();
      }
    });
    if (signal.aborted) {
      throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP("cancelled", "The run was cancelled while it measured.", "Run the job again.");
    }
    return ended;
  };
}
function complaint(text) {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/[\s\p{Cc}]+/gu, " ").trim());
  const last = lines.findLast((line) => line !== "");
  return last === void 0 ? "" : `: ${last.slice(0, COMPLAINT_LIMIT).toWellFormed()}`;
}
function codeOf(error) {
  return "code" in error && typeof error.code === "string" ? error.code : "no reason given";
}

// src/adapters/metrics/metric-sources.ts
var MetricSources = class {
  #options;
  /** What the versions before had, by gate and metric. */
  #earlier = /* @__PURE__ */ new Map();
  constructor(options) {
    this.#options = options;
  }
  async check(metric, subject) {
    const { source } = metric;
    const sources = source.control === void 0 ? [source] : [source, { ...source, ...source.control }];
    const prepared = sources.map((one) => this.#prepare(metric, one, subject));
    for (const { verify } of prepared) {
      const wrong = await verify?.(this.#effects(metric, source));
      if (wrong !== void 0) {
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_12__/* .TagshipError */ .bP(
          "metric-unusable",
          `The metric \`${metric.name}\` cannot be measured: ${wrong}.`,
          "Correct the name. A counter that begins to exist with its first failure can be counted by a label of one that is always there."
        );
      }
    }
    const advice = prepared.flatMap((one) => one.advice ?? []);
    return [...new Set(advice)].map((clause) => `About the metric \`${metric.name}\`: ${clause}.`);
  }
  async measure(metric, subject) {
    const { control } = metric.source;
    const own = await this.#ask(metric, metric.source, subject);
    if (own.reading.kind !== "counts") {
      return own;
    }
    const [others, earlier] = [
      control === void 0 ? void 0 : await this.#ask(metric, { ...metric.source, ...control }, subject),
      await this.#before(metric, subject)
    ];
    const queries = [own, others, earlier].flatMap((one) => one?.queries ?? []);
    const notes = [own, others, earlier].flatMap((one) => one?.notes ?? []);
    if (others?.reading.kind === "failed") {
      const { why, retryAfterMs } = others.reading;
      return { queries, reading: { kind: "failed", why: `of what was not deployed: ${why}`, retryAfterMs }, notes };
    }
    const reading = {
      ...own.reading,
      ...others?.reading.kind === "counts" ? { control: others.reading } : {},
      ...earlier?.reading.kind === "counts" ? { before: earlier.reading } : {}
    };
    const all = [...notes, ...[others, earlier].flatMap(silence)];
    return { queries, reading, ...all.length === 0 ? {} : { notes: all } };
  }
  /** What the version before had before the deploy: asked until it is answered, since that changes no more. */
  async #before(metric, subject) {
    const { beforeMs } = metric.source;
    if (beforeMs === void 0 || subject.previous === void 0) {
      return void 0;
    }
    const key = JSON.stringify([metric.name, subject.component, subject.environment, subject.since]);
    const known = this.#earlier.get(key);
    if (known !== void 0) {
      return known;
    }
    const then = { version: subject.previous, since: subject.since - beforeMs, elapsed: beforeMs, past: true };
    const found = await this.#ask(metric, metric.source, { ...subject, ...then });
    if (found.reading.kind === "counts") {
      this.#earlier.set(key, found);
    }
    return found;
  }
  async #ask(metric, source, subject) {
    const { queries, measure } = this.#prepare(metric, source, subject);
    const effects = this.#effects(metric, source);
    const { reading, notes = [] } = await measure(effects);
    return {
      queries,
      reading: "why" in reading ? { ...reading, why: effects.scrub(reading.why) } : reading,
      ...notes.length === 0 ? {} : { notes }
    };
  }
  #effects(metric, { timeoutMs }) {
    const { http, signal, directory, inherited } = this.#options;
    return {
      ask: (0,_with_metrics_request_js__WEBPACK_IMPORTED_MODULE_1__/* .openLine */ .T)({ http, signal, timeoutMs }),
      run: openShop({ directory, inherited, signal, timeoutMs }),
      scrub: this.#scrubber(metric)
    };
  }
  #prepare(metric, source, subject) {
    const filling = { metric: metric.name, subject, lookup: this.#options.environment };
    return _with_providers_prometheus_js__WEBPACK_IMPORTED_MODULE_2__/* .PROVIDERS */ .xq[source.provider].prepare(source, filling, this.#options.cloudflare);
  }
  /** What a server says may hold what it was sent, which stands there by its name then; or what another one was. */
  #scrubber(metric) {
    const { environment, cloudflare, secrets } = this.#options;
    const named = new Map((0,_with_gate_placeholders_js__WEBPACK_IMPORTED_MODULE_6__/* .secretsOf */ .Fj)(metric, environment));
    named.set(cloudflare.token, "***");
    const longestFirst = [...named].filter(([secret]) => secret !== "").sort(([a], [b]) => b.length - a.length);
    return (text) => secrets.hide(longestFirst.reduce((clean, [secret, name]) => clean.replaceAll(secret, () => name), text));
  }
};
function silence(measured) {
  return measured !== void 0 && "why" in measured.reading ? [`nothing to compare with: ${measured.reading.why}`] : [];
}



/***/ }),

/***/ 9398:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ openLine)
/* harmony export */ });
/* harmony import */ var node_module__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8995);
/* harmony import */ var _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(354);
/* harmony import */ var _with_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1472);

const require = (0,node_module__WEBPACK_IMPORTED_MODULE_0__.createRequire)(import.meta.url);



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
        throw new _with_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .TagshipError */ .bP(
          "cancelled",
          "The run was cancelled while it asked for a metric.",
          "Run the job again.",
          {
            cause: error
          }
        );
      }
      if (error instanceof _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .Astray */ .tA || error instanceof _with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .SettingError */ .L_) {
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
  return (0,_with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .causesOf */ .cZ)(error).map(_with_http_agents_js__WEBPACK_IMPORTED_MODULE_1__/* .codeOf */ .$N).findLast((code) => code !== "") ?? "no connection";
}




/***/ })

};

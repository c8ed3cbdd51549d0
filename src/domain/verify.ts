import * as z from 'zod';
import type { Component } from './component.ts';
import { componentId } from './component.ts';
import { milliseconds } from './duration.ts';
import { environmentName } from './environment-name.ts';
import { type Answer, type Content, jsonOf, oneAt } from './gate/answer.ts';
import { positiveDuration } from './gate/metric-schema.ts';
import { type Filling, forbiddenVariable, placeholderProblem, render, textsOf } from './gate/placeholders.ts';
import { GATE_DEFAULTS } from './gate/policy.ts';
import { headers, problemAt, type Question } from './gate/provider.ts';
import { method, preparedRequest } from './gate/providers/http.ts';
import { headerProblems, jsonPathProblem, metricUrlProblem } from './gate/template-check.ts';
import { dispatchWords } from './post-mortem/shell.ts';
import { type Scrub, saidIn, shown } from './server-words.ts';
import { duration } from './text.ts';

/** What holds where a probe says nothing else. KV itself takes up to a minute to show a write everywhere. */
const DEFAULTS = { attempts: 5, intervalMs: 10_000 } as const;

const probeSchema = z
  .strictObject({
    url: z.string().meta({ description: 'What is asked. Placeholders as in the metrics of a gate.' }),
    method,
    headers,
    body: z.string().optional(),
    status: z
      .int()
      .min(100)
      .max(599)
      .optional()
      .meta({ description: 'The status that it has to answer; by default any from 200 to 299.' }),
    path: z.string().optional().meta({ description: 'A JSON path that has to be in the answer.' }),
    equals: z
      .union([z.string(), z.number(), z.boolean(), z.null()])
      .optional()
      .meta({ description: 'What stands at `path`; without `path`, the whole answer.' }),
    contains: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'A text that is part of what stands at `path`; without `path`, of the whole answer.' }),
    latency: positiveDuration.optional().meta({ description: 'How long the answer may take to be good.' }),
    timeout: positiveDuration
      .optional()
      .meta({ description: 'After how long no answer is waited for; default `10s`.' }),
    attempts: z.int().min(1).max(100).optional().meta({ description: 'How often it is asked at most; default 5.' }),
    interval: positiveDuration.optional().meta({ description: 'Between two attempts; default `10s`.' }),
  })
  .check(({ value, issues }) => {
    const { url, path, body, equals, contains } = value;
    const texts = [body, typeof equals === 'string' ? equals : undefined, contains];
    const problems = [
      ...problemAt('url', metricUrlProblem(url)),
      ...problemAt('path', path === undefined ? undefined : jsonPathProblem(path)),
      ...problemAt('method', body !== undefined && value.method === 'GET' ? 'a GET request has no body' : undefined),
      ...texts.flatMap((text, at) =>
        problemAt(['body', 'equals', 'contains'][at] ?? '', text === undefined ? undefined : placeholderProblem(text)),
      ),
      ...headerProblems(value.headers ?? {}),
      ...textsOf(value).flatMap(({ path: at, text }) => {
        const forbidden = forbiddenVariable(text);
        const message = `\`\${${forbidden}}\` is never sent to a probe; pass a secret of its own`;
        return forbidden === undefined ? [] : [{ path: at, message }];
      }),
    ];
    for (const problem of problems) {
      issues.push({ code: 'custom', path: [...problem.path], message: problem.message, input: value });
    }
  });

/** A probe as the configuration has it. */
export type Probe = z.output<typeof probeSchema>;

/** What has to be seen in another environment before a version is put into this one. */
export const verifySchema = z
  .strictObject({
    environment: environmentName.meta({ description: 'The environment that has to have the version already.' }),
    probes: z.array(probeSchema).min(1).max(50),
  })
  .meta({ description: 'What is asked of another environment that has the version before it is put here.' });

export type VerifyPolicy = z.output<typeof verifySchema>;

/** How often a probe is asked, and how long it may take; in milliseconds. */
export function patienceOf({ attempts, interval, timeout }: Probe): {
  readonly attempts: number;
  readonly intervalMs: number;
  readonly timeoutMs: number;
} {
  return {
    attempts: attempts ?? DEFAULTS.attempts,
    intervalMs: milliseconds(interval, DEFAULTS.intervalMs),
    timeoutMs: milliseconds(timeout, GATE_DEFAULTS.metricTimeoutMs),
  };
}

/** A probe made ready to be asked once. */
export interface PreparedProbe {
  readonly question: Question;
  /** As it is sent, but without secrets. */
  readonly show: string;
  /**
   * What is wrong with an answer, as a clause; undefined where it is as it should be.
   * @param tookMs how long it took to come
   */
  readonly judge: (answer: Answer, tookMs: number, scrub: Scrub) => string | undefined;
}

/**
 * Fills in the placeholders of a probe, each escaped for where it stands.
 * @throws TagshipError `verify-failed`, `input-missing`
 */
export function prepareProbe(probe: Probe, subject: Filling['subject'], lookup: Filling['lookup']): PreparedProbe {
  const filling: Filling = { metric: probe.url, what: 'probe', subject, lookup };
  const { question, show } = preparedRequest(probe, filling);
  // What is compared stands in no language.
  const text = (template: string) => render(template, 'argument', filling);
  const { status, path, equals, contains, latency } = probe;
  const expected: Expected = {
    status,
    path: path === undefined ? undefined : render(path, 'jsonpath', filling).send,
    equals: equals === undefined ? undefined : text(String(equals)),
    contains: contains === undefined ? undefined : text(contains),
    latencyMs: latency === undefined ? undefined : milliseconds(latency, 0),
  };
  return { question, show, judge: (answer, tookMs, scrub) => wrongWith(answer, tookMs, expected, scrub) };
}

interface Compared {
  readonly send: string;
  readonly show: string;
}

interface Expected {
  readonly status: number | undefined;
  readonly path: string | undefined;
  readonly equals: Compared | undefined;
  readonly contains: Compared | undefined;
  readonly latencyMs: number | undefined;
}

function wrongWith(answer: Answer, tookMs: number, expected: Expected, scrub: Scrub): string | undefined {
  const { content } = answer;
  if (content === undefined) {
    return answer.kind === 'failed' ? answer.why : undefined;
  }
  const { status, path, equals, contains, latencyMs } = expected;
  const said = shown(saidIn(content.text, content.type), scrub);
  const saying = said === '' ? '' : `: ${said}`;
  const isWanted = status === undefined ? content.status >= 200 && content.status <= 299 : content.status === status;
  if (!isWanted) {
    return `it answered ${content.status}${status === undefined ? '' : ` and not ${status}`}${saying}`;
  }
  if (latencyMs !== undefined && tookMs > latencyMs) {
    return `it took ${duration(tookMs)} to answer, and at most ${duration(latencyMs)} are allowed`;
  }
  return path === undefined && equals === undefined && contains === undefined
    ? undefined
    : wrongAt(content, expected, scrub, saying);
}

/** What is wrong with what stands in an answer. @param saying what the server said, behind a clause */
function wrongAt(content: Content, expected: Expected, scrub: Scrub, saying: string): string | undefined {
  const { path, equals, contains } = expected;
  const found = path === undefined ? { value: content.text.trim() } : valueAt(content, path);
  if ('why' in found) {
    return `${found.why}${saying}`;
  }
  const value = typeof found.value === 'object' ? JSON.stringify(found.value) : String(found.value);
  const place = path === undefined ? 'the answer' : `\`${path}\``;
  const stands = `\`${shown(value, scrub).replaceAll('`', "'")}\``;
  if (equals !== undefined && value !== equals.send) {
    return `${place} is ${stands} and not \`${named(equals)}\``;
  }
  return contains !== undefined && !value.includes(contains.send)
    ? `${place} does not have \`${named(contains)}\` in it: ${stands}`
    : undefined;
}

/** What was expected, for people; a variable stands there by its name. */
function named({ show }: Compared): string {
  return shown(show, (text) => text).replaceAll('`', "'");
}

function valueAt(content: Content, path: string): { readonly value: unknown } | { readonly why: string } {
  const parsed = jsonOf(content);
  if ('problem' in parsed) {
    return { why: parsed.problem.why };
  }
  const found = oneAt(parsed.json, path, 'value');
  return 'value' in found ? found : { why: found.problem.why };
}

/** The command that puts a version into an environment, by `examples/workflows/promote.yml`. */
export function promoteCommand(component: Component, environment: string, version: string): string {
  const words = dispatchWords('promote.yml', { component: componentId(component), environment, version });
  return `\`${words.join(' ')}\``;
}

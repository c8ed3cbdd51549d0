import * as z from 'zod';
import type { Scrub } from '../server-words.ts';
import type { Answer, Outcome } from './answer.ts';
import type { Filling } from './placeholders.ts';

/** Something wrong with a metric, at the key it is about. */
export interface MetricProblem {
  readonly path: readonly string[];
  readonly message: string;
}

/** What is sent; header names are in lower case. */
export interface Question {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Asks questions within one time limit. */
export type Ask = (question: Question) => Promise<Answer>;

/** A program to run, without a shell. */
export interface Program {
  readonly argv: readonly string[];
  /** What it gets of the step's environment, beside what any program needs. */
  readonly variables: Readonly<Record<string, string>>;
}

/** How a program ended. */
export type Ended =
  | { readonly kind: 'ended'; readonly stdout: string }
  /** A clause such as `it ended with code 3`, with what it said. */
  | { readonly kind: 'failed'; readonly why: string };

/** Runs a program within a time limit, and with a limit of what it prints. */
export type Run = (program: Program) => Promise<Ended>;

/** What a provider may do in the world. */
export interface Effects {
  readonly ask: Ask;
  readonly run: Run;
  readonly scrub: Scrub;
}

/** Whose Cloudflare account is asked. */
export interface CloudflareAccess {
  readonly token: string;
  readonly accountId: string;
  /** Where the API is, `/client/v4` included; Cloudflare's own when undefined. */
  readonly baseUrl: string | undefined;
}

/** A metric made ready to be measured once. */
export interface Prepared {
  /** What is asked, as it is sent, but without secrets. */
  readonly queries: readonly string[];
  readonly measure: (effects: Effects) => Promise<Outcome>;
  /** What could be asked better, each a clause about the metric. */
  readonly advice?: readonly string[];
  /** Asks the source whether it knows what is asked for at all. @returns what is wrong, as a clause */
  readonly verify?: (effects: Effects) => Promise<string | undefined>;
}

/** The values of a shape's keys. */
export type KeysOf<Shape extends z.ZodRawShape> = Readonly<z.output<z.ZodObject<Shape>>>;

/** Where metrics come from: everything that is special about one provider. */
export interface Provider<Shape extends z.ZodRawShape> {
  /** The keys it takes in the configuration, beside those of every metric. */
  readonly keys: Shape;
  /** What is wrong with a metric, beyond the types of its keys. */
  readonly problems: (metric: KeysOf<Shape>) => readonly MetricProblem[];
  /** Whether a metric can be asked about a time in the past. */
  readonly past: (metric: KeysOf<Shape>) => boolean;
  /**
   * Fills in the placeholders.
   * @throws TagshipError `metric-unusable`, `input-missing`
   */
  readonly prepare: (source: KeysOf<Shape>, filling: Filling, cloudflare: CloudflareAccess) => Prepared;
}

/** A provider with the types of its keys. */
export function provider<const Shape extends z.ZodRawShape>(one: Provider<Shape>): Provider<Shape> {
  return one;
}

/** Keys that several providers take. */
export const url = z.string().optional();
export const headers = z.record(z.string(), z.string()).optional();
export const query = z.string().optional();
export const path = z.string().optional();
/** The failed requests since the deploy, and all of them. */
export const counts = { errors: z.string().optional(), total: z.string().optional() };

/** A problem at one key. */
export function problemAt(key: string, message: string | undefined): MetricProblem[] {
  return message === undefined ? [] : [{ path: [key], message }];
}

/** Whether a metric counts failed requests, or else measures a value. */
export function isCounts(metric: {
  readonly errors?: string | undefined;
  readonly total?: string | undefined;
}): boolean {
  return metric.errors !== undefined || metric.total !== undefined;
}

import type { RecordedRequest, Reply, ServiceName } from '../types.ts';

/** What can go wrong between a client and a service. */
export type Fault =
  /** The connection is reset before any answer; the request is not carried out. */
  | 'refuse'
  /** The request is carried out, and the connection ends before any answer. */
  | 'lost-answer'
  /** The request is carried out, and the connection ends after the headers and half of the answer's body. */
  | 'reset-mid-body'
  /** The request is carried out, and half of the answer's body comes as if it were the whole. */
  | 'truncated'
  /** No answer until the client gives up; the request is not carried out. */
  | 'stall'
  /** No answer until the client gives up; the request is carried out. */
  | 'stall-carried-out'
  /** 200 with a web page, as a captive portal answers; the request is not carried out. */
  | 'nonsense-html'
  /** 200 with JSON of another API; the request is not carried out. */
  | 'nonsense-json'
  /** This answer instead of the service's, such as `{ status: 429, headers: { 'retry-after': '1' } }`. */
  | Reply;

/** The requests a fault is for. */
export type FaultTarget =
  /** Called once per request, in order of arrival, as long as the fault is not used up. */
  | ((request: RecordedRequest) => boolean)
  | {
      readonly service?: ServiceName;
      readonly operation?: string;
      /** The first of the requests that fit otherwise to fail, counted from 1 when the fault was added; 1 if absent. */
      readonly nth?: number;
    };

/** A fault and when it happens. */
export interface FaultRule {
  readonly when: FaultTarget;
  readonly fault: Fault;
  /** For how many requests; 1 if absent, Infinity for ever. */
  readonly times?: number;
}

/** The faults a test has switched on. */
export interface Faults {
  /** Adds a fault; returns what removes it. Of several that fit a request, the one added first happens. */
  add(rule: FaultRule): () => void;
  /** Removes all faults. */
  clear(): void;
}

/** Milliseconds a request waits before it is handled. */
export type Latency = number | ((request: RecordedRequest) => number);

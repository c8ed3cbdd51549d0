import type { Scenario } from './simulate.ts';

/** What is simulated; the limit is 5 %. The shares that are promised are those of independent failures. */
export const SCENARIOS: readonly Scenario[] = [
  {
    name: 'a little better than the limit (4 %): 10 looks × 30 requests',
    rate: 0.04,
    looks: 10,
    requests: 30,
    correlation: 0,
    promise: { kind: 'at most', share: 0.01 },
  },
  {
    name: 'exactly at the limit (5 %): 30 looks × 100 requests',
    rate: 0.05,
    looks: 30,
    requests: 100,
    correlation: 0,
    promise: { kind: 'at most', share: 0.05 },
  },
  {
    name: 'healthy (1 %), little traffic: 10 looks × 3 requests',
    rate: 0.01,
    looks: 10,
    requests: 3,
    correlation: 0,
    promise: { kind: 'at most', share: 0 },
  },
  {
    name: 'twice the limit (10 %): 10 looks × 30 requests',
    rate: 0.1,
    looks: 10,
    requests: 30,
    correlation: 0,
    promise: { kind: 'at least', share: 0.8 },
  },
  {
    name: '2 %, 10 × 30, failures in bursts (ICC 0.05)',
    rate: 0.02,
    looks: 10,
    requests: 30,
    correlation: 0.05,
    promise: undefined,
  },
  {
    name: '4 %, 10 × 30, failures in bursts (ICC 0.05)',
    rate: 0.04,
    looks: 10,
    requests: 30,
    correlation: 0.05,
    promise: undefined,
  },
  {
    name: '5 %, 30 × 100, failures in bursts (ICC 0.05)',
    rate: 0.05,
    looks: 30,
    requests: 100,
    correlation: 0.05,
    promise: undefined,
  },
  {
    name: '10 %, 10 × 30, failures in bursts (ICC 0.05)',
    rate: 0.1,
    looks: 10,
    requests: 30,
    correlation: 0.05,
    promise: undefined,
  },
];

import { analyticsEngine } from './analytics-engine.ts';
import { command } from './command.ts';
import { http } from './http.ts';
import { prometheus } from './prometheus.ts';

/** Where metrics come from, by the name in the configuration. */
export const PROVIDERS = { http, prometheus, 'cloudflare-analytics-engine': analyticsEngine, command };

export type ProviderName = keyof typeof PROVIDERS;

/** The keys of all providers; one that a metric's own provider does not take is refused by `metricSchema`. */
export const PROVIDER_KEYS = { ...http.keys, ...prometheus.keys, ...analyticsEngine.keys, ...command.keys };

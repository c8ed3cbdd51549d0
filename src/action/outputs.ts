import type { RolloutReport, RunReport } from '../commands/report.ts';
import type { Result } from './result-schema.ts';
import { type Report, resultOf } from './results.ts';

/** What an output is, and what it is after a command. */
interface Output {
  /** The words of `action.yml` and the README. */
  readonly description: string;
  readonly value: (report: Report) => string;
}

/** The outputs, but for `result` and `result-file`, which are made of the whole. */
export const OUTPUTS = {
  component: {
    description: 'The component, as `prompts/extraction`; empty unless exactly one took part.',
    value: (report) => partOf(report).component ?? '',
  },
  environment: {
    description: 'The environment; empty for a version tag, and unless exactly one component took part.',
    value: (report) => partOf(report).environment ?? '',
  },
  version: {
    description: 'The version there now; empty unless exactly one component took part.',
    value: (report) => partOf(report).version ?? '',
  },
  'previous-version': {
    description: 'The version there before; empty if it was the same, or none.',
    value: (report) => partOf(report).previousVersion ?? '',
  },
  sha: {
    description: 'The commit of the version; empty unless exactly one component took part.',
    value: (report) => partOf(report).commit ?? '',
  },
  changed: {
    description: '`true` if a tag moved, or KV held something else or nothing before; else `false`.',
    value: (report) => String('changed' in report && report.changed && !(isPlanned(report) && report.dryRun)),
  },
  keys: {
    description: 'JSON array of the KV keys written, as many as fit into 100 kB.',
    value: (report) => ('keys' in report ? keysWritten(report) : '[]'),
  },
  'requires-rebuild': {
    description: '`true` if a Worker must be rebuilt, after a tag under `logic/`.',
    value: (report) => String('requiresRebuild' in report && report.requiresRebuild),
  },
  verdict: {
    description:
      'guard, and promote of a group or through a canary: `healthy`, `breached` or `inconclusive`, the worst of all; any command: `superseded` if somebody else moved a tag meanwhile, and nothing was touched.',
    value: (report) => ('verdict' in report && report.verdict) || '',
  },
  answer: {
    description: 'compare: `a` (`environment`), `b` (`with`) or `no difference shown`.',
    value: (report) => (report.command === 'compare' && report.answer) || '',
  },
  'rolled-back': {
    description: '`true` if an environment went back to an earlier version.',
    value: (report) =>
      report.command === 'guard' ||
      report.command === 'rollback' ||
      ('rollouts' in report && (report.rollouts ?? []).length > 0) ||
      ('waves' in report && report.waves.length > 0)
        ? String(report.rolledBack)
        : '',
  },
  drift: {
    description: 'reconcile: how many keys drifted, before the repair.',
    value: (report) => (report.command === 'reconcile' ? String(report.drift) : ''),
  },
  findings: {
    description:
      'validate: the number of findings, without suppressed ones. doctor: the number of errors and warnings.',
    value: (report) => findingsIn(report),
  },
  'issue-url': {
    description: 'The URL of the post-mortem issue.',
    value: (report) => ('issues' in report && report.issues[0]?.url) || '',
  },
} as const satisfies Readonly<Record<string, Output>>;

/** The outputs that are made of the whole report. */
export const WHOLE_OUTPUTS = {
  result:
    'Everything as one JSON document of at most 100 kB (`schema/result.schema.json`); `truncated` is `true` if lists were cut.',
  'result-file': 'The path of a file with the whole `result`.',
} as const;

function findingsIn(report: Report): string {
  switch (report.command) {
    case 'validate':
      return String(report.findings.length);
    case 'doctor':
      return String(report.facts.filter(({ status }) => status === 'error' || status === 'warning').length);
    default:
      return '';
  }
}

/** In a dry run these say what would be changed; the others do nothing but plan. */
function isPlanned({ command }: Report): boolean {
  return command === 'guard' || command === 'reconcile';
}

/** What the outputs say of the component that took part; nothing unless it was exactly one. */
interface Part {
  readonly component?: string | undefined;
  readonly environment?: string | undefined;
  readonly version?: string | undefined;
  readonly previousVersion?: string | undefined;
  readonly commit?: string | undefined;
}

function partOf(report: Report): Part {
  switch (report.command) {
    case 'reconcile':
    case 'validate':
    case 'doctor':
    case 'backtest':
      return {};
    case 'compare':
      return { component: report.component };
    case 'history':
      return only(report.state.lines) ?? {};
    case 'guard': {
      const gate = only(report.gates);
      const version = gate?.rolledBackTo === undefined || report.dryRun ? gate?.version : gate.rolledBackTo;
      if (gate === undefined || version === gate.version) {
        return gate ?? {};
      }
      const deployed = report.deployed.find(({ component }) => component === gate.component);
      return { ...gate, version, previousVersion: gate.version, commit: deployed?.commit };
    }
    default: {
      const rollouts = report.rollouts ?? [];
      return rollouts.length > 0
        ? rolloutPart(report, only(rollouts))
        : commonOf([...report.deployed, ...report.deleted]);
    }
  }
}

/** What is live after a canary. */
function rolloutPart({ deployed, dryRun }: RunReport, rollout: RolloutReport | undefined): Part {
  if (rollout === undefined) {
    return {};
  }
  const { component, environment, version, live, verdict } = rollout;
  const isLive = verdict === 'healthy' || dryRun;
  const now = deployed.find((one) => one.component === component && one.version === (isLive ? version : live));
  return {
    component,
    environment,
    version: isLive ? version : live,
    previousVersion: isLive ? live : undefined,
    commit: now?.commit,
  };
}

/** What all of them say, where they are of one component: the waves of a group, or a version and where a track put it. */
function commonOf(parts: readonly Part[]): Part {
  const the = <K extends keyof Part>(key: K): Part[K] =>
    only([...new Set(parts.flatMap((part) => part[key] ?? []))]) as Part[K];
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) {
    return first;
  }
  return parts.some(({ component }) => component !== first?.component)
    ? {}
    : {
        component: first?.component,
        environment: the('environment'),
        version: the('version'),
        previousVersion: the('previousVersion'),
        commit: the('commit'),
      };
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** What a run puts out; the whole of it, which may be too much for an output, stands in a file. */
export interface Published {
  readonly result: Result;
  readonly outputs: Readonly<Record<keyof typeof OUTPUTS, string>>;
}

/** What a command puts out. @param sarif the path of the SARIF file of `validate` */
export function published(report: Report, sarif?: string): Published {
  const outputs = Object.fromEntries(Object.entries(OUTPUTS).map(([name, { value }]) => [name, value(report)]));
  return { result: resultOf(report, sarif), outputs: outputs as Published['outputs'] };
}

/**
 * Bytes of `result` and of `keys`. A variable of a step's environment may have 128 KiB, and the outputs of a job may have
 * 1 MB: what is over that is lost.
 */
const MAX_OUTPUT = 100_000;

/** Characters of a text in a result that is too much. */
const MAX_TEXT = 500;

/** Items of the lists inside of lists, where these would be too much without any. */
const MAX_INNER = 2;

/** The `result` output: all of it, or as much of its lists and texts as there is room for. */
export function fitted(result: Result): string {
  const whole = JSON.stringify(result);
  if (isFitting(whole)) {
    return whole;
  }
  const short = (most: number, inner: number): string =>
    JSON.stringify(cut({ ...result, truncated: true }, [most, inner]));
  return (
    mostThatFits((inner) => short(Number.POSITIVE_INFINITY, inner)) ??
    mostThatFits((most) => short(most, Math.min(most, MAX_INNER))) ??
    short(0, 0)
  );
}

/** The text made with the highest limit that fits; undefined where none does. */
function mostThatFits(make: (limit: number) => string): string | undefined {
  const shortest = make(0);
  let found = isFitting(shortest) ? shortest : undefined;
  let [least, most] = [1, MAX_OUTPUT / 10];
  while (found !== undefined && least <= most) {
    const limit = Math.floor((least + most) / 2);
    const text = make(limit);
    if (isFitting(text)) {
      found = text;
      least = limit + 1;
    } else {
      most = limit - 1;
    }
  }
  return found;
}

/** A value with shorter texts and lists. @param limits of lists, the outermost first; the last is that of all below */
function cut(value: unknown, limits: readonly [number, ...number[]]): unknown {
  if (typeof value === 'string') {
    return value.length <= MAX_TEXT ? value : `${value.slice(0, MAX_TEXT).toWellFormed()}…`;
  }
  if (Array.isArray(value)) {
    const [most, next = most, ...rest] = limits;
    return value.slice(0, most).map((item) => cut(item, [next, ...rest]));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, cut(one, limits)]))
    : value;
}

function isFitting(text: string): boolean {
  return Buffer.byteLength(text) <= MAX_OUTPUT;
}

/** The names of the keys that were written, as JSON; as many as fit. */
function keysWritten({ dryRun, keys }: Pick<RunReport, 'dryRun' | 'keys'>): string {
  const names = dryRun ? [] : [...new Set(keys.filter(({ role }) => role !== 'removed').map(({ key }) => key))];
  const whole = JSON.stringify(names);
  return isFitting(whole) ? whole : (mostThatFits((limit) => JSON.stringify(names.slice(0, limit))) ?? '[]');
}

import { broken, CHECKS, type CheckName, type Fact, type Line, notice } from '../../domain/doctor/fact.ts';
import { count } from '../../domain/text.ts';
import { TagshipError } from '../../errors.ts';
import type { LedgerReport, Notice } from '../report.ts';
import { unknownEnvironment } from '../select.ts';
import { checkCloudflare } from './cloudflare.ts';
import { checkConfiguration } from './configuration.ts';
import { checkGithub } from './github.ts';
import { checkLedger } from './ledger.ts';
import { checkMetrics } from './metrics.ts';
import { checkNamespaces } from './namespaces.ts';
import { checkRulesets } from './rulesets.ts';
import { type DoctorPorts, type DoctorRequest, type DoctorSettings, ofSetUp, SetUp } from './set-up.ts';
import { checkTags } from './tags.ts';
import { checkWorkflows } from './workflows.ts';

/** Every check there is; a new one has its name in `CHECKS` and its line here. */
const RUN: Readonly<Record<CheckName, (setUp: SetUp) => Promise<readonly Fact[]>>> = {
  github: checkGithub,
  cloudflare: checkCloudflare,
  configuration: checkConfiguration,
  ledger: checkLedger,
  namespaces: checkNamespaces,
  tags: checkTags,
  workflows: checkWorkflows,
  rulesets: checkRulesets,
  metrics: checkMetrics,
};

/** Errors that fail the step one by one: GitHub shows ten annotations of a step. */
const MAX_FAILURES = 9;

/** What was found. */
export interface DoctorReport {
  readonly command: 'doctor';
  /** Undefined for all. */
  readonly environment: string | undefined;
  readonly ledger: LedgerReport | undefined;
  /** In the order of the checks. */
  readonly facts: readonly Line[];
  readonly notices: readonly Notice[];
  /** What makes deploys fail. */
  readonly failures: readonly TagshipError[];
  readonly durationMs: number;
}

/**
 * Checks the whole set-up without writing. What one check cannot find out holds up no other.
 * @returns with `failures` for what makes deploys fail
 * @throws TagshipError `environment-unknown` for an environment that was named
 */
export async function doctor(
  request: DoctorRequest,
  settings: DoctorSettings,
  ports: DoctorPorts,
): Promise<DoctorReport> {
  const started = ports.clock.now();
  const setUp = new SetUp(request, settings, ports);
  await refuseUnknown(setUp);
  const facts = await ports.journal.group('Check the set-up', () => allFacts(setUp));
  const ledger = await setUp.ledger().catch(() => undefined);
  return {
    command: 'doctor',
    environment: request.environment,
    ledger:
      ledger === undefined ? undefined : { ref: await setUp.ledgerRef(), commit: ledger.commit, seq: ledger.number },
    facts,
    notices: [],
    failures: failuresOf(facts),
    durationMs: ports.clock.now() - started,
  };
}

async function allFacts(setUp: SetUp): Promise<readonly Line[]> {
  const facts: Line[] = [];
  const told = new Set<string>();
  for (const check of Object.keys(CHECKS) as CheckName[]) {
    for (const fact of await run(check, setUp, told)) {
      facts.push({ ...fact, check });
    }
  }
  return facts;
}

/** What a check finds. What keeps it from looking is reported once, by the first check that it concerns. */
async function run(check: CheckName, setUp: SetUp, told: Set<string>): Promise<readonly Fact[]> {
  try {
    const found = await RUN[check](setUp);
    for (const { error } of found) {
      note(error, told);
      note(error?.cause, told);
    }
    return found;
  } catch (error) {
    const fresh = ofSetUp(error).filter(({ message }) => !told.has(message));
    for (const one of fresh) {
      note(one, told);
    }
    return fresh.length > 0
      ? fresh.map(broken)
      : [notice('Not checked, for what is said above.', 'Correct that first, and run `doctor` again.')];
  }
}

function note(error: unknown, told: Set<string>): void {
  if (error instanceof TagshipError) {
    told.add(error.message);
  }
}

async function refuseUnknown(setUp: SetUp): Promise<void> {
  const { environment } = setUp.request;
  const known = environment === undefined ? undefined : await setUp.environments().catch(() => undefined);
  if (environment !== undefined && known?.has(environment) === false) {
    const configured = Object.keys((await setUp.config().catch(() => undefined))?.environments ?? {});
    if (!configured.includes(environment)) {
      throw unknownEnvironment(environment, new Set([...known, ...configured]));
    }
  }
}

function failuresOf(facts: readonly Line[]): TagshipError[] {
  const errors = facts.flatMap(({ error }) => error ?? []);
  const rest = errors.length - MAX_FAILURES;
  return [
    ...errors.slice(0, MAX_FAILURES),
    ...(rest > 0
      ? [
          new TagshipError(
            'set-up-broken',
            `${count(rest, 'more error')} in the set-up.`,
            'Do what the table in the summary names for each.',
          ),
        ]
      : []),
  ];
}

import { componentId } from '../domain/component.ts';
import { speaksOf } from '../domain/ledger/transition.ts';
import { duration } from '../domain/text.ts';
import { type Probe, patienceOf, promoteCommand, type VerifyPolicy } from '../domain/verify.ts';
import type { Choice } from '../domain/version-choice.ts';
import type { Observation } from '../engine/observation.ts';
import type { Session } from '../engine/session.ts';
import { TagshipError, TagshipErrors } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Journal } from '../ports/journal.ts';
import type { Probes } from '../ports/probes.ts';
import { stateOf } from './moves.ts';

/** Probes that are asked at the same time. */
const AT_ONCE = 8;

export interface VerifyPorts {
  readonly probes: () => Promise<Probes>;
  readonly clock: Clock;
  readonly journal: Journal;
}

/** What is to be verified of one component. */
interface Claim {
  readonly choice: Choice;
  readonly policy: VerifyPolicy;
}

/** Asks the environments that have a version already before it is put into another one; each question once in a run. */
export class Verifier {
  readonly #session: Session;
  readonly #ports: VerifyPorts;
  /** What has passed. */
  readonly #passed = new Set<string>();

  constructor(session: Session, ports: VerifyPorts) {
    this.#session = session;
    this.#ports = ports;
  }

  /** The environment that has to have a version before another one gets it; undefined where there is none. */
  environmentFor(environment: string): string | undefined {
    return this.#session.config.environments[environment]?.verify?.environment;
  }

  /**
   * Checks versions that are about to be put somewhere.
   * @param view with the entries of the environments that have to have them
   * @throws TagshipErrors `verify-unmet`, `verify-failed`, `input-missing` with everything that stands in the way
   */
  async check(choices: readonly Choice[], view: Observation): Promise<void> {
    const claims = choices.flatMap((choice): Claim[] => {
      const policy = this.#session.config.environments[choice.situation.environment]?.verify;
      return policy === undefined ? [] : [{ choice, policy }];
    });
    // What was verified before a canary began may have gone from there when it ends.
    const asked = claims.filter((claim) => !this.#passed.has(keyOf(claim)));
    const unmet = asked.flatMap(({ choice, policy }) => unmetBy(choice, policy, view) ?? []);
    if (unmet.length > 0) {
      throw new TagshipErrors(unmet);
    }
    if (asked.length === 0) {
      return;
    }
    await this.#ports.journal.group('Verify', async () => {
      const questions = asked.flatMap((claim) => claim.policy.probes.map((probe) => ({ claim, probe })));
      const problems: TagshipError[] = [];
      for (let at = 0; at < questions.length; at += AT_ONCE) {
        const answers = questions.slice(at, at + AT_ONCE).map(({ claim, probe }) => this.#ask(claim, probe, view));
        problems.push(...(await Promise.all(answers)).flatMap((problem) => problem ?? []));
      }
      if (problems.length > 0) {
        throw new TagshipErrors(problems);
      }
    });
    for (const claim of asked) {
      this.#passed.add(keyOf(claim));
    }
  }

  /** Asks until the answer is as it should be, or the attempts are used up. */
  async #ask({ choice, policy }: Claim, probe: Probe, view: Observation): Promise<TagshipError | undefined> {
    const { clock, journal } = this.#ports;
    const probes = await this.#ports.probes();
    const { component, environment, current } = choice.situation;
    const { ref, entry } = stateOf(component, policy.environment, view);
    const { attempts, intervalMs } = patienceOf(probe);
    const at = speaksOf(entry, ref?.object) && entry.at !== null ? Date.parse(entry.at) : clock.now();
    const since = Math.min(at, clock.now());
    const what = `${componentId(component)} ${choice.version}`;
    for (let attempt = 1; ; attempt++) {
      const elapsed = clock.now() - since;
      const subject = {
        component,
        environment: policy.environment,
        version: choice.version,
        previous: current,
        since,
        elapsed,
      };
      const { query, tookMs, wrong } = await probes.ask(probe, subject);
      const took = duration(tookMs);
      journal.info(`${what} in ${policy.environment}: ${query}: ${wrong ?? 'as it should be'} (${took}).`);
      if (wrong === undefined) {
        return undefined;
      }
      if (attempt >= attempts) {
        const times = attempts === 1 ? '' : `, in ${attempts} attempts`;
        return new TagshipError(
          'verify-failed',
          `\`${componentId(component)}\` ${choice.version} is not put into \`${environment}\`, since a probe of \`${policy.environment}\` failed${times}. \`${query.replaceAll('`', "'")}\`: ${sentence(wrong)} Nothing has moved.`,
          `Find out what is wrong in \`${policy.environment}\`, then promote again.`,
        );
      }
      await clock.sleep(intervalMs);
    }
  }
}

function sentence(clause: string): string {
  return /[.!?…]$/.test(clause) ? clause : `${clause}.`;
}

/** One environment asks the same of two others only where the probes are the same. */
function keyOf({ choice, policy }: Claim): string {
  const { situation, version, commit } = choice;
  return JSON.stringify([componentId(situation.component), version, commit, policy]);
}

/** Why a version cannot be verified: the environment that is to be asked does not have it. */
function unmetBy({ situation, version, commit }: Choice, { environment }: VerifyPolicy, view: Observation) {
  const { component } = situation;
  const { ref, current } = stateOf(component, environment, view);
  const tags = view.tags.get(componentId(component));
  const stands = ref === undefined || tags === undefined ? undefined : (view.versionOf(tags, ref)?.held ?? ref.commit);
  if (current === version && stands === commit) {
    return undefined;
  }
  const has = ref === undefined ? 'which does not have it' : `which runs ${current ?? 'no version'}`;
  const other = current === version ? 'which runs it from another commit' : has;
  return new TagshipError(
    'verify-unmet',
    `\`${componentId(component)}\` ${version} has to be in \`${environment}\` before it is put into \`${situation.environment}\`, so that it can be verified there, ${other}.`,
    `Put it there first, for example: ${promoteCommand(component, environment, version)}.`,
  );
}

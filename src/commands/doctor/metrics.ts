import { type Fact, lesser, notice, ok, warning } from '../../domain/doctor/fact.ts';
import type { Subject } from '../../domain/gate/placeholders.ts';
import type { MetricPolicy } from '../../domain/gate/policy.ts';
import { gatePolicyOf } from '../../domain/gate/resolve.ts';
import type { Metrics } from '../../ports/metrics.ts';
import { ofSetUp, type SetUp } from './set-up.ts';

/** The metrics of every gate, as `guard` checks them before it watches. Nothing is measured. */
export async function checkMetrics(setUp: SetUp): Promise<Fact[]> {
  const { environments } = await setUp.config();
  const gated = Object.entries(environments).filter(([name, { gate }]) => gate !== undefined && setUp.asks(name));
  if (gated.length === 0) {
    return [notice('No environment has a gate.', 'Describe one under `environments`, so that `guard` can roll back.')];
  }
  const metrics = await setUp.ports.metrics();
  const facts: Fact[] = [];
  for (const [environment, { gate }] of gated) {
    const subject = await subjectIn(environment, setUp);
    if (subject === undefined) {
      facts.push(notice(`The gate of \`${environment}\` was not checked: nothing runs there yet.`));
      continue;
    }
    try {
      for (const metric of gatePolicyOf(gate)?.metrics ?? []) {
        facts.push(...(await factsOf(metric, environment, subject, metrics)));
      }
    } catch (error) {
      facts.push(...ofSetUp(error).map(lesser));
    }
  }
  return facts;
}

async function factsOf(
  metric: MetricPolicy,
  environment: string,
  subject: Subject,
  metrics: Metrics,
): Promise<readonly Fact[]> {
  const name = `\`${metric.name}\` of \`${environment}\` (${metric.source.provider})`;
  try {
    const advice = await metrics.check(metric, subject);
    return [
      ok(`The metric ${name} can be asked, as far as that shows without measuring.`),
      ...advice.map((sentence) =>
        warning(`In \`${environment}\`: ${sentence}`, 'Correct the metric in the configuration.'),
      ),
    ];
  } catch (error) {
    return ofSetUp(error).map(({ what, remedy }) => warning(`The metric ${name}: ${what}`, remedy));
  }
}

/** A component that runs in an environment, for the placeholders. */
async function subjectIn(environment: string, setUp: SetUp): Promise<Subject | undefined> {
  const { view } = await setUp.observed();
  const now = setUp.ports.clock.now();
  for (const tags of view.tags.values()) {
    const ref = tags.environments.get(environment);
    const version = ref === undefined ? undefined : view.versionOf(tags, ref)?.version;
    if (version !== undefined) {
      return { component: tags.component, environment, version, previous: undefined, since: now, elapsed: 0 };
    }
  }
  return undefined;
}

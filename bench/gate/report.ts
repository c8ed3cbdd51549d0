import { table } from '../document.ts';
import type { Rule } from './rules.ts';
import type { Outcome } from './simulate.ts';

/** How often each rule rolled back, as a Markdown table. */
export function report(outcomes: readonly Outcome[], rules: readonly Rule[], runs: number, seed: number): string {
  const header = ['True rate of failures', ...rules.map(({ name }) => name), 'Tagship may'];
  const body = outcomes.map(({ scenario, shares }) => [scenario.name, ...shares.map(percent), promised(scenario)]);
  return [
    `Part of ${runs.toLocaleString('en')} simulated deploys that were rolled back (seed ${seed}); the limit is 5 %.`,
    '',
    table([header, ...body]),
  ].join('\n');
}

/** What Tagship promises and did not keep, in words. */
export function broken(outcomes: readonly Outcome[], rules: readonly Rule[]): string[] {
  return outcomes.flatMap(({ scenario, shares }) =>
    rules.flatMap((rule, i) => {
      const share = shares[i] ?? Number.NaN;
      return rule.own && !isKept(scenario.promise, share)
        ? [`${rule.name}, ${scenario.name}: rolled back ${percent(share)}, and ${promised(scenario)} was promised`]
        : [];
    }),
  );
}

function isKept(promise: Outcome['scenario']['promise'], share: number): boolean {
  if (promise === undefined) {
    return true;
  }
  return promise.kind === 'at most' ? share <= promise.share : share >= promise.share;
}

function promised({ promise }: Outcome['scenario']): string {
  if (promise === undefined) {
    return '–';
  }
  return promise.share === 0 ? 'never' : `${promise.kind} ${promise.share * 100} %`;
}

function percent(share: number): string {
  const percents = share * 100;
  return `${share === 0 ? '0' : percents.toFixed(percents < 10 ? 2 : 1)} %`;
}

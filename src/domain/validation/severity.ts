import type { Finding, FindingCode, Severity } from './finding.ts';

/** How bad each kind of finding is, unless the configuration says otherwise. An error fails the run. */
export const DEFAULT_SEVERITIES: Readonly<Record<FindingCode, Severity>> = {
  'unregistered-component': 'error',
  'missing-file': 'error',
  'unknown-version': 'error',
  'unsatisfied-range': 'error',
  'unknown-environment': 'error',
  // KV answers reads that are a minute old, and the next reconcile repairs it: nothing in the tree is wrong.
  'missing-key': 'warning',
  cycle: 'error',
  'duplicate-registration': 'error',
  'registry-invalid': 'error',
  'registry-type': 'error',
  'version-moved': 'error',
  'unparsable-file': 'warning',
  'unused-suppression': 'warning',
};

/** What the configuration says of severities: `severity: { cycle: warning, missing-key: off }`. */
export type SeverityOverrides = Readonly<Partial<Record<FindingCode, Severity | 'off' | undefined>>>;

/** Everything of a finding but what its code decides. */
export type FindingDetails = Pick<Finding, 'file' | 'range' | 'message'> &
  Partial<Pick<Finding, 'suggestion' | 'command' | 'subject'>>;

/** A finding of its default severity. */
export function finding(code: FindingCode, details: FindingDetails): Finding {
  return { suggestion: undefined, command: undefined, ...details, code, severity: DEFAULT_SEVERITIES[code] };
}

/** The findings with the severities of the configuration, without those it switches off. */
export function withSeverities(findings: readonly Finding[], overrides: SeverityOverrides): Finding[] {
  return findings.flatMap((one) => {
    const severity = overrides[one.code] ?? one.severity;
    return severity === 'off' ? [] : [severity === one.severity ? one : { ...one, severity }];
  });
}

import { createHash } from 'node:crypto';
import type { Range } from '../references/reference.ts';
import { printable } from '../text.ts';
import { FINDING_CODES, type Finding, type FindingCode, type Severity } from './finding.ts';
import { inOrder } from './order.ts';
import { RULES } from './rules.ts';
import { DEFAULT_SEVERITIES } from './severity.ts';

/** GitHub refuses a run with more results. */
const MAX_RESULTS = 25_000;

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' };

/** GitHub's word for it, which filters there. */
const PROBLEM_SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  notice: 'recommendation',
};

/** What the document says of the tool. */
export interface SarifOptions {
  readonly version: string;
  /** The page of the tool. */
  readonly informationUri: string;
  /** The page that explains a code. */
  readonly helpUri: (code: FindingCode) => string;
}

/** A SARIF 2.1.0 document; `JSON.stringify` makes it a file. */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly Readonly<Record<string, unknown>>[];
}

/** Findings as GitHub code scanning takes them (SARIF 2.1.0): the worst first, and of more than 25,000 only the worst. */
export function sarifOf(findings: readonly Finding[], options: SarifOptions): SarifLog {
  const told = inOrder(findings).slice(0, MAX_RESULTS);
  const left = findings.length - told.length;
  const prints = fingerprints(told);
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Tagship',
            version: options.version,
            informationUri: options.informationUri,
            rules: FINDING_CODES.map((code) => ruleOf(code, options.helpUri(code))),
          },
        },
        automationDetails: { id: 'tagship/validate/' },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        ...(left === 0 ? {} : { invocations: [cutInvocation(left)] }),
        results: told.map((finding, index) => resultOf(finding, prints[index] ?? '')),
      },
    ],
  };
}

function cutInvocation(left: number): Readonly<Record<string, unknown>> {
  const text = `${left} more findings are not in this file: GitHub takes no more than ${MAX_RESULTS}.`;
  return { executionSuccessful: true, toolExecutionNotifications: [{ level: 'warning', message: { text } }] };
}

function ruleOf(code: FindingCode, helpUri: string): Readonly<Record<string, unknown>> {
  const { name, title, help } = RULES[code];
  const severity = DEFAULT_SEVERITIES[code];
  return {
    id: code,
    name,
    shortDescription: { text: title },
    fullDescription: { text: `${title} ${help}` },
    help: { text: `${help} See ${helpUri}`, markdown: `${help} [More about \`${code}\`](${helpUri})` },
    helpUri,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: ['components', 'references'], 'problem.severity': PROBLEM_SEVERITIES[severity] },
  };
}

function resultOf(finding: Finding, print: string): Readonly<Record<string, unknown>> {
  const { code, severity, range, suggestion, command } = finding;
  const artifactLocation = { uri: uriOf(finding.file), uriBaseId: '%SRCROOT%' };
  const advice = [
    suggestion === undefined ? '' : ` Did you mean \`${suggestion}\`?`,
    command === undefined ? '' : ` To fix it: \`${command}\``,
  ];
  return {
    ruleId: code,
    ruleIndex: FINDING_CODES.indexOf(code),
    level: LEVELS[severity],
    message: { text: safeText(finding.message + advice.join('')) },
    // GitHub shows only what has a line, so what is about the whole file stands at its first.
    locations: [
      { physicalLocation: { artifactLocation, region: range === undefined ? { startLine: 1 } : regionOf(range) } },
    ],
    partialFingerprints: { primaryLocationLineHash: print },
    ...(suggestion === undefined || range === undefined ? {} : { fixes: [fixOf(artifactLocation, range, suggestion)] }),
  };
}

function fixOf(
  artifactLocation: Readonly<Record<string, string>>,
  range: Range,
  suggestion: string,
): Readonly<Record<string, unknown>> {
  return {
    description: { text: safeText(`Write \`${suggestion}\` instead.`) },
    artifactChanges: [
      {
        artifactLocation,
        replacements: [{ deletedRegion: regionOf(range), insertedContent: { text: suggestion } }],
      },
    ],
  };
}

function regionOf({ start, end }: Range): Readonly<Record<string, number>> {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    // The first column that is not part of it, as ranges have it.
    endColumn: end.column,
  };
}

/** A text that no viewer takes for a link or for a placeholder, and in which nothing hides. */
function safeText(text: string): string {
  return printable(text)
    .replaceAll('](', ']\u200B(')
    .replace(/\{(?=\d)/g, '{\u200B');
}

/** A path as a relative URI. */
function uriOf(file: string): string {
  return file.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/**
 * What stays the same of each finding when lines are added above it: its code, its file, what it is about and, where it
 * is about the same thing several times, which of these it is.
 */
function fingerprints(findings: readonly Finding[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ code, file, subject, message }) => {
    const hash = createHash('sha256')
      .update(JSON.stringify([code, file, subject ?? message]))
      .digest('hex')
      .slice(0, 16);
    const nth = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, nth);
    return `${hash}:${nth}`;
  });
}

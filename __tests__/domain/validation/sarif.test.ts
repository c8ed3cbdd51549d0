import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as z from 'zod';
import { FINDING_CODES, type Finding } from '../../../src/domain/validation/finding.ts';
import { RULES } from '../../../src/domain/validation/rules.ts';
import { type SarifLog, sarifOf } from '../../../src/domain/validation/sarif.ts';
import { finding } from '../../../src/domain/validation/severity.ts';
import { rangeAt } from './world.ts';

/**
 * What SARIF 2.1.0 (OASIS, sections 3.13 to 3.58) allows of the objects that are used, closed as its published schema
 * is, and with what GitHub documents for code scanning: limits of texts, one location with a line, a fingerprint.
 */
const text = z.strictObject({ text: z.string().min(1).max(1024) });
const level = z.enum(['none', 'note', 'warning', 'error']);
const region = z
  .strictObject({
    startLine: z.int().min(1),
    startColumn: z.int().min(1).optional(),
    endLine: z.int().min(1).optional(),
    endColumn: z.int().min(1).optional(),
  })
  .refine((one) => (one.endLine ?? one.startLine) >= one.startLine)
  .refine((one) => one.endLine !== one.startLine || (one.endColumn ?? 1) >= (one.startColumn ?? 1));
const artifactLocation = z.strictObject({
  // A relative reference of RFC 3986: no scheme, no leading slash, only what a path may have.
  uri: z.string().regex(/^(?!\/)(?:[A-Za-z0-9\-._~!$&'()*+,;=@/]|%[0-9A-F]{2})+$/),
  uriBaseId: z.literal('%SRCROOT%'),
});
const rule = z.strictObject({
  id: z.string().max(255),
  name: z.string().max(255),
  shortDescription: text,
  fullDescription: text,
  help: z.strictObject({ text: z.string().min(1), markdown: z.string().min(1) }),
  helpUri: z.url(),
  defaultConfiguration: z.strictObject({ level }),
  properties: z.strictObject({
    tags: z.array(z.string()).max(10),
    'problem.severity': z.enum(['error', 'warning', 'recommendation']),
  }),
});
const result = z.strictObject({
  ruleId: z.string(),
  ruleIndex: z.int().min(0),
  level,
  message: z.strictObject({ text: z.string().min(1) }),
  locations: z.tuple([z.strictObject({ physicalLocation: z.strictObject({ artifactLocation, region }) })]),
  partialFingerprints: z.strictObject({ primaryLocationLineHash: z.string().regex(/^[0-9a-f]{16}:\d+$/) }),
  fixes: z
    .tuple([
      z.strictObject({
        description: z.strictObject({ text: z.string().min(1) }),
        artifactChanges: z.tuple([
          z.strictObject({
            artifactLocation,
            replacements: z.tuple([
              z.strictObject({ deletedRegion: region, insertedContent: z.strictObject({ text: z.string() }) }),
            ]),
          }),
        ]),
      }),
    ])
    .optional(),
});
const log = z.strictObject({
  $schema: z.url(),
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.literal('Tagship'),
          version: z.string(),
          informationUri: z.url(),
          rules: z.array(rule),
        }),
      }),
      automationDetails: z.strictObject({ id: z.string().regex(/\/$/) }),
      columnKind: z.literal('utf16CodeUnits'),
      originalUriBaseIds: z.strictObject({ '%SRCROOT%': z.strictObject({ description: text }) }),
      invocations: z
        .tuple([
          z.strictObject({
            executionSuccessful: z.boolean(),
            toolExecutionNotifications: z.array(z.strictObject({ level, message: text })),
          }),
        ])
        .optional(),
      results: z.array(result).max(25_000),
    }),
  ]),
});

function sarif(...findings: Finding[]): SarifLog {
  return sarifOf(findings, {
    version: '1.2.3',
    informationUri: 'https://github.com/example/tagship',
    helpUri: (code) => `https://github.com/example/tagship/blob/main/docs/validate.md#${code}`,
  });
}

const resultsOf = (document: SarifLog) => z.array(result).parse(document.runs[0]?.results);
const printsOf = (...findings: Finding[]) =>
  resultsOf(sarif(...findings)).map(({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash);

const MISSPELT = finding('unregistered-component', {
  file: 'flows/main file#1.yaml',
  range: rangeAt(7, 11, 24),
  message: '`prompts/extracton` is not registered.',
  suggestion: 'prompts/extraction@v1.0.0',
  command: undefined,
  subject: 'prompts/extracton@v1.0.0',
});

describe('a SARIF document', () => {
  test('has a rule for every code, each with a page', () => {
    const { rules } = log.parse(sarif()).runs[0].tool.driver;
    expect(rules.map(({ id }) => id)).toEqual([...FINDING_CODES]);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
    expect(rules[0]).toMatchObject({
      shortDescription: { text: RULES['unregistered-component'].title },
      helpUri: 'https://github.com/example/tagship/blob/main/docs/validate.md#unregistered-component',
      defaultConfiguration: { level: 'error' },
    });
  });

  test('has the place and the fix of a finding', () => {
    const region = { startLine: 7, startColumn: 11, endLine: 7, endColumn: 35 };
    const location = { uri: 'flows/main%20file%231.yaml', uriBaseId: '%SRCROOT%' };
    expect(resultsOf(sarif(MISSPELT))).toMatchObject([
      {
        ruleId: 'unregistered-component',
        ruleIndex: 0,
        level: 'error',
        message: { text: '`prompts/extracton` is not registered. Did you mean `prompts/extraction@v1.0.0`?' },
        locations: [{ physicalLocation: { artifactLocation: location, region } }],
        fixes: [
          {
            artifactChanges: [
              {
                artifactLocation: location,
                replacements: [{ deletedRegion: region, insertedContent: { text: 'prompts/extraction@v1.0.0' } }],
              },
            ],
          },
        ],
      },
    ]);
  });

  test('has the first line for what is about a whole file, and no fix', () => {
    const [one] = resultsOf(sarif({ ...MISSPELT, range: undefined }));
    expect(one?.locations[0].physicalLocation.region).toEqual({ startLine: 1 });
    expect(one?.fixes).toBeUndefined();
  });

  test('says notice as SARIF does, and the worst first', () => {
    const severities = (['notice', 'error', 'warning'] as const).map((severity) => ({ ...MISSPELT, severity }));
    expect(resultsOf(sarif(...severities)).map((one) => one.level)).toEqual(['error', 'warning', 'note']);
  });

  test('makes hostile names visible and links of none', () => {
    const message = 'A \u001b[31mname\u202e with [a link](https://example.com) and {0}.';
    const [one] = resultsOf(sarif({ ...MISSPELT, message, suggestion: undefined }));
    expect(one?.message.text).toBe('A \\u001b[31mname\\u202e with [a link]\u200B(https://example.com) and {\u200B0}.');
  });

  test('tells that it is cut where GitHub would refuse it whole', () => {
    const many = Array.from({ length: 25_002 }, (_, line) => ({ ...MISSPELT, range: rangeAt(line + 1, 1, 1) }));
    const [run] = sarif(...many).runs;
    expect(run?.results).toHaveLength(25_000);
    const { invocations } = log.shape.runs.def.items[0]
      .pick({ invocations: true })
      .parse({ invocations: run?.invocations });
    expect(invocations?.[0].toolExecutionNotifications[0]?.message.text).toMatch(/^2 more findings/);
  });

  test('is valid whatever was found', () => {
    const name = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }).map((one) => one.replace(/^\/+/, 'x'));
    const any = fc
      .record({
        code: fc.constantFrom(...FINDING_CODES),
        severity: fc.constantFrom('error', 'warning', 'notice'),
        file: name,
        line: fc.option(fc.integer({ min: 1, max: 9 }), { nil: undefined }),
        message: fc.string({ unit: 'binary', minLength: 1 }),
        suggestion: fc.option(name, { nil: undefined }),
        command: fc.option(name, { nil: undefined }),
      })
      .map(({ line, ...rest }): Finding => ({ ...rest, range: line === undefined ? undefined : rangeAt(line, 1, 4) }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), (findings) => {
        const { results } = log.parse(JSON.parse(JSON.stringify(sarif(...findings)))).runs[0];
        expect(results).toHaveLength(findings.length);
        const prints = results.map((one) => one.partialFingerprints.primaryLocationLineHash);
        expect(new Set(prints).size).toBe(prints.length);
      }),
    );
  });
});

describe('the fingerprint of a finding', () => {
  const at = (line: number, change: Partial<Finding> = {}): Finding => ({
    ...MISSPELT,
    range: rangeAt(line, 11, 24),
    ...change,
  });

  test('stays when lines are added above it, when it is worse and when its words change', () => {
    const before = printsOf(at(7));
    expect(printsOf(at(70))).toEqual(before);
    expect(printsOf(at(7, { severity: 'warning', message: 'Other words.' }))).toEqual(before);
  });

  test.each<[string, Partial<Finding>]>([
    ['file', { file: 'flows/other.yaml' }],
    ['code', { code: 'unknown-version' }],
    ['subject', { subject: 'prompts/other@v1.0.0' }],
  ])('is another for another %s', (_, change) => {
    expect(printsOf(at(7, change))).not.toEqual(printsOf(at(7)));
  });

  test('tells equal ones in a file apart by their order', () => {
    const [first, second] = printsOf(at(3), at(9));
    expect(first?.split(':')[0]).toBe(second?.split(':')[0]);
    expect([first, second].map((print) => print?.split(':')[1])).toEqual(['1', '2']);
    expect(printsOf(at(9), at(3))).toEqual([first, second]);
  });
});

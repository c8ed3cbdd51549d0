import * as z from 'zod';
import { requirementOf } from './admission.ts';
import { pathTemplateProblem } from './content-paths.ts';
import { environmentName } from './environment-name.ts';
import { canaryProblems, environmentSchema } from './environment-schema.ts';
import { forbiddenVariable } from './gate/placeholders.ts';
import { metricUrlProblem } from './gate/template-check.ts';
import { groupProblems, groupSchema } from './group.ts';
import { DEFAULT_LAYOUT, layoutProblem } from './key.ts';
import { bareSpec, isNamespaceId, type NamespaceRule, type NamespaceSpec } from './namespace.ts';
import { nearestOf } from './nearest.ts';
import { NOTIFY_FORMATS, OCCASIONS } from './notification.ts';
import { rebuildProblem } from './rebuild.ts';
import { FINDING_CODES, type FindingCode } from './validation/finding.ts';

/** Where the configuration is when no input says otherwise. */
export const DEFAULT_CONFIG_PATH = '.github/tagship.yml';

/** The ref of the ledger when the configuration names none: it triggers nothing and shows nowhere. */
export const DEFAULT_LEDGER_REF = 'refs/tagship/ledger';

/** What Git takes as a ref (git-check-ref-format), outside of the tags. */
const LEDGER_REF = /^refs\/(?!tags\/)(?!.*(?:\.\.|@\{|\/\/|\.lock(?:\/|$)|\/\.|[\s~^:?*[\\]))[^/]+(?:\/[^/]+)*[^/.]$/;

const layout = z.string().refine((text) => layoutProblem(text) === undefined, {
  error: (issue) => layoutProblem(String(issue.input)) ?? '',
});

const pathTemplate = z.string().refine((text) => pathTemplateProblem(text) === undefined, {
  error: (issue) => pathTemplateProblem(String(issue.input)) ?? '',
});

const namespace = z
  .strictObject({
    id: z
      .string()
      .refine(isNamespaceId, { error: 'expected the 32 hex digits of a KV namespace id' })
      .optional()
      .meta({ description: 'The id of the namespace, 32 hex digits.' }),
    title: z.string().min(1).optional().meta({ description: 'The title of the namespace in the Cloudflare account.' }),
    binding: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'The binding in the wrangler configuration on the default branch.' }),
  })
  .refine((value) => Object.values(value).filter((item) => item !== undefined).length === 1, {
    error: 'expected exactly one of `id`, `title`, `binding`',
  });

/** A glob of a list that says what is meant. Behind `!` it would mean everything else. */
const plainGlob = z.string().regex(/^(?!!)/, 'expected a glob of what is meant: `!` does not exclude here');

const rebuildLine = z.string().refine((text) => rebuildProblem(text) === undefined, {
  error: (issue) => rebuildProblem(String(issue.input)) ?? '',
});

/** A key of a mapping under which references stand, and a type as it stands in tags. */
const referenceKey = z.string().regex(/^[A-Za-z0-9_-]+$/, 'expected the name of a key, such as `prompt`');
const componentType = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'expected a type in the plural, as it stands in tags, such as `prompts`');

const findingCode = z.string().refine((text) => isFindingCode(text), {
  error: (issue) => `expected the code of a finding.${nearestOf(String(issue.input), FINDING_CODES)}`,
});

const severity = z.enum(['error', 'warning', 'notice', 'off']).optional();

const severities = Object.fromEntries(FINDING_CODES.map((code) => [code, severity])) as Record<
  FindingCode,
  typeof severity
>;

const validation = z.strictObject({
  keys: z.array(referenceKey).default([]).meta({
    description: 'Keys that hold references, beside `prompt`, `schema`, `config`, `uses` and the other usual ones.',
  }),
  types: z.array(componentType).default([]).meta({
    description: 'Types of components, in the plural, beside the usual ones and those of the tags and the registry.',
  }),
  ignore: z
    .array(
      z.strictObject({
        files: z.string().min(1).meta({ description: 'A glob of paths.' }),
        codes: z.array(findingCode).min(1).optional().meta({ description: 'What is not shown there; default all.' }),
      }),
    )
    .default([])
    .meta({ description: 'Findings that are not shown.' }),
  severity: z.strictObject(severities).default({}).meta({
    description:
      'How bad each finding is, where that is not as usual; an `error` fails the run, `off` is not looked for.',
  }),
  sarif: z
    .string()
    .refine((text) => isWorkspacePath(text), { error: 'expected a path inside the workspace, outside of `.git`' })
    .optional()
    .meta({ description: 'Where the SARIF file is written, from the workspace; default the temporary directory.' }),
});

/** The configuration file: the one definition behind its checks, its types and its published JSON Schema. */
export const configSchema = z
  .strictObject({
    namespaces: z
      .record(
        z.string().min(1),
        z.union([z.string().min(1).meta({ description: 'As the input `kv-namespace`.' }), namespace]),
      )
      .optional()
      .meta({ description: 'Environment (glob) → KV namespace; the first match wins.' }),
    keys: z.array(layout).min(1).default([DEFAULT_LAYOUT]).meta({
      description: 'Key layouts; every content is written under each. Placeholders: {prefix} {type} {name} {slot}.',
    }),
    paths: z.array(pathTemplate).max(100).default([]).meta({
      description:
        'Where content is, tried in order before the conventions. Placeholders: {prefix} {type} {singular} {name} {ext}; * is any part of a name, ** any number of folders.',
    }),
    ignore: z.array(plainGlob.min(1)).default([]).meta({
      description: 'Globs of tags that belong to other tools, such as `components/ui/**`; they are left alone.',
    }),
    live: z
      .array(z.string().min(1))
      .min(1)
      .default(['production', 'prod', 'production-*', 'prod-*', '!*-canary', '!*-drill'])
      .meta({
        description:
          'Globs of the environments that serve users, which `@latest` follows; one that begins with `!` takes away.',
      }),
    latest: z
      .union([z.enum(['deployed', 'tagged']), z.literal(false)])
      .default('deployed')
      .meta({
        description: 'What `@latest` holds: the highest stable version that is live, the highest tagged, or nothing.',
      }),
    versions: z
      .array(environmentName)
      .optional()
      .meta({ description: 'Environments whose namespaces get a pushed version tag; all by default.' }),
    'versions-index': z.boolean().default(false).meta({ description: 'Keep an index of versions per component.' }),
    retention: z
      .union([z.int().positive(), z.literal('all')])
      .default('all')
      .meta({
        description:
          'How many version keys of a component stay in KV, beside those in use; a reconcile with `prune` removes the others.',
      }),
    pins: z.array(plainGlob).default([]).meta({ description: 'What retention and prune never remove.' }),
    unversioned: z
      .enum(['error', 'allow'])
      .default('error')
      .meta({ description: 'Whether an environment tag may stand on a commit without a version tag.' }),
    formerly: z
      .array(z.string().regex(/^[\w.-]+\/[\w.-]+$/, 'expected `owner/name`'))
      .default([])
      .meta({ description: 'Names this repository had before it was renamed; their keys are its own.' }),
    'on-delete': z
      .enum(['report', 'prune'])
      .default('report')
      .meta({ description: 'What happens when a tag is deleted.' }),
    'prune-limit': z.number().min(0).max(1).default(0.1).meta({
      description: 'The share of the keys in a namespace that a reconcile removes at most; a larger one stops it.',
    }),
    notify: z
      .array(
        z.strictObject({
          url: z.string().refine((text) => webhookProblem(text) === undefined, {
            error: (issue) => webhookProblem(String(issue.input)) ?? '',
          }),
          format: z.enum(NOTIFY_FORMATS),
          on: z
            .array(z.enum(OCCASIONS))
            .min(1)
            .default([...OCCASIONS]),
        }),
      )
      .max(20)
      .default([])
      .meta({ description: 'Addresses that get a POST when something happens that people must hear of.' }),
    'post-mortem': z.boolean().default(true).meta({ description: 'Open an issue after a rollback.' }),
    ledger: z
      .strictObject({
        ref: z
          .string()
          .regex(
            LEDGER_REF,
            'expected the full name of a ref that is no tag, such as `refs/tagship/ledger` or `refs/heads/ledger`',
          )
          .default(DEFAULT_LEDGER_REF),
      })
      .optional()
      .meta({ description: 'Where the record of all moves is kept.' }),
    environments: z
      .record(environmentName, environmentSchema)
      .default({})
      .check(({ value, issues }) => {
        for (const { name, message } of canaryProblems(value)) {
          issues.push({ code: 'custom', path: [name, 'canary', 'environment'], message, input: value });
        }
      })
      .meta({ description: 'Policy per environment.' }),
    groups: z
      .record(environmentName, groupSchema)
      .default({})
      .meta({ description: 'Names for several environments, which `promote` and `rollback` take as `environment`.' }),
    logic: z
      .strictObject({ rebuild: z.array(rebuildLine).default([]) })
      .optional()
      .meta({ description: 'What a tag under `logic/` starts; each line is one command without a shell.' }),
    validate: validation.prefault({}).meta({
      description: 'What `validate` looks for; read from the tree that it checks, as all of this file is then.',
    }),
  })
  .check(({ value, issues }) => {
    for (const { path, message } of groupProblems(value.groups, value.environments)) {
      issues.push({ code: 'custom', path: [...path], message, input: value });
    }
    const message = 'expected another environment: this one does not have the version yet';
    for (const [name, { requires, verify }] of Object.entries(value.environments)) {
      if (requirementOf(requires)?.environment === name) {
        issues.push({ code: 'custom', path: ['environments', name, 'requires'], message, input: value });
      }
      if (verify?.environment === name) {
        issues.push({ code: 'custom', path: ['environments', name, 'verify', 'environment'], message, input: value });
      }
    }
  })
  .meta({
    title: 'Tagship configuration',
    description: 'Policy of Tagship, read from the default branch; by `validate` from the tree that it checks.',
  });

/** Why a text is no address for notifications, or undefined. */
function webhookProblem(text: string): string | undefined {
  const forbidden = forbiddenVariable(text);
  return forbidden === undefined ? metricUrlProblem(text) : `\`\${${forbidden}}\` is never sent anywhere`;
}

function isFindingCode(text: string): boolean {
  return FINDING_CODES.some((code) => code === text);
}

/** Whether a path stays inside the workspace, as far as its text tells, and out of what Git keeps there. */
function isWorkspacePath(text: string): boolean {
  return (
    text.split(/[\\/]/).every((part) => !/^(?:\.{0,2}|\.git)$/i.test(part) && !part.includes('\0')) &&
    !/^[A-Za-z]:/.test(text)
  );
}

/** The configuration after checks, with every default filled in. */
export type Config = z.output<typeof configSchema>;

/** The configuration of a repository that has none. */
export function defaultConfig(): Config {
  return configSchema.parse({});
}

/** The namespaces of the configuration as rules, in the order of the file. */
export function configRules(config: Config): NamespaceRule[] {
  return Object.entries(config.namespaces ?? {}).map(([glob, namespace]) => ({
    glob,
    spec: typeof namespace === 'string' ? bareSpec(namespace) : namespaceSpec(namespace),
    source: `\`namespaces.${glob}\` in the configuration`,
  }));
}

function namespaceSpec({ id, title, binding = '' }: z.output<typeof namespace>): NamespaceSpec {
  if (id !== undefined) {
    return { kind: 'id', id: id.toLowerCase() };
  }
  return title === undefined ? { kind: 'binding', binding } : { kind: 'title', title };
}

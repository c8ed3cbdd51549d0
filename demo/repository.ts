import {
  type FileChanges,
  PRODUCTION_NAMESPACE,
  type Repository,
  type Sandbox,
  STAGING_NAMESPACE,
} from '../sandbox/index.ts';

/** Where each component of the demo is kept; Edgit writes the same into its registry. */
export const COMPONENTS = {
  'prompts/extraction': { name: 'extraction', type: 'prompt', path: 'prompts/extraction.md' },
  'templates/mail/header': { name: 'mail/header', type: 'template', path: 'templates/mail/header.hbs' },
  'configs/limits': { name: 'limits', type: 'config', path: 'configs/limits.json' },
  'schemas/invoice': { name: 'invoice', type: 'schema', path: 'schemas/invoice.json' },
} as const satisfies Record<string, { name: string; type: string; path: string }>;

/** A component of the demo, as `type/name`. */
export type ComponentId = keyof typeof COMPONENTS;

/** An environment of the demo. */
export type EnvironmentName = 'production' | 'staging' | 'debug';

const DEBUG_NAMESPACE = '5be0c1a3f6d94c6f9b6e2d7a81c4f093';

/** The KV namespace of each environment. */
export const NAMESPACES: Readonly<Record<EnvironmentName, string>> = {
  production: PRODUCTION_NAMESPACE,
  staging: STAGING_NAMESPACE,
  debug: DEBUG_NAMESPACE,
};

/** What is watched after a deploy to production; the times are short, so that nobody has to wait here. */
export const GATE = `environments:
  production:
    gate:
      initial-delay: 0s # on Cloudflare 90s: KV, and the cache of the reader
      interval: 300ms # 15s
      timeout: 3s # 10m
      metrics:
        - name: error-rate
          provider: http
          url: \${METRICS_URL}/stats?component={component}&version={version}
          errors: $.errors
          total: $.total
          max: 0.05 # 5 %
`;

/** What production has beside its gate in the end; it belongs below it. */
export const CANARY = `    canary:
      environment: production-canary
      steps: [10, 25, 50] # percent
      step-time: 300ms # 5m
`;

const CONFIGURATION = `# Which environment is read from which KV namespace.
namespaces:
  production*: { id: ${PRODUCTION_NAMESPACE} } # components-production
  staging: { id: ${STAGING_NAMESPACE} } # components-staging
  debug: { id: ${DEBUG_NAMESPACE} } # components-debug
${GATE}`;

const PROMPT_1_0 = `You read invoices and list what was bought.
Answer with JSON: [{ "item", "quantity", "price" }].
If a value is hard to read, make a good guess.
Invoice: {{invoice}}
`;

const PROMPT_1_1 = `You are a careful accountant. List every line of the invoice, in its order.
Answer with JSON: [{ "item", "quantity", "price", "currency" }].
If a value is hard to read, write null. Never guess.
Invoice: {{invoice}}
`;

const PROMPT_1_2 = `You are a careful accountant. List every line of the invoice, in its order.
Answer with JSON: [{ "item", "quantity", "price", "currency", "tax" }].
If a value is hard to read, write null. Never guess.
Invoice: {{invoice}}
`;

const PROMPT_1_3 = `You are a friendly accountant. Tell in your own words what was bought.
Invoice: {{invoice}}
`;

const PROMPT_1_4 = `List every line of the invoice.
Answer with JSON: [{ "item", "quantity", "price", "currency", "tax" }]. Be quick.
Invoice: {{invoice}}
`;

const PROMPT_1_5 = `You are a careful accountant. List every line of the invoice, in its order.
Answer with JSON: [{ "item", "quantity", "price", "currency", "discount" }].
If a value is hard to read, write null. Never guess.
Invoice: {{invoice}}
`;

const PROMPT_1_6 = `You are a careful accountant. List every line of the invoice, in its order. Check every sum twice.
Answer with JSON: [{ "item", "quantity", "price", "currency", "discount" }].
If a value is hard to read, write null. Never guess.
Invoice: {{invoice}}
`;

const HEADER = `<header>
  <img src="{{logo}}" alt="{{company}}">
  <h1>Hello {{firstName}},</h1>
</header>
`;

const LIMITS = { requestsPerMinute: 60, tokensPerInvoice: 4000, retries: 2 };

const INVOICE = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Invoice',
  type: 'object',
  required: ['number', 'items'],
  properties: { number: { type: 'string' }, items: { type: 'array', minItems: 1 } },
};

const REGISTRY = {
  version: '1.0.0',
  components: Object.fromEntries(Object.values(COMPONENTS).map(({ name, type, path }) => [name, { path, type }])),
  updated: '2026-05-01T10:00:00.000Z',
};

/** What the repository begins with. */
export const FIRST_COMMIT = {
  '.github/tagship.yml': CONFIGURATION,
  '.edgit/components.json': json(REGISTRY),
  'prompts/extraction.md': PROMPT_1_0,
  'templates/mail/header.hbs': HEADER,
  'configs/limits.json': json(LIMITS),
  'schemas/invoice.json': json(INVOICE),
} as const satisfies FileChanges;

/** The commit with the second version of the prompt. */
export const SECOND_COMMIT = {
  message: 'Do not guess values',
  files: { 'prompts/extraction.md': PROMPT_1_1 },
} as const;

/** The commit with a third version of the prompt. */
export const THIRD_COMMIT = {
  message: 'Ask for the tax, too',
  files: { 'prompts/extraction.md': PROMPT_1_2 },
} as const;

/** The commit with a bad version of the prompt: its answers are no JSON any more. */
export const BAD_COMMIT = {
  message: 'Be friendlier',
  files: { 'prompts/extraction.md': PROMPT_1_3 },
} as const;

/** The commit with a version of the prompt that fails for some invoices. */
export const FAILING_COMMIT = {
  message: 'Be quicker',
  files: { 'prompts/extraction.md': PROMPT_1_4 },
} as const;

/** The commit with a version of the prompt that does well. */
export const HEALTHY_COMMIT = {
  message: 'Ask for the discount',
  files: { 'prompts/extraction.md': PROMPT_1_5 },
} as const;

/** The commit that gives production a canary. */
export const CANARY_COMMIT = {
  message: 'Give a new version to some users first',
  files: { '.github/tagship.yml': `${CONFIGURATION}${CANARY}` },
} as const satisfies Change;

/** The commit with a version of the prompt that does well as long as few people use it. */
export const EXPENSIVE_COMMIT = {
  message: 'Check every sum twice',
  files: { 'prompts/extraction.md': PROMPT_1_6 },
} as const satisfies Change;

/** A commit with a mistake: a file got another name, and the registry still has the old one. */
export const RENAMING_COMMIT = {
  message: 'Rename limits to quota',
  files: { 'configs/limits.json': null, 'configs/quota.json': json(LIMITS) },
} as const;

const READ = `name: read
steps:
  - schema: schemas/invoice@v1.0.0
  - prompt: prompts/extraction@production
  - ensemble: ensembles/check
`;

const CHECK = `name: check
steps:
  - config: configs/limits@production
`;

/** A pull request that has a mistyped name, a version that nobody made, and two ensembles that need each other. */
export const BROKEN_CHANGE = {
  message: 'Read and check invoices',
  files: {
    '.edgit/components.json': json({
      ...REGISTRY,
      components: {
        ...REGISTRY.components,
        limits: { path: 'configs/quota.json', type: 'config' },
        read: { path: 'ensembles/read.yaml', type: 'ensemble' },
        check: { path: 'ensembles/check.yaml', type: 'ensemble' },
      },
    }),
    'ensembles/read.yaml': READ.replace('extraction', 'extractoin').replace('v1.0.0', 'v2.0.0'),
    'ensembles/check.yaml': `${CHECK}  - ensemble: ensembles/read\n`,
  },
} as const satisfies Change;

/** The same without the mistakes. */
export const MENDED_CHANGE = {
  message: 'Name what there is',
  files: { ...BROKEN_CHANGE.files, 'ensembles/read.yaml': READ, 'ensembles/check.yaml': CHECK },
} as const satisfies Change;

/** What a commit changes. */
export interface Change {
  readonly message: string;
  readonly files: FileChanges;
}

/** Creates the repository of the demo with its first commit. */
export async function createDemoRepository(sandbox: Sandbox): Promise<Repository> {
  const repository = await sandbox.createRepository('acme/components');
  await repository.commit('Add components', FIRST_COMMIT);
  return repository;
}

function json(value: object): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The commands of the contract, in the order the documentation shows them. */
export const COMMANDS = [
  'deploy',
  'guard',
  'rollback',
  'promote',
  'reconcile',
  'validate',
  'history',
  'restore',
] as const;

export type Command = (typeof COMMANDS)[number];

/** The commands this version has. */
export const BUILT_COMMANDS = ['deploy'] as const satisfies readonly Command[];

export type BuiltCommand = (typeof BUILT_COMMANDS)[number];

/** An input of the action; `action.yml`, the README's tables and the checks are made from these. */
export interface InputSpec {
  readonly group: 'What to do' | 'Where to' | 'Access' | 'How';
  readonly description: string;
  /** As in `action.yml`. Only inputs of all commands may have one: a default counts as given. */
  readonly default?: string;
  readonly commands: 'all' | readonly BuiltCommand[];
}

export const INPUTS = {
  command: {
    group: 'What to do',
    description: 'What to do: `deploy`, or `auto` to choose by the event that started the workflow.',
    default: 'auto',
    commands: 'all',
  },
  tag: {
    group: 'What to do',
    description:
      'The tag to deploy, as `components/prompts/extraction/production` or with `refs/tags/` before it. Default: the pushed tag.',
    commands: ['deploy'],
  },
  components: {
    group: 'What to do',
    description:
      'Components to deploy, one `type/name` a line; `*` and `**` are allowed. Needs `environment`; excludes `tag`.',
    commands: ['deploy'],
  },
  environment: {
    group: 'What to do',
    description: 'The environment whose tags are deployed, together with `components`.',
    commands: ['deploy'],
  },
  'kv-namespace': {
    group: 'Where to',
    description:
      'The KV namespace: its id (32 hex digits), its binding in the wrangler configuration of the default branch, or its title; or lines of `environment-glob: namespace`. Goes before `namespaces` of the configuration.',
    commands: 'all',
  },
  config: {
    group: 'Where to',
    description: 'The configuration file, read from the default branch. It may be absent at the default path.',
    default: '.github/tagship.yml',
    commands: 'all',
  },
  'cloudflare-api-token': {
    group: 'Access',
    description:
      'A Cloudflare API token with the permission Workers KV Storage: Edit. Default: the environment variable `CLOUDFLARE_API_TOKEN`.',
    commands: 'all',
  },
  'cloudflare-account-id': {
    group: 'Access',
    description: 'The Cloudflare account. Default: the environment variable `CLOUDFLARE_ACCOUNT_ID`.',
    commands: 'all',
  },
  'github-token': {
    group: 'Access',
    description: 'A token that may read the repository (`contents: read`).',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
    default: '${{ github.token }}',
    commands: 'all',
  },
  'dry-run': {
    group: 'How',
    description: '`true` prints the plan and writes nothing.',
    commands: 'all',
  },
  reason: {
    group: 'How',
    description: 'Why; kept in the summary. Needed with `override`.',
    commands: 'all',
  },
  override: {
    group: 'How',
    description:
      'Checks to pass over, one a line: `moved-version` accepts a version tag that moved. (`quarantine`, `requires` and `never-ran` belong to commands of later versions.)',
    commands: 'all',
  },
} as const satisfies Record<string, InputSpec>;

export type InputName = keyof typeof INPUTS;

/** Inputs of the contract that belong to commands which are not built yet. */
export const LATER_INPUTS = [
  'at',
  'count',
  'deep',
  'fail-on-rollback',
  'failure-limit',
  'from',
  'heal',
  'initial-delay',
  'interval',
  'metric-path',
  'metric-url',
  'prune',
  'scope',
  'since',
  'threshold',
  'until',
  'version',
] as const;

/** What `override` may name. */
export const OVERRIDES = ['moved-version', 'quarantine', 'requires', 'never-ran'] as const;

export type Override = (typeof OVERRIDES)[number];

/** The outputs, with the words of `action.yml` and the README. */
export const OUTPUTS = {
  component: 'The component, as `prompts/extraction`; empty unless exactly one took part.',
  environment: 'The environment; empty for a version tag, and unless exactly one component took part.',
  version: 'The version that is there now; empty unless exactly one component took part.',
  'previous-version': 'The version that was there before, as far as KV told; empty when it was the same or none.',
  sha: 'The commit of the version; empty unless exactly one component took part.',
  changed: '`true` when something else, or nothing, was stored before; else `false`.',
  keys: 'JSON array of the KV keys that were written.',
  'requires-rebuild': '`true` when a Worker has to be built again, after a tag under `logic/`.',
  verdict: 'The verdict of the gate: `healthy`, `breached`, `inconclusive` or `superseded`.',
  'rolled-back': '`true` when the gate moved the tag back.',
  drift: 'How many keys were found to drift.',
  findings: 'How many findings validation has.',
  'issue-url': 'The post-mortem issue.',
  result: 'All of it as one JSON document; its schema is `schema/result.schema.json`.',
} as const satisfies Record<string, string>;

export type OutputName = keyof typeof OUTPUTS;

import { OVERRIDES } from '../domain/overrides.ts';

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
  'doctor',
  'compare',
  'backtest',
] as const;

export type Command = (typeof COMMANDS)[number];

/** An input of the action; `action.yml`, the README's tables and the checks are made from these. */
export interface InputSpec {
  readonly group: 'What to do' | 'What to watch' | 'Where to' | 'Access' | 'How';
  readonly description: string;
  /** As in `action.yml`. Only inputs of all commands may have one: a default counts as given. */
  readonly default?: string;
  readonly commands: 'all' | readonly Command[];
  /**
   * `boolean` is `true` or `false`, `lines` takes several, one per line. In the terminal these are a flag without a value, and
   * one that may be repeated; a `secret` is never an argument there.
   */
  readonly form?: 'boolean' | 'lines' | 'secret';
}

export const INPUTS = {
  command: {
    group: 'What to do',
    description:
      'What to do: `deploy`, `guard`, `promote`, `rollback`, `restore`, `reconcile`, `validate`, `history`, `compare`, `backtest` or `doctor`; or `auto` to choose by the event that started the workflow.',
    default: 'auto',
    commands: 'all',
  },
  tag: {
    group: 'What to do',
    description:
      'deploy, guard: the tag, as `components/prompts/extraction/production` or with `refs/tags/` before it. Default for deploy: the pushed tag; for guard: what this workflow run deployed.',
    commands: ['deploy', 'guard'],
  },
  components: {
    group: 'What to do',
    form: 'lines',
    description:
      'deploy, guard, promote, rollback, history, compare, backtest: components, one `type/name` per line; `*` and `**` are allowed. `deploy` and `guard` also need `environment`, and no `tag`; the default of `history` and `backtest` is all; `compare` takes exactly one.',
    commands: ['deploy', 'guard', 'promote', 'rollback', 'history', 'compare', 'backtest'],
  },
  environment: {
    group: 'What to do',
    description:
      'deploy, guard: the environment, together with `components`. promote, rollback: the environment or group to move. restore: the environment to recreate. reconcile, history, doctor: only this environment; default all. compare: the first of two, whose gate measures both. backtest: the environment whose gate is replayed.',
    commands: [
      'deploy',
      'guard',
      'promote',
      'rollback',
      'reconcile',
      'history',
      'restore',
      'compare',
      'backtest',
      'doctor',
    ],
  },
  version: {
    group: 'What to do',
    description:
      'promote: the version to put there. rollback: `last-healthy` (default; without any, `previous`), `previous`, or a version such as `v1.1.0`. compare: the version to put into `environment` first; default what runs there.',
    commands: ['promote', 'rollback', 'compare'],
  },
  with: {
    group: 'What to do',
    description: 'compare: the other environment.',
    commands: ['compare'],
  },
  'with-version': {
    group: 'What to do',
    description: 'compare: the version to put into `with` first; default what runs there.',
    commands: ['compare'],
  },
  from: {
    group: 'What to do',
    description:
      'promote: the environment whose version is promoted, instead of `version`. restore: the environment to copy from the past; default the same as `environment`.',
    commands: ['promote', 'restore'],
  },
  percentage: {
    group: 'What to do',
    description:
      'rollback: how many percent of the users still get the canary of `environment`, less than now; `0` ends it. Instead of `version`: no tag moves and nothing is quarantined.',
    commands: ['rollback'],
  },
  at: {
    group: 'What to do',
    description: 'history, restore: the point in time, ISO 8601 with a zone, such as `2026-05-05T14:47:00+02:00`.',
    commands: ['history', 'restore'],
  },
  since: {
    group: 'What to do',
    description:
      'history: the start of a range; shows its moves, and what changed in it. backtest: the deploys since then; default 30 days ago. ISO 8601 with a zone.',
    commands: ['history', 'backtest'],
  },
  until: {
    group: 'What to do',
    description: 'history, backtest: the end of the range; default now.',
    commands: ['history', 'backtest'],
  },
  page: {
    group: 'What to do',
    description:
      'history: a file in the workspace, such as `history/index.html`, for one HTML page with everything that the ledger knows: what ran where at any time, every move, differences of versions, and how to go back.',
    commands: ['history'],
  },
  prune: {
    group: 'What to do',
    form: 'boolean',
    description:
      'restore: `true` deletes the tags of components that did not run then; by default they stay, and are named. reconcile: `true` removes owned keys whose tag is gone, and versions that `retention` does not keep; default by `on-delete` in the configuration.',
    commands: ['restore', 'reconcile'],
  },
  heal: {
    group: 'What to do',
    form: 'boolean',
    description: 'reconcile: `true` repairs drift; default `false`, and `true` if a schedule started `auto`.',
    commands: ['reconcile'],
  },
  deep: {
    group: 'What to do',
    form: 'boolean',
    description:
      'reconcile: `true` also reads the stored bytes and compares them with the repository, one request for every 100 keys.',
    commands: ['reconcile'],
  },
  scope: {
    group: 'What to do',
    description:
      'validate: `all` (default) shows every finding in the tree; `changed` only those in changed files, and those that the change caused elsewhere.',
    commands: ['validate'],
  },
  comment: {
    group: 'What to do',
    description:
      'validate: `true` keeps one comment on the pull request, with the findings and what merging would change; it needs `pull-requests: write`. Default `false`.',
    form: 'boolean',
    commands: ['validate'],
  },
  'metric-url': {
    group: 'What to watch',
    description:
      'guard: a URL to ask instead of the metrics in the configuration. It answers the failed and all requests since the deploy (`metric-errors`, `metric-total`), or one value: a number, or JSON with `metric-path`. Placeholders such as `{component}`, `{version}` and `{elapsed}`, and secrets of the step, are filled in.',
    commands: ['guard'],
  },
  'metric-path': {
    group: 'What to watch',
    description: 'guard: the JSON path of the value in the answer of `metric-url`, such as `$.data.errorRate`.',
    commands: ['guard'],
  },
  'metric-errors': {
    group: 'What to watch',
    description:
      'guard: the JSON path of the number of failed requests since the deploy, such as `$.errors`; together with `metric-total`, instead of `metric-path`.',
    commands: ['guard'],
  },
  'metric-total': {
    group: 'What to watch',
    description: 'guard: the JSON path of the number of all requests since the deploy, such as `$.total`.',
    commands: ['guard'],
  },
  threshold: {
    group: 'What to watch',
    description:
      'guard: the highest value allowed, such as `1500`; with `metric-errors` the highest share of failed requests, such as `0.01`. Needed with `metric-url`.',
    commands: ['guard'],
  },
  'initial-delay': {
    group: 'What to watch',
    description: 'guard: how long to wait before the first measurement, such as `90s`. Default `60s`.',
    commands: ['guard'],
  },
  interval: {
    group: 'What to watch',
    description: 'guard: how long to wait between measurements. Default `15s`.',
    commands: ['guard'],
  },
  bake: {
    group: 'What to watch',
    description:
      'guard: the minimum time to watch before a version is healthy, from the first measurement. Default `0s` for a value, `5m` for failed requests.',
    commands: ['guard'],
  },
  count: {
    group: 'What to watch',
    description: 'guard: measurements of a value after which it is healthy, if the last one passed. Default 5.',
    commands: ['guard'],
  },
  'failure-limit': {
    group: 'What to watch',
    description:
      'guard: how many measurements of a value may be beyond the limit without a breach; less than `count`. Default 0.',
    commands: ['guard'],
  },
  'fail-on-rollback': {
    group: 'What to watch',
    form: 'boolean',
    description: 'guard: `false` lets the step succeed although it rolled back. Default `true`.',
    commands: ['guard'],
  },
  'kv-namespace': {
    group: 'Where to',
    form: 'lines',
    description:
      'The KV namespace: its id (32 hex digits), its binding in the wrangler configuration of the default branch, or its title; or lines of `environment-glob: namespace`. Takes precedence over `namespaces` in the configuration.',
    commands: 'all',
  },
  config: {
    group: 'Where to',
    description:
      'The configuration file, read from the default branch (by `validate` from the tree it checks). Optional at the default path.',
    default: '.github/tagship.yml',
    commands: 'all',
  },
  'cloudflare-api-token': {
    group: 'Access',
    form: 'secret',
    description:
      'A Cloudflare API token with the permission Workers KV Storage: Edit; for `validate`, Read is enough. Default: the environment variable `CLOUDFLARE_API_TOKEN`.',
    commands: 'all',
  },
  'cloudflare-account-id': {
    group: 'Access',
    description: 'The Cloudflare account. Default: the environment variable `CLOUDFLARE_ACCOUNT_ID`.',
    commands: 'all',
  },
  'github-token': {
    group: 'Access',
    form: 'secret',
    description:
      'A token with `contents: write`, to move tags and write the ledger. With `contents: read`, `deploy` and `reconcile` still write KV, with a warning; `validate` and `history` need no more.',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
    default: '${{ github.token }}',
    commands: 'all',
  },
  'dry-run': {
    group: 'How',
    form: 'boolean',
    description: '`true` prints the plan and writes nothing.',
    commands: 'all',
  },
  reason: {
    group: 'How',
    description: 'Why; kept in the ledger and the summary. Needed with `override`.',
    commands: 'all',
  },
  override: {
    group: 'How',
    form: 'lines',
    description: `Checks to pass over, one per line: ${Object.entries(OVERRIDES)
      .map(([name, meaning]) => `\`${name}\` (${meaning})`)
      .join(', ')}. Needs \`reason\`.`,
    commands: 'all',
  },
} as const satisfies Record<string, InputSpec>;

export type InputName = keyof typeof INPUTS;

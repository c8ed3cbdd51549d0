import { isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { edgitComponent } from '../domain/edgit.ts';
import { isNamespaceId } from '../domain/namespace.ts';
import { parseTag } from '../domain/tag.ts';
import { exclusionOf, USUAL_RULES } from '../domain/tag-rules.ts';
import { highestVersion } from '../domain/version.ts';
import type { WranglerConfig } from '../domain/wrangler.ts';

/** What is found in a clone. */
export interface Found {
  /** Short names of tags. */
  readonly tags: readonly string[];
  /** Files that are tracked, or new and not ignored. */
  readonly files: readonly string[];
  /** The wrangler configuration that Tagship reads, which is at the top of the repository. */
  readonly wrangler: WranglerConfig | undefined;
}

/** What can be said of the repository. */
export interface Plan {
  readonly components: readonly string[];
  /** The newest version of each component. */
  readonly newest: ReadonlyMap<string, string>;
  readonly environments: readonly string[];
  /** Environments without a namespace in the configuration. */
  readonly homeless: readonly string[];
  /** Components whose files are there and that have no version tag. */
  readonly untagged: readonly string[];
  readonly config: string;
}

/** The workflows to copy, as they are called in `examples/workflows`. */
export const WORKFLOWS = ['deploy', 'reconcile', 'promote', 'rollback', 'restore', 'history', 'validate'] as const;

const USUAL_ENVIRONMENTS = ['production', 'staging'];

/** Folders whose files are components by the habits of the field, when nothing else says so. */
const COMPONENT_FOLDERS = /^(?:prompts|templates|queries|configs|schemas|agents)\//;

/** Options of a choice before a pattern for each type is clearer. */
const MAX_OPTIONS = 50;

/** Plans the files for a repository. */
export function planInit({ tags, files, wrangler }: Found): Plan {
  const components = new Set<string>();
  const environments = new Set<string>();
  const newest = new Map<string, string>();
  for (const tag of tags.filter((name) => exclusionOf(name, USUAL_RULES) === undefined).map(parseTag)) {
    if (tag.kind === 'component' && tag.prefix === 'components') {
      const name = `${tag.type}/${tag.name}`;
      components.add(name);
      if (tag.slot.kind === 'environment') {
        environments.add(tag.slot.environment);
      } else {
        const version = tag.slot.version;
        newest.set(name, highestVersion([newest.get(name) ?? version, version]) ?? version);
      }
    }
  }
  const inWrangler = Object.keys(wrangler?.env ?? {});
  const found = [...environments].sort();
  const all =
    found.length > 0 ? found : inWrangler.length > 0 ? [...new Set(['production', ...inWrangler])] : USUAL_ENVIRONMENTS;
  const bindings = new Map(all.map((environment) => [environment, bindingFor(environment, wrangler)]));
  const homeless = all.filter((environment) => bindings.get(environment) === undefined);
  const untagged = files
    .filter((file) => COMPONENT_FOLDERS.test(file))
    .map(nameOf)
    .filter((name) => name !== undefined && !components.has(name) && !components.has(edgitNameOf(name)));
  return {
    components: [...components].sort(),
    newest,
    environments: all,
    homeless,
    untagged: [...new Set(untagged.flatMap((name) => name ?? []))].sort(),
    config: configText(all, bindings),
  };
}

/** `prompts/extraction.md` → `prompts/extraction`; undefined for what is no single file of a component. */
function nameOf(file: string): string | undefined {
  return /^(\w+\/[\w./-]*?[\w-]+)\.\w+$/.exec(file)?.[1];
}

/** The name that Edgit would give to the same file. */
function edgitNameOf(name: string): string {
  const component = edgitComponent(`${name}.md`);
  return component === undefined ? name : `${component.type}/${component.name}`;
}

/** The binding of an environment: in its own part of the wrangler configuration; for production also at the top. */
function bindingFor(environment: string, wrangler: WranglerConfig | undefined): string | undefined {
  const own = wrangler?.env?.[environment];
  const level = own ?? (environment === 'production' ? wrangler : undefined);
  const bound = (level?.kv_namespaces ?? []).filter(({ id }) => id !== undefined && isNamespaceId(id));
  return (bound.find(({ binding }) => binding === 'COMPONENTS_KV') ?? (bound.length === 1 ? bound[0] : undefined))
    ?.binding;
}

function configText(environments: readonly string[], bindings: ReadonlyMap<string, string | undefined>): string {
  const lines = environments.map((environment) => {
    const binding = bindings.get(environment);
    return binding === undefined
      ? `  # ${environment}: { id: … } # the 32 hex digits that \`npx wrangler kv namespace create ${titleOf(environment)}\` prints`
      : `  ${environment}: { binding: ${binding} } # in the wrangler configuration`;
  });
  const hasAny = environments.some((environment) => bindings.get(environment) !== undefined);
  return [
    '# yaml-language-server: $schema=https://raw.githubusercontent.com/tagship/tagship/v0/schema/config.schema.json',
    '#',
    '# The configuration of Tagship, read from the default branch. Everything has a default; docs/configuration.md has all keys.',
    '',
    '# The KV namespace of each environment.',
    hasAny ? 'namespaces:' : '# namespaces:',
    ...lines,
    '',
    '# What every component is kept as: what runs, and the last ten versions.',
    'retention: 10',
    '',
    '# environments:',
    '#   production:',
    '#     requires: staging # promote only what ran in staging',
    '',
  ].join('\n');
}

/** What a namespace of an environment may be called. */
export function titleOf(environment: string): string {
  return `components-${environment}`;
}

/** Where a workflow is in the repository. Commands that Tagship names, as in a post-mortem, start it by this name. */
export function workflowFile(name: string): string {
  return `.github/workflows/${name}.yml`;
}

/** A part of a text that is to be another. */
interface Edit {
  readonly node: unknown;
  readonly text: string;
}

/** A workflow of the examples, with the components, environments and default branch of this repository in it. */
export function adaptWorkflow(text: string, plan: Plan, defaultBranch: string): string {
  const document = parseDocument(text);
  const inputs = document.getIn(['on', 'workflow_dispatch', 'inputs']);
  const edits = (isMap(inputs) ? inputs.items : []).flatMap(({ value }) =>
    isMap(value) ? choiceEdits(value, plan) : [],
  );
  const branches = document.getIn(['on', 'push', 'branches']);
  if (isSeq(branches)) {
    edits.push({ node: branches, text: flowList([defaultBranch]) });
  }
  return edits.reduceRight((changed, { node, text: instead }) => {
    const [start = 0, end = 0] = isNode(node) ? (node.range ?? []) : [];
    return end === 0 ? changed : changed.slice(0, start) + instead + changed.slice(end);
  }, text);
}

/** The edits of an input with options, in the order of the text. */
function choiceEdits(input: YAMLMap, { components, environments }: Plan): Edit[] {
  const options = input.get('options');
  if (!isSeq(options)) {
    return [];
  }
  const words = options.items.map((item) => (isScalar(item) ? String(item.value) : ''));
  const wanted = words.includes('prompts/extraction')
    ? componentOptions(components)
    : words.includes('production')
      ? [...(words.includes('all') ? ['all'] : []), ...environments]
      : [];
  if (wanted.length === 0) {
    return [];
  }
  const standard = input.get('default', true);
  const isKept = !isScalar(standard) || wanted.includes(String(standard.value));
  const edits = [
    { node: options, text: flowList(wanted) },
    ...(isKept ? [] : [{ node: standard, text: flowWord(wanted[0] ?? '') }]),
  ];
  return edits.sort((a, b) => startOf(a.node) - startOf(b.node));
}

function startOf(node: unknown): number {
  return (isNode(node) ? node.range?.[0] : undefined) ?? 0;
}

function flowList(words: readonly string[]): string {
  return `[${words.map(flowWord).join(', ')}]`;
}

function flowWord(word: string): string {
  return /^[a-z][\w./-]*$/i.test(word) && !/^(?:true|false|yes|no|on|off|null)$/i.test(word)
    ? word
    : JSON.stringify(word);
}

function componentOptions(components: readonly string[]): readonly string[] {
  const patterns = [...new Set(components.map((name) => `${name.slice(0, name.indexOf('/'))}/**`))];
  return components.length <= MAX_OPTIONS ? [...components, ...patterns] : patterns;
}

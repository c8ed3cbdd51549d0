import { componentId } from '../domain/component.ts';
import { type Config, configRules, DEFAULT_CONFIG_PATH, DEFAULT_LEDGER_REF, defaultConfig } from '../domain/config.ts';
import { ignoreRanges, MISNAMED_CONFIG_PATH, misnamedConfig, parseConfig } from '../domain/config-file.ts';
import type { NamespaceRule } from '../domain/namespace.ts';
import type { Reference } from '../domain/references/reference.ts';
import { REGISTRY_PATH } from '../domain/registry.ts';
import { tagRules, USUAL_RULES } from '../domain/tag-rules.ts';
import { count, size } from '../domain/text.ts';
import { type FileReferences, findingsOf, movedFindings, problemOf } from '../domain/validation/check.ts';
import { cycleFindings } from '../domain/validation/cycles.ts';
import { Known, type MovedVersion, type Sources } from '../domain/validation/facts.ts';
import { FINDING_CODES, type Finding, type FindingCode } from '../domain/validation/finding.ts';
import { type FileChange, type Impact, impactOf, mentionsOf } from '../domain/validation/impact.ts';
import { inOrder } from '../domain/validation/order.ts';
import { registryFindings } from '../domain/validation/registry-check.ts';
import { type RegistryDocument, readRegistryDocument } from '../domain/validation/registry-document.ts';
import { withSeverities } from '../domain/validation/severity.ts';
import { applySuppressions, type IgnoreRule } from '../domain/validation/suppress.ts';
import { ContentReader } from '../engine/content.ts';
import { type Listing, listTags, withRules } from '../engine/observation.ts';
import { CommitTree } from '../engine/validate/commit-tree.ts';
import { type ChangeRequest, type Comparison, compare } from '../engine/validate/comparison.ts';
import { missingKeys } from '../engine/validate/missing-keys.ts';
import { Past } from '../engine/validate/past.ts';
import { Scan } from '../engine/validate/scan.ts';
import { vocabularyOf } from '../engine/validate/vocabulary.ts';
import { TagshipError, toTagshipErrors } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Journal } from '../ports/journal.ts';
import type { KvStore } from '../ports/kv.ts';
import type { Repository } from '../ports/repository.ts';
import { MAX_SOURCE, readSource, type SourceTree } from '../ports/source-tree.ts';
import { type TimeLimit, UNLIMITED } from '../ports/time-limit.ts';
import { excludedNotices } from './describe.ts';
import type { Notice } from './report.ts';

/** How many findings at references are reported; so many are not read one by one. */
const MAX_FINDINGS = 10_000;

/** What is to be checked. */
export interface ValidateRequest {
  readonly scope: 'all' | 'changed';
  /** The commit that the workflow runs for; undefined outside of one. */
  readonly commit: string | undefined;
  /** What changed, by the event; a text says why it does not tell. */
  readonly change: ChangeRequest | string;
}

/** The settings of one run. */
export interface ValidateSettings {
  readonly configPath: string;
  /** Namespaces from the input; they go before those of the configuration. */
  readonly namespaces: readonly NamespaceRule[];
}

/** The effects of one run. */
export interface ValidatePorts {
  readonly repository: Repository;
  /** The checkout, where there is one. */
  readonly checkout: SourceTree | undefined;
  /** Undefined where nobody gave access to it. */
  readonly kv: KvStore | undefined;
  readonly clock: Clock;
  readonly journal: Journal;
  /** For what strangers may have written; none when left out. */
  readonly limit?: TimeLimit | undefined;
}

/** What was found. */
export interface ValidateReport {
  readonly command: 'validate';
  /** What was shown: `all` also where the event does not say what changed. */
  readonly scope: ValidateRequest['scope'];
  readonly tree: SourceTree['kind'];
  readonly commit: string | undefined;
  /** The commit that it was compared with. */
  readonly base: string | undefined;
  /** How many files were read. */
  readonly files: number;
  /** The worst first. */
  readonly findings: readonly Finding[];
  /** How many findings are suppressed. */
  readonly suppressed: number;
  /** What the change means for components; undefined where nothing tells what changed. */
  readonly impacts: readonly Impact[] | undefined;
  /** Where the configuration wants the SARIF file. */
  readonly sarifPath: string | undefined;
  readonly notices: readonly Notice[];
  readonly failures: readonly TagshipError[];
  readonly durationMs: number;
}

/**
 * Finds references in a tree to what is not there, and what else is wrong with its components. Nothing is written.
 * @throws TagshipError `input-missing`, `config-missing`; TagshipErrors `config-syntax`, `config-invalid`
 */
export async function validate(
  request: ValidateRequest,
  settings: ValidateSettings,
  ports: ValidatePorts,
): Promise<ValidateReport> {
  const started = ports.clock.now();
  const { journal } = ports;
  const material = await journal.group('Read the tree and the tags', () => gather(request, settings, ports));
  const run = new Validation(material, request, settings, ports);
  const { findings, suppressed } = await journal.group('Check the references', () => run.check());
  const impacts = await run.impacts();
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return {
    command: 'validate',
    scope: run.scope,
    tree: material.tree.kind,
    commit: request.commit,
    base: material.comparison?.base,
    files: run.files,
    findings,
    suppressed,
    impacts,
    sarifPath: material.config.validate.sarif,
    notices: [...excludedNotices(material.listing), ...run.notices],
    failures: errors === 0 ? [] : [failure(errors)],
    durationMs: ports.clock.now() - started,
  };
}

function failure(errors: number): TagshipError {
  return new TagshipError(
    'findings',
    `${count(errors, 'finding')} of severity error.`,
    'Correct what each one names; what is meant to be so can be suppressed in place with `tagship-ignore: code`.',
  );
}

/** What a run reads before it looks into files. */
interface Material {
  readonly tree: SourceTree;
  readonly paths: readonly string[];
  readonly listing: Listing;
  readonly config: Config;
  readonly ignore: readonly IgnoreRule[];
  readonly registry: RegistryDocument | undefined;
  readonly comparison: Comparison | undefined;
}

async function gather(
  request: ValidateRequest,
  settings: ValidateSettings,
  { checkout, repository, journal, limit = UNLIMITED }: ValidatePorts,
): Promise<Material> {
  const tree = checkout ?? commitTree(repository, request.commit);
  const [paths, listed] = await Promise.all([
    tree.paths(),
    listTags(repository, new ContentReader(repository), ['components/', 'logic/'], USUAL_RULES),
  ]);
  const where = tree.kind === 'commit' ? `at commit ${request.commit}` : 'in the checkout';
  journal.info(`Files ${where}: ${paths.length}. Tags: ${listed.refs.tags.length}. Components: ${listed.tags.size}.`);
  const known = new Set(paths);
  const { config, ignore } = await readConfig(tree, known, settings.configPath, limit);
  const rules = tagRules(config);
  const listing = rules.areUsual ? listed : withRules(listed, rules);
  // Edgit has Git ignore it by default: then it lies there, and no commit has it.
  const source = known.has(REGISTRY_PATH) ? await readSource(tree, REGISTRY_PATH) : undefined;
  const registry = source?.kind === 'text' ? readRegistryDocument(source.text) : undefined;
  return {
    tree,
    paths,
    listing,
    config,
    ignore,
    registry,
    comparison: typeof request.change === 'string' ? undefined : await compare(repository, request.change, registry),
  };
}

function commitTree(repository: Repository, commit: string | undefined): SourceTree {
  if (commit === undefined) {
    throw new TagshipError(
      'input-missing',
      'There is no checkout in `GITHUB_WORKSPACE`, and `GITHUB_SHA` names no commit.',
      'Run Tagship as a step of a GitHub Actions workflow, or check the repository out first.',
    );
  }
  return new CommitTree(repository, commit);
}

/** The configuration of the tree that is checked. */
async function readConfig(
  tree: SourceTree,
  paths: ReadonlySet<string>,
  path: string,
  limit: TimeLimit,
): Promise<Pick<Material, 'config' | 'ignore'>> {
  const source = paths.has(path) ? await readSource(tree, path) : undefined;
  if (source?.kind !== 'text') {
    if (path === DEFAULT_CONFIG_PATH && source === undefined) {
      if (paths.has(MISNAMED_CONFIG_PATH)) {
        throw misnamedConfig('');
      }
      return { config: defaultConfig(), ignore: [] };
    }
    throw new TagshipError(
      'config-missing',
      `The tree that is checked has no configuration file \`${path}\`.`,
      'Commit the configuration as a file, or correct the input `config`.',
    );
  }
  const { text } = source;
  let config = defaultConfig();
  let ranges: ReturnType<typeof ignoreRanges> = [];
  const isRead = limit.run(MAX_SOURCE, () => {
    config = parseConfig(text, path, '');
    ranges = ignoreRanges(text);
  });
  if (!isRead) {
    throw new TagshipError('config-syntax', `${path} takes too long to be read.`, 'Shorten the file.');
  }
  return { config, ignore: config.validate.ignore.map((rule, index) => ({ ...rule, range: ranges[index] })) };
}

/** @throws TagshipError where the globs of the configuration are made to take for ever */
function inTime<T>(work: () => T, key: string, file: string, limit: TimeLimit = UNLIMITED): T {
  const done: T[] = [];
  if (!limit.run(MAX_SOURCE, () => void done.push(work()))) {
    throw new TagshipError(
      'config-invalid',
      `The globs under \`${key}\` in ${file} take too long to be matched.`,
      'Write them with fewer wildcards, one in each part of a path.',
      { location: { file } },
    );
  }
  return done[0] as T;
}

/** One check of a tree. */
class Validation {
  readonly notices: Notice[] = [];
  readonly scope: ValidateRequest['scope'];
  readonly #material: Material;
  readonly #settings: ValidateSettings;
  readonly #ports: ValidatePorts;
  readonly #changes: readonly FileChange[];
  readonly #changed: ReadonlySet<string>;
  readonly #sources: Sources;
  readonly #missing = new Map<string, ReadonlySet<string>>();
  readonly #scan: Scan;
  #known: Known;
  #past: Past;

  constructor(material: Material, request: ValidateRequest, settings: ValidateSettings, ports: ValidatePorts) {
    this.#material = material;
    this.#settings = settings;
    this.#ports = ports;
    const { comparison, config, listing, paths, registry, tree } = material;
    this.#past = Past.without(ports.repository);
    this.#changes = comparison?.changes ?? [];
    this.#changed = new Set(this.#changes.map(({ path }) => path));
    this.scope = this.#scopeOf(request);
    this.#sources = {
      registry,
      tags: listing.tags,
      files: paths,
      templates: config.paths,
      types: config.validate.types,
      missingKeys: this.#missing,
    };
    this.#known = new Known(this.#sources);
    const words = { tags: listing.tags, keys: config.validate.keys, registryBefore: comparison?.registryBefore };
    // The first to guess at every path; who does so after it takes no longer.
    const vocabulary = inTime(() => vocabularyOf(this.#known, words), 'paths', settings.configPath, ports.limit);
    this.#scan = new Scan(tree, this.#known, vocabulary, ports.limit);
  }

  /** How many files were read. */
  get files(): number {
    return this.#scan.files;
  }

  async check(): Promise<{ readonly findings: readonly Finding[]; readonly suppressed: number }> {
    const scan = this.#scan;
    // The registry is read with its places, and holds no references.
    await scan.run(
      this.#material.paths.filter((path) => path !== REGISTRY_PATH),
      this.#changed,
    );
    if (scan.tooLarge.length > 0) {
      this.#note(
        'notice',
        `${count(scan.tooLarge.length, 'file')} over ${size(MAX_SOURCE)} not read: ${listed(scan.tooLarge)}.`,
      );
    }
    await this.#readLedger();
    const askedKv = await this.#askKv();
    const onCycles = new Set(scan.filesOnCycles());
    await scan.parse(onCycles);
    const { templates } = scan;
    if (templates.length > 0) {
      const [are, they] = templates.length === 1 ? ['is a template', 'it is'] : ['are templates', 'they are'];
      this.#note(
        'notice',
        `${count(templates.length, 'file')} ${are} of YAML or JSON, so ${they} read only as far as possible: ${listed(templates)}.`,
      );
    }
    const found = this.#findings(this.#known, [...scan.references()], onCycles);
    const problems = [...scan.parsed].flatMap(([file, { problem }]) =>
      problem === undefined ? [] : problemOf(file, problem),
    );
    if (scan.beyond.length > 0) {
      this.#note(
        'warning',
        `${count(scan.beyond.length, 'file')} not checked, since other files hold more references than are kept: ${listed(scan.beyond)}.`,
      );
    }
    const { severity } = this.#material.config.validate;
    const off = FINDING_CODES.filter((code) => severity[code] === 'off');
    const { shown, hidden } = this.#suppressed([...found, ...problems], {
      inPlace: new Map([...scan.parsed].map(([file, { suppressions }]) => [file, suppressions])),
      rules: this.#material.ignore,
      configPath: this.#settings.configPath,
      complete: this.scope === 'all',
      notSought: new Set<FindingCode>([...off, ...(askedKv ? [] : (['missing-key'] as const))]),
    });
    const concerned = this.scope === 'all' ? shown : this.#causedOf(shown, onCycles);
    return { findings: inOrder(withSeverities(concerned, severity)), suppressed: hidden.length };
  }

  #suppressed(...[findings, suppressions]: Parameters<typeof applySuppressions>): ReturnType<typeof applySuppressions> {
    const sort = () => applySuppressions(findings, suppressions);
    return inTime(sort, 'validate.ignore', suppressions.configPath, this.#ports.limit);
  }

  /** What the change means for components; undefined where nothing tells what changed. */
  async impacts(): Promise<readonly Impact[] | undefined> {
    const { comparison, listing } = this.#material;
    if (comparison === undefined) {
      return undefined;
    }
    const impacts = impactOf(this.#changes, comparison.registryBefore, this.#known, []);
    const ids = new Set(impacts.map(({ component }) => component));
    await this.#scan.parse(this.#scan.filesWith((reference) => this.#idsOf(reference).some((id) => ids.has(id))));
    const mentions = mentionsOf(this.#scan.references(), this.#known, ids);
    const tags = [...ids].flatMap((id) => listing.tags.get(id) ?? []);
    const versions =
      (await this.#try('The ledger was not asked what runs', () => this.#past.versions(tags))) ?? new Map();
    return impacts.map((impact) => ({
      ...impact,
      mentions: mentions.get(impact.component) ?? [],
      environments: impact.environments.map(({ environment, version }) => {
        const ref = listing.tags.get(impact.component)?.environments.get(environment);
        return { environment, version: versions.get(ref?.name ?? '') ?? version };
      }),
    }));
  }

  #scopeOf({ scope, change }: ValidateRequest): ValidateRequest['scope'] {
    if (scope === 'all') {
      return 'all';
    }
    const why =
      typeof change === 'string'
        ? change
        : this.#material.comparison === undefined
          ? `of the commits ${change.base} and ${change.commit} the server lacks one`
          : this.#changed.has(this.#settings.configPath)
            ? `\`${this.#settings.configPath}\` changed, which decides over all files`
            : undefined;
    if (why !== undefined) {
      this.#note('notice', `Everything was checked, and not only what changed: ${why}.`);
    }
    return why === undefined ? 'changed' : 'all';
  }

  async #readLedger(): Promise<void> {
    const { config, listing } = this.#material;
    const { repository } = this.#ports;
    const ref = config.ledger?.ref ?? DEFAULT_LEDGER_REF;
    const moved = await this.#try('Whether version tags moved was not checked', async () => {
      this.#past = await Past.open(repository, ref);
      return await this.#past.moved(
        listing.tags,
        new Set([...this.#scan.distinct()].flatMap((one) => this.#idsOf(one))),
      );
    });
    if (moved !== undefined && moved.length > 0) {
      this.#known = new Known({ ...this.#sources, moved });
      const isMoved = movedBy(moved);
      await this.#scan.parse(
        this.#scan.filesWith(({ slot, ...one }) => {
          return (
            slot.kind === 'version' && this.#known.meant(one).some(({ id }) => isMoved.has(`${id}@${slot.version}`))
          );
        }),
      );
    }
  }

  /** @returns whether KV was asked for everything that it is to have */
  async #askKv(): Promise<boolean> {
    const { kv, clock, repository } = this.#ports;
    const { config, listing } = this.#material;
    const { namespaces: rules } = this.#settings;
    if (kv === undefined || rules.length + configRules(config).length === 0) {
      return false;
    }
    const wanted = this.#environmentsWanted();
    const search = { tags: listing.tags, config, rules, head: listing.refs.head };
    const found = await this.#try('Keys in KV were not checked', () =>
      missingKeys(wanted, search, { kv, clock, repository }),
    );
    for (const [environment, slots] of found?.missing ?? []) {
      this.#missing.set(environment, slots);
    }
    for (const { what } of found?.problems ?? []) {
      this.#note('warning', `Keys of one namespace were not checked: ${what}`);
    }
    if (this.#missing.size > 0) {
      await this.#scan.parse(
        this.#scan.filesWith((reference) => {
          const { slot } = reference;
          return (
            slot.kind === 'environment' &&
            this.#idsOf(reference).some((id) => this.#missing.get(slot.name)?.has(`${id}@${slot.name}`))
          );
        }),
      );
    }
    return found?.problems.length === 0;
  }

  /** The environments that references name, by component. */
  #environmentsWanted(): ReadonlyMap<string, ReadonlySet<string>> {
    const wanted = new Map<string, Set<string>>();
    for (const reference of this.#scan.distinct()) {
      const { slot } = reference;
      if (slot.kind === 'environment') {
        for (const { id } of this.#known.meant(reference).filter(({ environments }) => environments.has(slot.name))) {
          wanted.set(id, (wanted.get(id) ?? new Set()).add(slot.name));
        }
      }
    }
    return wanted;
  }

  #findings(known: Known, files: readonly FileReferences[], onCycles: ReadonlySet<string>): Finding[] {
    const found: Finding[] = [];
    for (const { file, references } of files) {
      if (found.length >= MAX_FINDINGS) {
        this.#noteOnce(
          `There are more than ${MAX_FINDINGS} findings, and the references of other files were not judged.`,
        );
        break;
      }
      for (const one of findingsOf(file, references.slice(0, MAX_FINDINGS), known)) {
        found.push(one);
      }
    }
    return [
      ...found,
      ...cycleFindings(
        files.filter(({ file }) => onCycles.has(file)),
        known,
      ),
      ...registryFindings(known),
      ...movedFindings(files, known),
    ];
  }

  /** Those of the findings that are in files that changed, and those elsewhere that were not there before the change. */
  #causedOf(findings: readonly Finding[], onCycles: ReadonlySet<string>): Finding[] {
    const elsewhere = findings.filter(({ file }) => !this.#changed.has(file));
    if (elsewhere.length === 0) {
      return [...findings];
    }
    const gone = this.#changes.flatMap((one) =>
      one.kind === 'removed' ? one.path : one.kind === 'renamed' ? one.from : [],
    );
    const fresh = this.#changes.flatMap((one) => (one.kind === 'added' || one.kind === 'renamed' ? one.path : []));
    const before = new Known({
      ...this.#sources,
      moved: this.#known.moved,
      registry: this.#material.comparison?.registryBefore,
      files: this.#known.files.with(fresh, gone).paths,
    });
    const same = [...this.#scan.references()].filter(({ file }) => !this.#changed.has(file));
    const known = new Set(this.#findings(before, same, onCycles).map(placeOf));
    return findings.filter(
      (one) =>
        this.#changed.has(one.file) ||
        (one.code !== 'unused-suppression' && one.code !== 'unparsable-file' && !known.has(placeOf(one))),
    );
  }

  /** The components that a reference means or, where none is registered, names. */
  #idsOf(reference: Reference): string[] {
    const { type, name } = reference;
    return type === undefined ? this.#known.named(name).map(({ id }) => id) : [`${type}/${name}`];
  }

  /** What is only additional does not end the run. */
  async #try<T>(instead: string, work: () => T | Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      const failures = toTagshipErrors(error);
      if (failures.some(({ code }) => code === 'cancelled' || code === 'internal')) {
        throw error;
      }
      this.#note('warning', `${instead}: ${failures.map(({ what }) => what).join(' ')}`);
      return undefined;
    }
  }

  #noteOnce(message: string): void {
    if (!this.notices.some((one) => one.message === message)) {
      this.#note('warning', message);
    }
  }

  #note(level: Notice['level'], message: string): void {
    this.notices.push({ level, message });
  }
}

function movedBy(moved: readonly MovedVersion[]): ReadonlySet<string> {
  return new Set(moved.map(({ component, version }) => `${componentId(component)}@${version}`));
}

/** What is the same of a finding before and after a change elsewhere. Of a cycle that is its path. */
function placeOf({ code, file, range, message }: Finding): string {
  return JSON.stringify([code, file, range?.start.offset, code === 'cycle' ? message : '']);
}

function listed(names: readonly string[]): string {
  const told = names.slice(0, 5).map((name) => `\`${name}\``);
  return names.length > 5 ? `${told.join(', ')} and ${names.length - 5} more` : told.join(', ');
}

import type { TagState } from '../../domain/component-tags.ts';
import { type Config, configRules, DEFAULT_LEDGER_REF } from '../../domain/config.ts';
import { broken, type Fact } from '../../domain/doctor/fact.ts';
import type { NamespaceRule } from '../../domain/namespace.ts';
import { tagRules, USUAL_RULES } from '../../domain/tag-rules.ts';
import { ContentReader } from '../../engine/content.ts';
import { LedgerSnapshot } from '../../engine/ledger/snapshot.ts';
import { environmentsOf, type Listing, listTags, type Observation, withRules } from '../../engine/observation.ts';
import { policyObjects, readConfig } from '../../engine/read-config.ts';
import type { RunPorts, RunSettings } from '../../engine/run-ports.ts';
import { Session } from '../../engine/session.ts';
import { TagshipError, toTagshipErrors } from '../../errors.ts';
import type { KvNamespace, KvStore } from '../../ports/kv.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Repository } from '../../ports/repository.ts';
import { retry } from '../../ports/retry.ts';
import type { SetUpFacts } from '../../ports/set-up.ts';

/** What is to be checked. */
export interface DoctorRequest {
  /** Undefined for all environments. */
  readonly environment: string | undefined;
}

/** The settings of one run. */
export interface DoctorSettings extends RunSettings {
  /** Whether a token and an account of Cloudflare's were given. */
  readonly cloudflare: { readonly token: boolean; readonly account: boolean };
  /** The repository of the action, as the runner names it. */
  readonly actionRepository: string | undefined;
  /** As the event names it. */
  readonly defaultBranch: string | undefined;
}

/** The effects of one run. */
export interface DoctorPorts extends RunPorts {
  readonly facts: SetUpFacts;
  readonly metrics: () => Promise<Metrics>;
}

/** The ledger and the tags, with the session that read them. */
interface Observed {
  readonly session: Session;
  readonly view: Observation;
}

/** A set-up as checks look at it. Everything is asked when a check first needs it, and once. */
export class SetUp {
  readonly request: DoctorRequest;
  readonly settings: DoctorSettings;
  readonly ports: DoctorPorts;
  readonly content: ContentReader;
  readonly #kv: KvStore;
  readonly listing = once(() => this.#list());
  readonly config = once(() => this.#readConfig());
  readonly ledger = once(() => this.#openLedger());
  readonly observed = once(() => this.#observe());
  readonly namespaces = once(() => this.#listNamespaces());
  readonly environments = once(() => this.#environments());

  constructor(request: DoctorRequest, settings: DoctorSettings, ports: DoctorPorts) {
    this.request = request;
    // Nobody is to be notified of what a look finds.
    this.settings = { ...settings, onConfig: undefined };
    this.#kv = ports.kv;
    const kv = readOnlyKv(ports.kv, () => this.namespaces());
    this.ports = { ...ports, kv, repository: readOnlyRepository(ports.repository) };
    this.content = new ContentReader(this.ports.repository);
  }

  /** Whether an environment is to be checked. */
  asks(environment: string): boolean {
    return (this.request.environment ?? environment) === environment;
  }

  /** Where the ledger is, by the configuration; by default where that cannot be read. */
  async ledgerRef(): Promise<string> {
    return await this.config().then(
      ({ ledger }) => ledger?.ref ?? DEFAULT_LEDGER_REF,
      () => DEFAULT_LEDGER_REF,
    );
  }

  /** The namespaces that inputs and configuration name. */
  async rules(): Promise<readonly NamespaceRule[]> {
    return [...this.settings.namespaces, ...configRules(await this.config())];
  }

  /** All tags of components, by the rules of the configuration. */
  async tags(): Promise<TagState> {
    return (await this.listing()).tags;
  }

  async #list(): Promise<Listing> {
    const { repository } = this.ports;
    const listed = await listTags(repository, this.content, ['components/', 'logic/'], USUAL_RULES, undefined, [
      DEFAULT_LEDGER_REF,
    ]);
    const config = await this.#configAt(listed.refs.head).catch(() => undefined);
    const rules = config === undefined ? USUAL_RULES : tagRules(config);
    return rules.areUsual ? listed : withRules(listed, rules);
  }

  async #readConfig(): Promise<Config> {
    return await this.#configAt((await this.listing()).refs.head);
  }

  async #configAt(head: string | undefined): Promise<Config> {
    const { repository } = this.ports;
    const { configPath } = this.settings;
    if (head !== undefined) {
      await repository.load([head], 'trees');
      await repository.load(await policyObjects(repository, head, configPath), 'objects');
    }
    return await readConfig(repository, head, configPath);
  }

  async #openLedger(): Promise<LedgerSnapshot | undefined> {
    const { repository } = this.ports;
    const ref = await this.ledgerRef();
    const { tips } = (await this.listing()).refs;
    const tip = ref === DEFAULT_LEDGER_REF ? tips.get(ref) : (await repository.tips([ref])).get(ref);
    const ledger = tip === undefined ? undefined : await LedgerSnapshot.open(repository, tip);
    await ledger?.count();
    return ledger;
  }

  async #observe(): Promise<Observed> {
    await this.config();
    await this.ledger();
    return await Session.open(this.settings, this.ports, () => [], { whole: true });
  }

  async #listNamespaces(): Promise<readonly KvNamespace[]> {
    const { token, account } = this.settings.cloudflare;
    if (!token) {
      throw new TagshipError(
        'token-missing',
        'There is no `cloudflare-api-token`.',
        'Pass it as the input `cloudflare-api-token` from a secret, or set the environment variable `CLOUDFLARE_API_TOKEN`.',
      );
    }
    if (!account) {
      throw new TagshipError(
        'account-missing',
        'There is no `cloudflare-account-id`.',
        'Pass it as the input `cloudflare-account-id`, or set the environment variable `CLOUDFLARE_ACCOUNT_ID`.',
      );
    }
    return await retry(this.ports.clock, () => this.#kv.namespaces());
  }

  async #environments(): Promise<ReadonlySet<string>> {
    const ledger = await this.ledger().catch(() => undefined);
    return await environmentsOf({ tags: await this.tags(), ledger });
  }
}

/** A fact, or the error that it failed with. @throws what is about the run itself */
export async function attempt(work: () => Promise<Fact>): Promise<Fact> {
  try {
    return await work();
  } catch (error) {
    return broken(ofSetUp(error)[0] ?? new TagshipError('internal', String(error), 'Report it.'));
  }
}

/** The errors that say something of the set-up. @throws what is about the run itself */
export function ofSetUp(thrown: unknown): readonly TagshipError[] {
  const errors = toTagshipErrors(thrown);
  if (errors.some(({ code }) => code === 'cancelled' || code === 'internal' || code === 'runner-unusable')) {
    throw thrown;
  }
  return errors;
}

/** Work that is done once, when its outcome is first asked for. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

async function refuse(): Promise<never> {
  throw new TagshipError('internal', 'A check was about to write.', 'Report it.');
}

/** The store without its writing side. @param namespaces asked for them once for all checks */
function readOnlyKv(kv: KvStore, namespaces: KvStore['namespaces']): KvStore {
  return {
    namespaces,
    read: (namespace, keys) => kv.read(namespace, keys),
    page: (namespace, cursor) => kv.page(namespace, cursor),
    values: (namespace, keys) => kv.values(namespace, keys),
    exactValues: (namespace, keys) => kv.exactValues(namespace, keys),
    write: refuse,
    remove: refuse,
  };
}

/** The repository without its writing side. */
function readOnlyRepository(repository: Repository): Repository {
  return {
    refs: (prefixes, names) => repository.refs(prefixes, names),
    tips: (names) => repository.tips(names),
    load: (oids, depth, budget) => repository.load(oids, depth, budget),
    loadPresent: (oids) => repository.loadPresent(oids),
    log: (tip, limit) => repository.log(tip, limit),
    reachable: (tip, commits) => repository.reachable(tip, commits),
    read: (oid) => repository.read(oid),
    readAll: (oids) => repository.readAll(oids),
    serverTime: () => repository.serverTime(),
    mayPush: () => repository.mayPush(),
    abandon: () => repository.abandon(),
    push: refuse,
  };
}

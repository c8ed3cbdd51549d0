import { INDEX_KEY } from '../domain/key.ts';
import { ownership } from '../domain/ownership.ts';
import type { LedgerMark, PlannedKey } from '../domain/planned-key.ts';
import { differs, fingerprint, ledgerMarkOf, type StoredRecord } from '../domain/stored-key.ts';
import { TagshipError, TransientError } from '../errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Journal } from '../ports/journal.ts';
import type { KvStore } from '../ports/kv.ts';
import { retry, retryDelay } from '../ports/retry.ts';
import type { DesiredState } from './desired.ts';

/** A key that was written, or would have been in a dry run. */
export interface AppliedKey {
  readonly namespace: string;
  readonly key: string;
  readonly role: PlannedKey['role'] | 'removed';
  readonly bytes: number;
  /** Whether something else, or nothing, was stored before, as far as a read told. */
  readonly differed: boolean;
}

/** What was written. */
export interface Applied {
  readonly keys: readonly AppliedKey[];
  readonly changed: boolean;
  /** What was stored before the first write, by namespace and key. */
  readonly before: ReadonlyMap<string, ReadonlyMap<string, StoredRecord>>;
  /** Things a person should know that are no failure. */
  readonly warnings: readonly string[];
}

/** Keys that are read before it is certain that they are asked for, while something else is waited for. */
export interface ReadAhead {
  readonly namespace: string;
  readonly keys: ReadonlySet<string>;
  /** Undefined where the read failed: then it is made again, and says why. */
  readonly records: Promise<ReadonlyMap<string, StoredRecord> | undefined>;
}

export interface ApplierOptions {
  readonly readAhead?: ReadAhead | undefined;
  /** Names of the repository, this one and those it had before: keys marked with them are ours. */
  readonly owners: readonly string[];
  /** Called before every write. */
  readonly onWrite: () => void;
  /** Compares the ledger with what an index of ours in KV remembers of it. */
  readonly verifyLedger: (mark: LedgerMark, namespace: string) => Promise<void>;
}

export interface ApplierPorts {
  readonly kv: KvStore;
  readonly clock: Clock;
  readonly journal: Journal;
}

/**
 * Applies the difference between what KV holds and what it is to hold, and remembers what was read before and acknowledged
 * since. Every key's owner is checked before anything is written.
 */
export class Applier {
  readonly #options: ApplierOptions;
  readonly #ports: ApplierPorts;
  readonly #before = new Map<string, Map<string, StoredRecord>>();
  readonly #looked = new Set<string>();
  readonly #acknowledged = new Map<string, string>();
  readonly #applied = new Map<string, AppliedKey>();
  readonly #warnings = new Set<string>();
  readonly #verified = new Set<string>();
  /** Keys this run wrote or tried to; what was read of them before says nothing any more. */
  readonly #touched = new Set<string>();
  #failures = 0;
  #writtenAt: number | undefined;

  constructor(options: ApplierOptions, ports: ApplierPorts) {
    this.#options = options;
    this.#ports = ports;
  }

  /** Reads what is stored under keys that were not looked at yet, and refuses what belongs to somebody else. */
  async check(plans: readonly DesiredState[]): Promise<void> {
    for (const { namespace, keys, absent } of plans) {
      const stored = this.#before.get(namespace) ?? new Map<string, StoredRecord>();
      this.#before.set(namespace, stored);
      const unseen = [...keys.map(({ key }) => key), ...absent].filter(
        (key) => !this.#looked.has(address(namespace, key)),
      );
      if (unseen.length > 0) {
        const records = await this.#read(namespace, unseen);
        for (const key of unseen) {
          this.#looked.add(address(namespace, key));
          const record = records.get(key);
          if (record !== undefined) {
            stored.set(key, record);
          }
        }
      }
      for (const { key } of keys) {
        this.#refuseForeign(namespace, key, stored.get(key));
      }
      await this.#verifyLedger(namespace, stored.get(INDEX_KEY));
    }
  }

  async #read(namespace: string, keys: readonly string[]): Promise<ReadonlyMap<string, StoredRecord>> {
    const { readAhead } = this.#options;
    const ahead = readAhead?.namespace === namespace ? await readAhead.records : undefined;
    const rest = keys.filter((key) => ahead === undefined || readAhead?.keys.has(key) !== true);
    const read = rest.length === 0 ? [] : await retry(this.#ports.clock, () => this.#ports.kv.read(namespace, rest));
    return new Map([...(ahead ?? []), ...read]);
  }

  /**
   * Begins with other keys: what is known of those before takes no memory any more. What a listing showed of them is not
   * read again.
   * @param records undefined: nothing
   */
  begin(namespace: string, records: Iterable<readonly [key: string, record: StoredRecord | undefined]>): void {
    for (const memory of [this.#before, this.#looked, this.#acknowledged, this.#applied, this.#touched]) {
      memory.clear();
    }
    this.#failures = 0;
    const stored = this.#before.get(namespace) ?? new Map<string, StoredRecord>();
    this.#before.set(namespace, stored);
    for (const [key, record] of records) {
      this.#looked.add(address(namespace, key));
      if (record !== undefined) {
        stored.set(key, record);
      }
    }
  }

  /** What was stored under a key when it was looked at; undefined for nothing, and for what is not ours. */
  owned(namespace: string, key: string): StoredRecord | undefined {
    const record = this.#before.get(namespace)?.get(key);
    return ownership(record?.metadata, this.#options.owners) === 'own' ? record : undefined;
  }

  async #verifyLedger(namespace: string, index: StoredRecord | undefined): Promise<void> {
    const mark = ownership(index?.metadata, this.#options.owners) === 'own' ? ledgerMarkOf(index?.metadata) : undefined;
    if (mark !== undefined && !this.#verified.has(namespace)) {
      this.#verified.add(namespace);
      await this.#options.verifyLedger(mark, namespace);
    }
  }

  #refuseForeign(namespace: string, key: string, record: StoredRecord | undefined): void {
    if (record === undefined || ownership(record.metadata, this.#options.owners) !== 'foreign') {
      return;
    }
    const { 'managed-by': owner } = record.metadata as { 'managed-by': string };
    if (key === INDEX_KEY) {
      this.#warnings.add(
        `The index \`${INDEX_KEY}\` of namespace ${namespace} belongs to \`${owner}\` and is left alone. Give each repository a namespace of its own to have an index for this one.`,
      );
      return;
    }
    throw new TagshipError(
      'key-foreign',
      `The key \`${key}\` in namespace ${namespace} belongs to \`${owner}\`.`,
      'Give each repository a namespace of its own. If this repository had that name before, say so under `formerly` in the configuration.',
    );
  }

  #pending(plan: DesiredState): { keys: readonly PlannedKey[]; absent: readonly string[] } {
    const stored = this.#before.get(plan.namespace);
    const owner = (key: string): string => ownership(stored?.get(key)?.metadata, this.#options.owners);
    return {
      keys: plan.keys.filter(
        (planned) =>
          !(planned.role === 'index' && owner(planned.key) === 'foreign') &&
          this.#acknowledged.get(address(plan.namespace, planned.key)) !== written(plan, planned) &&
          !this.#isExcused(plan, planned, stored?.get(planned.key)),
      ),
      // A read may be stale, so a key that seems to be absent is deleted as well; what is stored but not ours stays.
      absent: plan.absent.filter(
        (key) =>
          (stored?.get(key) === undefined || owner(key) === 'own') &&
          this.#acknowledged.get(address(plan.namespace, key)) !== '' &&
          !(plan.acknowledged === true && stored?.get(key) === undefined),
      ),
    };
  }

  /** Whether a write may be left out: the ledger says that it was done, and KV agrees. */
  #isExcused(plan: DesiredState, planned: PlannedKey, stored: StoredRecord | undefined): boolean {
    return (
      plan.acknowledged === true &&
      !this.#touched.has(address(plan.namespace, planned.key)) &&
      !differs(planned, stored)
    );
  }

  /** When KV had first acknowledged everything there was to write, in milliseconds since the epoch. */
  get writtenAt(): number | undefined {
    return this.#writtenAt;
  }

  /** Whether nothing is left to write. */
  isApplied(plans: readonly DesiredState[]): boolean {
    return plans.every((plan) => {
      const { keys, absent } = this.#pending(plan);
      return keys.length === 0 && absent.length === 0;
    });
  }

  /**
   * Writes what is not acknowledged.
   * @returns false after a fault that may pass, and a wait: what is to be written has to be computed anew, so that it never
   *   puts an old value over a newer run's
   * @throws TagshipError `kv-incomplete`, and what the store throws, where it was tried often enough
   */
  async apply(plans: readonly DesiredState[]): Promise<boolean> {
    try {
      for (const plan of plans) {
        const { keys, absent } = this.#pending(plan);
        if (keys.length + absent.length > 0) {
          this.#options.onWrite();
        }
        if (keys.length > 0) {
          await this.#put(plan, keys);
        }
        if (absent.length > 0) {
          await this.#drop(plan, absent);
        }
      }
      this.#writtenAt ??= this.#ports.clock.now();
      return true;
    } catch (error) {
      if (!(error instanceof TransientError)) {
        throw error;
      }
      this.#failures++;
      const delay = retryDelay(error, this.#failures, this.#ports.clock);
      this.#ports.journal.info(`${error.failure.what} Trying again in ${(delay / 1000).toFixed(1)} s.`);
      await this.#ports.clock.sleep(delay);
      return false;
    }
  }

  async #put(plan: DesiredState, keys: readonly PlannedKey[]): Promise<void> {
    for (const { key } of keys) {
      this.#acknowledged.delete(address(plan.namespace, key));
      this.#touched.add(address(plan.namespace, key));
    }
    const failed = new Set(await this.#ports.kv.write(plan.namespace, keys));
    for (const planned of keys) {
      if (!failed.has(planned.key)) {
        this.#acknowledged.set(address(plan.namespace, planned.key), written(plan, planned));
        this.#remember(plan.namespace, planned);
      }
    }
    this.#refuseIncomplete(plan.namespace, [...failed]);
  }

  async #drop(plan: DesiredState, keys: readonly string[]): Promise<void> {
    const failed = new Set(await this.#ports.kv.remove(plan.namespace, keys));
    for (const key of keys) {
      if (!failed.has(key)) {
        this.#acknowledged.set(address(plan.namespace, key), '');
        this.#rememberRemoval(plan.namespace, key);
      }
    }
    this.#refuseIncomplete(plan.namespace, [...failed]);
  }

  #refuseIncomplete(namespace: string, keys: readonly string[]): void {
    if (keys.length > 0) {
      throw new TransientError(
        new TagshipError(
          'kv-incomplete',
          `Cloudflare did not store ${keys.length === 1 ? 'one key' : `${keys.length} keys`} of namespace ${namespace}: ${keys
            .slice(0, 10)
            .map((key) => `\`${key}\``)
            .join(', ')}${keys.length > 10 ? ', …' : ''}.`,
          'Run the job again; what was stored stays right. See the Cloudflare status page if it happens again.',
        ),
      );
    }
  }

  #rememberRemoval(namespace: string, key: string): void {
    if (this.#before.get(namespace)?.has(key)) {
      this.#applied.set(address(namespace, key), { namespace, key, role: 'removed', bytes: 0, differed: true });
    }
  }

  #remember(namespace: string, planned: PlannedKey): void {
    this.#applied.set(address(namespace, planned.key), {
      namespace,
      key: planned.key,
      role: planned.role,
      bytes: planned.value.length,
      differed:
        this.#applied.get(address(namespace, planned.key))?.differed === true ||
        differs(planned, this.#before.get(namespace)?.get(planned.key)),
    });
  }

  /** Notes what would be written, as in a dry run. */
  pretend(plans: readonly DesiredState[]): void {
    for (const plan of plans) {
      const { keys, absent } = this.#pending(plan);
      for (const planned of keys) {
        this.#remember(plan.namespace, planned);
      }
      for (const key of absent) {
        this.#rememberRemoval(plan.namespace, key);
      }
    }
  }

  /** What was written so far. */
  get outcome(): Applied {
    const keys = [...this.#applied.values()];
    return {
      keys,
      changed: keys.some(({ differed }) => differed),
      before: this.#before,
      warnings: [...this.#warnings],
    };
  }
}

function address(namespace: string, key: string): string {
  return `${namespace} ${key}`;
}

/**
 * A name of what was written, and from what: the same value that another tag object stands for was not written for that
 * one, so nobody can vouch for it. The index is computed from many tags, and only its value counts.
 */
function written({ inputs }: DesiredState, planned: PlannedKey): string {
  return planned.role === 'index' ? fingerprint(planned) : `${inputs ?? ''} ${fingerprint(planned)}`;
}

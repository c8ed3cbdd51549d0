import { componentId } from '../../domain/component.ts';
import { INDEX_KEY } from '../../domain/key.ts';
import type { Entry } from '../../domain/ledger/entry.ts';
import { ownership } from '../../domain/ownership.ts';
import type { WantedKey } from '../../domain/projection.ts';
import { compareStored, type Drift, type Finding } from '../../domain/reconcile/drift.ts';
import { unwantedReader } from '../../domain/reconcile/unwanted.ts';
import { ledgerMarkOf } from '../../domain/stored-key.ts';
import type { TagshipError } from '../../errors.ts';
import { retry } from '../../ports/retry.ts';
import type { Observation } from '../observation.ts';
import type { Session } from '../session.ts';
import { readable } from '../trusted-ledger.ts';
import {
  type Expectation,
  type ExpectationOptions,
  type Expectations,
  expectationsOf,
  expectedOf,
  isStray,
  mayBeMissing,
} from './expectations.ts';
import { FoundKeys } from './found.ts';
import { Progress } from './progress.ts';

/** A key that is to be written. */
export interface Repair {
  readonly key: string;
  /** `type/name`; undefined for the index. */
  readonly component: string | undefined;
  /** What is wrong with it; undefined where it is written without asking. */
  readonly finding: Drift | undefined;
  /** The content that is to stand there; undefined for a list and for the index. */
  readonly wanted: WantedKey | undefined;
  /** What is stored there; undefined for nothing. */
  readonly stored: { readonly metadata: unknown } | undefined;
}

/** A key that is to be removed. */
export interface Removal {
  readonly key: string;
  /** `stale`: it was computed from tags that do not ask for it any more. */
  readonly finding: 'orphan' | 'expired' | 'stale';
  readonly metadata: unknown;
}

/** What a namespace holds, compared with what it is to hold. */
export interface Survey {
  readonly namespace: string;
  readonly environments: readonly string[];
  /** Keys of ours that are stored there. */
  readonly owned: number;
  /** Keys that it is to hold. */
  readonly wanted: number;
  readonly found: FoundKeys;
  /** The writer takes them out, so that they take no memory any more. */
  readonly repairs: Repair[];
  readonly removals: readonly Removal[];
  /** Keys that hold back what the ledger knows nothing of. */
  readonly strays: readonly Repair[];
  readonly problems: ReadonlyMap<string, TagshipError>;
  /** Version tags that moved, also those that keep no key. */
  readonly moved: readonly TagshipError[];
  /** Keys that are as their metadata has to be, for a comparison of the bytes as well. */
  readonly agreeing: readonly (readonly [key: string, expectation: Expectation])[];
}

/** How a survey is made. */
export interface SurveyOptions extends ExpectationOptions {
  /** Whether `agreeing` is wanted. */
  readonly keepsAgreeing: boolean;
}

/**
 * Compares what a namespace is to hold with what a listing shows, page by page: nothing of a page is kept but what is
 * wrong with it.
 */
export async function surveyNamespace(
  session: Session,
  namespace: string,
  view: Observation,
  options: SurveyOptions,
): Promise<Survey> {
  const { kv, clock } = session.ports;
  const places = await session.placement(view);
  const expectations = expectationsOf(namespace, view, places, options);
  const remembered = (await view.ledger?.environments()) ?? [];
  const here = places.planSettings.populations.get(namespace) ?? new Set<string>();
  const survey = new Surveyor(session, view, expectations, { remembered, here }, options);
  const progress = new Progress(`Compared keys of ${namespace}`, expectations.keys.size, session.ports);
  for (let cursor: string | undefined; ; ) {
    const page = await retry(clock, () => kv.page(namespace, cursor));
    for (const { key, metadata } of page.keys) {
      if (key === INDEX_KEY) {
        await verifyLedger(session, namespace, metadata);
      }
      survey.see(key, metadata);
    }
    progress.at(survey.seen);
    cursor = page.cursor;
    if (cursor === undefined) {
      break;
    }
  }
  const environments = [...(places.planSettings.populations.get(namespace) ?? [])].sort();
  return { ...survey.finish(), namespace, environments, problems: expectations.problems, moved: expectations.moved };
}

/** @throws TagshipError `ledger-rewritten` where an index of ours remembers more than the ledger has */
async function verifyLedger(session: Session, namespace: string, metadata: unknown): Promise<void> {
  const { owners, verifyLedger } = session.applierOptions;
  const mark = ownership(metadata, owners) === 'own' ? ledgerMarkOf(metadata) : undefined;
  if (mark !== undefined) {
    await verifyLedger(mark, namespace);
  }
}

class Surveyor {
  readonly #view: Observation;
  readonly #namespace: string;
  readonly #expected: ReadonlyMap<string, Expectation>;
  readonly #ignored: ReadonlySet<string>;
  readonly #owners: readonly string[];
  readonly #keepsAgreeing: boolean;
  readonly #unwanted: ReturnType<typeof unwantedReader>;
  readonly #seen = new Set<string>();
  readonly #found = new FoundKeys();
  readonly #repairs: Repair[] = [];
  readonly #removals: Removal[] = [];
  readonly #strays: Repair[] = [];
  readonly #agreeing: (readonly [string, Expectation])[] = [];
  #owned = 0;

  constructor(
    session: Session,
    view: Observation,
    { namespace, policy, keys, ignored, problems }: Expectations,
    { remembered, here }: { readonly remembered: readonly string[]; readonly here: ReadonlySet<string> },
    { environment, keepsAgreeing }: SurveyOptions,
  ) {
    this.#view = view;
    this.#namespace = namespace;
    this.#expected = keys;
    this.#ignored = ignored;
    this.#owners = session.applierOptions.owners;
    this.#keepsAgreeing = keepsAgreeing;
    const excluded = new Set(view.excluded.flatMap(({ name }) => [name, name.slice(0, name.lastIndexOf('/'))]));
    this.#unwanted = unwantedReader({
      readKey: policy.readKey,
      retention: policy.retention,
      tagsOf: (component) => view.tags.get(componentId(component)),
      pinned: policy.pinned,
      isHeld: policy.isHeld,
      isNeeded: (component, version) => {
        const environments = [...(view.tags.get(componentId(component))?.environments.keys() ?? [])];
        return environments.some((name) => isNeeded(view.ledger?.entry(name, component), version));
      },
      wasHere: (component) =>
        remembered.some((name) => here.has(name) && readable(() => view.ledger?.entry(name, component)) !== undefined),
      only: environment,
      isExcluded: (component, slot) => {
        const id = componentId(component);
        return excluded.has(`components/${view.tags.has(id) ? `${id}/${slot}` : id}`);
      },
      isUnclear: (component) => problems.has(componentId(component)),
    });
  }

  /** How many of the keys that are expected were there. */
  get seen(): number {
    return this.#seen.size;
  }

  /** Takes in a key of the listing. */
  see(key: string, metadata: unknown): void {
    this.#owned += ownership(metadata, this.#owners) === 'own' ? 1 : 0;
    const expectation = this.#expected.get(key);
    if (expectation === undefined) {
      if (!this.#ignored.has(key) && ownership(metadata, this.#owners) === 'own') {
        this.#seeUnwanted(key, metadata);
      }
      return;
    }
    if (this.#seen.has(key)) {
      return;
    }
    this.#seen.add(key);
    const { component, wanted, forced } = expectation;
    const finding = compareStored(expectedOf(expectation, this.#view), metadata, this.#owners);
    if (isStray(expectation, metadata, this.#view) && finding !== 'foreign') {
      this.#tell(key, 'held', expectation, metadata);
      this.#strays.push({ key, component, wanted, finding: undefined, stored: { metadata } });
      return;
    }
    if (finding !== undefined) {
      this.#tell(key, finding, expectation, metadata);
    } else if (wanted?.marks.hold !== undefined) {
      this.#tell(key, 'held', expectation, metadata);
    }
    if (finding === 'foreign') {
      return;
    }
    if (finding !== undefined || forced) {
      this.#repairs.push({ key, component, wanted, finding, stored: { metadata } });
    } else if (this.#keepsAgreeing) {
      this.#agreeing.push([key, expectation]);
    }
  }

  #seeUnwanted(key: string, metadata: unknown): void {
    const verdict = this.#unwanted(key);
    if (verdict === 'kept') {
      return;
    }
    this.#tell(key, verdict, undefined, metadata);
    if (verdict !== 'held') {
      this.#removals.push({ key, finding: verdict, metadata });
    }
  }

  finish(): Pick<Survey, 'owned' | 'wanted' | 'found' | 'repairs' | 'removals' | 'strays' | 'agreeing'> {
    let wanted = this.#expected.size;
    for (const [key, expectation] of this.#expected) {
      if (this.#seen.has(key)) {
        continue;
      }
      if (mayBeMissing(expectation)) {
        wanted -= 1;
      } else {
        this.#tell(key, 'missing', expectation, undefined);
        const { component, wanted } = expectation;
        this.#repairs.push({ key, component, wanted, finding: 'missing', stored: undefined });
      }
    }
    return {
      owned: this.#owned,
      wanted,
      found: this.#found,
      repairs: this.#repairs,
      removals: this.#removals,
      strays: this.#strays,
      agreeing: this.#agreeing,
    };
  }

  #tell(key: string, finding: Finding, expectation: Expectation | undefined, metadata: unknown): void {
    const { version }: { version?: unknown } = typeof metadata === 'object' && metadata !== null ? metadata : {};
    this.#found.add({
      namespace: this.#namespace,
      key,
      finding,
      expected: expectation?.wanted?.version,
      stored: typeof version === 'string' ? version : undefined,
    });
  }
}

/** Whether an environment runs a version, had it before, or had it healthy. */
function isNeeded(entry: Entry | undefined, version: string): boolean {
  return entry?.version === version || entry?.previous === version || entry?.healthy.includes(version) === true;
}

import { type Component, componentId } from '../domain/component.ts';
import {
  type ComponentTags,
  environmentOf,
  type ResolvedVersion,
  type TagRef,
  type TagState,
} from '../domain/component-tags.ts';
import type { Entry } from '../domain/ledger/entry.ts';
import { type Hold, holdOf } from '../domain/ledger/holds.ts';
import { entryPath, parseEntryPath } from '../domain/ledger/layout.ts';
import { speaksOf } from '../domain/ledger/transition.ts';
import { TagshipError } from '../errors.ts';
import type { Anchors } from './anchors.ts';
import type { LedgerSnapshot } from './ledger/snapshot.ts';

/** What of the ledger counts. */
export interface Trust {
  readonly anchors: Anchors;
  /** Whether what no tag and no branch leads to counts as well (`override: unanchored`). */
  readonly acceptUnanchored: boolean;
}

/** An environment tag and the component it is of. */
export interface PlacedTag {
  readonly tags: ComponentTags;
  readonly ref: TagRef;
}

/** A tag that is the very object again that a rollback left, so that KV is held back from it. */
export interface ReturnedTag extends PlacedTag {
  /** What the rollback left. */
  readonly left: string;
  /** What KV stays at. */
  readonly held: string;
  /** Whether the ledger knows of it. */
  readonly isRecorded: boolean;
}

/** What the ledger says of environment tags, as far as it counts. */
export class TrustedLedger {
  readonly #tags: TagState;
  readonly #ledger: LedgerSnapshot | undefined;
  readonly #trust: Trust;
  readonly #ignored = new Map<string, string>();
  /** The tags that KV may be held back from. */
  #found: readonly PlacedTag[] = [];

  constructor(tags: TagState, ledger: LedgerSnapshot | undefined, trust: Trust) {
    this.#tags = tags;
    this.#ledger = ledger;
    this.#trust = trust;
  }

  /**
   * Finds out which holds count: those on the list of holds, and those of tags whose entries were read.
   * @param head the default branch
   */
  async find(head: string | undefined, read: readonly PlacedTag[]): Promise<void> {
    this.#found = [...new Map([...this.#listed(), ...this.#marked(read)].map((one) => [one.ref.name, one])).values()];
    const claims = this.#found.flatMap(({ tags, ref }) => {
      const hold = this.#hold(tags, ref);
      return hold === undefined ? [] : [{ tags, commit: hold.commit }];
    });
    await this.#trust.anchors.find(head, claims);
  }

  /** The tags that came back to where a rollback had left them, of those that `find` looked at. */
  get returned(): readonly ReturnedTag[] {
    return this.#found.flatMap(({ tags, ref }): ReturnedTag[] => {
      const left = this.#readable(tags, ref)?.left?.[ref.object];
      const told = this.version(tags, ref);
      return left === undefined || told?.held === undefined
        ? []
        : [{ tags, ref, left, held: told.version, isRecorded: told.heldSince !== undefined }];
    });
  }

  /** What the ledger says of a tag object; undefined where it says nothing that counts. */
  version(tags: ComponentTags, ref: TagRef): ResolvedVersion | undefined {
    const entry = this.#readable(tags, ref);
    const hold = this.#hold(tags, ref);
    const inFlight = entry?.['in-flight'];
    const marks = inFlight === undefined ? {} : { inFlight };
    if (hold !== undefined) {
      const { version, commit, since } = hold;
      const number = since === undefined ? {} : { heldSince: since };
      return this.#counts(tags, ref, hold) ? { version, by: 'ledger', held: commit, ...number, ...marks } : undefined;
    }
    return speaksOf(entry, ref.object) && entry.version !== null
      ? { version: entry.version, by: 'ledger', ...marks }
      : undefined;
  }

  /**
   * The entry of a component in an environment; one of a hold that does not count speaks of no tag.
   * @throws TagshipError `ledger-broken`
   */
  entry(environment: string, component: Component): Entry | undefined {
    const entry = this.#ledger?.entry(environment, component);
    const tags = this.#tags.get(componentId(component));
    const ref = tags?.environments.get(environment);
    if (entry === undefined || tags === undefined || ref === undefined || entry.tag !== ref.object) {
      return entry;
    }
    const hold = this.#hold(tags, ref);
    return hold === undefined || this.#counts(tags, ref, hold) ? entry : { ...entry, tag: null };
  }

  /** The holds that do not count, in sentences. */
  get ignored(): readonly string[] {
    return [...this.#ignored.values()];
  }

  #hold(tags: ComponentTags, ref: TagRef): Hold | undefined {
    return holdOf(this.#readable(tags, ref), ref.object, (version) =>
      readable(() => this.#ledger?.versions(tags.component)[version]?.commit),
    );
  }

  #readable({ component }: ComponentTags, ref: TagRef): Entry | undefined {
    return readable(() => this.#ledger?.entry(environmentOf(ref), component));
  }

  #counts(tags: ComponentTags, ref: TagRef, { version, commit }: Hold): boolean {
    if (this.#trust.acceptUnanchored || this.#trust.anchors.has({ tags, commit })) {
      return true;
    }
    const place = `\`${componentId(tags.component)}\` in \`${environmentOf(ref)}\``;
    this.#ignored.set(
      ref.name,
      `The ledger holds ${place} at ${version}, but its commit ${commit} has no version tag of the component and is not on the default branch, so the hold is ignored. Push the tag of the version if it is right, or accept it for one run with \`override: unanchored\` and a \`reason\`.`,
    );
    return false;
  }

  #listed(): PlacedTag[] {
    return Object.keys(this.#ledger?.holds() ?? {}).flatMap((path): PlacedTag[] => {
      const place = parseEntryPath(path);
      const tags = place === undefined ? undefined : this.#tags.get(componentId(place.component));
      const ref = place === undefined ? undefined : tags?.environments.get(place.environment);
      return tags === undefined || ref === undefined ? [] : [{ tags, ref }];
    });
  }

  /** Those of the tags whose entry may speak of a hold; of a ledger that is whole, those of all. */
  #marked(read: readonly PlacedTag[]): PlacedTag[] {
    const all =
      this.#ledger?.isWhole !== true
        ? read
        : [...this.#tags.values()].flatMap((tags) => [...tags.environments.values()].map((ref) => ({ tags, ref })));
    // Most of them need not be parsed for that.
    return all.filter(({ tags: { component }, ref }) =>
      /"(?:held|left)"/.test(this.#ledger?.text(entryPath(environmentOf(ref), component)) ?? ''),
    );
  }
}

/** What is read of the ledger where it can be read; what cannot fails the run of that tag, and no other. */
export function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof TagshipError) {
      return undefined;
    }
    throw error;
  }
}

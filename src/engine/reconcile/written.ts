import { type Component, componentId } from '../../domain/component.ts';
import type { AppliedKey } from '../apply.ts';
import type { Located } from '../content.ts';

/** Rows that are kept for the report; all of them are counted. */
const MAX_ROWS = 2_000;

/** What was written and removed, in memory that does not grow with it. */
export class WrittenKeys {
  readonly #rows: AppliedKey[] = [];
  #written = 0;
  #removed = 0;
  #changed = false;

  add(key: AppliedKey): void {
    if (key.role === 'removed') {
      this.#removed += 1;
    } else {
      this.#written += 1;
    }
    this.#changed ||= key.differed;
    if (this.#rows.length < MAX_ROWS) {
      this.#rows.push(key);
    }
  }

  /** Takes over what another one counted. */
  join(other: WrittenKeys): void {
    this.#written += other.written;
    this.#removed += other.removed;
    this.#changed ||= other.changed;
    this.#rows.push(...other.rows.slice(0, MAX_ROWS - this.#rows.length));
  }

  /** The first of them. */
  get rows(): readonly AppliedKey[] {
    return this.#rows;
  }

  get written(): number {
    return this.#written;
  }

  get removed(): number {
    return this.#removed;
  }

  /** Whether something else, or nothing, was stored before under one of them. */
  get changed(): boolean {
    return this.#changed;
  }
}

/** The tag objects that keys of environments were written for, by `placeName`. */
export type WrittenTags = ReadonlyMap<string, string>;

/** A name of a component's place in an environment. */
export function placeName(component: Component, environment: string): string {
  return `${componentId(component)}@${environment}`;
}

/** The content that was found for what an environment runs, by `contentName`. */
export type FoundContents = ReadonlyMap<string, Located>;

export function contentName(component: Component, commit: string): string {
  return `${componentId(component)} ${commit}`;
}

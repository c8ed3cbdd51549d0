import { size } from '../text.ts';
import { Budget, bytesOf } from './budget.ts';
import type { PageContents, PageData } from './data.ts';

/** What is shown of one content at most, in bytes. */
const MAX_CONTENT = 256 * 1024;

/** A page with its contents. */
export interface Page {
  readonly data: PageData;
  readonly contents: PageContents;
}

/** The contents of a page, as many as there is room for. */
export class ContentShelf {
  readonly #budget: Budget;
  readonly #hide: (text: string) => string;
  readonly #contents: Record<string, string | readonly [string]> = {};
  #leftOut = 0;

  /**
   * @param left bytes that there are for them
   * @param hide takes out what looks like a secret
   */
  constructor(left: number, hide: (text: string) => string) {
    this.#budget = new Budget(left);
    this.#hide = hide;
  }

  /** @returns whether there was room for it */
  add(number: number, bytes: Uint8Array | 'gone' | 'large'): boolean {
    const content = contentOf(bytes, this.#hide);
    const hasRoom = this.#budget.take(bytesOf(content) + bytesOf(String(number)));
    if (hasRoom) {
      this.#contents[String(number)] = content;
    } else {
      this.#leftOut += 1;
    }
    return hasRoom;
  }

  /** Counts contents that nobody tried to add. */
  leaveOut(more: number): void {
    this.#leftOut += more;
  }

  /** The page with what was added, and with a sentence on what was not. */
  completed(data: PageData): Page {
    const note = `${this.#leftOut} of the contents had no room, those that ran longest ago: the versions are listed without them. \`components\` makes a page of some components.`;
    const notes = [...data.notes, ...(this.#leftOut === 0 ? [] : [note])];
    return { data: { ...data, notes }, contents: this.#contents };
  }
}

function contentOf(bytes: Uint8Array | 'gone' | 'large', hide: (text: string) => string): string | readonly [string] {
  if (bytes === 'gone') {
    return ['The repository does not have this content any more.'];
  }
  if (bytes === 'large' || bytes.length > MAX_CONTENT) {
    return [`The content has more than ${size(MAX_CONTENT)}, which is too much to be shown.`];
  }
  const binary = [`The content is binary, ${size(bytes.length)}.`] as const;
  if (bytes.includes(0)) {
    return binary;
  }
  try {
    return hide(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return binary;
  }
}

import { componentId } from '../../domain/component.ts';
import type { LedgerEvent, NewTag, TagMoved } from '../../domain/ledger/event.ts';
import type { Stamp } from '../../domain/ledger/transition.ts';
import { type RawObject, type Signature, tagObject } from '../../git/object.ts';
import type { RefUpdate } from '../../ports/repository.ts';
import type { Authorship } from './compose.ts';

/** The objects of the tags that one commit makes. */
export class TagObjects {
  readonly #made = new Map<NewTag, RawObject>();

  constructor(events: readonly LedgerEvent[], { actor, email }: Authorship, stamp: Stamp) {
    for (const event of events) {
      if (event.kind === 'moved' && typeof event.tag !== 'string') {
        const tagger = { name: actor ?? 'unknown', email, time: Date.parse(stamp.at) / 1000 };
        this.#made.set(event.tag, environmentTag(event, event.tag, tagger, stamp.seq));
      }
    }
  }

  oidOf(tag: NewTag): string {
    return this.#made.get(tag)?.oid ?? '';
  }

  get objects(): RawObject[] {
    return [...this.#made.values()];
  }

  get names(): [name: string, oid: string][] {
    return [...this.#made].map(([{ name }, { oid }]) => [name, oid]);
  }

  get updates(): RefUpdate[] {
    return [...this.#made].map(([{ name, from }, { oid }]) => ({ ref: `refs/tags/${name}`, from, to: oid }));
  }
}

/**
 * An environment tag as Edgit writes it: annotated, around the version's tag. The number of the ledger commit makes its
 * object one of its own: a tag that comes back to a version is never taken for the one that was there before.
 */
function environmentTag(
  { component, environment, running, restored }: TagMoved,
  tag: NewTag,
  tagger: Signature,
  seq: number,
): RawObject {
  return tagObject({
    target: tag.wraps.oid,
    targetType: tag.wraps.type,
    name: tag.name,
    tagger,
    message: `Set ${componentId(component)} ${environment} to ${running.version}${
      restored === undefined ? '' : `, which ran in ${restored.from} at ${restored.at}`
    }\n\nLedger: ${seq}`,
  });
}

import type { Component } from '../../src/domain/component.ts';
import { componentId } from '../../src/domain/component.ts';
import type { EntryChange, LedgerChange } from '../../src/domain/ledger/event.ts';
import { entryPath, versionsPath } from '../../src/domain/ledger/layout.ts';
import { learned, type Running, type Stamp, seeded, seen } from '../../src/domain/ledger/transition.ts';
import { composeCommit } from '../../src/engine/ledger/compose.ts';
import { LedgerSnapshot } from '../../src/engine/ledger/snapshot.ts';
import { type RawObject, tagObject } from '../../src/git/object.ts';
import { AUTHOR, type Catalogue } from './catalogue.ts';
import { Memory } from './memory.ts';
import { BEGIN, componentsOf, ENVIRONMENTS, type Move, movesOf, PACE, type Shape, versionName } from './shape.ts';

/** Commits that are composed before their objects are handed on. */
const BATCH = 500;

/** A ledger that was made. */
export interface Chain {
  readonly tip: string;
  /** The environment tags as they stand at its end, objects by full name of the ref. */
  readonly tags: ReadonlyMap<string, string>;
}

/** The date of a ledger commit, in seconds since the epoch. @param seq counted from 1 */
export function timeOf(seq: number): number {
  return BEGIN + (seq - 1) * PACE;
}

/**
 * Composes the ledger of a repository with the product's own code, as if each move had been made by hand and told by the
 * run of its push.
 * @param store takes the objects, batch by batch
 */
export async function composeLedger(
  shape: Shape,
  catalogue: Catalogue,
  store: (objects: readonly RawObject[]) => Promise<void>,
): Promise<Chain> {
  const composer = new Composer(catalogue);
  if (shape.seeded) {
    await composer.seed(componentsOf(shape));
  }
  for (const [i, move] of movesOf(shape).entries()) {
    await composer.move(move);
    if (i % BATCH === BATCH - 1) {
      await store(await composer.drain());
    }
  }
  await store(await composer.drain());
  return { tip: composer.tip, tags: composer.tags };
}

class Composer {
  readonly tags = new Map<string, string>();
  readonly #catalogue: Catalogue;
  readonly #memory = new Memory();
  /** Tag objects; older ones of an environment are in the ledger by name only, as on any server that collects. */
  readonly #standing = new Map<string, RawObject>();
  #ledger: LedgerSnapshot | undefined;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  get tip(): string {
    return this.#ledger?.commit ?? '';
  }

  async seed(components: readonly Component[]): Promise<void> {
    const stamp = this.#stamp();
    const moves = components.flatMap((component) =>
      ENVIRONMENTS.map((environment): Move => ({ component, environment, version: 0 })),
    );
    const entries = moves.map((move): EntryChange => {
      const { component, environment } = move;
      return { event: 'moved', component, environment, entry: seeded(this.#tag(move), null, stamp) };
    });
    const versions = components.map((component) => {
      const { published } = this.#catalogue;
      const news = ENVIRONMENTS.map((ran) => ({ version: versionName(0), ...published(component, 0), ran }));
      return { component, versions: learned({}, news, false)?.versions ?? {} };
    });
    await this.#commit({ entries, versions, registered: [] });
  }

  async move(move: Move): Promise<void> {
    const { component, environment } = move;
    await this.#ledger?.load([entryPath(environment, component), versionsPath(component)]);
    const running = this.#tag(move);
    const transition = seen(this.#ledger?.entry(environment, component), running, this.#stamp());
    if (transition === undefined) {
      throw new Error(`${componentId(component)} stands at ${running.version} in ${environment} already`);
    }
    const published = this.#catalogue.published(component, move.version);
    const news = { version: running.version, ...published, ran: environment };
    const after = learned(this.#ledger?.versions(component) ?? {}, [news], false);
    await this.#commit({
      entries: [{ ...transition, component, environment }],
      versions: after === undefined ? [] : [{ component, versions: after.versions }],
      registered: (after?.registered ?? []).map((version) => `${componentId(component)} ${version}`),
    });
  }

  async drain(): Promise<readonly RawObject[]> {
    const tags = [...this.#standing.values()];
    this.#standing.clear();
    return [...(await this.#memory.drain(this.tip)), ...tags];
  }

  #stamp(): Stamp {
    const seq = this.#seq;
    const at = new Date(timeOf(seq) * 1000).toISOString().replace('.000Z', 'Z');
    return { seq, at, actor: AUTHOR.name, run: null, reason: null, override: [] };
  }

  get #seq(): number {
    return (this.#ledger?.message.seq ?? 0) + 1;
  }

  /** Puts the environment tag around the version's tag, as Edgit does. */
  #tag({ component, environment, version }: Move): Running {
    const published = this.#catalogue.published(component, version);
    const name = `components/${componentId(component)}/${environment}`;
    const object = tagObject({
      target: published.tag,
      targetType: 'tag',
      name,
      tagger: { ...AUTHOR, time: timeOf(this.#seq) },
      message: `Set ${componentId(component)} ${environment} to ${versionName(version)}`,
    });
    this.tags.set(`refs/tags/${name}`, object.oid);
    this.#standing.set(name, object);
    const { commit, blob, path } = published;
    return { version: versionName(version), commit, tag: object.oid, blob, path };
  }

  async #commit(change: Pick<LedgerChange, 'entries' | 'versions' | 'registered'>): Promise<void> {
    const { repository } = this.#memory;
    const author = { actor: AUTHOR.name, email: AUTHOR.email, run: null, reason: null, override: [] };
    const composed = await composeCommit(this.#ledger, change, author, timeOf(this.#seq), repository);
    this.#memory.add(composed.objects);
    this.#ledger = await LedgerSnapshot.open(this.#memory.repository, composed.oid);
  }
}

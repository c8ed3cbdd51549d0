import { type ChainEntry, entriesIn, type Link, readChain } from './chain.ts';
import { type Held, VERSIONS, type Version, type World } from './world.ts';

const OWN_MOVES = ['promote', 'rollback', 'restore'];

/**
 * Where KV, the ledger and the tags do not agree, in words; empty when all is well. KV comes first. Written without the
 * code under test.
 */
export async function disagreements(world: World): Promise<string[]> {
  const links = await readChain(world.repository);
  const entries = await entriesIn(world.repository, links.at(-1));
  const held = heldIn(world, entries);
  return [
    ...(await world.differences(held)),
    ...markProblems(world, entries),
    ...entryProblems(world, entries, held),
    ...chainProblems(links),
    ...orderProblems(world, links),
    ...moveProblems(world, links),
  ];
}

/** Own moves that the ledger has, as `promote prompts/a@production v1.1.0`. */
export async function ownMoves(world: World): Promise<string[]> {
  return movesIn(await readChain(world.repository))
    .filter(({ move }) => OWN_MOVES.includes(move))
    .map(({ move, place, version }) => `${move} ${place} ${version ?? ''}`)
    .sort();
}

/** What is held: a hold is of one tag object, and ends when the tag is another. */
function heldIn(world: World, entries: ReadonlyMap<string, ChainEntry>): Map<string, Version> {
  const tags = world.tags();
  return new Map(
    [...entries].flatMap(([place, { status, tag, version }]): [string, Version][] => {
      const held = VERSIONS.find((one) => one === version);
      return status === 'held' && held !== undefined && tags.get(place) === tag ? [[place, held]] : [];
    }),
  );
}

/** What the key of an environment says of its last move, beside the content. */
function markProblems(world: World, entries: ReadonlyMap<string, ChainEntry>): string[] {
  const metadata = world.metadata();
  return [...world.tags()].flatMap(([place, tag]) => {
    const entry = entries.get(place);
    const isHeld = entry?.status === 'held' && entry.tag === tag;
    const { hold, seq, 'in-flight': inFlight, version } = metadata.get(place) ?? {};
    const says = `${hold} ${seq} ${inFlight} ${version}`;
    const marks = isHeld ? `${tag} ${entry.seq}` : 'undefined undefined';
    const ought = `${marks} ${entry?.['in-flight']} ${entry?.version}`;
    return says === ought ? [] : [`the marks of ${place} are ${says}, the ledger says ${ought}`];
  });
}

function entryProblems(world: World, entries: ReadonlyMap<string, ChainEntry>, held: Held): string[] {
  const tags = world.tags();
  const running = world.running();
  const problems: string[] = [];
  for (const place of new Set([...entries.keys(), ...tags.keys()])) {
    const entry = entries.get(place);
    if (entry?.status === 'held' && !tags.has(place)) {
      problems.push(...keptProblems(world, place, entry));
      continue;
    }
    const told = `${entry?.tag ?? undefined} ${entry?.version ?? undefined}`;
    const stands = `${tags.get(place)} ${held.get(place) ?? running.get(place)}`;
    if (told !== stands) {
      problems.push(`the entry of ${place} is ${told}, the tag is ${stands}`);
    }
    problems.push(...(entry === undefined ? [] : oddities(place, entry, held.has(place))));
  }
  return problems;
}

/**
 * Nothing is pruned under a hold, so the entry of a deleted tag goes on saying what KV has; unless the tag had moved on
 * before it was deleted, which ended the hold, and no run could tell the ledger.
 */
function keptProblems(world: World, place: string, { tag, version }: ChainEntry): string[] {
  const ref = `refs/tags/components/${place.replace('@', '/')}`;
  const deleted = world.repository.moves.findLast((one) => one.ref === ref && one.to === undefined);
  const isKept = deleted?.from !== tag || world.stored().get(place) === `${place.split('@')[0]} ${version}`;
  return isKept ? [] : [`${place} was deleted under a hold of ${version}, and its key does not hold that`];
}

function oddities(place: string, { status, previous, version, quarantined }: ChainEntry, isHeld: boolean): string[] {
  const usual = isHeld ? ['held'] : ['deployed', 'healthy'];
  return [
    ...(usual.includes(status) ? [] : [`the entry of ${place} is ${status}`]),
    ...(previous === version ? [`the entry of ${place} has itself as previous`] : []),
    ...(quarantined.includes(version ?? '') ? [`the entry of ${place} is at ${version}, which it quarantines`] : []),
  ];
}

function chainProblems(links: readonly Link[]): string[] {
  return links.flatMap(({ head, time }, index) => {
    const seq = Number(head.get('Seq'));
    const before = links[index - 1]?.time ?? 0;
    return [
      ...(seq === index + 1 ? [] : [`commit ${index + 1} of the ledger has number ${seq}`]),
      ...(time >= before ? [] : [`commit ${seq} of the ledger is older than the one before`]),
    ];
  });
}

/** An own move only replaces what the ledger knows; what it would not know somebody moved meanwhile. */
function moveProblems({ repository }: World, links: readonly Link[]): string[] {
  const problems: string[] = [];
  const last = new Map<string, Moved>();
  for (const moved of toldIn(links, ['moved', 'held'])) {
    const { event, move, place, tag } = moved;
    const known = last.get(place);
    last.set(place, moved);
    // Who holds moves no tag, nor who promotes what stands under a hold.
    if (event === 'held' || !OWN_MOVES.includes(move) || tag === known?.tag) {
      continue;
    }
    const ref = `refs/tags/components/${place.replace('@', '/')}`;
    const made = repository.moves.find((one) => one.ref === ref && one.to === tag);
    // That a tag was deleted under a hold is not told.
    const isKnown = made?.from === known?.tag || (known?.event === 'held' && made?.from === undefined);
    if (made === undefined || !isKnown) {
      problems.push(`a ${move} of ${place} replaced ${made?.from}, the ledger knew ${known?.tag}`);
    }
  }
  return problems;
}

/** Each tag object is told once, and in the order in which they were there. */
function orderProblems({ repository }: World, links: readonly Link[]): string[] {
  const told = new Map<string, (string | undefined)[]>();
  for (const { move, place, tag } of movesIn(links)) {
    const before = told.get(place) ?? [];
    const endsHold = move === 'promote' || move === 'restore' ? before.at(-1) === tag : false;
    told.set(place, endsHold ? before : [...before, tag]);
  }
  return [...told].flatMap(([place, tags]) => {
    const ref = `refs/tags/components/${place.replace('@', '/')}`;
    const stood = repository.moves.filter((one) => one.ref === ref).map(({ to }) => to);
    let from = 0;
    const isInOrder = tags.every((tag) => {
      const at = stood.indexOf(tag, from);
      from = at + 1;
      return at >= 0;
    });
    return isInOrder ? [] : [`the ledger tells ${place} as ${tags}, but it was ${stood}`];
  });
}

interface Moved {
  readonly event: string;
  readonly move: string;
  readonly place: string;
  readonly version: string | undefined;
  readonly tag: string | undefined;
}

function movesIn(links: readonly Link[]): Moved[] {
  return toldIn(links, ['moved']);
}

function toldIn(links: readonly Link[], kinds: readonly string[]): Moved[] {
  return links
    .flatMap(({ events }) => events)
    .filter((event) => kinds.includes(event.get('Event') ?? ''))
    .map((event) => ({
      event: event.get('Event') ?? '',
      move: event.get('Move') ?? '',
      place: `${event.get('Component')}@${event.get('Environment')}`,
      version: event.get('Version'),
      tag: event.get('Tag'),
    }));
}

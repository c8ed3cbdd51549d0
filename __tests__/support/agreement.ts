import { entriesIn, type Link, readChain } from './chain.ts';
import type { World } from './world.ts';

const OWN_MOVES = ['promote', 'rollback', 'restore'];

/**
 * Where KV, the ledger and the tags do not agree, in words; empty when all is well. KV comes first. Written without the
 * code under test.
 */
export async function disagreements(world: World): Promise<string[]> {
  const links = await readChain(world.repository);
  return [
    ...world.differences(),
    ...(await entryProblems(world, links)),
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

async function entryProblems(world: World, links: readonly Link[]): Promise<string[]> {
  const entries = await entriesIn(world.repository, links.at(-1));
  const tags = world.tags();
  const running = world.running();
  const problems: string[] = [];
  for (const place of new Set([...entries.keys(), ...tags.keys()])) {
    const entry = entries.get(place);
    const told = `${entry?.tag ?? undefined} ${entry?.version ?? undefined}`;
    const stands = `${tags.get(place)} ${running.get(place)}`;
    if (told !== stands) {
      problems.push(`the entry of ${place} is ${told}, the tag is ${stands}`);
    }
    if (entry !== undefined && entry.status !== 'deployed') {
      problems.push(`the entry of ${place} is ${entry.status}`);
    }
    if (entry !== undefined && entry.previous === entry.version) {
      problems.push(`the entry of ${place} has itself as previous`);
    }
  }
  return problems;
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
  const last = new Map<string, string | undefined>();
  for (const { move, place, tag } of movesIn(links)) {
    if (OWN_MOVES.includes(move)) {
      const ref = `refs/tags/components/${place.replace('@', '/')}`;
      const made = repository.moves.find((one) => one.ref === ref && one.to === tag);
      if (made === undefined || made.from !== last.get(place)) {
        problems.push(`a ${move} of ${place} replaced ${made?.from}, the ledger knew ${last.get(place)}`);
      }
    }
    last.set(place, tag);
  }
  return problems;
}

/** Each tag object is told once, and in the order in which they were there. */
function orderProblems({ repository }: World, links: readonly Link[]): string[] {
  const told = new Map<string, (string | undefined)[]>();
  for (const { place, tag } of movesIn(links)) {
    told.set(place, [...(told.get(place) ?? []), tag]);
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
  readonly move: string;
  readonly place: string;
  readonly version: string | undefined;
  readonly tag: string | undefined;
}

function movesIn(links: readonly Link[]): Moved[] {
  return links
    .flatMap(({ events }) => events)
    .filter((event) => event.get('Event') === 'moved')
    .map((event) => ({
      move: event.get('Move') ?? '',
      place: `${event.get('Component')}@${event.get('Environment')}`,
      version: event.get('Version'),
      tag: event.get('Tag'),
    }));
}

import type { Reference } from '../references/reference.ts';
import { type FileReferences, soleMeaning } from './check.ts';
import type { Known } from './facts.ts';
import type { Finding } from './finding.ts';
import type { KnownComponent } from './known-component.ts';
import { byCodeUnits } from './order.ts';
import { finding } from './severity.ts';

/** How many components of a cycle are named. */
const LONGEST_PATH = 12;

/** A component that the content of another one references. */
export interface Edge<Place> {
  readonly from: string;
  readonly to: string;
  readonly place: Place;
}

/** Where an edge stands, and what its target is called there. */
interface EdgePlace {
  readonly file: string;
  readonly reference: Reference;
  readonly id: string;
}

/**
 * Cycles between components by the references in the files of their content, as they are in the tree: of all that hang
 * together the shortest one through the first of their references, and everything that references itself.
 * @param files all of them, whatever changed: a cycle can close in a file that did not
 */
export function cycleFindings(files: Iterable<FileReferences>, known: Known): Finding[] {
  return cyclesOf(edgesOf([...files], known)).flatMap((cycle) => {
    const [first] = cycle;
    const last = cycle.at(-1);
    if (first === undefined || last === undefined) {
      return [];
    }
    const { file, reference } = first.place;
    const path = pathText([last.place.id, ...cycle.map(({ place }) => place.id)]);
    const what = cycle.length === 1 ? 'references itself' : 'depends on itself';
    return finding('cycle', {
      file,
      range: reference.range,
      message: `\`${last.place.id}\` ${what}: \`${path}\`.`,
      subject: reference.text,
    });
  });
}

/** `a → b → a`; of a long way the middle is left out. */
function pathText(ids: readonly string[]): string {
  const half = LONGEST_PATH / 2;
  return ids.length <= LONGEST_PATH + 1
    ? ids.join(' → ')
    : [...ids.slice(0, half), `(${ids.length - LONGEST_PATH} more)`, ...ids.slice(-half)].join(' → ');
}

/**
 * The references from content to content, by the files of the content: two names of one file are one component. Only
 * files that something references can be part of a cycle.
 */
function edgesOf(files: readonly FileReferences[], known: Known): Edge<EdgePlace>[] {
  const targets = new Set<string>();
  for (const { references } of files) {
    for (const reference of references) {
      const path = contentOf(soleMeaning(reference, known));
      if (path !== undefined) {
        targets.add(path);
      }
    }
  }
  return files
    .filter(({ file }) => targets.has(file))
    .flatMap(({ file, references }) => references.flatMap((reference) => edgeOf(file, reference, known) ?? []))
    .sort(
      (a, b) =>
        byCodeUnits(a.from, b.from) || a.place.reference.range.start.offset - b.place.reference.range.start.offset,
    );
}

function edgeOf(file: string, reference: Reference, known: Known): Edge<EdgePlace> | undefined {
  const component = soleMeaning(reference, known);
  const to = contentOf(component);
  return component === undefined || to === undefined
    ? undefined
    : { from: file, to, place: { file, reference, id: component.id } };
}

function contentOf(component: KnownComponent | undefined): string | undefined {
  return component?.content.kind === 'file' ? component.content.path : undefined;
}

/**
 * A cycle of each strongly connected part of a graph, as its edges: the shortest through the part's first edge. Edges
 * from a node to itself are cycles of their own, one of each node. Takes time in proportion to nodes and edges.
 * @param edges in an order that is the same in every run
 */
export function cyclesOf<Place>(edges: readonly Edge<Place>[]): Edge<Place>[][] {
  const outgoing = new Map<string, Edge<Place>[]>();
  const looped = new Map<string, Edge<Place>>();
  for (const edge of edges) {
    if (edge.from === edge.to) {
      if (!looped.has(edge.from)) {
        looped.set(edge.from, edge);
      }
    } else {
      const others = outgoing.get(edge.from);
      if (others === undefined) {
        outgoing.set(edge.from, [edge]);
      } else {
        others.push(edge);
      }
    }
  }
  const parts = stronglyConnected(outgoing);
  const done = new Set<number>();
  const cycles: Edge<Place>[][] = [...looped.values()].map((edge) => [edge]);
  for (const edge of edges) {
    const part = parts.get(edge.from);
    if (edge.from !== edge.to && part !== undefined && part === parts.get(edge.to) && !done.has(part)) {
      done.add(part);
      cycles.push([edge, ...shortestPath(edge.to, edge.from, outgoing, (node) => parts.get(node) === part)]);
    }
  }
  return cycles;
}

/** The edges of a shortest path between two nodes of one part; of several the one whose edges come first. */
function shortestPath<Place>(
  from: string,
  to: string,
  outgoing: ReadonlyMap<string, readonly Edge<Place>[]>,
  isInside: (node: string) => boolean,
): Edge<Place>[] {
  const reachedBy = new Map<string, Edge<Place>>();
  const queue = [from];
  for (let at = 0; at < queue.length && !reachedBy.has(to); at++) {
    for (const edge of outgoing.get(queue[at] ?? '') ?? []) {
      if (edge.to !== from && !reachedBy.has(edge.to) && isInside(edge.to)) {
        reachedBy.set(edge.to, edge);
        queue.push(edge.to);
      }
    }
  }
  const path: Edge<Place>[] = [];
  for (let node = to; node !== from; ) {
    const edge = reachedBy.get(node);
    if (edge === undefined) {
      return [];
    }
    path.push(edge);
    node = edge.from;
  }
  return path.reverse();
}

/**
 * The nodes of a graph that may be on a cycle: what is left when nodes are taken away, again and again, that lead nowhere
 * or that nothing leads to. Takes time in proportion to nodes and edges.
 * @param graph what each node leads to; what is no node itself is left out
 */
export function onCycles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const names = [...graph.keys()];
  const numbers = new Map(names.map((name, i) => [name, i]));
  const outgoing = names.map((): number[] => []);
  const incoming = names.map((): number[] => []);
  for (const [from, targets] of [...graph.values()].entries()) {
    for (const target of targets) {
      const to = numbers.get(target);
      if (to !== undefined) {
        outgoing[from]?.push(to);
        incoming[to]?.push(from);
      }
    }
  }
  const gone = new Set<number>();
  // What is taken away in the second turn had nothing leading to it, so that nothing else comes to lead nowhere.
  for (const [forth, back] of [
    [outgoing, incoming],
    [incoming, outgoing],
  ] as const) {
    const left = forth.map((edges) => edges.reduce((sum, to) => sum + (gone.has(to) ? 0 : 1), 0));
    const ends = [...left.keys()].filter((node) => left[node] === 0 && !gone.has(node));
    for (let node = ends.pop(); node !== undefined; node = ends.pop()) {
      gone.add(node);
      for (const other of back[node] ?? []) {
        left[other] = (left[other] ?? 0) - 1;
        if (left[other] === 0 && !gone.has(other)) {
          ends.push(other);
        }
      }
    }
  }
  return names.filter((_, node) => !gone.has(node));
}

interface Visit {
  readonly node: string;
  /** Which of its edges comes next. */
  next: number;
}

/** The part that each node belongs to (Tarjan 1972), without recursion: a chain can be as long as the repository. */
function stronglyConnected(
  outgoing: ReadonlyMap<string, readonly { readonly to: string }[]>,
): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const parts = new Map<string, number>();
  const open: string[] = [];
  const lower = (node: string, by: number | undefined): void => {
    low.set(node, Math.min(low.get(node) ?? Number.POSITIVE_INFINITY, by ?? Number.POSITIVE_INFINITY));
  };
  const enter = (node: string): Visit => {
    index.set(node, index.size);
    lower(node, index.get(node));
    open.push(node);
    return { node, next: 0 };
  };
  const close = (root: string): void => {
    const part = index.get(root) ?? 0;
    for (let node = open.pop(); node !== undefined; node = node === root ? undefined : open.pop()) {
      parts.set(node, part);
    }
  };
  for (const start of outgoing.keys()) {
    const visits = index.has(start) ? [] : [enter(start)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const { node } = visit;
      const target = outgoing.get(node)?.[visit.next++]?.to;
      if (target === undefined) {
        visits.pop();
        lower(visits.at(-1)?.node ?? node, low.get(node));
        if (low.get(node) === index.get(node)) {
          close(node);
        }
      } else if (!index.has(target)) {
        visits.push(enter(target));
      } else if (!parts.has(target)) {
        lower(node, index.get(target));
      }
    }
  }
  return parts;
}

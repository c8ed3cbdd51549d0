import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cycleFindings, cyclesOf, type Edge, onCycles } from '../../../src/domain/validation/cycles.ts';
import { reference, world } from './world.ts';

function graph(pairs: readonly (readonly [from: number, to: number])[]): Edge<number>[] {
  return pairs.map(([from, to], place) => ({ from: `n${from}`, to: `n${to}`, place }));
}

/** Every node that can be reached over at least one edge. */
function reach(edges: readonly Edge<number>[], start: string): Set<string> {
  const reached = new Set<string>();
  const next = [start];
  for (let node = next.pop(); node !== undefined; node = next.pop()) {
    for (const { to } of edges.filter(({ from }) => from === node)) {
      if (!reached.has(to)) {
        reached.add(to);
        next.push(to);
      }
    }
  }
  return reached;
}

function outOf(edges: readonly Edge<number>[], node: string): string[] {
  return edges.filter(({ from }) => from === node).map(({ to }) => to);
}

/** The length of the shortest way from one node to another, by trying one step more each time. */
function shortest(edges: readonly Edge<number>[], from: string, to: string): number {
  let nodes = new Set([from]);
  for (let length = 1; ; length++) {
    nodes = new Set(edges.filter((edge) => nodes.has(edge.from)).map((edge) => edge.to));
    if (nodes.has(to) || length > edges.length) {
      return length;
    }
  }
}

describe('cycles of a graph', () => {
  const pairs = fc.array(fc.tuple(fc.nat(7), fc.nat(7)), { maxLength: 24 });

  test('have only nodes that are left over: every other one leads to none, or none leads to it', () => {
    fc.assert(
      fc.property(pairs, (all) => {
        const edges = graph(all);
        const nodes = new Set(edges.flatMap(({ from, to }) => [from, to]));
        const onSome = new Set([...nodes].filter((node) => reach(edges, node).has(node)));
        const expected = [...nodes].filter((node) => {
          const isAround = (from: string, to: string): boolean => from === to || reach(edges, from).has(to);
          return [...onSome].some((one) => isAround(node, one)) && [...onSome].some((one) => isAround(one, node));
        });
        const targets = new Map([...nodes].map((node) => [node, new Set(['elsewhere', ...outOf(edges, node)])]));
        expect(onCycles(targets).sort()).toEqual(expected.sort());
      }),
    );
  });

  test('are there exactly where a naive search finds some', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const edges = graph(given);
        const cycles = cyclesOf(edges);
        const onCycle = new Set(edges.map(({ from }) => from).filter((node) => reach(edges, node).has(node)));
        // Every node that is on some cycle hangs together with a cycle that is told, or references itself.
        const told = cycles.map((cycle) => cycle.map(({ from }) => from));
        for (const node of onCycle) {
          const part = [...reach(edges, node)].filter((other) => reach(edges, other).has(node));
          expect(told.some((nodes) => nodes.every((one) => part.includes(one)))).toBe(true);
        }
        expect(told.flat().every((node) => onCycle.has(node))).toBe(true);
      }),
    );
  });

  test('are paths of their edges back to where they began, through no node twice', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        for (const cycle of cyclesOf(graph(given))) {
          const nodes = cycle.map(({ from }) => from);
          expect(cycle.map(({ to }) => to)).toEqual([...nodes.slice(1), nodes[0]]);
          expect(new Set(nodes).size).toBe(nodes.length);
        }
      }),
    );
  });

  test('are one of each part, the shortest through its first edge', () => {
    fc.assert(
      fc.property(pairs, (given) => {
        const edges = graph(given);
        const plain = edges.filter(({ from, to }) => from !== to);
        const longer = cyclesOf(edges).filter((cycle) => cycle.length > 1);
        const parts = longer.map(([first]) => reach(edges, first?.from ?? ''));
        for (const [index, cycle] of longer.entries()) {
          const inPart = (edge: Edge<number>): boolean =>
            reach(plain, edge.to).has(edge.from) &&
            reach(plain, edge.from).has(cycle[0]?.from ?? '') &&
            (parts[index]?.has(edge.from) ?? false);
          const first = plain.find(inPart);
          expect(cycle[0]).toEqual(first);
          expect(cycle.length).toBe(1 + shortest(plain, first?.to ?? '', first?.from ?? ''));
        }
        const loops = new Set(edges.filter(({ from, to }) => from === to).map(({ from }) => from));
        expect(cyclesOf(edges).filter((cycle) => cycle.length === 1)).toHaveLength(loops.size);
      }),
    );
  });

  test('of a chain and of a full graph are found without going deep or through every path', () => {
    const chain = Array.from({ length: 50_000 }, (_, n) => [n, (n + 1) % 50_000] as const);
    expect(cyclesOf(graph(chain))).toHaveLength(1);
    const full = Array.from({ length: 200 * 200 }, (_, n) => [Math.floor(n / 200), n % 200] as const);
    expect(cyclesOf(graph(full)).filter((cycle) => cycle.length > 1)).toHaveLength(1);
  });
});

describe('cycles of components', () => {
  const known = world({
    files: ['prompts/a.md', 'prompts/b.md', 'prompts/c.md', 'agents/loop/index.ts', 'flows/main.yaml'],
    tags: ['components/prompts/a-prompt/v1.0.0'],
  });
  const file = (name: string, ...texts: string[]) => ({
    file: name,
    references: texts.map((text, index) => reference(text, known, { line: index + 1 })),
  });

  test('are told at their first reference, with the path', () => {
    const files = [
      file('flows/main.yaml', 'prompts/a'),
      file('prompts/c.md', 'prompts/a'),
      file('prompts/b.md', 'schemas/none@v1', 'prompts/c@v1.0.0'),
      file('prompts/a.md', 'agents/loop', 'prompt://b@production'),
    ];
    const expected = [
      {
        code: 'cycle',
        severity: 'error',
        file: 'prompts/a.md',
        range: { start: { line: 2 } },
        message: '`prompts/a` depends on itself: `prompts/a → prompts/b → prompts/c → prompts/a`.',
      },
    ];
    expect(cycleFindings(files, known)).toMatchObject(expected);
    expect(cycleFindings([...files].reverse(), known)).toMatchObject(expected);
  });

  test('a component that references itself is one, under whichever name', () => {
    expect(cycleFindings([file('prompts/a.md', 'prompts/a')], known)).toMatchObject([
      { file: 'prompts/a.md', message: '`prompts/a` references itself: `prompts/a → prompts/a`.' },
    ]);
    expect(cycleFindings([file('prompts/a.md', 'prompts/a-prompt@v1.0.0')], known)).toMatchObject([
      { message: '`prompts/a-prompt` references itself: `prompts/a-prompt → prompts/a-prompt`.' },
    ]);
  });

  test('a tree is none, and neither is a file that is no component', () => {
    expect(
      cycleFindings([file('prompts/a.md', 'prompts/b', 'prompts/c'), file('prompts/b.md', 'prompts/c')], known),
    ).toEqual([]);
    expect(cycleFindings([file('flows/main.yaml', 'prompts/a'), file('prompts/a.md', 'prompts/b')], known)).toEqual([]);
  });

  test('a name that several components have closes no cycle', () => {
    const two = world({ files: ['prompts/mail.md', 'templates/mail.hbs'] });
    const files = (key: string) => [{ file: 'prompts/mail.md', references: [reference('mail', two, { key })] }];
    expect(cycleFindings(files('uses'), two)).toEqual([]);
    expect(cycleFindings(files('template'), two)).toEqual([]);
    expect(cycleFindings(files('prompt'), two)).toMatchObject([{ code: 'cycle' }]);
  });

  test('of a long path the middle is left out', () => {
    const names = Array.from({ length: 40 }, (_, n) => `p${n}`);
    const long = world({ files: names.map((name) => `prompts/${name}.md`) });
    const files = names.map((name, n) => ({
      file: `prompts/${name}.md`,
      references: [reference(`prompts/p${(n + 1) % 40}`, long)],
    }));
    const [finding] = cycleFindings(files, long);
    expect(finding?.message).toContain('(29 more)');
    expect(finding?.message.match(/→/g)).toHaveLength(12);
  });
});

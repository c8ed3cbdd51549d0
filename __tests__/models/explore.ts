/** A step that may be taken: what happens, in words, and the state it leads to. */
export type Step<State> = readonly [label: string, next: State];

/** What is searched. States are plain JSON; two that print alike are one. */
export interface Search<State> {
  readonly initial: State;
  /** Everything that may happen next, in every order: the search takes each of them. */
  readonly steps: (state: State) => readonly Step<State>[];
  /** What is wrong with a state, or undefined. */
  readonly wrong: (state: State) => string | undefined;
  /** The search gives up, and says so, once it knows more states than this. */
  readonly limit: number;
}

/** A way into a wrong state; none is shorter. */
export interface Counterexample {
  readonly wrong: string;
  readonly steps: readonly string[];
}

export interface Outcome {
  /** How many different states were reached. */
  readonly states: number;
  /** Whether every state that can be reached was looked at; false after a counterexample or at the limit. */
  readonly complete: boolean;
  readonly counterexample?: Counterexample;
}

/**
 * Visits every state that can be reached, nearest first, and stops at the first wrong one. So a counterexample is a
 * shortest one, and an outcome that is complete without one is a proof for this model.
 */
export function explore<State>({ initial, steps, wrong, limit }: Search<State>): Outcome {
  const known = new Set([JSON.stringify(initial)]);
  const cameFrom: (readonly [parent: number, label: string])[] = [[-1, '']];
  const queue: (State | undefined)[] = [initial];
  for (let at = 0; at < queue.length; at++) {
    const state = queue[at] as State;
    queue[at] = undefined; // Only what is still ahead is kept in full.
    const found = wrong(state);
    if (found !== undefined) {
      return { states: known.size, complete: false, counterexample: { wrong: found, steps: trail(cameFrom, at) } };
    }
    for (const [label, next] of steps(state)) {
      const key = JSON.stringify(next);
      if (!known.has(key)) {
        known.add(key);
        cameFrom.push([at, label]);
        queue.push(next);
      }
    }
    if (known.size > limit) {
      return { states: known.size, complete: false };
    }
  }
  return { states: known.size, complete: true };
}

function trail(cameFrom: readonly (readonly [number, string])[], end: number): string[] {
  const labels: string[] = [];
  for (let at = end; ; ) {
    const [parent, label] = cameFrom[at] ?? [-1, ''];
    if (parent < 0) {
      return labels.reverse();
    }
    labels.push(label);
    at = parent;
  }
}

/** A counterexample as a numbered list. */
export function narrate({ wrong, steps }: Counterexample): string {
  return [...steps.map((step, i) => `${String(i + 1).padStart(3)}. ${step}`), `  => ${wrong}`].join('\n');
}

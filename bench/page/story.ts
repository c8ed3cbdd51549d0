import type { Component } from '../../src/domain/component.ts';
import type { MoveKind } from '../../src/domain/ledger/entry.ts';
import type { GateRecord } from '../../src/domain/ledger/gate-record.ts';
import type { EntryEvent, LedgerMessage, Recorded } from '../../src/domain/ledger/message.ts';
import { ContentShelf, type Page } from '../../src/domain/page/contents.ts';
import { type PageCommit, type PageFacts, pageDraft } from '../../src/domain/page/draft.ts';
import { blobName } from '../../src/git/object.ts';

/** How much happens in a story. */
export interface StoryShape {
  readonly components: number;
  readonly environments: readonly string[];
  readonly moves: number;
  /** Bytes of each content, about. */
  readonly contentBytes?: number;
}

const BEGIN = Date.parse('2026-03-02T08:00:00Z') / 1000;

const NAMES = [
  'prompts/extraction',
  'prompts/summary',
  'prompts/triage',
  'agents/support',
  'agents/billing',
  'configs/limits',
  'configs/routing',
  'queries/orders',
  'schemas/invoice',
  'templates/mail/welcome',
  'templates/mail/receipt',
  'prompts/translation',
];
const PEOPLE = ['ada', 'grace', 'linus', 'margaret', 'release-bot[bot]'];
const REASONS = [
  'Ask for the currency as well',
  'Shorter answers',
  'The new model',
  'Ticket 4711: dates in the wrong order',
  'Weekly release',
  null,
];
const WRONG =
  'error-rate breached: 31 of 412 requests failed (7.5 %), allowed is 1 %; the log-likelihood ratio reached 3.21';
const RIGHT = 'error-rate is healthy: 3 of 1240 requests failed (0.2 %), allowed is 1 %';

/** A story of many moves with the words of a real ledger, the same each time it is told. */
export function pageStory({ components, environments, moves, contentBytes = 600 }: StoryShape): {
  readonly facts: PageFacts;
  readonly contents: ReadonlyMap<string, Uint8Array>;
} {
  const random = numbers(20_260_505);
  const pick = <T>(list: readonly [T, ...T[]] | readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const all = Array.from({ length: components }, (_, i) => componentOf(NAMES[i] ?? `prompts/part-${i}/step-${i % 7}`));
  const contents = new Map<string, Uint8Array>();
  const versions = all.map(() => new Map<string, { commit: string; blob: string }>());
  const versionAt = (c: number, number: number): { version: string; commit: string; blob: string } => {
    const version = `v1.${number}.0`;
    const bytes = new TextEncoder().encode(contentOf(nameOf(all[c]), number, contentBytes));
    const known = versions[c]?.get(version) ?? { commit: hex(random), blob: blobName(bytes) };
    contents.set(known.blob, bytes);
    versions[c]?.set(version, known);
    return { version, ...known };
  };
  const commits: PageCommit[] = [];
  const standing = new Map<string, number>();
  let time = BEGIN;
  let seq = 0;
  const record = (
    c: number,
    environment: string,
    event: EntryEvent,
    move: MoveKind,
    number: number,
    previous: number | undefined,
    more: Partial<LedgerMessage> & { readonly gate?: GateRecord } = {},
  ): void => {
    seq += 1;
    const { version, commit } = versionAt(c, number);
    const { gate, ...said } = more;
    const recorded: Recorded = {
      event,
      move,
      component: all[c] ?? componentOf('prompts/none'),
      environment,
      version,
      previous: previous === undefined || previous === number ? null : `v1.${previous}.0`,
      commit,
      tag: null,
      at: null,
      gate,
    };
    const run = `https://github.com/acme/components/actions/runs/${9_000_000_000 + seq}`;
    const message = { seq, actor: pick(PEOPLE), run, reason: pick(REASONS), override: [], registered: [], more: 0 };
    commits.push({ time, message: { ...message, ...said, recorded: [recorded] } });
  };
  for (let i = 0; i < moves; i++) {
    time += 30 + Math.floor(random() * 2 * ((230 * 86_400) / moves));
    const c = i < components * 2 ? i % components : Math.floor(random() * components);
    const environment =
      i < components * environments.length ? (environments[Math.floor(i / components)] ?? '') : pick(environments);
    const place = `${environment} ${c}`;
    const before = standing.get(place);
    const number = before === undefined ? 0 : before + 1;
    record(c, environment, 'moved', random() < 0.2 ? 'deploy' : 'promote', number, before);
    record(c, environment, 'acknowledged', 'promote', number, before);
    standing.set(place, number);
    const fate = random();
    time += 400;
    if (environment === 'production' && before !== undefined && fate < 0.12) {
      record(c, environment, 'moved', 'rollback', before, number, { reason: WRONG, gate: gateOf('breached', random) });
      record(c, environment, 'acknowledged', 'rollback', before, number);
      standing.set(place, before);
    } else if (fate < 0.7) {
      record(c, environment, 'healthy', 'promote', number, before, { reason: RIGHT, gate: gateOf('healthy', random) });
    }
  }
  const facts: PageFacts = {
    repository: 'acme/components',
    serverUrl: 'https://github.com',
    written: time + 3600,
    begin: BEGIN,
    end: time + 3600,
    at: time + 3600,
    ledger: { ref: 'refs/tagship/ledger', seq, commit: hex(random) },
    before: [],
    after: [],
    commits,
    versions: all.map((component, c) => ({
      component,
      versions: Object.fromEntries(
        [...(versions[c] ?? [])].map(([version, one]) => [
          version,
          { ...one, tag: one.commit, path: null, ran: [], healthy: [] },
        ]),
      ),
    })),
    asks: () => true,
    notes: [],
  };
  return { facts, contents };
}

/** What the page of a story has in it. */
export function pageOf({ facts, contents }: ReturnType<typeof pageStory>): Page {
  const { data, wanted, left } = pageDraft(facts, (text) => text);
  const shelf = new ContentShelf(left, (text) => text);
  for (const [number, blob] of wanted) {
    shelf.add(number, contents.get(blob) ?? 'gone');
  }
  return shelf.completed(data);
}

function componentOf(id: string): Component {
  const [type = '', ...name] = id.split('/');
  return { prefix: 'components', type, name: name.join('/') };
}

function nameOf(component: Component | undefined): string {
  return `${component?.type}/${component?.name}`;
}

function contentOf(name: string, number: number, bytes: number): string {
  const lines = [
    `# ${name}`,
    '',
    'You read documents and answer with JSON.',
    `Take at most ${3 + (number % 5)} facts of each page.`,
    number % 2 === 0 ? 'Dates are written as YYYY-MM-DD.' : 'Dates are written as DD.MM.YYYY.',
    'If a fact is missing, say null. Never guess.',
    ...(number > 1 ? ['Name the currency of every amount.'] : []),
    `Version ${number}.`,
  ];
  while (lines.join('\n').length < bytes) {
    lines.push(`Example ${lines.length}: ${name} answers with field ${(lines.length * 7) % 13}.`);
  }
  return `${lines.join('\n')}\n`;
}

function gateOf(verdict: GateRecord['verdict'], random: () => number): GateRecord {
  const rate = verdict === 'breached' ? 0.07 : 0.002;
  let [total, errors] = [0, 0];
  const points = Array.from({ length: 12 }, (_, i) => {
    total += 30 + Math.floor(random() * 20);
    errors = Math.round(total * rate * (0.8 + 0.4 * random()));
    return [
      90 + i * 15,
      errors,
      Number((4 + total * 0.018).toFixed(2)),
      Number(Math.max(0, total * 0.018 - 4).toFixed(2)),
    ];
  });
  return {
    verdict,
    plots: [{ name: 'error-rate', unit: 'failed requests', titles: ['failed', 'breach', 'healthy'], points }],
  };
}

function hex(random: () => number): string {
  return Array.from({ length: 40 }, () => Math.floor(random() * 16).toString(16)).join('');
}

/** The same numbers each time. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

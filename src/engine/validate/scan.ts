import { type Candidate, candidateFinder, type FindCandidates } from '../../domain/references/candidates.ts';
import { doubtOf, extract, isReadable, isTemplate } from '../../domain/references/extract.ts';
import type { Extracted, Position, Reference, Vocabulary } from '../../domain/references/reference.ts';
import { type FileReferences, isInOrder } from '../../domain/validation/check.ts';
import { onCycles } from '../../domain/validation/cycles.ts';
import type { Known } from '../../domain/validation/facts.ts';
import type { KnownComponent } from '../../domain/validation/known-component.ts';
import type { SourceTree } from '../../ports/source-tree.ts';
import { type TimeLimit, UNLIMITED } from '../../ports/time-limit.ts';

/**
 * How much is parsed only to learn whether it can be read, in characters, and up to how many files a tree may have for
 * that: all of an ordinary repository.
 */
const MAX_DOUBT = 1024 * 1024;
const MAX_DOUBTFUL = 2_000;

/** How many references are kept of files that are parsed. Nobody has so many that are wrong. */
const MAX_REFERENCES = 100_000;

const NOWHERE: Position = { offset: 0, line: 1, column: 1 };
const NO_RANGE = { start: NOWHERE, end: NOWHERE };

/** Something that a file may reference: of 50,000 references few are different, so each is judged once. */
export interface Mentioned {
  /** As a reference, without a place. */
  readonly reference: Reference;
  readonly isFine: boolean;
  /** The files of the contents that it can mean, as far as anybody asked for them. */
  targets: readonly string[];
}

/**
 * Reads the files of a tree, and parses no more of them than it takes. What could be a reference is found without
 * parsing; a file is parsed where one of these would be a finding, where suppressions stand, and where somebody asks; and,
 * as far as that is not too much, to learn whether it can be.
 */
export class Scan {
  readonly #tree: SourceTree;
  readonly #known: Known;
  readonly #vocabulary: Vocabulary;
  readonly #mentions = new Map<string, readonly Mentioned[]>();
  readonly #parsed = new Map<string, Extracted>();
  /** What candidates came to, and what was parsed, by form, name and text. */
  readonly #seen = new Map<Candidate, Mentioned>();
  readonly #judged = new Map<string, Mentioned>();
  readonly #tooLarge: string[] = [];
  readonly #templates = new Set<string>();
  readonly #beyond = new Set<string>();
  readonly #limit: TimeLimit;
  #room = MAX_REFERENCES;
  #files = 0;
  #doubted = 0;

  constructor(tree: SourceTree, known: Known, vocabulary: Vocabulary, limit: TimeLimit = UNLIMITED) {
    this.#limit = limit;
    this.#tree = tree;
    this.#known = known;
    this.#vocabulary = vocabulary;
  }

  /** How many files were read. */
  get files(): number {
    return this.#files;
  }

  /** Files that were too large to be read. */
  get tooLarge(): readonly string[] {
    return this.#tooLarge;
  }

  /** Files that were not checked since those before them hold so many references. */
  get beyond(): readonly string[] {
    return [...this.#beyond].sort();
  }

  /** Files that could not be read since they are templates of others. */
  get templates(): readonly string[] {
    return [...this.#templates].sort();
  }

  /** What was parsed, by file. */
  get parsed(): ReadonlyMap<string, Extracted> {
    return this.#parsed;
  }

  /** Everything that is referenced anywhere, without a place and mostly once; too much rather than too little. */
  *distinct(): Generator<Reference> {
    for (const { reference } of this.#mentioned()) {
      yield reference;
    }
  }

  *#mentioned(): Generator<Mentioned> {
    yield* this.#seen.values();
    yield* this.#judged.values();
  }

  /**
   * Reads all files.
   * @param changed files that are parsed in any case
   */
  async run(paths: readonly string[], changed: ReadonlySet<string>): Promise<void> {
    const find = candidateFinder(this.#vocabulary);
    const readable = paths.filter(isReadable);
    for await (const source of this.#tree.readAll(readable)) {
      if (source.kind === 'too-large') {
        this.#tooLarge.push(source.path);
      }
      if (source.kind !== 'text') {
        continue;
      }
      this.#files += 1;
      const candidates = this.#candidates(find, source.path, source.text);
      const mentioned = candidates === 'unknown' ? [] : candidates.map((candidate) => this.#judgeOnce(candidate));
      if (candidates === 'unknown' || changed.has(source.path) || mentioned.some(({ isFine }) => !isFine)) {
        await this.#parse(source.path, source.text);
        continue;
      }
      if (mentioned.length > 0) {
        this.#mentions.set(source.path, mentioned);
      }
      if (readable.length <= MAX_DOUBTFUL) {
        await this.#doubt(source.path, source.text);
      }
    }
  }

  /** What would be looked for too long is parsed, which has a limit of its own. */
  #candidates(find: FindCandidates, path: string, text: string): ReturnType<FindCandidates> {
    let candidates: ReturnType<FindCandidates> = 'unknown';
    this.#limit.run(text.length, () => {
      candidates = find(text, path);
    });
    return candidates;
  }

  #extract(path: string, text: string): Promise<Extracted> | Extracted {
    return extract(path, text, this.#vocabulary, (work) => this.#limit.run(text.length, work));
  }

  /** Learns whether a file can be read that holds nothing else to report. */
  async #doubt(path: string, text: string): Promise<void> {
    const doubt = doubtOf(path, text);
    if (doubt === 0 || this.#doubted + doubt > MAX_DOUBT) {
      return;
    }
    this.#doubted += doubt;
    const { problem } = await this.#extract(path, text);
    if (problem !== undefined) {
      await this.#parse(path, text);
    }
  }

  /** Parses more files. */
  async parse(paths: Iterable<string>): Promise<void> {
    const missing = [...new Set(paths)].filter((path) => !this.#parsed.has(path)).sort();
    if (missing.length === 0) {
      return;
    }
    for await (const source of this.#tree.readAll(missing)) {
      if (source.kind === 'text') {
        await this.#parse(source.path, source.text);
      }
    }
  }

  /** The references of everything that was parsed. */
  *references(): Generator<FileReferences> {
    for (const [file, { references }] of this.#parsed) {
      if (references.length > 0) {
        yield { file, references };
      }
    }
  }

  /** The files in which something is referenced that fits. */
  filesWith(fits: (reference: Reference) => boolean): string[] {
    const answers = new Map<Mentioned, boolean>();
    const answer = (one: Mentioned): boolean => {
      const known = answers.get(one) ?? fits(one.reference);
      answers.set(one, known);
      return known;
    };
    return [...this.#mentions].filter(([, mentioned]) => mentioned.some(answer)).map(([file]) => file);
  }

  /** The files that may be part of a cycle: those of contents that reference contents that do, and so on. */
  filesOnCycles(): string[] {
    const contents = new Set<string>();
    for (const one of this.#mentioned()) {
      one.targets = contentsOf(this.#known.meant(one.reference));
      for (const target of one.targets) {
        contents.add(target);
      }
    }
    const graph = new Map<string, ReadonlySet<string>>();
    for (const [file, mentioned] of this.#mentions) {
      if (contents.has(file)) {
        graph.set(file, targetsOf(mentioned));
      }
    }
    return onCycles(graph);
  }

  async #parse(path: string, text: string): Promise<void> {
    if (this.#room <= 0) {
      this.#beyond.add(path);
      return;
    }
    const found = this.#extract(path, text);
    let extracted = found instanceof Promise ? await found : found;
    if (extracted.problem !== undefined && isTemplate(path, text)) {
      extracted = { ...extracted, problem: undefined };
      this.#templates.add(path);
    }
    this.#parsed.set(path, extracted);
    this.#room -= extracted.references.length;
    if (extracted.references.length > 0) {
      this.#mentions.set(
        path,
        extracted.references.map((reference) => this.#judgeParsed(reference)),
      );
    } else {
      this.#mentions.delete(path);
    }
  }

  #judgeOnce(candidate: Candidate): Mentioned {
    let judged = this.#seen.get(candidate);
    if (judged === undefined) {
      judged = this.#judge(candidate);
      this.#seen.set(candidate, judged);
    }
    return judged;
  }

  #judgeParsed(reference: Reference): Mentioned {
    const place = `${reference.form} ${reference.name} ${reference.text}`;
    let judged = this.#judged.get(place);
    if (judged === undefined) {
      judged = this.#judge(reference);
      this.#judged.set(place, judged);
    }
    return judged;
  }

  #judge({ text, form, type, name, slot }: Candidate): Mentioned {
    const reference: Reference = { text, form, type, name, slot, range: NO_RANGE, key: undefined };
    return { reference, isFine: isInOrder(reference, this.#known), targets: [] };
  }
}

/** The files that components have their contents in. */
function contentsOf(components: readonly KnownComponent[]): readonly string[] {
  const files: string[] = [];
  for (const { content } of components) {
    if (content.kind === 'file') {
      files.push(content.path);
    }
  }
  return files;
}

function targetsOf(mentioned: readonly Mentioned[]): ReadonlySet<string> {
  const reached = new Set<string>();
  for (const { targets } of mentioned) {
    for (const target of targets) {
      reached.add(target);
    }
  }
  return reached;
}

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import { parseObject } from '../github/objects.ts';
import { entriesOf, type LooseReader, NotLoose } from './loose-reader.ts';
import { type GitObject, packEntry, readPack, referencesOf, writePack } from './pack.ts';
import { packet, readPackets, writePackets } from './pkt-line.ts';

/** A request of protocol version 2, taken apart: the command, and its arguments a line each. */
interface Command {
  readonly name: string;
  readonly args: readonly string[];
}

type Filter = 'none' | 'blob:none' | 'tree:0';

interface Fetch {
  readonly wants: readonly string[];
  readonly depth: number;
  readonly filter: Filter;
}

const PLAIN_REF = /^refs\/[\w/.+@-]+$/;
/** The most that a packet of a side band holds. */
const BAND_BYTES = 65_515;

/** What was found out of objects by their ids; it is the same in every repository that has them. */
export class KnownObjects {
  /** As packs have them. */
  readonly packed = new Map<string, Buffer>();
  /** What tag objects lead to. */
  readonly peeled = new Map<string, string>();
}

/**
 * Answers what the action asks of `git upload-pack` most from loose objects and refs, byte for byte but for the pack, in
 * which nothing is a delta. Git needs two processes for it, and a test asks a dozen times. Of everything else it throws
 * NotLoose, and the caller asks Git.
 */
export class LooseServer {
  readonly #reader: LooseReader;
  readonly #bare: string;
  readonly #objects: KnownObjects;

  constructor(bare: string, reader: LooseReader, objects: KnownObjects) {
    this.#bare = bare;
    this.#reader = reader;
    this.#objects = objects;
  }

  /** Answers a request that was posted to `git-upload-pack` in protocol version 2. */
  answer(body: Buffer): Buffer {
    const { name, args } = takeApart(body);
    if (name === 'ls-refs') return this.#listRefs(args);
    if (name === 'fetch') return this.#fetch(fetchOf(args));
    throw new NotLoose(name);
  }

  /** What `git receive-pack` announces: the refs, with what it is capable of after the first. */
  advertise(capabilities: string): Buffer {
    const refs = this.#refs();
    const first = refs[0] ?? ['capabilities^{}', '0'.repeat(40)];
    const lines = [first, ...refs.slice(1)].map(
      ([name, oid], i) => `${oid} ${name}${i === 0 ? `\0${capabilities}` : ''}\n`,
    );
    return Buffer.concat([...lines.map(packet), FLUSH]);
  }

  /**
   * Does what a push asks for, where it is certain that Git would: nobody else moved a ref, nothing is in the way, all
   * objects are there, and no hook has a say. Nothing has happened where it throws.
   */
  receive(body: Buffer): Buffer {
    if (readdirSync(path.join(this.#bare, 'hooks')).length > 0) throw new NotLoose('hooks');
    if (/logAllRefUpdates|\[(?:receive|transfer)/i.test(readFileSync(path.join(this.#bare, 'config'), 'utf8')))
      throw new NotLoose('config');
    const { packets, rest } = readPackets(body);
    const [head = '', capabilities = ''] = packets[0]?.toString().split('\0') ?? [];
    if (!/ side-band-64k /.test(` ${capabilities} `) || !/ report-status /.test(` ${capabilities} `))
      throw new NotLoose('report');
    const updates = [head, ...packets.slice(1).map(String)].map(updateOf);
    const refs = new Map(Object.entries(this.#reader.refs()));
    if (new Set(updates.map(({ ref }) => ref)).size < updates.length) throw new NotLoose('twice');
    for (const { ref, before, after } of updates) {
      const isNew = before === NO_OBJECT;
      if ((refs.get(ref) ?? NO_OBJECT) !== before || after === NO_OBJECT) throw new NotLoose(ref);
      if (isNew && [...refs.keys()].some((one) => one.startsWith(`${ref}/`) || ref.startsWith(`${one}/`)))
        throw new NotLoose(ref);
      refs.set(ref, after);
    }
    const objects = rest.byteLength === 0 ? new Map<string, GitObject>() : readPack(rest);
    const needed = [...updates.map(({ after }) => after), ...[...objects.values()].flatMap(referencesOf)];
    for (const oid of needed) if (!objects.has(oid)) this.#reader.demand(oid);
    this.#update(updates, objects);
    const report = writePackets(['unpack ok\n', ...updates.map(({ ref }) => `ok ${ref}\n`)]);
    return Buffer.concat([...banded(report), FLUSH]);
  }

  #update(updates: readonly Update[], objects: ReadonlyMap<string, GitObject>): void {
    const files = updates.map(({ ref }) => path.join(this.#bare, ref));
    const locked: string[] = [];
    try {
      for (const file of files) {
        mkdirSync(path.dirname(file), { recursive: true });
        writeFileSync(`${file}.lock`, '', { flag: 'wx' });
        locked.push(`${file}.lock`);
      }
    } catch (error) {
      for (const lock of locked) rmSync(lock);
      throw new NotLoose('locked', { cause: error });
    }
    for (const [oid, { type, content }] of objects) {
      const file = path.join(this.#bare, 'objects', oid.slice(0, 2), oid.slice(2));
      if (existsSync(file)) continue;
      mkdirSync(path.dirname(file), { recursive: true });
      const bytes = Buffer.concat([Buffer.from(`${type} ${content.byteLength}\0`), content]);
      writeFileSync(file, deflateSync(bytes, { level: 1 }), { mode: 0o444 });
    }
    for (const [i, file] of files.entries()) {
      writeFileSync(`${file}.lock`, `${updates[i]?.after}\n`);
      renameSync(`${file}.lock`, file);
    }
  }

  #listRefs(args: readonly string[]): Buffer {
    const known = args.every((arg) => /^(?:peel|symrefs|ref-prefix .+)$/.test(arg));
    if (!known) throw new NotLoose('ls-refs');
    const prefixes = args.flatMap((arg) => (arg.startsWith('ref-prefix ') ? [arg.slice('ref-prefix '.length)] : []));
    const all: (readonly [name: string, oid: string, note: string])[] = this.#refs().map(([name, oid]) => {
      const peeled = args.includes('peel') ? this.#peel(oid) : oid;
      return [name, oid, peeled === oid ? '' : ` peeled:${peeled}`];
    });
    const head = /^ref: (refs\/heads\/[\w-]+)\n$/.exec(readFileSync(path.join(this.#bare, 'HEAD'), 'utf8'))?.[1];
    if (head === undefined) throw new NotLoose('HEAD');
    const tip = all.find(([name]) => name === head);
    if (tip !== undefined) all.unshift(['HEAD', tip[1], args.includes('symrefs') ? ` symref-target:${head}` : '']);
    const chosen = all.filter(([name]) => prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix)));
    return Buffer.concat([...chosen.map(([name, oid, note]) => packet(`${oid} ${name}${note}\n`)), FLUSH]);
  }

  #refs(): [name: string, oid: string][] {
    const refs = Object.entries(this.#reader.refs());
    for (const [name, oid] of refs) {
      if (!PLAIN_REF.test(name)) throw new NotLoose(name);
      // Git leaves refs to nothing out.
      this.#reader.demand(oid);
    }
    return refs;
  }

  #peel(oid: string): string {
    const known = this.#objects.peeled.get(oid);
    if (known !== undefined) return known;
    const { type, content } = this.#reader.object(oid);
    const peeled = type === 'tag' ? this.#peel(parseObject(content).headers.object?.[0] ?? '') : oid;
    this.#objects.peeled.set(oid, peeled);
    return peeled;
  }

  #fetch({ wants, depth, filter }: Fetch): Buffer {
    const objects = new Set<string>();
    let row = new Set(wants.flatMap((want) => this.#open(want, objects, filter)));
    for (let level = 1; level < depth && row.size > 0; level += 1) {
      const parents = [...row].flatMap((oid) => parseObject(this.#reader.object(oid).content).headers.parent ?? []);
      row = new Set(parents.filter((oid) => !objects.has(oid)).flatMap((oid) => this.#open(oid, objects, filter)));
    }
    const shallow = [...row].map((oid) => packet(`shallow ${oid}`));
    return Buffer.concat([
      packet('shallow-info\n'),
      ...shallow,
      SEPARATOR,
      packet('packfile\n'),
      ...banded(writePack([...objects].map((oid) => this.#entry(oid)))),
      FLUSH,
    ]);
  }

  /** Adds an object with what the filter lets through of it, and returns the commit it leads to. */
  #open(oid: string, objects: Set<string>, filter: Filter): string[] {
    const { type, content } = this.#reader.object(oid);
    objects.add(oid);
    if (type === 'blob') return [];
    if (type === 'tree') {
      if (filter !== 'tree:0') this.#addTree(content, objects, filter);
      return [];
    }
    const { object = [], tree = [] } = parseObject(content).headers;
    if (type === 'tag') return object.flatMap((one) => this.#open(one, objects, filter));
    if (filter !== 'tree:0') for (const one of tree) this.#open(one, objects, filter);
    return [oid];
  }

  #addTree(content: Buffer, objects: Set<string>, filter: Filter): void {
    for (const { isFolder, isCommit, oid } of entriesOf(content)) {
      if (isCommit || objects.has(oid) || (!isFolder && filter === 'blob:none')) continue;
      objects.add(oid);
      if (isFolder) this.#addTree(this.#reader.object(oid).content, objects, filter);
      else this.#reader.demand(oid);
    }
  }

  #entry(oid: string): Buffer {
    const entry = this.#objects.packed.get(oid) ?? packEntry(this.#reader.object(oid));
    this.#objects.packed.set(oid, entry);
    return entry;
  }
}

/** A ref to move, or to make where it was nothing before. */
interface Update {
  readonly before: string;
  readonly after: string;
  readonly ref: string;
}

function updateOf(line: string): Update {
  const [, before = '', after = '', ref = ''] = /^([0-9a-f]{40}) ([0-9a-f]{40}) (.+?)\n?$/.exec(line) ?? [];
  if (!PLAIN_REF.test(ref) || /\.\.|\/\.|\.lock(?:\/|$)|[/.]$|\/\//.test(ref)) throw new NotLoose(line);
  return { before, after, ref };
}

const NO_OBJECT = '0'.repeat(40);
const FLUSH = Buffer.from('0000');
const SEPARATOR = Buffer.from('0001');

/** A pack in packets of the side band that is for data. */
function banded(pack: Buffer): Buffer[] {
  const packets: Buffer[] = [];
  for (let at = 0; at < pack.byteLength; at += BAND_BYTES) {
    packets.push(packet(Buffer.concat([Buffer.of(1), pack.subarray(at, at + BAND_BYTES)])));
  }
  return packets;
}

function takeApart(body: Buffer): Command {
  const [head = '', args = ''] = body.toString('latin1').split(/0001(.*)/s, 2);
  const [, name] = /^[0-9a-f]{4}command=([a-z-]+)\n/.exec(head) ?? [];
  if (name === undefined || !args.endsWith('0000')) throw new NotLoose('a request');
  const lines: string[] = [];
  for (let at = 0; at < args.length - 4; ) {
    const length = Number.parseInt(args.slice(at, at + 4), 16);
    lines.push(args.slice(at + 4, at + length).replace(/\n$/, ''));
    at += length;
  }
  return { name, args: lines };
}

/** Throws where it is not a fetch of a depth by somebody who has nothing. */
function fetchOf(args: readonly string[]): Fetch {
  const wants: string[] = [];
  let depth: number | undefined;
  let filter = 'none';
  for (const arg of args) {
    const [, name, value = ''] = /^(want|deepen|filter) (.+)$/.exec(arg) ?? [];
    if (name === 'want') wants.push(value);
    else if (name === 'deepen') depth = Number(value);
    else if (name === 'filter') filter = value;
    else if (!/^(?:no-progress|ofs-delta|done)$/.test(arg)) throw new NotLoose(arg);
  }
  if (depth === undefined || !args.includes('done') || !isFilter(filter)) throw new NotLoose('fetch');
  return { wants, depth, filter };
}

function isFilter(text: string): text is Filter {
  return text === 'none' || text === 'blob:none' || text === 'tree:0';
}

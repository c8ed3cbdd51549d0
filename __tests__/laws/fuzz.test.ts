import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { chooseCommand, pushedTag, refuseUnsafe, runContext, tagOf } from '../../src/action/event.ts';
import { readInputs } from '../../src/action/inputs.ts';
import { COMMANDS } from '../../src/action/spec.ts';
import { PushSession } from '../../src/adapters/git/push-session.ts';
import { GitRemote } from '../../src/adapters/git/remote.ts';
import {
  bulkGetEnvelope,
  metadataEnvelope,
  namespacePage,
  pageOf,
  recordsOf,
  textsOf,
  understood,
  unsuccessfulKeys,
} from '../../src/adapters/kv/envelope.ts';
import { parseConfig } from '../../src/domain/config-file.ts';
import { pathTemplateProblem, spellings } from '../../src/domain/content-paths.ts';
import { rulesReader } from '../../src/domain/doctor/rulesets.ts';
import { readWorkflow, tagshipMatcher } from '../../src/domain/doctor/workflow.ts';
import { parseDuration } from '../../src/domain/duration.ts';
import { edgitBases, edgitComponent } from '../../src/domain/edgit.ts';
import type { Content } from '../../src/domain/gate/answer.ts';
import { render } from '../../src/domain/gate/placeholders.ts';
import type { MetricSource } from '../../src/domain/gate/policy.ts';
import { command } from '../../src/domain/gate/providers/command.ts';
import { http } from '../../src/domain/gate/providers/http.ts';
import { prometheus } from '../../src/domain/gate/providers/prometheus.ts';
import { keyReader } from '../../src/domain/key.ts';
import { parseEntry, parseVersions } from '../../src/domain/ledger/entry.ts';
import { parseGateRecord } from '../../src/domain/ledger/gate-record.ts';
import { parseHolds } from '../../src/domain/ledger/holds.ts';
import { parseEntryPath } from '../../src/domain/ledger/layout.ts';
import { parseLedgerMessage } from '../../src/domain/ledger/message.ts';
import { parseNamespaceInput, ruleFor } from '../../src/domain/namespace.ts';
import { ownership } from '../../src/domain/ownership.ts';
import { rebuildCommands, rebuildProblem, rebuildValues } from '../../src/domain/rebuild.ts';
import { extract } from '../../src/domain/references/extract.ts';
import { parseRegistry, registryEntry } from '../../src/domain/registry.ts';
import { similarFiles } from '../../src/domain/similar-files.ts';
import { differs, ledgerMarkOf } from '../../src/domain/stored-key.ts';
import { parseTag } from '../../src/domain/tag.ts';
import { parseRange } from '../../src/domain/validation/facts.ts';
import { readRegistryDocument } from '../../src/domain/validation/registry-document.ts';
import { boundNamespace, isNotInherited, parseWrangler } from '../../src/domain/wrangler.ts';
import { TagshipError, TagshipErrors, TransientError } from '../../src/errors.ts';
import { ByteReader, EndOfStream } from '../../src/git/byte-reader.ts';
import { parseObject } from '../../src/git/object-parse.ts';
import { PacketError, packetText, readPacket } from '../../src/git/packet.ts';
import { RefListing } from '../../src/git/ref-listing.ts';
import { world } from '../domain/validation/world.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { answering } from '../support/http.ts';
import { examples } from '../support/lane.ts';

/** How many inputs each parser gets. */
const RUNS = examples(2_000);

/** A parser that takes longer for one input hangs, in milliseconds; the machines of tests are slow. */
const MAX_MS = 5_000;

let inputs = 0;

afterAll(() => {
  process.stdout.write(`Parsers were given ${inputs} inputs.\n`);
});

/** What is right somewhere, to be spoilt. */
const SEEDS: readonly string[] = [
  'components/prompts/mail/header/v1.0.0-rc.1+build.7',
  'logic/agents/router/production',
  '{"version":"3.0.0","components":{"a":{"path":"prompts/a.md","type":"prompt"}},"updated":"2026-05-01T10:00:00Z"}',
  'namespaces:\n  production: { id: 0f2ac74b498b48028cb68387c421e279 }\n  "prod-*": { title: t }\nkeys: ["{type}/{name}@{slot}"]\nlatest: deployed\n',
  'environments:\n  production:\n    requires: staging\n    gate:\n      bake: 5m\n      metrics:\n        - { name: e, provider: http, url: "https://m.example.com", path: $.value, max: 1 }\n',
  'paths: ["lib/**/{name}.{ext}", "a/*/{type}"]\nlogic: { rebuild: ["npm ci", "npx x --env {environment}"] }\n',
  '[[kv_namespaces]]\nbinding = "KV"\nid = "0f2ac74b498b48028cb68387c421e279"\n[env.staging]\nkv_namespaces = [{ binding = "KV", id = "x" }]\n',
  '{ "kv_namespaces": [{ "binding": "KV", "id": "x" }], "env": { "a": {} }, /* c */ }',
  '{"schema":1,"seq":3,"move":"promote","version":"v1.0.0","commit":"0123456789abcdef0123456789abcdef01234567","tag":null,"blob":null,"path":"a","status":"deployed","previous":null,"healthy":[],"quarantined":[],"at":"2026-05-01T10:00:00Z","actor":"a","run":null,"reason":null}',
  'Deploy prompts/extraction v1.1.0 to production (was v1.0.0)\n\nTagship-Seq: 4\nTagship-Run: https://x\n',
  'production: 0f2ac74b498b48028cb68387c421e279\n# comment\n"preview-*": previews\n',
  'tree 0123456789abcdef0123456789abcdef01234567\nparent 0123456789abcdef0123456789abcdef01234567\nauthor A <a@b> 1777629600 +0000\ncommitter A <a@b> 1777629600 +0000\n\nmessage\n',
  'object 0123456789abcdef0123456789abcdef01234567\ntype commit\ntag components/prompts/a/v1\ntagger T <t@b> 1 +0000\n\nt\n',
  '100644 a.md\0aaaaaaaaaaaaaaaaaaaa40000 lib\0bbbbbbbbbbbbbbbbbbbb',
  '001e# service=git-receive-pack\n000000b10123456789abcdef0123456789abcdef01234567 refs/heads/main\0report-status side-band-64k atomic object-format=sha1\n0000',
  '0030\u0001000eunpack ok\n0019ok refs/heads/main\n0000',
  'prompt: prompts/extraction@^1.2.0 # tagship-ignore: unknown-version\nother: "template://a/b@production"\n',
  '---\nprompt: prompts/a@v1\n---\n# text\n',
  'on: { push: { tags: ["components/**", "!v[0-9]+"] }, schedule: [{ cron: "1 * * * *" }] }\njobs: { a: { steps: [{ uses: tagship/tagship@v0, with: { command: deploy } }, { run: npx tagship deploy }] } }\n',
  "import x from 'y';\nconst a = load(`prompts/a@$\u007bv}`, 'prompts/b@v1'); // prompts/c@v1\n",
  '{"status":"success","data":{"resultType":"vector","result":[{"metric":{},"value":[1777629600,"0.5"]}]}}',
  '{"success":true,"result":[{"name":"prompts/a@v1","metadata":{"managed-by":"tagship:a/b"}}],"result_info":{"cursor":"x","list_complete":false}}',
  '{"success":true,"result":{"values":{"a":{"value":"x","metadata":null},"b":null}}}',
  '{"value":1.5e3}',
  '^1.2.0 || >=2 <3.0.0-rc.1',
  'prompts/extraction@v1.1.0',
  '90s',
];

/** Pieces that mean something to some parser, alone or many times over. */
const PIECES = [
  ...'{}[]()<>"\'`\\/@:,;#&*!|?$%^~-+=. \n\r\t\0',
  '\u0001',
  '\ufeff',
  '\u2028',
  '\ud800',
  '\u{1f680}',
  'é',
  'e\u0301',
  '__proto__',
  'constructor',
  'null',
  'NaN',
  '1e999',
  '-0',
  '0x',
  '$\u007bA}',
  '{name}',
  '{ext}',
  '**/',
  '../',
  'v1.0.0',
  '&a',
  '*a',
  '<<',
  '!!js/function',
  '---\n',
  '- ',
  '? ',
  '{"a":',
  '[[',
  '"""',
  '0000',
  '0004',
  'ffff',
  'refs/tags/',
  ' ng ',
  '<html>',
  '::error::',
  '##[error]',
];

const piece = fc.constantFrom(...PIECES);
const soup = fc.array(fc.oneof({ weight: 3, arbitrary: piece }, fc.string({ unit: 'binary', maxLength: 5 })), {
  maxLength: 40,
});
const many = fc
  .tuple(piece, fc.constantFrom(1, 10, 300, 3_000), fc.constantFrom('', 'a', '\n'), piece)
  .map(([one, times, between, end]) => `${one}${between}`.repeat(times) + end);
const spoilt = fc
  .tuple(
    fc.constantFrom(...SEEDS),
    fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.oneof(piece, fc.constant(''), many)), { maxLength: 4 }),
  )
  .map(([seed, edits]) =>
    edits.reduce((text, [at, cut, put]) => {
      const from = at % (text.length + 1);
      return text.slice(0, from) + put + text.slice(from + cut);
    }, seed),
  );
const text = fc.oneof(
  { weight: 5, arbitrary: spoilt },
  { weight: 2, arbitrary: soup.map((parts) => parts.join('')) },
  { weight: 1, arbitrary: many },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
);
const json = fc.oneof(
  fc.jsonValue(),
  text.map((one): unknown => {
    try {
      return JSON.parse(one);
    } catch {
      return one;
    }
  }),
);
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  text.map((one) => new Uint8Array(Buffer.from(one, 'latin1'))),
);

/** What the headers of objects begin with. */
const HEADERS = [
  'author A ',
  'author A <',
  'committer A <a@b> ',
  'tagger ',
  'parent ',
  'tree ',
  'tag ',
  '100644 ',
  'gpgsig ',
];

/** A line of a listing of refs, sound or nearly so. */
const refLine = fc.oneof(
  text,
  fc
    .tuple(
      fc.constantFrom('0123456789abcdef0123456789abcdef01234567', 'unborn', '0'.repeat(40), ''),
      fc.constantFrom('HEAD', 'refs/heads/main', 'refs/tags/components/prompts/a/v1.0.0', 'refs/tags/b', ''),
      fc.array(fc.constantFrom('peeled:', 'peeled:0123', 'symref-target:refs/heads/main', '__proto__:', ':'), {
        maxLength: 3,
      }),
    )
    .map(([oid, name, attributes]) => [oid, name, ...attributes].join(' ')),
);

/** What may be thrown: what somebody can act on, or what the caller knows as the end or a fault of a conversation. */
function isExpected(error: unknown): boolean {
  return [TagshipError, TagshipErrors, TransientError, PacketError, EndOfStream].some((kind) => error instanceof kind);
}

/** Gives a parser many inputs: it answers, or throws what is expected, and soon. */
function neverCrashes<T>(name: string, given: fc.Arbitrary<T>, parse: (input: T) => unknown, runs = RUNS): void {
  test(`${name} takes whatever it is given`, async () => {
    await fc.assert(
      fc.asyncProperty(given, async (input) => {
        inputs += 1;
        const started = performance.now();
        try {
          await parse(input);
        } catch (error) {
          if (!isExpected(error)) {
            throw error;
          }
        }
        expect(performance.now() - started).toBeLessThan(MAX_MS);
      }),
      { numRuns: runs },
    );
  });
}

neverCrashes('a tag name', text, parseTag);
neverCrashes('the configuration', text, (one) => parseConfig(one, 'tagship.yml'));
neverCrashes('the registry', text, (one) => {
  const registry = parseRegistry(one);
  return 'problem' in registry ? registry : registryEntry(registry, 'prompts', '__proto__');
});
neverCrashes('the registry with its places', text, (one) => {
  const registry = readRegistryDocument(one);
  return world({ registry: one, files: registry.entries.map(({ path }) => path) }).all();
});
neverCrashes('a workflow', text, (one) => {
  const workflow = readWorkflow('a.yml', one, tagshipMatcher(one));
  return [workflow?.startsOn(one), workflow?.startsOn('components/prompts/a/production')];
});
neverCrashes('the pattern of a ruleset', fc.tuple(text, text), ([pattern, name]) => {
  const ruleset = {
    name,
    target: 'tag' as const,
    include: [pattern],
    exclude: [name],
    rules: [name],
    bypass: undefined,
  };
  return rulesReader([ruleset], name)(`refs/tags/${name}`);
});
neverCrashes('namespaces of the input', text, (one) => {
  const rules = parseNamespaceInput(one);
  return 'problem' in rules ? rules : ruleFor(rules, one);
});
neverCrashes(
  'a wrangler file',
  fc.tuple(text, fc.constantFrom('wrangler.toml', 'wrangler.json', 'wrangler.jsonc')),
  ([one, file]) => {
    const config = parseWrangler(one, file);
    return 'problem' in config
      ? config
      : [boundNamespace(config, '__proto__', 'KV'), isNotInherited(config, 'staging', 'KV')];
  },
);
neverCrashes(
  'an input',
  fc.tuple(
    fc.constantFrom(...COMMANDS),
    fc.dictionary(
      fc.constantFrom(
        'components',
        'environment',
        'override',
        'kv-namespace',
        'tag',
        'version',
        'at',
        'since',
        'heal',
        'reason',
        'threshold',
        'metric-url',
        'metric-path',
        'bake',
      ),
      text,
    ),
  ),
  async ([command, given]) =>
    await readInputs(new Map(Object.entries({ ...given, 'github-token': 'token' })), {}, command, false),
);

neverCrashes('an entry of the ledger', text, parseEntry);
neverCrashes('the versions of the ledger', text, parseVersions);
neverCrashes('the holds of the ledger', text, parseHolds);
neverCrashes('what a gate saw, in the ledger', text, parseGateRecord);
neverCrashes('a message of the ledger', text, parseLedgerMessage);
neverCrashes('a path of the ledger', text, parseEntryPath);

neverCrashes(
  'an object of Git',
  fc.tuple(fc.constantFrom('tag', 'commit', 'tree', 'blob', 'else'), bytes),
  ([type, raw]) => {
    const object = parseObject(type, raw.length, raw);
    if (object?.type === 'tree') {
      const { listing } = object;
      return [object.entries, listing.named('a'), listing.startingWith('a'), listing.only(['a', ''], ['b', ''])];
    }
    return object;
  },
);
neverCrashes('packets of Git', fc.tuple(bytes, fc.integer({ min: 1, max: 64 })), async ([raw, size]) => {
  const reader = new ByteReader(piecesOf(raw, size));
  for (let packet = await readPacket(reader); ; packet = await readPacket(reader)) {
    if (typeof packet !== 'string') {
      packetText(packet);
    }
  }
});
neverCrashes(
  'packets of Git that are nearly whole',
  fc.tuple(
    fc.array(fc.tuple(bytes, fc.integer({ min: -5, max: 5 })), { maxLength: 8 }),
    fc.integer({ min: 1, max: 64 }),
  ),
  async ([parts, size]) => {
    const packets = parts.flatMap(([body, off]) => {
      const length = Math.max(0, Math.min(0xffff, body.length + 4 + off));
      return [Buffer.from(length.toString(16).padStart(4, '0')), body];
    });
    const reader = new ByteReader(piecesOf(Buffer.concat(packets), size));
    for (;;) {
      const packet = await readPacket(reader);
      const line = typeof packet === 'string' ? packet : packetText(packet);
      expect(line.length).toBeLessThan(0x10000);
    }
  },
);
neverCrashes(
  'a listing of refs, beside an earlier one',
  fc.tuple(fc.array(refLine, { maxLength: 30 }), fc.array(refLine, { maxLength: 30 })),
  ([before, now]) => {
    const listed = (lines: readonly string[], known: RefListing['all']): RefListing['all'] => {
      const refs = new RefListing(known);
      for (const line of lines) {
        refs.add(line);
      }
      return refs.all;
    };
    // What is known from before changes nothing about what is read.
    expect(listed(now, listed(before, []))).toEqual(listed(now, []));
  },
);
test.each(HEADERS)('an object of Git whose `%s` goes on for as long as any that is read is read soon', (header) => {
  for (const one of [' ', '<', '> ', '> 1', '1', '\t\n', '\nparent ', '\0']) {
    const raw = Buffer.from(`${header}${one.repeat((1024 * 1024) / one.length)}\n\nmessage\n`);
    for (const type of ['tag', 'commit', 'tree']) {
      inputs += 1;
      const started = performance.now();
      const object = parseObject(type, raw.length, raw);
      if (object?.type === 'tree') {
        object.listing.named('a');
      }
      expect(performance.now() - started).toBeLessThan(MAX_MS);
    }
  }
});
neverCrashes(
  'what a Git server answers to a push',
  fc.tuple(bytes, bytes, fc.boolean()),
  async ([first, second, isSound]) => {
    const sound = Buffer.from(SEEDS.find((seed) => seed.startsWith('001e#')) ?? '', 'latin1');
    const bodies = [isSound ? sound : first, second];
    const session = new PushSession({
      signal: () => new AbortController().signal,
      remote: new GitRemote({
        url: 'https://github.example.com/acme/components',
        token: 'token',
        clock: new FakeClock(),
        http: answering(({ url }) => ({
          body: bodies.shift() ?? second,
          headers: {
            'content-type': `application/x-git-receive-pack-${url.includes('info/refs') ? 'advertisement' : 'result'}`,
            date: 'Fri, 01 May 2026 10:00:00 GMT',
          },
        })),
      }),
    });
    const ref = { ref: 'refs/heads/main', from: undefined, to: '0'.repeat(40) };
    // Of one ref the server is not asked first.
    return await session.push(isSound ? [ref, { ...ref, ref: 'refs/heads/other' }] : [ref], []);
  },
);

neverCrashes("Cloudflare's answers", json, (answer) => {
  const reading = [
    () => pageOf(answer, 'x', 'reading'),
    () => textsOf(answer, ['a', '__proto__'], 'reading'),
    () => unsuccessfulKeys(answer, ['a'], 'writing'),
    () => understood(namespacePage, answer, 'listing'),
    () => understood(metadataEnvelope, answer, 'reading'),
    () => recordsOf(bulkGetEnvelope.parse({ result: answer ?? { values: {} } }).result.values),
  ];
  return reading.map((read) => {
    try {
      return read();
    } catch (error) {
      const isOfSchema = error instanceof Error && error.name === 'ZodError';
      if (!isExpected(error) && !isOfSchema) {
        throw error;
      }
      return undefined;
    }
  });
});
neverCrashes('metadata that somebody stored', json, (metadata) => {
  const planned = {
    key: 'a',
    role: 'environment',
    value: new Uint8Array(),
    metadata: { blob: 'x' },
    path: undefined,
  } as const;
  return [
    ownership(metadata, ['acme/components']),
    ledgerMarkOf(metadata),
    differs(planned, { metadata, value: undefined }),
  ];
});

const SOURCE: MetricSource = {
  provider: 'http',
  url: 'https://metrics.example.com/{component}',
  query: undefined,
  errors: undefined,
  total: undefined,
  path: '$..value',
  method: undefined,
  headers: {},
  body: undefined,
  timeoutMs: 1_000,
};
const FILLING = {
  metric: 'errors',
  subject: {
    component: { prefix: 'components', type: 'prompts', name: 'a' },
    environment: 'production',
    version: 'v1.1.0',
    previous: 'v1.0.0',
    elapsedSeconds: 60,
  },
  lookup: () => undefined,
} as unknown as Parameters<typeof http.prepare>[1];
const content = fc.record({
  status: fc.constantFrom(200, 204, 302, 500),
  type: fc.constantFrom('application/json', 'text/plain', 'text/html', ''),
  text: fc.oneof(
    text,
    json.map((one) => JSON.stringify(one) ?? ''),
  ),
});
const ACCESS = { token: 'x', accountId: 'y', baseUrl: undefined };
const PREPARED = [
  http.prepare({ ...SOURCE, path: undefined }, FILLING, ACCESS),
  http.prepare(SOURCE, FILLING, ACCESS),
  http.prepare({ ...SOURCE, path: undefined, errors: '$.errors', total: '$..total' }, FILLING, ACCESS),
  prometheus.prepare({ url: SOURCE.url, query: 'up' }, FILLING, ACCESS),
  prometheus.prepare({ url: SOURCE.url, errors: 'a', total: 'b' }, FILLING, ACCESS),
  command.prepare({ run: 'judge {name}', path: '$..v' }, FILLING, ACCESS),
];
neverCrashes('an answer of a metric server', content, async (answered: Content) => {
  for (const { measure } of PREPARED) {
    const { reading } = await measure({
      ask: async () => ({ kind: 'answered', content: answered }),
      run: async () => ({ kind: 'ended', stdout: answered.text }),
      scrub: (one) => one,
    });
    expect(['value', 'counts', 'no-data', 'failed']).toContain(reading.kind);
  }
});
neverCrashes(
  'a template of a metric',
  fc.tuple(text, fc.constantFrom('url', 'json', 'form', 'text', 'header', 'argument', 'promql', 'sql', 'jsonpath')),
  ([template, place]) => render(template, place as Parameters<typeof render>[1], FILLING),
);

const VOCABULARY = {
  types: new Set(['prompts', 'templates']),
  keys: new Set(['prompt']),
  isName: (name: string) => name === 'extraction',
};
for (const file of ['a.yml', 'a.json', 'a.md', 'a.ts']) {
  neverCrashes(`a file such as ${file} with references`, text, async (one) => await extract(file, one, VOCABULARY));
}
neverCrashes('a range of versions', text, parseRange);
neverCrashes('a duration', text, parseDuration);
neverCrashes(
  'a key in KV',
  fc.tuple(text, fc.constantFrom('{type}/{name}@{slot}', '{prefix}/{name}/{type}/{slot}')),
  ([key, layout]) => keyReader([layout, '{type}/{name}/{slot}'])(key),
);

neverCrashes('a name and the path of a file', fc.tuple(text, text, text), ([name, path, template]) => {
  const component = { prefix: 'components', type: 'agents', name } as const;
  const templates = pathTemplateProblem(template) === undefined ? [template] : [];
  for (const step of spellings(component, templates).flatMap(({ steps }) => steps)) {
    step.matches(path);
  }
  return [
    edgitComponent(path),
    edgitBases(component),
    similarFiles(component, ['agents/a.{ext}'], [path, `agents/${path}`]),
  ];
});
neverCrashes(
  'a line of a rebuild',
  fc.tuple(text, text),
  ([line, environment]) =>
    rebuildProblem(line) ??
    rebuildCommands(
      [line],
      rebuildValues({ prefix: 'logic', type: 'agents', name: 'a' }, environment, 'v1.0.0', '0'.repeat(40)),
    ),
);
neverCrashes(
  'an event',
  fc.tuple(fc.oneof(text, fc.constantFrom('push', 'delete', 'schedule', 'pull_request')), json, text),
  ([name, payload, ref]) => {
    const object = typeof payload === 'object' && payload !== null ? payload : { ref: payload };
    const event = { name, ref, payload: { ...object } };
    const environment = { GITHUB_REPOSITORY: 'acme/components', GITHUB_REF: ref, GITHUB_EVENT_NAME: name };
    return [tagOf(event), pushedTag(event), runContext(environment, event), chooseCommand(event), refuseUnsafe(event)];
  },
);

async function* piecesOf(raw: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < raw.length; at += size) {
    yield raw.subarray(at, at + size);
  }
}

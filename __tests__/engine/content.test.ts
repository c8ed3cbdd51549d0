import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Component } from '../../src/domain/component.ts';
import { ContentReader } from '../../src/engine/content.ts';
import { TagshipError } from '../../src/errors.ts';
import { commitObject, treeObject } from '../../src/git/object.ts';
import type { TreeEntry } from '../../src/git/tree-listing.ts';
import { world } from '../domain/validation/world.ts';
import { FakeRepository, type Files } from '../support/fakes/repository.ts';

function component(id: string): Component {
  const [type = '', ...name] = id.split('/');
  return { prefix: 'components', type, name: name.join('/') };
}

function filesOf(paths: readonly string[]): Files {
  return Object.fromEntries(paths.map((path) => [path, path]));
}

/** The path that is found for a component, or the message of the error. */
async function found(id: string, files: Files, templates: readonly string[] = []): Promise<string> {
  const repository = new FakeRepository();
  return await foundAt(repository, repository.commit(files), id, templates);
}

async function foundAt(
  repository: FakeRepository,
  commit: string,
  id: string,
  templates: readonly string[] = [],
): Promise<string> {
  try {
    return (await new ContentReader(repository).read(component(id), commit, templates)).path;
  } catch (error) {
    if (error instanceof TagshipError) {
      return error.message;
    }
    throw error;
  }
}

function registry(components: Readonly<Record<string, readonly [path: string, type: string]>>): Files {
  const entries = Object.entries(components).map(([name, [path, type]]) => [name, { path, type }]);
  return { '.edgit/components.json': JSON.stringify({ version: '3.0.0', components: Object.fromEntries(entries) }) };
}

/** A repository as Conductor's template lays it out. */
const PROJECT: readonly string[] = [
  '.github/workflows/deploy.yaml',
  'agents/README.md',
  'agents/debug/delay/delay.ts',
  'agents/debug/delay/delay.yaml',
  'agents/examples/greet/agent.yaml',
  'agents/examples/greet/index.ts',
  'agents/examples/lookup/agent.yaml',
  'agents/examples/lookup/index.ts',
  'agents/system/scrape/html-parser.ts',
  'agents/system/scrape/scrape.ts',
  'agents/system/scrape/scrape.yaml',
  'configs/examples/greet-settings.yaml',
  'ensembles/examples/formats/csv-export.yaml',
  'ensembles/examples/report.yaml',
  'ensembles/hello.yaml',
  'package.json',
  'prompts/README.md',
  'prompts/examples/greet.md',
  'queries/README.md',
  'queries/examples/top-products.sql',
  'schemas/contact.json',
  'scripts/deep/er/export-data.ts',
  'scripts/check-refs.ts',
  'src/index.ts',
  'templates/email/examples/welcome.html',
  'tests/basic.test.ts',
  'wrangler.toml',
];

describe('the file that Edgit gives a name is found', () => {
  test.each([
    ['agents/delay-agent-definition', 'agents/debug/delay/delay.yaml'],
    ['agents/scrape-agent-definition', 'agents/system/scrape/scrape.yaml'],
    ['agents/html-parser-agent-definition', 'agents/system/scrape/html-parser.ts'],
    ['configs/delay-config', 'agents/debug/delay/delay.yaml'],
    ['configs/greet-settings-config', 'configs/examples/greet-settings.yaml'],
    ['configs/contact-config', 'schemas/contact.json'],
    ['configs/wrangler-config', 'wrangler.toml'],
    ['ensembles/csv-export-ensemble', 'ensembles/examples/formats/csv-export.yaml'],
    ['ensembles/hello-ensemble', 'ensembles/hello.yaml'],
    ['prompts/greet-prompt', 'prompts/examples/greet.md'],
    ['prompts/readme-prompt', 'prompts/README.md'],
    ['queries/top-products-query', 'queries/examples/top-products.sql'],
    ['scripts/export-data-script', 'scripts/deep/er/export-data.ts'],
    ['scripts/check-refs-script', 'scripts/check-refs.ts'],
    ['templates/welcome-template', 'templates/email/examples/welcome.html'],
  ])('%s', async (id, path) => {
    expect(await found(id, filesOf(PROJECT))).toBe(path);
  });

  test('only by the whole of its name, and not under folders that begin with a dot', async () => {
    for (const id of ['prompts/greet', 'configs/deploy-config', 'schemas/invoice-schema', 'tools/index-tool']) {
      expect(await found(id, filesOf(PROJECT))).toMatch(/^tagship\(content-missing\)/);
    }
  });

  test('after every other place', async () => {
    const files = filesOf([...PROJECT, 'components/prompts/greet.md']);
    expect(await found('prompts/greet-prompt', files)).toBe('components/prompts/greet.md');
  });

  test('or is an error that lists all of that name', async () => {
    expect(await found('agents/agent-agent-definition', filesOf(PROJECT))).toMatch(
      /^tagship\(content-ambiguous\).* could be `agents\/examples\/greet\/agent.yaml` or `agents\/examples\/lookup\/agent.yaml` in/,
    );
  });
});

describe('of code beside a definition, agents have the definition', () => {
  test.each([
    ['agents/mail', ['agents/mail.ts', 'agents/mail.yaml'], 'agents/mail.yaml'],
    ['agents/mail', ['agents/mail/index.yml', 'agents/mail/index.ts'], 'agents/mail/index.yml'],
    ['agents/mail-agent-definition', ['lib/mail.agent.yaml', 'agents/mail.ts'], 'agents/mail.ts'],
    ['agents/mail-agent-definition', ['agents/a/mail.agent.yaml', 'agents/a/mail.ts'], 'agents/a/mail.agent.yaml'],
  ])('%s in %j', async (id, paths, path) => {
    expect(await found(id, filesOf(paths))).toBe(path);
  });

  test.each([
    ['agents/mail', ['agents/mail.md', 'agents/mail.yaml']],
    ['agents/mail', ['agents/mail.yml', 'agents/mail.yaml']],
    ['agents/mail', ['agents/mail.ts', 'agents/mail.js']],
    ['prompts/mail', ['prompts/mail.ts', 'prompts/mail.yaml']],
    ['agents/mail-agent-definition', ['agents/a/mail.ts', 'agents/b/mail.ts', 'agents/b/mail.yaml']],
  ])('and anything else is ambiguous: %s in %j', async (id, paths) => {
    expect(await found(id, filesOf(paths))).toMatch(/^tagship\(content-ambiguous\)/);
  });
});

describe('templates with stars', () => {
  test.each([
    ['lib/*/{name}.{ext}', ['lib/a/greet.md', 'lib/a/b/greet.md', 'lib/greet.md'], 'lib/a/greet.md'],
    ['lib/**/{name}.{ext}', ['lib/a/b/greet.md', 'lib/a/b/greet.test.md', 'lib/.a/greet.md'], 'lib/a/b/greet.md'],
    ['lib/**/{name}.{ext}', ['lib/greet.md', 'other/greet.md'], 'lib/greet.md'],
    ['**/{type}/*-{name}.md', ['a/prompts/01-greet.md', 'a/prompts/.1-greet.md'], 'a/prompts/01-greet.md'],
    ['{type}/{name}/*', ['prompts/greet/text.md', 'prompts/greet/sub/x.md'], 'prompts/greet/text.md'],
    ['{type}/{name}/**', ['prompts/greet/sub/x.md'], 'prompts/greet/sub/x.md'],
    ['a.c/**/{name}.md', ['a.c/greet.md', 'abc/greet.md'], 'a.c/greet.md'],
    ['lib/**/{name}.{ext}', ['lib/a/greet.md', 'prompts/greet.md'], 'lib/a/greet.md'],
    ['lib/**/{name}.{ext}', ['lib/a/greet2.md', 'prompts/greet.md'], 'prompts/greet.md'],
  ])('%s finds one of %j', async (template, paths, path) => {
    expect(await found('prompts/greet', filesOf(paths), [template])).toBe(path);
  });

  test('take no character of a name for a pattern', async () => {
    const files = filesOf(['lib/a/x.md', 'lib/a/(x|y)+.md', 'lib/a/{x,y}.md']);
    expect(await found('prompts/(x|y)+', files, ['lib/**/{name}.md'])).toBe('lib/a/(x|y)+.md');
    expect(await found('prompts/{x,y}', files, ['lib/**/{name}.md'])).toBe('lib/a/{x,y}.md');
  });

  test('that find two files are an error that lists them', async () => {
    const message = await found('prompts/greet', filesOf(['lib/a/greet.md', 'lib/b/greet.md']), ['lib/**/{name}.md']);
    expect(message).toMatch(/^tagship\(content-ambiguous\).*`lib\/a\/greet.md` or `lib\/b\/greet.md`/);
  });
});

describe('what is no content is an error of its own', () => {
  const OID = '0123456789abcdef0123456789abcdef01234567';

  function committed(repository: FakeRepository, folder: string, entries: readonly TreeEntry[]): string {
    const inner = repository.put(treeObject(entries));
    const tree = repository.put(treeObject([{ kind: 'folder', name: folder, oid: inner }]));
    const person = { name: 'Ada', email: 'ada@example.com', time: 0 };
    return repository.put(commitObject({ tree, parents: [], author: person, committer: person, message: 'one' }));
  }

  test.each([
    ['symlink', 'prompts/greet', 'a symbolic link'],
    ['submodule', 'prompts/greet', 'a submodule'],
    ['symlink', 'prompts/greet-prompt', 'a symbolic link'],
  ] as const)('a %s for %s', async (kind, id, words) => {
    const repository = new FakeRepository();
    const commit = committed(repository, 'prompts', [{ kind, name: 'greet.md', oid: OID }]);
    expect(await foundAt(repository, commit, id)).toMatch(new RegExp(`^tagship\\(content-not-a-file\\).*is ${words}`));
  });

  test('a pointer of Git LFS, which is short, but no text that only begins like one', async () => {
    const start = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n';
    expect(await found('prompts/greet', { 'prompts/greet.md': start })).toMatch(/^tagship\(content-lfs\)/);
    expect(await found('prompts/greet', { 'prompts/greet.md': start.padEnd(1024, '.') })).toBe('prompts/greet.md');
  });

  test('a path of the registry that is missing, whatever else there is', async () => {
    const files = {
      ...registry({ greet: ['lib/Greet.md', 'prompt'] }),
      ...filesOf(['lib/greet.md', 'prompts/greet.md']),
    };
    expect(await found('prompts/greet', files)).toMatch(
      /^tagship\(content-missing\): The registry .edgit\/components.json names `lib\/Greet.md`.*Similar files: `lib\/greet.md` \(differs in upper and lower case\)/,
    );
  });
});

describe('an entry of the registry that cannot be used', () => {
  const broken = (entry: unknown): Files => ({
    '.edgit/components.json': JSON.stringify({
      components: { greet: { path: 'lib/greet.md', type: 'prompt' }, other: entry },
    }),
    ...filesOf(['lib/greet.md', 'prompts/other.md', 'queries/other.sql']),
  });

  test.each([
    [{ type: 'prompt' }, 'path: '],
    [{ path: '', type: 'prompt' }, 'path: '],
    [{ path: 'prompts/other.md' }, 'type: '],
    [{ path: 1, type: 'prompt' }, 'path: '],
    ['prompts/other.md', ''],
    [null, ''],
  ])('%j fails its own component alone', async (entry, what) => {
    expect(await found('prompts/greet', broken(entry))).toBe('lib/greet.md');
    expect(await found('prompts/other', broken(entry))).toContain(
      `tagship(registry-invalid): The registry .edgit/components.json at commit`,
    );
    expect(await found('prompts/other', broken(entry))).toContain(`its entry \`other\` has ${what}`);
  });

  test('is no matter of a component of another type', async () => {
    expect(await found('queries/other', broken({ type: 'prompt' }))).toBe('queries/other.sql');
  });
});

describe('a missing file is told with', () => {
  test('every place that was looked at, in order', async () => {
    const message = await found('prompts/greet-prompt', filesOf(['a.md']), ['lib/**/{name}.{ext}', 'x/{name}.md']);
    const places = ['greet-prompt', 'greet'].flatMap((name) => [
      `lib/**/${name}.{ext}`,
      `x/${name}.md`,
      `components/prompts/${name}.{ext}`,
      `components/prompts/${name}/index.{ext}`,
      `prompts/${name}.{ext}`,
      `prompts/${name}/index.{ext}`,
      `prompts/${name}.prompt.{ext}`,
    ]);
    expect(message).toContain(
      `Looked at: .edgit/components.json (not committed), ${places.join(', ')}, any file that Edgit calls greet-prompt.`,
    );
    expect(message).toMatch(/Name the file in a committed .edgit\/components.json, or add a template such as `paths:/);
  });

  test.each([
    ['prompts/greet', ['prompts/Greet.md', 'x.md'], '`prompts/Greet.md` (differs in upper and lower case)'],
    ['prompts/plain', ['prompts/plain'], '(has no extension)'],
    ['prompts/gr\u00fc\u00df', ['prompts/gru\u0308\u00df.md'], '(differs in its Unicode form)'],
    ['prompts/greeting', ['prompts/greetnig.md'], '`prompts/greetnig.md` (differs by a typo)'],
    ['prompts/greeting', ['lib/greeting.md'], '`lib/greeting.md` (is in another folder)'],
    ['prompts/greeting', ['prompts/greeting.draft.md'], '`prompts/greeting.draft.md` (has another extension)'],
    ['prompts/greeting-prompt', ['prompts/a/greetings.md'], '`prompts/a/greetings.md` (differs by a typo)'],
  ])('what is called alike: %s in %j', async (id, paths, words) => {
    expect(await found(id, filesOf(paths))).toContain(words);
  });

  test('nothing where nothing is alike', async () => {
    expect(await found('prompts/greeting', filesOf(['prompts/sea.md']))).not.toContain('Similar');
  });
});

test('a few folders that stand for millions of files cost one component, and no time', async () => {
  const repository = new FakeRepository();
  let tree = repository.put(treeObject([{ kind: 'file', name: 'a.md', oid: '0'.repeat(40) }]));
  for (let level = 0; level < 8; level++) {
    const names = Array.from({ length: 10 }, (_, i) => ({ kind: 'folder' as const, name: `${i}`, oid: tree }));
    tree = repository.put(treeObject(names));
  }
  const person = { name: 'Ada', email: 'ada@example.com', time: 0 };
  const bomb = repository.put(commitObject({ tree, parents: [], author: person, committer: person, message: 'bomb' }));
  const good = repository.commit(filesOf(['lib/deep/other.prompt.md']));
  const reader = new ContentReader(repository);
  const [poisoned, other] = [component('prompts/greet-prompt'), component('prompts/other-prompt')];
  await reader.prepare(
    [
      { component: poisoned, commit: bomb },
      { component: other, commit: good },
    ],
    [],
  );
  expect(await reader.find(other, good, [])).toMatchObject({ path: 'lib/deep/other.prompt.md' });
  expect(await reader.find(poisoned, bomb, [])).toEqual({ path: null, blob: null });
  await expect(reader.locate(poisoned, bomb, [])).rejects.toMatchObject({
    code: 'content-missing',
    what: expect.stringContaining('which has too many files for that'),
  });
});

describe('one search, whoever asks', () => {
  const name = fc.constantFrom('mail', 'Mail', 'mail-prompt', 'mail-agent-definition', 'mail-config', 'index', 'agent');
  const folder = fc.constantFrom('prompts', 'agents', 'components', 'configs', 'lib', 'mail', '.hidden');
  const extension = fc.constantFrom('.md', '.ts', '.yaml', '.prompt.md', '.config.json', '');
  const path = fc
    .tuple(fc.array(folder, { maxLength: 3 }), name, extension)
    .map(([folders, file, end]) => [...folders, `${file}${end}`].join('/'));
  const isFile = (paths: readonly string[]) =>
    paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`)));
  const templates = fc.constantFrom<readonly string[]>([], ['lib/**/{name}.{ext}'], ['{type}/*/{name}.md', 'x/{name}']);

  test('finds the same file for a deploy, a reconcile and a validate', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(path, { minLength: 1, maxLength: 12 }).map(isFile),
        fc.constantFrom('prompts', 'agents', 'configs'),
        name,
        templates,
        async (paths, type, asked, configured) => {
          const repository = new FakeRepository();
          const commit = repository.commit(filesOf(paths));
          const one = component(`${type}/${asked}`);
          const deployed = await new ContentReader(repository).find(one, commit, configured);
          const reader = new ContentReader(repository);
          await reader.prepare([{ component: one, commit }], configured);
          expect(await reader.find(one, commit, configured)).toEqual(deployed);
          const place = world({ files: paths, templates: configured }).locate(one);
          expect(place.kind === 'file' ? place.path : null).toBe(deployed.path);
        },
      ),
      { numRuns: 300 },
    );
  });
});

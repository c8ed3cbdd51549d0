import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { distance } from 'fastest-levenshtein';
import { spellings } from '../../../src/domain/content-paths.ts';
import { nearest, typoBound } from '../../../src/domain/nearest.ts';
import { FileIndex } from '../../../src/domain/validation/file-index.ts';
import { guesser } from '../../../src/domain/validation/guesses.ts';
import { world } from './world.ts';

const TYPES = ['prompts', 'schemas', 'queries', 'agents'];
const segment = fc.stringMatching(/^[a-z][a-z0-9-]{0,4}(\.[a-z]{1,3})?$/);
const component = fc.record({
  prefix: fc.constantFrom('components', 'logic'),
  type: fc.constantFrom(...TYPES),
  name: fc.array(segment, { minLength: 1, maxLength: 3 }).map((segments) => segments.join('/')),
});
const templates = fc.constantFrom<readonly string[]>(
  [],
  ['lib/{type}/{name}.{ext}'],
  ['{name}/{singular}.{ext}', 'src/{prefix}/{singular}-{name}/main.{ext}'],
  ['content/{name}.md'],
);

describe('the files of a tree', () => {
  const paths = fc.uniqueArray(fc.array(segment, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('/')));

  test('are found in a step of the search as by reading them all', () => {
    fc.assert(
      fc.property(paths, component, templates, (files, one, configured) => {
        const more = [`${one.type}/${one.name}.md`, `${one.type}/${one.name}/index.ts`, `content/${one.name}.md`];
        const all = [...new Set([...files, ...more])];
        const index = new FileIndex(all);
        for (const { steps } of spellings(one, configured)) {
          for (const step of steps) {
            const naive = all.filter((path) => {
              const slash = path.lastIndexOf('/');
              return step.kind === 'tree'
                ? step.matches(path)
                : path.slice(0, Math.max(slash, 0)) === step.folder && step.matches(path.slice(slash + 1));
            });
            expect(index.candidates(step)).toEqual(naive.sort());
          }
        }
      }),
    );
  });

  test('are told by folder and by name', () => {
    const index = new FileIndex(['a/b/c.md', 'd/c.md', 'e.md']);
    expect(['a', 'a/b', 'd', 'a/b/c.md', 'e', ''].map((path) => index.isFolder(path))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(index.called('c.md')).toEqual(['a/b/c.md', 'd/c.md']);
    expect(index.filesIn('')).toEqual(['e.md']);
    const other = index.with(['e.md'], ['f.md']);
    expect([...other.paths]).toEqual(['a/b/c.md', 'd/c.md', 'f.md']);
    expect(index.has('e.md')).toBe(true);
  });
});

describe('the components that a file may be of', () => {
  test('are guessed wherever the search would look for it', () => {
    fc.assert(
      fc.property(component, templates, fc.constantFrom('md', 'ts'), (one, configured, extension) => {
        const [own] = spellings(one, configured);
        for (const { place } of own?.steps ?? []) {
          const guesses = guesser(new Set(TYPES), configured)(place.replaceAll('{ext}', extension));
          expect(guesses.map(({ type, name }) => `${type}/${name}`)).toContain(`${one.type}/${one.name}`);
        }
      }),
    );
  });

  test("are what is tagged under Edgit's name for it, in any folder", () => {
    const tags = ['components/scripts/export-script/v1.0.0'];
    const known = world({ files: ['scripts/deep/er/export.ts', 'package.json'], tags });
    const ids = (path: string) => known.guesses(path).map(({ type, name }) => `${type}/${name}`);
    expect(ids('scripts/deep/er/export.ts')).toContain('scripts/export-script');
    expect(ids('package.json')).toEqual([]);
    expect(known.registered('scripts', 'export-script')?.content).toEqual({
      kind: 'file',
      path: 'scripts/deep/er/export.ts',
    });
    // A file where content is looked for registers a component that has no tag.
    expect(known.named('package-config').map(({ id }) => id)).toEqual(['configs/package-config']);
  });

  test('are the likelier first', () => {
    const names = (path: string) => guesser(new Set(TYPES), [])(path).map(({ type, name }) => `${type}/${name}`);
    expect(names('prompts/a.prompt.md')).toEqual(['prompts/a', 'prompts/a.prompt']);
    expect(names('agents/mail/index.ts')).toEqual(['agents/mail', 'agents/mail/index']);
    expect(names('src/prompts/a.md')).toEqual([]);
    expect(names('prompts/.hidden')).toEqual([]);
    expect(names('prompts')).toEqual([]);
  });
});

describe('names', () => {
  test('are what tags, registry or files have, with and without the suffix of Edgit', () => {
    const files = world({
      files: ['prompts/a.b.md', 'agents/mail/index.ts', 'x/y.ts'],
      tags: ['components/queries/deep/top/v1.0.0'],
    });
    const known = ['a.b', 'a.b-prompt', 'mail', 'mail-agent', 'mail-agent-definition', 'deep/top', 'mail/index'];
    expect(known.filter((name) => !files.vocabulary(new Set()).isName(name))).toEqual([]);
    expect(['a', 'y', 'x', 'top', 'index', 'prompts', ''].filter((name) => files.named(name).length > 0)).toEqual([]);
    const registry = world({ registry: { 'a-prompt': ['x.md', 'prompt'] }, files: ['prompts/a.md', 'x.md'] });
    expect(['a-prompt', 'a', 'x'].map((name) => registry.named(name).length)).toEqual([1, 0, 0]);
  });

  test('are found as without the shortcut', () => {
    fc.assert(
      fc.property(fc.array(component, { maxLength: 4 }), component, templates, (others, one, configured) => {
        const files = [...others, one].flatMap(
          (each) =>
            spellings(each, configured)[0]
              ?.steps.slice(0, 2)
              .map(({ place }) => place.replaceAll('{ext}', 'md')) ?? [],
        );
        const known = world({ files, templates: configured });
        for (const name of [one.name, `${one.name}-prompt`, `${one.name}x`]) {
          const slow = [...known.types].flatMap((type) => known.registered(type, name) ?? []);
          expect(known.named(name)).toEqual(slow);
        }
      }),
    );
  });
});

describe('the nearest name', () => {
  const word = fc.stringMatching(/^[a-d]{1,9}$/);

  test('is the one with the fewest edits, where that is a typo', () => {
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { minLength: 1 }), (written, names) => {
        const costs = names
          .map((name) => ({ name, edits: distance(name, written), longer: Math.max(name.length, written.length) }))
          .filter(({ edits, longer }) => edits <= typoBound(longer) && edits < longer)
          .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1));
        expect(nearest(written, names)).toBe(costs[0]?.name);
        const known = world({ files: names.map((name) => `prompts/${name}.md`) });
        expect(known.suggestions('prompts', written).map(({ component }) => component.name)).toEqual(
          costs.slice(0, 5).map(({ name }) => name),
        );
      }),
    );
  });

  test('of thousands that are unknown is found in a time that is bounded', () => {
    const names = Array.from({ length: 1_500 }, (_, n) => `component-${n.toString(36).padStart(4, 'x')}`);
    const known = world({ files: names.map((name) => `prompts/${name}.md`) });
    expect(known.suggestions('prompts', 'Component-xx10')[0]?.id).toBe('prompts/component-xx10');
    for (let n = 0; n < 1_500; n++) {
      known.suggestions('prompts', `component-zz${n}`);
    }
    expect(known.suggestions('prompts', 'COMPONENT-xx20').map(({ id }) => id)).toContain('prompts/component-xx20');
  });
});

test('a registry of which nothing can be read does not make everything unregistered', () => {
  const files = ['prompts/a.md'];
  expect(world({ registry: 'oops', files }).registered('prompts', 'a')?.id).toBe('prompts/a');
  expect(world({ registry: '{"components": {}}', files }).registered('prompts', 'a')).toBeUndefined();
});

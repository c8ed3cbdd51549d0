import { describe, expect, test } from '@jest/globals';
import { edgitBases, edgitComponent } from '../../src/domain/edgit.ts';

/** What Edgit calls a file; files that it passes over have no name. */
const NAMES: readonly (readonly [path: string, component: string | undefined])[] = [
  ['prompts/greeting.md', 'prompts/greeting-prompt'],
  ['prompts/deep/er/Greeting Card.v2.md', 'prompts/greeting-card-prompt'],
  ['prompts/mail-prompt.md', 'prompts/mail-prompt'],
  ['instructions/tone.txt', 'prompts/tone-prompt'],
  ['lib/my-prompts.ts', 'prompts/my-prompts-prompt'],
  ['lib/system.prompt.md', 'prompts/system-prompt'],
  ['ensembles/system/errors/404.yaml', 'ensembles/404-ensemble'],
  ['ensembles/flow.ts', 'ensembles/flow-ensemble'],
  ['ensembles/README.md', undefined],
  ['app/flow.ensemble.yml', 'ensembles/flow-ensemble'],
  ['agents/hello/agent.yaml', 'agents/agent-agent-definition'],
  ['agents/hello/index.ts', 'agents/index-agent-definition'],
  ['agents/hello/hello.test.ts', 'agents/hello-agent-definition'],
  ['agents/hello/hello.yaml', 'configs/hello-config'],
  ['lib/mail.agent.yml', 'agents/mail-agent-definition'],
  ['lib/mail.agent.py', 'scripts/mail-script'],
  ['templates/mail/welcome.html', 'templates/welcome-template'],
  ['views/card.hbs', 'templates/card-template'],
  ['views/card.template.html', 'templates/card-template'],
  ['views/template-card.html', 'templates/template-card-template'],
  ['scripts/deep/er/export-data.ts', 'scripts/export-data-script'],
  ['scripts/README.md', undefined],
  ['lib/script-loader.rb', 'scripts/script-loader-script'],
  ['queries/examples/top.sql', 'queries/top-query'],
  ['database/seed.csv', 'queries/seed-query'],
  ['lib/schema.graphql', 'queries/schema-query'],
  ['configs/limits.config.json', 'configs/limits-config'],
  ['package.json', 'configs/package-config'],
  ['tsconfig.json', 'configs/tsconfig-config'],
  ['schemas/contact.json', 'configs/contact-config'],
  ['schemas/contact.proto', 'schemas/contact-schema'],
  ['validation/rules.txt', 'schemas/rules-schema'],
  ['tools/search.py', 'tools/search-tool'],
  ['lib/search.tool.ts', 'tools/search-tool'],
  ['lib/Größe__X.json', 'configs/gr-e__x-config'],
  ['lib/$$$.json', 'configs/component-config'],
  ['src/index.ts', undefined],
  ['.github/workflows/ci.yaml', undefined],
  ['prompts/.hidden/a.md', undefined],
  ['prompts/.gitkeep', undefined],
  ['nested/prompts/greeting.md', undefined],
];

test.each(NAMES)('%s is %s', (path, component) => {
  const given = edgitComponent(path);
  expect(given && `${given.type}/${given.name}`).toBe(component);
});

describe('the beginnings of a name', () => {
  test('are those of every file that Edgit gives it', () => {
    for (const [path, component] of NAMES) {
      const [type = '', name = ''] = component?.split('/') ?? [];
      const bases = edgitBases({ type, name });
      expect(component === undefined || bases.length > 0 ? [] : [path]).toEqual([]);
    }
  });

  test.each([
    ['prompts', 'greeting'],
    ['prompts', 'mail/greeting-prompt'],
    ['prompts', 'Greeting-prompt'],
    ['prompts', 'a.b-prompt'],
    ['prompts', 'a--b-prompt'],
    ['docs', 'a-doc'],
    ['agents', 'a-agent'],
  ])('are none of %s/%s, which it never gives', (type, name) => {
    expect(edgitBases({ type, name })).toEqual([]);
  });
});

import { expect, test } from '@jest/globals';
import { PRODUCTION_NAMESPACE } from '../../sandbox/index.ts';
import { laboratory } from '../support/laboratory.ts';
import { dispatch } from '../support/moves.ts';

const lab = laboratory('doctor-long');

test('3,000 tags take as many requests as few', async () => {
  const { repository, sandbox } = lab;
  const names = Array.from({ length: 300 }, (_, i) => `prompts/number-${i}`);
  const commands: string[] = [];
  await repository.commit('all', Object.fromEntries(names.map((name) => [`${name}.md`, name])));
  for (const version of Array.from({ length: 10 }, (_, i) => `v1.${i}.0`)) {
    const commit = await repository.commit(version, { 'prompts/number-0.md': version });
    commands.push(...names.map((name) => `create refs/tags/components/${name}/${version} ${commit}`));
  }
  await repository.git(['--git-dir', repository.bare, 'update-ref', '--stdin'], { input: `${commands.join('\n')}\n` });
  const run = await dispatch(sandbox, repository, 'doctor', { 'kv-namespace': PRODUCTION_NAMESPACE });
  expect(run.summary).toContain('3000 tags of 300 components: each can be deployed.');
  expect(run.exitCode).toBe(0);
  expect(sandbox.requests.length).toBeLessThan(30);
});

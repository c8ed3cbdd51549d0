import { expect, test } from '@jest/globals';
import { inheritedVariables } from '../../src/domain/rebuild.ts';

test.each([
  ['PATH', true],
  ['Path', true],
  ['HOME', true],
  ['LC_ALL', true],
  ['TMPDIR', true],
  ['CI', true],
  ['https_proxy', true],
  ['NO_PROXY', true],
  ['NODE_EXTRA_CA_CERTS', true],
  ['SystemRoot', true],
  ['ProgramFiles(x86)', true],
  ['GITHUB_TOKEN', false],
  ['GITHUB_ENV', false],
  ['GITHUB_OUTPUT', false],
  ['INPUT_GITHUB-TOKEN', false],
  ['ACTIONS_RUNTIME_TOKEN', false],
  ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', false],
  ['RUNNER_TEMP', false],
  ['CLOUDFLARE_API_TOKEN', false],
  ['NODE_AUTH_TOKEN', false],
  ['NPM_TOKEN', false],
  ['PATH_TOKEN', false],
  ['GIT_CONFIG_VALUE_0', false],
  ['SLACK_WEBHOOK', false],
  ['METRIC_SECRET', false],
])('of the environment of a step the commands of a rebuild get %s: %s', (name, isInherited) => {
  expect(inheritedVariables({ [name]: 'value', UNSET: undefined })).toEqual(isInherited ? { [name]: 'value' } : {});
});

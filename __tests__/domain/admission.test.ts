import { describe, expect, test } from '@jest/globals';
import { admit, requirementOf } from '../../src/domain/admission.ts';

describe('an environment', () => {
  const freeze = 'holidays until 2 January';

  test('takes versions where nothing is said', () => {
    expect(admit('production', undefined, new Set())).toEqual([]);
    expect(admit('production', {}, new Set(['freeze']))).toEqual([]);
  });

  test('that is frozen refuses them with its text, and says what goes on', () => {
    expect(() => admit('production', { freeze }, new Set(['requires', 'quarantine']))).toThrow(
      expect.objectContaining({
        code: 'environment-frozen',
        what: '`production` is frozen: holidays until 2 January.',
        remedy: expect.stringMatching(/`override: freeze` and a `reason`\. `rollback` works\./),
      }),
    );
  });

  test('that is frozen can be passed over, which is told', () => {
    expect(admit('production', { freeze }, new Set(['freeze']))).toEqual(['freeze']);
  });
});

test.each([
  [undefined, undefined],
  ['staging', { environment: 'staging', soakMs: 0 }],
  [{ environment: 'staging' }, { environment: 'staging', soakMs: 0 }],
  [
    { environment: 'staging', soak: '24h' },
    { environment: 'staging', soakMs: 86_400_000 },
  ],
])('the requirement %j', (requires, expected) => {
  expect(requirementOf(requires)).toEqual(expected);
});

import { describe, expect, test } from '@jest/globals';
import type { NamespaceRule } from '../../src/domain/namespace.ts';
import { parseWrangler } from '../../src/domain/wrangler.ts';
import { Namespaces } from '../../src/engine/namespaces.ts';
import { FakeClock } from '../support/fakes/clock.ts';
import { FakeKv } from '../support/fakes/kv.ts';

const ID = '0f2ac74b498b48028cb68387c421e279';

const WRANGLER = `
[[kv_namespaces]]
binding = "COMPONENTS_KV"
id = "${ID}"

[env.staging]
name = "worker-staging"
`;

function namespaces(spec: NamespaceRule['spec'], wrangler: string = WRANGLER): Namespaces {
  const parsed = parseWrangler(wrangler, 'wrangler.toml');
  return new Namespaces([{ glob: '**', spec, source: 'test' }], {
    kv: new FakeKv([{ id: ID, title: 'components' }]),
    clock: new FakeClock(),
    wrangler: async () => ('problem' in parsed ? undefined : parsed),
  });
}

describe('a binding that an environment of wrangler does not inherit', () => {
  test.each<NamespaceRule['spec']>([
    { kind: 'binding', binding: 'COMPONENTS_KV' },
    { kind: 'name', name: 'COMPONENTS_KV' },
  ])('is said to be just that: %j', async (spec) => {
    await expect(namespaces(spec).idOf('staging')).rejects.toMatchObject({
      code: 'namespace-unknown',
      what: expect.stringContaining('`[env.staging]` does not inherit `kv_namespaces`'),
      remedy: expect.stringContaining('`[[env.staging.kv_namespaces]]`'),
    });
    expect(await namespaces(spec).idOf('production')).toBe(ID);
  });

  test('is not blamed where the binding is nowhere, or the word is a title', async () => {
    await expect(namespaces({ kind: 'binding', binding: 'OTHER' }).idOf('staging')).rejects.toMatchObject({
      what: expect.stringContaining('has no KV namespace bound as `OTHER`'),
    });
    expect(await namespaces({ kind: 'name', name: 'components' }).idOf('staging')).toBe(ID);
  });
});

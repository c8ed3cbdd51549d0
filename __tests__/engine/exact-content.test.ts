import { expect, test } from '@jest/globals';
import { NAMESPACE, World } from '../support/world.ts';

const ID = 'prompts/one';

/** Contents that a reading as text changes, or could. */
const CONTENTS: Readonly<Record<string, string | Uint8Array>> = {
  'a byte order mark': '\uFEFFmarked',
  'two byte order marks': '\uFEFF\uFEFFmarked',
  'a byte order mark alone': '\uFEFF',
  CRLF: 'a\r\nb\r\n',
  NUL: 'a\0b\0',
  'no UTF-8': Uint8Array.of(0x61, 0xff, 0xfe, 0x00, 0x80),
  'a lone surrogate': Uint8Array.of(0xed, 0xa0, 0x80),
  'half a byte order mark': Uint8Array.of(0xef, 0xbb),
  'UTF-16': Uint8Array.of(0xff, 0xfe, 0x61, 0x00),
  'a replacement character': '\uFFFD',
};

async function deployed(content: string | Uint8Array): Promise<World> {
  const world = new World([ID]);
  const commit = world.repository.commit({ [`${ID}.md`]: content });
  world.repository.setTag(`components/${ID}/v2.0.0`, world.repository.annotate(`components/${ID}/v2.0.0`, commit));
  world.repository.setTag(
    `components/${ID}/production`,
    world.repository.annotate('production', world.repository.objectOf(`components/${ID}/v2.0.0`) ?? ''),
  );
  await world.run(ID, 'production');
  await world.reconcile();
  world.advance(3600);
  return world;
}

test.each(Object.entries(CONTENTS))(
  '%s agrees with what was written, by metadata and to the byte',
  async (_, content) => {
    const world = await deployed(content);
    const stored = world.kv.contents(NAMESPACE).get(`${ID}@production`)?.value ?? new Uint8Array();
    expect(Buffer.compare(stored, Buffer.from(content))).toBe(0);
    expect((await world.run(ID, 'production')).changed).toBe(false);
    const report = await world.reconcile({ deep: true });
    expect([report.drift, report.written, report.failures]).toEqual([0, 0, []]);
  },
);

test.each(Object.entries(CONTENTS))(
  '%s that was edited under its metadata is found by deep, and written again',
  async (_, content) => {
    const world = await deployed(content);
    const key = `${ID}@production`;
    const { metadata } = world.kv.contents(NAMESPACE).get(key) ?? {};
    // Nothing but the byte order mark is gone, where there is one.
    const edited = Buffer.from(content).subarray(3);
    await world.kv.write(NAMESPACE, [{ key, value: edited, metadata: metadata as Record<string, string> }]);
    const report = await world.reconcile({ deep: true });
    expect(report.counts).toMatchObject({ edited: 1 });
    expect(Buffer.compare(world.kv.contents(NAMESPACE).get(key)?.value ?? edited, Buffer.from(content))).toBe(0);
  },
);

import { componentsOf, contentOf, type Shape } from '../scale/fill.ts';

/** A version tag, and the key that it is to have. */
export interface Version {
  readonly tag: string;
  readonly file: string;
  readonly key: string;
  readonly content: string;
}

/** One of the pairs of a bulk write. */
export interface Pair {
  readonly key: string;
  readonly value: string;
  readonly metadata: unknown;
}

const EACH = 5;

/** A shape with so many version tags, five for each component, and no environment. */
export function versionsShape(count: number): Shape {
  if (count % EACH !== 0) {
    throw new Error(`Each component has ${EACH} versions, so ${count} cannot be`);
  }
  const versions = Array.from({ length: EACH }, (_, i) => `v1.${i}.0`);
  return { components: count / EACH, versions, environments: {} };
}

/** All version tags of a shape. */
export function versionsOf(shape: Shape): Version[] {
  return componentsOf(shape).flatMap((component) =>
    shape.versions.map((version) => ({
      tag: `components/${component}/${version}`,
      file: `${component}.md`,
      key: `${component}@${version}`,
      content: contentOf(component, version),
    })),
  );
}

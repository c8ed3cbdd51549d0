import type { Component } from '../component.ts';
import type { TagRef } from '../component-tags.ts';
import type { RegistryPlace } from './registry-document.ts';

/** Where the content of a component is in the tree that is checked. */
export type ContentPlace =
  | { readonly kind: 'file'; readonly path: string }
  /** @property path what the registry names, undefined where no registry does */
  | { readonly kind: 'missing'; readonly path: string | undefined }
  /** Several files could be it. */
  | { readonly kind: 'ambiguous'; readonly paths: readonly string[] };

/** One registered component. */
export interface KnownComponent {
  /** `type/name`. */
  readonly id: string;
  readonly component: Component;
  /** Its entry in the committed registry; undefined where none is committed. */
  readonly entry: RegistryPlace | undefined;
  readonly content: ContentPlace;
  readonly versions: ReadonlyMap<string, TagRef>;
  readonly environments: ReadonlyMap<string, TagRef>;
}

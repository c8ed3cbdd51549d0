import type { FindingCode } from './finding.ts';

/** What a code means, for those who see it for the first time. */
export interface Rule {
  /** As editors show it. */
  readonly name: string;
  /** One sentence. */
  readonly title: string;
  /** Why it matters, and what to do. */
  readonly help: string;
}

/** The rules behind the codes. */
export const RULES: Readonly<Record<FindingCode, Rule>> = {
  'unregistered-component': {
    name: 'UnregisteredComponent',
    title: 'A reference names a component that is not registered.',
    help: 'At runtime the component is not found. Correct the name, or register the component: in a committed .edgit/components.json, else by a version tag or a file.',
  },
  'missing-file': {
    name: 'MissingFile',
    title: 'A component is registered, but its file is missing.',
    help: 'No new version of it can be deployed from this tree. Restore the file, correct its path in .edgit/components.json, or remove the entry and its references.',
  },
  'unknown-version': {
    name: 'UnknownVersion',
    title: 'A reference names a version that has no tag.',
    help: 'At runtime the version is not found. Name one that exists, or tag the commit that has its content.',
  },
  'unsatisfied-range': {
    name: 'UnsatisfiedRange',
    title: 'No version satisfies the range of a reference.',
    help: 'As in npm, pre-releases count only if the range names one. Widen the range, or tag a version in it.',
  },
  'unknown-environment': {
    name: 'UnknownEnvironment',
    title: 'A reference names an environment that has no tag of the component.',
    help: 'At runtime nothing is found there. Name an environment that runs the component, or promote a version to that environment.',
  },
  'missing-key': {
    name: 'MissingKey',
    title: 'The KV namespace of an environment lacks the key of a reference.',
    help: 'The tags need it. KV answers may be a minute old; if it stays missing, run reconcile with heal.',
  },
  cycle: {
    name: 'Cycle',
    title: 'Components reference each other in a circle.',
    help: 'Loading them one after the other never ends. Remove one of the references on the path.',
  },
  'duplicate-registration': {
    name: 'DuplicateRegistration',
    title: 'The registry has the same component or file twice.',
    help: 'Only one of the entries counts, and tools differ in which. Remove the other.',
  },
  'registry-invalid': {
    name: 'RegistryInvalid',
    title: 'The registry, or an entry of it, cannot be read.',
    help: 'A commit with such a registry cannot be deployed. An entry needs a path and a type, both texts.',
  },
  'registry-type': {
    name: 'RegistryType',
    title: 'An entry of the registry has a type that does not fit its file.',
    help: 'The type is part of the tag and of the key, so the component is found under neither. Correct the type, or move the file.',
  },
  'version-moved': {
    name: 'VersionMoved',
    title: 'A version tag was moved.',
    help: 'Caches and other environments still have the old content. Move the tag back and publish a new version.',
  },
  'unparsable-file': {
    name: 'UnparsableFile',
    title: 'A file cannot be read, so its references are not checked.',
    help: 'Correct its syntax, or exclude the file in the configuration.',
  },
  'unused-suppression': {
    name: 'UnusedSuppression',
    title: 'A suppression hides nothing.',
    help: 'The finding is gone, or the code does not exist. Remove it, or it may hide a later finding.',
  },
};

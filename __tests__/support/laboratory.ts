import { afterAll, afterEach, beforeAll, beforeEach, expect } from '@jest/globals';
import {
  PRODUCTION_NAMESPACE,
  type Repository,
  type Sandbox,
  type SandboxOptions,
  STAGING_NAMESPACE,
} from '../../sandbox/index.ts';
import { startSandbox } from './sandbox.ts';
import type { SweptSandbox } from './sweep.ts';

/** One sandbox for a test file, and for each test an empty KV and a repository of its own. */
export interface Laboratory {
  readonly sandbox: Sandbox;
  readonly repository: Repository;
}

/**
 * Sets the laboratory up and down around the tests of a file.
 * @param name of the file's repositories, so that a request can be traced to its test
 */
export function laboratory(name: string, options: SandboxOptions = {}): Laboratory {
  let sandbox: SweptSandbox | undefined;
  let repository: Repository | undefined;
  let number = 0;
  beforeAll(async () => {
    sandbox = await startSandbox(options);
  });
  afterAll(async () => {
    await sandbox?.close();
  });
  beforeEach(async () => {
    number += 1;
    await sandbox?.kv.clear(PRODUCTION_NAMESPACE);
    await sandbox?.kv.clear(STAGING_NAMESPACE);
    repository = await sandbox?.createRepository(`acme/${name}-${number}`);
    sandbox?.clearRequests();
  });
  // No test has to think of it, and here one sees which test it was.
  afterEach(async () => {
    expect(await sandbox?.leaks()).toEqual([]);
  });
  return {
    get sandbox() {
      return present(sandbox);
    },
    get repository() {
      return present(repository);
    },
  };
}

function present<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error('The laboratory is there only while tests run.');
  }
  return value;
}
